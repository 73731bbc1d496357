/* Assignments: to names, attributes, items and lists of targets; augmented, annotated; and del.
 *
 * A local is the destination of the instruction that computes its value. `a, b = b, a` makes no tuple: the values are
 * operands, and only one whose local is assigned to before it is stored has to be copied.
 */
#include "interp/compile/compiler.h"

/* --- single targets --- */

unsigned assign_direct(Compiler *c, const Node *target) {
    return target->kind == AST_Name ? variable_local(c, variable_name(c, target->Name.id)) : NO_REGISTER;
}

/* An object to store into: a register, so never a constant. */
static Operand object_of(Compiler *c, const Node *e, const Node *later) {
    Operand o = expr_register(c, e);
    return later ? operand_protect(c, o, later) : o;
}

static void assign_unpacked(Compiler *c, const Node *target, NodeList items, Operand value);

void assign_to(Compiler *c, const Node *target, Operand value) {
    compile_check_stack(c);
    unsigned mark = temp_mark(c);
    switch (target->kind) {
    case AST_Name: variable_store(c, target->at, variable_name(c, target->Name.id), value); break;
    case AST_Attribute: {
        value = operand_protect(c, value, target->Attribute.value);
        Operand o = object_of(c, target->Attribute.value, NULL);
        Place at = attribute_place(target, target->at);
        emit(c, at, OP_STORE_ATTR, o, value, name_index(c, variable_name(c, target->Attribute.attr)));
        break;
    }
    case AST_Subscript: {
        value = operand_protect(c, value, target);
        Operand o = operand_protect(c, expr(c, target->Subscript.value), target->Subscript.slice);
        bool sliced;
        Operand key = subscript_key(c, target->Subscript.slice, &sliced);
        if (sliced) emit(c, target->at, OP_SET_SLICE, o, key, value);
        emit(c, target->at, OP_SET_ITEM, o, key, value);
        break;
    }
    case AST_List:
    case AST_Tuple: assign_unpacked(c, target, target->List.elts, value); break;
    default: compile_error(c, target->at, "starred assignment target must be in a list or tuple");
    }
    temp_release(c, mark);
}

void assign_expr(Compiler *c, const Node *target, const Node *value) {
    unsigned mark = temp_mark(c), local = assign_direct(c, target);
    if (local != NO_REGISTER) {
        expr_to(c, value, local);
        bound_set(c, local, true);
    } else {
        assign_to(c, target, expr(c, value));
    }
    temp_release(c, mark);
}

/* --- unpacking --- */

/* Index of the starred target, -1: none. */
static int find_star(Compiler *c, const Node *target, NodeList items) {
    enum { BEFORE_MAX = 1 << 7, AFTER_MAX = 1 << 9 };
    int star = -1;
    for (int i = 0; i < items.n; i++) {
        if (items.at[i]->kind != AST_Starred) continue;
        if (star >= 0) compile_error(c, target->at, "multiple starred expressions in assignment");
        star = i;
    }
    if (star >= BEFORE_MAX || (star >= 0 && items.n - star - 1 >= AFTER_MAX))
        compile_error(c, target->at, "too many expressions in star-unpacking assignment");
    return star;
}

static const Node *without_star(const Node *item) {
    return item->kind == AST_Starred ? item->Starred.value : item;
}

/* The first of consecutive locals that the items are, in this order and none of them `value`; else NO_REGISTER. They
 * need not go through temporaries. */
static unsigned unpack_direct(Compiler *c, NodeList items, Operand value) {
    unsigned first = items.n && items.n <= UNPACK_LOCALS_MAX ? assign_direct(c, items.at[0]) : NO_REGISTER;
    if (first == NO_REGISTER || (value >= first && value < first + (unsigned)items.n)) return NO_REGISTER;
    for (int i = 1; i < items.n; i++)
        if (assign_direct(c, items.at[i]) != first + (unsigned)i) return NO_REGISTER;
    return first;
}

static void assign_unpacked(Compiler *c, const Node *target, NodeList items, Operand value) {
    int star = find_star(c, target, items);
    unsigned local = unpack_direct(c, items, value);
    if (local != NO_REGISTER) {
        emit(c, target->at, OP_UNPACK, local, value, (unsigned)items.n);
        for (int i = 0; i < items.n; i++) bound_set(c, local + (unsigned)i, true);
        return;
    }
    unsigned window = temp_push_many(c, (unsigned)items.n);
    if (star < 0)
        emit(c, target->at, OP_UNPACK, window, value, (unsigned)items.n);
    else
        emit(c, target->at, OP_UNPACK_STAR, window, value, (unsigned)star | (unsigned)(items.n - star - 1) << 7);
    for (int i = 0; i < items.n; i++) assign_to(c, without_star(items.at[i]), dying(window + (unsigned)i));
}

/* --- a, b = x, y --- */

static bool is_list(const Node *e) {
    return e->kind == AST_Tuple || e->kind == AST_List;
}

/* Can target and value be assigned item by item? */
static bool is_parallel(const Node *target, const Node *value) {
    enum { ITEMS_MAX = 32 };
    if (!is_list(target) || !is_list(value) || target->List.elts.n != value->List.elts.n) return false;
    NodeList targets = target->List.elts, values = value->List.elts;
    if (targets.n > ITEMS_MAX) return false;
    for (int i = 0; i < targets.n; i++)
        if (targets.at[i]->kind == AST_Starred || values.at[i]->kind == AST_Starred) return false;
    return true;
}

/* Might assigning to the target change that local? */
static bool may_assign(Compiler *c, const Node *target, Operand local) {
    if (target->kind == AST_Name) return variable_local(c, variable_name(c, target->Name.id)) == local;
    return is_list(target) || operand_is_rebound(c, local, target);
}

/* Has value i, which is in a local, to be copied because that changes before value i is stored? */
static bool needs_copy(Compiler *c, NodeList targets, NodeList values, int i, Operand local) {
    for (int j = 0; j < i; j++)
        if (may_assign(c, targets.at[j], local)) return true;
    for (int j = i + 1; j < values.n; j++)
        if (operand_is_rebound(c, local, values.at[j])) return true;
    return false;
}

static void assign_parallel(Compiler *c, const Node *target, const Node *value) {
    NodeList targets = target->List.elts, values = value->List.elts;
    unsigned mark = temp_mark(c);
    Operand *operands = compile_alloc(c, (size_t)targets.n * sizeof *operands);
    for (int i = 0; i < values.n; i++) {
        Operand o = expr(c, values.at[i]);
        bool local = !operand_is_constant(o) && !operand_is_temp(c, o);
        operands[i] = local && needs_copy(c, targets, values, i, o) ? operand_copy(c, o) : o;
    }
    for (int i = 0; i < targets.n; i++) assign_to(c, targets.at[i], operands[i]);
    temp_release(c, mark);
}

/* --- statements --- */

void assign_stmt(Compiler *c, const Node *s) {
    NodeList targets = s->Assign.targets;
    const Node *value = s->Assign.value;
    unsigned mark = temp_mark(c);
    if (targets.n == 1) {
        if (is_parallel(targets.at[0], value))
            assign_parallel(c, targets.at[0], value);
        else
            assign_expr(c, targets.at[0], value);
        return;
    }
    Operand o = expr(c, value);
    if (operand_is_constant(o)) {
        for (int i = 0; i < targets.n; i++) assign_to(c, targets.at[i], o);
    } else {
        if (!operand_is_temp(c, o)) o = operand_copy(c, o); /* one of the targets may be that local */
        for (int i = 0; i < targets.n; i++) assign_to(c, targets.at[i], i + 1 < targets.n ? operand_register(o) : o);
    }
    temp_release(c, mark);
}

static Opcode inplace_opcode(AstSymbol op) {
    return binary_opcode(op) + (OP_IADD - OP_ADD);
}

static void augment_name(Compiler *c, const Node *s, Opcode op) {
    const Node *target = s->AugAssign.target;
    Str *name = variable_name(c, target->Name.id);
    Operand old = operand_protect(c, variable_load(c, target->at, name, ANYWHERE), s->AugAssign.value);
    Operand value = expr(c, s->AugAssign.value);
    unsigned local = variable_local(c, name);
    if (local != NO_REGISTER) {
        emit(c, s->at, op, local, old, value);
        bound_set(c, local, true);
    } else {
        unsigned result = operand_register(old);
        emit(c, s->at, op, result, old, value);
        variable_store(c, target->at, name, dying(result));
    }
}

static void augment_attribute(Compiler *c, const Node *s, Opcode op) {
    const Node *target = s->AugAssign.target, *value = s->AugAssign.value;
    Operand o = object_of(c, target->Attribute.value, value);
    unsigned name = name_index(c, variable_name(c, target->Attribute.attr)), old = temp_push(c);
    Place at = attribute_place(target, target->at);
    Operand kept = operand_is_temp(c, o) ? operand_register(o) : o;
    emit(c, at, OP_LOAD_ATTR, old, kept, name);
    Operand operand = expr(c, value);
    emit(c, s->at, op, old, dying(old), operand);
    emit(c, at, OP_STORE_ATTR, o, dying(old), name);
}

static void augment_item(Compiler *c, const Node *s, Opcode op) {
    const Node *target = s->AugAssign.target, *value = s->AugAssign.value;
    Operand o = operand_protect(c, expr(c, target->Subscript.value), target->Subscript.slice);
    o = operand_protect(c, o, value);
    Operand key = operand_protect(c, expr(c, target->Subscript.slice), value);
    unsigned old = temp_push(c);
    Operand kept_o = operand_is_temp(c, o) ? operand_register(o) : o;
    Operand kept_key = operand_is_temp(c, key) ? operand_register(key) : key;
    emit(c, target->at, OP_GET_ITEM, old, kept_o, kept_key);
    Operand operand = expr(c, value);
    emit(c, s->at, op, old, dying(old), operand);
    emit(c, target->at, OP_SET_ITEM, o, key, dying(old));
}

void assign_augmented(Compiler *c, const Node *s) {
    unsigned mark = temp_mark(c);
    Opcode op = inplace_opcode(s->AugAssign.op);
    switch (s->AugAssign.target->kind) {
    case AST_Name: augment_name(c, s, op); break;
    case AST_Attribute: augment_attribute(c, s, op); break;
    default: augment_item(c, s, op); break;
    }
    temp_release(c, mark);
}

/* An annotated target that is no plain name has its parts evaluated, even if nothing is assigned. */
static void evaluate_target(Compiler *c, const Node *target) {
    if (target->kind == AST_Attribute) {
        expr_effect(c, target->Attribute.value);
    } else if (target->kind == AST_Subscript) {
        expr_effect(c, target->Subscript.value);
        expr_effect(c, target->Subscript.slice);
    }
}

void assign_annotated(Compiler *c, const Node *s) {
    const Node *target = s->AnnAssign.target;
    if (s->AnnAssign.value) assign_expr(c, target, s->AnnAssign.value);
    if (target->kind == AST_Name) {
        if (s->AnnAssign.simple) annotate_variable(c, s);
    } else if (!s->AnnAssign.value) {
        evaluate_target(c, target);
    }
}

void assign_delete(Compiler *c, const Node *target) {
    unsigned mark = temp_mark(c);
    switch (target->kind) {
    case AST_Name: variable_delete(c, target->at, variable_name(c, target->Name.id)); break;
    case AST_Attribute: {
        Operand o = object_of(c, target->Attribute.value, NULL);
        Place at = attribute_place(target, target->at);
        emit(c, at, OP_DELETE_ATTR, o, 0, name_index(c, variable_name(c, target->Attribute.attr)));
        break;
    }
    case AST_Subscript: {
        Operand o = operand_protect(c, expr(c, target->Subscript.value), target->Subscript.slice);
        bool sliced;
        Operand key = subscript_key(c, target->Subscript.slice, &sliced);
        if (sliced) emit(c, target->at, OP_DEL_SLICE, o, key, 0);
        emit(c, target->at, OP_DEL_ITEM, o, key, 0);
        break;
    }
    default:
        for (int i = 0; i < target->List.elts.n; i++) assign_delete(c, target->List.elts.at[i]);
    }
    temp_release(c, mark);
}
