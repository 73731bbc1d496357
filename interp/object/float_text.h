/* Doubles as text in the forms of printf and repr: what repr, format, % and round-trip code build on. */
#ifndef OURO_FLOAT_TEXT_H
#define OURO_FLOAT_TEXT_H

#include "interp/object/float.h"

enum {
    FLOAT_POINT_ZERO = 1, /* a whole number ends in ".0" */
    FLOAT_ALTERNATE = 2,  /* '#': always a point; g keeps its zeros */
    FLOAT_PLUS = 4,       /* a '+' in front of what is not negative */
};

typedef struct FloatText {
    char *text; /* not terminated; in `local` or a block of its own */
    size_t n;
    char local[64];
} FloatText;

/* code: 'e' 'f' 'g' and their capitals with a precision >= 0, 'r' for the shortest form, '%' for f of 100 * d and a
 * percent sign. 0, or -1 with MemoryError. */
int float_text(FloatText *t, double d, char code, ptrdiff_t precision, int flags);
void float_text_drop(FloatText *t);

#endif
