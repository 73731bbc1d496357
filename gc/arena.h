/* Arenas: 256 KiB from the system, cut into 64 pools of 4 KiB.
 *
 * The pools' headers are not in the pools but together, in the Arena. In front of each pool they would all begin at a
 * multiple of 4 KiB, which is the same set of the first-level cache for all of them: with more than eight pools in use
 * by turns each request would miss. And so a pool has room for 8 blocks of 512 bytes, not for 7.
 *
 * An arena is aligned to its size, so address >> 18 numbers the arenas that there could be, and a two-level table
 * from that number to the Arena answers `address_in_range` for any address with two loads:
 *
 *      bits 47..33: arena_map[]  ->  bits 32..18: leaf[]  ->  Arena *, or NULL: not ours
 *
 * Invariants, checked by heap_check:
 *      an arena with n > 0 free pools is on arenas_by_free[n], and bit n - 1 of arenas_usable says that the list is not
 *      empty; one without free pools is on no such list
 *      arenas mapped now = arenas mapped ever - arenas returned
 */
#ifndef OURO_GC_ARENA_H
#define OURO_GC_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARENA_BITS  18
#define ARENA_SIZE  ((size_t)1 << ARENA_BITS)
#define POOL_SIZE   ((size_t)4096)
#define ARENA_POOLS 64
#define ALL_POOLS   UINT64_MAX

typedef struct Block {
    struct Block *next;
} Block;

/* The header of a pool; gc/pool.h explains it. */
typedef struct Pool {
    Block *free;        /* first free block */
    uint16_t countdown; /* frees until pool_attend has to look */
    int16_t rest;       /* blocks in use, less countdown */
    uint8_t size_class;
    uint8_t index; /* in the arena */
    bool in_ring;
    struct Pool *next, *previous; /* the ring of its class */
} Pool;

typedef struct Arena {
    char *base;     /* the 256 KiB */
    uint64_t free;  /* bit i: pool i serves no class */
    uint64_t fresh; /* bit i: pool i was never used, its memory is still the system's zeros. Part of free */
    uint64_t kept;  /* bit i: pool i stays with its class though it was seen empty (pool.c); disjoint from free */
    /* Others with as many free pools; every arena, the newest first. */
    struct Arena *next, *previous;
    struct Arena *all_next, *all_previous;
    Pool pools[ARENA_POOLS];
} Arena;

typedef struct ArenaStats {
    size_t mapped;    /* ever */
    size_t returned;  /* to the system */
    size_t highwater; /* most at the same time */
    size_t leaves;    /* of the address table */
} ArenaStats;

#define ARENA_MAP_BITS 15
#define ARENA_MAP_SIZE ((size_t)1 << ARENA_MAP_BITS)

extern Arena **arena_map[ARENA_MAP_SIZE];
extern Arena *arenas_all;
extern Arena *arenas_by_free[ARENA_POOLS + 1];
extern uint64_t arenas_usable;
extern ArenaStats arena_stats;
extern void (*arena_hook)(void); /* NULL, or called before a new arena is mapped */

/* The table is for addresses of user space; other words must not be looked up. */
static inline bool arena_may_hold(const void *p) {
    return (uintptr_t)p >> ARENA_BITS >> (2 * ARENA_MAP_BITS) == 0;
}

/* The arena that an address lies in, or NULL. */
static inline Arena *arena_of(const void *p) {
    uintptr_t number = (uintptr_t)p >> ARENA_BITS;
    Arena **leaf = arena_map[number >> ARENA_MAP_BITS];
    return leaf ? leaf[number & (ARENA_MAP_SIZE - 1)] : NULL;
}

static inline bool address_in_range(const void *p) {
    return arena_of(p) != NULL;
}

static inline Pool *arena_pool(Arena *a, const void *p) {
    return &a->pools[((uintptr_t)p & (ARENA_SIZE - 1)) / POOL_SIZE];
}

static inline Arena *pool_arena(const Pool *pool) {
    return (Arena *)((char *)(pool - pool->index) - offsetof(Arena, pools));
}

static inline char *pool_start(const Pool *pool) {
    return pool_arena(pool)->base + pool->index * POOL_SIZE;
}

static inline size_t arena_count(void) {
    return arena_stats.mapped - arena_stats.returned;
}

/* A free pool of the fullest arena that has one, or NULL: no memory. *fresh: never used, all zero. */
Pool *arena_take_pool(bool *fresh);
/* A pool that serves nobody any more. False: it was the last one, and the arena went back to the system. */
bool arena_give_pool(Pool *pool);
bool arenas_others_usable(const Arena *a); /* has another arena a free pool? */
/* Returns the one arena that is kept though all its pools are free. */
void arenas_trim(void);

#endif
