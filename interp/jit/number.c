/* Templates: arithmetic and comparisons of ints and floats.
 *
 * The instruction's specialised opcode says what its operands are likely to be; the guards, and what else the result
 * needs to be exact (no overflow, no zero), come first, then the operation on the machine's registers. The result is
 * held as a value: whether it ever becomes an object is up to those who use it.
 */
#include "interp/jit/impl.h"
#include "interp/object/float.h"

static bool overwrites_operand(const Jit *j) {
    unsigned a = jit_a(j), b = jit_read_b(j), c = jit_read_c(j);
    return (jit_dies(b) && (unsigned)jit_index(b) == a) || (jit_dies(c) && (unsigned)jit_index(c) == a);
}

/* The result is there, and nothing was changed so far. A dying operand that A overwrites is a number: it makes room by
 * itself. */
static void finish(Jit *j, int result, Type *t) {
    if (!overwrites_operand(j)) jit_prepare_number(j, (int)jit_a(j));
    jit_kill(j, jit_read_b(j));
    jit_kill(j, jit_read_c(j));
    jit_give_value(j, (int)jit_a(j), result, t);
}

/* --- int --- */

enum { INT_ADD, INT_SUB, INT_MUL, INT_FLOORDIV, INT_MOD, INT_AND, INT_OR, INT_XOR, INT_LSHIFT, INT_RSHIFT };

/* The value of a constant operand that fits 32 bits. */
static bool small_constant(const Jit *j, unsigned operand, int32_t *v) {
    if (!jit_is_constant(operand)) return false;
    const Object *o = jit_constant(j, operand);
    if (o->type != &int_type || ((const Int *)o)->value != (int32_t)((const Int *)o)->value) return false;
    *v = (int32_t)((const Int *)o)->value;
    return true;
}

/* RAX = quotient, rounded down, RDX = remainder, with the sign of the divisor. The divisor is neither 0 nor -1. */
static void divide(Jit *j, unsigned x, unsigned y) {
    Asm *a = &j->a;
    AsmLabel done = ASM_LABEL_NEW;
    asm_move(a, RAX, x);
    asm_divide(a, y);
    asm_reg(a, PLAIN, ASM_TEST, RDX, RDX);
    asm_jump_if(a, IF_EQUAL, &done);
    if (y != RCX) asm_move(a, RCX, y);
    asm_reg(a, PLAIN, ASM_XOR, RCX, RDX);
    AsmLabel differ = ASM_LABEL_NEW;
    asm_jump_if(a, IF_NEGATIVE, &differ);
    asm_jump(a, &done);
    asm_bind(a, &differ);
    asm_reg(a, PLAIN, ASM_XOR, RCX, RDX); /* the divisor again */
    asm_reg(a, PLAIN, ASM_ADD, RDX, RCX);
    asm_reg_const(a, ASM_GROUP_SUB, RAX, 1);
    asm_bind(a, &done);
}

static void int_division(Jit *j, int kind, unsigned result, unsigned x) {
    Asm *a = &j->a;
    int32_t y;
    if (small_constant(j, jit_c(j), &y) && y > 0) {
        if ((y & (y - 1)) == 0) {
            asm_move(a, result, x);
            if (kind == INT_MOD)
                asm_reg_const(a, ASM_GROUP_AND, result, y - 1);
            else if (y > 1)
                asm_shift(a, ASM_SHIFT_ARITHMETIC, result, (unsigned)__builtin_ctz((unsigned)y));
            return;
        }
        asm_constant(a, RCX, y);
    } else {
        asm_move(a, RCX, jit_machine(jit_int_operand(j, jit_c(j))));
        asm_mem(a, PLAIN, ASM_LEA, RDX, RCX, 1);
        asm_reg_const(a, ASM_GROUP_CMP, RDX, 1);
        asm_jump_if(a, IF_BELOW_EQUAL, jit_exit(j));
    }
    divide(j, x, RCX);
    asm_move(a, result, kind == INT_MOD ? RDX : RAX);
}

static void int_shift(Jit *j, int kind, unsigned result, unsigned x) {
    Asm *a = &j->a;
    int32_t y;
    bool constant = small_constant(j, jit_c(j), &y), left = kind == INT_LSHIFT;
    if (constant && (y < 0 || (left && y > 62))) {
        asm_jump(a, jit_exit(j));
        return;
    }
    if (!constant) {
        asm_move(a, RCX, jit_machine(jit_int_operand(j, jit_c(j))));
        asm_reg_const(a, ASM_GROUP_CMP, RCX, left ? 62 : 63);
        asm_jump_if(a, IF_ABOVE, jit_exit(j));
    }
    unsigned shift = left ? ASM_SHIFT_LEFT : ASM_SHIFT_ARITHMETIC, bits = constant ? (unsigned)(y > 63 ? 63 : y) : 0;
    asm_move(a, result, x);
    if (constant)
        asm_shift(a, shift, result, bits);
    else
        asm_shift_by_rcx(a, shift, result);
    if (!left) return;
    asm_move(a, RAX, result); /* nothing was lost if it can be shifted back */
    if (constant)
        asm_shift(a, ASM_SHIFT_ARITHMETIC, RAX, bits);
    else
        asm_shift_by_rcx(a, ASM_SHIFT_ARITHMETIC, RAX);
    asm_reg(a, PLAIN, ASM_CMP, RAX, x);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
}

static void int_plain(Jit *j, int kind, unsigned result, unsigned x) {
    static const uint16_t opcodes[] = {[INT_ADD] = ASM_ADD, [INT_SUB] = ASM_SUB, [INT_MUL] = ASM_IMUL,
                                       [INT_AND] = ASM_AND, [INT_OR] = ASM_OR,   [INT_XOR] = ASM_XOR};
    static const uint8_t groups[] = {[INT_ADD] = ASM_GROUP_ADD,
                                     [INT_SUB] = ASM_GROUP_SUB,
                                     [INT_AND] = ASM_GROUP_AND,
                                     [INT_OR] = ASM_GROUP_OR,
                                     [INT_XOR] = ASM_GROUP_XOR};
    Asm *a = &j->a;
    int32_t y;
    if (kind != INT_MUL && small_constant(j, jit_c(j), &y)) {
        asm_move(a, result, x);
        asm_reg_const(a, groups[kind], result, y);
    } else {
        unsigned c = jit_machine(jit_int_operand(j, jit_c(j)));
        asm_move(a, result, x);
        asm_reg(a, PLAIN, opcodes[kind], result, c);
    }
    if (kind <= INT_MUL) asm_jump_if(a, IF_OVERFLOW, jit_exit(j));
}

static void int_arithmetic(Jit *j, int kind) {
    unsigned x = jit_machine(jit_int_operand(j, jit_b(j)));
    int result = jit_hold(j, false, -1, HELD_VALUE);
    if (kind == INT_FLOORDIV || kind == INT_MOD)
        int_division(j, kind, jit_machine(result), x);
    else if (kind >= INT_LSHIFT)
        int_shift(j, kind, jit_machine(result), x);
    else
        int_plain(j, kind, jit_machine(result), x);
    finish(j, result, &int_type);
}

/* --- float --- */

enum { FLOAT_ADD, FLOAT_SUB, FLOAT_MUL, FLOAT_DIV };

static void guard_not_zero(Jit *j, unsigned xmm) {
    AsmLabel nan = ASM_LABEL_NEW;
    asm_reg(&j->a, PACKED, ASM_XOR_DOUBLE, 0, 0);
    asm_reg(&j->a, PACKED, ASM_COMPARE_DOUBLE, xmm, 0);
    asm_jump_if(&j->a, IF_PARITY, &nan);
    asm_jump_if(&j->a, IF_EQUAL, jit_exit(j));
    asm_bind(&j->a, &nan);
}

static void float_operation(Jit *j, int kind, int b, int c) {
    static const uint16_t opcodes[] = {ASM_ADD_DOUBLE, ASM_SUB_DOUBLE, ASM_MUL_DOUBLE, ASM_DIV_DOUBLE};
    if (kind == FLOAT_DIV) guard_not_zero(j, jit_machine(c));
    int result = jit_hold(j, true, -1, HELD_VALUE);
    asm_move_double(&j->a, jit_machine(result), jit_machine(b));
    asm_reg(&j->a, SCALAR, opcodes[kind], jit_machine(result), jit_machine(c));
    finish(j, result, &float_type);
}

static void float_arithmetic(Jit *j, int kind) {
    int b = jit_float_operand(j, jit_b(j));
    float_operation(j, kind, b, jit_float_operand(j, jit_c(j)));
}

/* What a register or constant is known to be: &int_type, &float_type or NULL. */
static Type *known_type(Jit *j, unsigned operand) {
    if (jit_is_constant(operand)) return jit_constant(j, operand)->type;
    int holder = jit_held(&j->state, jit_index(operand));
    if (holder != NO_HOLDER && j->state.held[holder].holding != HELD_BORROWED)
        return holder < HOLDERS_INT ? &int_type : &float_type;
    Known *k = jit_known(&j->state, jit_index(operand));
    return k && (k->type == &int_type || k->type == &float_type) ? k->type : NULL;
}

/* An int that no double equals is left to the loop. Loses RAX and RCX. */
static void guard_exact(Jit *j, unsigned x) {
    asm_constant(&j->a, RAX, INT_DOUBLE_MAX);
    asm_move(&j->a, RCX, RAX);
    asm_reg(&j->a, PLAIN, ASM_ADD, RAX, x);
    asm_reg(&j->a, PLAIN, ASM_ADD, RCX, RCX);
    asm_reg(&j->a, PLAIN, ASM_CMP, RAX, RCX);
    asm_jump_if(&j->a, IF_ABOVE, jit_exit(j));
}

static void convert(Jit *j, int xmm_holder, unsigned x) {
    unsigned xmm = jit_machine(xmm_holder);
    asm_reg(&j->a, PACKED, ASM_XOR_DOUBLE, xmm, xmm); /* it keeps what stands in the upper half */
    asm_reg(&j->a, SCALAR, ASM_FROM_INT, xmm, x);
}

static int int_as_float(Jit *j, unsigned operand, bool exactly) {
    int32_t small;
    unsigned x = jit_machine(jit_int_operand(j, operand));
    if (exactly && !small_constant(j, operand, &small)) guard_exact(j, x);
    int i = jit_hold(j, true, -1, HELD_COPY);
    convert(j, i, x);
    return i;
}

/* The same where only the object can tell whether it is an int or a float. */
static int number_as_float(Jit *j, unsigned operand, bool exactly) {
    Asm *a = &j->a;
    AsmLabel other = ASM_LABEL_NEW, done = ASM_LABEL_NEW;
    int i = jit_hold(j, true, -1, HELD_COPY);
    unsigned object = jit_object(j, jit_index(operand), RDX);
    asm_mem_const(a, ASM_GROUP_CMP, true, (int)object, offsetof(Object, type), jit_address(&float_type));
    asm_jump_if(a, IF_NOT_EQUAL, &other);
    asm_mem(a, SCALAR, ASM_LOAD_DOUBLE, jit_machine(i), (int)object, offsetof(Float, value));
    asm_jump(a, &done);
    asm_bind(a, &other);
    asm_mem_const(a, ASM_GROUP_CMP, true, (int)object, offsetof(Object, type), jit_address(&int_type));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_mem(a, PLAIN, ASM_LOAD, RDX, (int)object, offsetof(Int, value));
    if (exactly) guard_exact(j, RDX);
    convert(j, i, RDX);
    asm_bind(a, &done);
    return i;
}

static int real_operand(Jit *j, unsigned operand, bool exactly) {
    Type *t = known_type(j, operand);
    if (t == &float_type) return jit_float_operand(j, operand);
    return t == &int_type ? int_as_float(j, operand, exactly) : number_as_float(j, operand, exactly);
}

static void jump_if_int(Jit *j, unsigned operand, bool sense, AsmLabel *target) {
    unsigned object = jit_object(j, jit_index(operand), RDX);
    asm_mem_const(&j->a, ASM_GROUP_CMP, true, (int)object, offsetof(Object, type), jit_address(&int_type));
    asm_jump_if(&j->a, sense ? IF_EQUAL : IF_NOT_EQUAL, target);
}

/* Holders of two numbers as doubles, one of which has to be a float. False: both are known to be ints. */
static bool real_operands(Jit *j, unsigned b, unsigned c, bool exactly, int *x, int *y) {
    Type *tb = known_type(j, b), *tc = known_type(j, c);
    AsmLabel one = ASM_LABEL_NEW;
    if (tb == &int_type && tc == &int_type) return false;
    if (!tb && tc != &float_type) jump_if_int(j, b, tc == &int_type, tc ? jit_detour(j) : &one);
    if (!tc && tb != &float_type) jump_if_int(j, c, true, jit_detour(j));
    asm_bind(&j->a, &one);
    *x = real_operand(j, b, exactly);
    *y = real_operand(j, c, exactly);
    return true;
}

static int float_kind(Opcode generic) {
    switch (generic) {
    case OP_ADD:
    case OP_IADD: return FLOAT_ADD;
    case OP_SUB:
    case OP_ISUB: return FLOAT_SUB;
    case OP_MUL:
    case OP_IMUL: return FLOAT_MUL;
    default: return FLOAT_DIV;
    }
}

/* Which of the two is the int, if one is, is not in the opcode. */
static bool mixed_arithmetic(Jit *j) {
    int x, y;
    if (!real_operands(j, jit_b(j), jit_c(j), false, &x, &y)) return false;
    float_operation(j, float_kind((Opcode)(uint16_t)j->pc[1]), x, y);
    return true;
}

static void int_quotient(Jit *j) {
    int x = int_as_float(j, jit_b(j), true);
    float_operation(j, FLOAT_DIV, x, int_as_float(j, jit_c(j), true));
}

static bool negate(Jit *j) {
    unsigned b = jit_read_b(j), a = jit_a(j);
    Type *t = known_type(j, b);
    if (t != &float_type && t != &int_type) return false;
    int x = t == &float_type ? jit_float_operand(j, b) : jit_int_operand(j, b);
    int result = jit_hold(j, t == &float_type, -1, HELD_VALUE);
    if (t == &float_type) {
        asm_constant(&j->a, RAX, INT64_MIN);
        asm_reg(&j->a, PACKED, ASM_FROM_BITS, 0, RAX);
        asm_move_double(&j->a, jit_machine(result), jit_machine(x));
        asm_reg(&j->a, PACKED, ASM_XOR_DOUBLE, jit_machine(result), 0);
    } else {
        asm_constant(&j->a, jit_machine(result), 0);
        asm_reg(&j->a, PLAIN, ASM_SUB, jit_machine(result), jit_machine(x));
        asm_jump_if(&j->a, IF_OVERFLOW, jit_exit(j));
    }
    if (!(jit_dies(b) && (unsigned)jit_index(b) == a)) jit_prepare_number(j, (int)a);
    jit_kill(j, b);
    jit_give_value(j, (int)a, result, t);
    return true;
}

/* --- comparisons --- */

static const uint8_t int_conditions[] = {IF_LESS, IF_LESS_EQUAL, IF_EQUAL, IF_NOT_EQUAL, IF_GREATER, IF_GREATER_EQUAL};

/* Sets the flags for int operands, which are released if they die. */
static void compare_ints(Jit *j, unsigned b, unsigned c_operand) {
    int32_t y;
    unsigned x = jit_machine(jit_int_operand(j, b));
    bool constant = small_constant(j, c_operand, &y);
    unsigned c = constant ? 0 : jit_machine(jit_int_operand(j, c_operand));
    jit_kill(j, b); /* the machine's registers still have the values */
    jit_kill(j, c_operand);
    if (constant)
        asm_reg_const(&j->a, ASM_GROUP_CMP, x, y);
    else
        asm_reg(&j->a, PLAIN, ASM_CMP, x, c);
}

/* The same for floats. The comparison holds on the condition that is returned, but for == and !=, where an unordered
 * result has to be looked at first. */
static Condition compare_floats(Jit *j, int comparison, unsigned b, unsigned c) {
    int b_holder, c_holder;
    if (!real_operands(j, b, c, true, &b_holder, &c_holder)) { /* not what the loop has met */
        asm_jump(&j->a, jit_exit(j));
        b_holder = c_holder = jit_hold(j, true, -1, HELD_COPY);
    }
    unsigned x = jit_machine(b_holder), y = jit_machine(c_holder);
    jit_kill(j, b);
    jit_kill(j, c);
    bool swapped = comparison == CMP_LT || comparison == CMP_LE; /* so that unordered is false */
    asm_reg(&j->a, PACKED, ASM_COMPARE_DOUBLE, swapped ? y : x, swapped ? x : y);
    switch (comparison) {
    case CMP_LT:
    case CMP_GT: return IF_ABOVE;
    case CMP_LE:
    case CMP_GE: return IF_ABOVE_EQUAL;
    case CMP_EQ: return IF_EQUAL;
    default: return IF_NOT_EQUAL;
    }
}

static uint64_t *cached_target(const Jit *j) {
    return j->pc + 2 + (int32_t)j->pc[1];
}

static void jump_if_ints(Jit *j, int comparison) {
    compare_ints(j, jit_b(j), jit_c(j));
    Condition c = int_conditions[comparison];
    asm_jump_if(&j->a, jit_a(j) ? c : asm_opposite(c), jit_edge(j, cached_target(j)));
}

static void jump_if_floats(Jit *j, int comparison) {
    Asm *a = &j->a;
    Condition c = compare_floats(j, comparison, jit_b(j), jit_c(j));
    AsmLabel unordered = ASM_LABEL_NEW, *target = jit_edge(j, cached_target(j));
    bool equality = comparison == CMP_EQ || comparison == CMP_NE, sense = jit_a(j);
    if (equality) asm_jump_if(a, IF_PARITY, sense == (comparison == CMP_NE) ? target : &unordered);
    asm_jump_if(a, sense ? c : asm_opposite(c), target);
    asm_bind(a, &unordered);
}

/* RCX = True or False. */
static void choose_bool(Jit *j, Condition c) {
    asm_constant(&j->a, RCX, jit_address(FALSE));
    asm_constant(&j->a, RDX, jit_address(TRUE));
    asm_move_if(&j->a, c, RCX, RDX);
}

static void compare(Jit *j, bool floats) {
    int comparison = (int)(uint16_t)j->pc[1] - OP_LT + CMP_LT, a = (int)jit_a(j);
    if (!jit_is_temporary(j, a))
        jit_settle(j);
    else if (!overwrites_operand(j))
        jit_prepare_empty(j, a);
    unsigned b = jit_read_b(j), c_operand = jit_read_c(j);
    Condition c = floats ? compare_floats(j, comparison, b, c_operand) : int_conditions[comparison];
    if (!floats) compare_ints(j, b, c_operand);
    choose_bool(j, c);
    if (floats && (comparison == CMP_EQ || comparison == CMP_NE)) {
        asm_constant(&j->a, RDX, jit_address(comparison == CMP_EQ ? FALSE : TRUE));
        asm_move_if(&j->a, IF_PARITY, RCX, RDX);
    }
    jit_incref(j, RCX);
    jit_store_object(j, a, RCX);
}

bool jit_number(Jit *j, Opcode op) {
    if (op >= OP_ADD_INT_RR && op <= OP_RSHIFT_INT_ANY) return int_arithmetic(j, (op - OP_ADD_INT_RR) / 3), true;
    if (op >= OP_ADD_FLOAT_RR && op <= OP_TRUEDIV_FLOAT_ANY)
        return float_arithmetic(j, (op - OP_ADD_FLOAT_RR) / 3), true;
    if (op >= OP_JUMP_LT_INT_RR && op <= OP_JUMP_GE_FLOAT) {
        int comparison = (op - OP_JUMP_LT_INT_RR) / 4 + CMP_LT;
        if ((op - OP_JUMP_LT_INT_RR) % 4 == 3)
            jump_if_floats(j, comparison);
        else
            jump_if_ints(j, comparison);
        return true;
    }
    switch (op) {
    case OP_MIXED_FLOAT: return mixed_arithmetic(j);
    case OP_TRUEDIV_INT: return int_quotient(j), true;
    case OP_NEG: return negate(j);
    case OP_COMPARE_INT: return compare(j, false), true;
    case OP_COMPARE_FLOAT: return compare(j, true), true;
    default: return false;
    }
}
