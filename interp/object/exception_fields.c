/* Exceptions that carry a few named values besides their arguments: what was not found, what was returned. */
#include "interp/object/dict.h"
#include "interp/object/exception.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* The one argument, all of them as a tuple, or nothing. */
static void keep_value(Object **field, Object *o, Object **args, ptrdiff_t nargs) {
    if (nargs == 1)
        set_ref(field, newref(args[0]));
    else if (nargs > 1)
        set_ref(field, newref(((Exception *)o)->args));
}

enum { EXCEPTION_FLAGS = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION };

/* One field */

static int one_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, 1, visit, arg);
}

static void one_clear(Object *o) {
    clear_ref(&((StopIteration *)o)->value);
    exc_BaseException.mem.clear(o);
}

static void one_dealloc(Object *o) {
    exception_dealloc(o, 1);
}

static int stop_iteration_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0) return -1;
    set_ref(&((StopIteration *)o)->value, newref(nargs > 0 ? args[0] : NONE));
    return 0;
}

static const Member stop_iteration_members[] = {
    {"value", MEMBER_OBJECT_OR_NONE, offsetof(StopIteration, value), 0, "What the generator returned."},
    {NULL},
};

Type exc_StopIteration = {
    .mem = {.name = "StopIteration",
            .flags = EXCEPTION_FLAGS,
            .size = sizeof(StopIteration),
            .dealloc = one_dealloc,
            .traverse = one_traverse,
            .clear = one_clear},
    .base = &exc_Exception,
    .doc = "The iterator is exhausted: raised by __next__().",
    .init = stop_iteration_init,
    .members = stop_iteration_members,
};

static int system_exit_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0) return -1;
    keep_value(&((SystemExit *)o)->code, o, args, nargs);
    return 0;
}

static const Member system_exit_members[] = {
    {"code", MEMBER_OBJECT_OR_NONE, offsetof(SystemExit, code), 0, "The exit status, or a message."},
    {NULL},
};

Type exc_SystemExit = {
    .mem = {.name = "SystemExit",
            .flags = EXCEPTION_FLAGS,
            .size = sizeof(SystemExit),
            .dealloc = one_dealloc,
            .traverse = one_traverse,
            .clear = one_clear},
    .base = &exc_BaseException,
    .doc = "Ends the program.",
    .init = system_exit_init,
    .members = system_exit_members,
};

static Object *key_error_str(Object *o) {
    Tuple *args = ((Exception *)o)->args;
    if (args->length == 1) return object_repr(args->items[0]); /* so that KeyError('') shows something */
    return exc_BaseException.str(o);
}

Type exc_KeyError = {
    .mem = {.name = "KeyError", .flags = EXCEPTION_FLAGS},
    .base = &exc_LookupError,
    .doc = "The mapping has no such key.",
    .str = key_error_str,
};

/* Several fields, given as keywords */

/* Keeps the positional arguments as args, and the keyword ones in the `n` fields called `fields`, the first of which is
 * at `first`; fields that were not given become NULL. `function` is the type that messages name. */
static int keep_keywords(Object *o, const char *function, const char *const *fields, Object **first, Object **args,
                         ptrdiff_t nargs, Tuple *kwnames) {
    Object *values[4] = {NULL};
    if (exception_init(o, args, nargs, NULL) < 0) return -1;
    if (kwnames && args_bind(function, fields, 0, 0, args + nargs, 0, kwnames, values) < 0) return -1;
    for (int i = 0; fields[i]; i++) set_ref(&first[i], xnewref(values[i]));
    return 0;
}

/* A copy of the instance dict, new, to which more state can be added. */
static Object *state_of(Object *o) {
    Dict *dict = ((Exception *)o)->dict;
    return dict ? dict_copy((Object *)dict) : dict_new();
}

/* Adds a field to the state if it is set. Steals nothing; 0 or -1. */
static int add_state(Object *state, const char *name, Object *value) {
    return value ? dict_set_c(state, name, value) : 0;
}

static int name_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"name", NULL};
    return keep_keywords(o, "NameError", fields, &((NameError *)o)->name, args, nargs, kwnames);
}

static const Member name_error_members[] = {
    {"name", MEMBER_OBJECT_OR_NONE, offsetof(NameError, name), 0, "The name that was not found."},
    {NULL},
};

Type exc_NameError = {
    .mem = {.name = "NameError",
            .flags = EXCEPTION_FLAGS,
            .size = sizeof(NameError),
            .dealloc = one_dealloc,
            .traverse = one_traverse,
            .clear = one_clear},
    .base = &exc_Exception,
    .doc = "There is no variable of that name.",
    .init = name_error_init,
    .members = name_error_members,
};

static int two_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, 2, visit, arg);
}

static void two_clear(Object *o) {
    clear_ref(&((AttributeError *)o)->obj);
    clear_ref(&((AttributeError *)o)->name);
    exc_BaseException.mem.clear(o);
}

static void two_dealloc(Object *o) {
    exception_dealloc(o, 2);
}

static int attribute_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"obj", "name", NULL};
    return keep_keywords(o, "AttributeError", fields, &((AttributeError *)o)->obj, args, nargs, kwnames);
}

/* obj stays out of it: what has an attribute missing need not be picklable. */
static Object *attribute_error_getstate(Object *self, Object **args, ptrdiff_t nargs) {
    Object *state = state_of(self);
    if (state && (add_state(state, "name", ((AttributeError *)self)->name) < 0 ||
                  add_state(state, "args", (Object *)((Exception *)self)->args) < 0))
        clear_ref(&state);
    return state;
}

static Object *attribute_error_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Object *state = attribute_error_getstate(self, NULL, 0);
    Object *result = state ? exception_reduce(self, (Object *)((Exception *)self)->args, state) : NULL;
    xdecref(state);
    return result;
}

static const Method attribute_error_methods[] = {
    {"__getstate__", attribute_error_getstate, 0, 0, "__getstate__()\n--\n\n"},
    {"__reduce__", attribute_error_reduce, 0, 0, "__reduce__()\n--\n\n"},
    {NULL},
};

static const Member attribute_error_members[] = {
    {"name", MEMBER_OBJECT_OR_NONE, offsetof(AttributeError, name), 0, "The attribute that was not found."},
    {"obj", MEMBER_OBJECT_OR_NONE, offsetof(AttributeError, obj), 0, "The object that does not have it."},
    {NULL},
};

Type exc_AttributeError = {
    .mem = {.name = "AttributeError",
            .flags = EXCEPTION_FLAGS,
            .size = sizeof(AttributeError),
            .dealloc = two_dealloc,
            .traverse = two_traverse,
            .clear = two_clear},
    .base = &exc_Exception,
    .doc = "The object has no such attribute.",
    .init = attribute_error_init,
    .methods = attribute_error_methods,
    .members = attribute_error_members,
};

static int import_error_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, 4, visit, arg);
}

static void import_error_clear(Object *o) {
    ImportError *e = (ImportError *)o;
    clear_ref(&e->msg);
    clear_ref(&e->name);
    clear_ref(&e->path);
    clear_ref(&e->name_from);
    exc_BaseException.mem.clear(o);
}

static void import_error_dealloc(Object *o) {
    exception_dealloc(o, 4);
}

static int import_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"name", "path", "name_from", NULL};
    ImportError *e = (ImportError *)o;
    if (keep_keywords(o, "ImportError", fields, &e->name, args, nargs, kwnames) < 0) return -1;
    set_ref(&e->msg, nargs == 1 ? newref(args[0]) : NULL);
    return 0;
}

static Object *import_error_str(Object *o) {
    Object *msg = ((ImportError *)o)->msg;
    return msg && str_check_exact(msg) ? newref(msg) : exc_BaseException.str(o);
}

static Object *import_error_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    ImportError *e = (ImportError *)self;
    if (!e->head.dict && !e->name && !e->path && !e->name_from)
        return exception_reduce(self, (Object *)e->head.args, NULL);
    Object *state = state_of(self), *result = NULL;
    if (state && add_state(state, "name", e->name) == 0 && add_state(state, "path", e->path) == 0 &&
        add_state(state, "name_from", e->name_from) == 0)
        result = exception_reduce(self, (Object *)e->head.args, state);
    xdecref(state);
    return result;
}

static const Method import_error_methods[] = {
    {"__reduce__", import_error_reduce, 0, 0, "__reduce__()\n--\n\n"},
    {NULL},
};

static const Member import_error_members[] = {
    {"msg", MEMBER_OBJECT_OR_NONE, offsetof(ImportError, msg), 0, "The message."},
    {"name", MEMBER_OBJECT_OR_NONE, offsetof(ImportError, name), 0, "The module that was to be imported."},
    {"path", MEMBER_OBJECT_OR_NONE, offsetof(ImportError, path), 0, "The file that it came from."},
    {"name_from", MEMBER_OBJECT_OR_NONE, offsetof(ImportError, name_from), 0, "What was to be imported from it."},
    {NULL},
};

Type exc_ImportError = {
    .mem = {.name = "ImportError",
            .flags = EXCEPTION_FLAGS,
            .size = sizeof(ImportError),
            .dealloc = import_error_dealloc,
            .traverse = import_error_traverse,
            .clear = import_error_clear},
    .base = &exc_Exception,
    .doc = "A module, or a name in one, could not be imported.",
    .str = import_error_str,
    .init = import_error_init,
    .methods = import_error_methods,
    .members = import_error_members,
};
