/* Taking a string apart: split, rsplit, splitlines, partition.
 *
 * The pieces are gathered in a list; none of this runs user code, so the string stays as it is meanwhile. The loops
 * for whitespace and line ends are made once for each kind.
 */
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str_methods.h"
#include "interp/object/unicode.h"

/* Appends s[start:end]; false on failure, and then the list is gone. */
ALWAYS_INLINE bool add_piece(Object *list, Object *s, ptrdiff_t start, ptrdiff_t end) {
    const Str *whole = (Str *)s;
    Object *piece = likely(whole->kind == 1 && end - start < whole->length)
                        ? str_piece(whole->data + start, end - start, whole->ascii)
                        : str_substring(s, start, end);
    if (likely(piece && list_append_steal(list, piece) == 0)) return true;
    decref(list);
    return false;
}

static const uint8_t ascii_space[256] = {
    [9] = 1,  [10] = 1, [11] = 1, [12] = 1,  [13] = 1,   [28] = 1,
    [29] = 1, [30] = 1, [31] = 1, [' '] = 1, [0x85] = 1, [0xa0] = 1,
};

ALWAYS_INLINE bool is_space(const void *data, unsigned kind, ptrdiff_t i) {
    uint32_t c = text_get(data, kind, i);
    return kind == 1 || c < 0x100 ? ascii_space[c] : unicode_is_space(c);
}

ALWAYS_INLINE Object *split_space(Object *s, const void *data, unsigned kind, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    ptrdiff_t n = str_length(s), i = 0;
    for (;;) {
        while (i < n && is_space(data, kind, i)) i++;
        if (i == n) return list;
        ptrdiff_t start = i++;
        if (max-- == 0) return add_piece(list, s, start, n) ? list : NULL;
        while (i < n && !is_space(data, kind, i)) i++;
        if (!add_piece(list, s, start, i)) return NULL;
    }
}

/* The same for characters of one byte. */
static Object *split_space_bytes(Object *s, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    WordEdges edges = word_edges(str_data(s), str_length(s));
    for (;;) {
        ptrdiff_t start = word_edge(&edges, SPACE_LATIN1);
        if (start == edges.length) return list;
        ptrdiff_t end = max-- == 0 ? edges.length : word_edge(&edges, SPACE_LATIN1);
        if (!add_piece(list, s, start, end)) return NULL;
        if (end == edges.length) return list;
    }
}

ALWAYS_INLINE Object *rsplit_space(Object *s, const void *data, unsigned kind, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    ptrdiff_t i = str_length(s);
    for (;;) {
        while (i > 0 && is_space(data, kind, i - 1)) i--;
        if (i == 0) break;
        ptrdiff_t end = i--;
        if (max-- == 0) {
            if (!add_piece(list, s, 0, end)) return NULL;
            break;
        }
        while (i > 0 && !is_space(data, kind, i - 1)) i--;
        if (!add_piece(list, s, i, end)) return NULL;
    }
    list_reverse(list);
    return list;
}

static Object *split_separator(Object *s, Text separator, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    Text t = str_text(s);
    Matches m = text_matches(t, separator);
    ptrdiff_t start = 0, i;
    while (max-- > 0 && (i = text_next_match(&m)) >= 0) {
        if (!add_piece(list, s, start, i)) return NULL;
        start = i + separator.length;
    }
    return add_piece(list, s, start, t.length) ? list : NULL;
}

static Object *rsplit_separator(Object *s, Text separator, ptrdiff_t max) {
    Object *list = list_new(0);
    if (!list) return NULL;
    Text t = str_text(s);
    while (max-- > 0) {
        ptrdiff_t i = text_rfind(t, separator);
        if (i < 0) break;
        if (!add_piece(list, s, i + separator.length, t.length)) return NULL;
        t.length = i;
    }
    if (!add_piece(list, s, 0, t.length)) return NULL;
    list_reverse(list);
    return list;
}

/* The arguments of split and rsplit. *separator is NULL for whitespace. */
static int split_args(Object **args, ptrdiff_t nargs, Object **separator, ptrdiff_t *max) {
    *separator = arg_or_null(args, nargs, 0);
    if (*separator == NONE) *separator = NULL;
    Object *limit = arg_or_null(args, nargs, 1);
    *max = -1;
    if (limit) {
        *max = number_as_index(limit, &exc_OverflowError);
        if (*max == -1 && raise_pending()) return -1;
    }
    if (*max < 0) *max = PTRDIFF_MAX;
    if (!*separator) return 0;
    if (!str_check(*separator)) return raise_int(&exc_TypeError, "must be str or None, not %.100T", *separator);
    if (str_length(*separator) == 0) return raise_int(&exc_ValueError, "empty separator");
    return 0;
}

Object *str_split(Object *o, Object **args, ptrdiff_t nargs) {
    Object *separator;
    ptrdiff_t max;
    if (split_args(args, nargs, &separator, &max) < 0) return NULL;
    if (separator) return split_separator(o, str_text(separator), max);
    switch (((Str *)o)->kind) {
    case 1: return split_space_bytes(o, max);
    case 2: return split_space(o, str_data(o), 2, max);
    default: return split_space(o, str_data(o), 4, max);
    }
}

Object *str_rsplit(Object *o, Object **args, ptrdiff_t nargs) {
    Object *separator;
    ptrdiff_t max;
    if (split_args(args, nargs, &separator, &max) < 0) return NULL;
    if (separator) return rsplit_separator(o, str_text(separator), max);
    switch (((Str *)o)->kind) {
    case 1: return rsplit_space(o, str_data(o), 1, max);
    case 2: return rsplit_space(o, str_data(o), 2, max);
    default: return rsplit_space(o, str_data(o), 4, max);
    }
}

/* The first line break from i on, or n. Most characters are above the control characters: a vector of such is skipped.
 */
ALWAYS_INLINE ptrdiff_t line_end(const void *data, unsigned kind, ptrdiff_t i, ptrdiff_t n) {
    for (; kind == 1 && i + 16 <= n; i += 16) {
        Vector1 v = vector_load((const uint8_t *)data + i);
        for (unsigned bits = vector_bits((VectorMask)((v <= 30) | (v == 0x85))); bits; bits &= bits - 1) {
            ptrdiff_t at = i + __builtin_ctz(bits);
            if (unicode_is_line_break(text_get(data, kind, at))) return at;
        }
    }
    while (i < n && !unicode_is_line_break(text_get(data, kind, i))) i++;
    return i;
}

ALWAYS_INLINE Object *split_lines(Object *s, const void *data, unsigned kind, bool keep) {
    Object *list = list_new(0);
    if (!list) return NULL;
    ptrdiff_t n = str_length(s), i = 0;
    while (i < n) {
        ptrdiff_t start = i, end = line_end(data, kind, i, n);
        i = end;
        if (i < n) {
            bool pair = i + 1 < n && text_get(data, kind, i) == '\r' && text_get(data, kind, i + 1) == '\n';
            i += pair ? 2 : 1;
            if (keep) end = i;
        }
        if (!add_piece(list, s, start, end)) return NULL;
    }
    return list;
}

Object *str_splitlines(Object *o, Object **args, ptrdiff_t nargs) {
    Object *flag = arg_or_null(args, nargs, 0);
    int keep = flag ? object_truth(flag) : 0;
    if (keep < 0) return NULL;
    switch (((Str *)o)->kind) {
    case 1: return split_lines(o, str_data(o), 1, keep);
    case 2: return split_lines(o, str_data(o), 2, keep);
    default: return split_lines(o, str_data(o), 4, keep);
    }
}

static Object *three(Object *a, Object *b, Object *c) {
    Object *items[3] = {a, b, c};
    if (a && b && c) return tuple_from_steal(items, 3);
    xdecref(a);
    xdecref(b);
    xdecref(c);
    return NULL;
}

static bool separator_ok(Object *separator) {
    if (!str_check(separator)) return raise_error(&exc_TypeError, "must be str, not %.100T", separator);
    return str_length(separator) || raise_error(&exc_ValueError, "empty separator");
}

static Object *parts_around(Object *o, Object *separator, ptrdiff_t i) {
    return three(str_substring(o, 0, i), newref(separator), str_substring(o, i + str_length(separator), str_length(o)));
}

Object *str_partition(Object *o, Object **args, ptrdiff_t nargs) {
    if (!separator_ok(args[0])) return NULL;
    ptrdiff_t i = text_find(str_text(o), str_text(args[0]));
    return i < 0 ? three(newref(o), str_empty(), str_empty()) : parts_around(o, args[0], i);
}

Object *str_rpartition(Object *o, Object **args, ptrdiff_t nargs) {
    if (!separator_ok(args[0])) return NULL;
    ptrdiff_t i = text_rfind(str_text(o), str_text(args[0]));
    return i < 0 ? three(str_empty(), str_empty(), newref(o)) : parts_around(o, args[0], i);
}
