/* Reads OUROMALLOC, OURO_OOM and their like, once. A value that makes no sense ends the program: who sets
 * one of these is hunting a bug, and must not believe in a check that is not there. */
#include "gc/settings.h"
#include "gc/census.h"
#include "gc/collector.h"
#include "gc/introspect.h"
#include "gc/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reject(const char *variable, const char *value) {
    fprintf(stderr, "ouro: bad value of %s: %s\n", variable, value);
    exit(2);
}

static void read_mode(const char *value) {
    if (!strcmp(value, "pymalloc"))
        heap_set_mode(HEAP_POOLS);
    else if (!strcmp(value, "malloc"))
        heap_set_mode(HEAP_MALLOC);
    else if (!strcmp(value, "debug"))
        heap_set_mode(HEAP_DEBUG);
    else
        reject("OUROMALLOC", value);
}

static void read_failure(const char *value) {
    char *end;
    uint64_t nth = strtoull(value, &end, 10);
    bool onwards = *end == '+';
    if (end == value || end[onwards]) reject("OURO_OOM", value);
    heap_fail(nth, onwards);
}

static void read_check(const char *value) {
    if (value[0] < '0' || value[0] > '3' || value[1]) reject("HEAP_CHECK", value);
#ifdef OURO_DEBUG
    heap_check_level = value[0] - '0';
    heap_watch(WATCH_POISON, heap_check_level >= 2);
#endif
}

static void read_census(const char *value) {
    if (strcmp(value, "0")) census_start();
}

static void print_stats(void) {
    heap_print_stats(stderr);
}

static void read_stats(const char *value) {
    if (strcmp(value, "0")) arena_hook = print_stats;
}

static void read_variable(const char *name, void (*read)(const char *value)) {
    const char *value = getenv(name);
    if (value && *value) read(value);
}

static void read_stress(const char *value) {
    gc_set_stress(strcmp(value, "0") != 0);
}

void settings_read(void) {
    heap_set_mode(heap_mode);
    read_variable("OUROMALLOC", read_mode);
    read_variable("HEAP_CHECK", read_check);
    read_variable("GC_STRESS", read_stress);
    read_variable("HEAP_CENSUS", read_census);
    read_variable("OUROMALLOCSTATS", read_stats);
    read_variable("OURO_OOM", read_failure);
}
