/* int: two internal types behind one public name.
 *
 * An exact int is either an Int (value in an int64_t) or a BigInt (GMP limbs; only for what does not fit int64_t, so
 * each value has one representation). bool objects have the Int layout with values 0 and 1. An instance of a
 * subclass of int holds an exact int in IntSub.value. Read any of them through int_exact(o).
 *
 * -5..256 are one static object each: int_from_i64 gives them out, every other result is an object of its own. How
 * often it does is counted down, so that the test for somebody who wants to hear of it (heap.lines) is the counter's
 * zero.
 */
#ifndef OURO_INT_H
#define OURO_INT_H

#include <gmp.h>
#include "interp/object/object.h"

typedef struct Int {
    Object base;
    int64_t value;
} Int;

typedef struct BigInt {
    Object base;
    int64_t size; /* limbs in use, negative for a negative number; the top limb is not 0 */
    mp_limb_t limbs[];
} BigInt;

typedef struct IntSub {
    Object base;
    Object *value; /* exact int, owned */
} IntSub;

#define INT_SMALL_MIN (-5)
#define INT_SMALL_MAX 256
extern Int int_small[INT_SMALL_MAX - INT_SMALL_MIN + 1];
extern Int int_true, int_false;
#define TRUE  ((Object *)&int_true)
#define FALSE ((Object *)&int_false)

static inline bool int_is_small(int64_t v) {
    return (uint64_t)(v - INT_SMALL_MIN) <= INT_SMALL_MAX - INT_SMALL_MIN;
}
#define INT_DOUBLE_MAX ((int64_t)1 << 53) /* every int up to here, and down to its negative, is a double */
static inline bool int_is_double(int64_t v) {
    return v >= -INT_DOUBLE_MAX && v <= INT_DOUBLE_MAX;
}
static inline bool int_check(const Object *o) {
    return has_flag(o, TYPE_INT);
} /* bool and subclasses too */
static inline bool int_check_exact(const Object *o) {
    return o->type == &int_type || o->type == &bigint_type;
}
static inline Object *new_bool(bool b) {
    return newref(b ? TRUE : FALSE);
}

/* The Int or BigInt behind any int, borrowed. */
static inline Object *int_exact(Object *o) {
    if (int_check_exact(o)) return o;
    if (o->type == &bool_type) return (Object *)&int_small[((Int *)o)->value - INT_SMALL_MIN];
    return ((IntSub *)o)->value;
}

/* A new Int outside the small range. Inline because the evaluation loop makes one for most arithmetic results. */
static inline Object *int_new_large(int64_t v) {
    Int *o = freelist_object(&freelist_int, &int_type);
    if (unlikely(!o)) return NULL;
    o->value = v;
    return (Object *)o;
}

extern uint64_t int_small_countdown; /* 1 while somebody listens */
void int_small_attend(void);         /* it has run out */
uint64_t int_small_hits(void);
/* Called for each small int that is given out, from now on; must not make objects. NULL: nobody listens. */
void int_small_listen(void (*hit)(void));

static inline Object *int_from_i64(int64_t v) {
    if (!int_is_small(v)) return int_new_large(v);
    if (unlikely(--int_small_countdown == 0)) int_small_attend();
    return newref(&int_small[v - INT_SMALL_MIN]);
}

Object *int_from_u64(uint64_t v);
Object *int_from_double(double d); /* truncates; OverflowError, ValueError for inf and nan */
Object *int_from_string(const char *digits, size_t n, int base); /* Python's literal syntax; ValueError */
Object *int_from_text(Object *text, int base); /* int(x, base) of a str, bytes, bytearray or any buffer */
Object *int_from_limbs(const mp_limb_t *limbs, int64_t size); /* normalises */

/* To C. The first three take any int, and any object with __index__ (TypeError for others). Out of range raises
 * OverflowError and returns -1: check raise_pending(). */
int64_t int_as_i64(Object *o);
uint64_t int_as_u64(Object *o);
int int_as_int(Object *o);
bool int_fits_i64(Object *o, int64_t *out); /* no exception */
double int_as_double(Object *o);            /* OverflowError: "int too large to convert to float" */
int int_sign(Object *o);                    /* -1, 0, 1 */

Object *int_to_string(Object *o, int base);     /* a str: digits only, no prefix; honours the digit limit for base 10 */
Object *int_to_prefixed(Object *o, int base);   /* new: "-0x1f"; base 2, 8 or 16 */
char *int_write_decimal(char *end, uint64_t v); /* writes digits that end before `end`; returns where they start */
Object *int_format(Object *o, Object *spec);
Object *int_add(Object *a, Object *b); /* both are ints of any kind */
Object *int_subtract(Object *a, Object *b);
Object *int_multiply(Object *a, Object *b);
Object *int_binary(Object *a, Object *b, enum BinaryOp op); /* NotImplemented unless both are ints */
Object *int_compare(Object *a, Object *b, enum CompareOp op);
int int_order(Object *a, Object *b);                          /* -1, 0, 1: for exact ints of either kind */
Object *int_divmod(Object *a, Object *b, Object **remainder); /* floor; both are ints; remainder may be NULL */
Object *int_power(Object *a, Object *b);                      /* both are ints; a float when b is negative */
Object *int_negate(Object *o);
Object *int_absolute(Object *o);
uint64_t int_bit_length(Object *o);
bool int_is_odd(Object *o);
Object *int_round_to(Object *o, Object *ndigits); /* round(o, ndigits), half to even; both are ints */

/* Number theory for the math module: int_theory.c. The ints are of any kind. */
Object *int_gcd(Object *a, Object *b);
Object *int_lcm(Object *a, Object *b);
Object *int_isqrt(Object *o); /* o >= 0 */
Object *int_factorial(uint64_t n);
Object *int_binomial(Object *n, uint64_t k);     /* n >= k */
Object *int_permutations(Object *n, uint64_t k); /* n >= k: n! / (n - k)! */
double int_frexp(Object *o, int64_t *exponent);  /* o = result * 2**exponent, 0.5 <= |result| < 1, rounded */

intptr_t int_hash(Object *o);

#endif
