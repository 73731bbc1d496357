/* bytearray: bytes that can be changed.
 *
 *      block ->  [ unused | data: length bytes, 0 | unused ]   capacity in all
 *
 * Taking bytes off the front only moves `data`, so a queue of bytes costs no copying. While a buffer is out
 * (exports > 0) the block may not move: whatever would resize it raises BufferError.
 */
#include "interp/object/bounds.h"
#include "interp/object/byte_methods.h"
#include "interp/object/codec.h"
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

static uint8_t nothing[1]; /* the data of an array without a block */

Object *bytearray_new(const void *data, ptrdiff_t n) {
    ByteArray *a = (ByteArray *)object_new(&bytearray_type);
    if (!a) return NULL;
    a->data = nothing;
    if (n > 0 && bytearray_resize((Object *)a, n) < 0) {
        decref(a);
        return NULL;
    }
    if (data && n > 0) memcpy(a->data, data, n);
    return (Object *)a;
}

static int check_exports(const ByteArray *a) {
    if (!a->exports) return 0;
    return raise_int(&exc_BufferError, "Existing exports of data: object cannot be re-sized");
}

/* A new block for n bytes, with the present ones moved there. */
static int reallocate(ByteArray *a, ptrdiff_t n, ptrdiff_t capacity) {
    ptrdiff_t keep = a->length < n ? a->length : n;
    uint8_t *block;
    if (a->block && a->data == a->block) {
        block = heap_realloc(a->block, capacity);
    } else if ((block = heap_alloc(capacity))) {
        memcpy(block, a->data, keep);
        heap_free(a->block);
    }
    if (!block) return raise_memory(), -1;
    a->block = a->data = block;
    a->capacity = capacity;
    return 0;
}

int bytearray_resize(Object *o, ptrdiff_t n) {
    ByteArray *a = (ByteArray *)o;
    if (n == a->length) return 0;
    if (check_exports(a) < 0) return -1;
    if (n >= PTRDIFF_MAX - 1) return raise_memory(), -1;
    ptrdiff_t offset = a->block ? a->data - a->block : 0, room = a->capacity - offset;
    if (n == 0) {
        heap_free(a->block);
        a->block = NULL;
        a->data = nothing;
        a->capacity = 0;
    } else if (n + 1 > room || n < a->capacity / 2) {
        ptrdiff_t capacity = n + 1;
        if (n > a->length && a->length) capacity += (n >> 3) + (n < 9 ? 3 : 6);
        if (reallocate(a, n, capacity) < 0) return -1;
    }
    a->length = n;
    if (n) a->data[n] = 0;
    return 0;
}

static void bytearray_dealloc(Object *o) {
    heap_free(((ByteArray *)o)->block);
    object_free(o);
}

/* Construction. */

static Object *bytearray_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ByteArray *a = (ByteArray *)object_new(t);
    if (!a) return NULL;
    a->data = nothing;
    if (type_flag(t, TYPE_GC)) gc_track(a);
    return (Object *)a;
}

static int append_byte(ByteArray *a, int byte) {
    if (a->length == PTRDIFF_MAX) return raise_int(&exc_OverflowError, "cannot add more objects to bytearray");
    if (bytearray_resize((Object *)a, a->length + 1) < 0) return -1;
    a->data[a->length - 1] = (uint8_t)byte;
    return 0;
}

/* The bytes of o, which is what the buffer is of; it is released. The array had `old` bytes before. */
static int append_taken(ByteArray *a, ptrdiff_t old, Object *o, Buffer b) {
    if (old > a->length) old = a->length; /* a __buffer__ of its own may have changed the array */
    int result = -1;
    if (o == (Object *)a) { /* its own buffer would forbid the resizing */
        ptrdiff_t n = b.length;
        buffer_release(&b);
        if (n > PTRDIFF_MAX - old) return raise_memory(), -1;
        if (bytearray_resize((Object *)a, old + n) < 0) return -1;
        memcpy(a->data + old, a->data, n);
        return 0;
    }
    if (b.length > PTRDIFF_MAX - a->length) {
        raise_memory();
    } else if (bytearray_resize((Object *)a, a->length + b.length) == 0) {
        memmove(a->data + old + b.length, a->data + old, a->length - b.length - old);
        buffer_copy_out(&b, a->data + old);
        result = 0;
    }
    buffer_release(&b);
    return result;
}

/* Behind what the array has now. */
static int append_buffer(ByteArray *a, Object *o) {
    Buffer b;
    if (o->type == &bytes_type) {
        ptrdiff_t old = a->length, n = bytes_length(o);
        if (n > PTRDIFF_MAX - old) return raise_memory(), -1;
        if (n == 0) return 0;
        if (bytearray_resize((Object *)a, old + n) < 0) return -1;
        memcpy(a->data + old, ((Bytes *)o)->data, n);
        return 0;
    }
    ptrdiff_t old = a->length;
    return buffer_get(o, &b, BUFFER_STRIDED) < 0 ? -1 : append_taken(a, old, o, b);
}

static int append_iterator(ByteArray *a, Object *iterator) {
    for (Object *item; (item = object_next(iterator));) {
        int byte = byte_value(item);
        decref(item);
        if (byte < 0 || append_byte(a, byte) < 0) return -1;
    }
    return raise_pending() ? -1 : 0;
}

/* Whether a list or tuple has an int that is no byte before it has anything but ints: then nothing is kept. */
static bool fails_at_int(Object *source) {
    if (source->type != &list_type && source->type != &tuple_type) return false;
    for (ptrdiff_t i = 0; i < sequence_size(source); i++) {
        int64_t n;
        Object *item = sequence_items(source)[i];
        if (!int_check_exact(item)) return false;
        if (!int_fits_i64(item, &n) || n < 0 || n > 255) return true;
    }
    return false;
}

/* From a list or tuple of nothing but exact ints that are bytes: 1; 0: it is another, and nothing was done; -1 */
static int fill_from_ints(ByteArray *a, Object *source) {
    ptrdiff_t n = sequence_size(source);
    Object *const *items = sequence_items(source);
    for (ptrdiff_t i = 0; i < n; i++)
        if (items[i]->type != &int_type || (uint64_t)((Int *)items[i])->value > 255) return 0;
    if (bytearray_resize((Object *)a, n) < 0) return -1;
    for (ptrdiff_t i = 0; i < n; i++) a->data[i] = (uint8_t)((Int *)items[i])->value;
    return 1;
}

static int fill_from(ByteArray *a, Object *source) {
    if (source->type == &list_type || source->type == &tuple_type) {
        int filled = fill_from_ints(a, source);
        if (filled) return filled < 0 ? -1 : 0;
    }
    if (source->type->to_index) {
        ptrdiff_t n = number_as_count(source);
        if (n != -1 || !raise_pending()) {
            if (n < 0) return raise_int(&exc_ValueError, "negative count");
            if (bytearray_resize((Object *)a, n) < 0) return -1;
            memset(a->data, 0, n);
            return 0;
        }
        if (!raise_is(&exc_TypeError)) return -1;
        raise_clear();
    }
    if (buffer_check(source)) return append_buffer(a, source);
    Object *iterator = object_iter(source);
    if (!iterator) {
        if (!raise_is(&exc_TypeError)) return -1;
        raise_clear();
        return raise_int(&exc_TypeError, "cannot convert '%.200T' object to bytearray", source);
    }
    int result = append_iterator(a, iterator);
    decref(iterator);
    if (result < 0 && !a->exports && fails_at_int(source)) bytearray_resize((Object *)a, 0);
    return result;
}

static int bytearray_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"source", "encoding", "errors", NULL};
    Object *v[3];
    if (args_bind("bytearray", parameters, 0, 3, args, nargs, kwnames, v) < 0) return -1;
    if (codec_check_args("bytearray", v[1], v[2]) < 0 || bytearray_resize(o, 0) < 0) return -1;
    ByteArray *a = (ByteArray *)o;
    if (v[0] && str_check(v[0])) {
        if (!v[1]) return raise_int(&exc_TypeError, "string argument without an encoding");
        Object *encoded = codec_encode_args("bytearray", v[0], v[1], v[2]);
        if (!encoded) return -1;
        int result = append_buffer(a, encoded);
        decref(encoded);
        return result;
    }
    if (v[1] || v[2]) return raise_int(&exc_TypeError, "%s without a string argument", v[1] ? "encoding" : "errors");
    return v[0] ? fill_from(a, v[0]) : 0;
}

/* Operators. */

static ptrdiff_t bytearray_len(Object *o) {
    return ((ByteArray *)o)->length;
}

static Object *bytearray_repr(Object *o) {
    Object *quoted = byte_quote(byte_text(o), true);
    Object *result = quoted ? str_format("%s(%S)", type_short_name(type_of(o)), quoted) : NULL;
    xdecref(quoted);
    return result;
}

static Object *bytearray_compare(Object *a, Object *b, enum CompareOp op) {
    if (!buffer_check(a) || !buffer_check(b)) return newref(NOT_IMPLEMENTED);
    Buffer x, y;
    if (buffer_get(a, &x, BUFFER_SIMPLE) < 0 || (buffer_get(b, &y, BUFFER_SIMPLE) < 0 && (buffer_release(&x), true))) {
        raise_clear();
        return newref(NOT_IMPLEMENTED);
    }
    Text s = text_of(x.data, x.length, 1), t = text_of(y.data, y.length, 1);
    bool answer =
        op == CMP_EQ || op == CMP_NE ? text_equal(s, t) == (op == CMP_EQ) : length_order(text_order(s, t), 0, op);
    buffer_release(&x);
    buffer_release(&y);
    return new_bool(answer);
}

static Object *bytearray_concat(Object *a, Object *b) {
    return byte_concat(a, b);
}

static Object *bytearray_inplace_concat(Object *a, Object *b) {
    if (b->type == &bytes_type) return append_buffer((ByteArray *)a, b) < 0 ? NULL : newref(a);
    Buffer taken;
    ptrdiff_t old = ((ByteArray *)a)->length;
    if (a == b && old > 0) /* its own buffer is out while it would be resized */
        return raise_error(&exc_BufferError, "Existing exports of data: object cannot be re-sized");
    if (!buffer_try(b, &taken)) return raise_error(&exc_TypeError, "can't concat %.100T to %.100T", b, a);
    return append_taken((ByteArray *)a, old, b, taken) < 0 ? NULL : newref(a);
}

static Object *bytearray_repeat(Object *o, ptrdiff_t n) {
    ByteArray *a = (ByteArray *)o;
    if (n < 0) n = 0;
    if (n && a->length > PTRDIFF_MAX / n) return raise_memory();
    Object *result = bytearray_new(NULL, a->length * n);
    if (result && a->length > 0 && n > 0) byte_repeat(((ByteArray *)result)->data, a->data, a->length, n);
    return result;
}

static Object *bytearray_inplace_repeat(Object *o, ptrdiff_t n) {
    ByteArray *a = (ByteArray *)o;
    if (n < 0) n = 0;
    ptrdiff_t length = a->length;
    if (n == 1 || length == 0) return newref(o);
    if (n && length > PTRDIFF_MAX / n) return raise_memory();
    if (bytearray_resize(o, length * n) < 0) return NULL;
    if (n > 0) byte_repeat(a->data, a->data, length, n);
    return newref(o);
}

static Object *bytearray_mod(Object *o, Object *args) {
    if (!bytearray_check(o)) return newref(NOT_IMPLEMENTED);
    ByteArray *a = (ByteArray *)o;
    a->exports++; /* the format must stay as it is while __bytes__ and the like run */
    Object *bytes = bytes_percent(a->data, a->length, args);
    a->exports--;
    if (!bytes) return NULL;
    Object *result = bytearray_new(((Bytes *)bytes)->data, bytes_length(bytes));
    decref(bytes);
    return result;
}

static Object *bytearray_getitem(Object *o, Object *key) {
    ByteArray *a = (ByteArray *)o;
    if (key->type->to_index) {
        ptrdiff_t i = item_index(key, &a->length);
        if (likely(i >= 0)) return int_from_i64(a->data[i]);
        return i == -2 ? NULL : raise_error(&exc_IndexError, "bytearray index out of range");
    }
    if (key->type != &slice_type)
        return raise_error(&exc_TypeError, "bytearray indices must be integers or slices, not %.200T", key);
    ptrdiff_t start, stop, step;
    if (slice_unpack(key, &start, &stop, &step) < 0) return NULL;
    ptrdiff_t n = slice_adjust(a->length, &start, &stop, step);
    return step == 1 ? bytearray_new(a->data + start, n) : byte_every_nth(o, start, step, n);
}

/* Replaces data[start:end] by n bytes, which are not part of the array. */
static int splice(ByteArray *a, ptrdiff_t start, ptrdiff_t end, const uint8_t *bytes, ptrdiff_t n) {
    ptrdiff_t growth = n - (end - start), tail = a->length - end;
    if (growth && check_exports(a) < 0) return -1;
    if (growth > 0 && a->length > PTRDIFF_MAX - growth) return raise_memory(), -1;
    if (growth < 0 && start == 0 && tail > 0) { /* off the front: move the start instead of the rest */
        a->data -= growth;
        a->length += growth;
        if (a->length < a->capacity / 4 && reallocate(a, a->length, a->length + 1) < 0) return -1;
        a->data[a->length] = 0;
    } else if (growth < 0) {
        memmove(a->data + end + growth, a->data + end, tail);
        if (bytearray_resize((Object *)a, a->length + growth) < 0) return -1;
    } else if (growth > 0) {
        if (bytearray_resize((Object *)a, a->length + growth) < 0) return -1;
        memmove(a->data + end + growth, a->data + end, tail);
    }
    if (n) memcpy(a->data + start, bytes, n);
    return 0;
}

/* Deletes n bytes at start, start + step, ... (step > 0). */
static int delete_steps(ByteArray *a, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    if (n == 0) return 0;
    if (check_exports(a) < 0) return -1;
    ptrdiff_t to = start;
    for (ptrdiff_t i = start, left = n; i < a->length; i++) {
        if (left && (i - start) % step == 0) {
            left--;
            continue;
        }
        a->data[to++] = a->data[i];
    }
    return bytearray_resize((Object *)a, a->length - n);
}

static int set_slice(ByteArray *a, Object *key, const uint8_t *bytes, ptrdiff_t given, bool delete) {
    ptrdiff_t start, stop, step;
    if (slice_unpack(key, &start, &stop, &step) < 0) return -1;
    ptrdiff_t n = slice_adjust(a->length, &start, &stop, step);
    if (step == 1) return splice(a, start, start + n, bytes, given);
    if (delete || given == 0) { /* assigning nothing deletes, even in steps */
        if (step < 0) {         /* the same bytes, in rising order */
            start += (n - 1) * step;
            step = -step;
        }
        return delete_steps(a, start, step, n);
    }
    if (given != n)
        return raise_int(&exc_ValueError, "attempt to assign bytes of size %zd to extended slice of size %zd", given,
                         n);
    uint8_t *to = a->data + start; /* which writing a byte might change, for all the compiler knows */
    for (ptrdiff_t i = 0; i < n; i++) to[i * step] = bytes[i];
    return 0;
}

/* The new content of a slice may be anything that a bytearray can be made of but a number. */
static int assign_slice(ByteArray *a, Object *key, Object *value) {
    if (!value) return set_slice(a, key, NULL, 0, true);
    if (value == (Object *)a || !(bytes_check(value) || bytearray_check(value))) {
        ptrdiff_t start, stop, step;
        if (slice_unpack(key, &start, &stop, &step) < 0) return -1; /* before the value is looked at */
        const Type *t = value->type;
        bool number = t->to_index || t->to_int || t->to_float || is_instance(value, &complex_type);
        if (str_check(value) || number)
            return raise_int(&exc_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        Object *copy = object_call1((Object *)&bytearray_type, value);
        if (!copy) return -1;
        int result = assign_slice(a, key, copy);
        decref(copy);
        return result;
    }
    Buffer b;
    if (buffer_get(value, &b, BUFFER_SIMPLE) < 0) return -1;
    int result = set_slice(a, key, b.data, b.length, false);
    buffer_release(&b);
    return result;
}

static int bytearray_setitem(Object *o, Object *key, Object *value) {
    ByteArray *a = (ByteArray *)o;
    if (key->type == &slice_type) return assign_slice(a, key, value);
    if (!key->type->to_index)
        return raise_int(&exc_TypeError, "bytearray indices must be integers or slices, not %.200T", key);
    ptrdiff_t at = number_as_index(key, &exc_IndexError);
    if (at == -1 && raise_pending()) return -1;
    int byte = value ? byte_value(value) : 0;
    if (byte < 0) return -1;
    if (at < 0) at += a->length;
    if (at < 0 || at >= a->length) return raise_int(&exc_IndexError, "bytearray index out of range");
    if (!value) return splice(a, at, at + 1, NULL, 0);
    a->data[at] = (uint8_t)byte;
    return 0;
}

static int bytearray_buffer_get(Object *o, Buffer *b, int flags) {
    ByteArray *a = (ByteArray *)o;
    a->exports++;
    return buffer_fill(b, o, a->data, a->length, false, flags);
}

static void bytearray_buffer_release(Object *o, Buffer *b) {
    ((ByteArray *)o)->exports--;
}

/* Methods. */

static Object *bytearray_append(Object *o, Object **args, ptrdiff_t nargs) {
    int byte = byte_value(args[0]);
    return byte < 0 || append_byte((ByteArray *)o, byte) < 0 ? NULL : new_none();
}

static Object *bytearray_extend(Object *o, Object **args, ptrdiff_t nargs) {
    ByteArray *a = (ByteArray *)o;
    if (buffer_check(args[0])) {
        Buffer b;
        ptrdiff_t old = a->length;
        if (!buffer_try(args[0], &b))
            return raise_error(&exc_TypeError, "can't set bytearray slice from %.100T", args[0]);
        return append_taken(a, old, args[0], b) < 0 ? NULL : new_none();
    }
    Object *iterator = object_iter(args[0]);
    if (!iterator) {
        if (!raise_is(&exc_TypeError)) return NULL;
        raise_clear();
        return raise_error(&exc_TypeError, "can't extend bytearray with %.100T", args[0]);
    }
    Object *more = bytearray_new(NULL, 0);                     /* so that nothing is appended if the iterator raises */
    bool hinted = more && object_length_hint(args[0], 0) >= 0; /* a __len__ may raise */
    int result = hinted ? append_iterator((ByteArray *)more, iterator) : -1;
    decref(iterator);
    if (result < 0 && str_check(args[0]) && raise_is(&exc_TypeError)) {
        raise_clear();
        raise_error(&exc_TypeError, "expected iterable of integers; got: 'str'");
    }
    if (result == 0) result = append_buffer(a, more);
    xdecref(more);
    return result < 0 ? NULL : new_none();
}

static Object *bytearray_insert(Object *o, Object **args, ptrdiff_t nargs) {
    ByteArray *a = (ByteArray *)o;
    ptrdiff_t at = number_as_index(args[0], &exc_OverflowError);
    if (at == -1 && raise_pending()) return NULL;
    int value = byte_value(args[1]);
    if (value < 0) return NULL;
    uint8_t byte = (uint8_t)value;
    if (at < 0 && (at += a->length) < 0) at = 0;
    if (at > a->length) at = a->length;
    return splice(a, at, at, &byte, 1) < 0 ? NULL : new_none();
}

static Object *bytearray_pop(Object *o, Object **args, ptrdiff_t nargs) {
    ByteArray *a = (ByteArray *)o;
    ptrdiff_t at = nargs ? number_as_index(args[0], &exc_OverflowError) : -1;
    if (nargs && at == -1 && raise_pending()) return NULL;
    if (a->length == 0) return raise_error(&exc_IndexError, "pop from empty bytearray");
    if (at < 0) at += a->length;
    if (at < 0 || at >= a->length) return raise_error(&exc_IndexError, "pop index out of range");
    uint8_t byte = a->data[at];
    return splice(a, at, at + 1, NULL, 0) < 0 ? NULL : int_from_i64(byte);
}

static Object *bytearray_remove(Object *o, Object **args, ptrdiff_t nargs) {
    int byte = byte_value(args[0]);
    if (byte < 0) return NULL;
    ptrdiff_t at = text_find_char(byte_text(o), (uint32_t)byte);
    if (at < 0) return raise_error(&exc_ValueError, "value not found in bytearray");
    return splice((ByteArray *)o, at, at + 1, NULL, 0) < 0 ? NULL : new_none();
}

static Object *bytearray_clear(Object *o, Object **args, ptrdiff_t nargs) {
    return bytearray_resize(o, 0) < 0 ? NULL : new_none();
}

static Object *bytearray_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return bytearray_new(((ByteArray *)o)->data, ((ByteArray *)o)->length);
}

static Object *bytearray_reverse(Object *o, Object **args, ptrdiff_t nargs) {
    ByteArray *a = (ByteArray *)o;
    for (ptrdiff_t i = 0, k = a->length - 1; i < k; i++, k--) {
        uint8_t byte = a->data[i];
        a->data[i] = a->data[k];
        a->data[k] = byte;
    }
    return new_none();
}

static Object *bytearray_resize_method(Object *o, Object **args, ptrdiff_t nargs) {
    ByteArray *a = (ByteArray *)o;
    ptrdiff_t n = number_as_index(args[0], &exc_OverflowError), old = a->length;
    if (n == -1 && raise_pending()) return NULL;
    if (n < 0) return raise_error(&exc_ValueError, "Can only resize to positive sizes, got %zd", n);
    if (bytearray_resize(o, n) < 0) return NULL;
    if (n > old) memset(a->data + old, 0, n - old);
    return new_none();
}

static Object *bytearray_alloc(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(((ByteArray *)o)->capacity);
}

static Object *bytearray_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + ((ByteArray *)o)->capacity);
}

static Object *bytearray_fromhex(Object *type, Object **args, ptrdiff_t nargs) {
    return byte_fromhex((Type *)type, args[0]);
}

/* (type, arguments, state): as text for the old protocols of pickle, as bytes from 3 on. */
static Object *reduced(Object *o, int protocol) {
    ByteArray *a = (ByteArray *)o;
    Object *args;
    if (a->length == 0) {
        args = tuple_new(0);
    } else if (protocol < 3) {
        Object *pair[2] = {str_from_text(byte_text(o)), str_from_c("latin-1")};
        args = pair[0] && pair[1] ? tuple_from(pair, 2) : NULL;
        xdecref(pair[0]);
        xdecref(pair[1]);
    } else {
        Object *bytes = bytes_new(a->data, a->length);
        args = bytes ? tuple_from_steal(&bytes, 1) : NULL;
    }
    if (!args) return NULL;
    Object *state = object_call_method(o, names.__getstate__, NULL, 0);
    if (!state) {
        decref(args);
        return NULL;
    }
    Object *parts[3] = {newref(type_of(o)), args, state};
    return tuple_from_steal(parts, 3);
}

static Object *bytearray_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return reduced(o, 2);
}

static Object *bytearray_reduce_ex(Object *o, Object **args, ptrdiff_t nargs) {
    int protocol = nargs ? index_as_int(args[0]) : 0;
    return protocol == -1 && raise_pending() ? NULL : reduced(o, protocol);
}

/* Iteration. */

static Object *bytearray_iter(Object *o) {
    ListIterator *it = (ListIterator *)object_new(&bytearray_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *bytearray_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    ByteArray *a = (ByteArray *)it->sequence;
    if (unlikely(!a)) return NULL;
    if (likely(it->index < a->length)) return int_from_i64(a->data[it->index++]);
    clear_ref(&it->sequence);
    return NULL;
}

static void bytearray_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    object_free(o);
}

static int bytearray_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

static Object *bytearray_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t left = it->sequence ? ((ByteArray *)it->sequence)->length - it->index : 0;
    return int_from_i64(left < 0 ? 0 : left);
}

static Object *bytearray_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return iterator_reduce(names.iter, &it->sequence, &it->index, tuple_new(0));
}

static Object *bytearray_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t i = iterator_state(args[0]);
    if (i == -1 && raise_pending()) return NULL;
    if (i < 0) {
        clear_ref(&it->sequence);
    } else if (it->sequence) {
        ptrdiff_t n = ((ByteArray *)it->sequence)->length;
        it->index = i > n ? n : i;
    }
    return new_none();
}

static const Method bytearray_iterator_methods[] = {
    {"__length_hint__", bytearray_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many bytes are left."},
    {"__reduce__", bytearray_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", bytearray_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type bytearray_iterator_type = {
    .mem = {.name = "bytearray_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = bytearray_iterator_dealloc,
            .traverse = bytearray_iterator_traverse},
    .methods = bytearray_iterator_methods,
    .iter = iterator_self,
    .next = bytearray_iterator_next,
};

static const Method bytearray_methods[] = {
    {"__alloc__", bytearray_alloc, 0, 0, "__alloc__()\n--\n\nBytes in the block that holds the data."},
    {"__reduce__", bytearray_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__reduce_ex__", bytearray_reduce_ex, 0, 1, "__reduce_ex__(proto=0, /)\n--\n\nThe same for a protocol of pickle."},
    {"__sizeof__", bytearray_sizeof, 0, 0,
     "__sizeof__()\n--\n\nBytes of memory that the object takes, with its block."},
    {"append", bytearray_append, 1, 1, "append(item, /)\n--\n\nAdds a byte (an int) at the end."},
    {"clear", bytearray_clear, 0, 0, "clear()\n--\n\nRemoves all bytes."},
    {"copy", bytearray_copy, 0, 0, "copy()\n--\n\nA copy."},
    {"extend", bytearray_extend, 1, 1,
     "extend(iterable_of_ints, /)\n--\n\nAdds the bytes of an iterable or a buffer at the end."},
    {"fromhex", bytearray_fromhex, 1, 1,
     "fromhex(string, /)\n--\n\nThe bytes that pairs of hexadecimal digits stand for; whitespace between them is "
     "skipped.",
     METH_CLASS},
    {"insert", bytearray_insert, 2, 2, "insert(index, item, /)\n--\n\nPuts a byte in front of the one at index."},
    {"maketrans", byte_maketrans, 2, 2,
     "maketrans(frm, to, /)\n--\n\nA table for translate that replaces each byte of frm by that of to at the same "
     "place.",
     METH_STATIC},
    {"pop", bytearray_pop, 0, 1, "pop(index=-1, /)\n--\n\nRemoves a byte and returns it."},
    {"remove", bytearray_remove, 1, 1,
     "remove(value, /)\n--\n\nRemoves the first byte of that value; ValueError if there is none."},
    {"resize", bytearray_resize_method, 1, 1, "resize(size, /)\n--\n\nCuts the end off, or adds zeros there."},
    {"reverse", bytearray_reverse, 0, 0, "reverse()\n--\n\nTurns the order of the bytes around, in place."},
#define BYTE_METHOD(name, function, min, max, doc) {name, function, min, max, doc},
#include "interp/object/byte_methods.def"
#undef BYTE_METHOD
    {NULL},
};

Type bytearray_type = {
    .mem = {.name = "bytearray", .flags = TYPE_BASE, .size = sizeof(ByteArray), .dealloc = bytearray_dealloc},
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> that many zero bytes\n"
           "bytearray() -> empty bytearray\n\nA row of bytes that can be changed.",
    .methods = bytearray_methods,
    .repr = bytearray_repr,
    .str = bytearray_repr,
    .compare = bytearray_compare,
    .iter = bytearray_iter,
    .new = bytearray_new_slot,
    .init = bytearray_init,
    .binary = {[BIN_MOD] = bytearray_mod},
    .length = bytearray_len,
    .get_item = bytearray_getitem,
    .set_item = bytearray_setitem,
    .contains = byte_contains,
    .concat = bytearray_concat,
    .inplace_concat = bytearray_inplace_concat,
    .repeat = bytearray_repeat,
    .inplace_repeat = bytearray_inplace_repeat,
    .buffer_get = bytearray_buffer_get,
    .buffer_release = bytearray_buffer_release,
};
