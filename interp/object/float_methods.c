/* The methods and attributes of float: rounding, ratios, and the hexadecimal form, in which a double's bits can be
 * written and read without any rounding. */
#include "interp/object/float_methods.h"

#include "interp/object/bigint.h"
#include "interp/object/decimal.h"
#include "interp/object/list.h"
#include "interp/object/number_text.h"
#include "interp/object/str.h"

static Object *exact(Object *self) {
    return self->type == &float_type ? newref(self) : float_new(float_value(self));
}

static Object *get_real(Object *self, void *arg) {
    return exact(self);
}
static Object *get_imag(Object *self, void *arg) {
    return float_new(0.0);
}

static Object *conjugate(Object *self, Object **args, ptrdiff_t nargs) {
    return exact(self);
}

static Object *is_integer(Object *self, Object **args, ptrdiff_t nargs) {
    double d = float_value(self);
    return new_bool(isfinite(d) && floor(d) == d);
}

static Object *truncate(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_double(float_value(self));
}
static Object *floor_int(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_double(floor(float_value(self)));
}
static Object *ceil_int(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_double(ceil(float_value(self)));
}

static Object *getnewargs(Object *self, Object **args, ptrdiff_t nargs) {
    Object *value = exact(self);
    return value ? tuple_from_steal(&value, 1) : NULL;
}

#define PLACES_ALL  323    /* rounding to so many places or more changes no double */
#define PLACES_NONE (-308) /* rounding to fewer gives 0 */

static Object *round_float(Object *self, Object **args, ptrdiff_t nargs) {
    Object *ndigits = arg_or_null(args, nargs, 0);
    double d = float_value(self);
    if (!ndigits || ndigits == NONE) return int_from_double(rint(d));
    ptrdiff_t places = number_as_index(ndigits, NULL);
    if (places == -1 && raise_pending()) return NULL;
    if (!isfinite(d) || places > PLACES_ALL) return float_new(d);
    if (places < PLACES_NONE) return float_new(copysign(0.0, d));
    d = digits_round(d, (int)places);
    if (isinf(d)) return raise_error(&exc_OverflowError, "rounded value too large to represent");
    return float_new(d);
}

/* 2**n for n >= 0, times mantissa. */
static Object *shifted(int64_t mantissa, int n) {
    View v;
    view_small(&v, mantissa);
    return bigint_shift_left(&v, (uint64_t)n);
}

static Object *as_integer_ratio(Object *self, Object **args, ptrdiff_t nargs) {
    double d = float_value(self);
    if (isinf(d)) return raise_error(&exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(d)) return raise_error(&exc_ValueError, "cannot convert NaN to integer ratio");
    Binary b = binary_of(d);
    int zeros = b.mantissa ? __builtin_ctzll(b.mantissa) : 0, exponent = b.mantissa ? b.exponent + zeros : 0;
    int64_t mantissa = (int64_t)(b.mantissa >> zeros);
    Object *numerator = shifted(signbit(d) ? -mantissa : mantissa, exponent > 0 ? exponent : 0);
    Object *denominator = numerator ? shifted(1, exponent < 0 ? -exponent : 0) : NULL;
    if (!denominator) {
        xdecref(numerator);
        return NULL;
    }
    return tuple_from_steal((Object *[]){numerator, denominator}, 2);
}

/* cls(value), when cls is not float itself. Steals value. */
static Object *instance_of(Object *cls, Object *value) {
    if (!value || cls == (Object *)&float_type) return value;
    Object *instance = object_call1(cls, value);
    decref(value);
    return instance;
}

static Object *from_number(Object *cls, Object **args, ptrdiff_t nargs) {
    if (args[0]->type == &float_type && cls == (Object *)&float_type) return newref(args[0]);
    double d = float_as_double(args[0]);
    if (d == -1.0 && raise_pending()) return NULL;
    return instance_of(cls, float_new(d));
}

/* --- hexadecimal --- */

static Object *to_hex(Object *self, Object **args, ptrdiff_t nargs) {
    double d = float_value(self);
    if (!isfinite(d)) return object_repr(self);
    const char *sign = signbit(d) ? "-" : "";
    Binary b = binary_of(d);
    if (b.mantissa == 0) return str_format("%s0x0.0p+0", sign);
    static const char hex[] = "0123456789abcdef";
    int exponent = b.exponent + 52;
    char text[32], number[8], *to = stpcpy(stpcpy(text, sign), "0x");
    *to++ = (char)('0' + (b.mantissa >> 52));
    *to++ = '.';
    for (int i = 12; i >= 0; i--) *to++ = hex[b.mantissa >> (4 * i) & 15];
    *to++ = 'p';
    *to++ = exponent < 0 ? '-' : '+';
    const char *end = number + sizeof number,
               *start = int_write_decimal(number + sizeof number, (uint64_t)abs(exponent));
    memcpy(to, start, (size_t)(end - start));
    return str_from_ascii(text, (size_t)(to - text + (end - start)));
}

/* A number being read: mantissa * 2**exponent, where `lost` says that bits below were not 0. */
typedef struct HexNumber {
    uint64_t mantissa;
    int64_t exponent;
    bool lost, any;
} HexNumber;

#define HEX_EXPONENT_CAP ((int64_t)1 << 40)

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static const char *read_hex_digits(const char *p, const char *end, HexNumber *n, bool after_point) {
    for (int digit; p < end && (digit = hex_digit(*p)) >= 0; p++) {
        n->any = true;
        if (n->mantissa >> 59 == 0) {
            n->mantissa = n->mantissa << 4 | (unsigned)digit;
            n->exponent -= after_point ? 4 : 0;
        } else {
            n->lost |= digit != 0;
            n->exponent += after_point ? 0 : 4;
        }
    }
    return p;
}

static const char *read_exponent(const char *p, const char *end, int64_t *out) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || *p < '0' || *p > '9') return NULL;
    int64_t value = 0;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        if (value < HEX_EXPONENT_CAP) value = value * 10 + (*p - '0');
    }
    *out += negative ? -value : value;
    return p;
}

/* mantissa * 2**exponent, rounded once: what lies below the least double is gathered in the lowest bit first. */
static double scale(HexNumber n) {
    if (n.mantissa == 0 || n.exponent < -1200) return 0.0;
    if (n.exponent > 1100) return INFINITY;
    if (n.exponent < -1076) {
        int shift = (int)(-1076 - n.exponent);
        uint64_t kept = shift < 64 ? n.mantissa >> shift : 0;
        n.lost |= shift >= 64 || kept << shift != n.mantissa;
        n.mantissa = kept;
        n.exponent = -1076;
    }
    return ldexp((double)(n.mantissa | n.lost), (int)n.exponent);
}

/* False when it is no number. An infinity that was not spelled out is an overflow. */
static bool parse_hex(const char *p, const char *end, double *out, bool *overflow) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (!float_parse_special(p, end, out)) {
        if (end - p > 1 && *p == '0' && (p[1] | 0x20) == 'x') p += 2;
        HexNumber n = {0};
        p = read_hex_digits(p, end, &n, false);
        if (p < end && *p == '.') p = read_hex_digits(p + 1, end, &n, true);
        if (!n.any) return false;
        if (p < end && (*p | 0x20) == 'p' && !(p = read_exponent(p + 1, end, &n.exponent))) return false;
        if (p != end) return false;
        *out = scale(n);
        *overflow = isinf(*out);
    }
    if (negative) *out = -*out;
    return true;
}

static Object *from_hex(Object *cls, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "bad argument type for built-in operation");
    size_t n;
    char *owned;
    if (!str_utf8(args[0], &n, &owned)) return NULL; /* surrogates are told as such */
    heap_free(owned);
    NumberText t;
    if (number_text_open(&t, args[0]) < 0) return NULL;
    number_text_strip(&t);
    double d;
    bool overflow = false, valid = ((Str *)args[0])->ascii && parse_hex(t.start, t.end, &d, &overflow);
    number_text_close(&t);
    if (!valid) return raise_error(&exc_ValueError, "invalid hexadecimal floating-point string");
    if (overflow) return raise_error(&exc_OverflowError, "hexadecimal value too large to represent as a float");
    return instance_of(cls, float_new(d));
}

static Object *getformat(Object *cls, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "__getformat__() argument must be str, not %K", args[0]);
    if (str_equal_c(args[0], "double") || str_equal_c(args[0], "float")) return str_from_c("IEEE, little-endian");
    return raise_error(&exc_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

static Object *format(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "__format__() argument must be str, not %K", args[0]);
    return float_format(self, args[0]);
}

const Method float_methods[] = {
    {"as_integer_ratio", as_integer_ratio, 0, 0,
     "as_integer_ratio()\n--\n\nThe exact value as a pair of integers, a fraction in lowest terms."},
    {"conjugate", conjugate, 0, 0, "conjugate()\n--\n\nThe number itself, as for every real number."},
    {"fromhex", from_hex, 1, 1,
     "fromhex(string, /)\n--\n\nThe float that a hexadecimal string stands for, as hex() writes it.", METH_CLASS},
    {"from_number", from_number, 1, 1, "from_number(number, /)\n--\n\nA float from a real number; strings are refused.",
     METH_CLASS},
    {"hex", to_hex, 0, 0, "hex()\n--\n\nThe exact value in hexadecimal: '0x1.8000000000000p+1' for 3.0."},
    {"is_integer", is_integer, 0, 0, "is_integer()\n--\n\nWhether the value is a whole number."},
    {"__ceil__", ceil_int, 0, 0, "__ceil__()\n--\n\nThe least integer that is not below."},
    {"__floor__", floor_int, 0, 0, "__floor__()\n--\n\nThe greatest integer that is not above."},
    {"__format__", format, 1, 1, "__format__(format_spec, /)\n--\n\nThe number as text, laid out as format_spec says."},
    {"__getformat__", getformat, 1, 1,
     "__getformat__(typestr, /)\n--\n\nHow the machine represents a 'double' or a 'float'.", METH_CLASS},
    {"__getnewargs__", getnewargs, 0, 0, "__getnewargs__()\n--\n\nWhat __new__ needs to make a copy."},
    {"__round__", round_float, 0, 1,
     "__round__(ndigits=None, /)\n--\n\n"
     "The nearest integer, half to even; with ndigits the nearest float with so many digits after the point."},
    {"__trunc__", truncate, 0, 0, "__trunc__()\n--\n\nThe integer that is left when the fraction is cut off."},
    {0},
};

const GetSet float_getset[] = {
    {"real", get_real, .doc = "The real part: the number itself."},
    {"imag", get_imag, .doc = "The imaginary part: 0."},
    {0},
};
