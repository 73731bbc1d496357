/* with and async with. Registers: __exit__ and its self, and above them, while an exception is handled, those that
 * try.c describes. */
#include "interp/compile/compiler.h"

enum { AWAIT_ENTER = 1, AWAIT_EXIT = 2 };

/* Awaits what is in the temporary `reg`, which is on top; the result is there afterwards. */
static void await_in_place(Compiler *c, Place at, unsigned reg, unsigned where) {
    unsigned mark = temp_mark(c), iterator = temp_push(c);
    emit(c, at, OP_GET_AWAITABLE, iterator, dying(reg), where);
    expr_await(c, at, iterator, reg);
    temp_release(c, mark);
}

void with_leave(Compiler *c, const Block *b) {
    Place at = b->node->withitem.context_expr->at;
    unsigned mark = temp_mark(c), result = temp_push(c);
    emit(c, at, OP_WITH_EXIT, b->async ? result : dying(result), b->reg, NO_REGISTER);
    if (b->async) {
        await_in_place(c, at, result, AWAIT_EXIT);
        emit(c, at, OP_RELEASE, result, 0, 0);
    }
    temp_release(c, mark);
}

/* An exception left the body: unless __exit__ returns something true, it goes on its way. */
static void with_exception(Compiler *c, const Node *s, const Block *with) {
    Place at = with->node->withitem.context_expr->at;
    unsigned exception = temp_mark(c);
    Block handled;
    Label failed = label_new(), suppress = label_new();
    handled_start(c, &handled, &failed, exception, s);
    unsigned result = temp_push(c);
    emit(c, at, OP_WITH_EXIT, result, with->reg, exception);
    if (with->async) await_in_place(c, at, result, AWAIT_EXIT);
    emit_jump_if(c, at, OP_JUMP_IF_TRUE, dying(result), &suppress);
    block_unprotect(c, &handled);
    block_pop(c, &handled);
    emit(c, NOWHERE, OP_RESTORE_EXC, exception, 0, 0);
    emit(c, NOWHERE, OP_RERAISE, dying(exception), 0, 0);
    emit_end(c);
    handled_end(c, &handled, &failed);
    label_place(c, &suppress);
    emit(c, NOWHERE, OP_POP_EXC, exception, 0, 0);
}

static void with_items(Compiler *c, const Node *s, int i) {
    if (i == s->With.items.n) {
        stmt_list(c, s->With.body);
        return;
    }
    const Node *item = s->With.items.at[i], *target = item->withitem.optional_vars;
    Place at = item->withitem.context_expr->at;
    bool async = s->kind == AST_AsyncWith;
    unsigned mark = temp_mark(c), exit = temp_push_many(c, 2), level = temp_mark(c);
    unsigned local = target && !async ? assign_direct(c, target) : NO_REGISTER;
    Operand manager = expr_register(c, item->withitem.context_expr);
    temp_release(c, level);
    unsigned result = temp_push(c);
    Operand to = local != NO_REGISTER ? local : target || async ? result : dying(result);
    emit(c, at, async ? OP_ASYNC_WITH_ENTER : OP_WITH_ENTER, to, exit, manager);
    if (async) await_in_place(c, at, result, AWAIT_ENTER);

    Block b = {.reg = exit, .async = async};
    Label handler = label_new(), end = label_new();
    block_push(c, &b, BLOCK_WITH, item->withitem.context_expr);
    b.node = item;
    block_protect(c, &b, &handler, level);
    if (target)
        assign_to(c, target, local != NO_REGISTER ? local : dying(result));
    else if (async)
        emit(c, NOWHERE, OP_RELEASE, result, 0, 0);
    temp_release(c, level);
    with_items(c, s, i + 1);
    block_unprotect(c, &b);
    block_pop(c, &b);
    with_leave(c, &b);
    emit_jump(c, NOWHERE, &end);
    handler_place(c, &handler);
    with_exception(c, s, &b);
    label_place(c, &end);
    temp_release(c, mark);
}

void with_stmt(Compiler *c, const Node *s) {
    with_items(c, s, 0);
}
