/* Pools: 4 KiB of an arena, cut into blocks of one size class. The fast paths of the heap are here, small enough to be
 * inlined; whatever is rare is in pool.c.
 *
 *      Pool (header, in its Arena)      | block 0 | block 1 | block 2 | ... | rest, lost to quantisation |
 *        .free ---------------------------------------------^ -> next free block -> ...
 *
 * Class c (0 to 63) has blocks of 8 * (c + 1) bytes. A free block holds the link to the next free one in its first
 * word.
 *
 * The pools of a class that have room are linked in a ring; pool_ring[c] is the one that serves. A pool that is found
 * full leaves the ring until some blocks of it are freed: a sixteenth, and at least one. If one were enough for
 * large pools, a program whose blocks come and go in no order would send a pool out and back with each of them.
 *
 * Both fast paths make do with one test for everything rare:
 *   - a request looks at pool_fast[c], which is pool_ring[c], or the pool that never has a free block when the class
 *     has no pool, or when every request is to be seen (tracing, injected failures, malloc mode);
 *   - a free counts pool->countdown down, and only at 0 is there anything to do. In the ring it is the number of
 *     blocks in use, so 0 means that the pool is empty (with one more for a pool that is kept even then: pool.c);
 *     outside it is the number of frees that put the pool back; and while every free is to be seen it is 1 in all
 *     pools. What is missing to the number of blocks in use is `rest`, which only slow paths change.
 *
 * Invariants, checked by heap_check:
 *      blocks in use + length of the free list = capacity of the class
 *      countdown + rest = blocks in use
 *      in the ring and not watched: rest = 0, or -1 if kept; watched: countdown = 1
 *      a pool without blocks in use is kept, and the only one in its ring
 *      outside the ring: fewer free blocks than put it back
 *      in a ring only the serving pool may be without a free block
 */
#ifndef OURO_GC_POOL_H
#define OURO_GC_POOL_H

#include "gc/arena.h"
#include "gc/heap.h"
#include "gc/object.h"
#include "gc/trace.h"

#define POOL_CLASSES (HEAP_SMALL_MAX / HEAP_ALIGN)

extern Pool *pool_fast[POOL_CLASSES]; /* what the fast path sees */
extern Pool *pool_ring[POOL_CLASSES]; /* what is there; NULL: no pool with room */

/* n = 0 gives a class beyond all others, which the slow path sorts out. */
static inline size_t pool_class(size_t n) {
    return (n - 1) / HEAP_ALIGN;
}
static inline size_t pool_block_size(size_t size_class) {
    return (size_class + 1) * HEAP_ALIGN;
}
static inline size_t pool_capacity(size_t size_class) {
    return POOL_SIZE / pool_block_size(size_class);
}
/* As many free blocks make it worth while for a pool to come back to the ring. */
static inline size_t pool_worth(size_t size_class) {
    return pool_capacity(size_class) / 16 + 1;
}
static inline size_t pool_used(const Pool *pool) {
    return (size_t)(pool->countdown + pool->rest);
}
/* Why every request and every free must take the slow path. */
enum {
    WATCH_TRACE = 1,  /* somebody traces allocations */
    WATCH_FAIL = 2,   /* an allocation is to fail (OURO_OOM) */
    WATCH_POISON = 4, /* freed blocks are filled and looked at again */
};
extern unsigned heap_watched;
/* Only debug builds poison (HEAP_CHECK=2), and tests of the heap. */
static inline bool heap_poisons(void) {
    return unlikely(heap_watched & WATCH_POISON);
}
void heap_watch(unsigned reason, bool on);

typedef enum HeapMode { HEAP_POOLS, HEAP_MALLOC, HEAP_DEBUG } HeapMode;
extern HeapMode heap_mode;
/* Before the first block is handed out. */
void heap_set_mode(HeapMode mode);

void *heap_alloc_slow(size_t n, BlockKind kind, Type *type);
void heap_free_large(void *p);
void pool_attend(Pool *pool);
void pools_trim(void); /* pools without blocks go back to their arenas, free arenas to the system */

/* A block of n bytes, or NULL when the slow path has to be asked. */
static inline void *pool_try(size_t n) {
    size_t size_class = pool_class(n);
    if (unlikely(size_class >= POOL_CLASSES)) return NULL;
    Pool *pool = pool_fast[size_class];
    Block *b = pool->free;
    if (unlikely(!b)) return NULL;
    pool->free = b->next;
    pool->countdown++;
    return b;
}

/* Objects are a few words long, for which a call of memset costs more than the work. n is 16 at least, and a block has
 * room for n rounded up to a multiple of 8. The last store may overlap others. */
static inline void zero_words(void *p, size_t n) {
    typedef uint64_t TwoWords __attribute__((vector_size(16), aligned(8), may_alias));
    char *last = (char *)p + ((n + 7) & ~(size_t)7) - sizeof(TwoWords);
    for (char *at = p; at < last; at += sizeof(TwoWords)) {
        *(TwoWords *)at = (TwoWords){0, 0};
        __asm__("" : : : "memory"); /* or it becomes the call of memset that it is to avoid */
    }
    *(TwoWords *)last = (TwoWords){0, 0};
}

/* For a block that an object is in: `type` is for those who trace. */
static inline void *heap_alloc_object(size_t n, Type *type) {
    void *p = pool_try(n);
    return likely(p != NULL) ? p : heap_alloc_slow(n, BLOCK_OBJECT, type);
}

static inline void heap_free_fast(void *p) {
    Arena *a = arena_of(p);
    if (unlikely(!a)) {
        heap_free_large(p);
        return;
    }
    Pool *pool = arena_pool(a, p);
    ((Block *)p)->next = pool->free;
    pool->free = p;
    if (unlikely(--pool->countdown == 0)) pool_attend(pool);
}

#endif
