/* binascii: bytes as base64 and hexadecimal text, and checksums. */
#include <ctype.h>
#include <string.h>
#include <zlib.h>

#include "interp/object/byte_methods.h"
#include "stdlib/binascii_parts.h"

Object *binascii_error;

int binascii_take(Object *o, Buffer *b) {
    if (str_check(o)) {
        if (!((Str *)o)->ascii)
            return raise_int(&exc_ValueError, "string argument should contain only ASCII characters");
        *b = (Buffer){.data = str_data(o), .length = str_length(o)};
        return 0;
    }
    if (buffer_check(o)) return buffer_get(o, b, BUFFER_SIMPLE);
    return raise_int(&exc_TypeError, "argument should be bytes, buffer or ASCII string, not '%T'", o);
}

static int truth(Object **args, ptrdiff_t nargs, ptrdiff_t i, bool otherwise) {
    Object *o = arg_or_null(args, nargs, i);
    return o ? object_truth(o) : otherwise;
}

/* --- base64 --- */

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

enum { NO_DIGIT = 255 };
static uint8_t base64_values[256]; /* filled in by setup */

static Object *b2a_base64(Object *self, Object **args, ptrdiff_t nargs) {
    int newline = truth(args, nargs, 1, true);
    Buffer b;
    if (newline < 0 || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    ptrdiff_t groups = (b.length + 2) / 3;
    Object *result = b.length < PTRDIFF_MAX / 2 ? bytes_new(NULL, groups * 4 + newline) : raise_memory();
    if (result) {
        uint8_t *to = ((Bytes *)result)->data;
        const uint8_t *from = b.data;
        ptrdiff_t left = b.length;
        for (; left > 0; left -= 3, from += 3) {
            uint32_t bits = (uint32_t)from[0] << 16 | (left > 1 ? from[1] << 8 : 0) | (left > 2 ? from[2] : 0);
            *to++ = (uint8_t)base64_digits[bits >> 18];
            *to++ = (uint8_t)base64_digits[bits >> 12 & 63];
            *to++ = left > 1 ? (uint8_t)base64_digits[bits >> 6 & 63] : '=';
            *to++ = left > 2 ? (uint8_t)base64_digits[bits & 63] : '=';
        }
        if (newline) *to = '\n';
    }
    buffer_release(&b);
    return result;
}

/* What was read of a group of four digits: its bits so far, how many digits, and the padding behind them. */
typedef struct Group {
    uint32_t bits;
    int digits, pads;
} Group;

/* What strict mode says about the character at i; NULL: nothing. */
static const char *objection(const Group *g, uint8_t c, ptrdiff_t i) {
    bool closed = g->pads && g->digits + g->pads == 4;
    if (c == '=') {
        if (i == 0) return "Leading padding not allowed";
        return g->digits == 0 || closed ? "Excess padding not allowed" : NULL;
    }
    if (base64_values[c] == NO_DIGIT) return "Only base64 data is allowed";
    return closed ? "Excess data after padding" : g->pads ? "Discontinuous padding not allowed" : NULL;
}

static Object *raise_single(ptrdiff_t bytes) {
    return raise_error(
        (Type *)binascii_error,
        "Invalid base64-encoded string: number of data characters (%zd) cannot be 1 more than a multiple "
        "of 4",
        bytes / 3 * 4 + 1);
}

/* Writes to `to`, which has room, and returns how many bytes; -1: an exception. Characters that are no digits are
 * skipped, and padding only counts at the end, unless `strict`. */
static ptrdiff_t decode_base64(const Buffer *b, bool strict, uint8_t *to) {
    const uint8_t *s = b->data, *start = to;
    Group g = {0};
    for (ptrdiff_t i = 0; i < b->length; i++) {
        if (g.digits == 0 && g.pads == 0) { /* whole groups at once */
            for (; i + 4 <= b->length; i += 4, to += 3) {
                uint8_t p = base64_values[s[i]], q = base64_values[s[i + 1]];
                uint8_t r = base64_values[s[i + 2]], t = base64_values[s[i + 3]];
                if ((p | q | r | t) & 0x80) break;
                to[0] = (uint8_t)(p << 2 | q >> 4);
                to[1] = (uint8_t)(q << 4 | r >> 2);
                to[2] = (uint8_t)(r << 6 | t);
            }
            if (i == b->length) break;
        }
        const char *problem = strict ? objection(&g, s[i], i) : NULL;
        if (problem) return binascii_raise(problem), -1;
        if (s[i] == '=') {
            if (strict && g.digits == 1) return raise_single(to - start), -1;
            if (g.digits >= 2) g.pads++;
            continue;
        }
        uint8_t value = base64_values[s[i]];
        if (value == NO_DIGIT) continue;
        g.bits = g.bits << 6 | value;
        g.pads = 0;
        g.digits = (g.digits + 1) % 4;
        if (g.digits == 2) *to++ = (uint8_t)(g.bits >> 4);
        if (g.digits == 3) *to++ = (uint8_t)(g.bits >> 2);
        if (g.digits == 0) *to++ = (uint8_t)g.bits;
    }
    if (g.digits == 1) return raise_single(to - start), -1;
    if (g.digits && g.digits + g.pads < 4) return binascii_raise("Incorrect padding"), -1;
    return to - start;
}

static Object *a2b_base64(Object *self, Object **args, ptrdiff_t nargs) {
    int strict = truth(args, nargs, 1, false);
    Buffer b;
    if (strict < 0 || binascii_take(args[0], &b) < 0) return NULL;
    ByteWriter w = byte_writer_new();
    uint8_t *to = byte_writer_room(&w, b.length / 4 * 3 + 3);
    ptrdiff_t n = to ? decode_base64(&b, strict, to) : -1;
    buffer_release(&b);
    if (n < 0) {
        byte_writer_drop(&w);
        return NULL;
    }
    w.length = n;
    return byte_writer_finish(&w);
}

/* --- hexadecimal --- */

int binascii_hex_value(uint8_t c) {
    return isxdigit(c) ? (c & 15) + (c >> 6) * 9 : -1;
}

static Object *hexlify(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *text =
        byte_hex_text(text_of(b.data, b.length, 1), arg_or_null(args, nargs, 1), arg_or_null(args, nargs, 2));
    buffer_release(&b);
    Object *result = text ? bytes_new(str_data(text), str_length(text)) : NULL;
    xdecref(text);
    return result;
}

static Object *unhex(const Buffer *b) {
    if (b->length % 2) return binascii_raise("Odd-length string");
    Object *result = bytes_new(NULL, b->length / 2);
    for (ptrdiff_t i = 0; result && i < b->length; i += 2) {
        int high = binascii_hex_value(b->data[i]), low = binascii_hex_value(b->data[i + 1]);
        if (high < 0 || low < 0) {
            decref(result);
            return binascii_raise("Non-hexadecimal digit found");
        }
        ((Bytes *)result)->data[i / 2] = (uint8_t)(high << 4 | low);
    }
    return result;
}

static Object *unhexlify(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (binascii_take(args[0], &b) < 0) return NULL;
    Object *result = unhex(&b);
    buffer_release(&b);
    return result;
}

/* --- checksums --- */

/* The low 32 bits of an int of any size. */
static int take_start(Object *o, uint32_t *start) {
    Object *mask = int_from_i64(UINT32_MAX), *low = NULL;
    Object *index = mask ? number_index(o) : NULL;
    if (index) low = int_binary(index, mask, BIN_AND);
    if (low) *start = (uint32_t)int_as_i64(low);
    int status = low ? 0 : -1;
    xdecref(mask);
    xdecref(index);
    xdecref(low);
    return status;
}

static Object *crc32_of(Object *self, Object **args, ptrdiff_t nargs) {
    uint32_t crc = 0;
    Buffer b;
    if ((nargs > 1 && take_start(args[1], &crc) < 0) || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    crc = (uint32_t)crc32_z(crc, b.data, (size_t)b.length);
    buffer_release(&b);
    return int_from_i64(crc);
}

/* CRC-CCITT, x**16 + x**12 + x**5 + 1, as BinHex 4 has it. */
static Object *crc_hqx(Object *self, Object **args, ptrdiff_t nargs) {
    uint32_t crc = 0;
    Buffer b;
    if (take_start(args[1], &crc) < 0 || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    crc &= 0xffff;
    for (ptrdiff_t i = 0; i < b.length; i++) {
        crc ^= (uint32_t)b.data[i] << 8;
        for (int bit = 0; bit < 8; bit++) crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
    }
    buffer_release(&b);
    return int_from_i64(crc);
}

/* --- the module --- */

static const Method methods[] = {
    {"a2b_base64", a2b_base64, 1, 1,
     "a2b_base64($module, data, /, *, strict_mode=False)\n--\n\nThe bytes that a text in base64 stands for."},
    {"a2b_hex", unhexlify, 1, 1, "a2b_hex(hexstr, /)\n--\n\nThe bytes that hexadecimal digits stand for."},
    {"a2b_qp", binascii_a2b_qp, 1, 2,
     "a2b_qp($module, /, data, header=False)\n--\n\nThe bytes that a quoted-printable text stands for."},
    {"a2b_uu", binascii_a2b_uu, 1, 1, "a2b_uu(data, /)\n--\n\nThe bytes that a line of uuencoded text stands for."},
    {"b2a_base64", b2a_base64, 1, 1,
     "b2a_base64($module, data, /, *, newline=True)\n--\n\nBytes as base64, in one line."},
    {"b2a_hex", hexlify, 1, 3,
     "b2a_hex($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)\n--\n\nBytes as hexadecimal digits, perhaps "
     "with "
     "separators between groups."},
    {"b2a_qp", binascii_b2a_qp, 1, 4,
     "b2a_qp($module, /, data, quotetabs=False, istext=True, header=False)\n--\n\nBytes as quoted-printable text."},
    {"b2a_uu", binascii_b2a_uu, 1, 1, "b2a_uu($module, data, /, *, backtick=False)\n--\n\nBytes as a uuencoded line."},
    {"crc32", crc32_of, 1, 2, "crc32(data, crc=0, /)\n--\n\nThe CRC-32 checksum, going on from crc."},
    {"crc_hqx", crc_hqx, 2, 2, "crc_hqx(data, crc, /)\n--\n\nThe CRC-CCITT checksum, going on from crc."},
    {"hexlify", hexlify, 1, 3,
     "hexlify($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)\n--\n\nThe same as b2a_hex."},
    {"unhexlify", unhexlify, 1, 1, "unhexlify(hexstr, /)\n--\n\nThe same as a2b_hex."},
    {0},
};

static int setup(Object *m) {
    memset(base64_values, NO_DIGIT, sizeof base64_values);
    for (int i = 0; i < 64; i++) base64_values[(uint8_t)base64_digits[i]] = (uint8_t)i;
    clear_ref(&binascii_error);
    if (!(binascii_error = module_add_exception(m, "binascii.Error", &exc_ValueError))) return -1;
    Object *incomplete = module_add_exception(m, "binascii.Incomplete", &exc_Exception);
    xdecref(incomplete);
    return incomplete ? 0 : -1;
}

static void teardown(void) {
    clear_ref(&binascii_error);
}

const ModuleSpec binascii_module = {
    .name = "binascii",
    .doc = "Conversions between bytes and their ASCII forms.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
