/* The cycle collector on nodes: what it takes, what it leaves, and in which order it does things to it. */
#include "gc/pool.h"
#include "gc/safepoint.h"
#include "tests/unit/gc/node.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void start(void) {
    heap_set_mode(HEAP_POOLS);
    heap_check_level = 3;
}

TestSuite(collector, .init = start);

Test(collector, takes_a_cycle) {
    decref(node_ring(10));
    cr_assert_eq(heap_blocks(), 10);
    cr_assert_eq(gc_collect(2), 10);
    cr_assert_eq(nodes_died, 10);
    cr_assert_eq(nodes_finalized, 10);
    cr_assert_eq(heap_blocks(), 0);
    cr_assert_eq(gc_generations[2].collected, 10);
    cr_assert_eq(gc_generations[2].collections, 1);
}

Test(collector, leaves_what_is_referred_to_from_outside) {
    Node *ring = node_ring(10);
    Node *middle = newref(((Node *)ring->child[0])->child[0]);
    decref(ring);
    cr_assert_eq(gc_collect(2), 0);
    gc_check();
    cr_assert_eq(gc_size(2), 10);
    decref(middle);
    cr_assert_eq(gc_collect(2), 10);
    cr_assert_eq(heap_blocks(), 0);
}

/* The reachable one comes last in the ring of tracked objects, so all others are moved away first and found again. */
Test(collector, finds_again_what_it_moved_away) {
    Node *nodes[100];
    for (int i = 0; i < 100; i++) nodes[i] = node_new(i, NULL);
    for (int i = 0; i < 100; i++) {
        nodes[i]->child[1] = newref(nodes[(i + 99) % 100]);
        nodes[i]->child[2] = newref(nodes[(i * 37) % 100]);
    }
    for (int i = 0; i < 99; i++) decref(nodes[i]);
    cr_assert_eq(gc_collect(2), 0);
    gc_check();
    decref(nodes[99]);
    cr_assert_eq(gc_collect(2), 100);
}

Test(collector, what_hangs_off_a_cycle_goes_with_it) {
    Node *ring = node_ring(3);
    ring->child[1] = (Object *)node_new(9, node_new(10, NULL));
    decref(ring);
    cr_assert_eq(gc_collect(2), 5);
    cr_assert_eq(heap_blocks(), 0);
}

Test(collector, random_graphs_against_a_model) {
    for (int round = 0; round < 200; round++) {
        enum { N = 60 };
        Node *nodes[N];
        bool held[N] = {false}, reached[N] = {false};
        for (int i = 0; i < N; i++) nodes[i] = node_new(i, NULL);
        for (int i = 0; i < N; i++)
            for (int k = 0; k < NODE_CHILDREN; k++)
                if (rand() % 3 == 0) nodes[i]->child[k] = newref(nodes[rand() % N]);
        int stack[N], depth = 0, expected = 0;
        for (int i = 0; i < N; i++) {
            incref(nodes[i]); /* so that nothing dies before the collection */
            held[i] = rand() % 12 == 0;
            if (held[i]) reached[stack[depth++] = i] = true;
        }
        while (depth > 0) {
            Node *n = nodes[stack[--depth]];
            for (int k = 0; k < NODE_CHILDREN; k++) {
                Node *c = (Node *)n->child[k];
                if (c && !reached[c->id]) reached[stack[depth++] = c->id] = true;
            }
        }
        for (int i = 0; i < N; i++) expected += reached[i];
        for (int i = 0; i < N; i++) decref(nodes[i]);
        for (int i = 0; i < N; i++)
            if (!held[i]) decref(nodes[i]);
        gc_collect(rand() % 3);
        gc_collect(2);
        cr_assert_eq(heap_blocks(), (size_t)expected);
        for (int i = 0; i < N; i++)
            if (held[i]) decref(nodes[i]);
        gc_collect(2);
        cr_assert_eq(heap_blocks(), 0);
    }
}

/* ---- generations ---- */

Test(collector, survivors_grow_older) {
    Node *n = node_new(1, NULL);
    cr_assert_eq(gc_size(0), 1);
    gc_collect(0);
    cr_assert_eq(gc_size(0), 0);
    cr_assert_eq(gc_size(1), 1);
    gc_collect(0);
    cr_assert_eq(gc_size(1), 1);
    gc_collect(1);
    cr_assert_eq(gc_size(2), 1);
    decref(n);
}

Test(collector, an_older_object_keeps_a_young_one) {
    Node *old = node_new(1, NULL);
    gc_collect(2);
    Node *young = node_ring(1);
    old->child[1] = (Object *)young;
    cr_assert_eq(gc_collect(0), 0);
    clear_ref(&old->child[1]);
    cr_assert_eq(gc_collect(0), 0, "it is in the next generation now");
    cr_assert_eq(gc_collect(1), 1);
    decref(old);
}

Test(collector, is_due_when_many_more_came_than_went) {
    cr_assert_eq(gc_generations[0].threshold, 2000);
    Node *nodes[3000];
    for (int i = 0; i < 2000; i++) nodes[i] = node_new(i, NULL);
    cr_assert_not(safepoint_wanted & SAFEPOINT_GC);
    nodes[2000] = node_new(2000, NULL);
    cr_assert(safepoint_wanted & SAFEPOINT_GC);
    gc_run_pending();
    cr_assert_not(safepoint_wanted & SAFEPOINT_GC);
    cr_assert_eq(gc_generations[0].collections, 1);
    cr_assert_eq(gc_generations[0].count, 0);
    cr_assert_eq(gc_generations[1].count, 1);
    for (int i = 0; i <= 2000; i++) decref(nodes[i]);
    for (int i = 0; i < 100000; i++) decref(node_new(i, NULL));
    cr_assert_not(safepoint_wanted & SAFEPOINT_GC);
}

Test(collector, off_means_off_but_for_explicit_calls) {
    gc_disable();
    cr_assert_not(gc_enabled);
    for (int i = 0; i < 5000; i++) decref(node_ring(1));
    cr_assert_not(safepoint_wanted & SAFEPOINT_GC);
    cr_assert_eq(gc_collect(2), 5000);
    gc_enable();
    gc_set_threshold(0, 0);
    for (int i = 0; i < 5000; i++) decref(node_ring(1));
    cr_assert_not(safepoint_wanted & SAFEPOINT_GC);
    gc_set_threshold(0, 10);
    decref(node_ring(1));
    cr_assert(safepoint_wanted & SAFEPOINT_GC);
}

Test(collector, full_collections_become_rarer_as_the_heap_grows) {
    gc_set_threshold(0, 100);
    enum { N = 200000 };
    Node **nodes = calloc(N, sizeof *nodes);
    for (int i = 0; i < N; i++) {
        nodes[i] = node_new(i, NULL);
        if (safepoint_wanted & SAFEPOINT_GC) gc_run_pending();
        if (i == 2000) heap_check_level = 0;
    }
    cr_assert_gt(gc_generations[0].collections, 1500);
    cr_assert_gt(gc_generations[2].collections, 3);
    cr_assert_lt(gc_generations[2].collections, 30, "%d", (int)gc_generations[2].collections);
    for (int i = 0; i < N; i++) decref(nodes[i]);
    free(nodes);
}

Test(collector, stress_collects_at_each_safe_point) {
    gc_set_stress(true);
    for (int i = 0; i < 10; i++) {
        decref(node_ring(2));
        cr_assert(safepoint_wanted & SAFEPOINT_GC);
        gc_run_pending();
        cr_assert_eq(heap_blocks(), 0);
    }
}

Test(collector, frozen_objects_are_left_alone) {
    decref(node_ring(4));
    gc_freeze();
    cr_assert_eq(gc_size(GC_PERMANENT), 4);
    cr_assert_eq(gc_collect(2), 0);
    gc_check();
    gc_unfreeze();
    cr_assert_eq(gc_size(GC_PERMANENT), 0);
    cr_assert_eq(gc_collect(2), 4);
}

/* ---- finalizers ---- */

static Node *saved;
static void save_third(Node *n) {
    if (n->id == 3) saved = newref(n);
}

Test(collector, resurrection_takes_all_back_and_finalizes_once) {
    node_finalizer = save_third;
    Node *ring = node_ring(6);
    ring->child[1] = (Object *)node_new(77, NULL);
    decref(ring);
    cr_assert_eq(gc_collect(2), 0);
    cr_assert_eq(nodes_finalized, 7);
    cr_assert_eq(nodes_died, 0);
    gc_check();
    decref(saved);
    cr_assert_eq(gc_collect(2), 7);
    cr_assert_eq(nodes_finalized, 7);
    cr_assert_eq(heap_blocks(), 0);
}

Test(collector, only_what_was_resurrected_stays) {
    node_finalizer = save_third;
    decref(node_ring(6));
    decref(node_ring(3));
    cr_assert_eq(gc_collect(2), 3);
    cr_assert_eq(heap_blocks(), 6);
    decref(saved);
    gc_collect(2);
    cr_assert_eq(heap_blocks(), 0);
}

static void break_the_cycle(Node *n) {
    clear_ref(&n->child[0]);
}

Test(collector, finalizers_may_take_the_garbage_apart) {
    node_finalizer = break_the_cycle;
    decref(node_ring(50));
    gc_collect(2);
    cr_assert_eq(nodes_finalized, 50);
    cr_assert_eq(nodes_died, 50);
    cr_assert_eq(heap_blocks(), 0);
}

static void make_garbage(Node *n) {
    if (n->id >= 0) {
        Node *more = node_ring(2);
        more->id = ((Node *)more->child[0])->id = -1;
        decref(more);
    }
    cr_assert_eq(gc_collect(2), 0, "no collection inside a collection");
}

Test(collector, finalizers_may_make_objects) {
    node_finalizer = make_garbage;
    decref(node_ring(20));
    gc_collect(2);
    cr_assert_eq(heap_blocks(), 40);
    gc_collect(2);
    cr_assert_eq(heap_blocks(), 0);
}

/* ---- hooks ---- */

/* A weak reference of the tests: child[3] of a node is its target, not owned. */
enum { WEAK_MAX = 8 };
static Node *weakrefs[WEAK_MAX], *weak_target[WEAK_MAX];
static int weakref_count, called_back[100], called_count, finalized_when_called;

static void clear_weakrefs_of(Object *o, void (*keep)(Object *ref)) {
    for (int i = 0; i < weakref_count; i++) {
        if (weakrefs[i] == (Node *)o) weak_target[i] = NULL;
        if (weak_target[i] != (Node *)o) continue;
        weak_target[i] = NULL;
        keep((Object *)weakrefs[i]);
    }
}

static void call_back(Object *ref) {
    called_back[called_count++] = ((Node *)ref)->id;
    finalized_when_called = nodes_finalized;
}

static void weak_reference(int id, Node *target) {
    weakrefs[weakref_count] = node_new(id, NULL);
    weak_target[weakref_count++] = target;
}

Test(collector, living_weak_references_are_called_before_finalizers) {
    node_type.mem.flags |= TYPE_WEAKREF; /* nodes are both, and have no list of references in them */
    gc_hooks.weakrefs_clear = clear_weakrefs_of;
    gc_hooks.weakref_call = call_back;
    Node *ring = node_ring(3);
    weak_reference(50, ring);
    weak_reference(51, (Node *)ring->child[0]);
    weak_reference(52, ring);
    ring->child[2] = (Object *)weakrefs[2]; /* this one is garbage itself: silent */
    decref(ring);
    cr_assert_eq(gc_collect(2), 4);
    cr_assert_eq(called_count, 2);
    cr_assert_eq(called_back[0], 50);
    cr_assert_eq(called_back[1], 51);
    cr_assert_eq(finalized_when_called, 0);
    cr_assert_null(weak_target[0]);
    decref(weakrefs[0]);
    decref(weakrefs[1]);
    cr_assert_eq(heap_blocks(), 0);
}

static char said[4000];
static void note_text(const char *text) {
    strcat(said, text);
}
static void note_phase(const char *phase, int generation, int64_t collected, int64_t uncollectable) {
    sprintf(said + strlen(said), "%s %d %d %d\n", phase, generation, (int)collected, (int)uncollectable);
}

Test(collector, reports) {
    gc_hooks.write = note_text;
    gc_hooks.phase = note_phase;
    gc_debug = GC_DEBUG_STATS | GC_DEBUG_COLLECTABLE;
    Node *keep = node_new(1, NULL), *ring = node_ring(1);
    char expected[1000];
    sprintf(expected,
            "start 1 0 0\n"
            "gc: collecting generation 1...\n"
            "gc: objects in each generation: 2 0 0\n"
            "gc: objects in permanent generation: 0\n"
            "gc: collectable <Node %p>\n"
            "gc: done, 1 unreachable, 0 uncollectable, 0.0000s elapsed\n"
            "stop 1 1 0\n",
            (void *)ring);
    decref(ring);
    gc_collect(1);
    char *seconds = strstr(said, ", 0.0");
    cr_assert_not_null(seconds);
    memcpy(seconds, ", 0.0000", 8);
    cr_assert_str_eq(said, expected);
    gc_debug = 0;
    decref(keep);
}

static Object *garbage[10];
static int garbage_count;
static void note_garbage(Object *o) {
    garbage[garbage_count++] = newref(o);
}

Test(collector, saveall_keeps_the_garbage) {
    gc_hooks.garbage = note_garbage;
    gc_debug = GC_DEBUG_SAVEALL;
    decref(node_ring(3));
    cr_assert_eq(gc_collect(2), 3);
    cr_assert_eq(garbage_count, 3);
    cr_assert_eq(nodes_died, 0);
    gc_check();
    gc_debug = 0;
    for (int i = 0; i < 3; i++) decref(garbage[i]);
    cr_assert_eq(gc_collect(2), 3);
    cr_assert_eq(heap_blocks(), 0);
}

/* ---- walks ---- */

static int count_object(Object *o, void *count) {
    cr_assert_eq(o->type, (Type *)&node_type);
    ++*(int *)count;
    return 0;
}

static int stop_at_two(Object *o, void *arg) {
    return ((Node *)o)->id == 2;
}

Test(collector, walks) {
    Node *ring = node_ring(5);
    gc_collect(0);
    Node *young = node_new(9, NULL);
    int count = 0;
    gc_each(GC_ALL, count_object, &count);
    cr_assert_eq(count, 6);
    count = 0;
    gc_each(1, count_object, &count);
    cr_assert_eq(count, 5);
    cr_assert_eq(gc_each(GC_ALL, stop_at_two, NULL), 1);
    count = 0;
    ring->child[2] = newref(young);
    gc_traverse((Object *)ring, count_object, &count);
    cr_assert_eq(count, 2);
    decref(ring);
    decref(young);
    gc_shutdown();
    cr_assert_eq(heap_blocks(), 0);
    cr_assert_eq(arena_count(), 0);
}

Test(collector, static_objects_are_no_part_of_it) {
    static struct { Node node; } lone = {{.base = {IMMORTAL, (Type *)&node_type}}};
    cr_assert_not(gc_is_gc((Object *)&lone.node));
    Node *ring = node_ring(1);
    ring->child[1] = newref(&lone.node);
    decref(ring);
    cr_assert_eq(gc_collect(2), 1);
    cr_assert_eq(lone.node.base.refcount, IMMORTAL);
}
