/* Templates: calls of what is written in C, without anything between.
 *
 * The loop has noted in the instruction which row of a method table it called last, or which type. As long as it is the
 * same, compiled code calls the C function: how many arguments it takes was compared when this was compiled.
 *
 *      window   function | (free) | self | arguments ...        RDI = self, RSI -> arguments, RDX = how many
 *
 * The arguments stand in the window as always, with references of their own: C may run anything. The function itself
 * is not counted where nobody would miss it: the row is static, and what a module's function has as its self is unused.
 * What is called now and then with something else has its body do that, out of line.
 */
#include <string.h>

#include "interp/jit/impl.h"
#include "interp/object/function.h"
#include "interp/object/type_impl.h"
#include "interp/vm/bodies.h"

static bool takes(const Method *m, int n) {
    return n >= m->min && (m->max < 0 || n <= m->max) && (intptr_t)m < INT32_MAX;
}

void jit_write_raised(Jit *j, Stub *s) {
    asm_jump_to(&j->a, jit_thunks.raised);
}

static void write_left(Jit *j, Stub *s) {
    jit_leave_to(j, s->pc + 1 + op_info[insn_op(*s->pc)].cache + insn_skips(*s->pc));
}

void jit_leave_if_watched(Jit *j) {
    asm_constant(&j->a, RAX, (int64_t)(intptr_t)&j->code->compiled);
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, RAX, 0, 0);
    asm_jump_if(&j->a, IF_EQUAL, &jit_stub(j, write_left)->from);
}

void jit_write_other(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    jit_forget_all(&j->state);
    j->pc = s->pc;
    j->exit = NULL;
    jit_call_body(j, insn_op(*s->pc));
    asm_jump(&j->a, &s->back);
}

/* Calls `function`, whose first argument is in RDI already, with n registers from `first` on; releases those from
 * `owned` to their end, and the callee if that is owned; the result goes to A. */
static void call(Jit *j, const void *function, int first, int n, int owned, bool owns_callee, Stub *other) {
    Asm *a = &j->a;
    jit_set_pc(j);
    asm_mem(a, PLAIN, ASM_LEA, RSI, BASE, jit_slot(first));
    asm_constant(a, RDX, n);
    asm_constant(a, RCX, 0); /* no keywords */
    asm_call(a, function);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &jit_stub(j, jit_write_raised)->from);
    asm_move(a, R12, RAX);
    for (int v = first + n; v-- > owned;) jit_kill(j, (unsigned)v | OPERAND_DYING);
    int b = (int)jit_b(j);
    if (owns_callee) jit_kill(j, (unsigned)b | OPERAND_DYING);
    jit_forget_all(&j->state);
    jit_learn_empty(j, b, first + n);
    if (jit_dies(jit_a(j))) {
        asm_move(a, RAX, R12);
        jit_decref(j);
    } else {
        asm_move(a, RCX, R12);
        jit_store_object(j, (int)jit_a(j), RCX);
    }
    jit_leave_if_watched(j);
    asm_bind(a, &other->back);
}

/* The callee in window b, which has this type and this row: in a register of the machine. */
static unsigned guard_callee(Jit *j, int b, Type *t, const Method *m, Stub *other) {
    const Known *k = jit_known(&j->state, b);
    unsigned f = jit_object(j, b, RAX);
    if (k && k->object) return f;
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, (int)f, offsetof(Object, type), jit_address(t));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &other->from);
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, (int)f, offsetof(Native, method), jit_address(m));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &other->from);
    return f;
}

/* All arguments go to their places. So does the callee, unless it is borrowed and may stay so: where it is then. */
static unsigned settle_window(Jit *j, int b, bool may_stay, bool *is_owned) {
    int holder = jit_held(&j->state, b);
    *is_owned = !may_stay || jit_is_owned(j, (unsigned)b);
    if (*is_owned) {
        jit_flush(j);
        asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
        return RAX;
    }
    jit_flush_but(j, b);
    jit_drop_holder(j, holder);
    return jit_machine(holder);
}

static bool call_function(Jit *j, int first) {
    const Method *m = (const Method *)(uintptr_t)j->pc[1];
    int b = (int)jit_b(j), n = (int)jit_c(j);
    if (!takes(m, n)) return false;
    Stub *other = jit_stub(j, jit_write_other);
    guard_callee(j, b, &native_type, m, other);
    if (first == b + 3) { /* no self */
        asm_mem_const(&j->a, ASM_GROUP_CMP, true, BASE, jit_slot(b + 2), 0);
        asm_jump_if(&j->a, IF_NOT_EQUAL, &other->from);
    }
    bool is_owned, of_module = (uint32_t)j->pc[2];
    unsigned f = settle_window(j, b, of_module, &is_owned);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDI, (int)f, offsetof(Native, self));
    call(j, (const void *)m->fn, first, n, first, is_owned, other);
    return true;
}

static bool is_of_type(const Known *k, const Type *t) {
    return k && (k->type == t || (k->version && k->version == t->version));
}

/* As native_takes_self, for the object in register v and the descriptor in f. */
static void guard_owner(Jit *j, int v, unsigned f, const Type *owner, Stub *other) {
    if (owner && is_of_type(jit_known(&j->state, v), owner)) return;
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, (int)f, offsetof(Native, owner));
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDX, (int)jit_object(j, v, RDX), offsetof(Object, type));
    AsmLabel of_owner = ASM_LABEL_NEW;
    asm_reg(&j->a, PLAIN, ASM_CMP, RCX, RDX);
    asm_jump_if(&j->a, IF_EQUAL, &of_owner);
    asm_mem(&j->a, PLAIN, ASM_CMP, RCX, RDX, offsetof(Type, base));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &other->from);
    asm_bind(&j->a, &of_owner);
}

/* list.append as a statement is done here, too. */
static bool is_append(const Jit *j, const Native *known) {
    return known && known->owner == &list_type && strcmp(known->method->name, "append") == 0 && jit_c(j) == 1 &&
           jit_dies(jit_a(j));
}

static bool call_method(Jit *j) {
    const Method *m = (const Method *)(uintptr_t)j->pc[1];
    int b = (int)jit_b(j), n = (int)jit_c(j);
    if (!takes(m, n)) return false;
    const Known *k = jit_known(&j->state, b);
    const Native *known = k ? (const Native *)k->object : NULL;
    if (known && (known->base.type != &method_descriptor_type || known->method != m)) return false;
    const Known *self = jit_known(&j->state, b + 2);
    if (self && self->empty) return false;
    if (is_append(j, known) && is_of_type(self, &list_type)) {
        jit_append_call(j, b + 2, b + 3);
        jit_kill(j, (unsigned)b | OPERAND_DYING);
        return true;
    }
    Stub *other = jit_stub(j, jit_write_other);
    unsigned f = guard_callee(j, b, &method_descriptor_type, m, other);
    if (!known) {
        asm_mem_const(&j->a, ASM_GROUP_CMP, true, BASE, jit_slot(b + 2), 0);
        asm_jump_if(&j->a, IF_EQUAL, &other->from);
    }
    guard_owner(j, b + 2, f, known ? known->owner : NULL, other);
    bool is_owned;
    settle_window(j, b, known && !type_flag(known->owner, TYPE_HEAP), &is_owned);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDI, BASE, jit_slot(b + 2));
    call(j, (const void *)m->fn, b + 3, n, b + 2, is_owned, other);
    return true;
}

static bool call_type(Jit *j) {
    Type *t = (Type *)(uintptr_t)j->pc[1];
    int b = (int)jit_b(j), n = (int)jit_c(j);
    Stub *other = jit_stub(j, jit_write_other);
    asm_reg_const(&j->a, ASM_GROUP_CMP, jit_object(j, b, RAX), jit_address(t));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &other->from);
    bool is_owned;
    settle_window(j, b, true, &is_owned);
    asm_constant(&j->a, RDI, jit_address(t));
    call(j, (const void *)type_call_entry(t), b + 2, n, b + 2, is_owned, other);
    return true;
}

bool jit_native_call(Jit *j, Opcode op) {
    switch (op) {
    case OP_CALL_NATIVE: return j->pc[1] && call_function(j, (int)jit_b(j) + 2);
    case OP_CALL_UNBOUND_NATIVE: return j->pc[1] && call_function(j, (int)jit_b(j) + 3);
    case OP_CALL_METHOD_NATIVE: return j->pc[1] && call_method(j);
    case OP_CALL_TYPE: return j->pc[1] && call_type(j);
    default: return false;
    }
}
