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

/* ---- the table: linear probing, at most two thirds full; a removal moves later entries of the run back ---- */

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
    TraceTable bigger = {.capacity = t->capacity ? t->capacity * 2 : 1024, .count = t->count, .bytes = t->bytes};
    bigger.places = calloc(bigger.capacity, sizeof(Trace));
    if (!bigger.places) return false;
    for (size_t i = 0; i < t->capacity; i++)
        if (t->places[i].block) *find(&bigger, t->places[i].block) = t->places[i];
    free(t->places);
    *t = bigger;
    return true;
}

bool trace_table_put(TraceTable *t, void *block, size_t size, uintptr_t data) {
    if (t->count * 3 >= t->capacity * 2 && !grow(t)) return false;
    Trace *place = find(t, block);
    if (place->block)
        t->bytes -= place->size;
    else
        t->count++;
    *place = (Trace){block, size, data};
    t->bytes += size;
    return true;
}

Trace *trace_table_get(const TraceTable *t, const void *block) {
    if (t->count == 0) return NULL;
    Trace *place = find(t, block);
    return place->block ? place : NULL;
}

bool trace_table_remove(TraceTable *t, const void *block, Trace *old) {
    Trace *hole = trace_table_get(t, block);
    if (!hole) return false;
    if (old) *old = *hole;
    t->count--;
    t->bytes -= hole->size;
    size_t mask = t->capacity - 1, gap = (size_t)(hole - t->places);
    for (size_t i = (gap + 1) & mask; t->places[i].block; i = (i + 1) & mask) {
        size_t wanted = home(t, t->places[i].block);
        if (((i - wanted) & mask) < ((i - gap) & mask)) continue; /* it may not stand before its home */
        t->places[gap] = t->places[i];
        gap = i;
    }
    t->places[gap].block = NULL;
    return true;
}

void trace_table_clear(TraceTable *t) {
    free(t->places);
    *t = (TraceTable){0};
}
