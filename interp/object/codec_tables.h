/* The tables of the one-byte encodings: codec_tables.c, written by tools/codec_tables.py. */
#ifndef OURO_CODEC_TABLES_H
#define OURO_CODEC_TABLES_H

#include <stdint.h>

typedef struct CharTable {
    const char *name;    /* "cp1252" */
    const char *aliases; /* normalised, with a space before and behind each */
    uint16_t chars[256]; /* 0xfffe: undefined */
} CharTable;

extern const CharTable codec_tables[];
extern const int codec_tables_count;

#endif
