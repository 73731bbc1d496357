/* A machine for parsing expression grammars, which errors.c runs over the tokens of a source that has a syntax error.
 *
 * The grammar is text (errors.peg says what may stand in it); peg_compile turns it into instructions for a matcher that
 * keeps calls and choices on a stack of its own: however deep a source is nested, the C stack is not used. */
#ifndef OURO_GRAMMAR_PEG_H
#define OURO_GRAMMAR_PEG_H

#include "grammar/parser.h"

enum { PEG_CAPTURES = 3 }; /* a, b and c */

typedef enum PegOp {
    PEG_TOKEN,   /* the token `kind` */
    PEG_SOFT,    /* the name `text` */
    PEG_FORCE,   /* the token `kind`, which must come: else "expected 'text'" */
    PEG_CALL,    /* the rule `target` */
    PEG_RETURN,  /* the rule has fitted */
    PEG_CHOICE,  /* from here on a failure goes on at `target`, with the token of now */
    PEG_COMMIT,  /* forget the last choice, jump to `target` */
    PEG_PARTIAL, /* the last choice is renewed for the token of now, jump to `target`: the end of a loop */
    PEG_REWIND,  /* forget the last choice but go back to its token, jump to `target`: & has fitted */
    PEG_CUT,     /* forget the last choice */
    PEG_JUMP,    /* to `target` */
    PEG_FAIL,    /* no alternative is left */
    PEG_DENY,    /* forget the last choice and fail: what ! denies has fitted */
    PEG_BEGIN,   /* capture `kind` begins here */
    PEG_END,     /* ... and ends before this token */
    PEG_ACTION,  /* the error `text` */
} PegOp;

typedef struct PegInsn {
    uint8_t op, kind;
    int target;
    const char *text;
} PegInsn;

typedef struct PegRule {
    const char *name;
    int name_n;
    int start;          /* its first instruction */
    bool is_remembered; /* marked with a star */
    bool is_bad;        /* describes a mistake */
    bool is_plain;      /* no mistakes are searched for inside of it */
} PegRule;

typedef struct PegProgram {
    PegInsn *code;
    PegRule *rules;
    int count, rule_count;
} PegProgram;

PegProgram peg_compile(Parser *p, const char *text);
int peg_rule(const PegProgram *g, const char *name);

/* What a capture stands for: tokens from..to-1. */
typedef struct PegCapture {
    int from, to;
} PegCapture;

typedef struct PegMatch {
    Parser *p;
    const PegProgram *grammar;
    const Token *tokens;
    int pos, reached; /* the next token, and how many have been looked at */
    bool mistakes;    /* the bad_ rules are tried */
    bool first_pass;
    bool is_generic;      /* the error is only "invalid syntax" */
    bool is_final;        /* the error is not one that the lexer may explain */
    PegCapture *captures; /* of the rule whose action runs */
    void *remembered;     /* struct PegMemo *[token] */
    void *stack;          /* from malloc */
    int depth, room;
} PegMatch;

bool peg_run(PegMatch *m, int rule);

/* Called by the machine, in errors_actions.c. An action that finds no error says whether its rule goes on. */
bool errors_action(PegMatch *m, const char *text);
_Noreturn void errors_forced(PegMatch *m, const char *text);
_Noreturn void errors_lexer(PegMatch *m); /* the token that could not be made has been reached */

#endif
