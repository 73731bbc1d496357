/* Who holds an object: the questions behind heap.why.
 *
 * A reference is in a register of a running frame, in an object that the walk finds, in the interpreter's state, in a
 * static variable of the C program, or in a local variable of C code that is running. The first three are known
 * exactly. Static variables are looked for as words that equal the object's address; not each of them needs to be a
 * reference, so who asks takes no more of them than references are missing. The last kind stays unknown.
 */
#include <stdlib.h>
#include <string.h>

#include "stdlib/heap_walk.h"

extern char __data_start[], _end[]; /* the linker's: where static data begins and ends */

/* ---- registers ---- */

enum { HOLDS_REGISTER, HOLDS_FUNCTION, HOLDS_GENERATOR };

static Object *register_row(const FrameWalk *w, unsigned i, int depth, int kind) {
    const Code *c = walk_code(w);
    Object *name = newref(kind == HOLDS_REGISTER && i < c->local_count ? (Object *)c->varnames[i] : NONE);
    Object *numbers = heap_numbers(3, (int64_t[]){depth, walk_line(w), kind});
    Object *row = numbers ? tuple_pack(3, numbers, (Object *)c->qualname, name) : NULL;
    decref(name);
    xdecref(numbers);
    return row;
}

typedef struct Registers {
    Object *target, *list; /* list NULL: failed */
    int depth;
} Registers;

static void look(Registers *r, const FrameWalk *w, const Object *held, unsigned i, int kind) {
    if (!r->list || held != r->target) return;
    Object *row = register_row(w, i, r->depth, kind);
    if (!row || list_append_steal(r->list, row) < 0) clear_ref(&r->list);
}

/* [((depth, line, kind), function, local or None), ...]: the innermost frame, of depth 0, first. */
Object *heap_registers(Object *self, Object **args, ptrdiff_t nargs) {
    Registers r = {args[0], list_new(0), 0};
    Object **end = NULL; /* where the frame inside begins: a call's arguments are the callee's registers */
    for (FrameWalk w = walk_start(); r.list && w.base; walk_outward(&w), r.depth++) {
        unsigned n = walk_code(&w)->register_count;
        for (unsigned i = 0; i < n && (!end || w.base + i < end); i++) look(&r, &w, w.base[i], i, HOLDS_REGISTER);
        look(&r, &w, w.base[-2], 0, HOLDS_FUNCTION);
        if (walk_code(&w)->flags & CODE_ANY_GENERATOR) look(&r, &w, w.base[-3], 0, HOLDS_GENERATOR);
        end = w.base - 2;
    }
    return r.list;
}

/* ---- objects ---- */

static int count_target(Object *child, void *arg) {
    Object **pair = arg; /* the target, and a count */
    if (child == pair[0]) pair[1] = (Object *)((intptr_t)pair[1] + 1);
    return 0;
}

static intptr_t references(Object *from, Object *to) {
    Object *pair[2] = {to, NULL};
    walk_children(from, count_target, pair);
    return (intptr_t)pair[1];
}

static int append_pair(Object *list, Object *o, int64_t n) {
    Object *count = int_from_i64(n), *pair = count ? tuple_pack(2, o, count) : NULL;
    xdecref(count);
    return pair ? list_append_steal(list, pair) : -1;
}

/* [(object, how often), ...]: objects that refer to it. */
Object *heap_holders(Object *self, Object **args, ptrdiff_t nargs) {
    Walk w;
    if (!walk_all(&w, 0)) return raise_memory();
    size_t n = 0;
    for (size_t i = 0; i < w.count; i++)
        if (references(w.nodes[i].object, args[0])) w.nodes[n++].object = newref(w.nodes[i].object);
    Object *list = list_new(0);
    for (size_t i = 0; i < n; i++) {
        if (list && append_pair(list, w.nodes[i].object, references(w.nodes[i].object, args[0])) < 0) clear_ref(&list);
        decref(w.nodes[i].object);
    }
    walk_end(&w);
    return list;
}

static int append_child(Object *child, void *list) {
    return list_append(list, child);
}

/* [object, ...]: all that it refers to. */
Object *heap_children(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    if (list && walk_children(args[0], append_child, list) < 0) clear_ref(&list);
    return list;
}

/* The number of o's node, or -1. */
static ptrdiff_t find_node(const Walk *w, const Object *o) {
    for (size_t i = 0; i < w->count; i++)
        if (w->nodes[i].object == o) return (ptrdiff_t)i;
    return -1;
}

/* (kind of root, [root, ..., obj]), a shortest way; None: it is in the reach of no root. `hidden` frames are none. */
Object *heap_path(Object *self, Object **args, ptrdiff_t nargs) {
    int hidden = int_check(args[1]) ? int_as_int(args[1]) : 0;
    Walk w;
    if (raise_pending()) return NULL;
    if (!walk_all(&w, hidden)) return raise_memory();
    ptrdiff_t at = find_node(&w, args[0]);
    WalkRoot root = at < 0 ? WALK_TRACKED : w.nodes[at].root;
    size_t length = 0;
    Object **way = at < 0 ? NULL : calloc(w.count, sizeof *way);
    while (way) {
        way[length++] = newref(w.nodes[at].object);
        if (w.nodes[at].parent == at) break;
        at = w.nodes[at].parent;
    }
    walk_end(&w);
    Object *list = way ? list_new(0) : NULL;
    for (size_t i = length; i-- > 0; decref(way[i]))
        if (list && list_append(list, way[i]) < 0) clear_ref(&list);
    free(way);
    if (at < 0) return new_none();
    Object *kind = int_from_i64(root), *pair = list && kind ? tuple_pack(2, kind, list) : NULL;
    xdecref(kind);
    xdecref(list);
    return pair ? pair : raise_pending() ? NULL : raise_memory();
}

/* ---- the interpreter's state ---- */

/* [text, ...]: what of the state refers to it. */
Object *heap_state(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    const char *found = NULL;
    for (HandledState *h = runtime.handled; list && h; h = h->outer) {
        if (h->exception != args[0]) continue;
        Object *text = str_from_c("the exception being handled");
        if (!text || list_append_steal(list, text) < 0) clear_ref(&list);
    }
    for (Frame *f = vm.frames; f && !found; f = f->below)
        if ((Object *)f == args[0]) found = "the running frame";
    if (runtime.exception == args[0]) found = "the pending exception";
    Object *text = list && found ? str_from_c(found) : NULL;
    if (text && list_append_steal(list, text) < 0) clear_ref(&list);
    return list;
}

/* ---- static variables ---- */

/* AddressSanitizer keeps zones between variables, which nobody should read, and we do. */
__attribute__((no_sanitize("address"))) static const uintptr_t *find_word(const uintptr_t *from, const void *end,
                                                                          const Object *o) {
    while ((const void *)from < end && *from != (uintptr_t)o) from++;
    return (const void *)from < end ? from : NULL;
}

/* How often the buffer that a static variable points to has the object in it. A string is never looked for there: the
 * table of interned ones owns no references. */
static size_t words_behind(uintptr_t variable, const Object *o) {
    HeapAddress where;
    const char *p = (const char *)variable;
    if (str_check(o) || !heap_locate(p, &where) || where.start != p || where.state != BLOCK_USED) return 0;
    size_t n = 0;
    const uintptr_t *at = (const uintptr_t *)variable;
    for (const void *end = p + where.pool.block_size; (at = find_word(at, end, o)); at++) n++;
    return n;
}

__attribute__((no_sanitize("address"))) static uintptr_t word_at(const uintptr_t *at) {
    return *at;
}

/* [address, ...]: static variables of the program that point to it, or to a buffer that does. */
Object *heap_statics(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    const uintptr_t *at = (const uintptr_t *)(((uintptr_t)__data_start + 7) & ~(uintptr_t)7);
    for (; list && at < (const uintptr_t *)_end; at++) {
        uintptr_t word = word_at(at);
        size_t n = word == (uintptr_t)args[0] ? 1 : words_behind(word, args[0]);
        for (; list && n > 0; n--) {
            Object *address = int_from_u64((uintptr_t)at);
            if (!address || list_append_steal(list, address) < 0) clear_ref(&list);
        }
    }
    return list;
}

/* ---- suspended generators ---- */

/* [name or None, ...]: locals (None: temporaries) of a suspended generator that are the object. */
Object *heap_suspended(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    const Generator *g = (const Generator *)args[0];
    if (!list || !generator_check(args[0]) || g->state != GEN_SUSPENDED) return list;
    for (uint32_t i = 0; list && i < g->register_count; i++) {
        if (g->registers[i] != args[1]) continue;
        if (list_append(list, i < g->code->local_count ? (Object *)g->code->varnames[i] : NONE) < 0) clear_ref(&list);
    }
    return list;
}
