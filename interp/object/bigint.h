/* Inside the ints: what the int_*.c files share. Nobody else includes this.
 *
 * A View shows any exact int as magnitude and sign, so that one routine on limbs serves both representations. The
 * limb of an Int lies in the view itself: a view must not be copied.
 *
 * A result is made in place: bigint_alloc gives room for so many limbs, a GMP function fills them, and bigint_finish
 * drops leading zeros and turns what fits an int64_t into an Int.
 */
#ifndef OURO_BIGINT_H
#define OURO_BIGINT_H

#include "gc/alloc.h"
#include "interp/object/int.h"

#define LIMB_BITS  64
#define BIGINT_MAX ((int64_t)1 << 56) /* limbs; far beyond any memory, and sizes in bits still fit an int64_t */

typedef struct View {
    const mp_limb_t *limbs;
    int64_t n; /* limbs, 0 for zero */
    bool negative;
    mp_limb_t one; /* where `limbs` of an Int points */
} View;

static inline void view_small(View *v, int64_t value) {
    v->negative = value < 0;
    v->one = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    v->limbs = &v->one;
    v->n = value != 0;
}

/* o is an int of any kind, and must outlive the view. */
static inline void view(View *v, Object *o) {
    Object *exact = int_exact(o);
    if (exact->type == &int_type) {
        view_small(v, ((Int *)exact)->value);
        return;
    }
    BigInt *big = (BigInt *)exact;
    v->limbs = big->limbs;
    v->negative = big->size < 0;
    v->n = v->negative ? -big->size : big->size;
}

/* Bits of the magnitude. */
static inline int64_t view_bits(const View *v) {
    return v->n ? v->n * LIMB_BITS - __builtin_clzll(v->limbs[v->n - 1]) : 0;
}

/* The value when o is a small int of any kind (exact, bool or subclass). */
static inline bool int_small_value(Object *o, int64_t *out) {
    Object *exact = int_exact(o);
    if (exact->type != &int_type) return false;
    *out = ((Int *)exact)->value;
    return true;
}

/* What a function of GMP's takes for its own use is less than so many times its operands (measured, GMP 6.2). */
#define GMP_SCRATCH 8

/* GMP ends the program when it finds no memory for its own use: this asks beforehand for what it could need at work on
 * so many limbs. Short numbers take no memory worth asking for. 0, or -1 with MemoryError. */
int bigint_reserve_slow(int64_t limbs);
static inline int bigint_reserve(int64_t limbs) {
    return likely(limbs < 1024) ? 0 : bigint_reserve_slow(limbs);
}

/* Numbers of up to 127 bits are wide: they are common (hashes, random numbers, products of two small ones), and the
 * compiler knows how to compute with them. Their blocks come from a free list. */
enum { WIDE_LIMBS = 2 };

/* The value when o is an exact int that is wide, or small. */
static inline bool int_wide_value(const Object *o, __int128 *out) {
    if (o->type == &int_type) {
        *out = ((const Int *)o)->value;
        return true;
    }
    if (o->type != &bigint_type) return false;
    const BigInt *big = (const BigInt *)o;
    int64_t n = big->size < 0 ? -big->size : big->size;
    if (n > WIDE_LIMBS || (n == WIDE_LIMBS && big->limbs[1] >> (LIMB_BITS - 1))) return false;
    __int128 m = (__int128)(n == WIDE_LIMBS ? big->limbs[1] : 0) << LIMB_BITS | big->limbs[0];
    *out = big->size < 0 ? -m : m;
    return true;
}
static inline bool int_wide_values(const Object *a, const Object *b, __int128 *x, __int128 *y) {
    return int_wide_value(a, x) && int_wide_value(b, y);
}

/* |size| of a finished number, or the room of one that is being made, is at most WIDE_LIMBS exactly if its block is
 * from the free list. */
static inline bool bigint_is_short(const BigInt *o) {
    return (uint64_t)(o->size + WIDE_LIMBS) <= 2 * WIDE_LIMBS;
}
static inline void bigint_free(BigInt *o) {
    if (likely(bigint_is_short(o))) {
        refcount_add(-o->base.refcount); /* not 0 of one that is given up while it is being made */
        freelist_free(&freelist_wide_int, o);
    } else {
        object_free(o);
    }
}

BigInt *bigint_alloc(int64_t limbs); /* new, or NULL with MemoryError; its size is the room until finished */
Object *bigint_finish(BigInt *o, int64_t n, bool negative); /* steals o; n limbs are filled */
Object *int_from_i128(__int128 v);
Object *int_from_mpz(const mpz_t z);

/* bigint.c */
Object *bigint_add(const View *a, const View *b, bool subtract);
Object *bigint_multiply(const View *a, const View *b);
Object *bigint_divmod(const View *a, const View *b, Object **remainder); /* floor, b != 0; remainder may be NULL */
Object *bigint_remainder(const View *a, const View *b);                  /* floor, b != 0 */
Object *bigint_shift_left(const View *a, uint64_t bits);
Object *bigint_shift_right(const View *a, uint64_t bits);               /* floor */
Object *bigint_bitwise(const View *a, const View *b, enum BinaryOp op); /* and, or, xor */
int bigint_order(const View *a, const View *b);

/* bigint_power.c */
Object *bigint_power(const View *base, uint64_t exponent);                             /* neither is 0 */
Object *bigint_power_mod(const View *base, const View *exponent, const View *modulus); /* modulus != 0 */

/* bigint_convert.c: to and from double, correctly rounded */
double bigint_as_double(const View *v);                   /* infinite when too large */
Object *bigint_true_divide(const View *a, const View *b); /* b != 0 */

/* int_text.c */
typedef struct Digits {
    char *text; /* not terminated; in `local` or a block of its own */
    size_t n;
    char local[320];
} Digits;
/* The digits of a magnitude, lower case; a power of two as base has no limit, 10 honours the limit. 0, -1 */
int digits_of(Digits *d, const View *v, int base);
void digits_drop(Digits *d);

/* int_arith.c: the operators; both operands are ints of any kind */
Object *int_true_divide(Object *a, Object *b);
Object *int_floor_divide(Object *a, Object *b);
Object *int_modulo(Object *a, Object *b);
Object *int_divmod_pair(Object *a, Object *b);
Object *int_power_mod(Object *a, Object *b, Object *modulus);
Object *int_shift_left(Object *a, Object *b);
Object *int_shift_right(Object *a, Object *b);
Object *int_and(Object *a, Object *b);
Object *int_or(Object *a, Object *b);
Object *int_xor(Object *a, Object *b);
Object *int_invert(Object *o);

/* int_methods.c, int_bytes.c: rows of int's tables */
extern const Method int_methods[];
extern const GetSet int_getset[];
Object *int_to_bytes(Object *self, Object **args, ptrdiff_t nargs);
Object *int_from_bytes(Object *cls, Object **args, ptrdiff_t nargs);

/* int.c: an instance of `t` (int or a subclass of it) with this value. Steals value. */
Object *int_as_type(Type *t, Object *value);

#endif
