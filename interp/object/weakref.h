/* Weak references: a list of them hangs off each referenced object, in the field that its type names. */
#ifndef OURO_WEAKREF_H
#define OURO_WEAKREF_H

#include "interp/object/object.h"

typedef struct WeakRef {
    Object base;
    Object *target;              /* not owned; NULL once dead */
    Object *callback;            /* owned or NULL */
    intptr_t hash;               /* of the target, -1 before asked */
    struct WeakRef *next, *prev; /* the target's list: a plain ref, a plain proxy, then the others, newest first */
} WeakRef;

Object *weakref_new(Object *target,
                    Object *callback); /* callback may be NULL; TypeError when it cannot be referenced */
Object *weakproxy_new(Object *target, Object *callback);
/* new, or NULL: dead. The target may wait for its dealloc to be called (gc/refcount.c). */
static inline Object *weakref_get(Object *ref) {
    Object *target = ((WeakRef *)ref)->target;
    return target && target->refcount > 0 ? newref(target) : NULL;
}
/* The target dies: empties its references and calls the callbacks. Called by every dealloc of a type with a weaklist.
 */
void weakref_clear_all(Object *target);
/* Empties them without calling back. */
void weakref_clear_silently(Object *target);
WeakRef *weakref_first(Object *target); /* the head of the list, borrowed, or NULL */

/* What all kinds of weak references share: for weakproxy.c. */
Object *weakref_make(Type *t, Object *target, Object *callback);
void weakref_dealloc(Object *o);
RefSpan weakref_span(Object *o);
int weakref_traverse(Object *o, Visit visit, void *arg);
void weakref_clear(Object *o);

#endif
