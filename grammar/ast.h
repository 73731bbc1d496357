/* The syntax tree. Its kinds of nodes are declared in ast.def; this header expands them to
 *
 *      AST_BinOp                            the kind
 *      node->BinOp.left                     the fields, when node->kind is AST_BinOp
 *      ast_BinOp(arena, at, (AstBinOp){left, AST_Add, right})     makes one
 *      AST_Add                              a symbol (operators, contexts)
 *      ast_fields, ast_nodes, ast_symbols   tables, for the dumper and the `ast` module
 *
 * All nodes have the one type Node: a visitor is one switch over node->kind. Nodes and all that they point to live in
 * the arena of their tree. The tree holds no objects of the interpreter: constants are text (see AstConst).
 */
#ifndef OURO_GRAMMAR_AST_H
#define OURO_GRAMMAR_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grammar/arena.h"

typedef enum NodeKind {
#define NODE(group, name, ...) AST_##name,
#include "grammar/ast.def"
    AST_NODE_COUNT
} NodeKind;

typedef enum AstSymbol {
#define SYMBOL(group, name, text) AST_##name,
#include "grammar/ast.def"
    AST_SYMBOL_COUNT
} AstSymbol;

/* Where a node stands in the source: lines count from 1, columns from 0 in bytes of UTF-8, the end is exclusive.
 * Nodes without a place of their own (arguments, comprehension, withitem, match_case, mod) have at least lineno set. */
typedef struct Place {
    int lineno, col_offset, end_lineno, end_col_offset;
} Place;

/* A name, NFKC-normalised. There is one Ident for each distinct name of a tree, so names are equal when the pointers
 * are; `index` numbers them densely from 0 (ParseResult.ident_count), for side tables. */
typedef struct Ident {
    uint32_t index, hash;
    uint32_t n; /* bytes of UTF-8, without the NUL */
    char text[];
} Ident;

typedef enum AstConstType {
    CONST_NONE,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,   /* text: digits only, without prefix and underscores; base: 2, 8, 10 or 16 */
    CONST_FLOAT, /* text: for strtod, without underscores */
    CONST_IMAG,  /* text: for strtod, without underscores and without the j */
    CONST_STR,   /* UTF-8; lone surrogates, which only escapes can make, take three bytes each */
    CONST_BYTES,
} AstConstType;

typedef struct AstConst {
    AstConstType type;
    int base;
    size_t n; /* bytes of text; a number has a NUL behind it */
    const char *text;
} AstConst;

typedef struct Node Node;

typedef struct NodeList {
    int n, room; /* `room` is the parser's, while the list grows */
    Node **at;
} NodeList;

typedef struct IdentList {
    int n, room;
    const Ident **at;
} IdentList;

typedef struct SymbolList {
    int n, room;
    AstSymbol *at;
} SymbolList;

/* What the fields of each type are in C. */
typedef Node *AstOne_mod, *AstOne_stmt, *AstOne_expr, *AstOne_comprehension, *AstOne_excepthandler, *AstOne_arguments,
    *AstOne_arg, *AstOne_keyword, *AstOne_alias, *AstOne_withitem, *AstOne_match_case, *AstOne_pattern,
    *AstOne_type_ignore, *AstOne_type_param;
typedef AstSymbol AstOne_expr_context, AstOne_boolop, AstOne_operator, AstOne_unaryop, AstOne_cmpop;
typedef const Ident *AstOne_identifier;
typedef const char *AstOne_string;
typedef AstConst AstOne_constant;
typedef int AstOne_int;
typedef NodeList AstSeq_stmt, AstSeq_expr, AstSeq_comprehension, AstSeq_excepthandler, AstSeq_arg, AstSeq_keyword,
    AstSeq_alias, AstSeq_withitem, AstSeq_match_case, AstSeq_pattern, AstSeq_type_ignore, AstSeq_type_param;
typedef IdentList AstSeq_identifier;
typedef SymbolList AstSeq_cmpop;

#define ONE(type, name)     AstOne_##type name;
#define OPT(type, name)     AstOne_##type name;
#define SEQ(type, name)     AstSeq_##type name;
#define SEQ_OPT(type, name) AstSeq_##type name;
#define NODE(group, name, ...) \
    typedef struct Ast##name { \
        __VA_ARGS__ \
    } Ast##name;
#include "grammar/ast.def"
#undef ONE
#undef OPT
#undef SEQ
#undef SEQ_OPT

/* A node is allocated only as long as its own kind needs: never copy a Node by value. */
struct Node {
    NodeKind kind;
    int parens; /* pairs of parentheses right around it */
    Place at;
    union {
#define NODE(group, name, ...) Ast##name name;
#include "grammar/ast.def"
    };
};

/* The constructors: NULL when there is no memory. */
#define NODE(group, name, ...) Node *ast_##name(Arena *a, Place at, Ast##name fields);
#include "grammar/ast.def"

typedef enum AstFieldForm { FIELD_ONE, FIELD_OPT, FIELD_SEQ, FIELD_SEQ_OPT } AstFieldForm;

typedef enum AstFieldType {
    FIELD_OF_NODES,
    FIELD_OF_SYMBOLS,
    FIELD_OF_IDENTIFIERS,
    FIELD_OF_STRINGS,
    FIELD_OF_CONSTANTS,
    FIELD_OF_INTS,
} AstFieldType;

typedef struct AstField {
    AstFieldForm form;
    AstFieldType type;
    const char *type_name, *name;
    size_t offset; /* from the start of the node */
} AstField;

static inline bool ast_field_is_list(const AstField *f) {
    return f->form == FIELD_SEQ || f->form == FIELD_SEQ_OPT;
}

/* The fields of a kind, in order; returns their number. */
int ast_fields(NodeKind kind, const AstField **fields);

/* Whether nodes of this group have a place of their own. */
bool ast_group_has_place(const char *group);

/* A node whose fields are all absent, for those who fill it by the table. NULL when there is no memory. */
Node *ast_blank(Arena *a, NodeKind kind, Place at);

typedef struct AstNodeInfo {
    const char *group, *name;
} AstNodeInfo;

typedef struct AstSymbolInfo {
    const char *group, *name, *text;
} AstSymbolInfo;

extern const AstNodeInfo ast_nodes[AST_NODE_COUNT];
extern const AstSymbolInfo ast_symbols[AST_SYMBOL_COUNT];

#endif
