/* The parser of the format mini-language. One pass from left to right, a field at a time: each reader takes what
 * belongs to it off the front of the text and leaves the rest. */
#include "interp/object/format_spec.h"
#include "interp/object/unicode.h"

typedef struct SpecText {
    const Str *spec;
    ptrdiff_t at;
} SpecText;

/* The character `ahead` places in front, 0 past the end (a NUL in the text is no flag either). */
static uint32_t peek(const SpecText *t, ptrdiff_t ahead) {
    return t->at + ahead < t->spec->length ? str_at(t->spec, t->at + ahead) : 0;
}

static bool take(SpecText *t, uint32_t c) {
    if (peek(t, 0) != c) return false;
    t->at++;
    return true;
}

static bool is_align(uint32_t c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}
static bool is_sign(uint32_t c) {
    return c == '+' || c == '-' || c == ' ';
}

/* Digits come in runs of ten, zero first; a few runs follow each other directly (the mathematical ones). */
int format_digit_value(uint32_t c) {
    if (c < 0x80) return c - '0' < 10 ? (int)(c - '0') : -1;
    if (!unicode_is_decimal(c)) return -1;
    uint32_t first = c;
    while (unicode_is_decimal(first - 1)) first--;
    return (int)((c - first) % 10);
}

/* Digits into *out, -1 when there are none. */
static int take_number(SpecText *t, ptrdiff_t *out) {
    ptrdiff_t value = 0, start = t->at;
    int digit;
    while (t->at < t->spec->length && (digit = format_digit_value(str_at(t->spec, t->at))) >= 0) {
        if (value > (PTRDIFF_MAX - digit) / 10)
            return raise_int(&exc_ValueError, "Too many decimal digits in format string");
        value = value * 10 + digit;
        t->at++;
    }
    *out = t->at > start ? value : -1;
    return 0;
}

static int take_grouping(SpecText *t, char *out) {
    *out = take(t, ',') ? ',' : 0;
    if (peek(t, 0) == '_') {
        if (*out) return raise_int(&exc_ValueError, "Cannot specify both ',' and '_'.");
        t->at++;
        *out = '_';
    }
    if (*out == '_' && peek(t, 0) == ',') return raise_int(&exc_ValueError, "Cannot specify both ',' and '_'.");
    return 0;
}

static void take_flags(SpecText *t, FormatSpec *f) {
    bool fill_given = false;
    if (is_align(peek(t, 1))) {
        f->fill = peek(t, 0);
        f->align = (char)peek(t, 1);
        t->at += 2;
        fill_given = f->align_given = true;
    } else if (is_align(peek(t, 0))) {
        f->align = (char)peek(t, 0);
        t->at++;
        f->align_given = true;
    }
    if (is_sign(peek(t, 0))) f->sign = (char)peek(t, 0), t->at++;
    f->no_negative_zero = take(t, 'z');
    f->alternate = take(t, '#');
    if (!fill_given && take(t, '0')) {
        f->fill = '0';
        if (!f->align_given && f->align == '>') f->align = '=';
    }
}

/* A character in a message: as itself in ASCII, else as \xHH. */
static void show_char(char out[16], uint32_t c) {
    if (c > 32 && c < 128) {
        out[0] = (char)c;
        out[1] = 0;
        return;
    }
    static const char hex[] = "0123456789abcdef";
    int digits = 1;
    while (digits < 8 && c >> (4 * digits)) digits++;
    out[0] = '\\';
    out[1] = 'x';
    for (int i = 0; i < digits; i++) out[2 + i] = hex[(c >> (4 * (digits - 1 - i))) & 15];
    out[2 + digits] = 0;
}

static int refuse_grouping(char grouping, uint32_t type) {
    char shown[16];
    show_char(shown, type);
    return raise_int(&exc_ValueError, "Cannot specify '%c' with '%s'.", grouping, shown);
}

static bool allows_grouping(const FormatSpec *f) {
    switch (f->type) {
    case 'd':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
    case 0: return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X': return f->grouping == '_';
    default: return false;
    }
}

int format_spec_parse(FormatSpec *f, const Str *spec, Object *o, uint32_t type, char align) {
    SpecText t = {spec, 0};
    *f = (FormatSpec){.fill = ' ', .align = align, .width = -1, .precision = -1, .type = type};
    take_flags(&t, f);
    if (take_number(&t, &f->width) < 0 || take_grouping(&t, &f->grouping) < 0) return -1;
    if (take(&t, '.')) {
        if (take_number(&t, &f->precision) < 0 || take_grouping(&t, &f->fraction_grouping) < 0) return -1;
        if (f->precision < 0 && !f->fraction_grouping) {
            return raise_int(&exc_ValueError, "Format specifier missing precision");
        }
    }
    if (spec->length - t.at > 1) {
        return raise_int(&exc_ValueError, "Invalid format specifier '%S' for object of type '%T'", spec, o);
    }
    if (t.at < spec->length) f->type = str_at(spec, t.at);
    if (f->grouping && !allows_grouping(f)) return refuse_grouping(f->grouping, f->type);
    if (f->fraction_grouping && f->type == 'n') return refuse_grouping(f->fraction_grouping, f->type);
    return 0;
}

void *format_spec_unknown(const FormatSpec *f, Object *o) {
    char shown[16];
    show_char(shown, f->type);
    return raise_error(&exc_ValueError, "Unknown format code '%s' for object of type '%T'", shown, o);
}
