/* Warnings without the module `warnings`: which are shown again, and which become errors. */
#include "tests/unit/object/object_test.h"

static Object *registry;

static void start(void) {
    interpreter_start();
    registry = dict_new();
}

static void stop(void) {
    clear_ref(&registry);
    interpreter_stop();
}

TestSuite(warnings, .init = start, .fini = stop);

/* Warns about m.py, line `line`; the number of warnings in the registry afterwards, or -1. */
static ptrdiff_t warn(Type *category, const char *message, int line) {
    Object *text_object = text(message), *file = text("m.py");
    int result = warnings_warn_explicit(text_object, (Object *)category, file, line, NULL, registry, NULL);
    decref(text_object);
    decref(file);
    return result < 0 ? -1 : dict_length(registry) - 1;
}

static void put_filter(const char *action, Type *category) {
    Object *a = text(action), *zero = int_from_i64(0), *filter = tuple_pack(5, a, NONE, category, NONE, zero);
    cr_assert_eq(list_insert(warnings_filters(), 0, filter), 0);
    decref(filter);
    decref(zero);
    decref(a);
    warnings_filters_mutated();
}

Test(warnings, once_for_a_place) {
    cr_assert_eq(warn(&exc_UserWarning, "a", 1), 1);
    cr_assert_eq(warn(&exc_UserWarning, "a", 1), 1);
    cr_assert_eq(warn(&exc_UserWarning, "a", 2), 2);
    cr_assert_eq(warn(&exc_UserWarning, "b", 2), 3);
}

Test(warnings, some_categories_are_ignored) {
    cr_assert_eq(warn(&exc_DeprecationWarning, "a", 1), 0);
    cr_assert_eq(warn(&exc_ResourceWarning, "a", 1), 0);
    cr_assert_eq(warn(&exc_SyntaxWarning, "a", 1), 1);
}

Test(warnings, a_new_filter_voids_the_registry) {
    cr_assert_eq(warn(&exc_UserWarning, "a", 1), 1);
    put_filter("error", &exc_UserWarning);
    cr_assert_eq(warn(&exc_UserWarning, "a", 1), -1);
    expect_raised(&exc_UserWarning, "a");
}

Test(warnings, unknown_actions) {
    put_filter("shout", &exc_Warning);
    cr_assert_eq(warn(&exc_UserWarning, "a", 1), -1);
    expect_raised(&exc_RuntimeError, "Unrecognized action ('shout') in warnings.filters:\n"
                                     " ('shout', None, <class 'Warning'>, None, 0)");
}
