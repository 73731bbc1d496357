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

static inline uint32_t read16(const uint8_t *p, bool big) {
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static inline uint32_t read32(const uint8_t *p, bool big) {
    return big ? read16(p, true) << 16 | read16(p + 2, true) : read16(p + 2, false) << 16 | read16(p, false);
}

static inline void write16(uint8_t *p, uint32_t v, bool big) {
    p[big] = (uint8_t)v;
    p[!big] = (uint8_t)(v >> 8);
}

static inline void write32(uint8_t *p, uint32_t v, bool big) {
    write16(p, big ? v >> 16 : v & 0xffff, big);
    write16(p + 2, big ? v & 0xffff : v >> 16, big);
}

static bool is_low(uint32_t c) {
    return c >= 0xdc00 && c < 0xe000;
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
        const uint8_t *p = d->data + d->at;
        ptrdiff_t left = d->length - d->at;
        int failed = 0;
        if (left < 2) {
            if (d->partial) break;
            if (decoder_error(d, d->at, d->length, "truncated data") < 0) return -1;
            continue;
        }
        uint32_t c = read16(p, order.big);
        if (!unicode_is_surrogate(c)) {
            failed = writer_char(&d->out, c);
            d->at += 2;
        } else if (is_low(c)) {
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

/* How many bytes the characters up to the next surrogate take; *end: where that is. */
static ptrdiff_t size_of_run(const Str *s, ptrdiff_t start, ptrdiff_t *end) {
    ptrdiff_t units = 0, i = start;
    for (; i < s->length && !unicode_is_surrogate(str_at(s, i)); i++) units += str_at(s, i) < 0x10000 ? 1 : 2;
    *end = i;
    return units * 2;
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
        ptrdiff_t end, size = size_of_run(s, e->at, &end);
        uint8_t *to = byte_writer_room(&e->out, size);
        if (!to) return -1;
        for (; e->at < end; e->at++) {
            uint32_t c = str_at(s, e->at);
            if (c >= 0x10000) {
                write16(to, 0xd800 + ((c - 0x10000) >> 10), order.big);
                to += 2;
                c = 0xdc00 + ((c - 0x10000) & 0x3ff);
            }
            write16(to, c, order.big);
            to += 2;
        }
        if (end < s->length && encoder_error(e, end, end + 1, "surrogates not allowed", put16) < 0) return -1;
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
        if (d->length - d->at < 4) {
            if (d->partial) break;
            if (decoder_error(d, d->at, d->length, "truncated data") < 0) return -1;
            continue;
        }
        uint32_t c = read32(d->data + d->at, order.big);
        if (c > UNICODE_MAX) {
            failed = decoder_error(d, d->at, d->at + 4, "code point not in range(0x110000)");
        } else if (unicode_is_surrogate(c)) {
            failed = decoder_error(d, d->at, d->at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        } else {
            failed = writer_char(&d->out, c);
            d->at += 4;
        }
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

int utf32_encode(Encoder *e) {
    const Str *s = (Str *)e->str;
    Order order = order_of(e->encoding);
    if (order.marked) {
        uint8_t *to = byte_writer_room(&e->out, 4);
        if (!to) return -1;
        write32(to, 0xfeff, order.big);
    }
    while (e->at < s->length) {
        ptrdiff_t end = e->at;
        while (end < s->length && !unicode_is_surrogate(str_at(s, end))) end++;
        uint8_t *to = byte_writer_room(&e->out, (end - e->at) * 4);
        if (!to) return -1;
        for (; e->at < end; e->at++, to += 4) write32(to, str_at(s, e->at), order.big);
        if (end < s->length && encoder_error(e, end, end + 1, "surrogates not allowed", put32) < 0) return -1;
    }
    return 0;
}
