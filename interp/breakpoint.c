/* breakpoint() and sys.breakpointhook, which it calls.
 *
 * The hook calls what PYTHONBREAKPOINT names, as MODULE.FUNCTION or as a built-in function; 0 turns breakpoints off.
 * Without the variable it is pdb.set_trace.
 */
#include "interp/breakpoint.h"

#include <stdlib.h>
#include <string.h>

/* The function with a dotted name: new. */
static Object *find(const char *name) {
    const char *dot = strrchr(name, '.');
    char *module_name = heap_alloc(strlen(name) + sizeof "builtins");
    if (!module_name) return raise_memory();
    strcpy(module_name, dot ? name : "builtins");
    if (dot) module_name[dot - name] = 0;
    Object *module = import_name(module_name);
    heap_free(module_name);
    Object *function = module ? object_getattr_c(module, dot ? dot + 1 : name) : NULL;
    xdecref(module);
    return function;
}

Object *breakpoint_hook(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const char *name = getenv("PYTHONBREAKPOINT");
    if (!name || !*name) name = "pdb.set_trace";
    if (strcmp(name, "0") == 0) return new_none();
    Object *function = find(name);
    if (!function) {
        if (!raise_clear_if(&exc_ImportError) && !raise_clear_if(&exc_AttributeError)) return NULL;
        int status = raise_warning(&exc_RuntimeWarning, 0, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", name);
        return status < 0 ? NULL : new_none();
    }
    Object *result = object_call(function, args, nargs, kwnames);
    decref(function);
    return result;
}

Object *breakpoint_call(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *hook = dict_get_c((Object *)runtime.sys, "breakpointhook");
    if (!hook) return raise_pending() ? NULL : raise_error(&exc_RuntimeError, "lost sys.breakpointhook");
    incref(hook);
    Object *result = object_call(hook, args, nargs, kwnames);
    decref(hook);
    return result;
}
