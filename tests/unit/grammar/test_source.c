/* Decoding: encodings, newlines, and what must not be in a source. */
#include "tests/unit/grammar/grammar_test.h"

Test(source, encodings) {
    expect_parsed("'\xc3\xa9'", PARSE_EXEC, 0, "Module(body=[Expr(value=Constant(value='é'))])");
    expect_parsed("# coding: latin-1\n'\xe9'", PARSE_EXEC, 0, "Module(body=[Expr(value=Constant(value='é'))])");
    expect_parsed("\xef\xbb\xbfx", PARSE_EXEC, 0, "Module(body=[Expr(value=Name(id='x', ctx=Load()))])");
    expect_parsed("# coding: latin-1\n'é'", PARSE_EXEC, PARSE_UTF8, "Module(body=[Expr(value=Constant(value='é'))])");
    expect_parsed("x\n\n# coding: nonsense\n", PARSE_EXEC, 0, "Module(body=[Expr(value=Name(id='x', ctx=Load()))])");
}

Test(source, bad_encodings) {
    expect_parsed("# coding: nonsense", PARSE_EXEC, 0, "0:-1 unknown encoding: nonsense");
    expect_parsed("\xef\xbb\xbf# coding: latin-1", PARSE_EXEC, 0, "1:0 encoding problem: iso-8859-1 with BOM");
    expect_parsed("# coding: ascii\n'\xe9'", PARSE_EXEC, 0,
                  "0:-1 'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)");
    expect_parsed("x\n '\xff'", PARSE_EXEC, 0,
                  "2:3 Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared; see "
                  "https://peps.python.org/pep-0263/ for details");
}

Test(source, newlines) {
    expect_parsed("'''a\r\nb\rc'''\rx", PARSE_EXEC, 0,
                  "Module(body=[Expr(value=Constant(value='a\\nb\\nc')), Expr(value=Name(id='x', ctx=Load()))])");
}

Test(source, nul) {
    ParseResult r;
    cr_expect_eq(parse_source("x\0y", 3, PARSE_EXEC, 0, &r), PARSE_SYNTAX_ERROR);
    cr_expect_str_eq(r.error.message, "source code string cannot contain null bytes");
    parse_free(&r);
    cr_expect_eq(parse_source("x\0y", 3, PARSE_EXEC, PARSE_FILE, &r), PARSE_SYNTAX_ERROR);
    cr_expect_str_eq(r.error.message, "source code cannot contain null bytes");
    parse_free(&r);
}

Test(source, empty) {
    expect_parsed("", PARSE_EXEC, 0, "Module()");
    expect_parsed("", PARSE_EVAL, 0, "0:0 invalid syntax");
}
