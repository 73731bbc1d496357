/* The methods and attributes of int, but for conversion to and from bytes (int_bytes.c) and formatting
 * (format_number.c). */
#include <stdlib.h>

#include "interp/object/bigint.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

static Object *one(void) {
    return int_from_i64(1);
}

static Object *exact(Object *self, Object **args, ptrdiff_t nargs) {
    return newref(int_exact(self));
}

static Object *get_exact(Object *self, void *arg) {
    return newref(int_exact(self));
}
static Object *get_zero(Object *self, void *arg) {
    return int_from_i64(0);
}
static Object *get_one(Object *self, void *arg) {
    return one();
}

uint64_t int_bit_length(Object *o) {
    View v;
    view(&v, o);
    return (uint64_t)view_bits(&v);
}

static Object *bit_length(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64(int_bit_length(self));
}

static Object *bit_count(Object *self, Object **args, ptrdiff_t nargs) {
    View v;
    view(&v, self);
    return int_from_u64(v.n ? mpn_popcount(v.limbs, v.n) : 0);
}

static Object *as_integer_ratio(Object *self, Object **args, ptrdiff_t nargs) {
    return tuple_pack(2, int_exact(self), &int_small[1 - INT_SMALL_MIN]);
}

static Object *is_integer(Object *self, Object **args, ptrdiff_t nargs) {
    return newref(TRUE);
}

static Object *getnewargs(Object *self, Object **args, ptrdiff_t nargs) {
    return tuple_pack(1, int_exact(self));
}

static int64_t exact_size(Object *o) {
    if (o->type == &int_type) return sizeof(Int);
    const BigInt *big = (BigInt *)o;
    int64_t limbs = bigint_is_short(big) ? WIDE_LIMBS : llabs(big->size);
    return (int64_t)sizeof(BigInt) + limbs * (int64_t)sizeof(mp_limb_t);
}

/* An instance of a subclass also holds its value, unless that is one of the shared small ones. */
static Object *sizeof_int(Object *self, Object **args, ptrdiff_t nargs) {
    if (self->type == &bool_type) return int_from_i64(sizeof(Int));
    if (int_check_exact(self)) return int_from_i64(exact_size(self));
    Object *value = ((IntSub *)self)->value;
    int64_t small, own = int_small_value(value, &small) && int_is_small(small) ? 0 : exact_size(value);
    return int_from_i64(self->type->mem.size + own);
}

/* 10 ** -ndigits, or NULL without an exception when that is more than twice |o|, so that everything rounds to 0. */
static Object *rounding_unit(Object *o, Object *ndigits) {
    int64_t n;
    if (!int_small_value(ndigits, &n) || n < -(int64_t)(int_bit_length(o) / 3 + 2)) return NULL;
    Object *exponent = int_from_i64(-n);
    if (!exponent) return NULL;
    Object *unit = int_power((Object *)&int_small[10 - INT_SMALL_MIN], exponent);
    decref(exponent);
    return unit;
}

Object *int_round_to(Object *o, Object *ndigits) {
    if (int_sign(ndigits) >= 0) return newref(int_exact(o));
    Object *unit = rounding_unit(o, ndigits);
    if (!unit) return raise_pending() ? NULL : int_from_i64(0);
    Object *rest = NULL, *twice = NULL, *result = NULL, *quotient = int_divmod(o, unit, &rest);
    if (quotient && (twice = int_add(rest, rest))) {
        int order = int_order(twice, unit);
        result = int_subtract(o, rest);
        if (result && (order > 0 || (order == 0 && int_is_odd(quotient)))) set_ref(&result, int_add(result, unit));
    }
    xdecref(twice);
    if (quotient) decref(rest);
    xdecref(quotient);
    decref(unit);
    return result;
}

static Object *round_int(Object *self, Object **args, ptrdiff_t nargs) {
    Object *ndigits = arg_or_null(args, nargs, 0);
    if (!ndigits || ndigits == NONE) return newref(int_exact(self));
    ndigits = number_index(ndigits);
    if (!ndigits) return NULL;
    Object *result = int_round_to(self, ndigits);
    decref(ndigits);
    return result;
}

static Object *format(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "__format__() argument must be str, not %K", args[0]);
    return int_format(self, args[0]);
}

const Method int_methods[] = {
    {"as_integer_ratio", as_integer_ratio, 0, 0,
     "as_integer_ratio()\n--\n\nThe pair (self, 1): a fraction in lowest terms with a positive denominator."},
    {"bit_count", bit_count, 0, 0, "bit_count()\n--\n\nHow many ones the binary form of the absolute value has."},
    {"bit_length", bit_length, 0, 0, "bit_length()\n--\n\nHow many bits the absolute value needs; 0 needs none."},
    {"conjugate", exact, 0, 0, "conjugate()\n--\n\nThe number itself, as for every real number."},
    {"from_bytes", int_from_bytes, 1, 2,
     "from_bytes(bytes, byteorder='big', *, signed=False)\n--\n\n"
     "The integer that bytes stand for, the first byte being the most significant one ('big') or the least ('little'). "
     "With signed, they are two's complement.",
     METH_CLASS},
    {"is_integer", is_integer, 0, 0, "is_integer()\n--\n\nAlways True; floats have a method of that name, too."},
    {"to_bytes", int_to_bytes, 0, 2,
     "to_bytes(length=1, byteorder='big', *, signed=False)\n--\n\n"
     "The value as so many bytes, most significant first ('big') or last ('little'). With signed, negative numbers are "
     "allowed, as two's complement. OverflowError when it does not fit."},
    {"__ceil__", exact, 0, 0, "__ceil__()\n--\n\nmath.ceil of an integer: itself."},
    {"__floor__", exact, 0, 0, "__floor__()\n--\n\nmath.floor of an integer: itself."},
    {"__format__", format, 1, 1, "__format__(format_spec, /)\n--\n\nThe number as text, laid out as format_spec says."},
    {"__getnewargs__", getnewargs, 0, 0, "__getnewargs__()\n--\n\nWhat __new__ needs to make a copy."},
    {"__round__", round_int, 0, 1,
     "__round__(ndigits=None, /)\n--\n\nRounds to a multiple of 10**-ndigits, half to even, when ndigits is negative."},
    {"__sizeof__", sizeof_int, 0, 0, "__sizeof__()\n--\n\nBytes of memory that the object takes."},
    {"__trunc__", exact, 0, 0, "__trunc__()\n--\n\nmath.trunc of an integer: itself."},
    {0},
};

const GetSet int_getset[] = {
    {"real", get_exact, .doc = "The real part: the number itself."},
    {"imag", get_zero, .doc = "The imaginary part: 0."},
    {"numerator", get_exact, .doc = "The numerator in lowest terms: the number itself."},
    {"denominator", get_one, .doc = "The denominator in lowest terms: 1."},
    {0},
};
