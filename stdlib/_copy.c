/* _copy: what copy.copy and copy.deepcopy do.
 *
 * An object that is neither a value nor one of the usual containers says how it is to be copied, by a method of its own
 * or by the recipe with which it would be pickled: (function, arguments, state, items, pairs). Most instances have
 * nothing of the kind to say; these are copied attribute by attribute where the recipe would lead to the same, and so
 * neither the original nor the copy needs a dict for its attributes.
 *
 * A deep copy has a memo: a dict from the ids of what was copied to the copies, and under its own id a list of the
 * originals, because an id stands for an object only as long as that lives. Any part may run code of the program, which
 * may change what is being copied: everything that is still needed is owned.
 */
#include "interp/api.h"

typedef struct Copying {
    Object *memo; /* NULL: the copy is shallow */
    Object *kept; /* owned: the list of originals in the memo, once it is known */
} Copying;

static Object *dispatch_table; /* copyreg's, once it is needed */

static Object *deep(Copying *c, Object *x);

/* ---- the memo: nearly always a dict */

static Object *memo_key(Object *x) {
    return int_from_u64((uintptr_t)x);
}

/* New, or NULL, with an exception if that failed. */
static Object *memo_get(Copying *c, Object *x) {
    Object *key = memo_key(x), *copied = NULL;
    if (key && dict_check_exact(c->memo)) {
        copied = xnewref(dict_get(c->memo, key));
    } else if (key) {
        Object *args[] = {key, key}; /* the key stands for "nothing": no copy can be this very object */
        copied = object_call_method(c->memo, names.get, args, 2);
        if (copied == key) clear_ref(&copied);
    }
    xdecref(key);
    return copied;
}

static int memo_set(Copying *c, Object *x, Object *copied) {
    Object *key = memo_key(x);
    int status = !key                        ? -1
                 : dict_check_exact(c->memo) ? dict_set(c->memo, key, copied)
                                             : object_setitem(c->memo, key, copied);
    xdecref(key);
    return status;
}

/* The list of the memo, made if need be. */
static int find_kept(Copying *c) {
    c->kept = memo_get(c, c->memo);
    if (c->kept || raise_pending()) return c->kept ? 0 : -1;
    c->kept = list_new(0);
    return c->kept ? memo_set(c, c->memo, c->kept) : -1;
}

static int memo_keep(Copying *c, Object *x) {
    if (!c->kept && find_kept(c) < 0) return -1;
    if (list_check(c->kept)) return list_append(c->kept, x);
    Object *result = object_call_method(c->kept, names.append, &x, 1);
    xdecref(result);
    return result ? 0 : -1;
}

/* ---- containers */

static Object *deep_list(Copying *c, Object *x) {
    Object *made = list_new(0);
    if (!made || memo_set(c, x, made) < 0) clear_ref(&made);
    for (ptrdiff_t i = 0; made && i < list_length(x); i++) {
        Object *item = newref(list_item(x, i));
        if (list_append_steal(made, deep(c, item)) < 0) clear_ref(&made);
        decref(item);
    }
    return made;
}

static Object *deep_dict(Copying *c, Object *x) {
    Object *made = dict_new(), *key, *value;
    if (!made || memo_set(c, x, made) < 0) clear_ref(&made);
    int64_t length = dict_length(x);
    for (ptrdiff_t i = 0; made && dict_next(x, &i, &key, &value);) {
        incref(key);
        incref(value);
        Object *new_value = deep(c, value), *new_key = new_value ? deep(c, key) : NULL;
        decref(key);
        decref(value);
        if (!new_key)
            xdecref(new_value);
        else if (dict_set_steal(made, new_key, new_value) == 0) {
            if (dict_length(x) == length) continue;
            raise_error(&exc_RuntimeError, "dictionary changed size during iteration");
        }
        clear_ref(&made);
    }
    return made;
}

/* A list of copies of the items of a tuple; *same: no item needed one. */
static Object *deep_items(Copying *c, Object *tuple, bool *same) {
    Object *copies = list_new(0);
    *same = true;
    for (ptrdiff_t i = 0; copies && i < tuple_length(tuple); i++) {
        Object *copied = deep(c, tuple_item(tuple, i));
        *same = *same && copied == tuple_item(tuple, i);
        if (list_append_steal(copies, copied) < 0) clear_ref(&copies);
    }
    return copies;
}

/* A tuple of which no part needed a copy is its own copy. In a cycle it may have been copied on the way. */
static Object *deep_tuple(Copying *c, Object *x) {
    bool same;
    Object *copies = deep_items(c, x, &same), *made = copies ? memo_get(c, x) : NULL;
    if (!made && copies && !raise_pending()) made = same ? newref(x) : list_to_tuple(copies);
    xdecref(copies);
    return made;
}

static Object *deep_method(Copying *c, Object *x) {
    Object *self = deep(c, ((BoundMethod *)x)->self);
    Object *made = self ? bound_method_new(((BoundMethod *)x)->function, self) : NULL;
    xdecref(self);
    return made;
}

/* ---- recipes */

/* What a part of a recipe becomes; new. */
static Object *part(Copying *c, Object *x) {
    return c->memo ? deep(c, x) : newref(x);
}

static int set_attributes(Object *made, Object *state) {
    Object *dict = object_getattr(made, names.__dict__);
    Object *result = dict ? object_call_method(dict, names.update, &state, 1) : NULL;
    xdecref(dict);
    xdecref(result);
    return result ? 0 : -1;
}

static int set_slots(Object *made, Object *slots) {
    Object *pairs = object_call_method(slots, names.items, NULL, 0), *iterator = pairs ? object_iter(pairs) : NULL;
    xdecref(pairs);
    int status = iterator ? 0 : -1;
    for (Object *pair; status == 0 && (pair = object_next(iterator));) {
        Object *both = sequence_tuple(pair);
        decref(pair);
        if (!both)
            status = -1;
        else if (tuple_length(both) != 2 || !str_check(tuple_item(both, 0)))
            status = raise_int(&exc_TypeError, "the state of slots is no dict of names");
        else
            status = object_setattr(made, (Str *)tuple_item(both, 0), tuple_item(both, 1));
        xdecref(both);
    }
    xdecref(iterator);
    return status < 0 || raise_pending() ? -1 : 0;
}

static int set_state(Object *made, Object *state) {
    Object *own_way = object_getattr_opt(made, names.__setstate__);
    if (own_way) {
        Object *result = object_call1(own_way, state);
        decref(own_way);
        xdecref(result);
        return result ? 0 : -1;
    }
    if (raise_pending()) return -1;
    bool two = tuple_check(state) && tuple_length(state) == 2;
    Object *attributes = two ? tuple_item(state, 0) : state, *slots = two ? tuple_item(state, 1) : NONE;
    if (attributes != NONE && set_attributes(made, attributes) < 0) return -1;
    return slots == NONE ? 0 : set_slots(made, slots);
}

/* made.append(item) for the items of a subclass of list. */
static int add_items(Copying *c, Object *made, Object *items) {
    Object *iterator = object_iter(items);
    int status = iterator ? 0 : -1;
    for (Object *item; status == 0 && (item = object_next(iterator));) {
        Object *copied = part(c, item), *result = copied ? object_call_method(made, names.append, &copied, 1) : NULL;
        if (!result) status = -1;
        xdecref(result);
        xdecref(copied);
        decref(item);
    }
    xdecref(iterator);
    return status < 0 || raise_pending() ? -1 : 0;
}

/* made[key] = value for the pairs of a subclass of dict. */
static int add_pairs(Copying *c, Object *made, Object *pairs) {
    Object *iterator = object_iter(pairs);
    int status = iterator ? 0 : -1;
    for (Object *pair; status == 0 && (pair = object_next(iterator));) {
        Object *both = sequence_tuple(pair), *key = NULL, *value = NULL;
        decref(pair);
        if (both && tuple_length(both) == 2) {
            key = part(c, tuple_item(both, 0));
            value = key ? part(c, tuple_item(both, 1)) : NULL;
        } else if (both) {
            raise_error(&exc_ValueError, "a recipe for copying has items that are no pairs");
        }
        status = value ? object_setitem(made, key, value) : -1;
        xdecref(both);
        xdecref(key);
        xdecref(value);
    }
    xdecref(iterator);
    return status < 0 || raise_pending() ? -1 : 0;
}

/* function(*arguments), of copies of the arguments. */
static Object *call_maker(Copying *c, Object *function, Object *arguments) {
    Object *tuple = sequence_tuple(arguments);
    if (tuple && c->memo && tuple_length(tuple) > 0) {
        bool same;
        Object *copies = deep_items(c, tuple, &same);
        set_ref(&tuple, copies ? list_to_tuple(copies) : NULL);
        xdecref(copies);
    }
    Object *made = tuple ? object_call_dict(function, tuple, NULL) : NULL;
    xdecref(tuple);
    return made;
}

/* Makes an object by a recipe, a tuple. The memo knows it before its parts are copied, which may lead back to it. */
static Object *follow(Copying *c, Object *x, Object *recipe) {
    ptrdiff_t n = tuple_length(recipe);
    if (n < 2 || n > 5) return raise_error(&exc_TypeError, "a recipe for copying has 2 to 5 parts, not %zd", n);
    Object *parts[5];
    for (ptrdiff_t i = 0; i < 5; i++) parts[i] = i < n ? tuple_item(recipe, i) : NONE;
    Object *made = call_maker(c, parts[0], parts[1]), *state = NULL;
    if (!made || (c->memo && memo_set(c, x, made) < 0) ||
        (parts[2] != NONE && (!(state = part(c, parts[2])) || set_state(made, state) < 0)) ||
        (parts[3] != NONE && add_items(c, made, parts[3]) < 0) ||
        (parts[4] != NONE && add_pairs(c, made, parts[4]) < 0))
        clear_ref(&made);
    xdecref(state);
    return made;
}

/* Borrowed: copyreg.dispatch_table. */
static Object *registered_recipes(void) {
    if (dispatch_table) return dispatch_table;
    Object *copyreg = import_name("copyreg");
    dispatch_table = copyreg ? object_getattr_c(copyreg, "dispatch_table") : NULL;
    xdecref(copyreg);
    return dispatch_table;
}

/* New; NULL without an exception: there is no recipe. */
static Object *find_recipe(Object *x) {
    Object *table = registered_recipes();
    Object *registered = table ? xnewref(dict_get(table, (Object *)type_of(x))) : NULL;
    if (!registered && raise_pending()) return NULL;
    if (registered) {
        Object *recipe = object_call1(registered, x);
        decref(registered);
        return recipe;
    }
    Object *method = object_getattr_opt(x, names.__reduce_ex__);
    Object *protocol = method ? int_from_i64(4) : NULL;
    Object *recipe = protocol ? object_call1(method, protocol) : NULL;
    xdecref(protocol);
    if (!method && !raise_pending()) {
        method = object_getattr_opt(x, names.__reduce__);
        recipe = method ? object_call0(method) : NULL;
    }
    xdecref(method);
    return recipe;
}

/* copy.Error */
static Object *refuse(Copying *c, Object *x) {
    Object *copy = import_name("copy"), *class = copy ? object_getattr_c(copy, "Error") : NULL;
    Object *text =
        class ? str_format("un(%s)copyable object of type %S", c->memo ? "deep" : "shallow", type_of(x)) : NULL;
    Object *error = text ? object_call1(class, text) : NULL;
    xdecref(copy);
    xdecref(class);
    xdecref(text);
    return error ? raise_object(error) : NULL;
}

/* By its recipe; one that is a str says that x is its own copy. */
static Object *by_recipe(Copying *c, Object *x) {
    Object *recipe = find_recipe(x);
    if (!recipe) return raise_pending() ? NULL : refuse(c, x);
    Object *parts = NULL, *made = NULL;
    if (str_check(recipe))
        made = newref(x);
    else if (!recipe->type->iter && !recipe->type->get_item)
        raise_error(&exc_TypeError, "Value after * must be an iterable, not %T", recipe);
    else if ((parts = sequence_tuple(recipe)))
        made = follow(c, x, parts);
    xdecref(parts);
    decref(recipe);
    return made;
}

/* ---- plain instances */

/* Does a class leave it to object how its instances are made, read and copied, and have they inline values alone? */
static bool has_no_say(Type *t) {
    if (!type_flag(t, TYPE_HEAP) || !instance_has_dict_word(t) || t->mem.size != object_type.mem.size) return false;
    if (t->getattr != object_type.getattr || t->new != object_type.new) return false;
    Str *const inherited[] = {names.__reduce_ex__, names.__reduce__, names.__getstate__};
    for (size_t i = 0; i < sizeof inherited / sizeof *inherited; i++)
        if (type_lookup(t, inherited[i]) != type_lookup(&object_type, inherited[i])) return false;
    Str *const absent[] = {names.__copy__,          names.__deepcopy__, names.__getnewargs__,
                           names.__getnewargs_ex__, names.__setstate__, names.__slotnames__};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (type_lookup(t, absent[i])) return false;
    return true;
}

/* Versions of classes of which has_no_say() was true: a class that is changed gets another one. */
static uint32_t plain_versions[64];

static bool is_plain(Object *x) {
    Type *t = x->type;
    if (type_flag(t, TYPE_UNCACHED_VALUES) || !type_flag(t, TYPE_HEAP)) return false;
    uint32_t version = type_version(t), *known = &plain_versions[version % 64];
    if (!version || *known != version) {
        if (!has_no_say(t)) return false;
        *known = version;
    }
    if (!dict_word_is_inline(*instance_dict_word(x))) return false;
    for (unsigned i = 0; i < dict_word_last(*instance_dict_word(x)); i++) {
        /* __reduce_ex__ and its like may be attributes of the instance, too. */
        const Str *name = t->shared_keys->names[i];
        if (str_length((Object *)name) > 2 && str_at(name, 0) == '_' && str_at(name, 1) == '_') return false;
    }
    Object *table = registered_recipes();
    return table && !dict_get(table, (Object *)t) && !raise_pending();
}

static Object *copy_plain(Copying *c, Object *x) {
    Type *t = x->type;
    Object *values[SHARED_KEYS_MAX];
    unsigned n = dict_word_last(*instance_dict_word(x));
    for (unsigned i = 0; i < n; i++) values[i] = xnewref(instance_values(x)[i]);
    Object *made = t->new (t, NULL, 0, NULL);
    if (made && c->memo && memo_set(c, x, made) < 0) clear_ref(&made);
    for (unsigned i = 0; made && c->memo && i < n; i++) {
        Object *copied = values[i] ? deep(c, values[i]) : NULL;
        if (copied)
            set_ref(&values[i], copied);
        else if (values[i])
            clear_ref(&made);
    }
    for (unsigned i = 0; made && i < n; i++)
        if (values[i] && !instance_append(made, i, values[i]) &&
            instance_set(made, t->shared_keys->names[i], values[i]) < 0)
            clear_ref(&made);
    for (unsigned i = 0; i < n; i++) xdecref(values[i]);
    return made;
}

/* ---- copying */

/* Is nothing in an object of this type that could change, so that it is its own copy? */
static bool is_value(const Type *t) {
    static const Type *const values[] = {
        &str_type,     &int_type,      &none_type,     &float_type,    &bool_type,           &bytes_type,
        &bigint_type,  &type_type,     &function_type, &native_type,   &complex_type,        &range_type,
        &weakref_type, &property_type, &code_type,     &ellipsis_type, &not_implemented_type};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (t == values[i]) return true;
    return false;
}

/* The rest: by the method of the object's own, or by its recipe. */
static Object *deep_other(Copying *c, Object *x) {
    if (type_is_subtype(x->type, &type_type)) return newref(x);
    Object *own_way = object_getattr_opt(x, names.__deepcopy__);
    if (!own_way) return raise_pending() ? NULL : by_recipe(c, x);
    Object *copied = object_call1(own_way, c->memo);
    decref(own_way);
    return copied;
}

static Object *deep_unknown(Copying *c, Object *x) {
    Type *t = x->type;
    if (t == &list_type) return deep_list(c, x);
    if (t == &dict_type) return deep_dict(c, x);
    if (is_plain(x)) return copy_plain(c, x);
    if (raise_pending()) return NULL;
    Object *copied = t == &tuple_type          ? deep_tuple(c, x)
                     : t == &bound_method_type ? deep_method(c, x)
                                               : deep_other(c, x);
    if (copied && copied != x && memo_set(c, x, copied) < 0) clear_ref(&copied);
    return copied;
}

static Object *deep(Copying *c, Object *x) {
    if (is_value(x->type)) return newref(x);
    if (stack_check("") < 0) return NULL;
    Object *copied = memo_get(c, x);
    if (copied || raise_pending()) return copied;
    copied = deep_unknown(c, x);
    if (copied && copied != x && memo_keep(c, x) < 0) clear_ref(&copied);
    return copied;
}

static Object *copy_deep(Object *m, Object **args, ptrdiff_t n) {
    Object *x = args[0], *memo = arg_or_null(args, n, 1);
    if (is_value(x->type)) return newref(x);
    Copying c = {memo && memo != NONE ? newref(memo) : dict_new(), NULL};
    Object *copied = c.memo ? deep(&c, x) : NULL;
    xdecref(c.memo);
    xdecref(c.kept);
    return copied;
}

static Object *copy_shallow(Object *m, Object **args, ptrdiff_t n) {
    Object *x = args[0];
    Type *t = x->type;
    if (is_value(t) || t == &tuple_type || t == &frozenset_type || t == &slice_type || t == &super_type ||
        type_is_subtype(t, &type_type))
        return newref(x);
    if (t == &list_type) return list_slice(x, 0, list_length(x));
    if (t == &dict_type) return dict_copy(x);
    Copying c = {NULL, NULL};
    if (is_plain(x)) return copy_plain(&c, x);
    if (raise_pending()) return NULL;
    Object *own_way = t == &set_type || t == &bytearray_type ? object_getattr((Object *)t, names.copy)
                                                             : object_getattr_opt((Object *)t, names.__copy__);
    if (!own_way) return raise_pending() ? NULL : by_recipe(&c, x);
    Object *copied = object_call1(own_way, x);
    decref(own_way);
    return copied;
}

/* ---- the module */

static const Method copy_methods[] = {
    {"deep", copy_deep, 1, 2, "deep(x, memo=None, /)\n--\n\nWhat copy.deepcopy gives."},
    {"shallow", copy_shallow, 1, 1, "shallow(x, /)\n--\n\nWhat copy.copy gives."},
    {NULL},
};

static void copy_teardown(void) {
    clear_ref(&dispatch_table);
}

const ModuleSpec _copy_module = {
    .name = "_copy",
    .doc = "The native part of the module copy.",
    .methods = copy_methods,
    .teardown = copy_teardown,
};
