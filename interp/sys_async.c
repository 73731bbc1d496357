/* What sys has for event loops: the hooks of async generators, and where coroutines were created. */
#include "interp/object/struct_sequence.h"
#include "interp/sys.h"
#include "interp/vm/vm.h"

/* --- sys.set_asyncgen_hooks --- */

static StructSequence asyncgen_hooks = {
    .name = "asyncgen_hooks",
    .doc = "The hooks of async generators, as sys.get_asyncgen_hooks() gives them.",
    .visible = 2,
    .fields = {{"firstiter", "called when an async generator is iterated for the first time"},
               {"finalizer", "called when one is about to die that was not finished"}},
};

/* The hook that an argument means: borrowed, NULL for none. 0, -1 */
static int hook_from(Object *argument, const char *name, Object **hook) {
    *hook = argument == NONE ? NULL : argument;
    if (!*hook || object_callable(*hook)) return 0;
    return raise_int(&exc_TypeError, "callable %s expected, got %.50T", name, argument);
}

static Object *sys_set_asyncgen_hooks(Object *self, Object **args, ptrdiff_t nargs) {
    Object *first = arg_or_null(args, nargs, 0), *finalizer = arg_or_null(args, nargs, 1);
    Object *old_first = async_generator_hook(false), *old_finalizer = async_generator_hook(true);
    if (!finalizer)
        finalizer = old_finalizer;
    else if (hook_from(finalizer, "finalizer", &finalizer) < 0)
        return NULL;
    if (!first)
        first = old_first;
    else if (hook_from(first, "firstiter", &first) < 0)
        return NULL;
    async_generator_set_hooks(first, finalizer);
    return new_none();
}

static Object *sys_get_asyncgen_hooks(Object *self, Object **args, ptrdiff_t nargs) {
    Object *first = async_generator_hook(false), *finalizer = async_generator_hook(true);
    return struct_sequence_new(&asyncgen_hooks,
                               (Object *[]){newref(first ? first : NONE), newref(finalizer ? finalizer : NONE)});
}

/* --- cr_origin --- */

static Object *sys_get_origin_depth(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(coroutine_origin_depth);
}

static Object *sys_set_origin_depth(Object *self, Object **args, ptrdiff_t nargs) {
    int depth = int_as_int(args[0]);
    if (depth == -1 && raise_pending()) return NULL;
    if (depth < 0) return raise_error(&exc_ValueError, "depth must be >= 0");
    coroutine_origin_depth = depth;
    return new_none();
}

static const Method methods[] = {
    {"get_asyncgen_hooks", sys_get_asyncgen_hooks, 0, 0,
     "get_asyncgen_hooks()\n--\n\nThe hooks of async generators: (firstiter, finalizer)."},
    {"get_coroutine_origin_tracking_depth", sys_get_origin_depth, 0, 0,
     "get_coroutine_origin_tracking_depth()\n--\n\nHow many frames new coroutines note as cr_origin."},
    {"set_asyncgen_hooks", sys_set_asyncgen_hooks, 0, 2,
     "set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)\n--\n\nSets the hooks of async "
     "generators; None: no hook."},
    {"set_coroutine_origin_tracking_depth", sys_set_origin_depth, 1, 1,
     "set_coroutine_origin_tracking_depth(depth)\n--\n\nSets how many frames new coroutines note as cr_origin."},
    {0},
};

int sys_async_add(Object *m) {
    Object *name = str_from_c("sys");
    if (!name) return -1;
    int status = 0;
    for (const Method *row = methods; status == 0 && row->name; row++)
        status = module_add_steal(m, row->name, native_new(row, m, name));
    decref(name);
    return status;
}
