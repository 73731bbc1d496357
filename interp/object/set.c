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
    return e->key == item || item_alike(e->key, item) ? 1 : compare_entry(s, e, item);
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

/* Calls act(entry, arg) for each live entry of a table, of which there are `used`. */
static inline __attribute__((always_inline)) void each_live(const SetEntry *table, ptrdiff_t mask, ptrdiff_t used,
                                                            void (*act)(const SetEntry *e, void *arg), void *arg) {
    const SetEntry *e = table, *end = table + mask + 1;
    if (mask < RUN) {
        for (; used > 0; used--, e++) act(e = live_from(e), arg);
        return;
    }
    bool many = used > MANY;
    for (; used > 0; e += RUN)
        for (uint64_t left = used_slots(e, RUN); left; left &= left - 1) {
            const SetEntry *each = e + __builtin_ctzll(left);
            if (many && each + AHEAD < end) __builtin_prefetch(each[AHEAD].key, 1);
            if (unlikely(each->key == SET_DELETED)) continue;
            act(each, arg);
            used--;
        }
}

static inline void mix_hash(const SetEntry *e, void *hash) {
    *(uint64_t *)hash ^= spread((uint64_t)e->hash);
}

/* Python's published hash for frozensets: it does not depend on the order of the items. */
intptr_t set_hash_items(const Set *s) {
    uint64_t hash = 0;
    each_live(s->table, s->mask, s->used, mix_hash, &hash);
    hash ^= ((uint64_t)s->used + 1) * 1927868237;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + 907133923;
    return (intptr_t)hash == -1 ? 590923713 : (intptr_t)hash;
}

/* ---- storing */

/* Puts an item into a table that has no equal one and nothing deleted. Steals it. */
static inline void table_put(SetEntry *table, size_t mask, Object *item, intptr_t hash) {
    size_t perturb = (size_t)hash, i = perturb & mask;
    if (likely(!table[i].key)) {
        table[i] = (SetEntry){.key = item, .hash = hash};
        return;
    }
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

static inline void put_in(const SetEntry *e, void *set) {
    table_put(((Set *)set)->table, (size_t)((Set *)set)->mask, e->key, e->hash);
}

static size_t slots_for(ptrdiff_t at_least) {
    size_t slots = SET_MIN_SLOTS;
    while (slots <= (size_t)at_least) slots <<= 1;
    return slots;
}

int set_resize(Set *s, ptrdiff_t at_least) {
    size_t slots = slots_for(at_least);
    ptrdiff_t mask = s->mask;
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
    each_live(old, mask, s->used, put_in, s);
    if (old != s->small && old != copy) heap_free(old);
    return 0;
}

/* There is one item more, in a slot that was not used before. */
static inline int set_added(Set *s) {
    s->used++;
    s->fill++;
    if (likely(s->fill * 5 < s->mask * 3)) return 0;
    return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

static __attribute__((noinline)) int set_add_search(Set *s, Object *item, intptr_t hash) {
    incref(item); /* the search may run code that drops the last reference */
    SetEntry *deleted, *e = set_find(s, item, hash, &deleted);
    if (!e || e->key) {
        decref(item);
        return e ? 0 : -1;
    }
    if (deleted) {
        *deleted = (SetEntry){.key = item, .hash = hash};
        s->used++;
        return 0;
    }
    *e = (SetEntry){.key = item, .hash = hash};
    return set_added(s);
}

static inline int add_hash(Set *s, Object *item, intptr_t hash) {
    SetEntry *first = &s->table[hash & s->mask];
    if (first->key == item) return 0;
    if (first->key) return set_add_search(s, item, hash);
    *first = (SetEntry){.key = newref(item), .hash = hash};
    return set_added(s);
}

int set_add_hash(Set *s, Object *item, intptr_t hash) {
    return add_hash(s, item, hash);
}

void set_remove_at(Set *s, SetEntry *e) {
    Object *old = e->key;
    *e = (SetEntry){.key = SET_DELETED, .hash = -1};
    s->used--;
    decref(old);
}

int set_discard_hash(Set *s, Object *item, intptr_t hash) {
    SetEntry *deleted, *e = set_find(s, item, hash, &deleted);
    if (!e || !e->key) return e ? 0 : -1;
    set_remove_at(s, e);
    return 1;
}

static inline void put_counted(const SetEntry *e, void *set) {
    incref(e->key);
    put_in(e, set);
}

/* The same table again, nothing having been deleted from it, for an empty set whose table is the inner one. */
static int set_clone_table(Set *s, const Set *from) {
    if (from->table != from->small) {
        SetEntry *table = heap_alloc((size_t)(from->mask + 1) * sizeof *table);
        if (!table) return raise_memory(), -1;
        s->table = table;
        s->mask = from->mask;
    }
    const SetEntry *e = from->table;
    SetEntry *to = s->table;
    for (ptrdiff_t slots = from->mask + 1, n; slots > 0; slots -= n, e += n, to += n) {
        n = slots < RUN ? slots : RUN;
        uint64_t left = 0;
#pragma GCC unroll 8
        for (ptrdiff_t i = n - 1; i >= 0; i--) {
            to[i] = e[i];
            left = left + left + (e[i].key != NULL);
        }
        for (; left; left &= left - 1) incref(e[__builtin_ctzll(left)].key);
    }
    s->fill = s->used = from->used;
    return 0;
}

static inline int add_member(void *set, SetEntry item) {
    return add_hash(set, item.key, item.hash);
}

/* All items of another set. Where there are none yet, they need not be compared. */
static int set_merge(Set *s, Set *from) {
    if (s == from || from->used == 0) return 0;
    ptrdiff_t needed = (s->used + from->used) * 2;
    bool grow = (s->fill + from->used) * 5 >= s->mask * 3, intact = s->fill == 0 && from->fill == from->used;
    if (intact && s->table == s->small && (grow ? slots_for(needed) : SET_MIN_SLOTS) == (size_t)from->mask + 1)
        return set_clone_table(s, from);
    if (grow && set_resize(s, needed) < 0) return -1;
    if (s->fill == 0) {
        each_live(from->table, from->mask, from->used, put_counted, s);
        s->fill = s->used = from->used;
        return 0;
    }
    return for_each_member(from, add_member, s);
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

static inline int set_add_item(Set *s, Object *item) {
    intptr_t hash = item_hash_known(item);
    return likely(hash != -1) ? add_hash(s, item, hash) : set_add((Object *)s, item);
}

static int set_merge_tuple(Set *s, const Tuple *t) {
    for (ptrdiff_t i = 0; i < t->length; i++)
        if (set_add_item(s, t->items[i]) < 0) return -1;
    return 0;
}

/* The list may get shorter meanwhile. */
static int set_merge_list(Set *s, const List *l) {
    for (ptrdiff_t i = 0; i < l->length; i++) {
        Object *item = newref(l->items[i]);
        int r = set_add_item(s, item);
        decref(item);
        if (r < 0) return -1;
    }
    return 0;
}

int set_update(Object *o, Object *iterable) {
    if (iterable->type == &list_type) return set_merge_list((Set *)o, (List *)iterable);
    if (tuple_plain(iterable)) return set_merge_tuple((Set *)o, (Tuple *)iterable);
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

/* Untracked; of the fields only the list of weak references is set. */
static inline Set *set_alloc(Type *t) {
    bool exact = t == &set_type || t == &frozenset_type;
    Set *s = exact ? freelist_gc_object(&freelist_set, t) : (Set *)object_new(t);
    if (likely(s != NULL)) s->weaklist = NULL;
    return s;
}

/* Are all items in the inner table, with no trace of others? Then this table is a copy's, too. */
static inline bool set_is_small(const Set *s) {
    return s->table == s->small && s->fill == s->used;
}

static Object *set_copy_small(Type *t, const Set *from) {
    Set *s = set_alloc(t);
    if (!s) return NULL;
    s->fill = s->used = from->used;
    s->finger = 0;
    s->mask = SET_MIN_SLOTS - 1;
    s->hash = -1;
    s->table = s->small;
    for (int i = 0; i < SET_MIN_SLOTS; i++) {
        s->small[i] = from->small[i];
        if (from->small[i].key) incref(from->small[i].key);
    }
    gc_track(s);
    return (Object *)s;
}

Object *set_new_like(Type *t, Object *iterable) {
    if (iterable && set_check(iterable) && set_is_small((Set *)iterable)) return set_copy_small(t, (Set *)iterable);
    Object *o = (Object *)set_alloc(t);
    if (!o) return NULL;
    set_init_empty((Set *)o);
    gc_track(o);
    if (iterable && set_update(o, iterable) < 0) {
        decref(o);
        return NULL;
    }
    return o;
}

Object *set_copy_for(Type *t, const Set *set, ptrdiff_t more) {
    Object *o = set_new_like(t, NULL);
    if (!o) return NULL;
    /* The copy would have the same table, to be made anew for the others: so that can be done at once. */
    bool same = set->fill == set->used && slots_for(set->used * 2) == (size_t)set->mask + 1;
    bool grow = (set->used + more) * 5 >= set->mask * 3;
    int r = same && grow ? set_resize((Set *)o, (set->used + more) * 2) : 0;
    if (r == 0 && set_merge((Set *)o, (Set *)set) == 0) return o;
    decref(o);
    return NULL;
}

Object *set_new(Object *iterable) {
    return set_new_like(&set_type, iterable);
}
Object *frozenset_new(Object *iterable) {
    return set_new_like(&frozenset_type, iterable);
}

static inline void drop_item(const SetEntry *e, void *arg) {
    decref(e->key);
}

/* Releases the items of a table, of which there are `used`. */
static void table_drop(const SetEntry *table, ptrdiff_t mask, ptrdiff_t used) {
    each_live(table, mask, used, drop_item, NULL);
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
