/* The way into grammar/: source text in, a syntax tree or an error with its place out. */
#ifndef OURO_GRAMMAR_PARSE_H
#define OURO_GRAMMAR_PARSE_H

#include <stdio.h>

#include "grammar/ast.h"

typedef enum ParseMode {
    PARSE_EXEC,   /* -> Module */
    PARSE_EVAL,   /* -> Expression */
    PARSE_SINGLE, /* one interactive statement -> Interactive */
} ParseMode;

enum ParseFlags {
    PARSE_FILE = 1,              /* the bytes are a file's: decoding errors are worded so */
    PARSE_UTF8 = 2,              /* the text came from a str: a coding cookie is only a comment */
    PARSE_ALLOW_INCOMPLETE = 4,  /* report source that only lacks its rest as PARSE_INCOMPLETE (REPL, codeop) */
    PARSE_DONT_IMPLY_DEDENT = 8, /* the end of the source does not end an indented block (codeop) */
    PARSE_BARRY_AS_FLUFL = 16,   /* <> instead of != */
};

typedef enum ParseStatus {
    PARSE_OK,
    PARSE_SYNTAX_ERROR,
    PARSE_INDENTATION_ERROR,
    PARSE_TAB_ERROR,
    PARSE_INCOMPLETE,      /* _IncompleteInputError, a SyntaxError */
    PARSE_MEMORY_ERROR,    /* out of memory, or the source is too complex (then there is a message) */
    PARSE_RECURSION_ERROR, /* nested too deep to be walked */
} ParseStatus;

/* As SyntaxError has it: line and columns count from 1, columns in characters; 0 where there is none. */
typedef struct ParseError {
    ParseStatus status;
    const char *message;
    int lineno, offset, end_lineno, end_offset;
    const char *text; /* the source line, with its newline when it has one; NULL: none */
    size_t text_n;
    int filename_at; /* where in the message " in file NAME" has its place; 0: nowhere */
} ParseError;

typedef struct ParseWarning {
    struct ParseWarning *next; /* in the order of the source */
    bool is_deprecation;       /* DeprecationWarning, else SyntaxWarning */
    const char *message;
    const char *error_message;                  /* the SyntaxError when the filter turns the warning into an error */
    int lineno, offset, end_lineno, end_offset; /* as in ParseError */
} ParseWarning;

typedef struct ParseResult {
    Arena arena;      /* owns everything below */
    Node *tree;       /* NULL after an error */
    ParseError error; /* status PARSE_OK when there is a tree */
    ParseWarning *warnings;
    Place last_compound;  /* the complete compound statement that starts last, functions aside; line 0: there is none */
    uint32_t ident_count; /* Ident.index is below it */
    const char *text;     /* the source as UTF-8, decoded, with \n for every newline */
    size_t text_n;
} ParseResult;

/* Parses; the result is to be freed with parse_free, after success and failure alike. */
ParseStatus parse_source(const char *source, size_t n, ParseMode mode, unsigned flags, ParseResult *out);
void parse_free(ParseResult *r);
/* Only decodes, for those who show source: fills text and text_n, or the error. To be freed the same way. */
ParseStatus parse_decode(const char *source, size_t n, unsigned flags, ParseResult *out);
/* The source without the white space that all its lines begin with; blank lines become empty. From malloc; NULL: no
 * memory. */
char *parse_dedent(const char *source, size_t n, size_t *out_n);

/* How \N{NAME} is looked up: the character, or -1. Without a function no name is known. */
typedef int32_t (*UnicodeNameLookup)(const char *name, size_t n);
extern UnicodeNameLookup parse_unicode_name;

/* The general category of a character, numbered as utf8proc does, set by whoever knows newer tables than that. */
extern int (*parse_unicode_category)(uint32_t c);

/* How a source is decoded whose coding cookie names an encoding other than UTF-8, Latin-1 and ASCII: to UTF-8 in the
 * arena. After an error: NULL, and a message, or none when there is no such encoding. */
typedef const char *(*SourceDecoder)(Arena *a, const char *encoding, const char *s, size_t n, size_t *out_n,
                                     const char **error);
extern SourceDecoder parse_source_decoder;

/* dump.c, for --dump: one token a line; and the tree as ast.dump(tree, indent=2) prints it. */
int dump_tokens(FILE *f, const char *source, size_t n, unsigned flags); /* 0, or -1 after an error, which is printed */
void dump_ast(FILE *f, const Node *tree);

/* The same on one line, without a newline; the second with places: ast.dump(tree, include_attributes=True). */
void dump_ast_line(FILE *f, const Node *tree);
void dump_ast_places(FILE *f, const Node *tree);

#endif
