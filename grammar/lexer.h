/* From text to tokens. The lexer makes all tokens of a source at once, in an array: the parser reads them once, from
 * the front, and when it fails the search for a good error message (errors.c) walks them as often as it likes.
 *
 *      lexer.re        one token: names, numbers, operators, the ends of strings
 *      lexer_string.c  strings, and the mode inside of f-strings, where text and expressions alternate
 *      lexer_error.c   what is wrong with text that is no token
 *      layout.c        lines, indentation, brackets, soft keywords; drives the others
 *
 * The array ends with TOKEN_END_OF_SOURCE, or with TOKEN_ERROR where no token could be made: the lexer stops there, and
 * `error` says why. A program can have a syntax error before that, so it is the parser that reports it. */
#ifndef OURO_GRAMMAR_LEXER_H
#define OURO_GRAMMAR_LEXER_H

#include "grammar/parse.h"
#include "py.h"

enum {
    TOKEN_END_OF_SOURCE = 0, /* what Lemon takes for the end */
    TOKEN_ERROR = 255,
};

typedef struct Token {
    uint8_t kind;        /* TOKEN_NAME ... from py.y */
    uint8_t level;       /* open brackets, when the token has been read */
    bool raw;            /* text of a raw f-string */
    uint32_t start, end; /* in the text */
    Place at;
} Token;

enum { MAX_INDENTS = 100, MAX_BRACKETS = 200, MAX_STRINGS = 149, MAX_EXPRESSIONS = 3 };

typedef struct Bracket {
    const char *at, *line_start;
    int line;
} Bracket;

/* An f-string or t-string that is being read. */
typedef struct StringMode {
    const char *start, *line_start; /* its opening, prefix included */
    int line;
    char prefix; /* f or t */
    char quote;
    int quotes; /* 1 or 3 */
    bool raw;
    bool in_text;    /* in the string's text, else in an expression */
    bool in_spec;    /* the text is a format spec */
    int brackets;    /* open brackets in it, the braces of expressions included */
    int expressions; /* nesting of expressions: 1 in {x}, 2 in {x:{y}}; == brackets: right in the braces */
} StringMode;

typedef struct Lexer {
    Arena *arena;
    const char *text, *end; /* there is a NUL at end */
    const char *cursor;     /* behind what has been read */
    const char *token;      /* where the token that is being read starts ... */
    const char *token_end;  /* behind its text, when that is not the cursor; else NULL */
    const char *token_line_start;
    int token_line; /* ... which may be some lines up */
    const char *line_start;
    int line;
    ParseMode mode;
    unsigned flags;

    Token *tokens; /* from malloc */
    int count, room;

    int indents; /* open ones; columns counted with tabs of 8 and of 1, which must agree */
    int indent[MAX_INDENTS + 1], alternative[MAX_INDENTS + 1];
    bool indent_is_match[MAX_INDENTS + 1]; /* a block of cases */
    bool line_is_match;                    /* so is the block that comes next */
    int line_first;                        /* the first token of this logical line */
    int brackets;
    Bracket bracket[MAX_BRACKETS];
    int strings;
    StringMode string[MAX_STRINGS];

    bool ended; /* the source has been read to its end */
    ParseError error;
    bool error_waits; /* it counts only when the parser gets there, not as the reason of an error before it */
    ParseWarning *warning_list, **warnings; /* and the end of the list */
} Lexer;

void lexer_init(Lexer *lx, ParseResult *r, ParseMode mode, unsigned flags);
void lexer_run(Lexer *lx); /* makes the tokens; longjmps by the arena when there is no memory */
void lexer_free(Lexer *lx);

/* All of it, from the bytes of a source: the tokens and r->error. To be freed by lexer_free and parse_free. */
ParseStatus parse_tokens(const char *source, size_t n, unsigned flags, ParseResult *r, Lexer *lx);

/* Reads one token: its kind, its place is from lx->token to lx->cursor. TOKEN_NEWLINE at the end of any line. */
int lexer_scan(Lexer *lx);

int lexer_string(Lexer *lx);      /* the cursor is at the opening quote */
int lexer_string_open(Lexer *lx); /* the cursor is at the opening quote of an f-string */
int lexer_string_text(Lexer *lx); /* in an f-string's text; 0: an expression starts here, or a brace is too many */

static inline StringMode *lexer_mode(Lexer *lx) {
    return lx->strings ? &lx->string[lx->strings - 1] : NULL;
}

/* All of these return TOKEN_ERROR. The place of an error is the character before the cursor, or a range. */
int lexer_error(Lexer *lx, const char *format, ...) __attribute__((format(printf, 2, 3)));
int lexer_error_range(Lexer *lx, const char *from, const char *to, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void lexer_unclosed(Lexer *lx);    /* sets the error to the innermost bracket that is open */
void lexer_step_back(Lexer *lx);   /* the end of the source belongs to its last line: a newline may stand before it */
int lexer_error_at_end(Lexer *lx); /* inside brackets or after a backslash */
int lexer_error_indent(Lexer *lx, ParseStatus status, const char *message);
int lexer_error_character(Lexer *lx); /* no token starts with this one */
int lexer_error_name(Lexer *lx);      /* of the name from lx->token to the cursor; 0 when it is one */
int lexer_error_prefix(Lexer *lx);    /* of the string prefix from lx->token to the cursor; 0 when it is one */
int lexer_number(Lexer *lx);          /* a number that is followed by something odd */

void lexer_warn(Lexer *lx, const char *from, const char *to, const char *message, const char *error_message);

/* Columns in characters, from 0. */
int text_column(const char *line_start, const char *p);

#endif
