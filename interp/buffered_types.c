/* BufferedReader, BufferedWriter and BufferedRandom: the methods. What they do with the buffer is in buffered_io.c. */
#define _GNU_SOURCE
#include "interp/buffered_io.h"

#include <string.h>
#include <unistd.h>

static Buffered *self_buffered(Object *o) {
    return (Buffered *)o;
}

bool buffered_check_exact(const Object *o) {
    return o->type == &buffered_reader_type || o->type == &buffered_writer_type || o->type == &buffered_random_type;
}

/* --- reading --- */

static int begin_reading(Buffered *b, const char *message) {
    return buffered_check_open(b, message) < 0 ? -1 : buffered_begin_read(b);
}

static Object *take(Buffered *b, ptrdiff_t n) {
    Object *piece = bytes_new(n ? b->buffer + b->start : (const uint8_t *)"", n);
    if (piece) b->start += n;
    return piece;
}

/* Moves up to n bytes of what is there: how many. */
static ptrdiff_t take_into(Buffered *b, uint8_t *to, ptrdiff_t n) {
    ptrdiff_t there = b->end - b->start;
    if (n > there) n = there;
    if (n) memcpy(to, b->buffer + b->start, n);
    b->start += n;
    return n;
}

/* The rest that a raw file gives by its readall(), behind `head` (stolen), or None. */
static Object *join_rest(Object *head, Object *rest) {
    Object *all = NULL;
    if (rest && rest != NONE && !bytes_check(rest))
        raise_error(&exc_TypeError, "readall() should return bytes");
    else if (rest == NONE || (rest && bytes_length(rest) == 0))
        all = bytes_length(head) ? newref(head) : newref(rest);
    else if (rest)
        all = bytes_length(head) ? bytes_concat(head, rest) : newref(rest);
    decref(head);
    xdecref(rest);
    return all;
}

static Object *read_pieces(Buffered *b, Object *head) {
    ByteWriter w = byte_writer_new();
    int status = byte_writer_put(&w, ((Bytes *)head)->data, bytes_length(head));
    decref(head);
    while (status == 0) {
        Object *piece = io_call(b->raw, "read", NULL);
        if (piece && piece != NONE && !bytes_check(piece)) {
            raise_error(&exc_TypeError, "read() should return bytes");
            status = -1;
        } else if (!piece) {
            status = -1;
        } else if (piece == NONE || bytes_length(piece) == 0) {
            if (w.length) {
                decref(piece);
                return byte_writer_finish(&w);
            }
            byte_writer_drop(&w);
            return piece;
        } else {
            status = byte_writer_put(&w, ((Bytes *)piece)->data, bytes_length(piece));
        }
        xdecref(piece);
    }
    byte_writer_drop(&w);
    return NULL;
}

static Object *read_all(Buffered *b) {
    Object *head = take(b, b->end - b->start);
    if (!head) return NULL;
    b->start = b->end = 0;
    b->raw_at = -1;
    Object *raw = newref(b->raw), *readall = object_getattr_opt(raw, names.readall), *result = NULL;
    if (readall) {
        b->busy = true;
        Object *rest = object_call0(readall);
        b->busy = false;
        result = join_rest(head, rest);
    } else if (raise_pending()) {
        decref(head);
    } else {
        b->busy = true;
        result = read_pieces(b, head);
        b->busy = false;
    }
    xdecref(readall);
    decref(raw);
    return result;
}

/* As many whole buffers as fit are read past the buffer, the rest through it. *done: what could be had. 1; 0: nothing
 * can be read now; -1 */
static int read_exactly(Buffered *b, uint8_t *to, ptrdiff_t n, ptrdiff_t *done) {
    *done = take_into(b, to, n);
    if (*done == n) return 1;
    b->start = b->end = 0;
    ptrdiff_t got = 1;
    while (*done < n && got > 0) {
        ptrdiff_t whole = (n - *done) / b->capacity * b->capacity;
        got = whole ? buffered_raw_read(b, to + *done, whole) : buffered_fill(b);
        if (got > 0) *done += whole ? got : take_into(b, to + *done, n - *done);
    }
    if (got == -1) return -1;
    return got == FILE_BLOCKED && *done == 0 ? 0 : 1;
}

static Object *read_bytes(Buffered *b, ptrdiff_t n) {
    if (n <= b->end - b->start) return take(b, n);
    Object *bytes = bytes_new(NULL, n);
    ptrdiff_t done = 0;
    int status = bytes ? read_exactly(b, ((Bytes *)bytes)->data, n, &done) : -1;
    Object *result = status < 0 ? NULL : status == 0 ? new_none() : done == n ? newref(bytes) : NULL;
    if (status > 0 && !result) result = bytes_new(((Bytes *)bytes)->data, done);
    xdecref(bytes);
    return result;
}

static Object *buffered_read(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0) return NULL;
    if (n < -1) return raise_error(&exc_ValueError, "read length must be non-negative or -1");
    if (begin_reading(b, "read of closed file") < 0) return NULL;
    return n < 0 ? read_all(b) : read_bytes(b, n);
}

static Object *buffered_read1(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    ptrdiff_t n = nargs ? number_as_index(args[0], &exc_OverflowError) : -1;
    if (raise_pending() || begin_reading(b, "read of closed file") < 0) return NULL;
    if (n < 0) n = b->capacity;
    if (n == 0) return bytes_new("", 0);
    ptrdiff_t there = b->end - b->start;
    if (there > 0) return take(b, n < there ? n : there);
    b->start = b->end = 0;
    Object *bytes = bytes_new(NULL, n);
    ptrdiff_t got = bytes ? buffered_raw_read(b, ((Bytes *)bytes)->data, n) : -1;
    Object *result = got == -1 ? NULL : bytes_new(((Bytes *)bytes)->data, got == FILE_BLOCKED ? 0 : got);
    xdecref(bytes);
    return result;
}

static Object *buffered_peek(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    if (nargs && number_as_index(args[0], &exc_OverflowError) == -1 && raise_pending()) return NULL;
    if (begin_reading(b, "peek of closed file") < 0) return NULL;
    if (b->start == b->end && buffered_fill(b) == -1) return NULL;
    return bytes_new(b->end > b->start ? b->buffer + b->start : (const uint8_t *)"", b->end - b->start);
}

/* once: with one read of the raw file at most. */
static Object *read_into(Object *o, const char *argument, Object *target, bool once) {
    Buffered *b = self_buffered(o);
    Buffer to;
    if (io_writable_buffer(argument, target, &to) < 0) return NULL;
    if (begin_reading(b, "readinto of closed file") < 0) {
        buffer_release(&to);
        return NULL;
    }
    ptrdiff_t done = take_into(b, to.data, to.length), got = 1;
    while (done < to.length && got > 0) {
        b->start = b->end = 0;
        bool direct = to.length - done > b->capacity;
        if (once && done > 0 && !direct) break;
        got = direct ? buffered_raw_read(b, to.data + done, to.length - done) : buffered_fill(b);
        if (got > 0) done += direct ? got : take_into(b, to.data + done, to.length - done);
        if (once) break;
    }
    buffer_release(&to);
    if (got == -1) return NULL;
    return got == FILE_BLOCKED && done == 0 ? new_none() : int_from_i64(done);
}

static Object *buffered_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    return read_into(o, "readinto() argument", args[0], false);
}
static Object *buffered_readinto1(Object *o, Object **args, ptrdiff_t nargs) {
    return read_into(o, "readinto1() argument", args[0], true);
}

/* Up to and with the next newline, or `limit` bytes. Empty at the end. */
static Object *read_line(Buffered *b, ptrdiff_t limit) {
    ByteWriter w = byte_writer_new();
    for (;;) {
        ptrdiff_t there = b->end - b->start;
        if (limit >= 0 && there > limit - w.length) there = limit - w.length;
        const uint8_t *at = b->buffer + b->start, *newline = there ? memchr(at, '\n', there) : NULL;
        bool last = newline || (limit >= 0 && w.length + there == limit);
        if (newline) there = newline + 1 - at;
        if (last && w.length == 0) return take(b, there);
        if (there && byte_writer_put(&w, at, there) < 0) return NULL;
        b->start += there;
        ptrdiff_t got = last ? 0 : buffered_fill(b);
        if (got == 0 || got == FILE_BLOCKED) return byte_writer_finish(&w);
        if (got < 0) {
            byte_writer_drop(&w);
            return NULL;
        }
    }
}

static Object *buffered_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || begin_reading(self_buffered(o), "readline of closed file") < 0) return NULL;
    return read_line(self_buffered(o), n);
}

static Object *buffered_next(Object *o) {
    Object *line;
    if (buffered_check_exact(o)) {
        if (begin_reading(self_buffered(o), "readline of closed file") < 0) return NULL;
        line = read_line(self_buffered(o), -1);
    } else { /* a subclass may have a readline of its own */
        line = object_call_method(o, names.readline, NULL, 0);
        if (line && !bytes_check(line)) {
            raise_error(&exc_OSError, "readline() should have returned a bytes object, not '%T'", line);
            clear_ref(&line);
        }
    }
    if (line && bytes_length(line) == 0) clear_ref(&line);
    return line;
}

/* --- writing --- */

static Object *buffered_write_method(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    Buffer from;
    if (buffer_get(args[0], &from, BUFFER_SIMPLE) < 0) return NULL;
    ptrdiff_t n = from.length;
    int status = buffered_check_open(b, "write to closed file");
    if (status == 0 && file_check_exact(b->raw)) file_tell_written((FileIo *)b->raw, from.data, n);
    if (status == 0) status = buffered_write(b, from.data, n);
    buffer_release(&from);
    return status < 0 ? NULL : int_from_i64(n);
}

/* A file that is only read has nothing to write: its raw file may. */
static Object *buffered_flush_method(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    if (!b->writable) return buffered_check_attached(b) < 0 ? NULL : io_call(b->raw, "flush", NULL);
    if (buffered_check_open(b, "flush of closed file") < 0) return NULL;
    return buffered_rewind(b) < 0 ? NULL : new_none();
}

static Object *buffered_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    if (buffered_check_open(b, "truncate of closed file") < 0) return NULL;
    if (!b->writable) return io_unsupported("truncate");
    if (buffered_rewind(b) < 0) return NULL;
    Object *result = io_call(b->raw, "truncate", nargs ? args[0] : NONE);
    b->raw_at = -1;
    return result;
}

/* --- the position --- */

static Object *buffered_tell_method(Object *o, Object **args, ptrdiff_t nargs) {
    if (buffered_check_idle(self_buffered(o)) < 0) return NULL;
    int64_t at = buffered_tell(self_buffered(o));
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *buffered_seek_method(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    int whence = nargs > 1 ? int_as_int(args[1]) : SEEK_SET;
    if (raise_pending() || buffered_check_idle(b) < 0) return NULL;
    if (whence < 0 || whence > SEEK_HOLE) return raise_error(&exc_ValueError, "whence value %d unsupported", whence);
    if (buffered_check_open(b, "seek of closed file") < 0) return NULL;
    Object *seekable = io_call(b->raw, "seekable", NULL);
    if (!seekable) return NULL;
    int yes = object_truth(seekable);
    decref(seekable);
    if (yes <= 0) return yes < 0 ? NULL : io_unsupported("File or stream is not seekable.");
    int64_t target = int_as_i64(args[0]);
    if (raise_pending()) return NULL;
    int64_t at = buffered_seek(b, target, whence);
    return at < 0 ? NULL : int_from_i64(at);
}

/* --- the rest --- */

static Object *ask_raw(Object *o, const char *method) {
    return buffered_check_attached(self_buffered(o)) < 0 ? NULL : io_call(self_buffered(o)->raw, method, NULL);
}

static Object *buffered_fileno(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_raw(o, "fileno");
}
static Object *buffered_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_raw(o, "isatty");
}
static Object *buffered_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_raw(o, "readable");
}
static Object *buffered_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_raw(o, "writable");
}
static Object *buffered_seekable(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_raw(o, "seekable");
}

static Object *buffered_dealloc_warn(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    Object *result = b->raw ? io_call(b->raw, "_dealloc_warn", args[0]) : NULL;
    if (!result) raise_clear();
    xdecref(result);
    return new_none();
}

/* Both flush and close are tried; the failure of the first is the context of that of the second. */
static Object *buffered_close(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    if (buffered_check_idle(b) < 0) return NULL;
    int closed = buffered_is_closed(b);
    if (closed) return closed < 0 ? NULL : new_none();
    if (b->finalizing) xdecref(buffered_dealloc_warn(o, &o, 1));
    Object *flushed = io_call(o, "flush", NULL), *exc = flushed ? NULL : raise_take();
    xdecref(flushed);
    Object *raw = xnewref(b->raw), *result = raw ? io_call(raw, "close", NULL) : NULL;
    xdecref(raw);
    heap_free(b->buffer);
    b->buffer = NULL;
    b->start = b->end = 0;
    b->dirty = false;
    if (!exc) return result;
    if (result)
        raise_restore(exc);
    else
        raise_chain(exc);
    xdecref(result);
    return NULL;
}

static Object *buffered_detach(Object *o, Object **args, ptrdiff_t nargs) {
    Buffered *b = self_buffered(o);
    Object *flushed = buffered_check_idle(b) < 0 ? NULL : io_call(o, "flush", NULL);
    if (!flushed) return NULL;
    decref(flushed);
    Object *raw = b->raw;
    b->raw = NULL;
    b->detached = true;
    return raw ? raw : new_none();
}

static Object *buffered_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + (self_buffered(o)->buffer ? self_buffered(o)->capacity : 0));
}

static Object *get_closed(Object *o, void *unused) {
    if (buffered_check_attached(self_buffered(o)) < 0) return NULL;
    int closed = buffered_is_closed(self_buffered(o));
    return closed < 0 ? NULL : new_bool(closed);
}
static Object *get_name(Object *o, void *unused) {
    return buffered_check_attached(self_buffered(o)) < 0 ? NULL : object_getattr(self_buffered(o)->raw, names.name);
}
static Object *get_mode(Object *o, void *unused) {
    return buffered_check_attached(self_buffered(o)) < 0 ? NULL : object_getattr(self_buffered(o)->raw, names.mode);
}

static Object *buffered_repr(Object *o) {
    Object *name = object_getattr_opt(o, names.name);
    if (!name && raise_pending() && !raise_clear_if(&exc_ValueError)) return NULL;
    if (!name) return str_format("<%N>", o->type);
    int inside = repr_enter(o);
    Object *text = NULL;
    if (inside > 0) raise_error(&exc_RuntimeError, "reentrant call inside %T.__repr__", o);
    if (inside == 0) {
        text = str_format("<%N name=%R>", o->type, name);
        repr_leave(o);
    }
    decref(name);
    return text;
}

/* --- life --- */

static Object *buffered_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static void set_up(Buffered *b, Object *raw, ptrdiff_t capacity, bool readable, bool writable) {
    set_ref(&b->raw, newref(raw));
    heap_free(b->buffer);
    b->buffer = NULL;
    b->capacity = capacity;
    b->start = b->end = 0;
    b->detached = b->dirty = false;
    b->readable = readable;
    b->writable = writable;
    b->raw_at = -1;
}

static int init(Object *o, const Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    bool readable = t != &buffered_writer_type, writable = t != &buffered_reader_type;
    static const char *const parameters[] = {"raw", "buffer_size", NULL};
    Object *v[2];
    Buffered *b = self_buffered(o);
    if (args_bind(type_short_name(t), parameters, 1, 2, args, nargs, kwnames, v) < 0) return -1;
    if (b->busy) return raise_int(&exc_RuntimeError, "reentrant call inside %R", o);
    ptrdiff_t capacity = v[1] ? number_as_index(v[1], &exc_OverflowError) : FILE_BUFFER_SIZE;
    if (capacity == -1 && raise_pending()) return -1;
    if (b->raw) clear_ref(&b->raw);
    b->detached = false;
    if (readable && writable && io_require(v[0], "seekable", "File or stream is not seekable.") < 0) return -1;
    if (readable && io_require(v[0], "readable", "File or stream is not readable.") < 0) return -1;
    if (writable && io_require(v[0], "writable", "File or stream is not writable.") < 0) return -1;
    if (capacity <= 0) return raise_int(&exc_ValueError, "buffer size must be strictly positive");
    set_up(b, v[0], capacity, readable, writable);
    if (buffered_tell(b) < 0) raise_clear(); /* a pipe has no position */
    return 0;
}

static int reader_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return init(o, &buffered_reader_type, args, nargs, kwnames);
}
static int writer_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return init(o, &buffered_writer_type, args, nargs, kwnames);
}
static int random_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return init(o, &buffered_random_type, args, nargs, kwnames);
}

Object *buffered_open(Object *raw, ptrdiff_t capacity) {
    const FileIo *f = (FileIo *)raw;
    Type *t = !f->readable ? &buffered_writer_type : f->writable ? &buffered_random_type : &buffered_reader_type;
    type_ready(t);
    Object *o = buffered_new(t, NULL, 0, NULL);
    if (o) set_up(self_buffered(o), raw, capacity, f->readable, f->writable);
    return o;
}

static void buffered_clear(Object *o) {
    Buffered *b = self_buffered(o);
    clear_ref(&b->raw);
    io_base_clear(o);
}

static void buffered_dealloc(Object *o) {
    if (object_finalize(o)) return;
    gc_untrack(o);
    clear_ref(&self_buffered(o)->raw);
    heap_free(self_buffered(o)->buffer);
    io_base_dealloc(o);
}

static int buffered_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(self_buffered(o)->raw, visit, arg);
    return stop ? stop : io_base_traverse(o, visit, arg);
}

/* --- the types --- */

/* Rows that all three have, those of reading and those of writing. */
#define COMMON_METHODS \
    {"__getstate__", io_refuse_getstate, 0, 0, \
     "__getstate__($self, /)\n--\n\nTypeError: a file has no state to keep."}, \
        {"__sizeof__", buffered_sizeof, 0, 0, "__sizeof__($self, /)\n--\n\nIts size in memory, in bytes."}, \
        {"_dealloc_warn", buffered_dealloc_warn, 1, 1, "_dealloc_warn($self, source, /)\n--\n\n"}, \
        {"close", buffered_close, 0, 0, "close($self, /)\n--\n\nWrites what is buffered and closes the file."}, \
        {"detach", buffered_detach, 0, 0, \
         "detach($self, /)\n--\n\nGives the raw file away; this one is of no use then."}, \
        {"fileno", buffered_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file."}, \
        {"flush", buffered_flush_method, 0, 0, "flush($self, /)\n--\n\nWrites what is buffered."}, \
        {"isatty", buffered_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"}, \
        {"seek", buffered_seek_method, 1, 2, \
         "seek($self, target, whence=0, /)\n--\n\nMoves to a position; the new one from the start."}, \
        {"seekable", buffered_seekable, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"}, \
        {"tell", buffered_tell_method, 0, 0, "tell($self, /)\n--\n\nThe position in the file."}, { \
        "truncate", buffered_truncate, 0, 1, "truncate($self, pos=None, /)\n--\n\nCuts the file off at pos." \
    }

#define READING_METHODS \
    {"peek", buffered_peek, 0, 1, "peek($self, size=0, /)\n--\n\nBytes that come next, without moving."}, \
        {"read", buffered_read, 0, 1, \
         "read($self, size=-1, /)\n--\n\nUp to size bytes; all that are left if it is negative or None."}, \
        {"read1", buffered_read1, 0, 1, "read1($self, size=-1, /)\n--\n\nUp to size bytes with one read at most."}, \
        {"readable", buffered_readable, 0, 0, "readable($self, /)\n--\n\nCan it be read?"}, \
        {"readinto", buffered_readinto, 1, 1, \
         "readinto($self, buffer, /)\n--\n\nReads into buffer; the number of bytes."}, \
        {"readinto1", buffered_readinto1, 1, 1, "readinto1($self, buffer, /)\n--\n\nThe same with one read at most."}, \
    { \
        "readline", buffered_readline, 0, 1, \
            "readline($self, size=-1, /)\n--\n\nA line with its newline, or size bytes of it." \
    }

#define WRITING_METHODS \
    {"writable", buffered_writable, 0, 0, "writable($self, /)\n--\n\nCan it be written?"}, { \
        "write", buffered_write_method, 1, 1, "write($self, buffer, /)\n--\n\nWrites bytes; how many." \
    }

static const Method reader_methods[] = {COMMON_METHODS, READING_METHODS, {0}};
static const Method writer_methods[] = {COMMON_METHODS, WRITING_METHODS, {0}};
static const Method random_methods[] = {COMMON_METHODS, READING_METHODS, WRITING_METHODS, {0}};

static const GetSet buffered_getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {"mode", get_mode, NULL, NULL, NULL},
    {"name", get_name, NULL, NULL, NULL},
    {0},
};

static const Member buffered_members[] = {
    {"_finalizing", MEMBER_BOOL, offsetof(Buffered, finalizing), 0, NULL},
    {"raw", MEMBER_OBJECT_OR_NONE, offsetof(Buffered, raw), MEMBER_READONLY, NULL},
    {0},
};

#define BUFFERED_TYPE(type_name) \
    .mem = {.name = type_name, \
            .flags = TYPE_GC | TYPE_BASE, \
            .size = sizeof(Buffered), \
            .dealloc = buffered_dealloc, \
            .traverse = buffered_traverse, \
            .clear = buffered_clear}, \
    .base = &buffered_io_base_type, .getset = buffered_getset, .members = buffered_members, .repr = buffered_repr, \
    .new = buffered_new

Type buffered_reader_type = {
    BUFFERED_TYPE("_io.BufferedReader"),
    .doc = "BufferedReader(raw, buffer_size=131072)\n--\n\nA binary file that is read.",
    .methods = reader_methods,
    .next = buffered_next,
    .init = reader_init,
};

Type buffered_writer_type = {
    BUFFERED_TYPE("_io.BufferedWriter"),
    .doc = "BufferedWriter(raw, buffer_size=131072)\n--\n\nA binary file that is written.",
    .methods = writer_methods,
    .init = writer_init,
};

Type buffered_random_type = {
    BUFFERED_TYPE("_io.BufferedRandom"),
    .doc = "BufferedRandom(raw, buffer_size=131072)\n--\n\nA binary file that is read and written.",
    .methods = random_methods,
    .next = buffered_next,
    .init = random_init,
};
