/* What d.keys(), d.values() and d.items() give: windows on a dict that is looked at afresh with every use.
 *
 * Keys and items behave as sets. Their operators make new sets; the other operand may be anything that can be iterated.
 */
#include "interp/object/dict_impl.h"
#include "interp/object/set_impl.h"

typedef struct DictView {
    Object base;
    Object *dict; /* owned */
} DictView;

Object *dict_view_new(Type *t, Object *d) {
    DictView *v = (DictView *)object_new(t);
    if (!v) return NULL;
    v->dict = newref(d);
    gc_track(v);
    return (Object *)v;
}

Object *dict_view_dict(Object *o) {
    return ((DictView *)o)->dict;
}

/* The one of the three types that it is or derives from. */
static const Type *view_kind(const Object *o) {
    const Type *t = o->type;
    while (t->base && t->base != &object_type) t = t->base;
    return t;
}

static enum DictPart view_part(const Object *o) {
    const Type *t = view_kind(o);
    return t == &dict_keys_type ? DICT_KEYS : t == &dict_items_type ? DICT_ITEMS : DICT_VALUES;
}

bool dict_view_exact(const Object *o, enum DictPart *part) {
    *part = o->type == &dict_items_type ? DICT_ITEMS : o->type == &dict_values_type ? DICT_VALUES : DICT_KEYS;
    return *part != DICT_KEYS || o->type == &dict_keys_type;
}

/* Keys or items: a view that behaves as a set. */
static bool view_is_set(const Object *o) {
    const Type *t = view_kind(o);
    return t == &dict_keys_type || t == &dict_items_type;
}

static void dict_view_dealloc(Object *o) {
    gc_untrack(o);
    decref(dict_view_dict(o));
    object_free(o);
}

static int dict_view_traverse(Object *o, Visit visit, void *arg) {
    return visit(dict_view_dict(o), arg);
}

static ptrdiff_t dict_view_length(Object *o) {
    return dict_length(dict_view_dict(o));
}

static Object *dict_view_iter(Object *o) {
    return dict_iterator_new(dict_view_dict(o), view_part(o), false);
}

static Object *dict_view_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    return dict_iterator_new(dict_view_dict(o), view_part(o), true);
}

static Object *dict_view_mapping(Object *o, void *arg) {
    return mappingproxy_new(dict_view_dict(o));
}

static Object *dict_view_repr(Object *o) {
    int entered = repr_enter(o);
    if (entered) return entered > 0 ? str_from_c("...") : NULL;
    Object *list = sequence_list(o);
    Object *text = list ? str_format("%T(%R)", o, list) : NULL;
    xdecref(list);
    repr_leave(o);
    return text;
}

/* ---- keys and items as sets */

static int dict_items_contains(Object *o, Object *item) {
    if (!tuple_check(item) || tuple_length(item) != 2) return 0;
    Object *value = dict_get(dict_view_dict(o), tuple_item(item, 0));
    if (!value) return raise_pending() ? -1 : 0;
    return item_equal(value, tuple_item(item, 1));
}

static int dict_keys_contains(Object *o, Object *key) {
    return dict_contains(dict_view_dict(o), key);
}

/* Are all items of a in b? 1, 0, -1 */
static int all_in(Object *a, Object *b) {
    Object *it = object_iter(a);
    if (!it) return -1;
    int r = 1;
    for (Object *item; r == 1 && (item = object_next(it));) {
        r = object_contains(b, item);
        decref(item);
    }
    decref(it);
    return raise_pending() ? -1 : r;
}

static Object *dict_view_compare(Object *a, Object *b, enum CompareOp op) {
    if (!set_check(b) && !view_is_set(b)) return newref(NOT_IMPLEMENTED);
    ptrdiff_t n = object_length(a), m = object_length(b);
    if (n < 0 || m < 0) return NULL;
    int r = 0;
    switch (op) {
    case CMP_EQ:
    case CMP_NE: r = n == m ? all_in(a, b) : 0; break;
    case CMP_LT: r = n < m ? all_in(a, b) : 0; break;
    case CMP_LE: r = n <= m ? all_in(a, b) : 0; break;
    case CMP_GT: r = n > m ? all_in(b, a) : 0; break;
    case CMP_GE: r = n >= m ? all_in(b, a) : 0; break;
    }
    return r < 0 ? NULL : new_bool(r != (op == CMP_NE));
}

/* A new set of the items. For the keys of a dict it is made from that, which knows how many they are. */
static Object *set_of(Object *o) {
    bool keys = o->type == &dict_keys_type && dict_check_exact((Object *)((DictView *)o)->dict);
    return set_new(keys ? (Object *)((DictView *)o)->dict : o);
}

static Object *dict_view_sub(Object *a, Object *b) {
    Object *result = set_of(a);
    if (result && set_difference_update(result, b) == 0) return result;
    xdecref(result);
    return NULL;
}

static Object *dict_view_or(Object *a, Object *b) {
    Object *result = set_of(a);
    if (result && set_update(result, b) == 0) return result;
    xdecref(result);
    return NULL;
}

/* One item of the right dict: it goes from the rest of the left one, or into the result. */
static int xor_item(Dict *rest, Object *result, const DictKeys *keys, int64_t i) {
    DictEntry e = dict_entries(keys)[i];
    if (!e.value) return 0;
    intptr_t hash = dict_hash_at(keys, i);
    incref(e.key);
    incref(e.value);
    ptrdiff_t at = dict_find(rest, e.key, hash);
    int status = at == DICT_FAILED ? -1 : at >= 0 ? item_equal(dict_entries(rest->keys)[at].value, e.value) : 0;
    if (status > 0) {
        dict_delete_at(rest, at);
        status = 0;
    } else if (status == 0) {
        Object *pair = tuple_pack(2, e.key, e.value);
        status = pair ? set_add(result, pair) : -1;
        xdecref(pair);
    }
    decref(e.key);
    decref(e.value);
    return status;
}

/* Items of two dicts: what both have need not be hashed, so that its values need not be hashable. */
static Object *items_xor(Dict *a, Dict *b) {
    Object *rest = dict_copy((Object *)a), *result = rest ? set_new(NULL) : NULL;
    int status = result ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < b->keys->next; i++) status = xor_item((Dict *)rest, result, b->keys, i);
    Object *left = status == 0 ? dict_view_new(&dict_items_type, rest) : NULL;
    if (!left || set_update(result, left) < 0) clear_ref(&result);
    xdecref(left);
    xdecref(rest);
    return result;
}

static bool view_is_items(const Object *o) {
    return view_kind(o) == &dict_items_type;
}

static Object *dict_view_xor(Object *a, Object *b) {
    if (view_is_items(a) && view_is_items(b)) return items_xor((Dict *)dict_view_dict(a), (Dict *)dict_view_dict(b));
    Object *result = set_of(a);
    if (result && set_symmetric_difference_update(result, b) == 0) return result;
    xdecref(result);
    return NULL;
}

/* Walks one operand and asks the view for each item; the shorter one where that is cheap to know. */
static Object *dict_view_and(Object *a, Object *b) {
    Object *view = view_is_set(a) ? a : b, *other = view == a ? b : a;
    if (view_is_set(other) && object_length(other) > object_length(view)) {
        Object *t = view;
        view = other;
        other = t;
    }
    if (other->type == &set_type && object_length(view) <= set_length(other)) return set_intersection(other, view);
    Object *it = object_iter(other);
    if (!it) return NULL;
    Object *result = set_new(NULL);
    int r = result ? 0 : -1;
    for (Object *item; r == 0 && (item = object_next(it));) {
        r = object_contains(view, item);
        if (r > 0) r = set_add(result, item);
        decref(item);
    }
    decref(it);
    if (r == 0 && !raise_pending()) return result;
    xdecref(result);
    return NULL;
}

static Object *dict_view_isdisjoint(Object *o, Object **args, ptrdiff_t nargs) {
    Object *view = o, *other = args[0];
    if (view == other) return new_bool(dict_view_length(o) == 0);
    if (set_check(other) || view_is_set(other)) {
        ptrdiff_t n = object_length(other);
        if (n < 0) return NULL;
        if (n > dict_view_length(o)) {
            view = args[0];
            other = o;
        }
    }
    Object *it = object_iter(other);
    if (!it) return NULL;
    int r = 0;
    for (Object *item; r == 0 && (item = object_next(it));) {
        r = object_contains(view, item);
        decref(item);
    }
    decref(it);
    return raise_pending() ? NULL : new_bool(r == 0);
}

/* ---- types */

static const Method dict_view_methods[] = {
    {"__reversed__", dict_view_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator, the newest first."},
    {"isdisjoint", dict_view_isdisjoint, 1, 1,
     "isdisjoint(object, /)\n--\n\nTrue when nothing in the iterable is in the view."},
    {NULL},
};

static const Method dict_values_methods[] = {
    {"__reversed__", dict_view_reversed, 0, 0, "__reversed__()\n--\n\nAn iterator, the newest first."},
    {NULL},
};

static const GetSet dict_view_getset[] = {
    {"mapping", dict_view_mapping, NULL, "The dict that this is a view of, read-only."},
    {NULL},
};

Type dict_keys_type = {
    .mem = {.name = "dict_keys",
            .size = sizeof(DictView),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = dict_view_dealloc,
            .traverse = dict_view_traverse},
    .methods = dict_view_methods,
    .getset = dict_view_getset,
    .repr = dict_view_repr,
    .compare = dict_view_compare,
    .iter = dict_view_iter,
    .binary =
        {[BIN_SUB] = dict_view_sub, [BIN_AND] = dict_view_and, [BIN_OR] = dict_view_or, [BIN_XOR] = dict_view_xor},
    .length = dict_view_length,
    .contains = dict_keys_contains,
};

Type dict_items_type = {
    .mem = {.name = "dict_items",
            .size = sizeof(DictView),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = dict_view_dealloc,
            .traverse = dict_view_traverse},
    .methods = dict_view_methods,
    .getset = dict_view_getset,
    .repr = dict_view_repr,
    .compare = dict_view_compare,
    .iter = dict_view_iter,
    .binary =
        {[BIN_SUB] = dict_view_sub, [BIN_AND] = dict_view_and, [BIN_OR] = dict_view_or, [BIN_XOR] = dict_view_xor},
    .length = dict_view_length,
    .contains = dict_items_contains,
};

Type dict_values_type = {
    .mem = {.name = "dict_values",
            .size = sizeof(DictView),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = dict_view_dealloc,
            .traverse = dict_view_traverse},
    .methods = dict_values_methods,
    .getset = dict_view_getset,
    .repr = dict_view_repr,
    .iter = dict_view_iter,
    .length = dict_view_length,
};
