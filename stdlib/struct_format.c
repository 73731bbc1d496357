/* struct: reading formats, and packing and unpacking by them.
 *
 * A format is a prefix for byte order, size and alignment, and then codes with counts. One value is read or written by
 * native_item.h; for the other byte order its bytes are turned around on the way.
 */
#include "stdlib/struct_format.h"
#include <stdarg.h>
#include <string.h>

Object *struct_error;

void *struct_raise(const char *format, ...) {
    va_list args;
    va_start(args, format);
    Object *message = str_format_v(format, &args);
    va_end(args);
    if (!message) return NULL;
    raise_with((Type *)struct_error, message);
    decref(message);
    return NULL;
}

typedef struct Mode {
    bool native; /* the machine's sizes and alignment */
    bool big;
} Mode;

static bool mode_prefix(char c, Mode *mode) {
    *mode = (Mode){.native = true};
    switch (c) {
    case '@': return true;
    case '=':
    case '<': *mode = (Mode){.native = false}; return true;
    case '>':
    case '!': *mode = (Mode){.big = true}; return true;
    default: return false;
    }
}

/* What a code stands for: fills in native and size. False: no such code. */
static bool field_kind(StructField *f, Mode mode) {
    f->native = f->code;
    switch (f->code) {
    case 'x':
    case 's':
    case 'p':
        f->native = 0;
        f->size = 1;
        return true;
    case 'F':
    case 'D':
        f->native = 0;
        f->size = f->code == 'F' ? 2 * sizeof(float) : 2 * sizeof(double);
        return true;
    case 'l': f->native = mode.native ? 'l' : 'i'; break; /* 4 bytes in the standard sizes */
    case 'L': f->native = mode.native ? 'L' : 'I'; break;
    case 'n':
    case 'N':
    case 'P':
        if (!mode.native) return false;
    }
    f->size = native_item_size(f->native);
    return f->size > 0;
}

static ptrdiff_t alignment_of(const StructField *f, Mode mode) {
    if (!mode.native || f->size == 1) return 1;
    return f->native ? f->size : f->size / 2; /* a complex number is aligned as its parts */
}

static int too_long(void) {
    struct_raise("total struct size too long");
    return -1;
}

/* A count and a code at *p: 1, 0 at the end, -1. */
static int read_field(const char **p, const char *end, Mode mode, StructField *f) {
    const char *s = *p;
    while (s < end && strchr(" \t\n\v\f\r", *s) && *s) s++;
    *p = s;
    if (s == end) return 0;
    *f = (StructField){.count = 1, .swap = mode.big};
    if (*s >= '0' && *s <= '9') {
        f->count = 0;
        for (; s < end && *s >= '0' && *s <= '9'; s++)
            if (__builtin_mul_overflow(f->count, 10, &f->count) ||
                __builtin_add_overflow(f->count, *s - '0', &f->count))
                return too_long();
        if (s == end) {
            struct_raise("repeat count given without format specifier");
            return -1;
        }
    }
    f->code = *s++;
    *p = s;
    if (field_kind(f, mode)) return 1;
    struct_raise("bad char in struct format");
    return -1;
}

static void find_range(StructField *f) {
    f->least = 1;
    f->greatest = 0;
    if (!f->native || strchr("c?efdP", f->native)) return;
    bool no_sign = strchr("BHILQN", f->native) != NULL;
    f->least = no_sign ? 0 : INT64_MIN >> (64 - 8 * f->size);
    f->greatest = INT64_MAX >> (no_sign && f->size < 8 ? 63 - 8 * f->size : no_sign ? 0 : 64 - 8 * f->size);
}

static int add_field(StructFormat *f, StructField *field, Mode mode, ptrdiff_t *room) {
    ptrdiff_t align = alignment_of(field, mode), bytes;
    if (f->size > PTRDIFF_MAX - align) return too_long();
    find_range(field);
    field->offset = (f->size + align - 1) / align * align;
    if (__builtin_mul_overflow(field->count, (ptrdiff_t)field->size, &bytes) ||
        __builtin_add_overflow(field->offset, bytes, &f->size))
        return too_long();
    if (field->code == 's' || field->code == 'p')
        f->items++;
    else if (field->code != 'x')
        f->items += field->count;
    if (f->field_count == *room) {
        *room = *room ? *room * 2 : 4;
        StructField *fields = heap_realloc(f->fields, (size_t)*room * sizeof *fields);
        if (!fields) return raise_memory(), -1;
        f->fields = fields;
    }
    f->fields[f->field_count++] = *field;
    return 0;
}

int struct_format_parse(StructFormat *f, const char *text, size_t n) {
    Mode mode;
    const char *p = text, *end = text + n;
    *f = (StructFormat){.fields = NULL};
    if (mode_prefix(*p, &mode)) p++;
    if (memchr(text, 0, n)) {
        struct_raise("embedded null character");
        return -1;
    }
    StructField field;
    ptrdiff_t room = 0;
    int more;
    while ((more = read_field(&p, end, mode, &field)) > 0) more = add_field(f, &field, mode, &room);
    if (more < 0 || raise_pending()) {
        struct_format_free(f);
        return -1;
    }
    return 0;
}

void struct_format_free(StructFormat *f) {
    heap_free(f->fields);
    *f = (StructFormat){.fields = NULL};
}

/* Packing. */

static void copy_item(uint8_t *to, const uint8_t *from, int size, bool swap) {
    for (int i = 0; i < size; i++) to[i] = from[swap ? size - 1 - i : i];
}

static int range_error(const StructField *f, Object *value) {
    switch (f->native) {
    case 'e':
    case 'f':
    case 'd':
        if (int_check(value)) {
            struct_raise("int too large to convert");
            return -1;
        }
        return raise_int(&exc_OverflowError, "float too large to pack with %c format", f->code);
    case 'c': struct_raise("char format requires a bytes object of length 1"); return -1;
    }
    int bits = 8 * f->size;
    if (strchr("BHILQNP", f->native))
        struct_raise("'%c' format requires 0 <= number <= %zu", f->code, (size_t)(UINT64_MAX >> (64 - bits)));
    else
        struct_raise("'%c' format requires %zd <= number <= %zd", f->code, (ptrdiff_t)(INT64_MIN >> (64 - bits)),
                     (ptrdiff_t)(INT64_MAX >> (64 - bits)));
    return -1;
}

static int type_error(const StructField *f) {
    struct_raise(f->native == 'c'           ? "char format requires a bytes object of length 1"
                 : strchr("efd", f->native) ? "required argument is not a float"
                                            : "required argument is not an integer");
    return -1;
}

/* An int that fits and a float, which most items are, or false. */
static inline bool pack_plain(const StructField *f, uint8_t *to, Object *value) {
    uint64_t word;
    if (value->type == &int_type) {
        int64_t v = ((Int *)value)->value;
        if (v < f->least || v > f->greatest) return false;
        word = (uint64_t)v;
    } else if (value->type == &float_type && f->native == 'd') {
        memcpy(&word, &((Float *)value)->value, 8);
    } else {
        return false;
    }
    if (f->swap) word = __builtin_bswap64(word) >> (64 - 8 * f->size);
    switch (f->size) {
    case 1: *to = (uint8_t)word; break;
    case 2: memcpy(to, &word, 2); break;
    case 4: memcpy(to, &word, 4); break;
    default: memcpy(to, &word, 8);
    }
    return true;
}

static int pack_item(const StructField *f, uint8_t *to, Object *value) {
    if (pack_plain(f, to, value)) return 0;
    uint8_t item[16];
    switch (native_item_write(f->native, item, value)) {
    case NATIVE_OK: break;
    case NATIVE_WRONG_TYPE: return type_error(f);
    case NATIVE_OUT_OF_RANGE: return range_error(f, value);
    case NATIVE_FAILED:
        if (!strchr("efd", f->native)) return -1;
        raise_clear(); /* whatever kept it from being a float */
        return type_error(f);
    }
    copy_item(to, item, f->size, f->swap);
    return 0;
}

static int pack_complex(const StructField *f, uint8_t *to, Object *value) {
    Object *number = str_check(value) ? NULL : object_call1((Object *)&complex_type, value);
    if (!number) {
        raise_clear(); /* whatever kept it from being one */
        struct_raise("required argument is not a complex");
        return -1;
    }
    double parts[2] = {((Complex *)number)->re, ((Complex *)number)->im};
    decref(number);
    for (int i = 0; i < 2; i++) {
        float narrow = (float)parts[i];
        const void *from = f->code == 'F' ? (void *)&narrow : (void *)&parts[i];
        copy_item(to + i * f->size / 2, from, f->size / 2, f->swap);
    }
    return 0;
}

/* s: cut or filled up with zeros. p: the first byte is the length. */
static int pack_bytes(const StructField *f, uint8_t *to, Object *value) {
    if (!bytes_check(value) && !bytearray_check(value)) {
        struct_raise("argument for '%c' must be a bytes object", f->code);
        return -1;
    }
    Buffer b;
    if (buffer_get(value, &b, BUFFER_SIMPLE) < 0) return -1;
    ptrdiff_t room = f->count, n = b.length;
    if (f->code == 'p' && room > 0) {
        room--;
        n = n < room ? n : room;
        *to++ = (uint8_t)(n < 255 ? n : 255);
    }
    memcpy(to, b.data, n < room ? n : room);
    buffer_release(&b);
    return 0;
}

int struct_format_pack(const StructFormat *f, uint8_t *to, Object **values) {
    memset(to, 0, f->size);
    for (ptrdiff_t i = 0; i < f->field_count; i++) {
        const StructField *field = &f->fields[i];
        uint8_t *p = to + field->offset;
        if (field->code == 'x') continue;
        if (field->code == 's' || field->code == 'p') {
            if (pack_bytes(field, p, *values++) < 0) return -1;
            continue;
        }
        for (ptrdiff_t k = 0; k < field->count; k++, p += field->size, values++)
            if ((field->native ? pack_item(field, p, *values) : pack_complex(field, p, *values)) < 0) return -1;
    }
    return 0;
}

/* Unpacking. */

/* An integer: one with a range. */
static inline Object *unpack_integer(const StructField *f, const uint8_t *p) {
    uint64_t word = 0;
    switch (f->size) {
    case 1: word = *p; break;
    case 2: memcpy(&word, p, 2); break;
    case 4: memcpy(&word, p, 4); break;
    default: memcpy(&word, p, 8);
    }
    int unused = 64 - 8 * f->size;
    if (f->swap) word = __builtin_bswap64(word) >> unused;
    if (f->least < 0) return int_from_i64((int64_t)(word << unused) >> unused);
    return word <= INT64_MAX ? int_from_i64((int64_t)word) : int_from_u64(word);
}

static Object *unpack_item(const StructField *f, const uint8_t *p) {
    if (f->least <= f->greatest) return unpack_integer(f, p);
    uint8_t item[16];
    if (f->native) {
        copy_item(item, p, f->size, f->swap);
        return native_item_read(f->native, item);
    }
    double parts[2];
    for (int i = 0; i < 2; i++) {
        copy_item(item, p + i * f->size / 2, f->size / 2, f->swap);
        float narrow;
        memcpy(&narrow, item, sizeof(narrow));
        memcpy(&parts[i], item, sizeof(double));
        if (f->code == 'F') parts[i] = narrow;
    }
    return complex_new(parts[0], parts[1]);
}

static Object *unpack_bytes(const StructField *f, const uint8_t *p) {
    if (f->code == 's' || f->count == 0) return bytes_new(p, f->count);
    ptrdiff_t n = *p < f->count ? *p : f->count - 1;
    return bytes_new(p + 1, n);
}

Object *struct_format_unpack(const StructFormat *f, const uint8_t *from) {
    Object *result = tuple_new(f->items);
    ptrdiff_t at = 0;
    for (ptrdiff_t i = 0; result && i < f->field_count; i++) {
        const StructField *field = &f->fields[i];
        const uint8_t *p = from + field->offset;
        bool bytes = field->code == 's' || field->code == 'p';
        ptrdiff_t n = field->code == 'x' ? 0 : bytes ? 1 : field->count;
        for (ptrdiff_t k = 0; result && k < n; k++, p += field->size) {
            Object *item = bytes ? unpack_bytes(field, p) : unpack_item(field, p);
            if (item)
                tuple_set(result, at++, item);
            else
                clear_ref(&result);
        }
    }
    return result;
}
