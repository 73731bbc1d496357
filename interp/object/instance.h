/* Instances of Python classes: where their attributes are.
 *
 *      o-32   [weaklist]     head of the list of weak references
 *      o-24   [dict word]    0: no attributes yet; a Dict *, owned; or tagged (bit 0): attributes are inline
 *      o-16   [GC header]
 *      o      [refcount][type] fields of the base ... slots ...   type->mem.size bytes in all
 *      o+size [value 0][value 1] ...                              inline values; NULL where an attribute is missing
 *
 * The names of the inline values are the class's SharedKeys, in the order in which they were first stored: the index of
 * a name never changes. A value is put inline only at an index above all those that were stored before it in the same
 * object, so that the order of indices is the order of insertion. Whatever does not fit this (an older index, more
 * names than there is room for, somebody asks for __dict__) materialises the dict: values move there, the inline
 * slots become NULL for good, and the dict word points to the dict.
 *
 *      tagged word:   bit 0: 1    bits 1..15: room for so many values    bits 16..31: `last`, 1 + highest index stored
 *
 * Invariant: every instance of a class has room for all names of its SharedKeys, because a name is added only while its
 * index is below the smallest room that any instance was made with (type->inline_capacity, which never grows). So an
 * inline cache that knows type->version and an index needs one test: a value that is not NULL is the attribute. Where
 * __class__ assignment breaks this, the class gets TYPE_UNCACHED_VALUES and instance_inline_index says -1.
 *
 * The slots of a class derived from str cannot stand at a fixed offset: they are behind the characters,
 *
 *      o      [refcount][type][length][hash][...][characters, 0] up to 7 bytes [slot] ... [slot]
 *
 * and type->mem.size has room for them and the gap.
 */
#ifndef OURO_INSTANCE_H
#define OURO_INSTANCE_H

#include "interp/object/dict.h"
#include "interp/object/object.h"
#include "interp/object/str.h"

enum { SHARED_KEYS_MAX = 30 };

typedef struct SharedKeys {
    uint8_t count;
    uint8_t expected;            /* instances should have room for at least so many */
    uint8_t table[64];           /* 1 + index, by address of the name; 0: empty */
    Str *names[SHARED_KEYS_MAX]; /* owned, interned */
} SharedKeys;

enum { INSTANCE_DICT_OFFSET = -24, INSTANCE_WEAKLIST_OFFSET = -32 };

static inline uintptr_t *instance_dict_word(Object *o) {
    return (uintptr_t *)((char *)o + INSTANCE_DICT_OFFSET);
}
static inline Object **instance_values(Object *o) {
    return (Object **)((char *)o + o->type->mem.size);
}

static inline bool dict_word_is_inline(uintptr_t word) {
    return word & 1;
}
static inline unsigned dict_word_capacity(uintptr_t word) {
    return (word & 0xffff) >> 1;
}
static inline unsigned dict_word_last(uintptr_t word) {
    return (unsigned)(word >> 16);
}
static inline uintptr_t dict_word_inline(unsigned capacity, unsigned last) {
    return (uintptr_t)last << 16 | capacity << 1 | 1;
}

/* Position of a name among the inline values of instances of t, for inline caches: valid while t has this version.
 * Byte offset from the object: t->mem.size + 8 * index. -1: not inline. */
int instance_inline_index(Type *t, Str *name);

/* The dict of an instance that has materialised one, borrowed, or NULL; o's type has a pre-header. */
static inline Dict *instance_own_dict(Object *o) {
    uintptr_t word = *instance_dict_word(o);
    return dict_word_is_inline(word) ? NULL : (Dict *)word;
}

/* May a dict of the instance's own have the name, in front of its class? */
static inline bool instance_hides(Object *o, const Str *name) {
    const Dict *d = instance_own_dict(o);
    return d && (!d->keys->strings || dict_find_str(d, name) >= 0); /* comparing other keys may run user code */
}

/* Stores a new attribute behind the last one; false if that is not where index belongs. Borrows value. */
static inline bool instance_append(Object *o, unsigned index, Object *value) {
    uintptr_t *word = instance_dict_word(o);
    if (!dict_word_is_inline(*word) || index < dict_word_last(*word)) return false;
    instance_values(o)[index] = newref(value);
    *word = dict_word_inline(dict_word_capacity(*word), index + 1);
    return true;
}

Object **instance_fields_behind_str(Object *o);
static inline ptrdiff_t instance_str_field_count(const Type *t) { /* t is str or derived from it */
    size_t more = t->mem.size - str_type.mem.size;
    return more ? (ptrdiff_t)(more / sizeof(Object *)) - 1 : 0;
}

void *object_refuse_abstract(Type *t); /* TypeError: t has abstract methods. Always NULL */

/* An instance without attributes of object or a class whose built-in base is object. New, tracked. */
Object *instance_new(Type *t);

/* Is the dict word in front of instances of t in use? */
static inline bool instance_has_dict_word(const Type *t) {
    return (t->mem.flags & (TYPE_PREHEADER | TYPE_NO_DICT)) == TYPE_PREHEADER;
}

/* Has o a place for attributes of its own: a dict word or a dict field? */
static inline bool instance_has_dict(const Object *o) {
    return instance_has_dict_word(o->type) || o->type->mem.dict_offset;
}

/* An attribute of the object itself: inline or in its dict. New, or NULL without an exception. */
Object *instance_get(Object *o, Str *name);
/* Stores it (borrows), or deletes it when value is NULL: 0; 1: it was not there; -1. Only if instance_has_dict(o). */
int instance_set(Object *o, Str *name, Object *value);
/* The dict, made if need be: borrowed; NULL without an exception when o cannot have one. */
Dict *instance_dict(Object *o);
/* Replaces the dict (borrows; NULL: an empty one the next time it is asked for). 0, -1 */
int instance_set_dict(Object *o, Dict *dict);
size_t instance_inline_size(Object *o); /* bytes of the inline values */

/* The first instance of t has room for `capacity` values, later ones for the names that there are, or that are expected
 * because the compiler saw them. */
void instance_plan(Type *t, unsigned expected, unsigned capacity);
void instance_adopt(Object *o, Type *t); /* o, with its dict materialised, is about to become an instance of t */
void shared_keys_free(Type *t);

extern const GetSet instance_dict_getset, instance_weakref_getset; /* what classes put into their dicts */

/* TypeMemory functions of all classes made at run time. */
void instance_dealloc(Object *o);
int instance_traverse(Object *o, Visit visit, void *arg);
RefSpan instance_span(Object *o); /* of TYPE_PLAIN classes only */
void instance_clear(Object *o);

#endif
