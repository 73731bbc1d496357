/* What Python asks of Unicode: which characters make names, which are shown as they are. */
#ifndef OURO_GRAMMAR_UNICODE_H
#define OURO_GRAMMAR_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int unicode_decode(const char *s, size_t n, int32_t *c); /* bytes read, at least 1; c is -1 for what is not UTF-8 */
int unicode_encode(char *out, int32_t c);                /* bytes written, at most 4; surrogates are allowed */

bool unicode_is_printable(int32_t c);
bool unicode_is_name_start(int32_t c); /* XID_Start, or an underscore */
bool unicode_is_name_part(int32_t c);  /* XID_Continue */

/* The NFKC form, as names are compared, from malloc with a NUL behind it; NULL: no memory. */
char *unicode_normalise(const char *s, size_t n);

#endif
