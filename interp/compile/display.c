/* Displays: [a, *b], (a, b), {a}, {k: v, **d}.
 *
 * Items are put into a window of temporaries and made into the container by one instruction. Long displays, and those
 * with *, are built in pieces instead, so that windows stay small.
 */
#include "interp/compile/compiler.h"

enum { WINDOW_MAX = 64 };

static Opcode build_opcode(NodeKind kind) {
    return kind == AST_List ? OP_BUILD_LIST : kind == AST_Set ? OP_BUILD_SET : OP_BUILD_TUPLE;
}

static bool has_starred(NodeList items) {
    for (int i = 0; i < items.n; i++)
        if (items.at[i]->kind == AST_Starred) return true;
    return false;
}

/* The items from i on, up to a starred one, of which there are at most WINDOW_MAX; `to` may be the first of the window.
 * Returns where it ended. */
static int build_piece(Compiler *c, Place at, Opcode op, NodeList items, int i, unsigned to) {
    unsigned mark = temp_mark(c), n = 0;
    for (; i < items.n && items.at[i]->kind != AST_Starred && n < WINDOW_MAX; i++, n++) expr_pushed(c, items.at[i]);
    emit(c, at, op, to, mark, n);
    temp_release(c, mark);
    return i;
}

/* In the temporary `to`, as a list or a set. */
static void build_in_pieces(Compiler *c, Place at, bool set, NodeList items, unsigned to) {
    int i = build_piece(c, at, set ? OP_BUILD_SET : OP_BUILD_LIST, items, 0, to);
    while (i < items.n) {
        unsigned mark = temp_mark(c);
        const Node *e = items.at[i++];
        bool starred = e->kind == AST_Starred;
        Operand value = expr(c, starred ? e->Starred.value : e);
        if (starred)
            emit(c, at, set ? OP_SET_UPDATE : OP_LIST_EXTEND, to, value, 0);
        else
            emit(c, at, set ? OP_SET_ADD : OP_LIST_APPEND, to, value, 0);
        temp_release(c, mark);
    }
}

/* More are added to a set one by one: that leads to another order. */
enum { FROZENSET_MAX = 30 };

/* Three constants or more come out of a constant tuple or frozenset all at once. */
static bool build_from_constant(Compiler *c, const Node *e, unsigned to) {
    int n = e->List.elts.n;
    Object *constant = n >= 3 && (e->kind == AST_List || n <= FROZENSET_MAX) ? fold_container(c, e) : NULL;
    if (constant) emit(c, e->at, OP_BUILD_CONST, to, const_operand(c, e->at, constant), 0);
    return constant != NULL;
}

Operand display_near(Compiler *c, const Node *e, Operand near) {
    NodeList items = e->List.elts; /* the first field of all three kinds */
    unsigned mark = temp_mark(c);
    if (e->kind == AST_Tuple) {
        Object *constant = fold_items(c, items);
        if (constant) return const_operand(c, e->at, constant);
    }
    bool set = e->kind == AST_Set;
    if (!has_starred(items) && items.n <= WINDOW_MAX && (e->kind == AST_Tuple || items.n < 3)) {
        unsigned window = items.n ? call_window(c, near) : mark;
        for (int i = 0; i < items.n; i++) expr_to(c, items.at[i], i ? temp_push(c) : window);
        Operand to = result_register(c, near, mark);
        emit(c, e->at, build_opcode(e->kind), to, window, (unsigned)items.n);
        return result_operand(c, to);
    }
    Operand to = result_register(c, scratch(c, near), mark);
    if (e->kind == AST_Tuple || !build_from_constant(c, e, to)) build_in_pieces(c, e->at, set, items, to);
    if (e->kind == AST_Tuple) emit(c, e->at, OP_LIST_TO_TUPLE, to, dying(to), 0);
    if (is_discarded(near)) emit(c, e->at, OP_RELEASE, to, 0, 0);
    return dying(to);
}

/* --- dict --- */

static int dict_piece(Compiler *c, const Node *e, int i, unsigned to) {
    unsigned mark = temp_mark(c), n = 0;
    const NodeList keys = e->Dict.keys, values = e->Dict.values;
    for (; i < values.n && keys.at[i] && n < WINDOW_MAX; i++, n++) {
        expr_pushed(c, keys.at[i]);
        expr_pushed(c, values.at[i]);
    }
    emit(c, e->at, OP_BUILD_MAP, to, mark, n);
    temp_release(c, mark);
    return i;
}

Operand dict_near(Compiler *c, const Node *e, Operand near) {
    const NodeList keys = e->Dict.keys, values = e->Dict.values;
    Operand to = result_register(c, scratch(c, near), temp_mark(c));
    for (int i = dict_piece(c, e, 0, to); i < values.n; i++) {
        unsigned mark = temp_mark(c);
        if (keys.at[i]) {
            Operand key = operand_protect(c, expr(c, keys.at[i]), values.at[i]);
            emit(c, e->at, OP_MAP_ADD, to, key, expr(c, values.at[i]));
        } else {
            emit(c, e->at, OP_DICT_UPDATE, to, expr(c, values.at[i]), 0);
        }
        temp_release(c, mark);
    }
    if (is_discarded(near)) emit(c, e->at, OP_RELEASE, to, 0, 0);
    return dying(to);
}
