/* Instances of Python classes. The layout and its invariants are drawn in instance.h. */
#include "interp/object/instance.h"

#include "gc/pool.h"
#include "interp/object/list.h"
#include "interp/object/weakref.h"
#include "interp/object/type_impl.h"

/* --- shared keys --- */

enum { KEY_TABLE_MASK = sizeof((SharedKeys *)0)->table - 1 };

/* Where `name` is in the table, or the empty place where it would be. The table is at most half full. */
static unsigned key_place(const SharedKeys *keys, const Str *name) {
    unsigned i = ((uintptr_t)name >> 4) & KEY_TABLE_MASK;
    while (keys->table[i] && keys->names[keys->table[i] - 1] != name) i = (i + 1) & KEY_TABLE_MASK;
    return i;
}

/* -1: not there. */
static int key_find(const SharedKeys *keys, const Str *interned) {
    return keys ? keys->table[key_place(keys, interned)] - 1 : -1;
}

/* The same for any str: only interned ones are among the keys. */
static int key_find_any(const SharedKeys *keys, Str *name) {
    if (likely(name->interned)) return key_find(keys, name);
    Object *interned = newref(name);
    if (str_check_exact(interned)) str_intern(&interned);
    int index = key_find(keys, (Str *)interned);
    decref(interned);
    return index;
}

/* Finds the name or adds it, if it is interned (object_setattr sees to that). -1: there is no room for it. */
static int key_add(Type *t, Str *name) {
    SharedKeys *keys = t->shared_keys;
    if (unlikely(!name->interned)) return key_find_any(keys, name);
    unsigned place = key_place(keys, name);
    if (keys->table[place]) return keys->table[place] - 1;
    if (keys->count >= t->inline_capacity) return -1;
    keys->names[keys->count] = newref(name);
    keys->table[place] = ++keys->count;
    /* Caches of what the class has under that name assume that no instance hides it. */
    if (type_lookup(t, name))
        type_modified(t);
    else
        type_lookup_forget(t, name);
    return keys->count - 1;
}

void shared_keys_free(Type *t) {
    SharedKeys *keys = t->shared_keys;
    t->shared_keys = NULL;
    for (int i = 0; keys && i < keys->count; i++) decref(keys->names[i]);
    heap_free(keys);
}

int instance_inline_index(Type *t, Str *name) {
    if (type_flag(t, TYPE_UNCACHED_VALUES) || !t->inline_capacity) return -1;
    return key_find_any(t->shared_keys, name);
}

void instance_plan(Type *t, unsigned expected, unsigned capacity) {
    SharedKeys *keys = heap_alloc_zero(sizeof(SharedKeys));
    if (!keys) return; /* its instances will use dicts */
    t->shared_keys = keys;
    keys->expected = (uint8_t)(expected < SHARED_KEYS_MAX ? expected : SHARED_KEYS_MAX);
    t->inline_capacity = (uint16_t)(capacity < SHARED_KEYS_MAX ? capacity : SHARED_KEYS_MAX);
}

/* --- life --- */

/* The first instances have spare room. Each one takes a quarter of that off the next one's, until there is only as much
 * as there are names; one more if the compiler saw none, because then all names come from outside. */
static unsigned room_for_instance(Type *t) {
    unsigned capacity = t->inline_capacity;
    if (!capacity) return 0;
    const SharedKeys *keys = t->shared_keys;
    unsigned needed = keys->count > keys->expected ? keys->count : keys->expected;
    needed += keys->expected == 0;
    if (capacity > needed) t->inline_capacity -= (uint16_t)((capacity - needed + 3) / 4);
    return capacity;
}

/* The first ones, and those for which there is no block at once. */
static __attribute__((noinline)) Object *new_slow(Type *t) {
    unsigned capacity = room_for_instance(t);
    size_t bytes = t->mem.presize + t->mem.size + capacity * sizeof(Object *);
    if (type_flag(t, TYPE_PLAIN) && capacity == t->inline_capacity && bytes <= HEAP_SMALL_MAX)
        t->instance_bytes = (uint16_t)bytes; /* from now on it does not change */
    Object *o = object_new_unfilled(t, capacity * sizeof(Object *));
    if (unlikely(!o)) return NULL;
    if (capacity) {
        Object **values = instance_values(o), **end = values + capacity;
        for (; values < end; values++) {
            *values = NULL;
            __asm__("" : : : "memory"); /* or this becomes a call of memset, which costs more than the work */
        }
        *instance_dict_word(o) = dict_word_inline(capacity, 0);
    }
    if (type_flag(t, TYPE_GC)) gc_track(o); /* object itself has no header */
    return o;
}

Object *instance_new(Type *t) {
    size_t bytes = t->instance_bytes;
    char *block = likely(bytes > 0) ? pool_try(bytes) : NULL;
    if (unlikely(!block)) return new_slow(t);
    zero_words(block, bytes);
    Object *o = (Object *)(block + t->mem.presize);
    object_init(o, t);
    incref(t);
    if (t->inline_capacity) *instance_dict_word(o) = dict_word_inline(t->inline_capacity, 0);
    gc_track_new(o);
    return o;
}

/* The built-in type that a class is laid out after. */
static Type *static_base(Type *t) {
    while (type_flag(t, TYPE_HEAP)) t = t->base;
    return t;
}

Object **instance_fields_behind_str(Object *o) {
    const Str *s = (Str *)o;
    size_t end = offsetof(Str, data) + (size_t)(s->length + 1) * s->kind;
    return (Object **)((char *)o + (end + 7) / 8 * 8);
}

/* The fields that a class adds to its base: those of __slots__ and, as the last one, a list of weak references. */
static inline Object **added_fields(Object *o, Type *t, ptrdiff_t *count) {
    size_t start = t->base->mem.size, end = t->mem.size;
    if (type_flag(t, TYPE_STR)) {
        *count = instance_str_field_count(t) - instance_str_field_count(t->base);
        return instance_fields_behind_str(o) + instance_str_field_count(t->base);
    }
    if (t->mem.weaklist_offset > 0 && t->mem.weaklist_offset != t->base->mem.weaklist_offset) end -= sizeof(Object *);
    *count = (ptrdiff_t)((end - start) / sizeof(Object *));
    return (Object **)((char *)o + start);
}

static void clear_fields(Object *o) {
    for (Type *t = o->type; type_flag(t, TYPE_HEAP); t = t->base) {
        ptrdiff_t n;
        Object **fields = added_fields(o, t, &n);
        for (ptrdiff_t i = 0; i < n; i++) clear_ref(&fields[i]);
    }
}

/* Releases inline values or the dict. A value's __del__ may store attributes again: the word is right all the time. */
static void clear_attributes(Object *o) {
    uintptr_t *word = instance_dict_word(o);
    if (dict_word_is_inline(*word)) {
        Object **values = instance_values(o);
        unsigned last = dict_word_last(*word);
        for (unsigned i = 0; i < last && dict_word_is_inline(*word); i++) clear_ref(&values[i]);
    } else {
        Object *dict = (Object *)*word;
        *word = 0;
        xdecref(dict);
    }
}

/* Releases what clear_attributes does. Nobody can reach the object any more: its word need not be kept right. */
static void release_attributes(Object *o) {
    uintptr_t word = *instance_dict_word(o);
    if (!dict_word_is_inline(word)) {
        xdecref((Object *)word);
        return;
    }
    Object **values = instance_values(o), **end = values + dict_word_last(word);
    for (; values < end; values++) xdecref(*values);
}

static bool has_weak_references(const Object *o, int offset) {
    return offset && *(Object **)((char *)o + offset);
}

/* The fields of each class before those of its base. Nobody can reach the object any more. */
static inline void dealloc_plain(Object *o, Type *t) {
    gc_untrack(o);
    if (type_flag(t, TYPE_PREHEADER) && has_weak_references(o, INSTANCE_WEAKLIST_OFFSET)) weakref_clear_all(o);
    for (const Type *part = t; part->mem.size > sizeof(Object); part = part->base) {
        Object **field = (Object **)((char *)o + part->base->mem.size);
        for (; field < (Object **)((char *)o + part->mem.size); field++) xdecref(*field);
    }
    if (type_flag(t, TYPE_PREHEADER)) release_attributes(o);
    heap_free_fast((char *)o - t->mem.presize);
    decref(t);
}

/* The part of the built-in base comes last: its dealloc ends in object_free, which releases the class. */
void instance_dealloc(Object *o) {
    if (o->type->mem.finalize && object_finalize(o)) return; /* which may have given it another class */
    Type *t = o->type;
    if (likely(type_flag(t, TYPE_PLAIN))) {
        dealloc_plain(o, t);
        return;
    }
    Type *base = static_base(t);
    gc_untrack(o);
    if (!base->mem.weaklist_offset && has_weak_references(o, t->mem.weaklist_offset)) weakref_clear_all(o);
    if (t->mem.size != base->mem.size) clear_fields(o);
    if (type_flag(t, TYPE_PREHEADER)) release_attributes(o);
    if (base == &object_type)
        object_free(o);
    else
        base->mem.dealloc(o);
}

/* The fields that all classes together add to the built-in base are side by side. */
static int traverse_fields(Object *o, Type *t, Type *base, Visit visit, void *arg) {
    Object **field = (Object **)((char *)o + base->mem.size), **end = (Object **)((char *)o + t->mem.size);
    Object **weaklist = (Object **)((char *)o + t->mem.weaklist_offset);
    if (type_flag(t, TYPE_STR)) {
        field = instance_fields_behind_str(o);
        end = field + instance_str_field_count(t);
    }
    for (; field < end; field++) {
        int status = field == weaklist ? 0 : visit_ref(*field, visit, arg);
        if (status) return status;
    }
    return 0;
}

/* The inline values stand behind the fields. */
RefSpan instance_span(Object *o) {
    const Type *t = o->type;
    RefSpan s = {(Object **)(o + 1), (t->mem.size - sizeof(Object)) / sizeof(Object *), 1};
    if (!type_flag(t, TYPE_PREHEADER)) return s;
    uintptr_t word = *instance_dict_word(o);
    if (dict_word_is_inline(word))
        s.count += dict_word_last(word);
    else if (word)
        s.first = NULL;
    return s;
}

int instance_traverse(Object *o, Visit visit, void *arg) {
    Type *t = o->type, *base = static_base(t);
    int status = t->mem.size != base->mem.size ? traverse_fields(o, t, base, visit, arg) : 0;
    if (status) return status;
    if (type_flag(t, TYPE_PREHEADER)) {
        uintptr_t word = *instance_dict_word(o);
        unsigned last = dict_word_is_inline(word) ? dict_word_last(word) : 0;
        Object **values = instance_values(o);
        for (unsigned i = 0; i < last; i++)
            if ((status = visit_ref(values[i], visit, arg))) return status;
        if (word && !dict_word_is_inline(word) && (status = visit((Object *)word, arg))) return status;
    }
    return base->mem.traverse ? base->mem.traverse(o, visit, arg) : 0;
}

void instance_clear(Object *o) {
    Type *base = type_flag(o->type, TYPE_PLAIN) ? &object_type : static_base(o->type);
    if (o->type->mem.size != base->mem.size) clear_fields(o);
    if (type_flag(o->type, TYPE_PREHEADER)) clear_attributes(o);
    if (base->mem.clear) base->mem.clear(o);
}

/* --- the dict --- */

/* Moves the inline values to a dict. NULL with MemoryError, and nothing has changed. */
static Dict *materialise(Object *o) {
    uintptr_t *word = instance_dict_word(o);
    unsigned last = dict_word_last(*word);
    Object **values = instance_values(o);
    const SharedKeys *keys = o->type->shared_keys;
    Object *dict = dict_new_sized(last, true);
    if (!dict) return NULL;
    for (unsigned i = 0; i < last; i++) {
        if (values[i] && dict_set(dict, (Object *)keys->names[i], values[i]) < 0) {
            decref(dict);
            return NULL;
        }
    }
    *word = (uintptr_t)dict;
    for (unsigned i = 0; i < last; i++) clear_ref(&values[i]); /* the dict holds them: nothing dies */
    return (Dict *)dict;
}

/* The place of the pointer to a dict that is not inline, or NULL. */
static Dict **dict_field(Object *o) {
    if (unlikely(has_flag(o, TYPE_TYPE)) && !type_dict((Type *)o)) return NULL; /* that of a static type is made now */
    if (o->type->mem.dict_offset) return (Dict **)((char *)o + o->type->mem.dict_offset);
    if (instance_has_dict_word(o->type)) return (Dict **)instance_dict_word(o);
    return NULL;
}

static bool is_inline(Object *o) {
    return type_flag(o->type, TYPE_PREHEADER) && dict_word_is_inline(*instance_dict_word(o));
}

Dict *instance_dict(Object *o) {
    if (is_inline(o)) return materialise(o);
    Dict **field = dict_field(o);
    if (field && !*field) *field = (Dict *)dict_new();
    return field ? *field : NULL;
}

int instance_set_dict(Object *o, Dict *dict) {
    if (is_inline(o) && !materialise(o)) return -1;
    set_ref(dict_field(o), xnewref(dict));
    return 0;
}

Object *instance_get(Object *o, Str *name) {
    if (type_flag(o->type, TYPE_PREHEADER)) {
        uintptr_t word = *instance_dict_word(o);
        if (dict_word_is_inline(word) && str_check_exact((Object *)name)) {
            int i = key_find_any(o->type->shared_keys, name);
            return i < 0 ? NULL : xnewref(instance_values(o)[i]);
        }
        if (dict_word_is_inline(word) && !materialise(o)) return NULL; /* it may have an __eq__ of its own */
    }
    Dict **field = dict_field(o);
    if (!field || !*field) return NULL;
    Object *dict = newref(*field); /* comparing keys may run user code */
    Object *value =
        xnewref(str_check_exact((Object *)name) ? dict_get_str((Dict *)dict, name) : dict_get(dict, (Object *)name));
    decref(dict);
    return value;
}

/* 0: done, 1: nothing to delete, 2: it has to go through a dict. */
static int set_inline(Object *o, Str *name, Object *value) {
    uintptr_t *word = instance_dict_word(o);
    int i = value ? key_add(o->type, name) : key_find_any(o->type->shared_keys, name);
    if (i < 0) return value ? 2 : 1;
    Object **slot = &instance_values(o)[i];
    if (*slot) {
        if (!value && (unsigned)i + 1 == dict_word_last(*word))
            *word = dict_word_inline(dict_word_capacity(*word), (unsigned)i);
        set_ref(slot, xnewref(value));
        return 0;
    }
    if (!value) return 1;
    return instance_append(o, (unsigned)i, value) ? 0 : 2;
}

int instance_set(Object *o, Str *name, Object *value) {
    if (is_inline(o) && !str_check_exact((Object *)name) && !materialise(o)) return -1;
    if (is_inline(o)) {
        int status = set_inline(o, name, value);
        if (status != 2) return status;
    }
    Dict *dict = value ? instance_dict(o) : *dict_field(o);
    if (!dict) return value ? -1 : 1;
    incref(dict);
    int status = value ? dict_set((Object *)dict, (Object *)name, value) : dict_del_opt((Object *)dict, (Object *)name);
    decref(dict);
    return value || status < 0 ? status : !status;
}

/* Bytes of the object's block that are left behind the fields of class t. */
static size_t room_behind_fields(Object *o, Type *t) {
    size_t presize = o->type->mem.presize;
    return heap_block_size((char *)o - presize) - presize - t->mem.size;
}

size_t instance_inline_size(Object *o) {
    if (!o->type->shared_keys) return 0;
    uintptr_t word = *instance_dict_word(o);
    return dict_word_is_inline(word) ? dict_word_capacity(word) * sizeof(Object *) : room_behind_fields(o, o->type);
}

/* A block of another class may have less room than t's own instances: t's names must fit it, or not be cached. */
void instance_adopt(Object *o, Type *t) {
    if (!t->inline_capacity) return;
    size_t room = room_behind_fields(o, t) / sizeof(Object *);
    if (room >= t->inline_capacity) return;
    if (t->shared_keys->count <= room && room > 0) {
        t->inline_capacity = (uint16_t)room;
        t->instance_bytes = 0;
        return;
    }
    t->mem.flags |= TYPE_UNCACHED_VALUES;
    type_modified(t);
}

/* --- __dict__ and __weakref__ as attributes --- */

/* An object may also be an instance of a built-in type with a __dict__ of its own: then that type has the say. New, or
 * NULL. */
static Object *built_in_dict_descriptor(Object *o) {
    return o->type->mem.dict_offset ? xnewref(type_lookup(static_base(o->type), names.__dict__)) : NULL;
}

static Object *get_dict(Object *o, void *arg) {
    Object *descriptor = built_in_dict_descriptor(o);
    if (!descriptor) return attribute_get_dict(o, arg);
    Object *dict = descriptor->type->descr_get(descriptor, o, (Object *)o->type);
    decref(descriptor);
    return dict;
}

static int set_dict(Object *o, Object *value, void *arg) {
    Object *descriptor = built_in_dict_descriptor(o);
    if (!descriptor) return attribute_set_dict(o, value, arg);
    int status = descriptor->type->descr_set(descriptor, o, value);
    decref(descriptor);
    return status;
}

static Object *get_weakref(Object *o, void *arg) {
    int offset = o->type->mem.weaklist_offset;
    if (!offset) return raise_error(&exc_AttributeError, "This object has no __weakref__");
    Object *first = *(Object **)((char *)o + offset);
    return newref(first ? first : NONE);
}

const GetSet instance_dict_getset = {"__dict__", get_dict, set_dict, "the attributes of the instance", NULL};
const GetSet instance_weakref_getset = {"__weakref__", get_weakref, NULL, "weak references to the object", NULL};
