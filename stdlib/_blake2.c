/* _blake2: BLAKE2b and BLAKE2s with all their parameters (RFC 7693; tree hashing as in the BLAKE2 paper), which
 * libcrypto does not offer.
 *
 * The two differ in the width of a word, 64 and 32 bits, in the number of rounds and in the distances of rotation. The
 * state here has 64-bit words for both; each has a mixing function of its own. A block is worked on when it is known
 * not to be the last, which is marked. */
#include <string.h>

#include "stdlib/hashlib_parts.h"

typedef struct Kind {
    const char *name; /* as messages have it */
    int word, rounds; /* bytes of a word */
    int digest_max, key_max, salt_size, block;
    uint64_t node_offset_max;
} Kind;

static const Kind blake2b_kind = {"Blake2b", 8, 12, 64, 64, 16, 128, UINT64_MAX};
static const Kind blake2s_kind = {"Blake2s", 4, 10, 32, 32, 8, 64, ((uint64_t)1 << 48) - 1};

typedef struct Blake2 {
    Object base;
    const Kind *kind;
    uint64_t h[8];
    uint64_t counted; /* bytes, up to 2**64 */
    uint8_t buffer[128];
    int used; /* of the buffer */
    int digest_size;
    bool last_node;
} Blake2;

static Type blake2b_type, blake2s_type;

/* --- the algorithm --- */

static const uint64_t blake2b_start[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                          0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                          0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

static const uint8_t permutations[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

static inline uint64_t turn64(uint64_t x, int n) {
    return x >> n | x << (64 - n);
}
static inline uint32_t turn32(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

/* One mixing of four words of the state with two of the block. */
static inline void mix64(uint64_t *v, int a, int b, int c, int d, uint64_t x, uint64_t y) {
    v[a] += v[b] + x;
    v[d] = turn64(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = turn64(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = turn64(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = turn64(v[b] ^ v[c], 63);
}

static inline void mix32(uint32_t *v, int a, int b, int c, int d, uint32_t x, uint32_t y) {
    v[a] += v[b] + x;
    v[d] = turn32(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = turn32(v[b] ^ v[c], 12);
    v[a] += v[b] + y;
    v[d] = turn32(v[d] ^ v[a], 8);
    v[c] += v[d];
    v[b] = turn32(v[b] ^ v[c], 7);
}

/* A round mixes the columns of the state, four by four words, and then its diagonals. Written out and inlined, so that
 * words can stay in registers and the places in the block are known to the compiler: a third of the time. */
#define ROUND(mix) \
    static inline __attribute__((always_inline)) void round_##mix(WORD *v, const WORD *m, const uint8_t *o) { \
        mix(v, 0, 4, 8, 12, m[o[0]], m[o[1]]); \
        mix(v, 1, 5, 9, 13, m[o[2]], m[o[3]]); \
        mix(v, 2, 6, 10, 14, m[o[4]], m[o[5]]); \
        mix(v, 3, 7, 11, 15, m[o[6]], m[o[7]]); \
        mix(v, 0, 5, 10, 15, m[o[8]], m[o[9]]); \
        mix(v, 1, 6, 11, 12, m[o[10]], m[o[11]]); \
        mix(v, 2, 7, 8, 13, m[o[12]], m[o[13]]); \
        mix(v, 3, 4, 9, 14, m[o[14]], m[o[15]]); \
    } \
    static inline __attribute__((always_inline)) void rounds_##mix(WORD *v, const WORD *m) { \
        round_##mix(v, m, permutations[0]); \
        round_##mix(v, m, permutations[1]); \
        round_##mix(v, m, permutations[2]); \
        round_##mix(v, m, permutations[3]); \
        round_##mix(v, m, permutations[4]); \
        round_##mix(v, m, permutations[5]); \
        round_##mix(v, m, permutations[6]); \
        round_##mix(v, m, permutations[7]); \
        round_##mix(v, m, permutations[8]); \
        round_##mix(v, m, permutations[9]); \
    }
#define WORD uint64_t
ROUND(mix64)
#undef WORD
#define WORD uint32_t
ROUND(mix32)
#undef WORD
#undef ROUND

static void compress64(Blake2 *s, const uint8_t *block, bool last) {
    uint64_t v[16], m[16];
    memcpy(m, block, sizeof m);
    memcpy(v, s->h, sizeof s->h);
    memcpy(v + 8, blake2b_start, sizeof blake2b_start);
    v[12] ^= s->counted;
    if (last) v[14] = ~v[14];
    if (last && s->last_node) v[15] = ~v[15];
    rounds_mix64(v, m);
    round_mix64(v, m, permutations[0]);
    round_mix64(v, m, permutations[1]);
    for (int i = 0; i < 8; i++) s->h[i] ^= v[i] ^ v[i + 8];
}

static void compress32(Blake2 *s, const uint8_t *block, bool last) {
    uint32_t v[16], m[16];
    memcpy(m, block, sizeof m);
    for (int i = 0; i < 8; i++) {
        v[i] = (uint32_t)s->h[i];
        v[i + 8] = (uint32_t)(blake2b_start[i] >> 32);
    }
    v[12] ^= (uint32_t)s->counted;
    v[13] ^= (uint32_t)(s->counted >> 32);
    if (last) v[14] = ~v[14];
    if (last && s->last_node) v[15] = ~v[15];
    rounds_mix32(v, m);
    for (int i = 0; i < 8; i++) s->h[i] ^= v[i] ^ v[i + 8];
}

/* n: how many bytes of the block count. */
static void take_block(Blake2 *s, const uint8_t *block, int n, bool last) {
    s->counted += (uint64_t)n;
    if (s->kind->word == 8)
        compress64(s, block, last);
    else
        compress32(s, block, last);
}

static void update(Blake2 *s, const uint8_t *data, size_t n) {
    size_t size = (size_t)s->kind->block;
    while (n) {
        if ((size_t)s->used == size) {
            take_block(s, s->buffer, s->used, false);
            s->used = 0;
        }
        if (s->used == 0) {
            for (; n > size; data += size, n -= size) take_block(s, data, (int)size, false);
        }
        size_t part = size - (size_t)s->used < n ? size - (size_t)s->used : n;
        memcpy(s->buffer + s->used, data, part);
        s->used += (int)part;
        data += part;
        n -= part;
    }
}

static void finish(Blake2 *s, uint8_t *digest) {
    memset(s->buffer + s->used, 0, (size_t)(s->kind->block - s->used));
    take_block(s, s->buffer, s->used, true);
    for (int i = 0; i < 8; i++) memcpy(digest + i * s->kind->word, &s->h[i], (size_t)s->kind->word);
}

/* --- construction --- */

/* The parameter block of both, in BLAKE2b's layout; BLAKE2s has shorter fields. */
typedef struct Parameters2 {
    int digest_size, fanout, depth, node_depth, inner_size;
    uint64_t leaf_size, node_offset;
    Buffer key, salt, person;
} Parameters2;

static void copy_in(uint8_t *to, const Buffer *b) {
    if (b->length) memcpy(to, b->data, (size_t)b->length);
}

static void start(Blake2 *s, const Parameters2 *p) {
    uint8_t block[64] = {(uint8_t)p->digest_size, (uint8_t)p->key.length, (uint8_t)p->fanout, (uint8_t)p->depth};
    int word = s->kind->word, salt = word == 8 ? 32 : 16;
    memcpy(block + 4, &p->leaf_size, 4);
    memcpy(block + 8, &p->node_offset, word == 8 ? 8 : 6);
    block[word == 8 ? 16 : 14] = (uint8_t)p->node_depth;
    block[word == 8 ? 17 : 15] = (uint8_t)p->inner_size;
    copy_in(block + salt, &p->salt);
    copy_in(block + salt + s->kind->salt_size, &p->person);
    for (int i = 0; i < 8; i++) {
        uint64_t part = 0;
        memcpy(&part, block + i * word, (size_t)word);
        s->h[i] = (word == 8 ? blake2b_start[i] : blake2b_start[i] >> 32) ^ part;
    }
    if (p->key.length == 0) return;
    uint8_t padded[128] = {0};
    copy_in(padded, &p->key);
    update(s, padded, (size_t)s->kind->block);
}

/* An int from `least` to `most`; otherwise stays. 0, or -1 with the message, which has %d for the bound. */
static int take_small(Object *o, int least, int most, const char *message, int *out) {
    if (!o) return 0;
    *out = int_as_int(o);
    if (*out == -1 && raise_pending()) return -1;
    return *out < least || *out > most ? raise_int(&exc_ValueError, message, most) : 0;
}

static int take_large(Object *o, uint64_t most, const char *name, uint64_t *out) {
    if (!o) return 0;
    Object *index = number_index(o);
    if (!index) return -1;
    bool negative = int_sign(index) < 0, fits = !negative && int_bit_length(index) <= 64;
    if (fits) *out = int_as_u64(index);
    decref(index);
    if (negative) return raise_int(&exc_ValueError, "Cannot convert negative int");
    if (!fits) return raise_int(&exc_OverflowError, "Python int too large for C unsigned long long");
    return *out > most ? raise_int(&exc_OverflowError, "%s is too large", name) : 0;
}

static int take_bytes(Object *o, int most, const char *name, Buffer *out) {
    if (!o) return 0;
    if (buffer_get(o, out, BUFFER_SIMPLE) < 0) return -1;
    if (out->length <= most) return 0;
    return raise_int(&exc_ValueError, "maximum %s length is %d bytes", name, most);
}

enum {
    ARG_DATA,
    ARG_DIGEST_SIZE,
    ARG_KEY,
    ARG_SALT,
    ARG_PERSON,
    ARG_FANOUT,
    ARG_DEPTH,
    ARG_LEAF_SIZE,
    ARG_NODE_OFFSET,
    ARG_NODE_DEPTH,
    ARG_INNER_SIZE,
    ARG_LAST_NODE,
    ARG_USED_FOR_SECURITY,
    ARG_STRING,
    ARGS
};

static int take_parameters(Object **v, const Kind *k, Parameters2 *p) {
    if (v[ARG_DIGEST_SIZE]) {
        p->digest_size = int_as_int(v[ARG_DIGEST_SIZE]);
        if (p->digest_size == -1 && raise_pending()) return -1;
        if (p->digest_size < 1 || p->digest_size > k->digest_max)
            return raise_int(&exc_ValueError, "digest_size for %s must be between 1 and %d bytes, here it is %d",
                             k->name, k->digest_max, p->digest_size);
    }
    if (take_bytes(v[ARG_SALT], k->salt_size, "salt", &p->salt) < 0 ||
        take_bytes(v[ARG_PERSON], k->salt_size, "person", &p->person) < 0 ||
        take_small(v[ARG_FANOUT], 0, 255, "fanout must be between 0 and %d", &p->fanout) < 0 ||
        take_small(v[ARG_DEPTH], 1, 255, "depth must be between 1 and %d", &p->depth) < 0 ||
        take_large(v[ARG_LEAF_SIZE], UINT32_MAX, "leaf_size", &p->leaf_size) < 0 ||
        take_large(v[ARG_NODE_OFFSET], k->node_offset_max, "node_offset", &p->node_offset) < 0 ||
        take_small(v[ARG_NODE_DEPTH], 0, 255, "node_depth must be between 0 and %d", &p->node_depth) < 0 ||
        take_small(v[ARG_INNER_SIZE], 0, k->digest_max, "inner_size must be between 0 and is %d", &p->inner_size) < 0)
        return -1;
    return take_bytes(v[ARG_KEY], k->key_max, "key", &p->key);
}

static Object *make(Type *t, const Kind *k, Object **v) {
    Parameters2 p = {.digest_size = k->digest_max, .fanout = 1, .depth = 1};
    Object *data = NULL, *result = NULL;
    Buffer b = {0};
    int last = v[ARG_LAST_NODE] ? object_truth(v[ARG_LAST_NODE]) : 0;
    if (last >= 0 && hashlib_data_or_string(v[ARG_DATA], v[ARG_STRING], &data) == 0 && take_parameters(v, k, &p) == 0 &&
        (!data || hashlib_take(data, &b) == 0) && (result = object_new(t))) {
        Blake2 *s = (Blake2 *)result;
        s->kind = k;
        s->digest_size = p.digest_size;
        s->last_node = last;
        start(s, &p);
        update(s, b.data, (size_t)b.length);
    }
    buffer_release(&p.key);
    buffer_release(&p.salt);
    buffer_release(&p.person);
    buffer_release(&b);
    return result;
}

static const char *const names_of[ARGS + 1] = {
    "data",      "digest_size", "key",        "salt",       "person",    "fanout",          "depth",
    "leaf_size", "node_offset", "node_depth", "inner_size", "last_node", "usedforsecurity", "string"};

static Object *blake2b_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *v[ARGS];
    return args_bind("blake2b", names_of, 0, 1, args, nargs, kwnames, v) < 0 ? NULL : make(t, &blake2b_kind, v);
}

static Object *blake2s_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *v[ARGS];
    return args_bind("blake2s", names_of, 0, 1, args, nargs, kwnames, v) < 0 ? NULL : make(t, &blake2s_kind, v);
}

/* --- methods --- */

static Object *blake2_update(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (hashlib_take(args[0], &b) < 0) return NULL;
    update((Blake2 *)self, b.data, (size_t)b.length);
    buffer_release(&b);
    return new_none();
}

static Object *blake2_digest(Object *self, Object **args, ptrdiff_t nargs) {
    Blake2 copy = *(Blake2 *)self;
    uint8_t digest[64];
    finish(&copy, digest);
    return bytes_new(digest, copy.digest_size);
}

static Object *blake2_hexdigest(Object *self, Object **args, ptrdiff_t nargs) {
    Blake2 copy = *(Blake2 *)self;
    uint8_t digest[64];
    finish(&copy, digest);
    return hashlib_hex(digest, (size_t)copy.digest_size);
}

static Object *blake2_copy(Object *self, Object **args, ptrdiff_t nargs) {
    Blake2 *copy = (Blake2 *)object_new(self->type);
    if (!copy) return NULL;
    Object head = copy->base;
    *copy = *(Blake2 *)self;
    copy->base = head;
    return (Object *)copy;
}

static Object *get_name(Object *o, void *arg) {
    return str_from_c(((Blake2 *)o)->kind == &blake2b_kind ? "blake2b" : "blake2s");
}
static Object *get_block_size(Object *o, void *arg) {
    return int_from_i64(((Blake2 *)o)->kind->block);
}
static Object *get_digest_size(Object *o, void *arg) {
    return int_from_i64(((Blake2 *)o)->digest_size);
}

static const GetSet blake2_getset[] = {
    {"name", get_name}, {"block_size", get_block_size}, {"digest_size", get_digest_size}, {0}};

static const Method blake2_methods[] = {
    {"copy", blake2_copy, 0, 0, "copy($self, /)\n--\n\nAnother object in the same state."},
    {"digest", blake2_digest, 0, 0, "digest($self, /)\n--\n\nThe digest of what was hashed so far, as bytes."},
    {"hexdigest", blake2_hexdigest, 0, 0, "hexdigest($self, /)\n--\n\nThe digest as hexadecimal digits."},
    {"update", blake2_update, 1, 1, "update($self, data, /)\n--\n\nHashes more bytes."},
    {0},
};

#define PARAMETERS \
    "data=b'', /, *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, " \
    "depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        " \
    "usedforsecurity=True, string=None"

static Type blake2b_type = {
    .mem = {.name = "_blake2.blake2b", .size = sizeof(Blake2), .dealloc = (void *)object_free},
    .doc = "blake2b(" PARAMETERS ")\n--\n\nA hash object for BLAKE2b.",
    .methods = blake2_methods,
    .getset = blake2_getset,
    .new = blake2b_make,
};

static Type blake2s_type = {
    .mem = {.name = "_blake2.blake2s", .size = sizeof(Blake2), .dealloc = (void *)object_free},
    .doc = "blake2s(" PARAMETERS ")\n--\n\nA hash object for BLAKE2s.",
    .methods = blake2_methods,
    .getset = blake2_getset,
    .new = blake2s_make,
};

/* --- the module --- */

static int add_type(Object *m, Type *t, const Kind *k) {
    const struct {
        const char *name;
        int value;
    } sizes[] = {{"SALT_SIZE", k->salt_size},
                 {"PERSON_SIZE", k->salt_size},
                 {"MAX_KEY_SIZE", k->key_max},
                 {"MAX_DIGEST_SIZE", k->digest_max}};
    if (module_add_type(m, t) < 0) return -1;
    Dict *d = type_dict(t);
    for (size_t i = 0; d && i < sizeof sizes / sizeof *sizes; i++) {
        Object *value = int_from_i64(sizes[i].value);
        int status = value ? dict_set_c((Object *)d, sizes[i].name, value) : -1;
        xdecref(value);
        if (status < 0) return -1;
    }
    return d ? 0 : -1;
}

static int setup(Object *m) {
    return add_type(m, &blake2b_type, &blake2b_kind) < 0 ? -1 : add_type(m, &blake2s_type, &blake2s_kind);
}

const ModuleSpec _blake2_module = {.name = "_blake2", .doc = "The BLAKE2 hash functions.", .setup = setup};
