/* Line events: whoever wants to know when which line of a code object runs, watches it.
 *
 * Watching costs what it must and nothing else: in watched code each instruction that begins a line, that a loop jumps
 * to, or that returns, is replaced by LINE. That tells the listener and goes on with the instruction that stood there;
 * only the opcode is replaced, the operands stay. Code that is not watched has no trace of this.
 *
 *      code->watched[pc]   the opcode that LINE stands for, and flags; 0: an instruction like any other
 *
 * Watched instructions stay generic: the loop does not ask quicken.c about a LINE.
 */
#ifndef OURO_LINE_H
#define OURO_LINE_H

#include "interp/vm/vm.h"

/* Only the tracer of sys.settrace runs user code in these, and may answer -1 with an exception pending; the others
 * answer 0. */
typedef struct LineListener {
    /* The frame at base runs the instruction at pc: one that begins a line, or where the flow comes together, so that
     * the line may be the one that ran already. */
    int (*line)(Code *code, Object **base, const uint64_t *pc);
    /* The frame at base is over, or a generator that is suspended, with a value (borrowed); NULL: an exception is
     * pending. It may not have had an event yet. */
    int (*leave)(Code *code, Object **base, Object *value);
    /* A generator goes on in a frame at base, behind the instruction at pc; NULL: it starts. */
    int (*resume)(Code *code, Object **base, const uint64_t *pc);
    /* Before each instruction that is replaced, whether a line begins or not; may be NULL. */
    int (*instruction)(Code *code, Object **base, const uint64_t *pc, Opcode op);
    bool all; /* resume is told of code that is not watched, too */
} LineListener;
extern const LineListener *line_listener; /* NULL: none */

/* What is to be replaced besides. */
enum { WATCH_CALLS = 1, WATCH_ALL = 2 };

int line_watch(Code *code, unsigned what); /* may be called again, for more; 0, or -1 with MemoryError */
void line_unwatch(Code *code);

/* For the loop and what is beside it. */
Opcode line_opcode(const Code *code, const uint64_t *insn); /* what the LINE there stands for */
Opcode line_event(const uint64_t *insn);                    /* tells the listener; the same, or OP_COUNT: it raised */
bool line_begins(const Code *code, const uint64_t *yield);  /* a line begins with that YIELD */
void line_left(Object **base, Object *value);               /* with a yielded value, or NULL: an exception is pending */
void line_resumed(Object **base);

#endif
