/* Machine code for x86-64, one instruction a call.
 *
 * Only what the compiler (compile.c) needs: 64-bit integers, doubles, memory at [base + displacement], at
 * [base + index * 8], or at a fixed address below 2 GiB, where a program that is linked to a fixed place has all its
 * variables. Jumps have 32 bits; a AsmLabel that is not bound yet links the jumps to it through their own
 * displacements:
 *
 *      label.at = -1, label.last -> jump 3 -> jump 2 -> jump 1 -> -1        bound: each gets its distance
 *
 * Where the buffer is full nothing more is written and `full` is set: the caller asks once, at the end.
 */
#ifndef OURO_JIT_ASM_H
#define OURO_JIT_ASM_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef enum Register { RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15 } Register;
enum { NO_BASE = -1 }; /* the displacement is an address */

/* Conditions, as jumps and moves encode them. */
typedef enum Condition {
    IF_OVERFLOW = 0,
    IF_BELOW = 2,
    IF_ABOVE_EQUAL = 3,
    IF_EQUAL = 4,
    IF_NOT_EQUAL = 5,
    IF_BELOW_EQUAL = 6,
    IF_ABOVE = 7,
    IF_NEGATIVE = 8,
    IF_PARITY = 10,
    IF_NO_PARITY = 11,
    IF_LESS = 12,
    IF_GREATER_EQUAL = 13,
    IF_LESS_EQUAL = 14,
    IF_GREATER = 15,
} Condition;
static inline Condition asm_opposite(Condition c) {
    return c ^ 1;
}

/* Opcodes of instructions "register, memory" and "register, register"; those above 0xff begin with 0x0f. */
enum {
    ASM_LOAD = 0x8b,
    ASM_STORE = 0x89,
    ASM_LEA = 0x8d,
    ASM_ADD = 0x03,
    ASM_OR = 0x0b,
    ASM_AND = 0x23,
    ASM_SUB = 0x2b,
    ASM_XOR = 0x33,
    ASM_CMP = 0x3b,
    ASM_TEST = 0x85,
    ASM_IMUL = 0x0faf,
    ASM_LOAD_BYTE = 0x0fb6, /* the rest becomes 0 */
    ASM_LOAD_WORD = 0x0fb7, /* 16 bits, likewise */
    /* with prefix 0xf2: doubles */
    ASM_LOAD_DOUBLE = 0x0f10,
    ASM_STORE_DOUBLE = 0x0f11,
    ASM_ADD_DOUBLE = 0x0f58,
    ASM_MUL_DOUBLE = 0x0f59,
    ASM_SUB_DOUBLE = 0x0f5c,
    ASM_DIV_DOUBLE = 0x0f5e,
    ASM_FROM_INT = 0x0f2a,
    /* with prefix 0x66 */
    ASM_COMPARE_DOUBLE = 0x0f2e,
    ASM_XOR_DOUBLE = 0x0f57,
    ASM_FROM_BITS = 0x0f6e, /* xmm = integer register */
};
/* Groups "register or memory, constant": the number that stands in the place of the register. */
enum {
    ASM_GROUP_ADD = 0,
    ASM_GROUP_OR = 1,
    ASM_GROUP_AND = 4,
    ASM_GROUP_SUB = 5,
    ASM_GROUP_XOR = 6,
    ASM_GROUP_CMP = 7
};
enum { ASM_SHIFT_LEFT = 4, ASM_SHIFT_LOGICAL = 5, ASM_SHIFT_ARITHMETIC = 7 };
enum { PLAIN = 0, SCALAR = 0xf2, PACKED = 0x66 };

typedef struct Asm {
    uint8_t *start, *at, *end;
    bool full;
} Asm;

typedef struct AsmLabel {
    int32_t at, last;
} AsmLabel;
#define ASM_LABEL_NEW ((AsmLabel){-1, -1})

static inline void asm_byte(Asm *a, unsigned b) {
    if (a->at < a->end)
        *a->at++ = (uint8_t)b;
    else
        a->full = true;
}
static inline void asm_int(Asm *a, int32_t v) {
    for (int i = 0; i < 4; i++) asm_byte(a, (uint32_t)v >> 8 * i);
}
static inline int32_t asm_here(const Asm *a) {
    return (int32_t)(a->at - a->start);
}

/* What stands in front of the operands: prefix, REX (wide: 64 bits), opcode. */
static inline void asm_opcode(Asm *a, unsigned prefix, bool wide, unsigned opcode, unsigned reg, unsigned index,
                              unsigned base) {
    if (prefix) asm_byte(a, prefix);
    unsigned rex = 0x40 | wide << 3 | reg >> 3 << 2 | index >> 3 << 1 | base >> 3;
    if (rex != 0x40) asm_byte(a, rex);
    if (opcode > 0xff) asm_byte(a, 0x0f);
    asm_byte(a, opcode);
}

static inline void asm_operand(Asm *a, unsigned reg, int base, int32_t at) {
    reg = (reg & 7) << 3;
    if (base == NO_BASE) {
        asm_byte(a, reg | 4);
        asm_byte(a, 0x25);
        asm_int(a, at);
        return;
    }
    unsigned low = base & 7;
    bool small = at >= -128 && at < 128;
    unsigned mode = at == 0 && low != RBP ? 0 : small ? 0x40 : 0x80;
    asm_byte(a, mode | reg | low);
    if (low == RSP) asm_byte(a, 0x24);
    if (mode == 0x40) asm_byte(a, at);
    if (mode == 0x80) asm_int(a, at);
}

/* reg, [base + at] */
static inline void asm_mem(Asm *a, unsigned prefix, unsigned opcode, unsigned reg, int base, int32_t at) {
    asm_opcode(a, prefix, prefix == PLAIN, opcode, reg, 0, base == NO_BASE ? 0 : base);
    asm_operand(a, reg, base, at);
}
/* The same with 32 bits. */
static inline void asm_mem32(Asm *a, unsigned opcode, unsigned reg, int base, int32_t at) {
    asm_opcode(a, PLAIN, false, opcode, reg, 0, base == NO_BASE ? 0 : base);
    asm_operand(a, reg, base, at);
}
/* reg, [base + index * 8] */
static inline void asm_mem_indexed(Asm *a, unsigned opcode, unsigned reg, unsigned base, unsigned index) {
    asm_opcode(a, PLAIN, true, opcode, reg, index, base);
    asm_byte(a, 0x40 | (reg & 7) << 3 | 4);
    asm_byte(a, 0xc0 | (index & 7) << 3 | (base & 7));
    asm_byte(a, 0);
}
/* reg, rm */
static inline void asm_reg(Asm *a, unsigned prefix, unsigned opcode, unsigned reg, unsigned rm) {
    bool wide = prefix == PLAIN || opcode == ASM_FROM_INT || opcode == ASM_FROM_BITS;
    asm_opcode(a, prefix, wide, opcode, reg, 0, rm);
    asm_byte(a, 0xc0 | (reg & 7) << 3 | (rm & 7));
}
static inline void asm_move(Asm *a, unsigned to, unsigned from) {
    if (to != from) asm_reg(a, PLAIN, ASM_LOAD, to, from);
}
/* Of an int that C returned: there is nothing in the upper half then. */
static inline void asm_move_int(Asm *a, unsigned to, unsigned from) {
    asm_opcode(a, PLAIN, false, ASM_LOAD, to, 0, from);
    asm_byte(a, 0xc0 | (to & 7) << 3 | (from & 7));
}
static inline void asm_move_double(Asm *a, unsigned to, unsigned from) {
    if (to != from) asm_reg(a, SCALAR, ASM_LOAD_DOUBLE, to, from);
}
static inline void asm_constant(Asm *a, unsigned reg, int64_t v) {
    if (v >= 0 && v <= UINT32_MAX) {
        asm_opcode(a, PLAIN, false, 0xb8 | (reg & 7), 0, 0, reg);
        asm_int(a, (int32_t)v);
    } else if (v == (int32_t)v) {
        asm_opcode(a, PLAIN, true, 0xc7, 0, 0, reg);
        asm_byte(a, 0xc0 | (reg & 7));
        asm_int(a, (int32_t)v);
    } else {
        asm_opcode(a, PLAIN, true, 0xb8 | (reg & 7), 0, 0, reg);
        asm_int(a, (int32_t)v);
        asm_int(a, (int32_t)(v >> 32));
    }
}
/* group reg, constant */
static inline void asm_reg_const(Asm *a, unsigned group, unsigned reg, int32_t v) {
    bool small = v >= -128 && v < 128;
    asm_opcode(a, PLAIN, true, small ? 0x83 : 0x81, 0, 0, reg);
    asm_byte(a, 0xc0 | group << 3 | (reg & 7));
    if (small)
        asm_byte(a, v);
    else
        asm_int(a, v);
}
/* group qword or dword [base + at], constant */
static inline void asm_mem_const(Asm *a, unsigned group, bool wide, int base, int32_t at, int32_t v) {
    bool small = v >= -128 && v < 128;
    asm_opcode(a, PLAIN, wide, small ? 0x83 : 0x81, 0, 0, base == NO_BASE ? 0 : base);
    asm_operand(a, group, base, at);
    if (small)
        asm_byte(a, v);
    else
        asm_int(a, v);
}
/* add word [base + at], a small constant */
static inline void asm_add_word(Asm *a, int base, int32_t at, int8_t v) {
    asm_byte(a, 0x66);
    asm_mem_const(a, ASM_GROUP_ADD, false, base, at, v);
}
/* qword [base + at] = constant */
static inline void asm_mem_set(Asm *a, int base, int32_t at, int32_t v) {
    asm_opcode(a, PLAIN, true, 0xc7, 0, 0, base == NO_BASE ? 0 : base);
    asm_operand(a, 0, base, at);
    asm_int(a, v);
}
/* to = rm * constant, 32 bits; the upper half becomes 0 */
static inline void asm_multiply32(Asm *a, unsigned to, unsigned rm, int32_t v) {
    asm_opcode(a, PLAIN, false, 0x69, to, 0, rm);
    asm_byte(a, 0xc0 | (to & 7) << 3 | (rm & 7));
    asm_int(a, v);
}
static inline void asm_shift(Asm *a, unsigned kind, unsigned reg, unsigned bits) {
    asm_opcode(a, PLAIN, true, 0xc1, 0, 0, reg);
    asm_byte(a, 0xc0 | kind << 3 | (reg & 7));
    asm_byte(a, bits);
}
static inline void asm_shift_by_rcx(Asm *a, unsigned kind, unsigned reg) {
    asm_opcode(a, PLAIN, true, 0xd3, 0, 0, reg);
    asm_byte(a, 0xc0 | kind << 3 | (reg & 7));
}
/* rax, rdx = rdx:rax / reg; after the sign of rax was spread to rdx */
static inline void asm_divide(Asm *a, unsigned reg) {
    asm_byte(a, 0x48);
    asm_byte(a, 0x99);
    asm_opcode(a, PLAIN, true, 0xf7, 0, 0, reg);
    asm_byte(a, 0xf8 | (reg & 7));
}
static inline void asm_move_if(Asm *a, Condition c, unsigned to, unsigned from) {
    asm_reg(a, PLAIN, 0x0f40 | c, to, from);
}
static inline void asm_push(Asm *a, unsigned reg) {
    asm_opcode(a, PLAIN, false, 0x50 | (reg & 7), 0, 0, reg);
}
static inline void asm_pop(Asm *a, unsigned reg) {
    asm_opcode(a, PLAIN, false, 0x58 | (reg & 7), 0, 0, reg);
}
static inline void asm_call_register(Asm *a, unsigned reg) {
    asm_opcode(a, PLAIN, false, 0xff, 0, 0, reg);
    asm_byte(a, 0xd0 | (reg & 7));
}
static inline void asm_return(Asm *a) {
    asm_byte(a, 0xc3);
}

static inline void asm_distance(Asm *a, AsmLabel *l) {
    if (l->at >= 0) {
        asm_int(a, l->at - (asm_here(a) + 4));
    } else {
        int32_t before = l->last;
        l->last = asm_here(a);
        asm_int(a, before);
    }
}
static inline void asm_jump(Asm *a, AsmLabel *l) {
    asm_byte(a, 0xe9);
    asm_distance(a, l);
}
static inline void asm_jump_if(Asm *a, Condition c, AsmLabel *l) {
    asm_byte(a, 0x0f);
    asm_byte(a, 0x80 | c);
    asm_distance(a, l);
}
static inline void asm_bind(Asm *a, AsmLabel *l) {
    l->at = asm_here(a);
    for (int32_t at = l->last, before; at >= 0 && !a->full; at = before) {
        memcpy(&before, a->start + at, 4);
        int32_t distance = l->at - (at + 4);
        memcpy(a->start + at, &distance, 4);
    }
}
/* Writes over a 32-bit constant. */
static inline void asm_patch(Asm *a, int32_t at, int32_t v) {
    if (!a->full) memcpy(a->start + at, &v, sizeof v);
}
/* To a function or to other code: all of it lies in the low 2 GiB. */
static inline void asm_far(Asm *a, unsigned opcode, const void *to) {
    asm_byte(a, opcode);
    asm_int(a, (int32_t)((const uint8_t *)to - (a->at + 4)));
}
static inline void asm_call(Asm *a, const void *function) {
    asm_far(a, 0xe8, function);
}
static inline void asm_jump_to(Asm *a, const void *code) {
    asm_far(a, 0xe9, code);
}
static inline void asm_jump_register(Asm *a, unsigned reg) {
    asm_opcode(a, PLAIN, false, 0xff, 0, 0, reg);
    asm_byte(a, 0xe0 | (reg & 7));
}

#endif
