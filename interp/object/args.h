/* Matching the arguments of a call to the named parameters of a native function. */
#ifndef OURO_ARGS_H
#define OURO_ARGS_H

#include "interp/object/object.h"

/* Parameters in order: `positional_only`, then the rest up to `max_positional`, then the keyword-only ones. Of the
 * positional ones the first `required` must be given, of the keyword-only ones the first `required_keywords`. */
typedef struct Parameters {
    const char *function;     /* for messages; NULL: it has no name */
    const char *const *names; /* "" for a positional-only one */
    int count, positional_only, max_positional, required, required_keywords;
} Parameters;

/* out[0 .. count-1] gets borrowed references, NULL where nothing was given. 0, or -1 with TypeError. */
int args_match(const Parameters *p, Object **args, ptrdiff_t nargs, Tuple *kwnames, Object **out);

#endif
