/* What is known of the frame's registers while a run of instructions is compiled, and what of it is in the machine.
 *
 * Between two instructions everything that the frame's registers mean is in one of three places:
 *
 *      in place    the register holds its object; a copy of a number's value may be held beside it (HELD_COPY)
 *      value       the number is held without an object (HELD_VALUE): the result of an addition, say. The frame's
 *                  register holds NULL, or, of a local, some number that will be overwritten
 *      borrowed    the object is held without a reference of its own (HELD_BORROWED): a temporary that was loaded from
 *                  an attribute and is about to be used. The frame's register holds NULL
 *
 * Whoever leaves compiled code puts everything in place first (jit_write_state): a value becomes an object, written
 * over the number that the register holds if nobody else does; a borrowed object gets its reference. Most temporaries
 * are used before that happens and never become anything in memory.
 *
 * A borrowed object lives as long as its owner holds it, so all of them are put in place before anything that could
 * release them: a store to an attribute or an item, a release of something that is no number, any call of C.
 */
#include "interp/jit/impl.h"
#include "interp/object/float.h"

const uint8_t jit_holder_register[HOLDERS] = {RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15, RBP, 2, 3,
                                              4,   5,   6,  7,  8,   9,   10,  11,  12,  13,  14,  15};

/* --- what is known --- */

void jit_forget_all(State *s) {
    for (int i = 0; i < HOLDERS; i++) s->held[i] = (Holder){.v = -1};
    for (int i = 0; i < KNOWN_MAX; i++) s->known[i].v = -1;
    s->next_known = 0;
}

Known *jit_known(const State *s, int v) {
    for (int i = 0; i < KNOWN_MAX; i++)
        if (s->known[i].v == v) return (Known *)&s->known[i];
    return NULL;
}

Known *jit_learn(State *s, int v) {
    Known *k = jit_known(s, v);
    for (int i = 0; !k && i < KNOWN_MAX; i++)
        if (s->known[i].v < 0) k = &s->known[i];
    if (!k) k = &s->known[s->next_known++ % KNOWN_MAX];
    if (k->v != v) *k = (Known){.v = (int16_t)v};
    return k;
}

void jit_unlearn(State *s, int v) {
    Known *k = jit_known(s, v);
    if (k) k->v = -1;
}

static bool is_known_number(State *s, int v) {
    Known *k = jit_known(s, v);
    return k && (k->type == &int_type || k->type == &float_type);
}
static bool is_known_empty(State *s, int v) {
    Known *k = jit_known(s, v);
    return k && k->empty;
}

static void learn_empty(State *s, int v) {
    *jit_learn(s, v) = (Known){.v = (int16_t)v, .empty = true};
}

void jit_learn_empty(Jit *j, int first, int end) {
    for (int v = first; v < end; v++) learn_empty(&j->state, v);
}
static void learn_type(State *s, int v, Type *t) {
    *jit_learn(s, v) = (Known){.v = (int16_t)v, .type = t};
}

/* --- what is held --- */

int jit_held(const State *s, int v) {
    for (int i = 0; i < HOLDERS; i++)
        if (s->held[i].v == v) return i;
    return NO_HOLDER;
}

bool jit_is_clean(const State *s) {
    for (int i = 0; i < HOLDERS; i++)
        if (s->held[i].v >= 0 && s->held[i].holding != HELD_COPY) return false;
    return true;
}

void jit_drop_holder(Jit *j, int holder) {
    j->state.held[holder].v = -1;
    j->state.held[holder].pinned = false;
}

void jit_unpin(Jit *j) {
    for (int i = 0; i < HOLDERS; i++) {
        Holder *h = &j->state.held[i];
        if (h->pinned && h->v == -2) h->v = -1;
        h->pinned = false;
    }
}

void jit_count(Jit *j, int change) {
#ifdef OURO_DEBUG
    asm_mem_const(&j->a, ASM_GROUP_ADD, true, NO_BASE, jit_address(&refcount_total), change);
#else
    (void)j, (void)change;
#endif
}

void jit_incref(Jit *j, int base) {
    asm_mem_const(&j->a, ASM_GROUP_ADD, true, base, offsetof(Object, refcount), 1);
    jit_count(j, 1);
}

void jit_incref_constant(Jit *j, const Object *o, unsigned reg) {
    asm_constant(&j->a, reg, (int64_t)(intptr_t)o);
    jit_incref(j, (int)reg);
}

static void write_float(Jit *j, int v, unsigned xmm, const uint64_t *pc) {
    Asm *a = &j->a;
    AsmLabel make = ASM_LABEL_NEW, done = ASM_LABEL_NEW;
    if (!jit_is_temporary(j, v)) { /* perhaps into the number of before */
        asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(v));
        asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
        asm_jump_if(a, IF_EQUAL, &make);
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, refcount), 1);
        asm_jump_if(a, IF_NOT_EQUAL, &make);
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&float_type));
        asm_jump_if(a, IF_NOT_EQUAL, &make);
        asm_mem(a, SCALAR, ASM_STORE_DOUBLE, xmm, RAX, offsetof(Float, value));
        asm_jump(a, &done);
    }
    asm_bind(a, &make);
    asm_mem(a, PLAIN, ASM_LEA, RAX, BASE, jit_slot(v));
    asm_move_double(a, 0, xmm);
    asm_constant(a, RDX, (int64_t)(intptr_t)pc);
    asm_call(a, jit_thunks.box_float);
    asm_bind(a, &done);
}

static void write_int(Jit *j, int v, unsigned reg, const uint64_t *pc) {
    Asm *a = &j->a;
    AsmLabel make = ASM_LABEL_NEW, done = ASM_LABEL_NEW;
    if (!jit_is_temporary(j, v)) {
        asm_mem(a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(v));
        asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
        asm_jump_if(a, IF_EQUAL, &make);
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, refcount), 1);
        asm_jump_if(a, IF_NOT_EQUAL, &make);
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&int_type));
        asm_jump_if(a, IF_NOT_EQUAL, &make);
        asm_mem(a, PLAIN, ASM_LEA, RCX, (int)reg, -INT_SMALL_MIN);
        asm_reg_const(a, ASM_GROUP_CMP, RCX, INT_SMALL_MAX - INT_SMALL_MIN);
        asm_jump_if(a, IF_BELOW_EQUAL, &make);
        asm_mem(a, PLAIN, ASM_STORE, reg, RAX, offsetof(Int, value));
        asm_jump(a, &done);
    }
    asm_bind(a, &make);
    asm_mem(a, PLAIN, ASM_LEA, RAX, BASE, jit_slot(v));
    asm_move(a, RCX, reg);
    asm_constant(a, RDX, (int64_t)(intptr_t)pc);
    asm_call(a, jit_thunks.box_int);
    asm_bind(a, &done);
}

void jit_box_into(Jit *j, const Holder *h, int i) {
    Asm *a = &j->a;
    asm_move(a, RAX, RDX);
    if (jit_is_float(i))
        asm_move_double(a, 0, jit_machine(i));
    else
        asm_move(a, RCX, jit_machine(i));
    asm_constant(a, RDX, (int64_t)(intptr_t)h->pc);
    asm_call(a, jit_is_float(i) ? jit_thunks.box_float : jit_thunks.box_int);
}

static void write_holder(Jit *j, const Holder *h, int i) {
    unsigned reg = jit_machine(i);
    if (h->holding == HELD_BORROWED) {
        jit_incref(j, (int)reg);
        asm_mem(&j->a, PLAIN, ASM_STORE, reg, BASE, jit_slot(h->v));
    } else if (jit_is_float(i)) {
        write_float(j, h->v, reg, h->pc);
    } else {
        write_int(j, h->v, reg, h->pc);
    }
}

void jit_write_state(Jit *j, const Holder *held) {
    for (int i = 0; i < HOLDERS; i++)
        if (held[i].v >= 0 && held[i].holding != HELD_COPY) write_holder(j, &held[i], i);
}

void jit_return_to(Jit *j, const Stub *s) {
    jit_forget_all(&j->state);
    memcpy(j->state.held, s->held, sizeof s->held);
    j->pc = s->pc;
    j->exit = NULL;
}

/* Holder i's value goes in its place, and stays held as a copy. */
static void settle(Jit *j, int i) {
    Holder *h = &j->state.held[i];
    write_holder(j, h, i);
    j->exit = NULL; /* it would write this again, from a register that may hold something else by then */
    Known *k = jit_learn(&j->state, h->v);
    k->empty = false;
    if (h->holding == HELD_BORROWED) {
        h->v = -1;
        return;
    }
    k->type = jit_is_float(i) ? &float_type : &int_type;
    k->version = 0;
    h->holding = HELD_COPY;
}

/* Was there memory for the numbers that were made? */
static void check_lost(Jit *j) {
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, NO_BASE, jit_address(&jit_lost), 0);
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

/* Numbers may stay held: a death that could see those of locals writes them first (write_death). */
void jit_settle_but(Jit *j, int v) {
    for (int i = 0; i < HOLDERS; i++) {
        const Holder *h = &j->state.held[i];
        if (h->v >= 0 && h->v != v && h->holding == HELD_BORROWED) settle(j, i);
    }
}

void jit_settle(Jit *j) {
    jit_settle_but(j, NO_REGISTER);
}

void jit_place(Jit *j, int v) {
    int i = jit_held(&j->state, v);
    if (i != NO_HOLDER && j->state.held[i].holding != HELD_COPY) settle(j, i);
}

void jit_flush_around(Jit *j, int first, int n) {
    bool made = false;
    for (int i = 0; i < HOLDERS; i++) {
        const Holder *h = &j->state.held[i];
        if (h->v < 0 || (h->v >= first && h->v < first + n) || h->holding == HELD_COPY) continue;
        made |= h->holding == HELD_VALUE;
        settle(j, i);
    }
    if (made) check_lost(j);
    for (int i = 0; i < HOLDERS; i++)
        if (j->state.held[i].v < first || j->state.held[i].v >= first + n) j->state.held[i] = (Holder){.v = -1};
}

void jit_flush_but(Jit *j, int v) {
    jit_flush_around(j, v, 1);
}

void jit_flush(Jit *j) {
    jit_flush_but(j, NO_REGISTER);
}

/* Makes room in the middle of a template: what that has in its scratch registers stays there. */
static void evict(Jit *j, int i) {
    static const uint8_t scratch[] = {RAX, RCX, RDX, RDX}; /* an even number: the C stack stays aligned */
    for (unsigned k = 0; k < sizeof scratch; k++) asm_push(&j->a, scratch[k]);
    settle(j, i);
    for (unsigned k = sizeof scratch; k-- > 0;) asm_pop(&j->a, scratch[k]);
}

int jit_hold(Jit *j, bool floating, int v, Holding holding) {
    int first = floating ? HOLDERS_INT : 0, last = floating ? HOLDERS : HOLDERS_INT, best = NO_HOLDER;
    for (int i = first; i < last; i++) {
        Holder *h = &j->state.held[i];
        if (h->pinned) continue;
        if (h->v == -1) {
            best = i;
            break;
        }
        if (best == NO_HOLDER || (h->holding == HELD_COPY && j->state.held[best].holding != HELD_COPY)) best = i;
    }
    Holder *h = &j->state.held[best]; /* no template pins as many as there are */
    if (h->v >= 0 && h->holding != HELD_COPY) evict(j, best);
    *h = (Holder){.v = (int16_t)(v < 0 ? -2 : v), .holding = holding, .pinned = true};
    return best;
}

void jit_place_value(Jit *j, int v) {
    int i = jit_held(&j->state, v);
    if (i != NO_HOLDER && j->state.held[i].holding == HELD_VALUE) settle(j, i);
}

/* --- operands --- */

unsigned jit_object(Jit *j, int v, unsigned scratch) {
    int i = jit_held(&j->state, v);
    if (i != NO_HOLDER && j->state.held[i].holding == HELD_BORROWED) {
        j->state.held[i].pinned = true;
        return jit_machine(i);
    }
    if (i != NO_HOLDER && j->state.held[i].holding == HELD_VALUE) settle(j, i);
    asm_mem(&j->a, PLAIN, ASM_LOAD, scratch, BASE, jit_slot(v));
    return scratch;
}

void jit_guard_type(Jit *j, int v, unsigned object, Type *t) {
    Known *k = jit_known(&j->state, v);
    if (k && k->type == t) return;
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, (int)object, offsetof(Object, type), jit_address(t));
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
    learn_type(&j->state, v, t);
}

void jit_guard_version(Jit *j, int v, unsigned object, uint32_t version) {
    Known *k = jit_known(&j->state, v);
    if (k && k->version == version) return;
    asm_mem(&j->a, PLAIN, ASM_LOAD, RDX, (int)object, offsetof(Object, type));
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, RDX, offsetof(Type, version), (int32_t)version);
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
    *jit_learn(&j->state, v) = (Known){.v = (int16_t)v, .version = version};
}

static int number_operand(Jit *j, unsigned operand, bool floating) {
    Type *t = floating ? &float_type : &int_type;
    Asm *a = &j->a;
    if (jit_is_constant(operand)) {
        Object *o = jit_constant(j, operand);
        int i = jit_hold(j, floating, -1, HELD_COPY);
        if (o->type != t) { /* never: the instruction was specialised for it. To be safe, the loop decides */
            asm_jump(a, jit_exit(j));
        } else if (floating) {
            int64_t bits;
            memcpy(&bits, &((Float *)o)->value, sizeof bits);
            asm_constant(a, RAX, bits);
            asm_reg(a, PACKED, ASM_FROM_BITS, jit_machine(i), RAX);
        } else {
            asm_constant(a, jit_machine(i), ((Int *)o)->value);
        }
        return i;
    }
    int v = jit_index(operand), i = jit_held(&j->state, v);
    if (i != NO_HOLDER && j->state.held[i].holding != HELD_BORROWED) {
        j->state.held[i].pinned = true;
        if (jit_is_float(i) == floating) return i;
        asm_jump(a, jit_exit(j)); /* the other kind of number than it used to be */
        return jit_hold(j, floating, -1, HELD_COPY);
    }
    unsigned object = jit_object(j, v, RAX);
    jit_guard_type(j, v, object, t);
    bool borrowed = i != NO_HOLDER;
    int holder = jit_hold(j, floating, borrowed ? -1 : v, HELD_COPY);
    if (floating)
        asm_mem(a, SCALAR, ASM_LOAD_DOUBLE, jit_machine(holder), (int)object, offsetof(Float, value));
    else
        asm_mem(a, PLAIN, ASM_LOAD, jit_machine(holder), (int)object, offsetof(Int, value));
    return holder;
}

int jit_int_operand(Jit *j, unsigned operand) {
    return number_operand(j, operand, false);
}
int jit_float_operand(Jit *j, unsigned operand) {
    return number_operand(j, operand, true);
}

/* --- results --- */

/* Register s->a is to become empty, or (s->b) hold nothing but a number; what it held is in RAX, which is not NULL. */
static void write_release(Jit *j, Stub *s) {
    Asm *a = &j->a;
    AsmLabel last = ASM_LABEL_NEW, number = ASM_LABEL_NEW, empty = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RAX, offsetof(Object, type));
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&float_type));
    asm_jump_if(a, IF_EQUAL, &number);
    asm_reg_const(a, ASM_GROUP_CMP, RCX, jit_address(&int_type));
    asm_jump_if(a, IF_EQUAL, &number);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, refcount), 1);
    asm_jump_if(a, IF_EQUAL, &last);
    asm_mem_const(a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
    jit_count(j, -1);
    asm_bind(a, &empty);
    asm_mem_set(a, BASE, jit_slot(s->a), 0);
    asm_jump(a, &s->back);

    asm_bind(a, &number);
    if (s->b) {
        asm_jump(a, &s->back);
    } else {
        jit_count(j, -1);
        asm_mem_const(a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
        asm_jump_if(a, IF_NOT_EQUAL, &empty);
        asm_call(a, jit_thunks.free_number);
        asm_jump(a, &empty);
    }
    /* It dies, which may run anything: the loop does that. */
    asm_bind(a, &last);
    jit_return_to(j, s);
    asm_jump(a, jit_exit(j));
}

static void prepare(Jit *j, int a, bool number_may_stay) {
    State *s = &j->state;
    int i = jit_held(s, a);
    bool value = i != NO_HOLDER && s->held[i].holding != HELD_COPY;
    if (is_known_empty(s, a)) return;
    if (value && (number_may_stay || jit_is_temporary(j, a))) return; /* NULL or a number of before */
    if (number_may_stay && is_known_number(s, a)) return;
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(a));
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    Stub *stub = jit_stub(j, write_release);
    stub->a = a;
    stub->b = number_may_stay;
    asm_jump_if(&j->a, IF_NOT_EQUAL, &stub->from);
    asm_bind(&j->a, &stub->back);
    if (!number_may_stay) learn_empty(s, a);
}

void jit_prepare_number(Jit *j, int a) {
    prepare(j, a, !jit_is_temporary(j, a));
}
void jit_prepare_empty(Jit *j, int a) {
    prepare(j, a, false);
}

void jit_give_value(Jit *j, int a, int holder, Type *t) {
    int before = jit_held(&j->state, a);
    if (before != NO_HOLDER && before != holder) jit_drop_holder(j, before);
    j->state.held[holder] = (Holder){.v = (int16_t)a, .holding = HELD_VALUE, .pinned = true, .pc = j->pc};
    learn_type(&j->state, a, t);
}

void jit_give_borrowed(Jit *j, int a, unsigned object) {
    int before = jit_held(&j->state, a);
    if (before != NO_HOLDER) jit_drop_holder(j, before);
    int i = jit_hold(j, false, a, HELD_BORROWED);
    asm_move(&j->a, jit_machine(i), object);
    jit_unlearn(&j->state, a);
}

/* The object in RAX dies, which may run anything that looks at the frame's locals; nobody sees its temporaries. What
 * was written stays held: it is as if it were a number of before. Keeps RCX. */
static void write_death(Jit *j, Stub *s) {
    Asm *a = &j->a;
    asm_push(a, RAX);
    asm_push(a, RCX);
    for (int i = 0; i < HOLDERS; i++) {
        const Holder *h = &s->held[i];
        if (h->v >= 0 && h->holding == HELD_VALUE && !jit_is_temporary(j, h->v)) write_holder(j, h, i);
    }
    j->pc = s->pc;
    jit_set_pc(j);
    asm_pop(a, RCX);
    asm_pop(a, RAX);
    asm_call(a, jit_thunks.free_object);
    asm_jump(a, &s->back);
}

/* The same when nothing is held. */
static void write_lonely_death(Jit *j, Stub *s) {
    Asm *a = &j->a;
    j->pc = s->pc;
    asm_move(a, RDI, RAX);
    jit_set_pc(j);
    asm_call(a, object_dealloc);
    asm_jump(a, &s->back);
}

/* The same within a template, whose own registers are kept. */
static void write_quiet_death(Jit *j, Stub *s) {
    Asm *a = &j->a;
    j->pc = s->pc;
    asm_push(a, RCX);
    asm_push(a, RDX);
    asm_move(a, RDI, RAX);
    jit_set_pc(j);
    asm_call(a, object_dealloc);
    asm_pop(a, RDX);
    asm_pop(a, RCX);
    asm_jump(a, &s->back);
}

/* A class may have changed by then. */
static void forget_versions(State *s) {
    for (int i = 0; i < KNOWN_MAX; i++) {
        Known *k = &s->known[i];
        if (k->v < 0) continue;
        k->version = 0;
        if (!k->type && !k->empty) k->v = -1;
    }
}

static void decref_with(Jit *j, void (*death)(Jit *, Stub *)) {
    jit_count(j, -1);
    asm_mem_const(&j->a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
    Stub *stub = jit_stub(j, death);
    asm_jump_if(&j->a, IF_EQUAL, &stub->from);
    asm_bind(&j->a, &stub->back);
    forget_versions(&j->state);
}

static bool holds_nothing(const State *s) {
    for (int i = 0; i < HOLDERS; i++)
        if (s->held[i].v != -1) return false;
    return true;
}

void jit_decref(Jit *j) {
    decref_with(j, holds_nothing(&j->state) ? write_quiet_death : write_death);
}

void jit_release(Jit *j) {
    AsmLabel nothing = ASM_LABEL_NEW;
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(&j->a, IF_EQUAL, &nothing);
    decref_with(j, write_lonely_death);
    asm_bind(&j->a, &nothing);
}

void jit_ask(Jit *j, const void *function) {
    bool doubles = false;
    for (int i = HOLDERS_INT; i < HOLDERS; i++) doubles |= j->state.held[i].v != -1;
    asm_constant(&j->a, RDX, (int64_t)(intptr_t)function);
    asm_call(&j->a, doubles ? jit_thunks.ask : jit_thunks.ask_among_ints);
}

static void write_number_death(Jit *j, Stub *s) {
    asm_call(&j->a, jit_thunks.free_number);
    asm_jump(&j->a, &s->back);
}

/* Of a number in RAX; RCX and RDX may be lost. */
static void decref_number(Jit *j) {
    jit_count(j, -1);
    asm_mem_const(&j->a, ASM_GROUP_SUB, true, RAX, offsetof(Object, refcount), 1);
    Stub *stub = jit_stub(j, write_number_death);
    asm_jump_if(&j->a, IF_EQUAL, &stub->from);
    asm_bind(&j->a, &stub->back);
}

void jit_store_object(Jit *j, int a, unsigned object) {
    bool empty = is_known_empty(&j->state, a), number = is_known_number(&j->state, a);
    int i = jit_held(&j->state, a);
    if (i != NO_HOLDER) jit_drop_holder(j, i);
    if (!empty) asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(a));
    asm_mem(&j->a, PLAIN, ASM_STORE, object, BASE, jit_slot(a));
    jit_unlearn(&j->state, a);
    if (empty) return;
    AsmLabel nothing = ASM_LABEL_NEW;
    asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(&j->a, IF_EQUAL, &nothing);
    if (number)
        decref_number(j);
    else
        jit_decref(j);
    asm_bind(&j->a, &nothing);
}

void jit_kill(Jit *j, unsigned operand) {
    int v = jit_index(operand), i = jit_held(&j->state, v);
    if (!jit_dies(operand) || is_known_empty(&j->state, v)) return;
    if (i != NO_HOLDER && j->state.held[i].holding != HELD_COPY) {
        jit_drop_holder(j, i); /* it has never been in its register */
        learn_empty(&j->state, v);
        return;
    }
    bool number = i != NO_HOLDER || is_known_number(&j->state, v);
    if (i != NO_HOLDER) jit_drop_holder(j, i);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RAX, BASE, jit_slot(v));
    asm_mem_set(&j->a, BASE, jit_slot(v), 0);
    if (number) {
        decref_number(j);
    } else {
        AsmLabel nothing = ASM_LABEL_NEW;
        asm_reg(&j->a, PLAIN, ASM_TEST, RAX, RAX);
        asm_jump_if(&j->a, IF_EQUAL, &nothing);
        jit_decref(j);
        asm_bind(&j->a, &nothing);
    }
    learn_empty(&j->state, v);
}

bool jit_is_owned(Jit *j, unsigned operand) {
    if (jit_is_constant(operand)) return false;
    int i = jit_held(&j->state, jit_index(operand));
    return i == NO_HOLDER || j->state.held[i].holding == HELD_COPY;
}

void jit_value_object(Jit *j, unsigned operand, unsigned reg) {
    if (jit_is_constant(operand)) {
        asm_constant(&j->a, reg, (int64_t)(intptr_t)jit_constant(j, operand));
        return;
    }
    asm_move(&j->a, reg, jit_object(j, jit_index(operand), reg));
}

void jit_take_object(Jit *j, unsigned operand, unsigned reg) {
    bool owned = jit_is_owned(j, operand);
    jit_value_object(j, operand, reg);
    int v = jit_index(operand);
    if (!jit_dies(operand)) {
        jit_incref(j, (int)reg);
        return;
    }
    int i = jit_held(&j->state, v);
    if (owned || (i != NO_HOLDER && j->state.held[i].holding == HELD_COPY))
        asm_mem_set(&j->a, BASE, jit_slot(v), 0);
    else
        jit_incref(j, (int)reg);
    if (i != NO_HOLDER) jit_drop_holder(j, i);
    learn_empty(&j->state, v);
}
