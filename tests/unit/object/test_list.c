/* list and tuple: growth, slices, sharing of what cannot change, free lists. */
#include "tests/unit/object/object_test.h"

TestSuite(list, .init = interpreter_start, .fini = interpreter_stop);

static Object *list_of(int n) {
    Object *l = list_new(0);
    for (int i = 0; i < n; i++) cr_assert_eq(list_append_steal(l, int_from_i64(i)), 0);
    return l;
}

Test(list, grows_by_an_eighth) {
    List *l = (List *)list_new(0);
    cr_assert_eq(l->capacity, 0);
    ptrdiff_t steps = 0, last = 0;
    for (int i = 0; i < 1000; i++) {
        list_append((Object *)l, NONE);
        if (l->capacity != last) {
            steps++;
            cr_assert_leq(l->capacity, l->length + l->length / 8 + 6);
            last = l->capacity;
        }
    }
    cr_assert_lt(steps, 50);
    list_empty((Object *)l);
    cr_assert_null(l->items);
    decref(l);
}

Test(list, known_sizes_are_exact) {
    Object *l = list_of(7), *copy = list_slice(l, 0, 7);
    cr_assert_eq(((List *)copy)->capacity, 7);
    Object *wide = sequence_list(l);
    cr_assert_eq(((List *)wide)->capacity, 8, "rounded up to an even number");
    decref(l);
    decref(copy);
    decref(wide);
}

Test(list, insert_and_slices) {
    Object *l = list_of(5);
    list_insert(l, -1, TRUE);
    list_insert(l, 100, FALSE);
    list_set_slice(l, 1, 3, NULL);
    expect_repr(list_slice(l, -3, 100), "[True, 4, False]");
    list_set_slice(l, 0, 0, l);
    expect_repr(newref(l), "[0, 3, True, 4, False, 0, 3, True, 4, False]");
    cr_assert_eq(list_set_slice(l, 0, 1, NONE), -1);
    expect_raised(&exc_TypeError, "must assign iterable to extended slice");
    list_reverse(l);
    expect_repr(list_to_tuple(l), "(False, 4, True, 3, 0, False, 4, True, 3, 0)");
    decref(l);
}

Test(list, extend_itself) {
    Object *l = list_of(3);
    cr_assert_eq(list_extend(l, l), 0);
    expect_repr(l, "[0, 1, 2, 0, 1, 2]");
}

#ifndef HEAP_SYSTEM /* there every object has a block of its own */
Test(list, a_dead_list_is_used_again) {
    Object *l = list_of(1);
    Object *before = l;
    decref(l);
    l = list_new(0);
    cr_assert_eq(l, before);
    decref(l);
}
#endif

Test(list, the_empty_tuple_is_one_object) {
    Object *a = tuple_new(0), *b = tuple_from(NULL, 0), *c = tuple_pack(0);
    cr_assert(a == b && b == c);
    decref(a);
    decref(b);
    decref(c);
}

Test(list, tuples_without_containers_are_not_tracked) {
    Object *plain = tuple_pack(2, TRUE, NONE), *nested = tuple_pack(1, plain), *list = list_new(0);
    Object *tracked = tuple_pack(2, TRUE, list);
    cr_assert_not(gc_is_tracked(plain));
    cr_assert_not(gc_is_tracked(nested));
    cr_assert(gc_is_tracked(tracked));
    decref(plain);
    decref(nested);
    decref(list);
    decref(tracked);
}

Test(list, a_pair_is_filled_again_when_nobody_has_it) {
    Object *last = NULL, *first = tuple_pair(&last, newref(TRUE), newref(NONE)), *kept = first;
    Object *second = tuple_pair(&last, newref(FALSE), newref(NONE));
    cr_assert_neq(first, second, "somebody has the first one");
    decref(first);
    decref(second);
    Object *third = tuple_pair(&last, newref(FALSE), newref(TRUE));
    cr_assert_eq(third, kept);
    expect_repr(third, "(False, True)");
    decref(last);
}
