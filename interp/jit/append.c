/* Templates: appending to lists, in comprehensions and by their method. The item goes behind the last one where there
 * is room; only a list that has to grow is left to C, which needs nothing in place for that: it runs nobody's code.
 */
#include "interp/jit/impl.h"
#include "interp/object/list.h"

/* RCX: the item, a reference that the list takes over; the list is in the holder s->a. */
static void write_grow(Jit *j, Stub *s) {
    Asm *a = &j->a;
    AsmLabel failed = ASM_LABEL_NEW;
    jit_return_to(j, s);
    jit_set_pc(j);
    asm_move(a, RAX, jit_machine(s->a));
    jit_ask(j, list_append_slow);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_NOT_EQUAL, &failed);
    asm_jump(a, &s->back);
    asm_bind(a, &failed);
    jit_write_state(j, s->held);
    asm_jump_to(a, jit_thunks.raised);
}

/* To the list in a holder. A number that is the item gets an object first. */
static void append(Jit *j, int list, unsigned operand) {
    Asm *a = &j->a;
    unsigned l = jit_machine(list);
    jit_take_object(j, operand, RCX);
    Stub *stub = jit_stub(j, write_grow);
    stub->a = list;
    asm_mem(a, PLAIN, ASM_LOAD, RDX, (int)l, offsetof(List, length));
    asm_mem(a, PLAIN, ASM_CMP, RDX, (int)l, offsetof(List, capacity));
    asm_jump_if(a, IF_GREATER_EQUAL, &stub->from);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)l, offsetof(List, items));
    asm_mem_indexed(a, ASM_STORE, RCX, RAX, RDX);
    asm_mem_const(a, ASM_GROUP_ADD, true, (int)l, offsetof(List, length), 1);
    asm_bind(a, &stub->back);
}

static int list_in_holder(Jit *j, int v) {
    int holder = jit_hold(j, false, -1, HELD_COPY);
    asm_move(&j->a, jit_machine(holder), jit_object(j, v, jit_machine(holder)));
    return holder;
}

void jit_list_append(Jit *j) {
    unsigned item = jit_b(j);
    if (!jit_is_constant(item)) jit_place_value(j, jit_index(item));
    append(j, list_in_holder(j, (int)jit_a(j)), item);
}

void jit_append_call(Jit *j, int self, int item) {
    jit_place_value(j, item);
    append(j, list_in_holder(j, self), (unsigned)item | OPERAND_DYING);
    jit_settle(j); /* the list may die, if nobody else has it */
    jit_kill(j, (unsigned)self | OPERAND_DYING);
}
