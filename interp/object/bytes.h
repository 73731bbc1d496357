/* bytes, bytearray, and the buffer protocol through which memory is shared. */
#ifndef OURO_BYTES_H
#define OURO_BYTES_H

#include "interp/object/object.h"

typedef struct Bytes {
    Object base;
    ptrdiff_t length;
    intptr_t hash; /* -1: not computed yet */
    uint8_t data[]; /* and a 0 behind the last */
} Bytes;

typedef struct ByteArray {
    Object base;
    ptrdiff_t length, capacity;
    uint8_t *data;
    ptrdiff_t exports; /* buffers given out; while not 0 it cannot be resized */
} ByteArray;

/* A view of an object's memory. The owner is kept alive until buffer_release. */
struct Buffer {
    uint8_t *data;
    ptrdiff_t length;     /* bytes */
    Object *owner;        /* owned; NULL: nothing to release */
    const char *format;   /* struct syntax; NULL means "B" */
    ptrdiff_t item_size;
    int ndim;
    ptrdiff_t *shape, *strides; /* NULL for one dimension of contiguous items */
    bool readonly;
    void *internal;
};

enum { BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1 };

static inline bool bytes_check(const Object *o) { return has_flag(o, TYPE_BYTES); }
static inline ptrdiff_t bytes_length(const void *b) { return ((const Bytes *)b)->length; }

Object *bytes_new(const void *data, ptrdiff_t n); /* data may be NULL: to be filled in; empty and single bytes are cached if data is given */
Object *bytes_concat(Object *a, Object *b);
Object *bytes_repr(Object *b);
Object *bytearray_new(const void *data, ptrdiff_t n);
Object *memoryview_new(Object *o);

int buffer_get(Object *o, Buffer *b, int flags); /* 0; -1 with "a bytes-like object is required, not 'int'" */
void buffer_release(Buffer *b);
bool buffer_check(const Object *o);

/* codecs: codecs.c. encoding and errors may be NULL ("utf-8", "strict"). */
Object *codec_encode(Object *str, const char *encoding, const char *errors);
Object *codec_decode(const uint8_t *data, ptrdiff_t n, const char *encoding, const char *errors);

#endif
