/* sys.settrace, sys.setprofile and what they have set. */
#include "interp/sys.h"
#include "interp/vm/tracing.h"

static Object *set(bool profile, Object *function) {
    return tracing_set(profile, function == NONE ? NULL : function) < 0 ? NULL : new_none();
}

static Object *get(bool profile) {
    Object *function = tracing_function(profile);
    return newref(function ? function : NONE);
}

static Object *sys_settrace(Object *self, Object **args, ptrdiff_t nargs) {
    return set(false, args[0]);
}
static Object *sys_gettrace(Object *self, Object **args, ptrdiff_t nargs) {
    return get(false);
}
static Object *sys_setprofile(Object *self, Object **args, ptrdiff_t nargs) {
    return set(true, args[0]);
}
static Object *sys_getprofile(Object *self, Object **args, ptrdiff_t nargs) {
    return get(true);
}

static const Method methods[] = {
    {"getprofile", sys_getprofile, 0, 0, "getprofile()\n--\n\nThe function that setprofile() has set, or None."},
    {"gettrace", sys_gettrace, 0, 0, "gettrace()\n--\n\nThe function that settrace() has set, or None."},
    {"setprofile", sys_setprofile, 1, 1,
     "setprofile(function, /)\n--\n\nCalls function(frame, event, arg) when a function is called and returns."},
    {"settrace", sys_settrace, 1, 1,
     "settrace(function, /)\n--\n\nCalls function(frame, 'call', None) for each call. What it returns is called for "
     "the "
     "lines of that frame, for exceptions and for its return."},
    {0},
};

int sys_trace_add(Object *m) {
    Object *name = str_from_c("sys");
    if (!name) return -1;
    int status = 0;
    for (const Method *row = methods; status == 0 && row->name; row++)
        status = module_add_steal(m, row->name, native_new(row, m, name));
    decref(name);
    return status;
}
