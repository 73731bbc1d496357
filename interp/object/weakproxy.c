/* Weak proxies: weak references that pass on to their target whatever is done with them. */
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

Object *weakproxy_new(Object *target, Object *callback) {
    return weakref_make(object_callable(target) ? &weakcallableproxy_type : &weakproxy_type, target, callback);
}

static bool is_proxy(const Object *o) {
    return o->type == &weakproxy_type || o->type == &weakcallableproxy_type;
}

/* What o stands for, new: the target of a proxy, o itself if it is none. NULL with ReferenceError: dead. */
static Object *behind(Object *o) {
    if (!is_proxy(o)) return newref(o);
    Object *target = weakref_get(o);
    return target ? target : raise_error(&exc_ReferenceError, "weakly-referenced object no longer exists");
}

static Object *proxy_repr(Object *o) {
    Object *target = weakref_get(o);
    if (!target) return str_format("<weakproxy at %p; dead>", o);
    Object *result = str_format("<weakproxy at %p; to '%Q' at %p>", o, target, target);
    decref(target);
    return result;
}

/* Passes an operation on one object on. */
static Object *pass1(Object *o, Object *(*f)(Object *)) {
    Object *target = behind(o);
    Object *result = target ? f(target) : NULL;
    xdecref(target);
    return result;
}

static Object *proxy_str(Object *o) {
    return pass1(o, object_str);
}

static Object *proxy_iter(Object *o) {
    return pass1(o, object_iter);
}

static Object *next_of(Object *target) {
    if (object_is_iterator(target)) return object_next(target);
    return raise_error(&exc_TypeError, "Weakref proxy referenced a non-iterator '%T' object", target);
}

static Object *proxy_next(Object *o) {
    return pass1(o, next_of);
}

static Object *proxy_int(Object *o) {
    return pass1(o, number_int);
}

static Object *proxy_index(Object *o) {
    return pass1(o, number_index);
}

static Object *proxy_float(Object *o) {
    return pass1(o, number_float);
}

static Object *proxy_unary(Object *o, enum UnaryOp op) {
    Object *target = behind(o);
    Object *result = target ? number_unary(target, op) : NULL;
    xdecref(target);
    return result;
}

static Object *proxy_neg(Object *o) {
    return proxy_unary(o, UNARY_NEG);
}

static Object *proxy_pos(Object *o) {
    return proxy_unary(o, UNARY_POS);
}

static Object *proxy_invert(Object *o) {
    return proxy_unary(o, UNARY_INVERT);
}

static Object *proxy_abs(Object *o) {
    return proxy_unary(o, UNARY_ABS);
}

/* Passes an operation on two objects on; either may be the proxy. */
static Object *pass2(Object *a, Object *b, int op, Object *(*f)(Object *, Object *, int)) {
    Object *x = behind(a), *y = x ? behind(b) : NULL;
    Object *result = y ? f(x, y, op) : NULL;
    xdecref(x);
    xdecref(y);
    return result;
}

static Object *compute(Object *a, Object *b, int op) {
    return number_binary(a, b, op);
}

static Object *compute_inplace(Object *a, Object *b, int op) {
    return number_inplace(a, b, op);
}

static Object *compare(Object *a, Object *b, int op) {
    return object_compare(a, b, op);
}

static Object *proxy_compare(Object *a, Object *b, enum CompareOp op) {
    return pass2(a, b, op, compare);
}

#define SLOT(name, field, wrapper, dunder, parameters, doc)
#define COMPARE(name, op, symbol)
#define BINARY(op, name, reflected, inplace, symbol) \
    static Object *proxy##name(Object *a, Object *b) { \
        return pass2(a, b, op, compute); \
    } \
    static Object *proxy##inplace(Object *a, Object *b) { \
        return pass2(a, b, op, compute_inplace); \
    }
#include "interp/object/slots.def"
#undef BINARY
#undef COMPARE
#undef SLOT

static Object *proxy_divmod(Object *a, Object *b) {
    return pass2(a, b, BIN_DIVMOD, compute);
}

static Object *proxy_pow(Object *a, Object *b) {
    return pass2(a, b, BIN_POW, compute);
}

static Object *proxy_ipow(Object *a, Object *b) {
    return pass2(a, b, BIN_POW, compute_inplace);
}

static Object *proxy_pow_mod(Object *base, Object *exponent, Object *modulus) {
    Object *x = behind(base), *y = x ? behind(exponent) : NULL, *z = y ? behind(modulus) : NULL;
    Object *result = z ? number_power(x, y, z) : NULL;
    xdecref(x);
    xdecref(y);
    xdecref(z);
    return result;
}

static int proxy_truth(Object *o) {
    Object *target = behind(o);
    int result = target ? object_truth(target) : -1;
    xdecref(target);
    return result;
}

static intptr_t proxy_hash(Object *o) {
    return raise_int(&exc_TypeError, "unhashable type: '%s'", o->type->mem.name);
}

static ptrdiff_t proxy_length(Object *o) {
    Object *target = behind(o);
    ptrdiff_t result = target ? object_length(target) : -1;
    xdecref(target);
    return result;
}

static Object *proxy_getattr(Object *o, Str *name) {
    Object *target = behind(o);
    Object *result = target ? object_getattr(target, name) : NULL;
    xdecref(target);
    return result;
}

static int proxy_setattr(Object *o, Str *name, Object *value) {
    Object *target = behind(o);
    int result = target ? object_setattr(target, name, value) : -1;
    xdecref(target);
    return result;
}

static Object *proxy_getitem(Object *o, Object *key) {
    Object *target = behind(o), *real_key = target ? behind(key) : NULL;
    Object *result = real_key ? object_getitem(target, real_key) : NULL;
    xdecref(target);
    xdecref(real_key);
    return result;
}

static int proxy_setitem(Object *o, Object *key, Object *value) {
    Object *target = behind(o);
    int result = target ? object_setitem(target, key, value) : -1;
    xdecref(target);
    return result;
}

static int proxy_contains(Object *o, Object *item) {
    Object *target = behind(o);
    int result = target ? object_contains(target, item) : -1;
    xdecref(target);
    return result;
}

static Object *proxy_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *target = behind(o);
    Object *result = target ? object_call(target, args, nargs, kwnames) : NULL;
    xdecref(target);
    return result;
}

static Object *call_special(Object *self, const char *method) {
    Object *target = behind(self);
    Str *name = target ? str_intern_c(method) : NULL;
    Object *result = name ? object_call_method(target, name, NULL, 0) : NULL;
    xdecref(name);
    xdecref(target);
    return result;
}

static Object *proxy_bytes(Object *self, Object **args, ptrdiff_t nargs) {
    return call_special(self, "__bytes__");
}

static Object *proxy_reversed(Object *self, Object **args, ptrdiff_t nargs) {
    return call_special(self, "__reversed__");
}

static const Method proxy_methods[] = {
    {"__bytes__", proxy_bytes, 0, 0, NULL},
    {"__reversed__", proxy_reversed, 0, 0, NULL},
    {NULL},
};

/* The slots of both types. */
#define PROXY_SLOTS \
    .repr = proxy_repr, .str = proxy_str, .hash = proxy_hash, .getattr = proxy_getattr, .setattr = proxy_setattr, \
    .compare = proxy_compare, .iter = proxy_iter, .next = proxy_next, \
    .binary = {[BIN_ADD] = proxy__add__, \
               [BIN_SUB] = proxy__sub__, \
               [BIN_MUL] = proxy__mul__, \
               [BIN_TRUEDIV] = proxy__truediv__, \
               [BIN_FLOORDIV] = proxy__floordiv__, \
               [BIN_MOD] = proxy__mod__, \
               [BIN_MATMUL] = proxy__matmul__, \
               [BIN_AND] = proxy__and__, \
               [BIN_OR] = proxy__or__, \
               [BIN_XOR] = proxy__xor__, \
               [BIN_LSHIFT] = proxy__lshift__, \
               [BIN_RSHIFT] = proxy__rshift__, \
               [BIN_DIVMOD] = proxy_divmod, \
               [BIN_POW] = proxy_pow}, \
    .inplace = {[BIN_ADD] = proxy__iadd__, \
                [BIN_SUB] = proxy__isub__, \
                [BIN_MUL] = proxy__imul__, \
                [BIN_TRUEDIV] = proxy__itruediv__, \
                [BIN_FLOORDIV] = proxy__ifloordiv__, \
                [BIN_MOD] = proxy__imod__, \
                [BIN_MATMUL] = proxy__imatmul__, \
                [BIN_AND] = proxy__iand__, \
                [BIN_OR] = proxy__ior__, \
                [BIN_XOR] = proxy__ixor__, \
                [BIN_LSHIFT] = proxy__ilshift__, \
                [BIN_RSHIFT] = proxy__irshift__, \
                [BIN_POW] = proxy_ipow}, \
    .unary = \
        {[UNARY_NEG] = proxy_neg, [UNARY_POS] = proxy_pos, [UNARY_INVERT] = proxy_invert, [UNARY_ABS] = proxy_abs}, \
    .pow_mod = proxy_pow_mod, .truth = proxy_truth, .to_int = proxy_int, .to_index = proxy_index, \
    .to_float = proxy_float, .length = proxy_length, .get_item = proxy_getitem, .set_item = proxy_setitem, \
    .contains = proxy_contains

Type weakproxy_type = {
    .mem = {.name = "weakref.ProxyType",
            .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WEAKREF,
            .size = sizeof(WeakRef),
            .dealloc = weakref_dealloc,
            .traverse = weakref_traverse,
            .span = weakref_span,
            .clear = weakref_clear},
    .methods = proxy_methods,
    PROXY_SLOTS,
};

Type weakcallableproxy_type = {
    .mem = {.name = "weakref.CallableProxyType",
            .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WEAKREF,
            .size = sizeof(WeakRef),
            .dealloc = weakref_dealloc,
            .traverse = weakref_traverse,
            .span = weakref_span,
            .clear = weakref_clear},
    .call = proxy_call,
    PROXY_SLOTS,
};
