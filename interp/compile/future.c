/* from __future__ import ...: only at the beginning of the source, and only what there is. */
#include "interp/compile/compiler.h"

#include <string.h>

static const char *const features[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
};

static void import_feature(Compiler *c, const Node *alias) {
    const char *name = alias->alias.name->text;
    if (strcmp(name, "braces") == 0) compile_error(c, alias->at, "not a chance");
    if (strcmp(name, "annotations") == 0) c->future_annotations = true;
    if (strcmp(name, "barry_as_FLUFL") == 0) c->future_barry = true;
    for (unsigned i = 0; i < sizeof features / sizeof *features; i++)
        if (strcmp(name, features[i]) == 0) return;
    compile_error(c, alias->at, "future feature %.100s is not defined", name);
}

static bool is_future_import(const Node *s) {
    return s->kind == AST_ImportFrom && s->ImportFrom.module && !s->ImportFrom.level &&
           strcmp(s->ImportFrom.module->text, "__future__") == 0;
}

static bool is_docstring(const Node *s) {
    return s->kind == AST_Expr && s->Expr.value->kind == AST_Constant &&
           s->Expr.value->Constant.value.type == CONST_STR;
}

void future_imports(Compiler *c, const Node *tree) {
    if (tree->kind == AST_Expression) return;
    NodeList body = tree->Module.body;
    for (int i = 0; i < body.n; i++) {
        const Node *s = body.at[i];
        if (is_future_import(s)) {
            for (int k = 0; k < s->ImportFrom.names.n; k++) import_feature(c, s->ImportFrom.names.at[k]);
            c->last_future = s;
        } else if (i || !is_docstring(s)) {
            return;
        }
    }
}

void future_check(Compiler *c, const Node *s) {
    if (!is_future_import(s)) return;
    const Node *last = c->last_future;
    if (!last || s->at.lineno > last->at.lineno ||
        (s->at.lineno == last->at.lineno && s->at.col_offset > last->at.col_offset))
        compile_error(c, s->at, "from __future__ imports must occur at the beginning of the file");
}
