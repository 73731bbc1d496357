/* What happens when a reference count reaches 0.
 *
 * The type's dealloc releases the fields, which may bring other objects to 0, and so on: as deep as the structure is.
 * So that a list nested a million deep does not need as deep a C stack, at DEPTH_MAX levels objects are put aside, and
 * the outermost call takes them up when the stack is empty again. An object that waits is dead already: it is
 * untracked, and its count is negative. That count is the list, the address of the next one with the sign turned:
 *
 *      waiting -> [-next | type | fields ...] -> [-next | type ...] -> [-1: the last]
 *
 * Only GC objects are counted as levels, since a chain that is deep goes through containers.
 */
#include "gc/collector.h"
#include "gc/pool.h"

enum { DEPTH_MAX = 100, LAST = -1 };

static int depth;
static Object *waiting;

#ifdef OURO_DEBUG
intptr_t refcount_total;
void (*refcount_listener)(intptr_t n);
#endif

static __attribute__((noinline)) void put_aside(Object *o) {
    gc_untrack(o);
    o->refcount = waiting ? -(intptr_t)waiting : LAST;
    waiting = o;
}

static __attribute__((noinline)) void release_waiting(void) {
    while (waiting) {
        Object *o = waiting;
        waiting = o->refcount == LAST ? NULL : (Object *)-o->refcount;
        o->refcount = 0;
        depth++;
        type_memory(o)->dealloc(o);
        depth--;
    }
}

void object_dealloc(Object *o) {
    TypeMemory *m = type_memory(o);
    if (!(m->flags & TYPE_GC)) {
        m->dealloc(o);
        return;
    }
    if (unlikely(depth >= DEPTH_MAX)) {
        put_aside(o);
        return;
    }
    depth++;
    m->dealloc(o);
    if (--depth == 0 && unlikely(waiting != NULL)) release_waiting();
}

/* While its finalizer runs the object is alive: it has one reference, ours. */
bool object_finalize(Object *o) {
    TypeMemory *m = type_memory(o);
    if (!m->finalize) return false;
    bool is_gc = m->flags & TYPE_GC;
    if (is_gc) {
        if (gc_is_finalized(o)) return false;
        gc_set_finalized(o);
    }
    assert(o->refcount == 0);
    o->refcount = 1;
    m->finalize(o);
    if (--o->refcount == 0) return false;
    if (is_gc && !gc_is_tracked(o)) gc_track(o);
    return true;
}

/* Debug builds keep the exact sum, static objects included. In others no list of all objects exists: what can be
 * summed is the tracked ones and the types they refer to. Once no block is in use there can be no reference left. */
#ifdef OURO_DEBUG
intptr_t refcount_sum(void) {
    return refcount_total;
}
#else
static int add_count(Object *o, void *sum) {
    *(intptr_t *)sum += o->refcount;
    return 0;
}

intptr_t refcount_sum(void) {
    intptr_t sum = 0;
    gc_each(GC_ALL, add_count, &sum);
    gc_each(GC_PERMANENT, add_count, &sum);
    return sum;
}
#endif
