/* itertools: the module, and what all its iterators have in common. */
#include "stdlib/itertools.h"

Object *stage_new(Type *t, Object *source, Object *function) {
    Object *iterator = source ? object_iter(source) : NULL;
    if (source && !iterator) return NULL;
    Stage *s = (Stage *)object_new(t);
    if (!s) {
        xdecref(iterator);
        return NULL;
    }
    s->source = iterator;
    s->function = xnewref(function);
    gc_track(s);
    return (Object *)s;
}

void stage_dealloc(Object *o) {
    Stage *s = (Stage *)o;
    gc_untrack(o);
    xdecref(s->source);
    xdecref(s->function);
    xdecref(s->memory);
    xdecref(s->extra);
    object_free(o);
}

int stage_traverse(Object *o, Visit visit, void *arg) {
    Stage *s = (Stage *)o;
    int r = visit_ref(s->source, visit, arg);
    if (r == 0) r = visit_ref(s->function, visit, arg);
    if (r == 0) r = visit_ref(s->memory, visit, arg);
    return r ? r : visit_ref(s->extra, visit, arg);
}

/* Nothing more comes out of it then: no stage gives an item without a source, except those that count down n. */
void stage_clear(Object *o) {
    Stage *s = (Stage *)o;
    s->n = 0;
    clear_ref(&s->source);
    clear_ref(&s->memory);
    clear_ref(&s->extra);
}

int no_keywords(const char *function, const Type *t, const Type *own, Tuple *kwnames) {
    return t == own || t->init == own->init ? args_no_keywords(function, kwnames) : 0;
}

static int itertools_setup(Object *module) {
    static Type *const types[] = {
        &itertools_accumulate,
        &itertools_batched,
        &itertools_chain,
        &itertools_combinations,
        &itertools_combinations_with_replacement,
        &itertools_compress,
        &itertools_count,
        &itertools_cycle,
        &itertools_dropwhile,
        &itertools_filterfalse,
        &itertools_groupby,
        &itertools_grouper,
        &itertools_islice,
        &itertools_pairwise,
        &itertools_permutations,
        &itertools_product,
        &itertools_repeat,
        &itertools_starmap,
        &itertools_takewhile,
        &itertools_tee,
        &itertools_tee_block,
        &itertools_zip_longest,
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(module, types[i]) < 0) return -1;
    return 0;
}

static const Method itertools_methods[] = {
    {"tee", itertools_tee_function, 1, 2,
     "tee(iterable, n=2, /)\n--\n\nA tuple of n iterators that give the same items."},
    {NULL},
};

const ModuleSpec itertools_module = {
    .name = "itertools",
    .doc = "Iterators made from other iterators.",
    .methods = itertools_methods,
    .setup = itertools_setup,
};
