/* Pickling: what object.__reduce_ex__ says about an object of any class.
 *
 * Since protocol 2 it is (copyreg.__newobj__, (class, *arguments), state, list items, dict items): the arguments of
 * __new__ are those of __getnewargs__, the state is that of __getstate__, and list and dict items are iterators for
 * subclasses of list and dict. Older protocols are the business of copyreg alone.
 */
#include "interp/object/type_impl.h"

#include "interp/object/dict.h"
#include "interp/object/function.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

static Object *from_copyreg(Str *name) {
    Object *import = dict_get_str(runtime.builtins, names.__import__);
    if (!import) return raise_error(&exc_ImportError, "__import__ not found");
    Object *module = object_call1(import, (Object *)names.copyreg);
    Object *result = module ? object_getattr(module, name) : NULL;
    xdecref(module);
    return result;
}

/* --- state --- */

/* Names of the fields of all classes in the MRO: a new list, or None. copyreg computes it and keeps it in the class. */
static Object *slot_names(Type *t) {
    Object *known = t->dict ? dict_get_str(t->dict, names.__slotnames__) : NULL;
    if (known && (known == NONE || list_check(known))) return newref(known);
    Object *function = from_copyreg(names._slotnames);
    Object *result = function ? object_call1(function, (Object *)t) : NULL;
    xdecref(function);
    if (result && result != NONE && !list_check(result)) {
        raise_error(&exc_TypeError, "copyreg._slotnames didn't return a list or None");
        clear_ref(&result);
    }
    return result;
}

/* The instance dict, or None when there are no attributes in it. */
static Object *dict_state(Object *o) {
    Dict *dict = instance_dict(o);
    if (!dict && raise_pending()) return NULL;
    return newref(dict && dict_length(dict) > 0 ? (Object *)dict : NONE);
}

/* A dict of the fields that are set. */
static Object *slot_state(Object *o, Object *slots) {
    Object *dict = dict_new();
    for (ptrdiff_t i = 0; dict && i < list_length(slots); i++) {
        Object *name = newref(list_item(slots, i));
        Object *value = str_check(name) ? object_getattr_opt(o, (Str *)name) : NULL;
        if (value ? dict_set(dict, name, value) < 0 : raise_pending()) clear_ref(&dict);
        xdecref(value);
        decref(name);
    }
    return dict;
}

/* Fields of C structs cannot be saved: `required` says that nothing else knows about them. */
static int check_picklable(Object *o, Object *slots) {
    const TypeMemory *m = &o->type->mem;
    size_t known = object_type.mem.size;
    if (m->dict_offset) known += sizeof(Object *);
    if (m->weaklist_offset > 0) known += sizeof(Object *);
    if (slots != NONE) known += (size_t)list_length(slots) * sizeof(Object *);
    if (m->item_size || m->size > known) return raise_int(&exc_TypeError, "cannot pickle '%T' object", o);
    return 0;
}

static Object *default_state(Object *o, bool required) {
    Object *slots = slot_names(type_of(o));
    if (!slots) return NULL;
    Object *state = required && check_picklable(o, slots) < 0 ? NULL : dict_state(o);
    if (state && slots != NONE && list_length(slots) > 0) {
        Object *fields = slot_state(o, slots);
        if (!fields)
            clear_ref(&state);
        else if (dict_length(fields) > 0)
            set_ref(&state, tuple_pack(2, state, fields));
        xdecref(fields);
    }
    decref(slots);
    return state;
}

Object *reduce_getstate(Object *self, Object **args, ptrdiff_t nargs) {
    return default_state(self, false);
}

static Object *get_state(Object *o, bool required) {
    Object *method = object_getattr(o, names.__getstate__);
    if (!method) return NULL;
    bool is_default = method->type == &native_type && ((Native *)method)->method->fn == reduce_getstate &&
                      ((Native *)method)->self == o;
    Object *state = is_default ? default_state(o, required) : object_call0(method);
    decref(method);
    return state;
}

/* --- arguments for __new__ --- */

static int not_a(const char *wanted, Object *o, const char *what) {
    return raise_int(&exc_TypeError, "%s must be a %s, not '%T'", what, wanted, o);
}

/* Splits what __getnewargs_ex__ returned. */
static int split_arguments(Object *both, Object **args, Object **kwargs) {
    if (!tuple_check(both)) return raise_int(&exc_TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", both);
    if (tuple_length(both) != 2)
        return raise_int(&exc_ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %zd",
                         tuple_length(both));
    Object *first = tuple_item(both, 0), *second = tuple_item(both, 1);
    if (!tuple_check(first)) return not_a("tuple", first, "first item of the tuple returned by __getnewargs_ex__");
    if (!dict_check(second)) return not_a("dict", second, "second item of the tuple returned by __getnewargs_ex__");
    *args = newref(first);
    *kwargs = newref(second);
    return 0;
}

/* *args and *kwargs are new, or NULL where the class says nothing. */
static int new_arguments(Object *o, Object **args, Object **kwargs) {
    *args = *kwargs = NULL;
    Object *method = object_lookup_special(o, names.__getnewargs_ex__);
    if (method) {
        Object *both = object_call0(method);
        decref(method);
        int status = both ? split_arguments(both, args, kwargs) : -1;
        xdecref(both);
        return status;
    }
    if (raise_pending()) return -1;
    method = object_lookup_special(o, names.__getnewargs__);
    if (!method) return raise_pending() ? -1 : 0;
    *args = object_call0(method);
    decref(method);
    if (!*args) return -1;
    if (tuple_check(*args)) return 0;
    raise_error(&exc_TypeError, "__getnewargs__ should return a tuple, not '%T'", *args);
    clear_ref(args);
    return -1;
}

/* (class, *args) */
static Object *with_class(Type *t, Object *args) {
    ptrdiff_t n = args ? tuple_length(args) : 0;
    Object *all = tuple_new(n + 1);
    if (!all) return NULL;
    tuple_set(all, 0, newref(t));
    for (ptrdiff_t i = 0; i < n; i++) tuple_set(all, i + 1, newref(tuple_item(args, i)));
    return all;
}

/* --- protocol 2 and later --- */

static Object *list_items(Object *o) {
    return list_check(o) ? object_iter(o) : new_none();
}

static Object *dict_items(Object *o) {
    if (!dict_check(o)) return new_none();
    Object *items = object_call_method(o, names.items, NULL, 0);
    Object *iterator = items ? object_iter(items) : NULL;
    xdecref(items);
    return iterator;
}

static Object *reduce_by_new(Object *o) {
    Type *t = type_of(o);
    if (!t->new) return raise_error(&exc_TypeError, "cannot pickle '%T' object", o);
    Object *args, *kwargs;
    if (new_arguments(o, &args, &kwargs) < 0) return NULL;
    bool keywords = kwargs && dict_length(kwargs) > 0;
    bool required = !args && !list_check(o) && !dict_check(o);
    Object *parts[5] = {NULL};
    parts[0] = from_copyreg(keywords ? names.__newobj_ex__ : names.__newobj__);
    if (parts[0]) parts[1] = keywords ? tuple_pack(3, t, args, kwargs) : with_class(t, args);
    if (parts[1]) parts[2] = get_state(o, required);
    if (parts[2]) parts[3] = list_items(o);
    if (parts[3]) parts[4] = dict_items(o);
    xdecref(args);
    xdecref(kwargs);
    if (parts[4]) return tuple_from_steal(parts, 5);
    for (int i = 0; i < 4; i++) xdecref(parts[i]);
    return NULL;
}

static Object *common_reduce(Object *o, int64_t protocol) {
    if (protocol >= 2) return reduce_by_new(o);
    Object *function = from_copyreg(names._reduce_ex), *number = function ? int_from_i64(protocol) : NULL;
    Object *result = number ? object_call2(function, o, number) : NULL;
    xdecref(function);
    xdecref(number);
    return result;
}

Object *reduce_method(Object *self, Object **args, ptrdiff_t nargs) {
    return common_reduce(self, 0);
}

/* A class that overrides __reduce__ has its way with any protocol. */
Object *reduce_method_ex(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t protocol = number_as_index(args[0], &exc_OverflowError);
    if (protocol == -1 && raise_pending()) return NULL;
    Object *own = type_lookup(self->type, names.__reduce__);
    if (!own || own == type_lookup(&object_type, names.__reduce__)) return common_reduce(self, protocol);
    return object_call_method(self, names.__reduce__, NULL, 0);
}
