/* What the tests of numbers share: a running interpreter around each test, and results compared as text. */
#ifndef OURO_TEST_NUMBER_SUPPORT_H
#define OURO_TEST_NUMBER_SUPPORT_H

#include <criterion/criterion.h>

#include "gc/heap.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

static inline void start_runtime(void) {
    cr_assert_eq(runtime_start(), 0);
}

static inline void stop_runtime(void) {
    runtime_stop();
    cr_expect_eq(heap_blocks(), 0, "blocks are left");
}

/* An int from its decimal text. */
static inline Object *number(const char *digits) {
    Object *o = int_from_string(digits, strlen(digits), 0);
    cr_assert_not_null(o);
    return o;
}

/* repr(o) must be `expected`. Steals o. */
static inline void expect_repr(Object *o, const char *expected) {
    cr_assert_not_null(o);
    Object *text = object_repr(o);
    size_t n;
    char *own;
    const char *s = str_utf8(text, &n, &own);
    cr_expect_str_eq(s, expected);
    heap_free(own);
    decref(text);
    decref(o);
}

/* The pending exception must be of this type. */
static inline void expect_raised(Object *o, Type *type) {
    cr_expect_null(o);
    cr_expect(raise_clear_if(type));
}

#endif
