/* What a full collection would find out now, without one: its first three passes (gc/collector.c) on copies.
 *
 *      outside     the reference count, less the references from other tracked objects
 *      reachable   outside > 0, or referred to by something reachable
 *
 * Nothing is changed: no finalizer runs, no weak reference is emptied.
 */
#include <stdlib.h>

#include "stdlib/heap_walk.h"

typedef struct Candidate {
    Object *object; /* owned while the list is made */
    int64_t count, outside;
    bool reachable;
} Candidate;

typedef struct Candidates {
    Candidate *items;
    size_t count, room;
    uint32_t *stack; /* reachable ones whose children are to be visited */
    size_t depth;
    TraceTable numbers; /* block -> number */
} Candidates;

static int add_candidate(Object *o, void *arg) {
    Candidates *c = arg;
    if (c->count == c->room) return -1;
    if (!trace_table_put(&c->numbers, o, 1, c->count)) return -1;
    c->items[c->count++] = (Candidate){o, o->refcount, o->refcount, false};
    return 0;
}

static Candidate *find(Candidates *c, const Object *o) {
    Trace found;
    return trace_table_get(&c->numbers, o, &found) ? &c->items[found.data] : NULL;
}

static int subtract(Object *child, void *arg) {
    Candidate *c = find(arg, child);
    if (c) c->outside--;
    return 0;
}

static int reach(Object *child, void *arg) {
    Candidates *all = arg;
    Candidate *c = find(all, child);
    if (!c || c->reachable) return 0;
    c->reachable = true;
    all->stack[all->depth++] = (uint32_t)(c - all->items);
    return 0;
}

static bool find_candidates(Candidates *c) {
    *c = (Candidates){.room = (size_t)gc_size(0) + (size_t)gc_size(1) + (size_t)gc_size(2)};
    c->items = calloc(c->room + 1, sizeof *c->items);
    c->stack = calloc(c->room + 1, sizeof *c->stack);
    if (!c->items || !c->stack || gc_each(GC_ALL, add_candidate, c) < 0) return false;
    for (size_t i = 0; i < c->count; i++) gc_traverse(c->items[i].object, subtract, c);
    for (size_t i = 0; i < c->count; i++)
        if (c->items[i].outside > 0) reach(c->items[i].object, c);
    while (c->depth) gc_traverse(c->items[c->stack[--c->depth]].object, reach, c);
    return true;
}

static Object *candidate_row(const Candidate *c) {
    Object *numbers = heap_numbers(3, (int64_t[]){c->count, c->outside, c->reachable});
    Object *row = numbers ? tuple_pack(2, c->object, numbers) : NULL;
    xdecref(numbers);
    return row;
}

/* [(object, (count, from outside, reachable)), ...], the oldest generation last. */
Object *heap_candidates(Object *self, Object **args, ptrdiff_t nargs) {
    Candidates c;
    bool found = find_candidates(&c);
    Object *list = NULL;
    if (found) {
        for (size_t i = 0; i < c.count; i++) incref(c.items[i].object);
        list = list_new(0);
        for (size_t i = 0; i < c.count; i++) {
            Object *row = list ? candidate_row(&c.items[i]) : NULL;
            decref(c.items[i].object);
            if (list && (!row || list_append_steal(list, row) < 0)) clear_ref(&list);
        }
    } else {
        raise_memory();
    }
    free(c.items);
    free(c.stack);
    trace_table_clear(&c.numbers);
    return list;
}
