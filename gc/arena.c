/* Arenas are taken from the system one at a time and given back when the last of their pools is free.
 *
 * For arenas to become empty, the pools must not be spread over all of them. So a new pool always comes from the
 * fullest arena that has one: the emptier ones are left alone and drain. Arenas are kept on 64 lists by the number of
 * their free pools, with a word of bits that says which lists are not empty; the fullest is found by counting zeros.
 *
 *      arenas_usable     ...0 1 0 0 1 0      lists 2 and 5 have arenas
 *      arenas_by_free[2] -> A <-> D          62 pools in use each: served first
 *      arenas_by_free[5] -> B                59 in use
 *
 * One wholly free arena is kept when no other arena has a free pool: the next request would map it again.
 */
#include "gc/arena.h"
#include "gc/system.h"

#include <assert.h>
#include <stdlib.h>

Arena **arena_map[ARENA_MAP_SIZE];
Arena *arenas_all;
Arena *arenas_by_free[ARENA_POOLS + 1];
uint64_t arenas_usable;
ArenaStats arena_stats;
void (*arena_hook)(void);

static unsigned free_pools(const Arena *a) {
    return (unsigned)__builtin_popcountll(a->free);
}

static void list_arena(Arena *a) {
    unsigned n = free_pools(a);
    if (n == 0) return;
    a->previous = NULL;
    a->next = arenas_by_free[n];
    if (a->next) a->next->previous = a;
    arenas_by_free[n] = a;
    arenas_usable |= (uint64_t)1 << (n - 1);
}

static void unlist_arena(Arena *a) {
    unsigned n = free_pools(a);
    if (n == 0) return;
    if (a->next) a->next->previous = a->previous;
    if (a->previous) {
        a->previous->next = a->next;
        return;
    }
    arenas_by_free[n] = a->next;
    if (!a->next) arenas_usable &= ~((uint64_t)1 << (n - 1));
}

/* A small program should not pay for pages that it does not touch; one with so many arenas will fill the next, too. */
enum { POPULATE_FROM = 16 };

/* The table's entry for an arena at `base`; a missing leaf is made. NULL: no memory for it, or beyond 48 bits. */
static Arena **map_entry(const char *base) {
    uintptr_t number = (uintptr_t)base >> ARENA_BITS;
    if (number >> (2 * ARENA_MAP_BITS)) return NULL;
    Arena ***leaf = &arena_map[number >> ARENA_MAP_BITS];
    if (!*leaf) {
        *leaf = system_pages(ARENA_MAP_SIZE * sizeof(Arena *), POOL_SIZE, false);
        if (!*leaf) return NULL;
        arena_stats.leaves++;
    }
    return &(*leaf)[number & (ARENA_MAP_SIZE - 1)];
}

#define ARENA_ALIGN ((size_t)64) /* so that no pool header lies across two cache lines */
_Static_assert(offsetof(Arena, pools) % sizeof(Pool) == 0 && ARENA_ALIGN % sizeof(Pool) == 0, "headers within lines");

static Arena *arena_new(void) {
    if (arena_hook) arena_hook();
    Arena *a = aligned_alloc(ARENA_ALIGN, (sizeof *a + ARENA_ALIGN - 1) & ~(ARENA_ALIGN - 1));
    char *base = a ? system_pages(ARENA_SIZE, ARENA_SIZE, arena_count() >= POPULATE_FROM) : NULL;
    Arena **entry = base ? map_entry(base) : NULL;
    if (!entry) {
        if (base) system_pages_return(base, ARENA_SIZE);
        free(a);
        return NULL;
    }
    *a = (Arena){.base = base, .free = ALL_POOLS, .fresh = ALL_POOLS};
    for (unsigned i = 0; i < ARENA_POOLS; i++) a->pools[i].index = (uint8_t)i;
    a->all_next = arenas_all;
    if (a->all_next) a->all_next->all_previous = a;
    arenas_all = a;
    *entry = a;
    list_arena(a);
    arena_stats.mapped++;
    if (arena_count() > arena_stats.highwater) arena_stats.highwater = arena_count();
    return a;
}

/* The arena must be on no list by free pools. */
static void arena_return(Arena *a) {
    *map_entry(a->base) = NULL;
    if (a->all_next) a->all_next->all_previous = a->all_previous;
    if (a->all_previous)
        a->all_previous->all_next = a->all_next;
    else
        arenas_all = a->all_next;
    system_pages_return(a->base, ARENA_SIZE);
    arena_stats.returned++;
    free(a);
}

Pool *arena_take_pool(bool *fresh) {
    Arena *a = arenas_usable ? arenas_by_free[__builtin_ctzll(arenas_usable) + 1] : arena_new();
    if (!a) return NULL;
    unlist_arena(a);
    unsigned index = (unsigned)__builtin_ctzll(a->free);
    uint64_t bit = (uint64_t)1 << index;
    *fresh = a->fresh & bit;
    a->free &= ~bit;
    a->fresh &= ~bit;
    list_arena(a);
    return &a->pools[index];
}

bool arena_give_pool(Pool *pool) {
    Arena *a = pool_arena(pool);
    uint64_t bit = (uint64_t)1 << pool->index;
    assert(!(a->free & bit));
    unlist_arena(a);
    a->free |= bit;
    if (a->free == ALL_POOLS && arenas_usable) {
        arena_return(a);
        return false;
    }
    list_arena(a);
    return true;
}

bool arenas_others_usable(const Arena *a) {
    unsigned n = free_pools(a);
    if (n == 0) return arenas_usable != 0;
    bool alone_on_list = arenas_by_free[n] == a && !a->next;
    return arenas_usable & ~(alone_on_list ? (uint64_t)1 << (n - 1) : 0);
}

void arenas_trim(void) {
    for (Arena *a = arenas_by_free[ARENA_POOLS], *next; a; a = next) {
        next = a->next;
        unlist_arena(a);
        arena_return(a);
    }
}
