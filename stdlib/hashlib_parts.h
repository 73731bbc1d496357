/* What _hashlib.c and _blake2.c share. */
#ifndef OURO_HASHLIB_PARTS_H
#define OURO_HASHLIB_PARTS_H

#include "interp/api.h"

int hashlib_take(Object *data, Buffer *b); /* what is to be hashed: 0, or -1 with TypeError */
int hashlib_data_or_string(Object *data_arg, Object *string, Object **data);
Object *hashlib_hex(const uint8_t *digest, size_t n);

#endif
