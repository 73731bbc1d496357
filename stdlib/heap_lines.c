/* Births and deaths of blocks by line, for heap.lines.
 *
 * A tracer of the heap looks at each event for the line that is running. A birth is booked there, and the block's line
 * is remembered; a death is booked twice: on the line that is running, which frees the block, and on the line that the
 * block was born on.
 *
 *      table: block -> size, number of a row          rows: code, line | born, bytes, reused | died | gone | cached
 *
 * What a line gets from a cache of objects (a small int, an interned string) is no birth; it is counted by itself.
 * Debug builds also count references, which in others are taken and given up by single instructions that nobody hears
 * of.
 *
 * An instruction's row is kept in a cache that the address of the instruction leads to.
 */
#include <stdlib.h>

#include "stdlib/heap_walk.h"

typedef struct Row {
    Code *code; /* owned; NULL: no frame was running */
    uint32_t line;
    int64_t born, born_bytes; /* blocks that the line asked for */
    int64_t reused;           /* of these, how many came from a free list */
    int64_t died, died_bytes; /* blocks that were freed while the line ran; bytes: of those born meanwhile */
    int64_t gone, gone_bytes; /* blocks that the line asked for, and that are freed by now */
    int64_t cached;           /* small ints and interned strings that were there already */
    int64_t increfs, decrefs; /* debug builds: references taken and given up */
} Row;

enum { CACHE_SIZE = 1024, NO_ROW = UINT32_MAX };

static struct {
    bool on;
    Row *rows;
    uint32_t count, room;
    TraceTable blocks;
    struct {
        const uint64_t *pc;
        uint32_t row;
    } cache[CACHE_SIZE];
} lines;

static void referenced(intptr_t n);

static void listen(bool on) {
#ifdef OURO_DEBUG
    refcount_listener = on ? referenced : NULL;
#else
    (void)on, (void)referenced;
#endif
}

static uint32_t find_row(Code *code, uint32_t line) {
    for (uint32_t i = 0; i < lines.count; i++)
        if (lines.rows[i].code == code && lines.rows[i].line == line) return i;
    if (lines.count == lines.room) {
        uint32_t room = lines.room ? lines.room * 2 : 256;
        Row *more = realloc(lines.rows, room * sizeof *more);
        if (!more) return NO_ROW;
        lines.rows = more;
        lines.room = room;
    }
    lines.rows[lines.count] = (Row){.code = code, .line = line};
    listen(false); /* this reference is not the program's */
    xincref(code);
    listen(lines.on);
    return lines.count++;
}

/* Of the line that is running. */
static uint32_t current_row(void) {
    size_t i = ((uintptr_t)vm.pc / sizeof *vm.pc) % CACHE_SIZE;
    if (vm.base && lines.cache[i].pc == vm.pc) return lines.cache[i].row;
    FrameWalk w = walk_start();
    Code *code = w.base ? walk_code(&w) : NULL;
    uint32_t row = find_row(code, code ? code_span(code, w.pc).line : 0);
    if (!code || row == NO_ROW) return row;
    lines.cache[i].pc = vm.pc;
    lines.cache[i].row = row;
    return row;
}

/* ---- the tracer ---- */

static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    uint32_t i = current_row();
    if (i == NO_ROW || !trace_table_put(&lines.blocks, block, size, i)) return block;
    lines.rows[i].born++;
    lines.rows[i].born_bytes += (int64_t)size;
    lines.rows[i].reused += kind == BLOCK_REUSED;
    return block;
}

static void died(Tracer *self, void *block) {
    uint32_t i = current_row();
    if (i == NO_ROW) return;
    Trace old = {.size = 0};
    bool known = trace_table_remove(&lines.blocks, block, &old);
    lines.rows[i].died++;
    lines.rows[i].died_bytes += (int64_t)old.size;
    if (!known) return;
    lines.rows[old.data].gone++;
    lines.rows[old.data].gone_bytes += (int64_t)old.size;
}

static Tracer tracer = {.born = born, .died = died};

static void found_in_cache(void) {
    uint32_t i = current_row();
    if (i != NO_ROW) lines.rows[i].cached++;
}

static void referenced(intptr_t n) {
    uint32_t i = current_row();
    if (i != NO_ROW) *(n > 0 ? &lines.rows[i].increfs : &lines.rows[i].decrefs) += n > 0 ? n : -n;
}

/* ---- functions ---- */

static void stop(void) {
    listen(false);
    if (lines.on) {
        trace_remove(&tracer);
        int_small_listen(NULL);
        str_intern_listener = NULL;
    }
    lines.on = false;
}

static void forget(void) {
    stop();
    trace_table_clear(&lines.blocks);
    for (uint32_t i = 0; i < lines.count; i++) xdecref(lines.rows[i].code);
    free(lines.rows);
    lines.rows = NULL;
    lines.count = lines.room = 0;
    for (int i = 0; i < CACHE_SIZE; i++) lines.cache[i].pc = NULL;
}

Object *heap_counts_references(Object *self, Object **args, ptrdiff_t nargs) {
#ifdef OURO_DEBUG
    return new_bool(true);
#else
    return new_bool(false);
#endif
}

Object *heap_lines_start(Object *self, Object **args, ptrdiff_t nargs) {
    forget();
    lines.on = true;
    trace_add(&tracer);
    int_small_listen(found_in_cache);
    str_intern_listener = found_in_cache;
    Object *result = new_none();
    listen(true);
    return result;
}

static Object *row_tuple(const Row *r) {
    Object *numbers = heap_numbers(11, (int64_t[]){r->line, r->born, r->born_bytes, r->reused, r->cached, r->died,
                                                   r->died_bytes, r->gone, r->gone_bytes, r->increfs, r->decrefs});
    Object *row = numbers ? tuple_pack(2, r->code ? (Object *)r->code : NONE, numbers) : NULL;
    xdecref(numbers);
    return row;
}

/* [(code or None, (line, born, bytes, reused, cached, died, bytes, gone, bytes, increfs, decrefs)), ...]; and counts no
 * more. */
Object *heap_lines_stop(Object *self, Object **args, ptrdiff_t nargs) {
    stop();
    Object *list = list_new(0);
    for (uint32_t i = 0; list && i < lines.count; i++) {
        Object *row = row_tuple(&lines.rows[i]);
        if (!row || list_append_steal(list, row) < 0) clear_ref(&list);
    }
    forget();
    return list;
}

void heap_lines_teardown(void) {
    forget();
}
