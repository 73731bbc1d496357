/* The import system: finding, loading and remembering modules. */
#ifndef OURO_IMPORT_H
#define OURO_IMPORT_H

#include "interp/vm/vm.h"

/* What the import statement and __import__ do: the top-level package of a dotted name when fromlist is empty or None,
 * else the module itself (submodules named in fromlist are imported). level > 0 counts the dots of a relative import.
 * globals may be NULL for level 0. New. */
Object *import_module(Object *name, Object *globals, Object *fromlist, int level);
Object *import_name(const char *dotted);  /* the module itself: importlib.import_module(dotted). New */
bool import_is_builtin(Object *function); /* is this our own __import__? Then import_module may be called directly */
/* from module import name, when module has no such attribute: sys.modules["module.name"], or raises ImportError with
 * Python's text ("cannot import name ..."). New */
Object *import_from_fallback(Object *module, Object *name);

/* The bytes of a file, to be heap_free'd; NULL with errno set. */
char *import_read_file(const char *path, size_t *n);
/* The text of an embedded module by its path, as a heap block; false: there is none. */
bool import_embedded_source(const char *path, char **text, size_t *n);
Object *import_builtin_names(void);                        /* new tuple: sys.builtin_module_names */
Object *import_embedded_names(void);                       /* new list */
Object *import_run_module(const char *name, Object *main); /* ouro -m name: runs it as __main__. New, or NULL */
void import_teardown(void);                                /* at shutdown, when all modules are gone */
extern const Method import_method;                         /* __import__ */

#endif
