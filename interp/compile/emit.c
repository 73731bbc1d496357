/* Writes instructions, and knows what is true at the point where it writes.
 *
 * A jump to a label that is not placed yet holds, in the place of its distance, the pc of the jump to that label before
 * it; placing the label walks this chain. Instructions are written with their cache words, zeroed.
 */
#include "interp/compile/compiler.h"

#include <string.h>

const Place NOWHERE = {0};

/* --- instructions --- */

static uint16_t column_of(int column) {
    return column < 0 ? 0 : column > UINT16_MAX ? UINT16_MAX : (uint16_t)column;
}

static void note_span(Compiler *c, Place at) {
    Unit *u = c->unit;
    if (!at.lineno) return;
    Span span = {
        .line = (uint32_t)at.lineno,
        .end_line = (uint32_t)at.end_lineno,
        .column = column_of(at.col_offset),
        .end_column = column_of(at.end_col_offset),
    };
    SpanEntry *last = u->span_count ? &u->spans[u->span_count - 1] : NULL;
    if (last && memcmp(&last->span, &span, sizeof span) == 0 && u->last_label <= last->pc) return;
    if (last && last->pc == u->insn_count) {
        last->span = span;
        return;
    }
    u->spans = compile_grow(c, u->spans, u->span_count, &u->span_capacity, sizeof *u->spans);
    u->spans[u->span_count++] = (SpanEntry){u->insn_count, span};
}

static void emit_word(Compiler *c, uint64_t word) {
    Unit *u = c->unit;
    u->insns = compile_grow(c, u->insns, u->insn_count, &u->insn_capacity, sizeof word);
    u->insns[u->insn_count++] = word;
}

static void flush_line(Compiler *c) {
    Unit *u = c->unit;
    if (!u->pending.lineno) return;
    note_span(c, u->pending);
    u->pending = NOWHERE;
    emit_word(c, insn_abc(OP_NOP, 0, 0, 0));
}

/* A statement that does nothing is seen by whoever watches the lines. It needs a NOP only if no instruction without a
 * place of its own follows, which can stand for it. */
void emit_line(Compiler *c, Place at) {
    flush_line(c);
    if (c->unit->reachable) c->unit->pending = at;
}

static int64_t emit_insn(Compiler *c, Place at, uint64_t insn) {
    Unit *u = c->unit;
    if (!u->reachable) return -1;
    if (!at.lineno)
        at = u->pending;
    else if (at.lineno != u->pending.lineno)
        flush_line(c);
    u->pending = NOWHERE;
    note_span(c, at);
    int64_t pc = u->insn_count;
    emit_word(c, insn);
    for (int i = op_info[insn_op(insn)].cache; i > 0; i--) emit_word(c, 0);
    return pc;
}

int64_t emit(Compiler *c, Place at, Opcode op, unsigned a, unsigned b, unsigned operand_c) {
    bool unwanted = (a & OPERAND_DYING) && op_info[op].operands[0] == 'w';
    if (unwanted) a &= OPERAND_INDEX;
    int64_t pc = emit_insn(c, at, insn_abc(op, a, b, operand_c));
    if (unwanted) emit_insn(c, at, insn_abc(OP_RELEASE, a, 0, 0));
    return pc;
}

void emit_load_const(Compiler *c, Place at, unsigned reg, uint32_t index) {
    if (!(reg & OPERAND_DYING)) emit_insn(c, at, insn_aj(OP_LOAD_CONST, reg, (int32_t)index));
}

void emit_cache(Compiler *c, int64_t pc, int word, uint64_t value) {
    if (pc >= 0) c->unit->insns[pc + word] = value;
}

void emit_end(Compiler *c) {
    c->unit->reachable = false;
}

/* --- jumps --- */

bool jump_is_cached(uint64_t insn) {
    Opcode op = insn_op(insn);
    return (op >= OP_JUMP_LT && op <= OP_JUMP_IN) || op == OP_JUMP_IF_NO_MATCH || op == OP_FOR_ITER || op == OP_SEND;
}

bool jump_is(uint64_t insn) {
    return jump_is_cached(insn) || op_info[insn_op(insn)].operands[1] == 'J';
}

static int64_t jump_field(const uint64_t *insns, int64_t pc) {
    return jump_is_cached(insns[pc]) ? (int32_t)insns[pc + 1] : insn_jump(insns[pc]);
}

static void jump_set_field(uint64_t *insns, int64_t pc, int64_t value) {
    uint64_t *word = &insns[pc];
    if (jump_is_cached(*word))
        word[1] = (uint32_t)(int32_t)value;
    else
        *word = (*word & UINT32_MAX) | (uint64_t)(uint32_t)(int32_t)value << 32;
}

static int64_t insn_end(const uint64_t *insns, int64_t pc) {
    return pc + 1 + op_info[insn_op(insns[pc])].cache;
}

int64_t jump_target(const uint64_t *insns, int64_t pc) {
    return insn_end(insns, pc) + jump_field(insns, pc);
}

void jump_set_target(uint64_t *insns, int64_t pc, int64_t target) {
    jump_set_field(insns, pc, target - insn_end(insns, pc));
}

Label label_new(void) {
    return (Label){.pc = -1, .jumps = -1};
}

bool label_is_used(const Label *l) {
    return l->bound != NULL;
}

static void label_meet(Compiler *c, Label *l) {
    Unit *u = c->unit;
    if (!l->bound) {
        l->bound = compile_alloc(c, u->bound_words * sizeof *l->bound);
        memcpy(l->bound, u->bound, u->bound_words * sizeof *l->bound);
    } else {
        for (unsigned i = 0; i < u->bound_words; i++) l->bound[i] &= u->bound[i];
    }
}

static void jump_register(Compiler *c, int64_t pc, Label *to) {
    if (pc < 0) return;
    uint64_t *insns = c->unit->insns;
    if (to->pc >= 0) {
        jump_set_target(insns, pc, to->pc);
        return;
    }
    jump_set_field(insns, pc, to->jumps);
    to->jumps = pc;
    label_meet(c, to);
}

void emit_jump(Compiler *c, Place at, Label *to) {
    jump_register(c, emit_insn(c, at, insn_aj(OP_JUMP, 0, 0)), to);
    emit_end(c);
}

void emit_jump_back(Compiler *c, Place at, Label *to) {
    jump_register(c, emit_insn(c, at, insn_aj(OP_JUMP_BACK, 0, 0)), to);
    emit_end(c);
}

void emit_jump_if(Compiler *c, Place at, Opcode op, Operand condition, Label *to) {
    jump_register(c, emit_insn(c, at, insn_aj(op, condition, 0)), to);
}

int64_t emit_jump_cached(Compiler *c, Place at, Opcode op, unsigned a, unsigned b, unsigned operand_c, Label *to) {
    int64_t pc = emit(c, at, op, a, b, operand_c);
    jump_register(c, pc, to);
    return pc;
}

static Place place_of(Span s) {
    return (Place){(int)s.line, s.column, (int)s.end_line, s.end_column};
}

/* A jump to the very next instruction, at the end of the code, is taken back. */
static void drop_useless_jump(Compiler *c, Label *l) {
    Unit *u = c->unit;
    int64_t last = (int64_t)u->insn_count - 1;
    if (l->jumps != last || last < 0 || u->last_label > last || insn_op(u->insns[last]) != OP_JUMP) return;
    l->jumps = jump_field(u->insns, last);
    u->insn_count--;
    bool was_reachable = u->reachable;
    u->reachable = true;
    if (u->span_count && u->spans[u->span_count - 1].pc == u->insn_count)
        emit_line(c, place_of(u->spans[--u->span_count].span));
    if (!was_reachable) memcpy(u->bound, l->bound, u->bound_words * sizeof *u->bound);
}

void label_place(Compiler *c, Label *l) {
    Unit *u = c->unit;
    if (!label_is_used(l)) {
        l->pc = u->insn_count;
        return;
    }
    flush_line(c);
    drop_useless_jump(c, l);
    l->pc = u->last_label = u->insn_count;
    for (int64_t pc = l->jumps, before; pc >= 0; pc = before) {
        before = jump_field(u->insns, pc);
        jump_set_target(u->insns, pc, l->pc);
    }
    if (u->reachable) label_meet(c, l);
    memcpy(u->bound, l->bound, u->bound_words * sizeof *u->bound);
    u->reachable = true;
}

Label label_here(Compiler *c) {
    Unit *u = c->unit;
    Label l = label_new();
    flush_line(c);
    l.pc = u->last_label = u->insn_count;
    for (unsigned i = 0; i < u->bound_words; i++) u->bound[i] &= ~u->deletable[i];
    return l;
}

/* --- exception handlers ---
 * A handler's label chains the ranges that lead to it as other labels chain jumps. */

void handler_start(Compiler *c, Label *handler) {
    flush_line(c);
    if (!c->unit->reachable) return;
    label_meet(c, handler);
    c->unit->last_label = c->unit->insn_count;
}

void handler_end(Compiler *c, int64_t start, Label *handler, unsigned depth) {
    Unit *u = c->unit;
    uint32_t end = u->insn_count;
    if ((uint32_t)start == end) return;
    u->last_label = end;
    u->handlers = compile_grow(c, u->handlers, u->handler_count, &u->handler_capacity, sizeof *u->handlers);
    u->handlers[u->handler_count] = (Handler){(uint32_t)start, end, (uint32_t)handler->jumps, (uint16_t)depth};
    handler->jumps = u->handler_count++;
}

void handler_place(Compiler *c, Label *handler) {
    Unit *u = c->unit;
    u->reachable = handler->jumps >= 0;
    if (u->reachable) u->last_label = u->insn_count;
    for (int64_t i = handler->jumps; i >= 0;) {
        Handler *h = &u->handlers[i];
        i = (int32_t)h->handler;
        h->handler = u->insn_count;
    }
    for (unsigned i = 0; handler->bound && i < u->bound_words; i++) u->bound[i] = handler->bound[i] & ~u->deletable[i];
}

/* --- what is bound --- */

bool bound_is(Compiler *c, unsigned reg) {
    return c->unit->bound[reg / 64] >> reg % 64 & 1;
}

void bound_set(Compiler *c, unsigned reg, bool bound) {
    uint64_t *word = &c->unit->bound[reg / 64], bit = UINT64_C(1) << reg % 64;
    *word = bound ? *word | bit : *word & ~bit;
}

/* --- constants and names --- */

uint32_t const_index(Compiler *c, Object *o) {
    Unit *u = c->unit;
    uintptr_t found = map_get(&u->const_indexes, o);
    if (found) {
        u->const_uses[found - 1]++;
        return (uint32_t)found - 1;
    }
    uint32_t i = u->const_count;
    u->consts = compile_grow(c, u->consts, i, &u->const_capacity, sizeof o);
    u->const_uses = compile_grow(c, u->const_uses, i, &u->use_capacity, sizeof *u->const_uses);
    u->consts[i] = o;
    u->const_uses[i] = 1;
    u->const_count++;
    map_set(c, &u->const_indexes, o, i + 1);
    return i;
}

Object *const_value(Compiler *c, Operand k) {
    return c->unit->consts[operand_register(k)];
}

void const_unuse(Compiler *c, Operand k) {
    Unit *u = c->unit;
    uint32_t i = operand_register(k);
    if (--u->const_uses[i] > 0 || i + 1 != u->const_count) return;
    map_set(c, &u->const_indexes, u->consts[i], 0);
    u->const_count--;
}

Operand const_operand(Compiler *c, Place at, Object *o) {
    uint32_t i = const_index(c, o);
    if (i <= OPERAND_INDEX) return i | OPERAND_CONSTANT;
    unsigned reg = temp_push(c);
    emit_load_const(c, at, reg, i);
    return dying(reg);
}

unsigned name_index(Compiler *c, Str *name) {
    Unit *u = c->unit;
    uintptr_t found = map_get(&u->name_indexes, name);
    if (found) return (unsigned)found - 1;
    uint32_t i = u->name_count;
    if (i > UINT16_MAX) compile_error(c, u->scope->node->at, "too many names");
    u->names = compile_grow(c, u->names, i, &u->name_capacity, sizeof name);
    u->names[u->name_count++] = name;
    map_set(c, &u->name_indexes, name, i + 1);
    return i;
}

/* --- temporaries --- */

unsigned temp_push_many(Compiler *c, unsigned n) {
    Unit *u = c->unit;
    unsigned first = u->top;
    u->top += n;
    if (u->top > u->high) u->high = u->top;
    if (u->high >= NO_REGISTER) compile_error(c, u->scope->node->at, "expression is too complex");
    return first;
}

unsigned temp_push(Compiler *c) {
    return temp_push_many(c, 1);
}
