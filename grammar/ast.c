/* The constructors and the tables of the syntax tree, expanded from ast.def. */
#include "grammar/ast.h"

#include <string.h>

static Node *node_new(Arena *a, NodeKind kind, Place at, size_t n) {
    Node *node = arena_alloc(a, offsetof(Node, Module) + n);
    if (!node) return NULL;
    node->kind = kind;
    node->at = at;
    return node;
}

#define NODE(group, name, ...) \
    Node *ast_##name(Arena *a, Place at, Ast##name fields) { \
        Node *node = node_new(a, AST_##name, at, sizeof fields); \
        if (node) memcpy((char *)node + offsetof(Node, Module), &fields, sizeof fields); \
        return node; \
    }
#include "grammar/ast.def"

Node *ast_blank(Arena *a, NodeKind kind, Place at) {
    static const size_t sizes[AST_NODE_COUNT] = {
#define NODE(group, name, ...) sizeof(Ast##name),
#include "grammar/ast.def"
    };
    return node_new(a, kind, at, sizes[kind]);
}

const AstNodeInfo ast_nodes[AST_NODE_COUNT] = {
#define NODE(group, name, ...) {#group, #name},
#include "grammar/ast.def"
};

const AstSymbolInfo ast_symbols[AST_SYMBOL_COUNT] = {
#define SYMBOL(group, name, text) {#group, #name, text},
#include "grammar/ast.def"
};

/* A type that is no group of nodes says so here. */
enum {
    OF_identifier = FIELD_OF_IDENTIFIERS,
    OF_string = FIELD_OF_STRINGS,
    OF_constant = FIELD_OF_CONSTANTS,
    OF_int = FIELD_OF_INTS,
    OF_boolop = FIELD_OF_SYMBOLS,
    OF_operator = FIELD_OF_SYMBOLS,
    OF_unaryop = FIELD_OF_SYMBOLS,
    OF_cmpop = FIELD_OF_SYMBOLS,
    OF_expr_context = FIELD_OF_SYMBOLS,
    OF_stmt = FIELD_OF_NODES,
    OF_expr = FIELD_OF_NODES,
    OF_comprehension = FIELD_OF_NODES,
    OF_excepthandler = FIELD_OF_NODES,
    OF_arguments = FIELD_OF_NODES,
    OF_arg = FIELD_OF_NODES,
    OF_keyword = FIELD_OF_NODES,
    OF_alias = FIELD_OF_NODES,
    OF_withitem = FIELD_OF_NODES,
    OF_match_case = FIELD_OF_NODES,
    OF_pattern = FIELD_OF_NODES,
    OF_type_ignore = FIELD_OF_NODES,
    OF_type_param = FIELD_OF_NODES,
};

bool ast_group_has_place(const char *group) {
    static const char *const groups[] = {"stmt",    "expr",  "excepthandler", "arg",
                                         "keyword", "alias", "pattern",       "type_param"};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (!strcmp(group, groups[i])) return true;
    return false;
}

int ast_fields(NodeKind kind, const AstField **out) {
#define ROW(form, type, name) \
    {form, (AstFieldType)OF_##type, #type, #name, offsetof(Node, Module) + offsetof(Fields, name)},
#define ONE(type, name)     ROW(FIELD_ONE, type, name)
#define OPT(type, name)     ROW(FIELD_OPT, type, name)
#define SEQ(type, name)     ROW(FIELD_SEQ, type, name)
#define SEQ_OPT(type, name) ROW(FIELD_SEQ_OPT, type, name)
#define NODE(group, name, ...) \
    case AST_##name: { \
        typedef Ast##name Fields __attribute__((unused)); \
        static const AstField fields[] = {__VA_ARGS__{0}}; \
        *out = fields; \
        return sizeof fields / sizeof *fields - 1; \
    }
    switch (kind) {
#include "grammar/ast.def"
    default: return 0;
    }
}
