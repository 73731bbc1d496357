/* Blocks: what encloses a statement, and what return, break and continue do to get out.
 *
 * Leaving a block means to undo it: release the iterator, call __exit__, run the final body, and so on outwards. The
 * code that does so stands where the jump is; the block's own handler does not cover it, but those further out do. So
 * the ranges of the blocks being left are closed one after the other, and opened again behind the jump.
 */
#include "interp/compile/compiler.h"

enum { BLOCKS_MAX = 20 };

void block_push(Compiler *c, Block *b, BlockKind kind, const Node *node) {
    Unit *u = c->unit;
    if (u->block_depth++ > BLOCKS_MAX) compile_error(c, node->at, "too many statically nested blocks");
    b->kind = kind;
    b->node = node;
    b->outer = u->block;
    b->start = -1;
    u->block = b;
}

void block_pop(Compiler *c, Block *b) {
    c->unit->block = b->outer;
    c->unit->block_depth--;
}

void block_protect(Compiler *c, Block *b, Label *handler, unsigned depth) {
    b->handler = handler;
    b->depth = depth;
    handler_start(c, handler);
    b->start = c->unit->insn_count;
}

void block_unprotect(Compiler *c, Block *b) {
    handler_end(c, b->start, b->handler, b->depth);
    b->start = -1;
}

/* --- leaving --- */

static void leave(Compiler *c, const Block *b) {
    switch (b->kind) {
    case BLOCK_LOOP:
    case BLOCK_VALUE:
        if (b->reg != NO_REGISTER) emit(c, NOWHERE, OP_RELEASE, b->reg, 0, 0);
        break;
    case BLOCK_FINALLY: stmt_list(c, b->node->Try.finalbody); break;
    case BLOCK_HANDLED: emit(c, NOWHERE, OP_POP_EXC, b->reg, 0, 0); break;
    case BLOCK_NAMED: variable_unbind(c, variable_name(c, b->node->ExceptHandler.name)); break;
    case BLOCK_WITH: with_leave(c, b); break;
    case BLOCK_TRY:
    case BLOCK_GROUP: break;
    }
}

/* Which ranges were open, so that they can be opened again. */
static void reopen(Compiler *c, Block *b, const Block *until) {
    for (; b != until; b = b->outer)
        if (b->handler && b->suspended) {
            b->suspended = false;
            block_protect(c, b, b->handler, b->depth);
        }
}

/* Leaves all blocks inside of `until`. A value that is to survive is in the temporary `value` (or NO_REGISTER): should
 * a final body jump away by itself, it is released. The caller emits the jump and then calls reopen. */
static void leave_blocks(Compiler *c, const Block *until, unsigned value) {
    Unit *u = c->unit;
    Block *innermost = u->block;
    int depth = u->block_depth;
    for (Block *b = innermost; b != until; b = b->outer) {
        if (b->handler && b->start >= 0) {
            b->suspended = true;
            block_unprotect(c, b);
        }
        Block held = {.kind = BLOCK_VALUE, .outer = b->outer, .reg = value, .start = -1};
        u->block = value == NO_REGISTER ? b->outer : &held;
        u->block_depth--;
        leave(c, b);
    }
    u->block = innermost;
    u->block_depth = depth;
}

/* Could the code that leaves all blocks change the local? */
static bool may_change(Compiler *c, unsigned local) {
    for (const Block *b = c->unit->block; b; b = b->outer) {
        if (b->kind == BLOCK_FINALLY || b->kind == BLOCK_WITH) return true;
        if (b->kind == BLOCK_NAMED && variable_local(c, variable_name(c, b->node->ExceptHandler.name)) == local)
            return true;
    }
    return false;
}

/* Is there a final body or an __exit__ to run before all blocks inside of `until` are left? */
static bool runs_code(const Compiler *c, const Block *until) {
    const Block *b = c->unit->block;
    while (b != until && b->kind != BLOCK_FINALLY && b->kind != BLOCK_WITH) b = b->outer;
    return b != until;
}

static void check_not_in_group(Compiler *c, const Block *until, Place at) {
    for (const Block *b = c->unit->block; b != until; b = b->outer)
        if (b->kind == BLOCK_GROUP)
            compile_error(c, at, "'break', 'continue' and 'return' cannot appear in an except* block");
}

void block_return(Compiler *c, const Node *s) {
    Unit *u = c->unit;
    const Node *e = s->Return.value;
    if (scope_is_namespace(u->unit_scope)) compile_error(c, s->at, "'return' outside function");
    if (e && u->flags & CODE_ASYNC_GENERATOR) compile_error(c, s->at, "'return' with value in async generator");
    unsigned mark = temp_mark(c);
    if (!e || e->kind == AST_Constant) emit_line(c, e ? e->at : s->at);
    Operand value = e ? expr(c, e) : const_operand(c, s->at, NONE);
    Place at = e && e->kind == AST_Constant ? e->at : s->at;
    check_not_in_group(c, NULL, at);
    bool added = runs_code(c, NULL); /* behind that, the return has no line of its own */
    bool is_local = !operand_is_constant(value) && !operand_is_temp(c, value);
    if (is_local && may_change(c, value)) value = operand_copy(c, value);
    leave_blocks(c, NULL, operand_is_temp(c, value) ? operand_register(value) : NO_REGISTER);
    emit(c, added ? NOWHERE : at, OP_RETURN, value, 0, added);
    emit_end(c);
    reopen(c, u->block, NULL);
    temp_release(c, mark);
}

static Block *enclosing_loop(Compiler *c) {
    Block *b = c->unit->block;
    while (b && b->kind != BLOCK_LOOP) b = b->outer;
    return b;
}

void block_break(Compiler *c, const Node *s) {
    Block *loop = enclosing_loop(c);
    check_not_in_group(c, loop, s->at);
    if (!loop) compile_error(c, s->at, "'break' outside loop");
    emit_line(c, s->at);
    leave_blocks(c, loop->outer, NO_REGISTER);
    emit_jump(c, NOWHERE, loop->break_to);
    reopen(c, c->unit->block, loop->outer);
}

void block_continue(Compiler *c, const Node *s) {
    Block *loop = enclosing_loop(c);
    check_not_in_group(c, loop, s->at);
    if (!loop) compile_error(c, s->at, "'continue' not properly in loop");
    emit_line(c, s->at);
    leave_blocks(c, loop, NO_REGISTER);
    emit_jump(c, NOWHERE, loop->continue_to);
    reopen(c, c->unit->block, loop);
}
