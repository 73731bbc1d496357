/* Watching memory: whoever wants to know of every block (tracemalloc, profilers) adds a Tracer.
 *
 * Nothing is tested for while nobody traces. With the first tracer the fast paths of the heap and of the free lists are
 * closed (gc/pool.h, gc/alloc.h), so that each birth and death passes through the slow ones, and these tell the
 * tracers. A block that goes to a free list dies, and is born again when it leaves it. Addresses are those of blocks:
 * an object's block starts type->mem.presize bytes in front of it.
 *
 * A tracer may use the heap itself; what it allocates meanwhile is not reported. It must not run user code.
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
    /* type: of the object to be made there; NULL for a raw block and where it is not known yet */
    void (*born)(struct Tracer *self, void *block, size_t size, BlockKind kind, Type *type);
    /* May be NULL. The block's first word may be gone already, the rest is still as it was. The block may be unknown to
     * the tracer: born before it was added. */
    void (*died)(struct Tracer *self, void *block);
    /* The block moved or has a new size (old may equal block). May be NULL: then it is died and born. */
    void (*resized)(struct Tracer *self, void *old, void *block, size_t size);
    struct Tracer *next;
} Tracer;

void trace_add(Tracer *t);
void trace_remove(Tracer *t); /* harmless when it is not there */
void trace_pause(void);       /* no reports until trace_resume; nests */
void trace_resume(void);

/* For the slow paths of the heap. Of the tracers trace_active is the first; NULL while they are paused or at work. */
extern Tracer *trace_active;
void trace_resized(void *old, void *block, size_t size);

void trace_born_more(Tracer *t, void *block, size_t size, BlockKind kind, Type *type);
void trace_died_more(Tracer *t, void *block);

static inline void trace_born(void *block, size_t size, BlockKind kind, Type *type) {
    Tracer *first = trace_active;
    if (!first) return;
    trace_active = NULL;
    first->born(first, block, size, kind, type);
    if (unlikely(first->next != NULL)) trace_born_more(first->next, block, size, kind, type);
    trace_active = first;
}

static inline void trace_died(void *block) {
    Tracer *first = trace_active;
    if (!first) return;
    trace_active = NULL;
    first->died(first, block);
    if (unlikely(first->next != NULL)) trace_died_more(first->next, block);
    trace_active = first;
}

/* A table block -> size and a word of the owner's. Its memory comes from the system and is not counted as blocks.
 *
 * Blocks of pools, nearly all there are, have a word each in a shadow of their arena: no hashing, and neighbours in the
 * heap are neighbours in the table. No two blocks begin in the same 16 bytes, but for those of 8 bytes. These few, and
 * large blocks, are in a hash table.
 *
 *      arena     | block 0 (24 bytes)  | block 1             | block 2             | ...
 *      shadow    [0]         [1]         [2]  -    [3]         [4]  ...               a word for 16 bytes
 *      word      bits 63..48: size, 0: not there     bits 47..0: data (an address of user space, or less)
 */
typedef struct Trace {
    void *block; /* NULL: an empty place */
    size_t size;
    uintptr_t data;
} Trace;

enum { TRACE_GRAIN = 16, TRACE_SIZE_SHIFT = 48, TRACE_NEAR = 64 };

/* A shadow that was used a moment ago. The word of a block is at `origin` + 8 bytes for each 16 of its address. */
typedef struct TraceNear {
    uintptr_t number; /* of the arena */
    uintptr_t origin;
} TraceNear;

typedef struct TraceTable {
    uint64_t ***shadows;          /* by the number of the arena: two levels, as gc/arena.h has them */
    size_t bytes;                 /* sum of the sizes */
    TraceNear near[TRACE_NEAR];   /* by the number's low bits. Arena 0 does not exist: zeros match nothing */
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

static inline size_t trace_table_memory(const TraceTable *t) {
    return t->memory + t->capacity * sizeof(Trace);
}

/* The word of a block in its shadow, if that is near; else NULL. */
static inline uint64_t *trace_near_word(const TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> ARENA_BITS;
    const TraceNear *near = &t->near[number % TRACE_NEAR];
    if (unlikely(near->number != number)) return NULL;
    return (uint64_t *)(near->origin + (uintptr_t)block / TRACE_GRAIN * sizeof(uint64_t));
}

/* The common case of trace_table_put: a block that is not there, of a size for shadows, and its shadow is near. False:
 * none of that, nothing done. */
static inline bool trace_table_add(TraceTable *t, void *block, size_t size, uintptr_t data) {
    uint64_t *word = trace_near_word(t, block);
    if (unlikely(!word || *word || size - HEAP_ALIGN - 1 > HEAP_SMALL_MAX - HEAP_ALIGN - 1)) return false;
    *word = (uint64_t)size << TRACE_SIZE_SHIFT | data;
    t->bytes += size;
    return true;
}

/* And of trace_table_remove: it is in a shadow that is near. */
static inline bool trace_table_drop(TraceTable *t, void *block) {
    uint64_t *word = trace_near_word(t, block);
    if (unlikely(!word || !*word)) return false;
    t->bytes -= *word >> TRACE_SIZE_SHIFT;
    *word = 0;
    return true;
}

#endif
