/* What the files of _collections share. */
#ifndef OURO_COLLECTIONS_H
#define OURO_COLLECTIONS_H

#include <string.h>
#include "interp/api.h"

extern Type collections_deque, collections_deque_iterator,
    collections_deque_reverse_iterator;                                            /* _collections_deque.c */
extern Type collections_defaultdict;                                               /* _collections_defaultdict.c */
extern Type collections_odict, collections_odict_iterator, collections_odict_keys, /* _collections_odict.c */
    collections_odict_values, collections_odict_items;

#endif
