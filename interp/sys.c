/* The module sys, first part: its functions. The constants are in sys_data.c. */
#include "interp/breakpoint.h"
#include "interp/sys.h"

#include <stdio.h>
#include <string.h>

#include "gc/introspect.h"
#include "interp/io.h"
#include "interp/report.h"
#include "interp/vm/vm.h"

/* --- memory --- */

static Object *sys_getrefcount(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(args[0]->refcount);
}

/* Bytes of the object itself: what __sizeof__ says, plus what stands in front of the header. */
static Object *sys_getsizeof(Object *self, Object **args, ptrdiff_t nargs) {
    Object *method = object_lookup_special(args[0], names.__sizeof__);
    Object *size = method ? object_call0(method) : NULL;
    if (!method && !raise_pending()) raise_error(&exc_TypeError, "Type %T doesn't define __sizeof__", args[0]);
    xdecref(method);
    Object *result = NULL;
    if (size && !int_check(size)) {
        raise_error(&exc_TypeError, "an integer is required");
    } else if (size) {
        int64_t n = int_as_i64(size);
        if (n < 0 && !raise_pending()) raise_error(&exc_ValueError, "__sizeof__() should return >= 0");
        if (!raise_pending()) result = int_from_i64(n + args[0]->type->mem.presize);
    }
    xdecref(size);
    if (!result && nargs > 1 && raise_clear_if(&exc_TypeError)) return newref(args[1]);
    return result;
}

static Object *sys_intern(Object *self, Object **args, ptrdiff_t nargs) {
    Object *s = args[0];
    if (!str_check(s)) return raise_error(&exc_TypeError, "intern() argument must be str, not %K", s);
    if (!str_check_exact(s)) return raise_error(&exc_TypeError, "can't intern %T", s);
    incref(s);
    str_intern(&s);
    return s;
}

static Object *sys_is_interned(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "_is_interned() argument must be str, not %K", args[0]);
    return new_bool(str_is_interned(args[0]));
}

static Object *sys_getallocatedblocks(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64(heap_blocks());
}
static Object *sys_getunicodeinternedsize(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(str_interned_count());
}
static Object *sys_gettotalrefcount(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(refcount_sum());
}

static Object *sys_debugmallocstats(Object *self, Object **args, ptrdiff_t nargs) {
    heap_print_stats(stderr);
    return new_none();
}

/* --- exceptions and exit --- */

static Object *sys_exception(Object *self, Object **args, ptrdiff_t nargs) {
    Object *exc = runtime_handled();
    return newref(exc ? exc : NONE);
}

static Object *sys_exc_info(Object *self, Object **args, ptrdiff_t nargs) {
    Object *exc = runtime_handled();
    if (!exc) return tuple_pack(3, NONE, NONE, NONE);
    Object *traceback = ((Exception *)exc)->traceback;
    return tuple_pack(3, (Object *)exc->type, exc, traceback ? traceback : NONE);
}

static Object *sys_exit(Object *self, Object **args, ptrdiff_t nargs) {
    Object *status = arg_or_null(args, nargs, 0);
    return raise_with(&exc_SystemExit, status ? status : NONE);
}

static Object *sys_excepthook(Object *self, Object **args, ptrdiff_t nargs) {
    if (!exception_check(args[1]))
        return raise_error(&exc_TypeError, "print_exception(): Exception expected for value, %T found", args[1]);
    report_print(args[1]);
    return new_none();
}

static Object *sys_displayhook(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0] == NONE) return new_none();
    Str *underscore = str_intern_c("_");
    if (!underscore) return NULL;
    Object *result = NULL, *text = NULL, *out = NULL;
    if (dict_set((Object *)runtime.builtins, (Object *)underscore, NONE) < 0) goto done;
    out = xnewref(dict_get_str(runtime.sys, names.stdout));
    if (!out || out == NONE) {
        raise_error(&exc_RuntimeError, "lost sys.stdout");
        goto done;
    }
    text = object_repr(args[0]);
    if (text && io_write(out, text) == 0 && io_write_char(out, '\n') == 0 &&
        dict_set((Object *)runtime.builtins, (Object *)underscore, args[0]) == 0)
        result = new_none();
done:
    xdecref(text);
    xdecref(out);
    decref(underscore);
    return result;
}

/* --- frames and limits --- */

static Object *sys_getframe(Object *self, Object **args, ptrdiff_t nargs) {
    int depth = nargs ? int_as_int(args[0]) : 0;
    if (depth == -1 && raise_pending()) return NULL;
    Object **base = vm.base;
    const uint64_t *pc;
    for (; base && depth > 0; depth--)
        if (!frame_outer(&base, &pc)) base = NULL;
    if (!base) return raise_error(&exc_ValueError, "call stack is not deep enough");
    return (Object *)frame_object(base);
}

static Object *sys_getframemodulename(Object *self, Object **args, ptrdiff_t nargs) {
    Object *depth = arg_or_null(args, nargs, 0);
    int n = depth ? int_as_int(depth) : 0;
    if (n == -1 && raise_pending()) return NULL;
    Object **base = vm.base;
    const uint64_t *pc;
    for (; base && n > 0; n--)
        if (!frame_outer(&base, &pc)) base = NULL;
    Object *name = base ? frame_function(base)->module : NULL;
    return newref(name ? name : NONE);
}

static Object *sys_getrecursionlimit(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(runtime.recursion_limit);
}

static Object *sys_setrecursionlimit(Object *self, Object **args, ptrdiff_t nargs) {
    int n = int_as_int(args[0]);
    if (n == -1 && raise_pending()) return NULL;
    if (n < 1) return raise_error(&exc_ValueError, "recursion limit must be greater or equal than 1");
    if (vm.depth >= n)
        return raise_error(&exc_RecursionError,
                           "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n,
                           vm.depth);
    runtime.recursion_limit = n;
    return new_none();
}

static Object *sys_get_int_max_str_digits(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(runtime.int_max_str_digits);
}

static Object *sys_set_int_max_str_digits(Object *self, Object **args, ptrdiff_t nargs) {
    int n = int_as_int(args[0]);
    if (n == -1 && raise_pending()) return NULL;
    if (n != 0 && n < DIGITS_LIMIT_LEAST)
        return raise_error(&exc_ValueError, "maxdigits must be >= %d or 0 for unlimited", DIGITS_LIMIT_LEAST);
    runtime.int_max_str_digits = n;
    return new_none();
}

static Object *sys_getswitchinterval(Object *self, Object **args, ptrdiff_t nargs) {
    return float_new(0.005);
}
static Object *sys_setswitchinterval(Object *self, Object **args, ptrdiff_t nargs) {
    return new_none();
}
static Object *sys_is_finalizing(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(runtime.finalizing);
}
static Object *sys_utf8(Object *self, Object **args, ptrdiff_t nargs) {
    return str_from_c("utf-8");
}
static Object *sys_surrogateescape(Object *self, Object **args, ptrdiff_t nargs) {
    return str_from_c("surrogateescape");
}
static Object *sys_audit(Object *self, Object **args, ptrdiff_t nargs) {
    return new_none();
}
static Object *sys_is_gil_enabled(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(true);
}
static Object *sys_gettrace(Object *self, Object **args, ptrdiff_t nargs) {
    return new_none();
}
static Object *sys_clear_caches(Object *self, Object **args, ptrdiff_t nargs) {
    return new_none();
}

static Object *sys_call_tracing(Object *self, Object **args, ptrdiff_t nargs) {
    if (!tuple_check(args[1]))
        return raise_error(&exc_TypeError, "call_tracing() argument 2 must be tuple, not %K", args[1]);
    return object_call_dict(args[0], args[1], NULL);
}

/* sys.unraisablehook(args): args has exc_type, exc_value, exc_traceback, err_msg and object. */
static Object *sys_unraisablehook(Object *self, Object **args, ptrdiff_t nargs) {
    Object *message = object_getattr_c(args[0], "err_msg"), *o = message ? object_getattr_c(args[0], "object") : NULL;
    Object *exc = o ? object_getattr_c(args[0], "exc_value") : NULL;
    Object *err = exc ? xnewref(dict_get_str(runtime.sys, names.stderr)) : NULL;
    Object *result = NULL;
    if (err && err != NONE && exception_check(exc)) {
        Object *head = message != NONE
                           ? str_format(o == NONE ? "%S:\n" : "%S: %R\n", message, o)
                           : str_format(o == NONE ? "Exception ignored\n" : "Exception ignored in: %R\n", o);
        if (head && io_write(err, head) == 0) {
            report_print_brief(exc);
            result = new_none();
        }
        xdecref(head);
    } else if (!raise_pending()) {
        result = new_none();
    }
    xdecref(message);
    xdecref(o);
    xdecref(exc);
    xdecref(err);
    return result;
}

static const Method sys_methods[] = {
    {"_clear_internal_caches", sys_clear_caches, 0, 0,
     "_clear_internal_caches()\n--\n\nThere is nothing to clear: caches are part of the code."},
    {"_clear_type_cache", sys_clear_caches, 0, 0,
     "_clear_type_cache()\n--\n\nThere is nothing to clear: the cache knows the versions of types."},
    {"_debugmallocstats", sys_debugmallocstats, 0, 0,
     "_debugmallocstats()\n--\n\nPrints the state of the pool allocator and of the free lists to stderr."},
    {"_getframe", sys_getframe, 0, 1,
     "_getframe(depth=0, /)\n--\n\nThe frame that runs, or one that is depth calls further out."},
    {"_getframemodulename", sys_getframemodulename, 0, 1,
     "_getframemodulename(depth=0)\n--\n\nThe name of the module that a frame's function belongs to."},
    {"_is_gil_enabled", sys_is_gil_enabled, 0, 0,
     "_is_gil_enabled()\n--\n\nTrue: there is one interpreter, and it runs one thing at a time."},
    {"_is_interned", sys_is_interned, 1, 1,
     "_is_interned(string, /)\n--\n\nIs this very string object in the intern table?"},
    {"audit", sys_audit, 1, -1, "audit(event, /, *args)\n--\n\nDoes nothing: there are no audit hooks."},
    {"breakpointhook", (NativeFn)(void *)breakpoint_hook, 0, -1,
     "breakpointhook($module, /, *args, **kwargs)\n--\n\nStarts the debugger, or what PYTHONBREAKPOINT names.",
     METH_KEYWORDS},
    {"call_tracing", sys_call_tracing, 2, 2, "call_tracing(func, args, /)\n--\n\nfunc(*args)."},
    {"displayhook", sys_displayhook, 1, 1,
     "displayhook(object, /)\n--\n\nPrints repr(object) and keeps it as builtins._; None is passed over."},
    {"exc_info", sys_exc_info, 0, 0,
     "exc_info()\n--\n\n(type, value, traceback) of the exception that is being handled."},
    {"excepthook", sys_excepthook, 3, 3,
     "excepthook(exctype, value, traceback, /)\n--\n\nPrints an exception that nobody handled."},
    {"exception", sys_exception, 0, 0, "exception()\n--\n\nThe exception that is being handled, or None."},
    {"exit", sys_exit, 0, 1, "exit(status=None, /)\n--\n\nEnds the program by raising SystemExit(status)."},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, 0, 0,
     "get_int_max_str_digits()\n--\n\nHow many digits a conversion between int and str may have."},
    {"getallocatedblocks", sys_getallocatedblocks, 0, 0,
     "getallocatedblocks()\n--\n\nHow many blocks of memory are in use."},
    {"getdefaultencoding", sys_utf8, 0, 0,
     "getdefaultencoding()\n--\n\nThe encoding of str.encode() without arguments."},
    {"getfilesystemencodeerrors", sys_surrogateescape, 0, 0,
     "getfilesystemencodeerrors()\n--\n\nHow bytes of file names that are no text are decoded."},
    {"getfilesystemencoding", sys_utf8, 0, 0, "getfilesystemencoding()\n--\n\nThe encoding of file names."},
    {"getprofile", sys_gettrace, 0, 0, "getprofile()\n--\n\nNone: there is no profile function."},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, "getrecursionlimit()\n--\n\nHow deep calls may be nested."},
    {"getrefcount", sys_getrefcount, 1, 1,
     "getrefcount(object, /)\n--\n\nHow many references there are to the object, that of the argument included."},
    {"getsizeof", sys_getsizeof, 1, 2,
     "getsizeof(object, default=<unrepresentable>)\n--\n\nThe bytes of memory that the object itself takes."},
    {"getswitchinterval", sys_getswitchinterval, 0, 0,
     "getswitchinterval()\n--\n\nKept for programs that ask; nothing is switched."},
    {"gettotalrefcount", sys_gettotalrefcount, 0, 0,
     "gettotalrefcount()\n--\n\nThe sum of all reference counts that are known."},
    {"gettrace", sys_gettrace, 0, 0, "gettrace()\n--\n\nNone: there is no trace function."},
    {"getunicodeinternedsize", sys_getunicodeinternedsize, 0, 0,
     "getunicodeinternedsize(*, _only_immortal=False)\n--\n\nHow many strings are interned."},
    {"intern", sys_intern, 1, 1,
     "intern(string, /)\n--\n\nThe one interned string with this value: equal interned strings are identical."},
    {"is_finalizing", sys_is_finalizing, 0, 0, "is_finalizing()\n--\n\nIs the interpreter shutting down?"},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, 1, 1,
     "set_int_max_str_digits(maxdigits)\n--\n\nLimits conversions between int and str; 0: no limit."},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1,
     "setrecursionlimit(limit, /)\n--\n\nSets how deep calls may be nested."},
    {"setswitchinterval", sys_setswitchinterval, 1, 1,
     "setswitchinterval(interval, /)\n--\n\nAccepted; nothing is switched."},
    {"unraisablehook", sys_unraisablehook, 1, 1,
     "unraisablehook(unraisable, /)\n--\n\nReports an exception that could not be raised anywhere."},
    {0},
};

static const ModuleSpec sys_module = {
    .name = "sys",
    .doc = "The interpreter itself: its settings, its streams, its memory.",
    .methods = sys_methods,
};

Object *sys_make(void) {
    Object *m = module_from_spec(&sys_module);
    if (!m) return NULL;
    runtime.sys = newref(module_dict(m));
    if (sys_async_add(m) < 0 || sys_trace_add(m) < 0 || sys_fill(m) < 0) clear_ref(&m);
    return m;
}
