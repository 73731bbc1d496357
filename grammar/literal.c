/* Literals: numbers are cleaned of their underscores, strings of their escapes. A literal without either points into
 * the source text, so most cost nothing.
 *
 * What a wrong escape is reported as comes from Python's decoder, which sees a text in which all characters beyond
 * ASCII are escapes already: a position counts ten for each. */
#include "grammar/parser.h"

#include <string.h>

#include "grammar/unicode.h"

UnicodeNameLookup parse_unicode_name;

/* --- numbers --- */

AstConst literal_number(Parser *p, const Token *t) {
    const char *s = p->lexer.text + t->start, *end = p->lexer.text + t->end;
    AstConst c = {.type = CONST_INT, .base = 10};
    if (*s == '0' && end - s > 1) {
        int prefix = s[1] | 32;
        c.base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 10;
        if (c.base != 10) s += 2;
    }
    char *text = arena_alloc(p->arena, end - s + 1);
    c.text = text;
    for (; s < end; s++) {
        if (*s == '_') continue;
        *text++ = *s;
        if (c.base == 10 && (*s == '.' || (*s | 32) == 'e')) c.type = CONST_FLOAT;
    }
    if (c.base == 10 && (text[-1] | 32) == 'j') {
        c.type = CONST_IMAG;
        *--text = 0;
    }
    c.n = text - c.text;
    return c;
}

/* --- strings --- */

typedef struct Decoder {
    Parser *p;
    const Token *token;
    const char *start, *end; /* the body, without prefix and quotes */
    const char *s;           /* what comes next */
    char *out;               /* written so far; never longer than the body */
    const char *first_odd;   /* the first escape that means nothing */
    const char *error;       /* NULL: none */
    bool bytes;
} Decoder;

/* Where q is in the text that Python's decoder sees. */
static int decoder_position(const Decoder *d, const char *q) {
    int n = 0;
    for (const char *s = d->start; s < q; s++) {
        bool escapes_wide = *s == '\\' && s + 1 < d->end && s[1] & 0x80;
        if (*s == '\\' && !escapes_wide) {
            n++;
            if (++s >= q) break;
        }
        n += escapes_wide ? 6 : !(*s & 0x80) ? 1 : (*s & 0xc0) != 0x80 ? 10 : 0;
    }
    return n;
}

static void fail(Decoder *d, const char *from, const char *to, const char *reason) {
    int first = decoder_position(d, from), last = decoder_position(d, to) - 1;
    const char *what = first == last ? arena_printf(d->p->arena, "byte 0x%02x in position %d", *from, first)
                                     : arena_printf(d->p->arena, "bytes in position %d-%d", first, last);
    d->error = arena_printf(d->p->arena, "(unicode error) 'unicodeescape' codec can't decode %s: %s", what, reason);
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static void put(Decoder *d, int32_t c) {
    if (d->bytes) {
        *d->out++ = (char)c;
    } else {
        d->out += unicode_encode(d->out, c);
    }
}

/* \x41, \u0041, \U00000041: the cursor is behind the letter. */
static void hex_escape(Decoder *d, const char *backslash, int digits) {
    int64_t c = 0;
    for (int i = 0; i < digits; i++, d->s++) {
        int digit = d->s < d->end ? hex_digit(*d->s) : -1;
        if (digit < 0) {
            if (d->bytes) {
                d->error = arena_printf(d->p->arena, "(value error) invalid \\x escape at position %d",
                                        (int)(backslash - d->start));
                return;
            }
            fail(d, backslash, d->s,
                 digits == 2   ? "truncated \\xXX escape"
                 : digits == 4 ? "truncated \\uXXXX escape"
                               : "truncated \\UXXXXXXXX escape");
            return;
        }
        c = c * 16 + digit;
    }
    if (c > 0x10ffff) {
        fail(d, backslash, d->s, "illegal Unicode character");
        return;
    }
    put(d, (int32_t)c);
}

static void name_escape(Decoder *d, const char *backslash) {
    const char *open = d->s, *close = open < d->end && *open == '{' ? memchr(open, '}', d->end - open) : NULL;
    if (!close || close == open + 1) {
        const char *to = open >= d->end || *open != '{' ? open : close ? close : d->end;
        fail(d, backslash, to, "malformed \\N character escape");
        return;
    }
    int32_t c = parse_unicode_name ? parse_unicode_name(open + 1, close - open - 1) : -1;
    if (c < 0) {
        fail(d, backslash, close + 1, "unknown Unicode character name");
        return;
    }
    put(d, c);
    d->s = close + 1;
}

static void octal_escape(Decoder *d, const char *backslash) {
    int c = 0;
    for (int i = 0; i < 3 && d->s < d->end && *d->s >= '0' && *d->s <= '7'; i++) c = c * 8 + *d->s++ - '0';
    if (c > 0377 && !d->first_odd) d->first_odd = backslash;
    put(d, d->bytes ? c & 0xff : c);
}

static void escape(Decoder *d) {
    const char *backslash = d->s++;
    char c = d->s < d->end ? *d->s++ : 0;
    switch (c) {
    case '\n': return;
    case '\\':
    case '\'':
    case '"': put(d, c); return;
    case 'a': put(d, '\a'); return;
    case 'b': put(d, '\b'); return;
    case 'f': put(d, '\f'); return;
    case 'n': put(d, '\n'); return;
    case 'r': put(d, '\r'); return;
    case 't': put(d, '\t'); return;
    case 'v': put(d, '\v'); return;
    case 'x': hex_escape(d, backslash, 2); return;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
        d->s--;
        octal_escape(d, backslash);
        return;
    }
    if (!d->bytes) {
        switch (c) {
        case 'u': hex_escape(d, backslash, 4); return;
        case 'U': hex_escape(d, backslash, 8); return;
        case 'N': name_escape(d, backslash); return;
        }
    }
    put(d, '\\');
    d->s = backslash + 1;
    bool means_nothing = d->s < d->end && !(*d->s & 0x80);
    if (means_nothing && !d->first_odd) d->first_odd = backslash;
}

/* Warns of an escape that means nothing and stays as it is. */
static void warn(Decoder *d) {
    Arena *a = d->p->arena;
    const char *s = d->first_odd;
    bool is_octal = s[1] >= '0' && s[1] <= '7';
    const char *kind = is_octal ? "octal " : "";
    const char *sequence = arena_copy(a, s + 1, is_octal ? 3 : 1);
    const char *future = " Such sequences will not work in the future.";
    const char *format =
        "\"\\%s\" is an invalid %sescape sequence.%s Did you mean \"\\\\%s\"? A raw string is also an option.";
    int line = d->token->at.lineno;
    for (const char *q = d->p->lexer.text + d->token->start; q < s; q++) line += *q == '\n';
    parser_warn(d->p, d->token, line, arena_printf(a, format, sequence, kind, future, sequence),
                arena_printf(a, format, sequence, kind, "", sequence));
}

/* Undoes the escapes of s..end; NULL after an error. */
static const char *decode(Parser *p, const Token *t, const char *s, const char *end, bool bytes, size_t *n,
                          const char **error) {
    char *out = arena_alloc(p->arena, end - s + 1);
    Decoder d = {.p = p, .token = t, .start = s, .end = end, .s = s, .out = out, .bytes = bytes};
    while (d.s < end && !d.error) {
        const char *backslash = memchr(d.s, '\\', end - d.s);
        size_t plain = (backslash ? backslash : end) - d.s;
        memcpy(d.out, d.s, plain);
        d.out += plain;
        d.s += plain;
        if (backslash) escape(&d);
    }
    *error = d.error;
    if (d.error) return NULL;
    bool lexer_warned = t->kind == TOKEN_FSTRING_MIDDLE && d.first_odd && strchr("{}", d.first_odd[1]);
    if (d.first_odd && !lexer_warned) warn(&d);
    *n = d.out - out;
    return out;
}

static bool is_ascii(const char *s, const char *end) {
    for (; s < end; s++) {
        if (*s & 0x80) return false;
    }
    return true;
}

const char *literal_decode(Parser *p, const Token *t, AstConst *out, bool *is_unicode) {
    const char *s = p->lexer.text + t->start, *end = p->lexer.text + t->end, *error = NULL;
    bool raw = t->raw;
    out->type = CONST_STR;
    if (t->kind == TOKEN_STRING) {
        raw = false;
        for (; *s != '"' && *s != '\''; s++) {
            raw |= (*s | 32) == 'r';
            if ((*s | 32) == 'b') out->type = CONST_BYTES;
            if ((*s | 32) == 'u') *is_unicode = true;
        }
        int quotes = end - s >= 6 && s[1] == s[0] && s[2] == s[0] ? 3 : 1;
        s += quotes;
        end -= quotes;
        if (out->type == CONST_BYTES && !is_ascii(s, end)) return "bytes can only contain ASCII literal characters";
    }
    out->text = s;
    out->n = end - s;
    if (!raw && memchr(s, '\\', end - s)) {
        out->text = decode(p, t, s, end, out->type == CONST_BYTES, &out->n, &error);
    }
    return error;
}

Node *literal_string(Parser *p, const Token *t) {
    AstConst value = {0};
    bool is_unicode = false;
    if (literal_decode(p, t, &value, &is_unicode)) parser_fail(p);
    return ast_Constant(p->arena, t->at, (AstConstant){value, is_unicode ? "u" : NULL});
}
