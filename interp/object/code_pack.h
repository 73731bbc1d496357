/* Code objects as bytes: how the modules of the library are kept in the binary (interp/vm/embedded.h). */
#ifndef OURO_CODE_PACK_H
#define OURO_CODE_PACK_H

#include "interp/object/code.h"

typedef struct PackedCode {
    uint8_t *bytes; /* of malloc */
    size_t length, capacity;
} PackedCode;

/* Appends a code object that has not run yet, with everything in it. Ends the program when it cannot. */
void code_pack(PackedCode *p, const Code *code);
/* The code object that was packed there, new; NULL with MemoryError. The bytes are of this build: they are trusted. */
Code *code_unpack(const uint8_t *bytes, Str *filename);

#endif
