/* The slow half of hashing a key, where that needs the slot of its type, and so may run user code; and comparing tuples
 * that serve as keys (grid[x, y]), which mostly does not.
 */
#include "interp/object/item.h"
#include "interp/object/list.h"

bool item_tuples_alike(const Object *a, const Object *b) {
    ptrdiff_t n = tuple_length(a);
    if (n != tuple_length(b)) return false;
    for (ptrdiff_t i = 0; i < n; i++) {
        const Object *v = tuple_item(a, i), *w = tuple_item(b, i);
        if (v == w) continue;
        if (v->type == &tuple_type || !item_alike(v, w)) return false; /* nested ones may be of any depth */
    }
    return true;
}

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
