/* Line events: whoever wants to know when which line of a code object runs, watches it.
 *
 * Watching costs what it must and nothing else: in watched code each instruction that begins a line, that a loop jumps
 * back to, or that returns, is replaced by LINE. That tells the listener and goes on with the instruction that stood
 * there; only the opcode is replaced, the operands stay. Code that is not watched has no trace of this.
 *
 *      code->watched[pc]   the opcode that LINE stands for; 0: not replaced
 *
 * Watched instructions stay generic: the loop does not ask quicken.c about a LINE.
 */
#ifndef OURO_LINE_H
#define OURO_LINE_H

#include "interp/vm/vm.h"

/* Only the tracer of sys.settrace runs user code in these, and may answer -1 with an exception pending; the others
 * answer 0. */
typedef struct LineListener {
    /* The frame at base runs the instruction at pc: one that begins a line, or that a loop has come back to. */
    int (*line)(Code *code, Object **base, const uint64_t *pc);
    /* The frame at base is over or a generator that is suspended. It may not have had an event yet. */
    int (*leave)(Code *code, Object **base);
    /* A generator goes on in a frame at base, behind the instruction at pc; NULL: it starts. */
    int (*resume)(Code *code, Object **base, const uint64_t *pc);
    bool all; /* resume is told of code that is not watched, too */
} LineListener;
extern const LineListener *line_listener; /* NULL: none */

int line_watch(Code *code); /* idempotent; 0, or -1 with MemoryError */
void line_unwatch(Code *code);

/* For the loop and what is beside it. */
Opcode line_opcode(const Code *code, const uint64_t *insn); /* what the LINE there stands for */
Opcode line_event(const uint64_t *insn);                    /* tells the listener; the same, or OP_COUNT: it raised */
bool line_begins(const Code *code, const uint64_t *yield);  /* a line begins with that YIELD */
void line_left(Object **base);
void line_resumed(Object **base);

#endif
