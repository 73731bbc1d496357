/* How Python writes constants. */
#ifndef OURO_GRAMMAR_DUMP_CONST_H
#define OURO_GRAMMAR_DUMP_CONST_H

#include <stdio.h>

#include "grammar/ast.h"

void dump_str(FILE *f, const char *s, size_t n); /* repr of the str */
void dump_const(FILE *f, const AstConst *c);     /* repr of the constant */

#endif
