/* pack FILE: compiles the embedded modules and writes their code (interp/object/code_pack.h), which is linked into
 * ouro then: an import neither parses nor compiles.
 *
 *      [offset of the first module's code] ... [offset of the last one's]  32 bits each, then the code
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interp/compile/compile.h"
#include "interp/object/code_pack.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"
#include "interp/vm/embedded.h"

static int fail(const char *what) {
    fprintf(stderr, "pack: %s\n", what);
    return 1;
}

int main(int argc, char **argv) {
    runtime_init_stack();
    if (argc != 2 || runtime_start() < 0) return fail("cannot start");
    size_t head = embedded_module_count * sizeof(uint32_t);
    PackedCode packed = {.bytes = malloc(head), .length = head, .capacity = head};
    for (size_t i = 0; packed.bytes && i < embedded_module_count; i++) {
        const EmbeddedModule *m = &embedded_modules[i];
        Object *file = str_from_c(m->path);
        Object *code = file ? compile_source(m->source, m->size, file, PARSE_EXEC, COMPILE_OPTIMIZE_0) : NULL;
        if (!code) return fail(m->name);
        uint32_t offset = (uint32_t)packed.length;
        code_pack(&packed, (Code *)code);
        memcpy(packed.bytes + i * sizeof offset, &offset, sizeof offset);
        decref(code);
        decref(file);
    }
    FILE *f = packed.bytes ? fopen(argv[1], "wb") : NULL;
    if (!f || fwrite(packed.bytes, 1, packed.length, f) != packed.length || fclose(f) != 0) return fail(argv[1]);
    free(packed.bytes);
    return 0;
}
