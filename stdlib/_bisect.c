/* _bisect: finding places in sequences that are in order, by halving. */
#include "interp/api.h"

/* a < b: 1, 0, -1. Numbers and strings are compared at once. */
static int less(Object *a, Object *b) {
    if (a->type == b->type) {
        if (a->type == &int_type) return ((Int *)a)->value < ((Int *)b)->value;
        if (a->type == &float_type) return float_value(a) < float_value(b);
        if (a->type == &str_type) return str_order(a, b) < 0;
    }
    return object_compare_bool(a, b, CMP_LT);
}

/* Item i of the sequence, or what the key function makes of it: new. */
static Object *probe(Object *a, ptrdiff_t i, Object *key) {
    Object *item;
    if (a->type == &list_type && i < list_length(a))
        item = newref(list_item(a, i));
    else {
        Object *index = int_from_i64(i);
        if (!index) return NULL;
        item = object_getitem(a, index);
        decref(index);
    }
    if (!item || !key) return item;
    Object *result = object_call1(key, item);
    decref(item);
    return result;
}

/* The arguments (a, x, lo=0, hi=None, *, key=None), of which lo and hi become indices. 0, -1 */
static int bounds(Object **args, ptrdiff_t nargs, ptrdiff_t *lo, ptrdiff_t *hi, Object **key) {
    Object *low = arg_or_null(args, nargs, 2), *high = arg_or_null(args, nargs, 3);
    *key = arg_or_null(args, nargs, 4);
    if (*key == NONE) *key = NULL;
    *lo = low ? number_as_index(low, &exc_OverflowError) : 0;
    if (*lo == -1 && raise_pending()) return -1;
    *hi = high && high != NONE ? number_as_index(high, &exc_OverflowError) : -1;
    if (*hi == -1 && raise_pending()) return -1;
    if (*lo < 0) return raise_int(&exc_ValueError, "lo must be non-negative");
    if (*hi == -1) *hi = object_length(args[0]);
    return *hi < 0 && raise_pending() ? -1 : 0;
}

/* Where x belongs, in front of its equals (left) or behind them: -1 with an exception. */
static ptrdiff_t search(Object *a, Object *x, ptrdiff_t lo, ptrdiff_t hi, Object *key, bool left) {
    while (lo < hi) {
        ptrdiff_t middle = (ptrdiff_t)(((size_t)lo + (size_t)hi) / 2);
        Object *item = probe(a, middle, key);
        if (!item) return -1;
        int r = left ? less(item, x) : less(x, item);
        decref(item);
        if (r < 0) return -1;
        if (r == left)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

static Object *bisect(Object **args, ptrdiff_t nargs, bool left) {
    ptrdiff_t lo, hi;
    Object *key;
    if (bounds(args, nargs, &lo, &hi, &key) < 0) return NULL;
    ptrdiff_t i = search(args[0], args[1], lo, hi, key, left);
    return i < 0 ? NULL : int_from_i64(i);
}

/* Unlike the search alone, this applies the key function to x too. */
static Object *insort(Object **args, ptrdiff_t nargs, bool left) {
    ptrdiff_t lo, hi;
    Object *key;
    if (bounds(args, nargs, &lo, &hi, &key) < 0) return NULL;
    Object *sought = key ? object_call1(key, args[1]) : newref(args[1]);
    if (!sought) return NULL;
    ptrdiff_t i = search(args[0], sought, lo, hi, key, left);
    decref(sought);
    if (i < 0) return NULL;
    if (args[0]->type == &list_type) return list_insert(args[0], i, args[1]) < 0 ? NULL : new_none();
    Object *both[2] = {int_from_i64(i), args[1]};
    Object *done = both[0] ? object_call_method(args[0], names.insert, both, 2) : NULL;
    xdecref(both[0]);
    if (!done) return NULL;
    decref(done);
    return new_none();
}

static Object *bisect_left(Object *m, Object **args, ptrdiff_t nargs) {
    return bisect(args, nargs, true);
}
static Object *bisect_right(Object *m, Object **args, ptrdiff_t nargs) {
    return bisect(args, nargs, false);
}
static Object *insort_left(Object *m, Object **args, ptrdiff_t nargs) {
    return insort(args, nargs, true);
}
static Object *insort_right(Object *m, Object **args, ptrdiff_t nargs) {
    return insort(args, nargs, false);
}

static const Method bisect_methods[] = {
    {"bisect_left", bisect_left, 2, 4,
     "bisect_left(a, x, lo=0, hi=None, *, key=None)\n--\n\nWhere x belongs in a, in front of items equal to it."},
    {"bisect_right", bisect_right, 2, 4,
     "bisect_right(a, x, lo=0, hi=None, *, key=None)\n--\n\nWhere x belongs in a, behind items equal to it."},
    {"insort_left", insort_left, 2, 4,
     "insort_left(a, x, lo=0, hi=None, *, key=None)\n--\n\nInserts x into a, in front of items equal to it."},
    {"insort_right", insort_right, 2, 4,
     "insort_right(a, x, lo=0, hi=None, *, key=None)\n--\n\nInserts x into a, behind items equal to it."},
    {NULL},
};

const ModuleSpec _bisect_module = {
    .name = "_bisect",
    .doc = "The native functions of the module bisect.",
    .methods = bisect_methods,
};
