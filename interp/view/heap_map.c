/* The map: every arena, pool and block, the free lists, and the ledger that all bytes of the heap add up in.
 *
 * Arenas are numbered in the order in which they are first seen; with the pool and the block in it that is an address
 * which is the same in every run. Of each pool the text that was written last is remembered, by its hash: a step has
 * those that differ. To find them without reading every free list each time, the tracer marks the pools that it hears
 * of.
 *
 *      pool    [arena, pool, state, block size, used, serving, "12u3f2c..."]
 *              the last: blocks in order, as runs of u (in use), f (free) and c (dead, kept on a free list)
 */
#include <stdlib.h>
#include <string.h>

#include "gc/introspect.h"
#include "interp/view/view_impl.h"

typedef struct ArenaView {
    const char *base; /* NULL: returned to the system */
    bool seen;        /* in this walk */
    uint64_t written[ARENA_POOLS];
    uint8_t cached[ARENA_POOLS][POOL_BLOCKS_MAX / 8];
} ArenaView;

static ArenaView **arenas;
static size_t arena_total; /* ever seen */
static int list_counts[64];

static ArenaView *view_of(const char *base) {
    for (size_t i = arena_total; i-- > 0;)
        if (arenas[i]->base == base) return arenas[i];
    return NULL;
}

static size_t number_of(const ArenaView *v) {
    size_t i = 0;
    while (arenas[i] != v) i++;
    return i;
}

static ArenaView *add_arena(const char *base) {
    ArenaView **more = realloc(arenas, (arena_total + 1) * sizeof *arenas);
    if (!more) return NULL;
    arenas = more;
    ArenaView *v = calloc(1, sizeof *v);
    if (!v) return NULL;
    v->base = base;
    return arenas[arena_total++] = v;
}

static ArenaView *view_or_new(const char *base) {
    ArenaView *v = view_of(base);
    return v ? v : add_arena(base);
}

bool map_place(const void *block, Out *out) {
    Arena *a = block ? arena_of(block) : NULL;
    ArenaView *v = a ? view_or_new(a->base) : NULL;
    if (!v) return false;
    const Pool *pool = arena_pool(a, block);
    size_t size = (pool->size_class + 1u) * HEAP_ALIGN, offset = (size_t)((const char *)block - pool_start(pool));
    out_format(out, "%zu,%u,%zu,%zu", number_of(v), pool->index, offset / size, size);
    return true;
}

/* ---- blocks ---- */

static int mark_cached(const FreeList *l, const void *block, void *arg) {
    Arena *a = arena_of(block);
    ArenaView *v = a ? view_of(a->base) : NULL;
    if (!v) return 0;
    const Pool *pool = arena_pool(a, block);
    size_t i = (size_t)((const char *)block - pool_start(pool)) / ((pool->size_class + 1u) * HEAP_ALIGN);
    v->cached[pool->index][i / 8] |= (uint8_t)(1 << i % 8);
    return 0;
}

static char block_state(const PoolBlocks *blocks, const uint8_t *cached, size_t i) {
    if (!(blocks->states[i / 64] >> i % 64 & 1)) return 'f';
    return cached[i / 8] >> i % 8 & 1 ? 'c' : 'u';
}

static void put_blocks(Out *out, const PoolInfo *p, const uint8_t *cached) {
    PoolBlocks blocks;
    heap_pool_blocks(p->start, &blocks);
    for (size_t i = 0, from = 0; i < p->capacity; i++) {
        char state = block_state(&blocks, cached, i);
        if (i + 1 < p->capacity && block_state(&blocks, cached, i + 1) == state) continue;
        out_format(out, "%zu%c", i + 1 - from, state);
        from = i + 1;
    }
}

static void put_pool(Out *out, const ArenaView *v, const PoolInfo *p) {
    out_format(out, "[%zu,%u,%d,%zu,%zu,%d,\"", number_of(v), p->index, p->state, p->block_size, p->used, p->serving);
    if (p->capacity) put_blocks(out, p, v->cached[p->index]);
    out_c(out, "\"]");
}

static int write_arena(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    Out *out = arg;
    ArenaView *v = view_of(a->base);
    for (unsigned i = 0; v && i < ARENA_POOLS; i++) {
        size_t start = out->n;
        out_comma(out);
        size_t from = out->n;
        put_pool(out, v, &pools[i]);
        uint64_t hash = out_hash(out, from);
        if (hash == v->written[i]) out->n = start;
        v->written[i] = hash;
    }
    return 0;
}

static int see_arena(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    ArenaView *v = view_or_new(a->base);
    if (!v) return -1;
    v->seen = true;
    memset(v->cached, 0, sizeof v->cached);
    for (unsigned i = 0; i < ARENA_POOLS; i++)
        if (pools[i].state == POOL_EMPTY) *(size_t *)arg += pools[i].capacity * pools[i].block_size;
    return 0;
}

/* ---- the parts of a step ---- */

/* The numbers of the arenas that are there. */
static void write_arenas(Out *out) {
    out_c(out, ",\"A\":[");
    for (size_t i = 0; i < arena_total; i++) {
        if (!arenas[i]->seen) {
            arenas[i]->base = NULL;
            continue;
        }
        arenas[i]->seen = false;
        out_comma(out);
        out_format(out, "%zu", i);
    }
    out_c(out, "]");
}

/* [list, blocks] of those that changed. */
static void write_lists(Out *out) {
    out_c(out, ",\"k\":[");
    for (int i = 0; i < freelist_count; i++) {
        if (list_counts[i] == freelist_length(freelists[i]) + 1) continue;
        list_counts[i] = freelist_length(freelists[i]) + 1;
        out_comma(out);
        out_format(out, "[%d,%d]", i, freelist_length(freelists[i]));
    }
    out_c(out, "]");
}

/* Bytes: live, rounding, free blocks, on free lists, empty pools, large; and what they add up to. */
static void write_ledger(Out *out, size_t empty) {
    HeapStats s;
    heap_stats(&s);
    size_t slack = s.available_bytes - empty, pools = empty + s.free_pool_bytes, live = s.used_bytes - s.cached_bytes;
    out_format(out, ",\"g\":[%zu,%zu,%zu,%zu,%zu,%zu,%zu]", live, s.quantisation_bytes, slack, s.cached_bytes, pools,
               s.large_bytes, s.arenas * ARENA_SIZE + s.large_bytes);
}

void map_write(Out *out) {
    size_t empty = 0;
    heap_each_arena(see_arena, &empty);
    heap_each_cached(mark_cached, NULL);
    write_arenas(out);
    out_c(out, ",\"m\":[");
    heap_each_arena(write_arena, out);
    out_c(out, "]");
    write_lists(out);
    write_ledger(out, empty);
}

void map_write_lists(Out *out) {
    out_c(out, "[");
    for (int i = 0; i < freelist_count; i++) {
        out_comma(out);
        out_format(out, "[\"%s\",%d,%u]", freelists[i]->name, freelists[i]->limit, freelists[i]->block_size);
    }
    out_c(out, "]");
}

void map_drop(void) {
    for (size_t i = 0; i < arena_total; i++) free(arenas[i]);
    free(arenas);
    arenas = NULL;
    arena_total = 0;
    memset(list_counts, 0, sizeof list_counts);
}
