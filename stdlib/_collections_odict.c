/* collections.OrderedDict: a dict whose order is part of its value.
 *
 * Every dict keeps its items in order; this type adds what makes use of that: moving an item to either end, taking one
 * from either end, equality that looks at the order. The table of dict does the work. Items come in through
 * self[key] = value, so that a subclass may have a say.
 */
#include "interp/object/weakref.h"
#include "stdlib/collections.h"

typedef struct OrderedDict {
    Dict dict;
    Object *attributes; /* the __dict__, or NULL */
    Object *weaklist;
} OrderedDict;

static bool is_odict(const Object *o) {
    return is_instance(o, &collections_odict);
}

static void odict_dealloc(Object *o) {
    gc_untrack(o);
    if (((OrderedDict *)o)->weaklist) weakref_clear_all(o);
    xdecref(((OrderedDict *)o)->attributes);
    dict_type.mem.dealloc(o);
}

static int odict_traverse(Object *o, Visit visit, void *arg) {
    int r = visit_ref(((OrderedDict *)o)->attributes, visit, arg);
    return r ? r : dict_type.mem.traverse(o, visit, arg);
}

static void odict_clear(Object *o) {
    clear_ref(&((OrderedDict *)o)->attributes);
    dict_empty(o);
}

/* ---- update: as MutableMapping has it */

/* The two items of a pair: 0; -1 when there are fewer or more. */
static int unpack_pair(Object *pair, Object **key, Object **value) {
    Object *it = object_iter(pair), *rest = NULL;
    if (!it) return -1;
    *key = *value = NULL;
    if (!(*key = object_next(it))) {
        if (!raise_pending()) raise_error(&exc_ValueError, "need more than 0 values to unpack");
    } else if (!(*value = object_next(it))) {
        if (!raise_pending()) raise_error(&exc_ValueError, "need more than 1 value to unpack");
    } else if ((rest = object_next(it)))
        raise_error(&exc_ValueError, "too many values to unpack (expected 2)");
    decref(it);
    xdecref(rest);
    if (!raise_pending()) return 0;
    xdecref(*key);
    xdecref(*value);
    return -1;
}

static int add_pairs(Object *o, Object *pairs) {
    Object *it = object_iter(pairs);
    if (!it) return -1;
    int r = 0;
    for (Object *pair, *key, *value; r == 0 && (pair = object_next(it));) {
        r = unpack_pair(pair, &key, &value);
        decref(pair);
        if (r < 0) break;
        r = object_setitem(o, key, value);
        decref(key);
        decref(value);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

static int add_by_keys(Object *o, Object *mapping, Object *keys) {
    Object *it = object_iter(keys);
    if (!it) return -1;
    int r = 0;
    for (Object *key; r == 0 && (key = object_next(it));) {
        Object *value = object_getitem(mapping, key);
        r = value ? object_setitem(o, key, value) : -1;
        xdecref(value);
        decref(key);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

static int update_from(Object *o, Object *source) {
    if (source->type == &dict_type) {
        Object *items = dict_items_list(source); /* a setter may change the source */
        int r = items ? add_pairs(o, items) : -1;
        xdecref(items);
        return r;
    }
    Object *method = object_getattr_opt(source, names.keys);
    bool by_keys = method != NULL;
    if (!method && !raise_pending()) method = object_getattr_opt(source, names.items);
    if (!method) return raise_pending() ? -1 : add_pairs(o, source);
    Object *parts = object_call0(method);
    decref(method);
    int r = !parts ? -1 : by_keys ? add_by_keys(o, source, parts) : add_pairs(o, parts);
    xdecref(parts);
    return r;
}

static int update_from_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 0 && update_from(o, args[0]) < 0) return -1;
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++)
        if (object_setitem(o, tuple_item(kwnames, i), args[nargs + i]) < 0) return -1;
    return 0;
}

static int odict_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 1) return raise_int(&exc_TypeError, "expected at most 1 argument, got %zd", nargs);
    return update_from_call(o, args, nargs, kwnames);
}

static Object *odict_update(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 1)
        return raise_error(&exc_TypeError, "update() takes at most 1 positional argument (%zd given)", nargs);
    return update_from_call(o, args, nargs, kwnames) < 0 ? NULL : new_none();
}

/* ---- iterating: one type for keys, values and items in either direction
 *
 * An iterator remembers the version of the table, which every change of keys or order ends. */

enum Part { KEYS, VALUES, ITEMS };

typedef struct OdictIterator {
    Object base;
    Object *dict; /* owned; NULL: exhausted */
    uint32_t version;
    enum Part part;
    bool backward;
    ptrdiff_t position, left;
    Object *pair; /* the tuple given out last; owned */
} OdictIterator;

static Object *odict_iterator_new(Object *dict, enum Part part, bool backward) {
    OdictIterator *it = (OdictIterator *)object_new(&collections_odict_iterator);
    if (!it) return NULL;
    it->dict = newref(dict);
    it->version = dict_keys_version((Dict *)dict);
    it->part = part;
    it->backward = backward;
    it->position = backward ? DICT_END : 0;
    it->left = dict_length(dict);
    gc_track(it);
    return (Object *)it;
}

static void odict_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((OdictIterator *)o)->dict);
    xdecref(((OdictIterator *)o)->pair);
    object_free(o);
}

static int odict_iterator_traverse(Object *o, Visit visit, void *arg) {
    int r = visit_ref(((OdictIterator *)o)->dict, visit, arg);
    return r ? r : visit_ref(((OdictIterator *)o)->pair, visit, arg);
}

static void odict_iterator_clear(Object *o) {
    clear_ref(&((OdictIterator *)o)->pair);
}

static Object *odict_iterator_next(Object *o) {
    OdictIterator *it = (OdictIterator *)o;
    Object *key, *value;
    if (!it->dict) return NULL;
    if (it->left == 0) goto end;
    if (((Dict *)it->dict)->keys->version != it->version) {
        raise_error(&exc_RuntimeError, "OrderedDict mutated during iteration");
        goto end;
    }
    it->left--;
    if (!(it->backward ? dict_previous : dict_next)(it->dict, &it->position, &key, &value)) goto end;
    if (it->part != ITEMS) return newref(it->part == KEYS ? key : value);
    return tuple_pair(&it->pair, newref(key), newref(value));
end:
    clear_ref(&it->dict);
    return NULL;
}

/* (iter, ([what is left],)): pickling takes a snapshot and leaves the iterator where it is. */
static Object *odict_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    OdictIterator *it = (OdictIterator *)o, *ahead = (OdictIterator *)object_new(o->type);
    if (!ahead) return NULL;
    ahead->dict = xnewref(it->dict);
    ahead->version = it->version;
    ahead->part = it->part;
    ahead->backward = it->backward;
    ahead->position = it->position;
    ahead->left = it->left;
    Object *rest = sequence_list((Object *)ahead);
    decref(ahead);
    return iterator_reduce_rest(rest);
}

static const Method odict_iterator_methods[] = {
    {"__reduce__", odict_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type collections_odict_iterator = {
    .mem = {.name = "odict_iterator",
            .size = sizeof(OdictIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = odict_iterator_dealloc,
            .traverse = odict_iterator_traverse,
            .clear = odict_iterator_clear},
    .methods = odict_iterator_methods,
    .iter = iterator_self,
    .next = odict_iterator_next,
};

/* ---- views */

static enum Part view_part(Object *view) {
    return view->type == &collections_odict_keys ? KEYS : view->type == &collections_odict_items ? ITEMS : VALUES;
}

static Object *odict_view_iter(Object *view) {
    return odict_iterator_new(dict_view_dict(view), view_part(view), false);
}

static Object *odict_view_reversed(Object *view, Object **args, ptrdiff_t nargs) {
    return odict_iterator_new(dict_view_dict(view), view_part(view), true);
}

static const Method odict_view_methods[] = {
    {"__reversed__", odict_view_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator, the last first."},
    {NULL},
};

Type collections_odict_keys = {
    .mem = {.name = "odict_keys", .flags = TYPE_GC | TYPE_NO_NEW},
    .base = &dict_keys_type,
    .methods = odict_view_methods,
    .iter = odict_view_iter,
};

Type collections_odict_values = {
    .mem = {.name = "odict_values", .flags = TYPE_GC | TYPE_NO_NEW},
    .base = &dict_values_type,
    .methods = odict_view_methods,
    .iter = odict_view_iter,
};

Type collections_odict_items = {
    .mem = {.name = "odict_items", .flags = TYPE_GC | TYPE_NO_NEW},
    .base = &dict_items_type,
    .methods = odict_view_methods,
    .iter = odict_view_iter,
};

static Object *odict_iter(Object *o) {
    return odict_iterator_new(o, KEYS, false);
}

static Object *odict_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    return odict_iterator_new(o, KEYS, true);
}

static Object *odict_keys(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&collections_odict_keys, o);
}

static Object *odict_values(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&collections_odict_values, o);
}

static Object *odict_items(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_view_new(&collections_odict_items, o);
}

/* ---- slots */

static Object *odict_repr(Object *o) {
    const char *name = type_short_name(o->type);
    if (dict_length(o) == 0) return str_format("%s()", name);
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("...") : NULL;
    Object *result = NULL;
    /* A subclass may show other items than the table has. */
    Object *items = o->type == &collections_odict ? NULL : object_call_method(o, names.items, NULL, 0);
    Object *dict = items ? object_call1((Object *)&dict_type, items) : raise_pending() ? NULL : dict_copy(o);
    if (dict) result = str_format("%s(%R)", name, dict);
    xdecref(items);
    xdecref(dict);
    repr_leave(o);
    return result;
}

/* Are the keys of two dicts of equal size the same in the same order? 1, 0, -1 */
static int same_order(Object *a, Object *b) {
    uint32_t version_a = dict_keys_version((Dict *)a), version_b = dict_keys_version((Dict *)b);
    Object *x, *y;
    for (ptrdiff_t i = 0, j = 0; dict_next(a, &i, &x, NULL) && dict_next(b, &j, &y, NULL);) {
        incref(x);
        incref(y);
        int r = object_equal(x, y);
        decref(x);
        decref(y);
        if (r <= 0) return r;
        if (((Dict *)a)->keys->version != version_a || ((Dict *)b)->keys->version != version_b)
            return raise_int(&exc_RuntimeError, "OrderedDict mutated during iteration");
    }
    return 1;
}

static Object *odict_compare(Object *a, Object *b, enum CompareOp op) {
    Object *result = dict_type.compare(a, b, op);
    if (!is_odict(a) || !is_odict(b) || result != (op == CMP_EQ ? TRUE : op == CMP_NE ? FALSE : NULL)) return result;
    decref(result);
    int r = same_order(a, b);
    return r < 0 ? NULL : new_bool((r == 1) == (op == CMP_EQ));
}

static Object *odict_or(Object *a, Object *b) {
    if (!dict_check(a) || !dict_check(b)) return newref(NOT_IMPLEMENTED);
    Object *result = object_call1((Object *)(is_odict(a) ? a : b)->type, a);
    if (result && update_from(result, b) < 0) clear_ref(&result);
    return result;
}

static Object *odict_inplace_or(Object *o, Object *other) {
    return update_from(o, other) < 0 ? NULL : newref(o);
}

/* ---- methods */

static Object *odict_clear_method(Object *o, Object **args, ptrdiff_t nargs) {
    dict_empty(o);
    return new_none();
}

/* Copies item by item, through what a subclass may have redefined. */
static int copy_items(Object *copy, Object *o) {
    bool exact = o->type == &collections_odict;
    uint32_t version = dict_keys_version((Dict *)o);
    Object *key, *value;
    for (ptrdiff_t i = 0; dict_next(o, &i, &key, &value);) {
        incref(key);
        value = exact ? newref(value) : object_getitem(o, key);
        int r = value ? object_setitem(copy, key, value) : -1;
        decref(key);
        xdecref(value);
        if (r < 0) return -1;
        if (((Dict *)o)->keys->version != version)
            return raise_int(&exc_RuntimeError, "OrderedDict mutated during iteration");
    }
    return 0;
}

static Object *odict_copy(Object *o, Object **args, ptrdiff_t nargs) {
    Object *copy = object_call0((Object *)o->type);
    if (copy && copy_items(copy, o) < 0) clear_ref(&copy);
    return copy;
}

static Object *odict_fromkeys(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *value = arg_or_null(args, nargs, 1), *d = object_call0(cls), *it = d ? object_iter(args[0]) : NULL;
    int r = it ? 0 : -1;
    for (Object *key; r == 0 && (key = object_next(it));) {
        r = object_setitem(d, key, value ? value : NONE);
        decref(key);
    }
    xdecref(it);
    if (raise_pending()) clear_ref(&d);
    return d;
}

/* The truth of `last`, which is True when it is not given. */
static int last_argument(Object *last) {
    return last ? object_truth(last) : 1;
}

static Object *odict_move_to_end(Object *o, Object **args, ptrdiff_t nargs) {
    int last = last_argument(arg_or_null(args, nargs, 1));
    int r = last < 0 ? -1 : dict_move_to_end(o, args[0], last);
    return r > 0 ? new_none() : r == 0 ? raise_key(args[0]) : NULL;
}

static Object *odict_pop(Object *o, Object **args, ptrdiff_t nargs) {
    Object *value = dict_pop(o, args[0]), *otherwise = arg_or_null(args, nargs, 1);
    if (value || raise_pending()) return value;
    return otherwise ? newref(otherwise) : raise_key(args[0]);
}

static Object *odict_popitem(Object *o, Object **args, ptrdiff_t nargs) {
    int last = last_argument(arg_or_null(args, nargs, 0));
    if (last < 0) return NULL;
    Object *pair[2];
    if (!dict_take_end(o, last, &pair[0], &pair[1])) return raise_error(&exc_KeyError, "dictionary is empty");
    return tuple_from_steal(pair, 2);
}

static Object *odict_setdefault(Object *o, Object **args, ptrdiff_t nargs) {
    Object *value = arg_or_null(args, nargs, 1);
    if (!value) value = NONE;
    if (o->type == &collections_odict) return dict_setdefault(o, args[0], value);
    int there = object_contains(o, args[0]);
    if (there < 0) return NULL;
    if (there) return object_getitem(o, args[0]);
    return object_setitem(o, args[0], value) < 0 ? NULL : newref(value);
}

static Object *odict_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    size_t keys = dict_sizeof((Dict *)o) - sizeof(GcHeader) - sizeof(Dict);
    return int_from_i64((int64_t)(o->type->mem.size + keys));
}

static Object *odict_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *state = object_call_method(o, names.__getstate__, NULL, 0);
    Object *items = state ? object_call_method(o, names.items, NULL, 0) : NULL, *it = items ? object_iter(items) : NULL;
    Object *nothing = tuple_new(0), *result = it ? tuple_pack(5, o->type, nothing, state, NONE, it) : NULL;
    decref(nothing);
    xdecref(state);
    xdecref(items);
    xdecref(it);
    return result;
}

static const Method odict_methods[] = {
    {"__reduce__", odict_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__reversed__", odict_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator over the keys, the last first."},
    {"__sizeof__", odict_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the dict and its table."},
    {"clear", odict_clear_method, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"copy", odict_copy, 0, 0, "copy()\n--\n\nA copy in the same order."},
    {"fromkeys", odict_fromkeys, 1, 2,
     "fromkeys(iterable, value=None)\n--\n\nA new dict with keys from an iterable and one value for all.", METH_CLASS},
    {"items", odict_items, 0, 0, "items()\n--\n\nA view of the pairs of key and value."},
    {"keys", odict_keys, 0, 0, "keys()\n--\n\nA view of the keys."},
    {"move_to_end", odict_move_to_end, 1, 2,
     "move_to_end(key, last=True)\n--\n\nMoves a key to the end, or to the front; KeyError when it is not there."},
    {"pop", odict_pop, 1, 2,
     "pop(key, default=<unrepresentable>)\n--\n\nRemoves a key and returns its value, or default; else KeyError."},
    {"popitem", odict_popitem, 0, 1,
     "popitem(last=True)\n--\n\nRemoves the last or the first item and returns it as a pair."},
    {"setdefault", odict_setdefault, 1, 2,
     "setdefault(key, default=None)\n--\n\nThe value of key, which becomes default when it is not there."},
    {"update", (NativeFn)(void *)odict_update, 0, -1,
     "update([mapping or pairs], **kwargs)\n\nTakes over the items of a mapping or of an iterable of pairs, and "
     "keywords.",
     METH_KEYWORDS},
    {"values", odict_values, 0, 0, "values()\n--\n\nA view of the values."},
    {NULL},
};

static const GetSet odict_getset[] = {
    {"__dict__", attribute_get_dict, attribute_set_dict, NULL},
    {NULL},
};

Type collections_odict = {
    .mem = {.name = "collections.OrderedDict",
            .size = sizeof(OrderedDict),
            .flags = TYPE_GC | TYPE_BASE,
            .weaklist_offset = offsetof(OrderedDict, weaklist),
            .dict_offset = offsetof(OrderedDict, attributes),
            .dealloc = odict_dealloc,
            .traverse = odict_traverse,
            .clear = odict_clear},
    .base = &dict_type,
    .doc = "OrderedDict([mapping or pairs], **kwargs)\n\nA dict whose order counts and can be changed.",
    .methods = odict_methods,
    .getset = odict_getset,
    .repr = odict_repr,
    .compare = odict_compare,
    .iter = odict_iter,
    .init = odict_init,
    .binary = {[BIN_OR] = odict_or},
    .inplace = {[BIN_OR] = odict_inplace_or},
};
