/* What memory management asks of the system: pages and a clock. Nothing else in gc/ knows which system this is. */
#ifndef OURO_GC_SYSTEM_H
#define OURO_GC_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

/* `size` bytes of zeroed pages whose address is a multiple of `align` (a power of two, at least a page), or NULL.
 * populate: have them in memory at once, for pages that are going to be used soon: it saves a fault for each. */
void *system_pages(size_t size, size_t align, bool populate);
void system_pages_return(void *pages, size_t size);
double system_seconds(void); /* since some moment in the past; never goes back */

#endif
