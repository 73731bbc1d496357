/* The format mini-language, as format(value, spec) and f-strings read it; numbers and str share this parser.
 *
 *      [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]
 *
 * The parser checks what holds for every type of value; what a type does not support, its own formatter refuses.
 */
#ifndef OURO_FORMAT_SPEC_H
#define OURO_FORMAT_SPEC_H

#include "interp/object/str.h"

typedef struct FormatSpec {
    uint32_t fill;          /* what padding is made of */
    char align;             /* '<', '>', '^', or '=': padding between sign and digits */
    char sign;              /* '+', '-', ' '; 0: not given */
    bool no_negative_zero;  /* z */
    bool alternate;         /* # */
    bool align_given;       /* by an alignment character; the 0 flag alone does not count */
    char grouping;          /* ',' or '_' between digits; 0: none */
    char fraction_grouping; /* the same right of the point */
    ptrdiff_t width;        /* -1: not given */
    ptrdiff_t precision;    /* -1: not given */
    uint32_t type;          /* the last character, or the default handed to the parser */
} FormatSpec;

/* Reads `spec` for a value `o` (for messages). `type` and `align` are what holds when the spec has none:
 * a default alignment of '>' also makes the 0 flag mean '='. 0, or -1 with ValueError. */
int format_spec_parse(FormatSpec *f, const Str *spec, Object *o, uint32_t type, char align);

/* Raises "Unknown format code"; returns NULL. */
void *format_spec_unknown(const FormatSpec *f, Object *o);

/* How many fill characters go left and right of a text of `length` characters; align '=' counts as '>'. */
static inline void format_spec_padding(const FormatSpec *f, ptrdiff_t length, ptrdiff_t *left, ptrdiff_t *right) {
    ptrdiff_t all = f->width > length ? f->width - length : 0;
    *left = f->align == '<' ? 0 : f->align == '^' ? all / 2 : all;
    *right = all - *left;
}

/* The value of a decimal digit of any script, or -1. */
int format_digit_value(uint32_t c);

#endif
