/* type: the class of classes. What can be done with a class as an object: its attributes, calling it, its methods.
 *
 * Attributes of a class are looked up twice: in its metaclass, as for any object, and along its own MRO. A data
 * descriptor of the metaclass goes first, then what the MRO has (bound to no instance), then the rest of the metaclass.
 */
#include "interp/object/type_impl.h"

#include <string.h>

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/function.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

/* --- reading and writing attributes --- */

static Object *bind(Object *found, Object *instance, Object *owner) {
    Object *(*get)(Object *, Object *, Object *) = found->type->descr_get;
    return get ? get(found, instance, owner) : newref(found);
}

/* Could `type` have a data descriptor of this name? All of them are called __so__. */
static inline bool is_special(const Str *name) {
    return name->data[0] == '_' && name->data[1] == '_'; /* there is a 0 behind the last character */
}

Object *type_getattr_opt(Type *t, Str *name) {
    Type *meta = t->base_object.type;
    if (likely(meta == &type_type && !is_special(name))) {
        Object *own = type_lookup(t, name);
        if (own && !own->type->descr_get) return newref(own);
    }
    Object *from_meta = xnewref(type_lookup(meta, name));
    Object *value;
    if (from_meta && from_meta->type->descr_get && from_meta->type->descr_set) {
        value = bind(from_meta, (Object *)t, (Object *)meta);
        decref(from_meta);
        return value;
    }
    Object *own = xnewref(type_lookup(t, name));
    value = own ? bind(own, NULL, (Object *)t) : from_meta ? bind(from_meta, (Object *)t, (Object *)meta) : NULL;
    xdecref(own);
    xdecref(from_meta);
    return value;
}

static void *raise_no_type_attribute(Type *t, Str *name) {
    raise_error(&exc_AttributeError, "type object '%N' has no attribute '%S'", t, name);
    raise_attribute_context((Object *)t, name);
    return NULL;
}

Object *type_getattr(Object *o, Str *name) {
    Object *value = type_getattr_opt((Type *)o, name);
    if (unlikely(!value && !raise_pending())) return raise_no_type_attribute((Type *)o, name);
    return value;
}

static int check_mutable(Type *t, const char *name) {
    if (!type_flag(t, TYPE_IMMUTABLE)) return 0;
    return raise_int(&exc_TypeError, "cannot set '%s' attribute of immutable type '%N'", name, t);
}

/* What t->variables becomes when the value of an attribute is replaced by another; 0: nothing of the kind. */
static uint64_t variables_with(Type *t, Str *name, Object *value) {
    if (!value || !type_is_plain_value(value) || is_special(name) || !str_check_exact((Object *)name)) return 0;
    ptrdiff_t at = dict_find_str(t->dict, name);
    if (at < 0 || at >= TYPE_VARIABLES || !type_is_plain_value(dict_entries(t->dict->keys)[at].value)) return 0;
    Object *from_meta = type_lookup(t->base_object.type, name);
    return from_meta && from_meta->type->descr_set ? 0 : t->variables | (uint64_t)1 << at;
}

/* The version goes first: nobody may cache the old value while the new one is being stored. What was in the dict lives
 * until the slots are right again, because its __del__ may use the class. */
int type_setattr(Object *o, Str *name, Object *value) {
    Type *t = (Type *)o;
    if (type_flag(t, TYPE_IMMUTABLE))
        return raise_int(&exc_TypeError, "cannot set '%S' attribute of immutable type '%N'", name, t);
    uint64_t variables = variables_with(t, name, value);
    if (variables && variables == t->variables) {
        set_ref(type_own_variable(t, name), newref(value));
        return 0;
    }
    type_modified(t);
    Object *old = xnewref(dict_get_str(t->dict, name));
    int status = object_generic_setattr(o, name, value);
    if (status == 0) {
        type_modified(t);
        slots_update(t, name);
        t->variables = variables;
    }
    xdecref(old);
    return status;
}

/* --- an entry of the class dict as an attribute of the class --- */

static Object *dict_entry(Type *t, Str *name) {
    Dict *dict = type_dict(t);
    return dict ? dict_get_str(dict, name) : NULL;
}

static int set_dict_entry(Type *t, Str *name, Object *value) {
    type_modified(t);
    return value ? dict_set((Object *)t->dict, (Object *)name, value) : dict_del_opt((Object *)t->dict, (Object *)name);
}

/* For attributes of a class that can be assigned and not deleted. */
static int check_set_special(Type *t, Object *value, const char *name) {
    if (check_mutable(t, name) < 0) return -1;
    if (value) return 0;
    return raise_int(&exc_TypeError, "cannot delete '%s' attribute of immutable type '%N'", name, t);
}

static Object *get_name(Object *o, void *arg) {
    Type *t = (Type *)o;
    return t->name_object ? newref(t->name_object) : (Object *)str_intern_c(type_short_name(t));
}

/* The name as text for messages, in a block of its own. */
char *type_name_text(Object *name) {
    size_t n;
    char *own, *copy = NULL;
    const char *text = str_utf8(name, &n, &own);
    if (!text) return NULL;
    if (strlen(text) != n)
        raise_error(&exc_ValueError, "type name must not contain null characters");
    else if (!(copy = heap_alloc(n + 1)))
        raise_memory();
    else
        memcpy(copy, text, n + 1);
    heap_free(own);
    return copy;
}

static int set_name(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (check_set_special(t, value, "__name__") < 0) return -1;
    if (!str_check(value))
        return raise_int(&exc_TypeError, "can only assign string to %N.__name__, not '%T'", t, value);
    char *text = type_name_text(value);
    if (!text) return -1;
    type_modified(t);
    heap_free((char *)t->mem.name);
    t->mem.name = text;
    set_ref(&t->name_object, newref(value));
    return 0;
}

Object *type_qualname(Type *t) {
    return t->qualname ? newref(t->qualname) : get_name((Object *)t, NULL);
}

static Object *get_qualname(Object *o, void *arg) {
    return type_qualname((Type *)o);
}

static int set_qualname(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (check_set_special(t, value, "__qualname__") < 0) return -1;
    if (!str_check(value))
        return raise_int(&exc_TypeError, "can only assign string to %N.__qualname__, not '%T'", t, value);
    set_ref(&t->qualname, newref(value));
    return 0;
}

/* NULL without an exception: a class made by hand may lack __module__. */
static Object *module_of(Type *t) {
    Object *module = NULL;
    if (type_flag(t, TYPE_HEAP)) {
        module = xnewref(dict_entry(t, names.__module__));
    } else {
        const char *dot = strrchr(t->mem.name, '.');
        module = dot ? str_from_ascii(t->mem.name, (size_t)(dot - t->mem.name)) : newref(names.builtins);
    }
    return module;
}

static Object *get_module(Object *o, void *arg) {
    Object *module = module_of((Type *)o);
    return module || raise_pending() ? module : raise_with(&exc_AttributeError, (Object *)names.__module__);
}

/* The line where it began belongs to the source of the old module. */
static int set_module(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (check_set_special(t, value, "__module__") < 0) return -1;
    if (set_dict_entry(t, names.__module__, value) < 0) return -1;
    return set_dict_entry(t, names.__firstlineno__, NULL) < 0 ? -1 : 0;
}

static Object *get_doc(Object *o, void *arg) {
    Type *t = (Type *)o;
    if (!type_flag(t, TYPE_HEAP) && t->doc) return method_doc(t->doc);
    Object *doc = dict_entry(t, names.__doc__);
    return doc ? bind(doc, NULL, o) : new_none();
}

static int set_doc(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    return check_set_special(t, value, "__doc__") < 0 ? -1 : set_dict_entry(t, names.__doc__, value);
}

static Object *get_text_signature(Object *o, void *arg) {
    return method_text_signature(((Type *)o)->doc, NULL);
}

static Object *get_bases(Object *o, void *arg) {
    return xnewref(type_bases((Type *)o));
}

static Object *get_mro(Object *o, void *arg) {
    Tuple *mro = type_mro((Type *)o);
    return mro ? newref(mro) : raise_pending() ? NULL : new_none();
}

static Object *get_dict(Object *o, void *arg) {
    Dict *dict = type_dict((Type *)o);
    return dict ? mappingproxy_new((Object *)dict) : NULL;
}

/* `type` has the descriptor itself under this name, which says nothing about its methods. */
static Object *get_abstract_methods(Object *o, void *arg) {
    Object *value = o == (Object *)&type_type ? NULL : dict_entry((Type *)o, names.__abstractmethods__);
    return value ? newref(value) : raise_with(&exc_AttributeError, (Object *)names.__abstractmethods__);
}

static int set_abstract_methods(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (check_mutable(t, "__abstractmethods__") < 0) return -1;
    int abstract = value ? object_truth(value) : 0;
    if (abstract < 0) return -1;
    int status = set_dict_entry(t, names.__abstractmethods__, value);
    if (!value && status == 0) {
        raise_with(&exc_AttributeError, (Object *)names.__abstractmethods__);
        return -1;
    }
    if (status < 0) return -1;
    t->mem.flags = abstract ? t->mem.flags | TYPE_ABSTRACT : t->mem.flags & ~(uint32_t)TYPE_ABSTRACT;
    return 0;
}

static Object *get_type_params(Object *o, void *arg) {
    Object *params = o == (Object *)&type_type ? NULL : dict_entry((Type *)o, names.__type_params__);
    return params ? newref(params) : tuple_new(0);
}

static int set_type_params(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    return check_set_special(t, value, "__type_params__") < 0 ? -1 : set_dict_entry(t, names.__type_params__, value);
}

/* --- annotations: made by calling __annotate__(1) when they are first asked for --- */

static Object *get_annotate(Object *o, void *arg) {
    Type *t = (Type *)o;
    if (!type_flag(t, TYPE_HEAP)) return raise_no_type_attribute(t, names.__annotate__);
    Object *annotate = dict_entry(t, names.__annotate_func__);
    if (!annotate) annotate = dict_entry(t, names.__annotate__);
    if (annotate) return bind(annotate, NULL, o);
    return set_dict_entry(t, names.__annotate_func__, NONE) < 0 ? NULL : new_none();
}

static int set_annotate(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (!value) return raise_int(&exc_TypeError, "cannot delete __annotate__ attribute");
    if (check_mutable(t, "__annotate__") < 0) return -1;
    if (value != NONE && !object_callable(value))
        return raise_int(&exc_TypeError, "__annotate__ must be callable or None");
    if (set_dict_entry(t, names.__annotate_func__, value) < 0) return -1;
    if (value == NONE) return 0;
    return set_dict_entry(t, names.__annotations_cache__, NULL) < 0 ? -1 : 0;
}

/* What __annotate__ returns, or an empty dict. New. */
static Object *make_annotations(Type *t) {
    Object *annotate = get_annotate((Object *)t, NULL);
    if (!annotate) return NULL;
    Object *result =
        object_callable(annotate) ? object_call1(annotate, (Object *)&int_small[1 - INT_SMALL_MIN]) : dict_new();
    decref(annotate);
    if (result && !dict_check(result)) {
        raise_error(&exc_TypeError, "__annotate__ returned non-dict of type '%T'", result);
        clear_ref(&result);
    }
    return result;
}

static Object *get_annotations(Object *o, void *arg) {
    Type *t = (Type *)o;
    if (!type_flag(t, TYPE_HEAP)) return raise_no_type_attribute(t, names.__annotations__);
    Object *annotations = dict_entry(t, names.__annotations__);
    if (!annotations) annotations = dict_entry(t, names.__annotations_cache__);
    if (annotations) return bind(annotations, NULL, o);
    annotations = make_annotations(t);
    if (annotations && set_dict_entry(t, names.__annotations_cache__, annotations) < 0) clear_ref(&annotations);
    return annotations;
}

static int set_annotations(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (check_mutable(t, "__annotations__") < 0) return -1;
    bool explicit = dict_entry(t, names.__annotations__) != NULL;
    int status = set_dict_entry(t, explicit ? names.__annotations__ : names.__annotations_cache__, value);
    if (!value && status == 0) {
        raise_with(&exc_AttributeError, (Object *)names.__annotations__);
        return -1;
    }
    if (status < 0 || set_dict_entry(t, names.__annotate__, NULL) < 0) return -1;
    return set_dict_entry(t, names.__annotate_func__, NULL) < 0 ? -1 : 0;
}

/* --- numbers about the layout --- */

static Object *get_weakref_offset(Object *o, void *arg) {
    return int_from_i64(((Type *)o)->mem.weaklist_offset);
}

static Object *get_dict_offset(Object *o, void *arg) {
    Type *t = (Type *)o;
    return int_from_i64(t->mem.dict_offset ? t->mem.dict_offset : instance_has_dict_word(t) ? -1 : 0);
}

/* The bits that programs (inspect, abc) know from CPython. */
static Object *get_flags(Object *o, void *arg) {
    static const struct {
        uint32_t ours;
        int public_bit;
    } bits[] = {{TYPE_IMMUTABLE, 8}, {TYPE_HEAP, 9},   {TYPE_BASE, 10},        {TYPE_READY, 12},   {TYPE_GC, 14},
                {TYPE_ABSTRACT, 20}, {TYPE_INT, 24},   {TYPE_LIST, 25},        {TYPE_TUPLE, 26},   {TYPE_BYTES, 27},
                {TYPE_STR, 28},      {TYPE_DICT, 29},  {TYPE_EXCEPTION, 30},   {TYPE_TYPE, 31},    {TYPE_SEQUENCE, 5},
                {TYPE_MAPPING, 6},   {TYPE_NO_NEW, 7}, {TYPE_METHOD_LIKE, 17}, {TYPE_PREHEADER, 4}};
    int64_t flags = ((Type *)o)->inline_capacity ? 1 << 2 : 0;
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (type_flag((Type *)o, bits[i].ours)) flags |= (int64_t)1 << bits[i].public_bit;
    return int_from_i64(flags);
}

/* --- calling --- */

static bool any_keywords(Tuple *kwnames) {
    return kwnames && tuple_length(kwnames) > 0;
}

static Object *type_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Type *t = (Type *)o;
    if (t == &type_type) {
        if (nargs == 1 && !any_keywords(kwnames)) return newref(type_of(args[0]));
        if (nargs == 1) return raise_error(&exc_TypeError, "type() takes no keyword arguments");
        if (nargs != 3) return raise_error(&exc_TypeError, "type() takes 1 or 3 arguments");
    }
    if (unlikely(!t->new)) return raise_error(&exc_TypeError, "cannot create '%s' instances", t->mem.name);
    Object *object = t->new (t, args, nargs, kwnames);
    if (!object || !is_instance(object, t)) return object;
    if (object->type->init && object->type->init(object, args, nargs, kwnames) < 0) {
        decref(object);
        return NULL;
    }
    return object;
}

/* type(o) asks; any other call of type makes a class. */
static Object *call_of_type(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs == 1) return newref(type_of(args[0]));
    return type_call((Object *)t, args, nargs, NULL);
}

static Object *call_of_other(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return type_call((Object *)t, args, nargs, kwnames);
}

TypeCall type_call_entry(const Type *t) {
    if (t == &type_type) return call_of_type;
    bool only_new = t->init == object_type.init && t->new && t->new != object_type.new;
    return only_new ? t->new : call_of_other;
}

Object *type_call_positional(Type *t, Object **args, ptrdiff_t nargs) {
    return type_call_entry(t)(t, args, nargs, NULL);
}

static int type_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs == 1 && any_keywords(kwnames))
        return raise_int(&exc_TypeError, "type.__init__() takes no keyword arguments");
    if (nargs != 1 && nargs != 3) return raise_int(&exc_TypeError, "type.__init__() takes 1 or 3 arguments");
    return 0;
}

static Object *type_repr(Object *o) {
    Type *t = (Type *)o;
    Object *module = module_of(t), *qualname = raise_pending() ? NULL : type_qualname(t), *text = NULL;
    if (!qualname)
        text = NULL;
    else if (module && str_check(module) && !str_equal(module, names.builtins))
        text = str_format("<class '%S.%S'>", module, qualname);
    else
        text = str_format("<class '%S'>", type_flag(t, TYPE_HEAP) ? (Object *)t->name_object : qualname);
    xdecref(module);
    xdecref(qualname);
    return text;
}

Object *type_full_name(Type *t) {
    if (!type_flag(t, TYPE_HEAP)) return str_from_c(t->mem.name);
    Object *qualname = type_qualname(t), *module = dict_entry(t, names.__module__);
    if (!qualname || !module || !str_check(module) || str_equal(module, names.builtins) ||
        str_equal(module, names.__main__))
        return qualname;
    Object *text = str_format("%S.%S", module, qualname);
    decref(qualname);
    return text;
}

/* C | D, a union type, for whatever may stand in one. */
static Object *type_or(Object *a, Object *b) {
    return union_new(a, b);
}

/* --- methods --- */

Object *type_method_mro(Object *self, Object **args, ptrdiff_t nargs) {
    Tuple *bases = type_bases((Type *)self);
    Object *mro = bases ? mro_linearise((Type *)self, bases) : NULL;
    Object *list = mro ? sequence_list(mro) : NULL;
    xdecref(mro);
    return list;
}

static Object *method_subclasses(Object *self, Object **args, ptrdiff_t nargs) {
    return type_subclasses((Type *)self);
}

static Object *method_prepare(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return dict_new();
}

static Object *method_instancecheck(Object *self, Object **args, ptrdiff_t nargs) {
    int result = object_real_isinstance(args[0], self);
    return result < 0 ? NULL : new_bool(result);
}

static Object *method_subclasscheck(Object *self, Object **args, ptrdiff_t nargs) {
    int result = object_real_issubclass(args[0], self);
    return result < 0 ? NULL : new_bool(result);
}

/* The names in the dicts of the MRO. */
static Object *method_dir(Object *self, Object **args, ptrdiff_t nargs) {
    Tuple *mro = type_mro((Type *)self);
    Object *all = dict_new(), *list = NULL;
    for (ptrdiff_t i = mro ? tuple_length(mro) : 0; all && --i >= 0;) {
        Dict *dict = type_dict((Type *)tuple_item(mro, i));
        if (!dict || dict_update(all, (Object *)dict) < 0) clear_ref(&all);
    }
    if (all) list = dict_keys_list(all);
    xdecref(all);
    return list;
}

static Object *method_sizeof(Object *self, Object **args, ptrdiff_t nargs) {
    Type *t = (Type *)self;
    return int_from_i64((int64_t)(t->base_object.type->mem.size + (t->shared_keys ? sizeof *t->shared_keys : 0)));
}

/* --- memory: classes made at run time --- */

static void type_dealloc(Object *o) {
    Type *t = (Type *)o;
    gc_untrack(o);
    type_modified(t);
    if (t->weaklist) weakref_clear_all(o);
    for (ptrdiff_t i = 0; t->bases && i < tuple_length(t->bases); i++)
        type_remove_subclass((Type *)tuple_item(t->bases, i), t);
    xdecref(t->dict);
    xdecref(t->mro);
    xdecref(t->bases);
    xdecref(t->subclasses);
    xdecref(t->name_object);
    xdecref(t->qualname);
    xdecref(t->base);
    shared_keys_free(t);
    heap_free((char *)t->mem.name);
    object_free(o);
}

static int type_traverse(Object *o, Visit visit, void *arg) {
    Type *t = (Type *)o;
    Object *const fields[] = {(Object *)t->dict, (Object *)t->mro, (Object *)t->bases, (Object *)t->base,
                              (Object *)t->subclasses};
    int stop = 0;
    for (int i = 0; i < 5 && !stop; i++) stop = visit_ref(fields[i], visit, arg);
    return stop;
}

/* The base stays: instances that are still to die need it to know their layout. */
static void type_clear(Object *o) {
    Type *t = (Type *)o;
    type_modified(t);
    if (t->dict) dict_empty((Object *)t->dict);
    clear_ref(&t->mro);
}

static const Method type_methods[] = {
    {"mro", type_method_mro, 0, 0, "mro()\n--\n\nThe method resolution order, as a list; may be overridden."},
    {"__subclasses__", method_subclasses, 0, 0, "__subclasses__()\n--\n\nThe direct subclasses that are alive."},
    {"__prepare__", (NativeFn)(void *)method_prepare, 0, -1,
     "__prepare__($cls, name, bases, /, **kwds)\n--\n\nThe namespace for the body of a class: a dict.",
     METH_CLASS | METH_KEYWORDS},
    {"__instancecheck__", method_instancecheck, 1, 1,
     "__instancecheck__(instance, /)\n--\n\nTrue if instance is an instance of the class."},
    {"__subclasscheck__", method_subclasscheck, 1, 1,
     "__subclasscheck__(subclass, /)\n--\n\nTrue if subclass is a subclass of the class."},
    {"__dir__", method_dir, 0, 0, "__dir__()\n--\n\nThe names of all attributes."},
    {"__sizeof__", method_sizeof, 0, 0, "__sizeof__()\n--\n\nSize of the class object in bytes."},
    {NULL},
};

static const GetSet type_getset[] = {
    {"__name__", get_name, set_name, NULL, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL, NULL},
    {"__bases__", get_bases, type_set_bases, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL, NULL},
    {"__module__", get_module, set_module, NULL, NULL},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_annotate, set_annotate, NULL, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL, NULL},
    {"__flags__", get_flags, NULL, NULL, NULL, true},
    {"__weakrefoffset__", get_weakref_offset, NULL, NULL, NULL, true},
    {"__dictoffset__", get_dict_offset, NULL, NULL, NULL, true},
    {NULL},
};

static const Member type_members[] = {
    {"__base__", MEMBER_OBJECT_OR_NONE, offsetof(Type, base), MEMBER_READONLY, NULL},
    {"__basicsize__", MEMBER_INT, offsetof(Type, mem.size), MEMBER_READONLY, NULL},
    {"__itemsize__", MEMBER_INT, offsetof(Type, mem.item_size), MEMBER_READONLY, NULL},
    {NULL},
};

Type type_type = {
    .mem = {.name = "type",
            .size = sizeof(Type),
            .flags = TYPE_GC | TYPE_BASE | TYPE_TYPE,
            .weaklist_offset = offsetof(Type, weaklist),
            .dict_offset = offsetof(Type, dict),
            .dealloc = type_dealloc,
            .traverse = type_traverse,
            .clear = type_clear},
    .doc = "type(object) -> the object's type\n"
           "type(name, bases, dict, **kwds) -> a new type",
    .methods = type_methods,
    .getset = type_getset,
    .members = type_members,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .repr = type_repr,
    .call = type_call,
    .new = type_make,
    .init = type_init,
    .binary[BIN_OR] = type_or,
};
