/* Compiled code, as the rest of the machine sees it. What it is and how it is made: interp/jit/jit.h.
 *
 * A code object that runs often is compiled. Where its machine code can be entered, the instruction's opcode is
 * replaced by ENTER; only the opcode, the operands stay. Whoever reads opcodes of code that may have run, or wants to
 * hear of what it executes, calls jit_drop first, which puts all of them back.
 */
#ifndef OURO_VM_JIT_H
#define OURO_VM_JIT_H

#include "interp/vm/vm.h"

extern int32_t jit_heat; /* so many calls and turns of loops, and code is compiled; INT32_MAX: never */

/* Code that has just become hot: compiles it, if it can be. Raises nothing. */
void jit_compile(Code *code);
void jit_drop(Code *code);

Opcode jit_original(const Code *code, const uint64_t *insn); /* what stood there before ENTER */

/* Runs the machine code that begins at the ENTER at vm.pc, in the frame at vm.base, until it meets something that it
 * leaves to the loop: vm.base and vm.pc tell where that goes on. 0, or -1 with an exception pending there. 1: the frame
 * that the loop was entered for has ended, or yields, with jit_result (new; NULL: by an exception). */
extern Object *jit_result;
int jit_run(void);
int jit_run_function(void); /* the same for a frame that begins, whose code has `native` */

/* The same for a generator whose YIELD knows where it goes on: its frame is to begin at base. value: what it gets,
 * borrowed. */
int jit_resume(Generator *g, Object **base, uint64_t return_word, Object *value);

void jit_start(void); /* nothing is compiled before, or where there is no compiler */
void jit_stop(void);

#endif
