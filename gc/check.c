/* heap_check: walks over all arenas, pools and free lists, and counts again what the allocator keeps count of.
 * Each invariant is one line; the headers arena.h, pool.h and alloc.h state them. */
#include "gc/alloc.h"
#include "gc/introspect.h"
#include "gc/large.h"
#include "gc/poison.h"
#include "gc/pool.h"

#include <stdio.h>
#include <stdlib.h>

int heap_check_level;

static __attribute__((noreturn)) void broken(const char *invariant, const void *where) {
    fprintf(stderr, "heap: broken: %s (at %p)\n", invariant, where);
    abort();
}

static void require(bool holds, const char *invariant, const void *where) {
    if (!holds) broken(invariant, where);
}

/* A free list inside a pool: only blocks of this pool, none twice (more would be longer than the capacity). */
static size_t check_free_list(const Pool *pool) {
    size_t size = pool_block_size(pool->size_class), capacity = pool_capacity(pool->size_class), n = 0;
    for (const Block *b = pool->free; b; b = b->next, n++) {
        size_t offset = (size_t)((const char *)b - pool_start(pool));
        require(n < capacity, "free list no longer than the pool", pool);
        require(offset < POOL_SIZE, "a free block lies in its pool", b);
        require(offset % size == 0, "a free block starts where blocks start", b);
        if (heap_watched & WATCH_POISON) poison_check(b, size);
    }
    return n;
}

static void check_pool(const Pool *pool) {
    require(pool->size_class < POOL_CLASSES, "size class < 64", pool);
    size_t used = pool_used(pool), capacity = pool_capacity(pool->size_class), free_blocks = check_free_list(pool);
    require(used + free_blocks == capacity, "blocks in use + free blocks = capacity", pool);
    require(pool->countdown > 0, "a countdown that ends is attended to", pool);
    if (heap_watched) require(pool->countdown == 1, "every free is seen", pool);
    if (!pool->in_ring) require(free_blocks < pool_worth(pool->size_class), "a pool with room is in the ring", pool);
    if (pool->in_ring) {
        require(pool->next->previous == pool && pool->previous->next == pool, "the ring is linked both ways", pool);
        require(pool->next->size_class == pool->size_class, "a ring has one size class", pool);
        require(free_blocks > 0 || pool_ring[pool->size_class] == pool, "only the serving pool may be full", pool);
    }
}

static void check_arena(const Arena *a) {
    require(((uintptr_t)a->base & (ARENA_SIZE - 1)) == 0, "an arena is aligned to its size", a);
    require(arena_of(a->base) == a && arena_of(a->base + ARENA_SIZE - 1) == a, "the table knows the arena", a);
    require((a->fresh & ~a->free) == 0, "fresh pools are free", a);
    require((a->kept & a->free) == 0, "kept pools are not free", a);
    for (unsigned i = 0; i < ARENA_POOLS; i++) require(a->pools[i].index == i, "a pool knows its index", &a->pools[i]);
    for (uint64_t left = ~a->free; left; left &= left - 1) {
        const Pool *pool = &a->pools[__builtin_ctzll(left)];
        check_pool(pool);
        bool empty = pool_used(pool) == 0;
        require(!empty || a->kept & (left & -left), "a pool without blocks is kept", pool);
        require(!empty || pool->next == pool, "an empty pool is alone in its ring", pool);
    }
}

static size_t check_arena_lists(void) {
    size_t listed = 0;
    for (unsigned n = 1; n <= ARENA_POOLS; n++) {
        bool bit = arenas_usable >> (n - 1) & 1;
        require(bit == (arenas_by_free[n] != NULL), "a bit for each list that is not empty", &arenas_by_free[n]);
        for (const Arena *a = arenas_by_free[n]; a; a = a->next, listed++) {
            require((unsigned)__builtin_popcountll(a->free) == n, "listed by the number of free pools", a);
            require(!a->next || a->next->previous == a, "arena lists are linked both ways", a);
        }
    }
    return listed;
}

static void check_arenas(void) {
    size_t count = 0, with_free = 0;
    for (const Arena *a = arenas_all; a; a = a->all_next) {
        check_arena(a);
        count++;
        with_free += a->free != 0;
    }
    require(count == arena_count(), "arenas = mapped - returned", arenas_all);
    require(with_free == check_arena_lists(), "every arena with a free pool is listed", arenas_all);
}

static void check_serving(void) {
    for (size_t c = 0; c < POOL_CLASSES; c++) {
        const Pool *pool = pool_ring[c];
        if (heap_watched || !pool) require(!pool_fast[c]->free, "the fast path is closed", &pool_fast[c]);
        if (!pool) continue;
        require(heap_watched || pool_fast[c] == pool, "the fast path sees the serving pool", pool);
        require(pool->in_ring && pool->size_class == c, "the serving pool is in the ring of its class", pool);
    }
}

static void check_list(const FreeList *l) {
    int n = 0;
    int length = freelist_length(l);
    for (void *block = freelist_first(l); block && n <= length; block = *(void **)block) n++;
    require(n == length, "a free list is as long as its counters say", l);
    require(!l->head || !l->hidden, "dead blocks are in one place", l);
    require(freelist_mode == FREELISTS_OPEN ? !l->hidden : !l->head, "the fast path is closed", l);
    require(l->room == (freelist_mode == FREELISTS_OPEN ? (uint64_t)l->limit : 0), "room = limit", l);
    require(l->hidden_room == (freelist_mode == FREELISTS_WATCHED ? (uint64_t)l->limit : 0), "hidden room = limit", l);
}

/* The two equations of introspect.h: what the ledger adds up. */
static void check_sums(void) {
    HeapStats s;
    heap_stats(&s);
    for (int i = 0; i < HEAP_CLASSES; i++) {
        const HeapClass *c = &s.classes[i];
        require(c->pools * c->capacity == c->used + c->available, "pools * capacity = used + available", c);
    }
    size_t parts = s.used_bytes + s.available_bytes + s.free_pool_bytes + s.quantisation_bytes;
    require(parts == s.arenas * ARENA_SIZE, "the bytes of all arenas are accounted for", arenas_all);
    require(s.cached_bytes <= s.used_bytes, "free lists have their blocks from pools", freelists);
    require(s.large_wanted <= s.large_bytes, "large blocks are as large as was asked for", &large_stats);
}

void heap_check(void) {
    check_sums();
    check_arenas();
    check_serving();
    for (int i = 0; i < freelist_count; i++) check_list(freelists[i]);
}
