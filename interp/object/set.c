/* The table behind set and frozenset: open addressing with the hash beside each item.
 *
 *      table -> [key hash][NULL 0][key hash][SET_DELETED -1] ... a power of two, 8 of them inside the Set itself
 *
 * A probe looks at a run of LINEAR_PROBES neighbours (they share cache lines) before it jumps on. The table grows when
 * 3/5 of the slots have been used. The order of iteration follows from these rules, and small ints hash to themselves:
 * so sets of small ints come out in the order that Python programmers know.
 *
 * Finding an item may call __eq__, which may do anything to the set: then the search starts again.
 */
#include "interp/object/set_impl.h"
#include "interp/object/weakref.h"

_Static_assert(sizeof(GcHeader) + sizeof(Set) == 216, "freelists.def has the size of a set");

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5 };

Object set_deleted = {.refcount = IMMORTAL, .type = &none_type};

void set_init_empty(Set *s) {
    s->fill = s->used = s->finger = 0;
    s->mask = SET_MIN_SLOTS - 1;
    s->hash = -1;
    s->table = s->small;
    memset(s->small, 0, sizeof s->small);
}

/* ---- finding */

/* Compares an entry's key, which has the same hash, with user code. 2: the set changed meanwhile. */
static __attribute__((noinline)) int compare_entry(Set *s, SetEntry *e, Object *item) {
    SetEntry *table = s->table;
    ptrdiff_t mask = s->mask;
    Object *other = newref(e->key);
    int r = object_compare_bool(other, item, CMP_EQ);
    bool same = s->table == table && s->mask == mask && e->key == other;
    decref(other); /* runs no code when it is still in the set */
    return r >= 0 && !same ? 2 : r;
}

static inline int entry_equal(Set *s, SetEntry *e, Object *item) {
    if (e->key == item) return 1;
    if (e->key->type == item->type) {
        if (item->type == &str_type) return str_equal(e->key, item);
        if (item->type == &int_type) return ((Int *)e->key)->value == ((Int *)item)->value;
    }
    return compare_entry(s, e, item);
}

/* The entry of an item, or the unused one where the search ended; NULL with an exception. *deleted becomes the last
 * entry on the way whose item was removed, or NULL. */
static inline __attribute__((always_inline)) SetEntry *set_find(Set *s, Object *item, intptr_t hash,
                                                                SetEntry **deleted) {
restart:
    *deleted = NULL;
    size_t mask = (size_t)s->mask, perturb = (size_t)hash, i = perturb & mask;
    for (;;) {
        SetEntry *e = &s->table[i], *last = i + LINEAR_PROBES <= mask ? e + LINEAR_PROBES : e;
        do {
            if (!e->key) return e;
            if (e->hash == hash) {
                int r = entry_equal(s, e, item);
                if (r == 2) goto restart;
                if (r) return r > 0 ? e : NULL;
            } else if (e->hash == -1)
                *deleted = e;
        } while (e++ < last);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

int set_contains_hash(Set *s, Object *item, intptr_t hash) {
    SetEntry *deleted, *e = set_find(s, item, hash, &deleted);
    return e ? e->key != NULL : -1;
}

static uint64_t spread(uint64_t h) {
    return ((h ^ 89869747) ^ (h << 16)) * 3644798167;
}

/* Python's published hash for frozensets: it does not depend on the order of the items. */
intptr_t set_hash_items(const Set *s) {
    uint64_t hash = 0;
    const SetEntry *e = s->table;
    for (ptrdiff_t left = s->used; left > 0; left--, e++) {
        e = live_from(e);
        hash ^= spread((uint64_t)e->hash);
    }
    hash ^= ((uint64_t)s->used + 1) * 1927868237;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + 907133923;
    return (intptr_t)hash == -1 ? 590923713 : (intptr_t)hash;
}

/* ---- storing */

/* Puts an item into a table that has no equal one and nothing deleted. Steals it. */
static inline void table_put(SetEntry *table, size_t mask, Object *item, intptr_t hash) {
    size_t perturb = (size_t)hash, i = perturb & mask;
    for (;;) {
        SetEntry *e = &table[i], *last = i + LINEAR_PROBES <= mask ? e + LINEAR_PROBES : e;
        do {
            if (e->key) continue;
            *e = (SetEntry){.key = item, .hash = hash};
            return;
        } while (e++ < last);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

int set_resize(Set *s, ptrdiff_t at_least) {
    size_t slots = SET_MIN_SLOTS;
    while (slots <= (size_t)at_least) slots <<= 1;
    SetEntry *old = s->table, copy[SET_MIN_SLOTS], *table;
    if (slots == SET_MIN_SLOTS) {
        table = s->small;
        if (old == table) {
            if (s->fill == s->used) return 0; /* nothing deleted to get rid of */
            memcpy(copy, old, sizeof copy);
            old = copy;
        }
        memset(table, 0, sizeof s->small);
    } else {
        table = slots <= PTRDIFF_MAX / sizeof *table ? heap_alloc_zero(slots * sizeof *table) : NULL;
        if (!table) return raise_memory(), -1;
    }
    s->table = table;
    s->mask = (ptrdiff_t)slots - 1;
    s->fill = s->used;
    const SetEntry *e = old;
    for (ptrdiff_t left = s->used; left > 0; left--, e++) {
        e = live_from(e);
        table_put(table, slots - 1, e->key, e->hash);
    }
    if (old != s->small && old != copy) heap_free(old);
    return 0;
}

int set_add_hash(Set *s, Object *item, intptr_t hash) {
    incref(item); /* the search may run code that drops the last reference */
    SetEntry *deleted, *e = set_find(s, item, hash, &deleted);
    if (!e || e->key) {
        decref(item);
        return e ? 0 : -1;
    }
    s->used++;
    if (deleted) {
        *deleted = (SetEntry){.key = item, .hash = hash};
        return 0;
    }
    *e = (SetEntry){.key = item, .hash = hash};
    s->fill++;
    if (s->fill * 5 < s->mask * 3) return 0;
    return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

int set_discard_hash(Set *s, Object *item, intptr_t hash) {
    SetEntry *deleted, *e = set_find(s, item, hash, &deleted);
    if (!e || !e->key) return e ? 0 : -1;
    Object *old = e->key;
    *e = (SetEntry){.key = SET_DELETED, .hash = -1};
    s->used--;
    decref(old);
    return 1;
}

/* The items of another set where there are none yet to compare with, and room for all. */
static void set_fill(Set *s, const Set *from) {
    const SetEntry *e = from->table, *end = e + from->mask + 1;
    if (s->mask == from->mask && from->fill == from->used) {
        memcpy(s->table, e, (size_t)(s->mask + 1) * sizeof *e);
        for (ptrdiff_t left = from->used; left > 0; left--, e++) {
            e = live_from(e);
            if (e + AHEAD < end) __builtin_prefetch(e[AHEAD].key, 1);
            incref(e->key);
        }
    } else {
        for (ptrdiff_t left = from->used; left > 0; left--, e++) {
            e = live_from(e);
            if (e + AHEAD < end) __builtin_prefetch(e[AHEAD].key, 1);
            incref(e->key);
            table_put(s->table, (size_t)s->mask, e->key, e->hash);
        }
    }
    s->fill = s->used = from->used;
}

/* All items of another set. */
static int set_merge(Set *s, Set *from) {
    if (s == from || from->used == 0) return 0;
    if ((s->fill + from->used) * 5 >= s->mask * 3 && set_resize(s, (s->used + from->used) * 2) < 0) return -1;
    if (s->fill == 0) {
        set_fill(s, from);
        return 0;
    }
    SetEntry e;
    for (ptrdiff_t i = 0; set_next_entry(from, &i, &e);)
        if (set_add_hash(s, e.key, e.hash) < 0) return -1;
    return 0;
}

static int set_merge_dict(Set *s, Dict *from) {
    ptrdiff_t n = from->used;
    if ((s->fill + n) * 5 >= s->mask * 3 && set_resize(s, (s->used + n) * 2) < 0) return -1;
    for (int64_t i = 0; i < from->keys->next; i++) {
        DictEntry e = dict_entries(from->keys)[i];
        if (e.value && set_add_hash(s, e.key, dict_hash_at(from->keys, i)) < 0) return -1;
    }
    return 0;
}

static int set_merge_tuple(Object *o, const Tuple *t) {
    for (ptrdiff_t i = 0; i < t->length; i++)
        if (set_add(o, t->items[i]) < 0) return -1;
    return 0;
}

/* The list may get shorter meanwhile. */
static int set_merge_list(Object *o, const List *l) {
    for (ptrdiff_t i = 0; i < l->length; i++) {
        Object *item = newref(l->items[i]);
        int r = set_add(o, item);
        decref(item);
        if (r < 0) return -1;
    }
    return 0;
}

int set_update(Object *o, Object *iterable) {
    if (iterable->type == &list_type) return set_merge_list(o, (List *)iterable);
    if (iterable->type == &tuple_type) return set_merge_tuple(o, (Tuple *)iterable);
    if (set_check(iterable)) return set_merge((Set *)o, (Set *)iterable);
    if (iterable->type == &dict_type) return set_merge_dict((Set *)o, (Dict *)iterable);
    Object *it = object_iter(iterable);
    if (!it) return -1;
    int r = 0;
    for (Object *item; r == 0 && (item = object_next(it));) {
        r = set_add(o, item);
        decref(item);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

/* ---- whole sets */

Object *set_new_like(Type *t, Object *iterable) {
    bool exact = t == &set_type || t == &frozenset_type;
    Object *o = exact ? freelist_gc_object(&freelist_set, t) : object_new(t);
    if (!o) return NULL;
    set_init_empty((Set *)o);
    ((Set *)o)->weaklist = NULL;
    gc_track(o);
    if (iterable && set_update(o, iterable) < 0) {
        decref(o);
        return NULL;
    }
    return o;
}

Object *set_new(Object *iterable) {
    return set_new_like(&set_type, iterable);
}
Object *frozenset_new(Object *iterable) {
    return set_new_like(&frozenset_type, iterable);
}

/* Releases the items of a table, of which there are `used`. */
static void table_drop(const SetEntry *table, ptrdiff_t mask, ptrdiff_t used) {
    const SetEntry *e = table, *end = table + mask + 1;
    for (; used > 0; used--, e++) {
        e = live_from(e);
        if (e + AHEAD < end) __builtin_prefetch(e[AHEAD].key, 1);
        decref(e->key);
    }
}

void set_dealloc(Object *o) {
    Set *s = (Set *)o;
    gc_untrack(o);
    if (s->weaklist) weakref_clear_all(o);
    table_drop(s->table, s->mask, s->used);
    if (s->table != s->small) heap_free(s->table);
    if (o->type == &set_type || o->type == &frozenset_type)
        freelist_free(&freelist_set, gc_header(o));
    else
        object_free(o);
}

int set_traverse(Object *o, Visit visit, void *arg) {
    Set *s = (Set *)o;
    const SetEntry *e = s->table;
    for (ptrdiff_t left = s->used; left > 0; left--, e++) {
        e = live_from(e);
        int r = visit(e->key, arg);
        if (r) return r;
    }
    return 0;
}

/* The items are released when the set is empty already. */
void set_empty(Object *o) {
    Set *s = (Set *)o;
    SetEntry *table = s->table, copy[SET_MIN_SLOTS];
    ptrdiff_t mask = s->mask, used = s->used;
    if (table == s->small) {
        memcpy(copy, table, sizeof copy);
        table = copy;
    }
    set_init_empty(s);
    table_drop(table, mask, used);
    if (table != copy) heap_free(table);
}

void set_swap(Set *a, Set *b) {
    Set t = *a;
    a->fill = b->fill, b->fill = t.fill;
    a->used = b->used, b->used = t.used;
    a->mask = b->mask, b->mask = t.mask;
    memcpy(a->small, b->small, sizeof a->small);
    memcpy(b->small, t.small, sizeof b->small);
    SetEntry *from_a = t.table == a->small ? b->small : t.table;
    a->table = b->table == b->small ? a->small : b->table;
    b->table = from_a;
    a->hash = b->hash = -1;
}

int set_add(Object *set, Object *item) {
    intptr_t hash = set_item_hash(item);
    return hash == -1 ? -1 : set_add_hash((Set *)set, item, hash);
}

/* For discard, remove and `in`: a set that is sought in a set of sets is hashed as a frozenset would be. */
static intptr_t sought_hash(Object *item) {
    intptr_t hash = set_item_hash(item);
    if (likely(hash != -1) || !is_instance(item, &set_type) || !raise_is(&exc_TypeError)) return hash;
    raise_clear();
    return set_hash_items((Set *)item);
}

int set_discard(Object *set, Object *item) {
    intptr_t hash = sought_hash(item);
    return hash == -1 ? -1 : set_discard_hash((Set *)set, item, hash);
}

int set_contains(Object *set, Object *item) {
    intptr_t hash = sought_hash(item);
    return hash == -1 ? -1 : set_contains_hash((Set *)set, item, hash);
}

ptrdiff_t set_length(const Object *set) {
    return ((const Set *)set)->used;
}

bool set_next_entry(const Set *s, ptrdiff_t *position, SetEntry *e) {
    ptrdiff_t i = *position;
    while (i <= s->mask && !entry_is_live(&s->table[i])) i++;
    if (i > s->mask) return false;
    if (i + AHEAD <= s->mask) __builtin_prefetch(s->table[i + AHEAD].key, 1);
    *e = s->table[i];
    *position = i + 1;
    return true;
}

bool set_next(const Object *set, ptrdiff_t *position, Object **item) {
    SetEntry e;
    if (!set_next_entry((const Set *)set, position, &e)) return false;
    *item = e.key;
    return true;
}
