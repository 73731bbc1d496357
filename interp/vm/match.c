/* Pattern matching (PEP 634): the tests and extractions behind `case`. Which types are sequences and mappings is a flag
 * of the type; classes inherit it, and collections.abc sets it on what is registered. */
#include "interp/vm/ops.h"

bool match_sequence(Object *subject) {
    return has_flag(subject, TYPE_SEQUENCE);
}
bool match_mapping(Object *subject) {
    return has_flag(subject, TYPE_MAPPING);
}

static bool seen_before(Object *keys, ptrdiff_t i) {
    for (ptrdiff_t j = 0; j < i; j++)
        if (object_equal(tuple_item(keys, j), tuple_item(keys, i)) == 1) return true;
    return false;
}

/* subject.get(key, sentinel), so that a defaultdict makes no entry. NULL without an exception: not there. */
static Object *get_key(Object *subject, Object *key, Object *get, Object *sentinel) {
    if (dict_check_exact(subject)) return xnewref(dict_get(subject, key));
    Object *value = object_call2(get, key, sentinel);
    if (value == sentinel) clear_ref(&value);
    return value;
}

Object *match_keys(Object *subject, Object *keys) {
    ptrdiff_t n = tuple_length(keys);
    Object *values = tuple_new(n), *sentinel = object_call0((Object *)&object_type);
    Object *get = dict_check_exact(subject) ? new_none() : object_getattr(subject, names.get);
    Object *result = NULL;
    if (!values || !sentinel || !get) goto done;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (seen_before(keys, i)) {
            raise_error(&exc_ValueError, "mapping pattern checks duplicate key (%R)", tuple_item(keys, i));
            goto done;
        }
        Object *value = get_key(subject, tuple_item(keys, i), get, sentinel);
        if (!value) {
            if (!raise_pending()) result = new_none();
            goto done;
        }
        tuple_set(values, i, value);
    }
    result = newref(values);
done:
    xdecref(values);
    xdecref(sentinel);
    xdecref(get);
    return result;
}

Object *match_rest(Object *subject, Object *keys) {
    Object *rest = dict_new();
    if (rest && dict_update(rest, subject) < 0) clear_ref(&rest);
    for (ptrdiff_t i = 0; rest && i < tuple_length(keys); i++)
        if (dict_del_opt(rest, tuple_item(keys, i)) < 0) clear_ref(&rest);
    return rest;
}

/* Types whose single positional pattern is the subject itself: int(x), str(s), ... */
static bool matches_itself(const Type *cls) {
    static Type *const self[] = {&bool_type, &bytearray_type, &bytes_type, &dict_type, &float_type, &frozenset_type,
                                 &int_type,  &list_type,      &set_type,   &str_type,  &tuple_type};
    for (size_t i = 0; i < sizeof self / sizeof *self; i++)
        if (type_is_subtype((Type *)cls, self[i])) return true;
    return false;
}

/* One attribute of the subject. NULL without an exception: there is none. */
static Object *match_attribute(Object *subject, Object *cls, Object *name, Object *seen) {
    int again = set_contains(seen, name);
    if (again < 0) return NULL;
    if (again) return raise_error(&exc_TypeError, "%N() got multiple sub-patterns for attribute %R", (Type *)cls, name);
    return set_add(seen, name) < 0 ? NULL : object_getattr_opt(subject, (Str *)name);
}

/* cls.__match_args__, or the empty tuple. *itself: the type matches its single positional pattern itself. */
static Object *match_args(Object *cls, bool *itself) {
    Object *names_tuple = object_getattr_opt(cls, names.__match_args__);
    *itself = false;
    if (names_tuple) {
        if (tuple_check(names_tuple)) return names_tuple;
        raise_error(&exc_TypeError, "%N.__match_args__ must be a tuple (got %T)", (Type *)cls, names_tuple);
        decref(names_tuple);
        return NULL;
    }
    if (raise_pending()) return NULL;
    *itself = matches_itself((Type *)cls);
    return tuple_new(0);
}

static int match_positional(Object *subject, Object *cls, unsigned positional, Object *out, Object *seen) {
    bool itself;
    Object *args = match_args(cls, &itself);
    if (!args) return -1;
    ptrdiff_t allowed = itself ? 1 : tuple_length(args);
    int found = 1;
    if (allowed < positional) {
        raise_error(&exc_TypeError, "%N() accepts %zd positional sub-pattern%s (%u given)", (Type *)cls, allowed,
                    allowed == 1 ? "" : "s", positional);
        found = -1;
    } else if (itself) {
        found = list_append(out, subject) < 0 ? -1 : 1;
    } else {
        for (unsigned i = 0; found == 1 && i < positional; i++) {
            Object *name = tuple_item(args, i);
            if (!str_check(name)) {
                raise_error(&exc_TypeError, "__match_args__ elements must be strings (got %T)", name);
                found = -1;
                break;
            }
            Object *value = match_attribute(subject, cls, name, seen);
            found = value ? (list_append_steal(out, value) < 0 ? -1 : 1) : raise_pending() ? -1 : 0;
        }
    }
    decref(args);
    return found;
}

static int match_keywords(Object *subject, Object *cls, Object *keywords, Object *out, Object *seen) {
    for (ptrdiff_t i = 0; i < tuple_length(keywords); i++) {
        Object *value = match_attribute(subject, cls, tuple_item(keywords, i), seen);
        if (!value) return raise_pending() ? -1 : 0;
        if (list_append_steal(out, value) < 0) return -1;
    }
    return 1;
}

Object *match_class(Object *subject, Object *cls, unsigned positional, Object *keywords) {
    if (!has_flag(cls, TYPE_TYPE)) return raise_error(&exc_TypeError, "called match pattern must be a class");
    int is = object_isinstance(subject, cls);
    if (is <= 0) return is < 0 ? NULL : new_none();
    Object *out = list_new(0), *seen = set_new(NULL), *result = NULL;
    if (out && seen) {
        int found = positional ? match_positional(subject, cls, positional, out, seen) : 1;
        if (found == 1) found = match_keywords(subject, cls, keywords, out, seen);
        if (found >= 0) result = found ? list_to_tuple(out) : new_none();
    }
    xdecref(out);
    xdecref(seen);
    return result;
}
