/* Templates: resuming generators and yielding from them, which compiled code does by moving registers and a jump.
 *
 * Each YIELD, and the RETURN_GENERATOR that a generator waits in before its start, has in its cache word the address of
 * code that brings the frame back. Whoever resumes jumps there: a FOR or SEND below, or C (jit_resume). A yield goes
 * the other way, to where its consumer says that it wants the value:
 *
 *      FOR_GENERATOR  -- BASE, RDX: g, RCX: return word, R8: what is sent -->  [g->pc + 1]   registers of g -> stack
 *                     <-- RAX: what is yielded -------------  [g->consumer]  registers -> g
 *                                                   or, when C resumed it:   leave, with the value in jit_result
 *
 * An address in a cache word goes when the code is dropped; g->consumer goes with the consumer's code
 * (jit_special_dropped) and is NULL when the loop resumed it. Everything that has to be told to somebody (frame
 * objects, listeners) and everything that fails is a step in C.
 */
#include "interp/jit/impl.h"
#include "interp/vm/line.h"

enum { REGISTERS_MAX = 24 }; /* of a generator, to be moved here; more of them make a step */

/* 64-bit stores write them, and what is behind them. */
_Static_assert(offsetof(Generator, state) + 8 <= offsetof(Generator, handled), "room behind the state");
_Static_assert(offsetof(Generator, register_count) + 8 <= offsetof(Generator, registers), "room behind the count");

static int32_t register_of_generator(int v) {
    return (int32_t)(offsetof(Generator, registers) + (size_t)v * sizeof(Object *));
}

static void guard_no_listener(Jit *j, AsmLabel *out) {
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, NO_BASE, jit_address(&line_listener), 0);
    asm_jump_if(&j->a, IF_NOT_EQUAL, out);
}

/* --- the generator's side --- */

/* A generator that waits at the current instruction goes on here, with `n` registers. */
static void go_on(Jit *j, int n) {
    Asm *a = &j->a;
    if (j->copy) { /* there is only one: in the loop's first body */
        j->reachable = false;
        return;
    }
    j->pc[YIELD_CONTINUATION] = (uint64_t)(uintptr_t)a->at;
    asm_mem(a, PLAIN, ASM_STORE, RCX, BASE, jit_slot(-1));
    asm_mem(a, PLAIN, ASM_STORE, RDX, BASE, jit_slot(-3));
    jit_incref(j, RDX);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, offsetof(Generator, function));
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(-2));
    asm_mem_set(a, RDX, offsetof(Generator, state), GEN_RUNNING);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, NO_BASE, jit_address(&runtime.handled));
    asm_mem(a, PLAIN, ASM_STORE, RAX, RDX, offsetof(Generator, handled.outer));
    asm_mem(a, PLAIN, ASM_LEA, RAX, RDX, offsetof(Generator, handled));
    asm_mem(a, PLAIN, ASM_STORE, RAX, NO_BASE, jit_address(&runtime.handled));
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_mem_const(a, ASM_GROUP_ADD, false, NO_BASE, jit_address(&vm.depth), 1);
    for (int v = 0; v < n; v++) {
        asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, register_of_generator(v));
        asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(v));
    }
    jit_forget_all(&j->state);
    j->reachable = j->comes_back = true;
    if (jit_dies(jit_a(j))) return;
    jit_incref(j, R8);
    jit_store_object(j, (int)jit_a(j), R8);
}

/* C resumed it. RAX: how far below its frame is, 0: nowhere; R12: the value, RBP: the return word. */
static void write_leave(Jit *j, Stub *s) {
    Asm *a = &j->a;
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_move(a, R15, RBP);
    asm_shift(a, ASM_SHIFT_LEFT, R15, 16);
    asm_shift(a, ASM_SHIFT_LOGICAL, R15, 16);
    asm_reg_const(a, ASM_GROUP_AND, R15, ~(FRAME_TAG_MASK | FRAME_OBJECT));
    asm_move(a, RBP, RAX);
    asm_move(a, RAX, R12);
    asm_jump_to(a, jit_thunks.returned);
}

/* The loop resumed it, or the consumer's code was dropped. */
static void write_give(Jit *j, Stub *s) {
    Asm *a = &j->a;
    asm_move(a, RDI, RBP);
    asm_move(a, RSI, R12);
    asm_call(a, jit_yielded);
    asm_jump_register(a, RAX);
}

static bool yield(Jit *j) {
    Asm *a = &j->a;
    unsigned value = jit_b(j);
    int n = (int)(jit_c(j) & ~YIELD_DELEGATES);
    if (n > REGISTERS_MAX) return false;
    jit_flush(j);
    AsmLabel *out = jit_step_instead(j);
    asm_mem(a, PLAIN, ASM_LOAD, RBP, BASE, jit_slot(-1));
    asm_move(a, RAX, RBP);
    asm_reg_const(a, ASM_GROUP_AND, RAX, FRAME_OBJECT);
    asm_jump_if(a, IF_NOT_EQUAL, out);
    guard_no_listener(j, out);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, BASE, jit_slot(-3));
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Object, refcount), 1);
    asm_jump_if(a, IF_EQUAL, out); /* nobody waits for it */
    jit_take_object(j, value, R12);
    for (int v = 0; v < n; v++) {
        const Known *known = jit_known(&j->state, v);
        if (known && known->empty) {
            asm_mem_set(a, RDX, register_of_generator(v), 0);
            continue;
        }
        asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(v));
        asm_mem(a, PLAIN, ASM_STORE, RAX, RDX, register_of_generator(v));
        asm_mem_set(a, BASE, jit_slot(v), 0);
    }
    for (int v = -FRAME_HEADER; v < 0; v++) asm_mem_set(a, BASE, jit_slot(v), 0);
    asm_mem_set(a, RDX, offsetof(Generator, register_count), n);
    asm_constant(a, RAX, (int64_t)(intptr_t)j->pc);
    asm_mem(a, PLAIN, ASM_STORE, RAX, RDX, offsetof(Generator, pc));
    asm_mem_set(a, RDX, offsetof(Generator, state), GEN_SUSPENDED);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, offsetof(Generator, handled.outer));
    asm_mem(a, PLAIN, ASM_STORE, RAX, NO_BASE, jit_address(&runtime.handled));
    asm_mem_const(a, ASM_GROUP_SUB, false, NO_BASE, jit_address(&vm.depth), 1);
    jit_count(j, -1);
    asm_mem_const(a, ASM_GROUP_SUB, true, RDX, offsetof(Object, refcount), 1);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, offsetof(Generator, consumer));

    asm_move(a, RAX, RBP);
    asm_shift(a, ASM_SHIFT_LOGICAL, RAX, 48);
    asm_shift(a, ASM_SHIFT_LEFT, RAX, 3);
    asm_reg(a, PLAIN, ASM_SUB, BASE, RAX);
    asm_move(a, RDX, RBP);
    asm_reg_const(a, ASM_GROUP_AND, RDX, FRAME_TAG_MASK & ~FRAME_ENTRY);
    asm_jump_if(a, IF_EQUAL, &jit_stub(j, write_leave)->from);
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, &jit_stub(j, write_give)->from);
    asm_move(a, RAX, R12);
    asm_jump_register(a, RCX);

    go_on(j, n);
    return true;
}

static bool return_generator(Jit *j) {
    if (j->code->local_count > REGISTERS_MAX) return false;
    jit_flush(j);
    asm_jump(&j->a, jit_step_instead(j));
    go_on(j, j->code->local_count);
    return true;
}

/* --- the consumer's side --- */

static bool resume(Jit *j, bool sends) {
    Asm *a = &j->a;
    int iterator = jit_index(jit_b(j)), to = jit_index(jit_a(j)), first = j->code->register_count + FRAME_HEADER;
    jit_flush(j);
    AsmLabel *out = jit_step_instead(j);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, BASE, jit_slot(iterator));
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Object, type), jit_address(&generator_type));
    asm_jump_if(a, IF_NOT_EQUAL, out);
    asm_mem_const(a, ASM_GROUP_CMP, false, RDX, offsetof(Generator, state), GEN_SUSPENDED);
    asm_jump_if(a, IF_NOT_EQUAL, out);
    if (sends) { /* anything but None has to be refused before the start */
        asm_mem_const(a, ASM_GROUP_CMP, true, BASE, jit_slot(to), jit_address(NONE));
        asm_jump_if(a, IF_NOT_EQUAL, out);
    }
    asm_mem(a, PLAIN, ASM_LOAD, RDI, RDX, offsetof(Generator, pc));
    asm_mem(a, PLAIN, ASM_LOAD, RDI, RDI, YIELD_CONTINUATION * sizeof(uint64_t));
    asm_reg(a, PLAIN, ASM_TEST, RDI, RDI);
    asm_jump_if(a, IF_EQUAL, out);
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Generator, frame), 0);
    asm_jump_if(a, IF_NOT_EQUAL, out);
    guard_no_listener(j, out);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, offsetof(Generator, code));
    jit_guard_limits(j, first, out);
    asm_mem_set(a, RDX, offsetof(Generator, consumer), 0);
    int32_t consumer = asm_here(a) - 4; /* the 0 */
    asm_constant(a, RCX, (int64_t)((uintptr_t)j->pc | FRAME_GENERATOR | (uint64_t)first << 48));
    asm_constant(a, R8, jit_address(NONE));
    asm_reg_const(a, ASM_GROUP_ADD, BASE, jit_slot(first));
    asm_jump_register(a, RDI);

    asm_patch(a, consumer, jit_address(a->at));
    jit_forget_all(&j->state);
    j->comes_back = true;
    asm_move(a, RCX, RAX);
    jit_store_object(j, to, RCX);
    return true;
}

bool jit_generator(Jit *j, Opcode op) {
    switch (op) {
    case OP_YIELD: return yield(j);
    case OP_RETURN_GENERATOR: return return_generator(j);
    case OP_FOR_GENERATOR: return resume(j, false);
    case OP_SEND_GENERATOR: return resume(j, true);
    default: return false;
    }
}
