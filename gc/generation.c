/* The three generations, what is due when, and the walks over all tracked objects.
 *
 * A new object is young. One that survives a collection of its generation moves to the next older one. The young are
 * collected when more than gc_generations[0].threshold have come than gone; an older generation when the next younger
 * was collected more than `threshold` times. A collection of a generation takes all younger ones with it.
 *
 * A full collection looks at everything, so it must become rarer as the heap grows, or a program that only builds a
 * large structure takes quadratic time: it also waits until a quarter of what survived the last one has come new.
 */
#include "gc/alloc.h"
#include "gc/pool.h"
#include "gc/ring.h"
#include "gc/safepoint.h"

#include <stdio.h>
#include <stdlib.h>

#define EMPTY_RING(head) \
    { &(head), (uintptr_t) & (head) }

GcGeneration gc_generations[GC_GENERATIONS] = {
    {.head = EMPTY_RING(gc_generations[0].head), .threshold = 2000},
    {.head = EMPTY_RING(gc_generations[1].head), .threshold = 10},
    {.head = EMPTY_RING(gc_generations[2].head), .threshold = 10},
};
GcHeader gc_permanent = EMPTY_RING(gc_permanent);
int64_t gc_young_limit = 2000, gc_long_lived_total, gc_long_lived_pending;
bool gc_enabled = true, gc_collecting;
static bool stress;

static void set_limit(void) {
    int64_t threshold = gc_generations[0].threshold;
    gc_young_limit = !gc_enabled || gc_collecting ? INT64_MAX : stress ? -1 : threshold > 0 ? threshold : INT64_MAX;
    if (stress && gc_enabled) safepoint_request(SAFEPOINT_GC);
}

void gc_enable(void) {
    gc_enabled = true;
    set_limit();
}

void gc_disable(void) {
    gc_enabled = false;
    set_limit();
}

void gc_set_threshold(int generation, int64_t threshold) {
    gc_generations[generation].threshold = threshold;
    set_limit();
}

void gc_set_stress(bool on) {
    stress = on;
    set_limit();
}

__attribute__((noinline, cold)) void gc_due(void) {
    safepoint_request(SAFEPOINT_GC);
}

static bool is_due(int generation) {
    const GcGeneration *g = &gc_generations[generation];
    if (g->count <= g->threshold) return false;
    return generation < GC_GENERATIONS - 1 || gc_long_lived_pending >= gc_long_lived_total / 4;
}

void gc_run_pending(void) {
    safepoint_done(SAFEPOINT_GC);
    if (!gc_enabled || gc_collecting) return;
    int generation = GC_GENERATIONS - 1;
    while (!stress && generation >= 0 && !is_due(generation)) generation--;
    if (generation >= 0) gc_collect(generation);
    if (stress) safepoint_request(SAFEPOINT_GC);
}

void gc_begin(void) {
    gc_collecting = true;
    set_limit();
}

void gc_end(void) {
    gc_collecting = false;
    set_limit();
}

/* ---- freezing ---- */

void gc_freeze(void) {
    for (int i = 0; i < GC_GENERATIONS; i++) {
        ring_merge(&gc_generations[i].head, &gc_permanent);
        gc_generations[i].count = 0;
    }
}

void gc_unfreeze(void) {
    ring_merge(&gc_permanent, &gc_generations[GC_GENERATIONS - 1].head);
}

/* ---- walks ---- */

static GcHeader *ring_of(int generation) {
    return generation == GC_PERMANENT ? &gc_permanent : &gc_generations[generation].head;
}

int64_t gc_size(int generation) {
    return ring_size(ring_of(generation));
}

int gc_each(int generation, Visit visit, void *arg) {
    int first = generation == GC_ALL ? 0 : generation, last = generation == GC_ALL ? GC_GENERATIONS - 1 : generation;
    for (int i = first; i <= last; i++) {
        GcHeader *ring = ring_of(i);
        for (GcHeader *h = ring->next; h != ring; h = h->next) {
            int result = visit(gc_object(h), arg);
            if (result) return result;
        }
    }
    return 0;
}

static void check_header(const GcHeader *h) {
    const Object *o = (const Object *)(h + 1);
    const char *wrong = gc_previous(h->next) != h                    ? "is not linked back"
                        : h->prev & (GC_COLLECTING | GC_UNREACHABLE) ? "has flags of a collection"
                        : o->refcount <= 0                           ? "is dead"
                        : !gc_is_gc(o)                               ? "is not of a GC type"
                        : !type_memory(o)->traverse                  ? "has a type without traverse"
                                                                     : NULL;
    if (!wrong) return;
    fprintf(stderr, "gc: tracked object %p %s\n", (const void *)o, wrong);
    abort();
}

void gc_check(void) {
    for (int i = 0; i <= GC_PERMANENT; i++) {
        GcHeader *ring = ring_of(i);
        for (GcHeader *h = ring->next; h != ring; h = h->next) check_header(h);
    }
}

void gc_shutdown(void) {
    gc_disable();
    gc_unfreeze();
    while (gc_collect(GC_GENERATIONS - 1) > 0) {
    }
    heap_shutdown();
}
