/* Pages and the clock, from a POSIX system. */
#include "gc/system.h"

#include <stdint.h>
#include <sys/mman.h>
#include <time.h>

static char *map_pages(size_t size, bool populate) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS;
#ifdef MAP_POPULATE
    if (populate) flags |= MAP_POPULATE;
#endif
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

/* The kernel places a mapping next to the last one, so once one arena is aligned the following ones are by
 * themselves. Only when that fails is more mapped than is needed, and the ends cut off. */
void *system_pages(size_t size, size_t align, bool populate) {
    char *p = map_pages(size, populate);
    if (!p || ((uintptr_t)p & (align - 1)) == 0) return p;
    munmap(p, size);
    char *wide = map_pages(size + align, false);
    if (!wide) return NULL;
    p = (char *)(((uintptr_t)wide + align - 1) & ~(uintptr_t)(align - 1));
    if (p > wide) munmap(wide, (size_t)(p - wide));
    size_t behind = (size_t)(wide + size + align - (p + size));
    if (behind) munmap(p + size, behind);
    return p;
}

void system_pages_return(void *pages, size_t size) {
    munmap(pages, size);
}

double system_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
