/* Functions that the C library rounds badly in double precision: computed in extended precision and rounded once, which
 * gives the closest double in all but a few cases of ten thousand. */
#ifndef OURO_MATH_EXTENDED_H
#define OURO_MATH_EXTENDED_H

#include <math.h>

static inline double extended_acosh(double x) {
    return (double)acoshl(x);
}
static inline double extended_asinh(double x) {
    return (double)asinhl(x);
}
static inline double extended_atanh(double x) {
    return (double)atanhl(x);
}
static inline double extended_erf(double x) {
    return (double)erfl(x);
}
static inline double extended_erfc(double x) {
    return (double)erfcl(x);
}

#endif
