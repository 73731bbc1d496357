/* dict: the table, its order, the versions for inline caches, both ends. */
#include "tests/unit/object/object_test.h"

TestSuite(dict, .init = interpreter_start, .fini = interpreter_stop);

static void put(Object *d, int64_t key, int64_t value) {
    cr_assert_eq(dict_set_steal(d, int_from_i64(key), int_from_i64(value)), 0);
}

static Object *dict_of(int n) {
    Object *d = dict_new();
    for (int i = 0; i < n; i++) put(d, i, i * i);
    return d;
}

static void drop(Object *d, int64_t key) {
    Object *k = int_from_i64(key);
    cr_assert_eq(dict_del(d, k), 0);
    decref(k);
}

static int64_t look_up(Object *d, int64_t key) {
    Object *k = int_from_i64(key), *v = dict_get(d, k);
    decref(k);
    return v ? ((Int *)v)->value : -1;
}

Test(dict, keeps_order_through_growth_and_deletion) {
    Object *d = dict_of(1000);
    for (int i = 0; i < 1000; i += 2) drop(d, i);
    for (int i = 0; i < 100; i++) put(d, i * 2, 7);
    cr_assert_eq(dict_length(d), 600);
    Object *key;
    ptrdiff_t at = 0;
    for (int i = 0; i < 500; i++) {
        cr_assert(dict_next(d, &at, &key, NULL));
        cr_assert_eq(((Int *)key)->value, 2 * i + 1);
    }
    cr_assert_eq(look_up(d, 999), 999 * 999);
    cr_assert_eq(look_up(d, 998), -1);
    cr_assert_eq(look_up(d, 4), 7);
    decref(d);
}

Test(dict, versions) {
    Object *o = dict_new();
    Dict *d = (Dict *)o;
    uint32_t empty = dict_keys_version(d);
    cr_assert_neq(empty, 0);
    dict_set_c(o, "a", TRUE);
    uint32_t one = dict_keys_version(d);
    cr_assert_neq(one, empty);
    Str *a = str_intern_c("a");
    cr_assert_eq(dict_find_str(d, a), 0);
    dict_set_c(o, "a", FALSE);
    cr_assert_eq(dict_keys_version(d), one, "another value for a key that is there");
    cr_assert_eq(dict_entries(d->keys)[0].value, FALSE);
    dict_set_c(o, "b", TRUE);
    cr_assert_neq(dict_keys_version(d), one);
    uint32_t two = dict_keys_version(d);
    dict_del(o, (Object *)a);
    cr_assert_neq(dict_keys_version(d), two);
    cr_assert_eq(dict_find_str(d, a), -1);
    decref(a);
    decref(o);
}

Test(dict, string_keys_need_no_comparisons) {
    Object *d = dict_new();
    dict_set_c(d, "a", TRUE);
    cr_assert(((Dict *)d)->keys->strings);
    put(d, 1, 1);
    cr_assert_not(((Dict *)d)->keys->strings);
    cr_assert_eq(dict_get_c(d, "a"), TRUE);
    decref(d);
}

Test(dict, both_ends) {
    Object *d = dict_of(5), *key, *value;
    cr_assert(dict_take_end(d, false, &key, &value));
    cr_assert_eq(((Int *)key)->value, 0);
    decref(key);
    decref(value);
    cr_assert(dict_take_end(d, true, &key, &value));
    cr_assert_eq(((Int *)value)->value, 16);
    decref(key);
    decref(value);
    Object *two = int_from_i64(2), *three = int_from_i64(3);
    cr_assert_eq(dict_move_to_end(d, two, true), 1);
    cr_assert_eq(dict_move_to_end(d, three, false), 1);
    cr_assert_eq(dict_move_to_end(d, TRUE, false), 1, "True is 1");
    cr_assert_eq(dict_move_to_end(d, NONE, false), 0);
    expect_repr(newref(d), "{1: 1, 3: 9, 2: 4}");
    decref(two);
    decref(three);
    decref(d);
}

Test(dict, moving_to_the_front_again_and_again) {
    Object *d = dict_of(100);
    for (int round = 0; round < 50; round++)
        for (int i = 0; i < 100; i++) {
            Object *k = int_from_i64((i * 37) % 100);
            cr_assert_eq(dict_move_to_end(d, k, i % 2), 1);
            decref(k);
        }
    cr_assert_eq(dict_length(d), 100);
    for (int i = 0; i < 100; i++) cr_assert_eq(look_up(d, i), i * i);
    decref(d);
}

Test(dict, a_queue_does_not_get_slow) {
    Object *d = dict_of(1000), *key, *value;
    for (int i = 1000; i < 200000; i++) {
        put(d, i, 0);
        cr_assert(dict_take_end(d, false, &key, &value));
        decref(key);
        decref(value);
    }
    cr_assert_eq(dict_length(d), 1000);
    decref(d);
}

Test(dict, copies_share_nothing) {
    Object *d = dict_of(20), *copy = dict_copy(d);
    drop(d, 3);
    put(copy, 100, 1);
    cr_assert_eq(dict_length(d), 19);
    cr_assert_eq(dict_length(copy), 21);
    cr_assert_eq(look_up(copy, 3), 9);
    cr_assert_eq(dict_merge(d, copy, false), 0);
    cr_assert_eq(dict_length(d), 21);
    decref(d);
    decref(copy);
}

Test(dict, sizes) {
    Object *d = dict_new();
    cr_assert_eq(dict_sizeof((Dict *)d), sizeof(GcHeader) + sizeof(Dict));
    put(d, 1, 1);
    cr_assert_eq(dict_sizeof((Dict *)d), sizeof(GcHeader) + sizeof(Dict) + 160);
    dict_empty(d);
    cr_assert_eq(dict_set_c(d, "name", NONE), 0);
    cr_assert_eq(dict_sizeof((Dict *)d), sizeof(GcHeader) + sizeof(Dict) + 120);
    put(d, 1, 1); /* the first key that is no string brings the hashes */
    cr_assert_eq(dict_sizeof((Dict *)d), sizeof(GcHeader) + sizeof(Dict) + 160);
    dict_empty(d);
    cr_assert_eq(dict_sizeof((Dict *)d), sizeof(GcHeader) + sizeof(Dict));
    decref(d);
}

Test(dict, errors) {
    Object *d = dict_new(), *list = list_new(0);
    cr_assert_eq(dict_set(d, list, NONE), -1);
    expect_raised(&exc_TypeError, "cannot use 'list' as a dict key (unhashable type: 'list')");
    cr_assert_null(dict_pop(d, list), "an empty dict needs no hash");
    cr_assert_null(raise_current());
    cr_assert_eq(dict_del(d, TRUE), -1);
    expect_raised(&exc_KeyError, "True");
    cr_assert_eq(dict_del_opt(d, TRUE), 0);
    decref(list);
    decref(d);
}
