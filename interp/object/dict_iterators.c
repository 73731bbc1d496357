/* Iterators over a dict: keys, values or pairs, forward or backward.
 *
 * One struct and one step serve all six types. An iterator remembers how many entries the dict had. When that number
 * changes it fails, and keeps failing; when entries were replaced one for one, it fails once it has given as many as
 * there were. Either way it never reads outside the table, whatever happened to that.
 */
#include "interp/object/dict_impl.h"

typedef struct DictIterator {
    Object base;
    Dict *dict;         /* owned; NULL: exhausted */
    int64_t used;       /* entries at the start; -1: it has failed */
    ptrdiff_t position; /* of the next entry to look at */
    int64_t left;       /* entries still to come */
    Object *pair;       /* items: the last tuple given out, to be filled again; owned */
} DictIterator;

static Type *const dict_iterator_types[2][3] = {
    {&dict_key_iterator_type, &dict_value_iterator_type, &dict_item_iterator_type},
    {&dict_reverse_key_iterator_type, &dict_reverse_value_iterator_type, &dict_reverse_item_iterator_type},
};

Object *dict_iterator_new(Object *o, enum DictPart part, bool backward) {
    Dict *d = (Dict *)o;
    DictIterator *it = (DictIterator *)object_new(dict_iterator_types[backward][part]);
    if (!it) return NULL;
    it->dict = newref(d);
    it->used = it->left = d->used;
    it->position = backward ? d->keys->next - 1 : 0;
    gc_track(it);
    return (Object *)it;
}

Object *dict_iter(Object *d) {
    return dict_iterator_new(d, DICT_KEYS, false);
}

static void dict_iterator_dealloc(Object *o) {
    DictIterator *it = (DictIterator *)o;
    gc_untrack(o);
    xdecref(it->dict);
    xdecref(it->pair);
    object_free(o);
}

static int dict_iterator_traverse(Object *o, Visit visit, void *arg) {
    DictIterator *it = (DictIterator *)o;
    int r = visit_ref(it->dict, visit, arg);
    return r ? r : visit_ref(it->pair, visit, arg);
}

static void dict_iterator_clear(Object *o) {
    clear_ref(&((DictIterator *)o)->pair);
}

/* Why there is no next entry: the table has changed its size, or gives more entries than it had, or is at its end. */
static __attribute__((noinline)) void *dict_iterator_stop(DictIterator *it) {
    if (!it->dict) return NULL;
    if (it->used != it->dict->used) {
        it->used = -1;
        return raise_error(&exc_RuntimeError, "dictionary changed size during iteration");
    }
    if (it->left <= 0 && it->position >= 0 && it->position < it->dict->keys->next)
        raise_error(&exc_RuntimeError, "dictionary keys changed during iteration");
    clear_ref(&it->dict);
    return NULL;
}

/* The first live position from i on, in the direction of the iterator; one outside the table where there is none. */
static __attribute__((noinline)) ptrdiff_t skip_deleted(const DictKeys *k, ptrdiff_t i, bool backward) {
    const DictEntry *e = dict_entries(k);
    if (backward) {
        if (i >= k->next) return -1; /* a table that was emptied and filled again */
        while (i >= 0 && !e[i].value) i--;
    } else {
        if (i < k->first) i = k->first;
        while (i < k->next && !e[i].value) i++;
    }
    return i;
}

/* The next live entry, or NULL: at the end, or with an exception. */
static inline __attribute__((always_inline)) const DictEntry *dict_iterator_step(DictIterator *it, enum DictPart part,
                                                                                 bool backward) {
    Dict *d = it->dict;
    if (unlikely(!d || it->used != d->used)) return dict_iterator_stop(it);
    const DictKeys *k = d->keys;
    const DictEntry *entries = dict_entries(k);
    ptrdiff_t i = it->position, n = k->next;
    if (unlikely((size_t)i >= (size_t)n || !entries[i].value)) i = skip_deleted(k, i, backward);
    if (unlikely((size_t)i >= (size_t)n || it->left <= 0)) {
        it->position = i;
        return dict_iterator_stop(it);
    }
    it->position = backward ? i - 1 : i + 1;
    it->left--;
    if (!backward && i + AHEAD < n) {
        if (part != DICT_VALUES) __builtin_prefetch(entries[i + AHEAD].key, 1);
        if (part != DICT_KEYS) __builtin_prefetch(entries[i + AHEAD].value, 1);
    }
    return &entries[i];
}

static inline __attribute__((always_inline)) Object *dict_iterator_give(DictIterator *it, enum DictPart part,
                                                                        bool backward) {
    const DictEntry *e = dict_iterator_step(it, part, backward);
    if (!e) return NULL;
    if (part != DICT_ITEMS) return newref(part == DICT_KEYS ? e->key : e->value);
    return tuple_pair(&it->pair, newref(e->key), newref(e->value));
}

static Object *key_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_KEYS, false);
}

static Object *value_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_VALUES, false);
}

static Object *item_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_ITEMS, false);
}

static Object *reverse_key_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_KEYS, true);
}

static Object *reverse_value_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_VALUES, true);
}

static Object *reverse_item_next(Object *o) {
    return dict_iterator_give((DictIterator *)o, DICT_ITEMS, true);
}

static Object *dict_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    DictIterator *it = (DictIterator *)o;
    return int_from_i64(it->dict && it->used == it->dict->used ? it->left : 0);
}

/* (iter, ([what is left],)): pickling takes a snapshot and leaves the iterator where it is. */
static Object *dict_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    DictIterator *it = (DictIterator *)o;
    DictIterator *ahead = (DictIterator *)object_new(o->type);
    if (!ahead) return NULL;
    ahead->dict = xnewref(it->dict);
    ahead->used = it->used;
    ahead->left = it->left;
    ahead->position = it->position;
    Object *rest = sequence_list((Object *)ahead);
    decref(ahead);
    return iterator_reduce_rest(rest);
}

static const Method dict_iterator_methods[] = {
    {"__length_hint__", dict_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", dict_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

/* Six types that differ in name and step. */
#define DICT_ITERATOR_LIFE \
    .size = sizeof(DictIterator), .flags = TYPE_GC | TYPE_NO_NEW, .dealloc = dict_iterator_dealloc, \
    .traverse = dict_iterator_traverse, .clear = dict_iterator_clear

Type dict_key_iterator_type = {
    .mem = {.name = "dict_keyiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = key_next,
};

Type dict_value_iterator_type = {
    .mem = {.name = "dict_valueiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = value_next,
};

Type dict_item_iterator_type = {
    .mem = {.name = "dict_itemiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = item_next,
};

Type dict_reverse_key_iterator_type = {
    .mem = {.name = "dict_reversekeyiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = reverse_key_next,
};

Type dict_reverse_value_iterator_type = {
    .mem = {.name = "dict_reversevalueiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = reverse_value_next,
};

Type dict_reverse_item_iterator_type = {
    .mem = {.name = "dict_reverseitemiterator", DICT_ITERATOR_LIFE},
    .methods = dict_iterator_methods,
    .iter = iterator_self,
    .next = reverse_item_next,
};
