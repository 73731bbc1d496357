/* Doubles to text and back, and rounding. */
#include "tests/unit/object/object_test.h"

#include <math.h>
#include <stdio.h>

#include "interp/object/decimal.h"
#include "interp/object/float_text.h"

TestSuite(float, .init = interpreter_start, .fini = interpreter_stop);

static void expect_shortest(double d, const char *expected) {
    char text[32];
    float_repr(d, text);
    cr_expect_str_eq(text, expected);
}

static void expect_text(double d, char code, int precision, int flags, const char *expected) {
    FloatText t;
    cr_assert_eq(float_text(&t, d, code, precision, flags), 0);
    cr_expect_eq(t.n, strlen(expected));
    cr_expect_arr_eq(t.text, expected, t.n);
    float_text_drop(&t);
}

Test(float, repr_is_the_shortest) {
    expect_shortest(0.1, "0.1");
    expect_shortest(0.1 + 0.2, "0.30000000000000004");
    expect_shortest(-0.0, "-0.0");
    expect_shortest(1e16, "1e+16");
    expect_shortest(1e15, "1000000000000000.0");
    expect_shortest(5e-324, "5e-324");
    expect_shortest(1.7976931348623157e308, "1.7976931348623157e+308");
    expect_shortest(0.0001, "0.0001");
    expect_shortest(0.00001, "1e-05");
    expect_shortest(9007199254740993.0, "9007199254740992.0");
    expect_shortest(2e23, "2e+23");
    expect_shortest(-INFINITY, "-inf");
    expect_shortest(-NAN, "nan");
}

/* xorshift: the same doubles in each run */
static uint64_t next_bits(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

Test(float, any_double_reads_back) {
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < 100000; i++) {
        uint64_t bits = next_bits(&state);
        double d, back;
        memcpy(&d, &bits, sizeof d);
        if (!isfinite(d)) continue;
        char text[32];
        int n = float_repr(d, text);
        cr_assert(float_parse(text, text + n, &back));
        cr_assert_eq(d, back, "%s", text);
        cr_assert_eq(strtod(text, NULL), d, "%s", text);
    }
}

Test(float, parsing_agrees_with_the_library) {
    uint64_t state = 123456789;
    for (int i = 0; i < 50000; i++) {
        char text[80];
        unsigned long long a = next_bits(&state), b = next_bits(&state);
        int n = snprintf(text, sizeof text, "%llu.%llue%d", a >> (a % 60), b, (int)(next_bits(&state) % 700) - 360);
        double d;
        cr_assert(float_parse(text, text + n, &d));
        cr_assert_eq(d, strtod(text, NULL), "%s", text);
    }
}

Test(float, what_is_no_number) {
    static const char *const texts[] = {"",     "+",    ".",    "1e",  "1e+",  "_1",  "1_",
                                        "1__0", "1_.0", "1._0", "0x1", "infi", "1 2", "--1"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double d;
        cr_expect_not(float_parse(texts[i], texts[i] + strlen(texts[i]), &d), "%s", texts[i]);
    }
}

Test(float, precision_is_exact) {
    expect_text(0.125, 'f', 2, 0, "0.12");
    expect_text(0.375, 'f', 2, 0, "0.38");
    expect_text(2.675, 'f', 2, 0, "2.67");
    expect_text(1e22, 'f', 0, 0, "10000000000000000000000");
    expect_text(0.1, 'f', 30, 0, "0.100000000000000005551115123126");
    expect_text(5e20, 'e', 0, 0, "5e+20");
    expect_text(9.995, 'e', 2, 0, "9.99e+00");
    expect_text(999.64, 'g', 3, FLOAT_ALTERNATE, "1.00e+03");
    expect_text(0.5, '%', 1, 0, "50.0%");
    expect_text(100.0, 'G', 3, FLOAT_PLUS, "+100");
}

Test(float, rounding_is_half_even_of_the_exact_value) {
    cr_expect_eq(digits_round(0.5, 0), 0.0);
    cr_expect_eq(digits_round(2.5, 0), 2.0);
    cr_expect_eq(digits_round(2.675, 2), 2.67);
    cr_expect_eq(digits_round(25.0, -1), 20.0);
    cr_expect_eq(digits_round(25.000001, -1), 30.0);
    cr_expect_eq(digits_round(5.0, -1), 0.0);
    cr_expect_eq(digits_round(5.000001, -1), 10.0);
    cr_expect_eq(digits_round(1.23456789012345678e-300, 305), 1.23457e-300);
    cr_expect(signbit(digits_round(-0.4, 0)));
}

Test(float, floor_division_of_signs) {
    double quotient;
    cr_expect_eq(float_floor_mod(-7.5, 2.0, &quotient), 0.5);
    cr_expect_eq(quotient, -4.0);
    cr_expect_eq(float_floor_mod(7.5, -2.0, &quotient), -0.5);
    cr_expect_eq(quotient, -4.0);
    cr_expect(signbit(float_floor_mod(-4.0, -2.0, &quotient)));
}
