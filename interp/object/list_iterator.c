/* Iterators over a list, forward and backward.
 *
 * They hold the list and an index, and look at the list's length each time: a list may grow and shrink under them. Once
 * past the end they let go of the list and stay exhausted, even if it grows later.
 */
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

_Static_assert(sizeof(GcHeader) + sizeof(ListIterator) == 48, "freelists.def has the size of a list iterator");

static Object *list_iterator_new(Type *t, Object *list, ptrdiff_t index) {
    ListIterator *it = freelist_gc_object(&freelist_list_iterator, t);
    if (unlikely(!it)) return NULL;
    it->index = index;
    it->sequence = newref(list);
    gc_track(it);
    return (Object *)it;
}

Object *list_iter(Object *list) {
    return list_iterator_new(&list_iterator_type, list, 0);
}

Object *tuple_iter(Object *tuple) {
    return list_iterator_new(&tuple_iterator_type, tuple, 0);
}

Object *list_reversed(Object *list, Object **args, ptrdiff_t nargs) {
    return list_iterator_new(&list_reverse_iterator_type, list, list_length(list) - 1);
}

static void list_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    freelist_free(&freelist_list_iterator, gc_header(o));
}

static int list_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

static Object *list_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    List *l = (List *)it->sequence;
    if (unlikely(!l)) return NULL;
    if (likely(it->index < l->length)) {
        if (it->index + AHEAD < l->length) __builtin_prefetch(l->items[it->index + AHEAD], 1);
        return newref(l->items[it->index++]);
    }
    clear_ref(&it->sequence);
    return NULL;
}

static Object *tuple_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    Tuple *t = (Tuple *)it->sequence;
    if (unlikely(!t)) return NULL;
    if (likely(it->index < t->length)) return newref(t->items[it->index++]);
    clear_ref(&it->sequence);
    return NULL;
}

static Object *list_reverse_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    List *l = (List *)it->sequence;
    if (unlikely(!l)) return NULL;
    if (likely(it->index >= 0 && it->index < l->length)) return newref(l->items[it->index--]);
    it->index = -1;
    clear_ref(&it->sequence);
    return NULL;
}

static ptrdiff_t list_iterator_left(ListIterator *it) {
    if (!it->sequence) return 0;
    ptrdiff_t n = sequence_size(it->sequence);
    if (it->base.type == &list_reverse_iterator_type) return it->index < n ? it->index + 1 : 0;
    return it->index < n ? n - it->index : 0;
}

static Object *list_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(list_iterator_left((ListIterator *)o));
}

static Object *list_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    bool backward = o->type == &list_reverse_iterator_type;
    Object *empty = o->type == &tuple_iterator_type ? tuple_new(0) : list_new(0);
    return iterator_reduce(backward ? names.reversed : names.iter, &it->sequence, &it->index, empty);
}

static Object *list_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t i = iterator_state(args[0]);
    if (i == -1 && raise_pending()) return NULL;
    if (it->sequence) {
        ptrdiff_t n = sequence_size(it->sequence);
        if (i < 0 && o->type == &list_iterator_type)
            clear_ref(&it->sequence);
        else if (o->type == &list_reverse_iterator_type)
            it->index = i < -1 ? -1 : i > n - 1 ? n - 1 : i;
        else
            it->index = i < 0 ? 0 : i > n ? n : i;
    }
    return new_none();
}

static const Method list_iterator_methods[] = {
    {"__length_hint__", list_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", list_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", list_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type list_iterator_type = {
    .mem = {.name = "list_iterator",
            .size = sizeof(ListIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = list_iterator_dealloc,
            .traverse = list_iterator_traverse},
    .methods = list_iterator_methods,
    .iter = iterator_self,
    .next = list_iterator_next,
};

Type list_reverse_iterator_type = {
    .mem = {.name = "list_reverseiterator",
            .size = sizeof(ListIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = list_iterator_dealloc,
            .traverse = list_iterator_traverse},
    .methods = list_iterator_methods,
    .iter = iterator_self,
    .next = list_reverse_iterator_next,
};

Type tuple_iterator_type = {
    .mem = {.name = "tuple_iterator",
            .size = sizeof(ListIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = list_iterator_dealloc,
            .traverse = list_iterator_traverse},
    .methods = list_iterator_methods,
    .iter = iterator_self,
    .next = tuple_iterator_next,
};
