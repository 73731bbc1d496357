/* Lines and blocks. Between the tokens that the text shows stand those that only its layout does:
 *
 *      NEWLINE          ends a logical line: not a blank one, not in brackets, not behind a backslash
 *      INDENT, DEDENT   open and close a block. A line's column is measured twice, with tabs to every 8th column and
 * with tabs as one: unless both say the same about two lines, their order depends on the tab size
 *
 * The soft keywords are decided here too, as one token of lookahead is not enough for them:
 *
 *      match   starts a line that ends with a colon: no statement that starts with a name does
 *      case    starts a line in the block of a match
 *      type    starts a statement and another name follows */
#include "grammar/lexer.h"

#include <stdlib.h>
#include <string.h>

enum { TAB = 8 };

void lexer_init(Lexer *lx, ParseResult *r, ParseMode mode, unsigned flags) {
    memset(lx, 0, sizeof *lx);
    lx->arena = &r->arena;
    lx->text = lx->cursor = lx->line_start = r->text;
    lx->end = r->text + r->text_n;
    lx->line = r->text_n > 0; /* an empty source has no line */
    lx->mode = mode;
    lx->flags = flags;
    lx->warnings = &lx->warning_list;
}

void lexer_free(Lexer *lx) {
    free(lx->tokens);
}

static Token *push(Lexer *lx, int kind) {
    if (lx->count == lx->room) {
        int room = lx->room ? lx->room * 2 : (int)((lx->end - lx->text) / 4) + 64;
        Token *tokens = realloc(lx->tokens, room * sizeof(Token));
        if (!tokens) longjmp(*lx->arena->no_memory, 1);
        lx->tokens = tokens;
        lx->room = room;
    }
    Token *t = &lx->tokens[lx->count++];
    t->kind = kind;
    t->level = lx->brackets;
    t->raw = lx->strings && lx->string[lx->strings - 1].raw;
    return t;
}

/* The token that has just been read. */
static void push_read(Lexer *lx, int kind) {
    Token *t = push(lx, kind);
    t->start = lx->token - lx->text;
    t->end = (lx->token_end ? lx->token_end : lx->cursor) - lx->text;
    t->at = (Place){lx->token_line, lx->token - lx->token_line_start, lx->line, lx->cursor - lx->line_start};
    lx->token_end = NULL;
}

/* A token without text. It has no column: an error there is shown at the cursor. */
static void push_empty(Lexer *lx, int kind) {
    Token *t = push(lx, kind);
    t->start = t->end = lx->cursor - lx->text;
    t->at = (Place){lx->line, -1, lx->line, -1};
}

static void push_newline(Lexer *lx) {
    Token *t = push(lx, TOKEN_NEWLINE);
    t->start = lx->token - lx->text;
    t->end = lx->cursor - lx->text;
    int column = lx->token - lx->token_line_start;
    t->at = (Place){lx->token_line, column, lx->token_line, column + (int)(t->end - t->start)};
}

static bool is_name(const Lexer *lx, const Token *t, const char *name) {
    size_t n = strlen(name);
    return t->kind == TOKEN_NAME && t->end - t->start == n && !memcmp(lx->text + t->start, name, n);
}

typedef struct Columns {
    int tabs8, tabs1;
} Columns;

/* Behind one interactive statement white space means nothing. */
static bool single_is_complete(const Lexer *lx) {
    return lx->mode == PARSE_SINGLE && lx->count > 1 && !lx->indents && lx->tokens[lx->count - 2].kind != TOKEN_COLON;
}

static void next_line(Lexer *lx, const char *start) {
    lx->line++;
    lx->line_start = start;
}

/* Skips blank lines and the white space of the first that is not; the cursor is then at its first token. */
static int skip_to_line(Lexer *lx, Columns *out) {
    Columns c = {0, 0};
    int continued = 0; /* the column of the first backslash: that line's indentation counts */
    const char *p = lx->cursor;
    for (;; p++) {
        if (*p == '#') {
            p += strcspn(p, "\n");
            if (p == lx->end) { /* nothing changes any more */
                continued = 0;
                c = (Columns){lx->indent[lx->indents], lx->alternative[lx->indents]};
            }
        }
        if (*p == ' ') {
            c.tabs8++;
            c.tabs1++;
        } else if (*p == '\t') {
            c.tabs8 = (c.tabs8 / TAB + 1) * TAB;
            c.tabs1++;
        } else if (*p == '\f') {
            c = (Columns){0, 0};
        } else if (*p == '\n') {
            c = (Columns){0, 0};
            continued = 0;
            next_line(lx, p + 1);
        } else if (*p == '\\') {
            lx->token = lx->cursor = p;
            if (p[1] != '\n' || p + 2 == lx->end) return lexer_scan(lx); /* which is an error */
            if (!continued) continued = c.tabs8;
            next_line(lx, ++p + 1);
        } else {
            break;
        }
    }
    if (p == lx->end && single_is_complete(lx)) c = (Columns){0, 0};
    lx->cursor = p;
    *out = continued ? (Columns){continued, continued} : c;
    return 0;
}

/* An error of the whole line, shown at its start. */
static int bad_line(Lexer *lx, ParseStatus status, const char *message) {
    lexer_error_indent(lx, status, message);
    lx->error.offset = 1;
    lx->error.end_offset = 0;
    return TOKEN_ERROR;
}

static int bad_tabs(Lexer *lx) {
    return bad_line(lx, PARSE_TAB_ERROR, "inconsistent use of tabs and spaces in indentation");
}

static int bad_dedent(Lexer *lx) {
    lx->cursor = lx->line_start + strcspn(lx->line_start, "\n");
    lx->cursor += *lx->cursor == '\n';
    lexer_error_indent(lx, PARSE_INDENTATION_ERROR, "unindent does not match any outer indentation level");
    lx->error.end_offset = -1;
    return TOKEN_ERROR;
}

/* Compares the column of a line with the open blocks. */
static int indentation(Lexer *lx, Columns c) {
    int level = lx->indents;
    if (c.tabs8 > lx->indent[level]) {
        if (level + 1 == MAX_INDENTS) {
            return bad_line(lx, PARSE_INDENTATION_ERROR, "too many levels of indentation");
        }
        if (c.tabs1 <= lx->alternative[level]) return bad_tabs(lx);
        lx->indents = ++level;
        lx->indent[level] = c.tabs8;
        lx->alternative[level] = c.tabs1;
        lx->indent_is_match[level] = lx->line_is_match;
        push_empty(lx, TOKEN_INDENT);
        return 0;
    }
    while (c.tabs8 < lx->indent[level]) level--;
    if (c.tabs8 != lx->indent[level]) return bad_dedent(lx);
    if (c.tabs1 != lx->alternative[level]) return bad_tabs(lx);
    for (; lx->indents > level; lx->indents--) push_empty(lx, TOKEN_DEDENT);
    return 0;
}

static int start_line(Lexer *lx) {
    Columns c = {0};
    int error = skip_to_line(lx, &c);
    if (error) return error;
    lexer_step_back(lx);
    error = indentation(lx, c);
    lx->line_is_match = false;
    lx->line_first = lx->count;
    return error;
}

static void end_line(Lexer *lx) {
    Token *first = &lx->tokens[lx->line_first], *last = &lx->tokens[lx->count - 1];
    if (last->kind == TOKEN_COLON && last - first >= 2 && is_name(lx, first, "match")) {
        first->kind = TOKEN_MATCH;
        lx->line_is_match = true;
    }
    push_newline(lx);
}

/* from __future__ import ... */
static bool starts_future(const Lexer *lx) {
    const Token *first = &lx->tokens[lx->line_first];
    return first->kind == TOKEN_FROM && is_name(lx, first + 1, "__future__");
}

static void push_name(Lexer *lx) {
    push_read(lx, TOKEN_NAME);
    int i = lx->count - 1;
    if (i == lx->line_first) {
        if (lx->indent_is_match[lx->indents] && is_name(lx, &lx->tokens[i], "case")) lx->tokens[i].kind = TOKEN_CASE;
    } else if (is_name(lx, &lx->tokens[i], "barry_as_FLUFL") && starts_future(lx)) {
        lx->flags |= PARSE_BARRY_AS_FLUFL;
    } else if (is_name(lx, &lx->tokens[i - 1], "type")) {
        int before = i - 1 == lx->line_first ? TOKEN_NEWLINE : lx->tokens[i - 2].kind;
        if (before == TOKEN_NEWLINE || before == TOKEN_SEMI || before == TOKEN_COLON) {
            lx->tokens[i - 1].kind = TOKEN_TYPE;
        }
    }
}

/* One interactive statement is complete without a newline, and a block of it without a line that ends it. */
static void end_single(Lexer *lx) {
    if (!lx->count) return;
    push_empty(lx, TOKEN_NEWLINE);
    if (!lx->indents || lx->flags & PARSE_DONT_IMPLY_DEDENT) return;
    for (; lx->indents; lx->indents--) push_empty(lx, TOKEN_DEDENT);
    push_empty(lx, TOKEN_NEWLINE);
}

static int next_kind(Lexer *lx) {
    StringMode *m = lexer_mode(lx);
    if (m && m->in_text) {
        int kind = lexer_string_text(lx);
        if (kind) return kind;
    }
    return lexer_scan(lx);
}

void lexer_run(Lexer *lx) {
    bool at_line_start = true;
    for (;;) {
        int kind = at_line_start ? start_line(lx) : 0;
        if (!kind) kind = next_kind(lx);
        at_line_start = false;
        switch (kind) {
        case TOKEN_NEWLINE:
            if (lx->brackets) break;
            end_line(lx);
            at_line_start = true;
            break;
        case TOKEN_NAME: push_name(lx); break;
        case TOKEN_END_OF_SOURCE:
            if (lx->brackets) {
                lexer_error_at_end(lx);
                push_empty(lx, TOKEN_ERROR);
                return;
            }
            if (lx->mode == PARSE_SINGLE) end_single(lx);
            push_empty(lx, kind);
            return;
        case TOKEN_ERROR: push_empty(lx, kind); return;
        default: push_read(lx, kind);
        }
    }
}
