/* Calls of whatever is no Python function, out of a window of registers.
 *
 *      window[0] callable | window[1] free | window[first] ... arguments, then values of keywords
 *
 * On success everything in the window was released; after a failure the unwinder does it.
 */
#include <string.h>

#include "interp/vm/ops.h"

Object *invoke_unbind(Object **window, unsigned nargs) {
    BoundMethod *m = (BoundMethod *)window[0];
    memmove(window + 3, window + 2, nargs * sizeof *window);
    window[2] = newref(m->self);
    window[0] = newref(m->function);
    decref(m);
    return window[0];
}

Object *invoke_window(Object **window, unsigned first, unsigned nargs, Tuple *kwnames) {
    Object *f = window[0], **args = window + first;
    ptrdiff_t positional = nargs - (kwnames ? kwnames->length : 0);
    Object *result;
    if (f->type == &native_type) {
        result = native_invoke((Native *)f, ((Native *)f)->self, args, positional, kwnames);
    } else if (f->type == &bound_method_type && ((BoundMethod *)f)->function->type == &function_type) {
        /* the register in front of the arguments is free or holds nothing that counts: self goes there */
        Object *kept = args[-1];
        args[-1] = ((BoundMethod *)f)->self;
        result = vm_call_function(((BoundMethod *)f)->function, args - 1, positional + 1, kwnames);
        args[-1] = kept;
    } else {
        result = object_call(f, args, positional, kwnames);
    }
    if (!result) return NULL;
    for (unsigned i = 0; i < first + nargs; i++) clear_ref(&window[i]);
    return result;
}

static Object *spread(Object *f, Object *args, Object *kwargs) {
    if (!args->type->iter && !args->type->get_item) {
        Object *text = construct_callable_text(f);
        if (text) raise_error(&exc_TypeError, "%S argument after * must be an iterable, not %T", text, args);
        xdecref(text);
        return NULL;
    }
    Object *tuple = sequence_tuple(args);
    if (!tuple) return NULL;
    Object *result = object_call_dict(f, tuple, kwargs);
    decref(tuple);
    return result;
}

Object *invoke_spread(Object *f, Object *args, Object *kwargs) {
    if (likely(!kwargs || dict_check_exact(kwargs))) return spread(f, args, kwargs);
    Object *dict = dict_new();
    Object *result = dict && construct_dict_merge(dict, kwargs, f) == 0 ? spread(f, args, dict) : NULL;
    xdecref(dict);
    return result;
}
