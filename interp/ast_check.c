/* Whether a tree that no parser has made has the form that the compiler relies on.
 *
 * The types of all fields are right already (ast_read.c). What is left is how many there are of each thing, that
 * targets are targets and everything else is read, and what patterns are made of.
 */
#include <string.h>

#include "interp/ast_objects.h"

static int check_expr(const Node *e, AstSymbol context);
static int check_pattern(const Node *p, bool star_allowed);
static int check_body(const Node *owner, NodeList body);

static int check_exprs(NodeList list, AstSymbol context) {
    for (int i = 0; i < list.n; i++)
        if (list.at[i] && check_expr(list.at[i], context) < 0) return -1;
    return 0;
}

static int check_some(const Node *owner, const char *what, int n) {
    return n ? 0 : raise_int(&exc_ValueError, "empty %s on %s", what, ast_nodes[owner->kind].name);
}

static int check_opt(const Node *e) {
    return e ? check_expr(e, AST_Load) : 0;
}

static int check_identifier(const Ident *name) {
    static const char *const constants[] = {"None", "True", "False"};
    for (int i = 0; i < 3 && name; i++)
        if (strcmp(name->text, constants[i]) == 0)
            return raise_int(&exc_ValueError, "identifier field can't represent '%s' constant", constants[i]);
    return 0;
}

/* --- parts --- */

static int check_arg_list(NodeList args) {
    for (int i = 0; i < args.n; i++)
        if (check_identifier(args.at[i]->arg.arg) < 0 || check_opt(args.at[i]->arg.annotation) < 0) return -1;
    return 0;
}

static int check_arguments(const Node *n) {
    const Astarguments *a = &n->arguments;
    if (check_arg_list(a->posonlyargs) < 0 || check_arg_list(a->args) < 0) return -1;
    if (a->vararg && check_opt(a->vararg->arg.annotation) < 0) return -1;
    if (check_arg_list(a->kwonlyargs) < 0) return -1;
    if (a->kwarg && check_opt(a->kwarg->arg.annotation) < 0) return -1;
    if (a->defaults.n > a->posonlyargs.n + a->args.n)
        return raise_int(&exc_ValueError, "more positional defaults than args on arguments");
    if (a->kw_defaults.n != a->kwonlyargs.n)
        return raise_int(&exc_ValueError, "length of kwonlyargs is not the same as kw_defaults on arguments");
    return check_exprs(a->defaults, AST_Load) < 0 ? -1 : check_exprs(a->kw_defaults, AST_Load);
}

static int check_keywords(NodeList keywords) {
    for (int i = 0; i < keywords.n; i++)
        if (check_expr(keywords.at[i]->keyword.value, AST_Load) < 0) return -1;
    return 0;
}

static int check_comprehension(NodeList generators) {
    if (!generators.n) return raise_int(&exc_ValueError, "comprehension with no generators");
    for (int i = 0; i < generators.n; i++) {
        const Astcomprehension *c = &generators.at[i]->comprehension;
        if (check_expr(c->target, AST_Store) < 0 || check_expr(c->iter, AST_Load) < 0 ||
            check_exprs(c->ifs, AST_Load) < 0)
            return -1;
    }
    return 0;
}

static int check_type_params(NodeList params) {
    for (int i = 0; i < params.n; i++) {
        const Node *p = params.at[i];
        switch (p->kind) {
        case AST_TypeVar:
            if (check_identifier(p->TypeVar.name) < 0 || check_opt(p->TypeVar.bound) < 0 ||
                check_opt(p->TypeVar.default_value) < 0)
                return -1;
            break;
        case AST_ParamSpec:
            if (check_identifier(p->ParamSpec.name) < 0 || check_opt(p->ParamSpec.default_value) < 0) return -1;
            break;
        default:
            if (check_identifier(p->TypeVarTuple.name) < 0 || check_opt(p->TypeVarTuple.default_value) < 0) return -1;
        }
    }
    return 0;
}

/* --- expressions --- */

static const char *context_name(AstSymbol context) {
    return ast_symbols[context].name;
}

/* Those with a context have the expected one; the others are only read. */
static int check_context(const Node *e, AstSymbol expected) {
    AstSymbol actual = AST_Load;
    switch (e->kind) {
    case AST_Attribute: actual = e->Attribute.ctx; break;
    case AST_Subscript: actual = e->Subscript.ctx; break;
    case AST_Starred: actual = e->Starred.ctx; break;
    case AST_Name: actual = e->Name.ctx; break;
    case AST_List: actual = e->List.ctx; break;
    case AST_Tuple: actual = e->Tuple.ctx; break;
    default:
        if (expected == AST_Load) return 0;
        return raise_int(&exc_ValueError, "expression which can't be assigned to in %s context",
                         context_name(expected));
    }
    if (actual == expected) return 0;
    return raise_int(&exc_ValueError, "expression must have %s context but has %s instead", context_name(expected),
                     context_name(actual));
}

static int check_compare(const AstCompare *c) {
    if (!c->comparators.n) return raise_int(&exc_ValueError, "Compare with no comparators");
    if (c->comparators.n != c->ops.n)
        return raise_int(&exc_ValueError, "Compare has a different number of comparators and operands");
    return check_exprs(c->comparators, AST_Load) < 0 ? -1 : check_expr(c->left, AST_Load);
}

static int check_conversion(int conversion) {
    if (conversion == -1 || conversion == 'a' || conversion == 'r' || conversion == 's') return 0;
    return raise_int(&exc_SystemError, "Unrecognized conversion character %d", conversion);
}

static int check_expr(const Node *e, AstSymbol context) {
    if (stack_check(" during compilation") < 0 || check_context(e, context) < 0) return -1;
    switch (e->kind) {
    case AST_BoolOp:
        if (e->BoolOp.values.n < 2) return raise_int(&exc_ValueError, "BoolOp with less than 2 values");
        return check_exprs(e->BoolOp.values, AST_Load);
    case AST_NamedExpr:
        if (e->NamedExpr.target->kind != AST_Name) return raise_int(&exc_TypeError, "NamedExpr target must be a Name");
        return check_expr(e->NamedExpr.target, AST_Store) < 0 ? -1 : check_expr(e->NamedExpr.value, AST_Load);
    case AST_BinOp: return check_expr(e->BinOp.left, AST_Load) < 0 ? -1 : check_expr(e->BinOp.right, AST_Load);
    case AST_UnaryOp: return check_expr(e->UnaryOp.operand, AST_Load);
    case AST_Lambda: return check_arguments(e->Lambda.args) < 0 ? -1 : check_expr(e->Lambda.body, AST_Load);
    case AST_IfExp:
        return check_expr(e->IfExp.test, AST_Load) < 0 || check_expr(e->IfExp.body, AST_Load) < 0
                   ? -1
                   : check_expr(e->IfExp.orelse, AST_Load);
    case AST_Dict:
        if (e->Dict.keys.n != e->Dict.values.n)
            return raise_int(&exc_ValueError, "Dict doesn't have the same number of keys as values");
        return check_exprs(e->Dict.keys, AST_Load) < 0 ? -1 : check_exprs(e->Dict.values, AST_Load);
    case AST_Set: return check_exprs(e->Set.elts, AST_Load);
    case AST_ListComp:
        return check_comprehension(e->ListComp.generators) < 0 ? -1 : check_expr(e->ListComp.elt, AST_Load);
    case AST_SetComp: return check_comprehension(e->SetComp.generators) < 0 ? -1 : check_expr(e->SetComp.elt, AST_Load);
    case AST_GeneratorExp:
        return check_comprehension(e->GeneratorExp.generators) < 0 ? -1 : check_expr(e->GeneratorExp.elt, AST_Load);
    case AST_DictComp:
        return check_comprehension(e->DictComp.generators) < 0 || check_expr(e->DictComp.key, AST_Load) < 0
                   ? -1
                   : check_expr(e->DictComp.value, AST_Load);
    case AST_Await: return check_expr(e->Await.value, AST_Load);
    case AST_Yield: return check_opt(e->Yield.value);
    case AST_YieldFrom: return check_expr(e->YieldFrom.value, AST_Load);
    case AST_Compare: return check_compare(&e->Compare);
    case AST_Call:
        return check_expr(e->Call.func, AST_Load) < 0 || check_exprs(e->Call.args, AST_Load) < 0
                   ? -1
                   : check_keywords(e->Call.keywords);
    case AST_FormattedValue:
        return check_conversion(e->FormattedValue.conversion) < 0 || check_expr(e->FormattedValue.value, AST_Load) < 0
                   ? -1
                   : check_opt(e->FormattedValue.format_spec);
    case AST_Interpolation:
        return check_conversion(e->Interpolation.conversion) < 0 || check_expr(e->Interpolation.value, AST_Load) < 0
                   ? -1
                   : check_opt(e->Interpolation.format_spec);
    case AST_JoinedStr: return check_exprs(e->JoinedStr.values, AST_Load);
    case AST_TemplateStr: return check_exprs(e->TemplateStr.values, AST_Load);
    case AST_Attribute: return check_expr(e->Attribute.value, AST_Load);
    case AST_Subscript:
        return check_expr(e->Subscript.slice, AST_Load) < 0 ? -1 : check_expr(e->Subscript.value, AST_Load);
    case AST_Starred: return check_expr(e->Starred.value, context);
    case AST_Name: return check_identifier(e->Name.id);
    case AST_List: return check_exprs(e->List.elts, context);
    case AST_Tuple: return check_exprs(e->Tuple.elts, context);
    case AST_Slice:
        return check_opt(e->Slice.lower) < 0 || check_opt(e->Slice.upper) < 0 ? -1 : check_opt(e->Slice.step);
    default: return 0;
    }
}

/* --- patterns --- */

static bool is_number(const Node *e, bool imaginary) {
    if (e->kind != AST_Constant) return false;
    AstConstType type = e->Constant.value.type;
    return imaginary ? type == CONST_IMAG : type == CONST_INT || type == CONST_FLOAT;
}

static bool is_negated_number(const Node *e, bool imaginary_too) {
    if (e->kind == AST_UnaryOp && e->UnaryOp.op == AST_USub) e = e->UnaryOp.operand;
    return is_number(e, false) || (imaginary_too && is_number(e, true));
}

static int check_pattern_value(const Node *e) {
    static const char *const refused = "patterns may only match literals and attribute lookups";
    switch (e->kind) {
    case AST_Constant: {
        AstConstType type = e->Constant.value.type;
        bool is_literal =
            type == CONST_INT || type == CONST_FLOAT || type == CONST_IMAG || type == CONST_STR || type == CONST_BYTES;
        return is_literal ? 0 : raise_int(&exc_ValueError, "unexpected constant inside of a literal pattern");
    }
    case AST_Attribute: return check_expr(e, AST_Load);
    case AST_UnaryOp: return is_negated_number(e, true) ? 0 : raise_int(&exc_ValueError, "%s", refused);
    case AST_BinOp: {
        AstSymbol op = e->BinOp.op;
        bool is_complex = (op == AST_Add || op == AST_Sub) && is_negated_number(e->BinOp.left, false) &&
                          is_number(e->BinOp.right, true);
        return is_complex ? 0 : raise_int(&exc_ValueError, "%s", refused);
    }
    case AST_JoinedStr: return check_expr(e, AST_Load);
    default: return raise_int(&exc_ValueError, "%s", refused);
    }
}

static int check_capture(const Ident *name) {
    if (name && strcmp(name->text, "_") == 0) return raise_int(&exc_ValueError, "can't capture name '_' in patterns");
    return check_identifier(name);
}

static int check_patterns(NodeList patterns, bool star_allowed) {
    for (int i = 0; i < patterns.n; i++)
        if (check_pattern(patterns.at[i], star_allowed) < 0) return -1;
    return 0;
}

static int check_class_pattern(const AstMatchClass *m) {
    if (m->kwd_attrs.n != m->kwd_patterns.n)
        return raise_int(&exc_ValueError, "MatchClass doesn't have the same number of keyword attributes as patterns");
    if (check_expr(m->cls, AST_Load) < 0) return -1;
    const Node *cls = m->cls;
    while (cls->kind == AST_Attribute) cls = cls->Attribute.value;
    if (cls->kind != AST_Name)
        return raise_int(&exc_ValueError, "MatchClass cls field can only contain Name or Attribute nodes.");
    for (int i = 0; i < m->kwd_attrs.n; i++)
        if (check_identifier(m->kwd_attrs.at[i]) < 0) return -1;
    return check_patterns(m->patterns, false) < 0 ? -1 : check_patterns(m->kwd_patterns, false);
}

static int check_mapping_pattern(const AstMatchMapping *m) {
    if (m->keys.n != m->patterns.n)
        return raise_int(&exc_ValueError, "MatchMapping doesn't have the same number of keys as patterns");
    if (check_capture(m->rest) < 0) return -1;
    for (int i = 0; i < m->keys.n; i++) {
        const Node *key = m->keys.at[i];
        AstConstType type = key->kind == AST_Constant ? key->Constant.value.type : CONST_STR;
        if (type == CONST_NONE || type == CONST_TRUE || type == CONST_FALSE) continue;
        if (check_pattern_value(key) < 0) return -1;
    }
    return check_patterns(m->patterns, false);
}

static int check_pattern(const Node *p, bool star_allowed) {
    if (stack_check(" during compilation") < 0) return -1;
    switch (p->kind) {
    case AST_MatchValue: return check_pattern_value(p->MatchValue.value);
    case AST_MatchSingleton: {
        AstConstType type = p->MatchSingleton.value.type;
        if (type == CONST_NONE || type == CONST_TRUE || type == CONST_FALSE) return 0;
        return raise_int(&exc_ValueError, "MatchSingleton can only contain True, False and None");
    }
    case AST_MatchSequence: return check_patterns(p->MatchSequence.patterns, true);
    case AST_MatchMapping: return check_mapping_pattern(&p->MatchMapping);
    case AST_MatchClass: return check_class_pattern(&p->MatchClass);
    case AST_MatchStar:
        if (!star_allowed) return raise_int(&exc_ValueError, "can't use MatchStar here");
        return check_capture(p->MatchStar.name);
    case AST_MatchAs:
        if (check_capture(p->MatchAs.name) < 0) return -1;
        if (!p->MatchAs.pattern) return 0;
        if (!p->MatchAs.name)
            return raise_int(&exc_ValueError, "MatchAs must specify a target name if a pattern is given");
        return check_pattern(p->MatchAs.pattern, false);
    default:
        if (p->MatchOr.patterns.n < 2) return raise_int(&exc_ValueError, "MatchOr requires at least 2 patterns");
        return check_patterns(p->MatchOr.patterns, false);
    }
}

/* --- statements --- */

static int check_function(const Node *s, const Node *args, NodeList body, NodeList decorators, const Node *returns,
                          NodeList type_params) {
    return check_body(s, body) < 0 || check_type_params(type_params) < 0 || check_arguments(args) < 0 ||
                   check_exprs(decorators, AST_Load) < 0
               ? -1
               : check_opt(returns);
}

static int check_class(const Node *s) {
    const AstClassDef *c = &s->ClassDef;
    return check_body(s, c->body) < 0 || check_type_params(c->type_params) < 0 || check_exprs(c->bases, AST_Load) < 0 ||
                   check_keywords(c->keywords) < 0
               ? -1
               : check_exprs(c->decorator_list, AST_Load);
}

static int check_statements(NodeList body);

static int check_loop(const Node *s, const Node *target, const Node *iter, NodeList body, NodeList orelse) {
    return check_expr(target, AST_Store) < 0 || check_expr(iter, AST_Load) < 0 || check_body(s, body) < 0
               ? -1
               : check_statements(orelse);
}

static int check_with(const Node *s, NodeList items, NodeList body) {
    if (check_some(s, "items", items.n) < 0) return -1;
    for (int i = 0; i < items.n; i++) {
        const Astwithitem *w = &items.at[i]->withitem;
        if (check_expr(w->context_expr, AST_Load) < 0) return -1;
        if (w->optional_vars && check_expr(w->optional_vars, AST_Store) < 0) return -1;
    }
    return check_body(s, body);
}

static int check_match(const Node *s) {
    NodeList cases = s->Match.cases;
    if (check_expr(s->Match.subject, AST_Load) < 0 || check_some(s, "cases", cases.n) < 0) return -1;
    for (int i = 0; i < cases.n; i++) {
        const Astmatch_case *c = &cases.at[i]->match_case;
        if (check_pattern(c->pattern, false) < 0 || check_opt(c->guard) < 0 || check_body(cases.at[i], c->body) < 0)
            return -1;
    }
    return 0;
}

static int check_try(const Node *s, NodeList body, NodeList handlers, NodeList orelse, NodeList finalbody) {
    const char *name = ast_nodes[s->kind].name;
    if (check_body(s, body) < 0) return -1;
    if (!handlers.n && !finalbody.n)
        return raise_int(&exc_ValueError, "%s has neither except handlers nor finalbody", name);
    if (!handlers.n && orelse.n) return raise_int(&exc_ValueError, "%s has orelse but no except handlers", name);
    for (int i = 0; i < handlers.n; i++) {
        const AstExceptHandler *h = &handlers.at[i]->ExceptHandler;
        if (check_opt(h->type) < 0 || check_body(handlers.at[i], h->body) < 0) return -1;
    }
    return check_statements(orelse) < 0 ? -1 : check_statements(finalbody);
}

static int check_annotated(const AstAnnAssign *a) {
    NodeKind kind = a->target->kind;
    if (kind != AST_Name && kind != AST_Attribute && kind != AST_Subscript)
        return raise_int(&exc_SystemError, "invalid node type (%s) for annotated assignment", ast_nodes[kind].name);
    if (kind != AST_Name && a->simple) return raise_int(&exc_TypeError, "AnnAssign with simple non-Name target");
    return check_expr(a->target, AST_Store) < 0 || check_opt(a->value) < 0 ? -1 : check_expr(a->annotation, AST_Load);
}

static int check_augmented(const AstAugAssign *a) {
    NodeKind kind = a->target->kind;
    if (kind != AST_Name && kind != AST_Attribute && kind != AST_Subscript)
        return raise_int(&exc_SystemError, "invalid node type (%s) for augmented assignment", ast_nodes[kind].name);
    return check_expr(a->target, AST_Store) < 0 ? -1 : check_expr(a->value, AST_Load);
}

static int check_statement(const Node *s) {
    if (stack_check(" during compilation") < 0) return -1;
    switch (s->kind) {
    case AST_FunctionDef: {
        const AstFunctionDef *f = &s->FunctionDef;
        return check_function(s, f->args, f->body, f->decorator_list, f->returns, f->type_params);
    }
    case AST_AsyncFunctionDef: {
        const AstAsyncFunctionDef *f = &s->AsyncFunctionDef;
        return check_function(s, f->args, f->body, f->decorator_list, f->returns, f->type_params);
    }
    case AST_ClassDef: return check_class(s);
    case AST_Return: return check_opt(s->Return.value);
    case AST_Delete:
        return check_some(s, "targets", s->Delete.targets.n) < 0 ? -1 : check_exprs(s->Delete.targets, AST_Del);
    case AST_Assign:
        return check_some(s, "targets", s->Assign.targets.n) < 0 || check_exprs(s->Assign.targets, AST_Store) < 0
                   ? -1
                   : check_expr(s->Assign.value, AST_Load);
    case AST_TypeAlias:
        if (s->TypeAlias.name->kind != AST_Name) return raise_int(&exc_TypeError, "TypeAlias with non-Name name");
        return check_expr(s->TypeAlias.name, AST_Store) < 0 || check_type_params(s->TypeAlias.type_params) < 0
                   ? -1
                   : check_expr(s->TypeAlias.value, AST_Load);
    case AST_AugAssign: return check_augmented(&s->AugAssign);
    case AST_AnnAssign: return check_annotated(&s->AnnAssign);
    case AST_For: return check_loop(s, s->For.target, s->For.iter, s->For.body, s->For.orelse);
    case AST_AsyncFor: return check_loop(s, s->AsyncFor.target, s->AsyncFor.iter, s->AsyncFor.body, s->AsyncFor.orelse);
    case AST_While:
        return check_expr(s->While.test, AST_Load) < 0 || check_body(s, s->While.body) < 0
                   ? -1
                   : check_statements(s->While.orelse);
    case AST_If:
        return check_expr(s->If.test, AST_Load) < 0 || check_body(s, s->If.body) < 0 ? -1
                                                                                     : check_statements(s->If.orelse);
    case AST_With: return check_with(s, s->With.items, s->With.body);
    case AST_AsyncWith: return check_with(s, s->AsyncWith.items, s->AsyncWith.body);
    case AST_Match: return check_match(s);
    case AST_Raise:
        if (!s->Raise.exc && s->Raise.cause) return raise_int(&exc_ValueError, "Raise with cause but no exception");
        return check_opt(s->Raise.exc) < 0 ? -1 : check_opt(s->Raise.cause);
    case AST_Try: return check_try(s, s->Try.body, s->Try.handlers, s->Try.orelse, s->Try.finalbody);
    case AST_TryStar:
        return check_try(s, s->TryStar.body, s->TryStar.handlers, s->TryStar.orelse, s->TryStar.finalbody);
    case AST_Assert: return check_expr(s->Assert.test, AST_Load) < 0 ? -1 : check_opt(s->Assert.msg);
    case AST_Import: return check_some(s, "names", s->Import.names.n);
    case AST_ImportFrom:
        if (s->ImportFrom.level < 0) return raise_int(&exc_ValueError, "Negative ImportFrom level");
        return check_some(s, "names", s->ImportFrom.names.n);
    case AST_Global: return check_some(s, "names", s->Global.names.n);
    case AST_Nonlocal: return check_some(s, "names", s->Nonlocal.names.n);
    case AST_Expr: return check_expr(s->Expr.value, AST_Load);
    default: return 0;
    }
}

static int check_statements(NodeList body) {
    for (int i = 0; i < body.n; i++)
        if (check_statement(body.at[i]) < 0) return -1;
    return 0;
}

static int check_body(const Node *owner, NodeList body) {
    return check_some(owner, "body", body.n) < 0 ? -1 : check_statements(body);
}

int ast_check(const Node *tree) {
    switch (tree->kind) {
    case AST_Module: return check_statements(tree->Module.body);
    case AST_Interactive: return check_statements(tree->Interactive.body);
    default: return check_expr(tree->Expression.body, AST_Load);
    }
}
