/* method: a function together with the object that it was taken from, which goes first among the arguments. */
#include "interp/object/function.h"
#include "interp/object/int.h"
#include "interp/object/runtime.h"
#include "interp/object/weakref.h"

#include <string.h>

_Static_assert(sizeof(GcHeader) + sizeof(BoundMethod) == 56, "bound_method in freelists.def");

Object *bound_method_new(Object *function, Object *self) {
    BoundMethod *m = freelist_gc_object(&freelist_bound_method, &bound_method_type);
    if (!m) return NULL;
    m->function = newref(function);
    m->self = newref(self);
    m->weaklist = NULL;
    gc_track(m);
    return (Object *)m;
}

static void method_dealloc(Object *o) {
    BoundMethod *m = (BoundMethod *)o;
    gc_untrack(o);
    if (m->weaklist) weakref_clear_all(o);
    Object *function = m->function, *self = m->self;
    freelist_free(&freelist_bound_method, gc_header(o));
    decref(function);
    decref(self);
}

static int method_traverse(Object *o, Visit visit, void *arg) {
    BoundMethod *m = (BoundMethod *)o;
    int stop = visit(m->function, arg);
    return stop ? stop : visit(m->self, arg);
}

enum { FEW = 8 };

static Object *method_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    BoundMethod *m = (BoundMethod *)o;
    size_t count = (size_t)nargs + (kwnames ? (size_t)kwnames->length : 0);
    Object *few[FEW];
    Object **with_self = few;
    if (count >= FEW && !(with_self = heap_alloc((count + 1) * sizeof *with_self))) return raise_memory();
    with_self[0] = m->self;
    if (count) memcpy(with_self + 1, args, count * sizeof *args);
    Object *result = object_call(m->function, with_self, nargs + 1, kwnames);
    if (with_self != few) heap_free(with_self);
    return result;
}

static Object *method_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("method", kwnames) < 0 || args_count("method", nargs, 2, 2) < 0) return NULL;
    if (!object_callable(args[0])) return raise_error(&exc_TypeError, "first argument must be callable");
    if (args[1] == NONE) return raise_error(&exc_TypeError, "instance must not be None");
    return bound_method_new(args[0], args[1]);
}

/* The function's attributes are the method's too, unless it has one of its own by that name. */
static Object *method_getattr(Object *o, Str *name) {
    Object *own = type_lookup(&bound_method_type, name);
    return own ? object_generic_getattr(o, name) : object_getattr(((BoundMethod *)o)->function, name);
}

static Object *method_descr_get(Object *d, Object *instance, Object *owner) {
    return newref(d);
}

static Object *method_repr(Object *o) {
    BoundMethod *m = (BoundMethod *)o;
    Object *name = object_getattr_opt(m->function, names.__qualname__);
    if (!name && !raise_pending()) name = object_getattr_opt(m->function, names.__name__);
    if (!name && raise_pending()) return NULL;
    if (name && !str_check(name)) clear_ref(&name);
    Object *result =
        name ? str_format("<bound method %S of %R>", name, m->self) : str_format("<bound method ? of %R>", m->self);
    xdecref(name);
    return result;
}

static Object *method_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != &bound_method_type || b->type != &bound_method_type)
        return newref(NOT_IMPLEMENTED);
    BoundMethod *x = (BoundMethod *)a, *y = (BoundMethod *)b;
    int equal = object_equal(x->function, y->function);
    if (equal < 0) return NULL;
    return new_bool((equal && x->self == y->self) == (op == CMP_EQ));
}

static intptr_t method_hash(Object *o) {
    BoundMethod *m = (BoundMethod *)o;
    intptr_t of_function = object_hash(m->function);
    if (of_function == -1) return -1;
    intptr_t h = (intptr_t)((uintptr_t)m->self >> 4) ^ of_function;
    return h == -1 ? -2 : h;
}

Object *bound_reduce(Object *self, const char *name) {
    Object *getattr = dict_get_c((Object *)runtime.builtins, "getattr");
    if (!getattr) return raise_error(&exc_AttributeError, "getattr");
    Object *name_object = str_from_c(name);
    Object *args = name_object ? tuple_pack(2, self, name_object) : NULL;
    Object *result = args ? tuple_pack(2, getattr, args) : NULL;
    xdecref(name_object);
    xdecref(args);
    return result;
}

static Object *method_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    BoundMethod *m = (BoundMethod *)self;
    Object *name = object_getattr(m->function, names.__name__);
    if (!name) return NULL;
    size_t n;
    char *own = NULL;
    const char *text =
        str_check(name) ? str_utf8(name, &n, &own) : raise_error(&exc_TypeError, "__name__ must be a str");
    Object *result = text ? bound_reduce(m->self, text) : NULL;
    heap_free(own);
    decref(name);
    return result;
}

static Object *method_doc_get(Object *o, void *arg) {
    return object_getattr(((BoundMethod *)o)->function, names.__doc__);
}

static const Method methods[] = {
    {"__reduce__", method_reduce, 0, 0, NULL},
    {NULL},
};

static const GetSet getset[] = {
    {"__doc__", method_doc_get, NULL, NULL, NULL},
    {NULL},
};

static const Member members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(BoundMethod, function), MEMBER_READONLY, "The function that is called."},
    {"__self__", MEMBER_OBJECT, offsetof(BoundMethod, self), MEMBER_READONLY, "The object that it is bound to."},
    {NULL},
};

Type bound_method_type = {
    .mem = {.name = "method",
            .flags = TYPE_GC,
            .size = sizeof(BoundMethod),
            .weaklist_offset = offsetof(BoundMethod, weaklist),
            .dealloc = method_dealloc,
            .traverse = method_traverse},
    .doc = "method(function, instance, /)\n--\n\nBinds a callable to an instance.",
    .repr = method_repr,
    .hash = method_hash,
    .call = method_call,
    .getattr = method_getattr,
    .compare = method_compare,
    .descr_get = method_descr_get,
    .new = method_create,
    .methods = methods,
    .getset = getset,
    .members = members,
};
