/* parse_source: text, tokens, tree; and the search for a message when there is none. */
#include "grammar/parser.h"

#include <stdlib.h>
#include <string.h>

#include "grammar/errors.h"
#include "grammar/source.h"

void parser_fail(Parser *p) {
    longjmp(*p->exit, EXIT_SYNTAX_ERROR);
}
void parser_too_complex(Parser *p) {
    longjmp(*p->exit, EXIT_TOO_COMPLEX);
}

/* For the search for misspelt keywords; functions have never counted. */
void parser_note_compound(Parser *p, const Node *statement) {
    Place *last = &p->result->last_compound;
    bool is_function = statement->kind == AST_FunctionDef || statement->kind == AST_AsyncFunctionDef;
    if (!is_function && statement->at.lineno >= last->lineno) *last = statement->at;
}

void parser_warn(Parser *p, const Token *t, int line, const char *message, const char *error_message) {
    const char *start = p->lexer.text + t->start, *line_start = start - t->at.col_offset;
    ParseWarning *w = arena_alloc(p->arena, sizeof *w);
    *w = (ParseWarning){.message = message,
                        .error_message = error_message,
                        .lineno = line,
                        .offset = text_column(line_start, start) + 1,
                        .end_lineno = t->at.end_lineno,
                        .end_offset = text_column(line_start, p->lexer.text + t->end) + 1};
    *p->warnings = w;
    p->warnings = &w->next;
}

/* The lexer's warnings and those of literals, in the order of the source. */
static ParseWarning *merged_warnings(ParseWarning *a, ParseWarning *b) {
    ParseWarning *first = NULL, **end = &first;
    while (a || b) {
        ParseWarning **from = !b || (a && a->lineno <= b->lineno) ? &a : &b;
        *end = *from;
        *from = (*from)->next;
        end = &(*end)->next;
    }
    *end = NULL;
    return first;
}

static void set_error(Parser *p, ParseStatus status, const char *message) {
    p->result->error = (ParseError){.status = status, .message = message};
}

static void run(Parser *p, const char *source, size_t n) {
    ParseResult *r = p->result;
    jmp_buf exit;
    p->exit = r->arena.no_memory = &exit;
    switch (setjmp(exit)) {
    case 0:
        if (source_decode(source, n, p->mode, p->flags, r) != PARSE_OK) return;
        lexer_init(&p->lexer, r, p->mode, p->flags);
        lexer_run(&p->lexer);
        py_run(p);
        return;
    case EXIT_NO_MEMORY: set_error(p, PARSE_MEMORY_ERROR, NULL); return;
    case EXIT_TOO_COMPLEX:
        set_error(p, PARSE_MEMORY_ERROR, "Parser stack overflowed - Python source too complex to parse");
        return;
    }
    if (setjmp(exit)) {
        set_error(p, PARSE_MEMORY_ERROR, NULL);
    } else {
        errors_find(p);
    }
}

ParseStatus parse_source(const char *source, size_t n, ParseMode mode, unsigned flags, ParseResult *r) {
    memset(r, 0, sizeof *r);
    if (n > INT32_MAX / 2) return r->error.status = PARSE_MEMORY_ERROR;
    Parser *p = calloc(1, sizeof *p);
    if (!p) return r->error.status = PARSE_MEMORY_ERROR;
    *p = (Parser){.arena = &r->arena, .result = r, .mode = mode, .flags = flags};
    p->warnings = &p->warning_list;
    run(p, source, n);
    r->arena.no_memory = NULL;
    if (r->error.status != PARSE_OK) r->tree = NULL;
    r->warnings = merged_warnings(p->lexer.warning_list, p->warning_list);
    r->ident_count = p->idents.count;
    py_free(p);
    idents_free(&p->idents);
    lexer_free(&p->lexer);
    free(p);
    return r->error.status;
}

ParseStatus parse_tokens(const char *source, size_t n, unsigned flags, ParseResult *r, Lexer *lx) {
    jmp_buf exit;
    memset(r, 0, sizeof *r);
    memset(lx, 0, sizeof *lx);
    r->arena.no_memory = &exit;
    if (setjmp(exit)) {
        r->error.status = PARSE_MEMORY_ERROR;
    } else if (source_decode(source, n, PARSE_EXEC, flags, r) == PARSE_OK) {
        lexer_init(lx, r, PARSE_EXEC, flags);
        lexer_run(lx);
        r->error = lx->error;
    }
    r->arena.no_memory = NULL;
    return r->error.status;
}

ParseStatus parse_decode(const char *source, size_t n, unsigned flags, ParseResult *r) {
    jmp_buf exit;
    memset(r, 0, sizeof *r);
    r->arena.no_memory = &exit;
    if (setjmp(exit))
        r->error.status = PARSE_MEMORY_ERROR;
    else
        source_decode(source, n, PARSE_EXEC, flags, r);
    r->arena.no_memory = NULL;
    return r->error.status;
}

void parse_free(ParseResult *r) {
    arena_free(&r->arena);
}
