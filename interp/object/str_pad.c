/* Taking characters off the ends, and putting some on: strip, center, zfill. */
#include "interp/object/int.h"
#include "interp/object/str_methods.h"
#include "interp/object/unicode.h"

enum { LEFT = 1, RIGHT = 2 };

static Object *strip_space(Object *o, int sides) {
    const Str *s = (Str *)o;
    ptrdiff_t start = 0, end = s->length;
    if (s->kind == 1) {
        if (sides & LEFT)
            while (start < end && space_is(s->data[start], SPACE_LATIN1)) start++;
        if (sides & RIGHT)
            while (end > start && space_is(s->data[end - 1], SPACE_LATIN1)) end--;
    } else {
        if (sides & LEFT)
            while (start < end && unicode_is_space(str_at(s, start))) start++;
        if (sides & RIGHT)
            while (end > start && unicode_is_space(str_at(s, end - 1))) end--;
    }
    return str_substring(o, start, end);
}

static Object *strip_chars(Object *o, Text set, int sides) {
    const Str *s = (Str *)o;
    ptrdiff_t start = 0, end = s->length;
    if (sides & LEFT)
        while (start < end && text_find_char(set, str_at(s, start)) >= 0) start++;
    if (sides & RIGHT)
        while (end > start && text_find_char(set, str_at(s, end - 1)) >= 0) end--;
    return str_substring(o, start, end);
}

static Object *strip(const char *function, Object *o, Object **args, ptrdiff_t nargs, int sides) {
    if (nargs == 0 || args[0] == NONE) return strip_space(o, sides);
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "%s arg must be None or str", function);
    return strip_chars(o, str_text(args[0]), sides);
}

Object *str_strip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip("strip", o, args, nargs, LEFT | RIGHT);
}

Object *str_lstrip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip("lstrip", o, args, nargs, LEFT);
}

Object *str_rstrip(Object *o, Object **args, ptrdiff_t nargs) {
    return strip("rstrip", o, args, nargs, RIGHT);
}

Object *str_padded(Object *o, ptrdiff_t left, ptrdiff_t right, uint32_t fill) {
    if (left <= 0 && right <= 0) return str_exact(o);
    const Str *s = (Str *)o;
    if (left > PTRDIFF_MAX - s->length || right > PTRDIFF_MAX - left - s->length)
        return raise_error(&exc_OverflowError, "padded string is too long");
    uint32_t max_char = str_max_char(s);
    ptrdiff_t length = left + s->length + right;
    if (length == 1) return str_from_char(fill);
    Str *result = str_alloc(length, fill > max_char ? fill : max_char);
    if (!result) return NULL;
    text_fill(result->data, result->kind, 0, fill, left);
    text_copy(result->data + left * result->kind, result->kind, s->data, s->kind, s->length);
    text_fill(result->data, result->kind, left + s->length, fill, right);
    return (Object *)result;
}

/* How many characters are missing to the width, at least 0, and the fill character. -1: error */
static ptrdiff_t missing(Object *o, Object **args, ptrdiff_t nargs, uint32_t *fill) {
    ptrdiff_t width = number_as_index(args[0], &exc_OverflowError);
    if (width == -1 && raise_pending()) return -1;
    *fill = ' ';
    Object *given = arg_or_null(args, nargs, 1);
    if (given && !str_check(given))
        return raise_int(&exc_TypeError, "The fill character must be a unicode character, not %.100T", given);
    if (given && str_length(given) != 1)
        return raise_int(&exc_TypeError, "The fill character must be exactly one character long");
    if (given) *fill = str_at((Str *)given, 0);
    return width > str_length(o) ? width - str_length(o) : 0;
}

Object *str_center(Object *o, Object **args, ptrdiff_t nargs) {
    uint32_t fill;
    ptrdiff_t n = missing(o, args, nargs, &fill);
    if (n < 0) return NULL;
    ptrdiff_t left = n / 2 + (n & (n + str_length(o)) & 1);
    return str_padded(o, left, n - left, fill);
}

Object *str_ljust(Object *o, Object **args, ptrdiff_t nargs) {
    uint32_t fill;
    ptrdiff_t n = missing(o, args, nargs, &fill);
    return n < 0 ? NULL : str_padded(o, 0, n, fill);
}

Object *str_rjust(Object *o, Object **args, ptrdiff_t nargs) {
    uint32_t fill;
    ptrdiff_t n = missing(o, args, nargs, &fill);
    return n < 0 ? NULL : str_padded(o, n, 0, fill);
}

Object *str_zfill(Object *o, Object **args, ptrdiff_t nargs) {
    uint32_t fill;
    ptrdiff_t n = missing(o, args, nargs, &fill);
    if (n <= 0) return n < 0 ? NULL : str_exact(o);
    Object *result = str_padded(o, n, 0, '0');
    if (!result || str_length(o) == 0) return result;
    uint32_t sign = str_at((Str *)o, 0);
    if (sign == '+' || sign == '-') { /* not the shared "0": it has at least two characters */
        text_put(str_data(result), ((Str *)result)->kind, 0, sign);
        text_put(str_data(result), ((Str *)result)->kind, n, '0');
    }
    return result;
}
