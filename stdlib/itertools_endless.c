/* itertools: the iterators that need not end: count, cycle and repeat. */
#include "stdlib/itertools.h"

/* ---- count: n is the next number while `function` (the step as an object) is NULL and it fits; then memory is */

static Object *count_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"start", "step", NULL};
    Object *given[2];
    if (args_bind("count", parameters, 0, 2, args, nargs, kwnames, given) < 0) return NULL;
    for (int i = 0; i < 2; i++) {
        Object *x = given[i];
        if (x && !x->type->to_int && !x->type->to_index && !x->type->to_float && x->type != &complex_type)
            return raise_error(&exc_TypeError, "a number is required");
    }
    Stage *s = (Stage *)stage_new(t, NULL, NULL);
    if (!s) return NULL;
    int64_t one = 1;
    bool by_one = !given[1] || (int_check(given[1]) && int_fits_i64(given[1], &one) && one == 1);
    if (by_one && (!given[0] || (int_check(given[0]) && int_fits_i64(given[0], &s->n)))) return (Object *)s;
    s->memory = given[0] ? newref(given[0]) : int_from_i64(0);
    s->function = given[1] ? newref(given[1]) : int_from_i64(1);
    return (Object *)s;
}

static Object *count_next(Object *o) {
    Stage *s = (Stage *)o;
    if (likely(!s->memory && s->n < PTRDIFF_MAX)) return int_from_i64(s->n++);
    if (!s->memory) { /* the largest that fits: from here on with objects */
        s->memory = int_from_i64(s->n);
        s->function = int_from_i64(1);
        if (!s->memory || !s->function) {
            clear_ref(&s->memory);
            clear_ref(&s->function);
            return NULL;
        }
    }
    Object *following = number_binary(s->memory, s->function, BIN_ADD);
    if (!following) return NULL;
    Object *value = s->memory;
    s->memory = following;
    return value;
}

static Object *count_repr(Object *o) {
    Stage *s = (Stage *)o;
    const char *name = type_short_name(o->type);
    if (!s->memory) return str_format("%s(%zd)", name, s->n);
    int64_t step;
    if (int_check(s->function) && int_fits_i64(s->function, &step) && step == 1)
        return str_format("%s(%R)", name, s->memory);
    return str_format("%s(%R, %R)", name, s->memory, s->function);
}

Type itertools_count = {
    .mem = {.name = "itertools.count", STAGE_LIFE},
    .doc = "count(start=0, step=1)\n--\n\nstart, start + step, start + 2 * step, and so on.",
    .repr = count_repr,
    .iter = iterator_self,
    .next = count_next,
    .new = count_make,
};

/* ---- cycle: memory is the list of the items seen; once the source has ended, n is the next one to give */

static Object *cycle_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (no_keywords("cycle", t, &itertools_cycle, kwnames) < 0 || args_count("cycle", nargs, 1, 1) < 0) return NULL;
    Stage *s = (Stage *)stage_new(t, args[0], NULL);
    if (s && !(s->memory = list_new(0))) {
        decref(s);
        return NULL;
    }
    return (Object *)s;
}

static Object *cycle_next(Object *o) {
    Stage *s = (Stage *)o;
    if (s->source) {
        Object *item = iterator_next_below(s->source);
        if (item) {
            if (list_append(s->memory, item) == 0) return item;
            decref(item);
            return NULL;
        }
        if (raise_pending() && !raise_clear_if(&exc_StopIteration)) return NULL;
        clear_ref(&s->source);
    }
    if (!s->memory || list_length(s->memory) == 0) return NULL;
    if (s->n >= list_length(s->memory)) s->n = 0;
    return newref(list_item(s->memory, s->n++));
}

Type itertools_cycle = {
    .mem = {.name = "itertools.cycle", STAGE_LIFE},
    .doc = "cycle(iterable, /)\n--\n\nThe items of an iterable again and again.",
    .iter = iterator_self,
    .next = cycle_next,
    .new = cycle_make,
};

/* ---- repeat: memory is the object, n how often it still comes, -1 for ever */

static Object *repeat_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"object", "times", NULL};
    Object *given[2];
    if (args_bind("repeat", parameters, 1, 2, args, nargs, kwnames, given) < 0) return NULL;
    ptrdiff_t n = -1;
    if (given[1]) {
        n = number_as_index(given[1], &exc_OverflowError);
        if (n == -1 && raise_pending()) return NULL;
        if (n < 0) n = 0;
    }
    Stage *s = (Stage *)stage_new(t, NULL, NULL);
    if (!s) return NULL;
    s->memory = newref(given[0]);
    s->n = n;
    return (Object *)s;
}

static Object *repeat_next(Object *o) {
    Stage *s = (Stage *)o;
    if (s->n == 0) return NULL;
    if (s->n > 0) s->n--;
    return newref(s->memory);
}

static Object *repeat_repr(Object *o) {
    Stage *s = (Stage *)o;
    const char *name = type_short_name(o->type);
    return s->n < 0 ? str_format("%s(%R)", name, s->memory) : str_format("%s(%R, %zd)", name, s->memory, s->n);
}

static Object *repeat_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    Stage *s = (Stage *)o;
    return s->n < 0 ? raise_error(&exc_TypeError, "len() of unsized object") : int_from_i64(s->n);
}

static const Method repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, 0, 0, "__length_hint__()\n--\n\nHow often the object still comes."},
    {NULL},
};

Type itertools_repeat = {
    .mem = {.name = "itertools.repeat", STAGE_LIFE},
    .doc = "repeat(object[, times])\n\nThe object, for ever or so many times.",
    .methods = repeat_methods,
    .repr = repeat_repr,
    .iter = iterator_self,
    .next = repeat_next,
    .new = repeat_make,
};
