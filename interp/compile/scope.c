/* Builds the scopes of a tree: one walk, which notes for every piece of code what names it binds and uses.
 *
 * The order of the walk is the order in which code is generated, because the registers of locals are numbered by first
 * appearance. List, set and dict comprehensions get a scope but no code object of their own: their scope is inlined in
 * the unit around it (Scope.unit). Only where an annotation or type scope sees the names of a class are they functions,
 * as generator expressions always are.
 */
#include "interp/compile/compiler.h"

#include <string.h>

static void visit_expr(Compiler *c, const Node *e);
static void visit_stmts(Compiler *c, NodeList body);

/* --- symbols --- */

Symbol *scope_find(const Scope *s, const Str *name) {
    return (Symbol *)map_get(&s->symbols, name);
}

Symbol *scope_add(Compiler *c, Scope *s, Str *name, uint32_t flags) {
    Symbol *symbol = scope_find(s, name);
    if (!symbol) {
        symbol = compile_alloc(c, sizeof *symbol);
        symbol->name = name;
        symbol->scope = s;
        map_set(c, &s->symbols, name, (uintptr_t)symbol);
        Scope *unit = s->unit;
        *(unit->last ? &unit->last->next : &unit->first) = symbol;
        unit->last = symbol;
        symbol->sibling = s->own;
        s->own = symbol;
    }
    symbol->flags |= flags;
    return symbol;
}

static Str *mangled(Compiler *c, const Ident *i) {
    return scope_name(c, c->scope, i);
}

static void check_not_debug(Compiler *c, const Ident *i, Place at, const char *verb) {
    if (i->n == 9 && memcmp(i->text, "__debug__", 9) == 0) compile_error(c, at, "cannot %s __debug__", verb);
}

static void bind_name(Compiler *c, Str *name, uint32_t flags, Place at) {
    Scope *s = c->scope;
    if (s->in_target) {
        const Symbol *before = scope_find(s, name);
        if (before && before->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            compile_error(c, at, "comprehension inner loop cannot rebind assignment expression target '%S'", name);
        flags |= SYMBOL_ITERATION;
    }
    scope_add(c, s, name, flags);
}

static void bind_ident(Compiler *c, const Ident *i, uint32_t flags, Place at) {
    if (!i) return;
    check_not_debug(c, i, at, "assign to");
    bind_name(c, mangled(c, i), flags, at);
}

static bool function_like(const Scope *s) {
    return !scope_is_namespace(s);
}

static void use_name(Compiler *c, const Ident *i) {
    if (c->scope->unevaluated) return;
    Str *name = mangled(c, i);
    scope_add(c, c->scope, name, SYMBOL_USED);
    if (function_like(c->scope) && str_equal_c(name, "super")) scope_add(c, c->scope, names.__class__, SYMBOL_USED);
}

/* --- scopes --- */

static const void *scope_key(const Node *node, enum ScopeTag tag) {
    return (const char *)node + tag;
}

Scope *scope_of(Compiler *c, const Node *node, enum ScopeTag tag) {
    return (Scope *)map_get(&c->scopes, scope_key(node, tag));
}

static Scope *scope_enter(Compiler *c, ScopeKind kind, const Node *node, enum ScopeTag tag, bool inlined) {
    Scope *s = compile_alloc(c, sizeof *s), *parent = c->scope;
    s->kind = kind;
    s->node = node;
    s->parent = parent;
    s->unit = inlined ? parent->unit : s;
    if (parent) {
        s->class_node = parent->class_node;
        s->level = inlined ? parent->level + 1 : 0;
        s->in_iterable = parent->in_iterable;
        s->nested = parent->nested || function_like(parent);
        s->unevaluated = parent->unevaluated;
        c->last_scope->next = s;
    }
    c->last_scope = s;
    c->scope = s;
    map_set(c, &c->scopes, scope_key(node, tag), (uintptr_t)s);
    return s;
}

static void scope_leave(Compiler *c) {
    c->scope = c->scope->parent;
}

/* Annotation and type scopes directly in a class, and those within such a one, see the names of the class. */
static bool sees_class(const Scope *parent) {
    return parent->kind == SCOPE_CLASS || (scope_is_type(parent) && parent->sees_class);
}

static Scope *type_scope_enter(Compiler *c, ScopeKind kind, const Node *node, enum ScopeTag tag, const char *where) {
    bool in_class = sees_class(c->scope);
    Scope *s = scope_enter(c, kind, node, tag, false);
    s->where = where;
    s->sees_class = in_class;
    return s;
}

static void forbid_in_type_scope(Compiler *c, const char *what, Place at) {
    if (scope_is_type(c->scope)) compile_error(c, at, "%s cannot be used within %s", what, c->scope->where);
}

/* --- names of the language's constructs --- */

static void visit_exprs(Compiler *c, NodeList l) {
    for (int i = 0; i < l.n; i++)
        if (l.at[i]) visit_expr(c, l.at[i]);
}

static void visit_optional(Compiler *c, const Node *e) {
    if (e) visit_expr(c, e);
}

/* An assignment to self.x in a method is noted in the class, for __static_attributes__. */
static void note_static_attribute(Compiler *c, const Node *attribute) {
    const Node *self = attribute->Attribute.value;
    if (self->kind != AST_Name || strcmp(self->Name.id->text, "self") != 0) return;
    Scope *s = c->scope;
    while (s && s->kind != SCOPE_CLASS) s = s->parent;
    Str *name = compile_name(c, attribute->Attribute.attr);
    if (!s || map_get(&s->attribute_indexes, name)) return;
    s->static_attributes =
        compile_grow(c, s->static_attributes, s->attribute_count, &s->attribute_capacity, sizeof name);
    s->static_attributes[s->attribute_count++] = name;
    map_set(c, &s->attribute_indexes, name, s->attribute_count);
}

static void visit_defaults(Compiler *c, const Node *arguments) {
    visit_exprs(c, arguments->arguments.defaults);
    visit_exprs(c, arguments->arguments.kw_defaults);
}

static void bind_param(Compiler *c, const Node *arg) {
    if (!arg) return;
    const Ident *i = arg->arg.arg;
    check_not_debug(c, i, arg->at, "assign to");
    Str *name = mangled(c, i);
    const Symbol *before = scope_find(c->scope, name);
    if (before && before->flags & SYMBOL_PARAM)
        compile_error(c, arg->at, "duplicate argument '%S' in function definition", name);
    scope_add(c, c->scope, name, SYMBOL_PARAM);
    c->scope->param_count++;
}

static void bind_params(Compiler *c, const Node *arguments) {
    const Astarguments *a = &arguments->arguments;
    for (int i = 0; i < a->posonlyargs.n; i++) bind_param(c, a->posonlyargs.at[i]);
    for (int i = 0; i < a->args.n; i++) bind_param(c, a->args.at[i]);
    for (int i = 0; i < a->kwonlyargs.n; i++) bind_param(c, a->kwonlyargs.at[i]);
    bind_param(c, a->vararg);
    bind_param(c, a->kwarg);
}

/* The one parameter of code that the machine calls by itself: the iterable of a generator expression, .format. */
static void bind_hidden_param(Compiler *c, const char *name) {
    scope_add(c, c->scope, compile_intern(c, name), SYMBOL_PARAM);
    c->scope->param_count = 1;
}

/* --- annotations --- */

static void visit_annotation_of(Compiler *c, const Node *arg) {
    if (arg) visit_optional(c, arg->arg.annotation);
}

static bool has_annotations(const Node *function) {
    const Astarguments *a = &function->FunctionDef.args->arguments;
    NodeList lists[] = {a->posonlyargs, a->args, a->kwonlyargs};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < lists[i].n; j++)
            if (lists[i].at[j]->arg.annotation) return true;
    return function->FunctionDef.returns || (a->vararg && a->vararg->arg.annotation) ||
           (a->kwarg && a->kwarg->arg.annotation);
}

static void visit_function_annotations(Compiler *c, const Node *function) {
    if (!has_annotations(function)) return;
    const Astarguments *a = &function->FunctionDef.args->arguments;
    Scope *s = type_scope_enter(c, SCOPE_ANNOTATION, function, TAG_ANNOTATIONS, "an annotation");
    s->unevaluated |= c->future_annotations;
    bind_hidden_param(c, ".format");
    for (int i = 0; i < a->posonlyargs.n; i++) visit_annotation_of(c, a->posonlyargs.at[i]);
    for (int i = 0; i < a->args.n; i++) visit_annotation_of(c, a->args.at[i]);
    visit_annotation_of(c, a->vararg);
    for (int i = 0; i < a->kwonlyargs.n; i++) visit_annotation_of(c, a->kwonlyargs.at[i]);
    visit_annotation_of(c, a->kwarg);
    visit_optional(c, function->FunctionDef.returns);
    scope_leave(c);
}

/* A variable's annotation. All of a module's or class's are in one scope, which is entered again and again; those in a
 * function, and those of x.y and (x), are never evaluated, so that their names do not count. */
static void visit_variable_annotation(Compiler *c, const Node *s) {
    Scope *owner = c->scope;
    if (!scope_is_namespace(owner) || c->future_annotations || !s->AnnAssign.simple) {
        if (s->AnnAssign.simple) owner->textual_annotations = true;
        Scope *scratch = type_scope_enter(c, SCOPE_ANNOTATION, s, TAG_ANNOTATIONS, "an annotation");
        scratch->unevaluated = true;
        visit_expr(c, s->AnnAssign.annotation);
        scope_leave(c);
        return;
    }
    if (owner->kind == SCOPE_MODULE || owner->conditional) owner->conditional_annotations = true;
    Scope *annotations = scope_of(c, owner->node, TAG_ANNOTATIONS);
    if (annotations) {
        c->scope = annotations;
    } else {
        annotations = type_scope_enter(c, SCOPE_ANNOTATION, owner->node, TAG_ANNOTATIONS, "an annotation");
        bind_hidden_param(c, ".format");
    }
    visit_expr(c, s->AnnAssign.annotation);
    c->scope = owner;
    owner->annotations =
        compile_grow(c, owner->annotations, owner->annotation_count, &owner->annotation_capacity, sizeof(Node *));
    owner->annotations[owner->annotation_count++] = s;
    /* The index, plus 1, of an annotation that counts only once its statement was executed. */
    if (owner->kind == SCOPE_MODULE || owner->conditional)
        map_set(c, &c->scopes, scope_key(s, TAG_INDEX), ++owner->conditional_count);
}

static void visit_annotated_assignment(Compiler *c, const Node *s) {
    const Node *target = s->AnnAssign.target;
    visit_optional(c, s->AnnAssign.value);
    if (target->kind == AST_Name) {
        Str *name = mangled(c, target->Name.id);
        const Symbol *before = scope_find(c->scope, name);
        if (s->AnnAssign.simple && c->scope->parent && before && before->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            compile_error(c, s->at, "annotated name '%S' can't be %s", name,
                          before->flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
        check_not_debug(c, target->Name.id, target->at, "assign to");
        if (s->AnnAssign.simple)
            scope_add(c, c->scope, name, SYMBOL_ANNOTATED | SYMBOL_LOCAL);
        else if (s->AnnAssign.value)
            scope_add(c, c->scope, name, SYMBOL_LOCAL);
    } else {
        visit_expr(c, target);
    }
    visit_variable_annotation(c, s);
}

/* --- type parameters --- */

static void visit_type_variable_part(Compiler *c, const Node *p, const Node *e, enum ScopeTag tag, const char *where) {
    if (!e) return;
    type_scope_enter(c, SCOPE_TYPE_VARIABLE, p, tag, where);
    bind_hidden_param(c, ".format");
    visit_expr(c, e);
    scope_leave(c);
}

static const Node *type_param_default(const Node *p) {
    switch (p->kind) {
    case AST_TypeVar: return p->TypeVar.default_value;
    case AST_ParamSpec: return p->ParamSpec.default_value;
    default: return p->TypeVarTuple.default_value;
    }
}

/* The names of the three kinds are at the same place: the first field. */
static const Ident *type_param_name(const Node *p) {
    return p->TypeVar.name;
}

static void visit_type_param(Compiler *c, const Node *p) {
    Str *name = mangled(c, type_param_name(p));
    if (scope_find(c->scope, name)) compile_error(c, p->at, "duplicate type parameter '%S'", name);
    check_not_debug(c, type_param_name(p), p->at, "assign to");
    if (name == names.__classdict__)
        compile_error(c, p->at, "reserved name '%S' cannot be used for type parameter", name);
    scope_add(c, c->scope, name, SYMBOL_TYPE_PARAM);
    if (p->kind == AST_TypeVar) {
        const Node *bound = p->TypeVar.bound;
        visit_type_variable_part(c, p, bound, TAG_BOUND,
                                 bound && bound->kind == AST_Tuple ? "a TypeVar constraint" : "a TypeVar bound");
    }
    visit_type_variable_part(c, p, type_param_default(p), TAG_DEFAULT,
                             p->kind == AST_TypeVar     ? "a TypeVar default"
                             : p->kind == AST_ParamSpec ? "a ParamSpec default"
                                                        : "a TypeVarTuple default");
}

/* Enters the scope of type parameters; the caller leaves it. `hidden` arguments are handed to its code. */
static bool type_params_enter(Compiler *c, const Node *owner, NodeList params, const char *const *hidden) {
    if (!params.n) return false;
    type_scope_enter(c, SCOPE_TYPE_PARAMS, owner, TAG_TYPE_PARAMS, "the definition of a generic");
    for (; hidden && *hidden; hidden++) {
        scope_add(c, c->scope, compile_intern(c, *hidden), SYMBOL_PARAM);
        c->scope->param_count++;
    }
    for (int i = 0; i < params.n; i++) visit_type_param(c, params.at[i]);
    return true;
}

/* --- definitions --- */

static void visit_function(Compiler *c, const Node *s) {
    static const char *const hidden[] = {".defaults", ".kwdefaults", NULL};
    const AstFunctionDef *f = &s->FunctionDef;
    visit_exprs(c, f->decorator_list);
    visit_defaults(c, f->args);
    bool generic = type_params_enter(c, s, f->type_params, hidden);
    visit_function_annotations(c, s);
    Scope *scope = scope_enter(c, SCOPE_FUNCTION, s, TAG_OWN, false);
    scope->is_async = s->kind == AST_AsyncFunctionDef;
    scope->in_iterable = false;
    scope->unevaluated = false;
    bind_params(c, f->args);
    visit_stmts(c, f->body);
    scope_leave(c);
    if (generic) scope_leave(c);
    bind_ident(c, f->name, SYMBOL_LOCAL, s->at);
}

static void visit_lambda(Compiler *c, const Node *e) {
    visit_defaults(c, e->Lambda.args);
    scope_enter(c, SCOPE_LAMBDA, e, TAG_OWN, false);
    bind_params(c, e->Lambda.args);
    visit_expr(c, e->Lambda.body);
    scope_leave(c);
}

static void visit_keywords(Compiler *c, NodeList keywords) {
    for (int i = 0; i < keywords.n; i++) {
        const Node *k = keywords.at[i];
        if (k->keyword.arg) check_not_debug(c, k->keyword.arg, k->at, "assign to");
        visit_expr(c, k->keyword.value);
    }
}

static void visit_class(Compiler *c, const Node *s) {
    const AstClassDef *cls = &s->ClassDef;
    visit_exprs(c, cls->decorator_list);
    bool generic = type_params_enter(c, s, cls->type_params, NULL);
    if (generic) scope_add(c, c->scope, compile_intern(c, ".type_params"), SYMBOL_LOCAL);
    visit_exprs(c, cls->bases);
    visit_keywords(c, cls->keywords);
    Scope *scope = scope_enter(c, SCOPE_CLASS, s, TAG_OWN, false);
    scope->class_node = s;
    scope->in_iterable = false;
    if (generic) scope_add(c, scope, compile_intern(c, ".type_params"), SYMBOL_USED);
    visit_stmts(c, cls->body);
    scope_leave(c);
    if (generic) scope_leave(c);
    bind_ident(c, cls->name, SYMBOL_LOCAL, s->at);
}

static void visit_type_alias(Compiler *c, const Node *s) {
    visit_expr(c, s->TypeAlias.name);
    bool generic = type_params_enter(c, s, s->TypeAlias.type_params, NULL);
    type_scope_enter(c, SCOPE_TYPE_ALIAS, s, TAG_OWN, "a type alias");
    bind_hidden_param(c, ".format");
    visit_expr(c, s->TypeAlias.value);
    scope_leave(c);
    if (generic) scope_leave(c);
}

/* --- async --- */

/* Is this the code of an `async def` itself? */
static bool in_async_function(const Scope *s) {
    return s->kind == SCOPE_FUNCTION && s->is_async;
}

/* Or of a module that may await? That does not hold for the functions and classes in it. */
static bool in_async_module(const Compiler *c) {
    return c->flags & COMPILE_TOP_LEVEL_AWAIT && c->scope->kind == SCOPE_MODULE;
}

static void check_async(Compiler *c, Place at, const char *message) {
    if (in_async_function(c->scope) || in_async_module(c)) return;
    compile_error(c, at, "%s", message);
}

/* --- comprehensions --- */

static void visit_iterable(Compiler *c, const Node *e) {
    bool before = c->scope->in_iterable;
    c->scope->in_iterable = true;
    visit_expr(c, e);
    c->scope->in_iterable = before;
}

static void visit_target(Compiler *c, const Node *e) {
    c->scope->in_target = true;
    visit_expr(c, e);
    c->scope->in_target = false;
}

static void visit_comprehension(Compiler *c, const Node *e) {
    NodeList generators = e->kind == AST_DictComp ? e->DictComp.generators : e->ListComp.generators;
    const Astcomprehension *first = &generators.at[0]->comprehension;
    bool is_generator = e->kind == AST_GeneratorExp;
    visit_iterable(c, first->iter);
    bool inlined = !is_generator && !(scope_is_type(c->scope) && c->scope->sees_class);
    Scope *s = scope_enter(c, SCOPE_COMPREHENSION, e, TAG_OWN, inlined);
    if (!inlined) bind_hidden_param(c, ".0");
    s->is_generator = is_generator;
    for (int i = 0; i < generators.n; i++) {
        const Astcomprehension *g = &generators.at[i]->comprehension;
        if (i) visit_iterable(c, g->iter);
        if (g->is_async) s->is_async = true;
        visit_target(c, g->target);
        visit_exprs(c, g->ifs);
    }
    if (e->kind == AST_DictComp) {
        visit_expr(c, e->DictComp.key);
        visit_expr(c, e->DictComp.value);
    } else {
        visit_expr(c, e->ListComp.elt);
    }
    scope_leave(c);
    if (is_generator || !s->is_async) return;
    if (c->scope->kind == SCOPE_COMPREHENSION)
        c->scope->is_async = true;
    else
        check_async(c, e->at, "asynchronous comprehension outside of an asynchronous function");
    forbid_in_type_scope(c, "asynchronous comprehension", e->at);
    c->scope->has_await = true;
}

/* Where := in a comprehension may not bind its target, as the message has it; NULL: it may. */
static const char *no_place_for_walrus(const Scope *s) {
    switch (s->kind) {
    case SCOPE_CLASS: return "in a class body";
    case SCOPE_TYPE_PARAMS: return "within the definition of a generic";
    case SCOPE_TYPE_ALIAS: return "in a type alias";
    case SCOPE_TYPE_VARIABLE: return "in a TypeVar bound";
    default: return NULL;
    }
}

/* The target of := within a comprehension is a name of the scope around all the comprehensions and annotations. */
static void bind_walrus_in_comprehension(Compiler *c, const Node *target) {
    Str *name = mangled(c, target->Name.id);
    for (Scope *s = c->scope; s; s = s->parent) {
        Symbol *symbol = scope_find(s, name);
        if (s->kind == SCOPE_COMPREHENSION) {
            if (symbol && symbol->flags & SYMBOL_ITERATION)
                compile_error(c, target->at,
                              "assignment expression cannot rebind comprehension iteration variable '%S'",
                              compile_name(c, target->Name.id));
            continue;
        }
        if (s->kind == SCOPE_ANNOTATION) continue;
        const char *where = no_place_for_walrus(s);
        if (where)
            compile_error(c, target->at, "assignment expression within a comprehension cannot be used %s", where);
        bool is_global = s->kind == SCOPE_MODULE || (symbol && symbol->flags & SYMBOL_GLOBAL);
        scope_add(c, c->scope, name, is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL);
        scope_add(c, s, name, s->kind == SCOPE_MODULE ? SYMBOL_GLOBAL : SYMBOL_LOCAL | SYMBOL_WALRUS);
        return;
    }
}

static void visit_walrus(Compiler *c, const Node *e) {
    const Node *target = e->NamedExpr.target;
    forbid_in_type_scope(c, "named expression", e->at);
    if (c->scope->in_iterable)
        compile_error(c, e->at, "assignment expression cannot be used in a comprehension iterable expression");
    visit_expr(c, e->NamedExpr.value);
    check_not_debug(c, target->Name.id, target->at, "assign to");
    if (c->scope->kind == SCOPE_COMPREHENSION)
        bind_walrus_in_comprehension(c, target);
    else
        bind_ident(c, target->Name.id, SYMBOL_LOCAL | SYMBOL_WALRUS, target->at);
}

/* --- expressions --- */

static void visit_yield(Compiler *c, const Node *e, const Node *value) {
    Scope *s = c->scope;
    forbid_in_type_scope(c, "yield expression", e->at);
    visit_optional(c, value);
    if (s->kind == SCOPE_COMPREHENSION) {
        const char *what = s->node->kind == AST_ListComp   ? "list comprehension"
                           : s->node->kind == AST_SetComp  ? "set comprehension"
                           : s->node->kind == AST_DictComp ? "dict comprehension"
                                                           : "generator expression";
        compile_error(c, e->at, "'yield' inside %s", what);
    }
    s->is_generator = true;
}

static void visit_await(Compiler *c, const Node *e) {
    Scope *s = c->scope;
    forbid_in_type_scope(c, "await expression", e->at);
    if (!in_async_module(c)) {
        if (scope_is_namespace(s)) compile_error(c, e->at, "'await' outside function");
        if (!in_async_function(s) && s->kind != SCOPE_COMPREHENSION)
            compile_error(c, e->at, "'await' outside async function");
    }
    visit_expr(c, e->Await.value);
    s->has_await = true;
    if (s->kind == SCOPE_COMPREHENSION) s->is_async = true;
}

static void visit_name(Compiler *c, const Node *e) {
    switch (e->Name.ctx) {
    case AST_Load: use_name(c, e->Name.id); break;
    case AST_Store: bind_ident(c, e->Name.id, SYMBOL_LOCAL, e->at); break;
    default:
        check_not_debug(c, e->Name.id, e->at, "delete");
        bind_name(c, mangled(c, e->Name.id), SYMBOL_LOCAL | SYMBOL_DELETED, e->at);
    }
}

static void visit_attribute(Compiler *c, const Node *e) {
    if (e->Attribute.ctx == AST_Store) note_static_attribute(c, e);
    if (e->Attribute.ctx != AST_Load)
        check_not_debug(c, e->Attribute.attr, e->at, e->Attribute.ctx == AST_Store ? "assign to" : "delete");
    visit_expr(c, e->Attribute.value);
}

static void visit_expr(Compiler *c, const Node *e) {
    compile_check_stack(c);
    switch (e->kind) {
    case AST_BoolOp: visit_exprs(c, e->BoolOp.values); break;
    case AST_NamedExpr: visit_walrus(c, e); break;
    case AST_BinOp:
        visit_expr(c, e->BinOp.left);
        visit_expr(c, e->BinOp.right);
        break;
    case AST_UnaryOp: visit_expr(c, e->UnaryOp.operand); break;
    case AST_Lambda: visit_lambda(c, e); break;
    case AST_IfExp:
        visit_expr(c, e->IfExp.test);
        visit_expr(c, e->IfExp.body);
        visit_expr(c, e->IfExp.orelse);
        break;
    case AST_Dict:
        for (int i = 0; i < e->Dict.values.n; i++) {
            visit_optional(c, e->Dict.keys.at[i]);
            visit_expr(c, e->Dict.values.at[i]);
        }
        break;
    case AST_Set: visit_exprs(c, e->Set.elts); break;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: visit_comprehension(c, e); break;
    case AST_Await: visit_await(c, e); break;
    case AST_Yield: visit_yield(c, e, e->Yield.value); break;
    case AST_YieldFrom: visit_yield(c, e, e->YieldFrom.value); break;
    case AST_Compare:
        visit_expr(c, e->Compare.left);
        visit_exprs(c, e->Compare.comparators);
        break;
    case AST_Call:
        visit_expr(c, e->Call.func);
        visit_exprs(c, e->Call.args);
        visit_keywords(c, e->Call.keywords);
        break;
    case AST_FormattedValue:
        visit_expr(c, e->FormattedValue.value);
        visit_optional(c, e->FormattedValue.format_spec);
        break;
    case AST_Interpolation:
        visit_expr(c, e->Interpolation.value);
        visit_optional(c, e->Interpolation.format_spec);
        break;
    case AST_JoinedStr: visit_exprs(c, e->JoinedStr.values); break;
    case AST_TemplateStr: visit_exprs(c, e->TemplateStr.values); break;
    case AST_Attribute: visit_attribute(c, e); break;
    case AST_Subscript:
        visit_expr(c, e->Subscript.value);
        visit_expr(c, e->Subscript.slice);
        break;
    case AST_Starred: visit_expr(c, e->Starred.value); break;
    case AST_Name: visit_name(c, e); break;
    case AST_List: visit_exprs(c, e->List.elts); break;
    case AST_Tuple: visit_exprs(c, e->Tuple.elts); break;
    case AST_Slice:
        visit_optional(c, e->Slice.lower);
        visit_optional(c, e->Slice.upper);
        visit_optional(c, e->Slice.step);
        break;
    default: break;
    }
}

/* --- patterns --- */

static void visit_pattern(Compiler *c, const Node *p);

static void visit_patterns(Compiler *c, NodeList l) {
    for (int i = 0; i < l.n; i++) visit_pattern(c, l.at[i]);
}

static void visit_pattern(Compiler *c, const Node *p) {
    compile_check_stack(c);
    switch (p->kind) {
    case AST_MatchValue: visit_expr(c, p->MatchValue.value); break;
    case AST_MatchSequence: visit_patterns(c, p->MatchSequence.patterns); break;
    case AST_MatchMapping:
        visit_exprs(c, p->MatchMapping.keys);
        visit_patterns(c, p->MatchMapping.patterns);
        bind_ident(c, p->MatchMapping.rest, SYMBOL_LOCAL, p->at);
        break;
    case AST_MatchClass:
        visit_expr(c, p->MatchClass.cls);
        visit_patterns(c, p->MatchClass.patterns);
        for (int i = 0; i < p->MatchClass.kwd_attrs.n; i++)
            check_not_debug(c, p->MatchClass.kwd_attrs.at[i], p->MatchClass.kwd_patterns.at[i]->at, "assign to");
        visit_patterns(c, p->MatchClass.kwd_patterns);
        break;
    case AST_MatchStar: bind_ident(c, p->MatchStar.name, SYMBOL_LOCAL, p->at); break;
    case AST_MatchAs:
        if (p->MatchAs.pattern) visit_pattern(c, p->MatchAs.pattern);
        bind_ident(c, p->MatchAs.name, SYMBOL_LOCAL, p->at);
        break;
    case AST_MatchOr: visit_patterns(c, p->MatchOr.patterns); break;
    default: break;
    }
}

/* --- statements --- */

static Scope *module_scope(const Compiler *c) {
    Scope *s = c->scope;
    while (s->parent) s = s->parent;
    return s;
}

static void visit_declaration(Compiler *c, const Node *s, IdentList idents, uint32_t flag, const char *word) {
    for (int i = 0; i < idents.n; i++) {
        Str *name = mangled(c, idents.at[i]);
        const Symbol *before = scope_find(c->scope, name);
        uint32_t flags = before ? before->flags : 0;
        if (flags & SYMBOL_PARAM) compile_error(c, s->at, "name '%S' is parameter and %s", name, word);
        if (flags & SYMBOL_USED) compile_error(c, s->at, "name '%S' is used prior to %s declaration", name, word);
        if (flags & SYMBOL_ANNOTATED) compile_error(c, s->at, "annotated name '%S' can't be %s", name, word);
        if (flags & SYMBOL_LOCAL) compile_error(c, s->at, "name '%S' is assigned to before %s declaration", name, word);
        Symbol *symbol = scope_add(c, c->scope, name, flag);
        if (!symbol->declaration) symbol->declaration = s;
        if (flag == SYMBOL_GLOBAL) scope_add(c, module_scope(c), name, flag); /* it is global there, too */
    }
}

static void visit_import(Compiler *c, NodeList aliases) {
    for (int i = 0; i < aliases.n; i++) {
        const Node *a = aliases.at[i];
        const Ident *name = a->alias.name;
        if (a->alias.asname) {
            bind_ident(c, a->alias.asname, SYMBOL_IMPORTED, a->at);
        } else if (name->n == 1 && name->text[0] == '*') {
            if (c->scope->kind != SCOPE_MODULE) compile_error(c, a->at, "import * only allowed at module level");
        } else {
            Str *bound = scope_import_name(c, c->scope, name);
            if (str_equal_c((Object *)bound, "__debug__")) compile_error(c, a->at, "cannot assign to __debug__");
            scope_add(c, c->scope, bound, SYMBOL_IMPORTED);
        }
    }
}

/* `self.x += 1` does not make x one of the static attributes. */
static void visit_augmented(Compiler *c, const AstAugAssign *a) {
    if (a->target->kind == AST_Attribute)
        visit_expr(c, a->target->Attribute.value);
    else
        visit_expr(c, a->target);
    visit_expr(c, a->value);
}

static void visit_try(Compiler *c, const AstTry *t) {
    visit_stmts(c, t->body);
    for (int i = 0; i < t->handlers.n; i++) {
        const Node *h = t->handlers.at[i];
        visit_optional(c, h->ExceptHandler.type);
        bind_ident(c, h->ExceptHandler.name, SYMBOL_LOCAL | SYMBOL_DELETED, h->at);
        visit_stmts(c, h->ExceptHandler.body);
    }
    visit_stmts(c, t->orelse);
    visit_stmts(c, t->finalbody);
}

static void visit_with(Compiler *c, const AstWith *w) {
    for (int i = 0; i < w->items.n; i++) {
        visit_expr(c, w->items.at[i]->withitem.context_expr);
        visit_optional(c, w->items.at[i]->withitem.optional_vars);
    }
    visit_stmts(c, w->body);
}

static void visit_for(Compiler *c, const AstFor *f) {
    visit_expr(c, f->iter);
    visit_expr(c, f->target);
    visit_stmts(c, f->body);
    visit_stmts(c, f->orelse);
}

static void visit_match(Compiler *c, const AstMatch *m) {
    visit_expr(c, m->subject);
    for (int i = 0; i < m->cases.n; i++) {
        const Astmatch_case *k = &m->cases.at[i]->match_case;
        visit_pattern(c, k->pattern);
        visit_optional(c, k->guard);
        visit_stmts(c, k->body);
    }
}

/* Statements whose parts may or may not be executed. */
static void visit_conditional(Compiler *c, const Node *s) {
    c->scope->conditional++;
    if (s->kind == AST_AsyncFor) check_async(c, s->at, "'async for' outside async function");
    if (s->kind == AST_AsyncWith) check_async(c, s->at, "'async with' outside async function");
    if (s->kind == AST_AsyncFor || s->kind == AST_AsyncWith) c->scope->has_await = true;
    switch (s->kind) {
    case AST_For:
    case AST_AsyncFor: visit_for(c, &s->For); break;
    case AST_While:
        visit_expr(c, s->While.test);
        visit_stmts(c, s->While.body);
        visit_stmts(c, s->While.orelse);
        break;
    case AST_If:
        visit_expr(c, s->If.test);
        visit_stmts(c, s->If.body);
        visit_stmts(c, s->If.orelse);
        break;
    case AST_With:
    case AST_AsyncWith: visit_with(c, &s->With); break;
    case AST_Match: visit_match(c, &s->Match); break;
    default: visit_try(c, &s->Try); break;
    }
    c->scope->conditional--;
}

static void visit_stmt(Compiler *c, const Node *s) {
    compile_check_stack(c);
    switch (s->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: visit_function(c, s); break;
    case AST_ClassDef: visit_class(c, s); break;
    case AST_Return: visit_optional(c, s->Return.value); break;
    case AST_Delete: visit_exprs(c, s->Delete.targets); break;
    case AST_Assign:
        visit_expr(c, s->Assign.value);
        visit_exprs(c, s->Assign.targets);
        break;
    case AST_TypeAlias: visit_type_alias(c, s); break;
    case AST_AugAssign: visit_augmented(c, &s->AugAssign); break;
    case AST_AnnAssign: visit_annotated_assignment(c, s); break;
    case AST_Raise:
        visit_optional(c, s->Raise.exc);
        visit_optional(c, s->Raise.cause);
        break;
    case AST_Assert:
        visit_expr(c, s->Assert.test);
        visit_optional(c, s->Assert.msg);
        break;
    case AST_Import: visit_import(c, s->Import.names); break;
    case AST_ImportFrom:
        future_check(c, s);
        visit_import(c, s->ImportFrom.names);
        break;
    case AST_Global: visit_declaration(c, s, s->Global.names, SYMBOL_GLOBAL, "global"); break;
    case AST_Nonlocal: visit_declaration(c, s, s->Nonlocal.names, SYMBOL_NONLOCAL, "nonlocal"); break;
    case AST_Expr: visit_expr(c, s->Expr.value); break;
    case AST_Pass:
    case AST_Break:
    case AST_Continue: break;
    default: visit_conditional(c, s); break;
    }
}

static void visit_stmts(Compiler *c, NodeList body) {
    for (int i = 0; i < body.n; i++) visit_stmt(c, body.at[i]);
}

Scope *scope_build(Compiler *c, const Node *tree) {
    Scope *root = scope_enter(c, SCOPE_MODULE, tree, TAG_OWN, false);
    if (tree->kind == AST_Expression)
        visit_expr(c, tree->Expression.body);
    else
        visit_stmts(c, tree->Module.body);
    c->scope = NULL;
    return root;
}
