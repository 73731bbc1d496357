/* itertools: the iterators that string items together or take several at once: accumulate, batched, chain, pairwise and
 * zip_longest. */
#include "stdlib/itertools.h"

/* ---- accumulate: memory is the total so far, extra the initial value until it was given */

static Object *accumulate_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"iterable", "func", "initial", NULL};
    Object *given[3];
    if (args_bind("accumulate", parameters, 1, 2, args, nargs, kwnames, given) < 0) return NULL;
    Stage *s = (Stage *)stage_new(t, given[0], given[1] && given[1] != NONE ? given[1] : NULL);
    if (s && given[2] && given[2] != NONE) s->extra = newref(given[2]);
    return (Object *)s;
}

static Object *accumulate_next(Object *o) {
    Stage *s = (Stage *)o;
    if (s->extra) {
        Object *initial = s->extra;
        s->extra = NULL;
        set_ref(&s->memory, newref(initial));
        return initial;
    }
    Object *item = s->source ? iterator_next_below(s->source) : NULL;
    if (!item) return NULL;
    if (!s->memory) {
        s->memory = newref(item);
        return item;
    }
    Object *total = newref(s->memory); /* the function may ask this very iterator for an item */
    Object *sum = s->function ? object_call2(s->function, total, item) : number_binary(total, item, BIN_ADD);
    decref(total);
    decref(item);
    if (!sum) return NULL;
    set_ref(&s->memory, newref(sum));
    return sum;
}

Type itertools_accumulate = {
    .mem = {.name = "itertools.accumulate", STAGE_LIFE},
    .doc =
        "accumulate(iterable, func=None, *, initial=None)\n--\n\nRunning sums, or what func makes of total and item.",
    .iter = iterator_self,
    .next = accumulate_next,
    .new = accumulate_make,
};

/* ---- batched: n is the size of a batch */

static Object *batched_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"iterable", "n", "strict", NULL};
    Object *given[3];
    if (args_bind("batched", parameters, 2, 2, args, nargs, kwnames, given) < 0) return NULL;
    ptrdiff_t n = number_as_index(given[1], &exc_OverflowError);
    if (n == -1 && raise_pending()) return NULL;
    int strict = given[2] ? object_truth(given[2]) : 0;
    if (strict < 0) return NULL;
    if (n < 1) return raise_error(&exc_ValueError, "n must be at least one");
    Stage *s = (Stage *)stage_new(t, given[0], NULL);
    if (s) {
        s->n = n;
        s->strict = strict;
    }
    return (Object *)s;
}

static Object *batched_next(Object *o) {
    Stage *s = (Stage *)o;
    Object *few[16], **items = few, *source = xnewref(s->source);
    if (!source) return NULL;
    ptrdiff_t count = 0, room = 16;
    for (Object *item; count < s->n && (item = iterator_next_below(source)); items[count++] = item) {
        if (count < room) continue;
        Object **more = room < PTRDIFF_MAX / 16 ? heap_realloc(items == few ? NULL : items, 16 * (size_t)room) : NULL;
        if (!more) {
            raise_memory();
            decref(item);
            break;
        }
        if (items == few) memcpy(more, few, sizeof few);
        items = more;
        room *= 2;
    }
    decref(source);
    Object *batch = NULL;
    bool failed = raise_pending() && !raise_clear_if(&exc_StopIteration);
    if (count < s->n) clear_ref(&s->source);
    if (!failed && count < s->n && count > 0 && s->strict) {
        failed = true;
        raise_error(&exc_ValueError, "batched(): incomplete batch");
    }
    if (!failed && count > 0)
        batch = tuple_from_steal(items, count);
    else
        while (count > 0) decref(items[--count]);
    if (items != few) heap_free(items);
    return batch;
}

Type itertools_batched = {
    .mem = {.name = "itertools.batched", STAGE_LIFE},
    .doc = "batched(iterable, n, *, strict=False)\n--\n\nTuples of n items each; the last one may be shorter.",
    .iter = iterator_self,
    .next = batched_next,
    .new = batched_make,
};

/* ---- chain: source is the iterator over the iterables, memory the one over the current iterable */

static Object *chain_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (no_keywords("chain", t, &itertools_chain, kwnames) < 0) return NULL;
    Object *iterables = tuple_from(args, nargs);
    if (!iterables) return NULL;
    Object *s = stage_new(t, iterables, NULL);
    decref(iterables);
    return s;
}

static Object *chain_from_iterable(Object *cls, Object **args, ptrdiff_t nargs) {
    return stage_new((Type *)cls, args[0], NULL);
}

static Object *chain_next(Object *o) {
    Stage *s = (Stage *)o;
    while (s->source) {
        if (!s->memory) {
            Object *iterable = iterator_next_below(s->source);
            if (!iterable) {
                clear_ref(&s->source);
                return NULL;
            }
            Object *iterator = object_iter(iterable);
            decref(iterable);
            if (!iterator) {
                clear_ref(&s->source);
                return NULL;
            }
            set_ref(&s->memory, iterator);
        }
        Object *item = iterator_next_below(s->memory);
        if (item) return item;
        if (raise_pending() && !raise_clear_if(&exc_StopIteration)) return NULL;
        clear_ref(&s->memory);
    }
    return NULL;
}

static const Method chain_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias chain[object].", METH_CLASS},
    {"from_iterable", chain_from_iterable, 1, 1,
     "from_iterable(iterable, /)\n--\n\nThe same as chain(*iterable), without taking all of it first.", METH_CLASS},
    {NULL},
};

Type itertools_chain = {
    .mem = {.name = "itertools.chain", STAGE_LIFE},
    .doc = "chain(*iterables)\n--\n\nThe items of all iterables, one after the other.",
    .methods = chain_methods,
    .iter = iterator_self,
    .next = chain_next,
    .new = chain_make,
};

/* ---- pairwise: memory is the item before, extra the tuple given out last */

static Object *pairwise_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (no_keywords("pairwise", t, &itertools_pairwise, kwnames) < 0 || args_count("pairwise", nargs, 1, 1) < 0)
        return NULL;
    return stage_new(t, args[0], NULL);
}

static Object *pairwise_next(Object *o) {
    Stage *s = (Stage *)o;
    if (!s->source) return NULL;
    if (!s->memory) {
        Object *first = iterator_next_below(s->source);
        if (!first) {
            clear_ref(&s->source);
            return NULL;
        }
        set_ref(&s->memory, first);
        if (!s->source) return NULL; /* taking the item took from this very iterator, to its end */
    }
    Object *before = newref(s->memory), *item = iterator_next_below(s->source);
    if (!item) {
        clear_ref(&s->source);
        clear_ref(&s->memory);
        decref(before);
        return NULL;
    }
    set_ref(&s->memory, newref(item));
    return tuple_pair(&s->extra, before, item);
}

Type itertools_pairwise = {
    .mem = {.name = "itertools.pairwise", STAGE_LIFE},
    .doc = "pairwise(iterable, /)\n--\n\nTuples of each item and the one after it.",
    .iter = iterator_self,
    .next = pairwise_next,
    .new = pairwise_make,
};

/* ---- zip_longest: function is the tuple of iterators (NULL where one has ended), memory the fill value, n how many
 * have not ended, extra the pair that was given out last */

static Object *zip_longest_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *fill = NONE;
    for (ptrdiff_t i = 0; kwnames && i < tuple_length(kwnames); i++) {
        if (!str_equal_c(tuple_item(kwnames, i), "fillvalue"))
            return raise_error(&exc_TypeError, "zip_longest() got an unexpected keyword argument");
        fill = args[nargs + i];
    }
    Stage *s = (Stage *)stage_new(t, NULL, NULL);
    if (!s) return NULL;
    s->memory = newref(fill);
    s->n = nargs;
    s->function = tuple_new(nargs);
    for (ptrdiff_t i = 0; s->function && i < nargs; i++) {
        Object *iterator = object_iter(args[i]);
        if (iterator)
            tuple_set(s->function, i, iterator);
        else
            clear_ref(&s->function);
    }
    if (s->function) return (Object *)s;
    decref(s);
    return NULL;
}

/* The next item of iterator i or the fill value; NULL when all have ended, or with an exception. */
static Object *zip_longest_item(Stage *s, ptrdiff_t i) {
    Object **place = &((Tuple *)s->function)->items[i];
    if (!*place) return newref(s->memory);
    Object *iterator = newref(*place), *item = iterator_next_below(iterator);
    decref(iterator);
    if (item) return item;
    bool failed = raise_pending() && !raise_clear_if(&exc_StopIteration);
    if (*place) s->n--;
    clear_ref(place);
    if (failed) s->n = 0;
    return failed || s->n <= 0 ? NULL : newref(s->memory);
}

static Object *zip_longest_next(Object *o) {
    Stage *s = (Stage *)o;
    ptrdiff_t count = tuple_length(s->function);
    if (count == 0 || s->n <= 0) return NULL;
    if (count == 2) {
        Object *a = zip_longest_item(s, 0), *b = a ? zip_longest_item(s, 1) : NULL;
        if (b) return tuple_pair(&s->extra, a, b);
        xdecref(a);
        return NULL;
    }
    Object *result = tuple_new(count);
    for (ptrdiff_t i = 0; result && i < count; i++) {
        Object *item = zip_longest_item(s, i);
        if (item)
            tuple_set(result, i, item);
        else
            clear_ref(&result);
    }
    return result;
}

Type itertools_zip_longest = {
    .mem = {.name = "itertools.zip_longest", STAGE_LIFE},
    .doc = "zip_longest(*iterables, fillvalue=None)\n--\n\n"
           "As zip, but until the longest has ended; the fill value stands for what is missing.",
    .iter = iterator_self,
    .next = zip_longest_next,
    .new = zip_longest_make,
};
