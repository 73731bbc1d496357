/* _weakref: weak references and proxies, and who has them. */
#include "interp/api.h"

static Object *getweakrefcount(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t n = 0;
    for (WeakRef *r = weakref_first(args[0]); r; r = r->next) n++;
    return int_from_i64(n);
}

static Object *getweakrefs(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    for (WeakRef *r = weakref_first(args[0]); list && r; r = r->next)
        if (list_append(list, (Object *)r) < 0) clear_ref(&list);
    return list;
}

static Object *proxy(Object *self, Object **args, ptrdiff_t nargs) {
    return weakproxy_new(args[0], arg_or_null(args, nargs, 1));
}

/* Deletes an entry whose value is a reference that has died, and no other: by the time that a callback runs, the key
 * may belong to a new value. */
static Object *remove_dead_weakref(Object *self, Object **args, ptrdiff_t nargs) {
    if (!dict_check(args[0]))
        return raise_error(&exc_TypeError, "_remove_dead_weakref() argument 1 must be dict, not %K", args[0]);
    Object *ref = dict_get(args[0], args[1]);
    if (!ref) return raise_pending() ? NULL : new_none();
    if (!is_instance(ref, &weakref_type)) return raise_error(&exc_TypeError, "not a weakref");
    if (!((WeakRef *)ref)->target && dict_del_opt(args[0], args[1]) < 0) return NULL;
    return new_none();
}

static int setup(Object *m) {
    if (module_add(m, "ref", (Object *)&weakref_type) < 0 ||
        module_add(m, "ReferenceType", (Object *)&weakref_type) < 0)
        return -1;
    if (module_add(m, "ProxyType", (Object *)&weakproxy_type) < 0) return -1;
    return module_add(m, "CallableProxyType", (Object *)&weakcallableproxy_type);
}

static const Method methods[] = {
    {"getweakrefcount", getweakrefcount, 1, 1,
     "getweakrefcount(object, /)\n--\n\nHow many weak references and proxies object has."},
    {"getweakrefs", getweakrefs, 1, 1,
     "getweakrefs(object, /)\n--\n\nA list of the weak references and proxies of object."},
    {"proxy", proxy, 1, 2,
     "proxy(object, callback=None, /)\n--\n\nA proxy that acts as object as long as that lives; callback is called "
     "with "
     "the proxy when it dies."},
    {"_remove_dead_weakref", remove_dead_weakref, 2, 2,
     "_remove_dead_weakref(dct, key, /)\n--\n\nDeletes dct[key] if that is a weak reference that has died."},
    {NULL},
};

const ModuleSpec _weakref_module = {
    .name = "_weakref",
    .doc = "Weak references.",
    .methods = methods,
    .setup = setup,
};
