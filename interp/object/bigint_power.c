/* Powers of big numbers. base ** exponent squares and multiplies on two buffers whose size is known in advance; the
 * factors of two in the base are taken out first and come back as one shift, so that 2**n costs nothing and 10**n is
 * 5**n. Powers modulo a number are GMP's (sliding windows over Montgomery form). */
#include "interp/object/bigint.h"

#include <string.h>

#define LOCAL_LIMBS 64

/* The number being raised, and where it is. */
typedef struct Power {
    mp_limb_t *acc, *spare; /* two buffers of the same size, used in turn */
    int64_t n;              /* limbs of acc */
    const mp_limb_t *odd;
    int64_t odd_n;
} Power;

static void power_swap(Power *p, int64_t n) {
    mp_limb_t *product = p->spare;
    p->spare = p->acc;
    p->acc = product;
    p->n = n - (product[n - 1] == 0);
}

static void power_square(Power *p) {
    mpn_sqr(p->spare, p->acc, p->n);
    power_swap(p, 2 * p->n);
}

static void power_step(Power *p) {
    int64_t n = p->n + p->odd_n;
    if (p->odd_n == 1)
        p->spare[n - 1] = mpn_mul_1(p->spare, p->acc, p->n, p->odd[0]);
    else
        mpn_mul(p->spare, p->acc, p->n, p->odd, p->odd_n);
    power_swap(p, n);
}

/* odd ** exponent << twos, where odd has odd_n limbs. */
static Object *power_of_odd(const mp_limb_t *odd, int64_t odd_n, uint64_t exponent, uint64_t twos, bool negative) {
    uint64_t bits = (uint64_t)odd_n * LIMB_BITS - (uint64_t)__builtin_clzll(odd[odd_n - 1]);
    if (__builtin_mul_overflow(bits, exponent, &bits) || bits / LIMB_BITS > (uint64_t)BIGINT_MAX) return raise_memory();
    size_t room =
        bits / LIMB_BITS + (size_t)odd_n + 3; /* a product of two normalised numbers may have a zero limb on top */
    mp_limb_t local[2 * LOCAL_LIMBS], *buffer = local;
    if (room > LOCAL_LIMBS && !(buffer = heap_alloc(2 * room * sizeof(mp_limb_t)))) return raise_memory();
    if (bigint_reserve((int64_t)room) < 0) {
        if (buffer != local) heap_free(buffer);
        return NULL;
    }

    Power p = {buffer, buffer + room, odd_n, odd, odd_n};
    memcpy(p.acc, odd, (size_t)odd_n * sizeof(mp_limb_t));
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; bit--) {
        power_square(&p);
        if (exponent >> bit & 1) power_step(&p);
    }
    View v = {.limbs = p.acc, .n = p.n, .negative = negative};
    Object *r = bigint_shift_left(&v, twos);
    if (buffer != local) heap_free(buffer);
    return r;
}

Object *bigint_power(const View *base, uint64_t exponent) {
    bool negative = base->negative && exponent & 1;
    uint64_t zeros = mpn_scan1(base->limbs, 0), twos, whole = zeros / LIMB_BITS;
    if (__builtin_mul_overflow(zeros, exponent, &twos)) return raise_memory();
    int64_t n = base->n - (int64_t)whole;
    View one = {.limbs = (mp_limb_t[]){1}, .n = 1, .negative = negative};
    if (n == 1 && base->limbs[whole] >> zeros % LIMB_BITS == 1) return bigint_shift_left(&one, twos);
    if (zeros == 0) return power_of_odd(base->limbs, n, exponent, 0, negative);

    mp_limb_t local[LOCAL_LIMBS], *odd = local;
    if (n > LOCAL_LIMBS && !(odd = heap_alloc((size_t)n * sizeof(mp_limb_t)))) return raise_memory();
    if (zeros % LIMB_BITS)
        mpn_rshift(odd, base->limbs + whole, n, zeros % LIMB_BITS);
    else
        mpn_copyi(odd, base->limbs + whole, n);
    Object *r = power_of_odd(odd, n - (odd[n - 1] == 0), exponent, twos, negative);
    if (odd != local) heap_free(odd);
    return r;
}

static mpz_srcptr mpz_of(mpz_t z, const View *v) {
    return mpz_roinit_n(z, v->limbs, v->negative ? -v->n : v->n);
}

/* mpz_powm keeps a table of powers of the base, the longer the exponent the more: 4 for 26 bits, 512 at most. */
static int64_t power_table(const View *exponent) {
    int64_t powers = view_bits(exponent) / 8 + 1;
    return powers < 512 ? powers : 512;
}

Object *bigint_power_mod(const View *base, const View *exponent, const View *modulus) {
    mpz_t b, e, m, result;
    int64_t products = 8 + power_table(exponent) / GMP_SCRATCH;
    if (bigint_reserve(base->n + exponent->n + modulus->n * products) < 0) return NULL;
    mpz_srcptr base_z = mpz_of(b, base), modulus_z = mpz_of(m, modulus);
    mpz_init(result);
    if (exponent->negative) {
        if (!mpz_invert(result, base_z, modulus_z)) {
            mpz_clear(result);
            return raise_error(&exc_ValueError, "base is not invertible for the given modulus");
        }
        base_z = result;
    }
    mpz_powm(result, base_z, mpz_roinit_n(e, exponent->limbs, exponent->n), modulus_z);
    if (modulus->negative && mpz_sgn(result) != 0) mpz_add(result, result, modulus_z);
    Object *r = int_from_mpz(result);
    mpz_clear(result);
    return r;
}
