/* _heap: what the module heap shows, as plain numbers and tuples. Everything is counted from arenas, pools, free lists,
 * headers and running frames at the moment of the call; nothing is kept.
 *
 * A walk is broken by allocating meanwhile: so each function that makes a list of many things collects them into memory
 * of the system first, and makes objects afterwards.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stdlib/heap_walk.h"

/* ---- tuples of numbers ---- */

Object *heap_numbers(int n, const int64_t *values) {
    Object *t = tuple_new(n);
    for (int i = 0; t && i < n; i++) {
        Object *v = int_from_i64(values[i]);
        tuple_set(t, i, v);
        if (!v) clear_ref(&t);
    }
    return t;
}

static int put(Object *dict, const char *key, size_t n) {
    Object *value = int_from_u64(n);
    int status = value ? dict_set_c(dict, key, value) : -1;
    xdecref(value);
    return status;
}

static int put_steal(Object *dict, const char *key, Object *value) {
    int status = value ? dict_set_c(dict, key, value) : -1;
    xdecref(value);
    return status;
}

/* ---- sums ---- */

static Object *class_rows(const HeapStats *s) {
    Object *list = list_new(0);
    for (int i = 0; list && i < HEAP_CLASSES; i++) {
        const HeapClass *c = &s->classes[i];
        if (!c->pools) continue;
        Object *row = heap_numbers(5, (int64_t[]){c->block_size, c->capacity, c->pools, c->used, c->available});
        if (!row || list_append_steal(list, row) < 0) clear_ref(&list);
    }
    return list;
}

/* Pages of this process that are in memory, in bytes; 0: the system does not say. */
static size_t resident_bytes(void) {
    FILE *f = fopen("/proc/self/statm", "r");
    unsigned long all = 0, resident = 0;
    if (f && fscanf(f, "%lu %lu", &all, &resident) != 2) resident = 0;
    if (f) fclose(f);
    return resident * (size_t)sysconf(_SC_PAGESIZE);
}

static int add_empty(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    size_t *bytes = arg;
    for (int i = 0; i < ARENA_POOLS; i++)
        if (pools[i].state == POOL_EMPTY) *bytes += pools[i].capacity * pools[i].block_size;
    return 0;
}

static Object *sums(Object *self, Object **args, ptrdiff_t nargs) {
    HeapStats s;
    size_t empty = 0, resident = resident_bytes(), blocks = heap_blocks();
    heap_stats(&s);
    heap_each_arena(add_empty, &empty);
    const struct {
        const char *key;
        size_t value;
    } rows[] = {
        {"resident", resident},
        {"blocks", blocks},
        {"arenas", s.arenas},
        {"arena_bytes", s.arenas * ARENA_SIZE},
        {"arenas_mapped", s.arenas_mapped},
        {"arenas_returned", s.arenas_returned},
        {"arenas_highwater", s.arenas_highwater},
        {"used_bytes", s.used_bytes},
        {"available_bytes", s.available_bytes},
        {"empty_pool_bytes", empty},
        {"free_pool_bytes", s.free_pool_bytes},
        {"quantisation_bytes", s.quantisation_bytes},
        {"header_bytes", s.header_bytes},
        {"cached_blocks", s.cached_blocks},
        {"cached_bytes", s.cached_bytes},
        {"large_blocks", s.large_blocks},
        {"large_bytes", s.large_bytes},
        {"large_wanted", s.large_wanted},
        {"large_peak", s.large_peak},
        {"padding", heap_padding()},
    };
    Object *d = dict_new();
    for (size_t i = 0; d && i < sizeof rows / sizeof *rows; i++)
        if (put(d, rows[i].key, rows[i].value) < 0) clear_ref(&d);
    if (d && put_steal(d, "classes", class_rows(&s)) < 0) clear_ref(&d);
    return d;
}

/* [(name, (bytes of a block, blocks kept, limit, hits, misses, spills)), ...] */
static Object *freelist_rows(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    for (int i = 0; list && i < freelist_count; i++) {
        const FreeList l = *freelists[i];
        int64_t limit = freelist_mode == FREELISTS_OFF ? 0 : l.limit;
        Object *row = heap_numbers(6, (int64_t[]){l.block_size, freelist_length(&l), limit, (int64_t)l.taken,
                                                  (int64_t)l.misses, (int64_t)l.spills});
        Object *name = row ? str_from_c(l.name) : NULL;
        Object *pair = name ? tuple_pack(2, name, row) : NULL;
        xdecref(row);
        xdecref(name);
        if (!pair || list_append_steal(list, pair) < 0) clear_ref(&list);
    }
    return list;
}

/* ---- arenas and addresses ---- */

typedef struct ArenaCopy {
    const char *base;
    PoolInfo pools[ARENA_POOLS];
} ArenaCopy;

typedef struct ArenaCopies {
    ArenaCopy *items;
    size_t count, room;
} ArenaCopies;

static int copy_arena(const Arena *a, size_t number, const PoolInfo pools[ARENA_POOLS], void *arg) {
    ArenaCopies *copies = arg;
    if (copies->count == copies->room) return 1; /* all there is room for */
    ArenaCopy *copy = &copies->items[copies->count++];
    copy->base = a->base;
    memcpy(copy->pools, pools, sizeof copy->pools);
    return 0;
}

static Object *pool_rows(const ArenaCopy *a) {
    Object *list = list_new(0);
    for (int i = 0; list && i < ARENA_POOLS; i++) {
        const PoolInfo *p = &a->pools[i];
        Object *row = heap_numbers(5, (int64_t[]){p->state, p->block_size, p->capacity, p->used, p->serving});
        if (!row || list_append_steal(list, row) < 0) clear_ref(&list);
    }
    return list;
}

/* [(address, [(state, block size, capacity, used, serving), ...]), ...], the oldest arena first. */
static Object *arenas(Object *self, Object **args, ptrdiff_t nargs) {
    ArenaCopies copies = {.room = arena_count()};
    copies.items = calloc(copies.room + 1, sizeof *copies.items);
    if (!copies.items) return raise_memory();
    heap_each_arena(copy_arena, &copies);
    Object *list = list_new(0);
    for (size_t i = 0; list && i < copies.count; i++) {
        Object *address = int_from_u64((uintptr_t)copies.items[i].base), *rows = pool_rows(&copies.items[i]);
        Object *pair = address && rows ? tuple_pack(2, address, rows) : NULL;
        xdecref(address);
        xdecref(rows);
        if (!pair || list_append_steal(list, pair) < 0) clear_ref(&list);
    }
    free(copies.items);
    return list;
}

/* (arena, pool, block size, block, start, state) of an address in an arena; None elsewhere. */
static Object *locate(Object *self, Object **args, ptrdiff_t nargs) {
    if (!int_check(args[0])) return raise_error(&exc_TypeError, "an address must be int, not %T", args[0]);
    uint64_t address = int_as_u64(args[0]);
    if (raise_pending()) return NULL;
    HeapAddress h;
    if (!heap_locate((const void *)(uintptr_t)address, &h)) return new_none();
    return heap_numbers(6, (int64_t[]){(int64_t)h.arena, h.pool.index, (int64_t)h.pool.block_size, (int64_t)h.block,
                                       (int64_t)(uintptr_t)h.start, h.state});
}

/* ---- one object ---- */

/* (address, presize, size from the header on without inline data, item size, flags, reference count) */
static Object *header(Object *self, Object **args, ptrdiff_t nargs) {
    const Object *o = args[0];
    const TypeMemory *m = type_memory(o);
    return heap_numbers(6,
                        (int64_t[]){(int64_t)(uintptr_t)o, m->presize, m->size, m->item_size, m->flags, o->refcount});
}

/* The 8-byte words of the object, from the front of its block; `n` bytes from the header on. */
static Object *words(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t n = int_check(args[1]) ? int_as_i64(args[1]) : -1;
    if (raise_pending()) return NULL;
    if (n < 0 || n > 1 << 20) return raise_error(&exc_ValueError, "no such size");
    size_t presize = type_memory(args[0])->presize, bytes = presize + (size_t)n;
    const char *start = (const char *)args[0] - presize;
    Object *list = list_new(0);
    for (size_t at = 0; list && at + 8 <= bytes; at += 8) {
        uint64_t word;
        memcpy(&word, start + at, sizeof word);
        Object *v = int_from_u64(word);
        if (!v || list_append_steal(list, v) < 0) clear_ref(&list);
    }
    return list;
}

/* [(offset, name, value), ...]: attributes that stand in the instance itself. */
static Object *inline_values(Object *self, Object **args, ptrdiff_t nargs) {
    Object *o = args[0], *list = list_new(0);
    if (!list || !type_flag(o->type, TYPE_PREHEADER)) return list;
    uintptr_t word = *instance_dict_word(o);
    const SharedKeys *keys = o->type->shared_keys;
    if (!dict_word_is_inline(word) || !keys) return list;
    for (unsigned i = 0; list && i < dict_word_last(word) && i < keys->count; i++) {
        Object *value = instance_values(o)[i];
        if (!value) continue;
        Object *offset = int_from_u64(o->type->mem.size + 8 * i);
        Object *t = offset ? tuple_pack(3, offset, (Object *)keys->names[i], value) : NULL;
        xdecref(offset);
        if (!t || list_append_steal(list, t) < 0) clear_ref(&list);
    }
    return list;
}

static Object *interning(Object *self, Object **args, ptrdiff_t nargs) {
    InternStats s = str_intern_stats();
    return heap_numbers(4, (int64_t[]){s.strings, s.slots, s.found, s.added});
}

static Object *small_ints(Object *self, Object **args, ptrdiff_t nargs) {
    return heap_numbers(3, (int64_t[]){INT_SMALL_MIN, INT_SMALL_MAX, (int64_t)int_small_hits()});
}

static Object *trim(Object *self, Object **args, ptrdiff_t nargs) {
    heap_trim();
    return new_none();
}

static const Method methods[] = {
    {"sums", sums, 0, 0, "sums()\n--\n\nBytes and blocks of the whole heap, and a row for each size class in use."},
    {"freelists", freelist_rows, 0, 0,
     "freelists()\n--\n\n[(name, (block size, kept, limit, hits, misses, spills)), ...]"},
    {"arenas", arenas, 0, 0, "arenas()\n--\n\n[(address, [(state, block size, capacity, used, serving), ...]), ...]"},
    {"locate", locate, 1, 1, "locate(address, /)\n--\n\n(arena, pool, block size, block, start, state), or None."},
    {"header", header, 1, 1, "header(obj, /)\n--\n\n(address, presize, size, item size, flags, reference count)"},
    {"words", words, 2, 2, "words(obj, size, /)\n--\n\nThe words of obj, from the front of its block."},
    {"inline_values", inline_values, 1, 1, "inline_values(obj, /)\n--\n\n[(offset, name, value), ...]"},
    {"registers", heap_registers, 1, 1,
     "registers(obj, /)\n--\n\n[((depth, line, kind), function, local or None), ...] of running frames."},
    {"holders", heap_holders, 1, 1, "holders(obj, /)\n--\n\n[(object, how often), ...]: all that refer to it."},
    {"children", heap_children, 1, 1, "children(obj, /)\n--\n\nAll that obj refers to."},
    {"suspended", heap_suspended, 2, 2,
     "suspended(generator, obj, /)\n--\n\n[local or None, ...] of a suspended generator that are obj."},
    {"state", heap_state, 1, 1, "state(obj, /)\n--\n\nTexts: what of the interpreter's state refers to it."},
    {"statics", heap_statics, 1, 1, "statics(obj, /)\n--\n\nAddresses of static C variables that point to it."},
    {"path", heap_path, 2, 2, "path(obj, hidden, /)\n--\n\n(kind of root, [root, ..., obj]), or None."},
    {"owners", heap_owners, 0, 0, "owners()\n--\n\n[((address, size, role), owner's class or None), ...]"},
    {"fields", heap_fields, 1, 1,
     "fields(obj, /)\n--\n\n[(offset, size, name), ...] of the C struct, where it is known."},
    {"candidates", heap_candidates, 0, 0,
     "candidates()\n--\n\n[(object, (count, references from outside, reachable?, finalizer?)), ...]: what a full "
     "collection looks at."},
    {"collect", heap_collect, 1, 1,
     "collect(addresses, /)\n--\n\n((unreachable objects, blocks and bytes given back), [did the object die?, ...])"},
    {"interning", interning, 0, 0, "interning()\n--\n\n(strings, slots, found, added) of the intern table."},
    {"small_ints", small_ints, 0, 0, "small_ints()\n--\n\n(first, last, how often one was given out)"},
    {"lines_start", heap_lines_start, 0, 0,
     "lines_start()\n--\n\nCounts births and deaths of blocks by line, from zero."},
    {"lines_stop", heap_lines_stop, 0, 0,
     "lines_stop()\n--\n\n[(code, (line, born, bytes, reused, cached, died, bytes, gone, bytes, increfs, decrefs)), "
     "...]"},
    {"counts_references", heap_counts_references, 0, 0,
     "counts_references()\n--\n\nCan this build count references by line? Debug builds can."},
    {"trim", trim, 0, 0, "trim()\n--\n\nGives free lists back to the pools and empty arenas to the system."},
    {NULL},
};

const ModuleSpec _heap_module = {
    .name = "_heap",
    .doc = "The heap in numbers.",
    .methods = methods,
    .teardown = heap_lines_teardown,
};
