/* A bump allocator in blocks, each twice as large as the one before up to a bound; a request that is larger than a
 * block gets one of its own. Memory is zeroed, so a node's absent fields need not be written. */
#include "grammar/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MIN = 4096, BLOCK_MAX = 1 << 20 };

struct ArenaBlock {
    ArenaBlock *older;
    size_t size;
    char data[];
};

static void *no_memory(Arena *a) {
    if (a->no_memory) longjmp(*a->no_memory, 1);
    return NULL;
}

static void *alloc_from_new_block(Arena *a, size_t n) {
    size_t size = !a->blocks ? BLOCK_MIN : a->blocks->size < BLOCK_MAX ? a->blocks->size * 2 : BLOCK_MAX;
    if (size < n) size = n;
    ArenaBlock *block = calloc(1, sizeof(ArenaBlock) + size);
    if (!block) return no_memory(a);
    block->older = a->blocks;
    block->size = size;
    a->blocks = block;
    a->next = block->data + n;
    a->end = block->data + size;
    return block->data;
}

void *arena_alloc(Arena *a, size_t n) {
    n = (n + 7) & ~(size_t)7;
    if (n > (size_t)(a->end - a->next)) return alloc_from_new_block(a, n);
    void *p = a->next;
    a->next += n;
    return p;
}

char *arena_copy(Arena *a, const char *s, size_t n) {
    char *copy = arena_alloc(a, n + 1);
    if (copy && n) memcpy(copy, s, n);
    return copy;
}

char *arena_printf(Arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *s = arena_alloc(a, n + 1);
    if (!s) return NULL;
    va_start(args, format);
    vsnprintf(s, n + 1, format, args);
    va_end(args);
    return s;
}

void arena_free(Arena *a) {
    while (a->blocks) {
        ArenaBlock *older = a->blocks->older;
        free(a->blocks);
        a->blocks = older;
    }
    a->next = a->end = NULL;
}
