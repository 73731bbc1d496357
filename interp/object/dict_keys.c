/* Tables of dicts: made, copied, built anew with more room, freed. What is in them: dict_table.h. */
#include "interp/object/dict_table.h"

_Static_assert(sizeof(GcHeader) + sizeof(Dict) == 48, "freelists.def has the size of a dict");
enum { NAMES8 = sizeof(DictKeys) + 8 + 5 * sizeof(DictEntry), KEYS8 = NAMES8 + 5 * sizeof(intptr_t) };
_Static_assert(NAMES8 == 120 && KEYS8 == 160, "freelists.def has the sizes of the smallest keys");

DictNoKeys dict_no_keys = {
    .keys = {.log2_slots = LOG2_MIN_SLOTS, .index_bytes = 1, .strings = true, .version = 1},
    .index = {-1, -1, -1, -1, -1, -1, -1, -1},
};

size_t keys_size(const DictKeys *k) {
    size_t entry = sizeof(DictEntry) + (k->strings ? 0 : sizeof(intptr_t));
    return sizeof *k + ((size_t)k->index_bytes << k->log2_slots) + (size_t)room_for(k->log2_slots) * entry;
}

static inline FreeList *smallest_free(bool strings) {
    return strings ? &freelist_dict_names8 : &freelist_dict_keys8;
}

static int index_bytes_for(int log2_slots) {
    return log2_slots < 8 ? 1 : log2_slots < 16 ? 2 : log2_slots < 32 ? 4 : 8;
}

/* Its index is undefined. */
static DictKeys *keys_unfilled(int log2_slots, bool strings) {
    DictKeys head = {
        .log2_slots = (uint8_t)log2_slots,
        .index_bytes = (uint8_t)index_bytes_for(log2_slots),
        .strings = strings,
        .usable = room_for(log2_slots),
    };
    DictKeys *k = log2_slots < 48 ? heap_alloc(keys_size(&head)) : NULL;
    if (unlikely(!k)) return raise_memory();
    *k = head;
    return k;
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

DictKeys *keys_new(int log2_slots, bool strings) {
    if (log2_slots == LOG2_MIN_SLOTS) return keys_new_smallest(strings);
    DictKeys *k = keys_unfilled(log2_slots, strings);
    if (likely(k != NULL)) memset(k->index, 0xff, (size_t)k->index_bytes << log2_slots);
    return k;
}

void keys_free(DictKeys *k) {
    if (keys_are_none(k)) return;
    if (k->log2_slots == LOG2_MIN_SLOTS)
        freelist_free(smallest_free(k->strings), k);
    else
        heap_free(k);
}

static inline void entry_drop(const DictEntry *e) {
    decref(e->key);
    decref(e->value);
}

void keys_drop(DictKeys *k) {
    DictEntry *e = dict_entries(k), *end = e + k->next;
    for (; end - e > MANY; e++) {
        __builtin_prefetch(e[AHEAD].key, 1);
        __builtin_prefetch(e[AHEAD].value, 1);
        if (e->value) entry_drop(e);
    }
    for (; e < end; e++)
        if (e->value) entry_drop(e);
    keys_free(k);
}

/* Copies what there is of the small table, whose size is known, or of a larger one. */
static DictKeys *keys_copied(const DictKeys *k) {
    if (k->log2_slots == LOG2_MIN_SLOTS) {
        DictKeys *copy = freelist_alloc(smallest_free(k->strings));
        if (likely(copy != NULL)) k->strings ? memcpy(copy, k, NAMES8) : memcpy(copy, k, KEYS8);
        return copy;
    }
    DictKeys *copy = keys_unfilled(k->log2_slots, k->strings);
    if (!copy) return NULL;
    memcpy(copy, k, (size_t)((char *)(dict_entries(k) + k->next) - (char *)k));
    if (!k->strings) memcpy(keys_hashes(copy), keys_hashes(k), (size_t)k->next * sizeof(intptr_t));
    return copy;
}

DictKeys *keys_clone(const DictKeys *k) {
    DictKeys *copy = keys_copied(k);
    if (!copy) return NULL;
    copy->version = 0;
    DictEntry *e = dict_entries(copy), *end = e + copy->next;
    for (; end - e > MANY; e++) {
        __builtin_prefetch(e[AHEAD].key, 1);
        __builtin_prefetch(e[AHEAD].value, 1);
        if (!e->value) continue;
        incref(e->key);
        incref(e->value);
    }
    for (; e < end; e++) {
        if (!e->value) continue;
        incref(e->key);
        incref(e->value);
    }
    return copy;
}

/* Enters all entries from the first one on into an empty index. */
static inline __attribute__((always_inline)) void index_entries(DictKeys *k, int width) {
    const DictEntry *e = dict_entries(k);
    const intptr_t *hashes = k->strings ? NULL : keys_hashes(k);
    for (int64_t i = k->first, n = k->next; i < n; i++) {
        if (!hashes && n - i > MANY) __builtin_prefetch(e[i + AHEAD].key);
        intptr_t hash = hashes ? hashes[i] : ((Str *)e[i].key)->hash;
        index_put(k, keys_free_slot_in(k, hash, width), i, width);
    }
}

static void index_all(DictKeys *k) {
    switch (k->index_bytes) {
    case 1: index_entries(k, 1); break;
    case 2: index_entries(k, 2); break;
    case 4: index_entries(k, 4); break;
    default: index_entries(k, 8);
    }
}

DictKeys *keys_rebuilt(DictKeys *old, int64_t used, int log2_slots, bool strings, int64_t gap) {
    DictKeys *k = keys_new(log2_slots, strings);
    if (!k) return NULL;
    const DictEntry *from = dict_entries(old);
    DictEntry *entries = dict_entries(k), *to = entries + gap;
    memset(entries, 0, (size_t)gap * sizeof *entries);
    intptr_t *hash = strings ? NULL : keys_hashes(k) + gap;
    if (used == old->next && strings == old->strings) {
        memcpy(to, from, (size_t)used * sizeof *to);
        if (hash) memcpy(hash, keys_hashes(old), (size_t)used * sizeof *hash);
    } else {
        for (int64_t i = old->first; i < old->next; i++) {
            if (!from[i].value) continue;
            *to++ = from[i];
            if (hash) *hash++ = keys_hash(old, i);
        }
    }
    k->first = gap;
    k->next = gap + used;
    k->usable -= k->next;
    index_all(k);
    keys_free(old);
    return k;
}
