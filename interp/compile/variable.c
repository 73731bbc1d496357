/* Loads, stores and deletes names, each by the home that its symbol has. */
#include "interp/compile/compiler.h"

/* What a name means at the current point, for code in inlined comprehensions looked up outwards. */
static Symbol *symbol_of(const Compiler *c, const Str *name) {
    const Scope *s = c->unit->scope;
    Symbol *symbol = scope_find(s, name);
    while ((!symbol || symbol->home == HOME_OUTER) && scope_is_inlined(s)) {
        s = s->parent;
        symbol = scope_find(s, name);
    }
    return symbol;
}

Str *variable_name(Compiler *c, const Ident *i) {
    return scope_name(c, c->unit->scope, i);
}

static unsigned free_index(const Compiler *c, const Str *name) {
    return ((FreeVar *)map_get(&c->unit->unit_scope->free_indexes, name))->index;
}

/* Puts the mapping in which a name is looked for first into `reg`, and then what was found there or elsewhere. Names
 * that a class body has free are first looked for in its namespace, and so are those of the annotation and type scopes
 * in a class. */
static void load_through_mapping(Compiler *c, Place at, const Symbol *s, unsigned reg) {
    if (s->scope->sees_class)
        emit(c, at, OP_LOAD_FREE, reg, free_index(c, names.__classdict__), 0);
    else
        emit(c, at, OP_LOAD_LOCALS, reg, 0, 0);
    if (s->home == HOME_FREE)
        emit(c, at, OP_LOAD_CLASS_FREE, reg, name_index(c, s->name), free_index(c, s->name));
    else
        emit(c, at, OP_LOAD_CLASS_GLOBAL, reg, name_index(c, s->name), 0);
}

static bool is_looked_up_in_mapping(const Symbol *s) {
    if (s->home == HOME_FREE) return s->scope->sees_class || s->scope->kind == SCOPE_CLASS;
    return s->home == HOME_GLOBAL && s->scope->sees_class && !(s->flags & SYMBOL_GLOBAL);
}

static void check_local(Compiler *c, Place at, unsigned reg) {
    if (bound_is(c, reg)) return;
    emit(c, at, OP_CHECK_LOCAL, reg, 0, 0);
    bound_set(c, reg, true);
}

Operand variable_load(Compiler *c, Place at, Str *name, Operand near) {
    const Symbol *s = symbol_of(c, name);
    if (s->home == HOME_LOCAL) {
        check_local(c, at, s->reg);
        return s->reg;
    }
    Operand to = result_register(c, near, temp_mark(c));
    if (is_looked_up_in_mapping(s)) {
        load_through_mapping(c, at, s, operand_register(to));
        if (to & OPERAND_DYING) emit(c, at, OP_RELEASE, operand_register(to), 0, 0);
        return result_operand(c, to);
    }
    switch (s->home) {
    case HOME_CELL: emit(c, at, OP_LOAD_CELL, to, s->reg, 0); break;
    case HOME_FREE: emit(c, at, OP_LOAD_FREE, to, free_index(c, name), 0); break;
    case HOME_NAMESPACE: emit(c, at, OP_LOAD_NAME, to, name_index(c, name), 0); break;
    default: emit(c, at, OP_LOAD_GLOBAL, to, name_index(c, name), 0);
    }
    return result_operand(c, to);
}

unsigned variable_local(Compiler *c, Str *name) {
    const Symbol *s = symbol_of(c, name);
    return s->home == HOME_LOCAL ? s->reg : NO_REGISTER;
}

void variable_store(Compiler *c, Place at, Str *name, Operand value) {
    const Symbol *s = symbol_of(c, name); /* NULL: __doc__, which the code itself does not mention */
    switch (s ? s->home : HOME_NAMESPACE) {
    case HOME_LOCAL:
        if (value != s->reg) emit(c, at, OP_MOVE, s->reg, value, 0);
        bound_set(c, s->reg, true);
        break;
    case HOME_CELL: emit(c, at, OP_STORE_CELL, s->reg, value, 0); break;
    case HOME_FREE: emit(c, at, OP_STORE_FREE, free_index(c, name), value, 0); break;
    case HOME_NAMESPACE: emit(c, at, OP_STORE_NAME, value, name_index(c, name), 0); break;
    default: emit(c, at, OP_STORE_GLOBAL, value, name_index(c, name), 0);
    }
}

void variable_delete(Compiler *c, Place at, Str *name) {
    const Symbol *s = symbol_of(c, name);
    switch (s->home) {
    case HOME_LOCAL:
        check_local(c, at, s->reg);
        emit(c, at, OP_DELETE_LOCAL, s->reg, 0, 0);
        bound_set(c, s->reg, false);
        break;
    case HOME_CELL: emit(c, at, OP_DELETE_CELL, s->reg, 0, 0); break;
    case HOME_FREE: emit(c, at, OP_DELETE_FREE, free_index(c, name), 0, 0); break;
    case HOME_NAMESPACE: emit(c, at, OP_DELETE_NAME, 0, name_index(c, name), 0); break;
    default: emit(c, at, OP_DELETE_GLOBAL, 0, name_index(c, name), 0);
    }
}

void variable_unbind(Compiler *c, Str *name) {
    const Symbol *s = symbol_of(c, name);
    if (s->home == HOME_LOCAL) {
        emit(c, NOWHERE, OP_DELETE_LOCAL, s->reg, 0, 0);
        bound_set(c, s->reg, false);
        return;
    }
    variable_store(c, NOWHERE, name, const_operand(c, NOWHERE, NONE));
    variable_delete(c, NOWHERE, name);
}

/* The cell of a variable that an inner function has free: here it is a cell in a register, or free too. A class's own
 * names do not count; only its implicit cells do. */
void variable_load_cell(Compiler *c, Place at, const Str *name, unsigned to) {
    const Scope *s = c->unit->scope;
    for (;; s = s->parent) {
        const Symbol *symbol = scope_find(s, name);
        if (s->kind == SCOPE_CLASS) {
            if (name == names.__class__)
                symbol = s->class_cell;
            else if (name == names.__classdict__)
                symbol = s->classdict_cell;
            else if (name == names.__conditional_annotations__ && s->conditional_cell)
                symbol = s->conditional_cell;
        }
        if (symbol && symbol->home == HOME_CELL) {
            emit(c, at, OP_MOVE, to, symbol->reg, 0);
            return;
        }
        if (!scope_is_inlined(s)) break;
    }
    emit(c, at, OP_LOAD_CLOSURE, to, free_index(c, name), 0);
}
