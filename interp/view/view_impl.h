/* What the files of the recorder share. */
#ifndef OURO_VIEW_IMPL_H
#define OURO_VIEW_IMPL_H

#include "interp/view/out.h"
#include "interp/view/view.h"

/* ---- things.c: objects that have been drawn ---- */

/* The number that an object has on the page, from 1; 0: it is not drawn. Reaching an object for the first time in a
 * step puts it on the list of what things_write describes. */
uint32_t thing_reach(Object *o);
void things_begin(uint32_t step, uint32_t line); /* a step's text begins */
/* The members n (new), c (contents), r (counts), x (deaths), p (generations), u (not reached) of a step. */
void things_write(Out *out);
uint32_t thing_find(const Object *o); /* its number if it has one, or 0; it is not reached by that */
size_t things_type(Type *t);          /* the number of its name in the list of names, from 1; 0: none */
/* From the tracer. Line: where the program is. The last two give the type's number, and what size the block had. */
void things_born(void *block, size_t size, Type *type, uint32_t step, uint32_t line);
size_t things_died(void *block, uint32_t line, size_t *size);
size_t things_moved(void *old, void *block, size_t size, uint32_t step, uint32_t line, size_t *old_size);
bool things_full(void); /* objects are left out, because too many are drawn */
void things_write_types(Out *out);
void things_drop(void);

/* describe.c: the contents of an object as a JSON object; children are reached through thing_reach. */
void describe(Object *o, Out *out);
bool describe_is_drawn(const Object *o);         /* false: never shown, nor what only it refers to */
bool describe_is_worth_showing(const Object *o); /* of what a frame holds without a name; o may be NULL */
bool describe_is_value(const Object *o); /* cannot change: other contents mean another object in the same block */
uint64_t describe_fingerprint(const Object *o); /* of a value */
void describe_error(Object *exc, Out *out);     /* "ValueError: text" as a JSON string */

/* ---- heap_map.c ---- */

void map_write(Out *out); /* the members A, m, k, g of a step */
/* "arena,pool,block,block size" of a block; false, and nothing: it is in no arena. */
bool map_place(const void *block, Out *out);
void map_write_lists(Out *out); /* names, limits and sizes of the free lists */
void map_drop(void);

/* ---- steps.c, simulate.c ---- */

typedef struct Recording {
    Out steps; /* their texts, separated by commas */
    uint32_t count;
    bool stopped;            /* no more is recorded */
    const char *stopped_why; /* NULL: the program came to its end */
    bool traced;
} Recording;
extern Recording recording;

int steps_start(const ViewOptions *options, Code *code, Dict *globals);
void steps_finish(Object *exc); /* the last step; exc borrowed, or NULL */
void steps_drop(void);
void simulate_write(Out *out);

#endif
