/* set and frozenset: the table, its order for small ints, hashes. */
#include "tests/unit/object/object_test.h"

TestSuite(set, .init = interpreter_start, .fini = interpreter_stop);

static Object *set_of(int from, int to) {
    Object *s = set_new(NULL);
    for (int i = from; i < to; i++) {
        Object *item = int_from_i64(i);
        cr_assert_eq(set_add(s, item), 0);
        decref(item);
    }
    return s;
}

static int has(Object *s, int64_t v) {
    Object *item = int_from_i64(v);
    int r = set_contains(s, item);
    decref(item);
    return r;
}

static int drop(Object *s, int64_t v) {
    Object *item = int_from_i64(v);
    int r = set_discard(s, item);
    decref(item);
    return r;
}

Test(set, adds_finds_and_forgets) {
    Object *s = set_of(0, 1000);
    cr_assert_eq(set_length(s), 1000);
    for (int i = 0; i < 1000; i += 3) cr_assert_eq(drop(s, i), 1);
    for (int i = 0; i < 1000; i++) cr_assert_eq(has(s, i), i % 3 != 0);
    cr_assert_eq(drop(s, 0), 0);
    cr_assert_eq(set_length(s), 666);
    decref(s);
}

Test(set, small_ints_are_in_order) {
    Object *s = set_of(0, 40), *item;
    ptrdiff_t at = 0;
    for (int i = 0; i < 40; i++) {
        cr_assert(set_next(s, &at, &item));
        cr_assert_eq(((Int *)item)->value, i);
    }
    cr_assert_not(set_next(s, &at, &item));
    decref(s);
}

Test(set, the_place_of_a_removed_item_is_used_again) {
    Object *s = set_of(5, 20);
    drop(s, 5);
    Object *item = int_from_i64(37);
    set_add(s, item);
    decref(item);
    expect_repr(s, "{37, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}");
}

Test(set, frozen_ones_hash_alike_in_any_order) {
    Object *up = list_new(0), *down = list_new(0);
    for (int i = 0; i < 50; i++) list_append_steal(up, int_from_i64(i * i));
    for (int i = 49; i >= 0; i--) list_append_steal(down, int_from_i64(i * i));
    Object *a = frozenset_new(up), *b = frozenset_new(down), *plain = set_new(up);
    cr_assert_eq(object_hash(a), object_hash(b));
    cr_assert_eq(object_compare_bool(a, b, CMP_EQ), 1);
    cr_assert_eq(object_compare_bool(plain, b, CMP_EQ), 1);
    cr_assert_eq(object_hash(plain), -1);
    expect_raised(&exc_TypeError, "unhashable type: 'set'");
    Object *outer = set_new(NULL);
    set_add(outer, a);
    cr_assert_eq(set_contains(outer, plain), 1, "a set is sought as if it were frozen");
    Object *all[] = {up, down, a, b, plain, outer};
    for (int i = 0; i < 6; i++) decref(all[i]);
}

Test(set, itself) {
    Object *s = set_of(0, 20);
    cr_assert_eq(set_update(s, s), 0);
    cr_assert_eq(set_length(s), 20);
    Object *none = number_binary(s, s, BIN_XOR);
    cr_assert_eq(set_length(none), 0);
    decref(none);
    decref(s);
}
