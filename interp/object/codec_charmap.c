/* Encodings of one byte a character: ASCII, Latin-1, and those with a table of their upper half (codec_tables.c). */
#include "interp/object/codec.h"
#include "interp/object/codec_tables.h"

/* ASCII and Latin-1: all characters below a limit are their own codes. */

static int encode_below(Encoder *e, uint32_t limit, const char *reason, EncodeChar put) {
    const Str *s = (Str *)e->str;
    if (str_max_char(s) < limit) return byte_writer_put(&e->out, s->data, s->length);
    while (e->at < s->length) {
        ptrdiff_t end = e->at;
        while (end < s->length && str_at(s, end) < limit) end++;
        uint8_t *to = byte_writer_room(&e->out, end - e->at);
        if (!to) return -1;
        text_copy(to, 1, s->data + e->at * s->kind, s->kind, end - e->at);
        e->at = end;
        while (end < s->length && str_at(s, end) >= limit) end++;
        if (end > e->at && encoder_error(e, e->at, end, reason, put) < 0) return -1;
    }
    return 0;
}

static int put_ascii(Encoder *e, uint32_t c) {
    return c < 0x80 ? byte_writer_byte(&e->out, (uint8_t)c) : 1;
}

static int put_latin1(Encoder *e, uint32_t c) {
    return c < 0x100 ? byte_writer_byte(&e->out, (uint8_t)c) : 1;
}

int ascii_encode(Encoder *e) {
    return encode_below(e, 0x80, "ordinal not in range(128)", put_ascii);
}

int latin1_encode(Encoder *e) {
    return encode_below(e, 0x100, "ordinal not in range(256)", put_latin1);
}

int ascii_decode(Decoder *d) {
    while (d->at < d->length) {
        size_t n = text_ascii_prefix(d->data + d->at, d->length - d->at);
        if (n && writer_ascii(&d->out, (const char *)d->data + d->at, n) < 0) return -1;
        d->at += n;
        if (d->at < d->length && decoder_error(d, d->at, d->at + 1, "ordinal not in range(128)") < 0) return -1;
    }
    return 0;
}

int latin1_decode(Decoder *d) {
    Text t = text_of(d->data, d->length, 1);
    d->at = d->length;
    return writer_text(&d->out, t, text_max_char(t));
}

/* Tables of 256 characters, of which 0xfffe stands for: undefined. */

static int code_of(const CharTable *table, uint32_t c) {
    if (c >= 0xfffe) return -1;
    if (c < 0x80 && table->chars[c] == c) return (int)c;
    for (int i = 0; i < 256; i++)
        if (table->chars[i] == c) return i;
    return -1;
}

static int put_mapped(Encoder *e, uint32_t c) {
    int code = code_of(e->table, c);
    return code < 0 ? 1 : byte_writer_byte(&e->out, (uint8_t)code);
}

int charmap_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    while (e->at < s->length) {
        int failed = put_mapped(e, str_at(s, e->at));
        if (failed < 0) return -1;
        if (!failed) {
            e->at++;
            continue;
        }
        ptrdiff_t end = e->at + 1;
        while (end < s->length && code_of(e->table, str_at(s, end)) < 0) end++;
        e->encoding = "charmap";
        if (encoder_error(e, e->at, end, "character maps to <undefined>", put_mapped) < 0) return -1;
    }
    return 0;
}

int charmap_decode(Decoder *d) {
    const CharTable *table = d->table;
    d->encoding = "charmap";
    while (d->at < d->length) {
        uint16_t c = table->chars[d->data[d->at]];
        int failed = c == 0xfffe ? decoder_error(d, d->at, d->at + 1, "character maps to <undefined>")
                                 : (d->at++, writer_char(&d->out, c));
        if (failed < 0) return -1;
    }
    return 0;
}
