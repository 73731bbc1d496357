/* Syntax trees as objects, for compile() and the module ast: from the parser's nodes and back. */
#ifndef OURO_AST_OBJECTS_H
#define OURO_AST_OBJECTS_H

#include "grammar/parse.h"
#include "interp/api.h"

/* What stdlib/ast/_nodes.py has made of the table in ast.def. */
typedef struct AstClasses {
    Object *module;  /* owned */
    Object *nodes;   /* a tuple: the class of each NodeKind */
    Object *symbols; /* a tuple: the one instance of each AstSymbol that the trees use */
    Object *kinds;   /* a dict: the place of a class in `nodes` */
    Object *symbol_kinds;
} AstClasses;

int ast_classes_load(AstClasses *c); /* 0, -1; all that it holds is let go by */
void ast_classes_release(AstClasses *c);

/* Is it an instance of ast.AST? 1, 0, -1. Imports nothing: without the module there are no instances. */
int ast_is_object(Object *o);

/* ast_write.c: the tree as objects. New. */
Object *ast_to_object(const Node *tree);

/* ast_read.c: the tree that `root` stands for, checked, for a source of that mode: 0, or -1 with TypeError or
 * ValueError. To be freed with parse_free, after success and failure alike. */
int ast_from_object(Object *root, ParseMode mode, ParseResult *out);

/* ast_check.c: whether a tree that no parser has made is one that the parser could have made, as far as the compiler
 * relies on it: 0, or -1 with ValueError. */
int ast_check(const Node *tree);

extern const ModuleSpec _ast_module;

#endif
