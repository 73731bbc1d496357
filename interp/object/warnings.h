/* Warnings: see warnings.c. The module `warnings` in the language itself shares the state kept here. */
#ifndef OURO_WARNINGS_H
#define OURO_WARNINGS_H

#include "interp/object/object.h"

/* Warns from the Python frame that is `stack_level` levels up (1: the running one), not counting frames whose file
 * begins with one of skip_prefixes (a tuple of str, or NULL). message is a str, or an instance of Warning: then
 * category is ignored. source (may be NULL): the object that it is about. 0, or -1: it was turned into an error. */
int warnings_warn(Object *message, Object *category, ptrdiff_t stack_level, Object *source, Object *skip_prefixes);

/* Warns about a place that is known. module: NULL means after the file's name. registry: a dict of what was warned
 * about there already, NULL or None: none is kept. 0, -1 */
int warnings_warn_explicit(Object *message, Object *category, Object *filename, int line, Object *module,
                           Object *registry, Object *source);

/* A coroutine dies that was never awaited: 0, -1 */
int warnings_unawaited(Object *coroutine, Object *qualname);

/* The state that _warnings shows: borrowed, made when first asked for; NULL with MemoryError. */
Object *warnings_filters(void);       /* list of (action, message, category, module, lineno) */
Object *warnings_once_registry(void); /* dict */
Object *warnings_default_action(void);
void warnings_filters_mutated(void); /* what the registries remember is void */
void warnings_shutdown(void);

/* Where the running frames are and what their source says: set when the machine starts. */
typedef struct WarningsHooks {
    /* The frame that warnings_warn describes: its file and globals (borrowed) and line; false when there is none. */
    bool (*frame)(ptrdiff_t stack_level, Object *skip_prefixes, Object **filename, int *line, Object **globals);
    Object *(*source_line)(Object *filename, int line); /* new; NULL without an exception: unknown */
} WarningsHooks;
extern WarningsHooks warnings_hooks;

#endif
