/* A container type for the tests of gc/, made of what gc/ knows of types and nothing else: nodes that refer to other
 * nodes. Deaths and finalizers are counted, and a finalizer can be told what to do. */
#ifndef OURO_TEST_NODE_H
#define OURO_TEST_NODE_H

#include "gc/alloc.h"
#include "gc/collector.h"
#include "gc/heap.h"

enum { NODE_CHILDREN = 4 };

typedef struct Node {
    Object base;
    Object *child[NODE_CHILDREN];
    int id;
} Node;

static int nodes_died, nodes_finalized;
static void (*node_finalizer)(Node *n); /* what mem.finalize does besides counting */

static int node_traverse(Object *o, Visit visit, void *arg) {
    for (int i = 0; i < NODE_CHILDREN; i++) {
        int result = visit_ref(((Node *)o)->child[i], visit, arg);
        if (result) return result;
    }
    return 0;
}

static void node_clear(Object *o) {
    for (int i = 0; i < NODE_CHILDREN; i++) clear_ref(&((Node *)o)->child[i]);
}

static void node_dealloc(Object *o) {
    if (object_finalize(o)) return;
    gc_untrack(o);
    nodes_died++;
    node_clear(o);
    object_free(o);
}

static void node_finalize(Object *o) {
    nodes_finalized++;
    if (node_finalizer) node_finalizer((Node *)o);
}

static TypeHead node_type = {
    .base = {IMMORTAL, NULL},
    .mem = {.name = "Node",
            .flags = TYPE_GC,
            .size = sizeof(Node),
            .presize = sizeof(GcHeader),
            .dealloc = node_dealloc,
            .traverse = node_traverse,
            .clear = node_clear,
            .finalize = node_finalize},
};

/* A new tracked node that takes over `first` (may be NULL). */
static inline Node *node_new(int id, Node *first) {
    Node *n = (Node *)object_new((Type *)&node_type);
    n->id = id;
    n->child[0] = (Object *)first;
    gc_track(n);
    return n;
}

/* `count` nodes in a ring of references; the caller owns one reference to the first. */
static inline Node *node_ring(int count) {
    Node *first = node_new(0, NULL), *last = first;
    for (int i = 1; i < count; i++) {
        Node *n = node_new(i, NULL);
        last->child[0] = (Object *)n;
        last = n;
    }
    last->child[0] = newref(first);
    return first;
}

#endif
