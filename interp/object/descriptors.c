/* The descriptors that the tables of built-in types become, and the slots of classes with __slots__.
 *
 *      methods row      method_descriptor         bound: builtin_function_or_method (native.c)
 *        METH_CLASS     classmethod_descriptor    bound to the class, likewise
 *      slot             wrapper_descriptor        bound: method_wrapper
 *      getset row       getset_descriptor
 *      member row       member_descriptor
 *
 * All of them check that what they are applied to is an instance of their owner, since C code behind them relies on it.
 * Owners are static types, whose descriptors can be in no cycle and are not tracked, except for the getset and member
 * descriptors in the dicts of classes made at run time.
 */
#include "interp/object/descriptors.h"

#include "interp/object/exception.h"
#include "interp/object/float.h"
#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/type_slots.h"

/* All descriptor structs begin like this one, but for Native. */
typedef struct Descriptor {
    Object base;
    Type *owner;
} Descriptor;

/* --- what all of them have --- */

static void hold_owner(Object *descriptor, Type *owner) {
    if (!type_flag(owner, TYPE_HEAP)) return;
    incref(owner);
    gc_track(descriptor);
}

static void drop_owner(Type *owner) {
    if (owner && type_flag(owner, TYPE_HEAP)) decref(owner);
}

static int check_instance(Type *owner, const char *name, Object *o) {
    if (likely(is_instance(o, owner))) return 0;
    return raise_int(&exc_TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, o);
}

static Object *qualified(Type *owner, Object *name) {
    Object *type_name = name ? type_qualname(owner) : NULL;
    Object *result = type_name ? str_format("%S.%S", type_name, name) : NULL;
    xdecref(type_name);
    xdecref(name);
    return result;
}

/* (getattr, (owner, name)) */
static Object *reduce(Type *owner, Object *name) {
    char *own;
    const char *utf8 = name ? str_utf8(name, NULL, &own) : NULL;
    xdecref(name);
    if (!utf8) return NULL;
    Object *result = bound_reduce((Object *)owner, utf8);
    heap_free(own);
    return result;
}

/* --- methods --- */

static const char *method_name(Object *d) {
    return ((Native *)d)->method->name;
}

static Object *native_descriptor_new(Type *type, Type *owner, const Method *m) {
    Native *n = (Native *)object_new(type);
    if (!n) return NULL;
    n->method = m;
    n->owner = owner;
    return (Object *)n;
}

Object *method_descriptor_new(Type *owner, const Method *m) {
    if (m->flags & METH_CLASS) return native_descriptor_new(&classmethod_descriptor_type, owner, m);
    if (!(m->flags & METH_STATIC)) return native_descriptor_new(&method_descriptor_type, owner, m);
    Object *function = native_new(m, (Object *)owner, NULL);
    if (!function) return NULL;
    Object *result = static_method_new(function);
    decref(function);
    return result;
}

static void native_descriptor_dealloc(Object *o) {
    object_free(o);
}

static Object *method_get(Object *d, Object *instance, Object *owner) {
    Native *n = (Native *)d;
    if (!instance) return newref(d);
    return check_instance(n->owner, n->method->name, instance) < 0 ? NULL : native_new(n->method, instance, NULL);
}

static Object *method_call(Object *d, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Native *n = (Native *)d;
    if (nargs < 1)
        return raise_error(&exc_TypeError, "unbound method %s.%s() needs an argument", type_short_name(n->owner),
                           n->method->name);
    if (check_instance(n->owner, n->method->name, args[0]) < 0) return NULL;
    return native_invoke(n, args[0], args + 1, nargs - 1, kwnames);
}

static Object *method_repr(Object *d) {
    return str_format("<method '%s' of '%N' objects>", method_name(d), ((Native *)d)->owner);
}

static Object *method_get_name(Object *d, void *arg) {
    return str_from_c(method_name(d));
}

static Object *method_get_qualname(Object *d, void *arg) {
    return qualified(((Native *)d)->owner, str_from_c(method_name(d)));
}

static Object *method_get_doc(Object *d, void *arg) {
    return method_doc(((Native *)d)->method->doc);
}

static Object *method_get_text_signature(Object *d, void *arg) {
    return method_text_signature(((Native *)d)->method->doc, arg);
}

static Object *method_get_owner(Object *d, void *arg) {
    return newref(((Native *)d)->owner);
}

static Object *method_reduce(Object *d, Object **args, ptrdiff_t nargs) {
    return bound_reduce((Object *)((Native *)d)->owner, method_name(d));
}

static const Method method_methods[] = {
    {"__reduce__", method_reduce, 0, 0, "__reduce__()\n--\n\nFor pickling: how to find the method again."},
    {NULL},
};

static const GetSet method_getset[] = {
    {"__doc__", method_get_doc, NULL, NULL, NULL},
    {"__name__", method_get_name, NULL, NULL, NULL, true},
    {"__qualname__", method_get_qualname, NULL, NULL, NULL},
    {"__objclass__", method_get_owner, NULL, NULL, NULL, true},
    {"__text_signature__", method_get_text_signature, NULL, NULL, "$self"},
    {NULL},
};

Type method_descriptor_type = {
    .mem = {.name = "method_descriptor",
            .size = sizeof(Native),
            .flags = TYPE_METHOD_LIKE,
            .dealloc = native_descriptor_dealloc},
    .repr = method_repr,
    .call = method_call,
    .descr_get = method_get,
    .methods = method_methods,
    .getset = method_getset,
};

/* --- class methods --- */

static Object *classmethod_bind(Native *n, Object *cls) {
    if (!has_flag(cls, TYPE_TYPE))
        return raise_error(&exc_TypeError, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2",
                           n->method->name, n->owner, cls);
    if (!type_is_subtype((Type *)cls, n->owner))
        return raise_error(&exc_TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'",
                           n->method->name, n->owner, cls);
    return native_new(n->method, cls, NULL);
}

static Object *classmethod_get(Object *d, Object *instance, Object *owner) {
    Native *n = (Native *)d;
    if (!owner && !instance)
        return raise_error(&exc_TypeError, "descriptor '%s' for type '%N' needs either an object or a type",
                           n->method->name, n->owner);
    return classmethod_bind(n, owner ? owner : (Object *)type_of(instance));
}

static Object *classmethod_call(Object *d, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Native *n = (Native *)d;
    if (nargs < 1)
        return raise_error(&exc_TypeError, "descriptor '%s' of '%N' object needs an argument", n->method->name,
                           n->owner);
    Object *bound = classmethod_bind(n, args[0]);
    if (!bound) return NULL;
    Object *result = object_call(bound, args + 1, nargs - 1, kwnames);
    decref(bound);
    return result;
}

static const GetSet classmethod_getset[] = {
    {"__doc__", method_get_doc, NULL, NULL, NULL},
    {"__name__", method_get_name, NULL, NULL, NULL, true},
    {"__qualname__", method_get_qualname, NULL, NULL, NULL},
    {"__objclass__", method_get_owner, NULL, NULL, NULL, true},
    {"__text_signature__", method_get_text_signature, NULL, NULL, "$type"},
    {NULL},
};

Type classmethod_descriptor_type = {
    .mem = {.name = "classmethod_descriptor", .size = sizeof(Native), .dealloc = native_descriptor_dealloc},
    .repr = method_repr,
    .call = classmethod_call,
    .descr_get = classmethod_get,
    .getset = classmethod_getset,
};

/* --- slots as methods --- */

static Str *wrapper_name(const WrapperDescriptor *w) {
    return slot_name(w->slot);
}

Object *wrapper_descriptor_new(Type *owner, const Slot *slot) {
    WrapperDescriptor *w = (WrapperDescriptor *)object_new(&wrapper_descriptor_type);
    if (!w) return NULL;
    w->owner = owner;
    w->slot = slot;
    return (Object *)w;
}

/* Big ints have slots of their own behind the type that Python sees. */
static Object *wrapper_invoke(WrapperDescriptor *w, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const Slot *slot = w->slot;
    bool takes_keywords = slot->wrapper == wrap_call || slot->wrapper == wrap_init;
    if (unlikely(kwnames && tuple_length(kwnames) > 0 && !takes_keywords))
        return raise_error(&exc_TypeError, "wrapper %S() takes no keyword arguments", wrapper_name(w));
    bool is_big = w->owner == &int_type && self->type == &bigint_type;
    return slot->wrapper(slot, is_big ? &bigint_type : w->owner, self, args, nargs, kwnames);
}

static Object *wrapper_call(Object *d, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    WrapperDescriptor *w = (WrapperDescriptor *)d;
    if (nargs < 1)
        return raise_error(&exc_TypeError, "descriptor '%S' of '%N' object needs an argument", wrapper_name(w),
                           w->owner);
    if (!is_instance(args[0], w->owner))
        return raise_error(&exc_TypeError, "descriptor '%S' requires a '%N' object but received a '%T'",
                           wrapper_name(w), w->owner, args[0]);
    return wrapper_invoke(w, args[0], args + 1, nargs - 1, kwnames);
}

static Object *wrapper_get(Object *d, Object *instance, Object *owner) {
    WrapperDescriptor *w = (WrapperDescriptor *)d;
    if (!instance) return newref(d);
    if (!is_instance(instance, w->owner))
        return raise_error(&exc_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object",
                           wrapper_name(w), w->owner, instance);
    MethodWrapper *bound = (MethodWrapper *)object_new(&method_wrapper_type);
    if (!bound) return NULL;
    bound->descriptor = newref(w);
    bound->self = newref(instance);
    gc_track(bound);
    return (Object *)bound;
}

static Object *wrapper_repr(Object *d) {
    WrapperDescriptor *w = (WrapperDescriptor *)d;
    return str_format("<slot wrapper '%S' of '%N' objects>", wrapper_name(w), w->owner);
}

static Object *wrapper_get_name(Object *d, void *arg) {
    return newref(wrapper_name((WrapperDescriptor *)d));
}

static Object *wrapper_get_qualname(Object *d, void *arg) {
    WrapperDescriptor *w = (WrapperDescriptor *)d;
    return qualified(w->owner, newref(wrapper_name(w)));
}

static Object *wrapper_get_doc(Object *d, void *arg) {
    return method_doc(((WrapperDescriptor *)d)->slot->doc);
}

static Object *wrapper_get_text_signature(Object *d, void *arg) {
    return method_text_signature(((WrapperDescriptor *)d)->slot->doc, "$self");
}

static Object *descriptor_get_owner(Object *d, void *arg) {
    return newref(((Descriptor *)d)->owner);
}

static Object *wrapper_reduce(Object *d, Object **args, ptrdiff_t nargs) {
    WrapperDescriptor *w = (WrapperDescriptor *)d;
    return reduce(w->owner, newref(wrapper_name(w)));
}

static const Method wrapper_methods[] = {
    {"__reduce__", wrapper_reduce, 0, 0, "__reduce__()\n--\n\nFor pickling: how to find the method again."},
    {NULL},
};

static const GetSet wrapper_getset[] = {
    {"__doc__", wrapper_get_doc, NULL, NULL, NULL},
    {"__name__", wrapper_get_name, NULL, NULL, NULL, true},
    {"__qualname__", wrapper_get_qualname, NULL, NULL, NULL},
    {"__objclass__", descriptor_get_owner, NULL, NULL, NULL, true},
    {"__text_signature__", wrapper_get_text_signature, NULL, NULL, NULL},
    {NULL},
};

Type wrapper_descriptor_type = {
    .mem = {.name = "wrapper_descriptor",
            .size = sizeof(WrapperDescriptor),
            .flags = TYPE_METHOD_LIKE,
            .dealloc = (void (*)(Object *))object_free},
    .repr = wrapper_repr,
    .call = wrapper_call,
    .descr_get = wrapper_get,
    .methods = wrapper_methods,
    .getset = wrapper_getset,
};

/* --- bound slots --- */

static void method_wrapper_dealloc(Object *o) {
    MethodWrapper *m = (MethodWrapper *)o;
    gc_untrack(o);
    decref(m->descriptor);
    decref(m->self);
    object_free(o);
}

static int method_wrapper_traverse(Object *o, Visit visit, void *arg) {
    MethodWrapper *m = (MethodWrapper *)o;
    int stop = visit((Object *)m->descriptor, arg);
    return stop ? stop : visit(m->self, arg);
}

static Object *method_wrapper_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    MethodWrapper *m = (MethodWrapper *)o;
    return wrapper_invoke(m->descriptor, m->self, args, nargs, kwnames);
}

static Object *method_wrapper_repr(Object *o) {
    MethodWrapper *m = (MethodWrapper *)o;
    return str_format("<method-wrapper '%S' of %T object at %p>", wrapper_name(m->descriptor), m->self, m->self);
}

static intptr_t method_wrapper_hash(Object *o) {
    MethodWrapper *m = (MethodWrapper *)o;
    uintptr_t h = ((uintptr_t)m->self >> 4) * 31 ^ (uintptr_t)m->descriptor >> 4;
    return h == (uintptr_t)-1 ? -2 : (intptr_t)h;
}

static Object *method_wrapper_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || b->type != &method_wrapper_type) return newref(NOT_IMPLEMENTED);
    MethodWrapper *x = (MethodWrapper *)a, *y = (MethodWrapper *)b;
    bool equal = x->self == y->self && x->descriptor == y->descriptor;
    return new_bool(equal == (op == CMP_EQ));
}

/* Whatever the descriptor has, `arg` being its getter. */
static Object *method_wrapper_get(Object *o, void *arg) {
    return ((Object * (*)(Object *, void *)) arg)((Object *)((MethodWrapper *)o)->descriptor, NULL);
}

static Object *method_wrapper_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    MethodWrapper *m = (MethodWrapper *)o;
    char *own;
    const char *name = str_utf8((Object *)wrapper_name(m->descriptor), NULL, &own);
    return bound_reduce(m->self, name);
}

static const Method method_wrapper_methods[] = {
    {"__reduce__", method_wrapper_reduce, 0, 0, "__reduce__()\n--\n\nFor pickling: how to find the method again."},
    {NULL},
};

static const GetSet method_wrapper_getset[] = {
    {"__objclass__", method_wrapper_get, NULL, NULL, (void *)descriptor_get_owner},
    {"__name__", method_wrapper_get, NULL, NULL, (void *)wrapper_get_name},
    {"__qualname__", method_wrapper_get, NULL, NULL, (void *)wrapper_get_qualname},
    {"__doc__", method_wrapper_get, NULL, NULL, (void *)wrapper_get_doc},
    {"__text_signature__", method_wrapper_get, NULL, NULL, (void *)wrapper_get_text_signature},
    {NULL},
};

static const Member method_wrapper_members[] = {
    {"__self__", MEMBER_OBJECT, offsetof(MethodWrapper, self), MEMBER_READONLY, NULL},
    {NULL},
};

Type method_wrapper_type = {
    .mem = {.name = "method-wrapper",
            .size = sizeof(MethodWrapper),
            .flags = TYPE_GC,
            .dealloc = method_wrapper_dealloc,
            .traverse = method_wrapper_traverse},
    .repr = method_wrapper_repr,
    .hash = method_wrapper_hash,
    .compare = method_wrapper_compare,
    .call = method_wrapper_call,
    .methods = method_wrapper_methods,
    .getset = method_wrapper_getset,
    .members = method_wrapper_members,
};

/* --- computed attributes and fields --- */

/* What GetSetDescriptor and MemberDescriptor have in common. */
typedef struct NamedDescriptor {
    Object base;
    Type *owner;
    Str *name;
} NamedDescriptor;

static Object *named_new(Type *type, Type *owner, Str *name) {
    NamedDescriptor *d = name ? (NamedDescriptor *)object_new(type) : NULL;
    if (!d) return NULL;
    d->name = newref(name);
    d->owner = owner;
    hold_owner((Object *)d, owner);
    return (Object *)d;
}

static void named_dealloc(Object *o) {
    NamedDescriptor *d = (NamedDescriptor *)o;
    gc_untrack(o);
    decref(d->name);
    drop_owner(d->owner);
    object_free(o);
}

static int named_traverse(Object *o, Visit visit, void *arg) {
    return visit((Object *)((NamedDescriptor *)o)->owner, arg);
}

static int named_check(NamedDescriptor *d, Object *o) {
    if (likely(is_instance(o, d->owner))) return 0;
    return raise_int(&exc_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", d->name,
                     d->owner, o);
}

static Object *named_get_qualname(Object *o, void *arg) {
    NamedDescriptor *d = (NamedDescriptor *)o;
    return qualified(d->owner, newref(d->name));
}

static const Member named_members[] = {
    {"__objclass__", MEMBER_OBJECT, offsetof(NamedDescriptor, owner), MEMBER_READONLY, NULL},
    {"__name__", MEMBER_OBJECT, offsetof(NamedDescriptor, name), MEMBER_READONLY, NULL},
    {NULL},
};

Object *getset_descriptor_new(Type *owner, const GetSet *g) {
    if (g->is_field) {
        Member m = {g->name, MEMBER_COMPUTED, 0, MEMBER_READONLY, g->doc, g};
        return member_descriptor_new(owner, NULL, &m);
    }
    Str *name = str_intern_c(g->name);
    GetSetDescriptor *d = (GetSetDescriptor *)named_new(&getset_descriptor_type, owner, name);
    xdecref(name);
    if (d) d->getset = g;
    return (Object *)d;
}

static Object *getset_get(Object *o, Object *instance, Object *owner) {
    GetSetDescriptor *d = (GetSetDescriptor *)o;
    if (!instance) return newref(o);
    if (named_check((NamedDescriptor *)d, instance) < 0) return NULL;
    if (d->getset->get) return d->getset->get(instance, d->getset->arg);
    return raise_error(&exc_AttributeError, "attribute '%S' of '%N' objects is not readable", d->name, d->owner);
}

static int getset_set(Object *o, Object *instance, Object *value) {
    GetSetDescriptor *d = (GetSetDescriptor *)o;
    if (named_check((NamedDescriptor *)d, instance) < 0) return -1;
    if (d->getset->set) return d->getset->set(instance, value, d->getset->arg);
    return raise_int(&exc_AttributeError, "attribute '%S' of '%N' objects is not writable", d->name, d->owner);
}

static Object *getset_repr(Object *o) {
    GetSetDescriptor *d = (GetSetDescriptor *)o;
    return str_format("<attribute '%S' of '%N' objects>", d->name, d->owner);
}

static Object *getset_get_doc(Object *o, void *arg) {
    const char *doc = ((GetSetDescriptor *)o)->getset->doc;
    return doc ? str_from_c(doc) : new_none();
}

static const GetSet getset_getset[] = {
    {"__doc__", getset_get_doc, NULL, NULL, NULL},
    {"__qualname__", named_get_qualname, NULL, NULL, NULL},
    {NULL},
};

Type getset_descriptor_type = {
    .mem = {.name = "getset_descriptor",
            .size = sizeof(GetSetDescriptor),
            .flags = TYPE_GC,
            .dealloc = named_dealloc,
            .traverse = named_traverse},
    .repr = getset_repr,
    .descr_get = getset_get,
    .descr_set = getset_set,
    .getset = getset_getset,
    .members = named_members,
};

Object *member_descriptor_new(Type *owner, Str *name, const Member *m) {
    Str *own_name = name ? newref(name) : str_intern_c(m->name);
    MemberDescriptor *d = (MemberDescriptor *)named_new(&member_descriptor_type, owner, own_name);
    xdecref(own_name);
    if (d) d->member = *m;
    return (Object *)d;
}

static void *member_field(const MemberDescriptor *d, Object *instance) {
    char *start = d->member.kind == MEMBER_BEHIND_STR ? (char *)instance_fields_behind_str(instance) : (char *)instance;
    return start + d->member.offset;
}

static Object *member_load(MemberDescriptor *d, Object *instance) {
    void *field = member_field(d, instance);
    switch (d->member.kind) {
    case MEMBER_OBJECT:
    case MEMBER_BEHIND_STR:
        if (*(Object **)field) return newref(*(Object **)field);
        raise_error(&exc_AttributeError, "'%Q' object has no attribute '%S'", instance, d->name);
        raise_attribute_context(instance, d->name);
        return NULL;
    case MEMBER_OBJECT_OR_NONE: return newref(*(Object **)field ? *(Object **)field : NONE);
    case MEMBER_INT: return int_from_i64(*(int *)field);
    case MEMBER_LONG: return int_from_i64(*(ptrdiff_t *)field);
    case MEMBER_BOOL: return new_bool(*(bool *)field);
    case MEMBER_STRING: return *(char **)field ? str_from_c(*(char **)field) : new_none();
    case MEMBER_DOUBLE: return float_new(*(double *)field);
    case MEMBER_COMPUTED: return d->member.computed->get(instance, d->member.computed->arg);
    }
    return NULL;
}

static int member_store(MemberDescriptor *d, Object *instance, Object *value) {
    void *field = member_field(d, instance);
    enum MemberKind kind = d->member.kind;
    bool is_object = kind == MEMBER_OBJECT || kind == MEMBER_OBJECT_OR_NONE || kind == MEMBER_BEHIND_STR;
    if (d->member.flags & MEMBER_READONLY || kind == MEMBER_STRING || kind == MEMBER_DOUBLE)
        return raise_int(&exc_AttributeError, "readonly attribute");
    if (!value && !is_object) return raise_int(&exc_TypeError, "can't delete numeric/char attribute");
    if (!value && kind != MEMBER_OBJECT_OR_NONE && !*(Object **)field) {
        raise_with(&exc_AttributeError, (Object *)d->name);
        return -1;
    }
    int64_t number;
    switch (kind) {
    case MEMBER_BOOL:
        if (value != TRUE && value != FALSE) return raise_int(&exc_TypeError, "attribute value type must be bool");
        *(bool *)field = value == TRUE;
        return 0;
    case MEMBER_LONG:
        if (!int_check(value)) return raise_int(&exc_TypeError, "an integer is required");
        /* fallthrough */
    case MEMBER_INT:
        number = number_as_index(value, &exc_OverflowError);
        if (number == -1 && raise_pending()) return -1;
        if (kind == MEMBER_INT)
            *(int *)field = (int)number;
        else
            *(ptrdiff_t *)field = number;
        return 0;
    default: set_ref(field, xnewref(value)); return 0;
    }
}

static Object *member_get(Object *o, Object *instance, Object *owner) {
    MemberDescriptor *d = (MemberDescriptor *)o;
    if (!instance) return newref(o);
    return named_check((NamedDescriptor *)d, instance) < 0 ? NULL : member_load(d, instance);
}

static int member_set(Object *o, Object *instance, Object *value) {
    MemberDescriptor *d = (MemberDescriptor *)o;
    return named_check((NamedDescriptor *)d, instance) < 0 ? -1 : member_store(d, instance, value);
}

static Object *member_repr(Object *o) {
    MemberDescriptor *d = (MemberDescriptor *)o;
    return str_format("<member '%S' of '%N' objects>", d->name, d->owner);
}

static Object *member_get_doc(Object *o, void *arg) {
    const char *doc = ((MemberDescriptor *)o)->member.doc;
    return doc ? str_from_c(doc) : new_none();
}

static Object *member_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    MemberDescriptor *d = (MemberDescriptor *)o;
    return reduce(d->owner, newref(d->name));
}

static const Method member_methods[] = {
    {"__reduce__", member_reduce, 0, 0, "__reduce__()\n--\n\nFor pickling: how to find the attribute again."},
    {NULL},
};

static const GetSet member_getset[] = {
    {"__doc__", member_get_doc, NULL, NULL, NULL},
    {"__qualname__", named_get_qualname, NULL, NULL, NULL},
    {NULL},
};

Type member_descriptor_type = {
    .mem = {.name = "member_descriptor",
            .size = sizeof(MemberDescriptor),
            .flags = TYPE_GC,
            .dealloc = named_dealloc,
            .traverse = named_traverse},
    .repr = member_repr,
    .descr_get = member_get,
    .descr_set = member_set,
    .methods = member_methods,
    .getset = member_getset,
    .members = named_members,
};
