/* Names that are no fast locals: globals, built-ins, namespaces of classes and modules; and imports, which bind names.
 */
#include "interp/vm/import.h"
#include "interp/vm/ops.h"

static void *name_not_defined(Str *name) {
    raise_error(&exc_NameError, "name '%S' is not defined", name);
    lookup_note(name);
    return NULL;
}

/* NameError.name, from which the traceback printer makes its suggestions. */
void lookup_note(Str *name) {
    Object *exc = raise_current();
    if (exc && is_instance(exc, &exc_NameError)) set_ref(&((NameError *)exc)->name, newref(name));
}

Object *lookup_builtin(const Function *f, Str *name) {
    Object *builtins = newref(function_builtins(f)), *x = lookup_load_class(builtins, name);
    decref(builtins);
    return x;
}

Object *lookup_load_global(Function *f, Str *name) {
    Object *x = lookup_load_class((Object *)f->globals, name);
    if (!x && !raise_pending()) x = lookup_builtin(f, name);
    if (x || raise_pending()) return x;
    return name_not_defined(name);
}

Object *lookup_load_class(Object *namespace, Str *name) {
    if (dict_check_exact(namespace)) return xnewref(dict_get(namespace, (Object *)name));
    Object *x = object_getitem(namespace, (Object *)name);
    if (!x) raise_clear_if(&exc_KeyError);
    return x;
}

Object *lookup_load(Object *namespace, Function *f, Str *name) {
    Object *x = lookup_load_class(namespace, name);
    if (x || raise_pending()) return x;
    x = xnewref(dict_get((Object *)f->globals, (Object *)name)); /* only functions ask a subclass of dict */
    if (!x && !raise_pending()) x = lookup_builtin(f, name);
    if (x || raise_pending()) return x;
    return name_not_defined(name);
}

int lookup_store(Object *namespace, Str *name, Object *value) {
    if (value) {
        return dict_check_exact(namespace) ? dict_set(namespace, (Object *)name, value)
                                           : object_setitem(namespace, (Object *)name, value);
    }
    if (object_setitem(namespace, (Object *)name, NULL) == 0) return 0;
    if (raise_clear_if(&exc_KeyError)) name_not_defined(name);
    return -1;
}

int lookup_store_global(Function *f, Str *name, Object *value) {
    if (value) return dict_set((Object *)f->globals, (Object *)name, value);
    int found = dict_del_opt((Object *)f->globals, (Object *)name);
    if (found == 0) name_not_defined(name);
    return found > 0 ? 0 : -1;
}

Object *lookup_unbound_local(const Code *c, unsigned local) {
    return raise_error(&exc_UnboundLocalError,
                       "cannot access local variable '%S' where it is not associated with a value", c->varnames[local]);
}

Object *lookup_unbound_free(const Code *c, unsigned index) {
    Str *name = c->freevars[index];
    raise_error(&exc_NameError,
                "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
    lookup_note(name);
    return NULL;
}

Object *lookup_import(Function *f, Str *name, Object *namespace, Object *level, Object *fromlist) {
    Object *import = lookup_builtin(f, names.__import__);
    if (!import) return raise_pending() ? NULL : raise_error(&exc_ImportError, "__import__ not found");
    if (import_is_builtin(import)) {
        decref(import);
        int n = int_as_int(level);
        if (n == -1 && raise_pending()) return NULL;
        return import_module((Object *)name, (Object *)f->globals, fromlist, n);
    }
    Object *args[] = {(Object *)name, (Object *)f->globals, namespace, fromlist, level};
    Object *module = object_call(import, args, 5, NULL);
    decref(import);
    return module;
}

Object *lookup_dict_item(Dict *d, Str *key, uint64_t *hint) {
    int64_t at;
    Object *value = dict_get_entry(d, (Object *)key, &at);
    if (!value && !raise_pending()) raise_key((Object *)key);
    if (value && at < INT32_MAX) *hint = (*hint & UINT32_MAX) | (uint64_t)at << 32;
    return value;
}

/* from module import name: an attribute, or a submodule that is being imported just now (a cycle). */
Object *lookup_import_from(Object *module, Str *name) {
    Object *x = object_getattr_opt(module, name);
    if (x || raise_pending()) return x;
    return import_from_fallback(module, (Object *)name);
}

/* The names that `from module import *` takes: __all__, or whatever does not begin with an underscore. */
static Object *star_names(Object *module, bool *all_listed) {
    Object *all = object_getattr_opt(module, names.__all__);
    *all_listed = all != NULL;
    if (all || raise_pending()) return all;
    Object *dict = object_getattr_opt(module, names.__dict__);
    if (!dict)
        return raise_pending() ? NULL
                               : raise_error(&exc_ImportError, "from-import-* object has no __dict__ and no __all__");
    Object *keys = object_call_method(dict, names.keys, NULL, 0);
    decref(dict);
    return keys;
}

static int import_star_name(Object *module, Object *namespace, Object *name, bool all_listed) {
    if (!str_check(name)) {
        Object *of = object_getattr(module, names.__name__);
        if (!of) return -1;
        if (all_listed)
            raise_error(&exc_TypeError, "Item in %S.__all__ must be str, not %T", of, name);
        else
            raise_error(&exc_TypeError, "Key in %S.__dict__ must be str, not %T", of, name);
        decref(of);
        return -1;
    }
    if (!all_listed && str_length(name) > 0 && str_at((Str *)name, 0) == '_') return 0;
    Object *value = object_getattr(module, (Str *)name);
    if (!value) return -1;
    int result = lookup_store(namespace, (Str *)name, value);
    decref(value);
    return result;
}

int lookup_import_star(Object *module, Object *namespace) {
    bool all_listed;
    Object *wanted = star_names(module, &all_listed);
    Object *list = wanted ? sequence_list(wanted) : NULL;
    xdecref(wanted);
    if (!list) return -1;
    int result = 0;
    for (ptrdiff_t i = 0; result == 0 && i < list_length(list); i++) {
        Object *name = newref(list_item(list, i));
        result = import_star_name(module, namespace, name, all_listed);
        decref(name);
    }
    decref(list);
    return result;
}
