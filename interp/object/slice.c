/* slice: three objects that say which part of a sequence is meant, and the arithmetic that turns them into indexes. */
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

_Static_assert(sizeof(GcHeader) + sizeof(Slice) == 56, "freelists.def has the size of a slice");

static Object *slice_new_steal(Object *start, Object *stop, Object *step) {
    Slice *s = freelist_gc_object(&freelist_slice, &slice_type);
    if (unlikely(!s)) {
        decref(start);
        decref(stop);
        decref(step);
        return NULL;
    }
    s->start = start;
    s->stop = stop;
    s->step = step;
    gc_track(s);
    return (Object *)s;
}

Object *slice_new(Object *start, Object *stop, Object *step) {
    return slice_new_steal(newref(start ? start : NONE), newref(stop ? stop : NONE), newref(step ? step : NONE));
}

static void slice_dealloc(Object *o) {
    Slice *s = (Slice *)o;
    gc_untrack(o);
    decref(s->start);
    decref(s->stop);
    decref(s->step);
    freelist_free(&freelist_slice, gc_header(o));
}

static int slice_traverse(Object *o, Visit visit, void *arg) {
    Slice *s = (Slice *)o;
    int r = visit(s->start, arg);
    if (r == 0) r = visit(s->stop, arg);
    if (r == 0) r = visit(s->step, arg);
    return r;
}

/* ---- bounds */

static int slice_part(Object *o, ptrdiff_t *out) {
    if (likely(o->type == &int_type)) {
        *out = ((Int *)o)->value;
        return 0;
    }
    if (!o->type->to_index)
        return raise_int(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    *out = number_as_index(o, NULL);
    return *out == -1 && raise_pending() ? -1 : 0;
}

int slice_index(Object *o, ptrdiff_t *out) {
    if (!o->type->to_index)
        return raise_int(&exc_TypeError, "slice indices must be integers or have an __index__ method");
    return slice_part(o, out);
}

int slice_unpack(Object *o, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step) {
    Slice *s = (Slice *)o;
    *step = 1;
    if (s->step != NONE) {
        if (slice_part(s->step, step) < 0) return -1;
        if (*step == 0) return raise_int(&exc_ValueError, "slice step cannot be zero");
        if (*step < -PTRDIFF_MAX) *step = -PTRDIFF_MAX; /* so that it can be negated */
    }
    *start = *step < 0 ? PTRDIFF_MAX : 0;
    *stop = *step < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
    if (s->start != NONE && slice_part(s->start, start) < 0) return -1;
    return s->stop != NONE ? slice_part(s->stop, stop) : 0;
}

/* One bound, negative ones counted from the end, cut to what a walk in this direction can reach. */
static ptrdiff_t slice_clamp(ptrdiff_t i, ptrdiff_t length, bool backward) {
    if (i < 0 && (i += length) < 0) return backward ? -1 : 0;
    if (i >= length) return backward ? length - 1 : length;
    return i;
}

ptrdiff_t slice_adjust(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t step) {
    *start = slice_clamp(*start, length, step < 0);
    *stop = slice_clamp(*stop, length, step < 0);
    if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

/* A bound that is None or an int, as an index in 0..length; false for anything else. */
static inline bool plain_bound(Object *o, ptrdiff_t otherwise, ptrdiff_t length, ptrdiff_t *out) {
    *out = otherwise;
    if (o == NONE) return true;
    if (o->type != &int_type) return false;
    ptrdiff_t i = ((Int *)o)->value;
    if (i < 0) i += length;
    *out = i < 0 ? 0 : i > length ? length : i;
    return true;
}

bool slice_plain(Object *slice, ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop) {
    Slice *s = (Slice *)slice;
    if (s->step != NONE || !plain_bound(s->start, 0, length, start) || !plain_bound(s->stop, length, length, stop))
        return false;
    if (*stop < *start) *stop = *start;
    return true;
}

ptrdiff_t slice_bounds(Object *slice, ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop, ptrdiff_t *step) {
    *step = 1;
    if (likely(slice_plain(slice, length, start, stop))) return *stop - *start;
    if (slice_unpack(slice, start, stop, step) < 0) return -1;
    return slice_adjust(length, start, stop, *step);
}

/* ---- slice.indices: the same with ints of any size */

/* A bound as an exact int (new), cut to lower..upper, all of them exact ints. */
static Object *slice_big_bound(Object *o, Object *otherwise, Object *length, Object *lower, Object *upper) {
    if (o == NONE) return newref(otherwise);
    if (!o->type->to_index)
        return raise_error(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    Object *i = number_index(o);
    if (i && int_sign(i) < 0) {
        Object *sum = int_add(i, length);
        decref(i);
        i = sum;
    }
    if (!i) return NULL;
    Object *limit = int_order(i, lower) < 0 ? lower : int_order(i, upper) > 0 ? upper : NULL;
    if (limit) {
        decref(i);
        i = newref(limit);
    }
    return i;
}

static Object *slice_big_step(Slice *s) {
    if (s->step == NONE) return int_from_i64(1);
    if (!s->step->type->to_index)
        return raise_error(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    Object *step = number_index(s->step);
    if (step && int_sign(step) == 0) {
        decref(step);
        return raise_error(&exc_ValueError, "slice step cannot be zero");
    }
    return step;
}

Object *slice_big_bounds(Object *o, Object *length) {
    Slice *s = (Slice *)o;
    Object *step = slice_big_step(s);
    if (!step) return NULL;
    Object *lower = NULL, *upper = NULL, *start = NULL, *stop = NULL, *result = NULL;
    bool backward = int_sign(step) < 0;
    Object *minus_one = (Object *)&int_small[-1 - INT_SMALL_MIN], *zero = (Object *)&int_small[-INT_SMALL_MIN];
    lower = newref(backward ? minus_one : zero);
    upper = backward ? int_add(length, minus_one) : newref(length);
    if (!upper) goto done;
    if (!(start = slice_big_bound(s->start, backward ? upper : lower, length, lower, upper))) goto done;
    if (!(stop = slice_big_bound(s->stop, backward ? lower : upper, length, lower, upper))) goto done;
    result = tuple_pack(3, start, stop, step);
done:
    decref(step);
    xdecref(lower);
    xdecref(upper);
    xdecref(start);
    xdecref(stop);
    return result;
}

static Object *slice_indices(Object *o, Object **args, ptrdiff_t nargs) {
    Object *length = number_index(args[0]);
    if (!length) return NULL;
    Object *result = NULL;
    if (int_sign(length) < 0)
        raise_error(&exc_ValueError, "length should not be negative");
    else
        result = slice_big_bounds(o, length);
    decref(length);
    return result;
}

/* ---- slots */

static Object *slice_repr(Object *o) {
    Slice *s = (Slice *)o;
    return str_format("slice(%R, %R, %R)", s->start, s->stop, s->step);
}

static Object *slice_as_tuple(Object *o) {
    Slice *s = (Slice *)o;
    return tuple_pack(3, s->start, s->stop, s->step);
}

static Object *slice_compare(Object *a, Object *b, enum CompareOp op) {
    if (a->type != &slice_type || b->type != &slice_type) return newref(NOT_IMPLEMENTED);
    if (a == b) return new_bool(op == CMP_EQ || op == CMP_LE || op == CMP_GE);
    Object *v = slice_as_tuple(a);
    if (!v) return NULL;
    Object *w = slice_as_tuple(b), *result = w ? object_compare(v, w, op) : NULL;
    decref(v);
    xdecref(w);
    return result;
}

/* As a tuple of the three would be hashed, but without the length mixed in at the end. */
static intptr_t slice_hash(Object *o) {
    static const uint64_t P1 = 11400714785074694791u, P2 = 14029467366897019727u, P5 = 2870177450012600261u;
    Slice *s = (Slice *)o;
    if (stack_check(" while hashing a slice") < 0) return -1;
    Object *parts[3] = {s->start, s->stop, s->step};
    uint64_t sum = P5;
    for (int i = 0; i < 3; i++) {
        intptr_t h = object_hash(parts[i]);
        if (h == -1) return -1;
        sum += (uint64_t)h * P2;
        sum = (sum << 31 | sum >> 33) * P1;
    }
    return (intptr_t)sum == -1 ? 1546275796 : (intptr_t)sum;
}

static Object *slice_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("slice", kwnames) < 0 || args_count("slice", nargs, 1, 3) < 0) return NULL;
    if (nargs == 1) return slice_new(NULL, args[0], NULL);
    return slice_new(args[0], args[1], arg_or_null(args, nargs, 2));
}

static Object *slice_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *parts = slice_as_tuple(o);
    if (!parts) return NULL;
    Object *result = tuple_pack(2, &slice_type, parts);
    decref(parts);
    return result;
}

static const Method slice_methods[] = {
    {"__reduce__", slice_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"indices", slice_indices, 1, 1,
     "indices(object, /)\n--\n\nThe tuple (start, stop, step) of the indexes meant in a sequence of that length."},
    {NULL},
};

static const Member slice_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Slice, start), MEMBER_READONLY, NULL},
    {"stop", MEMBER_OBJECT, offsetof(Slice, stop), MEMBER_READONLY, NULL},
    {"step", MEMBER_OBJECT, offsetof(Slice, step), MEMBER_READONLY, NULL},
    {NULL},
};

Type slice_type = {
    .mem = {.name = "slice",
            .size = sizeof(Slice),
            .flags = TYPE_GC,
            .dealloc = slice_dealloc,
            .traverse = slice_traverse},
    .doc =
        "slice(stop)\nslice(start, stop[, step])\n\nWhich part of a sequence is meant, as in items[start:stop:step].",
    .methods = slice_methods,
    .members = slice_members,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .new = slice_make,
};
