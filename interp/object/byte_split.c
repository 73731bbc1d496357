/* bytes and bytearray: split, splitlines, partition, strip, join. */
#include "interp/object/ascii.h"
#include "interp/object/byte_methods.h"
#include "interp/object/int.h"
#include "interp/object/list.h"

/* Appends a piece of t; false on failure, and then the list is gone. */
static bool add_piece(Object *list, Object *like, Text t, ptrdiff_t start, ptrdiff_t end) {
    Text part = text_slice(t, start, end);
    Object *piece = start == 0 && end == t.length ? byte_slice(like, 0, end) : byte_make(like, part.data, part.length);
    if (likely(piece && list_append_steal(list, piece) == 0)) return true;
    decref(list);
    return false;
}

static bool space_at(Text t, ptrdiff_t i) {
    return ascii_is_space(text_char(t, i));
}

static Object *split_space(Object *o, Text t, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    WordEdges edges = word_edges(t.data, t.length);
    for (;;) {
        ptrdiff_t start = word_edge(&edges, SPACE_BYTES);
        if (start == t.length) return list;
        ptrdiff_t end = max-- == 0 ? t.length : word_edge(&edges, SPACE_BYTES);
        if (!add_piece(list, o, t, start, end)) return NULL;
        if (end == t.length) return list;
    }
}

static Object *rsplit_space(Object *o, Text t, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    for (ptrdiff_t i = t.length;;) {
        while (i > 0 && space_at(t, i - 1)) i--;
        if (i == 0) break;
        ptrdiff_t end = i--;
        if (max-- == 0) {
            if (!add_piece(list, o, t, 0, end)) return NULL;
            break;
        }
        while (i > 0 && !space_at(t, i - 1)) i--;
        if (!add_piece(list, o, t, i, end)) return NULL;
    }
    list_reverse(list);
    return list;
}

static Object *split_at(Object *o, Text t, Text separator, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    Matches m = text_matches(t, separator);
    ptrdiff_t start = 0, i;
    while (max-- > 0 && (i = text_next_match(&m)) >= 0) {
        if (!add_piece(list, o, t, start, i)) return NULL;
        start = i + separator.length;
    }
    return add_piece(list, o, t, start, t.length) ? list : NULL;
}

static Object *rsplit_at(Object *o, Text t, Text separator, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    ptrdiff_t end = t.length, i;
    while (max-- > 0 && (i = text_rfind(text_slice(t, 0, end), separator)) >= 0) {
        if (!add_piece(list, o, t, i + separator.length, end)) return NULL;
        end = i;
    }
    if (!add_piece(list, o, t, 0, end)) return NULL;
    list_reverse(list);
    return list;
}

static Object *split(Object *o, Object **args, ptrdiff_t nargs, bool right) {
    Object *separator = arg_or_null(args, nargs, 0), *limit = arg_or_null(args, nargs, 1);
    ptrdiff_t max = limit ? number_as_index(limit, &exc_OverflowError) : -1;
    if (max == -1 && raise_pending()) return NULL;
    if (max < 0) max = PTRDIFF_MAX;
    if (!separator || separator == NONE)
        return right ? rsplit_space(o, byte_text(o), max) : split_space(o, byte_text(o), max);
    Buffer b;
    Object *list = NULL;
    byte_pin(o, 1);
    int status = buffer_get(separator, &b, BUFFER_SIMPLE);
    byte_pin(o, -1);
    if (status < 0) return NULL;
    if (b.length == 0)
        raise_error(&exc_ValueError, "empty separator");
    else
        list = (right ? rsplit_at : split_at)(o, byte_text(o), text_of(b.data, b.length, 1), max);
    buffer_release(&b);
    return list;
}

Object *byte_split(Object *o, Object **args, ptrdiff_t nargs) {
    return split(o, args, nargs, false);
}

Object *byte_rsplit(Object *o, Object **args, ptrdiff_t nargs) {
    return split(o, args, nargs, true);
}

/* The first line break from i on, or n. */
static ptrdiff_t line_end(const uint8_t *data, ptrdiff_t i, ptrdiff_t n) {
    for (; i + 16 <= n; i += 16) {
        Vector1 v = vector_load(data + i);
        unsigned bits = vector_bits((VectorMask)((v == '\n') | (v == '\r')));
        if (bits) return i + __builtin_ctz(bits);
    }
    while (i < n && data[i] != '\n' && data[i] != '\r') i++;
    return i;
}

Object *byte_splitlines(Object *o, Object **args, ptrdiff_t nargs) {
    Object *flag = arg_or_null(args, nargs, 0);
    int keep = flag ? object_truth(flag) : 0;
    if (keep < 0) return NULL;
    Object *list = list_new(0);
    if (!list) return NULL;
    Text t = byte_text(o);
    const uint8_t *data = t.data;
    for (ptrdiff_t i = 0; i < t.length;) {
        ptrdiff_t start = i, end = i = line_end(data, i, t.length);
        if (i < t.length) i += data[i] == '\r' && i + 1 < t.length && data[i + 1] == '\n' ? 2 : 1;
        if (!add_piece(list, o, t, start, keep ? i : end)) return NULL;
    }
    return list;
}

/* partition */

static Object *three(Object *a, Object *b, Object *c) {
    Object *items[3] = {a, b, c};
    if (a && b && c) return tuple_from_steal(items, 3);
    xdecref(a);
    xdecref(b);
    xdecref(c);
    return NULL;
}

/* The whole of o: bytes themselves, of a subclass too; a copy of a bytearray. */
static Object *whole(Object *o, Text t) {
    return bytes_check(o) ? newref(o) : byte_make(o, t.data, t.length);
}

static Object *partition(Object *o, Object *separator, bool right) {
    Buffer b;
    if (buffer_get(separator, &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = NULL;
    Text t = byte_text(o), s = text_of(b.data, b.length, 1);
    const uint8_t *data = t.data;
    if (s.length == 0) {
        raise_error(&exc_ValueError, "empty separator");
    } else {
        ptrdiff_t i = right ? text_rfind(t, s) : text_find(t, s);
        if (i >= 0) {
            Object *middle = bytes_check(o) ? newref(separator) : byte_make(o, s.data, s.length);
            result = three(byte_make(o, data, i), middle, byte_make(o, data + i + s.length, t.length - i - s.length));
        } else if (right) {
            result = three(byte_make(o, "", 0), byte_make(o, "", 0), whole(o, t));
        } else {
            result = three(whole(o, t), byte_make(o, "", 0), byte_make(o, "", 0));
        }
    }
    buffer_release(&b);
    return result;
}

Object *byte_partition(Object *o, Object **args, ptrdiff_t nargs) {
    return partition(o, args[0], false);
}

Object *byte_rpartition(Object *o, Object **args, ptrdiff_t nargs) {
    return partition(o, args[0], true);
}

/* strip */

enum { LEFT = 1, RIGHT = 2 };

static Object *stripped(Object *o, const bool *drop, int sides) {
    Text t = byte_text(o);
    const uint8_t *data = t.data;
    ptrdiff_t start = 0, end = t.length;
    if (sides & LEFT)
        while (start < end && drop[data[start]]) start++;
    if (sides & RIGHT)
        while (end > start && drop[data[end - 1]]) end--;
    return byte_slice(o, start, end);
}

static Object *strip(Object *o, Object **args, ptrdiff_t nargs, int sides) {
    static const bool space[256] = {[9] = true, [10] = true, [11] = true, [12] = true, [13] = true, [' '] = true};
    Object *chars = arg_or_null(args, nargs, 0);
    if (!chars || chars == NONE) return stripped(o, space, sides);
    Buffer b;
    bool drop[256] = {false};
    if (buffer_get(chars, &b, BUFFER_SIMPLE) < 0) return NULL;
    for (ptrdiff_t i = 0; i < b.length; i++) drop[b.data[i]] = true;
    buffer_release(&b);
    return stripped(o, drop, sides);
}

Object *byte_strip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip(o, args, nargs, LEFT | RIGHT);
}

Object *byte_lstrip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip(o, args, nargs, LEFT);
}

Object *byte_rstrip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip(o, args, nargs, RIGHT);
}

/* join. Each item is looked at twice, through a buffer that pins it: it cannot change in between. */

static ptrdiff_t take_buffers(Object *sequence, Buffer *buffers, ptrdiff_t *total) {
    ptrdiff_t n = sequence_size(sequence);
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *item = sequence_items(sequence)[i];
        if (bytes_check(item)) {
            buffers[i] = (Buffer){.data = ((Bytes *)item)->data, .length = bytes_length(item), .owner = newref(item)};
        } else {
            incref(item); /* for the message */
            bool given = buffer_try(item, &buffers[i]);
            if (!given)
                raise_error(&exc_TypeError, "sequence item %zd: expected a bytes-like object, %.80T found", i, item);
            decref(item);
            if (!given) return i;
        }
        if (__builtin_add_overflow(*total, buffers[i].length, total)) {
            raise_error(&exc_OverflowError, "join() result is too long");
            return i + 1;
        }
        if (sequence_size(sequence) != n) {
            raise_error(&exc_RuntimeError, "sequence changed size during iteration");
            return i + 1;
        }
    }
    return n;
}

static Object *join_buffers(Object *separator, const Buffer *buffers, ptrdiff_t n, ptrdiff_t total) {
    Text gap = byte_text(separator);
    ptrdiff_t gaps;
    if (__builtin_mul_overflow(gap.length, n - 1, &gaps) || __builtin_add_overflow(total, gaps, &total))
        return raise_error(&exc_OverflowError, "join() result is too long");
    uint8_t *to;
    Object *result = byte_make_room(separator, total, &to);
    if (!result) return NULL;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (i) to = (uint8_t *)memcpy(to, gap.data, gap.length) + gap.length;
        to = (uint8_t *)memcpy(to, buffers[i].data, buffers[i].length) + buffers[i].length;
    }
    return result;
}

/* Nothing but bytes objects, which cannot change: no buffers are needed. */
static bool all_bytes(Object *const *items, ptrdiff_t n) {
    ptrdiff_t i = 0;
    while (i < n && items[i]->type == &bytes_type) i++;
    return i == n;
}

static Object *join_bytes(Object *separator, Object *const *items, ptrdiff_t n) {
    Text gap = byte_text(separator);
    ptrdiff_t total;
    bool too_long = __builtin_mul_overflow(gap.length, n - 1, &total);
    for (ptrdiff_t i = 0; i < n; i++) too_long |= __builtin_add_overflow(total, bytes_length(items[i]), &total);
    if (too_long) return raise_error(&exc_OverflowError, "join() result is too long");
    uint8_t *to;
    Object *result = byte_make_room(separator, total, &to);
    if (!result) return NULL;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (i && gap.length) to = (uint8_t *)memcpy(to, gap.data, gap.length) + gap.length;
        to = (uint8_t *)memcpy(to, ((Bytes *)items[i])->data, bytes_length(items[i])) + bytes_length(items[i]);
    }
    return result;
}

/* 10 buffers on the stack are enough for most. */
static Object *join_sequence(Object *separator, Object *sequence) {
    ptrdiff_t n = sequence_size(sequence), total = 0;
    if (n == 0) return byte_make(separator, "", 0);
    if (n == 1 && sequence_items(sequence)[0]->type == &bytes_type && bytes_check(separator))
        return newref(sequence_items(sequence)[0]);
    if (all_bytes(sequence_items(sequence), n)) return join_bytes(separator, sequence_items(sequence), n);
    Buffer few[10], *buffers = few;
    if (n > 10 && !(buffers = heap_alloc((size_t)n * sizeof(Buffer)))) return raise_memory();
    ptrdiff_t taken = take_buffers(sequence, buffers, &total);
    Object *result = raise_pending() ? NULL : join_buffers(separator, buffers, n, total);
    for (ptrdiff_t i = 0; i < taken; i++) buffer_release(&buffers[i]);
    if (buffers != few) heap_free(buffers);
    return result;
}

Object *byte_join(Object *separator, Object *iterable) {
    /* the iterator and __buffer__ of an item may run user code */
    if (bytearray_check(separator)) ((ByteArray *)separator)->exports++;
    Object *sequence = sequence_fast(iterable, "can only join an iterable");
    Object *result = sequence ? join_sequence(separator, sequence) : NULL;
    if (bytearray_check(separator)) ((ByteArray *)separator)->exports--;
    xdecref(sequence);
    return result;
}

Object *byte_join_method(Object *o, Object **args, ptrdiff_t nargs) {
    return byte_join(o, args[0]);
}
