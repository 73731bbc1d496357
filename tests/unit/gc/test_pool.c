/* The heap against a model: what is handed out is big enough, apart from all else, and keeps its content; and every
 * invariant of arenas, pools and rings holds after any sequence of requests. */
#include "gc/introspect.h"
#include "gc/pool.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void use_pools(void) {
    heap_set_mode(HEAP_POOLS);
}

TestSuite(pool, .init = use_pools);

/* 0xDD is what poison looks like; content is never that, so that a mix-up shows. */
static unsigned char random_byte(void) {
    return (unsigned char)(rand() % 200);
}

typedef struct Slot {
    unsigned char *block;
    size_t size;
    unsigned char content;
} Slot;

static void check_content(const Slot *s, size_t n) {
    for (size_t i = 0; i < n; i++) cr_assert_eq(s->block[i], s->content, "byte %zu of %zu", i, s->size);
}

static void step(Slot *s) {
    size_t size = (size_t)rand() % (rand() % 8 ? 600 : 3000);
    if (!s->block) {
        s->block = rand() % 2 ? heap_alloc(size) : heap_alloc_zero(size);
    } else if (rand() % 3 == 0) {
        s->block = heap_realloc(s->block, size);
        check_content(s, size < s->size ? size : s->size);
    } else {
        check_content(s, s->size);
        heap_free(s->block);
        s->block = NULL;
        return;
    }
    cr_assert_not_null(s->block);
    cr_assert_eq((uintptr_t)s->block % HEAP_ALIGN, 0);
    cr_assert_geq(heap_block_size(s->block), size);
    s->size = size;
    s->content = random_byte();
    memset(s->block, s->content, size);
}

static void exercise(int slots, int steps) {
    Slot *table = calloc((size_t)slots, sizeof *table);
    for (int i = 0; i < steps; i++) {
        step(&table[rand() % slots]);
        if (i % 5000 == 0) heap_check();
    }
    size_t live = 0;
    for (int i = 0; i < slots; i++) live += table[i].block != NULL;
    cr_assert_eq(heap_blocks(), live);
    for (int i = 0; i < slots; i++) heap_free(table[i].block);
    free(table);
    heap_check();
    cr_assert_eq(heap_blocks(), 0);
}

Test(pool, random_requests_keep_every_invariant) {
    exercise(5000, 200000);
}
Test(pool, few_blocks) {
    exercise(3, 20000);
}

Test(pool, watching_may_start_and_end_at_any_moment) {
    Slot table[2000] = {{0}};
    for (int i = 0; i < 100000; i++) {
        step(&table[rand() % 2000]);
        if (i % 7001 == 0) heap_watch(WATCH_TRACE, i % 2);
        if (i % 9001 == 0) heap_watch(WATCH_POISON, i % 2);
        if (i % 500 == 0) heap_check();
    }
    for (int i = 0; i < 2000; i++) heap_free(table[i].block);
    heap_watch(WATCH_TRACE | WATCH_POISON, false);
    heap_check();
    cr_assert_eq(heap_blocks(), 0);
}

Test(pool, malloc_and_debug_modes) {
    heap_set_mode(HEAP_MALLOC);
    exercise(1000, 20000);
    heap_set_mode(HEAP_DEBUG);
    exercise(1000, 20000);
    heap_shutdown();
}

Test(pool, a_size_gets_its_class) {
    for (size_t n = 1; n <= 512; n++) {
        void *p = heap_alloc(n);
        cr_assert_eq(heap_block_size(p), (n + 7) / 8 * 8);
        cr_assert_not_null(arena_of(p));
        heap_free(p);
    }
    void *large = heap_alloc(513);
    cr_assert_null(arena_of(large));
    heap_free(large);
}

Test(pool, a_freed_large_block_serves_the_next_request_of_its_size) {
    size_t blocks = heap_blocks();
    char *first = heap_alloc(5000);
    memset(first, 1, 5000);
    heap_free(first);
    cr_assert_eq(heap_blocks(), blocks);
    char *zeroed = heap_alloc_zero(5000), *other = heap_alloc(5000);
#ifndef HEAP_SYSTEM /* there AddressSanitizer has the freed block, to see whoever uses it again */
    cr_assert_eq(zeroed, first);
#endif
    cr_assert_neq(other, zeroed);
    for (int i = 0; i < 5000; i++) cr_assert_eq(zeroed[i], 0);
    for (size_t n = 600; n < 200000; n += n / 5) heap_free(heap_alloc(n));
    heap_free(zeroed);
    heap_free(other);
    heap_trim();
    cr_assert_eq(heap_blocks(), blocks);
}

Test(pool, a_pool_has_room_for_4096_bytes_of_blocks) {
    static const size_t sizes[] = {8, 64, 128, 256, 512, 504, 24};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        cr_assert_eq(pool_capacity(pool_class(sizes[i])), 4096 / sizes[i]);
}

Test(pool, null_and_zero_sizes) {
    heap_free(NULL);
    void *p = heap_alloc(0), *q = heap_alloc(0);
    cr_assert_not_null(p);
    cr_assert_neq(p, q);
    p = heap_realloc(p, 0);
    cr_assert_not_null(p);
    heap_free(p);
    heap_free(q);
    p = heap_realloc(NULL, 100);
    cr_assert_geq(heap_block_size(p), 100);
    heap_free(p);
}

Test(pool, impossible_sizes_are_refused) {
    cr_assert_null(heap_alloc(SIZE_MAX / 2 + 10));
    cr_assert_null(heap_alloc_zero(SIZE_MAX / 2 + 10));
    char *p = heap_alloc(10);
    strcpy(p, "kept");
    cr_assert_null(heap_realloc(p, SIZE_MAX / 2 + 10));
    cr_assert_str_eq(p, "kept");
    heap_free(p);
}

Test(pool, shrinking_a_little_stays_in_place) {
    char *p = heap_alloc(400);
    cr_assert_eq(heap_realloc(p, 320), p);
    char *q = heap_realloc(p, 200);
    cr_assert_neq(q, p);
    cr_assert_eq(heap_block_size(q), 200);
    heap_free(q);
}

Test(pool, a_freed_block_is_the_next_one) {
    void *keep = heap_alloc(40), *p = heap_alloc(40);
    heap_free(p);
    cr_assert_eq(heap_alloc(40), p);
    heap_free(p);
    heap_free(keep);
}

Test(pool, a_lonely_block_does_not_send_its_pool_away) {
    void *p = heap_alloc(72);
    Arena *arena = arena_of(p);
    uint64_t free_pools = arena->free;
    heap_free(p);
    cr_assert_eq(arena->free, free_pools);
    cr_assert_eq(heap_alloc(72), p);
    heap_free(p);
}

/* ---- failing on purpose ---- */

Test(pool, the_nth_request_fails_once) {
    heap_fail(3, false);
    void *a = heap_alloc(10), *b = heap_alloc(1000), *c = heap_alloc(10), *d = heap_alloc(10);
    cr_assert(a && b && !c && d);
    cr_assert_eq(heap_requests(), 4);
    heap_fail(0, false);
    heap_free(a);
    heap_free(b);
    heap_free(d);
}

Test(pool, all_requests_fail_from_the_nth_on) {
    heap_fail(2, true);
    void *a = heap_alloc(10);
    cr_assert_not_null(a);
    cr_assert_null(heap_alloc(10));
    cr_assert_null(heap_alloc_zero(2000));
    cr_assert_null(heap_realloc(a, 100));
    cr_assert_not_null(heap_realloc(a, 4), "shrinking does not fail");
    heap_fail(0, false);
    heap_free(a);
    cr_assert_eq(heap_blocks(), 0);
}

/* ---- damage is found ---- */

Test(pool, poison_finds_a_second_free, .signal = SIGABRT) {
    heap_watch(WATCH_POISON, true);
    void *p = heap_alloc(64), *q = heap_alloc(64);
    heap_free(p);
    heap_free(q);
    heap_free(p);
}

Test(pool, poison_finds_a_write_to_a_freed_block, .signal = SIGABRT) {
    heap_watch(WATCH_POISON, true);
    char *p = heap_alloc(64);
    heap_free(p);
    *(volatile char *)(p + 20) = 1;
    heap_alloc(64);
}

Test(pool, content_that_looks_like_poison_may_be_freed) {
    heap_watch(WATCH_POISON, true);
    void *p = heap_alloc(64);
    memset(p, 0xDD, 64);
    heap_free(p);
}

Test(pool, guards_find_a_write_behind_the_block, .signal = SIGABRT) {
    heap_set_mode(HEAP_DEBUG);
    char *p = heap_alloc(20);
    ((volatile char *)p)[20] = 1;
    heap_free(p);
}

Test(pool, guards_find_a_second_free, .signal = SIGABRT) {
    heap_set_mode(HEAP_DEBUG);
    void *p = heap_alloc(20);
    heap_free(p);
    heap_free(p);
}

Test(pool, heap_check_finds_a_broken_free_list, .signal = SIGABRT) {
    void *p = heap_alloc(40), *q = heap_alloc(40);
    heap_free(p);
    *(uintptr_t *)p += 8;
    heap_check();
    heap_free(q);
}
