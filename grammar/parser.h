/* What the grammar's actions share. An action never returns an error: parser_fail leaves the parse by longjmp, and
 * errors.c then finds out what to say; running out of memory leaves it the same way. */
#ifndef OURO_GRAMMAR_PARSER_H
#define OURO_GRAMMAR_PARSER_H

#include "grammar/ident.h"
#include "grammar/lexer.h"

enum ParserExit { EXIT_NO_MEMORY = 1, EXIT_SYNTAX_ERROR, EXIT_TOO_COMPLEX, EXIT_ERROR_FOUND };

typedef struct Parser {
    Arena *arena;
    ParseResult *result;
    ParseMode mode;
    unsigned flags;
    Lexer lexer;
    IdentTable idents;
    const Token *last; /* the last token that has been shifted: where a phrase ends that is being reduced */
    void *machine;     /* Lemon's */
    Node *part;        /* what py_run_part has read */
    Lexer probe;       /* for single tokens (peg_compile.c) */
    ParseWarning *warning_list, **warnings; /* of literals, and the end of the list */
    jmp_buf *exit;                          /* where parser_fail goes */
} Parser;

/* py.y: feeds the tokens to Lemon. The second form reads some of them again, in the mode of a part; NULL: they are
 * none. */
void py_run(Parser *p);
Node *py_run_part(Parser *p, int mode, const Token *from, const Token *to);
void py_free(Parser *p);

_Noreturn void parser_fail(Parser *p);                       /* there is a syntax error */
_Noreturn void parser_too_complex(Parser *p);                /* the parser's stack is full */
void parser_note_compound(Parser *p, const Node *statement); /* it is complete */
void parser_warn(Parser *p, const Token *t, int line, const char *message, const char *error_message);

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

/* A dotted name, as its tokens. */
typedef struct DottedName {
    const Token *first, *last;
} DottedName;

/* Parameters as they come: `state` says what may follow. */
typedef struct Parameters {
    Node *node; /* arguments */
    enum { PARAMETERS_ORDINARY, PARAMETERS_BARE_STAR, PARAMETERS_KEYWORD_ONLY, PARAMETERS_CLOSED } state;
} Parameters;

/* The parts of f(...) or of the brackets of a class, in their order. */
typedef struct Arguments {
    NodeList positional, keywords;
    bool has_unpacking; /* **x has been seen */
} Arguments;

/* {value=!conversion ...} in an f-string. */
typedef struct Field {
    const Token *open;
    Node *value;
    const Token *after; /* the token behind the value */
    const Token *equal; /* NULL: no `=` */
    int conversion;     /* 0: none */
} Field;

/* ident.c */
const Ident *ident_of(Parser *p, const char *s, size_t n); /* s is normalised */
const Ident *ident_of_token(Parser *p, const Token *t);

/* build.c: places, lists, expressions, targets */
Place place_from(const Parser *p, const Token *first); /* from there to the last token that is text */
NodeList list_of(Parser *p, Node *node);
NodeList list_add(Parser *p, NodeList list, Node *node);
NodeList list_concat(Parser *p, NodeList a, NodeList b);
Phrases phrases_of(Parser *p, Phrase a);
Phrases phrases_add(Parser *p, Phrases list, Phrase a);

Phrase build_name(Parser *p, const Token *t);
Phrase build_singleton(Parser *p, const Token *t, AstConstType type);
Phrase build_number(Parser *p, const Token *t);
Phrase build_tuple(Parser *p, Phrases items);
Phrase build_paren_tuple(Parser *p, const Token *open, NodeList items);
Phrase build_group(const Token *open, Phrase inner);
Phrase build_paren_item(Parser *p, const Token *open, Phrase item); /* (x) or (x as y) */
Phrase build_loose_item(Parser *p, Phrase context, Node *target);   /* x as y */
Phrase build_named(Parser *p, const Token *name, Node *value);
Phrase build_binary(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_unary(Parser *p, const Token *t, AstSymbol op, Phrase operand);
Phrase build_bool(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_compare(Parser *p, Phrase left, AstSymbol op, Phrase right);
Phrase build_starred(Parser *p, const Token *star, Node *value);
Phrase build_attribute(Parser *p, Phrase value, const Token *name);
Phrase build_slice(Parser *p, const Token *first, Node *lower, Node *upper, Node *step);
AstDict build_dict_add(Parser *p, AstDict d, Node *key, Node *value);
void build_check_not_equal(Parser *p, const Token *t); /* != or <>, as the flags have it */

/* The node becomes a target, or the parse fails. */
void build_store(Parser *p, Node *target);
void build_delete(Parser *p, Node *target);
Node *build_target(Parser *p, const Token *name);

/* build_call.c: arguments and parameters */
Arguments arguments_add(Parser *p, Arguments a, Phrase argument);
Phrase build_keyword(Parser *p, Phrase name, Node *value);
Phrase build_call(Parser *p, Phrase function, Arguments a);
Node *build_parameter(Parser *p, const Token *name, Node *annotation);
Parameters parameters_none(Parser *p);
Parameters parameters_add(Parser *p, Parameters ps, Node *parameter, Node *fallback);
Parameters parameters_add_slash(Parser *p, Parameters ps);
Parameters parameters_add_star(Parser *p, Parameters ps, Node *parameter); /* NULL: a bare star */
Parameters parameters_add_stars(Parser *p, Parameters ps, Node *parameter);
Node *parameters_end(Parser *p, Parameters ps);

/* build_stmt.c */
IdentList names_add(Parser *p, IdentList names, const Token *name);
Node *build_assign(Parser *p, Phrases targets, Phrase value);
Node *build_annotated(Parser *p, Phrase target, Node *annotation, Node *value);
Node *build_augmented(Parser *p, Phrase target, AstSymbol op, Node *value);
Node *build_del(Parser *p, const Token *t, Phrase targets);
Node *build_alias(Parser *p, DottedName name, const Token *alias);
Node *build_import_from(Parser *p, const Token *t, int level, const DottedName *module, NodeList names);
Node *build_if(Parser *p, const Token *t, Node *test, NodeList body, NodeList elifs, NodeList orelse);
Node *build_handler(Parser *p, const Token *t, Node *type, const Token *name, NodeList body);
Node *build_with_item(Parser *p, Phrase context, Node *target);
NodeList build_with_items(Parser *p, NodeList items);
Node *build_decorated(Node *definition, NodeList decorators);

/* build_pattern.c */
Phrase build_pattern_complex(Parser *p, Phrase real, AstSymbol op, const Token *imaginary);
Phrase build_pattern_value(Parser *p, Phrase value);
Phrase build_pattern_capture(Parser *p, const Token *name);
Phrase build_pattern_star(Parser *p, const Token *star, const Token *name);
Phrase build_pattern_as(Parser *p, Phrase pattern, const Token *name);
Phrase build_pattern_or(Parser *p, Phrases alternatives);
Phrase build_pattern_sequence(Parser *p, const Token *first, NodeList patterns);
Phrase build_pattern_mapping(Parser *p, const Token *first, AstMatchMapping items, const Token *rest);
AstMatchMapping mapping_add(Parser *p, AstMatchMapping m, Phrase key, Phrase pattern);
Phrase build_pattern_class(Parser *p, Phrase name, AstMatchClass items);
AstMatchClass class_add(Parser *p, AstMatchClass c, const Token *keyword, Phrase pattern);

/* literal.c: numbers; strings of one token, and the text in f-strings */
AstConst literal_number(Parser *p, const Token *t);
Node *literal_string(Parser *p, const Token *t);
const char *literal_decode(Parser *p, const Token *t, AstConst *out, bool *is_unicode); /* returns an error or NULL */

/* fstring.c: strings of many tokens */
NodeList fstring_add_field(Parser *p, NodeList parts, Field f, Node *spec);
int fstring_conversion(Parser *p, const Token *mark, const Token *name);
Node *fstring_spec(Parser *p, const Token *colon, NodeList parts);
Phrase build_strings(Parser *p, Phrases strings); /* adjacent literals are one */

#endif
