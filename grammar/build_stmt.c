/* Statements that are more than a node around their parts. */
#include "grammar/parser.h"

#include <string.h>

/* --- assignments --- */

Node *build_assign(Parser *p, Phrases targets, Phrase value) {
    for (int i = 0; i < targets.list.n; i++) build_store(p, targets.list.at[i]);
    return ast_Assign(p->arena, place_from(p, targets.first), (AstAssign){targets.list, value.node, NULL});
}

static void check_single_target(Parser *p, const Node *n) {
    if (n->kind != AST_Name && n->kind != AST_Attribute && n->kind != AST_Subscript) parser_fail(p);
}

Node *build_annotated(Parser *p, Phrase target, Node *annotation, Node *value) {
    Node *n = target.node;
    check_single_target(p, n);
    build_store(p, n);
    bool is_simple = n->kind == AST_Name && !n->parens;
    return ast_AnnAssign(p->arena, place_from(p, target.first), (AstAnnAssign){n, annotation, value, is_simple});
}

Node *build_augmented(Parser *p, Phrase target, AstSymbol op, Node *value) {
    check_single_target(p, target.node);
    build_store(p, target.node);
    return ast_AugAssign(p->arena, place_from(p, target.first), (AstAugAssign){target.node, op, value});
}

Node *build_del(Parser *p, const Token *t, Phrase targets) {
    Node *n = targets.node;
    build_delete(p, n);
    bool is_list = n->kind == AST_Tuple && !n->parens;
    return ast_Delete(p->arena, place_from(p, t), (AstDelete){is_list ? n->Tuple.elts : list_of(p, n)});
}

/* --- import --- */

/* The text of a dotted name without the white space that may stand in it. */
static const Ident *dotted_name(Parser *p, DottedName name) {
    if (name.first == name.last) return ident_of_token(p, name.first);
    size_t room = 0, n = 0;
    for (const Token *t = name.first; t <= name.last; t += 2) room += ident_of_token(p, t)->n + 1;
    char *text = arena_alloc(p->arena, room);
    for (const Token *t = name.first; t <= name.last; t += 2) {
        const Ident *part = ident_of_token(p, t);
        if (n) text[n++] = '.';
        memcpy(text + n, part->text, part->n);
        n += part->n;
    }
    return ident_of(p, text, n);
}

Node *build_alias(Parser *p, DottedName name, const Token *alias) {
    const Ident *asname = alias ? ident_of_token(p, alias) : NULL;
    return ast_alias(p->arena, place_from(p, name.first), (Astalias){dotted_name(p, name), asname});
}

Node *build_import_from(Parser *p, const Token *t, int level, const DottedName *module, NodeList names) {
    const Ident *name = module ? dotted_name(p, *module) : NULL;
    return ast_ImportFrom(p->arena, place_from(p, t), (AstImportFrom){name, names, level});
}

/* --- compound statements --- */

/* if, elif, elif, else: each elif is the whole `else` of the one before it. */
Node *build_if(Parser *p, const Token *t, Node *test, NodeList body, NodeList elifs, NodeList orelse) {
    Place at = place_from(p, t);
    for (int i = elifs.n - 1; i >= 0; i--) {
        Node *elif = elifs.at[i];
        elif->If.orelse = orelse;
        elif->at.end_lineno = at.end_lineno;
        elif->at.end_col_offset = at.end_col_offset;
        orelse = list_of(p, elif);
    }
    return ast_If(p->arena, at, (AstIf){test, body, orelse});
}

Node *build_handler(Parser *p, const Token *t, Node *type, const Token *name, NodeList body) {
    const Ident *ident = name ? ident_of_token(p, name) : NULL;
    return ast_ExceptHandler(p->arena, place_from(p, t), (AstExceptHandler){type, ident, body});
}

Node *build_decorated(Node *n, NodeList decorators) {
    switch (n->kind) {
    case AST_FunctionDef: n->FunctionDef.decorator_list = decorators; break;
    case AST_AsyncFunctionDef: n->AsyncFunctionDef.decorator_list = decorators; break;
    default: n->ClassDef.decorator_list = decorators;
    }
    return n;
}

/* --- with --- */

Node *build_with_item(Parser *p, Phrase context, Node *target) {
    if (target) build_store(p, target);
    return ast_withitem(p->arena, place_from(p, context.first), (Astwithitem){context.node, target});
}

/* Whether (a, b) or (a as b, c) can be the items themselves, and not one tuple. */
static bool is_item_list(const Node *tuple) {
    if (tuple->kind != AST_Tuple || tuple->parens != 1 || !tuple->Tuple.elts.n) return false;
    for (int i = 0; i < tuple->Tuple.elts.n; i++) {
        const Node *n = tuple->Tuple.elts.at[i];
        if (n->kind == AST_Starred || (n->kind == AST_NamedExpr && !n->parens)) return false;
    }
    return true;
}

NodeList build_with_items(Parser *p, NodeList items) {
    Node *only = items.at[0];
    if (items.n > 1 || only->withitem.optional_vars || !is_item_list(only->withitem.context_expr)) return items;
    NodeList inner = only->withitem.context_expr->Tuple.elts;
    for (int i = 0; i < inner.n; i++) {
        Node *n = inner.at[i];
        if (n->kind != AST_withitem) inner.at[i] = ast_withitem(p->arena, n->at, (Astwithitem){n, NULL});
    }
    return inner;
}
