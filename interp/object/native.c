/* Functions written in C.
 *
 * The row of the method table says how many positional arguments a function takes; a call that respects it goes
 * straight to the C function. Everything else, keywords and mistakes, is for the signature (native_signature.c).
 *
 * builtin_function_or_method is both a function of a module (self is the module) and a method bound to an instance.
 */
#include "interp/object/native.h"

#include "interp/object/int.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

static bool is_module_function(const Native *n) {
    return !n->self || n->self->type == &module_type;
}

/* "list.append": what the function is called in messages. */
static Object *qualified_name(const Native *n) {
    if (n->owner) return str_format("%s.%s", type_short_name(n->owner), n->method->name);
    if (is_module_function(n)) return str_from_c(n->method->name);
    Object *owner = has_flag(n->self, TYPE_TYPE) ? n->self : (Object *)type_of(n->self);
    Object *type_name = object_getattr(owner, names.__qualname__);
    if (!type_name) return NULL;
    Object *result = str_format("%S.%s", type_name, n->method->name);
    decref(type_name);
    return result;
}

/* The same with the module in front, unless it is builtins: "math.sqrt". */
static Object *full_name(const Native *n) {
    Object *name = qualified_name(n);
    if (!name || !n->module || !str_check(n->module) || str_equal_c(n->module, "builtins")) return name;
    Object *result = str_format("%S.%S", n->module, name);
    decref(name);
    return result;
}

/* Raises "NAME() takes TEXT", with the full name, and the number of arguments if it is not -1. */
static Object *refuse(const Native *n, const char *text, ptrdiff_t given) {
    Object *name = full_name(n);
    if (!name) return NULL;
    if (given < 0)
        raise_error(&exc_TypeError, "%S() takes %s", name, text);
    else
        raise_error(&exc_TypeError, "%S() takes %s (%zd given)", name, text, given);
    decref(name);
    return NULL;
}

/* Says what is wrong with a call by position. */
__attribute__((noinline, cold)) static Object *wrong_count(Native *n, Object **args, ptrdiff_t nargs) {
    const NativeSignature *s = native_signature(n->method);
    if (!s) return NULL;
    const Parameters *p = &s->parameters;
    int min = n->method->min, max = n->method->max;
    bool by_position_only = !s->known || p->positional_only == p->count;
    if (by_position_only) {
        if (max == 0) return refuse(n, "no arguments", nargs);
        if (min == 1 && max == 1) return refuse(n, "exactly one argument", nargs);
    } else {
        Object *out[p->count];
        if (args_match(p, args, nargs, NULL, out) < 0) return NULL;
    }
    args_count(n->method->name, nargs, min, max);
    return NULL;
}

static Object *invoke_with_keywords(Native *n, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const NativeSignature *s = native_signature(n->method);
    if (!s) return NULL;
    const Parameters *p = &s->parameters;
    if (!s->known || p->positional_only == p->count) return refuse(n, "no keyword arguments", -1);
    Object *out[p->count];
    bool matched = native_signature_match(s, args, nargs, kwnames, out);
    if (!matched && args_match(p, args, nargs, kwnames, out) < 0) return NULL;
    return n->method->fn(self, out, p->count);
}

Object *native_invoke(Native *n, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const Method *m = n->method;
    if (m->flags & METH_KEYWORDS) return ((NativeKwFn)(void *)m->fn)(self, args, nargs, kwnames);
    if (unlikely(kwnames && kwnames->length > 0)) return invoke_with_keywords(n, self, args, nargs, kwnames);
    if (likely(nargs >= m->min && (size_t)nargs <= (size_t)(ptrdiff_t)m->max)) return m->fn(self, args, nargs);
    return wrong_count(n, args, nargs);
}

Object *native_new(const Method *m, Object *self, Object *module_name) {
    Native *n = (Native *)object_new(&native_type);
    if (!n) return NULL;
    n->method = m;
    n->self = xnewref(self);
    n->module = xnewref(module_name);
    gc_track(n);
    return (Object *)n;
}

static Object *native_call(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Native *n = (Native *)f;
    return native_invoke(n, n->self, args, nargs, kwnames);
}

static void native_dealloc(Object *o) {
    Native *n = (Native *)o;
    gc_untrack(o);
    if (n->weaklist) weakref_clear_all(o);
    xdecref(n->self);
    xdecref(n->module);
    object_free(o);
}

static int native_traverse(Object *o, Visit visit, void *arg) {
    Native *n = (Native *)o;
    int stop = visit_ref(n->self, visit, arg);
    return stop ? stop : visit_ref(n->module, visit, arg);
}

static Object *native_repr(Object *o) {
    Native *n = (Native *)o;
    if (is_module_function(n)) return str_format("<built-in function %s>", n->method->name);
    return str_format("<built-in method %s of %T object at %p>", n->method->name, n->self, n->self);
}

/* Two are equal when they are the same method of the same object. */
static Object *native_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != &native_type || b->type != &native_type)
        return newref(NOT_IMPLEMENTED);
    Native *x = (Native *)a, *y = (Native *)b;
    bool equal = x->self == y->self && x->method->fn == y->method->fn;
    return new_bool(equal == (op == CMP_EQ));
}

static intptr_t native_hash(Object *o) {
    Native *n = (Native *)o;
    uintptr_t h = ((uintptr_t)n->self >> 4) * 31 ^ (uintptr_t)n->method->fn >> 4;
    return h == (uintptr_t)-1 ? -2 : (intptr_t)h;
}

static Object *native_name(Object *o, void *arg) {
    return str_from_c(((Native *)o)->method->name);
}

static Object *native_qualname(Object *o, void *arg) {
    return qualified_name((Native *)o);
}

static Object *native_doc(Object *o, void *arg) {
    return method_doc(((Native *)o)->method->doc);
}

static Object *native_text_signature(Object *o, void *arg) {
    Native *n = (Native *)o;
    const char *self = is_module_function(n) ? "$module" : n->method->flags & METH_CLASS ? "$type" : "$self";
    return method_text_signature(n->method->doc, n->method->flags & METH_STATIC ? NULL : self);
}

static Object *native_self(Object *o, void *arg) {
    Native *n = (Native *)o;
    return newref(n->self && !(n->method->flags & METH_STATIC) ? n->self : NONE);
}

static Object *native_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Native *n = (Native *)self;
    if (is_module_function(n)) return str_from_c(n->method->name);
    return bound_reduce(n->self, n->method->name);
}

static const Method native_methods[] = {
    {"__reduce__", native_reduce, 0, 0, "__reduce__()\n--\n\nHow pickle finds it again."},
    {NULL},
};

static const GetSet native_getset[] = {
    {"__name__", native_name, NULL, NULL, NULL},
    {"__qualname__", native_qualname, NULL, NULL, NULL},
    {"__doc__", native_doc, NULL, NULL, NULL},
    {"__self__", native_self, NULL, NULL, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL, NULL},
    {NULL},
};

static const Member native_members[] = {
    {"__module__", MEMBER_OBJECT_OR_NONE, offsetof(Native, module), 0, NULL},
    {NULL},
};

Type native_type = {
    .mem = {.name = "builtin_function_or_method",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Native),
            .weaklist_offset = offsetof(Native, weaklist),
            .dealloc = native_dealloc,
            .traverse = native_traverse},
    .repr = native_repr,
    .hash = native_hash,
    .call = native_call,
    .compare = native_compare,
    .methods = native_methods,
    .getset = native_getset,
    .members = native_members,
};
