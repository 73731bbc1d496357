/* The free lists: the variables, the slow ways in and out, and switching. */
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

FreeListMode freelist_mode;

static __attribute__((noinline)) void *miss(FreeList *l, Type *t) {
    l->misses++;
    void *block = t ? heap_alloc_object(l->block_size, t) : heap_alloc(l->block_size);
    if (unlikely(!block)) alloc_no_memory();
    return block;
}

void *freelist_alloc_slow(FreeList *l, Type *t) {
    void *block = l->hidden;
    if (unlikely(!block)) return miss(l, t);
    l->hidden = *(void **)block;
    l->taken++;
    return trace_born(block, l->block_size, BLOCK_REUSED, t);
}

static __attribute__((noinline)) void spill(FreeList *l, void *block) {
    l->spills++;
    heap_free_fast(block);
}

void freelist_free_slow(FreeList *l, void *block) {
    if (unlikely(l->given - l->taken >= l->hidden_room)) {
        spill(l, block);
        return;
    }
    *(void **)block = l->hidden;
    l->hidden = block;
    l->given++;
    trace_died(block);
}

/* As the mode wants it. */
static void set_blocks(FreeList *l, void *blocks) {
    bool open = freelist_mode == FREELISTS_OPEN;
    l->head = open ? blocks : NULL;
    l->hidden = open ? NULL : blocks;
    l->room = open ? (uint64_t)l->limit : 0;
    l->hidden_room = freelist_mode == FREELISTS_WATCHED ? (uint64_t)l->limit : 0;
}

/* Those who trace have heard of these deaths when the blocks came to the list. */
static void drain(FreeList *l) {
    trace_pause();
    for (void *block = freelist_first(l), *next; block; block = next) {
        next = *(void **)block;
        heap_free_fast(block);
    }
    trace_resume();
    l->given = l->taken;
    set_blocks(l, NULL);
}

void freelists_drain(void) {
    for (int i = 0; i < freelist_count; i++) drain(freelists[i]);
}

void freelists_switch(FreeListMode mode) {
    if (mode == FREELISTS_OFF) freelists_drain();
    freelist_mode = mode;
    for (int i = 0; i < freelist_count; i++) set_blocks(freelists[i], freelist_first(freelists[i]));
}
