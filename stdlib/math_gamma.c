/* The gamma function and its logarithm by Lanczos' approximation, with the coefficients that the Boost library computed
 * for doubles (13 terms, g = 6.0246800407767296):
 *
 *      gamma(x) = sum(x) / e**y * y**(x - 0.5),   y = x + g - 0.5
 *
 * where sum is a rational function. Negative arguments go through the reflection formula
 * gamma(x) * gamma(-x) = -pi / (x * sin(pi * x)). The rounding error of y is known and corrected for. */
#include <math.h>

#include "stdlib/math_parts.h"

#define TERMS        13
#define G            6.024680040776729583740234375
#define G_LESS_HALF  5.524680040776729583740234375
#define LOG_PI       1.144729885849400174143427351353058711647
#define TINY         1e-20 /* below, gamma(x) is 1 / x */
#define LARGE        200.0 /* above, it overflows or underflows */
#define POWER_SPLIT  140.0 /* above, the power alone could overflow */
#define INTEGRAL_MAX 23    /* (n - 1)! is a double up to here */

static const double numerators[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

/* x * (x + 1) * ... * (x + 11) */
static const double denominators[TERMS] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                           45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                           1925.0,     66.0,       1.0};

/* x > 0. From the end that keeps the terms small. */
static double lanczos_sum(double x) {
    double numerator = 0.0, denominator = 0.0;
    if (x < 5.0) {
        for (int i = TERMS - 1; i >= 0; i--) {
            numerator = numerator * x + numerators[i];
            denominator = denominator * x + denominators[i];
        }
    } else {
        for (int i = 0; i < TERMS; i++) {
            numerator = numerator / x + numerators[i];
            denominator = denominator / x + denominators[i];
        }
    }
    return numerator / denominator;
}

/* sin(pi * x), exactly 0 at the integers */
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break;
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double factorial_below(int n) {
    double r = 1.0;
    for (int i = 2; i < n; i++) r *= i;
    return r;
}

/* What was lost when y = x + G_LESS_HALF was rounded. */
static double sum_error(double x, double y) {
    return x > G_LESS_HALF ? (y - x) - G_LESS_HALF : (y - G_LESS_HALF) - x;
}

double math_gamma_of(double x) {
    if (!isfinite(x)) return isnan(x) || x > 0.0 ? x : NAN;
    if (x == floor(x)) {
        if (x <= 0.0) return NAN;
        if (x <= INTEGRAL_MAX) return factorial_below((int)x);
    }
    double size = fabs(x);
    if (size < TINY) return 1.0 / x;
    if (size > LARGE) return x < 0.0 ? 0.0 / sin_pi(x) : INFINITY;
    double y = size + G_LESS_HALF, correction = sum_error(size, y) * G / y, power, r;
    bool split = size >= POWER_SPLIT;
    power = pow(y, split ? size / 2.0 - 0.25 : size - 0.5);
    if (x < 0.0) {
        r = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= correction * r;
        r /= power;
        return split ? r / power : r;
    }
    r = lanczos_sum(size) / exp(y);
    r += correction * r;
    r *= power;
    return split ? r * power : r;
}

double math_lgamma_of(double x) {
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) return x <= 0.0 ? NAN : 0.0;
    double size = fabs(x);
    if (size < TINY) return -log(size);
    double r = log(lanczos_sum(size)) - G;
    r += (size - 0.5) * (log(size + G - 0.5) - 1.0);
    return x < 0.0 ? LOG_PI - log(fabs(sin_pi(size))) - log(size) - r : r;
}
