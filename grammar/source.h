/* The text of a source. */
#ifndef OURO_GRAMMAR_SOURCE_H
#define OURO_GRAMMAR_SOURCE_H

#include "grammar/parse.h"

/* Fills r->text and r->text_n, or r->error. */
ParseStatus source_decode(const char *source, size_t n, ParseMode mode, unsigned flags, ParseResult *r);

#endif
