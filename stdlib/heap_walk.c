/* The walk over all objects.
 *
 * The collector knows the containers that it tracks, and no others: a tuple of strings, a str, a code object are on no
 * list. They are found here, from the roots on. An object's number is its place in `nodes`, which is also the queue of
 * the walk: what is in front of `at` has been visited.
 *
 *      nodes    root root root | child child child ...
 *                     ^ at                             ^ count
 */
#include "stdlib/heap_walk.h"

#include <stdlib.h>

enum { NO_PARENT = UINT32_MAX };

/* ---- the set ---- */

static size_t home(const Walk *w, const Object *o) {
    return (size_t)(((uint64_t)(uintptr_t)o * 0x9e3779b97f4a7c15u) >> 32) & (w->place_count - 1);
}

/* The place of o, or the free one where it belongs. */
static uint32_t *place_of(const Walk *w, const Object *o) {
    size_t i = home(w, o);
    while (w->places[i] && w->nodes[w->places[i] - 1].object != o) i = (i + 1) & (w->place_count - 1);
    return &w->places[i];
}

static bool grow(Walk *w) {
    size_t room = w->room ? w->room * 2 : 4096;
    WalkNode *nodes = realloc(w->nodes, room * sizeof *nodes);
    if (!nodes) return false;
    w->nodes = nodes;
    uint32_t *places = calloc(room * 2, sizeof *places);
    if (!places) return false;
    free(w->places);
    w->places = places;
    w->room = room;
    w->place_count = room * 2;
    for (size_t i = 0; i < w->count; i++) *place_of(w, nodes[i].object) = (uint32_t)i + 1;
    return true;
}

static int add(Object *o, void *walk) {
    Walk *w = walk;
    if (w->count == w->room && !grow(w)) return w->failed = true;
    uint32_t *place = place_of(w, o), number = (uint32_t)w->count;
    if (*place) return 0;
    *place = number + 1;
    w->nodes[w->count++] = (WalkNode){o, w->parent == NO_PARENT ? number : w->parent, w->root};
    return 0;
}

/* ---- roots and children ---- */

/* Keys that are strings cannot be part of a cycle, so the collector does not care for them. */
static int visit_string_keys(Object *o, Visit visit, void *arg) {
    const Dict *d = (const Dict *)o;
    Object *key, *value;
    ptrdiff_t i = 0;
    int stop = 0;
    while (d->keys->strings && !stop && dict_next(d, &i, &key, &value)) stop = visit(key, arg);
    return stop;
}

int walk_children(Object *o, Visit visit, void *arg) {
    int stop = gc_traverse_all(o, visit, arg);
    if (!stop && type_flag(o->type, TYPE_DICT)) stop = visit_string_keys(o, visit, arg);
    const SharedKeys *keys = type_flag(o->type, TYPE_TYPE) ? ((Type *)o)->shared_keys : NULL;
    for (unsigned i = 0; keys && i < keys->count && !stop; i++) stop = visit((Object *)keys->names[i], arg);
    return stop;
}

static void add_if(Walk *w, void *o) {
    if (o) add(o, w);
}

static void add_frames(Walk *w, int hidden) {
    Object **end = NULL; /* where the frame inside begins: a call's arguments are the callee's registers */
    for (FrameWalk f = walk_start(); f.base; walk_outward(&f), hidden--) {
        unsigned n = walk_code(&f)->register_count;
        for (unsigned i = 0; hidden <= 0 && i < n && (!end || f.base + i < end); i++) add_if(w, f.base[i]);
        if (hidden <= 0) add_if(w, frame_function(f.base));
        end = f.base - 2;
    }
}

static void add_roots(Walk *w, int hidden) {
    w->root = WALK_MODULES;
    add_if(w, runtime.modules);
    add_if(w, runtime.sys);
    add_if(w, runtime.builtins);
    w->root = WALK_FRAME;
    add_frames(w, hidden);
    w->root = WALK_STATE;
    add_if(w, runtime.exception);
    for (HandledState *h = runtime.handled; h; h = h->outer) add_if(w, h->exception);
    w->root = WALK_CLASS;
    types_each(add, w);
    w->root = WALK_NAMES;
    for (size_t i = 0; i < sizeof names / sizeof(Str *); i++) add_if(w, ((Object **)&names)[i]);
}

static void visit_from(Walk *w, size_t at) {
    for (; at < w->count && !w->failed; at++) {
        w->parent = (uint32_t)at;
        w->root = w->nodes[at].root;
        walk_children(w->nodes[at].object, add, w);
    }
}

bool walk_all(Walk *w, int hidden) {
    *w = (Walk){.parent = NO_PARENT};
    add_roots(w, hidden);
    visit_from(w, 0);
    size_t rest = w->count;
    w->parent = NO_PARENT;
    w->root = WALK_TRACKED;
    gc_each(GC_ALL, add, w);
    gc_each(GC_PERMANENT, add, w);
    visit_from(w, rest);
    if (w->failed) walk_end(w);
    return !w->failed;
}

void walk_end(Walk *w) {
    free(w->nodes);
    free(w->places);
}
