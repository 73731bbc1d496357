/* _hashlib: digests by OpenSSL's libcrypto, and what is made of them: HMAC, PBKDF2, scrypt.
 *
 * An algorithm is fetched when it is first used and kept. The library's configuration file is not read: it could only
 * take algorithms away, and costs more time than most digests. */
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <strings.h>

#include "stdlib/hashlib_parts.h"

typedef struct Algorithm {
    const char *name, *openssl_name;
    EVP_MD *md; /* NULL: not fetched yet */
} Algorithm;

/* Those with constructors of their own come first, in the order of `constructors`. */
enum {
    MD5,
    SHA1,
    SHA224,
    SHA256,
    SHA384,
    SHA512,
    SHA3_224,
    SHA3_256,
    SHA3_384,
    SHA3_512,
    SHAKE_128,
    SHAKE_256,
    RIPEMD160,
    SM3,
    MD5_SHA1,
    SHA512_224,
    SHA512_256,
    BLAKE2B,
    BLAKE2S,
    ALGORITHMS
};

static Algorithm algorithms[ALGORITHMS] = {
    [MD5] = {"md5", "MD5"},
    [SHA1] = {"sha1", "SHA1"},
    [SHA224] = {"sha224", "SHA224"},
    [SHA256] = {"sha256", "SHA256"},
    [SHA384] = {"sha384", "SHA384"},
    [SHA512] = {"sha512", "SHA512"},
    [SHA3_224] = {"sha3_224", "SHA3-224"},
    [SHA3_256] = {"sha3_256", "SHA3-256"},
    [SHA3_384] = {"sha3_384", "SHA3-384"},
    [SHA3_512] = {"sha3_512", "SHA3-512"},
    [SHAKE_128] = {"shake_128", "SHAKE128"},
    [SHAKE_256] = {"shake_256", "SHAKE256"},
    [RIPEMD160] = {"ripemd160", "RIPEMD160"},
    [SM3] = {"sm3", "SM3"},
    [MD5_SHA1] = {"md5-sha1", "MD5-SHA1"},
    [SHA512_224] = {"sha512_224", "SHA512-224"},
    [SHA512_256] = {"sha512_256", "SHA512-256"},
    [BLAKE2B] = {"blake2b", "BLAKE2B-512"},
    [BLAKE2S] = {"blake2s", "BLAKE2S-256"},
};

static Object *unsupported_error;

typedef struct Hash {
    Object base;
    EVP_MD_CTX *context;
    const Algorithm *algorithm;
} Hash;

static Type hash_type, xof_type;

/* --- errors --- */

/* What the library says went wrong, or else `otherwise`. NULL */
static void *raise_openssl(Type *type, const char *otherwise) {
    unsigned long code = ERR_peek_last_error();
    const char *library = code ? ERR_lib_error_string(code) : NULL;
    const char *reason = code ? ERR_reason_error_string(code) : NULL;
    if (library && reason)
        raise_error(type, "[%s] %s", library, reason);
    else
        raise_error(type, "%s", reason ? reason : otherwise);
    ERR_clear_error();
    return NULL;
}

int hashlib_take(Object *data, Buffer *b) {
    if (str_check(data)) return raise_int(&exc_TypeError, "Strings must be encoded before hashing");
    if (!buffer_check(data)) return raise_int(&exc_TypeError, "object supporting the buffer API required");
    return buffer_get(data, b, BUFFER_SIMPLE);
}

/* The argument of a constructor: data, or string, its old name. *data stays NULL when there is none. 0, -1 */
int hashlib_data_or_string(Object *data_arg, Object *string, Object **data) {
    if (string == NONE) string = NULL;
    if (data_arg && string)
        return raise_int(&exc_TypeError, "'data' and 'string' are mutually exclusive and support for 'string' keyword "
                                         "parameter is slated for removal in a future version.");
    *data = data_arg ? data_arg : string;
    return 0;
}

Object *hashlib_hex(const uint8_t *digest, size_t n) {
    static const char digits[] = "0123456789abcdef";
    if (n == 0) return str_empty();
    Str *s = str_alloc((ptrdiff_t)n * 2, 0x7f);
    for (size_t i = 0; s && i < n; i++) {
        s->data[2 * i] = (uint8_t)digits[digest[i] >> 4];
        s->data[2 * i + 1] = (uint8_t)digits[digest[i] & 15];
    }
    return (Object *)s;
}

/* --- algorithms --- */

/* NULL without an exception: there is none of that name. */
static Algorithm *find(Object *name) {
    size_t n;
    char *own;
    const char *text = str_utf8(name, &n, &own);
    Algorithm *found = NULL;
    if (!text) raise_clear();
    for (int i = 0; text && i < ALGORITHMS && !found; i++) {
        Algorithm *a = &algorithms[i];
        if (!strcasecmp(text, a->name) || !strcasecmp(text, a->openssl_name)) found = a;
    }
    heap_free(own);
    return found;
}

static const EVP_MD *fetch(Algorithm *a) {
    if (!a->md) {
        OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_LOAD_CRYPTO_STRINGS, NULL);
        a->md = EVP_MD_fetch(NULL, a->openssl_name, NULL);
    }
    return a->md;
}

static bool is_xof(const Algorithm *a) {
    return EVP_MD_get_flags(a->md) & EVP_MD_FLAG_XOF;
}

static Object *raise_unsupported(Object *name) {
    return raise_error(&exc_ValueError, "unsupported hash type %S", name);
}

/* --- hash objects --- */

static Object *hash_new(Algorithm *a, Object *data) {
    const EVP_MD *md = fetch(a);
    if (!md) return raise_openssl(&exc_ValueError, "unsupported hash type");
    Hash *h = (Hash *)object_new(is_xof(a) ? &xof_type : &hash_type);
    if (!h) return NULL;
    h->algorithm = a;
    h->context = EVP_MD_CTX_new();
    Buffer b;
    bool done = false;
    if (!h->context || !EVP_DigestInit_ex2(h->context, md, NULL)) {
        raise_openssl(&exc_ValueError, "no reason supplied");
    } else if (!data) {
        done = true;
    } else if (hashlib_take(data, &b) == 0) {
        done = EVP_DigestUpdate(h->context, b.data, (size_t)b.length);
        buffer_release(&b);
    }
    if (done) return (Object *)h;
    decref(h);
    return NULL;
}

static void hash_dealloc(Object *o) {
    EVP_MD_CTX_free(((Hash *)o)->context);
    object_free(o);
}

static Object *hash_update(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (hashlib_take(args[0], &b) < 0) return NULL;
    int ok = EVP_DigestUpdate(((Hash *)self)->context, b.data, (size_t)b.length);
    buffer_release(&b);
    return ok ? new_none() : raise_openssl(&exc_ValueError, "no reason supplied");
}

static Object *hash_copy(Object *self, Object **args, ptrdiff_t nargs) {
    const Hash *h = (Hash *)self;
    Hash *copy = (Hash *)object_new(self->type);
    if (!copy) return NULL;
    copy->algorithm = h->algorithm;
    copy->context = EVP_MD_CTX_new();
    if (copy->context && EVP_MD_CTX_copy_ex(copy->context, h->context)) return (Object *)copy;
    decref(copy);
    return raise_openssl(&exc_ValueError, "no reason supplied");
}

/* Ends a copy of the state, so that the object can go on. n: the length, for those that let the caller choose. */
static bool end_copy(const Hash *h, uint8_t *digest, size_t n, bool xof) {
    EVP_MD_CTX *copy = EVP_MD_CTX_new();
    bool done = copy && EVP_MD_CTX_copy_ex(copy, h->context) &&
                (xof ? n == 0 || EVP_DigestFinalXOF(copy, digest, n) : EVP_DigestFinal_ex(copy, digest, NULL));
    EVP_MD_CTX_free(copy);
    if (!done) raise_openssl(&exc_ValueError, "no reason supplied");
    return done;
}

static Object *hash_digest(Object *self, Object **args, ptrdiff_t nargs) {
    uint8_t digest[EVP_MAX_MD_SIZE];
    const Hash *h = (Hash *)self;
    return end_copy(h, digest, 0, false) ? bytes_new(digest, EVP_MD_get_size(h->algorithm->md)) : NULL;
}

static Object *hash_hexdigest(Object *self, Object **args, ptrdiff_t nargs) {
    uint8_t digest[EVP_MAX_MD_SIZE];
    const Hash *h = (Hash *)self;
    return end_copy(h, digest, 0, false) ? hashlib_hex(digest, (size_t)EVP_MD_get_size(h->algorithm->md)) : NULL;
}

static Object *xof_digest(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = number_as_index(args[0], &exc_OverflowError);
    if (n < 0) return raise_pending() ? NULL : raise_error(&exc_ValueError, "value must be positive");
    if (n == 0) return bytes_new("", 0);
    Object *result = bytes_new(NULL, n);
    if (result && !end_copy((Hash *)self, ((Bytes *)result)->data, (size_t)n, true)) clear_ref(&result);
    return result;
}

static Object *xof_hexdigest(Object *self, Object **args, ptrdiff_t nargs) {
    Object *digest = xof_digest(self, args, nargs);
    Object *text = digest ? hashlib_hex(((Bytes *)digest)->data, (size_t)bytes_length(digest)) : NULL;
    xdecref(digest);
    return text;
}

static Object *hash_repr(Object *o) {
    return str_format("<%s %s object @ %p>", ((Hash *)o)->algorithm->name, type_name(o), (void *)o);
}

static Object *get_name(Object *o, void *arg) {
    return str_from_c(((Hash *)o)->algorithm->name);
}
static Object *get_block_size(Object *o, void *arg) {
    return int_from_i64(EVP_MD_get_block_size(((Hash *)o)->algorithm->md));
}
static Object *get_digest_size(Object *o, void *arg) {
    const Algorithm *a = ((Hash *)o)->algorithm;
    return int_from_i64(is_xof(a) ? 0 : EVP_MD_get_size(a->md));
}

static const GetSet hash_getset[] = {{"block_size", get_block_size, NULL, "Bytes that are worked on at once."},
                                     {"digest_size", get_digest_size, NULL, "Bytes of the digest."},
                                     {"name", get_name, NULL, "The algorithm's name, for hashlib.new()."},
                                     {0}};

static const Method hash_methods[] = {
    {"copy", hash_copy, 0, 0, "copy($self, /)\n--\n\nAnother object in the same state."},
    {"digest", hash_digest, 0, 0, "digest($self, /)\n--\n\nThe digest of what was hashed so far, as bytes."},
    {"hexdigest", hash_hexdigest, 0, 0, "hexdigest($self, /)\n--\n\nThe digest as hexadecimal digits."},
    {"update", hash_update, 1, 1, "update($self, obj, /)\n--\n\nHashes more bytes."},
    {0},
};

static Type hash_type = {
    .mem = {.name = "_hashlib.HASH", .size = sizeof(Hash), .flags = TYPE_NO_NEW, .dealloc = hash_dealloc},
    .doc = "What has been hashed so far, in one algorithm.",
    .methods = hash_methods,
    .getset = hash_getset,
    .repr = hash_repr,
};

static const Method xof_methods[] = {
    {"digest", xof_digest, 1, 1, "digest($self, /, length)\n--\n\nThe first `length` bytes of the digest."},
    {"hexdigest", xof_hexdigest, 1, 1, "hexdigest($self, /, length)\n--\n\nThe same as hexadecimal digits."},
    {0},
};

static Type xof_type = {
    .mem = {.name = "_hashlib.HASHXOF", .size = sizeof(Hash), .flags = TYPE_NO_NEW, .dealloc = hash_dealloc},
    .base = &hash_type,
    .doc = "What has been hashed so far, for a digest of any length.",
    .methods = xof_methods,
    .repr = hash_repr,
};

/* --- constructors --- */

/* data, usedforsecurity, string */
static Object *construct(Algorithm *a, Object **args, ptrdiff_t nargs) {
    Object *data = NULL;
    if (hashlib_data_or_string(arg_or_null(args, nargs, 0), arg_or_null(args, nargs, 2), &data) < 0) return NULL;
    return hash_new(a, data);
}

#define CONSTRUCTOR(function, algorithm) \
    static Object *function(Object *self, Object **args, ptrdiff_t nargs) { \
        return construct(&algorithms[algorithm], args, nargs); \
    }
CONSTRUCTOR(f_md5, MD5)
CONSTRUCTOR(f_sha1, SHA1)
CONSTRUCTOR(f_sha224, SHA224)
CONSTRUCTOR(f_sha256, SHA256)
CONSTRUCTOR(f_sha384, SHA384)
CONSTRUCTOR(f_sha512, SHA512)
CONSTRUCTOR(f_sha3_224, SHA3_224)
CONSTRUCTOR(f_sha3_256, SHA3_256)
CONSTRUCTOR(f_sha3_384, SHA3_384)
CONSTRUCTOR(f_sha3_512, SHA3_512)
CONSTRUCTOR(f_shake_128, SHAKE_128)
CONSTRUCTOR(f_shake_256, SHAKE_256)
#undef CONSTRUCTOR

static Object *f_new(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "new() argument 'name' must be str, not %K", args[0]);
    Algorithm *a = find(args[0]);
    return a && fetch(a) ? construct(a, args + 1, nargs - 1) : raise_unsupported(args[0]);
}

/* --- keys --- */

static int take_key(Object *o, Buffer *b) {
    return buffer_get(o, b, BUFFER_SIMPLE);
}

static Object *f_hmac_digest(Object *self, Object **args, ptrdiff_t nargs) {
    Algorithm *a = str_check(args[2]) ? find(args[2]) : NULL;
    if (!a || !fetch(a) || is_xof(a)) return raise_unsupported(args[2]);
    Buffer key, message;
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned n = 0;
    if (take_key(args[0], &key) < 0) return NULL;
    if (take_key(args[1], &message) < 0) return buffer_release(&key), NULL;
    const char *secret = key.length ? (const char *)key.data : "";
    bool done = HMAC(a->md, secret, (int)key.length, message.data, (size_t)message.length, digest, &n);
    buffer_release(&key);
    buffer_release(&message);
    return done ? bytes_new(digest, n) : raise_openssl(&exc_ValueError, "no reason supplied");
}

/* The length that a derived key is to have. 0, -1 */
static int take_length(Object *o, int64_t otherwise, int64_t *n) {
    *n = o && o != NONE ? int_as_i64(o) : otherwise;
    return *n == -1 && raise_pending() ? -1 : 0;
}

static Object *f_pbkdf2_hmac(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %K", args[0]);
    Algorithm *a = find(args[0]);
    if (!a || !fetch(a)) return raise_error((Type *)unsupported_error, "[digital envelope routines] unsupported");
    int64_t rounds = int_as_i64(args[3]), n;
    if ((rounds == -1 && raise_pending()) || take_length(arg_or_null(args, nargs, 4), EVP_MD_get_size(a->md), &n) < 0)
        return NULL;
    Buffer password, salt;
    if (take_key(args[1], &password) < 0) return NULL;
    if (take_key(args[2], &salt) < 0) return buffer_release(&password), NULL;
    Object *key = NULL;
    if (rounds < 1)
        raise_error(&exc_ValueError, "iteration value must be greater than 0.");
    else if (rounds > INT32_MAX)
        raise_error(&exc_OverflowError, "iteration value is too great.");
    else if (n < 1)
        raise_error(&exc_ValueError, "key length must be greater than 0.");
    else if (n > INT32_MAX)
        raise_error(&exc_OverflowError, "key length is too great.");
    else
        key = bytes_new(NULL, n);
    if (key && !PKCS5_PBKDF2_HMAC((char *)password.data, (int)password.length, salt.data, (int)salt.length, (int)rounds,
                                  a->md, (int)n, ((Bytes *)key)->data)) {
        clear_ref(&key);
        raise_openssl(&exc_ValueError, "no reason supplied");
    }
    buffer_release(&password);
    buffer_release(&salt);
    return key;
}

/* n, r and p of scrypt. */
static int take_costs(Object **args, uint64_t *costs) {
    for (int i = 0; i < 3; i++) {
        costs[i] = int_as_u64(args[i]);
        if (costs[i] == UINT64_MAX && raise_pending()) return -1;
    }
    if (costs[0] < 2 || (costs[0] & (costs[0] - 1))) return raise_int(&exc_ValueError, "n must be a power of 2.");
    return 0;
}

/* password, salt, n, r, p, maxmem, dklen; a call without keywords comes as it is. */
static Object *f_scrypt(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 1) return raise_error(&exc_TypeError, "scrypt() missing required argument 'salt' (pos 2)");
    uint64_t costs[3];
    int64_t memory, n;
    if (take_costs(args + 2, costs) < 0 || take_length(arg_or_null(args, nargs, 5), 0, &memory) < 0 ||
        take_length(arg_or_null(args, nargs, 6), 64, &n) < 0)
        return NULL;
    if (memory < 0 || memory > INT32_MAX)
        return raise_error(&exc_ValueError, "maxmem must be positive and smaller than %d", INT32_MAX);
    if (n < 1 || n > INT32_MAX)
        return raise_error(&exc_ValueError, "dklen must be greater than 0 and smaller than %d", INT32_MAX);
    Buffer password, salt;
    if (take_key(args[0], &password) < 0) return NULL;
    if (take_key(args[1], &salt) < 0) return buffer_release(&password), NULL;
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_LOAD_CRYPTO_STRINGS, NULL);
    Object *key = bytes_new(NULL, n);
    if (key && !EVP_PBE_scrypt((char *)password.data, (size_t)password.length, salt.data, (size_t)salt.length, costs[0],
                               costs[1], costs[2], (uint64_t)memory, ((Bytes *)key)->data, (size_t)n)) {
        clear_ref(&key);
        raise_openssl(&exc_ValueError, "Invalid parameter combination for n, r, p, maxmem.");
    }
    buffer_release(&password);
    buffer_release(&salt);
    return key;
}

/* In a time that depends on the lengths alone. */
static bool same_bytes(const uint8_t *a, ptrdiff_t n, const uint8_t *b, ptrdiff_t m) {
    volatile uint8_t difference = n != m;
    for (ptrdiff_t i = 0; i < m; i++) difference |= (uint8_t)(b[i] ^ (n == m ? a[i] : b[i] ^ 1));
    return !difference;
}

static Object *f_compare_digest(Object *self, Object **args, ptrdiff_t nargs) {
    Object *a = args[0], *b = args[1];
    if (str_check(a) && str_check(b)) {
        if (!((Str *)a)->ascii || !((Str *)b)->ascii)
            return raise_error(&exc_TypeError, "comparing strings with non-ASCII characters is not supported");
        return new_bool(same_bytes(str_data(a), str_length(a), str_data(b), str_length(b)));
    }
    if (!buffer_check(a) && !buffer_check(b))
        return raise_error(&exc_TypeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", a, b);
    Buffer x, y;
    if (buffer_get(a, &x, BUFFER_SIMPLE) < 0) return NULL;
    if (buffer_get(b, &y, BUFFER_SIMPLE) < 0) return buffer_release(&x), NULL;
    Object *result = new_bool(same_bytes(x.data, x.length, y.data, y.length));
    buffer_release(&x);
    buffer_release(&y);
    return result;
}

/* --- the module --- */

static const Method methods[] = {
    {"compare_digest", f_compare_digest, 2, 2,
     "compare_digest(a, b, /)\n--\n\nAre they equal? The time it takes does not tell where they differ."},
    {"hmac_digest", f_hmac_digest, 3, 3, "hmac_digest($module, /, key, msg, digest)\n--\n\nThe HMAC of a message."},
    {"new", f_new, 1, 2,
     "new($module, /, name, data=b'', *, usedforsecurity=True, string=None)\n--\n\nA hash object for the algorithm of "
     "that name."},
#define CONSTRUCTOR(name) \
    {"openssl_" #name, f_##name, 0, 1, \
     "openssl_" #name "($module, /, data=b'', *, usedforsecurity=True, string=None)\n--\n\nA hash object for " #name \
     "."},
    CONSTRUCTOR(md5) CONSTRUCTOR(sha1) CONSTRUCTOR(sha224) CONSTRUCTOR(sha256) CONSTRUCTOR(sha384) CONSTRUCTOR(sha3_224)
        CONSTRUCTOR(sha3_256) CONSTRUCTOR(sha3_384) CONSTRUCTOR(sha3_512) CONSTRUCTOR(sha512) CONSTRUCTOR(shake_128)
            CONSTRUCTOR(shake_256)
#undef CONSTRUCTOR
                {"pbkdf2_hmac", f_pbkdf2_hmac, 4, 5,
                 "pbkdf2_hmac($module, /, hash_name, password, salt, iterations,\n            dklen=None)\n--\n\n"
                 "A key made of a password, by PBKDF2."},
    {"scrypt", f_scrypt, 1, 1,
     "scrypt($module, /, password, *, salt, n, r, p, maxmem=0, dklen=64)\n--\n\nA key made of a password, by scrypt."},
    {0},
};

static int setup(Object *m) {
    type_ready(&hash_type);
    type_ready(&xof_type);
    clear_ref(&unsupported_error);
    if (!(unsupported_error = module_add_exception(m, "_hashlib.UnsupportedDigestmodError", &exc_ValueError)) ||
        module_add_type(m, &hash_type) < 0 || module_add_type(m, &xof_type) < 0)
        return -1;
    Object *names_of = set_new(NULL);
    int status = names_of ? 0 : -1;
    for (int i = 0; status == 0 && i < ALGORITHMS; i++) {
        Object *name = str_from_c(algorithms[i].name);
        status = name ? set_add(names_of, name) : -1;
        xdecref(name);
    }
    Object *frozen = status == 0 ? frozenset_new(names_of) : NULL;
    xdecref(names_of);
    return module_add_steal(m, "openssl_md_meth_names", frozen);
}

static void teardown(void) {
    clear_ref(&unsupported_error);
    for (int i = 0; i < ALGORITHMS; i++) {
        EVP_MD_free(algorithms[i].md);
        algorithms[i].md = NULL;
    }
}

const ModuleSpec _hashlib_module = {
    .name = "_hashlib",
    .doc = "Digests by OpenSSL.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
