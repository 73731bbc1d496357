/* The names of characters, for \N{...}, namereplace and unicodedata. */
#ifndef OURO_UNICODE_NAMES_H
#define OURO_UNICODE_NAMES_H

#include <stddef.h>
#include <stdint.h>

#define UNICODE_NAME_MAX     128 /* room that every name fits in, with its 0 */
#define UNICODE_SEQUENCE_MAX 16  /* characters of a named sequence, at most */

int unicode_name(uint32_t c, char *out);            /* the length; 0: it has no name */
int32_t unicode_lookup(const char *name, size_t n); /* by name or alias, in any case of letters; -1: no such name */
int unicode_lookup_sequence(const char *name, size_t n, uint32_t *out); /* the number of characters; 0: no such name */
void unicode_names_shutdown(void);

#endif
