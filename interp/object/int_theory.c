/* Number theory on ints of any size: greatest common divisor, integer square root, and products of runs of integers
 * (factorials and what is made of them). Small cases stay in registers, the rest is GMP's.
 *
 * GMP ends the program when it finds no memory: a product that would be longer than any memory is refused by the size
 * of its result, and everything that could ask for much goes through bigint_reserve. */
#include "interp/object/bigint.h"

#include <math.h>

#define RESULT_BITS_MAX 0x1p35 /* 4 GiB */

static void read_mpz(mpz_t z, View *v, Object *o) {
    view(v, o);
    mpz_roinit_n(z, v->limbs, v->negative ? -v->n : v->n);
}

static Object *take_mpz(mpz_t z) {
    Object *r = int_from_mpz(z);
    mpz_clear(z);
    return r;
}

static uint64_t magnitude(int64_t v) {
    return v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
}

static uint64_t gcd_u64(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0) return a | b;
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b) {
        b >>= __builtin_ctzll(b);
        uint64_t less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    }
    return a << twos;
}

Object *int_gcd(Object *a, Object *b) {
    int64_t x, y;
    if (int_small_value(a, &x) && int_small_value(b, &y)) return int_from_u64(gcd_u64(magnitude(x), magnitude(y)));
    View v, w;
    mpz_t p, q, r;
    read_mpz(p, &v, a);
    read_mpz(q, &w, b);
    if (bigint_reserve(v.n + w.n) < 0) return NULL;
    mpz_init(r);
    mpz_gcd(r, p, q);
    return take_mpz(r);
}

Object *int_lcm(Object *a, Object *b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) return int_from_i64(0);
    int64_t x, y;
    uint64_t multiple;
    if (int_small_value(a, &x) && int_small_value(b, &y)) {
        uint64_t m = magnitude(x), n = magnitude(y);
        if (!__builtin_mul_overflow(m / gcd_u64(m, n), n, &multiple)) return int_from_u64(multiple);
    }
    View v, w;
    mpz_t p, q, r;
    read_mpz(p, &v, a);
    read_mpz(q, &w, b);
    if (bigint_reserve(v.n + w.n) < 0) return NULL;
    mpz_init(r);
    mpz_lcm(r, p, q);
    return take_mpz(r);
}

Object *int_isqrt(Object *o) {
    View v;
    view(&v, o);
    if (v.n == 0) return int_from_i64(0);
    if (v.n == 1) {
        uint64_t x = v.limbs[0], root = (uint64_t)sqrt((double)x);
        if (root > UINT32_MAX) root = UINT32_MAX;
        if (root * root > x)
            root--;
        else if (x - root * root > 2 * root)
            root++;
        return int_from_u64(root);
    }
    BigInt *r = bigint_alloc((v.n + 1) / 2);
    if (!r || bigint_reserve(v.n) < 0) {
        if (r) bigint_free(r);
        return NULL;
    }
    mpn_sqrtrem(r->limbs, NULL, v.limbs, v.n);
    return bigint_finish(r, (v.n + 1) / 2, false);
}

/* Whether a product of `count` numbers of so many bits may be computed; `working` is how many times its length that
 * takes, in units of what bigint_reserve asks for. */
static bool affordable(double count, double bits, double working) {
    if (count * bits <= RESULT_BITS_MAX) return bigint_reserve((int64_t)(count * bits / LIMB_BITS * working)) == 0;
    raise_memory();
    return false;
}

Object *int_factorial(uint64_t n) {
    int64_t r = 1;
    if (n <= 20) {
        for (uint64_t i = 2; i <= n; i++) r *= (int64_t)i;
        return int_from_i64(r);
    }
    if (!affordable((double)n, log2((double)n) - 1.0, 1)) return NULL;
    mpz_t z;
    mpz_init(z);
    mpz_fac_ui(z, n);
    return take_mpz(z);
}

#define BINOMIAL_SMALL 67 /* all that choose from so many fit 64 bits */

/* The odd parts of n! modulo 2**64, and their inverses there: division by an odd number is multiplication. */
static struct { uint64_t odd, inverse; } factorials[BINOMIAL_SMALL + 1];

static void make_factorials(void) {
    uint64_t odd = 1;
    for (uint64_t n = 0; n <= BINOMIAL_SMALL; n++) {
        if (n > 0) odd *= n >> __builtin_ctzll(n);
        uint64_t inverse = odd; /* right in 3 bits; each step of Newton's doubles that */
        for (int bits = 3; bits < 64; bits *= 2) inverse *= 2 - odd * inverse;
        factorials[n].odd = odd;
        factorials[n].inverse = inverse;
    }
}

/* n! has n - popcount(n) factors of two. */
static uint64_t small_binomial(uint64_t n, uint64_t k) {
    if (factorials[0].odd == 0) make_factorials();
    int twos = __builtin_popcountll(k) + __builtin_popcountll(n - k) - __builtin_popcountll(n);
    return (factorials[n].odd * factorials[k].inverse * factorials[n - k].inverse) << twos;
}

Object *int_binomial(Object *n, uint64_t k) {
    int64_t small;
    if (int_small_value(n, &small) && small <= BINOMIAL_SMALL) return int_from_u64(small_binomial((uint64_t)small, k));
    if (!affordable((double)k, (double)int_bit_length(n) - (k > 0 ? log2((double)k) - 1.5 : 0), 8)) return NULL;
    View v;
    mpz_t p, r;
    read_mpz(p, &v, n);
    mpz_init(r);
    mpz_bin_ui(r, p, k);
    return take_mpz(r);
}

/* r = n * (n - 1) * ... , count factors: halves multiplied together, so that the operands are of equal length. */
static void falling_product(mpz_t r, const mpz_t n, uint64_t count) {
    if (count <= 8) {
        mpz_t factor;
        mpz_init_set(factor, n);
        mpz_set_ui(r, 1);
        for (; count > 0; count--) {
            mpz_mul(r, r, factor);
            mpz_sub_ui(factor, factor, 1);
        }
        mpz_clear(factor);
        return;
    }
    mpz_t low, middle;
    mpz_init(low);
    mpz_init(middle);
    mpz_sub_ui(middle, n, count / 2);
    falling_product(r, n, count / 2);
    falling_product(low, middle, count - count / 2);
    mpz_mul(r, r, low);
    mpz_clear(low);
    mpz_clear(middle);
}

Object *int_permutations(Object *n, uint64_t k) {
    if (!affordable((double)k, (double)int_bit_length(n), 1)) return NULL;
    View v;
    mpz_t p, r;
    read_mpz(p, &v, n);
    mpz_init(r);
    falling_product(r, p, k);
    return take_mpz(r);
}

#define LEADING_LIMBS 3 /* 129 bits at least */

double int_frexp(Object *o, int64_t *exponent) {
    View v;
    view(&v, o);
    mp_limb_t leading[LEADING_LIMBS];
    int64_t drop = v.n > LEADING_LIMBS ? v.n - LEADING_LIMBS : 0;
    if (drop > 0) {
        mpn_copyi(leading, v.limbs + drop, LEADING_LIMBS);
        leading[0] |= !mpn_zero_p(v.limbs, drop); /* so that a tie is not seen where there is none */
        v.limbs = leading;
        v.n = LEADING_LIMBS;
    }
    int rest;
    double d = frexp(bigint_as_double(&v), &rest);
    *exponent = rest + drop * LIMB_BITS;
    return d;
}
