/* Watching memory: whoever wants to know of every block (tracemalloc, profilers) adds a Tracer.
 *
 * Nothing is tested for while nobody traces. With the first tracer the fast paths of the heap are closed (gc/pool.h)
 * and the free lists are emptied and refuse blocks, so that each birth and death passes through the slow paths, and
 * these tell the tracers. Addresses are those of blocks: an object's block starts type->mem.presize bytes in front of
 * it.
 *
 * A tracer may use the heap itself; what it allocates meanwhile is not reported. It must not run user code.
 */
#ifndef OURO_GC_TRACE_H
#define OURO_GC_TRACE_H

#include "gc/object.h"

typedef enum BlockKind { BLOCK_RAW, BLOCK_OBJECT } BlockKind;

typedef struct Tracer {
    /* type: of the object to be made there; NULL for a raw block and where it is not known yet */
    void (*born)(struct Tracer *self, void *block, size_t size, BlockKind kind, Type *type);
    /* Comes after the block was freed: its first word is gone, the rest is still as it was. May be NULL. The block
     * may be unknown to the tracer: born before it was added. */
    void (*died)(struct Tracer *self, void *block);
    /* The block moved or has a new size (old may equal block). May be NULL: then it is died and born. */
    void (*resized)(struct Tracer *self, void *old, void *block, size_t size);
    struct Tracer *next;
} Tracer;

void trace_add(Tracer *t);
void trace_remove(Tracer *t); /* harmless when it is not there */
void trace_pause(void);       /* no reports until trace_resume; nests */
void trace_resume(void);

/* For the slow paths of the heap. */
void trace_born(void *block, size_t size, BlockKind kind, Type *type);
void trace_died(void *block);
void trace_resized(void *old, void *block, size_t size);

/* A table block -> size and a word of the owner's. Its memory comes from the system and is not counted as blocks.
 *
 * Blocks of pools, nearly all there are, have a word each in a shadow of their arena, at the offset that they have
 * there: no hashing, and neighbours in the heap are neighbours in the table. Large blocks are in a hash table.
 *
 *      shadow word:   bits 63..48: size + 1, 0: not there     bits 47..0: data (an address of user space, or less)
 */
typedef struct Trace {
    void *block; /* NULL: an empty place */
    size_t size;
    uintptr_t data;
} Trace;

typedef struct TraceTable {
    Trace *places;                /* open addressing */
    size_t capacity, places_used; /* capacity is a power of two, or 0 */
    uint64_t ***shadows;          /* by the number of the arena: two levels, as gc/arena.h has them */
    size_t memory;                /* bytes of shadows and their leaves */
    size_t count;
    size_t bytes; /* sum of the sizes */
} TraceTable;

/* Adds or overwrites; false when there is no memory. */
bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data);
bool trace_table_get(const TraceTable *t, const void *block, Trace *out); /* false: not there */
/* Takes an entry out, into *old if that is not NULL; false: not there. */
bool trace_table_remove(TraceTable *t, void *block, Trace *old);
void trace_table_clear(TraceTable *t);
/* Visits every entry; a result other than 0 ends the walk. The table must not change meanwhile. */
int trace_table_each(const TraceTable *t, int (*visit)(const Trace *entry, void *arg), void *arg);

static inline size_t trace_table_memory(const TraceTable *t) {
    return t->memory + t->capacity * sizeof(Trace);
}

#endif
