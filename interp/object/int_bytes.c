/* int.to_bytes and int.from_bytes. The limbs of a little-endian machine are the bytes of the number in order, so both
 * copy bytes; a negative number is written as its two's complement, limb by limb. */
#include "interp/object/bigint.h"

#include <string.h>

#include "interp/object/bytes.h"
#include "interp/object/str.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "limbs are copied as bytes");

#define LOCAL_BYTES 64

/* 1 little, 0 big, -1 with an exception. order may be NULL: big; is_signed_arg, too: unsigned. */
static int read_options(const char *function, Object *order, Object *is_signed_arg, int *is_signed) {
    *is_signed = 0;
    if (order && !str_check(order))
        return raise_int(&exc_TypeError, "%s() argument 'byteorder' must be str, not %K", function, order);
    if (is_signed_arg && (*is_signed = object_truth(is_signed_arg)) < 0) return -1;
    if (!order) return 0;
    if (str_equal_c(order, "little")) return 1;
    if (str_equal_c(order, "big")) return 0;
    return raise_int(&exc_ValueError, "byteorder must be either 'little' or 'big'");
}

static void reverse(uint8_t *p, ptrdiff_t n) {
    for (ptrdiff_t i = 0, j = n - 1; i < j; i++, j--) {
        uint8_t byte = p[i];
        p[i] = p[j];
        p[j] = byte;
    }
}

/* Two's complement in place: ~p + 1. */
static void negate_bytes(uint8_t *p, ptrdiff_t n) {
    unsigned carry = 1;
    for (ptrdiff_t i = 0; i < n; i++) {
        carry += (uint8_t)~p[i];
        p[i] = (uint8_t)carry;
        carry >>= 8;
    }
}

/* Bits that the value needs: its magnitude, and in two's complement a sign bit; -2**k has the sign in its one bit. */
static int64_t bits_needed(const View *v, bool is_signed) {
    int64_t bits = view_bits(v);
    if (!is_signed || (v->negative && (int64_t)mpn_scan1(v->limbs, 0) == bits - 1)) return bits;
    return v->n ? bits + 1 : 0;
}

Object *int_to_bytes(Object *self, Object **args, ptrdiff_t nargs) {
    Object *length_arg = arg_or_null(args, nargs, 0), *signed_arg = arg_or_null(args, nargs, 2);
    ptrdiff_t length = 1;
    if (length_arg && length_arg->type == &int_type)
        length = ((Int *)length_arg)->value;
    else if (length_arg && (length = number_as_index(length_arg, &exc_OverflowError)) == -1 && raise_pending())
        return NULL;
    int is_signed, little = read_options("to_bytes", arg_or_null(args, nargs, 1), signed_arg, &is_signed);
    if (little < 0) return NULL;
    if (length < 0) return raise_error(&exc_ValueError, "length argument must be non-negative");
    View v;
    view(&v, self);
    if (v.negative && !is_signed) return raise_error(&exc_OverflowError, "can't convert negative int to unsigned");
    if ((bits_needed(&v, is_signed) + 7) / 8 > length) return raise_error(&exc_OverflowError, "int too big to convert");

    Bytes *b = (Bytes *)bytes_new(NULL, length);
    if (!b) return NULL;
    ptrdiff_t used = v.n * (ptrdiff_t)sizeof(mp_limb_t);
    if (used > length) used = length;
    memcpy(b->data, v.limbs, (size_t)used);
    memset(b->data + used, 0, (size_t)(length - used));
    if (v.negative) negate_bytes(b->data, length);
    if (!little) reverse(b->data, length);
    return (Object *)b;
}

/* Anything that bytes() takes, but for numbers and text. */
static Object *bytes_of(Object *o) {
    if (o->type == &bytes_type) return newref(o);
    Object *method = object_lookup_special(o, names.__bytes__);
    if (!method && raise_pending()) return NULL;
    bool refused = !method && (str_check(o) || (o->type->to_index && !o->type->iter && !buffer_check(o)));
    xdecref(method);
    if (refused) return raise_error(&exc_TypeError, "cannot convert '%T' object to bytes", o);
    return object_call1((Object *)&bytes_type, o);
}

static Object *from_little(const uint8_t *data, ptrdiff_t n, bool is_signed) {
    bool negative = is_signed && n > 0 && data[n - 1] & 0x80;
    if (n <= (ptrdiff_t)sizeof(int64_t)) {
        uint64_t low = 0;
        memcpy(&low, data, (size_t)n);
        if (negative) low |= n < 8 ? ~(uint64_t)0 << 8 * n : 0;
        return is_signed ? int_from_i64((int64_t)low) : int_from_u64(low);
    }
    int64_t limbs = (n + 7) / 8;
    BigInt *r = bigint_alloc(limbs);
    if (!r) return NULL;
    r->limbs[limbs - 1] = 0;
    memcpy(r->limbs, data, (size_t)n);
    if (negative) negate_bytes((uint8_t *)r->limbs, n);
    return bigint_finish(r, limbs, negative);
}

Object *int_from_bytes(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *signed_arg = arg_or_null(args, nargs, 2);
    int is_signed, little = read_options("from_bytes", arg_or_null(args, nargs, 1), signed_arg, &is_signed);
    if (little < 0) return NULL;
    Object *b = bytes_of(args[0]);
    if (!b) return NULL;
    ptrdiff_t n = bytes_length(b);
    Object *value;
    if (little) {
        value = from_little(((Bytes *)b)->data, n, is_signed);
    } else {
        uint8_t local[LOCAL_BYTES], *turned = n <= LOCAL_BYTES ? local : heap_alloc((size_t)n);
        if (!turned) {
            decref(b);
            return raise_memory();
        }
        memcpy(turned, ((Bytes *)b)->data, (size_t)n);
        reverse(turned, n);
        value = from_little(turned, n, is_signed);
        if (turned != local) heap_free(turned);
    }
    decref(b);
    if (!value || cls == (Object *)&int_type) return value;
    Object *instance = object_call1(cls, value);
    decref(value);
    return instance;
}
