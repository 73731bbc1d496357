/* code: what the compiler makes and the evaluation loop runs. Immutable once made, but for the inline caches in insns.
 *
 * A frame of a code object has `register_count` registers:
 *
 *      R0 .. R(param_count-1)                  parameters: positional, keyword-only, *args, **kwargs, in this order
 *      R(param_count) .. R(local_count-1)      the other locals, by first appearance (varnames has all of them)
 *      R(local_count) .. R(register_count-1)   temporaries, used as a stack
 *
 * CODE_NAMESPACE code (a module, a class body, exec/eval) has no fast locals but the one: R0 is its namespace mapping.
 */
#ifndef OURO_CODE_H
#define OURO_CODE_H

#include "interp/object/object.h"

/* A piece of source: lines from 1, columns are byte offsets in the line from 0; 0 lines: artificial, no source. */
typedef struct Span {
    uint32_t line, end_line;
    uint16_t column, end_column;
} Span;

typedef struct SpanEntry {
    uint32_t pc; /* this span holds from here to the next entry */
    Span span;
} SpanEntry;

/* While pc is in [start, end): an exception releases the temporaries from `depth` up, is stored in register `depth` and
 * execution goes on at `handler`. Entries are sorted innermost first: the first that matches is taken. */
typedef struct Handler {
    uint32_t start, end, handler;
    uint16_t depth;
} Handler;

enum {
    CODE_VARARGS = 1 << 0,
    CODE_VARKEYWORDS = 1 << 1,
    CODE_GENERATOR = 1 << 2,
    CODE_COROUTINE = 1 << 3,
    CODE_ASYNC_GENERATOR = 1 << 4,
    CODE_NAMESPACE = 1 << 5,
    CODE_NESTED = 1 << 6,
    CODE_SIMPLE =
        1 << 7, /* no *args, **kwargs or keyword-only parameters: a call with argcount arguments needs no binding */
    CODE_METHOD = 1 << 8, /* defined directly in a class body */
    CODE_ITERABLE_COROUTINE = 1 << 9,
    CODE_HAS_DOCSTRING = 1 << 10,      /* consts[0] is it */
    CODE_FUTURE_ANNOTATIONS = 1 << 11, /* compiled under `from __future__ import annotations` */
    CODE_FUTURE_BARRY = 1 << 12,
    CODE_ANY_GENERATOR = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR,
};

typedef struct Code {
    Object base;
    uint64_t *insns;
    Object **consts;
    Str **names; /* interned */
    uint32_t insn_count, const_count, name_count, span_count, handler_count;
    uint32_t flags;
    uint32_t
        exact_args; /* arg_count of CODE_SIMPLE code, else UINT32_MAX: calls with so many arguments need no binding */
    uint16_t arg_count, posonly_count, kwonly_count; /* arg_count includes posonly, not kwonly, * and ** */
    uint16_t param_count, local_count, register_count;
    uint16_t free_count, cell_count;
    SpanEntry *spans;
    Handler *handlers;
    Str **varnames;  /* local_count of them: also those that became cells */
    uint16_t *cells; /* the registers that hold cells, sorted */
    Str **freevars;  /* free_count */
    Str *name, *qualname, *filename;
    uint32_t first_line;
    Object *source_lines; /* list of str for source that is in no file (REPL, -c, exec); or NULL */
    Object *weaklist;
    uint32_t serial;   /* no other code's, for inline caches; 0: none has asked */
    uint16_t *watched; /* NULL, or what stands behind each LINE in insns: interp/vm/line.h */
    /* interp/vm/jit.h */
    int32_t heat;         /* calls and turns of loops; at jit_heat it is compiled */
    int32_t compiled;     /* 1: ENTERs stand in insns */
    const void *native;   /* machine code that begins with the first instruction, or NULL */
    struct Compiled *jit; /* NULL: was never compiled */
} Code;

/* In watched[]: the opcode, and that LINE stands in its place. */
enum { WATCHED_OPCODE = 0x0fff, WATCHED_REPLACED = 0x1000 };

extern void (*code_forget_jit)(Code *c);   /* c, which has a jit, goes */
extern void (*code_drop_jit)(Code *c);     /* c's insns are about to be read */
extern void (*code_make_generic)(Code *c); /* puts generic instructions in the place of specialised ones */

Span code_span(const Code *c, const uint64_t *insn);     /* of the instruction at insn */
const Handler *code_handler(const Code *c, uint32_t pc); /* or NULL */

#endif
