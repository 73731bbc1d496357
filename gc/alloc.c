/* Objects: a block, what stands in front of the header, the header, zeroed fields.
 *
 * object_new is the hot one. Its block comes from a pool's free list inline, and its fields are zeroed inline, too.
 */
#include "gc/alloc.h"
#include "gc/collector.h"
#include "gc/pool.h"

#include <string.h>

static void no_memory(void) {}
void (*alloc_no_memory)(void) = no_memory;

static inline Object *set_header(void *block, TypeMemory *m, Type *t) {
    Object *o = (Object *)((char *)block + m->presize);
    object_init(o, t);
    if (m->flags & TYPE_HEAP) incref(t);
    return o;
}

static Object *out_of_memory(void) {
    alloc_no_memory();
    return NULL;
}

Object *object_new(Type *t) {
    TypeMemory *m = &((TypeHead *)t)->mem;
    size_t n = (size_t)m->presize + m->size;
    void *block = heap_alloc_object(n, t);
    if (unlikely(!block)) return out_of_memory();
    zero_words(block, n);
    return set_header(block, m, t);
}

Object *object_new_unfilled(Type *t, size_t extra) {
    TypeMemory *m = &((TypeHead *)t)->mem;
    size_t n = (size_t)m->presize + m->size;
    if (unlikely(extra > PTRDIFF_MAX - n)) return out_of_memory();
    void *block = heap_alloc_object(n + extra, t);
    if (unlikely(!block)) return out_of_memory();
    zero_words(block, n);
    return set_header(block, m, t);
}

Object *object_new_var(Type *t, size_t extra) {
    Object *o = object_new_unfilled(t, extra);
    if (likely(o != NULL)) memset((char *)o + type_memory(o)->size, 0, extra);
    return o;
}

Object *object_resize_var(Object *o, size_t extra) {
    TypeMemory *m = type_memory(o);
    assert(o->refcount == 1 && !(m->flags & TYPE_GC && gc_is_tracked(o)));
    size_t n = (size_t)m->presize + m->size;
    void *block = extra > PTRDIFF_MAX - n ? NULL : heap_realloc((char *)o - m->presize, n + extra);
    if (unlikely(!block)) {
        decref(o);
        return out_of_memory();
    }
    return (Object *)((char *)block + m->presize);
}

void object_free(void *p) {
    Object *o = p;
    Type *t = o->type;
    TypeMemory *m = &((TypeHead *)t)->mem;
    assert(!(m->flags & TYPE_GC && gc_is_tracked(o)));
    bool counted = m->flags & TYPE_HEAP;
    refcount_add(-o->refcount); /* not 0 when its maker gives it up before anybody else has seen it */
    heap_free_fast((char *)o - m->presize);
    if (counted) decref(t);
}
