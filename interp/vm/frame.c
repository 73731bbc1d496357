/* Frame objects: a frame of the stack as something that programs can hold.
 *
 * Frames are windows on the stack and need no object. One is made when somebody asks (sys._getframe, a traceback, a
 * generator's gi_frame) and lives through three states:
 *
 *      running     registers -> the stack         on the list vm.frames, which owns a reference; FRAME_OBJECT is set
 *      suspended   registers -> the generator     generator->frame knows it, without a reference
 *      ended       registers -> saved             a block of its own with the locals as they were at the end
 *
 * Only the last state owns registers; in the others whoever owns them (the stack, the generator) is still there.
 */
#include <string.h>

#include "interp/object/exception.h"
#include "interp/vm/generator.h"
#include "interp/vm/ops.h"
#include "interp/vm/tracing.h"

_Static_assert(sizeof(Frame) + sizeof(GcHeader) == 120, "freelists.def says so");

static Frame *frame_new(Function *f, Object **registers, const uint64_t *pc) {
    Frame *frame = freelist_gc_object(&freelist_frame, &frame_type);
    if (!frame) return NULL;
    Object head = frame->base;
    *frame = (Frame){.base = head, .function = newref(f), .registers = registers, .pc = pc, .lines = true};
    return frame;
}

static void set_frame_bit(Object **base, bool on) {
    uint64_t word = frame_word(base) & ~(uint64_t)FRAME_OBJECT;
    base[-1] = (Object *)(uintptr_t)(word | (on ? FRAME_OBJECT : 0));
}

static void link_running(Frame *f, Object **base) {
    Frame **at = &vm.frames;
    while (*at && (*at)->registers > base) at = &(*at)->below;
    f->below = *at;
    *at = newref(f);
    f->registers = base;
    f->running = true;
    set_frame_bit(base, true);
}

static Frame *unlink_running(Object **base) {
    Frame **at = &vm.frames;
    while ((*at)->registers != base) at = &(*at)->below;
    Frame *f = *at;
    *at = f->below;
    f->below = NULL;
    f->running = false;
    set_frame_bit(base, false);
    return f;
}

static bool is_generator_frame(Object **base) {
    const Code *c = frame_function(base)->code;
    return (c->flags & CODE_ANY_GENERATOR) && base[-3] && !(vm.base == base && vm.pc == c->insns);
}

Frame *frame_object(Object **base) {
    if (frame_word(base) & FRAME_OBJECT) {
        Frame *f = vm.frames;
        while (f->registers != base) f = f->below;
        return newref(f);
    }
    Frame *f = frame_new(frame_function(base), base, NULL);
    if (!f) return NULL;
    if (is_generator_frame(base)) {
        f->generator = (Generator *)base[-3];
        f->generator->frame = f;
    }
    link_running(f, base);
    gc_track(f);
    return f;
}

Frame *frame_of_generator(Generator *g) {
    if (g->frame) return newref(g->frame);
    Frame *f = frame_new(g->function, g->registers, g->pc);
    if (!f) return NULL;
    f->generator = g;
    g->frame = f;
    gc_track(f);
    return f;
}

Frame *frame_of_running_generator(Object **base) {
    if (frame_word(base) & FRAME_OBJECT) return frame_object(base);
    Frame *f = frame_of_generator((Generator *)base[-3]);
    if (f) link_running(f, base);
    return f;
}

/* The frame has ended: the object takes the locals with it. */
static void keep_locals(Frame *f, Object **base) {
    unsigned n = f->function->code->local_count;
    f->registers = NULL;
    if (f->generator) f->generator->frame = NULL;
    f->generator = NULL;
    if (!n || !(f->saved = heap_alloc(n * sizeof *base))) return;
    for (unsigned i = 0; i < n; i++) { /* few: calling memcpy would take longer */
        f->saved[i] = base[i];
        base[i] = NULL;
    }
    f->registers = f->saved;
}

/* The running frame ends for good. Somebody may still hold the object. */
void frame_leave(Object **base, const uint64_t *pc) {
    Frame *f = unlink_running(base);
    f->pc = pc;
    if (f->base.refcount > 1) {
        bool is_call = !f->generator; /* a generator is resumed from many places */
        keep_locals(f, base);
        if (is_call && frame_outer(&base, &pc) && !(f->back = frame_object(base))) raise_clear();
    }
    decref(f);
}

/* So does the frame of a generator that will not be resumed. */
void frame_abandon(Generator *g) {
    g->frame->pc = g->pc;
    keep_locals(g->frame, g->registers);
}

/* A generator's registers move from the stack to the generator, and back. */
void frame_suspend(Object **base, Generator *g, const uint64_t *pc) {
    Frame *f = unlink_running(base);
    f->registers = g->registers;
    f->pc = pc;
    decref(f);
}

void frame_resume(Frame *f, Object **base) {
    link_running(f, base);
}

/* The instruction that the frame is at, or ended at. */
const uint64_t *frame_pc(const Frame *f) {
    if (!f->running) return f->generator ? f->generator->pc : f->pc;
    Object **base = vm.base;
    const uint64_t *pc = vm.pc;
    while (base && base != f->registers)
        if (!frame_outer(&base, &pc)) break;
    return pc;
}

Span frame_span(const Frame *f) {
    return code_span(f->function->code, frame_pc(f));
}
int frame_line(const Frame *f) {
    if (f->line) return f->line;
    return frame_span(f).line;
}

/* --- the type --- */

static void release_saved(Frame *f) {
    Object **saved = f->saved;
    if (!saved) return;
    f->saved = f->registers = NULL;
    unwind_clear_registers(saved, f->function->code->local_count);
    heap_free(saved);
}

static void frame_clear_fields(Object *o) {
    Frame *f = (Frame *)o;
    release_saved(f);
    clear_ref(&f->trace);
    clear_ref(&f->extra_locals);
}

/* For the collector: who only wants the locals gone keeps the way back. */
static void frame_clear_all(Object *o) {
    frame_clear_fields(o);
    clear_ref(&((Frame *)o)->back);
}

static void frame_dealloc(Object *o) {
    Frame *f = (Frame *)o;
    gc_untrack(o);
    if (f->generator && f->generator->frame == f) f->generator->frame = NULL;
    frame_clear_all(o);
    clear_ref(&f->function);
    freelist_free(&freelist_frame, gc_header(o));
}

static int frame_traverse(Object *o, Visit visit, void *arg) {
    Frame *f = (Frame *)o;
    void *fields[] = {f->function, f->trace, f->extra_locals, f->back};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        int stop = visit_ref(fields[i], visit, arg);
        if (stop) return stop;
    }
    unsigned n = f->saved ? f->function->code->local_count : 0;
    for (unsigned i = 0; i < n; i++) {
        int stop = visit_ref(f->saved[i], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

static Object *frame_repr(Object *o) {
    Frame *f = (Frame *)o;
    Code *c = f->function->code;
    return str_format("<frame at %p, file %R, line %d, code %S>", o, c->filename, frame_line(f), c->name);
}

static Object *get_back(Object *o, void *unused) {
    Frame *f = (Frame *)o;
    if (!f->running) return newref(f->back ? (Object *)f->back : NONE);
    Object **base = f->registers;
    const uint64_t *pc;
    if (!frame_outer(&base, &pc)) return new_none();
    return (Object *)frame_object(base);
}

static Object *get_code(Object *o, void *unused) {
    return newref(((Frame *)o)->function->code);
}
static Object *get_globals(Object *o, void *unused) {
    return newref(((Frame *)o)->function->globals);
}
static Object *get_builtins(Object *o, void *unused) {
    return newref(function_builtins(((Frame *)o)->function));
}
static Object *get_locals(Object *o, void *unused) {
    return frame_locals((Frame *)o);
}

static Object *get_lineno(Object *o, void *unused) {
    int line = frame_line((Frame *)o);
    return line ? int_from_i64(line) : new_none();
}

static int undeletable(const char *name) {
    return raise_int(&exc_AttributeError, "attribute '%s' of 'frame' objects cannot be deleted", name);
}

static int set_lineno(Object *o, Object *value, void *unused) {
    if (!value) return undeletable("f_lineno");
    if (!int_check(value)) return raise_int(&exc_ValueError, "lineno must be an integer");
    return raise_int(&exc_ValueError, "f_lineno can only be set in a trace function");
}

static Object *get_lasti(Object *o, void *unused) {
    Frame *f = (Frame *)o;
    return int_from_i64((frame_pc(f) - f->function->code->insns) * 2);
}

static Object *get_trace(Object *o, void *unused) {
    Object *trace = ((Frame *)o)->trace;
    return newref(trace ? trace : NONE);
}

static int set_trace(Object *o, Object *value, void *unused) {
    set_ref(&((Frame *)o)->trace, value && value != NONE ? newref(value) : NULL);
    return tracing_watch((Frame *)o);
}

static Object *get_trace_opcodes(Object *o, void *unused) {
    return new_bool(((Frame *)o)->opcodes);
}

static int set_trace_opcodes(Object *o, Object *value, void *unused) {
    if (!value) return undeletable("f_trace_opcodes");
    if (value->type != &bool_type) return raise_int(&exc_TypeError, "attribute value type must be bool");
    ((Frame *)o)->opcodes = value == TRUE;
    return tracing_watch((Frame *)o);
}

static Object *get_generator(Object *o, void *unused) {
    Generator *g = ((Frame *)o)->generator;
    return g ? newref(g) : new_none();
}

/* f.clear(): drops the locals of a frame that has ended; a generator that was not started ends by it. */
static Object *frame_clear(Object *o, Object **args, ptrdiff_t nargs) {
    Frame *f = (Frame *)o;
    if (f->running) return raise_error(&exc_RuntimeError, "cannot clear an executing frame");
    if (f->generator && generator_is_started(f->generator))
        return raise_error(&exc_RuntimeError, "cannot clear a suspended frame");
    if (f->generator) {
        generator_finalize((Object *)f->generator);
        if (f->generator) generator_release(f->generator);
    } else {
        frame_clear_fields(o);
        f->cleared = true;
    }
    return new_none();
}

static const Method frame_methods[] = {
    {"clear", frame_clear, 0, 0,
     "clear($self, /)\n--\n\nDrops the references that the local variables of an ended frame hold."},
    {0},
};

static const Member frame_members[] = {
    {"f_trace_lines", MEMBER_BOOL, offsetof(Frame, lines), 0, NULL, NULL},
    {0},
};

static const GetSet frame_getset[] = {
    {"f_back", get_back, NULL, NULL, NULL},
    {"f_code", get_code, NULL, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL, NULL},
    {"f_builtins", get_builtins, NULL, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL, NULL},
    {"f_lineno", get_lineno, set_lineno, NULL, NULL},
    {"f_lasti", get_lasti, NULL, NULL, NULL},
    {"f_trace", get_trace, set_trace, NULL, NULL},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, NULL, NULL},
    {"f_generator", get_generator, NULL, NULL, NULL},
    {0},
};

Type frame_type = {
    .mem = {.name = "frame",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Frame),
            .dealloc = frame_dealloc,
            .traverse = frame_traverse,
            .clear = frame_clear_all},
    .doc = "A call that is running, suspended or has ended: its code, its names and where it is.",
    .methods = frame_methods,
    .getset = frame_getset,
    .members = frame_members,
    .repr = frame_repr,
};
