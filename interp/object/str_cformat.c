/* Text for messages: C formats with objects in them (the list is in raise.h).
 *
 * Everything else in C that needs a string with parts goes through here: error messages, reprs, paths. The text between
 * the directives and the char * arguments are UTF-8; bytes that are not come out as U+FFFD rather than as an error,
 * for a message must not fail because of what it talks about.
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include "interp/object/bytes.h"
#include "interp/object/str_impl.h"

enum IntegerSize { SIZE_INT, SIZE_LONG, SIZE_LONG_LONG, SIZE_POINTER };

typedef struct Directive {
    char flags[4];
    int width, precision; /* -1: not given */
    enum IntegerSize size;
    char conversion;
} Directive;

static const char *parse_directive(const char *p, Directive *d, va_list *args) {
    *d = (Directive){.width = -1, .precision = -1};
    int flags = 0;
    while (*p && strchr("-0 +#", *p)) {
        if (flags < 3) d->flags[flags++] = *p;
        p++;
    }
    if (*p == '*') {
        d->width = va_arg(*args, int);
        p++;
    }
    for (; *p >= '0' && *p <= '9'; p++) d->width = (d->width < 0 ? 0 : d->width * 10) + (*p - '0');
    if (*p == '.') {
        p++;
        d->precision = 0;
        if (*p == '*') {
            d->precision = va_arg(*args, int);
            p++;
        }
        for (; *p >= '0' && *p <= '9'; p++) d->precision = d->precision * 10 + (*p - '0');
    }
    if (p[0] == 'l' && p[1] == 'l') {
        d->size = SIZE_LONG_LONG;
        p += 2;
    } else if (*p == 'l') {
        d->size = SIZE_LONG;
        p++;
    } else if (*p == 'z' || *p == 't' || *p == 'j') {
        d->size = SIZE_POINTER;
        p++;
    }
    d->conversion = *p;
    return p + 1;
}

/* A UTF-8 piece, cut to `precision` characters. */
static int write_utf8(StrWriter *w, const char *s, size_t n, int precision) {
    if (text_is_ascii(s, n)) return writer_ascii(w, s, precision >= 0 && (size_t)precision < n ? (size_t)precision : n);
    Object *text = codec_decode((const uint8_t *)s, n, NULL, "replace");
    if (!text) {
        writer_drop(w);
        return -1;
    }
    ptrdiff_t length = str_length(text);
    int result = writer_substring(w, text, 0, precision >= 0 && precision < length ? precision : length);
    decref(text);
    return result;
}

static int write_object(StrWriter *w, const Directive *d, Object *text) {
    if (!text) {
        writer_drop(w);
        return -1;
    }
    ptrdiff_t n = str_length(text);
    if (d->precision >= 0 && d->precision < n) n = d->precision;
    ptrdiff_t pad = d->width > n ? d->width - n : 0;
    bool left = strchr(d->flags, '-') != NULL;
    int result = left ? 0 : writer_fill(w, ' ', pad);
    if (result == 0) result = writer_substring(w, text, 0, n);
    if (result == 0 && left) result = writer_fill(w, ' ', pad);
    decref(text);
    return result;
}

static int64_t next_signed(enum IntegerSize size, va_list *args) {
    switch (size) {
    case SIZE_INT: return va_arg(*args, int);
    case SIZE_LONG: return va_arg(*args, long);
    case SIZE_LONG_LONG: return va_arg(*args, long long);
    default: return va_arg(*args, ptrdiff_t);
    }
}

static uint64_t next_unsigned(enum IntegerSize size, va_list *args) {
    switch (size) {
    case SIZE_INT: return va_arg(*args, unsigned);
    case SIZE_LONG: return va_arg(*args, unsigned long);
    case SIZE_LONG_LONG: return va_arg(*args, unsigned long long);
    default: return va_arg(*args, size_t);
    }
}

/* Numbers that are more than plain digits are left to snprintf, with the size normalised to 64 bits. */
static int write_number(StrWriter *w, const Directive *d, va_list *args) {
    bool plain = !*d->flags && d->width < 0 && d->precision < 0;
    if (plain && (d->conversion == 'd' || d->conversion == 'i')) return writer_int(w, next_signed(d->size, args));
    char format[48], buffer[512];
    int n = snprintf(format, sizeof(format), "%%%s", d->flags);
    if (d->width >= 0) n += snprintf(format + n, sizeof(format) - n, "%d", d->width < 400 ? d->width : 400);
    if (d->precision >= 0)
        n += snprintf(format + n, sizeof(format) - n, ".%d", d->precision < 400 ? d->precision : 400);
    if (strchr("fgeFGE", d->conversion)) {
        snprintf(format + n, sizeof(format) - n, "%c", d->conversion);
        snprintf(buffer, sizeof(buffer), format, va_arg(*args, double));
    } else {
        snprintf(format + n, sizeof(format) - n, "ll%c", d->conversion);
        if (d->conversion == 'd' || d->conversion == 'i')
            snprintf(buffer, sizeof(buffer), format, (long long)next_signed(d->size, args));
        else
            snprintf(buffer, sizeof(buffer), format, (unsigned long long)next_unsigned(d->size, args));
    }
    return writer_c(w, buffer);
}

static int write_directive(StrWriter *w, const Directive *d, va_list *args) {
    switch (d->conversion) {
    case '%': return writer_char(w, '%');
    case 'c': return writer_char(w, va_arg(*args, int));
    case 's': {
        const char *s = va_arg(*args, const char *);
        if (!s) s = "(null)";
        size_t n = d->precision >= 0 ? strnlen(s, (size_t)d->precision * 4) : strlen(s);
        if (d->width < 0) return write_utf8(w, s, n, d->precision);
        return write_object(w, d, codec_decode((const uint8_t *)s, n, NULL, "replace"));
    }
    case 'S': {
        Object *o = va_arg(*args, Object *);
        return write_object(w, d, str_check(o) ? newref(o) : object_str(o));
    }
    case 'R': return write_object(w, d, object_repr(va_arg(*args, Object *)));
    case 'A': return write_object(w, d, object_ascii(va_arg(*args, Object *)));
    case 'T': {
        const char *name = type_name(va_arg(*args, Object *));
        return write_utf8(w, name, strlen(name), d->precision);
    }
    case 'K': {
        Object *o = va_arg(*args, Object *);
        const char *name = o == NONE ? "None" : type_name(o);
        return write_utf8(w, name, strlen(name), d->precision);
    }
    case 'Q': return write_object(w, d, type_full_name(va_arg(*args, Object *)->type));
    case 'N': {
        const char *name = va_arg(*args, Type *)->mem.name;
        return write_utf8(w, name, strlen(name), d->precision);
    }
    case 'p': {
        char buffer[32];
        snprintf(buffer, sizeof(buffer), "%p", va_arg(*args, void *));
        return writer_c(w, buffer);
    }
    default: return write_number(w, d, args);
    }
}

/* The va_list goes along by pointer, so that each part takes its arguments from the same list. */
static int write_format(StrWriter *w, const char *format, va_list *args) {
    for (const char *p = format; *p;) {
        const char *percent = strchrnul(p, '%');
        if (percent > p && write_utf8(w, p, percent - p, -1) < 0) return -1;
        if (!*percent) return 0;
        Directive d;
        p = parse_directive(percent + 1, &d, args);
        if (write_directive(w, &d, args) < 0) return -1;
    }
    return 0;
}

Object *str_format_v(const char *format, void *va_list_pointer) {
    StrWriter w = writer_new();
    if (write_format(&w, format, va_list_pointer) < 0) return NULL;
    return writer_finish(&w);
}

Object *str_format(const char *format, ...) {
    va_list args;
    va_start(args, format);
    Object *result = str_format_v(format, &args);
    va_end(args);
    return result;
}

int writer_format(StrWriter *w, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int result = write_format(w, format, &args);
    va_end(args);
    return result;
}
