/* The free lists: the variables, the slow ways in and out, and draining. */
#include "gc/alloc.h"
#include "gc/pool.h"

#define FREELIST(stem, size, most) \
    FreeList freelist_##stem = {.room = most, .limit = most, .block_size = size, .name = #stem};
#include "gc/freelists.def"
#undef FREELIST

FreeList *const freelists[] = {
#define FREELIST(stem, size, most) &freelist_##stem,
#include "gc/freelists.def"
#undef FREELIST
};
const int freelist_count = sizeof freelists / sizeof freelists[0];

void *freelist_alloc_slow(FreeList *l, Type *t) {
    l->misses++;
    void *block = t ? heap_alloc_object(l->block_size, t) : heap_alloc(l->block_size);
    if (unlikely(!block)) alloc_no_memory();
    return block;
}

void freelist_free_slow(FreeList *l, void *block) {
    l->spills++;
    heap_free_fast(block);
}

static void drain(FreeList *l) {
    for (void *block; (block = freelist_pop(l));) heap_free_fast(block);
}

void freelists_drain(void) {
    for (int i = 0; i < freelist_count; i++) drain(freelists[i]);
}

void freelists_enable(bool enabled) {
    freelists_drain();
    for (int i = 0; i < freelist_count; i++) freelists[i]->room = enabled ? freelists[i]->limit : 0;
}
