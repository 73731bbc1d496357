/* collections.deque: a ring.
 *
 *      items -> [ 3 | 4 |   |   |   |   | 1 | 2 ]     length 4, head 6
 *
 * The capacity is a power of two, so that the place of item i is (head + i) & (capacity - 1). Both ends take and give
 * in constant time, and so does an index anywhere. `changes` counts every addition and removal: iterators and searches
 * that see it change give up.
 */
#include "interp/object/weakref.h"
#include "stdlib/collections.h"

typedef struct Deque {
    Object base;
    Object **items; /* NULL while capacity is 0 */
    ptrdiff_t capacity, head, length;
    ptrdiff_t maxlen; /* -1: unbounded */
    uint64_t changes;
    Object *weaklist;
} Deque;

enum { DEQUE_MIN_CAPACITY = 8 };

static inline Object **at(const Deque *d, ptrdiff_t i) {
    return &d->items[(d->head + i) & (d->capacity - 1)];
}

/* ---- the ring */

/* Makes room for so many items, and for more than now. */
static int reserve(Deque *d, ptrdiff_t n) {
    ptrdiff_t capacity = d->capacity ? d->capacity * 2 : DEQUE_MIN_CAPACITY;
    while (capacity < n && capacity < PTRDIFF_MAX / 16) capacity *= 2;
    Object **items = capacity < PTRDIFF_MAX / 16 ? heap_alloc((size_t)capacity * sizeof *items) : NULL;
    if (!items) return raise_memory(), -1;
    for (ptrdiff_t i = 0; i < d->length; i++) items[i] = *at(d, i);
    heap_free(d->items);
    d->items = items;
    d->capacity = capacity;
    d->head = 0;
    return 0;
}

static __attribute__((noinline)) int deque_grow(Deque *d) {
    return reserve(d, d->length + 1);
}

/* The ends, without regard to maxlen. Pushing steals the item, also on failure; popping needs an item to be there. */

static int push_right(Deque *d, Object *item) {
    if (unlikely(d->length == d->capacity) && deque_grow(d) < 0) {
        decref(item);
        return -1;
    }
    *at(d, d->length) = item;
    d->length++;
    d->changes++;
    return 0;
}

static int push_left(Deque *d, Object *item) {
    if (unlikely(d->length == d->capacity) && deque_grow(d) < 0) {
        decref(item);
        return -1;
    }
    d->head = (d->head - 1) & (d->capacity - 1);
    d->items[d->head] = item;
    d->length++;
    d->changes++;
    return 0;
}

static Object *take_right(Deque *d) {
    d->changes++;
    return *at(d, --d->length);
}

static Object *take_left(Deque *d) {
    Object *item = d->items[d->head];
    d->head = (d->head + 1) & (d->capacity - 1);
    d->length--;
    d->changes++;
    return item;
}

static bool is_over(const Deque *d) {
    return d->maxlen >= 0 && d->length > d->maxlen;
}

static int append(Deque *d, Object *item) {
    if (push_right(d, item) < 0) return -1;
    if (unlikely(is_over(d))) decref(take_left(d));
    return 0;
}

static int append_left(Deque *d, Object *item) {
    if (push_left(d, item) < 0) return -1;
    if (unlikely(is_over(d))) decref(take_right(d));
    return 0;
}

static void deque_empty(Object *o) {
    Deque *d = (Deque *)o, old = *d;
    d->items = NULL;
    d->capacity = d->head = d->length = 0;
    d->changes++;
    for (ptrdiff_t i = 0; i < old.length; i++) decref(*at(&old, i));
    heap_free(old.items);
}

/* Items [from, from + n) move by one place to the left or right; the place at the other end is left undefined. */
static void shift_left(Deque *d, ptrdiff_t from, ptrdiff_t n) {
    for (ptrdiff_t i = from; i < from + n; i++) *at(d, i - 1) = *at(d, i);
}

static void shift_right(Deque *d, ptrdiff_t from, ptrdiff_t n) {
    for (ptrdiff_t i = from + n; i > from; i--) *at(d, i) = *at(d, i - 1);
}

/* Takes out item i, moving the shorter side. The reference is the caller's. */
static Object *take_at(Deque *d, ptrdiff_t i) {
    Object *item = *at(d, i);
    if (i < d->length / 2) {
        shift_right(d, 0, i);
        *at(d, 0) = item;
        return take_left(d);
    }
    shift_left(d, i + 1, d->length - i - 1);
    *at(d, d->length - 1) = item;
    return take_right(d);
}

/* How many items are at hand, in a list, a tuple or a deque; -1: it is another iterable, or they are too many for d. */
static ptrdiff_t items_at_hand(const Deque *d, Object *o) {
    ptrdiff_t n = o->type == &collections_deque             ? ((Deque *)o)->length
                  : o->type == &list_type || tuple_plain(o) ? sequence_size(o)
                                                            : -1;
    return d->maxlen < 0 || n <= d->maxlen - d->length ? n : -1;
}

/* Appends n items that are at hand, which may be those of d itself. */
static int append_all(Deque *d, Object *from, ptrdiff_t n) {
    if (n > d->capacity - d->length && reserve(d, d->length + n) < 0) return -1;
    if (from->type == &collections_deque) {
        for (ptrdiff_t i = 0; i < n; i++) *at(d, d->length + i) = newref(*at((Deque *)from, i));
    } else {
        Object *const *items = sequence_items(from);
        for (ptrdiff_t i = 0; i < n; i++) *at(d, d->length + i) = newref(items[i]);
    }
    d->length += n;
    d->changes += (uint64_t)n;
    return 0;
}

/* Extends by any iterable; the deque itself stands for what is in it now. */
static int extend(Deque *d, Object *iterable, int (*add)(Deque *, Object *)) {
    ptrdiff_t n = add == append ? items_at_hand(d, iterable) : -1;
    if (n >= 0) return append_all(d, iterable, n);
    if (iterable->type == &tuple_type) { /* nothing that runs when an item is dropped can change it */
        Object *tuple = newref(iterable);
        int r = 0;
        for (ptrdiff_t i = 0; r == 0 && i < tuple_length(tuple); i++) r = add(d, newref(tuple_item(tuple, i)));
        decref(tuple);
        return r;
    }
    Object *copy = iterable == (Object *)d ? sequence_list(iterable) : NULL;
    if (iterable == (Object *)d && !copy) return -1;
    Object *it = object_iter(copy ? copy : iterable);
    xdecref(copy);
    if (!it) return -1;
    int r = 0;
    Object *item;
    if (d->maxlen == 0) /* deque(iterator, 0): runs it to its end, and no more */
        while ((item = iterator_next_below(it))) decref(item);
    while (r == 0 && d->maxlen != 0 && (item = iterator_next_below(it))) r = add(d, item);
    decref(it);
    return raise_pending() && !(r == 0 && raise_clear_if(&exc_StopIteration)) ? -1 : r;
}

/* ---- life */

static Object *deque_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Deque *d = (Deque *)object_new(t);
    if (!d) return NULL;
    d->maxlen = -1;
    gc_track(d);
    return (Object *)d;
}

static int deque_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"iterable", "maxlen", NULL};
    Object *given[2] = {arg_or_null(args, nargs, 0), NULL};
    if ((nargs > 1 || kwnames) && args_bind("deque", parameters, 0, 2, args, nargs, kwnames, given) < 0) return -1;
    Deque *d = (Deque *)o;
    ptrdiff_t maxlen = -1;
    if (given[1] && given[1] != NONE) {
        if (!int_check(given[1])) return raise_int(&exc_TypeError, "an integer is required");
        maxlen = number_as_index(given[1], &exc_OverflowError);
        if (maxlen == -1 && raise_pending()) return -1;
        if (maxlen < 0) return raise_int(&exc_ValueError, "maxlen must be non-negative");
    }
    d->maxlen = maxlen;
    if (d->length > 0) deque_empty(o);
    return given[0] ? extend(d, given[0], append) : 0;
}

static void deque_dealloc(Object *o) {
    gc_untrack(o);
    if (((Deque *)o)->weaklist) weakref_clear_all(o);
    deque_empty(o);
    object_free(o);
}

static int deque_traverse(Object *o, Visit visit, void *arg) {
    Deque *d = (Deque *)o;
    for (ptrdiff_t i = 0; i < d->length; i++) {
        int r = visit(*at(d, i), arg);
        if (r) return r;
    }
    return 0;
}

static Deque *deque_new_like(const Deque *d) {
    Deque *copy = (Deque *)deque_make(&collections_deque, NULL, 0, NULL);
    if (copy) copy->maxlen = d->maxlen;
    return copy;
}

static Object *deque_copy(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    if (o->type == &collections_deque) {
        Deque *copy = deque_new_like(d);
        if (copy && extend(copy, o, append) < 0) clear_ref(&copy);
        return (Object *)copy;
    }
    if (d->maxlen < 0) return object_call1((Object *)o->type, o);
    Object *maxlen = int_from_i64(d->maxlen);
    if (!maxlen) return NULL;
    Object *copy = object_call2((Object *)o->type, o, maxlen);
    decref(maxlen);
    return copy;
}

/* ---- searching */

static Object *raise_mutated(void) {
    return raise_error(&exc_RuntimeError, "deque mutated during iteration");
}

/* Compares item i, with user code: 1, 0, -1. */
static int item_equals(Deque *d, ptrdiff_t i, Object *value) {
    Object *item = newref(*at(d, i));
    int r = object_equal(item, value);
    decref(item);
    return r;
}

/* The first item equal to value between start and stop: -1 none; -2 exception, also when the deque changed. */
static ptrdiff_t find(Deque *d, Object *value, ptrdiff_t start, ptrdiff_t stop) {
    uint64_t changes = d->changes;
    for (ptrdiff_t i = start; i < stop; i++) {
        int r = item_equals(d, i, value);
        if (r < 0) return -2;
        if (r > 0) return i;
        if (d->changes != changes) return raise_mutated(), -2;
    }
    return -1;
}

static int deque_contains(Object *o, Object *value) {
    ptrdiff_t i = find((Deque *)o, value, 0, ((Deque *)o)->length);
    return i == -2 ? -1 : i >= 0;
}

static Object *deque_count(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    uint64_t changes = d->changes;
    int64_t count = 0;
    for (ptrdiff_t i = 0, n = d->length; i < n; i++) {
        int r = item_equals(d, i, args[0]);
        if (r < 0) return NULL;
        if (d->changes != changes) return raise_mutated();
        count += r;
    }
    return int_from_i64(count);
}

static Object *deque_index(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    ptrdiff_t start = 0, stop = d->length, n = d->length;
    if (nargs > 1 && slice_index(args[1], &start) < 0) return NULL;
    if (nargs > 2 && slice_index(args[2], &stop) < 0) return NULL;
    if (start < 0 && (start += n) < 0) start = 0;
    if (stop < 0 && (stop += n) < 0) stop = 0;
    if (stop > d->length) stop = d->length;
    ptrdiff_t i = find(d, args[0], start, stop);
    if (i == -1) return raise_error(&exc_ValueError, "deque.index(x): x not in deque");
    return i < 0 ? NULL : int_from_i64(i);
}

static Object *deque_remove(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    uint64_t changes = d->changes;
    for (ptrdiff_t i = 0, n = d->length; i < n; i++) {
        int r = item_equals(d, i, args[0]);
        if (r < 0) return NULL;
        if (d->changes != changes) return raise_error(&exc_IndexError, "deque mutated during remove().");
        if (r == 0) continue;
        decref(take_at(d, i));
        return new_none();
    }
    return raise_error(&exc_ValueError, "deque.remove(x): x not in deque");
}

/* ---- slots */

static ptrdiff_t deque_length(Object *o) {
    return ((Deque *)o)->length;
}

/* key as an index: -1 with an exception. */
static ptrdiff_t deque_place(Deque *d, Object *key) {
    if (!key->type->to_index) return raise_int(&exc_TypeError, "sequence index must be integer, not '%T'", key);
    ptrdiff_t i = number_as_index(key, &exc_IndexError);
    if (i == -1 && raise_pending()) return -1;
    if (i < 0) i += d->length;
    if ((size_t)i < (size_t)d->length) return i;
    return raise_int(&exc_IndexError, "deque index out of range");
}

static Object *deque_get_item(Object *o, Object *key) {
    ptrdiff_t i = deque_place((Deque *)o, key);
    return i < 0 ? NULL : newref(*at((Deque *)o, i));
}

static int deque_set_item(Object *o, Object *key, Object *value) {
    Deque *d = (Deque *)o;
    ptrdiff_t i = deque_place(d, key);
    if (i < 0) return -1;
    if (value)
        set_ref(at(d, i), newref(value));
    else
        decref(take_at(d, i));
    return 0;
}

/* Where two deques first differ: the two items, new, or NULL where one has ended. 0, -1 */
static int first_difference(Deque *v, Deque *w, Object **x, Object **y) {
    uint64_t changes_v = v->changes, changes_w = w->changes;
    for (ptrdiff_t i = 0;; i++) {
        if (v->changes != changes_v || w->changes != changes_w) return raise_mutated(), -1;
        *x = i < v->length ? newref(*at(v, i)) : NULL;
        *y = i < w->length ? newref(*at(w, i)) : NULL;
        if (!*x || !*y) return 0;
        int r = object_equal(*x, *y);
        if (r == 0) return 0;
        decref(*x);
        decref(*y);
        if (r < 0) return -1;
    }
}

static Object *deque_compare(Object *a, Object *b, enum CompareOp op) {
    if (!is_instance(a, &collections_deque) || !is_instance(b, &collections_deque)) return newref(NOT_IMPLEMENTED);
    Deque *v = (Deque *)a, *w = (Deque *)b;
    if (op == CMP_EQ || op == CMP_NE) {
        if (a == b) return new_bool(op == CMP_EQ);
        if (v->length != w->length) return new_bool(op == CMP_NE);
    }
    Object *x, *y, *result;
    if (first_difference(v, w, &x, &y) < 0) return NULL;
    if (x && y)
        result = op == CMP_EQ || op == CMP_NE ? new_bool(op == CMP_NE) : object_compare(x, y, op);
    else {
        int order = (x != NULL) - (y != NULL);
        result = new_bool(op == CMP_LT   ? order < 0
                          : op == CMP_LE ? order <= 0
                          : op == CMP_GT ? order > 0
                          : op == CMP_GE ? order >= 0
                                         : (order == 0) == (op == CMP_EQ));
    }
    xdecref(x);
    xdecref(y);
    return result;
}

static Object *deque_repr(Object *o) {
    Deque *d = (Deque *)o;
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("[...]") : NULL;
    Object *items = sequence_list(o), *result = NULL;
    const char *name = type_short_name(o->type);
    if (items && d->maxlen >= 0)
        result = str_format("%s(%R, maxlen=%zd)", name, items, d->maxlen);
    else if (items)
        result = str_format("%s(%R)", name, items);
    xdecref(items);
    repr_leave(o);
    return result;
}

/* The copy of a subclass instance is made by a call, and may be anything. */
static Object *deque_copy_checked(Object *o) {
    Object *copy = deque_copy(o, NULL, 0);
    if (copy && !is_instance(copy, &collections_deque)) {
        raise_error(&exc_TypeError, "%T() must return a deque, not %T", o, copy);
        clear_ref(&copy);
    }
    return copy;
}

static Object *deque_concat(Object *a, Object *b) {
    if (!is_instance(b, &collections_deque))
        return raise_error(&exc_TypeError, "can only concatenate deque (not \"%T\") to deque", b);
    Object *result = deque_copy_checked(a);
    if (result && extend((Deque *)result, b, append) < 0) clear_ref(&result);
    return result;
}

static Object *deque_inplace_concat(Object *o, Object *other) {
    return extend((Deque *)o, other, append) < 0 ? NULL : newref(o);
}

static Object *deque_inplace_repeat(Object *o, ptrdiff_t times) {
    Deque *d = (Deque *)o;
    ptrdiff_t n = d->length, total;
    if (n == 0 || times == 1) return newref(o);
    if (times <= 0) {
        deque_empty(o);
        return newref(o);
    }
    if (d->maxlen >= 0 && times > d->maxlen / n + 1) times = d->maxlen / n + 1; /* more would only push itself out */
    if (__builtin_mul_overflow(n, times, &total) || total > PTRDIFF_MAX / 16) return raise_memory();
    Object *items = sequence_list(o);
    if (!items) return NULL;
    for (ptrdiff_t i = n; i < total; i++)
        if (append(d, newref(list_item(items, i % n))) < 0) {
            decref(items);
            return NULL;
        }
    decref(items);
    return newref(o);
}

static Object *deque_repeat(Object *o, ptrdiff_t times) {
    Object *copy = deque_copy_checked(o);
    if (!copy) return NULL;
    Object *result = deque_inplace_repeat(copy, times);
    decref(copy);
    return result;
}

/* ---- methods */

static Object *deque_append(Object *o, Object **args, ptrdiff_t nargs) {
    return append((Deque *)o, newref(args[0])) < 0 ? NULL : new_none();
}

static Object *deque_appendleft(Object *o, Object **args, ptrdiff_t nargs) {
    return append_left((Deque *)o, newref(args[0])) < 0 ? NULL : new_none();
}

static Object *deque_clear(Object *o, Object **args, ptrdiff_t nargs) {
    deque_empty(o);
    return new_none();
}

static Object *deque_extend(Object *o, Object **args, ptrdiff_t nargs) {
    return extend((Deque *)o, args[0], append) < 0 ? NULL : new_none();
}

static Object *deque_extendleft(Object *o, Object **args, ptrdiff_t nargs) {
    return extend((Deque *)o, args[0], append_left) < 0 ? NULL : new_none();
}

static Object *deque_insert(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    ptrdiff_t i = number_as_index(args[0], &exc_OverflowError), n = d->length;
    if (i == -1 && raise_pending()) return NULL;
    if (n == d->maxlen) return raise_error(&exc_IndexError, "deque already at its maximum size");
    if (i < 0 && (i += n) < 0) i = 0;
    if (i > n) i = n;
    if (i < n / 2) {
        if (push_left(d, newref(args[1])) < 0) return NULL;
        shift_left(d, 1, i);
    } else {
        if (push_right(d, newref(args[1])) < 0) return NULL;
        shift_right(d, i, n - i);
    }
    *at(d, i) = args[1];
    return new_none();
}

static Object *deque_pop(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    return d->length ? take_right(d) : raise_error(&exc_IndexError, "pop from an empty deque");
}

static Object *deque_popleft(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    return d->length ? take_left(d) : raise_error(&exc_IndexError, "pop from an empty deque");
}

static Object *deque_reverse(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    for (ptrdiff_t i = 0, j = d->length - 1; i < j; i++, j--) {
        Object *t = *at(d, i);
        *at(d, i) = *at(d, j);
        *at(d, j) = t;
    }
    return new_none();
}

static Object *deque_rotate(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    ptrdiff_t n = 1, length = d->length;
    if (nargs > 0) {
        n = number_as_index(args[0], &exc_OverflowError);
        if (n == -1 && raise_pending()) return NULL;
    }
    if (length < 2) return new_none();
    n %= length;
    if (n > length / 2)
        n -= length;
    else if (n < -(length / 2))
        n += length;
    for (; n > 0; n--) push_left(d, take_right(d)); /* there is always room for what was just taken */
    for (; n < 0; n++) push_right(d, take_left(d));
    return new_none();
}

static Object *deque_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + ((Deque *)o)->capacity * (int64_t)sizeof(Object *));
}

static Object *deque_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Deque *d = (Deque *)o;
    Object *state = object_call_method(o, names.__getstate__, NULL, 0), *it = state ? object_iter(o) : NULL;
    Object *nothing = tuple_new(0), *arguments = NULL, *result = NULL;
    if (it && d->maxlen < 0)
        arguments = newref(nothing);
    else if (it) {
        Object *maxlen = int_from_i64(d->maxlen);
        if (maxlen) arguments = tuple_pack(2, nothing, maxlen);
        xdecref(maxlen);
    }
    if (arguments) result = tuple_pack(4, o->type, arguments, state, it);
    decref(nothing);
    xdecref(arguments);
    xdecref(state);
    xdecref(it);
    return result;
}

static Object *deque_get_maxlen(Object *o, void *arg) {
    Deque *d = (Deque *)o;
    return d->maxlen < 0 ? new_none() : int_from_i64(d->maxlen);
}

/* ---- iterators, in both directions */

typedef struct DequeIterator {
    Object base;
    Deque *deque;     /* owned */
    uint64_t changes; /* of the deque when the iterator was made */
    ptrdiff_t left;
} DequeIterator;

static Object *deque_iterator_new(Type *t, Object *deque) {
    DequeIterator *it = (DequeIterator *)object_new(t);
    if (!it) return NULL;
    it->deque = newref(deque);
    it->changes = it->deque->changes;
    it->left = it->deque->length;
    gc_track(it);
    return (Object *)it;
}

static Object *deque_iter(Object *o) {
    return deque_iterator_new(&collections_deque_iterator, o);
}

static Object *deque_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    return deque_iterator_new(&collections_deque_reverse_iterator, o);
}

/* _deque_iterator(deque, index), for pickle */
static Object *deque_iterator_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords(type_short_name(t), kwnames) < 0 || args_count(type_short_name(t), nargs, 1, 2) < 0)
        return NULL;
    if (!is_instance(args[0], &collections_deque))
        return raise_error(&exc_TypeError, "argument 1 must be collections.deque, not %T", args[0]);
    ptrdiff_t index = nargs > 1 ? number_as_index(args[1], &exc_OverflowError) : 0;
    if (index == -1 && raise_pending()) return NULL;
    DequeIterator *it = (DequeIterator *)deque_iterator_new(t, args[0]);
    if (it && index > 0) it->left = index < it->left ? it->left - index : 0;
    return (Object *)it;
}

static void deque_iterator_dealloc(Object *o) {
    gc_untrack(o);
    decref(((DequeIterator *)o)->deque);
    object_free(o);
}

static int deque_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit((Object *)((DequeIterator *)o)->deque, arg);
}

static Object *deque_iterator_next(Object *o) {
    DequeIterator *it = (DequeIterator *)o;
    Deque *d = it->deque;
    if (it->changes != d->changes) {
        it->left = 0;
        return raise_mutated();
    }
    if (it->left == 0) return NULL;
    ptrdiff_t left = it->left--;
    return newref(*at(d, o->type == &collections_deque_iterator ? d->length - left : left - 1));
}

static Object *deque_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(((DequeIterator *)o)->left);
}

static Object *deque_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    DequeIterator *it = (DequeIterator *)o;
    Object *index = int_from_i64(it->deque->length - it->left);
    Object *arguments = index ? tuple_pack(2, it->deque, index) : NULL;
    Object *result = arguments ? tuple_pack(2, o->type, arguments) : NULL;
    xdecref(index);
    xdecref(arguments);
    return result;
}

static const Method deque_iterator_methods[] = {
    {"__length_hint__", deque_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many items are left."},
    {"__reduce__", deque_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {NULL},
};

Type collections_deque_iterator = {
    .mem = {.name = "collections._deque_iterator",
            .size = sizeof(DequeIterator),
            .flags = TYPE_GC,
            .dealloc = deque_iterator_dealloc,
            .traverse = deque_iterator_traverse},
    .methods = deque_iterator_methods,
    .iter = iterator_self,
    .next = deque_iterator_next,
    .new = deque_iterator_make,
};

Type collections_deque_reverse_iterator = {
    .mem = {.name = "collections._deque_reverse_iterator",
            .size = sizeof(DequeIterator),
            .flags = TYPE_GC,
            .dealloc = deque_iterator_dealloc,
            .traverse = deque_iterator_traverse},
    .methods = deque_iterator_methods,
    .iter = iterator_self,
    .next = deque_iterator_next,
    .new = deque_iterator_make,
};

/* ---- the type */

static const Method deque_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias deque[object].", METH_CLASS},
    {"__copy__", deque_copy, 0, 0, "__copy__()\n--\n\nA deque with the same items."},
    {"__reduce__", deque_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__reversed__", deque_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator from right to left."},
    {"__sizeof__", deque_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the deque and its ring."},
    {"append", deque_append, 1, 1, "append(item, /)\n--\n\nAdds an item at the right end."},
    {"appendleft", deque_appendleft, 1, 1, "appendleft(item, /)\n--\n\nAdds an item at the left end."},
    {"clear", deque_clear, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"copy", deque_copy, 0, 0, "copy()\n--\n\nA deque with the same items."},
    {"count", deque_count, 1, 1, "count(value, /)\n--\n\nHow many items equal value."},
    {"extend", deque_extend, 1, 1, "extend(iterable, /)\n--\n\nAdds items at the right end."},
    {"extendleft", deque_extendleft, 1, 1, "extendleft(iterable, /)\n--\n\nAdds items at the left end, one by one."},
    {"index", deque_index, 1, 3,
     "index(value, [start, [stop]])\n--\n\nWhere value is first found; ValueError when it is not."},
    {"insert", deque_insert, 2, 2, "insert(index, value, /)\n--\n\nPuts an item in front of the one at index."},
    {"pop", deque_pop, 0, 0, "pop()\n--\n\nRemoves the rightmost item and returns it."},
    {"popleft", deque_popleft, 0, 0, "popleft()\n--\n\nRemoves the leftmost item and returns it."},
    {"remove", deque_remove, 1, 1, "remove(value, /)\n--\n\nRemoves the first item equal to value."},
    {"reverse", deque_reverse, 0, 0, "reverse()\n--\n\nTurns the order of the items around."},
    {"rotate", deque_rotate, 0, 1, "rotate(n=1, /)\n--\n\nMoves items from the right end to the left, n times."},
    {NULL},
};

static const GetSet deque_getset[] = {
    {"maxlen", deque_get_maxlen, NULL, "How many items it holds at most; None when there is no limit."},
    {NULL},
};

Type collections_deque = {
    .mem = {.name = "collections.deque",
            .size = sizeof(Deque),
            .flags = TYPE_GC | TYPE_BASE | TYPE_SEQUENCE,
            .weaklist_offset = offsetof(Deque, weaklist),
            .dealloc = deque_dealloc,
            .traverse = deque_traverse,
            .clear = deque_empty},
    .doc = "deque([iterable[, maxlen]])\n--\n\nA sequence that grows and shrinks at both ends.",
    .methods = deque_methods,
    .getset = deque_getset,
    .repr = deque_repr,
    .compare = deque_compare,
    .iter = deque_iter,
    .new = deque_make,
    .init = deque_init,
    .length = deque_length,
    .get_item = deque_get_item,
    .set_item = deque_set_item,
    .contains = deque_contains,
    .concat = deque_concat,
    .repeat = deque_repeat,
    .inplace_concat = deque_inplace_concat,
    .inplace_repeat = deque_inplace_repeat,
};
