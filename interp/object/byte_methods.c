/* bytes and bytearray: case, padding, classes, hexadecimal, and what the other files of the family need. */
#include "interp/object/byte_methods.h"
#include "interp/object/ascii.h"
#include "interp/object/codec.h"
#include "interp/object/bounds.h"

Object *byte_make_room(Object *like, ptrdiff_t n, uint8_t **room) {
    if (n >= PTRDIFF_MAX - (ptrdiff_t)sizeof(Bytes) && bytes_check(like))
        return raise_error(&exc_OverflowError, "byte string is too large");
    Object *o = byte_make(like, n <= 0 ? "" : NULL, n);
    if (o) *room = bytes_check(o) ? ((Bytes *)o)->data : ((ByteArray *)o)->data;
    return o;
}

Object *byte_slice(Object *o, ptrdiff_t start, ptrdiff_t end) {
    Text t = byte_text(o);
    if (o->type == &bytes_type && start == 0 && end == t.length) return newref(o);
    return byte_make(o, (const uint8_t *)t.data + start, end - start);
}

void byte_repeat(uint8_t *to, const uint8_t *from, ptrdiff_t length, ptrdiff_t n) {
    if (length == 1) {
        memset(to, from[0], n);
        return;
    }
    ptrdiff_t total = length * n, done = length;
    memmove(to, from, length);
    for (ptrdiff_t step; done < total; done += step) {
        step = done <= total - done ? done : total - done;
        memcpy(to + done, to, step);
    }
}

Object *byte_every_nth(Object *o, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    uint8_t *to;
    if (n <= 1) return byte_slice(o, start, start + n);
    Object *result = byte_make_room(o, n, &to);
    const uint8_t *from = byte_text(o).data;
    for (ptrdiff_t i = 0; result && i < n; i++) to[i] = from[start + i * step];
    return result;
}

Object *byte_finish(Object *like, ByteWriter *w) {
    Object *b = byte_writer_finish(w);
    if (!b || bytes_check(like)) return b;
    Object *result = bytearray_new(((Bytes *)b)->data, bytes_length(b));
    decref(b);
    return result;
}

Object *byte_concat(Object *a, Object *b) {
    Buffer x, y;
    if (buffer_get(a, &x, BUFFER_SIMPLE) < 0) return NULL;
    Object *result = NULL;
    if (!buffer_try(b, &y)) {
        raise_error(&exc_TypeError, "can't concat %.100T to %.100T", b, a);
    } else {
        ptrdiff_t total;
        uint8_t *to;
        if (__builtin_add_overflow(x.length, y.length, &total))
            raise_memory();
        else if (bytes_check(a) && a->type == &bytes_type && y.length == 0)
            result = newref(a);
        else if (bytes_check(a) && b->type == &bytes_type && x.length == 0)
            result = newref(b);
        else if ((result = byte_make_room(a, total, &to))) {
            memcpy(to, x.data, x.length);
            memcpy(to + x.length, y.data, y.length);
        }
        buffer_release(&y);
    }
    buffer_release(&x);
    return result;
}

/* Case. */

static Object *mapped(Object *o, AsciiMap map) {
    Text t = byte_text(o);
    uint8_t *to;
    if (t.length == 1) {
        uint8_t c;
        map(&c, t.data, 1);
        return byte_make(o, &c, 1);
    }
    Object *result = byte_make_room(o, t.length, &to);
    if (result) map(to, t.data, t.length);
    return result;
}

Object *byte_lower(Object *o, Object **args, ptrdiff_t nargs) {
    return mapped(o, ascii_lower);
}
Object *byte_upper(Object *o, Object **args, ptrdiff_t nargs) {
    return mapped(o, ascii_upper);
}
Object *byte_swapcase(Object *o, Object **args, ptrdiff_t nargs) {
    return mapped(o, ascii_swapcase);
}
Object *byte_title(Object *o, Object **args, ptrdiff_t nargs) {
    return mapped(o, ascii_title);
}
Object *byte_capitalize(Object *o, Object **args, ptrdiff_t nargs) {
    return mapped(o, ascii_capitalize);
}

/* Classes. */

static Object *all_bytes(Object *o, bool (*test)(uint32_t c)) {
    Text t = byte_text(o);
    ptrdiff_t i = 0;
    while (i < t.length && test(text_char(t, i))) i++;
    return new_bool(i == t.length && i > 0);
}

static bool is_alnum(uint32_t c) {
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

Object *byte_isalnum(Object *o, Object **args, ptrdiff_t nargs) {
    return all_bytes(o, is_alnum);
}
Object *byte_isalpha(Object *o, Object **args, ptrdiff_t nargs) {
    return all_bytes(o, ascii_is_alpha);
}
Object *byte_isdigit(Object *o, Object **args, ptrdiff_t nargs) {
    return all_bytes(o, ascii_is_digit);
}
Object *byte_isspace(Object *o, Object **args, ptrdiff_t nargs) {
    return all_bytes(o, ascii_is_space);
}

Object *byte_isascii(Object *o, Object **args, ptrdiff_t nargs) {
    Text t = byte_text(o);
    return new_bool(text_is_ascii(t.data, t.length));
}

Object *byte_islower(Object *o, Object **args, ptrdiff_t nargs) {
    Text t = byte_text(o);
    return new_bool(text_ascii_one_case(t.data, t.length, 'a', 'A'));
}
Object *byte_isupper(Object *o, Object **args, ptrdiff_t nargs) {
    Text t = byte_text(o);
    return new_bool(text_ascii_one_case(t.data, t.length, 'A', 'a'));
}

Object *byte_istitle(Object *o, Object **args, ptrdiff_t nargs) {
    Text t = byte_text(o);
    bool cased = false, inside = false;
    for (ptrdiff_t i = 0; i < t.length; i++) {
        uint32_t c = text_char(t, i);
        if (ascii_is_upper(c) ? inside : ascii_is_lower(c) && !inside) return new_bool(false);
        inside = ascii_is_alpha(c);
        cased = cased || inside;
    }
    return new_bool(cased);
}

/* Padding. */

static Object *padded(Object *o, ptrdiff_t left, ptrdiff_t right, uint8_t fill) {
    Text t = byte_text(o);
    if (left + right <= 0) return byte_slice(o, 0, t.length);
    if (t.length == 0 && left + right == 1) return byte_make(o, &fill, 1);
    if (left + right > PTRDIFF_MAX - t.length) return raise_memory();
    uint8_t *to;
    Object *result = byte_make_room(o, left + t.length + right, &to);
    if (!result) return NULL;
    memset(to, fill, left);
    memcpy(to + left, t.data, t.length);
    memset(to + left + t.length, fill, right);
    return result;
}

/* How many bytes are missing to the width, at least 0; -1: exception */
static ptrdiff_t missing(const char *function, Object *o, Object **args, ptrdiff_t nargs, uint8_t *fill) {
    *fill = ' ';
    ptrdiff_t width = number_as_index(args[0], &exc_OverflowError);
    if (width == -1 && raise_pending()) return -1;
    Object *given = arg_or_null(args, nargs, 1);
    if (given) {
        if (!bytes_check(given) && !bytearray_check(given))
            return raise_int(&exc_TypeError, "%s() argument 2 must be a byte string of length 1, not %.50K", function,
                             given);
        Text t = byte_text(given);
        if (t.length != 1)
            return raise_int(&exc_TypeError,
                             "%s(): argument 2 must be a byte string of length 1, not a %s object of length %zd",
                             function, bytes_check(given) ? "bytes" : "bytearray", t.length);
        *fill = (uint8_t)text_char(t, 0);
    }
    ptrdiff_t length = byte_text(o).length;
    return width > length ? width - length : 0;
}

Object *byte_center(Object *o, Object **args, ptrdiff_t nargs) {
    uint8_t fill;
    ptrdiff_t n = missing("center", o, args, nargs, &fill);
    if (n < 0) return NULL;
    ptrdiff_t left = n / 2 + (n & (n + byte_text(o).length) & 1);
    return padded(o, left, n - left, fill);
}

Object *byte_ljust(Object *o, Object **args, ptrdiff_t nargs) {
    uint8_t fill;
    ptrdiff_t n = missing("ljust", o, args, nargs, &fill);
    return n < 0 ? NULL : padded(o, 0, n, fill);
}

Object *byte_rjust(Object *o, Object **args, ptrdiff_t nargs) {
    uint8_t fill;
    ptrdiff_t n = missing("rjust", o, args, nargs, &fill);
    return n < 0 ? NULL : padded(o, n, 0, fill);
}

Object *byte_zfill(Object *o, Object **args, ptrdiff_t nargs) {
    uint8_t fill;
    ptrdiff_t n = missing("zfill", o, args, nargs, &fill);
    if (n < 0) return NULL;
    Object *result = padded(o, n, 0, '0');
    Text t = byte_text(o);
    if (!result || n == 0 || t.length == 0) return result;
    uint8_t sign = (uint8_t)text_char(t, 0), *to = (uint8_t *)byte_text(result).data;
    if (sign == '+' || sign == '-') {
        to[0] = sign;
        to[n] = '0';
    }
    return result;
}

Object *byte_expandtabs(Object *o, Object **args, ptrdiff_t nargs) {
    int size = 8;
    Object *given = arg_or_null(args, nargs, 0);
    if (given) {
        size = index_as_int(given);
        if (size == -1 && raise_pending()) return NULL;
    }
    Text t = byte_text(o);
    const uint8_t *data = t.data;
    ByteWriter w = byte_writer_new();
    ptrdiff_t column = 0;
    for (ptrdiff_t i = 0; i < t.length; i++) {
        if (data[i] != '\t') {
            column = data[i] == '\n' || data[i] == '\r' ? 0 : column + 1;
            if (byte_writer_byte(&w, data[i]) < 0) return NULL;
            continue;
        }
        ptrdiff_t gap = size > 0 ? size - column % size : 0;
        uint8_t *room = byte_writer_room(&w, gap);
        if (!room) return NULL;
        memset(room, ' ', gap);
        column += gap;
    }
    return byte_finish(o, &w);
}

/* Text. */

Object *byte_decode(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(o, &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result =
        codec_decode_args("decode", b.data, b.length, arg_or_null(args, nargs, 0), arg_or_null(args, nargs, 1));
    buffer_release(&b);
    return result;
}

static const char digits[] = "0123456789abcdef";

/* The character between groups: 0 none, -1 exception. */
static int separator_char(Object *separator) {
    if (!separator) return 0;
    ptrdiff_t n = object_length(separator);
    if (n < 0) return -1;
    if (n != 1) return raise_int(&exc_ValueError, "sep must be length 1.");
    if (!str_check(separator) && !bytes_check(separator)) return raise_int(&exc_TypeError, "sep must be str or bytes.");
    uint32_t c = str_check(separator) ? str_at((Str *)separator, 0) : ((Bytes *)separator)->data[0];
    if (c > 127) return raise_int(&exc_ValueError, "sep must be ASCII.");
    return (int)c;
}

Object *byte_hex_text(Text t, Object *separator, Object *group) {
    int per_group = group ? index_as_int(group) : 1;
    if (per_group == -1 && raise_pending()) return NULL;
    int gap = separator_char(separator);
    if (gap < 0) return NULL;
    if (!separator) per_group = 0;
    if (t.length == 0) return str_empty();
    ptrdiff_t size = per_group < 0 ? -(ptrdiff_t)per_group : per_group;
    ptrdiff_t gaps = size ? (t.length - 1) / size : 0;
    Str *s = str_alloc(t.length * 2 + gaps, 0x7f);
    if (!s) return NULL;
    if (!gaps) {
        for (ptrdiff_t i = 0; i < t.length; i++) {
            uint8_t c = ((const uint8_t *)t.data)[i];
            s->data[2 * i] = (uint8_t)digits[c >> 4];
            s->data[2 * i + 1] = (uint8_t)digits[c & 15];
        }
        return (Object *)s;
    }
    ptrdiff_t first = size && per_group > 0 ? (t.length - 1) % size + 1 : size; /* bytes in the first group */
    uint8_t *to = s->data;
    for (ptrdiff_t i = 0, left = first; i < t.length; i++) {
        if (size && left-- == 0) {
            *to++ = (uint8_t)gap;
            left = size - 1;
        }
        uint32_t c = text_char(t, i);
        *to++ = (uint8_t)digits[c >> 4];
        *to++ = (uint8_t)digits[c & 15];
    }
    return (Object *)s;
}

Object *byte_hex(Object *o, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(o, &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *result =
        byte_hex_text(text_of(b.data, b.length, 1), arg_or_null(args, nargs, 0), arg_or_null(args, nargs, 1));
    buffer_release(&b);
    return result;
}

/* Pairs of digits without anything between: how many characters they are. `to` has room for all. */
static ptrdiff_t plain_pairs(Text t, uint8_t *to) {
    const uint8_t *p = t.data;
    ptrdiff_t i = 0;
    for (; t.kind == 1 && i + 1 < t.length; i += 2) {
        int high = ascii_hex_value(p[i]), low = ascii_hex_value(p[i + 1]);
        if (high < 0 || low < 0) break;
        to[i / 2] = (uint8_t)(high << 4 | low);
    }
    return i;
}

static Object *parse_hex(Text t) {
    ByteWriter w = byte_writer_new();
    uint8_t *room = byte_writer_room(&w, t.length / 2);
    if (!room) return NULL;
    ptrdiff_t i = plain_pairs(t, room);
    w.length = i / 2;
    for (;;) {
        while (i < t.length && ascii_is_space(text_char(t, i))) i++;
        if (i == t.length) return byte_writer_finish(&w);
        int high = ascii_hex_value(text_char(t, i)), low = -1;
        if (high >= 0 && ++i == t.length) {
            byte_writer_drop(&w);
            return raise_error(&exc_ValueError, "fromhex() arg must contain an even number of hexadecimal digits");
        }
        if (high >= 0) low = ascii_hex_value(text_char(t, i));
        if (low < 0) {
            byte_writer_drop(&w);
            return raise_error(&exc_ValueError, "non-hexadecimal number found in fromhex() arg at position %zd", i);
        }
        i++;
        if (byte_writer_byte(&w, (uint8_t)(high << 4 | low)) < 0) return NULL;
    }
}

/* Characters beyond ASCII are found before anything is read. */
static bool ascii_only(Object *string) {
    Text t = str_text(string);
    ptrdiff_t i = 0;
    if (((Str *)string)->ascii) return true;
    while (text_char(t, i) < 0x80) i++;
    return raise_error(&exc_ValueError, "non-hexadecimal number found in fromhex() arg at position %zd", i);
}

Object *byte_fromhex(Type *t, Object *string) {
    Object *bytes;
    if (str_check(string)) {
        bytes = ascii_only(string) ? parse_hex(str_text(string)) : NULL;
    } else {
        Buffer b;
        if (!buffer_check(string))
            return raise_error(&exc_TypeError, "fromhex() argument must be str or bytes-like, not %Q", string);
        if (buffer_get(string, &b, BUFFER_SIMPLE) < 0) return NULL;
        bytes = parse_hex(text_of(b.data, b.length, 1));
        buffer_release(&b);
    }
    if (!bytes || t == &bytes_type) return bytes;
    Object *result = object_call1((Object *)t, bytes);
    decref(bytes);
    return result;
}

/* The escape of a byte that does not stand for itself: its length. */
static int escape_byte(char *out, uint8_t c, char quote, bool all) {
    const char *letter = c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : NULL;
    if (letter) return (int)strlen(strcpy(out, letter));
    if (c != '\\' && c != (uint8_t)quote && !(c == '\'' && all)) return text_hex_escape(out, c);
    out[0] = '\\';
    out[1] = (char)c;
    return 2;
}

Object *byte_quote(Text t, bool all) {
    char quote = text_find_char(t, '\'') >= 0 && text_find_char(t, '"') < 0 ? '"' : '\'';
    const uint8_t *data = t.data;
    StrWriter w = writer_new();
    if (writer_reserve(&w, t.length + 3) < 0 || writer_char(&w, 'b') < 0 || writer_char(&w, (uint8_t)quote) < 0)
        return NULL;
    for (ptrdiff_t i = 0; i < t.length;) {
        ptrdiff_t start = i;
        char escape[12];
        while (i < t.length && data[i] >= 0x20 && data[i] < 0x7f && data[i] != '\\' && data[i] != '\'' &&
               data[i] != '"')
            i++;
        if (i > start && writer_ascii(&w, (const char *)data + start, i - start) < 0) return NULL;
        if (i == t.length) break;
        uint8_t c = data[i++];
        bool plain = (c == '\'' || c == '"') && c != (uint8_t)quote && !(c == '\'' && all);
        int n = plain ? 1 : escape_byte(escape, c, quote, all);
        if (plain) escape[0] = (char)c;
        if (writer_ascii(&w, escape, n) < 0) return NULL;
    }
    if (writer_char(&w, (uint8_t)quote) < 0) return NULL;
    return writer_finish(&w);
}
