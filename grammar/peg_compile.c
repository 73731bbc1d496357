/* From the text of a grammar to the instructions of the matcher. The text is our own, so it is taken to be right.
 *
 *      x | y       CHOICE 1; x; COMMIT 2; 1: CHOICE 3; y; COMMIT 2; 3: FAIL; 2:
 *      x*          CHOICE 2; 1: x; PARTIAL 1; 2:
 *      x+          x; x*               s.x+        x; (s x)*
 *      x?          CHOICE 1; x; COMMIT 1; 1:
 *      &x          CHOICE 1; x; REWIND 2; 1: FAIL; 2:
 *      !x          CHOICE 1; x; DENY; 1:
 *      x ~ y       x; CUT; y; then JUMP in place of COMMIT
 */
#include <stdlib.h>
#include <string.h>

#include "grammar/peg.h"

typedef struct Compiler {
    Parser *p;
    const char *s; /* what comes next in the text */
    PegProgram g;
    int room, rule_room;
} Compiler;

static int emit(Compiler *c, PegOp op, int kind, int target, const char *text) {
    if (c->g.count == c->room) {
        c->room = c->room ? c->room * 2 : 4096;
        PegInsn *code = arena_alloc(c->p->arena, c->room * sizeof *code);
        if (c->g.count) memcpy(code, c->g.code, c->g.count * sizeof *code);
        c->g.code = code;
    }
    c->g.code[c->g.count] = (PegInsn){op, kind, target, text};
    return c->g.count++;
}

static void here(Compiler *c, int insn) {
    c->g.code[insn].target = c->g.count;
}

/* --- the text --- */

static bool is_letter(char c) {
    return (unsigned)((c | 32) - 'a') < 26 || c == '_';
}

/* Spaces, and the line breaks inside of a rule: a line that goes on with it is indented. */
static void skip(Compiler *c) {
    while (*c->s == ' ' || (*c->s == '\n' && c->s[1] == ' ')) c->s++;
}

static bool accept(Compiler *c, char wanted) {
    skip(c);
    if (*c->s != wanted) return false;
    c->s++;
    return true;
}

static const char *copy_word(Compiler *c, const char *s, int n) {
    return arena_copy(c->p->arena, s, n);
}

/* A quoted token: its text. */
static const char *quoted(Compiler *c) {
    char quote = *c->s++;
    const char *start = c->s;
    while (*c->s != quote) c->s++;
    return copy_word(c, start, (int)(c->s++ - start));
}

/* --- tokens --- */

/* The kind of a token by its text: as the lexer reads it. A closing bracket it would not read alone. */
static int kind_of_text(Compiler *c, const char *text) {
    switch (*text) {
    case ')': return TOKEN_RPAR;
    case ']': return TOKEN_RSQB;
    case '}': return TOKEN_RBRACE;
    }
    Lexer *lx = &c->p->probe;
    lx->text = lx->cursor = lx->line_start = text;
    lx->end = text + strlen(text);
    lx->brackets = 0;
    return lexer_scan(lx);
}

static int kind_of_name(const char *name, int n) {
    static const struct {
        const char *name;
        int kind;
    } kinds[] = {
#define TOKEN(name) {#name, TOKEN_##name},
#include "tokens.def"
#undef TOKEN
        {"ENDMARKER", TOKEN_END_OF_SOURCE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if ((int)strlen(kinds[i].name) == n && !memcmp(kinds[i].name, name, n)) return kinds[i].kind;
    }
    abort();
}

/* --- expressions --- */

static void alternatives(Compiler *c);

static int rule_number(Compiler *c, const char *name, int n) {
    for (int i = 0; i < c->g.rule_count; i++) {
        if (c->g.rules[i].name_n == n && !memcmp(c->g.rules[i].name, name, n)) return i;
    }
    if (c->g.rule_count == c->rule_room) {
        c->rule_room = c->rule_room ? c->rule_room * 2 : 256;
        PegRule *rules = arena_alloc(c->p->arena, c->rule_room * sizeof *rules);
        if (c->g.rule_count) memcpy(rules, c->g.rules, c->g.rule_count * sizeof *rules);
        c->g.rules = rules;
    }
    c->g.rules[c->g.rule_count] = (PegRule){.name = name,
                                            .name_n = n,
                                            .is_bad = n > 4 && !memcmp(name, "bad_", 4),
                                            .is_plain = n > 6 && !memcmp(name + n - 6, "_plain", 6)};
    return c->g.rule_count++;
}

static void primary(Compiler *c) {
    skip(c);
    if (accept(c, '(')) {
        alternatives(c);
        accept(c, ')');
    } else if (*c->s == '\'') {
        const char *text = quoted(c);
        emit(c, PEG_TOKEN, kind_of_text(c, text), 0, NULL);
    } else if (*c->s == '"') {
        emit(c, PEG_SOFT, 0, 0, quoted(c));
    } else {
        const char *start = c->s;
        while (is_letter(*c->s)) c->s++;
        int n = (int)(c->s - start);
        if (start[0] & 32) {
            emit(c, PEG_CALL, 0, rule_number(c, start, n), NULL);
        } else {
            emit(c, PEG_TOKEN, kind_of_name(start, n), 0, NULL);
        }
    }
}

/* x* of what stands at `x` in the text, before it in a gather `separator`. */
static void loop(Compiler *c, const char *separator, const char *x, void (*item)(Compiler *)) {
    int choice = emit(c, PEG_CHOICE, 0, 0, NULL), start = c->g.count;
    const char *behind = c->s;
    if (separator) {
        c->s = separator;
        primary(c);
    }
    c->s = x;
    item(c);
    c->s = behind;
    emit(c, PEG_PARTIAL, 0, start, NULL);
    here(c, choice);
}

/* A primary that may be captured, as in s.a=x+ */
static void captured(Compiler *c) {
    skip(c);
    int slot = is_letter(*c->s) && c->s[1] == '=' ? *c->s - 'a' : -1;
    if (slot >= 0) {
        c->s += 2;
        emit(c, PEG_BEGIN, slot, 0, NULL);
    }
    primary(c);
    if (slot >= 0) emit(c, PEG_END, slot, 0, NULL);
}

static void suffixed(Compiler *c) {
    skip(c);
    const char *start = c->s;
    int code = c->g.count;
    primary(c);
    switch (*c->s) {
    case '?':
    case '*':
        c->g.count = code; /* again, as the body of a choice */
        if (*c->s++ == '*') {
            loop(c, NULL, start, primary);
            return;
        }
        int choice = emit(c, PEG_CHOICE, 0, 0, NULL);
        const char *behind = c->s;
        c->s = start;
        primary(c);
        c->s = behind;
        emit(c, PEG_COMMIT, 0, c->g.count + 1, NULL);
        here(c, choice);
        return;
    case '+':
        c->s++;
        loop(c, NULL, start, primary);
        return;
    case '.': {
        c->g.count = code;
        const char *x = ++c->s;
        captured(c);
        accept(c, '+');
        loop(c, start, x, captured);
        return;
    }
    }
}

static void lookahead(Compiler *c, bool wanted) {
    int choice = emit(c, PEG_CHOICE, 0, 0, NULL);
    primary(c);
    if (wanted) {
        emit(c, PEG_REWIND, 0, c->g.count + 2, NULL);
        here(c, choice);
        emit(c, PEG_FAIL, 0, 0, NULL);
    } else {
        emit(c, PEG_DENY, 0, 0, NULL);
        here(c, choice);
    }
}

/* { text }, with a space on either side: the last brace of the line is the end. */
static void action(Compiler *c) {
    const char *end = strchr(c->s, '\n');
    while (*end != '}') end--;
    const char *start = c->s + 2;
    emit(c, PEG_ACTION, 0, 0, copy_word(c, start, (int)(end - 1 - start)));
    c->s = end + 1;
}

/* One alternative; returns whether it has a cut. */
static bool sequence(Compiler *c) {
    bool cut = false;
    for (;;) {
        skip(c);
        switch (*c->s) {
        case '|':
        case ')':
        case '\n':
        case 0: return cut;
        case '~':
            c->s++;
            emit(c, PEG_CUT, 0, 0, NULL);
            cut = true;
            break;
        case '&':
            c->s++;
            if (*c->s == '&') {
                c->s++;
                const char *text = quoted(c);
                emit(c, PEG_FORCE, kind_of_text(c, text), 0, text);
            } else {
                lookahead(c, true);
            }
            break;
        case '!':
            c->s++;
            lookahead(c, false);
            break;
        case '{': action(c); break;
        default:
            if (is_letter(*c->s) && c->s[1] == '=') {
                int slot = *c->s - 'a';
                c->s += 2;
                emit(c, PEG_BEGIN, slot, 0, NULL);
                suffixed(c);
                emit(c, PEG_END, slot, 0, NULL);
            } else {
                suffixed(c);
            }
        }
    }
}

static void alternatives(Compiler *c) {
    int ends[32], n = 0;
    accept(c, '|');
    do {
        int choice = emit(c, PEG_CHOICE, 0, 0, NULL);
        bool cut = sequence(c);
        ends[n++] = emit(c, cut ? PEG_JUMP : PEG_COMMIT, 0, 0, NULL);
        here(c, choice);
    } while (accept(c, '|'));
    emit(c, PEG_FAIL, 0, 0, NULL);
    while (n) here(c, ends[--n]);
}

PegProgram peg_compile(Parser *p, const char *text) {
    Compiler c = {.p = p, .s = text};
    for (;;) {
        while (*c.s == '\n') c.s++;
        if (!*c.s) return c.g;
        const char *name = c.s;
        while (is_letter(*c.s)) c.s++;
        int rule = rule_number(&c, name, (int)(c.s - name));
        c.g.rules[rule].is_remembered = accept(&c, '*');
        c.g.rules[rule].start = c.g.count;
        accept(&c, ':');
        alternatives(&c);
        emit(&c, PEG_RETURN, 0, 0, NULL);
    }
}

int peg_rule(const PegProgram *g, const char *name) {
    for (int i = 0; i < g->rule_count; i++) {
        if ((int)strlen(name) == g->rules[i].name_n && !memcmp(g->rules[i].name, name, strlen(name))) return i;
    }
    abort();
}
