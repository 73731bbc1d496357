/* repr of a string: quotes, and escapes for what is not printable. */
#include "interp/object/str_impl.h"
#include "interp/object/unicode.h"

static const char hex[] = "0123456789abcdef";

static char short_escape(uint32_t c, char quote) {
    switch (c) {
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return c == (uint8_t)quote ? quote : 0;
    }
}

/* \xhh, \uhhhh or \Uhhhhhhhh: returns the length. */
int text_hex_escape(char *out, uint32_t c) {
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out[0] = '\\';
    out[1] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int i = 0; i < digits; i++) out[2 + i] = hex[c >> (digits - 1 - i) * 4 & 15];
    return digits + 2;
}

ALWAYS_INLINE bool stands_for_itself(uint32_t c, char quote) {
    if (c < 0x80) return c >= 0x20 && c < 0x7f && c != '\\' && c != (uint8_t)quote;
    return unicode_is_printable(c);
}

/* Where the characters that stand for themselves end. ASCII goes a vector at a time. */
static ptrdiff_t plain_end(const Str *s, ptrdiff_t i, char quote) {
    if (s->kind == 1)
        for (; i + 16 <= s->length; i += 16) {
            Vector1 v = vector_load(s->data + i);
            if (vector_bits((VectorMask)((v < 0x20) | (v >= 0x7f) | (v == '\\') | (v == (uint8_t)quote)))) break;
        }
    while (i < s->length && stands_for_itself(str_at(s, i), quote)) i++;
    return i;
}

static char choose_quote(Text t) {
    return text_find_char(t, '\'') >= 0 && text_find_char(t, '"') < 0 ? '"' : '\'';
}

/* ASCII, of which the first characters, `plain` of them, stand for themselves. */
static Object *repr_ascii(const Str *s, char quote, ptrdiff_t plain) {
    ptrdiff_t n = s->length + 2;
    for (ptrdiff_t i = plain; i < s->length; i++)
        if (!stands_for_itself(s->data[i], quote)) n += short_escape(s->data[i], quote) ? 1 : 3;
    Str *result = str_alloc(n, 0x7f);
    if (!result) return NULL;
    uint8_t *to = result->data;
    *to = to[n - 1] = (uint8_t)quote;
    copy_short(++to, s->data, (size_t)plain);
    to += plain;
    for (ptrdiff_t i = plain; i < s->length; i++) {
        uint8_t c = s->data[i];
        char escape = 0;
        if (stands_for_itself(c, quote)) {
            *to++ = c;
        } else if ((escape = short_escape(c, quote))) {
            *to++ = '\\';
            *to++ = (uint8_t)escape;
        } else {
            to += text_hex_escape((char *)to, c);
        }
    }
    assert(to == result->data + n - 1);
    return (Object *)result;
}

Object *str_repr(Object *s) {
    Text t = str_text(s);
    char quote = choose_quote(t);
    ptrdiff_t i = plain_end((Str *)s, 0, quote);
    if (((Str *)s)->ascii) return repr_ascii((Str *)s, quote, i);
    StrWriter w = writer_new();
    if (writer_reserve(&w, t.length + 2) < 0 || writer_char(&w, quote) < 0) return NULL;
    for (ptrdiff_t start = 0;; start = i, i = plain_end((Str *)s, i, quote)) {
        if (i > start && writer_substring(&w, s, start, i) < 0) return NULL;
        if (i == t.length) break;
        uint32_t c = text_char(t, i++);
        char escape[12] = {'\\', short_escape(c, quote)};
        if (writer_ascii(&w, escape, escape[1] ? 2 : text_hex_escape(escape, c)) < 0) return NULL;
    }
    if (writer_char(&w, quote) < 0) return NULL;
    return writer_finish(&w);
}
