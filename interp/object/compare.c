/* Comparison of any two objects: the left operand is asked, then the right one with the operator turned round; the
 * right one first when its type is a true subtype. == and != fall back on identity. */
#include "interp/object/object.h"

#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/item.h"

static const enum CompareOp swapped[] = {
    [CMP_LT] = CMP_GT, [CMP_LE] = CMP_GE, [CMP_EQ] = CMP_EQ, [CMP_NE] = CMP_NE, [CMP_GT] = CMP_LT, [CMP_GE] = CMP_LE};

/* NotImplemented (new) when o's type has no comparison, or declines. */
static inline Object *ask(Object *o, Object *other, enum CompareOp op) {
    return o->type->compare ? o->type->compare(o, other, op) : newref(NOT_IMPLEMENTED);
}

/* Everything but the answer of a's type when b has the same type; `asked`: that was NotImplemented. */
static __attribute__((noinline)) Object *compare_otherwise(Object *a, Object *b, enum CompareOp op, bool asked) {
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    bool right_first = a->type != b->type && b->type->compare && type_is_subtype(b->type, type_of(a));
    if (right_first) {
        Object *result = ask(b, a, swapped[op]);
        if (result != NOT_IMPLEMENTED) return result;
        decref(result);
    }
    if (!asked) {
        Object *result = ask(a, b, op);
        if (result != NOT_IMPLEMENTED) return result;
        decref(result);
    }
    if (!right_first) {
        Object *result = ask(b, a, swapped[op]);
        if (result != NOT_IMPLEMENTED) return result;
        decref(result);
    }
    if (op == CMP_EQ) return new_bool(a == b);
    if (op == CMP_NE) return new_bool(a != b);
    return raise_error(&exc_TypeError, "'%s' not supported between instances of '%T' and '%T'", symbols[op], a, b);
}

Object *object_compare_declined(Object *a, Object *b, enum CompareOp op) {
    return compare_otherwise(a, b, op, true);
}

/* Of an answer, which is stolen; NULL: -1. */
static __attribute__((noinline)) int truth_of(Object *answer) {
    if (unlikely(!answer)) return -1;
    int truth = object_truth(answer);
    decref(answer);
    return truth;
}

/* Nested lists are compared by this and list_compare in turn, so it is kept small: it decides how deep they may be. */
static inline Object *compare(Object *a, Object *b, enum CompareOp op) {
    if (unlikely(stack_check(" in comparison") < 0)) return NULL;
    if (a->type != b->type) return compare_otherwise(a, b, op, false);
    Object *result = ask(a, b, op);
    if (likely(result != NOT_IMPLEMENTED)) return result;
    decref(result);
    return compare_otherwise(a, b, op, true);
}

Object *object_compare(Object *a, Object *b, enum CompareOp op) {
    return compare(a, b, op);
}

/* What a three-way comparison means for an operator. */
static inline int order_answers(int order, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

int object_compare_bool(Object *a, Object *b, enum CompareOp op) {
    if (a->type == b->type) {
        if (a->type == &int_type) {
            int64_t x = ((Int *)a)->value, y = ((Int *)b)->value;
            return order_answers(x < y ? -1 : x > y, op);
        }
        if (a->type == &str_type)
            return op == CMP_EQ || op == CMP_NE ? str_equal(a, b) == (op == CMP_EQ)
                                                : order_answers(str_order(a, b), op);
    }
    bool equality = op == CMP_EQ || op == CMP_NE;
    if (equality && !a->type->compare && !b->type->compare) return (a == b) == (op == CMP_EQ);
    if (a->type->compare == int_compare && b->type->compare == int_compare)
        return order_answers(a == b ? 0 : int_order(a, b), op);
    return truth_of(compare(a, b, op));
}

int item_equal_slow(Object *a, Object *b) {
    incref(a);
    incref(b);
    int r = truth_of(compare(a, b, CMP_EQ));
    decref(a);
    decref(b);
    return r;
}

int object_equal(Object *a, Object *b) {
    if (a == b) return 1;
    if (a->type == b->type) {
        if (a->type == &str_type) return str_equal(a, b);
        if (a->type == &int_type) return ((Int *)a)->value == ((Int *)b)->value;
        if (a->type == &float_type) return float_value(a) == float_value(b);
    }
    return object_compare_bool(a, b, CMP_EQ);
}
