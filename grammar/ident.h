/* The names of a tree: one Ident for each, in an open-addressed table. */
#ifndef OURO_GRAMMAR_IDENT_H
#define OURO_GRAMMAR_IDENT_H

#include "grammar/ast.h"

typedef struct IdentTable {
    const Ident **slots; /* from malloc */
    uint32_t count, room;
} IdentTable;

/* The Ident of a normalised name, made in the arena if it is new; a->no_memory is set. */
const Ident *ident_intern(IdentTable *t, Arena *a, const char *s, size_t n);
void idents_free(IdentTable *t);

#endif
