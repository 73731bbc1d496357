/* From doubles to decimal digits.
 *
 * Shortest digits are found with Raffaello Giulietti's Schubfach: of the numbers with the fewest digits between the two
 * neighbours' midpoints, the closest. It needs one 128-bit power of ten a number. Those are computed when first needed
 * and kept: most programs need a handful of the 701.
 *
 * A given number of digits or places is computed in 128 bits too, where the result is certain: the binary mantissa
 * times a power of ten, cut at the binary point, with the cut-off part saying how to round. Where the power is not
 * exact and the cut-off part is too near to a half, and for lengths that do not fit, the C library's exact conversion
 * decides. */
#include "interp/object/decimal.h"

#include <stdio.h>
#include <stdlib.h>

/* --- powers of ten --- */

#define FIVE_27     7450580596923828125u /* 5**27, the highest power of five in 63 bits */
#define POWER_LIMBS 16                   /* 5**350 has 813 bits */

/* The leading 128 bits of x, the rest rounded up. */
static PowerOfTen leading_bits(mp_limb_t *x, int64_t n, bool round_up) {
    mp_limb_t padded[POWER_LIMBS + 2] = {0};
    memcpy(padded + 2, x, (size_t)n * sizeof(mp_limb_t)); /* two zero limbs, so that there are always three */
    n += 2;
    unsigned unused = (unsigned)__builtin_clzll(padded[n - 1]);
    if (unused) mpn_lshift(padded, padded, n, unused);
    if (round_up || !mpn_zero_p(padded, n - 2)) mpn_add_1(padded + n - 2, padded + n - 2, 2, 1);
    return (PowerOfTen){padded[n - 1], padded[n - 2]};
}

static PowerOfTen compute_power(int k) {
    mp_limb_t five[POWER_LIMBS] = {1}, left = 1;
    int64_t n = 1;
    int rest = abs(k);
    for (; rest >= 27; rest -= 27) {
        five[n] = mpn_mul_1(five, five, n, FIVE_27);
        n += five[n] != 0;
    }
    while (rest-- > 0) left *= 5;
    five[n] = mpn_mul_1(five, five, n, left);
    n += five[n] != 0;
    if (k >= 0) return leading_bits(five, n, false);
    mp_limb_t one[POWER_LIMBS + 3] = {0}, quotient[4] = {0}, remainder[POWER_LIMBS];
    one[n + 2] = 1; /* 2**(64 * (n + 2)) / 5**-k has 129 to 192 bits */
    mpn_tdiv_qr(quotient, remainder, 0, one, n + 3, five, n);
    return leading_bits(quotient, 3, true);
}

const PowerOfTen *power_of_ten(int k) {
    static PowerOfTen known[2 * POWER_OF_TEN_MAX + 1]; /* 0: not computed yet */
    PowerOfTen *p = &known[k + POWER_OF_TEN_MAX];
    if (unlikely(p->high == 0)) *p = compute_power(k);
    return p;
}

/* --- shortest --- */

typedef struct Scaled {
    uint64_t digits;
    int exponent; /* of ten */
} Scaled;

/* The product without its last 128 bits, the lowest bit set when those were not (nearly) zero. */
static uint64_t round_to_odd(const PowerOfTen *g, uint64_t x) {
    Product p = multiply_192(x, g);
    return p.high | (p.middle > 1);
}

static Scaled schubfach(Binary b) {
    if (b.exponent <= 0 && b.exponent > -53 && (b.mantissa & (((uint64_t)1 << -b.exponent) - 1)) == 0) {
        return (Scaled){b.mantissa >> -b.exponent, 0}; /* a small whole number */
    }
    bool even = b.mantissa % 2 == 0; /* then the midpoints themselves read back as this number */
    uint64_t middle = 4 * b.mantissa, below = middle - 2 + b.power_boundary, above = middle + 2;
    int k = (b.exponent * 1262611 - (b.power_boundary ? 524031 : 0)) >> 22; /* the largest unit in the interval */
    int shift = b.exponent + power_of_ten_exponent(-k) + 1;
    const PowerOfTen *g = power_of_ten(-k);
    uint64_t lower = round_to_odd(g, below << shift) + !even, upper = round_to_odd(g, above << shift) - !even;
    uint64_t value = round_to_odd(g, middle << shift), s = value / 4;
    if (s >= 10) { /* one digit fewer? */
        uint64_t tens = s / 10;
        bool low_inside = lower <= 40 * tens, high_inside = 40 * tens + 40 <= upper;
        if (low_inside != high_inside) return (Scaled){tens + high_inside, k + 1};
    }
    bool low_inside = lower <= 4 * s, high_inside = 4 * s + 4 <= upper;
    if (low_inside != high_inside) return (Scaled){s + high_inside, k};
    uint64_t half = 4 * s + 2;
    return (Scaled){s + (value > half || (value == half && s % 2 == 1)), k};
}

/* Writes digits * 10**exponent, without zeros at the end. */
static void put_digits(Digits10 *out, uint64_t digits, int exponent) {
    char *end = out->text + 20, *start = int_write_decimal(end, digits);
    int n = (int)(end - start);
    out->point = n + exponent;
    while (n > 1 && start[n - 1] == '0') n--;
    memmove(out->text, start, (size_t)n);
    out->n = n;
    if (digits == 0) out->point = 1;
}

void digits_shortest(Digits10 *out, double d) {
    Binary b = binary_of(d);
    Scaled s = b.mantissa ? schubfach(b) : (Scaled){0, 0};
    put_digits(out, s.digits, s.exponent);
}

/* --- a given number of digits or places --- */

#define PLACES_FAST      19
#define SIGNIFICANT_FAST 17
#define SIGNIFICANT_MAX  770 /* no double has more digits */
#define PLACES_MAX       1100

static const uint64_t small_powers[] = {1,
                                        10,
                                        100,
                                        1000,
                                        10000,
                                        100000,
                                        1000000,
                                        10000000,
                                        100000000,
                                        1000000000,
                                        10000000000,
                                        100000000000,
                                        1000000000000,
                                        10000000000000,
                                        100000000000000,
                                        1000000000000000,
                                        10000000000000000,
                                        100000000000000000,
                                        1000000000000000000,
                                        10000000000000000000u};

/* What snprintf wrote: digits with a point somewhere, and perhaps an exponent. */
static void put_text(Digits10 *out, const char *text) {
    int n = 0, point = -1, digits = 0;
    for (; (*text >= '0' && *text <= '9') || *text == '.'; text++) {
        if (*text == '.') {
            point = digits;
            continue;
        }
        digits++;
        if (n > 0 || *text != '0') out->text[n++] = *text;
    }
    if (point < 0) point = digits;
    out->point = n - (digits - point) + (*text == 'e' ? atoi(text + 1) : 0);
    while (n > 0 && out->text[n - 1] == '0') n--;
    out->n = n;
}

static __attribute__((noinline)) void digits_by_library(Digits10 *out, const char *format, double d, int n) {
    char text[1500];
    snprintf(text, sizeof text, format, n, fabs(d));
    put_text(out, text);
    if (out->n == 0) out->text[0] = '0';
}

/* round(b * 10**power), known to be below 2**60 and at least 1; false when 128 bits do not tell how to round. */
static bool scaled_integer(Binary b, int power, uint64_t *out) {
    int unused = __builtin_clzll(b.mantissa);
    Product p = multiply_192(b.mantissa << unused, power_of_ten(power));
    int whole = b.exponent - unused + power_of_ten_exponent(power) - 127 + 192; /* bits of the whole part */
    unsigned __int128 fraction = ((unsigned __int128)p.high << 64 | p.middle) << whole;
    const unsigned __int128 half = (unsigned __int128)1 << 127;
    unsigned __int128 distance = fraction > half ? fraction - half : half - fraction;
    bool exact = power >= 0 && power <= POWER_OF_TEN_EXACT;
    if (!exact && distance >> whole <= 2) return false;
    uint64_t floor = whole > 0 ? p.high >> (64 - whole) : 0;
    bool tie = exact && fraction == half && p.low == 0;
    *out = floor + (tie ? floor & 1 : fraction >= half);
    return true;
}

void digits_significant(Digits10 *out, double d, ptrdiff_t n) {
    Binary b = binary_of(d);
    if (b.mantissa == 0) {
        put_digits(out, 0, 0);
        return;
    }
    if (n <= SIGNIFICANT_FAST) {
        int top = b.exponent + 63 - __builtin_clzll(b.mantissa), power = (int)n - 1 - ((top * 1262611) >> 22);
        uint64_t digits;
        bool known = scaled_integer(b, power, &digits);
        if (known && digits >= small_powers[n]) known = scaled_integer(b, --power, &digits);
        if (known) {
            put_digits(out, digits, -power);
            return;
        }
    }
    digits_by_library(out, "%.*e", d, (int)(n > SIGNIFICANT_MAX ? SIGNIFICANT_MAX : n) - 1);
}

/* round(|d| * 10**places) exactly, half to even; false when it takes more than 128 bits. */
static bool fixed_integer(Binary b, int places, uint64_t *out) {
    if (places > PLACES_FAST || b.exponent > 11) return false;
    unsigned __int128 scaled = (unsigned __int128)b.mantissa * small_powers[places], floor, half;
    if (b.exponent >= 0) {
        if (places > 0) return false;
        *out = b.mantissa << b.exponent;
        return true;
    }
    int shift = -b.exponent;
    if (shift > 120) { /* below 2**-3 */
        *out = 0;
        return true;
    }
    floor = scaled >> shift;
    if (floor >> 63) return false;
    half = (unsigned __int128)1 << (shift - 1);
    unsigned __int128 rest = scaled & (((unsigned __int128)1 << shift) - 1);
    *out = (uint64_t)floor + (rest > half || (rest == half && floor & 1));
    return true;
}

void digits_fixed(Digits10 *out, double d, ptrdiff_t places) {
    Binary b = binary_of(d);
    uint64_t digits;
    if (places <= PLACES_FAST && fixed_integer(b, b.exponent >= 0 ? 0 : (int)places, &digits)) {
        put_digits(out, digits, b.exponent >= 0 ? 0 : -(int)places);
        if (digits == 0) out->n = 0;
        return;
    }
    digits_by_library(out, "%.*f", d, (int)(places > PLACES_MAX ? PLACES_MAX : places));
}

/* The general way to round: all digits that d has, cut at the place. */
static __attribute__((noinline)) double round_by_digits(double d, int places) {
    Digits10 all;
    digits_significant(&all, d, SIGNIFICANT_MAX);
    int keep = all.point + places;
    if (keep >= all.n) return d;
    if (keep < 0) return copysign(0.0, d);
    bool tie = all.n == keep + 1 && all.text[keep] == '5';
    bool up = tie ? keep > 0 && (all.text[keep - 1] - '0') % 2 == 1 : all.text[keep] >= '5';
    char text[SIGNIFICANT_MAX + 32];
    text[0] = '0'; /* room for a carry */
    memcpy(text + 1, all.text, (size_t)keep);
    for (int i = keep; up; i--) {
        up = text[i] == '9';
        text[i] = up ? '0' : (char)(text[i] + 1);
    }
    snprintf(text + 1 + keep, 32, "e%d", -places);
    return copysign(strtod(text, NULL), d);
}

double digits_round(double d, int places) {
    Binary b = binary_of(d);
    uint64_t digits;
    if (places >= 0 && b.exponent >= 0) return d;
    if (places >= 0 && places <= PLACES_FAST && fixed_integer(b, places, &digits) && digits >> 53 == 0) {
        return copysign((double)digits / (double)small_powers[places], d);
    }
    return round_by_digits(d, places);
}
