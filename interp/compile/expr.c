/* Expressions: where their values are put, and the kinds that have no file of their own.
 *
 * The value of an expression is an operand: a local that holds it already (nothing is emitted), a constant, or a
 * register that was written. See expr_near in compiler.h for the rules about that register.
 */
#include "interp/compile/compiler.h"

#include <string.h>

/* --- results --- */

Operand result_register(Compiler *c, Operand near, unsigned mark) {
    temp_release(c, mark);
    return near == ANYWHERE ? temp_push(c) : near;
}

Operand result_operand(const Compiler *c, Operand result) {
    return operand_is_temp(c, result) ? dying(operand_register(result)) : result;
}

Operand scratch(const Compiler *c, Operand near) {
    return operand_is_temp(c, near) ? operand_register(near) : ANYWHERE;
}

/* --- hazards: a local that was read already is assigned to by := in what is evaluated next --- */

static bool binds(Compiler *c, const Node *e, unsigned reg);

/* Does the field lead to expressions? */
static bool field_has_nodes(const AstField *f) {
    static const char *const groups[] = {"expr", "comprehension", "keyword", "arguments"};
    for (unsigned i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strcmp(f->type_name, groups[i]) == 0) return true;
    return false;
}

static bool any_binds(Compiler *c, NodeList l, unsigned reg) {
    for (int i = 0; i < l.n; i++)
        if (l.at[i] && binds(c, l.at[i], reg)) return true;
    return false;
}

/* Goes through all nodes below e by the tables of the tree. */
static bool binds(Compiler *c, const Node *e, unsigned reg) {
    compile_check_stack(c);
    if (e->kind == AST_NamedExpr && variable_local(c, variable_name(c, e->NamedExpr.target->Name.id)) == reg)
        return true;
    if (e->kind == AST_Lambda || e->kind == AST_GeneratorExp) return false;
    const AstField *fields;
    int n = ast_fields(e->kind, &fields);
    for (int i = 0; i < n; i++) {
        if (!field_has_nodes(&fields[i])) continue;
        const void *field = (const char *)e + fields[i].offset;
        if (fields[i].form == FIELD_SEQ || fields[i].form == FIELD_SEQ_OPT) {
            if (any_binds(c, *(const NodeList *)field, reg)) return true;
        } else {
            const Node *child = *(Node *const *)field;
            if (child && binds(c, child, reg)) return true;
        }
    }
    return false;
}

bool operand_is_rebound(Compiler *c, Operand o, const Node *later) {
    if (operand_is_constant(o) || o >= c->unit->local_count) return false;
    return c->unit->rebindable[o / 64] >> o % 64 & 1 && binds(c, later, o);
}

Operand operand_copy(Compiler *c, Operand o) {
    unsigned copy = temp_push(c);
    emit(c, NOWHERE, OP_MOVE, copy, o, 0);
    return dying(copy);
}

Operand operand_protect(Compiler *c, Operand o, const Node *later) {
    return operand_is_rebound(c, o, later) ? operand_copy(c, o) : o;
}

/* --- operators --- */

Opcode binary_opcode(AstSymbol op) {
    switch (op) {
    case AST_Add: return OP_ADD;
    case AST_Sub: return OP_SUB;
    case AST_Mult: return OP_MUL;
    case AST_MatMult: return OP_MATMUL;
    case AST_Div: return OP_TRUEDIV;
    case AST_Mod: return OP_MOD;
    case AST_Pow: return OP_POW;
    case AST_LShift: return OP_LSHIFT;
    case AST_RShift: return OP_RSHIFT;
    case AST_BitOr: return OP_OR;
    case AST_BitXor: return OP_XOR;
    case AST_BitAnd: return OP_AND;
    default: return OP_FLOORDIV;
    }
}

/* A new constant in the place of the operands it was computed from. */
static Operand folded(Compiler *c, Place at, Object *value, Operand near, unsigned mark) {
    temp_release(c, mark);
    Operand k = const_operand(c, at, value);
    if (operand_is_constant(k) || near == ANYWHERE) return k;
    emit(c, at, OP_MOVE, near, k, 0);
    temp_release(c, mark);
    return result_operand(c, near);
}

static Operand binary_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c);
    Opcode op = binary_opcode(e->BinOp.op);
    Operand l = expr_near(c, e->BinOp.left, scratch(c, near));
    l = operand_protect(c, l, e->BinOp.right);
    Operand r = expr(c, e->BinOp.right);
    if (operand_is_constant(l) && operand_is_constant(r)) {
        Object *value = fold_binary(c, op, const_value(c, l), const_value(c, r));
        if (value) {
            const_unuse(c, r);
            const_unuse(c, l);
            return folded(c, e->at, value, near, mark);
        }
    }
    Operand to = result_register(c, near, mark);
    emit(c, e->at, op, to, l, r);
    return result_operand(c, to);
}

static Operand unary_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c);
    AstSymbol op = e->UnaryOp.op;
    if (op == AST_Not) return not_near(c, e, near);
    Operand o = expr_near(c, e->UnaryOp.operand, scratch(c, near));
    if (operand_is_constant(o)) {
        Object *value = fold_unary(c, op, const_value(c, o));
        if (value) {
            const_unuse(c, o);
            return folded(c, e->at, value, near, mark);
        }
    }
    Operand to = result_register(c, near, mark);
    emit(c, e->at, op == AST_USub ? OP_NEG : op == AST_UAdd ? OP_POS : OP_INVERT, to, o, 0);
    return result_operand(c, to);
}

/* --- attributes and items --- */

Place attribute_place(const Node *e, Place at) {
    const Place *whole = &e->at;
    if (whole->lineno == whole->end_lineno) return at;
    int n = (int)e->Attribute.attr->n;
    at.lineno = whole->end_lineno;
    at.col_offset = n <= whole->end_col_offset ? whole->end_col_offset - n : 0;
    return at;
}

static Operand attribute_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c);
    Operand o = expr_near(c, e->Attribute.value, scratch(c, near));
    if (operand_is_constant(o)) o = operand_copy(c, o);
    Operand to = result_register(c, near, mark);
    Place at = attribute_place(e, e->at);
    emit(c, at, OP_LOAD_ATTR, to, o, name_index(c, variable_name(c, e->Attribute.attr)));
    return result_operand(c, to);
}

/* Lower, upper and step in a window of three. */
static unsigned slice_window(Compiler *c, const Node *e) {
    unsigned window = temp_push(c);
    const Node *parts[] = {e->Slice.lower, e->Slice.upper, e->Slice.step};
    for (int i = 0; i < 3; i++) {
        unsigned to = i ? temp_push(c) : window;
        if (parts[i])
            expr_to(c, parts[i], to);
        else
            emit(c, e->at, OP_MOVE, to, const_operand(c, e->at, NONE), 0);
    }
    return window;
}

/* slice(lower, upper, step), a constant if all of them are. */
static Operand slice_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c);
    Object *constant = fold_slice(c, e);
    if (constant) return folded(c, e->at, constant, near, mark);
    unsigned window = slice_window(c, e);
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_BUILD_SLICE, to, window, 0);
    return result_operand(c, to);
}

Operand subscript_key(Compiler *c, const Node *e, bool *sliced) {
    *sliced = false;
    if (e->kind != AST_Slice) return expr(c, e);
    unsigned mark = temp_mark(c);
    Object *constant = fold_slice(c, e);
    if (constant) return folded(c, e->at, constant, ANYWHERE, mark);
    *sliced = true;
    unsigned window = slice_window(c, e);
    temp_release(c, window + 1);
    return dying(window);
}

static Operand subscript_near(Compiler *c, const Node *e, Operand near) {
    warn_subscript(c, e);
    unsigned mark = temp_mark(c);
    Operand o = expr_near(c, e->Subscript.value, scratch(c, near));
    o = operand_protect(c, o, e->Subscript.slice);
    bool sliced;
    Operand key = subscript_key(c, e->Subscript.slice, &sliced);
    if (operand_is_constant(o) && operand_is_constant(key)) {
        Object *value = fold_subscript(c, const_value(c, o), const_value(c, key));
        if (value) {
            const_unuse(c, key);
            const_unuse(c, o);
            return folded(c, e->at, value, near, mark);
        }
    }
    Operand to = result_register(c, near, mark);
    if (sliced) emit(c, e->at, OP_GET_SLICE, operand_register(to), o, key);
    emit(c, e->at, OP_GET_ITEM, to, o, key);
    return result_operand(c, to);
}

/* --- := --- */

static Operand walrus_near(Compiler *c, const Node *e, Operand near) {
    const Node *target = e->NamedExpr.target;
    Str *name = variable_name(c, target->Name.id);
    unsigned local = variable_local(c, name);
    if (local != NO_REGISTER) {
        expr_to(c, e->NamedExpr.value, local);
        bound_set(c, local, true);
        return local;
    }
    Operand value = expr_near(c, e->NamedExpr.value, scratch(c, near));
    bool keep = operand_is_temp(c, value) && !is_discarded(near);
    variable_store(c, target->at, name, keep ? operand_register(value) : value);
    if (value & OPERAND_CONSTANT) const_index(c, const_value(c, value)); /* one use more: by whoever gets the value */
    return value;
}

/* --- generators and coroutines --- */

/* From the iterator, a temporary, to the result: what it yields is handed on. The YIELD
 * stands behind the SEND, which names the iterator: so throw() into the suspended frame finds both. */
static void delegate(Compiler *c, Place at, unsigned iterator, unsigned result) {
    Label done = label_new();
    emit(c, at, OP_MOVE, result, const_operand(c, at, NONE), 0);
    Label again = label_here(c);
    emit_jump_cached(c, at, OP_SEND, result, iterator, 0, &done);
    emit(c, at, OP_YIELD, result, dying(result), temp_mark(c) | YIELD_DELEGATES);
    emit_jump_back(c, at, &again);
    label_place(c, &done);
}

void expr_await(Compiler *c, Place at, unsigned iterator, unsigned result) {
    delegate(c, at, iterator, result);
}

static void check_yield(Compiler *c, const Node *e) {
    const char *what = e->kind == AST_YieldFrom ? "yield from" : "yield";
    if (scope_is_namespace(c->unit->unit_scope)) compile_error(c, e->at, "'%s' outside function", what);
    if (e->kind == AST_YieldFrom && c->unit->unit_scope->is_async)
        compile_error(c, e->at, "'yield from' inside async function");
}

static Operand delegated(Compiler *c, const Node *e, Opcode op, const Node *value, Operand near) {
    unsigned mark = temp_mark(c);
    unsigned result = operand_is_temp(c, near) ? operand_register(near) : temp_push(c), iterator = temp_push(c);
    Operand o = expr_near(c, value, iterator);
    emit(c, e->at, op, iterator, o, 0);
    delegate(c, e->at, iterator, result);
    temp_release(c, operand_is_temp(c, near) ? mark : mark + 1);
    if (is_discarded(near)) emit(c, e->at, OP_RELEASE, result, 0, 0);
    return dying(result);
}

static Operand yield_from_near(Compiler *c, const Node *e, Operand near) {
    check_yield(c, e);
    return delegated(c, e, OP_YIELD_FROM_ITER, e->YieldFrom.value, near);
}

static Operand await_near(Compiler *c, const Node *e, Operand near) {
    return delegated(c, e, OP_GET_AWAITABLE, e->Await.value, near);
}

static Operand yield_near(Compiler *c, const Node *e, Operand near) {
    check_yield(c, e);
    unsigned mark = temp_mark(c);
    Operand value = e->Yield.value ? expr_near(c, e->Yield.value, scratch(c, near)) : const_operand(c, e->at, NONE);
    if (c->unit->flags & CODE_ASYNC_GENERATOR) {
        Operand wrapped = result_register(c, scratch(c, near), mark);
        emit(c, e->at, OP_ASYNC_WRAP, wrapped, value, 0);
        value = dying(wrapped);
    }
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_YIELD, to, value, temp_mark(c));
    return result_operand(c, to);
}

/* --- all kinds --- */

static Operand constant_near(Compiler *c, const Node *e) {
    return const_operand(c, e->at, fold_literal(c, e));
}

static Operand name_near(Compiler *c, const Node *e, Operand near) {
    if (fold_is_debug(e->Name.id)) return const_operand(c, e->at, c->optimize ? FALSE : TRUE);
    return variable_load(c, e->at, variable_name(c, e->Name.id), near);
}

Operand expr_near(Compiler *c, const Node *e, Operand near) {
    compile_check_stack(c);
    switch (e->kind) {
    case AST_BoolOp: return boolop_near(c, e, near);
    case AST_NamedExpr: return walrus_near(c, e, near);
    case AST_BinOp: return binary_near(c, e, near);
    case AST_UnaryOp: return unary_near(c, e, near);
    case AST_Lambda: return lambda_near(c, e, near);
    case AST_IfExp: return ifexp_near(c, e, near);
    case AST_Dict: return dict_near(c, e, near);
    case AST_Set:
    case AST_List:
    case AST_Tuple: return display_near(c, e, near);
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: return comprehension_near(c, e, near);
    case AST_Await: return await_near(c, e, near);
    case AST_Yield: return yield_near(c, e, near);
    case AST_YieldFrom: return yield_from_near(c, e, near);
    case AST_Compare: return compare_near(c, e, near);
    case AST_Call: return call_near(c, e, near);
    case AST_FormattedValue: return formatted_near(c, e, near);
    case AST_JoinedStr: return joined_near(c, e, near);
    case AST_TemplateStr: return template_near(c, e, near);
    case AST_Constant: return constant_near(c, e);
    case AST_Attribute: return attribute_near(c, e, near);
    case AST_Subscript: return subscript_near(c, e, near);
    case AST_Name: return name_near(c, e, near);
    case AST_Slice: return slice_near(c, e, near);
    default: compile_error(c, e->at, "can't use starred expression here");
    }
}

Operand expr(Compiler *c, const Node *e) {
    return expr_near(c, e, ANYWHERE);
}

void expr_to(Compiler *c, const Node *e, unsigned reg) {
    unsigned mark = temp_mark(c);
    Operand value = expr_near(c, e, reg);
    if (operand_is_constant(value) || operand_register(value) != reg) emit(c, e->at, OP_MOVE, reg, value, 0);
    temp_release(c, mark);
}

unsigned expr_pushed(Compiler *c, const Node *e) {
    unsigned reg = temp_push(c);
    expr_to(c, e, reg);
    return reg;
}

Operand expr_register(Compiler *c, const Node *e) {
    Operand o = expr(c, e);
    if (!operand_is_constant(o)) return o;
    unsigned reg = temp_push(c);
    emit(c, e->at, OP_MOVE, reg, o, 0);
    return dying(reg);
}

void expr_effect(Compiler *c, const Node *e) {
    unsigned mark = temp_mark(c), reg = temp_push(c);
    Operand value = expr_near(c, e, dying(reg));
    if (operand_is_temp(c, value) && operand_register(value) != reg)
        emit(c, e->at, OP_RELEASE, operand_register(value), 0, 0);
    temp_release(c, mark);
}
