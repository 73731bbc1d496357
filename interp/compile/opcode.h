/* Instructions as words. The rows and the meaning of the operands are in opcodes.def. */
#ifndef OURO_OPCODE_H
#define OURO_OPCODE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Opcode {
#define OP(name, operands, cache, doc) OP_##name,
#include "interp/compile/opcodes.def"
#undef OP
    OP_COUNT
} Opcode;

typedef struct OpInfo {
    const char *name, *operands;
    int cache;
    const char *doc;
} OpInfo;
extern const OpInfo op_info[OP_COUNT];

#define OPERAND_DYING    0x8000u
#define OPERAND_CONSTANT 0x4000u
#define OPERAND_INDEX    0x3fffu
#define NO_REGISTER      OPERAND_INDEX

#define YIELD_DELEGATES  0x8000u /* in C of a YIELD: it hands on what the SEND in front of it got */

/* The cache word of a CALL or CALL_METHOD, and of a YIELD or RETURN_GENERATOR, where compiled code goes on: interp/jit
 */
enum { CALL_CONTINUATION = 3, YIELD_CONTINUATION = 1 };
enum { UNPACK_LOCALS_MAX = 32 }; /* UNPACK to locals: at most so many */

static inline uint64_t insn_abc(Opcode op, unsigned a, unsigned b, unsigned c) {
    return (uint64_t)op | (uint64_t)(a & 0xffff) << 16 | (uint64_t)(b & 0xffff) << 32 | (uint64_t)(c & 0xffff) << 48;
}
static inline uint64_t insn_aj(Opcode op, unsigned a, int32_t jump) {
    return (uint64_t)op | (uint64_t)(a & 0xffff) << 16 | (uint64_t)(uint32_t)jump << 32;
}
static inline unsigned insn_op(uint64_t w) {
    return (uint16_t)w;
}
static inline unsigned insn_a(uint64_t w) {
    return (uint16_t)(w >> 16);
}
static inline unsigned insn_b(uint64_t w) {
    return (uint16_t)(w >> 32);
}
static inline unsigned insn_c(uint64_t w) {
    return (uint16_t)(w >> 48);
}
static inline int32_t insn_jump(uint64_t w) {
    return (int32_t)(w >> 32);
}
/* How many words an instruction skips that does at once what comes behind it; 0: there is none such. */
static inline unsigned insn_skips(uint64_t w) {
    switch (insn_op(w)) {
    case OP_LOAD_SUPER_METHOD: return insn_b(w);
    case OP_GET_SLICE:
    case OP_SET_SLICE: return 2; /* GET_ITEM and SET_ITEM with their cache words */
    case OP_DEL_SLICE: return 1;
    default: return 0;
    }
}

/* SET_FUNCTION */
enum FunctionPart {
    FUNCTION_DEFAULTS,    /* tuple */
    FUNCTION_KWDEFAULTS,  /* dict */
    FUNCTION_CLOSURE,     /* tuple of cells */
    FUNCTION_ANNOTATE,    /* function(format) */
    FUNCTION_TYPE_PARAMS, /* tuple */
};

/* INTRINSIC: operand B is a value, or a tuple where more is needed */
enum Intrinsic {
    INTRINSIC_TYPEVAR,             /* name */
    INTRINSIC_TYPEVAR_BOUND,       /* (name, evaluate bound) */
    INTRINSIC_TYPEVAR_CONSTRAINTS, /* (name, evaluate constraints) */
    INTRINSIC_PARAMSPEC,           /* name */
    INTRINSIC_TYPEVARTUPLE,        /* name */
    INTRINSIC_SET_DEFAULT,         /* (type parameter, evaluate default) -> the type parameter */
    INTRINSIC_TYPE_ALIAS,          /* (name, type parameters or None, evaluate value) */
    INTRINSIC_SUBSCRIPT_GENERIC,   /* tuple of type parameters -> Generic[...] */
    INTRINSIC_ANNOTATIONS,         /* namespace -> its __annotations__, made a new dict if it is not there */
};

/* The generic opcode that an instruction was before it was specialised. */
Opcode opcode_generic(const uint64_t *insn);

#endif
