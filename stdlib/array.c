/* array: rows of C values. The type, its operators, and the module. */
#include <string.h>
#include "stdlib/array_parts.h"

static uint8_t nothing[8]; /* the items of an array without a block */

/* A block for exactly `capacity` items. */
static int set_capacity(Array *a, ptrdiff_t capacity) {
    if (capacity == 0) {
        if (a->capacity) heap_free(a->items);
        a->items = nothing;
    } else {
        if (capacity > PTRDIFF_MAX / a->kind->size) return raise_memory(), -1;
        uint8_t *items = heap_realloc(a->capacity ? a->items : NULL, (size_t)capacity * a->kind->size);
        if (!items) return raise_memory(), -1;
        a->items = items;
    }
    a->capacity = capacity;
    return 0;
}

Array *array_make(Type *t, const ItemKind *kind, ptrdiff_t n) {
    Array *a = (Array *)object_new(t);
    if (!a) return NULL;
    a->kind = kind;
    a->items = nothing;
    if (set_capacity(a, n) < 0) {
        decref(a);
        return NULL;
    }
    a->length = n;
    if (type_flag(t, TYPE_GC)) gc_track(a);
    return a;
}

int array_resize(Array *a, ptrdiff_t n) {
    if (a->exports && n != a->length)
        return raise_int(&exc_BufferError, "cannot resize an array that is exporting buffers");
    if (n <= a->capacity && n > a->capacity / 4) {
        a->length = n;
        return 0;
    }
    if (n >= PTRDIFF_MAX / 2) return raise_memory(), -1;
    if (set_capacity(a, n ? n + (n >> 4) + (a->length < 8 ? 3 : 7) : 0) < 0) return -1;
    a->length = n;
    return 0;
}

static void array_dealloc(Object *o) {
    Array *a = (Array *)o;
    weakref_clear_all(o);
    if (a->capacity) heap_free(a->items);
    object_free(o);
}

/* The value is converted first: its __index__ may change the array. */
int array_append(Array *a, Object *value) {
    uint8_t item[8];
    if (a->kind->write(a->kind, item, value) < 0 || array_resize(a, a->length + 1) < 0) return -1;
    memcpy(array_at(a, a->length - 1), item, a->kind->size);
    return 0;
}

int array_append_text(Array *a, Object *str) {
    ptrdiff_t old = a->length, n = str_length(str);
    if (array_resize(a, old + n) < 0) return -1;
    for (ptrdiff_t i = 0; i < n; i++) {
        uint32_t c = str_at((Str *)str, i);
        memcpy(array_at(a, old + i), &c, 4);
    }
    return 0;
}

int array_append_bytes(Array *a, Object *bytes) {
    Buffer b;
    if (buffer_get(bytes, &b, BUFFER_SIMPLE) < 0) return -1;
    int result = -1;
    ptrdiff_t old = a->length, n = b.length / a->kind->size;
    if (b.length % a->kind->size) {
        raise_error(&exc_ValueError, "bytes length not a multiple of item size");
    } else if (n == 0 || array_resize(a, old + n) == 0) {
        memcpy(array_at(a, old), b.data, b.length);
        result = 0;
    }
    buffer_release(&b);
    return result;
}

/* Replaces items[start:end] by n others, which are no part of the array. */
int array_splice(Array *a, ptrdiff_t start, ptrdiff_t end, const uint8_t *items, ptrdiff_t n) {
    ptrdiff_t growth = n - (end - start), tail = a->length - end;
    if (growth && a->exports) return raise_int(&exc_BufferError, "cannot resize an array that is exporting buffers");
    if (growth > 0 && array_resize(a, a->length + growth) < 0) return -1;
    memmove(array_at(a, end + growth), array_at(a, end), (size_t)tail * a->kind->size);
    if (growth < 0 && array_resize(a, a->length + growth) < 0) return -1;
    if (n) memcpy(array_at(a, start), items, (size_t)n * a->kind->size);
    return 0;
}

static int extend_with_array(Array *a, const Array *b) {
    if (a->kind != b->kind) return raise_int(&exc_TypeError, "can only extend with array of same kind");
    ptrdiff_t old = a->length, n = b->length; /* b may be a */
    if (n == 0) return 0;
    if (n > PTRDIFF_MAX - old) return raise_memory(), -1;
    if (array_resize(a, old + n) < 0) return -1;
    memcpy(array_at(a, old), b->items, (size_t)n * a->kind->size);
    return 0;
}

int array_extend(Array *a, Object *iterable) {
    if (array_check(iterable)) return extend_with_array(a, (Array *)iterable);
    Object *iterator = object_iter(iterable);
    if (!iterator) return -1;
    int result = 0;
    for (Object *item; result == 0 && (item = object_next(iterator));) {
        result = array_append(a, item);
        decref(item);
    }
    decref(iterator);
    return result < 0 || raise_pending() ? -1 : 0;
}

/* Construction. */

static const ItemKind *kind_from(Object *code) {
    if (!str_check(code))
        return raise_error(&exc_TypeError, "array() argument 1 must be a unicode character, not %K", code);
    if (str_length(code) != 1)
        return raise_error(&exc_TypeError, "array() argument 1 must be a unicode character, not a string of length %zd",
                           str_length(code));
    const ItemKind *kind = array_kind(str_at((Str *)code, 0));
    return kind ? kind
                : raise_error(&exc_ValueError, "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
}

static int fill(Array *a, Object *from) {
    if ((list_check(from) || tuple_check(from)) && set_capacity(a, sequence_size(from)) < 0) return -1;
    if (str_check(from)) return array_append_text(a, from);
    if (bytes_check(from) || bytearray_check(from)) return array_append_bytes(a, from);
    if (!array_check(from) || ((Array *)from)->kind == a->kind) return array_extend(a, from);
    const Array *b = (Array *)from;
    for (ptrdiff_t i = 0; i < b->length; i++) {
        Object *item = array_item_read(b->kind, array_at(b, i));
        int result = item ? array_append(a, item) : -1;
        xdecref(item);
        if (result < 0) return -1;
    }
    return 0;
}

static Object *array_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (t == &array_type && args_no_keywords("array.array", kwnames) < 0) return NULL;
    if (nargs < 1) return raise_error(&exc_TypeError, "array() takes at least 1 argument (%zd given)", nargs);
    if (nargs > 2) return raise_error(&exc_TypeError, "array() takes at most 2 arguments (%zd given)", nargs);
    const ItemKind *kind = kind_from(args[0]);
    if (!kind) return NULL;
    if (kind->code == 'u' && raise_warning(&exc_DeprecationWarning, 1,
                                           "The 'u' type code is deprecated and will be removed in Python 3.16") < 0)
        return NULL;
    Object *from = nargs > 1 ? args[1] : NULL;
    if (from && !kind->text && str_check(from))
        return raise_error(&exc_TypeError, "cannot use a str to initialize an array with typecode '%c'", kind->code);
    if (from && !kind->text && array_check(from) && ((Array *)from)->kind->text)
        return raise_error(&exc_TypeError, "cannot use a unicode array to initialize an array with typecode '%c'",
                           kind->code);
    Array *a = array_make(t, kind, 0);
    if (a && from && fill(a, from) < 0) clear_ref(&a);
    return (Object *)a;
}

/* Operators. */

static ptrdiff_t array_length(Object *o) {
    return ((Array *)o)->length;
}

Object *array_text(const Array *a) {
    if (a->kind->code == 'w') return codec_decode(a->items, a->length * 4, "utf-32-le", NULL);
    const uint32_t *chars = (const uint32_t *)a->items;
    for (ptrdiff_t i = 0; i < a->length; i++)
        if (chars[i] > 0x10ffff) return array_item_read(a->kind, (const uint8_t *)(chars + i)); /* raises */
    return str_from_ucs4(chars, a->length);
}

static Object *array_repr(Object *o) {
    const Array *a = (Array *)o;
    if (a->length == 0) return str_format("%s('%c')", type_short_name(type_of(o)), a->kind->code);
    Object *items = a->kind->text ? array_text(a) : sequence_list(o);
    if (!items) return NULL;
    Object *text = str_format("%s('%c', %R)", type_short_name(type_of(o)), a->kind->code, items);
    decref(items);
    return text;
}

static bool answer(int order, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

/* Items may be of different kinds, so they are compared as objects, up to the first that differ. */
static Object *array_compare(Object *x, Object *y, enum CompareOp op) {
    if (!array_check(x) || !array_check(y)) return newref(NOT_IMPLEMENTED);
    const Array *a = (Array *)x, *b = (Array *)y;
    if (a->length != b->length && (op == CMP_EQ || op == CMP_NE)) return new_bool(op == CMP_NE);
    if (a->kind == b->kind && a->kind->code != 'f' && a->kind->code != 'd' && (op == CMP_EQ || op == CMP_NE))
        return new_bool((memcmp(a->items, b->items, (size_t)a->length * a->kind->size) == 0) == (op == CMP_EQ));
    for (ptrdiff_t i = 0; i < a->length && i < b->length; i++) {
        Object *v = array_item_read(a->kind, array_at(a, i)), *w = v ? array_item_read(b->kind, array_at(b, i)) : NULL;
        int equal = w ? object_compare_bool(v, w, CMP_EQ) : -1;
        Object *result = equal                          ? NULL
                         : op == CMP_EQ || op == CMP_NE ? new_bool(op == CMP_NE)
                                                        : object_compare(v, w, op);
        xdecref(v);
        xdecref(w);
        if (equal != 1) return result;
    }
    return new_bool(answer(a->length < b->length ? -1 : a->length > b->length, op));
}

static Object *array_get_item(Object *o, Object *key) {
    const Array *a = (Array *)o;
    if (key->type->to_index) {
        ptrdiff_t i = number_as_index(key, &exc_IndexError);
        if (i == -1 && raise_pending()) return NULL;
        if (i < 0) i += a->length;
        if (i < 0 || i >= a->length) return raise_error(&exc_IndexError, "array index out of range");
        return array_item_read(a->kind, array_at(a, i));
    }
    if (key->type != &slice_type) return raise_error(&exc_TypeError, "array indices must be integers");
    ptrdiff_t start, stop, step;
    if (slice_unpack(key, &start, &stop, &step) < 0) return NULL;
    ptrdiff_t n = slice_adjust(a->length, &start, &stop, step);
    Array *part = array_make(&array_type, a->kind, n);
    if (!part) return NULL;
    if (step == 1)
        memcpy(part->items, array_at(a, start), (size_t)n * a->kind->size);
    else
        for (ptrdiff_t i = 0; i < n; i++) memcpy(array_at(part, i), array_at(a, start + i * step), a->kind->size);
    return (Object *)part;
}

/* Deletes n items at start, start + step, ... */
static int delete_steps(Array *a, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    if (n == 0) return 0;
    if (a->exports) return raise_int(&exc_BufferError, "cannot resize an array that is exporting buffers");
    if (step < 0) {
        start += (n - 1) * step;
        step = -step;
    }
    ptrdiff_t to = start, left = n;
    for (ptrdiff_t i = start; i < a->length; i++) {
        if (left && (i - start) % step == 0)
            left--;
        else
            memmove(array_at(a, to++), array_at(a, i), a->kind->size);
    }
    return array_resize(a, a->length - n);
}

static int set_slice(Array *a, Object *key, Object *value) {
    ptrdiff_t start, stop, step;
    if (value && !array_check(value))
        return raise_int(&exc_TypeError, "can only assign array (not \"%.200T\") to array slice", value);
    if (value && ((Array *)value)->kind != a->kind)
        return raise_int(&exc_TypeError, "bad argument type for built-in operation");
    if (slice_unpack(key, &start, &stop, &step) < 0) return -1;
    ptrdiff_t n = slice_adjust(a->length, &start, &stop, step);
    if (!value) return step == 1 ? array_splice(a, start, start + n, NULL, 0) : delete_steps(a, start, step, n);
    Array *from = (Array *)value, *copy = NULL;
    if (from == a) {
        copy = array_make(&array_type, a->kind, a->length);
        if (!copy) return -1;
        memcpy(copy->items, a->items, (size_t)a->length * a->kind->size);
        from = copy;
    }
    int result = 0;
    if (step == 1)
        result = array_splice(a, start, start + n, from->items, from->length);
    else if (from->length != n)
        result = raise_int(&exc_ValueError, "attempt to assign array of size %zd to extended slice of size %zd",
                           from->length, n);
    else
        for (ptrdiff_t i = 0; i < n; i++) memcpy(array_at(a, start + i * step), array_at(from, i), a->kind->size);
    xdecref(copy);
    return result;
}

static int array_set_item(Object *o, Object *key, Object *value) {
    Array *a = (Array *)o;
    if (key->type == &slice_type) return set_slice(a, key, value);
    if (!key->type->to_index) return raise_int(&exc_TypeError, "array indices must be integers");
    ptrdiff_t i = number_as_index(key, &exc_IndexError);
    if (i == -1 && raise_pending()) return -1;
    if (i < 0) i += a->length;
    if (i < 0 || i >= a->length) return raise_int(&exc_IndexError, "array assignment index out of range");
    if (!value) return array_splice(a, i, i + 1, NULL, 0);
    uint8_t item[8];
    if (a->kind->write(a->kind, item, value) < 0) return -1;
    if (i >= a->length) return raise_int(&exc_IndexError, "array assignment index out of range"); /* __index__ cut it */
    memcpy(array_at(a, i), item, a->kind->size);
    return 0;
}

static int array_contains(Object *o, Object *value) {
    const Array *a = (Array *)o;
    for (ptrdiff_t i = 0; i < a->length; i++) {
        Object *item = array_item_read(a->kind, array_at(a, i));
        int equal = item ? object_equal(item, value) : -1;
        xdecref(item);
        if (equal) return equal;
    }
    return 0;
}

static Object *array_concat(Object *x, Object *y) {
    const Array *a = (Array *)x, *b = (Array *)y;
    if (!array_check(y)) return raise_error(&exc_TypeError, "can only append array (not \"%.200T\") to array", y);
    if (a->kind != b->kind) return raise_error(&exc_TypeError, "bad argument type for built-in operation");
    if (a->length > PTRDIFF_MAX - b->length) return raise_memory();
    Array *sum = array_make(&array_type, a->kind, a->length + b->length);
    if (!sum) return NULL;
    memcpy(sum->items, a->items, (size_t)a->length * a->kind->size);
    memcpy(array_at(sum, a->length), b->items, (size_t)b->length * a->kind->size);
    return (Object *)sum;
}

static Object *array_inplace_concat(Object *x, Object *y) {
    if (!array_check(y)) return raise_error(&exc_TypeError, "can only extend array with array (not \"%.200T\")", y);
    return extend_with_array((Array *)x, (Array *)y) < 0 ? NULL : newref(x);
}

/* The items of `from`, `total` items in all, again and again. */
static void repeat_items(Array *to, const Array *from, ptrdiff_t length, ptrdiff_t total) {
    if (length == 0) return;
    for (ptrdiff_t done = to == from ? length : 0; done < total; done += length)
        memcpy(array_at(to, done), from->items, (size_t)length * to->kind->size);
}

static Object *array_repeat(Object *o, ptrdiff_t n) {
    const Array *a = (Array *)o;
    if (n < 0) n = 0;
    if (n && a->length > PTRDIFF_MAX / n) return raise_memory();
    Array *result = array_make(&array_type, a->kind, a->length * n);
    if (result) repeat_items(result, a, a->length, a->length * n);
    return (Object *)result;
}

static Object *array_inplace_repeat(Object *o, ptrdiff_t n) {
    Array *a = (Array *)o;
    ptrdiff_t length = a->length;
    if (n < 0) n = 0;
    if (n && length > PTRDIFF_MAX / n) return raise_memory();
    if (length && array_resize(a, length * n) < 0) return NULL;
    if (n) repeat_items(a, a, length, length * n);
    return newref(o);
}

static int array_buffer_get(Object *o, Buffer *b, int flags) {
    Array *a = (Array *)o;
    a->exports++;
    buffer_fill(b, o, a->items, a->length * a->kind->size, false, flags);
    b->format = a->kind->format;
    b->item_size = a->kind->size;
    return 0;
}

static void array_buffer_release(Object *o, Buffer *b) {
    ((Array *)o)->exports--;
}

/* Iteration. */

static Object *array_iter(Object *o) {
    ListIterator *it = (ListIterator *)object_new(&array_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *array_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    const Array *a = (Array *)it->sequence;
    if (!a) return NULL;
    if (it->index < a->length) return array_item_read(a->kind, array_at(a, it->index++));
    clear_ref(&it->sequence);
    return NULL;
}

static void array_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    object_free(o);
}

static int array_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

static Object *array_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return iterator_reduce(names.iter, &it->sequence, &it->index, tuple_new(0));
}

static Object *array_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t i = number_as_index(args[0], &exc_OverflowError);
    if (i == -1 && raise_pending()) return NULL;
    if (it->sequence) {
        ptrdiff_t n = ((Array *)it->sequence)->length;
        it->index = i < 0 ? 0 : i > n ? n : i;
    }
    return new_none();
}

static const Method array_iterator_methods[] = {
    {"__reduce__", array_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", array_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type array_iterator_type = {
    .mem = {.name = "array.arrayiterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = array_iterator_dealloc,
            .traverse = array_iterator_traverse},
    .methods = array_iterator_methods,
    .iter = iterator_self,
    .next = array_iterator_next,
};

static Object *get_typecode(Object *o, void *arg) {
    return str_from_char((uint8_t)((Array *)o)->kind->code);
}

static Object *get_itemsize(Object *o, void *arg) {
    return int_from_i64(((Array *)o)->kind->size);
}

static const GetSet array_getset[] = {
    {"itemsize", get_itemsize, NULL, "Bytes of one item."},
    {"typecode", get_typecode, NULL, "The letter that the array was made with."},
    {NULL},
};

Type array_type = {
    .mem = {.name = "array.array",
            .flags = TYPE_BASE | TYPE_SEQUENCE,
            .size = sizeof(Array),
            .weaklist_offset = offsetof(Array, weaklist),
            .dealloc = array_dealloc},
    .doc = "array(typecode [, initializer]) -> array\n\n"
           "A row of C values of one kind, named by a letter:\n\n"
           "    'b' 'B'  signed and unsigned char       'q' 'Q'  long long\n"
           "    'h' 'H'  short                          'f'      float\n"
           "    'i' 'I'  int                            'd'      double\n"
           "    'l' 'L'  long                           'w'      character (4 bytes); 'u' is deprecated\n\n"
           "The initializer is an iterable of items, bytes in the machine's format, or a str for 'w'.",
    .methods = array_methods,
    .getset = array_getset,
    .repr = array_repr,
    .compare = array_compare,
    .iter = array_iter,
    .new = array_new,
    .length = array_length,
    .get_item = array_get_item,
    .set_item = array_set_item,
    .contains = array_contains,
    .concat = array_concat,
    .inplace_concat = array_inplace_concat,
    .repeat = array_repeat,
    .inplace_repeat = array_inplace_repeat,
    .buffer_get = array_buffer_get,
    .buffer_release = array_buffer_release,
};

static const Method module_methods[] = {
    {"_array_reconstructor", array_reconstruct, 4, 4,
     "_array_reconstructor(arraytype, typecode, mformat_code, items,\n                     /)\n--\n\nMakes an array "
     "from a pickle."},
    {NULL},
};

/* Arrays are mutable sequences for isinstance and match. */
static int register_sequence(void) {
    Object *abc = import_name("collections.abc");
    Object *sequence = abc ? object_getattr_c(abc, "MutableSequence") : NULL;
    Object *method = sequence ? object_getattr_c(sequence, "register") : NULL;
    Object *result = method ? object_call1(method, (Object *)&array_type) : NULL;
    int status = result ? 0 : -1;
    xdecref(abc);
    xdecref(sequence);
    xdecref(method);
    xdecref(result);
    return status;
}

static int array_setup(Object *module) {
    StrWriter w = writer_new();
    for (int i = 0; i < array_kind_count; i++)
        if (writer_char(&w, (uint8_t)array_kinds[i].code) < 0) return -1;
    if (module_add_steal(module, "typecodes", writer_finish(&w)) < 0) return -1;
    if (type_ready(&array_iterator_type) < 0 || module_add_type(module, &array_type) < 0 || register_sequence() < 0)
        return -1;
    return module_add(module, "ArrayType", (Object *)&array_type);
}

const ModuleSpec array_module = {
    .name = "array",
    .doc = "Rows of C values: characters, integers and floating-point numbers, in as little memory as they need.",
    .methods = module_methods,
    .setup = array_setup,
};
