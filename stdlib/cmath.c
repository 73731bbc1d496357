/* The cmath module: elementary functions of complex numbers.
 *
 * The formulas are Kahan's ("Branch cuts for complex elementary functions"), which keep signs of zero and precision
 * near the cuts; each function has a way around overflow of its intermediate results. Arguments with an infinity or nan
 * are given to the C library, which has C99's table of special values. Half of the functions are turns of the other
 * half: sin(z) = -i sinh(iz), and so on. */
#include <complex.h>
#include <float.h>
#include <math.h>

#include "interp/api.h"
#include "stdlib/math_extended.h"

typedef struct Pair {
    double re, im;
} Pair;

/* What a function has to say besides its result. */
typedef enum Status { FINE, DOMAIN, RANGE } Status;

typedef Pair (*ComplexFn)(Pair z, Status *status);

#define LARGE      (DBL_MAX / 4.0)
#define SQRT_LARGE 6.703903964971298e+153
#define LOG_LARGE  708.3964185322641
#define SQRT_MIN   1.4916681462400413e-154 /* of DBL_MIN */
#define SCALE_UP   53
#define SCALE_DOWN (-27)

static bool is_finite(Pair z) {
    return isfinite(z.re) && isfinite(z.im);
}
static bool is_large(Pair z) {
    return fabs(z.re) > LARGE || fabs(z.im) > LARGE;
}

/* CMPLX of C11, which not every compiler knows. */
static double complex complex_of(double re, double im) {
    double complex z;
    __real__ z = re;
    __imag__ z = im;
    return z;
}

static Pair by_library(double complex (*f)(double complex), Pair z) {
    double complex r = f(complex_of(isnan(z.re) ? NAN : z.re, isnan(z.im) ? NAN : z.im)); /* nan without a sign */
    return (Pair){creal(r), cimag(r)};
}

/* An infinite real part with a finite imaginary part that is not 0: only a direction is left. */
static bool is_ray(Pair z) {
    return isinf(z.re) && isfinite(z.im) && z.im != 0.0;
}

static Pair turn(Pair z) {
    return (Pair){-z.im, z.re};
} /* i z */
static Pair turn_back(Pair z) {
    return (Pair){z.im, -z.re};
} /* -i z */

/* --- roots and logarithms --- */

static Pair c_sqrt(Pair z, Status *status) {
    if (!is_finite(z)) return by_library(csqrt, z);
    if (z.re == 0.0 && z.im == 0.0) return (Pair){0.0, z.im};
    double x = fabs(z.re), y = fabs(z.im), s;
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, SCALE_UP);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, SCALE_UP))), SCALE_DOWN);
    } else {
        x /= 8.0;
        s = 2.0 * sqrt(x + hypot(x, y / 8.0));
    }
    double d = y / (2.0 * s);
    return z.re >= 0.0 ? (Pair){s, copysign(d, z.im)} : (Pair){d, copysign(s, z.im)};
}

static Pair c_log(Pair z, Status *status) {
    if (!is_finite(z)) return by_library(clog, z);
    double x = fabs(z.re), y = fabs(z.im), re;
    if (x > LARGE || y > LARGE) {
        re = log(hypot(x / 2.0, y / 2.0)) + M_LN2;
    } else if (x < DBL_MIN && y < DBL_MIN) {
        if (x == 0.0 && y == 0.0) {
            *status = DOMAIN;
            re = -INFINITY;
        } else {
            re = log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
        }
    } else {
        double size = hypot(x, y);
        if (size >= 0.71 && size <= 1.73) { /* near 1 the logarithm is small */
            double more = fmax(x, y), less = fmin(x, y);
            re = log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0;
        } else {
            re = log(size);
        }
    }
    return (Pair){re, atan2(z.im, z.re)};
}

static Pair c_log10(Pair z, Status *status) {
    Pair r = c_log(z, status);
    return (Pair){r.re / M_LN10, r.im / M_LN10};
}

/* log(|z|) of a large z, plus log(2) */
static double log_twice(Pair z) {
    return log(hypot(z.re / 2.0, z.im / 2.0)) + M_LN2 * 2.0;
}

/* --- inverse functions --- */

static Pair c_acos(Pair z, Status *status) {
    if (isinf(z.re) && isnan(z.im)) return (Pair){NAN, INFINITY};
    if (!is_finite(z)) return by_library(cacos, z);
    if (is_large(z)) return (Pair){atan2(fabs(z.im), z.re), copysign(log_twice(z), -z.im)};
    Pair a = c_sqrt((Pair){1.0 - z.re, -z.im}, status), b = c_sqrt((Pair){1.0 + z.re, z.im}, status);
    return (Pair){2.0 * atan2(a.re, b.re), extended_asinh(b.re * a.im - b.im * a.re)};
}

static Pair c_acosh(Pair z, Status *status) {
    if (!is_finite(z)) return by_library(cacosh, z);
    if (is_large(z)) return (Pair){log_twice(z), atan2(z.im, z.re)};
    Pair a = c_sqrt((Pair){z.re - 1.0, z.im}, status), b = c_sqrt((Pair){z.re + 1.0, z.im}, status);
    return (Pair){extended_asinh(a.re * b.re + a.im * b.im), 2.0 * atan2(a.im, b.re)};
}

static Pair c_asinh(Pair z, Status *status) {
    if (isnan(z.re) && isinf(z.im)) return (Pair){INFINITY, NAN};
    if (!is_finite(z)) return by_library(casinh, z);
    if (is_large(z)) return (Pair){copysign(log_twice(z), z.re), atan2(z.im, fabs(z.re))};
    Pair a = c_sqrt((Pair){1.0 + z.im, -z.re}, status), b = c_sqrt((Pair){1.0 - z.im, z.re}, status);
    return (Pair){extended_asinh(a.re * b.im - b.re * a.im), atan2(z.im, a.re * b.re - a.im * b.im)};
}

static Pair c_atanh(Pair z, Status *status) {
    if (!is_finite(z)) return by_library(catanh, z);
    if (signbit(z.re)) {
        Pair r = c_atanh((Pair){-z.re, -z.im}, status);
        return (Pair){-r.re, -r.im};
    }
    double y = fabs(z.im);
    if (z.re > SQRT_LARGE || y > SQRT_LARGE) { /* nearly 1 / z, plus or minus i pi / 2 */
        double h = hypot(z.re / 2.0, z.im / 2.0);
        return (Pair){z.re / 4.0 / h / h, copysign(M_PI / 2.0, z.im)};
    }
    if (z.re == 1.0 && y < SQRT_MIN) {
        if (y == 0.0) {
            *status = DOMAIN;
            return (Pair){INFINITY, z.im};
        }
        return (Pair){-log(sqrt(y) / sqrt(hypot(y, 2.0))), copysign(atan2(2.0, -y) / 2.0, z.im)};
    }
    double near = 1.0 - z.re;
    return (Pair){log1p(4.0 * z.re / (near * near + y * y)) / 4.0,
                  -atan2(-2.0 * z.im, near * (1.0 + z.re) - y * y) / 2.0};
}

static Pair c_asin(Pair z, Status *status) {
    return turn_back(c_asinh(turn(z), status));
}
static Pair c_atan(Pair z, Status *status) {
    return turn_back(c_atanh(turn(z), status));
}

/* --- exponential and hyperbolic functions --- */

static Pair checked_range(Pair r, Status *status) {
    if (isinf(r.re) || isinf(r.im)) *status = RANGE;
    return r;
}

static Pair c_exp(Pair z, Status *status) {
    if (!is_finite(z)) {
        if (isinf(z.im) && (isfinite(z.re) || z.re == INFINITY)) *status = DOMAIN;
        if (z.re == -INFINITY && isinf(z.im)) return (Pair){0.0, 0.0};
        if (!is_ray(z)) return by_library(cexp, z);
        double size = z.re > 0.0 ? INFINITY : 0.0;
        return (Pair){copysign(size, cos(z.im)), copysign(size, sin(z.im))};
    }
    bool large = z.re > LOG_LARGE; /* exp may overflow where its product with sin or cos does not */
    double size = exp(large ? z.re - 1.0 : z.re), rest = large ? M_E : 1.0;
    return checked_range((Pair){size * cos(z.im) * rest, size * sin(z.im) * rest}, status);
}

static Pair c_cosh(Pair z, Status *status) {
    if (!is_finite(z)) {
        if (isinf(z.im) && !isnan(z.re)) *status = DOMAIN;
        if (isnan(z.re) && z.im == 0.0) return (Pair){NAN, 0.0};
        if (!is_ray(z)) return by_library(ccosh, z);
        return (Pair){copysign(INFINITY, cos(z.im)), copysign(INFINITY, z.re > 0.0 ? sin(z.im) : -sin(z.im))};
    }
    bool large = fabs(z.re) > LOG_LARGE;
    double x = large ? z.re - copysign(1.0, z.re) : z.re, rest = large ? M_E : 1.0;
    return checked_range((Pair){cos(z.im) * cosh(x) * rest, sin(z.im) * sinh(x) * rest}, status);
}

static Pair c_sinh(Pair z, Status *status) {
    if (!is_finite(z)) {
        if (isinf(z.im) && !isnan(z.re)) *status = DOMAIN;
        if (z.re == 0.0 && isnan(z.im)) return (Pair){0.0, NAN};
        if (!is_ray(z)) return by_library(csinh, z);
        return (Pair){copysign(INFINITY, z.re > 0.0 ? cos(z.im) : -cos(z.im)), copysign(INFINITY, sin(z.im))};
    }
    bool large = fabs(z.re) > LOG_LARGE;
    double x = large ? z.re - copysign(1.0, z.re) : z.re, rest = large ? M_E : 1.0;
    return checked_range((Pair){cos(z.im) * sinh(x) * rest, sin(z.im) * cosh(x) * rest}, status);
}

static Pair c_tanh(Pair z, Status *status) {
    if (!is_finite(z)) {
        if (isinf(z.im) && isfinite(z.re)) *status = DOMAIN;
        if (isinf(z.re) && isinf(z.im)) return (Pair){copysign(1.0, z.re), 0.0};
        if (!is_ray(z)) return by_library(ctanh, z);
        return (Pair){copysign(1.0, z.re), copysign(0.0, 2.0 * sin(z.im) * cos(z.im))};
    }
    if (fabs(z.re) > LOG_LARGE) {
        return (Pair){copysign(1.0, z.re), 4.0 * sin(z.im) * cos(z.im) * exp(-2.0 * fabs(z.re))};
    }
    double x = tanh(z.re), y = tan(z.im), sech = 1.0 / cosh(z.re), xy = x * y, divisor = 1.0 + xy * xy;
    return (Pair){x * (1.0 + y * y) / divisor, ((y / divisor) * sech) * sech};
}

static Pair c_cos(Pair z, Status *status) {
    return c_cosh(turn(z), status);
}
static Pair c_sin(Pair z, Status *status) {
    return turn_back(c_sinh(turn(z), status));
}
static Pair c_tan(Pair z, Status *status) {
    return turn_back(c_tanh(turn(z), status));
}

/* --- functions of the module --- */

static void *raise_status(Status status) {
    return status == DOMAIN ? raise_error(&exc_ValueError, "math domain error")
                            : raise_error(&exc_OverflowError, "math range error");
}

static bool take(Object *o, Pair *z) {
    return complex_from_object(o, &z->re, &z->im) == 0;
}

static bool take_double(Object *o, double *out) {
    *out = float_as_double(o);
    return *out != -1.0 || !raise_pending();
}

static Object *apply(Object *arg, ComplexFn f) {
    Pair z;
    Status status = FINE;
    if (!take(arg, &z)) return NULL;
    z = f(z, &status);
    return status == FINE ? complex_new(z.re, z.im) : raise_status(status);
}

static Object *f_acos(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_acos);
}
static Object *f_acosh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_acosh);
}
static Object *f_asin(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_asin);
}
static Object *f_asinh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_asinh);
}
static Object *f_atan(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_atan);
}
static Object *f_atanh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_atanh);
}
static Object *f_cos(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_cos);
}
static Object *f_cosh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_cosh);
}
static Object *f_exp(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_exp);
}
static Object *f_log10(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_log10);
}
static Object *f_sin(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_sin);
}
static Object *f_sinh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_sinh);
}
static Object *f_sqrt(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_sqrt);
}
static Object *f_tan(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_tan);
}
static Object *f_tanh(Object *m, Object **args, ptrdiff_t n) {
    return apply(args[0], c_tanh);
}

/* To a base it is a quotient of two logarithms; a base of 1 is outside the domain. */
static Object *f_log(Object *m, Object **args, ptrdiff_t n) {
    Object *base_arg = arg_or_null(args, n, 1);
    if (!base_arg) return apply(args[0], c_log);
    Pair z, base;
    Status ignored = FINE, status = FINE;
    if (!take(args[0], &z) || !take(base_arg, &base)) return NULL;
    z = c_log(z, &ignored);
    base = c_log(base, &status);
    if (status != FINE || (base.re == 0.0 && base.im == 0.0)) return raise_status(DOMAIN);
    Object *x = complex_new(z.re, z.im), *y = x ? complex_new(base.re, base.im) : NULL;
    Object *r = y ? number_binary(x, y, BIN_TRUEDIV) : NULL;
    xdecref(x);
    xdecref(y);
    return r;
}

static Object *f_phase(Object *m, Object **args, ptrdiff_t n) {
    Pair z;
    if (!take(args[0], &z)) return NULL;
    double phi = atan2(z.im, z.re);
    if (phi == 0.0 && z.im != 0.0 && isfinite(z.re)) return raise_status(RANGE); /* too small for a double */
    return float_new(phi);
}

static Object *f_polar(Object *m, Object **args, ptrdiff_t n) {
    Pair z;
    if (!take(args[0], &z)) return NULL;
    double size = hypot(z.re, z.im);
    if (isinf(size) && is_finite(z)) return raise_status(RANGE);
    Object *r = float_new(size), *phi = r ? float_new(atan2(z.im, z.re)) : NULL;
    if (phi) return tuple_from_steal((Object *[]){r, phi}, 2);
    xdecref(r);
    return NULL;
}

/* r (cos phi + i sin phi) where a factor is infinite or nan */
static Pair rect_special(double r, double phi) {
    if (isinf(r) && isfinite(phi) && phi != 0.0)
        return (Pair){r * copysign(1.0, cos(phi)), r * copysign(1.0, sin(phi))};
    if (phi == 0.0) return (Pair){r, isnan(r) ? 0.0 : copysign(1.0, r) * phi};
    if (r == 0.0) return (Pair){0.0, 0.0};
    return (Pair){isinf(r) ? INFINITY : NAN, NAN};
}

static Object *f_rect(Object *m, Object **args, ptrdiff_t n) {
    double r, phi;
    if (!take_double(args[0], &r) || !take_double(args[1], &phi)) return NULL;
    if (isfinite(r) && isfinite(phi)) {
        return phi == 0.0 ? complex_new(r, r * phi) : complex_new(r * cos(phi), r * sin(phi));
    }
    if (r != 0.0 && !isnan(r) && isinf(phi)) return raise_status(DOMAIN);
    Pair z = rect_special(r, phi);
    return complex_new(z.re, z.im);
}

static Object *f_isfinite(Object *m, Object **args, ptrdiff_t n) {
    Pair z;
    return take(args[0], &z) ? new_bool(is_finite(z)) : NULL;
}

static Object *f_isinf(Object *m, Object **args, ptrdiff_t n) {
    Pair z;
    return take(args[0], &z) ? new_bool(isinf(z.re) || isinf(z.im)) : NULL;
}

static Object *f_isnan(Object *m, Object **args, ptrdiff_t n) {
    Pair z;
    return take(args[0], &z) ? new_bool(isnan(z.re) || isnan(z.im)) : NULL;
}

static Object *f_isclose(Object *m, Object **args, ptrdiff_t n) {
    Object *relative_arg = arg_or_null(args, n, 2), *absolute_arg = arg_or_null(args, n, 3);
    Pair a, b;
    double relative = 1e-9, absolute = 0.0;
    if (!take(args[0], &a) || !take(args[1], &b) || (relative_arg && !take_double(relative_arg, &relative)) ||
        (absolute_arg && !take_double(absolute_arg, &absolute))) {
        return NULL;
    }
    if (relative < 0.0 || absolute < 0.0) return raise_error(&exc_ValueError, "tolerances must be non-negative");
    if (a.re == b.re && a.im == b.im) return new_bool(true);
    if (isinf(a.re) || isinf(a.im) || isinf(b.re) || isinf(b.im)) return new_bool(false);
    double difference = hypot(a.re - b.re, a.im - b.im);
    return new_bool(difference <= relative * hypot(b.re, b.im) || difference <= relative * hypot(a.re, a.im) ||
                    difference <= absolute);
}

static const Method methods[] = {
    {"acos", f_acos, 1, 1, "acos(z, /)\n--\n\nArc cosine of z."},
    {"acosh", f_acosh, 1, 1, "acosh(z, /)\n--\n\nInverse hyperbolic cosine of z."},
    {"asin", f_asin, 1, 1, "asin(z, /)\n--\n\nArc sine of z."},
    {"asinh", f_asinh, 1, 1, "asinh(z, /)\n--\n\nInverse hyperbolic sine of z."},
    {"atan", f_atan, 1, 1, "atan(z, /)\n--\n\nArc tangent of z."},
    {"atanh", f_atanh, 1, 1, "atanh(z, /)\n--\n\nInverse hyperbolic tangent of z."},
    {"cos", f_cos, 1, 1, "cos(z, /)\n--\n\nCosine of z."},
    {"cosh", f_cosh, 1, 1, "cosh(z, /)\n--\n\nHyperbolic cosine of z."},
    {"exp", f_exp, 1, 1, "exp(z, /)\n--\n\ne to the power of z."},
    {"isclose", f_isclose, 2, 2,
     "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)\n--\n\n"
     "Whether a and b differ by no more than rel_tol of the larger one, or by abs_tol."},
    {"isfinite", f_isfinite, 1, 1, "isfinite(z, /)\n--\n\nWhether both parts are neither infinite nor nan."},
    {"isinf", f_isinf, 1, 1, "isinf(z, /)\n--\n\nWhether a part is infinite."},
    {"isnan", f_isnan, 1, 1, "isnan(z, /)\n--\n\nWhether a part is nan."},
    {"log", f_log, 1, 2, "log(z, base=<unrepresentable>, /)\n--\n\nLogarithm of z, natural or to the given base."},
    {"log10", f_log10, 1, 1, "log10(z, /)\n--\n\nLogarithm of z to base 10."},
    {"phase", f_phase, 1, 1, "phase(z, /)\n--\n\nThe angle of z, between -pi and pi."},
    {"polar", f_polar, 1, 1, "polar(z, /)\n--\n\nThe pair of absolute value and angle of z."},
    {"rect", f_rect, 2, 2, "rect(r, phi, /)\n--\n\nThe number with absolute value r and angle phi."},
    {"sin", f_sin, 1, 1, "sin(z, /)\n--\n\nSine of z."},
    {"sinh", f_sinh, 1, 1, "sinh(z, /)\n--\n\nHyperbolic sine of z."},
    {"sqrt", f_sqrt, 1, 1, "sqrt(z, /)\n--\n\nSquare root of z."},
    {"tan", f_tan, 1, 1, "tan(z, /)\n--\n\nTangent of z."},
    {"tanh", f_tanh, 1, 1, "tanh(z, /)\n--\n\nHyperbolic tangent of z."},
    {0},
};

static int setup(Object *m) {
    if (module_add_steal(m, "pi", float_new(M_PI)) < 0) return -1;
    if (module_add_steal(m, "e", float_new(M_E)) < 0) return -1;
    if (module_add_steal(m, "tau", float_new(2.0 * M_PI)) < 0) return -1;
    if (module_add_steal(m, "inf", float_new(INFINITY)) < 0) return -1;
    if (module_add_steal(m, "infj", complex_new(0.0, INFINITY)) < 0) return -1;
    if (module_add_steal(m, "nan", float_new(NAN)) < 0) return -1;
    return module_add_steal(m, "nanj", complex_new(0.0, NAN));
}

const ModuleSpec cmath_module = {
    .name = "cmath",
    .doc = "Functions and constants of mathematics, on complex numbers.",
    .methods = methods,
    .setup = setup,
};
