/* Writing text. What print() and the interpreter's own messages need is here, too: they go through any object with
 * write() and flush(), and straight into one of our own text files. */
#include <string.h>

#include "interp/io.h"
#include "interp/object/str_impl.h"
#include "interp/text_impl.h"

/* The bytes are copied into the file's buffer, so the writer can be used again; unless somebody wrote meanwhile. */
static int write_direct(TextFile *t, Buffered *b) {
    if (buffered_check_open(b, "write to closed file") < 0) return -1;
    ByteWriter w = t->pending;
    t->pending = byte_writer_new();
    newref(b); /* a raw file in Python may detach it meanwhile */
    int status = buffered_write(b, w.bytes->data, w.length);
    decref(b);
    w.length = 0;
    if (t->pending.bytes)
        byte_writer_drop(&w);
    else
        t->pending = w;
    return status;
}

int text_write_pending(TextFile *t) {
    if (t->pending.length == 0) return 0;
    Buffered *b = text_direct(t);
    if (b) return write_direct(t, b);
    Object *bytes = byte_writer_finish(&t->pending);
    Object *result = bytes ? text_ask(t, names.write, &bytes, 1) : NULL;
    xdecref(bytes);
    xdecref(result);
    return result ? 0 : -1;
}

static int flush_buffer(TextFile *t) {
    Buffered *b = text_direct(t);
    if (b && b->writable) return buffered_check_open(b, "flush of closed file") < 0 ? -1 : buffered_rewind(b);
    Object *result = text_ask(t, names.flush, NULL, 0);
    xdecref(result);
    return result ? 0 : -1;
}

static bool has_char(Object *text, uint32_t c) {
    return text_find_char(str_text(text), c) >= 0;
}

/* Whoever watches what the program prints hears of it now. */
static void tell_written(TextFile *t, const uint8_t *data, ptrdiff_t n) {
    Buffered *b = text_direct(t);
    if (b && file_check_exact(b->raw)) file_tell_written((FileIo *)b->raw, data, n);
}

/* Appends to what is pending. A large piece is not copied behind a small one. */
static int put_pending(TextFile *t, const uint8_t *data, ptrdiff_t n) {
    while (t->pending.length && t->pending.length + n > t->chunk_size) /* a raw file in Python may write more, too */
        if (text_write_pending(t) < 0) return -1;
    if (unlikely(file_written != NULL)) tell_written(t, data, n);
    return byte_writer_put(&t->pending, data, n);
}

/* The text with the file's line ends. A class derived from str may have its own replace(), which may do anything. New
 */
static Object *translate(TextFile *t, Object *text) {
    if (str_check_exact(text) || t->newline <= NEWLINE_LF || !has_char(text, '\n'))
        return newline_write(t->newline, text);
    Object *args[] = {str_from_char('\n'), newline_name(t->newline)};
    Object *result = args[0] && args[1] ? object_call_method(text, names.replace, args, 2) : NULL;
    xdecref(args[0]);
    xdecref(args[1]);
    if (result && !str_check(result))
        raise_error(&exc_TypeError, "replace() should return a str, not '%T'", result);
    else if (result && text_check_open(t) == 0 && !t->writable)
        io_unsupported("not writable");
    if (raise_pending()) clear_ref(&result);
    return result;
}

static int encode_pending(TextFile *t, Object *text) {
    Object *translated = translate(t, text);
    Object *bytes = translated ? text_encode(&t->encoder, translated) : NULL;
    int status = bytes ? put_pending(t, ((Bytes *)bytes)->data, bytes_length(bytes)) : -1;
    xdecref(translated);
    xdecref(bytes);
    return status;
}

int text_write(TextFile *t, Object *text) {
    if (!t->writable) return io_unsupported("not writable"), -1;
    bool plain = t->encoder.ascii && ((Str *)text)->ascii && t->newline <= NEWLINE_LF;
    int status = plain ? put_pending(t, str_data(text), str_length(text)) : encode_pending(t, text);
    if (status < 0) return -1;
    bool flush = t->line_buffering && (has_char(text, '\n') || has_char(text, '\r'));
    if ((flush || t->write_through || t->pending.length >= t->chunk_size) && text_write_pending(t) < 0) return -1;
    if (flush && flush_buffer(t) < 0) return -1;
    if (t->snapshot) text_drop_decoded(t);
    clear_ref(&t->snapshot);
    return t->readable ? text_decoder_reset(&t->decoder) : 0;
}

/* --- what the interpreter uses --- */

int io_write(Object *file, Object *text) {
    if (file->type == &text_io_type && str_check(text)) {
        TextFile *t = self_text(file);
        return text_check_open(t) < 0 ? -1 : text_write(t, text);
    }
    Object *result = object_call_method(file, names.write, &text, 1);
    xdecref(result);
    return result ? 0 : -1;
}

int io_write_char(Object *file, char ascii) {
    Object *text = str_from_char((unsigned char)ascii);
    int status = text ? io_write(file, text) : -1;
    xdecref(text);
    return status;
}

int io_flush(Object *file) {
    if (file->type == &text_io_type) {
        TextFile *t = self_text(file);
        if (text_check_open(t) < 0) return -1;
        t->telling = t->seekable;
        return text_write_pending(t) < 0 ? -1 : flush_buffer(t);
    }
    Object *result = object_call_method(file, names.flush, NULL, 0);
    xdecref(result);
    return result ? 0 : -1;
}
