/* The forms of binascii that go line by line: uuencode and quoted-printable (RFC 1521). */
#include "stdlib/binascii_parts.h"

static int flag(Object **args, ptrdiff_t nargs, ptrdiff_t i, bool otherwise) {
    Object *o = arg_or_null(args, nargs, i);
    return o ? object_truth(o) : otherwise;
}

/* --- uuencode: a length, then four characters for three bytes; each character is 32 more than its six bits --- */

enum { UU_MAX = 45, UU_BASE = ' ' };

/* The six bits of a character; -1: it is none. At the end of the line spaces may have been lost. */
static int uu_bits(const Buffer *b, ptrdiff_t i) {
    if (i >= b->length || b->data[i] == '\n' || b->data[i] == '\r') return 0;
    uint8_t c = b->data[i];
    return c < UU_BASE || c > UU_BASE + 64 ? -1 : (c - UU_BASE) & 63;
}

static Object *uu_decode(const Buffer *b) {
    if (b->length == 0) return binascii_raise("Missing length byte");
    ptrdiff_t n = (b->data[0] - UU_BASE) & 63, at = 1, bits = 0;
    Object *result = bytes_new(NULL, n);
    if (!result) return NULL;
    uint32_t buffer = 0;
    for (ptrdiff_t done = 0; done < n; at++) {
        int six = uu_bits(b, at);
        if (six < 0) {
            decref(result);
            return binascii_raise("Illegal char");
        }
        buffer = buffer << 6 | (uint32_t)six;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        ((Bytes *)result)->data[done++] = (uint8_t)(buffer >> bits);
    }
    for (; at < b->length; at++) {
        uint8_t c = b->data[at];
        if (c == ' ' || c == '`' || c == '\n' || c == '\r') continue;
        decref(result);
        return binascii_raise("Trailing garbage");
    }
    return result;
}

Object *binascii_a2b_uu(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (binascii_take(args[0], &b) < 0) return NULL;
    Object *result = uu_decode(&b);
    buffer_release(&b);
    return result;
}

static uint8_t uu_char(uint32_t six, bool backtick) {
    return backtick && six == 0 ? '`' : (uint8_t)(six + UU_BASE);
}

Object *binascii_b2a_uu(Object *self, Object **args, ptrdiff_t nargs) {
    int backtick = flag(args, nargs, 1, false);
    Buffer b;
    if (backtick < 0 || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = NULL;
    if (b.length > UU_MAX)
        binascii_raise("At most 45 bytes at once");
    else
        result = bytes_new(NULL, 2 + (b.length + 2) / 3 * 4);
    if (result) {
        uint8_t *to = ((Bytes *)result)->data;
        *to++ = uu_char((uint32_t)b.length, backtick);
        for (ptrdiff_t i = 0; i < b.length; i += 3) {
            uint32_t bits = (uint32_t)b.data[i] << 16;
            if (i + 1 < b.length) bits |= (uint32_t)b.data[i + 1] << 8;
            if (i + 2 < b.length) bits |= b.data[i + 2];
            for (int shift = 18; shift >= 0; shift -= 6) *to++ = uu_char(bits >> shift & 63, backtick);
        }
        *to = '\n';
    }
    buffer_release(&b);
    return result;
}

/* --- quoted-printable: =XX for what is not to be sent as it is; a = at the end of a line joins it to the next --- */

enum { QP_LINE_MAX = 76 };

static int qp_decode(ByteWriter *w, const Buffer *b, bool header) {
    const uint8_t *s = b->data;
    ptrdiff_t n = b->length;
    for (ptrdiff_t i = 0; i < n;) {
        if (s[i] != '=') {
            if (byte_writer_byte(w, header && s[i] == '_' ? ' ' : s[i]) < 0) return -1;
            i++;
            continue;
        }
        if (++i >= n) break;
        if (s[i] == '\n' || s[i] == '\r') {
            while (i < n && s[i] != '\n') i++;
            i++;
        } else if (s[i] == '=') { /* one that was not quoted */
            if (byte_writer_byte(w, '=') < 0) return -1;
            i++;
        } else if (i + 1 < n && binascii_hex_value(s[i]) >= 0 && binascii_hex_value(s[i + 1]) >= 0) {
            if (byte_writer_byte(w, (uint8_t)(binascii_hex_value(s[i]) << 4 | binascii_hex_value(s[i + 1]))) < 0)
                return -1;
            i += 2;
        } else if (byte_writer_byte(w, '=') < 0) {
            return -1;
        }
    }
    return 0;
}

Object *binascii_a2b_qp(Object *self, Object **args, ptrdiff_t nargs) {
    int header = flag(args, nargs, 1, false);
    Buffer b;
    if (header < 0 || binascii_take(args[0], &b) < 0) return NULL;
    ByteWriter w = byte_writer_new();
    int status = qp_decode(&w, &b, header);
    buffer_release(&b);
    return status < 0 ? NULL : byte_writer_finish(&w);
}

typedef struct QpOptions {
    bool quote_tabs, is_text, header;
} QpOptions;

/* Must the character at i, the `column`th of its line, be quoted? */
static bool qp_quotes(const Buffer *b, ptrdiff_t i, ptrdiff_t column, QpOptions o) {
    uint8_t c = b->data[i];
    bool last = i + 1 == b->length;
    uint8_t next = last ? 0 : b->data[i + 1];
    if (c > '~' || c == '=' || (o.header && c == '_')) return true;
    if (c == '.' && column == 0) return last || next == '\n' || next == '\r' || next == 0;
    if (c == '\r' || c == '\n') return !o.is_text;
    if (c == ' ' || c == '\t') return last || o.quote_tabs;
    return c < ' ';
}

typedef struct QpLine {
    ByteWriter w;
    ptrdiff_t column;
    const char *line_end;
} QpLine;

static int put_text(QpLine *l, const char *text, ptrdiff_t n) {
    return byte_writer_put(&l->w, text, n);
}

static int put_line_end(QpLine *l) {
    l->column = 0;
    return put_text(l, l->line_end, l->line_end[1] ? 2 : 1);
}

/* Ends the line softly if n more characters are too many. */
static int make_room(QpLine *l, ptrdiff_t n) {
    if (l->column + n < QP_LINE_MAX) return 0;
    return put_text(l, "=", 1) < 0 ? -1 : put_line_end(l);
}

static int put_quoted(QpLine *l, uint8_t c) {
    static const char digits[] = "0123456789ABCDEF";
    const char text[] = {'=', digits[c >> 4], digits[c & 15]};
    return put_text(l, text, 3);
}

/* White space in front of the end of a line would be lost. */
static int guard_white_space(QpLine *l) {
    uint8_t last = l->w.length ? l->w.bytes->data[l->w.length - 1] : 0;
    if (last != ' ' && last != '\t') return 0;
    l->w.length--;
    return put_quoted(l, last);
}

static int qp_encode(QpLine *l, const Buffer *b, QpOptions o) {
    for (ptrdiff_t i = 0; i < b->length; i++) {
        uint8_t c = b->data[i], next = i + 1 < b->length ? b->data[i + 1] : 0;
        if (qp_quotes(b, i, l->column, o)) {
            if (make_room(l, 3) < 0 || put_quoted(l, c) < 0) return -1;
            l->column += 3;
        } else if (o.is_text && (c == '\n' || (c == '\r' && next == '\n'))) {
            if (guard_white_space(l) < 0 || put_line_end(l) < 0) return -1;
            i += c == '\r';
        } else {
            bool ends = i + 1 == b->length || next == '\n';
            if ((!ends && make_room(l, 1) < 0) || byte_writer_byte(&l->w, o.header && c == ' ' ? '_' : c) < 0)
                return -1;
            l->column++;
        }
    }
    return 0;
}

/* Lines end as the first one does. */
static const char *line_end_of(const Buffer *b) {
    for (ptrdiff_t i = 0; i < b->length; i++)
        if (b->data[i] == '\n') return i > 0 && b->data[i - 1] == '\r' ? "\r\n" : "\n";
    return "\n";
}

Object *binascii_b2a_qp(Object *self, Object **args, ptrdiff_t nargs) {
    int tabs = flag(args, nargs, 1, false), text = tabs < 0 ? -1 : flag(args, nargs, 2, true);
    int header = text < 0 ? -1 : flag(args, nargs, 3, false);
    Buffer b;
    if (header < 0 || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    QpLine l = {.w = byte_writer_new(), .line_end = line_end_of(&b)};
    int status = qp_encode(&l, &b, (QpOptions){tabs, text, header});
    buffer_release(&b);
    return status < 0 ? NULL : byte_writer_finish(&l.w);
}
