/* Functions and lambdas: their code, and the function object made of code, defaults, annotations and closure. */
#include "interp/compile/compiler.h"

/* --- the code --- */

static void note_params(Compiler *c, const Node *arguments) {
    Unit *u = c->unit;
    const Astarguments *a = &arguments->arguments;
    u->posonly_count = (uint16_t)a->posonlyargs.n;
    u->arg_count = (uint16_t)(a->posonlyargs.n + a->args.n);
    u->kwonly_count = (uint16_t)a->kwonlyargs.n;
    if (a->vararg) u->flags |= CODE_VARARGS;
    if (a->kwarg) u->flags |= CODE_VARKEYWORDS;
    if (!a->vararg && !a->kwarg && !a->kwonlyargs.n) u->flags |= CODE_SIMPLE;
}

/* The statements behind the docstring, if there is one: *doc. */
static NodeList without_docstring(Compiler *c, NodeList body, Object **doc) {
    *doc = NULL;
    if (!body.n || body.at[0]->kind != AST_Expr || body.at[0]->Expr.value->kind != AST_Constant) return body;
    const AstConst *k = &body.at[0]->Expr.value->Constant.value;
    if (k->type != CONST_STR) return body;
    if (c->optimize < 2) *doc = fold_docstring(c, k);
    return (NodeList){.n = body.n - 1, .at = body.at + 1};
}

NodeList function_docstring(Compiler *c, NodeList body, Str *store_as) {
    Object *doc;
    NodeList rest = without_docstring(c, body, &doc);
    if (!doc) return rest;
    if (store_as) {
        Place at = body.at[0]->at;
        emit(c, at, OP_STORE_NAME, const_operand(c, at, doc), name_index(c, store_as), 0);
    } else {
        const_index(c, doc);
        c->unit->flags |= CODE_HAS_DOCSTRING;
    }
    return rest;
}

static bool is_method(const Compiler *c) {
    const Unit *u = c->unit;
    while (u && u->unit_scope->kind == SCOPE_TYPE_PARAMS) u = u->outer;
    return u && u->unit_scope->kind == SCOPE_CLASS;
}

int definition_line(const Node *s) {
    NodeList decorators = s->kind == AST_ClassDef ? s->ClassDef.decorator_list : s->FunctionDef.decorator_list;
    return decorators.n ? decorators.at[0]->at.lineno : s->at.lineno;
}

static Object *function_code(Compiler *c, const Node *s, Scope *scope) {
    bool method = is_method(c);
    unit_enter(c, scope, compile_name(c, s->FunctionDef.name), definition_line(s));
    note_params(c, s->FunctionDef.args);
    if (method) c->unit->flags |= CODE_METHOD;
    stmt_list(c, function_docstring(c, s->FunctionDef.body, NULL));
    return unit_leave(c);
}

/* --- the object --- */

void function_make(Compiler *c, Place at, Object *code, const Scope *scope, unsigned to) {
    uint32_t index = const_index(c, code);
    if (index > UINT16_MAX) compile_error(c, at, "too many constants");
    emit(c, at, OP_MAKE_FUNCTION, to, index, 0);
    if (!scope->free_count) return;
    unsigned mark = temp_mark(c), window = temp_push_many(c, scope->free_count);
    for (uint32_t i = 0; i < scope->free_count; i++) variable_load_cell(c, at, scope->frees[i]->name, window + i);
    emit(c, at, OP_BUILD_TUPLE, window, window, scope->free_count);
    emit(c, at, OP_SET_FUNCTION, to, FUNCTION_CLOSURE, dying(window));
    temp_release(c, mark);
}

/* Defaults as they are handed to the function: constants or temporaries; ANYWHERE: there are none. */
typedef struct Defaults {
    Operand positional, keyword;
} Defaults;

static Operand positional_defaults(Compiler *c, Place at, NodeList defaults) {
    if (!defaults.n) return ANYWHERE;
    Object *constant = fold_items(c, defaults);
    if (constant) return const_operand(c, at, constant);
    unsigned to = temp_push(c);
    expr_to(c, defaults.at[0], to);
    for (int i = 1; i < defaults.n; i++) expr_pushed(c, defaults.at[i]);
    emit(c, at, OP_BUILD_TUPLE, to, to, (unsigned)defaults.n);
    temp_release(c, to + 1);
    return dying(to);
}

static Operand keyword_defaults(Compiler *c, Place at, const Astarguments *a) {
    unsigned mark = temp_mark(c), n = 0;
    for (int i = 0; i < a->kwonlyargs.n; i++) {
        if (!a->kw_defaults.at[i]) continue;
        Object *name = (Object *)variable_name(c, a->kwonlyargs.at[i]->arg.arg);
        emit(c, at, OP_MOVE, temp_push(c), const_operand(c, at, name), 0);
        expr_pushed(c, a->kw_defaults.at[i]);
        n++;
    }
    if (!n) return ANYWHERE;
    emit(c, at, OP_BUILD_MAP, mark, mark, n);
    temp_release(c, mark + 1);
    return dying(mark);
}

static Defaults load_defaults(Compiler *c, Place at, const Node *arguments) {
    Defaults d;
    d.positional = positional_defaults(c, at, arguments->arguments.defaults);
    d.keyword = keyword_defaults(c, at, &arguments->arguments);
    return d;
}

static void set_part(Compiler *c, Place at, unsigned function, enum FunctionPart part, Operand value) {
    if (value != ANYWHERE) emit(c, at, OP_SET_FUNCTION, function, part, value);
}

/* In the register `to`; what is in the registers of `d` is consumed. */
static void make_function(Compiler *c, const Node *s, const Defaults *d, unsigned to) {
    unsigned mark = temp_mark(c);
    Scope *scope = scope_of(c, s, TAG_OWN);
    function_make(c, s->at, function_code(c, s, scope), scope, to);
    set_part(c, s->at, to, FUNCTION_DEFAULTS, d->positional);
    set_part(c, s->at, to, FUNCTION_KWDEFAULTS, d->keyword);
    annotate_function(c, s, to);
    temp_release(c, mark);
}

/* --- generic functions: made by a function in which the type parameters are local --- */

static void make_generic(Compiler *c, const Node *s, const Defaults *d, unsigned to) {
    Scope *scope = scope_of(c, s, TAG_TYPE_PARAMS);
    Object *name = compile_own(c, str_format("<generic parameters of %S>", compile_name(c, s->FunctionDef.name)));
    unit_enter(c, scope, (Str *)name, definition_line(s));
    c->unit->arg_count = 2;
    c->unit->flags |= CODE_SIMPLE;
    unsigned function = temp_push(c), params = temp_push(c);
    type_params(c, s->FunctionDef.type_params, params);
    Defaults inner = {d->positional == ANYWHERE ? ANYWHERE : 0, d->keyword == ANYWHERE ? ANYWHERE : 1};
    make_function(c, s, &inner, function);
    emit(c, s->at, OP_SET_FUNCTION, function, FUNCTION_TYPE_PARAMS, dying(params));
    emit(c, s->at, OP_RETURN, dying(function), 0, 0);
    emit_end(c);
    Object *code = unit_leave(c);

    unsigned mark = temp_mark(c), window = temp_push_many(c, 4);
    function_make(c, s->at, code, scope, window);
    Operand none = const_operand(c, s->at, NONE);
    emit(c, s->at, OP_MOVE, window + 2, d->positional == ANYWHERE ? none : d->positional, 0);
    emit(c, s->at, OP_MOVE, window + 3, d->keyword == ANYWHERE ? none : d->keyword, 0);
    emit(c, s->at, OP_CALL, to, window, 2);
    temp_release(c, mark);
}

/* --- decorators: windows one in the other, [decorator][ ][[decorator][ ][function]] --- */

unsigned decorators_push(Compiler *c, NodeList decorators) {
    for (int i = 0; i < decorators.n; i++) {
        expr_pushed(c, decorators.at[i]);
        temp_push(c);
    }
    return temp_push(c);
}

void decorators_call(Compiler *c, NodeList decorators, unsigned decorated) {
    for (int i = decorators.n - 1; i >= 0; i--, decorated -= 2)
        emit(c, decorators.at[i]->at, OP_CALL, decorated - 2, decorated - 2, 1);
}

/* --- statements and expressions --- */

void function_stmt(Compiler *c, const Node *s) {
    const AstFunctionDef *f = &s->FunctionDef;
    unsigned mark = temp_mark(c), function = decorators_push(c, f->decorator_list);
    Defaults d = load_defaults(c, s->at, f->args);
    if (f->type_params.n)
        make_generic(c, s, &d, function);
    else
        make_function(c, s, &d, function);
    decorators_call(c, f->decorator_list, function);
    variable_store(c, s->at, variable_name(c, f->name), dying(mark));
    temp_release(c, mark);
}

Operand lambda_near(Compiler *c, const Node *e, Operand near) {
    Scope *scope = scope_of(c, e, TAG_OWN);
    Operand to = result_register(c, scratch(c, near), temp_mark(c));
    unsigned level = temp_mark(c);
    Defaults d = load_defaults(c, e->at, e->Lambda.args);
    unit_enter(c, scope, compile_intern(c, "<lambda>"), e->at.lineno);
    note_params(c, e->Lambda.args);
    unsigned mark = temp_mark(c);
    Operand value = expr(c, e->Lambda.body);
    emit(c, e->Lambda.body->at, OP_RETURN, value, 0, 0);
    emit_end(c);
    temp_release(c, mark);
    Object *code = unit_leave(c);
    function_make(c, e->at, code, scope, to);
    set_part(c, e->at, to, FUNCTION_DEFAULTS, d.positional);
    set_part(c, e->at, to, FUNCTION_KWDEFAULTS, d.keyword);
    temp_release(c, level);
    if (is_discarded(near)) emit(c, e->at, OP_RELEASE, to, 0, 0);
    return dying(to);
}
