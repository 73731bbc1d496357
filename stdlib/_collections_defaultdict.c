/* collections.defaultdict: a dict that calls a factory for the value of a key that is not there. */
#include "stdlib/collections.h"

typedef struct DefaultDict {
    Dict dict;
    Object *factory; /* owned; NULL: none */
} DefaultDict;

static int defaultdict_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *factory = nargs > 0 ? args[0] : NONE;
    if (factory != NONE && !object_callable(factory))
        return raise_int(&exc_TypeError, "first argument must be callable or None");
    set_ref(&((DefaultDict *)o)->factory, factory == NONE ? NULL : newref(factory));
    return dict_type.init(o, nargs > 0 ? args + 1 : args, nargs > 0 ? nargs - 1 : 0, kwnames);
}

static void defaultdict_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((DefaultDict *)o)->factory);
    dict_type.mem.dealloc(o);
}

static int defaultdict_traverse(Object *o, Visit visit, void *arg) {
    int r = visit_ref(((DefaultDict *)o)->factory, visit, arg);
    return r ? r : dict_type.mem.traverse(o, visit, arg);
}

static void defaultdict_clear(Object *o) {
    clear_ref(&((DefaultDict *)o)->factory);
    dict_empty(o);
}

static Object *factory_or_none(Object *o) {
    Object *factory = ((DefaultDict *)o)->factory;
    return factory ? factory : NONE;
}

static Object *defaultdict_missing(Object *o, Object **args, ptrdiff_t nargs) {
    Object *factory = newref(factory_or_none(o)); /* it may replace itself */
    Object *value = factory == NONE ? raise_key(args[0]) : object_call0(factory);
    decref(factory);
    if (!value) return NULL;
    Object *stored = dict_setdefault(o, args[0], value); /* the factory may have stored one itself */
    decref(value);
    return stored;
}

/* type(o)(factory, items) */
static Object *make_like(Object *o, Object *items) {
    return object_call2((Object *)o->type, factory_or_none(o), items);
}

static Object *defaultdict_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return make_like(o, o);
}

static Object *defaultdict_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *factory = factory_or_none(o), *arguments = factory == NONE ? tuple_new(0) : tuple_pack(1, factory);
    Object *items = arguments ? object_call_method(o, names.items, NULL, 0) : NULL;
    Object *iterator = items ? object_iter(items) : NULL;
    Object *result = iterator ? tuple_pack(5, o->type, arguments, NONE, NONE, iterator) : NULL;
    xdecref(arguments);
    xdecref(items);
    xdecref(iterator);
    return result;
}

static Object *defaultdict_or(Object *a, Object *b) {
    if (!dict_check(a) || !dict_check(b)) return newref(NOT_IMPLEMENTED);
    Object *self = is_instance(a, &collections_defaultdict) ? a : b;
    Object *result = make_like(self, a);
    if (result && dict_update(result, b) < 0) clear_ref(&result);
    return result;
}

static Object *defaultdict_repr(Object *o) {
    Object *items = dict_type.repr(o), *factory = factory_or_none(o), *text = NULL;
    if (!items) return NULL;
    int entered = repr_enter(factory); /* a factory may be a bound method of the dict itself */
    if (entered >= 0) {
        text = entered ? str_from_c("...") : object_repr(factory);
        if (!entered) repr_leave(factory);
    }
    Object *result = text ? str_format("%s(%S, %S)", type_short_name(o->type), text, items) : NULL;
    decref(items);
    xdecref(text);
    return result;
}

static const Method defaultdict_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias defaultdict[object].", METH_CLASS},
    {"__copy__", defaultdict_copy, 0, 0, "__copy__()\n--\n\nA copy with the same factory."},
    {"__missing__", defaultdict_missing, 1, 1,
     "__missing__(object, /)\n--\n\nStores what the factory gives under the key and returns it; KeyError without one."},
    {"__reduce__", defaultdict_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"copy", defaultdict_copy, 0, 0, "copy()\n--\n\nA copy with the same factory."},
    {NULL},
};

static const Member defaultdict_members[] = {
    {"default_factory", MEMBER_OBJECT_OR_NONE, offsetof(DefaultDict, factory), 0, "What makes the missing values."},
    {NULL},
};

Type collections_defaultdict = {
    .mem = {.name = "collections.defaultdict",
            .size = sizeof(DefaultDict),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = defaultdict_dealloc,
            .traverse = defaultdict_traverse,
            .clear = defaultdict_clear},
    .base = &dict_type,
    .doc = "defaultdict(default_factory=None, /, [...])\n\nA dict that makes values for missing keys.",
    .methods = defaultdict_methods,
    .members = defaultdict_members,
    .repr = defaultdict_repr,
    .init = defaultdict_init,
    .binary = {[BIN_OR] = defaultdict_or},
};
