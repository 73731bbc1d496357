/* unicode_escape and raw_unicode_escape: ASCII with backslashes, as in the source of a program. */
#include <stdio.h>
#include "interp/object/ascii.h"
#include "interp/object/codec.h"
#include "interp/object/unicode.h"
#include "interp/object/unicode_names.h"

static int put_byte(Encoder *e, uint32_t c) {
    return c < 0x80 ? byte_writer_byte(&e->out, (uint8_t)c) : 1;
}

static int put_escape(Encoder *e, uint32_t c) {
    char escape[12];
    return byte_writer_put(&e->out, escape, text_hex_escape(escape, c));
}

int unicode_escape_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        const char *letter = c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '\\' ? "\\\\" : NULL;
        int failed = letter                  ? byte_writer_put(&e->out, letter, 2)
                     : c >= 0x20 && c < 0x7f ? put_byte(e, c)
                                             : put_escape(e, c);
        if (failed < 0) return -1;
    }
    return 0;
}

int raw_unicode_escape_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if ((c < 0x100 ? byte_writer_byte(&e->out, (uint8_t)c) : put_escape(e, c)) < 0) return -1;
    }
    return 0;
}

/* \x, \u or \U with its digits; d->at is at the backslash. */
static int decode_hex(Decoder *d, int digits, const char *truncated, const char *too_large) {
    const uint8_t *p = d->data + d->at + 2, *end = d->data + d->length;
    uint32_t c = 0;
    int n = 0;
    for (; n < digits && p + n < end && ascii_hex_value(p[n]) >= 0; n++) c = c << 4 | (uint32_t)ascii_hex_value(p[n]);
    if (n < digits) {
        if (d->partial && p + n == end) return 1;
        return decoder_error(d, d->at, d->at + 2 + n, truncated);
    }
    if (c > UNICODE_MAX) return decoder_error(d, d->at, d->at + 2 + n, too_large);
    d->at += 2 + n;
    return writer_char(&d->out, c);
}

/* \N{name} */
static int decode_name(Decoder *d) {
    const uint8_t *start = d->data + d->at + 2, *end = d->data + d->length, *close = NULL;
    if (start < end && *start == '{') close = memchr(start, '}', end - start);
    if (!close && d->partial && (start == end || *start == '{')) return 1;
    if (!close || close == start + 1) {
        const uint8_t *stop = start < end && *start == '{' ? (close ? close : end) : start;
        return decoder_error(d, d->at, stop - d->data, "malformed \\N character escape");
    }
    int32_t c = unicode_lookup((const char *)start + 1, close - start - 1);
    if (c < 0) return decoder_error(d, d->at, close + 1 - d->data, "unknown Unicode character name");
    d->at = close + 1 - d->data;
    return writer_char(&d->out, (uint32_t)c);
}

static int decode_octal(Decoder *d) {
    uint32_t c = 0;
    int n = 0;
    for (; n < 3 && d->at + 1 + n < d->length && (d->data[d->at + 1 + n] & ~7) == '0'; n++)
        c = c * 8 + (d->data[d->at + 1 + n] & 7);
    if (d->partial && n < 3 && d->at + 1 + n == d->length) return 1;
    if (c > 0xff &&
        raise_warning(&exc_DeprecationWarning, 1,
                      "\"\\%o\" is an invalid octal escape sequence. Such sequences will not work in the future. ",
                      c) < 0)
        return -1;
    d->at += 1 + n;
    return writer_char(&d->out, c);
}

/* One escape. 0: done; 1: incomplete at the end of a part; -1 */
static int decode_escape(Decoder *d) {
    static const char illegal[] = "illegal Unicode character";
    if (d->at + 1 == d->length) return d->partial ? 1 : decoder_error(d, d->at, d->length, "\\ at end of string");
    uint8_t c = d->data[d->at + 1];
    static const char letters[] = "\\'\"abfnrtv", meanings[] = "\\'\"\a\b\f\n\r\t\v";
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter) {
        d->at += 2;
        return writer_char(&d->out, (uint8_t)meanings[letter - letters]);
    }
    switch (c) {
    case '\n': d->at += 2; return 0;
    case 'x': return decode_hex(d, 2, "truncated \\xXX escape", illegal);
    case 'u': return decode_hex(d, 4, "truncated \\uXXXX escape", illegal);
    case 'U': return decode_hex(d, 8, "truncated \\UXXXXXXXX escape", illegal);
    case 'N': return decode_name(d);
    case '0' ... '7': return decode_octal(d);
    }
    if (raise_warning(&exc_DeprecationWarning, 1,
                      "\"\\%c\" is an invalid escape sequence. Such sequences will not work in the future. ", c) < 0)
        return -1;
    d->at += 2;
    return writer_char(&d->out, '\\') < 0 ? -1 : writer_char(&d->out, c);
}

int unicode_escape_decode(Decoder *d) {
    d->encoding = "unicodeescape";
    while (d->at < d->length) {
        if (d->data[d->at] != '\\') {
            if (writer_char(&d->out, d->data[d->at++]) < 0) return -1;
            continue;
        }
        int state = decode_escape(d);
        if (state) return state < 0 ? -1 : 0;
    }
    return 0;
}

int raw_unicode_escape_decode(Decoder *d) {
    d->encoding = "rawunicodeescape";
    while (d->at < d->length) {
        const uint8_t *p = d->data + d->at;
        ptrdiff_t left = d->length - d->at;
        if (*p != '\\') {
            if (writer_char(&d->out, *p) < 0) return -1;
            d->at++;
            continue;
        }
        if (left == 1 && d->partial) return 0;
        if (left > 1 && (p[1] == 'u' || p[1] == 'U')) {
            int state = p[1] == 'u' ? decode_hex(d, 4, "truncated \\uXXXX escape", "")
                                    : decode_hex(d, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range");
            if (state) return state < 0 ? -1 : 0;
            continue;
        }
        ptrdiff_t n = left > 1 ? 2 : 1; /* a backslash before anything else hides that: it may be a backslash too */
        for (ptrdiff_t i = 0; i < n; i++)
            if (writer_char(&d->out, p[i]) < 0) return -1;
        d->at += n;
    }
    return 0;
}
