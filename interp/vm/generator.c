/* Generators, coroutines and async generators: frames that can wait.
 *
 * While it is suspended a generator keeps its registers itself. To run, they are copied to the top of the stack, above
 * everything that the resuming frame uses, and at the next yield they are copied back: calls out of a generator then
 * need no special treatment, and the loop knows only one kind of frame.
 *
 *      on the stack:   generator | function | return word | registers ...
 *
 * State: SUSPENDED (registers are here; pc is the YIELD, or RETURN_GENERATOR before the start) -> RUNNING -> SUSPENDED
 * ... -> DONE (function released). Each generator has its own link in the chain of handled exceptions, so that a yield
 * inside `except` does not leak the exception being handled to whoever resumed it.
 */
#include "interp/vm/generator.h"

#include "interp/object/warnings.h"
#include "interp/object/weakref.h"
#include "interp/vm/resume.h"

static Type *generator_type_of(const Code *c) {
    return c->flags & CODE_ASYNC_GENERATOR ? &async_generator_type
           : c->flags & CODE_COROUTINE     ? &coroutine_type
                                           : &generator_type;
}

Object *generator_from_frame(Object **base, const uint64_t *pc) {
    Function *f = frame_function(base);
    Code *c = f->code;
    Generator *g = (Generator *)object_new_unfilled(generator_type_of(c), c->register_count * sizeof *base);
    if (!g) return NULL;
    g->function = newref(f);
    g->code = newref(c);
    g->pc = pc;
    g->state = GEN_SUSPENDED;
    g->name = newref(f->name);
    g->qualname = newref(f->qualname);
    g->origin = NULL;
    if (coroutine_origin_depth && (c->flags & CODE_COROUTINE) && !(g->origin = coroutine_origin(base))) {
        g->state = GEN_DONE;
        decref(g);
        return NULL;
    }
    g->register_count = c->local_count;
    for (unsigned i = 0; i < c->local_count; i++) { /* few: calling memcpy would take longer */
        g->registers[i] = base[i];
        base[i] = NULL;
    }
    gc_track(g);
    return (Object *)g;
}

void *generator_push_failed(void) {
    if (vm.depth >= runtime.recursion_limit)
        raise_recursion();
    else
        raise_memory();
    return NULL;
}

void generator_pushed(Generator *g, Object **base) {
    if (g->frame) frame_resume(g->frame, base);
    if (line_listener) line_resumed(base);
}

void generator_suspending(Generator *g, Object **base, const uint64_t *pc, Object *value) {
    if (line_listener) line_left(base, value);
    if (frame_word(base) & FRAME_OBJECT) frame_suspend(base, g, pc);
}

/* The function's reference was the frame's. */
void generator_finish(Generator *g) {
    g->state = GEN_DONE;
    runtime.handled = g->handled.outer;
    g->function = NULL;
    clear_ref(&g->handled.exception);
}

/* --- resuming from outside --- */

const char *generator_kind(const Generator *g) {
    return g->base.type == &coroutine_type         ? "coroutine"
           : g->base.type == &async_generator_type ? "async generator"
                                                   : "generator";
}

bool generator_is_started(const Generator *g) {
    return insn_op(*g->pc) == OP_YIELD;
}

Object *generator_send(Generator *g, Object *value, bool *done) {
    *done = false;
    if (g->state == GEN_RUNNING) return raise_error(&exc_ValueError, "%s already executing", generator_kind(g));
    if (g->state == GEN_DONE) {
        if (g->base.type == &coroutine_type)
            return raise_error(&exc_RuntimeError, "cannot reuse already awaited coroutine");
        *done = true;
        return new_none();
    }
    if (value != NONE && !generator_is_started(g))
        return raise_error(&exc_TypeError, "can't send non-None value to a just-started %s", generator_kind(g));
    return vm_resume(g, value, done);
}

Object *generator_delegate(const Generator *g) {
    if (g->state != GEN_SUSPENDED || !generator_is_started(g) || !(insn_c(*g->pc) & YIELD_DELEGATES)) return NULL;
    return g->registers[insn_b(g->pc[-2]) & OPERAND_INDEX];
}

/* Closes what a generator delegates to, when it is closed itself. 0, -1 */
static int close_delegate(Object *o) {
    if (o->type == &generator_type || o->type == &coroutine_type) return generator_close((Generator *)o);
    Object *method = object_getattr_opt(o, names.close);
    if (!method) {
        if (raise_pending()) raise_unraisable("while closing generator", o);
        return 0;
    }
    Object *result = object_call0(method);
    decref(method);
    xdecref(result);
    return result ? 0 : -1;
}

/* The value that the pending StopIteration carries, which is cleared: new. */
static Object *take_stop_value(void) {
    Object *exc = raise_take();
    Object *value = ((StopIteration *)exc)->value;
    value = newref(value ? value : NONE);
    decref(exc);
    return value;
}

/* What throw() was given, for a throw() in the language below; `refused`: the exception says that it was none. That is
 * not raised in the innermost generator but in the one that delegates to it. */
typedef struct Thrown {
    Object **args;
    ptrdiff_t nargs;
    bool refused;
} Thrown;

static Object *throw_down(Generator *g, Object *exc, const Thrown *thrown, bool *done);

/* throw() into what somebody delegates to. *ended: it has ended, the result is its value. */
static Object *throw_into_delegate(Object *o, Object *exc, const Thrown *thrown, bool *ended) {
    *ended = false;
    if (o->type == &generator_type || o->type == &coroutine_type) {
        Object *result = throw_down((Generator *)o, newref(exc), thrown, ended);
        if (!result && raise_is(&exc_StopIteration)) {
            *ended = true;
            return take_stop_value();
        }
        return result;
    }
    Object *method = object_getattr_opt(o, names.throw), *result = NULL;
    if (method)
        result = thrown ? object_call(method, thrown->args, thrown->nargs, NULL) : object_call1(method, exc);
    else if (!raise_pending())
        raise_restore(newref(exc));
    xdecref(method);
    if (!result && raise_is(&exc_StopIteration)) {
        *ended = true;
        return take_stop_value();
    }
    return result;
}

/* The same while g's frame is on the stack: who looks at the frames from in there has to see it. */
static Object *throw_through(Generator *g, Object *delegate, Object *exc, const Thrown *thrown, bool *ended) {
    Object **base = generator_push(g, vm_top(), FRAME_ENTRY);
    if (!base) return NULL;
    const uint64_t *pc = vm.pc;
    uint64_t word = frame_word(base);
    runtime.handled = g->handled.outer;
    Object *result = throw_into_delegate(delegate, exc, thrown, ended);
    generator_suspend(g, base, pc, result);
    vm.base = word_distance(word) ? base - word_distance(word) : NULL;
    vm.pc = word_pc(word);
    return result;
}

/* Whether g delegates to something that has a throw(). */
static bool delegates_throw(const Generator *g) {
    Object *delegate = g->state == GEN_SUSPENDED ? generator_delegate(g) : NULL;
    Object *method = delegate ? object_getattr_opt(delegate, names.throw) : NULL;
    if (!method) raise_clear();
    xdecref(method);
    return method != NULL;
}

static Object *throw_down(Generator *g, Object *exc, const Thrown *thrown, bool *done) {
    *done = false;
    bool refused = thrown && thrown->refused;
    if (refused && !delegates_throw(g)) return raise_object(exc);
    if (g->state == GEN_RUNNING) {
        decref(exc);
        return raise_error(&exc_ValueError, "%s already executing", generator_kind(g));
    }
    if (g->state == GEN_DONE) {
        if (g->base.type == &coroutine_type) {
            decref(exc);
            return raise_error(&exc_RuntimeError, "cannot reuse already awaited coroutine");
        }
        return raise_object(exc);
    }
    Object *delegate = xnewref(generator_delegate(g));
    if (delegate && !refused && is_instance(exc, &exc_GeneratorExit)) {
        g->state = GEN_RUNNING;
        int closed = close_delegate(delegate);
        g->state = GEN_SUSPENDED;
        decref(delegate);
        if (closed < 0) {
            decref(exc);
            return vm_resume(g, NULL, done);
        }
    } else if (delegate) {
        bool ended = false;
        Object *result = throw_through(g, delegate, exc, thrown, &ended);
        decref(delegate);
        decref(exc);
        if (!result) return vm_resume(g, NULL, done);
        if (!ended) return result;
        Object *final = vm_resume_after_send(g, result, done);
        decref(result);
        return final;
    }
    raise_restore(exc);
    return vm_resume(g, NULL, done);
}

Object *generator_throw(Generator *g, Object *exc, bool *done) {
    return throw_down(g, exc, NULL, done);
}

/* Is there anything in its code that wants to know that it will not go on? */
static bool wants_closing(const Generator *g) {
    return generator_is_started(g) && (generator_delegate(g) || code_handler(g->code, g->pc - g->code->insns));
}

int generator_close(Generator *g) {
    if (g->state == GEN_DONE) return 0;
    if (g->state == GEN_RUNNING) return raise_int(&exc_ValueError, "%s already executing", generator_kind(g));
    if (!wants_closing(g)) {
        generator_release(g);
        return 0;
    }
    Object *exit = object_call0((Object *)&exc_GeneratorExit);
    if (!exit) return -1;
    bool done;
    Object *result = generator_throw(g, exit, &done);
    if (result && !done) {
        decref(result);
        return raise_int(&exc_RuntimeError, "%s ignored GeneratorExit", generator_kind(g));
    }
    xdecref(result);
    if (result || raise_clear_if(&exc_GeneratorExit) || raise_clear_if(&exc_StopIteration)) return 0;
    return -1;
}

/* Ends a suspended generator without running it: its registers are dropped, unless its frame is held and keeps them. */
void generator_release(Generator *g) {
    g->state = GEN_DONE;
    if (g->frame) frame_abandon(g);
    unwind_clear_registers(g->registers, g->register_count);
    clear_ref(&g->handled.exception);
    clear_ref(&g->function);
}

/* StopIteration for who called next() or send(), from a return value (stolen). Always NULL. */
Object *generator_stop(Object *value) {
    raise_stop(value == NONE ? NULL : value);
    decref(value);
    return NULL;
}

/* --- life --- */

int generator_traverse(Object *o, Visit visit, void *arg) {
    Generator *g = (Generator *)o;
    void *fields[] = {g->code, g->name, g->qualname, g->origin, g->finalizer, g->handled.exception};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        int stop = visit_ref(fields[i], visit, arg);
        if (stop) return stop;
    }
    if (g->state != GEN_SUSPENDED) return 0;
    int stop = visit_ref(g->function, visit, arg);
    if (stop) return stop;
    for (uint32_t i = 0; i < g->register_count; i++) {
        int stop = visit_ref(g->registers[i], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

void generator_clear(Object *o) {
    Generator *g = (Generator *)o;
    if (g->state == GEN_SUSPENDED) generator_release(g);
    clear_ref(&g->finalizer);
    clear_ref(&g->origin);
}

/* Somebody lost interest: pending finally blocks still run. */
void generator_finalize(Object *o) {
    Generator *g = (Generator *)o;
    if (g->state != GEN_SUSPENDED) return;
    Object *pending = raise_take();
    if (g->base.type == &coroutine_type && !generator_is_started(g)) {
        if (warnings_unawaited(o, (Object *)g->qualname) < 0) raise_unraisable("while finalizing coroutine", o);
    } else if (wants_closing(g)) {
        if (generator_close(g) < 0) raise_unraisable("while closing generator", o);
    }
    raise_restore(pending);
}

void generator_dealloc(Object *o) {
    Generator *g = (Generator *)o;
    if (g->weaklist) weakref_clear_all(o);
    bool quiet = g->state != GEN_SUSPENDED || (g->base.type == &generator_type && !wants_closing(g));
    if (!quiet && object_finalize(o)) return;
    gc_untrack(o);
    generator_clear(o);
    clear_ref(&g->function);
    clear_ref(&g->code);
    clear_ref(&g->name);
    clear_ref(&g->qualname);
    object_free(o);
}

/* --- what all three kinds show --- */

Object *generator_repr(Object *o) {
    Generator *g = (Generator *)o;
    const char *kind = g->base.type == &async_generator_type ? "async_generator" : generator_kind(g);
    return str_format("<%s object %S at %p>", kind, g->qualname, o);
}

Object *generator_get_code(Object *o, void *unused) {
    return newref(((Generator *)o)->code);
}
Object *generator_get_running(Object *o, void *unused) {
    return new_bool(((Generator *)o)->state == GEN_RUNNING);
}

Object *generator_get_suspended(Object *o, void *unused) {
    Generator *g = (Generator *)o;
    return new_bool(g->state == GEN_SUSPENDED && generator_is_started(g));
}

Object *generator_get_frame(Object *o, void *unused) {
    Generator *g = (Generator *)o;
    if (g->state == GEN_DONE) return new_none();
    if (g->state == GEN_SUSPENDED || g->frame) return (Object *)frame_of_generator(g);
    Object **base = vm.base;
    const uint64_t *pc;
    while (base[-3] != o || !(frame_function(base)->code->flags & CODE_ANY_GENERATOR))
        if (!frame_outer(&base, &pc)) return new_none();
    return (Object *)frame_object(base);
}

Object *generator_get_delegate(Object *o, void *unused) {
    Object *delegate = generator_delegate((Generator *)o);
    return newref(delegate ? delegate : NONE);
}

Object *generator_get_name(Object *o, void *offset) {
    return newref(*(Object **)((char *)o + (uintptr_t)offset));
}

int generator_set_name(Object *o, Object *value, void *offset) {
    if (!value || !str_check(value))
        return raise_int(&exc_TypeError, "%s must be set to a string object",
                         offset == GENERATOR_NAME ? "__name__" : "__qualname__");
    set_ref((char *)o + (uintptr_t)offset, newref(value));
    return 0;
}

/* --- generator --- */

/* What next() makes of a return value (stolen): no exception is needed to say that nothing follows. */
static Object *generator_ended(Object *value) {
    if (value != NONE) return generator_stop(value);
    decref(value);
    return NULL;
}

/* generator_send of None is what loops in C do: without ado. */
static Object *generator_next(Object *o) {
    Generator *g = (Generator *)o;
    bool done;
    if (unlikely(g->state != GEN_SUSPENDED)) {
        Object *value = generator_send(g, NONE, &done);
        return done ? generator_ended(value) : value;
    }
    Object *value = vm_step(g, NONE);
    return unlikely(g->state == GEN_DONE) && value ? generator_ended(value) : value;
}

Object *generator_send_method(Object *o, Object **args, ptrdiff_t nargs) {
    bool done;
    Object *value = generator_send((Generator *)o, args[0], &done);
    return done ? generator_stop(value) : value;
}

int generator_warn_throw(const char *method, ptrdiff_t nargs) {
    if (nargs < 2) return 0;
    return raise_warning(&exc_DeprecationWarning, 1,
                         "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.",
                         method);
}

/* An instance of an exception class, from whatever goes with the class; when that fails, the exception that says so. */
static Object *instantiate(Object *type, Object *value) {
    if (value && exception_check(value) && is_instance(value, (Type *)type)) return newref(value);
    Object *exc = !value               ? object_call0(type)
                  : tuple_check(value) ? object_call_dict(type, value, NULL)
                                       : object_call1(type, value);
    if (exc && exception_check(exc)) return exc;
    if (exc)
        raise_error(&exc_TypeError, "calling %R should have returned an instance of BaseException, not %T", type, exc);
    xdecref(exc);
    return raise_take();
}

/* The exception that throw(value) or throw(type, value, traceback) means: new. */
Object *generator_thrown(Object **args, ptrdiff_t nargs) {
    Object *type = args[0], *value = nargs > 1 && args[1] != NONE ? args[1] : NULL;
    Object *traceback = nargs > 2 && args[2] != NONE ? args[2] : NULL, *exc;
    if (traceback && traceback->type != &traceback_type)
        return raise_error(&exc_TypeError, "throw() third argument must be a traceback object");
    if (exception_class_check(type)) {
        exc = instantiate(type, value);
    } else if (exception_check(type)) {
        if (value) return raise_error(&exc_TypeError, "instance exception may not have a separate value");
        exc = newref(type);
    } else {
        return raise_error(&exc_TypeError,
                           "exceptions must be classes or instances deriving from BaseException, not %T", type);
    }
    if (exc && traceback) set_ref(&((Exception *)exc)->traceback, newref(traceback));
    return exc;
}

Object *generator_throw_method(Object *o, Object **args, ptrdiff_t nargs) {
    if (generator_warn_throw("throw", nargs) < 0) return NULL;
    Object *exc = generator_thrown(args, nargs);
    bool done;
    Thrown thrown = {args, nargs, .refused = !exc};
    if (!exc) exc = raise_take();
    Object *value = throw_down((Generator *)o, exc, &thrown, &done);
    return done ? generator_stop(value) : value;
}

/* close() gives the value that the generator returned in answer to GeneratorExit (3.13). */
Object *generator_close_method(Object *o, Object **args, ptrdiff_t nargs) {
    Generator *g = (Generator *)o;
    if (g->state == GEN_SUSPENDED && wants_closing(g)) {
        Object *exit = object_call0((Object *)&exc_GeneratorExit);
        if (!exit) return NULL;
        bool done;
        Object *result = generator_throw(g, exit, &done);
        if (result && done) return result;
        if (result) {
            decref(result);
            return raise_error(&exc_RuntimeError, "%s ignored GeneratorExit", generator_kind(g));
        }
        if (raise_is(&exc_StopIteration)) return take_stop_value();
        return raise_clear_if(&exc_GeneratorExit) ? new_none() : NULL;
    }
    return generator_close(g) < 0 ? NULL : new_none();
}

static Object *self_iter(Object *o) {
    return newref(o);
}

static const Method generator_methods[] = {
    {"send", generator_send_method, 1, 1,
     "send($self, object, /)\n--\n\nResumes; the yield expression has this value."},
    {"throw", generator_throw_method, 1, 3,
     "throw(value)\nthrow(type[, value[, traceback]])\n\nResumes by raising an exception at the yield "
     "expression."},
    {"close", generator_close_method, 0, 0,
     "close($self, /)\n--\n\nEnds the generator by raising GeneratorExit in it."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__($type, object, /)\n--\n\nSee PEP 585.",
     METH_CLASS},
    {0},
};

static const GetSet generator_getset[] = {
    {"gi_frame", generator_get_frame, NULL, NULL, NULL},
    {"gi_running", generator_get_running, NULL, NULL, NULL},
    {"gi_suspended", generator_get_suspended, NULL, NULL, NULL},
    {"gi_code", generator_get_code, NULL, NULL, NULL},
    {"gi_yieldfrom", generator_get_delegate, NULL, NULL, NULL},
    {"__name__", generator_get_name, generator_set_name, NULL, GENERATOR_NAME},
    {"__qualname__", generator_get_name, generator_set_name, NULL, GENERATOR_QUALNAME},
    {0},
};

Type generator_type = {
    .mem = {.name = "generator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Generator),
            .weaklist_offset = offsetof(Generator, weaklist),
            .dealloc = generator_dealloc,
            .traverse = generator_traverse,
            .clear = generator_clear,
            .finalize = generator_finalize},
    .doc = "What calling a function that contains `yield` gives.",
    .methods = generator_methods,
    .getset = generator_getset,
    .repr = generator_repr,
    .iter = self_iter,
    .next = generator_next,
};
