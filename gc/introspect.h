/* The heap as it is, for those who show it: read-only walks and sums. Nothing here is a copy that could be stale: every
 * number is counted from arenas, pools and free lists at the moment of the call.
 *
 * A walk is broken by allocating or freeing during it; collect first, then make objects.
 *
 *      for each class:   pools * capacity = used + available
 *      in all:           arenas * 256 KiB = used + available + free pools + quantisation
 */
#ifndef OURO_GC_INTROSPECT_H
#define OURO_GC_INTROSPECT_H

#include "gc/alloc.h"
#include "gc/arena.h"

#include <stdio.h>

#define HEAP_CLASSES (HEAP_SMALL_MAX / HEAP_ALIGN)

/* ---- sums ---- */

typedef struct HeapClass {
    size_t block_size, capacity; /* bytes of a block, blocks of a pool */
    size_t pools;
    size_t used;      /* blocks in use, those on free lists included */
    size_t available; /* blocks free in its pools */
} HeapClass;

typedef struct HeapStats {
    HeapClass classes[HEAP_CLASSES];
    size_t arenas, arenas_mapped, arenas_returned, arenas_highwater;
    size_t free_pools; /* serve no class */
    /* bytes; they add up to arenas * ARENA_SIZE */
    size_t used_bytes, available_bytes, free_pool_bytes, quantisation_bytes;
    size_t header_bytes;                               /* of arenas and pools; beside the arenas */
    size_t cached_blocks, cached_bytes;                /* dead blocks on free lists; part of used */
    size_t map_root_bytes, map_leaves, map_leaf_bytes; /* the table of addresses */
    size_t large_blocks, large_bytes, large_wanted, large_peak;
} HeapStats;

void heap_stats(HeapStats *out);
/* The table of sys._debugmallocstats, then a line for each free list. */
void heap_print_stats(FILE *out);
/* How the statistics call the objects of a free list: tuple1 is "1-sized PyTupleObject". */
void heap_list_title(const FreeList *l, char *out, size_t size);

/* ---- arenas, pools, blocks ---- */

typedef enum PoolState {
    POOL_FRESH, /* never used */
    POOL_FREE,  /* used before, serves no class now */
    POOL_EMPTY, /* belongs to a class, without a block in use */
    POOL_PARTIAL,
    POOL_FULL,
} PoolState;

typedef struct PoolInfo {
    const char *start;
    unsigned index; /* in its arena */
    PoolState state;
    bool serving; /* the next block of its class comes from here */
    /* 0 when it serves no class: */
    size_t size_class, block_size, capacity, used;
} PoolInfo;

/* The arenas are numbered from the oldest to the newest, from 0. `visit` gets all pools of each. */
typedef int (*ArenaVisit)(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg);
int heap_each_arena(ArenaVisit visit, void *arg);

/* Bit i of states: block i of the pool is in use. */
#define POOL_BLOCKS_MAX 512
typedef struct PoolBlocks {
    uint64_t states[(POOL_BLOCKS_MAX + 63) / 64];
} PoolBlocks;
void heap_pool_blocks(const char *start, PoolBlocks *out); /* of a pool that serves a class */

typedef enum BlockState {
    BLOCK_NONE, /* header, rest, or a pool that serves no class */
    BLOCK_FREE,
    BLOCK_USED,
    BLOCK_CACHED, /* dead, on a free list */
} BlockState;

typedef struct HeapAddress {
    size_t arena; /* its number */
    PoolInfo pool;
    size_t block;      /* index in the pool */
    const char *start; /* of the block; NULL with BLOCK_NONE */
    BlockState state;
} HeapAddress;

/* Where an address lies; false: in no arena (a large block, a static object, or nothing of ours). */
bool heap_locate(const void *address, HeapAddress *out);

/* Every block of a pool that is in use and not on a free list. False: no memory. */
typedef struct BlockWalk {
    void (*visit)(struct BlockWalk *self, const char *block, size_t size);
} BlockWalk;
bool heap_each_block(BlockWalk *walk);

/* Every dead block that a free list keeps. */
int heap_each_cached(int (*visit)(const FreeList *l, const void *block, void *arg), void *arg);

#endif
