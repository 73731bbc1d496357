/* The parts of the binascii module: binascii.c has base64, hexadecimal and the table, binascii_line.c what goes line by
 * line: uuencode and quoted-printable. */
#ifndef OURO_BINASCII_PARTS_H
#define OURO_BINASCII_PARTS_H

#include "interp/api.h"

extern Object *binascii_error; /* class binascii.Error; owned while the module is there */

static inline void *binascii_raise(const char *message) {
    return raise_error((Type *)binascii_error, "%s", message);
}

/* An argument that is a buffer or an ASCII str: 0, or -1 with an exception. */
int binascii_take(Object *o, Buffer *b);
/* The value of a hexadecimal digit, or -1. */
int binascii_hex_value(uint8_t c);

Object *binascii_a2b_uu(Object *self, Object **args, ptrdiff_t nargs);
Object *binascii_b2a_uu(Object *self, Object **args, ptrdiff_t nargs);
Object *binascii_a2b_qp(Object *self, Object **args, ptrdiff_t nargs);
Object *binascii_b2a_qp(Object *self, Object **args, ptrdiff_t nargs);

#endif
