/* Between float.c, which has the type, and float_methods.c, which has its tables. */
#ifndef OURO_FLOAT_METHODS_H
#define OURO_FLOAT_METHODS_H

#include "interp/object/float.h"

extern const Method float_methods[];
extern const GetSet float_getset[];

/* An instance of `t` (float or a subclass of it) with this value. Steals value, a float or NULL. */
Object *float_as_type(Type *t, Object *value);

#endif
