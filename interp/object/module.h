/* module objects, and how native modules are declared. */
#ifndef OURO_MODULE_H
#define OURO_MODULE_H

#include "interp/object/object.h"

typedef struct Module {
    Object base;
    Dict *dict; /* owned */
    Object *weaklist;
    bool native; /* part of the binary, written in C: "(built-in)" */
} Module;

/* A native module: `const ModuleSpec math_module = {...}` at the bottom of stdlib/math.c, with a row in
 * stdlib/modules.def. `setup` adds what tables cannot say (constants, types); 0 or -1. `teardown` drops C-side
 * references at shutdown. */
typedef struct ModuleSpec {
    const char *name, *doc;
    const Method *methods;
    int (*setup)(Object *module);
    void (*teardown)(void);
} ModuleSpec;

Object *module_new(const char *name); /* __name__, __doc__, __package__, __loader__, __spec__ are set */
Object *module_from_spec(const ModuleSpec *spec);
static inline Dict *module_dict(Object *m) {
    return ((Module *)m)->dict;
}
Object *module_getattr(Object *m, Str *name);
Object *module_getattr_opt(Object *m, Str *name); /* an AttributeError only if m's own __getattr__ raised it */
int module_add(Object *m, const char *name, Object *value);       /* borrows; 0, -1 */
int module_add_steal(Object *m, const char *name, Object *value); /* steals, also on failure or NULL (then -1) */
int module_add_int(Object *m, const char *name, int64_t value);
/* Makes an exception class "module.Name": new, and in m under its name. NULL with an exception. */
Object *module_add_exception(Object *m, const char *name, Type *base);
int module_add_functions(Object *m, const Method *methods); /* further ones, of a module in several files */
int module_add_type(Object *m, Type *t);                    /* a static type, readied; under its short name */

#endif
