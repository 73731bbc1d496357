/* Resuming and suspending a generator: its registers go to the top of the stack and back (generator.c says why).
 *
 * Both stand here to be inlined, because a step of a generator is little more than this: the loop resumes those that
 * `for` drives, vm.c those that C code drives. Registers move one by one: wider moves would wait for the narrow stores
 * in front of them.
 */
#ifndef OURO_RESUME_H
#define OURO_RESUME_H

#include "interp/vm/line.h"
#include "interp/vm/ops.h"

/* The running frame resumes a generator whose registers come to base. */
static inline uint64_t generator_return_word(Object **base, FrameTag tag) {
    return (uintptr_t)vm.pc | tag | (uint64_t)(vm.base ? base - vm.base : 0) << 48;
}

static inline bool generator_has_room(const Generator *g, Object **base) {
    return vm.depth < runtime.recursion_limit && base + g->code->register_count < vm.stack_end;
}

/* Can it go on in machine code? Nobody wants to know when. */
static inline bool generator_is_native(const Generator *g) {
    return g->pc[YIELD_CONTINUATION] && !g->frame && !line_listener;
}

/* The generator runs: its registers and its reference to the function go to the stack above `top`. What stays behind is
 * not owned, and not looked at. The new base, which is vm.base now, as vm.pc is where it stopped; or NULL. */
static inline Object **generator_push(Generator *g, Object **top, FrameTag tag) {
    Object **base = top + FRAME_HEADER;
    uint32_t n = g->register_count;
    if (unlikely(!generator_has_room(g, base))) return generator_push_failed();
    vm.depth++;
    for (uint32_t i = 0; i < n; i++) base[i] = g->registers[i];
    base[-3] = newref(g);
    base[-2] = (Object *)g->function;
    base[-1] = (Object *)generator_return_word(base, tag);
    g->state = GEN_RUNNING;
    g->consumer = NULL;
    g->handled.outer = runtime.handled;
    runtime.handled = &g->handled;
    vm.base = base;
    vm.pc = g->pc;
    if (unlikely(g->frame || line_listener)) generator_pushed(g, base);
    return base;
}

/* It waits again, at pc, having given `value` (borrowed). The frame stays the running one, for the caller to pop; it
 * owns nothing any more. */
static inline void generator_suspend(Generator *g, Object **base, const uint64_t *pc, Object *value) {
    if (unlikely(line_listener || frame_word(base) & FRAME_OBJECT)) generator_suspending(g, base, pc, value);
    uint32_t n = insn_c(*pc) & ~YIELD_DELEGATES;
    for (uint32_t i = 0; i < n; i++) {
        g->registers[i] = base[i];
        base[i] = NULL;
    }
    g->register_count = n;
    base[-1] = base[-2] = base[-3] = NULL;
    g->pc = pc;
    g->state = GEN_SUSPENDED;
    runtime.handled = g->handled.outer;
    vm.depth--;
    decref(g);
}

#endif
