/* Special methods and slots: the table slots.def in both directions.
 *
 * From slot to method: the dict of a static type gets a wrapper_descriptor for every slot that the type does not share
 * with its base.
 *
 * From method to slot: for each slot of a class made at run time the methods of its rows are looked up along the MRO.
 * If what is found is the wrapper of a built-in type's slot, that type's C function goes straight into the slot, so
 * that a subclass of int that defines nothing adds as fast as int. If it is anything else, the slot gets the row's
 * dunder function, which looks the method up at each call. When the rows of a slot (__add__ and __radd__) disagree, the
 * dunder function is right too.
 *
 * Most classes have one base and define few special methods. They start with the slots of the base, and only the names
 * in their own dict are resolved.
 */
#include "interp/object/type_slots.h"

#include <string.h>

#include "interp/object/descriptors.h"
#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/weakref.h"

static const Slot slot_table[] = {
#define ROW(name_, field_, op_, wrapper_, dunder_, doc_) \
    { offsetof(Names, name_), offsetof(Type, field_), op_, wrapper_, (void *)dunder_, doc_ }
#define SLOT(name, field, wrapper, dunder, parameters, doc) \
    ROW(name, field, 0, wrapper, dunder, #name parameters "\n--\n\n" doc),
#define COMPARE(name, op, symbol) \
    ROW(name, compare, op, wrap_compare, dunder_compare, #name "(value, /)\n--\n\nself " symbol " value."),
#define BINARY(op, name, reflected, inplace_, symbol) \
    ROW(name, binary[op], 0, wrap_binary, dunder##name, #name "(value, /)\n--\n\nself " symbol " value."), \
        ROW(reflected, binary[op], 0, wrap_reflected, dunder##name, \
            #reflected "(value, /)\n--\n\nvalue " symbol " self."), \
        ROW(inplace_, inplace[op], 0, wrap_binary, dunder##inplace_, \
            #inplace_ "(value, /)\n--\n\nself " symbol "= value."),
#include "interp/object/slots.def"
#undef SLOT
#undef COMPARE
#undef BINARY
#undef ROW
};

enum { SLOT_COUNT = sizeof slot_table / sizeof *slot_table };

const Method slot_new_method = {"__new__",
                                (NativeFn)(void *)wrap_new,
                                0,
                                -1,
                                "__new__($type, *args, **kwargs)\n--\n\nMakes an object, not yet set up; see type.",
                                METH_KEYWORDS};

/* --- from slots to methods --- */

/* Is the slot the type's own, and not taken over from its base? */
static bool defines(Type *t, const Slot *s) {
    void *own = *slot_field(s, t);
    return own && !(t->base && own == *slot_field(s, t->base));
}

/* Exceptions without fields and methods of their own are made by a macro, in CPython too, which sets all slots. */
static bool is_simple_exception(const Type *t) {
    const Type *plain = &exc_BaseException;
    return type_flag(t, TYPE_EXCEPTION) && t->mem.size == plain->mem.size && t->str == plain->str &&
           t->new == plain->new;
}

static int add_new(Type *t, Dict *dict) {
    if (!t->new || (t->base && t->new == t->base->new && !is_simple_exception(t))) return 0;
    Object *method = native_new(&slot_new_method, (Object *)t, NULL);
    if (!method) return -1;
    int status = dict_set((Object *)dict, (Object *)names.__new__, method);
    decref(method);
    return status;
}

int slots_fill_dict(Type *t, Dict *dict) {
    for (const Slot *s = slot_table; s < slot_table + SLOT_COUNT; s++) {
        if (!s->wrapper || !defines(t, s) || dict_get_str(dict, slot_name(s))) continue;
        Object *method = wrapper_descriptor_new(t, s);
        if (!method) return -1;
        int status = dict_set((Object *)dict, (Object *)slot_name(s), method);
        decref(method);
        if (status < 0) return -1;
    }
    if (!t->hash && t->base && t->base->hash && dict_set((Object *)dict, (Object *)names.__hash__, NONE) < 0) return -1;
    return add_new(t, dict);
}

/* --- finding rows by name --- */

/* Open addressing by the address of the name; 1 + row, 0: empty. A name has as many entries as rows. */
static uint8_t row_index[256];
_Static_assert(SLOT_COUNT < 128, "row_index is to be half empty, and its entries are bytes");

static uint8_t name_place(const Str *name) {
    return (uint8_t)(((uintptr_t)name >> 3) ^ ((uintptr_t)name >> 11));
}

static void index_rows(void) {
    for (int i = 0; i < SLOT_COUNT; i++) {
        uint8_t place = name_place(slot_name(&slot_table[i]));
        while (row_index[place]) place++;
        row_index[place] = (uint8_t)(i + 1);
    }
}

/* Rows of that name one after the other: *place is where to go on. NULL: no more. */
static const Slot *next_row(const Str *name, uint8_t *place) {
    while (row_index[*place]) {
        const Slot *s = &slot_table[row_index[(*place)++] - 1];
        if (slot_name(s) == name) return s;
    }
    return NULL;
}

static uint8_t first_place(const Str *name) {
    if (!row_index[name_place(names.__repr__)]) index_rows();
    return name_place(name);
}

void slots_shutdown(void) {
    memset(row_index, 0, sizeof row_index);
}

/* --- from methods to slots --- */

enum Resolution {
    METHOD_NOT_HERE, /* look further along the MRO */
    METHOD_ABSENT,   /* meant for another slot of the same name */
    METHOD_IN_C,     /* *function is the C function behind it */
    METHOD_PYTHON,   /* to be called through the row's dunder function */
};

/* += of a sequence also is what += means where numbers are tried first: before a __add__ of the class. */
static bool serves_as(const Slot *found, const Slot *wanted) {
    return found->field == wanted->field || found->field == offsetof(Type, inplace_concat);
}

/* What a static type has under the row's name follows from its slots; its dict need not even exist. */
static enum Resolution find_in_slots(Type *t, const Slot *s, void **function) {
    if (slot_name(s) == names.__getattr__) return METHOD_NOT_HERE; /* their getattr is __getattribute__ */
    if (defines(t, s)) {
        *function = *slot_field(s, t);
        return METHOD_IN_C;
    }
    if (slot_name(s) == names.__hash__ && !t->hash && t->base && t->base->hash) {
        *function = NULL;
        return METHOD_IN_C;
    }
    uint8_t place = first_place(slot_name(s));
    for (const Slot *other; (other = next_row(slot_name(s), &place));) {
        if (other == s || !other->wrapper || !defines(t, other)) continue;
        if (!serves_as(other, s)) return METHOD_ABSENT;
        *function = *slot_field(other, t);
        return METHOD_IN_C;
    }
    return METHOD_NOT_HERE;
}

static enum Resolution find_in_dict(Type *t, const Slot *s, Type *c, void **function) {
    Object *method = c->dict ? dict_get_str(c->dict, slot_name(s)) : NULL;
    if (!method) return METHOD_NOT_HERE;
    if (method->type == &wrapper_descriptor_type) {
        const WrapperDescriptor *w = (WrapperDescriptor *)method;
        if (slot_name(w->slot) == slot_name(s) && type_is_subtype(t, w->owner)) {
            if (!serves_as(w->slot, s)) return METHOD_ABSENT;
            *function = *slot_field(w->slot, w->owner);
            return METHOD_IN_C;
        }
    } else if (method->type == &native_type && ((Native *)method)->method == &slot_new_method) {
        *function = *slot_field(s, (Type *)((Native *)method)->self);
        return METHOD_IN_C;
    } else if (method == NONE && slot_name(s) == names.__hash__) {
        *function = NULL;
        return METHOD_IN_C;
    }
    return METHOD_PYTHON;
}

static enum Resolution resolve_row(Type *t, const Slot *s, void **function) {
    Tuple *mro = t->mro;
    for (ptrdiff_t i = 0; mro && i < tuple_length(mro); i++) {
        Type *c = (Type *)tuple_item(mro, i);
        enum Resolution found =
            type_flag(c, TYPE_HEAP) ? find_in_dict(t, s, c, function) : find_in_slots(c, s, function);
        if (found != METHOD_NOT_HERE) return found;
    }
    return METHOD_ABSENT;
}

/* Fills the slot that row s belongs to. */
static void resolve_slot(Type *t, const Slot *s) {
    uint16_t field = s->field;
    while (s > slot_table && s[-1].field == field) s--;
    void *in_c = NULL, *dunder = NULL;
    bool use_dunder = false;
    for (; s < slot_table + SLOT_COUNT && s->field == field; s++) {
        void *function;
        switch (resolve_row(t, s, &function)) {
        case METHOD_NOT_HERE:
        case METHOD_ABSENT: break;
        case METHOD_IN_C:
            if (in_c && in_c != function) use_dunder = true;
            in_c = function;
            dunder = s->dunder;
            break;
        case METHOD_PYTHON:
            use_dunder = true;
            dunder = s->dunder;
            break;
        }
    }
    /* Objects are made by who knows their layout, even if an mro() of its own leaves that type out: what the base has
     * given stays. So does dunder_new when the __new__ in Python is gone: it finds the one in C. */
    if (field == offsetof(Type, new) && in_c && !use_dunder && t->base) return;
    *(void **)((char *)t + field) = use_dunder ? dunder : in_c;
}

/* Rows are known by interned names. */
static void resolve_name(Type *t, Str *name) {
    Object *interned = newref(name);
    str_intern(&interned);
    uint8_t place = first_place((Str *)interned);
    for (const Slot *s; (s = next_row((Str *)interned, &place));) resolve_slot(t, s);
    decref(interned);
}

static void resolve_all(Type *t) {
    for (int i = 0; i < SLOT_COUNT; i++)
        if (i == 0 || slot_table[i].field != slot_table[i - 1].field) resolve_slot(t, &slot_table[i]);
}

static bool is_special_name(const Object *key) {
    if (!str_check_exact(key)) return false;
    const Str *s = (const Str *)key;
    return s->length > 4 && s->ascii && s->data[0] == '_' && s->data[1] == '_';
}

/* t's MRO is t followed by the MRO of its base. */
static bool extends_base_only(Type *t) {
    Tuple *mro = t->mro, *rest = type_mro(t->base);
    return rest && mro->length == rest->length + 1 && mro->items[0] == (Object *)t &&
           memcmp(mro->items + 1, rest->items, (size_t)rest->length * sizeof *rest->items) == 0;
}

void slots_inherit(Type *t) {
    memcpy(type_slots(t), type_slots(t->base), TYPE_SLOT_COUNT * sizeof(void *));
    t->mem.finalize = t->base->mem.finalize;
    if (!t->inplace[BIN_ADD]) t->inplace[BIN_ADD] = t->inplace_concat; /* see serves_as */
    if (!extends_base_only(t)) {
        resolve_all(t);
        return;
    }
    ptrdiff_t i = 0;
    Object *key, *value;
    while (dict_next(t->dict, &i, &key, &value))
        if (is_special_name(key)) resolve_name(t, (Str *)key);
}

static void for_subclasses(Type *t, void (*update)(Type *, Str *), Str *name) {
    ptrdiff_t i = 0;
    Object *ref;
    while (t->subclasses && dict_next(t->subclasses, &i, NULL, &ref)) {
        Object *subclass = weakref_get(ref);
        if (subclass) update((Type *)subclass, name);
        xdecref(subclass);
    }
}

void slots_update(Type *t, Str *name) {
    if (!is_special_name((Object *)name)) return;
    resolve_name(t, name);
    for_subclasses(t, slots_update, name);
}

static void update_all(Type *t, Str *unused) {
    resolve_all(t);
    for_subclasses(t, update_all, unused);
}

void slots_update_all(Type *t) {
    update_all(t, NULL);
}
