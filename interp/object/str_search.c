/* find, count, startswith and their like: where in a string another one is. */
#include "interp/object/bounds.h"
#include "interp/object/list.h"
#include "interp/object/str_methods.h"

int str_expect_arg(Object *o, const char *function, int position) {
    if (likely(str_check(o))) return 0;
    return raise_int(&exc_TypeError, "%s() argument %d must be str, not %.50K", function, position, o);
}

/* self[start:end] and the needle of a search. False: nothing can be found there, not even "". -1 for an error. */
static int window(const char *function, Object *o, Object **args, ptrdiff_t nargs, Text *text, ptrdiff_t *start) {
    if (str_expect_arg(args[0], function, 1) < 0) return -1;
    *text = str_text(o);
    *start = 0;
    if (nargs == 1) return true;
    ptrdiff_t end;
    if (bounds_from(args, nargs, 1, start, &end) < 0) return -1;
    bounds_adjust(text->length, start, &end);
    if (*start > end) return false;
    *text = text_slice(*text, *start, end);
    return true;
}

/* The index, -1 when not found, -2 for an error. */
static ptrdiff_t search(const char *function, Object *o, Object **args, ptrdiff_t nargs, bool backward) {
    Text text;
    ptrdiff_t start;
    int found = window(function, o, args, nargs, &text, &start);
    if (found <= 0) return found < 0 ? -2 : -1;
    Text needle = str_text(args[0]);
    ptrdiff_t i = backward ? text_rfind(text, needle) : text_find(text, needle);
    return i < 0 ? -1 : start + i;
}

static Object *found_at(ptrdiff_t i) {
    return i == -2 ? NULL : int_from_i64(i);
}

static Object *must_be_found_at(ptrdiff_t i) {
    return i == -1 ? raise_error(&exc_ValueError, "substring not found") : found_at(i);
}

Object *str_find(Object *o, Object **args, ptrdiff_t nargs) {
    return found_at(search("find", o, args, nargs, false));
}

Object *str_rfind(Object *o, Object **args, ptrdiff_t nargs) {
    return found_at(search("rfind", o, args, nargs, true));
}

Object *str_index(Object *o, Object **args, ptrdiff_t nargs) {
    return must_be_found_at(search("index", o, args, nargs, false));
}

Object *str_rindex(Object *o, Object **args, ptrdiff_t nargs) {
    return must_be_found_at(search("rindex", o, args, nargs, true));
}

Object *str_count(Object *o, Object **args, ptrdiff_t nargs) {
    Text text;
    ptrdiff_t start;
    int found = window("count", o, args, nargs, &text, &start);
    if (found < 0) return NULL;
    return int_from_i64(found ? text_count(text, str_text(args[0]), PTRDIFF_MAX) : 0);
}

ptrdiff_t str_find_c(const Str *s, const char *ascii) {
    return text_find(str_text(s), text_of(ascii, strlen(ascii), 1));
}

ALWAYS_INLINE bool starts_with(Text t, Text prefix) {
    return prefix.length <= t.length && text_equal(text_slice(t, 0, prefix.length), prefix);
}

ALWAYS_INLINE bool ends_with(Text t, Text suffix) {
    return suffix.length <= t.length && text_equal(text_slice(t, t.length - suffix.length, t.length), suffix);
}

static Object *tail_match(const char *function, Object *o, Object **args, ptrdiff_t nargs, bool (*match)(Text, Text)) {
    ptrdiff_t start = 0, end = PTRDIFF_MAX;
    if (nargs > 1 && bounds_from(args, nargs, 1, &start, &end) < 0) return NULL;
    Text t = str_text(o);
    bounds_adjust(t.length, &start, &end);
    bool possible = start <= end;
    if (possible) t = text_slice(t, start, end);
    if (likely(str_check(args[0]))) return new_bool(possible && match(t, str_text(args[0])));
    if (!tuple_check(args[0]))
        return raise_error(&exc_TypeError, "%s first arg must be str or a tuple of str, not %.100T", function, args[0]);
    for (ptrdiff_t i = 0; i < tuple_length(args[0]); i++) {
        Object *item = tuple_item(args[0], i);
        if (!str_check(item))
            return raise_error(&exc_TypeError, "tuple for %s must only contain str, not %.100T", function, item);
        if (possible && match(t, str_text(item))) return new_bool(true);
    }
    return new_bool(false);
}

Object *str_startswith(Object *o, Object **args, ptrdiff_t nargs) {
    if (likely(nargs == 1 && str_check(args[0]))) return new_bool(starts_with(str_text(o), str_text(args[0])));
    return tail_match("startswith", o, args, nargs, starts_with);
}

Object *str_endswith(Object *o, Object **args, ptrdiff_t nargs) {
    if (likely(nargs == 1 && str_check(args[0]))) return new_bool(ends_with(str_text(o), str_text(args[0])));
    return tail_match("endswith", o, args, nargs, ends_with);
}

Object *str_removeprefix(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "removeprefix() argument must be str, not %.50K", args[0]);
    ptrdiff_t n = starts_with(str_text(o), str_text(args[0])) ? str_length(args[0]) : 0;
    return str_substring(o, n, str_length(o));
}

Object *str_removesuffix(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "removesuffix() argument must be str, not %.50K", args[0]);
    ptrdiff_t n = ends_with(str_text(o), str_text(args[0])) ? str_length(args[0]) : 0;
    return str_substring(o, 0, str_length(o) - n);
}
