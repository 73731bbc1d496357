/* Annotations and type parameters: expressions that are evaluated later, if ever, each in a function of its own.
 *
 * A function, class or module with annotations has an `__annotate__(format)` that makes the dict of them. Bounds,
 * defaults and the values of type aliases are functions of the same kind with one result. All of them know only the
 * first two formats, and say so to anybody who asks for another.
 *
 * Annotations of variables count only once their statements were executed, where that is not sure to happen: then the
 * set __conditional_annotations__ has the numbers of those that were. Under `from __future__ import annotations` there
 * is nothing to evaluate: the dict has the text of each.
 */
#include "interp/compile/compiler.h"

enum { FORMAT_MAX = 2 }; /* VALUE_WITH_FAKE_GLOBALS, of annotationlib.Format */

/* --- functions that are evaluated later --- */

static void evaluator_start(Compiler *c, Place at, Scope *scope, Str *name) {
    unit_enter(c, scope, name, at.lineno);
    c->unit->arg_count = c->unit->posonly_count = 1;
    c->unit->flags |= CODE_SIMPLE;
    Label known = label_new();
    unsigned mark = temp_mark(c), exception = temp_push(c);
    Operand max = const_operand(c, at, compile_own(c, int_from_i64(FORMAT_MAX)));
    emit_jump_cached(c, at, OP_JUMP_GT, false, 0, max, &known);
    emit(c, at, OP_MOVE, exception, const_operand(c, at, (Object *)&exc_NotImplementedError), 0);
    emit(c, at, OP_RAISE, dying(exception), 0, 1);
    emit_end(c);
    temp_release(c, mark);
    label_place(c, &known);
}

/* `*Ts`, where only one value may stand. */
static void annotation_to(Compiler *c, const Node *e, unsigned to) {
    if (c->future_annotations) {
        emit(c, e->at, OP_MOVE, to, const_operand(c, e->at, unparse_expr(c, e)), 0);
    } else if (e->kind == AST_Starred) {
        unsigned mark = temp_mark(c);
        emit(c, e->at, OP_UNPACK, to, expr(c, e->Starred.value), 1);
        temp_release(c, mark);
    } else {
        expr_to(c, e, to);
    }
}

/* A function that returns the value of e, its format defaulting to 1. */
static void evaluator_to(Compiler *c, const Node *e, Scope *scope, Str *name, unsigned to) {
    evaluator_start(c, e->at, scope, name);
    unsigned value = temp_push(c);
    bool future = c->future_annotations;
    c->future_annotations = false;
    annotation_to(c, e, value);
    c->future_annotations = future;
    emit(c, e->at, OP_RETURN, dying(value), 0, 0);
    emit_end(c);
    Object *code = unit_leave(c);
    function_make(c, e->at, code, scope, to);
    unsigned mark = temp_mark(c);
    Object *one = compile_own(c, int_from_i64(1));
    Operand defaults = const_operand(c, e->at, compile_own(c, tuple_from(&one, 1)));
    emit(c, e->at, OP_SET_FUNCTION, to, FUNCTION_DEFAULTS, defaults);
    temp_release(c, mark);
}

/* --- __annotate__ --- */

/* Its parameter is called `format`, though in the scope it must not hide that name. */
static void annotate_start(Compiler *c, Place at, Scope *scope, Str *name) {
    evaluator_start(c, at, scope, name);
    c->unit->name = names.__annotate__;
    scope->varnames[0] = compile_intern(c, "format");
}

static void annotation_entry(Compiler *c, Str *name, const Node *annotation, unsigned dict) {
    unsigned mark = temp_mark(c), value = temp_push(c);
    annotation_to(c, annotation, value);
    emit(c, annotation->at, OP_SET_ITEM, dict, const_operand(c, annotation->at, (Object *)name), dying(value));
    temp_release(c, mark);
}

/* Ends the unit that annotate_start began; the function is in a new temporary of the unit around. */
static unsigned annotate_finish(Compiler *c, Place at, Scope *scope, unsigned dict) {
    emit(c, at, OP_RETURN, dying(dict), 0, 0);
    emit_end(c);
    Object *code = unit_leave(c);
    unsigned to = temp_push(c);
    function_make(c, at, code, scope, to);
    return to;
}

static unsigned new_dict(Compiler *c, Place at) {
    unsigned dict = temp_push(c);
    emit(c, at, OP_BUILD_MAP, dict, dict, 0);
    return dict;
}

static void arg_entry(Compiler *c, const Node *arg, unsigned dict) {
    if (arg && arg->arg.annotation) annotation_entry(c, variable_name(c, arg->arg.arg), arg->arg.annotation, dict);
}

void annotate_function(Compiler *c, const Node *s, unsigned function) {
    Scope *scope = scope_of(c, s, TAG_ANNOTATIONS);
    if (!scope) return;
    const Astarguments *a = &s->FunctionDef.args->arguments;
    unsigned mark = temp_mark(c);
    Object *name = compile_own(c, str_format("%S.__annotate__", compile_name(c, s->FunctionDef.name)));
    annotate_start(c, s->at, scope, (Str *)name);
    unsigned dict = new_dict(c, s->at);
    for (int i = 0; i < a->posonlyargs.n; i++) arg_entry(c, a->posonlyargs.at[i], dict);
    for (int i = 0; i < a->args.n; i++) arg_entry(c, a->args.at[i], dict);
    arg_entry(c, a->vararg, dict);
    for (int i = 0; i < a->kwonlyargs.n; i++) arg_entry(c, a->kwonlyargs.at[i], dict);
    arg_entry(c, a->kwarg, dict);
    if (s->FunctionDef.returns) annotation_entry(c, compile_intern(c, "return"), s->FunctionDef.returns, dict);
    unsigned annotate = annotate_finish(c, s->at, scope, dict);
    emit(c, s->at, OP_SET_FUNCTION, function, FUNCTION_ANNOTATE, dying(annotate));
    temp_release(c, mark);
}

/* --- variables --- */

/* The number, in the set of those executed, of an annotation; -1 when it counts anyway. */
static int64_t conditional_number(const Compiler *c, const Node *s) {
    return (int64_t)map_get(&c->scopes, (const char *)s + TAG_INDEX) - 1;
}

/* The set __conditional_annotations__, as seen from the owner's code or from that of its __annotate__. */
static Operand conditional_set(Compiler *c, Place at, const Scope *owner, bool inside) {
    unsigned set = temp_push(c);
    Str *name = names.__conditional_annotations__;
    if (owner->kind == SCOPE_MODULE)
        emit(c, at, inside ? OP_LOAD_GLOBAL : OP_LOAD_NAME, set, name_index(c, name), 0);
    else if (inside)
        emit(c, at, OP_LOAD_FREE, set, ((FreeVar *)map_get(&c->unit->unit_scope->free_indexes, name))->index, 0);
    else
        emit(c, at, OP_LOAD_CELL, set, owner->conditional_cell->reg, 0);
    return dying(set);
}

static Operand number_operand(Compiler *c, Place at, int64_t number) {
    return const_operand(c, at, compile_own(c, int_from_i64(number)));
}

static void variable_entry(Compiler *c, const Node *s, const Scope *owner, unsigned dict) {
    Place at = s->AnnAssign.annotation->at;
    Label absent = label_new();
    int64_t number = conditional_number(c, s);
    if (number >= 0) {
        unsigned mark = temp_mark(c);
        Operand set = conditional_set(c, at, owner, true), key = number_operand(c, at, number);
        emit_jump_cached(c, at, OP_JUMP_IN, false, key, set, &absent);
        temp_release(c, mark);
    }
    annotation_entry(c, variable_name(c, s->AnnAssign.target->Name.id), s->AnnAssign.annotation, dict);
    label_place(c, &absent);
}

static void annotate_variables(Compiler *c, Scope *owner, Str *name) {
    Scope *scope = scope_of(c, owner->node, TAG_ANNOTATIONS);
    if (!scope) return;
    Place at = owner->annotations[0]->at;
    unsigned mark = temp_mark(c);
    annotate_start(c, at, scope, names.__annotate__);
    unsigned dict = new_dict(c, at);
    for (uint32_t i = 0; i < owner->annotation_count; i++) variable_entry(c, owner->annotations[i], owner, dict);
    unsigned annotate = annotate_finish(c, at, scope, dict);
    emit(c, at, OP_STORE_NAME, dying(annotate), name_index(c, name), 0);
    temp_release(c, mark);
}

void annotate_prologue(Compiler *c, Scope *owner) {
    unsigned mark = temp_mark(c), t = temp_push(c);
    if (owner->conditional_annotations) {
        emit(c, NOWHERE, OP_BUILD_SET, t, t, 0);
        if (owner->kind == SCOPE_MODULE)
            emit(c, NOWHERE, OP_STORE_NAME, dying(t), name_index(c, names.__conditional_annotations__), 0);
        else
            emit(c, NOWHERE, OP_STORE_CELL, owner->conditional_cell->reg, dying(t), 0);
    } else if (owner->textual_annotations) {
        emit(c, NOWHERE, OP_LOAD_LOCALS, t, 0, 0);
        emit(c, NOWHERE, OP_INTRINSIC, dying(t), dying(t), INTRINSIC_ANNOTATIONS);
    }
    temp_release(c, mark);
}

void annotate_module(Compiler *c, Scope *module) {
    annotate_variables(c, module, names.__annotate__);
    annotate_prologue(c, module);
}

void annotate_class(Compiler *c, Scope *cls) {
    annotate_variables(c, cls, names.__annotate_func__);
}

void annotate_variable(Compiler *c, const Node *s) {
    const Scope *owner = c->unit->unit_scope;
    if (!scope_is_namespace(owner)) return;
    Place at = s->AnnAssign.annotation->at;
    unsigned mark = temp_mark(c);
    if (c->future_annotations) {
        unsigned dict = temp_push(c);
        emit(c, at, OP_LOAD_NAME, dict, name_index(c, names.__annotations__), 0);
        Operand key = const_operand(c, at, (Object *)variable_name(c, s->AnnAssign.target->Name.id));
        emit(c, at, OP_SET_ITEM, dying(dict), key, const_operand(c, at, unparse_expr(c, s->AnnAssign.annotation)));
    } else if (conditional_number(c, s) >= 0) {
        Operand set = conditional_set(c, at, owner, false);
        emit(c, at, OP_SET_ADD, operand_register(set), number_operand(c, at, conditional_number(c, s)), 0);
        emit(c, at, OP_RELEASE, operand_register(set), 0, 0);
    }
    temp_release(c, mark);
}

/* --- type parameters and aliases --- */

/* A tuple of what is in n temporaries from `first` on, as the operand of an intrinsic. */
static void intrinsic_of(Compiler *c, Place at, unsigned first, unsigned n, enum Intrinsic which, unsigned to) {
    emit(c, at, OP_BUILD_TUPLE, first, first, n);
    emit(c, at, OP_INTRINSIC, to, dying(first), which);
}

static void move_const(Compiler *c, Place at, unsigned to, Object *o) {
    unsigned mark = temp_mark(c);
    emit(c, at, OP_MOVE, to, const_operand(c, at, o), 0);
    temp_release(c, mark);
}

static const Node *param_default(const Node *p) {
    switch (p->kind) {
    case AST_TypeVar: return p->TypeVar.default_value;
    case AST_ParamSpec: return p->ParamSpec.default_value;
    default: return p->TypeVarTuple.default_value;
    }
}

static void type_param_to(Compiler *c, const Node *p, Str *name, unsigned to) {
    unsigned mark = temp_mark(c), pair = temp_push_many(c, 2);
    const Node *bound = p->kind == AST_TypeVar ? p->TypeVar.bound : NULL, *otherwise = param_default(p);
    enum Intrinsic kind = p->kind == AST_TypeVar     ? INTRINSIC_TYPEVAR
                          : p->kind == AST_ParamSpec ? INTRINSIC_PARAMSPEC
                                                     : INTRINSIC_TYPEVARTUPLE;
    if (bound) {
        move_const(c, p->at, pair, (Object *)name);
        evaluator_to(c, bound, scope_of(c, p, TAG_BOUND), name, pair + 1);
        kind = bound->kind == AST_Tuple ? INTRINSIC_TYPEVAR_CONSTRAINTS : INTRINSIC_TYPEVAR_BOUND;
        intrinsic_of(c, p->at, pair, 2, kind, to);
    } else {
        emit(c, p->at, OP_INTRINSIC, to, const_operand(c, p->at, (Object *)name), kind);
    }
    if (otherwise) {
        emit(c, p->at, OP_MOVE, pair, dying(to), 0);
        evaluator_to(c, otherwise, scope_of(c, p, TAG_DEFAULT), name, pair + 1);
        intrinsic_of(c, p->at, pair, 2, INTRINSIC_SET_DEFAULT, to);
    }
    temp_release(c, mark);
}

void type_params(Compiler *c, NodeList params, unsigned to) {
    unsigned mark = temp_mark(c), window = mark;
    bool seen_default = false;
    for (int i = 0; i < params.n; i++) {
        const Node *p = params.at[i];
        Str *name = compile_name(c, p->TypeVar.name); /* the variable's is mangled */
        unsigned reg = temp_push(c);
        if (seen_default && !param_default(p))
            compile_error(c, p->at, "non-default type parameter '%S' follows default type parameter", name);
        seen_default |= param_default(p) != NULL;
        type_param_to(c, p, name, reg);
        variable_store(c, p->at, variable_name(c, p->TypeVar.name), reg);
    }
    emit(c, params.at[0]->at, OP_BUILD_TUPLE, to, window, (unsigned)params.n);
    temp_release(c, mark);
}

/* (name, type parameters or None, function that evaluates the value) -> the alias, in `to`. */
static void alias_to(Compiler *c, const Node *s, unsigned to) {
    NodeList params = s->TypeAlias.type_params;
    Str *name = compile_name(c, s->TypeAlias.name->Name.id);
    unsigned mark = temp_mark(c), window = temp_push_many(c, 3);
    move_const(c, s->at, window, (Object *)name);
    if (params.n)
        type_params(c, params, window + 1);
    else
        move_const(c, s->at, window + 1, NONE);
    evaluator_to(c, s->TypeAlias.value, scope_of(c, s, TAG_OWN), name, window + 2);
    intrinsic_of(c, s->at, window, 3, INTRINSIC_TYPE_ALIAS, to);
    temp_release(c, mark);
}

void type_alias_stmt(Compiler *c, const Node *s) {
    Str *name = compile_name(c, s->TypeAlias.name->Name.id);
    unsigned mark = temp_mark(c), alias = temp_push(c);
    if (!s->TypeAlias.type_params.n) {
        alias_to(c, s, alias);
    } else {
        Scope *scope = scope_of(c, s, TAG_TYPE_PARAMS);
        Object *generic = compile_own(c, str_format("<generic parameters of %S>", name));
        unit_enter(c, scope, (Str *)generic, s->at.lineno);
        c->unit->flags |= CODE_SIMPLE;
        unsigned result = temp_push(c);
        alias_to(c, s, result);
        emit(c, s->at, OP_RETURN, dying(result), 0, 0);
        emit_end(c);
        Object *code = unit_leave(c);
        function_make(c, s->at, code, scope, alias);
        temp_push(c);
        emit(c, s->at, OP_CALL, alias, alias, 0);
    }
    variable_store(c, s->at, variable_name(c, s->TypeAlias.name->Name.id), dying(alias));
    temp_release(c, mark);
}
