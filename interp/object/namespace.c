/* types.SimpleNamespace: an object with attributes and nothing else. sys.implementation is one. */
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct Namespace {
    Object base;
    Object *dict; /* owned, never NULL */
} Namespace;

static inline Object *attributes(Object *o) {
    return ((Namespace *)o)->dict;
}

static Object *namespace_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *dict = dict_new();
    Namespace *n = dict ? (Namespace *)object_new(t) : NULL;
    if (!n) {
        xdecref(dict);
        return NULL;
    }
    n->dict = dict;
    gc_track(n);
    return (Object *)n;
}

Object *namespace_new(Object *dict) {
    Object *n = namespace_make(&namespace_type, NULL, 0, NULL);
    if (n && dict && dict_update(attributes(n), dict) < 0) clear_ref(&n);
    return n;
}

static void namespace_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(attributes(o));
    object_free(o);
}

static int namespace_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(attributes(o), visit, arg);
}

static void namespace_clear(Object *o) {
    dict_empty(attributes(o));
}

/* The keywords of a call become attributes. */
static int take_keywords(Object *o, Object **values, Tuple *kwnames) {
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++)
        if (dict_set(attributes(o), tuple_item(kwnames, i), values[i]) < 0) return -1;
    return 0;
}

static int take_mapping(Object *o, Object *source) {
    Object *dict = source->type == &dict_type ? newref(source) : object_call1((Object *)&dict_type, source), *key;
    if (!dict) return -1;
    int r = 0;
    for (ptrdiff_t i = 0; r == 0 && dict_next(dict, &i, &key, NULL);)
        if (!str_check(key)) r = raise_int(&exc_TypeError, "keywords must be strings");
    if (r == 0) r = dict_update(attributes(o), dict);
    decref(dict);
    return r;
}

static int namespace_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count(type_short_name(o->type), nargs, 0, 1) < 0) return -1;
    if (nargs > 0 && take_mapping(o, args[0]) < 0) return -1;
    return take_keywords(o, args + nargs, kwnames);
}

static Object *namespace_repr(Object *o) {
    const char *name = o->type == &namespace_type ? "namespace" : type_short_name(o->type);
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_format("%s(...)", name) : NULL;
    StrWriter w = writer_new();
    int r = writer_format(&w, "%s(", name);
    Object *key, *value;
    bool first = true;
    for (ptrdiff_t i = 0; r == 0 && dict_next(attributes(o), &i, &key, &value);) {
        if (!str_check(key) || str_length(key) == 0) continue;
        incref(key);
        incref(value);
        r = writer_format(&w, first ? "%S=%R" : ", %S=%R", key, value);
        first = false;
        decref(key);
        decref(value);
    }
    if (r == 0) r = writer_char(&w, ')');
    repr_leave(o);
    return r < 0 ? NULL : writer_finish(&w);
}

static Object *namespace_compare(Object *a, Object *b, enum CompareOp op) {
    if (!is_instance(a, &namespace_type) || !is_instance(b, &namespace_type)) return newref(NOT_IMPLEMENTED);
    return object_compare(attributes(a), attributes(b), op);
}

static Object *namespace_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *nothing = tuple_new(0), *result = tuple_pack(3, o->type, nothing, attributes(o));
    decref(nothing);
    return result;
}

/* The class is named with its module, unless that is the program. */
static void raise_not_a_namespace(Object *o, Object *copy) {
    Object *module = object_getattr((Object *)o->type, names.__module__);
    if (!module) return;
    bool is_main = str_check(module) && str_equal_c(module, "__main__");
    Object *name = is_main ? str_format("%T", o) : str_format("%S.%T", module, o);
    if (name)
        raise_error(&exc_TypeError, "expect types.SimpleNamespace type, but %S() returned '%T' object", name, copy);
    xdecref(name);
    decref(module);
}

static Object *namespace_replace(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 0) return raise_error(&exc_TypeError, "__replace__() takes no positional arguments");
    Object *copy = object_call0((Object *)o->type);
    if (!copy) return NULL;
    if (!is_instance(copy, &namespace_type)) {
        raise_not_a_namespace(o, copy);
        decref(copy);
        return NULL;
    }
    if (dict_update(attributes(copy), attributes(o)) == 0 && take_keywords(copy, args, kwnames) == 0) return copy;
    decref(copy);
    return NULL;
}

static const Method namespace_methods[] = {
    {"__reduce__", namespace_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__replace__", (NativeFn)(void *)namespace_replace, 0, -1,
     "__replace__(**changes)\n--\n\nA copy with some attributes changed.", METH_KEYWORDS},
    {NULL},
};

static const GetSet namespace_getset[] = {
    {"__dict__", attribute_get_dict, NULL, NULL, NULL, true},
    {NULL},
};

Type namespace_type = {
    .mem = {.name = "types.SimpleNamespace",
            .size = sizeof(Namespace),
            .flags = TYPE_GC | TYPE_BASE,
            .dict_offset = offsetof(Namespace, dict),
            .dealloc = namespace_dealloc,
            .traverse = namespace_traverse,
            .clear = namespace_clear},
    .doc = "SimpleNamespace(mapping_or_iterable=(), /, **kwargs)\n--\n\nAn object for attributes.",
    .methods = namespace_methods,
    .getset = namespace_getset,
    .repr = namespace_repr,
    .compare = namespace_compare,
    .new = namespace_make,
    .init = namespace_init,
};
