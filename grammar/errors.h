/* The search for the message of a syntax error, after the parser has failed. */
#ifndef OURO_GRAMMAR_ERRORS_H
#define OURO_GRAMMAR_ERRORS_H

#include "grammar/peg.h"

void errors_find(Parser *p); /* fills p->result->error */

/* These leave the search with the error that they set. Columns are bytes, -1: none. */
_Noreturn void errors_raise(PegMatch *m, Place at, const char *message);
_Noreturn void errors_raise_from(PegMatch *m, Place start, const char *message); /* from there to the lexer's cursor */
_Noreturn void errors_raise_at(PegMatch *m, const Token *t, ParseStatus status, const char *message);
_Noreturn void errors_raise_last(PegMatch *m, ParseStatus status,
                                 const char *message); /* at the last token looked at */
const Token *errors_next(PegMatch *m);                 /* the token of now, looked at */

#endif
