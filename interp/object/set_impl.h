/* What the files of set share: set.c (the table), set_methods.c (the types). */
#ifndef OURO_SET_IMPL_H
#define OURO_SET_IMPL_H

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

enum { SET_MIN_SLOTS = 8 };

typedef struct SetEntry {
    Object *key;   /* owned; NULL: never used; SET_DELETED: was removed */
    intptr_t hash; /* 0 where never used, -1 where deleted */
} SetEntry;

typedef struct Set {
    Object base;
    ptrdiff_t fill;   /* slots used now or before */
    ptrdiff_t used;   /* items */
    ptrdiff_t mask;   /* slots - 1 */
    SetEntry *table;  /* `small` or a block of its own */
    intptr_t hash;    /* frozenset: -1 before asked */
    ptrdiff_t finger; /* where pop goes on looking */
    SetEntry small[SET_MIN_SLOTS];
    Object *weaklist;
} Set;

/* Stands in the key of a slot whose item was removed. */
#define SET_DELETED (&set_deleted)
extern Object set_deleted;

static inline bool entry_is_live(const SetEntry *e) {
    return e->key && e->key != SET_DELETED;
}
/* The first live entry from e on, where there is one. */
static inline const SetEntry *live_from(const SetEntry *e) {
    while (!entry_is_live(e)) e++;
    return e;
}
static inline intptr_t set_item_hash(Object *item) {
    return item_hash(item, "a set element");
}

void set_init_empty(Set *s);                     /* the fields of a set made by object_new */
Object *set_new_like(Type *t, Object *iterable); /* set or frozenset or a subclass, without calling its __init__ */
int set_add_hash(Set *s, Object *item, intptr_t hash);      /* 0, -1 */
int set_discard_hash(Set *s, Object *item, intptr_t hash);  /* 1, 0, -1 */
int set_contains_hash(Set *s, Object *item, intptr_t hash); /* 1, 0, -1 */
intptr_t set_hash_items(const Set *s);                      /* of a frozenset with these items */
/* Walks live entries by position, as set_next, and gives the hash too. The item is borrowed. */
bool set_next_entry(const Set *s, ptrdiff_t *position, SetEntry *e);
int set_resize(Set *s, ptrdiff_t at_least); /* rebuilds the table with more than `at_least` slots */
void set_empty(Object *s);
void set_swap(Set *a, Set *b); /* exchanges the contents */
Object *set_iter(Object *set);

void set_dealloc(Object *o);
int set_traverse(Object *o, Visit visit, void *arg);

/* The set operations that the views of dict need too: set_methods.c. */
Object *set_intersection(Object *set, Object *iterable); /* new, of the basic type of `set` */
int set_difference_update(Object *set, Object *iterable);
int set_symmetric_difference_update(Object *set, Object *iterable);

#endif
