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

/* What a number's text consists of, all of it ASCII. */
typedef struct Parts {
    char head[4]; /* sign and prefix */
    int head_n;
    const char *whole, *fraction, *tail;
    ptrdiff_t whole_n, fraction_n, tail_n;
    bool point;
} Parts;

#define FRACTION_GROUP 3
#define LOCAL_TEXT     128

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
    return min % (group + 1) == 0 ? min + 1 : min;
}

static char *put(char *out, const char *text, ptrdiff_t n) {
    if (n > 0) memcpy(out, text, (size_t)n); /* text may be NULL for nothing */
    return out + n;
}

/* Whole digits on `length` characters, as grouped_length counted them. */
static char *put_grouped(char *out, const char *digits, ptrdiff_t n, ptrdiff_t length, int group, char separator) {
    if (!group) {
        if (length > n) memset(out, '0', (size_t)(length - n));
        return put(out + (length - n), digits, n);
    }
    ptrdiff_t all = length - length / (group + 1), zeros = all - n; /* digits to write, n of them given */
    for (ptrdiff_t i = 0; i < all; i++) {
        if (i > 0 && (all - i) % group == 0) *out++ = separator;
        *out++ = i < zeros ? '0' : digits[i - zeros];
    }
    return out;
}

static char *put_fraction(char *out, const Parts *p, char separator) {
    if (p->point) *out++ = '.';
    if (!separator) return put(out, p->fraction, p->fraction_n);
    for (ptrdiff_t i = 0; i < p->fraction_n; i++) {
        if (i > 0 && i % FRACTION_GROUP == 0) *out++ = separator;
        *out++ = p->fraction[i];
    }
    return out;
}

/* Text between its padding, with the `head` at its front kept left of it where the alignment is '='. */
static Object *padded(const FormatSpec *f, const char *text, ptrdiff_t n, ptrdiff_t head) {
    ptrdiff_t left, right;
    format_spec_padding(f, n, &left, &right);
    if (n + left + right <= 1) return str_from_ascii(text, (size_t)n);
    if (f->align != '=') head = 0;
    Str *s = str_alloc(n + left + right, left + right > 0 && f->fill > 127 ? f->fill : 127);
    if (!s) return NULL;
    if (s->kind == 1) {
        char *out = put((char *)s->data, text, head);
        if (left > 0) memset(out, (int)f->fill, (size_t)left);
        out = put(out + left, text + head, n - head);
        if (right > 0) memset(out, (int)f->fill, (size_t)right);
        return (Object *)s;
    }
    decref(s); /* padding from beyond Latin-1 is rare: the writer knows how to store it */
    StrWriter w = writer_new();
    int failed = writer_ascii(&w, text, (size_t)head) < 0 || writer_fill(&w, f->fill, left) < 0 ||
                 writer_ascii(&w, text + head, (size_t)(n - head)) < 0 || writer_fill(&w, f->fill, right) < 0;
    return failed ? NULL : writer_finish(&w);
}

/* Number as text: grouped, but not padded except by zeros that take part in the grouping. */
typedef struct NumberBody {
    char *text; /* in `local` or a block of its own */
    ptrdiff_t n;
    char local[LOCAL_TEXT];
} NumberBody;

static int body_make(NumberBody *b, const FormatSpec *f, const Parts *p) {
    int group = f->grouping ? group_size(f) : 0;
    ptrdiff_t fraction = p->fraction_n;
    if (f->width > PTRDIFF_MAX / 2) { /* sums below could overflow */
        raise_memory();
        return -1;
    }
    if (f->fraction_grouping && fraction > 0) fraction += (fraction - 1) / FRACTION_GROUP;
    ptrdiff_t others = p->head_n + p->point + fraction + p->tail_n;
    bool zeros = f->fill == '0' && f->align == '=';
    ptrdiff_t whole = grouped_length(p->whole_n, zeros ? f->width - others : 0, group);
    b->n = others + whole;
    b->text = b->n <= LOCAL_TEXT ? b->local : heap_alloc((size_t)b->n);
    if (!b->text) {
        raise_memory();
        return -1;
    }
    char *out = put(b->text, p->head, p->head_n);
    if (whole > 0) out = put_grouped(out, p->whole, p->whole_n, whole, group, f->grouping);
    put(put_fraction(out, p, f->fraction_grouping), p->tail, p->tail_n);
    return 0;
}

static void body_drop(NumberBody *b) {
    if (b->text != b->local) heap_free(b->text);
}

/* Neither padding nor grouping nor a sign to add: the commonest specs only have a type and a precision. */
static bool is_bare(const FormatSpec *f) {
    return f->width < 0 && !f->grouping && !f->fraction_grouping && !f->no_negative_zero &&
           (!f->sign || f->sign == '-');
}

static Object *assemble(const FormatSpec *f, const Parts *p) {
    NumberBody b;
    if (body_make(&b, f, p) < 0) return NULL;
    Object *result = padded(f, b.text, b.n, p->head_n);
    body_drop(&b);
    return result;
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
    return failed ? NULL : writer_finish(&w);
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
    Object *result = assemble(f, &p);
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

/* Takes the text of d apart. */
static Parts parts_of(const FloatText *t, double d, const FormatSpec *f) {
    bool drop_sign = f->no_negative_zero && *t->text == '-' && isfinite(d) && is_zero_text(t->text, t->n);
    return split(t->text + drop_sign, t->n - drop_sign, f->sign);
}

static Object *format_double(double d, const FormatSpec *f) {
    FloatText t;
    ptrdiff_t precision;
    char code = float_code(f, &precision);
    int flags = (f->type ? 0 : FLOAT_POINT_ZERO) | (f->alternate ? FLOAT_ALTERNATE : 0);
    if (!code || float_text(&t, d, code, precision, flags) < 0) return NULL;
    Object *result;
    if (is_bare(f)) {
        result = str_from_ascii(t.text, t.n);
    } else {
        Parts p = parts_of(&t, d, f);
        result = assemble(f, &p);
    }
    float_text_drop(&t);
    return result;
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

/* One half without padding, into the writer. */
static int write_half(StrWriter *w, double d, const FormatSpec *f, char code, ptrdiff_t precision) {
    FloatText t;
    NumberBody b;
    if (float_text(&t, d, code, precision, f->alternate ? FLOAT_ALTERNATE : 0) < 0) return -1;
    Parts p = parts_of(&t, d, f);
    int status = body_make(&b, f, &p);
    float_text_drop(&t);
    if (status < 0) return -1;
    status = writer_ascii(w, b.text, (size_t)b.n);
    body_drop(&b);
    return status;
}

/* Both halves; without a type, in parentheses or only the imaginary one, as repr has it. */
static int write_complex(StrWriter *w, const Complex *c, const FormatSpec *f, char code, ptrdiff_t precision) {
    FormatSpec half = *f;
    bool imag_only = f->type == 0 && c->re == 0.0 && !signbit(c->re), parentheses = f->type == 0 && !imag_only;
    if (parentheses && writer_char(w, '(') < 0) return -1;
    if (!imag_only) {
        if (write_half(w, c->re, &half, code, precision) < 0) return -1;
        half.sign = '+';
    }
    if (write_half(w, c->im, &half, code, precision) < 0 || writer_char(w, 'j') < 0) return -1;
    return parentheses ? writer_char(w, ')') : 0;
}

Object *complex_format(Object *o, Object *spec) {
    if (str_length(spec) == 0) return object_str(o);
    FormatSpec f;
    ptrdiff_t precision;
    if (format_spec_parse(&f, (Str *)spec, o, 0, '>') < 0) return NULL;
    if (f.type == '%' || (f.type != 0 && f.type != 'n' && !is_float_type(f.type))) return format_spec_unknown(&f, o);
    char code = float_code(&f, &precision);
    if (!code) return NULL;
    if (f.fill == '0') return raise_error(&exc_ValueError, "Zero padding is not allowed in complex format specifier");
    if (f.align == '=') {
        return raise_error(&exc_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    }
    StrWriter w = writer_new();
    if (write_complex(&w, (Complex *)o, &f, code, precision) < 0) {
        writer_drop(&w);
        return NULL;
    }
    Object *body = writer_finish(&w);
    if (!body) return NULL;
    Object *result = padded(&f, (const char *)str_data(body), str_length(body), 0);
    decref(body);
    return result;
}
