/* The smaller built-in containers and iterators that other code needs to see inside of. */
#ifndef OURO_CONTAINERS_H
#define OURO_CONTAINERS_H

#include "interp/object/list.h"
#include "interp/object/runtime.h"

/* Ints of any size, computed with as objects; iterating over a range in which all fit int64_t takes RangeIterator. */
typedef struct Range {
    Object base;
    Object *start, *stop, *step, *length; /* exact ints, owned */
} Range;

typedef struct RangeIterator {
    Object base;
    int64_t next, step, left; /* the next value, and how many are left */
} RangeIterator;

bool range_as_i64(const Object *range, int64_t *start, int64_t *step, int64_t *length); /* do all values fit? */
Object *range_iterator_new(int64_t start, int64_t step, int64_t length);

typedef struct Slice {
    Object base;
    Object *start, *stop, *step; /* owned, None where absent */
} Slice;

Object *slice_new(Object *start, Object *stop, Object *step); /* borrows; NULL means None */
/* The three as C integers, clamped, which may run __index__ of each: 0, -1. Then their bounds over `length` items: the
 * number of items, which cannot fail. slice_bounds does both; use the two steps where __index__ may change the length.
 */
int slice_unpack(Object *slice, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step);
ptrdiff_t slice_adjust(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t step);
/* Bounds of a slice over `length` items: number of items, or -1. */
/* Most slices: no step, bounds that are ints or None. Then true, and the bounds are in 0..length and in order. */
bool slice_plain(Object *slice, ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop);
ptrdiff_t slice_bounds(Object *slice, ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step);
/* The same with ints of any size: the tuple (start, stop, step) for an exact int length that is not negative. */
Object *slice_big_bounds(Object *slice, Object *length);
/* A bound of a search, as in s.index(x, start, stop): through __index__, clamped. 0, -1 with TypeError. */
int slice_index(Object *o, ptrdiff_t *out);

/* set and frozenset: open addressing, entries with hash inline. */
Object *set_new(Object *iterable); /* iterable may be NULL */
Object *frozenset_new(Object *iterable);
int set_add(Object *set, Object *item);     /* borrows */
int set_discard(Object *set, Object *item); /* 1 removed, 0 was not there, -1 */
int set_contains(Object *set, Object *item);
int set_update(Object *set, Object *iterable);
ptrdiff_t set_length(const Object *set);
bool set_next(const Object *set, ptrdiff_t *position, Object **item); /* borrowed */
static inline bool set_check(const Object *o) {
    return o->type == &set_type || o->type == &frozenset_type || type_is_subtype(o->type, &set_type) ||
           type_is_subtype(o->type, &frozenset_type);
}

Object *mappingproxy_new(Object *mapping);
Object *sequence_iterator_new(Object *sequence);
Object *callable_iterator_new(Object *callable, Object *sentinel);
Object *namespace_new(Object *dict); /* types.SimpleNamespace; dict (borrowed) may be NULL */
Object *generic_alias_new(Object *origin, Object *args);
/* A METH_CLASS row `__class_getitem__`: list[int]. */
Object *generic_alias_class_getitem(Object *cls, Object **args, ptrdiff_t nargs);
Object *union_new(Object *a, Object *b); /* a | b of types; NotImplemented (new) when one of them is no type */
Object *union_any(Object *a, Object *b); /* the same for a type variable and anything, as Union[a, b] */
Object *union_from_tuple(Object *types); /* Union[types]: anything that typing accepts */
Object *union_members(Object *u);        /* borrowed tuple */

/* For iterator types: the `iter` slot; and what __reduce__ gives for one over *sequence (NULL: exhausted):
 * (function, (sequence,), index), or (function, (empty,)); steals `empty`. function is the name of a built-in, and
 * finding that may run code of the program that moves the iterator on: its fields are read afterwards, through
 * pointers. iterator_reduce_rest is for those that are always saved as the list of what is left (stolen, may be NULL).
 */
Object *iterator_self(Object *o);
Object *iterator_reduce(Str *function, Object *const *sequence, const ptrdiff_t *index, Object *empty);
Object *iterator_reduce_rest(Object *rest);
ptrdiff_t
iterator_state(Object *state); /* the argument of __setstate__: an int. -1 may be a value: check raise_pending() */
/* As object_next_or_stop, for iterators that stand on others: a tower of them may be higher than the C stack. Those
 * that most often are below are stepped here. */
static inline Object *iterator_next_below(Object *iterator) {
    ListIterator *it = (ListIterator *)iterator;
    if (iterator->type == &list_iterator_type) {
        const List *l = (List *)it->sequence;
        if (likely(l && it->index < l->length)) return newref(l->items[it->index++]);
    } else if (iterator->type == &tuple_iterator_type) {
        const Tuple *t = (Tuple *)it->sequence;
        if (likely(t && it->index < t->length)) return newref(t->items[it->index++]);
    }
    if (stack_is_low() && stack_check(" while advancing an iterator") < 0) return NULL;
    return object_next_or_stop(iterator);
}
Object *builtin_get(Str *name); /* new: builtins.<name> */

#endif
