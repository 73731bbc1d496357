/* Classes: the code of the body, which fills a namespace, and the call of __build_class__ with it. */
#include "interp/compile/compiler.h"

/* --- the body --- */

static void set_name(Compiler *c, Place at, Str *name, Object *value) {
    unsigned mark = temp_mark(c);
    emit(c, at, OP_STORE_NAME, const_operand(c, at, value), name_index(c, name), 0);
    temp_release(c, mark);
}

static void prologue(Compiler *c, const Node *s, Scope *scope) {
    Unit *u = c->unit;
    Place at = {(int)u->first_line, 0, (int)u->first_line, 0};
    unsigned t = temp_push(c);
    emit(c, at, OP_LOAD_NAME, t, name_index(c, names.__name__), 0);
    emit(c, at, OP_STORE_NAME, dying(t), name_index(c, names.__module__), 0);
    set_name(c, at, names.__qualname__, (Object *)u->qualname);
    set_name(c, at, names.__firstlineno__, compile_own(c, int_from_i64(u->first_line)));
    if (s->ClassDef.type_params.n) {
        Operand params = variable_load(c, at, compile_intern(c, ".type_params"), t);
        emit(c, at, OP_STORE_NAME, params, name_index(c, names.__type_params__), 0);
    }
    if (scope->classdict_cell) {
        emit(c, at, OP_LOAD_LOCALS, t, 0, 0);
        emit(c, at, OP_STORE_CELL, scope->classdict_cell->reg, dying(t), 0);
    }
    temp_release(c, t);
}

static void epilogue(Compiler *c, Scope *scope) {
    Object *list = compile_own(c, list_new(0));
    for (uint32_t i = 0; i < scope->attribute_count; i++)
        if (list_append(list, (Object *)scope->static_attributes[i]) < 0) compile_fail(c);
    if (list_sort(list, NULL, false) < 0) compile_fail(c);
    Object *attributes = compile_own(c, list_to_tuple(list));
    set_name(c, NOWHERE, names.__static_attributes__, attributes);
    if (scope->classdict_cell)
        emit(c, NOWHERE, OP_STORE_NAME, scope->classdict_cell->reg, name_index(c, names.__classdictcell__), 0);
    if (!scope->class_cell) return;
    emit(c, NOWHERE, OP_STORE_NAME, scope->class_cell->reg, name_index(c, names.__classcell__), 0);
    emit(c, NOWHERE, OP_RETURN, scope->class_cell->reg, 0, 1);
    emit_end(c);
}

static Object *class_code(Compiler *c, const Node *s, Scope *scope) {
    unit_enter(c, scope, compile_name(c, s->ClassDef.name), definition_line(s));
    prologue(c, s, scope);
    annotate_prologue(c, scope);
    stmt_list(c, function_docstring(c, s->ClassDef.body, names.__doc__));
    annotate_class(c, scope);
    epilogue(c, scope);
    return unit_leave(c);
}

/* --- the call --- */

/* The class goes to the temporary `to`, which is on top. `generic_base`: a temporary with Generic[...], or NO_REGISTER.
 */
static void build_class(Compiler *c, const Node *s, unsigned generic_base, unsigned to) {
    Scope *scope = scope_of(c, s, TAG_OWN);
    Object *name = (Object *)compile_name(c, s->ClassDef.name);
    unsigned mark = temp_mark(c);
    emit(c, s->at, OP_LOAD_BUILD_CLASS, to, 0, 0);
    unsigned body = temp_push_many(c, 2) + 1;
    function_make(c, s->at, class_code(c, s, scope), scope, body);
    emit(c, s->at, OP_MOVE, temp_push(c), const_operand(c, s->at, name), 0);
    CallSite site = {
        .at = s->at,
        .window = to,
        .given = 2,
        .args = s->ClassDef.bases,
        .keywords = s->ClassDef.keywords,
        .last = generic_base,
    };
    call_finish(c, &site, to, mark);
}

/* A generic class is made by a function in which the type parameters are local. */
static void build_generic(Compiler *c, const Node *s, unsigned to) {
    Scope *scope = scope_of(c, s, TAG_TYPE_PARAMS);
    Str *params_name = compile_intern(c, ".type_params");
    Object *name = compile_own(c, str_format("<generic parameters of %S>", compile_name(c, s->ClassDef.name)));
    unit_enter(c, scope, (Str *)name, definition_line(s));
    c->unit->flags |= CODE_SIMPLE;
    unsigned base = temp_push(c);
    type_params(c, s->ClassDef.type_params, base);
    variable_store(c, s->at, params_name, base);
    emit(c, s->at, OP_INTRINSIC, base, dying(base), INTRINSIC_SUBSCRIPT_GENERIC);
    unsigned cls = temp_push(c);
    build_class(c, s, base, cls);
    emit(c, s->at, OP_RETURN, dying(cls), 0, 0);
    emit_end(c);
    Object *code = unit_leave(c);

    unsigned mark = temp_mark(c);
    function_make(c, s->at, code, scope, to);
    temp_push(c);
    emit(c, s->at, OP_CALL, to, to, 0);
    temp_release(c, mark);
}

void class_stmt(Compiler *c, const Node *s) {
    const AstClassDef *cls = &s->ClassDef;
    unsigned mark = temp_mark(c), to = decorators_push(c, cls->decorator_list);
    if (cls->type_params.n)
        build_generic(c, s, to);
    else
        build_class(c, s, NO_REGISTER, to);
    decorators_call(c, cls->decorator_list, to);
    variable_store(c, s->at, variable_name(c, cls->name), dying(mark));
    temp_release(c, mark);
}
