/* What bases a class may have, and when an object may change its class.
 *
 * The layout of an instance grows along one line of bases: each class adds its fields behind those of the base that it
 * extends. A class that adds fields is `solid`. Of several bases, one must have a solid class that is derived from
 * those of all others; the new class extends that one.
 */
#include "interp/object/type_impl.h"

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* Where the fields of t that count for the layout end: a list of weak references that t adds does not. */
static uint32_t fields_end(const Type *t) {
    const TypeMemory *m = &t->mem;
    bool own_weaklist =
        type_flag(t, TYPE_HEAP) && m->weaklist_offset > 0 && m->weaklist_offset != t->base->mem.weaklist_offset;
    return own_weaklist ? (uint32_t)m->weaklist_offset : m->size;
}

static Type *solid_base(Type *t) {
    while (t->base && fields_end(t) == t->base->mem.size && t->mem.item_size == t->base->mem.item_size) t = t->base;
    return t;
}

bool layout_contains(Type *t, Type *base) {
    return type_is_subtype(solid_base(t), solid_base(base));
}

Type *type_best_base(Tuple *bases) {
    Type *best = NULL, *winner = NULL;
    for (ptrdiff_t i = 0; i < tuple_length(bases); i++) {
        Type *base = (Type *)tuple_item(bases, i);
        if (!has_flag((Object *)base, TYPE_TYPE)) return raise_error(&exc_TypeError, "bases must be types");
        if (!type_flag(base, TYPE_BASE))
            return raise_error(&exc_TypeError, "type '%N' is not an acceptable base type", base);
        Type *solid = solid_base(base);
        if (!winner || (solid != winner && type_is_subtype(solid, winner))) {
            winner = solid;
            best = base;
        } else if (!type_is_subtype(winner, solid)) {
            return raise_error(&exc_TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

Type *type_calculate_metaclass(Type *metatype, Tuple *bases) {
    Type *winner = metatype;
    for (ptrdiff_t i = 0; i < tuple_length(bases); i++) {
        Type *meta = type_of(tuple_item(bases, i));
        if (type_is_subtype(winner, meta)) continue;
        if (!type_is_subtype(meta, winner))
            return raise_error(&exc_TypeError,
                               "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                               "subclass of the metaclasses of all its bases");
        winner = meta;
    }
    return winner;
}

/* --- assignment of __class__ and __bases__ --- */

static bool same_layout(const Type *a, const Type *b) {
    return a->mem.size == b->mem.size && a->mem.item_size == b->mem.item_size && a->mem.presize == b->mem.presize &&
           a->mem.dict_offset == b->mem.dict_offset && a->mem.weaklist_offset == b->mem.weaklist_offset &&
           type_flag(a, TYPE_PREHEADER) == type_flag(b, TYPE_PREHEADER) &&
           type_flag(a, TYPE_GC) == type_flag(b, TYPE_GC);
}

/* The class itself, or the farthest of its bases whose instances look the same. */
static Type *layout_origin(Type *t) {
    while (t->base && type_flag(t, TYPE_HEAP) && same_layout(t, t->base)) t = t->base;
    return t;
}

/* Two classes with the same base that have added the same slots. */
static bool same_slots_added(Type *a, Type *b) {
    if (a->base != b->base || !same_layout(a, b) || !type_flag(a, TYPE_HEAP) || !type_flag(b, TYPE_HEAP)) return false;
    if (a->mem.size == a->base->mem.size) return true;
    Object *x = dict_get_str(a->dict, names.__slots__), *y = dict_get_str(b->dict, names.__slots__);
    if (!x || !y) return !x && !y;
    Object *one = sequence_list(x), *two = one ? sequence_list(y) : NULL;
    int equal = two && list_sort(one, NULL, false) == 0 && list_sort(two, NULL, false) == 0
                    ? object_compare_bool(one, two, CMP_EQ)
                    : -1;
    xdecref(one);
    xdecref(two);
    if (equal < 0) raise_clear();
    return equal == 1;
}

int type_check_compatible(Type *old, Type *new, const char *attribute) {
    if (type_flag(old, TYPE_GC) != type_flag(new, TYPE_GC))
        return raise_int(&exc_TypeError, "%s assignment: '%N' deallocator differs from '%N'", attribute, new, old);
    Type *a = layout_origin(old), *b = layout_origin(new);
    if (a == b || same_slots_added(a, b)) return 0;
    return raise_int(&exc_TypeError, "%s assignment: '%N' object layout differs from '%N'", attribute, new, old);
}

int type_set_class(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "can't delete __class__ attribute");
    if (!has_flag(value, TYPE_TYPE))
        return raise_int(&exc_TypeError, "__class__ must be set to a class, not '%T' object", value);
    Type *new = (Type *)value, *old = o->type;
    bool modules = type_is_subtype(new, &module_type) && type_is_subtype(old, &module_type);
    if (!modules && (type_flag(new, TYPE_IMMUTABLE) || type_flag(old, TYPE_IMMUTABLE)))
        return raise_int(&exc_TypeError,
                         "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (type_check_compatible(old, new, "__class__") < 0) return -1;
    if (new == old) return 0;
    /* Inline values go by the names of the old class. */
    if (type_flag(old, TYPE_PREHEADER)) {
        if (!instance_dict(o)) return -1;
        instance_adopt(o, new);
    }
    if (type_flag(new, TYPE_HEAP)) incref(new);
    o->type = new;
    if (type_flag(old, TYPE_HEAP)) decref(old);
    return 0;
}

/* By the chain of bases: an mro() that assigns __bases__ sees it ahead of the MROs. */
static bool extends(const Type *t, const Type *base) {
    while (t && t != base) t = t->base;
    return t != NULL;
}

static int check_new_bases(Type *t, Object *value) {
    if (!value) return raise_int(&exc_TypeError, "cannot delete '__bases__' attribute of immutable type '%N'", t);
    if (!tuple_check(value))
        return raise_int(&exc_TypeError, "can only assign tuple to %N.__bases__, not %T", t, value);
    if (tuple_length(value) == 0)
        return raise_int(&exc_TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", t);
    for (ptrdiff_t i = 0; i < tuple_length(value); i++) {
        Object *base = tuple_item(value, i);
        if (!has_flag(base, TYPE_TYPE))
            return raise_int(&exc_TypeError, "%N.__bases__ must be tuple of classes, not '%T'", t, base);
        if (type_is_subtype((Type *)base, t) || extends((Type *)base, t))
            return raise_int(&exc_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return 0;
}

/* Recomputes the MRO of t and of all classes below. `undo`, a list, gets class, new MRO, old MRO; class, ... */
static int recompute_mros(Type *t, Object *undo) {
    Object *old = newref(t->mro ? (Object *)t->mro : NONE);
    int status = mro_compute(t);
    if (status > 0) {
        type_modified(t);
        Object *const entry[] = {(Object *)t, (Object *)t->mro, old};
        for (int i = 0; i < 3 && status > 0; i++)
            if (list_append(undo, entry[i]) < 0) status = -1;
    }
    decref(old);
    if (status <= 0) return status;
    Object *subclasses = type_subclasses(t);
    if (!subclasses) return -1;
    for (ptrdiff_t i = 0; status >= 0 && i < list_length(subclasses); i++)
        status = recompute_mros((Type *)list_item(subclasses, i), undo);
    decref(subclasses);
    return status;
}

/* What somebody else has set meanwhile stays. */
static void restore_mros(Object *undo) {
    for (ptrdiff_t i = list_length(undo) / 3 * 3 - 3; i >= 0; i -= 3) {
        Type *t = (Type *)list_item(undo, i);
        Object *old = list_item(undo, i + 2);
        if ((Object *)t->mro != list_item(undo, i + 1)) continue;
        set_ref(&t->mro, old == NONE ? NULL : newref(old));
        type_modified(t);
    }
}

static int change_subclass_lists(Type *t, Tuple *from, Tuple *to) {
    for (ptrdiff_t i = 0; i < tuple_length(from); i++) type_remove_subclass((Type *)tuple_item(from, i), t);
    int status = 0;
    for (ptrdiff_t i = 0; i < tuple_length(to); i++)
        if (type_add_subclass((Type *)tuple_item(to, i), t) < 0) status = -1;
    return status;
}

/* An mro() of the metaclass may assign __bases__ while this is under way: then what it assigned holds, and it has done
 * the rest of the work. */
static int change_bases(Type *t, Tuple *new_bases, Type *new_base) {
    Object *undo = list_new(0);
    if (!undo) return -1;
    Tuple *old_bases = t->bases;
    Type *old_base = t->base;
    t->bases = newref(new_bases);
    t->base = newref(new_base);
    int status = recompute_mros(t, undo);
    if (status < 0) restore_mros(undo);
    if (t->bases == new_bases && status < 0) {
        t->bases = old_bases;
        t->base = old_base;
        decref(new_bases);
        decref(new_base);
    } else {
        if (t->bases == new_bases) {
            status = change_subclass_lists(t, old_bases, new_bases);
            slots_update_all(t);
        }
        decref(old_bases);
        decref(old_base);
    }
    decref(undo);
    return status < 0 ? -1 : 0;
}

int type_set_bases(Object *o, Object *value, void *arg) {
    Type *t = (Type *)o;
    if (type_flag(t, TYPE_IMMUTABLE))
        return raise_int(&exc_TypeError, "cannot set '__bases__' attribute of immutable type '%N'", t);
    if (check_new_bases(t, value) < 0) return -1;
    Type *best = type_best_base((Tuple *)value);
    if (!best || type_check_compatible(t->base, best, "__bases__") < 0) return -1;
    incref(value);
    incref(best);
    int status = change_bases(t, (Tuple *)value, best);
    decref(value);
    decref(best);
    return status;
}
