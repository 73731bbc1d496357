/* One collection, in passes. Given are the objects of a generation and all younger ones, on one ring.
 *
 *      1. copy_count           a copy of each reference count goes into the header
 *      2. subtract_internal    each reference from one of these objects to another is taken off the copy; what remains
 *                              is the number of references from outside: variables, older objects, C code
 *      3. move_unreachable     what has references from outside is reachable, and so is what it refers to, and so on;
 *                              the rest goes to a ring of its own
 *      4. clear_weakrefs       weak references to the garbage are emptied; callbacks of those that live are called
 *      5. finalize             each finalizer runs, once in the life of an object. All garbage is intact then
 *      6. take_back            finalizers may have made some of it reachable again: passes 1 to 3 on the garbage say
 *                              what. That returns to the living, with everything that it refers to. Not needed when
 *                              4 and 5 called nothing
 *      7. delete               every remaining object drops its references, which breaks the cycles; counts do the rest
 *
 * The copy of the count shares a word with the link to the previous object, so between passes 1 and 3 the ring is
 * linked in one direction only. No user code runs then. In passes 4 to 7 it does: objects may be freed, tracked and
 * untracked meanwhile, so these passes always take the first object of a ring and move it on before they touch it.
 *
 * Flags in the low bits of `prev`, outside of collections 0 but for GC_FINALIZED:
 *      from 1 on       GC_COLLECTING: the object takes part
 *      in 3            cleared again for what is reachable; GC_UNREACHABLE: moved to the garbage, may still be found
 *      in 4 to 7       both are set in exactly the garbage
 */
#include "gc/alloc.h"
#include "gc/pool.h"
#include "gc/ring.h"
#include "gc/system.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { COUNT_SHIFT = 3 };

int gc_debug;
GcHooks gc_hooks;

static uintptr_t outside_count(const GcHeader *h) {
    return h->prev >> COUNT_SHIFT;
}

static int visit_class(Object *o, Visit visit, void *arg) {
    return type_memory(o)->flags & TYPE_HEAP ? visit((Object *)o->type, arg) : 0;
}

int gc_traverse_all(Object *o, Visit visit, void *arg) {
    int result = visit_class(o, visit, arg);
    TypeMemory *m = type_memory(o);
    return result || !m->traverse ? result : m->traverse(o, visit, arg);
}

int gc_traverse(Object *o, Visit visit, void *arg) {
    return gc_is_gc(o) ? gc_traverse_all(o, visit, arg) : visit_class(o, visit, arg);
}

/* For objects on a ring: they are GC objects. Their class comes by itself, because it is nearly always the one that was
 * looked at last. Inlined, so that `visit` is, too: there is a call for each reference otherwise. */
static inline __attribute__((always_inline)) void traverse(GcHeader *h, Visit visit_type, Visit visit, void *arg) {
    Object *o = gc_object(h);
    TypeMemory *m = type_memory(o);
    if (m->flags & TYPE_HEAP) visit_type((Object *)o->type, arg);
    RefSpan s = m->span ? m->span(o) : (RefSpan){NULL};
    if (s.first)
        visit_span(s, visit, arg);
    else
        m->traverse(o, visit, arg);
}

/* ---- 1 to 3: what is unreachable ---- */

static inline void copy_count(GcHeader *h) {
    uintptr_t count = (uintptr_t)gc_object(h)->refcount;
    h->prev = count << COUNT_SHIFT | (h->prev & GC_FINALIZED) | GC_COLLECTING;
}

/* The objects are scattered in memory, and waiting for them is most of the work of the first two passes: an object that
 * is still in the cache when its generation is collected is rather the exception. So copies are made from both ends of
 * the ring, which makes two waits at a time; and a visit only asks for the child's header to be fetched and leaves the
 * child in a queue: it is dealt with some visits later. */
enum { BEHIND = 16 };

typedef struct Subtraction {
    Object *queue[BEHIND];
    unsigned next;
    bool everything; /* every tracked object is on the ring: then copies are made here, when they are needed first */
} Subtraction;

static void copy_counts(GcHeader *ring) {
    if (ring_empty(ring)) return;
    for (GcHeader *front = ring->next, *back = gc_previous(ring);;) {
        copy_count(front);
        if (front == back) break;
        front = front->next;
        GcHeader *previous = gc_previous(back);
        copy_count(back);
        if (front == back) break;
        back = previous;
    }
}

/* A wrong traverse. In a release build the count wraps round and its object is taken for a reachable one. */
#ifdef OURO_DEBUG
static __attribute__((noreturn, cold)) void visited_too_often(Object *o) {
    fprintf(stderr, "gc: more references to %s object %p are visited than the %lld that it has\n", type_memory(o)->name,
            (void *)o, (long long)o->refcount);
    abort();
}
#else
static inline void visited_too_often(Object *o) {
    (void)o;
}
#endif

static inline void subtract_one(const Subtraction *s, Object *child) {
    if (!gc_is_gc(child)) return;
    GcHeader *h = gc_header(child);
    if (!(h->prev & GC_COLLECTING)) {
        if (!s->everything || !h->next) return;
        copy_count(h);
    }
    if (unlikely(outside_count(h) == 0)) visited_too_often(child);
    h->prev -= (uintptr_t)1 << COUNT_SHIFT;
}

static int visit_internal_now(Object *child, void *arg) {
    subtract_one(arg, child);
    return 0;
}

static int visit_internal(Object *child, void *arg) {
    Subtraction *s = arg;
    __builtin_prefetch(gc_header(child), 1);
    Object **place = &s->queue[s->next++ % BEHIND];
    if (*place) subtract_one(s, *place);
    *place = child;
    return 0;
}

static void subtract_internal(GcHeader *ring, bool everything) {
    Subtraction s = {.everything = everything};
    for (GcHeader *h = ring->next; h != ring; h = h->next) {
        if (!(h->prev & GC_COLLECTING)) copy_count(h);
        traverse(h, visit_internal_now, visit_internal, &s);
    }
    for (int i = 0; i < BEHIND; i++)
        if (s.queue[i]) subtract_one(&s, s.queue[i]);
}

static bool has_to_do_with_weakrefs(Object *o) {
    const TypeMemory *m = type_memory(o);
    return m->flags & TYPE_WEAKREF || (m->weaklist_offset && *(void **)((char *)o + m->weaklist_offset));
}

static bool has_finalizer_to_run(GcHeader *h) {
    return type_memory(gc_object(h))->finalize && !(h->prev & GC_FINALIZED);
}

/* What pass 3 makes of a ring. Garbage that weak references or finalizers have to do with is kept apart, so that passes
 * 4 and 5 need not look at all of it. */
typedef struct Split {
    GcHeader *ring; /* what is reachable stays in it */
    GcHeader noted, garbage;
    int64_t reachable, unreachable; /* objects */
} Split;

/* The child of something reachable. If its turn is still to come, it gets a count so that it will be found reachable;
 * if it had its turn and was moved away, it goes to the end of the ring, to have another one. */
static __attribute__((noinline)) void reach(GcHeader *h, Split *s) {
    if (h->prev & GC_UNREACHABLE) {
        GcHeader *previous = gc_previous(h);
        previous->next = h->next;
        header_set_previous(h->next, previous);
        GcHeader *last = gc_previous(s->ring);
        last->next = h;
        h->next = s->ring;
        s->ring->prev = (uintptr_t)h;
        s->unreachable--;
    }
    h->prev = (uintptr_t)1 << COUNT_SHIFT | (h->prev & GC_FINALIZED) | GC_COLLECTING;
}

static inline int visit_reachable(Object *child, void *arg) {
    if (!gc_is_gc(child)) return 0;
    GcHeader *h = gc_header(child);
    if (!(h->prev & GC_COLLECTING)) return 0;
    if (h->prev & GC_UNREACHABLE || outside_count(h) == 0) reach(h, arg);
    return 0;
}

/* What stays in the ring is linked in both directions again. */
static void move_unreachable(Split *s) {
    GcHeader *previous = s->ring;
    for (GcHeader *h = s->ring->next; h != s->ring; h = previous->next) {
        if (outside_count(h) > 0) {
            traverse(h, visit_reachable, visit_reachable, s);
            h->prev = (uintptr_t)previous | (h->prev & GC_FINALIZED);
            previous = h;
            s->reachable++;
        } else {
            previous->next = h->next;
            h->prev = (h->prev & GC_FINALIZED) | GC_COLLECTING | GC_UNREACHABLE;
            bool noted = has_to_do_with_weakrefs(gc_object(h)) || has_finalizer_to_run(h);
            ring_append(noted ? &s->noted : &s->garbage, h);
            s->unreachable++;
        }
    }
    s->ring->prev = (uintptr_t)previous;
}

/* Passes 1 to 3. An object that has no copy yet looks like one that is not on the ring; so the copies have to be made
 * in a pass of their own, unless all tracked objects are on the ring (`everything`). */
static void split(Split *s, GcHeader *ring, bool everything) {
    s->ring = ring;
    ring_init(&s->noted);
    ring_init(&s->garbage);
    s->reachable = s->unreachable = 0;
    if (!everything) copy_counts(ring);
    subtract_internal(ring, everything);
    move_unreachable(s);
}

/* ---- 4: weak references ---- */

/* Living references to garbage, owned, that have a callback to be called. */
static struct {
    Object **refs;
    size_t count, capacity;
} callbacks;

static bool is_garbage(const Object *o) {
    return gc_is_gc(o) && gc_header(o)->prev & GC_UNREACHABLE;
}

/* Without memory for the list, the callback is lost: there is nobody who could be told. */
static void keep_callback(Object *ref) {
    if (is_garbage(ref)) return;
    if (callbacks.count == callbacks.capacity) {
        size_t capacity = callbacks.capacity ? callbacks.capacity * 2 : 16;
        Object **refs = realloc(callbacks.refs, capacity * sizeof *refs);
        if (!refs) return;
        callbacks.refs = refs;
        callbacks.capacity = capacity;
    }
    callbacks.refs[callbacks.count++] = newref(ref);
}

static void keep_nothing(Object *ref) {
    (void)ref;
}

static void empty_weakrefs(GcHeader *garbage, void (*keep)(Object *ref)) {
    if (!gc_hooks.weakrefs_clear) return;
    for (GcHeader *h = garbage->next; h != garbage; h = h->next)
        if (unlikely(has_to_do_with_weakrefs(gc_object(h)))) gc_hooks.weakrefs_clear(gc_object(h), keep);
}

/* Was a callback called? */
static bool clear_weakrefs(GcHeader *garbage) {
    empty_weakrefs(garbage, keep_callback);
    bool called = callbacks.count > 0;
    for (size_t i = 0; i < callbacks.count; i++) {
        if (gc_hooks.weakref_call) gc_hooks.weakref_call(callbacks.refs[i]);
        decref(callbacks.refs[i]);
    }
    free(callbacks.refs);
    callbacks.refs = NULL;
    callbacks.count = callbacks.capacity = 0;
    return called;
}

/* ---- 5 and 6: finalizers ---- */

/* Was a finalizer called? */
static bool finalize(GcHeader *garbage) {
    bool called = false;
    GcHeader done;
    ring_init(&done);
    while (!ring_empty(garbage)) {
        GcHeader *h = garbage->next;
        Object *o = gc_object(h);
        ring_move(h, &done);
        if (!has_finalizer_to_run(h)) continue;
        gc_set_finalized(o);
        incref(o);
        type_memory(o)->finalize(o);
        decref(o);
        called = true;
    }
    ring_merge(&done, garbage);
    return called;
}

static void take_back(Split *s, GcHeader *old) {
    GcHeader all;
    ring_init(&all);
    ring_merge(&s->noted, &all);
    ring_merge(&s->garbage, &all);
    split(s, &all, false);
    ring_merge(&all, old);
}

/* ---- 7: the end ---- */

static void delete (GcHeader *garbage, GcHeader *old) {
    while (!ring_empty(garbage)) {
        GcHeader *h = garbage->next;
        Object *o = gc_object(h);
        if (gc_debug & GC_DEBUG_SAVEALL) {
            if (gc_hooks.garbage) gc_hooks.garbage(o);
        } else if (type_memory(o)->clear) {
            incref(o);
            type_memory(o)->clear(o);
            decref(o);
        }
        if (garbage->next != h) continue;
        h->prev &= ~(uintptr_t)(GC_COLLECTING | GC_UNREACHABLE);
        ring_move(h, old); /* saved, or another one of its cycle must break it */
    }
}

/* ---- reports ---- */

static __attribute__((format(printf, 1, 2))) void say(const char *format, ...) {
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (gc_hooks.write)
        gc_hooks.write(text);
    else
        fputs(text, stderr);
}

static void say_sizes(int generation) {
    say("gc: collecting generation %d...\n", generation);
    say("gc: objects in each generation: %lld %lld %lld\n", (long long)gc_size(0), (long long)gc_size(1),
        (long long)gc_size(2));
    say("gc: objects in permanent generation: %lld\n", (long long)gc_size(GC_PERMANENT));
}

static void say_collectable(const GcHeader *garbage) {
    for (GcHeader *h = garbage->next; h != garbage; h = h->next)
        say("gc: collectable <%.400s %p>\n", type_memory(gc_object(h))->name, (void *)gc_object(h));
}

static void say_garbage(const Split *s) {
    say_collectable(&s->noted);
    say_collectable(&s->garbage);
}

/* ---- all together ---- */

/* Survivors go to the next older generation; the oldest keeps its own. */
static GcHeader *promote(int generation, int64_t survivors) {
    GcHeader *ring = &gc_generations[generation].head;
    if (generation == GC_GENERATIONS - 1) {
        gc_long_lived_pending = 0;
        gc_long_lived_total = survivors;
        return ring;
    }
    GcHeader *old = &gc_generations[generation + 1].head;
    if (generation == GC_GENERATIONS - 2) gc_long_lived_pending += survivors;
    ring_merge(ring, old);
    return old;
}

static int64_t collect(int generation) {
    if (generation + 1 < GC_GENERATIONS) gc_generations[generation + 1].count++;
    for (int i = 0; i <= generation; i++) gc_generations[i].count = 0;
    for (int i = 0; i < generation; i++) ring_merge(&gc_generations[i].head, &gc_generations[generation].head);

    Split s;
    bool everything = generation == GC_GENERATIONS - 1 && ring_empty(&gc_permanent);
    split(&s, &gc_generations[generation].head, everything);
    GcHeader *old = promote(generation, s.reachable);
    if (gc_debug & GC_DEBUG_COLLECTABLE) say_garbage(&s);
    bool code_ran = gc_debug != 0; /* writing may run some, too */
    code_ran |= clear_weakrefs(&s.noted);
    code_ran |= finalize(&s.noted);
    if (code_ran) {
        take_back(&s, old);
        empty_weakrefs(&s.noted, keep_nothing); /* those that finalizers made */
    }
    delete (&s.noted, old);
    delete (&s.garbage, old);
    if (generation == GC_GENERATIONS - 1) heap_trim();
    return s.unreachable;
}

static void check(void) {
    if (heap_check_level >= 1) gc_check();
    if (heap_check_level >= 3) heap_check();
}

int64_t gc_collect(int generation) {
    if (gc_collecting) return 0;
    gc_begin();
    check();
    if (gc_hooks.phase) gc_hooks.phase("start", generation, 0, 0);
    double start = 0;
    if (gc_debug & GC_DEBUG_STATS) {
        say_sizes(generation);
        start = system_seconds();
    }
    int64_t unreachable = collect(generation);
    if (gc_debug & GC_DEBUG_STATS)
        say("gc: done, %lld unreachable, 0 uncollectable, %.4fs elapsed\n", (long long)unreachable,
            system_seconds() - start);
    gc_generations[generation].collections++;
    gc_generations[generation].collected += unreachable;
    if (gc_hooks.phase) gc_hooks.phase("stop", generation, unreachable, 0);
    check();
    gc_end();
    return unreachable;
}
