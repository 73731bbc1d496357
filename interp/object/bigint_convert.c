/* Between ints and doubles, correctly rounded (half to even). The method is the same everywhere: keep more leading
 * bits than a double has, or a 1 into the lowest of them if anything below was cut off (the sticky bit), and let the
 * conversion from uint64_t to double do the one rounding. */
#include "interp/object/bigint.h"

#include <math.h>

#include "interp/object/float.h"

#define DOUBLE_MAX_BITS  1024 /* 2**1024 and above are too large */
#define DOUBLE_MIN_SHIFT 1076 /* 2**-1074 is the least double; two bits more tell how to round to it */
#define LOCAL_LIMBS      16

double bigint_as_double(const View *v) {
    int64_t bits = view_bits(v);
    if (bits <= LIMB_BITS) return v->n == 0 ? 0.0 : v->negative ? -(double)v->limbs[0] : (double)v->limbs[0];
    if (bits > DOUBLE_MAX_BITS) return v->negative ? -INFINITY : INFINITY;
    const mp_limb_t *top = v->limbs + v->n - 1;
    unsigned unused = (unsigned)__builtin_clzll(*top);
    mp_limb_t leading = unused ? *top << unused | top[-1] >> (LIMB_BITS - unused) : *top;
    bool rest = (unused && top[-1] << unused) || (!unused && top[-1]) || (v->n > 2 && !mpn_zero_p(v->limbs, v->n - 2));
    double d = ldexp((double)(leading | rest), (int)(bits - LIMB_BITS));
    return v->negative ? -d : d;
}

double int_as_double(Object *o) {
    int64_t small;
    if (int_small_value(o, &small)) return (double)small;
    View v;
    view(&v, o);
    double d = bigint_as_double(&v);
    if (isinf(d)) return raise_int(&exc_OverflowError, "int too large to convert to float");
    return d;
}

Object *int_from_double(double d) {
    if (d >= -0x1p63 && d < 0x1p63) return int_from_i64((int64_t)d);
    if (isinf(d)) return raise_error(&exc_OverflowError, "cannot convert float infinity to integer");
    if (isnan(d)) return raise_error(&exc_ValueError, "cannot convert float NaN to integer");
    int exponent;
    double fraction = frexp(d, &exponent); /* of this size, d is a whole number */
    View v;
    view_small(&v, (int64_t)ldexp(fraction, 53));
    return bigint_shift_left(&v, (uint64_t)(exponent - 53));
}

/* |a| * 2**shift / |b|, where shift makes the quotient fill 63 or 64 bits (fewer where the result is subnormal).
 * `numerator` has room for the scaled |a|, `scratch` for one limb more. */
static mp_limb_t scaled_quotient(const View *a, const View *b, int64_t shift, mp_limb_t *numerator,
                                 mp_limb_t *scratch) {
    int64_t whole = (shift < 0 ? -shift : shift) / LIMB_BITS, n;
    unsigned part = (unsigned)((shift < 0 ? -shift : shift) % LIMB_BITS);
    mp_limb_t lost = 0;
    if (shift >= 0) {
        mpn_zero(numerator, whole);
        n = a->n + whole + 1;
        numerator[n - 1] = part ? mpn_lshift(numerator + whole, a->limbs, a->n, part) : 0;
        if (!part) mpn_copyi(numerator + whole, a->limbs, a->n);
    } else {
        n = a->n - whole;
        lost = whole && !mpn_zero_p(a->limbs, whole);
        if (part)
            lost |= mpn_rshift(numerator, a->limbs + whole, n, part);
        else
            mpn_copyi(numerator, a->limbs + whole, n);
    }
    while (n > 0 && numerator[n - 1] == 0) n--;
    if (n < b->n) return n > 0 || lost;
    mp_limb_t *quotient = scratch, *remainder = scratch + (n - b->n + 1);
    mpn_tdiv_qr(quotient, remainder, 0, numerator, n, b->limbs, b->n);
    return quotient[0] | (lost || !mpn_zero_p(remainder, b->n));
}

static void *raise_too_large(void) {
    return raise_error(&exc_OverflowError, "integer division result too large for a float");
}

Object *bigint_true_divide(const View *a, const View *b) {
    bool negative = a->negative != b->negative;
    if (a->n == 0) return float_new(negative ? -0.0 : 0.0);
    int64_t exponent = view_bits(a) - view_bits(b), shift = LIMB_BITS - 1 - exponent;
    if (exponent > DOUBLE_MAX_BITS) return raise_too_large();
    if (shift > DOUBLE_MIN_SHIFT) shift = DOUBLE_MIN_SHIFT;
    int64_t room = a->n + (shift > 0 ? shift / LIMB_BITS : 0) + 1;
    if (bigint_reserve(room) < 0) return NULL;
    mp_limb_t local[LOCAL_LIMBS], *buffer = local;
    if (2 * room + 1 > LOCAL_LIMBS && !(buffer = heap_alloc((size_t)(2 * room + 1) * sizeof(mp_limb_t)))) {
        return raise_memory();
    }
    mp_limb_t quotient = scaled_quotient(a, b, shift, buffer, buffer + room);
    if (buffer != local) heap_free(buffer);
    double d = ldexp((double)quotient, (int)-shift);
    return isinf(d) ? raise_too_large() : float_new(negative ? -d : d);
}
