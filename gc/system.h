/* What memory management asks of the system: pages and a clock. Nothing else in gc/ knows which system this is. */
#ifndef OURO_GC_SYSTEM_H
#define OURO_GC_SYSTEM_H

#include <stddef.h>

/* `size` bytes of zeroed pages whose address is a multiple of `align` (a power of two, at least a page), or NULL. */
void *system_pages(size_t size, size_t align);
void system_pages_return(void *pages, size_t size);
double system_seconds(void); /* since some moment in the past; never goes back */

#endif
