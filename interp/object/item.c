/* The slow halves of item.h: where comparing and hashing need the slots of a type, and so may run user code. */
#include "interp/object/item.h"

int item_equal_slow(Object *a, Object *b) {
    incref(a);
    incref(b);
    int r = object_compare_bool(a, b, CMP_EQ);
    decref(a);
    decref(b);
    return r;
}

intptr_t item_hash_slow(Object *key, const char *role) {
    intptr_t h = object_hash(key);
    if (likely(h != -1)) return h;
    Object *exc = raise_current();
    if (exc->type == &exc_TypeError) {
        exc = raise_take();
        raise_error(&exc_TypeError, "cannot use '%T' as %s (%S)", key, role, exc);
        decref(exc);
    }
    return -1;
}
