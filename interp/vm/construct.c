/* Displays, unpacking and formatting: what builds values out of windows of registers, and takes values apart. */
#include <string.h>

#include "interp/object/template.h"
#include "interp/object/typevar.h"
#include "interp/vm/ops.h"

static void release_window(Object **window, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) clear_ref(&window[i]);
}

static Object *construct_set(Object **window, ptrdiff_t n) {
    Object *set = set_new(NULL);
    for (ptrdiff_t i = 0; set && i < n; i++)
        if (set_add(set, window[i]) < 0) clear_ref(&set);
    if (set) release_window(window, n);
    return set;
}

static Object *construct_map(Object **window, ptrdiff_t pairs) {
    Object *d = pairs ? dict_new_sized(pairs, window[0]->type == &str_type) : dict_new();
    for (ptrdiff_t i = 0; d && i < pairs; i++)
        if (dict_set(d, window[2 * i], window[2 * i + 1]) < 0) clear_ref(&d);
    if (d) release_window(window, 2 * pairs);
    return d;
}

/* The parts of an f-string, all exact strs. */
static Object *construct_string(Object **window, ptrdiff_t n) {
    ptrdiff_t length = 0;
    uint32_t max_char = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        Str *s = (Str *)window[i];
        if (s->length > PTRDIFF_MAX / 4 - length) return raise_memory();
        length += s->length;
        uint32_t top = s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff;
        if (top > max_char) max_char = top;
    }
    Object *result;
    if (max_char < 128 && length > 1) {
        Str *s = str_alloc(length, max_char);
        if (!s) return NULL;
        uint8_t *to = s->data;
        for (ptrdiff_t i = 0; i < n; i++) {
            memcpy(to, ((Str *)window[i])->data, ((Str *)window[i])->length);
            to += ((Str *)window[i])->length;
        }
        result = (Object *)s;
    } else {
        StrWriter w = writer_new();
        for (ptrdiff_t i = 0; i < n; i++)
            if (writer_str(&w, window[i]) < 0) return NULL;
        result = writer_finish(&w);
    }
    if (result) release_window(window, n);
    return result;
}

const Constructor constructors[OP_COUNT] = {
    [OP_BUILD_LIST] = {list_from_window, &list_type, 1, false},
    [OP_BUILD_TUPLE] = {tuple_from_window, &tuple_type, 1, false},
    [OP_BUILD_SET] = {construct_set, &set_type, 1, true},
    [OP_BUILD_MAP] = {construct_map, &dict_type, 2, true},
    [OP_BUILD_STRING] = {construct_string, &str_type, 1, false},
};

int construct_set_add(Object *set, Object *value) {
    if (likely(set->type == &set_type) || type_is_subtype(set->type, &set_type)) return set_add(set, value);
    return raise_int(&exc_TypeError, "'%T' object is not a set", set);
}

int construct_map_add(Object *map, Object *key, Object *value) {
    return dict_set(map, key, value);
}

int construct_list_extend(Object *list, Object *iterable) {
    if (!iterable->type->iter && !iterable->type->get_item)
        return raise_int(&exc_TypeError, "Value after * must be an iterable, not %T", iterable);
    return list_extend(list, iterable);
}

static Object *mapping_keys(Object *mapping) {
    Object *keys = object_call_method(mapping, names.keys, NULL, 0);
    Object *list = keys ? sequence_list(keys) : NULL;
    xdecref(keys);
    return list;
}

static bool has_keys(Object *mapping) {
    Object *keys = object_getattr_opt(mapping, names.keys);
    xdecref(keys);
    return keys != NULL;
}

int construct_dict_update(Object *dict, Object *mapping) {
    if (mapping->type != &dict_type && !has_keys(mapping))
        return raise_pending() ? -1 : raise_int(&exc_TypeError, "'%T' object is not a mapping", mapping);
    return dict_merge(dict, mapping, true);
}

Object *construct_callable_text(Object *callable) {
    Object *qualname = object_getattr_opt(callable, names.__qualname__);
    if (!qualname) return raise_pending() ? NULL : object_str(callable);
    Object *module = object_getattr_opt(callable, names.__module__);
    Object *text = NULL;
    if (module && str_check(module) && !str_equal_c(module, "builtins"))
        text = str_format("%S.%S()", module, qualname);
    else if (!raise_pending())
        text = str_format("%S()", qualname);
    decref(qualname);
    xdecref(module);
    return text;
}

/* A TypeError about an argument of a call: the format gets the callable's text, then `what`. */
static int merge_error(Object *callable, const char *format, Object *what) {
    Object *f = construct_callable_text(callable);
    if (!f) return -1;
    raise_error(&exc_TypeError, format, f, what);
    decref(f);
    return -1;
}

/* Adds a keyword argument that is not there yet. What is no str is refused only by the call, and may run code when it
 * is compared: the caller owns both. */
static int merge_item(Object *dict, Object *key, Object *value, intptr_t hash, Object *callable) {
    Object *found = dict_get_hash(dict, key, hash);
    if (found) return merge_error(callable, "%S got multiple values for keyword argument '%S'", key);
    return raise_pending() ? -1 : dict_set_hash(dict, key, value, hash);
}

static int merge_dict(Object *dict, Dict *from, Object *callable) {
    if (dict_length(dict) == 0) return dict_merge(dict, (Object *)from, true); /* nothing can be there twice */
    int64_t size = from->used;
    for (int64_t i = 0; i < from->keys->next; i++) {
        DictEntry e = dict_entries(from->keys)[i];
        if (!e.value) continue;
        incref(e.key);
        incref(e.value);
        int result = merge_item(dict, e.key, e.value, dict_hash_at(from->keys, i), callable);
        decref(e.key);
        decref(e.value);
        if (result < 0) return -1;
        if (from->used != size) return raise_int(&exc_RuntimeError, "dict mutated during update");
    }
    return 0;
}

int construct_dict_merge(Object *dict, Object *mapping, Object *callable) {
    if (dict_check_exact(mapping) && dict_length(dict) == 0) return dict_merge(dict, mapping, true);
    bool plain = dict_check(mapping) && mapping->type->iter == dict_type.iter; /* whatever its keys() would say */
    if (plain) return merge_dict(dict, (Dict *)mapping, callable);
    if (!has_keys(mapping)) {
        if (raise_pending()) return -1;
        return merge_error(callable, "%S argument after ** must be a mapping, not %T", mapping);
    }
    Object *keys = mapping_keys(mapping);
    if (!keys) return -1;
    int result = 0;
    for (ptrdiff_t i = 0; result == 0 && i < list_length(keys); i++) {
        Object *key = newref(list_item(keys, i));
        Object *value = object_getitem(mapping, key);
        intptr_t hash = value ? object_hash(key) : -1;
        result = hash == -1 ? -1 : merge_item(dict, key, value, hash, callable);
        xdecref(value);
        decref(key);
    }
    decref(keys);
    return result;
}

/* --- taking apart --- */

static int unpack_count_error(ptrdiff_t wanted, ptrdiff_t got, bool at_least) {
    return raise_int(&exc_ValueError, "not enough values to unpack (expected %s%zd, got %zd)",
                     at_least ? "at least " : "", wanted, got);
}

static Object *unpack_iterator(Object *o) {
    if (!o->type->iter && !o->type->get_item)
        return raise_error(&exc_TypeError, "cannot unpack non-iterable %T object", o);
    return object_iter(o);
}

static int too_many_to_unpack(Object *o, unsigned n) {
    if (dict_check_exact(o))
        return raise_int(&exc_ValueError, "too many values to unpack (expected %u, got %zd)", n,
                         (ptrdiff_t)dict_length(o));
    return raise_int(&exc_ValueError, "too many values to unpack (expected %u)", n);
}

static int unpack_sequence(Object *const *from, ptrdiff_t size, Object **items, unsigned n) {
    if (size > n) return raise_int(&exc_ValueError, "too many values to unpack (expected %u, got %zd)", n, size);
    if (size < n) return unpack_count_error(n, size, false);
    for (unsigned i = 0; i < n; i++) items[i] = newref(from[i]);
    return 0;
}

/* On failure the items got so far are in `items`; *count of them. */
static int unpack_iterable(Object *o, Object **items, unsigned n, unsigned *count) {
    Object *it = unpack_iterator(o);
    if (!it) return -1;
    while (*count < n && (items[*count] = object_next(it))) ++*count;
    Object *extra = *count == n ? object_next(it) : NULL;
    decref(it);
    if (extra) {
        decref(extra);
        return too_many_to_unpack(o, n);
    }
    if (raise_pending()) return -1;
    return *count == n ? 0 : unpack_count_error(n, *count, false);
}

/* Up to UNPACK_LOCALS_MAX registers may be locals: then they are written last, all of them or none. */
int construct_unpack(Object *o, Object **out, unsigned n) {
    Object *few[UNPACK_LOCALS_MAX], **items = n <= UNPACK_LOCALS_MAX ? few : out;
    unsigned count = 0;
    int status;
    bool named = tuple_plain(o) && tuple_length(o) == n; /* else the message does not tell how many there are */
    if (o->type == &tuple_type || o->type == &list_type || named)
        status = unpack_sequence(sequence_items(o), sequence_size(o), items, n);
    else
        status = unpack_iterable(o, items, n, &count);
    if (items == out) return status;
    if (status < 0)
        while (count) decref(items[--count]);
    for (unsigned i = 0; status == 0 && i < n; i++) set_ref(&out[i], items[i]);
    return status;
}

/* The same for items that are at hand. */
static int unpack_star_sequence(Object *const *items, ptrdiff_t size, Object **out, unsigned before, unsigned after) {
    ptrdiff_t middle = size - before - after;
    if (middle < 0) return unpack_count_error(before + after, size, true);
    Object *rest = list_new(middle);
    if (!rest) return -1;
    for (ptrdiff_t i = 0; i < middle; i++) ((List *)rest)->items[i] = newref(items[before + i]);
    for (unsigned i = 0; i < before; i++) out[i] = newref(items[i]);
    out[before] = rest;
    for (unsigned i = 0; i < after; i++) out[before + 1 + i] = newref(items[size - after + i]);
    return 0;
}

int construct_unpack_star(Object *o, Object **out, unsigned before, unsigned after) {
    if (tuple_plain(o) || o->type == &list_type)
        return unpack_star_sequence(sequence_items(o), sequence_size(o), out, before, after);
    Object *it = unpack_iterator(o);
    if (!it) return -1;
    for (unsigned i = 0; i < before; i++) {
        Object *x = object_next(it);
        if (!x) {
            decref(it);
            return raise_pending() ? -1 : unpack_count_error(before + after, i, true);
        }
        set_ref(&out[i], x);
    }
    Object *rest = sequence_list(it);
    decref(it);
    if (!rest) return -1;
    ptrdiff_t length = list_length(rest), middle = length - after;
    if (middle < 0) {
        decref(rest);
        return unpack_count_error(before + after, before + length, true);
    }
    for (unsigned i = 0; i < after; i++) set_ref(&out[before + 1 + i], newref(list_item(rest, middle + i)));
    if (after && list_set_slice(rest, middle, length, NULL) < 0) {
        decref(rest);
        return -1;
    }
    set_ref(&out[before], rest);
    return 0;
}

/* --- f-strings and t-strings --- */

Object *construct_format(Object *value, unsigned conversion, Object *spec) {
    if (conversion == 0 && !spec && str_check_exact(value)) return newref(value);
    Object *converted = conversion == 1   ? object_str(value)
                        : conversion == 2 ? object_repr(value)
                        : conversion == 3 ? object_ascii(value)
                                          : newref(value);
    if (!converted) return NULL;
    if (!spec && str_check_exact(converted)) return converted;
    Object *text = object_format(converted, spec);
    decref(converted);
    return text;
}

Object *construct_interpolation(Object **window, unsigned conversion) {
    Object *x = interpolation_new(window[0], window[1], conversion, window[2]);
    if (x) release_window(window, 3);
    return x;
}

Object *construct_template(Object **window) {
    Object *x = template_new(window[0], window[1]);
    if (x) release_window(window, 2);
    return x;
}

/* --- type parameters (PEP 695, PEP 696) and annotations as text --- */

/* The dict __annotations__ of a namespace, made there if need be. */
static Object *namespace_annotations(Object *namespace) {
    Object *found = lookup_load_class(namespace, names.__annotations__);
    if (found || raise_pending()) return found;
    Object *made = dict_new();
    if (made && lookup_store(namespace, names.__annotations__, made) < 0) clear_ref(&made);
    return made;
}

Object *construct_intrinsic(unsigned which, Object *v) {
    switch ((enum Intrinsic)which) {
    case INTRINSIC_TYPEVAR: return typevar_new(v, NULL, NULL);
    case INTRINSIC_TYPEVAR_BOUND: return typevar_new(tuple_item(v, 0), tuple_item(v, 1), NULL);
    case INTRINSIC_TYPEVAR_CONSTRAINTS: return typevar_new(tuple_item(v, 0), NULL, tuple_item(v, 1));
    case INTRINSIC_PARAMSPEC: return typevar_paramspec_new(v);
    case INTRINSIC_TYPEVARTUPLE: return typevar_tuple_new(v);
    case INTRINSIC_SET_DEFAULT: return typevar_set_default(tuple_item(v, 0), tuple_item(v, 1));
    case INTRINSIC_TYPE_ALIAS: return typevar_alias_new(tuple_item(v, 0), tuple_item(v, 1), tuple_item(v, 2));
    case INTRINSIC_SUBSCRIPT_GENERIC: return typevar_generic(v);
    case INTRINSIC_ANNOTATIONS: return namespace_annotations(v);
    }
    return raise_error(&exc_SystemError, "unknown intrinsic %u", which);
}
