/* zip and map: several iterators that are advanced in step.
 *
 * Both end with the first iterator that ends. Under strict=True the others must then be at their end too, and if not
 * the message says which was shorter or longer.
 */
#include "interp/object/containers.h"
#include "interp/object/function.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct Lockstep {
    Object base;
    Object *function; /* map only; owned */
    Tuple *iterators; /* owned */
    Tuple *result;    /* zip only: the tuple given out last, to be filled again when nobody else has it; owned */
    bool strict;
} Lockstep;

/* Reads the only keyword that these functions know. */
static int strict_keyword(const char *function, Object **args, ptrdiff_t nargs, Tuple *kwnames, bool *strict) {
    static const char *const parameters[] = {"strict", NULL};
    Object *given = NULL;
    if (kwnames && args_bind(function, parameters, 0, 0, args + nargs, 0, kwnames, &given) < 0) return -1;
    int truth = given ? object_truth(given) : 0;
    *strict = truth > 0;
    return truth < 0 ? -1 : 0;
}

/* Steals the tuple of iterators, NULL after a failure; borrows function. */
static Object *lockstep_new(Type *t, Object *function, Object *iterators, bool strict) {
    Lockstep *l = iterators ? (Lockstep *)object_new(t) : NULL;
    if (!l) {
        xdecref(iterators);
        return NULL;
    }
    l->function = xnewref(function);
    l->iterators = (Tuple *)iterators;
    l->strict = strict;
    gc_track(l);
    return (Object *)l;
}

static Object *iterators_of(Object **iterables, ptrdiff_t n) {
    Object *iterators = tuple_new(n);
    for (ptrdiff_t i = 0; iterators && i < n; i++) {
        Object *it = object_iter(iterables[i]);
        if (it)
            tuple_set(iterators, i, it);
        else
            clear_ref(&iterators);
    }
    return iterators;
}

static void lockstep_dealloc(Object *o) {
    Lockstep *l = (Lockstep *)o;
    gc_untrack(o);
    xdecref(l->function);
    xdecref(l->iterators);
    xdecref(l->result);
    object_free(o);
}

static int lockstep_traverse(Object *o, Visit visit, void *arg) {
    Lockstep *l = (Lockstep *)o;
    int r = visit_ref(l->function, visit, arg);
    if (r == 0) r = visit_ref(l->iterators, visit, arg);
    return r ? r : visit_ref(l->result, visit, arg);
}

static void lockstep_clear(Object *o) {
    clear_ref(&((Lockstep *)o)->result);
}

static Object *raise_uneven(const char *function, ptrdiff_t i, const char *how) {
    return raise_error(&exc_ValueError, "%s argument %zd is %s than argument%s%zd", function, i + 1, how,
                       i == 1 ? " " : "s 1-", i);
}

/* Iterator i has ended, or failed: what the whole does. Always NULL. */
static __attribute__((noinline)) Object *lockstep_end(Lockstep *l, ptrdiff_t i, const char *function) {
    if (raise_pending() && !raise_clear_if(&exc_StopIteration)) return NULL;
    if (!l->strict) return NULL;
    if (i > 0) return raise_uneven(function, i, "shorter");
    for (i = 1; i < tuple_length(l->iterators); i++) {
        Object *item = object_next(tuple_item(l->iterators, i));
        if (item) {
            decref(item);
            return raise_uneven(function, i, "longer");
        }
        if (raise_pending()) return NULL;
    }
    return NULL;
}

/* Advances all iterators into items[0 .. n-1]: false when that was not possible, see lockstep_end. */
static inline bool lockstep_advance(Lockstep *l, Object **items, ptrdiff_t n, const char *function) {
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *it = l->iterators->items[i];
        if (likely((items[i] = iterator_next_below(it)) != NULL)) continue;
        items_decref(items, i);
        lockstep_end(l, i, function);
        return false;
    }
    return true;
}

/* What pickle stores: arguments in front of the iterators, and True for strict. Steals arguments. */
static Object *lockstep_reduce_with(Lockstep *l, Object *arguments) {
    if (!arguments) return NULL;
    Object *result = l->strict ? tuple_pack(3, l->base.type, arguments, TRUE) : tuple_pack(2, l->base.type, arguments);
    decref(arguments);
    return result;
}

static Object *lockstep_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    int truth = object_truth(args[0]);
    if (truth < 0) return NULL;
    ((Lockstep *)o)->strict = truth;
    return new_none();
}

/* ---- zip */

static Object *zip_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    bool strict;
    if (strict_keyword("zip", args, nargs, kwnames, &strict) < 0) return NULL;
    return lockstep_new(t, NULL, iterators_of(args, nargs), strict);
}

static inline Object *zip_pair(Lockstep *l) {
    Object *first = iterator_next_below(l->iterators->items[0]);
    if (unlikely(!first)) return lockstep_end(l, 0, "zip()");
    Object *second = iterator_next_below(l->iterators->items[1]);
    if (likely(second != NULL)) return tuple_pair((Object **)&l->result, first, second);
    decref(first);
    return lockstep_end(l, 1, "zip()");
}

static __attribute__((noinline)) Object *zip_some(Lockstep *l, ptrdiff_t n) {
    Object *few[8], **items = n <= 8 ? few : heap_alloc((size_t)n * sizeof *items), *result = NULL;
    if (!items) return raise_memory();
    if (lockstep_advance(l, items, n, "zip()")) result = tuple_refill_steal((Object **)&l->result, items, n);
    if (items != few) heap_free(items);
    return result;
}

static Object *zip_next(Object *o) {
    Lockstep *l = (Lockstep *)o;
    ptrdiff_t n = tuple_length(l->iterators);
    return likely(n == 2) ? zip_pair(l) : n ? zip_some(l, n) : NULL;
}

static Object *zip_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return lockstep_reduce_with((Lockstep *)o, newref(((Lockstep *)o)->iterators));
}

static const Method zip_methods[] = {
    {"__reduce__", zip_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", lockstep_setstate, 1, 1, "__setstate__(object, /)\n--\n\nSays whether it is strict."},
    {NULL},
};

Type zip_type = {
    .mem = {.name = "zip",
            .size = sizeof(Lockstep),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = lockstep_dealloc,
            .traverse = lockstep_traverse,
            .clear = lockstep_clear},
    .doc = "zip(*iterables, strict=False)\n--\n\nTuples of the first items of all iterables, of the second ones, and "
           "so on.",
    .methods = zip_methods,
    .iter = iterator_self,
    .next = zip_next,
    .new = zip_make,
};

/* ---- map */

static Object *map_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    bool strict;
    if (strict_keyword("map", args, nargs, kwnames, &strict) < 0) return NULL;
    if (nargs < 2) return raise_error(&exc_TypeError, "map() must have at least two arguments.");
    return lockstep_new(t, args[0], iterators_of(args + 1, nargs - 1), strict);
}

static inline Object *map_call(const Lockstep *l, Object **items, ptrdiff_t n) {
    Native *native = l->function->type == &native_type ? (Native *)l->function : NULL;
    return native ? native_call_positional(native, native->self, items, n) : object_call(l->function, items, n, NULL);
}

static Object *map_one(Lockstep *l) {
    Object *item = iterator_next_below(l->iterators->items[0]);
    if (unlikely(!item)) return lockstep_end(l, 0, "map()");
    Object *result = map_call(l, &item, 1);
    decref(item);
    return result;
}

static __attribute__((noinline)) Object *map_some(Lockstep *l, ptrdiff_t n) {
    Object *few[8], **items = n <= 8 ? few : heap_alloc((size_t)n * sizeof *items), *result = NULL;
    if (!items) return raise_memory();
    if (lockstep_advance(l, items, n, "map()")) {
        result = map_call(l, items, n);
        items_decref(items, n);
    }
    if (items != few) heap_free(items);
    return result;
}

static Object *map_next(Object *o) {
    Lockstep *l = (Lockstep *)o;
    ptrdiff_t n = tuple_length(l->iterators);
    return likely(n == 1) ? map_one(l) : map_some(l, n);
}

static Object *map_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Lockstep *l = (Lockstep *)o;
    ptrdiff_t n = tuple_length(l->iterators);
    Object *arguments = tuple_new(n + 1);
    if (!arguments) return NULL;
    tuple_set(arguments, 0, newref(l->function));
    for (ptrdiff_t i = 0; i < n; i++) tuple_set(arguments, i + 1, newref(tuple_item(l->iterators, i)));
    return lockstep_reduce_with(l, arguments);
}

static const Method map_methods[] = {
    {"__reduce__", map_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", lockstep_setstate, 1, 1, "__setstate__(object, /)\n--\n\nSays whether it is strict."},
    {NULL},
};

Type map_type = {
    .mem = {.name = "map",
            .size = sizeof(Lockstep),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = lockstep_dealloc,
            .traverse = lockstep_traverse,
            .clear = lockstep_clear},
    .doc = "map(function, iterable, /, *iterables, strict=False)\n--\n\n"
           "The results of calling a function with the items of one or more iterables.",
    .methods = map_methods,
    .iter = iterator_self,
    .next = map_next,
    .new = map_make,
};
