/* The slot table, and the two kinds of functions that its rows name. Private to the files type*.c and descriptors.c. */
#ifndef OURO_TYPE_SLOTS_H
#define OURO_TYPE_SLOTS_H

#include "interp/object/object.h"
#include "interp/object/str.h"
#include "interp/object/type_impl.h"

typedef struct Slot Slot;

/* Calls the slot of built-in type t with the arguments of a Python call, self taken off. */
typedef Object *SlotWrapper(const Slot *slot, Type *t, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);

struct Slot {
    uint16_t name;  /* offset in Names */
    uint16_t field; /* offset in Type */
    int op;         /* enum CompareOp, for the rows of `compare` */
    SlotWrapper *wrapper;
    void *dunder;
    const char *doc; /* starts with the signature, as in method tables */
};

static inline Str *slot_name(const Slot *s) {
    return *(Str **)((char *)&names + s->name);
}
static inline void **slot_field(const Slot *s, Type *t) {
    return (void **)((char *)t + s->field);
}

/* type_slots.c */
extern const Method slot_new_method; /* the row behind every __new__ that calls a `new` slot */

/* type_wrappers.c */
SlotWrapper wrap_unary, wrap_hash, wrap_call, wrap_getattribute, wrap_setattr, wrap_delattr, wrap_compare, wrap_next,
    wrap_get, wrap_set, wrap_delete, wrap_init, wrap_finalize, wrap_binary, wrap_reflected, wrap_power,
    wrap_reflected_power, wrap_truth, wrap_length, wrap_set_item, wrap_delete_item, wrap_contains, wrap_repeat,
    wrap_buffer, wrap_release_buffer;
Object *wrap_new(Object *t, Object **args, ptrdiff_t nargs, Tuple *kwnames); /* body of slot_new_method */

/* type_dunders.c */
Object *dunder_repr(Object *o);
Object *dunder_str(Object *o);
intptr_t dunder_hash(Object *o);
Object *dunder_call(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *dunder_getattr(Object *o, Str *name);
int dunder_setattr(Object *o, Str *name, Object *value);
Object *dunder_compare(Object *a, Object *b, enum CompareOp op);
Object *dunder_iter(Object *o);
Object *dunder_next(Object *o);
Object *dunder_get(Object *d, Object *instance, Object *owner);
int dunder_set(Object *d, Object *instance, Object *value);
int dunder_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *dunder_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);
void dunder_finalize(Object *o);
Object *dunder_divmod(Object *a, Object *b);
Object *dunder_power(Object *a, Object *b);
Object *dunder_power_mod(Object *a, Object *b, Object *modulus);
Object *dunder_inplace_power(Object *a, Object *b);
#define SLOT(name, field, wrapper, dunder, parameters, doc)
#define COMPARE(name, op, symbol)
#define BINARY(op, name, reflected, inplace, symbol) \
    Object *dunder##name(Object *a, Object *b); \
    Object *dunder##inplace(Object *a, Object *b);
#include "interp/object/slots.def"
#undef SLOT
#undef COMPARE
#undef BINARY
Object *dunder_neg(Object *o);
Object *dunder_pos(Object *o);
Object *dunder_invert(Object *o);
Object *dunder_abs(Object *o);
int dunder_truth(Object *o);
Object *dunder_int(Object *o);
Object *dunder_index(Object *o);
Object *dunder_float(Object *o);
ptrdiff_t dunder_length(Object *o);
Object *dunder_get_item(Object *o, Object *key);
int dunder_set_item(Object *o, Object *key, Object *value);
int dunder_contains(Object *o, Object *item);
Object *dunder_await(Object *o);
Object *dunder_aiter(Object *o);
Object *dunder_anext(Object *o);
int dunder_buffer(Object *o, Buffer *out, int flags);
void dunder_release_buffer(Object *o, Buffer *b);

#endif
