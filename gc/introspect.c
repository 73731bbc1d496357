/* Walks over the heap. The allocator keeps no sums, so that its fast paths need not; here they are made. */
#include "gc/introspect.h"
#include "gc/large.h"
#include "gc/pool.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(HEAP_CLASSES == POOL_CLASSES, "one row a class");
_Static_assert(POOL_BLOCKS_MAX == POOL_SIZE / HEAP_ALIGN, "a bit for each of the smallest blocks");

static PoolInfo describe_pool(const Arena *a, unsigned index) {
    uint64_t bit = (uint64_t)1 << index;
    const Pool *pool = &a->pools[index];
    PoolInfo info = {.start = pool_start(pool), .index = index};
    if (a->free & bit) {
        info.state = a->fresh & bit ? POOL_FRESH : POOL_FREE;
        return info;
    }
    info.size_class = pool->size_class;
    info.block_size = pool_block_size(pool->size_class);
    info.capacity = pool_capacity(pool->size_class);
    info.used = pool_used(pool);
    info.state = info.used == 0 ? POOL_EMPTY : info.used == info.capacity ? POOL_FULL : POOL_PARTIAL;
    info.serving = pool_ring[pool->size_class] == pool;
    return info;
}

static const Arena *oldest_arena(void) {
    const Arena *a = arenas_all;
    while (a && a->all_next) a = a->all_next;
    return a;
}

int heap_each_arena(ArenaVisit visit, void *arg) {
    size_t number = 0;
    for (const Arena *a = oldest_arena(); a; a = a->all_previous, number++) {
        PoolInfo pools[ARENA_POOLS];
        for (unsigned i = 0; i < ARENA_POOLS; i++) pools[i] = describe_pool(a, i);
        int result = visit(a, number, pools, arg);
        if (result) return result;
    }
    return 0;
}

int heap_each_cached(int (*visit)(const FreeList *l, const void *block, void *arg), void *arg) {
    for (int i = 0; i < freelist_count; i++)
        for (const void *block = freelist_first(freelists[i]); block; block = *(void *const *)block) {
            int result = visit(freelists[i], block, arg);
            if (result) return result;
        }
    return 0;
}

/* ---- sums ---- */

static int add_arena(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    (void)a, (void)number;
    HeapStats *s = arg;
    s->arenas++;
    for (unsigned i = 0; i < ARENA_POOLS; i++) {
        if (pools[i].capacity == 0) {
            s->free_pools++;
            continue;
        }
        HeapClass *c = &s->classes[pools[i].size_class];
        c->pools++;
        c->used += pools[i].used;
        c->available += pools[i].capacity - pools[i].used;
    }
    return 0;
}

void heap_stats(HeapStats *s) {
    memset(s, 0, sizeof *s);
    heap_each_arena(add_arena, s);
    for (size_t i = 0; i < HEAP_CLASSES; i++) {
        HeapClass *c = &s->classes[i];
        c->block_size = pool_block_size(i);
        c->capacity = pool_capacity(i);
        s->used_bytes += c->used * c->block_size;
        s->available_bytes += c->available * c->block_size;
        s->quantisation_bytes += c->pools * (POOL_SIZE - c->capacity * c->block_size);
    }
    s->free_pool_bytes = s->free_pools * POOL_SIZE;
    for (int i = 0; i < freelist_count; i++) {
        s->cached_blocks += (size_t)freelist_length(freelists[i]);
        s->cached_bytes += (size_t)freelist_length(freelists[i]) * freelists[i]->block_size;
    }
    s->arenas_mapped = arena_stats.mapped;
    s->arenas_returned = arena_stats.returned;
    s->arenas_highwater = arena_stats.highwater;
    s->header_bytes = s->arenas * sizeof(Arena);
    s->map_root_bytes = sizeof arena_map;
    s->map_leaves = arena_stats.leaves;
    s->map_leaf_bytes = arena_stats.leaves * ARENA_MAP_SIZE * sizeof(Arena *);
    s->large_blocks = large_stats.blocks;
    s->large_bytes = large_stats.bytes;
    s->large_wanted = large_stats.wanted;
    s->large_peak = large_stats.peak;
}

/* ---- blocks ---- */

static size_t block_index(const Pool *pool, const void *p) {
    return (size_t)((const char *)p - pool_start(pool)) / pool_block_size(pool->size_class);
}

void heap_pool_blocks(const char *start, PoolBlocks *out) {
    const Pool *pool = arena_pool(arena_of(start), start);
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < pool_capacity(pool->size_class); i++) out->states[i / 64] |= (uint64_t)1 << i % 64;
    for (const Block *b = pool->free; b; b = b->next) {
        size_t i = block_index(pool, b);
        out->states[i / 64] &= ~((uint64_t)1 << i % 64);
    }
}

/* Pointers into one pool, sorted: dead blocks that it lends to free lists. */
typedef struct Cached {
    const void **blocks;
    size_t count;
} Cached;

static int add_cached(const FreeList *l, const void *block, void *arg) {
    (void)l;
    Cached *c = arg;
    c->blocks[c->count++] = block;
    return 0;
}

static int compare_addresses(const void *a, const void *b) {
    uintptr_t x = (uintptr_t) * (const void *const *)a, y = (uintptr_t) * (const void *const *)b;
    return x < y ? -1 : x > y;
}

static bool is_cached(const Cached *c, const char *block) {
    const void *key = block;
    return bsearch(&key, c->blocks, c->count, sizeof key, compare_addresses);
}

static void each_in_pool(const Pool *pool, const Cached *cached, BlockWalk *walk) {
    PoolBlocks blocks;
    const char *start = pool_start(pool);
    size_t size = pool_block_size(pool->size_class);
    heap_pool_blocks(start, &blocks);
    for (size_t i = 0; i < pool_capacity(pool->size_class); i++) {
        const char *block = start + i * size;
        if (blocks.states[i / 64] >> i % 64 & 1 && !is_cached(cached, block)) walk->visit(walk, block, size);
    }
}

bool heap_each_block(BlockWalk *walk) {
    size_t count = 0;
    for (int i = 0; i < freelist_count; i++) count += (size_t)freelist_length(freelists[i]);
    Cached cached = {malloc((count + 1) * sizeof *cached.blocks), 0};
    if (!cached.blocks) return false;
    heap_each_cached(add_cached, &cached);
    qsort(cached.blocks, cached.count, sizeof *cached.blocks, compare_addresses);
    for (const Arena *a = oldest_arena(); a; a = a->all_previous)
        for (uint64_t left = ~a->free; left; left &= left - 1)
            each_in_pool(&a->pools[__builtin_ctzll(left)], &cached, walk);
    free(cached.blocks);
    return true;
}

static int is_block(const FreeList *l, const void *block, void *wanted) {
    (void)l;
    return block == wanted;
}

bool heap_locate(const void *address, HeapAddress *out) {
    Arena *a = arena_may_hold(address) ? arena_of(address) : NULL;
    if (!a) return false;
    memset(out, 0, sizeof *out);
    for (const Arena *older = a->all_next; older; older = older->all_next) out->arena++;
    const Pool *pool = arena_pool(a, address);
    out->pool = describe_pool(a, pool->index);
    if (out->pool.capacity == 0) return true;
    out->block = block_index(pool, address);
    if (out->block >= out->pool.capacity) return true;
    out->start = out->pool.start + out->block * out->pool.block_size;
    PoolBlocks blocks;
    heap_pool_blocks(out->pool.start, &blocks);
    if (!(blocks.states[out->block / 64] >> out->block % 64 & 1))
        out->state = BLOCK_FREE;
    else
        out->state = heap_each_cached(is_block, (void *)out->start) ? BLOCK_CACHED : BLOCK_USED;
    return true;
}
