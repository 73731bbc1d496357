/* ByteWriter: bytes in the making. The buffer is a bytes object already; finishing gives back the unused end. */
#include <string.h>
#include "interp/object/bytes.h"

void byte_writer_drop(ByteWriter *w) {
    clear_ref(&w->bytes);
    *w = byte_writer_new();
}

static uint8_t *grow(ByteWriter *w, ptrdiff_t n) {
    if (n > PTRDIFF_MAX / 2 - w->length) {
        byte_writer_drop(w);
        return raise_memory();
    }
    ptrdiff_t capacity = w->length + n;
    if (w->bytes) capacity += capacity / 2 + 16;
    if (w->bytes)
        w->bytes = (Bytes *)object_resize_var((Object *)w->bytes, capacity + 1);
    else
        w->bytes = (Bytes *)bytes_new(NULL, capacity);
    w->capacity = capacity;
    if (!w->bytes) {
        byte_writer_drop(w);
        return NULL;
    }
    return w->bytes->data;
}

int byte_writer_reserve(ByteWriter *w, ptrdiff_t n) {
    return n <= w->capacity - w->length || grow(w, n) ? 0 : -1;
}

uint8_t *byte_writer_grown_room(ByteWriter *w, ptrdiff_t n) {
    if (!grow(w, n)) return NULL;
    w->length += n;
    return w->bytes->data + w->length - n;
}

int byte_writer_put(ByteWriter *w, const void *data, ptrdiff_t n) {
    uint8_t *room = byte_writer_room(w, n);
    if (!room) return -1;
    memcpy(room, data, n);
    return 0;
}

Object *byte_writer_finish(ByteWriter *w) {
    Bytes *b = w->bytes;
    ptrdiff_t n = w->length;
    if (n <= 1) {
        Object *result = bytes_new(n ? (const void *)b->data : "", n);
        byte_writer_drop(w);
        return result;
    }
    if (w->capacity != n) b = (Bytes *)object_resize_var((Object *)b, n + 1);
    *w = byte_writer_new();
    if (!b) return NULL;
    b->length = n;
    b->data[n] = 0;
    return (Object *)b;
}
