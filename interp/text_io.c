/* TextIOWrapper: text over a binary file.
 *
 * Reading decodes a chunk of bytes at a time; what the program has not taken yet is `text` from `at` on:
 *
 *      file:  ... | bytes that `text` was decoded from | bytes read ahead in the buffer, perhaps half a character | ...
 *      text:        taken ... ^at    not taken ...
 *
 * The text keeps the file's line ends; they are translated when a piece of it is handed out (newline=None). The
 * position that tell() gives is that of the chunk plus the bytes that the taken characters were: exact for every codec
 * without state.
 *
 * Writing encodes at once, ASCII straight into the file's buffer. A file that is not one of our BinaryFiles is read and
 * written through its methods.
 */
#include "interp/text_io.h"

#include <string.h>
#include <unistd.h>

#include "interp/file_io.h"
#include "interp/io.h"

enum { CHUNK = 8192 };

typedef enum Newline {
    NEWLINE_UNIVERSAL,
    NEWLINE_KEEP,
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF
} Newline; /* None '' \n \r \r\n */

typedef struct TextFile {
    Object base;
    Dict *dict;
    Object *weaklist;
    Object *buffer;                   /* the binary file; NULL once detached */
    Object *encoding, *errors, *mode; /* strs; mode NULL: not given */
    Newline newline;
    bool line_buffering, write_through, telling, at_end, ascii_compatible;
    Object *text;                      /* decoded, or NULL */
    ptrdiff_t at;                      /* first character not taken */
    int64_t chunk_start;               /* position of the file at which text begins; -1: unknown */
    char *encoding_utf8, *errors_utf8; /* heap blocks, for the codecs */
} TextFile;

static TextFile *self_text(Object *o) {
    return (TextFile *)o;
}
static BinaryFile *direct(const TextFile *t) {
    return t->buffer && file_check(t->buffer) ? (BinaryFile *)t->buffer : NULL;
}

static int check_attached(TextFile *t) {
    if (t->buffer) return 0;
    return raise_int(&exc_ValueError, "underlying buffer has been detached");
}

static int is_closed(TextFile *t) {
    BinaryFile *f = direct(t);
    if (f) return f->fd < 0;
    Object *closed = object_getattr_c(t->buffer, "closed");
    int truth = closed ? object_truth(closed) : -1;
    xdecref(closed);
    return truth;
}

static int check_open(TextFile *t) {
    if (check_attached(t) < 0) return -1;
    int closed = is_closed(t);
    return closed > 0 ? raise_int(&exc_ValueError, "I/O operation on closed file.") : closed;
}

/* --- reading --- */

static Object *call_buffer(TextFile *t, const char *method, Object *arg) {
    Str *name = str_intern_c(method);
    Object *result = name ? object_call_method(t->buffer, name, &arg, arg != NULL) : NULL;
    xdecref(name);
    return result;
}

/* Sets `text` to what bytes decode to; how many were used. -1 */
static ptrdiff_t decode(TextFile *t, const uint8_t *data, ptrdiff_t n, bool final) {
    ptrdiff_t used = n;
    Object *text = final ? codec_decode(data, n, t->encoding_utf8, t->errors_utf8)
                         : codec_decode_part(data, n, t->encoding_utf8, t->errors_utf8, &used);
    if (!text) return -1;
    if (!str_check(text)) {
        raise_error(&exc_TypeError, "decoder should return a string result, not '%T'", text);
        decref(text);
        return -1;
    }
    set_ref(&t->text, text);
    t->at = 0;
    return used;
}

/* All that is left, for files of other kinds and codecs that know no chunks. */
static int fill_all(TextFile *t) {
    if (t->at_end) return 0;
    Object *data = call_buffer(t, "read", NULL);
    Buffer b;
    if (!data || buffer_get(data, &b, BUFFER_SIMPLE) < 0) {
        xdecref(data);
        return -1;
    }
    ptrdiff_t used = decode(t, b.data, b.length, true);
    buffer_release(&b);
    decref(data);
    t->at_end = true;
    t->chunk_start = -1;
    return used < 0 ? -1 : str_length(t->text) > 0;
}

/* The next chunk into `text`, when all of it is taken. 1; 0 at the end; -1 */
static int fill_next(TextFile *t) {
    BinaryFile *f = direct(t);
    if (!f || !codec_is_native(t->encoding_utf8)) return fill_all(t);
    if (file_need_readable(f) < 0) return -1;
    for (ptrdiff_t wanted = 1;;) {
        ptrdiff_t there = file_fill(f, wanted);
        if (there < 0) return -1;
        if (there == 0) {
            clear_ref(&t->text);
            t->at = 0;
            return 0;
        }
        bool end = there < wanted;
        ptrdiff_t take = there < CHUNK || wanted > CHUNK ? there : CHUNK;
        t->chunk_start = t->telling ? file_tell(f) : -1;
        if (t->telling && t->chunk_start < 0) {
            raise_clear(); /* a pipe or terminal has no positions */
            t->telling = false;
        }
        ptrdiff_t used = decode(t, f->buffer + f->start, take, end);
        if (used < 0) return -1;
        f->start += used;
        if (str_length(t->text) > 0) return 1;
        wanted = take + 1; /* half a character: one byte more, or none because the file ends */
    }
}

/* Characters [from, to) of the text, with line ends as the program wants them. */
static Object *hand_out(TextFile *t, Object *text, ptrdiff_t from, ptrdiff_t to) {
    const Str *s = (const Str *)text;
    if (t->newline != NEWLINE_UNIVERSAL || !(s->kind == 1 ? memchr(s->data + from, '\r', to - from) != NULL : true))
        return str_substring(text, from, to);
    StrWriter w = writer_new();
    ptrdiff_t start = from;
    for (ptrdiff_t i = from; i < to; i++) {
        if (str_at(s, i) != '\r') continue;
        if (writer_substring(&w, text, start, i) < 0) return NULL;
        if (!(i + 1 < to && str_at(s, i + 1) == '\n') && writer_char(&w, '\n') < 0) return NULL;
        start = i + 1;
    }
    return writer_substring(&w, text, start, to) < 0 ? NULL : writer_finish(&w);
}

/* The end of the line that begins at `from`: the index behind its line end. -1: the text has no line end. A \r as the
 * very last character may be half of \r\n: that counts as none. */
static ptrdiff_t line_end(const TextFile *t, const Str *s, ptrdiff_t from) {
    if (s->kind == 1 && t->newline != NEWLINE_CR && t->newline != NEWLINE_CRLF) {
        const uint8_t *p = s->data + from, *lf = memchr(p, '\n', s->length - from);
        bool both = t->newline == NEWLINE_UNIVERSAL || t->newline == NEWLINE_KEEP;
        const uint8_t *cr = both ? memchr(p, '\r', (lf ? lf - p : s->length - from)) : NULL;
        if (!cr) return lf ? lf + 1 - s->data : -1;
        ptrdiff_t i = cr - s->data;
        if (i + 1 >= s->length) return -1;
        return cr[1] == '\n' ? i + 2 : i + 1;
    }
    for (ptrdiff_t i = from; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\n' && t->newline != NEWLINE_CR && t->newline != NEWLINE_CRLF) return i + 1;
        if (c != '\r' || t->newline == NEWLINE_LF) continue;
        if (t->newline == NEWLINE_CR) return i + 1;
        if (i + 1 >= s->length) return -1;
        if (str_at(s, i + 1) == '\n') return i + 2;
        if (t->newline != NEWLINE_CRLF) return i + 1;
    }
    return -1;
}

/* Puts the rest of the text and the next chunk together. 1; 0: there is no next one; -1 */
static int extend_text(TextFile *t) {
    Object *rest = str_substring(t->text, t->at, str_length(t->text));
    int64_t start = t->chunk_start;
    ptrdiff_t taken = t->at;
    Object *head = start >= 0 && taken ? str_substring(t->text, 0, taken) : NULL;
    if (!rest) return -1;
    Object *old = newref(t->text);
    int more = fill_next(t);
    if (more <= 0) { /* as it was */
        set_ref(&t->text, old);
        t->at = taken;
        t->chunk_start = start;
    } else {
        decref(old);
        Object *both = str_concat(rest, t->text);
        if (both && head) { /* the chunk begins later by what was taken before */
            Object *bytes = codec_encode(head, t->encoding_utf8, "surrogatepass");
            if (bytes)
                start += bytes_length(bytes);
            else
                raise_clear(), start = -1;
            xdecref(bytes);
        }
        if (!both)
            more = -1;
        else
            set_ref(&t->text, both);
        t->at = 0;
        t->chunk_start = start;
    }
    xdecref(head);
    decref(rest);
    return more;
}

/* A line, at most `limit` characters of it if that is not negative. Empty at the end. */
static Object *read_line(TextFile *t, ptrdiff_t limit) {
    int more = t->text && t->at < str_length(t->text) ? 1 : fill_next(t);
    if (more <= 0) return more < 0 ? NULL : str_empty();
    for (;;) {
        ptrdiff_t n = str_length(t->text), end = line_end(t, (Str *)t->text, t->at);
        if (end < 0 && (limit < 0 || n - t->at < limit)) {
            more = extend_text(t);
            if (more < 0) return NULL;
            if (more) continue;
        }
        if (end < 0) end = str_length(t->text);
        if (limit >= 0 && end - t->at > limit) end = t->at + limit;
        Object *line = hand_out(t, t->text, t->at, end);
        t->at = end;
        return line;
    }
}

/* n characters, or all of them if n < 0. */
static Object *read_text(TextFile *t, ptrdiff_t n) {
    StrWriter w = writer_new();
    while (n != 0) {
        if (!t->text || t->at >= str_length(t->text)) {
            int more = fill_next(t);
            if (more < 0) {
                writer_drop(&w);
                return NULL;
            }
            if (more == 0) break;
        }
        ptrdiff_t there = str_length(t->text) - t->at, take = n < 0 || there < n ? there : n;
        bool halved = t->newline == NEWLINE_UNIVERSAL && take && str_at((Str *)t->text, t->at + take - 1) == '\r';
        if (halved && t->at + take == str_length(t->text)) { /* is a \n to follow? */
            int more = extend_text(t);
            if (more < 0) {
                writer_drop(&w);
                return NULL;
            }
            if (more) continue;
        } else if (halved && str_at((Str *)t->text, t->at + take) == '\n') {
            take++;
        }
        Object *piece = hand_out(t, t->text, t->at, t->at + take);
        if (!piece || writer_str(&w, piece) < 0) {
            xdecref(piece);
            return NULL;
        }
        t->at += take;
        if (n > 0) n -= str_length(piece) < n ? str_length(piece) : n;
        decref(piece);
    }
    return writer_finish(&w);
}

/* Drops decoded text that was not taken: the file goes on where the program is. */
static int64_t position(TextFile *t);
static int forget_text(TextFile *t) {
    if (!t->text) return 0;
    BinaryFile *f = direct(t);
    if (f && t->at < str_length(t->text)) {
        int64_t at = position(t);
        if (at < 0 || file_seek(f, at, SEEK_SET) < 0) return -1;
    }
    clear_ref(&t->text);
    t->at = 0;
    t->at_end = false;
    return 0;
}

static int64_t position(TextFile *t) {
    BinaryFile *f = direct(t);
    if (!t->text || t->at >= str_length(t->text)) return file_tell(f);
    if (t->chunk_start < 0) return raise_int(&exc_OSError, "telling position disabled by next() call");
    Object *head = str_substring(t->text, 0, t->at);
    Object *bytes = head ? codec_encode(head, t->encoding_utf8, t->errors_utf8) : NULL;
    int64_t at = bytes ? t->chunk_start + bytes_length(bytes) : -1;
    xdecref(head);
    xdecref(bytes);
    return at;
}

/* --- writing --- */

static int write_bytes(TextFile *t, Object *bytes) {
    BinaryFile *f = direct(t);
    if (f) return file_need_writable(f) < 0 ? -1 : file_write(f, ((Bytes *)bytes)->data, bytes_length(bytes));
    Object *result = call_buffer(t, "write", bytes);
    xdecref(result);
    return result ? 0 : -1;
}

static bool has_line_end(const Str *s) {
    if (s->kind == 1) return memchr(s->data, '\n', s->length) || memchr(s->data, '\r', s->length);
    for (ptrdiff_t i = 0; i < s->length; i++)
        if (str_at(s, i) == '\n' || str_at(s, i) == '\r') return true;
    return false;
}

/* The text with \n as the file is to have it. New. */
static Object *with_line_ends(TextFile *t, Object *text) {
    if (t->newline != NEWLINE_CR && t->newline != NEWLINE_CRLF) return newref(text);
    StrWriter w = writer_new();
    for (ptrdiff_t i = 0; i < str_length(text); i++) {
        uint32_t c = str_at((Str *)text, i);
        int status = c != '\n' ? writer_char(&w, c) : writer_c(&w, t->newline == NEWLINE_CR ? "\r" : "\r\n");
        if (status < 0) return NULL;
    }
    return writer_finish(&w);
}

static int text_flush(TextFile *t) {
    BinaryFile *f = direct(t);
    if (f) return file_flush(f);
    Object *result = call_buffer(t, "flush", NULL);
    xdecref(result);
    return result ? 0 : -1;
}

static int text_write(TextFile *t, Object *text) {
    BinaryFile *f = direct(t);
    if (t->text && forget_text(t) < 0) return -1;
    int status;
    if (f && ((Str *)text)->ascii && t->ascii_compatible && t->newline <= NEWLINE_LF) {
        status = file_need_writable(f) < 0 ? -1 : file_write(f, str_data(text), str_length(text));
    } else {
        Object *translated = with_line_ends(t, text);
        Object *bytes = translated ? codec_encode(translated, t->encoding_utf8, t->errors_utf8) : NULL;
        status = bytes ? write_bytes(t, bytes) : -1;
        xdecref(translated);
        xdecref(bytes);
    }
    if (status == 0 && (t->write_through || (t->line_buffering && has_line_end((Str *)text)))) status = text_flush(t);
    return status;
}

/* --- what the interpreter uses --- */

int io_write(Object *file, Object *text) {
    if (file->type == &text_io_type && str_check(text)) {
        TextFile *t = self_text(file);
        return check_open(t) < 0 ? -1 : text_write(t, text);
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
        return check_open(t) < 0 ? -1 : text_flush(t);
    }
    Object *result = object_call_method(file, names.flush, NULL, 0);
    xdecref(result);
    return result ? 0 : -1;
}

/* --- making --- */

static int parse_newline(Object *o, Newline *newline) {
    static const char *const kinds[] = {NULL, "", "\n", "\r", "\r\n"};
    *newline = NEWLINE_UNIVERSAL;
    if (!o || o == NONE) return 0;
    if (!str_check(o))
        return raise_int(&exc_TypeError, "TextIOWrapper() argument 'newline' must be str or None, not %K", o);
    for (int i = 1; i < 5; i++)
        if (str_equal_c(o, kinds[i])) return *newline = (Newline)i, 0;
    return raise_int(&exc_ValueError, "illegal newline value: %R", o);
}

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

Object *text_file_new(Object *buffer, Object *encoding, Object *errors, Object *newline, bool line_buffering) {
    Newline kind;
    if (parse_newline(newline, &kind) < 0) return NULL;
    TextFile *t = (TextFile *)object_new(&text_io_type);
    if (!t) return NULL;
    t->buffer = newref(buffer);
    t->encoding =
        encoding && encoding != NONE && !str_equal_c(encoding, "locale") ? newref(encoding) : str_from_c("UTF-8");
    t->errors = errors && errors != NONE ? newref(errors) : str_from_c("strict");
    t->newline = kind;
    t->line_buffering = line_buffering;
    t->telling = true;
    t->chunk_start = -1;
    gc_track(t);
    if (!t->encoding || !t->errors || !(t->encoding_utf8 = heap_text(t->encoding)) ||
        !(t->errors_utf8 = heap_text(t->errors))) {
        decref(t);
        return NULL;
    }
    /* an unknown encoding is refused here, not at the first read; and does it leave ASCII alone? */
    Object *letter = str_from_char('a'), *bytes = letter ? codec_encode(letter, t->encoding_utf8, NULL) : NULL;
    t->ascii_compatible = bytes && bytes_length(bytes) == 1 && ((Bytes *)bytes)->data[0] == 'a';
    xdecref(letter);
    if (!bytes) clear_ref(&t);
    xdecref(bytes);
    return (Object *)t;
}

void text_file_set_mode(Object *o, Object *mode) {
    set_ref(&self_text(o)->mode, xnewref(mode));
}

static int text_option(const char *name, Object *o) {
    if (!o || o == NONE || str_check(o)) return 0;
    return raise_int(&exc_TypeError, "TextIOWrapper() argument '%s' must be str or None, not %K", name, o);
}

static Object *text_new(Type *type, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"buffer",         "encoding",      "errors", "newline",
                                             "line_buffering", "write_through", NULL};
    Object *v[6];
    if (args_bind("TextIOWrapper", parameters, 1, 6, args, nargs, kwnames, v) < 0) return NULL;
    if (text_option("encoding", v[1]) < 0 || text_option("errors", v[2]) < 0) return NULL;
    int lines = v[4] ? object_truth(v[4]) : 0, through = v[5] ? object_truth(v[5]) : 0;
    if (lines < 0 || through < 0) return NULL;
    Object *o = text_file_new(v[0], v[1], v[2], v[3], lines);
    if (o) self_text(o)->write_through = through;
    return o;
}

/* --- methods --- */

static int optional_size(Object **args, ptrdiff_t nargs, ptrdiff_t *n) {
    Object *size = arg_or_null(args, nargs, 0);
    *n = -1;
    if (!size || size == NONE) return 0;
    *n = number_as_index(size, &exc_OverflowError);
    return *n == -1 && raise_pending() ? -1 : 0;
}

static int check_readable(TextFile *t) {
    if (check_open(t) < 0) return -1;
    BinaryFile *f = direct(t);
    if (f && !f->readable) return io_unsupported("not readable"), -1;
    return 0;
}

static Object *text_read_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (optional_size(args, nargs, &n) < 0 || check_readable(self_text(o)) < 0) return NULL;
    return read_text(self_text(o), n);
}

static Object *text_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (optional_size(args, nargs, &n) < 0 || check_readable(self_text(o)) < 0) return NULL;
    return read_line(self_text(o), n);
}

static Object *text_next(Object *o) {
    if (check_readable(self_text(o)) < 0) return NULL;
    Object *line = read_line(self_text(o), -1);
    if (line && str_length(line) == 0) clear_ref(&line);
    return line;
}

static Object *text_readlines(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t hint, total = 0;
    if (optional_size(args, nargs, &hint) < 0) return NULL;
    Object *list = list_new(0), *line;
    while (list && (hint <= 0 || total < hint) && (line = text_next(o))) {
        total += str_length(line);
        if (list_append_steal(list, line) < 0) clear_ref(&list);
    }
    if (raise_pending()) clear_ref(&list);
    return list;
}

static Object *text_write_method(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (check_open(t) < 0) return NULL;
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "write() argument must be str, not %K", args[0]);
    BinaryFile *f = direct(t);
    if (f && !f->writable) return io_unsupported("not writable");
    return text_write(t, args[0]) < 0 ? NULL : int_from_i64(str_length(args[0]));
}

static Object *text_writelines(Object *o, Object **args, ptrdiff_t nargs) {
    Object *it = object_iter(args[0]), *x;
    if (!it) return NULL;
    while ((x = object_next(it))) {
        Object *result = text_write_method(o, &x, 1);
        decref(x);
        if (!result) break;
        decref(result);
    }
    decref(it);
    return raise_pending() ? NULL : new_none();
}

static Object *text_flush_method(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    return check_open(t) < 0 || text_flush(t) < 0 ? NULL : new_none();
}

static Object *text_seek(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    Object *how = arg_or_null(args, nargs, 1);
    int whence = how ? int_as_int(how) : 0;
    int64_t offset = int_check(args[0]) ? int_as_i64(args[0]) : number_as_index(args[0], &exc_OverflowError);
    if (raise_pending() || check_open(t) < 0) return NULL;
    if (whence == 1 && offset != 0) return io_unsupported("can't do nonzero cur-relative seeks");
    if (whence == 2 && offset != 0) return io_unsupported("can't do nonzero end-relative seeks");
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence == 0 && offset < 0)
        return raise_error(&exc_ValueError, "negative seek position %lld", (long long)offset);
    BinaryFile *f = direct(t);
    if (whence == 1) {
        if (!f) return call_buffer(t, "tell", NULL);
        int64_t at = position(t);
        return at < 0 ? NULL : int_from_i64(at);
    }
    clear_ref(&t->text);
    t->at = 0;
    t->at_end = false;
    t->telling = true;
    if (!f) {
        Str *seek = str_intern_c("seek");
        Object *result = seek ? object_call_method(t->buffer, seek, args, nargs) : NULL;
        xdecref(seek);
        return result;
    }
    int64_t at = file_seek(f, offset, whence);
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *text_tell(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (check_open(t) < 0) return NULL;
    if (!direct(t)) return call_buffer(t, "tell", NULL);
    int64_t at = position(t);
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *text_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (check_open(t) < 0 || forget_text(t) < 0) return NULL;
    return call_buffer(t, "truncate", arg_or_null(args, nargs, 0));
}

static Object *text_close(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (check_attached(t) < 0) return NULL;
    BinaryFile *f = direct(t);
    if (f) return file_close(f) < 0 ? NULL : new_none();
    int closed = is_closed(t);
    if (closed) return closed < 0 ? NULL : new_none();
    return text_flush(t) < 0 ? NULL : call_buffer(t, "close", NULL);
}

static Object *text_detach(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (check_attached(t) < 0 || text_flush(t) < 0) return NULL;
    Object *buffer = t->buffer;
    t->buffer = NULL;
    return buffer;
}

static Object *ask_buffer(Object *o, const char *method) {
    TextFile *t = self_text(o);
    return check_attached(t) < 0 ? NULL : call_buffer(t, method, NULL);
}

static Object *text_fileno(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_buffer(o, "fileno");
}
static Object *text_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_buffer(o, "isatty");
}
static Object *text_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_buffer(o, "readable");
}
static Object *text_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_buffer(o, "writable");
}
static Object *text_seekable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_buffer(o, "seekable");
}
static Object *text_enter(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_text(o)) < 0 ? NULL : newref(o);
}

static Object *text_exit(Object *o, Object **args, ptrdiff_t nargs) {
    Object *result = object_call_method(o, names.close, NULL, 0);
    xdecref(result);
    return result ? new_none() : NULL;
}

/* reconfigure(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None) */
static Object *text_reconfigure(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"encoding", "errors", "newline", "line_buffering", "write_through", NULL};
    TextFile *t = self_text(o);
    Object *v[5];
    if (args_bind("reconfigure", parameters, 0, 0, args, nargs, kwnames, v) < 0) return NULL;
    if (text_option("encoding", v[0]) < 0 || text_option("errors", v[1]) < 0 || text_flush(t) < 0) return NULL;
    Newline newline = t->newline;
    if (v[2] && parse_newline(v[2], &newline) < 0) return NULL;
    int lines = v[3] && v[3] != NONE ? object_truth(v[3]) : t->line_buffering;
    int through = v[4] && v[4] != NONE ? object_truth(v[4]) : t->write_through;
    if (lines < 0 || through < 0) return NULL;
    Object *encoding = v[0] && v[0] != NONE ? v[0] : t->encoding;
    Object *errors = v[1] && v[1] != NONE ? v[1] : v[0] && v[0] != NONE ? NULL : t->errors;
    TextFile *fresh = (TextFile *)text_file_new(t->buffer, encoding, errors, NONE, lines);
    if (!fresh) return NULL;
    set_ref(&t->encoding, newref(fresh->encoding));
    set_ref(&t->errors, newref(fresh->errors));
    char *a = t->encoding_utf8, *b = t->errors_utf8;
    t->encoding_utf8 = fresh->encoding_utf8;
    t->errors_utf8 = fresh->errors_utf8;
    fresh->encoding_utf8 = a;
    fresh->errors_utf8 = b;
    t->ascii_compatible = fresh->ascii_compatible;
    t->newline = newline;
    t->line_buffering = lines;
    t->write_through = through;
    clear_ref(&fresh->buffer);
    decref(fresh);
    return new_none();
}

static Object *text_iter(Object *o) {
    return check_open(self_text(o)) < 0 ? NULL : newref(o);
}

static Object *get_buffer(Object *o, void *unused) {
    return check_attached(self_text(o)) < 0 ? NULL : newref(self_text(o)->buffer);
}

static Object *get_closed(Object *o, void *unused) {
    if (check_attached(self_text(o)) < 0) return NULL;
    int closed = is_closed(self_text(o));
    return closed < 0 ? NULL : new_bool(closed);
}

static Object *get_name(Object *o, void *unused) {
    return check_attached(self_text(o)) < 0 ? NULL : object_getattr(self_text(o)->buffer, names.name);
}

static Object *get_mode(Object *o, void *unused) {
    TextFile *t = self_text(o);
    if (t->mode) return newref(t->mode);
    return check_attached(t) < 0 ? NULL : object_getattr(t->buffer, names.mode);
}

static int set_mode(Object *o, Object *value, void *unused) {
    set_ref(&self_text(o)->mode, xnewref(value));
    return 0;
}

static Object *get_encoding(Object *o, void *unused) {
    return newref(self_text(o)->encoding);
}
static Object *get_errors(Object *o, void *unused) {
    return newref(self_text(o)->errors);
}
static Object *get_line_buffering(Object *o, void *unused) {
    return new_bool(self_text(o)->line_buffering);
}
static Object *get_write_through(Object *o, void *unused) {
    return new_bool(self_text(o)->write_through);
}
static Object *get_newlines(Object *o, void *unused) {
    return new_none();
}

static Object *text_repr(Object *o) {
    TextFile *t = self_text(o);
    StrWriter w = writer_new();
    Object *name = t->buffer ? object_getattr_opt(t->buffer, names.name) : NULL;
    raise_clear();
    int status = writer_c(&w, "<_io.TextIOWrapper");
    if (status == 0 && name) status = writer_format(&w, " name=%R", name);
    if (status == 0 && t->mode) status = writer_format(&w, " mode=%R", t->mode);
    if (status == 0) status = writer_format(&w, " encoding=%R>", t->encoding);
    xdecref(name);
    return status < 0 ? NULL : writer_finish(&w);
}

static void text_clear(Object *o) {
    TextFile *t = self_text(o);
    clear_ref(&t->buffer);
    clear_ref(&t->dict);
}

static void text_finalize(Object *o) {
    TextFile *t = self_text(o);
    BinaryFile *f = direct(t);
    if (!f || f->fd < 0) return;
    Object *pending = raise_take();
    if (f->closefd && raise_resource_warning(o, "unclosed file %R", o) < 0) raise_unraisable(NULL, o);
    bool ours = f->base.refcount == 1; /* a buffer that somebody else holds stays open */
    if ((ours ? file_close(f) : file_flush(f)) < 0) raise_unraisable(NULL, o);
    raise_restore(pending);
}

static void text_dealloc(Object *o) {
    TextFile *t = self_text(o);
    if (object_finalize(o)) return;
    gc_untrack(o);
    if (t->weaklist) weakref_clear_all(o);
    text_clear(o);
    clear_ref(&t->encoding);
    clear_ref(&t->errors);
    clear_ref(&t->mode);
    clear_ref(&t->text);
    heap_free(t->encoding_utf8);
    heap_free(t->errors_utf8);
    object_free(o);
}

static int text_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(self_text(o)->buffer, visit, arg);
    return stop ? stop : visit_ref(self_text(o)->dict, visit, arg);
}

static const Method text_methods[] = {
    {"close", text_close, 0, 0, "close($self, /)\n--\n\nWrites what is buffered and closes the file."},
    {"detach", text_detach, 0, 0, "detach($self, /)\n--\n\nGives the binary file away; this one is of no use then."},
    {"fileno", text_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file."},
    {"flush", text_flush_method, 0, 0, "flush($self, /)\n--\n\nWrites what is buffered."},
    {"isatty", text_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"},
    {"read", text_read_method, 0, 1,
     "read($self, size=-1, /)\n--\n\nUp to size characters; all that are left if it is negative or None."},
    {"readable", text_readable, 0, 0, "readable($self, /)\n--\n\nCan it be read?"},
    {"readline", text_readline, 0, 1,
     "readline($self, size=-1, /)\n--\n\nA line with its line end, or size characters of it."},
    {"readlines", text_readlines, 0, 1, "readlines($self, hint=-1, /)\n--\n\nA list of the lines that are left."},
    {"reconfigure", (NativeFn)(void *)text_reconfigure, 0, -1,
     "reconfigure($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, "
     "write_through=None)\n--\n\nChanges how text is encoded and buffered.",
     METH_KEYWORDS},
    {"seek", text_seek, 1, 2,
     "seek($self, cookie, whence=0, /)\n--\n\nMoves to a position that tell() gave, to the start or to the end."},
    {"seekable", text_seekable, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"},
    {"tell", text_tell, 0, 0, "tell($self, /)\n--\n\nThe position, for seek()."},
    {"truncate", text_truncate, 0, 1, "truncate($self, pos=None, /)\n--\n\nCuts the file off at pos."},
    {"writable", text_writable, 0, 0, "writable($self, /)\n--\n\nCan it be written?"},
    {"write", text_write_method, 1, 1, "write($self, text, /)\n--\n\nWrites text; the number of characters."},
    {"writelines", text_writelines, 1, 1, "writelines($self, lines, /)\n--\n\nWrites all strings of an iterable."},
    {"__enter__", text_enter, 0, 0, "__enter__($self, /)\n--\n\nThe file itself."},
    {"__exit__", text_exit, 0, -1, "__exit__($self, /, *args)\n--\n\nCloses the file."},
    {0},
};

static const GetSet text_getset[] = {
    {"buffer", get_buffer, NULL, NULL, NULL},
    {"closed", get_closed, NULL, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL, NULL},
    {"errors", get_errors, NULL, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL, NULL},
    {"mode", get_mode, set_mode, NULL, NULL},
    {"name", get_name, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {"write_through", get_write_through, NULL, NULL, NULL},
    {0},
};

Type text_io_type = {
    .mem = {.name = "_io.TextIOWrapper",
            .flags = TYPE_GC,
            .size = sizeof(TextFile),
            .weaklist_offset = offsetof(TextFile, weaklist),
            .dict_offset = offsetof(TextFile, dict),
            .dealloc = text_dealloc,
            .traverse = text_traverse,
            .clear = text_clear,
            .finalize = text_finalize},
    .doc = "TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
           "write_through=False)\n--\n\nText, encoded in a binary file.",
    .methods = text_methods,
    .getset = text_getset,
    .repr = text_repr,
    .iter = text_iter,
    .next = text_next,
    .new = text_new,
};
