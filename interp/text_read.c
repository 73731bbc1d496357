/* Reading text: chunks, characters and lines. */
#include <string.h>

#include "interp/object/str_impl.h"
#include "interp/text_impl.h"

void text_drop_decoded(TextFile *t) {
    clear_ref(&t->text);
    t->at = 0;
}

static ptrdiff_t ahead(const TextFile *t) {
    return t->text ? str_length(t->text) - t->at : 0;
}

static int check_readable(TextFile *t) {
    return t->readable ? 0 : (io_unsupported("not readable"), -1);
}

/* --- chunks --- */

/* What the bytes decode to becomes the text; before: the decoder's state until now, when snapshots are kept. */
static int decode_chunk(TextFile *t, const uint8_t *data, ptrdiff_t n, bool end, const DecoderState *before) {
    Object *text = text_decode(&t->decoder, data, n, end);
    if (!text) return -1;
    set_ref(&t->text, text);
    t->at = 0;
    t->bytes_per_char = str_length(text) ? (double)n / str_length(text) : 0;
    if (!before) return 0;
    ByteWriter w = byte_writer_new();
    if (byte_writer_put(&w, ((Bytes *)before->waiting)->data, bytes_length(before->waiting)) < 0 ||
        byte_writer_put(&w, data, n) < 0)
        return -1;
    Object *snapshot = byte_writer_finish(&w);
    if (!snapshot) return -1;
    set_ref(&t->snapshot, snapshot);
    t->snapshot_flags = before->flags;
    return 0;
}

/* From a Buffered: what is there already, or what one read of the raw file brings. 1; 0: the end; -1 */
static int read_direct(TextFile *t, Buffered *b, ptrdiff_t size, const DecoderState *before) {
    if (buffered_check_open(b, "read of closed file") < 0 || buffered_begin_read(b) < 0) return -1;
    if (buffered_ahead(b) == 0 && buffered_fill(b) == -1) return -1;
    ptrdiff_t n = buffered_ahead(b) < size ? buffered_ahead(b) : size;
    if (decode_chunk(t, b->buffer + b->start, n, n == 0, before) < 0) return -1;
    b->start += n;
    return n > 0 || str_length(t->text) > 0;
}

static int read_by_call(TextFile *t, ptrdiff_t size, const DecoderState *before) {
    Object *n = int_from_i64(size);
    Object *chunk = n ? text_ask(t, t->has_read1 ? names.read1 : names.read, &n, 1) : NULL;
    xdecref(n);
    if (!chunk) return -1;
    Buffer b;
    if (!buffer_check(chunk) || buffer_get(chunk, &b, BUFFER_SIMPLE) < 0) {
        raise_clear();
        raise_error(&exc_TypeError, "underlying %s() should have returned a bytes-like object, not '%T'",
                    t->has_read1 ? "read1" : "read", chunk);
        decref(chunk);
        return -1;
    }
    ptrdiff_t got = b.length;
    int status = decode_chunk(t, b.data, got, got == 0, before);
    buffer_release(&b);
    decref(chunk);
    return status < 0 ? -1 : got > 0 || str_length(t->text) > 0;
}

/* The next chunk into `text`, all of which is taken. hint: so many characters are wanted. 1; 0 at the end; -1 */
static int read_chunk(TextFile *t, ptrdiff_t hint) {
    if (check_readable(t) < 0) return -1;
    DecoderState before = {.waiting = NULL};
    if (t->telling && text_decoder_state(&t->decoder, &before) < 0) return -1;
    ptrdiff_t size = hint > 0 ? (ptrdiff_t)((t->bytes_per_char > 1 ? t->bytes_per_char : 1) * hint) : 0;
    if (size < t->chunk_size) size = t->chunk_size;
    Buffered *b = text_direct(t);
    if (b && !(b->raw && file_check_exact(b->raw)))
        b = NULL; /* its reads can be seen: they are as large as asked for */
    int more =
        b ? read_direct(t, b, size, t->telling ? &before : NULL) : read_by_call(t, size, t->telling ? &before : NULL);
    xdecref(before.waiting);
    return more;
}

/* --- characters --- */

static Object *read_all(TextFile *t) {
    Object *head = t->text ? str_substring(t->text, t->at, str_length(t->text)) : str_empty();
    Object *data = head ? text_ask(t, names.read, NULL, 0) : NULL, *text = NULL;
    Buffer b;
    if (data && !bytes_check(data) && !buffer_check(data))
        raise_error(&exc_TypeError, "underlying read() should have returned a bytes-like object, not '%T'", data);
    else if (data && buffer_get(data, &b, BUFFER_SIMPLE) == 0) {
        text = text_decode(&t->decoder, b.data, b.length, true);
        buffer_release(&b);
    }
    if (text) {
        text_drop_decoded(t);
        clear_ref(&t->snapshot);
    }
    if (text && str_length(head)) set_ref(&text, str_concat(head, text));
    xdecref(data);
    xdecref(head);
    return text;
}

Object *text_read(TextFile *t, ptrdiff_t n) {
    if (check_readable(t) < 0 || text_write_pending(t) < 0) return NULL;
    if (n < 0) return read_all(t);
    StrWriter w = writer_new();
    for (;;) {
        ptrdiff_t take = ahead(t) < n ? ahead(t) : n;
        if (take == n && w.length == 0) {
            Object *piece = t->text ? str_substring(t->text, t->at, t->at + take) : str_empty();
            if (piece) t->at += take;
            return piece;
        }
        if (take && writer_substring(&w, t->text, t->at, t->at + take) < 0) return NULL;
        t->at += take;
        n -= take;
        int more = n ? read_chunk(t, n) : 0;
        if (more == 0) return writer_finish(&w);
        if (more < 0) {
            writer_drop(&w);
            return NULL;
        }
    }
}

/* --- lines --- */

Object *text_readline(TextFile *t, ptrdiff_t limit) {
    if (check_readable(t) < 0 || text_write_pending(t) < 0) return NULL;
    Newline newline = t->newline == NEWLINE_UNIVERSAL ? NEWLINE_LF : t->newline; /* they are translated already */
    StrWriter w = writer_new();
    bool half = false; /* what was taken so far ends in the \r of a \r\n that two chunks may share */
    while (limit < 0 || w.length < limit) {
        if (!ahead(t)) {
            int more = read_chunk(t, 0);
            if (more > 0) continue;
            if (more < 0) {
                writer_drop(&w);
                return NULL;
            }
            text_drop_decoded(t);
            clear_ref(&t->snapshot);
            break;
        }
        Text all = str_text(t->text);
        ptrdiff_t end = half && text_char(all, t->at) == '\n' ? t->at + 1 : newline_find(newline, all, t->at);
        bool last = end >= 0;
        if (!last) end = all.length;
        if (limit >= 0 && end - t->at >= limit - w.length) last = true, end = t->at + limit - w.length;
        half = newline == NEWLINE_CRLF && text_char(all, end - 1) == '\r';
        ptrdiff_t start = t->at;
        t->at = end;
        if (last && w.length == 0) return str_substring(t->text, start, end);
        if (writer_substring(&w, t->text, start, end) < 0) return NULL;
        if (last) break;
    }
    return writer_finish(&w);
}
