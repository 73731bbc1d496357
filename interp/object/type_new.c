/* Class creation: what type(name, bases, dict) and the class statement come down to.
 *
 *      1. the metaclass and the base whose layout is extended          (type_bases.c)
 *      2. __slots__: which fields, and whether there is a dict and a list of weak references
 *      3. the type object: names, layout, a copy of the namespace with the descriptors of the slots added
 *      4. the MRO (type_mro.c), the slots of C functions (type_slots.c), registration with the bases
 *      5. __set_name__ of the attributes, __init_subclass__ of the bases
 *
 * Up to 4 nothing outside sees the class, but for an mro() of the metaclass.
 *
 * Where an instance keeps its attributes: slots are fields behind those of the base; the dict word is in front of the
 * GC header (TYPE_PREHEADER); the list of weak references is beside the dict word, or a field behind the slots when
 * there is no dict word.
 */
#include "interp/object/type_impl.h"

#include <string.h>

#include "interp/object/descriptors.h"
#include "interp/object/dict.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

Dict *(*frame_globals_hook)(void);

/* What is known about a class before its type object exists. */
typedef struct Plan {
    Type *metatype, *base; /* borrowed */
    Object *name;          /* borrowed */
    Tuple *bases;          /* owned */
    Dict *dict;            /* owned: the copy of the namespace, which becomes the class dict */
    Object *slots;         /* owned: sorted list of mangled names of fields, or NULL */
    bool add_dict, add_weaklist;
} Plan;

static void plan_drop(Plan *p) {
    xdecref(p->bases);
    xdecref(p->dict);
    xdecref(p->slots);
}

/* --- __slots__ --- */

/* Types whose instances vary in size have no place for fields, str excepted. */
static bool may_add_fields(const Type *base) {
    return type_flag(base, TYPE_STR) || !type_flag(base, TYPE_VARSIZE | TYPE_INT | TYPE_TYPE);
}

static bool may_add_dict(const Type *base) {
    return !base->mem.dict_offset && !instance_has_dict_word(base);
}

static bool may_add_weaklist(const Type *base) {
    return !base->mem.weaklist_offset && !type_flag(base, TYPE_INT | TYPE_BYTES | TYPE_TUPLE);
}

/* __x in class C becomes _C__x, as the compiler writes it in methods. New. */
static Object *mangle(Object *class_name, Object *name) {
    const Str *c = (Str *)class_name, *n = (Str *)name;
    bool is_private = n->length > 2 && str_at(n, 0) == '_' && str_at(n, 1) == '_' &&
                      !(str_at(n, n->length - 1) == '_' && str_at(n, n->length - 2) == '_');
    ptrdiff_t start = 0;
    while (start < c->length && str_at(c, start) == '_') start++;
    if (!is_private || start == c->length) return newref(name);
    Object *stripped = str_substring(class_name, start, c->length);
    Object *result = stripped ? str_format("_%S%S", stripped, name) : NULL;
    xdecref(stripped);
    return result;
}

static int already_there(const char *what) {
    return raise_int(&exc_TypeError, "%s slot disallowed: we already got one", what);
}

/* The compiler leaves these in the namespace; they do not stay. */
static bool is_transient(Object *name) {
    return str_equal(name, names.__qualname__) || str_equal(name, names.__classcell__) ||
           str_equal(name, names.__classdictcell__);
}

/* 1: an entry of __slots__ that is a field; 0: it is none, but noted; -1 */
static int check_slot(Plan *p, Object *item) {
    if (!str_check(item)) return raise_int(&exc_TypeError, "__slots__ items must be strings, not '%T'", item);
    if (!str_is_identifier(item)) return raise_int(&exc_TypeError, "__slots__ must be identifiers");
    if (str_equal(item, names.__dict__)) {
        if (!may_add_dict(p->base) || p->add_dict) return already_there("__dict__");
        p->add_dict = true;
        return 0;
    }
    if (str_equal(item, names.__weakref__)) {
        if (!may_add_weaklist(p->base) || p->add_weaklist) return already_there("__weakref__");
        p->add_weaklist = true;
        return 0;
    }
    return 1;
}

static int plan_field(Plan *p, Object *item) {
    Object *name = mangle(p->name, item);
    if (!name) return -1;
    if (str_check_exact(name)) str_intern(&name);
    int there = is_transient(name) ? 0 : dict_contains((Object *)p->dict, name);
    if (there > 0) there = raise_int(&exc_ValueError, "%R in __slots__ conflicts with class variable", name);
    if (there == 0) there = list_append(p->slots, name);
    decref(name);
    return there;
}

/* items: a new list, taken apart. */
static int plan_fields(Plan *p, Object *items) {
    for (ptrdiff_t i = 0; i < list_length(items);) {
        int field = check_slot(p, list_item(items, i));
        if (field < 0) return -1;
        if (field)
            i++;
        else if (list_set_slice(items, i, i + 1, NULL) < 0)
            return -1;
    }
    for (ptrdiff_t i = 0; i < list_length(items); i++)
        if (plan_field(p, list_item(items, i)) < 0) return -1;
    return 0;
}

/* Other bases may bring a dict or a weak list that the layout's base lacks. */
static void plan_from_other_bases(Plan *p) {
    for (ptrdiff_t i = 0; i < tuple_length(p->bases); i++) {
        Type *b = (Type *)tuple_item(p->bases, i);
        if (b == p->base) continue;
        if (may_add_dict(p->base) && !may_add_dict(b)) p->add_dict = true;
        if (may_add_weaklist(p->base) && b->mem.weaklist_offset) p->add_weaklist = true;
    }
}

static int plan_slots(Plan *p) {
    Object *declared = dict_get_str(p->dict, names.__slots__);
    if (!declared) {
        p->add_dict = may_add_dict(p->base);
        p->add_weaklist = may_add_weaklist(p->base);
        return 0;
    }
    Object *single = str_check(declared) ? tuple_from(&declared, 1) : newref(declared);
    Object *items = single ? sequence_list(single) : NULL;
    xdecref(single);
    p->slots = items ? list_new(0) : NULL;
    int status = p->slots ? 0 : -1;
    if (status == 0 && list_length(items) > 0 && !may_add_fields(p->base))
        status = raise_int(&exc_TypeError, "nonempty __slots__ not supported for subtype of '%N'", p->base);
    if (status == 0) status = plan_fields(p, items);
    xdecref(items);
    if (status < 0 || list_sort(p->slots, NULL, false) < 0) return -1;
    plan_from_other_bases(p);
    return 0;
}

/* --- the type object --- */

/* Flags that a class shares with the base that it extends. */
enum {
    BASE_FLAGS = TYPE_PREHEADER | TYPE_NO_DICT | TYPE_VARSIZE | TYPE_INT | TYPE_STR | TYPE_BYTES | TYPE_LIST |
                 TYPE_TUPLE | TYPE_DICT | TYPE_EXCEPTION | TYPE_TYPE | TYPE_FLOAT | TYPE_WEAKREF,
};

/* For patterns a class is a sequence or a mapping: what the first of its bases is that is one of them. */
static uint32_t pattern_flags(const Type *t) {
    uint32_t flags = 0;
    for (ptrdiff_t i = 0; !flags && i < tuple_length(t->bases); i++)
        flags = ((Type *)tuple_item(t->bases, i))->mem.flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    return flags;
}

static void lay_out(Type *t, const Plan *p) {
    const TypeMemory *base = &t->base->mem;
    TypeMemory *m = &t->mem;
    /* Instances refer to their class, and so can be in a cycle even if they have no fields. */
    m->flags = TYPE_HEAP | TYPE_BASE | TYPE_READY | TYPE_GC | (base->flags & BASE_FLAGS) | pattern_flags(t);
    m->item_size = base->item_size;
    m->dict_offset = base->dict_offset;
    m->weaklist_offset = base->weaklist_offset;
    uint32_t fields = p->slots ? (uint32_t)list_length(p->slots) : 0;
    if (fields && base->size == str_type.mem.size && type_flag(t, TYPE_STR)) fields++; /* the gap */
    m->size = base->size + fields * sizeof(Object *);
    if (p->add_dict)
        m->flags = (m->flags | TYPE_PREHEADER) & ~(uint32_t)TYPE_NO_DICT;
    else if (p->add_weaklist && type_flag(t, TYPE_VARSIZE))
        m->flags |= TYPE_PREHEADER | TYPE_NO_DICT; /* no place for it elsewhere */
    if (p->add_weaklist && type_flag(t, TYPE_PREHEADER)) {
        m->weaklist_offset = INSTANCE_WEAKLIST_OFFSET;
    } else if (p->add_weaklist) {
        m->weaklist_offset = (int16_t)m->size;
        m->size += sizeof(Object *);
    }
    m->presize = type_flag(t, TYPE_PREHEADER) ? 2 * sizeof(GcHeader) : sizeof(GcHeader);
    bool extends_object = t->base == &object_type || type_flag(t->base, TYPE_PLAIN);
    if (extends_object && m->weaklist_offset <= 0) {
        m->flags |= TYPE_PLAIN;
        m->span = instance_span;
    }
    m->dealloc = instance_dealloc;
    m->traverse = instance_traverse;
    m->clear = instance_clear;
}

/* The object with its layout, names and the planned parts, which move over. NULL on failure. */
static Type *allocate(Plan *p) {
    size_t fields = p->slots ? (size_t)list_length(p->slots) * sizeof(Object *) : 0;
    if (p->add_weaklist && p->base->mem.size + fields > INT16_MAX)
        return raise_error(&exc_ValueError, "too many __slots__"); /* weaklist_offset would not fit */
    char *name_text = type_name_text(p->name);
    if (!name_text) return NULL;
    Type *t = (Type *)object_new(p->metatype);
    if (!t) {
        heap_free(name_text);
        return NULL;
    }
    t->mem.name = name_text;
    t->name_object = newref(p->name);
    t->base = newref(p->base);
    t->bases = p->bases;
    t->dict = p->dict;
    p->bases = NULL;
    p->dict = NULL;
    return t;
}

/* --- its dict --- */

static int set_default(Dict *dict, Str *name, Object *value) {
    return dict_get_str(dict, name) ? 0 : dict_set((Object *)dict, (Object *)name, value);
}

static int set_module(Dict *dict) {
    if (dict_get_str(dict, names.__module__)) return 0;
    Dict *globals = frame_globals_hook ? frame_globals_hook() : NULL;
    Object *module = globals ? dict_get_str(globals, names.__name__) : NULL;
    return module ? dict_set((Object *)dict, (Object *)names.__module__, module) : 0;
}

static int set_qualname(Type *t) {
    Object *qualname = dict_get_str(t->dict, names.__qualname__);
    if (!qualname) {
        t->qualname = newref(t->name_object);
        return 0;
    }
    if (!str_check(qualname)) return raise_int(&exc_TypeError, "type __qualname__ must be a str, not %T", qualname);
    t->qualname = newref(qualname);
    return dict_del((Object *)t->dict, (Object *)names.__qualname__);
}

/* A plain function under one of these names is meant to be decorated. */
static int decorate(Dict *dict, Str *name, Object *(*decorator)(Object *)) {
    Object *function = dict_get_str(dict, name);
    if (!function || function->type != &function_type) return 0;
    Object *decorated = decorator(function);
    if (!decorated) return -1;
    int status = dict_set((Object *)dict, (Object *)name, decorated);
    decref(decorated);
    return status;
}

static int add_slot_members(Type *t, const Plan *p) {
    Member m = {.kind = MEMBER_OBJECT, .offset = t->base->mem.size};
    if (type_flag(t, TYPE_STR))
        m = (Member){.kind = MEMBER_BEHIND_STR, .offset = (size_t)instance_str_field_count(t->base) * sizeof(Object *)};
    for (ptrdiff_t i = 0; p->slots && i < list_length(p->slots); i++, m.offset += sizeof(Object *)) {
        Str *name = (Str *)list_item(p->slots, i);
        Object *member = member_descriptor_new(t, name, &m);
        if (!member) return -1;
        int status = set_default(t->dict, name, member);
        decref(member);
        if (status < 0) return -1;
    }
    return 0;
}

static int add_getset(Type *t, Str *name, const GetSet *g) {
    if (dict_get_str(t->dict, name)) return 0;
    Object *descriptor = getset_descriptor_new(t, g);
    if (!descriptor) return -1;
    int status = dict_set((Object *)t->dict, (Object *)name, descriptor);
    decref(descriptor);
    return status;
}

/* A cell in the namespace that methods refer to gets its value, and the entry goes. */
static int fill_cell(Type *t, Str *name, Object *value) {
    Object *cell = dict_get_str(t->dict, name);
    if (!cell) return 0;
    if (cell->type != &cell_type)
        return raise_int(&exc_TypeError, "%S must be a nonlocal cell, not %R", name, type_of(cell));
    set_ref(&((Cell *)cell)->value, newref(value));
    return dict_del((Object *)t->dict, (Object *)name);
}

/* Equality without a hash of its own makes instances unhashable. */
static int set_hash(Dict *dict) {
    return dict_get_str(dict, names.__eq__) ? set_default(dict, names.__hash__, NONE) : 0;
}

/* Such keys cannot be attributes, and make every lookup slower. */
static int warn_of_odd_keys(Type *t) {
    ptrdiff_t position = 0;
    Object *key;
    while (dict_next(t->dict, &position, &key, NULL))
        if (!str_check(key))
            return raise_warning(&exc_RuntimeWarning, 1, "non-string key in the __dict__ of class %N", t);
    return 0;
}

/* A docstring has to be text that can be shown: no lone surrogates. */
static int check_doc(Dict *dict) {
    Object *doc = dict_get_str(dict, names.__doc__);
    if (!doc || !str_check(doc)) return raise_pending() ? -1 : 0;
    char *own;
    const char *text = str_utf8(doc, NULL, &own);
    heap_free(own);
    return text ? 0 : -1;
}

static int fill_dict(Type *t, const Plan *p) {
    if (warn_of_odd_keys(t) < 0 || set_module(t->dict) < 0 || set_qualname(t) < 0) return -1;
    if (decorate(t->dict, names.__new__, static_method_new) < 0) return -1;
    if (decorate(t->dict, names.__init_subclass__, class_method_new) < 0) return -1;
    if (decorate(t->dict, names.__class_getitem__, class_method_new) < 0) return -1;
    if (fill_cell(t, names.__classcell__, (Object *)t) < 0) return -1;
    if (fill_cell(t, names.__classdictcell__, (Object *)t->dict) < 0) return -1;
    if (add_slot_members(t, p) < 0) return -1;
    if (p->add_dict && add_getset(t, names.__dict__, &instance_dict_getset) < 0) return -1;
    if (p->add_weaklist && add_getset(t, names.__weakref__, &instance_weakref_getset) < 0) return -1;
    if (check_doc(t->dict) < 0) return -1;
    return set_default(t->dict, names.__doc__, NONE) < 0 || set_hash(t->dict) < 0 ? -1 : 0;
}

/* --- inline values --- */

static unsigned add_unseen(Object *seen[], unsigned count, Object *attributes) {
    for (ptrdiff_t i = 0; tuple_check(attributes) && i < tuple_length(attributes) && count < SHARED_KEYS_MAX; i++) {
        unsigned k = 0;
        while (k < count && seen[k] != tuple_item(attributes, i)) k++;
        if (k == count) seen[count++] = tuple_item(attributes, i);
    }
    return count;
}

/* How many attributes do the methods of t and of its bases assign, as far as the compiler saw? Fields are none. */
static unsigned count_assigned(Type *t) {
    Object *seen[SHARED_KEYS_MAX];
    unsigned count = 0, fields = 0;
    for (ptrdiff_t i = 0; i < tuple_length(t->mro); i++) {
        Dict *dict = ((Type *)tuple_item(t->mro, i))->dict;
        Object *attributes = dict ? dict_get_str(dict, names.__static_attributes__) : NULL;
        if (attributes) count = add_unseen(seen, count, attributes);
    }
    for (unsigned i = 0; i < count; i++) {
        Object *found = str_check_exact(seen[i]) ? type_lookup(t, (Str *)seen[i]) : NULL;
        if (found && found->type == &member_descriptor_type) fields++;
    }
    return count - fields;
}

/* Does a class body name types of attributes? Then others may set them: the __init__ that dataclass makes. */
static bool has_annotations(Type *t) {
    for (ptrdiff_t i = 0; i < tuple_length(t->mro); i++) {
        Dict *dict = ((Type *)tuple_item(t->mro, i))->dict;
        if (dict && dict_get_str(dict, names.__annotate_func__)) return true;
    }
    return false;
}

/* The compiler does not see what is set from outside. Where that may be most of it, there is room for a lot, of which
 * later instances have less: see room_for_instance. */
static void plan_inline_values(Type *t) {
    enum { SPARE = 2, AT_LEAST = 4 };
    Type *origin = t;
    while (type_flag(origin, TYPE_HEAP)) origin = origin->base;
    if (origin != &object_type || !instance_has_dict_word(t)) return;
    unsigned expected = count_assigned(t);
    unsigned capacity = expected + SPARE < AT_LEAST ? AT_LEAST : expected + SPARE;
    instance_plan(t, expected, expected && !has_annotations(t) ? capacity : SHARED_KEYS_MAX);
}

/* --- what user code gets to see --- */

/* Adds to the pending exception which attribute it was. */
static void note_set_name(Type *t, Object *name, Object *value) {
    Object *exc = raise_take();
    Object *text = str_format("Error calling __set_name__ on '%T' instance %R in '%N'", value, name, t);
    Object *done = text ? object_call_method(exc, names.add_note, &text, 1) : NULL;
    if (!done) raise_clear();
    xdecref(text);
    xdecref(done);
    raise_restore(exc);
}

static int call_set_name(Type *t, Object *name, Object *value) {
    Object *method = object_lookup_special(value, names.__set_name__);
    if (!method) return raise_pending() ? -1 : 0;
    Object *result = object_call2(method, (Object *)t, name);
    decref(method);
    xdecref(result);
    if (result) return 0;
    note_set_name(t, name, value);
    return -1;
}

/* They may change the class dict, so those with a __set_name__ are gathered first: name, value, name, value ... */
static int set_names(Type *t) {
    Object *found = NULL, *name, *value;
    ptrdiff_t position = 0;
    while (dict_next(t->dict, &position, &name, &value)) {
        if (value->type == &function_type || !type_lookup(value->type, names.__set_name__)) continue;
        if ((!found && !(found = list_new(0))) || list_append(found, name) < 0 || list_append(found, value) < 0) {
            xdecref(found);
            return -1;
        }
    }
    int status = 0;
    for (ptrdiff_t i = 0; found && status == 0 && i < list_length(found); i += 2)
        status = call_set_name(t, list_item(found, i), list_item(found, i + 1));
    xdecref(found);
    return status;
}

/* super(t, t).__init_subclass__(**keywords) */
static int init_subclass(Type *t, Object **keywords, Tuple *kwnames) {
    Object *super = object_call2((Object *)&super_type, (Object *)t, (Object *)t);
    Object *method = super ? object_getattr(super, names.__init_subclass__) : NULL;
    xdecref(super);
    if (!method) return -1;
    Object *result = object_call(method, keywords, 0, kwnames);
    decref(method);
    xdecref(result);
    return result ? 0 : -1;
}

static int register_with_bases(Type *t) {
    for (ptrdiff_t i = 0; i < tuple_length(t->bases); i++)
        if (type_add_subclass((Type *)tuple_item(t->bases, i), t) < 0) return -1;
    return 0;
}

static Type *make(Plan *p) {
    if (plan_slots(p) < 0) return NULL;
    Type *t = allocate(p);
    if (!t) return NULL;
    lay_out(t, p);
    gc_track(t);
    bool ok = fill_dict(t, p) == 0 && mro_compute(t) >= 0;
    if (ok) {
        slots_inherit(t);
        plan_inline_values(t);
        ok = register_with_bases(t) == 0;
    }
    if (ok) return t;
    decref(t);
    return NULL;
}

static Object *make_and_announce(Plan *p, Object **keywords, Tuple *kwnames) {
    Type *t = make(p);
    if (!t || (set_names(t) == 0 && init_subclass(t, keywords, kwnames) == 0)) return (Object *)t;
    decref(t);
    return NULL;
}

/* --- type.__new__ --- */

static int check_arguments(Object **args, ptrdiff_t nargs) {
    if (nargs != 3) return raise_int(&exc_TypeError, "type.__new__() takes exactly 3 arguments (%zd given)", nargs);
    const char *wanted = NULL;
    int position = 0;
    if (!type_is_subtype(args[2]->type, &dict_type)) wanted = "dict", position = 3;
    if (!type_is_subtype(args[1]->type, &tuple_type)) wanted = "tuple", position = 2;
    if (!str_check(args[0])) wanted = "str", position = 1;
    if (!wanted) return 0;
    return raise_int(&exc_TypeError, "type.__new__() argument %d must be %s, not %K", position, wanted,
                     args[position - 1]);
}

static Tuple *check_bases(Tuple *bases) {
    if (tuple_length(bases) == 0) return (Tuple *)tuple_from((Object *[]){(Object *)&object_type}, 1);
    for (ptrdiff_t i = 0; i < tuple_length(bases); i++) {
        Object *base = tuple_item(bases, i);
        if (has_flag(base, TYPE_TYPE)) continue;
        Object *entries = object_getattr_opt(base, names.__mro_entries__);
        if (entries) raise_error(&exc_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
        xdecref(entries);
        if (raise_pending()) return NULL;
    }
    return newref(bases);
}

Object *type_make(Type *metatype, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (check_arguments(args, nargs) < 0) return NULL;
    Plan p = {.name = args[0], .metatype = metatype};
    if (!(p.bases = check_bases((Tuple *)args[1]))) return NULL;
    Object *result = NULL;
    p.metatype = type_calculate_metaclass(metatype, p.bases);
    if (p.metatype && p.metatype != metatype && p.metatype->new != type_make) {
        result = p.metatype->new (p.metatype, args, nargs, kwnames);
    } else if (p.metatype) {
        p.base = type_best_base(p.bases);
        p.dict = p.base ? (Dict *)dict_copy(args[2]) : NULL;
        if (p.dict) result = make_and_announce(&p, args + nargs, kwnames);
    }
    plan_drop(&p);
    return result;
}
