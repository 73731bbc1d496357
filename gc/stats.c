/* Prints the statistics of the heap as sys._debugmallocstats of other interpreters does, column for column, so that
 * whatever reads those reads these. The numbers come from gc/introspect.c. */
#include "gc/introspect.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

/* 1234567 -> "1,234,567" */
static const char *with_commas(size_t n, char out[32]) {
    char *p = out + 31;
    *p = '\0';
    for (int digits = 0; n || digits == 0; digits++, n /= 10) {
        if (digits && digits % 3 == 0) *--p = ',';
        *--p = (char)('0' + n % 10);
    }
    return p;
}

static __attribute__((format(printf, 3, 4))) size_t line(FILE *out, size_t value, const char *format, ...) {
    char label[128], number[32];
    va_list args;
    va_start(args, format);
    vsnprintf(label, sizeof label, format, args);
    va_end(args);
    fprintf(out, "%-35s=%21s\n", label, with_commas(value, number));
    return value;
}

static void print_classes(FILE *out, const HeapStats *s) {
    fprintf(out, "Small block threshold = %d, in %d size classes.\n\n", HEAP_SMALL_MAX, HEAP_CLASSES);
    fputs("class   size   num pools   blocks in use  avail blocks\n"
          "-----   ----   ---------   -------------  ------------\n",
          out);
    for (size_t i = 0; i < HEAP_CLASSES; i++) {
        const HeapClass *c = &s->classes[i];
        if (c->pools) fprintf(out, "%5zu %6zu %11zu %15zu %13zu\n", i, c->block_size, c->pools, c->used, c->available);
    }
}

static void print_arenas(FILE *out, const HeapStats *s) {
    fputc('\n', out);
    line(out, s->arenas_mapped, "# arenas allocated total");
    line(out, s->arenas_returned, "# arenas reclaimed");
    line(out, s->arenas_highwater, "# arenas highwater mark");
    line(out, s->arenas, "# arenas allocated current");
    line(out, s->arenas * ARENA_SIZE, "%zu arenas * %zu bytes/arena", s->arenas, ARENA_SIZE);

    fputc('\n', out);
    size_t total = line(out, s->used_bytes, "# bytes in allocated blocks");
    total += line(out, s->available_bytes, "# bytes in available blocks");
    total += line(out, s->free_pool_bytes, "%zu unused pools * %zu bytes", s->free_pools, POOL_SIZE);
    total += line(out, 0, "# bytes lost to pool headers"); /* they are outside: below */
    total += line(out, s->quantisation_bytes, "# bytes lost to quantization");
    total += line(out, 0, "# bytes lost to arena alignment");
    line(out, total, "Total");

    fputs("\narena map counts\n", out);
    line(out, s->map_leaves, "# arena map bot nodes");
    fputc('\n', out);
    total = line(out, s->map_root_bytes, "# bytes lost to arena map root");
    total += line(out, s->map_leaf_bytes, "# bytes lost to arena map bot");
    total += line(out, s->header_bytes, "# bytes in arena and pool headers");
    line(out, total, "Total");
}

/* bound_method -> PyBoundMethodObject, tuple1 -> 1-sized PyTupleObject */
void heap_list_title(const FreeList *l, char *out, size_t size) {
    size_t stem = strcspn(l->name, "0123456789");
    char name[64];
    size_t n = 0;
    for (size_t i = 0; i < stem && n < sizeof name - 1; i++) {
        if (l->name[i] == '_') continue;
        bool first = i == 0 || l->name[i - 1] == '_';
        name[n++] = first ? (char)toupper((unsigned char)l->name[i]) : l->name[i];
    }
    name[n] = '\0';
    snprintf(out, size, "%s%sPy%sObject", l->name + stem, l->name[stem] ? "-sized " : "", name);
}

static void print_freelists(FILE *out) {
    fputc('\n', out);
    for (int i = 0; i < freelist_count; i++) {
        const FreeList *l = freelists[i];
        char title[96], label[192], number[32];
        heap_list_title(l, title, sizeof title);
        snprintf(label, sizeof label, "%d free %ss * %u bytes each", freelist_length(l), title,
                 (unsigned)l->block_size);
        fprintf(out, "%48s =%21s\n", label, with_commas((size_t)freelist_length(l) * l->block_size, number));
    }
}

void heap_print_stats(FILE *out) {
    HeapStats s;
    heap_stats(&s);
    print_classes(out, &s);
    print_arenas(out, &s);
    print_freelists(out);
}
