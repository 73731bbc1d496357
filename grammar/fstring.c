/* Strings of many tokens: f-strings, t-strings, and literals side by side, which are one.
 *
 * Parts are collected as they come: Constant for text, Interpolation for a field. When the whole literal is known, the
 * text between two fields becomes one Constant, and in an f-string a field becomes a FormattedValue. */
#include "grammar/parser.h"

#include <string.h>

/* --- fields --- */

/* The source from behind the brace to the token `to`, without comments: these stand between tokens only. */
static AstConst source_text(Parser *p, const Token *open, const Token *to) {
    const char *text = p->lexer.text;
    AstConst c = {.type = CONST_STR, .text = text + open->end, .n = to->start - open->end};
    if (!memchr(c.text, '#', c.n)) return c;
    char *out = arena_alloc(p->arena, c.n + 1);
    c.text = out;
    for (const Token *t = open + 1; t <= to; t++) {
        for (const char *s = text + t[-1].end; s < text + t->start; s++) {
            if (*s == '#') s += strcspn(s, "\n");
            *out++ = *s;
        }
        if (t == to) break;
        memcpy(out, text + t->start, t->end - t->start);
        out += t->end - t->start;
    }
    c.n = out - c.text;
    return c;
}

NodeList fstring_add_field(Parser *p, NodeList parts, Field f, Node *spec) {
    int conversion = f.conversion ? f.conversion : -1;
    if (f.equal) {
        const Token *next = f.equal + 1;
        Place at = {f.open->at.end_lineno, f.open->at.end_col_offset, next->at.lineno, next->at.col_offset};
        parts = list_add(p, parts, ast_Constant(p->arena, at, (AstConstant){.value = source_text(p, f.open, next)}));
        if (conversion < 0 && !spec) conversion = 'r';
    }
    AstInterpolation fields = {f.value, source_text(p, f.open, f.after), conversion, spec};
    return list_add(p, parts, ast_Interpolation(p->arena, place_from(p, f.open), fields));
}

int fstring_conversion(Parser *p, const Token *mark, const Token *name) {
    char c = p->lexer.text[name->start];
    bool is_known = name->end - name->start == 1 && (c == 's' || c == 'r' || c == 'a');
    if (!is_known || mark->end != name->start) parser_fail(p);
    return c;
}

/* --- whole literals --- */

static Node *constant_over(Parser *p, Node **parts, int n) {
    AstConst value = parts[0]->Constant.value;
    if (n > 1) {
        value.n = 0;
        for (int i = 0; i < n; i++) value.n += parts[i]->Constant.value.n;
        char *text = arena_alloc(p->arena, value.n + 1);
        value.text = text;
        for (int i = 0; i < n; i++) {
            const AstConst *part = &parts[i]->Constant.value;
            memcpy(text, part->text, part->n);
            text += part->n;
        }
    }
    const Place *first = &parts[0]->at, *last = &parts[n - 1]->at;
    Place at = {first->lineno, first->col_offset, last->end_lineno, last->end_col_offset};
    return ast_Constant(p->arena, at, (AstConstant){value, parts[0]->Constant.kind});
}

/* A field of an f-string; the two structs differ in one field. */
static Node *formatted(Node *n) {
    AstInterpolation i = n->Interpolation;
    n->kind = AST_FormattedValue;
    n->FormattedValue = (AstFormattedValue){i.value, i.conversion, i.format_spec};
    return n;
}

static NodeList merged(Parser *p, NodeList parts, bool is_template) {
    NodeList values = {0};
    for (int i = 0; i < parts.n; i++) {
        int first = i;
        while (i < parts.n && parts.at[i]->kind == AST_Constant) i++;
        if (i > first) {
            Node *text = constant_over(p, parts.at + first, i - first);
            if (text->Constant.value.n) values = list_add(p, values, text);
        }
        if (i < parts.n) values = list_add(p, values, is_template ? parts.at[i] : formatted(parts.at[i]));
    }
    return values;
}

Node *fstring_spec(Parser *p, const Token *colon, NodeList parts) {
    const Token *close = p->last;
    Place at = {colon->at.lineno, colon->at.col_offset, close->at.lineno, close->at.col_offset};
    return ast_JoinedStr(p->arena, at, (AstJoinedStr){merged(p, parts, false)});
}

static bool is_bytes(const Node *n) {
    return n->kind == AST_Constant && n->Constant.value.type == CONST_BYTES;
}

Phrase build_strings(Parser *p, Phrases strings) {
    NodeList all = {0};
    int templates = 0, bytes = 0, joined = 0;
    if (strings.list.n == 1 && strings.list.at[0]->kind == AST_Constant) {
        return (Phrase){strings.list.at[0], strings.first};
    }
    for (int i = 0; i < strings.list.n; i++) {
        Node *n = strings.list.at[i];
        templates += n->kind == AST_TemplateStr;
        joined += n->kind == AST_JoinedStr;
        bytes += is_bytes(n);
        if (n->kind == AST_Constant) {
            all = list_add(p, all, n);
        } else {
            all = list_concat(p, all, n->kind == AST_JoinedStr ? n->JoinedStr.values : n->TemplateStr.values);
        }
    }
    if ((templates && templates < strings.list.n) || (bytes && bytes < strings.list.n)) parser_fail(p);
    Place at = place_from(p, strings.first);
    Node *n;
    if (templates) {
        n = ast_TemplateStr(p->arena, at, (AstTemplateStr){merged(p, all, true)});
    } else if (joined) {
        n = ast_JoinedStr(p->arena, at, (AstJoinedStr){merged(p, all, false)});
    } else {
        n = constant_over(p, all.at, all.n);
    }
    return (Phrase){n, strings.first};
}
