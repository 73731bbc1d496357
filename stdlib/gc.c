/* gc: the cycle collector as programs see it. What it does is in gc/collector.c; here are its switches, its reports,
 * and the questions about references that its walks can answer.
 *
 * gc.garbage and gc.callbacks belong to the module's C side, so that rebinding the names changes nothing. The collector
 * is told of them when the module is imported: without that nobody can have asked for anything.
 */
#include "gc/collector.h"
#include "interp/api.h"

static Object *garbage;   /* owned list: what DEBUG_SAVEALL saved */
static Object *callbacks; /* owned list of functions of (phase, info) */

/* An argument as a C int, through __index__; -1 may be a value: check raise_pending(). */
static int as_int(Object *o) {
    Object *index = number_index(o);
    int n = index ? int_as_int(index) : -1;
    xdecref(index);
    return n;
}

/* ---- switches ---- */

static Object *enable(Object *self, Object **args, ptrdiff_t nargs) {
    gc_enable();
    return new_none();
}

static Object *disable(Object *self, Object **args, ptrdiff_t nargs) {
    gc_disable();
    return new_none();
}

static Object *isenabled(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(gc_enabled);
}

static Object *collect(Object *self, Object **args, ptrdiff_t nargs) {
    Object *which = arg_or_null(args, nargs, 0);
    int generation = which ? as_int(which) : GC_GENERATIONS - 1;
    if (raise_pending()) return NULL;
    if (generation < 0 || generation >= GC_GENERATIONS) return raise_error(&exc_ValueError, "invalid generation");
    return int_from_i64(gc_collect(generation));
}

static Object *set_debug(Object *self, Object **args, ptrdiff_t nargs) {
    int flags = as_int(args[0]);
    if (raise_pending()) return NULL;
    gc_debug = flags;
    return new_none();
}

static Object *get_debug(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(gc_debug);
}

static Object *set_threshold(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs < 1 || nargs > GC_GENERATIONS)
        return raise_error(&exc_TypeError, "gc.set_threshold requires 1 to 3 arguments");
    int thresholds[GC_GENERATIONS];
    for (ptrdiff_t i = 0; i < nargs; i++) {
        thresholds[i] = as_int(args[i]);
        if (raise_pending()) return NULL;
    }
    for (ptrdiff_t i = 0; i < nargs; i++) gc_set_threshold((int)i, thresholds[i]);
    return new_none();
}

static Object *triple(const int64_t values[GC_GENERATIONS]) {
    Object *t = tuple_new(GC_GENERATIONS);
    for (int i = 0; t && i < GC_GENERATIONS; i++) {
        Object *n = int_from_i64(values[i]);
        tuple_set(t, i, n);
        if (!n) clear_ref(&t);
    }
    return t;
}

static Object *get_threshold(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t values[GC_GENERATIONS];
    for (int i = 0; i < GC_GENERATIONS; i++) values[i] = gc_generations[i].threshold;
    return triple(values);
}

static Object *get_count(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t values[GC_GENERATIONS];
    for (int i = 0; i < GC_GENERATIONS; i++) values[i] = gc_generations[i].count;
    return triple(values);
}

/* ---- dicts of numbers ---- */

static int put(Object *dict, const char *key, int64_t n) {
    Object *value = int_from_i64(n);
    int status = value ? dict_set_c(dict, key, value) : -1;
    xdecref(value);
    return status;
}

static Object *stats_of(const GcGeneration *g) {
    Object *d = dict_new();
    if (!d) return NULL;
    if (put(d, "collections", g->collections) < 0 || put(d, "collected", g->collected) < 0 ||
        put(d, "uncollectable", g->uncollectable) < 0)
        clear_ref(&d);
    return d;
}

static Object *get_stats(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    for (int i = 0; list && i < GC_GENERATIONS; i++) {
        Object *d = stats_of(&gc_generations[i]);
        if (!d || list_append_steal(list, d) < 0) clear_ref(&list);
    }
    return list;
}

/* ---- walks: results go to a list that the walk must not show ---- */

static int append_other(Object *o, void *list) {
    return o == list ? 0 : list_append(list, o);
}

static Object *get_objects(Object *self, Object **args, ptrdiff_t nargs) {
    Object *which = arg_or_null(args, nargs, 0);
    int generation = GC_ALL;
    if (which && which != NONE) {
        generation = as_int(which);
        if (raise_clear_if(&exc_TypeError))
            return raise_error(&exc_TypeError, "argument should be integer or None, not '%T'", which);
        if (raise_pending()) return NULL;
        if (generation < -1) return raise_error(&exc_ValueError, "generation parameter cannot be negative");
        if (generation >= GC_GENERATIONS)
            return raise_error(&exc_ValueError,
                               "generation parameter must be less than the number of available generations (%d)",
                               GC_GENERATIONS);
    }
    Object *list = list_new(0);
    if (list && gc_each(generation, append_other, list) < 0) clear_ref(&list);
    return list;
}

typedef struct Search {
    Object **targets;
    ptrdiff_t count;
    Object *found; /* the list in the making */
} Search;

static int is_target(Object *child, void *arg) {
    const Search *s = arg;
    for (ptrdiff_t i = 0; i < s->count; i++)
        if (s->targets[i] == child) return 1;
    return 0;
}

static int append_referrer(Object *o, void *arg) {
    Search *s = arg;
    if (o == s->found || !gc_traverse(o, is_target, s)) return 0;
    return list_append(s->found, o);
}

static Object *get_referrers(Object *self, Object **args, ptrdiff_t nargs) {
    Search s = {args, nargs, list_new(0)};
    if (s.found && gc_each(GC_ALL, append_referrer, &s) < 0) clear_ref(&s.found);
    return s.found;
}

static int append_any(Object *o, void *list) {
    return list_append(list, o);
}

static Object *get_referents(Object *self, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    for (ptrdiff_t i = 0; list && i < nargs; i++)
        if (gc_is_gc(args[i]) && gc_traverse(args[i], append_any, list) < 0) clear_ref(&list);
    return list;
}

static Object *is_tracked(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(gc_is_gc(args[0]) && gc_is_tracked(args[0]));
}

static Object *is_finalized(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(gc_is_gc(args[0]) && gc_is_finalized(args[0]));
}

/* ---- the permanent generation ---- */

static Object *freeze(Object *self, Object **args, ptrdiff_t nargs) {
    gc_freeze();
    return new_none();
}

static Object *unfreeze(Object *self, Object **args, ptrdiff_t nargs) {
    gc_unfreeze();
    return new_none();
}

static Object *get_freeze_count(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(gc_size(GC_PERMANENT));
}

/* ---- what the collector reports ---- */

static Object *phase_info(int generation, int64_t collected, int64_t uncollectable) {
    Object *info = dict_new();
    if (!info) return NULL;
    if (put(info, "generation", generation) < 0 || put(info, "collected", collected) < 0 ||
        put(info, "uncollectable", uncollectable) < 0)
        clear_ref(&info);
    return info;
}

/* A callback may change the list: the length is asked anew each time, and the callback held. */
static void call_all(Object *phase, Object *info) {
    for (ptrdiff_t i = 0; callbacks && i < list_length(callbacks); i++) {
        Object *callback = newref(list_item(callbacks, i));
        Object *result = object_call2(callback, phase, info);
        if (!result) raise_unraisable("while calling GC callback", callback);
        xdecref(result);
        decref(callback);
    }
}

static void report_phase(const char *phase, int generation, int64_t collected, int64_t uncollectable) {
    if (!callbacks || list_length(callbacks) == 0) return;
    Object *pending = raise_take();
    Object *name = (Object *)str_intern_c(phase), *info = phase_info(generation, collected, uncollectable);
    if (name && info) call_all(name, info);
    if (raise_pending()) raise_unraisable("on invoking gc callbacks", NULL);
    xdecref(name);
    xdecref(info);
    raise_restore(pending);
}

/* Without memory the object stays out of the list, but alive. */
static void save_garbage(Object *o) {
    Object *pending = raise_take();
    if (garbage && list_append(garbage, o) < 0) raise_clear();
    raise_restore(pending);
}

/* ---- the module ---- */

static void teardown(void) {
    gc_hooks.phase = NULL;
    gc_hooks.garbage = NULL;
    gc_debug = 0;
    clear_ref(&callbacks);
    clear_ref(&garbage);
}

static int setup(Object *m) {
    static const struct {
        const char *name;
        int value;
    } flags[] = {
        {"DEBUG_STATS", GC_DEBUG_STATS},
        {"DEBUG_COLLECTABLE", GC_DEBUG_COLLECTABLE},
        {"DEBUG_UNCOLLECTABLE", GC_DEBUG_UNCOLLECTABLE},
        {"DEBUG_SAVEALL", GC_DEBUG_SAVEALL},
        {"DEBUG_LEAK", GC_DEBUG_COLLECTABLE | GC_DEBUG_UNCOLLECTABLE | GC_DEBUG_SAVEALL},
    };
    if (!garbage) garbage = list_new(0);
    if (!callbacks) callbacks = list_new(0);
    if (!garbage || !callbacks) return -1;
    if (module_add(m, "garbage", garbage) < 0 || module_add(m, "callbacks", callbacks) < 0) return -1;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (module_add_int(m, flags[i].name, flags[i].value) < 0) return -1;
    gc_hooks.phase = report_phase;
    gc_hooks.garbage = save_garbage;
    return 0;
}

static const Method methods[] = {
    {"enable", enable, 0, 0, "enable()\n--\n\nCollections start by themselves from now on."},
    {"disable", disable, 0, 0, "disable()\n--\n\nCollections no longer start by themselves."},
    {"isenabled", isenabled, 0, 0, "isenabled()\n--\n\nDo collections start by themselves?"},
    {"set_debug", set_debug, 1, 1, "set_debug(flags, /)\n--\n\nWhat is reported to stderr: a sum of the DEBUG_ flags."},
    {"get_debug", get_debug, 0, 0, "get_debug()\n--\n\nThe flags that set_debug was given."},
    {"get_count", get_count, 0, 0,
     "get_count()\n--\n\nHow far each generation has come on its way to the next collection."},
    {"set_threshold", set_threshold, 0, -1,
     "set_threshold(threshold0, [threshold1, [threshold2]])\nAt which counts the generations are collected; 0: never."},
    {"get_threshold", get_threshold, 0, 0, "get_threshold()\n--\n\nThe counts at which the generations are collected."},
    {"collect", collect, 0, 1,
     "collect(generation=2)\n--\n\nCollects a generation and all younger ones. Returns the number of unreachable "
     "objects."},
    {"get_objects", get_objects, 0, 1,
     "get_objects(generation=None)\n--\n\nAll tracked objects, or those of one generation, without the list itself."},
    {"get_stats", get_stats, 0, 0,
     "get_stats()\n--\n\nA dict for each generation: its collections and what they have found."},
    {"is_tracked", is_tracked, 1, 1, "is_tracked(obj, /)\n--\n\nDoes the collector look at obj?"},
    {"is_finalized", is_finalized, 1, 1, "is_finalized(obj, /)\n--\n\nHas the collector run the finalizer of obj?"},
    {"get_referrers", get_referrers, 0, -1,
     "get_referrers(*objs)\n--\n\nThe tracked objects that refer to any of objs directly."},
    {"get_referents", get_referents, 0, -1,
     "get_referents(*objs)\n--\n\nThe objects that any of objs refers to directly."},
    {"freeze", freeze, 0, 0, "freeze()\n--\n\nAll objects tracked now are never looked at again."},
    {"unfreeze", unfreeze, 0, 0, "unfreeze()\n--\n\nFrozen objects join the oldest generation."},
    {"get_freeze_count", get_freeze_count, 0, 0, "get_freeze_count()\n--\n\nHow many objects are frozen."},
    {NULL},
};

const ModuleSpec gc_module = {
    .name = "gc",
    .doc = "The collector of reference cycles.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
