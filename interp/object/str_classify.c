/* isalpha and its like: what all characters of a string are. */
#include "interp/object/int.h"
#include "interp/object/str_methods.h"
#include "interp/object/unicode.h"

/* Not empty, and the test holds for every character. */
ALWAYS_INLINE Object *all_chars_in(const Str *s, unsigned kind, bool (*test)(uint32_t c)) {
    ptrdiff_t i = 0;
    while (i < s->length && test(text_get(s->data, kind, i))) i++;
    return new_bool(i == s->length && i > 0);
}
static Object *all_chars(Object *o, bool (*test)(uint32_t c)) {
    const Str *s = (Str *)o;
    return s->kind == 1 ? all_chars_in(s, 1, test) : s->kind == 2 ? all_chars_in(s, 2, test) : all_chars_in(s, 4, test);
}

/* The same for what ASCII letters or digits or both, and nothing else in ASCII, pass. */
static Object *all_alphanumeric(Object *o, bool letters, bool digits, bool (*test)(uint32_t c)) {
    const Str *s = (Str *)o;
    if (!s->ascii) return all_chars(o, test);
    return new_bool(s->length > 0 && text_ascii_all(s->data, s->length, letters, digits));
}

static bool is_alnum(uint32_t c) {
    return unicode_is_alpha(c) || unicode_is_numeric(c);
}

static bool is_space(uint32_t c) {
    return unicode_is_space(c);
}

Object *str_isalnum(Object *o, Object **args, ptrdiff_t nargs) {
    return all_alphanumeric(o, true, true, is_alnum);
}

Object *str_isalpha(Object *o, Object **args, ptrdiff_t nargs) {
    return all_alphanumeric(o, true, false, unicode_is_alpha);
}

Object *str_isdecimal(Object *o, Object **args, ptrdiff_t nargs) {
    return all_alphanumeric(o, false, true, unicode_is_decimal);
}

Object *str_isdigit(Object *o, Object **args, ptrdiff_t nargs) {
    return all_alphanumeric(o, false, true, unicode_is_digit);
}

Object *str_isnumeric(Object *o, Object **args, ptrdiff_t nargs) {
    return all_alphanumeric(o, false, true, unicode_is_numeric);
}

Object *str_isspace(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    if (s->kind != 1) return all_chars(o, is_space);
    if (s->length == 0 || !space_is(s->data[0], SPACE_LATIN1)) return new_bool(false);
    SpaceScan scan = {s->data, s->length, -1, 0};
    return new_bool(space_scan(&scan, 0, false, SPACE_LATIN1) == s->length);
}

Object *str_isascii(Object *o, Object **args, ptrdiff_t nargs) {
    return new_bool(((Str *)o)->ascii);
}

Object *str_isprintable(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    for (ptrdiff_t i = 0; i < s->length; i++)
        if (!unicode_is_printable(str_at(s, i))) return new_bool(false);
    return new_bool(true);
}

bool str_is_identifier(Object *o) {
    const Str *s = (Str *)o;
    if (s->length == 0 || !unicode_is_xid_start(str_at(s, 0))) return false;
    for (ptrdiff_t i = 1; i < s->length; i++)
        if (!unicode_is_xid_continue(str_at(s, i))) return false;
    return true;
}

Object *str_isidentifier(Object *o, Object **args, ptrdiff_t nargs) {
    return new_bool(str_is_identifier(o));
}

/* At least one cased character, and none of the other case (title case is of neither). */
static Object *one_case(Object *o, bool (*wanted)(uint32_t c), bool (*other)(uint32_t c)) {
    const Str *s = (Str *)o;
    bool cased = false;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (other(c) || unicode_is_title(c)) return new_bool(false);
        cased = cased || wanted(c);
    }
    return new_bool(cased);
}

Object *str_islower(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    if (s->ascii) return new_bool(text_ascii_one_case(s->data, s->length, 'a', 'A'));
    return one_case(o, unicode_is_lower, unicode_is_upper);
}

Object *str_isupper(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    if (s->ascii) return new_bool(text_ascii_one_case(s->data, s->length, 'A', 'a'));
    return one_case(o, unicode_is_upper, unicode_is_lower);
}

Object *str_istitle(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    bool cased = false, inside = false;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        bool starts = unicode_is_upper(c) || unicode_is_title(c), goes_on = !starts && unicode_is_lower(c);
        if (starts ? inside : goes_on && !inside) return new_bool(false);
        inside = starts || goes_on;
        cased = cased || inside;
    }
    return new_bool(cased);
}
