/* filter: the items of an iterable that pass a test. */
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct Filter {
    Object base;
    Object *function; /* None: the truth of the item itself */
    Object *iterator;
} Filter;

static Object *filter_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with an __init__ of its own may define keywords; only a plain filter rejects them. */
    if ((t == &filter_type || t->init == filter_type.init) && args_no_keywords("filter", kwnames) < 0) return NULL;
    if (args_count("filter", nargs, 2, 2) < 0) return NULL;
    Object *iterator = object_iter(args[1]);
    Filter *f = iterator ? (Filter *)object_new(t) : NULL;
    if (!f) {
        xdecref(iterator);
        return NULL;
    }
    f->function = newref(args[0]);
    f->iterator = iterator;
    gc_track(f);
    return (Object *)f;
}

static void filter_dealloc(Object *o) {
    Filter *f = (Filter *)o;
    gc_untrack(o);
    decref(f->function);
    decref(f->iterator);
    object_free(o);
}

static int filter_traverse(Object *o, Visit visit, void *arg) {
    Filter *f = (Filter *)o;
    int r = visit(f->function, arg);
    return r ? r : visit(f->iterator, arg);
}

static int filter_passes(Filter *f, Object *item) {
    if (f->function == NONE || f->function == (Object *)&bool_type) return object_truth(item);
    Object *answer = object_call1(f->function, item);
    if (!answer) return -1;
    int r = object_truth(answer);
    decref(answer);
    return r;
}

static Object *filter_next(Object *o) {
    Filter *f = (Filter *)o;
    for (Object *item; (item = iterator_next_below(f->iterator));) {
        int r = filter_passes(f, item);
        if (r > 0) return item;
        decref(item);
        if (r < 0) return NULL;
    }
    return NULL;
}

static Object *filter_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Filter *f = (Filter *)o;
    Object *arguments = tuple_pack(2, f->function, f->iterator);
    if (!arguments) return NULL;
    Object *result = tuple_pack(2, o->type, arguments);
    decref(arguments);
    return result;
}

static const Method filter_methods[] = {
    {"__reduce__", filter_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type filter_type = {
    .mem = {.name = "filter",
            .size = sizeof(Filter),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = filter_dealloc,
            .traverse = filter_traverse},
    .doc = "filter(function, iterable, /)\n--\n\n"
           "The items for which function is true, or that are true themselves when it is None.",
    .methods = filter_methods,
    .iter = iterator_self,
    .next = filter_next,
    .new = filter_make,
};
