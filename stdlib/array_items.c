/* array: the items, by type code. Reading is the same for all numbers (native_item.h); writing has a message of its own
 * for nearly every code, which the tables here spell out. */
#include <string.h>
#include "stdlib/array_parts.h"

/* The message names the C type that the value is read as: for two codes that is a wider one than their own. */
static int out_of_range(const ItemKind *k, int64_t v, const char *what) {
    bool beyond = (k->code == 'b' && v != (int16_t)v) || (k->code == 'H' && v != (int32_t)v);
    const char *name = !beyond ? k->name : k->code == 'b' ? "signed short integer" : "signed integer";
    return raise_int(&exc_OverflowError, "%s is %s", name, what);
}

/* Codes up to int are converted to a C long first, which has a message too. */
static int as_long(Object *value, int64_t *v) {
    Object *number = number_index(value);
    if (!number) return -1;
    bool fits = int_fits_i64(number, v);
    decref(number);
    return fits ? 0 : raise_int(&exc_OverflowError, "Python int too large to convert to C long");
}

static int write_signed(const ItemKind *k, uint8_t *p, Object *value) {
    int64_t v, most = (int64_t)(UINT64_MAX >> (65 - 8 * k->size));
    if (as_long(value, &v) < 0) return -1;
    if (v < -most - 1) return out_of_range(k, v, "less than minimum");
    if (v > most) return out_of_range(k, v, "greater than maximum");
    memcpy(p, &v, k->size);
    return 0;
}

static int write_unsigned(const ItemKind *k, uint8_t *p, Object *value) {
    int64_t v;
    if (as_long(value, &v) < 0) return -1;
    if (v < 0) return out_of_range(k, v, "less than minimum");
    if (v >> 8 * k->size) return out_of_range(k, v, "greater than maximum");
    memcpy(p, &v, k->size);
    return 0;
}

static int write_wide(const ItemKind *k, uint8_t *p, Object *value) {
    Object *number = number_index(value);
    if (!number) return -1;
    int result = 0;
    if (native_item_write(k->code, p, number) != NATIVE_OK) {
        bool is_signed = k->code == 'q', negative = int_sign(number) < 0;
        result = raise_int(&exc_OverflowError, negative && !is_signed ? "can't convert negative int to unsigned"
                                                                      : "int too big to convert");
    }
    decref(number);
    return result;
}

static int write_unsigned_long(const ItemKind *k, uint8_t *p, Object *value) {
    Object *number = number_index(value);
    if (!number) return -1;
    int result = 0;
    if (int_sign(number) < 0) {
        result = raise_int(&exc_OverflowError, "can't convert negative value to unsigned int");
    } else {
        uint64_t v = int_as_u64(number);
        if (v == UINT64_MAX && raise_pending()) {
            raise_clear();
            result = raise_int(&exc_OverflowError, "Python int too large to convert to C unsigned long");
        } else if (k->size < 8 && v >> 8 * k->size) {
            result = out_of_range(k, (int64_t)v, "greater than maximum");
        }
        memcpy(p, &v, k->size);
    }
    decref(number);
    return result;
}

static int write_float(const ItemKind *k, uint8_t *p, Object *value) {
    double d = float_as_double(value);
    if (d == -1.0 && raise_pending()) return -1;
    if (k->code == 'd') {
        memcpy(p, &d, sizeof(d));
    } else {
        float f = (float)d;
        memcpy(p, &f, sizeof(f));
    }
    return 0;
}

static int write_char(const ItemKind *k, uint8_t *p, Object *value) {
    if (!str_check(value)) return raise_int(&exc_TypeError, "array item must be a unicode character, not %Q", value);
    if (str_length(value) != 1)
        return raise_int(&exc_TypeError, "array item must be a unicode character, not a string of length %zd",
                         str_length(value));
    uint32_t c = str_at((Str *)value, 0);
    memcpy(p, &c, 4);
    return 0;
}

/* The machine formats number the layouts that a pickle may come from; these are ours, little-endian and 64-bit. */
const ItemKind array_kinds[] = {
    {'b', 1, false, "b", write_signed, "signed char", 1},
    {'B', 1, false, "B", write_unsigned, "unsigned byte integer", 0},
    {'u', 4, true, "w", write_char, NULL, 20},
    {'w', 4, true, "w", write_char, NULL, 20},
    {'h', 2, false, "h", write_signed, "signed short integer", 4},
    {'H', 2, false, "H", write_unsigned, "unsigned short", 2},
    {'i', 4, false, "i", write_signed, "signed integer", 8},
    {'I', 4, false, "I", write_unsigned_long, "unsigned int", 6},
    {'l', 8, false, "l", write_signed, "signed integer", 12},
    {'L', 8, false, "L", write_unsigned_long, "unsigned int", 10},
    {'q', 8, false, "q", write_wide, NULL, 12},
    {'Q', 8, false, "Q", write_wide, NULL, 10},
    {'f', 4, false, "f", write_float, NULL, 14},
    {'d', 8, false, "d", write_float, NULL, 16},
};
const int array_kind_count = sizeof(array_kinds) / sizeof(*array_kinds);

const ItemKind *array_kind(uint32_t code) {
    for (int i = 0; i < array_kind_count; i++)
        if ((uint8_t)array_kinds[i].code == code) return &array_kinds[i];
    return NULL;
}

Object *array_item_read(const ItemKind *k, const uint8_t *p) {
    if (!k->text) return native_item_read(k->code, p);
    uint32_t c;
    memcpy(&c, p, 4);
    if (c > 0x10ffff && k->code == 'w') return raise_error(&exc_ValueError, "chr() arg not in range(0x110000)");
    if (c > 0x10ffff) return raise_error(&exc_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c);
    return str_from_char(c);
}

/* Pickles: the bytes of another machine's items, by machine format. */
typedef struct MachineFormat {
    char code; /* of the kind here that holds the same values */
    int size;
    bool big_endian;
    bool floating, text;
} MachineFormat;

static const MachineFormat machine_formats[] = {
    {'B', 1},
    {'b', 1},
    {'H', 2},
    {'H', 2, true},
    {'h', 2},
    {'h', 2, true},
    {'I', 4},
    {'I', 4, true},
    {'i', 4},
    {'i', 4, true},
    {'L', 8},
    {'L', 8, true},
    {'l', 8},
    {'l', 8, true},
    {'f', 4, false, true},
    {'f', 4, true, true},
    {'d', 8, false, true},
    {'d', 8, true, true},
    {'u', 2, false, false, true},
    {'u', 2, true, false, true},
    {'w', 4, false, false, true},
    {'w', 4, true, false, true},
};
enum { MACHINE_FORMATS = sizeof(machine_formats) / sizeof(*machine_formats) };

static Object *from_text(Type *t, const ItemKind *kind, const MachineFormat *f, Object *bytes) {
    const char *encodings[2][2] = {{"utf-16-le", "utf-16-be"}, {"utf-32-le", "utf-32-be"}};
    Object *text =
        codec_decode(((Bytes *)bytes)->data, bytes_length(bytes), encodings[f->size == 4][f->big_endian], NULL);
    if (!text) return NULL;
    Array *a = array_make(t, kind, 0);
    if (a && array_append_text(a, text) < 0) clear_ref(&a);
    decref(text);
    return (Object *)a;
}

Object *array_reconstruct(Object *module, Object **args, ptrdiff_t nargs) {
    if (!has_flag(args[0], TYPE_TYPE))
        return raise_error(&exc_TypeError, "first argument must be a type object, not %T", args[0]);
    Type *t = (Type *)args[0];
    if (!type_is_subtype(t, &array_type))
        return raise_error(&exc_TypeError, "%.200s is not a subtype of array.array", t->mem.name);
    if (!str_check(args[1]) || str_length(args[1]) != 1)
        return raise_error(&exc_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %K",
                           args[1]);
    const ItemKind *kind = array_kind(str_at((Str *)args[1], 0));
    if (!kind) return raise_error(&exc_ValueError, "second argument must be a valid type code");
    ptrdiff_t format = number_as_index(args[2], &exc_OverflowError);
    if (format == -1 && raise_pending()) return NULL;
    if (format < 0 || format >= MACHINE_FORMATS)
        return raise_error(&exc_ValueError, "third argument must be a valid machine format code.");
    if (!bytes_check(args[3]))
        return raise_error(&exc_TypeError, "fourth argument should be bytes, not %.200T", args[3]);
    const MachineFormat *f = &machine_formats[format];
    if (bytes_length(args[3]) % f->size)
        return raise_error(&exc_ValueError, "bytes length not a multiple of item size");
    if (f->text) return from_text(t, kind, f, args[3]);
    if (kind->machine_format / 2 * 2 != format / 2 * 2 || kind->size != f->size) kind = array_kind((uint8_t)f->code);
    ptrdiff_t n = bytes_length(args[3]) / f->size;
    Array *a = array_make(t, kind, n);
    if (!a) return NULL;
    const uint8_t *from = ((Bytes *)args[3])->data;
    for (ptrdiff_t i = 0; i < n * f->size; i++) {
        ptrdiff_t byte = i % f->size;
        a->items[i] = from[f->big_endian ? i - byte + f->size - 1 - byte : i];
    }
    return (Object *)a;
}
