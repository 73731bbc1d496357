/* format() of int, float and complex. Each turns its value into parts, and one function puts the parts together:
 *
 *      fill | sign, prefix | fill for '=' | whole digits, grouped | . | fraction digits, grouped | exponent or % | fill
 *
 * The locale's code 'n' is like 'd' or 'g': the C locale groups nothing. */
#include "interp/object/bigint.h"
#include "interp/object/float_text.h"
#include "interp/object/format_spec.h"

#include <limits.h>
#include <math.h>
#include <string.h>

typedef struct Parts {
    char head[4]; /* sign and prefix */
    int head_n;
    const char *whole, *fraction, *tail;
    ptrdiff_t whole_n, fraction_n, tail_n;
    bool point;
} Parts;

#define FRACTION_GROUP 3

static int group_size(const FormatSpec *f) {
    return f->type == 'b' || f->type == 'o' || f->type == 'x' || f->type == 'X' ? 4 : 3;
}

/* How many characters `n` whole digits become: with separators, and with zeros in front up to `min` characters, which
 * take part in the grouping and never begin with a separator. */
static ptrdiff_t grouped_length(ptrdiff_t n, ptrdiff_t min, int group) {
    if (n == 0) return 0;
    if (!group) return n > min ? n : min;
    ptrdiff_t plain = n + (n - 1) / group;
    if (plain >= min) return plain;
    ptrdiff_t rest = min % (group + 1);
    return rest == 0 ? min + 1 : min;
}

static int write_grouped(StrWriter *w, const char *digits, ptrdiff_t n, ptrdiff_t length, int group, char separator) {
    if (!group) return writer_fill(w, '0', length - n) < 0 ? -1 : writer_ascii(w, digits, (size_t)n);
    ptrdiff_t all = length - length / (group + 1), zeros = all - n; /* digits to write, n of them given */
    for (ptrdiff_t i = 0; i < all; i++) {
        if (i > 0 && (all - i) % group == 0 && writer_char(w, (uint32_t)separator) < 0) return -1;
        if (writer_char(w, i < zeros ? '0' : (uint32_t)digits[i - zeros]) < 0) return -1;
    }
    return 0;
}

static int write_fraction(StrWriter *w, const Parts *p, char separator) {
    if (p->point && writer_char(w, '.') < 0) return -1;
    if (!separator) return writer_ascii(w, p->fraction, (size_t)p->fraction_n);
    for (ptrdiff_t i = 0; i < p->fraction_n; i += FRACTION_GROUP) {
        ptrdiff_t n = p->fraction_n - i < FRACTION_GROUP ? p->fraction_n - i : FRACTION_GROUP;
        if (i > 0 && writer_char(w, (uint32_t)separator) < 0) return -1;
        if (writer_ascii(w, p->fraction + i, (size_t)n) < 0) return -1;
    }
    return 0;
}

/* The number with its groups, and padding up to the width. 0, -1 */
static int write_parts(StrWriter *w, const FormatSpec *f, const Parts *p) {
    int group = f->grouping ? group_size(f) : 0;
    ptrdiff_t fraction = p->fraction_n;
    if (f->fraction_grouping && fraction > 0) fraction += (fraction - 1) / FRACTION_GROUP;
    ptrdiff_t others = p->head_n + p->point + fraction + p->tail_n;
    bool zeros = f->fill == '0' && f->align == '=';
    ptrdiff_t whole = grouped_length(p->whole_n, zeros ? f->width - others : 0, group);
    ptrdiff_t left, right, middle = 0;
    format_spec_padding(f, others + whole, &left, &right);
    if (f->align == '=') {
        middle = left;
        left = 0;
    }
    if (writer_fill(w, f->fill, left) < 0 || writer_ascii(w, p->head, (size_t)p->head_n) < 0 ||
        writer_fill(w, f->fill, middle) < 0 ||
        (whole > 0 && write_grouped(w, p->whole, p->whole_n, whole, group, f->grouping) < 0) ||
        write_fraction(w, p, f->fraction_grouping) < 0 || writer_ascii(w, p->tail, (size_t)p->tail_n) < 0) {
        return -1;
    }
    return writer_fill(w, f->fill, right);
}

static Object *finish(int status, StrWriter *w) {
    if (status == 0) return writer_finish(w);
    writer_drop(w);
    return NULL;
}

static void put_sign(Parts *p, bool negative, char sign) {
    if (negative)
        p->head[p->head_n++] = '-';
    else if (sign == '+' || sign == ' ')
        p->head[p->head_n++] = sign;
}

/* --- int --- */

static Object *format_char(Object *o, const FormatSpec *f) {
    if (f->sign) return raise_error(&exc_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (f->alternate) {
        return raise_error(&exc_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    int64_t c = int_as_i64(o);
    if (c == -1 && raise_pending()) return NULL;
    if (c < 0 || c > 0x10ffff) return raise_error(&exc_OverflowError, "%%c arg not in range(0x110000)");
    ptrdiff_t left, right;
    format_spec_padding(f, 1, &left, &right);
    StrWriter w = writer_new();
    int failed =
        writer_fill(&w, f->fill, left) < 0 || writer_char(&w, (uint32_t)c) < 0 || writer_fill(&w, f->fill, right) < 0;
    return finish(failed ? -1 : 0, &w);
}

static int base_of(uint32_t type) {
    switch (type) {
    case 'b': return 2;
    case 'o': return 8;
    case 'x':
    case 'X': return 16;
    default: return 10;
    }
}

static void to_capitals(Digits *d) {
    for (size_t i = 0; i < d->n; i++) {
        if (d->text[i] >= 'a') d->text[i] = (char)(d->text[i] - 'a' + 'A');
    }
}

static Object *format_integer(Object *o, const FormatSpec *f) {
    if (f->precision >= 0) {
        return raise_error(&exc_ValueError, "Precision not allowed in integer format specifier");
    }
    if (f->no_negative_zero) {
        return raise_error(&exc_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (f->type == 'c') return format_char(o, f);
    int base = base_of(f->type);
    View v;
    view(&v, o);
    Digits d;
    if (digits_of(&d, &v, base) < 0) return NULL;
    if (f->type == 'X') to_capitals(&d);
    Parts p = {.whole = d.text, .whole_n = (ptrdiff_t)d.n};
    put_sign(&p, v.negative, f->sign);
    if (f->alternate && base != 10) {
        p.head[p.head_n++] = '0';
        p.head[p.head_n++] = (char)f->type;
    }
    StrWriter w = writer_new();
    Object *result = finish(write_parts(&w, f, &p), &w);
    digits_drop(&d);
    return result;
}

/* --- float --- */

/* Whether the text is a zero: no digit but 0 in front of an exponent. */
static bool is_zero_text(const char *text, size_t n) {
    for (size_t i = 0; i < n && (text[i] | 0x20) != 'e'; i++) {
        if (text[i] >= '1' && text[i] <= '9') return false;
    }
    return true;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Takes the text of a finite or special number apart. */
static Parts split(const char *text, size_t n, char sign) {
    Parts p = {0};
    const char *at = text, *end = text + n;
    put_sign(&p, at < end && *at == '-', sign);
    if (at < end && *at == '-') at++;
    for (p.whole = at; at < end && is_digit(*at); at++) p.whole_n++;
    p.point = at < end && *at == '.';
    at += p.point;
    for (p.fraction = at; at < end && is_digit(*at); at++) p.fraction_n++;
    p.tail = at;
    p.tail_n = end - at;
    return p;
}

/* The code and precision that float_text knows, for those of the spec; 0 with ValueError. */
static char float_code(const FormatSpec *f, ptrdiff_t *precision) {
    *precision = f->precision < 0 ? 6 : f->precision;
    if (f->precision > INT_MAX) {
        raise_error(&exc_ValueError, "precision too big");
        return 0;
    }
    if (f->type == 0) return f->precision < 0 ? 'r' : 'g';
    return f->type == 'n' ? 'g' : (char)f->type;
}

static int write_double(StrWriter *w, double d, const FormatSpec *f, char code, ptrdiff_t precision, int flags) {
    FloatText t;
    if (float_text(&t, d, code, precision, flags | (f->alternate ? FLOAT_ALTERNATE : 0)) < 0) return -1;
    const char *text = t.text;
    size_t n = t.n;
    if (f->no_negative_zero && *text == '-' && isfinite(d) && is_zero_text(text, n)) {
        text++;
        n--;
    }
    Parts p = split(text, n, f->sign);
    int status = write_parts(w, f, &p);
    float_text_drop(&t);
    return status;
}

static Object *format_double(double d, const FormatSpec *f) {
    ptrdiff_t precision;
    char code = float_code(f, &precision);
    if (!code) return NULL;
    StrWriter w = writer_new();
    return finish(write_double(&w, d, f, code, precision, f->type ? 0 : FLOAT_POINT_ZERO), &w);
}

static bool is_float_type(uint32_t type) {
    switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    default: return false;
    }
}

Object *int_format(Object *o, Object *spec) {
    if (str_length(spec) == 0) return object_str(o);
    FormatSpec f;
    if (format_spec_parse(&f, (Str *)spec, o, 'd', '>') < 0) return NULL;
    switch (f.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': return format_integer(o, &f);
    }
    if (!is_float_type(f.type)) return format_spec_unknown(&f, o);
    double d = int_as_double(o);
    return d == -1.0 && raise_pending() ? NULL : format_double(d, &f);
}

Object *float_format(Object *o, Object *spec) {
    if (str_length(spec) == 0) return object_str(o);
    FormatSpec f;
    if (format_spec_parse(&f, (Str *)spec, o, 0, '>') < 0) return NULL;
    if (f.type != 0 && f.type != 'n' && !is_float_type(f.type)) return format_spec_unknown(&f, o);
    return format_double(float_value(o), &f);
}

/* --- complex --- */

/* Both halves without padding; without a type, in parentheses or only the imaginary one, as repr has it. */
static int write_complex(StrWriter *w, const Complex *c, const FormatSpec *f, char code, ptrdiff_t precision) {
    FormatSpec half = *f;
    half.width = -1;
    half.align = '>';
    bool imag_only = f->type == 0 && c->re == 0.0 && !signbit(c->re), parentheses = f->type == 0 && !imag_only;
    if (parentheses && writer_char(w, '(') < 0) return -1;
    if (!imag_only) {
        if (write_double(w, c->re, &half, code, precision, 0) < 0) return -1;
        half.sign = '+';
    }
    if (write_double(w, c->im, &half, code, precision, 0) < 0 || writer_char(w, 'j') < 0) return -1;
    return parentheses ? writer_char(w, ')') : 0;
}

Object *complex_format(Object *o, Object *spec) {
    if (str_length(spec) == 0) return object_str(o);
    FormatSpec f;
    ptrdiff_t precision, left, right;
    if (format_spec_parse(&f, (Str *)spec, o, 0, '>') < 0) return NULL;
    if (f.type == '%' || (f.type != 0 && f.type != 'n' && !is_float_type(f.type))) return format_spec_unknown(&f, o);
    char code = float_code(&f, &precision);
    if (!code) return NULL;
    if (f.fill == '0') return raise_error(&exc_ValueError, "Zero padding is not allowed in complex format specifier");
    if (f.align == '=') {
        return raise_error(&exc_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    }
    StrWriter w = writer_new();
    Object *body = finish(write_complex(&w, (Complex *)o, &f, code, precision), &w);
    if (!body) return NULL;
    format_spec_padding(&f, str_length(body), &left, &right);
    w = writer_new();
    int failed = writer_fill(&w, f.fill, left) < 0 || writer_str(&w, body) < 0 || writer_fill(&w, f.fill, right) < 0;
    decref(body);
    return finish(failed ? -1 : 0, &w);
}
