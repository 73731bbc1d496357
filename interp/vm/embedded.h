/* Modules written in the language itself, embedded in the binary by tools/embed.c (generated: embedded.c). */
#ifndef OURO_EMBEDDED_H
#define OURO_EMBEDDED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct EmbeddedModule {
    const char *name; /* dotted */
    const char *path; /* "<stdlib>/collections/__init__.py" */
    const char *source;
    size_t size;
    bool package;
} EmbeddedModule;

/* Where each module's code begins in these bytes (32 bits each), then the code, packed (interp/object/code_pack.h).
 * NULL in programs that are linked without it: the tests of units, and tools/pack.c, which makes it. */
extern const uint8_t embedded_code[] __attribute__((weak));
extern const uint8_t embedded_code_end[] __attribute__((weak));

/* Anything else that stands in stdlib/ and is no source: "view/page.html". */
typedef struct EmbeddedFile {
    const char *path; /* in stdlib/; NULL ends the table */
    const char *text;
    size_t size;
} EmbeddedFile;

extern const EmbeddedFile embedded_files[];
extern const EmbeddedModule embedded_modules[];
extern const size_t embedded_module_count;

#endif
