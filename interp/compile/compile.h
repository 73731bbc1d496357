/* The way into the compiler: a syntax tree or source text in, a code object or a SyntaxError out. */
#ifndef OURO_COMPILE_H
#define OURO_COMPILE_H

#include <stdio.h>

#include "grammar/parse.h"
#include "interp/object/code.h"

enum CompileFlags {
    COMPILE_PARSE_FLAGS = 0xff,          /* the low bits are enum ParseFlags */
    COMPILE_FUTURE_ANNOTATIONS = 1 << 8, /* as if the source began with `from __future__ import annotations` */
    COMPILE_TOP_LEVEL_AWAIT = 1 << 9,    /* await is allowed outside of functions: the code is then a coroutine's */
    COMPILE_KEEP_SOURCE = 1 << 10,       /* the source is in no file: tracebacks take it from Code.source_lines */
    COMPILE_OPTIMIZE_0 = 1 << 11,        /* none of these three: as the command line says (runtime.optimize) */
    COMPILE_OPTIMIZE_1 = 1 << 12,        /* without assert */
    COMPILE_OPTIMIZE_2 = 1 << 13,        /* and without docstrings */
};

/* A new reference, or NULL with an exception. `filename` is a str. The kind of the tree's root says what it
 * is compiled for: Module (exec), Expression (eval) or Interactive (single); ident_count as in ParseResult. */
Object *compile_ast(const Node *tree, uint32_t ident_count, Object *filename, unsigned flags);
Object *compile_source(const char *utf8, size_t n, Object *filename, ParseMode mode, unsigned flags);

/* The first step of compile_source: 0, or -1 with the exception that says why not. To be freed with parse_free, after
 * success and failure alike. */
int compile_parse(const char *utf8, size_t n, Object *filename, ParseMode mode, unsigned flags, ParseResult *out);

/* The object that a literal stands for. New. */
Object *compile_constant(const AstConst *k);

/* The bytecode as a table: line, pc, instruction, operands with what they stand for. Nested code objects follow. */
/* times: NULL, or tells how often an instruction was executed, which then stands in front of it. */
void disassemble(const Code *code, FILE *f, uint64_t (*times)(const uint64_t *insn));

/* Raises the SyntaxError (IndentationError, ...) that a failed parse describes; for those who only parse. Always NULL.
 */
Object *compile_raise_parse_error(const ParseError *e, Object *filename);
/* Passes a parse's warnings on to the warnings module: 0, or -1 when one was turned into an error. */
int compile_report_warnings(const ParseResult *r, Object *filename);

#endif
