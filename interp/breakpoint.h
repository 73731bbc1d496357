/* breakpoint() for builtins, and the hook that it calls for sys: both NativeKwFn. */
#ifndef OURO_BREAKPOINT_H
#define OURO_BREAKPOINT_H

#include "interp/api.h"

Object *breakpoint_call(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *breakpoint_hook(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);

#endif
