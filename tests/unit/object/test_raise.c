/* The pending exception: raised, taken, restored; its context; MemoryError without memory. */
#include "tests/unit/object/object_test.h"

#include <errno.h>

TestSuite(raise, .init = interpreter_start, .fini = interpreter_stop);

Test(raise, formats_objects_into_the_message) {
    Object *key = text("k");
    cr_assert_null(raise_error(&exc_ValueError, "%R of a %T, %d of %zd", key, key, 3, (ptrdiff_t)4));
    decref(key);
    cr_assert(raise_is(&exc_ValueError));
    cr_assert(raise_is(&exc_Exception));
    cr_assert(!raise_is(&exc_KeyError));
    expect_raised(&exc_ValueError, "'k' of a str, 3 of 4");
}

Test(raise, take_and_restore) {
    cr_assert_null(raise_take());
    cr_assert_eq(raise_int(&exc_TypeError, "one"), -1);
    Object *one = raise_take();
    cr_assert(!raise_pending());
    raise_restore(one);
    cr_assert_eq(raise_current(), one);
    cr_assert(!raise_clear_if(&exc_ValueError));
    cr_assert(raise_clear_if(&exc_TypeError));
    cr_assert(!raise_pending());
}

Test(raise, chain_puts_the_older_one_below) {
    raise_int(&exc_TypeError, "first");
    Object *first = raise_take();
    raise_chain(first); /* nothing is pending: it is raised again */
    first = raise_take();
    raise_int(&exc_ValueError, "second");
    raise_chain(newref(first));
    Exception *second = (Exception *)raise_current();
    cr_assert_eq(second->context, first);
    decref(first);
    expect_raised(&exc_ValueError, "second");
}

Test(raise, context_is_what_is_being_handled) {
    HandledState state = {.outer = runtime.handled};
    runtime.handled = &state;
    raise_int(&exc_KeyError, "handled");
    state.exception = raise_take();
    raise_int(&exc_ValueError, "new");
    cr_assert_eq(((Exception *)raise_current())->context, state.exception);
    Object *new_one = raise_take();

    /* raising the handled one again while `new_one` is handled must not make a ring */
    Object *handled = state.exception;
    state.exception = new_one;
    raise_object(handled);
    cr_assert_eq(((Exception *)handled)->context, new_one);
    cr_assert_null(((Exception *)new_one)->context);
    raise_clear();
    decref(new_one);
    runtime.handled = state.outer;
}

Test(raise, memory_errors_are_many_at_a_time) {
    Object *errors[10];
    for (int i = 0; i < 10; i++) {
        cr_assert_null(raise_memory());
        errors[i] = raise_take();
        cr_assert_eq(errors[i]->type, &exc_MemoryError);
    }
    for (int i = 0; i < 10; i++) decref(errors[i]);
}

Test(raise, os_errors_are_of_the_class_for_the_errno) {
    errno = ENOENT;
    raise_os("/no/such");
    expect_raised(&exc_FileNotFoundError, "[Errno 2] No such file or directory: '/no/such'");
    errno = EPIPE;
    raise_os(NULL);
    expect_raised(&exc_BrokenPipeError, "[Errno 32] Broken pipe");
}

Test(raise, stop_iteration_carries_the_value) {
    Object *value = int_from_i64(12345);
    raise_stop(value);
    cr_assert_eq(((StopIteration *)raise_current())->value, value);
    decref(value);
    expect_raised(&exc_StopIteration, "12345");
    raise_stop(NULL);
    cr_assert_eq(((StopIteration *)raise_current())->value, NONE);
    expect_raised(&exc_StopIteration, "");
}

Test(raise, matching) {
    raise_int(&exc_KeyError, "x");
    Object *exc = raise_take();
    Object *pair = tuple_pack(2, &exc_ValueError, &exc_LookupError);
    cr_assert_eq(exception_matches(exc, (Object *)&exc_LookupError), 1);
    cr_assert_eq(exception_matches(exc, (Object *)&exc_OSError), 0);
    cr_assert_eq(exception_matches(exc, pair), 1);
    cr_assert_eq(exception_matches((Object *)&exc_KeyError, pair), 1);
    cr_assert_eq(exception_matches(exc, (Object *)&int_type), -1);
    expect_raised(&exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    decref(pair);
    decref(exc);
}

/* Each level looks into the frame of the one above, so that none of them can be optimised away. */
static int overflow(const volatile char *above, int depth) {
    volatile char frame[64] = {0};
    if (depth > 10 * 1000 * 1000) return 0;
    if (stack_check("") < 0) return -1;
    return overflow(frame, depth + 1) + (above ? above[0] : 0);
}

Test(raise, the_stack_has_an_end) {
    cr_assert_lt(overflow(NULL, 0), 0);
    cr_assert(raise_clear_if(&exc_RecursionError));
}
