/* Sorting lists: stable, adaptive merge sort.
 *
 * The array is cut into runs that are in order already, short ones being extended by binary insertion. Runs wait on a
 * stack until two neighbours are due to be merged, which the powersort policy decides. A merge goes item by item until
 * one side wins several times in a row; then it gallops, that is, searches with growing steps for how far the winning
 * goes. The order of comparisons is that of the published algorithm (Tim Peters' listsort.txt, with powersort by Munro
 * and Wild), so that even inconsistent comparisons give the results that Python programmers know.
 *
 * What is sorted is an array of SortItem, a key beside each value:
 *
 *      [key value][key value] ...      key: an int64_t, a double, or an object
 *
 * Long lists of numbers, of strings, and of tuples that begin with one are sorted by digits instead, in list_radix.c.
 * For the others one look at all keys decides how they are compared. All of them exact ints that fit 64 bits, or all
 * exact floats: then the numbers themselves are the keys, and comparing takes one instruction. The functions from
 * count_run on are inlined into one copy for each kind of key; that is what the parameter `less` is for.
 *
 * During the sort the list is empty, and its capacity is -1. Code that runs in a comparison cannot touch the items
 * then; whatever it puts into the list is dropped at the end, with a ValueError.
 */
#include "interp/object/float.h"
#include "interp/object/item.h"
#include "interp/object/list.h"
#include "interp/object/sort_impl.h"

enum {
    SHORT_RUN = 64,   /* arrays below this are sorted by insertion alone */
    MIN_GALLOP = 7,   /* wins in a row before galloping, to begin with */
    MAX_PENDING = 85, /* runs on the stack: enough for 2^64 items */
    ON_STACK = 64,    /* items that need no heap block */
};

typedef struct SortRun {
    SortItem *base;
    ptrdiff_t length;
    int power;
} SortRun;

typedef struct Sort {
    SortItem *items;
    ptrdiff_t length;
    ptrdiff_t min_gallop; /* lower while galloping pays, higher when it does not */
    SortItem *spare;      /* where a merge keeps the shorter run */
    ptrdiff_t spare_length;
    int (*less)(Object *a, Object *b); /* for object keys: 1, 0, -1 */
    ptrdiff_t pending_count;
    SortRun pending[MAX_PENDING];
    SortItem small_spare[ON_STACK];
} Sort;

typedef int (*Less)(const Sort *s, const SortItem *a, const SortItem *b); /* 1, 0, -1 */

#define INLINE static inline __attribute__((always_inline))

/* ---- comparing */

INLINE int less_integer(const Sort *s, const SortItem *a, const SortItem *b) {
    return a->key.integer < b->key.integer;
}

INLINE int less_real(const Sort *s, const SortItem *a, const SortItem *b) {
    return a->key.real < b->key.real;
}

INLINE int less_latin(const Sort *s, const SortItem *a, const SortItem *b) {
    const Str *x = (Str *)a->key.object, *y = (Str *)b->key.object;
    int order = memcmp(x->data, y->data, (size_t)(x->length < y->length ? x->length : y->length));
    return order < 0 || (order == 0 && x->length < y->length);
}

INLINE int less_object(const Sort *s, const SortItem *a, const SortItem *b) {
    return s->less(a->key.object, b->key.object);
}

static int object_less(Object *a, Object *b) {
    return object_compare_bool(a, b, CMP_LT);
}

static int str_less(Object *a, Object *b) {
    return str_order(a, b) < 0;
}

/* Two exact tuples: the first items that differ decide. */
static int tuple_less(Object *a, Object *b) {
    const Tuple *v = (Tuple *)a, *w = (Tuple *)b;
    for (ptrdiff_t i = 0; i < v->length && i < w->length; i++) {
        Object *x = v->items[i], *y = w->items[i];
        if (x == y) continue;
        if (x->type == y->type) {
            if (x->type == &int_type) {
                if (((Int *)x)->value != ((Int *)y)->value) return ((Int *)x)->value < ((Int *)y)->value;
                continue;
            }
            if (x->type == &str_type) {
                int order = str_order(x, y);
                if (order) return order < 0;
                continue;
            }
            if (x->type == &float_type && float_value(x) != float_value(y)) return float_value(x) < float_value(y);
        }
        int r = item_equal(x, y);
        if (r == 0) return object_less(x, y);
        if (r < 0) return -1;
    }
    return v->length < w->length;
}

/* ---- runs */

void sort_reverse(SortItem *from, SortItem *to) {
    for (to--; from < to; from++, to--) {
        SortItem t = *from;
        *from = *to;
        *to = t;
    }
}

/* The length of the run at `a`, of n items at most: put in ascending order if it was descending. Equal items may be
 * part of a descending run; they are turned around an extra time, so that they keep their order. */
INLINE ptrdiff_t count_run(const Sort *s, SortItem *a, ptrdiff_t n, Less less) {
    ptrdiff_t i = 1, equal = 0;
    int r;
    for (; i < n; i++) {
        if ((r = less(s, &a[i], &a[i - 1])) < 0) return -1;
        if (r) break;
    }
    if (i >= n) return i;
    if (i > 1) {
        if ((r = less(s, &a[0], &a[i - 1])) < 0) return -1;
        if (r) return i;
        sort_reverse(a, a + i); /* all equal so far, and now it goes down */
    }
    for (i++; i < n; i++) {
        if ((r = less(s, &a[i], &a[i - 1])) < 0) return -1;
        if (r) {
            if (equal) sort_reverse(a + i - 1 - equal, a + i);
            equal = 0;
        } else {
            if ((r = less(s, &a[i - 1], &a[i])) < 0) return -1;
            if (r) break;
            equal++;
        }
    }
    if (equal) sort_reverse(a + i - 1 - equal, a + i);
    sort_reverse(a, a + i);
    for (; i < n; i++) { /* what was the end of the run may go on upwards */
        if ((r = less(s, &a[i], &a[i - 1])) < 0) return -1;
        if (r) break;
    }
    return i;
}

/* Sorts n items of which the first `sorted` are in order. */
INLINE int insertion_sort(const Sort *s, SortItem *a, ptrdiff_t n, ptrdiff_t sorted, Less less) {
    for (; sorted < n; sorted++) {
        SortItem pivot = a[sorted];
        ptrdiff_t left = 0, right = sorted;
        while (left < right) {
            ptrdiff_t middle = (left + right) >> 1;
            int r = less(s, &pivot, &a[middle]);
            if (r < 0) return -1;
            if (r)
                right = middle;
            else
                left = middle + 1;
        }
        memmove(a + left + 1, a + left, (size_t)(sorted - left) * sizeof *a);
        a[left] = pivot;
    }
    return 0;
}

/* ---- galloping: where `key` belongs among the n items of `a`, which are in order, searching from `hint` on */

/* In front of its equals. */
INLINE ptrdiff_t gallop_left(const Sort *s, const SortItem *key, const SortItem *a, ptrdiff_t n, ptrdiff_t hint,
                             Less less) {
    ptrdiff_t last = 0, offset = 1;
    int r = less(s, &a[hint], key);
    if (r < 0) return -1;
    if (r) { /* to the right, until a[hint + last] < key <= a[hint + offset] */
        ptrdiff_t limit = n - hint;
        while (offset < limit) {
            if ((r = less(s, &a[hint + offset], key)) < 0) return -1;
            if (!r) break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > limit) offset = limit;
        last += hint;
        offset += hint;
    } else { /* to the left, until a[hint - offset] < key <= a[hint - last] */
        ptrdiff_t limit = hint + 1;
        while (offset < limit) {
            if ((r = less(s, &a[hint - offset], key)) < 0) return -1;
            if (r) break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > limit) offset = limit;
        ptrdiff_t near = last;
        last = hint - offset;
        offset = hint - near;
    }
    for (last++; last < offset;) {
        ptrdiff_t middle = last + ((offset - last) >> 1);
        if ((r = less(s, &a[middle], key)) < 0) return -1;
        if (r)
            last = middle + 1;
        else
            offset = middle;
    }
    return offset;
}

/* Behind its equals. */
INLINE ptrdiff_t gallop_right(const Sort *s, const SortItem *key, const SortItem *a, ptrdiff_t n, ptrdiff_t hint,
                              Less less) {
    ptrdiff_t last = 0, offset = 1;
    int r = less(s, key, &a[hint]);
    if (r < 0) return -1;
    if (r) { /* to the left, until a[hint - offset] <= key < a[hint - last] */
        ptrdiff_t limit = hint + 1;
        while (offset < limit) {
            if ((r = less(s, key, &a[hint - offset])) < 0) return -1;
            if (!r) break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > limit) offset = limit;
        ptrdiff_t near = last;
        last = hint - offset;
        offset = hint - near;
    } else { /* to the right, until a[hint + last] <= key < a[hint + offset] */
        ptrdiff_t limit = n - hint;
        while (offset < limit) {
            if ((r = less(s, key, &a[hint + offset])) < 0) return -1;
            if (r) break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > limit) offset = limit;
        last += hint;
        offset += hint;
    }
    for (last++; last < offset;) {
        ptrdiff_t middle = last + ((offset - last) >> 1);
        if ((r = less(s, key, &a[middle])) < 0) return -1;
        if (r)
            offset = middle;
        else
            last = middle + 1;
    }
    return offset;
}

/* ---- merging: whatever happens, the items stay a permutation of what they were */

static SortItem *spare_room(Sort *s, ptrdiff_t n) {
    if (n <= s->spare_length) return s->spare;
    if (s->spare != s->small_spare) heap_free(s->spare);
    s->spare = heap_alloc((size_t)n * sizeof(SortItem)); /* n < length / 2: no overflow */
    s->spare_length = s->spare ? n : 0;
    if (!s->spare) raise_memory();
    return s->spare;
}

static inline void copy_items(SortItem *to, const SortItem *from, ptrdiff_t n) {
    memmove(to, from, (size_t)n * sizeof *to);
}

/* Merges neighbours a and b, the shorter one being a. The first item is b's, the last is a's. */
INLINE int merge_low(Sort *s, SortItem *a, ptrdiff_t na, SortItem *b, ptrdiff_t nb, Less less) {
    SortItem *to = a;
    if (!(a = spare_room(s, na))) return -1;
    copy_items(a, to, na);
    int result = -1;
    ptrdiff_t min_gallop = s->min_gallop;
    *to++ = *b++;
    if (--nb == 0) goto done;
    if (na == 1) goto last_of_a;
    for (;;) {
        ptrdiff_t wins_a = 0, wins_b = 0, k;
        do {
            int r = less(s, b, a);
            if (r < 0) goto fail;
            if (r) {
                *to++ = *b++;
                wins_b++;
                wins_a = 0;
                if (--nb == 0) goto done;
            } else {
                *to++ = *a++;
                wins_a++;
                wins_b = 0;
                if (--na == 1) goto last_of_a;
            }
        } while ((wins_a | wins_b) < min_gallop);
        min_gallop++;
        do {
            min_gallop -= min_gallop > 1;
            s->min_gallop = min_gallop;
            if ((wins_a = k = gallop_right(s, b, a, na, 0, less)) < 0) goto fail;
            if (k) {
                copy_items(to, a, k);
                to += k;
                a += k;
                na -= k;
                if (na == 1) goto last_of_a;
                if (na == 0) goto done; /* only if comparisons contradict each other */
            }
            *to++ = *b++;
            if (--nb == 0) goto done;
            if ((wins_b = k = gallop_left(s, a, b, nb, 0, less)) < 0) goto fail;
            if (k) {
                copy_items(to, b, k);
                to += k;
                b += k;
                if ((nb -= k) == 0) goto done;
            }
            *to++ = *a++;
            if (--na == 1) goto last_of_a;
        } while (wins_a >= MIN_GALLOP || wins_b >= MIN_GALLOP);
        s->min_gallop = ++min_gallop; /* leaving costs: make it harder to come back */
    }
done:
    result = 0;
fail:
    copy_items(to, a, na);
    return result;
last_of_a:
    copy_items(to, b, nb);
    to[nb] = *a;
    return 0;
}

/* The same from the end, the shorter one being b. */
INLINE int merge_high(Sort *s, SortItem *first_a, ptrdiff_t na, SortItem *b, ptrdiff_t nb, Less less) {
    SortItem *to = b + nb - 1, *first_b = spare_room(s, nb), *a = first_a + na - 1;
    if (!first_b) return -1;
    copy_items(first_b, b, nb);
    b = first_b + nb - 1;
    int result = -1;
    ptrdiff_t min_gallop = s->min_gallop;
    *to-- = *a--;
    if (--na == 0) goto done;
    if (nb == 1) goto first_of_b;
    for (;;) {
        ptrdiff_t wins_a = 0, wins_b = 0, k;
        do {
            int r = less(s, b, a);
            if (r < 0) goto fail;
            if (r) {
                *to-- = *a--;
                wins_a++;
                wins_b = 0;
                if (--na == 0) goto done;
            } else {
                *to-- = *b--;
                wins_b++;
                wins_a = 0;
                if (--nb == 1) goto first_of_b;
            }
        } while ((wins_a | wins_b) < min_gallop);
        min_gallop++;
        do {
            min_gallop -= min_gallop > 1;
            s->min_gallop = min_gallop;
            if ((k = gallop_right(s, b, first_a, na, na - 1, less)) < 0) goto fail;
            wins_a = k = na - k;
            if (k) {
                to -= k;
                a -= k;
                copy_items(to + 1, a + 1, k);
                if ((na -= k) == 0) goto done;
            }
            *to-- = *b--;
            if (--nb == 1) goto first_of_b;
            if ((k = gallop_left(s, a, first_b, nb, nb - 1, less)) < 0) goto fail;
            wins_b = k = nb - k;
            if (k) {
                to -= k;
                b -= k;
                copy_items(to + 1, b + 1, k);
                nb -= k;
                if (nb == 1) goto first_of_b;
                if (nb == 0) goto done; /* only if comparisons contradict each other */
            }
            *to-- = *a--;
            if (--na == 0) goto done;
        } while (wins_a >= MIN_GALLOP || wins_b >= MIN_GALLOP);
        s->min_gallop = ++min_gallop;
    }
done:
    result = 0;
fail:
    copy_items(to - nb + 1, first_b, nb);
    return result;
first_of_b:
    to -= na;
    a -= na;
    copy_items(to + 1, a + 1, na);
    *to = *first_b;
    return 0;
}

/* Merges pending runs i and i + 1, which are neighbours. */
INLINE int merge_at(Sort *s, ptrdiff_t i, Less less) {
    SortItem *a = s->pending[i].base, *b = s->pending[i + 1].base;
    ptrdiff_t na = s->pending[i].length, nb = s->pending[i + 1].length;
    s->pending[i].length = na + nb;
    if (i == s->pending_count - 3) s->pending[i + 1] = s->pending[i + 2];
    s->pending_count--;
    ptrdiff_t k = gallop_right(s, b, a, na, 0, less); /* what is in place already at the start of a ... */
    if (k < 0) return -1;
    a += k;
    if ((na -= k) == 0) return 0;
    nb = gallop_left(s, &a[na - 1], b, nb, nb - 1, less); /* ... and at the end of b */
    if (nb <= 0) return (int)nb;
    return na <= nb ? merge_low(s, a, na, b, nb, less) : merge_high(s, a, na, b, nb, less);
}

/* ---- the policy */

/* At which depth of a perfectly balanced tree over n items the middles of two neighbouring runs part: the first run
 * starts at `start`. */
static int power_between(ptrdiff_t start, ptrdiff_t length, ptrdiff_t next_length, ptrdiff_t n) {
    ptrdiff_t a = 2 * start + length, b = a + length + next_length;
    int power = 0;
    for (;; a <<= 1, b <<= 1) {
        power++;
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n)
            return power;
    }
}

/* A run of `length` at `base` was found: merges what lies deeper in the tree than the gap in front of it. */
INLINE int push_run(Sort *s, SortItem *base, ptrdiff_t length, Less less) {
    if (s->pending_count > 0) {
        SortRun *last = &s->pending[s->pending_count - 1];
        int power = power_between(last->base - s->items, last->length, length, s->length);
        while (s->pending_count > 1 && s->pending[s->pending_count - 2].power > power)
            if (merge_at(s, s->pending_count - 2, less) < 0) return -1;
        s->pending[s->pending_count - 1].power = power;
    }
    s->pending[s->pending_count++] = (SortRun){.base = base, .length = length};
    return 0;
}

/* Runs shorter than this are extended: n if it is small, else such that n / result is just below a power of two. */
static ptrdiff_t minimal_run(ptrdiff_t n) {
    ptrdiff_t rest = 0;
    for (; n >= SHORT_RUN; n >>= 1) rest |= n & 1;
    return n + rest;
}

INLINE int sort_runs(Sort *s, Less less) {
    SortItem *base = s->items;
    ptrdiff_t left = s->length, shortest = minimal_run(left);
    while (left > 0) {
        ptrdiff_t n = count_run(s, base, left, less);
        if (n < 0) return -1;
        if (n < shortest) {
            ptrdiff_t forced = left < shortest ? left : shortest;
            if (insertion_sort(s, base, forced, n, less) < 0) return -1;
            n = forced;
        }
        if (push_run(s, base, n, less) < 0) return -1;
        base += n;
        left -= n;
    }
    while (s->pending_count > 1) {
        ptrdiff_t i = s->pending_count - 2;
        if (i > 0 && s->pending[i - 1].length < s->pending[i + 1].length) i--;
        if (merge_at(s, i, less) < 0) return -1;
    }
    return 0;
}

static int sort_integers(Sort *s) {
    return sort_runs(s, less_integer);
}
static int sort_reals(Sort *s) {
    return sort_runs(s, less_real);
}
static int sort_latin(Sort *s) {
    return sort_runs(s, less_latin);
}
static int sort_objects(Sort *s) {
    return sort_runs(s, less_object);
}

/* ---- the whole */

/* Looks at all keys and sorts the quickest way that they allow. */
static int sort_by_kind(Sort *s) {
    Type *t = s->items[0].key.object->type;
    bool latin = true;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        Object *key = s->items[i].key.object;
        if (key->type != t) {
            t = NULL;
            break;
        }
        if (t == &str_type && ((Str *)key)->kind != 1) latin = false;
    }
    if (t == &int_type) {
        for (SortItem *i = s->items; i < s->items + s->length; i++) i->key.integer = ((Int *)i->key.object)->value;
        return sort_integers(s);
    }
    if (t == &float_type) {
        for (SortItem *i = s->items; i < s->items + s->length; i++) i->key.real = float_value(i->key.object);
        return sort_reals(s);
    }
    if (t == &str_type && latin) return sort_latin(s);
    s->less = t == &str_type ? str_less : t == &tuple_type ? tuple_less : object_less;
    return sort_objects(s);
}

int comparison_sort(SortItem *items, ptrdiff_t n) {
    Sort s; /* large: set what is read, no more */
    s.items = items;
    s.length = n;
    s.min_gallop = MIN_GALLOP;
    s.spare = s.small_spare;
    s.spare_length = ON_STACK;
    s.pending_count = 0;
    int r = sort_by_kind(&s);
    if (s.spare != s.small_spare) heap_free(s.spare);
    return r;
}

static int sort_keyed(SortItem *items, ptrdiff_t n, bool backwards) {
    if (n < 2) return 0;
    if (backwards) sort_reverse(items, items + n); /* and again at the end, so that it is stable */
    int r = n < RADIX_MIN ? 0 : radix_sort(items, n);
    if (r == 0) r = comparison_sort(items, n);
    if (backwards) sort_reverse(items, items + n);
    return r;
}

/* Sorts with the results of a function as keys. They are owned by `keys`: the sort may overwrite those in the items. */
static int sort_with_function(SortItem *items, ptrdiff_t n, Object *function, bool backwards) {
    Object *few[ON_STACK], **keys = n <= ON_STACK ? few : heap_alloc((size_t)n * sizeof *keys);
    if (!keys) return raise_memory(), -1;
    ptrdiff_t made = 0;
    while (made < n && (keys[made] = object_call1(function, items[made].value))) {
        items[made].key.object = keys[made];
        made++;
    }
    int r = made < n ? -1 : sort_keyed(items, n, backwards);
    items_decref(keys, made);
    if (keys != few) heap_free(keys);
    return r;
}

/* ---- lists that are in order already, or nearly */

enum Order { UNORDERED, ASCENDING, DESCENDING };

/* Are a and b, two exact ints, floats or strs, in order (1), the other way round (-1) or equal (0)? */
INLINE int order_of(const Object *a, const Object *b, const Type *t) {
    if (t == &str_type) return -str_order(a, b);
    if (t == &int_type) return (((Int *)a)->value < ((Int *)b)->value) - (((Int *)a)->value > ((Int *)b)->value);
    return (float_value(a) < float_value(b)) - (float_value(a) > float_value(b));
}

/* Of type t, and no nan, which is in order with nothing. */
INLINE bool has_order(const Object *o, const Type *t) {
    return o->type == t && (t != &float_type || float_value(o) == float_value(o));
}

/* How many items from the first on are in one order, and in which: equal ones are in any. */
INLINE ptrdiff_t first_run(Object *const *items, ptrdiff_t n, const Type *t, enum Order *order) {
    bool up = false, down = false;
    ptrdiff_t i = 1;
    for (; i < n && has_order(items[i], t); i++) {
        int step = order_of(items[i - 1], items[i], t);
        if (step > 0 ? down : step < 0 && up) break;
        up |= step > 0;
        down |= step < 0;
    }
    *order = down ? DESCENDING : ASCENDING;
    return i;
}

/* The same for any items: no more than one unless they compare without user code. */
static ptrdiff_t first_plain_run(Object *const *items, ptrdiff_t n, enum Order *order) {
    const Type *t = items[0]->type;
    *order = UNORDERED;
    if (!has_order(items[0], t)) return 1;
    if (t == &int_type) return first_run(items, n, &int_type, order);
    if (t == &str_type) return first_run(items, n, &str_type, order);
    if (t == &float_type) return first_run(items, n, &float_type, order);
    return 1;
}

static void reverse_objects(Object **from, Object **to) {
    for (to--; from < to; from++, to--) {
        Object *t = *from;
        *from = *to;
        *to = t;
    }
}

/* From descending to ascending; equal items are turned around twice, and so keep their order. */
static void turn_around(Object **items, ptrdiff_t n) {
    const Type *t = items[0]->type;
    reverse_objects(items, items + n);
    for (ptrdiff_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && order_of(items[i], items[end], t) == 0;) end++;
        reverse_objects(items + i, items + end);
    }
}

/* A long run with a few items behind it, as in a list that was sorted and then appended to: these are sorted, and each
 * is put where it belongs, from the last on. */
static void insert_tail(Object **items, ptrdiff_t run, ptrdiff_t n, bool backwards) {
    const Type *t = items[0]->type;
    SortItem tail[ON_STACK];
    ptrdiff_t left = n - run;
    for (ptrdiff_t i = 0; i < left; i++) tail[i].value = tail[i].key.object = items[run + i];
    sort_keyed(tail, left, backwards);
    while (left > 0) {
        Object *item = tail[--left].value;
        ptrdiff_t low = 0, high = run;
        while (low < high) {
            ptrdiff_t middle = (low + high) / 2;
            int order = order_of(items[middle], item, t);
            if (backwards ? order <= 0 : order >= 0)
                low = middle + 1;
            else
                high = middle;
        }
        memmove(&items[low + left + 1], &items[low], (size_t)(run - low) * sizeof *items);
        items[low + left] = item;
        run = low;
    }
}

/* Lists that need no sorting, to be turned around, or a few items put in their place: true when that was done. */
static bool sort_ordered(List *l, bool backwards) {
    ptrdiff_t n = l->length;
    if (n < 2) return true;
    enum Order order, wanted = backwards ? DESCENDING : ASCENDING;
    ptrdiff_t run = first_plain_run(l->items, n, &order);
    if (run == n) {
        if (order != wanted) turn_around(l->items, n);
        return true;
    }
    ptrdiff_t rest = n - run;
    if (order != wanted || rest > ON_STACK || rest > run / 8) return false;
    for (ptrdiff_t i = run; i < n; i++)
        if (!has_order(l->items[i], l->items[0]->type)) return false;
    insert_tail(l->items, run, n, backwards);
    return true;
}

/* Takes the items out of the list for as long as user code may see it. */
int list_sort(Object *o, Object *key_function, bool backwards) {
    List *l = (List *)o, saved = *l;
    if (!key_function && l->capacity != -1 && sort_ordered(l, backwards)) return 0;
    ptrdiff_t n = saved.length;
    SortItem few[ON_STACK], *items = n <= ON_STACK ? few : heap_alloc((size_t)n * sizeof *items);
    if (!items) return raise_memory(), -1;
    for (ptrdiff_t i = 0; i < n; i++) items[i].value = items[i].key.object = saved.items[i];
    l->items = NULL;
    l->length = 0;
    l->capacity = -1;
    int r = key_function ? sort_with_function(items, n, key_function, backwards) : sort_keyed(items, n, backwards);
    for (ptrdiff_t i = 0; i < n; i++) saved.items[i] = items[i].value;
    if (items != few) heap_free(items);
    if (r >= 0 && l->capacity != -1) r = raise_int(&exc_ValueError, "list modified during sort");
    Object **intruders = l->items;
    ptrdiff_t intruder_count = l->length;
    l->items = saved.items;
    l->length = n;
    l->capacity = saved.capacity;
    items_decref(intruders, intruder_count);
    heap_free(intruders);
    return r < 0 ? -1 : 0;
}
