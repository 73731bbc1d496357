/* A bump allocator: everything a parse makes lives in one arena and is freed at once. */
#ifndef OURO_GRAMMAR_ARENA_H
#define OURO_GRAMMAR_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    char *next, *end;   /* free space of the newest block */
    ArenaBlock *blocks; /* newest first */
} Arena;

void *arena_alloc(Arena *a, size_t n);               /* zeroed, 8-aligned; NULL: no memory */
char *arena_copy(Arena *a, const char *s, size_t n); /* with a NUL behind it; NULL: no memory */
void arena_free(Arena *a);

#endif
