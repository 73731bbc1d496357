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

/* One attribute of the subject, which no earlier sub-pattern may have asked for: the names of these are the first n of
 * `before`. NULL without an exception: there is none. */
static Object *match_attribute(Object *subject, Object *cls, Object *name, Object *before, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) {
        int again = object_equal(tuple_item(before, i), name);
        if (again < 0) return NULL;
        if (again)
            return raise_error(&exc_TypeError, "%N() got multiple sub-patterns for attribute %R", (Type *)cls, name);
    }
    return object_getattr_opt(subject, (Str *)name);
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

/* The values of the first sub-patterns go to `out`. 1, 0: one is missing, -1. */
static int match_positional(Object *subject, Object *cls, ptrdiff_t n, Object *args, Object *out) {
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *name = tuple_item(args, i);
        if (!str_check(name))
            return raise_int(&exc_TypeError, "__match_args__ elements must be strings (got %T)", name);
        Object *value = match_attribute(subject, cls, name, args, i);
        if (!value) return raise_pending() ? -1 : 0;
        tuple_set(out, i, value);
    }
    return 1;
}

/* The same for the last ones, those with a keyword, of which the compiler knows that no two are the same. The first n
 * names of args were asked for before. */
static int match_keywords(Object *subject, Object *cls, Object *keywords, Object *args, ptrdiff_t n, Object *out) {
    ptrdiff_t count = tuple_length(keywords), first = tuple_length(out) - count;
    for (ptrdiff_t i = 0; i < count; i++) {
        Object *value = match_attribute(subject, cls, tuple_item(keywords, i), args, n);
        if (!value) return raise_pending() ? -1 : 0;
        tuple_set(out, first + i, value);
    }
    return 1;
}

/* args: the class's __match_args__. */
static Object *match_parts(Object *subject, Object *cls, ptrdiff_t positional, Object *keywords, Object *args,
                           bool itself) {
    ptrdiff_t allowed = itself ? 1 : tuple_length(args);
    if (allowed < positional)
        return raise_error(&exc_TypeError, "%N() accepts %zd positional sub-pattern%s (%zd given)", (Type *)cls,
                           allowed, allowed == 1 ? "" : "s", positional);
    Object *out = tuple_new(positional + tuple_length(keywords));
    if (!out) return NULL;
    int found = 1;
    if (itself && positional)
        tuple_set(out, 0, newref(subject));
    else
        found = match_positional(subject, cls, positional, args, out);
    if (found == 1) found = match_keywords(subject, cls, keywords, args, itself ? 0 : positional, out);
    if (found == 1) return out;
    decref(out);
    return found < 0 ? NULL : new_none();
}

Object *match_class(Object *subject, Object *cls, unsigned positional, Object *keywords) {
    if (!has_flag(cls, TYPE_TYPE)) return raise_error(&exc_TypeError, "called match pattern must be a class");
    int is = object_isinstance(subject, cls);
    if (is <= 0) return is < 0 ? NULL : new_none();
    bool itself = false;
    Object *args = positional ? match_args(cls, &itself) : tuple_new(0);
    if (!args) return NULL;
    Object *result = match_parts(subject, cls, positional, keywords, args, itself);
    decref(args);
    return result;
}
