/* complex: two doubles. The operators follow C99's Annex G, which finds the infinities and zeros that the plain
 * formulas lose to nan; a real operand is not turned into a complex one first, because an imaginary part of 0 that was
 * never there would do harm (inf * 0 is nan, and 0 has a sign). */
#include "interp/object/complex_methods.h"
#include "interp/object/decimal.h"
#include "interp/object/float_text.h"
#include "interp/object/str.h"

typedef struct Pair {
    double re, im;
} Pair;

Object *complex_new(double re, double im) {
    Complex *c = (Complex *)object_new(&complex_type);
    if (!c) return NULL;
    c->re = re;
    c->im = im;
    return (Object *)c;
}

static Object *complex_of(Pair p) {
    return complex_new(p.re, p.im);
}
static Pair value_of(Object *o) {
    return (Pair){((Complex *)o)->re, ((Complex *)o)->im};
}

/* --- arithmetic --- */

/* An infinite number as a direction: parts 1 or 0 with their signs. */
static Pair boxed(Pair p) {
    return (Pair){copysign(isinf(p.re) ? 1.0 : 0.0, p.re), copysign(isinf(p.im) ? 1.0 : 0.0, p.im)};
}

static Pair without_nan(Pair p) {
    return (Pair){isnan(p.re) ? copysign(0.0, p.re) : p.re, isnan(p.im) ? copysign(0.0, p.im) : p.im};
}

static bool is_infinite(Pair p) {
    return isinf(p.re) || isinf(p.im);
}
static bool is_finite(Pair p) {
    return isfinite(p.re) && isfinite(p.im);
}
static bool is_nan(Pair p) {
    return isnan(p.re) && isnan(p.im);
}

static Pair product(Pair a, Pair b) {
    double ac = a.re * b.re, bd = a.im * b.im, ad = a.re * b.im, bc = a.im * b.re;
    Pair r = {ac - bd, ad + bc};
    if (likely(!is_nan(r))) return r;
    bool overflow = isinf(ac) || isinf(bd) || isinf(ad) || isinf(bc), again = false;
    if (is_infinite(a)) {
        a = boxed(a);
        b = without_nan(b);
        again = true;
    }
    if (is_infinite(b)) {
        b = boxed(b);
        a = without_nan(a);
        again = true;
    }
    if (!again && overflow) {
        a = without_nan(a);
        b = without_nan(b);
        again = true;
    }
    return again ? (Pair){INFINITY * (a.re * b.re - a.im * b.im), INFINITY * (a.re * b.im + a.im * b.re)} : r;
}

/* Smith's method: divides by the larger part of the divisor first, so that nothing overflows on the way. b != 0 */
static Pair quotient(Pair a, Pair b) {
    Pair r;
    if (fabs(b.re) >= fabs(b.im)) {
        double ratio = b.im / b.re, divisor = b.re + b.im * ratio;
        r = (Pair){(a.re + a.im * ratio) / divisor, (a.im - a.re * ratio) / divisor};
    } else if (fabs(b.im) >= fabs(b.re)) {
        double ratio = b.re / b.im, divisor = b.re * ratio + b.im;
        r = (Pair){(a.re * ratio + a.im) / divisor, (a.im * ratio - a.re) / divisor};
    } else {
        r = (Pair){NAN, NAN};
    }
    if (likely(!is_nan(r))) return r;
    if (is_infinite(a) && is_finite(b)) {
        Pair d = boxed(a);
        return (Pair){INFINITY * (d.re * b.re + d.im * b.im), INFINITY * (d.im * b.re - d.re * b.im)};
    }
    if (is_infinite(b) && is_finite(a)) {
        Pair d = boxed(b);
        return (Pair){0.0 * (a.re * d.re + a.im * d.im), 0.0 * (a.im * d.re - a.re * d.im)};
    }
    return r;
}

/* The same for a real dividend. */
static Pair quotient_of_real(double a, Pair b) {
    Pair r;
    if (fabs(b.re) >= fabs(b.im)) {
        double ratio = b.im / b.re, divisor = b.re + b.im * ratio;
        r = (Pair){a / divisor, (-a * ratio) / divisor};
    } else if (fabs(b.im) >= fabs(b.re)) {
        double ratio = b.re / b.im, divisor = b.re * ratio + b.im;
        r = (Pair){(a * ratio) / divisor, -a / divisor};
    } else {
        r = (Pair){NAN, NAN};
    }
    if (is_nan(r) && isfinite(a) && is_infinite(b)) {
        Pair d = boxed(b);
        return (Pair){0.0 * (a * d.re), 0.0 * (-a * d.im)};
    }
    return r;
}

/* False when the angle of the result is infinite. */
static bool power(Pair a, Pair b, Pair *out) {
    *out = (Pair){1.0, 0.0};
    if (b.re == 0.0 && b.im == 0.0) return true;
    *out = (Pair){0.0, 0.0};
    if (a.re == 0.0 && a.im == 0.0) return true;
    double length = hypot(a.re, a.im), r = pow(length, b.re), angle = atan2(a.im, a.re), phase = angle * b.re;
    if (b.im != 0.0) {
        r *= exp(-angle * b.im);
        phase += b.im * log(length);
    }
    *out = (Pair){r * cos(phase), r * sin(phase)};
    return !isinf(phase);
}

#define SMALL_EXPONENT 100

static Pair power_by_squaring(Pair a, int n) {
    Pair r = {1.0, 0.0};
    for (; n > 0; n >>= 1) {
        if (n & 1) r = product(r, a);
        if (n > 1) a = product(a, a);
    }
    return r;
}

static void *raise_zero_power(void) {
    return raise_error(&exc_ZeroDivisionError, "zero to a negative or complex power");
}

Object *complex_power(double a_re, double a_im, double b_re, double b_im) {
    Pair a = {a_re, a_im}, b = {b_re, b_im}, r;
    if (a.re == 0.0 && a.im == 0.0 && (b.im != 0.0 || b.re < 0.0)) return raise_zero_power();
    if (b.im == 0.0 && b.re == floor(b.re) && fabs(b.re) <= SMALL_EXPONENT) {
        r = power_by_squaring(a, abs((int)b.re));
        if (b.re < 0.0 && r.re == 0.0 && r.im == 0.0) return raise_zero_power();
        if (b.re < 0.0) r = quotient((Pair){1.0, 0.0}, r);
    } else if (!power(a, b, &r)) {
        return raise_zero_power();
    }
    if (is_infinite(r)) return raise_error(&exc_OverflowError, "complex exponentiation");
    return complex_of(r);
}

/* --- operators --- */

/* What an operand is. */
enum Kind { OTHER, REAL, COMPLEX, FAILED };

static enum Kind kind_of(Object *o, Pair *out) {
    if (complex_check(o)) {
        *out = value_of(o);
        return COMPLEX;
    }
    out->im = 0.0;
    int status = float_operand(o, &out->re);
    return status > 0 ? REAL : status == 0 ? OTHER : FAILED;
}

/* Both operands, of which one at least is complex; false when there is nothing to compute. */
static bool operands(Object *a, Object *b, Pair *x, Pair *y, enum Kind *x_kind, enum Kind *y_kind) {
    *x_kind = kind_of(a, x);
    if (*x_kind == OTHER || *x_kind == FAILED) return false;
    *y_kind = kind_of(b, y);
    return *y_kind == REAL || *y_kind == COMPLEX;
}

static Object *refuse(void) {
    return raise_pending() ? NULL : newref(NOT_IMPLEMENTED);
}

static Object *complex_add(Object *a, Object *b) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    if (!operands(a, b, &x, &y, &x_kind, &y_kind)) return refuse();
    return complex_new(x.re + y.re, y_kind == REAL ? x.im : x_kind == REAL ? y.im : x.im + y.im);
}

static Object *complex_subtract(Object *a, Object *b) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    if (!operands(a, b, &x, &y, &x_kind, &y_kind)) return refuse();
    return complex_new(x.re - y.re, y_kind == REAL ? x.im : x_kind == REAL ? -y.im : x.im - y.im);
}

static Object *complex_multiply(Object *a, Object *b) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    if (!operands(a, b, &x, &y, &x_kind, &y_kind)) return refuse();
    if (y_kind == REAL) return complex_new(x.re * y.re, x.im * y.re);
    if (x_kind == REAL) return complex_new(x.re * y.re, x.re * y.im);
    return complex_of(product(x, y));
}

static Object *complex_true_divide(Object *a, Object *b) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    if (!operands(a, b, &x, &y, &x_kind, &y_kind)) return refuse();
    if (y.re == 0.0 && y.im == 0.0) return raise_error(&exc_ZeroDivisionError, "division by zero");
    if (y_kind == REAL) return complex_new(x.re / y.re, x.im / y.re);
    return complex_of(x_kind == REAL ? quotient_of_real(x.re, y) : quotient(x, y));
}

static Object *complex_power_slot(Object *a, Object *b) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    return operands(a, b, &x, &y, &x_kind, &y_kind) ? complex_power(x.re, x.im, y.re, y.im) : refuse();
}

static Object *complex_power_mod(Object *a, Object *b, Object *modulus) {
    Pair x, y;
    enum Kind x_kind, y_kind;
    if (!operands(a, b, &x, &y, &x_kind, &y_kind)) return refuse();
    return raise_error(&exc_ValueError, "complex modulo");
}

static Object *exact(Object *o) {
    return o->type == &complex_type ? newref(o) : complex_of(value_of(o));
}

static Object *complex_negate(Object *o) {
    return complex_new(-value_of(o).re, -value_of(o).im);
}

static Object *complex_absolute(Object *o) {
    Pair p = value_of(o);
    double r = hypot(p.re, p.im);
    if (isinf(r) && is_finite(p)) return raise_error(&exc_OverflowError, "absolute value too large");
    return float_new(r);
}

static int complex_truth(Object *o) {
    return value_of(o).re != 0.0 || value_of(o).im != 0.0;
}

static intptr_t complex_hash_slot(Object *o) {
    return complex_hash((Complex *)o);
}

static Object *complex_compare(Object *a, Object *b, enum CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return newref(NOT_IMPLEMENTED);
    Pair x = value_of(a);
    bool equal;
    if (complex_check(b)) {
        equal = x.re == value_of(b).re && x.im == value_of(b).im;
    } else if (int_check(b) || float_check(b)) { /* exactly, as float does it */
        Object *re = float_new(x.re);
        int same = re ? object_compare_bool(re, b, CMP_EQ) : -1;
        xdecref(re);
        if (same < 0) return NULL;
        equal = same && x.im == 0.0;
    } else {
        return newref(NOT_IMPLEMENTED);
    }
    return new_bool(equal == (op == CMP_EQ));
}

static Object *complex_repr(Object *o) {
    Pair p = value_of(o);
    bool imag_only = p.re == 0.0 && !signbit(p.re);
    FloatText re, im; /* the shortest forms fit into the structs themselves */
    float_text(&re, p.re, 'r', 0, 0);
    float_text(&im, p.im, 'r', 0, imag_only ? 0 : FLOAT_PLUS);
    char text[80];
    size_t n = 0;
    if (!imag_only) {
        text[n++] = '(';
        memcpy(text + n, re.text, re.n);
        n += re.n;
    }
    memcpy(text + n, im.text, im.n);
    n += im.n;
    text[n++] = 'j';
    if (!imag_only) text[n++] = ')';
    return str_from_ascii(text, n);
}

static void complex_dealloc(Object *o) {
    object_free(o);
}

Type complex_type = {
    .mem = {.name = "complex", .size = sizeof(Complex), .flags = TYPE_BASE, .dealloc = complex_dealloc},
    .doc = "complex(real=0, imag=0)\n--\n\nA complex number from its parts, from another number or from a string.",
    .methods = complex_methods,
    .members = complex_members,
    .new = complex_new_slot,
    .repr = complex_repr,
    .hash = complex_hash_slot,
    .compare = complex_compare,
    .binary = {[BIN_ADD] = complex_add,
               [BIN_SUB] = complex_subtract,
               [BIN_MUL] = complex_multiply,
               [BIN_TRUEDIV] = complex_true_divide,
               [BIN_POW] = complex_power_slot},
    .pow_mod = complex_power_mod,
    .unary = {[UNARY_NEG] = complex_negate, [UNARY_POS] = exact, [UNARY_ABS] = complex_absolute},
    .truth = complex_truth,
};
