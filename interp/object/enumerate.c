/* enumerate: pairs of a running number and an item. The number is counted in C until it no longer fits. */
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct Enumerate {
    Object base;
    int64_t index;
    Object *big_index; /* owned; the next number when it does not fit index, else NULL */
    Object *iterator;  /* owned */
    Object *pair;      /* the tuple given out last, to be filled again when nobody else has it; owned */
} Enumerate;

/* The iterable and the start of enumerate(iterable, start=0), borrowed. */
static int enumerate_arguments(Object **args, ptrdiff_t nargs, Tuple *kwnames, Object *out[2]) {
    ptrdiff_t given = nargs + (kwnames ? tuple_length(kwnames) : 0);
    if (given > 2) return raise_int(&exc_TypeError, "enumerate() takes at most 2 arguments (%zd given)", given);
    out[0] = out[1] = NULL;
    for (ptrdiff_t i = 0; i < given; i++) {
        ptrdiff_t at = i;
        if (i >= nargs) {
            Object *name = tuple_item(kwnames, i - nargs);
            at = str_equal_c(name, "iterable") ? 0 : str_equal_c(name, "start") && given == 2 ? 1 : 2;
            if (at == 2 || out[at])
                return raise_int(&exc_TypeError, "'%S' is an invalid keyword argument for enumerate()", name);
        }
        out[at] = args[i];
    }
    return out[0] ? 0 : raise_int(&exc_TypeError, "enumerate() missing required argument 'iterable'");
}

static Object *enumerate_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *given[2];
    if (enumerate_arguments(args, nargs, kwnames, given) < 0) return NULL;
    Object *start = given[1] ? number_index(given[1]) : int_from_i64(0);
    Object *iterator = start ? object_iter(given[0]) : NULL;
    Enumerate *e = iterator ? (Enumerate *)object_new(t) : NULL;
    if (!e) {
        xdecref(start);
        xdecref(iterator);
        return NULL;
    }
    e->iterator = iterator;
    if (int_fits_i64(start, &e->index))
        decref(start);
    else
        e->big_index = start;
    gc_track(e);
    return (Object *)e;
}

static void enumerate_dealloc(Object *o) {
    Enumerate *e = (Enumerate *)o;
    gc_untrack(o);
    xdecref(e->big_index);
    decref(e->iterator);
    xdecref(e->pair);
    object_free(o);
}

static int enumerate_traverse(Object *o, Visit visit, void *arg) {
    Enumerate *e = (Enumerate *)o;
    int r = visit(e->iterator, arg);
    return r ? r : visit_ref(e->pair, visit, arg);
}

static void enumerate_clear(Object *o) {
    clear_ref(&((Enumerate *)o)->pair);
}

/* The next number, new, when it is a big one or the last that is not. */
static __attribute__((noinline)) Object *enumerate_count_big(Enumerate *e) {
    Object *now = e->big_index ? newref(e->big_index) : int_from_i64(e->index);
    Object *next = now ? int_add(now, (Object *)&int_small[1 - INT_SMALL_MIN]) : NULL;
    if (!next) {
        xdecref(now);
        return NULL;
    }
    set_ref(&e->big_index, next);
    return now;
}

static Object *enumerate_next(Object *o) {
    Enumerate *e = (Enumerate *)o;
    Object *item = iterator_next_below(e->iterator);
    if (!item) return NULL;
    bool small = !e->big_index && e->index < INT64_MAX;
    Object *index = likely(small) ? int_from_i64(e->index++) : enumerate_count_big(e);
    if (!index) {
        decref(item);
        return NULL;
    }
    return tuple_pair(&e->pair, index, item);
}

static Object *enumerate_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Enumerate *e = (Enumerate *)o;
    Object *index = e->big_index ? newref(e->big_index) : int_from_i64(e->index);
    Object *arguments = index ? tuple_pack(2, e->iterator, index) : NULL;
    Object *result = arguments ? tuple_pack(2, o->type, arguments) : NULL;
    xdecref(index);
    xdecref(arguments);
    return result;
}

static const Method enumerate_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias enumerate[object].", METH_CLASS},
    {"__reduce__", enumerate_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type enumerate_type = {
    .mem = {.name = "enumerate",
            .size = sizeof(Enumerate),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = enumerate_dealloc,
            .traverse = enumerate_traverse,
            .clear = enumerate_clear},
    .doc = "enumerate(iterable, start=0)\n--\n\nPairs of a number and an item, the numbers counting up from start.",
    .methods = enumerate_methods,
    .iter = iterator_self,
    .next = enumerate_next,
    .new = enumerate_make,
};
