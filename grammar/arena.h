/* A bump allocator: everything a parse makes lives in one arena and is freed at once. */
#ifndef OURO_GRAMMAR_ARENA_H
#define OURO_GRAMMAR_ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    char *next, *end;   /* free space of the newest block */
    ArenaBlock *blocks; /* newest first */
    jmp_buf *no_memory; /* where to go when there is no memory; NULL: return NULL */
} Arena;

void *arena_alloc(Arena *a, size_t n);               /* zeroed, 8-aligned */
char *arena_copy(Arena *a, const char *s, size_t n); /* with a NUL behind it */
char *arena_printf(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_free(Arena *a);

#endif
