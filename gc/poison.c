/* Dead blocks have 0xDD in every byte behind the first word, new ones 0xCD.
 *
 * A block that is freed while it is full of 0xDD may have been free already: then the free list is searched for it. (A
 * block of 8 bytes has room for the link only, so it is always searched for.) */
#include "gc/poison.h"
#include "gc/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEW_BYTE = 0xCD, DEAD_BYTE = 0xDD };

static void damaged(const char *what, const void *block, size_t size) {
    fprintf(stderr, "heap: %s: block %p of %zu bytes\n", what, block, size);
    abort();
}

static bool is_filled(const void *block, size_t size) {
    const unsigned char *p = block;
    for (size_t i = sizeof(Block); i < size; i++)
        if (p[i] != DEAD_BYTE) return false;
    return true;
}

void poison_fill(void *block, size_t size) {
    memset((Block *)block + 1, DEAD_BYTE, size - sizeof(Block));
}

/* The block is the first of its pool's free list by now. */
void poison_freed(void *block, size_t size) {
    size_t left = pool_capacity(pool_class(size));
    if (is_filled(block, size))
        for (Block *b = ((Block *)block)->next; b && left > 0; b = b->next, left--)
            if (b == block) damaged("freed twice", block, size);
    poison_fill(block, size);
}

void poison_check(const void *block, size_t size) {
    if (!is_filled(block, size)) damaged("written to after it was freed", block, size);
}

void poison_taken(void *block, size_t size) {
    poison_check(block, size);
    memset(block, NEW_BYTE, size);
}
