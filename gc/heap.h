/* Raw memory: what every object, table and buffer of the interpreter is made of.
 *
 *      heap_alloc(n)   n <= 512: a block of the pool allocator (gc/pool.c), of the size class (n + 7) / 8
 *                      n >  512: the system's malloc (a large block, counted too)
 *
 * heap_free and heap_realloc find out by address (address_in_range) who owns a block: no size is passed.
 * Every block is counted: blocks in use = pool blocks + large blocks, and at exit that sum must be 0.
 * All functions return NULL when there is no memory; the caller raises MemoryError (raise_memory()).
 * Built with HEAP_SYSTEM every block is a large block, so that AddressSanitizer sees each one by itself.
 */
#ifndef OURO_GC_HEAP_H
#define OURO_GC_HEAP_H

#include <stddef.h>
#include <stdint.h>

#define HEAP_SMALL_MAX 512
#define HEAP_ALIGN     8

void *heap_alloc(size_t n);
void *heap_alloc_zero(size_t n);
void *heap_realloc(void *p, size_t n); /* p may be NULL */
void heap_free(void *p);               /* p may be NULL */
size_t heap_block_size(void *p);       /* usable bytes of a block */
size_t heap_blocks(void);              /* blocks in use now, of both kinds */

#endif
