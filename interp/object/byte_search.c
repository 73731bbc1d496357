/* bytes and bytearray: find, count, startswith, replace, translate and their like. */
#include "interp/object/ascii.h"
#include "interp/object/bounds.h"
#include "interp/object/byte_methods.h"
#include "interp/object/list.h"

int byte_value(Object *o) {
    int64_t v;
    if (o->type == &int_type) {
        v = ((Int *)o)->value;
    } else {
        v = number_as_index(o, NULL);
        if (v == -1 && raise_pending()) return -1;
    }
    if (v < 0 || v > 255) return raise_int(&exc_ValueError, "byte must be in range(0, 256)");
    return (int)v;
}

int needle_get(Object *o, Needle *needle) {
    needle->buffer.owner = NULL;
    if (buffer_check(o)) {
        if (buffer_get(o, &needle->buffer, BUFFER_SIMPLE) < 0) return -1;
        needle->text = text_of(needle->buffer.data, needle->buffer.length, 1);
        return 0;
    }
    if (!o->type->to_index)
        return raise_int(&exc_TypeError, "argument should be integer or bytes-like object, not '%.200T'", o);
    int byte = byte_value(o);
    if (byte < 0) return -1;
    needle->byte = (uint8_t)byte;
    needle->text = text_of(&needle->byte, 1, 1);
    return 0;
}

static int contains(Object *o, Object *item) {
    if (item->type->to_index) {
        ptrdiff_t byte = number_as_index(item, NULL);
        if (raise_pending())
            raise_clear(); /* whatever __index__ raised: then it is no number */
        else if (byte < 0 || byte > 255)
            return raise_int(&exc_ValueError, "byte must be in range(0, 256)");
        else
            return text_find_char(byte_text(o), (uint32_t)byte) >= 0;
    }
    Buffer b;
    if (buffer_get(item, &b, BUFFER_SIMPLE) < 0) return -1;
    bool found = text_find(byte_text(o), text_of(b.data, b.length, 1)) >= 0;
    buffer_release(&b);
    return found;
}

int byte_contains(Object *o, Object *item) {
    byte_pin(o, 1);
    int result = contains(o, item);
    byte_pin(o, -1);
    return result;
}

/* args: sub[, start[, end]]. The function gets the part of self and the needle. -2: an exception is pending. */
static ptrdiff_t search(Object *o, Object **args, ptrdiff_t nargs, ptrdiff_t (*find)(Text, Text), ptrdiff_t nothing) {
    ptrdiff_t start, end, result = nothing;
    Needle needle;
    byte_pin(o, 1);
    int status = bounds_from(args, nargs, 1, &start, &end);
    if (status == 0) status = needle_get(args[0], &needle);
    byte_pin(o, -1);
    if (status < 0) return -2;
    Text t = byte_text(o);
    bounds_adjust(t.length, &start, &end);
    if (start <= end) result = find(text_slice(t, start, end), needle.text);
    needle_release(&needle);
    return result >= 0 && nothing < 0 ? result + start : result;
}

static Object *index_object(ptrdiff_t i) {
    return i == -2 ? NULL : int_from_i64(i);
}

static Object *must_be_found(ptrdiff_t i) {
    return i == -1 ? raise_error(&exc_ValueError, "subsection not found") : index_object(i);
}

Object *byte_find(Object *o, Object **args, ptrdiff_t nargs) {
    return index_object(search(o, args, nargs, text_find, -1));
}

Object *byte_rfind(Object *o, Object **args, ptrdiff_t nargs) {
    return index_object(search(o, args, nargs, text_rfind, -1));
}

Object *byte_index(Object *o, Object **args, ptrdiff_t nargs) {
    return must_be_found(search(o, args, nargs, text_find, -1));
}

Object *byte_rindex(Object *o, Object **args, ptrdiff_t nargs) {
    return must_be_found(search(o, args, nargs, text_rfind, -1));
}

static ptrdiff_t count_all(Text t, Text needle) {
    return text_count(t, needle, PTRDIFF_MAX);
}

Object *byte_count(Object *o, Object **args, ptrdiff_t nargs) {
    return index_object(search(o, args, nargs, count_all, 0));
}

ALWAYS_INLINE bool starts_with(Text t, Text prefix) {
    return prefix.length <= t.length && text_equal(text_slice(t, 0, prefix.length), prefix);
}

ALWAYS_INLINE bool ends_with(Text t, Text suffix) {
    return suffix.length <= t.length && text_equal(text_slice(t, t.length - suffix.length, t.length), suffix);
}

/* 1, 0, -1 */
static int match_one(Object *o, ptrdiff_t start, ptrdiff_t end, Object *item, bool (*match)(Text, Text)) {
    Buffer b;
    if (buffer_get(item, &b, BUFFER_SIMPLE) < 0) return -1;
    Text t = byte_text(o);
    bounds_adjust(t.length, &start, &end);
    bool found = start <= end && match(text_slice(t, start, end), text_of(b.data, b.length, 1));
    buffer_release(&b);
    return found;
}

static Object *tail_match(const char *function, Object *o, Object **args, ptrdiff_t nargs, bool (*match)(Text, Text)) {
    ptrdiff_t start, end;
    if (bounds_from(args, nargs, 1, &start, &end) < 0) return NULL;
    int found = 0;
    if (tuple_check(args[0])) {
        for (ptrdiff_t i = 0; !found && i < tuple_length(args[0]); i++)
            found = match_one(o, start, end, tuple_item(args[0], i), match);
    } else if (!buffer_check(args[0])) {
        return raise_error(&exc_TypeError, "%s first arg must be bytes or a tuple of bytes, not %.100T", function,
                           args[0]);
    } else {
        found = match_one(o, start, end, args[0], match);
    }
    return found < 0 ? NULL : new_bool(found);
}

Object *byte_startswith(Object *o, Object **args, ptrdiff_t nargs) {
    return tail_match("startswith", o, args, nargs, starts_with);
}

Object *byte_endswith(Object *o, Object **args, ptrdiff_t nargs) {
    return tail_match("endswith", o, args, nargs, ends_with);
}

Object *byte_removeprefix(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Text t = byte_text(o), prefix = text_of(b.data, b.length, 1);
    Object *result = byte_slice(o, starts_with(t, prefix) ? prefix.length : 0, t.length);
    buffer_release(&b);
    return result;
}

Object *byte_removesuffix(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Text t = byte_text(o), suffix = text_of(b.data, b.length, 1);
    Object *result = byte_slice(o, 0, t.length - (ends_with(t, suffix) ? suffix.length : 0));
    buffer_release(&b);
    return result;
}

/* An empty old part is found before every byte and at the end. */
static int interleave(ByteWriter *w, Text t, Text new, ptrdiff_t max) {
    const uint8_t *data = t.data;
    for (ptrdiff_t i = 0; i <= t.length; i++) {
        if (i < max && byte_writer_put(w, new.data, new.length) < 0) return -1;
        if (i < t.length && byte_writer_byte(w, data[i]) < 0) return -1;
    }
    return 0;
}

/* i is the first match of m. */
static int write_replaced(ByteWriter *w, Matches *m, ptrdiff_t i, Text new, ptrdiff_t max) {
    Text t = m->text;
    const uint8_t *data = t.data;
    ptrdiff_t from = 0;
    for (; i >= 0 && max-- > 0; i = text_next_match(m)) {
        uint8_t *to = byte_writer_room(w, i - from + new.length);
        if (!to) return -1;
        memcpy(to, data + from, i - from);
        memcpy(to + (i - from), new.data, new.length);
        from = i + m->needle.length;
    }
    return byte_writer_put(w, data + from, t.length - from);
}

static Object *replaced(Object *o, Text old, Text new, ptrdiff_t max) {
    Text t = byte_text(o);
    if (max == 0) return byte_slice(o, 0, t.length);
    ByteWriter w = byte_writer_new();
    int result;
    if (old.length == 1 && new.length == 1 && max >= t.length) {
        uint8_t *to, from = *(const uint8_t *)old.data;
        if (text_find_char(t, from) < 0) return byte_slice(o, 0, t.length);
        if (!(to = byte_writer_room(&w, t.length))) return NULL;
        text_exchange(to, t.data, t.length, from, *(const uint8_t *)new.data);
        result = 0;
    } else if (old.length) {
        Matches m = text_matches(t, old);
        ptrdiff_t first = text_next_match(&m);
        if (first < 0) return byte_slice(o, 0, t.length);
        if (byte_writer_reserve(&w, t.length) < 0) return NULL;
        result = write_replaced(&w, &m, first, new, max);
    } else {
        result = interleave(&w, t, new, max);
    }
    return result < 0 ? NULL : byte_finish(o, &w);
}

Object *byte_replace(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer old, new;
    if (buffer_get(args[0], &old, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = NULL;
    if (buffer_get(args[1], &new, BUFFER_SIMPLE) == 0) {
        ptrdiff_t max = nargs > 2 ? number_as_index(args[2], &exc_OverflowError) : -1;
        if (max != -1 || !raise_pending())
            result = replaced(o, text_of(old.data, old.length, 1), text_of(new.data, new.length, 1),
                              max < 0 ? PTRDIFF_MAX : max);
        buffer_release(&new);
    }
    buffer_release(&old);
    return result;
}

/* translate(table, delete): each step of the way may be left out. */
static Object *translated(Object *o, const uint8_t *table, Text deleted) {
    Text t = byte_text(o);
    ByteWriter w = byte_writer_new();
    uint8_t *to = byte_writer_room(&w, t.length), *start = to;
    if (!to) return NULL;
    const uint8_t *from = t.data;
    if (deleted.length) {
        bool drop[256] = {false};
        for (ptrdiff_t i = 0; i < deleted.length; i++) drop[text_char(deleted, i)] = true;
        for (ptrdiff_t i = 0; i < t.length; i++) {
            *to = table ? table[from[i]] : from[i];
            to += !drop[from[i]];
        }
        w.length = to - start;
    } else if (table) {
        for (ptrdiff_t i = 0; i < t.length; i++) to[i] = table[from[i]];
    }
    bool same = w.length == t.length && ((!table && !deleted.length) || memcmp(start, from, (size_t)t.length) == 0);
    if (!same) return byte_finish(o, &w);
    byte_writer_drop(&w);
    return byte_slice(o, 0, t.length);
}

Object *byte_translate(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer table = {.owner = NULL}, deleted = {.owner = NULL};
    Object *delete = arg_or_null(args, nargs, 1), *result = NULL;
    if (args[0] != NONE && buffer_get(args[0], &table, BUFFER_SIMPLE) < 0) return NULL;
    if (table.owner && table.length != 256)
        raise_error(&exc_ValueError, "translation table must be 256 characters long");
    else if (!delete || buffer_get(delete, &deleted, BUFFER_SIMPLE) == 0)
        result = translated(o, table.owner ? table.data : NULL,
                            text_of(deleted.data, deleted.owner ? deleted.length : 0, 1));
    buffer_release(&deleted);
    buffer_release(&table);
    return result;
}

Object *byte_maketrans(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer from, to;
    if (buffer_get(args[0], &from, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = NULL;
    if (buffer_get(args[1], &to, BUFFER_SIMPLE) == 0) {
        if (from.length != to.length) {
            raise_error(&exc_ValueError, "maketrans arguments must have same length");
        } else if ((result = bytes_new(NULL, 256))) {
            uint8_t *table = ((Bytes *)result)->data;
            for (int i = 0; i < 256; i++) table[i] = (uint8_t)i;
            for (ptrdiff_t i = 0; i < from.length; i++) table[from.data[i]] = to.data[i];
        }
        buffer_release(&to);
    }
    buffer_release(&from);
    return result;
}
