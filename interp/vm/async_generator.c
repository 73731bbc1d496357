/* Async generators: what calling an `async def` function with `yield` in it gives (PEP 525).
 *
 * The generator's code can stop for two reasons: it awaits something (then whatever that yields passes through to the
 * event loop), or it yields a value of its own. The compiler wraps the latter (ASYNC_WRAP), so that the two can be told
 * apart. Nobody resumes the generator directly: __anext__, asend, athrow and aclose make awaitables, of two types here,
 * which resume it and turn a wrapped value into the awaitable's result.
 *
 * State of an awaitable: INIT -> ITER (the generator is running on its behalf) -> CLOSED.
 */
#include "interp/vm/generator.h"

#include "interp/object/str.h"
#include "interp/vm/ops.h"

typedef struct Wrapped {
    Object base;
    Object *value; /* owned */
} Wrapped;

typedef enum AwaitState { AWAIT_INIT, AWAIT_ITER, AWAIT_CLOSED } AwaitState;

/* asend() and __anext__() (async_generator_asend), athrow() and aclose() (async_generator_athrow) */
typedef struct Step {
    Object base;
    Generator *generator; /* owned */
    Object *value;        /* asend: what to send; athrow: the tuple of its arguments; aclose: NULL. Owned */
    AwaitState state;
} Step;

/* --- the wrapper --- */

Object *await_wrap(Object *value) {
    Wrapped *w = (Wrapped *)object_new(&async_generator_wrapped_value_type);
    if (!w) return NULL;
    w->value = newref(value);
    gc_track(w);
    return (Object *)w;
}

static void wrapped_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((Wrapped *)o)->value);
    object_free(o);
}

static int wrapped_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Wrapped *)o)->value, visit, arg);
}

Type async_generator_wrapped_value_type = {
    .mem = {.name = "async_generator_wrapped_value",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Wrapped),
            .dealloc = wrapped_dealloc,
            .traverse = wrapped_traverse},
    .doc = "A value on its way out of an async generator.",
};

/* --- steps --- */

/* What the generator gave back, as the awaitable has to show it. Steals value (NULL: an exception is pending). */
static Object *unwrap(Generator *g, Object *value, bool done) {
    if (done) {
        decref(value);
        raise_with(&exc_StopAsyncIteration, NULL);
        value = NULL;
    }
    if (!value) {
        if (raise_is(&exc_StopAsyncIteration) || raise_is(&exc_GeneratorExit)) g->closed = true;
        g->asyncgen_running = false;
        return NULL;
    }
    if (value->type != &async_generator_wrapped_value_type) return value;
    g->asyncgen_running = false;
    Object *inner = newref(((Wrapped *)value)->value);
    decref(value);
    return generator_stop(inner);
}

static Object *step_new(Type *t, Generator *g, Object *value) {
    Step *s = (Step *)object_new(t);
    if (!s) return NULL;
    s->generator = newref(g);
    s->value = xnewref(value);
    gc_track(s);
    return (Object *)s;
}

/* A step that nobody awaited was probably forgotten. */
static void step_finalize(Object *o) {
    Step *s = (Step *)o;
    if (s->state != AWAIT_INIT) return;
    const char *method = o->type == &async_generator_asend_type ? "asend" : s->value ? "athrow" : "aclose";
    Object *pending = raise_take();
    if (raise_warning(&exc_RuntimeWarning, 1, "coroutine method '%s' of %R was never awaited", method,
                      s->generator->qualname) < 0)
        raise_unraisable("while finalizing coroutine", o);
    raise_restore(pending);
}

static void step_dealloc(Object *o) {
    if (object_finalize(o)) return;
    gc_untrack(o);
    clear_ref(&((Step *)o)->generator);
    clear_ref(&((Step *)o)->value);
    object_free(o);
}

static int step_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((Step *)o)->generator, visit, arg);
    return stop ? stop : visit_ref(((Step *)o)->value, visit, arg);
}

static Object *self(Object *o) {
    return newref(o);
}

/* --- asend --- */

static Object *reused(const char *what) {
    return raise_error(&exc_RuntimeError, "cannot reuse already awaited %s", what);
}

static Object *already_running(const char *what) {
    return raise_error(&exc_RuntimeError, "%s(): asynchronous generator is already running", what);
}

static Object *asend_step(Step *s, Object *arg) {
    Generator *g = s->generator;
    if (s->state == AWAIT_CLOSED) return reused("__anext__()/asend()");
    if (s->state == AWAIT_INIT) {
        if (g->asyncgen_running) {
            s->state = AWAIT_CLOSED;
            return already_running("anext");
        }
        if (arg == NONE && s->value) arg = s->value;
        s->state = AWAIT_ITER;
    }
    g->asyncgen_running = true;
    bool done;
    Object *value = generator_send(g, arg, &done);
    if (done && g->state == GEN_DONE) g->closed = true;
    value = unwrap(g, value, done);
    if (!value) s->state = AWAIT_CLOSED;
    return value;
}

static Object *asend_next(Object *o) {
    return asend_step((Step *)o, NONE);
}
static Object *asend_send(Object *o, Object **args, ptrdiff_t nargs) {
    return asend_step((Step *)o, args[0]);
}

static Object *throw_step(Step *s, Object *exc) {
    bool done;
    Generator *g = s->generator;
    g->asyncgen_running = true;
    Object *value = generator_throw(g, exc, &done);
    value = unwrap(g, value, done);
    if (!value) s->state = AWAIT_CLOSED;
    return value;
}

static Object *asend_throw(Object *o, Object **args, ptrdiff_t nargs) {
    Step *s = (Step *)o;
    if (s->state == AWAIT_CLOSED) return reused("__anext__()/asend()");
    if (s->state == AWAIT_INIT && s->generator->asyncgen_running) {
        s->state = AWAIT_CLOSED;
        return already_running("anext");
    }
    s->state = AWAIT_ITER;
    Object *exc = generator_warn_throw("throw", nargs) < 0 ? NULL : generator_thrown(args, nargs);
    return exc ? throw_step(s, exc) : NULL;
}

/* close(): throws GeneratorExit in, and expects the awaitable to end by it. */
static Object *close_by_throw(Object *o, Object *(*throw)(Object *, Object **, ptrdiff_t)) {
    if (((Step *)o)->state == AWAIT_CLOSED) return new_none();
    Object *exit = (Object *)&exc_GeneratorExit;
    Object *value = throw(o, &exit, 1);
    if (value) {
        decref(value);
        return raise_error(&exc_RuntimeError, "coroutine ignored GeneratorExit");
    }
    if (raise_clear_if(&exc_GeneratorExit) || raise_clear_if(&exc_StopAsyncIteration) ||
        raise_clear_if(&exc_StopIteration))
        return new_none();
    return NULL;
}

static Object *asend_close(Object *o, Object **args, ptrdiff_t nargs) {
    return close_by_throw(o, asend_throw);
}

static const char send_doc[] = "send($self, object, /)\n--\n\nResumes the async generator.";
static const char throw_doc[] =
    "throw(value)\nthrow(type[, value[, traceback]])\n\nRaises an exception in the async generator.";
static const char close_doc[] = "close($self, /)\n--\n\nEnds the awaitable by raising GeneratorExit.";

static const Method asend_methods[] = {
    {"send", asend_send, 1, 1, send_doc},
    {"throw", asend_throw, 1, 3, throw_doc},
    {"close", asend_close, 0, 0, close_doc},
    {0},
};

Type async_generator_asend_type = {
    .mem = {.name = "async_generator_asend",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Step),
            .dealloc = step_dealloc,
            .traverse = step_traverse,
            .finalize = step_finalize},
    .doc = "The awaitable of the next value of an async generator.",
    .methods = asend_methods,
    .iter = self,
    .next = asend_next,
    .await = self,
};

/* --- athrow and aclose --- */

static const char *athrow_name(const Step *s) {
    return s->value ? "athrow" : "aclose";
}

/* After the generator raised: for aclose that it ended is success. Always NULL. */
static Object *athrow_failed(Step *s) {
    s->generator->asyncgen_running = false;
    s->state = AWAIT_CLOSED;
    if (!s->value && (raise_clear_if(&exc_StopAsyncIteration) || raise_clear_if(&exc_GeneratorExit))) raise_stop(NULL);
    return NULL;
}

static Object *ignored_exit(Step *s, Object *value) {
    decref(value);
    s->generator->asyncgen_running = false;
    s->state = AWAIT_CLOSED;
    return raise_error(&exc_RuntimeError, "async generator ignored GeneratorExit");
}

static Object *athrow_result(Step *s, Object *value, bool done) {
    if (!s->value && value && !done && value->type == &async_generator_wrapped_value_type)
        return ignored_exit(s, value);
    value = unwrap(s->generator, value, done);
    if (value) return value;
    if (s->value && raise_is(&exc_StopIteration)) {
        s->state = AWAIT_CLOSED;
        return NULL;
    }
    return athrow_failed(s);
}

static Object *athrow_step(Step *s, Object *arg) {
    Generator *g = s->generator;
    bool done;
    if (s->state == AWAIT_CLOSED) return reused("aclose()/athrow()");
    if (s->state == AWAIT_ITER) {
        Object *value = generator_send(g, arg, &done);
        return athrow_result(s, value, done);
    }
    if (g->state == GEN_DONE) {
        s->state = AWAIT_CLOSED;
        raise_stop(NULL);
        return NULL;
    }
    if (g->asyncgen_running) {
        s->state = AWAIT_CLOSED;
        return already_running(athrow_name(s));
    }
    if (g->closed) {
        s->state = AWAIT_CLOSED;
        raise_with(&exc_StopAsyncIteration, NULL);
        return NULL;
    }
    if (arg != NONE) return raise_error(&exc_RuntimeError, "can't send non-None value to a just-started coroutine");
    s->state = AWAIT_ITER;
    g->asyncgen_running = true;
    if (!s->value) g->closed = true;
    Tuple *thrown = (Tuple *)s->value;
    Object *exc = thrown ? generator_thrown(thrown->items, thrown->length) : object_call0((Object *)&exc_GeneratorExit);
    if (!exc) return athrow_failed(s);
    Object *value = generator_throw(g, exc, &done);
    return athrow_result(s, value, done);
}

static Object *athrow_next(Object *o) {
    return athrow_step((Step *)o, NONE);
}
static Object *athrow_send(Object *o, Object **args, ptrdiff_t nargs) {
    return athrow_step((Step *)o, args[0]);
}

static Object *athrow_throw(Object *o, Object **args, ptrdiff_t nargs) {
    Step *s = (Step *)o;
    if (s->state == AWAIT_CLOSED) return reused("aclose()/athrow()");
    if (s->state == AWAIT_INIT && s->generator->asyncgen_running) {
        s->state = AWAIT_CLOSED;
        return already_running(athrow_name(s));
    }
    s->state = AWAIT_ITER;
    Object *exc = generator_warn_throw("throw", nargs) < 0 ? NULL : generator_thrown(args, nargs);
    if (!exc) return NULL;
    bool done;
    s->generator->asyncgen_running = true;
    Object *value = generator_throw(s->generator, exc, &done);
    return athrow_result(s, value, done);
}

static Object *athrow_close(Object *o, Object **args, ptrdiff_t nargs) {
    return close_by_throw(o, athrow_throw);
}

static const Method athrow_methods[] = {
    {"send", athrow_send, 1, 1, send_doc},
    {"throw", athrow_throw, 1, 3, throw_doc},
    {"close", athrow_close, 0, 0, close_doc},
    {0},
};

Type async_generator_athrow_type = {
    .mem = {.name = "async_generator_athrow",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Step),
            .dealloc = step_dealloc,
            .traverse = step_traverse,
            .finalize = step_finalize},
    .doc = "The awaitable of athrow() or aclose() of an async generator.",
    .methods = athrow_methods,
    .iter = self,
    .next = athrow_next,
    .await = self,
};

/* --- hooks: sys.set_asyncgen_hooks --- */

static Object *hook_first, *hook_finalizer; /* owned or NULL */

void async_generator_set_hooks(Object *first, Object *finalizer) {
    set_ref(&hook_first, xnewref(first));
    set_ref(&hook_finalizer, xnewref(finalizer));
}

Object *async_generator_hook(bool finalizer) {
    return finalizer ? hook_finalizer : hook_first;
}

/* On first use the event loop hears of the generator. 0, -1 */
static int init_hooks(Generator *g) {
    if (g->hooks_inited) return 0;
    g->hooks_inited = true;
    g->finalizer = xnewref(hook_finalizer);
    if (!hook_first) return 0;
    Object *first = newref(hook_first), *result = object_call1(first, (Object *)g);
    decref(first);
    xdecref(result);
    return result ? 0 : -1;
}

/* --- the generator --- */

static Object *agen_step(Object *o, Type *t, Object *value) {
    Generator *g = (Generator *)o;
    return init_hooks(g) < 0 ? NULL : step_new(t, g, value);
}

static Object *agen_anext(Object *o) {
    return agen_step(o, &async_generator_asend_type, NULL);
}

static Object *agen_asend(Object *o, Object **args, ptrdiff_t nargs) {
    return agen_step(o, &async_generator_asend_type, args[0]);
}

static Object *agen_aclose(Object *o, Object **args, ptrdiff_t nargs) {
    return agen_step(o, &async_generator_athrow_type, NULL);
}

static Object *agen_athrow(Object *o, Object **args, ptrdiff_t nargs) {
    if (generator_warn_throw("athrow", nargs) < 0) return NULL;
    Object *thrown = tuple_from(args, nargs);
    Object *step = thrown ? agen_step(o, &async_generator_athrow_type, thrown) : NULL;
    xdecref(thrown);
    return step;
}

static Object *get_running(Object *o, void *unused) {
    return new_bool(((Generator *)o)->asyncgen_running);
}

/* A started generator that nobody will finish is handed to the event loop's finalizer hook. */
static void agen_finalize(Object *o) {
    Generator *g = (Generator *)o;
    if (!g->finalizer || g->closed || g->state != GEN_SUSPENDED) {
        generator_finalize(o);
        return;
    }
    Object *pending = raise_take(), *result = object_call1(g->finalizer, o);
    if (!result) raise_unraisable("while closing async generator", o);
    xdecref(result);
    raise_restore(pending);
}

static const Method agen_methods[] = {
    {"asend", agen_asend, 1, 1,
     "asend($self, object, /)\n--\n\nAn awaitable that resumes with value and gives the next one."},
    {"athrow", agen_athrow, 1, 3,
     "athrow(value)\nthrow(type[, value[, traceback]])\n\nAn awaitable that raises an exception in the "
     "generator."},
    {"aclose", agen_aclose, 0, 0,
     "aclose($self, /)\n--\n\nAn awaitable that ends the generator by raising GeneratorExit in it."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__($type, object, /)\n--\n\nSee PEP 585.",
     METH_CLASS},
    {0},
};

static const GetSet agen_getset[] = {
    {"ag_frame", generator_get_frame, NULL, NULL, NULL},
    {"ag_running", get_running, NULL, NULL, NULL, true},
    {"ag_suspended", generator_get_suspended, NULL, NULL, NULL},
    {"ag_code", generator_get_code, NULL, NULL, NULL},
    {"ag_await", generator_get_delegate, NULL, NULL, NULL},
    {"__name__", generator_get_name, generator_set_name, NULL, GENERATOR_NAME},
    {"__qualname__", generator_get_name, generator_set_name, NULL, GENERATOR_QUALNAME},
    {0},
};

Type async_generator_type = {
    .mem = {.name = "async_generator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Generator),
            .weaklist_offset = offsetof(Generator, weaklist),
            .dealloc = generator_dealloc,
            .traverse = generator_traverse,
            .clear = generator_clear,
            .finalize = agen_finalize},
    .doc = "What calling an `async def` function that contains `yield` gives.",
    .methods = agen_methods,
    .getset = agen_getset,
    .repr = generator_repr,
    .aiter = self,
    .anext = agen_anext,
};

/* --- anext(iterator, default) --- */

typedef struct AnextAwaitable {
    Object base;
    Object *awaitable, *otherwise; /* owned */
} AnextAwaitable;

Object *anext_awaitable_new(Object *awaitable, Object *otherwise) {
    AnextAwaitable *a = (AnextAwaitable *)object_new(&anext_awaitable_type);
    if (!a) return NULL;
    a->awaitable = newref(awaitable);
    a->otherwise = newref(otherwise);
    gc_track(a);
    return (Object *)a;
}

static void anext_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((AnextAwaitable *)o)->awaitable);
    clear_ref(&((AnextAwaitable *)o)->otherwise);
    object_free(o);
}

static int anext_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((AnextAwaitable *)o)->awaitable, visit, arg);
    return stop ? stop : visit_ref(((AnextAwaitable *)o)->otherwise, visit, arg);
}

/* The end of the iterator becomes the default value. */
static Object *anext_result(AnextAwaitable *a, Object *value) {
    if (!value && raise_clear_if(&exc_StopAsyncIteration)) raise_stop(a->otherwise);
    return value;
}

static Object *anext_iterator(AnextAwaitable *a) {
    Object *it = await_iterator(a->awaitable, 0);
    if (it && it->type == &coroutine_type) {
        Object *wrapper = coroutine_type.await(it);
        decref(it);
        it = wrapper;
    }
    return it;
}

static Object *anext_next(Object *o) {
    AnextAwaitable *a = (AnextAwaitable *)o;
    Object *it = anext_iterator(a);
    if (!it) return NULL;
    Object *value = it->type->next(it);
    if (!value && !raise_pending()) raise_stop(NULL);
    decref(it);
    return anext_result(a, value);
}

static Object *anext_forward(Object *o, const char *method, Object **args, ptrdiff_t nargs) {
    AnextAwaitable *a = (AnextAwaitable *)o;
    Object *it = anext_iterator(a);
    Str *name = it ? str_intern_c(method) : NULL;
    Object *value = name ? object_call_method(it, name, args, nargs) : NULL;
    xdecref(it);
    xdecref(name);
    return anext_result(a, value);
}

static Object *anext_send(Object *o, Object **args, ptrdiff_t nargs) {
    return anext_forward(o, "send", args, nargs);
}
static Object *anext_throw(Object *o, Object **args, ptrdiff_t nargs) {
    return anext_forward(o, "throw", args, nargs);
}
static Object *anext_close(Object *o, Object **args, ptrdiff_t nargs) {
    return anext_forward(o, "close", args, nargs);
}

static const Method anext_methods[] = {
    {"send", anext_send, 1, 1, send_doc},
    {"throw", anext_throw, 1, 3, throw_doc},
    {"close", anext_close, 0, 0, close_doc},
    {0},
};

Type anext_awaitable_type = {
    .mem = {.name = "anext_awaitable",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(AnextAwaitable),
            .dealloc = anext_dealloc,
            .traverse = anext_traverse},
    .doc = "What anext(iterator, default) gives.",
    .methods = anext_methods,
    .iter = self,
    .next = anext_next,
    .await = self,
};
