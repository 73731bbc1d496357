/* What stands in the slots of a class that defines special methods: functions that look the method up in the class and
 * call it with the object in front.
 *
 * A method may have been deleted since the slot was filled, or be something other than a function: so it is looked up
 * at each call (through the lookup cache), and bound if it is a descriptor. Plain functions are called without making
 * a bound method.
 */
#include "interp/object/type_slots.h"

#include <string.h>

#include "interp/object/bytes.h"
#include "interp/object/containers.h"
#include "interp/object/descriptors.h"
#include "interp/object/int.h"
#include "interp/object/list.h"

/* --- finding and calling --- */

/* The special method for a call with o in front of the arguments (*takes_self), or bound already. New; NULL without
 * an exception when there is none. */
static Object *find_special(Object *o, Str *name, bool *takes_self) {
    Object *method = type_lookup(o->type, name);
    if (!method) return NULL;
    *takes_self = type_flag(method->type, TYPE_METHOD_LIKE);
    if (*takes_self || !method->type->descr_get) return newref(method);
    incref(method);
    Object *bound = method->type->descr_get(method, o, (Object *)o->type);
    decref(method);
    return bound;
}

/* args[0] is the object. NULL without an exception when it has no such method. */
static Object *call_special_opt(Str *name, Object **args, ptrdiff_t nargs) {
    Object *function = type_lookup(args[0]->type, name);
    if (likely(function && function->type == &function_type)) { /* its call looks at the C stack itself */
        incref(function);
        Object *result = function_type.call(function, args, nargs, NULL);
        decref(function);
        return result;
    }
    bool takes_self;
    Object *method = find_special(args[0], name, &takes_self);
    if (!method) return NULL;
    Object *result =
        takes_self ? object_call(method, args, nargs, NULL) : object_call(method, args + 1, nargs - 1, NULL);
    decref(method);
    return result;
}

static Object *call_special(Str *name, Object **args, ptrdiff_t nargs) {
    Object *result = call_special_opt(name, args, nargs);
    if (unlikely(!result && !raise_pending())) raise_with(&exc_AttributeError, (Object *)name);
    return result;
}

static Object *call0(Object *o, Str *name) {
    return call_special(name, &o, 1);
}

static Object *call1(Object *o, Str *name, Object *a) {
    return call_special(name, (Object *[]){o, a}, 2);
}

static int ignore_result(Object *result) {
    if (!result) return -1;
    decref(result);
    return 0;
}

static Object *call_special_args(Object *o, Str *name, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    bool takes_self;
    Object *method = find_special(o, name, &takes_self);
    if (!method) return raise_pending() ? NULL : raise_with(&exc_AttributeError, (Object *)name);
    Object *result =
        takes_self ? object_call_with_self(method, o, args, nargs, kwnames) : object_call(method, args, nargs, kwnames);
    decref(method);
    return result;
}

/* --- any object --- */

Object *dunder_repr(Object *o) {
    return call0(o, names.__repr__);
}

Object *dunder_str(Object *o) {
    return call0(o, names.__str__);
}

/* A hash that is too large for a C integer is reduced as ints are. */
intptr_t dunder_hash(Object *o) {
    Object *result = call0(o, names.__hash__);
    if (!result) return -1;
    intptr_t hash = -1;
    int64_t value;
    if (!int_check(result))
        raise_error(&exc_TypeError, "__hash__ method should return an integer");
    else if (int_fits_i64(result, &value))
        hash = value == -1 ? -2 : value;
    else
        hash = int_hash(result);
    decref(result);
    return hash;
}

Object *dunder_call(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return call_special_args(f, names.__call__, args, nargs, kwnames);
}

/* The class's __getattribute__ is the one that every object has. */
static bool has_generic_getattribute(Type *t) {
    Object *method = type_lookup(t, names.__getattribute__);
    return method && method->type == &wrapper_descriptor_type &&
           ((WrapperDescriptor *)method)->owner->getattr == object_generic_getattr;
}

/* For classes with __getattr__, __getattribute__ or both. */
Object *dunder_getattr(Object *o, Str *name) {
    if (!type_lookup(o->type, names.__getattr__)) return call1(o, names.__getattribute__, (Object *)name);
    Object *value;
    if (has_generic_getattribute(o->type)) {
        value = object_generic_getattr_opt(o, name);
        if (value || (raise_pending() && !raise_clear_if(&exc_AttributeError))) return value;
    } else {
        value = call1(o, names.__getattribute__, (Object *)name);
        if (value || !raise_clear_if(&exc_AttributeError)) return value;
    }
    value = call1(o, names.__getattr__, (Object *)name);
    if (!value) raise_attribute_context(o, name);
    return value;
}

int dunder_setattr(Object *o, Str *name, Object *value) {
    if (!value) return ignore_result(call1(o, names.__delattr__, (Object *)name));
    return ignore_result(call_special(names.__setattr__, (Object *[]){o, (Object *)name, value}, 3));
}

Object *dunder_compare(Object *a, Object *b, enum CompareOp op) {
    Str *const methods[] = {[CMP_LT] = names.__lt__, [CMP_LE] = names.__le__, [CMP_EQ] = names.__eq__,
                            [CMP_NE] = names.__ne__, [CMP_GT] = names.__gt__, [CMP_GE] = names.__ge__};
    Object *result = call_special_opt(methods[op], (Object *[]){a, b}, 2);
    return result || raise_pending() ? result : newref(NOT_IMPLEMENTED);
}

/* --- iteration --- */

Object *dunder_iter(Object *o) {
    Object *method = type_lookup(o->type, names.__iter__);
    if (method == NONE) return raise_error(&exc_TypeError, "'%T' object is not iterable", o);
    if (method) return call0(o, names.__iter__);
    if (type_lookup(o->type, names.__getitem__)) return sequence_iterator_new(o);
    return raise_error(&exc_TypeError, "'%T' object is not iterable", o);
}

Object *dunder_next(Object *o) {
    return call0(o, names.__next__);
}

Object *dunder_await(Object *o) {
    return call0(o, names.__await__);
}

Object *dunder_aiter(Object *o) {
    return call0(o, names.__aiter__);
}

Object *dunder_anext(Object *o) {
    return call0(o, names.__anext__);
}

/* --- descriptors --- */

/* __get__ itself is not bound by a __get__. Without one (it may be gone) the descriptor is an ordinary value. */
Object *dunder_get(Object *d, Object *instance, Object *owner) {
    Object *get = type_lookup(d->type, names.__get__);
    if (!get) return newref(d);
    incref(get);
    Object *result = object_call(get, (Object *[]){d, instance ? instance : NONE, owner ? owner : NONE}, 3, NULL);
    decref(get);
    return result;
}

int dunder_set(Object *d, Object *instance, Object *value) {
    if (!value) return ignore_result(call1(d, names.__delete__, instance));
    return ignore_result(call_special(names.__set__, (Object *[]){d, instance, value}, 3));
}

/* --- life --- */

int dunder_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *result = call_special_args(o, names.__init__, args, nargs, kwnames);
    if (!result) return -1;
    int status = result == NONE ? 0 : raise_int(&exc_TypeError, "__init__() should return None, not '%T'", result);
    decref(result);
    return status;
}

Object *dunder_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *method = object_getattr((Object *)t, names.__new__);
    if (!method) return NULL;
    Object *result = object_call_with_self(method, (Object *)t, args, nargs, kwnames);
    decref(method);
    return result;
}

/* __del__ must leave the exception alone that is on its way while the object dies. */
void dunder_finalize(Object *o) {
    Object *pending = raise_take();
    Object *method = object_lookup_special(o, names.__del__);
    Object *result = method ? object_call0(method) : NULL;
    if (!result && raise_pending()) {
        Object *function = type_lookup(o->type, names.__del__);
        raise_unraisable("while calling deallocator", function ? function : o);
    }
    xdecref(result);
    xdecref(method);
    raise_restore(pending);
}

/* --- numbers --- */

/* Does the class of `b` bring a reflected method of its own, not the one that it inherits from a's class? */
static bool overrides(Object *b, Object *a, Str *reflected) {
    Object *theirs = type_lookup(b->type, reflected);
    return theirs && theirs != type_lookup(a->type, reflected);
}

/* A binary operation for which a, b or both have `dunder` in the slot: `left` and `right` say which. `rest` is the
 * third argument of pow(), or NULL. The reflected method goes first when b's class is derived from a's and overrides
 * it. */
static Object *binary(Object *a, Object *b, Object *rest, bool left, bool right, Str *name, Str *reflected) {
    Object *forward[] = {a, b, rest}, *backward[] = {b, a, rest};
    ptrdiff_t n = rest ? 3 : 2;
    right = right && a->type != b->type;
    if (left) {
        if (right && type_is_subtype(b->type, a->type) && overrides(b, a, reflected)) {
            Object *result = call_special_opt(reflected, backward, n);
            if (result != NOT_IMPLEMENTED && (result || raise_pending())) return result;
            xdecref(result);
            right = false;
        }
        Object *result = call_special_opt(name, forward, n);
        if (result != NOT_IMPLEMENTED && (result || raise_pending())) return result;
        xdecref(result);
    }
    Object *result = right ? call_special_opt(reflected, backward, n) : NULL;
    return result || raise_pending() ? result : newref(NOT_IMPLEMENTED);
}

static Object *inplace(Object *a, Object *b, Str *name) {
    Object *result = call_special_opt(name, (Object *[]){a, b}, 2);
    return result || raise_pending() ? result : newref(NOT_IMPLEMENTED);
}

#define SLOT(name, field, wrapper, dunder, parameters, doc)
#define COMPARE(name, op, symbol)
#define BINARY(op, name, reflected, inplace_, symbol) \
    Object *dunder##name(Object *a, Object *b) { \
        bool left = a->type->binary[op] == dunder##name, right = b->type->binary[op] == dunder##name; \
        return binary(a, b, NULL, left, right, names.name, names.reflected); \
    } \
    Object *dunder##inplace_(Object *a, Object *b) { \
        return inplace(a, b, names.inplace_); \
    }
#include "interp/object/slots.def"
#undef SLOT
#undef COMPARE
#undef BINARY

Object *dunder_divmod(Object *a, Object *b) {
    bool left = a->type->binary[BIN_DIVMOD] == dunder_divmod, right = b->type->binary[BIN_DIVMOD] == dunder_divmod;
    return binary(a, b, NULL, left, right, names.__divmod__, names.__rdivmod__);
}

Object *dunder_power(Object *a, Object *b) {
    bool left = a->type->binary[BIN_POW] == dunder_power, right = b->type->binary[BIN_POW] == dunder_power;
    return binary(a, b, NULL, left, right, names.__pow__, names.__rpow__);
}

Object *dunder_power_mod(Object *a, Object *b, Object *modulus) {
    bool left = a->type->pow_mod == dunder_power_mod, right = b->type->pow_mod == dunder_power_mod;
    return binary(a, b, modulus, left, right, names.__pow__, names.__rpow__);
}

Object *dunder_inplace_power(Object *a, Object *b) {
    return inplace(a, b, names.__ipow__);
}

Object *dunder_neg(Object *o) {
    return call0(o, names.__neg__);
}

Object *dunder_pos(Object *o) {
    return call0(o, names.__pos__);
}

Object *dunder_invert(Object *o) {
    return call0(o, names.__invert__);
}

Object *dunder_abs(Object *o) {
    return call0(o, names.__abs__);
}

Object *dunder_int(Object *o) {
    return call0(o, names.__int__);
}

Object *dunder_index(Object *o) {
    return call0(o, names.__index__);
}

Object *dunder_float(Object *o) {
    return call0(o, names.__float__);
}

int dunder_truth(Object *o) {
    if (type_lookup(o->type, names.__bool__) == NONE)
        return raise_int(&exc_TypeError, "'%T' cannot be interpreted as a boolean", o);
    Object *result = call0(o, names.__bool__);
    if (!result) return -1;
    int truth = result == TRUE;
    if (result != TRUE && result != FALSE)
        truth = raise_int(&exc_TypeError, "__bool__ should return bool, returned %T", result);
    decref(result);
    return truth;
}

/* --- containers --- */

ptrdiff_t dunder_length(Object *o) {
    Object *result = call0(o, names.__len__);
    if (!result) return -1;
    if (likely(result->type == &int_type && ((Int *)result)->value >= 0)) {
        ptrdiff_t length = ((Int *)result)->value;
        decref(result);
        return length;
    }
    set_ref(&result, number_index(result));
    if (!result) return -1;
    ptrdiff_t n =
        int_sign(result) < 0 ? raise_int(&exc_ValueError, "__len__() should return >= 0") : number_as_count(result);
    decref(result);
    return n;
}

Object *dunder_get_item(Object *o, Object *key) {
    return call1(o, names.__getitem__, key);
}

int dunder_set_item(Object *o, Object *key, Object *value) {
    if (!value) return ignore_result(call1(o, names.__delitem__, key));
    return ignore_result(call_special(names.__setitem__, (Object *[]){o, key, value}, 3));
}

int dunder_contains(Object *o, Object *item) {
    if (type_lookup(o->type, names.__contains__) == NONE)
        return raise_int(&exc_TypeError, "'%T' object is not a container", o);
    Object *result = call1(o, names.__contains__, item);
    if (!result) return -1;
    int truth = object_truth(result);
    decref(result);
    return truth;
}

/* --- buffers --- */

/* The object gives out a memoryview, and gets it back in the end. */
int dunder_buffer(Object *o, Buffer *out, int flags) {
    enum { PYBUF_WRITABLE = 1, PYBUF_FULL_RO = 0x11c };
    Object *flag_object = int_from_i64(PYBUF_FULL_RO | (flags & BUFFER_WRITABLE ? PYBUF_WRITABLE : 0));
    Object *view = flag_object ? call1(o, names.__buffer__, flag_object) : NULL;
    xdecref(flag_object);
    if (!view) return -1;
    if (view->type != &memoryview_type) {
        decref(view);
        return raise_int(&exc_TypeError, "__buffer__ returned non-memoryview object");
    }
    if (buffer_get(view, out, flags | BUFFER_STRIDED) < 0) {
        decref(view);
        return -1;
    }
    set_ref(&out->owner, newref(o));
    out->view = view;
    return 0;
}

void dunder_release_buffer(Object *o, Buffer *b) {
    Object *pending = raise_take();
    Object *result = call_special_opt(names.__release_buffer__, (Object *[]){o, b->view}, 2);
    if (!result && raise_pending()) raise_unraisable("in __release_buffer__ of", o);
    xdecref(result);
    raise_restore(pending);
}
