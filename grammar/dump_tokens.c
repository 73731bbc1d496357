/* --dump=tokens: the tokens that the parser reads, one a line: where, which, and its text. */
#include "grammar/dump_const.h"
#include "grammar/lexer.h"

static const char *token_name(int kind) {
    switch (kind) {
#define TOKEN(name) \
    case TOKEN_##name: \
        return #name;
#include "tokens.def"
#undef TOKEN
    case TOKEN_END_OF_SOURCE: return "ENDMARKER";
    default: return "ERROR";
    }
}

static void dump_token(FILE *f, const Lexer *lx, const Token *t) {
    char place[64];
    int column = t->at.col_offset < 0 ? 0 : t->at.col_offset, end = t->at.end_col_offset < 0 ? 0 : t->at.end_col_offset;
    snprintf(place, sizeof place, "%d,%d-%d,%d:", t->at.lineno, column, t->at.end_lineno, end);
    fprintf(f, "%-20s%-20s", place, token_name(t->kind));
    dump_str(f, lx->text + t->start, t->end - t->start);
    fputc('\n', f);
}

int dump_tokens(FILE *f, const char *source, size_t n, unsigned flags) {
    ParseResult r;
    Lexer lexer;
    parse_tokens(source, n, flags, &r, &lexer);
    for (int i = 0; i < lexer.count && lexer.tokens[i].kind != TOKEN_ERROR; i++)
        dump_token(f, &lexer, &lexer.tokens[i]);
    if (r.error.message) fprintf(f, "line %d: %s\n", r.error.lineno, r.error.message);
    int status = r.error.status ? -1 : 0;
    lexer_free(&lexer);
    parse_free(&r);
    return status;
}
