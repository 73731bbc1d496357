/* What the grammar's actions build: places, lists, expressions; and the conversion of expressions into targets.
 *
 * Chains that Python flattens grow in place: the left operand of `a < b < c` is a Compare that gets another comparator,
 * unless it stands in parentheses. So a long chain is one node, and no recursion has to fear it. */
#include "grammar/parser.h"

#include <string.h>

/* --- places and lists --- */

Place place_from(const Parser *p, const Token *first) {
    const Token *last = p->last;
    while (last->kind == TOKEN_NEWLINE || last->kind == TOKEN_DEDENT) last--;
    return (Place){first->at.lineno, first->at.col_offset, last->at.end_lineno, last->at.end_col_offset};
}

/* The array of a list doubles; the old one stays behind in the arena. */
static void *grown(Parser *p, const void *at, int n, int *room, size_t size) {
    *room = n ? n * 2 : 1;
    void *bigger = arena_alloc(p->arena, *room * size);
    if (n) memcpy(bigger, at, n * size);
    return bigger;
}

NodeList list_add(Parser *p, NodeList list, Node *node) {
    if (list.n == list.room) list.at = grown(p, list.at, list.n, &list.room, sizeof *list.at);
    list.at[list.n++] = node;
    return list;
}

NodeList list_of(Parser *p, Node *node) {
    return list_add(p, (NodeList){0}, node);
}

NodeList list_concat(Parser *p, NodeList a, NodeList b) {
    if (!a.n) return b;
    for (int i = 0; i < b.n; i++) a = list_add(p, a, b.at[i]);
    return a;
}

Phrases phrases_of(Parser *p, Phrase a) {
    return (Phrases){list_of(p, a.node), a.first};
}

Phrases phrases_add(Parser *p, Phrases list, Phrase a) {
    list.list = list_add(p, list.list, a.node);
    return list;
}

static SymbolList symbols_add(Parser *p, SymbolList list, AstSymbol symbol) {
    if (list.n == list.room) list.at = grown(p, list.at, list.n, &list.room, sizeof *list.at);
    list.at[list.n++] = symbol;
    return list;
}

IdentList names_add(Parser *p, IdentList list, const Token *name) {
    if (list.n == list.room) list.at = grown(p, list.at, list.n, &list.room, sizeof *list.at);
    list.at[list.n++] = ident_of_token(p, name);
    return list;
}

/* --- atoms --- */

Phrase build_name(Parser *p, const Token *t) {
    return (Phrase){ast_Name(p->arena, t->at, (AstName){ident_of_token(p, t), AST_Load}), t};
}

Phrase build_singleton(Parser *p, const Token *t, AstConstType type) {
    return (Phrase){ast_Constant(p->arena, t->at, (AstConstant){.value = {.type = type}}), t};
}

Phrase build_number(Parser *p, const Token *t) {
    return (Phrase){ast_Constant(p->arena, t->at, (AstConstant){.value = literal_number(p, t)}), t};
}

Phrase build_tuple(Parser *p, Phrases items) {
    return (Phrase){ast_Tuple(p->arena, place_from(p, items.first), (AstTuple){items.list, AST_Load}), items.first};
}

/* `x as y` in parentheses belongs to with (...): and nowhere else. */
static void check_items(Parser *p, const Token *open, NodeList items) {
    bool in_with = open > p->lexer.tokens && open[-1].kind == TOKEN_WITH && p->last[1].kind == TOKEN_COLON;
    for (int i = 0; i < items.n && !in_with; i++) {
        if (items.at[i]->kind == AST_withitem) parser_fail(p);
    }
}

Phrase build_paren_tuple(Parser *p, const Token *open, NodeList items) {
    check_items(p, open, items);
    Phrase tuple = build_tuple(p, (Phrases){items, open});
    tuple.node->parens = 1;
    return tuple;
}

Phrase build_group(const Token *open, Phrase inner) {
    inner.node->parens++;
    return (Phrase){inner.node, open};
}

Phrase build_paren_item(Parser *p, const Token *open, Phrase item) {
    if (item.node->kind == AST_Starred && !item.node->parens) parser_fail(p);
    if (item.node->kind == AST_withitem) return build_paren_tuple(p, open, list_of(p, item.node));
    return build_group(open, item);
}

Phrase build_loose_item(Parser *p, Phrase context, Node *target) {
    return (Phrase){build_with_item(p, context, target), context.first};
}

/* --- operators --- */

Phrase build_named(Parser *p, const Token *name, Node *value) {
    return (Phrase){ast_NamedExpr(p->arena, place_from(p, name), (AstNamedExpr){build_target(p, name), value}), name};
}

Phrase build_binary(Parser *p, Phrase left, AstSymbol op, Phrase right) {
    Place at = place_from(p, left.first);
    return (Phrase){ast_BinOp(p->arena, at, (AstBinOp){left.node, op, right.node}), left.first};
}

Phrase build_unary(Parser *p, const Token *t, AstSymbol op, Phrase operand) {
    return (Phrase){ast_UnaryOp(p->arena, place_from(p, t), (AstUnaryOp){op, operand.node}), t};
}

Phrase build_bool(Parser *p, Phrase left, AstSymbol op, Phrase right) {
    Place at = place_from(p, left.first);
    Node *chain = left.node;
    if (chain->kind == AST_BoolOp && chain->BoolOp.op == op && !chain->parens) {
        chain->BoolOp.values = list_add(p, chain->BoolOp.values, right.node);
        chain->at = at;
        return left;
    }
    NodeList values = list_add(p, list_of(p, left.node), right.node);
    return (Phrase){ast_BoolOp(p->arena, at, (AstBoolOp){op, values}), left.first};
}

Phrase build_compare(Parser *p, Phrase left, AstSymbol op, Phrase right) {
    Place at = place_from(p, left.first);
    Node *chain = left.node;
    if (chain->kind == AST_Compare && !chain->parens) {
        chain->Compare.ops = symbols_add(p, chain->Compare.ops, op);
        chain->Compare.comparators = list_add(p, chain->Compare.comparators, right.node);
        chain->at = at;
        return left;
    }
    AstCompare fields = {left.node, symbols_add(p, (SymbolList){0}, op), list_of(p, right.node)};
    return (Phrase){ast_Compare(p->arena, at, fields), left.first};
}

void build_check_not_equal(Parser *p, const Token *t) {
    if (p->lexer.flags & PARSE_BARRY_AS_FLUFL && p->lexer.text[t->start] == '!') parser_fail(p);
}

Phrase build_starred(Parser *p, const Token *star, Node *value) {
    return (Phrase){ast_Starred(p->arena, place_from(p, star), (AstStarred){value, AST_Load}), star};
}

Phrase build_attribute(Parser *p, Phrase value, const Token *name) {
    AstAttribute fields = {value.node, ident_of_token(p, name), AST_Load};
    return (Phrase){ast_Attribute(p->arena, place_from(p, value.first), fields), value.first};
}

Phrase build_slice(Parser *p, const Token *first, Node *lower, Node *upper, Node *step) {
    return (Phrase){ast_Slice(p->arena, place_from(p, first), (AstSlice){lower, upper, step}), first};
}

AstDict build_dict_add(Parser *p, AstDict d, Node *key, Node *value) {
    return (AstDict){list_add(p, d.keys, key), list_add(p, d.values, value)};
}

/* --- targets: brackets nest at most MAX_BRACKETS deep, and so does the recursion --- */

static void build_stores(Parser *p, NodeList targets) {
    for (int i = 0; i < targets.n; i++) build_store(p, targets.at[i]);
}

void build_store(Parser *p, Node *n) {
    switch (n->kind) {
    case AST_Name: n->Name.ctx = AST_Store; break;
    case AST_Attribute: n->Attribute.ctx = AST_Store; break;
    case AST_Subscript: n->Subscript.ctx = AST_Store; break;
    case AST_Starred:
        if (n->Starred.value->kind == AST_Starred) parser_fail(p);
        n->Starred.ctx = AST_Store;
        build_store(p, n->Starred.value);
        break;
    case AST_Tuple:
        n->Tuple.ctx = AST_Store;
        build_stores(p, n->Tuple.elts);
        break;
    case AST_List:
        n->List.ctx = AST_Store;
        build_stores(p, n->List.elts);
        break;
    default: parser_fail(p);
    }
}

static void build_deletes(Parser *p, NodeList targets) {
    for (int i = 0; i < targets.n; i++) build_delete(p, targets.at[i]);
}

void build_delete(Parser *p, Node *n) {
    switch (n->kind) {
    case AST_Name: n->Name.ctx = AST_Del; break;
    case AST_Attribute: n->Attribute.ctx = AST_Del; break;
    case AST_Subscript: n->Subscript.ctx = AST_Del; break;
    case AST_Tuple:
        n->Tuple.ctx = AST_Del;
        build_deletes(p, n->Tuple.elts);
        break;
    case AST_List:
        n->List.ctx = AST_Del;
        build_deletes(p, n->List.elts);
        break;
    default: parser_fail(p);
    }
}

Node *build_target(Parser *p, const Token *name) {
    return ast_Name(p->arena, name->at, (AstName){ident_of_token(p, name), AST_Store});
}
