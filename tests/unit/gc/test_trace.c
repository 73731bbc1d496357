/* Tracers see every block; the table of traces against a model. */
#include "gc/pool.h"
#include "tests/unit/gc/node.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static void use_pools(void) {
    heap_set_mode(HEAP_POOLS);
}

TestSuite(trace, .init = use_pools);

typedef struct Recorder {
    Tracer tracer;
    TraceTable table;
    int born, died, resized, objects, reused;
} Recorder;

static void *record_born(Tracer *t, void *block, size_t size, BlockKind kind, Type *type) {
    Recorder *r = (Recorder *)t;
    r->born++;
    if (kind == BLOCK_OBJECT) r->objects++;
    if (kind == BLOCK_REUSED) r->reused++;
    if (kind == BLOCK_RAW) cr_assert_null(type);
    trace_table_put(&r->table, block, size, (uintptr_t)type);
    return block;
}

static void record_died(Tracer *t, void *block) {
    Recorder *r = (Recorder *)t;
    if (trace_table_remove(&r->table, block, NULL)) r->died++;
}

static void record_resized(Tracer *t, void *old, void *block, size_t size) {
    Recorder *r = (Recorder *)t;
    r->resized++;
    trace_table_remove(&r->table, old, NULL);
    trace_table_put(&r->table, block, size, 0);
}

static Recorder recorder = {.tracer = {.born = record_born, .died = record_died, .resized = record_resized}};

Test(trace, sees_every_kind_of_block) {
    void *before = heap_alloc(50);
    freelist_free(&freelist_int, freelist_alloc(&freelist_int));
    trace_add(&recorder.tracer);
    void *small = heap_alloc(50), *large = heap_alloc(5000),
         *listed = freelist_object(&freelist_int, (Type *)&node_type);
    Node *node = node_new(1, NULL);
    cr_assert_eq(recorder.born, 4);
    cr_assert_eq(recorder.objects, 1);
    cr_assert_eq(recorder.reused, 1);
    cr_assert_eq(trace_table_bytes(&recorder.table), 50 + 5000 + freelist_int.block_size + 16 + sizeof(Node));
    Trace t;
    cr_assert(trace_table_get(&recorder.table, gc_header(node), &t));
    cr_assert_eq(t.data, (uintptr_t)&node_type);
    small = heap_realloc(small, 300);
    large = heap_realloc(large, 6000);
    cr_assert_eq(recorder.resized, 2);
    cr_assert_eq(recorder.born, 4);
    heap_free(before);
    cr_assert_eq(recorder.died, 0);
    heap_free(small);
    heap_free(large);
    freelist_free(&freelist_int, listed);
    decref(node);
    cr_assert_eq(recorder.died, 4);
    cr_assert_eq(trace_table_bytes(&recorder.table), 0);
    trace_remove(&recorder.tracer);
    heap_free(heap_alloc(10));
    cr_assert_eq(recorder.born, 4);
    trace_table_clear(&recorder.table);
    heap_trim();
    cr_assert_eq(heap_blocks(), 0);
    heap_check();
}

Test(trace, the_heap_stays_sound_while_it_is_traced) {
    static void *blocks[3000];
    trace_add(&recorder.tracer);
    for (int i = 0; i < 100000; i++) {
        int k = rand() % 3000;
        if (blocks[k]) heap_free(blocks[k]);
        blocks[k] = blocks[k] ? NULL : heap_alloc(rand() % 2 ? 100 : 8);
        if (i % 1000 == 0) heap_check();
        if (i % 10000 == 0) heap_watch(WATCH_POISON, i % 20000 == 0);
    }
    heap_watch(WATCH_POISON, false);
    size_t live = 0;
    for (int k = 0; k < 3000; k++) live += blocks[k] != NULL;
    cr_assert_eq(trace_table_count(&recorder.table), live);
    trace_remove(&recorder.tracer);
    heap_check();
    cr_assert_eq(heap_blocks(), live);
}

Test(trace, two_tracers_and_a_pause) {
    static Recorder second;
    second.tracer = (Tracer){.born = record_born};
    trace_add(&recorder.tracer);
    trace_add(&second.tracer);
    void *p = heap_alloc(8);
    trace_pause();
    heap_free(heap_alloc(8));
    trace_resume();
    trace_remove(&recorder.tracer);
    p = heap_realloc(p, 400);
    cr_assert_eq(recorder.born, 1);
    cr_assert_eq(second.born, 2, "a resize is a birth to those who do not ask for more");
    trace_remove(&second.tracer);
    trace_remove(&second.tracer);
    heap_free(p);
}

Test(trace, table_against_a_model) {
    enum { KEYS = 3000 };
    static size_t model[KEYS]; /* size, 0: absent */
    TraceTable t = {0};
    size_t bytes = 0, count = 0, peak = 0;
    for (int i = 0; i < 300000; i++) {
        int k = rand() % KEYS;
        void *key = (void *)(uintptr_t)(0x7f0000000000 + (uintptr_t)k * 8);
        if (rand() % 2) {
            size_t size = 1 + (size_t)rand() % 1000;
            cr_assert(trace_table_put(&t, key, size, (uintptr_t)k));
            bytes += size - model[k];
            count += model[k] == 0;
            model[k] = size;
        } else {
            Trace old = {0};
            cr_assert_eq(trace_table_remove(&t, key, &old), model[k] != 0);
            cr_assert_eq(old.size, model[k]);
            bytes -= model[k];
            count -= model[k] != 0;
            model[k] = 0;
        }
        cr_assert_eq(trace_table_bytes(&t), bytes);
        if (bytes > peak) peak = bytes;
        cr_assert_eq(t.peak, peak);
        if (i == 200000) trace_table_reset_peak(&t), peak = bytes;
        if (i % 1000 == 0) cr_assert_eq(trace_table_count(&t), count);
    }
    for (int k = 0; k < KEYS; k++) {
        Trace trace;
        bool there = trace_table_get(&t, (void *)(uintptr_t)(0x7f0000000000 + (uintptr_t)k * 8), &trace);
        cr_assert_eq(there, model[k] != 0);
        if (there) cr_assert(trace.size == model[k] && trace.data == (uintptr_t)k);
    }
    trace_table_clear(&t);
    Trace trace;
    cr_assert_not(trace_table_get(&t, &t, &trace));
}

/* Small numbers of small blocks are in words, side by side though the blocks are of 8 bytes; others are hashed. */
Test(trace, table_of_blocks_in_pools) {
    enum { BLOCKS = 600, LONG = 5 };
    static void *blocks[BLOCKS];
    TraceTable t = {0};
    size_t bytes = 0;
    for (size_t i = 0; i < BLOCKS; i++) {
        size_t size = i % 2 ? 8 : 1 + i % 512;
        blocks[i] = heap_alloc(size);
        cr_assert(trace_table_put(&t, blocks[i], size, i % LONG ? i : TRACE_DATA_MAX + i));
        bytes += size;
    }
    cr_assert_eq(trace_table_bytes(&t), bytes);
    cr_assert_eq(t.places_used, BLOCKS / LONG);
    cr_assert_eq(trace_table_count(&t), BLOCKS);
    for (size_t i = 0; i < BLOCKS; i++) {
        Trace found;
        cr_assert(trace_table_get(&t, blocks[i], &found));
        cr_assert_eq(found.block, blocks[i]);
        cr_assert_eq(found.size, i % 2 ? 8 : 1 + i % 512);
        cr_assert_eq(found.data, i % LONG ? i : TRACE_DATA_MAX + i);
        cr_assert(trace_table_put(&t, blocks[i], 3, 7), "from a word to the hash table, or back");
    }
    cr_assert_eq(trace_table_bytes(&t), 3 * BLOCKS);
    cr_assert_eq(t.places_used, 0);
    for (size_t i = 0; i < BLOCKS; i++) {
        cr_assert(trace_table_remove(&t, blocks[i], NULL));
        heap_free(blocks[i]);
    }
    cr_assert_eq(trace_table_bytes(&t), 0);
    cr_assert_eq(trace_table_count(&t), 0);
    trace_table_clear(&t);
}
