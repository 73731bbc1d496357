/* Integer arguments: start and end of find, count, startswith and their like, and plain C ints. */
#ifndef OURO_BOUNDS_H
#define OURO_BOUNDS_H

#include "interp/object/int.h"

/* One such argument: NULL and None leave *out alone. 0, or -1 with TypeError. */
static inline int bound_from(Object *o, ptrdiff_t *out) {
    if (!o || o == NONE) return 0;
    if (o->type == &int_type) {
        *out = ((Int *)o)->value;
        return 0;
    }
    if (!o->type->to_index)
        return raise_int(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    ptrdiff_t i = number_as_index(o, NULL);
    if (i == -1 && raise_pending()) return -1;
    *out = i;
    return 0;
}

/* args[at] and args[at + 1], not clamped yet: __index__ may have changed the length. */
static inline int bounds_from(Object **args, ptrdiff_t nargs, ptrdiff_t at, ptrdiff_t *start, ptrdiff_t *end) {
    *start = 0;
    *end = PTRDIFF_MAX;
    if (bound_from(arg_or_null(args, nargs, at), start) < 0) return -1;
    return bound_from(arg_or_null(args, nargs, at + 1), end);
}

/* Negative ones count from the end. start may end up beyond end, or beyond the length: then nothing is there, not even
 * an empty match. */
static inline void bounds_adjust(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *end) {
    if (*end > length) *end = length;
    if (*end < 0 && (*end += length) < 0) *end = 0;
    if (*start < 0 && (*start += length) < 0) *start = 0;
}

/* A C int through __index__. -1 may be a value: check raise_pending(). */
static inline int index_as_int(Object *o) {
    if (o->type == &int_type) return int_as_int(o);
    Object *number = number_index(o);
    if (!number) return -1;
    int value = int_as_int(number);
    decref(number);
    return value;
}

#endif
