/* Blocks from the system's malloc: those over 512 bytes, and in the modes `malloc` and `debug` all of them. */
#ifndef OURO_GC_LARGE_H
#define OURO_GC_LARGE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct LargeStats {
    size_t blocks; /* in use */
    size_t bytes;  /* that malloc gave for them */
    size_t wanted; /* that were asked for */
    size_t peak;   /* most bytes at the same time */
} LargeStats;
extern LargeStats large_stats;

void *large_alloc(size_t n, bool zero);
void *large_realloc(void *p, size_t n);
void large_free(void *p);
size_t large_size(void *p); /* usable bytes */
void large_drop_quarantine(void);
void large_drop_kept(void); /* malloc gets the freed blocks that were kept */

#endif
