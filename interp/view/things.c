/* The objects on the page: which there are, and what is new about them.
 *
 * An object becomes a thing when it is first reached from a name of the program, and stays one until its block is
 * freed, also while nothing reaches it: so a cycle that lost its last name is seen until the collector comes. Things
 * are found by the address of their block; the number, which is all that the page has of it, is never used twice.
 *
 *      thing_reach(o)   asked for each local variable, and by describe.c for what a thing holds
 *          |   known, and still what it was?  -> its number; the first time in a step it is put on the queue
 *          |   not known                      -> a new thing, with the line of its birth from the tracer's table
 *      things_write     describes the queue in order (which reaches more), then the things that were not reached
 *
 * An int or str whose block holds another value than before was replaced in place by the machine: for the program that
 * is a new object at the old one's address, and so it is here.
 *
 *      births    block -> step, line, type: 16 bits each, for every block of the heap
 *      known     block (or address, for what is part of the binary) -> index of things[]
 */
#include <stdlib.h>
#include <string.h>

#include "gc/introspect.h"
#include "gc/trace.h"
#include "interp/view/view_impl.h"

enum { BY_COUNT, BY_COLLECTOR, BY_REUSE }; /* what ended a thing */
enum {
    KNOWN_SIZE = 16, /* any: one that has a place in the shadows */
    NO_GENERATION = 255,
    TYPE_NAMES = 4096
};

typedef struct Thing {
    Object *object;       /* not owned; NULL: dead */
    uint64_t content;     /* hash of what was last written of its contents */
    uint64_t fingerprint; /* of a value */
    intptr_t count;       /* as last written */
    uint32_t stamp;       /* the step (from 1) in which it was last reached */
    uint8_t generation;
    bool announced, lost; /* written before; was alive but not reached at the last step */
} Thing;

typedef struct Death {
    uint32_t id, line;
    int by;
} Death;

typedef struct Ids {
    uint32_t *items;
    size_t n, room;
} Ids;

static Thing *things;
static size_t thing_count, thing_room;
static TraceTable births, known;
static Ids queue;
static Death *deaths;
static size_t death_count, death_room;
static char *type_names[TYPE_NAMES];
static size_t type_name_count, type_names_written;
static uint32_t now, now_line;  /* the step that is being written, from 1 */
static size_t reached;          /* in this step, without what is part of the binary */
static bool looking_back, full; /* things that were not reached are looked at: nothing new is taken in */
static int64_t collections;

static bool is_static(const Object *o) {
    return o->refcount > IMMORTAL / 2;
}

static void *key_of(const Object *o) {
    return (char *)o - (is_static(o) ? 0 : type_memory(o)->presize);
}

/* Room for one more item of an array: the array, or NULL. */
static void *room_for_one(void *items, size_t n, size_t *room, size_t size) {
    if (n < *room) return items;
    size_t more = *room ? *room * 2 : 256;
    void *larger = realloc(items, more * size);
    if (larger) *room = more;
    return larger;
}

static void add_id(Ids *ids, uint32_t id) {
    uint32_t *items = room_for_one(ids->items, ids->n, &ids->room, sizeof *items);
    if (!items) return;
    ids->items = items;
    ids->items[ids->n++] = id;
}

/* ---- names of types ---- */

/* Classes come and go, so they are known by name; built-in types stay, and are found by address first. */
static size_t type_index(const Type *t) {
    static struct {
        const Type *type;
        size_t index;
    } seen[64];
    size_t place = (uintptr_t)t / sizeof(Type) % 64;
    bool fixed = !type_flag(t, TYPE_HEAP);
    if (fixed && seen[place].type == t) return seen[place].index;
    const char *name = type_short_name(t == &bigint_type ? &int_type : t);
    size_t i = 0;
    while (i < type_name_count && strcmp(type_names[i], name) != 0) i++;
    if (i == type_name_count) {
        char *copy = type_name_count < TYPE_NAMES ? strdup(name) : NULL;
        if (!copy) return 0;
        type_names[type_name_count++] = copy;
    }
    if (fixed) {
        seen[place].type = t;
        seen[place].index = i;
    }
    return i;
}

/* The names since the last call, as a JSON list. */
void things_write_types(Out *out) {
    out_c(out, "[");
    for (; type_names_written < type_name_count; type_names_written++) {
        out_comma(out);
        out_string(out, type_names[type_names_written], strlen(type_names[type_names_written]));
    }
    out_c(out, "]");
}

size_t things_type(Type *t) {
    return t ? 1 + type_index(t) : 0;
}

/* ---- birth and death ---- */

void things_born(void *block, size_t size, Type *type, uint32_t step, uint32_t line) {
    if (line > 0xffff) line = 0;
    uintptr_t data = (uintptr_t)step << 32 | (uintptr_t)line << 16 | things_type(type);
    trace_table_put(&births, block, size, data);
}

static void end(Thing *t, uint32_t line, int by) {
    Death *items = room_for_one(deaths, death_count, &death_room, sizeof *items);
    t->object = NULL;
    if (!items) return;
    deaths = items;
    deaths[death_count++] = (Death){(uint32_t)(t - things) + 1, line, by};
}

size_t things_died(void *block, uint32_t line, size_t *size) {
    Trace birth = {0}, old;
    if (trace_table_remove(&known, block, &old)) end(&things[old.data], line, gc_collecting ? BY_COLLECTOR : BY_COUNT);
    bool found = trace_table_remove(&births, block, &birth);
    *size = found ? birth.size : arena_of(block) ? heap_block_size(block) : 0;
    return found ? birth.data & 0xffff : 0;
}

/* The block has another place, or another size in the same one. What moved is another object to the program. */
size_t things_moved(void *old, void *block, size_t size, uint32_t step, uint32_t line, size_t *old_size) {
    Trace birth = {0};
    bool found = trace_table_remove(&births, old, &birth);
    uintptr_t type = found ? birth.data & 0xffff : 0;
    if (old == block && found)
        trace_table_put(&births, block, size, birth.data);
    else
        trace_table_put(&births, block, size, (uintptr_t)step << 32 | (uintptr_t)(line & 0xffff) << 16 | type);
    Trace thing;
    if (old != block && trace_table_remove(&known, old, &thing)) end(&things[thing.data], line, BY_REUSE);
    *old_size = birth.size;
    return type;
}

/* ---- reaching ---- */

/* Has o been reached in this step already, or is there room for it? */
static bool may_reach(const Object *o, const Trace *known_as) {
    if (looking_back || is_static(o) || (known_as && things[known_as->data].stamp == now)) return true;
    if (reached >= VIEW_THINGS) full = true;
    return !full;
}

static uint32_t make(Object *o) {
    if (looking_back) return 0;
    Thing *items = room_for_one(things, thing_count, &thing_room, sizeof *items);
    if (!items) return 0;
    things = items;
    if (!trace_table_put(&known, key_of(o), KNOWN_SIZE, thing_count)) return 0;
    things[thing_count] = (Thing){.object = o, .generation = NO_GENERATION};
    if (describe_is_value(o)) things[thing_count].fingerprint = describe_fingerprint(o);
    return (uint32_t)++thing_count;
}

uint32_t thing_reach(Object *o) {
    if (!o || !describe_is_drawn(o)) return 0;
    Trace found;
    uint32_t id;
    bool is_known = trace_table_get(&known, key_of(o), &found);
    if (!may_reach(o, is_known ? &found : NULL)) return 0;
    if (!is_known) {
        if (!(id = make(o))) return 0;
    } else {
        id = (uint32_t)found.data + 1;
        Thing *t = &things[found.data];
        if (t->stamp != now && describe_is_value(o) && t->fingerprint != describe_fingerprint(o)) {
            trace_table_remove(&known, key_of(o), NULL);
            end(t, now_line, BY_REUSE);
            Trace birth;
            if (trace_table_get(&births, key_of(o), &birth))
                things_born(birth.block, birth.size, o->type, now - 1, now_line);
            if (!(id = make(o))) return 0;
        }
    }
    Thing *t = &things[id - 1];
    if (t->stamp != now && !looking_back) {
        t->stamp = now;
        reached += !is_static(o);
        add_id(&queue, id);
    }
    return id;
}

uint32_t thing_find(const Object *o) {
    Trace found;
    return trace_table_get(&known, key_of(o), &found) ? (uint32_t)found.data + 1 : 0;
}

bool things_full(void) {
    return full;
}

void things_begin(uint32_t step, uint32_t line) {
    now = step + 1;
    now_line = line;
    full = false;
    reached = 0;
    queue.n = 0;
}

/* ---- writing ---- */

/* [id, type, size, step of birth, its line, place]; size 0: part of the binary; step -1: born before the program */
static void announce(Out *out, uint32_t id) {
    Thing *t = &things[id - 1];
    Object *o = t->object;
    Trace birth = {0};
    bool fixed = is_static(o), found = !fixed && trace_table_get(&births, key_of(o), &birth);
    size_t size = fixed ? 0 : found ? birth.size : heap_block_size(key_of(o));
    out_comma(out);
    out_format(out, "[%u,%zu,%zu,", id, type_index(type_of(o)), size);
    if (found)
        out_format(out, "%u,%u,[", (unsigned)(birth.data >> 32), (unsigned)(birth.data >> 16 & 0xffff));
    else
        out_c(out, "-1,0,[");
    if (!fixed) map_place(key_of(o), out);
    out_c(out, "]]");
    t->announced = true;
}

/* Writes [id, contents] if they are not what was written last. */
static void write_contents(Out *out, uint32_t id) {
    size_t start = out->n;
    out_comma(out);
    out_format(out, "[%u,", id);
    size_t from = out->n;
    describe(things[id - 1].object, out);
    uint64_t hash = out_hash(out, from);
    out_c(out, "]");
    if (hash == things[id - 1].content)
        out->n = start;
    else
        things[id - 1].content = hash;
}

/* A thing whose count is 0 is being taken apart: what it holds may be gone already. */
static bool may_be_read(const Thing *t) {
    return t->object && t->object->refcount > 0;
}

static void write_all_contents(Out *out) {
    out_c(out, ",\"c\":[");
    for (size_t i = 0; i < queue.n; i++)
        if (may_be_read(&things[queue.items[i] - 1])) write_contents(out, queue.items[i]);
    looking_back = true;
    for (size_t i = 0; i < thing_count && !full; i++)
        if (things[i].stamp != now && may_be_read(&things[i]) && !is_static(things[i].object) &&
            !describe_is_value(things[i].object))
            write_contents(out, (uint32_t)i + 1);
    looking_back = false;
    out_c(out, "]");
}

static void write_counts(Out *out) {
    out_c(out, ",\"r\":[");
    for (size_t i = 0; i < thing_count; i++) {
        Thing *t = &things[i];
        if (!t->object || is_static(t->object) || t->object->refcount == t->count) continue;
        t->count = t->object->refcount;
        out_comma(out);
        out_format(out, "%zu,%lld", i + 1, (long long)t->count);
    }
    out_c(out, "]");
}

static void write_deaths(Out *out) {
    out_c(out, ",\"x\":[");
    for (size_t i = 0; i < death_count; i++) {
        if (!things[deaths[i].id - 1].announced) continue;
        out_comma(out);
        out_format(out, "[%u,%u,%d]", deaths[i].id, deaths[i].line, deaths[i].by);
    }
    out_c(out, "]");
    death_count = 0;
}

/* Things that live on though no name leads to them: those for which that is new, or is over. */
static void write_lost(Out *out) {
    size_t start = out->n;
    if (full) return; /* what was not reached may be lost or left out: nobody can tell */
    out_c(out, ",\"u\":[");
    size_t from = out->n;
    for (size_t i = 0; i < thing_count; i++) {
        bool lost = things[i].object && things[i].stamp != now;
        if (lost == things[i].lost) continue;
        things[i].lost = lost;
        if (!things[i].object) continue;
        out_comma(out);
        out_format(out, lost ? "%zu" : "-%zu", i + 1);
    }
    if (out->n > from)
        out_c(out, "]");
    else
        out->n = start;
}

typedef struct Promotion {
    Out *out;
    uint8_t generation;
} Promotion;

static int note_generation(Object *o, void *arg) {
    Promotion *p = arg;
    Trace found;
    if (is_static(o) || !trace_table_get(&known, key_of(o), &found)) return 0;
    Thing *t = &things[found.data];
    if (t->generation == p->generation) return 0;
    bool promoted = t->generation != NO_GENERATION || p->generation > 0;
    t->generation = p->generation;
    if (promoted) {
        out_comma(p->out);
        out_format(p->out, "%u,%u", (unsigned)found.data + 1, p->generation);
    }
    return 0;
}

/* Objects move to an older generation in collections only. */
static void write_generations(Out *out) {
    int64_t sum = 0;
    for (int i = 0; i < GC_GENERATIONS; i++) sum += gc_generations[i].collections;
    if (sum == collections) return;
    collections = sum;
    out_c(out, ",\"p\":[");
    for (int i = 0; i < GC_GENERATIONS; i++) gc_each(i, note_generation, &(Promotion){out, (uint8_t)i});
    out_c(out, "]");
}

void things_write(Out *out) {
    Out contents = {0};
    write_all_contents(&contents); /* reaches what is announced next */
    write_deaths(out);
    out_c(out, ",\"n\":[");
    for (size_t i = 0; i < queue.n; i++)
        if (!things[queue.items[i] - 1].announced && things[queue.items[i] - 1].object) announce(out, queue.items[i]);
    out_c(out, "]");
    out_bytes(out, contents.text, contents.n);
    out->failed |= contents.failed;
    out_free(&contents);
    write_counts(out);
    write_lost(out);
    write_generations(out);
}

void things_drop(void) {
    trace_table_clear(&births);
    trace_table_clear(&known);
    free(things);
    free(deaths);
    free(queue.items);
    for (size_t i = 0; i < type_name_count; i++) free(type_names[i]);
    things = NULL;
    deaths = NULL;
    queue = (Ids){0};
    thing_count = thing_room = death_count = death_room = type_name_count = 0;
}
