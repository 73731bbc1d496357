/* What every container does with its items: compare two of them, count references in bulk, find a bound of a search.
 * Private to the container files. */
#ifndef OURO_ITEM_H
#define OURO_ITEM_H

#include <string.h>
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/str.h"

/* The general case of item_equal: keeps both alive while __eq__ runs (compare.c). */
int item_equal_slow(Object *a, Object *b);

/* Two tuples of one length whose items are all alike? */
bool item_tuples_alike(const Object *a, const Object *b);

/* Are these, of which neither is the other, equal as far as can be said without asking a slot? Exact ints, strings and
 * floats, and tuples of nothing else. False: nobody knows yet. */
static inline bool item_alike(const Object *a, const Object *b) {
    if (a->type != b->type) return false;
    if (a->type == &int_type) return ((const Int *)a)->value == ((const Int *)b)->value;
    if (a->type == &str_type) return str_equal(a, b);
    return a->type == &tuple_type ? item_tuples_alike(a, b)
                                  : a->type == &float_type && float_value(a) == float_value(b);
}

/* a is b or a == b, the test of `in`, index, count and remove: 1, 0, -1. Borrowed references to items that user code
 * might remove are fine here. Ints and strings are compared without a call of any slot. */
static inline int item_equal(Object *a, Object *b) {
    if (a == b) return 1;
    if (a->type == b->type) {
        if (a->type == &int_type) return ((Int *)a)->value == ((Int *)b)->value;
        if (a->type == &str_type) return str_equal(a, b);
    }
    return item_equal_slow(a, b);
}

/* The hash of a key for a dict or set: -1 with an exception, in which `role` ("a dict key") says what it was to be. */
intptr_t item_hash_slow(Object *key, const char *role);

/* The hash where it takes no call to know it, else -1. */
static inline intptr_t item_hash_of_int(int64_t v) { /* small ones hash to themselves, as in int_hash */
    const int64_t limit = ((int64_t)1 << 61) - 1;
    return v >= limit || v <= -limit ? -1 : v == -1 ? -2 : v;
}
static inline intptr_t item_hash_known(const Object *key) {
    if (likely(key->type == &str_type)) return ((Str *)key)->hash;
    return key->type == &int_type ? item_hash_of_int(((Int *)key)->value) : -1;
}

static inline intptr_t item_hash(Object *key, const char *role) {
    intptr_t hash = item_hash_known(key);
    return likely(hash != -1) ? hash : item_hash_slow(key, role);
}

/* How many items ahead a walk over a table asks for the objects that it will come to: their counts lie all over the
 * memory, and in a large table waiting for them is most of the work. MANY: fewer are in the cache, where to ask costs a
 * quarter of the time; so loops that do nothing but count ask only while more than that are left. */
enum { FEW_ITEMS = 4, AHEAD = 16, MANY = 8192 };

/* Where the run of one object at the end begins. Many lists hold nothing else ([0] * n): counting it up or down one by
 * one, each step would have to wait for the one before; so runs are counted at once. */
static inline ptrdiff_t items_last_run(Object *const *items, ptrdiff_t n) {
    typedef uintptr_t Two __attribute__((vector_size(16), aligned(8)));
    enum { BLOCK = 8 };
    Object *last = items[--n];
    const Two same = {(uintptr_t)last, (uintptr_t)last};
    for (; n >= BLOCK; n -= BLOCK) {
        const Two *p = (const Two *)(items + n - BLOCK);
        Two other = (p[0] ^ same) | (p[1] ^ same) | (p[2] ^ same) | (p[3] ^ same);
        if (other[0] | other[1]) break;
    }
    while (n > 0 && items[n - 1] == last) n--;
    return n;
}

static inline void items_incref(Object *const *items, ptrdiff_t n) {
    ptrdiff_t i = 0;
    if (n > FEW_ITEMS) {
        ptrdiff_t run = items_last_run(items, n);
        incref_by(items[n - 1], n - run);
        n = run;
    }
    for (; i < n - MANY; i++) {
        __builtin_prefetch(items[i + AHEAD], 1);
        incref(items[i]);
    }
#pragma GCC unroll 4
    for (; i < n; i++) incref(items[i]);
}

/* Copies of references. A few are copied while they are counted: a call of memcpy takes longer than that. */
static inline void items_copy(Object **to, Object *const *from, ptrdiff_t n) {
    enum { FEW_COPIES = 16 };
    if (n > FEW_COPIES) {
        memcpy(to, from, (size_t)n * sizeof *to);
        items_incref(to, n);
        return;
    }
    for (ptrdiff_t i = 0; i < n; i++) to[i] = newref(from[i]);
}

/* Last to first, as a stack of temporaries would go. */
static inline void items_decref(Object *const *items, ptrdiff_t n) {
    if (likely(n <= FEW_ITEMS)) {
        while (--n >= 0) xdecref(items[n]);
        return;
    }
    Object *last = items[n - 1];
    ptrdiff_t run = items_last_run(items, n);
    if (last) incref_by(last, run + 1 - n);
    n = run + 1; /* the last of them may be the one that kills */
    while (--n >= MANY) {
        __builtin_prefetch(items[n - AHEAD], 1);
        xdecref(items[n]);
    }
#pragma GCC unroll 4
    for (; n >= 0; n--) xdecref(items[n]);
}

/* Fills `total` slots with repetitions of the n at the front (n > 0); references are the caller's business. */
static inline void items_repeat(Object **items, ptrdiff_t n, ptrdiff_t total) {
    enum { FEW_REPEATED = 16 };
    ptrdiff_t done = n;
    if (n == 1) /* [0] * total: a call of memcpy takes longer than the first of them */
        for (; done < total && done < FEW_REPEATED; done++) items[done] = items[0];
    while (done < total) {
        ptrdiff_t step = done <= total - done ? done : total - done;
        memcpy(items + done, items, (size_t)step * sizeof *items);
        done += step;
    }
}

/* Negative bounds count from the end; both end up in 0..length. */
static inline void clamp_bounds(ptrdiff_t length, ptrdiff_t *start, ptrdiff_t *stop) {
    if (*start < 0 && (*start += length) < 0) *start = 0;
    if (*stop < 0 && (*stop += length) < 0) *stop = 0;
    if (*start > length) *start = length;
    if (*stop > length) *stop = length;
    if (*stop < *start) *stop = *start;
}

/* key, which has __index__, as an index into *length items, negative ones counted from the end. -1: out of range, with
 * no exception; -2: an exception. The length is read last, because __index__ may change it. */
static inline ptrdiff_t item_index(Object *key, const ptrdiff_t *length) {
    ptrdiff_t i;
    if (likely(key->type == &int_type))
        i = ((Int *)key)->value;
    else {
        i = number_as_index(key, &exc_IndexError);
        if (i == -1 && raise_pending()) return -2;
    }
    if (i < 0) i += *length;
    return (size_t)i < (size_t)*length ? i : -1;
}

/* The answer of a comparison between two sequences one of which begins with the other. */
static inline bool length_order(ptrdiff_t a, ptrdiff_t b, enum CompareOp op) {
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_EQ: return a == b;
    case CMP_NE: return a != b;
    case CMP_GT: return a > b;
    default: return a >= b;
    }
}

#endif
