/* Templates: what an except clause does before its first statement and behind its last one. What the exception's class
 * is not, but may be derived from, is found out by the loop's body in C. */
#include "interp/jit/impl.h"
#include "interp/object/exception.h"

static void load_handled(Jit *j, unsigned reg) {
    asm_mem(&j->a, PLAIN, ASM_LOAD, reg, NO_BASE, jit_address(&runtime.handled));
}

static bool push_exception(Jit *j) {
    Asm *a = &j->a;
    int exc = (int)jit_a(j);
    jit_flush(j);
    load_handled(j, RAX);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(HandledState, exception));
    asm_mem(a, PLAIN, ASM_STORE, RCX, BASE, jit_slot(exc + 1));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, BASE, jit_slot(exc));
    jit_incref(j, RCX);
    asm_mem(a, PLAIN, ASM_STORE, RCX, RAX, offsetof(HandledState, exception));
    jit_unlearn(&j->state, exc + 1);
    return true;
}

static bool pop_exception(Jit *j, bool drop) {
    Asm *a = &j->a;
    int exc = (int)jit_a(j);
    jit_flush(j);
    load_handled(j, RCX);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, BASE, jit_slot(exc + 1));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RCX, offsetof(HandledState, exception));
    asm_mem(a, PLAIN, ASM_STORE, RDX, RCX, offsetof(HandledState, exception));
    asm_mem_set(a, BASE, jit_slot(exc + 1), 0);
    jit_release(j);
    jit_unlearn(&j->state, exc + 1);
    if (!drop) return true;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(exc));
    asm_mem_set(a, BASE, jit_slot(exc), 0);
    jit_release(j);
    jit_unlearn(&j->state, exc);
    return true;
}

static bool match(Jit *j) {
    Asm *a = &j->a;
    unsigned class = jit_b(j);
    AsmLabel other = ASM_LABEL_NEW, done = ASM_LABEL_NEW;
    jit_flush(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot((int)jit_a(j)));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Object, type));
    jit_value_object(j, class, RCX);
    asm_reg(a, PLAIN, ASM_CMP, RAX, RCX);
    asm_jump_if(a, IF_NOT_EQUAL, &other);
    if (!jit_is_constant(class)) jit_kill(j, class);
    asm_jump(a, &done);
    asm_bind(a, &other);
    jit_call_body(j, OP_JUMP_IF_NO_MATCH);
    asm_bind(a, &done);
    return true;
}

bool jit_handle(Jit *j, Opcode op) {
    switch (op) {
    case OP_PUSH_EXC: return push_exception(j);
    case OP_POP_EXC: return pop_exception(j, true);
    case OP_RESTORE_EXC: return pop_exception(j, false);
    case OP_JUMP_IF_NO_MATCH: return match(j);
    default: return false;
    }
}
