/* What makes a slot of a built-in type callable from Python: (1).__add__(2).
 *
 * Each wrapper checks the number of arguments, calls the slot of type t (the descriptor's owner, not the type of self,
 * because `list.__repr__(x)` means that of list) and turns a C result into an object. wrapper_descriptor has checked
 * already that self is an instance of t and that there are no keywords, except for the two that take them.
 */
#include "interp/object/type_slots.h"

#include "interp/object/bytes.h"
#include "interp/object/int.h"
#include "interp/object/list.h"

static int expect(ptrdiff_t nargs, ptrdiff_t n) {
    if (likely(nargs == n)) return 0;
    return raise_int(&exc_TypeError, "expected %zd argument%s, got %zd", n, n == 1 ? "" : "s", nargs);
}

/* The same, for the special methods that their messages name. */
static int expect_named(const Slot *slot, ptrdiff_t nargs, ptrdiff_t min, ptrdiff_t max) {
    return likely(nargs >= min && nargs <= max) ? 0 : args_count((char *)slot_name(slot)->data, nargs, min, max);
}

static int expect_one_or_two(ptrdiff_t nargs) {
    if (likely(nargs == 1 || nargs == 2)) return 0;
    return raise_int(&exc_TypeError, "expected 1 or 2 arguments, got %zd", nargs);
}

static int expect_name(Object *name) {
    if (likely(str_check(name))) return 0;
    return raise_int(&exc_TypeError, "attribute name must be string, not '%T'", name);
}

static Object *none_or_error(int status) {
    return status < 0 ? NULL : new_none();
}

static Object *bool_or_error(int status) {
    return status < 0 ? NULL : new_bool(status);
}

Object *wrap_unary(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 0) < 0 ? NULL : (*(UnaryFn *)slot_field(slot, t))(self);
}

Object *wrap_hash(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 0) < 0) return NULL;
    intptr_t hash = t->hash(self);
    return hash == -1 && raise_pending() ? NULL : int_from_i64(hash);
}

Object *wrap_call(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return t->call(self, args, nargs, kwnames);
}

Object *wrap_getattribute(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 1) < 0 || expect_name(args[0]) < 0) return NULL;
    return t->getattr(self, (Str *)args[0]);
}

/* object.__setattr__(X, ...) must not get round what a class between object and type(X), such as type itself, says. */
static int check_setattr_owner(Type *owner, Object *self, const char *method) {
    Type *t = self->type;
    while (t && t->setattr == dunder_setattr) t = t->base;
    while (t && t != owner && t->setattr == t->base->setattr) t = t->base;
    if (!t || t == owner || t->setattr == owner->setattr) return 0;
    return raise_int(&exc_TypeError, "can't apply this %s to %N object", method, type_of(self));
}

Object *wrap_setattr(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect_named(slot, nargs, 2, 2) < 0 || check_setattr_owner(t, self, "__setattr__") < 0 ||
        expect_name(args[0]) < 0)
        return NULL;
    return none_or_error(t->setattr(self, (Str *)args[0], args[1]));
}

Object *wrap_delattr(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 1) < 0 || check_setattr_owner(t, self, "__delattr__") < 0 || expect_name(args[0]) < 0)
        return NULL;
    return none_or_error(t->setattr(self, (Str *)args[0], NULL));
}

Object *wrap_compare(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : t->compare(self, args[0], (enum CompareOp)slot->op);
}

Object *wrap_next(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 0) < 0) return NULL;
    Object *item = t->next(self);
    if (!item && !raise_pending()) raise_stop(NULL);
    return item;
}

Object *wrap_get(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect_named(slot, nargs, 1, 2) < 0) return NULL;
    Object *instance = args[0] == NONE ? NULL : args[0];
    Object *owner = nargs < 2 || args[1] == NONE ? NULL : args[1];
    if (!instance && !owner) return raise_error(&exc_TypeError, "__get__(None, None) is invalid");
    return t->descr_get(self, instance, owner);
}

Object *wrap_set(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect_named(slot, nargs, 2, 2) < 0 ? NULL : none_or_error(t->descr_set(self, args[0], args[1]));
}

Object *wrap_delete(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : none_or_error(t->descr_set(self, args[0], NULL));
}

Object *wrap_init(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return none_or_error(t->init(self, args, nargs, kwnames));
}

Object *wrap_finalize(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 0) < 0) return NULL;
    t->mem.finalize(self);
    return new_none();
}

Object *wrap_binary(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : (*(BinaryFn *)slot_field(slot, t))(self, args[0]);
}

Object *wrap_reflected(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : (*(BinaryFn *)slot_field(slot, t))(args[0], self);
}

static Object *power(Type *t, Object *base, Object *exponent, Object *modulus) {
    if (!modulus || modulus == NONE) return t->binary[BIN_POW](base, exponent);
    return t->pow_mod ? t->pow_mod(base, exponent, modulus) : newref(NOT_IMPLEMENTED);
}

Object *wrap_power(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect_one_or_two(nargs) < 0 ? NULL : power(t, self, args[0], arg_or_null(args, nargs, 1));
}

Object *wrap_reflected_power(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect_one_or_two(nargs) < 0 ? NULL : power(t, args[0], self, arg_or_null(args, nargs, 1));
}

Object *wrap_truth(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 0) < 0 ? NULL : bool_or_error(t->truth(self));
}

Object *wrap_length(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 0) < 0) return NULL;
    ptrdiff_t n = t->length(self);
    return n < 0 ? NULL : int_from_i64(n);
}

Object *wrap_set_item(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect_named(slot, nargs, 2, 2) < 0 ? NULL : none_or_error(t->set_item(self, args[0], args[1]));
}

Object *wrap_delete_item(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : none_or_error(t->set_item(self, args[0], NULL));
}

Object *wrap_contains(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return expect(nargs, 1) < 0 ? NULL : bool_or_error(t->contains(self, args[0]));
}

Object *wrap_repeat(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 1) < 0) return NULL;
    ptrdiff_t n = number_as_count(args[0]);
    if (n == -1 && raise_pending()) return NULL;
    return (*(Object * (**)(Object *, ptrdiff_t)) slot_field(slot, t))(self, n);
}

/* The bits of the flags argument that matter here, as the module inspect has them. */
enum { PYBUF_WRITABLE = 1 };

Object *wrap_buffer(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 1) < 0) return NULL;
    int flags = int_check(args[0]) ? int_as_int(args[0]) : (int)number_as_index(args[0], &exc_OverflowError);
    if (flags == -1 && raise_pending()) return NULL;
    if (flags & PYBUF_WRITABLE) {
        Buffer b;
        if (buffer_get(self, &b, BUFFER_WRITABLE) < 0) return NULL;
        buffer_release(&b);
    }
    return memoryview_new(self);
}

Object *wrap_release_buffer(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (expect(nargs, 1) < 0) return NULL;
    if (args[0]->type != &memoryview_type) return raise_error(&exc_TypeError, "expected a memoryview object");
    return object_call_method(args[0], names.release, NULL, 0);
}

/* The built-in type whose `new` really makes objects of t. */
static Type *maker(Type *t) {
    while (t && t->new == dunder_new) t = t->base;
    return t;
}

Object *wrap_new(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Type *t = (Type *)self;
    if (nargs < 1) return raise_error(&exc_TypeError, "%N.__new__(): not enough arguments", t);
    if (!has_flag(args[0], TYPE_TYPE))
        return raise_error(&exc_TypeError, "%N.__new__(X): X is not a type object (%T)", t, args[0]);
    Type *wanted = (Type *)args[0];
    if (!type_is_subtype(wanted, t))
        return raise_error(&exc_TypeError, "%N.__new__(%N): %N is not a subtype of %N", t, wanted, wanted, t);
    Type *real = maker(wanted);
    if (real && real->new != t->new)
        return raise_error(&exc_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", t, wanted, real);
    return t->new (wanted, args + 1, nargs - 1, kwnames);
}
