/* itertools.groupby: runs of neighbouring items with the same key, each as an iterator.
 *
 * The groups share the source with groupby itself. An item that belongs to the next group waits in `value`. A group is
 * alive only while it is the newest one: going on to the next group passes over what was not taken of this one.
 */
#include "stdlib/itertools.h"

typedef struct GroupBy {
    Object base;
    Object *source, *function; /* owned */
    Object *value, *key;       /* of the item read last; owned; value is NULL once it was given out */
    Object *target;            /* key of the newest group; owned */
    const void *group;         /* the newest group; not owned, only compared */
} GroupBy;

typedef struct Group {
    Object base;
    GroupBy *parent; /* owned */
    Object *target;  /* owned */
} Group;

static Object *groupby_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"iterable", "key", NULL};
    Object *given[2];
    if (args_bind("groupby", parameters, 1, 2, args, nargs, kwnames, given) < 0) return NULL;
    Object *source = object_iter(given[0]);
    GroupBy *g = source ? (GroupBy *)object_new(t) : NULL;
    if (!g) {
        xdecref(source);
        return NULL;
    }
    g->source = source;
    g->function = given[1] && given[1] != NONE ? newref(given[1]) : NULL;
    gc_track(g);
    return (Object *)g;
}

static void groupby_dealloc(Object *o) {
    GroupBy *g = (GroupBy *)o;
    gc_untrack(o);
    decref(g->source);
    xdecref(g->function);
    xdecref(g->value);
    xdecref(g->key);
    xdecref(g->target);
    object_free(o);
}

static int groupby_traverse(Object *o, Visit visit, void *arg) {
    GroupBy *g = (GroupBy *)o;
    int r = visit(g->source, arg);
    if (r == 0) r = visit_ref(g->function, visit, arg);
    if (r == 0) r = visit_ref(g->value, visit, arg);
    if (r == 0) r = visit_ref(g->key, visit, arg);
    return r ? r : visit_ref(g->target, visit, arg);
}

static void groupby_clear(Object *o) {
    GroupBy *g = (GroupBy *)o;
    clear_ref(&g->value);
    clear_ref(&g->key);
    clear_ref(&g->target);
}

/* Reads an item and its key: 0; -1 at the end or with an exception. */
static int groupby_step(GroupBy *g) {
    Object *value = iterator_next_below(g->source);
    if (!value) return -1;
    Object *key = g->function ? object_call1(g->function, value) : newref(value);
    if (!key) {
        decref(value);
        return -1;
    }
    set_ref(&g->value, value);
    set_ref(&g->key, key);
    return 0;
}

/* The keys may be replaced by what __eq__ does: compare what is there now. */
static int keys_equal(Object *a, Object *b) {
    incref(a);
    incref(b);
    int r = object_equal(a, b);
    decref(a);
    decref(b);
    return r;
}

static Object *groupby_next(Object *o) {
    GroupBy *g = (GroupBy *)o;
    g->group = NULL;
    for (;;) { /* over the rest of the group before */
        if (g->key) {
            int r = g->target ? keys_equal(g->target, g->key) : 0;
            if (r < 0) return NULL;
            if (r == 0) break;
        }
        if (groupby_step(g) < 0) return NULL;
    }
    set_ref(&g->target, newref(g->key));
    Group *group = (Group *)object_new(&itertools_grouper);
    if (!group) return NULL;
    group->parent = newref(g);
    group->target = newref(g->target);
    g->group = group;
    gc_track(group);
    Object *pair = tuple_pack(2, g->key, group);
    decref(group);
    return pair;
}

Type itertools_groupby = {
    .mem = {.name = "itertools.groupby",
            .size = sizeof(GroupBy),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = groupby_dealloc,
            .traverse = groupby_traverse,
            .clear = groupby_clear},
    .doc =
        "groupby(iterable, key=None)\n--\n\nPairs of a key and an iterator over the neighbouring items that have it.",
    .iter = iterator_self,
    .next = groupby_next,
    .new = groupby_make,
};

static Object *group_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("_grouper", kwnames) < 0 || args_count("_grouper", nargs, 2, 2) < 0) return NULL;
    if (!is_instance(args[0], &itertools_groupby))
        return raise_error(&exc_TypeError, "_grouper() argument 1 must be itertools.groupby, not %T", args[0]);
    Group *group = (Group *)object_new(t);
    if (!group) return NULL;
    group->parent = newref(args[0]);
    group->target = newref(args[1]);
    group->parent->group = group;
    gc_track(group);
    return (Object *)group;
}

static void group_dealloc(Object *o) {
    Group *group = (Group *)o;
    gc_untrack(o);
    if (group->parent->group == group) group->parent->group = NULL;
    decref(group->parent);
    decref(group->target);
    object_free(o);
}

static int group_traverse(Object *o, Visit visit, void *arg) {
    Group *group = (Group *)o;
    int r = visit((Object *)group->parent, arg);
    return r ? r : visit(group->target, arg);
}

static Object *group_next(Object *o) {
    Group *group = (Group *)o;
    GroupBy *g = group->parent;
    if (g->group != group) return NULL;
    if (!g->value && groupby_step(g) < 0) return NULL;
    if (keys_equal(group->target, g->key) <= 0) return NULL;
    Object *value = g->value;
    g->value = NULL;
    clear_ref(&g->key);
    return value;
}

Type itertools_grouper = {
    .mem = {.name = "itertools._grouper",
            .size = sizeof(Group),
            .flags = TYPE_GC,
            .dealloc = group_dealloc,
            .traverse = group_traverse},
    .iter = iterator_self,
    .next = group_next,
    .new = group_make,
};
