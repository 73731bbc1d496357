/* The machine's own state, and the ways in from C: calling a function, running a module, resuming a generator.
 *
 * Whoever enters from C pushes an entry frame (FRAME_ENTRY) above everything the running frame owns and starts a fresh
 * evaluation loop on it. The frame's return word remembers vm.pc, so that the outer frame is found again exactly as
 * it was, and frame walks pass through entry frames without noticing.
 */
#define _GNU_SOURCE
#include <sys/mman.h>

#include "gc/collector.h"
#include "gc/safepoint.h"
#include "interp/vm/jit.h"
#include "interp/vm/ops.h"
#include "interp/vm/tracing.h"
#include "interp/vm/resume.h"

Vm vm;

enum {
    STACK_BYTES = 1 << 29,             /* reserved, not used: pages come when they are touched */
    STACK_RESERVE = 3 * OPERAND_INDEX, /* registers of any one frame, its window and header, fit above stack_end */
};

static HandledState main_handled;

int vm_start(void) {
    void *p = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) return -1;
    size_t page = 4096;
    mprotect((char *)p + STACK_BYTES - page, page, PROT_NONE);
    vm.stack = p;
    vm.stack_end = vm.stack + (STACK_BYTES - page) / sizeof(Object *) - STACK_RESERVE;
    runtime.handled = &main_handled;
    super_frame_start();
    code_make_generic = quicken_undo_all;
    jit_start();
    return 0;
}

void vm_stop(void) {
    tracing_stop();
    async_generator_set_hooks(NULL, NULL);
    clear_ref(&main_handled.exception);
    munmap(vm.stack, STACK_BYTES);
    jit_stop();
    vm = (Vm){0};
}

int vm_stack_full(void) {
    if (vm.depth > runtime.recursion_limit) return raise_recursion();
    raise_memory();
    return -1;
}

int vm_safepoint(void) {
    sig_atomic_t wanted = safepoint_wanted;
    if (wanted & SAFEPOINT_GC) gc_run_pending();
    if (wanted & SAFEPOINT_SIGNAL) {
        safepoint_wanted &= ~SAFEPOINT_SIGNAL;
        if (vm_signal_hook && vm_signal_hook() < 0) return -1;
    }
    return 0;
}

int vm_entered(void) {
    return vm_safepoint() < 0 ? -1 : tracing_entered();
}

int (*vm_signal_hook)(void);

Object **vm_top(void) {
    return vm.base ? vm.base + frame_function(vm.base)->code->register_count : vm.stack;
}

/* Machine code has run, and says so. */
static Object *go_on(int status) {
    if (status > 0) return jit_result;
    if (status < 0 && !unwind_find_handler(false)) return NULL;
    return eval_run((uint64_t *)vm.pc);
}

/* Runs the frame at vm.base from pc, in machine code if it has some there. */
static Object *run(uint64_t *pc) {
    if (insn_op(*pc) != OP_ENTER) return eval_run(pc);
    vm.pc = pc;
    return go_on(jit_run());
}

/* Makes the frame whose arguments stand at base the running one, and runs it to its end. */
static Object *vm_enter(Function *f, Object **base) {
    base[-2] = newref(f);
    base[-1] = (Object *)((uintptr_t)vm.pc | FRAME_ENTRY | (uint64_t)(vm.base ? base - vm.base : 0) << 48);
    vm.base = base;
    vm.pc = f->code->insns;
    if (unlikely(vm.depth++ >= runtime.recursion_limit)) {
        vm_stack_full();
        unwind_find_handler(true);
        return NULL;
    }
    if (unlikely(tracing_on) && tracing_entered() < 0)
        return unwind_find_handler(false) ? eval_run((uint64_t *)vm.pc) : NULL;
    if (unlikely(f->code->heat++ == jit_heat)) jit_compile(f->code);
    return f->code->native ? go_on(jit_run_function()) : eval_run(f->code->insns);
}

static bool vm_fits(Object **base, ptrdiff_t n) {
    if (likely(n < vm.stack_end - base)) return true;
    raise_memory();
    return false;
}

Object *vm_call_function(Object *function, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Function *f = (Function *)function;
    if (stack_is_low() && stack_check(" while calling a Python object") < 0) return NULL;
    Object **base = vm_top() + FRAME_HEADER;
    ptrdiff_t n = nargs + (kwnames ? kwnames->length : 0);
    if (!vm_fits(base, n + f->code->register_count)) return NULL;
    for (ptrdiff_t i = 0; i < n; i++) base[i] = newref(args[i]);
    if ((kwnames || f->code->exact_args != nargs) && bind_arguments(f, base, nargs, kwnames) < 0) return NULL;
    return vm_enter(f, base);
}

Object *vm_run_code(Code *code, Dict *globals, Object *namespace, Tuple *closure) {
    if (stack_is_low() && stack_check(" while calling a Python object") < 0) return NULL;
    Function *f = (Function *)function_new(code, globals);
    if (!f) return NULL;
    f->closure = xnewref(closure);
    Object **base = vm_top() + FRAME_HEADER;
    Object *result = NULL;
    if (vm_fits(base, code->register_count)) {
        base[0] = newref(namespace);
        result = vm_enter(f, base);
    }
    decref(f);
    return result;
}

/* Runs a generator whose registers are on the stack. */
static inline Object *run_generator(Generator *g, uint64_t *pc, bool *done) {
    Object *result = run(pc);
    *done = result && g->state == GEN_DONE;
    return result;
}

static __attribute__((noinline)) Object *vm_step_slowly(Generator *g, Object *value) {
    if (stack_is_low() && stack_check(" while calling a Python object") < 0) return NULL;
    Object **base = generator_push(g, vm_top(), FRAME_ENTRY);
    if (!base) return NULL;
    unsigned a = insn_a(*g->pc);
    if (!(a & OPERAND_DYING)) set_ref(&base[a], newref(value));
    return run((uint64_t *)g->pc + 1 + YIELD_CONTINUATION);
}

Object *vm_step(Generator *g, Object *value) {
    if (unlikely(!generator_is_native(g) || stack_is_low())) return vm_step_slowly(g, value);
    Object **base = vm_top() + FRAME_HEADER;
    if (unlikely(!generator_has_room(g, base))) return vm_step_slowly(g, value);
    int status = jit_resume(g, base, generator_return_word(base, FRAME_ENTRY), value);
    return likely(status > 0) ? jit_result : go_on(status);
}

Object *vm_resume(Generator *g, Object *value, bool *done) {
    *done = false;
    if (value) {
        Object *result = vm_step(g, value);
        *done = result && g->state == GEN_DONE;
        return result;
    }
    if (stack_is_low() && stack_check(" while calling a Python object") < 0) return NULL;
    if (!generator_push(g, vm_top(), FRAME_ENTRY)) return NULL;
    if (g->handled.exception) raise_object(raise_take()); /* what g itself is handling becomes its context */
    if (insn_op(*vm.pc) != OP_YIELD) { /* what is thrown in before the start is raised behind the first instruction */
        vm.pc += 1 + YIELD_CONTINUATION;
        g->ended_unstarted = true;
    }
    if (!unwind_find_handler(false)) return NULL;
    return run_generator(g, (uint64_t *)vm.pc, done);
}

Object *vm_resume_after_send(Generator *g, Object *value, bool *done) {
    *done = false;
    if (stack_is_low() && stack_check(" while calling a Python object") < 0) return NULL;
    Object **base = generator_push(g, vm_top(), FRAME_ENTRY);
    if (!base) return NULL;
    uint64_t *send = (uint64_t *)vm.pc - 2; /* SEND and its jump stand in front of the YIELD */
    set_ref(&base[insn_a(*send)], newref(value));
    clear_ref(&base[insn_b(*send) & OPERAND_INDEX]);
    return run_generator(g, send + 2 + (int32_t)send[1], done);
}

bool frame_outer(Object ***base, const uint64_t **pc) {
    uint64_t word = frame_word(*base);
    if (!word_distance(word)) return false;
    *base -= word_distance(word);
    *pc = word_pc(word);
    return true;
}
