/* Watching memory: whoever wants to know of every block (tracemalloc, profilers) adds a Tracer.
 *
 * Nothing is tested for while nobody traces. With the first tracer the fast paths of the heap and of the free lists are
 * closed (gc/pool.h, gc/alloc.h), so that each birth and death passes through the slow ones, and these tell the
 * tracers. A block that goes to a free list dies, and is born again when it leaves it. Addresses are those of blocks:
 * an object's block starts type->mem.presize bytes in front of it.
 *
 * To tell the tracer is the last thing that the heap does, a jump: there is nothing to save and to restore. So a tracer
 * is called from within the heap, and must not use it; its memory comes from the system.
 */
#ifndef OURO_GC_TRACE_H
#define OURO_GC_TRACE_H

#include "gc/arena.h"
#include "gc/heap.h"
#include "gc/object.h"

typedef enum BlockKind {
    BLOCK_RAW,
    BLOCK_OBJECT,
    BLOCK_REUSED, /* from a free list: an object, or what belongs to one */
} BlockKind;

typedef struct Tracer {
    /* Returns the block. type: of the object to be made there; NULL for a raw block and where it is not known yet */
    void *(*born)(struct Tracer *self, void *block, size_t size, BlockKind kind, Type *type);
    /* May be NULL. What was in the block is gone already. It may be unknown to the tracer: born before it was added. */
    void (*died)(struct Tracer *self, void *block);
    /* The block moved or has a new size (old may equal block). May be NULL: then it is died and born. */
    void (*resized)(struct Tracer *self, void *old, void *block, size_t size);
    struct Tracer *next;
} Tracer;

void trace_add(Tracer *t);
void trace_remove(Tracer *t); /* harmless when it is not there */
void trace_pause(void);       /* no reports until trace_resume; nests */
void trace_resume(void);

/* For the slow paths of the heap: the only tracer, or one that tells all of them, or, while they are paused, nobody. */
extern Tracer *trace_active;

static inline void *trace_born(void *block, size_t size, BlockKind kind, Type *type) {
    return trace_active->born(trace_active, block, size, kind, type);
}

static inline void trace_died(void *block) {
    trace_active->died(trace_active, block);
}

static inline void trace_resized(void *old, void *block, size_t size) {
    trace_active->resized(trace_active, old, block, size);
}

/* A table block -> size and a number of the owner's. Its memory comes from the system and is not counted as blocks.
 *
 * Blocks of pools have a word each in a shadow of their arena, half as large as the arena: no hashing, and neighbours
 * in the heap are neighbours in the table. One shadow serves two arenas side by side, so that it is as large as an
 * arena and leaves the next one aligned. What does not fit a word (large blocks, large numbers) is in a hash table.
 *
 *      arenas    | block 0 (24 bytes)                | block 1                           | block 2 ...
 *      shadow    | word        -           -         | word        -           -         | word    ...
 *      word      bits 31..10: data     bits 9..0: size, 0: not there
 */
typedef struct Trace {
    void *block; /* NULL: an empty place */
    size_t size;
    uintptr_t data;
} Trace;

enum { TRACE_SIZE_BITS = 10, TRACE_SIZE_MASK = (1 << TRACE_SIZE_BITS) - 1, TRACE_NEAR = 64 };
#define TRACE_DATA_MAX  ((uintptr_t)1 << (32 - TRACE_SIZE_BITS)) /* words hold what is less */
#define TRACE_SPAN_BITS (ARENA_BITS + 1)

/* A shadow that was used a moment ago. */
typedef struct TraceNear {
    uintptr_t number; /* of the two arenas */
    uintptr_t origin; /* where the word of address 0 would be */
} TraceNear;

typedef struct TraceTable {
    uint32_t ***shadows;          /* by number: two levels, as gc/arena.h has them */
    size_t peak;                  /* the greatest sum of the sizes so far */
    ptrdiff_t below;              /* by how much the sum is less: one counter to change, and its sign to look at */
    TraceNear near[TRACE_NEAR];   /* by the number's low bits. Number 0 does not exist: zeros match nothing */
    size_t memory;                /* bytes of shadows and their leaves */
    Trace *places;                /* open addressing */
    size_t capacity, places_used; /* capacity is a power of two, or 0 */
} TraceTable;

/* Adds or overwrites; false when there is no memory. */
bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data);
bool trace_table_get(TraceTable *t, const void *block, Trace *out); /* false: not there */
/* Takes an entry out, into *old if that is not NULL; false: not there. */
bool trace_table_remove(TraceTable *t, void *block, Trace *old);
void trace_table_clear(TraceTable *t);
/* Visits every entry; a result other than 0 ends the walk. The table must not change meanwhile. */
int trace_table_each(const TraceTable *t, int (*visit)(const Trace *entry, void *arg), void *arg);

size_t trace_table_count(const TraceTable *t); /* entries; counted by a walk */

static inline size_t trace_table_bytes(const TraceTable *t) {
    return t->peak - (size_t)t->below;
}

static inline void trace_table_reset_peak(TraceTable *t) {
    t->peak = trace_table_bytes(t);
    t->below = 0;
}

static inline void trace_table_count_in(TraceTable *t, size_t size) {
    t->below -= (ptrdiff_t)size;
    if (unlikely(t->below < 0)) trace_table_reset_peak(t);
}

static inline size_t trace_table_memory(const TraceTable *t) {
    return t->memory + t->capacity * sizeof(Trace);
}

/* Finds the word of a block in its shadow; false: the shadow is not near. */
static inline bool trace_near_word(const TraceTable *t, const void *block, uint32_t **word) {
    uintptr_t number = (uintptr_t)block >> TRACE_SPAN_BITS;
    const TraceNear *near = &t->near[number % TRACE_NEAR];
    *word = (uint32_t *)((uintptr_t)block / 2 + near->origin);
    return likely(near->number == number);
}

/* The common case of trace_table_put: a small block that is not there, data < TRACE_DATA_MAX, and its shadow is near.
 * False: nothing done. */
static inline bool trace_table_add(TraceTable *t, void *block, size_t size, uintptr_t data) {
    uint32_t *word;
    if (unlikely(size > HEAP_SMALL_MAX || !trace_near_word(t, block, &word) || *word)) return false;
    *word = (uint32_t)(data << TRACE_SIZE_BITS | size);
    trace_table_count_in(t, size);
    return true;
}

/* And of trace_table_remove: it is in a shadow that is near. */
static inline bool trace_table_drop(TraceTable *t, void *block) {
    uint32_t *word;
    if (unlikely(!trace_near_word(t, block, &word) || !*word)) return false;
    t->below += *word & TRACE_SIZE_MASK;
    *word = 0;
    return true;
}

#endif
