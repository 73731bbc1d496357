/* Events for sys.settrace and sys.setprofile; tracing.h says how they come here.
 *
 *      call        a function begins, or a generator goes on    to the global function; its result is the frame's
 * f_trace line        a line begins, or a loop begins it again     to f_trace, as all that follow opcode      before
 * every instruction, if the frame has f_trace_opcodes exception   one was raised here or below return      the frame
 * ends or is suspended, with a value
 *
 * The profile function hears of call and return, and of native functions: c_call, c_return and c_exception. A function
 * that raises is heard no more, and its exception goes on as that of the program. */
#include "interp/vm/tracing.h"

#include "gc/safepoint.h"
#include "interp/object/exception.h"
#include "interp/vm/line.h"
#include "interp/vm/ops.h"
#include "interp/vm/walk.h"

bool tracing_on;

static struct {
    Object *trace, *profile; /* owned; NULL: none */
    bool busy;               /* one of them runs: it is not traced */
} hooks;

static const LineListener listener;

/* --- asking --- */

/* f(frame, event, arg): new. arg NULL: None. */
static Object *call_hook(Object *f, Frame *frame, const char *event, Object *arg) {
    Object *name = (Object *)str_intern_c(event);
    Object *args[] = {(Object *)frame, name, arg ? arg : NONE};
    hooks.busy = true;
    newref(f);
    Object *result = name ? object_call(f, args, 3, NULL) : NULL;
    decref(f);
    hooks.busy = false;
    xdecref(name);
    return result;
}

static int tell_profile(Frame *frame, const char *event, Object *arg) {
    if (!hooks.profile) return 0;
    Object *result = call_hook(hooks.profile, frame, event, arg);
    xdecref(result);
    if (!result) tracing_set(true, NULL);
    return result ? 0 : -1;
}

/* To the frame's own function. What that returns replaces it, unless it is None. */
static int tell_trace(Frame *frame, const char *event, Object *arg) {
    if (!hooks.trace || !frame->trace) return 0;
    Object *result = call_hook(frame->trace, frame, event, arg);
    if (!result) {
        tracing_set(false, NULL);
        clear_ref(&frame->trace);
        return -1;
    }
    if (result == NONE)
        decref(result);
    else
        set_ref(&frame->trace, result);
    return 0;
}

/* The object of the frame at base if it is traced, for an event that is for its own function only: new, or NULL. */
static Frame *traced_frame(Object **base) {
    if (hooks.busy || !hooks.trace || !(frame_word(base) & FRAME_OBJECT)) return NULL;
    Frame *f = frame_object(base);
    if (f && f->trace) return f;
    xdecref(f);
    return NULL;
}

/* --- events --- */

static int watch(Frame *f) {
    if (!f->trace && !hooks.profile) return 0;
    return line_watch(f->function->code, (hooks.profile ? WATCH_CALLS : 0) | (f->trace && f->opcodes ? WATCH_ALL : 0));
}

static int tell_call(Object **base, bool starts) {
    Code *code = frame_function(base)->code;
    if (hooks.busy) return 0;
    Frame *f = code->flags & CODE_ANY_GENERATOR ? frame_of_running_generator(base) : frame_object(base);
    if (!f) return -1;
    if (starts) f->line = code->first_line; /* the head of the function is what runs, not its first line */
    Object *local = hooks.trace ? call_hook(hooks.trace, f, "call", NULL) : NULL;
    int status = 0;
    if (hooks.trace && !local) {
        tracing_set(false, NULL);
        status = -1;
    } else if (local) {
        set_ref(&f->trace, local == NONE ? NULL : newref(local));
    }
    xdecref(local);
    if (status == 0) status = tell_profile(f, "call", NULL);
    f->line = 0;
    f->told = NULL;
    if (status == 0) status = watch(f);
    decref(f);
    return status;
}

int tracing_entered(void) {
    if (!tracing_on || frame_function(vm.base)->code->flags & CODE_ANY_GENERATOR) return 0;
    return tell_call(vm.base, true);
}

/* A return that the source does not have is where the line before it is; 0: the place is that of the instruction. */
static int leaving_line(Frame *f, bool raised) {
    Code *code = f->function->code;
    if (raised) return code_span(code, unwind_raised_at(f)).line;
    bool added = special_opcode(code, vm.pc) == OP_RETURN && insn_c(*vm.pc);
    return added && f->told ? code_span(code, f->told).line : 0;
}

/* The frame ends, or is suspended, with a value; NULL: by an exception. */
static int tell_return(Object **base, Object *value) {
    if (hooks.busy || (!hooks.profile && !(frame_word(base) & FRAME_OBJECT))) return 0;
    Frame *f = frame_object(base);
    if (!f) return -1;
    f->line = leaving_line(f, !value);
    int status = tell_trace(f, "return", value);
    if (status == 0) status = tell_profile(f, "return", value);
    f->line = 0;
    decref(f);
    return status;
}

/* A profiled frame only notes the line: its return may be there. */
static int tell_line(Object **base) {
    if (hooks.busy || !(frame_word(base) & FRAME_OBJECT)) return 0;
    Frame *f = frame_object(base);
    if (!f) return 0;
    Code *code = f->function->code;
    /* A loop's head is told when the loop comes back to it, but not when the line has only gone on to there. */
    bool goes_on = f->told && f->told < vm.pc && code_span(code, f->told).line == code_span(code, vm.pc).line;
    f->told = vm.pc;
    int status = goes_on || !f->lines ? 0 : tell_trace(f, "line", NULL);
    decref(f);
    return status;
}

int tracing_native(const char *event, Object *function) {
    if (hooks.busy || !hooks.profile) return 0;
    Frame *f = frame_object(vm.base);
    int status = f ? tell_profile(f, event, function) : -1;
    xdecref(f);
    return status;
}

void tracing_raised(void) {
    Frame *f = traced_frame(vm.base);
    if (!f) return;
    Object *exc = raise_take(), *traceback = ((Exception *)exc)->traceback;
    Object *arg = tuple_pack(3, (Object *)exc->type, exc, traceback ? traceback : NONE);
    int status = arg ? tell_trace(f, "exception", arg) : -1;
    xdecref(arg);
    decref(f);
    if (status == 0)
        raise_restore(exc);
    else
        decref(exc);
}

/* --- what watched code tells --- */

static int on_line(Code *code, Object **base, const uint64_t *pc) {
    return tell_line(base);
}

/* A native function is called through an object that tells of it, put in its place in the window of the call. */
static int on_instruction(Code *code, Object **base, const uint64_t *pc, Opcode op) {
    if (hooks.busy) return 0;
    if (hooks.profile && op >= OP_CALL && op <= OP_CALL_EX) {
        Object **callee = &base[insn_b(*pc)];
        if (((*callee)->type == &native_type || (*callee)->type == &method_descriptor_type) &&
            profiled_call_put(callee) < 0)
            return -1;
    }
    Frame *f = traced_frame(base);
    int status = f && f->opcodes ? tell_trace(f, "opcode", NULL) : 0;
    xdecref(f);
    return status;
}

static int on_leave(Code *code, Object **base, Object *value) {
    Object *pending = raise_take();
    if (pending) { /* unwinding */
        int status = tell_return(base, NULL);
        if (status == 0)
            raise_restore(pending);
        else
            decref(pending);
        return status;
    }
    if (special_opcode(code, vm.pc) == OP_RETURN) return tell_return(base, value);
    int status = line_begins(code, vm.pc) ? tell_line(base) : 0;
    if (status == 0) status = tell_return(base, value);
    if (status < 0) raise_unraisable(NULL, hooks.trace); /* nothing can be raised between two steps */
    return 0;
}

static int on_resume(Code *code, Object **base, const uint64_t *pc) {
    Object *thrown = raise_take();
    if (tell_call(base, !pc) < 0) raise_unraisable(NULL, hooks.trace);
    raise_restore(thrown);
    return 0;
}

static const LineListener listener = {on_line, on_leave, on_resume, on_instruction, .all = true};

/* --- turning it on and off --- */

Object *tracing_function(bool profile) {
    return profile ? hooks.profile : hooks.trace;
}

int tracing_watch(Frame *f) {
    return hooks.trace ? watch(f) : 0;
}

int tracing_set(bool profile, Object *function) {
    set_ref(profile ? &hooks.profile : &hooks.trace, xnewref(function));
    tracing_on = hooks.trace || hooks.profile;
    if (!tracing_on) {
        safepoint_done(SAFEPOINT_TRACE);
        if (line_listener == &listener) line_listener = NULL;
        return 0;
    }
    safepoint_request(SAFEPOINT_TRACE);
    line_listener = &listener;
    for (Frame *f = vm.frames; f && !profile; f = f->below) /* a debugger has set f_trace of those below */
        if (tracing_watch(f) < 0) return -1;
    for (FrameWalk w = walk_start(); profile && w.base; walk_outward(&w))
        if (line_watch(walk_code(&w), WATCH_CALLS) < 0) return -1;
    return 0;
}

void tracing_stop(void) {
    tracing_set(false, NULL);
    tracing_set(true, NULL);
}
