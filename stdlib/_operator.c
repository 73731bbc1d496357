/* _operator: the operators of the language as functions. Those that are one operator are rows of operators.def. */
#include "stdlib/operator.h"

#define COMPARE(name, code, doc) \
    static Object *op_##name(Object *self, Object **args, ptrdiff_t nargs) { \
        return object_compare(args[0], args[1], code); \
    }
#define BINARY(name, code, doc) \
    static Object *op_##name(Object *self, Object **args, ptrdiff_t nargs) { \
        return number_binary(args[0], args[1], code); \
    }
#define INPLACE(name, code, doc) \
    static Object *op_##name(Object *self, Object **args, ptrdiff_t nargs) { \
        return number_inplace(args[0], args[1], code); \
    }
#define UNARY(name, code, doc) \
    static Object *op_##name(Object *self, Object **args, ptrdiff_t nargs) { \
        return number_unary(args[0], code); \
    }
#include "stdlib/operators.def"
#undef COMPARE
#undef BINARY
#undef INPLACE
#undef UNARY

static Object *op_abs(Object *self, Object **args, ptrdiff_t nargs) {
    return number_unary(args[0], UNARY_ABS);
}

static Object *op_index(Object *self, Object **args, ptrdiff_t nargs) {
    return number_index(args[0]);
}

static Object *op_truth(Object *self, Object **args, ptrdiff_t nargs) {
    int r = object_truth(args[0]);
    return r < 0 ? NULL : new_bool(r);
}

static Object *op_not(Object *self, Object **args, ptrdiff_t nargs) {
    int r = object_truth(args[0]);
    return r < 0 ? NULL : new_bool(!r);
}

static Object *op_is(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(args[0] == args[1]);
}

static Object *op_is_not(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(args[0] != args[1]);
}

static Object *op_is_none(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(args[0] == NONE);
}

static Object *op_is_not_none(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(args[0] != NONE);
}

static Object *op_call(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs < 1) return raise_error(&exc_TypeError, "call expected at least 1 argument, got 0");
    return object_call(args[0], args + 1, nargs - 1, kwnames);
}

/* ---- containers */

static Object *op_getitem(Object *self, Object **args, ptrdiff_t nargs) {
    return object_getitem(args[0], args[1]);
}

static Object *op_setitem(Object *self, Object **args, ptrdiff_t nargs) {
    return object_setitem(args[0], args[1], args[2]) < 0 ? NULL : new_none();
}

static Object *op_delitem(Object *self, Object **args, ptrdiff_t nargs) {
    return object_setitem(args[0], args[1], NULL) < 0 ? NULL : new_none();
}

static Object *op_contains(Object *self, Object **args, ptrdiff_t nargs) {
    int r = object_contains(args[0], args[1]);
    return r < 0 ? NULL : new_bool(r);
}

static bool is_sequence(Object *o) {
    return o->type->get_item && !dict_check(o);
}

static Object *op_concat(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type->concat) return args[0]->type->concat(args[0], args[1]);
    if (is_sequence(args[0]) && is_sequence(args[1])) return number_binary(args[0], args[1], BIN_ADD);
    return raise_error(&exc_TypeError, "'%T' object can't be concatenated", args[0]);
}

static Object *op_iconcat(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type->inplace_concat) return args[0]->type->inplace_concat(args[0], args[1]);
    if (args[0]->type->concat) return args[0]->type->concat(args[0], args[1]);
    if (is_sequence(args[0]) && is_sequence(args[1])) return number_inplace(args[0], args[1], BIN_ADD);
    return raise_error(&exc_TypeError, "'%T' object can't be concatenated", args[0]);
}

/* Counts the items equal to `value`, or (first) stops at one: its position in *position. -1: exception. */
static int64_t count_equal(Object *iterable, Object *value, bool first, int64_t *position) {
    Object *it = object_iter(iterable);
    if (!it) {
        if (raise_clear_if(&exc_TypeError))
            raise_error(&exc_TypeError, "argument of type '%T' is not iterable", iterable);
        return -1;
    }
    int64_t count = 0, i = 0;
    int r = 0;
    for (Object *item; r >= 0 && !(first && count) && (item = object_next(it)); i++) {
        r = object_equal(item, value);
        decref(item);
        count += r > 0;
    }
    decref(it);
    *position = i - 1;
    return r < 0 || raise_pending() ? -1 : count;
}

static Object *op_countof(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t position, n = count_equal(args[0], args[1], false, &position);
    return n < 0 ? NULL : int_from_i64(n);
}

static Object *op_indexof(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t position, n = count_equal(args[0], args[1], true, &position);
    if (n == 0) return raise_error(&exc_ValueError, "sequence.index(x): x not in sequence");
    return n < 0 ? NULL : int_from_i64(position);
}

static Object *op_length_hint(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t otherwise = 0;
    if (nargs > 1) {
        otherwise = number_as_index(args[1], &exc_OverflowError);
        if (otherwise == -1 && raise_pending()) return NULL;
    }
    ptrdiff_t n = object_length_hint(args[0], otherwise);
    return n == -1 && raise_pending() ? NULL : int_from_i64(n);
}

/* ---- comparing without telling by the time where the difference is */

static Object *op_compare_digest(Object *self, Object **args, ptrdiff_t nargs) {
    Object *a = args[0], *b = args[1];
    Buffer x = {0}, y = {0};
    bool text = str_check(a) && str_check(b);
    if (text) {
        if (!((Str *)a)->ascii || !((Str *)b)->ascii)
            return raise_error(&exc_TypeError, "comparing strings with non-ASCII characters is not supported");
        x = (Buffer){.data = str_data(a), .length = str_length(a)};
        y = (Buffer){.data = str_data(b), .length = str_length(b)};
    } else {
        if (!buffer_check(a) || !buffer_check(b))
            return raise_error(&exc_TypeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", a,
                               b);
        if (buffer_get(a, &x, BUFFER_SIMPLE) < 0) return NULL;
        if (buffer_get(b, &y, BUFFER_SIMPLE) < 0) {
            buffer_release(&x);
            return NULL;
        }
    }
    volatile unsigned difference = x.length != y.length;
    const uint8_t *other = x.length == y.length ? x.data : y.data; /* as many steps in either case */
    for (ptrdiff_t i = 0; i < y.length; i++) difference |= other[i] ^ y.data[i];
    bool equal = difference == 0;
    if (!text) {
        buffer_release(&x);
        buffer_release(&y);
    }
    return new_bool(equal);
}

/* ---- the module */

static int operator_setup(Object *module) {
    static Type *const types[] = {&operator_attrgetter, &operator_itemgetter, &operator_methodcaller};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(module, types[i]) < 0) return -1;
    return 0;
}

static const Method operator_methods[] = {
#define COMPARE(name, code, doc) {#name, op_##name, 2, 2, #name "(a, b, /)\n--\n\n" doc "."},
#define BINARY(name, code, doc)  {#name, op_##name, 2, 2, #name "(a, b, /)\n--\n\n" doc "."},
#define INPLACE(name, code, doc) {#name, op_##name, 2, 2, #name "(a, b, /)\n--\n\nThe value of a after " doc "."},
#define UNARY(name, code, doc)   {#name, op_##name, 1, 1, #name "(a, /)\n--\n\n" doc "."},
#include "stdlib/operators.def"
#undef COMPARE
#undef BINARY
#undef INPLACE
#undef UNARY
    {"_compare_digest", op_compare_digest, 2, 2,
     "_compare_digest(a, b, /)\n--\n\na == b for texts or bytes, in a time that does not depend on where they differ."},
    {"abs", op_abs, 1, 1, "abs(a, /)\n--\n\nabs(a)."},
    {"call", (NativeFn)(void *)op_call, 1, -1, "call(obj, /, *args, **kwargs)\n--\n\nobj(*args, **kwargs).",
     METH_KEYWORDS},
    {"concat", op_concat, 2, 2, "concat(a, b, /)\n--\n\na + b, for sequences."},
    {"contains", op_contains, 2, 2, "contains(a, b, /)\n--\n\nb in a."},
    {"countOf", op_countof, 2, 2, "countOf(a, b, /)\n--\n\nHow many items of a equal b."},
    {"delitem", op_delitem, 2, 2, "delitem(a, b, /)\n--\n\ndel a[b]."},
    {"getitem", op_getitem, 2, 2, "getitem(a, b, /)\n--\n\na[b]."},
    {"iconcat", op_iconcat, 2, 2, "iconcat(a, b, /)\n--\n\nThe value of a after a += b, for sequences."},
    {"index", op_index, 1, 1, "index(a, /)\n--\n\na.__index__()."},
    {"indexOf", op_indexof, 2, 2, "indexOf(a, b, /)\n--\n\nWhere b is first found in a."},
    {"is_", op_is, 2, 2, "is_(a, b, /)\n--\n\na is b."},
    {"is_none", op_is_none, 1, 1, "is_none(a, /)\n--\n\na is None."},
    {"is_not", op_is_not, 2, 2, "is_not(a, b, /)\n--\n\na is not b."},
    {"is_not_none", op_is_not_none, 1, 1, "is_not_none(a, /)\n--\n\na is not None."},
    {"length_hint", op_length_hint, 1, 2,
     "length_hint(obj, default=0, /)\n--\n\nHow many items an object may have: its length, its estimate, or default."},
    {"not_", op_not, 1, 1, "not_(a, /)\n--\n\nnot a."},
    {"setitem", op_setitem, 3, 3, "setitem(a, b, c, /)\n--\n\na[b] = c."},
    {"truth", op_truth, 1, 1, "truth(a, /)\n--\n\nWhether a is true."},
    {NULL},
};

const ModuleSpec _operator_module = {
    .name = "_operator",
    .doc = "The operators of the language as functions.",
    .methods = operator_methods,
    .setup = operator_setup,
};
