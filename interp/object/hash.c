/* Hashes: of numbers, and of bytes.
 *
 * Numbers of all types that are equal hash alike. A number is reduced modulo the prime P = 2**61 - 1, a fraction m / n
 * as m times the inverse of n; for a float, m * 2**e, that is a rotation of m by e bits within 61, because 2**61 is 1
 * modulo P. A negative number has the negative hash; -1, which says "failed", becomes -2.
 *
 * Text and bytes go through SipHash-1-3 (Aumasson and Bernstein), keyed per process so that nobody can prepare keys
 * that collide: from PYTHONHASHSEED when that is a number (0: the key is 0), else from the system's random source. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "interp/object/bigint.h"
#include "interp/object/float.h"
#include "interp/object/str.h"

#define PRIME_BITS 61
#define PRIME      (((uint64_t)1 << PRIME_BITS) - 1)
#define HASH_INF   314159
#define HASH_IMAG  1000003

static intptr_t signed_hash(uint64_t h, bool negative) {
    intptr_t r = negative ? -(intptr_t)h : (intptr_t)h;
    return r == -1 ? -2 : r;
}

intptr_t int_hash(Object *o) {
    if (likely(o->type == &int_type)) {
        int64_t v = ((Int *)o)->value;
        if (likely(v > -(int64_t)PRIME && v < (int64_t)PRIME)) return v == -1 ? -2 : v;
    }
    View v;
    view(&v, o);
    return signed_hash(v.n ? mpn_mod_1(v.limbs, v.n, PRIME) : 0, v.negative);
}

intptr_t float_hash_double(double d, const Object *identity) {
    if (d >= -0x1p60 && d <= 0x1p60 && d == (double)(int64_t)d) return (int64_t)d == -1 ? -2 : (int64_t)d;
    if (isinf(d)) return d > 0 ? HASH_INF : -HASH_INF;
    if (isnan(d)) {
        uintptr_t p = (uintptr_t)identity;
        return signed_hash(p >> 4 | p << 60, false);
    }
    int exponent;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    unsigned turn = (unsigned)((exponent - 53) % PRIME_BITS + PRIME_BITS) % PRIME_BITS;
    uint64_t h = (m << turn & PRIME) | m >> (PRIME_BITS - turn);
    return signed_hash(h == PRIME ? 0 : h, d < 0);
}

intptr_t complex_hash(const Complex *c) {
    uint64_t re = (uint64_t)float_hash_double(c->re, &c->base), im = (uint64_t)float_hash_double(c->im, &c->base);
    return signed_hash(re + HASH_IMAG * im, false);
}

/* --- SipHash-1-3 --- */

static struct { uint64_t k0, k1; } key;

/* A seed of 0 gives the key 0; any other is spread by a linear congruence, as PYTHONHASHSEED has always been. */
static void key_from_seed(uint32_t seed) {
    uint8_t bytes[sizeof key];
    uint32_t x = seed;
    for (size_t i = 0; i < sizeof bytes; i++) {
        x = x * 214013 + 2531011;
        bytes[i] = (uint8_t)(x >> 16);
    }
    if (seed != 0) memcpy(&key, bytes, sizeof key);
}

static void key_from_system(void) {
    if (getrandom(&key, sizeof key, GRND_NONBLOCK) == sizeof key) return;
    key.k0 = (uintptr_t)&key; /* early in the boot: addresses must do */
    key.k1 = (uintptr_t)getrandom;
}

int hash_start(void) {
    const char *seed = getenv("PYTHONHASHSEED");
    if (!seed || !*seed || strcmp(seed, "random") == 0) {
        key_from_system();
        return 0;
    }
    char *end;
    errno = 0;
    unsigned long value = strtoul(seed, &end, 10);
    if (*end || errno || value > UINT32_MAX) return -1;
    key_from_seed((uint32_t)value);
    return 0;
}

bool hash_randomized(void) {
    return (key.k0 | key.k1) != 0;
}

typedef struct Sip {
    uint64_t v0, v1, v2, v3;
} Sip;

static inline uint64_t rotate(uint64_t x, int n) {
    return x << n | x >> (64 - n);
}

static inline void sip_round(Sip *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v1;
    s->v0 += s->v3;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 = rotate(s->v2, 32);
}

static inline void sip_word(Sip *s, uint64_t word) {
    s->v3 ^= word;
    sip_round(s);
    s->v0 ^= word;
}

intptr_t hash_bytes(const void *data, size_t n) {
    if (n == 0) return 0;
    Sip s = {key.k0 ^ 0x736f6d6570736575, key.k1 ^ 0x646f72616e646f6d, key.k0 ^ 0x6c7967656e657261,
             key.k1 ^ 0x7465646279746573};
    const uint8_t *p = data, *whole_end = p + n / 8 * 8;
    for (; p < whole_end; p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        sip_word(&s, word);
    }
    uint64_t last = (uint64_t)n << 56;
    for (size_t i = 0; i < n % 8; i++) last |= (uint64_t)p[i] << (8 * i);
    sip_word(&s, last);
    s.v2 ^= 0xff;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return signed_hash(s.v0 ^ s.v1 ^ s.v2 ^ s.v3, false);
}
