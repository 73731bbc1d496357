/* The math module: the functions of the C library on doubles, with Python's errors, and the table of all functions.
 *
 * A result of nan from an argument that is not nan means that the argument was outside the function's domain; an
 * infinite result from a finite argument means overflow. What the message says about the domain goes with each
 * function. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "stdlib/math_extended.h"
#include "stdlib/math_parts.h"

static const char in_unit_range[] = "expected a number in range from -1 up to 1, got %R";
static const char between_units[] = "expected a number between -1 and 1, got %R";
static const char not_below_one[] = "expected argument value not less than 1, got %R";
static const char above_minus_one[] = "expected argument value > -1, got %R";
static const char be_finite[] = "expected a finite input, got %R";
static const char nonnegative[] = "expected a nonnegative input, got %R";
static const char positive[] = "expected a positive input, got %R";
static const char not_a_pole[] = "expected a noninteger or positive integer, got %R";

static void *raise_domain(void) {
    return raise_error(&exc_ValueError, "math domain error");
}
static void *raise_range(void) {
    return raise_error(&exc_OverflowError, "math range error");
}

static bool take_double(Object *o, double *out) {
    *out = float_as_double(o);
    return *out != -1.0 || !raise_pending();
}

static void *raise_outside(const char *domain, double x) {
    Object *shown = float_new(x);
    if (shown) raise_error(&exc_ValueError, domain, shown);
    xdecref(shown);
    return NULL;
}

/* f(arg). domain: what is said when it does not take arg. */
static Object *unary(Object *arg, double (*f)(double), const char *domain, bool can_overflow) {
    double x;
    if (!take_double(arg, &x)) return NULL;
    double r = f(x);
    if (likely(isfinite(r)) || isnan(x) || (isinf(r) && isinf(x))) return float_new(r);
    return isinf(r) && can_overflow ? raise_range() : raise_outside(domain, x);
}

/* --- one argument --- */

static Object *f_acos(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], acos, in_unit_range, false);
}
static Object *f_acosh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], extended_acosh, not_below_one, false);
}
static Object *f_asin(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], asin, in_unit_range, false);
}
static Object *f_asinh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], extended_asinh, NULL, false);
}
static Object *f_atan(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], atan, NULL, false);
}
static Object *f_atanh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], extended_atanh, between_units, false);
}
static Object *f_cbrt(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], cbrt, NULL, false);
}
static Object *f_cos(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], cos, be_finite, false);
}
static Object *f_cosh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], cosh, NULL, true);
}
static Object *f_erf(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], extended_erf, NULL, false);
}
static Object *f_erfc(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], extended_erfc, NULL, false);
}
static Object *f_exp(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], exp, NULL, true);
}
static Object *f_exp2(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], exp2, NULL, true);
}
static Object *f_expm1(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], expm1, NULL, true);
}
static Object *f_fabs(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], fabs, NULL, false);
}
static Object *f_gamma(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], math_gamma_of, not_a_pole, true);
}
static Object *f_lgamma(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], math_lgamma_of, not_a_pole, true);
}
static Object *f_log1p(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], log1p, above_minus_one, false);
}
static Object *f_sin(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], sin, be_finite, false);
}
static Object *f_sinh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], sinh, NULL, true);
}
static Object *f_sqrt(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], sqrt, nonnegative, false);
}
static Object *f_tan(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], tan, be_finite, false);
}
static Object *f_tanh(Object *m, Object **args, ptrdiff_t n) {
    return unary(args[0], tanh, NULL, false);
}

static Object *f_degrees(Object *m, Object **args, ptrdiff_t n) {
    double x;
    return take_double(args[0], &x) ? float_new(x * (180.0 / M_PI)) : NULL;
}

static Object *f_radians(Object *m, Object **args, ptrdiff_t n) {
    double x;
    return take_double(args[0], &x) ? float_new(x * (M_PI / 180.0)) : NULL;
}

static Object *f_isfinite(Object *m, Object **args, ptrdiff_t n) {
    double x;
    return take_double(args[0], &x) ? new_bool(isfinite(x)) : NULL;
}

static Object *f_isinf(Object *m, Object **args, ptrdiff_t n) {
    double x;
    return take_double(args[0], &x) ? new_bool(isinf(x)) : NULL;
}

static Object *f_isnan(Object *m, Object **args, ptrdiff_t n) {
    double x;
    return take_double(args[0], &x) ? new_bool(isnan(x)) : NULL;
}

static Object *f_ulp(Object *m, Object **args, ptrdiff_t n) {
    double x;
    if (!take_double(args[0], &x)) return NULL;
    x = fabs(x);
    if (!isfinite(x)) return float_new(x);
    double above = nextafter(x, INFINITY);
    return float_new(isinf(above) ? x - nextafter(x, -INFINITY) : above - x);
}

/* --- to integers --- */

/* The special method when there is one, else `f` of the value as a float. */
static Object *rounded(Object *o, Str *method_name, double (*f)(double)) {
    if (o->type != &float_type) {
        Object *method = object_lookup_special(o, method_name);
        if (method) {
            Object *r = object_call0(method);
            decref(method);
            return r;
        }
        if (raise_pending()) return NULL;
    }
    double x;
    return take_double(o, &x) ? int_from_double(f(x)) : NULL;
}

static Object *f_ceil(Object *m, Object **args, ptrdiff_t n) {
    return rounded(args[0], names.__ceil__, ceil);
}
static Object *f_floor(Object *m, Object **args, ptrdiff_t n) {
    return rounded(args[0], names.__floor__, floor);
}

static Object *f_trunc(Object *m, Object **args, ptrdiff_t n) {
    if (args[0]->type == &float_type) return int_from_double(float_value(args[0]));
    Object *method = object_lookup_special(args[0], names.__trunc__);
    if (!method) {
        return raise_pending() ? NULL : raise_error(&exc_TypeError, "type %T doesn't define __trunc__ method", args[0]);
    }
    Object *r = object_call0(method);
    decref(method);
    return r;
}

/* --- logarithms --- */

/* f(o) for a logarithm f; an int may be too large for a float. */
static bool take_log(Object *o, double (*f)(double), double *out) {
    if (int_check(o)) {
        if (int_sign(o) <= 0) {
            raise_error(&exc_ValueError, "expected a positive input");
            return false;
        }
        double x;
        if (float_operand(o, &x) > 0) {
            *out = f(x);
            return true;
        }
        if (!raise_clear_if(&exc_OverflowError)) return false;
        int64_t exponent;
        double fraction = int_frexp(o, &exponent);
        *out = f(fraction) + f(2.0) * (double)exponent;
        return true;
    }
    double x;
    if (!take_double(o, &x)) return false;
    if (x > 0.0 || isnan(x)) {
        *out = f(x);
        return true;
    }
    raise_outside(positive, x);
    return false;
}

static Object *f_log(Object *m, Object **args, ptrdiff_t n) {
    double x, base;
    if (args_count("log", n, 1, 2) < 0 || !take_log(args[0], log, &x)) return NULL;
    if (n < 2) return float_new(x);
    if (!take_log(args[1], log, &base)) return NULL;
    return base == 0.0 ? raise_error(&exc_ZeroDivisionError, "division by zero") : float_new(x / base);
}

static Object *f_log2(Object *m, Object **args, ptrdiff_t n) {
    double r;
    return take_log(args[0], log2, &r) ? float_new(r) : NULL;
}

static Object *f_log10(Object *m, Object **args, ptrdiff_t n) {
    double r;
    return take_log(args[0], log10, &r) ? float_new(r) : NULL;
}

/* --- two and three arguments --- */

static bool take_two(Object **args, double *x, double *y) {
    return take_double(args[0], x) && take_double(args[1], y);
}

static Object *f_atan2(Object *m, Object **args, ptrdiff_t n) {
    double y, x;
    return take_two(args, &y, &x) ? float_new(atan2(y, x)) : NULL;
}

static Object *f_copysign(Object *m, Object **args, ptrdiff_t n) {
    double x, y;
    return take_two(args, &x, &y) ? float_new(copysign(x, y)) : NULL;
}

/* Both kinds of remainder: nan from arguments that are not nan is a domain error. */
static Object *remainder_by(Object **args, double (*f)(double, double)) {
    double x, y;
    if (!take_two(args, &x, &y)) return NULL;
    double r = f(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? raise_domain() : float_new(r);
}

static Object *f_fmod(Object *m, Object **args, ptrdiff_t n) {
    return remainder_by(args, fmod);
}
static Object *f_remainder(Object *m, Object **args, ptrdiff_t n) {
    return remainder_by(args, remainder);
}

static Object *f_pow(Object *m, Object **args, ptrdiff_t n) {
    double x, y;
    if (!take_two(args, &x, &y)) return NULL;
    double r = pow(x, y);
    if (isfinite(r) || !isfinite(x) || !isfinite(y)) return float_new(r);
    return isnan(r) || x == 0.0 ? raise_domain() : raise_range();
}

static Object *f_fma(Object *m, Object **args, ptrdiff_t n) {
    double x, y, z;
    if (!take_two(args, &x, &y) || !take_double(args[2], &z)) return NULL;
    double r = fma(x, y, z);
    if (isfinite(r)) return float_new(r);
    if (isnan(r)) {
        if (isnan(x) || isnan(y) || isnan(z)) return float_new(r);
        return raise_error(&exc_ValueError, "invalid operation in fma");
    }
    if (!isfinite(x) || !isfinite(y) || !isfinite(z)) return float_new(r);
    return raise_error(&exc_OverflowError, "overflow in fma");
}

static Object *f_ldexp(Object *m, Object **args, ptrdiff_t n) {
    double x;
    int64_t exponent;
    if (!take_double(args[0], &x)) return NULL;
    if (!int_check(args[1])) return raise_error(&exc_TypeError, "Expected an int as second argument to ldexp.");
    if (!int_fits_i64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? INT_MIN : INT_MAX;
    if (exponent > INT_MAX) exponent = INT_MAX;
    if (exponent < INT_MIN) exponent = INT_MIN;
    double r = ldexp(x, (int)exponent);
    return isinf(r) && isfinite(x) ? raise_range() : float_new(r);
}

static Object *f_isclose(Object *m, Object **args, ptrdiff_t n) {
    Object *relative_arg = arg_or_null(args, n, 2), *absolute_arg = arg_or_null(args, n, 3);
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!take_two(args, &a, &b) || (relative_arg && !take_double(relative_arg, &relative)) ||
        (absolute_arg && !take_double(absolute_arg, &absolute))) {
        return NULL;
    }
    if (relative < 0.0 || absolute < 0.0) return raise_error(&exc_ValueError, "tolerances must be non-negative");
    if (a == b) return new_bool(true);
    if (isinf(a) || isinf(b)) return new_bool(false);
    double difference = fabs(b - a);
    return new_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

/* Doubles of one sign are ordered like their bits, so steps are additions; through zero they count from both sides. */
static double step_towards(double x, double y, uint64_t steps) {
    const uint64_t sign = (uint64_t)1 << 63;
    uint64_t from, to;
    memcpy(&from, &x, sizeof from);
    memcpy(&to, &y, sizeof to);
    if (steps == 0 || x == y) return steps == 0 ? x : y;
    uint64_t from_size = from & ~sign, to_size = to & ~sign;
    if ((from ^ to) & sign) {
        if (steps >= from_size + to_size) return y;
        from = steps > from_size ? (to & sign) | (steps - from_size) : from - steps;
    } else if (from_size < to_size) {
        if (steps >= to_size - from_size) return y;
        from += steps;
    } else {
        if (steps >= from_size - to_size) return y;
        from -= steps;
    }
    memcpy(&x, &from, sizeof x);
    return x;
}

static Object *f_nextafter(Object *m, Object **args, ptrdiff_t n) {
    Object *steps_arg = arg_or_null(args, n, 2);
    double x, y;
    if (!take_two(args, &x, &y)) return NULL;
    if (!steps_arg || steps_arg == NONE) return float_new(nextafter(x, y));
    Object *steps = number_index(steps_arg);
    if (!steps) return NULL;
    bool negative = int_sign(steps) < 0;
    int64_t count;
    uint64_t limited = int_fits_i64(steps, &count) ? (uint64_t)count : UINT64_MAX;
    decref(steps);
    if (negative) return raise_error(&exc_ValueError, "steps must be a non-negative integer");
    if (isnan(x) || isnan(y)) return float_new(isnan(x) ? x : y);
    return float_new(step_towards(x, y, limited));
}

/* --- two results --- */

static Object *pair(Object *a, Object *b) {
    if (a && b) return tuple_from_steal((Object *[]){a, b}, 2);
    xdecref(a);
    xdecref(b);
    return NULL;
}

static Object *f_frexp(Object *m, Object **args, ptrdiff_t n) {
    double x;
    int exponent = 0;
    if (!take_double(args[0], &x)) return NULL;
    if (isfinite(x)) x = frexp(x, &exponent);
    return pair(float_new(x), int_from_i64(exponent));
}

static Object *f_modf(Object *m, Object **args, ptrdiff_t n) {
    double x, whole;
    if (!take_double(args[0], &x)) return NULL;
    double fraction = modf(x, &whole);
    return pair(float_new(fraction), float_new(whole));
}

static const Method methods[] = {
    {"acos", f_acos, 1, 1, "acos(x, /)\n--\n\nArc cosine of x, between 0 and pi."},
    {"acosh", f_acosh, 1, 1, "acosh(x, /)\n--\n\nInverse hyperbolic cosine of x."},
    {"asin", f_asin, 1, 1, "asin(x, /)\n--\n\nArc sine of x, between -pi/2 and pi/2."},
    {"asinh", f_asinh, 1, 1, "asinh(x, /)\n--\n\nInverse hyperbolic sine of x."},
    {"atan", f_atan, 1, 1, "atan(x, /)\n--\n\nArc tangent of x, between -pi/2 and pi/2."},
    {"atan2", f_atan2, 2, 2, "atan2(y, x, /)\n--\n\nAngle of the point (x, y), in its quadrant."},
    {"atanh", f_atanh, 1, 1, "atanh(x, /)\n--\n\nInverse hyperbolic tangent of x."},
    {"cbrt", f_cbrt, 1, 1, "cbrt(x, /)\n--\n\nCube root of x."},
    {"ceil", f_ceil, 1, 1, "ceil(x, /)\n--\n\nThe least integer that is not below x."},
    {"comb", math_comb, 2, 2, "comb(n, k, /)\n--\n\nHow many ways there are to choose k of n things."},
    {"copysign", f_copysign, 2, 2, "copysign(x, y, /)\n--\n\nThe size of x with the sign of y."},
    {"cos", f_cos, 1, 1, "cos(x, /)\n--\n\nCosine of x, in radians."},
    {"cosh", f_cosh, 1, 1, "cosh(x, /)\n--\n\nHyperbolic cosine of x."},
    {"degrees", f_degrees, 1, 1, "degrees(x, /)\n--\n\nThe angle x, in radians, in degrees."},
    {"dist", math_dist, 2, 2, "dist(p, q, /)\n--\n\nDistance of two points, each a sequence of coordinates."},
    {"erf", f_erf, 1, 1, "erf(x, /)\n--\n\nError function at x."},
    {"erfc", f_erfc, 1, 1, "erfc(x, /)\n--\n\n1 - erf(x), without loss where erf is near 1."},
    {"exp", f_exp, 1, 1, "exp(x, /)\n--\n\ne to the power of x."},
    {"exp2", f_exp2, 1, 1, "exp2(x, /)\n--\n\n2 to the power of x."},
    {"expm1", f_expm1, 1, 1, "expm1(x, /)\n--\n\nexp(x) - 1, without loss where x is small."},
    {"fabs", f_fabs, 1, 1, "fabs(x, /)\n--\n\nAbsolute value of x, as a float."},
    {"factorial", math_factorial, 1, 1, "factorial(n, /)\n--\n\n1 * 2 * ... * n."},
    {"floor", f_floor, 1, 1, "floor(x, /)\n--\n\nThe greatest integer that is not above x."},
    {"fma", f_fma, 3, 3, "fma(x, y, z, /)\n--\n\nx * y + z, rounded once."},
    {"fmod", f_fmod, 2, 2, "fmod(x, y, /)\n--\n\nRemainder of x / y, with the sign of x."},
    {"frexp", f_frexp, 1, 1, "frexp(x, /)\n--\n\nThe pair (m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."},
    {"fsum", math_fsum, 1, 1, "fsum(seq, /)\n--\n\nSum of the floats, rounded only once."},
    {"gamma", f_gamma, 1, 1, "gamma(x, /)\n--\n\nGamma function at x."},
    {"gcd", math_gcd, 0, -1, "gcd(*integers)\n--\n\nGreatest common divisor."},
    {"hypot", math_hypot, 0, -1, "hypot(*coordinates)\n--\n\nDistance of a point from the origin."},
    {"isclose", f_isclose, 2, 2,
     "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)\n--\n\n"
     "Whether a and b differ by no more than rel_tol of the larger one, or by abs_tol."},
    {"isfinite", f_isfinite, 1, 1, "isfinite(x, /)\n--\n\nWhether x is neither infinite nor nan."},
    {"isinf", f_isinf, 1, 1, "isinf(x, /)\n--\n\nWhether x is infinite."},
    {"isnan", f_isnan, 1, 1, "isnan(x, /)\n--\n\nWhether x is nan."},
    {"isqrt", math_isqrt, 1, 1, "isqrt(n, /)\n--\n\nInteger part of the square root of n."},
    {"lcm", math_lcm, 0, -1, "lcm(*integers)\n--\n\nLeast common multiple."},
    {"ldexp", f_ldexp, 2, 2, "ldexp(x, i, /)\n--\n\nx * 2**i."},
    {"lgamma", f_lgamma, 1, 1, "lgamma(x, /)\n--\n\nNatural logarithm of abs(gamma(x))."},
    {"log", f_log, 0, -1, "log(x, [base=math.e])\n\nLogarithm of x, natural or to the given base."},
    {"log10", f_log10, 1, 1, "log10(x, /)\n--\n\nLogarithm of x to base 10."},
    {"log1p", f_log1p, 1, 1, "log1p(x, /)\n--\n\nlog(1 + x), without loss where x is small."},
    {"log2", f_log2, 1, 1, "log2(x, /)\n--\n\nLogarithm of x to base 2."},
    {"modf", f_modf, 1, 1, "modf(x, /)\n--\n\nFraction and whole part of x, both with its sign."},
    {"nextafter", f_nextafter, 2, 2,
     "nextafter(x, y, /, *, steps=None)\n--\n\nThe float that many steps from x towards y; without steps, the next "
     "one."},
    {"perm", math_perm, 1, 2, "perm(n, k=None, /)\n--\n\nHow many ways there are to choose k of n things in order."},
    {"pow", f_pow, 2, 2, "pow(x, y, /)\n--\n\nx to the power of y, as a float."},
    {"prod", math_prod, 1, 1, "prod(iterable, /, *, start=1)\n--\n\nProduct of all items and start."},
    {"radians", f_radians, 1, 1, "radians(x, /)\n--\n\nThe angle x, in degrees, in radians."},
    {"remainder", f_remainder, 2, 2, "remainder(x, y, /)\n--\n\nDifference of x and the closest multiple of y."},
    {"sin", f_sin, 1, 1, "sin(x, /)\n--\n\nSine of x, in radians."},
    {"sinh", f_sinh, 1, 1, "sinh(x, /)\n--\n\nHyperbolic sine of x."},
    {"sqrt", f_sqrt, 1, 1, "sqrt(x, /)\n--\n\nSquare root of x."},
    {"sumprod", math_sumprod, 2, 2, "sumprod(p, q, /)\n--\n\nSum of the products of the items of p and q."},
    {"tan", f_tan, 1, 1, "tan(x, /)\n--\n\nTangent of x, in radians."},
    {"tanh", f_tanh, 1, 1, "tanh(x, /)\n--\n\nHyperbolic tangent of x."},
    {"trunc", f_trunc, 1, 1, "trunc(x, /)\n--\n\nThe integer part of x."},
    {"ulp", f_ulp, 1, 1, "ulp(x, /)\n--\n\nDistance of x from the next float away from zero."},
    {0},
};

static int setup(Object *m) {
    if (module_add_steal(m, "pi", float_new(M_PI)) < 0) return -1;
    if (module_add_steal(m, "e", float_new(M_E)) < 0) return -1;
    if (module_add_steal(m, "tau", float_new(2.0 * M_PI)) < 0) return -1;
    if (module_add_steal(m, "inf", float_new(INFINITY)) < 0) return -1;
    return module_add_steal(m, "nan", float_new(NAN));
}

const ModuleSpec math_module = {
    .name = "math",
    .doc = "Functions and constants of mathematics, on real numbers.",
    .methods = methods,
    .setup = setup,
};
