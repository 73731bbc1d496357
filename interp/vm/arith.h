/* Numbers in registers: results that are written in place.
 *
 * An int or float result may overwrite the object in its register, or that of a dying operand, if nobody else holds it:
 * the value that dies there and the new one would have exchanged the same block through the free list anyway. What then
 * still dies goes to its free list at once.
 */
#ifndef OURO_ARITH_H
#define OURO_ARITH_H

#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/object.h"
#include "interp/vm/vm.h"

static inline bool both_are(const Object *b, const Object *c, const Type *t) {
    return b->type == t && c->type == t;
}
static inline int64_t ival(const Object *o) {
    return ((const Int *)o)->value;
}
static inline double fval(const Object *o) {
    return ((const Float *)o)->value;
}

/* What does an operator for two ints; NULL for @. */
static inline BinaryFn int_operator(Opcode generic) {
    return int_type.binary[generic >= OP_IADD ? generic - OP_IADD : generic - OP_ADD];
}

/* The value of a float or an int as a double. exactly: not of an int that may lie between two of them. */
static inline bool real_value(const Object *o, bool exactly, double *v) {
    if (o->type == &float_type) {
        *v = fval(o);
        return true;
    }
    if (o->type != &int_type || (exactly && !int_is_double(ival(o)))) return false;
    *v = (double)ival(o);
    return true;
}
/* The values of two such numbers, of which one at least is a float. */
static inline bool real_values(const Object *b, const Object *c, bool exactly, double *x, double *y) {
    return (b->type == &float_type || c->type == &float_type) && real_value(b, exactly, x) && real_value(c, exactly, y);
}

/* *slot = v. False: MemoryError. */
static inline __attribute__((always_inline)) bool store_int(Object **slot, int64_t v) {
    Object *old = *slot;
    if (likely(old && old->type == &int_type && old->refcount == 1)) {
        if (likely(!int_is_small(v))) {
            ((Int *)old)->value = v;
        } else {
            *slot = int_from_i64(v);
            refcount_add(-1);
            freelist_free(&freelist_int, old);
        }
        return true;
    }
    Object *x = int_from_i64(v);
    if (unlikely(!x)) return false;
    *slot = x;
    xdecref(old);
    return true;
}

static inline __attribute__((always_inline)) bool store_float(Object **slot, double v) {
    Object *old = *slot;
    if (likely(old && old->type == &float_type && old->refcount == 1)) {
        ((Float *)old)->value = v;
        return true;
    }
    Object *x = float_new(v);
    if (unlikely(!x)) return false;
    *slot = x;
    xdecref(old);
    return true;
}

/* Empties the register of a dying operand. The object, if it is of type t and nobody else has it, else NULL; `spare` is
 * one that was taken before: of two the later one is kept. */
static inline __attribute__((always_inline)) Object *take_dying(Object **r, unsigned operand, Type *t, FreeList *list,
                                                                Object *spare) {
    if (!(operand & OPERAND_DYING)) return spare;
    Object **slot = &r[operand & OPERAND_INDEX], *o = *slot;
    *slot = NULL;
    if (o->refcount != 1 || o->type != t) {
        decref(o);
        return spare;
    }
    if (spare) {
        refcount_add(-1);
        freelist_free(list, spare);
    }
    return o;
}

/* r[a] = v, where dying operands b and c of the same type, or of others, may lend their object. False: MemoryError. */
static inline __attribute__((always_inline)) bool give_int(Object **r, unsigned a, unsigned b, unsigned c, int64_t v) {
    Object *spare = take_dying(r, b, &int_type, &freelist_int, NULL);
    spare = take_dying(r, c, &int_type, &freelist_int, spare);
    if (!spare) return store_int(&r[a], v);
    if (unlikely(int_is_small(v))) {
        decref(spare);
        return store_int(&r[a], v);
    }
    ((Int *)spare)->value = v;
    set_ref(&r[a], spare);
    return true;
}

static inline __attribute__((always_inline)) bool give_float(Object **r, unsigned a, unsigned b, unsigned c, double v) {
    Object *spare = take_dying(r, b, &float_type, &freelist_float, NULL);
    spare = take_dying(r, c, &float_type, &freelist_float, spare);
    if (!spare) return store_float(&r[a], v);
    ((Float *)spare)->value = v;
    set_ref(&r[a], spare);
    return true;
}

static inline bool compare_i64(int64_t x, int64_t y, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

static inline bool compare_f64(double x, double y, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

/* y is neither 0 nor -1 */
static inline int64_t floor_quotient(int64_t x, int64_t y) {
    int64_t q = x / y;
    return q - (q * y != x && (x < 0) != (y < 0));
}

#endif
