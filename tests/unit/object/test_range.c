/* range and slice: bounds, at the edges of int64_t and beyond. */
#include "tests/unit/object/object_test.h"

TestSuite(range, .init = interpreter_start, .fini = interpreter_stop);

static Object *range_of(int64_t start, int64_t stop, int64_t step) {
    Object *args[] = {int_from_i64(start), int_from_i64(stop), int_from_i64(step)};
    Object *r = object_call((Object *)&range_type, args, 3, NULL);
    for (int i = 0; i < 3; i++) decref(args[i]);
    return r;
}

Test(range, counts_in_c_where_it_can) {
    int64_t start, step, length;
    Object *small = range_of(10, 0, -3), *edge = range_of(INT64_MAX - 5, INT64_MAX, 3),
           *wide = range_of(INT64_MIN, INT64_MAX, 1);
    cr_assert(range_as_i64(small, &start, &step, &length));
    cr_assert(start == 10 && step == -3 && length == 4);
    cr_assert_not(range_as_i64(edge, &start, &step, &length), "the value after the last does not fit");
    cr_assert_not(range_as_i64(wide, &start, &step, &length), "the length does not fit");
    Object *it = object_iter(edge);
    cr_assert_eq(it->type, &long_range_iterator_type);
    Object *values = sequence_list(it);
    cr_assert_eq(list_length(values), 2);
    Object *all[] = {small, edge, wide, it, values};
    for (int i = 0; i < 5; i++) decref(all[i]);
}

static void expect_bounds(int64_t start, int64_t stop, int64_t step, ptrdiff_t length, ptrdiff_t n) {
    Object *args[] = {int_from_i64(start), int_from_i64(stop), int_from_i64(step)};
    Object *s = slice_new(args[0], args[1], args[2]);
    ptrdiff_t a, b, c;
    cr_assert_eq(slice_bounds(s, length, &a, &b, &c), n);
    if (n > 0) cr_assert(a >= 0 && a < length && a + c * (n - 1) >= 0 && a + c * (n - 1) < length);
    decref(s);
    for (int i = 0; i < 3; i++) decref(args[i]);
}

Test(range, slice_bounds) {
    expect_bounds(0, 10, 1, 5, 5);
    expect_bounds(-2, 10, 1, 5, 2);
    expect_bounds(4, -10, -2, 5, 3);
    expect_bounds(INT64_MIN, INT64_MAX, INT64_MAX, 5, 1);
    expect_bounds(INT64_MAX, INT64_MIN, INT64_MIN, 5, 1);
    expect_bounds(3, 3, 1, 5, 0);
    expect_bounds(0, 10, 3, 0, 0);
}

Test(range, slice_without_bounds) {
    ptrdiff_t a, b, c;
    Object *s = slice_new(NULL, NULL, NULL);
    cr_assert_eq(slice_bounds(s, 7, &a, &b, &c), 7);
    cr_assert(a == 0 && b == 7 && c == 1);
    decref(s);
    Object *zero = int_from_i64(0);
    s = slice_new(NULL, NULL, zero);
    cr_assert_eq(slice_bounds(s, 7, &a, &b, &c), -1);
    expect_raised(&exc_ValueError, "slice step cannot be zero");
    decref(s);
    decref(zero);
}
