/* The slow paths of the pool allocator, and the functions of heap.h.
 *
 * What happens to a pool, in the order of its life:
 *
 *      arena_take_pool -> open_pool -> [serves at the head of the ring] -> full: leaves the ring
 *                                            ^                                 | some blocks are freed
 *                                            +----- second in the ring <-------+
 *      last block freed -> kept, when it is the only pool of its class, or back to its arena
 *
 * A pool comes back behind the serving one, so that more of its blocks have become free by the time it serves.
 *
 * A class with one short-lived block at a time would send its pool to the arena and back each time. So an only pool
 * that becomes empty is kept: it stays, and from then on its countdown is one more than its blocks in use, so that it
 * never runs out. That ends when the pool is full or gets company. Kept pools do not hold their arena: when all pools
 * of an arena are free or kept and empty, they are given back too.
 */
#include "gc/pool.h"
#include "gc/alloc.h"
#include "gc/census.h"
#include "gc/large.h"
#include "gc/poison.h"
#include "gc/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Pool no_pool; /* never has a free block */

Pool *pool_fast[POOL_CLASSES] = {[0 ... POOL_CLASSES - 1] = &no_pool};
Pool *pool_ring[POOL_CLASSES];
unsigned heap_watched;
#ifdef HEAP_SYSTEM
HeapMode heap_mode = HEAP_MALLOC;
#else
HeapMode heap_mode = HEAP_POOLS;
#endif

static uint64_t pool_bit(const Pool *pool) {
    return (uint64_t)1 << pool->index;
}

static bool is_kept(const Pool *pool) {
    return pool_arena(pool)->kept & pool_bit(pool);
}

static size_t frees_until_attention(const Pool *pool, size_t used) {
    if (heap_watched) return 1;
    if (pool->in_ring) return used + is_kept(pool);
    size_t free = pool_capacity(pool->size_class) - used, worth = pool_worth(pool->size_class);
    return free < worth ? worth - free : 1;
}

static void set_used(Pool *pool, size_t used) {
    pool->countdown = (uint16_t)frees_until_attention(pool, used);
    pool->rest = (int16_t)((ptrdiff_t)used - pool->countdown);
}

/* ---- the ring of a class ---- */

static void set_serving(size_t size_class, Pool *pool) {
    pool_ring[size_class] = pool;
    pool_fast[size_class] = pool && !heap_watched ? pool : &no_pool;
}

static void leave_ring(Pool *pool) {
    size_t size_class = pool->size_class;
    if (pool_ring[size_class] == pool) set_serving(size_class, pool->next == pool ? NULL : pool->next);
    pool->previous->next = pool->next;
    pool->next->previous = pool->previous;
    pool->in_ring = false;
    pool_arena(pool)->kept &= ~pool_bit(pool);
}

/* False: its arena is gone, too. */
static bool close_pool(Pool *pool) {
    leave_ring(pool);
    return arena_give_pool(pool);
}

/* The pool gets company. */
static void end_keeping(Pool *pool) {
    size_t used = pool_used(pool);
    if (used == 0) {
        close_pool(pool);
        return;
    }
    pool_arena(pool)->kept &= ~pool_bit(pool);
    set_used(pool, used);
}

/* Behind the serving pool, or as the serving one when there is none. */
static void enter_ring(Pool *pool) {
    Pool *serving = pool_ring[pool->size_class];
    if (serving && is_kept(serving)) {
        end_keeping(serving);
        serving = pool_ring[pool->size_class];
    }
    if (serving) {
        pool->previous = serving;
        pool->next = serving->next;
        serving->next->previous = pool;
        serving->next = pool;
    } else {
        pool->next = pool->previous = pool;
        set_serving(pool->size_class, pool);
    }
    pool->in_ring = true;
}

/* ---- pools from and to their arenas ---- */

/* Pools begin at the same place of the cache as well, so the first block to be served differs from pool to pool. */
static void link_blocks(Pool *pool) {
    size_t size = pool_block_size(pool->size_class), capacity = pool_capacity(pool->size_class);
    char *start = pool_start(pool), *end = start + capacity * size;
    char *first = start + pool->index * capacity / ARENA_POOLS * size;
    pool->free = (Block *)first;
    for (char *p = first, *next; p; p = next) {
        next = p + size == end ? start : p + size;
        if (next == first) next = NULL;
        ((Block *)p)->next = (Block *)next;
        if (heap_poisons()) poison_fill(p, size);
    }
}

/* The last owner's free list is still good if it had blocks of the same size. */
static Pool *open_pool(size_t size_class) {
    bool fresh;
    Pool *pool = arena_take_pool(&fresh);
    if (!pool) return NULL;
    if (fresh || pool->size_class != size_class || heap_poisons()) {
        pool->size_class = (uint8_t)size_class;
        link_blocks(pool);
    }
    enter_ring(pool);
    set_used(pool, 0);
    return pool;
}

/* Is no block of the arena in use? */
static bool is_deserted(Arena *a) {
    if ((a->free | a->kept) != ALL_POOLS) return false;
    for (uint64_t left = a->kept; left; left &= left - 1)
        if (pool_used(&a->pools[__builtin_ctzll(left)]) > 0) return false;
    return true;
}

/* The last arena with free pools is not returned, so there is no point in taking its kept pools away. */
static void pool_emptied(Pool *pool) {
    Arena *a = pool_arena(pool);
    if (pool->next != pool) {
        if (!close_pool(pool)) return;
    } else {
        a->kept |= pool_bit(pool);
        set_used(pool, 0);
    }
    if (unlikely(is_deserted(a)) && arenas_others_usable(a))
        for (uint64_t left = a->kept; left; left &= left - 1) /* the last one takes the arena with it */
            close_pool(&a->pools[__builtin_ctzll(left)]);
}

void pools_trim(void) {
    for (Arena *a = arenas_all, *next; a; a = next) {
        next = a->all_next;
        for (uint64_t left = ~a->free; left; left &= left - 1) {
            Pool *pool = &a->pools[__builtin_ctzll(left)];
            if (pool_used(pool) == 0) close_pool(pool);
        }
    }
    arenas_trim();
}

/* ---- blocks ---- */

static void *take_block(size_t size_class) {
    Pool *pool = pool_ring[size_class];
    if (pool && !pool->free) {
        leave_ring(pool);
        set_used(pool, pool_capacity(size_class));
        pool = pool_ring[size_class];
    }
    if (!pool) pool = open_pool(size_class);
    if (!pool) return NULL;
    Block *b = pool->free;
    pool->free = b->next;
    set_used(pool, pool_used(pool) + 1);
    return b;
}

/* The pool begins to serve again, or has become empty, or its blocks are poisoned. */
static __attribute__((noinline)) void attend_slow(Pool *pool) {
    size_t used = pool_used(pool);
    if (heap_poisons()) poison_freed(pool->free, pool_block_size(pool->size_class));
    if (heap_watched & WATCH_TRACE) trace_died(pool->free);
    if (!pool->in_ring) enter_ring(pool);
    set_used(pool, used);
    if (used == 0) pool_emptied(pool);
}

/* The countdown of a pool ran out. The block that was freed is the first of its free list. */
void pool_attend(Pool *pool) {
    if (unlikely(heap_watched != WATCH_TRACE || !pool->in_ring || pool->rest == 0)) {
        attend_slow(pool);
        return;
    }
    pool->countdown = 1;
    pool->rest--;
    trace_died(pool->free);
}

/* ---- watching: opens and closes the fast paths ---- */

static void each_pool(void (*f)(Pool *pool)) {
    for (Arena *a = arenas_all; a; a = a->all_next)
        for (uint64_t left = ~a->free; left; left &= left - 1) f(&a->pools[__builtin_ctzll(left)]);
}

static void poison_free_blocks(Pool *pool) {
    for (Block *b = pool->free; b; b = b->next) poison_fill(b, pool_block_size(pool->size_class));
}

static void switch_fast_path(Pool *pool) {
    set_used(pool, pool_used(pool));
}

static FreeListMode wanted_freelists(void) {
    if (heap_mode != HEAP_POOLS || heap_watched & (WATCH_FAIL | WATCH_POISON)) return FREELISTS_OFF;
    return heap_watched ? FREELISTS_WATCHED : FREELISTS_OPEN;
}

void heap_watch(unsigned reason, bool on) {
    unsigned before = heap_watched;
    heap_watched = on ? before | reason : before & ~reason;
    if (!before != !heap_watched) {
        each_pool(switch_fast_path);
        for (size_t c = 0; c < POOL_CLASSES; c++) set_serving(c, pool_ring[c]);
    }
    if (heap_watched & ~before & WATCH_POISON) each_pool(poison_free_blocks);
    freelists_switch(wanted_freelists());
}

/* ---- requests that are to fail ---- */

static uint64_t requests, fail_at;
static bool fail_onwards;

void heap_fail(uint64_t nth, bool onwards) {
    requests = 0;
    fail_at = nth;
    fail_onwards = onwards;
    heap_watch(WATCH_FAIL, nth != 0);
}

uint64_t heap_requests(void) {
    return requests;
}

static bool request_fails(void) {
    if (!(heap_watched & WATCH_FAIL)) return false;
    requests++;
    return fail_onwards ? requests >= fail_at : requests == fail_at;
}

/* ---- the functions of heap.h ---- */

void heap_set_mode(HeapMode mode) {
    assert(heap_blocks() == 0);
    heap_mode = mode;
    freelists_switch(wanted_freelists());
}

/* HEAP_CHECK=3: everything is checked again and again, in the middle of whatever the program does. */
static void check_now_and_then(void) {
    enum { EVERY = 5000 };
    static unsigned n;
    if (heap_check_level >= 3 && ++n % EVERY == 0) heap_check();
}

static __attribute__((noinline)) void *alloc_slow(size_t n, bool zero, BlockKind kind, Type *type) {
    static bool started;
    if (!started) {
        started = true;
        settings_read();
    }
    check_now_and_then();
    if (unlikely(request_fails())) return NULL;
    if (n == 0) n = 1;
    void *p = NULL;
    if (n <= HEAP_SMALL_MAX && heap_mode == HEAP_POOLS) p = take_block(pool_class(n));
    if (p) {
        if (heap_poisons()) poison_taken(p, pool_block_size(pool_class(n)));
        if (zero) memset(p, 0, n);
    } else
        p = large_alloc(n, zero); /* a small one, too: malloc may have a little left when no arena is to be had */
    if (!p) return NULL;
    return heap_watched & WATCH_TRACE ? trace_born(p, n, kind, type) : p;
}

/* While nothing but tracing keeps the fast path closed, this is it. */
void *heap_alloc_slow(size_t n, BlockKind kind, Type *type) {
    size_t size_class = pool_class(n);
    if (unlikely(heap_watched != WATCH_TRACE || size_class >= POOL_CLASSES)) return alloc_slow(n, false, kind, type);
    Pool *pool = pool_ring[size_class];
    Block *b = pool ? pool->free : NULL;
    if (unlikely(!b)) return alloc_slow(n, false, kind, type);
    pool->free = b->next;
    pool->rest++;
    return trace_born(b, n, kind, type);
}

void *heap_alloc(size_t n) {
    void *p = pool_try(n);
    return likely(p != NULL) ? p : heap_alloc_slow(n, BLOCK_RAW, NULL);
}

void *heap_alloc_zero(size_t n) {
    void *p = pool_try(n);
    return likely(p != NULL) ? memset(p, 0, n) : alloc_slow(n, true, BLOCK_RAW, NULL);
}

void heap_free(void *p) {
    heap_free_fast(p);
}

__attribute__((noinline)) void heap_free_large(void *p) {
    if (!p) return;
    large_free(p);
    if (unlikely(heap_watched & WATCH_TRACE)) trace_died(p);
}

size_t heap_block_size(void *p) {
    Arena *a = arena_of(p);
    return a ? pool_block_size(arena_pool(a, p)->size_class) : large_size(p);
}

/* Moves a block between classes, or between pools and malloc. Tracers hear of a resize, not of a birth and a death. */
static void *move_block(void *p, size_t old_size, size_t n) {
    trace_pause();
    void *copy = heap_alloc(n);
    if (copy) {
        memcpy(copy, p, old_size < n ? old_size : n);
        heap_free(p);
    }
    trace_resume();
    return copy;
}

/* A pool's block that shrinks by less than a quarter stays where it is. One that must move but cannot is left as it
 * is when it is big enough already, so shrinking never fails for lack of memory. */
void *heap_realloc(void *p, size_t n) {
    if (!p) return heap_alloc(n);
    if (n == 0) n = 1;
    bool ours = address_in_range(p);
    void *result = p;
    if (ours || (n <= HEAP_SMALL_MAX && heap_mode == HEAP_POOLS)) {
        size_t size = heap_block_size(p);
        if (!ours || n > size || n <= size - size / 4)
            result = move_block(p, size, n);
        else if (unlikely(request_fails()))
            result = NULL;
        if (!result && n <= size) result = p;
    } else {
        result = unlikely(request_fails()) ? NULL : large_realloc(p, n);
        if (unlikely(!result) && n <= large_size(p)) result = p;
    }
    if (unlikely(heap_watched & WATCH_TRACE) && result) trace_resized(p, result, n);
    return result;
}

static size_t blocks_in_pools;
static void add_blocks(Pool *pool) {
    blocks_in_pools += pool_used(pool);
}

size_t heap_blocks(void) {
    blocks_in_pools = 0;
    each_pool(add_blocks);
    return blocks_in_pools + large_stats.blocks;
}

void heap_trim(void) {
    freelists_drain();
    pools_trim();
    large_drop_kept();
}

void heap_shutdown(void) {
    if (arena_hook) arena_hook();
    heap_trim();
    large_drop_quarantine();
    census_print();
    if (heap_check_level >= 1) heap_check();
}
