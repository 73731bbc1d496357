/* UTF-8. Valid text is decoded in two passes: one that checks, counts and finds the widest character, one that writes
 * into a string of the exact size. Only text with something invalid in it goes through the writer. */
#include "interp/object/codec.h"
#include "interp/object/unicode.h"

static inline bool is_continuation(uint8_t b) {
    return (b & 0xc0) == 0x80;
}

/* What is at p, before end: the length of a valid sequence and its character; or 0, and how many bytes are to blame. */
typedef struct Sequence {
    int length;
    uint32_t c;
    int bad;
    const char *reason;
} Sequence;

static inline __attribute__((always_inline)) Sequence invalid(int bad, const char *reason) {
    return (Sequence){.bad = bad, .reason = reason};
}

ALWAYS_INLINE Sequence sequence_at(const uint8_t *p, const uint8_t *end) {
    uint8_t b = *p;
    if (b < 0x80) return (Sequence){.length = 1, .c = b};
    if (b < 0xc2 || b > 0xf4) return invalid(1, "invalid start byte");
    int length = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    uint8_t least = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80, most = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    uint32_t c = b & (0x7f >> length);
    for (int i = 1; i < length; i++) {
        if (p + i == end) return invalid(i, "unexpected end of data");
        if (!is_continuation(p[i]) || (i == 1 && (p[1] < least || p[1] > most)))
            return invalid(i, "invalid continuation byte");
        c = c << 6 | (p[i] & 0x3f);
    }
    return (Sequence){.length = length, .c = c};
}

/* How many bytes from p on are valid; counts their characters and unites their bits. */
static const uint8_t *check(const uint8_t *p, const uint8_t *end, ptrdiff_t *chars, uint32_t *bits) {
    while (p < end) {
        if (*p < 0x80) {
            size_t n = text_ascii_prefix(p, end - p);
            *chars += n;
            p += n;
            continue;
        }
        Sequence s = sequence_at(p, end);
        if (!s.length) break;
        *bits |= s.c;
        ++*chars;
        p += s.length;
    }
    return p;
}

ALWAYS_INLINE void expand(void *to, unsigned kind, const uint8_t *p, const uint8_t *end) {
    for (ptrdiff_t i = 0; p < end; i++) {
        if (*p < 0x80) {
            text_put(to, kind, i, *p++);
            continue;
        }
        Sequence s = sequence_at(p, end);
        text_put(to, kind, i, s.c);
        p += s.length;
    }
}

static int write_valid(Decoder *d, const uint8_t *p, const uint8_t *end, ptrdiff_t chars, uint32_t bits) {
    uint32_t max_char = bits < 0x80 ? 0x7f : bits < 0x100 ? 0xff : bits < 0x10000 ? 0xffff : 0x10ffff;
    if (writer_room(&d->out, chars, max_char) < 0) return -1;
    Str *s = d->out.text;
    void *to = s->data + (d->out.length - chars) * s->kind;
    if (max_char < 0x80)
        text_copy(to, s->kind, p, 1, chars);
    else if (s->kind == 1)
        expand(to, 1, p, end);
    else if (s->kind == 2)
        expand(to, 2, p, end);
    else
        expand(to, 4, p, end);
    return 0;
}

int utf8_decode(Decoder *d) {
    while (d->at < d->length) {
        const uint8_t *p = d->data + d->at, *end = d->data + d->length;
        ptrdiff_t chars = 0;
        uint32_t bits = 0;
        const uint8_t *valid = check(p, end, &chars, &bits);
        if (chars && write_valid(d, p, valid, chars, bits) < 0) return -1;
        d->at = valid - d->data;
        if (valid == end) break;
        Sequence s = sequence_at(valid, end);
        if (d->partial && valid + s.bad == end && s.reason[0] == 'u') break; /* unexpected end: more will come */
        if (decoder_error(d, d->at, d->at + s.bad, s.reason) < 0) return -1;
    }
    return 0;
}

static inline uint8_t *put_utf8(uint8_t *to, uint32_t c) {
    if (c < 0x80) {
        *to++ = (uint8_t)c;
        return to;
    }
    if (c < 0x800) {
        *to++ = (uint8_t)(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *to++ = (uint8_t)(0xe0 | c >> 12);
        } else {
            *to++ = (uint8_t)(0xf0 | c >> 18);
            *to++ = (uint8_t)(0x80 | (c >> 12 & 0x3f));
        }
        *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    }
    *to++ = (uint8_t)(0x80 | (c & 0x3f));
    return to;
}

static inline int utf8_size(uint32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/* Encodes up to `end` or the next surrogate: says where that is. */
ALWAYS_INLINE ptrdiff_t encode_run(ByteWriter *w, const void *data, unsigned kind, ptrdiff_t start, ptrdiff_t end) {
    ptrdiff_t size = 0, i = start;
    for (; i < end; i++) {
        uint32_t c = text_get(data, kind, i);
        if (kind > 1 && unicode_is_surrogate(c)) break;
        size += utf8_size(c);
    }
    if (i == start) return i;
    uint8_t *to = byte_writer_room(w, size);
    if (!to) return -1;
    for (ptrdiff_t k = start; k < i; k++) to = put_utf8(to, text_get(data, kind, k));
    return i;
}

static int put_ascii(Encoder *e, uint32_t c) {
    return c < 0x80 ? byte_writer_byte(&e->out, (uint8_t)c) : 1;
}

int utf8_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    if (s->ascii) return byte_writer_put(&e->out, s->data, s->length);
    while (e->at < s->length) {
        ptrdiff_t i = s->kind == 1   ? encode_run(&e->out, s->data, 1, e->at, s->length)
                      : s->kind == 2 ? encode_run(&e->out, s->data, 2, e->at, s->length)
                                     : encode_run(&e->out, s->data, 4, e->at, s->length);
        if (i < 0) return -1;
        if (i == s->length) break;
        ptrdiff_t end = i + 1;
        while (end < s->length && unicode_is_surrogate(str_at(s, end))) end++;
        if (encoder_error(e, i, end, "surrogates not allowed", put_ascii) < 0) return -1;
    }
    return 0;
}

static const uint8_t mark[3] = {0xef, 0xbb, 0xbf};

int utf8_sig_encode(Encoder *e) {
    return byte_writer_put(&e->out, mark, 3) < 0 ? -1 : utf8_encode(e);
}

int utf8_sig_decode(Decoder *d) {
    if (d->partial && d->length < 3 && memcmp(d->data, mark, d->length) == 0) return 0;
    if (d->length >= 3 && memcmp(d->data, mark, 3) == 0) { /* errors are told as if the mark were not there */
        d->data += 3;
        d->length -= 3;
    }
    return utf8_decode(d);
}
