/* Warnings: which of them are shown, and how.
 *
 * A list of filters decides; the first that matches a warning's category, text, module and line says what to do with
 * it. Most actions show a warning once for a place, and what was shown is remembered in a registry, a dict in the
 * globals of the module that is warned about: (text, category, line) -> True. A registry is void when the filters have
 * changed since, which a version number tells.
 *
 * All of it works before, and without, the module `warnings`; once that is imported its `filters`, `defaultaction`,
 * `onceregistry` and `_showwarnmsg` count, since programs replace them.
 */
#include "interp/object/warnings.h"

#include <stdarg.h>

#include "interp/object/dict.h"
#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

WarningsHooks warnings_hooks;

static Object *filters, *once_registry, *default_action;
static int64_t filters_version;

/* State */

static int add_filter(Object *list, const char *action, Type *category, const char *module) {
    Object *action_object = (Object *)str_intern_c(action), *module_object = module ? str_from_c(module) : new_none();
    Object *zero = int_from_i64(0), *filter = NULL;
    if (action_object && module_object) filter = tuple_pack(5, action_object, NONE, category, module_object, zero);
    xdecref(action_object);
    xdecref(module_object);
    decref(zero);
    return list_append_steal(list, filter);
}

Object *warnings_filters(void) {
    if (filters) return filters;
    Object *list = list_new(0);
    if (!list) return NULL;
    if (add_filter(list, "default", &exc_DeprecationWarning, "__main__") < 0 ||
        add_filter(list, "ignore", &exc_DeprecationWarning, NULL) < 0 ||
        add_filter(list, "ignore", &exc_PendingDeprecationWarning, NULL) < 0 ||
        add_filter(list, "ignore", &exc_ImportWarning, NULL) < 0 ||
        add_filter(list, "ignore", &exc_ResourceWarning, NULL) < 0) {
        decref(list);
        return NULL;
    }
    return filters = list;
}

Object *warnings_once_registry(void) {
    if (!once_registry) once_registry = dict_new();
    return once_registry;
}

Object *warnings_default_action(void) {
    if (!default_action) default_action = (Object *)str_intern_c("default");
    return default_action;
}

void warnings_filters_mutated(void) {
    filters_version++;
}

void warnings_shutdown(void) {
    clear_ref(&filters);
    clear_ref(&once_registry);
    clear_ref(&default_action);
}

/* The module `warnings` if it is imported, or can be now (`import`): new; NULL without an exception if not. */
static Object *warnings_module(bool import) {
    if (!runtime.modules) return NULL;
    Object *module = xnewref(dict_get_c((Object *)runtime.modules, "warnings"));
    if (module || !import || runtime.finalizing) return module;
    Object *function = dict_get_c((Object *)runtime.builtins, "__import__"), *name = str_from_c("warnings");
    if (function && name) module = object_call1(function, name);
    xdecref(name);
    raise_clear();
    return module;
}

/* An attribute of it: new; NULL without an exception if there is none. */
static Object *module_attribute(const char *name, bool import) {
    Object *module = warnings_module(import);
    Str *s = module ? str_intern_c(name) : NULL;
    Object *value = s ? object_getattr_opt(module, s) : NULL;
    xdecref(module);
    xdecref(s);
    return value;
}

/* What counts now of something that the module may have replaced. New. */
static Object *current(const char *name, Object *(*own)(void)) {
    Object *value = module_attribute(name, false);
    return value || raise_pending() ? value : xnewref(own());
}

/* Filters */

typedef struct Warning {
    Object *text, *message;      /* owned: a str; an instance of category */
    Object *category, *filename; /* borrowed */
    int line;
    Object *module; /* owned */
    Object *source; /* borrowed or NULL */
} Warning;

/* Does a pattern of a filter match? None does always, a str if it is equal, a regular expression by match(). */
static int pattern_matches(Object *pattern, Object *text) {
    if (pattern == NONE) return 1;
    if (str_check_exact(pattern)) return str_equal(pattern, text);
    Str *match = str_intern_c("match");
    Object *result = match ? object_call_method(pattern, match, &text, 1) : NULL;
    xdecref(match);
    if (!result) return -1;
    int truth = object_truth(result);
    decref(result);
    return truth;
}

static int filter_matches(Object *const *filter, const Warning *w) {
    int result = object_issubclass(w->category, filter[2]);
    if (result <= 0) return result;
    ptrdiff_t line = number_as_index(filter[4], NULL);
    if (line == -1 && raise_pending()) return -1;
    if (line != 0 && line != w->line) return 0;
    result = pattern_matches(filter[1], w->text);
    return result <= 0 ? result : pattern_matches(filter[3], w->module);
}

/* What to do with the warning: a new str; *filter is the filter that says so (new, or NULL). */
static Object *find_action(const Warning *w, Object **filter) {
    *filter = NULL;
    Object *list = current("filters", warnings_filters);
    if (list && !list_check(list)) {
        decref(list);
        return raise_error(&exc_ValueError, "_warnings.filters must be a list");
    }
    for (ptrdiff_t i = 0; list && i < list_length(list); i++) {
        Object *item = newref(list_item(list, i));
        int matches = -1;
        if (tuple_check(item) && tuple_length(item) == 5)
            matches = filter_matches(((Tuple *)item)->items, w);
        else
            raise_error(&exc_ValueError, "warnings.filters item %zd isn't a 5-tuple", i);
        if (matches > 0) {
            decref(list);
            *filter = item;
            return newref(tuple_item(item, 0));
        }
        decref(item);
        if (matches < 0) clear_ref(&list);
    }
    if (!list) return NULL;
    decref(list);
    return current("defaultaction", warnings_default_action);
}

/* Registries */

/* Forgets what a registry remembers from the time of other filters. 0, -1 */
static int refresh(Object *registry) {
    Object *version = dict_get_c(registry, "version");
    int64_t value;
    if (version && int_check_exact(version) && int_fits_i64(version, &value) && value == filters_version) return 0;
    dict_empty(registry);
    Object *now = int_from_i64(filters_version);
    int result = now ? dict_set_c(registry, "version", now) : -1;
    xdecref(now);
    return result;
}

/* Was there a warning of this key? 1, 0, -1. If not, and `add`, there is one now. Steals key. */
static int seen(Object *registry, Object *key, bool add) {
    if (!key) return -1;
    int result = registry == NONE ? 0 : refresh(registry);
    Object *value = registry == NONE || result < 0 ? NULL : dict_get(registry, key);
    if (value)
        result = object_truth(value);
    else if (raise_pending())
        result = -1;
    else if (add && registry != NONE)
        result = dict_set(registry, key, TRUE);
    decref(key);
    return result;
}

static Object *registry_key(const Warning *w, int line) {
    Object *line_object = int_from_i64(line);
    Object *key = line_object ? tuple_pack(3, w->text, w->category, line_object) : NULL;
    xdecref(line_object);
    return key;
}

static int seen_once(const Warning *w) {
    Object *registry = current("onceregistry", warnings_once_registry);
    if (!registry) return -1;
    int result = -1;
    if (dict_check(registry))
        result = seen(registry, tuple_pack(2, w->text, w->category), true);
    else
        raise_error(&exc_TypeError, "_onceregistry must be a dict, not '%T'", registry);
    decref(registry);
    return result;
}

/* Showing */

/* The text for a terminal: "FILE:LINE: Category: text", and the line of source below if it can be had. */
static Object *format_warning(const Warning *w) {
    Object *name = object_getattr(w->category, names.__name__);
    if (!name) return NULL;
    Object *line = NULL, *result;
    if (warnings_hooks.source_line) line = warnings_hooks.source_line(w->filename, w->line);
    if (line)
        result = str_format("%S:%d: %S: %S\n  %S\n", w->filename, w->line, name, w->text, line);
    else
        result = str_format("%S:%d: %S: %S\n", w->filename, w->line, name, w->text);
    xdecref(line);
    decref(name);
    return result;
}

/* A stream that is missing or broken must not turn a warning into an error. */
static void write_warning(const Warning *w) {
    Object *stream = runtime.sys ? dict_get_str(runtime.sys, names.stderr) : NULL;
    if (!stream || stream == NONE) return;
    incref(stream);
    Object *text = format_warning(w), *result = NULL;
    if (text) result = object_call_method(stream, names.write, &text, 1);
    xdecref(result);
    xdecref(text);
    decref(stream);
    raise_clear();
}

/* Leaves the showing to warnings._showwarnmsg(WarningMessage(...)). */
static int show_by(Object *show, const Warning *w) {
    if (!object_callable(show)) return raise_int(&exc_TypeError, "warnings._showwarnmsg() must be set to a callable");
    Object *type = module_attribute("WarningMessage", false), *line = int_from_i64(w->line), *message = NULL,
           *result = NULL;
    if (!type && !raise_pending()) raise_error(&exc_RuntimeError, "unable to get warnings.WarningMessage");
    if (type && line) {
        Object *args[] = {w->message, (Object *)w->category,       w->filename, line, NONE,
                          NONE,       w->source ? w->source : NONE};
        message = object_call(type, args, 7, NULL);
    }
    if (message) result = object_call1(show, message);
    xdecref(type);
    xdecref(line);
    xdecref(message);
    xdecref(result);
    return result ? 0 : -1;
}

static int show(const Warning *w) {
    Object *by_module = module_attribute("_showwarnmsg", w->source != NULL); /* which knows where that was allocated */
    if (!by_module && raise_pending()) return -1;
    if (!by_module) {
        write_warning(w);
        return 0;
    }
    int result = show_by(by_module, w);
    decref(by_module);
    return result;
}

/* Warning */

/* The module name that stands for a file: "dir/spam.py" is dir/spam. New. */
static Object *module_from_file(Object *filename) {
    ptrdiff_t n = str_length(filename);
    if (n == 0) return str_from_c("<unknown>");
    Object *end = n > 3 ? str_substring(filename, n - 3, n) : NULL;
    bool python = end && str_equal_c(end, ".py");
    xdecref(end);
    return raise_pending() ? NULL : str_substring(filename, 0, python ? n - 3 : n);
}

static int act(const Warning *w, Object *registry) {
    int known = seen(registry, registry_key(w, w->line), false);
    if (known) return known < 0 ? -1 : 0;
    Object *filter, *action = find_action(w, &filter);
    if (!action) return -1;
    int result = 0;
    bool wanted = false;
    if (!str_check(action)) {
        result = raise_int(&exc_TypeError, "action must be a string, not '%T'", action);
    } else if (str_equal_c(action, "error")) {
        raise_object(newref(w->message));
        result = -1;
    } else if (str_equal_c(action, "ignore")) {
        wanted = false;
    } else if (str_equal_c(action, "always") || str_equal_c(action, "all")) {
        wanted = true;
    } else if (str_equal_c(action, "once")) {
        result = seen(registry, registry_key(w, w->line), true);
        if (result == 0) result = seen_once(w);
        wanted = result == 0;
    } else if (str_equal_c(action, "module")) {
        result = seen(registry, registry_key(w, w->line), true);
        if (result == 0) result = seen(registry, registry_key(w, 0), true);
        wanted = result == 0;
    } else if (str_equal_c(action, "default")) {
        result = seen(registry, registry_key(w, w->line), true);
        wanted = result == 0;
    } else {
        result = raise_int(&exc_RuntimeError, "Unrecognized action (%R) in warnings.filters:\n %R", action,
                           filter ? filter : NONE);
    }
    decref(action);
    xdecref(filter);
    if (result < 0) return -1;
    return wanted ? show(w) : 0;
}

int warnings_warn_explicit(Object *message, Object *category, Object *filename, int line, Object *module,
                           Object *registry, Object *source) {
    if (module == NONE) return 0;
    if (!registry) registry = NONE;
    if (registry != NONE && !dict_check(registry))
        return raise_int(&exc_TypeError, "'registry' must be a dict or None");
    Warning w = {.category = category, .filename = filename, .line = line, .source = source};
    if (is_instance(message, &exc_Warning)) {
        w.category = (Object *)type_of(message);
        w.message = newref(message);
        w.text = object_str(message);
    } else {
        w.message = object_call1(category, message);
        w.text = newref(message);
    }
    w.module = module ? newref(module) : module_from_file(filename);
    int result = w.message && w.text && w.module ? act(&w, registry) : -1;
    xdecref(w.message);
    xdecref(w.text);
    xdecref(w.module);
    return result;
}

/* The registry of a module, made if need be: new. */
static Object *registry_of(Object *globals) {
    Object *registry = dict_get_c(globals, "__warningregistry__");
    if (registry) return newref(registry);
    registry = dict_new();
    if (registry && dict_set_c(globals, "__warningregistry__", registry) < 0) clear_ref(&registry);
    return registry;
}

int warnings_warn(Object *message, Object *category, ptrdiff_t stack_level, Object *source, Object *skip_prefixes) {
    Object *filename = NULL, *globals = NULL;
    int line = 0;
    if (warnings_hooks.frame && warnings_hooks.frame(stack_level, skip_prefixes, &filename, &line, &globals)) {
        incref(filename);
    } else {
        filename = str_from_c("<sys>");
        globals = (Object *)runtime.sys;
    }
    if (!filename || !globals) {
        xdecref(filename);
        return raise_pending() ? -1 : 0;
    }
    incref(globals);
    Object *registry = registry_of(globals), *module = xnewref(dict_get_str((Dict *)globals, names.__name__));
    if (!module || !(module == NONE || str_check(module))) set_ref(&module, str_from_c("<string>"));
    int result = -1;
    if (registry && module)
        result = warnings_warn_explicit(message, category, filename, line, module, registry, source);
    xdecref(registry);
    xdecref(module);
    decref(globals);
    decref(filename);
    return result;
}

int warnings_unawaited(Object *coroutine, Object *qualname) {
    Object *warn = module_attribute("_warn_unawaited_coroutine", true);
    if (!warn)
        return raise_pending() ? -1
                               : raise_warning(&exc_RuntimeWarning, 1, "coroutine '%S' was never awaited", qualname);
    Object *result = object_call1(warn, coroutine);
    decref(warn);
    xdecref(result);
    return result ? 0 : -1;
}

static int warn_steal(Object *message, Type *category, int stack_level, Object *source) {
    if (!message) return -1;
    int result = warnings_warn(message, (Object *)category, stack_level, source, NULL);
    decref(message);
    return result;
}

int raise_warning(Type *category, int stack_level, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Object *message = str_format_v(format, &args);
    va_end(args);
    return warn_steal(message, category, stack_level, NULL);
}

int raise_resource_warning(Object *o, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Object *message = str_format_v(format, &args);
    va_end(args);
    return warn_steal(message, &exc_ResourceWarning, 1, o);
}
