/* format % arguments, for str and for bytes: one reader of the directives, two sinks for what comes out.
 *
 * Numbers are ASCII either way. They differ in what %s takes, in %c, and in some messages.
 */
#include <limits.h>
#include <stdio.h>
#include "interp/object/ascii.h"
#include "interp/object/bytes.h"
#include "interp/object/dict.h"
#include "interp/object/float_text.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str_impl.h"
#include "interp/object/unicode.h"

typedef struct Percent {
    Text format;
    ptrdiff_t at;          /* in the format */
    bool bytes, ascii;     /* ascii: the format is a str of ASCII */
    bool replaces;         /* there was a % */
    Object *mapping;       /* what %(key) looks in, borrowed; NULL: not a mapping */
    Object *args;          /* owned: a tuple, or a single argument */
    ptrdiff_t next, count; /* of a tuple; a single argument has next -2 and then -1, count -1 */
    Object *whole;         /* the result, when one directive makes all of it: owned, or NULL */
    StrWriter text;        /* the sink of str */
    ByteWriter data;       /* the sink of bytes */
} Percent;

typedef struct Directive {
    bool left, plus, blank, alternate, zero;
    ptrdiff_t width, precision; /* -1: not given */
    uint32_t conversion;
    ptrdiff_t index; /* of the conversion, for messages */
} Directive;

/* The sinks. */

static int put(Percent *p, Text t, uint32_t max_char) {
    return p->bytes ? byte_writer_put(&p->data, t.data, t.length) : writer_text(&p->text, t, max_char);
}

static int put_ascii(Percent *p, const char *s, ptrdiff_t n) {
    return put(p, text_of(s, n, 1), 0x7f);
}

static int put_fill(Percent *p, char c, ptrdiff_t n) {
    if (n <= 0) return 0;
    if (!p->bytes) return writer_fill(&p->text, (uint8_t)c, n);
    uint8_t *room = byte_writer_room(&p->data, n);
    if (!room) return -1;
    memset(room, c, n);
    return 0;
}

/* Is what comes now the whole result? Then it need not be copied. */
static bool alone(const Percent *p) {
    return !p->bytes && p->text.length == 0 && p->at >= p->format.length;
}

static int put_whole(Percent *p, Object *s) { /* steals s */
    p->whole = s;
    return s ? 0 : -1;
}

static int put_padded(Percent *p, const Directive *d, Text t, uint32_t max_char) {
    ptrdiff_t gap = d->width > t.length ? d->width - t.length : 0;
    if (!d->left && put_fill(p, ' ', gap) < 0) return -1;
    if (put(p, t, max_char) < 0) return -1;
    return d->left ? put_fill(p, ' ', gap) : 0;
}

static int put_padded_str(Percent *p, const Directive *d, Object *s) {
    Text t = str_text(s);
    uint32_t max_char = str_max_char(s);
    bool cut = d->precision >= 0 && d->precision < t.length;
    if (!cut && d->width <= t.length && alone(p) && str_check_exact(s)) return put_whole(p, newref(s));
    if (cut) {
        t.length = d->precision;
        max_char = ((Str *)s)->ascii ? 0x7f : text_max_char(t);
    }
    return put_padded(p, d, t, max_char);
}

/* A number: digits with perhaps a minus sign in front and then a prefix of `prefix` characters ("0x"). */
static int put_number(Percent *p, const Directive *d, const char *s, ptrdiff_t n, ptrdiff_t prefix) {
    char sign = *s == '-' ? '-' : d->plus ? '+' : d->blank ? ' ' : 0;
    if (*s == '-') {
        s++;
        n--;
    }
    ptrdiff_t length = n + (sign != 0), gap = d->width > length ? d->width - length : 0;
    if (!d->left && !d->zero && put_fill(p, ' ', gap) < 0) return -1;
    if (sign && put_ascii(p, &sign, 1) < 0) return -1;
    if (put_ascii(p, s, prefix) < 0) return -1;
    if (!d->left && d->zero && put_fill(p, '0', gap) < 0) return -1;
    if (put_ascii(p, s + prefix, n - prefix) < 0) return -1;
    return d->left ? put_fill(p, ' ', gap) : 0;
}

/* Reading a directive. */

static Object *next_argument(Percent *p) { /* borrowed */
    if (p->next >= p->count) return raise_error(&exc_TypeError, "not enough arguments for format string");
    ptrdiff_t i = p->next++;
    return p->count < 0 ? p->args : tuple_item(p->args, i);
}

static uint32_t next_char(Percent *p) {
    return p->at < p->format.length ? text_char(p->format, p->at++) : 0;
}

static Object *key_object(Percent *p, ptrdiff_t start, ptrdiff_t end) {
    Text t = text_slice(p->format, start, end);
    return p->bytes ? bytes_new(t.data, t.length) : str_from_text(t);
}

/* (key): the value becomes the only argument. */
static int read_key(Percent *p) {
    if (!p->mapping) return raise_int(&exc_TypeError, "format requires a mapping");
    ptrdiff_t start = ++p->at;
    for (int depth = 1; depth > 0;) {
        if (p->at >= p->format.length) return raise_int(&exc_ValueError, "incomplete format key");
        uint32_t c = text_char(p->format, p->at++);
        depth += (c == '(') - (c == ')');
    }
    Object *key = key_object(p, start, p->at - 1);
    if (!key) return -1;
    Object *value = object_getitem(p->mapping, key);
    decref(key);
    if (!value) return -1;
    set_ref(&p->args, value);
    p->next = -2;
    p->count = -1;
    return 0;
}

/* A number or `*` at p->at: 1 when there was one. */
static int read_size(Percent *p, ptrdiff_t *out, ptrdiff_t most, const char *too_big) {
    uint32_t c = p->at < p->format.length ? text_char(p->format, p->at) : 0;
    if (c == '*') {
        p->at++;
        Object *o = next_argument(p);
        if (!o) return -1;
        if (!int_check(o)) return raise_int(&exc_TypeError, "* wants int");
        *out = number_as_index(o, &exc_OverflowError);
        if (*out == -1 && raise_pending()) {
            raise_clear();
            return raise_int(&exc_OverflowError, "Python int too large to convert to C %s",
                             most == INT_MAX ? "int" : "ssize_t");
        }
        if (*out > most || *out < -most - 1)
            return raise_int(&exc_OverflowError, "Python int too large to convert to C int");
        return 1;
    }
    if (c < '0' || c > '9') return 0;
    ptrdiff_t n = 0;
    for (; p->at < p->format.length; p->at++) {
        c = text_char(p->format, p->at);
        if (c < '0' || c > '9') break;
        if (n > (most - (ptrdiff_t)(c - '0')) / 10) return raise_int(&exc_ValueError, "%s", too_big);
        n = n * 10 + (ptrdiff_t)(c - '0');
    }
    *out = n;
    return 1;
}

static bool set_flag(Directive *d, uint32_t c) {
    bool *flag = c == '-'   ? &d->left
                 : c == '+' ? &d->plus
                 : c == ' ' ? &d->blank
                 : c == '#' ? &d->alternate
                 : c == '0' ? &d->zero
                            : NULL;
    if (flag) *flag = true;
    return flag;
}

/* Behind the percent sign, up to the conversion character. */
static int read_directive(Percent *p, Directive *d) {
    *d = (Directive){.width = -1, .precision = -1};
    if (p->at < p->format.length && text_char(p->format, p->at) == '(' && read_key(p) < 0) return -1;
    while (p->at < p->format.length && set_flag(d, text_char(p->format, p->at))) p->at++;
    if (read_size(p, &d->width, PTRDIFF_MAX, "width too big") < 0) return -1;
    if (d->width == PTRDIFF_MIN) return raise_int(&exc_OverflowError, "width too big");
    if (d->width < -1) {
        d->left = true;
        d->width = -d->width;
    }
    if (p->at < p->format.length && text_char(p->format, p->at) == '.') {
        p->at++;
        d->precision = 0;
        if (read_size(p, &d->precision, INT_MAX, p->bytes ? "prec too big" : "precision too big") < 0) return -1;
        if (d->precision < 0) d->precision = 0;
    }
    uint32_t c = next_char(p);
    if (c == 'h' || c == 'l' || c == 'L') c = next_char(p);
    if (c == 0 && p->at >= p->format.length) return raise_int(&exc_ValueError, "incomplete format");
    d->conversion = c;
    d->index = p->at - 1;
    return 0;
}

/* Integers. */

/* v as an int for the conversion: new. */
static Object *integer_for(Object *v, char conversion) {
    bool strict = strchr("oxX", conversion) != NULL;
    if (int_check(v)) return newref(v);
    Object *result = NULL;
    if (v->type->to_index || (!strict && (v->type->to_int || v->type->to_float)))
        result = strict ? number_index(v) : number_int(v);
    if (result || (raise_pending() && !raise_is(&exc_TypeError))) return result;
    raise_clear();
    return raise_error(&exc_TypeError, "%%%c format: %s is required, not %T", conversion,
                       strict ? "an integer" : "a real number", v);
}

/* Digits with the prefix and the leading zeros that the precision asks for. */
static int put_digits(Percent *p, const Directive *d, const char *s, ptrdiff_t n) {
    bool negative = *s == '-', prefixed = d->alternate && strchr("oxX", (char)d->conversion);
    ptrdiff_t digits = n - negative, zeros = d->precision > digits ? d->precision - digits : 0;
    if (!prefixed && !zeros && d->conversion != 'X') return put_number(p, d, s, n, 0);
    StrWriter w = writer_new();
    char prefix[3] = {'0', d->conversion == 'o' ? 'o' : 'x', 0};
    if (negative && writer_char(&w, '-') < 0) return -1;
    if (prefixed && writer_c(&w, prefix) < 0) return -1;
    if (writer_fill(&w, '0', zeros) < 0 || writer_ascii(&w, s + negative, digits) < 0) return -1;
    Object *text = writer_finish(&w);
    if (!text) return -1;
    if (d->conversion == 'X' && str_length(text) > 1) {
        ascii_upper(str_data(text), str_data(text), str_length(text));
    } else if (d->conversion == 'X') { /* a shared character */
        char digit = (char)ascii_to_upper(str_data(text)[0]);
        decref(text);
        return put_number(p, d, &digit, 1, 0);
    }
    int result = put_number(p, d, (const char *)str_data(text), str_length(text), prefixed ? 2 : 0);
    decref(text);
    return result;
}

static int put_integer(Percent *p, const Directive *d, Object *v) {
    if (d->precision > INT_MAX - 3) return raise_int(&exc_ValueError, "precision too large");
    Object *number = integer_for(v, (char)d->conversion);
    if (!number) return -1;
    Object *text = int_to_string(number, d->conversion == 'o' ? 8 : (d->conversion | 32) == 'x' ? 16 : 10);
    decref(number);
    if (!text) return -1;
    bool bare = d->width < 0 && d->precision < 0 && !d->plus && !d->blank && !d->alternate && d->conversion != 'X';
    if (bare && alone(p)) return put_whole(p, text);
    int result = put_digits(p, d, (const char *)str_data(text), str_length(text));
    decref(text);
    return result;
}

static int put_float(Percent *p, const Directive *d, Object *v) {
    double x;
    if (v->type == &float_type) {
        x = float_value(v);
    } else {
        x = float_as_double(v);
        if (x == -1.0 && raise_pending()) {
            if (!p->bytes) return -1;
            raise_clear();
            return raise_int(&exc_TypeError, "float argument required, not %T", v);
        }
    }
    int precision = d->precision < 0 ? 6 : (int)d->precision;
    if (precision > INT_MAX - 512) return raise_int(&exc_ValueError, "precision too big");
    FloatText t;
    if (float_text(&t, x, (char)d->conversion, precision, d->alternate ? FLOAT_ALTERNATE : 0) < 0) return -1;
    int result = put_number(p, d, t.text, (ptrdiff_t)t.n, 0);
    float_text_drop(&t);
    return result;
}

/* %c */

static int put_char(Percent *p, const Directive *d, Object *v) {
    if (str_check(v)) {
        if (str_length(v) == 1) return put_padded(p, d, str_text(v), str_max_char(v));
        return raise_int(&exc_TypeError, "%%c requires an int or a unicode character, not a string of length %zd",
                         str_length(v));
    }
    if (!v->type->to_index) return raise_int(&exc_TypeError, "%%c requires an int or a unicode character, not %Q", v);
    ptrdiff_t c = number_as_index(v, NULL);
    if (c == -1 && raise_pending()) return -1;
    if (c < 0 || c > UNICODE_MAX) return raise_int(&exc_OverflowError, "%%c arg not in range(0x110000)");
    uint32_t one = (uint32_t)c;
    Text t = text_of(&one, 1, 4);
    return put_padded(p, d, t, text_max_char(t));
}

static int put_byte(Percent *p, const Directive *d, Object *v) {
    uint8_t byte;
    if (bytes_check(v) || bytearray_check(v)) {
        bool fixed = bytes_check(v);
        ptrdiff_t n = fixed ? bytes_length(v) : ((ByteArray *)v)->length;
        if (n != 1)
            return raise_int(&exc_TypeError,
                             "%%c requires an integer in range(256) or a single byte, not a %s object of length %zd",
                             fixed ? "bytes" : "bytearray", n);
        byte = fixed ? ((Bytes *)v)->data[0] : ((ByteArray *)v)->data[0];
    } else {
        if (!v->type->to_index)
            return raise_int(&exc_TypeError, "%%c requires an integer in range(256) or a single byte, not %Q", v);
        ptrdiff_t c = number_as_index(v, NULL);
        if (c == -1 && raise_pending()) return -1;
        if (c < 0 || c > 255) return raise_int(&exc_OverflowError, "%%c arg not in range(256)");
        byte = (uint8_t)c;
    }
    return put_padded(p, d, text_of(&byte, 1, 1), 0xff);
}

/* %s */

static int put_text(Percent *p, const Directive *d, Object *v) {
    Object *text = d->conversion == 's'                ? object_str(v)
                   : d->conversion == 'r' && !p->bytes ? object_repr(v)
                                                       : object_ascii(v);
    if (!text) return -1;
    int result = put_padded_str(p, d, text);
    decref(text);
    return result;
}

/* What v has to say as bytes: new. __bytes__ comes before the memory that it may show. */
static Object *bytes_for(Object *v) {
    if (bytes_check(v)) return newref(v);
    Object *method = bytearray_check(v) ? NULL : object_lookup_special(v, names.__bytes__);
    if (!method) {
        if (raise_pending()) return NULL;
        if (buffer_check(v)) return bytes_from_object(v); /* any layout of memory is taken */
        return raise_error(&exc_TypeError,
                           "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100T'", v);
    }
    Object *data = object_call0(method);
    decref(method);
    if (!data || bytes_check(data)) return data;
    raise_error(&exc_TypeError, "__bytes__ returned non-bytes (type %.200T)", data);
    decref(data);
    return NULL;
}

static int put_bytes(Percent *p, const Directive *d, Object *v) {
    Object *data = bytes_for(v);
    if (!data) return -1;
    ptrdiff_t n = bytes_length(data);
    if (d->precision >= 0 && d->precision < n) n = d->precision;
    int result = put_padded(p, d, text_of(((Bytes *)data)->data, n, 1), 0xff);
    decref(data);
    return result;
}

/* The whole. */

/* %s of a str and %d of an int, without anything between: most directives are one of these. 1: done, 0: something else,
 * -1: failed */
static int put_simple(Percent *p) {
    if (p->at >= p->format.length || p->next >= p->count) return 0;
    uint32_t c = text_char(p->format, p->at);
    Object *v = p->count < 0 ? p->args : tuple_item(p->args, p->next);
    bool decimal = c == 'd' && v->type == &int_type;
    if (!decimal && (c != 's' || v->type != &str_type || p->bytes)) return 0;
    p->at++;
    p->next++;
    int result;
    if (alone(p)) {
        result = put_whole(p, decimal ? int_to_string(v, 10) : newref(v));
    } else if (decimal) {
        char digits[24], *end = digits + sizeof digits;
        int64_t value = ((Int *)v)->value;
        char *start = int_write_decimal(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
        if (value < 0) *--start = '-';
        result = put_ascii(p, start, end - start);
    } else {
        result = writer_str(&p->text, v);
    }
    return result < 0 ? -1 : 1;
}

/* Was the conversion reached by way of the digits of a width or a precision? That decides between two messages. */
static bool behind_digits(const Percent *p, const Directive *d) {
    uint32_t before = text_char(p->format, d->index - 1);
    return (d->width >= 0 || d->precision >= 0) && before >= '0' && before <= '9';
}

static int put_directive(Percent *p) {
    Directive d;
    int simple = put_simple(p);
    if (simple) return simple < 0 ? -1 : 0;
    if (read_directive(p, &d) < 0) return -1;
    Object *v = next_argument(p);
    if (!v) return -1;
    incref(v);
    int result;
    switch (d.conversion) {
    case 's':
        if (p->bytes)
            result = put_bytes(p, &d, v);
        else if (str_check_exact(v))
            result = put_padded_str(p, &d, v);
        else
            result = put_text(p, &d, v);
        break;
    case 'r':
    case 'a': result = put_text(p, &d, v); break;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': result = put_integer(p, &d, v); break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': result = put_float(p, &d, v); break;
    case 'c': result = p->bytes ? put_byte(p, &d, v) : put_char(p, &d, v); break;
    case 'b':
        if (p->bytes) {
            result = put_bytes(p, &d, v);
            break;
        }
        /* fallthrough */
    default: {
        if (p->bytes && d.conversion > 127 && !behind_digits(p, &d)) {
            result = raise_int(&exc_OverflowError, "character argument not in range(0x110000)");
            break;
        }
        bool shown = p->bytes || (d.conversion > 31 && d.conversion < 127);
        result = raise_int(&exc_ValueError, "unsupported format character '%c' (0x%x) at index %zd",
                           shown ? (int)d.conversion : '?', (unsigned)d.conversion, d.index);
    }
    }
    decref(v);
    return result;
}

static int run(Percent *p) {
    while (p->at < p->format.length) {
        Text rest = text_slice(p->format, p->at, p->format.length);
        ptrdiff_t n = text_find_char(rest, '%');
        if (n < 0) n = rest.length;
        Text literal = text_slice(rest, 0, n);
        if (n && put(p, literal, p->ascii ? 0x7f : p->bytes ? 0xff : text_max_char(literal)) < 0) return -1;
        p->at += n + 1;
        if (n == rest.length) break;
        p->replaces = true;
        if (p->at < p->format.length && text_char(p->format, p->at) == '%') {
            p->at++;
            if (put_ascii(p, "%", 1) < 0) return -1;
        } else if (put_directive(p) < 0) {
            return -1;
        }
    }
    if (p->next < p->count && !p->mapping)
        return raise_int(&exc_TypeError, "not all arguments converted during %s formatting",
                         p->bytes ? "bytes" : "string");
    return 0;
}

static void take_arguments(Percent *p, Object *args) {
    p->args = newref(args);
    if (tuple_check(args)) {
        p->count = tuple_length(args);
        return;
    }
    p->next = -2;
    p->count = -1;
    bool text = str_check(args) || (p->bytes && (bytes_check(args) || bytearray_check(args)));
    if (args->type->get_item && !text) p->mapping = args;
}

Object *str_percent(Object *format, Object *args) {
    if (tuple_check(args) && tuple_length(args) == 0 && text_find_char(str_text(format), '%') < 0)
        return newref(format);
    Percent p = {.format = str_text(format), .ascii = ((Str *)format)->ascii, .text = writer_new()};
    take_arguments(&p, args);
    int result = run(&p);
    decref(p.args);
    if (result == 0 && !p.replaces) {
        writer_drop(&p.text);
        return newref(format);
    }
    if (result == 0) return p.whole ? p.whole : writer_finish(&p.text);
    xdecref(p.whole);
    writer_drop(&p.text);
    return NULL;
}

Object *bytes_percent(const uint8_t *format, ptrdiff_t n, Object *args) {
    Percent p = {.format = text_of(format, n, 1), .bytes = true, .data = byte_writer_new()};
    take_arguments(&p, args);
    int result = run(&p);
    decref(p.args);
    if (result == 0) return byte_writer_finish(&p.data);
    byte_writer_drop(&p.data);
    return NULL;
}
