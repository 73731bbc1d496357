/* datetime.timedelta: a duration, as days, seconds and microseconds.
 *
 * Sums of two are made field by field. Everything else counts in microseconds: those of the longest timedelta take 67
 * bits, so `Wide` has 128, which also leaves room for the exact product with the 53 bits of any float. */
#include <math.h>
#include <stdio.h>

#include "stdlib/datetime_parts.h"

static void *raise_too_large(void) {
    return raise_error(&exc_OverflowError, "Python int too large to convert to C int");
}

/* --- making --- */

static Object *make(Type *t, int64_t days, int32_t seconds, int32_t microseconds) {
    if (days < -MAX_DELTA_DAYS || days > MAX_DELTA_DAYS) {
        if (days < INT32_MIN || days > INT32_MAX) return raise_too_large();
        return raise_error(&exc_OverflowError, "days=%d; must have magnitude <= %d", (int)days, MAX_DELTA_DAYS);
    }
    Delta *d = (Delta *)object_new(t);
    if (!d) return NULL;
    d->hash = -1;
    d->days = (int32_t)days;
    d->seconds = seconds;
    d->microseconds = microseconds;
    if (type_flag(t, TYPE_GC)) gc_track(d);
    return (Object *)d;
}

/* Takes what is above `unit` or below zero out of *small, and gives how many units that was. */
static inline int64_t carry(int64_t *small, int64_t unit) {
    if ((uint64_t)*small < (uint64_t)unit) return 0;
    int64_t units = *small / unit;
    *small -= units * unit;
    if (*small < 0) {
        *small += unit;
        units--;
    }
    return units;
}

Object *delta_of(int64_t days, int64_t seconds, int64_t microseconds) {
    seconds += carry(&microseconds, US_PER_SECOND);
    days += carry(&seconds, SECONDS_PER_DAY);
    return make(&delta_type, days, (int32_t)seconds, (int32_t)microseconds);
}

static Wide floor_divide(Wide a, Wide b) {
    Wide q = a / b;
    return q - (a % b != 0 && (a < 0) != (b < 0));
}

static Object *make_wide(Type *t, Wide us) {
    Wide days = floor_divide(us, US_PER_DAY);
    if (days != (int64_t)days) return raise_too_large();
    int64_t rest = (int64_t)(us - days * US_PER_DAY);
    return make(t, (int64_t)days, (int32_t)(rest / US_PER_SECOND), (int32_t)(rest % US_PER_SECOND));
}

Object *delta_new(Wide us) {
    return us == (int64_t)us ? delta_of(0, 0, (int64_t)us) : make_wide(&delta_type, us);
}

/* --- ints and floats as Wide --- */

/* False: more than 125 bits, so that twice of it fits. */
static bool wide_from_int(Object *o, Wide *out) {
    int64_t small;
    o = int_exact(o);
    if (int_fits_i64(o, &small)) {
        *out = small;
        return true;
    }
    const BigInt *b = (BigInt *)o;
    if (int_bit_length(o) > 125) return false;
    unsigned __int128 magnitude = b->limbs[0];
    if (b->size == 2 || b->size == -2) magnitude |= (unsigned __int128)b->limbs[1] << 64;
    *out = b->size < 0 ? -(Wide)magnitude : (Wide)magnitude;
    return true;
}

static Object *int_from_wide(Wide v) {
    if (v == (int64_t)v) return int_from_i64((int64_t)v);
    unsigned __int128 magnitude = v < 0 ? -(unsigned __int128)v : (unsigned __int128)v;
    mp_limb_t limbs[2] = {(mp_limb_t)magnitude, (mp_limb_t)(magnitude >> 64)};
    return int_from_limbs(limbs, v < 0 ? -2 : 2);
}

/* a / b, to the nearest, halves to even. */
static Wide divide_nearest(Wide a, Wide b) {
    Wide q = floor_divide(a, b), twice = 2 * (a - q * b);
    if (b < 0) {
        b = -b;
        twice = -twice;
    }
    return q + (twice > b || (twice == b && (q & 1)));
}

/* f is mantissa * 2**exponent: 0, or -1 with the exception for numbers that are no ratio. */
static int take_ratio(double f, int64_t *mantissa, int *exponent) {
    if (isnan(f)) return raise_int(&exc_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(f)) return raise_int(&exc_OverflowError, "cannot convert Infinity to integer ratio");
    *mantissa = (int64_t)ldexp(frexp(f, exponent), 53);
    *exponent -= 53;
    return 0;
}

/* The largest timedelta has less than 2**67 microseconds; what is estimated at more is refused before it is computed,
 * and so the exact computation always fits. */
#define TOO_LARGE 0x1p70

static Object *multiply_float(Wide us, double f) {
    int64_t mantissa;
    int exponent;
    if (take_ratio(f, &mantissa, &exponent) < 0) return NULL;
    if (us == 0 || mantissa == 0) return delta_new(0);
    if (fabs((double)us * f) > TOO_LARGE) return raise_too_large();
    Wide product = us * mantissa;
    if (exponent >= 0) return delta_new(product * ((Wide)1 << exponent));
    return delta_new(exponent < -125 ? 0 : divide_nearest(product, (Wide)1 << -exponent));
}

static Object *divide_float(Wide us, double f) {
    int64_t mantissa;
    int exponent;
    if (take_ratio(f, &mantissa, &exponent) < 0) return NULL;
    if (mantissa == 0) return raise_error(&exc_ZeroDivisionError, "division by zero");
    if (us == 0) return delta_new(0);
    if (fabs((double)us / f) > TOO_LARGE) return raise_too_large();
    if (exponent > 70) return delta_new(0);
    if (exponent >= 0) return delta_new(divide_nearest(us, (Wide)mantissa * ((Wide)1 << exponent)));
    return delta_new(divide_nearest(us * ((Wide)1 << -exponent), mantissa));
}

/* --- timedelta(...) --- */

typedef struct Sum {
    Wide us;
    double fraction; /* parts of microseconds */
} Sum;

static int add_whole(Sum *s, Wide count, int64_t unit) {
    Wide us;
    if (__builtin_mul_overflow(count, (Wide)unit, &us) || __builtin_add_overflow(s->us, us, &s->us))
        return raise_too_large(), -1;
    return 0;
}

static int add_double(Sum *s, double count, int64_t unit) {
    if (isnan(count)) return raise_int(&exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(count)) return raise_int(&exc_OverflowError, "cannot convert float infinity to integer");
    double whole, fraction = modf(count, &whole);
    if (fabs(whole) > 0x1p120) return raise_too_large(), -1;
    if (add_whole(s, (Wide)whole, unit) < 0) return -1;
    fraction = modf(fraction * (double)unit, &whole);
    s->fraction += fraction;
    return add_whole(s, (Wide)whole, 1);
}

static int add_component(Sum *s, Object *count, const char *name, int64_t unit) {
    if (int_check(count)) {
        Wide n;
        return wide_from_int(count, &n) ? add_whole(s, n, unit) : (raise_too_large(), -1);
    }
    if (float_check(count)) return add_double(s, float_value(count), unit);
    return raise_int(&exc_TypeError, "unsupported type for timedelta %s component: %T", name, count);
}

/* The fractions together, to the nearest; a half makes the whole sum even. */
static Wide rounded(const Sum *s) {
    double whole = floor(s->fraction), rest = s->fraction - whole;
    Wide us = s->us + (Wide)whole;
    return us + (rest > 0.5 || (rest == 0.5 && (us & 1)));
}

static Object *delta_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const names_of[] = {"days",    "seconds", "microseconds", "milliseconds",
                                           "minutes", "hours",   "weeks",        NULL};
    static const int64_t units[] = {
        US_PER_DAY, US_PER_SECOND, 1, 1000, 60 * US_PER_SECOND, (int64_t)3600 * US_PER_SECOND, 7 * US_PER_DAY};
    static const uint8_t smallest_first[] = {2, 3, 1, 4, 5, 0, 6};
    Object *v[7];
    if (args_bind("__new__", names_of, 0, 7, args, nargs, kwnames, v) < 0) return NULL;
    Sum s = {0};
    for (int i = 0; i < 7; i++) {
        int k = smallest_first[i];
        if (v[k] && add_component(&s, v[k], names_of[k], units[k]) < 0) return NULL;
    }
    return make_wide(t, s.fraction ? rounded(&s) : s.us);
}

/* --- operators --- */

static Object *delta_add(Object *a, Object *b) {
    if (!is_delta(a) || !is_delta(b)) return newref(NOT_IMPLEMENTED);
    const Delta *x = (Delta *)a, *y = (Delta *)b;
    return delta_of((int64_t)x->days + y->days, (int64_t)x->seconds + y->seconds,
                    (int64_t)x->microseconds + y->microseconds);
}

static Object *delta_subtract(Object *a, Object *b) {
    if (!is_delta(a) || !is_delta(b)) return newref(NOT_IMPLEMENTED);
    const Delta *x = (Delta *)a, *y = (Delta *)b;
    return delta_of((int64_t)x->days - y->days, (int64_t)x->seconds - y->seconds,
                    (int64_t)x->microseconds - y->microseconds);
}

static Object *delta_multiply(Object *a, Object *b) {
    if (!is_delta(a)) {
        Object *swap = a;
        a = b;
        b = swap;
    }
    Wide us = delta_us(a), n, product;
    if (float_check(b)) return multiply_float(us, float_value(b));
    if (!int_check(b)) return newref(NOT_IMPLEMENTED);
    if (us == 0) return delta_new(0);
    if (!wide_from_int(b, &n) || __builtin_mul_overflow(us, n, &product)) return raise_too_large();
    return delta_new(product);
}

/* Microseconds by microseconds, rounded once: that is how Python divides ints. */
static Object *divide_exactly(Wide a, Wide b) {
    enum { EXACT_BITS = 53 };
    if (b == 0) return raise_error(&exc_ZeroDivisionError, "division by zero");
    Wide limit = (Wide)1 << EXACT_BITS;
    if (a <= limit && a >= -limit && b <= limit && b >= -limit) return float_new((double)a / (double)b);
    Object *x = int_from_wide(a), *y = int_from_wide(b);
    Object *result = x && y ? number_binary(x, y, BIN_TRUEDIV) : NULL;
    xdecref(x);
    xdecref(y);
    return result;
}

/* By an int, to the nearest or to the floor. An int that is too wide leaves nothing, or less than nothing. */
static Object *divide_by_int(Wide us, Object *by, Wide (*divide)(Wide, Wide)) {
    Wide n;
    if (!wide_from_int(by, &n)) {
        bool below = divide == floor_divide && us != 0 && (us < 0) != (int_sign(by) < 0);
        return delta_new(below ? -1 : 0);
    }
    if (n == 0) return raise_error(&exc_ZeroDivisionError, "division by zero");
    return delta_new(divide(us, n));
}

static Object *delta_true_divide(Object *a, Object *b) {
    if (!is_delta(a)) return newref(NOT_IMPLEMENTED);
    if (is_delta(b)) return divide_exactly(delta_us(a), delta_us(b));
    if (float_check(b)) return divide_float(delta_us(a), float_value(b));
    if (int_check(b)) return divide_by_int(delta_us(a), b, divide_nearest);
    return newref(NOT_IMPLEMENTED);
}

static bool check_divisor(Object *b) {
    const Delta *d = (Delta *)b;
    if (d->days || d->seconds || d->microseconds) return true;
    raise_error(&exc_ZeroDivisionError, "division by zero");
    return false;
}

static Object *delta_floor_divide(Object *a, Object *b) {
    if (!is_delta(a)) return newref(NOT_IMPLEMENTED);
    if (int_check(b)) return divide_by_int(delta_us(a), b, floor_divide);
    if (!is_delta(b)) return newref(NOT_IMPLEMENTED);
    return check_divisor(b) ? int_from_wide(floor_divide(delta_us(a), delta_us(b))) : NULL;
}

static Object *delta_modulo(Object *a, Object *b) {
    if (!is_delta(a) || !is_delta(b)) return newref(NOT_IMPLEMENTED);
    if (!check_divisor(b)) return NULL;
    Wide x = delta_us(a), y = delta_us(b);
    return delta_new(x - floor_divide(x, y) * y);
}

static Object *delta_divmod(Object *a, Object *b) {
    if (!is_delta(a) || !is_delta(b)) return newref(NOT_IMPLEMENTED);
    Object *quotient = delta_floor_divide(a, b), *rest = quotient ? delta_modulo(a, b) : NULL;
    Object *both = rest ? tuple_pack(2, quotient, rest) : NULL;
    xdecref(quotient);
    xdecref(rest);
    return both;
}

static Object *delta_negative(Object *o) {
    const Delta *d = (Delta *)o;
    return delta_of(-(int64_t)d->days, -d->seconds, -d->microseconds);
}

static Object *delta_positive(Object *o) {
    const Delta *d = (Delta *)o;
    return make(&delta_type, d->days, d->seconds, d->microseconds);
}

static Object *delta_absolute(Object *o) {
    return ((Delta *)o)->days < 0 ? delta_negative(o) : delta_positive(o);
}

static int delta_truth(Object *o) {
    const Delta *d = (Delta *)o;
    return d->days || d->seconds || d->microseconds;
}

static int order(const Delta *a, const Delta *b) {
    if (a->days != b->days) return a->days < b->days ? -1 : 1;
    if (a->seconds != b->seconds) return a->seconds < b->seconds ? -1 : 1;
    return (a->microseconds > b->microseconds) - (a->microseconds < b->microseconds);
}

static Object *delta_compare(Object *a, Object *b, enum CompareOp op) {
    if (!is_delta(b)) return newref(NOT_IMPLEMENTED);
    return datetime_compared(order((Delta *)a, (Delta *)b), 0, op);
}

static intptr_t delta_hash(Object *o) {
    Delta *d = (Delta *)o;
    if (d->hash == -1) d->hash = hash_bytes(&d->days, 3 * sizeof(int32_t));
    return d->hash;
}

/* --- text and methods --- */

static Object *delta_repr(Object *o) {
    const Delta *d = (Delta *)o;
    const char *separator = "";
    StrWriter w = writer_new();
    if (writer_format(&w, "%s(", type_name(o)) < 0) return NULL;
    const struct {
        const char *name;
        int value;
    } fields[] = {{"days", d->days}, {"seconds", d->seconds}, {"microseconds", d->microseconds}};
    for (int i = 0; i < 3; i++) {
        if (!fields[i].value) continue;
        if (writer_format(&w, "%s%s=%d", separator, fields[i].name, fields[i].value) < 0) return NULL;
        separator = ", ";
    }
    return writer_c(&w, *separator ? ")" : "0)") < 0 ? NULL : writer_finish(&w);
}

static Object *delta_str(Object *o) {
    const Delta *d = (Delta *)o;
    char text[64];
    int n = 0, minutes = d->seconds / 60;
    if (d->days) n = snprintf(text, sizeof text, "%d day%s, ", d->days, d->days == 1 || d->days == -1 ? "" : "s");
    n += snprintf(text + n, sizeof text - n, "%d:%02d:%02d", minutes / 60, minutes % 60, d->seconds % 60);
    if (d->microseconds) n += snprintf(text + n, sizeof text - n, ".%06d", d->microseconds);
    return str_from_ascii(text, (size_t)n);
}

static Object *delta_total_seconds(Object *self, Object **args, ptrdiff_t nargs) {
    return divide_exactly(delta_us(self), US_PER_SECOND);
}

static Object *delta_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    const Delta *d = (Delta *)self;
    Object *state[] = {int_from_i64(d->days), int_from_i64(d->seconds), int_from_i64(d->microseconds)};
    Object *fields = state[0] && state[1] && state[2] ? tuple_from(state, 3) : NULL, *result = NULL;
    if (fields) result = tuple_pack(2, (Object *)self->type, fields);
    for (int i = 0; i < 3; i++) xdecref(state[i]);
    xdecref(fields);
    return result;
}

static const Method delta_methods[] = {
    {"__reduce__", delta_reduce, 0, 0, "__reduce__()\n--\n\nHelper for copy and pickle."},
    {"total_seconds", delta_total_seconds, 0, 0, "total_seconds($self, /)\n--\n\nThe duration in seconds, as a float."},
    {0},
};

static const Member delta_members[] = {
    {"days", MEMBER_INT, offsetof(Delta, days), MEMBER_READONLY, "Number of days."},
    {"seconds", MEMBER_INT, offsetof(Delta, seconds), MEMBER_READONLY, "Number of seconds (>= 0 and less than 1 day)."},
    {"microseconds", MEMBER_INT, offsetof(Delta, microseconds), MEMBER_READONLY,
     "Number of microseconds (>= 0 and less than 1 second)."},
    {0},
};

Type delta_type = {
    .mem = {.name = "datetime.timedelta", .size = sizeof(Delta), .flags = TYPE_BASE, .dealloc = (void *)object_free},
    .doc = "A duration: the difference between two points in time.\n\n"
           "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
           "Each argument may be an int or a float, and negative; what they amount to is kept in days, seconds and\n"
           "microseconds.",
    .methods = delta_methods,
    .members = delta_members,
    .repr = delta_repr,
    .str = delta_str,
    .hash = delta_hash,
    .compare = delta_compare,
    .new = delta_make,
    .binary = {[BIN_ADD] = delta_add,
               [BIN_SUB] = delta_subtract,
               [BIN_MUL] = delta_multiply,
               [BIN_TRUEDIV] = delta_true_divide,
               [BIN_FLOORDIV] = delta_floor_divide,
               [BIN_MOD] = delta_modulo,
               [BIN_DIVMOD] = delta_divmod},
    .unary = {[UNARY_NEG] = delta_negative, [UNARY_POS] = delta_positive, [UNARY_ABS] = delta_absolute},
    .truth = delta_truth,
};
