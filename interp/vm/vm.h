/* The machine: a stack of registers, frames as windows on it, and the loop that runs them.
 *
 * One reserved region holds the registers of all running frames; it never moves, and a guard page ends it.
 *
 *      ... caller's temporaries | function | return word | arguments, locals | temporaries | next function | ...
 *                                                          ^ base                            ^ a call's window B
 *
 * A call's window starts where the caller put function and arguments: the callee's R0 is the caller's R(B+2), and a
 * call copies nothing. base[-2] is the function (owned), base[-1] the return word:
 *
 *      bits 63..48  distance from the caller's base to this one
 *      bits 47..3   the caller's instruction (the call itself), or for FRAME_ENTRY what vm.pc was before
 *      bits 2..0    FrameTag: what has to be done on return
 *
 * The frame of a running generator has the Generator (owned) below that, in base[-3]: FRAME_HEADER words in all. That
 * of a special method (special.c) stands above the registers of its caller and may have there where the caller's
 * compiled code wants to go on.
 *
 * Invariants: everything above a running frame's registers is NULL, so a new frame finds its temporaries empty; a frame
 * that ends leaves its whole window NULL. vm.base and vm.pc are right whenever C code outside the loop runs.
 */
#ifndef OURO_VM_H
#define OURO_VM_H

#include "interp/compile/opcode.h"
#include "interp/object/code.h"
#include "interp/object/function.h"
#include "interp/object/runtime.h"

enum { FRAME_HEADER = 3 };

typedef enum FrameTag {
    FRAME_PLAIN = 0,
    FRAME_ENTRY = 1,     /* entered from C: return from vm_run */
    FRAME_SPECIAL = 2,   /* called by an instruction that is no plain call: it does something with the result */
    FRAME_GENERATOR = 3, /* a resumed generator: see generator.c */
    FRAME_TAG_MASK = 3,
    FRAME_OBJECT = 4, /* bit: a Frame object exists for this frame */
} FrameTag;

/* frame: a view of a running frame, or what is left of one that has ended. Made only when somebody asks. */
typedef struct Frame {
    Object base;
    Object **registers;  /* in the stack while running; in `saved` after the end; a generator's own while suspended */
    Function *function;  /* owned */
    const uint64_t *pc;  /* once it has ended or is suspended: where; while running: see frame_pc and unwind.c */
    struct Frame *below; /* while running: next frame object down the stack (vm.frames); not owned */
    struct Generator *generator; /* whose frame it is, not owned; or NULL */
    Object **saved;              /* owned block of registers once ended */
    struct Frame *back;          /* owned: once ended, the frame that it was called from */
    Object *trace;               /* f_trace */
    Object *extra_locals;        /* names put through f_locals that are no locals of the code */
    bool running, cleared;       /* by clear() */
    bool lines, opcodes;         /* f_trace_lines, f_trace_opcodes */
    int line;                    /* what f_lineno shows, not 0 while "call" is told */
    const uint64_t *told;        /* where the last line event was; NULL: none since the frame went on */
} Frame;

typedef struct Vm {
    Object **base;      /* registers of the innermost frame; NULL: none */
    const uint64_t *pc; /* its current instruction */
    int depth;          /* frames */
    Object **stack, **stack_end;
    Frame *frames; /* frame objects of running frames, innermost first */
} Vm;
extern Vm vm;

/* A generator, coroutine or async generator. Its registers live here while it is suspended and are moved to the stack
 * while it runs. */
typedef struct Generator {
    Object base;
    Function *function; /* owned; NULL once done */
    Code *code;         /* owned */
    const uint64_t *pc; /* the YIELD it stopped at, or before the start the RETURN_GENERATOR */
    enum { GEN_SUSPENDED, GEN_RUNNING, GEN_DONE } state;
    HandledState handled;
    Str *name, *qualname;
    Frame *frame; /* not owned; cleared by the frame */
    Object *weaklist;
    Object *origin;                              /* coroutines: cr_origin or NULL */
    bool closed, hooks_inited, asyncgen_running; /* async generators */
    bool ended_unstarted;                        /* by an exception that was thrown in before the first step */
    Object *finalizer;
    const void *consumer;    /* while it runs: where the compiled code that resumed it takes what it yields, or NULL */
    uint32_t register_count; /* that may hold something while it is suspended: its YIELD knows */
    Object *registers[];
} Generator;

/* Runs Python signal handlers; set by whoever owns signals. 0, or -1 with an exception (KeyboardInterrupt). */
extern int (*vm_signal_hook)(void);

int vm_start(void);           /* reserves the stack */
void super_frame_start(void); /* super_frame.c: hooks for super() and type() */
void vm_stop(void);

/* Calls a Python function with borrowed arguments: a fresh entry frame. */
Object *vm_call_function(Object *function, Object **args, ptrdiff_t nargs, Tuple *kwnames);
/* Runs module or class code with a namespace; globals become the function's globals. */
Object *vm_run_code(Code *code, Dict *globals, Object *namespace, Tuple *closure);
/* A step of a suspended generator that gets a value (borrowed): what it yields or, when g->state is GEN_DONE, returns.
 */
Object *vm_step(Generator *g, Object *value);
/* Resumes a suspended generator with a value (borrowed), or with the pending exception when value is NULL.
 * *done says that it returned: the result is then the return value. */
Object *vm_resume(Generator *g, Object *value, bool *done);

static inline Function *frame_function(Object **base) {
    return (Function *)base[-2];
}
static inline uint64_t frame_word(Object **base) {
    return (uint64_t)(uintptr_t)base[-1];
}
/* The first word above the registers of a frame: base[-3] of a special method that it calls. */
static inline Object **vm_place_above(Object **base) {
    return base + frame_function(base)->code->register_count;
}
static inline const uint64_t *word_pc(uint64_t w) {
    return (const uint64_t *)(uintptr_t)(w & 0x0000fffffffffff8u);
}
static inline unsigned word_distance(uint64_t w) {
    return w >> 48;
}

/* The same for a generator that delegates, whose subiterator has ended with `value` (borrowed). */
Object *vm_resume_after_send(Generator *g, Object *value, bool *done);
static inline bool generator_check(const Object *o) {
    return o->type == &generator_type || o->type == &coroutine_type || o->type == &async_generator_type;
}
/* One step from outside, for all three kinds. send: value borrowed. throw: exc stolen. *done: the result is the return
 * value. NULL with an exception pending otherwise. close: 0, -1 */
Object *generator_send(Generator *g, Object *value, bool *done);
Object *generator_throw(Generator *g, Object *exc, bool *done);
int generator_close(Generator *g);

/* coroutine.c: how many frames new coroutines note as their cr_origin, and the note: new. */
extern int coroutine_origin_depth;
Object *coroutine_origin(Object **base);

/* async_generator.c: sys.set_asyncgen_hooks (borrowed, NULL: none) and what anext(iterator, default) gives. */
void async_generator_set_hooks(Object *first, Object *finalizer);
Object *async_generator_hook(bool finalizer);                      /* borrowed or NULL */
Object *anext_awaitable_new(Object *awaitable, Object *otherwise); /* new; borrows */

/* Walks outward: from one frame's base (and its pc) to the frame below; false at the bottom. */
bool frame_outer(Object ***base, const uint64_t **pc);
Frame *frame_object(Object **base);               /* new: the Frame of a running frame */
Frame *frame_of_generator(Generator *g);          /* new: of a suspended one */
Frame *frame_of_running_generator(Object **base); /* new: of one that goes on, or starts, in the frame at base */
const uint64_t *frame_pc(const Frame *f);
Object *frame_locals(Frame *f);          /* new: f_locals, a mapping that reads and writes through (locals.c) */
Object *frame_locals_snapshot(Frame *f); /* new: a dict, as locals() gives it in a function */
Span frame_span(const Frame *f);
int frame_line(const Frame *f); /* 0: none */

#endif
