/* Ints of both representations: where one ends and the other begins, and that each value has one form only. */
#include "tests/unit/object/object_test.h"

#include <string.h>

TestSuite(int, .init = interpreter_start, .fini = interpreter_stop);

/* An int from its text. */
static Object *number(const char *digits) {
    Object *o = int_from_string(digits, strlen(digits), 0);
    cr_assert_not_null(o);
    return o;
}

/* A call must have failed with this type of exception. */
static void expect_failure(Object *result, Type *type) {
    cr_expect_null(result);
    cr_expect(raise_clear_if(type), "expected %s", type->mem.name);
}

/* a op b, both given as text. */
static Object *binary(const char *a, enum BinaryOp op, const char *b) {
    Object *x = number(a), *y = number(b), *r = int_binary(x, y, op);
    decref(x);
    decref(y);
    return r;
}

static void expect_binary(const char *a, enum BinaryOp op, const char *b, const char *expected) {
    expect_repr(binary(a, op, b), expected);
}

Test(int, small_values_are_one_object) {
    for (int64_t v = INT_SMALL_MIN; v <= INT_SMALL_MAX; v++) {
        Object *o = int_from_i64(v);
        cr_expect_eq(o, (Object *)&int_small[v - INT_SMALL_MIN]);
        cr_expect_eq(((Int *)o)->value, v);
        decref(o);
    }
    Object *above = int_from_i64(INT_SMALL_MAX + 1), *again = int_from_i64(INT_SMALL_MAX + 1);
    cr_expect_neq(above, again);
    decref(above);
    decref(again);
}

Test(int, every_way_leads_to_the_small_objects) {
    Object *results[] = {
        number("256"),
        number("0x100"),
        binary("18446744073709551616", BIN_RSHIFT, "56"),
        binary("1000000000000000000000000000256", BIN_SUB, "1000000000000000000000000000000"),
        binary("2560000000000000000000000000000", BIN_FLOORDIV, "10000000000000000000000000000"),
        binary("2", BIN_POW, "8"),
        int_from_double(256.5),
    };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        cr_expect_eq(results[i], (Object *)&int_small[256 - INT_SMALL_MIN], "way %zu", i);
        decref(results[i]);
    }
}

Test(int, representation_follows_the_value) {
    Object *least = number("-9223372036854775808"), *below = number("-9223372036854775809");
    Object *most = number("9223372036854775807"), *above = number("9223372036854775808");
    cr_expect_eq(least->type, &int_type);
    cr_expect_eq(below->type, &bigint_type);
    cr_expect_eq(most->type, &int_type);
    cr_expect_eq(above->type, &bigint_type);
    Object *back = int_subtract(above, TRUE);
    cr_expect_eq(back->type, &int_type);
    decref(back);
    decref(least);
    decref(below);
    decref(most);
    decref(above);
}

Test(int, arithmetic_at_the_edge) {
    expect_binary("9223372036854775807", BIN_ADD, "1", "9223372036854775808");
    expect_binary("-9223372036854775808", BIN_SUB, "1", "-9223372036854775809");
    expect_binary("4294967296", BIN_MUL, "4294967296", "18446744073709551616");
    expect_binary("-9223372036854775808", BIN_FLOORDIV, "-1", "9223372036854775808");
    expect_binary("-9223372036854775808", BIN_MOD, "-1", "0");
    expect_binary("1", BIN_LSHIFT, "63", "9223372036854775808");
    expect_binary("-1", BIN_LSHIFT, "63", "-9223372036854775808");
}

Test(int, division_rounds_down) {
    expect_binary("7", BIN_FLOORDIV, "-2", "-4");
    expect_binary("7", BIN_MOD, "-2", "-1");
    expect_binary("-100000000000000000000", BIN_FLOORDIV, "3", "-33333333333333333334");
    expect_binary("-100000000000000000000", BIN_MOD, "3", "2");
    expect_binary("100000000000000000000", BIN_MOD, "-30000000000000000000", "-20000000000000000000");
    expect_binary("5", BIN_FLOORDIV, "-30000000000000000000", "-1");
    expect_failure(binary("5", BIN_MOD, "0"), &exc_ZeroDivisionError);
}

Test(int, bits_are_those_of_an_infinite_complement) {
    expect_binary("-1", BIN_AND, "18446744073709551616", "18446744073709551616");
    expect_binary("-18446744073709551616", BIN_OR, "1", "-18446744073709551615");
    expect_binary("-18446744073709551617", BIN_XOR, "-1", "18446744073709551616");
    expect_binary("-18446744073709551617", BIN_RSHIFT, "64", "-2");
    expect_binary("-1", BIN_RSHIFT, "1000", "-1");
    expect_failure(binary("1", BIN_LSHIFT, "-1"), &exc_ValueError);
    expect_failure(binary("1", BIN_LSHIFT, "18446744073709551616"), &exc_OverflowError);
}

Test(int, powers) {
    expect_binary("-3", BIN_POW, "41", "-36472996377170786403");
    expect_binary("10", BIN_POW, "40", "10000000000000000000000000000000000000000");
    expect_binary("-12", BIN_POW, "20", "3833759992447475122176");
    expect_binary("0", BIN_POW, "0", "1");
    expect_binary("-1", BIN_POW, "18446744073709551617", "-1");
    expect_binary("2", BIN_POW, "-2", "0.25");
    expect_failure(binary("2", BIN_POW, "18446744073709551616"), &exc_MemoryError);
}

Test(int, true_division_rounds_once) {
    expect_binary("9007199254740993", BIN_TRUEDIV, "2", "4503599627370496.0");
    expect_binary("36893488147419107329", BIN_TRUEDIV, "2", "1.8446744073709556e+19");
    expect_binary("1", BIN_TRUEDIV, "100000000000000000000000", "1e-23");
}

Test(int, text_in_and_out) {
    expect_repr(int_from_string(" -0x_fF ", 8, 16), "-255");
    expect_repr(int_from_string("1_000", 5, 10), "1000");
    expect_failure(int_from_string("1__0", 4, 10), &exc_ValueError);
    expect_failure(int_from_string("010", 3, 0), &exc_ValueError);
    Object *o = number("123456789012345678901234567890");
    expect_repr(int_to_string(o, 16), "'18ee90ff6c373e0ee4e3f0ad2'");
    expect_repr(int_to_string(o, 36), "'byw97um9s91dlz68tsi'");
    decref(o);
}

Test(int, decimal_text_has_a_limit) {
    char digits[5000];
    memset(digits, '7', sizeof digits);
    expect_failure(int_from_string(digits, sizeof digits, 10), &exc_ValueError);
    Object *o = int_from_string(digits, sizeof digits, 16);
    cr_assert_not_null(o);
    expect_failure(int_to_string(o, 10), &exc_ValueError);
    decref(o);
}

Test(int, to_c) {
    Object *o = number("18446744073709551615");
    int64_t small;
    cr_expect_eq(int_as_u64(o), UINT64_MAX);
    cr_expect_not(int_fits_i64(o, &small));
    cr_expect_eq(int_as_i64(o), -1);
    cr_expect(raise_clear_if(&exc_OverflowError));
    cr_expect_eq(int_as_double(o), 0x1p64);
    decref(o);
}

Test(int, hash_is_that_of_the_float) {
    Object *o = number("1267650600228229401496703205376");
    cr_expect_eq(int_hash(o), float_hash_double(0x1p100, NULL));
    decref(o);
    o = number("-1");
    cr_expect_eq(int_hash(o), -2);
    decref(o);
}
