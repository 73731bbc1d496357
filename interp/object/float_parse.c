/* From text to doubles, correctly rounded.
 *
 * Up to 19 digits are collected in an integer, the rest only counted. Three ways lead on, the first that is certain:
 * an integer below 2**53 and a small power of ten are both doubles, and one operation on them rounds once (Clinger);
 * the product with a 128-bit power of ten is off by a known amount, and if both ends of that interval round to the same
 * double, so does what lies between; else the C library decides. */
#include <stdio.h>

#include "interp/object/decimal.h"

#define DIGITS_KEPT  19
#define EXPONENT_CAP 100000 /* larger exponents are the same as this one */

/* The number read so far: digits * 10**exponent, and a little more when `cut`. */
typedef struct Number {
    uint64_t digits;
    int64_t exponent;
    int kept; /* digits after leading zeros */
    bool cut; /* digits other than 0 were left out */
} Number;

static inline bool is_digit(char c) {
    return (unsigned char)(c - '0') < 10;
}

/* Digits with single underscores between them; NULL when an underscore stands elsewhere. */
static const char *read_digits(const char *p, const char *end, Number *n, bool after_point) {
    for (; p < end; p++) {
        if (*p == '_') {
            if (!is_digit(p[-1]) || p + 1 == end || !is_digit(p[1])) return NULL;
            continue;
        }
        if (!is_digit(*p)) break;
        if (n->kept < DIGITS_KEPT) {
            n->digits = n->digits * 10 + (unsigned)(*p - '0');
            n->kept += n->digits != 0;
            n->exponent -= after_point;
        } else {
            n->cut |= *p != '0';
            n->exponent += !after_point;
        }
    }
    return p;
}

static const char *read_exponent(const char *p, const char *end, int64_t *out) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || !is_digit(*p)) return NULL;
    int64_t value = 0;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!is_digit(p[-1]) || p + 1 == end || !is_digit(p[1])) return NULL;
            continue;
        }
        if (!is_digit(*p)) break;
        if (value < EXPONENT_CAP) value = value * 10 + (*p - '0');
    }
    *out += negative ? -value : value;
    return p;
}

static bool text_is(const char *p, const char *end, const char *word) {
    for (; p < end && *word; p++, word++) {
        if ((*p | 0x20) != *word) return false;
    }
    return p == end && !*word;
}

bool float_parse_special(const char *p, const char *end, double *out) {
    if (text_is(p, end, "inf") || text_is(p, end, "infinity"))
        *out = INFINITY;
    else if (text_is(p, end, "nan"))
        *out = NAN;
    else
        return false;
    return true;
}

/* --- rounding --- */

static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool by_one_operation(const Number *n, double *out) {
    if (n->cut || n->digits >> 53 || n->exponent < -22 || n->exponent > 22) return false;
    double d = (double)n->digits;
    *out = n->exponent < 0 ? d / exact_powers[-n->exponent] : d * exact_powers[n->exponent];
    return true;
}

/* high:middle, where `more` says that lower bits are not 0, as a double's 53 bits; *exponent grows by the bits cut. */
static uint64_t round_53(uint64_t high, uint64_t middle, bool more, int *exponent) {
    int unused = __builtin_clzll(high);
    if (unused) high = high << unused | middle >> (64 - unused), middle <<= unused;
    uint64_t kept = high >> 11, rest = high & 0x7ff;
    bool above = middle != 0 || more;
    bool up = rest > 0x400 || (rest == 0x400 && (above || kept & 1));
    *exponent = 11 - unused;
    return kept + up;
}

static bool by_interval(const Number *n, double *out) {
    if (n->exponent < -POWER_OF_TEN_MAX || n->exponent > POWER_OF_TEN_MAX) return false;
    int power = (int)n->exponent, unused = __builtin_clzll(n->digits), low_exponent, high_exponent;
    const PowerOfTen *g = power_of_ten(power);
    Product p = multiply_192(n->digits << unused, g);
    bool exact = power >= 0 && power <= POWER_OF_TEN_EXACT && !n->cut;
    unsigned __int128 high_end = (unsigned __int128)p.high << 64 | p.middle, low_end = high_end;
    if (!exact) {
        low_end -= 1; /* the power is less than one unit too large, which makes less than 2**64 in the product */
        if (n->cut) high_end += ((unsigned __int128)(g->high) << unused) + ((uint64_t)2 << unused);
    }
    if (high_end < low_end) return false;
    uint64_t low = round_53((uint64_t)(low_end >> 64), (uint64_t)low_end, p.low != 0, &low_exponent);
    uint64_t high = round_53((uint64_t)(high_end >> 64), (uint64_t)high_end, p.low != 0, &high_exponent);
    if (low != high || low_exponent != high_exponent) return false;
    int exponent = low_exponent + 128 + power_of_ten_exponent(power) - 127 - unused;
    if (exponent < -1074 || exponent > 970) return false; /* subnormal or too large */
    *out = ldexp((double)low, exponent);
    return true;
}

#define DIGITS_MATTER 800 /* later ones only make a tie no tie, so that any digit can stand for all of them */

/* strtod gets the digits behind a point and the exponent that goes with that. */
static double by_library(const char *p, const char *end, const Number *n) {
    char text[DIGITS_MATTER + 32];
    int length = 0;
    bool cut = false;
    text[length++] = '.';
    for (; p < end && (*p | 0x20) != 'e'; p++) {
        if (!is_digit(*p) || (length == 1 && *p == '0')) continue;
        if (length <= DIGITS_MATTER)
            text[length++] = *p;
        else
            cut |= *p != '0';
    }
    snprintf(text + length, sizeof text - (size_t)length, "%se%lld", cut ? "1" : "",
             (long long)(n->exponent + n->kept));
    return strtod(text, NULL);
}

bool float_parse(const char *start, const char *end, double *out) {
    const char *p = start;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end) return false;
    const char *digits_start = p;
    Number n = {0};
    if (is_digit(*p) && !(p = read_digits(p, end, &n, false))) return false;
    bool any = p > digits_start;
    if (p < end && *p == '.') {
        p++;
        const char *fraction = p;
        if (p < end && is_digit(*p) && !(p = read_digits(p, end, &n, true))) return false;
        any |= p > fraction;
    }
    if (!any) {
        if (p != digits_start || !float_parse_special(p, end, out)) return false;
        if (negative) *out = -*out;
        return true;
    }
    if (p < end && (*p | 0x20) == 'e' && !(p = read_exponent(p + 1, end, &n.exponent))) return false;
    if (p != end) return false;
    if (n.digits == 0)
        *out = 0.0;
    else if (!by_one_operation(&n, out) && !by_interval(&n, out))
        *out = by_library(digits_start, end, &n);
    if (negative) *out = -*out;
    return true;
}
