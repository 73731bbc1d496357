/* None, Ellipsis and NotImplemented: one object of each, and types whose call returns it. */
#include "interp/object/object.h"

#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

Object none_object = {IMMORTAL, &none_type};
Object ellipsis_object = {IMMORTAL, &ellipsis_type};
Object not_implemented_object = {IMMORTAL, &not_implemented_type};

static Object *singleton_of(Type *t) {
    return t == &none_type ? &none_object : t == &ellipsis_type ? &ellipsis_object : &not_implemented_object;
}

static Object *singleton_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs > 0 || (kwnames && tuple_length(kwnames) > 0))
        return raise_error(&exc_TypeError, "%N takes no arguments", t);
    return newref(singleton_of(t));
}

/* They are immortal: this undoes a count that has gone wrong. */
static void singleton_dealloc(Object *o) {
    o->refcount = IMMORTAL;
}

static Object *none_repr(Object *o) {
    return (Object *)str_intern_c("None");
}

static Object *ellipsis_repr(Object *o) {
    return (Object *)str_intern_c("Ellipsis");
}

static Object *not_implemented_repr(Object *o) {
    return (Object *)str_intern_c("NotImplemented");
}

static int none_truth(Object *o) {
    return 0;
}

static int not_implemented_truth(Object *o) {
    return raise_int(&exc_TypeError, "NotImplemented should not be used in a boolean context");
}

/* The same number in every run, so that the order of sets does not depend on where the object lies. */
static intptr_t none_hash(Object *o) {
    return 0xfca86420;
}

static Object *reduce(Object *self, Object **args, ptrdiff_t nargs) {
    return self->type->repr(self);
}

static const Method global_methods[] = {
    {"__reduce__", reduce, 0, 0, "__reduce__()\n--\n\nFor pickling: the name of the object."},
    {NULL},
};

Type none_type = {
    .mem = {.name = "NoneType", .size = sizeof(Object), .dealloc = singleton_dealloc},
    .doc = "NoneType()\n--\n\nThe type of None.",
    .new = singleton_new,
    .repr = none_repr,
    .truth = none_truth,
    .hash = none_hash,
};

Type ellipsis_type = {
    .mem = {.name = "ellipsis", .size = sizeof(Object), .dealloc = singleton_dealloc},
    .doc = "ellipsis()\n--\n\nThe type of Ellipsis, which is also written `...`.",
    .methods = global_methods,
    .new = singleton_new,
    .repr = ellipsis_repr,
};

Type not_implemented_type = {
    .mem = {.name = "NotImplementedType", .size = sizeof(Object), .dealloc = singleton_dealloc},
    .doc = "NotImplementedType()\n--\n\nThe type of NotImplemented.",
    .methods = global_methods,
    .new = singleton_new,
    .repr = not_implemented_repr,
    .truth = not_implemented_truth,
};
