/* What is in the blocks of the pools.
 *
 * An object's block is known when the walk finds the object. A buffer's block belongs to the object (or the buffer of
 * one) that has its address in one of its words: each such word that is the start of a block in use, and not the start
 * of an object's, is taken for that.
 *
 *      list object -> [.. items ..] -> block of pointers        "list", a buffer
 *
 * Rounding is the difference between a block and what was asked for. Buffers are asked for in words, and the sizes of
 * structs are multiples of 8: only strings of characters and bytes end anywhere. Their blocks tell their length.
 */
#include <stdlib.h>
#include <string.h>

#include "stdlib/heap_walk.h"

/* ---- owners ---- */

typedef enum BlockRole { ROLE_OBJECT, ROLE_BUFFER, ROLE_UNKNOWN } BlockRole;

/* In the table a block has its owner's Type *, with the role in the low bits. */
typedef struct Owners {
    TraceTable table;
    const char **queue; /* blocks whose words are to be looked at */
    size_t count;
    bool failed;
} Owners;

static uintptr_t owner_word(const Type *t, BlockRole role) {
    return (uintptr_t)t | role;
}

static void note(Owners *owners, const char *block, uintptr_t word) {
    if (!trace_table_put(&owners->table, (void *)block, heap_block_size((void *)block), word)) owners->failed = true;
    owners->queue[owners->count++] = block;
}

static bool is_block_in_use(const char *p, size_t *size) {
    HeapAddress where;
    if (!heap_locate(p, &where) || where.start != p || where.state != BLOCK_USED) return false;
    *size = where.pool.block_size;
    return true;
}

/* What the words of a block point to and nobody owns yet, belongs to the owner of the block. */
static void look_for_buffers(Owners *owners, const char *block) {
    Trace known, other;
    size_t size;
    trace_table_get(&owners->table, block, &known);
    for (size_t at = 0; at + sizeof(char *) <= known.size; at += sizeof(char *)) {
        const char *p;
        memcpy(&p, block + at, sizeof p);
        if (!arena_may_hold(p) || !address_in_range(p) || trace_table_get(&owners->table, p, &other)) continue;
        if (!is_block_in_use(p, &size)) continue;
        note(owners, p, (known.data & ~(uintptr_t)3) | ROLE_BUFFER);
    }
}

static bool find_owners(Owners *owners, const Walk *w) {
    *owners = (Owners){.queue = malloc((heap_blocks() + 1) * sizeof *owners->queue)};
    if (!owners->queue) return false;
    for (size_t i = 0; i < w->count; i++) {
        Object *o = w->nodes[i].object;
        const char *block = (const char *)o - type_memory(o)->presize;
        if (address_in_range(block)) note(owners, block, owner_word(o->type, ROLE_OBJECT));
    }
    for (size_t i = 0; i < owners->count; i++) look_for_buffers(owners, owners->queue[i]);
    free(owners->queue);
    if (owners->failed) trace_table_clear(&owners->table);
    return !owners->failed;
}

/* ---- as a list ---- */

typedef struct Listing {
    BlockWalk walk;
    Trace *rows;
    size_t count;
} Listing;

static void copy_block(BlockWalk *self, const char *block, size_t size) {
    Listing *l = (Listing *)self;
    l->rows[l->count++] = (Trace){(void *)block, size, ROLE_UNKNOWN};
}

static Object *row_tuple(const Trace *row) {
    Type *t = (Type *)(row->data & ~(uintptr_t)3);
    Object *numbers = heap_numbers(3, (int64_t[]){(int64_t)(uintptr_t)row->block, (int64_t)row->size, row->data & 3});
    Object *pair = numbers ? tuple_pack(2, numbers, t ? (Object *)t : NONE) : NULL;
    xdecref(numbers);
    return pair;
}

static Object *list_rows(Listing *l, Owners *owners) {
    Trace known;
    for (size_t i = 0; i < l->count; i++)
        if (trace_table_get(&owners->table, l->rows[i].block, &known)) l->rows[i].data = known.data;
    Object *list = list_new(0);
    for (size_t i = 0; list && i < l->count; i++) {
        Object *row = row_tuple(&l->rows[i]);
        if (!row || list_append_steal(list, row) < 0) clear_ref(&list);
    }
    return list;
}

/* [((address, size, role), class of the owner or None), ...]: every block in use, in the order of the arenas. */
Object *heap_owners(Object *self, Object **args, ptrdiff_t nargs) {
    Walk w;
    Owners owners;
    if (!walk_all(&w, 0)) return raise_memory();
    bool found = find_owners(&owners, &w);
    walk_end(&w);
    Listing l = {{copy_block}, found ? calloc(heap_blocks() + 1, sizeof *l.rows) : NULL, 0};
    bool listed = l.rows && heap_each_block(&l.walk);
    Object *list = listed ? list_rows(&l, &owners) : raise_memory();
    free(l.rows);
    if (found) trace_table_clear(&owners.table);
    return list;
}

/* ---- rounding ---- */

typedef struct Padding {
    BlockWalk walk;
    size_t bytes;
} Padding;

/* Bytes from the header to the end of the text. */
static size_t bytes_extent(const Object *o) {
    return sizeof(Bytes) + (size_t)bytes_length(o) + 1;
}

static size_t str_extent(const Object *o) {
    const Str *s = (const Str *)o;
    return offsetof(Str, data) + (size_t)(s->length + 1) * s->kind;
}

/* Bytes that a str or bytes object takes in front of its last word's rest; 0: the block does not hold one. */
static size_t string_size(const char *block, size_t size) {
    const Object *o = (const Object *)block;
    if (size < sizeof(Bytes) || o->refcount <= 0) return 0;
    size_t n = 0;
    if (o->type == &bytes_type) {
        n = bytes_extent(o);
    } else if (o->type == &str_type && size >= sizeof(Str)) {
        unsigned kind = ((const Str *)o)->kind;
        if (kind == 1 || kind == 2 || kind == 4) n = str_extent(o);
    }
    return n <= size && n + HEAP_ALIGN > size ? n : 0;
}

static void add_padding(BlockWalk *self, const char *block, size_t size) {
    size_t n = string_size(block, size);
    if (n) ((Padding *)self)->bytes += size - n;
}

/* Instances of subclasses are containers: the collector knows them all. */
static int add_padding_of_instance(Object *o, void *padding) {
    bool is_str = has_flag(o, TYPE_STR);
    char *block = (char *)o - type_memory(o)->presize;
    if ((is_str || has_flag(o, TYPE_BYTES)) && address_in_range(block))
        ((Padding *)padding)->bytes +=
            heap_block_size(block) - type_memory(o)->presize - (is_str ? str_extent(o) : bytes_extent(o));
    return 0;
}

/* Bytes of blocks of pools that are behind the end of what is in them. */
size_t heap_padding(void) {
    Padding p = {{add_padding}, 0};
    heap_each_block(&p.walk);
    gc_each(GC_ALL, add_padding_of_instance, &p);
    gc_each(GC_PERMANENT, add_padding_of_instance, &p);
    return p.bytes;
}
