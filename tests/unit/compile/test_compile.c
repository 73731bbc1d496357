/* The bytecode of small pieces of source, word for word; and of all the Python source at hand, that it is sound. */
#include "tests/unit/object/object_test.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "interp/compile/compile.h"
#include "interp/object/code_pack.h"
#include "tests/unit/compile/verify.h"

TestSuite(compile, .init = interpreter_start, .fini = interpreter_stop);

static Object *compiled(const char *source) {
    Object *filename = text("<test>");
    Object *code = compile_source(source, strlen(source), filename, PARSE_EXEC, PARSE_UTF8);
    decref(filename);
    return code;
}

/* The body of the one function that `source` defines must be these lines of the disassembly, without line and pc. */
static void expect_body(const char *source, const char *expected) {
    Object *module = compiled(source);
    cr_assert_not_null(module);
    const Code *function = (Code *)((Code *)module)->consts[0];
    char *listing = NULL, body[4096] = "";
    size_t n = 0;
    FILE *f = open_memstream(&listing, &n);
    disassemble(function, f, NULL);
    fclose(f);
    strtok(listing, "\n");
    for (const char *line; (line = strtok(NULL, "\n"));) {
        char words[256] = "", *end = words;
        for (const char *p = line + strlen("  line      pc  "); *p; p++)
            if (*p != ' ' || (p[1] && p[1] != ' ')) *end++ = *p;
        strcat(strcat(body, words), "\n");
    }
    cr_expect_str_eq(body, expected, "%s\n-- got\n%s-- expected\n%s", source, body, expected);
    free(listing);
    decref(module);
}

Test(compile, results_go_straight_to_locals) {
    expect_body("def f(a, b):\n x = a + b\n return x", "ADD x a b\nRETURN x\n");
    expect_body("def f(a):\n a += 1\n return a.b", "IADD a a 1\nLOAD_ATTR t0 a b\nRETURN t0!\n");
}

Test(compile, swapping_makes_no_tuple) {
    expect_body("def f(a, b):\n a, b = b, a", "MOVE t0 a\nMOVE a b\nMOVE b t0!\nRETURN None\n");
}

Test(compile, windows_are_filled_in_place) {
    expect_body("def f(a):\n return g(a, h(1))",
                "LOAD_GLOBAL t0 g\nMOVE t2 a\nLOAD_GLOBAL t3 h\nMOVE t5 1\nCALL t3 t3 1\nCALL t0 t0 2\nRETURN t0!\n");
    expect_body("def f(a):\n a.m(1)", "LOAD_METHOD t0 a m\nMOVE t3 1\nCALL_METHOD t0! t0 1\nRETURN None\n");
}

Test(compile, conditions_are_one_instruction) {
    expect_body("def f(a):\n if a < 1 and a is not None: return 2",
                "JUMP_LT 0 a 1 -> 4\nJUMP_IF_NONE a -> 4\nRETURN 2\nRETURN None\n");
    expect_body("def f(a):\n while not a: pass", "JUMP_IF_TRUE a -> 2\nJUMP_BACK -> 0\nRETURN None\n");
}

Test(compile, operands_that_change_are_copied) {
    expect_body("def f(a):\n return a + (a := 1)", "MOVE t0 a\nMOVE a 1\nADD t0 t0! a\nRETURN t0!\n");
}

Test(compile, only_doubtful_locals_are_checked) {
    expect_body("def f(a):\n if a: b = 1\n return b", "JUMP_IF_FALSE a -> 2\nMOVE b 1\nCHECK_LOCAL b\nRETURN b\n");
    expect_body("def f(a):\n if a: b = 1\n else: b = 2\n return b",
                "JUMP_IF_FALSE a -> 3\nMOVE b 1\nJUMP -> 4\nMOVE b 2\nRETURN b\n");
}

Test(compile, unreachable_code_is_not_written) {
    expect_body("def f():\n return 1\n print(2)", "RETURN 1\n");
    expect_body("def f():\n while 1: pass\n return 2", "NOP\nJUMP_BACK -> 1\n");
}

Test(compile, consecutive_locals_are_unpacked_at_once) {
    expect_body("def f(t):\n for a, b in t: pass",
                "GET_ITER t0 t\nFOR_ITER t1 t0 -> 5\nUNPACK a t1! 2\nJUMP_BACK -> 1\nRETURN None\n");
}

Test(compile, literals_are_not_merged) {
    Object *module = compiled("a = 257; b = 257; c = 1; d = 1");
    cr_assert_not_null(module);
    cr_expect_eq(((Code *)module)->const_count, 4); /* 257, 257, 1, None */
    decref(module);
}

Test(compile, errors_have_places) {
    cr_assert_null(compiled("def f(a):\n global a"));
    Object *exc = raise_take();
    const SyntaxError *e = (SyntaxError *)exc;
    cr_assert_eq(exc->type, &exc_SyntaxError);
    cr_expect(str_equal_c(e->msg, "name 'a' is parameter and global"));
    cr_expect_eq(int_as_i64(e->lineno), 2);
    cr_expect_eq(int_as_i64(e->offset), 2);
    cr_expect_eq(int_as_i64(e->end_offset), 10);
    decref(exc);
}

static void verify_file(const char *path) {
    FILE *f = fopen(path, "rb");
    cr_assert_not_null(f, "%s", path);
    char *source = NULL;
    size_t n = 0, room = 0;
    for (size_t got = 1; got; n += got) {
        if (room - n < 4096) cr_assert_not_null(source = realloc(source, room = room * 2 + 8192));
        got = fread(source + n, 1, room - n, f);
    }
    fclose(f);
    Object *filename = text(path), *code = compile_source(source, n, filename, PARSE_EXEC, PARSE_FILE);
    if (!code)
        raise_clear(); /* some tests are about errors */
    else
        cr_expect_eq(verify_code((Code *)code, stderr), 0, "%s", path);
    xdecref(code);
    decref(filename);
    free(source);
}

Test(compile, all_bytecode_is_sound) {
    static const char *const patterns[] = {"tests/lang/*/*.py", "stdlib/*.py", "stdlib/*/*.py", "examples/*.py"};
    for (unsigned i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found;
        if (glob(patterns[i], 0, NULL, &found) != 0) continue;
        for (size_t k = 0; k < found.gl_pathc; k++) verify_file(found.gl_pathv[k]);
        globfree(&found);
    }
}

Test(compile, code_survives_packing) {
    Object *code =
        compiled("def f(a, *b, c=1.5, **d):\n"
                 "    'doc'\n"
                 "    try:\n        return [x for x in b if x in {1, 2}], a[1:2], -(1 << 70), 2j, ..., b'\\0'\n"
                 "    except E as e: return 'h\\xe9\\ud800', (None, True, (c,))\n"
                 "    def g(): return a, c\n");
    PackedCode packed = {0};
    code_pack(&packed, (Code *)code);
    Object *again = (Object *)code_unpack(packed.bytes, ((Code *)code)->filename);
    cr_assert_not_null(again);
    cr_expect_eq(object_compare_bool(code, again, CMP_EQ), 1);
    char *listings[2];
    for (int i = 0; i < 2; i++) {
        size_t n;
        FILE *f = open_memstream(&listings[i], &n);
        disassemble((Code *)(i ? again : code), f, NULL);
        fclose(f);
    }
    cr_expect_str_eq(listings[0], listings[1]);
    free(listings[0]);
    free(listings[1]);
    free(packed.bytes);
    decref(again);
    decref(code);
}
