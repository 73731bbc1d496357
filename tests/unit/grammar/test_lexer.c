/* Tokens and layout: which tokens a text has, and where lines and blocks begin and end. */
#include "tests/unit/grammar/grammar_test.h"

#include "grammar/lexer.h"

/* The kinds of the tokens, in their order. */
static void expect_kinds(const char *source, const int *kinds) {
    ParseResult r;
    Lexer lexer;
    parse_tokens(source, strlen(source), PARSE_UTF8, &r, &lexer);
    int i = 0;
    for (; i < lexer.count && kinds[i] >= 0; i++) {
        cr_expect_eq(lexer.tokens[i].kind, kinds[i], "%s: token %d is %d and not %d", source, i, lexer.tokens[i].kind,
                     kinds[i]);
    }
    cr_expect_eq(i, lexer.count, "%s: %d tokens", source, lexer.count);
    cr_expect_lt(kinds[i], 0, "%s: there are more tokens", source);
    lexer_free(&lexer);
    parse_free(&r);
}

#define KINDS(...) ((const int[]){__VA_ARGS__, -1})

Test(lexer, names_and_keywords) {
    expect_kinds("if iff\n", KINDS(TOKEN_IF, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("Ångström", KINDS(TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, longest_operator_wins) {
    expect_kinds("a**=b//c->d", KINDS(TOKEN_NAME, TOKEN_DOUBLESTAREQUAL, TOKEN_NAME, TOKEN_DOUBLESLASH, TOKEN_NAME,
                                      TOKEN_RARROW, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("......", KINDS(TOKEN_ELLIPSIS, TOKEN_ELLIPSIS, TOKEN_NEWLINE, 0));
    expect_kinds("..", KINDS(TOKEN_DOT, TOKEN_DOT, TOKEN_NEWLINE, 0));
}

Test(lexer, numbers) {
    expect_kinds("1.e5j", KINDS(TOKEN_NUMBER, TOKEN_NEWLINE, 0));
    expect_kinds("1..x", KINDS(TOKEN_NUMBER, TOKEN_DOT, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("0x_Ff", KINDS(TOKEN_NUMBER, TOKEN_NEWLINE, 0));
    expect_kinds("1if x", KINDS(TOKEN_NUMBER, TOKEN_IF, TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, blocks) {
    expect_kinds("if x:\n  y\nz", KINDS(TOKEN_IF, TOKEN_NAME, TOKEN_COLON, TOKEN_NEWLINE, TOKEN_INDENT, TOKEN_NAME,
                                        TOKEN_NEWLINE, TOKEN_DEDENT, TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, blank_lines_and_comments_are_nothing) {
    expect_kinds("x\n\n   # comment\n\t\ny", KINDS(TOKEN_NAME, TOKEN_NEWLINE, TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, lines_are_joined_in_brackets_and_by_backslashes) {
    expect_kinds("(\na\n)", KINDS(TOKEN_LPAR, TOKEN_NAME, TOKEN_RPAR, TOKEN_NEWLINE, 0));
    expect_kinds("a \\\n b", KINDS(TOKEN_NAME, TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, f_strings_are_rows_of_tokens) {
    expect_kinds("f'a{b!r:>{w}}c'",
                 KINDS(TOKEN_FSTRING_START, TOKEN_FSTRING_MIDDLE, TOKEN_LBRACE, TOKEN_NAME, TOKEN_EXCLAMATION,
                       TOKEN_NAME, TOKEN_COLON, TOKEN_FSTRING_MIDDLE, TOKEN_LBRACE, TOKEN_NAME, TOKEN_RBRACE,
                       TOKEN_FSTRING_MIDDLE, TOKEN_RBRACE, TOKEN_FSTRING_MIDDLE, TOKEN_FSTRING_END, TOKEN_NEWLINE, 0));
    expect_kinds("f'{f'{a}'}'",
                 KINDS(TOKEN_FSTRING_START, TOKEN_LBRACE, TOKEN_FSTRING_START, TOKEN_LBRACE, TOKEN_NAME, TOKEN_RBRACE,
                       TOKEN_FSTRING_END, TOKEN_RBRACE, TOKEN_FSTRING_END, TOKEN_NEWLINE, 0));
}

Test(lexer, soft_keywords) {
    expect_kinds("match x:", KINDS(TOKEN_MATCH, TOKEN_NAME, TOKEN_COLON, TOKEN_NEWLINE, 0));
    expect_kinds("match(x)", KINDS(TOKEN_NAME, TOKEN_LPAR, TOKEN_NAME, TOKEN_RPAR, TOKEN_NEWLINE, 0));
    expect_kinds("match: x", KINDS(TOKEN_NAME, TOKEN_COLON, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("type x = y", KINDS(TOKEN_TYPE, TOKEN_NAME, TOKEN_EQUAL, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("type = y", KINDS(TOKEN_NAME, TOKEN_EQUAL, TOKEN_NAME, TOKEN_NEWLINE, 0));
    expect_kinds("case = y", KINDS(TOKEN_NAME, TOKEN_EQUAL, TOKEN_NAME, TOKEN_NEWLINE, 0));
}

Test(lexer, layout_errors) {
    expect_error("if x:\n        a\n\tb\n", "3:1 inconsistent use of tabs and spaces in indentation");
    expect_error("if x:\n  a\n b\n", "3:3 unindent does not match any outer indentation level");
    expect_error("  x", "1:2 unexpected indent");
}
