/* range: an arithmetic progression of ints of any size, which knows its length.
 *
 * A Range holds four int objects, and every question is answered by arithmetic on them; the functions int_... are
 * quick for small ints. What has to be fast is iteration: when all values fit an int64_t the iterator counts in C.
 */
#include "interp/object/containers.h"
#include "interp/object/item.h"
#include "interp/object/list.h"

#define ZERO ((Object *)&int_small[0 - INT_SMALL_MIN])
#define ONE  ((Object *)&int_small[1 - INT_SMALL_MIN])

_Static_assert(sizeof(Range) == 48, "freelists.def has the size of a range");
_Static_assert(sizeof(RangeIterator) == 40, "freelists.def has the size of a range iterator");

typedef struct LongRangeIterator {
    Object base;
    Object *next, *step, *left; /* exact ints, owned */
} LongRangeIterator;

/* ---- making */

/* How many values lie from start up to stop: exact ints, step not 0. */
static Object *progression_length(Object *start, Object *stop, Object *step) {
    if (start->type == &int_type && stop->type == &int_type && step->type == &int_type) {
        int64_t from = ((Int *)start)->value, to = ((Int *)stop)->value, by = ((Int *)step)->value, span;
        if (from == 0 && by == 1) return newref(to > 0 ? stop : ZERO);
        bool fits = by > 0 ? !__builtin_sub_overflow(to, from, &span)
                           : by != INT64_MIN && !__builtin_sub_overflow(from, to, &span);
        if (fits) return span <= 0 ? newref(ZERO) : int_from_i64((span - 1) / (by > 0 ? by : -by) + 1);
    }
    bool backward = int_sign(step) < 0;
    Object *low = backward ? stop : start, *high = backward ? start : stop;
    if (int_order(low, high) >= 0) return newref(ZERO);
    Object *span = int_subtract(high, low), *reach = span ? int_subtract(span, ONE) : NULL;
    Object *size = backward ? int_subtract(ZERO, step) : newref(step), *steps = NULL, *length = NULL;
    if (reach && size) steps = int_binary(reach, size, BIN_FLOORDIV);
    if (steps) length = int_add(steps, ONE);
    xdecref(span);
    xdecref(reach);
    xdecref(size);
    xdecref(steps);
    return length;
}

/* Steals the three; any may be NULL after a failure. */
static Object *range_from_steal(Object *start, Object *stop, Object *step) {
    Object *length = start && stop && step ? progression_length(start, stop, step) : NULL;
    Range *r = length ? freelist_object(&freelist_range, &range_type) : NULL;
    if (!r) {
        xdecref(start);
        xdecref(stop);
        xdecref(step);
        xdecref(length);
        return NULL;
    }
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->length = length;
    return (Object *)r;
}

static Object *range_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("range", kwnames) < 0 || args_count("range", nargs, 1, 3) < 0) return NULL;
    Object *start = nargs > 1 ? number_index(args[0]) : newref(ZERO);
    Object *stop = start ? number_index(args[nargs > 1]) : NULL;
    Object *step = stop ? nargs > 2 ? number_index(args[2]) : newref(ONE) : NULL;
    if (step && step != ONE && int_sign(step) == 0) {
        clear_ref(&step);
        raise_error(&exc_ValueError, "range() arg 3 must not be zero");
    }
    return range_from_steal(start, stop, step);
}

static void range_dealloc(Object *o) {
    Range *r = (Range *)o;
    decref(r->start);
    decref(r->stop);
    decref(r->step);
    decref(r->length);
    freelist_free(&freelist_range, o);
}

/* ---- arithmetic */

/* start + i * step; exact ints. */
static Object *progression_at(Object *start, Object *i, Object *step) {
    Object *offset = step == ONE ? newref(i) : int_multiply(i, step);
    if (!offset) return NULL;
    Object *value = int_add(start, offset);
    decref(offset);
    return value;
}

static Object *range_at(Range *r, Object *i) {
    return progression_at(r->start, i, r->step);
}

static Object *range_get_slice(Range *r, Object *slice) {
    Object *bounds = slice_big_bounds(slice, r->length);
    if (!bounds) return NULL;
    Object *start = range_at(r, tuple_item(bounds, 0));
    Object *stop = range_at(r, tuple_item(bounds, 1));
    Object *step = int_multiply(r->step, tuple_item(bounds, 2));
    decref(bounds);
    return range_from_steal(start, stop, step);
}

static Object *range_get_item(Object *o, Object *key) {
    Range *r = (Range *)o;
    if (key->type == &slice_type) return range_get_slice(r, key);
    if (!key->type->to_index)
        return raise_error(&exc_TypeError, "range indices must be integers or slices, not %T", key);
    Object *i = number_index(key);
    if (i && int_sign(i) < 0) {
        Object *sum = int_add(i, r->length);
        decref(i);
        i = sum;
    }
    if (!i) return NULL;
    Object *value = NULL;
    if (int_sign(i) < 0 || int_order(i, r->length) >= 0)
        raise_error(&exc_IndexError, "range object index out of range");
    else
        value = range_at(r, i);
    decref(i);
    return value;
}

/* The position of an int in the range, new; None when it is not there. */
static Object *range_position(Range *r, Object *value) {
    Object *v = int_exact(value);
    bool backward = int_sign(r->step) < 0;
    int at_start = int_order(v, r->start), at_stop = int_order(v, r->stop);
    if (backward ? at_start > 0 || at_stop <= 0 : at_start < 0 || at_stop >= 0) return new_none();
    Object *distance = int_subtract(v, r->start);
    if (!distance || r->step == ONE) return distance;
    Object *rest = int_binary(distance, r->step, BIN_MOD), *position = NULL;
    if (rest) position = int_sign(rest) ? new_none() : int_binary(distance, r->step, BIN_FLOORDIV);
    decref(distance);
    xdecref(rest);
    return position;
}

/* An int whose comparison is that of int: its place can be computed. Anything else has to be compared with each. */
static bool is_plain_int(const Object *o) {
    return int_check_exact(o) || o->type == &bool_type;
}

/* Walks the range comparing. Counts equal values, or stops at the first and gives its position (-1: none); -2 error. */
static ptrdiff_t range_search(Object *o, Object *value, bool count) {
    Object *it = object_iter(o);
    if (!it) return -2;
    ptrdiff_t found = 0, i = 0;
    int r = 0;
    for (Object *item; r >= 0 && (item = object_next(it)); i++) {
        r = item_equal(item, value);
        decref(item);
        if (r <= 0) continue;
        found++;
        if (!count) break;
    }
    decref(it);
    if (r < 0 || raise_pending()) return -2;
    return count ? found : found ? i : -1;
}

static int range_contains(Object *o, Object *value) {
    if (!is_plain_int(value)) {
        ptrdiff_t i = range_search(o, value, false);
        return i == -2 ? -1 : i >= 0;
    }
    Object *position = range_position((Range *)o, value);
    if (!position) return -1;
    int found = position != NONE;
    decref(position);
    return found;
}

/* ---- slots */

static Object *range_repr(Object *o) {
    Range *r = (Range *)o;
    if (r->step == ONE) return str_format("range(%R, %R)", r->start, r->stop);
    return str_format("range(%R, %R, %R)", r->start, r->stop, r->step);
}

/* What two ranges must have in common to be equal: (length, start, step), as far as these matter. */
static Object *range_key(Range *r) {
    bool empty = int_sign(r->length) == 0, single = r->length == ONE;
    return tuple_pack(3, r->length, empty ? NONE : r->start, empty || single ? NONE : r->step);
}

static intptr_t range_hash(Object *o) {
    Object *key = range_key((Range *)o);
    if (!key) return -1;
    intptr_t h = object_hash(key);
    decref(key);
    return h;
}

/* The same of two at once: what range_key has of them is equal. */
static bool range_equal(const Range *a, const Range *b) {
    if (int_order(a->length, b->length) != 0) return false;
    if (int_sign(a->length) == 0) return true;
    return int_order(a->start, b->start) == 0 && (a->length == ONE || int_order(a->step, b->step) == 0);
}

static Object *range_compare(Object *a, Object *b, enum CompareOp op) {
    if (b->type != &range_type || (op != CMP_EQ && op != CMP_NE)) return newref(NOT_IMPLEMENTED);
    return new_bool((a == b || range_equal((Range *)a, (Range *)b)) == (op == CMP_EQ));
}

static int range_truth(Object *o) {
    return int_sign(((Range *)o)->length) != 0;
}

static ptrdiff_t range_length(Object *o) {
    int64_t n;
    if (int_fits_i64(((Range *)o)->length, &n)) return n;
    return raise_int(&exc_OverflowError, "Python int too large to convert to C ssize_t");
}

/* ---- iterators */

Object *range_iterator_new(int64_t start, int64_t step, int64_t length) {
    RangeIterator *it = freelist_object(&freelist_range_iterator, &range_iterator_type);
    if (unlikely(!it)) return NULL;
    it->next = start;
    it->step = step;
    it->left = length;
    return (Object *)it;
}

static void range_iterator_dealloc(Object *o) {
    freelist_free(&freelist_range_iterator, o);
}

static Object *range_iterator_next(Object *o) {
    RangeIterator *it = (RangeIterator *)o;
    if (it->left <= 0) return NULL;
    int64_t value = it->next;
    it->next += it->step;
    it->left--;
    return int_from_i64(value);
}

/* Takes over the three references, which may be NULL after a failure. */
static Object *long_range_iterator_new(Object *start, Object *step, Object *length) {
    LongRangeIterator *it = start && step && length ? (LongRangeIterator *)object_new(&long_range_iterator_type) : NULL;
    if (!it) {
        xdecref(start);
        xdecref(step);
        xdecref(length);
        return NULL;
    }
    it->next = start;
    it->step = step;
    it->left = length;
    return (Object *)it;
}

static void long_range_iterator_dealloc(Object *o) {
    LongRangeIterator *it = (LongRangeIterator *)o;
    decref(it->next);
    decref(it->step);
    decref(it->left);
    object_free(o);
}

static Object *long_range_iterator_next(Object *o) {
    LongRangeIterator *it = (LongRangeIterator *)o;
    if (int_sign(it->left) <= 0) return NULL;
    Object *next = int_add(it->next, it->step), *left = next ? int_subtract(it->left, ONE) : NULL;
    if (!left) {
        xdecref(next);
        return NULL;
    }
    Object *value = it->next;
    it->next = next;
    set_ref(&it->left, left);
    return value;
}

bool range_as_i64(const Object *o, int64_t *start, int64_t *step, int64_t *length) {
    const Range *r = (const Range *)o;
    int64_t reach, end;
    if (likely(r->start == ZERO && r->step == ONE && r->length->type == &int_type)) {
        *start = 0;
        *step = 1;
        *length = ((Int *)r->length)->value;
        return true;
    }
    return int_fits_i64(r->start, start) && int_fits_i64(r->step, step) && int_fits_i64(r->length, length) &&
           !__builtin_mul_overflow(*step, *length, &reach) && !__builtin_add_overflow(*start, reach, &end);
}

static Object *range_iter(Object *o) {
    Range *r = (Range *)o;
    int64_t start, step, length;
    if (likely(range_as_i64(o, &start, &step, &length))) return range_iterator_new(start, step, length);
    return long_range_iterator_new(newref(r->start), newref(r->step), newref(r->length));
}

static Object *range_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    Range *r = (Range *)o;
    int64_t start, step, length;
    if (range_as_i64(o, &start, &step, &length) && !__builtin_sub_overflow(start, step, &(int64_t){0}))
        return range_iterator_new(start + step * (length - 1), -step, length);
    Object *last = int_subtract(r->length, ONE), *from = last ? range_at(r, last) : NULL;
    xdecref(last);
    return long_range_iterator_new(from, int_subtract(ZERO, r->step), newref(r->length));
}

static Object *range_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    if (o->type == &range_iterator_type) return int_from_i64(((RangeIterator *)o)->left);
    return newref(((LongRangeIterator *)o)->left);
}

/* (iter, (range of what is left,), None) */
static Object *range_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *start, *step, *left;
    if (o->type == &range_iterator_type) {
        RangeIterator *it = (RangeIterator *)o;
        start = int_from_i64(it->next);
        step = int_from_i64(it->step);
        left = int_from_i64(it->left);
    } else {
        LongRangeIterator *it = (LongRangeIterator *)o;
        start = newref(it->next);
        step = newref(it->step);
        left = newref(it->left);
    }
    Object *stop = start && step && left ? progression_at(start, left, step) : NULL;
    xdecref(left);
    Object *range = range_from_steal(start, stop, step);
    if (!range) return NULL;
    Object *iter = builtin_get(names.iter), *arguments = iter ? tuple_pack(1, range) : NULL;
    Object *result = arguments ? tuple_pack(3, iter, arguments, NONE) : NULL;
    decref(range);
    xdecref(iter);
    xdecref(arguments);
    return result;
}

static Object *range_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    RangeIterator *it = (RangeIterator *)o;
    int64_t n = int_check(args[0]) ? int_as_i64(args[0]) : number_as_index(args[0], &exc_OverflowError);
    if (n == -1 && raise_pending()) return NULL;
    if (n < 0) n = 0;
    if (n > it->left) n = it->left;
    it->next += n * it->step;
    it->left -= n;
    return new_none();
}

static Object *long_range_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    LongRangeIterator *it = (LongRangeIterator *)o;
    if (!int_check(args[0])) return raise_error(&exc_TypeError, "state must be an int, not %T", args[0]);
    Object *n = int_exact(args[0]);
    if (int_sign(n) < 0) n = ZERO;
    if (int_order(n, it->left) > 0) n = it->left;
    Object *next = progression_at(it->next, n, it->step), *left = next ? int_subtract(it->left, n) : NULL;
    if (!left) {
        xdecref(next);
        return NULL;
    }
    set_ref(&it->next, next);
    set_ref(&it->left, left);
    return new_none();
}

/* ---- methods */

static Object *range_count(Object *o, Object **args, ptrdiff_t nargs) {
    if (!is_plain_int(args[0])) {
        ptrdiff_t n = range_search(o, args[0], true);
        return n < 0 ? NULL : int_from_i64(n);
    }
    int r = range_contains(o, args[0]);
    return r < 0 ? NULL : int_from_i64(r);
}

static Object *range_index(Object *o, Object **args, ptrdiff_t nargs) {
    if (!is_plain_int(args[0])) {
        ptrdiff_t i = range_search(o, args[0], false);
        if (i == -1) return raise_error(&exc_ValueError, "sequence.index(x): x not in sequence");
        return i < 0 ? NULL : int_from_i64(i);
    }
    Object *position = range_position((Range *)o, args[0]);
    if (position != NONE) return position;
    decref(position);
    return raise_error(&exc_ValueError, "range.index(x): x not in range");
}

static Object *range_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Range *r = (Range *)o;
    Object *bounds = tuple_pack(3, r->start, r->stop, r->step);
    if (!bounds) return NULL;
    Object *result = tuple_pack(2, &range_type, bounds);
    decref(bounds);
    return result;
}

static const Method range_methods[] = {
    {"__reduce__", range_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__reversed__", range_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator from the last value to the first."},
    {"count", range_count, 1, 1, "count(object, /)\n--\n\nHow many values equal the object."},
    {"index", range_index, 1, 1, "index(object, /)\n--\n\nWhere the value is; ValueError when it is not in the range."},
    {NULL},
};

static const Member range_members[] = {
    {"start", MEMBER_OBJECT, offsetof(Range, start), MEMBER_READONLY, NULL},
    {"stop", MEMBER_OBJECT, offsetof(Range, stop), MEMBER_READONLY, NULL},
    {"step", MEMBER_OBJECT, offsetof(Range, step), MEMBER_READONLY, NULL},
    {NULL},
};

static int range_traverse(Object *o, Visit visit, void *arg) {
    Range *r = (Range *)o;
    int stop = visit_ref(r->start, visit, arg);
    if (!stop) stop = visit_ref(r->stop, visit, arg);
    if (!stop) stop = visit_ref(r->step, visit, arg);
    return stop ? stop : visit_ref(r->length, visit, arg);
}

static int long_range_iterator_traverse(Object *o, Visit visit, void *arg) {
    LongRangeIterator *it = (LongRangeIterator *)o;
    int stop = visit_ref(it->next, visit, arg);
    if (!stop) stop = visit_ref(it->step, visit, arg);
    return stop ? stop : visit_ref(it->left, visit, arg);
}

Type range_type = {
    .mem = {.name = "range",
            .size = sizeof(Range),
            .flags = TYPE_SEQUENCE,
            .dealloc = range_dealloc,
            .traverse = range_traverse},
    .doc = "range(stop)\nrange(start, stop[, step])\n\nThe ints from start up to stop, which is left out, in steps.",
    .methods = range_methods,
    .members = range_members,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .iter = range_iter,
    .new = range_make,
    .truth = range_truth,
    .length = range_length,
    .get_item = range_get_item,
    .contains = range_contains,
};

static const Method range_iterator_methods[] = {
    {"__length_hint__", range_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many values are left."},
    {"__reduce__", range_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", range_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nGoes on by that many values."},
    {NULL},
};

Type range_iterator_type = {
    .mem = {.name = "range_iterator",
            .size = sizeof(RangeIterator),
            .flags = TYPE_NO_NEW,
            .dealloc = range_iterator_dealloc},
    .methods = range_iterator_methods,
    .iter = iterator_self,
    .next = range_iterator_next,
};

static const Method long_range_iterator_methods[] = {
    {"__length_hint__", range_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many values are left."},
    {"__reduce__", range_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", long_range_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nGoes on by that many values."},
    {NULL},
};

Type long_range_iterator_type = {
    .mem = {.name = "longrange_iterator",
            .size = sizeof(LongRangeIterator),
            .flags = TYPE_NO_NEW,
            .dealloc = long_range_iterator_dealloc,
            .traverse = long_range_iterator_traverse},
    .methods = long_range_iterator_methods,
    .iter = iterator_self,
    .next = long_range_iterator_next,
};
