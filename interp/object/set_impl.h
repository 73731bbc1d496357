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
/* Which of the first n <= RUN entries were ever used: a bit for each. There is no jump for each slot, because nobody
 * can foresee which of them are. */
enum { RUN = 64 };
static inline uint64_t used_slots(const SetEntry *e, ptrdiff_t n) {
    uint64_t used = 0;
#pragma GCC unroll 8
    for (ptrdiff_t i = n - 1; i >= 0; i--) used = used + used + (e[i].key != NULL);
    return used;
}
static inline intptr_t set_item_hash(Object *item) {
    return item_hash(item, "a set element");
}

typedef int (*ItemAction)(void *arg, SetEntry item);

/* Calls act(arg, item) for each item of a set, which `act` may change, until the result is not 0. The item is borrowed.
 * Inline, so that each use is a loop of its own. */
static inline __attribute__((always_inline)) int for_each_member(const Set *s, ItemAction act, void *arg) {
    ptrdiff_t run = SET_MIN_SLOTS; /* 8, 8, 16, 32, 64, 64 ...: many loops end with one of the first items */
    for (ptrdiff_t first = 0; first <= s->mask; first += run) {
        if (first) run = first < RUN ? first : RUN;
        uint64_t left = used_slots(s->table + first, run);
        for (; left; left &= left - 1) {
            ptrdiff_t i = first + __builtin_ctzll(left);
            if (unlikely(i > s->mask)) break;
            SetEntry e = s->table[i];
            int r = entry_is_live(&e) ? act(arg, e) : 0;
            if (r) return r;
        }
    }
    return 0;
}

void set_init_empty(Set *s);                     /* the fields of a set made by object_new */
Object *set_new_like(Type *t, Object *iterable); /* set or frozenset or a subclass, without calling its __init__ */
int set_add_hash(Set *s, Object *item, intptr_t hash);      /* 0, -1 */
int set_discard_hash(Set *s, Object *item, intptr_t hash);  /* 1, 0, -1 */
void set_remove_at(Set *s, SetEntry *e);                    /* a live entry; its item is released last */
int set_contains_hash(Set *s, Object *item, intptr_t hash); /* 1, 0, -1 */
intptr_t set_hash_items(const Set *s);                      /* of a frozenset with these items */
/* Walks live entries by position, as set_next, and gives the hash too. The item is borrowed. */
bool set_next_entry(const Set *s, ptrdiff_t *position, SetEntry *e);
/* What the first slot for its hash tells of an item, mostly all: 1 it is there, 0 it is not, or UNSURE. */
enum { UNSURE = 2 };
static inline int set_first_slot(const Set *s, SetEntry sought) {
    const SetEntry *e = &s->table[sought.hash & s->mask];
    if (!e->key) return 0;
    if (e->key == sought.key) return 1;
    bool ints = e->hash == sought.hash && e->key->type == &int_type && sought.key->type == &int_type;
    return ints && ((Int *)e->key)->value == ((Int *)sought.key)->value ? 1 : UNSURE;
}
int set_resize(Set *s, ptrdiff_t at_least); /* rebuilds the table with more than `at_least` slots */
void set_empty(Object *s);
void set_swap(Set *a, Set *b); /* exchanges the contents */
Object *set_iter(Object *set);
/* A new set of the items of `set`, with room for those of another one, too, if that would make the table larger. */
Object *set_copy_for(Type *t, const Set *set, ptrdiff_t more);

void set_dealloc(Object *o);
int set_traverse(Object *o, Visit visit, void *arg);

/* The set operations that the views of dict need too: set_methods.c. */
Object *set_intersection(Object *set, Object *iterable); /* new, of the basic type of `set` */
int set_difference_update(Object *set, Object *iterable);
int set_symmetric_difference_update(Object *set, Object *iterable);

#endif
