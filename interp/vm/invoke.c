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
    } else if (f->type == &method_descriptor_type && positional > 0 && args[0]->type == ((Native *)f)->owner) {
        result = native_invoke((Native *)f, args[0], args + 1, positional - 1, kwnames);
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
    if (args->type == &tuple_type) return object_call_dict(f, args, kwargs);
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
    if (f->type == &native_type && args->type == &tuple_type && !kwargs)
        return native_call_positional((Native *)f, ((Native *)f)->self, ((Tuple *)args)->items,
                                      ((Tuple *)args)->length);
    if (likely(!kwargs || dict_check_exact(kwargs))) return spread(f, args, kwargs);
    Object *dict = dict_new();
    Object *result = dict && construct_dict_merge(dict, kwargs, f) == 0 ? spread(f, args, dict) : NULL;
    xdecref(dict);
    return result;
}

/* Arguments at window[2], their number is returned: the object that the method is bound to and those of `args`. */
static ptrdiff_t spread_positional(Object **window, Object *args) {
    Object **at = &window[2], *f = window[0];
    if (f->type == &bound_method_type) {
        *at++ = newref(((BoundMethod *)f)->self);
        set_ref(&window[0], newref(((BoundMethod *)f)->function));
    }
    bool list = args->type == &list_type;
    ptrdiff_t n = list ? ((List *)args)->length : ((Tuple *)args)->length;
    Object **items = list ? ((List *)args)->items : ((Tuple *)args)->items;
    for (ptrdiff_t i = 0; i < n; i++) *at++ = newref(items[i]);
    decref(args); /* nothing in it dies */
    return at - &window[2];
}

/* Exactly of these types, and with room for the frame. */
static bool can_spread(const Function *f, const Object *args, const Object *kwargs, Object **base) {
    if (args->type != &tuple_type && args->type != &list_type) return false;
    if (kwargs && !(dict_check_exact(kwargs) && ((const Dict *)kwargs)->keys->strings)) return false;
    ptrdiff_t n = args->type == &tuple_type ? ((const Tuple *)args)->length : ((const List *)args)->length;
    return n + (kwargs ? dict_length(kwargs) : 0) + 1 + f->code->register_count < vm.stack_end - base;
}

int invoke_spread_frame(Object **window) {
    if (window[0]->type == &native_type) return 0;
    Object *args = window[2], *kwargs = window[3], **base = &window[2], *callee = window[0];
    Function *f = (Function *)(invoke_is_bound(callee) ? ((BoundMethod *)callee)->function : callee);
    if (f->base.type != &function_type || !can_spread(f, args, kwargs, base)) return 0;
    Tuple *kwnames = NULL;
    bool failed = false;
    window[2] = window[3] = NULL;
    ptrdiff_t positional = spread_positional(window, args);
    if (kwargs && dict_length(kwargs) > 0) {
        kwnames = object_spread_keywords(kwargs, base + positional);
        failed = !kwnames;
        if (unlikely(failed)) unwind_clear_registers(base, (unsigned)positional);
    }
    xdecref(kwargs);
    if (!failed && (kwnames || f->code->exact_args != positional))
        failed = bind_arguments(f, base, positional, kwnames) < 0;
    xdecref(kwnames);
    return failed ? -1 : 1;
}
