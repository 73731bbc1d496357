/* Built-in functions on iterables. (map, filter, zip, ... are types.) */
#include "interp/builtins.h"
#include "interp/vm/vm.h"

/* all: is there none with truth false? any: is there one with truth true? */
static Object *search_truth(Object *iterable, int wanted) {
    Object *it = object_iter(iterable), *x;
    if (!it) return NULL;
    while ((x = iterator_next_below(it))) {
        int t = x == TRUE ? 1 : x == FALSE ? 0 : x->type == &int_type ? ((Int *)x)->value != 0 : object_truth(x);
        decref(x);
        if (t == wanted || t < 0) {
            decref(it);
            return t < 0 ? NULL : new_bool(wanted);
        }
    }
    decref(it);
    return raise_pending() && !raise_clear_if(&exc_StopIteration) ? NULL : new_bool(!wanted);
}

static Object *builtin_all(Object *self, Object **args, ptrdiff_t nargs) {
    return search_truth(args[0], 0);
}
static Object *builtin_any(Object *self, Object **args, ptrdiff_t nargs) {
    return search_truth(args[0], 1);
}

static Object *builtin_iter(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 1) return object_iter(args[0]);
    if (!object_callable(args[0])) return raise_error(&exc_TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(args[0], args[1]);
}

static Object *builtin_next(Object *self, Object **args, ptrdiff_t nargs) {
    Object *it = args[0];
    if (!it->type->next) return raise_error(&exc_TypeError, "'%T' object is not an iterator", it);
    Object *x = it->type->next(it);
    if (x) return x;
    if (nargs > 1) {
        if (!raise_pending() || raise_clear_if(&exc_StopIteration)) return newref(args[1]);
        return NULL;
    }
    if (!raise_pending()) raise_stop(NULL);
    return NULL;
}

static Object *builtin_aiter(Object *self, Object **args, ptrdiff_t nargs) {
    Object *o = args[0];
    if (!o->type->aiter) return raise_error(&exc_TypeError, "'%T' object is not an async iterable", o);
    Object *it = o->type->aiter(o);
    if (it && !it->type->anext) {
        raise_error(&exc_TypeError, "aiter() returned not an async iterator of type '%.100T'", it);
        clear_ref(&it);
    }
    return it;
}

static Object *builtin_anext(Object *self, Object **args, ptrdiff_t nargs) {
    Object *o = args[0];
    if (!o->type->anext) return raise_error(&exc_TypeError, "'%T' object is not an async iterator", o);
    Object *awaitable = o->type->anext(o);
    if (!awaitable || nargs == 1) return awaitable;
    Object *guarded = anext_awaitable_new(awaitable, args[1]);
    decref(awaitable);
    return guarded;
}

/* --- min and max --- */

typedef struct Extreme {
    Object *item, *key; /* owned; the best so far and what it is compared by */
    Object *function;   /* key= or NULL */
    enum CompareOp op;
} Extreme;

/* Does key come in front of the best one so far? 1, 0, -1 */
static inline int is_better(const Extreme *e, Object *key, Object *best) {
    if (key->type == &int_type && best->type == &int_type) {
        int64_t a = ((Int *)key)->value, b = ((Int *)best)->value;
        return e->op == CMP_LT ? a < b : a > b;
    }
    if (key->type == &float_type && best->type == &float_type) {
        double a = float_value(key), b = float_value(best);
        return e->op == CMP_LT ? a < b : a > b;
    }
    return object_compare_bool(key, best, e->op);
}

static int extreme_offer(Extreme *e, Object *item) {
    if (!e->function) {
        int better = e->item ? is_better(e, item, e->item) : 1;
        if (better > 0) set_ref(&e->item, newref(item));
        return better < 0 ? -1 : 0;
    }
    Object *key = object_call1(e->function, item);
    if (!key) return -1;
    int better = e->item ? is_better(e, key, e->key) : 1;
    if (better > 0) {
        set_ref(&e->item, newref(item));
        set_ref(&e->key, newref(key));
    }
    decref(key);
    return better < 0 ? -1 : 0;
}

static int extreme_of_iterable(Extreme *e, Object *iterable) {
    Object *it = object_iter(iterable), *x;
    if (!it) return -1;
    int status = 0;
    while (status == 0 && (x = iterator_next_below(it))) {
        status = extreme_offer(e, x);
        decref(x);
    }
    decref(it);
    return raise_pending() && !(status == 0 && raise_clear_if(&exc_StopIteration)) ? -1 : status;
}

static Object *find_extreme(const char *name, enum CompareOp op, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"key", "default", NULL};
    Object *options[2] = {NULL};
    if (nargs == 0) return raise_error(&exc_TypeError, "%s expected at least 1 argument, got 0", name);
    if (kwnames && args_bind(name, parameters, 0, 0, args + nargs, 0, kwnames, options) < 0) return NULL;
    if (nargs > 1 && options[1])
        return raise_error(&exc_TypeError, "Cannot specify a default for %s() with multiple positional arguments",
                           name);
    if (nargs == 2 && !kwnames) {
        Extreme plain = {.op = op};
        int better = is_better(&plain, args[1], args[0]);
        return better < 0 ? NULL : newref(args[better]);
    }
    Extreme e = {.function = options[0] == NONE ? NULL : options[0], .op = op};
    int status = 0;
    if (nargs == 1) status = extreme_of_iterable(&e, args[0]);
    for (ptrdiff_t i = 0; nargs > 1 && status == 0 && i < nargs; i++) status = extreme_offer(&e, args[i]);
    xdecref(e.key);
    if (status < 0)
        clear_ref(&e.item);
    else if (!e.item && options[1])
        e.item = newref(options[1]);
    else if (!e.item)
        raise_error(&exc_ValueError, "%s() iterable argument is empty", name);
    return e.item;
}

static Object *builtin_min(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return find_extreme("min", CMP_LT, args, nargs, kwnames);
}

static Object *builtin_max(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return find_extreme("max", CMP_GT, args, nargs, kwnames);
}

/* --- sum --- */

/* Neumaier's compensated addition: `low` collects what `high` cannot hold. */
static void add_compensated(double *high, double *low, double x) {
    double t = *high + x;
    if (__builtin_fabs(*high) >= __builtin_fabs(x))
        *low += (*high - t) + x;
    else
        *low += (x - t) + *high;
    *high = t;
}

static double compensated(double high, double low) {
    return low && __builtin_isfinite(low) ? high + low : high;
}

/* total += item, which it steals. 1, for "go on", or -1. */
static int sum_add(Object **total, Object *item) {
    set_ref(total, number_binary(*total, item, BIN_ADD));
    decref(item);
    return *total ? 1 : -1;
}

/* The next item for a sum. NULL: all were taken, or an exception is pending. */
static inline Object *sum_next(Object *it) {
    Object *x = iterator_next_below(it);
    if (unlikely(!x) && raise_pending()) raise_clear_if(&exc_StopIteration);
    return x;
}

static inline bool is_sum_int(const Object *x) {
    return x->type == &int_type || x->type == &bool_type;
}

/* Adds exact ints and bools that stand next in a list or tuple, whose iterator moves on, without taking references to
 * them. */
static int64_t sum_int_items(Object *iterator, int64_t sum) {
    ListIterator *it = (ListIterator *)iterator;
    bool steps = it->base.type == &list_iterator_type || it->base.type == &tuple_iterator_type;
    if (!steps || !it->sequence) return sum;
    Object *const *items = sequence_items(it->sequence);
    for (ptrdiff_t n = sequence_size(it->sequence); it->index < n; it->index++) {
        const Object *x = items[it->index];
        int64_t next;
        if (!is_sum_int(x) || __builtin_add_overflow(sum, ((Int *)x)->value, &next)) break;
        sum = next;
    }
    return sum;
}

/* The stages of a sum: each adds items of its kind without making objects, as long as the total is of that kind, and
 * leaves off at the first other item, which it still adds. 1: there may be more; 0: that was all; -1. */
static int sum_ints(Object *it, Object **total) {
    int64_t sum;
    if (!int_check_exact(*total) || !int_fits_i64(*total, &sum)) return 1;
    sum = sum_int_items(it, sum);
    Object *x;
    while ((x = sum_next(it)) && is_sum_int(x)) {
        int64_t next;
        if (__builtin_add_overflow(sum, ((Int *)x)->value, &next)) break;
        sum = next;
        decref(x);
    }
    set_ref(total, int_from_i64(sum));
    if (*total && x) return sum_add(total, x);
    xdecref(x);
    return *total && !raise_pending() ? 0 : -1;
}

/* Is x a float or an int? 1, with its value; 0; -1: an int that is too large for a float. */
static inline int real_value(Object *x, double *value) {
    if (likely(x->type == &float_type)) {
        *value = float_value(x);
        return 1;
    }
    if (!int_check(x)) return 0;
    *value = int_as_double(x);
    return *value == -1 && raise_pending() ? -1 : 1;
}

static int sum_floats(Object *it, Object **total) {
    if ((*total)->type != &float_type) return 1;
    double high = float_value(*total), low = 0;
    Object *x;
    int real = 1;
    for (double v; (x = sum_next(it)) && (real = real_value(x, &v)) > 0; decref(x)) add_compensated(&high, &low, v);
    if (real < 0) decref(x);
    if (real < 0) return -1;
    set_ref(total, float_new(compensated(high, low)));
    if (*total && x) return sum_add(total, x);
    xdecref(x);
    return *total && !raise_pending() ? 0 : -1;
}

static int sum_complexes(Object *it, Object **total) {
    if ((*total)->type != &complex_type) return 1;
    double re = ((Complex *)*total)->re, re_low = 0, im = ((Complex *)*total)->im, im_low = 0;
    Object *x;
    int number = 1;
    while ((x = sum_next(it))) {
        double v;
        if (x->type == &complex_type) {
            v = ((Complex *)x)->re;
            add_compensated(&im, &im_low, ((Complex *)x)->im);
        } else if ((number = real_value(x, &v)) <= 0) {
            break;
        }
        add_compensated(&re, &re_low, v);
        decref(x);
    }
    if (number < 0) decref(x);
    if (number < 0) return -1;
    set_ref(total, complex_new(compensated(re, re_low), compensated(im, im_low)));
    if (*total && x) return sum_add(total, x);
    xdecref(x);
    return *total && !raise_pending() ? 0 : -1;
}

/* What joins better than it adds is refused. */
static Object *sum_start(Object *start) {
    if (str_check(start)) return raise_error(&exc_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (bytes_check(start)) return raise_error(&exc_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (is_instance(start, &bytearray_type))
        return raise_error(&exc_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    return newref(start);
}

static Object *builtin_sum(Object *self, Object **args, ptrdiff_t nargs) {
    Object *start = arg_or_null(args, nargs, 1);
    Object *it = object_iter(args[0]);
    if (!it) return NULL;
    Object *total = start ? sum_start(start) : int_from_i64(0), *x;
    int more = total ? sum_ints(it, &total) : -1;
    if (more > 0) more = sum_floats(it, &total);
    if (more > 0) more = sum_complexes(it, &total);
    while (more > 0 && (x = sum_next(it))) more = sum_add(&total, x);
    decref(it);
    if (raise_pending()) clear_ref(&total);
    return total;
}

/* The keywords are those of list.sort(), which is also what the messages about them name. */
static Object *builtin_sorted(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const keywords[] = {"key", "reverse", NULL};
    Object *given[2] = {NULL};
    if (args_count("sorted", nargs, 1, 1) < 0) return NULL;
    Object *list = sequence_list(args[0]);
    if (list && kwnames && args_bind("sort", keywords, 0, 0, args + nargs, 0, kwnames, given) < 0) clear_ref(&list);
    if (!list) return NULL;
    Object *key = given[0], *reverse = given[1];
    int down = reverse ? object_truth(reverse) : 0;
    if (down < 0 || list_sort(list, key == NONE ? NULL : key, down) < 0) clear_ref(&list);
    return list;
}

const Method builtins_iterate_methods[] = {
    {"aiter", builtin_aiter, 1, 1, "aiter(async_iterable, /)\n--\n\nAn asynchronous iterator over async_iterable."},
    {"all", builtin_all, 1, 1, "all(iterable, /)\n--\n\nAre all items true? True when there is none."},
    {"anext", builtin_anext, 1, 2,
     "anext(aiterator, default=<unrepresentable>, /)\n--\n\nAn awaitable of the next item of an asynchronous "
     "iterator."},
    {"any", builtin_any, 1, 1, "any(iterable, /)\n--\n\nIs any item true? False when there is none."},
    {"iter", builtin_iter, 1, 2,
     "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nAn iterator over iterable; or over the "
     "results of callable() up to the sentinel."},
    {"max", (NativeFn)(void *)builtin_max, 0, -1,
     "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nThe "
     "largest item, or the largest of several arguments.",
     METH_KEYWORDS},
    {"min", (NativeFn)(void *)builtin_min, 0, -1,
     "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nThe "
     "smallest item, or the smallest of several arguments.",
     METH_KEYWORDS},
    {"next", builtin_next, 1, 2, "next(iterator[, default])\n\nThe next item; at the end default, or StopIteration."},
    {"sorted", (NativeFn)(void *)builtin_sorted, 1, 1,
     "sorted(iterable, /, *, key=None, reverse=False)\n--\n\nA new list of the items in ascending order; equal ones "
     "keep their order.",
     METH_KEYWORDS},
    {"sum", builtin_sum, 1, 2, "sum(iterable, /, start=0)\n--\n\nThe start value plus all items."},
    {0},
};
