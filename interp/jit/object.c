/* Templates: moving, names, items, iteration, and the jumps that look at objects.
 *
 * What is loaded into a temporary is borrowed: its owner keeps it, and mostly the next instruction uses it up. Before
 * anything that may release objects (a store, a release of something that is no number) all that is held is put in
 * place, so whatever their deaths run finds the frame as it should be.
 */
#include "gc/safepoint.h"
#include "interp/jit/impl.h"
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/float.h"
#include "interp/object/instance.h"
#include "interp/object/module.h"
#include "interp/object/str.h"

void jit_make_room(Jit *j, int a) {
    if (jit_is_temporary(j, a))
        jit_prepare_empty(j, a);
    else
        jit_settle(j);
}

void jit_give_object(Jit *j, int a, unsigned object) {
    if (jit_is_temporary(j, a)) {
        jit_give_borrowed(j, a, object);
    } else {
        jit_incref(j, (int)object);
        jit_store_object(j, a, object);
    }
}

/* --- moving --- */

static void move_value(Jit *j, int a, int b) {
    int holder = jit_held(&j->state, b);
    Type *t = holder < HOLDERS_INT ? &int_type : &float_type;
    jit_prepare_number(j, a);
    jit_drop_holder(j, holder);
    *jit_learn(&j->state, b) = (Known){.v = (int16_t)b, .empty = true};
    jit_give_value(j, a, holder, t);
}

static void move(Jit *j) {
    int a = (int)jit_a(j);
    unsigned b = jit_b(j);
    int holder = jit_is_constant(b) ? NO_HOLDER : jit_held(&j->state, jit_index(b));
    if (holder != NO_HOLDER && jit_dies(b) && j->state.held[holder].holding == HELD_VALUE) {
        j->state.held[holder].pinned = true;
        move_value(j, a, jit_index(b));
        return;
    }
    Known known = {0};
    if (!jit_is_constant(b) && jit_known(&j->state, jit_index(b))) known = *jit_known(&j->state, jit_index(b));
    if (jit_is_constant(b)) known.type = jit_constant(j, b)->type;
    if (jit_is_temporary(j, a))
        jit_prepare_empty(j, a);
    else
        jit_settle(j);
    jit_take_object(j, b, RCX);
    jit_store_object(j, a, RCX);
    if (known.type || known.version)
        *jit_learn(&j->state, a) = (Known){.v = (int16_t)a, .type = known.type, .version = known.version};
}

static void load_constant(Jit *j) {
    int a = (int)jit_a(j);
    Object *o = j->code->consts[(uint32_t)insn_jump(*j->pc)];
    jit_make_room(j, a);
    jit_incref_constant(j, o, RCX);
    jit_store_object(j, a, RCX);
    jit_learn(&j->state, a)->type = o->type;
}

/* --- names --- */

/* RAX = the function of the frame. */
static void load_function(Jit *j) {
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(-2));
}

void jit_guard_keys(Jit *j, unsigned reg, uint32_t version) {
    asm_mem(&j->a, PLAIN, ASM_LOAD, reg, (int)reg, offsetof(Dict, keys));
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, (int)reg, offsetof(DictKeys, version), (int32_t)version);
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

static void load_global(Jit *j, bool builtin) {
    int a = (int)jit_a(j);
    jit_make_room(j, a);
    load_function(j);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Function, globals));
    jit_guard_keys(j, RCX, (uint32_t)j->pc[1]);
    if (builtin) {
        asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Function, builtins));
        jit_guard_keys(j, RCX, (uint32_t)(j->pc[1] >> 32));
    }
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, (int32_t)(builtin ? (uint32_t)j->pc[2] : j->pc[1] >> 32));
    jit_give_object(j, a, RCX);
}

static void guard_namespace_is_globals(Jit *j) {
    load_function(j);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Function, globals));
    asm_mem(&j->a, PLAIN, ASM_CMP, RAX, BASE, jit_slot(0));
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

/* reg = what is in the cell that reg holds, or out: the loop knows the exception. */
static void load_cell_value(Jit *j, unsigned reg) {
    asm_mem(&j->a, PLAIN, ASM_LOAD, reg, (int)reg, offsetof(Cell, value));
    asm_reg(&j->a, PLAIN, ASM_TEST, reg, reg);
    asm_jump_if(&j->a, IF_EQUAL, jit_exit(j));
}

static void load_free_cell(Jit *j, int index, unsigned reg) {
    load_function(j);
    asm_mem(&j->a, PLAIN, ASM_LOAD, reg, RAX, offsetof(Function, closure));
    asm_mem(&j->a, PLAIN, ASM_LOAD, reg, (int)reg,
            (int32_t)(offsetof(Tuple, items) + (size_t)index * sizeof(Object *)));
}

static void load_cell(Jit *j, bool is_free) {
    int a = (int)jit_a(j), b = (int)jit_b(j);
    jit_make_room(j, a);
    if (is_free)
        load_free_cell(j, b, RCX);
    else
        asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, BASE, jit_slot(b));
    load_cell_value(j, RCX);
    jit_give_object(j, a, RCX);
}

/* The place at [RDX] = operand; what was there is released. Everything but the operand is in place. */
static void store_place(Jit *j, unsigned operand) {
    Asm *a = &j->a;
    jit_take_object(j, operand, RCX);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, 0);
    asm_mem(a, PLAIN, ASM_STORE, RCX, RDX, 0);
    AsmLabel nothing = ASM_LABEL_NEW;
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &nothing);
    jit_decref(j);
    asm_bind(a, &nothing);
}

/* The place at [RDX] = the number that a dying temporary would hold. Mostly it has one that nobody else holds. */
static void write_number_place(Jit *j, Stub *s) {
    Asm *a = &j->a;
    AsmLabel make = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, 0);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &make);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Object, type));
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&float_type));
    asm_jump_if(a, IF_EQUAL, &make);
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&int_type));
    jit_return_to(j, s);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j)); /* something that may run user code when it dies */
    asm_bind(a, &make);
    jit_box_into(j, &s->held[s->a], s->a);
    asm_jump(a, &s->back);
}

static bool is_dying_number(Jit *j, unsigned operand, int *holder) {
    if (!jit_dies(operand)) return false;
    *holder = jit_held(&j->state, jit_index(operand));
    return *holder != NO_HOLDER && j->state.held[*holder].holding == HELD_VALUE;
}

static void store_number(Jit *j, int holder, unsigned operand) {
    Asm *a = &j->a;
    bool floating = jit_is_float(holder);
    Stub *stub = jit_stub(j, write_number_place);
    stub->a = holder;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, RDX, 0);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, &stub->from);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, refcount), 1);
    asm_jump_if(a, IF_NOT_EQUAL, &stub->from);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(floating ? &float_type : &int_type));
    asm_jump_if(a, IF_NOT_EQUAL, &stub->from);
    if (floating) {
        asm_mem(a, SCALAR, ASM_STORE_DOUBLE, jit_machine(holder), RAX, offsetof(Float, value));
    } else {
        asm_mem(a, PLAIN, ASM_LEA, RCX, (int)jit_machine(holder), -INT_SMALL_MIN);
        asm_reg_const(a, ASM_GROUP_CMP, RCX, INT_SMALL_MAX - INT_SMALL_MIN);
        asm_jump_if(a, IF_BELOW_EQUAL, &stub->from);
        asm_mem(a, PLAIN, ASM_STORE, jit_machine(holder), RAX, offsetof(Int, value));
    }
    asm_bind(a, &stub->back);
    jit_kill(j, operand);
}

void jit_store_operand(Jit *j, unsigned operand) {
    int holder;
    if (is_dying_number(j, operand, &holder))
        store_number(j, holder, operand);
    else
        store_place(j, operand);
}

void jit_settle_for_store(Jit *j, unsigned operand, int owner) {
    int holder;
    if (is_dying_number(j, operand, &holder)) { /* it takes the place of another number, or the loop does all that */
        j->state.held[holder].pinned = true;
        jit_settle_but(j, owner); /* what is borrowed may be that other number, which must not change then */
        return;
    }
    jit_settle(j);
    if (!jit_is_constant(operand)) jit_place(j, jit_index(operand));
}

static void store_cell(Jit *j, bool is_free) {
    unsigned b = jit_b(j);
    jit_settle_for_store(j, b, NO_REGISTER);
    if (is_free)
        load_free_cell(j, (int)jit_a(j), RDX);
    else
        asm_mem(&j->a, PLAIN, ASM_LOAD, RDX, BASE, jit_slot((int)jit_a(j)));
    asm_reg_const(&j->a, ASM_GROUP_ADD, RDX, offsetof(Cell, value));
    jit_store_operand(j, b);
}

static void store_global(Jit *j) {
    unsigned a = jit_a(j);
    jit_settle_for_store(j, a, NO_REGISTER);
    load_function(j);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDX, RAX, offsetof(Function, globals));
    jit_guard_keys(j, RDX, (uint32_t)j->pc[1]);
    asm_reg_const(&j->a, ASM_GROUP_ADD, RDX, (int32_t)(j->pc[1] >> 32));
    jit_store_operand(j, a);
}

/* --- items --- */

/* RCX = an index within the length of the object: the int operand, or from the end. */
static void index_within(Jit *j, unsigned operand, unsigned object, int32_t length_at) {
    Asm *a = &j->a;
    if (jit_is_constant(operand) && jit_constant(j, operand)->type == &int_type) {
        int64_t i = ((Int *)jit_constant(j, operand))->value;
        asm_constant(a, RCX, i);
        if (i < 0) asm_mem(a, PLAIN, ASM_ADD, RCX, (int)object, length_at);
    } else {
        AsmLabel positive = ASM_LABEL_NEW;
        asm_move(a, RCX, jit_machine(jit_int_operand(j, operand)));
        asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
        asm_jump_if(a, asm_opposite(IF_NEGATIVE), &positive);
        asm_mem(a, PLAIN, ASM_ADD, RCX, (int)object, length_at);
        asm_bind(a, &positive);
    }
    asm_mem(a, PLAIN, ASM_CMP, RCX, (int)object, length_at);
    asm_jump_if(a, IF_ABOVE_EQUAL, jit_exit(j));
}

/* RCX = the item at index RCX, which is within it. */
static void load_item(Jit *j, unsigned object, Type *t) {
    Asm *a = &j->a;
    if (t == &list_type) {
        asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)object, offsetof(List, items));
        asm_mem_indexed(a, ASM_LOAD, RCX, RAX, RCX);
    } else if (t == &tuple_type) {
        asm_mem(a, PLAIN, ASM_LEA, RAX, (int)object, offsetof(Tuple, items));
        asm_mem_indexed(a, ASM_LOAD, RCX, RAX, RCX);
    } else { /* a character that is shared, if it has been made; others are left to the loop */
        asm_mem32(a, ASM_LOAD_BYTE, RAX, (int)object, offsetof(Str, kind));
        asm_reg_const(a, ASM_GROUP_CMP, RAX, 1);
        asm_jump_if(a, IF_NOT_EQUAL, jit_detour(j));
        asm_reg(a, PLAIN, ASM_ADD, RCX, object);
        asm_mem32(a, ASM_LOAD_BYTE, RCX, RCX, offsetof(Str, data));
        _Static_assert(sizeof(SharedStr) == 48, "the address of a character is computed as 3 * 16 * its code");
        asm_multiply32(a, RCX, RCX, sizeof(SharedStr));
        asm_reg_const(a, ASM_GROUP_ADD, RCX, jit_address(str_latin1));
        asm_mem_const(a, ASM_GROUP_CMP, true, RCX, offsetof(Str, length), 0);
        asm_jump_if(a, IF_EQUAL, jit_detour(j));
    }
}

/* Register a = the item in RCX, which belongs to b. The release of c must not lose it. */
static void give_item(Jit *j, int a, unsigned b, unsigned c) {
    if (jit_dies(c)) {
        int holder = jit_hold(j, false, -1, HELD_COPY);
        asm_move(&j->a, jit_machine(holder), RCX);
        jit_kill(j, c);
        asm_move(&j->a, RCX, jit_machine(holder));
    }
    jit_give_loaded(j, a, b);
}

static bool get_item(Jit *j, Type *t) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), c = jit_read_c(j);
    if (jit_is_constant(b)) return false;
    if (jit_dies(b) && jit_is_owned(j, b)) jit_settle(j);
    if (!jit_is_constant(c)) jit_int_operand(j, c); /* uses RAX */
    if (!jit_is_same(b, a) && !jit_is_same(c, a)) jit_make_room(j, a);
    if (jit_is_same(c, a) && !jit_is_temporary(j, a)) jit_settle(j);
    unsigned object = jit_object(j, jit_index(b), RDX);
    jit_guard_type(j, jit_index(b), object, t);
    index_within(j, c, object,
                 t == &list_type    ? offsetof(List, length)
                 : t == &tuple_type ? offsetof(Tuple, length)
                                    : offsetof(Str, length));
    load_item(j, object, t);
    give_item(j, a, b, c);
    return true;
}

/* RCX = the value of a key, perhaps, that was elsewhere last time: in RAX the dict. */
static void write_ask_item(Jit *j, Stub *s) {
    Asm *a = &j->a;
    jit_return_to(j, s);
    asm_move(a, RAX, jit_machine(s->a));
    jit_value_object(j, jit_c(j), RCX);
    jit_ask(j, dict_peek);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_EQUAL, jit_detour(j));
    asm_move(a, RCX, RAX);
    asm_jump(a, &s->back);
}

enum { NAMED_MAX = 1 << 16 }; /* entries that are reached by a displacement */

/* By a constant name: records of one kind have their keys in the same order, so it is looked for where the loop found
 * it last. RCX = its value. */
static void load_named_item(Jit *j, unsigned object) {
    Asm *a = &j->a;
    int64_t at = (int64_t)(j->pc[1] >> 32);
    int32_t entry = (int32_t)(offsetof(DictKeys, index) + (size_t)at * sizeof(DictEntry));
    int holder = jit_hold(j, false, -1, HELD_COPY);
    asm_move(a, jit_machine(holder), object);
    Stub *stub = jit_stub(j, write_ask_item);
    stub->a = holder;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)object, offsetof(Dict, keys));
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(DictKeys, next), (int32_t)at);
    asm_jump_if(a, IF_LESS_EQUAL, &stub->from);
    asm_mem32(a, ASM_LOAD_BYTE, RCX, RAX, offsetof(DictKeys, log2_slots));
    asm_mem32(a, ASM_LOAD_BYTE, RDX, RAX, offsetof(DictKeys, index_bytes));
    asm_shift_by_rcx(a, ASM_SHIFT_LEFT, RDX);
    asm_reg(a, PLAIN, ASM_ADD, RDX, RAX);
    asm_constant(a, RCX, (int64_t)(intptr_t)jit_constant(j, jit_c(j)));
    asm_mem(a, PLAIN, ASM_CMP, RCX, RDX, entry + (int32_t)offsetof(DictEntry, key));
    asm_jump_if(a, IF_NOT_EQUAL, &stub->from);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, entry + (int32_t)offsetof(DictEntry, value));
    asm_bind(a, &stub->back);
}

static bool get_named_item(Jit *j) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j);
    if (jit_is_constant(b)) return false;
    if (jit_dies(b) && jit_is_owned(j, b)) jit_settle(j);
    if (!jit_is_same(b, a)) jit_make_room(j, a);
    unsigned object = jit_object(j, jit_index(b), RDX);
    jit_guard_type(j, jit_index(b), object, &dict_type);
    load_named_item(j, object);
    jit_give_loaded(j, a, b);
    return true;
}

static bool is_plain_key(Jit *j, unsigned operand) {
    const Known *k = jit_is_constant(operand) ? NULL : jit_known(&j->state, jit_index(operand));
    const Type *t = jit_is_constant(operand) ? jit_constant(j, operand)->type : k ? k->type : NULL;
    return t == &str_type || t == &int_type;
}

/* The operand is a str or an int: what else it may be is the loop's business. */
static void guard_plain_key(Jit *j, unsigned operand) {
    Asm *a = &j->a;
    AsmLabel plain = ASM_LABEL_NEW;
    if (is_plain_key(j, operand)) return;
    jit_value_object(j, operand, RCX);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RCX, offsetof(Object, type));
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&str_type));
    asm_jump_if(a, IF_EQUAL, &plain);
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&int_type));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_bind(a, &plain);
}

/* The key is not there, most likely: the body raises the exception. */
static void write_get_item(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    jit_forget_all(&j->state);
    j->pc = s->pc;
    j->exit = NULL;
    jit_call_body(j, insn_op(*s->pc));
    jit_leave_to(j, s->pc + 2);
}

/* A key that is an int needs no object for that. */
static bool get_dict_item(Jit *j) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), c = jit_read_c(j);
    if (jit_is_constant(b)) return false;
    int key = jit_is_constant(c) ? NO_HOLDER : jit_held(&j->state, jit_index(c));
    if (key != NO_HOLDER && j->state.held[key].holding == HELD_BORROWED) key = NO_HOLDER;
    if (key != NO_HOLDER && jit_is_float(key)) return false;
    if (key != NO_HOLDER) j->state.held[key].pinned = true;
    if ((jit_dies(b) && jit_is_owned(j, b)) || (jit_dies(c) && key == NO_HOLDER && jit_is_owned(j, c))) jit_settle(j);
    if (!jit_is_same(b, a) && !jit_is_same(c, a)) jit_make_room(j, a);
    if (jit_is_same(c, a) && !jit_is_temporary(j, a)) jit_settle(j);
    unsigned object = jit_object(j, jit_index(b), RDX);
    jit_guard_type(j, jit_index(b), object, &dict_type);
    if (key == NO_HOLDER) guard_plain_key(j, c);
    asm_move(&j->a, RAX, object);
    if (key != NO_HOLDER)
        asm_move(&j->a, RCX, jit_machine(key));
    else
        jit_value_object(j, c, RCX);
    jit_ask(j, key != NO_HOLDER ? (void *)dict_peek_int : (void *)dict_peek);
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(&j->a, IF_EQUAL, &jit_stub(j, write_get_item)->from);
    asm_move(&j->a, RCX, RAX);
    give_item(j, a, b, c);
    return true;
}

/* Does a die in a register that is b, too? */
static bool dies_as(unsigned a, unsigned b) {
    return jit_dies(a) && !jit_is_constant(b) && jit_index(a) == jit_index(b);
}

/* The key becomes the dict's, so it is the object that its register means. */
static bool set_dict_item(Jit *j, Opcode op) {
    unsigned a = jit_a(j), b = jit_b(j), c = jit_c(j);
    if (jit_is_constant(a) || dies_as(a, b) || dies_as(a, c)) return false;
    if (op == OP_MAP_ADD && !is_plain_key(j, b)) return false; /* of a site like that nothing is known */
    if ((jit_dies(b) || jit_dies(c)) && (b & ~OPERAND_DYING) == (c & ~OPERAND_DYING)) return false;
    if (!jit_is_constant(b)) jit_place_value(j, jit_index(b));
    jit_settle_for_store(j, c, jit_index(a));
    unsigned object = jit_object(j, jit_index(a), RDX);
    if (op != OP_MAP_ADD) jit_guard_type(j, jit_index(a), object, &dict_type);
    if (op == OP_SET_ITEM_DICT_PLAIN) guard_plain_key(j, b);
    asm_move(&j->a, RCX, object);
    jit_set_pc(j); /* for who traces allocations */
    asm_move(&j->a, RAX, RCX);
    jit_value_object(j, b, RCX);
    jit_ask(j, dict_peek_place);
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(&j->a, IF_EQUAL, jit_detour(j));
    asm_move(&j->a, RDX, RAX);
    jit_store_operand(j, c);
    jit_kill(j, a);
    jit_kill(j, b);
    return true;
}

static bool set_item(Jit *j) {
    unsigned a = jit_a(j), b = jit_b(j), c = jit_c(j);
    if (jit_is_constant(a) || dies_as(a, b) || dies_as(a, c)) return false;
    if (!jit_is_constant(b)) jit_int_operand(j, b);
    jit_settle_for_store(j, c, jit_index(a));
    unsigned object = jit_object(j, jit_index(a), RDX);
    jit_guard_type(j, jit_index(a), object, &list_type);
    index_within(j, b, object, offsetof(List, length));
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, (int)object, offsetof(List, items));
    asm_opcode(&j->a, PLAIN, true, ASM_LEA, RDX, RCX, RAX);
    asm_byte(&j->a, 0x04 | RDX << 3);
    asm_byte(&j->a, 0xc0 | RCX << 3 | RAX); /* RDX = &items[index] */
    jit_store_operand(j, c);                /* may still leave to the loop, which needs list and index */
    jit_kill(j, a);
    jit_kill(j, b);
    return true;
}

/* --- iteration --- */

static void end_iteration(Object **slot) {
    Object *it = *slot;
    if (it->type == &list_iterator_type || it->type == &tuple_iterator_type) clear_ref(&((ListIterator *)it)->sequence);
    clear_ref(slot);
}

static void write_loop_end(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    j->pc = s->pc;
    jit_set_pc(j);
    asm_mem(&j->a, PLAIN, ASM_LEA, RDI, BASE, jit_slot((int)jit_b(j)));
    asm_call(&j->a, end_iteration);
    asm_jump(&j->a, &s->join->label);
}

static Stub *loop_end(Jit *j) {
    Stub *s = jit_stub(j, write_loop_end);
    s->join = jit_bare_join(j, j->pc + 2 + (int32_t)j->pc[1]);
    return s;
}

static void for_range(Jit *j) {
    Asm *a = &j->a;
    int target = (int)jit_a(j), b = (int)jit_b(j);
    Stub *end = loop_end(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
    jit_guard_type(j, b, RAX, &range_iterator_type);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(RangeIterator, left), 0);
    asm_jump_if(a, IF_LESS_EQUAL, &end->from); /* the target keeps what it has */
    jit_prepare_number(j, target);
    int holder = jit_hold(j, false, -1, HELD_VALUE);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
    asm_mem_const(a, ASM_GROUP_SUB, true, RAX, offsetof(RangeIterator, left), 1);
    asm_mem(a, PLAIN, ASM_LOAD, jit_machine(holder), RAX, offsetof(RangeIterator, next));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(RangeIterator, step));
    asm_mem(a, PLAIN, ASM_ADD, RCX, RAX, offsetof(RangeIterator, next));
    asm_mem(a, PLAIN, ASM_STORE, RCX, RAX, offsetof(RangeIterator, next));
    jit_give_value(j, target, holder, &int_type);
}

static void for_sequence(Jit *j, bool list) {
    Asm *a = &j->a;
    int target = (int)jit_a(j), b = (int)jit_b(j);
    jit_make_room(j, target);
    Stub *end = loop_end(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(b));
    jit_guard_type(j, b, RAX, list ? &list_iterator_type : &tuple_iterator_type);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(ListIterator, sequence));
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RAX, offsetof(ListIterator, index));
    asm_mem(a, PLAIN, ASM_CMP, RDX, RCX, list ? offsetof(List, length) : offsetof(Tuple, length));
    asm_jump_if(a, IF_GREATER_EQUAL, &end->from);
    asm_mem_const(a, ASM_GROUP_ADD, true, RAX, offsetof(ListIterator, index), 1);
    asm_mem(a, PLAIN, list ? ASM_LOAD : ASM_LEA, RCX, RCX, list ? offsetof(List, items) : offsetof(Tuple, items));
    asm_mem_indexed(a, ASM_LOAD, RCX, RCX, RDX);
    jit_give_object(j, target, RCX);
}

enum { UNPACK_MAX = 6 };

/* All items are taken before the first goes to its register: what dies there may change a list. */
static void unpack(Jit *j) {
    Asm *a = &j->a;
    int first = (int)jit_a(j), n = (int)jit_c(j), holders[UNPACK_MAX];
    unsigned b = jit_b(j);
    AsmLabel tuple = ASM_LABEL_NEW, other = ASM_LABEL_NEW, list = ASM_LABEL_NEW, items = ASM_LABEL_NEW;
    jit_settle(j);
    for (int i = 0; i < n; i++)
        if (jit_is_temporary(j, first + i)) jit_prepare_empty(j, first + i);
    for (int i = 0; i < n; i++) holders[i] = jit_hold(j, false, -1, HELD_COPY);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, BASE, jit_slot(jit_index(b)));
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Object, type), jit_address(&tuple_type));
    asm_jump_if(a, IF_NOT_EQUAL, &other);
    asm_bind(a, &tuple);
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Tuple, length), n);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LEA, RDX, RDX, offsetof(Tuple, items));
    asm_jump(a, &items);
    asm_bind(a, &other);
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Object, type), jit_address(&list_type));
    asm_jump_if(a, IF_EQUAL, &list);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, offsetof(Object, type)); /* a named tuple, say */
    asm_mem_const(a, ASM_GROUP_CMP, true, RCX, offsetof(Type, iter), jit_address((void *)tuple_type.iter));
    asm_jump_if(a, IF_EQUAL, &tuple);
    asm_jump(a, jit_detour(j));
    asm_bind(a, &list);
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(List, length), n);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RDX, offsetof(List, items));
    asm_bind(a, &items);
    for (int i = 0; i < n; i++) {
        unsigned item = jit_machine(holders[i]);
        asm_mem(a, PLAIN, ASM_LOAD, item, RDX, i * (int)sizeof(Object *));
        jit_incref(j, (int)item);
    }
    for (int i = 0; i < n; i++) jit_store_object(j, first + i, jit_machine(holders[i]));
    jit_kill(j, b);
}

/* --- jumps --- */

static void jump(Jit *j) {
    asm_jump(&j->a, jit_edge(j, j->pc + 1 + insn_jump(*j->pc)));
    j->reachable = false;
}

/* Releases the dying operand, whose object is in RAX and does not die of it; what is known is not changed. */
static void drop_count(Jit *j, unsigned operand, bool owned) {
    if (!jit_dies(operand) || !owned) return;
    asm_mem_set(&j->a, BASE, jit_slot(jit_index(operand)), 0);
    asm_mem_const(&j->a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
    jit_count(j, -1);
}

static void operand_gone(Jit *j, unsigned operand) {
    if (!jit_dies(operand)) return;
    int v = jit_index(operand), holder = jit_held(&j->state, v);
    if (holder != NO_HOLDER) jit_drop_holder(j, holder);
    *jit_learn(&j->state, v) = (Known){.v = (int16_t)v, .empty = true};
}

/* If it has the type, on to `yes` or `no` by what the word at that place is. */
static void truth_of(Jit *j, Type *t, int32_t at, AsmLabel *yes, AsmLabel *no) {
    AsmLabel other = ASM_LABEL_NEW;
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(t));
    asm_jump_if(&j->a, IF_NOT_EQUAL, &other);
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, RAX, at, 0);
    asm_jump_if(&j->a, IF_EQUAL, no);
    asm_jump(&j->a, yes);
    asm_bind(&j->a, &other);
}

/* The object in RAX, that of a dying operand which has its own reference, has been looked at. */
static void release_tested(Jit *j, unsigned operand) {
    asm_mem_set(&j->a, BASE, jit_slot(jit_index(operand)), 0);
    jit_decref(j);
}

static bool jump_if_truth(Jit *j, bool sense) {
    Asm *a = &j->a;
    unsigned operand = jit_a(j);
    if (jit_is_constant(operand)) return false;
    uint64_t *target = j->pc + 1 + insn_jump(*j->pc);
    int v = jit_index(operand), holder = jit_held(&j->state, v);
    if (holder != NO_HOLDER && holder < HOLDERS_INT && j->state.held[holder].holding != HELD_BORROWED) {
        unsigned x = jit_machine(holder);
        jit_kill(j, operand);
        asm_reg(a, PLAIN, ASM_TEST, x, x);
        asm_jump_if(a, sense ? IF_NOT_EQUAL : IF_EQUAL, jit_edge(j, target));
        return true;
    }
    bool owned = jit_dies(operand) && jit_is_owned(j, operand);
    if (owned) jit_settle(j);
    asm_move(a, RAX, jit_object(j, v, RAX));
    AsmLabel yes = ASM_LABEL_NEW, no = ASM_LABEL_NEW;
    asm_reg_const(a, ASM_GROUP_CMP, RAX, jit_address(TRUE));
    asm_jump_if(a, IF_EQUAL, &yes);
    asm_reg_const(a, ASM_GROUP_CMP, RAX, jit_address(FALSE));
    asm_jump_if(a, IF_EQUAL, &no);
    asm_reg_const(a, ASM_GROUP_CMP, RAX, jit_address(NONE));
    asm_jump_if(a, IF_EQUAL, &no);
    truth_of(j, &list_type, offsetof(List, length), &yes, &no);
    truth_of(j, &int_type, offsetof(Int, value), &yes, &no);
    truth_of(j, &str_type, offsetof(Str, length), &yes, &no);
    truth_of(j, &tuple_type, offsetof(Tuple, length), &yes, &no);
    truth_of(j, &dict_type, offsetof(Dict, used), &yes, &no);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RAX, offsetof(Object, type)); /* what has no opinion is true */
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Type, truth), 0);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem_const(a, ASM_GROUP_CMP, true, RDX, offsetof(Type, length), 0);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    if (!sense) asm_jump(a, &yes);
    asm_bind(a, sense ? &yes : &no);
    operand_gone(j, operand);
    if (owned) release_tested(j, operand);
    asm_jump(a, jit_edge(j, target));
    asm_bind(a, sense ? &no : &yes);
    if (owned) release_tested(j, operand);
    return true;
}

/* Jumps when the object of an operand is, or is not, a certain one. */
static bool jump_if_is(Jit *j, unsigned operand, const Object *which, bool sense, uint64_t *target) {
    Asm *a = &j->a;
    if (jit_is_constant(operand)) return false;
    bool owned = jit_dies(operand) && jit_is_owned(j, operand);
    if (owned) jit_settle(j);
    asm_move(a, RAX, jit_object(j, jit_index(operand), RAX));
    asm_constant(a, RCX, (int64_t)(intptr_t)which);
    asm_reg(a, PLAIN, ASM_CMP, RAX, RCX);
    if (!owned) {
        operand_gone(j, operand);
        asm_jump_if(a, sense ? IF_EQUAL : IF_NOT_EQUAL, jit_edge(j, target));
        return true;
    }
    AsmLabel equal = ASM_LABEL_NEW, next = ASM_LABEL_NEW;
    asm_jump_if(a, IF_EQUAL, &equal);
    asm_mem_set(a, BASE, jit_slot(jit_index(operand)), 0);
    operand_gone(j, operand);
    jit_decref(j);
    AsmLabel *edge = jit_edge(j, target);
    asm_jump(a, sense ? &next : edge);
    asm_bind(a, &equal);
    drop_count(j, operand, true);
    if (sense) asm_jump(a, edge);
    asm_bind(a, &next);
    return true;
}

static bool jump_if_same(Jit *j) {
    unsigned b = jit_b(j), c = jit_c(j);
    uint64_t *target = j->pc + 2 + (int32_t)j->pc[1];
    if (jit_is_constant(c)) return jump_if_is(j, b, jit_constant(j, c), jit_a(j), target);
    if (jit_is_constant(b)) return false;
    /* Where one dies that has its own reference, C releases it. */
    if ((jit_dies(b) && jit_is_owned(j, b)) || (jit_dies(c) && jit_is_owned(j, c))) return false;
    jit_place_value(j, jit_index(b));
    jit_place_value(j, jit_index(c));
    asm_move(&j->a, RCX, jit_object(j, jit_index(b), RCX));
    asm_reg(&j->a, PLAIN, ASM_CMP, RCX, jit_object(j, jit_index(c), RDX));
    operand_gone(j, b);
    operand_gone(j, c);
    asm_jump_if(&j->a, jit_a(j) ? IF_EQUAL : IF_NOT_EQUAL, jit_edge(j, target));
    return true;
}

static intptr_t are_equal(Object *b, Str *c) {
    return str_equal(b, c);
}
/* The texts in the holders s->a and s->b have one length, kind and first character. The flags say whether they differ.
 */
static void write_compare(Jit *j, Stub *s) {
    jit_return_to(j, s);
    asm_move(&j->a, RAX, jit_machine(s->a));
    asm_move(&j->a, RCX, jit_machine(s->b));
    jit_ask(j, are_equal);
    asm_reg_const(&j->a, ASM_GROUP_CMP, RAX, 1);
    asm_jump(&j->a, &s->back);
}

/* Its type compares with this function, or, NULL, not at all. */
static void guard_compares(Jit *j, unsigned operand, unsigned object, const void *function) {
    if (jit_is_constant(operand)) return; /* it would not have been specialised */
    Known *k = jit_known(&j->state, jit_index(operand));
    if (k && k->type && k->type->compare == function) return;
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDX, (int)object, offsetof(Object, type));
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, RDX, offsetof(Type, compare), jit_address(function));
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

static int object_in_holder(Jit *j, unsigned operand) {
    int holder = jit_hold(j, false, -1, HELD_COPY);
    jit_value_object(j, operand, jit_machine(holder));
    return holder;
}

/* The flags say whether the texts in two holders are equal. Nearly always the first words tell: they are one object, or
 * differ in length or in the first character. */
static void compare_strings(Jit *j, int b, int c) {
    Asm *a = &j->a;
    unsigned x = jit_machine(b), y = jit_machine(c);
    AsmLabel known = ASM_LABEL_NEW;
    Stub *stub = jit_stub(j, write_compare);
    stub->a = b;
    stub->b = c;
    asm_reg(a, PLAIN, ASM_CMP, x, y);
    asm_jump_if(a, IF_EQUAL, &known);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)x, offsetof(Str, length));
    asm_mem(a, PLAIN, ASM_CMP, RAX, (int)y, offsetof(Str, length));
    asm_jump_if(a, IF_NOT_EQUAL, &known);
    asm_mem32(a, ASM_LOAD_BYTE, RAX, (int)x, offsetof(Str, data));
    asm_mem32(a, ASM_LOAD_BYTE, RCX, (int)y, offsetof(Str, data));
    asm_reg(a, PLAIN, ASM_CMP, RAX, RCX);
    asm_jump_if(a, IF_EQUAL, &stub->from);
    asm_bind(a, &known);
    asm_bind(a, &stub->back);
}

static void compare_identity(Jit *j, int b, int c) {
    asm_reg(&j->a, PLAIN, ASM_CMP, jit_machine(b), jit_machine(c));
}

/* Jumps when two objects whose types have this comparison are, or are not, equal. */
static bool jump_if_equal(Jit *j, const void *function, void (*compare)(Jit *, int, int), bool sense) {
    Asm *a = &j->a;
    unsigned operands[] = {jit_b(j), jit_c(j)};
    for (int i = 0; i < 2; i++)
        if (jit_dies(operands[i]) && jit_is_owned(j, operands[i])) jit_settle(j);
    int holders[] = {object_in_holder(j, operands[0]), object_in_holder(j, operands[1])};
    for (int i = 0; i < 2; i++) guard_compares(j, operands[i], jit_machine(holders[i]), function);
    compare(j, holders[0], holders[1]);
    unsigned x = jit_machine(holders[0]);
    bool released = false;
    for (int i = 0; i < 2; i++) released |= jit_dies(operands[i]) && jit_is_owned(j, operands[i]);
    if (released) { /* which loses the flags */
        asm_constant(a, RCX, 0);
        asm_constant(a, RDX, 1);
        asm_move_if(a, IF_EQUAL, RCX, RDX);
        asm_move(a, x, RCX);
    }
    for (int i = 0; i < 2; i++)
        if (!jit_is_constant(operands[i])) jit_kill(j, operands[i]);
    if (released) asm_reg_const(a, ASM_GROUP_CMP, x, 1);
    asm_jump_if(a, (jit_a(j) == 1) == sense ? IF_EQUAL : IF_NOT_EQUAL, jit_edge(j, j->pc + 2 + (int32_t)j->pc[1]));
    return true;
}

static bool release(Jit *j) {
    int v = (int)jit_a(j), holder = jit_held(&j->state, v);
    if (holder == NO_HOLDER || j->state.held[holder].holding == HELD_COPY) jit_settle(j);
    jit_kill(j, (unsigned)v | OPERAND_DYING);
    return true;
}

static bool check_local(Jit *j) {
    int v = (int)jit_a(j), holder = jit_held(&j->state, v);
    Known *k = jit_known(&j->state, v);
    if (holder != NO_HOLDER || (k && (k->type || k->version))) return true;
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, BASE, jit_slot(v), 0);
    asm_jump_if(&j->a, IF_EQUAL, jit_exit(j));
    return true;
}

bool jit_object_template(Jit *j, Opcode op) {
    switch (op) {
    case OP_NOP: return true;
    case OP_MOVE: return move(j), true;
    case OP_LOAD_CONST: return load_constant(j), true;
    case OP_RELEASE: return release(j);
    case OP_CHECK_LOCAL: return check_local(j);
    case OP_LOAD_GLOBAL_MODULE: return load_global(j, false), true;
    case OP_LOAD_GLOBAL_BUILTIN: return load_global(j, true), true;
    case OP_LOAD_NAME_MODULE: return guard_namespace_is_globals(j), load_global(j, false), true;
    case OP_LOAD_NAME_BUILTIN: return guard_namespace_is_globals(j), load_global(j, true), true;
    case OP_STORE_GLOBAL_MODULE: return store_global(j), true;
    case OP_STORE_NAME_MODULE: return guard_namespace_is_globals(j), store_global(j), true;
    case OP_LOAD_CELL: return load_cell(j, false), true;
    case OP_LOAD_FREE: return load_cell(j, true), true;
    case OP_STORE_CELL: return store_cell(j, false), true;
    case OP_STORE_FREE: return store_cell(j, true), true;
    case OP_GET_ITEM_LIST_RR:
    case OP_GET_ITEM_LIST_ANY: return get_item(j, &list_type);
    case OP_GET_ITEM_TUPLE_RR:
    case OP_GET_ITEM_TUPLE_ANY: return get_item(j, &tuple_type);
    case OP_GET_ITEM_STR: return get_item(j, &str_type);
    case OP_GET_ITEM_DICT_PLAIN: return get_dict_item(j);
    case OP_GET_ITEM_DICT_NAME: return j->pc[1] >> 32 < NAMED_MAX ? get_named_item(j) : get_dict_item(j);
    case OP_SET_ITEM_LIST: return set_item(j);
    case OP_LIST_APPEND: return jit_list_append(j), true;
    case OP_SET_ITEM_DICT_PLAIN:
    case OP_MAP_ADD: return set_dict_item(j, op);
    case OP_FOR_RANGE: return for_range(j), true;
    case OP_FOR_LIST: return for_sequence(j, true), true;
    case OP_FOR_TUPLE: return for_sequence(j, false), true;
    case OP_UNPACK: return jit_c(j) <= UNPACK_MAX && !jit_is_constant(jit_b(j)) ? (unpack(j), true) : false;
    case OP_JUMP: return jump(j), true;
    case OP_JUMP_IF_TRUE: return jump_if_truth(j, true);
    case OP_JUMP_IF_FALSE: return jump_if_truth(j, false);
    case OP_JUMP_IF_NONE: return jump_if_is(j, jit_a(j), NONE, true, j->pc + 1 + insn_jump(*j->pc));
    case OP_JUMP_IF_NOT_NONE: return jump_if_is(j, jit_a(j), NONE, false, j->pc + 1 + insn_jump(*j->pc));
    case OP_JUMP_EQ_STR: return jump_if_equal(j, str_compare, compare_strings, true);
    case OP_JUMP_NE_STR: return jump_if_equal(j, str_compare, compare_strings, false);
    case OP_JUMP_EQ_OBJECT: return jump_if_equal(j, NULL, compare_identity, true);
    case OP_JUMP_NE_OBJECT: return jump_if_equal(j, NULL, compare_identity, false);
    case OP_JUMP_IS: return jump_if_same(j);
    default: return false;
    }
}
