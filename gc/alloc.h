/* Objects from memory: allocation with the header in place, free lists, and the way back.
 *
 *      object_new(t)          zeroed fields, refcount 1, type set (a heap type gains a reference)
 *      object_new_var(t, n)   the same with n extra bytes behind t->mem.size
 *
 * A GC object starts untracked. Its maker calls gc_track(o) once every field is valid, and its dealloc calls
 * gc_untrack(o) before it takes the fields apart. object_free(o) gives the block back (and the reference to a heap
 * type); it is the last line of every dealloc.
 *
 * Free lists. A type whose objects come and go all the time keeps dead blocks in a FreeList of its own. All free
 * lists are declared in gc/freelists.def, so that sys._debugmallocstats and heap.caches can show them and shutdown
 * can drain them. The inline functions need no test for what is rare, since `head` and `room` say it all:
 *
 *      open      head -> dead blocks      room = limit
 *      watched   hidden -> dead blocks    head NULL, room 0: every birth and death takes the slow path, which tells
 *                                         the tracers
 *      off       none                     head NULL, room 0: every block is to go its whole way, since requests may
 *                                         fail, freed blocks are poisoned, or all come from malloc
 *
 * Two counters are kept of each list, and their difference is its length: so hits are known at no further cost.
 */
#ifndef OURO_GC_ALLOC_H
#define OURO_GC_ALLOC_H

#include "gc/collector.h"
#include "gc/heap.h"
#include "gc/object.h"

Object *object_new(Type *t);                   /* new, or NULL with MemoryError set */
Object *object_new_var(Type *t, size_t extra); /* new, or NULL with MemoryError set */
/* As object_new_var, but the extra bytes are left as they are: for those who fill them at once (str, bytes). */
Object *object_new_unfilled(Type *t, size_t extra);
/* Another number of extra bytes (new ones undefined). Steals o, which must be untracked and have a count of 1. */
Object *object_resize_var(Object *o, size_t extra);
void object_free(void *o);

/* Called when there is no memory; set once by the interpreter to raise MemoryError. */
extern void (*alloc_no_memory)(void);

typedef struct FreeList {
    void *head;           /* dead blocks, linked through their first word */
    uint64_t given;       /* blocks that came, less those that were drained */
    uint64_t taken;       /* blocks that left for a new object: the hits */
    uint64_t room;        /* how long it may become: limit, or 0 while it is not open */
    void *hidden;         /* the dead blocks while the list is watched */
    uint64_t hidden_room; /* how long that may become: limit, or 0 while it is not watched */
    int limit;
    uint32_t block_size;
    const char *name; /* the row's in freelists.def */
    uint64_t misses;  /* requests that found the list empty */
    uint64_t spills;  /* blocks that found it full */
} FreeList;

static inline int freelist_length(const FreeList *l) {
    return (int)(l->given - l->taken);
}

typedef enum FreeListMode { FREELISTS_OPEN, FREELISTS_WATCHED, FREELISTS_OFF } FreeListMode;
extern FreeListMode freelist_mode; /* read only; set by freelists_switch */

static inline void *freelist_first(const FreeList *l) {
    return l->head ? l->head : l->hidden;
}

/* A dead block, or NULL. */
static inline void *freelist_pop(FreeList *l) {
    void *p = l->head;
    if (p) {
        l->head = *(void **)p;
        l->taken++;
    }
    return p;
}

/* Takes a dead block; false when the list is full: the caller then frees it. */
static inline bool freelist_push(FreeList *l, void *p) {
    if (l->given - l->taken >= l->room) return false;
    *(void **)p = l->head;
    l->head = p;
    l->given++;
    return true;
}

/* Where the inline ones below end up when the list is empty or full. t: of the object to be made, or NULL. */
void *freelist_alloc_slow(FreeList *l, Type *t);
void freelist_free_slow(FreeList *l, void *block);

/* The whole way: a raw block of l->block_size bytes, contents undefined; NULL with MemoryError set. */
static inline void *freelist_alloc(FreeList *l) {
    void *p = freelist_pop(l);
    return likely(p != NULL) ? p : freelist_alloc_slow(l, NULL);
}

/* A new object without anything in front, of a static type. Its fields are undefined. */
static inline void *freelist_object(FreeList *l, Type *t) {
    Object *o = freelist_pop(l);
    if (unlikely(!o)) o = freelist_alloc_slow(l, t);
    if (likely(o != NULL)) object_init(o, t);
    return o;
}

/* The same for a type with a GC header; untracked. */
static inline void *freelist_gc_object(FreeList *l, Type *t) {
    GcHeader *h = freelist_pop(l);
    if (unlikely(!h)) h = freelist_alloc_slow(l, t);
    if (unlikely(!h)) return NULL;
    *h = (GcHeader){NULL, 0};
    object_init(gc_object(h), t);
    return gc_object(h);
}

static inline void freelist_free(FreeList *l, void *block) {
    if (unlikely(!freelist_push(l, block))) freelist_free_slow(l, block);
}

/* One variable for each row of freelists.def: freelist_int, freelist_float, ... */
#define FREELIST(name, size, limit) extern FreeList freelist_##name;
#include "gc/freelists.def"
#undef FREELIST

extern FreeList *const freelists[]; /* all of them, in the order of freelists.def */
extern const int freelist_count;

void freelists_drain(void); /* every block of every list goes back to the heap */
void freelists_switch(FreeListMode mode);

#endif
