/* array: the methods. */
#include <string.h>
#include "stdlib/array_parts.h"

static Object *method_append(Object *o, Object **args, ptrdiff_t nargs) {
    return array_append((Array *)o, args[0]) < 0 ? NULL : new_none();
}

static Object *method_extend(Object *o, Object **args, ptrdiff_t nargs) {
    return array_extend((Array *)o, args[0]) < 0 ? NULL : new_none();
}

static Object *method_frombytes(Object *o, Object **args, ptrdiff_t nargs) {
    if (!buffer_check(args[0]))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%.100T'", args[0]);
    return array_append_bytes((Array *)o, args[0]) < 0 ? NULL : new_none();
}

/* All or nothing: what was added before an item that does not fit is taken off again. */
static Object *method_fromlist(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    if (!list_check(args[0])) return raise_error(&exc_TypeError, "arg must be list");
    ptrdiff_t old = a->length, n = list_length(args[0]);
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *item = newref(list_item(args[0], i));
        int result = array_append(a, item);
        decref(item);
        if (result == 0 && list_length(args[0]) != n)
            result = raise_int(&exc_RuntimeError, "list changed size during iteration");
        if (result == 0) continue;
        if (a->length > old && !a->exports) array_resize(a, old);
        return NULL;
    }
    return new_none();
}

static bool require_text(const Array *a, const char *method) {
    return a->kind->text ||
           raise_error(&exc_ValueError, "%s() may only be called on unicode type arrays ('u' or 'w')", method);
}

static Object *method_fromunicode(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "fromunicode() argument must be str, not %K", args[0]);
    if (!require_text((Array *)o, "fromunicode")) return NULL;
    return array_append_text((Array *)o, args[0]) < 0 ? NULL : new_none();
}

static Object *method_tounicode(Object *o, Object **args, ptrdiff_t nargs) {
    return require_text((Array *)o, "tounicode") ? array_text((Array *)o) : NULL;
}

static Object *method_fromfile(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    ptrdiff_t n = number_as_index(args[1], &exc_OverflowError);
    if (n == -1 && raise_pending()) return NULL;
    if (n < 0) return raise_error(&exc_ValueError, "negative count");
    if (n > PTRDIFF_MAX / a->kind->size) return raise_memory();
    Object *size = int_from_i64(n * a->kind->size);
    Object *bytes = size ? object_call_method(args[0], names.read, &size, 1) : NULL;
    xdecref(size);
    if (!bytes) return NULL;
    Object *result = NULL;
    if (!bytes_check(bytes)) {
        raise_error(&exc_TypeError, "read() didn't return bytes");
    } else if (array_append_bytes(a, bytes) == 0) {
        bool enough = bytes_length(bytes) == n * a->kind->size;
        result = enough ? new_none() : raise_error(&exc_EOFError, "read() didn't return enough bytes");
    }
    decref(bytes);
    return result;
}

static Object *to_bytes(const Array *a) {
    return bytes_new(a->items, a->length * a->kind->size);
}

/* In blocks, so that a large array is not copied as a whole. */
static Object *method_tofile(Object *o, Object **args, ptrdiff_t nargs) {
    enum { BLOCK = 64 * 1024 };
    Array *a = (Array *)o;
    for (ptrdiff_t at = 0; at < a->length * a->kind->size || at == 0; at += BLOCK) {
        ptrdiff_t size = a->length * a->kind->size - at;
        if (size <= 0 && at > 0) break;
        Object *block = bytes_new(a->items + at, size < BLOCK ? size : BLOCK);
        Object *result = block ? object_call_method(args[0], names.write, &block, 1) : NULL;
        xdecref(block);
        if (!result) return NULL;
        decref(result);
    }
    return new_none();
}

static Object *method_tobytes(Object *o, Object **args, ptrdiff_t nargs) {
    return to_bytes((Array *)o);
}

static Object *method_tolist(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    if (a->kind->text) return sequence_list(o);
    return native_item_list(a->kind->code, a->items, a->length, a->kind->size);
}

static Object *method_copy(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    Array *copy = array_make(&array_type, a->kind, a->length);
    if (copy) memcpy(copy->items, a->items, (size_t)a->length * a->kind->size);
    return (Object *)copy;
}

static Object *method_clear(Object *o, Object **args, ptrdiff_t nargs) {
    return array_resize((Array *)o, 0) < 0 ? NULL : new_none();
}

/* Searching runs __eq__ of the value, which may change the array: each item is read anew. */
static ptrdiff_t find_item(const Array *a, Object *value, ptrdiff_t start, ptrdiff_t stop) {
    for (ptrdiff_t i = start; i < stop && i < a->length; i++) {
        Object *item = array_item_read(a->kind, array_at(a, i));
        int equal = item ? object_equal(item, value) : -1;
        xdecref(item);
        if (equal) return equal < 0 ? -2 : i;
    }
    return -1;
}

static Object *method_count(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    ptrdiff_t n = 0, i = -1;
    while ((i = find_item(a, args[0], i + 1, PTRDIFF_MAX)) >= 0) n++;
    return i == -2 ? NULL : int_from_i64(n);
}

static Object *method_index(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    ptrdiff_t start = 0, stop = PTRDIFF_MAX;
    if (nargs > 1 && slice_index(args[1], &start) < 0) return NULL;
    if (nargs > 2 && slice_index(args[2], &stop) < 0) return NULL;
    if (start < 0 && (start += a->length) < 0) start = 0;
    if (stop < 0) stop += a->length;
    ptrdiff_t i = find_item(a, args[0], start, stop);
    if (i >= 0) return int_from_i64(i);
    return i == -2 ? NULL : raise_error(&exc_ValueError, "array.index(x): x not in array");
}

static Object *method_remove(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    ptrdiff_t i = find_item(a, args[0], 0, PTRDIFF_MAX);
    if (i >= 0 && i < a->length) return array_splice(a, i, i + 1, NULL, 0) < 0 ? NULL : new_none();
    return i == -2 ? NULL : raise_error(&exc_ValueError, "array.remove(x): x not in array");
}

static Object *method_pop(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    ptrdiff_t i = nargs ? number_as_index(args[0], &exc_OverflowError) : -1;
    if (nargs && i == -1 && raise_pending()) return NULL;
    if (a->length == 0) return raise_error(&exc_IndexError, "pop from empty array");
    if (i < 0) i += a->length;
    if (i < 0 || i >= a->length) return raise_error(&exc_IndexError, "pop index out of range");
    Object *item = array_item_read(a->kind, array_at(a, i));
    if (item && array_splice(a, i, i + 1, NULL, 0) < 0) clear_ref(&item);
    return item;
}

static Object *method_insert(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    uint8_t item[8];
    ptrdiff_t i = number_as_index(args[0], &exc_OverflowError);
    if (i == -1 && raise_pending()) return NULL;
    if (a->kind->write(a->kind, item, args[1]) < 0) return NULL;
    if (i < 0 && (i += a->length) < 0) i = 0;
    if (i > a->length) i = a->length;
    return array_splice(a, i, i, item, 1) < 0 ? NULL : new_none();
}

static Object *method_reverse(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    uint8_t item[8];
    for (ptrdiff_t i = 0, k = a->length - 1; i < k; i++, k--) {
        memcpy(item, array_at(a, i), a->kind->size);
        memcpy(array_at(a, i), array_at(a, k), a->kind->size);
        memcpy(array_at(a, k), item, a->kind->size);
    }
    return new_none();
}

static Object *method_byteswap(Object *o, Object **args, ptrdiff_t nargs) {
    Array *a = (Array *)o;
    for (ptrdiff_t i = 0; i < a->length; i++) {
        uint8_t *p = array_at(a, i);
        for (int k = 0; k < a->kind->size / 2; k++) {
            uint8_t byte = p[k];
            p[k] = p[a->kind->size - 1 - k];
            p[a->kind->size - 1 - k] = byte;
        }
    }
    return new_none();
}

static Object *method_buffer_info(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    Object *pair[2] = {int_from_u64((uintptr_t)a->items), int_from_i64(a->length)};
    if (pair[0] && pair[1]) return tuple_from_steal(pair, 2);
    xdecref(pair[0]);
    xdecref(pair[1]);
    return NULL;
}

static Object *method_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    return int_from_i64(o->type->mem.size + a->capacity * a->kind->size);
}

/* (type, (code, list), state) for the old protocols of pickle; from 3 on the bytes and their machine format. */
static Object *method_reduce_ex(Object *o, Object **args, ptrdiff_t nargs) {
    const Array *a = (Array *)o;
    if (!int_check(args[0])) return raise_error(&exc_TypeError, "__reduce_ex__ argument should be an integer");
    int protocol = int_as_int(args[0]);
    if (protocol == -1 && raise_pending()) return NULL;
    Object *state = object_getattr_opt(o, names.__dict__);
    if (!state && raise_pending()) return NULL;
    Object *code = str_from_char((uint8_t)a->kind->code), *result = NULL;
    Object *content = protocol < 3 ? sequence_list(o) : to_bytes(a);
    if (code && content && protocol < 3) {
        Object *pair[3] = {(Object *)type_of(o), tuple_pack(2, code, content), state ? state : NONE};
        if (pair[1]) result = tuple_from(pair, 3);
        xdecref(pair[1]);
    } else if (code && content) {
        Object *module = import_name("array"),
               *maker = module ? object_getattr_c(module, "_array_reconstructor") : NULL;
        Object *format = int_from_i64(a->kind->machine_format);
        Object *arguments = maker && format ? tuple_pack(4, (Object *)type_of(o), code, format, content) : NULL;
        if (arguments) result = tuple_pack(3, maker, arguments, state ? state : NONE);
        xdecref(arguments);
        xdecref(format);
        xdecref(maker);
        xdecref(module);
    }
    xdecref(code);
    xdecref(content);
    xdecref(state);
    return result;
}

const Method array_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias array[object].", METH_CLASS},
    {"__copy__", method_copy, 0, 0, "__copy__()\n--\n\nA copy."},
    {"__deepcopy__", method_copy, 1, 1, "__deepcopy__(unused, /)\n--\n\nA copy."},
    {"__reduce_ex__", method_reduce_ex, 1, 1,
     "__reduce_ex__(value, /)\n--\n\nHow to make it again, for pickle and copy."},
    {"__sizeof__", method_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the array and its items."},
    {"append", method_append, 1, 1, "append(v, /)\n--\n\nAdds an item at the end."},
    {"buffer_info", method_buffer_info, 0, 0, "buffer_info()\n--\n\nThe address of the items and their number."},
    {"byteswap", method_byteswap, 0, 0, "byteswap()\n--\n\nTurns the order of the bytes in each item around."},
    {"clear", method_clear, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"count", method_count, 1, 1, "count(v, /)\n--\n\nHow many items equal v."},
    {"extend", method_extend, 1, 1, "extend(bb, /)\n--\n\nAdds the items of an iterable at the end."},
    {"frombytes", method_frombytes, 1, 1,
     "frombytes(buffer, /)\n--\n\nAdds items given as bytes in the machine's format."},
    {"fromfile", method_fromfile, 2, 2, "fromfile(f, n, /)\n--\n\nAdds n items read from a file."},
    {"fromlist", method_fromlist, 1, 1, "fromlist(list, /)\n--\n\nAdds the items of a list, all or none."},
    {"fromunicode", method_fromunicode, 1, 1, "fromunicode(ustr, /)\n--\n\nAdds the characters of a string."},
    {"index", method_index, 1, 3,
     "index(v, start=0, stop=sys.maxsize, /)\n--\n\nWhere v is first found; ValueError when it is not."},
    {"insert", method_insert, 2, 2, "insert(i, v, /)\n--\n\nPuts an item in front of the one at index i."},
    {"pop", method_pop, 0, 1, "pop(i=-1, /)\n--\n\nRemoves an item and returns it."},
    {"remove", method_remove, 1, 1, "remove(v, /)\n--\n\nRemoves the first item that equals v."},
    {"reverse", method_reverse, 0, 0, "reverse()\n--\n\nTurns the order of the items around."},
    {"tobytes", method_tobytes, 0, 0, "tobytes()\n--\n\nThe items as bytes in the machine's format."},
    {"tofile", method_tofile, 1, 1,
     "tofile(f, /)\n--\n\nWrites the items to a file, as bytes in the machine's format."},
    {"tolist", method_tolist, 0, 0, "tolist()\n--\n\nThe items as a list."},
    {"tounicode", method_tounicode, 0, 0, "tounicode()\n--\n\nThe characters as a string."},
    {NULL},
};
