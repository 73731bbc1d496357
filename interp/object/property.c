/* The descriptors that programs make by decorating methods: property, staticmethod, classmethod. */
#include "interp/object/containers.h"
#include "interp/object/descriptors.h"
#include "interp/object/dict.h"
#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/type_impl.h"

/* --- property --- */

static void property_dealloc(Object *o) {
    Property *p = (Property *)o;
    gc_untrack(o);
    xdecref(p->get);
    xdecref(p->set);
    xdecref(p->del);
    xdecref(p->doc);
    xdecref(p->name);
    object_free(o);
}

static int property_traverse(Object *o, Visit visit, void *arg) {
    Property *p = (Property *)o;
    Object *const fields[] = {p->get, p->set, p->del, p->doc, p->name};
    int stop = 0;
    for (int i = 0; i < 5 && !stop; i++) stop = visit_ref(fields[i], visit, arg);
    return stop;
}

static void property_clear(Object *o) {
    Property *p = (Property *)o;
    clear_ref(&p->get);
    clear_ref(&p->set);
    clear_ref(&p->del);
    clear_ref(&p->doc);
}

static Object *property_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static Object *none_as_null(Object *o) {
    return o == NONE ? NULL : o;
}

/* The doc text of a subclass's instance goes to its own attributes: in the class, __doc__ is that of the class. */
static int set_doc(Property *p, Object *doc) {
    if (p->base.type == &property_type) {
        set_ref(&p->doc, xnewref(doc));
        return 0;
    }
    if (object_setattr((Object *)p, names.__doc__, doc ? doc : NONE) == 0) return 0;
    return !p->doc_from_getter && raise_clear_if(&exc_AttributeError) ? 0 : -1;
}

static int property_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"fget", "fset", "fdel", "doc", NULL};
    Property *p = (Property *)o;
    Object *out[4];
    if (args_bind("property", parameters, 0, 4, args, nargs, kwnames, out) < 0) return -1;
    set_ref(&p->get, xnewref(none_as_null(out[0])));
    set_ref(&p->set, xnewref(none_as_null(out[1])));
    set_ref(&p->del, xnewref(none_as_null(out[2])));
    clear_ref(&p->doc);
    clear_ref(&p->name);
    p->doc_from_getter = false;
    Object *doc = xnewref(out[3]);
    if ((!doc || doc == NONE) && p->get) {
        Object *of_getter = object_getattr_opt(p->get, names.__doc__);
        if (!of_getter && raise_pending()) {
            xdecref(doc);
            return -1;
        }
        set_ref(&doc, of_getter);
        if (doc == NONE) clear_ref(&doc);
        p->doc_from_getter = doc != NULL;
    }
    int status = set_doc(p, doc);
    xdecref(doc);
    return status;
}

/* The name that __set_name__ left, or else that of the getter. New; NULL without an exception when there is none. */
static Object *property_name(Property *p) {
    if (p->name) return newref(p->name);
    if (stack_check(" while looking for the name of a property") < 0) return NULL;
    return p->get ? object_getattr_opt(p->get, names.__name__) : NULL;
}

static void raise_no_accessor(Property *p, Object *o, const char *what) {
    Object *name = property_name(p), *qualname = raise_pending() ? NULL : type_qualname(type_of(o));
    if (name && qualname)
        raise_error(&exc_AttributeError, "property %R of %R object has no %s", name, qualname, what);
    else if (qualname)
        raise_error(&exc_AttributeError, "property of %R object has no %s", qualname, what);
    xdecref(name);
    xdecref(qualname);
}

static Object *property_get(Object *d, Object *instance, Object *owner) {
    Property *p = (Property *)d;
    if (!instance) return newref(d);
    if (unlikely(!p->get)) {
        raise_no_accessor(p, instance, "getter");
        return NULL;
    }
    Object *get = newref(p->get), *value = object_call1(get, instance);
    decref(get);
    return value;
}

static int property_set(Object *d, Object *instance, Object *value) {
    Property *p = (Property *)d;
    Object *f = value ? p->set : p->del;
    if (unlikely(!f)) {
        raise_no_accessor(p, instance, value ? "setter" : "deleter");
        return -1;
    }
    incref(f);
    Object *result = value ? object_call2(f, instance, value) : object_call1(f, instance);
    decref(f);
    xdecref(result);
    return result ? 0 : -1;
}

/* A property like p with one function replaced (not NULL), of the same class. */
static Object *with_replaced(Property *p, Object *get, Object *set, Object *del) {
    if (!get) get = p->get;
    Object *doc = p->doc_from_getter && get ? NONE : p->doc; /* None: that of the getter */
    Object *parts[] = {get, set ? set : p->set, del ? del : p->del, doc};
    for (int i = 0; i < 4; i++) parts[i] = newref(parts[i] ? parts[i] : NONE);
    Object *result = object_call((Object *)p->base.type, parts, 4, NULL);
    for (int i = 0; i < 4; i++) decref(parts[i]);
    if (result && is_instance(result, &property_type)) set_ref(&((Property *)result)->name, xnewref(p->name));
    return result;
}

static Object *property_getter(Object *self, Object **args, ptrdiff_t nargs) {
    return with_replaced((Property *)self, args[0], NULL, NULL);
}

static Object *property_setter(Object *self, Object **args, ptrdiff_t nargs) {
    return with_replaced((Property *)self, NULL, args[0], NULL);
}

static Object *property_deleter(Object *self, Object **args, ptrdiff_t nargs) {
    return with_replaced((Property *)self, NULL, NULL, args[0]);
}

static Object *property_set_name(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("property.__set_name__", kwnames) < 0) return NULL;
    if (nargs != 2)
        return raise_error(&exc_TypeError, "__set_name__() takes 2 positional arguments but %zd were given", nargs);
    set_ref(&((Property *)self)->name, newref(args[1]));
    return new_none();
}

/* 1, 0, -1 */
static int is_abstract(Object *function) {
    if (stack_check(" in __isabstractmethod__") < 0) return -1;
    Object *flag = function ? object_getattr_opt(function, names.__isabstractmethod__) : NULL;
    if (!flag) return raise_pending() ? -1 : 0;
    int truth = object_truth(flag);
    decref(flag);
    return truth;
}

static Object *property_is_abstract(Object *o, void *arg) {
    Property *p = (Property *)o;
    int abstract = is_abstract(p->get);
    if (abstract == 0) abstract = is_abstract(p->set);
    if (abstract == 0) abstract = is_abstract(p->del);
    return abstract < 0 ? NULL : new_bool(abstract);
}

static Object *property_get_name(Object *o, void *arg) {
    Object *name = property_name((Property *)o);
    if (!name && !raise_pending()) {
        raise_error(&exc_AttributeError, "'property' object has no attribute '__name__'");
        raise_attribute_context(o, names.__name__);
    }
    return name;
}

static int property_store_name(Object *o, Object *value, void *arg) {
    set_ref(&((Property *)o)->name, xnewref(value));
    return 0;
}

static const Method property_methods[] = {
    {"getter", property_getter, 1, 1, "getter(object, /)\n--\n\nA copy of the property with another getter."},
    {"setter", property_setter, 1, 1, "setter(object, /)\n--\n\nA copy of the property with another setter."},
    {"deleter", property_deleter, 1, 1, "deleter(object, /)\n--\n\nA copy of the property with another deleter."},
    {"__set_name__", (NativeFn)(void *)property_set_name, 2, 2,
     "__set_name__(owner, name, /)\n--\n\nTells the property the name that it has in its class.", METH_KEYWORDS},
    {NULL},
};

static const GetSet property_getset[] = {
    {"__isabstractmethod__", property_is_abstract, NULL, NULL, NULL},
    {"__name__", property_get_name, property_store_name, NULL, NULL},
    {NULL},
};

static const Member property_members[] = {
    {"fget", MEMBER_OBJECT_OR_NONE, offsetof(Property, get), MEMBER_READONLY, NULL},
    {"fset", MEMBER_OBJECT_OR_NONE, offsetof(Property, set), MEMBER_READONLY, NULL},
    {"fdel", MEMBER_OBJECT_OR_NONE, offsetof(Property, del), MEMBER_READONLY, NULL},
    {"__doc__", MEMBER_OBJECT_OR_NONE, offsetof(Property, doc), 0, NULL},
    {NULL},
};

Type property_type = {
    .mem = {.name = "property",
            .size = sizeof(Property),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = property_dealloc,
            .traverse = property_traverse,
            .clear = property_clear},
    .doc = "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\n"
           "An attribute that is computed: reading, writing and deleting it call functions.\n\n"
           "    class C:\n"
           "        @property\n"
           "        def size(self): ...\n"
           "        @size.setter\n"
           "        def size(self, value): ...",
    .methods = property_methods,
    .getset = property_getset,
    .members = property_members,
    .new = property_new,
    .init = property_init,
    .descr_get = property_get,
    .descr_set = property_set,
};

/* --- staticmethod and classmethod --- */

static void decorator_dealloc(Object *o) {
    MethodDecorator *d = (MethodDecorator *)o;
    gc_untrack(o);
    decref(d->callable);
    xdecref(d->dict);
    object_free(o);
}

static int decorator_traverse(Object *o, Visit visit, void *arg) {
    MethodDecorator *d = (MethodDecorator *)o;
    int stop = visit(d->callable, arg);
    return stop ? stop : visit_ref((Object *)d->dict, visit, arg);
}

static void decorator_clear(Object *o) {
    MethodDecorator *d = (MethodDecorator *)o;
    set_ref(&d->callable, newref(NONE));
    clear_ref(&d->dict);
}

static Object *decorator_make(Type *t, Object *callable) {
    MethodDecorator *d = (MethodDecorator *)object_new(t);
    if (!d) return NULL;
    d->callable = newref(callable);
    gc_track(d);
    return (Object *)d;
}

Object *static_method_new(Object *callable) {
    return decorator_make(&staticmethod_type, callable);
}

Object *class_method_new(Object *callable) {
    return decorator_make(&classmethod_type, callable);
}

static Object *decorator_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return decorator_make(t, NONE);
}

/* It looks like what it wraps. */
static int copy_description(Object *d, Object *callable) {
    Str *const copied[] = {names.__module__, names.__name__, names.__qualname__, names.__doc__};
    for (int i = 0; i < 4; i++) {
        Object *value = object_getattr_opt(callable, copied[i]);
        int status = value ? object_setattr(d, copied[i], value) : raise_pending() ? -1 : 0;
        xdecref(value);
        if (status < 0) return -1;
    }
    return 0;
}

static int decorator_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const char *name = is_instance(o, &staticmethod_type) ? "staticmethod" : "classmethod";
    if (args_no_keywords(name, kwnames) < 0 || args_count(name, nargs, 1, 1) < 0) return -1;
    set_ref(&((MethodDecorator *)o)->callable, newref(args[0]));
    return copy_description(o, args[0]);
}

static Object *static_method_get(Object *d, Object *instance, Object *owner) {
    return newref(((MethodDecorator *)d)->callable);
}

static Object *static_method_call(Object *d, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *callable = ((MethodDecorator *)d)->callable;
    incref(callable);
    Object *result = object_call(callable, args, nargs, kwnames);
    decref(callable);
    return result;
}

static Object *class_method_get(Object *d, Object *instance, Object *owner) {
    return bound_method_new(((MethodDecorator *)d)->callable, owner ? owner : (Object *)type_of(instance));
}

static Object *decorator_repr(Object *d) {
    const char *name = is_instance(d, &staticmethod_type) ? "staticmethod" : "classmethod";
    return str_format("<%s(%R)>", name, ((MethodDecorator *)d)->callable);
}

static Object *decorator_is_abstract(Object *d, void *arg) {
    int abstract = is_abstract(((MethodDecorator *)d)->callable);
    return abstract < 0 ? NULL : new_bool(abstract);
}

/* __annotations__ and __annotate__ are taken from the callable when they are first asked for. */
static Object *decorator_get_copied(Object *d, void *arg) {
    Str *name = str_intern_c(arg);
    Object *value = name ? instance_get(d, name) : NULL;
    if (name && !value && !raise_pending()) {
        value = object_getattr(((MethodDecorator *)d)->callable, name);
        if (value && instance_set(d, name, value) < 0) clear_ref(&value);
    }
    xdecref(name);
    return value;
}

static int decorator_set_copied(Object *d, Object *value, void *arg) {
    Str *name = str_intern_c(arg);
    int status = name ? instance_set(d, name, value) : -1;
    if (status == 1) {
        raise_with(&exc_AttributeError, (Object *)name);
        status = -1;
    }
    xdecref(name);
    return status;
}

static Object *class_getitem(Object *cls, Object **args, ptrdiff_t nargs) {
    return generic_alias_new(cls, args[0]);
}

static const Method decorator_methods[] = {
    {"__class_getitem__", class_getitem, 1, 1, "__class_getitem__(object, /)\n--\n\nA generic alias, for annotations.",
     METH_CLASS},
    {NULL},
};

static const GetSet decorator_getset[] = {
    {"__isabstractmethod__", decorator_is_abstract, NULL, NULL, NULL},
    {"__dict__", attribute_get_dict, attribute_set_dict, NULL, NULL},
    {"__annotations__", decorator_get_copied, decorator_set_copied, NULL, "__annotations__"},
    {"__annotate__", decorator_get_copied, decorator_set_copied, NULL, "__annotate__"},
    {NULL},
};

static const Member decorator_members[] = {
    {"__func__", MEMBER_OBJECT_OR_NONE, offsetof(MethodDecorator, callable), MEMBER_READONLY, NULL},
    {"__wrapped__", MEMBER_OBJECT_OR_NONE, offsetof(MethodDecorator, callable), MEMBER_READONLY, NULL},
    {NULL},
};

Type staticmethod_type = {
    .mem = {.name = "staticmethod",
            .size = sizeof(MethodDecorator),
            .flags = TYPE_GC | TYPE_BASE,
            .dict_offset = offsetof(MethodDecorator, dict),
            .dealloc = decorator_dealloc,
            .traverse = decorator_traverse,
            .clear = decorator_clear},
    .doc = "staticmethod(function, /)\n--\n\nMakes a function of a class that gets neither instance nor class.",
    .methods = decorator_methods,
    .getset = decorator_getset,
    .members = decorator_members,
    .new = decorator_new,
    .init = decorator_init,
    .descr_get = static_method_get,
    .call = static_method_call,
    .repr = decorator_repr,
};

Type classmethod_type = {
    .mem = {.name = "classmethod",
            .size = sizeof(MethodDecorator),
            .flags = TYPE_GC | TYPE_BASE,
            .dict_offset = offsetof(MethodDecorator, dict),
            .dealloc = decorator_dealloc,
            .traverse = decorator_traverse,
            .clear = decorator_clear},
    .doc = "classmethod(function, /)\n--\n\nMakes a method that gets the class as its first argument.",
    .methods = decorator_methods,
    .getset = decorator_getset,
    .members = decorator_members,
    .new = decorator_new,
    .init = decorator_init,
    .descr_get = class_method_get,
    .repr = decorator_repr,
};
