/* The module builtins, in parts: each file below has a table of functions. */
#ifndef OURO_BUILTINS_H
#define OURO_BUILTINS_H

#include "interp/api.h"

extern const Method builtins_basic_methods[];   /* builtins_basic.c: values and attributes */
extern const Method builtins_iterate_methods[]; /* builtins_iterate.c: iterables */
extern const Method builtins_code_methods[];    /* builtins_code.c: namespaces, compile, exec, classes */
extern const Method builtins_output_methods[];  /* builtins_output.c: print, input */

int site_builtins_add(Object *builtins); /* site_builtins.c: exit, help and others for people; 0, -1 */

Object *builtins_make(void); /* new: the module; runtime.builtins is set */

#endif
