/* reversed: a sequence from its last item to the first, for those that have no __reversed__ of their own. */
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

typedef struct Reversed {
    Object base;
    ptrdiff_t index;  /* of the next item; -1: exhausted */
    Object *sequence; /* owned; NULL: exhausted */
} Reversed;

static Object *reversed_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with an __init__ of its own may define keywords; only a plain reversed rejects them. */
    if ((t == &reversed_type || t->init == reversed_type.init) && args_no_keywords("reversed", kwnames) < 0)
        return NULL;
    if (args_count("reversed", nargs, 1, 1) < 0) return NULL;
    Object *sequence = args[0], *method = object_lookup_special(sequence, names.__reversed__);
    if (method && method != NONE) {
        Object *result = object_call0(method);
        decref(method);
        return result;
    }
    if (!method && raise_pending()) return NULL;
    if (method || !sequence->type->get_item || dict_check(sequence)) {
        xdecref(method);
        return raise_error(&exc_TypeError, "'%T' object is not reversible", sequence);
    }
    ptrdiff_t n = object_length(sequence);
    Reversed *r = n < 0 ? NULL : (Reversed *)object_new(t);
    if (!r) return NULL;
    r->index = n - 1;
    r->sequence = newref(sequence);
    gc_track(r);
    return (Object *)r;
}

static void reversed_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((Reversed *)o)->sequence);
    object_free(o);
}

static int reversed_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Reversed *)o)->sequence, visit, arg);
}

static Object *reversed_next(Object *o) {
    Reversed *r = (Reversed *)o;
    if (r->index < 0) {
        clear_ref(&r->sequence);
        return NULL;
    }
    Object *i = int_from_i64(r->index);
    if (!i) return NULL;
    Object *sequence = newref(r->sequence); /* __getitem__ may exhaust this very iterator */
    Object *item = object_getitem(sequence, i);
    decref(i);
    decref(sequence);
    if (item) {
        r->index--;
        return item;
    }
    if (raise_clear_if(&exc_IndexError) || raise_clear_if(&exc_StopIteration)) {
        r->index = -1;
        clear_ref(&r->sequence);
    }
    return NULL;
}

static Object *reversed_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    Reversed *r = (Reversed *)o;
    if (!r->sequence) return int_from_i64(0);
    ptrdiff_t n = object_length(r->sequence), left = r->index + 1;
    if (n < 0) return NULL;
    return int_from_i64(n < left ? 0 : left);
}

static Object *reversed_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Reversed *r = (Reversed *)o;
    Object *empty = r->sequence ? NULL : tuple_new(0), *index = NULL, *result = NULL;
    Object *arguments = tuple_pack(1, r->sequence ? r->sequence : empty);
    if (arguments && r->sequence) {
        if ((index = int_from_i64(r->index))) result = tuple_pack(3, o->type, arguments, index);
    } else if (arguments)
        result = tuple_pack(2, o->type, arguments);
    xdecref(empty);
    xdecref(index);
    xdecref(arguments);
    return result;
}

static Object *reversed_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    Reversed *r = (Reversed *)o;
    ptrdiff_t i = number_as_index(args[0], &exc_OverflowError);
    if (i == -1 && raise_pending()) return NULL;
    if (r->sequence) {
        ptrdiff_t n = object_length(r->sequence);
        if (n < 0) return NULL;
        r->index = i < -1 ? -1 : i > n - 1 ? n - 1 : i;
    }
    return new_none();
}

static const Method reversed_methods[] = {
    {"__length_hint__", reversed_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", reversed_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", reversed_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type reversed_type = {
    .mem = {.name = "reversed",
            .size = sizeof(Reversed),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = reversed_dealloc,
            .traverse = reversed_traverse},
    .doc = "reversed(sequence, /)\n--\n\nAn iterator over a sequence from its last item to the first.",
    .methods = reversed_methods,
    .iter = iterator_self,
    .next = reversed_next,
    .new = reversed_make,
};
