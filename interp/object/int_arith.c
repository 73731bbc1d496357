/* The operators of int. Each tries int64_t first, with the compiler's overflow checks, and goes to the limbs
 * (bigint.c) when a value or the result does not fit; in between, __int128 serves numbers of up to 127 bits.
 *
 * The operands are ints of any kind (exact, bool, subclass), which the slots in int.c have made sure of. */
#include "interp/object/bigint.h"
#include "interp/object/float.h"
#include "interp/object/list.h"

static inline bool both_small(Object *a, Object *b) {
    return a->type == &int_type && b->type == &int_type;
}
static inline int64_t value_of(Object *o) {
    return ((Int *)o)->value;
}

static void *raise_zero_division(void) {
    return raise_error(&exc_ZeroDivisionError, "division by zero");
}

/* --- plus, minus, times --- */

static __attribute__((noinline)) Object *add_slow(Object *a, Object *b, bool subtract) {
    __int128 p, q, r;
    if (int_wide_values(a, b, &p, &q) &&
        !(subtract ? __builtin_sub_overflow(p, q, &r) : __builtin_add_overflow(p, q, &r)))
        return int_from_i128(r);
    View x, y;
    view(&x, a);
    view(&y, b);
    return bigint_add(&x, &y, subtract);
}

Object *int_add(Object *a, Object *b) {
    int64_t r;
    if (likely(both_small(a, b) && !__builtin_add_overflow(value_of(a), value_of(b), &r))) return int_from_i64(r);
    return add_slow(a, b, false);
}

Object *int_subtract(Object *a, Object *b) {
    int64_t r;
    if (likely(both_small(a, b) && !__builtin_sub_overflow(value_of(a), value_of(b), &r))) return int_from_i64(r);
    return add_slow(a, b, true);
}

static __attribute__((noinline)) Object *multiply_slow(Object *a, Object *b) {
    __int128 p, q, r;
    if (int_wide_values(a, b, &p, &q) && !__builtin_mul_overflow(p, q, &r)) return int_from_i128(r);
    View v, w;
    view(&v, a);
    view(&w, b);
    return bigint_multiply(&v, &w);
}

Object *int_multiply(Object *a, Object *b) {
    int64_t r;
    if (likely(both_small(a, b) && !__builtin_mul_overflow(value_of(a), value_of(b), &r))) return int_from_i64(r);
    return multiply_slow(a, b);
}

/* --- division --- */

static inline int64_t floor_quotient(int64_t a, int64_t b) {
    int64_t q = a / b;
    return q - (a % b != 0 && (a ^ b) < 0);
}

static inline int64_t floor_remainder(int64_t a, int64_t b) {
    int64_t r = a % b;
    return r != 0 && (r ^ b) < 0 ? r + b : r;
}

/* Both small, and a division that cannot trap: by 0, or the one quotient that overflows, -2**63 / -1. */
static inline bool small_division(Object *a, Object *b) {
    return both_small(a, b) && (uint64_t)value_of(b) + 1 > 1;
}

Object *int_divmod(Object *a, Object *b, Object **remainder) {
    View x, y;
    view(&x, a);
    view(&y, b);
    if (y.n == 0) return raise_zero_division();
    return bigint_divmod(&x, &y, remainder);
}

Object *int_floor_divide(Object *a, Object *b) {
    if (likely(small_division(a, b))) return int_from_i64(floor_quotient(value_of(a), value_of(b)));
    __int128 p, q;
    if (int_wide_values(a, b, &p, &q) && q > 0) return int_from_i128(p / q - (p % q < 0));
    return int_divmod(a, b, NULL);
}

Object *int_modulo(Object *a, Object *b) {
    if (likely(small_division(a, b))) return int_from_i64(floor_remainder(value_of(a), value_of(b)));
    __int128 p, q;
    if (int_wide_values(a, b, &p, &q) && q > 0) {
        __int128 r = p % q;
        return int_from_i128(r < 0 ? r + q : r);
    }
    View x, y;
    view(&x, a);
    view(&y, b);
    if (y.n == 0) return raise_zero_division();
    return bigint_remainder(&x, &y);
}

Object *int_divmod_pair(Object *a, Object *b) {
    Object *quotient, *remainder;
    if (small_division(a, b)) {
        quotient = int_from_i64(floor_quotient(value_of(a), value_of(b)));
        if (!quotient) return NULL;
        remainder = int_from_i64(floor_remainder(value_of(a), value_of(b)));
        if (!remainder) {
            decref(quotient);
            return NULL;
        }
    } else {
        quotient = int_divmod(a, b, &remainder);
        if (!quotient) return NULL;
    }
    return tuple_from_steal((Object *[]){quotient, remainder}, 2);
}

Object *int_true_divide(Object *a, Object *b) {
    if (likely(both_small(a, b) && int_is_double(value_of(a)) && int_is_double(value_of(b)) && value_of(b) != 0)) {
        return float_new((double)value_of(a) / (double)value_of(b));
    }
    View x, y;
    view(&x, a);
    view(&y, b);
    if (y.n == 0) return raise_zero_division();
    return bigint_true_divide(&x, &y);
}

/* --- power --- */

/* base ** exponent in int64_t; false when it does not fit. */
static bool small_power(int64_t base, uint64_t exponent, int64_t *out) {
    int64_t result = 1;
    for (;;) {
        if (exponent & 1 && __builtin_mul_overflow(result, base, &result)) return false;
        exponent >>= 1;
        if (exponent == 0) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *out = result;
    return true;
}

Object *int_power(Object *a, Object *b) {
    View base, exponent;
    int64_t small, result;
    view(&exponent, b);
    if (exponent.negative) {
        double x = int_as_double(a), y = x == -1.0 && raise_pending() ? -1.0 : int_as_double(b);
        if (raise_pending()) return NULL;
        return float_power(x, y);
    }
    bool is_small = int_small_value(a, &small);
    if (exponent.n == 0) return int_from_i64(1);
    if (is_small && small >= -1 && small <= 1) {
        return int_from_i64(small < 0 && exponent.limbs[0] % 2 == 0 ? 1 : small);
    }
    if (exponent.n > 1) return raise_memory();
    if (is_small && small_power(small, exponent.limbs[0], &result)) return int_from_i64(result);
    view(&base, a);
    return bigint_power(&base, exponent.limbs[0]);
}

static uint64_t power_mod_u64(uint64_t base, uint64_t exponent, uint64_t modulus) {
    uint64_t result = 1 % modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = (uint64_t)((unsigned __int128)result * base % modulus);
        base = (uint64_t)((unsigned __int128)base * base % modulus);
    }
    return result;
}

static uint64_t power_mod_u32(uint64_t base, uint64_t exponent, uint64_t modulus) {
    uint64_t result = 1 % modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = result * base % modulus;
        base = base * base % modulus;
    }
    return result;
}

Object *int_power_mod(Object *a, Object *b, Object *m) {
    int64_t base, exponent, modulus;
    if (int_small_value(m, &modulus)) {
        if (modulus == 0) return raise_error(&exc_ValueError, "pow() 3rd argument cannot be 0");
        if (modulus > 0 && int_small_value(a, &base) && int_small_value(b, &exponent) && exponent >= 0) {
            uint64_t x = (uint64_t)floor_remainder(base, modulus), y = (uint64_t)exponent, z = (uint64_t)modulus;
            return int_from_i64((int64_t)(z >> 32 ? power_mod_u64(x, y, z) : power_mod_u32(x, y, z)));
        }
    }
    View x, y, z;
    view(&x, a);
    view(&y, b);
    view(&z, m);
    return bigint_power_mod(&x, &y, &z);
}

/* --- shifts and bits --- */

Object *int_shift_left(Object *a, Object *b) {
    int64_t value = 0, count = 0;
    bool countable = int_small_value(b, &count), is_small = int_small_value(a, &value);
    if (countable && is_small && count >= 0 && count < LIMB_BITS - 1) {
        int64_t shifted = (int64_t)((uint64_t)value << count);
        if (shifted >> count == value) return int_from_i64(shifted);
    }
    if (int_sign(b) < 0) return raise_error(&exc_ValueError, "negative shift count");
    __int128 wide;
    if (countable && count < LIMB_BITS && int_wide_value(a, &wide)) {
        __int128 shifted = (__int128)((unsigned __int128)wide << count);
        if (shifted >> count == wide) return int_from_i128(shifted);
    }
    if (is_small && value == 0) return int_from_i64(0);
    if (!countable) return raise_error(&exc_OverflowError, "too many digits in integer");
    View v;
    view(&v, a);
    return bigint_shift_left(&v, (uint64_t)count);
}

Object *int_shift_right(Object *a, Object *b) {
    int64_t value, count;
    bool countable = int_small_value(b, &count);
    if (countable && count >= 0 && int_small_value(a, &value)) {
        return int_from_i64(value >> (count < LIMB_BITS ? count : LIMB_BITS - 1));
    }
    if (int_sign(b) < 0) return raise_error(&exc_ValueError, "negative shift count");
    if (!countable) return int_from_i64(int_sign(a) < 0 ? -1 : 0);
    __int128 wide;
    if (int_wide_value(a, &wide)) return int_from_i128(wide >> (count < 2 * LIMB_BITS ? count : 2 * LIMB_BITS - 1));
    View v;
    view(&v, a);
    return bigint_shift_right(&v, (uint64_t)count);
}

static __attribute__((noinline)) Object *bitwise_slow(Object *a, Object *b, enum BinaryOp op) {
    __int128 p, q;
    if (int_wide_values(a, b, &p, &q)) return int_from_i128(op == BIN_AND ? p & q : op == BIN_OR ? p | q : p ^ q);
    View x, y;
    view(&x, a);
    view(&y, b);
    return bigint_bitwise(&x, &y, op);
}

Object *int_and(Object *a, Object *b) {
    return likely(both_small(a, b)) ? int_from_i64(value_of(a) & value_of(b)) : bitwise_slow(a, b, BIN_AND);
}

Object *int_or(Object *a, Object *b) {
    return likely(both_small(a, b)) ? int_from_i64(value_of(a) | value_of(b)) : bitwise_slow(a, b, BIN_OR);
}

Object *int_xor(Object *a, Object *b) {
    return likely(both_small(a, b)) ? int_from_i64(value_of(a) ^ value_of(b)) : bitwise_slow(a, b, BIN_XOR);
}

/* --- one operand --- */

Object *int_negate(Object *o) {
    int64_t value;
    if (int_small_value(o, &value) && value != INT64_MIN) return int_from_i64(-value);
    View v;
    view(&v, o);
    return int_from_limbs(v.limbs, v.negative ? v.n : -v.n);
}

Object *int_absolute(Object *o) {
    return int_sign(o) < 0 ? int_negate(o) : newref(int_exact(o));
}

/* ~x is -x - 1, which in two's complement is x ^ -1. */
Object *int_invert(Object *o) {
    return int_xor(o, (Object *)&int_small[-1 - INT_SMALL_MIN]);
}

/* --- comparison --- */

int int_order(Object *a, Object *b) {
    if (likely(both_small(a, b))) return (value_of(a) > value_of(b)) - (value_of(a) < value_of(b));
    __int128 p, q;
    if (int_wide_values(a, b, &p, &q)) return (p > q) - (p < q);
    View x, y;
    view(&x, a);
    view(&y, b);
    return bigint_order(&x, &y);
}

Object *int_compare(Object *a, Object *b, enum CompareOp op) {
    if (!int_check(a) || !int_check(b)) return newref(NOT_IMPLEMENTED);
    int order = int_order(a, b);
    switch (op) {
    case CMP_LT: return new_bool(order < 0);
    case CMP_LE: return new_bool(order <= 0);
    case CMP_EQ: return new_bool(order == 0);
    case CMP_NE: return new_bool(order != 0);
    case CMP_GT: return new_bool(order > 0);
    default: return new_bool(order >= 0);
    }
}
