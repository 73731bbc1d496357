/* Reading format strings. See format_field.h. */
#include "interp/object/format_field.h"
#include "interp/object/format_spec.h"

static int complain(const char *message) {
    return raise_int(&exc_ValueError, "%s", message);
}

/* `{` was read. Up to and with the closing brace. */
static int read_field(const Str *s, ptrdiff_t *at, ptrdiff_t end, FormatItem *item) {
    ptrdiff_t i = *at;
    uint32_t c = 0;
    item->has_field = true;
    item->name.start = i;
    for (bool inside = true; inside && i < end;) {
        c = str_at(s, i++);
        if (c == '{') return complain("unexpected '{' in field name");
        if (c == '[')
            while (i < end && str_at(s, i) != ']') i++;
        inside = c != '}' && c != ':' && c != '!';
    }
    item->name.end = i - 1;
    *at = i;
    if (c == '}') return 1;
    if (c != '!' && c != ':') return complain("expected '}' before end of string");
    if (c == '!') {
        if (i == end) return complain("end of string while looking for conversion specifier");
        item->conversion = str_at(s, i++);
        if (i < end) {
            c = str_at(s, i++);
            *at = i;
            if (c == '}') return 1;
            if (c != ':') return complain("expected ':' after conversion specifier");
        }
    }
    item->spec.start = i;
    for (int depth = 1; i < end;) {
        c = str_at(s, i++);
        if (c == '{') {
            item->nested = true;
            depth++;
        }
        if (c == '}' && --depth == 0) {
            item->spec.end = i - 1;
            *at = i;
            return 1;
        }
    }
    return complain("unmatched '{' in format spec");
}

int format_next(const Str *s, ptrdiff_t *at, ptrdiff_t end, FormatItem *item) {
    ptrdiff_t start = *at, i = start;
    if (start >= end) return 0;
    *item = (FormatItem){.has_field = false};
    while (i < end && str_at(s, i) != '{' && str_at(s, i) != '}') i++;
    item->literal = (Piece){start, i};
    if (i == end) {
        *at = i;
        return 1;
    }
    uint32_t brace = str_at(s, i);
    if (i + 1 < end && str_at(s, i + 1) == brace) { /* doubled: it belongs to the text */
        item->literal.end = i + 1;
        *at = i + 2;
        return 1;
    }
    if (brace == '}') return complain("Single '}' encountered in format string");
    if (i + 1 == end) return complain("Single '{' encountered in format string");
    *at = i + 1;
    if (str_at(s, i + 1) == '}') { /* {}, as most of them are */
        item->has_field = true;
        item->name = item->spec = (Piece){*at, *at};
        ++*at;
        return 1;
    }
    return read_field(s, at, end, item);
}

/* The value of a decimal number; -1: it is none; -2: too large, with an exception. */
static ptrdiff_t number_of(const Str *s, Piece p) {
    ptrdiff_t n = 0;
    if (p.start >= p.end) return -1;
    for (ptrdiff_t i = p.start; i < p.end; i++) {
        int digit = format_digit_value(str_at(s, i));
        if (digit < 0) return -1;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n)) {
            complain("Too many decimal digits in format string");
            return -2;
        }
    }
    return n;
}

ptrdiff_t field_first(const Str *s, Piece name, Piece *first, ptrdiff_t *index) {
    ptrdiff_t i = name.start;
    while (i < name.end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
    *first = (Piece){name.start, i};
    *index = number_of(s, *first);
    return *index == -2 ? -1 : i;
}

int field_next(const Str *s, ptrdiff_t *at, ptrdiff_t end, FieldAccess *access) {
    ptrdiff_t i = *at;
    if (i >= end) return 0;
    uint32_t c = str_at(s, i++);
    *access = (FieldAccess){.attribute = c == '.', .name = {i, i}, .index = -1};
    if (c == '.') {
        while (i < end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
        access->name.end = *at = i;
    } else if (c == '[') {
        while (i < end && str_at(s, i) != ']') i++;
        if (i == end) return complain("Missing ']' in format string");
        access->name.end = i;
        *at = i + 1;
        access->index = number_of(s, access->name);
        if (access->index == -2) return -1;
    } else {
        return complain("Only '.' or '[' may follow ']' in format field specifier");
    }
    return access->name.start < access->name.end ? 1 : complain("Empty attribute in format string");
}
