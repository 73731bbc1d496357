/* Type parameters as the compiler makes them (PEP 695, PEP 696): TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, and
 * Generic. Bounds, constraints, defaults and alias values are functions of one argument (the format) that are called
 * when first asked for. All arguments are borrowed. */
#ifndef OURO_TYPEVAR_H
#define OURO_TYPEVAR_H

#include "interp/object/object.h"

Object *typevar_new(Object *name, Object *evaluate_bound, Object *evaluate_constraints); /* either may be NULL */
Object *typevar_paramspec_new(Object *name);
Object *typevar_tuple_new(Object *name);
Object *typevar_set_default(Object *parameter, Object *evaluate);               /* new reference to parameter */
Object *typevar_alias_new(Object *name, Object *type_params, Object *evaluate); /* type_params may be None */
Object *typevar_generic(Object *parameters); /* Generic[parameters], the base that `class C[T]` gets */

extern Object typevar_no_default; /* typing.NoDefault */

#endif
