/* itertools: choosing from pools of items: product, permutations, combinations and combinations_with_replacement.
 *
 * All four are a row of indices into a pool, and a rule for the next row in lexicographic order. `current` has the
 * items that the indices mean, borrowed from the pools; each result is a tuple made from it.
 */
#include "stdlib/itertools.h"

typedef struct Combine {
    Object base;
    Object *last;       /* the tuple given out last, to be filled again when nobody else has it; owned */
    Object *pools;      /* product: a tuple of tuples; the others: the one tuple; owned */
    ptrdiff_t r;        /* items in a result */
    Object **current;   /* r items; one heap block with what follows */
    ptrdiff_t *indices; /* r of them; permutations: as many as the pool has items */
    ptrdiff_t *cycles;  /* permutations: how many values are left to come at each place */
    size_t block_size;
    bool started, done;
} Combine;

/* Steals the pools. */
static Combine *combine_new(Type *t, Object *pools, ptrdiff_t r, ptrdiff_t index_count, ptrdiff_t cycle_count) {
    Combine *c = (Combine *)object_new(t);
    if (!c) {
        decref(pools);
        return NULL;
    }
    c->pools = pools;
    c->r = r;
    size_t words = (size_t)r + (size_t)index_count + (size_t)cycle_count;
    c->block_size = words * sizeof(Object *);
    c->current = words < PTRDIFF_MAX / sizeof(Object *) ? heap_alloc_zero(c->block_size + !words) : NULL;
    if (!c->current) {
        decref(c);
        return raise_memory();
    }
    c->indices = (ptrdiff_t *)(c->current + r);
    c->cycles = c->indices + index_count;
    gc_track(c);
    return c;
}

static void combine_dealloc(Object *o) {
    Combine *c = (Combine *)o;
    gc_untrack(o);
    decref(c->pools);
    xdecref(c->last);
    heap_free(c->current);
    object_free(o);
}

static int combine_traverse(Object *o, Visit visit, void *arg) {
    int r = visit(((Combine *)o)->pools, arg);
    return r ? r : visit_ref(((Combine *)o)->last, visit, arg);
}

static void combine_clear(Object *o) {
    clear_ref(&((Combine *)o)->last);
}

static Object *combine_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + (int64_t)((Combine *)o)->block_size);
}

static const Method combine_methods[] = {
    {"__sizeof__", combine_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes in memory, with the indices."},
    {NULL},
};

/* The rest of all four `next` slots. advance: the first place that is another one now, -1 at the end. What is taken out
 * of the tuple of before does not die of that: it is in a pool, too. */
static inline __attribute__((always_inline)) Object *combine_next(Combine *c, ptrdiff_t (*advance)(Combine *)) {
    if (c->done) return NULL;
    ptrdiff_t first = c->started ? advance(c) : 0;
    if (first < 0) {
        c->done = true;
        return NULL;
    }
    c->started = true;
    Object *last = c->last;
    if (!last || last->refcount != 1) return tuple_refill(&c->last, c->current, c->r);
    for (ptrdiff_t i = first; i < c->r; i++) {
        decref(tuple_item(last, i));
        tuple_set(last, i, newref(c->current[i]));
    }
    return newref(last);
}

/* What stands in TypeMemory behind the name of each of them. */
#define COMBINE_LIFE \
    .size = sizeof(Combine), .flags = TYPE_GC | TYPE_BASE, .dealloc = combine_dealloc, .traverse = combine_traverse, \
    .clear = combine_clear

/* ---- product: an odometer */

static ptrdiff_t product_repeat(Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ptrdiff_t repeat = 1;
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++) {
        if (!str_equal_c(tuple_item(kwnames, i), "repeat"))
            return raise_int(&exc_TypeError, "product() got an unexpected keyword argument '%S'",
                             tuple_item(kwnames, i));
        repeat = number_as_index(args[nargs + i], &exc_OverflowError);
        if (repeat == -1 && raise_pending()) return -1;
        if (repeat < 0) return raise_int(&exc_ValueError, "repeat argument cannot be negative");
    }
    return repeat;
}

static Object *product_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ptrdiff_t repeat = product_repeat(args, nargs, kwnames), r;
    if (repeat < 0) return NULL;
    if (__builtin_mul_overflow(nargs, repeat, &r) || r > PTRDIFF_MAX / 64)
        return raise_error(&exc_OverflowError, "repeat argument too large");
    Object *pools = tuple_new(r);
    for (ptrdiff_t i = 0; pools && i < r; i++) {
        Object *pool = i < nargs ? sequence_tuple(args[i]) : newref(tuple_item(pools, i - nargs));
        if (pool)
            tuple_set(pools, i, pool);
        else
            clear_ref(&pools);
    }
    Combine *c = pools ? combine_new(t, pools, r, r, 0) : NULL;
    for (ptrdiff_t i = 0; c && i < r; i++) {
        Object *pool = tuple_item(c->pools, i);
        if (tuple_length(pool) == 0)
            c->done = true;
        else
            c->current[i] = tuple_item(pool, 0);
    }
    return (Object *)c;
}

static ptrdiff_t product_advance(Combine *c) {
    for (ptrdiff_t i = c->r - 1; i >= 0; i--) {
        const Tuple *pool = (Tuple *)tuple_item(c->pools, i);
        bool carry = ++c->indices[i] == pool->length;
        if (carry) c->indices[i] = 0;
        c->current[i] = pool->items[c->indices[i]];
        if (!carry) return i;
    }
    return -1;
}

static Object *product_next(Object *o) {
    return combine_next((Combine *)o, product_advance);
}

Type itertools_product = {
    .mem = {.name = "itertools.product", COMBINE_LIFE},
    .doc =
        "product(*iterables, repeat=1)\n--\n\nTuples with one item of each iterable, in all ways: nested loops as one.",
    .methods = combine_methods,
    .iter = iterator_self,
    .next = product_next,
    .new = product_make,
};

/* ---- permutations */

static Object *permutations_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"iterable", "r", NULL};
    Object *given[2];
    if (args_bind("permutations", parameters, 1, 2, args, nargs, kwnames, given) < 0) return NULL;
    Object *pool = sequence_tuple(given[0]);
    if (!pool) return NULL;
    ptrdiff_t n = tuple_length(pool), r = n;
    if (given[1] && given[1] != NONE) {
        if (!int_check(given[1]))
            raise_error(&exc_TypeError, "Expected int as r");
        else if ((r = number_as_index(given[1], &exc_OverflowError)) < 0 && !raise_pending())
            raise_error(&exc_ValueError, "r must be non-negative");
        if (raise_pending()) {
            decref(pool);
            return NULL;
        }
    }
    bool too_many = r > n;
    if (too_many) r = 0;
    Combine *c = combine_new(t, pool, r, n, r);
    if (!c) return NULL;
    c->done = too_many;
    for (ptrdiff_t i = 0; i < n; i++) c->indices[i] = i;
    for (ptrdiff_t i = 0; i < r; i++) {
        c->cycles[i] = n - i;
        c->current[i] = tuple_item(pool, i);
    }
    return (Object *)c;
}

static ptrdiff_t permutations_advance(Combine *c) {
    const Tuple *pool = (Tuple *)c->pools;
    ptrdiff_t n = pool->length, *indices = c->indices;
    for (ptrdiff_t i = c->r - 1; i >= 0; i--) {
        if (--c->cycles[i] == 0) { /* all values were at this place: back to the order from before */
            ptrdiff_t first = indices[i];
            memmove(indices + i, indices + i + 1, (size_t)(n - 1 - i) * sizeof *indices);
            indices[n - 1] = first;
            c->cycles[i] = n - i;
            continue;
        }
        ptrdiff_t other = n - c->cycles[i], t = indices[i];
        indices[i] = indices[other];
        indices[other] = t;
        for (ptrdiff_t k = i; k < c->r; k++) c->current[k] = pool->items[indices[k]];
        return i;
    }
    return -1;
}

static Object *permutations_next(Object *o) {
    return combine_next((Combine *)o, permutations_advance);
}

Type itertools_permutations = {
    .mem = {.name = "itertools.permutations", COMBINE_LIFE},
    .doc = "permutations(iterable, r=None)\n--\n\nAll arrangements of r of the items.",
    .methods = combine_methods,
    .iter = iterator_self,
    .next = permutations_next,
    .new = permutations_make,
};

/* ---- combinations, with and without replacement */

/* The pool, new, and r of f(iterable, r). */
static Object *pool_and_count(const char *function, Object **args, ptrdiff_t nargs, Tuple *kwnames, ptrdiff_t *r) {
    static const char *const parameters[] = {"iterable", "r", NULL};
    Object *given[2];
    if (args_bind(function, parameters, 2, 2, args, nargs, kwnames, given) < 0) return NULL;
    *r = number_as_index(given[1], &exc_OverflowError);
    if (*r == -1 && raise_pending()) return NULL;
    Object *pool = sequence_tuple(given[0]);
    if (pool && *r < 0) {
        clear_ref(&pool);
        raise_error(&exc_ValueError, "r must be non-negative");
    }
    return pool;
}

static Object *combinations_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ptrdiff_t r;
    Object *pool = pool_and_count("combinations", args, nargs, kwnames, &r);
    if (!pool) return NULL;
    bool too_many = r > tuple_length(pool);
    if (too_many) r = 0;
    Combine *c = combine_new(t, pool, r, r, 0);
    if (!c) return NULL;
    c->done = too_many;
    for (ptrdiff_t i = 0; i < r; i++) {
        c->indices[i] = i;
        c->current[i] = tuple_item(pool, i);
    }
    return (Object *)c;
}

static ptrdiff_t combinations_advance(Combine *c) {
    const Tuple *pool = (Tuple *)c->pools;
    ptrdiff_t i = c->r - 1, top = pool->length - 1;
    for (; i >= 0 && c->indices[i] == top; i--) top--; /* the rightmost index that can go up */
    if (i < 0) return -1;
    for (ptrdiff_t index = c->indices[i] + 1, k = i; k < c->r; k++, index++) {
        c->indices[k] = index;
        c->current[k] = pool->items[index];
    }
    return i;
}

static Object *combinations_next(Object *o) {
    return combine_next((Combine *)o, combinations_advance);
}

Type itertools_combinations = {
    .mem = {.name = "itertools.combinations", COMBINE_LIFE},
    .doc = "combinations(iterable, r)\n--\n\nAll choices of r of the items, each in the order of the iterable.",
    .methods = combine_methods,
    .iter = iterator_self,
    .next = combinations_next,
    .new = combinations_make,
};

static Object *with_replacement_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ptrdiff_t r;
    Object *pool = pool_and_count("combinations_with_replacement", args, nargs, kwnames, &r);
    if (!pool) return NULL;
    bool impossible = r > 0 && tuple_length(pool) == 0;
    Combine *c = combine_new(t, pool, r, r, 0);
    if (!c) return NULL;
    c->done = impossible;
    for (ptrdiff_t i = 0; i < r && !impossible; i++) c->current[i] = tuple_item(pool, 0);
    return (Object *)c;
}

static ptrdiff_t with_replacement_advance(Combine *c) {
    const Tuple *pool = (Tuple *)c->pools;
    ptrdiff_t i = c->r - 1;
    while (i >= 0 && c->indices[i] == pool->length - 1) i--;
    if (i < 0) return -1;
    const ptrdiff_t index = c->indices[i] + 1;
    for (ptrdiff_t k = i; k < c->r; k++) {
        c->indices[k] = index;
        c->current[k] = pool->items[index];
    }
    return i;
}

static Object *with_replacement_next(Object *o) {
    return combine_next((Combine *)o, with_replacement_advance);
}

Type itertools_combinations_with_replacement = {
    .mem = {.name = "itertools.combinations_with_replacement", COMBINE_LIFE},
    .doc = "combinations_with_replacement(iterable, r)\n--\n\nAs combinations, but an item may be chosen repeatedly.",
    .methods = combine_methods,
    .iter = iterator_self,
    .next = with_replacement_next,
    .new = with_replacement_make,
};
