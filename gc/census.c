/* The leak census: a tracer that remembers the type of every block, and at the end lists those that nobody freed.
 *
 *      heap: 3 blocks of 160 bytes were not freed
 *           2  list              56 bytes
 *           1  -                 48 bytes  "__module__......"
 *
 * Those of one type and size are counted together. The text is what of a block's last bytes can
 * be printed: it tells a str by its content. The classes of instances may be gone by now, so their names are copied.
 */
#include "gc/census.h"
#include "gc/pool.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Name {
    struct Name *next;
    char text[];
} Name;

static Name *names;
static TraceTable table;
static bool started;

static const char *copy_name(const char *text) {
    for (Name *n = names; n; n = n->next)
        if (!strcmp(n->text, text)) return n->text;
    Name *n = malloc(sizeof *n + strlen(text) + 1);
    if (!n) return "?";
    strcpy(n->text, text);
    n->next = names;
    names = n;
    return n->text;
}

static void *born(Tracer *t, void *block, size_t size, BlockKind kind, Type *type) {
    (void)t, (void)kind;
    const TypeMemory *m = type ? &((TypeHead *)type)->mem : NULL;
    const char *name = !m ? "-" : m->flags & TYPE_HEAP ? copy_name(m->name) : m->name;
    trace_table_put(&table, block, size, (uintptr_t)name);
    return block;
}

static void died(Tracer *t, void *block) {
    (void)t;
    trace_table_remove(&table, block, NULL);
}

static void resized(Tracer *t, void *old, void *block, size_t size) {
    (void)t;
    Trace trace = {.data = (uintptr_t) "-"};
    trace_table_remove(&table, old, &trace);
    trace_table_put(&table, block, size, trace.data);
}

void census_start(void) {
    static Tracer tracer = {.born = born, .died = died, .resized = resized};
    if (started) return;
    started = true;
    trace_add(&tracer);
}

static int compare(const void *a, const void *b) {
    const Trace *x = a, *y = b;
    int order = strcmp((const char *)x->data, (const char *)y->data);
    if (order) return order;
    return x->size < y->size ? -1 : x->size > y->size;
}

static void print_line(const Trace *t, int count) {
    enum { SHOWN = 40 };
    char text[SHOWN + 1];
    size_t n = t->size < SHOWN ? t->size : SHOWN;
    const char *tail = (const char *)t->block + t->size - n;
    for (size_t i = 0; i < n; i++) text[i] = isprint((unsigned char)tail[i]) ? tail[i] : '.';
    text[n] = '\0';
    fprintf(stderr, "%8d  %-24s %6zu bytes  \"%s\"\n", count, (const char *)t->data, t->size, text);
}

static int copy_entry(const Trace *entry, void *arg) {
    Trace **end = arg;
    *(*end)++ = *entry;
    return 0;
}

void census_print(void) {
    size_t count = started ? trace_table_count(&table) : 0;
    if (count == 0) return;
    fprintf(stderr, "heap: %zu blocks of %zu bytes were not freed\n", count, trace_table_bytes(&table));
    Trace *sorted = malloc(count * sizeof *sorted);
    if (!sorted) return;
    Trace *end_of_copy = sorted;
    trace_table_each(&table, copy_entry, &end_of_copy);
    size_t n = (size_t)(end_of_copy - sorted);
    qsort(sorted, n, sizeof *sorted, compare);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && compare(&sorted[i], &sorted[end]) == 0;) end++;
        print_line(&sorted[i], (int)(end - i));
    }
    free(sorted);
}
