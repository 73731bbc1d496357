/* The table of a dict from within: dict_keys.c makes and frees tables, dict.c probes them.
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
 * Loops over the index come in one variant for each width of its numbers: functions with a parameter `width` are
 * inlined where that is a constant.
 */
#ifndef OURO_DICT_TABLE_H
#define OURO_DICT_TABLE_H

#include "interp/object/dict_impl.h"

enum { INDEX_EMPTY = -1, INDEX_DELETED = -2, LOG2_MIN_SLOTS = 3, PERTURB_SHIFT = 5 };

/* What all empty dicts have. */
typedef struct DictNoKeys {
    DictKeys keys;
    int8_t index[1 << LOG2_MIN_SLOTS];
} DictNoKeys;
extern DictNoKeys dict_no_keys;

static inline bool keys_are_none(const DictKeys *k) {
    return k == &dict_no_keys.keys;
}

static inline __attribute__((always_inline)) int64_t index_at(const DictKeys *k, size_t slot, int width) {
    switch (width) {
    case 1: return ((const int8_t *)k->index)[slot];
    case 2: return ((const int16_t *)k->index)[slot];
    case 4: return ((const int32_t *)k->index)[slot];
    default: return ((const int64_t *)k->index)[slot];
    }
}

static inline __attribute__((always_inline)) void index_put(DictKeys *k, size_t slot, int64_t at, int width) {
    switch (width) {
    case 1: ((int8_t *)k->index)[slot] = (int8_t)at; break;
    case 2: ((int16_t *)k->index)[slot] = (int16_t)at; break;
    case 4: ((int32_t *)k->index)[slot] = (int32_t)at; break;
    default: ((int64_t *)k->index)[slot] = at;
    }
}

static inline int64_t index_get(const DictKeys *k, size_t slot) {
    return index_at(k, slot, k->index_bytes);
}

static inline void index_set(DictKeys *k, size_t slot, int64_t at) {
    index_put(k, slot, at, k->index_bytes);
}

static inline size_t keys_mask(const DictKeys *k) {
    return ((size_t)1 << k->log2_slots) - 1;
}

/* The slots to look at for a hash: every slot comes up in the end, because the perturbation runs out. */
static inline size_t next_slot(size_t slot, size_t *perturb, size_t mask) {
    *perturb >>= PERTURB_SHIFT;
    return (slot * 5 + *perturb + 1) & mask;
}

/* Where a key that is not there goes. */
static inline __attribute__((always_inline)) size_t keys_free_slot_in(const DictKeys *k, intptr_t hash, int width) {
    size_t mask = keys_mask(k), perturb = (size_t)hash, slot = perturb & mask;
    while (index_at(k, slot, width) >= 0) slot = next_slot(slot, &perturb, mask);
    return slot;
}

static inline size_t keys_free_slot(const DictKeys *k, intptr_t hash) {
    return keys_free_slot_in(k, hash, k->index_bytes);
}

static inline int64_t room_for(int log2_slots) {
    return ((int64_t)2 << log2_slots) / 3;
}

static inline int log2_for(int64_t entries) {
    int log2 = LOG2_MIN_SLOTS;
    while (room_for(log2) < entries) log2++;
    return log2;
}

/* Of a table that has them. */
static inline intptr_t *keys_hashes(const DictKeys *k) {
    return (intptr_t *)(dict_entries(k) + room_for(k->log2_slots));
}

static inline intptr_t keys_hash(const DictKeys *k, int64_t at) {
    return k->strings ? ((Str *)dict_entries(k)[at].key)->hash : keys_hashes(k)[at];
}

size_t keys_size(const DictKeys *k);
DictKeys *keys_new(int log2_slots, bool strings); /* empty; strings: without hashes. NULL with MemoryError */
DictKeys *keys_clone(const DictKeys *k);          /* the same table again, deleted entries included */
/* The live entries, `used` of them, in a new table of that size and kind, behind `gap` unused ones; frees the old one.
 * NULL with MemoryError, and nothing has happened. */
DictKeys *keys_rebuilt(DictKeys *old, int64_t used, int log2_slots, bool strings, int64_t gap);
void keys_free(DictKeys *k); /* the memory alone */
void keys_drop(DictKeys *k); /* a table that no dict has any more, with what is in it */

#endif
