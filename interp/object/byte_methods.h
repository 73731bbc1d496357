/* The methods that bytes and bytearray have in common. Rows for both tables: byte_methods.def.
 *
 * A result has the type of self: exact bytes or bytearray. Where nothing changes, an exact bytes object is its own
 * result; a bytearray is always copied. Arguments are converted before self's memory is looked at, because __index__
 * of an argument may resize a bytearray.
 */
#ifndef OURO_BYTE_METHODS_H
#define OURO_BYTE_METHODS_H

#include "interp/object/bytes.h"
#include "interp/object/text.h"

#define BYTE_METHOD(name, function, min, max, doc) Object *function(Object *o, Object **args, ptrdiff_t nargs);
#include "interp/object/byte_methods.def"
#undef BYTE_METHOD

static inline Text byte_text(Object *o) {
    if (bytes_check(o)) return text_of(((Bytes *)o)->data, bytes_length(o), 1);
    return text_of(((ByteArray *)o)->data, ((ByteArray *)o)->length, 1);
}

static inline Object *byte_make(Object *like, const void *data, ptrdiff_t n) {
    return bytes_check(like) ? bytes_new(data, n) : bytearray_new(data, n);
}

/* Room for n bytes in a new object, for the caller to fill. n > 1: it is never a shared object. */
Object *byte_make_room(Object *like, ptrdiff_t n, uint8_t **room);
void byte_repeat(uint8_t *to, const uint8_t *from, ptrdiff_t length, ptrdiff_t n); /* n times; `to` may be `from` */
Object *byte_slice(Object *o, ptrdiff_t start, ptrdiff_t end);
Object *byte_every_nth(Object *o, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n);
Object *byte_finish(Object *like, ByteWriter *w);

/* An argument that is bytes to look for, or one of them as an int. */
typedef struct Needle {
    Buffer buffer;
    uint8_t byte;
    Text text;
} Needle;

int needle_get(Object *o, Needle *needle); /* 0; -1 with TypeError or ValueError */
static inline void needle_release(Needle *n) {
    buffer_release(&n->buffer);
}

/* While arguments that may run user code are taken, a bytearray may not change its size. */
static inline void byte_pin(Object *o, int by) {
    if (!bytes_check(o)) ((ByteArray *)o)->exports += by;
}

int byte_value(Object *o);                  /* 0..255, or -1 with "byte must be in range(0, 256)" */
int byte_contains(Object *o, Object *item); /* the contains slot of both */
Object *byte_quote(Text t, bool all); /* b'...'; all: single quotes are escaped in any case, as in a bytearray's repr */
Object *byte_fromhex(Type *t, Object *string); /* new bytes */
Object *byte_maketrans(Object *self, Object **args, ptrdiff_t nargs);
Object *byte_hex_text(Text t, Object *separator, Object *group);
Object *byte_concat(Object *a, Object *b); /* new, of a's type */
Object *byte_join(Object *separator, Object *iterable);

#endif
