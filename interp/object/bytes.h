/* bytes, bytearray, and the buffer protocol through which memory is shared. */
#ifndef OURO_BYTES_H
#define OURO_BYTES_H

#include "interp/object/object.h"

typedef struct Bytes {
    Object base;
    ptrdiff_t length;
    intptr_t hash;  /* -1: not computed yet */
    uint8_t data[]; /* and a 0 behind the last */
} Bytes;

/* The bytes are a part of a block, so that taking some off the front moves nothing. */
typedef struct ByteArray {
    Object base;
    ptrdiff_t length;
    ptrdiff_t capacity; /* of the block */
    uint8_t *data;      /* inside the block; a 0 is behind the last */
    uint8_t *block;     /* NULL: none yet, and then data is an empty static one */
    ptrdiff_t exports;  /* buffers given out; while not 0 it cannot be resized */
} ByteArray;

/* A view of an object's memory. The owner is kept alive until buffer_release. */
struct Buffer {
    uint8_t *data;
    ptrdiff_t length;   /* bytes */
    Object *owner;      /* owned; NULL: nothing to release */
    const char *format; /* struct syntax; NULL means "B" */
    ptrdiff_t item_size;
    int ndim;
    ptrdiff_t *shape, *strides; /* NULL for one dimension of contiguous items */
    bool readonly;
    Object *view; /* owned: what __buffer__ of a class gave out; NULL for built-in types */
};

enum {
    BUFFER_SIMPLE = 0,
    BUFFER_WRITABLE = 1, /* BufferError when the memory is read-only */
    BUFFER_STRIDED = 2,  /* the caller looks at shape and strides; otherwise only contiguous memory is given out */
};

static inline bool bytes_check(const Object *o) {
    return has_flag(o, TYPE_BYTES);
}
static inline ptrdiff_t bytes_length(const void *b) {
    return ((const Bytes *)b)->length;
}

Object *
bytes_new(const void *data,
          ptrdiff_t n); /* data may be NULL: to be filled in; empty and single bytes are cached if data is given */
Object *bytes_concat(Object *a, Object *b);
Object *bytes_repr(Object *b);
Object *bytes_percent(const uint8_t *format, ptrdiff_t n, Object *args); /* format % args: new bytes */
Object *bytes_from_object(Object *o);                 /* as bytes(o) for a buffer or an iterable of ints */
Object *bytearray_new(const void *data, ptrdiff_t n); /* data may be NULL: to be filled in */
int bytearray_resize(Object *b, ptrdiff_t n);         /* new bytes are undefined; BufferError while it is exported */
Object *memoryview_new(Object *o);

static inline bool bytearray_check(const Object *o) {
    return is_instance(o, &bytearray_type);
}

/* Bytes built piece by piece. After any failure the writer is empty and the exception pending. */
typedef struct ByteWriter {
    Bytes *bytes; /* in the making, with room for `capacity`; NULL: nothing written yet */
    ptrdiff_t length, capacity;
} ByteWriter;

static inline ByteWriter byte_writer_new(void) {
    return (ByteWriter){.bytes = NULL};
}
int byte_writer_reserve(ByteWriter *w, ptrdiff_t n); /* so that n more bytes need no growing */
uint8_t *byte_writer_grown_room(ByteWriter *w, ptrdiff_t n);
/* n more bytes, counted as written, for the caller to fill */
static inline uint8_t *byte_writer_room(ByteWriter *w, ptrdiff_t n) {
    if (unlikely(!w->bytes || n > w->capacity - w->length)) return byte_writer_grown_room(w, n);
    w->length += n;
    return w->bytes->data + w->length - n;
}
int byte_writer_put(ByteWriter *w, const void *data, ptrdiff_t n);
static inline int byte_writer_byte(ByteWriter *w, uint8_t byte) {
    uint8_t *room = byte_writer_room(w, 1);
    if (!room) return -1;
    *room = byte;
    return 0;
}
Object *byte_writer_finish(ByteWriter *w); /* bytes; the writer is empty afterwards */
void byte_writer_drop(ByteWriter *w);

int buffer_get(Object *o, Buffer *b, int flags); /* 0; -1 with "a bytes-like object is required, not 'int'" */
/* The plain bytes of o. False, without an exception, whatever the reason is: for those who say so in their own words.
 */
bool buffer_try(Object *o, Buffer *b);
void buffer_release(Buffer *b);
bool buffer_check(const Object *o);
/* For a buffer_get slot whose memory is n plain bytes: fills in *b, with a reference to o. 0, or -1 with BufferError.
 */
int buffer_fill(Buffer *b, Object *o, void *data, ptrdiff_t n, bool readonly, int flags);
bool buffer_is_contiguous(const Buffer *b);      /* in C order */
void buffer_copy_out(const Buffer *b, void *to); /* all bytes, in C order */

/* codecs: codecs.c. encoding and errors may be NULL ("utf-8", "strict"). */
Object *codec_encode(Object *str, const char *encoding, const char *errors);
Object *codec_decode(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors);
/* Decodes what is complete at the start of a stream: *consumed is how far it came. Text encodings known to C only. */
Object *codec_decode_part(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors,
                          ptrdiff_t *consumed);
bool codec_is_native(const char *encoding);    /* known to C */
bool codec_is_stateless(const char *encoding); /* and what bytes mean does not depend on those before */
void codecs_shutdown(void);

/* Loads the module codecs, when a codec is asked for that is not in C: set when the interpreter starts. 0, -1 */
extern int (*codec_library_hook)(void);

/* What codecs.register and codecs.register_error extend. */
int codec_register(Object *search_function);
void codec_unregister(Object *search_function);
Object *codec_lookup(const char *encoding); /* new: a CodecInfo; LookupError */
int codec_register_error(Object *name, Object *handler);
int codec_unregister_error(Object *name);     /* 1, 0: there was none, -1 */
Object *codec_lookup_error(const char *name); /* new; LookupError */

#endif
