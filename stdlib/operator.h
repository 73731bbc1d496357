/* What the files of _operator share. */
#ifndef OURO_OPERATOR_H
#define OURO_OPERATOR_H

#include <string.h>
#include "interp/api.h"

extern Type operator_attrgetter, operator_itemgetter, operator_methodcaller; /* _operator_getters.c */

#endif
