/* The constructors and the tables of the syntax tree, expanded from ast.def. */
#include "grammar/ast.h"

#include <string.h>

static Node *node_new(Arena *a, NodeKind kind, Place at, const void *fields, size_t n) {
    Node *node = arena_alloc(a, offsetof(Node, Module) + n);
    if (!node) return NULL;
    node->kind = kind;
    node->at = at;
    memcpy((char *)node + offsetof(Node, Module), fields, n);
    return node;
}

#define NODE(group, name, ...) \
    Node *ast_##name(Arena *a, Place at, Ast##name fields) { \
        return node_new(a, AST_##name, at, &fields, sizeof fields); \
    }
#include "grammar/ast.def"

const AstNodeInfo ast_nodes[AST_NODE_COUNT] = {
#define NODE(group, name, ...) {#group, #name},
#include "grammar/ast.def"
};

const AstSymbolInfo ast_symbols[AST_SYMBOL_COUNT] = {
#define SYMBOL(group, name, text) {#group, #name, text},
#include "grammar/ast.def"
};

int ast_fields(NodeKind kind, const AstField **out) {
#define ONE(type, name)     {FIELD_ONE, #type, #name, offsetof(Node, Module) + offsetof(Fields, name)},
#define OPT(type, name)     {FIELD_OPT, #type, #name, offsetof(Node, Module) + offsetof(Fields, name)},
#define SEQ(type, name)     {FIELD_SEQ, #type, #name, offsetof(Node, Module) + offsetof(Fields, name)},
#define SEQ_OPT(type, name) {FIELD_SEQ_OPT, #type, #name, offsetof(Node, Module) + offsetof(Fields, name)},
#define NODE(group, name, ...) \
    case AST_##name: { \
        typedef Ast##name Fields __attribute__((unused)); \
        static const AstField fields[] = {__VA_ARGS__{}}; \
        *out = fields; \
        return sizeof fields / sizeof *fields - 1; \
    }
    switch (kind) {
#include "grammar/ast.def"
    default: return 0;
    }
}
