/* Encodings of one byte a character: ASCII, Latin-1, and those with a table of their upper half (codec_tables.c). */
#include "interp/object/codec.h"
#include "interp/object/codec_tables.h"

/* ASCII and Latin-1: all characters below a limit are their own codes. */

/* Where the characters from `from` on that are below the limit (or are not) end. */
ALWAYS_INLINE ptrdiff_t end_of_run(const Str *s, unsigned kind, ptrdiff_t from, uint32_t limit, bool below) {
    while (from < s->length && (text_get(s->data, kind, from) < limit) == below) from++;
    return from;
}

static ptrdiff_t run_end(const Str *s, ptrdiff_t from, uint32_t limit, bool below) {
    return s->kind == 1   ? end_of_run(s, 1, from, limit, below)
           : s->kind == 2 ? end_of_run(s, 2, from, limit, below)
                          : end_of_run(s, 4, from, limit, below);
}

/* The characters below the limit, and for the others the byte that stands for them; 0: nothing does. */
ALWAYS_INLINE uint8_t *put_known(uint8_t *to, const Str *s, unsigned kind, uint32_t limit, uint8_t stand_in) {
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = text_get(s->data, kind, i);
        *to = c < limit ? (uint8_t)c : stand_in;
        to += c < limit || stand_in;
    }
    return to;
}

static int encode_known(Encoder *e, uint32_t limit, uint8_t stand_in) {
    const Str *s = (Str *)e->str;
    uint8_t *to = byte_writer_room(&e->out, s->length);
    if (!to) return -1;
    uint8_t *end = s->kind == 1   ? put_known(to, s, 1, limit, stand_in)
                   : s->kind == 2 ? put_known(to, s, 2, limit, stand_in)
                                  : put_known(to, s, 4, limit, stand_in);
    e->out.length -= s->length - (end - to);
    e->at = s->length;
    return 0;
}

static int encode_below(Encoder *e, uint32_t limit, const char *reason, EncodeChar put) {
    const Str *s = (Str *)e->str;
    if (str_max_char(s) < limit) return byte_writer_put(&e->out, s->data, s->length);
    int stand_in = encoder_stand_in(e);
    if (stand_in >= 0) return encode_known(e, limit, (uint8_t)stand_in);
    if (byte_writer_reserve(&e->out, s->length - e->at) < 0) return -1;
    e->ascii_based = true;
    while (e->at < s->length) {
        ptrdiff_t end = run_end(s, e->at, limit, true);
        if (end > e->at) {
            uint8_t *to = byte_writer_room(&e->out, end - e->at);
            if (!to) return -1;
            text_copy(to, 1, s->data + e->at * s->kind, s->kind, end - e->at);
            e->at = end;
        }
        end = run_end(s, end, limit, false);
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

/* The way back, for the table that was used last: what the table has at code_by_char[c] is c, or c has no code. */
static uint8_t code_by_char[0xfffe];
static const CharTable *code_table;

static void prepare_codes(const CharTable *table) {
    if (code_table == table) return;
    for (int i = 255; i >= 0; i--)
        if (table->chars[i] < 0xfffe) code_by_char[table->chars[i]] = (uint8_t)i;
    code_table = table;
}

/* prepare_codes was called, and no user code since. */
static inline int code_of(const CharTable *table, uint32_t c) {
    if (c >= 0xfffe) return -1;
    int code = code_by_char[c];
    return table->chars[code] == c ? code : -1;
}

static int put_mapped(Encoder *e, uint32_t c) {
    prepare_codes(e->table);
    int code = code_of(e->table, c);
    return code < 0 ? 1 : byte_writer_byte(&e->out, (uint8_t)code);
}

/* Encodes up to the next character that has no code; e->at is there then. */
static int encode_mapped(Encoder *e) {
    const Str *s = (Str *)e->str;
    uint8_t *to = byte_writer_room(&e->out, s->length - e->at);
    if (!to) return -1;
    prepare_codes(e->table);
    for (int code; e->at < s->length && (code = code_of(e->table, str_at(s, e->at))) >= 0; e->at++)
        *to++ = (uint8_t)code;
    e->out.length -= s->length - e->at;
    return 0;
}

int charmap_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    while (e->at < s->length) {
        if (encode_mapped(e) < 0) return -1;
        ptrdiff_t end = e->at;
        while (end < s->length && code_of(e->table, str_at(s, end)) < 0) end++;
        if (end == e->at) break;
        e->encoding = "charmap";
        if (encoder_error(e, e->at, end, "character maps to <undefined>", put_mapped) < 0) return -1;
    }
    return 0;
}

/* Decodes up to the next undefined byte; d->at is there then. */
static int decode_mapped(Decoder *d) {
    const CharTable *table = d->table;
    ptrdiff_t end = d->at;
    uint32_t all = 0;
    for (uint16_t c; end < d->length && (c = table->chars[d->data[end]]) != 0xfffe; end++) all |= c;
    if (end == d->at) return 0;
    ptrdiff_t to = d->out.length;
    if (writer_room(&d->out, end - d->at, text_bound(all)) < 0) return -1;
    Str *out = d->out.text;
    for (; d->at < end; d->at++, to++) text_put(out->data, out->kind, to, table->chars[d->data[d->at]]);
    return 0;
}

int charmap_decode(Decoder *d) {
    d->encoding = "charmap";
    while (d->at < d->length) {
        if (decode_mapped(d) < 0) return -1;
        if (d->at == d->length) break;
        if (decoder_error(d, d->at, d->at + 1, "character maps to <undefined>") < 0) return -1;
    }
    return 0;
}
