/* _collections: the parts of collections that are native: deque, defaultdict, OrderedDict, and two helpers of its
 * Python half, which are here. */
#include "stdlib/collections.h"

/* ---- _tuplegetter: the attribute x of a namedtuple, which is item i */

typedef struct TupleGetter {
    Object base;
    ptrdiff_t index;
    Object *doc; /* owned */
} TupleGetter;

static Type tuplegetter_type;

static Object *tuplegetter_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("_tuplegetter", kwnames) < 0 || args_count("_tuplegetter", nargs, 2, 2) < 0) return NULL;
    ptrdiff_t index = number_as_index(args[0], &exc_OverflowError);
    if (index == -1 && raise_pending()) return NULL;
    TupleGetter *g = (TupleGetter *)object_new(t);
    if (!g) return NULL;
    g->index = index;
    g->doc = newref(args[1]);
    gc_track(g);
    return (Object *)g;
}

static void tuplegetter_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((TupleGetter *)o)->doc);
    object_free(o);
}

static int tuplegetter_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((TupleGetter *)o)->doc, visit, arg);
}

static void tuplegetter_clear(Object *o) {
    clear_ref(&((TupleGetter *)o)->doc);
}

static Object *tuplegetter_get(Object *d, Object *instance, Object *owner) {
    ptrdiff_t index = ((TupleGetter *)d)->index;
    if (!instance) return newref(d);
    if (!tuple_check(instance)) {
        if (instance == NONE) return newref(d);
        return raise_error(&exc_TypeError,
                           "descriptor for index '%zd' for tuple subclasses doesn't apply to '%T' object", index,
                           instance);
    }
    if ((size_t)index >= (size_t)tuple_length(instance))
        return raise_error(&exc_IndexError, "tuple index out of range");
    return newref(tuple_item(instance, index));
}

static int tuplegetter_set(Object *d, Object *instance, Object *value) {
    return raise_int(&exc_AttributeError, value ? "can't set attribute" : "can't delete attribute");
}

static Object *tuplegetter_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    TupleGetter *g = (TupleGetter *)o;
    Object *index = int_from_i64(g->index), *arguments = index ? tuple_pack(2, index, g->doc) : NULL;
    Object *result = arguments ? tuple_pack(2, o->type, arguments) : NULL;
    xdecref(index);
    xdecref(arguments);
    return result;
}

static Object *tuplegetter_repr(Object *o) {
    TupleGetter *g = (TupleGetter *)o;
    return str_format("%s(%zd, %R)", type_short_name(o->type), g->index, g->doc);
}

static const Method tuplegetter_methods[] = {
    {"__reduce__", tuplegetter_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

static const Member tuplegetter_members[] = {
    {"__doc__", MEMBER_OBJECT, offsetof(TupleGetter, doc), 0, NULL},
    {NULL},
};

static Type tuplegetter_type = {
    .mem = {.name = "collections._tuplegetter",
            .size = sizeof(TupleGetter),
            .flags = TYPE_GC,
            .dealloc = tuplegetter_dealloc,
            .traverse = tuplegetter_traverse,
            .clear = tuplegetter_clear},
    .methods = tuplegetter_methods,
    .members = tuplegetter_members,
    .repr = tuplegetter_repr,
    .descr_get = tuplegetter_get,
    .descr_set = tuplegetter_set,
    .new = tuplegetter_make,
};

/* ---- _count_elements: what Counter does with an iterable */

static Object *one_more(Object *count) {
    if (!count) return int_from_i64(1);
    return number_binary(count, (Object *)&int_small[1 - INT_SMALL_MIN], BIN_ADD);
}

/* Counts in the table itself. A plain key's count is exchanged where it stands. */
static int count_in_dict(Object *dict, Object *item) {
    Object **place = item->type == &str_type || item->type == &int_type ? dict_peek_place((Dict *)dict, item) : NULL;
    if (place && !*place) {
        *place = newref(&int_small[1 - INT_SMALL_MIN]);
        return 0;
    }
    if (place && (*place)->type == &int_type && ((Int *)*place)->value < INT64_MAX) {
        Object *more = int_from_i64(((Int *)*place)->value + 1);
        if (!more) return -1;
        set_ref(place, more);
        return 0;
    }
    intptr_t hash = object_hash(item);
    if (hash == -1) return -1;
    Object *count = xnewref(dict_get_hash(dict, item, hash)); /* its __add__ may empty the dict */
    if (!count && raise_pending()) return -1;
    Object *more = one_more(count);
    xdecref(count);
    if (!more) return -1;
    int r = dict_set_hash(dict, item, more, hash);
    decref(more);
    return r;
}

/* Counts with get() and mapping[item] = ..., which a subclass may have redefined. */
static int count_in_mapping(Object *mapping, Object *item) {
    Object *zero = int_from_i64(0), *both[2] = {item, zero};
    Object *count = object_call_method(mapping, names.get, both, 2);
    decref(zero);
    Object *more = count ? one_more(count) : NULL;
    xdecref(count);
    if (!more) return -1;
    int r = object_setitem(mapping, item, more);
    decref(more);
    return r;
}

static bool same_as_dict(Object *o, Str *name) {
    return type_lookup(o->type, name) == type_lookup(&dict_type, name);
}

static Object *count_elements(Object *self, Object **args, ptrdiff_t nargs) {
    Object *mapping = args[0], *it = object_iter(args[1]);
    if (!it) return NULL;
    bool plain = dict_check(mapping) && same_as_dict(mapping, names.__setitem__) && same_as_dict(mapping, names.get);
    int (*count)(Object *, Object *) = plain ? count_in_dict : count_in_mapping;
    int r = 0;
    for (Object *item; r == 0 && (item = object_next(it));) {
        r = count(mapping, item);
        decref(item);
    }
    decref(it);
    return r < 0 || raise_pending() ? NULL : new_none();
}

/* ---- the module */

static int collections_setup(Object *module) {
    static Type *const types[] = {
        &collections_deque,       &collections_deque_iterator, &collections_deque_reverse_iterator,
        &collections_defaultdict, &collections_odict,          &tuplegetter_type,
    };
    static Type *const hidden[] = {&collections_odict_iterator, &collections_odict_keys, &collections_odict_values,
                                   &collections_odict_items};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(module, types[i]) < 0) return -1;
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) type_ready(hidden[i]);
    return 0;
}

static const Method collections_methods[] = {
    {"_count_elements", count_elements, 2, 2,
     "_count_elements(mapping, iterable, /)\n--\n\nAdds 1 to mapping[item] for each item."},
    {NULL},
};

const ModuleSpec _collections_module = {
    .name = "_collections",
    .doc = "The native containers of the module collections.",
    .methods = collections_methods,
    .setup = collections_setup,
};
