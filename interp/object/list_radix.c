/* Sorting by digits, for long lists of numbers, strings, or tuples that begin with one.
 *
 * Each key gives 64 bits. Where the bits of two keys differ, they are ordered as the keys are; where they are equal,
 * numbers are equal, and strings and tuples are compared in full:
 *
 *      int          v - min                          float      the IEEE bits, turned so that they ascend
 *      str          the first eight Latin-1 bytes    tuple      the bits of its first item
 *
 * The bits are sorted byte by byte from the lowest on, each pass being stable. A byte that is the same in all keys
 * needs no pass, so small ranges take one or two. No pass compares anything; nothing here runs user code except the
 * comparisons of keys with equal bits.
 */
#include <math.h>

#include "interp/object/float.h"
#include "interp/object/item.h"
#include "interp/object/list.h"
#include "interp/object/sort_impl.h"

enum { DIGITS = 8, VALUES = 256, LONG_RUN = 200 };

typedef struct RadixItem {
    uint64_t bits;
    SortItem *item;
} RadixItem;

_Static_assert(sizeof(RadixItem) == sizeof(SortItem), "one buffer serves for both");

enum Kind { KIND_NONE, KIND_INT, KIND_NUMBER, KIND_STR };

/* Which kind a key belongs to. An int that a double holds exactly is a number, too. */
static enum Kind kind_of(const Object *key) {
    if (key->type == &int_type) return KIND_INT;
    if (key->type == &float_type) return float_value(key) == float_value(key) ? KIND_NUMBER : KIND_NONE;
    return key->type == &str_type && ((Str *)key)->kind == 1 ? KIND_STR : KIND_NONE;
}

/* What decides the order first: the key, or the first item of a tuple. */
static Object *leading(Object *key) {
    if (key->type != &tuple_type) return key;
    return tuple_length(key) > 0 ? tuple_item(key, 0) : NONE;
}

/* What one look at all keys tells. */
typedef struct Survey {
    enum Kind kind;        /* of all leading items; KIND_NONE: they have none in common */
    bool tuples;           /* the keys are tuples */
    bool ascending;        /* numbers of one type that are in order already */
    bool descending;       /* the same the other way round, no two of them equal */
    int64_t min, greatest; /* of the ints */
    double least, most;    /* of the floats */
    bool fit_double;       /* so do all ints */
} Survey;

static inline void survey_float(Survey *s, const Object *lead) {
    double v = float_value(lead);
    s->ascending = s->ascending && v >= s->most;
    s->descending = s->descending && v < s->least;
    s->most = s->least = v; /* what matters is the item before, as long as either is still true */
}

static inline void survey_int(Survey *s, const Object *lead) {
    int64_t v = ((Int *)lead)->value;
    s->ascending = s->ascending && v >= s->greatest;
    s->descending = s->descending && v < s->min;
    s->fit_double = s->fit_double && v <= (int64_t)1 << 53 && v >= -((int64_t)1 << 53);
    if (v > s->greatest) s->greatest = v;
    if (v < s->min) s->min = v;
}

static Survey survey(const SortItem *items, ptrdiff_t n) {
    Object *first = items[0].key.object;
    Survey s = {
        .kind = kind_of(leading(first)),
        .tuples = first->type == &tuple_type,
        .ascending = true,
        .descending = true,
        .min = INT64_MAX,
        .greatest = INT64_MIN,
        .least = INFINITY,
        .most = -INFINITY,
        .fit_double = true,
    };
    for (ptrdiff_t i = 0; i < n && s.kind != KIND_NONE; i++) {
        Object *key = items[i].key.object, *lead = leading(key);
        enum Kind kind = kind_of(lead);
        if (kind == KIND_INT) survey_int(&s, lead);
        if (kind == KIND_NUMBER) survey_float(&s, lead);
        if ((key->type == &tuple_type) != s.tuples)
            s.kind = KIND_NONE;
        else if (kind != s.kind) { /* ints and floats go together, nothing else */
            s.kind = kind == KIND_NONE || kind == KIND_STR || s.kind == KIND_STR ? KIND_NONE : KIND_NUMBER;
            s.ascending = s.descending = false;
        }
    }
    if (s.kind == KIND_STR || s.tuples) s.ascending = s.descending = false;
    if (s.kind == KIND_NUMBER && !s.fit_double) s.kind = KIND_NONE;
    return s;
}

static uint64_t float_bits(double d) {
    uint64_t u;
    if (d == 0) d = 0; /* -0.0 is no less than 0.0 */
    memcpy(&u, &d, sizeof u);
    return u >> 63 ? ~u : u | (uint64_t)1 << 63;
}

static uint64_t str_bits(const Str *s) {
    uint64_t u = 0;
    memcpy(&u, s->data, s->length < 8 ? (size_t)s->length : 8);
    return __builtin_bswap64(u);
}

static uint64_t key_bits(const Object *lead, enum Kind kind, int64_t min) {
    if (kind == KIND_STR) return str_bits((Str *)lead);
    if (kind == KIND_INT) return (uint64_t)((Int *)lead)->value - (uint64_t)min;
    return float_bits(lead->type == &int_type ? (double)((Int *)lead)->value : float_value(lead));
}

/* Sorts a, with b as the other buffer: returns the one that has the result. */
static RadixItem *sort_bits(RadixItem *a, RadixItem *b, ptrdiff_t n) {
    ptrdiff_t count[DIGITS][VALUES] = {0};
    for (ptrdiff_t i = 0; i < n; i++)
        for (int d = 0; d < DIGITS; d++) count[d][a[i].bits >> 8 * d & 0xff]++;
    for (int d = 0; d < DIGITS; d++) {
        if (count[d][a[0].bits >> 8 * d & 0xff] == n) continue; /* all the same here */
        ptrdiff_t place[VALUES], sum = 0;
        for (int v = 0; v < VALUES; v++) {
            place[v] = sum;
            sum += count[d][v];
        }
        for (ptrdiff_t i = 0; i < n; i++) b[place[a[i].bits >> 8 * d & 0xff]++] = a[i];
        RadixItem *t = a;
        a = b;
        b = t;
    }
    return a;
}

/* Compares in full where the bits were equal. */
static int sort_ties(SortItem *items, const RadixItem *sorted, ptrdiff_t n) {
    for (ptrdiff_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && sorted[end].bits == sorted[i].bits;) end++;
        if (end - i > 1 && comparison_sort(items + i, end - i) < 0) return -1;
    }
    return 0;
}

int radix_sort(SortItem *items, ptrdiff_t n) {
    Survey s = survey(items, n);
    if (s.kind == KIND_NONE) return 0;
    if (s.ascending) return 1;
    if (s.descending) {
        sort_reverse(items, items + n);
        return 1;
    }
    RadixItem *buffers = n <= PTRDIFF_MAX / 64 ? heap_alloc((size_t)n * 2 * sizeof *buffers) : NULL;
    if (!buffers) return 0;
    ptrdiff_t steps_down = 0;
    for (ptrdiff_t i = 0; i < n; i++) {
        buffers[i] = (RadixItem){key_bits(leading(items[i].key.object), s.kind, s.min), &items[i]};
        steps_down += i > 0 && buffers[i].bits < buffers[i - 1].bits;
    }
    if (steps_down > 0 && steps_down < n / LONG_RUN) { /* long runs are in order: to merge them is quicker */
        heap_free(buffers);
        return 0;
    }
    RadixItem *sorted = steps_down ? sort_bits(buffers, buffers + n, n) : buffers;
    SortItem *gathered = (SortItem *)(sorted == buffers ? buffers + n : buffers);
    for (ptrdiff_t i = 0; i < n; i++) gathered[i] = *sorted[i].item;
    memcpy(items, gathered, (size_t)n * sizeof *items);
    int r = s.kind == KIND_STR || s.tuples ? sort_ties(items, sorted, n) : 0;
    heap_free(buffers);
    return r < 0 ? -1 : 1;
}
