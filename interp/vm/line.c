/* Line events; line.h says how. */
#include "interp/vm/line.h"

#include "interp/compile/compiler.h"
#include "interp/vm/ops.h"

/* In watched[]: no line begins here, the instruction only ends the frame; a line does, but the opcode is not replaced.
 */
enum { SILENT = 0x8000, STAYS = 0x4000 };

const LineListener *line_listener;

static uint32_t insn_length(uint64_t word) {
    return 1 + (uint32_t)op_info[insn_op(word)].cache;
}

/* Everything specialised turns generic again, so that the walks below need to know generic instructions only. */
static void make_generic(Code *c) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += insn_length(c->insns[pc]))
        if (opcode_generic(&c->insns[pc]) != insn_op(c->insns[pc])) quicken_undo(&c->insns[pc]);
}

static void mark_lines(Code *c, uint16_t *marks) {
    uint32_t previous = 0;
    for (uint32_t pc = 0; pc < c->insn_count; pc += insn_length(c->insns[pc])) {
        uint64_t word = c->insns[pc];
        if (insn_op(word) == OP_NOP) continue; /* 0 in watched[] says that nothing is replaced */
        uint32_t line = code_span(c, c->insns + pc).line;
        if (line && line != previous)
            marks[pc] = (uint16_t)insn_op(word);
        else if (insn_op(word) == OP_RETURN)
            marks[pc] = OP_RETURN | SILENT;
        if (line) previous = insn_op(word) == OP_RETURN_GENERATOR ? 0 : line; /* there it goes on as at a start */
    }
}

static void mark_loops(Code *c, uint16_t *marks) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += insn_length(c->insns[pc])) {
        if (!jump_is(c->insns[pc])) continue;
        int64_t target = jump_target(c->insns, pc);
        if (target <= pc && code_span(c, c->insns + target).line) marks[target] = (uint16_t)insn_op(c->insns[target]);
    }
}

/* Others look at these two to see where a generator stands. */
static bool must_stay(unsigned op) {
    return op == OP_YIELD || op == OP_RETURN_GENERATOR;
}

int line_watch(Code *c) {
    if (c->watched) return 0;
    uint16_t *marks = heap_alloc_zero(c->insn_count * sizeof *marks);
    if (!marks) return raise_memory(), -1;
    make_generic(c);
    mark_lines(c, marks);
    mark_loops(c, marks);
    for (uint32_t pc = 0; pc < c->insn_count; pc++) {
        if (must_stay(marks[pc] & ~SILENT)) marks[pc] |= STAYS;
        if (marks[pc] && !(marks[pc] & STAYS)) c->insns[pc] = (c->insns[pc] & ~(uint64_t)0xffff) | OP_LINE;
    }
    c->watched = marks;
    return 0;
}

Opcode line_opcode(const Code *code, const uint64_t *insn) {
    return code->watched[insn - code->insns] & ~SILENT;
}

void line_unwatch(Code *c) {
    for (uint32_t pc = 0; c->watched && pc < c->insn_count; pc++)
        if (c->watched[pc] && !(c->watched[pc] & STAYS))
            c->insns[pc] = (c->insns[pc] & ~(uint64_t)0xffff) | (c->watched[pc] & ~SILENT);
    heap_free(c->watched);
    c->watched = NULL;
}

Opcode line_event(const uint64_t *insn) {
    Object **base = vm.base;
    Code *c = frame_function(base)->code;
    unsigned mark = c->watched[insn - c->insns], op = mark & ~SILENT;
    const LineListener *listener = line_listener; /* which may have enough, and unwatch the code */
    if (!listener) {
        line_unwatch(c);
        return op;
    }
    if (!(mark & SILENT) && listener->line(c, base, insn) < 0) return OP_COUNT;
    if (op == OP_RETURN && line_listener == listener && listener->leave(c, base) < 0) return OP_COUNT;
    return op;
}

bool line_begins(const Code *code, const uint64_t *yield) {
    return code->watched && code->watched[yield - code->insns] & STAYS;
}

void line_left(Object **base) {
    Code *c = frame_function(base)->code;
    if (c->watched) line_listener->leave(c, base);
}

void line_resumed(Object **base) {
    Code *c = frame_function(base)->code;
    if (c->watched || line_listener->all) line_listener->resume(c, base, insn_op(*vm.pc) == OP_YIELD ? vm.pc : NULL);
}
