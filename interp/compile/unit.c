/* Units: a code object is begun, and when its instructions are written, made of them. */
#include "interp/compile/compiler.h"

#include <string.h>

/* --- beginning --- */

static Str *qualified_name(Compiler *c, const Scope *scope, Str *name) {
    const Unit *outer = c->unit;
    if (outer && scope_is_type(outer->unit_scope)) outer = outer->outer; /* is seen through */
    if (!outer || outer->unit_scope->kind == SCOPE_MODULE) return name;
    bool is_definition = scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS;
    const Symbol *symbol = is_definition ? scope_find(outer->scope, name) : NULL;
    if (symbol && symbol->flags & SYMBOL_GLOBAL) return name;
    ScopeKind kind = outer->unit_scope->kind;
    const char *between = kind == SCOPE_FUNCTION || kind == SCOPE_LAMBDA ? ".<locals>." : ".";
    Object *s = str_format("%S%s%S", outer->qualname, between, name);
    if (!s) compile_fail(c);
    str_intern(&s);
    return (Str *)compile_own(c, s);
}

static uint64_t *new_bits(Compiler *c, const Unit *u) {
    return compile_alloc(c, u->bound_words * sizeof(uint64_t));
}

static void note_locals(Compiler *c, Unit *u) {
    const Scope *scope = u->unit_scope;
    u->local_count = u->top = u->high = scope->local_count;
    u->bound_words = u->local_count / 64 + 1;
    u->bound = new_bits(c, u);
    u->deletable = new_bits(c, u);
    u->rebindable = new_bits(c, u);
    for (const Symbol *s = scope->first; s; s = s->next) {
        if (s->home != HOME_LOCAL) continue;
        uint64_t bit = UINT64_C(1) << s->reg % 64;
        if (s->flags & SYMBOL_PARAM) u->bound[s->reg / 64] |= bit;
        if (s->flags & SYMBOL_DELETED) u->deletable[s->reg / 64] |= bit;
        if (s->flags & SYMBOL_WALRUS) u->rebindable[s->reg / 64] |= bit;
    }
}

static uint32_t kind_flags(const Compiler *c, const Scope *s) {
    uint32_t flags = scope_is_namespace(s) ? CODE_NAMESPACE : 0;
    if (s->nested && !scope_is_namespace(s)) flags |= CODE_NESTED;
    if (c->future_annotations) flags |= CODE_FUTURE_ANNOTATIONS;
    if (c->future_barry) flags |= CODE_FUTURE_BARRY;
    bool is_async = s->kind == SCOPE_MODULE ? s->has_await && c->flags & COMPILE_TOP_LEVEL_AWAIT : s->is_async;
    if (s->is_generator)
        flags |= is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    else if (is_async)
        flags |= CODE_COROUTINE;
    return flags;
}

void unit_enter(Compiler *c, Scope *scope, Str *name, int first_line) {
    Unit *u = compile_alloc(c, sizeof *u);
    u->qualname = qualified_name(c, scope, name);
    u->outer = c->unit;
    u->unit_scope = u->scope = scope;
    u->name = name;
    u->first_line = (uint32_t)first_line;
    u->flags = kind_flags(c, scope);
    u->reachable = true;
    note_locals(c, u);
    c->unit = u;
    if (u->flags & CODE_ANY_GENERATOR) {
        Place start = {first_line, 0, first_line, 0};
        emit(c, start, OP_RETURN_GENERATOR, OPERAND_DYING, 0, 0);
        emit(c, start, OP_NOP, 0, 0, 0); /* where an exception is raised that is thrown in before the start */
        u->block_depth = scope->kind == SCOPE_FUNCTION; /* StopIteration is caught around the body */
    }
    for (const Symbol *s = scope->first; s; s = s->next)
        if (s->home == HOME_CELL && s->scope == scope) emit(c, NOWHERE, OP_MAKE_CELL, s->reg, 0, 0);
}

/* --- ending --- */

/* Is the instruction seen by whoever watches the lines? */
static bool stands_for_line(const Unit *u, int64_t pc) {
    uint32_t low = 0, high = u->span_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (u->spans[middle].pc < pc)
            low = middle + 1;
        else
            high = middle;
    }
    return low < u->span_count && u->spans[low].pc == pc;
}

/* A jump to an unconditional jump goes where that one goes. Only JUMP_BACK may go back: it is a safe point. */
static void thread_jumps(Unit *u) {
    enum { CHAIN_MAX = 8 };
    uint64_t *insns = u->insns;
    for (uint32_t pc = 0; pc < u->insn_count; pc += 1 + op_info[insn_op(insns[pc])].cache) {
        if (!jump_is(insns[pc])) continue;
        int64_t target = jump_target(insns, pc);
        for (int i = 0; i < CHAIN_MAX && insn_op(insns[target]) == OP_JUMP; i++) target = jump_target(insns, target);
        if (insn_op(insns[pc]) == OP_JUMP && insn_op(insns[target]) == OP_JUMP_BACK && !stands_for_line(u, target)) {
            insns[pc] = insn_aj(OP_JUMP_BACK, 0, 0);
            target = jump_target(insns, target);
        }
        jump_set_target(insns, pc, target);
    }
}

/* A copy on the heap, for the code object to own; an empty one is NULL. */
static void *moved(Compiler *c, const void *items, size_t n) {
    if (!n) return NULL;
    void *copy = heap_alloc(n);
    if (!copy) {
        raise_memory();
        compile_fail(c);
    }
    return memcpy(copy, items, n);
}

static Str **moved_names(Compiler *c, Str **items, uint32_t n) {
    Str **copy = moved(c, items, n * sizeof *items);
    for (uint32_t i = 0; i < n; i++) incref(copy[i]);
    return copy;
}

static Str **free_names(Compiler *c, const Scope *s) {
    Str **list = compile_alloc(c, (s->free_count + 1) * sizeof *list);
    for (uint32_t i = 0; i < s->free_count; i++) list[i] = s->frees[i]->name;
    return moved_names(c, list, s->free_count);
}

/* The counts are set with the arrays, so that a code object which is given up half-made is freed rightly. */
static Object *make_code(Compiler *c) {
    const Unit *u = c->unit;
    const Scope *s = u->unit_scope;
    Code *code = (Code *)compile_own(c, object_new(&code_type));
    code->insns = moved(c, u->insns, u->insn_count * sizeof *u->insns);
    code->insn_count = u->insn_count;
    code->consts = (Object **)moved_names(c, (Str **)u->consts, u->const_count);
    code->const_count = u->const_count;
    code->names = moved_names(c, u->names, u->name_count);
    code->name_count = u->name_count;
    code->varnames = moved_names(c, s->varnames, s->local_count);
    code->local_count = s->local_count;
    code->freevars = free_names(c, s);
    code->free_count = (uint16_t)s->free_count;
    code->cells = moved(c, s->cells, s->cell_count * sizeof *s->cells);
    code->cell_count = (uint16_t)s->cell_count;
    code->spans = moved(c, u->spans, u->span_count * sizeof *u->spans);
    code->span_count = u->span_count;
    code->handlers = moved(c, u->handlers, u->handler_count * sizeof *u->handlers);
    code->handler_count = u->handler_count;
    code->flags = u->flags;
    code->exact_args = u->flags & CODE_SIMPLE ? u->arg_count : UINT32_MAX;
    code->arg_count = u->arg_count;
    code->posonly_count = u->posonly_count;
    code->kwonly_count = u->kwonly_count;
    code->param_count = s->param_count;
    code->register_count = (uint16_t)u->high;
    code->name = newref(u->name);
    code->qualname = newref(u->qualname);
    code->filename = newref(c->filename);
    code->first_line = u->first_line;
    code->source_lines = xnewref(c->source_lines);
    return (Object *)code;
}

Object *unit_leave(Compiler *c) {
    Unit *u = c->unit;
    if (u->reachable) emit(c, NOWHERE, OP_RETURN, const_operand(c, NOWHERE, NONE), 0, 1);
    thread_jumps(u);
    Object *code = make_code(c);
    c->unit = u->outer;
    return code;
}

/* --- modules --- */

static void expression_module(Compiler *c, const Node *e) {
    unsigned mark = temp_mark(c);
    Operand value = expr(c, e);
    emit(c, e->at, OP_RETURN, value, 0, 0);
    emit_end(c);
    temp_release(c, mark);
}

Object *module_code(Compiler *c, const Node *tree, Scope *scope) {
    unit_enter(c, scope, compile_intern(c, "<module>"), 1);
    if (tree->kind == AST_Expression) {
        expression_module(c, tree->Expression.body);
    } else {
        annotate_module(c, scope);
        bool prompt = tree->kind == AST_Interactive; /* a string there is a value to be shown, not documentation */
        stmt_list(c, prompt ? tree->Interactive.body : function_docstring(c, tree->Module.body, names.__doc__));
    }
    return unit_leave(c);
}
