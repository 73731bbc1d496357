/* Arithmetic on limbs: what the ints do when a value does not fit an int64_t.
 *
 * Limbs are 64 bits, the lowest first, with the sign kept apart (BigInt.size is negative for a negative number):
 *
 *      [refcount][type][size][limb 0][limb 1] ... [limb n-1, not 0]
 *
 * GMP's mpn layer does the work on magnitudes; this file adds signs, floors and the place for the result. Python's
 * bitwise operators see an infinite two's complement, which is made limb by limb while it is read.
 *
 * Invariant: whatever fits an int64_t is an Int. Every result goes through bigint_finish, which sees to that.
 */
#include "interp/object/bigint.h"

#include <stdlib.h>
#include <string.h>

/* Room left over beyond this many limbs is given back when a result turns out shorter than expected. */
#define SLACK 4

_Static_assert(sizeof(BigInt) + WIDE_LIMBS * sizeof(mp_limb_t) == 40, "wide_int in freelists.def");

#define RESERVE_MAX ((int64_t)INT32_MAX) /* the mpz functions count limbs in an int */

int bigint_reserve_slow(int64_t limbs) {
    /* volatile, or the compiler would leave out a block that nobody uses */
    void *volatile scratch = limbs > RESERVE_MAX ? NULL : malloc((size_t)limbs * GMP_SCRATCH * sizeof(mp_limb_t));
    free(scratch);
    if (scratch) return 0;
    raise_memory();
    return -1;
}

BigInt *bigint_alloc(int64_t limbs) {
    if (limbs > BIGINT_MAX) return raise_memory();
    BigInt *o = likely(limbs <= WIDE_LIMBS)
                    ? freelist_object(&freelist_wide_int, &bigint_type)
                    : (BigInt *)object_new_unfilled(&bigint_type, (size_t)limbs * sizeof(mp_limb_t));
    if (o) o->size = limbs;
    return o;
}

Object *bigint_finish(BigInt *o, int64_t n, bool negative) {
    while (n > 0 && o->limbs[n - 1] == 0) n--;
    if (n <= 1) {
        uint64_t low = n ? o->limbs[0] : 0;
        if (low <= (uint64_t)INT64_MAX + negative) {
            bigint_free(o);
            return int_from_i64((int64_t)(negative ? 0 - low : low));
        }
    }
    if (n <= WIDE_LIMBS && o->size > WIDE_LIMBS) {
        Object *r = int_from_limbs(o->limbs, negative ? -n : n);
        object_free(o);
        return r;
    }
    if (o->size > n + SLACK + n / 8) {
        o = (BigInt *)object_resize_var((Object *)o, (size_t)n * sizeof(mp_limb_t));
        if (!o) return NULL;
    }
    o->size = negative ? -n : n;
    return (Object *)o;
}

Object *int_from_limbs(const mp_limb_t *limbs, int64_t size) {
    int64_t n = size < 0 ? -size : size;
    BigInt *r = bigint_alloc(n);
    if (!r) return NULL;
    memcpy(r->limbs, limbs, (size_t)n * sizeof(mp_limb_t));
    return bigint_finish(r, n, size < 0);
}

Object *int_from_u64(uint64_t v) {
    if (v <= INT64_MAX) return int_from_i64((int64_t)v);
    return int_from_limbs((mp_limb_t[]){v}, 1);
}

Object *int_from_i128(__int128 v) {
    if (v >= INT64_MIN && v <= INT64_MAX) return int_from_i64((int64_t)v);
    unsigned __int128 m = v < 0 ? -(unsigned __int128)v : (unsigned __int128)v;
    BigInt *r = bigint_alloc(WIDE_LIMBS);
    if (unlikely(!r)) return NULL;
    r->limbs[0] = (mp_limb_t)m;
    r->limbs[1] = (mp_limb_t)(m >> LIMB_BITS);
    int64_t n = r->limbs[1] ? 2 : 1;
    r->size = v < 0 ? -n : n;
    return (Object *)r;
}

Object *int_from_mpz(const mpz_t z) {
    int64_t n = (int64_t)mpz_size(z);
    return int_from_limbs(mpz_limbs_read(z), mpz_sgn(z) < 0 ? -n : n);
}

static int order_magnitudes(const View *a, const View *b) {
    if (a->n != b->n) return a->n < b->n ? -1 : 1;
    if (a->n == 0) return 0;
    int order = mpn_cmp(a->limbs, b->limbs, a->n);
    return order < 0 ? -1 : order > 0;
}

int bigint_order(const View *a, const View *b) {
    if (a->negative != b->negative) return a->negative ? -1 : 1;
    int order = order_magnitudes(a, b);
    return a->negative ? -order : order;
}

Object *bigint_add(const View *a, const View *b, bool subtract) {
    bool b_negative = b->negative != subtract, opposite = a->negative != b_negative;
    bool negative = a->negative;
    if (order_magnitudes(a, b) < 0) { /* the larger magnitude comes first and gives the sign */
        const View *larger = b;
        b = a;
        a = larger;
        negative = b_negative;
    }
    if (b->n == 0) return int_from_limbs(a->limbs, negative ? -a->n : a->n);
    BigInt *r = bigint_alloc(a->n + 1);
    if (!r) return NULL;
    if (opposite)
        r->limbs[a->n] = mpn_sub(r->limbs, a->limbs, a->n, b->limbs, b->n);
    else
        r->limbs[a->n] = mpn_add(r->limbs, a->limbs, a->n, b->limbs, b->n);
    return bigint_finish(r, a->n + 1, negative);
}

Object *bigint_multiply(const View *a, const View *b) {
    if (a->n < b->n) {
        const View *longer = b;
        b = a;
        a = longer;
    }
    if (b->n == 0) return int_from_i64(0);
    BigInt *r = bigint_alloc(a->n + b->n);
    if (!r || bigint_reserve((a->n + b->n) / 2) < 0) {
        if (r) bigint_free(r);
        return NULL;
    }
    if (a->limbs == b->limbs)
        mpn_sqr(r->limbs, a->limbs, a->n);
    else if (b->n == 1)
        r->limbs[a->n] = mpn_mul_1(r->limbs, a->limbs, a->n, b->limbs[0]);
    else
        mpn_mul(r->limbs, a->limbs, a->n, b->limbs, b->n);
    return bigint_finish(r, a->n + b->n, a->negative != b->negative);
}

/* Division rounds down: GMP truncates, and when a remainder is left and the signs differ, the quotient's magnitude goes
 * one up and the remainder over to the divisor's side. First the case of a divisor of one limb. */
static Object *divmod_limb(const View *a, const View *b, Object **remainder) {
    bool opposite = a->negative != b->negative;
    mp_limb_t divisor = b->limbs[0];
    BigInt *q = bigint_alloc(a->n + 1);
    if (!q) return NULL;
    mp_limb_t rest = mpn_divrem_1(q->limbs, 0, a->limbs, a->n, divisor);
    q->limbs[a->n] = 0;
    if (rest && opposite) {
        mpn_add_1(q->limbs, q->limbs, a->n + 1, 1);
        rest = divisor - rest;
    }
    if (remainder && !(*remainder = int_from_limbs(&rest, b->negative ? -1 : 1))) {
        bigint_free(q);
        return NULL;
    }
    Object *quotient = bigint_finish(q, a->n + 1, opposite);
    if (!quotient && remainder) decref(*remainder);
    return quotient;
}

/* |a| < |b|: the quotient is 0, or -1 when the signs differ. */
static Object *divmod_short(const View *a, const View *b, Object **remainder) {
    bool down = a->n > 0 && a->negative != b->negative;
    if (remainder) {
        *remainder = down ? bigint_add(a, b, false) : int_from_limbs(a->limbs, a->negative ? -a->n : a->n);
        if (!*remainder) return NULL;
    }
    return int_from_i64(down ? -1 : 0);
}

Object *bigint_divmod(const View *a, const View *b, Object **remainder) {
    if (order_magnitudes(a, b) < 0) return divmod_short(a, b, remainder);
    if (b->n == 1) return divmod_limb(a, b, remainder);
    bool opposite = a->negative != b->negative;
    int64_t n = a->n - b->n + 2; /* one more than GMP needs, for the carry of the step down */
    BigInt *q = bigint_alloc(n), *r = q ? bigint_alloc(b->n) : NULL;
    if (!r || bigint_reserve((a->n + b->n) / 2) < 0) {
        if (q) bigint_free(q);
        if (r) bigint_free(r);
        return NULL;
    }
    mpn_tdiv_qr(q->limbs, r->limbs, 0, a->limbs, a->n, b->limbs, b->n);
    q->limbs[n - 1] = 0;
    if (opposite && !mpn_zero_p(r->limbs, b->n)) {
        mpn_add_1(q->limbs, q->limbs, n, 1);
        mpn_sub_n(r->limbs, b->limbs, r->limbs, b->n);
    }
    Object *quotient = bigint_finish(q, n, opposite);
    if (!remainder || !quotient) {
        bigint_free(r);
        return quotient;
    }
    *remainder = bigint_finish(r, b->n, b->negative);
    if (!*remainder) clear_ref(&quotient);
    return quotient;
}

Object *bigint_remainder(const View *a, const View *b) {
    if (b->n == 1) {
        mp_limb_t rest = a->n ? mpn_mod_1(a->limbs, a->n, b->limbs[0]) : 0;
        if (rest && a->negative != b->negative) rest = b->limbs[0] - rest;
        return int_from_limbs(&rest, b->negative ? -1 : 1);
    }
    Object *remainder, *quotient = bigint_divmod(a, b, &remainder);
    if (!quotient) return NULL;
    decref(quotient);
    return remainder;
}

Object *bigint_shift_left(const View *a, uint64_t bits) {
    uint64_t whole = bits / LIMB_BITS;
    unsigned part = bits % LIMB_BITS;
    if (a->n == 0) return int_from_i64(0);
    if (whole > (uint64_t)BIGINT_MAX) return raise_memory();
    int64_t n = a->n + (int64_t)whole + 1;
    BigInt *r = bigint_alloc(n);
    if (!r) return NULL;
    mpn_zero(r->limbs, (mp_size_t)whole);
    if (part) {
        r->limbs[n - 1] = mpn_lshift(r->limbs + whole, a->limbs, a->n, part);
    } else {
        mpn_copyi(r->limbs + whole, a->limbs, a->n);
        r->limbs[n - 1] = 0;
    }
    return bigint_finish(r, n, a->negative);
}

Object *bigint_shift_right(const View *a, uint64_t bits) {
    uint64_t whole = bits / LIMB_BITS;
    unsigned part = bits % LIMB_BITS;
    if (whole >= (uint64_t)a->n) return int_from_i64(a->negative ? -1 : 0);
    int64_t n = a->n - (int64_t)whole;
    BigInt *r = bigint_alloc(n + 1); /* one more for the carry of the floor */
    if (!r) return NULL;
    mp_limb_t lost = 0;
    if (part)
        lost = mpn_rshift(r->limbs, a->limbs + whole, n, part);
    else
        mpn_copyi(r->limbs, a->limbs + whole, n);
    r->limbs[n] = 0;
    if (a->negative && (lost || (whole && !mpn_zero_p(a->limbs, (mp_size_t)whole)))) {
        mpn_add_1(r->limbs, r->limbs, n + 1, 1);
    }
    return bigint_finish(r, n + 1, a->negative);
}

/* Reads a number as two's complement of any length: ~magnitude + 1 when negative, limb by limb from the lowest. */
typedef struct Complement {
    const View *v;
    mp_limb_t flip, carry;
} Complement;

static Complement complement_of(const View *v) {
    return (Complement){v, v->negative ? ~(mp_limb_t)0 : 0, v->negative};
}

static mp_limb_t complement_next(Complement *c, int64_t i) {
    mp_limb_t limb = ((i < c->v->n ? c->v->limbs[i] : 0) ^ c->flip) + c->carry;
    c->carry = c->carry && limb == 0;
    return limb;
}

static mp_limb_t limb_bitwise(mp_limb_t a, mp_limb_t b, enum BinaryOp op) {
    return op == BIN_AND ? a & b : op == BIN_OR ? a | b : a ^ b;
}

Object *bigint_bitwise(const View *a, const View *b, enum BinaryOp op) {
    bool negative = limb_bitwise(a->negative, b->negative, op);
    int64_t n = a->n > b->n ? a->n : b->n;
    if (op == BIN_AND) { /* a positive operand bounds the result */
        if (!a->negative && a->n < n) n = a->n;
        if (!b->negative && b->n < n) n = b->n;
    }
    BigInt *r = bigint_alloc(n + 1);
    if (!r) return NULL;
    Complement x = complement_of(a), y = complement_of(b);
    for (int64_t i = 0; i < n; i++) r->limbs[i] = limb_bitwise(complement_next(&x, i), complement_next(&y, i), op);
    r->limbs[n] = negative ? ~(mp_limb_t)0 : 0;
    if (negative) mpn_neg(r->limbs, r->limbs, n + 1);
    return bigint_finish(r, n + 1, negative);
}
