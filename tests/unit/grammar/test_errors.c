/* Messages of syntax errors and where they point: a case of each rule that describes a mistake. */
#include "tests/unit/grammar/grammar_test.h"

#include "grammar/typo.h"

typedef struct Mistake {
    const char *source, *error;
} Mistake;

static void expect_errors(const Mistake *mistakes, size_t n) {
    for (size_t i = 0; i < n; i++) expect_error(mistakes[i].source, mistakes[i].error);
}

#define EXPECT_ERRORS(...) \
    static const Mistake mistakes[] = {__VA_ARGS__}; \
    expect_errors(mistakes, sizeof mistakes / sizeof *mistakes)

Test(errors, lexer) {
    EXPECT_ERRORS({"x = 'abc", "1:5 unterminated string literal (detected at line 1)"},
                  {"'a\\'", "1:1 unterminated string literal (detected at line 1); perhaps you escaped the end quote?"},
                  {"'''\n", "1:1 unterminated triple-quoted string literal (detected at line 1)"},
                  {"f'{a", "1:3 '{' was never closed"}, {"f'}'", "1:3 f-string: single '}' is not allowed"},
                  {"0x", "1:2 invalid hexadecimal literal"}, {"0b12", "1:4 invalid digit '2' in binary literal"},
                  {"1_", "1:2 invalid decimal literal"},
                  {"012", "1:1 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
                          "integers"},
                  {"x)", "1:2 unmatched ')'"},
                  {"(\n]", "2:1 closing parenthesis ']' does not match opening parenthesis '(' on line 1"},
                  {"€", "1:1 invalid character '€' (U+20AC)"},
                  {"a\xc2\xa0", "1:2 invalid non-printable character U+00A0"},
                  {"ub''", "1:1 'u' and 'b' prefixes are incompatible"},
                  {"x \\ y", "1:4 unexpected character after line "
                             "continuation character"});
}

Test(errors, generic) {
    EXPECT_ERRORS({"a b", "1:3 invalid syntax"}, {"x = 1 +", "1:8 invalid syntax"},
                  {"else: pass", "1:1 invalid syntax"}, {"x++", "1:4 invalid syntax"}, {"a $ b", "1:3 invalid syntax"},
                  {"def (): pass", "1:5 invalid syntax"});
}

Test(errors, expressions) {
    EXPECT_ERRORS({"f(a b)", "1:3 invalid syntax. Perhaps you forgot a comma?"},
                  {"print a", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"},
                  {"x = 1 if 2", "1:5 expected 'else' after 'if' expression"},
                  {"x = 1 if 2 else pass", "1:17 expected expression after 'else', but statement is given"},
                  {"(a.b := 1)", "1:2 cannot use assignment expressions with attribute"},
                  {"if a = 1: pass", "1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
                  {"a + not b", "1:5 'not' after an operator must be parenthesized"},
                  {"[*a for a in b]", "1:2 iterable unpacking cannot be used in comprehension"},
                  {"[a, b for a in c]", "1:2 did you forget parentheses around the comprehension target?"},
                  {"{1:}", "1:3 expression expected after dictionary key and ':'"},
                  {"{1: 2, 3}", "1:8 ':' expected after dictionary key"},
                  {"(*a)", "1:2 cannot use starred expression here"},
                  {"'a' b 'c'", "1:5 invalid syntax. Is this intended to be part of the string?"},
                  {"a <> b", "1:3 invalid syntax.  Maybe you meant '!=' instead of '<>'?"},
                  {"f'{a!z}'", "1:6 f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"},
                  {"t'{}'", "1:4 t-string: valid expression required before '}'"});
}

Test(errors, calls_and_parameters) {
    EXPECT_ERRORS({"f(a=1, 2)", "1:9 positional argument follows keyword argument"},
                  {"f(**a, 2)", "1:9 positional argument follows keyword argument unpacking"},
                  {"f(a for a in b, 1)", "1:3 Generator expression must be parenthesized"},
                  {"f(1=2)", "1:3 expression cannot contain assignment, perhaps you meant \"==\"?"},
                  {"f(True=1)", "1:3 cannot assign to True"}, {"f(a=)", "1:3 expected argument value expression"},
                  {"def f(a=1, b): pass", "1:12 parameter without a default follows parameter with a default"},
                  {"def f(*): pass", "1:7 named arguments must follow bare *"},
                  {"def f(**k, a): pass", "1:12 arguments cannot follow var-keyword argument"},
                  {"def f(a, (b)): pass", "1:10 Function parameters cannot be parenthesized"},
                  {"lambda (a): 1", "1:8 Lambda expression parameters cannot be parenthesized"},
                  {"def f[](): pass", "1:7 Type parameter list cannot be empty"});
}

Test(errors, targets) {
    EXPECT_ERRORS({"f() = 1", "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?"},
                  {"None = 1", "1:1 cannot assign to None"},
                  {"x, 1 += 2", "1:1 'tuple' is an illegal expression for "
                                "augmented assignment"},
                  {"del f()", "1:5 cannot delete function call"}, {"for 1 in x: pass", "1:5 cannot assign to literal"},
                  {"with a as 1: pass", "1:11 cannot assign to literal"},
                  {"a, b: int", "1:1 only single target (not tuple) can be annotated"},
                  {"f(): int", "1:1 illegal target for annotation"},
                  {"import a as b.c", "1:13 cannot use attribute as import target"});
}

Test(errors, statements) {
    EXPECT_ERRORS({"if x\n  pass", "1:5 expected ':'"}, {"class A\n  pass", "1:8 expected ':'"},
                  {"def f\n", "1:6 expected '('"},
                  {"def f():\npass", "2:1 expected an indented block after function definition on line 1"},
                  {"if x:\npass", "2:1 expected an indented block after 'if' statement on line 1"},
                  {"try:\n  pass\nx", "3:1 expected 'except' or 'finally' block"},
                  {"try: pass\nexcept a, b as c: pass", "2:8 multiple exception types must be parenthesized when using "
                                                        "'as'"},
                  {"import a from b", "1:1 Did you mean to use 'from ... import ...' instead?"},
                  {"from a import b,", "1:17 trailing comma not allowed without surrounding parentheses"},
                  {"import", "1:7 Expected one or more names after 'import'"},
                  {"match x:\n  case a(b=1, c): pass", "2:15 positional patterns follow keyword patterns"});
}

Test(errors, the_lexer_may_explain_them) {
    EXPECT_ERRORS({"a b 'c", "1:5 unterminated string literal (detected at line 1)"},
                  {"f(a b\nc = 1", "1:2 '(' was never "
                                   "closed"});
}

Test(errors, incomplete_input) {
    unsigned flags = PARSE_UTF8 | PARSE_ALLOW_INCOMPLETE | PARSE_DONT_IMPLY_DEDENT;
    expect_parsed("if x:", PARSE_SINGLE, flags, "1:5 incomplete input");
    expect_parsed("x = (", PARSE_SINGLE, flags, "1:5 incomplete input");
    expect_parsed("x = )", PARSE_SINGLE, flags, "1:5 unmatched ')'");
    expect_parsed("x\ny", PARSE_SINGLE, PARSE_UTF8, "1:2 multiple statements found while compiling a single statement");
}

static bool parses(const char *source, size_t n) {
    ParseResult r;
    ParseStatus status = parse_source(source, n, PARSE_EXEC, PARSE_UTF8, &r);
    parse_free(&r);
    return status == PARSE_OK;
}

static bool never(const char *source, size_t n) {
    return false;
}

static void expect_typo(const char *source, int line, const char *keyword) {
    KeywordTypo typo;
    bool found = parse_find_typo(source, strlen(source), 0, line, false, parses, &typo);
    cr_expect_eq(found, keyword != NULL);
    if (!found) return;
    cr_expect_str_eq(typo.keyword, keyword);
    free(typo.line);
}

Test(errors, typos) {
    expect_typo("whille True: pass", 1, "while");
    expect_typo("x = 1\n  imprt y", 2, NULL);
    expect_typo("x = 1\nimprt y", 2, "import");
    expect_typo("a b c d", 1, NULL);
    KeywordTypo typo;
    cr_expect(!parse_find_typo("imprt y", 7, 0, 1, false, never, &typo));
}
