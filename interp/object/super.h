/* super: attributes looked up behind a class in the MRO of an object. */
#ifndef OURO_SUPER_H
#define OURO_SUPER_H

#include "interp/object/object.h"

/* For super() without arguments: the running frame's first argument and the content of its __class__ cell, borrowed.
 * 0; -1 with RuntimeError. Set by the evaluation loop. */
extern int (*super_frame_hook)(Object **self, Object **cls);

/* A function that the classes behind `after` in the MRO of t have under that name. Borrowed; NULL without an exception:
 * there is none, or looking for it may run user code. */
Object *super_peek_method(Type *t, Type *after, Str *name);

#endif
