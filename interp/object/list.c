/* list: an array of references that grows at its end.
 *
 *      List -> items:  [0][1] ... [length - 1] | unused ... capacity
 *
 * Appending is cheap because the array grows by about an eighth more than is needed. `items` moves whenever the list
 * grows or shrinks, and any code that runs in between (__eq__, __del__, an iterator) may make it do so: nothing here
 * keeps a pointer into the array across such a call, and items that go are released only after the list is whole
 * again. While a list is being sorted it looks empty and has capacity -1; any change sets another capacity, and the
 * sort notices.
 */
#include "interp/object/list.h"
#include "interp/object/containers.h"
#include "interp/object/dict_impl.h"
#include "interp/object/item.h"

_Static_assert(sizeof(GcHeader) + sizeof(List) == 56, "freelists.def has the size of a list");

static const ptrdiff_t LIST_MAX = PTRDIFF_MAX / sizeof(Object *);

static List *list_alloc(void) {
    List *l = freelist_gc_object(&freelist_list, &list_type);
    if (unlikely(!l)) return NULL;
    l->length = l->capacity = 0;
    l->items = NULL;
    return l;
}

static int list_set_capacity(List *l, ptrdiff_t capacity) {
    if (capacity > LIST_MAX) return raise_memory(), -1;
    Object **items = heap_realloc(l->items, (size_t)capacity * sizeof *items);
    if (unlikely(!items)) return raise_memory(), -1;
    l->items = items;
    l->capacity = capacity;
    return 0;
}

/* Sets the length, with the array big enough and not much too big. New slots are undefined: the caller fills them
 * before anything else can look. */
static int list_resize(List *l, ptrdiff_t n) {
    if (l->capacity >= n && n >= l->capacity >> 1) {
        l->length = n;
        return 0;
    }
    if (n == 0) {
        heap_free(l->items);
        l->items = NULL;
        l->length = l->capacity = 0;
        return 0;
    }
    ptrdiff_t capacity = (n + (n >> 3) + 6) & ~(ptrdiff_t)3;
    if (n - l->length > capacity - n) capacity = (n + 3) & ~(ptrdiff_t)3; /* one big step: more is not so likely */
    if (list_set_capacity(l, capacity) < 0) return -1;
    l->length = n;
    return 0;
}

/* Never fails: the larger array serves as well. The items behind n are the caller's by now. */
static void list_shrink(List *l, ptrdiff_t n) {
    if (list_resize(l, n) < 0) {
        raise_clear();
        l->length = n;
    }
}

/* Room for n items in a list that has no array yet. */
static int list_reserve_first(List *l, ptrdiff_t n) {
    return list_set_capacity(l, (n + 1) & ~(ptrdiff_t)1);
}

/* A tracked list of n items, n >= 0, which are undefined: the caller fills them before anything else can look. */
static List *list_unfilled(ptrdiff_t n) {
    List *l = list_alloc();
    if (unlikely(!l)) return NULL;
    gc_track(l);
    if (n == 0) return l;
    Object **items = n <= LIST_MAX ? heap_alloc((size_t)n * sizeof *items) : NULL;
    if (unlikely(!items)) {
        decref(l);
        return raise_memory();
    }
    l->items = items;
    l->length = l->capacity = n;
    return l;
}

/* Tracked, with n NULL items: to be filled before any other code can see the list. */
Object *list_new(ptrdiff_t n) {
    List *l = list_unfilled(n);
    if (l && n > 0) memset(l->items, 0, (size_t)n * sizeof *l->items);
    return (Object *)l;
}

static Object *list_from(Object *const *items, ptrdiff_t n) {
    List *l = list_unfilled(n);
    if (l) items_copy(l->items, items, n);
    return (Object *)l;
}

Object *list_from_tuple(Object *t) {
    return list_from(((Tuple *)t)->items, tuple_length(t));
}

Object *list_from_window(Object **window, ptrdiff_t n) {
    List *l = list_unfilled(n);
    if (unlikely(!l)) return NULL;
    Object **to = l->items;
    for (ptrdiff_t i = 0; i < n; i++) {
        to[i] = window[i];
        window[i] = NULL;
    }
    return (Object *)l;
}

static void list_dealloc(Object *o) {
    List *l = (List *)o;
    gc_untrack(o);
    items_decref(l->items, l->length);
    heap_free(l->items);
    if (o->type == &list_type)
        freelist_free(&freelist_list, gc_header(o));
    else
        object_free(o);
}

static RefSpan list_span(Object *o) {
    const List *l = (List *)o;
    return (RefSpan){l->items, (size_t)l->length, 1};
}

static int list_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(list_span(o), visit, arg);
}

void list_empty(Object *o) {
    List *l = (List *)o;
    Object **items = l->items;
    ptrdiff_t n = l->length;
    if (!items) return; /* one that is being sorted stays marked */
    l->items = NULL;
    l->length = l->capacity = 0;
    items_decref(items, n);
    heap_free(items);
}

/* ---- growing */

int list_append_slow(List *l, Object *item) {
    ptrdiff_t n = l->length;
    if (list_resize(l, n + 1) < 0) {
        decref(item);
        return -1;
    }
    l->items[n] = item;
    return 0;
}

int list_append(Object *o, Object *item) {
    return list_append_steal(o, newref(item));
}

int list_insert(Object *o, ptrdiff_t at, Object *item) {
    List *l = (List *)o;
    ptrdiff_t n = l->length;
    if (list_resize(l, n + 1) < 0) return -1;
    if (at < 0 && (at += n) < 0) at = 0;
    if (at > n) at = n;
    memmove(l->items + at + 1, l->items + at, (size_t)(n - at) * sizeof *l->items);
    l->items[at] = newref(item);
    return 0;
}

/* Room for n more items, n > 0, behind the last one, which is where the result points; NULL with MemoryError. */
static Object **list_make_room(List *l, ptrdiff_t n) {
    ptrdiff_t old = l->length;
    if (l->items ? list_resize(l, old + n) < 0 : list_reserve_first(l, n) < 0) return NULL;
    l->length = old;
    return l->items + old;
}

/* Appends n items that some other object owns. The list itself may be that object, so its array is looked up after
 * the resize. */
static int list_extend_items(List *l, Object *source, ptrdiff_t n) {
    Object **to = n > 0 ? list_make_room(l, n) : NULL;
    if (!to) return n > 0 ? -1 : 0;
    memcpy(to, sequence_items(source), (size_t)n * sizeof *to);
    items_incref(to, n);
    l->length += n;
    return 0;
}

int list_extend_dict(Object *list, Object *dict, enum DictPart part) {
    ptrdiff_t n = dict_length(dict);
    if (n == 0) return 0;
    return list_make_room((List *)list, n) ? dict_give((Dict *)dict, part, (List *)list) : -1;
}

static int list_extend_set(List *l, Object *set) {
    ptrdiff_t n = set_length(set), i = 0;
    if (n > 0 && !list_make_room(l, n)) return -1;
    for (Object *item; set_next(set, &i, &item);) l->items[l->length++] = newref(item);
    return 0;
}

static int list_extend_range(List *l, int64_t value, int64_t step, int64_t n) {
    if (n == 0) return 0;
    if (!list_make_room(l, n)) return -1;
    for (; n > 0; n--, value += step) {
        Object *item = int_from_i64(value);
        if (!item) return -1;
        l->items[l->length++] = item;
    }
    return 0;
}

static int list_extend_str(List *l, Object *s) {
    ptrdiff_t n = str_length(s);
    Object **to = n > 0 ? list_make_room(l, n) : NULL;
    if (!to) return n > 0 ? -1 : 0;
    ptrdiff_t done = str_chars((Str *)s, to);
    l->length += done;
    return done == n ? 0 : -1;
}

static int list_extend_iterator(List *l, Object *iterable) {
    Object *it = object_iter(iterable);
    if (!it) return -1;
    ptrdiff_t hint = object_length_hint(iterable, 8), old = l->length;
    if (hint < 0) goto error;
    if (!l->items) {
        if (hint > 0 && list_reserve_first(l, hint) < 0) goto error;
    } else if (hint <= LIST_MAX - old) { /* an absurd hint is no reason to fail: the items may never come */
        if (list_resize(l, old + hint) < 0) goto error;
        l->length = old;
    }
    Object *(*next)(Object *) = it->type->next;
    for (Object *item; (item = next(it));) {
        if (likely(l->length < l->capacity))
            l->items[l->length++] = item;
        else if (list_append_slow(l, item) < 0)
            goto error;
    }
    if (raise_pending() && !raise_clear_if(&exc_StopIteration)) goto error;
    decref(it);
    list_shrink(l, l->length); /* gives back what a wrong hint took */
    return 0;
error:
    decref(it);
    return -1;
}

int list_extend(Object *o, Object *iterable) {
    List *l = (List *)o;
    if (iterable->type == &list_type || tuple_plain(iterable) || o == iterable)
        return list_extend_items(l, iterable, sequence_size(iterable));
    if (iterable->type == &dict_type) return list_extend_dict(o, iterable, DICT_KEYS);
    enum DictPart part;
    if (dict_view_exact(iterable, &part)) return list_extend_dict(o, dict_view_dict(iterable), part);
    if (iterable->type == &set_type || iterable->type == &frozenset_type) return list_extend_set(l, iterable);
    if (str_check_exact(iterable)) return list_extend_str(l, iterable);
    int64_t start, step, n;
    if (iterable->type == &range_type && range_as_i64(iterable, &start, &step, &n))
        return list_extend_range(l, start, step, n);
    return list_extend_iterator(l, iterable);
}

/* ---- slices */

Object *list_slice(Object *o, ptrdiff_t start, ptrdiff_t end) {
    List *l = (List *)o;
    clamp_bounds(l->length, &start, &end);
    return list_from(l->items + start, end - start);
}

enum { FEW = 32 };

/* The items between start and end (in range) give way to n others, borrowed. */
static int list_replace(List *l, ptrdiff_t start, ptrdiff_t end, Object *const *items, ptrdiff_t n) {
    ptrdiff_t old = l->length, gone = end - start, tail = old - end;
    if (n + old - gone == 0) {
        list_empty((Object *)l);
        return 0;
    }
    /* The dead are kept aside: releasing them runs code, and the list must be whole by then. */
    Object *few[FEW], **dead = few;
    if (gone > FEW && !(dead = heap_alloc((size_t)gone * sizeof *dead))) return raise_memory(), -1;
    if (gone > 0) memcpy(dead, l->items + start, (size_t)gone * sizeof *dead);
    int result = 0;
    if (n < gone) {
        memmove(l->items + start + n, l->items + end, (size_t)tail * sizeof *l->items);
        list_shrink(l, old + n - gone);
    } else if (n > gone) {
        if ((result = list_resize(l, old + n - gone)) < 0)
            gone = 0;
        else
            memmove(l->items + start + n, l->items + end, (size_t)tail * sizeof *l->items);
    }
    if (result == 0 && n > 0) {
        memcpy(l->items + start, items, (size_t)n * sizeof *items);
        items_incref(items, n);
    }
    items_decref(dead, gone);
    if (dead != few) heap_free(dead);
    return result;
}

int list_set_slice(Object *o, ptrdiff_t start, ptrdiff_t end, Object *iterable) {
    List *l = (List *)o;
    Object *source = NULL;
    if (iterable) {
        source = o == iterable ? list_from(l->items, l->length)
                               : sequence_fast(iterable, "must assign iterable to extended slice");
        if (!source) return -1;
    }
    clamp_bounds(l->length, &start, &end); /* only now: making the items may have changed the list */
    int result =
        list_replace(l, start, end, source ? sequence_items(source) : NULL, source ? sequence_size(source) : 0);
    xdecref(source);
    return result;
}

/* First to last, the order in which a slice with a step lets go of its items; runs of one object are counted at once.
 */
static void release_in_order(Object *const *dead, ptrdiff_t n) {
    for (ptrdiff_t i = 0, first = 0; i < n; first = i) {
        while (++i < n && dead[i] == dead[first]) {
        }
        incref_by(dead[first], first + 1 - i);
        decref(dead[first]);
    }
}

static int list_delete_step(List *l, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    if (n <= 0) return 0;
    if (step < 0) {
        start += step * (n - 1);
        step = -step;
    }
    Object **dead = heap_alloc((size_t)n * sizeof *dead);
    if (!dead) return raise_memory(), -1;
    Object **to = l->items + start;
    for (ptrdiff_t i = 0, at = start; i < n; i++, at += step) {
        dead[i] = l->items[at];
        ptrdiff_t keep = i + 1 < n ? step - 1 : l->length - at - 1;
        memmove(to, l->items + at + 1, (size_t)keep * sizeof *to);
        to += keep;
    }
    list_shrink(l, l->length - n);
    release_in_order(dead, n);
    heap_free(dead);
    return 0;
}

static int list_assign_step(List *l, ptrdiff_t start, ptrdiff_t stop, ptrdiff_t step, Object *value) {
    Object *source = (Object *)l == value ? list_from(l->items, l->length)
                                          : sequence_fast(value, "must assign iterable to extended slice");
    if (!source) return -1;
    ptrdiff_t n = slice_adjust(l->length, &start, &stop, step), given = sequence_size(source);
    Object **dead = NULL;
    if (given != n) {
        raise_error(&exc_ValueError, "attempt to assign sequence of size %zd to extended slice of size %zd", given, n);
        goto error;
    }
    if (!(dead = heap_alloc((size_t)(n + 1) * sizeof *dead))) {
        raise_memory();
        goto error;
    }
    Object *const *items = sequence_items(source);
    items_incref(items, n);
    Object **own = l->items;
    for (ptrdiff_t i = 0, at = start; i < n; i++, at += step) {
        dead[i] = own[at];
        own[at] = items[i];
    }
    release_in_order(dead, n);
    heap_free(dead);
    decref(source);
    return 0;
error:
    decref(source);
    return -1;
}

/* ---- slots */

static Object *raise_index_type(Object *key) {
    return raise_error(&exc_TypeError, "list indices must be integers or slices, not %T", key);
}

static Object *list_get_slice(List *l, Object *slice) {
    ptrdiff_t start, stop, step;
    if (likely(slice_plain(slice, l->length, &start, &stop))) return list_from(l->items + start, stop - start);
    if (slice_unpack(slice, &start, &stop, &step) < 0) return NULL;
    ptrdiff_t n = slice_adjust(l->length, &start, &stop, step);
    if (n == 0) return list_new(0); /* start may be in front of the first item, or there is none */
    if (step == 1) return list_from(l->items + start, n);
    List *result = list_unfilled(n);
    if (!result) return NULL;
    Object **from = l->items + start, **to = result->items;
    for (Object **end = to + n; to < end; from += step) *to++ = newref(*from);
    return (Object *)result;
}

static Object *list_get_item(Object *o, Object *key) {
    List *l = (List *)o;
    if (key->type == &slice_type) return list_get_slice(l, key);
    if (unlikely(!key->type->to_index)) return raise_index_type(key);
    ptrdiff_t i = item_index(key, &l->length);
    if (likely(i >= 0)) return newref(l->items[i]);
    return i == -1 ? raise_error(&exc_IndexError, "list index out of range") : NULL;
}

static int list_set_item_slice(List *l, Object *slice, Object *value) {
    ptrdiff_t start, stop, step;
    bool plain = slice_plain(slice, l->length, &start, &stop);
    if (plain && value && value != (Object *)l && (value->type == &list_type || value->type == &tuple_type))
        return list_replace(l, start, stop, sequence_items(value), sequence_size(value));
    if (slice_unpack(slice, &start, &stop, &step) < 0) return -1;
    if (value && step != 1) return list_assign_step(l, start, stop, step, value);
    ptrdiff_t n = slice_adjust(l->length, &start, &stop, step);
    if (step == 1) return list_set_slice((Object *)l, start, stop < start ? start : stop, value);
    return list_delete_step(l, start, step, n);
}

static int list_set_item(Object *o, Object *key, Object *value) {
    List *l = (List *)o;
    if (key->type == &slice_type) return list_set_item_slice(l, key, value);
    if (unlikely(!key->type->to_index)) return raise_index_type(key), -1;
    ptrdiff_t i = item_index(key, &l->length);
    if (i < 0) return i == -1 ? raise_int(&exc_IndexError, "list assignment index out of range") : -1;
    if (!value) return list_replace(l, i, i + 1, NULL, 0);
    Object *old = l->items[i];
    l->items[i] = newref(value);
    decref(old);
    return 0;
}

static ptrdiff_t list_length_slot(Object *o) {
    return ((List *)o)->length;
}

static int list_contains(Object *o, Object *item) {
    List *l = (List *)o;
    for (ptrdiff_t i = 0; i < l->length; i++) {
        int r = item_equal(l->items[i], item);
        if (r) return r;
    }
    return 0;
}

static Object *list_concat(Object *a, Object *b) {
    if (!list_check(b)) return raise_error(&exc_TypeError, "can only concatenate list (not \"%T\") to list", b);
    ptrdiff_t n = list_length(a), m = list_length(b);
    List *result = n <= LIST_MAX - m ? list_unfilled(n + m) : raise_memory();
    if (!result) return NULL;
    Object **to = result->items;
    items_copy(to, ((List *)a)->items, n);
    items_copy(to + n, ((List *)b)->items, m);
    return (Object *)result;
}

static Object *list_inplace_concat(Object *o, Object *other) {
    return list_extend(o, other) < 0 ? NULL : newref(o);
}

static Object *list_repeat(Object *o, ptrdiff_t times) {
    ptrdiff_t n = list_length(o);
    if (n == 0 || times <= 0) return list_new(0);
    if (n > LIST_MAX / times) return raise_memory();
    List *result = list_unfilled(n * times);
    if (!result) return NULL;
    Object **to = result->items;
    memcpy(to, ((List *)o)->items, (size_t)n * sizeof *to);
    items_repeat(to, n, n * times);
    for (ptrdiff_t i = 0; i < n; i++) incref_by(to[i], times);
    return (Object *)result;
}

static Object *list_inplace_repeat(Object *o, ptrdiff_t times) {
    List *l = (List *)o;
    ptrdiff_t n = l->length;
    if (n == 0 || times == 1) return newref(o);
    if (times < 1) {
        list_empty(o);
        return newref(o);
    }
    if (n > LIST_MAX / times) return raise_memory();
    if (list_resize(l, n * times) < 0) return NULL;
    items_repeat(l->items, n, n * times);
    for (ptrdiff_t i = 0; i < n; i++) incref_by(l->items[i], times - 1);
    return newref(o);
}

/* The first items that differ decide an order. Not a part of list_compare, whose frame is what nested lists are made of
 * on the C stack. */
static __attribute__((noinline)) Object *compare_at(List *v, List *w, ptrdiff_t i, enum CompareOp op) {
    Object *x = newref(v->items[i]), *y = newref(w->items[i]);
    Object *result = object_compare(x, y, op);
    decref(x);
    decref(y);
    return result;
}

static Object *list_compare(Object *a, Object *b, enum CompareOp op) {
    if (!list_check(a) || !list_check(b)) return newref(NOT_IMPLEMENTED);
    List *v = (List *)a, *w = (List *)b;
    if (v->length != w->length && (op == CMP_EQ || op == CMP_NE)) return new_bool(op == CMP_NE);
    ptrdiff_t i = 0;
    for (; i < v->length && i < w->length; i++) {
        int r = item_equal(v->items[i], w->items[i]);
        if (r < 0) return NULL;
        if (!r) break;
    }
    if (i >= v->length || i >= w->length) return new_bool(length_order(v->length, w->length, op));
    if (op == CMP_EQ || op == CMP_NE) return new_bool(op == CMP_NE);
    return compare_at(v, w, i, op);
}

static Object *list_repr(Object *o) {
    List *l = (List *)o;
    if (l->length == 0) return str_from_c("[]");
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("[...]") : NULL;
    StrWriter w = writer_new();
    int r = writer_char(&w, '[');
    for (ptrdiff_t i = 0; r == 0 && i < l->length; i++) {
        if (i > 0 && (r = writer_ascii(&w, ", ", 2)) < 0) break;
        Object *item = newref(l->items[i]);
        r = writer_repr(&w, item);
        decref(item);
    }
    if (r == 0) r = writer_char(&w, ']');
    repr_leave(o);
    return r < 0 ? NULL : writer_finish(&w);
}

static Object *list_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (t == &list_type) return list_new(0);
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static int list_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with a __new__ of its own may define keywords. */
    if ((o->type == &list_type || o->type->new == list_make) && args_no_keywords("list", kwnames) < 0) return -1;
    if (args_count("list", nargs, 0, 1) < 0) return -1;
    if (list_length(o) > 0) list_empty(o);
    return nargs > 0 ? list_extend(o, args[0]) : 0;
}

/* ---- methods */

static Object *list_append_method(Object *o, Object **args, ptrdiff_t nargs) {
    return list_append(o, args[0]) < 0 ? NULL : new_none();
}

static Object *list_clear_method(Object *o, Object **args, ptrdiff_t nargs) {
    list_empty(o);
    return new_none();
}

static Object *list_copy_method(Object *o, Object **args, ptrdiff_t nargs) {
    return list_from(((List *)o)->items, ((List *)o)->length);
}

static Object *list_count_method(Object *o, Object **args, ptrdiff_t nargs) {
    List *l = (List *)o;
    ptrdiff_t count = 0;
    for (ptrdiff_t i = 0; i < l->length; i++) {
        int r = item_equal(l->items[i], args[0]);
        if (r < 0) return NULL;
        count += r;
    }
    return int_from_i64(count);
}

static Object *list_extend_method(Object *o, Object **args, ptrdiff_t nargs) {
    return list_extend(o, args[0]) < 0 ? NULL : new_none();
}

/* Where the first item equal to `item` is between start and stop: -1 none, -2 exception. */
static ptrdiff_t list_find(List *l, Object *item, ptrdiff_t start, ptrdiff_t stop) {
    for (ptrdiff_t i = start; i < stop && i < l->length; i++) {
        int r = item_equal(l->items[i], item);
        if (r) return r > 0 ? i : -2;
    }
    return -1;
}

static Object *list_index_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t start = 0, stop = PTRDIFF_MAX;
    if (nargs > 1 && slice_index(args[1], &start) < 0) return NULL;
    if (nargs > 2 && slice_index(args[2], &stop) < 0) return NULL;
    ptrdiff_t given = stop;
    clamp_bounds(list_length(o), &start, &stop);
    if (given >= 0) stop = given; /* the list may grow while it is searched */
    ptrdiff_t i = list_find((List *)o, args[0], start, stop);
    if (i == -1) return raise_error(&exc_ValueError, "list.index(x): x not in list");
    return i < 0 ? NULL : int_from_i64(i);
}

static Object *list_insert_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t at = number_as_index(args[0], &exc_OverflowError);
    if (at == -1 && raise_pending()) return NULL;
    return list_insert(o, at, args[1]) < 0 ? NULL : new_none();
}

static Object *list_pop_method(Object *o, Object **args, ptrdiff_t nargs) {
    List *l = (List *)o;
    ptrdiff_t i = -1;
    if (nargs > 0) {
        i = number_as_index(args[0], &exc_OverflowError);
        if (i == -1 && raise_pending()) return NULL;
    }
    if (l->length == 0) return raise_error(&exc_IndexError, "pop from empty list");
    if (i < 0) i += l->length;
    if ((size_t)i >= (size_t)l->length) return raise_error(&exc_IndexError, "pop index out of range");
    Object *item = l->items[i];
    memmove(l->items + i, l->items + i + 1, (size_t)(l->length - i - 1) * sizeof *l->items);
    list_shrink(l, l->length - 1);
    return item;
}

static Object *list_remove_method(Object *o, Object **args, ptrdiff_t nargs) {
    List *l = (List *)o;
    ptrdiff_t i = list_find(l, args[0], 0, PTRDIFF_MAX);
    if (i == -1) return raise_error(&exc_ValueError, "list.remove(x): x not in list");
    if (i < 0) return NULL;
    ptrdiff_t end = i + 1;
    clamp_bounds(l->length, &i, &end); /* __eq__ may have shortened the list */
    return list_replace(l, i, end, NULL, 0) < 0 ? NULL : new_none();
}

int list_reverse(Object *o) {
    List *l = (List *)o;
    if (l->length < 2) return 0;
    for (Object **a = l->items, **z = a + l->length - 1; a < z; a++, z--) {
        Object *t = *a;
        *a = *z;
        *z = t;
    }
    return 0;
}

static Object *list_reverse_method(Object *o, Object **args, ptrdiff_t nargs) {
    list_reverse(o);
    return new_none();
}

static Object *list_sizeof_method(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + ((List *)o)->capacity * (ptrdiff_t)sizeof(Object *));
}

static Object *list_sort_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *key = arg_or_null(args, nargs, 0), *reverse = arg_or_null(args, nargs, 1);
    int backwards = reverse ? object_truth(reverse) : 0;
    if (backwards < 0) return NULL;
    return list_sort(o, key == NONE ? NULL : key, backwards) < 0 ? NULL : new_none();
}

Object *list_to_tuple(Object *o) {
    return tuple_from(((List *)o)->items, ((List *)o)->length);
}

static Object *list_getitem_method(Object *o, Object **args, ptrdiff_t nargs) {
    return list_get_item(o, args[0]);
}

static const Method list_methods[] = {
    {"__getitem__", list_getitem_method, 1, 1, "__getitem__(index, /)\n--\n\nself[index].", METH_COEXIST},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe generic alias list[object].", METH_CLASS},
    {"__reversed__", list_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator from the last item to the first."},
    {"__sizeof__", list_sizeof_method, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the list and its array of items."},
    {"append", list_append_method, 1, 1, "append(object, /)\n--\n\nAdds an item at the end."},
    {"clear", list_clear_method, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"copy", list_copy_method, 0, 0, "copy()\n--\n\nA new list with the same items."},
    {"count", list_count_method, 1, 1, "count(value, /)\n--\n\nHow many items equal value."},
    {"extend", list_extend_method, 1, 1, "extend(iterable, /)\n--\n\nAdds all items of an iterable at the end."},
    {"index", list_index_method, 1, 3,
     "index(value, start=0, stop=sys.maxsize, /)\n--\n\nWhere value is first found; ValueError when it is not."},
    {"insert", list_insert_method, 2, 2, "insert(index, object, /)\n--\n\nPuts an item in front of the one at index."},
    {"pop", list_pop_method, 0, 1, "pop(index=-1, /)\n--\n\nRemoves the item at index and returns it."},
    {"remove", list_remove_method, 1, 1, "remove(value, /)\n--\n\nRemoves the first item equal to value."},
    {"reverse", list_reverse_method, 0, 0, "reverse()\n--\n\nTurns the order of the items around, in place."},
    {"sort", list_sort_method, 0, 0,
     "sort(*, key=None, reverse=False)\n--\n\nSorts in place; items that compare equal keep their order."},
    {NULL},
};

Type list_type = {
    .mem = {.name = "list",
            .size = sizeof(List),
            .flags = TYPE_GC | TYPE_BASE | TYPE_LIST | TYPE_SEQUENCE,
            .dealloc = list_dealloc,
            .traverse = list_traverse,
            .span = list_span,
            .clear = list_empty},
    .doc = "list(iterable=(), /)\n--\n\nA sequence of items that can change.",
    .methods = list_methods,
    .repr = list_repr,
    .compare = list_compare,
    .iter = list_iter,
    .new = list_make,
    .init = list_init,
    .length = list_length_slot,
    .get_item = list_get_item,
    .slice = list_slice,
    .set_item = list_set_item,
    .contains = list_contains,
    .concat = list_concat,
    .repeat = list_repeat,
    .inplace_concat = list_inplace_concat,
    .inplace_repeat = list_inplace_repeat,
};
