/* For tests that need a living interpreter: it is started before and stopped after each, and nothing may be left. */
#ifndef OURO_OBJECT_TEST_H
#define OURO_OBJECT_TEST_H

#include "gc/heap.h"
#include "interp/api.h"

#include <criterion/criterion.h>

static inline void interpreter_start(void) {
    cr_assert_eq(runtime_start(), 0);
}

static inline void interpreter_stop(void) {
    cr_assert_null(raise_current(), "a test left an exception pending");
    runtime_stop();
    cr_assert_eq(heap_blocks(), 0, "%zu blocks are still in use", heap_blocks());
}

/* The pending exception is of exactly this type, and str() of it is this text; it is cleared. */
static inline void expect_raised(Type *type, const char *text) {
    Object *exc = raise_take();
    cr_assert_not_null(exc, "expected %s", type->mem.name);
    cr_assert_eq(exc->type, type, "expected %s, got %s", type->mem.name, type_name(exc));
    Object *s = object_str(exc);
    cr_assert(str_equal_c(s, text), "expected \"%s\", got \"%s\"", text, (char *)str_data(s));
    decref(s);
    decref(exc);
}

/* repr(o) is this text. Steals o. */
static inline void expect_repr(Object *o, const char *text) {
    cr_assert_not_null(o);
    Object *s = object_repr(o);
    cr_assert(str_equal_c(s, text), "expected %s, got %s", text, (char *)str_data(s));
    decref(s);
    decref(o);
}

static inline Object *text(const char *s) {
    return str_from_c(s);
}

#endif
