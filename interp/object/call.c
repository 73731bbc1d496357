/* Calling any object. Arguments are an array of positional ones with the values of keyword arguments behind them; the
 * tuple kwnames names those. */
#include "interp/object/object.h"

#include "interp/object/dict.h"
#include "interp/object/function.h"
#include "interp/object/list.h"
#include "interp/object/module.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

/* A module may be meant for the function of the same name in it: pprint() for pprint.pprint(). */
static Object *not_callable(Object *f) {
    if (f->type == &module_type) {
        Object *name = dict_get_str(module_dict(f), names.__name__);
        Object *inner = name && str_check_exact(name) ? dict_get_str(module_dict(f), (Str *)name) : NULL;
        if (inner && object_callable(inner))
            return raise_error(&exc_TypeError, "'%T' object is not callable. Did you mean: '%S.%S(...)'?", f, name,
                               name);
    }
    return raise_error(&exc_TypeError, "'%T' object is not callable", f);
}

Object *object_call(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (unlikely(!f->type->call)) return not_callable(f);
    if (unlikely(stack_is_low()) && stack_check(" while calling a Python object") < 0) return NULL;
    return f->type->call(f, args, nargs, kwnames);
}

Object *object_call0(Object *f) {
    return object_call(f, NULL, 0, NULL);
}

Object *object_call1(Object *f, Object *a) {
    Object *args[1] = {a};
    return object_call(f, args, 1, NULL);
}

Object *object_call2(Object *f, Object *a, Object *b) {
    Object *args[2] = {a, b};
    return object_call(f, args, 2, NULL);
}

enum { FEW = 16 };

Object *object_call_with_self(Object *f, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    ptrdiff_t total = nargs + (kwnames ? tuple_length(kwnames) : 0);
    Object *few[FEW], **all = total < FEW ? few : heap_alloc((size_t)(total + 1) * sizeof *all);
    if (!all) return raise_memory();
    all[0] = self;
    if (total) memcpy(all + 1, args, (size_t)total * sizeof *all);
    Object *result = object_call(f, all, nargs + 1, kwnames);
    if (all != few) heap_free(all);
    return result;
}

Object *object_call_method(Object *o, Str *name, Object **args, ptrdiff_t nargs) {
    Object *method, *self;
    if (object_get_method(o, name, &method, &self) < 0) return NULL;
    Object *result;
    if (!self)
        result = object_call(method, args, nargs, NULL);
    else if (method->type == &method_descriptor_type && native_takes_self((Native *)method, self) && !stack_is_low())
        result = native_call_positional((Native *)method, self, args, nargs);
    else
        result = object_call_with_self(method, self, args, nargs, NULL);
    decref(method);
    xdecref(self);
    return result;
}

Tuple *object_spread_keywords(Object *kwargs, Object **values) {
    Tuple *kwnames = (Tuple *)tuple_new(dict_length(kwargs));
    if (!kwnames) return NULL;
    ptrdiff_t n = dict_length(kwargs);
    const DictEntry *e = dict_entries(((Dict *)kwargs)->keys);
    for (ptrdiff_t i = 0; i < n; e++) {
        if (!e->value) continue;
        if (!str_check(e->key)) {
            decref(kwnames);
            return raise_error(&exc_TypeError, "keywords must be strings");
        }
        values[i] = newref(e->value);
        tuple_set(kwnames, i++, newref(e->key));
    }
    return kwnames;
}

Object *object_call_dict(Object *f, Object *args_tuple, Object *kwargs_dict) {
    ptrdiff_t nargs = tuple_length(args_tuple);
    ptrdiff_t nkeywords = kwargs_dict ? dict_length(kwargs_dict) : 0;
    if (nkeywords == 0) return object_call(f, ((Tuple *)args_tuple)->items, nargs, NULL);

    Object *few[FEW] = {NULL};
    Object **args = few;
    if (nargs + nkeywords > FEW && !(args = heap_alloc_zero((size_t)(nargs + nkeywords) * sizeof *args)))
        return raise_memory();
    for (ptrdiff_t i = 0; i < nargs; i++) args[i] = tuple_item(args_tuple, i);
    Tuple *kwnames = object_spread_keywords(kwargs_dict, args + nargs);
    Object *result = kwnames ? object_call(f, args, nargs, kwnames) : NULL;
    for (ptrdiff_t i = 0; i < nkeywords; i++) xdecref(args[nargs + i]);
    xdecref(kwnames);
    if (args != few) heap_free(args);
    return result;
}
