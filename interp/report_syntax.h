/* What a report says of a SyntaxError. */
#ifndef OURO_REPORT_SYNTAX_H
#define OURO_REPORT_SYNTAX_H

#include "grammar/typo.h"
#include "interp/api.h"

/* The lines from the place to the message; `type` is its name, as a str. 0, -1 */
int report_syntax_error(StrWriter *w, const SyntaxError *e, Object *type);
/* Whether a keyword was misspelt; out->line is then to be freed. Leaves no exception. */
bool report_find_typo(const SyntaxError *e, KeywordTypo *out);

#endif
