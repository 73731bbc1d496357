/* ints to text and back, in any base from 2 to 36. Small ones go digit by digit in a register; limbs go through GMP,
 * which is subquadratic in both directions. Decimal text longer than sys.get_int_max_str_digits() is refused both
 * ways, as Python does to keep hostile input from costing much time; bases that are powers of two have no limit. */
#include "interp/object/bigint.h"

#include <string.h>

#include "interp/object/number_text.h"
#include "interp/object/runtime.h"

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
    do *--end = digit_chars[v % base];
    while (v /= base);
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

/* The digits of limbs: GMP wants the number where it can destroy it, and gives values 0 to base - 1. */
static int digits_of_limbs(Digits *d, const View *v, int base) {
    /* 1233/4096 is log10(2) but for a thousandth of it. GMP wants room for what so many limbs could hold, and one more.
     */
    size_t bits = (size_t)v->n * LIMB_BITS, at_most = bits / (31 - __builtin_clz((unsigned)base)) + 2;
    if (base == 10) {
        if (over_limit((size_t)(view_bits(v) * 1233 >> 12), base)) return raise_too_many_digits();
        at_most = (bits * 1233 >> 12) + bits / 1024 + 3;
    }
    size_t limbs_size = (size_t)v->n * sizeof(mp_limb_t);
    mp_limb_t *limbs = heap_alloc(limbs_size + at_most);
    if (!limbs) {
        raise_memory();
        return -1;
    }
    memcpy(limbs, v->limbs, limbs_size);
    unsigned char *text = (unsigned char *)limbs + limbs_size;
    size_t n = mpn_get_str(text, base, limbs, v->n), zeros = 0;
    while (zeros + 1 < n && text[zeros] == 0) zeros++;
    d->n = n - zeros;
    d->text = (char *)limbs;
    for (size_t i = 0; i < d->n; i++) d->text[i] = digit_chars[text[zeros + i]];
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

/* --- from text --- */

static inline unsigned digit_value(char c) {
    if (c >= '0' && c <= '9') return (unsigned)(c - '0');
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? (unsigned)(lower - 'a' + 10) : 37;
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

static Object *literal_large(const Literal *l) {
    if (over_limit(l->digits, l->base)) {
        return raise_error(&exc_ValueError,
                           "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
                           "use sys.set_int_max_str_digits() to increase the limit",
                           runtime.int_max_str_digits, l->digits);
    }
    size_t bits = l->base == 10 ? l->digits * 107 / 32 : l->digits * (32 - __builtin_clz((unsigned)l->base - 1));
    unsigned char *values = heap_alloc(l->digits);
    BigInt *r = values ? bigint_alloc((int64_t)(bits / LIMB_BITS) + 2) : raise_memory();
    if (!r) {
        heap_free(values);
        return NULL;
    }
    size_t n = 0;
    for (const char *p = l->start; p < l->end; p++) {
        if (*p == '_' || (n == 0 && *p == '0')) continue; /* GMP wants no leading zero */
        values[n++] = (unsigned char)digit_value(*p);
    }
    int64_t limbs = n ? mpn_set_str(r->limbs, values, n, l->base) : 0;
    heap_free(values);
    return bigint_finish(r, limbs, l->negative);
}

/* The value, or NULL: with an exception when the text is a number but too long, without one when it is none. */
static Object *parse(const char *start, const char *end, int base) {
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
