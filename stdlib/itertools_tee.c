/* itertools.tee: several iterators that give the same items.
 *
 *      tee  tee
 *       |    |
 *       v    v
 *      [block: up to TEE_ITEMS items read so far, source] -> [block ...] -> NULL
 *
 * The items read are kept in a chain of blocks. Each tee knows its block and an index in it. A block that every tee has
 * passed is referenced by nobody, and goes.
 */
#include "interp/object/weakref.h"
#include "stdlib/itertools.h"

enum { TEE_ITEMS = 57 };

typedef struct TeeBlock {
    Object base;
    Object *source; /* owned */
    ptrdiff_t count;
    bool running;          /* asking the source */
    struct TeeBlock *next; /* owned, or NULL */
    Object *items[TEE_ITEMS];
} TeeBlock;

typedef struct Tee {
    Object base;
    TeeBlock *block; /* owned */
    ptrdiff_t index;
    Object *weaklist;
} Tee;

/* ---- blocks */

static TeeBlock *block_new(Object *source) {
    TeeBlock *b = (TeeBlock *)object_new(&itertools_tee_block);
    if (!b) return NULL;
    b->source = newref(source);
    gc_track(b);
    return b;
}

static void block_dealloc(Object *o) {
    TeeBlock *b = (TeeBlock *)o;
    gc_untrack(o);
    decref(b->source);
    for (ptrdiff_t i = 0; i < b->count; i++) decref(b->items[i]);
    xdecref(b->next);
    object_free(o);
}

static int block_traverse(Object *o, Visit visit, void *arg) {
    TeeBlock *b = (TeeBlock *)o;
    int r = visit(b->source, arg);
    for (ptrdiff_t i = 0; r == 0 && i < b->count; i++) r = visit(b->items[i], arg);
    return r ? r : visit_ref(b->next, visit, arg);
}

/* Item i, which is one of those read or the next to be read: new. */
static Object *block_item(TeeBlock *b, ptrdiff_t i) {
    if (i < b->count) return newref(b->items[i]);
    if (b->running) return raise_error(&exc_RuntimeError, "cannot re-enter the tee iterator");
    b->running = true;
    Object *item = iterator_next_below(b->source);
    b->running = false;
    if (!item) return NULL;
    b->items[b->count++] = item;
    return newref(item);
}

Type itertools_tee_block = {
    .mem = {.name = "itertools._tee_dataobject",
            .size = sizeof(TeeBlock),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = block_dealloc,
            .traverse = block_traverse},
};

/* ---- tees */

static Object *tee_at(TeeBlock *block, ptrdiff_t index) {
    Tee *t = (Tee *)object_new(&itertools_tee);
    if (!t) return NULL;
    t->block = newref(block);
    t->index = index;
    gc_track(t);
    return (Object *)t;
}

static Object *tee_from(Object *iterable) {
    Object *iterator = object_iter(iterable), *tee = NULL;
    if (!iterator) return NULL;
    if (iterator->type == &itertools_tee)
        tee = tee_at(((Tee *)iterator)->block, ((Tee *)iterator)->index);
    else {
        TeeBlock *block = block_new(iterator);
        if (block) tee = tee_at(block, 0);
        xdecref(block);
    }
    decref(iterator);
    return tee;
}

static Object *tee_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("_tee", kwnames) < 0 || args_count("_tee", nargs, 1, 1) < 0) return NULL;
    return tee_from(args[0]);
}

static void tee_dealloc(Object *o) {
    gc_untrack(o);
    weakref_clear_all(o);
    decref(((Tee *)o)->block);
    object_free(o);
}

static int tee_traverse(Object *o, Visit visit, void *arg) {
    return visit((Object *)((Tee *)o)->block, arg);
}

static Object *tee_next(Object *o) {
    Tee *t = (Tee *)o;
    if (t->index >= TEE_ITEMS) {
        if (!t->block->next && !(t->block->next = block_new(t->block->source))) return NULL;
        t->index = 0;
        set_ref(&t->block, newref(t->block->next));
    }
    TeeBlock *block = newref(t->block); /* the source may move this very tee on */
    Object *item = block_item(block, t->index);
    if (item) t->index++;
    decref(block);
    return item;
}

static Object *tee_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return tee_at(((Tee *)o)->block, ((Tee *)o)->index);
}

/* itertools.tee(iterable, n=2) */
Object *itertools_tee_function(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = 2;
    if (nargs > 1) {
        n = number_as_index(args[1], &exc_OverflowError);
        if (n == -1 && raise_pending()) return NULL;
        if (n < 0) return raise_error(&exc_ValueError, "n must be >= 0");
    }
    if (n == 0) return tuple_new(0);
    Object *first = tee_from(args[0]), *result = first ? tuple_new(n) : NULL;
    if (result)
        tuple_set(result, 0, first);
    else
        xdecref(first);
    for (ptrdiff_t i = 1; result && i < n; i++) {
        Object *copy = tee_at(((Tee *)first)->block, ((Tee *)first)->index);
        if (copy)
            tuple_set(result, i, copy);
        else
            clear_ref(&result);
    }
    return result;
}

static const Method tee_methods[] = {
    {"__copy__", tee_copy, 0, 0, "__copy__()\n--\n\nAnother iterator, at the same place."},
    {NULL},
};

Type itertools_tee = {
    .mem = {.name = "itertools._tee",
            .size = sizeof(Tee),
            .flags = TYPE_GC,
            .weaklist_offset = offsetof(Tee, weaklist),
            .dealloc = tee_dealloc,
            .traverse = tee_traverse},
    .doc = "_tee(iterable, /)\n--\n\nAn iterator that shares the items of its source with others.",
    .methods = tee_methods,
    .iter = iterator_self,
    .next = tee_next,
    .new = tee_make,
};
