/* bytes: an immutable row of bytes, inline behind the header, with a 0 behind the last. The empty one and the 256
 * single bytes are one static object each. What bytes shares with bytearray is in the byte_*.c files. */
#include "gc/pool.h"
#include "interp/object/byte_methods.h"
#include "interp/object/codec.h"
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef union SharedBytes {
    Bytes bytes;
    char room[sizeof(Bytes) + 8];
} SharedBytes;

static SharedBytes single[256];
static SharedBytes empty = {.bytes = {.base = {IMMORTAL, &bytes_type}, .hash = 0}};

static Object *single_byte(uint8_t c) { /* made on first use */
    Bytes *b = &single[c].bytes;
    if (unlikely(!b->length)) {
        *b = (Bytes){.base = {IMMORTAL, &bytes_type}, .length = 1, .hash = -1};
        b->data[0] = c;
    }
    return newref(b);
}

Object *bytes_new(const void *data, ptrdiff_t n) {
    if (data && n <= 1) return n == 1 ? single_byte(*(const uint8_t *)data) : newref(&empty);
    if (unlikely(n > (ptrdiff_t)(PTRDIFF_MAX - sizeof(Bytes) - 1))) return raise_memory();
    Bytes *b = heap_alloc_object(sizeof(Bytes) + (size_t)n + 1, &bytes_type);
    if (unlikely(!b)) return raise_memory();
    object_init(&b->base, &bytes_type);
    b->length = n;
    b->hash = -1;
    b->data[n] = 0;
    if (data) memcpy(b->data, data, n);
    return (Object *)b;
}

static void bytes_dealloc(Object *o) {
    if (likely(o->type == &bytes_type))
        heap_free_fast(o);
    else
        object_free(o);
}

/* Construction. */

/* Fills in the ints at the start of a sequence that need no conversion: how many. */
static ptrdiff_t plain_items(Object *sequence, uint8_t *to) {
    Object *const *items = sequence_items(sequence);
    ptrdiff_t n = sequence_size(sequence), i = 0;
    for (; i < n && items[i]->type == &int_type && (uint64_t)((Int *)items[i])->value < 256; i++)
        to[i] = (uint8_t)((Int *)items[i])->value;
    return i;
}

static Object *from_items(Object *sequence) {
    ByteWriter w = byte_writer_new();
    uint8_t *room = byte_writer_room(&w, sequence_size(sequence));
    if (!room) return NULL;
    ptrdiff_t plain = plain_items(sequence, room);
    w.length = plain;
    for (ptrdiff_t i = plain; i < sequence_size(sequence); i++) {
        Object *item = newref(sequence_items(sequence)[i]); /* __index__ may change the list */
        ptrdiff_t v = number_as_index(item, NULL);
        decref(item);
        if ((v == -1 && raise_pending()) || v < 0 || v > 255) {
            byte_writer_drop(&w);
            return raise_pending() ? NULL : raise_error(&exc_ValueError, "bytes must be in range(0, 256)");
        }
        if (byte_writer_byte(&w, (uint8_t)v) < 0) return NULL;
    }
    return byte_writer_finish(&w);
}

static Object *from_iterator(Object *iterator) {
    ByteWriter w = byte_writer_new();
    for (Object *item; (item = object_next(iterator));) {
        ptrdiff_t v = number_as_index(item, NULL);
        decref(item);
        if ((v == -1 && raise_pending()) || v < 0 || v > 255) {
            if (!raise_pending()) raise_error(&exc_ValueError, "bytes must be in range(0, 256)");
            break;
        }
        if (byte_writer_byte(&w, (uint8_t)v) < 0) return NULL;
    }
    if (!raise_pending()) return byte_writer_finish(&w);
    byte_writer_drop(&w);
    return NULL;
}

Object *bytes_from_object(Object *o) {
    if (o->type == &bytes_type) return newref(o);
    if (buffer_check(o)) {
        Buffer b;
        if (buffer_get(o, &b, BUFFER_STRIDED) < 0) return NULL;
        Object *result = bytes_new(b.length ? NULL : "", b.length);
        if (result && b.length) buffer_copy_out(&b, ((Bytes *)result)->data);
        buffer_release(&b);
        return result;
    }
    if (o->type == &list_type || o->type == &tuple_type) return from_items(o);
    if (!str_check(o)) {
        Object *iterator = object_iter(o);
        if (iterator) {
            bool hinted = object_length_hint(o, 0) >= 0; /* a __len__ may raise */
            Object *result = hinted ? from_iterator(iterator) : NULL;
            decref(iterator);
            return result;
        }
        if (!raise_is(&exc_TypeError)) return NULL;
        raise_clear();
    }
    return raise_error(&exc_TypeError, "cannot convert '%.200T' object to bytes", o);
}

/* What __bytes__ gives: NULL without exception when there is no such method. */
static Object *from_dunder(Object *o) {
    Object *method = object_lookup_special(o, names.__bytes__);
    if (!method) return NULL;
    Object *result = object_call0(method);
    decref(method);
    if (!result || bytes_check(result)) return result;
    raise_error(&exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", result);
    decref(result);
    return NULL;
}

static Object *zeros(ptrdiff_t n) {
    if (n < 0) return raise_error(&exc_ValueError, "negative count");
    if (n >= PTRDIFF_MAX - (ptrdiff_t)sizeof(Bytes)) return raise_error(&exc_OverflowError, "byte string is too large");
    Object *o = bytes_new(n ? NULL : "", n);
    if (o && n) memset(((Bytes *)o)->data, 0, n);
    return o;
}

static Object *from_args(Object *source, Object *encoding, Object *errors) {
    if (codec_check_args("bytes", encoding, errors) < 0) return NULL;
    if (!source && (encoding || errors))
        return raise_error(&exc_TypeError, "%s without a string argument", encoding ? "encoding" : "errors");
    if (!source) return newref(&empty);
    if (encoding) {
        if (!str_check(source)) return raise_error(&exc_TypeError, "encoding without a string argument");
        return codec_encode_args("bytes", source, encoding, errors);
    }
    if (errors)
        return raise_error(&exc_TypeError, str_check(source) ? "string argument without an encoding"
                                                             : "errors without a string argument");
    if (source->type == &bytes_type) return newref(source);
    Object *result = from_dunder(source);
    if (result || raise_pending()) return result;
    if (str_check(source)) return raise_error(&exc_TypeError, "string argument without an encoding");
    if (source->type->to_index) {
        ptrdiff_t n = number_as_count(source);
        if (n != -1 || !raise_pending()) return zeros(n);
        if (!raise_is(&exc_TypeError)) return NULL;
        raise_clear();
    }
    return bytes_from_object(source);
}

static Object *bytes_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"source", "encoding", "errors", NULL};
    Object *a[3];
    if (args_bind("bytes", parameters, 0, 3, args, nargs, kwnames, a) < 0) return NULL;
    Object *bytes = from_args(a[0], a[1], a[2]);
    if (!bytes || t == &bytes_type) return bytes;
    ptrdiff_t n = bytes_length(bytes);
    Bytes *o = (Bytes *)object_new_unfilled(t, n + 1);
    if (o) {
        o->length = n;
        o->hash = ((Bytes *)bytes)->hash;
        memcpy(o->data, ((Bytes *)bytes)->data, n + 1);
        if (type_flag(t, TYPE_GC)) gc_track(o);
    }
    decref(bytes);
    return (Object *)o;
}

/* Operators. */

static intptr_t bytes_hash(Object *o) {
    Bytes *b = (Bytes *)o;
    if (b->hash == -1) b->hash = b->length ? hash_bytes(b->data, b->length) : 0;
    return b->hash;
}

static Object *bytes_compare(Object *a, Object *b, enum CompareOp op) {
    if (!bytes_check(a) || !bytes_check(b)) return newref(NOT_IMPLEMENTED);
    Text x = byte_text(a), y = byte_text(b);
    if (op == CMP_EQ || op == CMP_NE) return new_bool((a == b || text_equal(x, y)) == (op == CMP_EQ));
    return new_bool(length_order(a == b ? 0 : text_order(x, y), 0, op));
}

Object *bytes_repr(Object *o) {
    return byte_quote(byte_text(o), false);
}

static ptrdiff_t bytes_len(Object *o) {
    return bytes_length(o);
}

Object *bytes_concat(Object *a, Object *b) {
    return byte_concat(a, b);
}

static Object *bytes_repeat(Object *o, ptrdiff_t n) {
    Bytes *b = (Bytes *)o;
    if (n <= 0 || b->length == 0) return newref(&empty);
    if (n == 1 && o->type == &bytes_type) return newref(o);
    if (b->length > PTRDIFF_MAX / n) return raise_error(&exc_OverflowError, "repeated bytes are too long");
    Bytes *result = (Bytes *)bytes_new(NULL, b->length * n);
    if (result) byte_repeat(result->data, b->data, b->length, n);
    return (Object *)result;
}

static Object *bytes_getitem(Object *o, Object *key) {
    Bytes *b = (Bytes *)o;
    if (key->type->to_index) {
        ptrdiff_t i = item_index(key, &b->length);
        if (likely(i >= 0)) return int_from_i64(b->data[i]);
        return i == -2 ? NULL : raise_error(&exc_IndexError, "index out of range");
    }
    if (key->type != &slice_type)
        return raise_error(&exc_TypeError, "byte indices must be integers or slices, not %.200T", key);
    ptrdiff_t start, stop, step, n = slice_bounds(key, b->length, &start, &stop, &step);
    if (n < 0) return NULL;
    return step == 1 ? byte_slice(o, start, start + n) : byte_every_nth(o, start, step, n);
}

static Object *bytes_slice(Object *o, ptrdiff_t start, ptrdiff_t stop) {
    clamp_bounds(((Bytes *)o)->length, &start, &stop);
    return byte_slice(o, start, stop);
}

static Object *bytes_mod(Object *a, Object *b) {
    if (!bytes_check(a)) return newref(NOT_IMPLEMENTED);
    return bytes_percent(((Bytes *)a)->data, bytes_length(a), b);
}

static int bytes_buffer_get(Object *o, Buffer *b, int flags) {
    return buffer_fill(b, o, ((Bytes *)o)->data, bytes_length(o), true, flags);
}

/* Methods that bytearray does not have, or has otherwise. */

static Object *bytes_exact(Object *o) {
    return o->type == &bytes_type ? newref(o) : bytes_new(((Bytes *)o)->data, bytes_length(o));
}

static Object *bytes_dunder_bytes(Object *o, Object **args, ptrdiff_t nargs) {
    return bytes_exact(o);
}

static Object *bytes_getnewargs(Object *o, Object **args, ptrdiff_t nargs) {
    Object *b = bytes_exact(o);
    return b ? tuple_from_steal(&b, 1) : NULL;
}

static Object *bytes_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64((int64_t)o->type->mem.size + bytes_length(o) + 1);
}

static Object *bytes_fromhex(Object *type, Object **args, ptrdiff_t nargs) {
    return byte_fromhex((Type *)type, args[0]);
}

/* Iteration. */

static Object *bytes_iter(Object *o) {
    ListIterator *it = (ListIterator *)object_new(&bytes_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *bytes_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    Bytes *b = (Bytes *)it->sequence;
    if (unlikely(!b)) return NULL;
    if (likely(it->index < b->length)) return int_from_i64(b->data[it->index++]);
    clear_ref(&it->sequence);
    return NULL;
}

static void bytes_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    object_free(o);
}

static int bytes_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

static Object *bytes_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return int_from_i64(it->sequence ? bytes_length(it->sequence) - it->index : 0);
}

static Object *bytes_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return iterator_reduce(names.iter, &it->sequence, &it->index, tuple_new(0));
}

static Object *bytes_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t i = iterator_state(args[0]);
    if (i == -1 && raise_pending()) return NULL;
    if (it->sequence) {
        ptrdiff_t n = bytes_length(it->sequence);
        it->index = i < 0 ? 0 : i > n ? n : i;
    }
    return new_none();
}

static const Method bytes_iterator_methods[] = {
    {"__length_hint__", bytes_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many bytes are left."},
    {"__reduce__", bytes_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", bytes_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type bytes_iterator_type = {
    .mem = {.name = "bytes_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = bytes_iterator_dealloc,
            .traverse = bytes_iterator_traverse},
    .methods = bytes_iterator_methods,
    .iter = iterator_self,
    .next = bytes_iterator_next,
};

static const Method bytes_methods[] = {
    {"__bytes__", bytes_dunder_bytes, 0, 0, "__bytes__()\n--\n\nThe bytes as exact bytes."},
    {"__getnewargs__", bytes_getnewargs, 0, 0,
     "__getnewargs__()\n--\n\nThe arguments with which pickle makes them again."},
    {"__sizeof__", bytes_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes of memory that the object takes."},
    {"fromhex", bytes_fromhex, 1, 1,
     "fromhex(string, /)\n--\n\nThe bytes that pairs of hexadecimal digits stand for; whitespace between them is "
     "skipped.",
     METH_CLASS},
    {"maketrans", byte_maketrans, 2, 2,
     "maketrans(frm, to, /)\n--\n\nA table for translate that replaces each byte of frm by that of to at the same "
     "place.",
     METH_STATIC},
#define BYTE_METHOD(name, function, min, max, doc) {name, function, min, max, doc},
#include "interp/object/byte_methods.def"
#undef BYTE_METHOD
    {NULL},
};

Type bytes_type = {
    .mem = {.name = "bytes",
            .flags = TYPE_BASE | TYPE_VARSIZE | TYPE_BYTES,
            .size = sizeof(Bytes),
            .item_size = 1,
            .dealloc = bytes_dealloc},
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> that many zero bytes\n"
           "bytes() -> empty bytes\n\nAn immutable row of bytes.",
    .methods = bytes_methods,
    .repr = bytes_repr,
    .str = bytes_repr,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .iter = bytes_iter,
    .new = bytes_new_slot,
    .binary = {[BIN_MOD] = bytes_mod},
    .length = bytes_len,
    .get_item = bytes_getitem,
    .slice = bytes_slice,
    .contains = byte_contains,
    .concat = bytes_concat,
    .repeat = bytes_repeat,
    .buffer_get = bytes_buffer_get,
};
