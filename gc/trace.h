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

/* A table block -> size and a word of the owner's: compact, open addressing. Its memory comes from the system and is
 * not counted as blocks. */
typedef struct Trace {
    void *block; /* NULL: an empty place */
    size_t size;
    uintptr_t data;
} Trace;

typedef struct TraceTable {
    Trace *places;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
    size_t bytes; /* sum of the sizes */
} TraceTable;

/* Adds or overwrites; false when there is no memory. */
bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data);
/* Valid until the table changes; NULL: not there. */
Trace *trace_table_get(const TraceTable *t, const void *block);
/* Takes an entry out, into *old if that is not NULL; false: not there. */
bool trace_table_remove(TraceTable *t, const void *block, Trace *old);
void trace_table_clear(TraceTable *t);

static inline size_t trace_table_memory(const TraceTable *t) {
    return t->capacity * sizeof(Trace);
}

#endif
