/* The syntax of str.format: literal text and fields in braces, `{name!conversion:spec}`, as views of the format string.
 * Shared by str.format itself and by what string.Formatter needs. No ownership: everything is a piece of the string. */
#ifndef OURO_FORMAT_FIELD_H
#define OURO_FORMAT_FIELD_H

#include "interp/object/str.h"

typedef struct Piece { /* str[start:end] */
    ptrdiff_t start, end;
} Piece;

typedef struct FormatItem {
    Piece literal; /* text before the field */
    bool has_field;
    Piece name, spec;
    uint32_t conversion; /* 0: none */
    bool nested;         /* the spec has fields of its own */
} FormatItem;

/* Reads the next item of str[*at:end]: 1; 0 at the end; -1 with ValueError. */
int format_next(const Str *s, ptrdiff_t *at, ptrdiff_t end, FormatItem *item);

/* A field name is `first` and then accesses: .name or [key]. */
typedef struct FieldAccess {
    bool attribute;
    Piece name;
    ptrdiff_t index; /* [digits]; -1: a string */
} FieldAccess;

/* Splits off the first part; *index is its number, or -1. Returns where the rest starts, or -1 with ValueError. */
ptrdiff_t field_first(const Str *s, Piece name, Piece *first, ptrdiff_t *index);
/* The next access of the rest: 1; 0 at the end; -1 with ValueError. */
int field_next(const Str *s, ptrdiff_t *at, ptrdiff_t end, FieldAccess *access);

#endif
