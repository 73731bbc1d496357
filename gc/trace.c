/* The list of tracers, and the table that most of them need. */
#include "gc/trace.h"
#include "gc/pool.h"

#include <stdlib.h>

/* ---- tracers ---- */

static Tracer *tracers;
static int paused;
Tracer *trace_active;

static void ignore_death(Tracer *self, void *block) {
    (void)self, (void)block;
}

void trace_add(Tracer *t) {
    if (!t->died) t->died = ignore_death;
    trace_remove(t);
    t->next = tracers;
    tracers = t;
    if (!paused) trace_active = tracers;
    heap_watch(WATCH_TRACE, true);
}

void trace_remove(Tracer *t) {
    for (Tracer **link = &tracers; *link; link = &(*link)->next) {
        if (*link != t) continue;
        *link = t->next;
        break;
    }
    if (!paused) trace_active = tracers;
    heap_watch(WATCH_TRACE, tracers != NULL);
}

void trace_pause(void) {
    paused++;
    trace_active = NULL;
}

void trace_resume(void) {
    if (--paused == 0) trace_active = tracers;
}

void trace_born_more(Tracer *t, void *block, size_t size, BlockKind kind, Type *type) {
    for (; t; t = t->next) t->born(t, block, size, kind, type);
}

void trace_died_more(Tracer *t, void *block) {
    for (; t; t = t->next) t->died(t, block);
}

void trace_resized(void *old, void *block, size_t size) {
    Tracer *first = trace_active;
    trace_active = NULL;
    for (Tracer *t = first; t; t = t->next) {
        if (t->resized) {
            t->resized(t, old, block, size);
            continue;
        }
        t->died(t, old);
        t->born(t, block, size, BLOCK_RAW, NULL);
    }
    trace_active = first;
}

/* ---- large blocks: linear probing, at most two thirds full; a removal moves later entries of the run back ---- */

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

static bool large_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    if (t->places_used * 3 >= t->capacity * 2 && !grow(t)) return false;
    Trace *place = find(t, block);
    if (place->block)
        t->bytes -= place->size;
    else
        t->places_used++;
    *place = (Trace){block, size, data};
    t->bytes += size;
    return true;
}

static Trace *large_get(const TraceTable *t, const void *block) {
    Trace *place = t->places_used ? find(t, block) : NULL;
    return place && place->block ? place : NULL;
}

static void large_remove(TraceTable *t, Trace *hole) {
    t->places_used--;
    t->bytes -= hole->size;
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

enum { SHADOW_WORDS = ARENA_SIZE / TRACE_GRAIN };

static void *more(TraceTable *t, size_t count, size_t size) {
    void *p = calloc(count, size);
    if (p) t->memory += count * size;
    return p;
}

static __attribute__((noinline)) bool make_shadow(TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> ARENA_BITS;
    if (!t->shadows && !(t->shadows = more(t, ARENA_MAP_SIZE, sizeof *t->shadows))) return false;
    uint64_t ***leaf = &t->shadows[number >> ARENA_MAP_BITS];
    if (!*leaf && !(*leaf = more(t, ARENA_MAP_SIZE, sizeof **leaf))) return false;
    uint64_t **entry = &(*leaf)[number & (ARENA_MAP_SIZE - 1)];
    *entry = more(t, SHADOW_WORDS, sizeof(uint64_t));
    return *entry;
}

/* The word of a block in the shadow that its address belongs to, which is near from now on; NULL: there is no shadow.
 */
static uint64_t *shadow_word(TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> ARENA_BITS;
    uint64_t **leaf = t->shadows ? t->shadows[number >> ARENA_MAP_BITS] : NULL;
    uint64_t *shadow = leaf ? leaf[number & (ARENA_MAP_SIZE - 1)] : NULL;
    if (!shadow) return NULL;
    uintptr_t before = (number << ARENA_BITS) / TRACE_GRAIN * sizeof(uint64_t);
    t->near[number % TRACE_NEAR] = (TraceNear){number, (uintptr_t)shadow - before};
    return trace_near_word(t, block);
}

static Trace shadow_entry(const void *block, uint64_t word) {
    uint64_t data = word & (((uint64_t)1 << TRACE_SIZE_SHIFT) - 1);
    return (Trace){(void *)block, (size_t)(word >> TRACE_SIZE_SHIFT), (uintptr_t)data};
}

/* The block that begins at this multiple of 16, or 8 bytes behind it: the pool tells. */
static const char *block_from(const char *grain) {
    const Pool *pool = arena_pool(arena_of(grain), grain);
    size_t size = pool_block_size(pool->size_class), offset = (size_t)(grain - pool_start(pool));
    return pool_start(pool) + (offset + size - 1) / size * size;
}

static int each_in_shadow(const uint64_t *shadow, uintptr_t number, int (*visit)(const Trace *, void *), void *arg) {
    for (size_t i = 0; i < SHADOW_WORDS; i++) {
        if (!shadow[i]) continue;
        Trace entry = shadow_entry(block_from((const char *)(number << ARENA_BITS) + i * TRACE_GRAIN), shadow[i]);
        int result = visit(&entry, arg);
        if (result) return result;
    }
    return 0;
}

/* ---- both ---- */

bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    trace_table_remove(t, block, NULL);
    bool shadowed = size > HEAP_ALIGN && size <= HEAP_SMALL_MAX && arena_of(block);
    if (!shadowed) return large_put(t, block, size, data);
    if (!shadow_word(t, block) && !(make_shadow(t, block) && shadow_word(t, block))) return false;
    return trace_table_add(t, block, size, data);
}

/* A block of 8 bytes has two neighbours in the same 16 bytes of its arena, but their pool has no word in the shadow. */
bool trace_table_get(TraceTable *t, const void *block, Trace *out) {
    const uint64_t *word = shadow_word(t, block);
    if (word && *word) {
        *out = shadow_entry(block, *word);
        return true;
    }
    const Trace *place = large_get(t, block);
    if (place) *out = *place;
    return place != NULL;
}

bool trace_table_remove(TraceTable *t, void *block, Trace *old) {
    uint64_t *word = shadow_word(t, block);
    if (word && *word) {
        if (old) *old = shadow_entry(block, *word);
        return trace_table_drop(t, block);
    }
    Trace *place = large_get(t, block);
    if (!place) return false;
    if (old) *old = *place;
    large_remove(t, place);
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
        for (size_t j = 0; t->shadows[i] && j < ARENA_MAP_SIZE; j++) free(t->shadows[i][j]);
        free(t->shadows[i]);
    }
    free(t->shadows);
    *t = (TraceTable){0};
}
