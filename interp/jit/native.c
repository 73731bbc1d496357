/* Templates: calls of what is written in C, without anything between; displays and iteration, too.
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
#include "interp/vm/ops.h"

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

/* The window is empty now. */
static void learn_window(Jit *j, int first, int end) {
    for (int v = first; v < end; v++) *jit_learn(&j->state, v) = (Known){.v = (int16_t)v, .empty = true};
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
    learn_window(j, b, first + n);
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

/* Displays and f-strings: RDI -> the parts, RSI = how many. */
static void build(Jit *j, const Constructor *c) {
    Asm *a = &j->a;
    int b = (int)jit_b(j), n = (int)jit_c(j), to = (int)jit_a(j);
    jit_flush(j);
    jit_set_pc(j);
    asm_mem(a, PLAIN, ASM_LEA, RDI, BASE, jit_slot(b));
    asm_constant(a, RSI, n);
    asm_call(a, c->make);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &jit_stub(j, jit_write_raised)->from);
    if (c->asks) jit_forget_all(&j->state);
    learn_window(j, b, b + n * (int)c->width);
    asm_move(a, RCX, RAX);
    jit_store_object(j, to, RCX);
    *jit_learn(&j->state, to) = (Known){.v = (int16_t)to, .type = c->type};
    if (c->asks) jit_leave_if_watched(j);
}

static const uint64_t *after(const uint64_t *pc) {
    return pc + 1 + op_info[insn_op(*pc)].cache;
}
static const uint64_t *jump_in_cache(const uint64_t *pc) {
    return pc + 2 + (int32_t)pc[1];
}

/* The iterator in *slot gave nothing. 0: it raised. */
static intptr_t ended(Object **slot) {
    if (raise_pending() && !raise_clear_if(&exc_StopIteration)) return 0;
    clear_ref(slot);
    return 1;
}
static void write_ended(Jit *j, Stub *s) {
    Asm *a = &j->a;
    AsmLabel well = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LEA, RDI, BASE, jit_slot(s->b));
    asm_call(a, ended);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_NOT_EQUAL, &well);
    asm_jump_to(a, jit_thunks.raised);
    asm_bind(a, &well);
    asm_constant(a, RAX, (int64_t)(intptr_t)&j->code->compiled);
    asm_mem_const(a, ASM_GROUP_CMP, false, RAX, 0, 0);
    asm_jump_if(a, IF_NOT_EQUAL, &s->join->label);
    jit_leave_to(j, jump_in_cache(s->pc));
}

/* FOR over what is written in C: RDI = the iterator. */
static void for_iterator(Jit *j) {
    Asm *a = &j->a;
    int b = (int)jit_b(j);
    jit_flush(j);
    jit_set_pc(j);
    asm_mem(a, PLAIN, ASM_LOAD, RDI, BASE, jit_slot(b));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDI, offsetof(Object, type));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Type, next));
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, jit_exit(j)); /* a class may have lost it */
    asm_call_register(a, RAX);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    jit_forget_all(&j->state);
    Stub *end = jit_stub(j, write_ended);
    end->b = b;
    end->join = jit_bare_join(j, jump_in_cache(j->pc));
    asm_jump_if(a, IF_EQUAL, &end->from);
    asm_move(a, RCX, RAX);
    jit_store_object(j, (int)jit_a(j), RCX);
    jit_leave_if_watched(j);
}

/* R12: was the jump to be taken? */
static void write_left_jumping(Jit *j, Stub *s) {
    AsmLabel taken = ASM_LABEL_NEW;
    asm_reg_const(&j->a, ASM_GROUP_CMP, R12, s->a);
    asm_jump_if(&j->a, IF_EQUAL, &taken);
    jit_leave_to(j, after(s->pc));
    asm_bind(&j->a, &taken);
    jit_leave_to(j, jump_in_cache(s->pc));
}

/* RAX = what the slot at this offset in the type of RDI's object says of it and RSI, or `otherwise` where it is empty.
 */
static void call_slot(Jit *j, unsigned object, unsigned other, int32_t slot, const void *otherwise) {
    Asm *a = &j->a;
    AsmLabel known = ASM_LABEL_NEW;
    jit_flush(j);
    jit_set_pc(j);
    jit_value_object(j, other, RSI);
    jit_value_object(j, object, RDI);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDI, offsetof(Object, type));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RAX, slot);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_NOT_EQUAL, &known);
    asm_constant(a, RAX, (int64_t)(intptr_t)otherwise);
    asm_bind(a, &known);
    asm_call_register(a, RAX);
}

/* A = what C gave for B, and for C where that is an operand. */
static void give_result(Jit *j, bool two) {
    Asm *a = &j->a;
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &jit_stub(j, jit_write_raised)->from);
    asm_move(a, R12, RAX);
    jit_kill(j, jit_read_b(j));
    if (two) jit_kill(j, jit_read_c(j));
    jit_forget_all(&j->state);
    asm_move(a, RCX, R12);
    jit_store_object(j, (int)jit_a(j), RCX);
    jit_leave_if_watched(j);
}

/* A = B[C], of whatever has no template. */
static void get_item(Jit *j) {
    call_slot(j, jit_b(j), jit_c(j), offsetof(Type, get_item), object_getitem);
    give_result(j, true);
}

/* A = B op C, the same: function(B, C, which). */
static void operate(Jit *j, const void *function, int which) {
    jit_flush(j);
    jit_set_pc(j);
    jit_value_object(j, jit_b(j), RDI);
    jit_value_object(j, jit_c(j), RSI);
    asm_constant(&j->a, RDX, which);
    asm_call(&j->a, function);
    give_result(j, true);
}

static void get_iterator(Jit *j) {
    jit_flush(j);
    jit_set_pc(j);
    jit_value_object(j, jit_b(j), RDI);
    asm_call(&j->a, object_iter);
    give_result(j, false);
}

/* B in C */
static void jump_in(Jit *j) {
    Asm *a = &j->a;
    call_slot(j, jit_c(j), jit_b(j), offsetof(Type, contains), object_contains);
    asm_move_int(a, R12, RAX);
    asm_reg_const(a, ASM_GROUP_CMP, R12, 1);
    asm_jump_if(a, IF_ABOVE, &jit_stub(j, jit_write_raised)->from); /* -1, without a sign */
    jit_kill(j, jit_c(j));
    jit_kill(j, jit_b(j));
    jit_forget_all(&j->state);
    Stub *watched = jit_stub(j, write_left_jumping);
    watched->a = (int)jit_a(j);
    asm_constant(a, RAX, (int64_t)(intptr_t)&j->code->compiled);
    asm_mem_const(a, ASM_GROUP_CMP, false, RAX, 0, 0);
    asm_jump_if(a, IF_EQUAL, &watched->from);
    asm_reg_const(a, ASM_GROUP_CMP, R12, (int)jit_a(j));
    asm_jump_if(a, IF_EQUAL, jit_edge(j, jump_in_cache(j->pc)));
}

bool jit_native_call(Jit *j, Opcode op) {
    if (constructors[op].make) return build(j, &constructors[op]), true;
    switch (op) {
    case OP_CALL_NATIVE: return j->pc[1] && call_function(j, (int)jit_b(j) + 2);
    case OP_CALL_UNBOUND_NATIVE: return j->pc[1] && call_function(j, (int)jit_b(j) + 3);
    case OP_CALL_METHOD_NATIVE: return j->pc[1] && call_method(j);
    case OP_CALL_TYPE: return j->pc[1] && call_type(j);
    case OP_GET_ITEM: return get_item(j), true;
    case OP_ADD ... OP_RSHIFT: return operate(j, number_binary, (int)(op - OP_ADD) + BIN_ADD), true;
    case OP_IADD ... OP_IRSHIFT: return operate(j, number_inplace, (int)(op - OP_IADD) + BIN_ADD), true;
    case OP_GET_ITER: return get_iterator(j), true;
    case OP_FOR_ITER: return for_iterator(j), true;
    case OP_JUMP_IN: return jump_in(j), true;
    default: return false;
    }
}
