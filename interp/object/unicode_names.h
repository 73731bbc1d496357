/* The names of characters, for \N{...}, namereplace and unicodedata. */
#ifndef OURO_UNICODE_NAMES_H
#define OURO_UNICODE_NAMES_H

#include <stddef.h>
#include <stdint.h>

#define UNICODE_NAME_MAX 128 /* room that every name fits in, with its 0 */

int unicode_name(uint32_t c, char *out);            /* the length; 0: it has no name */
int32_t unicode_lookup(const char *name, size_t n); /* in any case of letters; -1: no such name */

#endif
