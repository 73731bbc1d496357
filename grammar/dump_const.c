/* The repr of constants. The interpreter has its own, of objects; this one works from the text of the tree. */
#include "grammar/dump_const.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "grammar/unicode.h"

/* --- strings --- */

static void put_character(FILE *f, const char *s, int n, int32_t c) {
    if (c < 0x80 ? c >= ' ' && c < 0x7f : unicode_is_printable(c)) {
        fwrite(s, 1, n, f);
    } else if (c < 0x100) {
        fprintf(f, "\\x%02x", c);
    } else {
        fprintf(f, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
}

/* One character; surrogates are three bytes like their neighbours. */
static int decode(const char *s, size_t n, int32_t *c) {
    int read = unicode_decode(s, n, c);
    if (*c >= 0 || n < 3) return read;
    *c = (s[0] & 0xf) << 12 | (s[1] & 0x3f) << 6 | (s[2] & 0x3f);
    return 3;
}

static void put_quoted(FILE *f, const char *s, size_t n, bool bytes) {
    bool has_single = memchr(s, '\'', n), has_double = memchr(s, '"', n);
    char quote = has_single && !has_double ? '"' : '\'';
    fputc(quote, f);
    for (size_t i = 0; i < n;) {
        int32_t c = (unsigned char)s[i];
        int read = bytes || c < 0x80 ? 1 : decode(s + i, n - i, &c);
        if (c == quote || c == '\\') {
            fprintf(f, "\\%c", c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            fputs(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t", f);
        } else if (bytes && c >= 0x7f) {
            fprintf(f, "\\x%02x", c);
        } else {
            put_character(f, s + i, read, c);
        }
        i += read;
    }
    fputc(quote, f);
}

void dump_str(FILE *f, const char *s, size_t n) {
    put_quoted(f, s, n, false);
}

/* --- numbers --- */

/* Digits of any base to decimal: the number grows in limbs of nine decimal digits. */
static void put_integer(FILE *f, const AstConst *c) {
    const char *s = c->text;
    size_t n = c->n;
    while (n > 1 && *s == '0') s++, n--;
    if (c->base == 10) {
        fwrite(s, 1, n, f);
        return;
    }
    size_t count = 1;
    uint32_t *limbs = calloc(n / 7 + 2, sizeof *limbs);
    if (!limbs) return;
    for (size_t i = 0; i < n; i++) {
        uint64_t carry = s[i] <= '9' ? s[i] - '0' : (s[i] | 32) - 'a' + 10;
        for (size_t j = 0; j < count; j++) {
            carry += (uint64_t)limbs[j] * c->base;
            limbs[j] = carry % 1000000000;
            carry /= 1000000000;
        }
        if (carry) limbs[count++] = carry;
    }
    fprintf(f, "%u", limbs[count - 1]);
    for (size_t j = count - 1; j-- > 0;) fprintf(f, "%09u", limbs[j]);
    free(limbs);
}

/* The shortest digits that read back as the same number; exponents from 1e16 up and below 1e-4. */
static void put_float(FILE *f, const char *text, bool point) {
    double x = strtod(text, NULL);
    if (isinf(x)) {
        fputs("inf", f);
        return;
    }
    char buffer[40];
    int precision = 0;
    do snprintf(buffer, sizeof buffer, "%.*e", precision++, x);
    while (strtod(buffer, NULL) != x);
    int exponent = atoi(strchr(buffer, 'e') + 1);
    if (x && (exponent < -4 || exponent >= 16)) {
        fputs(buffer, f);
        return;
    }
    int decimals = precision - 1 - exponent;
    fprintf(f, "%.*f", decimals > 0 ? decimals : 0, x);
    if (decimals <= 0 && point) fputs(".0", f);
}

void dump_const(FILE *f, const AstConst *c) {
    switch (c->type) {
    case CONST_NONE: fputs("None", f); break;
    case CONST_TRUE: fputs("True", f); break;
    case CONST_FALSE: fputs("False", f); break;
    case CONST_ELLIPSIS: fputs("Ellipsis", f); break;
    case CONST_INT: put_integer(f, c); break;
    case CONST_FLOAT: put_float(f, c->text, true); break;
    case CONST_IMAG:
        put_float(f, c->text, false);
        fputc('j', f);
        break;
    case CONST_STR: dump_str(f, c->text, c->n); break;
    case CONST_BYTES:
        fputc('b', f);
        put_quoted(f, c->text, c->n, true);
        break;
    }
}
