/* The slow half of hashing a key: where that needs the slot of its type, and so may run user code. */
#include "interp/object/item.h"

intptr_t item_hash_slow(Object *key, const char *role) {
    intptr_t h = object_hash(key);
    if (likely(h != -1)) return h;
    Object *exc = raise_current();
    if (exc->type == &exc_TypeError) {
        exc = raise_take();
        raise_error(&exc_TypeError, "cannot use '%Q' as %s (%S)", key, role, exc);
        decref(exc);
    }
    return -1;
}
