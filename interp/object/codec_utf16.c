/* UTF-16 and UTF-32, with a byte order given or found in a mark at the start. */
#include "interp/object/codec.h"
#include "interp/object/unicode.h"

typedef struct Order {
    bool big, marked; /* marked: a mark is written, and looked for */
} Order;

/* The order is told by the end of the codec's name: "utf-16", "utf-16-le", "utf-16-be". */
static Order order_of(const char *encoding) {
    size_t n = strlen(encoding);
    if (n < 9) return (Order){.big = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, .marked = true};
    return (Order){.big = encoding[n - 2] == 'b'};
}

static inline bool foreign(bool big) {
    return big != (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
}

static inline uint32_t read16(const uint8_t *p, bool big) {
    uint16_t v;
    memcpy(&v, p, sizeof v);
    return foreign(big) ? __builtin_bswap16(v) : v;
}

static inline uint32_t read32(const uint8_t *p, bool big) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return foreign(big) ? __builtin_bswap32(v) : v;
}

static inline void write16(uint8_t *p, uint32_t c, bool big) {
    uint16_t v = foreign(big) ? __builtin_bswap16((uint16_t)c) : (uint16_t)c;
    memcpy(p, &v, sizeof v);
}

static inline void write32(uint8_t *p, uint32_t c, bool big) {
    uint32_t v = foreign(big) ? __builtin_bswap32(c) : c;
    memcpy(p, &v, sizeof v);
}

static bool is_low(uint32_t c) {
    return c >= 0xdc00 && c < 0xe000;
}

/* The characters at p that take one unit each, up to a surrogate or something that is no character. */
ALWAYS_INLINE ptrdiff_t plain_run(const uint8_t *p, ptrdiff_t units, int unit, bool big, uint32_t *all) {
    ptrdiff_t i = 0;
    if (unit == 2) { /* eight at a time */
        Vector2 seen = {0};
        for (; i + 8 <= units; i += 8) {
            Vector2 v = (Vector2)vector_load(p + 2 * i);
            if (foreign(big)) v = v << 8 | v >> 8;
            if (vector_bits((VectorMask)((v & 0xf800) == 0xd800))) break;
            seen |= v;
        }
        for (int k = 0; k < 8; k++) *all |= seen[k];
    }
    for (; i < units; i++) {
        uint32_t c = unit == 2 ? read16(p + 2 * i, big) : read32(p + 4 * i, big);
        if (unicode_is_surrogate(c) || c > UNICODE_MAX) break;
        *all |= c;
    }
    return i;
}

ALWAYS_INLINE void copy_run(void *to, unsigned kind, ptrdiff_t at, const uint8_t *p, ptrdiff_t n, int unit, bool big) {
    for (ptrdiff_t i = 0; i < n; i++)
        text_put(to, kind, at + i, unit == 2 ? read16(p + 2 * i, big) : read32(p + 4 * i, big));
}

/* Decodes as much as has nothing special. 0, -1 */
ALWAYS_INLINE int decode_run(Decoder *d, int unit, bool big) {
    const uint8_t *p = d->data + d->at;
    uint32_t all = 0;
    ptrdiff_t n = plain_run(p, (d->length - d->at) / unit, unit, big, &all), at = d->out.length;
    if (n == 0) return 0;
    if (writer_room(&d->out, n, text_bound(all)) < 0) return -1;
    void *to = d->out.text->data;
    switch (d->out.text->kind) {
    case 1: copy_run(to, 1, at, p, n, unit, big); break;
    case 2: copy_run(to, 2, at, p, n, unit, big); break;
    default: copy_run(to, 4, at, p, n, unit, big); break;
    }
    d->at += n * unit;
    return 0;
}

int utf16_decode(Decoder *d) {
    Order order = order_of(d->encoding);
    if (order.marked) {
        if (d->length >= 2 && (read16(d->data, false) == 0xfeff || read16(d->data, true) == 0xfeff)) {
            order.big = read16(d->data, true) == 0xfeff;
            d->at = 2;
        } else if (d->partial && d->length < 2) {
            return 0;
        }
        d->encoding = order.big ? "utf-16-be" : "utf-16-le";
    }
    while (d->at < d->length) {
        if ((order.big ? decode_run(d, 2, true) : decode_run(d, 2, false)) < 0) return -1;
        const uint8_t *p = d->data + d->at;
        ptrdiff_t left = d->length - d->at;
        int failed = 0;
        if (left == 0) break;
        if (left < 2) {
            if (d->partial) break;
            if (decoder_error(d, d->at, d->length, "truncated data") < 0) return -1;
            continue;
        }
        uint32_t c = read16(p, order.big);
        if (is_low(c)) {
            failed = decoder_error(d, d->at, d->at + 2, "illegal encoding");
        } else if (left < 4) {
            if (d->partial) break;
            failed = decoder_error(d, d->at, d->length, "unexpected end of data");
        } else if (!is_low(read16(p + 2, order.big))) {
            failed = decoder_error(d, d->at, d->at + 2, "illegal UTF-16 surrogate");
        } else {
            failed = writer_char(&d->out, 0x10000 + ((c - 0xd800) << 10) + (read16(p + 2, order.big) - 0xdc00));
            d->at += 4;
        }
        if (failed < 0) return -1;
    }
    return 0;
}

static int put16(Encoder *e, uint32_t c) {
    if (c >= 0x80) return 1;
    uint8_t *to = byte_writer_room(&e->out, 2);
    if (!to) return -1;
    write16(to, c, order_of(e->encoding).big);
    return 0;
}

/* Where the next surrogate is, and how many units of 16 bits the characters before it take. */
ALWAYS_INLINE ptrdiff_t run_end(const void *data, unsigned kind, ptrdiff_t i, ptrdiff_t n, ptrdiff_t *units) {
    *units = n - i;
    if (kind == 1) return n;
    ptrdiff_t pairs = 0, start = i;
    for (; i < n && !unicode_is_surrogate(text_get(data, kind, i)); i++)
        pairs += kind == 4 && text_get(data, kind, i) >= 0x10000;
    *units = i - start + pairs;
    return i;
}

ALWAYS_INLINE void write_run16(uint8_t *to, const void *data, unsigned kind, ptrdiff_t i, ptrdiff_t end, bool big) {
    for (; i < end; i++, to += 2) {
        uint32_t c = text_get(data, kind, i);
        if (kind == 4 && c >= 0x10000) {
            write16(to, 0xd800 + ((c - 0x10000) >> 10), big);
            to += 2;
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        write16(to, c, big);
    }
}

/* The characters from e->at up to the next surrogate; e->at is behind them then. */
ALWAYS_INLINE int encode_run16(Encoder *e, unsigned kind, bool big) {
    const Str *s = (Str *)e->str;
    ptrdiff_t units, end = run_end(s->data, kind, e->at, s->length, &units);
    uint8_t *to = byte_writer_room(&e->out, units * 2);
    if (!to) return -1;
    if (big)
        write_run16(to, s->data, kind, e->at, end, true);
    else
        write_run16(to, s->data, kind, e->at, end, false);
    e->at = end;
    return 0;
}

int utf16_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    Order order = order_of(e->encoding);
    if (order.marked) {
        uint8_t *to = byte_writer_room(&e->out, 2);
        if (!to) return -1;
        write16(to, 0xfeff, order.big);
    }
    while (e->at < s->length) {
        int failed = s->kind == 1   ? encode_run16(e, 1, order.big)
                     : s->kind == 2 ? encode_run16(e, 2, order.big)
                                    : encode_run16(e, 4, order.big);
        if (failed < 0) return -1;
        if (e->at < s->length && encoder_error(e, e->at, e->at + 1, "surrogates not allowed", put16) < 0) return -1;
    }
    return 0;
}

int utf32_decode(Decoder *d) {
    Order order = order_of(d->encoding);
    if (order.marked) {
        if (d->length >= 4 && (read32(d->data, false) == 0xfeff || read32(d->data, true) == 0xfeff)) {
            order.big = read32(d->data, true) == 0xfeff;
            d->at = 4;
        } else if (d->partial && d->length < 4) {
            return 0;
        }
        d->encoding = order.big ? "utf-32-be" : "utf-32-le";
    }
    while (d->at < d->length) {
        int failed;
        if ((order.big ? decode_run(d, 4, true) : decode_run(d, 4, false)) < 0) return -1;
        if (d->at == d->length) break;
        if (d->length - d->at < 4) {
            if (d->partial) break;
            if (decoder_error(d, d->at, d->length, "truncated data") < 0) return -1;
            continue;
        }
        uint32_t c = read32(d->data + d->at, order.big);
        if (c > UNICODE_MAX)
            failed = decoder_error(d, d->at, d->at + 4, "code point not in range(0x110000)");
        else
            failed = decoder_error(d, d->at, d->at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        if (failed < 0) return -1;
    }
    return 0;
}

static int put32(Encoder *e, uint32_t c) {
    if (c >= 0x80) return 1;
    uint8_t *to = byte_writer_room(&e->out, 4);
    if (!to) return -1;
    write32(to, c, order_of(e->encoding).big);
    return 0;
}

ALWAYS_INLINE int encode_run32(Encoder *e, unsigned kind, bool big) {
    const Str *s = (Str *)e->str;
    ptrdiff_t units, end = run_end(s->data, kind, e->at, s->length, &units);
    uint8_t *to = byte_writer_room(&e->out, (end - e->at) * 4);
    if (!to) return -1;
    if (big)
        for (ptrdiff_t i = e->at; i < end; i++, to += 4) write32(to, text_get(s->data, kind, i), true);
    else
        for (ptrdiff_t i = e->at; i < end; i++, to += 4) write32(to, text_get(s->data, kind, i), false);
    e->at = end;
    return 0;
}

int utf32_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    Order order = order_of(e->encoding);
    if (order.marked) {
        uint8_t *to = byte_writer_room(&e->out, 4);
        if (!to) return -1;
        write32(to, 0xfeff, order.big);
    }
    while (e->at < s->length) {
        int failed = s->kind == 1   ? encode_run32(e, 1, order.big)
                     : s->kind == 2 ? encode_run32(e, 2, order.big)
                                    : encode_run32(e, 4, order.big);
        if (failed < 0) return -1;
        if (e->at < s->length && encoder_error(e, e->at, e->at + 1, "surrogates not allowed", put32) < 0) return -1;
    }
    return 0;
}
