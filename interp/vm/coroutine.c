/* coroutine: what calling an `async def` function gives, and coroutine_wrapper, its iterator as `__await__` gives it.
 * Everything that matters is in generator.c; these are the two types. */
#include "interp/vm/generator.h"

#include "interp/object/int.h"
#include "interp/vm/ops.h"

int coroutine_origin_depth;

/* ((file, line, name of the function), ...) of the calls that led to the frame at base, innermost first. */
Object *coroutine_origin(Object **base) {
    Object *list = list_new(0);
    const uint64_t *pc = vm.pc;
    for (int i = 0; list && i < coroutine_origin_depth && frame_outer(&base, &pc); i++) {
        const Code *code = frame_function(base)->code;
        Object *line = int_from_i64(code_span(code, pc).line);
        Object *entry = line ? tuple_pack(3, code->filename, line, code->name) : NULL;
        if (!entry || list_append(list, entry) < 0) clear_ref(&list);
        xdecref(line);
        xdecref(entry);
    }
    Object *origin = list ? sequence_tuple(list) : NULL;
    xdecref(list);
    return origin;
}

static Object *get_origin(Object *o, void *unused) {
    Object *origin = ((Generator *)o)->origin;
    return newref(origin ? origin : NONE);
}

typedef struct CoroutineWrapper {
    Object base;
    Generator *coroutine; /* owned */
} CoroutineWrapper;

static Object *coroutine_await(Object *o) {
    CoroutineWrapper *w = (CoroutineWrapper *)object_new(&coroutine_wrapper_type);
    if (!w) return NULL;
    w->coroutine = newref(o);
    gc_track(w);
    return (Object *)w;
}

static void wrapper_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((CoroutineWrapper *)o)->coroutine);
    object_free(o);
}

static int wrapper_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((CoroutineWrapper *)o)->coroutine, visit, arg);
}

static Object *wrapped(Object *o) {
    return (Object *)((CoroutineWrapper *)o)->coroutine;
}

static Object *wrapper_next(Object *o) {
    bool done;
    Object *value = generator_send(((CoroutineWrapper *)o)->coroutine, NONE, &done);
    return done ? generator_stop(value) : value;
}

static Object *wrapper_iter(Object *o) {
    return newref(o);
}

static Object *wrapper_send(Object *o, Object **args, ptrdiff_t nargs) {
    return generator_send_method(wrapped(o), args, nargs);
}
static Object *wrapper_throw(Object *o, Object **args, ptrdiff_t nargs) {
    return generator_throw_method(wrapped(o), args, nargs);
}
static Object *wrapper_close(Object *o, Object **args, ptrdiff_t nargs) {
    return generator_close_method(wrapped(o), args, nargs);
}

static const char send_doc[] = "send($self, object, /)\n--\n\nResumes; the await that is waiting gets this value.";
static const char throw_doc[] =
    "throw(value)\nthrow(type[, value[, traceback]])\n\nResumes by raising an exception where it waits.";
static const char close_doc[] = "close($self, /)\n--\n\nEnds the coroutine by raising GeneratorExit in it.";

static const Method wrapper_methods[] = {
    {"send", wrapper_send, 1, 1, send_doc},
    {"throw", wrapper_throw, 1, 3, throw_doc},
    {"close", wrapper_close, 0, 0, close_doc},
    {0},
};

Type coroutine_wrapper_type = {
    .mem = {.name = "coroutine_wrapper",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(CoroutineWrapper),
            .dealloc = wrapper_dealloc,
            .traverse = wrapper_traverse},
    .doc = "The iterator that a coroutine gives to whoever awaits it by hand.",
    .methods = wrapper_methods,
    .iter = wrapper_iter,
    .next = wrapper_next,
};

static const Method coroutine_methods[] = {
    {"send", generator_send_method, 1, 1, send_doc},
    {"throw", generator_throw_method, 1, 3, throw_doc},
    {"close", generator_close_method, 0, 0, close_doc},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__($type, object, /)\n--\n\nSee PEP 585.",
     METH_CLASS},
    {0},
};

static const GetSet coroutine_getset[] = {
    {"cr_frame", generator_get_frame, NULL, NULL, NULL},
    {"cr_running", generator_get_running, NULL, NULL, NULL},
    {"cr_suspended", generator_get_suspended, NULL, NULL, NULL},
    {"cr_code", generator_get_code, NULL, NULL, NULL},
    {"cr_await", generator_get_delegate, NULL, NULL, NULL},
    {"cr_origin", get_origin, NULL, NULL, NULL, true},
    {"__name__", generator_get_name, generator_set_name, NULL, GENERATOR_NAME},
    {"__qualname__", generator_get_name, generator_set_name, NULL, GENERATOR_QUALNAME},
    {0},
};

Type coroutine_type = {
    .mem = {.name = "coroutine",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Generator),
            .weaklist_offset = offsetof(Generator, weaklist),
            .dealloc = generator_dealloc,
            .traverse = generator_traverse,
            .clear = generator_clear,
            .finalize = generator_finalize},
    .doc = "What calling a function defined with `async def` gives.",
    .methods = coroutine_methods,
    .getset = coroutine_getset,
    .repr = generator_repr,
    .await = coroutine_await,
};
