/* The cycle collector: finds and frees what reference counts cannot.
 *
 * Every container has a GcHeader in front. Tracked objects are on one doubly linked ring a generation. The collector
 * runs only at safe points of the evaluation loop (gc_track sets SAFEPOINT_GC when one is due) and when it is asked to,
 * never inside an allocation, so C code may hold half-built containers as long as they are untracked.
 *
 * An object whose count is near IMMORTAL is static and has no header, whatever its type says.
 */
#ifndef OURO_GC_COLLECTOR_H
#define OURO_GC_COLLECTOR_H

#include "gc/object.h"

#define GC_GENERATIONS 3

typedef struct GcHeader {
    struct GcHeader *next; /* NULL: not tracked */
    uintptr_t prev;        /* previous header; the low bits are flags, and during a collection a count */
} GcHeader;

enum {
    GC_FINALIZED = 1,   /* its finalizer has run */
    GC_COLLECTING = 2,  /* in the generation being collected, and not known to be reachable */
    GC_UNREACHABLE = 4, /* found unreachable so far */
    GC_FLAGS = 7,       /* low bits of prev (headers are 8-aligned) */
};

static inline GcHeader *gc_header(const void *o) {
    return (GcHeader *)o - 1;
}
static inline Object *gc_object(GcHeader *h) {
    return (Object *)(h + 1);
}
static inline GcHeader *gc_previous(const GcHeader *h) {
    return (GcHeader *)(h->prev & ~(uintptr_t)GC_FLAGS);
}
static inline bool gc_is_gc(const Object *o) {
    return type_memory(o)->flags & TYPE_GC && o->refcount < IMMORTAL / 2;
}
/* Of an object with a header. */
static inline bool gc_is_tracked(const void *o) {
    return gc_header(o)->next != NULL;
}
static inline bool gc_is_finalized(const void *o) {
    return gc_header(o)->prev & GC_FINALIZED;
}
static inline void gc_set_finalized(void *o) {
    gc_header(o)->prev |= GC_FINALIZED;
}

typedef struct GcGeneration {
    GcHeader head; /* ring */
    /* Young: tracked less untracked since the last collection. Older: collections of the next younger. */
    int64_t count;
    int64_t threshold; /* young: 0 means never */
    int64_t collections, collected, uncollectable;
} GcGeneration;

extern GcGeneration gc_generations[GC_GENERATIONS];
extern int64_t gc_young_limit; /* the young threshold, or out of reach while the collector is off */

void gc_due(void);

static inline void gc_track(void *o) {
    GcHeader *h = gc_header(o), *ring = &gc_generations[0].head, *last = gc_previous(ring);
    assert(!h->next);
    h->next = ring;
    h->prev = (uintptr_t)last | (h->prev & GC_FINALIZED);
    last->next = h;
    ring->prev = (uintptr_t)h;
    if (unlikely(++gc_generations[0].count > gc_young_limit)) gc_due();
}

/* Of an object that has just been made: nobody has written to its header. */
static inline void gc_track_new(void *o) {
    gc_header(o)->next = NULL;
    gc_header(o)->prev = 0;
    gc_track(o);
}

/* Harmless when not tracked. */
static inline void gc_untrack(void *o) {
    GcHeader *h = gc_header(o), *next = h->next;
    if (!next) return;
    GcHeader *previous = gc_previous(h);
    previous->next = next;
    next->prev = (uintptr_t)previous | (next->prev & GC_FLAGS);
    h->next = NULL;
    h->prev &= GC_FINALIZED;
    if (gc_generations[0].count > 0) gc_generations[0].count--;
}

/* ---- collecting: collector.c ---- */

int64_t gc_collect(int generation); /* with all younger ones; number of unreachable objects; 0 inside a collection */
void gc_run_pending(void);          /* at a safe point: the collection that is due */
/* Visits what o owns a reference to, the class of an instance included. Any object; but of those that cannot be part
 * of a cycle, and of static ones, only gc_traverse_all tells what they own. */
int gc_traverse(Object *o, Visit visit, void *arg);
int gc_traverse_all(Object *o, Visit visit, void *arg);

enum { GC_DEBUG_STATS = 1, GC_DEBUG_COLLECTABLE = 2, GC_DEBUG_UNCOLLECTABLE = 4, GC_DEBUG_SAVEALL = 32 };
extern int gc_debug;

/* What the collector needs from above; any may be NULL. None of them may leave an exception pending. */
typedef struct GcHooks {
    /* `o` is garbage, and a weak reference (TYPE_WEAKREF) or has a list of them at its type's weaklist_offset. As a
     * reference, it forgets its target. Weak references to it are emptied; each that has a callback is given to `keep`
     * (which may take a reference) and is not called back now. */
    void (*weakrefs_clear)(Object *o, void (*keep)(Object *ref));
    void (*weakref_call)(Object *ref); /* calls ref's callback with ref */
    void (*phase)(const char *phase, int generation, int64_t collected, int64_t uncollectable); /* gc.callbacks */
    void (*garbage)(Object *o);      /* appends to gc.garbage */
    void (*write)(const char *text); /* a debugging line; NULL: stderr */
} GcHooks;
extern GcHooks gc_hooks;

/* ---- the generations: generation.c ---- */

extern bool gc_enabled; /* read only; set by the next two */
void gc_enable(void);
void gc_disable(void);
void gc_set_threshold(int generation, int64_t threshold);
void gc_set_stress(bool on);
extern bool gc_collecting; /* a collection is running */

void gc_freeze(void);   /* all tracked objects become permanent: never looked at again */
void gc_unfreeze(void); /* permanent objects join the oldest generation */

enum { GC_PERMANENT = GC_GENERATIONS, GC_ALL = -1 }; /* GC_ALL: the three generations */
int64_t gc_size(int generation);
/* Visits every tracked object; a result other than 0 ends the walk. `visit` may not free objects nor run user code. */
int gc_each(int generation, Visit visit, void *arg);
void gc_check(void); /* the rings are sound; aborts if not */

/* The end: collects until nothing is found, drains the free lists, returns the arenas. */
void gc_shutdown(void);

#endif
