/* ints to text and back, in any base from 2 to 36. Small ones go digit by digit in a register; limbs go through GMP,
 * which is subquadratic in both directions. Decimal text longer than sys.get_int_max_str_digits() is refused both
 * ways, as Python does to keep hostile input from costing much time; bases that are powers of two have no limit. */
#include "interp/object/bigint.h"

#include <string.h>

#include "interp/object/number_text.h"
#include "interp/object/runtime.h"

#define LOCAL_LIMBS 16

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static const char digit_pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                  "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                  "8081828384858687888990919293949596979899";

static bool is_power_of_two(int base) {
    return (base & (base - 1)) == 0;
}

/* --- to text --- */

char *int_write_decimal(char *end, uint64_t v) {
    while (v >= 100) {
        memcpy(end -= 2, digit_pairs + 2 * (v % 100), 2);
        v /= 100;
    }
    if (v >= 10) return memcpy(end - 2, digit_pairs + 2 * v, 2);
    *--end = (char)('0' + v);
    return end;
}

static char *write_digits(char *end, uint64_t v, unsigned base) {
    if (base == 10) return int_write_decimal(end, v);
    if (!is_power_of_two((int)base)) {
        do *--end = digit_chars[v % base];
        while (v /= base);
        return end;
    }
    int shift = __builtin_ctz(base);
    do *--end = digit_chars[v & (base - 1)];
    while (v >>= shift);
    return end;
}

static int raise_too_many_digits(void) {
    return raise_int(&exc_ValueError,
                     "Exceeds the limit (%d digits) for integer string conversion; "
                     "use sys.set_int_max_str_digits() to increase the limit",
                     runtime.int_max_str_digits);
}

static bool over_limit(size_t digits, int base) {
    return !is_power_of_two(base) && runtime.int_max_str_digits > 0 && digits > (size_t)runtime.int_max_str_digits;
}

/* GMP gives values 0 to base - 1, most significant first, perhaps with zeros in front. */
static void values_to_digits(Digits *d, unsigned char *values, size_t n, int base) {
    while (n > 1 && *values == 0) values++, n--;
    d->n = n;
    if (base <= 10) {
        for (size_t i = 0; i < n; i++) d->text[i] = (char)('0' + values[i]);
    } else {
        for (size_t i = 0; i < n; i++) d->text[i] = digit_chars[values[i]];
    }
}

/* The digits of limbs. GMP wants the number where it can destroy it: first in the block, with the values behind it. */
static int digits_of_limbs(Digits *d, const View *v, int base) {
    /* 1233/4096 is log10(2) but for a thousandth of it. GMP wants room for what so many limbs could hold, and one more.
     */
    size_t bits = (size_t)v->n * LIMB_BITS, at_most = bits / (31 - __builtin_clz((unsigned)base)) + 2;
    if (base == 10) {
        if (over_limit((size_t)(view_bits(v) * 1233 >> 12), base)) return raise_too_many_digits();
        at_most = (bits * 1233 >> 12) + bits / 1024 + 3;
    }
    mp_limb_t local[LOCAL_LIMBS], *limbs = local;
    size_t limbs_size = (size_t)v->n * sizeof(mp_limb_t);
    d->text = d->local;
    if (v->n > LOCAL_LIMBS || at_most > sizeof d->local) {
        limbs = heap_alloc(limbs_size + at_most);
        if (!limbs) {
            raise_memory();
            return -1;
        }
        d->text = (char *)limbs; /* the digits may take the place of the number as they are made from the values */
    }
    if (bigint_reserve(v->n) < 0) {
        digits_drop(d);
        return -1;
    }
    memcpy(limbs, v->limbs, limbs_size);
    unsigned char *values = (unsigned char *)(limbs == local ? d->local : (char *)limbs + limbs_size);
    values_to_digits(d, values, mpn_get_str(values, base, limbs, v->n), base);
    if (!over_limit(d->n, base)) return 0;
    digits_drop(d);
    return raise_too_many_digits();
}

int digits_of(Digits *d, const View *v, int base) {
    if (v->n > 1) return digits_of_limbs(d, v, base);
    char *end = d->local + sizeof d->local;
    d->text = write_digits(end, v->n ? v->limbs[0] : 0, (unsigned)base);
    d->n = (size_t)(end - d->text);
    return 0;
}

void digits_drop(Digits *d) {
    if (d->text < d->local || d->text >= d->local + sizeof d->local) heap_free(d->text);
}

static Object *small_to_string(int64_t value) {
    char text[24], *end = text + sizeof text;
    char *start = int_write_decimal(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
    if (value < 0) *--start = '-';
    return str_from_ascii(start, (size_t)(end - start));
}

Object *int_to_string(Object *o, int base) {
    int64_t value;
    if (base == 10 && int_small_value(o, &value)) return small_to_string(value);
    View v;
    view(&v, o);
    Digits d;
    if (digits_of(&d, &v, base) < 0) return NULL;
    Object *result;
    if (v.negative) {
        Str *s = str_alloc((ptrdiff_t)d.n + 1, 127);
        if (s) {
            s->data[0] = '-';
            memcpy(s->data + 1, d.text, d.n);
        }
        result = (Object *)s;
    } else {
        result = str_from_ascii(d.text, d.n);
    }
    digits_drop(&d);
    return result;
}

Object *int_to_prefixed(Object *o, int base) {
    View v;
    view(&v, o);
    Digits d;
    if (digits_of(&d, &v, base) < 0) return NULL;
    Str *s = str_alloc((ptrdiff_t)d.n + 2 + v.negative, 127);
    if (s) {
        uint8_t *to = s->data;
        if (v.negative) *to++ = '-';
        *to++ = '0';
        *to++ = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
        memcpy(to, d.text, d.n);
    }
    digits_drop(&d);
    return (Object *)s;
}

/* --- from text --- */

/* One more than the value of a digit; 0 for what is none. */
// clang-format off
static const uint8_t digit_values[256] = {
    ['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ['A'] = 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
    ['a'] = 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
};
// clang-format on

/* What is no digit has a value beyond any base. */
static inline unsigned digit_value(char c) {
    return digit_values[(uint8_t)c] - 1u;
}

/* The base that a prefix after the zero at p asks for, or 0. */
static int prefix_base(const char *p, const char *end) {
    if (end - p < 2 || *p != '0') return 0;
    switch (p[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

/* What is left after white space, sign and prefix: digits, with single underscores in between. */
typedef struct Literal {
    const char *start, *end;
    size_t digits; /* underscores not counted */
    int base;
    bool negative, only_zero; /* only_zero: base 0, and a leading zero says that no other digit may follow */
} Literal;

static bool literal_open(Literal *l, const char *start, const char *end, int base) {
    while (start < end && number_is_space(*start)) start++;
    while (end > start && number_is_space(end[-1])) end--;
    l->negative = start < end && *start == '-';
    if (start < end && (*start == '-' || *start == '+')) start++;
    int prefix = prefix_base(start, end);
    l->base = base ? base : prefix ? prefix : 10;
    l->only_zero = base == 0 && !prefix && start < end && *start == '0';
    if (prefix && prefix == l->base) {
        start += 2;
        if (start < end && *start == '_') start++;
    }
    l->start = start;
    l->end = end;
    l->digits = 0;
    bool after_digit = false; /* an underscore may follow */
    for (const char *p = start; p < end; p++) {
        if (*p == '_') {
            if (!after_digit) return false;
            after_digit = false;
            continue;
        }
        unsigned digit = digit_value(*p);
        if (digit >= (unsigned)l->base || (l->only_zero && digit > 0)) return false;
        after_digit = true;
        l->digits++;
    }
    return after_digit;
}

static Object *literal_small(const Literal *l) {
    uint64_t v = 0;
    for (const char *p = l->start; p < l->end; p++) {
        if (*p != '_') v = v * (unsigned)l->base + digit_value(*p);
    }
    return int_from_i64((int64_t)(l->negative ? 0 - v : v));
}

#define CHUNK_DIGITS 19 /* decimal digits that fit a limb */
#define CHUNK_POWER  10000000000000000000u
#define CHUNKS_MAX   30 /* more, and GMP is faster */

/* Decimal digits, a limb's worth at a time: the number so far times 10**19 plus the chunk. */
static int64_t put_decimal(mp_limb_t *limbs, const Literal *l) {
    int64_t n = 0;
    size_t left = l->digits, chunk_size = left % CHUNK_DIGITS ? left % CHUNK_DIGITS : CHUNK_DIGITS;
    for (const char *p = l->start; left > 0; left -= chunk_size, chunk_size = CHUNK_DIGITS) {
        mp_limb_t chunk = 0;
        for (size_t i = 0; i < chunk_size; p++) {
            if (*p == '_') continue;
            chunk = chunk * 10 + (mp_limb_t)(*p - '0');
            i++;
        }
        mp_limb_t carry = n ? mpn_mul_1(limbs, limbs, n, CHUNK_POWER) + mpn_add_1(limbs, limbs, n, chunk) : chunk;
        if (carry) limbs[n++] = carry;
    }
    return n;
}

/* GMP wants the values of the digits, without zeros in front. -1: no memory */
static int64_t put_any(mp_limb_t *limbs, const Literal *l) {
    unsigned char *values = heap_alloc(l->digits);
    if (!values) {
        raise_memory();
        return -1;
    }
    if (bigint_reserve((int64_t)(l->digits / 10)) < 0) {
        heap_free(values);
        return -1;
    }
    size_t n = 0;
    for (const char *p = l->start; p < l->end; p++) {
        if (*p != '_' && (n > 0 || *p != '0')) values[n++] = (unsigned char)digit_value(*p);
    }
    int64_t size = n ? mpn_set_str(limbs, values, n, l->base) : 0;
    heap_free(values);
    return size;
}

/* A base that is a power of two: the digits are bits, read from the last one on. */
static int64_t put_bits(mp_limb_t *limbs, const Literal *l) {
    int shift = __builtin_ctz((unsigned)l->base), filled = 0;
    mp_limb_t limb = 0;
    int64_t n = 0;
    for (const char *p = l->end; p-- > l->start;) {
        if (*p == '_') continue;
        mp_limb_t digit = digit_value(*p);
        limb |= digit << filled;
        filled += shift;
        if (filled < LIMB_BITS) continue;
        limbs[n++] = limb;
        filled -= LIMB_BITS;
        limb = digit >> (shift - filled);
    }
    limbs[n++] = limb;
    return n;
}

static Object *literal_large(const Literal *l) {
    if (over_limit(l->digits, l->base)) {
        return raise_error(&exc_ValueError,
                           "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
                           "use sys.set_int_max_str_digits() to increase the limit",
                           runtime.int_max_str_digits, l->digits);
    }
    size_t bits = l->base == 10 ? l->digits * 107 / 32 : l->digits * (32 - __builtin_clz((unsigned)l->base - 1));
    BigInt *r = bigint_alloc((int64_t)(bits / LIMB_BITS) + 2);
    if (!r) return NULL;
    bool chunks = l->base == 10 && l->digits <= CHUNK_DIGITS * CHUNKS_MAX;
    int64_t n = chunks                     ? put_decimal(r->limbs, l)
                : is_power_of_two(l->base) ? put_bits(r->limbs, l)
                                           : put_any(r->limbs, l);
    if (n >= 0) return bigint_finish(r, n, l->negative);
    bigint_free(r);
    return NULL;
}

/* The commonest text: up to 18 decimal digits with nothing around them but a sign. False when it is something else. */
static inline bool parse_plain(const char *p, const char *end, int64_t *out) {
    bool negative = p < end && *p == '-';
    p += negative;
    if (p == end || end - p > 18) return false;
    int64_t v = 0;
    for (; p < end; p++) {
        unsigned digit = (unsigned char)(*p - '0');
        if (digit > 9) return false;
        v = v * 10 + digit;
    }
    *out = negative ? -v : v;
    return true;
}

/* The value, or NULL: with an exception when the text is a number but too long, without one when it is none. */
static Object *parse(const char *start, const char *end, int base) {
    int64_t plain;
    if (base == 10 && parse_plain(start, end, &plain)) return int_from_i64(plain);
    Literal l;
    if (!literal_open(&l, start, end, base)) return NULL;
    size_t bits_per_digit = 32 - __builtin_clz((unsigned)l.base - 1);
    if (l.digits * bits_per_digit < LIMB_BITS || (l.base == 10 && l.digits <= 18)) return literal_small(&l);
    return literal_large(&l);
}

static void *raise_invalid(Object *shown, int base) {
    return raise_error(&exc_ValueError, "invalid literal for int() with base %d: %.200R", base, shown);
}

Object *int_from_string(const char *digits, size_t n, int base) {
    Object *r = parse(digits, digits + n, base);
    if (r || raise_pending()) return r;
    Object *shown = str_from_utf8(digits, n);
    if (!shown) return NULL;
    raise_invalid(shown, base);
    decref(shown);
    return NULL;
}

Object *int_from_text(Object *text, int base) {
    if (text->type == &str_type && ((Str *)text)->ascii) {
        const char *start = (const char *)str_data(text);
        Object *r = parse(start, start + str_length(text), base);
        return r || raise_pending() ? r : raise_invalid(text, base);
    }
    NumberText t;
    int is_text = number_text_open(&t, text);
    if (is_text <= 0) {
        if (is_text == 0) {
            raise_error(&exc_TypeError,
                        "int() argument must be a string, a bytes-like object or a real number, not '%T'", text);
        }
        return NULL;
    }
    Object *r = parse(t.start, t.end, base);
    if (!r && !raise_pending()) raise_invalid(t.shown, base);
    number_text_close(&t);
    return r;
}
