/* Error handlers: what a codec does with what it cannot encode or decode.
 *
 * The handlers of the language are known by name and run without an exception object. Any other name is looked up among
 * those that codecs.register_error was given: the handler gets a UnicodeEncodeError or UnicodeDecodeError and returns a
 * replacement and the position to go on at. The built-in ones can also be had as functions (codecs.lookup_error).
 */
#include <stdio.h>
#include <strings.h>
#include "interp/object/codec.h"
#include "interp/object/dict.h"
#include "interp/object/exception.h"
#include "interp/object/function.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/unicode.h"
#include "interp/object/unicode_names.h"

static Object *registry; /* dict: name -> handler */

typedef enum Handling {
    STRICT,
    IGNORE,
    REPLACE,
    BACKSLASHREPLACE,
    XMLCHARREFREPLACE,
    NAMEREPLACE,
    SURROGATEESCAPE,
    SURROGATEPASS,
    CUSTOM
} Handling;

static const char *const handler_names[] = {
    "strict",      "ignore",          "replace",      "backslashreplace", "xmlcharrefreplace",
    "namereplace", "surrogateescape", "surrogatepass"};

static Handling handling_of(const char *errors) {
    if (!errors) return STRICT;
    Handling h = STRICT;
    while (h < CUSTOM && strcmp(errors, handler_names[h]) != 0) h++;
    return h;
}

/* The exceptions. */

static Object *unicode_error(Type *t, const char *encoding, Object *object, ptrdiff_t start, ptrdiff_t end,
                             const char *reason) {
    Object *args[5] = {str_from_c(encoding), newref(object), int_from_i64(start), int_from_i64(end),
                       str_from_c(reason)};
    Object *exception = NULL;
    if (args[0] && args[2] && args[3] && args[4]) exception = object_call((Object *)t, args, 5, NULL);
    for (int i = 0; i < 5; i++) xdecref(args[i]);
    return exception;
}

/* The exception of the last call, moved to a new place, or a new one. Borrowed from *kept. */
static Object *renew(Object **kept, Type *t, const char *encoding, Object *object, ptrdiff_t start, ptrdiff_t end,
                     const char *reason) {
    if (!*kept) return *kept = unicode_error(t, encoding, object, start, end, reason);
    UnicodeErrorObject *u = (UnicodeErrorObject *)*kept;
    Object *text = str_from_c(reason);
    if (!text) return NULL;
    set_ref(&u->reason, text);
    u->start = start;
    u->end = end;
    return *kept;
}

/* The handler may have put other bytes into the exception, to go on with. */
static int take_input(Decoder *d, Object *exception) {
    Object *now = ((UnicodeErrorObject *)exception)->object;
    if (now == d->object) return 0;
    if (!now) return raise_int(&exc_TypeError, "UnicodeError 'object' attribute is not set");
    if (!bytes_check(now)) return raise_int(&exc_TypeError, "UnicodeError 'object' attribute must be a bytes");
    set_ref(&d->object, newref(now));
    d->data = ((Bytes *)now)->data;
    d->length = bytes_length(now);
    return 0;
}

/* Calls a registered handler: *replacement is new, the result is the position (or -1). d: when decoding, else NULL */
static ptrdiff_t call_handler(const char *name, Object *exception, Decoder *d, ptrdiff_t length, const char *complaint,
                              Object **replacement) {
    Object *handler = codec_lookup_error(name);
    if (!handler) return -1;
    Object *result = object_call1(handler, exception);
    decref(handler);
    if (!result) return -1;
    ptrdiff_t at = -1;
    if (!tuple_check(result) || tuple_length(result) != 2 ||
        !(str_check(tuple_item(result, 0)) || (!d && bytes_check(tuple_item(result, 0))))) {
        raise_error(&exc_TypeError, "%s", complaint);
    } else {
        ptrdiff_t given = number_as_index(tuple_item(result, 1), &exc_OverflowError);
        if ((given != -1 || !raise_pending()) && (!d || take_input(d, exception) == 0)) {
            if (d) length = d->length;
            at = given < 0 ? given + length : given;
            if (at < 0 || at > length)
                at = raise_int(&exc_IndexError, "position %zd from error handler out of bounds", at);
        }
    }
    *replacement = at < 0 ? NULL : newref(tuple_item(result, 0));
    decref(result);
    return at;
}

/* Decoding. */

static Object *decoder_object(Decoder *d) {
    if (!d->object) d->object = bytes_new(d->data, d->length);
    return d->object;
}

static int decoder_raise(Decoder *d, ptrdiff_t start, ptrdiff_t end, const char *reason) {
    Object *object = decoder_object(d);
    Object *exception =
        object ? renew(&d->exception, &exc_UnicodeDecodeError, d->encoding, object, start, end, reason) : NULL;
    if (exception) raise_object(newref(exception));
    return -1;
}

static int decoder_custom(Decoder *d, ptrdiff_t start, ptrdiff_t end, const char *reason) {
    Object *object = decoder_object(d);
    if (!object) return -1;
    Object *exception = renew(&d->exception, &exc_UnicodeDecodeError, d->encoding, object, start, end, reason);
    Object *replacement;
    if (!exception) return -1;
    d->at =
        call_handler(d->errors, exception, d, 0, "decoding error handler must return (str, int) tuple", &replacement);
    if (d->at < 0) return -1;
    int result = writer_str(&d->out, replacement);
    decref(replacement);
    return result;
}

/* How many bytes a surrogate takes in an encoding of the UTF family, in one of the ways to spell its name; 0: another
 * encoding. */
static int surrogate_size(const char *encoding, bool *big) {
    *big = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;
    if (strncasecmp(encoding, "utf", 3) != 0) return strcmp(encoding, "cp65001") == 0 ? 3 : 0;
    const char *p = encoding + 3;
    if (*p == '-' || *p == '_') p++;
    if (strcmp(p, "8") == 0) return 3;
    int size = strncmp(p, "16", 2) == 0 ? 2 : strncmp(p, "32", 2) == 0 ? 4 : 0;
    if (!size || !p[2]) return size;
    p += 2;
    if (*p == '-' || *p == '_') p++;
    *big = strcasecmp(p, "be") == 0;
    return *big || strcasecmp(p, "le") == 0 ? size : 0;
}

/* An encoded surrogate at p: its character and size; or 0. */
static uint32_t surrogate_at(const char *encoding, const uint8_t *p, ptrdiff_t left, int *size) {
    bool big;
    uint32_t c = 0;
    *size = surrogate_size(encoding, &big);
    if (*size == 0 || left < *size) return 0;
    if (*size == 3) {
        if ((p[0] & 0xf0) == 0xe0 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80)
            c = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
    } else {
        for (int i = 0; i < *size; i++) c = c << 8 | p[big ? i : *size - 1 - i];
    }
    return unicode_is_surrogate(c) ? c : 0;
}

int decoder_error(Decoder *d, ptrdiff_t start, ptrdiff_t end, const char *reason) {
    d->at = end;
    switch (handling_of(d->errors)) {
    case IGNORE: return 0;
    case REPLACE: return writer_char(&d->out, 0xfffd);
    case BACKSLASHREPLACE:
        for (ptrdiff_t i = start; i < end; i++) {
            char escape[12];
            if (writer_ascii(&d->out, escape, text_hex_escape(escape, d->data[i])) < 0) return -1;
        }
        return 0;
    case SURROGATEESCAPE: {
        ptrdiff_t i = start;
        for (; i < end && d->data[i] >= 0x80; i++)
            if (writer_char(&d->out, 0xdc00 + d->data[i]) < 0) return -1;
        if (i == start) return decoder_raise(d, start, end, reason);
        d->at = i;
        return 0;
    }
    case SURROGATEPASS: {
        int size = 0;
        uint32_t c = surrogate_at(d->encoding, d->data + start, d->length - start, &size);
        if (!c) return decoder_raise(d, start, end, reason);
        d->at = start + size;
        return writer_char(&d->out, c);
    }
    case CUSTOM: return decoder_custom(d, start, end, reason);
    case XMLCHARREFREPLACE:
    case NAMEREPLACE: return raise_int(&exc_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    default: return decoder_raise(d, start, end, reason);
    }
}

/* Encoding. */

static int encoder_raise(Encoder *e, ptrdiff_t start, ptrdiff_t end, const char *reason) {
    Object *exception = renew(&e->exception, &exc_UnicodeEncodeError, e->encoding, e->str, start, end, reason);
    if (exception) raise_object(newref(exception));
    return -1;
}

/* The digits of n; returns how many. */
static int write_decimal(char *out, uint32_t n) {
    char digits[10];
    int count = 0;
    do digits[count++] = (char)('0' + n % 10);
    while (n /= 10);
    for (int i = 0; i < count; i++) out[i] = digits[count - 1 - i];
    return count;
}

/* What stands for a character in one of the escaping styles; returns its length. */
static int escape_char(char *out, uint32_t c, Handling style) {
    if (style == XMLCHARREFREPLACE) {
        memcpy(out, "&#", 2);
        int n = 2 + write_decimal(out + 2, c);
        out[n] = ';';
        return n + 1;
    }
    if (style == NAMEREPLACE && unicode_name(c, out + 3) > 0) {
        memcpy(out, "\\N{", 3);
        strcat(out, "}");
        return (int)strlen(out);
    }
    return text_hex_escape(out, c);
}

/* Writes what stands for each character of str[start:end]. The encoding may lack that, too. */
static int put_escapes(Encoder *e, ptrdiff_t start, ptrdiff_t end, Handling style, const char *reason, EncodeChar put) {
    char text[UNICODE_NAME_MAX + 8];
    text[0] = '?';
    int n = 1;
    for (ptrdiff_t i = start; i < end; i++) {
        if (style != REPLACE) n = escape_char(text, str_at((Str *)e->str, i), style);
        if (e->ascii_based && byte_writer_put(&e->out, text, n) < 0) return -1;
        for (int k = 0; k < n && !e->ascii_based; k++) {
            int failed = put(e, (uint8_t)text[k]);
            if (failed) return failed > 0 ? encoder_raise(e, start, end, reason) : -1;
        }
    }
    return 0;
}

/* Writes the replacement through the codec. It may have no characters that the encoding lacks. */
static int put_replacement(Encoder *e, Object *text, ptrdiff_t start, ptrdiff_t end, const char *reason,
                           EncodeChar put) {
    int result = 0;
    for (ptrdiff_t i = 0; result == 0 && i < str_length(text); i++) result = put(e, str_at((Str *)text, i));
    decref(text);
    return result > 0 ? encoder_raise(e, start, end, reason) : result;
}

static int pass_surrogates(Encoder *e, ptrdiff_t start, ptrdiff_t end, const char *reason) {
    bool big;
    int size = surrogate_size(e->encoding, &big);
    if (!size) return encoder_raise(e, start, end, reason);
    for (ptrdiff_t i = start; i < end; i++) {
        uint32_t c = str_at((Str *)e->str, i);
        if (!unicode_is_surrogate(c)) return encoder_raise(e, i, end, reason);
        uint8_t high = (uint8_t)(c >> 8), low = (uint8_t)c;
        uint8_t three[3] = {(uint8_t)(0xe0 | c >> 12), 0x80 | (c >> 6 & 63), 0x80 | (c & 63)};
        uint8_t little[4] = {low, high}, other[4] = {0, 0, high, low};
        const uint8_t *bytes = size == 3 ? three : !big ? little : other + 4 - size;
        if (byte_writer_put(&e->out, bytes, size) < 0) return -1;
    }
    return 0;
}

static int encoder_custom(Encoder *e, ptrdiff_t start, ptrdiff_t end, const char *reason, EncodeChar put) {
    Object *exception = renew(&e->exception, &exc_UnicodeEncodeError, e->encoding, e->str, start, end, reason);
    Object *replacement;
    if (!exception) return -1;
    e->at = call_handler(e->errors, exception, NULL, str_length(e->str),
                         "encoding error handler must return (str/bytes, int) tuple", &replacement);
    if (e->at < 0) return -1;
    if (str_check(replacement)) return put_replacement(e, replacement, start, end, reason, put);
    bool big;
    int unit = surrogate_size(e->encoding, &big);
    bool broken = (unit == 2 || unit == 4) && bytes_length(replacement) % unit != 0;
    int result = broken ? encoder_raise(e, start, end, reason)
                        : byte_writer_put(&e->out, ((Bytes *)replacement)->data, bytes_length(replacement));
    decref(replacement);
    return result;
}

static Handling encoder_handling(Encoder *e) {
    if (!e->handling) e->handling = 1 + (int)handling_of(e->errors);
    return (Handling)(e->handling - 1);
}

int encoder_stand_in(Encoder *e) {
    Handling handling = encoder_handling(e);
    return handling == REPLACE ? '?' : handling == IGNORE ? 0 : -1;
}

int encoder_error(Encoder *e, ptrdiff_t start, ptrdiff_t end, const char *reason, EncodeChar put) {
    e->at = end;
    Handling handling = encoder_handling(e);
    switch (handling) {
    case IGNORE: return 0;
    case REPLACE:
    case BACKSLASHREPLACE:
    case XMLCHARREFREPLACE:
    case NAMEREPLACE: return put_escapes(e, start, end, handling, reason, put);
    case SURROGATEESCAPE:
        for (ptrdiff_t i = start; i < end; i++) {
            uint32_t c = str_at((Str *)e->str, i);
            if (c < 0xdc80 || c > 0xdcff) return encoder_raise(e, i, end, reason);
            bool big; /* a single byte is no character where all take two or four */
            int unit = surrogate_size(e->encoding, &big);
            if (unit == 2 || unit == 4) return encoder_raise(e, i, end, reason);
            if (byte_writer_byte(&e->out, (uint8_t)c) < 0) return -1;
        }
        return 0;
    case SURROGATEPASS: return pass_surrogates(e, start, end, reason);
    case CUSTOM: return encoder_custom(e, start, end, reason, put);
    default: return encoder_raise(e, start, end, reason);
    }
}

/* The built-in handlers as functions of an exception, for lookup_error. */

static Object *escapes(Object *str, ptrdiff_t start, ptrdiff_t end, Handling style) {
    StrWriter w = writer_new();
    for (ptrdiff_t i = start; i < end; i++) {
        char text[UNICODE_NAME_MAX + 8];
        if (writer_ascii(&w, text, escape_char(text, str_at((Str *)str, i), style)) < 0) return NULL;
    }
    return writer_finish(&w);
}

static Object *repeated(uint32_t c, ptrdiff_t n) {
    StrWriter w = writer_new();
    return writer_fill(&w, c, n) < 0 ? NULL : writer_finish(&w);
}

typedef struct Failure { /* what a handler reads of its exception, checked */
    Object *object;
    ptrdiff_t start, end;
    bool encoding, decoding;
    const char *name, *reason; /* of the encoding; ASCII, or else empty */
} Failure;

static void *wrong_type(Object *exception) {
    return raise_error(&exc_TypeError, "don't know how to handle %Q in error callback", exception);
}

static const char *ascii_or_empty(Object *o) {
    return o && str_check(o) && ((Str *)o)->ascii ? (const char *)str_data(o) : "";
}

static bool read_failure(Object *exception, Failure *f) {
    f->encoding = is_instance(exception, &exc_UnicodeEncodeError);
    f->decoding = is_instance(exception, &exc_UnicodeDecodeError);
    if (!f->encoding && !f->decoding && !is_instance(exception, &exc_UnicodeTranslateError))
        return wrong_type(exception);
    UnicodeErrorObject *u = (UnicodeErrorObject *)exception;
    f->object = u->object;
    if (!f->object || !(f->decoding ? bytes_check(f->object) : str_check(f->object)))
        return raise_error(&exc_TypeError,
                           f->decoding ? "object attribute must be bytes" : "object attribute must be unicode");
    ptrdiff_t n = f->decoding ? bytes_length(f->object) : str_length(f->object);
    f->start = u->start < 0 ? 0 : u->start > n ? n : u->start;
    f->end = u->end < f->start ? f->start : u->end > n ? n : u->end;
    f->name = ascii_or_empty(u->encoding);
    f->reason = ascii_or_empty(u->reason);
    return true;
}

static Object *answer(Object *replacement, ptrdiff_t at) {
    if (!replacement) return NULL;
    Object *items[2] = {replacement, int_from_i64(at)};
    if (items[1]) return tuple_from_steal(items, 2);
    decref(replacement);
    return NULL;
}

static Object *raise_again(Object *exception) {
    return raise_object(newref(exception));
}

static Object *handle_strict(Object *self, Object **args, ptrdiff_t nargs) {
    if (exception_check(args[0])) return raise_again(args[0]);
    return raise_error(&exc_TypeError, "codec must pass exception instance");
}

static Object *handle_ignore(Object *self, Object **args, ptrdiff_t nargs) {
    Failure f;
    return read_failure(args[0], &f) ? answer(str_empty(), f.end) : NULL;
}

static Object *handle_replace(Object *self, Object **args, ptrdiff_t nargs) {
    Failure f;
    if (!read_failure(args[0], &f)) return NULL;
    return answer(repeated(f.encoding ? '?' : 0xfffd, f.decoding ? 1 : f.end - f.start), f.end);
}

static Object *handle_xmlcharref(Object *self, Object **args, ptrdiff_t nargs) {
    Failure f;
    if (!is_instance(args[0], &exc_UnicodeEncodeError)) return wrong_type(args[0]);
    return read_failure(args[0], &f) ? answer(escapes(f.object, f.start, f.end, XMLCHARREFREPLACE), f.end) : NULL;
}

static Object *handle_name(Object *self, Object **args, ptrdiff_t nargs) {
    Failure f;
    if (!is_instance(args[0], &exc_UnicodeEncodeError)) return wrong_type(args[0]);
    return read_failure(args[0], &f) ? answer(escapes(f.object, f.start, f.end, NAMEREPLACE), f.end) : NULL;
}

static Object *handle_backslash(Object *self, Object **args, ptrdiff_t nargs) {
    Failure f;
    if (!read_failure(args[0], &f)) return NULL;
    if (!f.decoding) return answer(escapes(f.object, f.start, f.end, BACKSLASHREPLACE), f.end);
    StrWriter w = writer_new();
    for (ptrdiff_t i = f.start; i < f.end; i++) {
        char escape[12];
        if (writer_ascii(&w, escape, text_hex_escape(escape, ((Bytes *)f.object)->data[i])) < 0) return NULL;
    }
    return answer(writer_finish(&w), f.end);
}

/* The two kinds of surrogates go through a codec's error path, with nothing but the piece at hand. */
static Object *handle_with_codec(Object *exception, const char *errors) {
    Failure f;
    if (!is_instance(exception, &exc_UnicodeEncodeError) && !is_instance(exception, &exc_UnicodeDecodeError))
        return wrong_type(exception);
    if (!read_failure(exception, &f)) return NULL;
    if (f.encoding) {
        Encoder e = {.encoding = f.name,
                     .errors = errors,
                     .str = f.object,
                     .out = byte_writer_new(),
                     .exception = newref(exception)};
        int failed = encoder_error(&e, f.start, f.end, f.reason, NULL);
        decref(e.exception);
        if (failed < 0) byte_writer_drop(&e.out);
        return failed < 0 ? NULL : answer(byte_writer_finish(&e.out), f.end);
    }
    Bytes *b = (Bytes *)f.object;
    Decoder d = {.encoding = f.name,
                 .errors = errors,
                 .data = b->data,
                 .length = b->length,
                 .out = writer_new(),
                 .exception = newref(exception),
                 .object = newref(b)};
    int failed = decoder_error(&d, f.start, f.end, f.reason);
    decref(d.exception);
    decref(d.object);
    if (failed < 0) writer_drop(&d.out);
    return failed < 0 ? NULL : answer(writer_finish(&d.out), d.at);
}

static Object *handle_surrogateescape(Object *self, Object **args, ptrdiff_t nargs) {
    return handle_with_codec(args[0], "surrogateescape");
}

static Object *handle_surrogatepass(Object *self, Object **args, ptrdiff_t nargs) {
    return handle_with_codec(args[0], "surrogatepass");
}

static const Method handlers[] = {
    {"strict_errors", handle_strict, 1, 1, "strict_errors(exception, /)\n--\n\nRaises the exception."},
    {"ignore_errors", handle_ignore, 1, 1, "ignore_errors(exception, /)\n--\n\nLeaves the invalid part out."},
    {"replace_errors", handle_replace, 1, 1, "replace_errors(exception, /)\n--\n\nWrites '?' or U+FFFD instead."},
    {"backslashreplace_errors", handle_backslash, 1, 1,
     "backslashreplace_errors(exception, /)\n--\n\nWrites escapes instead."},
    {"xmlcharrefreplace_errors", handle_xmlcharref, 1, 1,
     "xmlcharrefreplace_errors(exception, /)\n--\n\nWrites &#...; instead."},
    {"namereplace_errors", handle_name, 1, 1, "namereplace_errors(exception, /)\n--\n\nWrites \\N{...} instead."},
    {"surrogateescape", handle_surrogateescape, 1, 1,
     "surrogateescape(exception, /)\n--\n\nHides bytes in surrogates, and brings them back."},
    {"surrogatepass", handle_surrogatepass, 1, 1, "surrogatepass(exception, /)\n--\n\nLets surrogates through."},
};

/* The registry. */

int codec_register_error(Object *name, Object *handler) {
    if (!registry && !(registry = dict_new())) return -1;
    return dict_set(registry, name, handler);
}

int codec_unregister_error(Object *name) {
    for (Handling h = STRICT; h < CUSTOM; h++)
        if (str_equal_c(name, handler_names[h]))
            return raise_int(&exc_ValueError, "cannot un-register built-in error handler '%S'", name);
    return registry ? dict_del_opt(registry, name) : 0;
}

Object *codec_lookup_error(const char *name) {
    if (!registry && !(registry = dict_new())) return NULL;
    Object *found = dict_get_c(registry, name);
    if (found) return newref(found);
    Handling h = handling_of(name);
    if (h == CUSTOM) return raise_error(&exc_LookupError, "unknown error handler name '%.400s'", name);
    Object *handler = native_new(&handlers[h], NULL, NULL);
    if (handler && dict_set_c(registry, name, handler) < 0) clear_ref(&handler);
    return handler;
}

void codec_errors_shutdown(void) {
    clear_ref(&registry);
}
