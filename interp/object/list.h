/* list and tuple. A list keeps its items in a block of their own that grows by about an eighth; a tuple has them
 * inline. */
#ifndef OURO_LIST_H
#define OURO_LIST_H

#include "interp/object/object.h"

typedef struct List {
    Object base;
    ptrdiff_t length;
    ptrdiff_t capacity; /* -1 while it is being sorted */
    Object **items;
} List;

struct Tuple {
    Object base;
    ptrdiff_t length;
    Object *items[];
};

static inline bool list_check(const Object *o) {
    return has_flag(o, TYPE_LIST);
}
static inline bool tuple_check(const Object *o) {
    return has_flag(o, TYPE_TUPLE);
}
/* Does iterating over it give its items? A tuple, or a named one: of a class derived from tuple that does as tuple
 * does. */
static inline bool tuple_plain(const Object *o) {
    return o->type == &tuple_type || (o->type->iter == tuple_type.iter && o->type->length == tuple_type.length);
}
static inline ptrdiff_t tuple_length(const void *t) {
    return ((const Tuple *)t)->length;
}
static inline Object *tuple_item(const void *t, ptrdiff_t i) {
    return ((const Tuple *)t)->items[i];
} /* borrowed */
static inline ptrdiff_t list_length(const void *l) {
    return ((const List *)l)->length;
}
static inline Object *list_item(const void *l, ptrdiff_t i) {
    return ((const List *)l)->items[i];
} /* borrowed */

Object *list_new(ptrdiff_t n); /* n NULL items, to be filled before anything else sees the list, which is tracked */
Object *list_from_window(Object **window, ptrdiff_t n); /* moves n references out of the window; on failure none */
Object *list_from_tuple(Object *t);
int list_append(Object *list, Object *item);    /* borrows item; 0, -1 */
int list_append_slow(List *list, Object *item); /* list_append_steal, when there is no room */
/* Steals item, also on failure; -1 for NULL, which is a failure before. */
static inline int list_append_steal(Object *list, Object *item) {
    List *l = (List *)list;
    if (unlikely(!item)) return -1;
    if (unlikely(l->length >= l->capacity)) return list_append_slow(l, item);
    l->items[l->length++] = item;
    return 0;
}
int list_extend(Object *list, Object *iterable);
int list_insert(Object *list, ptrdiff_t at, Object *item);
Object *list_slice(Object *list, ptrdiff_t start, ptrdiff_t end);
int list_set_slice(Object *list, ptrdiff_t start, ptrdiff_t end, Object *iterable); /* iterable NULL: delete */
int list_sort(Object *list, Object *key, bool reverse);                             /* key may be NULL */
int list_reverse(Object *list);
Object *list_to_tuple(Object *list);
void list_empty(Object *list);
Object *list_iter(Object *list);
Object *list_reversed(Object *list, Object **args, ptrdiff_t nargs); /* __reversed__ */

Object *tuple_new(ptrdiff_t n); /* n NULL items to be filled (tuple_set); the empty tuple is one object */
static inline void tuple_set(void *t, ptrdiff_t i, Object *item) {
    ((Tuple *)t)->items[i] = item;
} /* steals */
Object *tuple_from(Object *const *items, ptrdiff_t n);   /* borrows the items */
Object *tuple_from_steal(Object **items, ptrdiff_t n);   /* moves n references out of items */
Object *tuple_from_window(Object **window, ptrdiff_t n); /* the same, and empties what it takes; on failure nothing */
Object *tuple_pack(int n, ...);                          /* borrows the items */
Object *tuple_two(Object *a, Object *b);                 /* steals them */
Object *tuple_slice(Object *t, ptrdiff_t start, ptrdiff_t end);
Object *tuple_iter(Object *t);
/* For iterators that give out pairs: the pair kept in *last (NULL at first) is filled again when nobody else has it, or
 * else a new one made. New; steals a and b. */
Object *tuple_pair_anew(Object **last, Object *a, Object *b);
static inline Object *tuple_pair(Object **last, Object *a, Object *b) {
    Tuple *t = (Tuple *)*last;
    if (unlikely(!t || t->base.refcount != 1)) return tuple_pair_anew(last, a, b);
    Object *old_a = t->items[0], *old_b = t->items[1];
    incref(t);
    t->items[0] = a;
    t->items[1] = b;
    decref(old_a);
    decref(old_b);
    return (Object *)t;
}
/* The same for n items, which are borrowed; or stolen. */
Object *tuple_refill(Object **last, Object *const *items, ptrdiff_t n);
Object *tuple_refill_steal(Object **last, Object **items, ptrdiff_t n);

typedef struct ListIterator { /* also of tuples (tuple_iterator_type) */
    Object base;
    ptrdiff_t index;
    Object *sequence; /* NULL once exhausted */
} ListIterator;

#endif
