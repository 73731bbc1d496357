/* dict: the type, its slots and methods. The table behind it is in dict.c. */
#include "interp/object/dict_impl.h"
#include "interp/object/set_impl.h"

/* ---- slots */

static ptrdiff_t dict_length_slot(Object *o) {
    return dict_length(o);
}

/* A subclass may say what to do about a key that is not there. */
static Object *dict_missing(Object *o, Object *key) {
    if (o->type != &dict_type) {
        Object *missing = object_lookup_special(o, names.__missing__);
        if (missing) {
            Object *value = object_call1(missing, key);
            decref(missing);
            return value;
        }
        if (raise_pending()) return NULL;
    }
    return raise_key(key);
}

static Object *dict_get_item(Object *o, Object *key) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return NULL;
    ptrdiff_t at = dict_find(d, key, hash);
    if (likely(at >= 0)) return newref(dict_entries(d->keys)[at].value);
    return at == DICT_MISSING ? dict_missing(o, key) : NULL;
}

int dict_set_item(Object *o, Object *key, Object *value) {
    return value ? dict_set(o, key, value) : dict_del(o, key);
}

static Object *dict_repr(Object *o) {
    if (dict_length(o) == 0) return str_from_c("{}");
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("{...}") : NULL;
    StrWriter w = writer_new();
    int r = writer_char(&w, '{');
    Object *key, *value;
    bool first = true;
    for (ptrdiff_t i = 0; r == 0 && dict_next(o, &i, &key, &value); first = false) {
        incref(key);
        incref(value);
        if (!first) r = writer_ascii(&w, ", ", 2);
        if (r == 0) r = writer_repr(&w, key);
        if (r == 0) r = writer_ascii(&w, ": ", 2);
        if (r == 0) r = writer_repr(&w, value);
        decref(key);
        decref(value);
    }
    if (r == 0) r = writer_char(&w, '}');
    repr_leave(o);
    return r < 0 ? NULL : writer_finish(&w);
}

/* Has b all keys of a, which has as many, with equal values? 1, 0, -1 */
static int dict_equal(Dict *a, Dict *b) {
    if (a->used != b->used) return 0;
    int r = 1;
    for (int64_t i = 0; r == 1 && i < a->keys->next; i++) {
        DictEntry e = dict_entries(a->keys)[i];
        if (!e.value) continue;
        incref(e.key);
        incref(e.value);
        ptrdiff_t at = dict_find_near(b, i, e.key, dict_hash_at(a->keys, i));
        r = at >= 0 ? item_equal(dict_entries(b->keys)[at].value, e.value) : at == DICT_MISSING ? 0 : -1;
        decref(e.key);
        decref(e.value);
    }
    return r;
}

static Object *dict_compare(Object *a, Object *b, enum CompareOp op) {
    if (!dict_check(a) || !dict_check(b) || (op != CMP_EQ && op != CMP_NE)) return newref(NOT_IMPLEMENTED);
    int r = dict_equal((Dict *)a, (Dict *)b);
    return r < 0 ? NULL : new_bool((r == 1) == (op == CMP_EQ));
}

static Object *dict_or(Object *a, Object *b) {
    if (!dict_check(a) || !dict_check(b)) return newref(NOT_IMPLEMENTED);
    Object *result = dict_copy(a);
    if (result && dict_update(result, b) == 0) return result;
    xdecref(result);
    return NULL;
}

static Object *dict_inplace_or(Object *o, Object *other) {
    return dict_update(o, other) < 0 ? NULL : newref(o);
}

static Object *dict_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (t == &dict_type) return dict_new();
    Object *o = object_new(t);
    if (!o) return NULL;
    dict_init_empty((Dict *)o);
    gc_track(o);
    return o;
}

static int dict_update_call(const char *function, Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count(function, nargs, 0, 1) < 0) return -1;
    if (nargs > 0 && dict_update(o, args[0]) < 0) return -1;
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++)
        if (dict_set(o, tuple_item(kwnames, i), args[nargs + i]) < 0) return -1;
    return 0;
}

static int dict_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return dict_update_call("dict", o, args, nargs, kwnames);
}

/* ---- methods */

static Object *dict_clear_method(Object *o, Object **args, ptrdiff_t nargs) {
    dict_empty(o);
    return new_none();
}

static Object *dict_copy_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_copy(o);
}

static Object *dict_get_method(Object *o, Object **args, ptrdiff_t nargs) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(args[0]);
    if (hash == -1) return NULL;
    ptrdiff_t at = dict_find(d, args[0], hash);
    if (at >= 0) return newref(dict_entries(d->keys)[at].value);
    if (at == DICT_FAILED) return NULL;
    return newref(nargs > 1 ? args[1] : NONE);
}

/* A dict and a set know the hashes of their items, and how many they are. */
static int add_keys_of_dict(Object *d, Dict *source, Object *value) {
    if (dict_reserve((Dict *)d, source->used, source->keys->strings) < 0) return -1;
    for (int64_t i = 0; i < source->keys->next; i++) {
        DictEntry e = dict_entries(source->keys)[i];
        if (e.value && dict_set_hash(d, e.key, value, dict_hash_at(source->keys, i)) < 0) return -1;
    }
    return 0;
}

static int add_keys_of_set(Object *d, Set *source, Object *value) {
    SetEntry e;
    for (ptrdiff_t i = 0, n = 0; set_next_entry(source, &i, &e); n++)
        if (dict_expect((Dict *)d, n, source->used) < 0 || dict_set_hash(d, e.key, value, e.hash) < 0) return -1;
    return 0;
}

/* The list may change meanwhile. */
static int add_keys_of_list(Object *d, List *source, Object *value) {
    for (ptrdiff_t i = 0; i < source->length; i++) {
        if (dict_expect((Dict *)d, i, source->length) < 0) return -1;
        Object *key = newref(source->items[i]);
        int r = dict_set(d, key, value);
        decref(key);
        if (r < 0) return -1;
    }
    return 0;
}

static int add_keys(Object *d, Object *iterable, Object *value) {
    bool plain = d->type == &dict_type;
    if (plain && iterable->type == &dict_type) return add_keys_of_dict(d, (Dict *)iterable, value);
    if (plain && iterable->type->iter == set_iter) return add_keys_of_set(d, (Set *)iterable, value);
    if (plain && iterable->type == &list_type) return add_keys_of_list(d, (List *)iterable, value);
    Object *it = object_iter(iterable);
    if (!it) return -1;
    int r = 0;
    for (Object *key; r == 0 && (key = object_next(it));) {
        r = plain ? dict_set(d, key, value) : object_setitem(d, key, value);
        decref(key);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

static Object *dict_fromkeys(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *d = object_call0(cls);
    if (d && add_keys(d, args[0], nargs > 1 ? args[1] : NONE) < 0) clear_ref(&d);
    return d;
}

static Object *dict_pop_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *value = dict_pop(o, args[0]);
    if (value || raise_pending()) return value;
    return nargs > 1 ? newref(args[1]) : raise_key(args[0]);
}

static Object *dict_popitem_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *pair[2];
    if (!dict_take_end(o, true, &pair[0], &pair[1]))
        return raise_error(&exc_KeyError, "popitem(): dictionary is empty");
    return tuple_from_steal(pair, 2);
}

static Object *dict_setdefault_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_setdefault(o, args[0], nargs > 1 ? args[1] : NONE);
}

static Object *dict_update_method(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return dict_update_call("update", o, args, nargs, kwnames) < 0 ? NULL : new_none();
}

static Object *dict_keys_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&dict_keys_type, o);
}

static Object *dict_values_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&dict_values_type, o);
}

static Object *dict_items_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&dict_items_type, o);
}

static Object *dict_reversed_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_iterator_new(o, DICT_KEYS, true);
}

static Object *dict_sizeof_method(Object *o, Object **args, ptrdiff_t nargs) {
    size_t keys = dict_sizeof((Dict *)o) - sizeof(GcHeader) - sizeof(Dict);
    return int_from_i64((int64_t)(o->type->mem.size + keys));
}

static Object *dict_getitem_method(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_get_item(o, args[0]);
}

static Object *dict_contains_method(Object *o, Object **args, ptrdiff_t nargs) {
    int r = dict_contains(o, args[0]);
    return r < 0 ? NULL : new_bool(r);
}

static const Method dict_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias dict[object].", METH_CLASS},
    {"__contains__", dict_contains_method, 1, 1, "__contains__(key, /)\n--\n\nTrue if there is such a key.",
     METH_COEXIST},
    {"__getitem__", dict_getitem_method, 1, 1, "__getitem__(key, /)\n--\n\nself[key].", METH_COEXIST},
    {"__reversed__", dict_reversed_method, 0, 0, "__reversed__()\n--\n\nAn iterator over the keys, the newest first."},
    {"__sizeof__", dict_sizeof_method, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the dict and its table."},
    {"clear", dict_clear_method, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"copy", dict_copy_method, 0, 0, "copy()\n--\n\nA new dict with the same items."},
    {"fromkeys", dict_fromkeys, 1, 2,
     "fromkeys(iterable, value=None, /)\n--\n\nA new dict with keys from an iterable and one value for all.",
     METH_CLASS},
    {"get", dict_get_method, 1, 2,
     "get(key, default=None, /)\n--\n\nThe value of key, or default when it is not there."},
    {"items", dict_items_method, 0, 0, "items()\n--\n\nA view of the pairs of key and value."},
    {"keys", dict_keys_method, 0, 0, "keys()\n--\n\nA view of the keys."},
    {"pop", dict_pop_method, 1, 2,
     "pop(key, default=<unrepresentable>, /)\n--\n\nRemoves a key and returns its value, or default; else KeyError."},
    {"popitem", dict_popitem_method, 0, 0, "popitem()\n--\n\nRemoves the newest item and returns it as a pair."},
    {"setdefault", dict_setdefault_method, 1, 2,
     "setdefault(key, default=None, /)\n--\n\nThe value of key, which becomes default when it is not there."},
    {"update", (NativeFn)(void *)dict_update_method, 0, -1,
     "update([mapping or pairs], **kwargs)\n\nTakes over the items of a mapping or of an iterable of pairs, and "
     "keywords.",
     METH_KEYWORDS},
    {"values", dict_values_method, 0, 0, "values()\n--\n\nA view of the values."},
    {NULL},
};

Type dict_type = {
    .mem = {.name = "dict",
            .size = sizeof(Dict),
            .flags = TYPE_GC | TYPE_BASE | TYPE_DICT | TYPE_MAPPING,
            .dealloc = dict_dealloc,
            .traverse = dict_traverse,
            .span = dict_span,
            .clear = dict_empty},
    .doc = "dict(mapping or pairs, /, **kwargs)\n\nKeys with a value each, in the order in which they were added.",
    .methods = dict_methods,
    .repr = dict_repr,
    .compare = dict_compare,
    .iter = dict_iter,
    .new = dict_make,
    .init = dict_init,
    .binary = {[BIN_OR] = dict_or},
    .inplace = {[BIN_OR] = dict_inplace_or},
    .length = dict_length_slot,
    .get_item = dict_get_item,
    .set_item = dict_set_item,
    .contains = dict_contains,
};
