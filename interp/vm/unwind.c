/* Unwinding: from the instruction that raised to the handler that catches, frame by frame.
 *
 * Each frame that the exception passes leaves an entry in its traceback (with a Frame object, which keeps the locals
 * readable afterwards). A frame without a handler for its pc is taken apart here, just as RETURN would: its registers
 * are released and the frame below goes on being unwound at its call, until an entry frame hands the exception to C.
 */
#include "interp/vm/line.h"
#include "interp/vm/ops.h"
#include "interp/vm/traceback.h"
#include "interp/vm/tracing.h"

void unwind_clear_registers(Object **registers, unsigned n) {
    for (unsigned i = n; i-- > 0;) { /* last first, as `leave` does */
        Object *o = registers[i];
        registers[i] = NULL;
        xdecref(o);
    }
}

/* PEP 479: StopIteration must not leak out of a generator's body, where it would end somebody's loop unseen. */
static Object *convert_stop(Object *exc, const Code *code) {
    const char *kind = code->flags & CODE_GENERATOR   ? "generator"
                       : code->flags & CODE_COROUTINE ? "coroutine"
                                                      : "async generator";
    const char *what = NULL;
    if (is_instance(exc, &exc_StopIteration))
        what = "StopIteration";
    else if ((code->flags & CODE_ASYNC_GENERATOR) && is_instance(exc, &exc_StopAsyncIteration))
        what = "StopAsyncIteration";
    if (!what) return exc;
    raise_error(&exc_RuntimeError, "%s raised %s", kind, what);
    Object *error = raise_take();
    if (exception_check(error)) {
        set_ref(&((Exception *)error)->cause, newref(exc));
        set_ref(&((Exception *)error)->context, exc);
        ((Exception *)error)->suppress_context = true;
    } else {
        decref(exc);
    }
    return error;
}

/* Where an exception leaves the frame, as far as the source is concerned: cleaning up that the compiler added is no
 * place in it, so the Frame keeps the one where the exception was raised before a handler took it. */
const uint64_t *unwind_raised_at(const Frame *f) {
    assert(f->registers == vm.base);
    bool cleaning = f->pc && special_opcode(f->function->code, vm.pc) == OP_RERAISE && !insn_b(*vm.pc);
    return cleaning ? f->pc : vm.pc;
}

/* Takes the frame at vm.base apart. True when it was an entry frame. */
static __attribute__((noinline)) bool leave_frame(void) {
    Object **r = vm.base;
    Function *f = frame_function(r);
    uint64_t word = frame_word(r);
    Generator *g = NULL;
    if (line_listener) line_left(r, NULL);
    Object *exc = raise_take();
    if (word & FRAME_OBJECT) frame_leave(r, unwind_raised_at(vm.frames));
    unwind_clear_registers(r, f->code->register_count);
    frame_leave_again(r, vm.pc);
    if ((f->code->flags & CODE_ANY_GENERATOR) && vm.pc != f->code->insns) {
        g = (Generator *)r[-3];
        r[-3] = NULL;
        if (!g->ended_unstarted) exc = convert_stop(exc, f->code);
        generator_finish(g);
    }
    r[-2] = r[-1] = NULL;
    if ((word & FRAME_TAG_MASK) == FRAME_SPECIAL) *vm_place_above(r - word_distance(word)) = NULL;
    vm.depth--;
    vm.base = word_distance(word) ? r - word_distance(word) : NULL;
    vm.pc = word_pc(word);
    decref(f);
    xdecref(g);
    raise_restore(exc);
    return (word & FRAME_TAG_MASK) == FRAME_ENTRY;
}

bool unwind_find_handler(bool again) {
    for (;; again = false) {
        Object **r = vm.base;
        Code *code = frame_function(r)->code;
        if (!again) traceback_add(r, vm.pc);
        if (unlikely(tracing_on) && !again) tracing_raised();
        const Handler *h = code_handler(code, vm.pc - code->insns);
        if (h) {
            if (frame_word(r) & FRAME_OBJECT) vm.frames->pc = unwind_raised_at(vm.frames);
            Object *exc = runtime.exception;
            runtime.exception = NULL;
            unwind_clear_registers(r + h->depth, code->register_count - h->depth);
            r[h->depth] = exc;
            vm.pc = code->insns + h->handler;
            return true;
        }
        if (leave_frame()) return false;
    }
}
