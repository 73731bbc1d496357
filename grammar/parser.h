/* What the grammar's actions share. An action never returns an error: parser_fail leaves the parse by longjmp, and errors.c
 * then finds out what to say; running out of memory leaves it the same way. */
#ifndef OURO_GRAMMAR_PARSER_H
#define OURO_GRAMMAR_PARSER_H

#include "grammar/lexer.h"

/* One Ident for each name, in an open-addressed table. */
typedef struct IdentTable {
    const Ident **slots; /* from malloc */
    uint32_t count, room;
} IdentTable;

enum ParserExit { EXIT_NO_MEMORY = 1, EXIT_SYNTAX_ERROR, EXIT_TOO_COMPLEX };

typedef struct Parser {
    Arena *arena;
    ParseResult *result;
    ParseMode mode;
    unsigned flags;
    Lexer lexer;
    IdentTable idents;
    const Token *last; /* the last token that has been shifted: where a phrase ends that is being reduced */
    int loose_items;   /* `x as y` in parentheses that no `with` has taken yet */
    void *machine;     /* Lemon's */
    jmp_buf exit;
} Parser;

_Noreturn void parser_fail(Parser *p);        /* there is a syntax error */
_Noreturn void parser_too_complex(Parser *p); /* the parser's stack is full */

/* A node, and the token that its text starts with: an opening parenthesis is no part of the node but of the phrase. */
typedef struct Phrase {
    Node *node;
    const Token *first;
} Phrase;

/* Phrases with commas between them. */
typedef struct Phrases {
    NodeList list;
    const Token *first;
} Phrases;

/* The parts of f(...) or of the brackets of a class, in their order. */
typedef struct Arguments {
    NodeList positional, keywords;
    bool has_unpacking; /* **x has been seen */
} Arguments;

/* Parameters as they come: `state` says what may follow. */
typedef struct Parameters {
    Node *node; /* arguments */
    enum { PARAMETERS_ORDINARY, PARAMETERS_BARE_STAR, PARAMETERS_KEYWORD_ONLY, PARAMETERS_CLOSED } state;
} Parameters;

/* The text of one token of a string literal, or a finished part of an f-string. */
typedef struct Strings {
    NodeList parts; /* of Constant, JoinedStr, TemplateStr */
    const Token *first;
} Strings;

int py_run(Parser *p); /* py.y: feeds the tokens to Lemon */

/* ident.c */
const Ident *ident_of(Parser *p, const char *s, size_t n); /* s is normalised */
const Ident *ident_of_token(Parser *p, const Token *t);
void idents_free(IdentTable *t);

/* build.c: lists and expressions */
Place place_from(const Parser *p, const Token *first);      /* from there to the last token */
Place place_to(const Token *first, const Node *last);       /* from there to the end of that node */
NodeList list_of(Parser *p, Node *node);
NodeList list_add(Parser *p, NodeList list, Node *node);
NodeList list_concat(Parser *p, NodeList a, NodeList b);
Phrases phrases_of(Parser *p, Phrase a);
Phrases phrases_add(Parser *p, Phrases list, Phrase a);

Phrase build_name(Parser *p, const Token *t);
Phrase build_singleton(Parser *p, const Token *t, AstConstType type);
Phrase build_number(Parser *p, const Token *t);
Phrase build_group(Parser *p, const Token *open, Phrase inner);
Phrase build_tuple(Parser *p, Phrases items);
Phrase build_paren_tuple(Parser *p, const Token *open, NodeList items);
Phrase build_paren_items(Parser *p, const Token *open, NodeList items); /* (x), or (x as y) */
Phrase build_with_target(Parser *p, Phrase context, Phrase target);
Phrase build_named(Parser *p, const Token *name, Phrase value);
Phrase build_binary(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_unary(Parser *p, const Token *t, AstSymbol op, Phrase operand);
Phrase build_bool(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_compare(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_starred(Parser *p, const Token *star, Phrase value);
Phrase build_dict_item(Parser *p, Phrase key, Phrase value);

/* Targets: the node becomes one, or the parse fails. */
void build_store(Parser *p, Node *target);
void build_stores(Parser *p, NodeList targets);
void build_delete(Parser *p, Node *target);

/* build_call.c: arguments and parameters */
Arguments arguments_add(Parser *p, Arguments a, Phrase argument);
Arguments arguments_add_keyword(Parser *p, Arguments a, Phrase name, Phrase value);
Arguments arguments_add_unpacking(Parser *p, Arguments a, const Token *stars, Phrase value);
Phrase build_call(Parser *p, Phrase function, Arguments a);
Node *build_parameter(Parser *p, const Token *name, Node *annotation);
Parameters parameters_none(Parser *p);
Parameters parameters_add(Parser *p, Parameters ps, Node *parameter, Node *fallback);
Parameters parameters_add_slash(Parser *p, Parameters ps);
Parameters parameters_add_star(Parser *p, Parameters ps, Node *parameter); /* NULL: a bare star */
Parameters parameters_add_stars(Parser *p, Parameters ps, Node *parameter);
Node *parameters_end(Parser *p, Parameters ps);

/* build_stmt.c */
Node *build_assign(Parser *p, NodeList targets, const Token *first, Phrase value);
Node *build_annotated(Parser *p, Phrase target, Phrase annotation, Node *value);
Node *build_augmented(Parser *p, Phrase target, AstSymbol op, Phrase value);
Node *build_del(Parser *p, const Token *t, Phrase targets);
Node *build_if(Parser *p, const Token *t, Phrase test, NodeList body, NodeList elifs, NodeList orelse);
NodeList build_with_items(Parser *p, NodeList items);
Node *build_import_from(Parser *p, const Token *t, int level, const Ident *module, NodeList names);
const Ident *build_dotted_name(Parser *p, const Token *first, const Token *last);

/* build_pattern.c */
Phrase build_pattern_number(Parser *p, const Token *minus, const Token *number, const Token *sign,
                            const Token *imaginary);
Phrase build_pattern_value(Parser *p, Phrase value);
Phrase build_pattern_capture(Parser *p, const Token *name);
Phrase build_pattern_as(Parser *p, Phrase pattern, const Token *name);
Phrase build_pattern_or(Parser *p, Phrases alternatives);
Phrase build_pattern_sequence(Parser *p, const Token *first, NodeList patterns);

/* literal.c and fstring.c */
AstConst literal_number(Parser *p, const Token *t);
Node *literal_string(Parser *p, const Token *t);
Phrase build_strings(Parser *p, Strings s);

#endif
