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

/* The string with `new` for what stands at these places, length characters each; it gets no wider. */
static Object *rebuild_few(const Str *s, const ptrdiff_t *places, ptrdiff_t count, ptrdiff_t length, Text new) {
    Str *result = str_alloc(s->length + count * (new.length - length), str_max_char(s));
    if (!result) return NULL;
    uint8_t *to = result->data;
    ptrdiff_t from = 0;
    for (ptrdiff_t i = 0; i < count; i++) {
        size_t before = (size_t)(places[i] - from) * s->kind;
        memcpy(to, s->data + from * s->kind, before);
        text_copy(to + before, s->kind, new.data, new.kind, new.length);
        to += before + new.length * s->kind;
        from = places[i] + length;
    }
    memcpy(to, s->data + from * s->kind, (size_t)(s->length - from) * s->kind);
    return (Object *)result;
}

static Object *rebuild_many(Object *s, Text old, Object *new, ptrdiff_t max) {
    Text t = str_text(s);
    Matches m = text_matches(t, old);
    StrWriter w = writer_new();
    if (writer_reserve(&w, t.length) < 0) return NULL;
    ptrdiff_t from = 0;
    for (ptrdiff_t i; max-- > 0 && (i = text_next_match(&m)) >= 0; from = i + old.length)
        if (writer_substring(&w, s, from, i) < 0 || writer_str(&w, new) < 0) return NULL;
    if (writer_substring(&w, s, from, t.length) < 0) return NULL;
    return writer_finish(&w);
}

/* Where there are a few occurrences the length is known before anything is copied. fits: the width stays. */
static Object *rebuild(Object *s, Text old, Object *new, ptrdiff_t max, bool fits) {
    enum { FEW = 32 };
    ptrdiff_t places[FEW + 1], count = 0, most = max < FEW ? max : FEW + 1;
    Matches m = text_matches(str_text(s), old);
    while (count < most && (places[count] = text_next_match(&m)) >= 0) count++;
    if (count == 0) return str_exact(s);
    /* The strings of no and of one character are not made, but taken from where they are. */
    bool few = fits && count <= FEW && str_length(s) + count * (str_length(new) - old.length) > 1;
    return few ? rebuild_few((Str *)s, places, count, old.length, str_text(new)) : rebuild_many(s, old, new, max);
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
    bool fits = !narrows && str_max_char(new) <= str_max_char(s);
    if (str_length(new) == n && x->length > 1 && fits) {
        if (n == 1 && x->kind == 1 && ((Str *)old)->kind == 1 && max >= x->length)
            return exchange(x, str_data(old)[0], str_data(new)[0]);
        return overwrite(x, str_text(old), str_text(new), max);
    }
    return rebuild(s, str_text(old), new, max, fits);
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
