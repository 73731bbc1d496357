/* One token from the text. The automaton is re2c's; what a pattern cannot say is in lexer_string.c and lexer_error.c.
 *
 * The text ends with a NUL, which no pattern but its own matches, so the automaton needs no check for the end. Bytes from
 * 0x80 count as letters: a name that has some is looked at as a whole once it has been read. */
#include "grammar/lexer.h"

#include <string.h>

/* A bracket is opened. */
static int open_bracket(Lexer *lx, int kind) {
    if (lx->brackets == MAX_BRACKETS) return lexer_error(lx, "too many nested parentheses");
    lx->bracket[lx->brackets++] = (Bracket){lx->token, lx->line_start, lx->line};
    StringMode *m = lexer_mode(lx);
    if (m) m->brackets++;
    return kind;
}

static bool brackets_match(char open, char close) {
    return open == '(' ? close == ')' : open == '[' ? close == ']' : close == '}';
}

/* A bracket is closed: it has to match, and a brace may lead back into the text of an f-string. */
static int close_bracket(Lexer *lx, int kind) {
    char close = lx->cursor[-1];
    StringMode *m = lexer_mode(lx);
    if (m && !m->brackets && close == '}') {
        return lexer_error(lx, "%c-string: single '}' is not allowed", m->prefix);
    }
    if (!lx->brackets) return lexer_error(lx, "unmatched '%c'", close);
    Bracket *b = &lx->bracket[--lx->brackets];
    if (!brackets_match(*b->at, close)) {
        if (m && *b->at == '{' && m->brackets == m->expressions) {
            return lexer_error(lx, "%c-string: unmatched '%c'", m->prefix, close);
        }
        if (b->line == lx->line) {
            return lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c'", close, *b->at);
        }
        return lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", close,
                           *b->at, b->line);
    }
    if (!m) return kind;
    if (--m->brackets < 0) return lexer_error(lx, "%c-string: unmatched '%c'", m->prefix, close);
    if (close == '}' && m->brackets == m->expressions - 1) {
        m->expressions--;
        m->in_text = true;
        m->in_spec = false; /* behind a nested expression a spec is read like other text */
    }
    return kind;
}

/* A colon right in the braces of an f-string starts a format spec, whatever follows it. */
static bool starts_spec(Lexer *lx) {
    StringMode *m = lexer_mode(lx);
    if (!m || m->brackets != m->expressions) return false;
    m->in_text = m->in_spec = true;
    return true;
}

static int name(Lexer *lx) {
    for (const char *s = lx->token; s < lx->cursor; s++) {
        if (*s & 0x80) return lexer_error_name(lx) ? TOKEN_ERROR : TOKEN_NAME;
    }
    return TOKEN_NAME;
}

/* The cursor is behind a number: most are followed by what cannot belong to one. */
static int number(Lexer *lx) {
    unsigned char c = (unsigned char)*lx->cursor;
    bool odd = c == '_' || (unsigned)(c | 32) - 'a' < 26 || (unsigned)c - '0' < 10;
    return odd ? lexer_number(lx) : TOKEN_NUMBER;
}

static int newline(Lexer *lx) {
    lx->line++;
    lx->line_start = lx->cursor;
    return TOKEN_NEWLINE;
}

int lexer_scan(Lexer *lx) {
    const char *marker, *comment = NULL; /* that ends this line */
    for (;;) {
        lx->token = lx->cursor;
        lx->token_line = lx->line;
        lx->token_line_start = lx->line_start;
        /*!re2c
        re2c:define:YYCTYPE = "unsigned char";
        re2c:define:YYCURSOR = lx->cursor;
        re2c:define:YYMARKER = marker;
        re2c:yyfill:enable = 0;

        end      = [\x00];
        letter   = [A-Za-z_\x80-\xff];
        digit    = [0-9];
        name     = letter (letter | digit)*;
        digits   = digit ("_"? digit)*;
        integer  = [1-9] ("_"? digit)* | "0" ("_"? "0")*;
        prefixed = "0" [xX] ("_"? [0-9a-fA-F])+ | "0" [oO] ("_"? [0-7])+ | "0" [bB] ("_"? [01])+;
        exponent = [eE] [+-]? digits;
        float    = (digits "." digits? | "." digits) exponent? | digits exponent;

        [ \t\f]+          { continue; }
        "#" [^\x00\n]*    {
                              comment = lx->token;
                              continue;
                          }
        "\\\n"            {
                              newline(lx);
                              if (lx->cursor == lx->end) return lexer_error_at_end(lx);
                              continue;
                          }
        "\\"              { return lexer_error_character(lx); }
        "\n"              {
                              if (comment) lx->token = comment;
                              return newline(lx);
                          }
        end               {
                              lx->cursor = lx->end;
                              lx->ended = true;
                              return TOKEN_END_OF_SOURCE;
                          }

        "False"    { return TOKEN_FALSE; }
        "None"     { return TOKEN_NONE; }
        "True"     { return TOKEN_TRUE; }
        "and"      { return TOKEN_AND; }
        "as"       { return TOKEN_AS; }
        "assert"   { return TOKEN_ASSERT; }
        "async"    { return TOKEN_ASYNC; }
        "await"    { return TOKEN_AWAIT; }
        "break"    { return TOKEN_BREAK; }
        "class"    { return TOKEN_CLASS; }
        "continue" { return TOKEN_CONTINUE; }
        "def"      { return TOKEN_DEF; }
        "del"      { return TOKEN_DEL; }
        "elif"     { return TOKEN_ELIF; }
        "else"     { return TOKEN_ELSE; }
        "except"   { return TOKEN_EXCEPT; }
        "finally"  { return TOKEN_FINALLY; }
        "for"      { return TOKEN_FOR; }
        "from"     { return TOKEN_FROM; }
        "global"   { return TOKEN_GLOBAL; }
        "if"       { return TOKEN_IF; }
        "import"   { return TOKEN_IMPORT; }
        "in"       { return TOKEN_IN; }
        "is"       { return TOKEN_IS; }
        "lambda"   { return TOKEN_LAMBDA; }
        "nonlocal" { return TOKEN_NONLOCAL; }
        "not"      { return TOKEN_NOT; }
        "or"       { return TOKEN_OR; }
        "pass"     { return TOKEN_PASS; }
        "raise"    { return TOKEN_RAISE; }
        "return"   { return TOKEN_RETURN; }
        "try"      { return TOKEN_TRY; }
        "while"    { return TOKEN_WHILE; }
        "with"     { return TOKEN_WITH; }
        "yield"    { return TOKEN_YIELD; }
        name       { return name(lx); }

        prefixed                          { return number(lx); }
        integer                           { return number(lx); }
        float                             { return number(lx); }
        (digits | float) [jJ]             { return number(lx); }

        ['"]                              { lx->cursor--; return lexer_string(lx); }
        [bBrRuU] / ['"]                   { return lexer_string(lx); }
        ([bB][rR] | [rR][bB]) / ['"]      { return lexer_string(lx); }
        [fFtT] / ['"]                     { return lexer_string_open(lx); }
        ([fFtT][rR] | [rR][fFtT]) / ['"]  { return lexer_string_open(lx); }
        [bBrRuUfFtT]{2,5} / ['"]          { return lexer_error_prefix(lx) ? TOKEN_ERROR : TOKEN_NAME; }

        "("    { return open_bracket(lx, TOKEN_LPAR); }
        "["    { return open_bracket(lx, TOKEN_LSQB); }
        "{"    { return open_bracket(lx, TOKEN_LBRACE); }
        ")"    { return close_bracket(lx, TOKEN_RPAR); }
        "]"    { return close_bracket(lx, TOKEN_RSQB); }
        "}"    { return close_bracket(lx, TOKEN_RBRACE); }
        ":"    { starts_spec(lx); return TOKEN_COLON; }
        ":="   {
                   if (!starts_spec(lx)) return TOKEN_COLONEQUAL;
                   lx->cursor--;
                   return TOKEN_COLON;
               }
        ","    { return TOKEN_COMMA; }
        ";"    { return TOKEN_SEMI; }
        "."    { return TOKEN_DOT; }
        "..."  { return TOKEN_ELLIPSIS; }
        "->"   { return TOKEN_RARROW; }
        "!"    { return TOKEN_EXCLAMATION; }
        "+"    { return TOKEN_PLUS; }
        "-"    { return TOKEN_MINUS; }
        "*"    { return TOKEN_STAR; }
        "/"    { return TOKEN_SLASH; }
        "//"   { return TOKEN_DOUBLESLASH; }
        "%"    { return TOKEN_PERCENT; }
        "@"    { return TOKEN_AT; }
        "**"   { return TOKEN_DOUBLESTAR; }
        "<<"   { return TOKEN_LEFTSHIFT; }
        ">>"   { return TOKEN_RIGHTSHIFT; }
        "|"    { return TOKEN_VBAR; }
        "^"    { return TOKEN_CIRCUMFLEX; }
        "&"    { return TOKEN_AMPER; }
        "~"    { return TOKEN_TILDE; }
        "<"    { return TOKEN_LESS; }
        "<="   { return TOKEN_LESSEQUAL; }
        ">"    { return TOKEN_GREATER; }
        ">="   { return TOKEN_GREATEREQUAL; }
        "=="   { return TOKEN_EQEQUAL; }
        "!="   { return TOKEN_NOTEQUAL; }
        "<>"   {
                   if (lx->flags & PARSE_BARRY_AS_FLUFL) return TOKEN_NOTEQUAL;
                   lx->cursor--;
                   return TOKEN_LESS;
               }
        "="    { return TOKEN_EQUAL; }
        "+="   { return TOKEN_PLUSEQUAL; }
        "-="   { return TOKEN_MINEQUAL; }
        "*="   { return TOKEN_STAREQUAL; }
        "/="   { return TOKEN_SLASHEQUAL; }
        "//="  { return TOKEN_DOUBLESLASHEQUAL; }
        "%="   { return TOKEN_PERCENTEQUAL; }
        "@="   { return TOKEN_ATEQUAL; }
        "**="  { return TOKEN_DOUBLESTAREQUAL; }
        "<<="  { return TOKEN_LEFTSHIFTEQUAL; }
        ">>="  { return TOKEN_RIGHTSHIFTEQUAL; }
        "|="   { return TOKEN_VBAREQUAL; }
        "^="   { return TOKEN_CIRCUMFLEXEQUAL; }
        "&="   { return TOKEN_AMPEREQUAL; }
        *      { return lexer_error_character(lx); }
        */
    }
}
