/* Comprehensions. Those of lists, sets and dicts are loops in the code around them, in a scope of their own: their
 * variables have registers that are empty before and after. Generator expressions are functions, which take the
 * iterator of the first `for` as their only argument.
 */
#include "interp/compile/compiler.h"

static NodeList generators_of(const Node *e) {
    return e->kind == AST_DictComp ? e->DictComp.generators : e->ListComp.generators;
}

static Opcode build_opcode(NodeKind kind) {
    return kind == AST_ListComp ? OP_BUILD_LIST : kind == AST_SetComp ? OP_BUILD_SET : OP_BUILD_MAP;
}

/* --- the loops --- */

/* What one round of the innermost loop does: adds to the container in `to`, or yields. */
static void add_item(Compiler *c, const Node *e, unsigned to) {
    unsigned mark = temp_mark(c);
    if (e->kind == AST_DictComp) {
        Operand key = operand_protect(c, expr(c, e->DictComp.key), e->DictComp.value);
        Operand value = expr(c, e->DictComp.value);
        Place both = e->DictComp.key->at;
        both.end_lineno = e->DictComp.value->at.end_lineno;
        both.end_col_offset = e->DictComp.value->at.end_col_offset;
        emit(c, both, OP_MAP_ADD, to, key, value);
    } else {
        const Node *item = e->ListComp.elt;
        Operand value = expr(c, item);
        if (e->kind == AST_GeneratorExp) {
            if (c->unit->flags & CODE_ASYNC_GENERATOR) {
                temp_release(c, mark);
                unsigned wrapped = temp_push(c);
                emit(c, item->at, OP_ASYNC_WRAP, wrapped, value, 0);
                value = dying(wrapped);
            }
            temp_release(c, mark);
            emit(c, item->at, OP_YIELD, dying(temp_push(c)), value, temp_mark(c));
        } else {
            emit(c, item->at, e->kind == AST_ListComp ? OP_LIST_APPEND : OP_SET_ADD, to, value, 0);
        }
    }
    temp_release(c, mark);
}

/* `for x in [value]`, not as the first, only names a value. */
static const Node *single_item(const Astcomprehension *g) {
    if (g->is_async || (g->iter->kind != AST_List && g->iter->kind != AST_Tuple)) return NULL;
    NodeList items = g->iter->List.elts;
    return items.n == 1 && items.at[0]->kind != AST_Starred ? items.at[0] : NULL;
}

static void generate(Compiler *c, const Node *e, int i, unsigned iterator, unsigned to);

static void generate_inside(Compiler *c, const Node *e, int i, Label *skip, unsigned to) {
    NodeList generators = generators_of(e);
    NodeList ifs = generators.at[i]->comprehension.ifs;
    for (int k = 0; k < ifs.n; k++) condition_jump(c, ifs.at[k], skip, false);
    if (i + 1 < generators.n)
        generate(c, e, i + 1, NO_REGISTER, to);
    else
        add_item(c, e, to);
}

/* The loops from the i-th inwards. The iterator of the first is made already. */
static void generate(Compiler *c, const Node *e, int i, unsigned iterator, unsigned to) {
    compile_check_stack(c);
    const Astcomprehension *g = &generators_of(e).at[i]->comprehension;
    const Node *single = i ? single_item(g) : NULL;
    unsigned mark = temp_mark(c);
    Label skip = label_new();
    if (single) {
        assign_expr(c, g->target, single);
        generate_inside(c, e, i, &skip, to);
        label_place(c, &skip);
        return;
    }
    if (i) {
        iterator = temp_push(c);
        loop_iterator(c, g->iter, g->is_async, iterator);
    }
    Loop loop;
    loop_start(c, &loop, g->iter, g->is_async, iterator, g->target);
    generate_inside(c, e, i, &skip, to);
    label_place(c, &skip);
    loop_end(c, &loop);
    temp_release(c, mark);
}

/* --- as a function --- */

static const char *function_name(NodeKind kind) {
    switch (kind) {
    case AST_ListComp: return "<listcomp>";
    case AST_SetComp: return "<setcomp>";
    case AST_DictComp: return "<dictcomp>";
    default: return "<genexpr>";
    }
}

static Object *function_code(Compiler *c, const Node *e, Scope *scope) {
    unit_enter(c, scope, compile_intern(c, function_name(e->kind)), e->at.lineno);
    c->unit->arg_count = 1;
    c->unit->flags |= CODE_SIMPLE;
    if (e->kind == AST_GeneratorExp) {
        generate(c, e, 0, 0, NO_REGISTER);
    } else {
        unsigned to = temp_push(c);
        emit(c, e->at, build_opcode(e->kind), to, to, 0);
        generate(c, e, 0, 0, to);
        emit(c, e->at, OP_RETURN, dying(to), 0, 0);
        emit_end(c);
    }
    return unit_leave(c);
}

static Operand called(Compiler *c, const Node *e, Scope *scope, Operand near) {
    const Astcomprehension *first = &generators_of(e).at[0]->comprehension;
    unsigned mark = temp_mark(c), window = call_window(c, near);
    function_make(c, e->at, function_code(c, e, scope), scope, window);
    unsigned iterator = temp_push_many(c, 2) + 1;
    loop_iterator(c, first->iter, first->is_async, iterator);
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_CALL, to, window, 1);
    return result_operand(c, to);
}

/* --- in line --- */

/* Empties the comprehension's variables. */
static void forget(Compiler *c, const Scope *scope) {
    for (const Symbol *s = scope->own; s; s = s->sibling)
        if (s->home == HOME_LOCAL || s->home == HOME_CELL) emit(c, NOWHERE, OP_DELETE_LOCAL, s->reg, 0, 0);
}

static bool is_protected(const Compiler *c) {
    for (const Block *b = c->unit->block; b; b = b->outer)
        if (b->handler) return true;
    return false;
}

static Operand inlined(Compiler *c, const Node *e, Scope *scope, Operand near) {
    Unit *u = c->unit;
    const Astcomprehension *first = &generators_of(e).at[0]->comprehension;
    Operand to = result_register(c, scratch(c, near), temp_mark(c));
    unsigned level = temp_mark(c), iterator = temp_push(c);
    Scope *outer = u->scope;
    loop_iterator(c, first->iter, first->is_async, iterator);
    u->scope = scope;
    for (const Symbol *s = scope->own; s; s = s->sibling) {
        if (s->home == HOME_LOCAL) bound_set(c, s->reg, false);
        if (s->home == HOME_CELL) emit(c, NOWHERE, OP_MAKE_CELL, s->reg, 0, 0);
    }
    Label failed = label_new(), end = label_new();
    Block block = {0};
    block_push(c, &block, BLOCK_TRY, e);
    handler_start(c, &failed);
    int64_t start = u->insn_count;
    emit(c, e->at, build_opcode(e->kind), to, level, 0);
    generate(c, e, 0, iterator, to);
    if (is_protected(c)) handler_end(c, start, &failed, level);
    block_pop(c, &block);
    forget(c, scope);
    u->scope = outer;
    if (failed.jumps >= 0) { /* somebody may catch what was raised in there, and go on */
        emit_jump(c, NOWHERE, &end);
        handler_place(c, &failed);
        forget(c, scope);
        emit(c, NOWHERE, OP_RERAISE, dying(level), 0, 0);
        emit_end(c);
        label_place(c, &end);
    }
    temp_release(c, level);
    if (is_discarded(near)) emit(c, NOWHERE, OP_RELEASE, to, 0, 0);
    return dying(to);
}

Operand comprehension_near(Compiler *c, const Node *e, Operand near) {
    Scope *scope = scope_of(c, e, TAG_OWN);
    return scope_is_inlined(scope) ? inlined(c, e, scope, near) : called(c, e, scope, near);
}
