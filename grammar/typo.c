/* Misspelt keywords: `whille True:` is invalid syntax, and is valid once a keyword that looks like the name stands in
 * its place. Each of the first names is tried with the keywords nearest to it, by two measures: the edit distance that
 * also serves for names, and the ratio of matching blocks. */
#include "grammar/typo.h"

#include <stdlib.h>
#include <string.h>

#include "grammar/lexer.h"

enum { SOURCE_MAX = 1024, NAMES_MAX = 10, MATCHES_MAX = 3, NAME_MAX = 64 };
enum { MOVE_COST = 2, CASE_COST = 1 };

static const char *const keywords[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                       "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                       "else",   "except", "finally", "for",      "from",     "global", "if",
                                       "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                       "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};
enum { KEYWORDS = sizeof keywords / sizeof *keywords };

/* --- edit distance --- */

static int substitution(char a, char b) {
    if (a == b) return 0;
    bool letters = (unsigned)((a | 32) - 'a') < 26;
    return letters && (a | 32) == (b | 32) ? CASE_COST : MOVE_COST;
}

static int distance(const char *a, int a_n, const char *b, int b_n) {
    int row[NAME_MAX + 1];
    for (int j = 0; j <= b_n; j++) row[j] = j * MOVE_COST;
    for (int i = 1; i <= a_n; i++) {
        int diagonal = row[0];
        row[0] = i * MOVE_COST;
        for (int j = 1; j <= b_n; j++) {
            int change = diagonal + substitution(a[i - 1], b[j - 1]);
            int move = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + MOVE_COST;
            diagonal = row[j];
            row[j] = change < move ? change : move;
        }
    }
    return row[b_n];
}

static const char *nearest(const char *name, int n) {
    const char *best = NULL;
    int best_distance = 0;
    for (int i = 0; i < KEYWORDS; i++) {
        int keyword_n = (int)strlen(keywords[i]);
        int most = (n + keyword_n + 3) * MOVE_COST / 6, d = distance(name, n, keywords[i], keyword_n);
        if (d > most || (best && d >= best_distance)) continue;
        best = keywords[i];
        best_distance = d;
    }
    return best;
}

/* --- matching blocks --- */

/* Characters in the longest common block, and in those left and right of it. */
static int matching(const char *a, int a_n, const char *b, int b_n) {
    int size = 0, at_a = 0, at_b = 0;
    for (int i = 0; i < a_n; i++) {
        for (int j = 0; j < b_n; j++) {
            int k = 0;
            while (i + k < a_n && j + k < b_n && a[i + k] == b[j + k]) k++;
            if (k > size) size = k, at_a = i, at_b = j;
        }
    }
    if (!size) return 0;
    return size + matching(a, at_a, b, at_b) +
           matching(a + at_a + size, a_n - at_a - size, b + at_b + size, b_n - at_b - size);
}

typedef struct Candidate {
    double ratio;
    const char *keyword;
} Candidate;

static int compare_candidates(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->ratio != y->ratio) return x->ratio < y->ratio ? 1 : -1;
    return strcmp(y->keyword, x->keyword);
}

/* The keywords to try for a name, best first. */
static int candidates(const char *name, int n, const char *out[MATCHES_MAX]) {
    Candidate close[KEYWORDS];
    int count = 0, found = 0;
    for (int i = 0; i < KEYWORDS; i++) {
        int keyword_n = (int)strlen(keywords[i]);
        double ratio = 2.0 * matching(keywords[i], keyword_n, name, n) / (n + keyword_n);
        if (ratio >= 0.5) close[count++] = (Candidate){ratio, keywords[i]};
    }
    qsort(close, count, sizeof *close, compare_candidates);
    const char *first = nearest(name, n);
    if (first) out[found++] = first;
    for (int i = 0; i < count && found < MATCHES_MAX; i++) out[found++] = close[i].keyword;
    return found;
}

/* --- the source --- */

/* The lines in which names are looked for, and who can tell whether they compile. */
typedef struct Excerpt {
    const char *text;
    size_t n;
    TypoCompiles compiles;
} Excerpt;

static ParseStatus parse_beginning(const char *source, size_t n) {
    ParseResult r;
    unsigned flags = PARSE_UTF8 | PARSE_ALLOW_INCOMPLETE | PARSE_DONT_IMPLY_DEDENT;
    ParseStatus status = parse_source(source, n, PARSE_EXEC, flags, &r);
    parse_free(&r);
    return status;
}

/* Whether the lines, without the newline at the end, are a program, or could become one when they go on. There is room
 * for the newline. What is wrong is compiled, too: that may draw warnings. */
static bool is_right(char *source, size_t n, TypoCompiles compiles) {
    if (parse_beginning(source, n) != PARSE_OK) {
        source[n] = '\n';
        ParseStatus status = parse_beginning(source, n + 1);
        if (status == PARSE_OK || status == PARSE_INCOMPLETE) return true;
    }
    return compiles(source, n);
}

/* Behind the first `lines` lines. */
static const char *skip_lines(const char *text, const char *stop, int lines) {
    for (; lines > 0 && text < stop; lines--) {
        const char *newline = memchr(text, '\n', stop - text);
        text = newline ? newline + 1 : stop;
    }
    return text;
}

/* The lines of the source from `first` to `last`, without the margin that they have in common; from malloc, n is at
 * most SOURCE_MAX. NULL: too long, or no memory. */
static char *excerpt(const char *source, size_t n, int first, int last, size_t *out_n) {
    const char *start = skip_lines(source, source + n, first - 1);
    const char *end = skip_lines(start, source + n, last - first + 1);
    char *text = parse_dedent(start, end - start, out_n);
    if (text && *out_n <= SOURCE_MAX + 1) return text;
    free(text);
    return NULL;
}

static bool fits_with(const Excerpt *e, const Token *t, const char *keyword) {
    char text[SOURCE_MAX + NAME_MAX];
    size_t keyword_n = strlen(keyword), n = e->n - (e->n && e->text[e->n - 1] == '\n');
    memcpy(text, e->text, t->start);
    memcpy(text + t->start, keyword, keyword_n);
    memcpy(text + t->start + keyword_n, e->text + t->end, n - t->end);
    return is_right(text, n - (t->end - t->start) + keyword_n, e->compiles);
}

static const char *meant(const Excerpt *e, const Token *t) {
    const char *name = e->text + t->start, *found[MATCHES_MAX];
    int name_n = (int)(t->end - t->start);
    if (name_n > NAME_MAX) return NULL;
    int count = candidates(name, name_n, found);
    for (int i = 0; i < count; i++) {
        if (fits_with(e, t, found[i])) return found[i];
    }
    return NULL;
}

static bool is_name(const Token *t) {
    return t->kind == TOKEN_NAME || t->kind == TOKEN_MATCH || t->kind == TOKEN_CASE || t->kind == TOKEN_TYPE;
}

static bool search(const Lexer *lx, int lineno, bool is_file, TypoCompiles compiles, KeywordTypo *out) {
    Excerpt e = {lx->text, lx->end - lx->text, compiles};
    int tried = 0;
    for (const Token *t = lx->tokens; t < lx->tokens + lx->count && tried < NAMES_MAX; t++) {
        if (!is_name(t) || (is_file && t->at.lineno != lineno)) continue;
        tried++;
        const char *keyword = meant(&e, t), *line = lx->text + t->start - t->at.col_offset;
        if (!keyword) continue;
        int column = text_column(line, lx->text + t->start);
        *out = (KeywordTypo){keyword, t->at.lineno, column + 1,
                             column + 1 + text_column(lx->text + t->start, lx->text + t->end),
                             strndup(line, strcspn(line, "\n"))};
        return out->line != NULL;
    }
    return false;
}

bool parse_find_typo(const char *source, size_t n, int first, int lineno, bool is_file, TypoCompiles compiles,
                     KeywordTypo *out) {
    size_t text_n;
    if (first < 1) first = 1;
    char *text = excerpt(source, n, first, lineno, &text_n);
    Lexer *lexer = malloc(sizeof *lexer);
    bool found = false;
    if (text && lexer) {
        ParseResult r;
        parse_tokens(text, text_n, PARSE_UTF8, &r, lexer);
        found = search(lexer, lineno - first + 1, is_file, compiles, out);
        lexer_free(lexer);
        parse_free(&r);
    }
    free(lexer);
    free(text);
    return found;
}
