/* itertools: the iterators that leave items out or transform them one by one: compress, dropwhile, filterfalse, islice,
 * starmap and takewhile. */
#include "stdlib/itertools.h"

/* The arguments of the functions with two positional parameters (function, iterable). */
static Object *function_and_source(const char *name, Type *t, Type *own, Object **args, ptrdiff_t nargs,
                                   Tuple *kwnames) {
    if (no_keywords(name, t, own, kwnames) < 0 || args_count(name, nargs, 2, 2) < 0) return NULL;
    return stage_new(t, args[1], args[0]);
}

/* What the predicate says of an item: 1, 0, -1. */
static int predicate(Stage *s, Object *item) {
    Object *answer = object_call1(s->function, item);
    if (!answer) return -1;
    int r = object_truth(answer);
    decref(answer);
    return r;
}

/* ---- compress: function is the iterator of selectors */

static Object *compress_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"data", "selectors", NULL};
    Object *given[2];
    if (args_bind("compress", parameters, 2, 2, args, nargs, kwnames, given) < 0) return NULL;
    Stage *s = (Stage *)stage_new(t, given[0], NULL);
    if (s && !(s->function = object_iter(given[1]))) {
        decref(s);
        return NULL;
    }
    return (Object *)s;
}

static Object *compress_next(Object *o) {
    Stage *s = (Stage *)o;
    for (Object *item; s->source && (item = iterator_next_below(s->source));) {
        Object *selector = iterator_next_below(s->function);
        int r = selector ? object_truth(selector) : -1;
        xdecref(selector);
        if (r > 0) return item;
        decref(item);
        if (r < 0) return NULL;
    }
    return NULL;
}

Type itertools_compress = {
    .mem = {.name = "itertools.compress", STAGE_LIFE},
    .doc = "compress(data, selectors)\n--\n\nThe items of data for which the selector is true.",
    .iter = iterator_self,
    .next = compress_next,
    .new = compress_make,
};

/* ---- dropwhile: started once an item was let through */

static Object *dropwhile_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return function_and_source("dropwhile", t, &itertools_dropwhile, args, nargs, kwnames);
}

static Object *dropwhile_next(Object *o) {
    Stage *s = (Stage *)o;
    for (Object *item; s->source && (item = iterator_next_below(s->source));) {
        if (s->started) return item;
        int drop = predicate(s, item);
        if (drop == 0) {
            s->started = true;
            return item;
        }
        decref(item);
        if (drop < 0) return NULL;
    }
    return NULL;
}

Type itertools_dropwhile = {
    .mem = {.name = "itertools.dropwhile", STAGE_LIFE},
    .doc = "dropwhile(predicate, iterable, /)\n--\n\nThe items from the first on for which the predicate is false.",
    .iter = iterator_self,
    .next = dropwhile_next,
    .new = dropwhile_make,
};

/* ---- filterfalse */

static Object *filterfalse_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return function_and_source("filterfalse", t, &itertools_filterfalse, args, nargs, kwnames);
}

static Object *filterfalse_next(Object *o) {
    Stage *s = (Stage *)o;
    bool plain = s->function == NONE || s->function == (Object *)&bool_type;
    for (Object *item; s->source && (item = iterator_next_below(s->source));) {
        int r = plain ? object_truth(item) : predicate(s, item);
        if (r == 0) return item;
        decref(item);
        if (r < 0) return NULL;
    }
    return NULL;
}

Type itertools_filterfalse = {
    .mem = {.name = "itertools.filterfalse", STAGE_LIFE},
    .doc = "filterfalse(function, iterable, /)\n--\n\n"
           "The items for which function is false, or that are false themselves when it is None.",
    .iter = iterator_self,
    .next = filterfalse_next,
    .new = filterfalse_make,
};

/* ---- islice: memory is unused; `next_index` is the next item to give, `n` how many the source gave, `stop` the end */

typedef struct Islice {
    Stage stage;
    ptrdiff_t next_index, stop; /* stop -1: none */
} Islice;

/* A bound: None leaves *out as it is. Whatever is wrong with it is reported by one message. */
static int islice_bound(Object *o, ptrdiff_t *out, const char *message) {
    if (o == NONE) return 0;
    ptrdiff_t i = o->type->to_index ? number_as_index(o, &exc_OverflowError) : -1;
    if (i < 0) {
        raise_clear();
        return raise_int(&exc_ValueError, "%s", message);
    }
    *out = i;
    return 0;
}

static Object *islice_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char bad_stop[] = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char bad_index[] = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char bad_step[] = "Step for islice() must be a positive integer or None.";
    if (no_keywords("islice", t, &itertools_islice, kwnames) < 0 || args_count("islice", nargs, 2, 4) < 0) return NULL;
    ptrdiff_t start = 0, stop = -1, step = 1;
    if (nargs > 2) {
        if (islice_bound(args[2], &stop, bad_stop) < 0) return NULL;
        if (islice_bound(args[1], &start, bad_index) < 0) return NULL;
        if (nargs > 3 && islice_bound(args[3], &step, bad_step) < 0) return NULL;
        if (step < 1) return raise_error(&exc_ValueError, "%s", bad_step);
    } else if (islice_bound(args[1], &stop, bad_stop) < 0)
        return NULL;
    Islice *s = (Islice *)stage_new(t, args[0], NULL);
    if (!s) return NULL;
    s->next_index = start;
    s->stop = stop;
    s->stage.step = step;
    return (Object *)s;
}

static Object *islice_next(Object *o) {
    Islice *s = (Islice *)o;
    Stage *stage = &s->stage;
    if (!stage->source) return NULL;
    ptrdiff_t stop = s->stop;
    while (stage->n < s->next_index && (stop < 0 || stage->n < stop)) {
        Object *skipped = iterator_next_below(stage->source);
        if (!skipped) goto end;
        decref(skipped);
        if (!stage->source) return NULL; /* an iterator that asks this one for an item */
        stage->n++;
    }
    if (stop >= 0 && stage->n >= stop) goto end;
    Object *item = iterator_next_below(stage->source);
    if (!item) goto end;
    stage->n++;
    ptrdiff_t following;
    if (__builtin_add_overflow(s->next_index, stage->step, &following)) following = stop < 0 ? PTRDIFF_MAX : stop;
    s->next_index = stop >= 0 && following > stop ? stop : following;
    return item;
end:
    clear_ref(&stage->source); /* it may have large things in its hands */
    return NULL;
}

Type itertools_islice = {
    .mem = {.name = "itertools.islice",
            .size = sizeof(Islice),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = stage_dealloc,
            .traverse = stage_traverse,
            .clear = stage_clear},
    .doc = "islice(iterable, stop)\nislice(iterable, start, stop[, step])\n\nThe items that a slice would have.",
    .iter = iterator_self,
    .next = islice_next,
    .new = islice_make,
};

/* ---- starmap */

static Object *starmap_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return function_and_source("starmap", t, &itertools_starmap, args, nargs, kwnames);
}

static Object *starmap_next(Object *o) {
    Stage *s = (Stage *)o;
    Object *arguments = s->source ? iterator_next_below(s->source) : NULL;
    if (!arguments) return NULL;
    if (arguments->type != &tuple_type) {
        Object *tuple = sequence_tuple(arguments);
        decref(arguments);
        if (!tuple) return NULL;
        arguments = tuple;
    }
    Object *result = object_call(s->function, ((Tuple *)arguments)->items, tuple_length(arguments), NULL);
    decref(arguments);
    return result;
}

Type itertools_starmap = {
    .mem = {.name = "itertools.starmap", STAGE_LIFE},
    .doc = "starmap(function, iterable, /)\n--\n\nThe results of function(*item) for each item.",
    .iter = iterator_self,
    .next = starmap_next,
    .new = starmap_make,
};

/* ---- takewhile: it is over when the predicate was false once */

static Object *takewhile_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return function_and_source("takewhile", t, &itertools_takewhile, args, nargs, kwnames);
}

static Object *takewhile_next(Object *o) {
    Stage *s = (Stage *)o;
    Object *item = s->source && !s->started ? iterator_next_below(s->source) : NULL;
    if (!item) return NULL;
    int r = predicate(s, item);
    if (r > 0) return item;
    decref(item);
    if (r == 0) s->started = true;
    return NULL;
}

Type itertools_takewhile = {
    .mem = {.name = "itertools.takewhile", STAGE_LIFE},
    .doc = "takewhile(predicate, iterable, /)\n--\n\nThe items up to the first for which the predicate is false.",
    .iter = iterator_self,
    .next = takewhile_next,
    .new = takewhile_make,
};
