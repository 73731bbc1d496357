/* Bytecode as text, for people: one instruction a line, its operands by the letters of opcodes.def.
 *
 *      line    pc  instruction
 *         3     4  ADD              x  a  t1!
 *
 * Locals go by their names, temporaries are t0, t1, ...; `!` marks an operand that dies there, and a result that nobody
 * wants. Constants are shown as themselves, jumps as the pc that they lead to. After a run that was counted, the code
 * is in its quickened form, and the times stand in front of the pc.
 */
#include "interp/compile/compiler.h"

/* `text` is a str, or NULL with an exception pending. */
static void print_text(FILE *f, Object *text) {
    char *own = NULL;
    size_t n;
    const char *s = text ? str_utf8_surrogates(text, &n, &own) : NULL;
    fputs(s ? s : "?", f);
    heap_free(own);
    raise_clear();
}

static void print_name(FILE *f, Str *name) {
    print_text(f, (Object *)name);
}

static void print_object(FILE *f, Object *o) {
    Object *text = o->type == &code_type ? str_format("<code %S>", ((Code *)o)->name) : object_repr(o);
    print_text(f, text);
    xdecref(text);
}

static void print_register(FILE *f, const Code *c, unsigned operand) {
    unsigned reg = operand & OPERAND_INDEX;
    if (reg == NO_REGISTER)
        fputc('-', f);
    else if (reg < c->local_count)
        print_name(f, c->varnames[reg]);
    else
        fprintf(f, "t%u", reg - c->local_count);
    if (operand & OPERAND_DYING) fputc('!', f);
}

static void print_operand(FILE *f, const Code *c, char letter, unsigned operand, uint32_t pc) {
    uint64_t insn = c->insns[pc];
    fputs("  ", f);
    switch (letter) {
    case 'k':
        if (operand & OPERAND_CONSTANT)
            print_object(f, c->consts[operand & OPERAND_INDEX]);
        else
            print_register(f, c, operand);
        break;
    case 'w':
    case 'd':
    case 'r':
    case 'b': print_register(f, c, operand); break;
    case 'c': print_object(f, c->consts[operand]); break;
    case 'n': print_name(f, c->names[operand]); break;
    case 'K': print_object(f, c->consts[(uint32_t)insn_jump(insn)]); break;
    case 'J': fprintf(f, "-> %lld", (long long)jump_target(c->insns, pc)); break;
    default: fprintf(f, "%u", operand);
    }
}

typedef uint64_t (*Times)(const uint64_t *insn);

static void print_insn(FILE *f, const Code *c, uint32_t pc, Times times) {
    uint64_t insn = c->insns[pc];
    const OpInfo *info = &op_info[insn_op(insn)];
    if (times) fprintf(f, "%10llu  ", (unsigned long long)times(c->insns + pc));
    fprintf(f, "%6u  %-20s", pc, info->name);
    const unsigned operands[] = {insn_a(insn), insn_b(insn), insn_c(insn)};
    for (int i = 0; info->operands[i]; i++)
        if (info->operands[i] != '_') print_operand(f, c, info->operands[i], operands[i], pc);
    if (jump_is_cached(insn)) fprintf(f, "  -> %lld", (long long)jump_target(c->insns, pc));
    fputc('\n', f);
}

static void print_head(FILE *f, const Code *c) {
    print_name(f, c->qualname);
    fprintf(f, ", line %u: %u parameters, %u locals, %u registers", c->first_line, c->param_count, c->local_count,
            c->register_count);
    for (unsigned i = 0; i < c->free_count; i++) {
        fputs(i ? ", " : "; free: ", f);
        print_name(f, c->freevars[i]);
    }
    fputc('\n', f);
}

static void print_handlers(FILE *f, const Code *c) {
    for (uint32_t i = 0; i < c->handler_count; i++) {
        const Handler *h = &c->handlers[i];
        fprintf(f, "        %6u..%-6u exceptions -> %u  in ", h->start, h->end, h->handler);
        print_register(f, c, h->depth);
        fputc('\n', f);
    }
}

void disassemble(const Code *c, FILE *f, Times times) {
    print_head(f, c);
    uint32_t line = 0;
    for (uint32_t pc = 0; pc < c->insn_count; pc += 1 + (uint32_t)op_info[insn_op(c->insns[pc])].cache) {
        uint32_t now = code_span(c, c->insns + pc).line;
        if (now && now != line)
            fprintf(f, "%6u  ", now);
        else
            fputs("        ", f);
        line = now;
        print_insn(f, c, pc, times);
    }
    print_handlers(f, c);
    for (uint32_t i = 0; i < c->const_count; i++) {
        if (c->consts[i]->type != &code_type) continue;
        fputc('\n', f);
        disassemble((Code *)c->consts[i], f, times);
    }
}
