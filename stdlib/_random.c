/* _random.Random: the generator behind the random module, MT19937 (Matsumoto and Nishimura, "Mersenne Twister", 1998).
 *
 * The state is 624 words of 32 bits. They are used up one after the other; then all are replaced at once by the
 * recurrence. Each word is tempered on its way out. */
#include <openssl/sha.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "interp/api.h"

#define N 624
#define M 397

typedef struct Random {
    Object base;
    int index; /* the next word to use; N: all are used up */
    uint32_t state[N];
} Random;

/* --- the algorithm --- */

static uint32_t mixed(uint32_t a, uint32_t b, uint32_t c) { /* the recurrence: bit 31 of a, the rest of b */
    uint32_t y = (a & 0x80000000u) | (b & 0x7fffffffu);
    return c ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void refill(Random *r) {
    uint32_t *s = r->state;
    int i = 0;
    for (; i < N - M; i++) s[i] = mixed(s[i], s[i + 1], s[i + M]);
    for (; i < N - 1; i++) s[i] = mixed(s[i], s[i + 1], s[i + M - N]);
    s[N - 1] = mixed(s[N - 1], s[0], s[M - 1]);
    r->index = 0;
}

static uint32_t next_word(Random *r) {
    if (r->index >= N) refill(r);
    uint32_t y = r->state[r->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void seed_with_word(Random *r, uint32_t word) {
    r->state[0] = word;
    for (uint32_t i = 1; i < N; i++) {
        r->state[i] = 1812433253u * (r->state[i - 1] ^ r->state[i - 1] >> 30) + i;
    }
    r->index = N;
}

static void seed_with_key(Random *r, const uint32_t *key, size_t n) {
    uint32_t *s = r->state;
    size_t i = 1, j = 0;
    seed_with_word(r, 19650218u);
    for (size_t rounds = n > N ? n : N; rounds > 0; rounds--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        j = j + 1 < n ? j + 1 : 0;
        if (++i >= N) {
            s[0] = s[N - 1];
            i = 1;
        }
    }
    for (int rounds = N - 1; rounds > 0; rounds--) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= N) {
            s[0] = s[N - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000u; /* so that the state is never all zeros */
}

/* --- seeding --- */

static int seed_from_system(Random *r) {
    uint32_t key[N];
    if (getrandom(key, sizeof key, GRND_NONBLOCK) != sizeof key) {
        struct timespec now, up;
        clock_gettime(CLOCK_REALTIME, &now);
        clock_gettime(CLOCK_MONOTONIC, &up);
        uint32_t few[] = {(uint32_t)now.tv_sec, (uint32_t)now.tv_nsec, (uint32_t)getpid(), (uint32_t)up.tv_nsec};
        seed_with_key(r, few, sizeof few / sizeof *few);
        return 0;
    }
    seed_with_key(r, key, N);
    return 0;
}

/* The magnitude of an int as bytes, the lowest first, filled up to whole words. */
static Object *magnitude_bytes(Object *number, size_t *words) {
    Object *magnitude = int_absolute(number);
    if (!magnitude) return NULL;
    *words = (int_bit_length(magnitude) + 31) / 32;
    if (*words == 0) *words = 1;
    Object *length = int_from_u64(*words * 4), *order = str_from_c("little"), *bytes = NULL;
    Str *name = str_intern_c("to_bytes");
    if (length && order && name) {
        bytes = object_call_method(magnitude, name, (Object *[]){length, order}, 2);
    }
    xdecref(length);
    xdecref(order);
    xdecref(name);
    decref(magnitude);
    return bytes;
}

static int seed_with(Random *r, Object *arg) {
    if (!arg || arg == NONE) return seed_from_system(r);
    Object *number;
    if (int_check(arg)) {
        number = newref(arg);
    } else {
        intptr_t hash = object_hash(arg);
        if (hash == -1 && raise_pending()) return -1;
        number = int_from_u64((uint64_t)hash);
    }
    size_t words;
    Object *bytes = number ? magnitude_bytes(number, &words) : NULL;
    if (bytes) seed_with_key(r, (const uint32_t *)((Bytes *)bytes)->data, words);
    xdecref(number);
    xdecref(bytes);
    return bytes ? 0 : -1;
}

static int random_init(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("Random", kwnames) < 0 || args_count("Random", nargs, 0, 1) < 0) return -1;
    return seed_with((Random *)self, arg_or_null(args, nargs, 0));
}

static Object *random_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Random *r = (Random *)object_new(t);
    if (!r) return NULL;
    seed_with_word(r, 5489);
    if (type_flag(t, TYPE_GC)) gc_track(r);
    return (Object *)r;
}

/* --- methods --- */

static Object *random_seed(Object *self, Object **args, ptrdiff_t nargs) {
    return seed_with((Random *)self, arg_or_null(args, nargs, 0)) < 0 ? NULL : new_none();
}

/* 53 bits, as a multiple of 2**-53. */
static Object *random_random(Object *self, Object **args, ptrdiff_t nargs) {
    uint32_t high = next_word((Random *)self) >> 5, low = next_word((Random *)self) >> 6;
    return float_new((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

/* Words come lowest first; the last one gives its high bits. */
static Object *many_bits(Random *r, uint64_t k) {
    uint64_t words = (k - 1) / 32 + 1, limbs = (words + 1) / 2;
    mp_limb_t *p = heap_alloc(limbs * sizeof(mp_limb_t));
    if (!p) return raise_memory();
    p[limbs - 1] = 0;
    for (uint64_t i = 0; i < words; i++, k -= 32) {
        uint32_t word = next_word(r);
        if (k < 32) word >>= 32 - k;
        if (i % 2 == 0)
            p[i / 2] = word;
        else
            p[i / 2] |= (mp_limb_t)word << 32;
    }
    Object *number = int_from_limbs(p, (int64_t)limbs);
    heap_free(p);
    return number;
}

static Object *random_getrandbits(Object *self, Object **args, ptrdiff_t nargs) {
    Object *index = number_index(args[0]);
    if (!index) return NULL;
    bool negative = int_sign(index)<0, too_large = int_bit_length(index)> 64;
    uint64_t k = negative || too_large ? 0 : int_as_u64(index);
    decref(index);
    if (negative) return raise_error(&exc_ValueError, "Cannot convert negative int");
    if (too_large) return raise_error(&exc_OverflowError, "Python int too large for C uint64_t");
    if (k == 0) return int_from_i64(0);
    if (k <= 32) return int_from_i64(next_word((Random *)self) >> (32 - k));
    return many_bits((Random *)self, k);
}

/* The same for 1 to 64 bits. */
static uint64_t few_bits(Random *r, int k) {
    if (k <= 32) return next_word(r) >> (32 - k);
    uint64_t low = next_word(r);
    return low | (uint64_t)(next_word(r) >> (64 - k)) << 32;
}

/* As many bits as n has, again until they make a number that is small enough: at most two times in the mean. */
static Object *random_below(Object *self, Object **args, ptrdiff_t nargs) {
    if (!int_check(args[0])) return raise_error(&exc_TypeError, "an integer is required");
    Object *n = int_exact(args[0]);
    Random *r = (Random *)self;
    int64_t limit;
    if (int_sign(n) <= 0) return raise_error(&exc_ValueError, "n must be positive");
    if (int_fits_i64(n, &limit)) {
        int k = 64 - __builtin_clzll((uint64_t)limit);
        uint64_t number = few_bits(r, k);
        while (number >= (uint64_t)limit) number = few_bits(r, k);
        return int_from_i64((int64_t)number);
    }
    for (;;) {
        Object *number = many_bits(r, (uint64_t)int_bit_length(n));
        if (!number || int_order(number, n) < 0) return number;
        decref(number);
    }
}

static Object *random_getstate(Object *self, Object **args, ptrdiff_t nargs) {
    Random *r = (Random *)self;
    Object *items[N + 1], *state = NULL;
    int n = 0;
    for (; n < N && (items[n] = int_from_i64(r->state[n])); n++) {
    }
    if (n == N && (items[n] = int_from_i64(r->index))) return tuple_from_steal(items, N + 1);
    while (n-- > 0) decref(items[n]);
    return state;
}

static Object *random_setstate(Object *self, Object **args, ptrdiff_t nargs) {
    Random *r = (Random *)self;
    uint32_t state[N];
    if (!tuple_check(args[0])) return raise_error(&exc_TypeError, "state vector must be a tuple");
    if (tuple_length(args[0]) != N + 1) return raise_error(&exc_ValueError, "state vector is the wrong size");
    for (int i = 0; i < N; i++) {
        if (!int_check(tuple_item(args[0], i))) return raise_error(&exc_TypeError, "an integer is required");
        uint64_t word = int_as_u64(tuple_item(args[0], i));
        if (word == UINT64_MAX && raise_pending()) return NULL;
        state[i] = (uint32_t)word;
    }
    if (!int_check(tuple_item(args[0], N))) return raise_error(&exc_TypeError, "an integer is required");
    int64_t index = int_as_i64(tuple_item(args[0], N));
    if (index == -1 && raise_pending()) return NULL;
    if (index < 0 || index > N) return raise_error(&exc_ValueError, "invalid state");
    memcpy(r->state, state, sizeof state);
    r->index = (int)index;
    return new_none();
}

static const Method random_methods[] = {
    {"_below", random_below, 1, 1, "_below(n, /)\n--\n\nAn int from 0 up to but not including n."},
    {"getrandbits", random_getrandbits, 1, 1, "getrandbits(k, /)\n--\n\nAn int made of k random bits."},
    {"getstate", random_getstate, 0, 0, "getstate()\n--\n\nThe state, as a tuple of ints."},
    {"random", random_random, 0, 0, "random()\n--\n\nA float from 0 up to but not including 1."},
    {"seed", random_seed, 0, 1, "seed(n=None, /)\n--\n\nStarts the sequence that n stands for; None: any."},
    {"setstate", random_setstate, 1, 1, "setstate(state, /)\n--\n\nGoes on from a state that getstate gave."},
    {0},
};

static void random_dealloc(Object *o) {
    object_free(o);
}

static Type random_type = {
    .mem = {.name = "_random.Random", .size = sizeof(Random), .flags = TYPE_BASE, .dealloc = random_dealloc},
    .doc = "Random(seed=None, /)\n--\n\nA sequence of random numbers, determined by the seed.",
    .methods = random_methods,
    .new = random_new,
    .init = random_init,
};

static int setup(Object *m) {
    return module_add_type(m, &random_type);
}

/* What seeds of text and bytes are mixed with. */
static Object *random_sha512(Object *self, Object **args, ptrdiff_t nargs) {
    if (!bytes_check(args[0])) return raise_error(&exc_TypeError, "a bytes object is required, not '%T'", args[0]);
    unsigned char digest[SHA512_DIGEST_LENGTH];
    const Bytes *data = (Bytes *)args[0];
    SHA512(data->data, (size_t)data->length, digest);
    return bytes_new((const char *)digest, sizeof digest);
}

static const Method functions[] = {
    {"sha512", random_sha512, 1, 1, "sha512(data, /)\n--\n\nThe SHA-512 digest of bytes."},
    {0},
};

const ModuleSpec _random_module = {
    .name = "_random",
    .doc = "The Mersenne Twister.",
    .methods = functions,
    .setup = setup,
};
