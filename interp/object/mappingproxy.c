/* mappingproxy: a mapping seen through a window that cannot be written through. The __dict__ of a class is one. */
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct MappingProxy {
    Object base;
    Object *mapping; /* owned */
} MappingProxy;

static inline Object *proxied(Object *o) {
    return ((MappingProxy *)o)->mapping;
}

static Object *unwrap(Object *o) {
    return o->type == &mappingproxy_type ? proxied(o) : o;
}

Object *mappingproxy_new(Object *mapping) {
    MappingProxy *p = (MappingProxy *)object_new(&mappingproxy_type);
    if (!p) return NULL;
    p->mapping = newref(mapping);
    gc_track(p);
    return (Object *)p;
}

static Object *mappingproxy_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"mapping", NULL};
    Object *mapping;
    if (args_bind("mappingproxy", parameters, 1, 1, args, nargs, kwnames, &mapping) < 0) return NULL;
    if (!mapping->type->get_item || list_check(mapping) || tuple_check(mapping))
        return raise_error(&exc_TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
    return mappingproxy_new(mapping);
}

static void mappingproxy_dealloc(Object *o) {
    gc_untrack(o);
    decref(proxied(o));
    object_free(o);
}

static int mappingproxy_traverse(Object *o, Visit visit, void *arg) {
    return visit(proxied(o), arg);
}

static Object *mappingproxy_repr(Object *o) {
    return str_format("mappingproxy(%R)", proxied(o));
}

static Object *mappingproxy_str(Object *o) {
    return object_str(proxied(o));
}

static intptr_t mappingproxy_hash(Object *o) {
    return object_hash(proxied(o));
}

static Object *mappingproxy_compare(Object *a, Object *b, enum CompareOp op) {
    return object_compare(proxied(a), b, op);
}

static Object *mappingproxy_iter(Object *o) {
    return object_iter(proxied(o));
}

static Object *mappingproxy_or(Object *a, Object *b) {
    return number_binary(unwrap(a), unwrap(b), BIN_OR);
}

static Object *mappingproxy_inplace_or(Object *a, Object *b) {
    return raise_error(&exc_TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}

static ptrdiff_t mappingproxy_length(Object *o) {
    return object_length(proxied(o));
}

static Object *mappingproxy_get_item(Object *o, Object *key) {
    return object_getitem(proxied(o), key);
}

static int mappingproxy_contains(Object *o, Object *key) {
    return object_contains(proxied(o), key);
}

static Object *mappingproxy_get(Object *o, Object **args, ptrdiff_t nargs) {
    Object *both[2] = {args[0], nargs > 1 ? args[1] : NONE};
    return object_call_method(proxied(o), names.get, both, 2);
}

static Object *mappingproxy_keys(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(proxied(o), names.keys, NULL, 0);
}

static Object *mappingproxy_values(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(proxied(o), names.values, NULL, 0);
}

static Object *mappingproxy_items(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(proxied(o), names.items, NULL, 0);
}

static Object *mappingproxy_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(proxied(o), names.copy, NULL, 0);
}

static Object *mappingproxy_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(proxied(o), names.__reversed__, NULL, 0);
}

static const Method mappingproxy_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias mappingproxy[object].", METH_CLASS},
    {"__reversed__", mappingproxy_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator over the keys, the newest first."},
    {"copy", mappingproxy_copy, 0, 0, "copy()\n--\n\nA copy of the mapping, no proxy."},
    {"get", mappingproxy_get, 1, 2,
     "get(key, default=None, /)\n--\n\nThe value of key, or default when it is not there."},
    {"items", mappingproxy_items, 0, 0, "items()\n--\n\nThe pairs of key and value."},
    {"keys", mappingproxy_keys, 0, 0, "keys()\n--\n\nThe keys."},
    {"values", mappingproxy_values, 0, 0, "values()\n--\n\nThe values."},
    {NULL},
};

Type mappingproxy_type = {
    .mem = {.name = "mappingproxy",
            .size = sizeof(MappingProxy),
            .flags = TYPE_GC | TYPE_MAPPING,
            .dealloc = mappingproxy_dealloc,
            .traverse = mappingproxy_traverse},
    .doc = "mappingproxy(mapping)\n--\n\nA view of a mapping that cannot be written through.",
    .methods = mappingproxy_methods,
    .repr = mappingproxy_repr,
    .str = mappingproxy_str,
    .hash = mappingproxy_hash,
    .compare = mappingproxy_compare,
    .iter = mappingproxy_iter,
    .new = mappingproxy_make,
    .binary = {[BIN_OR] = mappingproxy_or},
    .inplace = {[BIN_OR] = mappingproxy_inplace_or},
    .length = mappingproxy_length,
    .get_item = mappingproxy_get_item,
    .contains = mappingproxy_contains,
};
