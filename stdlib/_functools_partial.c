/* functools.partial: a callable with some arguments given already. Placeholder stands for a positional argument that
 * is still to come.
 *
 * A partial of a partial becomes one partial of the inner function, with the arguments of both.
 */
#include "interp/object/weakref.h"
#include "stdlib/functools.h"

typedef struct Partial {
    Object base;
    Object *function;
    Object *args;       /* an exact tuple; Placeholder where an argument is to come */
    Object *keywords;   /* an exact dict */
    Object *attributes; /* the __dict__, or NULL */
    Object *weaklist;
    ptrdiff_t placeholders; /* in args */
} Partial;

#define PLACEHOLDER (&functools_placeholder)

Object functools_placeholder = {.refcount = IMMORTAL, .type = &functools_placeholder_type};

/* ---- Placeholder */

static Object *placeholder_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 0 || kwnames) return raise_error(&exc_TypeError, "_PlaceholderType takes no arguments");
    return newref(PLACEHOLDER);
}

static Object *placeholder_repr(Object *o) {
    return str_from_c("Placeholder");
}

static Object *placeholder_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return str_from_c("Placeholder");
}

static const Method placeholder_methods[] = {
    {"__reduce__", placeholder_reduce, 0, 0, "__reduce__()\n--\n\nIts name, for pickle and copy."},
    {NULL},
};

Type functools_placeholder_type = {
    .mem = {.name = "functools._PlaceholderType", .size = sizeof(Object)},
    .doc = "The type of Placeholder.",
    .methods = placeholder_methods,
    .repr = placeholder_repr,
    .new = placeholder_make,
};

static ptrdiff_t count_placeholders(Object *args) {
    ptrdiff_t n = 0;
    for (ptrdiff_t i = 0; i < tuple_length(args); i++) n += tuple_item(args, i) == PLACEHOLDER;
    return n;
}

/* ---- making */

/* The arguments of an inner partial, whose placeholders take the first of n more, and the rest behind: a new tuple. */
static Object *merge_args(Partial *inner, Object **more, ptrdiff_t n) {
    ptrdiff_t old = tuple_length(inner->args), filled = n < inner->placeholders ? n : inner->placeholders;
    Object *args = tuple_new(old + n - filled);
    if (!args) return NULL;
    ptrdiff_t used = 0;
    for (ptrdiff_t i = 0; i < old; i++) {
        Object *arg = tuple_item(inner->args, i);
        if (arg == PLACEHOLDER && used < n) arg = more[used++];
        tuple_set(args, i, newref(arg));
    }
    for (ptrdiff_t i = old; used < n; i++) tuple_set(args, i, newref(more[used++]));
    return args;
}

static int add_keywords(Object *keywords, Object **values, Tuple *kwnames) {
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++) {
        if (values[i] == PLACEHOLDER)
            return raise_int(&exc_TypeError, "Placeholder cannot be passed as a keyword argument");
        if (dict_set(keywords, tuple_item(kwnames, i), values[i]) < 0) return -1;
    }
    return 0;
}

static Object *partial_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs < 1) return raise_error(&exc_TypeError, "type 'partial' takes at least one argument");
    Object *function = args[0];
    if (!object_callable(function)) return raise_error(&exc_TypeError, "the first argument must be callable");
    if (nargs > 1 && args[nargs - 1] == PLACEHOLDER)
        return raise_error(&exc_TypeError, "trailing Placeholders are not allowed");
    Partial *inner = is_instance(function, &functools_partial) && !((Partial *)function)->attributes &&
                             (function->type == &functools_partial || function->type == t)
                         ? (Partial *)function
                         : NULL;
    Partial *p = (Partial *)object_new(t);
    if (!p) return NULL;
    p->function = newref(inner ? inner->function : function);
    p->args = inner ? merge_args(inner, args + 1, nargs - 1) : tuple_from(args + 1, nargs - 1);
    p->keywords = inner ? dict_copy(inner->keywords) : dict_new();
    gc_track(p);
    if (p->args && p->keywords && add_keywords(p->keywords, args + nargs, kwnames) == 0) {
        p->placeholders = count_placeholders(p->args);
        return (Object *)p;
    }
    decref(p);
    return NULL;
}

static void partial_dealloc(Object *o) {
    Partial *p = (Partial *)o;
    gc_untrack(o);
    if (p->weaklist) weakref_clear_all(o);
    xdecref(p->function);
    xdecref(p->args);
    xdecref(p->keywords);
    xdecref(p->attributes);
    object_free(o);
}

static int partial_traverse(Object *o, Visit visit, void *arg) {
    Partial *p = (Partial *)o;
    int r = visit_ref(p->function, visit, arg);
    if (r == 0) r = visit_ref(p->args, visit, arg);
    if (r == 0) r = visit_ref(p->keywords, visit, arg);
    return r ? r : visit_ref(p->attributes, visit, arg);
}

/* What it holds in dicts goes; the function and the tuple stay, so that it can still be called and shown. */
static void partial_clear(Object *o) {
    Partial *p = (Partial *)o;
    clear_ref(&p->attributes);
    if (p->keywords) dict_empty(p->keywords);
}

/* ---- calling */

/* The keywords of the partial and those of the call, the latter winning, as an array of values behind the positional
 * ones and a new tuple of names. */
static Tuple *join_keywords(Partial *p, Object **values, Object **more, Tuple *kwnames) {
    ptrdiff_t n = 0, more_count = kwnames ? tuple_length(kwnames) : 0;
    Object *names_tuple = tuple_new(dict_length(p->keywords) + more_count), *key, *value;
    if (!names_tuple) return NULL;
    for (ptrdiff_t i = 0; dict_next(p->keywords, &i, &key, &value);) {
        if (!str_check(key)) { /* put there through p.keywords */
            decref(names_tuple);
            return raise_error(&exc_TypeError, "keywords must be strings");
        }
        for (ptrdiff_t j = 0; j < more_count; j++)
            if (tuple_item(kwnames, j) == key || str_equal(tuple_item(kwnames, j), key)) value = more[j];
        tuple_set(names_tuple, n, newref(key));
        values[n++] = value;
    }
    ptrdiff_t own = n;
    for (ptrdiff_t j = 0; j < more_count; j++) {
        bool known = false;
        for (ptrdiff_t i = 0; i < own && !known; i++)
            known = str_equal(tuple_item(names_tuple, i), tuple_item(kwnames, j));
        if (known) continue;
        tuple_set(names_tuple, n, newref(tuple_item(kwnames, j)));
        values[n++] = more[j];
    }
    Object *exact = n == tuple_length(names_tuple) ? newref(names_tuple) : tuple_slice(names_tuple, 0, n);
    decref(names_tuple);
    return (Tuple *)exact;
}

static Object *partial_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Partial *p = (Partial *)o;
    if (nargs < p->placeholders)
        return raise_error(&exc_TypeError,
                           "missing positional arguments in 'partial' call; expected at least %zd, got %zd",
                           p->placeholders, nargs);
    ptrdiff_t own = tuple_length(p->args), keyword_count = dict_length(p->keywords);
    ptrdiff_t more_keywords = kwnames ? tuple_length(kwnames) : 0;
    ptrdiff_t room = own + nargs + keyword_count + more_keywords;
    Object *few[16], **all = room <= 16 ? few : heap_alloc((size_t)room * sizeof *all), *result = NULL;
    if (!all) return raise_memory();
    ptrdiff_t used = 0, n = 0;
    for (; n < own; n++) {
        Object *arg = tuple_item(p->args, n);
        all[n] = arg == PLACEHOLDER ? args[used++] : arg;
    }
    while (used < nargs) all[n++] = args[used++];
    /* The call may change this partial (__setstate__): what is borrowed from it has to stay alive. */
    Object *function = newref(p->function), *held = newref(p->args), *keywords = NULL;
    Tuple *all_names = NULL;
    if (keyword_count == 0) {
        for (ptrdiff_t i = 0; i < more_keywords; i++) all[n + i] = args[nargs + i];
        result = object_call(function, all, n, kwnames);
    } else if ((keywords = dict_copy(p->keywords)) && (all_names = join_keywords(p, all + n, args + nargs, kwnames)))
        result = object_call(function, all, n, all_names);
    decref(function);
    decref(held);
    xdecref(keywords);
    xdecref(all_names);
    if (all != few) heap_free(all);
    return result;
}

static Object *partial_get(Object *d, Object *instance, Object *owner) {
    return !instance || instance == NONE ? newref(d) : bound_method_new(d, instance);
}

/* ---- showing and pickling */

static int write_arguments(StrWriter *w, Object *args, Object *keywords) {
    for (ptrdiff_t i = 0; i < tuple_length(args); i++)
        if (writer_format(w, ", %R", tuple_item(args, i)) < 0) return -1;
    Object *key, *value;
    for (ptrdiff_t i = 0; dict_next(keywords, &i, &key, &value);)
        if (writer_format(w, ", %S=%R", key, value) < 0) return -1;
    return 0;
}

static int write_call(StrWriter *w, Type *t, Object *function, Object *args, Object *keywords) {
    Object *module = object_getattr((Object *)t, names.__module__);
    Object *name = module ? object_getattr((Object *)t, names.__qualname__) : NULL;
    int r = name ? writer_format(w, "%S.%S(%R", module, name, function) : -1;
    if (r == 0) r = write_arguments(w, args, keywords);
    xdecref(module);
    xdecref(name);
    return r == 0 ? writer_char(w, ')') : -1;
}

/* The __repr__ of an argument may change the partial: what is shown is what it was before. */
static Object *partial_repr(Object *o) {
    Partial *p = (Partial *)o;
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("...") : NULL;
    Object *function = newref(p->function), *args = newref(p->args), *keywords = dict_copy(p->keywords), *result = NULL;
    StrWriter w = writer_new();
    if (keywords && write_call(&w, o->type, function, args, keywords) == 0)
        result = writer_finish(&w);
    else
        writer_drop(&w);
    decref(function);
    decref(args);
    xdecref(keywords);
    repr_leave(o);
    return result;
}

static Object *partial_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Partial *p = (Partial *)o;
    Object *arguments = tuple_pack(1, p->function);
    Object *state = tuple_pack(4, p->function, p->args, p->keywords, p->attributes ? p->attributes : NONE);
    Object *result = arguments && state ? tuple_pack(3, o->type, arguments, state) : NULL;
    xdecref(arguments);
    xdecref(state);
    return result;
}

/* (function, args, keywords or None, __dict__ or None) */
static bool is_state(Object *state) {
    if (!tuple_check(state) || tuple_length(state) != 4) return false;
    Object *keywords = tuple_item(state, 2), *attributes = tuple_item(state, 3);
    return object_callable(tuple_item(state, 0)) && tuple_check(tuple_item(state, 1)) &&
           (keywords == NONE || dict_check(keywords)) && (attributes == NONE || dict_check(attributes));
}

static Object *partial_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    Partial *p = (Partial *)o;
    if (!is_state(args[0])) return raise_error(&exc_TypeError, "invalid partial state");
    Object **state = ((Tuple *)args[0])->items, *given = state[1], *attributes = state[3];
    ptrdiff_t n = tuple_length(given);
    if (n > 0 && tuple_item(given, n - 1) == PLACEHOLDER)
        return raise_error(&exc_TypeError, "trailing Placeholders are not allowed");
    Object *plain = given->type == &tuple_type ? newref(given) : tuple_from(((Tuple *)given)->items, n);
    Object *keywords = state[2] == NONE               ? dict_new()
                       : state[2]->type == &dict_type ? newref(state[2])
                                                      : dict_copy(state[2]);
    if (!plain || !keywords) {
        xdecref(plain);
        xdecref(keywords);
        return NULL;
    }
    p->placeholders = count_placeholders(plain);
    set_ref(&p->function, newref(state[0]));
    set_ref(&p->args, plain);
    set_ref(&p->keywords, keywords);
    set_ref(&p->attributes, attributes == NONE ? NULL : newref(attributes));
    return new_none();
}

static const Method partial_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias partial[object].", METH_CLASS},
    {"__reduce__", partial_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", partial_setstate, 1, 1, "__setstate__(object, /)\n--\n\nTakes over what __reduce__ gave."},
    {NULL},
};

static const Member partial_members[] = {
    {"func", MEMBER_OBJECT, offsetof(Partial, function), MEMBER_READONLY, "The function that is called in the end."},
    {"args", MEMBER_OBJECT, offsetof(Partial, args), MEMBER_READONLY, "The positional arguments that are given."},
    {"keywords", MEMBER_OBJECT, offsetof(Partial, keywords), MEMBER_READONLY, "The keyword arguments that are given."},
    {NULL},
};

static const GetSet partial_getset[] = {
    {"__dict__", attribute_get_dict, attribute_set_dict, NULL},
    {NULL},
};

Type functools_partial = {
    .mem = {.name = "functools.partial",
            .size = sizeof(Partial),
            .flags = TYPE_GC | TYPE_BASE | TYPE_METHOD_LIKE,
            .weaklist_offset = offsetof(Partial, weaklist),
            .dict_offset = offsetof(Partial, attributes),
            .dealloc = partial_dealloc,
            .traverse = partial_traverse,
            .clear = partial_clear},
    .doc = "partial(func, /, *args, **keywords)\n--\n\nA callable that passes these arguments, and those of the call "
           "behind.",
    .methods = partial_methods,
    .members = partial_members,
    .getset = partial_getset,
    .repr = partial_repr,
    .call = partial_call,
    .descr_get = partial_get,
    .new = partial_make,
};
