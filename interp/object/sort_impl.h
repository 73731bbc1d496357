/* What the two ways to sort share: list_sort.c (by comparing) and list_radix.c (by digits). */
#ifndef OURO_SORT_IMPL_H
#define OURO_SORT_IMPL_H

#include "interp/object/object.h"

typedef struct SortItem {
    union {
        Object *object;  /* owned if there is a key function, else the value */
        int64_t integer; /* the same key as a number, for sorting by comparisons */
        double real;
    } key;
    Object *value; /* owned */
} SortItem;

/* Sorts items by key where every key can give its order, or the beginning of it, as a number. 1: done; 0: not possible,
 * and nothing was changed; -1: an exception of a comparison, and the items are in some order. */
int radix_sort(SortItem *items, ptrdiff_t n);

/* Sorts n items by comparing their keys, which are objects: 0, -1. */
int comparison_sort(SortItem *items, ptrdiff_t n);

void sort_reverse(SortItem *from, SortItem *end); /* turns the order of items around */

/* Fewer items than this are sorted faster by comparisons. */
enum { RADIX_MIN = 200 };

#endif
