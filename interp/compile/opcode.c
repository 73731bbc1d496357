/* The table of instructions, expanded from opcodes.def. */
#include "interp/compile/opcode.h"

const OpInfo op_info[OP_COUNT] = {
#define OP(name, operands, cache, doc) {#name, operands, cache, doc},
#include "interp/compile/opcodes.def"
#undef OP
};
