/* Large blocks are malloc's; here they are counted. In the mode `debug` each has guards around it:
 *
 *      | size | mark ^ address | the n bytes | 8 bytes of 0xFD |
 *                              ^ the block
 *
 * In the other modes the number of bytes asked for stands in the last word that malloc gave: the difference is what
 * rounding costs. (Not with HEAP_SYSTEM: AddressSanitizer is to see the true end of each block, and does not round.)
 *
 * While the pools serve what is small, the last freed blocks of up to 64 KiB are kept, one for each place of a table
 * that the size chooses: malloc looks for such a block, and joins it with its neighbours when it is freed, every time.
 * A kept block counts as freed.
 *
 * New bytes are 0xCD, freed ones 0xDD. The last freed blocks are kept back for a while, so that a second free and a
 * write after the free are seen. A damaged block is reported with its address and size, and the program ends.
 */
#include "gc/large.h"
#include "gc/pool.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

LargeStats large_stats;

/* Asked for more, AddressSanitizer ends the program instead of saying no. */
#ifdef HEAP_SYSTEM
#define LARGE_MAX ((size_t)1 << 39)
#else
#define LARGE_MAX ((size_t)PTRDIFF_MAX)
#endif

static void count_in(size_t bytes, size_t wanted) {
    large_stats.blocks++;
    large_stats.bytes += bytes;
    large_stats.wanted += wanted;
    if (large_stats.bytes > large_stats.peak) large_stats.peak = large_stats.bytes;
}

static void count_out(size_t bytes, size_t wanted) {
    large_stats.blocks--;
    large_stats.bytes -= bytes;
    large_stats.wanted -= wanted;
}

/* ---- guarded blocks ---- */

enum { NEW_BYTE = 0xCD, DEAD_BYTE = 0xDD, GUARD_BYTE = 0xFD, GUARD_SIZE = 8, QUARANTINE = 1024 };

typedef struct Guard {
    size_t size;
    uintptr_t mark;
} Guard;

#define LIVE_MARK ((uintptr_t)0x6c697665626c6f63)
#define DEAD_MARK ((uintptr_t)0x64656164626c6f63)

static Guard *quarantine[QUARANTINE];
static unsigned quarantine_next;

static Guard *guard_of(void *p) {
    return (Guard *)p - 1;
}

static bool filled_with(const unsigned char *p, int byte, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (p[i] != byte) return false;
    return true;
}

static void bad_block(const char *what, const Guard *g) {
    fprintf(stderr, "heap: %s: block %p of %zu bytes\n", what, (const void *)(g + 1), g->size);
    abort();
}

static void check_guards(Guard *g) {
    if (g->mark == (DEAD_MARK ^ (uintptr_t)g)) bad_block("freed twice", g);
    if (g->mark != (LIVE_MARK ^ (uintptr_t)g)) bad_block("not a block, or overwritten in front", g);
    if (!filled_with((unsigned char *)(g + 1) + g->size, GUARD_BYTE, GUARD_SIZE)) bad_block("overwritten behind", g);
}

static void *guard_alloc(size_t n, bool zero) {
    Guard *g = malloc(sizeof *g + n + GUARD_SIZE);
    if (!g) return NULL;
    g->size = n;
    g->mark = LIVE_MARK ^ (uintptr_t)g;
    memset(g + 1, zero ? 0 : NEW_BYTE, n);
    memset((char *)(g + 1) + n, GUARD_BYTE, GUARD_SIZE);
    count_in(n, n);
    return g + 1;
}

static void release_quarantined(Guard *g) {
    if (!g) return;
    if (!filled_with((unsigned char *)(g + 1), DEAD_BYTE, g->size)) bad_block("written to after it was freed", g);
    free(g);
}

static void guard_free(Guard *g) {
    check_guards(g);
    count_out(g->size, g->size);
    g->mark = DEAD_MARK ^ (uintptr_t)g;
    memset(g + 1, DEAD_BYTE, g->size);
    release_quarantined(quarantine[quarantine_next]);
    quarantine[quarantine_next] = g;
    quarantine_next = (quarantine_next + 1) % QUARANTINE;
}

void large_drop_quarantine(void) {
    for (unsigned i = 0; i < QUARANTINE; i++) {
        release_quarantined(quarantine[i]);
        quarantine[i] = NULL;
    }
}

/* ---- plain blocks ---- */

#ifdef HEAP_SYSTEM
enum { TAIL = 0 };
#else
enum { TAIL = sizeof(size_t) };
#endif

static size_t tail_of(void *p, size_t bytes) {
    size_t n = bytes;
    memcpy(&n, (char *)p + bytes - TAIL, TAIL);
    return n;
}

static void set_tail(void *p, size_t bytes, size_t n) {
    memcpy((char *)p + bytes - TAIL, &n, TAIL);
}

static void *count_block(void *p, size_t n) {
    if (!p) return NULL;
    size_t bytes = malloc_usable_size(p);
    set_tail(p, bytes, n);
    count_in(bytes, TAIL ? n : bytes);
    return p;
}

/* ---- kept blocks ---- */

enum { KEPT_PLACES = 64, KEPT_MAX = 1 << 16, KEPT_SUM = 1 << 19, MALLOC_STEP = 16 };

typedef struct Kept {
    void *block;
    size_t bytes; /* as malloc_usable_size has it */
} Kept;

static Kept kept[KEPT_PLACES];
static size_t kept_bytes;

/* Neighbouring sizes have different places; so have most of those that are a power of two. */
static Kept *kept_place(size_t bytes) {
    return &kept[(bytes / MALLOC_STEP ^ bytes / (MALLOC_STEP * KEPT_PLACES)) % KEPT_PLACES];
}

static void kept_drop(Kept *k) {
    kept_bytes -= k->bytes;
    free(k->block);
    *k = (Kept){NULL, 0};
}

/* Whoever was at the place gives way: what was freed last is asked for next. When there is too much, others go in turn.
 */
static bool keep(void *p, size_t bytes) {
    static unsigned turn;
    if (bytes > KEPT_MAX || heap_mode != HEAP_POOLS || !TAIL) return false;
    Kept *k = kept_place(bytes);
    if (k->block) kept_drop(k);
    while (kept_bytes + bytes > KEPT_SUM) kept_drop(&kept[turn++ % KEPT_PLACES]);
    *k = (Kept){p, bytes};
    kept_bytes += bytes;
    return true;
}

/* A kept block of the size that malloc would give for n bytes and the tail, or NULL. */
static void *kept_take(size_t n) {
    size_t bytes = (n + TAIL + sizeof(size_t) + MALLOC_STEP - 1) / MALLOC_STEP * MALLOC_STEP - sizeof(size_t);
    Kept *k = kept_place(bytes);
    if (k->bytes != bytes) return NULL;
    void *p = k->block;
    kept_bytes -= bytes;
    *k = (Kept){NULL, 0};
    set_tail(p, bytes, n);
    count_in(bytes, n);
    return p;
}

void large_drop_kept(void) {
    for (int i = 0; i < KEPT_PLACES; i++) kept_drop(&kept[i]);
}

/* ---- either kind ---- */

void *large_alloc(size_t n, bool zero) {
    if (n > LARGE_MAX - TAIL) return NULL;
    if (heap_mode == HEAP_DEBUG) return guard_alloc(n, zero);
    void *p = kept_take(n);
    if (p) return zero ? memset(p, 0, n) : p;
    return count_block(zero ? calloc(1, n + TAIL) : malloc(n + TAIL), n);
}

void large_free(void *p) {
    if (heap_mode == HEAP_DEBUG) {
        guard_free(guard_of(p));
        return;
    }
    size_t bytes = malloc_usable_size(p);
    count_out(bytes, tail_of(p, bytes));
    if (!keep(p, bytes)) free(p);
}

/* A guarded block always moves, so that pointers into the old place are found out. */
void *large_realloc(void *p, size_t n) {
    if (n > LARGE_MAX - TAIL) return NULL;
    if (heap_mode == HEAP_DEBUG) {
        Guard *g = guard_of(p);
        check_guards(g);
        void *copy = guard_alloc(n, false);
        if (!copy) return NULL;
        memcpy(copy, p, n < g->size ? n : g->size);
        guard_free(g);
        return copy;
    }
    size_t bytes = malloc_usable_size(p), old = tail_of(p, bytes);
    if (TAIL > 0 && n >= old && n <= bytes - TAIL) { /* a text that grows by a character at a time mostly has room */
        set_tail(p, bytes, n);
        large_stats.wanted += n - old;
        return p;
    }
    void *moved = realloc(p, n + TAIL);
    if (!moved) return NULL;
    count_out(bytes, old);
    return count_block(moved, n);
}

size_t large_size(void *p) {
    if (heap_mode == HEAP_DEBUG) return guard_of(p)->size;
    return malloc_usable_size(p) - TAIL;
}
