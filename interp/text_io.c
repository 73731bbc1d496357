/* TextIOWrapper: text over a binary file. The type; see text_impl.h for what is where. */
#include "interp/text_io.h"

#include <string.h>

#include "interp/io.h"
#include "interp/object/str_impl.h"
#include "interp/text_impl.h"

enum { CHUNK = 8192 };

int text_check_attached(TextFile *t) {
    if (likely(t->ready)) return 0;
    return raise_int(&exc_ValueError,
                     t->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

Object *text_ask(TextFile *t, Str *method, Object **args, ptrdiff_t nargs) {
    if (!t->buffer)
        return text_check_attached(t) < 0 ? NULL : raise_error(&exc_ValueError, "underlying buffer has been detached");
    Object *buffer = newref(t->buffer), *result = object_call_method(buffer, method, args, nargs);
    decref(buffer);
    return result;
}

Object *text_ask_c(TextFile *t, const char *method) {
    Str *name = str_intern_c(method);
    Object *result = name ? text_ask(t, name, NULL, 0) : NULL;
    xdecref(name);
    return result;
}

static int is_closed(TextFile *t) {
    Buffered *b = text_direct(t);
    if (b && b->raw && file_check_exact(b->raw)) return ((FileIo *)b->raw)->fd < 0;
    Object *buffer = newref(t->buffer);
    int closed = io_is_closed(buffer);
    decref(buffer);
    return closed;
}

int text_check_open(TextFile *t) {
    if (text_check_attached(t) < 0) return -1;
    int closed = is_closed(t);
    return closed > 0 ? raise_int(&exc_ValueError, "I/O operation on closed file.") : closed;
}

int text_call_flush(Object *o) {
    Object *result = object_call_method(o, names.flush, NULL, 0);
    xdecref(result);
    return result ? 0 : -1;
}

/* --- making --- */

static int check_text(const char *function, const char *name, Object *o) {
    if (!o || o == NONE) return 0;
    if (str_check(o) && text_find_char(str_text(o), 0) >= 0)
        return raise_int(&exc_ValueError, "embedded null character");
    if (str_check(o)) return 0;
    return raise_int(&exc_TypeError, "%s() argument '%s' must be str or None, not %K", function, name, o);
}

static int parse_newline(Object *o, Newline *newline) {
    int unknown = newline_parse(o, newline);
    return unknown > 0 ? raise_int(&exc_ValueError, "illegal newline value: %S", o) : unknown;
}

static Object *given(Object *o) {
    return o && o != NONE ? o : NULL;
}

/* buffer.method() as a truth value: 1, 0, -1 */
static int ask(Object *buffer, const char *method) {
    Object *answer = io_call(buffer, method, NULL);
    int truth = answer ? object_truth(answer) : -1;
    xdecref(answer);
    return truth;
}

/* Replaces the codecs by those of another encoding. An error handler that wants this, called by one of them, is
 * refused. */
static int set_codecs(TextFile *t, Object *encoding, Object *errors, Newline newline) {
    if (t->decoder.busy || t->encoder.busy) return raise_int(&exc_RuntimeError, "reentrant call inside %R", t);
    TextDecoder decoder = {.encoding = NULL};
    TextEncoder encoder = {.encoding = NULL};
    if (t->readable && text_decoder_init(&decoder, encoding, errors, newline) < 0) return -1;
    if ((t->writable || !t->readable) && text_encoder_init(&encoder, encoding, errors) < 0) {
        text_decoder_free(&decoder);
        return -1;
    }
    text_decoder_free(&t->decoder);
    text_encoder_free(&t->encoder);
    t->decoder = decoder;
    t->encoder = encoder;
    t->newline = newline;
    set_ref(&t->encoding, newref(encoding));
    set_ref(&t->errors, newref(errors));
    return 0;
}

/* An encoding without name is that of the locale, which is UTF-8. New. */
static Object *encoding_name(Object *encoding) {
    return encoding && !str_equal_c(encoding, "locale") ? newref(encoding) : str_from_c("UTF-8");
}

/* Behind the start of a file no mark is written. */
static int check_start(TextFile *t) {
    if (!t->seekable || !t->writable || !t->encoder.python) return 0;
    Object *at = text_ask(t, names.tell, NULL, 0);
    if (!at) return -1;
    int somewhere = object_truth(at);
    decref(at);
    return somewhere > 0 ? text_encoder_restart(&t->encoder, false) : somewhere;
}

static int ask_buffer_abilities(TextFile *t, Object *buffer) {
    int readable = ask(buffer, "readable"), writable = readable < 0 ? -1 : ask(buffer, "writable");
    int seekable = writable < 0 ? -1 : ask(buffer, "seekable");
    if (seekable < 0) return -1;
    t->readable = readable;
    t->writable = writable;
    t->seekable = t->telling = seekable;
    t->has_read1 = true;
    if (text_direct(t)) return 0;
    Object *read1 = object_getattr_opt(buffer, names.read1);
    if (!read1 && raise_pending()) return -1;
    t->has_read1 = read1 != NULL;
    xdecref(read1);
    return 0;
}

static void clear_fields(TextFile *t) {
    t->ready = t->detached = false;
    text_drop_decoded(t);
    clear_ref(&t->buffer);
    clear_ref(&t->snapshot);
    clear_ref(&t->encoding);
    clear_ref(&t->errors);
    byte_writer_drop(&t->pending);
    text_decoder_free(&t->decoder);
    text_encoder_free(&t->encoder);
}

/* What __init__ does. encoding, errors and newline are strs, None or NULL. */
static int set_up(TextFile *t, Object *buffer, Object *encoding, Object *errors, Object *newline, bool lines,
                  bool through) {
    Newline kind;
    if (t->decoder.busy || t->encoder.busy) return raise_int(&exc_RuntimeError, "reentrant call inside %R", t);
    t->ready = false;
    if (parse_newline(newline, &kind) < 0) return -1;
    clear_fields(t);
    t->buffer = newref(buffer);
    t->line_buffering = lines;
    t->write_through = through;
    t->chunk_size = CHUNK;
    t->pending = byte_writer_new();
    Object *name = encoding_name(given(encoding)), *how = given(errors) ? newref(errors) : str_from_c("strict");
    int status = name && how ? ask_buffer_abilities(t, buffer) : -1;
    if (status == 0) status = set_codecs(t, name, how, kind);
    if (status == 0) status = check_start(t);
    xdecref(name);
    xdecref(how);
    if (status == 0) t->ready = true;
    return status;
}

static Object *text_new(Type *type, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(type);
    if (!o) return NULL;
    self_text(o)->chunk_size = CHUNK;
    gc_track(o);
    return o;
}

static int text_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"buffer",         "encoding",      "errors", "newline",
                                             "line_buffering", "write_through", NULL};
    Object *v[6];
    if (args_bind("TextIOWrapper", parameters, 1, 6, args, nargs, kwnames, v) < 0) return -1;
    if (check_text("TextIOWrapper", "encoding", v[1]) < 0 || check_text("TextIOWrapper", "errors", v[2]) < 0 ||
        check_text("TextIOWrapper", "newline", v[3]) < 0)
        return -1;
    int lines = v[4] ? object_truth(v[4]) : 0, through = v[5] ? object_truth(v[5]) : 0;
    if (lines < 0 || through < 0) return -1;
    return set_up(self_text(o), v[0], v[1], v[2], v[3], lines, through);
}

Object *text_file_new(Object *buffer, Object *encoding, Object *errors, Object *newline, bool line_buffering) {
    type_ready(&text_io_type);
    Object *o = text_new(&text_io_type, NULL, 0, NULL);
    if (o && set_up(self_text(o), buffer, encoding, errors, newline, line_buffering, false) < 0) {
        clear_ref(&self_text(o)->buffer);
        clear_ref(&o);
    }
    return o;
}

/* --- reading and writing --- */

static Object *text_read_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || text_check_open(self_text(o)) < 0) return NULL;
    return text_read(self_text(o), n);
}

static Object *text_readline_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = nargs ? number_as_index(args[0], &exc_OverflowError) : -1;
    if (raise_pending() || text_check_open(self_text(o)) < 0) return NULL;
    return text_readline(self_text(o), n);
}

/* While an iteration goes on tell() is refused, for no snapshots are kept. */
static Object *text_next(Object *o) {
    TextFile *t = self_text(o);
    Object *line;
    if (text_check_attached(t) < 0) return NULL;
    t->telling = false;
    if (o->type == &text_io_type) {
        line = text_check_open(t) < 0 ? NULL : text_readline(t, -1);
    } else { /* a subclass may have a readline of its own */
        line = object_call_method(o, names.readline, NULL, 0);
        if (line && !str_check(line)) {
            raise_error(&exc_OSError, "readline() should have returned a str object, not '%T'", line);
            clear_ref(&line);
        }
    }
    if (!line || str_length(line) > 0) return line;
    decref(line);
    clear_ref(&t->snapshot);
    t->telling = t->seekable;
    return NULL;
}

static Object *text_write_method(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "write() argument must be str, not %K", args[0]);
    if (text_check_open(t) < 0) return NULL;
    return text_write(t, args[0]) < 0 ? NULL : int_from_i64(str_length(args[0]));
}

static Object *text_flush_method(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (text_check_open(t) < 0) return NULL;
    t->telling = t->seekable;
    return text_write_pending(t) < 0 ? NULL : text_ask(t, names.flush, NULL, 0);
}

static Object *text_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (text_check_attached(t) < 0 || text_call_flush(o) < 0 || text_check_attached(t) < 0) return NULL;
    Str *truncate = str_intern_c("truncate");
    Object *none = NONE, *result = truncate ? text_ask(t, truncate, nargs ? args : &none, 1) : NULL;
    xdecref(truncate);
    return result;
}

/* --- closing --- */

static Object *text_close(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (text_check_attached(t) < 0) return NULL;
    int closed = is_closed(t);
    if (closed || !t->buffer) return closed < 0 ? NULL : new_none();
    Object *buffer = newref(t->buffer), *exc = NULL;
    if (t->finalizing) {
        Object *warned = io_call(buffer, "_dealloc_warn", o);
        if (!warned) raise_clear();
        xdecref(warned);
    }
    if (text_call_flush(o) < 0) exc = raise_take();
    Object *result = io_call(buffer, "close", NULL);
    decref(buffer);
    byte_writer_drop(&t->pending);
    if (!exc) return result;
    if (result)
        raise_restore(exc);
    else
        raise_chain(exc);
    xdecref(result);
    return NULL;
}

static Object *text_detach(Object *o, Object **args, ptrdiff_t nargs) {
    TextFile *t = self_text(o);
    if (text_check_attached(t) < 0 || text_call_flush(o) < 0) return NULL;
    Object *buffer = t->buffer;
    t->buffer = NULL;
    t->ready = false;
    t->detached = true;
    return buffer ? buffer : new_none();
}

/* --- questions that the binary file answers --- */

static Object *ask_buffer(Object *o, const char *method) {
    return text_check_attached(self_text(o)) < 0 ? NULL : text_ask_c(self_text(o), method);
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

/* --- reconfigure --- */

/* A flag that may be given: its value, `otherwise`, or -1. */
static int flag_or(Object *o, bool otherwise) {
    if (!given(o)) return otherwise;
    int value = int_as_int(o);
    return raise_pending() ? -1 : value != 0;
}

/* reconfigure(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None) */
static Object *text_reconfigure(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"encoding", "errors", "newline", "line_buffering", "write_through", NULL};
    TextFile *t = self_text(o);
    Object *v[5];
    if (args_bind("reconfigure", parameters, 0, 0, args, nargs, kwnames, v) < 0 || text_check_attached(t) < 0)
        return NULL;
    Object *encoding = given(v[0]), *errors = given(v[1]);
    if (t->text && (encoding || errors || v[2]))
        return io_unsupported("It is not possible to set the encoding or newline of stream after the first read");
    static const char *const message = "reconfigure() argument '%s' must be str or None, not %K";
    for (int i = 0; i < 3; i++)
        if (v[i] && v[i] != NONE && !str_check(v[i])) return raise_error(&exc_TypeError, message, parameters[i], v[i]);
    Newline newline = t->newline;
    if (v[2] && parse_newline(v[2], &newline) < 0) return NULL;
    int lines = flag_or(v[3], t->line_buffering), through = flag_or(v[4], t->write_through);
    if (lines < 0 || through < 0 || text_call_flush(o) < 0 || text_check_attached(t) < 0) return NULL;
    if (encoding || errors || v[2]) {
        Object *name = encoding ? encoding_name(encoding) : newref(t->encoding);
        Object *how = errors ? newref(errors) : encoding ? str_from_c("strict") : newref(t->errors);
        int status = name && how ? set_codecs(t, name, how, newline) : -1;
        if (status == 0) status = check_start(t);
        xdecref(name);
        xdecref(how);
        if (status < 0) return NULL;
    }
    t->line_buffering = lines;
    t->write_through = through;
    return new_none();
}

/* --- attributes --- */

static Object *get_closed(Object *o, void *unused) {
    TextFile *t = self_text(o);
    if (!t->ready && !t->detached) return new_bool(true);
    if (text_check_attached(t) < 0) return NULL;
    int closed = is_closed(t);
    return closed < 0 ? NULL : new_bool(closed);
}

static Object *get_buffer(Object *o, void *unused) {
    return text_check_attached(self_text(o)) < 0 ? NULL : newref(self_text(o)->buffer);
}

static Object *get_name(Object *o, void *unused) {
    return text_check_attached(self_text(o)) < 0 ? NULL : object_getattr(self_text(o)->buffer, names.name);
}

static Object *get_newlines(Object *o, void *unused) {
    TextFile *t = self_text(o);
    if (text_check_attached(t) < 0) return NULL;
    return t->decoder.translates ? newline_seen(t->decoder.newlines.seen) : new_none();
}

static Object *get_errors(Object *o, void *unused) {
    return self_text(o)->errors ? newref(self_text(o)->errors) : (text_check_attached(self_text(o)), NULL);
}

static Object *get_chunk_size(Object *o, void *unused) {
    return text_check_attached(self_text(o)) < 0 ? NULL : int_from_i64(self_text(o)->chunk_size);
}

static int set_chunk_size(Object *o, Object *value, void *unused) {
    if (text_check_attached(self_text(o)) < 0) return -1;
    if (!value)
        return raise_int(&exc_AttributeError,
                         "attribute '_CHUNK_SIZE' of '_io.TextIOWrapper' objects cannot be deleted");
    ptrdiff_t n = number_as_index(value, &exc_ValueError);
    if (n == -1 && raise_pending()) return -1;
    if (n <= 0) return raise_int(&exc_ValueError, "a strictly positive integer is required");
    self_text(o)->chunk_size = n;
    return 0;
}

/* " name=...", if the attribute can be read. */
static int repr_attribute(StrWriter *w, Object *o, Str *attribute) {
    Object *value = object_getattr_opt(o, attribute);
    if (!value) return raise_pending() && !raise_clear_if(&exc_ValueError) ? -1 : 0;
    int status = writer_format(w, " %S=%R", attribute, value);
    decref(value);
    return status;
}

static Object *text_repr(Object *o) {
    TextFile *t = self_text(o);
    if (!t->ready && !t->detached) return text_check_attached(t), NULL;
    int inside = repr_enter(o);
    if (inside > 0) raise_error(&exc_RuntimeError, "reentrant call inside %T.__repr__", o);
    if (inside) return NULL;
    StrWriter w = writer_new();
    int status = writer_format(&w, "<%N", o->type);
    if (status == 0) status = repr_attribute(&w, o, names.name);
    if (status == 0) status = repr_attribute(&w, o, names.mode);
    if (status == 0) status = writer_format(&w, " encoding=%R>", t->encoding);
    repr_leave(o);
    if (status == 0) return writer_finish(&w);
    writer_drop(&w);
    return NULL;
}

/* --- life --- */

static void text_clear(Object *o) {
    clear_fields(self_text(o));
    io_base_clear(o);
}

static void text_dealloc(Object *o) {
    if (object_finalize(o)) return;
    gc_untrack(o);
    clear_fields(self_text(o));
    io_base_dealloc(o);
}

static int text_traverse(Object *o, Visit visit, void *arg) {
    TextFile *t = self_text(o);
    int stop = visit_ref(t->buffer, visit, arg);
    if (!stop) stop = text_decoder_traverse(&t->decoder, visit, arg);
    if (!stop) stop = visit_ref(t->encoder.python, visit, arg);
    return stop ? stop : io_base_traverse(o, visit, arg);
}

static const Method text_methods[] = {
    {"__getstate__", io_refuse_getstate, 0, 0, "__getstate__($self, /)\n--\n\nTypeError: a file has no state to keep."},
    {"close", text_close, 0, 0, "close($self, /)\n--\n\nWrites what is buffered and closes the file."},
    {"detach", text_detach, 0, 0, "detach($self, /)\n--\n\nGives the binary file away; this one is of no use then."},
    {"fileno", text_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file."},
    {"flush", text_flush_method, 0, 0, "flush($self, /)\n--\n\nWrites what is buffered."},
    {"isatty", text_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"},
    {"read", text_read_method, 0, 1,
     "read($self, size=-1, /)\n--\n\nUp to size characters; all that are left if it is negative or None."},
    {"readable", text_readable, 0, 0, "readable($self, /)\n--\n\nCan it be read?"},
    {"readline", text_readline_method, 0, 1,
     "readline($self, size=-1, /)\n--\n\nA line with its line end, or size characters of it."},
    {"reconfigure", (NativeFn)(void *)text_reconfigure, 0, -1,
     "reconfigure($self, /, *, encoding=None, errors=None, newline=None,\n            line_buffering=None, "
     "write_through=None)\n--\n\nChanges how text is encoded and buffered.",
     METH_KEYWORDS},
    {"seek", text_seek, 1, 2,
     "seek($self, cookie, whence=os.SEEK_SET, /)\n--\n\nMoves to a position that tell() gave, to the start or to the "
     "end."},
    {"seekable", text_seekable, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"},
    {"tell", text_tell, 0, 0, "tell($self, /)\n--\n\nThe position, for seek()."},
    {"truncate", text_truncate, 0, 1, "truncate($self, pos=None, /)\n--\n\nCuts the file off at pos."},
    {"writable", text_writable, 0, 0, "writable($self, /)\n--\n\nCan it be written?"},
    {"write", text_write_method, 1, 1, "write($self, text, /)\n--\n\nWrites text; the number of characters."},
    {0},
};

static const GetSet text_getset[] = {
    {"buffer", get_buffer, NULL, NULL, NULL},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, NULL, NULL},
    {"closed", get_closed, NULL, NULL, NULL},
    {"errors", get_errors, NULL, NULL, NULL},
    {"name", get_name, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {0},
};

static const Member text_members[] = {
    {"_finalizing", MEMBER_BOOL, offsetof(TextFile, finalizing), 0, NULL},
    {"encoding", MEMBER_OBJECT_OR_NONE, offsetof(TextFile, encoding), MEMBER_READONLY, NULL},
    {"line_buffering", MEMBER_BOOL, offsetof(TextFile, line_buffering), MEMBER_READONLY, NULL},
    {"write_through", MEMBER_BOOL, offsetof(TextFile, write_through), MEMBER_READONLY, NULL},
    {0},
};

Type text_io_type = {
    .mem = {.name = "_io.TextIOWrapper",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(TextFile),
            .dealloc = text_dealloc,
            .traverse = text_traverse,
            .clear = text_clear},
    .base = &text_io_base_type,
    .doc = "TextIOWrapper(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, "
           "write_through=False)\n--\n\nText, encoded in a binary file.",
    .methods = text_methods,
    .getset = text_getset,
    .members = text_members,
    .repr = text_repr,
    .next = text_next,
    .new = text_new,
    .init = text_init,
};
