/* tuple: references inline behind the header, never changed once somebody else can see them.
 *
 *      [GC header][refcount][type][length][0][1] ... [length - 1]
 *
 * Dead tuples of up to TUPLE_FREE_MAX items wait on a free list for each length; the empty tuple is one static object.
 *
 * A tuple without containers in it cannot be part of a cycle, and as it does not change it never will: the makers
 * that know the items leave such tuples untracked, so that rows of numbers and strings cost the collector nothing.
 */
#include <stdarg.h>
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

enum { TUPLE_FREE_MAX = 8, TUPLE_LOOK_MAX = 32 };

static FreeList *const tuple_free[TUPLE_FREE_MAX + 1] = {
    NULL,
    &freelist_tuple1,
    &freelist_tuple2,
    &freelist_tuple3,
    &freelist_tuple4,
    &freelist_tuple5,
    &freelist_tuple6,
    &freelist_tuple7,
    &freelist_tuple8,
};

_Static_assert(sizeof(GcHeader) + sizeof(Tuple) + sizeof(Object *) == 48, "freelists.def has the sizes of tuples");

static struct {
    GcHeader header; /* next is NULL: never tracked */
    Tuple tuple;
} tuple_nothing = {.tuple = {.base = {.refcount = IMMORTAL, .type = &tuple_type}}};

/* Untracked, items undefined; n > 0. */
static inline Tuple *tuple_alloc(ptrdiff_t n) {
    if (unlikely(n > TUPLE_FREE_MAX)) {
        if (n > PTRDIFF_MAX / (ptrdiff_t)sizeof(Object *) - 8) return raise_memory();
        Tuple *t = (Tuple *)object_new_unfilled(&tuple_type, (size_t)n * sizeof(Object *));
        if (t) t->length = n;
        return t;
    }
    Tuple *t = freelist_gc_object(tuple_free[n], &tuple_type);
    if (unlikely(!t)) return NULL;
    t->length = n;
    return t;
}

static inline bool tuple_can_hold_cycle(const Object *item) {
    return gc_is_gc(item) && (item->type != &tuple_type || gc_is_tracked(item));
}

/* For a finished tuple. Of a long one the collector may look at the items: it takes no longer, if it comes to that. */
static inline Object *tuple_track(Tuple *t) {
    if (t->length > TUPLE_LOOK_MAX) {
        gc_track(t);
        return (Object *)t;
    }
    for (ptrdiff_t i = 0; i < t->length; i++)
        if (tuple_can_hold_cycle(t->items[i])) {
            gc_track(t);
            break;
        }
    return (Object *)t;
}

Object *tuple_new(ptrdiff_t n) {
    if (n == 0) return newref(&tuple_nothing.tuple);
    Tuple *t = tuple_alloc(n);
    if (!t) return NULL;
    memset(t->items, 0, (size_t)n * sizeof *t->items);
    gc_track(t); /* what its items will be is not known yet */
    return (Object *)t;
}

Object *tuple_from(Object *const *items, ptrdiff_t n) {
    if (n <= 0) return newref(&tuple_nothing.tuple);
    Tuple *t = tuple_alloc(n);
    if (!t) return NULL;
    items_copy(t->items, items, n);
    return tuple_track(t);
}

Object *tuple_from_steal(Object **items, ptrdiff_t n) {
    if (n <= 0) return newref(&tuple_nothing.tuple);
    Tuple *t = tuple_alloc(n);
    if (!t) {
        items_decref(items, n);
        return NULL;
    }
    memcpy(t->items, items, (size_t)n * sizeof *items);
    return tuple_track(t);
}

Object *tuple_from_window(Object **window, ptrdiff_t n) {
    if (n <= 0) return newref(&tuple_nothing.tuple);
    Tuple *t = tuple_alloc(n);
    if (!t) return NULL;
    bool cycles = false;
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *item = window[i];
        window[i] = NULL;
        t->items[i] = item;
        cycles |= tuple_can_hold_cycle(item);
    }
    if (cycles) gc_track(t);
    return (Object *)t;
}

Object *tuple_pack(int n, ...) {
    if (n == 0) return newref(&tuple_nothing.tuple);
    Tuple *t = tuple_alloc(n);
    if (!t) return NULL;
    va_list va;
    va_start(va, n);
    for (int i = 0; i < n; i++) t->items[i] = newref(va_arg(va, Object *));
    va_end(va);
    return tuple_track(t);
}

Object *tuple_two(Object *a, Object *b) {
    Tuple *t = freelist_gc_object(&freelist_tuple2, &tuple_type);
    if (unlikely(!t)) {
        decref(a);
        decref(b);
        return NULL;
    }
    t->length = 2;
    t->items[0] = a;
    t->items[1] = b;
    if (tuple_can_hold_cycle(a) || tuple_can_hold_cycle(b)) gc_track(t);
    return (Object *)t;
}

Object *tuple_slice(Object *o, ptrdiff_t start, ptrdiff_t end) {
    Tuple *t = (Tuple *)o;
    clamp_bounds(t->length, &start, &end);
    if (end - start == t->length && o->type == &tuple_type) return newref(o);
    ptrdiff_t n = end - start;
    Tuple *result = n > 0 ? tuple_alloc(n) : newref(&tuple_nothing.tuple);
    if (n <= 0 || !result) return (Object *)result;
    items_copy(result->items, t->items + start, n);
    if (gc_is_tracked(o)) gc_track(result); /* or none of its items can be part of a cycle */
    return (Object *)result;
}

/* The kept tuple is always tracked: what it will be filled with next is not known. */
static Object *tuple_keep(Object **last, Object *tuple) {
    if (tuple && !*last) {
        *last = newref(tuple);
        if (!gc_is_tracked(tuple)) gc_track(tuple);
    }
    return tuple;
}

Object *tuple_pair_anew(Object **last, Object *a, Object *b) {
    return tuple_keep(last, tuple_two(a, b));
}

Object *tuple_refill(Object **last, Object *const *items, ptrdiff_t n) {
    if (n == 0) return tuple_new(0);
    Tuple *t = (Tuple *)*last;
    if (likely(t && t->base.refcount == 1)) {
        incref(t);
        for (ptrdiff_t i = 0; i < n; i++)
            if (t->items[i] != items[i]) set_ref(&t->items[i], newref(items[i]));
        return (Object *)t;
    }
    return tuple_keep(last, tuple_from(items, n));
}

Object *tuple_refill_steal(Object **last, Object **items, ptrdiff_t n) {
    Tuple *t = (Tuple *)*last;
    if (unlikely(!t || t->base.refcount != 1)) return tuple_keep(last, tuple_from_steal(items, n));
    incref(t);
    for (ptrdiff_t i = 0; i < n; i++) set_ref(&t->items[i], items[i]);
    return (Object *)t;
}

static void tuple_dealloc(Object *o) {
    Tuple *t = (Tuple *)o;
    ptrdiff_t n = t->length;
    gc_untrack(o);
    items_decref(t->items, n);
    if (n <= TUPLE_FREE_MAX && n > 0 && o->type == &tuple_type)
        freelist_free(tuple_free[n], gc_header(o));
    else
        object_free(o);
}

static RefSpan tuple_span(Object *o) {
    Tuple *t = (Tuple *)o;
    return (RefSpan){t->items, (size_t)t->length, 1};
}

static int tuple_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(tuple_span(o), visit, arg);
}

/* ---- slots */

/* Python's published mix for sequences, made from the rounds of xxHash. */
static intptr_t tuple_hash(Object *o) {
    static const uint64_t P1 = 11400714785074694791u, P2 = 14029467366897019727u, P5 = 2870177450012600261u;
    Tuple *t = (Tuple *)o;
    uint64_t sum = P5;
    for (ptrdiff_t i = 0; i < t->length; i++) {
        intptr_t h = item_hash_known(t->items[i]);
        if (h == -1) {
            if (unlikely(stack_is_low()) && stack_check(" while hashing a tuple") < 0) return -1;
            if ((h = object_hash(t->items[i])) == -1) return -1;
        }
        sum += (uint64_t)h * P2;
        sum = (sum << 31 | sum >> 33) * P1;
    }
    sum += (uint64_t)t->length ^ P5 ^ 3527539;
    return (intptr_t)sum == -1 ? 1546275796 : (intptr_t)sum;
}

static Object *tuple_compare(Object *a, Object *b, enum CompareOp op) {
    if (!tuple_check(a) || !tuple_check(b)) return newref(NOT_IMPLEMENTED);
    Tuple *v = (Tuple *)a, *w = (Tuple *)b;
    ptrdiff_t i = 0, n = v->length < w->length ? v->length : w->length;
    for (; i < n; i++) {
        int r = item_equal(v->items[i], w->items[i]);
        if (r < 0) return NULL;
        if (!r) break;
    }
    if (i == n) return new_bool(length_order(v->length, w->length, op));
    if (op == CMP_EQ || op == CMP_NE) return new_bool(op == CMP_NE);
    return object_compare(v->items[i], w->items[i], op);
}

static Object *tuple_repr(Object *o) {
    Tuple *t = (Tuple *)o;
    if (t->length == 0) return str_from_c("()");
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("(...)") : NULL;
    StrWriter w = writer_new();
    int r = writer_char(&w, '(');
    for (ptrdiff_t i = 0; r == 0 && i < t->length; i++) {
        if (i > 0 && (r = writer_ascii(&w, ", ", 2)) < 0) break;
        r = writer_repr(&w, t->items[i]);
    }
    if (r == 0) r = writer_c(&w, t->length == 1 ? ",)" : ")");
    repr_leave(o);
    return r < 0 ? NULL : writer_finish(&w);
}

static ptrdiff_t tuple_length_slot(Object *o) {
    return tuple_length(o);
}

static Object *tuple_get_slice(Tuple *t, Object *slice) {
    ptrdiff_t start, stop, step, n = slice_bounds(slice, t->length, &start, &stop, &step);
    if (n <= 0) return n < 0 ? NULL : tuple_new(0);
    if (step == 1) return tuple_slice((Object *)t, start, start + n);
    Tuple *result = tuple_alloc(n);
    if (!result) return NULL;
    for (ptrdiff_t i = 0, at = start; i < n; i++, at += step) result->items[i] = newref(t->items[at]);
    return tuple_track(result);
}

static Object *tuple_get_item(Object *o, Object *key) {
    Tuple *t = (Tuple *)o;
    if (key->type == &slice_type) return tuple_get_slice(t, key);
    if (unlikely(!key->type->to_index))
        return raise_error(&exc_TypeError, "tuple indices must be integers or slices, not %T", key);
    ptrdiff_t i = item_index(key, &t->length);
    if (likely(i >= 0)) return newref(t->items[i]);
    return i == -1 ? raise_error(&exc_IndexError, "tuple index out of range") : NULL;
}

static int tuple_contains(Object *o, Object *item) {
    Tuple *t = (Tuple *)o;
    for (ptrdiff_t i = 0; i < t->length; i++) {
        int r = item_equal(t->items[i], item);
        if (r) return r;
    }
    return 0;
}

static Object *tuple_concat(Object *a, Object *b) {
    ptrdiff_t n = tuple_length(a);
    if (n == 0 && b->type == &tuple_type) return newref(b);
    if (!tuple_check(b)) return raise_error(&exc_TypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
    ptrdiff_t m = tuple_length(b);
    if (m == 0 && a->type == &tuple_type) return newref(a);
    if (n + m == 0) return tuple_new(0);
    Tuple *result = tuple_alloc(n + m);
    if (!result) return NULL;
    items_copy(result->items, ((Tuple *)a)->items, n);
    items_copy(result->items + n, ((Tuple *)b)->items, m);
    if (gc_is_tracked(a) || gc_is_tracked(b)) gc_track(result);
    return (Object *)result;
}

static Object *tuple_repeat(Object *o, ptrdiff_t times) {
    Tuple *t = (Tuple *)o;
    ptrdiff_t n = t->length;
    if ((n == 0 || times == 1) && o->type == &tuple_type) return newref(o);
    if (n == 0 || times <= 0) return tuple_new(0);
    if (n > PTRDIFF_MAX / (ptrdiff_t)sizeof(Object *) / times) return raise_memory();
    Tuple *result = tuple_alloc(n * times);
    if (!result) return NULL;
    memcpy(result->items, t->items, (size_t)n * sizeof(Object *));
    items_repeat(result->items, n, n * times);
    for (ptrdiff_t i = 0; i < n; i++) incref_by(t->items[i], times);
    if (gc_is_tracked(o)) gc_track(result);
    return (Object *)result;
}

static Object *tuple_make(Type *type, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with an __init__ of its own may define keywords; only a plain tuple rejects them. */
    if ((type == &tuple_type || type->init == tuple_type.init) && args_no_keywords("tuple", kwnames) < 0) return NULL;
    if (args_count("tuple", nargs, 0, 1) < 0) return NULL;
    Object *plain = nargs > 0 ? sequence_tuple(args[0]) : tuple_new(0);
    if (!plain || type == &tuple_type) return plain;
    ptrdiff_t n = tuple_length(plain);
    Tuple *t = (Tuple *)object_new_var(type, (size_t)n * sizeof(Object *));
    if (t) {
        t->length = n;
        for (ptrdiff_t i = 0; i < n; i++) t->items[i] = newref(tuple_item(plain, i));
        gc_track(t);
    }
    decref(plain);
    return (Object *)t;
}

/* ---- methods */

static Object *tuple_count_method(Object *o, Object **args, ptrdiff_t nargs) {
    Tuple *t = (Tuple *)o;
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < t->length; i++) {
        int r = item_equal(t->items[i], args[0]);
        if (r < 0) return NULL;
        count += r;
    }
    return int_from_i64(count);
}

static Object *tuple_index_method(Object *o, Object **args, ptrdiff_t nargs) {
    Tuple *t = (Tuple *)o;
    ptrdiff_t start = 0, stop = PTRDIFF_MAX;
    if (nargs > 1 && slice_index(args[1], &start) < 0) return NULL;
    if (nargs > 2 && slice_index(args[2], &stop) < 0) return NULL;
    clamp_bounds(t->length, &start, &stop);
    for (ptrdiff_t i = start; i < stop; i++) {
        int r = item_equal(t->items[i], args[0]);
        if (r) return r > 0 ? int_from_i64(i) : NULL;
    }
    return raise_error(&exc_ValueError, "tuple.index(x): x not in tuple");
}

static Object *tuple_getnewargs(Object *o, Object **args, ptrdiff_t nargs) {
    Object *plain = tuple_from(((Tuple *)o)->items, tuple_length(o));
    if (!plain) return NULL;
    Object *result = tuple_pack(1, plain);
    decref(plain);
    return result;
}

static const Method tuple_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias tuple[object].", METH_CLASS},
    {"__getnewargs__", tuple_getnewargs, 0, 0, "__getnewargs__()\n--\n\nArguments for __new__, for pickle and copy."},
    {"count", tuple_count_method, 1, 1, "count(value, /)\n--\n\nHow many items equal value."},
    {"index", tuple_index_method, 1, 3,
     "index(value, start=0, stop=sys.maxsize, /)\n--\n\nWhere value is first found; ValueError when it is not."},
    {NULL},
};

Type tuple_type = {
    .mem = {.name = "tuple",
            .size = sizeof(Tuple),
            .item_size = sizeof(Object *),
            .flags = TYPE_GC | TYPE_BASE | TYPE_TUPLE | TYPE_SEQUENCE | TYPE_VARSIZE,
            .dealloc = tuple_dealloc,
            .traverse = tuple_traverse,
            .span = tuple_span},
    .doc = "tuple(iterable=(), /)\n--\n\nA sequence of items that cannot change.",
    .methods = tuple_methods,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .iter = tuple_iter,
    .new = tuple_make,
    .length = tuple_length_slot,
    .get_item = tuple_get_item,
    .slice = tuple_slice,
    .contains = tuple_contains,
    .concat = tuple_concat,
    .repeat = tuple_repeat,
};
