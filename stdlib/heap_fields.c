/* Where the fields of the built-in types are, for heap.layout. A row for each field of a struct, in its order; what
 * follows the struct inline (characters, items, limbs) is the last row, of size 0.
 */
#include "stdlib/heap_walk.h"

typedef struct Field {
    Type *type; /* NULL: the last row */
    const char *name;
    size_t offset, size;
} Field;

#define FIELD(stem, struct_name, field) \
    { &stem##_type, #field, offsetof(struct_name, field), sizeof((struct_name *)0)->field }
#define INLINE(stem, struct_name, field) \
    { &stem##_type, #field, offsetof(struct_name, field), 0 }

static const Field fields[] = {
    FIELD(int, Int, value),
    FIELD(bool, Int, value),
    FIELD(bigint, BigInt, size),
    INLINE(bigint, BigInt, limbs),
    FIELD(float, Float, value),
    FIELD(complex, Complex, re),
    FIELD(complex, Complex, im),
    FIELD(str, Str, length),
    FIELD(str, Str, hash),
    FIELD(str, Str, kind),
    FIELD(str, Str, ascii),
    FIELD(str, Str, interned),
    INLINE(str, Str, data),
    FIELD(bytes, Bytes, length),
    FIELD(bytes, Bytes, hash),
    INLINE(bytes, Bytes, data),
    FIELD(bytearray, ByteArray, length),
    FIELD(bytearray, ByteArray, capacity),
    FIELD(bytearray, ByteArray, data),
    FIELD(bytearray, ByteArray, block),
    FIELD(bytearray, ByteArray, exports),
    FIELD(list, List, length),
    FIELD(list, List, capacity),
    FIELD(list, List, items),
    FIELD(tuple, Tuple, length),
    INLINE(tuple, Tuple, items),
    FIELD(dict, Dict, used),
    FIELD(dict, Dict, keys),
    FIELD(range, Range, start),
    FIELD(range, Range, stop),
    FIELD(range, Range, step),
    FIELD(range, Range, length),
    FIELD(range_iterator, RangeIterator, next),
    FIELD(range_iterator, RangeIterator, step),
    FIELD(range_iterator, RangeIterator, left),
    FIELD(slice, Slice, start),
    FIELD(slice, Slice, stop),
    FIELD(slice, Slice, step),
    FIELD(list_iterator, ListIterator, index),
    FIELD(list_iterator, ListIterator, sequence),
    FIELD(cell, Cell, value),
    FIELD(bound_method, BoundMethod, function),
    FIELD(bound_method, BoundMethod, self),
    FIELD(bound_method, BoundMethod, weaklist),
    FIELD(function, Function, code),
    FIELD(function, Function, globals),
    FIELD(function, Function, builtins),
    FIELD(function, Function, closure),
    FIELD(function, Function, defaults),
    FIELD(function, Function, kwdefaults),
    FIELD(function, Function, name),
    FIELD(function, Function, qualname),
    FIELD(function, Function, doc),
    FIELD(function, Function, module),
    FIELD(function, Function, annotate),
    FIELD(function, Function, annotations),
    FIELD(function, Function, type_params),
    FIELD(function, Function, dict),
    FIELD(function, Function, weaklist),
    FIELD(function, Function, version),
    FIELD(generator, Generator, function),
    FIELD(generator, Generator, code),
    FIELD(generator, Generator, pc),
    FIELD(generator, Generator, state),
    FIELD(generator, Generator, handled),
    FIELD(generator, Generator, name),
    FIELD(generator, Generator, qualname),
    FIELD(generator, Generator, frame),
    FIELD(generator, Generator, weaklist),
    FIELD(generator, Generator, register_count),
    INLINE(generator, Generator, registers),
    {NULL},
};

/* The built-in type whose struct o has: of a class that is derived from one, too. */
static const Type *struct_of(const Object *o) {
    for (const Type *t = o->type; t; t = t->base)
        for (const Field *f = fields; f->type; f++)
            if (f->type == t) return t;
    return NULL;
}

static Object *field_row(const Field *f) {
    Object *numbers = heap_numbers(2, (int64_t[]){(int64_t)f->offset, (int64_t)f->size});
    Object *name = numbers ? str_from_c(f->name) : NULL;
    Object *row = name ? tuple_pack(2, numbers, name) : NULL;
    xdecref(numbers);
    xdecref(name);
    return row;
}

/* [((offset, size), name), ...] from the object's header on. */
Object *heap_fields(Object *self, Object **args, ptrdiff_t nargs) {
    const Type *t = struct_of(args[0]);
    Object *list = list_new(0);
    for (const Field *f = fields; list && f->type; f++) {
        if (f->type != t) continue;
        Object *row = field_row(f);
        if (!row || list_append_steal(list, row) < 0) clear_ref(&list);
    }
    return list;
}
