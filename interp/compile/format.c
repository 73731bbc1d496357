/* f-strings and t-strings: the pieces are formatted into a window and joined by one instruction. */
#include "interp/compile/compiler.h"

enum { PIECES_MAX = 64, FORMAT_HAS_SPEC = 4 };

static unsigned conversion_code(int conversion) {
    return conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
}

/* The spec, where there is one, is in the result's register before. */
Operand formatted_near(Compiler *c, const Node *e, Operand near) {
    unsigned mark = temp_mark(c), conversion = conversion_code(e->FormattedValue.conversion);
    const Node *spec = e->FormattedValue.format_spec;
    if (!spec) {
        Operand value = expr_near(c, e->FormattedValue.value, scratch(c, near));
        Operand to = result_register(c, near, mark);
        emit(c, e->at, OP_FORMAT, to, value, conversion);
        return result_operand(c, to);
    }
    Operand to = result_register(c, scratch(c, near), mark);
    unsigned level = temp_mark(c);
    Operand value = operand_protect(c, expr(c, e->FormattedValue.value), spec);
    expr_to(c, spec, to);
    emit(c, e->at, OP_FORMAT, to, value, conversion | FORMAT_HAS_SPEC);
    temp_release(c, level);
    if (is_discarded(near)) emit(c, NOWHERE, OP_RELEASE, to, 0, 0);
    return dying(to);
}

Operand joined_near(Compiler *c, const Node *e, Operand near) {
    NodeList parts = e->JoinedStr.values;
    if (parts.n == 0) return const_operand(c, e->at, compile_own(c, str_empty()));
    if (parts.n == 1) return expr_near(c, parts.at[0], near);
    unsigned mark = temp_mark(c), window = call_window(c, near), n = 0;
    for (int i = 0; i < parts.n; i++) {
        if (n == PIECES_MAX) {
            emit(c, e->at, OP_BUILD_STRING, window, window, n);
            n = 1;
        }
        temp_release(c, window + n);
        if (n)
            temp_push(c);
        else
            temp_release(c, window + 1);
        expr_to(c, parts.at[i], window + n++);
    }
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_BUILD_STRING, to, window, n);
    return result_operand(c, to);
}

/* --- t-strings --- */

static void interpolation_to(Compiler *c, const Node *e, unsigned to) {
    unsigned mark = temp_mark(c), window = expr_pushed(c, e->Interpolation.value);
    Object *source = fold_const(c, &e->Interpolation.str);
    emit(c, e->at, OP_MOVE, temp_push(c), const_operand(c, e->at, source), 0);
    unsigned spec = temp_push(c);
    if (e->Interpolation.format_spec)
        expr_to(c, e->Interpolation.format_spec, spec);
    else
        emit(c, e->at, OP_MOVE, spec, const_operand(c, e->at, NONE), 0);
    emit(c, e->at, OP_BUILD_INTERPOLATION, to, window, conversion_code(e->Interpolation.conversion));
    temp_release(c, mark);
}

/* The literal texts around n interpolations: n + 1 of them, empty where two meet. */
static Object *template_strings(Compiler *c, NodeList parts, int n) {
    Object *tuple = compile_own(c, tuple_new(n + 1));
    for (int i = 0; i <= n; i++) tuple_set(tuple, i, str_empty());
    for (int i = 0, at = 0; i < parts.n; i++) {
        if (parts.at[i]->kind == AST_Interpolation)
            at++;
        else
            set_ref(&((Tuple *)tuple)->items[at], newref(fold_const(c, &parts.at[i]->Constant.value)));
    }
    return tuple;
}

Operand template_near(Compiler *c, const Node *e, Operand near) {
    NodeList parts = e->TemplateStr.values;
    unsigned mark = temp_mark(c), window = call_window(c, near), list = temp_push(c);
    int n = 0;
    for (int i = 0; i < parts.n; i++) n += parts.at[i]->kind == AST_Interpolation;
    emit(c, e->at, OP_BUILD_LIST, list, list, 0);
    for (int i = 0; i < parts.n; i++) {
        if (parts.at[i]->kind != AST_Interpolation) continue;
        unsigned item = temp_push(c);
        interpolation_to(c, parts.at[i], item);
        emit(c, e->at, OP_LIST_APPEND, list, dying(item), 0);
        temp_release(c, item);
    }
    emit(c, e->at, OP_LIST_TO_TUPLE, list, dying(list), 0);
    emit(c, e->at, OP_MOVE, window, const_operand(c, e->at, template_strings(c, parts, n)), 0);
    Operand to = result_register(c, near, mark);
    emit(c, e->at, OP_BUILD_TEMPLATE, to, window, 0);
    return result_operand(c, to);
}
