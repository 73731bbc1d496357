/* Truth: comparisons, `and`, `or`, `not`, conditional expressions, and conditions that jump.
 *
 * A condition is never made into a bool and then tested: condition_jump goes through the operators down to comparisons,
 * each of which is one instruction that compares and jumps.
 */
#include "interp/compile/compiler.h"

/* --- comparisons --- */

static Opcode compare_opcode(AstSymbol op) {
    switch (op) {
    case AST_Eq: return OP_EQ;
    case AST_NotEq: return OP_NE;
    case AST_Lt: return OP_LT;
    case AST_LtE: return OP_LE;
    case AST_Gt: return OP_GT;
    case AST_GtE: return OP_GE;
    case AST_Is: return OP_IS;
    case AST_IsNot: return OP_IS_NOT;
    case AST_In: return OP_IN;
    default: return OP_NOT_IN;
    }
}

/* The right side of `in`: a display of constants need not be made anew, nor be of a type that can change. */
static Operand comparator(Compiler *c, AstSymbol op, const Node *e, Operand near) {
    Object *constant = op == AST_In || op == AST_NotIn ? fold_container(c, e) : NULL;
    return constant ? const_operand(c, e->at, constant) : expr_near(c, e, near);
}

static Operand kept(const Compiler *c, Operand o) {
    return operand_is_temp(c, o) ? operand_register(o) : o;
}

static bool is_none_test(Compiler *c, AstSymbol op, Operand r) {
    return (op == AST_Is || op == AST_IsNot) && operand_is_constant(r) && const_value(c, r) == NONE;
}

static void compare_and_jump(Compiler *c, Place at, AstSymbol op, Operand l, Operand r, bool sense, Label *to) {
    if (is_none_test(c, op, r)) {
        emit_jump_if(c, at, (op == AST_Is) == sense ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, l, to);
        return;
    }
    Opcode jump;
    switch (op) {
    case AST_IsNot: sense = !sense; /* fall through */
    case AST_Is: jump = OP_JUMP_IS; break;
    case AST_NotIn: sense = !sense; /* fall through */
    case AST_In: jump = OP_JUMP_IN; break;
    default: jump = OP_JUMP_LT + (compare_opcode(op) - OP_LT);
    }
    emit_jump_cached(c, at, jump, sense, l, r, to);
}

/* Can an expression be read without writing a register? */
static bool is_plain(Compiler *c, const Node *e) {
    if (e->kind == AST_Constant) return true;
    return e->kind == AST_Name && variable_local(c, variable_name(c, e->Name.id)) != NO_REGISTER;
}

/* A chain of comparisons in the making: `left op right`, where all rights but the last are the left of the next one.
 * They are kept in two temporaries by turns; after a comparison that is false these may be alive. */
typedef struct Chain {
    const Node *e;
    Operand left;
    unsigned slots, level; /* level: the first temporary behind the slots */
    bool used[2];
} Chain;

static Chain chain_start(Compiler *c, const Node *e, Operand near) {
    Chain chain = {.e = e};
    if (e->Compare.ops.n > 1) chain.slots = temp_push_many(c, 2);
    chain.level = temp_mark(c);
    chain.left = expr_near(c, e->Compare.left, near);
    return chain;
}

/* The right side of comparison i. */
static Operand chain_right(Compiler *c, Chain *chain, int i) {
    const Node *e = chain->e, *right = e->Compare.comparators.at[i];
    chain->left = operand_protect(c, chain->left, right);
    if (i + 1 == e->Compare.ops.n) return comparator(c, e->Compare.ops.at[i], right, ANYWHERE);
    unsigned slot = chain->slots + (i & 1);
    Operand r = comparator(c, e->Compare.ops.at[i], right, slot);
    bool is_temp = operand_is_temp(c, r);
    if (!is_temp && !operand_is_rebound(c, r, e->Compare.comparators.at[i + 1])) return r;
    if (operand_register(r) != slot || !is_temp) emit(c, NOWHERE, OP_MOVE, slot, r, 0);
    chain->used[i & 1] = true;
    return dying(slot);
}

/* Goes on behind a comparison, with its right side as the left one. */
static void chain_next(Compiler *c, Chain *chain, Operand right) {
    chain->left = right;
    temp_release(c, chain->level);
}

static void chain_drop(Compiler *c, const Chain *chain) {
    for (unsigned i = 0; i < 2; i++)
        if (chain->used[i]) emit(c, NOWHERE, OP_RELEASE, chain->slots + i, 0, 0);
}

static void chain_jump(Compiler *c, const Node *e, Label *to, bool sense) {
    unsigned mark = temp_mark(c);
    int last = e->Compare.ops.n - 1;
    Label fail = label_new(), end = label_new();
    bool plain = true;
    for (int i = 0; i < last; i++) plain &= is_plain(c, e->Compare.comparators.at[i]);
    Label *on_false = plain && !sense ? to : &fail;
    Chain chain = chain_start(c, e, ANYWHERE);
    for (int i = 0; i < last; i++) {
        Operand r = chain_right(c, &chain, i);
        compare_and_jump(c, e->at, e->Compare.ops.at[i], chain.left, kept(c, r), false, on_false);
        chain_next(c, &chain, r);
    }
    Operand r = chain_right(c, &chain, last);
    compare_and_jump(c, e->at, e->Compare.ops.at[last], chain.left, r, sense, to);
    if (on_false == &fail) {
        if (!plain) emit_jump(c, NOWHERE, &end);
        label_place(c, &fail);
        chain_drop(c, &chain);
        if (!sense) emit_jump(c, NOWHERE, to);
        label_place(c, &end);
    }
    temp_release(c, mark);
}

static Operand chain_near(Compiler *c, const Node *e, Operand near) {
    int last = e->Compare.ops.n - 1;
    Label fail = label_new(), end = label_new();
    Operand to = result_register(c, scratch(c, near), temp_mark(c));
    unsigned level = temp_mark(c);
    Chain chain = chain_start(c, e, ANYWHERE);
    for (int i = 0; i < last; i++) {
        Operand r = chain_right(c, &chain, i);
        emit(c, e->at, compare_opcode(e->Compare.ops.at[i]), to, chain.left, kept(c, r));
        emit_jump_if(c, e->at, OP_JUMP_IF_FALSE, to, &fail);
        chain_next(c, &chain, r);
    }
    Operand r = chain_right(c, &chain, last);
    emit(c, e->at, compare_opcode(e->Compare.ops.at[last]), to, chain.left, r);
    if (chain.used[0] || chain.used[1]) emit_jump(c, NOWHERE, &end);
    label_place(c, &fail);
    chain_drop(c, &chain);
    label_place(c, &end);
    if (is_discarded(near)) emit(c, NOWHERE, OP_RELEASE, to, 0, 0);
    temp_release(c, level);
    return dying(to);
}

Operand compare_near(Compiler *c, const Node *e, Operand near) {
    warn_compare(c, e);
    if (e->Compare.ops.n > 1) return chain_near(c, e, near);
    unsigned mark = temp_mark(c);
    Chain chain = chain_start(c, e, scratch(c, near));
    Operand r = chain_right(c, &chain, 0), to = result_register(c, near, mark);
    emit(c, e->at, compare_opcode(e->Compare.ops.at[0]), to, chain.left, r);
    return result_operand(c, to);
}

static void compare_jump(Compiler *c, const Node *e, Label *to, bool sense) {
    warn_compare(c, e);
    if (e->Compare.ops.n > 1) {
        chain_jump(c, e, to, sense);
        return;
    }
    unsigned mark = temp_mark(c);
    Chain chain = chain_start(c, e, ANYWHERE);
    Operand r = chain_right(c, &chain, 0);
    AstSymbol op = e->Compare.ops.at[0];
    compare_and_jump(c, e->at, op, chain.left, r, sense, to);
    if (is_none_test(c, op, r)) const_unuse(c, r); /* None is in the instruction */
    temp_release(c, mark);
}

/* --- conditions --- */

static void boolop_jump(Compiler *c, const Node *e, Label *to, bool sense) {
    NodeList values = e->BoolOp.values;
    bool decides = e->BoolOp.op == AST_Or; /* the truth of one value that settles the whole */
    Label settled = label_new();
    for (int i = 0; i < values.n - 1; i++) condition_jump(c, values.at[i], decides == sense ? to : &settled, decides);
    condition_jump(c, values.at[values.n - 1], to, sense);
    label_place(c, &settled);
}

static void ifexp_jump(Compiler *c, const Node *e, Label *to, bool sense) {
    Label otherwise = label_new(), end = label_new();
    condition_jump(c, e->IfExp.test, &otherwise, false);
    condition_jump(c, e->IfExp.body, to, sense);
    emit_jump(c, NOWHERE, &end);
    label_place(c, &otherwise);
    condition_jump(c, e->IfExp.orelse, to, sense);
    label_place(c, &end);
}

void condition_jump(Compiler *c, const Node *e, Label *to, bool sense) {
    compile_check_stack(c);
    switch (e->kind) {
    case AST_BoolOp: boolop_jump(c, e, to, sense); return;
    case AST_IfExp: ifexp_jump(c, e, to, sense); return;
    case AST_Compare: compare_jump(c, e, to, sense); return;
    case AST_UnaryOp:
        if (e->UnaryOp.op != AST_Not) break;
        condition_jump(c, e->UnaryOp.operand, to, !sense);
        return;
    default: break;
    }
    unsigned mark = temp_mark(c);
    Operand o = expr(c, e);
    int truth = operand_is_constant(o) ? object_truth(const_value(c, o)) : -1;
    if (truth >= 0) {
        const_unuse(c, o);
        if (truth == sense) emit_jump(c, e->at, to);
    } else {
        emit_jump_if(c, e->at, sense ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, o, to);
    }
    temp_release(c, mark);
}

/* --- values --- */

static void tested_value(Compiler *c, const Node *e, Place at, unsigned to, Label *jump, bool sense);

/* All values but the last: the first whose truth is `sense` stays in `to`, and is jumped away with. The tests are at
 * the place of the operator that the jump leaves. */
static void tested_values(Compiler *c, NodeList values, Place at, unsigned to, Label *jump, bool sense) {
    for (int i = 0; i < values.n - 1; i++) {
        tested_value(c, values.at[i], at, to, jump, sense);
        if (!is_plain(c, values.at[i + 1])) emit(c, NOWHERE, OP_RELEASE, to, 0, 0);
    }
}

/* The value in `to`, and a jump when its truth is `sense`. In (a and b) or c nothing is asked twice: when a is false,
 * so is (a and b). */
static void tested_value(Compiler *c, const Node *e, Place at, unsigned to, Label *jump, bool sense) {
    compile_check_stack(c);
    if (e->kind != AST_BoolOp) {
        expr_to(c, e, to);
        emit_jump_if(c, at, sense ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, to, jump);
        return;
    }
    NodeList values = e->BoolOp.values;
    bool stops = e->BoolOp.op == AST_Or;
    Label skip = label_new();
    if (stops == sense)
        tested_values(c, values, at, to, jump, stops);
    else
        tested_values(c, values, e->at, to, &skip, stops);
    tested_value(c, values.at[values.n - 1], at, to, jump, sense);
    label_place(c, &skip);
}

Operand boolop_near(Compiler *c, const Node *e, Operand near) {
    NodeList values = e->BoolOp.values;
    Label end = label_new();
    Operand to = result_register(c, scratch(c, near), temp_mark(c));
    tested_values(c, values, e->at, to, &end, e->BoolOp.op == AST_Or);
    expr_to(c, values.at[values.n - 1], to);
    label_place(c, &end);
    if (is_discarded(near)) emit(c, NOWHERE, OP_RELEASE, to, 0, 0);
    return dying(to);
}

Operand ifexp_near(Compiler *c, const Node *e, Operand near) {
    Label otherwise = label_new(), end = label_new();
    Operand to = result_register(c, near, temp_mark(c));
    condition_jump(c, e->IfExp.test, &otherwise, false);
    if (is_discarded(near))
        expr_effect(c, e->IfExp.body);
    else
        expr_to(c, e->IfExp.body, to);
    emit_jump(c, NOWHERE, &end);
    label_place(c, &otherwise);
    if (is_discarded(near))
        expr_effect(c, e->IfExp.orelse);
    else
        expr_to(c, e->IfExp.orelse, to);
    label_place(c, &end);
    return result_operand(c, to);
}

/* `not a is b` and `not a in b` have an instruction of their own. */
static Opcode negated(const Node *e) {
    if (e->kind != AST_Compare || e->Compare.ops.n != 1) return OP_NOP;
    switch (e->Compare.ops.at[0]) {
    case AST_Is: return OP_IS_NOT;
    case AST_IsNot: return OP_IS;
    case AST_In: return OP_NOT_IN;
    case AST_NotIn: return OP_IN;
    default: return OP_NOP;
    }
}

Operand not_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c);
    const Node *operand = e->UnaryOp.operand;
    Opcode op = negated(operand);
    if (op != OP_NOP) {
        Chain chain = chain_start(c, operand, scratch(c, near));
        Operand r = chain_right(c, &chain, 0), to = result_register(c, near, mark);
        emit(c, operand->at, op, to, chain.left, r);
        return result_operand(c, to);
    }
    Operand o = expr_near(c, operand, scratch(c, near));
    int truth = operand_is_constant(o) ? object_truth(const_value(c, o)) : -1;
    if (truth >= 0) {
        const_unuse(c, o);
        return const_operand(c, e->at, truth ? FALSE : TRUE);
    }
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_NOT, to, o, 0);
    return result_operand(c, to);
}
