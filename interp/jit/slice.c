/* Templates: slices without a step, of built-in sequences, whose bounds are ints or absent.
 *
 * The type knows how (Type.slice). The bounds go to it as machine integers, so one that was computed never becomes an
 * object; of the rest of the window only the references are given back. Everything else is done by bodies.c: bounds of
 * which it is not known that they are ints, steps, other types.
 *
 *      GET_SLICE  o, start | stop | None        RDI = o, RSI = start, RDX = stop (, RCX = new items)
 *      GET_ITEM   not compiled: this does it, and nothing else came by so far
 */
#include "interp/jit/impl.h"
#include "interp/object/containers.h"
#include "interp/vm/bodies.h"
#include "interp/vm/ops.h"

typedef struct Bound {
    int holder;    /* of its value */
    int64_t value; /* NO_HOLDER: it is this one */
} Bound;

static bool is_known_as(Jit *j, int v, const Type *t) {
    const Known *k = jit_known(&j->state, v);
    return k && k->type == t;
}
static bool is_none(Jit *j, int v) {
    return is_known_as(j, v, NONE->type);
}

/* Of a register of which nothing is known: an int or None, which is no failure of a guard. */
static Bound bound_of_object(Jit *j, int v, int64_t otherwise) {
    Asm *a = &j->a;
    AsmLabel number = ASM_LABEL_NEW, known = ASM_LABEL_NEW;
    unsigned o = jit_object(j, v, RCX);
    int holder = jit_hold(j, false, -1, HELD_COPY);
    asm_mem_const(a, ASM_GROUP_CMP, true, (int)o, offsetof(Object, type), jit_address(&int_type));
    asm_jump_if(a, IF_EQUAL, &number);
    asm_reg_const(a, ASM_GROUP_CMP, o, jit_address(NONE));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_constant(a, jit_machine(holder), otherwise);
    asm_jump(a, &known);
    asm_bind(a, &number);
    asm_mem(a, PLAIN, ASM_LOAD, jit_machine(holder), (int)o, offsetof(Int, value));
    asm_bind(a, &known);
    return (Bound){holder, 0};
}
static Bound bound_of_register(Jit *j, int v, int64_t otherwise) {
    int held = jit_held(&j->state, v);
    if (is_none(j, v)) return (Bound){NO_HOLDER, otherwise};
    if (is_known_as(j, v, &int_type) || (held != NO_HOLDER && j->state.held[held].holding != HELD_BORROWED))
        return (Bound){jit_int_operand(j, (unsigned)v), 0};
    return bound_of_object(j, v, otherwise);
}
static bool bound_of_constant(const Object *o, int64_t otherwise, Bound *out) {
    *out = (Bound){NO_HOLDER, o == NONE ? otherwise : ((const Int *)o)->value};
    return o == NONE || o->type == &int_type;
}

/* The bounds of the slice that operand `key` is: a constant, or the window there. */
static bool find_bounds(Jit *j, unsigned key, Bound bounds[2]) {
    if (jit_is_constant(key)) {
        const Slice *s = (Slice *)jit_constant(j, key);
        return s->base.type == &slice_type && s->step == NONE && bound_of_constant(s->start, 0, &bounds[0]) &&
               bound_of_constant(s->stop, PTRDIFF_MAX, &bounds[1]);
    }
    int window = jit_index(key);
    if (!is_none(j, window + 2)) return false;
    bounds[0] = bound_of_register(j, window, 0);
    bounds[1] = bound_of_register(j, window + 1, PTRDIFF_MAX);
    return true;
}

static void load_bound(Jit *j, unsigned reg, Bound b) {
    if (b.holder == NO_HOLDER)
        asm_constant(&j->a, reg, b.value);
    else
        asm_move(&j->a, reg, jit_machine(b.holder));
}

/* RSI and RDX, which may hold one another's value. */
static void load_bounds(Jit *j, const Bound bounds[2]) {
    load_bound(j, RDX, bounds[1]);
    load_bound(j, RAX, bounds[0]);
    asm_move(&j->a, RSI, RAX);
}

static void kill_key(Jit *j, unsigned key) {
    if (jit_is_constant(key)) return;
    for (int v = jit_index(key) + 3; v-- > jit_index(key);) jit_kill(j, (unsigned)v | OPERAND_DYING);
}

static void flush_but_key(Jit *j, unsigned key) {
    if (jit_is_constant(key))
        jit_flush(j);
    else
        jit_flush_around(j, jit_index(key), 3);
}

/* Behind the call: what failed raised; else the operands go. */
static void raise_if(Jit *j, Condition c) {
    asm_jump_if(&j->a, c, &jit_stub(j, jit_write_raised)->from);
}

static bool get(Jit *j) {
    Asm *a = &j->a;
    unsigned o = jit_b(j), key = jit_c(j);
    Bound bounds[2];
    if (jit_is_constant(o) || !find_bounds(j, key, bounds)) return false;
    flush_but_key(j, key);
    Stub *other = jit_is_constant(key) ? jit_stub(j, jit_write_other) : NULL;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(jit_index(o)));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Object, type));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RCX, offsetof(Type, slice));
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, other ? &other->from : jit_exit(j));
    jit_set_pc(j);
    load_bounds(j, bounds);
    asm_mem(a, PLAIN, ASM_LOAD, RDI, BASE, jit_slot(jit_index(o)));
    asm_call_register(a, RCX);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    raise_if(j, IF_EQUAL);
    asm_move(a, R12, RAX);
    kill_key(j, key);
    jit_kill(j, o);
    jit_forget_all(&j->state);
    jit_store_object(j, (int)jit_a(j), R12);
    if (other) asm_bind(a, &other->back);
    return true;
}

/* value: operand, or NO_REGISTER for a deletion. */
static bool set(Jit *j, unsigned key, unsigned value) {
    Asm *a = &j->a;
    unsigned o = jit_a(j);
    Bound bounds[2];
    if (jit_is_constant(o) || !find_bounds(j, key, bounds)) return false;
    flush_but_key(j, key);
    Stub *other = jit_is_constant(key) ? jit_stub(j, jit_write_other) : NULL;
    asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(jit_index(o)));
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&list_type));
    asm_jump_if(a, IF_NOT_EQUAL, other ? &other->from : jit_exit(j));
    jit_set_pc(j);
    load_bounds(j, bounds);
    asm_mem(a, PLAIN, ASM_LOAD, RDI, BASE, jit_slot(jit_index(o)));
    if (value == NO_REGISTER)
        asm_constant(a, RCX, 0);
    else
        jit_value_object(j, value, RCX);
    asm_call(a, list_set_slice);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    raise_if(j, IF_NOT_EQUAL);
    jit_kill(j, o);
    kill_key(j, key);
    if (value != NO_REGISTER && !jit_is_constant(value)) jit_kill(j, value);
    jit_forget_all(&j->state);
    jit_leave_if_watched(j);
    if (other) asm_bind(a, &other->back);
    return true;
}

/* The instruction behind is not compiled, and would be the loop's if it came to that: nothing else came by so far. */
static bool skips(Jit *j, bool done) {
    if (done) j->skipped = insn_skips(*j->pc);
    return done;
}

bool jit_slice(Jit *j, Opcode op) {
    switch (op) {
    case OP_GET_ITEM: return jit_is_constant(jit_c(j)) && get(j);
    case OP_SET_ITEM: return jit_is_constant(jit_b(j)) && set(j, jit_b(j), jit_c(j));
    case OP_DEL_ITEM: return jit_is_constant(jit_b(j)) && set(j, jit_b(j), NO_REGISTER);
    case OP_GET_SLICE: return quicken_is_new(j->pc + 1) && skips(j, get(j));
    case OP_SET_SLICE: return quicken_is_new(j->pc + 1) && skips(j, set(j, jit_b(j), jit_c(j)));
    case OP_DEL_SLICE: return skips(j, set(j, jit_b(j), NO_REGISTER));
    default: return false;
    }
}
