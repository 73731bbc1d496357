/* string.templatelib: Template and Interpolation, the values of t-strings (PEP 750). */
#ifndef OURO_TEMPLATE_H
#define OURO_TEMPLATE_H

#include "interp/object/object.h"

/* conversion: 0 none, 1 str, 2 repr, 3 ascii. spec may be NULL or None: "". All borrowed. */
Object *interpolation_new(Object *value, Object *expression, int conversion, Object *spec);
/* strings: tuple of n + 1 strs; interpolations: tuple of n. Borrowed. */
Object *template_new(Object *strings, Object *interpolations);

#endif
