/* The buffer protocol: how objects let others look at their memory.
 *
 * A type that has memory to show fills in a Buffer in its buffer_get slot; the taker gives it back with buffer_release.
 * While a buffer is out, the owner keeps its memory where it is (bytearray and array count their exports and refuse to
 * be resized). Most takers want plain bytes: buffer_get gives out contiguous memory only, unless they say that they
 * look at shape and strides (BUFFER_STRIDED), as memoryview does.
 */
#include <string.h>
#include "interp/object/bytes.h"

bool buffer_check(const Object *o) {
    return o->type->buffer_get != NULL;
}

int buffer_fill(Buffer *b, Object *o, void *data, ptrdiff_t n, bool readonly, int flags) {
    if (readonly && (flags & BUFFER_WRITABLE)) return raise_int(&exc_BufferError, "Object is not writable.");
    *b = (Buffer){.data = data, .length = n, .owner = newref(o), .item_size = 1, .ndim = 1, .readonly = readonly};
    return 0;
}

int buffer_get(Object *o, Buffer *b, int flags) {
    if (!o->type->buffer_get) return raise_int(&exc_TypeError, "a bytes-like object is required, not '%.100T'", o);
    if (o->type->buffer_get(o, b, flags) < 0) return -1;
    if (flags & BUFFER_STRIDED || buffer_is_contiguous(b)) return 0;
    buffer_release(b);
    return raise_int(&exc_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

bool buffer_try(Object *o, Buffer *b) {
    if (!buffer_check(o)) return false;
    incref(o); /* a __buffer__ of its own may take it away from whoever has it */
    bool given = buffer_get(o, b, BUFFER_SIMPLE) == 0;
    decref(o);
    if (!given) raise_clear();
    return given;
}

void buffer_release(Buffer *b) {
    Object *owner = b->owner;
    if (!owner) return;
    b->owner = NULL;
    if (owner->type->buffer_release) owner->type->buffer_release(owner, b);
    clear_ref(&b->view);
    decref(owner);
}

bool buffer_is_contiguous(const Buffer *b) {
    if (!b->strides) return true;
    if (b->ndim == 1) return b->shape[0] == 1 || b->strides[0] == b->item_size; /* also of no items */
    if (b->length == 0) return true;
    ptrdiff_t expected = b->item_size;
    for (int i = b->ndim - 1; i >= 0; i--) {
        if (b->shape[i] != 1 && b->strides[i] != expected) return false;
        expected *= b->shape[i];
    }
    return true;
}

static char *copy_dimension(const Buffer *b, int dimension, const uint8_t *from, char *to) {
    if (dimension == b->ndim) {
        memcpy(to, from, b->item_size);
        return to + b->item_size;
    }
    for (ptrdiff_t i = 0; i < b->shape[dimension]; i++)
        to = copy_dimension(b, dimension + 1, from + i * b->strides[dimension], to);
    return to;
}

void buffer_copy_out(const Buffer *b, void *to) {
    if (buffer_is_contiguous(b))
        memcpy(to, b->data, b->length);
    else
        copy_dimension(b, 0, b->data, to);
}
