/* Type arguments and type variables: what GenericAlias and Union have in common. */
#ifndef OURO_TYPE_ARGUMENTS_H
#define OURO_TYPE_ARGUMENTS_H

#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/object.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

/* A type as annotations show it: "int", "collections.deque", "None". */
int type_write_repr(StrWriter *w, Object *o);
int type_write_argument(StrWriter *w, Object *arg); /* also a list of types, as in Callable[[int], str] */
/* The type variables in args, each once: a new tuple. */
Tuple *type_parameters(Tuple *args);
/* args with the parameters replaced by what self[subscript] says: a new tuple. */
Object *type_substitute(Object *self, Tuple *args, Tuple *parameters, Object *subscript);

#endif
