/* Literals: what their text says. */
#include "tests/unit/grammar/grammar_test.h"

static void expect_constant(const char *source, const char *value) {
    char expected[500];
    snprintf(expected, sizeof expected, "Constant(value=%s)", value);
    expect_expression(source, expected);
}

Test(literal, integers) {
    expect_constant("1_000", "1000");
    expect_constant("00", "0");
    expect_constant("0xff", "255");
    expect_constant("0b1_01", "5");
    expect_constant("0o17", "15");
    expect_constant("0xffffffffffffffffffff", "1208925819614629174706175");
}

Test(literal, floats) {
    expect_constant("1.50", "1.5");
    expect_constant("1e3", "1000.0");
    expect_constant("1e16", "1e+16");
    expect_constant(".00001", "1e-05");
    expect_constant("1e999", "inf");
    expect_constant("2.5j", "2.5j");
    expect_constant("012j", "12j");
}

Test(literal, escapes) {
    expect_constant("'\\t\\x41\\101\\u00e9\\\n!'", "'\\tAAé!'");
    expect_constant("r'\\t'", "'\\\\t'");
    expect_constant("'\\ud800'", "'\\ud800'");
    expect_constant("b'\\xff\\n'", "b'\\xff\\n'");
    expect_constant("'''a\nb'''", "'a\\nb'");
}

Test(literal, adjacent_strings_are_one) {
    expect_constant("'a' \"b\" r'\\c'", "'ab\\\\c'");
    expect_expression("u'a'", "Constant(value='a', kind='u')");
    expect_expression("'a' f'{b}' 'c'", "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', "
                                        "ctx=Load()), conversion=-1), Constant(value='c')])");
}

Test(literal, bad_escapes) {
    expect_error("'\\x1'", "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: "
                           "truncated \\xXX escape");
    expect_error("'é\\u12'", "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 10-13: "
                             "truncated \\uXXXX escape");
    expect_error("b'\\x'", "1:1 (value error) invalid \\x escape at position 0");
    expect_error("b'é'", "1:1 bytes can only contain ASCII literal characters");
}

static const char *warning_of(const char *source) {
    static char text[300];
    ParseResult r;
    parse_source(source, strlen(source), PARSE_EXEC, PARSE_UTF8, &r);
    snprintf(text, sizeof text, "%d: %s", r.warnings ? r.warnings->lineno : 0,
             r.warnings ? r.warnings->message : "none");
    parse_free(&r);
    return text;
}

Test(literal, warnings) {
    cr_expect_str_eq(
        warning_of("'''\n\\d'''"),
        "2: \"\\d\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "
        "\"\\\\d\"? A raw string is also an option.");
    cr_expect_str_eq(warning_of("1or x"), "1: invalid decimal literal");
    cr_expect_str_eq(warning_of("r'\\d'"), "0: none");
}

Test(literal, fields) {
    expect_expression("f'{a = }'", "JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name(id='a', "
                                   "ctx=Load()), conversion=114)])");
    expect_expression(
        "f'{a!s:{b}}'",
        "JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=115, "
        "format_spec=JoinedStr(values=[FormattedValue(value=Name(id='b', ctx=Load()), conversion=-1)]))])");
    expect_expression("t'{ a }'", "TemplateStr(values=[Interpolation(value=Name(id='a', ctx=Load()), str=' a ', "
                                  "conversion=-1)])");
    expect_expression("f'{{}}'", "JoinedStr(values=[Constant(value='{}')])");
}
