/* _heapq: priority queues in lists. The smallest item is at index 0, and item i is not greater than items 2i+1 and
 * 2i+2; the functions with _max keep the greatest there.
 *
 * A comparison may run code that changes the list. The length is checked after each, and the items are looked up anew.
 */
#include <string.h>
#include "interp/api.h"

typedef bool Greatest; /* is the greatest item on top? */

static inline List *heap(Object *o) {
    return (List *)o;
}

/* Is the first argument of the function a list? 0, -1 with TypeError. `place` is " 1" if there are more. */
static int check_list(Object *o, const char *function, const char *place) {
    if (list_check(o)) return 0;
    return raise_int(&exc_TypeError, "%s() argument%s must be list, not %K", function, place, o);
}

/* Should item a be nearer to the top than item b? 1, 0, -1. The general case: keeps both alive. */
static __attribute__((noinline)) int above_slow(Object *a, Object *b, Greatest greatest) {
    incref(a);
    incref(b);
    int r = greatest ? object_compare_bool(b, a, CMP_LT) : object_compare_bool(a, b, CMP_LT);
    decref(a);
    decref(b);
    return r;
}

static inline int above(Object *a, Object *b, Greatest greatest) {
    if (a->type == b->type) {
        if (a->type == &int_type) {
            int64_t x = ((Int *)a)->value, y = ((Int *)b)->value;
            return greatest ? y < x : x < y;
        }
        if (a->type == &float_type) return greatest ? float_value(b) < float_value(a) : float_value(a) < float_value(b);
    }
    return above_slow(a, b, greatest);
}

static int check_size(Object *o, ptrdiff_t n) {
    return list_length(o) == n ? 0 : raise_int(&exc_RuntimeError, "list changed size during iteration");
}

static inline void swap(Object *o, ptrdiff_t i, ptrdiff_t j) {
    Object **items = heap(o)->items, *t = items[i];
    items[i] = items[j];
    items[j] = t;
}

/* Moves the item at `at` up to its place, at most to `top`. */
static int sift_up(Object *o, ptrdiff_t top, ptrdiff_t at, Greatest greatest) {
    ptrdiff_t n = list_length(o);
    if (at >= n) return raise_int(&exc_IndexError, "index out of range");
    while (at > top) {
        ptrdiff_t parent = (at - 1) >> 1;
        int r = above(list_item(o, at), list_item(o, parent), greatest);
        if (r < 0 || check_size(o, n) < 0) return -1;
        if (!r) break;
        swap(o, at, parent);
        at = parent;
    }
    return 0;
}

/* Puts the item at `at` in its place below: down to a leaf along the better children first, then up again. An item that
 * was at the end of the heap belongs near the bottom, so this needs fewer comparisons than stopping on the way. */
static int sift_down(Object *o, ptrdiff_t at, Greatest greatest) {
    ptrdiff_t n = list_length(o), top = at, inner = n >> 1; /* those from `inner` on have no children */
    if (at >= n) return raise_int(&exc_IndexError, "index out of range");
    while (at < inner) {
        ptrdiff_t child = 2 * at + 1;
        if (child + 1 < n) {
            int r = above(list_item(o, child), list_item(o, child + 1), greatest);
            if (r < 0 || check_size(o, n) < 0) return -1;
            if (!r) child++;
        }
        swap(o, at, child);
        at = child;
    }
    return sift_up(o, top, at, greatest);
}

/* ---- the five operations, for both kinds of heap */

static Object *push(const char *function, Object *o, Object *item, Greatest greatest) {
    if (check_list(o, function, " 1") < 0 || list_append(o, item) < 0) return NULL;
    return sift_up(o, 0, list_length(o) - 1, greatest) < 0 ? NULL : new_none();
}

static Object *pop(const char *function, Object *o, Greatest greatest) {
    if (check_list(o, function, "") < 0) return NULL;
    ptrdiff_t n = list_length(o);
    if (n == 0) return raise_error(&exc_IndexError, "index out of range");
    Object *last = newref(list_item(o, n - 1));
    if (list_set_slice(o, n - 1, n, NULL) < 0 || n == 1) {
        if (n == 1 && !raise_pending()) return last;
        decref(last);
        return NULL;
    }
    Object *top = list_item(o, 0);
    heap(o)->items[0] = last;
    if (sift_down(o, 0, greatest) == 0) return top;
    decref(top);
    return NULL;
}

static Object *replace(const char *function, Object *o, Object *item, Greatest greatest) {
    if (check_list(o, function, " 1") < 0) return NULL;
    if (list_length(o) == 0) return raise_error(&exc_IndexError, "index out of range");
    Object *top = list_item(o, 0);
    heap(o)->items[0] = newref(item);
    if (sift_down(o, 0, greatest) == 0) return top;
    decref(top);
    return NULL;
}

static Object *push_pop(const char *function, Object *o, Object *item, Greatest greatest) {
    if (check_list(o, function, " 1") < 0) return NULL;
    if (list_length(o) == 0) return newref(item);
    int r = above(list_item(o, 0), item, greatest);
    if (r < 0) return NULL;
    if (r == 0) return newref(item);
    if (list_length(o) == 0) return raise_error(&exc_IndexError, "index out of range");
    return replace(function, o, item, greatest);
}

static Object *heapify(const char *function, Object *o, Greatest greatest) {
    if (check_list(o, function, "") < 0) return NULL;
    for (ptrdiff_t i = (list_length(o) >> 1) - 1; i >= 0; i--)
        if (sift_down(o, i, greatest) < 0) return NULL;
    return new_none();
}

/* ---- the module */

static Object *heapq_push(Object *m, Object **args, ptrdiff_t n) {
    return push("heappush", args[0], args[1], false);
}
static Object *heapq_pop(Object *m, Object **args, ptrdiff_t n) {
    return pop("heappop", args[0], false);
}
static Object *heapq_replace(Object *m, Object **args, ptrdiff_t n) {
    return replace("heapreplace", args[0], args[1], false);
}
static Object *heapq_push_pop(Object *m, Object **args, ptrdiff_t n) {
    return push_pop("heappushpop", args[0], args[1], false);
}
static Object *heapq_heapify(Object *m, Object **args, ptrdiff_t n) {
    return heapify("heapify", args[0], false);
}
static Object *heapq_push_max(Object *m, Object **args, ptrdiff_t n) {
    return push("heappush_max", args[0], args[1], true);
}
static Object *heapq_pop_max(Object *m, Object **args, ptrdiff_t n) {
    return pop("heappop_max", args[0], true);
}
static Object *heapq_replace_max(Object *m, Object **args, ptrdiff_t n) {
    return replace("heapreplace_max", args[0], args[1], true);
}
static Object *heapq_push_pop_max(Object *m, Object **args, ptrdiff_t n) {
    return push_pop("heappushpop_max", args[0], args[1], true);
}
static Object *heapq_heapify_max(Object *m, Object **args, ptrdiff_t n) {
    return heapify("heapify_max", args[0], true);
}

static const Method heapq_methods[] = {
    {"heapify", heapq_heapify, 1, 1, "heapify(heap, /)\n--\n\nMakes a list a heap, in place, in linear time."},
    {"heapify_max", heapq_heapify_max, 1, 1, "heapify_max(heap, /)\n--\n\nheapify, with the greatest on top."},
    {"heappop", heapq_pop, 1, 1, "heappop(heap, /)\n--\n\nRemoves the smallest item and returns it."},
    {"heappop_max", heapq_pop_max, 1, 1, "heappop_max(heap, /)\n--\n\nRemoves the greatest item and returns it."},
    {"heappush", heapq_push, 2, 2, "heappush(heap, item, /)\n--\n\nAdds an item."},
    {"heappush_max", heapq_push_max, 2, 2, "heappush_max(heap, item, /)\n--\n\nheappush, with the greatest on top."},
    {"heappushpop", heapq_push_pop, 2, 2,
     "heappushpop(heap, item, /)\n--\n\nAdds an item, then removes the smallest and returns it."},
    {"heappushpop_max", heapq_push_pop_max, 2, 2,
     "heappushpop_max(heap, item, /)\n--\n\nheappushpop, with the greatest on top."},
    {"heapreplace", heapq_replace, 2, 2,
     "heapreplace(heap, item, /)\n--\n\nRemoves the smallest item and returns it, then adds an item."},
    {"heapreplace_max", heapq_replace_max, 2, 2,
     "heapreplace_max(heap, item, /)\n--\n\nheapreplace, with the greatest on top."},
    {NULL},
};

const ModuleSpec _heapq_module = {
    .name = "_heapq",
    .doc = "The native functions of the module heapq.",
    .methods = heapq_methods,
};
