/* Freed pool blocks are filled with a pattern (HEAP_CHECK=2), so that what reads them fails soon, and a write to one
 * is noticed when the block is handed out again. The first word is the free list's link and is not part of this. */
#ifndef OURO_GC_POISON_H
#define OURO_GC_POISON_H

#include <stddef.h>

void poison_fill(void *block, size_t size);
void poison_freed(void *block, size_t size); /* was just freed: fills it; aborts if it was free already */
void poison_taken(void *block, size_t size); /* aborts if it was written to; then fills it as new */
void poison_check(const void *block, size_t size);

#endif
