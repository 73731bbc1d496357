/* Line events; line.h says how. */
#include "interp/vm/line.h"

#include "interp/compile/compiler.h"
#include "interp/vm/jit.h"
#include "interp/vm/ops.h"

/* In watched[], beside what code.h has: a line may begin here. One entry more, at the end, says what is watched. */
enum { BEGINS_LINE = 0x2000 };

const LineListener *line_listener;

static uint32_t insn_length(uint64_t word) {
    return 1 + (uint32_t)op_info[insn_op(word)].cache;
}

/* Where the flow comes from elsewhere, but for the ends of `for`: what the loop made is of the line that ran last. The
 * marks are only for the next pass. */
static void mark_targets(const Code *c, uint16_t *marks) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += insn_length(c->insns[pc]))
        if (jump_is(c->insns[pc]) && insn_op(c->insns[pc]) != OP_FOR_ITER)
            marks[jump_target(c->insns, pc)] = BEGINS_LINE;
    for (uint32_t i = 0; i < c->handler_count; i++) marks[c->handlers[i].handler] = BEGINS_LINE;
}

/* A line may begin where an instruction has another line than the one before, and where the flow comes together. What
 * has no place of its own in the source has the line of what ran before: nothing begins there. */
static void mark_lines(const Code *c, uint16_t *marks) {
    uint32_t previous = 0, span = 0;
    for (uint32_t pc = 0; pc < c->insn_count; pc += insn_length(c->insns[pc])) {
        while (span < c->span_count && c->spans[span].pc < pc) span++;
        bool has_place = span < c->span_count && c->spans[span].pc == pc;
        if (marks[pc]) previous = 0;
        uint32_t line = has_place ? c->spans[span].span.line : previous;
        marks[pc] = line && line != previous ? BEGINS_LINE : 0;
        previous = insn_op(c->insns[pc]) == OP_RETURN_GENERATOR ? 0 : line; /* there it goes on as at a start */
    }
}

static bool is_call(Opcode op) {
    return op >= OP_CALL && op <= OP_CALL_EX;
}

/* Others look at these two to see where a generator stands. */
static bool must_stay(Opcode op) {
    return op == OP_YIELD || op == OP_RETURN_GENERATOR;
}

static void replace(Code *c, uint16_t *marks, unsigned what) {
    for (uint32_t pc = 0, next; pc < c->insn_count; pc = next) {
        Opcode op = insn_op(c->insns[pc]);
        next = pc + insn_length(c->insns[pc]);
        bool wanted = marks[pc] || op == OP_RETURN || (what & WATCH_ALL) || (what & WATCH_CALLS && is_call(op));
        if (!wanted) continue;
        marks[pc] |= (uint16_t)op;
        if (must_stay(op)) continue;
        marks[pc] |= WATCHED_REPLACED;
        c->insns[pc] = (c->insns[pc] & ~(uint64_t)0xffff) | OP_LINE;
    }
}

int line_watch(Code *c, unsigned what) {
    if (c->watched) what |= c->watched[c->insn_count];
    if (c->watched && c->watched[c->insn_count] == what) return 0;
    uint16_t *marks = heap_alloc_zero((c->insn_count + 1) * sizeof *marks);
    if (!marks) return raise_memory(), -1;
    line_unwatch(c);
    jit_drop(c);
    quicken_undo_all(c); /* the walks below need to know generic instructions only */
    mark_targets(c, marks);
    mark_lines(c, marks);
    replace(c, marks, what);
    marks[c->insn_count] = (uint16_t)what;
    c->watched = marks;
    return 0;
}

Opcode line_opcode(const Code *code, const uint64_t *insn) {
    return code->watched[insn - code->insns] & WATCHED_OPCODE;
}

void line_unwatch(Code *c) {
    for (uint32_t pc = 0; c->watched && pc < c->insn_count; pc++)
        if (c->watched[pc] & WATCHED_REPLACED)
            c->insns[pc] = (c->insns[pc] & ~(uint64_t)0xffff) | (c->watched[pc] & WATCHED_OPCODE);
    heap_free(c->watched);
    c->watched = NULL;
}

Opcode line_event(const uint64_t *insn) {
    Object **base = vm.base;
    Code *c = frame_function(base)->code;
    unsigned mark = c->watched[insn - c->insns];
    Opcode op = mark & WATCHED_OPCODE;
    const LineListener *listener = line_listener; /* which may have enough, and unwatch the code */
    if (!listener) {
        line_unwatch(c);
        return op;
    }
    if (mark & BEGINS_LINE && listener->line(c, base, insn) < 0) return OP_COUNT;
    if (line_listener == listener && listener->instruction && listener->instruction(c, base, insn, op) < 0)
        return OP_COUNT;
    if (op != OP_RETURN || line_listener != listener) return op;
    unsigned value = insn_a(*insn), i = value & OPERAND_INDEX;
    return listener->leave(c, base, value & OPERAND_CONSTANT ? c->consts[i] : base[i]) < 0 ? OP_COUNT : op;
}

bool line_begins(const Code *code, const uint64_t *yield) {
    return code->watched && code->watched[yield - code->insns] & BEGINS_LINE;
}

void line_left(Object **base, Object *value) {
    Code *c = frame_function(base)->code;
    if (c->watched) line_listener->leave(c, base, value);
}

void line_resumed(Object **base) {
    Code *c = frame_function(base)->code;
    if (c->watched || line_listener->all) line_listener->resume(c, base, insn_op(*vm.pc) == OP_YIELD ? vm.pc : NULL);
}
