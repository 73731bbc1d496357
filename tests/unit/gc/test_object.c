/* Objects, free lists, reference counts and the death of deep structures. */
#include "gc/introspect.h"
#include "gc/pool.h"
#include "tests/unit/gc/node.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void use_pools(void) {
    heap_set_mode(HEAP_POOLS);
}

TestSuite(object, .init = use_pools);
TestSuite(freelist, .init = use_pools);

static int no_memory_calls;
static void count_no_memory(void) {
    no_memory_calls++;
}

/* ---- objects ---- */

static void buffer_dealloc(Object *o) {
    object_free(o);
}

static TypeHead buffer_type = {
    .base = {IMMORTAL, NULL},
    .mem = {.name = "Buffer", .flags = TYPE_VARSIZE, .size = 24, .item_size = 1, .dealloc = buffer_dealloc},
};

Test(object, new_ones_are_zeroed_and_untracked) {
    for (int i = 0; i < 100; i++) {
        Node *n = (Node *)object_new((Type *)&node_type);
        cr_assert_eq(n->base.refcount, 1);
        cr_assert_eq(n->base.type, (Type *)&node_type);
        cr_assert_not(gc_is_tracked(n));
        cr_assert_not(gc_is_finalized(n));
        for (int k = 0; k < NODE_CHILDREN; k++) cr_assert_null(n->child[k]);
        cr_assert_eq(n->id, 0);
        memset(n->child, 0xff, sizeof n->child);
        memset(n->child, 0, sizeof n->child);
        n->id = -1;
        decref(n);
    }
    cr_assert_eq(heap_blocks(), 0);
}

static void fill(Object *o, size_t from, size_t to, char c) {
    for (size_t i = from; i < to; i++) ((char *)o)[i] = c;
}

static void check_filled(Object *o, size_t from, size_t to, char c) {
    for (size_t i = from; i < to; i++) cr_assert_eq(((char *)o)[i], c);
}

Test(object, variable_size) {
    for (size_t extra = 0; extra < 1200; extra += 7) {
        Object *o = object_new_var((Type *)&buffer_type, extra);
        check_filled(o, 16, 24 + extra, 0);
        fill(o, 16, 24 + extra, 'x');
        o = object_resize_var(o, extra * 3 + 1);
        check_filled(o, 16, 24 + extra, 'x');
        fill(o, 24, 24 + extra * 3 + 1, 'y');
        o = object_resize_var(o, extra / 2);
        check_filled(o, 24, 24 + extra / 2, 'y');
        decref(o);
    }
    cr_assert_eq(heap_blocks(), 0);
}

Test(object, no_memory_is_told) {
    alloc_no_memory = count_no_memory;
    Object *o = object_new_var((Type *)&buffer_type, 10);
    cr_assert_null(object_new_var((Type *)&buffer_type, SIZE_MAX - 8));
    cr_assert_eq(no_memory_calls, 1);
    heap_fail(1, true);
    cr_assert_null(object_new((Type *)&node_type));
    cr_assert_null(object_new_unfilled((Type *)&buffer_type, 100));
    cr_assert_null(freelist_alloc(&freelist_list));
    cr_assert_eq(no_memory_calls, 4);
    cr_assert_null(object_resize_var(o, 1000), "and o is gone");
    cr_assert_eq(heap_blocks(), 0);
}

Test(object, instances_hold_their_class) {
    TypeHead *class = malloc(sizeof *class);
    *class = node_type;
    class->base.refcount = 1;
    class->mem.flags |= TYPE_HEAP;
    Object *o = object_new((Type *)class);
    cr_assert_eq(class->base.refcount, 2);
    decref(o);
    cr_assert_eq(class->base.refcount, 1);
    free(class);
}

/* ---- free lists ---- */

Test(freelist, blocks_come_back_in_turn) {
    void *a = freelist_alloc(&freelist_float), *b = freelist_alloc(&freelist_float);
    cr_assert_eq(freelist_float.misses, 2);
    freelist_free(&freelist_float, a);
    freelist_free(&freelist_float, b);
    cr_assert_eq(freelist_length(&freelist_float), 2);
    cr_assert_eq(freelist_float.taken, 0);
    cr_assert_eq(freelist_alloc(&freelist_float), b);
    cr_assert_eq(freelist_alloc(&freelist_float), a);
    freelist_free(&freelist_float, a);
    freelist_free(&freelist_float, b);
    cr_assert_eq(heap_blocks(), 2);
    heap_check();
    freelists_drain();
    cr_assert_eq(freelist_length(&freelist_float), 0);
    cr_assert_eq(heap_blocks(), 0);
}

Test(freelist, a_full_list_takes_no_more) {
    int n = freelist_cell.limit + 10;
    void **blocks = calloc((size_t)n, sizeof *blocks);
    for (int i = 0; i < n; i++) blocks[i] = freelist_alloc(&freelist_cell);
    for (int i = 0; i < n; i++) freelist_free(&freelist_cell, blocks[i]);
    cr_assert_eq(freelist_length(&freelist_cell), freelist_cell.limit);
    cr_assert_eq(freelist_cell.spills, 10);
    cr_assert_eq(heap_blocks(), (size_t)freelist_cell.limit);
    heap_shutdown();
    cr_assert_eq(heap_blocks(), 0);
    free(blocks);
}

Test(freelist, is_hidden_from_the_fast_path_while_the_heap_is_watched) {
    void *a = freelist_alloc(&freelist_int), *b = freelist_alloc(&freelist_int);
    freelist_free(&freelist_int, a);
    heap_watch(WATCH_TRACE, true);
    cr_assert_null(freelist_int.head);
    cr_assert_eq(freelist_int.room, 0);
    cr_assert_eq(freelist_length(&freelist_int), 1);
    freelist_free(&freelist_int, b);
    cr_assert_eq(freelist_length(&freelist_int), 2);
    cr_assert_eq(freelist_alloc(&freelist_int), b);
    heap_check();
    heap_watch(WATCH_TRACE, false);
    cr_assert_eq(freelist_int.head, a);
    cr_assert_eq(freelist_int.room, freelist_int.limit);
    freelist_free(&freelist_int, b);
    heap_check();
    heap_shutdown();
    cr_assert_eq(heap_blocks(), 0);
}

Test(freelist, takes_nothing_while_requests_may_fail) {
    freelist_free(&freelist_int, freelist_alloc(&freelist_int));
    heap_fail(1000, false);
    cr_assert_eq(freelist_length(&freelist_int), 0);
    freelist_free(&freelist_int, freelist_alloc(&freelist_int));
    cr_assert_eq(freelist_length(&freelist_int), 0);
    cr_assert_eq(heap_blocks(), 0);
    heap_fail(0, false);
    freelist_free(&freelist_int, freelist_alloc(&freelist_int));
    cr_assert_eq(freelist_length(&freelist_int), 1);
}

Test(freelist, dead_blocks_are_poisoned, .signal = SIGABRT) {
    heap_watch(WATCH_POISON, true);
    char *p = freelist_alloc(&freelist_int);
    freelist_free(&freelist_int, p);
    p[16] = 1;
    freelist_alloc(&freelist_int);
}

Test(freelist, dead_blocks_are_shown_as_cached) {
    void *p = freelist_alloc(&freelist_list);
    freelist_free(&freelist_list, p);
    HeapAddress where;
    cr_assert(heap_locate(p, &where));
    cr_assert_eq(where.state, BLOCK_CACHED);
    HeapStats s;
    heap_stats(&s);
    cr_assert_eq(s.cached_blocks, 1);
    cr_assert_eq(s.cached_bytes, freelist_list.block_size);
    char title[64];
    heap_list_title(&freelist_tuple1, title, sizeof title);
    cr_assert_str_eq(title, "1-sized PyTupleObject");
    heap_list_title(&freelist_bound_method, title, sizeof title);
    cr_assert_str_eq(title, "PyBoundMethodObject");
}

/* ---- death ---- */

/* Leaves no more C stack than `ulimit -s 1024` does; the main thread has grown into it already, a new one starts with
 * it. */
static void *drop_deep(void *arg) {
    int shape = *(int *)arg;
    Node *n = NULL;
    for (int i = 0; i < 1000000; i++) {
        n = node_new(i, n);
        if (shape && i % 10 == 0) n->child[3] = (Object *)node_new(-1, NULL);
    }
    decref(n);
    return NULL;
}

static void drop_on_small_stack(int shape) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 1 << 20);
    gc_disable();
    pthread_create(&thread, &attributes, drop_deep, &shape);
    pthread_join(thread, NULL);
    cr_assert_eq(nodes_died, shape ? 1100000 : 1000000);
    cr_assert_eq(heap_blocks(), 0);
}

Test(object, a_chain_of_a_million_dies) {
    drop_on_small_stack(0);
}
Test(object, a_comb_of_a_million_dies) {
    drop_on_small_stack(1);
}

static int order[300], order_count;
static void note_order(Node *n) {
    order[order_count++] = n->id;
}

Test(object, a_chain_is_finalized_from_the_outside_in) {
    node_finalizer = note_order;
    Node *n = NULL;
    for (int i = 299; i >= 0; i--) n = node_new(i, n);
    decref(n);
    for (int i = 0; i < 300; i++) cr_assert_eq(order[i], i);
    cr_assert_eq(heap_blocks(), 0);
}

static Node *saved;
static void save_it(Node *n) {
    saved = newref(n);
}
static void save_innermost(Node *n) {
    if (n->id == 0) saved = newref(n);
}

Test(object, a_finalizer_may_resurrect_once) {
    node_finalizer = save_it;
    decref(node_new(7, NULL));
    cr_assert_eq(nodes_finalized, 1);
    cr_assert_eq(nodes_died, 0);
    cr_assert_eq(saved->base.refcount, 1);
    cr_assert(gc_is_tracked(saved) && gc_is_finalized(saved));
    decref(saved);
    cr_assert_eq(nodes_finalized, 1);
    cr_assert_eq(nodes_died, 1);
    cr_assert_eq(heap_blocks(), 0);
}

Test(object, what_was_put_aside_can_be_resurrected_too) {
    node_finalizer = save_innermost;
    Node *n = NULL;
    for (int i = 0; i < 1000; i++) n = node_new(i, n);
    decref(n);
    cr_assert_eq(nodes_died, 999);
    cr_assert_eq(saved->base.refcount, 1);
    cr_assert(gc_is_tracked(saved));
    gc_check();
    decref(saved);
    cr_assert_eq(heap_blocks(), 0);
}

#ifdef OURO_DEBUG
Test(object, debug_builds_count_all_references) {
    intptr_t before = refcount_sum();
    Node *n = node_new(1, node_new(2, NULL));
    incref(n);
    cr_assert_eq(refcount_sum(), before + 3);
    decref(n);
    decref(n);
    cr_assert_eq(refcount_sum(), before);
}
#endif
