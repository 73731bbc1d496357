/* The codecs of text files: see text_codec.h. */
#include "interp/text_codec.h"

#include <string.h>

#include "interp/io_base.h"

/* As C text: it ends at a null character. */
static char *heap_text(Object *s) {
    char *own;
    size_t n;
    const char *utf8 = str_utf8(s, &n, &own);
    if (!utf8) return NULL;
    char *copy = own ? own : heap_alloc(n + 1);
    if (!copy) return raise_memory();
    if (!own) memcpy(copy, utf8, n + 1);
    return copy;
}

/* The CodecInfo of a text encoding. */
static Object *codec_info(const char *encoding) {
    Object *info = codec_lookup(encoding);
    Object *is_text = info ? object_getattr_c(info, "_is_text_encoding") : NULL;
    if (info && !is_text) raise_clear();
    if (is_text == FALSE) {
        raise_error(&exc_LookupError, "'%s' is not a text encoding", encoding);
        clear_ref(&info);
    }
    xdecref(is_text);
    return info;
}

/* info.which(errors) of that encoding */
static Object *incremental(const char *encoding, const char *errors, const char *which) {
    Object *info = codec_info(encoding), *how = info ? str_from_c(errors) : NULL;
    Object *made = how ? io_call(info, which, how) : NULL;
    xdecref(how);
    xdecref(info);
    return made;
}

/* --- decoding --- */

int text_decoder_init(TextDecoder *d, Object *encoding, Object *errors, Newline newline) {
    *d = (TextDecoder){.encoding = heap_text(encoding), .translates = newline <= NEWLINE_KEEP};
    d->newlines.translate = newline == NEWLINE_UNIVERSAL;
    if (d->encoding && (d->errors = heap_text(errors))) {
        if (codec_is_stateless(d->encoding)) return 0;
        if ((d->python = incremental(d->encoding, d->errors, "incrementaldecoder"))) return 0;
    }
    text_decoder_free(d);
    return -1;
}

static Object *decode_by_call(TextDecoder *d, const uint8_t *data, ptrdiff_t n, bool final) {
    Object *args[] = {bytes_new(n ? data : (const uint8_t *)"", n), final ? TRUE : FALSE};
    Object *text = args[0] ? object_call_method(d->python, names.decode, args, 2) : NULL;
    xdecref(args[0]);
    if (text && !str_check(text)) {
        raise_error(&exc_TypeError, "decoder should return a string result, not '%T'", text);
        clear_ref(&text);
    }
    return text;
}

static Object *decode_native(TextDecoder *d, const uint8_t *data, ptrdiff_t n, bool final) {
    if (final) return codec_decode(data, n, d->encoding, d->errors);
    ptrdiff_t used;
    Object *text = codec_decode_part(data, n, d->encoding, d->errors, &used);
    Object *rest = text && used < n ? bytes_new(data + used, n - used) : NULL;
    if (rest)
        set_ref(&d->waiting, rest);
    else if (text && used < n)
        clear_ref(&text);
    return text;
}

/* The bytes that waited, and the new ones behind them. */
static Object *decode_waiting(TextDecoder *d, const uint8_t *data, ptrdiff_t n, bool final) {
    ByteWriter w = byte_writer_new();
    if (byte_writer_put(&w, ((Bytes *)d->waiting)->data, bytes_length(d->waiting)) < 0 ||
        byte_writer_put(&w, data, n) < 0)
        return NULL;
    Object *both = byte_writer_finish(&w);
    if (!both) return NULL;
    Object *before = d->waiting;
    d->waiting = NULL;
    Object *text = decode_native(d, ((Bytes *)both)->data, bytes_length(both), final);
    if (text)
        decref(before);
    else
        set_ref(&d->waiting, before);
    decref(both);
    return text;
}

Object *text_decode(TextDecoder *d, const uint8_t *data, ptrdiff_t n, bool final) {
    if (d->busy) return raise_error(&exc_RuntimeError, "reentrant call inside a decoder");
    d->busy = true;
    Object *text = d->python    ? decode_by_call(d, data, n, final)
                   : d->waiting ? decode_waiting(d, data, n, final)
                                : decode_native(d, data, n, final);
    d->busy = false;
    if (!text || !d->translates) return text;
    Object *translated = newline_translate(&d->newlines, text, final);
    decref(text);
    return translated;
}

int text_decoder_reset(TextDecoder *d) {
    d->newlines.seen = 0;
    d->newlines.pending_cr = false;
    clear_ref(&d->waiting);
    Object *result = d->python ? io_call(d->python, "reset", NULL) : NULL;
    xdecref(result);
    return d->python && !result ? -1 : 0;
}

/* What getstate() of a decoder gave: (bytes, int). */
static int take_state(Object *state, DecoderState *s) {
    if (!tuple_check(state) || tuple_length(state) != 2) return raise_int(&exc_TypeError, "illegal decoder state");
    Object *waiting = tuple_item(state, 0);
    if (!bytes_check(waiting))
        return raise_int(&exc_TypeError, "illegal decoder state: the first item should be a bytes object, not '%T'",
                         waiting);
    if (!int_check(tuple_item(state, 1))) return raise_int(&exc_TypeError, "illegal decoder state");
    s->flags = int_as_i64(tuple_item(state, 1));
    if (raise_pending()) return -1;
    s->waiting = newref(waiting);
    return 0;
}

int text_decoder_state(TextDecoder *d, DecoderState *s) {
    *s = (DecoderState){.flags = 0};
    if (d->python) {
        Object *state = io_call(d->python, "getstate", NULL);
        int status = state ? take_state(state, s) : -1;
        xdecref(state);
        if (status < 0) return -1;
    } else {
        s->waiting = d->waiting ? newref(d->waiting) : bytes_new("", 0);
        if (!s->waiting) return -1;
    }
    if (d->translates) s->flags = (int64_t)((uint64_t)s->flags << 1 | d->newlines.pending_cr);
    return 0;
}

int text_decoder_restore(TextDecoder *d, const DecoderState *s) {
    int64_t flags = s->flags;
    if (d->translates) {
        d->newlines.pending_cr = flags & 1;
        flags >>= 1;
    }
    if (!d->python) {
        set_ref(&d->waiting, bytes_length(s->waiting) ? newref(s->waiting) : NULL);
        return 0;
    }
    Object *number = int_from_i64(flags), *state = number ? tuple_pack(2, s->waiting, number) : NULL;
    Object *result = state ? io_call(d->python, "setstate", state) : NULL;
    xdecref(number);
    xdecref(state);
    xdecref(result);
    return result ? 0 : -1;
}

void text_decoder_free(TextDecoder *d) {
    heap_free(d->encoding);
    heap_free(d->errors);
    d->encoding = d->errors = NULL;
    clear_ref(&d->python);
    clear_ref(&d->waiting);
}

int text_decoder_traverse(const TextDecoder *d, Visit visit, void *arg) {
    return visit_ref(d->python, visit, arg);
}

/* --- encoding --- */

int text_encoder_init(TextEncoder *e, Object *encoding, Object *errors) {
    *e = (TextEncoder){.encoding = heap_text(encoding)};
    if (!e->encoding || !(e->errors = heap_text(errors))) goto failed;
    if (!codec_is_stateless(e->encoding)) {
        if (!(e->python = incremental(e->encoding, e->errors, "incrementalencoder"))) goto failed;
        return 0;
    }
    Object *letter = str_from_char('a'), *bytes = letter ? codec_encode(letter, e->encoding, NULL) : NULL;
    e->ascii = bytes && bytes_length(bytes) == 1 && ((Bytes *)bytes)->data[0] == 'a';
    xdecref(letter);
    xdecref(bytes);
    if (bytes) return 0;
failed:
    text_encoder_free(e);
    return -1;
}

Object *text_encode(TextEncoder *e, Object *text) {
    if (e->busy) return raise_error(&exc_RuntimeError, "reentrant call inside an encoder");
    e->busy = true;
    Object *bytes =
        e->python ? object_call_method(e->python, names.encode, &text, 1) : codec_encode(text, e->encoding, e->errors);
    e->busy = false;
    if (bytes && !bytes_check(bytes)) {
        raise_error(&exc_TypeError, "encoder should return a bytes object, not '%T'", bytes);
        clear_ref(&bytes);
    }
    return bytes;
}

int text_encoder_restart(TextEncoder *e, bool at_start) {
    if (!e->python) return 0;
    Object *zero = int_from_i64(0);
    Object *result = at_start ? io_call(e->python, "reset", NULL) : io_call(e->python, "setstate", zero);
    decref(zero);
    xdecref(result);
    return result ? 0 : -1;
}

void text_encoder_free(TextEncoder *e) {
    heap_free(e->encoding);
    heap_free(e->errors);
    e->encoding = e->errors = NULL;
    clear_ref(&e->python);
}
