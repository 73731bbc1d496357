/* The table behind dict: a probe sequence over small indexes, and the entries in the order of insertion.
 *
 *      keys -> [log2_slots, index_bytes, strings, version, usable, next, first]
 *              [ -1 | 2 | -1 | 0 | -2 | 1 | -1 | -1 ]      one index a slot: -1 never used, -2 entry was deleted
 *              [key value][key value][ ... ]               entries: 2/3 as many as slots
 *              [hash][hash][ ... ]                         as many; absent while all keys are exact strings
 *
 * next + usable is the room for entries; when usable is 0 an insert builds a new table, without the deleted ones.
 * All empty dicts share one table without room. Taking entries off the front does not make the next look there slow:
 * `first` goes along.
 *
 * A probe may call __eq__, which may do anything to the dict. So after each such call the probe makes sure that the
 * table is the same and still has that key in that place, or else starts again. A table whose keys are all exact
 * strings needs none of that when the key sought is one too.
 *
 * Keys and values that go are released last, when the dict is whole again.
 */
#include "interp/object/dict_impl.h"

enum { INDEX_EMPTY = -1, INDEX_DELETED = -2, LOG2_MIN_SLOTS = 3, PERTURB_SHIFT = 5 };

_Static_assert(sizeof(GcHeader) + sizeof(Dict) == 48, "freelists.def has the size of a dict");
_Static_assert(sizeof(DictKeys) + 8 + 5 * sizeof(DictEntry) == 120, "freelists.def has the size of the smallest keys");
_Static_assert(120 + 5 * sizeof(intptr_t) == 160, "the same with hashes");

static struct {
    DictKeys keys;
    int8_t index[1 << LOG2_MIN_SLOTS];
} empty_keys = {
    .keys = {.log2_slots = LOG2_MIN_SLOTS, .index_bytes = 1, .strings = true, .version = 1},
    .index = {-1, -1, -1, -1, -1, -1, -1, -1},
};

static uint32_t last_version = 1;

/* ---- tables */

static inline int64_t index_get(const DictKeys *k, size_t slot) {
    if (likely(k->index_bytes == 1)) return ((const int8_t *)k->index)[slot];
    switch (k->index_bytes) {
    case 2: return ((const int16_t *)k->index)[slot];
    case 4: return ((const int32_t *)k->index)[slot];
    default: return ((const int64_t *)k->index)[slot];
    }
}

static inline void index_set(DictKeys *k, size_t slot, int64_t at) {
    if (likely(k->index_bytes == 1)) {
        ((int8_t *)k->index)[slot] = (int8_t)at;
        return;
    }
    switch (k->index_bytes) {
    case 2: ((int16_t *)k->index)[slot] = (int16_t)at; break;
    case 4: ((int32_t *)k->index)[slot] = (int32_t)at; break;
    default: ((int64_t *)k->index)[slot] = at;
    }
}

static inline size_t keys_mask(const DictKeys *k) {
    return ((size_t)1 << k->log2_slots) - 1;
}

/* The slots to look at for a hash: every slot comes up in the end, because the perturbation runs out. */
static inline size_t next_slot(size_t slot, size_t *perturb, size_t mask) {
    *perturb >>= PERTURB_SHIFT;
    return (slot * 5 + *perturb + 1) & mask;
}

static inline int64_t room_for(int log2_slots) {
    return ((int64_t)2 << log2_slots) / 3;
}

static int log2_for(int64_t entries) {
    int log2 = LOG2_MIN_SLOTS;
    while (room_for(log2) < entries) log2++;
    return log2;
}

static size_t keys_size(const DictKeys *k) {
    size_t entry = sizeof(DictEntry) + (k->strings ? 0 : sizeof(intptr_t));
    return sizeof *k + ((size_t)k->index_bytes << k->log2_slots) + (size_t)room_for(k->log2_slots) * entry;
}

/* Of a table that has them. */
static inline intptr_t *keys_hashes(const DictKeys *k) {
    return (intptr_t *)(dict_entries(k) + room_for(k->log2_slots));
}

static inline intptr_t keys_hash(const DictKeys *k, int64_t at) {
    return k->strings ? ((Str *)dict_entries(k)[at].key)->hash : keys_hashes(k)[at];
}

intptr_t dict_hash_at(const DictKeys *k, ptrdiff_t at) {
    return keys_hash(k, at);
}

static FreeList *smallest_free(bool strings) {
    return strings ? &freelist_dict_names8 : &freelist_dict_keys8;
}

static DictKeys *keys_new_smallest(bool strings) {
    DictKeys *k = freelist_alloc(smallest_free(strings));
    if (unlikely(!k)) return NULL;
    *k = (DictKeys){
        .log2_slots = LOG2_MIN_SLOTS,
        .index_bytes = 1,
        .strings = strings,
        .usable = ((int64_t)2 << LOG2_MIN_SLOTS) / 3,
    };
    memset(k->index, 0xff, 1 << LOG2_MIN_SLOTS);
    return k;
}

/* strings: a table without hashes. */
static DictKeys *keys_new(int log2_slots, bool strings) {
    if (log2_slots == LOG2_MIN_SLOTS) return keys_new_smallest(strings);
    DictKeys head = {
        .log2_slots = (uint8_t)log2_slots,
        .index_bytes = log2_slots < 8    ? 1
                       : log2_slots < 16 ? 2
                       : log2_slots < 32 ? 4
                                         : 8,
        .strings = strings,
        .usable = room_for(log2_slots),
    };
    DictKeys *k = log2_slots < 48 ? heap_alloc(keys_size(&head)) : NULL;
    if (unlikely(!k)) return raise_memory();
    *k = head;
    memset(k->index, 0xff, (size_t)head.index_bytes << log2_slots);
    return k;
}

static void keys_free(DictKeys *k) {
    if (k == &empty_keys.keys) return;
    if (k->log2_slots == LOG2_MIN_SLOTS)
        freelist_free(smallest_free(k->strings), k);
    else
        heap_free(k);
}

static inline void entry_drop(const DictEntry *e) {
    decref(e->key);
    decref(e->value);
}

/* Frees a table that no dict has any more, with what is in it. */
static void keys_drop(DictKeys *k) {
    DictEntry *e = dict_entries(k), *end = e + k->next;
    for (; e + AHEAD < end; e++) {
        __builtin_prefetch(e[AHEAD].key, 1);
        __builtin_prefetch(e[AHEAD].value, 1);
        if (e->value) entry_drop(e);
    }
    for (; e < end; e++)
        if (e->value) entry_drop(e);
    keys_free(k);
}

static inline size_t keys_free_slot(const DictKeys *k, intptr_t hash) {
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    if (likely(k->index_bytes == 1))
        while ((int8_t)k->index[slot] >= 0) slot = next_slot(slot, &perturb, mask);
    else
        while (index_get(k, slot) >= 0) slot = next_slot(slot, &perturb, mask);
    return slot;
}

/* Puts a key that is not there into a table with room for its kind; takes over the references. */
static inline void keys_put(DictKeys *k, Object *key, intptr_t hash, Object *value) {
    assert(!k->strings || ((Str *)key)->hash == hash);
    index_set(k, keys_free_slot(k, hash), k->next);
    dict_entries(k)[k->next] = (DictEntry){.key = key, .value = value};
    if (!k->strings) keys_hashes(k)[k->next] = hash;
    k->next++;
    k->usable--;
}

/* Moves the live entries into a new table of that size and kind, behind `gap` unused ones. */
static int dict_rebuild_behind(Dict *d, int log2_slots, bool strings, int64_t gap) {
    DictKeys *old = d->keys, *k = keys_new(log2_slots, strings);
    if (!k) return -1;
    const DictEntry *from = dict_entries(old);
    DictEntry *entries = dict_entries(k), *to = entries + gap;
    memset(entries, 0, (size_t)gap * sizeof *entries);
    intptr_t *hash = strings ? NULL : keys_hashes(k) + gap;
    for (int64_t i = old->first; i < old->next; i++) {
        if (!from[i].value) continue;
        *to++ = from[i];
        if (hash) *hash++ = keys_hash(old, i);
    }
    k->first = gap;
    k->next = gap + d->used;
    k->usable -= k->next;
    for (int64_t i = gap; i < k->next; i++) index_set(k, keys_free_slot(k, keys_hash(k, i)), i);
    d->keys = k;
    keys_free(old);
    return 0;
}

/* A table for one entry more, of that kind. */
static __attribute__((noinline)) int dict_grow(Dict *d, bool strings) {
    if (d->keys == &empty_keys.keys) {
        DictKeys *k = keys_new_smallest(strings);
        if (k) d->keys = k;
        return k ? 0 : -1;
    }
    int log2 = LOG2_MIN_SLOTS;
    while ((int64_t)1 << log2 < d->used * 3) log2++;
    return dict_rebuild_behind(d, d->keys->usable > 0 ? d->keys->log2_slots : log2, strings, 0);
}

/* Makes room for n entries more, so that they need no further rebuilding if they are strings, or `strings` is false. */
static int dict_reserve(Dict *d, int64_t n, bool strings) {
    strings &= d->keys->strings;
    if (d->keys == &empty_keys.keys) {
        DictKeys *k = keys_new(log2_for(n), strings);
        if (k) d->keys = k;
        return k ? 0 : -1;
    }
    if (n <= d->keys->usable && strings == d->keys->strings) return 0;
    return dict_rebuild_behind(d, log2_for(d->used + n), strings, 0);
}

/* ---- finding */

/* The rest of a probe from a slot on. */
static __attribute__((noinline)) ptrdiff_t find_string_from(const DictKeys *k, const Object *key, intptr_t hash,
                                                            size_t slot, size_t perturb) {
    const DictEntry *entries = dict_entries(k);
    size_t mask = keys_mask(k);
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int64_t at = index_get(k, slot);
        if (at >= 0) {
            const DictEntry *e = &entries[at];
            if (e->key == key || (((Str *)e->key)->hash == hash && str_equal(e->key, key))) return at;
        } else if (at == INDEX_EMPTY)
            return DICT_MISSING;
    }
}

/* An exact str among keys that are all exact str. Mostly it is the same object as the key in the table, and the index
 * is a small one; the loop for that calls nobody, which keeps it short where it is inlined. */
static inline ptrdiff_t find_string(const DictKeys *k, const Object *key, intptr_t hash) {
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    if (unlikely(k->index_bytes != 1)) return find_string_from(k, key, hash, slot, perturb);
    const DictEntry *entries = (const DictEntry *)(k->index + mask + 1);
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int8_t at = (int8_t)k->index[slot];
        if (likely(at >= 0)) {
            if (entries[at].key == key) return at;
            if (((Str *)entries[at].key)->hash == hash) return find_string_from(k, key, hash, slot, perturb);
        } else if (at == INDEX_EMPTY)
            return DICT_MISSING;
    }
}

/* Compares the key of an entry, which has the same hash, with user code. 2: the table changed meanwhile. */
static __attribute__((noinline)) int compare_entry(Dict *d, int64_t at, Object *key) {
    DictKeys *k = d->keys;
    int log2 = k->log2_slots;
    Object *other = newref(dict_entries(k)[at].key);
    int r = object_compare_bool(other, key, CMP_EQ);
    bool same = d->keys == k && k->log2_slots == log2 && at < k->next && dict_entries(k)[at].key == other;
    decref(other); /* runs no code when it is still in the table */
    return r >= 0 && !same ? 2 : r;
}

/* The rest of a probe from a slot on, with whatever comparing takes. */
static __attribute__((noinline)) ptrdiff_t find_any_from(Dict *d, Object *key, intptr_t hash, size_t slot,
                                                         size_t perturb) {
    for (;;) {
        const DictKeys *k = d->keys;
        int64_t at = index_get(k, slot);
        if (at == INDEX_EMPTY) return DICT_MISSING;
        if (at >= 0) {
            if (dict_entries(k)[at].key == key) return at;
            int r = keys_hash(k, at) == hash ? compare_entry(d, at, key) : 0;
            if (r == 1) return at;
            if (r < 0) return DICT_FAILED;
            if (r == 2) { /* from the start, in the new table */
                perturb = (size_t)hash;
                slot = perturb & keys_mask(d->keys);
                continue;
            }
        }
        slot = next_slot(slot, &perturb, keys_mask(k));
    }
}

/* Up to the first key with the same hash, in a table that has hashes. */
static inline __attribute__((always_inline)) ptrdiff_t find_hashed(Dict *d, Object *key, intptr_t hash,
                                                                   int index_bytes) {
    const DictKeys *k = d->keys;
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    const DictEntry *entries = (const DictEntry *)(k->index + (size_t)index_bytes * (mask + 1));
    const intptr_t *hashes = keys_hashes(k);
    for (;; slot = next_slot(slot, &perturb, mask)) {
        ptrdiff_t at = index_bytes == 1   ? ((const int8_t *)k->index)[slot]
                       : index_bytes == 2 ? ((const int16_t *)k->index)[slot]
                                          : ((const int32_t *)k->index)[slot];
        if (at >= 0) {
            Object *other = entries[at].key;
            if (other == key) return at;
            if (hashes[at] != hash) continue;
            if (key->type == &int_type && other->type == &int_type && ((Int *)key)->value == ((Int *)other)->value)
                return at;
            return find_any_from(d, key, hash, slot, perturb);
        }
        if (at == INDEX_EMPTY) return DICT_MISSING;
    }
}

static ptrdiff_t find_any(Dict *d, Object *key, intptr_t hash) {
    const DictKeys *k = d->keys;
    switch (k->strings ? 0 : k->index_bytes) {
    case 1: return find_hashed(d, key, hash, 1);
    case 2: return find_hashed(d, key, hash, 2);
    case 4: return find_hashed(d, key, hash, 4);
    default: return find_any_from(d, key, hash, (size_t)hash & keys_mask(k), (size_t)hash);
    }
}

ptrdiff_t dict_find(Dict *d, Object *key, intptr_t hash) {
    if (likely(key->type == &str_type && d->keys->strings)) return find_string(d->keys, key, hash);
    return find_any(d, key, hash);
}

static inline Object *value_at(const Dict *d, ptrdiff_t at) {
    return at < 0 ? NULL : dict_entries(d->keys)[at].value;
}

Object *dict_get_hash(Object *o, Object *key, intptr_t hash) {
    Dict *d = (Dict *)o;
    return value_at(d, dict_find(d, key, hash));
}

Object *dict_get(Object *o, Object *key) {
    intptr_t hash = dict_hash(key);
    return hash == -1 ? NULL : dict_get_hash(o, key, hash);
}

Object *dict_get_entry(Dict *d, Object *key, int64_t *position) {
    intptr_t hash = dict_hash(key);
    *position = hash == -1 ? DICT_FAILED : dict_find(d, key, hash);
    return value_at(d, *position);
}

ptrdiff_t dict_find_str(const Dict *d, const Str *key) {
    intptr_t hash = key->hash != -1 ? key->hash : str_hash((Object *)key);
    if (likely(d->keys->strings)) return find_string(d->keys, (const Object *)key, hash);
    ptrdiff_t at = find_any((Dict *)d, (Object *)key, hash);
    if (at == DICT_FAILED) raise_clear(); /* a key with a broken __eq__ is not the name that is looked for */
    return at < 0 ? -1 : at;
}

Object *dict_get_str(const Dict *d, const Str *key) {
    return value_at(d, dict_find_str(d, key));
}

Object *dict_get_c(Object *d, const char *key) {
    Str *s = str_intern_c(key);
    if (!s) return NULL;
    Object *value = dict_get_str((Dict *)d, s);
    decref(s);
    return value;
}

int dict_contains(Object *o, Object *key) {
    intptr_t hash = dict_hash(key);
    if (hash == -1) return -1;
    ptrdiff_t at = dict_find((Dict *)o, key, hash);
    return at == DICT_FAILED ? -1 : at >= 0;
}

/* ---- storing */

/* Adds a key that is not there; steals both. */
static int dict_add(Dict *d, Object *key, intptr_t hash, Object *value) {
    bool strings = d->keys->strings && key->type == &str_type;
    if (unlikely(d->keys->usable <= 0 || strings != d->keys->strings) && dict_grow(d, strings) < 0) {
        decref(key);
        decref(value);
        return -1;
    }
    keys_put(d->keys, key, hash, value);
    d->keys->version = 0;
    d->used++;
    return 0;
}

/* Another value for a key that is there: no cache of positions minds. Steals value. */
static inline void dict_replace_at(Dict *d, ptrdiff_t at, Object *value) {
    DictEntry *e = &dict_entries(d->keys)[at];
    Object *old = e->value;
    e->value = value;
    decref(old);
}

/* Steals key and value. */
static int dict_store(Dict *d, Object *key, intptr_t hash, Object *value) {
    ptrdiff_t at = dict_find(d, key, hash);
    if (at == DICT_MISSING) return dict_add(d, key, hash, value);
    if (likely(at >= 0))
        dict_replace_at(d, at, value);
    else
        decref(value);
    decref(key);
    return at >= 0 ? 0 : -1;
}

int dict_set_hash(Object *o, Object *key, Object *value, intptr_t hash) {
    return dict_store((Dict *)o, newref(key), hash, newref(value));
}

static __attribute__((noinline)) int dict_set_slow(Dict *d, Object *key, Object *value) {
    intptr_t hash = dict_hash(key);
    return hash == -1 ? -1 : dict_store(d, newref(key), hash, newref(value));
}

/* The loop of find_string once more, because the slot where it ends is the one for a new key. */
int dict_set(Object *o, Object *key, Object *value) {
    Dict *d = (Dict *)o;
    DictKeys *k = d->keys;
    if (unlikely(key->type != &str_type || !k->strings || k->index_bytes != 1)) return dict_set_slow(d, key, value);
    intptr_t hash = ((Str *)key)->hash;
    if (unlikely(hash == -1)) return dict_set_slow(d, key, value);
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    DictEntry *entries = (DictEntry *)(k->index + mask + 1);
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int8_t at = (int8_t)k->index[slot];
        if (at >= 0) {
            if (entries[at].key == key) {
                set_ref(&entries[at].value, newref(value));
                return 0;
            }
            if (((Str *)entries[at].key)->hash == hash) return dict_set_slow(d, key, value);
        } else if (at == INDEX_EMPTY)
            break;
    }
    if (unlikely(k->usable <= 0)) return dict_add(d, newref(key), hash, newref(value));
    k->index[slot] = (uint8_t)k->next;
    entries[k->next++] = (DictEntry){.key = newref(key), .value = newref(value)};
    k->usable--;
    k->version = 0;
    d->used++;
    return 0;
}

int dict_set_steal(Object *o, Object *key, Object *value) {
    intptr_t hash = dict_hash(key);
    if (likely(hash != -1)) return dict_store((Dict *)o, key, hash, value);
    decref(key);
    decref(value);
    return -1;
}

int dict_set_c(Object *o, const char *key, Object *value) {
    Str *s = str_intern_c(key);
    return s ? dict_set_steal(o, (Object *)s, newref(value)) : -1;
}

Object *dict_setdefault(Object *o, Object *key, Object *value) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return NULL;
    ptrdiff_t at = dict_find(d, key, hash);
    if (at >= 0) return newref(value_at(d, at));
    if (at == DICT_FAILED || dict_add(d, newref(key), hash, newref(value)) < 0) return NULL;
    return newref(value);
}

/* ---- removing */

/* The slot of a live entry. */
static size_t slot_of(const DictKeys *k, ptrdiff_t at) {
    size_t mask = keys_mask(k), perturb = (size_t)keys_hash(k, at), slot = perturb & mask;
    while (index_get(k, slot) != at) slot = next_slot(slot, &perturb, mask);
    return slot;
}

/* An entry is dead now: keeps `first` right. */
static void keys_note_dead(DictKeys *k, ptrdiff_t at) {
    const DictEntry *e = dict_entries(k);
    if (at != k->first) return;
    while (k->first < k->next && !e[k->first].value) k->first++;
}

/* Takes an entry out of the table; key and value are the caller's. */
static DictEntry dict_cut(Dict *d, ptrdiff_t at) {
    DictKeys *k = d->keys;
    DictEntry *e = &dict_entries(k)[at], gone = *e;
    index_set(k, slot_of(k, at), INDEX_DELETED);
    e->key = e->value = NULL;
    keys_note_dead(k, at);
    k->version = 0;
    d->used--;
    return gone;
}

Object *dict_take_at(Dict *d, ptrdiff_t at) {
    DictEntry gone = dict_cut(d, at);
    decref(gone.key);
    return gone.value;
}

void dict_delete_at(Dict *d, ptrdiff_t at) {
    decref(dict_take_at(d, at));
}

int dict_del_opt(Object *o, Object *key) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return -1;
    ptrdiff_t at = dict_find(d, key, hash);
    if (at < 0) return at == DICT_MISSING ? 0 : -1;
    dict_delete_at(d, at);
    return 1;
}

int dict_del(Object *o, Object *key) {
    int r = dict_del_opt(o, key);
    if (r == 0) raise_key(key);
    return r > 0 ? 0 : -1;
}

Object *dict_pop(Object *o, Object *key) {
    Dict *d = (Dict *)o;
    if (d->used == 0) return NULL;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return NULL;
    ptrdiff_t at = dict_find(d, key, hash);
    return at < 0 ? NULL : dict_take_at(d, at);
}

bool dict_take_end(Object *o, bool newest, Object **key, Object **value) {
    Dict *d = (Dict *)o;
    DictKeys *k = d->keys;
    if (d->used == 0) return false;
    ptrdiff_t at = k->first;
    if (newest)
        for (at = k->next - 1; !dict_entries(k)[at].value;) at--;
    DictEntry gone = dict_cut(d, at);
    if (newest) {
        k->next = at; /* the place can be written again, though not the slot */
        if (k->first > at) k->first = at;
    }
    *key = gone.key;
    *value = gone.value;
    return true;
}

/* ---- moving, for OrderedDict */

/* Makes sure that there is an unused entry behind the last one, or in front of the first. The entries may move: their
 * order stays. Amortised over the moves that it allows, this costs a constant. */
static int dict_reserve_end(Dict *d, bool last) {
    if (last) return d->keys->usable > 0 ? 0 : dict_grow(d, d->keys->strings);
    if (d->keys->first > 0) return 0;
    int64_t gap = d->used / 2 + 1;
    return dict_rebuild_behind(d, log2_for(d->used + 2 * gap), d->keys->strings, gap);
}

/* The place where the entry is now: it cannot be `at` any more after a rebuild. -1: there is no memory. */
static ptrdiff_t dict_move_entry(Dict *d, ptrdiff_t at, bool last) {
    Object *key = dict_entries(d->keys)[at].key;
    if (at == (last ? d->keys->next - 1 : d->keys->first)) return at;
    if (dict_reserve_end(d, last) < 0) return -1;
    DictKeys *k = d->keys;
    DictEntry *e = dict_entries(k);
    if (at >= k->next || e[at].key != key) /* moved by the rebuilding */
        for (at = k->first; e[at].key != key;) at++;
    ptrdiff_t to = last ? k->next++ : --k->first;
    if (last) k->usable--;
    index_set(k, slot_of(k, at), to);
    e[to] = e[at];
    if (!k->strings) keys_hashes(k)[to] = keys_hashes(k)[at];
    e[at].key = e[at].value = NULL;
    keys_note_dead(k, at);
    k->version = 0;
    return to;
}

int dict_move_to_end(Object *o, Object *key, bool last) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return -1;
    ptrdiff_t at = dict_find(d, key, hash);
    if (at < 0) return at == DICT_MISSING ? 0 : -1;
    return dict_move_entry(d, at, last) < 0 ? -1 : 1;
}

Object *dict_get_recent(Object *o, Object *key, intptr_t hash) {
    Dict *d = (Dict *)o;
    ptrdiff_t at = dict_find(d, key, hash);
    return at < 0 ? NULL : value_at(d, dict_move_entry(d, at, true));
}

void dict_empty(Object *o) {
    Dict *d = (Dict *)o;
    DictKeys *old = d->keys;
    if (old == &empty_keys.keys) return;
    d->keys = &empty_keys.keys;
    d->used = 0;
    keys_drop(old);
}

/* ---- whole dicts */

void dict_init_empty(Dict *d) {
    d->used = 0;
    d->keys = &empty_keys.keys;
}

Object *dict_new(void) {
    Dict *d = freelist_gc_object(&freelist_dict, &dict_type);
    if (unlikely(!d)) return NULL;
    dict_init_empty(d);
    gc_track(d);
    return (Object *)d;
}

Object *dict_new_sized(ptrdiff_t n) {
    Object *d = dict_new();
    if (d && n > 0 && dict_reserve((Dict *)d, n, true) < 0) {
        decref(d);
        return NULL;
    }
    return d;
}

void dict_dealloc(Object *o) {
    gc_untrack(o);
    keys_drop(((Dict *)o)->keys);
    if (o->type == &dict_type)
        freelist_free(&freelist_dict, gc_header(o));
    else
        object_free(o);
}

/* Strings are in no cycle: of a dict with no other keys only the values. */
RefSpan dict_span(Object *o) {
    const DictKeys *k = ((Dict *)o)->keys;
    DictEntry *e = dict_entries(k);
    if (!k->strings) return (RefSpan){&e->key, 2 * (size_t)k->next, 1};
    return (RefSpan){&e->value, 2 * (size_t)k->next, 2};
}

int dict_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(dict_span(o), visit, arg);
}

/* The same table again, deleted entries included: the fastest copy. */
static DictKeys *keys_clone(const DictKeys *k) {
    DictKeys *copy = keys_new(k->log2_slots, k->strings);
    if (!copy) return NULL;
    DictEntry *e = dict_entries(copy);
    memcpy(copy, k, (size_t)((uint8_t *)(e + k->next) - (uint8_t *)copy));
    if (!k->strings) memcpy(keys_hashes(copy), keys_hashes(k), (size_t)k->next * sizeof(intptr_t));
    copy->version = 0;
    for (int64_t i = 0; i < copy->next; i++) {
        if (i + AHEAD < copy->next) {
            __builtin_prefetch(e[i + AHEAD].key, 1);
            __builtin_prefetch(e[i + AHEAD].value, 1);
        }
        if (!e[i].value) continue;
        incref(e[i].key);
        incref(e[i].value);
    }
    return copy;
}

/* An empty dict gets a copy of another's table. */
static int dict_clone_into(Dict *d, const Dict *from) {
    DictKeys *k = keys_clone(from->keys), *old = d->keys;
    if (!k) return -1;
    d->keys = k;
    d->used = from->used;
    keys_drop(old);
    return 0;
}

Object *dict_copy(Object *o) {
    Object *result = dict_new();
    if (!result) return NULL;
    Dict *d = (Dict *)o;
    bool dense = d->used > 0 && d->used * 3 >= d->keys->next * 2 && o->type->iter == dict_iter;
    if ((dense ? dict_clone_into((Dict *)result, d) : dict_merge(result, o, true)) == 0) return result;
    decref(result);
    return NULL;
}

/* No gaps, and no larger than it must be? */
static bool dict_is_compact(const Dict *d) {
    const DictKeys *k = d->keys;
    return d->used == k->next && (k->log2_slots == LOG2_MIN_SLOTS || room_for(k->log2_slots - 1) < d->used);
}

/* All of one dict into another. Keys are compared, which may run user code, even those of one dict with each other if
 * its table is not cloned; but what strings and numbers would say to that is known. */
static int dict_merge_dict(Dict *d, Dict *from, bool replace) {
    if (d == from || from->used == 0) return 0;
    if (d->used == 0 && dict_is_compact(from)) return dict_clone_into(d, from);
    if (room_for(d->keys->log2_slots) < from->used && dict_reserve(d, from->used, from->keys->strings) < 0) return -1;
    bool fresh = d->used == 0;
    DictKeys *keys = from->keys;
    for (int64_t i = 0, n = keys->next; i < n; i++) {
        DictEntry e = dict_entries(keys)[i];
        if (!e.value) continue;
        intptr_t hash = keys_hash(keys, i);
        incref(e.key);
        incref(e.value);
        bool surely_new = fresh && (e.key->type == &str_type || e.key->type == &int_type);
        ptrdiff_t at = surely_new ? DICT_MISSING : dict_find(d, e.key, hash);
        if (at == DICT_MISSING) {
            if (dict_add(d, e.key, hash, e.value) < 0) return -1;
        } else {
            if (at >= 0 && replace)
                dict_replace_at(d, at, e.value);
            else
                decref(e.value);
            decref(e.key);
            if (at < 0) return -1;
        }
        if (from->keys != keys || keys->next != n) return raise_int(&exc_RuntimeError, "dict mutated during update");
    }
    return 0;
}

static int dict_merge_mapping(Object *d, Object *mapping, bool replace) {
    Object *keys = object_call_method(mapping, names.keys, NULL, 0);
    if (!keys) return -1;
    Object *it = object_iter(keys);
    decref(keys);
    if (!it) return -1;
    int r = 0;
    for (Object *key; r == 0 && (key = object_next(it));) {
        int there = replace ? 0 : dict_contains(d, key);
        if (there == 0) {
            Object *value = object_getitem(mapping, key);
            r = value ? dict_set(d, key, value) : -1;
            xdecref(value);
        } else
            r = there < 0 ? -1 : 0;
        decref(key);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

int dict_merge(Object *d, Object *mapping, bool replace) {
    if (dict_check(mapping) && mapping->type->iter == dict_iter)
        return dict_merge_dict((Dict *)d, (Dict *)mapping, replace);
    return dict_merge_mapping(d, mapping, replace);
}

/* Tells with a note of the pending exception which element was no sequence. */
static void note_bad_pair(ptrdiff_t index) {
    Object *exc = raise_take();
    Object *note = str_format("Cannot convert dictionary update sequence element #%zd to a sequence", index);
    Object *done = note ? object_call_method(exc, names.add_note, &note, 1) : NULL;
    xdecref(note);
    xdecref(done);
    raise_clear(); /* an exception without the note is better than another one */
    raise_restore(exc);
}

/* One element of d.update(pairs): a sequence of two. */
static int dict_update_pair(Object *d, Object *pair, ptrdiff_t index) {
    Object *fast = sequence_fast(pair, "object is not iterable");
    if (!fast) {
        if (raise_is(&exc_TypeError)) note_bad_pair(index);
        return -1;
    }
    int r;
    if (sequence_size(fast) == 2) {
        Object *key = newref(sequence_items(fast)[0]), *value = newref(sequence_items(fast)[1]);
        r = dict_set_steal(d, key, value);
    } else
        r = raise_int(&exc_ValueError, "dictionary update sequence element #%zd has length %zd; 2 is required", index,
                      sequence_size(fast));
    decref(fast);
    return r;
}

static int dict_update_pairs(Object *d, Object *pairs) {
    Object *it = object_iter(pairs);
    if (!it) return -1;
    int r = 0;
    Object *pair;
    for (ptrdiff_t i = 0; r == 0 && (pair = object_next(it)); i++) {
        r = dict_update_pair(d, pair, i);
        decref(pair);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

int dict_update(Object *d, Object *source) {
    if (source->type == &dict_type) return dict_merge(d, source, true);
    Object *keys = object_getattr_opt(source, names.keys);
    if (!keys && raise_pending()) return -1;
    xdecref(keys);
    return keys ? dict_merge(d, source, true) : dict_update_pairs(d, source);
}

/* ---- walking */

bool dict_next(const void *o, ptrdiff_t *position, Object **key, Object **value) {
    const DictKeys *k = ((const Dict *)o)->keys;
    const DictEntry *e = dict_entries(k);
    ptrdiff_t i = *position < k->first ? k->first : *position;
    while (i < k->next && !e[i].value) i++;
    if (i >= k->next) return false;
    if (key) *key = e[i].key;
    if (value) *value = e[i].value;
    *position = i + 1;
    return true;
}

bool dict_previous(const void *o, ptrdiff_t *position, Object **key, Object **value) {
    const DictKeys *k = ((const Dict *)o)->keys;
    const DictEntry *e = dict_entries(k);
    ptrdiff_t i = *position > k->next ? k->next : *position;
    while (i > k->first && !e[i - 1].value) i--;
    if (i <= k->first) return false;
    if (key) *key = e[i - 1].key;
    if (value) *value = e[i - 1].value;
    *position = i - 1;
    return true;
}

static Object *dict_list(Object *o, enum DictPart part) {
    Object *list = list_new(dict_length(o));
    if (!list) return NULL;
    Object *key, *value, **to = ((List *)list)->items;
    for (ptrdiff_t i = 0; dict_next(o, &i, &key, &value); to++) {
        *to = part == DICT_ITEMS ? tuple_pack(2, key, value) : newref(part == DICT_KEYS ? key : value);
        if (!*to) {
            decref(list);
            return NULL;
        }
    }
    return list;
}

Object *dict_keys_list(Object *d) {
    return dict_list(d, DICT_KEYS);
}
Object *dict_values_list(Object *d) {
    return dict_list(d, DICT_VALUES);
}
Object *dict_items_list(Object *d) {
    return dict_list(d, DICT_ITEMS);
}

/* ---- for inline caches and for the inspectors */

uint32_t dict_keys_version(Dict *d) {
    DictKeys *k = d->keys;
    if (k->version == 0 && last_version < UINT32_MAX) k->version = ++last_version;
    return k->version;
}

size_t dict_sizeof(const Dict *d) {
    size_t size = sizeof(GcHeader) + sizeof *d;
    return d->keys == &empty_keys.keys ? size : size + keys_size(d->keys);
}
