/* What the files of itertools share.
 *
 * Most of the iterators are a stage in a pipeline: a source that items come from, something to apply to them, and
 * something to remember. They all have the struct Stage, with the same life; each says which field means what.
 * The collector's view of them is in one place, and an iterator is its arguments, its step, and its row in the module.
 */
#ifndef OURO_ITERTOOLS_H
#define OURO_ITERTOOLS_H

#include <string.h>
#include "interp/api.h"

typedef struct Stage {
    Object base;
    Object *source;   /* an iterator; owned, as all of these; NULL: none, or exhausted */
    Object *function; /* what is applied to the items */
    Object *memory;   /* what is known from items before */
    Object *extra;
    ptrdiff_t n, step;
    bool started, strict;
} Stage;

Object *stage_new(Type *t, Object *source_iterable, Object *function); /* borrows; either may be NULL */
void stage_dealloc(Object *o);
int stage_traverse(Object *o, Visit visit, void *arg);
void stage_clear(Object *o);

/* What stands in TypeMemory behind the name of each of them. */
#define STAGE_LIFE \
    .size = sizeof(Stage), .flags = TYPE_GC | TYPE_BASE, .dealloc = stage_dealloc, .traverse = stage_traverse, \
    .clear = stage_clear

/* For functions whose subclasses may define keywords in an __init__ of their own: 0, or -1 with TypeError. */
int no_keywords(const char *function, const Type *t, const Type *own, Tuple *kwnames);

extern Type itertools_count, itertools_cycle, itertools_repeat;                               /* itertools_endless.c */
extern Type itertools_compress, itertools_dropwhile, itertools_filterfalse, itertools_islice, /* itertools_select.c */
    itertools_starmap, itertools_takewhile;
extern Type itertools_accumulate, itertools_batched, itertools_chain, itertools_pairwise, /* itertools_regroup.c */
    itertools_zip_longest;
extern Type itertools_groupby, itertools_grouper;                            /* itertools_groupby.c */
extern Type itertools_tee, itertools_tee_block;                              /* itertools_tee.c */
extern Type itertools_combinations, itertools_combinations_with_replacement, /* itertools_combine.c */
    itertools_permutations, itertools_product;

Object *itertools_tee_function(Object *self, Object **args, ptrdiff_t nargs);

#endif
