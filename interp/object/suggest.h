/* "Did you mean ...?": the candidate that is nearest to a misspelt name. */
#ifndef OURO_SUGGEST_H
#define OURO_SUGGEST_H

#include "interp/object/object.h"

/* The str of the list `candidates` that is most like `name`: new; NULL without an exception when none is near enough.
 */
Object *suggest_nearest(Object *name, Object *candidates);

#endif
