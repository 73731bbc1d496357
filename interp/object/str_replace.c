/* replace and expandtabs: the string again, with some parts changed. */
#include "interp/object/bounds.h"
#include "interp/object/str_methods.h"

/* One byte for another, all of them. */
static Object *exchange(const Str *s, uint8_t old, uint8_t new) {
    if (text_find_char(str_text(s), old) < 0) return str_exact((Object *)s);
    Str *result = str_alloc(s->length, str_max_char(s));
    if (!result) return NULL;
    text_exchange(result->data, s->data, s->length, old, new);
    return (Object *)result;
}

/* Parts of equal length, which do not widen the string: a copy, with the occurrences overwritten. */
static Object *overwrite(const Str *s, Text old, Text new, ptrdiff_t max) {
    Matches m = text_matches(str_text(s), old);
    ptrdiff_t i = text_next_match(&m);
    if (i < 0) return str_exact((Object *)s);
    Str *result = str_alloc(s->length, str_max_char(s));
    if (!result) return NULL;
    memcpy(result->data, s->data, s->length * s->kind);
    for (; i >= 0 && max-- > 0; i = text_next_match(&m)) {
        if (new.length == 1)
            text_put(result->data, s->kind, i, text_char(new, 0));
        else
            text_copy(result->data + i * s->kind, s->kind, new.data, new.kind, new.length);
    }
    return (Object *)result;
}

static Object *rebuild(Object *s, Text old, Object *new, ptrdiff_t max) {
    Text t = str_text(s);
    Matches m = text_matches(t, old);
    ptrdiff_t from = 0, i = text_next_match(&m);
    if (i < 0) return str_exact(s);
    StrWriter w = writer_new();
    if (writer_reserve(&w, t.length) < 0) return NULL;
    for (; i >= 0 && max-- > 0; i = text_next_match(&m)) {
        if (writer_substring(&w, s, from, i) < 0 || writer_str(&w, new) < 0) return NULL;
        from = i + old.length;
    }
    if (writer_substring(&w, s, from, t.length) < 0) return NULL;
    return writer_finish(&w);
}

/* An empty old part is found before every character and at the end. */
static Object *interleave(Object *s, Object *new, ptrdiff_t max) {
    StrWriter w = writer_new();
    ptrdiff_t n = str_length(s), i = 0;
    if (max > n) max = n + 1;
    for (; i < max; i++)
        if (writer_str(&w, new) < 0 || (i < n && writer_char(&w, str_at((Str *)s, i)) < 0)) return NULL;
    if (i < n && writer_substring(&w, s, i, n) < 0) return NULL;
    return writer_finish(&w);
}

Object *str_replace_text(Object *s, Object *old, Object *new, ptrdiff_t max) {
    if (max < 0) max = PTRDIFF_MAX;
    ptrdiff_t n = str_length(old);
    if (max == 0 || str_length(s) < n || str_equal(old, new)) return str_exact(s);
    if (n == 0) return interleave(s, new, max);
    Str *x = (Str *)s;
    bool narrows = !x->ascii && str_max_char(old) == str_max_char(s) && str_max_char(new) != str_max_char(s);
    if (str_length(new) == n && x->length > 1 && !narrows && str_max_char(new) <= str_max_char(s)) {
        if (n == 1 && x->kind == 1 && ((Str *)old)->kind == 1 && max >= x->length)
            return exchange(x, str_data(old)[0], str_data(new)[0]);
        return overwrite(x, str_text(old), str_text(new), max);
    }
    return rebuild(s, str_text(old), new, max);
}

Object *str_replace(Object *o, Object **args, ptrdiff_t nargs) {
    if (str_expect_arg(args[0], "replace", 1) < 0 || str_expect_arg(args[1], "replace", 2) < 0) return NULL;
    ptrdiff_t max = -1;
    Object *count = arg_or_null(args, nargs, 2);
    if (count) {
        max = number_as_index(count, &exc_OverflowError);
        if (max == -1 && raise_pending()) return NULL;
    }
    return str_replace_text(o, args[0], args[1], max);
}

Object *str_expandtabs(Object *o, Object **args, ptrdiff_t nargs) {
    int size = 8;
    Object *given = arg_or_null(args, nargs, 0);
    if (given) {
        size = index_as_int(given);
        if (size == -1 && raise_pending()) return NULL;
    }
    const Str *s = (Str *)o;
    StrWriter w = writer_new();
    ptrdiff_t column = 0, from = 0;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c != '\t') {
            column = c == '\n' || c == '\r' ? 0 : column + 1;
            continue;
        }
        ptrdiff_t gap = size > 0 ? size - column % size : 0;
        if (writer_substring(&w, o, from, i) < 0 || writer_fill(&w, ' ', gap) < 0) return NULL;
        column += gap;
        from = i + 1;
    }
    if (from == 0) return str_exact(o);
    if (writer_substring(&w, o, from, s->length) < 0) return NULL;
    return writer_finish(&w);
}
