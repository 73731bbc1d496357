/* Strings. A plain string is one token. An f-string is a row of them, and what is read next depends on the mode:
 *
 *      f"text{expression!r:spec{nested}}"
 *        ----            text: everything up to a single brace, or the closing quotes
 *             ---------- expression: ordinary tokens, up to the matching brace
 *                          ----          text again: a format spec, after a colon right in the braces
 *
 * A StringMode remembers this for each f-string that is open; f-strings nest through their expressions. */
#include "grammar/lexer.h"

#include <string.h>

static int count_quotes(const char *p) {
    return p[1] == p[0] && p[2] == p[0] ? 3 : 1;
}

/* The line in which a string stopped that was not closed: the one that was read last. */
static int last_line(Lexer *lx, const char *p) {
    return lx->line - (p == lx->end && lx->line_start == p && lx->line > 1);
}

/* Goes back to where the string starts, to report an error there. */
static void go_back(Lexer *lx, const char *start, const char *line_start, int line) {
    lx->cursor = start + 1;
    lx->line_start = line_start;
    lx->line = line;
}

static int unterminated(Lexer *lx, const char *p, char quote, int quotes, bool escaped_quote) {
    int detected = last_line(lx, p);
    bool at_end = p == lx->end;
    StringMode *m = lexer_mode(lx);
    go_back(lx, lx->token, lx->token_line_start, lx->token_line);
    if (m && m->quote == quote && m->quotes == quotes) {
        return lexer_error(lx, "%c-string: expecting '}'", m->prefix);
    }
    lx->ended = at_end;
    if (quotes == 3) {
        return lexer_error(lx, "unterminated triple-quoted string literal (detected at line %d)", detected);
    }
    return lexer_error(lx, "unterminated string literal (detected at line %d)%s", detected,
                       escaped_quote ? "; perhaps you escaped the end quote?" : "");
}

int lexer_string(Lexer *lx) {
    const char *p = lx->cursor;
    char quote = *p;
    int quotes = count_quotes(p);
    bool escaped_quote = false;
    for (p += quotes;; p++) {
        if (*p == quote && (quotes == 1 || (p[1] == quote && p[2] == quote))) break;
        if (*p == '\\' && p + 1 < lx->end) {
            p++;
            if (*p == quote) escaped_quote = true;
        } else if (p == lx->end || (*p == '\n' && quotes == 1)) {
            return unterminated(lx, p, quote, quotes, escaped_quote);
        }
        if (*p == '\n') {
            lx->line++;
            lx->line_start = p + 1;
        }
    }
    lx->cursor = p + quotes;
    return TOKEN_STRING;
}

int lexer_string_open(Lexer *lx) {
    if (lx->strings == MAX_STRINGS) {
        lx->cursor++;
        return lexer_error(lx, "too many nested f-strings or t-strings");
    }
    StringMode *m = &lx->string[lx->strings++];
    *m = (StringMode){.start = lx->token,
                      .line_start = lx->line_start,
                      .line = lx->line,
                      .prefix = 'f',
                      .quote = *lx->cursor,
                      .quotes = count_quotes(lx->cursor),
                      .in_text = true};
    for (const char *s = lx->token; s < lx->cursor; s++) {
        m->raw |= (*s | 32) == 'r';
        if ((*s | 32) == 't') m->prefix = 't';
    }
    lx->cursor += m->quotes;
    return m->prefix == 't' ? TOKEN_TSTRING_START : TOKEN_FSTRING_START;
}

static int unterminated_text(Lexer *lx, StringMode *m, const char *p) {
    if (m->in_spec && *p == '\n') {
        lx->cursor = p + 1;
        return lexer_error(lx, "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings",
                           m->prefix, m->prefix);
    }
    int detected = last_line(lx, p);
    go_back(lx, m->start, m->line_start, m->line);
    lx->ended = p == lx->end && m->quotes == 3;
    return lexer_error(lx, "unterminated %s%c-string literal (detected at line %d)",
                       m->quotes == 3 ? "triple-quoted " : "", m->prefix, detected);
}

static bool closes(const StringMode *m, const char *p) {
    return *p == m->quote && (m->quotes == 1 || (p[1] == m->quote && p[2] == m->quote));
}

static bool opens_expression(const StringMode *m, const char *p) {
    return *p == '{' && (p[1] != '{' || m->in_spec);
}

/* The text has ended at p, before a brace: ordinary tokens come next. */
static int leave_text(Lexer *lx, StringMode *m, const char *p) {
    if (*p == '{' && m->expressions++ == MAX_EXPRESSIONS) {
        lx->cursor = p;
        return lexer_error(lx, "%c-string: expressions nested too deeply", m->prefix);
    }
    m->in_text = false;
    lx->cursor = p;
    return TOKEN_FSTRING_MIDDLE;
}

/* A backslash before a brace stands for itself, and draws the warning that it would draw in a plain string. */
static int warn_escaped_brace(Lexer *lx, const char *p) {
    const char *format = "\"\\%c\" is an invalid escape sequence. Such sequences will not work in the future. "
                         "Did you mean \"\\\\%c\"? A raw string is also an option.";
    const char *error = "\"\\%c\" is an invalid escape sequence. Did you mean \"\\\\%c\"? "
                        "A raw string is also an option.";
    lexer_warn(lx, p, p + 2, arena_printf(lx->arena, format, p[1], p[1]), arena_printf(lx->arena, error, p[1], p[1]));
    return 0;
}

int lexer_string_text(Lexer *lx) {
    StringMode *m = lexer_mode(lx);
    const char *p = lx->cursor;
    lx->token = p;
    lx->token_line = lx->line;
    lx->token_line_start = lx->line_start;
    if (opens_expression(m, p)) {
        int kind = leave_text(lx, m, p);
        return kind == TOKEN_ERROR ? kind : 0;
    }
    if (closes(m, p)) {
        lx->cursor = p + m->quotes;
        lx->strings--;
        return TOKEN_FSTRING_END;
    }
    bool in_name = false; /* in the braces of \N{...} */
    for (;; p++) {
        if (p == lx->end || (*p == '\n' && m->quotes == 1)) return unterminated_text(lx, m, p);
        if (closes(m, p)) {
            lx->cursor = p;
            return TOKEN_FSTRING_MIDDLE;
        }
        if (*p == '\n') {
            lx->line++;
            lx->line_start = p + 1;
        } else if (*p == '\\' && p + 1 < lx->end) {
            if (p[1] == '{' || p[1] == '}') {
                if (!m->raw) warn_escaped_brace(lx, p);
                continue;
            }
            p++;
            if (*p == '\n') {
                lx->line++;
                lx->line_start = p + 1;
            } else if (*p == 'N' && !m->raw && p[1] == '{') {
                in_name = true;
                p++;
            }
        } else if (opens_expression(m, p)) {
            return leave_text(lx, m, p);
        } else if (*p == '{' || (*p == '}' && !in_name && p[1] == '}' && !m->in_spec && !m->brackets)) {
            lx->token_end = p + 1; /* a doubled brace: the first one ends this piece, the second one is dropped */
            lx->cursor = p + 2;
            return TOKEN_FSTRING_MIDDLE;
        } else if (*p == '}') {
            if (!in_name) return leave_text(lx, m, p);
            lx->cursor = p + 1;
            return TOKEN_FSTRING_MIDDLE;
        }
    }
}
