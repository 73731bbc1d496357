/* memoryview's layout. See memoryview.c. */
#ifndef OURO_MEMORYVIEW_H
#define OURO_MEMORYVIEW_H

#include "interp/object/bytes.h"
#include "interp/object/containers.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/weakref.h"

#define VIEW_MAX_DIMENSIONS 64

typedef struct ManagedBuffer {
    Object base;
    Buffer buffer;
} ManagedBuffer;

typedef struct MemoryView {
    Object base;
    ManagedBuffer *managed; /* owned; NULL once released */
    uint8_t *data;
    ptrdiff_t length; /* bytes of the items */
    ptrdiff_t item_size;
    const char *format; /* static, or the managed buffer's */
    ptrdiff_t exports;  /* buffers given out; while not 0 it cannot be released */
    intptr_t hash;      /* -1: not computed yet */
    Object *weaklist;
    int ndim;
    bool readonly;
    ptrdiff_t dimensions[]; /* ndim lengths, then ndim strides */
} MemoryView;

static inline ptrdiff_t *view_shape(const MemoryView *m) {
    return (ptrdiff_t *)m->dimensions;
}
static inline ptrdiff_t *view_strides(const MemoryView *m) {
    return (ptrdiff_t *)m->dimensions + m->ndim;
}

#endif
