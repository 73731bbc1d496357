/* module: a namespace with a name. Its attributes are its dict; for those that are missing it can define __getattr__.
 */
#include "interp/object/module.h"

#include <string.h>

#include "interp/object/dict.h"
#include "interp/object/function.h"
#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

/* Making */

static Object *module_alloc(Type *t) {
    Module *m = (Module *)object_new(t);
    if (!m) return NULL;
    m->dict = (Dict *)dict_new();
    if (!m->dict) {
        object_free(m);
        return NULL;
    }
    gc_track(m);
    return (Object *)m;
}

static int module_setup(Object *m, Object *name, Object *doc) {
    Object *d = (Object *)module_dict(m);
    if (dict_set(d, (Object *)names.__name__, name) < 0 || dict_set(d, (Object *)names.__doc__, doc) < 0 ||
        dict_set(d, (Object *)names.__package__, NONE) < 0 || dict_set(d, (Object *)names.__loader__, NONE) < 0)
        return -1;
    return dict_set(d, (Object *)names.__spec__, NONE);
}

Object *module_new(const char *name) {
    Object *m = module_alloc(&module_type), *name_object = str_from_c(name);
    if (!m || !name_object || module_setup(m, name_object, NONE) < 0) clear_ref(&m);
    xdecref(name_object);
    return m;
}

int module_add_functions(Object *m, const Method *methods) {
    Object *name = dict_get_str(module_dict(m), names.__name__);
    for (const Method *row = methods; row && row->name; row++)
        if (module_add_steal(m, row->name, native_new(row, m, name)) < 0) return -1;
    return 0;
}

Object *module_from_spec(const ModuleSpec *spec) {
    Object *m = module_new(spec->name);
    if (!m) return NULL;
    ((Module *)m)->native = true;
    int failed = spec->doc && module_add_steal(m, "__doc__", str_from_c(spec->doc)) < 0;
    if (failed || module_add_functions(m, spec->methods) < 0 || (spec->setup && spec->setup(m) < 0)) clear_ref(&m);
    return m;
}

int module_add(Object *m, const char *name, Object *value) {
    return dict_set_c((Object *)module_dict(m), name, value);
}

int module_add_steal(Object *m, const char *name, Object *value) {
    if (!value) return -1;
    int result = module_add(m, name, value);
    decref(value);
    return result;
}

int module_add_int(Object *m, const char *name, int64_t value) {
    return module_add_steal(m, name, int_from_i64(value));
}

Object *module_add_exception(Object *m, const char *name, Type *base) {
    const char *dot = strrchr(name, '.');
    Object *args[] = {str_from_c(dot + 1), tuple_pack(1, (Object *)base), dict_new()};
    Object *module = str_from_ascii(name, (size_t)(dot - name)), *made = NULL;
    if (args[0] && args[1] && args[2] && module && dict_set(args[2], (Object *)names.__module__, module) == 0)
        made = object_call((Object *)&type_type, args, 3, NULL);
    for (int i = 0; i < 3; i++) xdecref(args[i]);
    xdecref(module);
    if (made && module_add(m, dot + 1, made) < 0) clear_ref(&made);
    return made;
}
int module_add_type(Object *m, Type *t) {
    if (type_ready(t) < 0) return -1;
    return module_add(m, type_short_name(t), (Object *)t);
}

/* The type's slots */

static Object *module_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return module_alloc(t);
}

static int module_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"name", "doc", NULL};
    Object *given[2];
    if (args_bind("module", parameters, 1, 2, args, nargs, kwnames, given) < 0) return -1;
    if (!str_check(given[0]))
        return raise_int(&exc_TypeError, "module() argument 'name' must be str, not %K", given[0]);
    return module_setup(o, given[0], given[1] ? given[1] : NONE);
}

static void module_dealloc(Object *o) {
    gc_untrack(o);
    if (((Module *)o)->weaklist) weakref_clear_all(o);
    xdecref(((Module *)o)->dict);
    object_free(o);
}

static int module_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Module *)o)->dict, visit, arg);
}

/* What the import system knows about the module: borrowed, or NULL. */
static Object *module_spec(Object *o) {
    Object *spec = dict_get_str(module_dict(o), names.__spec__);
    return spec == NONE ? NULL : spec;
}

/* An attribute of a spec; NULL, without an exception, when it is missing or None. New. */
static Object *spec_get(Object *spec, const char *name) {
    Str *s = str_intern_c(name);
    Object *value = s ? object_getattr_opt(spec, s) : NULL;
    xdecref(s);
    raise_clear();
    if (value == NONE) clear_ref(&value);
    return value;
}

static bool spec_says(Object *spec, const char *name) {
    Object *value = spec ? spec_get(spec, name) : NULL;
    int truth = value ? object_truth(value) : 0;
    xdecref(value);
    raise_clear();
    return truth > 0;
}

static Object *module_repr(Object *o) {
    Dict *d = module_dict(o);
    Object *spec = xnewref(module_spec(o));
    Object *name = spec ? spec_get(spec, "name") : xnewref(dict_get_str(d, names.__name__));
    Object *origin = spec ? spec_get(spec, "origin") : xnewref(dict_get_str(d, names.__file__));
    Object *loader = spec ? spec_get(spec, "loader") : xnewref(dict_get_str(d, names.__loader__));
    if (!name) name = str_from_c("?");
    Object *result = NULL;
    if (!name)
        result = NULL;
    else if (origin && (!spec || spec_says(spec, "has_location")))
        result = str_format("<module %R from %R>", name, origin);
    else if (origin)
        result = str_format("<module %R (%S)>", name, origin);
    else if (((Module *)o)->native)
        result = str_format("<module %R (built-in)>", name);
    else if (loader && loader != NONE)
        result = str_format("<module %R (%R)>", name, loader);
    else
        result = str_format("<module %R>", name);
    xdecref(spec);
    xdecref(name);
    xdecref(origin);
    xdecref(loader);
    return result;
}

/* Attributes that are missing */

/* Is the file at origin, in the directory of the script, called like a module of the standard library? 1: it hides that
 * one; 0: no; -1 without an exception: the file is in the script's directory all the same. */
static int shadows_library(Object *origin, Object *name) {
    Object *path = dict_get_c((Object *)runtime.sys, "path");
    if (!path || !list_check(path) || list_length(path) == 0) return 0;
    Object *first = list_item(path, 0);
    if (!str_check(first) || !str_check(origin)) return 0;
    Str *s = (Str *)origin;
    ptrdiff_t end = s->length;
    while (end > 0 && str_at(s, end - 1) != '/') end--;
    Object *directory = str_substring(origin, 0, end > 0 ? end - 1 : 0);
    bool same = directory && str_equal(directory, first);
    xdecref(directory);
    if (!same) return 0;
    Object *library = dict_get_c((Object *)runtime.sys, "stdlib_module_names");
    return library && object_contains(library, name) > 0 ? 1 : -1;
}

static void raise_missing(Object *o, Str *name) {
    Object *module_name = dict_get_str(module_dict(o), names.__name__);
    if (!module_name || !str_check(module_name)) {
        raise_error(&exc_AttributeError, "module has no attribute '%S'", name);
        return;
    }
    Object *spec = xnewref(module_spec(o));
    Object *origin = spec_says(spec, "has_location") ? spec_get(spec, "origin") : NULL;
    Object *waiting = spec ? spec_get(spec, "_uninitialized_submodules") : NULL;
    bool starting = spec_says(spec, "_initializing");
    int shadowing = origin ? shadows_library(origin, module_name) : 0;
    raise_clear();
    if (shadowing == 1)
        raise_error(
            &exc_AttributeError,
            "module '%S' has no attribute '%S' (consider renaming %R since it has the same name as the standard "
            "library module named '%S' and prevents importing that standard library module)",
            module_name, name, origin, module_name);
    else if (starting && shadowing)
        raise_error(&exc_AttributeError,
                    "module '%S' has no attribute '%S' (consider renaming %R if it has the same name as a library you "
                    "intended to import)",
                    module_name, name, origin);
    else if (starting && origin)
        raise_error(&exc_AttributeError,
                    "partially initialized module '%S' from %R has no attribute '%S' (most likely due to a circular "
                    "import)",
                    module_name, origin, name);
    else if (starting)
        raise_error(&exc_AttributeError,
                    "partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
                    module_name, name);
    else if (waiting && list_check(waiting) && object_contains(waiting, (Object *)name) > 0)
        raise_error(&exc_AttributeError,
                    "cannot access submodule '%S' of module '%S' (most likely due to a circular import)", name,
                    module_name);
    else
        raise_error(&exc_AttributeError, "module '%S' has no attribute '%S'", module_name, name);
    xdecref(spec);
    xdecref(origin);
    xdecref(waiting);
}

__attribute__((noinline)) static Object *missing_attribute(Object *o, Str *name) {
    Object *hook = dict_get_str(module_dict(o), names.__getattr__);
    if (hook) {
        incref(hook);
        Object *value = object_call1(hook, (Object *)name);
        decref(hook);
        if (!value) raise_attribute_context(o, name);
        return value;
    }
    raise_missing(o, name);
    raise_attribute_context(o, name);
    return NULL;
}

Object *module_getattr(Object *o, Str *name) {
    Object *value = object_generic_getattr_opt(o, name);
    if (likely(value != NULL)) return value;
    if (raise_pending() && !raise_clear_if(&exc_AttributeError)) return NULL;
    return missing_attribute(o, name);
}

/* The long search for what to say about a missing attribute is only for those who will hear it. */
Object *module_getattr_opt(Object *o, Str *name) {
    Object *value = object_generic_getattr_opt(o, name);
    if (value || raise_pending() || !dict_get_str(module_dict(o), names.__getattr__)) return value;
    return missing_attribute(o, name);
}

/* Computed attributes */

static Object *get_annotations(Object *o, void *arg) {
    Dict *d = module_dict(o);
    Object *annotations = dict_get_str(d, names.__annotations__);
    if (annotations) return newref(annotations);
    Object *annotate = dict_get_str(d, names.__annotate__);
    if (annotate && object_callable(annotate)) {
        incref(annotate);
        annotations = object_call1(annotate, (Object *)&int_small[1 - INT_SMALL_MIN]);
        decref(annotate);
        if (annotations && !dict_check(annotations)) {
            raise_error(&exc_TypeError, "__annotate__ returned non-dict of type '%T'", annotations);
            clear_ref(&annotations);
        }
    } else {
        annotations = dict_new();
    }
    bool keep = annotations && !spec_says(module_spec(o), "_initializing");
    if (keep && dict_set((Object *)d, (Object *)names.__annotations__, annotations) < 0) clear_ref(&annotations);
    return annotations;
}

static int set_annotations(Object *o, Object *value, void *arg) {
    Object *d = (Object *)module_dict(o);
    if (value) {
        if (dict_set(d, (Object *)names.__annotations__, value) < 0) return -1;
    } else {
        int deleted = dict_del_opt(d, (Object *)names.__annotations__);
        if (deleted < 0) return -1;
        if (!deleted) return raise_int(&exc_AttributeError, "__annotations__");
    }
    return dict_del_opt(d, (Object *)names.__annotate__) < 0 ? -1 : 0;
}

static Object *get_annotate(Object *o, void *arg) {
    Dict *d = module_dict(o);
    Object *annotate = dict_get_str(d, names.__annotate__);
    if (annotate) return newref(annotate);
    return dict_set((Object *)d, (Object *)names.__annotate__, NONE) < 0 ? NULL : new_none();
}

static int set_annotate(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "cannot delete __annotate__ attribute");
    if (value != NONE && !object_callable(value))
        return raise_int(&exc_TypeError, "__annotate__ must be callable or None");
    Object *d = (Object *)module_dict(o);
    if (dict_set(d, (Object *)names.__annotate__, value) < 0) return -1;
    return value != NONE && dict_del_opt(d, (Object *)names.__annotations__) < 0 ? -1 : 0;
}

/* A subclass may show something else as its __dict__. */
static Object *module_dir(Object *self, Object **args, ptrdiff_t nargs) {
    Object *dict = object_getattr(self, names.__dict__), *result = NULL;
    if (dict && dict_check(dict)) {
        Object *hook = xnewref(dict_get_str((Dict *)dict, names.__dir__));
        result = hook ? object_call0(hook) : dict_keys_list(dict);
        xdecref(hook);
    } else if (dict) {
        raise_error(&exc_TypeError, "<module>.__dict__ is not a dictionary");
    }
    xdecref(dict);
    return result;
}

static const Method module_methods[] = {
    {"__dir__", module_dir, 0, 0, "__dir__()\n--\n\n"},
    {NULL},
};

static const Member module_members[] = {
    {"__dict__", MEMBER_OBJECT, offsetof(Module, dict), MEMBER_READONLY, NULL},
    {NULL},
};

static const GetSet module_getset[] = {
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_annotate, set_annotate, NULL, NULL},
    {NULL},
};

Type module_type = {
    .mem = {.name = "module",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(Module),
            .weaklist_offset = offsetof(Module, weaklist),
            .dict_offset = offsetof(Module, dict),
            .dealloc = module_dealloc,
            .traverse = module_traverse},
    .doc = "module(name, doc=None)\n--\n\nMakes an empty module.",
    .repr = module_repr,
    .getattr = module_getattr,
    .new = module_create,
    .init = module_init,
    .methods = module_methods,
    .members = module_members,
    .getset = module_getset,
};
