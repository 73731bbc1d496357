/* One pass over the instructions of a code object, from bytecode to machine code.
 *
 * Each instruction has a template (number.c, object.c, call.c), which writes what the loop's body would do, for these
 * operands and with what is known by now. Those that have none are left to the loop: compiled code puts everything in
 * place, says where it is, and returns; the instruction behind is a way in again. Nothing is optimised between
 * instructions but what values.c does, and join.c where jumps meet.
 *
 *      way in  ---->  template  template  template ... ---->  JUMP_BACK to a label, or a return, or out
 *                          |
 *                          +-- a guard fails: put everything in place (out of line), out; the loop takes the
 * instruction
 *
 * A failed guard costs patience. When there is none left the code is dropped, and compiled anew when it has become hot
 * again: by then the loop has specialised the instructions for what they meet now.
 */
#include "gc/safepoint.h"
#include "interp/jit/impl.h"

#include <stdlib.h>

#include "interp/compile/compiler.h"

/* --- out of line --- */

Stub *jit_stub(Jit *j, void (*write)(Jit *, Stub *)) {
    Stub *s = calloc(1, sizeof *s);
    if (!s) {
        j->failed = true;
        s = &j->spare;
    }
    *s = (Stub){.write = write, .from = ASM_LABEL_NEW, .back = ASM_LABEL_NEW, .pc = j->pc};
    memcpy(s->held, j->state.held, sizeof s->held);
    if (s == &j->spare) return s;
    *j->stub_end = s;
    j->stub_end = &s->next;
    return s;
}

void jit_free_stubs(Stub *s) {
    for (Stub *next; s; s = next) {
        next = s->next;
        free(s->state);
        free(s);
    }
}

void jit_set_pc(Jit *j) {
    asm_constant(&j->a, RAX, (int64_t)(intptr_t)j->pc);
    asm_mem(&j->a, PLAIN, ASM_STORE, RAX, NO_BASE, jit_address(&vm.pc));
}

static void write_exit(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    j->pc = s->pc;
    jit_set_pc(j);
    asm_mem_const(&j->a, ASM_GROUP_SUB, false, NO_BASE, jit_address(&jit_patience[j->slot]), 1);
    asm_jump(&j->a, &j->leave);
}

AsmLabel *jit_exit(Jit *j) {
    if (!j->exit) j->exit = jit_stub(j, write_exit);
    return &j->exit->from;
}

static void write_detour(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    jit_leave_to(j, s->pc);
}

AsmLabel *jit_detour(Jit *j) {
    return &jit_stub(j, write_detour)->from;
}

void jit_leave_to(Jit *j, const uint64_t *pc) {
    asm_constant(&j->a, RAX, (int64_t)(intptr_t)pc);
    asm_mem(&j->a, PLAIN, ASM_STORE, RAX, NO_BASE, jit_address(&vm.pc));
    asm_jump_to(&j->a, jit_thunks.left);
    j->reachable = false;
}

void jit_unsupported(Jit *j) {
    jit_flush(j);
    if (jit_is_cold(j->pc))
        asm_jump(&j->a, jit_exit(j)), j->reachable = false;
    else
        jit_leave_to(j, j->pc);
}

static void write_leave(Jit *j) {
    AsmLabel worn = ASM_LABEL_NEW;
    asm_bind(&j->a, &j->leave);
    asm_jump_if(&j->a, IF_LESS_EQUAL, &worn);
    asm_jump_to(&j->a, jit_thunks.left);
    asm_bind(&j->a, &worn);
    asm_constant(&j->a, RAX, JIT_WORN);
    asm_jump_to(&j->a, jit_thunks.leave);
}

/* --- the pass --- */

enum { TARGET = 1, WAY_IN = 2 };

static uint32_t length(uint64_t word) {
    return 1 + (uint32_t)op_info[insn_op(word)].cache;
}

/* marks: of each instruction. ends: of the first one of a loop, where its last jump back to there is, else 0. */
static void mark_targets(const Code *c, uint8_t *marks, uint32_t *ends) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += length(c->insns[pc])) {
        const uint64_t *insn = &c->insns[pc];
        uint64_t generic = insn_abc(opcode_generic(insn), 0, 0, 0);
        if (insn_skips(*insn)) marks[pc + length(*insn) + insn_skips(*insn)] |= TARGET;
        if (!jump_is(generic)) continue;
        int64_t distance = jump_is_cached(generic) ? (int32_t)insn[1] : insn_jump(*insn);
        int64_t target = pc + length(*insn) + distance;
        marks[target] |= target <= pc ? TARGET | WAY_IN : TARGET;
        if (target <= pc) ends[target] = pc;
    }
    for (uint32_t i = 0; i < c->handler_count; i++) marks[c->handlers[i].handler] |= TARGET | WAY_IN;
    marks[0] |= WAY_IN;
}

/* Others look at the opcode to see where a frame stands: __init__ returns to a CALL_CLASS, generators wait in a YIELD.
 */
static bool is_looked_at(Opcode op) {
    return op == OP_CALL_CLASS || op == OP_YIELD || op == OP_RETURN || op == OP_RETURN_GENERATOR;
}

static bool compile_template(Jit *j) {
    Opcode op = insn_op(*j->pc);
    return jit_number(j, op) || jit_object_template(j, op) || jit_attribute(j, op) || jit_special(j, op) ||
           jit_handle(j, op) || jit_generator(j, op) || jit_slice(j, op) || jit_call_template(j, op);
}

/* What comes behind the instruction that was compiled. */
static uint32_t next_pc(Jit *j, uint32_t pc) {
    uint32_t next = pc + length(j->code->insns[pc]) + j->skipped;
    j->skipped = 0;
    return next;
}

/* --- loops --- */

enum { LOOP_MAX = 500 }; /* words of a loop that is compiled twice */

static bool is_inner_loop(const uint32_t *ends, uint32_t from, uint32_t to) {
    if (ends[from] != to || to - from > LOOP_MAX) return false;
    for (uint32_t pc = from + 1; pc <= to; pc++)
        if (ends[pc]) return false;
    return true;
}

static void check_safepoint(Jit *j) {
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, NO_BASE, jit_address((const void *)&safepoint_wanted), 0);
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

static void jump_back(Jit *j, const uint32_t *ends) {
    const uint64_t *insns = j->code->insns, *target = j->pc + 1 + insn_jump(*j->pc);
    uint32_t from = (uint32_t)(target - insns), to = (uint32_t)(j->pc - insns);
    check_safepoint(j);
    if (is_inner_loop(ends, from, to) && jit_copy_loop(j, from, to)) return;
    jit_flush(j);
    asm_jump(&j->a, &j->joins[from].label);
    j->reachable = false;
}

/* To the head of the copy, or out of it to that of a loop around it: after a `break`, say. */
static void jump_back_in_copy(Jit *j) {
    uint32_t to = (uint32_t)(j->pc + 1 + insn_jump(*j->pc) - j->code->insns);
    check_safepoint(j);
    if (to == j->copy->from) {
        jit_close_copy(j);
        return;
    }
    jit_flush(j);
    asm_jump(&j->a, &j->joins[to].label);
    j->reachable = false;
}

void jit_compile_copy(Jit *j, uint32_t from, uint32_t to) {
    uint64_t *insns = j->code->insns;
    j->reachable = true;
    for (uint32_t pc = from; pc <= to && !j->a.full && !j->failed; pc = next_pc(j, pc)) {
        Join *join = &j->copy->joins[pc - from];
        j->pc = &insns[pc];
        j->exit = NULL;
        if (join->edges || join->bare) jit_reach_join(j, join, false);
        if (!j->reachable) continue;
        if (insn_op(*j->pc) == OP_JUMP_BACK) {
            jump_back_in_copy(j);
        } else if (!compile_template(j)) {
            jit_unsupported(j);
        }
        jit_unpin(j);
    }
    j->comes_back = false;
}

/* --- all of it --- */

/* Ways in are worth it only in front of a few instructions. */
enum { LEAST_RUN = 3 };

static void compile_all(Jit *j, const uint8_t *marks, const uint32_t *ends) {
    Code *c = j->code;
    uint32_t way_in = 0, run = 0; /* the last way in, and how many instructions it leads to */
    bool wanted = true;           /* the loop may come here from the instruction before */
    j->reachable = false;
    for (uint32_t pc = 0; pc < c->insn_count && !j->a.full && !j->failed; pc = next_pc(j, pc)) {
        Join *join = &j->joins[pc];
        j->pc = &c->insns[pc];
        j->exit = NULL;
        bool enter = (marks[pc] & WAY_IN) || wanted || !(j->reachable || join->edges || join->bare);
        if (enter || (marks[pc] & TARGET)) jit_reach_join(j, join, enter);
        if (enter) {
            j->entries[pc] = (uint32_t)asm_here(&j->a) + 1;
            way_in = pc;
            run = 0;
        }
        wanted = false;
        Opcode op = insn_op(*j->pc);
        if (op == OP_JUMP_BACK) {
            jump_back(j, ends);
            run++;
        } else if (compile_template(j)) {
            run++;
            if (pc == 0) j->start = j->entries[0];
            if (is_looked_at(op)) j->entries[pc] = 0;
            wanted = j->comes_back;
            j->comes_back = false;
        } else {
            if (run < (way_in ? LEAST_RUN : 1)) j->entries[way_in] = 0;
            jit_unsupported(j);
            wanted = true;
            j->entries[pc] = 0;
        }
        jit_unpin(j);
    }
}

static void write_stubs(Jit *j) {
    for (Stub *s = j->stubs; s && !j->a.full && !j->failed; s = s->next) {
        if (!s->write) continue;
        asm_bind(&j->a, &s->from);
        s->write(j, s);
    }
    write_leave(j);
}

bool jit_compile_code(Jit *j) {
    const Code *c = j->code;
    uint8_t *marks = calloc(c->insn_count, 1);
    uint32_t *ends = calloc(c->insn_count, sizeof *ends);
    j->joins = calloc(c->insn_count, sizeof *j->joins);
    j->stub_end = &j->stubs;
    j->leave = ASM_LABEL_NEW;
    if (marks && ends && j->joins) {
        for (uint32_t pc = 0; pc < c->insn_count; pc++) j->joins[pc].label = ASM_LABEL_NEW;
        mark_targets(c, marks, ends);
        jit_forget_all(&j->state);
        compile_all(j, marks, ends);
        write_stubs(j);
    } else {
        j->failed = true;
    }
    free(marks);
    free(ends);
    jit_free_joins(j->joins, c->insn_count);
    jit_free_copies(j);
    jit_free_stubs(j->stubs);
    return !j->failed && !j->a.full;
}
