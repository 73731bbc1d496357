/* Arguments of calls and parameters of functions: which may follow which. */
#include "grammar/parser.h"

/* --- arguments --- */

Arguments arguments_add(Parser *p, Arguments a, Phrase argument) {
    Node *n = argument.node;
    if (n->kind == AST_keyword) {
        a.keywords = list_add(p, a.keywords, n);
        if (!n->keyword.arg) a.has_unpacking = true;
        return a;
    }
    bool is_starred = n->kind == AST_Starred;
    if (is_starred ? a.has_unpacking : a.keywords.n > 0) parser_fail(p);
    a.positional = list_add(p, a.positional, n);
    return a;
}

Phrase build_keyword(Parser *p, Phrase name, Node *value) {
    if (name.node->kind != AST_Name || name.node->parens) parser_fail(p);
    Place at = place_from(p, name.first);
    return (Phrase){ast_keyword(p->arena, at, (Astkeyword){name.node->Name.id, value}), name.first};
}

Phrase build_call(Parser *p, Phrase function, Arguments a) {
    AstCall fields = {function.node, a.positional, a.keywords};
    return (Phrase){ast_Call(p->arena, place_from(p, function.first), fields), function.first};
}

/* --- parameters --- */

Node *build_parameter(Parser *p, const Token *name, Node *annotation) {
    return ast_arg(p->arena, place_from(p, name), (Astarg){ident_of_token(p, name), annotation, NULL});
}

Parameters parameters_none(Parser *p) {
    return (Parameters){ast_arguments(p->arena, (Place){p->last->at.lineno, 0, 0, 0}, (Astarguments){}),
                        PARAMETERS_ORDINARY};
}

Parameters parameters_add(Parser *p, Parameters ps, Node *parameter, Node *fallback) {
    Astarguments *a = &ps.node->arguments;
    switch (ps.state) {
    case PARAMETERS_ORDINARY:
        if (!fallback && a->defaults.n) parser_fail(p);
        a->args = list_add(p, a->args, parameter);
        if (fallback) a->defaults = list_add(p, a->defaults, fallback);
        break;
    case PARAMETERS_BARE_STAR:
    case PARAMETERS_KEYWORD_ONLY:
        a->kwonlyargs = list_add(p, a->kwonlyargs, parameter);
        a->kw_defaults = list_add(p, a->kw_defaults, fallback);
        ps.state = PARAMETERS_KEYWORD_ONLY;
        break;
    case PARAMETERS_CLOSED: parser_fail(p);
    }
    return ps;
}

Parameters parameters_add_slash(Parser *p, Parameters ps) {
    Astarguments *a = &ps.node->arguments;
    if (ps.state != PARAMETERS_ORDINARY || a->posonlyargs.n || !a->args.n) parser_fail(p);
    a->posonlyargs = a->args;
    a->args = (NodeList){0};
    return ps;
}

Parameters parameters_add_star(Parser *p, Parameters ps, Node *parameter) {
    if (ps.state != PARAMETERS_ORDINARY) parser_fail(p);
    ps.node->arguments.vararg = parameter;
    ps.state = parameter ? PARAMETERS_KEYWORD_ONLY : PARAMETERS_BARE_STAR;
    return ps;
}

Parameters parameters_add_stars(Parser *p, Parameters ps, Node *parameter) {
    if (ps.state == PARAMETERS_CLOSED || ps.state == PARAMETERS_BARE_STAR) parser_fail(p);
    ps.node->arguments.kwarg = parameter;
    ps.state = PARAMETERS_CLOSED;
    return ps;
}

Node *parameters_end(Parser *p, Parameters ps) {
    if (ps.state == PARAMETERS_BARE_STAR) parser_fail(p);
    return ps.node;
}
