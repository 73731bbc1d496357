/* The parts of the zlib module: zlib.c has what is done in one go, zlib_compress.c and zlib_decompress.c the objects
 * that take a stream piece by piece. */
#ifndef OURO_ZLIB_PARTS_H
#define OURO_ZLIB_PARTS_H

#include <zlib.h>

#include "interp/api.h"

enum { ZLIB_BUFFER_SIZE = 16 * 1024 };

extern Object *zlib_error; /* class zlib.error; owned while the module is there */
extern Type zlib_compress_type, zlib_decompress_type, zlib_decompressor_type;

/* zlib.error: "Error -3 while decompressing data: incorrect header check". NULL */
void *zlib_raise(const z_stream *z, int error, const char *what);

void zlib_stream_start(z_stream *z); /* with Ouro's allocator */
/* Runs deflate or inflate until the input is used up, the stream ends, or `limit` bytes (-1: any number) were written.
 * `data` and `n` are what is left of the input, before and after. What the last call said; a negative result is an
 * error of zlib's, or ZLIB_RAISED: an exception. Z_BUF_ERROR is none. */
enum { ZLIB_RAISED = -100 };
int zlib_run(z_stream *z, int (*step)(z_stream *, int), int flush, const uint8_t **data, size_t *n, ptrdiff_t limit,
             ByteWriter *w);

/* The value of an int argument that may be absent. */
int zlib_int(Object **args, ptrdiff_t nargs, ptrdiff_t i, int otherwise, int *out); /* 0, -1 */

Object *zlib_compressobj(Object *self, Object **args, ptrdiff_t nargs);
Object *zlib_decompressobj(Object *self, Object **args, ptrdiff_t nargs);

#endif
