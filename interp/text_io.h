/* Text files. */
#ifndef OURO_TEXT_IO_H
#define OURO_TEXT_IO_H

#include "interp/api.h"

/* Text over a binary file. encoding, errors, newline: strs, None or NULL for the defaults. All borrowed. New */
Object *text_file_new(Object *buffer, Object *encoding, Object *errors, Object *newline, bool line_buffering);

#endif
