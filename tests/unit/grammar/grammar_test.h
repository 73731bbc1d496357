/* What the tests of grammar/ share: a source in, its tree or its error out, as text. */
#ifndef OURO_GRAMMAR_TEST_H
#define OURO_GRAMMAR_TEST_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grammar/parse.h"

/* The tree without the module around it, on one line; or the error as "line:column message". From malloc. */
static inline char *parsed(const char *source, ParseMode mode, unsigned flags) {
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    ParseResult r;
    if (parse_source(source, strlen(source), mode, flags, &r) != PARSE_OK) {
        fprintf(f, "%d:%d %s", r.error.lineno, r.error.offset, r.error.message);
    } else {
        dump_ast_line(f, r.tree);
    }
    parse_free(&r);
    fclose(f);
    return text;
}

static inline void expect_parsed(const char *source, ParseMode mode, unsigned flags, const char *expected) {
    char *text = parsed(source, mode, flags);
    cr_expect_str_eq(text, expected, "%s\n  gives    %s\n  expected %s", source, text, expected);
    free(text);
}

/* An expression. */
static inline void expect_expression(const char *source, const char *expected) {
    char whole[2000];
    snprintf(whole, sizeof whole, "Expression(body=%s)", expected);
    expect_parsed(source, PARSE_EVAL, PARSE_UTF8, whole);
}

/* One statement. */
static inline void expect_statement(const char *source, const char *expected) {
    char whole[2000];
    snprintf(whole, sizeof whole, "Module(body=[%s])", expected);
    expect_parsed(source, PARSE_EXEC, PARSE_UTF8, whole);
}

static inline void expect_error(const char *source, const char *expected) {
    expect_parsed(source, PARSE_EXEC, PARSE_UTF8, expected);
}

#endif
