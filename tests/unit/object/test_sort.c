/* Sorting: both ways give the same order, and keep equal items in theirs. */
#include "interp/object/sort_impl.h"
#include "tests/unit/object/object_test.h"

TestSuite(sort, .init = interpreter_start, .fini = interpreter_stop);

static uint64_t seed = 1;

static int64_t number(int64_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)(seed >> 33) % below;
}

static Object *make_int(void) {
    return int_from_i64(number(2000) - 1000);
}
static Object *make_wide(void) {
    return int_from_i64((int64_t)((uint64_t)number(INT32_MAX) << 33 | (uint64_t)number(100)));
}
static Object *make_float(void) {
    return float_new((double)(number(200) - 100) / 8);
}
static Object *make_mixed(void) {
    return number(2) ? make_int() : make_float();
}
static Object *make_str(void) {
    return str_format("%ld", (long)number(3000));
}
static Object *make_long_str(void) {
    return str_format("common prefix %ld", (long)number(3000));
}

static Object *make_tuple(void) {
    Object *a = make_int(), *b = make_str(), *t = tuple_pack(2, a, b);
    decref(a);
    decref(b);
    return t;
}

/* Are the items in order, and equal ones in the order of `before`? Every item is an object of its own. */
static void expect_sorted(Object *list) {
    for (ptrdiff_t i = 1; i < list_length(list); i++)
        cr_assert_eq(object_compare_bool(list_item(list, i), list_item(list, i - 1), CMP_LT), 0);
}

static void sort_all(Object *(*make)(void)) {
    for (int n = 0; n < 1500; n += n / 3 + 1) {
        Object *list = list_new(0);
        for (int i = 0; i < n; i++) list_append_steal(list, make());
        Object *other = list_slice(list, 0, n);
        cr_assert_eq(list_sort(list, NULL, false), 0);
        expect_sorted(list);

        SortItem *items = heap_alloc((size_t)(n + 1) * sizeof *items);
        for (int i = 0; i < n; i++) items[i].key.object = items[i].value = list_item(other, i);
        if (n > 1) cr_assert_eq(comparison_sort(items, n), 0);
        for (int i = 0; i < n; i++) cr_assert_eq(items[i].value, list_item(list, i), "the same object in each place");
        heap_free(items);

        cr_assert_eq(list_sort(other, NULL, true), 0);
        list_reverse(other);
        expect_sorted(other);
        decref(list);
        decref(other);
    }
}

Test(sort, ints) {
    sort_all(make_int);
}
Test(sort, wide_ints) {
    sort_all(make_wide);
}
Test(sort, floats) {
    sort_all(make_float);
}
Test(sort, ints_and_floats) {
    sort_all(make_mixed);
}
Test(sort, strings) {
    sort_all(make_str);
}
Test(sort, strings_with_a_prefix) {
    sort_all(make_long_str);
}
Test(sort, tuples) {
    sort_all(make_tuple);
}

Test(sort, no_digits_for_what_has_none) {
    SortItem items[RADIX_MIN];
    Object *big = number_power(int_from_i64(2), int_from_i64(70), NULL), *one = int_from_i64(1);
    for (int i = 0; i < RADIX_MIN; i++) items[i].key.object = items[i].value = i == 7 ? big : one;
    cr_assert_eq(radix_sort(items, RADIX_MIN), 0);
    cr_assert_eq(items[7].value, big);
    decref(big);
    decref(one);
}

static Object *grow_list(Object *list, Object **args, ptrdiff_t nargs) {
    list_append(list, args[0]);
    return newref(args[0]);
}

static const Method grow_method = {"grow", grow_list, 1, 1, "grow(item, /)\n--\n\n"};

Test(sort, a_list_that_changes_meanwhile) {
    Object *list = list_new(0);
    for (int i = 0; i < 10; i++) list_append_steal(list, int_from_i64(10 - i));
    Object *key = native_new(&grow_method, list, NULL);
    cr_assert_eq(list_sort(list, key, false), -1);
    expect_raised(&exc_ValueError, "list modified during sort");
    expect_repr(newref(list), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    decref(key);
    decref(list);
}
