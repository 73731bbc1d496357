/* A native function that a profiler wants to hear of: tracing.c puts this in its place in the window of a call, where
 * the call consumes it. So the loop's own instructions know nothing of profiling. */
#include "interp/vm/ops.h"
#include "interp/vm/tracing.h"

typedef struct ProfiledCall {
    Object base;
    Object *callee; /* owned */
} ProfiledCall;

int profiled_call_put(Object **callee) {
    ProfiledCall *p = (ProfiledCall *)object_new(&profiled_call_type);
    if (!p) return -1;
    p->callee = *callee;
    *callee = (Object *)p;
    return 0;
}

/* What the profiler is told is called: a method together with its self. New. */
static Object *told_callee(Object *callee, Object **args, ptrdiff_t nargs) {
    if (callee->type != &method_descriptor_type) return newref(callee);
    bool fits = nargs > 0 && is_instance(args[0], ((Native *)callee)->owner);
    return fits ? callee->type->descr_get(callee, args[0], (Object *)args[0]->type) : NULL;
}

static Object *profiled_call_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *callee = ((ProfiledCall *)o)->callee, *told = told_callee(callee, args, nargs);
    if (!told) return raise_pending() ? NULL : object_call(callee, args, nargs, kwnames);
    Object *result = NULL;
    if (tracing_native("c_call", told) == 0) {
        result = object_call(callee, args, nargs, kwnames);
        Object *exc = result ? NULL : raise_take();
        if (tracing_native(exc ? "c_exception" : "c_return", told) < 0)
            clear_ref(&result);
        else if (exc)
            raise_restore(newref(exc));
        xdecref(exc);
    }
    decref(told);
    return result;
}

static void profiled_call_dealloc(Object *o) {
    decref(((ProfiledCall *)o)->callee);
    object_free(o);
}

Type profiled_call_type = {
    .mem = {.name = "profiled_call",
            .flags = TYPE_NO_NEW,
            .size = sizeof(ProfiledCall),
            .dealloc = profiled_call_dealloc},
    .doc = "A call of a native function that a profiler is told of.",
    .call = profiled_call_call,
};
