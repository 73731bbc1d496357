/* Objects by type, counted by a tracer.
 *
 *      blocks: block -> size, number of a count      types: Type * -> number of a count      counts[]: name, numbers
 *
 * A class may be gone before its name is printed, and another one may take its address: so the name is copied, and the
 * class is forgotten when its own block dies.
 */
#include "gc/alloc_counts.h"
#include "gc/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Count {
    char *name; /* owned */
    long made, freed, most;
} Count;

static Count *counts;
static size_t count_length, count_room;
static TraceTable types, blocks;
static bool started;

/* The number of the type's count; a new type gets one. SIZE_MAX: no memory. */
static size_t count_of(Type *type) {
    Trace found;
    if (trace_table_get(&types, type, &found)) return found.data;
    if (count_length == count_room) {
        size_t room = count_room ? count_room * 2 : 128;
        Count *more = realloc(counts, room * sizeof *more);
        if (!more) return SIZE_MAX;
        counts = more;
        count_room = room;
    }
    char *name = strdup(((TypeHead *)type)->mem.name);
    if (!name || !trace_table_put(&types, type, sizeof(TypeHead), count_length)) {
        free(name);
        return SIZE_MAX;
    }
    counts[count_length] = (Count){.name = name};
    return count_length++;
}

static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    (void)self, (void)kind;
    size_t i = type ? count_of(type) : SIZE_MAX;
    if (i == SIZE_MAX || !trace_table_put(&blocks, block, size, i)) return block;
    Count *c = &counts[i];
    c->made++;
    if (c->made - c->freed > c->most) c->most = c->made - c->freed;
    return block;
}

static void died(Tracer *self, void *block) {
    (void)self;
    Trace old;
    if (!trace_table_remove(&blocks, block, &old)) return;
    counts[old.data].freed++;
    for (size_t presize = 0; presize <= 32; presize += 16) trace_table_remove(&types, (char *)block + presize, NULL);
}

static void resized(Tracer *self, void *old_block, void *block, size_t size) {
    (void)self;
    Trace old;
    if (trace_table_remove(&blocks, old_block, &old)) trace_table_put(&blocks, block, size, old.data);
}

static Tracer tracer = {.born = born, .died = died, .resized = resized};

void alloc_counts_start(void) {
    if (started) return;
    started = true;
    trace_add(&tracer);
}

static int by_number(const void *a, const void *b) {
    const Count *x = a, *y = b;
    return x->made != y->made ? (x->made < y->made) - (x->made > y->made) : strcmp(x->name, y->name);
}

void alloc_counts_print(void) {
    if (!started) return;
    trace_remove(&tracer);
    qsort(counts, count_length, sizeof *counts, by_number);
    for (size_t i = 0; i < count_length; i++) {
        const Count *c = &counts[i];
        fprintf(stderr, "%s alloc'd: %ld, freed: %ld, max in use: %ld\n", c->name, c->made, c->freed, c->most);
    }
}
