/* dicts as wholes: made, copied, merged, walked. */
#include "interp/object/dict_table.h"

void dict_empty(Object *o) {
    Dict *d = (Dict *)o;
    DictKeys *old = d->keys;
    if (old == &dict_no_keys.keys) return;
    d->keys = &dict_no_keys.keys;
    d->used = 0;
    keys_drop(old);
}

/* ---- whole dicts */

void dict_init_empty(Dict *d) {
    d->used = 0;
    d->keys = &dict_no_keys.keys;
}

Object *dict_new(void) {
    Dict *d = freelist_gc_object(&freelist_dict, &dict_type);
    if (unlikely(!d)) return NULL;
    dict_init_empty(d);
    gc_track(d);
    return (Object *)d;
}

Object *dict_new_sized(ptrdiff_t n, bool strings) {
    Object *d = dict_new();
    if (d && n > 0 && dict_reserve((Dict *)d, n, strings) < 0) {
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

/* One entry of a dict, the one at this position, into another, if its key is a str or an int whose place there can be
 * told without a comparison by slots. Dicts of one kind often have the same keys in the same order. */
static inline bool dict_merge_plain(Dict *d, int64_t at, DictEntry e, bool replace) {
    DictKeys *k = d->keys;
    bool same_place = k->strings && at < k->next && dict_entries(k)[at].key == e.key;
    Object **place = same_place ? &dict_entries(k)[at].value : dict_peek_place(d, e.key);
    if (!place) return false;
    Object *old = *place;
    if (old && !replace) return true;
    *place = newref(e.value);
    xdecref(old);
    return true;
}

static int dict_merge_entry(Dict *d, DictEntry e, intptr_t hash, bool replace) {
    incref(e.key);
    incref(e.value);
    ptrdiff_t at = dict_find(d, e.key, hash);
    if (at == DICT_MISSING) return dict_add(d, e.key, hash, e.value);
    if (at >= 0 && replace)
        set_ref(&dict_entries(d->keys)[at].value, e.value);
    else
        decref(e.value);
    decref(e.key);
    return at < 0 ? -1 : 0;
}

/* All of one dict into another. Keys are compared, which may run user code, even those of one dict with each other if
 * its table is not cloned; but what strings and numbers would say to that is known. */
static int dict_merge_dict(Dict *d, Dict *from, bool replace) {
    if (d == from || from->used == 0) return 0;
    if (d->used == 0 && dict_is_compact(from)) return dict_clone_into(d, from);
    if (room_for(d->keys->log2_slots) < from->used && dict_reserve(d, from->used, from->keys->strings) < 0) return -1;
    DictKeys *keys = from->keys;
    for (int64_t i = 0, n = keys->next; i < n; i++) {
        DictEntry e = dict_entries(keys)[i];
        if (!e.value) continue;
        if (!dict_merge_plain(d, i, e, replace) && dict_merge_entry(d, e, keys_hash(keys, i), replace) < 0) return -1;
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
    if (likely(sequence_size(fast) == 2)) {
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
        if (likely(pair->type == &tuple_type && tuple_length(pair) == 2))
            r = dict_set(d, tuple_item(pair, 0), tuple_item(pair, 1));
        else
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

static inline __attribute__((always_inline)) Object *entry_part(const DictEntry *e, enum DictPart part) {
    if (part == DICT_ITEMS) return tuple_two(newref(e->key), newref(e->value));
    return newref(part == DICT_KEYS ? e->key : e->value);
}

static inline __attribute__((always_inline)) int give_parts(const Dict *d, List *l, enum DictPart part) {
    Object **to = l->items + l->length;
    int64_t left = d->used;
    for (const DictEntry *e = dict_entries(d->keys) + d->keys->first; left > 0; e++) {
        if (!e->value) continue;
        if (unlikely(!(*to = entry_part(e, part)))) break;
        to++;
        left--;
    }
    l->length = to - l->items;
    return left == 0 ? 0 : -1;
}

int dict_give(const Dict *d, enum DictPart part, List *l) {
    switch (part) {
    case DICT_KEYS: return give_parts(d, l, DICT_KEYS);
    case DICT_VALUES: return give_parts(d, l, DICT_VALUES);
    default: return give_parts(d, l, DICT_ITEMS);
    }
}

static Object *dict_list(Object *o, enum DictPart part) {
    Object *list = list_new(0);
    if (list && list_extend_dict(list, o, part) < 0) clear_ref(&list);
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
