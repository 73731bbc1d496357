/* What the files of _functools share. */
#ifndef OURO_FUNCTOOLS_H
#define OURO_FUNCTOOLS_H

#include <string.h>
#include "interp/api.h"

extern Type functools_partial, functools_placeholder_type; /* _functools_partial.c */
extern Object functools_placeholder;
extern Type functools_lru_cache; /* _functools_cache.c */

#endif
