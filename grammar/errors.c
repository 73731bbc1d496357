/* The search for the message of a syntax error. The parser has said only that there is one.
 *
 * The grammar of mistakes (errors.peg) is matched against the tokens, twice, as its head explains, and from the first
 * one: some mistakes (`print -1`) are no errors as long as there is no other. What the lexer could not read counts when
 * the match gets there; behind the place of the error it counts too, when it explains more than "invalid syntax" does:
 * an unclosed string or bracket is often the reason. */
#include "grammar/errors.h"

#include <stdlib.h>
#include <string.h>

static const char grammar_text[] =
#include "errors_peg.inc"
    ;

/* --- places --- */

static const char *line_start(const Parser *p, int lineno) {
    const char *s = p->lexer.text;
    while (--lineno > 0) s = strchr(s, '\n') + 1;
    return s;
}

/* Where the lexer is: behind the last token that has been looked at. */
static Place cursor(const PegMatch *m) {
    const Token *t = &m->tokens[m->reached - 1];
    if (t->at.col_offset >= 0) return (Place){t->at.end_lineno, t->at.end_col_offset, 0, 0};
    const char *line = line_start(m->p, t->at.lineno);
    return (Place){t->at.lineno, (int)(m->p->lexer.text + t->start - line), 0, 0};
}

/* A byte of the line as a character; behind the end of the line there is one more. The end of an error that goes over
 * many lines is measured in its first line too. */
static int character(const ParseError *e, int byte) {
    if (byte <= 0) return byte;
    bool is_behind = (size_t)byte > e->text_n;
    return text_column(e->text, e->text + (is_behind ? (int)e->text_n : byte)) + is_behind;
}

/* The offsets are bytes still, from 1. */
static _Noreturn void leave(PegMatch *m, ParseError e) {
    Parser *p = m->p;
    e.text = "";
    if (e.lineno > 0) {
        e.text = line_start(p, e.lineno);
        e.text_n = strcspn(e.text, "\n");
        bool is_current = cursor(m).lineno <= e.lineno;
        e.text_n += is_current && e.text[e.text_n] == '\n';
        e.offset = character(&e, e.offset);
        e.end_offset = character(&e, e.end_offset);
    }
    p->result->error = e;
    longjmp(*p->exit, EXIT_ERROR_FOUND);
}

void errors_raise(PegMatch *m, Place at, const char *message) {
    leave(m, (ParseError){.status = PARSE_SYNTAX_ERROR,
                          .message = message,
                          .lineno = at.lineno,
                          .offset = at.col_offset + 1,
                          .end_lineno = at.end_lineno,
                          .end_offset = at.end_col_offset + 1});
}

void errors_raise_from(PegMatch *m, Place start, const char *message) {
    Place end = cursor(m);
    leave(m, (ParseError){.status = PARSE_SYNTAX_ERROR,
                          .message = message,
                          .lineno = start.lineno,
                          .offset = start.col_offset + 1,
                          .end_lineno = end.lineno,
                          .end_offset = end.col_offset});
}

void errors_raise_at(PegMatch *m, const Token *t, ParseStatus status, const char *message) {
    ParseError e = {.status = status, .message = message, .lineno = t->at.lineno, .end_lineno = t->at.end_lineno};
    const char *at = m->p->lexer.text + t->start;
    if (t->at.col_offset >= 0) {
        e.offset = t->at.col_offset + 1;
        e.end_offset = t->at.end_col_offset + 1;
    } else {
        bool is_end_of_file = m->p->flags & PARSE_FILE && at == m->p->lexer.end; /* there is no column any more */
        e.offset = is_end_of_file ? 0 : (int)(at - line_start(m->p, t->at.lineno));
        e.end_offset = -1;
    }
    leave(m, e);
}

void errors_raise_last(PegMatch *m, ParseStatus status, const char *message) {
    errors_raise_at(m, &m->tokens[m->reached - 1], status, message);
}

const Token *errors_next(PegMatch *m) {
    if (m->pos >= m->reached) m->reached = m->pos + 1;
    if (m->tokens[m->pos].kind == TOKEN_ERROR) errors_lexer(m);
    return &m->tokens[m->pos];
}

void errors_forced(PegMatch *m, const char *text) {
    errors_raise(m, m->tokens[m->pos].at, arena_printf(m->p->arena, "expected '%s'", text));
}

void errors_lexer(PegMatch *m) {
    m->p->result->error = m->p->lexer.error;
    m->is_final = true;
    longjmp(*m->p->exit, EXIT_ERROR_FOUND);
}

/* Behind an empty string the lexer has looked for a third quote. */
static bool is_empty_string(const Lexer *lx, const Token *t) {
    return t->end - t->start - strcspn(lx->text + t->start, "'\"") == 2;
}

/* Whether the lexer has seen the end of the source by reading the tokens that have been looked at. */
static bool source_ended(const PegMatch *m) {
    const Lexer *lx = &m->p->lexer;
    const Token *last = &m->tokens[m->reached - 1];
    if (last->kind == TOKEN_ERROR) return lx->ended;
    bool reads_on = (last->kind != TOKEN_STRING || is_empty_string(lx, last)) && last->kind != TOKEN_FSTRING_END &&
                    last->kind != TOKEN_ELLIPSIS;
    bool is_text = last->end > last->start;
    return lx->text + last->end == lx->end && (is_text ? reads_on && last->kind != TOKEN_NEWLINE : true);
}

/* --- what the lexer found later --- */

/* The parser's error stands in `result`. Says whether the lexer's, further on, explains it. */
static bool lexer_explains(const PegMatch *m) {
    const Lexer *lx = &m->p->lexer;
    if (!lx->error.status || m->is_final || lx->strings) return false;
    if (!m->is_generic && source_ended(m)) return false;
    if (!lx->error_waits) return true;
    const Token *last = &m->tokens[m->reached - 1];
    return lx->brackets && last->at.lineno > lx->bracket[lx->brackets - 1].line;
}

static void prefer_lexer(PegMatch *m) {
    Lexer *lx = &m->p->lexer;
    if (!lexer_explains(m)) return;
    if (lx->error_waits) lexer_unclosed(lx);
    m->p->result->error = lx->error;
}

/* --- the search --- */

static bool match(PegMatch *m, bool mistakes) {
    static const char *const rules[] = {[PARSE_EXEC] = "file", [PARSE_EVAL] = "eval", [PARSE_SINGLE] = "interactive"};
    m->pos = 0;
    m->mistakes = mistakes;
    m->remembered = arena_alloc(m->p->arena, (m->p->lexer.count + 1) * sizeof(void *));
    return peg_run(m, peg_rule(m->grammar, rules[m->p->mode]));
}

/* Both passes; leaves by longjmp when one finds something. */
static void search(PegMatch *m) {
    if (match(m, false)) {
        if (m->p->mode == PARSE_SINGLE) {
            m->is_final = true;
            errors_raise_last(m, PARSE_SYNTAX_ERROR, "multiple statements found while compiling a single statement");
        }
        errors_raise_last(m, PARSE_SYNTAX_ERROR, "invalid syntax");
    }
    const Token *last = &m->tokens[m->reached - 1];
    if (m->p->flags & PARSE_ALLOW_INCOMPLETE && source_ended(m)) {
        errors_raise_last(m, PARSE_INCOMPLETE, "incomplete input");
    }
    m->first_pass = false;
    match(m, true);
    m->is_final = last->kind == TOKEN_INDENT || last->kind == TOKEN_DEDENT;
    if (last->kind == TOKEN_INDENT) errors_raise_last(m, PARSE_INDENTATION_ERROR, "unexpected indent");
    if (last->kind == TOKEN_DEDENT) errors_raise_last(m, PARSE_INDENTATION_ERROR, "unexpected unindent");
    m->is_generic = true;
    errors_raise(m, last->at, "invalid syntax");
}

void errors_find(Parser *p) {
    PegProgram grammar = peg_compile(p, grammar_text);
    PegMatch m = {.p = p, .grammar = &grammar, .tokens = p->lexer.tokens, .first_pass = true};
    jmp_buf *outer = p->exit, found;
    p->exit = &found;
    p->warning_list = NULL; /* the match gives them, as far as it comes */
    p->warnings = &p->warning_list;
    if (!setjmp(found)) search(&m);
    p->exit = outer;
    if (m.first_pass && p->flags & PARSE_ALLOW_INCOMPLETE && source_ended(&m)) {
        p->exit = &found;
        if (!setjmp(found)) errors_raise_last(&m, PARSE_INCOMPLETE, "incomplete input");
        ParseError *e = &p->result->error;
        bool is_open_string = m.tokens[m.reached - 1].kind == TOKEN_ERROR;
        if (is_open_string && e->lineno > 0) e->text_n = p->lexer.end - e->text;
        p->exit = outer;
    } else {
        prefer_lexer(&m);
    }
    free(m.stack);
}
