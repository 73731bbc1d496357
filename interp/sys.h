/* The module sys. */
#ifndef OURO_SYS_H
#define OURO_SYS_H

#include "interp/api.h"

Object *sys_make(void); /* new: the module; runtime.sys is set */
#define OURO_VERSION        "0.1.0"
#define OURO_PYTHON_VERSION "3.14.0"

void sys_add_option(char kind, const char *value);          /* -X or -W, before the interpreter starts */
int sys_set_argv(const char *first, int argc, char **rest); /* sys.argv = [first, *rest]; 0, -1 */
int sys_set_path(const char *first); /* sys.path: first (the script's folder, "" or NULL: none), OUROPATH, PYTHONPATH */
const char *sys_option(const char *name); /* the value of -X name=value, "" of -X name, NULL: not given */

/* sys_data.c, for sys_make */
int sys_fill(Object *m);
int sys_keep_hooks(Object *m);
int sys_async_add(Object *m); /* sys_async.c: its functions. 0, -1 */
int sys_trace_add(Object *m); /* sys_trace.c: the same */

#endif
