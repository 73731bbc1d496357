/* Containers and iteration, for any object. */
#include "interp/object/containers.h"

#include "interp/object/dict.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

ptrdiff_t object_length(Object *o) {
    if (likely(o->type->length != NULL)) return o->type->length(o);
    return raise_int(&exc_TypeError, "object of type '%T' has no len()", o);
}

ptrdiff_t object_length_hint(Object *o, ptrdiff_t otherwise) {
    if (o->type->length) {
        ptrdiff_t n = o->type->length(o);
        if (n >= 0) return n;
        if (!raise_clear_if(&exc_TypeError)) return -1;
    }
    Object *method = object_lookup_special(o, names.__length_hint__);
    if (!method) return raise_pending() ? -1 : otherwise;
    Object *hint = object_call0(method);
    decref(method);
    if (!hint) return raise_clear_if(&exc_TypeError) ? otherwise : -1;
    ptrdiff_t n;
    if (hint == NOT_IMPLEMENTED) {
        n = otherwise;
    } else if (!int_check(hint)) {
        n = raise_int(&exc_TypeError, "__length_hint__ must be an integer, not %T", hint);
    } else {
        n = number_as_index(hint, &exc_OverflowError);
        if (n < 0 && !raise_pending()) n = raise_int(&exc_ValueError, "__length_hint__() should return >= 0");
    }
    decref(hint);
    return n;
}

/* C[x] for a class: type[x] is an alias, others say themselves what their subscription means. */
static Object *class_getitem(Object *cls, Object *key) {
    if (cls == (Object *)&type_type) return generic_alias_new(cls, key);
    Object *method = object_getattr_opt(cls, names.__class_getitem__);
    if (!method && raise_pending()) return NULL;
    if (!method || method == NONE) {
        xdecref(method);
        return raise_error(&exc_TypeError, "type '%N' is not subscriptable", cls);
    }
    Object *result = object_call1(method, key);
    decref(method);
    return result;
}

Object *object_getitem(Object *o, Object *key) {
    if (likely(o->type->get_item != NULL)) return o->type->get_item(o, key);
    if (has_flag(o, TYPE_TYPE)) return class_getitem(o, key);
    return raise_error(&exc_TypeError, "'%T' object is not subscriptable", o);
}

int object_setitem(Object *o, Object *key, Object *value) {
    Type *t = o->type;
    if (likely(t->set_item != NULL)) return t->set_item(o, key, value);
    if (value) return raise_int(&exc_TypeError, "'%T' object does not support item assignment", o);
    bool by_position = key->type->to_index && (t->get_item || t->length || type_flag(t, TYPE_HEAP));
    return raise_int(&exc_TypeError, "'%T' object %s support item deletion", o, by_position ? "doesn't" : "does not");
}

/* Goes through o's items until one equals `item`. */
static int contains_by_iteration(Object *o, Object *item) {
    Object *iterator = object_iter(o);
    if (!iterator) {
        if (!raise_clear_if(&exc_TypeError)) return -1;
        return raise_int(&exc_TypeError, "argument of type '%T' is not a container or iterable", o);
    }
    int found = 0;
    while (found == 0) {
        Object *candidate = object_next(iterator);
        if (!candidate) {
            if (raise_pending()) found = -1;
            break;
        }
        found = object_equal(candidate, item);
        decref(candidate);
    }
    decref(iterator);
    return found;
}

int object_contains(Object *o, Object *item) {
    if (likely(o->type->contains != NULL)) return o->type->contains(o, item);
    return contains_by_iteration(o, item);
}

bool object_is_iterator(Object *o) {
    return o->type->next != NULL;
}

/* Can it be iterated by o[0], o[1], ...? Mappings cannot; of the built-in types only those with a length are meant. */
static bool is_sequence(Object *o) {
    Type *t = o->type;
    return t->get_item && !type_flag(t, TYPE_DICT) && (t->length || type_flag(t, TYPE_HEAP));
}

Object *object_iter(Object *o) {
    if (unlikely(!o->type->iter)) {
        if (is_sequence(o)) return sequence_iterator_new(o);
        return raise_error(&exc_TypeError, "'%T' object is not iterable", o);
    }
    Object *iterator = o->type->iter(o);
    if (unlikely(iterator && !iterator->type->next)) {
        raise_error(&exc_TypeError, "iter() returned non-iterator of type '%T'", iterator);
        clear_ref(&iterator);
    }
    return iterator;
}

Object *object_next_none(Object *iterator) {
    if (unlikely(!iterator->type->next)) return raise_error(&exc_TypeError, "'%T' object is not an iterator", iterator);
    if (unlikely(raise_pending())) raise_clear_if(&exc_StopIteration);
    return NULL;
}

Object *sequence_list(Object *iterable) {
    Object *list = list_new(0);
    if (list && list_extend(list, iterable) < 0) clear_ref(&list);
    return list;
}

/* The items as a list. Of an iterable that a program defines only the iterator is asked how many there may be. */
static Object *items_of(Object *iterable) {
    if (!type_flag(iterable->type, TYPE_HEAP)) return sequence_list(iterable);
    Object *it = object_iter(iterable), *list = it ? sequence_list(it) : NULL;
    xdecref(it);
    return list;
}

Object *sequence_tuple(Object *iterable) {
    if (iterable->type == &tuple_type) return newref(iterable);
    if (iterable->type == &list_type) return list_to_tuple(iterable);
    if (tuple_plain(iterable)) return tuple_from(((Tuple *)iterable)->items, tuple_length(iterable));
    Object *list = items_of(iterable);
    if (!list) return NULL;
    Object *tuple = list_to_tuple(list);
    decref(list);
    return tuple;
}

Object *sequence_fast(Object *iterable, const char *message) {
    if (iterable->type == &list_type || tuple_plain(iterable)) return newref(iterable);
    if (!message || (iterable->type->iter && !type_flag(iterable->type, TYPE_HEAP))) return items_of(iterable);
    Object *iterator = object_iter(iterable);
    if (!iterator) {
        if (!raise_clear_if(&exc_TypeError)) return NULL;
        return raise_error(&exc_TypeError, "%s", message);
    }
    Object *list = items_of(iterator);
    decref(iterator);
    return list;
}

Object *const *sequence_items(Object *list_or_tuple) {
    return list_check(list_or_tuple) ? ((List *)list_or_tuple)->items : ((Tuple *)list_or_tuple)->items;
}

ptrdiff_t sequence_size(Object *list_or_tuple) {
    return list_check(list_or_tuple) ? list_length(list_or_tuple) : tuple_length(list_or_tuple);
}
