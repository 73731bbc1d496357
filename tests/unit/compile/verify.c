#include "tests/unit/compile/verify.h"

#include <stdlib.h>
#include <string.h>

#include "interp/compile/compiler.h"

enum { EMPTY = 1, FULL = 2 }; /* bits: a register that may be either has both */

typedef struct Verifier {
    const Code *c;
    FILE *report;
    int problems;
    uint8_t **before; /* states of all registers, by pc; NULL: not reached yet */
    uint32_t *work;   /* pcs to be visited (again) */
    uint32_t work_count;
    bool *queued;
    uint8_t *now; /* the state that the current instruction changes */
    uint32_t pc;
    bool reporting;
} Verifier;

static void problem(Verifier *v, const char *what, unsigned reg) {
    if (!v->reporting) return;
    v->problems++;
    if (v->problems > 5) return;
    char *own;
    size_t n;
    fprintf(v->report, "%s: pc %u (line %u) %s: %s: ", str_utf8_surrogates((Object *)v->c->qualname, &n, &own), v->pc,
            code_span(v->c, v->c->insns + v->pc).line, op_info[insn_op(v->c->insns[v->pc])].name, what);
    if (reg < v->c->local_count)
        fprintf(v->report, "local %u\n", reg);
    else
        fprintf(v->report, "t%u\n", reg - v->c->local_count);
}

static void reads(Verifier *v, unsigned operand) {
    unsigned reg = operand & OPERAND_INDEX;
    if (reg >= v->c->register_count)
        problem(v, "no such register", reg);
    else if (v->now[reg] != FULL)
        problem(v, "reads what may be empty", reg);
    if (operand & OPERAND_DYING) {
        if (reg < v->c->local_count) problem(v, "kills a local", reg);
        v->now[reg] = EMPTY;
    }
}

static void reads_value(Verifier *v, unsigned operand) {
    if (!(operand & OPERAND_CONSTANT))
        reads(v, operand);
    else if ((operand & OPERAND_INDEX) >= v->c->const_count)
        problem(v, "no such constant", operand & OPERAND_INDEX);
}

static void writes(Verifier *v, unsigned operand) {
    if ((operand & OPERAND_INDEX) >= v->c->register_count)
        problem(v, "no such register", operand & OPERAND_INDEX);
    else if (!(operand & OPERAND_DYING))
        v->now[operand] = FULL;
}

static void consumes(Verifier *v, unsigned first, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        reads(v, first + i);
        v->now[first + i] = EMPTY;
    }
}

static void fills(Verifier *v, unsigned first, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        if (first + i >= v->c->register_count)
            problem(v, "no such register", first + i);
        else if (v->now[first + i] != EMPTY)
            problem(v, "overwrites", first + i);
        v->now[first + i] = FULL;
    }
}

static void expects_empty(Verifier *v, unsigned reg) {
    if (v->now[reg] != EMPTY) problem(v, "should be empty", reg);
}

static void flows_to(Verifier *v, int64_t pc) {
    unsigned n = v->c->register_count;
    if (pc < 0 || pc >= v->c->insn_count) {
        problem(v, "leads out of the code", 0);
        return;
    }
    bool changed = false;
    if (!v->before[pc]) {
        v->before[pc] = malloc(n + 1);
        memcpy(v->before[pc], v->now, n);
        changed = true;
    } else {
        for (unsigned i = 0; i < n; i++) {
            changed |= (v->before[pc][i] | v->now[i]) != v->before[pc][i];
            v->before[pc][i] |= v->now[i];
        }
    }
    if (changed && !v->queued[pc] && !v->reporting) {
        v->queued[pc] = true;
        v->work[v->work_count++] = (uint32_t)pc;
    }
}

static void flows_to_handler(Verifier *v) {
    const Handler *h = code_handler(v->c, v->pc);
    if (!h) return;
    uint8_t *now = v->now, *copy = malloc(v->c->register_count + 1);
    memcpy(copy, now, v->c->register_count);
    if (h->depth >= v->c->register_count) problem(v, "no such register", h->depth);
    for (unsigned i = h->depth; i < v->c->register_count; i++) copy[i] = i == h->depth ? FULL : EMPTY;
    v->now = copy;
    flows_to(v, h->handler);
    v->now = now;
    free(copy);
}

/* The effects that the operands' letters tell. */
static void plain(Verifier *v, const char *letters, const unsigned *operands) {
    for (int i = 0; letters[i]; i++) {
        if (letters[i] == 'r') reads(v, operands[i]);
        if (letters[i] == 'k') reads_value(v, operands[i]);
        if (letters[i] == 'c' && operands[i] >= v->c->const_count) problem(v, "no such constant", operands[i]);
        if (letters[i] == 'n' && operands[i] >= v->c->name_count) problem(v, "no such name", operands[i]);
    }
    for (int i = 0; letters[i]; i++)
        if (letters[i] == 'w' || letters[i] == 'd') writes(v, operands[i]);
}

static void leaves_empty(Verifier *v) {
    for (unsigned i = v->c->local_count; i < v->c->register_count; i++)
        if (v->now[i] & FULL) problem(v, "is alive at the end", i);
}

/* Either it does what the instruction behind it would do, or it makes one object of its window for that one. */
static void slice(Verifier *v, unsigned window, int64_t next) {
    window &= OPERAND_INDEX;
    consumes(v, window + 1, 2);
    reads(v, window);
    if (insn_op(v->c->insns[next]) - OP_GET_ITEM != insn_op(v->c->insns[v->pc]) - OP_GET_SLICE)
        problem(v, "has the wrong instruction behind it", window);
}

static void visit(Verifier *v) {
    uint64_t insn = v->c->insns[v->pc];
    Opcode op = insn_op(insn);
    const OpInfo *info = &op_info[op];
    const unsigned operands[] = {insn_a(insn), insn_b(insn), insn_c(insn)};
    unsigned a = operands[0], b = operands[1], c = operands[2];
    int64_t next = v->pc + 1 + info->cache;
    flows_to_handler(v);
    switch (op) {
    case OP_GET_SLICE:
    case OP_SET_SLICE:
    case OP_DEL_SLICE: slice(v, op == OP_GET_SLICE ? c : b, next); break;
    case OP_RELEASE:
    case OP_DELETE_LOCAL: v->now[a] = EMPTY; break;
    case OP_CHECK_LOCAL: v->now[a] = FULL; break;
    case OP_YIELD:
        plain(v, "_k", operands);
        for (unsigned i = c & ~YIELD_DELEGATES; i < v->c->register_count; i++) expects_empty(v, i);
        writes(v, a);
        break;
    case OP_MAKE_CELL: v->now[a] = FULL; break;
    case OP_LOAD_CLASS_FREE:
    case OP_LOAD_CLASS_GLOBAL: reads(v, a); break;
    case OP_LOAD_METHOD:
        reads_value(v, b);
        fills(v, a, 1);
        expects_empty(v, a + 1);
        fills(v, a + 2, 1);
        break;
    case OP_BUILD_SLICE:
    case OP_BUILD_INTERPOLATION:
        consumes(v, b, 3);
        writes(v, a);
        break;
    case OP_BUILD_TEMPLATE:
    case OP_IMPORT_NAME:
        consumes(v, b, 2);
        writes(v, a);
        break;
    case OP_BUILD_LIST:
    case OP_BUILD_TUPLE:
    case OP_BUILD_SET:
    case OP_BUILD_STRING:
        consumes(v, b, c);
        writes(v, a);
        break;
    case OP_BUILD_MAP:
        consumes(v, b, 2 * c);
        writes(v, a);
        break;
    case OP_UNPACK:
        reads_value(v, b);
        for (unsigned i = 0; a < v->c->local_count && i < c; i++) v->now[a + i] = EMPTY; /* locals lose what they had */
        fills(v, a, c);
        break;
    case OP_UNPACK_STAR:
        reads_value(v, b);
        fills(v, a, (c & 127) + 1 + (c >> 7));
        break;
    case OP_FORMAT:
        if (c & 4) reads(v, a);
        reads_value(v, b);
        writes(v, a);
        break;
    case OP_CALL:
    case OP_CALL_KW:
        consumes(v, b, 1);
        expects_empty(v, b + 1);
        consumes(v, b + 2, c);
        writes(v, a);
        break;
    case OP_CALL_METHOD:
    case OP_CALL_METHOD_KW:
        consumes(v, b, 1);
        expects_empty(v, b + 1);
        consumes(v, b + 2, c + 1);
        writes(v, a);
        break;
    case OP_CALL_EX:
        consumes(v, b, 1);
        expects_empty(v, b + 1);
        consumes(v, b + 2, 1);
        v->now[b + 3] = EMPTY;
        writes(v, a);
        break;
    case OP_MATCH_CLASS:
        reads(v, b);
        consumes(v, b + 1, 2);
        writes(v, a);
        break;
    case OP_FOR_ITER: {
        reads(v, b);
        uint8_t before = v->now[b];
        v->now[b] = EMPTY;
        flows_to(v, jump_target(v->c->insns, v->pc));
        v->now[b] = before;
        writes(v, a);
        break;
    }
    case OP_SEND:
        reads(v, a);
        reads(v, b);
        v->now[b] = EMPTY;
        flows_to(v, jump_target(v->c->insns, v->pc));
        v->now[b] = FULL;
        break;
    case OP_END_ASYNC_FOR:
        reads(v, a);
        reads(v, b);
        v->now[a] = v->now[b] = EMPTY;
        break;
    case OP_PUSH_EXC:
        reads(v, a);
        fills(v, a + 1, 1);
        break;
    case OP_POP_EXC:
        reads(v, a + 1);
        v->now[a] = v->now[a + 1] = EMPTY;
        break;
    case OP_RESTORE_EXC:
        reads(v, a);
        reads(v, a + 1);
        v->now[a + 1] = EMPTY;
        break;
    case OP_JUMP_IF_NO_MATCH:
        reads(v, a);
        reads_value(v, b);
        flows_to(v, jump_target(v->c->insns, v->pc));
        break;
    case OP_MATCH_GROUP:
        reads(v, a);
        reads_value(v, b);
        fills(v, a + 1, 1);
        break;
    case OP_WITH_ENTER:
    case OP_ASYNC_WITH_ENTER:
        reads(v, c);
        fills(v, b, 2);
        writes(v, a);
        break;
    case OP_WITH_EXIT:
        consumes(v, b, 2);
        if ((c & OPERAND_INDEX) != NO_REGISTER) reads(v, c);
        writes(v, a);
        break;
    case OP_RAISE:
        if (c > 0) reads(v, a);
        if (c > 1) reads(v, b);
        return;
    case OP_RERAISE: reads(v, a); return;
    case OP_RETURN:
        reads_value(v, a);
        leaves_empty(v);
        return;
    case OP_JUMP:
    case OP_JUMP_BACK: flows_to(v, jump_target(v->c->insns, v->pc)); return;
    default:
        plain(v, info->operands, operands);
        if (jump_is(insn)) flows_to(v, jump_target(v->c->insns, v->pc));
    }
    flows_to(v, next);
}

static void start_state(const Code *c, uint8_t *state) {
    for (unsigned i = 0; i < c->register_count; i++) {
        bool given = i < c->param_count || ((c->flags & CODE_NAMESPACE) && i == 0);
        state[i] = given ? FULL : EMPTY;
    }
}

int verify_code(const Code *c, FILE *report) {
    Verifier v = {.c = c, .report = report};
    v.before = calloc(c->insn_count, sizeof *v.before);
    v.work = calloc(c->insn_count + 1, sizeof *v.work);
    v.queued = calloc(c->insn_count, 1);
    v.now = calloc(c->register_count + 1, 1);
    start_state(c, v.now);
    flows_to(&v, 0);
    while (v.work_count) {
        v.pc = v.work[--v.work_count];
        v.queued[v.pc] = false;
        memcpy(v.now, v.before[v.pc], c->register_count);
        visit(&v);
    }
    v.reporting = true;
    for (v.pc = 0; v.pc < c->insn_count; v.pc += 1 + (uint32_t)op_info[insn_op(c->insns[v.pc])].cache) {
        if (!v.before[v.pc]) continue;
        memcpy(v.now, v.before[v.pc], c->register_count);
        visit(&v);
    }
    for (uint32_t i = 0; i < c->insn_count; i++) free(v.before[i]);
    free(v.before);
    free(v.work);
    free(v.queued);
    free(v.now);
    for (uint32_t i = 0; i < c->const_count; i++)
        if (c->consts[i]->type == &code_type) v.problems += verify_code((Code *)c->consts[i], report);
    return v.problems;
}
