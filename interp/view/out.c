/* JSON as text; out.h says where it lives.
 *
 * The text ends up inside a <script> element, so no "</" may stand in it: '<' is escaped wherever it occurs.
 */
#include "interp/view/out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(Out *out, size_t n) {
    if (out->n + n <= out->room) return !out->failed;
    size_t room = (out->n + n) * 3 / 2 + 256;
    char *more = out->failed ? NULL : realloc(out->text, room);
    if (!more) {
        out->failed = true;
        return false;
    }
    out->text = more;
    out->room = room;
    return true;
}

void out_bytes(Out *out, const void *bytes, size_t n) {
    if (!reserve(out, n)) return;
    memcpy(out->text + out->n, bytes, n);
    out->n += n;
}

void out_c(Out *out, const char *text) {
    out_bytes(out, text, strlen(text));
}

void out_format(Out *out, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char line[512];
    int n = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (n > 0) out_bytes(out, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

void out_comma(Out *out) {
    char last = out->n ? out->text[out->n - 1] : '[';
    if (last != '[' && last != '{') out_c(out, ",");
}

static void put_utf8(Out *out, uint32_t c) {
    char b[4];
    if (c >= 0xd800 && c < 0xe000) c = 0xfffd;
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const uint8_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n; i-- > 1; c >>= 6) b[i] = (char)(0x80 | (c & 0x3f));
    b[0] = (char)(lead[n] | c);
    out_bytes(out, b, n);
}

void out_char(Out *out, uint32_t c) {
    if (c == '"' || c == '\\')
        out_format(out, "\\%c", (int)c);
    else if (c == '\n')
        out_c(out, "\\n");
    else if (c < 0x20 || c == '<' || c == 0x7f || c == 0x2028 || c == 0x2029)
        out_format(out, "\\u%04x", c);
    else
        put_utf8(out, c);
}

/* The length of the well-formed sequence at s; 0: there is none. */
static size_t sequence(const uint8_t *s, size_t n, uint32_t *point) {
    size_t length = s[0] < 0x80                   ? 1
                    : s[0] >= 0xc2 && s[0] < 0xe0 ? 2
                    : (s[0] & 0xf0) == 0xe0       ? 3
                    : s[0] >= 0xf0 && s[0] < 0xf5 ? 4
                                                  : 0;
    if (length == 0 || length > n) return 0;
    uint32_t c = length == 1 ? s[0] : s[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xc0) != 0x80) return 0;
        c = c << 6 | (s[i] & 0x3f);
    }
    *point = c;
    return length;
}

void out_string(Out *out, const char *utf8, size_t n) {
    const uint8_t *s = (const uint8_t *)utf8;
    out_c(out, "\"");
    for (size_t i = 0; i < n;) {
        uint32_t point;
        size_t length = sequence(s + i, n - i, &point);
        out_char(out, length ? point : 0xfffd);
        i += length ? length : 1;
    }
    out_c(out, "\"");
}

uint64_t out_hash(const Out *out, size_t from) {
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = from; i < out->n; i++) h = (h ^ (uint8_t)out->text[i]) * 0x100000001b3u;
    return h;
}

void out_free(Out *out) {
    free(out->text);
    *out = (Out){0};
}
