/* The parts of the _csv module: _csv.c has dialects and the module, _csv_reader.c and _csv_writer.c the rest. */
#ifndef OURO_CSV_PARTS_H
#define OURO_CSV_PARTS_H

#include "interp/api.h"

enum Quoting { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL, QUOTINGS };

#define NO_CHAR UINT32_MAX

typedef struct Dialect {
    Object base;
    uint32_t delimiter, quote, escape; /* characters; the last two may be NO_CHAR */
    enum Quoting quoting;
    bool double_quote, skip_space, strict;
    Object *line_end;     /* owned: a str */
    bool is_special[128]; /* ASCII characters that cannot stand in a field as they are */
} Dialect;

extern Object *csv_error; /* class _csv.Error; owned while the module is there */
extern ptrdiff_t csv_field_limit;
extern Type csv_dialect_type, csv_reader_type, csv_writer_type;

/* A dialect from (dialect, **format), as a call of a reader has them behind its first argument. New */
Dialect *csv_dialect(Object *dialect, Object **values, Tuple *kwnames);

Object *csv_reader(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *csv_writer(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);

#endif
