/* set and frozenset: operators, methods and types. The table behind them is in set.c.
 *
 * A method takes any iterable where an operator takes only sets. Operators between the two types give the type of the
 * left operand; subclasses are not kept. While an item of some set goes through user code (__eq__ of another item),
 * that set may lose it, so each loop here owns the item that it works on.
 */
#include "interp/object/dict.h"
#include "interp/object/set_impl.h"

/* The type of the result of an operation on a set of some type. */
static Type *basic_type(const Object *set) {
    return is_instance(set, &set_type) ? &set_type : &frozenset_type;
}

static Object *set_copy(Object *set) {
    return set_new_like(basic_type(set), set);
}

/* Releases `set` and gives NULL after a failure, or else gives `set`. */
static Object *set_finish(Object *set, int result) {
    if (result >= 0) return set;
    decref(set);
    return NULL;
}

/* Calls act(arg, item) for each item of an iterable that is no set, until the result is not 0. */
static int for_each_other(Object *iterable, ItemAction act, void *arg, intptr_t (*hash_of)(Object *)) {
    Object *it = object_iter(iterable);
    if (!it) return -1;
    int r = 0;
    for (Object *item; r == 0 && (item = object_next(it));) {
        intptr_t hash = hash_of(item);
        r = hash == -1 ? -1 : act(arg, (SetEntry){item, hash});
        decref(item);
    }
    decref(it);
    return r == 0 && raise_pending() ? -1 : r;
}

/* For each key of a dict, whose hash is known. */
static int for_each_key(Dict *d, ItemAction act, void *arg) {
    int r = 0;
    for (int64_t i = 0; r == 0 && i < d->keys->next; i++) {
        Object *key = dict_entries(d->keys)[i].key;
        if (key) r = act(arg, (SetEntry){key, dict_hash_at(d->keys, i)});
    }
    return r;
}

/* The same for any iterable. */
static inline __attribute__((always_inline)) int for_each_item(Object *iterable, ItemAction act, void *arg) {
    if (set_check(iterable)) return for_each_member((Set *)iterable, act, arg);
    if (iterable->type == &dict_type) return for_each_key((Dict *)iterable, act, arg);
    return for_each_other(iterable, act, arg, set_item_hash);
}

/* What the loops below do with an item. They borrow it: while a search runs code, it is kept. */

/* Is it in the set? 1, 0, -1 */
static __attribute__((noinline)) int search(Set *s, SetEntry item) {
    incref(item.key);
    int r = set_contains_hash(s, item.key, item.hash);
    decref(item.key);
    return r;
}

static inline int is_in(void *set, SetEntry item) {
    int r = set_first_slot(set, item);
    return r == UNSURE ? search(set, item) : r;
}

static inline int is_missing(void *set, SetEntry item) {
    int r = is_in(set, item);
    return r < 0 ? -1 : !r;
}

static __attribute__((noinline)) int search_and_toggle(Set *s, SetEntry item, bool add) {
    incref(item.key);
    int r = set_discard_hash(s, item.key, item.hash);
    if (r == 0 && add) r = set_add_hash(s, item.key, item.hash);
    decref(item.key);
    return r < 0 ? -1 : 0;
}

/* Removes an item that is in the set. Others are added, if that is wanted. */
static inline __attribute__((always_inline)) int toggle_or_discard(Set *s, SetEntry item, bool add) {
    int r = set_first_slot(s, item);
    if (r == UNSURE) return search_and_toggle(s, item, add);
    if (r == 0) return add ? set_add_hash(s, item.key, item.hash) : 0;
    set_remove_at(s, &s->table[item.hash & s->mask]);
    return 0;
}

static inline int discard(void *set, SetEntry item) {
    return toggle_or_discard(set, item, false);
}

static inline int toggle(void *set, SetEntry item) {
    return toggle_or_discard(set, item, true);
}

/* A set to look into and one to add to. */
typedef struct Pair {
    Set *in, *to;
} Pair;

static __attribute__((noinline)) int search_and_add(const Pair *p, SetEntry item, int wanted) {
    incref(item.key);
    int r = set_contains_hash(p->in, item.key, item.hash);
    if (r >= 0) r = r == wanted ? set_add_hash(p->to, item.key, item.hash) : 0;
    decref(item.key);
    return r;
}

static inline __attribute__((always_inline)) int add_where(const Pair *p, SetEntry item, int wanted) {
    int r = set_first_slot(p->in, item);
    if (unlikely(r == UNSURE)) return search_and_add(p, item, wanted);
    return r == wanted ? set_add_hash(p->to, item.key, item.hash) : 0;
}

static int add_if_in(void *arg, SetEntry item) {
    return add_where(arg, item, 1);
}

static int add_if_not_in(void *arg, SetEntry item) {
    return add_where(arg, item, 0);
}

/* add_if_in until all of the other set have been found: what comes then need not even have a hash. */
enum { FOUND_ALL = 2 };
static int add_if_in_until_all(void *arg, SetEntry item) {
    const Pair *p = arg;
    int r = add_where(p, item, 1);
    return r < 0 ? -1 : p->to->used > 0 && p->to->used == p->in->used ? FOUND_ALL : 0;
}

/* ---- the operations */

Object *set_intersection(Object *set, Object *iterable) {
    if (set == iterable) return set_copy(set);
    Object *result = set_new_like(basic_type(set), NULL);
    if (!result) return NULL;
    Object *in = set, *walk = iterable;
    if (set_check(iterable) && set_length(iterable) > set_length(set)) { /* walk the shorter one */
        in = iterable;
        walk = set;
    }
    Pair p = {.in = (Set *)in, .to = (Set *)result};
    if (!set_check(iterable)) {
        int r = for_each_other(iterable, add_if_in_until_all, &p, object_hash);
        return set_finish(result, r == FOUND_ALL ? 0 : r);
    }
    return set_finish(result, for_each_item(walk, add_if_in, &p));
}

int set_difference_update(Object *set, Object *iterable) {
    Set *s = (Set *)set;
    if (set == iterable) {
        set_empty(set);
        return 0;
    }
    Object *common = NULL;
    /* Against a much larger set: what they have in common is found faster from this side. */
    if (set_check(iterable) && set_length(iterable) >> 3 > s->used) {
        if (!(common = set_intersection(set, iterable))) return -1;
        iterable = common;
    }
    int r = for_each_item(iterable, discard, set);
    xdecref(common);
    if (r < 0 || s->fill - s->used <= s->mask / 4) return r;
    return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4); /* too many deleted slots to probe over */
}

static Object *set_difference(Object *set, Object *iterable) {
    bool is_set = set_check(iterable), is_dict = iterable->type == &dict_type;
    ptrdiff_t n = is_set ? set_length(iterable) : is_dict ? dict_length(iterable) : 0;
    if ((!is_set && !is_dict) || set_length(set) >> 2 > n) { /* few to remove, or hard to look into */
        Object *result = set_copy(set);
        return result ? set_finish(result, set_difference_update(result, iterable)) : NULL;
    }
    Object *result = set_new_like(basic_type(set), NULL);
    if (!result) return NULL;
    if (is_set) {
        Pair p = {.in = (Set *)iterable, .to = (Set *)result};
        return set_finish(result, for_each_item(set, add_if_not_in, &p));
    }
    SetEntry e;
    int r = 0;
    for (ptrdiff_t i = 0; r == 0 && set_next_entry((Set *)set, &i, &e);) {
        incref(e.key);
        Object *there = dict_get_hash(iterable, e.key, e.hash);
        if (!there) r = raise_pending() ? -1 : set_add_hash((Set *)result, e.key, e.hash);
        decref(e.key);
    }
    return set_finish(result, r);
}

int set_symmetric_difference_update(Object *set, Object *iterable) {
    if (set == iterable) {
        set_empty(set);
        return 0;
    }
    if (set_check(iterable) || iterable->type == &dict_type) return for_each_item(iterable, toggle, set);
    Object *other = set_new(iterable); /* an item that comes twice must not toggle twice */
    if (!other) return -1;
    int r = for_each_item(other, toggle, set);
    decref(other);
    return r;
}

static Object *set_symmetric_difference(Object *set, Object *iterable) {
    Object *result = set_new_like(basic_type(set), iterable);
    return result ? set_finish(result, set_symmetric_difference_update(result, set)) : NULL;
}

static int set_issubset(Object *set, Object *other) {
    if (!set_check(other)) {
        Object *common = set_intersection(set, other);
        if (!common) return -1;
        int r = set_length(common) == set_length(set);
        decref(common);
        return r;
    }
    if (set_length(set) > set_length(other)) return 0;
    int r = for_each_item(set, is_missing, other);
    return r < 0 ? -1 : !r;
}

static int set_issuperset(Object *set, Object *other) {
    if (set_check(other)) return set_issubset(other, set);
    int r = for_each_item(other, is_missing, set);
    return r < 0 ? -1 : !r;
}

/* ---- slots */

static Object *set_or(Object *a, Object *b) {
    if (!set_check(a) || !set_check(b)) return newref(NOT_IMPLEMENTED);
    Object *result = set_copy_for(basic_type(a), (Set *)a, set_length(b));
    return result && a != b ? set_finish(result, set_update(result, b)) : result;
}

static Object *set_and(Object *a, Object *b) {
    if (!set_check(a) || !set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_intersection(a, b);
}

static Object *set_sub(Object *a, Object *b) {
    if (!set_check(a) || !set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_difference(a, b);
}

static Object *set_xor(Object *a, Object *b) {
    if (!set_check(a) || !set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_symmetric_difference(a, b);
}

static Object *set_inplace_or(Object *a, Object *b) {
    if (!set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_update(a, b) < 0 ? NULL : newref(a);
}

static Object *set_inplace_and(Object *a, Object *b) {
    if (!set_check(b)) return newref(NOT_IMPLEMENTED);
    Object *common = set_intersection(a, b);
    if (!common) return NULL;
    set_swap((Set *)a, (Set *)common);
    decref(common);
    return newref(a);
}

static Object *set_inplace_sub(Object *a, Object *b) {
    if (!set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_difference_update(a, b) < 0 ? NULL : newref(a);
}

static Object *set_inplace_xor(Object *a, Object *b) {
    if (!set_check(b)) return newref(NOT_IMPLEMENTED);
    return set_symmetric_difference_update(a, b) < 0 ? NULL : newref(a);
}

static int set_equal(Object *a, Object *b) {
    Set *v = (Set *)a, *w = (Set *)b;
    if (v->used != w->used) return 0;
    if (v->mask == w->mask && memcmp(v->table, w->table, (size_t)(v->mask + 1) * sizeof *v->table) == 0) return 1;
    if (v->hash != -1 && w->hash != -1 && v->hash != w->hash) return 0;
    return set_issubset(a, b);
}

static Object *set_compare(Object *a, Object *b, enum CompareOp op) {
    if (!set_check(a) || !set_check(b)) return newref(NOT_IMPLEMENTED);
    ptrdiff_t n = set_length(a), m = set_length(b);
    int r = 0;
    switch (op) {
    case CMP_EQ: r = set_equal(a, b); break;
    case CMP_NE: r = set_equal(a, b); break;
    case CMP_LE: r = set_issubset(a, b); break;
    case CMP_GE: r = set_issubset(b, a); break;
    case CMP_LT: r = n < m ? set_issubset(a, b) : 0; break;
    case CMP_GT: r = n > m ? set_issubset(b, a) : 0; break;
    }
    return r < 0 ? NULL : new_bool(r != (op == CMP_NE));
}

static intptr_t frozenset_hash(Object *o) {
    Set *s = (Set *)o;
    if (s->hash == -1) s->hash = set_hash_items(s);
    return s->hash;
}

static ptrdiff_t set_length_slot(Object *o) {
    return set_length(o);
}

static Object *set_repr(Object *o) {
    Set *s = (Set *)o;
    if (s->used == 0) return str_format("%T()", o);
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_format("%T(...)", o) : NULL;
    Object *iterator = set_iter(o), *items = iterator ? sequence_list(iterator) : NULL;
    xdecref(iterator);
    Object *text = items ? object_repr(items) : NULL, *result = NULL;
    xdecref(items);
    if (text) {
        Object *inner = str_substring(text, 1, str_length(text) - 1);
        if (inner) result = o->type == &set_type ? str_format("{%S}", inner) : str_format("%T({%S})", o, inner);
        xdecref(inner);
        decref(text);
    }
    repr_leave(o);
    return result;
}

static Object *set_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return set_new_like(t, NULL);
}

static int set_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("set", kwnames) < 0 || args_count("set", nargs, 0, 1) < 0) return -1;
    if (((Set *)o)->fill) set_empty(o);
    return nargs > 0 ? set_update(o, args[0]) : 0;
}

static Object *frozenset_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    /* A subclass with an __init__ of its own may define keywords; only a plain frozenset rejects them. */
    if ((t == &frozenset_type || t->init == frozenset_type.init) && args_no_keywords("frozenset", kwnames) < 0)
        return NULL;
    if (args_count(type_short_name(t), nargs, 0, 1) < 0) return NULL;
    if (nargs > 0 && t == &frozenset_type && args[0]->type == t) return newref(args[0]);
    return set_new_like(t, arg_or_null(args, nargs, 0));
}

/* ---- methods of both */

static Object *set_copy_method(Object *o, Object **args, ptrdiff_t nargs) {
    return o->type == &frozenset_type ? newref(o) : set_copy(o);
}

static Object *set_difference_method(Object *o, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return set_copy(o);
    Object *result = set_difference(o, args[0]);
    for (ptrdiff_t i = 1; result && i < nargs; i++) result = set_finish(result, set_difference_update(result, args[i]));
    return result;
}

static Object *set_intersection_method(Object *o, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return set_copy(o);
    Object *result = newref(o);
    for (ptrdiff_t i = 0; result && i < nargs; i++) {
        Object *next = set_intersection(result, args[i]);
        decref(result);
        result = next;
    }
    return result;
}

static Object *set_isdisjoint_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *walk = args[0], *in = o;
    if (walk == o) return new_bool(set_length(o) == 0);
    if (set_check(walk) && set_length(walk) > set_length(o)) {
        walk = o;
        in = args[0];
    }
    int r = for_each_item(walk, is_in, in);
    return r < 0 ? NULL : new_bool(!r);
}

static Object *set_issubset_method(Object *o, Object **args, ptrdiff_t nargs) {
    int r = set_issubset(o, args[0]);
    return r < 0 ? NULL : new_bool(r);
}

static Object *set_issuperset_method(Object *o, Object **args, ptrdiff_t nargs) {
    int r = set_issuperset(o, args[0]);
    return r < 0 ? NULL : new_bool(r);
}

static Object *set_symmetric_difference_method(Object *o, Object **args, ptrdiff_t nargs) {
    return set_symmetric_difference(o, args[0]);
}

static Object *set_union_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *result = set_copy(o);
    for (ptrdiff_t i = 0; result && i < nargs; i++) result = set_finish(result, set_update(result, args[i]));
    return result;
}

static Object *set_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *items = sequence_list(o);
    if (!items) return NULL;
    Object *state = object_call_method(o, names.__getstate__, NULL, 0), *arguments = NULL, *result = NULL;
    if (state && (arguments = tuple_pack(1, items))) result = tuple_pack(3, o->type, arguments, state);
    decref(items);
    xdecref(arguments);
    xdecref(state);
    return result;
}

static Object *set_sizeof_method(Object *o, Object **args, ptrdiff_t nargs) {
    Set *s = (Set *)o;
    int64_t table = s->table == s->small ? 0 : (s->mask + 1) * (int64_t)sizeof(SetEntry);
    return int_from_i64(o->type->mem.size + table);
}

/* ---- methods of set only */

static Object *set_add_method(Object *o, Object **args, ptrdiff_t nargs) {
    return set_add(o, args[0]) < 0 ? NULL : new_none();
}

static Object *set_clear_method(Object *o, Object **args, ptrdiff_t nargs) {
    set_empty(o);
    return new_none();
}

static Object *set_discard_method(Object *o, Object **args, ptrdiff_t nargs) {
    return set_discard(o, args[0]) < 0 ? NULL : new_none();
}

static Object *set_remove_method(Object *o, Object **args, ptrdiff_t nargs) {
    int r = set_discard(o, args[0]);
    return r > 0 ? new_none() : r == 0 ? raise_key(args[0]) : NULL;
}

/* Any item. The finger goes round the table, so that emptying a set by pops looks at each slot about once. */
static Object *set_pop_method(Object *o, Object **args, ptrdiff_t nargs) {
    Set *s = (Set *)o;
    if (s->used == 0) return raise_error(&exc_KeyError, "pop from an empty set");
    ptrdiff_t i = s->finger & s->mask;
    while (!entry_is_live(&s->table[i])) i = i < s->mask ? i + 1 : 0;
    Object *item = s->table[i].key;
    s->table[i] = (SetEntry){.key = SET_DELETED, .hash = -1};
    s->used--;
    s->finger = i + 1;
    return item;
}

static Object *set_difference_update_method(Object *o, Object **args, ptrdiff_t nargs) {
    for (ptrdiff_t i = 0; i < nargs; i++)
        if (set_difference_update(o, args[i]) < 0) return NULL;
    return new_none();
}

static Object *set_intersection_update_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *common = set_intersection_method(o, args, nargs);
    if (!common) return NULL;
    set_swap((Set *)o, (Set *)common);
    decref(common);
    return new_none();
}

static Object *set_symmetric_difference_update_method(Object *o, Object **args, ptrdiff_t nargs) {
    return set_symmetric_difference_update(o, args[0]) < 0 ? NULL : new_none();
}

static Object *set_update_method(Object *o, Object **args, ptrdiff_t nargs) {
    for (ptrdiff_t i = 0; i < nargs; i++)
        if (set_update(o, args[i]) < 0) return NULL;
    return new_none();
}

static Object *set_contains_method(Object *o, Object **args, ptrdiff_t nargs) {
    int r = set_contains(o, args[0]);
    return r < 0 ? NULL : new_bool(r);
}

/* clang-format off */
#define METHODS_OF_BOTH \
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, \
     "__class_getitem__(object, /)\n--\n\nThe generic alias of the type with an item type.", METH_CLASS}, \
    {"__contains__", set_contains_method, 1, 1, "__contains__(object, /)\n--\n\nobject in self.", METH_COEXIST}, \
    {"__reduce__", set_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."}, \
    {"__sizeof__", set_sizeof_method, 0, 0, "__sizeof__()\n--\n\nBytes in memory: the set and its table."}, \
    {"copy", set_copy_method, 0, 0, "copy()\n--\n\nA set with the same items."}, \
    {"difference", set_difference_method, 0, -1, "difference(*others)\n--\n\nThe items that are in none of the others."}, \
    {"intersection", set_intersection_method, 0, -1, "intersection(*others)\n--\n\nThe items that are in all others too."}, \
    {"isdisjoint", set_isdisjoint_method, 1, 1, "isdisjoint(other, /)\n--\n\nTrue when there is no common item."}, \
    {"issubset", set_issubset_method, 1, 1, "issubset(other, /)\n--\n\nTrue when the other has all items of this set."}, \
    {"issuperset", set_issuperset_method, 1, 1, "issuperset(other, /)\n--\n\nTrue when this set has all items of the other."}, \
    {"symmetric_difference", set_symmetric_difference_method, 1, 1, \
     "symmetric_difference(other, /)\n--\n\nThe items that are in exactly one of the two."}, \
    {"union", set_union_method, 0, -1, "union(*others)\n--\n\nThe items of this set and of all others."}
/* clang-format on */

static const Method frozenset_methods[] = {
    METHODS_OF_BOTH,
    {NULL},
};

static const Method set_methods[] = {
    METHODS_OF_BOTH,
    {"add", set_add_method, 1, 1, "add(object, /)\n--\n\nAdds an item; does nothing when it is there already."},
    {"clear", set_clear_method, 0, 0, "clear()\n--\n\nRemoves all items."},
    {"difference_update", set_difference_update_method, 0, -1,
     "difference_update(*others)\n--\n\nRemoves the items of all others."},
    {"discard", set_discard_method, 1, 1, "discard(object, /)\n--\n\nRemoves an item if it is there."},
    {"intersection_update", set_intersection_update_method, 0, -1,
     "intersection_update(*others)\n--\n\nKeeps only the items that are in all others."},
    {"pop", set_pop_method, 0, 0, "pop()\n--\n\nRemoves some item and returns it."},
    {"remove", set_remove_method, 1, 1, "remove(object, /)\n--\n\nRemoves an item; KeyError when it is not there."},
    {"symmetric_difference_update", set_symmetric_difference_update_method, 1, 1,
     "symmetric_difference_update(other, /)\n--\n\nRemoves the items of the other that are there, and adds the rest."},
    {"update", set_update_method, 0, -1, "update(*others)\n--\n\nAdds the items of all others."},
    {NULL},
};
#undef METHODS_OF_BOTH

Type set_type = {
    .mem = {.name = "set",
            .size = sizeof(Set),
            .flags = TYPE_GC | TYPE_BASE,
            .weaklist_offset = offsetof(Set, weaklist),
            .dealloc = set_dealloc,
            .traverse = set_traverse,
            .clear = set_empty},
    .doc = "set(iterable=(), /)\n--\n\nItems without order, each only once.",
    .methods = set_methods,
    .repr = set_repr,
    .compare = set_compare,
    .iter = set_iter,
    .new = set_make,
    .init = set_init,
    .binary = {[BIN_OR] = set_or, [BIN_AND] = set_and, [BIN_SUB] = set_sub, [BIN_XOR] = set_xor},
    .inplace = {[BIN_OR] = set_inplace_or,
                [BIN_AND] = set_inplace_and,
                [BIN_SUB] = set_inplace_sub,
                [BIN_XOR] = set_inplace_xor},
    .length = set_length_slot,
    .contains = set_contains,
};

Type frozenset_type = {
    .mem = {.name = "frozenset",
            .size = sizeof(Set),
            .flags = TYPE_GC | TYPE_BASE,
            .weaklist_offset = offsetof(Set, weaklist),
            .dealloc = set_dealloc,
            .traverse = set_traverse},
    .doc = "frozenset(iterable=(), /)\n--\n\nA set that cannot change, and so can be a key.",
    .methods = frozenset_methods,
    .repr = set_repr,
    .hash = frozenset_hash,
    .compare = set_compare,
    .iter = set_iter,
    .new = frozenset_make,
    .binary = {[BIN_OR] = set_or, [BIN_AND] = set_and, [BIN_SUB] = set_sub, [BIN_XOR] = set_xor},
    .length = set_length_slot,
    .contains = set_contains,
};
