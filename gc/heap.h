/* Raw memory: what every object, table and buffer of the interpreter is made of.
 *
 *      heap_alloc(n)   n <= 512: a block of the pool allocator (gc/pool.c), of the size class (n + 7) / 8
 *                      n >  512: the system's malloc (a large block, counted too)
 *
 * Buffers are asked for in words: what n leaves of its last 8 bytes is the caller's, too. Objects are of any size.
 * heap_free and heap_realloc find out by address (address_in_range) who owns a block: no size is passed.
 * Every block is counted: blocks in use = pool blocks + large blocks, and at exit that sum must be 0.
 * All functions return NULL when there is no memory; the caller raises MemoryError (raise_memory()).
 * Built with HEAP_SYSTEM every block is a large block, so that AddressSanitizer sees each one by itself.
 *
 * The environment, read before the first block is handed out (gc/settings.c):
 *      OUROMALLOC=pymalloc|malloc|debug   pools (default); malloc for every block; malloc with guards around each
 *      OUROMALLOCSTATS=1                  the statistics of sys._debugmallocstats at each new arena and at the end
 *      OURO_OOM=N, OURO_OOM=N+            the Nth request fails; all from the Nth on
 *      HEAP_CHECK=0..3                    debug builds. 1: the collector checks its rings; 2: freed blocks are
 *                                         poisoned, too; 3: and collections and each 5000th request walk over all
 *                                         pools and check the sums of the ledger
 *      HEAP_CENSUS=1                      what is not freed at the end is listed
 *      GC_STRESS=1                        a full collection at every safe point
 */
#ifndef OURO_GC_HEAP_H
#define OURO_GC_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HEAP_SMALL_MAX 512
#define HEAP_ALIGN     8

void *heap_alloc(size_t n);
void *heap_alloc_zero(size_t n);
void *heap_realloc(void *p, size_t n); /* p may be NULL; on failure p stays as it was */
void heap_free(void *p);               /* p may be NULL */
size_t heap_block_size(void *p);       /* usable bytes of a block */
size_t heap_blocks(void);              /* blocks in use now, of both kinds */

/* Makes requests fail from here on: the nth (1 is the next one), or all from the nth on. n = 0: none. */
void heap_fail(uint64_t nth, bool onwards);
uint64_t heap_requests(void); /* counted while failing is on */

/* Checks every invariant of arenas, pools and free lists; prints what is wrong and aborts. */
void heap_check(void);
extern int heap_check_level; /* HEAP_CHECK; 0 in release builds */

/* What the free lists hold goes back to the pools, and all empty arenas to the system. */
void heap_trim(void);
void heap_shutdown(void); /* the same for the last time */

#endif
