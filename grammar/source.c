/* From the bytes of a source to text: its encoding, its newlines, and what must not be in it.
 *
 * A source in bytes is UTF-8, unless a comment in one of its first two lines names another encoding (PEP 263); a source
 * that was a str is UTF-8 without question. Every newline becomes \n here, so that nobody else has to know three kinds.
 */
#include "grammar/source.h"

#include <stdlib.h>
#include <string.h>

#include "grammar/unicode.h"

SourceDecoder parse_source_decoder;

static ParseStatus fail(ParseResult *r, const char *message) {
    r->error = (ParseError){.status = PARSE_SYNTAX_ERROR, .message = message};
    return PARSE_SYNTAX_ERROR;
}

/* --- the encoding --- */

static bool is_word(char c) {
    return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10 || c == '-' || c == '_' || c == '.';
}

/* The encoding that a comment line names; "" when it names none; NULL when the line is no comment and not blank. */
static const char *cookie_of_line(Arena *a, const char *s, const char *end) {
    while (s < end && (*s == ' ' || *s == '\t' || *s == '\f')) s++;
    if (s == end) return "";
    if (*s != '#') return NULL;
    for (; s + 7 <= end; s++) {
        if (memcmp(s, "coding", 6) || (s[6] != ':' && s[6] != '=')) continue;
        const char *name = s + 7;
        while (name < end && (*name == ' ' || *name == '\t')) name++;
        const char *stop = name;
        while (stop < end && is_word(*stop)) stop++;
        if (stop > name) return arena_copy(a, name, stop - name);
    }
    return "";
}

static const char *line_end(const char *s, const char *end) {
    while (s < end && *s != '\n' && *s != '\r') s++;
    return s;
}

/* The encoding that one of the first two lines names, or "". *rest: the text behind that line. */
static const char *cookie_of(Arena *a, const char *s, const char *end, const char **rest) {
    const char *cookie = "";
    for (int line = 0; line < 2 && s < end && !*cookie; line++) {
        const char *stop = line_end(s, end);
        cookie = cookie_of_line(a, s, stop);
        if (!cookie) return "";
        s = stop + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n') + (stop < end);
    }
    *rest = s;
    return cookie;
}

/* Whether the cookie is the name, or perhaps that with something behind a dash. Case does not matter, nor whether there
 * is - or _. */
static bool is_called(const char *cookie, const char *name, bool or_variant) {
    for (; *name && *cookie; name++, cookie++) {
        char c = *cookie == '_' ? '-' : (unsigned)(*cookie - 'A') < 26 ? *cookie | 32 : *cookie;
        if (c != *name) return false;
    }
    return !*name && (!*cookie || (or_variant && (*cookie == '-' || *cookie == '_')));
}

static bool is_one_of(const char *cookie, const char *const *names) {
    for (; *names; names++) {
        if (is_called(cookie, *names, false)) return true;
    }
    return false;
}

static const char *const utf8_names[] = {"utf8", "u8", "utf", "utf-8-sig", "cp65001", NULL};
static const char *const latin1_names[] = {"iso8859-1", "latin1", "l1", "latin", "8859", "cp819", "ibm819", NULL};
static const char *const ascii_names[] = {"ascii", "us-ascii", "646", "ansi-x3.4-1968", NULL};

static bool is_utf8(const char *cookie) {
    return !*cookie || is_called(cookie, "utf-8", true) || is_one_of(cookie, utf8_names);
}

static bool is_latin1(const char *cookie) {
    return is_called(cookie, "latin-1", true) || is_called(cookie, "iso-8859-1", true) ||
           is_called(cookie, "iso-latin-1", true) || is_one_of(cookie, latin1_names);
}

static ParseStatus decode_latin1(ParseResult *r, const char *s, size_t n, const char **text, size_t *text_n) {
    char *out = arena_alloc(&r->arena, 2 * n + 1), *o = out;
    for (size_t i = 0; i < n; i++) o += unicode_encode(o, (unsigned char)s[i]);
    *text = out;
    *text_n = o - out;
    return PARSE_OK;
}

static ParseStatus check_ascii(ParseResult *r, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!(s[i] & 0x80)) continue;
        fail(r, arena_printf(&r->arena,
                             "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in range(128)",
                             (unsigned char)s[i], i));
        r->error.offset = -1;
        return PARSE_SYNTAX_ERROR;
    }
    return PARSE_OK;
}

/* By a codec of the interpreter, which gets what begins at `rest`; the comments in front of it need no decoding. */
static ParseStatus decode_other(ParseResult *r, const char *encoding, const char *rest, const char **s, size_t *n) {
    const char *error = NULL, *end = *s + *n, *decoded = NULL;
    size_t decoded_n = 0, head_n = 0;
    if (parse_source_decoder) decoded = parse_source_decoder(&r->arena, encoding, rest, end - rest, &decoded_n, &error);
    if (decoded) {
        char *text = arena_alloc(&r->arena, rest - *s + decoded_n + 1);
        for (const char *c = *s; c < rest; c++) text[head_n++] = *c & 0x80 ? '?' : *c;
        memcpy(text + head_n, decoded, decoded_n);
        *s = text;
        *n = head_n + decoded_n;
        return PARSE_OK;
    }
    fail(r, error ? error : arena_printf(&r->arena, "unknown encoding: %s", encoding));
    r->error.offset = -1;
    return PARSE_SYNTAX_ERROR;
}

static ParseStatus bom_problem(ParseResult *r, const char *encoding, const char *s, const char *end) {
    const char *name = is_latin1(encoding) ? "iso-8859-1" : encoding;
    fail(r, arena_printf(&r->arena, "encoding problem: %s with BOM", name));
    r->error.lineno = r->error.end_lineno = 1;
    r->error.text = s;
    r->error.text_n = line_end(s, end) - s;
    r->error.end_offset = (int)r->error.text_n;
    return PARSE_SYNTAX_ERROR;
}

/* Bytes that are no UTF-8, at s[at]. */
static ParseStatus not_utf8(ParseResult *r, const char *s, size_t n, size_t at, unsigned flags) {
    int line = 1, column = 1;
    size_t start = 0;
    for (size_t i = 0; i < at; i++) {
        if (s[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    for (size_t i = start; i < at; i++) column += (s[i] & 0xc0) != 0x80;
    fail(r, arena_printf(&r->arena,
                         "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "
                         "see https://peps.python.org/pep-0263/ for details",
                         (unsigned char)s[at], line));
    if (flags & PARSE_FILE) r->error.filename_at = strlen("Non-UTF-8 code starting with '\\xff'");
    r->error.lineno = r->error.end_lineno = line;
    r->error.offset = r->error.end_offset = column;
    const char *end = line_end(s + at, s + n);
    char *text = arena_alloc(&r->arena, 3 * (end - s - start) + 1), *out = text;
    for (const char *c = s + start; c < end;) {
        int32_t code;
        int read = unicode_decode(c, end - c, &code);
        out += unicode_encode(out, code < 0 ? 0xfffd : code);
        c += read;
    }
    r->error.text = text;
    r->error.text_n = out - text;
    return PARSE_SYNTAX_ERROR;
}

static ParseStatus check_utf8(ParseResult *r, const char *s, size_t n, unsigned flags) {
    for (size_t i = 0; i < n;) {
        if (!(s[i] & 0x80)) {
            i++;
            continue;
        }
        int32_t c;
        int read = unicode_decode(s + i, n - i, &c);
        if (c < 0) return not_utf8(r, s, n, i, flags);
        i += read;
    }
    return PARSE_OK;
}

static ParseStatus to_utf8(ParseResult *r, const char **s, size_t *n, unsigned flags) {
    static const char bom[3] = {'\xef', '\xbb', '\xbf'};
    bool has_bom = *n >= 3 && !memcmp(*s, bom, 3);
    if (has_bom) {
        *s += 3;
        *n -= 3;
    }
    const char *end = *s + *n, *rest = *s, *cookie = cookie_of(&r->arena, *s, end, &rest);
    if (has_bom && *cookie && !is_called(cookie, "utf-8", true)) return bom_problem(r, cookie, *s, end);
    if (is_utf8(cookie)) return check_utf8(r, *s, *n, flags);
    if (is_latin1(cookie)) return decode_latin1(r, *s, *n, s, n);
    /* the codec gets the whole; of a file what is still to be read, from the newline before it on */
    rest = flags & PARSE_FILE && rest > *s ? rest - 1 : *s;
    if (is_one_of(cookie, ascii_names)) return check_ascii(r, rest, end - rest);
    return decode_other(r, cookie, rest, s, n);
}

/* --- NUL and newlines --- */

static ParseStatus check_nul(ParseResult *r, const char *s, size_t n, unsigned flags) {
    const char *nul = memchr(s, 0, n);
    if (!nul) return PARSE_OK;
    if (!(flags & PARSE_FILE)) return fail(r, "source code string cannot contain null bytes");
    fail(r, "source code cannot contain null bytes");
    r->error.lineno = r->error.end_lineno = 1;
    r->error.text = s;
    for (const char *c = s; c < nul; c++) {
        if (*c != '\n') continue;
        r->error.lineno = ++r->error.end_lineno;
        r->error.text = c + 1;
    }
    r->error.text_n = nul - r->error.text;
    return PARSE_SYNTAX_ERROR;
}

/* A copy with \n for \r\n and \r, and a NUL at the end; a program's last line gets its newline. */
static void copy_lines(ParseResult *r, const char *s, size_t n, ParseMode mode) {
    char *out = arena_alloc(&r->arena, n + 2);
    r->text = out;
    for (const char *end = s + n; s < end;) {
        const char *cr = memchr(s, '\r', end - s);
        size_t plain = (cr ? cr : end) - s;
        memcpy(out, s, plain);
        out += plain;
        s += plain;
        if (!cr) break;
        *out++ = '\n';
        s += s + 1 < end && s[1] == '\n' ? 2 : 1;
    }
    if (mode == PARSE_EXEC && (out == r->text || out[-1] != '\n')) *out++ = '\n';
    r->text_n = out - r->text;
}

ParseStatus source_decode(const char *source, size_t n, ParseMode mode, unsigned flags, ParseResult *r) {
    r->text = source;
    r->text_n = 0;
    ParseStatus status = flags & PARSE_FILE ? PARSE_OK : check_nul(r, source, n, flags);
    if (status == PARSE_OK && !(flags & PARSE_UTF8)) status = to_utf8(r, &source, &n, flags);
    if (status == PARSE_OK && flags & PARSE_FILE) status = check_nul(r, source, n, flags);
    if (status == PARSE_OK) copy_lines(r, source, n, mode);
    return status;
}

/* --- the margin --- */

static const char *next_line(const char *line, const char *end) {
    const char *newline = memchr(line, '\n', end - line);
    return newline ? newline + 1 : end;
}

static bool is_blank_line(const char *line, const char *next) {
    while (line < next && (*line == ' ' || *line == '\t' || *line == '\n')) line++;
    return line == next;
}

/* The length of the white space that all lines but the blank ones begin with. */
static size_t margin_of(const char *s, const char *end) {
    const char *first = NULL;
    size_t margin = 0;
    for (const char *line = s, *next; line < end; line = next) {
        next = next_line(line, end);
        if (is_blank_line(line, next)) continue;
        if (!first) margin = strspn(first = line, " \t");
        for (size_t i = 0; i < margin; i++)
            if (line[i] != first[i]) margin = i;
    }
    return margin;
}

char *parse_dedent(const char *source, size_t n, size_t *out_n) {
    char *text = malloc(n + 1), *out = text;
    if (!text) return NULL;
    const char *end = source + n;
    size_t margin = margin_of(source, end);
    for (const char *line = source, *next; line < end; line = next) {
        next = next_line(line, end);
        const char *kept = !is_blank_line(line, next) ? line + margin : next[-1] == '\n' ? next - 1 : next;
        memcpy(out, kept, next - kept);
        out += next - kept;
    }
    *out = 0;
    *out_n = out - text;
    return text;
}
