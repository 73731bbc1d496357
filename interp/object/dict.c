/* dict: finding, storing and removing by key. What its table looks like: dict_table.h; whole dicts: dict_whole.c.
 *
 * A probe may call __eq__, which may do anything to the dict. So after each such call the probe makes sure that the
 * table is the same and still has that key in that place, or else starts again. A table whose keys are all exact
 * strings needs none of that when the key sought is one too.
 *
 * A probe tells the slot where it ended, so that a new key, or a removed one, needs no second one.
 *
 * Keys and values that go are released last, when the dict is whole again.
 */
#include "interp/object/dict_table.h"

/* Where a probe ended: the position of the entry, or DICT_MISSING, or DICT_FAILED; and its slot. For a key that is
 * missing that is the one where it would go: the first whose entry was deleted, or else the unused one at the end. */
typedef struct Found {
    ptrdiff_t at;
    size_t slot;
} Found;

static const size_t NO_SLOT = SIZE_MAX;

static inline Found found_nothing(size_t deleted, size_t end) {
    return (Found){DICT_MISSING, deleted == NO_SLOT ? end : deleted};
}

static uint32_t last_version = 1;

intptr_t dict_hash_at(const DictKeys *k, ptrdiff_t at) {
    return keys_hash(k, at);
}

/* ---- room */

/* Another table for the same entries. */
static int dict_rebuild_behind(Dict *d, int log2_slots, bool strings, int64_t gap) {
    DictKeys *k = keys_rebuilt(d->keys, d->used, log2_slots, strings, gap);
    if (k) d->keys = k;
    return k ? 0 : -1;
}

static int dict_first_table(Dict *d, int log2_slots, bool strings) {
    DictKeys *k = keys_new(log2_slots, strings);
    if (k) d->keys = k;
    return k ? 0 : -1;
}

/* A table for one entry more, of that kind. */
static __attribute__((noinline)) int dict_grow(Dict *d, bool strings) {
    if (keys_are_none(d->keys)) return dict_first_table(d, LOG2_MIN_SLOTS, strings);
    int log2 = LOG2_MIN_SLOTS;
    while ((int64_t)1 << log2 < d->used * 3) log2++;
    return dict_rebuild_behind(d, d->keys->usable > 0 ? d->keys->log2_slots : log2, strings, 0);
}

int dict_reserve(Dict *d, int64_t n, bool strings) {
    strings &= d->keys->strings;
    if (keys_are_none(d->keys)) return dict_first_table(d, log2_for(n), strings);
    if (n <= d->keys->usable && strings == d->keys->strings) return 0;
    return dict_rebuild_behind(d, log2_for(d->used + n), strings, 0);
}

/* ---- finding */

/* The slot of a live entry. */
static size_t slot_of(const DictKeys *k, ptrdiff_t at) {
    size_t mask = keys_mask(k), perturb = (size_t)keys_hash(k, at), slot = perturb & mask;
    while (index_get(k, slot) != at) slot = next_slot(slot, &perturb, mask);
    return slot;
}

/* The rest of a probe from a slot on. */
static __attribute__((noinline)) Found find_string_from(const DictKeys *k, const Object *key, intptr_t hash,
                                                        size_t slot, size_t perturb, size_t deleted) {
    const DictEntry *entries = dict_entries(k);
    size_t mask = keys_mask(k);
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int64_t at = index_get(k, slot);
        if (at >= 0) {
            const DictEntry *e = &entries[at];
            if (e->key == key || (((Str *)e->key)->hash == hash && str_equal(e->key, key))) return (Found){at, slot};
        } else if (at == INDEX_EMPTY)
            return found_nothing(deleted, slot);
        else if (deleted == NO_SLOT)
            deleted = slot;
    }
}

/* An exact str among keys that are all exact str. Mostly it is the same object as the key in the table: the loop for
 * that calls nobody, which keeps it short where it is inlined. */
static inline __attribute__((always_inline)) Found find_string_in(const DictKeys *k, const Object *key, intptr_t hash,
                                                                  int width) {
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask, deleted = NO_SLOT;
    const DictEntry *entries = (const DictEntry *)(k->index + (size_t)width * (mask + 1));
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int64_t at = index_at(k, slot, width);
        if (at >= 0) {
            if (entries[at].key == key) return (Found){at, slot};
            if (((Str *)entries[at].key)->hash == hash) return find_string_from(k, key, hash, slot, perturb, deleted);
        } else if (at == INDEX_EMPTY)
            return found_nothing(deleted, slot);
        else if (deleted == NO_SLOT)
            deleted = slot;
    }
}

static inline Found find_string(const DictKeys *k, const Object *key, intptr_t hash) {
    if (likely(k->index_bytes == 1)) return find_string_in(k, key, hash, 1);
    if (likely(k->index_bytes == 2)) return find_string_in(k, key, hash, 2);
    return find_string_from(k, key, hash, (size_t)hash & keys_mask(k), (size_t)hash, NO_SLOT);
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
static __attribute__((noinline)) Found find_any_from(Dict *d, Object *key, intptr_t hash, size_t slot, size_t perturb,
                                                     size_t deleted) {
    for (;;) {
        const DictKeys *k = d->keys;
        int64_t at = index_get(k, slot);
        if (at == INDEX_EMPTY) return found_nothing(deleted, slot);
        if (at < 0) {
            if (deleted == NO_SLOT) deleted = slot;
        } else if (dict_entries(k)[at].key == key)
            return (Found){at, slot};
        else if (keys_hash(k, at) == hash) {
            int r = compare_entry(d, at, key);
            if (r == 1) return (Found){at, slot_of(k, at)}; /* it may have gone and come back */
            if (r < 0) return (Found){DICT_FAILED, slot};
            if (r == 2) { /* from the start, in the new table */
                perturb = (size_t)hash;
                slot = perturb & keys_mask(d->keys);
                deleted = NO_SLOT;
                continue;
            }
            if (deleted != NO_SLOT && index_get(k, deleted) >= 0) deleted = NO_SLOT; /* the comparison filled it */
        }
        slot = next_slot(slot, &perturb, keys_mask(k));
    }
}

/* Up to the first key with the same hash, in a table that has hashes. */
static inline __attribute__((always_inline)) Found find_hashed_in(Dict *d, Object *key, intptr_t hash, int width) {
    const DictKeys *k = d->keys;
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask, deleted = NO_SLOT;
    const DictEntry *entries = (const DictEntry *)(k->index + (size_t)width * (mask + 1));
    const intptr_t *hashes = (const intptr_t *)(entries + room_for(k->log2_slots));
    for (;; slot = next_slot(slot, &perturb, mask)) {
        ptrdiff_t at = index_at(k, slot, width);
        if (at >= 0) {
            Object *other = entries[at].key;
            if (other == key) return (Found){at, slot};
            if (hashes[at] != hash) continue;
            if (item_alike(key, other)) return (Found){at, slot};
            return find_any_from(d, key, hash, slot, perturb, deleted);
        }
        if (at == INDEX_EMPTY) return found_nothing(deleted, slot);
        if (deleted == NO_SLOT) deleted = slot;
    }
}

static Found find_any(Dict *d, Object *key, intptr_t hash) {
    const DictKeys *k = d->keys;
    switch (k->strings ? 0 : k->index_bytes) {
    case 1: return find_hashed_in(d, key, hash, 1);
    case 2: return find_hashed_in(d, key, hash, 2);
    case 4: return find_hashed_in(d, key, hash, 4);
    default: return find_any_from(d, key, hash, (size_t)hash & keys_mask(k), (size_t)hash, NO_SLOT);
    }
}

static inline Found dict_seek(Dict *d, Object *key, intptr_t hash) {
    if (likely(key->type == &str_type && d->keys->strings)) return find_string(d->keys, key, hash);
    return find_any(d, key, hash);
}

ptrdiff_t dict_find(Dict *d, Object *key, intptr_t hash) {
    return dict_seek(d, key, hash).at;
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
    if (likely(d->keys->strings)) return find_string(d->keys, (const Object *)key, hash).at;
    ptrdiff_t at = find_any((Dict *)d, (Object *)key, hash).at;
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

/* ---- without running code */

/* A str or an int among keys that may be anything. DICT_FAILED, without an exception: that would take a comparison with
 * a key of another type. */
static inline __attribute__((always_inline)) Found find_plain_in(const DictKeys *k, const Object *key, intptr_t hash,
                                                                 int width) {
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask, deleted = NO_SLOT;
    const DictEntry *entries = (const DictEntry *)(k->index + (size_t)width * (mask + 1));
    const intptr_t *hashes = (const intptr_t *)(entries + room_for(k->log2_slots));
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int64_t at = index_at(k, slot, width);
        if (at == INDEX_EMPTY) return found_nothing(deleted, slot);
        if (at < 0) {
            if (deleted == NO_SLOT) deleted = slot;
            continue;
        }
        const Object *other = entries[at].key;
        if (other == key) return (Found){at, slot};
        if (hashes[at] != hash) continue;
        if (other->type != key->type) return (Found){DICT_FAILED, slot};
        if (key->type == &int_type ? ((Int *)key)->value == ((Int *)other)->value : str_equal(key, other))
            return (Found){at, slot};
    }
}

static Found find_plain(const DictKeys *k, const Object *key, intptr_t hash) {
    if (k->strings) return key->type == &str_type ? find_string(k, key, hash) : found_nothing(NO_SLOT, 0);
    switch (k->index_bytes) {
    case 1: return find_plain_in(k, key, hash, 1);
    case 2: return find_plain_in(k, key, hash, 2);
    case 4: return find_plain_in(k, key, hash, 4);
    default: return find_plain_in(k, key, hash, 8);
    }
}

Object *dict_peek_int(const Dict *d, int64_t key) {
    const DictKeys *k = d->keys;
    const intptr_t hash = item_hash_of_int(key);
    if (hash == -1 || k->strings) return NULL;
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    const DictEntry *entries = dict_entries(k);
    const intptr_t *hashes = (const intptr_t *)(entries + room_for(k->log2_slots));
    for (;; slot = next_slot(slot, &perturb, mask)) {
        int64_t at = index_get(k, slot);
        if (at == INDEX_EMPTY) return NULL;
        if (at < 0 || hashes[at] != hash) continue;
        const Object *other = entries[at].key;
        return other->type == &int_type && ((const Int *)other)->value == key ? entries[at].value : NULL;
    }
}

static intptr_t plain_hash(Object *key) {
    intptr_t hash = item_hash_known(key);
    return hash == -1 && key->type == &str_type ? str_hash(key) : hash;
}

Object *dict_peek(const Dict *d, Object *key) {
    intptr_t hash = plain_hash(key);
    return hash == -1 ? NULL : value_at(d, find_plain(d->keys, key, hash).at);
}

/* ---- storing */

/* Puts a key that is not there into its slot, where there is room; takes over the references. */
static inline __attribute__((always_inline)) int64_t dict_enter(Dict *d, size_t slot, Object *key, Object *value,
                                                                int width) {
    DictKeys *k = d->keys;
    int64_t at = k->next++;
    index_put(k, slot, at, width);
    DictEntry *entries = (DictEntry *)(k->index + ((size_t)width << k->log2_slots));
    entries[at] = (DictEntry){.key = key, .value = value};
    k->usable--;
    k->version = 0;
    d->used++;
    return at;
}

/* The same, with room being made for a key of its kind; steals both. */
static int dict_add_in(Dict *d, size_t slot, Object *key, intptr_t hash, Object *value) {
    bool strings = d->keys->strings && key->type == &str_type;
    if (unlikely(d->keys->usable <= 0 || strings != d->keys->strings)) {
        if (dict_grow(d, strings) < 0) {
            decref(key);
            decref(value);
            return -1;
        }
        slot = keys_free_slot(d->keys, hash);
    }
    int64_t at = dict_enter(d, slot, key, value, d->keys->index_bytes);
    if (!strings) keys_hashes(d->keys)[at] = hash;
    return 0;
}

int dict_add(Dict *d, Object *key, intptr_t hash, Object *value) {
    return dict_add_in(d, keys_free_slot(d->keys, hash), key, hash, value);
}

int dict_set_hash(Object *o, Object *key, Object *value, intptr_t hash) {
    Dict *d = (Dict *)o;
    Found found = dict_seek(d, key, hash);
    if (found.at == DICT_MISSING) {
        if (unlikely(d->keys->strings || d->keys->usable <= 0))
            return dict_add_in(d, found.slot, newref(key), hash, newref(value));
        int64_t at = dict_enter(d, found.slot, newref(key), newref(value), d->keys->index_bytes);
        keys_hashes(d->keys)[at] = hash;
        return 0;
    }
    if (unlikely(found.at < 0)) return -1;
    set_ref(&dict_entries(d->keys)[found.at].value, newref(value));
    return 0;
}

static __attribute__((noinline)) int dict_set_any(Object *o, Object *key, Object *value) {
    intptr_t hash = dict_hash(key);
    return unlikely(hash == -1) ? -1 : dict_set_hash(o, key, value, hash);
}

/* The first key, a str, of a dict that has no table yet; steals both. */
static int dict_set_first(Dict *d, Object *key, intptr_t hash, Object *value) {
    if (unlikely(dict_first_table(d, LOG2_MIN_SLOTS, true) < 0)) {
        decref(key);
        decref(value);
        return -1;
    }
    dict_enter(d, (size_t)hash & ((1 << LOG2_MIN_SLOTS) - 1), key, value, 1);
    return 0;
}

static Object *no_place; /* its address says MemoryError */

/* The place of a key that is not there, in a table that has to be made or to grow. */
static __attribute__((noinline)) Object **place_in_larger(Dict *d, Object *key, intptr_t hash) {
    int r = keys_are_none(d->keys) && key->type == &str_type ? dict_set_first(d, newref(key), hash, newref(NONE))
                                                             : dict_add(d, newref(key), hash, newref(NONE));
    if (r < 0) return &no_place;
    Object **place = &dict_entries(d->keys)[d->keys->next - 1].value;
    clear_ref(place);
    return place;
}

/* Where the value of a key is or, with NULL, will be: of a str among strings, or of a str or int among others; or
 * &no_place. NULL, without an exception: that would take a hash or a comparison by slots. */
static inline __attribute__((always_inline)) Object **place_in(Dict *d, Object *key, intptr_t hash, bool strings,
                                                               int width) {
    DictKeys *k = d->keys;
    DictEntry *entries = (DictEntry *)(k->index + ((size_t)width << k->log2_slots));
    Found found = strings ? find_string_in(k, key, hash, width) : find_plain_in(k, key, hash, width);
    if (found.at >= 0) return &entries[found.at].value;
    if (!strings && unlikely(found.at == DICT_FAILED)) return NULL;
    if (unlikely(k->usable <= 0)) return place_in_larger(d, key, hash);
    int64_t at = dict_enter(d, found.slot, newref(key), NULL, width);
    if (!strings) ((intptr_t *)(entries + room_for(k->log2_slots)))[at] = hash;
    return &entries[at].value;
}

static inline __attribute__((always_inline)) Object **place_of(Dict *d, Object *key) {
    bool strings = d->keys->strings;
    intptr_t hash = strings && key->type != &str_type ? -1 : item_hash_known(key);
    if (unlikely(hash == -1)) return NULL;
    switch (d->keys->index_bytes) {
    case 1: return strings ? place_in(d, key, hash, true, 1) : place_in(d, key, hash, false, 1);
    case 2: return strings ? place_in(d, key, hash, true, 2) : place_in(d, key, hash, false, 2);
    case 4: return strings ? place_in(d, key, hash, true, 4) : place_in(d, key, hash, false, 4);
    default: return NULL;
    }
}

int dict_set(Object *o, Object *key, Object *value) {
    Object **place = place_of((Dict *)o, key);
    if (unlikely(!place)) return dict_set_any(o, key, value);
    if (unlikely(place == &no_place)) return -1;
    Object *old = *place;
    *place = newref(value);
    xdecref(old);
    return 0;
}

Object **dict_peek_place(Dict *d, Object *key) {
    Object **place = place_of(d, key);
    if (likely(place != &no_place)) return place;
    raise_clear(); /* who asked does it again */
    return NULL;
}

int dict_set_steal(Object *o, Object *key, Object *value) {
    int r = dict_set(o, key, value);
    decref(key);
    decref(value);
    return r;
}

int dict_set_c(Object *o, const char *key, Object *value) {
    Str *s = str_intern_c(key);
    return s ? dict_set_steal(o, (Object *)s, newref(value)) : -1;
}

Object *dict_setdefault(Object *o, Object *key, Object *value) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return NULL;
    Found found = dict_seek(d, key, hash);
    if (found.at >= 0) return newref(value_at(d, found.at));
    if (found.at == DICT_FAILED || dict_add_in(d, found.slot, newref(key), hash, newref(value)) < 0) return NULL;
    return newref(value);
}

/* ---- removing */

/* An entry is dead now: keeps `first` right. */
static inline void keys_note_dead(DictKeys *k, ptrdiff_t at) {
    const DictEntry *e = dict_entries(k);
    if (at != k->first) return;
    while (k->first < k->next && !e[k->first].value) k->first++;
}

/* Takes an entry out of the table; key and value are the caller's. */
static inline DictEntry dict_cut(Dict *d, Found found) {
    DictKeys *k = d->keys;
    DictEntry *e = &dict_entries(k)[found.at], gone = *e;
    index_set(k, found.slot, INDEX_DELETED);
    e->key = e->value = NULL;
    keys_note_dead(k, found.at);
    k->version = 0;
    d->used--;
    return gone;
}

static Object *dict_take(Dict *d, Found found) {
    DictEntry gone = dict_cut(d, found);
    decref(gone.key);
    return gone.value;
}

Object *dict_take_at(Dict *d, ptrdiff_t at) {
    return dict_take(d, (Found){at, slot_of(d->keys, at)});
}

void dict_delete_at(Dict *d, ptrdiff_t at) {
    decref(dict_take_at(d, at));
}

int dict_del_opt(Object *o, Object *key) {
    Dict *d = (Dict *)o;
    intptr_t hash = dict_hash(key);
    if (hash == -1) return -1;
    Found found = dict_seek(d, key, hash);
    if (found.at < 0) return found.at == DICT_MISSING ? 0 : -1;
    decref(dict_take(d, found));
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
    Found found = dict_seek(d, key, hash);
    return found.at < 0 ? NULL : dict_take(d, found);
}

bool dict_take_end(Object *o, bool newest, Object **key, Object **value) {
    Dict *d = (Dict *)o;
    DictKeys *k = d->keys;
    if (d->used == 0) return false;
    ptrdiff_t at = k->first;
    if (newest)
        for (at = k->next - 1; !dict_entries(k)[at].value;) at--;
    DictEntry gone = dict_cut(d, (Found){at, slot_of(k, at)});
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

/* ---- for inline caches and for the inspectors */

uint32_t dict_keys_version(Dict *d) {
    DictKeys *k = d->keys;
    if (k->version == 0 && last_version < UINT32_MAX) k->version = ++last_version;
    return k->version;
}

size_t dict_sizeof(const Dict *d) {
    size_t size = sizeof(GcHeader) + sizeof *d;
    return keys_are_none(d->keys) ? size : size + keys_size(d->keys);
}
