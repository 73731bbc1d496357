/* Birth and death of the interpreter.
 *
 * Start: types, names, the machine's stack, builtins, sys, the standard streams; nothing else, so that `ouro -c pass`
 * is over in a millisecond. Stop: __main__ and the other modules are emptied in the order in which a program would
 * expect (last imported first), the collector takes the cycles, then every cache is dropped; in the end no block is in
 * use.
 */
#include "interp/object/runtime.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "gc/collector.h"
#include "grammar/parse.h"
#include "interp/api.h"
#include "interp/builtins.h"
#include "interp/io.h"
#include "interp/object/unicode.h"
#include "interp/object/unicode_names.h"
#include "interp/report.h"
#include "interp/signals.h"
#include "interp/sys.h"
#include "interp/vm/import.h"
#include "interp/vm/vm.h"
#include "interp/warning_frames.h"

static int register_module(const char *name, Object *m) {
    Object *key = (Object *)str_intern_c(name);
    int status = key ? dict_set((Object *)runtime.modules, key, m) : -1;
    xdecref(key);
    return status;
}

static int start_modules(void) {
    runtime.modules = (Dict *)dict_new();
    if (!runtime.modules) return -1;
    runtime.no_builtins = (Dict *)dict_new();
    Object *builtins = runtime.no_builtins ? builtins_make() : NULL;
    int status = builtins ? register_module("builtins", builtins) : -1;
    xdecref(builtins);
    if (status < 0) return -1;
    Object *sys = sys_make();
    status = sys ? register_module("sys", sys) : -1;
    xdecref(sys);
    return status < 0 ? -1 : io_start(runtime.sys);
}

static void no_memory(void) {
    raise_memory();
}

/* Settings that would not be obeyed end the start. */
static int refuse(const char *where, const char *source, const char *problem) {
    fprintf(stderr, "Fatal Python error: %s: %s%s\nPython runtime state: preinitialized\n\n", where, source, problem);
    return -1;
}

static int start_hashing(void) {
    if (hash_start() == 0) return 0;
    return refuse("config_init_hash_seed", "PYTHONHASHSEED",
                  " must be \"random\" or an integer in range [0; 4294967295]");
}

static int set_digit_limit(const char *source, const char *text) {
    char *end;
    long limit = strtol(text, &end, 10);
    if (!*text || *end || limit > INT_MAX || (limit != 0 && limit < DIGITS_LIMIT_LEAST)) {
        return refuse("config_init_int_max_str_digits", source, ": invalid limit; must be >= 640 or 0 for unlimited.");
    }
    runtime.int_max_str_digits = (int)limit;
    return 0;
}

/* PYTHONINTMAXSTRDIGITS=N, and above it -X int_max_str_digits=N. */
static int start_digit_limit(void) {
    const char *variable = getenv("PYTHONINTMAXSTRDIGITS"), *option = sys_option("int_max_str_digits");
    if (variable && *variable && set_digit_limit("PYTHONINTMAXSTRDIGITS", variable) < 0) return -1;
    return option ? set_digit_limit("-X int_max_str_digits", option) : 0;
}

/* -X tracemalloc[=N], or else PYTHONTRACEMALLOC=N: tracing from the first module on, with N frames. */
static int start_tracing(void) {
    const char *option = sys_option("tracemalloc"), *variable = getenv("PYTHONTRACEMALLOC");
    const char *frames = option ? *option ? option : "1" : variable ? variable : "";
    char *end;
    long n = strtol(frames, &end, 10);
    if (*end || n < 0 || n > UINT16_MAX) {
        fprintf(stderr, "ouro: %s: invalid number of frames\n",
                option ? "-X tracemalloc=NFRAME" : "PYTHONTRACEMALLOC=NFRAME");
        return -1;
    }
    if (n == 0) return 0;
    Object *module = import_name("_tracemalloc"), *start = module ? object_getattr_c(module, "start") : NULL;
    Object *limit = start ? int_from_i64(n) : NULL, *result = limit ? object_call1(start, limit) : NULL;
    int status = result ? 0 : -1;
    xdecref(module);
    xdecref(start);
    xdecref(limit);
    xdecref(result);
    if (status < 0) report_pending();
    return status;
}

/* A SourceDecoder: what the codec of that name makes of a source. */
static const char *decode_source(Arena *a, const char *encoding, const char *s, size_t n, size_t *out_n,
                                 const char **error) {
    Object *text = codec_decode((const uint8_t *)s, (ptrdiff_t)n, encoding, "strict");
    char *own = NULL;
    const char *utf8 = text ? str_utf8(text, out_n, &own) : NULL;
    const char *result = utf8 ? arena_copy(a, utf8, *out_n) : NULL;
    heap_free(own);
    xdecref(text);
    if (result) return result;
    Object *exc = raise_take(), *why = exc ? object_str(exc) : NULL;
    utf8 = why ? str_utf8(why, &n, &own) : NULL;
    if (utf8) *error = arena_copy(a, utf8, n);
    heap_free(own);
    xdecref(why);
    xdecref(exc);
    raise_clear();
    return NULL;
}

int runtime_start(void) {
    alloc_no_memory = no_memory;
    runtime_init_stack();
    types_init();
    if (start_hashing() < 0 || start_digit_limit() < 0) return -1;
    if (names_init() < 0 || vm_start() < 0) {
        fputs("ouro: not enough memory to start\n", stderr);
        return -1;
    }
    raise_unraisable_hook = report_unraisable;
    parse_unicode_name = unicode_lookup;
    parse_unicode_category = unicode_category;
    parse_source_decoder = decode_source;
    signals_start();
    warning_frames_start();
    if (start_modules() == 0) return start_tracing();
    raise_clear(); /* there may be no sys.stderr to say more on */
    fputs("ouro: not enough memory to start\n", stderr);
    return -1;
}

/* A module's names, those that begin with one underscore first, then the others; __builtins__ stays. */
static void empty_module(Object *m) {
    Dict *d = module_dict(m);
    for (int pass = 0; pass < 2; pass++) {
        Object *keys = dict_keys_list((Object *)d);
        for (ptrdiff_t i = 0; keys && i < list_length(keys); i++) {
            Object *key = list_item(keys, i);
            if (!str_check(key) || str_equal_c(key, "__builtins__")) continue;
            bool early = str_length(key) > 1 && str_at((Str *)key, 0) == '_' && str_at((Str *)key, 1) != '_';
            if (early == (pass == 0)) dict_set((Object *)d, key, NONE);
        }
        xdecref(keys);
        raise_clear();
    }
}

/* Weak references to the modules, in the order of import. NULL with MemoryError. */
static Object *weak_modules(void) {
    Object *list = dict_values_list((Object *)runtime.modules);
    for (ptrdiff_t i = list ? list_length(list) : 0; i-- > 0;) {
        Object *m = list_item(list, i);
        Object *weak = m->type == &module_type ? weakref_new(m, NULL) : new_none();
        if (!weak) {
            decref(list);
            return NULL;
        }
        ((List *)list)->items[i] = weak;
        decref(m);
    }
    return list;
}

/* Most modules die when sys.modules lets go of them, and what they hold dies with all its globals still there: __del__
 * sees an intact world. What somebody else still refers to is emptied, last imported first. */
static void empty_modules(void) {
    Object *list = weak_modules();
    dict_empty((Object *)runtime.modules);
    gc_collect(GC_GENERATIONS - 1);
    for (ptrdiff_t i = list ? list_length(list) : 0; i-- > 0;) {
        Object *weak = list_item(list, i), *m = weak == NONE ? NULL : weakref_get(weak);
        if (m && module_dict(m) != runtime.builtins && module_dict(m) != runtime.sys) empty_module(m);
        xdecref(m);
    }
    gc_collect(GC_GENERATIONS - 1);
    xdecref(list);
}

/* What atexit.register was given. */
static void run_exit_functions(void) {
    Object *atexit = dict_get_c((Object *)runtime.modules, "atexit");
    Object *run = atexit ? object_getattr_c(atexit, "_run_exitfuncs") : NULL;
    Object *result = run ? object_call0(run) : NULL;
    xdecref(run);
    xdecref(result);
    if (raise_pending()) report_pending();
}

int runtime_stop(void) {
    runtime.finalizing = true;
    run_exit_functions();
    empty_modules();
    int flushed = io_stop();
    if (runtime.sys) dict_empty((Object *)runtime.sys);
    if (runtime.builtins) dict_empty((Object *)runtime.builtins);
    clear_ref(&runtime.sys);
    clear_ref(&runtime.builtins);
    clear_ref(&runtime.no_builtins);
    clear_ref(&runtime.modules);
    raise_clear();
    gc_collect(GC_GENERATIONS - 1);
    import_teardown();
    vm_stop();
    signals_stop();
    warnings_shutdown();
    raise_release_spares();
    types_shutdown();
    native_signatures_shutdown();
    codecs_shutdown();
    names_shutdown();
    gc_shutdown();
    return flushed;
}
