/* _struct: values to bytes and back. A Struct is a format that was read once; the functions of the module keep those
 * that they met. */
#include <string.h>
#include "stdlib/struct_format.h"

typedef struct Struct {
    Object base;
    Object *format; /* str, owned; NULL: not initialised */
    StructFormat layout;
    Object *weaklist;
} Struct;

extern Type struct_type, unpack_iterator_type;

static void struct_dealloc(Object *o) {
    Struct *s = (Struct *)o;
    weakref_clear_all(o);
    xdecref(s->format);
    struct_format_free(&s->layout);
    object_free(o);
}

/* A format may be given as bytes; it is ASCII either way. New. */
static Object *format_text(Object *format) {
    if (bytes_check(format)) return codec_decode(((Bytes *)format)->data, bytes_length(format), "ascii", NULL);
    if (!str_check(format))
        return raise_error(&exc_TypeError, "Struct() argument 1 must be a str or bytes object, not %.200T", format);
    if (((Str *)format)->ascii) return newref(format);
    xdecref(codec_encode(format, "ascii", NULL)); /* raises */
    return NULL;
}

static int set_format(Struct *s, Object *format) {
    Object *text = format_text(format);
    if (!text) return -1;
    StructFormat layout;
    if (struct_format_parse(&layout, (const char *)str_data(text), str_length(text)) < 0) {
        decref(text);
        return -1;
    }
    struct_format_free(&s->layout);
    s->layout = layout;
    set_ref(&s->format, text);
    return 0;
}

static Object *struct_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o && type_flag(t, TYPE_GC)) gc_track(o);
    return o;
}

static int struct_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"format", NULL};
    Object *format;
    if (args_bind("Struct", parameters, 1, 1, args, nargs, kwnames, &format) < 0) return -1;
    return set_format((Struct *)o, format);
}

/* The Struct of a format, from the cache. Borrowed from it, so take a reference before anything else runs. */
static Object *cache;
enum { CACHE_SIZE = 100 };

static Struct *struct_of(Object *format) {
    if (!cache && !(cache = dict_new())) return NULL;
    Struct *known = str_check(format) || bytes_check(format) ? (Struct *)dict_get(cache, format) : NULL;
    if (known) return newref(known);
    if (raise_pending()) return NULL;
    Struct *s = (Struct *)object_new(&struct_type);
    if (!s) return NULL;
    if (set_format(s, format) < 0) clear_ref(&s);
    if (s && dict_length(cache) >= CACHE_SIZE) dict_empty(cache);
    if (s && dict_set(cache, format, (Object *)s) < 0) clear_ref(&s);
    return s;
}

static const StructFormat *layout_of(Object *o) {
    Struct *s = (Struct *)o;
    return s->format ? &s->layout : raise_error(&exc_RuntimeError, "Struct object is not initialized");
}

/* The operations, for both Struct objects and formats. */

static Object *pack(const StructFormat *f, Object **values, ptrdiff_t n) {
    if (n != f->items) return struct_raise("pack expected %zd items for packing (got %zd)", f->items, n);
    if (f->size <= 1) { /* rows of no byte and of one are shared */
        uint8_t byte;
        return struct_format_pack(f, &byte, values) < 0 ? NULL : bytes_new(&byte, f->size);
    }
    Object *bytes = bytes_new(NULL, f->size);
    if (!bytes) return NULL;
    if (struct_format_pack(f, ((Bytes *)bytes)->data, values) < 0) clear_ref(&bytes);
    return bytes;
}

/* Checks that `size` bytes at an offset lie in a buffer; counts a negative offset from the end. */
static bool place(ptrdiff_t size, ptrdiff_t length, ptrdiff_t *offset, bool packing) {
    ptrdiff_t given = *offset;
    if (given < 0) {
        if (given + size > 0)
            return struct_raise(packing ? "no space to pack %zd bytes at offset %zd"
                                        : "not enough data to unpack %zd bytes at offset %zd",
                                size, given);
        if (given + length < 0) return struct_raise("offset %zd out of range for %zd-byte buffer", given, length);
        *offset += length;
        return true;
    }
    if (length - given >= size) return true;
    return struct_raise(
        "%s requires a buffer of at least %zu bytes for %s %zd bytes at offset %zd (actual buffer size is %zd)",
        packing ? "pack_into" : "unpack_from", (size_t)size + (size_t)given, packing ? "packing" : "unpacking", size,
        given, length);
}

static Object *pack_into(const StructFormat *f, Object **args, ptrdiff_t nargs) {
    if (nargs < 1) return struct_raise("pack_into expected buffer argument");
    if (nargs < 2) return struct_raise("pack_into expected offset argument");
    if (nargs - 2 != f->items)
        return struct_raise("pack_into expected %zd items for packing (got %zd)", f->items, nargs - 2);
    Buffer b;
    if (!buffer_check(args[0]) || buffer_get(args[0], &b, BUFFER_WRITABLE) < 0) {
        raise_clear();
        return raise_error(&exc_TypeError, "argument must be read-write bytes-like object, not %K", args[0]);
    }
    ptrdiff_t offset = number_as_index(args[1], &exc_IndexError);
    bool done = !(offset == -1 && raise_pending()) && place(f->size, b.length, &offset, true) &&
                struct_format_pack(f, b.data + offset, args + 2) == 0;
    buffer_release(&b);
    return done ? new_none() : NULL;
}

static Object *unpack(const StructFormat *f, Object *data) {
    Buffer b;
    if (buffer_get(data, &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = b.length == f->size ? struct_format_unpack(f, b.data)
                                         : struct_raise("unpack requires a buffer of %zd bytes", f->size);
    buffer_release(&b);
    return result;
}

static Object *unpack_from(const StructFormat *f, Object *data, Object *at) {
    Buffer b;
    ptrdiff_t offset = at ? number_as_index(at, &exc_IndexError) : 0;
    if ((offset == -1 && raise_pending()) || buffer_get(data, &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = place(f->size, b.length, &offset, false) ? struct_format_unpack(f, b.data + offset) : NULL;
    buffer_release(&b);
    return result;
}

/* iter_unpack */

typedef struct UnpackIterator {
    Object base;
    Struct *format; /* owned */
    Buffer buffer;  /* its owner is NULL once exhausted */
    ptrdiff_t at;
} UnpackIterator;

static Object *iter_unpack(Struct *s, Object *data) {
    const StructFormat *f = &s->layout;
    if (f->size == 0) return struct_raise("cannot iteratively unpack with a struct of length 0");
    UnpackIterator *it = (UnpackIterator *)object_new(&unpack_iterator_type);
    if (!it) return NULL;
    it->format = newref(s);
    if (buffer_get(data, &it->buffer, BUFFER_SIMPLE) < 0) {
        it->buffer.owner = NULL;
        decref(it);
        return NULL;
    }
    gc_track(it);
    if (it->buffer.length % f->size == 0) return (Object *)it;
    decref(it);
    return struct_raise("iterative unpacking requires a buffer of a multiple of %zd bytes", f->size);
}

static void unpack_iterator_dealloc(Object *o) {
    UnpackIterator *it = (UnpackIterator *)o;
    gc_untrack(o);
    buffer_release(&it->buffer);
    xdecref(it->format);
    object_free(o);
}

static int unpack_iterator_traverse(Object *o, Visit visit, void *arg) {
    UnpackIterator *it = (UnpackIterator *)o;
    int r = visit_ref((Object *)it->format, visit, arg);
    return r ? r : visit_ref(it->buffer.owner, visit, arg);
}

static Object *unpack_iterator_next(Object *o) {
    UnpackIterator *it = (UnpackIterator *)o;
    if (!it->buffer.owner) return NULL;
    if (it->at >= it->buffer.length) {
        buffer_release(&it->buffer);
        return NULL;
    }
    Object *values = struct_format_unpack(&it->format->layout, it->buffer.data + it->at);
    it->at += it->format->layout.size;
    return values;
}

static Object *unpack_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    UnpackIterator *it = (UnpackIterator *)o;
    return int_from_i64(it->buffer.owner ? (it->buffer.length - it->at) / it->format->layout.size : 0);
}

static const Method unpack_iterator_methods[] = {
    {"__length_hint__", unpack_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many tuples are left."},
    {NULL},
};

Type unpack_iterator_type = {
    .mem = {.name = "_struct.unpack_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(UnpackIterator),
            .dealloc = unpack_iterator_dealloc,
            .traverse = unpack_iterator_traverse},
    .methods = unpack_iterator_methods,
    .iter = iterator_self,
    .next = unpack_iterator_next,
};

/* Struct */

static Object *method_pack(Object *o, Object **args, ptrdiff_t nargs) {
    const StructFormat *f = layout_of(o);
    return f ? pack(f, args, nargs) : NULL;
}

static Object *method_pack_into(Object *o, Object **args, ptrdiff_t nargs) {
    const StructFormat *f = layout_of(o);
    return f ? pack_into(f, args, nargs) : NULL;
}

static Object *method_unpack(Object *o, Object **args, ptrdiff_t nargs) {
    const StructFormat *f = layout_of(o);
    return f ? unpack(f, args[0]) : NULL;
}

static Object *method_unpack_from(Object *o, Object **args, ptrdiff_t nargs) {
    const StructFormat *f = layout_of(o);
    return f ? unpack_from(f, args[0], arg_or_null(args, nargs, 1)) : NULL;
}

static Object *method_iter_unpack(Object *o, Object **args, ptrdiff_t nargs) {
    return layout_of(o) ? iter_unpack((Struct *)o, args[0]) : NULL;
}

static Object *method_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    const StructFormat *f = layout_of(o);
    if (!f) return NULL;
    return int_from_i64((int64_t)(o->type->mem.size + f->field_count * sizeof(StructField)));
}

static Object *struct_repr(Object *o) {
    return layout_of(o) ? str_format("%s(%R)", type_short_name(type_of(o)), ((Struct *)o)->format) : NULL;
}

static Object *get_format(Object *o, void *arg) {
    return layout_of(o) ? newref(((Struct *)o)->format) : NULL;
}

static Object *get_size(Object *o, void *arg) {
    const Struct *s = (Struct *)o;
    return int_from_i64(s->format ? s->layout.size : -1);
}

static const Method struct_methods[] = {
    {"__sizeof__", method_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the object and its fields."},
    {"iter_unpack", method_iter_unpack, 1, 1,
     "iter_unpack(buffer, /)\n--\n\nAn iterator of the tuples in a buffer that holds many."},
    {"pack", method_pack, 0, -1, "pack(*values)\n\nThe values as bytes."},
    {"pack_into", method_pack_into, 0, -1, "pack_into(buffer, offset, *values)\n\nWrites the values into a buffer."},
    {"unpack", method_unpack, 1, 1, "unpack(buffer, /)\n--\n\nThe values in a buffer of just the right size."},
    {"unpack_from", method_unpack_from, 1, 2,
     "unpack_from(buffer, offset=0)\n--\n\nThe values at an offset of a buffer."},
    {NULL},
};

static const GetSet struct_getset[] = {
    {"format", get_format, NULL, "The format."},
    {"size", get_size, NULL, "Bytes of the packed values."},
    {NULL},
};

Type struct_type = {
    .mem = {.name = "_struct.Struct",
            .flags = TYPE_BASE,
            .size = sizeof(Struct),
            .weaklist_offset = offsetof(Struct, weaklist),
            .dealloc = struct_dealloc},
    .doc = "Struct(format)\n--\n\nA format that was read once, to pack and unpack by.",
    .methods = struct_methods,
    .getset = struct_getset,
    .repr = struct_repr,
    .new = struct_new,
    .init = struct_init,
};

/* The functions of the module. */

static Object *module_pack(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return raise_error(&exc_TypeError, "missing format argument");
    Struct *s = struct_of(args[0]);
    Object *result = s ? pack(&s->layout, args + 1, nargs - 1) : NULL;
    xdecref(s);
    return result;
}

static Object *module_pack_into(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return raise_error(&exc_TypeError, "missing format argument");
    Struct *s = struct_of(args[0]);
    Object *result = s ? pack_into(&s->layout, args + 1, nargs - 1) : NULL;
    xdecref(s);
    return result;
}

static Object *module_unpack(Object *self, Object **args, ptrdiff_t nargs) {
    Struct *s = struct_of(args[0]);
    Object *result = s ? unpack(&s->layout, args[1]) : NULL;
    xdecref(s);
    return result;
}

static Object *module_unpack_from(Object *self, Object **args, ptrdiff_t nargs) {
    Struct *s = struct_of(args[0]);
    Object *result = s ? unpack_from(&s->layout, args[1], arg_or_null(args, nargs, 2)) : NULL;
    xdecref(s);
    return result;
}

static Object *module_iter_unpack(Object *self, Object **args, ptrdiff_t nargs) {
    Struct *s = struct_of(args[0]);
    Object *result = s ? iter_unpack(s, args[1]) : NULL;
    xdecref(s);
    return result;
}

static Object *module_calcsize(Object *self, Object **args, ptrdiff_t nargs) {
    Struct *s = struct_of(args[0]);
    Object *result = s ? int_from_i64(s->layout.size) : NULL;
    xdecref(s);
    return result;
}

static Object *module_clearcache(Object *self, Object **args, ptrdiff_t nargs) {
    clear_ref(&cache);
    return new_none();
}

static const Method module_methods[] = {
    {"_clearcache", module_clearcache, 0, 0, "_clearcache()\n--\n\nForgets the formats that were read."},
    {"calcsize", module_calcsize, 1, 1, "calcsize(format, /)\n--\n\nBytes of the values that a format describes."},
    {"iter_unpack", module_iter_unpack, 2, 2,
     "iter_unpack(format, buffer, /)\n--\n\nAn iterator of the tuples in a buffer that holds many."},
    {"pack", module_pack, 0, -1, "pack(format, /, *values)\n\nThe values as bytes."},
    {"pack_into", module_pack_into, 0, -1,
     "pack_into(format, buffer, offset, /, *values)\n\nWrites the values into a buffer."},
    {"unpack", module_unpack, 2, 2, "unpack(format, buffer, /)\n--\n\nThe values in a buffer of just the right size."},
    {"unpack_from", module_unpack_from, 2, 3,
     "unpack_from(format, /, buffer, offset=0)\n--\n\nThe values at an offset of a buffer."},
    {NULL},
};

static int struct_setup(Object *module) {
    if (type_ready(&unpack_iterator_type) < 0 || module_add_type(module, &struct_type) < 0) return -1;
    if (struct_error) return module_add(module, "error", struct_error);
    return (struct_error = module_add_exception(module, "struct.error", &exc_Exception)) ? 0 : -1;
}

static void struct_teardown(void) {
    clear_ref(&cache);
    clear_ref(&struct_error);
}

const ModuleSpec _struct_module = {
    .name = "_struct",
    .doc = "Values to bytes and back, as a format of single letters describes them:\n\n"
           "  @ = < > !   byte order, size and alignment (native; native order; little-endian; big-endian; network)\n"
           "  x c b B ? h H i I l L q Q n N   padding, char, integers of 1, 1, 1, 2, 4, 4 or 8, 8 bytes\n"
           "  e f d F D s p P                 half, float, double, complex, bytes, counted bytes, address\n",
    .methods = module_methods,
    .setup = struct_setup,
    .teardown = struct_teardown,
};
