/* The list of tracers, and the table that most of them need. */
#include "gc/trace.h"
#include "gc/pool.h"

#include <stdlib.h>

/* ---- tracers ---- */

static Tracer *tracers;
static int paused;

void trace_add(Tracer *t) {
    trace_remove(t);
    t->next = tracers;
    tracers = t;
    heap_watch(WATCH_TRACE, true);
}

void trace_remove(Tracer *t) {
    for (Tracer **link = &tracers; *link; link = &(*link)->next) {
        if (*link != t) continue;
        *link = t->next;
        break;
    }
    heap_watch(WATCH_TRACE, tracers != NULL);
}

void trace_pause(void) {
    paused++;
}
void trace_resume(void) {
    paused--;
}

void trace_born(void *block, size_t size, BlockKind kind, Type *type) {
    if (paused) return;
    paused++;
    for (Tracer *t = tracers; t; t = t->next) t->born(t, block, size, kind, type);
    paused--;
}

void trace_died(void *block) {
    if (paused) return;
    paused++;
    for (Tracer *t = tracers; t; t = t->next)
        if (t->died) t->died(t, block);
    paused--;
}

void trace_resized(void *old, void *block, size_t size) {
    if (paused) return;
    paused++;
    for (Tracer *t = tracers; t; t = t->next) {
        if (t->resized) {
            t->resized(t, old, block, size);
            continue;
        }
        if (t->died) t->died(t, old);
        t->born(t, block, size, BLOCK_RAW, NULL);
    }
    paused--;
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
    if (place->block) {
        t->bytes -= place->size;
    } else {
        t->places_used++;
        t->count++;
    }
    *place = (Trace){block, size, data};
    t->bytes += size;
    return true;
}

static Trace *large_get(const TraceTable *t, const void *block) {
    Trace *place = t->places_used ? find(t, block) : NULL;
    return place && place->block ? place : NULL;
}

static void large_remove(TraceTable *t, Trace *hole) {
    t->count--;
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

enum { SHADOW_WORDS = ARENA_SIZE / HEAP_ALIGN };

/* The shadow that an address belongs to; NULL: there is none. */
static uint64_t *shadow_of(const TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> ARENA_BITS;
    uint64_t **leaf = t->shadows ? t->shadows[number >> ARENA_MAP_BITS] : NULL;
    return leaf ? leaf[number & (ARENA_MAP_SIZE - 1)] : NULL;
}

static void *more(TraceTable *t, size_t count, size_t size) {
    void *p = calloc(count, size);
    if (p) t->memory += count * size;
    return p;
}

static __attribute__((noinline)) uint64_t *make_shadow(TraceTable *t, const void *block) {
    uintptr_t number = (uintptr_t)block >> ARENA_BITS;
    if (!t->shadows && !(t->shadows = more(t, ARENA_MAP_SIZE, sizeof *t->shadows))) return NULL;
    uint64_t ***leaf = &t->shadows[number >> ARENA_MAP_BITS];
    if (!*leaf && !(*leaf = more(t, ARENA_MAP_SIZE, sizeof **leaf))) return NULL;
    return (*leaf)[number & (ARENA_MAP_SIZE - 1)] = more(t, SHADOW_WORDS, sizeof(uint64_t));
}

static uint64_t *shadow_word(uint64_t *shadow, const void *block) {
    return &shadow[((uintptr_t)block & (ARENA_SIZE - 1)) / HEAP_ALIGN];
}

static Trace shadow_entry(const void *block, uint64_t word) {
    return (Trace){(void *)block, (size_t)(word >> 48) - 1, (uintptr_t)(word & (((uint64_t)1 << 48) - 1))};
}

static bool shadow_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    uint64_t *shadow = shadow_of(t, block);
    if (unlikely(!shadow) && !(shadow = make_shadow(t, block))) return false;
    uint64_t *word = shadow_word(shadow, block);
    if (*word)
        t->bytes -= (size_t)(*word >> 48) - 1;
    else
        t->count++;
    *word = (uint64_t)(size + 1) << 48 | data;
    t->bytes += size;
    return true;
}

static int each_in_shadow(const uint64_t *shadow, uintptr_t number, int (*visit)(const Trace *, void *), void *arg) {
    for (size_t i = 0; i < SHADOW_WORDS; i++) {
        if (!shadow[i]) continue;
        Trace entry = shadow_entry((const char *)(number << ARENA_BITS) + i * HEAP_ALIGN, shadow[i]);
        int result = visit(&entry, arg);
        if (result) return result;
    }
    return 0;
}

/* ---- both ---- */

bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    return arena_of(block) ? shadow_put(t, block, size, data) : large_put(t, block, size, data);
}

/* A block that was just freed may have taken its arena with it: its shadow is still there. */
bool trace_table_get(const TraceTable *t, const void *block, Trace *out) {
    uint64_t *shadow = shadow_of(t, block);
    uint64_t word = shadow ? *shadow_word(shadow, block) : 0;
    if (word) {
        *out = shadow_entry(block, word);
        return true;
    }
    const Trace *place = large_get(t, block);
    if (place) *out = *place;
    return place != NULL;
}

bool trace_table_remove(TraceTable *t, void *block, Trace *old) {
    uint64_t *shadow = shadow_of(t, block), *word = shadow ? shadow_word(shadow, block) : NULL;
    if (word && *word) {
        Trace entry = shadow_entry(block, *word);
        *word = 0;
        t->count--;
        t->bytes -= entry.size;
        if (old) *old = entry;
        return true;
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

void trace_table_clear(TraceTable *t) {
    free(t->places);
    for (size_t i = 0; t->shadows && i < ARENA_MAP_SIZE; i++) {
        for (size_t j = 0; t->shadows[i] && j < ARENA_MAP_SIZE; j++) free(t->shadows[i][j]);
        free(t->shadows[i]);
    }
    free(t->shadows);
    *t = (TraceTable){0};
}
