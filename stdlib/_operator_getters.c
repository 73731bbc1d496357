/* operator.itemgetter, attrgetter and methodcaller: small callables that get something from their argument. They serve
 * as key functions, so a call makes as little as it can. */
#include "stdlib/operator.h"

/* All three: a tuple of what was given, and what was made of it. */
typedef struct Getter {
    Object base;
    Object *given;    /* itemgetter: the keys; attrgetter: the names; methodcaller: the name, then the arguments */
    Object *paths;    /* attrgetter: for each name a tuple of its parts, interned; or NULL */
    Object *keywords; /* methodcaller: a dict, or NULL */
} Getter;

/* Steals given and paths, NULL after a failure; a getter without paths passes None. */
static Getter *getter_new(Type *t, Object *given, Object *paths) {
    Getter *g = given && paths ? (Getter *)object_new(t) : NULL;
    if (!g) {
        xdecref(given);
        xdecref(paths);
        return NULL;
    }
    g->given = given;
    g->paths = paths;
    gc_track(g);
    return g;
}

static void getter_dealloc(Object *o) {
    Getter *g = (Getter *)o;
    gc_untrack(o);
    xdecref(g->given);
    xdecref(g->paths);
    xdecref(g->keywords);
    object_free(o);
}

static int getter_traverse(Object *o, Visit visit, void *arg) {
    Getter *g = (Getter *)o;
    int r = visit_ref(g->given, visit, arg);
    return r ? r : visit_ref(g->keywords, visit, arg);
}

static void getter_clear(Object *o) {
    if (((Getter *)o)->keywords) dict_empty(((Getter *)o)->keywords);
}

/* "operator.itemgetter(1, 2)" */
static Object *getter_repr(Object *o) {
    Getter *g = (Getter *)o;
    int entered = repr_enter(o);
    const char *name = o->type->mem.name;
    if (entered) return entered > 0 ? str_format("%s(...)", name) : NULL;
    StrWriter w = writer_new();
    int r = writer_format(&w, "%s(", name);
    for (ptrdiff_t i = 0; r == 0 && i < tuple_length(g->given); i++)
        r = writer_format(&w, i ? ", %R" : "%R", tuple_item(g->given, i));
    Object *key, *value;
    for (ptrdiff_t i = 0; r == 0 && g->keywords && dict_next(g->keywords, &i, &key, &value);) {
        incref(key);
        incref(value);
        r = writer_format(&w, ", %S=%R", key, value);
        decref(key);
        decref(value);
    }
    if (r == 0) r = writer_char(&w, ')');
    repr_leave(o);
    if (r == 0) return writer_finish(&w);
    writer_drop(&w);
    return NULL;
}

static Object *getter_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return tuple_pack(2, o->type, ((Getter *)o)->given);
}

static const Method getter_methods[] = {
    {"__reduce__", getter_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

/* One argument or more to make a getter. */
static int some_arguments(const char *function, ptrdiff_t nargs, Tuple *kwnames) {
    return args_no_keywords(function, kwnames) < 0 ? -1 : args_count(function, nargs, 1, nargs ? -1 : 1);
}

/* The one argument of a call. */
static inline int one_argument(const char *function, ptrdiff_t nargs, Tuple *kwnames) {
    if (likely(nargs == 1 && !kwnames)) return 0;
    if (kwnames && args_no_keywords(function, kwnames) < 0) return -1;
    return args_count(function, nargs, 1, 1);
}

/* A tuple of get(o, part) for each part. */
static inline Object *get_each(Object *parts, Object *o, Object *(*get)(Object *, Object *)) {
    ptrdiff_t n = tuple_length(parts);
    Object *result = tuple_new(n);
    for (ptrdiff_t i = 0; result && i < n; i++) {
        Object *value = get(o, tuple_item(parts, i));
        if (value)
            tuple_set(result, i, value);
        else
            clear_ref(&result);
    }
    return result;
}

/* ---- itemgetter */

static Object *itemgetter_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (some_arguments("itemgetter", nargs, kwnames) < 0) return NULL;
    return (Object *)getter_new(t, tuple_from(args, nargs), new_none());
}

/* from[key], without a call for items of tuples and lists, and values of dicts by text. */
static inline Object *get_item(Object *from, Object *key) {
    if (key->type == &int_type) {
        uint64_t i = (uint64_t)((Int *)key)->value;
        const Tuple *t = (Tuple *)from;
        const List *l = (List *)from;
        if (from->type == &tuple_type && i < (uint64_t)t->length) return newref(t->items[i]);
        if (from->type == &list_type && i < (uint64_t)l->length) return newref(l->items[i]);
    } else if (from->type == &dict_type && key->type == &str_type) {
        Object *value = dict_peek((Dict *)from, key);
        if (value) return newref(value);
    }
    return object_getitem(from, key);
}

static __attribute__((noinline)) Object *get_items(Tuple *keys, Object *from) {
    return get_each((Object *)keys, from, get_item);
}

static Object *itemgetter_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (one_argument("itemgetter", nargs, kwnames) < 0) return NULL;
    Tuple *keys = (Tuple *)((Getter *)o)->given;
    return likely(keys->length == 1) ? get_item(args[0], keys->items[0]) : get_items(keys, args[0]);
}

Type operator_itemgetter = {
    .mem = {.name = "operator.itemgetter",
            .size = sizeof(Getter),
            .flags = TYPE_GC,
            .dealloc = getter_dealloc,
            .traverse = getter_traverse},
    .doc = "itemgetter(item, /, *items)\n--\n\nA callable that gives x[item] for x, or a tuple if there are several "
           "items.",
    .methods = getter_methods,
    .repr = getter_repr,
    .call = itemgetter_call,
    .new = itemgetter_make,
};

/* ---- attrgetter */

/* "a.b" as the tuple of its parts, interned. */
static Object *split_name(Object *name) {
    if (!str_check(name)) return raise_error(&exc_TypeError, "attribute name must be a string");
    if (name->type == &str_type && str_find_c((Str *)name, ".") < 0) {
        Object *whole = tuple_pack(1, name);
        if (whole) str_intern(&((Tuple *)whole)->items[0]);
        return whole;
    }
    Object *dot = str_from_char('.'), *split = dot ? object_call_method(name, names.split, &dot, 1) : NULL;
    xdecref(dot);
    if (!split) return NULL;
    Object *parts = sequence_tuple(split);
    decref(split);
    for (ptrdiff_t i = 0; parts && i < tuple_length(parts); i++) str_intern(&((Tuple *)parts)->items[i]);
    return parts;
}

static Object *attrgetter_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (some_arguments("attrgetter", nargs, kwnames) < 0) return NULL;
    Object *paths = tuple_new(nargs);
    for (ptrdiff_t i = 0; paths && i < nargs; i++) {
        Object *parts = split_name(args[i]);
        if (parts)
            tuple_set(paths, i, parts);
        else
            clear_ref(&paths);
    }
    return paths ? (Object *)getter_new(t, tuple_from(args, nargs), paths) : NULL;
}

static Object *follow_path(Object *o, Object *path) {
    Object *value = object_getattr(o, (Str *)tuple_item(path, 0));
    for (ptrdiff_t i = 1; value && i < tuple_length(path); i++) {
        Object *next = object_getattr(value, (Str *)tuple_item(path, i));
        decref(value);
        value = next;
    }
    return value;
}

static Object *attrgetter_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (one_argument("attrgetter", nargs, kwnames) < 0) return NULL;
    const Tuple *paths = (Tuple *)((Getter *)o)->paths, *path = (Tuple *)paths->items[0];
    if (paths->length == 1) {
        return path->length == 1 ? object_getattr(args[0], (Str *)path->items[0])
                                 : follow_path(args[0], (Object *)path);
    }
    return get_each(((Getter *)o)->paths, args[0], follow_path);
}

Type operator_attrgetter = {
    .mem = {.name = "operator.attrgetter",
            .size = sizeof(Getter),
            .flags = TYPE_GC,
            .dealloc = getter_dealloc,
            .traverse = getter_traverse},
    .doc = "attrgetter(attr, /, *attrs)\n--\n\n"
           "A callable that gives the attribute of its argument, or a tuple if there are several. Dots lead further.",
    .methods = getter_methods,
    .repr = getter_repr,
    .call = attrgetter_call,
    .new = attrgetter_make,
};

/* ---- methodcaller */

static Object *methodcaller_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs < 1) return raise_error(&exc_TypeError, "methodcaller needs at least one argument, the method name");
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "method name must be a string");
    Object *given = tuple_from(args, nargs);
    if (given) str_intern(&((Tuple *)given)->items[0]);
    Getter *g = getter_new(t, given, new_none());
    if (!g || !kwnames) return (Object *)g;
    g->keywords = dict_new();
    for (ptrdiff_t i = 0; g->keywords && i < tuple_length(kwnames); i++)
        if (dict_set(g->keywords, tuple_item(kwnames, i), args[nargs + i]) < 0) clear_ref(&g->keywords);
    if (g->keywords) return (Object *)g;
    decref(g);
    return NULL;
}

static Object *methodcaller_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (one_argument("methodcaller", nargs, kwnames) < 0) return NULL;
    Getter *g = (Getter *)o;
    Tuple *given = (Tuple *)g->given;
    if (!g->keywords) return object_call_method(args[0], (Str *)given->items[0], given->items + 1, given->length - 1);
    Object *method = object_getattr(args[0], (Str *)given->items[0]);
    Object *rest = method ? tuple_slice(g->given, 1, given->length) : NULL;
    Object *result = rest ? object_call_dict(method, rest, g->keywords) : NULL;
    xdecref(method);
    xdecref(rest);
    return result;
}

/* With keywords: (partial(methodcaller, name, **keywords), args) */
static Object *methodcaller_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Getter *g = (Getter *)o;
    if (!g->keywords) return getter_reduce(o, args, nargs);
    Object *functools = import_name("functools");
    Object *partial = functools ? object_getattr_c(functools, "partial") : NULL;
    Object *arguments = partial ? tuple_pack(2, o->type, tuple_item(g->given, 0)) : NULL;
    Object *maker = arguments ? object_call_dict(partial, arguments, g->keywords) : NULL;
    Object *rest = maker ? tuple_slice(g->given, 1, tuple_length(g->given)) : NULL;
    Object *result = rest ? tuple_pack(2, maker, rest) : NULL;
    xdecref(functools);
    xdecref(partial);
    xdecref(arguments);
    xdecref(maker);
    xdecref(rest);
    return result;
}

static const Method methodcaller_methods[] = {
    {"__reduce__", methodcaller_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type operator_methodcaller = {
    .mem = {.name = "operator.methodcaller",
            .size = sizeof(Getter),
            .flags = TYPE_GC,
            .dealloc = getter_dealloc,
            .traverse = getter_traverse,
            .clear = getter_clear},
    .doc = "methodcaller(name, /, *args, **kwargs)\n--\n\nA callable that calls the method of its argument.",
    .methods = methodcaller_methods,
    .repr = getter_repr,
    .call = methodcaller_call,
    .new = methodcaller_make,
};
