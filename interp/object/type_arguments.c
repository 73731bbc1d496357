/* Type arguments, as GenericAlias and Union keep them: how they look, which type variables are among them, and what
 * becomes of them when those are replaced.
 *
 * Which objects are type variables is a matter of protocol, so that typing may define any: those that have
 * __typing_subst__ are; and what has __parameters__ (an alias, a union) contains some. A variable may have a say about
 * the items of the subscript as a whole (__typing_prepare_subst__): it fills in defaults, or gathers several items.
 */
#include "interp/object/type_arguments.h"

/* Text */

/* Has o both of two attributes? 1, 0, -1. Their values are new, when it has. */
static int both_attributes(Object *o, Str *name, Str *other, Object **value, Object **other_value) {
    *other_value = NULL;
    *value = object_getattr_opt(o, name);
    if (*value) *other_value = object_getattr_opt(o, other);
    if (*other_value) return 1;
    clear_ref(value);
    return raise_pending() ? -1 : 0;
}

int type_write_repr(StrWriter *w, Object *o) {
    if (o == ELLIPSIS) return writer_c(w, "...");
    if (o == (Object *)&none_type) return writer_c(w, "None");
    Object *first, *second;
    int found = both_attributes(o, names.__origin__, names.__args__, &first, &second);
    if (found > 0) {
        decref(first);
        decref(second);
        return writer_repr(w, o);
    }
    if (found < 0) return -1;
    found = both_attributes(o, names.__qualname__, names.__module__, &first, &second);
    if (found <= 0) return found < 0 ? -1 : writer_repr(w, o);
    int result;
    if (second == NONE)
        result = writer_repr(w, o);
    else if (str_check(second) && str_equal_c(second, "builtins"))
        result = writer_format(w, "%S", first);
    else
        result = writer_format(w, "%S.%S", second, first);
    decref(first);
    decref(second);
    return result;
}

int type_write_argument(StrWriter *w, Object *arg) {
    if (!list_check(arg)) return type_write_repr(w, arg);
    int result = writer_char(w, '[');
    for (ptrdiff_t i = 0, n = list_length(arg); i < n && result == 0; i++) {
        if (i >= list_length(arg))
            return raise_int(&exc_IndexError, "list index out of range"); /* a __repr__ removed it */
        if (i > 0) result = writer_c(w, ", ");
        Object *item = newref(list_item(arg, i));
        if (result == 0) result = type_write_repr(w, item);
        decref(item);
    }
    return result < 0 ? -1 : writer_char(w, ']');
}

/* Type variables */

static int add_once(Object *list, Object *o) {
    for (ptrdiff_t i = 0; i < list_length(list); i++)
        if (list_item(list, i) == o) return 0;
    return list_append(list, o);
}

static int collect_parameters(Object *list, Object *const *args, ptrdiff_t n);

/* Adds the type variables in one argument. */
static int collect_from(Object *list, Object *arg) {
    if (has_flag(arg, TYPE_TYPE)) return 0;
    if (stack_check(" in type parameters") < 0) return -1;
    if (tuple_check(arg) || list_check(arg)) {
        Object *items = sequence_tuple(arg);
        int result = items ? collect_parameters(list, ((Tuple *)items)->items, tuple_length(items)) : -1;
        xdecref(items);
        return result;
    }
    Object *substitute = object_getattr_opt(arg, names.__typing_subst__);
    if (substitute) {
        decref(substitute);
        return add_once(list, arg);
    }
    if (raise_pending()) return -1;
    Object *inner = object_getattr_opt(arg, names.__parameters__);
    if (!inner) return raise_pending() ? -1 : 0;
    int result = 0;
    for (ptrdiff_t i = 0; tuple_check(inner) && i < tuple_length(inner) && result == 0; i++)
        result = add_once(list, tuple_item(inner, i));
    decref(inner);
    return result;
}

static int collect_parameters(Object *list, Object *const *args, ptrdiff_t n) {
    int result = 0;
    for (ptrdiff_t i = 0; i < n && result == 0; i++) result = collect_from(list, args[i]);
    return result;
}

Tuple *type_parameters(Tuple *args) {
    Object *list = list_new(0), *tuple = NULL;
    if (list && collect_parameters(list, args->items, args->length) == 0) tuple = list_to_tuple(list);
    xdecref(list);
    return (Tuple *)tuple;
}

/* Substitution */

/* Appends the items that a subscript stands for: one that is an unpacked tuple of known length stands for several. */
static int add_item(Object *list, Object *item) {
    if (has_flag(item, TYPE_TYPE)) return list_append(list, item);
    Object *unpacked = object_getattr_opt(item, names.__typing_unpacked_tuple_args__);
    if (!unpacked && raise_pending()) return -1;
    ptrdiff_t n = unpacked && tuple_check(unpacked) ? tuple_length(unpacked) : 0;
    bool spread = unpacked && tuple_check(unpacked) && !(n > 0 && tuple_item(unpacked, n - 1) == ELLIPSIS);
    int result = spread ? list_extend(list, unpacked) : list_append(list, item);
    xdecref(unpacked);
    return result;
}

static Object *unpack_items(Object *subscript) {
    Object *list = list_new(0), *tuple = NULL;
    int failed = !list;
    if (!failed && !tuple_check(subscript)) failed = add_item(list, subscript);
    for (ptrdiff_t i = 0; tuple_check(subscript) && i < tuple_length(subscript) && !failed; i++)
        failed = add_item(list, tuple_item(subscript, i));
    if (!failed) tuple = list_to_tuple(list);
    xdecref(list);
    return tuple;
}

/* Lets each parameter have its say about the items: defaults are filled in, and a TypeVarTuple gathers several. */
static Object *prepare_items(Object *self, Tuple *parameters, Object *items) {
    for (ptrdiff_t i = 0; i < parameters->length && items; i++) {
        Object *prepare = object_getattr_opt(parameters->items[i], names.__typing_prepare_subst__);
        if (!prepare && raise_pending()) clear_ref(&items);
        if (prepare && prepare != NONE) {
            Object *prepared = object_call2(prepare, self, items);
            if (prepared) set_ref(&prepared, sequence_tuple(prepared));
            set_ref(&items, prepared);
        }
        xdecref(prepare);
    }
    return items;
}

static ptrdiff_t index_of(Tuple *parameters, Object *o) {
    ptrdiff_t i = 0;
    while (i < parameters->length && parameters->items[i] != o) i++;
    return i;
}

/* arg[...] with the items that belong to arg's own parameters. */
static Object *substitute_inside(Object *arg, Tuple *parameters, Tuple *items) {
    Object *inner = object_getattr_opt(arg, names.__parameters__);
    if (!inner && raise_pending()) return NULL;
    if (!inner || !tuple_check(inner) || tuple_length(inner) == 0) {
        xdecref(inner);
        return newref(arg);
    }
    Object *list = list_new(0);
    int failed = !list;
    for (ptrdiff_t i = 0; i < tuple_length(inner) && !failed; i++) {
        ptrdiff_t at = index_of(parameters, tuple_item(inner, i));
        Object *item = at < items->length ? items->items[at] : tuple_item(inner, i);
        bool several = at < items->length && tuple_item(inner, i)->type->iter && tuple_check(item);
        failed = several ? list_extend(list, item) : list_append(list, item);
    }
    Object *subscript = failed ? NULL : list_to_tuple(list);
    Object *result = subscript ? object_getitem(arg, subscript) : NULL;
    xdecref(subscript);
    xdecref(list);
    decref(inner);
    return result;
}

static Object *substitute_list(Tuple *args, Tuple *parameters, Tuple *items);

/* What becomes of one argument: *several says that it stands for a sequence of arguments. */
static Object *substitute_one(Object *arg, Tuple *parameters, Tuple *items, bool *several) {
    *several = false;
    if (has_flag(arg, TYPE_TYPE)) return newref(arg);
    if (tuple_check(arg) || list_check(arg)) {
        if (stack_check(" in type substitution") < 0) return NULL;
        Object *inside = sequence_tuple(arg);
        Object *list = inside ? substitute_list((Tuple *)inside, parameters, items) : NULL;
        xdecref(inside);
        if (list && tuple_check(arg)) set_ref(&list, list_to_tuple(list));
        return list;
    }
    Object *unpacked = object_getattr_opt(arg, names.__typing_is_unpacked_typevartuple__);
    if (!unpacked && raise_pending()) return NULL;
    int truth = unpacked ? object_truth(unpacked) : 0;
    xdecref(unpacked);
    if (truth < 0) return NULL;
    *several = truth;
    Object *substitute = object_getattr_opt(arg, names.__typing_subst__);
    if (!substitute) return raise_pending() ? NULL : substitute_inside(arg, parameters, items);
    ptrdiff_t at = index_of(parameters, arg);
    Object *result = object_call1(substitute, at < items->length ? items->items[at] : arg);
    decref(substitute);
    return result;
}

/* A new list of the arguments after substitution. */
static Object *substitute_list(Tuple *args, Tuple *parameters, Tuple *items) {
    Object *list = list_new(0);
    for (ptrdiff_t i = 0; list && i < args->length; i++) {
        bool several;
        Object *arg = substitute_one(args->items[i], parameters, items, &several);
        int failed = !arg;
        if (arg && several && !tuple_check(arg))
            failed = raise_int(&exc_TypeError, "expected __typing_subst__ of %Q objects to return a tuple, not %Q",
                               args->items[i], arg);
        else if (arg)
            failed = several ? list_extend(list, arg) : list_append(list, arg);
        xdecref(arg);
        if (failed) clear_ref(&list);
    }
    return list;
}

Object *type_substitute(Object *self, Tuple *args, Tuple *parameters, Object *subscript) {
    if (parameters->length == 0) return raise_error(&exc_TypeError, "%R is not a generic class", self);
    Object *items = unpack_items(subscript);
    if (items) items = prepare_items(self, parameters, items);
    if (!items) return NULL;
    ptrdiff_t n = tuple_length(items);
    Object *list = NULL, *result = NULL;
    if (n != parameters->length)
        raise_error(&exc_TypeError, "Too %s arguments for %R; actual %zd, expected %s%zd",
                    n > parameters->length ? "many" : "few", self, n, n > parameters->length ? "" : "at least ",
                    parameters->length);
    else
        list = substitute_list(args, parameters, (Tuple *)items);
    if (list) result = list_to_tuple(list);
    xdecref(list);
    decref(items);
    return result;
}
