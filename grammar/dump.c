/* --dump: the tokens, one a line, and the tree as Python's ast.dump prints it, driven by the tables of ast.def.
 *
 * A node goes on one line when it has at most three fields and none of them has parts of its own; else each field has a
 * line. Empty lists and absent fields are left out. */
#include <stdlib.h>
#include <string.h>

#include "grammar/dump_const.h"
#include "grammar/lexer.h"

enum { MAX_DEPTH = 2000 }; /* the tree of a long chain of operators is deeper than the C stack allows */

typedef struct Dump {
    FILE *f;
    const char *indent; /* NULL: all on one line */
    bool places;
    int level;
} Dump;

static const void *field_at(const Node *n, const AstField *f) {
    return (const char *)n + f->offset;
}
static bool is_shown(const Node *n, const AstField *f) {
    if (ast_field_is_list(f)) return ((const NodeList *)field_at(n, f))->n > 0;
    return f->form != FIELD_OPT || *(void *const *)field_at(n, f);
}

static bool has_place(const Node *n) {
    return ast_group_has_place(ast_nodes[n->kind].group);
}

static int count_parts(const Dump *d, const Node *n) {
    const AstField *fields;
    int n_fields = ast_fields(n->kind, &fields), count = d->places && has_place(n) ? 4 : 0;
    for (int i = 0; i < n_fields; i++) count += is_shown(n, &fields[i]);
    return count;
}

static bool fits_one_line(const Dump *d, const Node *n) {
    const AstField *fields;
    int n_fields = ast_fields(n->kind, &fields);
    if (count_parts(d, n) > 3) return false;
    for (int i = 0; i < n_fields; i++) {
        const AstField *f = &fields[i];
        if (!is_shown(n, f)) continue;
        if (ast_field_is_list(f)) return false;
        if (f->type == FIELD_OF_NODES && count_parts(d, *(Node *const *)field_at(n, f)) > 0) return false;
    }
    return true;
}

static void break_line(const Dump *d) {
    fputc('\n', d->f);
    for (int i = 0; i < d->level; i++) fputs(d->indent, d->f);
}

static void dump_node(Dump *d, const Node *n);

static void dump_value(Dump *d, AstFieldType type, const void *at) {
    switch (type) {
    case FIELD_OF_NODES: dump_node(d, *(Node *const *)at); break;
    case FIELD_OF_SYMBOLS: fprintf(d->f, "%s()", ast_symbols[*(const AstSymbol *)at].name); break;
    case FIELD_OF_IDENTIFIERS: {
        const Ident *ident = *(const Ident *const *)at;
        dump_str(d->f, ident->text, ident->n);
        break;
    }
    case FIELD_OF_STRINGS: {
        const char *s = *(const char *const *)at;
        dump_str(d->f, s, strlen(s));
        break;
    }
    case FIELD_OF_CONSTANTS: dump_const(d->f, at); break;
    case FIELD_OF_INTS: fprintf(d->f, "%d", *(const int *)at); break;
    }
}

static void dump_list(Dump *d, const AstField *f, const NodeList *list) {
    AstFieldType type = f->type;
    size_t size = type == FIELD_OF_SYMBOLS ? sizeof(AstSymbol) : sizeof(void *);
    fputc('[', d->f);
    d->level++;
    for (int i = 0; i < list->n; i++) {
        if (i) fputs(d->indent ? "," : ", ", d->f);
        if (d->indent) break_line(d);
        dump_value(d, type, (const char *)list->at + i * size);
    }
    d->level--;
    fputc(']', d->f);
}

static void dump_separator(const Dump *d, bool one_line, bool first) {
    if (!first) fputs(one_line ? ", " : ",", d->f);
    if (!one_line) break_line(d);
}

static void dump_place(const Dump *d, const Node *n, bool one_line, bool first) {
    const struct {
        const char *name;
        int value;
    } parts[] = {{"lineno", n->at.lineno},
                 {"col_offset", n->at.col_offset},
                 {"end_lineno", n->at.end_lineno},
                 {"end_col_offset", n->at.end_col_offset}};
    for (int i = 0; i < 4; i++) {
        dump_separator(d, one_line, first && !i);
        fprintf(d->f, "%s=%d", parts[i].name, parts[i].value);
    }
}

static void dump_node(Dump *d, const Node *n) {
    if (!n || d->level > MAX_DEPTH) {
        fputs(n ? "..." : "None", d->f);
        return;
    }
    const AstField *fields;
    int n_fields = ast_fields(n->kind, &fields);
    bool one_line = !d->indent || fits_one_line(d, n), first = true;
    fprintf(d->f, "%s(", ast_nodes[n->kind].name);
    d->level++;
    for (int i = 0; i < n_fields; i++) {
        const AstField *f = &fields[i];
        if (!is_shown(n, f)) continue;
        dump_separator(d, one_line, first);
        first = false;
        fprintf(d->f, "%s=", f->name);
        if (ast_field_is_list(f)) {
            dump_list(d, f, field_at(n, f));
        } else {
            dump_value(d, f->type, field_at(n, f));
        }
    }
    if (d->places && has_place(n)) dump_place(d, n, one_line, first);
    d->level--;
    fputc(')', d->f);
}

void dump_ast(FILE *f, const Node *tree) {
    dump_node(&(Dump){.f = f, .indent = "  "}, tree);
    fputc('\n', f);
}

void dump_ast_line(FILE *f, const Node *tree) {
    dump_node(&(Dump){.f = f}, tree);
}
void dump_ast_places(FILE *f, const Node *tree) {
    dump_node(&(Dump){.f = f, .places = true}, tree);
}
