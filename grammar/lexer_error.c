/* What is wrong with text that is no token: numbers with something odd in or behind them, characters that belong
 * nowhere, prefixes of strings that do not go together. The fast paths never come here. */
#include "grammar/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "grammar/unicode.h"

int text_column(const char *line_start, const char *p) {
    int n = 0;
    for (const char *s = line_start; s < p; s++) n += (*s & 0xc0) != 0x80;
    return n;
}

/* The columns count from 1, both included, as the lexer's errors have them. */
static int error_at(Lexer *lx, int column, int end_column, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *message = arena_alloc(lx->arena, n + 1);
    vsnprintf(message, n + 1, format, args);
    lx->error = (ParseError){.status = PARSE_SYNTAX_ERROR,
                             .message = message,
                             .lineno = lx->line,
                             .offset = column,
                             .end_lineno = lx->line,
                             .end_offset = end_column,
                             .text = lx->line_start,
                             .text_n = strcspn(lx->line_start, "\n")};
    return TOKEN_ERROR;
}

int lexer_error(Lexer *lx, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int column = text_column(lx->line_start, lx->cursor);
    error_at(lx, column, column, format, args);
    va_end(args);
    return TOKEN_ERROR;
}

int lexer_error_range(Lexer *lx, const char *from, const char *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error_at(lx, text_column(lx->line_start, from) + 1, text_column(lx->line_start, to), format, args);
    va_end(args);
    return TOKEN_ERROR;
}

/* Text of an error that the parser reports has the newline of its line. */
static void with_newline(ParseError *e) {
    e->text_n += e->text[e->text_n] == '\n';
}

void lexer_warn(Lexer *lx, const char *from, const char *to, const char *message, const char *error_message) {
    ParseWarning *w = arena_alloc(lx->arena, sizeof *w);
    *w = (ParseWarning){.message = message,
                        .error_message = error_message,
                        .lineno = lx->line,
                        .offset = text_column(lx->line_start, from) + 1,
                        .end_lineno = lx->line,
                        .end_offset = text_column(lx->line_start, to) + 1};
    *lx->warnings = w;
    lx->warnings = &w->next;
}

/* --- numbers --- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
static bool is_letter(char c) {
    return (unsigned)((c | 32) - 'a') < 26 || c == '_';
}
static bool is_digit_of(char c, int base) {
    return base == 16 ? is_digit(c) || (unsigned)((c | 32) - 'a') < 6 : c >= '0' && c < '0' + base;
}

static bool is_name_part(char c) {
    return is_letter(c) || is_digit(c) || c & 0x80;
}

/* A keyword that may follow a number in a correct program: `1if x else y` still works, with a warning. */
static bool keyword_follows(const char *p) {
    static const char *const keywords[] = {"and", "else", "for", "or", "not"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        size_t n = strlen(keywords[i]);
        if (!strncmp(p, keywords[i], n)) return !is_name_part(p[n]);
    }
    return p[0] == 'i' && (p[1] == 'f' || p[1] == 'n' || p[1] == 's');
}

/* The number ends at p, if what follows does not forbid it. */
static int number_end(Lexer *lx, const char *p, const char *kind) {
    lx->cursor = p;
    if (keyword_follows(p)) {
        const char *message = arena_printf(lx->arena, "invalid %s literal", kind);
        lexer_warn(lx, p - 1, p - 1, message, message);
        return TOKEN_NUMBER;
    }
    if (is_letter(*p) || is_digit(*p)) return lexer_error(lx, "invalid %s literal", kind);
    return TOKEN_NUMBER;
}

/* Digits with single underscores between them, from p; NULL when they end in an underscore, and the cursor is behind
 * it. */
static const char *digits_end(Lexer *lx, const char *p, int base) {
    for (;;) {
        while (is_digit_of(*p, base)) p++;
        if (*p != '_') return p;
        p++;
        if (!is_digit_of(*p, base)) {
            lx->cursor = p;
            return NULL;
        }
    }
}

static int prefixed_number(Lexer *lx, const char *p, int base, const char *kind) {
    p += 2;
    do {
        if (*p == '_') p++;
        if (!is_digit_of(*p, base)) break;
        while (is_digit_of(*p, base)) p++;
    } while (*p == '_');
    if (base != 16 && is_digit(*p)) {
        lx->cursor = p + 1;
        return lexer_error(lx, "invalid digit '%c' in %s literal", *p, kind);
    }
    if (!is_digit_of(p[-1], base)) {
        lx->cursor = p;
        return lexer_error(lx, "invalid %s literal", kind);
    }
    return number_end(lx, p, kind);
}

static int decimal_number(Lexer *lx, const char *start) {
    const char *p = start, *zeros_end = NULL;
    if (*p == '0') {
        while (*p == '0' || (*p == '_' && p[1] == '0')) p++;
        if (*p == '_' && is_digit(p[1])) p++;
        if (is_digit(*p)) zeros_end = p + 1;
    }
    p = digits_end(lx, p, 10);
    if (!p) return lexer_error(lx, "invalid decimal literal");
    bool is_integer = true;
    if (*p == '.') {
        is_integer = false;
        p++;
        if (is_digit(*p)) p = digits_end(lx, p, 10);
        if (!p) return lexer_error(lx, "invalid decimal literal");
    }
    if ((*p | 32) == 'e') {
        const char *e = p++;
        if (*p == '+' || *p == '-') {
            p++;
            lx->cursor = p;
            if (!is_digit(*p)) return lexer_error(lx, "invalid decimal literal");
        } else if (!is_digit(*p)) {
            return number_end(lx, e, "decimal");
        }
        is_integer = false;
        p = digits_end(lx, p, 10);
        if (!p) return lexer_error(lx, "invalid decimal literal");
    }
    if ((*p | 32) == 'j') return number_end(lx, p + 1, "imaginary");
    if (is_integer && zeros_end) {
        lx->cursor = p;
        return lexer_error_range(lx, start, zeros_end,
                                 "leading zeros in decimal integer literals are not permitted; "
                                 "use an 0o prefix for octal integers");
    }
    return number_end(lx, p, "decimal");
}

int lexer_number(Lexer *lx) {
    const char *p = lx->token;
    if (p[0] == '0') {
        switch (p[1] | 32) {
        case 'x': return prefixed_number(lx, p, 16, "hexadecimal");
        case 'o': return prefixed_number(lx, p, 8, "octal");
        case 'b': return prefixed_number(lx, p, 2, "binary");
        }
    }
    return decimal_number(lx, p);
}

/* --- characters --- */

static int bad_character(Lexer *lx, int32_t c, const char *s, int n) {
    if (unicode_is_printable(c)) return lexer_error(lx, "invalid character '%.*s' (U+%04X)", n, s, c);
    return lexer_error(lx, "invalid non-printable character U+%04X", c);
}

/* A backslash before something else than the end of the line. Where lines have been joined before, the place is counted
 * from the first of them, up to the end of this one. */
static int bad_continuation(Lexer *lx) {
    const char *start = lx->line_start;
    while (start - lx->text >= 2 && start[-2] == '\\') {
        do start--;
        while (start > lx->text && start[-1] != '\n');
    }
    lx->error_waits = true;
    lexer_error(lx, "unexpected character after line continuation character");
    ParseError *e = &lx->error;
    with_newline(e);
    int behind = text_column(e->text, e->text + e->text_n) + 1;
    e->offset = text_column(start, lx->cursor) + (lx->cursor < lx->end);
    if (e->offset > behind) e->offset = behind;
    e->end_offset = 0;
    return TOKEN_ERROR;
}

int lexer_error_character(Lexer *lx) {
    char c = lx->cursor[-1];
    if (c == '\\') {
        return bad_continuation(lx);
    }
    /* $ ? and ` are tokens that no rule knows: only the parser complains, so text before them is looked at first. */
    return c == '$' || c == '?' || c == '`' ? TOKEN_UNKNOWN : bad_character(lx, c, lx->cursor - 1, 1);
}

int lexer_error_name(Lexer *lx) {
    const char *s = lx->token;
    for (bool first = true; s < lx->cursor; first = false) {
        int32_t c;
        int n = unicode_decode(s, lx->cursor - s, &c);
        s += n;
        if (first ? unicode_is_name_start(c) : unicode_is_name_part(c)) continue;
        lx->cursor = s;
        return bad_character(lx, c, s - n, n);
    }
    return 0;
}

int lexer_error_prefix(Lexer *lx) {
    static const char incompatible[][2] = {{'u', 'b'}, {'u', 'r'}, {'u', 'f'}, {'u', 't'},
                                           {'b', 'f'}, {'b', 't'}, {'f', 't'}};
    bool seen[128] = {false};
    for (const char *s = lx->token; s < lx->cursor; s++) {
        int c = *s | 32;
        if (seen[c]) return 0;
        seen[c] = true;
    }
    for (size_t i = 0; i < sizeof incompatible / sizeof *incompatible; i++) {
        char a = incompatible[i][0], b = incompatible[i][1];
        if (seen[(int)a] && seen[(int)b]) {
            return lexer_error_range(lx, lx->token, lx->cursor + 1, "'%c' and '%c' prefixes are incompatible", a, b);
        }
    }
    return 0;
}

/* --- the end of the source --- */

void lexer_unclosed(Lexer *lx) {
    const char *cursor = lx->cursor, *line_start = lx->line_start;
    int line = lx->line;
    const Bracket *b = &lx->bracket[lx->brackets - 1];
    lx->line = b->line;
    lx->line_start = b->line_start;
    lx->cursor = b->at + 1;
    lexer_error(lx, "'%c' was never closed", *b->at);
    lx->error.end_offset = 0;
    if (b->line == line) with_newline(&lx->error);
    lx->line = line;
    lx->line_start = line_start;
    lx->cursor = cursor;
}

void lexer_step_back(Lexer *lx) {
    if (lx->cursor < lx->end || lx->line_start < lx->end || lx->line < 2) return;
    lx->line--;
    do lx->line_start--;
    while (lx->line_start > lx->text && lx->line_start[-1] != '\n');
}

int lexer_error_at_end(Lexer *lx) {
    lexer_step_back(lx);
    lx->ended = true;
    lx->error_waits = true;
    if (lx->brackets) {
        lexer_unclosed(lx);
        return TOKEN_ERROR;
    }
    lexer_error(lx, "unexpected EOF while parsing");
    lx->error.end_offset = -1;
    with_newline(&lx->error);
    return TOKEN_ERROR;
}

int lexer_error_indent(Lexer *lx, ParseStatus status, const char *message) {
    lx->error_waits = true;
    lexer_error(lx, "%s", message);
    with_newline(&lx->error);
    lx->error.status = status;
    return TOKEN_ERROR;
}
