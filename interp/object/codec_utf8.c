/* UTF-8. Decoding runs in a loop made for the kind that the writer has just now; a character that needs a wider one
 * ends the run, and so does a sequence that is not valid. */
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

static inline bool eight_ascii(const uint8_t *p, const uint8_t *end) {
    uint64_t word;
    if (end - p < 8) return false;
    memcpy(&word, p, 8);
    return !(word & 0x8080808080808080u);
}

/* Decodes into the room that the writer has, one character for each byte at least. Returns where it stopped: at the
 * end, or at a sequence that is too wide for the kind or invalid: *stop. */
ALWAYS_INLINE const uint8_t *decode_run(StrWriter *w, const uint8_t *p, const uint8_t *end, unsigned kind,
                                        Sequence *stop) {
    void *to = w->text->data;
    ptrdiff_t i = w->length;
    bool beyond_ascii = false;
    while (p < end) {
        if (*p < 0x80) {
            text_put(to, kind, i++, *p++);
            if (p == end || *p >= 0x80) continue; /* a space between other letters: nothing to gain below */
            for (; eight_ascii(p, end); p += 8, i += 8)
                for (int k = 0; k < 8; k++) text_put(to, kind, i + k, p[k]);
            continue;
        }
        if (kind > 1 && *p < 0xe0) { /* a run of characters of two bytes each: Greek, Cyrillic, Hebrew, Arabic */
            const uint8_t *from = p;
            uint16_t pair;
            for (; end - p > 1; p += 2) {
                pair = (uint16_t)(p[0] | p[1] << 8);
                if ((pair & 0xc0e0) != 0x80c0 || *p < 0xc2) break;
                text_put(to, kind, i++, (pair & 0x1fu) << 6 | (pair >> 8 & 0x3fu));
            }
            if (p > from) continue;
        }
        if (kind > 1 && *p >= 0xe0) { /* of three bytes each: Chinese, Japanese, Korean, the scripts of India */
            const uint8_t *from = p;
            uint32_t three;
            for (; end - p > 3; p += 3) {
                three = load4(p);
                uint32_t c = (three & 0x0f) << 12 | (three >> 2 & 0xfc0) | (three >> 16 & 0x3f);
                if ((three & 0xc0c0f0) != 0x8080e0 || c < 0x800 || unicode_is_surrogate(c)) break;
                text_put(to, kind, i++, c);
            }
            if (p > from) continue;
        }
        Sequence s = sequence_at(p, end);
        if (!s.length || (kind < 4 && s.c >> 8 * kind)) {
            *stop = s;
            break;
        }
        text_put(to, kind, i++, s.c);
        p += s.length;
        beyond_ascii = true;
    }
    w->length = i;
    if (kind == 1 && beyond_ascii) w->max_char = 0xff;
    return p;
}

int utf8_decode(Decoder *d) {
    while (d->at < d->length) {
        const uint8_t *end = d->data + d->length, *p = d->data + d->at;
        if (writer_reserve(&d->out, end - p) < 0) return -1;
        Sequence stop = {.length = 0};
        unsigned kind = d->out.text->kind;
        p = kind == 1   ? decode_run(&d->out, p, end, 1, &stop)
            : kind == 2 ? decode_run(&d->out, p, end, 2, &stop)
                        : decode_run(&d->out, p, end, 4, &stop);
        d->at = p - d->data;
        if (p == end) break;
        if (stop.length) { /* too wide: from here on with a wider kind */
            if (writer_char(&d->out, stop.c) < 0) return -1;
            d->at += stop.length;
            continue;
        }
        if (d->partial && p + stop.bad == end && stop.reason[0] == 'u') break; /* unexpected end: more will come */
        if (decoder_error(d, d->at, d->at + stop.bad, stop.reason) < 0) return -1;
    }
    return 0;
}

/* Encodes up to `end` or the next surrogate: says where that is. `to` has room for the worst case. */
ALWAYS_INLINE ptrdiff_t encode_chars(uint8_t **out, const void *data, unsigned kind, ptrdiff_t i, ptrdiff_t end) {
    uint8_t *to = *out;
    for (; i < end; i++) {
        uint32_t c = text_get(data, kind, i);
        if (c < 0x80) {
            if (kind == 1 && end - i >= 8 && eight_ascii((const uint8_t *)data + i, (const uint8_t *)data + end)) {
                memcpy(to, (const uint8_t *)data + i, 8);
                to += 8;
                i += 7;
                continue;
            }
            *to++ = (uint8_t)c;
        } else if (kind == 1 || c < 0x800) {
            to[0] = (uint8_t)(0xc0 | c >> 6);
            to[1] = (uint8_t)(0x80 | (c & 0x3f));
            to += 2;
        } else if (kind == 2 || c < 0x10000) {
            if (unicode_is_surrogate(c)) break;
            to[0] = (uint8_t)(0xe0 | c >> 12);
            to[1] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
            to[2] = (uint8_t)(0x80 | (c & 0x3f));
            to += 3;
        } else {
            to[0] = (uint8_t)(0xf0 | c >> 18);
            to[1] = (uint8_t)(0x80 | (c >> 12 & 0x3f));
            to[2] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
            to[3] = (uint8_t)(0x80 | (c & 0x3f));
            to += 4;
        }
    }
    *out = to;
    return i;
}

/* A short piece goes by way of the stack, for the worst case is often three times what is needed in the end. */
ALWAYS_INLINE ptrdiff_t encode_run(ByteWriter *w, const void *data, unsigned kind, ptrdiff_t i, ptrdiff_t end) {
    const unsigned most = kind == 1 ? 2 : kind == 2 ? 3 : 4;
    uint8_t few[4096], *start = few, *to;
    if ((end - i) * most > (ptrdiff_t)sizeof(few) && !(start = byte_writer_room(w, (end - i) * most))) return -1;
    to = start;
    i = encode_chars(&to, data, kind, i, end);
    if (start == few) return byte_writer_put(w, few, to - few) < 0 ? -1 : i;
    w->length = to - w->bytes->data;
    return i;
}

static int put_ascii(Encoder *e, uint32_t c) {
    return c < 0x80 ? byte_writer_byte(&e->out, (uint8_t)c) : 1;
}

int utf8_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    if (s->ascii) return byte_writer_put(&e->out, s->data, s->length);
    e->ascii_based = true;
    while (e->at < s->length) {
        ptrdiff_t i = s->kind == 1   ? encode_run(&e->out, s->data, 1, e->at, s->length)
                      : s->kind == 2 ? encode_run(&e->out, s->data, 2, e->at, s->length)
                                     : encode_run(&e->out, s->data, 4, e->at, s->length);
        if (i < 0) return -1;
        if (i == s->length) break;
        ptrdiff_t end = i + 1;
        while (end < s->length && unicode_is_surrogate(str_at(s, end))) end++;
        e->at = i;
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
