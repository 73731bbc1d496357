/* What the files of dict share: dict.c (keys), dict_whole.c, dict_keys.c (the table), dict_methods.c (the
 * type), dict_views.c, dict_iterators.c. */
#ifndef OURO_DICT_IMPL_H
#define OURO_DICT_IMPL_H

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

enum { DICT_MISSING = -1, DICT_FAILED = -2 };

/* Position of key's entry, or one of the above; DICT_FAILED leaves an exception of __eq__. */
ptrdiff_t dict_find(Dict *d, Object *key, intptr_t hash);
/* The same; but looks first whether that very key has a position that it has in another dict. Dicts of one kind often
 * have the same keys in the same order. Only among strings: with others a probe might have to call an __eq__ first. */
static inline ptrdiff_t dict_find_near(Dict *d, int64_t at, Object *key, intptr_t hash) {
    const DictKeys *k = d->keys;
    return k->strings && at < k->next && dict_entries(k)[at].key == key ? at : dict_find(d, key, hash);
}
int dict_add(Dict *d, Object *key, intptr_t hash, Object *value); /* a key that is not there; steals both */
/* Makes room for n entries more, so that they need no further rebuilding if they are strings, or `strings` is false. */
int dict_reserve(Dict *d, int64_t n, bool strings);
/* For those who store n keys one after the other, before each of them: a full table, when no key has come twice so far,
 * gets room for most of the others at once, but no more than for three times those that are there. */
static inline int dict_expect(Dict *d, int64_t stored, int64_t n) {
    if (likely(d->keys->usable > 0) || stored == 0 || d->used != stored) return 0;
    return dict_reserve(d, n - stored < 3 * stored ? n - stored : 3 * stored, d->keys->strings);
}
void dict_delete_at(Dict *d, ptrdiff_t at);  /* a live entry; releases key and value at the end */
Object *dict_take_at(Dict *d, ptrdiff_t at); /* the same, but gives the value away: new */
void dict_init_empty(Dict *d);               /* the fields of a dict made by object_new */
void dict_dealloc(Object *d);
RefSpan dict_span(Object *d);
int dict_traverse(Object *d, Visit visit, void *arg);
int dict_set_item(Object *d, Object *key, Object *value); /* the slot: value NULL deletes */

static inline intptr_t dict_hash(Object *key) {
    return item_hash(key, "a dict key");
}

/* Appends keys, values or pairs to a list that has room for them. 0, or -1: no memory for a pair. */
int dict_give(const Dict *d, enum DictPart part, List *l);
Object *dict_iterator_new(Object *d, enum DictPart part, bool backward);
Object *dict_iter(Object *d);

#endif
