/* Weak references: who shares one, what empties them, in which order they call back. */
#include "tests/unit/object/object_test.h"

TestSuite(weakref, .init = interpreter_start, .fini = interpreter_stop);

Test(weakref, plain_ones_are_shared) {
    Object *set = set_new(NULL), *one = weakref_new(set, NULL), *two = weakref_new(set, NULL);
    cr_assert_eq(one, two);
    Object *proxy = weakproxy_new(set, NULL), *again = weakproxy_new(set, NULL);
    cr_assert_eq(proxy, again);
    cr_assert_eq(weakref_first(set), (WeakRef *)one);
    cr_assert_eq(((WeakRef *)one)->next, (WeakRef *)proxy);
    Object *target = weakref_get(one);
    cr_assert_eq(target, set);
    decref(target);
    decref(set);
    cr_assert_null(weakref_get(one));
    Object *objects[] = {one, two, proxy, again};
    for (int i = 0; i < 4; i++) decref(objects[i]);
}

static int calls;
static Object *called[4];

static Object *note(Object *self, Object **args, ptrdiff_t nargs) {
    cr_assert_null(weakref_get(args[0]));
    called[calls++] = args[0];
    return new_none();
}

static const Method note_method = {"note", note, 1, 1, "note(ref, /)\n--\n\n"};

Test(weakref, callbacks_newest_first) {
    Object *set = set_new(NULL), *callback = native_new(&note_method, NULL, NULL);
    Object *refs[4];
    for (int i = 0; i < 4; i++) refs[i] = weakref_new(set, callback);
    decref(refs[1]); /* is not called any more */
    raise_int(&exc_KeyError, "pending");
    decref(set);
    cr_assert(raise_clear_if(&exc_KeyError), "callbacks leave the pending exception alone");
    cr_assert_eq(calls, 3);
    cr_assert_eq(called[0], refs[3]);
    cr_assert_eq(called[1], refs[2]);
    cr_assert_eq(called[2], refs[0]);
    decref(refs[0]);
    decref(refs[2]);
    decref(refs[3]);
    decref(callback);
}

Test(weakref, not_everything_can_be_referenced) {
    cr_assert_null(weakref_new(NONE, NULL));
    expect_raised(&exc_TypeError, "cannot create weak reference to 'NoneType' object");
}

Test(weakref, hash_outlives_the_target) {
    Object *set = frozenset_new(NULL), *ref = weakref_new(set, NULL);
    intptr_t hash = object_hash(ref);
    cr_assert_eq(hash, object_hash(set));
    decref(set);
    cr_assert_eq(object_hash(ref), hash);
    decref(ref);
}
