/* The actions of the grammar of mistakes: what is said, and where.
 *
 * The matcher knows only tokens. When an action asks what kind of expression some of them are, the parser reads these
 * again and gives the node. */
#include <stdlib.h>
#include <string.h>

#include "grammar/errors.h"

static const PegCapture *capture(const PegMatch *m, char name) {
    return &m->captures[name - 'a'];
}

static void forget_warnings(PegMatch *m, ParseWarning **end) {
    m->p->warnings = end;
    *end = NULL;
}

static Node *read_part(PegMatch *m, PegCapture c, int mode) {
    if (c.to <= c.from) return NULL;
    ParseWarning **warnings = m->p->warnings;
    Node *n = py_run_part(m->p, mode, &m->tokens[c.from], &m->tokens[c.to]);
    forget_warnings(m, warnings);
    return n;
}

static Place place_of_tokens(const PegMatch *m, PegCapture c) {
    const Place *first = &m->tokens[c.from].at, *last = &m->tokens[c.to > c.from ? c.to - 1 : c.from].at;
    return (Place){first->lineno, first->col_offset, last->end_lineno, last->end_col_offset};
}

/* The place of an expression leaves out parentheses around it; other things are where their tokens are. */
static Place place_of(PegMatch *m, PegCapture c) {
    bool may_be_grouped = m->tokens[c.from].kind == TOKEN_LPAR && m->tokens[c.to - 1].kind == TOKEN_RPAR;
    Node *n = may_be_grouped ? read_part(m, c, TOKEN_MODE_EXPRESSION) : NULL;
    return n ? n->at : place_of_tokens(m, c);
}

static Place range(Place a, Place b) {
    return (Place){a.lineno, a.col_offset, b.end_lineno, b.end_col_offset};
}

static bool text_is(const PegMatch *m, int token, const char *text) {
    const Token *t = &m->tokens[token];
    return t->end - t->start == strlen(text) && !memcmp(m->p->lexer.text + t->start, text, strlen(text));
}

/* --- kinds of expressions --- */

static const char *kind_of_constant(AstConstType type) {
    switch (type) {
    case CONST_NONE: return "None";
    case CONST_TRUE: return "True";
    case CONST_FALSE: return "False";
    case CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

static const char *kind_of(const Node *n) {
    if (!n) return "expression";
    switch (n->kind) {
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_List: return "list";
    case AST_Tuple: return "tuple";
    case AST_Lambda: return "lambda";
    case AST_Call: return "function call";
    case AST_GeneratorExp: return "generator expression";
    case AST_Yield:
    case AST_YieldFrom: return "yield expression";
    case AST_Await: return "await expression";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_JoinedStr: return "f-string expression";
    case AST_TemplateStr: return "t-string expression";
    case AST_Constant: return kind_of_constant(n->Constant.value.type);
    case AST_Compare: return "comparison";
    case AST_IfExp: return "conditional expression";
    case AST_NamedExpr: return "named expression";
    default: return "expression";
    }
}

/* The first part of a target that cannot be one; NULL when all can. */
typedef enum TargetUse { TARGET_STORE, TARGET_DELETE, TARGET_LOOP } TargetUse;

static Node *bad_target(Node *n, TargetUse use) {
    switch (n->kind) {
    case AST_List:
    case AST_Tuple: {
        const NodeList *elements = n->kind == AST_List ? &n->List.elts : &n->Tuple.elts;
        for (int i = 0; i < elements->n; i++) {
            Node *bad = bad_target(elements->at[i], use);
            if (bad) return bad;
        }
        return NULL;
    }
    case AST_Starred: return use == TARGET_DELETE ? n : bad_target(n->Starred.value, use);
    case AST_Compare: /* the target of a loop has been read together with its `in` */
        if (use != TARGET_LOOP) return n;
        return n->Compare.ops.at[0] == AST_In ? bad_target(n->Compare.left, use) : NULL;
    case AST_Name:
    case AST_Subscript:
    case AST_Attribute: return NULL;
    default: return n;
    }
}

static void check_target(PegMatch *m, PegCapture c, TargetUse use) {
    Node *n = read_part(m, c, TOKEN_MODE_EXPRESSION), *bad = n ? bad_target(n, use) : NULL;
    const char *verb = use == TARGET_DELETE ? "delete" : "assign to";
    if (bad) errors_raise(m, bad->at, arena_printf(m->p->arena, "cannot %s %s", verb, kind_of(bad)));
}

/* --- messages --- */

/* Whether the innermost string that is open at the token is a t-string. */
static char string_prefix(const PegMatch *m, int token) {
    int closed = 0;
    for (int i = token; i >= 0; i--) {
        int kind = m->tokens[i].kind;
        closed += kind == TOKEN_FSTRING_END;
        if ((kind == TOKEN_FSTRING_START || kind == TOKEN_TSTRING_START) && closed-- == 0) {
            return kind == TOKEN_TSTRING_START ? 't' : 'f';
        }
    }
    return 'f';
}

/* $a #a %a %f in the text of a message. */
static const char *message(PegMatch *m, const char *text) {
    Arena *a = m->p->arena;
    const char *out = "";
    while (*text) {
        size_t plain = strcspn(text, "$#%");
        out = arena_printf(a, "%s%.*s", out, (int)plain, text);
        text += plain;
        if (!*text) break;
        PegCapture c = text[1] == 'f' ? (PegCapture){0, 0} : *capture(m, text[1]);
        const Token *t = &m->tokens[c.from];
        if (*text == '$') {
            out = arena_printf(a, "%s%s", out, kind_of(read_part(m, c, TOKEN_MODE_EXPRESSION)));
        } else if (*text == '#') {
            out = arena_printf(a, "%s%d", out, t->at.lineno);
        } else if (text[1] == 'f') {
            out = arena_printf(a, "%s%c-string", out, string_prefix(m, m->pos - 1));
        } else {
            out = arena_printf(a, "%s%.*s", out, (int)(t->end - t->start), m->p->lexer.text + t->start);
        }
        text += 2;
    }
    return out;
}

/* --- actions that think --- */

/* print and exec, which were statements once. */
static bool was_statement(const PegMatch *m, PegCapture c) {
    return c.to == c.from + 1 && (text_is(m, c.from, "print") || text_is(m, c.from, "exec"));
}

static bool forgot_comma(PegMatch *m) {
    PegCapture a = *capture(m, 'a'), b = *capture(m, 'b');
    if (was_statement(m, a) || m->tokens[m->pos - 1].level == 0) return false;
    errors_raise(m, range(place_of(m, a), place_of(m, b)), "invalid syntax. Perhaps you forgot a comma?");
}

static bool legacy(PegMatch *m) {
    PegCapture a = *capture(m, 'a');
    if (!was_statement(m, a)) return false;
    errors_raise(m, range(place_of(m, a), place_of(m, *capture(m, 'b'))),
                 message(m, "Missing parentheses in call to '%a'. Did you mean %a(...)?"));
}

static bool type_bound(PegMatch *m, const char *kind) {
    Node *bound = read_part(m, *capture(m, 'b'), TOKEN_MODE_EXPRESSION);
    const char *what = bound && bound->kind == AST_Tuple ? "constraints" : "bound";
    errors_raise_from(m, place_of(m, *capture(m, 'a')), arena_printf(m->p->arena, "cannot use %s with %s", what, kind));
}

static bool missing_colon(PegMatch *m) {
    Place at = place_of(m, *capture(m, 'a'));
    errors_raise(m, (Place){at.lineno, at.end_col_offset - 1, at.end_lineno, -1}, "':' expected after dictionary key");
}

/* The end of the last part of `for ... in ... if ...`. */
static Place end_of_loops(PegMatch *m, PegCapture c) {
    Node *n = read_part(m, c, TOKEN_MODE_COMPREHENSIONS);
    if (!n) return place_of_tokens(m, c);
    const Node *last = n->GeneratorExp.generators.at[n->GeneratorExp.generators.n - 1];
    const NodeList *ifs = &last->comprehension.ifs;
    return (ifs->n ? ifs->at[ifs->n - 1] : last->comprehension.iter)->at;
}

static const char bare_generator[] = "Generator expression must be parenthesized";

static bool generator(PegMatch *m) {
    errors_raise(m, range(place_of(m, *capture(m, 'a')), end_of_loops(m, *capture(m, 'b'))), bare_generator);
}

/* Behind other arguments. */
static bool generator_after(PegMatch *m) {
    Node *call = read_part(m, *capture(m, 'a'), TOKEN_MODE_ARGUMENTS);
    if (!call || call->Call.args.n <= 1) return false;
    const Node *last = call->Call.args.at[call->Call.args.n - 1];
    errors_raise(m, range(last->at, end_of_loops(m, *capture(m, 'b'))), bare_generator);
}

static bool generator_target(PegMatch *m) {
    PegCapture b = *capture(m, 'b');
    Node *n = read_part(m, b, TOKEN_MODE_COMPREHENSIONS);
    Place end = n ? n->GeneratorExp.generators.at[n->GeneratorExp.generators.n - 1]->comprehension.target->at
                  : place_of_tokens(m, b);
    errors_raise(m, range(place_of(m, *capture(m, 'a')), end), bare_generator);
}

static bool positional_after(PegMatch *m) {
    Node *call = read_part(m, *capture(m, 'a'), TOKEN_MODE_ARGUMENTS);
    bool unpacking = false;
    for (int i = 0; call && i < call->Call.keywords.n; i++) unpacking |= !call->Call.keywords.at[i]->keyword.arg;
    errors_raise_last(m, PARSE_SYNTAX_ERROR,
                      unpacking ? "positional argument follows keyword argument unpacking"
                                : "positional argument follows keyword argument");
}

static bool not_equal(PegMatch *m) {
    PegCapture a = *capture(m, 'a');
    if (text_is(m, a.from, "<>") || !(m->p->lexer.flags & PARSE_BARRY_AS_FLUFL)) return true;
    errors_raise(m, place_of(m, a), "with Barry as BDFL, use '<>' instead of '!='");
}

static bool not_equal_of_old(PegMatch *m) {
    PegCapture a = *capture(m, 'a'), b = *capture(m, 'b');
    if (m->tokens[a.from].end != m->tokens[b.from].start) return false;
    errors_raise(m, range(place_of(m, a), place_of(m, b)), "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
}

static bool check_number(PegMatch *m, bool imaginary) {
    PegCapture a = *capture(m, 'a');
    bool is_imaginary = literal_number(m->p, &m->tokens[a.from]).type == CONST_IMAG;
    if (is_imaginary == imaginary) return true;
    errors_raise(m, place_of(m, a),
                 imaginary ? "imaginary number required in complex literal"
                           : "real number required in complex literal");
}

/* --- strings --- */

static bool is_bytes(const PegMatch *m, const Token *t) {
    const char *s = m->p->lexer.text + t->start;
    while (*s != '"' && *s != '\'') {
        if ((*s++ | 32) == 'b') return true;
    }
    return false;
}

/* What is wrong with the text of a token, or NULL. The first pass warns, and so does what is read without bad_ rules:
 * it is behind the place that the first pass reached. */
static const char *text_error(PegMatch *m, const Token *t) {
    AstConst value;
    bool is_unicode;
    ParseWarning **warnings = m->p->warnings;
    const char *error = literal_decode(m->p, t, &value, &is_unicode);
    if (m->mistakes) forget_warnings(m, warnings);
    return error;
}

static bool check_string(PegMatch *m) {
    const Token *t = &m->tokens[capture(m, 'a')->from];
    const char *error = text_error(m, t);
    if (!error) return true;
    if (*error != '(') errors_raise(m, t->at, error);
    errors_raise_last(m, PARSE_SYNTAX_ERROR, error);
}

static bool check_texts(PegMatch *m) {
    PegCapture a = *capture(m, 'a');
    for (int i = a.from; i < a.to; i++) {
        const Token *t = &m->tokens[i];
        const char *error = t->kind == TOKEN_FSTRING_MIDDLE ? text_error(m, t) : NULL;
        if (error) errors_raise(m, t->at, error);
    }
    return true;
}

/* Bytes and text do not mix. */
static bool check_strings(PegMatch *m) {
    PegCapture a = *capture(m, 'a');
    int depth = 0, bytes = 0, texts = 0;
    for (int i = a.from; i < a.to; i++) {
        const Token *t = &m->tokens[i];
        bool is_start = t->kind == TOKEN_FSTRING_START || t->kind == TOKEN_TSTRING_START;
        if (!depth && (is_start || t->kind == TOKEN_STRING)) {
            bool binary = !is_start && is_bytes(m, t);
            bytes += binary;
            texts += !binary;
            if (bytes && texts) {
                errors_raise_last(m, PARSE_SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
            }
        }
        depth += is_start - (t->kind == TOKEN_FSTRING_END);
    }
    return true;
}

static bool mixed(PegMatch *m) {
    errors_raise(m, range(place_of_tokens(m, *capture(m, 'a')), place_of_tokens(m, *capture(m, 'b'))),
                 "cannot mix t-string literals with string or bytes literals");
}

static bool conversion(PegMatch *m) {
    PegCapture a = *capture(m, 'a'), b = *capture(m, 'b');
    const Token *name = &m->tokens[b.from];
    if (m->tokens[a.from].end != name->start) {
        errors_raise(m, range(place_of(m, a), place_of(m, b)),
                     message(m, "%f: conversion type must come right after the exclamation mark"));
    }
    if (text_is(m, b.from, "s") || text_is(m, b.from, "r") || text_is(m, b.from, "a")) return true;
    errors_raise(m, place_of(m, b), message(m, "%f: invalid conversion character '%b': expected 's', 'r', or 'a'"));
}

/* --- */

static bool run_function(PegMatch *m, const char *name) {
    static const struct {
        const char *name;
        bool (*function)(PegMatch *m);
    } functions[] = {{"forgot_comma", forgot_comma},
                     {"legacy", legacy},
                     {"missing_colon", missing_colon},
                     {"generator", generator},
                     {"generator_after", generator_after},
                     {"generator_target", generator_target},
                     {"positional_after", positional_after},
                     {"not_equal", not_equal},
                     {"not_equal_of_old", not_equal_of_old},
                     {"check_texts", check_texts},
                     {"check_string", check_string},
                     {"check_strings", check_strings},
                     {"mixed", mixed},
                     {"conversion", conversion}};
    size_t n = strcspn(name, " ");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        const char *known = functions[i].name;
        if (strlen(known) == n && !memcmp(name, known, n)) return functions[i].function(m);
    }
    if (!strncmp(name, "type_bound", n)) return type_bound(m, strrchr(name, ' ') + 1);
    if (!strncmp(name, "real", n)) return check_number(m, false);
    if (!strncmp(name, "imaginary", n)) return check_number(m, true);
    TargetUse use = !strncmp(name, "store", n)    ? TARGET_STORE
                    : !strncmp(name, "delete", n) ? TARGET_DELETE
                                                  : TARGET_LOOP;
    check_target(m, *capture(m, 'a'), use);
    return false;
}

bool errors_action(PegMatch *m, const char *text) {
    if (*text == '@') return run_function(m, text + 1);
    const char *place = text, *said = strchr(text, ':') + 2;
    const char *what = message(m, said);
    if (!strncmp(place, "last", 4)) errors_raise_last(m, PARSE_SYNTAX_ERROR, what);
    if (!strncmp(place, "indent", 6)) errors_raise_last(m, PARSE_INDENTATION_ERROR, what);
    if (!strncmp(place, "next", 4)) errors_raise_at(m, errors_next(m), PARSE_SYNTAX_ERROR, what);
    Place a = place_of(m, *capture(m, place[0]));
    if (place[1] == ':') errors_raise(m, a, what);
    if (place[3] == ':') errors_raise_from(m, a, what);
    errors_raise(m, range(a, place_of(m, *capture(m, place[3]))), what);
}
