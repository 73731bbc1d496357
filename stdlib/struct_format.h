/* Formats of the struct module, read once into a row of fields. */
#ifndef OURO_STRUCT_FORMAT_H
#define OURO_STRUCT_FORMAT_H

#include "interp/api.h"

typedef struct StructField {
    char code;   /* as written in the format */
    char native; /* the code of native_item.h for the same value in the machine's byte order; 0: s, p, x, F, D */
    bool swap;   /* the bytes are the other way round */
    int size;    /* of one item, in bytes */
    /* Integers: the values that it takes, as far as they fit (least <= greatest); anything else: 1, 0. */
    int64_t least, greatest;
    ptrdiff_t offset;
    ptrdiff_t count; /* items; for s and p the bytes of the one item */
} StructField;

typedef struct StructFormat {
    StructField *fields; /* owned */
    ptrdiff_t field_count;
    ptrdiff_t size;  /* in bytes */
    ptrdiff_t items; /* values that it packs */
} StructFormat;

extern Object *struct_error;                 /* struct.error */
void *struct_raise(const char *format, ...); /* struct.error; returns NULL */

int struct_format_parse(StructFormat *f, const char *text, size_t n); /* 0, or -1 with struct.error */
void struct_format_free(StructFormat *f);
int struct_format_pack(const StructFormat *f, uint8_t *to, Object **values); /* f->items values; `to` is zeroed first */
Object *struct_format_unpack(const StructFormat *f, const uint8_t *from);    /* new: a tuple */

#endif
