/* The two iterators behind iter(): over anything with __getitem__, and over the results of calling something until it
 * gives a certain value. Also what all iterator types share. */
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"

/* ---- for all iterator types */

Object *iterator_self(Object *o) {
    return newref(o);
}

Object *builtin_get(Str *name) {
    Object *value = dict_get((Object *)runtime.builtins, (Object *)name);
    if (value) return newref(value);
    return raise_pending() ? NULL : raise_error(&exc_AttributeError, "%S", name);
}

Object *iterator_reduce(Str *function, Object *const *sequence, const ptrdiff_t *index, Object *empty) {
    Object *f = builtin_get(function), *result = NULL;
    if (f && *sequence) {
        Object *i = int_from_i64(*index), *arguments = i ? tuple_pack(1, *sequence) : NULL;
        if (arguments) result = tuple_pack(3, f, arguments, i);
        xdecref(i);
        xdecref(arguments);
    } else if (f && empty) {
        Object *arguments = tuple_pack(1, empty);
        if (arguments) result = tuple_pack(2, f, arguments);
        xdecref(arguments);
    }
    xdecref(f);
    xdecref(empty);
    return result;
}

Object *iterator_reduce_rest(Object *rest) {
    Object *none = NULL;
    return rest ? iterator_reduce(names.iter, &none, NULL, rest) : NULL;
}

ptrdiff_t iterator_state(Object *state) {
    if (!int_check(state)) return raise_int(&exc_TypeError, "an integer is required");
    return number_as_index(state, &exc_OverflowError);
}

/* ---- iter(sequence) */

typedef struct SequenceIterator {
    Object base;
    ptrdiff_t index;
    Object *sequence; /* owned; NULL: exhausted */
} SequenceIterator;

Object *sequence_iterator_new(Object *sequence) {
    SequenceIterator *it = (SequenceIterator *)object_new(&sequence_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(sequence);
    gc_track(it);
    return (Object *)it;
}

static void sequence_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((SequenceIterator *)o)->sequence);
    object_free(o);
}

static int sequence_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((SequenceIterator *)o)->sequence, visit, arg);
}

static Object *sequence_iterator_next(Object *o) {
    SequenceIterator *it = (SequenceIterator *)o;
    if (!it->sequence) return NULL;
    if (it->index == PTRDIFF_MAX) return raise_error(&exc_OverflowError, "iter index too large");
    Object *i = int_from_i64(it->index);
    if (!i) return NULL;
    Object *sequence = newref(it->sequence); /* __getitem__ may exhaust this very iterator */
    Object *item = object_getitem(sequence, i);
    decref(i);
    if (item)
        it->index++;
    else if (raise_clear_if(&exc_IndexError) || raise_clear_if(&exc_StopIteration))
        clear_ref(&it->sequence);
    decref(sequence);
    return item;
}

static Object *sequence_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    SequenceIterator *it = (SequenceIterator *)o;
    if (!it->sequence) return int_from_i64(0);
    if (!it->sequence->type->length) return newref(NOT_IMPLEMENTED);
    ptrdiff_t n = object_length(it->sequence);
    if (n < 0) return NULL;
    return int_from_i64(n > it->index ? n - it->index : 0);
}

static Object *sequence_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    SequenceIterator *it = (SequenceIterator *)o;
    return iterator_reduce(names.iter, &it->sequence, &it->index, tuple_new(0));
}

static Object *sequence_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    SequenceIterator *it = (SequenceIterator *)o;
    ptrdiff_t i = iterator_state(args[0]);
    if (i == -1 && raise_pending()) return NULL;
    if (it->sequence) it->index = i < 0 ? 0 : i;
    return new_none();
}

static const Method sequence_iterator_methods[] = {
    {"__length_hint__", sequence_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", sequence_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", sequence_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type sequence_iterator_type = {
    .mem = {.name = "iterator",
            .size = sizeof(SequenceIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = sequence_iterator_dealloc,
            .traverse = sequence_iterator_traverse},
    .methods = sequence_iterator_methods,
    .iter = iterator_self,
    .next = sequence_iterator_next,
};

/* ---- iter(callable, sentinel) */

typedef struct CallableIterator {
    Object base;
    Object *callable, *sentinel; /* owned; NULL: exhausted */
} CallableIterator;

Object *callable_iterator_new(Object *callable, Object *sentinel) {
    CallableIterator *it = (CallableIterator *)object_new(&callable_iterator_type);
    if (!it) return NULL;
    it->callable = newref(callable);
    it->sentinel = newref(sentinel);
    gc_track(it);
    return (Object *)it;
}

static void callable_iterator_dealloc(Object *o) {
    CallableIterator *it = (CallableIterator *)o;
    gc_untrack(o);
    xdecref(it->callable);
    xdecref(it->sentinel);
    object_free(o);
}

static int callable_iterator_traverse(Object *o, Visit visit, void *arg) {
    CallableIterator *it = (CallableIterator *)o;
    int r = visit_ref(it->callable, visit, arg);
    return r ? r : visit_ref(it->sentinel, visit, arg);
}

static Object *callable_iterator_next(Object *o) {
    CallableIterator *it = (CallableIterator *)o;
    if (!it->callable) return NULL;
    Object *callable = newref(it->callable); /* the call may exhaust this very iterator */
    Object *value = object_call0(callable);
    decref(callable);
    if (!value) {
        if (!raise_clear_if(&exc_StopIteration)) return NULL;
        clear_ref(&it->callable);
        clear_ref(&it->sentinel);
        return NULL;
    }
    if (it->sentinel) {
        int r = item_equal(it->sentinel, value);
        if (r == 0) return value;
        decref(value);
        if (r < 0) return NULL;
        clear_ref(&it->callable);
        clear_ref(&it->sentinel);
        return NULL;
    }
    decref(value);
    return NULL;
}

static Object *callable_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    CallableIterator *it = (CallableIterator *)o;
    Object *iter = builtin_get(names.iter);
    if (!iter) return NULL;
    Object *empty = tuple_new(0);
    Object *arguments = it->callable ? tuple_pack(2, it->callable, it->sentinel) : tuple_pack(1, empty);
    decref(empty);
    Object *result = arguments ? tuple_pack(2, iter, arguments) : NULL;
    decref(iter);
    xdecref(arguments);
    return result;
}

static const Method callable_iterator_methods[] = {
    {"__reduce__", callable_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type callable_iterator_type = {
    .mem = {.name = "callable_iterator",
            .size = sizeof(CallableIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = callable_iterator_dealloc,
            .traverse = callable_iterator_traverse},
    .methods = callable_iterator_methods,
    .iter = iterator_self,
    .next = callable_iterator_next,
};
