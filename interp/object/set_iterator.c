/* Iterator over a set: it fails, and keeps failing, once the number of items has changed. */
#include "interp/object/set_impl.h"

typedef struct SetIterator {
    Object base;
    Set *set;       /* owned; NULL: exhausted */
    ptrdiff_t used; /* items at the start; -1: it has failed */
    ptrdiff_t position, left;
} SetIterator;

Object *set_iter(Object *set) {
    SetIterator *it = (SetIterator *)object_new(&set_iterator_type);
    if (!it) return NULL;
    it->set = newref(set);
    it->used = it->left = set_length(set);
    gc_track(it);
    return (Object *)it;
}

static void set_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((SetIterator *)o)->set);
    object_free(o);
}

static int set_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((SetIterator *)o)->set, visit, arg);
}

static Object *set_iterator_next(Object *o) {
    SetIterator *it = (SetIterator *)o;
    if (!it->set) return NULL;
    if (it->used != it->set->used) {
        it->used = -1;
        return raise_error(&exc_RuntimeError, "Set changed size during iteration");
    }
    const SetEntry *e = it->set->table + it->position, *end = it->set->table + it->set->mask + 1;
    while (e < end && !entry_is_live(e)) e++;
    if (e >= end) {
        clear_ref(&it->set);
        return NULL;
    }
    it->position = e + 1 - it->set->table;
    it->left--;
    return newref(e->key);
}

static Object *set_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    SetIterator *it = (SetIterator *)o;
    return int_from_i64(it->set && it->used == it->set->used ? it->left : 0);
}

/* (iter, ([what is left],)): pickling takes a snapshot and leaves the iterator where it is. */
static Object *set_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    SetIterator *it = (SetIterator *)o, *ahead = (SetIterator *)object_new(&set_iterator_type);
    if (!ahead) return NULL;
    ahead->set = xnewref(it->set);
    ahead->used = it->used;
    ahead->position = it->position;
    ahead->left = it->left;
    Object *rest = sequence_list((Object *)ahead);
    decref(ahead);
    return iterator_reduce_rest(rest);
}

static const Method set_iterator_methods[] = {
    {"__length_hint__", set_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", set_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type set_iterator_type = {
    .mem = {.name = "set_iterator",
            .size = sizeof(SetIterator),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = set_iterator_dealloc,
            .traverse = set_iterator_traverse},
    .methods = set_iterator_methods,
    .iter = iterator_self,
    .next = set_iterator_next,
};
