/* The encoder: instructions against their bytes, and labels in both directions, by running what was written. */
#define _GNU_SOURCE
#include <criterion/criterion.h>
#include <stdio.h>
#include <sys/mman.h>

#if defined(__x86_64__)
#include "interp/jit/asm.h"

static uint8_t bytes[256];

static Asm fresh(void) {
    return (Asm){bytes, bytes, bytes + sizeof bytes, false};
}

static void expect(const Asm *a, const char *hex) {
    char text[2 * sizeof bytes + 1] = "";
    for (const uint8_t *b = bytes; b < a->at; b++) sprintf(text + 2 * (b - bytes), "%02x", *b);
    cr_expect_str_eq(text, hex);
}

Test(asm, memory_operands) {
    Asm a = fresh();
    asm_mem(&a, PLAIN, ASM_LOAD, RAX, RBX, 8);
    expect(&a, "488b4308");
    a = fresh();
    asm_mem(&a, PLAIN, ASM_LOAD, RAX, R12, 0); /* needs a SIB byte */
    expect(&a, "498b0424");
    a = fresh();
    asm_mem(&a, PLAIN, ASM_STORE, R9, R13, 0); /* needs a displacement */
    expect(&a, "4d894d00");
    a = fresh();
    asm_mem(&a, PLAIN, ASM_LOAD, RCX, RBX, 0x1234);
    expect(&a, "488b8b34120000");
    a = fresh();
    asm_mem(&a, PLAIN, ASM_LOAD, RCX, NO_BASE, 0x1234);
    expect(&a, "488b0c2534120000");
    a = fresh();
    asm_mem_const(&a, ASM_GROUP_CMP, true, RAX, 8, 0x12345);
    expect(&a, "4881780845230100");
    a = fresh();
    asm_mem(&a, SCALAR, ASM_LOAD_DOUBLE, 9, RAX, 16);
    expect(&a, "f2440f104810");
}

Test(asm, registers_and_constants) {
    Asm a = fresh();
    asm_move(&a, R8, RAX);
    asm_move(&a, R8, R8);
    expect(&a, "4c8bc0");
    a = fresh();
    asm_constant(&a, RAX, 5);
    expect(&a, "b805000000");
    a = fresh();
    asm_constant(&a, RDX, -1);
    expect(&a, "48c7c2ffffffff");
    a = fresh();
    asm_constant(&a, R10, 0x123456789abcdef0);
    expect(&a, "49baf0debc9a78563412");
    a = fresh();
    asm_reg(&a, PACKED, ASM_FROM_BITS, 3, RAX);
    expect(&a, "66480f6ed8");
}

Test(asm, full_buffers_are_noticed) {
    uint8_t few[3];
    Asm a = {few, few, few + sizeof few, false};
    asm_constant(&a, RAX, 5);
    cr_expect(a.full);
    cr_expect(a.at == few + sizeof few);
}

/* sum(n): 1 + 2 + ... + n by a loop, with a jump forward and one back. */
Test(asm, labels) {
    uint8_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    Asm a = {code, code, code + 4096, false};
    AsmLabel again = ASM_LABEL_NEW, end = ASM_LABEL_NEW;
    asm_constant(&a, RAX, 0);
    asm_bind(&a, &again);
    asm_reg(&a, PLAIN, ASM_TEST, RDI, RDI);
    asm_jump_if(&a, IF_EQUAL, &end);
    asm_reg(&a, PLAIN, ASM_ADD, RAX, RDI);
    asm_reg_const(&a, ASM_GROUP_SUB, RDI, 1);
    asm_jump(&a, &again);
    asm_bind(&a, &end);
    asm_return(&a);
    mprotect(code, 4096, PROT_READ | PROT_EXEC);
    int64_t (*sum)(int64_t) = (int64_t(*)(int64_t))code;
    cr_expect_eq(sum(100), 5050);
    cr_expect_eq(sum(0), 0);
    munmap(code, 4096);
}
#endif
