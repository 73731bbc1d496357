/* Statements: the simple ones, and the way to those that have files of their own. */
#include "interp/compile/compiler.h"

static void expression_stmt(Compiler *c, const Node *s) {
    const Node *e = s->Expr.value;
    if (c->interactive && c->unit->unit_scope->kind == SCOPE_MODULE) {
        unsigned mark = temp_mark(c);
        emit(c, s->at, OP_PRINT_EXPR, expr(c, e), 0, 0);
        temp_release(c, mark);
    } else if (e->kind == AST_Constant) {
        emit_line(c, s->at);
    } else {
        expr_effect(c, e);
    }
}

static void if_stmt(Compiler *c, const Node *s) {
    Label otherwise = label_new(), end = label_new();
    if (s->If.test->kind == AST_Constant) emit_line(c, s->If.test->at);
    condition_jump(c, s->If.test, &otherwise, false);
    stmt_list(c, s->If.body);
    if (s->If.orelse.n) emit_jump(c, NOWHERE, &end);
    label_place(c, &otherwise);
    stmt_list(c, s->If.orelse);
    label_place(c, &end);
}

static void raise_stmt(Compiler *c, const Node *s) {
    unsigned mark = temp_mark(c);
    const Node *e = s->Raise.exc, *cause = s->Raise.cause;
    Operand exception = e ? expr_register(c, e) : 0;
    if (cause) exception = operand_protect(c, exception, cause);
    Operand from = cause ? expr_register(c, cause) : 0;
    emit(c, s->at, OP_RAISE, exception, from, cause ? 2 : e ? 1 : 0);
    emit_end(c);
    temp_release(c, mark);
}

static void assert_stmt(Compiler *c, const Node *s) {
    const Node *test = s->Assert.test;
    warn_assert(c, s);
    if (c->optimize) return;
    Label passed = label_new();
    condition_jump(c, test, &passed, true);
    unsigned mark = temp_mark(c), window = temp_push(c);
    emit(c, s->at, OP_ASSERTION_ERROR, window, 0, 0);
    if (s->Assert.msg) {
        temp_push(c);
        expr_pushed(c, s->Assert.msg);
        emit(c, s->at, OP_CALL, window, window, 1);
    }
    emit(c, test->at, OP_RAISE, dying(window), 0, 1);
    emit_end(c);
    temp_release(c, mark);
    label_place(c, &passed);
}

/* --- imports --- */

static void import_module(Compiler *c, const Node *s, Str *name, int level, Object *fromlist, Operand to) {
    unsigned mark = temp_mark(c), window = temp_push_many(c, 2);
    Object *number = compile_own(c, int_from_i64(level));
    emit(c, s->at, OP_MOVE, window, const_operand(c, s->at, number), 0);
    emit(c, s->at, OP_MOVE, window + 1, const_operand(c, s->at, fromlist), 0);
    emit(c, s->at, OP_IMPORT_NAME, to, window, name_index(c, name));
    temp_release(c, mark);
}

/* `import a.b.c as d`: the attributes are taken one by one. */
static void import_path(Compiler *c, const Node *s, const Ident *dotted, unsigned module) {
    Object *parts = compile_own(c, object_call_method((Object *)compile_name(c, dotted), compile_intern(c, "split"),
                                                      (Object *[]){compile_own(c, str_from_c("."))}, 1));
    for (ptrdiff_t i = 1; i < list_length(parts); i++) {
        Object *part = newref(list_item(parts, i));
        str_intern(&part);
        unsigned name = name_index(c, (Str *)compile_own(c, part)), next = temp_push(c);
        emit(c, s->at, OP_IMPORT_FROM, next, module, name);
        emit(c, s->at, OP_MOVE, module, dying(next), 0);
        temp_release(c, next);
    }
}

static void import_stmt(Compiler *c, const Node *s) {
    for (int i = 0; i < s->Import.names.n; i++) {
        const Node *a = s->Import.names.at[i];
        unsigned mark = temp_mark(c), module = temp_push(c);
        import_module(c, s, variable_name(c, a->alias.name), 0, NONE, module);
        Str *target;
        if (a->alias.asname) {
            import_path(c, s, a->alias.name, module);
            target = variable_name(c, a->alias.asname);
        } else {
            target = scope_import_name(c, c->unit->scope, a->alias.name);
        }
        variable_store(c, s->at, target, dying(module));
        temp_release(c, mark);
    }
}

static bool is_star(const Node *alias) {
    return alias->alias.name->n == 1 && alias->alias.name->text[0] == '*';
}

static void import_from_stmt(Compiler *c, const Node *s) {
    NodeList list = s->ImportFrom.names;
    const Ident *module_name = s->ImportFrom.module;
    Object *fromlist = compile_own(c, tuple_new(list.n));
    for (int i = 0; i < list.n; i++) tuple_set(fromlist, i, newref(compile_name(c, list.at[i]->alias.name)));
    unsigned mark = temp_mark(c), module = temp_push(c);
    Str *name = module_name ? compile_name(c, module_name) : (Str *)compile_own(c, str_empty());
    import_module(c, s, name, s->ImportFrom.level, fromlist, module);
    if (is_star(list.at[0])) {
        emit(c, s->at, OP_IMPORT_STAR, dying(module), 0, 0);
        temp_release(c, mark);
        return;
    }
    for (int i = 0; i < list.n; i++) {
        const Astalias *a = &list.at[i]->alias;
        Str *target = variable_name(c, a->asname ? a->asname : a->name);
        unsigned local = variable_local(c, target), level = temp_mark(c);
        unsigned value = local == NO_REGISTER ? temp_push(c) : local;
        emit(c, s->at, OP_IMPORT_FROM, value, module, name_index(c, variable_name(c, a->name)));
        variable_store(c, s->at, target, local == NO_REGISTER ? dying(value) : local);
        temp_release(c, level);
    }
    emit(c, s->at, OP_RELEASE, module, 0, 0);
    temp_release(c, mark);
}

/* --- all kinds --- */

void stmt(Compiler *c, const Node *s) {
    compile_check_stack(c);
    switch (s->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: function_stmt(c, s); break;
    case AST_ClassDef: class_stmt(c, s); break;
    case AST_Return: block_return(c, s); break;
    case AST_Delete:
        for (int i = 0; i < s->Delete.targets.n; i++) assign_delete(c, s->Delete.targets.at[i]);
        break;
    case AST_Assign: assign_stmt(c, s); break;
    case AST_TypeAlias: type_alias_stmt(c, s); break;
    case AST_AugAssign: assign_augmented(c, s); break;
    case AST_AnnAssign: assign_annotated(c, s); break;
    case AST_For:
    case AST_AsyncFor: for_stmt(c, s); break;
    case AST_While: while_stmt(c, s); break;
    case AST_If: if_stmt(c, s); break;
    case AST_With:
    case AST_AsyncWith: with_stmt(c, s); break;
    case AST_Match: match_stmt(c, s); break;
    case AST_Raise: raise_stmt(c, s); break;
    case AST_Try:
    case AST_TryStar:
        emit_line(c, s->at);
        try_stmt(c, s);
        break;
    case AST_Assert: assert_stmt(c, s); break;
    case AST_Import: import_stmt(c, s); break;
    case AST_ImportFrom: import_from_stmt(c, s); break;
    case AST_Expr: expression_stmt(c, s); break;
    case AST_Break: block_break(c, s); break;
    case AST_Continue: block_continue(c, s); break;
    case AST_Pass: emit_line(c, s->at); break;
    default: break; /* global and nonlocal */
    }
}

void stmt_list(Compiler *c, NodeList body) {
    for (int i = 0; i < body.n; i++) stmt(c, body.at[i]);
}
