/* Patterns of match. A pattern is no expression, but literals and dotted names in it are. */
#include "grammar/parser.h"

Phrase build_pattern_complex(Parser *p, Phrase real, AstSymbol op, const Token *imaginary) {
    const Node *number = real.node->kind == AST_UnaryOp ? real.node->UnaryOp.operand : real.node;
    Phrase right = build_number(p, imaginary);
    if (number->Constant.value.type == CONST_IMAG || right.node->Constant.value.type != CONST_IMAG) parser_fail(p);
    return build_binary(p, real, op, right);
}

/* `_` is the pattern that takes everything, also in front of a dot or a bracket, which then cannot follow. */
static void check_no_wildcard(Parser *p, const Node *name) {
    while (name->kind == AST_Attribute) name = name->Attribute.value;
    if (name->kind == AST_Name && name->Name.id->n == 1 && name->Name.id->text[0] == '_') parser_fail(p);
}

Phrase build_pattern_value(Parser *p, Phrase value) {
    Node *n = value.node;
    check_no_wildcard(p, n);
    if (n->kind == AST_Constant && n->Constant.value.type <= CONST_FALSE) {
        return (Phrase){ast_MatchSingleton(p->arena, n->at, (AstMatchSingleton){n->Constant.value}), value.first};
    }
    return (Phrase){ast_MatchValue(p->arena, n->at, (AstMatchValue){n}), value.first};
}

/* The name of a capture: NULL for `_`, which captures nothing. */
static const Ident *capture(Parser *p, const Token *name) {
    bool is_wildcard = name->end - name->start == 1 && p->lexer.text[name->start] == '_';
    return is_wildcard ? NULL : ident_of_token(p, name);
}

Phrase build_pattern_capture(Parser *p, const Token *name) {
    return (Phrase){ast_MatchAs(p->arena, name->at, (AstMatchAs){NULL, capture(p, name)}), name};
}

Phrase build_pattern_star(Parser *p, const Token *star, const Token *name) {
    return (Phrase){ast_MatchStar(p->arena, place_from(p, star), (AstMatchStar){capture(p, name)}), star};
}

Phrase build_pattern_as(Parser *p, Phrase pattern, const Token *name) {
    const Ident *ident = capture(p, name);
    if (!ident) parser_fail(p);
    Place at = place_from(p, pattern.first);
    return (Phrase){ast_MatchAs(p->arena, at, (AstMatchAs){pattern.node, ident}), pattern.first};
}

Phrase build_pattern_or(Parser *p, Phrases alternatives) {
    Place at = place_from(p, alternatives.first);
    return (Phrase){ast_MatchOr(p->arena, at, (AstMatchOr){alternatives.list}), alternatives.first};
}

Phrase build_pattern_sequence(Parser *p, const Token *first, NodeList patterns) {
    return (Phrase){ast_MatchSequence(p->arena, place_from(p, first), (AstMatchSequence){patterns}), first};
}

AstMatchMapping mapping_add(Parser *p, AstMatchMapping m, Phrase key, Phrase pattern) {
    m.keys = list_add(p, m.keys, key.node);
    m.patterns = list_add(p, m.patterns, pattern.node);
    return m;
}

Phrase build_pattern_mapping(Parser *p, const Token *first, AstMatchMapping items, const Token *rest) {
    if (rest) {
        items.rest = capture(p, rest);
        if (!items.rest) parser_fail(p);
    }
    return (Phrase){ast_MatchMapping(p->arena, place_from(p, first), items), first};
}

AstMatchClass class_add(Parser *p, AstMatchClass c, const Token *keyword, Phrase pattern) {
    if (keyword) {
        c.kwd_attrs = names_add(p, c.kwd_attrs, keyword);
        c.kwd_patterns = list_add(p, c.kwd_patterns, pattern.node);
        return c;
    }
    if (c.kwd_attrs.n) parser_fail(p);
    c.patterns = list_add(p, c.patterns, pattern.node);
    return c;
}

Phrase build_pattern_class(Parser *p, Phrase name, AstMatchClass items) {
    check_no_wildcard(p, name.node);
    items.cls = name.node;
    return (Phrase){ast_MatchClass(p->arena, place_from(p, name.first), items), name.first};
}
