/* The free lists: the variables, the slow ways in and out, and switching. */
#include "gc/alloc.h"
#include "gc/poison.h"
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

static __attribute__((noinline)) void *poisoned_born(FreeList *l, void *block, Type *t) {
    poison_taken(block, l->block_size);
    return trace_born(block, l->block_size, BLOCK_REUSED, t);
}

void *freelist_alloc_slow(FreeList *l, Type *t) {
    void *block = l->hidden;
    if (unlikely(!block)) return miss(l, t);
    l->hidden = *(void **)block;
    l->taken++;
    if (heap_poisons()) return poisoned_born(l, block, t);
    return trace_born(block, l->block_size, BLOCK_REUSED, t);
}

static __attribute__((noinline)) void spill(FreeList *l, void *block) {
    l->spills++;
    heap_free_fast(block);
}

static inline void hide(FreeList *l, void *block) {
    *(void **)block = l->hidden;
    l->hidden = block;
    l->given++;
    trace_died(block);
}

static __attribute__((noinline)) void hide_poisoned(FreeList *l, void *block) {
    poison_fill(block, l->block_size);
    hide(l, block);
}

void freelist_free_slow(FreeList *l, void *block) {
    if (unlikely(freelist_mode != FREELISTS_WATCHED || freelist_length(l) >= l->limit))
        spill(l, block);
    else if (heap_poisons())
        hide_poisoned(l, block);
    else
        hide(l, block);
}

/* As the mode wants it. */
static void set_blocks(FreeList *l, void *blocks) {
    bool open = freelist_mode == FREELISTS_OPEN;
    l->head = open ? blocks : NULL;
    l->hidden = open ? NULL : blocks;
    l->room = open ? (uint64_t)l->limit : 0;
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
