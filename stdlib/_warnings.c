/* _warnings: the functions that warn, and the state behind the module warnings. */
#include "interp/api.h"

/* What kind of warning a message is; borrowed. */
static Object *category_of(Object *message, Object *category) {
    if (is_instance(message, &exc_Warning)) return (Object *)type_of(message);
    if (!category || category == NONE) return (Object *)&exc_UserWarning;
    if (has_flag(category, TYPE_TYPE) && type_is_subtype((Type *)category, &exc_Warning)) return category;
    return raise_error(&exc_TypeError, "category must be a Warning subclass, not '%T'", category);
}

static int check_prefixes(Object *prefixes) {
    if (!tuple_check(prefixes))
        return raise_int(&exc_TypeError, "warn() argument 'skip_file_prefixes' must be tuple, not %K", prefixes);
    for (ptrdiff_t i = 0; i < tuple_length(prefixes); i++)
        if (!str_check(tuple_item(prefixes, i)))
            return raise_int(&exc_TypeError, "Found non-str '%T' in skip_file_prefixes.", tuple_item(prefixes, i));
    return 0;
}

static Object *warn(Object *self, Object **args, ptrdiff_t nargs) {
    Object *level_object = arg_or_null(args, nargs, 2), *source = arg_or_null(args, nargs, 3);
    Object *prefixes = arg_or_null(args, nargs, 4);
    ptrdiff_t level = 1;
    if (level_object && (level = number_as_index(level_object, &exc_OverflowError)) == -1 && raise_pending())
        return NULL;
    if (prefixes && check_prefixes(prefixes) < 0) return NULL;
    if (prefixes && tuple_length(prefixes) > 0 && level < 2) level = 2;
    Object *category = category_of(args[0], arg_or_null(args, nargs, 1));
    if (!category || warnings_warn(args[0], category, level, source == NONE ? NULL : source, prefixes) < 0) return NULL;
    return new_none();
}

static Object *warn_explicit(Object *self, Object **args, ptrdiff_t nargs) {
    Object *module = arg_or_null(args, nargs, 4), *source = arg_or_null(args, nargs, 7);
    if (!str_check(args[2]))
        return raise_error(&exc_TypeError, "warn_explicit() argument 'filename' must be str, not %K", args[2]);
    int line = int_check(args[3]) ? int_as_int(args[3]) : (int)number_as_index(args[3], &exc_OverflowError);
    if (line == -1 && raise_pending()) return NULL;
    if (warnings_warn_explicit(args[0], args[1], args[2], line, module, arg_or_null(args, nargs, 5),
                               source == NONE ? NULL : source) < 0)
        return NULL;
    return new_none();
}

static Object *filters_mutated(Object *self, Object **args, ptrdiff_t nargs) {
    warnings_filters_mutated();
    return new_none();
}

static int setup(Object *module) {
    Object *filters = warnings_filters(), *registry = warnings_once_registry(), *action = warnings_default_action();
    if (!filters || !registry || !action) return -1;
    if (module_add(module, "filters", filters) < 0 || module_add(module, "_onceregistry", registry) < 0) return -1;
    return module_add(module, "_defaultaction", action);
}

static const Method methods[] = {
    {"warn", warn, 1, 4,
     "warn(message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=())\n--\n\n"
     "Warns from the caller, or from a frame further out."},
    {"warn_explicit", warn_explicit, 4, 8,
     "warn_explicit(message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n"
     "              module_globals=None, source=None)\n"
     "--\n\nWarns about a place that is known."},
    {"_filters_mutated", filters_mutated, 0, 0,
     "_filters_mutated()\n--\n\nTells that the list of filters was changed."},
    {NULL},
};

const ModuleSpec _warnings_module = {
    .name = "_warnings",
    .doc = "What the module warnings is built on.",
    .methods = methods,
    .setup = setup,
};
