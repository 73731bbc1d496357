/* --dump=tokens: the tokens that the parser reads. */
#include <stdlib.h>
#include <string.h>

#include "grammar/lexer.h"
#include "grammar/source.h"

int dump_tokens(FILE *f, const char *source, size_t n, unsigned flags) {
    return 0;
}
