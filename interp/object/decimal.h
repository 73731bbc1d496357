/* Inside the floats: what float_*.c share about decimal digits. Nobody else includes this. */
#ifndef OURO_DECIMAL_H
#define OURO_DECIMAL_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "interp/object/float.h"
#include "interp/object/int.h"

/* A double taken apart: mantissa * 2**exponent, sign aside. Finite values only. */
typedef struct Binary {
    uint64_t mantissa; /* below 2**53 */
    int exponent;
    bool power_boundary; /* mantissa bits are all 0: the next double below is only half as far away as the next above */
} Binary;

static inline uint64_t double_bits(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

static inline Binary binary_of(double d) {
    uint64_t bits = double_bits(d), fraction = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    if (biased == 0) return (Binary){fraction, -1074, false};
    return (Binary){fraction | (uint64_t)1 << 52, biased - 1075, fraction == 0 && biased > 1};
}

/* 10**k as 128 bits: (high:low) * 2**(power_of_ten_exponent(k) - 127), high with its top bit set. Rounded up where it
 * is not exact (outside 0..55), so that the true value is above (high:low) - 1. */
typedef struct PowerOfTen {
    uint64_t high, low;
} PowerOfTen;

#define POWER_OF_TEN_MAX   350 /* |k| up to here */
#define POWER_OF_TEN_EXACT 55

const PowerOfTen *power_of_ten(int k);
static inline int power_of_ten_exponent(int k) {
    return (k * 1741647) >> 19;
} /* floor(log2(10**k)) */

/* The product of a 64-bit number and a power of ten. */
typedef struct Product {
    uint64_t high, middle, low;
} Product;

static inline Product multiply_192(uint64_t a, const PowerOfTen *p) {
    unsigned __int128 low = (unsigned __int128)a * p->low, high = (unsigned __int128)a * p->high + (low >> 64);
    return (Product){(uint64_t)(high >> 64), (uint64_t)high, (uint64_t)low};
}

/* Decimal digits: 0.d1d2d3... * 10**point. Zeros at the end are left out; zero has n = 1 and point = 1. */
typedef struct Digits10 {
    int n, point;
    char text[1500]; /* not terminated */
} Digits10;

/* d is finite; its sign is ignored. */
void digits_shortest(Digits10 *out, double d);                 /* the fewest that read back as d */
void digits_significant(Digits10 *out, double d, ptrdiff_t n); /* at most n >= 1 of them, rounded half to even */
void digits_fixed(Digits10 *out, double d, ptrdiff_t places);  /* places >= 0 after the point; n = 0 when all are 0 */
double digits_round(double d, int places); /* d rounded half to even at so many places, which may be negative */

/* Reads all of [start, end) as Python reads a float, without white space around: false when it is none. */
bool float_parse(const char *start, const char *end, double *out);
bool float_parse_special(const char *start, const char *end, double *out); /* inf, infinity, nan; no sign */

#endif
