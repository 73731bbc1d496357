/* One C value in memory, read as an object and written from one. The addresses need not be aligned. */
#include "interp/object/native_item.h"
#include <math.h>
#include <string.h>
#include "interp/object/bytes.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/text.h"

int native_item_size(char code) {
    switch (code) {
    case 'c':
    case 'b':
    case 'B':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I': return sizeof(int);
    case 'l':
    case 'L': return sizeof(long);
    case 'q':
    case 'Q': return sizeof(long long);
    case 'n':
    case 'N': return sizeof(ptrdiff_t);
    case 'f': return sizeof(float);
    case 'd': return sizeof(double);
    case 'P': return sizeof(void *);
    default: return 0;
    }
}

static bool is_unsigned(char code) {
    return code == 'B' || code == 'H' || code == 'I' || code == 'L' || code == 'Q' || code == 'N' || code == 'P';
}

/* 16 bits: sign, 5 of exponent, 10 of fraction. */
double half_to_double(uint16_t h) {
    int exponent = h >> 10 & 31, fraction = h & 1023;
    double d = exponent == 31 ? (fraction ? NAN : INFINITY)
               : exponent     ? ldexp(1024 + fraction, exponent - 25)
                              : ldexp(fraction, -24);
    return h >> 15 ? -d : d;
}

bool half_from_double(double d, uint16_t *out) {
    uint16_t sign = signbit(d) ? 0x8000 : 0;
    double a = fabs(d);
    if (isnan(d) || isinf(d)) {
        *out = sign | (isnan(d) ? 0x7e00 : 0x7c00);
        return true;
    }
    int exponent;
    frexp(a, &exponent);                          /* a < 2 ** exponent */
    if (a == 0 || exponent < -13) exponent = -13; /* subnormal: the fraction counts units of 2 ** -24 */
    double units = rint(ldexp(a, 11 - exponent)); /* ties to even; normal: 1024 .. 2048 */
    uint32_t bits = (uint32_t)(exponent + 13) * 1024 + (uint32_t)units;
    if (bits >= 31 * 1024) return false;
    *out = sign | (uint16_t)bits;
    return true;
}

static inline uint16_t load2(const void *p) {
    uint16_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
_Static_assert(sizeof(int) == 4 && sizeof(long) == 8, "i and l are read as words of this size");

Object *native_item_read(char code, const void *p) {
    switch (code) {
    case 'c': return bytes_new(p, 1);
    case '?': return new_bool(*(const uint8_t *)p != 0);
    case 'b': return int_from_i64(*(const int8_t *)p);
    case 'B': return int_from_i64(*(const uint8_t *)p);
    case 'h': return int_from_i64((int16_t)load2(p));
    case 'H': return int_from_i64(load2(p));
    case 'i': return int_from_i64((int32_t)load4(p));
    case 'I': return int_from_i64(load4(p));
    case 'l':
    case 'q':
    case 'n': return int_from_i64((int64_t)load8(p));
    case 'e': return float_new(half_to_double(load2(p)));
    case 'f': {
        float f;
        memcpy(&f, p, sizeof(f));
        return float_new(f);
    }
    case 'd': {
        double d;
        memcpy(&d, p, sizeof(d));
        return float_new(d);
    }
    default: return int_from_u64(load8(p)); /* L Q N P */
    }
}

Object *native_item_list(char code, const uint8_t *p, ptrdiff_t n, ptrdiff_t stride) {
    Object *list = list_new(n);
    for (ptrdiff_t i = 0; list && i < n; i++, p += stride)
        if (!(((List *)list)->items[i] = native_item_read(code, p))) clear_ref(&list);
    return list;
}

static NativeResult write_integer(char code, void *p, Object *value) {
    if (!value->type->to_index) return NATIVE_WRONG_TYPE;
    Object *number = number_index(value);
    if (!number) return NATIVE_FAILED;
    int bits = 8 * native_item_size(code);
    int64_t v = 0;
    bool fits = int_fits_i64(number, &v);
    if (is_unsigned(code) && bits == 64) {
        if (!fits && int_sign(number) > 0) {
            v = (int64_t)int_as_u64(number);
            fits = !raise_pending();
            if (!fits) raise_clear();
        } else if (code == 'P' && int_sign(number) < 0) {
            ; /* an address may be given as a negative number */
        } else {
            fits = fits && v >= 0;
        }
    } else if (is_unsigned(code)) {
        fits = fits && v >= 0 && v >> bits == 0;
    } else if (bits < 64) {
        fits = fits && v >= -((int64_t)1 << (bits - 1)) && v < (int64_t)1 << (bits - 1);
    }
    decref(number);
    if (!fits) return NATIVE_OUT_OF_RANGE;
    memcpy(p, &v, bits / 8);
    return NATIVE_OK;
}

static NativeResult write_float(char code, void *p, Object *value) {
    double d = float_as_double(value);
    if (d == -1.0 && raise_pending()) return raise_clear_if(&exc_TypeError) ? NATIVE_WRONG_TYPE : NATIVE_FAILED;
    if (code == 'd') {
        memcpy(p, &d, sizeof(d));
    } else if (code == 'f') {
        float f = (float)d;
        if (isinf(f) && !isinf(d)) return NATIVE_OUT_OF_RANGE;
        memcpy(p, &f, sizeof(f));
    } else {
        uint16_t h;
        if (!half_from_double(d, &h)) return NATIVE_OUT_OF_RANGE;
        memcpy(p, &h, 2);
    }
    return NATIVE_OK;
}

NativeResult native_item_write(char code, void *p, Object *value) {
    switch (code) {
    case 'c':
        if (!bytes_check(value)) return NATIVE_WRONG_TYPE;
        if (bytes_length(value) != 1) return NATIVE_OUT_OF_RANGE;
        *(uint8_t *)p = ((Bytes *)value)->data[0];
        return NATIVE_OK;
    case '?': {
        int truth = object_truth(value);
        if (truth < 0) return NATIVE_FAILED;
        *(uint8_t *)p = (uint8_t)truth;
        return NATIVE_OK;
    }
    case 'e':
    case 'f':
    case 'd': return write_float(code, p, value);
    default: return write_integer(code, p, value);
    }
}
