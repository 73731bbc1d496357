/* Walks over the heap. The allocator keeps no sums, so that its fast paths need not; here they are made. */
#include "gc/introspect.h"
#include "gc/large.h"
#include "gc/pool.h"

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
        s->cached_blocks += (size_t)freelists[i]->count;
        s->cached_bytes += (size_t)freelists[i]->count * freelists[i]->block_size;
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

static int is_block(const FreeList *l, const void *block, void *wanted) {
    (void)l;
    return block == wanted;
}

bool heap_locate(const void *address, HeapAddress *out) {
    Arena *a = arena_of(address);
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
