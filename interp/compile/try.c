/* try: except, else, finally, and except*.
 *
 * Registers, m being the first free one when the statement begins:
 *
 *      m      the exception             m+1    the one that was handled before
 *      m+2... temporaries of the handler; an exception raised in there arrives in m+2
 *
 * A final body is written several times: for the way through, for each jump out, and for exceptions.
 */
#include "interp/compile/compiler.h"

/* --- while an exception is handled --- */

void handled_start(Compiler *c, Block *b, Label *failed, unsigned exception, const Node *node) {
    temp_push_many(c, 2);
    emit(c, NOWHERE, OP_PUSH_EXC, exception, 0, 0);
    *b = (Block){.reg = exception};
    block_push(c, b, BLOCK_HANDLED, node);
    block_protect(c, b, failed, exception + 2);
}

void handled_end(Compiler *c, Block *b, Label *failed) {
    temp_release(c, b->reg + 2);
    handler_place(c, failed);
    unsigned raised = temp_push(c);
    emit(c, NOWHERE, OP_POP_EXC, b->reg, 0, 0);
    emit(c, NOWHERE, OP_RERAISE, dying(raised), 0, 0);
    emit_end(c);
    temp_release(c, b->reg);
}

/* Nothing took the exception: it goes on its way from the end of the statement, the last place that was executed. */
static void raise_again(Compiler *c, Place at, unsigned exception) {
    emit(c, NOWHERE, OP_RESTORE_EXC, exception, 0, 0);
    emit(c, at, OP_RERAISE, dying(exception), 1, 0);
    emit_end(c);
}

/* --- except --- */

/* The body of a clause, at whose end the name is unbound. The caller has stored the exception under it. */
static void named_body(Compiler *c, const Node *clause, Block *b, Label *failed) {
    *b = (Block){0};
    block_push(c, b, BLOCK_NAMED, clause);
    block_protect(c, b, failed, temp_mark(c));
    stmt_list(c, clause->ExceptHandler.body);
    block_unprotect(c, b);
    block_pop(c, b);
}

static void except_clause(Compiler *c, const Node *clause, Block *handled, Label *end) {
    const AstExceptHandler *h = &clause->ExceptHandler;
    Label next = label_new(), failed = label_new();
    unsigned mark = temp_mark(c);
    if (h->type) {
        Operand type = expr(c, h->type);
        emit_jump_cached(c, clause->at, OP_JUMP_IF_NO_MATCH, handled->reg, type, 0, &next);
        temp_release(c, mark);
    } else {
        emit_line(c, clause->at);
    }
    if (h->name) {
        Block named;
        variable_store(c, clause->at, variable_name(c, h->name), handled->reg);
        named_body(c, clause, &named, &failed);
    } else {
        Block nameless = {0}; /* counts as deep as the other */
        block_push(c, &nameless, BLOCK_TRY, clause);
        stmt_list(c, h->body);
        block_pop(c, &nameless);
    }
    block_unprotect(c, handled);
    emit(c, NOWHERE, OP_POP_EXC, handled->reg, 0, 0);
    if (h->name) variable_unbind(c, variable_name(c, h->name));
    emit_jump(c, NOWHERE, end);
    block_protect(c, handled, handled->handler, handled->depth);
    if (h->name) {
        handler_place(c, &failed);
        unsigned raised = temp_push(c);
        variable_unbind(c, variable_name(c, h->name));
        emit(c, NOWHERE, OP_RERAISE, dying(raised), 0, 0);
        emit_end(c);
        temp_release(c, mark);
    }
    label_place(c, &next);
}

static void except_clauses(Compiler *c, const Node *s, Label *end) {
    NodeList clauses = s->Try.handlers;
    unsigned exception = temp_mark(c);
    Block handled;
    Label failed = label_new();
    handled_start(c, &handled, &failed, exception, s);
    for (int i = 0; i < clauses.n; i++) {
        if (!clauses.at[i]->ExceptHandler.type && i + 1 < clauses.n)
            compile_error(c, clauses.at[i]->at, "default 'except:' must be last");
        except_clause(c, clauses.at[i], &handled, end);
    }
    block_unprotect(c, &handled);
    block_pop(c, &handled);
    raise_again(c, clauses.at[clauses.n - 1]->at, exception);
    handled_end(c, &handled, &failed);
}

static void try_except(Compiler *c, const Node *s) {
    Block body = {0};
    Label handler = label_new(), end = label_new();
    block_push(c, &body, BLOCK_TRY, s);
    block_protect(c, &body, &handler, temp_mark(c));
    stmt_list(c, s->Try.body);
    block_unprotect(c, &body);
    block_pop(c, &body);
    stmt_list(c, s->Try.orelse);
    emit_jump(c, NOWHERE, &end);
    handler_place(c, &handler);
    except_clauses(c, s, &end);
    label_place(c, &end);
}

/* --- except* ---
 * Behind the two registers above: the original (m+2), a list of what is to be raised in the end (m+3), the part of the
 * group that no clause has taken yet (m+4), the part that the current one takes (m+5). */

static void group_clause(Compiler *c, const Node *clause, unsigned list, Label *end) {
    const AstExceptHandler *h = &clause->ExceptHandler;
    Label failed = label_new(), no_match = label_new();
    unsigned rest = list + 1, match = list + 2, mark = temp_mark(c);
    temp_push(c);
    Operand type = expr(c, h->type);
    emit(c, clause->at, OP_MATCH_GROUP, rest, type, 0);
    emit_jump_if(c, clause->at, OP_JUMP_IF_NONE, match, &no_match);
    if (h->name)
        variable_store(c, clause->at, variable_name(c, h->name), dying(match));
    else
        emit(c, clause->at, OP_RELEASE, match, 0, 0);
    temp_release(c, mark);
    Block group = {0}, named;
    block_push(c, &group, BLOCK_GROUP, clause);
    if (h->name) {
        named_body(c, clause, &named, &failed);
        variable_unbind(c, variable_name(c, h->name));
    } else {
        block_protect(c, &group, &failed, match);
        stmt_list(c, h->body);
        block_unprotect(c, &group);
    }
    block_pop(c, &group);
    emit_jump(c, NOWHERE, end);
    handler_place(c, &failed);
    temp_push(c);
    if (h->name) variable_unbind(c, variable_name(c, h->name));
    emit(c, NOWHERE, OP_LIST_APPEND, list, dying(match), 0);
    emit_jump(c, NOWHERE, end);
    label_place(c, &no_match);
    emit(c, NOWHERE, OP_RELEASE, match, 0, 0);
    temp_release(c, mark);
}

static void group_clauses(Compiler *c, const Node *s, Label *end) {
    unsigned exception = temp_mark(c);
    Block handled;
    Label failed = label_new(), raises = label_new();
    handled_start(c, &handled, &failed, exception, s);
    unsigned original = temp_push_many(c, 3), list = original + 1, rest = original + 2;
    emit(c, NOWHERE, OP_MOVE, original, exception, 0);
    emit(c, NOWHERE, OP_BUILD_LIST, list, list, 0);
    emit(c, NOWHERE, OP_MOVE, rest, exception, 0);
    for (int i = 0; i < s->TryStar.handlers.n; i++) {
        Label next = label_new();
        group_clause(c, s->TryStar.handlers.at[i], list, &next);
        label_place(c, &next);
    }
    emit(c, NOWHERE, OP_LIST_APPEND, list, dying(rest), 0);
    emit(c, NOWHERE, OP_MERGE_GROUP, original, dying(original), dying(list));
    block_unprotect(c, &handled);
    block_pop(c, &handled);
    emit(c, NOWHERE, OP_POP_EXC, exception, 0, 0);
    emit_jump_if(c, NOWHERE, OP_JUMP_IF_NOT_NONE, original, &raises);
    emit(c, NOWHERE, OP_RELEASE, original, 0, 0);
    emit_jump(c, NOWHERE, end);
    label_place(c, &raises);
    emit(c, NOWHERE, OP_RERAISE, dying(original), 0, 0);
    emit_end(c);
    handled_end(c, &handled, &failed);
}

static void try_except_star(Compiler *c, const Node *s) {
    Block body = {0};
    Label handler = label_new(), end = label_new();
    block_push(c, &body, BLOCK_TRY, s);
    block_protect(c, &body, &handler, temp_mark(c));
    stmt_list(c, s->TryStar.body);
    block_unprotect(c, &body);
    block_pop(c, &body);
    stmt_list(c, s->TryStar.orelse);
    emit_jump(c, NOWHERE, &end);
    handler_place(c, &handler);
    group_clauses(c, s, &end);
    label_place(c, &end);
}

/* --- finally --- */

static void try_inside(Compiler *c, const Node *s) {
    if (!s->Try.handlers.n) {
        stmt_list(c, s->Try.body);
        stmt_list(c, s->Try.orelse);
    } else if (s->kind == AST_TryStar) {
        try_except_star(c, s);
    } else {
        try_except(c, s);
    }
}

static void try_finally(Compiler *c, const Node *s) {
    Block body = {0}, handled;
    Label handler = label_new(), end = label_new(), failed = label_new();
    unsigned exception = temp_mark(c);
    block_push(c, &body, BLOCK_FINALLY, s);
    block_protect(c, &body, &handler, exception);
    try_inside(c, s);
    block_unprotect(c, &body);
    block_pop(c, &body);
    stmt_list(c, s->Try.finalbody);
    emit_jump(c, NOWHERE, &end);
    handler_place(c, &handler);
    handled_start(c, &handled, &failed, exception, s);
    stmt_list(c, s->Try.finalbody);
    block_unprotect(c, &handled);
    block_pop(c, &handled);
    raise_again(c, NOWHERE, exception);
    handled_end(c, &handled, &failed);
    label_place(c, &end);
}

void try_stmt(Compiler *c, const Node *s) {
    if (s->Try.finalbody.n)
        try_finally(c, s);
    else
        try_inside(c, s);
}
