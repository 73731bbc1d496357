/* Loops: for, async for and while; and the comprehensions' loops, which share the first two. */
#include "interp/compile/compiler.h"

/* --- one step of an iteration --- */

void loop_iterator(Compiler *c, const Node *iterable, bool async, unsigned to) {
    Object *constant = async ? NULL : fold_container(c, iterable);
    Operand o = constant ? const_operand(c, iterable->at, constant) : expr_near(c, iterable, to);
    emit(c, iterable->at, async ? OP_GET_AITER : OP_GET_ITER, to, o, 0);
    temp_release(c, to + 1);
}

/* async for: the item comes from an awaitable; StopAsyncIteration in there is the end of the loop. */
static void async_next(Compiler *c, Loop *l, const Node *target) {
    unsigned mark = temp_mark(c), value = temp_push(c), awaitable = temp_push(c);
    handler_start(c, &l->ended);
    int64_t start = c->unit->insn_count;
    emit(c, l->at, OP_GET_ANEXT, awaitable, l->iterator, 0);
    expr_await(c, l->at, awaitable, value);
    handler_end(c, start, &l->ended, value);
    l->exception = value;
    temp_release(c, value + 1);
    assign_to(c, target, dying(value));
    temp_release(c, mark);
}

void loop_start(Compiler *c, Loop *l, const Node *iterable, bool async, unsigned iterator, const Node *target) {
    *l = (Loop){.at = iterable->at, .async = async, .iterator = iterator, .ended = label_new()};
    l->top = label_here(c);
    if (async) {
        async_next(c, l, target);
        return;
    }
    unsigned mark = temp_mark(c), local = assign_direct(c, target);
    unsigned item = local == NO_REGISTER ? temp_push(c) : local;
    emit_jump_cached(c, l->at, OP_FOR_ITER, item, iterator, 0, &l->ended);
    assign_to(c, target, local == NO_REGISTER ? dying(item) : local);
    temp_release(c, mark);
}

void loop_end(Compiler *c, Loop *l) {
    emit_jump_back(c, NOWHERE, &l->top);
    if (!l->async) {
        label_place(c, &l->ended);
        return;
    }
    handler_place(c, &l->ended);
    emit(c, l->at, OP_END_ASYNC_FOR, l->exception, l->iterator, 0);
}

/* --- statements --- */

void for_stmt(Compiler *c, const Node *s) {
    bool async = s->kind == AST_AsyncFor;
    const AstFor *f = &s->For;
    unsigned mark = temp_mark(c), iterator = temp_push(c);
    Label end = label_new(), again = label_new();
    Loop loop;
    loop_iterator(c, f->iter, async, iterator);
    loop_start(c, &loop, f->iter, async, iterator, f->target);
    Block b = {.reg = iterator, .break_to = &end, .continue_to = &again};
    block_push(c, &b, BLOCK_LOOP, s);
    stmt_list(c, f->body);
    block_pop(c, &b);
    label_place(c, &again);
    loop_end(c, &loop);
    temp_release(c, mark);
    stmt_list(c, f->orelse);
    label_place(c, &end);
}

/* The test of an endless loop has no instruction; the jump back stands for it. */
void while_stmt(Compiler *c, const Node *s) {
    Label end = label_new(), again = label_new(), ended = label_new();
    bool endless = s->While.test->kind == AST_Constant;
    if (endless) emit_line(c, s->While.test->at);
    Label top = label_here(c);
    condition_jump(c, s->While.test, &ended, false);
    Block b = {.reg = NO_REGISTER, .break_to = &end, .continue_to = &again};
    block_push(c, &b, BLOCK_LOOP, s);
    stmt_list(c, s->While.body);
    block_pop(c, &b);
    label_place(c, &again);
    emit_jump_back(c, endless ? s->While.test->at : NOWHERE, &top);
    label_place(c, &ended);
    stmt_list(c, s->While.orelse);
    label_place(c, &end);
}
