/* The search for the message of a syntax error, after the parser has failed. */
#ifndef OURO_GRAMMAR_ERRORS_H
#define OURO_GRAMMAR_ERRORS_H

#include "grammar/parser.h"

void errors_find(Parser *p); /* fills p->result->error */

#endif
