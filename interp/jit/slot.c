/* Templates: what C does for an object, by a slot of its type or a function that looks for one, without a body between.
 *
 *      FOR_ITER        RDI = iterator               -> [type->next]        the item; NULL: the end, or an exception
 *      JUMP_IN         RDI = container, RSI = item  -> [type->contains]    1, 0, -1
 *      GET_ITEM        RDI = object, RSI = key      -> [type->get_item]
 *      LOAD_ATTR_NATIVE RDI = object, RSI = what its class has    attribute_by_descriptor
 *      ADD, ...        RDI, RSI = operands, RDX = which                    number_binary, number_inplace
 *      BUILD_LIST, ... RDI -> the parts in their window, RSI = how many    constructors[]
 *
 * They come behind all templates that know better: here everything is in place before the call and nothing is known
 * after it, since it may run anything. What a body would add costs as much as some of these do.
 */
#include "interp/jit/impl.h"
#include "interp/object/type_impl.h"
#include "interp/vm/ops.h"

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
    jit_learn_empty(j, b, b + n * (int)c->width);
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

static void get_item(Jit *j) {
    call_slot(j, jit_b(j), jit_c(j), offsetof(Type, get_item), object_getitem);
    give_result(j, true);
}

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

static void ask_descriptor(Jit *j) {
    unsigned b = jit_read_b(j);
    jit_flush(j);
    jit_set_pc(j);
    unsigned object = jit_object(j, jit_index(b), RDI);
    jit_guard_version(j, jit_index(b), object, (uint32_t)j->pc[1]);
    asm_move(&j->a, RDI, object);
    asm_constant(&j->a, RSI, (int64_t)j->pc[2]);
    asm_call(&j->a, attribute_by_descriptor);
    give_result(j, false);
}

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

bool jit_by_slot(Jit *j, Opcode op) {
    if (constructors[op].make) return build(j, &constructors[op]), true;
    switch (op) {
    case OP_GET_ITEM: return get_item(j), true;
    case OP_ADD ... OP_RSHIFT: return operate(j, number_binary, (int)(op - OP_ADD) + BIN_ADD), true;
    case OP_IADD ... OP_IRSHIFT: return operate(j, number_inplace, (int)(op - OP_IADD) + BIN_ADD), true;
    case OP_GET_ITER: return get_iterator(j), true;
    case OP_LOAD_ATTR_NATIVE: return ask_descriptor(j), true;
    case OP_FOR_ITER: return for_iterator(j), true;
    case OP_JUMP_IN: return jump_in(j), true;
    default: return false;
    }
}
