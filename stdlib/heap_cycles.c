/* A full collection that can be watched.
 *
 * Its first three passes (gc/collector.c) are done on copies, which changes nothing: what it would find out now.
 *
 *      outside     the reference count, less the references from other tracked objects
 *      reachable   outside > 0, or referred to by something reachable
 *
 * And the collection itself, with a tracer that tells which of some objects have died in it.
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
    bool finalizer = type_memory(c->object)->finalize && !gc_is_finalized(c->object);
    Object *numbers = heap_numbers(4, (int64_t[]){c->count, c->outside, c->reachable, finalizer});
    Object *row = numbers ? tuple_pack(2, c->object, numbers) : NULL;
    xdecref(numbers);
    return row;
}

/* [(object, (count, from outside, reachable, has a finalizer to run)), ...], the oldest generation last. */
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

/* ---- the collection ---- */

static struct {
    TraceTable numbers; /* block -> its number among those that are watched */
    bool *died;
} watched;

static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    return block;
}

static void died(Tracer *self, void *block) {
    Trace found;
    if (trace_table_remove(&watched.numbers, block, &found)) watched.died[found.data] = true;
}

/* A block that moves would be lost from sight; objects of cycles do not. */
static Tracer tracer = {.born = born, .died = died};

static bool watch(Object *addresses) {
    ptrdiff_t n = list_length(addresses);
    watched.died = calloc((size_t)n + 1, sizeof *watched.died);
    if (!watched.died) return raise_memory();
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *o = (Object *)(uintptr_t)int_as_u64(list_item(addresses, i));
        void *block = (char *)o - type_memory(o)->presize;
        if (!trace_table_put(&watched.numbers, block, 1, (uintptr_t)i)) return raise_memory();
    }
    return true;
}

static int64_t bytes_in_use(int64_t *blocks) {
    HeapStats s;
    heap_stats(&s);
    *blocks = (int64_t)(heap_blocks() - s.cached_blocks);
    return (int64_t)(s.used_bytes - s.cached_bytes + s.large_bytes);
}

/* A full collection. `addresses` are those of objects that are garbage now. Returns ((number of unreachable ones,
 * blocks and bytes that are less in use), [did it die?, ...]). */
Object *heap_collect(Object *self, Object **args, ptrdiff_t nargs) {
    Object *addresses = args[0], *fates = NULL, *numbers = NULL;
    if (!list_check(addresses)) return raise_error(&exc_TypeError, "a list of addresses is wanted");
    if (watch(addresses)) {
        int64_t blocks, blocks_left, bytes = bytes_in_use(&blocks);
        trace_add(&tracer);
        int64_t unreachable = gc_collect(GC_GENERATIONS - 1);
        trace_remove(&tracer);
        bytes -= bytes_in_use(&blocks_left);
        numbers = heap_numbers(3, (int64_t[]){unreachable, blocks - blocks_left, bytes});
        fates = list_new(0);
        for (ptrdiff_t i = 0; fates && i < list_length(addresses); i++)
            if (list_append_steal(fates, new_bool(watched.died[i])) < 0) clear_ref(&fates);
    }
    trace_table_clear(&watched.numbers);
    free(watched.died);
    watched.died = NULL;
    Object *result = numbers && fates ? tuple_pack(2, numbers, fates) : NULL;
    xdecref(numbers);
    xdecref(fates);
    return result;
}
