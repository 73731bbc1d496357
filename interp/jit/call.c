/* Templates: calls and returns of functions, which stay in compiled code, and everything that is done by calling C.
 *
 * A call of a function whose code is compiled builds the frame as the loop does and jumps to it. It leaves in its last
 * cache word where it wants to go on; a return finds it there, pops the frame and jumps. The C stack is not used, so
 * how deep Python code calls has nothing to do with it. Whatever is unusual about a frame (a tag in its return word, a
 * caller that is not compiled, a function that dies with its frame) is left to the loop.
 */
#include "gc/safepoint.h"
#include "interp/jit/impl.h"
#include "interp/vm/bodies.h"

/* The way out that is no failure: the loop is to execute this instruction. */
static void write_leave_here(Jit *j, Stub *s) {
    jit_leave_to(j, s->pc);
}

static AsmLabel *leave_here(Jit *j) {
    return &jit_stub(j, write_leave_here)->from;
}

static void write_raised(Jit *j, Stub *s) {
    asm_jump_to(&j->a, jit_thunks.raised);
}

/* --- calls of functions --- */

enum { FUNCTION_CALL = 0, CLASS_CALL = 1 };

void jit_guard_limits(Jit *j, int first, AsmLabel *out) {
    Asm *a = &j->a;
    /* Room for its registers, depth, nothing wanted at the safe point? */
    asm_mem32(a, ASM_LOAD_WORD, RSI, RCX, offsetof(Code, register_count));
    asm_shift(a, ASM_SHIFT_LEFT, RSI, 3);
    asm_reg(a, PLAIN, ASM_ADD, RSI, BASE);
    asm_reg_const(a, ASM_GROUP_ADD, RSI, jit_slot(first));
    asm_mem(a, PLAIN, ASM_CMP, RSI, NO_BASE, jit_address(&vm.stack_end));
    asm_jump_if(a, IF_ABOVE_EQUAL, out);
    asm_mem32(a, ASM_LOAD, RSI, NO_BASE, jit_address(&vm.depth));
    asm_mem32(a, ASM_CMP, RSI, NO_BASE, jit_address(&runtime.recursion_limit));
    asm_jump_if(a, IF_GREATER_EQUAL, out);
    asm_mem_const(a, ASM_GROUP_CMP, false, NO_BASE, jit_address((const void *)&safepoint_wanted), 0);
    asm_jump_if(a, IF_NOT_EQUAL, out);
}

/* A return comes here, with the result in RAX. `mark` tells it of which kind the call was. */
static void continuation(Jit *j, unsigned mark) {
    if (j->copy) { /* there is only one: in the loop's first body */
        j->reachable = false;
        return;
    }
    if ((uintptr_t)j->a.at & 1) asm_byte(&j->a, 0x90); /* the mark is the lowest bit of the address */
    j->pc[CALL_CONTINUATION] = (uint64_t)(uintptr_t)j->a.at | mark;
    jit_forget_all(&j->state);
    j->comes_back = true;
    if (mark == CLASS_CALL) {
        asm_move(&j->a, RDX, RAX);
        jit_set_pc(j);
        asm_move(&j->a, RDI, BASE);
        asm_move(&j->a, RSI, RAX);
        asm_call(&j->a, jit_class_called);
        asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
        Stub *s = jit_stub(j, write_raised);
        asm_jump_if(&j->a, IF_EQUAL, &s->from);
    }
    unsigned target = jit_a(j);
    if (jit_dies(target)) {
        jit_decref(j);
    } else {
        asm_move(&j->a, RCX, RAX);
        jit_store_object(j, (int)target, RCX);
    }
}

/* The frame at register `first`, of the code whose machine code is RDX, begins. It comes back behind this. */
static void begin_frame(Jit *j, int first) {
    Asm *a = &j->a;
    asm_mem_const(a, ASM_GROUP_ADD, false, NO_BASE, jit_address(&vm.depth), 1);
    asm_constant(a, RAX, (int64_t)((uintptr_t)j->pc | (uint64_t)first << 48));
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first - 1));
    asm_reg_const(a, ASM_GROUP_ADD, BASE, jit_slot(first));
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_jump_register(a, RDX);
    continuation(j, FUNCTION_CALL);
}

/* RAX is a function: can its frame begin at `first`, with so many arguments? RDX is its machine code then, RSI is lost.
 */
static void guard_function(Jit *j, int first, int nargs, AsmLabel *out) {
    Asm *a = &j->a;
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&function_type));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Function, code));
    asm_mem_const(a, ASM_GROUP_CMP, false, RCX, offsetof(Code, exact_args), nargs);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(Code, native));
    asm_reg(a, PLAIN, ASM_TEST, RDX, RDX);
    asm_jump_if(a, IF_EQUAL, out);
    jit_guard_limits(j, first, out);
}

/* The function, in RAX, of a window without self, which begins one register further. */
static void move_function(Jit *j, int b) {
    asm_mem_set(&j->a, BASE, jit_slot(b), 0);
    asm_mem(&j->a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(b + 1));
}

/* R[b] is the function, arguments begin at `first`, which is where the new frame begins. R[b + 2] is self, or free. */
static void call_function(Jit *j, int first, int nargs, bool method) {
    Asm *a = &j->a;
    int b = (int)jit_b(j);
    jit_flush(j);
    AsmLabel *out = leave_here(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
    if (method) {
        asm_mem_const(a, ASM_GROUP_CMP, true, BASE, jit_slot(b + 2), 0);
        asm_jump_if(a, first == b + 2 ? IF_EQUAL : IF_NOT_EQUAL, jit_exit(j));
    }
    guard_function(j, first, nargs, out);
    if (first == b + 3) move_function(j, b);
    begin_frame(j, first);
}

/* R[b] is a bound method: its function and its self take the places that they would have in a plain call. */
static void call_bound(Jit *j, int nargs) {
    Asm *a = &j->a;
    int b = (int)jit_b(j), first = b + 2;
    jit_flush(j);
    AsmLabel *out = leave_here(j);
    asm_mem(a, PLAIN, ASM_LOAD, R12, BASE, jit_slot(b));
    asm_mem_const(a, ASM_GROUP_CMP, true, R12, offsetof(Object, type), jit_address(&bound_method_type));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, R12, offsetof(BoundMethod, function));
    guard_function(j, first, nargs + 1, out);
    jit_incref(j, RAX);
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(b));
    for (int i = nargs; i > 0; i--) {
        asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(first + i - 1));
        asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first + i));
    }
    asm_mem(a, PLAIN, ASM_LOAD, RAX, R12, offsetof(BoundMethod, self));
    jit_incref(j, RAX);
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first));
    asm_move(a, RAX, R12);
    jit_decref(j);
    begin_frame(j, first);
}

/* --- the same where a map says which parameter takes what (interp/vm/bind.c) --- */

/* Registers that hold the arguments while they change places: everything is in place. */
static const uint8_t carriers[] = {R8, R9, R10, R11, R12, R13, R14, R15, RBP, RDI};
_Static_assert(sizeof carriers == CALL_MAP_MAX, "one for each parameter");

static int first_default(uint64_t map) {
    for (unsigned i = 0; i < call_map_parameters(map); i++)
        if (call_map_source(map, i) == CALL_MAP_DEFAULT) return (int)i;
    return -1;
}

/* RAX is the function. */
static void move_arguments(Jit *j, int first, uint64_t map) {
    Asm *a = &j->a;
    unsigned count = call_map_parameters(map);
    for (unsigned i = 0; i < count; i++) {
        unsigned source = call_map_source(map, i);
        if (source != i && source != CALL_MAP_DEFAULT)
            asm_mem(a, PLAIN, ASM_LOAD, carriers[i], BASE, jit_slot(first + (int)source));
    }
    for (unsigned i = 0; i < count; i++) {
        unsigned source = call_map_source(map, i);
        if (source == i) continue;
        if (source == CALL_MAP_DEFAULT) { /* RSI: the end of the defaults, which are of the last parameters */
            asm_mem(a, PLAIN, ASM_LOAD, carriers[i], RSI, jit_slot((int)i - (int)count));
            jit_incref(j, carriers[i]);
        }
        asm_mem(a, PLAIN, ASM_STORE, carriers[i], BASE, jit_slot(first + (int)i));
    }
}

static void call_matched(Jit *j, int first) {
    Asm *a = &j->a;
    int b = (int)jit_b(j);
    uint64_t map = j->pc[1];
    int missing = first_default(map);
    bool none = call_map_arguments(map) == 0 || first == b + 3;
    jit_flush(j);
    AsmLabel *out = leave_here(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&function_type));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem_const(a, ASM_GROUP_CMP, true, BASE, jit_slot(b + 2), 0);
    asm_jump_if(a, none ? IF_NOT_EQUAL : IF_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Function, code));
    asm_mem_const(a, ASM_GROUP_CMP, false, RCX, offsetof(Code, serial), (int32_t)(j->pc[2] >> 32));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(Code, native));
    asm_reg(a, PLAIN, ASM_TEST, RDX, RDX);
    asm_jump_if(a, IF_EQUAL, out);
    jit_guard_limits(j, first, out);
    if (missing >= 0) {
        asm_mem(a, PLAIN, ASM_LOAD, RSI, RAX, offsetof(Function, defaults));
        asm_reg(a, PLAIN, ASM_TEST, RSI, RSI);
        asm_jump_if(a, IF_EQUAL, jit_exit(j));
        asm_mem(a, PLAIN, ASM_LOAD, RDI, RSI, offsetof(Tuple, length));
        asm_reg_const(a, ASM_GROUP_CMP, RDI, (int)call_map_parameters(map) - missing);
        asm_jump_if(a, IF_LESS, jit_exit(j));
        asm_shift(a, ASM_SHIFT_LEFT, RDI, 3);
        asm_reg(a, PLAIN, ASM_ADD, RSI, RDI);
        asm_reg_const(a, ASM_GROUP_ADD, RSI, offsetof(Tuple, items));
    }
    move_arguments(j, first, map);
    if (first == b + 3) move_function(j, b);
    begin_frame(j, first);
}

/* --- returns --- */

void jit_call_step(Jit *j, Opcode op) {
    Asm *a = &j->a;
    jit_set_pc(j);
    asm_move(a, RDI, BASE);
    asm_move(a, RSI, RAX);
    asm_constant(a, RDX, op);
    asm_call(a, jit_steps[op]);
}

/* Calls a step for the instruction, everything being in place, and goes where it says, with its result in RAX. */
static void write_step_call(Jit *j, Opcode op) {
    Asm *a = &j->a;
    jit_call_step(j, op);
    asm_mem(a, PLAIN, ASM_LOAD, BASE, NO_BASE, jit_address(&vm.base));
    asm_move(a, RCX, RAX);
    asm_move(a, RAX, RDX);
    asm_jump_register(a, RCX);
}

static void write_step(Jit *j, Stub *s) {
    j->pc = s->pc;
    write_step_call(j, insn_op(*s->pc));
}

AsmLabel *jit_step_instead(Jit *j) {
    return &jit_stub(j, write_step)->from;
}

/* What died in the registers has asked for the frame. */
static void write_leave_again(Jit *j, Stub *s) {
    asm_move(&j->a, RDI, BASE);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RSI, NO_BASE, jit_address(&vm.pc));
    asm_call(&j->a, frame_leave);
    asm_jump(&j->a, &s->back);
}

static void return_value(Jit *j) {
    Asm *a = &j->a;
    unsigned operand = jit_a(j);
    jit_flush(j);
    AsmLabel *out = jit_step_instead(j);
    AsmLabel usual = ASM_LABEL_NEW, ready = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LOAD, RBP, BASE, jit_slot(-1));
    asm_move(a, RCX, RBP); /* the caller's instruction, and where it goes on */
    asm_shift(a, ASM_SHIFT_LEFT, RCX, 16);
    asm_shift(a, ASM_SHIFT_LOGICAL, RCX, 16);
    asm_move(a, RAX, RBP);
    asm_reg_const(a, ASM_GROUP_AND, RAX, FRAME_ENTRY | FRAME_OBJECT); /* FRAME_GENERATOR has the bit of FRAME_ENTRY */
    asm_jump_if(a, IF_EQUAL, &usual);
    if (j->code->flags & CODE_ANY_GENERATOR) {
        asm_jump(a, out);
    } else { /* of a call from C: see the thunk */
        asm_reg_const(a, ASM_GROUP_CMP, RAX, FRAME_ENTRY);
        asm_jump_if(a, IF_NOT_EQUAL, out);
        asm_move(a, R15, RCX);
        asm_reg_const(a, ASM_GROUP_AND, R15, ~(FRAME_TAG_MASK | FRAME_OBJECT));
        asm_constant(a, R13, (int64_t)(intptr_t)jit_thunks.returned);
        asm_jump(a, &ready);
    }
    asm_bind(a, &usual);
    AsmLabel plain = ASM_LABEL_NEW, class_call = ASM_LABEL_NEW, known = ASM_LABEL_NEW;
    asm_move(a, RAX, RBP);
    asm_reg_const(a, ASM_GROUP_AND, RAX, FRAME_SPECIAL);
    asm_jump_if(a, IF_EQUAL, &plain);
    asm_reg_const(a, ASM_GROUP_AND, RCX, ~FRAME_TAG_MASK);
    asm_mem32(a, ASM_LOAD_WORD, RDX, RCX, 0);
    asm_reg_const(a, ASM_GROUP_CMP, RDX, OP_CALL_CLASS);
    asm_jump_if(a, IF_EQUAL, &class_call);
    asm_mem(a, PLAIN, ASM_LOAD, R13, BASE, jit_slot(-3)); /* see special.c */
    asm_mem_set(a, BASE, jit_slot(-3), 0);
    asm_jump(a, &known);
    asm_bind(a, &class_call);
    asm_mem(a, PLAIN, ASM_LOAD, R13, RCX, CALL_CONTINUATION * 8);
    asm_reg_const(a, ASM_GROUP_SUB, R13, CLASS_CALL);
    asm_jump(a, &known);
    asm_bind(a, &plain);
    asm_mem(a, PLAIN, ASM_LOAD, R13, RCX, CALL_CONTINUATION * 8);
    asm_bind(a, &known);
    asm_mem(a, PLAIN, ASM_LEA, RDX, R13, 1); /* 0, -1 or odd: it does not go on in machine code, or in another way */
    asm_reg_const(a, ASM_GROUP_CMP, RDX, 1);
    asm_jump_if(a, IF_BELOW_EQUAL, out);
    asm_reg_const(a, ASM_GROUP_AND, RDX, 1);
    asm_jump_if(a, IF_EQUAL, out);
    asm_bind(a, &ready);
    asm_mem(a, PLAIN, ASM_LOAD, R14, BASE, jit_slot(-2));
    asm_mem_const(a, ASM_GROUP_CMP, true, R14, offsetof(Object, refcount), 1);
    asm_jump_if(a, IF_EQUAL, out); /* this machine code might go with it */
    jit_set_pc(j);
    if (jit_is_constant(operand)) {
        jit_incref_constant(j, jit_constant(j, operand), R12);
    } else {
        asm_mem(a, PLAIN, ASM_LOAD, R12, BASE, jit_slot(jit_index(operand)));
        asm_mem_set(a, BASE, jit_slot(jit_index(operand)), 0);
    }
    for (int v = j->code->local_count; v-- > 0;) {
        if (!jit_is_constant(operand) && jit_index(operand) == v) continue;
        asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(v));
        asm_mem_set(a, BASE, jit_slot(v), 0);
        jit_release(j);
    }
    Stub *again = jit_stub(j, write_leave_again);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(-1));
    asm_reg_const(a, ASM_GROUP_AND, RAX, FRAME_OBJECT);
    asm_jump_if(a, IF_NOT_EQUAL, &again->from);
    asm_bind(a, &again->back);
    asm_mem_set(a, BASE, jit_slot(-1), 0);
    asm_mem_set(a, BASE, jit_slot(-2), 0);
    asm_mem_const(a, ASM_GROUP_SUB, false, NO_BASE, jit_address(&vm.depth), 1);
    asm_shift(a, ASM_SHIFT_LOGICAL, RBP, 48);
    asm_shift(a, ASM_SHIFT_LEFT, RBP, 3);
    asm_reg(a, PLAIN, ASM_SUB, BASE, RBP);
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_move(a, RAX, R14); /* the function: not its last reference */
    asm_mem_const(a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
    jit_count(j, -1);
    asm_move(a, RAX, R12);
    asm_jump_register(a, R13);
    j->reachable = false;
}

/* --- by calling C --- */

/* Where the jump of an instruction goes. */
static const uint64_t *jump_of(const uint64_t *pc) {
    if (insn_skips(*pc)) return pc + 1 + op_info[insn_op(*pc)].cache + insn_skips(*pc);
    return op_info[insn_op(*pc)].operands[1] == 'J' ? pc + 1 + insn_jump(*pc) : pc + 2 + (int32_t)pc[1];
}

/* After a body that was not just done: what it said is in RAX. */
static void write_answer(Jit *j, Stub *s) {
    Asm *a = &j->a;
    const uint64_t *next = s->pc + 1 + op_info[insn_op(*s->pc)].cache, *target = s->join ? jump_of(s->pc) : next;
    AsmLabel leave = ASM_LABEL_NEW, leave_jumping = ASM_LABEL_NEW, raised = ASM_LABEL_NEW;
    if (s->join) {
        asm_reg_const(a, ASM_GROUP_CMP, RAX, BODY_JUMP);
        asm_jump_if(a, IF_EQUAL, &s->join->label);
        asm_reg_const(a, ASM_GROUP_CMP, RAX, BODY_LEAVE_JUMPING);
        asm_jump_if(a, IF_EQUAL, &leave_jumping);
    }
    asm_reg_const(a, ASM_GROUP_CMP, RAX, BODY_LEAVE);
    asm_jump_if(a, IF_EQUAL, &leave);
    asm_reg_const(a, ASM_GROUP_CMP, RAX, BODY_RAISED);
    asm_jump_if(a, IF_EQUAL, &raised);
    jit_forget_all(&j->state); /* BODY_AGAIN */
    j->pc = s->pc;
    j->exit = NULL;
    asm_jump(a, jit_exit(j));
    asm_bind(a, &raised);
    asm_jump_to(a, jit_thunks.raised);
    asm_bind(a, &leave);
    jit_leave_to(j, next);
    if (!s->join) return;
    asm_bind(a, &leave_jumping);
    jit_leave_to(j, target);
}

static bool has_jump(Opcode op) {
    return op_info[op].operands[1] == 'J' || op == OP_FOR_ITER || op == OP_JUMP_IN || op == OP_JUMP_IS ||
           op == OP_JUMP_IF_NO_MATCH || (op >= OP_JUMP_LT && op <= OP_JUMP_GE) || op == OP_LOAD_SUPER_METHOD ||
           op == OP_GET_SLICE || op == OP_SET_SLICE || op == OP_DEL_SLICE;
}

void jit_call_body(Jit *j, Opcode op) {
    jit_flush(j);
    jit_set_pc(j);
    asm_move(&j->a, RDI, BASE);
    asm_move(&j->a, RSI, RAX);
    asm_constant(&j->a, RDX, op);
    asm_call(&j->a, bodies[op]);
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    jit_forget_all(&j->state);
    Stub *s = jit_stub(j, write_answer);
    if (has_jump(op)) s->join = jit_bare_join(j, jump_of(j->pc));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &s->from);
}

/* Has the loop yet to see what this one could be specialised for? */
bool jit_is_cold(const uint64_t *insn) {
    Opcode op = insn_op(*insn);
    return op != OP_JUMP_IN && op != OP_JUMP_IS && op != OP_JUMP_IF_NO_MATCH && op != OP_CALL_EX &&
           op != OP_LOAD_SUPER_METHOD && quicken_is_new(insn);
}

static void call_step(Jit *j, Opcode op) {
    jit_flush(j);
    write_step_call(j, op);
    j->comes_back = true;
    if (op == OP_CALL_CLASS)
        continuation(j, CLASS_CALL);
    else if (jit_is_call(op))
        continuation(j, FUNCTION_CALL);
    else
        j->reachable = false;
}

bool jit_call_template(Jit *j, Opcode op) {
    int b = (int)jit_b(j), n = (int)jit_c(j);
    switch (op) {
    case OP_CALL_FUNCTION: return call_function(j, b + 2, n, false), true;
    case OP_CALL_MATCHED: return call_matched(j, b + 2), true;
    case OP_CALL_UNBOUND_MATCHED: return call_matched(j, b + 3), true;
    case OP_CALL_BOUND: return call_bound(j, n), true;
    case OP_CALL_UNBOUND_FUNCTION: return call_function(j, b + 3, n, true), true;
    case OP_CALL_METHOD_FUNCTION: return call_function(j, b + 2, n + 1, true), true;
    case OP_RETURN: return return_value(j), true;
    default:
        if (jit_is_cold(j->pc)) return false;
        if (jit_steps[op]) return call_step(j, op), true;
        if (jit_native_call(j, op) || jit_by_slot(j, op)) return true;
        if (bodies[op]) jit_call_body(j, op);
        return bodies[op];
    }
}
