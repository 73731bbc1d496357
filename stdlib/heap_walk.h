/* What the files of the module _heap share: the walk over all objects, and the functions that the others add. */
#ifndef OURO_HEAP_WALK_H
#define OURO_HEAP_WALK_H

#include "gc/introspect.h"
#include "gc/trace.h"
#include "interp/api.h"

typedef enum WalkRoot {
    WALK_MODULES, /* sys.modules, sys and builtins */
    WALK_FRAME,   /* a register of a running frame, its function or its generator */
    WALK_STATE,   /* an exception that is pending or being handled */
    WALK_CLASS,   /* a built-in class */
    WALK_NAMES,   /* a name that the interpreter itself uses */
    WALK_TRACKED, /* none of these: the collector knows it */
} WalkRoot;

typedef struct WalkNode {
    Object *object;  /* borrowed */
    uint32_t parent; /* its number; a root's is its own */
    WalkRoot root;
} WalkNode;

typedef struct Walk {
    WalkNode *nodes;
    size_t count, room;
    uint32_t *places;   /* hash set: 1 + number, 0: free */
    size_t place_count; /* a power of two */
    uint32_t parent;    /* of what is visited now; NO_PARENT: roots */
    WalkRoot root;
    bool failed;
} Walk;

/* Finds every object that can be reached, each once. The order is breadth first, so the parents make a shortest way.
 * `hidden` frames, from the innermost, are no roots: the inspector's own. False: no memory (which is the system's).
 * Until walk_end no object may come or go. */
bool walk_all(Walk *w, int hidden);
void walk_end(Walk *w);
/* Visits what o refers to, names of attributes that a class shares among its instances included. */
int walk_children(Object *o, Visit visit, void *arg);

/* A tuple of n ints. heap_why.c, heap_blocks.c, heap_fields.c, heap_cycles.c and heap_lines.c make the rest of the
 * module's functions. */
Object *heap_numbers(int n, const int64_t *values);
Object *heap_holders(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_registers(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_suspended(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_state(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_statics(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_path(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_children(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_owners(Object *self, Object **args, ptrdiff_t nargs);
size_t heap_padding(void);
Object *heap_counts_references(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_lines_start(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_lines_stop(Object *self, Object **args, ptrdiff_t nargs);
void heap_lines_teardown(void);
Object *heap_fields(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_candidates(Object *self, Object **args, ptrdiff_t nargs);
Object *heap_collect(Object *self, Object **args, ptrdiff_t nargs);

#endif
