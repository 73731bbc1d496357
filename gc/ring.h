/* Rings of GC headers, for the collector's own use. The head is a header that belongs to no object. */
#ifndef OURO_GC_RING_H
#define OURO_GC_RING_H

#include "gc/collector.h"

static inline void ring_init(GcHeader *ring) {
    *ring = (GcHeader){ring, (uintptr_t)ring};
}
static inline bool ring_empty(const GcHeader *ring) {
    return ring->next == ring;
}

static inline void header_set_previous(GcHeader *h, GcHeader *previous) {
    h->prev = (uintptr_t)previous | (h->prev & GC_FLAGS);
}

static inline void ring_append(GcHeader *ring, GcHeader *h) {
    GcHeader *last = gc_previous(ring);
    last->next = h;
    header_set_previous(h, last);
    h->next = ring;
    ring->prev = (uintptr_t)h;
}

static inline void ring_move(GcHeader *h, GcHeader *to) {
    GcHeader *previous = gc_previous(h);
    previous->next = h->next;
    header_set_previous(h->next, previous);
    ring_append(to, h);
}

/* Everything in `from` goes to the end of `to`. */
static inline void ring_merge(GcHeader *from, GcHeader *to) {
    if (ring_empty(from)) return;
    GcHeader *first = from->next, *last = gc_previous(from), *end = gc_previous(to);
    end->next = first;
    header_set_previous(first, end);
    last->next = to;
    to->prev = (uintptr_t)last;
    ring_init(from);
}

static inline int64_t ring_size(const GcHeader *ring) {
    int64_t n = 0;
    for (const GcHeader *h = ring->next; h != ring; h = h->next) n++;
    return n;
}

/* generation.c, for the collector */
void gc_begin(void); /* no collection may start until gc_end */
void gc_end(void);
extern GcHeader gc_permanent;
extern int64_t gc_long_lived_total;   /* objects that survived the last full collection */
extern int64_t gc_long_lived_pending; /* that came to the oldest generation since */

#endif
