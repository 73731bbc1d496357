/* Templates: properties, operators, comparisons and items whose special method is a function. Compiled code pushes its
 * frame as the loop does (interp/vm/special.c) and goes on in there.
 *
 * These instructions have no cache word for where they go on. It stands in the frame instead, in the word that only
 * generators use otherwise, and that is the first one above the caller's registers:
 *
 *      ... registers of the caller | continuation | function | return word | o | key | temporaries of __getitem__ ...
 *
 * A return takes it from there, with the result in RAX. It is NULL where the loop made the frame, or when the caller's
 * code was dropped meanwhile. Whoever ends such a frame leaves the word NULL.
 *
 * The method is found in the table that all lookups share, so that a site may meet many classes. Everything that is
 * unusual (another number of parameters, a function that is not compiled, too little room) is a step in C.
 */
#include "interp/jit/impl.h"
#include "interp/object/descriptors.h"
#include "interp/object/type_impl.h"
#include "interp/vm/ops.h"

/* RAX = what the class in RAX has under that name; `otherwise`: it is not remembered, or not of type t. */
static void find_in_class(Jit *j, const Str *name, const Type *t, AsmLabel *otherwise) {
    Asm *a = &j->a;
    jit_find_lookup(j, RSI, name, otherwise);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RSI, offsetof(TypeLookup, value));
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, otherwise);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(t));
    asm_jump_if(a, IF_NOT_EQUAL, otherwise);
}

static void find_method(Jit *j, const Str *name, AsmLabel *otherwise) {
    find_in_class(j, name, &function_type, otherwise);
}

/* The same for an operator. One in place is the plain one in classes that do not have it. */
static void find_operator(Jit *j, Opcode generic, AsmLabel *otherwise) {
    Asm *a = &j->a;
    AsmLabel plain = ASM_LABEL_NEW, found = ASM_LABEL_NEW;
    SpecialOperator o = special_operator_names(generic);
    if (o.inplace) {
        int32_t slot = (int32_t)(offsetof(Type, inplace) + o.op * sizeof(BinaryFn));
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, slot, 0);
        asm_jump_if(a, IF_EQUAL, &plain);
        find_method(j, o.inplace, otherwise);
        asm_jump(a, &found);
    }
    asm_bind(a, &plain);
    find_method(j, o.name, otherwise);
    asm_bind(a, &found);
}

/* --- calls --- */

/* A step makes the frame; returns find the continuation in that, too. */
static void write_step(Jit *j, Stub *s) {
    Asm *a = &j->a;
    AsmLabel same = ASM_LABEL_NEW;
    j->pc = s->pc;
    jit_call_step(j, insn_op(*s->pc));
    asm_mem(a, PLAIN, ASM_CMP, BASE, NO_BASE, jit_address(&vm.base));
    asm_jump_if(a, IF_EQUAL, &same);
    asm_mem(a, PLAIN, ASM_LOAD, BASE, NO_BASE, jit_address(&vm.base));
    asm_mem_set(a, BASE, jit_slot(-3), jit_address(a->start + s->a));
    asm_bind(a, &same);
    asm_jump_register(a, RAX);
}

static int first_register(const Jit *j) {
    return j->code->register_count + FRAME_HEADER;
}

/* Can the function in RAX be called with n arguments? RDX is its machine code then; RCX and RSI are lost. */
static void guard_special(Jit *j, int n, Stub *step) {
    Asm *a = &j->a;
    AsmLabel *otherwise = &step->from;
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Function, code));
    asm_mem_const(a, ASM_GROUP_CMP, false, RCX, offsetof(Code, exact_args), n);
    asm_jump_if(a, IF_NOT_EQUAL, otherwise);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(Code, native));
    asm_reg(a, PLAIN, ASM_TEST, RDX, RDX);
    asm_jump_if(a, IF_EQUAL, otherwise);
    jit_guard_limits(j, first_register(j), otherwise);
}

/* Its frame begins with copies of the operands, then as often None. What is written next runs when it returns. */
static void push_special(Jit *j, const unsigned *operands, int n, int nones, Stub *step) {
    Asm *a = &j->a;
    int first = first_register(j);
    asm_mem_const(a, ASM_GROUP_ADD, false, NO_BASE, jit_address(&vm.depth), 1);
    jit_incref(j, RAX);
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first - 2));
    for (int i = 0; i < n; i++) {
        jit_value_object(j, operands[i], RAX);
        jit_incref(j, RAX);
        asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first + i));
    }
    for (int i = n; i < n + nones; i++) {
        jit_incref_constant(j, NONE, RAX);
        asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first + i));
    }
    asm_constant(a, RAX, (int64_t)((uintptr_t)j->pc | FRAME_SPECIAL | (uint64_t)first << 48));
    asm_mem(a, PLAIN, ASM_STORE, RAX, BASE, jit_slot(first - 1));
    asm_mem_set(a, BASE, jit_slot(first - 3), 0);
    int32_t continuation = asm_here(a) - 4; /* the 0 */
    asm_reg_const(a, ASM_GROUP_ADD, BASE, jit_slot(first));
    asm_mem(a, PLAIN, ASM_STORE, BASE, NO_BASE, jit_address(&vm.base));
    asm_jump_register(a, RDX);

    if ((uintptr_t)a->at & 1) asm_byte(a, 0x90); /* returns know continuations by their being even */
    step->a = asm_here(a);
    asm_patch(a, continuation, jit_address(a->at));
    jit_forget_all(&j->state);
    j->comes_back = true;
}

static void call_special(Jit *j, const unsigned *operands, int n, Stub *step) {
    guard_special(j, n, step);
    push_special(j, operands, n, 0, step);
}

/* --- what the instructions want the result for; it is in RAX --- */

/* Everything but the plain case: C does the whole rest of the instruction. */
static void write_finish(Jit *j, Stub *s) {
    Asm *a = &j->a;
    j->pc = s->pc;
    asm_move(a, RDX, RAX);
    jit_set_pc(j);
    asm_move(a, RDI, BASE);
    asm_move(a, RSI, RAX);
    asm_call(a, jit_finish_special);
    asm_jump_register(a, RAX);
}

static void kill_operands(Jit *j, const unsigned *operands, int n) {
    for (int i = 0; i < n; i++)
        if (!jit_is_constant(operands[i])) jit_kill(j, operands[i]);
}

static void deliver(Jit *j, const unsigned *operands, int n) {
    asm_move(&j->a, R12, RAX);
    kill_operands(j, operands, n);
    jit_store_object(j, (int)jit_a(j), R12);
}

static void finish_operator(Jit *j, const unsigned *operands) {
    asm_reg_const(&j->a, ASM_GROUP_CMP, RAX, jit_address(NOT_IMPLEMENTED));
    asm_jump_if(&j->a, IF_EQUAL, &jit_stub(j, write_finish)->from);
    deliver(j, operands, 2);
}

static void finish_comparison(Jit *j, const unsigned *operands) {
    Asm *a = &j->a;
    AsmLabel yes = ASM_LABEL_NEW;
    asm_constant(a, R12, 1);
    asm_reg_const(a, ASM_GROUP_CMP, RAX, jit_address(TRUE));
    asm_jump_if(a, IF_EQUAL, &yes);
    asm_reg_const(a, ASM_GROUP_CMP, RAX, jit_address(FALSE));
    asm_jump_if(a, IF_NOT_EQUAL, &jit_stub(j, write_finish)->from);
    asm_constant(a, R12, 0);
    asm_bind(a, &yes);
    jit_count(j, -1);
    asm_mem_const(a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1); /* there is always another one */
    kill_operands(j, operands, 2);
    asm_reg_const(a, ASM_GROUP_CMP, R12, (int32_t)jit_a(j));
    asm_jump_if(a, IF_EQUAL, jit_edge(j, j->pc + 2 + (int32_t)j->pc[1]));
}

/* --- the instructions --- */

/* Everything is put in place, and the class of the operand is in RAX. */
static Stub *begin(Jit *j, unsigned operand) {
    jit_flush(j);
    Stub *step = jit_stub(j, write_step);
    jit_value_object(j, operand, RAX);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Object, type));
    return step;
}

static bool get_property(Jit *j) {
    unsigned b = jit_b(j);
    Stub *step = begin(j, b);
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, RAX, offsetof(Type, getattr), jit_address(object_generic_getattr));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &step->from);
    find_in_class(j, j->code->names[jit_c(j)], &property_type, &step->from);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Property, get));
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(&j->a, IF_EQUAL, &step->from);
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&function_type));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &step->from);
    call_special(j, &b, 1, step);
    deliver(j, &b, 1);
    return true;
}

static bool item(Jit *j, const Str *method, int n) {
    unsigned operands[] = {jit_a(j), jit_b(j), jit_c(j)}, *used = n == 2 ? operands + 1 : operands;
    if (jit_is_constant(used[0])) return false;
    Stub *step = begin(j, used[0]);
    find_method(j, method, &step->from);
    call_special(j, used, n, step);
    if (n == 2) {
        deliver(j, used, n);
    } else {
        jit_decref(j);
        kill_operands(j, used, n);
    }
    return true;
}

static bool operator(Jit *j, Opcode generic, bool jumps) {
    unsigned operands[] = {jit_b(j), jit_c(j)};
    if (jit_is_constant(operands[0])) return false;
    Stub *step = begin(j, operands[0]);
    if (!jit_is_constant(operands[1])) { /* the right operand has no say before the left one */
        AsmLabel same = ASM_LABEL_NEW;
        jit_value_object(j, operands[1], RCX);
        asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, offsetof(Object, type));
        asm_reg(&j->a, PLAIN, ASM_CMP, RAX, RCX);
        asm_jump_if(&j->a, IF_EQUAL, &same);
        asm_mem32(&j->a, ASM_LOAD, RCX, RCX, offsetof(Type, mem.flags));
        asm_reg_const(&j->a, ASM_GROUP_AND, RCX, TYPE_HEAP);
        asm_jump_if(&j->a, IF_NOT_EQUAL, &step->from);
        asm_bind(&j->a, &same);
    }
    find_operator(j, generic, &step->from);
    call_special(j, operands, 2, step);
    if (jumps)
        finish_comparison(j, operands);
    else
        finish_operator(j, operands);
    return true;
}

static bool with_enter(Jit *j) {
    Asm *a = &j->a;
    unsigned manager = jit_c(j);
    int exit = (int)jit_b(j);
    Stub *step = begin(j, manager);
    asm_move(a, R12, RAX);
    find_method(j, names.__exit__, &step->from);
    asm_move(a, R13, RAX);
    asm_move(a, RAX, R12);
    find_method(j, names.__enter__, &step->from);
    guard_special(j, 1, step);
    jit_incref(j, R13);
    asm_mem(a, PLAIN, ASM_STORE, R13, BASE, jit_slot(exit));
    jit_value_object(j, manager, RCX);
    jit_incref(j, RCX);
    asm_mem(a, PLAIN, ASM_STORE, RCX, BASE, jit_slot(exit + 1));
    push_special(j, &manager, 1, 0, step);
    deliver(j, &manager, 1);
    return true;
}

static bool with_exit(Jit *j) {
    Asm *a = &j->a;
    unsigned exit = jit_b(j), self = exit + 1, exception = jit_c(j) & OPERAND_INDEX;
    jit_flush(j);
    Stub *step = jit_stub(j, write_step);
    if (exception != NO_REGISTER) asm_jump(a, &step->from);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot((int)exit));
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&function_type));
    asm_jump_if(a, IF_NOT_EQUAL, &step->from);
    asm_mem_const(a, ASM_GROUP_CMP, true, BASE, jit_slot((int)self), 0);
    asm_jump_if(a, IF_EQUAL, &step->from);
    guard_special(j, 4, step);
    push_special(j, &self, 1, 3, step);
    deliver(j, (unsigned[]){exit | OPERAND_DYING, self | OPERAND_DYING}, 2);
    return true;
}

bool jit_special(Jit *j, Opcode op) {
    if (jit_is_cold(j->pc)) return false;
    switch (op) {
    case OP_LOAD_ATTR_PROPERTY: return get_property(j);
    case OP_GET_ITEM_CALL: return item(j, names.__getitem__, 2);
    case OP_SET_ITEM_CALL: return item(j, names.__setitem__, 3);
    case OP_WITH_ENTER: return with_enter(j);
    case OP_WITH_EXIT: return with_exit(j);
    case OP_BINARY_CALL: return operator(j, (Opcode)(uint16_t)j->pc[1], false);
    case OP_JUMP_COMPARE_CALL: return operator(j, (Opcode)(j->pc[1] >> 48), true);
    default: return false;
    }
}

void jit_special_dropped(const Code *c) {
    Object **base = vm.base;
    while (base) {
        unsigned distance = word_distance(frame_word(base));
        uint64_t tag = frame_word(base) & FRAME_TAG_MASK;
        Object **below = distance ? base - distance : NULL;
        if (tag == FRAME_GENERATOR && frame_function(below)->code == c) ((Generator *)base[-3])->consumer = NULL;
        if (tag == FRAME_SPECIAL && frame_function(below)->code == c &&
            base - below == c->register_count + FRAME_HEADER)
            base[-3] = NULL;
        base = below;
    }
}
