/* atexit: functions to be called, last registered first, when the interpreter ends. */
#include "interp/api.h"

typedef struct Callback {
    Object *function; /* owned */
    Object *args;     /* owned tuple */
    Object *kwargs;   /* owned dict or NULL */
} Callback;

static Callback *callbacks;
static ptrdiff_t count, capacity;

static void release(Callback c) {
    xdecref(c.function);
    xdecref(c.args);
    xdecref(c.kwargs);
}

/* kwnames and the values behind the positional arguments as a dict; NULL without an exception when there are none. */
static Object *keywords(Object **values, Tuple *kwnames) {
    if (!kwnames || kwnames->length == 0) return NULL;
    Object *d = dict_new();
    for (ptrdiff_t i = 0; d && i < kwnames->length; i++)
        if (dict_set(d, kwnames->items[i], values[i]) < 0) clear_ref(&d);
    return d;
}

static int append(Callback c) {
    if (count == capacity) {
        ptrdiff_t more = capacity ? capacity * 2 : 8;
        Callback *grown = heap_realloc(callbacks, (size_t)more * sizeof *grown);
        if (!grown) return raise_memory(), -1;
        callbacks = grown;
        capacity = more;
    }
    callbacks[count++] = c;
    return 0;
}

static Object *register_(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs == 0) return raise_error(&exc_TypeError, "register() takes at least 1 argument (0 given)");
    if (!object_callable(args[0])) return raise_error(&exc_TypeError, "the first argument must be callable");
    Callback c = {newref(args[0]), tuple_from(args + 1, nargs - 1), keywords(args + nargs, kwnames)};
    if (!c.args || raise_pending() || append(c) < 0) {
        release(c);
        return NULL;
    }
    return newref(args[0]);
}

static void drop_all(void) {
    while (count > 0) release(callbacks[--count]);
    heap_free(callbacks);
    callbacks = NULL;
    capacity = 0;
}

/* A function that registers another while this goes on has it called, too. */
static Object *run_exitfuncs(Object *self, Object **args, ptrdiff_t nargs) {
    while (count > 0) {
        Callback c = callbacks[--count];
        Object *result = object_call_dict(c.function, c.args, c.kwargs);
        if (!result) raise_unraisable("in atexit callback", c.function);
        xdecref(result);
        release(c);
    }
    drop_all();
    return new_none();
}

static Object *clear(Object *self, Object **args, ptrdiff_t nargs) {
    drop_all();
    return new_none();
}

/* Comparing may run code that registers or unregisters others: so each one is taken out before anything else. */
static Object *unregister(Object *self, Object **args, ptrdiff_t nargs) {
    for (ptrdiff_t i = count - 1; i >= 0; i = (i < count ? i : count) - 1) {
        Object *function = newref(callbacks[i].function);
        int same = object_equal(function, args[0]);
        bool still = i < count && callbacks[i].function == function;
        decref(function);
        if (same < 0) return NULL;
        if (!same || !still) continue;
        Callback c = callbacks[i];
        for (ptrdiff_t j = i + 1; j < count; j++) callbacks[j - 1] = callbacks[j];
        count--;
        release(c);
    }
    return new_none();
}

static Object *ncallbacks(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(count);
}

static const Method methods[] = {
    {"register", (NativeFn)(void *)register_, 1, -1,
     "register(func, /, *args, **kwargs)\n--\n\nHas func(*args, **kwargs) called at the end. Returns func.",
     METH_KEYWORDS},
    {"unregister", unregister, 1, 1, "unregister(func, /)\n--\n\nForgets a function however often it was registered."},
    {"_run_exitfuncs", run_exitfuncs, 0, 0, "_run_exitfuncs()\n--\n\nCalls all functions now, and forgets them."},
    {"_clear", clear, 0, 0, "_clear()\n--\n\nForgets all functions."},
    {"_ncallbacks", ncallbacks, 0, 0, "_ncallbacks()\n--\n\nHow many functions are registered."},
    {NULL},
};

const ModuleSpec atexit_module = {
    .name = "atexit",
    .doc = "Functions to be called when the interpreter ends.",
    .methods = methods,
    .teardown = drop_all,
};
