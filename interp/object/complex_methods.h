/* Between complex.c, which has the type, and complex_new.c, which has its constructor and tables. */
#ifndef OURO_COMPLEX_METHODS_H
#define OURO_COMPLEX_METHODS_H

#include "interp/object/float.h"

extern const Method complex_methods[];
extern const Member complex_members[];
Object *complex_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);

#endif
