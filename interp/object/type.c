/* The life of types: how the static ones come up, what a lookup does, and when caches are stale.
 *
 * Start-up touches every built-in type once: types_init links it to its base and copies the slots that it does not
 * define. Nothing is allocated for that. What only introspection and attribute lookup need (the dict with its
 * descriptors, the tuples of bases and MRO) is made when it is first asked for, and the type is then put on the chain
 * `made`, which types_shutdown takes down.
 *
 * Lookup. type_lookup walks the MRO once for each pair (type version, name) and remembers the answer, also "there is
 * none", in a table where each pair has two possible places. An entry is valid as long as its version is some type's
 * version: versions are never given out twice, and a type whose lookup result may have changed loses its version
 * (type_modified). Therefore nothing has to be removed from the table. Entries own their name, so that a name that is
 * equal by address is the same string.
 *
 * Invariant: a type that has a version has only types with a version in its MRO. So type_modified may stop at a type
 * that has none: nothing below it has one either.
 */
#include "interp/object/type_impl.h"

#include <string.h>

#include "interp/object/containers.h"
#include "interp/object/descriptors.h"
#include "interp/object/dict.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

/* --- static types --- */

/* exceptions.def names `object` as a base, which is no exception. */
#define exc_object object_type
static const struct StaticType {
    Type *type, *base;
} static_types[] = {
#define TYPE(name) {&name##_type, NULL},
#include "interp/object/types.def"
#undef TYPE
#define EXCEPTION(name, base, doc) {&exc_##name, &exc_##base},
#include "interp/object/exceptions.def"
#undef EXCEPTION
};
#undef exc_object

enum { STATIC_TYPE_COUNT = sizeof static_types / sizeof *static_types };

static Type *made; /* static types with a dict, bases or MRO */

/* A static type may have one base besides `base`: there is one such type. */
static Type *second_base(const Type *t) {
    return t == &exc_ExceptionGroup ? &exc_Exception : NULL;
}

/* Flags that every subtype has because it is one. */
enum {
    INHERITED_FLAGS = TYPE_INT | TYPE_STR | TYPE_BYTES | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_EXCEPTION |
                      TYPE_TYPE | TYPE_FLOAT | TYPE_SEQUENCE | TYPE_MAPPING | TYPE_VARSIZE,
};

static void inherit_memory(TypeMemory *m, const TypeMemory *base) {
    if (!m->size) m->size = base->size;
    if (!m->item_size) m->item_size = base->item_size;
    if (!m->dealloc) m->dealloc = base->dealloc;
    if (!m->traverse) {
        m->traverse = base->traverse;
        m->span = base->span;
    }
    if (!m->clear) m->clear = base->clear;
    if (!m->finalize) m->finalize = base->finalize;
    if (!m->dict_offset) m->dict_offset = base->dict_offset;
    if (!m->weaklist_offset) m->weaklist_offset = base->weaklist_offset;
    m->flags |= base->flags & (INHERITED_FLAGS | TYPE_GC);
}

/* Static types whose base is object have no __new__ unless they bring one: most cannot be made by a call. A type that
 * says what equality is, and nothing of hashing, is unhashable. */
static void inherit_slots(Type *t, Type *base) {
    bool makes_instances = t->new || (base != &object_type && !type_flag(t, TYPE_NO_NEW));
    bool hashable = t->hash || !t->compare;
    void **own = type_slots(t), **inherited = type_slots(base);
    for (int i = 0; i < TYPE_SLOT_COUNT; i++)
        if (!own[i]) own[i] = inherited[i];
    if (!hashable) t->hash = NULL;
    if (!makes_instances) {
        t->new = NULL;
        t->mem.flags |= TYPE_NO_NEW;
    }
}

int type_ready(Type *t) {
    if (type_flag(t, TYPE_READY)) return 0;
    t->mem.flags |= TYPE_READY | TYPE_IMMUTABLE;
    if (!t->base_object.refcount) t->base_object.refcount = IMMORTAL;
    if (!t->base_object.type) t->base_object.type = &type_type;
    if (t != &object_type) {
        if (!t->base) t->base = &object_type;
        type_ready(t->base);
        inherit_memory(&t->mem, &t->base->mem);
        inherit_slots(t, t->base);
    }
    t->mem.presize = type_flag(t, TYPE_GC) ? sizeof(GcHeader) : 0;
    return 0;
}

void types_init(void) {
    bigint_type.base = &int_type;
    for (int i = 0; i < STATIC_TYPE_COUNT; i++) {
        Type *t = static_types[i].type;
        if (!t->base) t->base = static_types[i].base;
        type_ready(t);
    }
}

/* Puts a static type on the chain of those that shutdown has to look at. */
static void note_made(Type *t) {
    if (t->dict || t->bases || t->mro) return;
    t->next_made = made;
    made = t;
}

Tuple *type_bases(Type *t) {
    if (t->bases || type_flag(t, TYPE_HEAP)) return t->bases;
    Object *bases[] = {(Object *)t->base, (Object *)second_base(t)};
    Object *tuple = tuple_from(bases, !bases[0] ? 0 : !bases[1] ? 1 : 2);
    if (!tuple) return NULL;
    note_made(t);
    return t->bases = (Tuple *)tuple;
}

Tuple *type_mro(Type *t) {
    if (likely(t->mro != NULL) || type_flag(t, TYPE_HEAP)) return t->mro;
    if (t == &bigint_type) return type_mro(&int_type);
    Tuple *bases = type_bases(t);
    Object *mro = bases ? mro_linearise(t, bases) : NULL;
    if (!mro) return NULL;
    return t->mro = (Tuple *)mro;
}

/* --- the dict of a static type --- */

static int add_steal(Dict *dict, const char *name, Object *value) {
    if (!value) return -1;
    int status = dict_set_c((Object *)dict, name, value);
    decref(value);
    return status;
}

static int fill_methods(Type *t, Dict *dict) {
    for (const Method *m = t->methods; m && m->name; m++) {
        if (!(m->flags & METH_COEXIST) && dict_get_c((Object *)dict, m->name)) continue;
        if (add_steal(dict, m->name, method_descriptor_new(t, m)) < 0) return -1;
    }
    return 0;
}

static int fill_attributes(Type *t, Dict *dict) {
    for (const Member *m = t->members; m && m->name; m++)
        if (add_steal(dict, m->name, member_descriptor_new(t, NULL, m)) < 0) return -1;
    for (const GetSet *g = t->getset; g && g->name; g++)
        if (add_steal(dict, g->name, getset_descriptor_new(t, g)) < 0) return -1;
    return 0;
}

/* __doc__, and __module__ for a type that does not live in builtins. */
static int fill_description(Type *t, Dict *dict) {
    if (!dict_get_c((Object *)dict, "__doc__") && add_steal(dict, "__doc__", method_doc(t->doc)) < 0) return -1;
    const char *dot = strrchr(t->mem.name, '.');
    if (!dot || dict_get_c((Object *)dict, "__module__")) return 0;
    return add_steal(dict, "__module__", str_from_ascii(t->mem.name, (size_t)(dot - t->mem.name)));
}

static Dict *make_static_dict(Type *t) {
    if (t == &bigint_type) return type_dict(&int_type);
    Dict *dict = (Dict *)dict_new();
    if (!dict) return NULL;
    if (slots_fill_dict(t, dict) < 0 || fill_methods(t, dict) < 0 || fill_attributes(t, dict) < 0 ||
        fill_description(t, dict) < 0) {
        decref(dict);
        return NULL;
    }
    note_made(t);
    return t->dict = dict;
}

Dict *type_dict(Type *t) {
    return likely(t->dict != NULL) ? t->dict : make_static_dict(t);
}

int types_each(Visit visit, void *arg) {
    int stop = 0;
    for (Type *t = made; t && !stop; t = t->next_made) stop = visit((Object *)t, arg);
    return stop;
}

/* --- versions and the lookup cache --- */

TypeLookup type_lookups[1 << TYPE_LOOKUP_BITS];
static uint32_t next_version = 1; /* 0: all have been given out */

uint32_t type_version(Type *t) {
    if (likely(t->version != 0)) return t->version;
    if (type_flag(t, TYPE_UNVERSIONED)) return 0;
    Tuple *mro = type_mro(t);
    if (!mro) {
        raise_clear();
        return 0;
    }
    for (ptrdiff_t i = tuple_length(mro); --i >= 0;) {
        Type *c = (Type *)tuple_item(mro, i);
        if (c->version) continue;
        if (!next_version || type_flag(c, TYPE_UNVERSIONED)) return 0;
        c->version = next_version++;
    }
    if (!t->version && next_version) t->version = next_version++; /* bigint is not in its own MRO */
    return t->version;
}

void type_modified(Type *t) {
    t->variables = 0;
    if (!t->version) return;
    t->version = 0;
    ptrdiff_t i = 0;
    Object *ref;
    while (t->subclasses && dict_next(t->subclasses, &i, NULL, &ref)) {
        Object *subclass = ((WeakRef *)ref)->target;
        if (subclass) type_modified((Type *)subclass);
    }
}

/* The walk along the MRO; *owner: the class that has it. The tuple is owned meanwhile: comparing keys may run user code
 * that assigns __bases__. */
static Object *find_in_mro(Type *t, Str *name, Type **owner) {
    Tuple *mro = type_mro(t);
    if (!mro) return NULL;
    incref(mro);
    Object *found = NULL;
    for (ptrdiff_t i = 0; i < tuple_length(mro) && !found; i++) {
        *owner = (Type *)tuple_item(mro, i);
        Dict *dict = type_dict(*owner);
        if (!dict) break;
        found = str_check_exact((Object *)name) ? dict_get_str(dict, name) : dict_get((Object *)dict, (Object *)name);
    }
    decref(mro);
    return found;
}

Object **type_own_variable(Type *t, Str *name) {
    if (likely(!t->variables) || !str_check_exact((Object *)name)) return NULL;
    ptrdiff_t at = dict_find_str(t->dict, name);
    return at >= 0 && at < TYPE_VARIABLES && t->variables >> at & 1 ? &dict_entries(t->dict->keys)[at].value : NULL;
}

Object **type_variable(Type *t, Str *name) {
    Type *owner;
    return find_in_mro(t, name, &owner) ? type_own_variable(owner, name) : NULL;
}

bool type_lookup_lost;

static void find_place(TypeLookup *entry, Type *t) {
    Object *found = entry->value;
    entry->place = PLACE_UNKNOWN;
    if (found && found->type == &member_descriptor_type) {
        const Member *m = &((MemberDescriptor *)found)->member;
        if (m->kind != MEMBER_OBJECT || (m->flags & MEMBER_READONLY)) return;
        entry->place = PLACE_SLOT;
        entry->offset = m->offset;
        return;
    }
    if ((found && found->type->descr_set) || type_flag(t, TYPE_UNCACHED_VALUES)) return;
    if (t->mem.dict_offset) {
        if (found) entry->place = PLACE_CLASS_FIELD;
        return;
    }
    int index = type_flag(t, TYPE_PREHEADER) ? instance_inline_index(t, entry->name) : -1;
    if (index >= 0) {
        entry->place = PLACE_VALUE;
        entry->offset = t->mem.size + index * sizeof(Object *);
    } else if (found) {
        entry->place = PLACE_CLASS;
    } else if (entry->name->interned) { /* or an equal name might become a shared key without this being forgotten */
        entry->place = PLACE_ABSENT;
    }
}

/* Fills the cache. An error (no memory, or a __eq__ of a subclass of str) counts as not found, and is not cached. */
static Object *lookup_and_cache(Type *t, Str *name) {
    Type *owner;
    Object *found = find_in_mro(t, name, &owner);
    if (found && type_own_variable(owner, name)) return found;
    if (unlikely(!found && raise_pending())) {
        type_lookup_lost |= raise_is(&exc_MemoryError);
        raise_clear();
        return NULL;
    }
    uint32_t version = str_check_exact((Object *)name) ? type_version(t) : 0;
    if (!version) return found;
    unsigned i = type_lookup_index(version, name);
    TypeLookup *entry = &type_lookups[i], *beside = &type_lookups[i ^ 1];
    Str *forgotten = beside->name;
    *beside = *entry;
    *entry = (TypeLookup){.version = version, .name = newref(name), .value = found};
    find_place(entry, t);
    xdecref(forgotten);
    return found;
}

Object *type_lookup(Type *t, Str *name) {
    const TypeLookup *entry = type_lookup_remembered(t, name);
    return likely(entry != NULL) ? entry->value : lookup_and_cache(t, name);
}

const TypeLookup *type_lookup_place_slow(Type *t, Str *name) {
    lookup_and_cache(t, name);
    return t->version ? type_lookup_remembered(t, name) : NULL;
}

void type_lookup_forget(Type *t, const Str *name) {
    TypeLookup *entry = type_lookup_remembered(t, name);
    if (entry) clear_ref(&entry->name);
}

/* --- questions --- */

bool type_is_subtype(Type *t, Type *base) {
    if (!type_flag(t, TYPE_HEAP)) {
        for (; t; t = t->base) {
            if (t == base) return true;
            Type *second = second_base(t);
            if (second && type_is_subtype(second, base)) return true;
        }
        return false;
    }
    Tuple *mro = t->mro;
    if (!mro) return t == base || type_is_subtype(t->base, base); /* in the middle of being made */
    for (ptrdiff_t i = 0; i < mro->length; i++)
        if (mro->items[i] == (Object *)base) return true;
    return false;
}

const char *type_name(const Object *o) {
    return type_of(o)->mem.name;
}

const char *type_short_name(const Type *t) {
    const char *dot = type_flag(t, TYPE_HEAP) ? NULL : strrchr(t->mem.name, '.');
    return dot ? dot + 1 : t->mem.name;
}

/* --- subclasses --- */

Object *type_subclasses(Type *t) {
    Object *list = list_new(0);
    if (!list) return NULL;
    for (int i = 0; !type_flag(t, TYPE_HEAP) && i < STATIC_TYPE_COUNT; i++) {
        Type *s = static_types[i].type;
        if (s == &bigint_type || (s->base != t && second_base(s) != t)) continue;
        if (list_append(list, (Object *)s) < 0) goto fail;
    }
    ptrdiff_t i = 0;
    Object *ref;
    while (t->subclasses && dict_next(t->subclasses, &i, NULL, &ref)) {
        Object *subclass = ((WeakRef *)ref)->target;
        if (subclass && list_append(list, subclass) < 0) goto fail;
    }
    return list;
fail:
    decref(list);
    return NULL;
}

int type_add_subclass(Type *base, Type *subclass) {
    if (!base->subclasses && !(base->subclasses = (Dict *)dict_new())) return -1;
    Object *key = int_from_i64((intptr_t)subclass), *ref = weakref_new((Object *)subclass, NULL);
    int status = key && ref ? dict_set((Object *)base->subclasses, key, ref) : -1;
    xdecref(key);
    xdecref(ref);
    return status;
}

/* An entry that could not be removed for want of memory holds a weak reference that is, or will soon be, dead. */
void type_remove_subclass(Type *base, Type *subclass) {
    if (!base->subclasses) return;
    Object *pending = raise_take();
    Object *key = int_from_i64((intptr_t)subclass);
    if (!key || dict_del_opt((Object *)base->subclasses, key) < 0) raise_clear();
    xdecref(key);
    if (dict_length(base->subclasses) == 0) clear_ref(&base->subclasses);
    raise_restore(pending);
}

/* --- the end --- */

void types_shutdown(void) {
    for (int i = 0; i < 1 << TYPE_LOOKUP_BITS; i++) {
        clear_ref(&type_lookups[i].name);
        type_lookups[i] = (TypeLookup){0};
    }
    /* Tables that nobody reads any more, but other types' deallocation may still look at: dicts go before MROs. */
    for (Type *t = made; t; t = t->next_made) {
        t->version = 0;
        clear_ref(&t->dict);
    }
    while (made) {
        Type *t = made;
        made = t->next_made;
        t->next_made = NULL;
        clear_ref(&t->mro);
        clear_ref(&t->bases);
        clear_ref(&t->subclasses);
    }
    slots_shutdown();
}
