/* dict: compact and ordered.
 *
 *      Dict -> DictKeys:  [header][index table: 1, 2 or 4 bytes a slot][entries in insertion order][their hashes]
 *
 * The index table is probed; it holds positions in the entries (-1 empty, -2 deleted). A deleted entry has a NULL
 * value and key. `used` live entries <= `next` entries ever written <= `usable` room before a resize.
 *
 * keys->version is 0 until an inline cache asks (dict_keys_version); whatever adds, removes or moves an entry zeroes
 * it again. Replacing a value does not: a cache that knows the version and the entry's position reads the value there.
 * `strings` says that every key is an exact str: a probe then compares pointers first and needs no user code, and the
 * table has no hashes, because the strings know theirs.
 */
#ifndef OURO_DICT_H
#define OURO_DICT_H

#include "interp/object/object.h"

typedef struct DictEntry {
    Object *key;   /* owned */
    Object *value; /* owned; NULL: deleted */
} DictEntry;

typedef struct DictKeys {
    uint8_t log2_slots;
    uint8_t index_bytes; /* 1, 2, 4 or 8 */
    bool strings;
    uint32_t version;
    int64_t usable;  /* entries that still fit */
    int64_t next;    /* entries written so far, deleted ones included */
    int64_t first;   /* no live entry lies before it */
    uint8_t index[]; /* then, 8-aligned, DictEntry entries[]; then, unless `strings`, intptr_t hashes[] */
} DictKeys;

struct Dict {
    Object base;
    int64_t used;
    DictKeys *keys;
};

static inline DictEntry *dict_entries(const DictKeys *k) {
    return (DictEntry *)(k->index + ((size_t)k->index_bytes << k->log2_slots));
}

intptr_t dict_hash_at(const DictKeys *k, ptrdiff_t at); /* of the key of a live entry */

/* The value `offset` bytes behind the start of keys, for inline caches: valid while the keys have the same version. */
static inline Object **dict_value_at(const DictKeys *k, size_t offset) {
    return (Object **)((char *)k + offset);
}

static inline bool dict_check(const Object *o) {
    return has_flag(o, TYPE_DICT);
}
static inline bool dict_check_exact(const Object *o) {
    return o->type == &dict_type;
}
static inline int64_t dict_length(const void *d) {
    return ((const Dict *)d)->used;
}

Object *dict_new(void);
Object *dict_new_sized(ptrdiff_t n, bool strings); /* with room for n keys, which are exact strings or not */
Object *dict_copy(Object *d);
/* Borrowed, or NULL without an exception when missing; with one when __hash__ or __eq__ raised. */
Object *dict_get(Object *d, Object *key);
Object *dict_get_hash(Object *d, Object *key, intptr_t hash);
Object *dict_get_str(const Dict *d,
                     const Str *key); /* borrowed; exact str key: never raises, no user code unless keys are mixed */
/* The value, borrowed, if it can be told without running anybody's code that it is that of the key, a str or an int.
 * NULL: it cannot, or the key is not there. */
Object *dict_peek(const Dict *d, Object *key);
Object *dict_peek_int(const Dict *d, int64_t key);
/* The place of that value. For a key that was not there it is a new one, with NULL: the caller puts something there
 * before anybody looks. */
Object **dict_peek_place(Dict *d, Object *key);
Object *dict_get_c(Object *d, const char *key);      /* borrowed */
int dict_set(Object *d, Object *key, Object *value); /* borrows both */
int dict_set_hash(Object *d, Object *key, Object *value, intptr_t hash);
int dict_set_steal(Object *d, Object *key, Object *value);      /* steals both, also on failure */
int dict_set_c(Object *d, const char *key, Object *value);      /* interns the key; borrows the value */
int dict_del(Object *d, Object *key);                           /* 0; -1 with KeyError */
int dict_del_opt(Object *d, Object *key);                       /* 1 deleted, 0 was not there, -1 */
Object *dict_pop(Object *d, Object *key);                       /* new; NULL without an exception when missing */
Object *dict_setdefault(Object *d, Object *key, Object *value); /* new */
int dict_contains(Object *d, Object *key);
int dict_update(Object *d, Object *mapping_or_pairs); /* as d.update(x) */
int dict_merge(Object *d, Object *mapping, bool replace);
void dict_empty(Object *d);
/* Walks live entries: ptrdiff_t i = 0; while (dict_next(d, &i, &key, &value)) ... borrowed; do not add or remove
 * meanwhile */
bool dict_next(const void *d, ptrdiff_t *position, Object **key, Object **value);
/* The same from the end: start with *position = DICT_END. */
bool dict_previous(const void *d, ptrdiff_t *position, Object **key, Object **value);
#define DICT_END PTRDIFF_MAX
/* Removes the newest (or the oldest) entry; key and value are new. False when the dict is empty. */
bool dict_take_end(Object *d, bool newest, Object **key, Object **value);
/* Makes a key the last one (or the first) in the order: 1; 0: it is not there; -1. */
int dict_move_to_end(Object *d, Object *key, bool last);
/* As dict_get_hash, and makes a key that is there the last one: for caches that drop the one longest unused. */
Object *dict_get_recent(Object *d, Object *key, intptr_t hash);
Object *dict_keys_list(Object *d);
Object *dict_values_list(Object *d);
Object *dict_items_list(Object *d);

/* The same, at the end of a list: 0, -1. */
enum DictPart { DICT_KEYS, DICT_VALUES, DICT_ITEMS };
int list_extend_dict(Object *list, Object *d, enum DictPart part);

/* What d.keys() gives; t is dict_keys_type, dict_values_type, dict_items_type or a subtype. And the dict behind it. */
Object *dict_view_new(Type *t, Object *d);
Object *dict_view_dict(Object *view);                       /* borrowed */
bool dict_view_exact(const Object *o, enum DictPart *part); /* is it one, and no subtype? of which part */

/* For inline caches: the entry's position of an exact str key, or -1; and the version to compare with (0: none). */
ptrdiff_t dict_find_str(const Dict *d, const Str *key);
/* The value of a key, borrowed, and the position of its entry; NULL: it is not there, or an exception is pending. */
Object *dict_get_entry(Dict *d, Object *key, int64_t *position);
uint32_t dict_keys_version(Dict *d);
size_t dict_sizeof(const Dict *d); /* header, GC header and keys */

#endif
