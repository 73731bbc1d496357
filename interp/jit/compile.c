/* One pass over the instructions of a code object, from bytecode to machine code.
 *
 * Each instruction has a template (number.c, object.c, call.c), which writes what the loop's body would do, for these
 * operands and with what is known by now. Those that have none are left to the loop: compiled code puts everything in
 * place, says where it is, and returns; the instruction behind is a way in again. Nothing is optimised between
 * instructions but what values.c does, and nothing at all is known where jumps meet.
 *
 *      way in  ---->  template  template  template ... ---->  JUMP_BACK to a label, or a return, or out
 *                          |
 *                          +-- a guard fails: put everything in place (out of line), out; the loop takes the
 * instruction
 *
 * A failed guard costs patience. When there is none left the code is dropped, and compiled anew when it has become hot
 * again: by then the loop has specialised the instructions for what they meet now.
 */
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

static void free_stubs(Jit *j) {
    for (Stub *s = j->stubs, *next; s; s = next) {
        next = s->next;
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

static void write_edge(Jit *j, Stub *s) {
    jit_write_state(j, s->held);
    asm_jump(&j->a, s->target);
}

AsmLabel *jit_edge(Jit *j, uint64_t *target) {
    AsmLabel *label = &j->labels[target - j->code->insns];
    if (jit_is_clean(&j->state)) return label;
    Stub *s = jit_stub(j, write_edge);
    s->target = label;
    return &s->from;
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

static void mark_targets(const Code *c, uint8_t *marks) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += length(c->insns[pc])) {
        const uint64_t *insn = &c->insns[pc];
        uint64_t generic = insn_abc(opcode_generic(insn), 0, 0, 0);
        if (insn_op(*insn) == OP_LOAD_SUPER_METHOD) marks[pc + 4 + insn_b(*insn)] |= TARGET;
        if (!jump_is(generic)) continue;
        int64_t distance = jump_is_cached(generic) ? (int32_t)insn[1] : insn_jump(*insn);
        int64_t target = pc + length(*insn) + distance;
        marks[target] |= target <= pc ? TARGET | WAY_IN : TARGET;
    }
    for (uint32_t i = 0; i < c->handler_count; i++) marks[c->handlers[i].handler] |= TARGET | WAY_IN;
    marks[0] |= WAY_IN;
}

/* Others look at the opcode to see where a frame stands: __init__ returns to a CALL_CLASS, generators wait in a YIELD.
 */
static bool is_looked_at(Opcode op) {
    return op == OP_CALL_CLASS || op == OP_YIELD || op == OP_RETURN || op == OP_RETURN_GENERATOR;
}

/* Ways in are worth it only in front of a few instructions. */
enum { LEAST_RUN = 3 };

static void compile_all(Jit *j, const uint8_t *marks) {
    Code *c = j->code;
    uint32_t way_in = 0, run = 0; /* the last way in, and how many instructions it leads to */
    bool wanted = true;           /* the loop may come here from the instruction before */
    j->reachable = false;
    for (uint32_t pc = 0; pc < c->insn_count && !j->a.full && !j->failed; pc += length(c->insns[pc])) {
        j->pc = &c->insns[pc];
        j->exit = NULL;
        if (marks[pc] & TARGET) {
            if (j->reachable) jit_flush(j);
            jit_forget_all(&j->state);
        } else if (!j->reachable) {
            jit_forget_all(&j->state);
        }
        j->exit = NULL;
        if ((marks[pc] & TARGET) || !j->reachable) asm_bind(&j->a, &j->labels[pc]);
        if ((marks[pc] & WAY_IN) || wanted || !j->reachable) {
            if (j->reachable) jit_flush(j);
            jit_forget_all(&j->state);
            j->entries[pc] = (uint32_t)asm_here(&j->a) + 1;
            way_in = pc;
            run = 0;
        }
        j->reachable = true;
        wanted = false;
        Opcode op = insn_op(*j->pc);
        if (jit_number(j, op) || jit_object_template(j, op) || jit_special(j, op) || jit_call_template(j, op)) {
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

bool jit_compile_code(Jit *j) {
    const Code *c = j->code;
    uint8_t *marks = calloc(c->insn_count, 1);
    j->labels = malloc(c->insn_count * sizeof *j->labels);
    j->stub_end = &j->stubs;
    j->leave = ASM_LABEL_NEW;
    if (marks && j->labels) {
        for (uint32_t pc = 0; pc < c->insn_count; pc++) j->labels[pc] = ASM_LABEL_NEW;
        mark_targets(c, marks);
        jit_forget_all(&j->state);
        compile_all(j, marks);
        for (Stub *s = j->stubs; s && !j->a.full; s = s->next) {
            asm_bind(&j->a, &s->from);
            s->write(j, s);
        }
        write_leave(j);
    } else {
        j->failed = true;
    }
    free(marks);
    free(j->labels);
    free_stubs(j);
    return !j->failed && !j->a.full;
}
