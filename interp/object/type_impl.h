/* What the files type*.c share: the slots of a type as an array, the slot table, class creation. Private to them. */
#ifndef OURO_TYPE_IMPL_H
#define OURO_TYPE_IMPL_H

#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/object.h"

/* The slots of a type, from `repr` to `buffer_release`, are nothing but function pointers in a row. */
enum { TYPE_SLOT_COUNT = (offsetof(Type, base) - offsetof(Type, repr)) / sizeof(void *) };
static inline void **type_slots(Type *t) {
    return (void **)&t->repr;
}

/* attribute.c */
/* found, a class attribute, bound to an instance (or NULL) of owner, as object_get_method has it. */
int attribute_split_method(Object *found, Object *instance, Object *owner, Object **method, Object **self);
int super_get_method(Object *super, Str *name, Object **method, Object **self); /* the same for super(); 1: not found */

/* type.c */
/* A name was not found because there was no memory: whoever learns it here raises MemoryError, once. */
extern bool type_lookup_lost;
static inline bool type_lookup_was_lost(void) {
    bool lost = type_lookup_lost;
    type_lookup_lost = false;
    return lost;
}
/* What is remembered about a name in a type, while that has this version: the class attribute, and where instances have
 * the attribute if all of them have it in the same place. */
typedef struct TypeLookup {
    uint32_t version;
    enum {
        PLACE_UNKNOWN,     /* none of the below: ask the general rule */
        PLACE_CLASS,       /* `value`, unless the object has a dict of its own */
        PLACE_CLASS_FIELD, /* the same where the dict is a field, at the type's dict_offset: files, exceptions */
        PLACE_ABSENT,      /* nowhere, unless the object has a dict of its own */
        PLACE_VALUE,       /* an inline value of instance.h at o + offset; NULL there means nothing */
        PLACE_SLOT,        /* a slot of __slots__ at o + offset; NULL there: it has not been set */
    } place;
    Str *name;     /* owned */
    Object *value; /* borrowed; NULL: the type has no such attribute */
    size_t offset;
} TypeLookup;

enum { TYPE_LOOKUP_BITS = 12 };
extern TypeLookup type_lookups[1 << TYPE_LOOKUP_BITS];

/* An entry is at its place in the table, or beside it when that was taken later by another. */
static inline unsigned type_lookup_index(uint32_t version, const Str *name) {
    /* Versions are handed out one by one and names lie close together: spread both. */
    uint32_t mixed = (version * 0x9e3779b1u ^ (uint32_t)((uintptr_t)name >> 3)) * 0x85ebca6bu;
    return mixed >> (32 - TYPE_LOOKUP_BITS);
}
static inline TypeLookup *type_lookup_remembered(const Type *t, const Str *name) {
    unsigned i = type_lookup_index(t->version, name);
    TypeLookup *entry = &type_lookups[i];
    if (likely(entry->version == t->version && entry->name == name)) return entry;
    entry = &type_lookups[i ^ 1];
    return entry->version == t->version && entry->name == name ? entry : NULL;
}
/* Remembered or looked up now; NULL when it cannot be remembered. */
const TypeLookup *type_lookup_place_slow(Type *t, Str *name);
static inline const TypeLookup *type_lookup_place(Type *t, Str *name) {
    const TypeLookup *entry = type_lookup_remembered(t, name);
    return likely(entry != NULL) ? entry : type_lookup_place_slow(t, name);
}
/* The place where all instances of the class have it, and what stands there, borrowed. NULL: ask the general rule. */
static inline Object **attribute_place(Object *o, Str *name) {
    const TypeLookup *known = type_lookup_place(o->type, name);
    return likely(known && known->place >= PLACE_VALUE) ? (Object **)((char *)o + known->offset) : NULL;
}
static inline Object *attribute_in_place(Object *o, Str *name) {
    Object **place = attribute_place(o, name);
    return likely(place != NULL) ? *place : NULL;
}
/* new: the attribute of o for which the class has this descriptor, borrowed, which is kept alive meanwhile. */
Object *attribute_by_descriptor(Object *o, Object *descriptor);
static inline bool type_place_is_class(const TypeLookup *known) {
    return known->place == PLACE_CLASS || known->place == PLACE_CLASS_FIELD;
}
/* Has no instance attribute a chance to hide a PLACE_CLASS or PLACE_CLASS_FIELD? */
static inline bool attribute_is_not_hidden(Object *o) {
    if (unlikely(o->type->mem.dict_offset)) return !*(Dict **)((char *)o + o->type->mem.dict_offset);
    return !type_flag(o->type, TYPE_PREHEADER) || !instance_own_dict(o);
}
/* The method that o gets from its class, to be called with o first. Likewise. */
static inline Object *attribute_method_in_place(Object *o, Str *name) {
    const TypeLookup *known = type_lookup_place(o->type, name);
    bool visible = likely(known && type_place_is_class(known)) && known->value && attribute_is_not_hidden(o);
    return visible && type_flag(known->value->type, TYPE_METHOD_LIKE) ? known->value : NULL;
}
/* Class attributes that are replaced, and were before: counters, registers of what there is. A new version for each
 * time would make everybody look up everything about the class again. So lookups of these are not remembered, and
 * caches have the place instead of the value; only values that are no descriptors, neither before nor after, are
 * replaced this way. */
enum { TYPE_VARIABLES = 64 };
Object **type_own_variable(Type *t, Str *name); /* the place in t's dict, if it is one of these */
static inline bool type_is_plain_value(const Object *value) {
    return !value->type->descr_get && !value->type->descr_set;
}
void type_lookup_forget(Type *t, const Str *name); /* a place has been given to the name */

Object *type_subclasses(Type *t); /* a new list of the living ones */
int type_add_subclass(Type *base, Type *subclass);
void type_remove_subclass(Type *base, Type *subclass);

/* type_attributes.c: C.name on a class */
Object *type_getattr(Object *t, Str *name);
int type_setattr(Object *t, Str *name, Object *value);
Object *type_getattr_opt(Type *t, Str *name); /* NULL without an exception when there is none */

Object *type_method_mro(Object *self, Object **args, ptrdiff_t nargs); /* type.mro */
char *type_name_text(Object *name); /* in a heap block of its own; NULL with ValueError: it has null characters */

/* reduce.c: rows of object's method table */
Object *reduce_method(Object *self, Object **args, ptrdiff_t nargs);
Object *reduce_method_ex(Object *self, Object **args, ptrdiff_t nargs);
Object *reduce_getstate(Object *self, Object **args, ptrdiff_t nargs);

/* type_new.c */
Object *type_make(Type *metatype, Object **args, ptrdiff_t nargs, Tuple *kwnames); /* type.__new__ */

/* type_bases.c: what bases a class may have */
Type *type_best_base(Tuple *bases);        /* borrowed: the one whose layout the class extends; TypeError */
bool layout_contains(Type *t, Type *base); /* instances of t begin with all fields of base */
int type_set_class(Object *o, Object *value, void *arg);                /* o.__class__ = value */
int type_set_bases(Object *t, Object *value, void *arg);                /* C.__bases__ = value */
int type_check_compatible(Type *old, Type *new, const char *attribute); /* may instances of old become those of new? */

/* type_mro.c */
Object *mro_linearise(Type *t, Tuple *bases); /* C3: a new tuple; TypeError when there is no order */
/* Sets t->mro, through an overridden mro() if there is one: 1; 0: that mro() has already set it; -1 */
int mro_compute(Type *t);

/* type_slots.c */
int slots_fill_dict(Type *t, Dict *dict); /* a static type's own slots as methods, __new__ and __hash__ among them */
void slots_inherit(Type *t);              /* a fresh heap type: slots of its bases and of its own dunder methods */
void slots_update(Type *t, Str *name);    /* t's dict entry `name` has changed: t and its subclasses follow */
void slots_update_all(Type *t);           /* the MRO has changed: likewise for every slot */
void slots_shutdown(void);

#endif
