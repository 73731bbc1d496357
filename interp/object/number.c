/* Arithmetic on any two objects.
 *
 * A binary operation asks the left operand's type, then the right one's. There are two exceptions to this order: the
 * right operand goes first when its type is a true subtype of the left one's, and nobody is asked twice when both
 * types share one function. What a type cannot do it answers with NotImplemented, and the next is asked:
 *
 *      in place (+= only)  ->  left, right  ->  + and * of sequences  ->  TypeError
 */
#include "interp/object/object.h"

#include "interp/object/bytes.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/str.h"

static const char *const symbols[BIN_COUNT] = {
    [BIN_ADD] = "+", [BIN_SUB] = "-",     [BIN_MUL] = "*",     [BIN_TRUEDIV] = "/",       [BIN_FLOORDIV] = "//",
    [BIN_MOD] = "%", [BIN_POW] = "**",    [BIN_MATMUL] = "@",  [BIN_AND] = "&",           [BIN_OR] = "|",
    [BIN_XOR] = "^", [BIN_LSHIFT] = "<<", [BIN_RSHIFT] = ">>", [BIN_DIVMOD] = "divmod()",
};

const char *number_symbol(enum BinaryOp op) {
    return symbols[op];
}

static inline bool declined(Object *result) {
    if (result != NOT_IMPLEMENTED) return false;
    decref(result);
    return true;
}

/* NotImplemented (new) when neither side can. */
static Object *try_both(Object *a, Object *b, enum BinaryOp op) {
    BinaryFn left = a->type->binary[op];
    BinaryFn right = a->type != b->type ? b->type->binary[op] : NULL;
    if (right == left) right = NULL;
    Object *result;
    if (left) {
        if (right && type_is_subtype(b->type, type_of(a))) {
            result = right(a, b);
            if (!declined(result)) return result;
            right = NULL;
        }
        result = left(a, b);
        if (!declined(result)) return result;
    }
    return right ? right(a, b) : newref(NOT_IMPLEMENTED);
}

static Object *repeat_sequence(Object *(*repeat)(Object *, ptrdiff_t), Object *sequence, Object *count) {
    if (!count->type->to_index)
        return raise_error(&exc_TypeError, "can't multiply sequence by non-int of type '%T'", count);
    ptrdiff_t n = number_as_count(count);
    if (n == -1 && raise_pending()) return NULL;
    return repeat(sequence, n);
}

static Object *unsupported(Object *a, Object *b, const char *symbol, const char *suffix) {
    return raise_error(&exc_TypeError, "unsupported operand type(s) for %s%s: '%T' and '%T'", symbol, suffix, a, b);
}

/* What + and * mean for sequences when the number slots have declined; NotImplemented (new) for anything else. */
static Object *try_sequences(Object *a, Object *b, enum BinaryOp op) {
    if (op == BIN_ADD && a->type->concat) return a->type->concat(a, b);
    if (op == BIN_MUL && a->type->repeat) return repeat_sequence(a->type->repeat, a, b);
    if (op == BIN_MUL && b->type->repeat) return repeat_sequence(b->type->repeat, b, a);
    return newref(NOT_IMPLEMENTED);
}

static Object *try_right(Object *a, Object *b, enum BinaryOp op) {
    BinaryFn left = a->type->binary[op], right = a->type != b->type ? b->type->binary[op] : NULL;
    return right && right != left ? right(a, b) : newref(NOT_IMPLEMENTED);
}

static Object *binary_rest(Object *a, Object *b, enum BinaryOp op) {
    Object *result = try_sequences(a, b, op);
    if (!declined(result)) return result;
    return unsupported(a, b, op == BIN_POW ? "** or pow()" : symbols[op], "");
}

Object *number_binary(Object *a, Object *b, enum BinaryOp op) {
    /* [0] * n: an int knows only what has the slot itself */
    if (!a->type->binary[op] && (b->type == &int_type || b->type == a->type)) return binary_rest(a, b, op);
    Object *result = try_both(a, b, op);
    return likely(!declined(result)) ? result : binary_rest(a, b, op);
}

Object *number_binary_declined(Object *a, Object *b, enum BinaryOp op) {
    Object *result = try_right(a, b, op);
    return declined(result) ? binary_rest(a, b, op) : result;
}

/* Of `n *= sequence`, n must not be of a kind that could be a sequence itself, even if it is none: so python3.14 has
 * it, for which that is a container, and whatever is made by a class statement. */
static bool is_sequence_like(const Type *t) {
    return type_flag(t, TYPE_HEAP) || t->contains || t->length;
}

static Object *inplace_rest(Object *a, Object *b, enum BinaryOp op) {
    Type *t = a->type;
    if (op == BIN_ADD && t->inplace_concat) return t->inplace_concat(a, b);
    if (op == BIN_MUL && t->inplace_repeat) return repeat_sequence(t->inplace_repeat, a, b);
    bool only_left = op == BIN_MUL && !t->repeat && is_sequence_like(t);
    Object *result = only_left ? newref(NOT_IMPLEMENTED) : try_sequences(a, b, op);
    if (!declined(result)) return result;
    return unsupported(a, b, symbols[op], "=");
}

Object *number_inplace(Object *a, Object *b, enum BinaryOp op) {
    if (a->type->inplace[op]) {
        Object *result = a->type->inplace[op](a, b);
        if (!declined(result)) return result;
    }
    Object *result = try_both(a, b, op);
    return likely(!declined(result)) ? result : inplace_rest(a, b, op);
}

Object *number_inplace_declined(Object *a, Object *b, enum BinaryOp op, bool asked_inplace) {
    Object *result = asked_inplace ? try_both(a, b, op) : try_right(a, b, op);
    return declined(result) ? inplace_rest(a, b, op) : result;
}

Object *number_unary(Object *a, enum UnaryOp op) {
    static const char *const names_of[UNARY_COUNT] = {
        [UNARY_NEG] = "unary -", [UNARY_POS] = "unary +", [UNARY_INVERT] = "unary ~", [UNARY_ABS] = "abs()"};
    UnaryFn f = a->type->unary[op];
    if (f) return f(a);
    return raise_error(&exc_TypeError, "bad operand type for %s: '%T'", names_of[op], a);
}

Object *number_power(Object *base, Object *exponent, Object *modulus) {
    if (!modulus || modulus == NONE) return number_binary(base, exponent, BIN_POW);
    Object *(*left)(Object *, Object *, Object *) = base->type->pow_mod;
    Object *(*right)(Object *, Object *, Object *) = base->type != exponent->type ? exponent->type->pow_mod : NULL;
    if (right == left) right = NULL;
    bool right_first = left && right && type_is_subtype(exponent->type, type_of(base));
    for (int turn = 0; turn < 2; turn++) {
        Object *(*f)(Object *, Object *, Object *) = (turn == 0) != right_first ? left : right;
        Object *result = f ? f(base, exponent, modulus) : newref(NOT_IMPLEMENTED);
        if (!declined(result)) return result;
    }
    Object *(*third)(Object *, Object *, Object *) = modulus->type->pow_mod;
    if (third && third != left && third != right) {
        Object *result = third(base, exponent, modulus);
        if (!declined(result)) return result;
    }
    return raise_error(&exc_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent,
                       modulus);
}

/* Conversions to int and float */

/* The result of a special method as an exact int. Steals result; `method` is for messages. */
static Object *checked_int(Object *result, const char *method) {
    if (!result || int_check_exact(result)) return result;
    Object *exact = NULL;
    if (!int_check(result))
        raise_error(&exc_TypeError, "%s returned non-int (type %T)", method, result);
    else if (raise_warning(&exc_DeprecationWarning, 1,
                           "%s returned non-int (type %T).  The ability to return an instance of a strict subclass of "
                           "int is deprecated, and may be removed in a future version of Python.",
                           method, result) == 0)
        exact = newref(int_exact(result));
    decref(result);
    return exact;
}

Object *number_index(Object *o) {
    if (int_check(o)) return newref(int_exact(o));
    if (o->type->to_index) return checked_int(o->type->to_index(o), "__index__");
    return raise_error(&exc_TypeError, "'%T' object cannot be interpreted as an integer", o);
}

ptrdiff_t number_as_index(Object *o, Type *overflow) {
    if (likely(o->type == &int_type)) return ((Int *)o)->value;
    Object *index = number_index(o);
    if (!index) return -1;
    int64_t value = 0;
    if (!int_fits_i64(index, &value)) {
        if (overflow == &exc_OverflowError)
            value = raise_int(overflow, "Python int too large to convert to C ssize_t");
        else if (overflow)
            value = raise_int(overflow, "cannot fit '%T' into an index-sized integer", o);
        else
            value = int_sign(index) < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
    }
    decref(index);
    return value;
}

ptrdiff_t number_as_count(Object *o) {
    ptrdiff_t n = number_as_index(o, &exc_IndexError);
    if (unlikely(n == -1 && raise_clear_if(&exc_IndexError)))
        raise_error(&exc_OverflowError, "cannot fit '%T' into an index-sized integer", o);
    return n;
}

Object *number_int(Object *o) {
    if (int_check_exact(o)) return newref(o);
    if (o->type->to_int) return checked_int(o->type->to_int(o), "__int__");
    if (o->type->to_index) return number_index(o);
    if (str_check(o) || buffer_check(o)) return int_from_text(o, 10);
    return raise_error(&exc_TypeError,
                       "int() argument must be a string, a bytes-like object or a real number, not '%T'", o);
}

/* What __float__ gave, as an exact float. Steals result; o is whose method it was. */
static Object *checked_float(Object *result, Object *o) {
    if (!result || result->type == &float_type) return result;
    Object *exact = NULL;
    if (!float_check(result))
        raise_error(&exc_TypeError, "%.50T.__float__ returned non-float (type %.50T)", o, result);
    else if (raise_warning(
                 &exc_DeprecationWarning, 1,
                 "%.50T.__float__ returned non-float (type %.50T).  The ability to return an instance of a strict "
                 "subclass of float is deprecated, and may be removed in a future version of Python.",
                 o, result) == 0)
        exact = float_new(float_value(result));
    decref(result);
    return exact;
}

Object *number_float(Object *o) {
    if (o->type == &float_type) return newref(o);
    if (o->type->to_float) return checked_float(o->type->to_float(o), o);
    if (!o->type->to_index)
        return raise_error(&exc_TypeError, "float() argument must be a string or a real number, not '%T'", o);
    Object *index = number_index(o);
    if (!index) return NULL;
    double d = int_as_double(index);
    decref(index);
    return d == -1.0 && raise_pending() ? NULL : float_new(d);
}
