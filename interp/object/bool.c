/* bool: the ints 0 and 1 with names of their own. True and False are the only two instances, part of the program's
 * data like the small ints; arithmetic with them gives plain ints, only & | ^ of two bools give a bool. */
#include "interp/object/int.h"
#include "interp/object/str.h"

Int int_false = {{IMMORTAL, &bool_type}, 0};
Int int_true = {{IMMORTAL, &bool_type}, 1};

static Object *bool_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("bool", kwnames) < 0) return NULL;
    if (nargs > 1) return raise_error(&exc_TypeError, "bool expected at most 1 argument, got %zd", nargs);
    int truth = nargs ? object_truth(args[0]) : 0;
    return truth < 0 ? NULL : new_bool(truth);
}

static Object *bool_repr(Object *o) {
    return newref(o == TRUE ? names.True : names.False);
}

static bool both_bools(Object *a, Object *b) {
    return a->type == &bool_type && b->type == &bool_type;
}

static Object *bool_and(Object *a, Object *b) {
    return both_bools(a, b) ? new_bool(a == TRUE && b == TRUE) : int_binary(a, b, BIN_AND);
}

static Object *bool_or(Object *a, Object *b) {
    return both_bools(a, b) ? new_bool(a == TRUE || b == TRUE) : int_binary(a, b, BIN_OR);
}

static Object *bool_xor(Object *a, Object *b) {
    return both_bools(a, b) ? new_bool(a != b) : int_binary(a, b, BIN_XOR);
}

static Object *bool_invert(Object *o) {
    int failed = raise_warning(&exc_DeprecationWarning, 1,
                               "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
                               "returns the bitwise inversion of the underlying int object and is usually not what you "
                               "expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if "
                               "you really want the bitwise inversion of the underlying int.");
    return failed < 0 ? NULL : int_from_i64(~((Int *)o)->value);
}

static void bool_dealloc(Object *o) {
    o->refcount = IMMORTAL;
}

Type bool_type = {
    .mem = {.name = "bool", .size = sizeof(Int), .flags = TYPE_INT, .dealloc = bool_dealloc},
    .base = &int_type,
    .doc = "bool(object=False, /)\n--\n\nThe truth of an object: True or False. The type cannot be subclassed.",
    .new = bool_new,
    .repr = bool_repr,
    .binary = {[BIN_AND] = bool_and, [BIN_OR] = bool_or, [BIN_XOR] = bool_xor},
    .unary = {[UNARY_INVERT] = bool_invert},
};
