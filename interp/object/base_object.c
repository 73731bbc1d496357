/* object: the base of all classes, and what every object can do unless its class says otherwise. */
#include "interp/object/type_impl.h"

#include <stdlib.h>

#include "interp/object/dict.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* --- making --- */

/* "Can't instantiate abstract class A without an implementation for abstract methods 'f', 'g'" */
void *object_refuse_abstract(Type *t) {
    Object *methods = object_getattr((Object *)t, names.__abstractmethods__);
    Object *sorted = methods ? sequence_list(methods) : NULL;
    xdecref(methods);
    if (!sorted || list_sort(sorted, NULL, false) < 0) {
        xdecref(sorted);
        return NULL;
    }
    Object *separator = str_from_c("', '"), *joined = separator ? str_join(separator, sorted) : NULL;
    if (joined)
        raise_error(&exc_TypeError,
                    "Can't instantiate abstract class %N without an implementation for abstract method%s '%S'", t,
                    list_length(sorted) > 1 ? "s" : "", joined);
    xdecref(separator);
    xdecref(joined);
    decref(sorted);
    return NULL;
}

static bool any_arguments(ptrdiff_t nargs, Tuple *kwnames) {
    return nargs > 0 || (kwnames && tuple_length(kwnames) > 0);
}

/* A class may use either __new__ or __init__ for the arguments of its calls. They are an error only where nobody takes
 * them: here if __init__ is object's too, or if __new__ was overridden and still passes them on. */
Object *object_type_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (unlikely(any_arguments(nargs, kwnames))) {
        if (t->new != object_type.new)
            return raise_error(&exc_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (t->init == object_type.init) return raise_error(&exc_TypeError, "%N() takes no arguments", t);
    }
    if (unlikely(type_flag(t, TYPE_ABSTRACT))) return object_refuse_abstract(t);
    return instance_new(t);
}

static int object_type_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (likely(!any_arguments(nargs, kwnames))) return 0;
    Type *t = o->type;
    if (t->init != object_type.init)
        return raise_int(&exc_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (t->new == object_type.new)
        return raise_int(&exc_TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)", t);
    return 0;
}

/* --- text, hash, comparison --- */

static Object *object_type_repr(Object *o) {
    Type *t = type_of(o);
    Object *module = object_getattr_opt((Object *)t, names.__module__);
    Object *qualname = raise_pending() ? NULL : type_qualname(t), *text = NULL;
    if (qualname && module && str_check(module) && !str_equal(module, names.builtins))
        text = str_format("<%S.%S object at %p>", module, qualname, o);
    else if (qualname)
        text = str_format("<%N object at %p>", t, o);
    xdecref(module);
    xdecref(qualname);
    return text;
}

/* str() itself checks what comes out. */
static Object *object_type_str(Object *o) {
    if (unlikely(stack_check(" while getting the repr of an object") < 0)) return NULL;
    return o->type->repr(o);
}

/* Addresses are multiples of 8 or 16: those bits go to the top. */
static intptr_t object_type_hash(Object *o) {
    uintptr_t address = (uintptr_t)o;
    return (intptr_t)(address >> 4 | address << 60);
}

/* Equal is what is the same. != is the opposite of what == says, whoever defines it. */
static Object *object_type_compare(Object *a, Object *b, enum CompareOp op) {
    if (op == CMP_EQ && a == b) return new_bool(true);
    if (op != CMP_NE || !a->type->compare) return newref(NOT_IMPLEMENTED);
    Object *equal = a->type->compare(a, b, CMP_EQ);
    if (!equal || equal == NOT_IMPLEMENTED) return equal;
    int truth = object_truth(equal);
    decref(equal);
    return truth < 0 ? NULL : new_bool(!truth);
}

static Object *method_format(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "__format__() argument must be str, not %K", args[0]);
    if (str_length(args[0]) > 0)
        return raise_error(&exc_TypeError, "unsupported format string passed to %T.__format__", self);
    return object_str(self);
}

/* --- inspection --- */

static Object *get_class(Object *o, void *arg) {
    return newref(type_of(o));
}

/* Bytes from the header on: fields, inline values, and the items of types that have them inline. */
static Object *method_sizeof(Object *self, Object **args, ptrdiff_t nargs) {
    const TypeMemory *m = &self->type->mem;
    size_t size = m->size + instance_inline_size(self);
    if (type_flag(self->type, TYPE_VARSIZE)) size += (size_t)llabs(((int64_t *)(self + 1))[0]) * m->item_size;
    return int_from_i64((int64_t)size);
}

/* Adds the names of a class and of its bases, as their __dict__ and __bases__ say. */
static int add_class_names(Object *all, Object *cls) {
    if (stack_check(" in dir()") < 0) return -1;
    Object *dict = object_getattr_opt(cls, names.__dict__);
    int status = dict ? dict_update(all, dict) : raise_pending() ? -1 : 0;
    xdecref(dict);
    if (status < 0) return -1;
    Object *bases = object_getattr_opt(cls, names.__bases__);
    if (!bases) return raise_pending() ? -1 : 0;
    ptrdiff_t n = tuple_check(bases) ? tuple_length(bases) : 0;
    for (ptrdiff_t i = 0; i < n && status == 0; i++) status = add_class_names(all, tuple_item(bases, i));
    decref(bases);
    return status;
}

static Object *method_dir(Object *self, Object **args, ptrdiff_t nargs) {
    Object *own = object_getattr_opt(self, names.__dict__);
    if (!own && raise_pending()) return NULL;
    Object *all = own && dict_check(own) ? dict_copy(own) : dict_new();
    xdecref(own);
    if (!all) return NULL;
    Object *cls = object_getattr_opt(self, names.__class__), *list = NULL;
    if (cls ? add_class_names(all, cls) == 0 : !raise_pending()) list = dict_keys_list(all);
    xdecref(cls);
    decref(all);
    return list;
}

/* --- hooks for subclasses --- */

static Object *method_subclasshook(Object *cls, Object **args, ptrdiff_t nargs) {
    return newref(NOT_IMPLEMENTED);
}

static Object *method_init_subclass(Object *cls, Object **args, ptrdiff_t nargs) {
    return new_none();
}

static void object_type_dealloc(Object *o) {
    object_free(o);
}

static const Method object_methods[] = {
    {"__reduce_ex__", reduce_method_ex, 1, 1,
     "__reduce_ex__(protocol, /)\n--\n\nFor pickling: how to make the object again, by protocol."},
    {"__reduce__", reduce_method, 0, 0, "__reduce__()\n--\n\nFor pickling: how to make the object again."},
    {"__getstate__", reduce_getstate, 0, 0, "__getstate__()\n--\n\nFor pickling: the attributes of the object."},
    {"__subclasshook__", method_subclasshook, 1, 1,
     "__subclasshook__(object, /)\n--\n\nOverridden by abstract classes to answer issubclass().", METH_CLASS},
    {"__init_subclass__", method_init_subclass, 0, 0,
     "__init_subclass__()\n--\n\nCalled when the class is subclassed; may be overridden.", METH_CLASS},
    {"__format__", method_format, 1, 1, "__format__(format_spec, /)\n--\n\nThe text format(self, format_spec)."},
    {"__sizeof__", method_sizeof, 0, 0, "__sizeof__()\n--\n\nSize of the object in bytes."},
    {"__dir__", method_dir, 0, 0, "__dir__()\n--\n\nThe names of all attributes."},
    {NULL},
};

static const GetSet object_getset[] = {
    {"__class__", get_class, type_set_class, "the object's class", NULL},
    {NULL},
};

Type object_type = {
    .mem = {.name = "object", .size = sizeof(Object), .flags = TYPE_BASE, .dealloc = object_type_dealloc},
    .doc = "object()\n--\n\nThe base class of all classes; its instances have no attributes of their own.",
    .methods = object_methods,
    .getset = object_getset,
    .new = object_type_new,
    .init = object_type_init,
    .repr = object_type_repr,
    .str = object_type_str,
    .hash = object_type_hash,
    .compare = object_type_compare,
    .getattr = object_generic_getattr,
    .setattr = object_generic_setattr,
};
