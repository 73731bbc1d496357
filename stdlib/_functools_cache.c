/* functools.lru_cache: a function that remembers its results.
 *
 * The results are in a dict, from the one longest unused to the one used last: a hit moves its entry to the end, and a
 * full cache drops the first entry. The key of a call is the argument itself when there is just one and it is an int or
 * a str, else a tuple of the arguments, with a mark between positional ones and keywords.
 *
 * The function may call its own cached self, clear the cache, or store the very same key meanwhile.
 */
#include "interp/object/weakref.h"
#include "stdlib/functools.h"

typedef struct LruCache {
    Object base;
    Object *function;
    Object *results; /* an exact dict */
    Object *info_type;
    Object *attributes; /* the __dict__, or NULL */
    Object *weaklist;
    ptrdiff_t maxsize; /* -1: unbounded */
    int64_t hits, misses;
    bool typed;
} LruCache;

static Object keyword_mark = {.refcount = IMMORTAL, .type = &object_type}; /* in keys, before the keywords */

static Object *lru_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"user_function", "maxsize", "typed", "cache_info_type", NULL};
    Object *given[4];
    if (args_bind("lru_cache", parameters, 4, 4, args, nargs, kwnames, given) < 0) return NULL;
    if (!object_callable(given[0])) return raise_error(&exc_TypeError, "the first argument must be callable");
    ptrdiff_t maxsize = -1;
    if (given[1] != NONE) {
        if (!given[1]->type->to_index) return raise_error(&exc_TypeError, "maxsize should be integer or None");
        maxsize = number_as_index(given[1], &exc_OverflowError);
        if (maxsize == -1 && raise_pending()) return NULL;
        if (maxsize < 0) maxsize = 0;
    }
    int typed = object_truth(given[2]);
    LruCache *c = typed < 0 ? NULL : (LruCache *)object_new(t);
    if (!c) return NULL;
    c->function = newref(given[0]);
    c->info_type = newref(given[3]);
    c->maxsize = maxsize;
    c->typed = typed;
    c->results = dict_new();
    gc_track(c);
    if (c->results) return (Object *)c;
    decref(c);
    return NULL;
}

static void lru_dealloc(Object *o) {
    LruCache *c = (LruCache *)o;
    gc_untrack(o);
    if (c->weaklist) weakref_clear_all(o);
    xdecref(c->function);
    xdecref(c->results);
    xdecref(c->info_type);
    xdecref(c->attributes);
    object_free(o);
}

static int lru_traverse(Object *o, Visit visit, void *arg) {
    LruCache *c = (LruCache *)o;
    int r = visit_ref(c->function, visit, arg);
    if (r == 0) r = visit_ref(c->results, visit, arg);
    if (r == 0) r = visit_ref(c->info_type, visit, arg);
    return r ? r : visit_ref(c->attributes, visit, arg);
}

static void lru_clear(Object *o) {
    LruCache *c = (LruCache *)o;
    clear_ref(&c->attributes);
    if (c->results) dict_empty(c->results);
}

/* What a call is remembered under: new. */
static Object *make_key(Object **args, ptrdiff_t nargs, Tuple *kwnames, bool typed) {
    ptrdiff_t keywords = kwnames ? tuple_length(kwnames) : 0;
    if (!typed && keywords == 0) {
        if (nargs == 1 && (args[0]->type == &str_type || int_check_exact(args[0]))) return newref(args[0]);
        return tuple_from(args, nargs);
    }
    ptrdiff_t n = nargs + (keywords ? 1 + 2 * keywords : 0) + (typed ? nargs + keywords : 0), at = 0;
    Object *key = tuple_new(n);
    if (!key) return NULL;
    while (at < nargs) tuple_set(key, at, newref(args[at])), at++;
    if (keywords) tuple_set(key, at++, newref(&keyword_mark));
    for (ptrdiff_t i = 0; i < keywords; i++) {
        tuple_set(key, at++, newref(tuple_item(kwnames, i)));
        tuple_set(key, at++, newref(args[nargs + i]));
    }
    for (ptrdiff_t i = 0; typed && i < nargs + keywords; i++) tuple_set(key, at++, newref(type_of(args[i])));
    return key;
}

/* Stores a fresh result, unless the call stored one under the same key itself. */
static int remember(LruCache *c, Object *key, intptr_t hash, Object *result) {
    if (c->maxsize >= 0) {
        if (dict_get_hash(c->results, key, hash)) return 0;
        if (raise_pending()) return -1;
        Object *old_key, *old_result;
        if (dict_length(c->results) >= c->maxsize && dict_take_end(c->results, false, &old_key, &old_result)) {
            int r = dict_set_hash(c->results, key, result, hash);
            decref(old_key);
            decref(old_result);
            return r;
        }
    }
    return dict_set_hash(c->results, key, result, hash);
}

static Object *lru_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    LruCache *c = (LruCache *)o;
    if (c->maxsize == 0) {
        c->misses++;
        return object_call(c->function, args, nargs, kwnames);
    }
    Object *key = make_key(args, nargs, kwnames, c->typed);
    if (!key) return NULL;
    intptr_t hash = object_hash(key);
    Object *result = NULL;
    if (hash != -1)
        result = c->maxsize < 0 ? dict_get_hash(c->results, key, hash) : dict_get_recent(c->results, key, hash);
    if (result) {
        c->hits++;
        incref(result);
    } else if (!raise_pending()) {
        c->misses++;
        incref(c); /* the function may drop the last reference to its own cache */
        result = object_call(c->function, args, nargs, kwnames);
        if (result && remember(c, key, hash, result) < 0) clear_ref(&result);
        decref(c);
    }
    decref(key);
    return result;
}

static Object *lru_get(Object *d, Object *instance, Object *owner) {
    return !instance || instance == NONE ? newref(d) : bound_method_new(d, instance);
}

static Object *lru_cache_info(Object *o, Object **args, ptrdiff_t nargs) {
    LruCache *c = (LruCache *)o;
    Object *parts[4] = {int_from_i64(c->hits), int_from_i64(c->misses),
                        c->maxsize < 0 ? new_none() : int_from_i64(c->maxsize), int_from_i64(dict_length(c->results))};
    Object *info = parts[0] && parts[1] && parts[2] && parts[3] ? object_call(c->info_type, parts, 4, NULL) : NULL;
    for (int i = 0; i < 4; i++) xdecref(parts[i]);
    return info;
}

static Object *lru_cache_clear(Object *o, Object **args, ptrdiff_t nargs) {
    LruCache *c = (LruCache *)o;
    c->hits = c->misses = 0;
    dict_empty(c->results);
    return new_none();
}

static Object *lru_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return object_getattr(o, names.__qualname__);
}

static Object *lru_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return newref(o);
}

static const Method lru_methods[] = {
    {"__copy__", lru_copy, 0, 0, "__copy__()\n--\n\nItself."},
    {"__deepcopy__", lru_copy, 1, 1, "__deepcopy__(memo, /)\n--\n\nItself."},
    {"__reduce__", lru_reduce, 0, 0, "__reduce__()\n--\n\nIts name, for pickle."},
    {"cache_clear", lru_cache_clear, 0, 0, "cache_clear()\n--\n\nForgets all results and the statistics."},
    {"cache_info", lru_cache_info, 0, 0,
     "cache_info()\n--\n\nHits, misses, greatest and current size, as a named tuple."},
    {NULL},
};

static const GetSet lru_getset[] = {
    {"__dict__", attribute_get_dict, attribute_set_dict, NULL},
    {NULL},
};

Type functools_lru_cache = {
    .mem = {.name = "functools._lru_cache_wrapper",
            .size = sizeof(LruCache),
            .flags = TYPE_GC | TYPE_METHOD_LIKE,
            .weaklist_offset = offsetof(LruCache, weaklist),
            .dict_offset = offsetof(LruCache, attributes),
            .dealloc = lru_dealloc,
            .traverse = lru_traverse,
            .clear = lru_clear},
    .doc = "A function that remembers its results: functools.lru_cache makes it.",
    .methods = lru_methods,
    .getset = lru_getset,
    .call = lru_call,
    .descr_get = lru_get,
    .new = lru_make,
};
