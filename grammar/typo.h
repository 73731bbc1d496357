/* The keyword that a misspelt name was perhaps meant to be, for the report of a syntax error. */
#ifndef OURO_GRAMMAR_TYPO_H
#define OURO_GRAMMAR_TYPO_H

#include "grammar/parse.h"

typedef struct KeywordTypo {
    const char *keyword;
    int lineno, offset, end_offset; /* of the name, from 1, in characters of `line` */
    char *line;                     /* from malloc, without its newline and with the margin of the source taken off */
} KeywordTypo;

/* Whether a source compiles: said by the caller, since this part of the project only parses. */
typedef bool (*TypoCompiles)(const char *source, size_t n);

/* Looks at the names of the lines from `first`, where the last compound statement in front starts (0: there is none),
 * up to `lineno`, or in that line alone when the source is a file's; whether one is found. To be asked for "invalid
 * syntax" and "... Perhaps you forgot a comma?". The line of the name is counted from `first`. */
bool parse_find_typo(const char *source, size_t n, int first, int lineno, bool is_file, TypoCompiles compiles,
                     KeywordTypo *out);

#endif
