/* float: a double in an object, and its operators. Digits are made in float_digits.c and laid out in float_text.c, text
 * is read in float_parse.c, methods are in float_methods.c.
 *
 * The operators take an int on the other side too: int's own slots know only ints, so int + float ends up here. */
#include "interp/object/decimal.h"
#include "interp/object/float_methods.h"
#include "interp/object/list.h"
#include "interp/object/number_text.h"
#include "interp/object/str.h"

int float_operand_slow(Object *o, double *out) {
    if (o->type == &int_type) {
        *out = (double)((Int *)o)->value;
        return 1;
    }
    if (float_check(o)) {
        *out = float_value(o);
        return 1;
    }
    if (!int_check(o)) return 0;
    *out = int_as_double(o);
    return *out == -1.0 && raise_pending() ? -1 : 1;
}

/* Both operands of a binary operator; what is wrong otherwise is the result of `refuse`. */
static inline bool operands(Object *a, Object *b, double *x, double *y) {
    return float_operand(a, x) > 0 && float_operand(b, y) > 0;
}

static __attribute__((noinline, cold)) Object *refuse(void) {
    return raise_pending() ? NULL : newref(NOT_IMPLEMENTED);
}

static void *raise_zero_division(void) {
    return raise_error(&exc_ZeroDivisionError, "division by zero");
}

/* --- operators --- */

static Object *float_add(Object *a, Object *b) {
    double x, y;
    return operands(a, b, &x, &y) ? float_new(x + y) : refuse();
}

static Object *float_subtract(Object *a, Object *b) {
    double x, y;
    return operands(a, b, &x, &y) ? float_new(x - y) : refuse();
}

static Object *float_multiply(Object *a, Object *b) {
    double x, y;
    return operands(a, b, &x, &y) ? float_new(x * y) : refuse();
}

static Object *float_true_divide(Object *a, Object *b) {
    double x, y;
    if (!operands(a, b, &x, &y)) return refuse();
    return y == 0.0 ? raise_zero_division() : float_new(x / y);
}

/* Of finite numbers whose quotient has no more than 50 bits: for larger ones the formula below, which all Pythons have,
 * may be off by one. a / b was rounded, but not beyond a whole number: so its
 * floor is the exact one or one more, and the sign of the exact rest tells which. fma rounds that rest only once, just
 * as adding b to what fmod gives would. */
static inline bool floor_mod_exact(double a, double b, double *quotient, double *rest) {
    double q = floor(a / b);
    if (!(fabs(q) < 0x1p50 && fabs(b) > 0x1p-900 && fabs(b) < HUGE_VAL)) return false;
    double r = fma(-q, b, a);
    if (r != 0.0 && (r < 0) != (b < 0)) r = fma(-(q -= 1.0), b, a);
    *quotient = q == 0.0 ? copysign(0.0, a / b) : q;
    *rest = r == 0.0 ? copysign(0.0, b) : r;
    return true;
}

double float_floor_mod(double a, double b, double *floor_quotient) {
    double exact, rest_of_exact;
    if (likely(floor_mod_exact(a, b, &exact, &rest_of_exact))) {
        if (floor_quotient) *floor_quotient = exact;
        return rest_of_exact;
    }
    double rest = fmod(a, b), quotient = (a - rest) / b; /* nearly a whole number */
    if (rest == 0.0) {
        rest = copysign(0.0, b);
    } else if ((b < 0) != (rest < 0)) {
        rest += b;
        quotient -= 1.0;
    }
    if (!floor_quotient) return rest;
    if (quotient == 0.0) {
        *floor_quotient = copysign(0.0, a / b);
        return rest;
    }
    double whole = floor(quotient);
    *floor_quotient = quotient - whole > 0.5 ? whole + 1.0 : whole;
    return rest;
}

static Object *float_floor_divide(Object *a, Object *b) {
    double x, y, quotient;
    if (!operands(a, b, &x, &y)) return refuse();
    if (y == 0.0) return raise_zero_division();
    float_floor_mod(x, y, &quotient);
    return float_new(quotient);
}

static Object *float_modulo(Object *a, Object *b) {
    double x, y;
    if (!operands(a, b, &x, &y)) return refuse();
    return y == 0.0 ? raise_zero_division() : float_new(float_floor_mod(x, y, NULL));
}

static Object *float_divmod(Object *a, Object *b) {
    double x, y, quotient;
    if (!operands(a, b, &x, &y)) return refuse();
    if (y == 0.0) return raise_zero_division();
    Object *rest = float_new(float_floor_mod(x, y, &quotient)), *whole = rest ? float_new(quotient) : NULL;
    if (!whole) {
        xdecref(rest);
        return NULL;
    }
    return tuple_from_steal((Object *[]){whole, rest}, 2);
}

static void *raise_range(void) {
    Object *number = int_from_i64(34), *text = str_from_c("Numerical result out of range"), *exc = NULL;
    if (number && text) exc = object_call2((Object *)&exc_OverflowError, number, text);
    xdecref(number);
    xdecref(text);
    return exc ? raise_object(exc) : NULL;
}

Object *float_power(double base, double exponent) {
    if (base == 0.0 && exponent < 0.0 && isfinite(exponent))
        return raise_error(&exc_ZeroDivisionError, "zero to a negative power");
    if (base < 0.0 && isfinite(base) && isfinite(exponent) && exponent != floor(exponent)) {
        return complex_power(base, 0.0, exponent, 0.0);
    }
    double r = pow(base, exponent); /* C99 has the rules for zeros, infinities and nan that Python wants */
    return isinf(r) && isfinite(base) && isfinite(exponent) ? raise_range() : float_new(r);
}

static Object *float_power_slot(Object *a, Object *b) {
    double x, y;
    return operands(a, b, &x, &y) ? float_power(x, y) : refuse();
}

static Object *float_power_mod(Object *a, Object *b, Object *modulus) {
    return raise_error(&exc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Object *float_negate(Object *o) {
    return float_new(-float_value(o));
}
static Object *float_positive(Object *o) {
    return float_new(float_value(o));
}
static Object *float_absolute(Object *o) {
    return float_new(fabs(float_value(o)));
}
static int float_truth(Object *o) {
    return float_value(o) != 0.0;
}

static Object *float_to_int(Object *o) {
    return int_from_double(float_value(o));
}

static Object *float_to_float(Object *o) {
    return o->type == &float_type ? newref(o) : float_new(float_value(o));
}

static intptr_t float_hash(Object *o) {
    return float_hash_double(float_value(o), o);
}

static Object *float_repr_slot(Object *o) {
    char text[32];
    int n = float_repr(float_value(o), text);
    return str_from_ascii(text, (size_t)n);
}

/* --- comparison --- */

/* How a float that is not nan compares with an int, exactly: -1, 0, 1. */
static int order_with_int(double d, Object *i) {
    int64_t small;
    bool is_small = int_fits_i64(i, &small);
    if (!is_small || d >= 0x1p63 || d < -0x1p63) {
        int sign = int_sign(i);
        if (is_small || fabs(d) < 0x1p63) return is_small ? (d > 0 ? 1 : -1) : -sign;
        if (isinf(d) || (d > 0) != (sign > 0)) return d > 0 ? 1 : -1;
        Object *whole = int_from_double(d); /* so large, it is a whole number */
        int order = whole ? int_order(whole, int_exact(i)) : 0;
        xdecref(whole);
        return order;
    }
    int64_t whole = (int64_t)d;
    if (whole != small) return whole < small ? -1 : 1;
    double fraction = d - (double)whole;
    return fraction < 0 ? -1 : fraction > 0;
}

static bool holds(double x, double y, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

/* a is the float: a type's compare slot is called with its own instance first. */
static Object *float_compare(Object *a, Object *b, enum CompareOp op) {
    double x = float_value(a);
    if (float_check(b)) return new_bool(holds(x, float_value(b), op));
    if (!int_check(b)) return newref(NOT_IMPLEMENTED);
    if (isnan(x)) return new_bool(op == CMP_NE);
    int order = order_with_int(x, b);
    return raise_pending() ? NULL : new_bool(holds(order, 0, op));
}

/* --- making floats --- */

static void *raise_not_a_float(Object *shown) {
    return raise_error(&exc_ValueError, "could not convert string to float: %R", shown);
}

Object *float_from_string(const char *s, size_t n) {
    const char *end = s + n;
    double d;
    while (s < end && number_is_space(*s)) s++;
    while (end > s && number_is_space(end[-1])) end--;
    if (float_parse(s, end, &d)) return float_new(d);
    Object *shown = str_from_utf8(s, n);
    if (shown) raise_not_a_float(shown);
    xdecref(shown);
    return NULL;
}

Object *float_from_text(Object *text) {
    double d;
    if (text->type == &str_type && ((Str *)text)->ascii) {
        const char *start = (const char *)str_data(text);
        if (float_parse(start, start + str_length(text), &d)) return float_new(d);
    }
    NumberText t;
    int is_text = number_text_open(&t, text);
    if (is_text < 0) return NULL;
    if (!is_text) {
        return raise_error(&exc_TypeError, "float() argument must be a string or a real number, not '%T'", text);
    }
    number_text_strip(&t);
    bool valid = float_parse(t.start, t.end, &d);
    if (!valid) raise_not_a_float(text);
    number_text_close(&t);
    return valid ? float_new(d) : NULL;
}

double float_as_double(Object *o) {
    double d;
    bool own_method = type_flag(o->type, TYPE_HEAP) && !float_check(o) && o->type->to_float != int_type.to_float;
    int status = own_method ? 0 : float_operand(o, &d);
    if (status != 0) return status > 0 ? d : -1.0;
    if (!o->type->to_float && !o->type->to_index) return raise_int(&exc_TypeError, "must be real number, not %T", o);
    Object *f = number_float(o);
    if (!f) return -1.0;
    d = float_value(f);
    decref(f);
    return d;
}

Object *float_as_type(Type *t, Object *value) {
    if (!value || t == &float_type) return value;
    Float *o = (Float *)object_new(t);
    if (o) o->value = float_value(value);
    if (o && type_flag(t, TYPE_GC)) gc_track(o);
    decref(value);
    return (Object *)o;
}

static Object *from_object(Object *x) {
    if (x->type == &float_type) return newref(x);
    if (x->type == &int_type) return float_new((double)((Int *)x)->value);
    if (x->type != &str_type && (x->type->to_float || x->type->to_index)) return number_float(x);
    return float_from_text(x);
}

static Object *float_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with an __init__ of its own may take keywords. */
    if (t->init == float_type.init && args_no_keywords("float", kwnames) < 0) return NULL;
    if (nargs > 1) return raise_error(&exc_TypeError, "float expected at most 1 argument, got %zd", nargs);
    return float_as_type(t, nargs ? from_object(args[0]) : float_new(0.0));
}

static void float_dealloc(Object *o) {
    if (likely(o->type == &float_type))
        freelist_free(&freelist_float, o);
    else
        object_free(o);
}

Type float_type = {
    .mem = {.name = "float", .size = sizeof(Float), .flags = TYPE_FLOAT | TYPE_BASE, .dealloc = float_dealloc},
    .doc = "float(x=0, /)\n--\n\nThe floating-point number that a string or another number stands for.",
    .methods = float_methods,
    .getset = float_getset,
    .new = float_new_slot,
    .repr = float_repr_slot,
    .hash = float_hash,
    .compare = float_compare,
    .binary = {[BIN_ADD] = float_add,
               [BIN_SUB] = float_subtract,
               [BIN_MUL] = float_multiply,
               [BIN_TRUEDIV] = float_true_divide,
               [BIN_FLOORDIV] = float_floor_divide,
               [BIN_MOD] = float_modulo,
               [BIN_POW] = float_power_slot,
               [BIN_DIVMOD] = float_divmod},
    .pow_mod = float_power_mod,
    .unary = {[UNARY_NEG] = float_negate, [UNARY_POS] = float_positive, [UNARY_ABS] = float_absolute},
    .truth = float_truth,
    .to_int = float_to_int,
    .to_float = float_to_float,
};
