/* The search for the message of a syntax error. */
#include "grammar/errors.h"

void errors_find(Parser *p) {
    p->result->error = p->lexer.error.status ? p->lexer.error
                                             : (ParseError){.status = PARSE_SYNTAX_ERROR,
                                                            .message = "invalid syntax",
                                                            .lineno = p->last->at.lineno,
                                                            .offset = p->last->at.col_offset + 1};
}
