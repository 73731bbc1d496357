/* _functools: the native parts of functools: partial, lru_cache, cmp_to_key and reduce. */
#include "stdlib/functools.h"

/* ---- reduce */

static Object *functools_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Object *function = args[0], *result = xnewref(arg_or_null(args, nargs, 2)), *it = object_iter(args[1]);
    if (!it) {
        if (raise_clear_if(&exc_TypeError)) raise_error(&exc_TypeError, "reduce() arg 2 must support iteration");
        xdecref(result);
        return NULL;
    }
    for (Object *item; (item = object_next(it));) {
        Object *next = result ? object_call2(function, result, item) : newref(item);
        decref(item);
        xdecref(result);
        if (!(result = next)) break;
    }
    decref(it);
    if (raise_pending())
        clear_ref(&result);
    else if (!result)
        raise_error(&exc_TypeError, "reduce() of empty iterable with no initial value");
    return result;
}

/* ---- cmp_to_key: K = cmp_to_key(f); K(x) < K(y) asks whether f(x, y) < 0. K and K(x) have the same type. */

typedef struct KeyWrapper {
    Object base;
    Object *function; /* owned */
    Object *object;   /* owned; NULL: this is K itself */
} KeyWrapper;

static Type key_wrapper_type;

static Object *key_wrapper_new(Object *function, Object *object) {
    KeyWrapper *k = (KeyWrapper *)object_new(&key_wrapper_type);
    if (!k) return NULL;
    k->function = newref(function);
    k->object = xnewref(object);
    gc_track(k);
    return (Object *)k;
}

static void key_wrapper_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((KeyWrapper *)o)->function);
    xdecref(((KeyWrapper *)o)->object);
    object_free(o);
}

static int key_wrapper_traverse(Object *o, Visit visit, void *arg) {
    int r = visit_ref(((KeyWrapper *)o)->function, visit, arg);
    return r ? r : visit_ref(((KeyWrapper *)o)->object, visit, arg);
}

static void key_wrapper_clear(Object *o) {
    clear_ref(&((KeyWrapper *)o)->object);
}

static Object *key_wrapper_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"obj", NULL};
    Object *object;
    if (args_bind("K", parameters, 1, 1, args, nargs, kwnames, &object) < 0) return NULL;
    return key_wrapper_new(((KeyWrapper *)o)->function, object);
}

static Object *key_wrapper_compare(Object *a, Object *b, enum CompareOp op) {
    if (b->type != &key_wrapper_type) return raise_error(&exc_TypeError, "other argument must be K instance");
    KeyWrapper *x = (KeyWrapper *)a, *y = (KeyWrapper *)b;
    if (!x->object || !y->object) return raise_error(&exc_AttributeError, "object");
    Object *order = object_call2(x->function, x->object, y->object);
    if (!order) return NULL;
    Object *result = object_compare(order, (Object *)&int_small[0 - INT_SMALL_MIN], op);
    decref(order);
    return result;
}

static const Member key_wrapper_members[] = {
    {"obj", MEMBER_OBJECT_OR_NONE, offsetof(KeyWrapper, object), 0, "The object that is compared."},
    {NULL},
};

static Type key_wrapper_type = {
    .mem = {.name = "functools.KeyWrapper",
            .size = sizeof(KeyWrapper),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = key_wrapper_dealloc,
            .traverse = key_wrapper_traverse,
            .clear = key_wrapper_clear},
    .members = key_wrapper_members,
    .call = key_wrapper_call,
    .compare = key_wrapper_compare,
};

static Object *functools_cmp_to_key(Object *self, Object **args, ptrdiff_t nargs) {
    return key_wrapper_new(args[0], NULL);
}

/* ---- the module */

static int functools_setup(Object *module) {
    type_ready(&key_wrapper_type);
    if (module_add_type(module, &functools_partial) < 0) return -1;
    if (module_add_type(module, &functools_lru_cache) < 0) return -1;
    if (module_add_type(module, &functools_placeholder_type) < 0) return -1;
    return module_add(module, "Placeholder", &functools_placeholder);
}

static const Method functools_methods[] = {
    {"cmp_to_key", functools_cmp_to_key, 1, 1,
     "cmp_to_key(mycmp)\n--\n\nA key function for sorting from a function that compares two items."},
    {"reduce", functools_reduce, 2, 3,
     "reduce(function, iterable, /, initial=<unrepresentable>)\n--\n\n"
     "function(function(function(initial, item), item), ...), to one value."},
    {NULL},
};

const ModuleSpec _functools_module = {
    .name = "_functools",
    .doc = "The native functions of the module functools.",
    .methods = functools_methods,
    .setup = functools_setup,
};
