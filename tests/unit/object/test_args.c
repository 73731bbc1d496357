/* Arguments meet parameters: what is bound where, and the complaint when it is not. */
#include "tests/unit/object/object_test.h"

TestSuite(args, .init = interpreter_start, .fini = interpreter_stop);

static const char *const names_of_f[] = {"", "b", "c", "d", NULL}; /* f(a, /, b, c=None, *, d=None) */

/* Binds `positional` arguments, and one more for each of the given names. */
static int bind(int required, int max_positional, int positional, const char *first, const char *second, Object **out) {
    static Object *values[8];
    Tuple *kwnames = NULL;
    for (int i = 0; i < 8; i++) values[i] = (Object *)&int_small[i - INT_SMALL_MIN];
    if (first) {
        Object *one = text(first), *two = text(second ? second : "");
        kwnames = (Tuple *)(second ? tuple_pack(2, one, two) : tuple_pack(1, one));
        decref(one);
        decref(two);
    }
    int result = args_bind("f", names_of_f, required, max_positional, values, positional, kwnames, out);
    xdecref(kwnames);
    return result;
}

static int64_t value(Object *o) {
    return o ? ((Int *)o)->value : -1;
}

Test(args, by_position_and_name) {
    Object *out[4];
    cr_assert_eq(bind(2, 3, 2, "d", NULL, out), 0);
    cr_assert_eq(value(out[0]), 0);
    cr_assert_eq(value(out[1]), 1);
    cr_assert_null(out[2]);
    cr_assert_eq(value(out[3]), 2);
    cr_assert_eq(bind(2, 3, 1, "c", "b", out), 0);
    cr_assert_eq(value(out[1]), 2);
    cr_assert_eq(value(out[2]), 1);
}

Test(args, complaints) {
    Object *out[4];
    cr_assert_eq(bind(2, 3, 5, NULL, NULL, out), -1);
    expect_raised(&exc_TypeError, "f() takes at most 4 arguments (5 given)");
    cr_assert_eq(bind(2, 3, 4, NULL, NULL, out), -1);
    expect_raised(&exc_TypeError, "f() takes at most 3 positional arguments (4 given)");
    cr_assert_eq(bind(2, 3, 0, NULL, NULL, out), -1);
    expect_raised(&exc_TypeError, "f() takes at least 1 positional argument (0 given)");
    cr_assert_eq(bind(2, 3, 1, NULL, NULL, out), -1);
    expect_raised(&exc_TypeError, "f() missing required argument 'b' (pos 2)");
    cr_assert_eq(bind(2, 3, 2, "b", NULL, out), -1);
    expect_raised(&exc_TypeError, "argument for f() given by name ('b') and position (2)");
    cr_assert_eq(bind(2, 3, 2, "zzz", NULL, out), -1);
    expect_raised(&exc_TypeError, "f() got an unexpected keyword argument 'zzz'");
}

Test(args, counts) {
    cr_assert_eq(args_count("f", 2, 1, 3), 0);
    cr_assert_eq(args_count("f", 200, 1, -1), 0);
    cr_assert_eq(args_count("f", 0, 1, -1), -1);
    expect_raised(&exc_TypeError, "f expected at least 1 argument, got 0");
    cr_assert_eq(args_count("f", 4, 1, 3), -1);
    expect_raised(&exc_TypeError, "f expected at most 3 arguments, got 4");
    cr_assert_eq(args_count("f", 1, 2, 2), -1);
    expect_raised(&exc_TypeError, "f expected 2 arguments, got 1");
}

/* Native functions: the signature in the doc text decides. */

static Object *sum_of(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t sum = 0;
    for (ptrdiff_t i = 0; i < nargs; i++)
        if (args[i]) sum = sum * 10 + value(args[i]);
    return int_from_i64(sum);
}

static const Method rows[] = {
    {"none", sum_of, 0, 0, "none()\n--\n\n"},
    {"one", sum_of, 1, 1, "one(x, /)\n--\n\n"},
    {"some", sum_of, 1, 2, "some(x, y=(1, 2), /)\n--\n\n"},
    {"named", sum_of, 1, 2, "named(x, y=', ', *, z='a)')\n--\n\n"},
};

static Object *call(int row, int positional, const char *keyword) {
    Object *values[4] = {(Object *)&int_small[1 - INT_SMALL_MIN], (Object *)&int_small[2 - INT_SMALL_MIN],
                         (Object *)&int_small[3 - INT_SMALL_MIN], (Object *)&int_small[4 - INT_SMALL_MIN]};
    Object *f = native_new(&rows[row], NULL, NULL), *name = keyword ? text(keyword) : NULL;
    Tuple *kwnames = name ? (Tuple *)tuple_pack(1, name) : NULL;
    Object *result = object_call(f, values, positional, kwnames);
    xdecref(kwnames);
    xdecref(name);
    decref(f);
    return result;
}

Test(args, native_calls) {
    expect_repr(call(0, 0, NULL), "0");
    expect_repr(call(1, 1, NULL), "1");
    expect_repr(call(2, 2, NULL), "12");
    expect_repr(call(3, 1, "z"), "12");
    expect_repr(call(3, 2, "z"), "123");
    expect_repr(call(3, 0, "x"), "1");
}

Test(args, native_complaints) {
    cr_assert_null(call(0, 1, NULL));
    expect_raised(&exc_TypeError, "none() takes no arguments (1 given)");
    cr_assert_null(call(1, 2, NULL));
    expect_raised(&exc_TypeError, "one() takes exactly one argument (2 given)");
    cr_assert_null(call(1, 0, "x"));
    expect_raised(&exc_TypeError, "one() takes no keyword arguments");
    cr_assert_null(call(2, 0, NULL));
    expect_raised(&exc_TypeError, "some expected at least 1 argument, got 0");
    cr_assert_null(call(3, 0, "y"));
    expect_raised(&exc_TypeError, "named() missing required argument 'x' (pos 1)");
    cr_assert_null(call(3, 1, "zz"));
    expect_raised(&exc_TypeError, "named() got an unexpected keyword argument 'zz'. Did you mean 'z'?");
}
