/* The cycle collector: finds and frees what reference counts cannot.
 *
 * Every container has a GcHeader in front. Tracked objects are on one doubly linked list a generation. The collector
 * runs only at safe points of the evaluation loop (gc_track sets SAFEPOINT_GC when one is due), never inside an
 * allocation, so C code may hold half-built containers as long as they are untracked.
 */
#ifndef OURO_GC_COLLECTOR_H
#define OURO_GC_COLLECTOR_H

#include "gc/object.h"

#define GC_GENERATIONS 3

typedef struct GcHeader {
    struct GcHeader *next; /* NULL: not tracked */
    uintptr_t prev;        /* previous header; the low bits are flags, and during a collection a count */
} GcHeader;

enum { GC_FINALIZED = 1, GC_COLLECTING = 2, GC_UNREACHABLE = 4 }; /* low bits of prev (headers are 8-aligned) */

static inline GcHeader *gc_header(const void *o) { return (GcHeader *)o - 1; }
static inline Object *gc_object(GcHeader *h) { return (Object *)(h + 1); }
static inline bool gc_is_gc(const Object *o) { return type_memory(o)->flags & TYPE_GC; }
static inline bool gc_is_tracked(const void *o) { return gc_header(o)->next != NULL; }

typedef struct GcGeneration {
    GcHeader head;     /* ring */
    int64_t count;     /* young: allocations less deallocations; older: collections of the next younger one */
    int64_t threshold; /* 0: never */
    int64_t collections, collected, uncollectable;
} GcGeneration;

extern GcGeneration gc_generations[GC_GENERATIONS];
extern bool gc_enabled;

void gc_track(void *o);
void gc_untrack(void *o); /* harmless when not tracked */

static inline bool gc_is_finalized(const void *o) { return gc_header(o)->prev & GC_FINALIZED; }

#endif
