/* Arenas come and go: the fullest serves first, and the empty ones return to the system. */
#include "gc/introspect.h"
#include "gc/pool.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static void use_pools(void) {
    heap_set_mode(HEAP_POOLS);
}

TestSuite(arena, .init = use_pools);

enum { BLOCKS_PER_ARENA = 8 * ARENA_POOLS, ARENAS = 5 };

static void *blocks[ARENAS * BLOCKS_PER_ARENA]; /* of 512 bytes, in the order of allocation */

static void fill_arenas(void) {
    for (int i = 0; i < ARENAS * BLOCKS_PER_ARENA; i++) blocks[i] = heap_alloc(512);
    cr_assert_eq(arena_count(), ARENAS);
}

static void free_range(int from, int to) {
    for (int i = from; i < to; i++) heap_free(blocks[i]);
}

Test(arena, all_are_returned_at_the_end) {
    fill_arenas();
    free_range(0, ARENAS * BLOCKS_PER_ARENA);
    heap_check();
    cr_assert_leq(arena_count(), 1);
    heap_shutdown();
    cr_assert_eq(arena_count(), 0);
    cr_assert_eq(arena_stats.highwater, ARENAS);
    cr_assert_eq(arena_stats.mapped, arena_stats.returned);
    heap_check();
}

Test(arena, an_empty_one_is_returned_when_another_has_room) {
    fill_arenas();
    free_range(0, 8); /* the first arena has room now */
    free_range(2 * BLOCKS_PER_ARENA, 3 * BLOCKS_PER_ARENA);
    cr_assert_eq(arena_count(), ARENAS - 1);
    cr_assert_null(arena_of(blocks[2 * BLOCKS_PER_ARENA]), "the table has forgotten it");
    heap_check();
}

Test(arena, the_last_one_with_room_is_kept) {
    void *p = heap_alloc(100);
    heap_free(p);
    cr_assert_eq(arena_count(), 1);
    cr_assert_eq(heap_alloc(100), p);
}

Test(arena, the_fullest_serves_first) {
    fill_arenas();
    Arena *first = arena_of(blocks[0]), *second = arena_of(blocks[BLOCKS_PER_ARENA]);
    free_range(0, BLOCKS_PER_ARENA / 2);
    free_range(BLOCKS_PER_ARENA, BLOCKS_PER_ARENA + 64);
    heap_check();
    /* Eight pools of the second arena are free, and half of the first one's. */
    for (int i = 0; i < 8 * 16; i++) {
        void *p = heap_alloc(256);
        cr_assert_eq(arena_of(p), second, "block %d", i);
    }
    cr_assert_eq(arena_of(heap_alloc(256)), first);
}

/* One block of each of several classes, all freed: their pools are kept as idle ones, but not when the arena could go.
 */
Test(arena, idle_pools_do_not_hold_an_arena) {
    void *fill[4 * ARENA_POOLS * 8];
    int n = 0;
    while (arena_count() < 2) fill[n++] = heap_alloc(512);
    void *lonely[20];
    Arena *second = arena_of(fill[n - 1]);
    for (int i = 0; i < 20; i++) {
        lonely[i] = heap_alloc((size_t)(i + 1) * 16);
        cr_assert_eq(arena_of(lonely[i]), second);
    }
    for (int i = 0; i < 8; i++) heap_free(fill[i]); /* the first arena has room */
    for (int i = 0; i < 20; i++) heap_free(lonely[i]);
    cr_assert_eq(arena_count(), 2);
    heap_free(fill[n - 1]);
    cr_assert_eq(arena_count(), 1);
    heap_check();
}

Test(arena, range_check_knows_what_is_not_ours) {
    int on_stack;
    void *large = heap_alloc(100000), *small = heap_alloc(10), *foreign = malloc(10);
    cr_assert_null(arena_of(&on_stack));
    cr_assert_null(arena_of(NULL));
    cr_assert_null(arena_of(large));
    cr_assert_null(arena_of(foreign));
    cr_assert_null(arena_of("a literal"));
    cr_assert_not_null(arena_of((char *)small + 9));
    free(foreign);
    heap_free(large);
    heap_free(small);
}

/* ---- what the memory tools see ---- */

static void check_sums(const HeapStats *s) {
    size_t used = 0;
    for (size_t i = 0; i < HEAP_CLASSES; i++) {
        const HeapClass *c = &s->classes[i];
        cr_assert_eq(c->pools * c->capacity, c->used + c->available, "class %zu", i);
        used += c->used;
    }
    cr_assert_eq(used + s->large_blocks, heap_blocks());
    cr_assert_eq(s->arenas * ARENA_SIZE,
                 s->used_bytes + s->available_bytes + s->free_pool_bytes + s->quantisation_bytes);
}

Test(arena, statistics_add_up) {
    static void *some[5000];
    for (int i = 0; i < 5000; i++) some[i] = heap_alloc((size_t)rand() % 700);
    for (int i = 0; i < 5000; i += 1 + rand() % 3) {
        heap_free(some[i]);
        some[i] = NULL;
    }
    HeapStats s;
    heap_stats(&s);
    check_sums(&s);
    heap_watch(WATCH_TRACE, true);
    heap_stats(&s);
    check_sums(&s);
    FILE *out = tmpfile();
    heap_print_stats(out);
    cr_assert_gt(ftell(out), 1000);
    fclose(out);
}

Test(arena, an_address_is_located) {
    char *p = heap_alloc(48), *q = heap_alloc(48);
    HeapAddress where;
    cr_assert(heap_locate(p + 20, &where));
    cr_assert_eq(where.start, p);
    cr_assert_eq(where.state, BLOCK_USED);
    cr_assert_eq(where.pool.block_size, 48);
    cr_assert_eq(where.pool.used, 2);
    cr_assert(where.pool.serving);
    heap_free(p);
    cr_assert(heap_locate(p, &where));
    cr_assert_eq(where.state, BLOCK_FREE);
    cr_assert(heap_locate(where.pool.start + 4095, &where));
    cr_assert_eq(where.state, BLOCK_NONE, "85 blocks of 48 bytes leave 16 over");
    cr_assert_not(heap_locate(&where, &where));
    heap_free(q);
}

static int count_pools(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    cr_assert_eq(pools[3].start, a->base + 3 * POOL_SIZE);
    cr_assert_eq(number, ((size_t *)arg)[1]++);
    for (int i = 0; i < ARENA_POOLS; i++) ((size_t *)arg)[0] += pools[i].state == POOL_FULL;
    return 0;
}

Test(arena, a_walk_shows_all_pools) {
    fill_arenas();
    size_t full_and_arenas[2] = {0, 0};
    heap_each_arena(count_pools, full_and_arenas);
    cr_assert_eq(full_and_arenas[0], ARENAS * ARENA_POOLS);
    cr_assert_eq(full_and_arenas[1], ARENAS);
}
