/* In the place of interp/jit on machines for which that cannot write code: nothing is ever hot. */
#include "interp/vm/jit.h"

int32_t jit_heat = INT32_MAX;
Object *jit_result;

void jit_start(void) {}
void jit_stop(void) {}
void jit_compile(Code *code) {}
void jit_drop(Code *code) {}
Opcode jit_original(const Code *code, const uint64_t *insn) {
    return insn_op(*insn);
}
int jit_run(void) {
    return 0;
}
int jit_run_function(void) {
    return 0;
}
int jit_resume(Generator *g, Object **base, uint64_t return_word, Object *value) {
    return 0;
}
