/* The list of tracers, and the table that most of them need. */
#include "gc/trace.h"
#include "gc/pool.h"
#include "gc/system.h"

#include <stdlib.h>

/* ---- tracers ---- */

static Tracer *tracers;
static int paused;

static void *ignore_birth(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    (void)self, (void)size, (void)kind, (void)type;
    return block;
}

static void ignore_death(Tracer *self, void *block) {
    (void)self, (void)block;
}

static void ignore_resize(Tracer *self, void *old, void *block, size_t size) {
    (void)self, (void)old, (void)block, (void)size;
}

static void as_death_and_birth(Tracer *self, void *old, void *block, size_t size) {
    self->died(self, old);
    self->born(self, block, size, BLOCK_RAW, NULL);
}

static void *tell_birth(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    (void)self;
    for (Tracer *t = tracers; t; t = t->next) t->born(t, block, size, kind, type);
    return block;
}

static void tell_death(Tracer *self, void *block) {
    (void)self;
    for (Tracer *t = tracers; t; t = t->next) t->died(t, block);
}

static void tell_resize(Tracer *self, void *old, void *block, size_t size) {
    (void)self;
    for (Tracer *t = tracers; t; t = t->next) t->resized(t, old, block, size);
}

static Tracer nobody = {ignore_birth, ignore_death, ignore_resize, NULL};
static Tracer everybody = {tell_birth, tell_death, tell_resize, NULL};
Tracer *trace_active = &nobody;

static void choose_active(void) {
    if (paused || !tracers)
        trace_active = &nobody;
    else
        trace_active = tracers->next ? &everybody : tracers;
}

void trace_add(Tracer *t) {
    if (!t->died) t->died = ignore_death;
    if (!t->resized) t->resized = as_death_and_birth;
    trace_remove(t);
    t->next = tracers;
    tracers = t;
    choose_active();
    heap_watch(WATCH_TRACE, true);
}

void trace_remove(Tracer *t) {
    for (Tracer **link = &tracers; *link; link = &(*link)->next) {
        if (*link != t) continue;
        *link = t->next;
        break;
    }
    choose_active();
    heap_watch(WATCH_TRACE, tracers != NULL);
}

void trace_pause(void) {
    paused++;
    choose_active();
}

void trace_resume(void) {
    paused--;
    choose_active();
}

/* ---- what fits no word: linear probing, at most two thirds full; a removal moves later entries of the run back ----
 */

static size_t home(const TraceTable *t, const void *block) {
    uint64_t h = (uint64_t)(uintptr_t)block / HEAP_ALIGN * 0x9e3779b97f4a7c15u;
    return (size_t)(h >> 32) & (t->capacity - 1);
}

/* The entry of a block, or the empty place where it belongs. The table has room. */
static Trace *find(const TraceTable *t, const void *block) {
    size_t i = home(t, block);
    while (t->places[i].block && t->places[i].block != block) i = (i + 1) & (t->capacity - 1);
    return &t->places[i];
}

static bool grow(TraceTable *t) {
    TraceTable bigger = *t;
    bigger.capacity = t->capacity ? t->capacity * 2 : 1024;
    bigger.places = calloc(bigger.capacity, sizeof(Trace));
    if (!bigger.places) return false;
    for (size_t i = 0; i < t->capacity; i++)
        if (t->places[i].block) *find(&bigger, t->places[i].block) = t->places[i];
    free(t->places);
    *t = bigger;
    return true;
}

/* The block is not there. */
static bool hash_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    if (t->places_used * 3 >= t->capacity * 2 && !grow(t)) return false;
    Trace *place = find(t, block);
    assert(!place->block);
    *place = (Trace){block, size, data};
    t->places_used++;
    trace_table_count_in(t, size);
    return true;
}

static Trace *hash_get(const TraceTable *t, const void *block) {
    Trace *place = t->places_used ? find(t, block) : NULL;
    return place && place->block ? place : NULL;
}

static void hash_remove(TraceTable *t, Trace *hole) {
    t->places_used--;
    t->below += (ptrdiff_t)hole->size;
    size_t mask = t->capacity - 1, gap = (size_t)(hole - t->places);
    for (size_t i = (gap + 1) & mask; t->places[i].block; i = (i + 1) & mask) {
        size_t wanted = home(t, t->places[i].block);
        if (((i - wanted) & mask) < ((i - gap) & mask)) continue; /* it may not stand before its home */
        t->places[gap] = t->places[i];
        gap = i;
    }
    t->places[gap].block = NULL;
}

/* ---- blocks of pools: shadows ---- */

enum { SHADOW_WORDS = ARENA_SIZE / sizeof(uint32_t), LEAF_SIZE = ARENA_MAP_SIZE * sizeof(void *) };

/* As with arenas: who has filled so much will fill the next one, too. */
#define POPULATE_FROM (8 * ARENA_SIZE)

static void *more(TraceTable *t, size_t size, bool populate) {
    void *p = system_pages(size, POOL_SIZE, populate);
    if (p) t->memory += size;
    return p;
}

static __attribute__((noinline)) bool make_shadow(TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> TRACE_SPAN_BITS;
    if (!t->shadows && !(t->shadows = more(t, LEAF_SIZE, false))) return false;
    uint32_t ***leaf = &t->shadows[number >> ARENA_MAP_BITS];
    if (!*leaf && !(*leaf = more(t, LEAF_SIZE, false))) return false;
    uint32_t **entry = &(*leaf)[number & (ARENA_MAP_SIZE - 1)];
    *entry = more(t, ARENA_SIZE, t->memory >= POPULATE_FROM);
    return *entry;
}

/* The word of a block in the shadow that its address belongs to, which is near from now on; NULL: there is no shadow.
 */
static uint32_t *shadow_word(TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> TRACE_SPAN_BITS;
    uint32_t **leaf = t->shadows ? t->shadows[number >> ARENA_MAP_BITS] : NULL;
    uint32_t *shadow = leaf ? leaf[number & (ARENA_MAP_SIZE - 1)] : NULL;
    if (!shadow) return NULL;
    t->near[number % TRACE_NEAR] = (TraceNear){number, (uintptr_t)shadow - (number << TRACE_SPAN_BITS) / 2};
    uint32_t *word;
    trace_near_word(t, block, &word);
    return word;
}

static Trace shadow_entry(const void *block, uint32_t word) {
    return (Trace){(void *)block, word & TRACE_SIZE_MASK, word >> TRACE_SIZE_BITS};
}

static int each_in_shadow(const uint32_t *shadow, uintptr_t number, int (*visit)(const Trace *, void *), void *arg) {
    for (size_t i = 0; i < SHADOW_WORDS; i++) {
        if (!shadow[i]) continue;
        Trace entry = shadow_entry((const char *)(number << TRACE_SPAN_BITS) + i * HEAP_ALIGN, shadow[i]);
        int result = visit(&entry, arg);
        if (result) return result;
    }
    return 0;
}

/* ---- both ---- */

bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    trace_table_remove(t, block, NULL);
    bool fits = size <= HEAP_SMALL_MAX && data < TRACE_DATA_MAX && arena_of(block);
    if (!fits) return hash_put(t, block, size, data);
    if (!shadow_word(t, block) && !(make_shadow(t, block) && shadow_word(t, block))) return false;
    return trace_table_add(t, block, size, data);
}

bool trace_table_get(TraceTable *t, const void *block, Trace *out) {
    const uint32_t *word = shadow_word(t, block);
    if (word && *word) {
        *out = shadow_entry(block, *word);
        return true;
    }
    const Trace *place = hash_get(t, block);
    if (place) *out = *place;
    return place != NULL;
}

bool trace_table_remove(TraceTable *t, void *block, Trace *old) {
    uint32_t *word = shadow_word(t, block);
    if (word && *word) {
        if (old) *old = shadow_entry(block, *word);
        return trace_table_drop(t, block);
    }
    Trace *place = hash_get(t, block);
    if (!place) return false;
    if (old) *old = *place;
    hash_remove(t, place);
    return true;
}

int trace_table_each(const TraceTable *t, int (*visit)(const Trace *entry, void *arg), void *arg) {
    int result = 0;
    for (size_t i = 0; i < t->capacity && !result; i++)
        if (t->places[i].block) result = visit(&t->places[i], arg);
    for (size_t i = 0; t->shadows && i < ARENA_MAP_SIZE; i++)
        for (size_t j = 0; t->shadows[i] && j < ARENA_MAP_SIZE && !result; j++)
            if (t->shadows[i][j]) result = each_in_shadow(t->shadows[i][j], i << ARENA_MAP_BITS | j, visit, arg);
    return result;
}

static int count_entry(const Trace *entry, void *arg) {
    (void)entry;
    ++*(size_t *)arg;
    return 0;
}

size_t trace_table_count(const TraceTable *t) {
    size_t n = 0;
    trace_table_each(t, count_entry, &n);
    return n;
}

void trace_table_clear(TraceTable *t) {
    free(t->places);
    for (size_t i = 0; t->shadows && i < ARENA_MAP_SIZE; i++) {
        if (!t->shadows[i]) continue;
        for (size_t j = 0; j < ARENA_MAP_SIZE; j++)
            if (t->shadows[i][j]) system_pages_return(t->shadows[i][j], ARENA_SIZE);
        system_pages_return(t->shadows[i], LEAF_SIZE);
    }
    if (t->shadows) system_pages_return(t->shadows, LEAF_SIZE);
    *t = (TraceTable){0};
}
