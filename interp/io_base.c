/* _IOBase and below it _RawIOBase, _BufferedIOBase and _TextIOBase: what files of all kinds can do, written in terms of
 * a few methods that a class has to bring: read, readinto, write, seek.
 *
 * Everything goes by name, so that a class written in Python may override any of them. The classes in C that derive
 * from these know better ways, and fall back on these only for their subclasses. */
#include "interp/io_base.h"

#include <string.h>

enum { READALL_PIECE = 128 * 1024 };

/* --- what all files need --- */

static Object *unsupported; /* the class, owned; made on first use */

Object *io_unsupported_type(void) {
    if (unsupported) return unsupported;
    Object *name = str_from_c("UnsupportedOperation"), *d = dict_new(), *module = str_from_c("io");
    Object *bases = tuple_pack(2, (Object *)&exc_OSError, (Object *)&exc_ValueError);
    if (name && d && module && bases && dict_set_c(d, "__module__", module) == 0) {
        Object *args[] = {name, bases, d};
        unsupported = object_call((Object *)&type_type, args, 3, NULL);
    }
    xdecref(name);
    xdecref(d);
    xdecref(module);
    xdecref(bases);
    return unsupported;
}

void io_base_shutdown(void) {
    clear_ref(&unsupported);
}

void *io_unsupported(const char *message) {
    Object *type = io_unsupported_type(), *text = type ? str_from_c(message) : NULL;
    Object *exc = text ? object_call1(type, text) : NULL;
    xdecref(text);
    return exc ? raise_object(exc) : NULL;
}

Object *io_call(Object *o, const char *method, Object *arg) {
    Str *name = str_intern_c(method);
    Object *result = name ? object_call_method(o, name, &arg, arg != NULL) : NULL;
    xdecref(name);
    return result;
}

int io_is_closed(Object *o) {
    Object *closed = object_getattr(o, names.closed);
    int truth = closed ? object_truth(closed) : -1;
    xdecref(closed);
    return truth;
}

int io_check_not_closed(Object *o) {
    int closed = io_is_closed(o);
    return closed > 0 ? raise_int(&exc_ValueError, "I/O operation on closed file.") : closed;
}

int io_size(Object **args, ptrdiff_t nargs, ptrdiff_t *n) {
    Object *size = arg_or_null(args, nargs, 0);
    *n = -1;
    if (!size || size == NONE) return 0;
    if (!size->type->to_index) return raise_int(&exc_TypeError, "argument should be integer or None, not '%T'", size);
    *n = number_as_index(size, &exc_OverflowError);
    return *n == -1 && raise_pending() ? -1 : 0;
}

int io_writable_buffer(const char *argument, Object *o, Buffer *b) {
    if (buffer_check(o) && buffer_get(o, b, BUFFER_WRITABLE) == 0) return 0;
    raise_clear();
    return raise_int(&exc_TypeError, "%s must be read-write bytes-like object, not %K", argument, o);
}

int io_require(Object *o, const char *method, const char *message) {
    Object *answer = io_call(o, method, NULL);
    if (!answer) return -1;
    bool yes = answer == TRUE;
    decref(answer);
    return yes ? 0 : (io_unsupported(message), -1);
}

int io_update_dict(IoBase *o, Object *state) {
    if (state == NONE) return 0;
    Dict *dict = object_dict((Object *)o);
    return dict ? dict_update((Object *)dict, state) : -1;
}

Object *io_refuse_getstate(Object *o, Object **args, ptrdiff_t nargs) {
    return raise_error(&exc_TypeError, "cannot pickle '%s' instances", type_short_name(o->type));
}

Object *io_state_dict(const IoBase *o) {
    return o->dict ? dict_copy((Object *)o->dict) : new_none();
}

/* --- life --- */

Object *io_base_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (t->init == object_type.init && (nargs > 0 || (kwnames && tuple_length(kwnames) > 0)))
        return raise_error(&exc_TypeError, "%s() takes no arguments", t->mem.name);
    if (type_flag(t, TYPE_ABSTRACT)) return object_refuse_abstract(t);
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

void io_base_clear(Object *o) {
    clear_ref(&((IoBase *)o)->dict);
}

void io_base_dealloc(Object *o) {
    gc_untrack(o);
    if (((IoBase *)o)->weaklist) weakref_clear_all(o);
    io_base_clear(o);
    object_free(o);
}

int io_base_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((IoBase *)o)->dict, visit, arg);
}

void io_base_finalize(Object *o) {
    Object *pending = raise_take();
    if (object_setattr(o, names._finalizing, TRUE) < 0) raise_clear();
    int closed = io_is_closed(o);
    if (closed < 0) raise_clear();
    if (closed == 0) { /* what cannot tell was never ready for use */
        Object *result = object_call_method(o, names.close, NULL, 0);
        if (!result) raise_unraisable("while finalizing file", o);
        xdecref(result);
    }
    raise_restore(pending);
}

/* --- _IOBase --- */

static bool marked_closed(Object *o) {
    Dict *dict = ((IoBase *)o)->dict;
    return dict && dict_get_str(dict, names.__IOBase_closed);
}

static int check_open(Object *o) {
    return io_check_not_closed(o);
}

static Object *base_seek(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("seek");
}
static Object *base_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("truncate");
}
static Object *base_fileno(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("fileno");
}

static Object *base_tell(Object *o, Object **args, ptrdiff_t nargs) {
    Object *how[] = {(Object *)&int_small[-INT_SMALL_MIN], (Object *)&int_small[1 - INT_SMALL_MIN]};
    return object_call_method(o, names.seek, how, 2);
}

static Object *base_flush(Object *o, Object **args, ptrdiff_t nargs) {
    return marked_closed(o) ? raise_error(&exc_ValueError, "I/O operation on closed file.") : new_none();
}

int io_base_close(Object *o) {
    if (marked_closed(o)) return 0;
    Object *result = object_call_method(o, names.flush, NULL, 0), *failed = result ? NULL : raise_take();
    xdecref(result);
    int status = object_setattr(o, names.__IOBase_closed, TRUE);
    if (!failed) return status;
    raise_clear();
    raise_restore(failed);
    return -1;
}

static Object *base_close(Object *o, Object **args, ptrdiff_t nargs) {
    return io_base_close(o) < 0 ? NULL : new_none();
}

static Object *say_no(Object *o, Object **args, ptrdiff_t nargs) {
    return new_bool(false);
}

static Object *base_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(o) < 0 ? NULL : new_bool(false);
}

static Object *base_enter(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(o) < 0 ? NULL : newref(o);
}

static Object *base_exit(Object *o, Object **args, ptrdiff_t nargs) {
    return object_call_method(o, names.close, NULL, 0);
}

static Object *base_iter(Object *o) {
    return check_open(o) < 0 ? NULL : newref(o);
}

static Object *base_next(Object *o) {
    Object *line = object_call_method(o, names.readline, NULL, 0);
    if (!line) return NULL;
    ptrdiff_t n = object_length(line);
    if (n <= 0) clear_ref(&line);
    return line;
}

static Object *check_closed_method(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(o) < 0 ? NULL : new_none();
}

static Object *check_seekable(Object *o, Object **args, ptrdiff_t nargs) {
    return io_require(o, "seekable", "File or stream is not seekable.") < 0 ? NULL : new_bool(true);
}
static Object *check_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return io_require(o, "readable", "File or stream is not readable.") < 0 ? NULL : new_bool(true);
}
static Object *check_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return io_require(o, "writable", "File or stream is not writable.") < 0 ? NULL : new_bool(true);
}

/* How many bytes may be read without reading past the line: what peek() shows, else one. -1 */
static ptrdiff_t line_step(Object *o, Object *peek, ptrdiff_t limit) {
    if (!peek) return 1;
    Object *one = int_from_i64(1), *ahead = object_call1(peek, one);
    decref(one);
    if (!ahead) return -1;
    ptrdiff_t n = 1;
    if (!bytes_check(ahead)) {
        n = raise_int(&exc_OSError, "peek() should have returned a bytes object, not '%T'", ahead);
    } else if (bytes_length(ahead) > 0) {
        n = bytes_length(ahead);
        if (limit >= 0 && n > limit) n = limit;
        const uint8_t *data = ((Bytes *)ahead)->data, *end = memchr(data, '\n', n);
        if (end) n = end + 1 - data;
    }
    decref(ahead);
    return n;
}

/* Reads up to n bytes into the writer: how many, -1. */
static ptrdiff_t read_step(Object *o, ptrdiff_t n, ByteWriter *w) {
    Object *count = int_from_i64(n), *piece = count ? object_call_method(o, names.read, &count, 1) : NULL;
    xdecref(count);
    if (!piece) return -1;
    ptrdiff_t got;
    if (!bytes_check(piece))
        got = raise_int(&exc_OSError, "read() should have returned a bytes object, not '%T'", piece);
    else
        got = byte_writer_put(w, ((Bytes *)piece)->data, bytes_length(piece)) < 0 ? -1 : bytes_length(piece);
    decref(piece);
    return got;
}

static Object *base_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t limit, got = 1;
    if (io_size(args, nargs, &limit) < 0) return NULL;
    Object *peek = object_getattr_opt(o, names.peek);
    if (!peek && raise_pending()) return NULL;
    ByteWriter w = byte_writer_new();
    while (got > 0 && (limit < 0 || w.length < limit)) {
        ptrdiff_t step = line_step(o, peek, limit < 0 ? -1 : limit - w.length);
        got = step < 0 ? -1 : read_step(o, step, &w);
        if (got > 0 && w.bytes->data[w.length - 1] == '\n') break;
    }
    xdecref(peek);
    if (got >= 0) return byte_writer_finish(&w);
    byte_writer_drop(&w);
    return NULL;
}

static Object *base_readlines(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t hint, total = 0;
    if (io_size(args, nargs, &hint) < 0) return NULL;
    Object *list = list_new(0), *it = list ? object_iter(o) : NULL, *line;
    while (it && (hint <= 0 || total < hint) && (line = object_next(it))) {
        ptrdiff_t n = object_length(line);
        if (n < 0) decref(line);
        if (n < 0 || list_append_steal(list, line) < 0) break;
        total += n;
    }
    xdecref(it);
    if (raise_pending()) clear_ref(&list);
    return list;
}

static Object *base_writelines(Object *o, Object **args, ptrdiff_t nargs) {
    if (check_open(o) < 0) return NULL;
    Object *it = object_iter(args[0]), *x;
    if (!it) return NULL;
    while ((x = object_next(it))) {
        Object *result = object_call_method(o, names.write, &x, 1);
        decref(x);
        xdecref(result);
        if (!result) break;
    }
    decref(it);
    return raise_pending() ? NULL : new_none();
}

static Object *get_closed(Object *o, void *unused) {
    return new_bool(marked_closed(o));
}

static const Method base_methods[] = {
    {"_checkClosed", check_closed_method, 0, 0, "_checkClosed($self, /)\n--\n\n"},
    {"_checkReadable", check_readable, 0, 0, "_checkReadable($self, /)\n--\n\n"},
    {"_checkSeekable", check_seekable, 0, 0, "_checkSeekable($self, /)\n--\n\n"},
    {"_checkWritable", check_writable, 0, 0, "_checkWritable($self, /)\n--\n\n"},
    {"__enter__", base_enter, 0, 0, "__enter__($self, /)\n--\n\nThe file itself."},
    {"__exit__", base_exit, 0, -1, "__exit__($self, /, *args)\n--\n\nCloses the file."},
    {"close", base_close, 0, 0, "close($self, /)\n--\n\nFlushes and closes the file; does nothing the second time."},
    {"fileno", base_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file, if it has one."},
    {"flush", base_flush, 0, 0, "flush($self, /)\n--\n\nWrites what is buffered."},
    {"isatty", base_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"},
    {"readable", say_no, 0, 0, "readable($self, /)\n--\n\nCan it be read?"},
    {"readline", base_readline, 0, 1, "readline($self, size=-1, /)\n--\n\nA line with its end, or size of it."},
    {"readlines", base_readlines, 0, 1,
     "readlines($self, hint=-1, /)\n--\n\nA list of the lines that are left; no more once they have hint in all."},
    {"seek", base_seek, 1, 2, "seek($self, offset, whence=os.SEEK_SET, /)\n--\n\nMoves; the new position."},
    {"seekable", say_no, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"},
    {"tell", base_tell, 0, 0, "tell($self, /)\n--\n\nThe position."},
    {"truncate", base_truncate, 0, 1, "truncate($self, size=None, /)\n--\n\nCuts the file off."},
    {"writable", say_no, 0, 0, "writable($self, /)\n--\n\nCan it be written?"},
    {"writelines", base_writelines, 1, 1, "writelines($self, lines, /)\n--\n\nWrites all items of an iterable."},
    {0},
};

static const GetSet base_getset[] = {
    {"__dict__", attribute_get_dict, attribute_set_dict, NULL, NULL},
    {"closed", get_closed, NULL, NULL, NULL},
    {0},
};

/* --- _RawIOBase --- */

static Object *not_implemented(Object *o, Object **args, ptrdiff_t nargs) {
    return raise_with(&exc_NotImplementedError, NULL);
}

static Object *raw_readall(Object *o, Object **args, ptrdiff_t nargs) {
    ByteWriter w = byte_writer_new();
    Object *n = int_from_i64(READALL_PIECE), *piece = NULL;
    while (n) {
        piece = object_call_method(o, names.read, &n, 1);
        if (!piece || !bytes_check(piece) || bytes_length(piece) == 0) break;
        if (byte_writer_put(&w, ((Bytes *)piece)->data, bytes_length(piece)) < 0) clear_ref(&n);
        decref(piece);
        piece = NULL;
    }
    xdecref(n);
    if (piece == NONE && w.length == 0) return piece; /* nothing there yet */
    if (piece && piece != NONE && !bytes_check(piece)) raise_error(&exc_TypeError, "read() should return bytes");
    xdecref(piece);
    if (!raise_pending()) return byte_writer_finish(&w);
    byte_writer_drop(&w);
    return NULL;
}

static Object *raw_read(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = arg_or_null(args, nargs, 0) ? number_as_index(args[0], &exc_OverflowError) : -1;
    if (n == -1 && raise_pending()) return NULL;
    if (n < 0) return object_call_method(o, names.readall, NULL, 0);
    Object *room = bytearray_new(NULL, n), *got = NULL, *result = NULL;
    if (room) memset(((ByteArray *)room)->data, 0, n);
    if (room) got = object_call_method(o, names.readinto, &room, 1);
    if (got == NONE) {
        result = newref(NONE);
    } else if (got) {
        ptrdiff_t filled = number_as_index(got, &exc_ValueError);
        if (filled == -1 && raise_pending())
            result = NULL;
        else if (filled < 0 || filled > ((ByteArray *)room)->length)
            raise_error(&exc_ValueError, "readinto returned %zd outside buffer size %zd", filled,
                        ((ByteArray *)room)->length);
        else
            result = bytes_new(((ByteArray *)room)->data, filled);
    }
    xdecref(got);
    xdecref(room);
    return result;
}

static const Method raw_methods[] = {
    {"read", raw_read, 0, 1, "read($self, size=-1, /)\n--\n\nUp to size bytes with one call of readinto()."},
    {"readall", raw_readall, 0, 0, "readall($self, /)\n--\n\nAll bytes that are left."},
    {"readinto", not_implemented, 0, -1, "Reads into a buffer; how many bytes."},
    {"write", not_implemented, 0, -1, "Writes bytes; how many."},
    {0},
};

/* --- _BufferedIOBase --- */

static Object *say_read(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("read");
}
static Object *say_read1(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("read1");
}
static Object *say_readline(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("readline");
}
static Object *say_detach(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("detach");
}
static Object *say_write(Object *o, Object **args, ptrdiff_t nargs) {
    return io_unsupported("write");
}

static Object *say_write_text(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "write() argument 1 must be str, not %K", args[0]);
    return io_unsupported("write");
}

/* readinto by way of `method`, which is read or read1. */
static Object *read_and_copy(Object *o, const char *argument, const char *method, Object *to) {
    Buffer b;
    if (io_writable_buffer(argument, to, &b) < 0) return NULL;
    Object *n = int_from_i64(b.length), *piece = n ? io_call(o, method, n) : NULL, *result = NULL;
    xdecref(n);
    if (piece && !bytes_check(piece)) {
        raise_error(&exc_TypeError, "read() should return bytes");
    } else if (piece && bytes_length(piece) > b.length) {
        raise_error(&exc_ValueError, "read() returned too much data: %zd bytes requested, %zd returned", b.length,
                    bytes_length(piece));
    } else if (piece) {
        memcpy(b.data, ((Bytes *)piece)->data, bytes_length(piece));
        result = int_from_i64(bytes_length(piece));
    }
    xdecref(piece);
    buffer_release(&b);
    return result;
}

static Object *buffered_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    return read_and_copy(o, "readinto() argument", "read", args[0]);
}
static Object *buffered_readinto1(Object *o, Object **args, ptrdiff_t nargs) {
    return read_and_copy(o, "readinto1() argument", "read1", args[0]);
}

static const Method buffered_methods[] = {
    {"detach", say_detach, 0, 0, "detach($self, /)\n--\n\nGives the raw file away; this one is of no use then."},
    {"read", say_read, 0, 1, "read($self, size=-1, /)\n--\n\nsize bytes, or all that are left."},
    {"read1", say_read1, 0, 1, "read1($self, size=-1, /)\n--\n\nUp to size bytes with one read of the raw file."},
    {"readinto", buffered_readinto, 1, 1, "readinto($self, buffer, /)\n--\n\nReads into buffer; how many bytes."},
    {"readinto1", buffered_readinto1, 1, 1, "readinto1($self, buffer, /)\n--\n\nThe same with one read at most."},
    {"write", say_write, 1, 1, "write($self, b, /)\n--\n\nWrites bytes; how many."},
    {0},
};

/* --- _TextIOBase --- */

static const Method text_methods[] = {
    {"detach", say_detach, 0, 0, "detach($self, /)\n--\n\nGives the binary file away; this one is of no use then."},
    {"read", say_read, 0, 1, "read($self, size=-1, /)\n--\n\nUp to size characters, or all that are left."},
    {"readline", say_readline, 0, 1, "readline($self, size=-1, /)\n--\n\nA line, or size characters of it."},
    {"write", say_write_text, 1, 1, "write($self, s, /)\n--\n\nWrites text; the number of characters."},
    {0},
};

static Object *get_none(Object *o, void *unused) {
    return new_none();
}

static const GetSet text_getset[] = {
    {"encoding", get_none, NULL, NULL, NULL},
    {"errors", get_none, NULL, NULL, NULL},
    {"newlines", get_none, NULL, NULL, NULL},
    {0},
};

/* --- the types --- */

Type io_base_type = {
    .mem = {.name = "_io._IOBase",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(IoBase),
            .weaklist_offset = offsetof(IoBase, weaklist),
            .dict_offset = offsetof(IoBase, dict),
            .dealloc = io_base_dealloc,
            .traverse = io_base_traverse,
            .clear = io_base_clear,
            .finalize = io_base_finalize},
    .doc = "The base of all files.",
    .methods = base_methods,
    .getset = base_getset,
    .iter = base_iter,
    .next = base_next,
    .new = io_base_new,
};

Type raw_io_base_type = {
    .mem = {.name = "_io._RawIOBase", .flags = TYPE_GC | TYPE_BASE},
    .base = &io_base_type,
    .doc = "The base of files that are the system's, without a buffer.",
    .methods = raw_methods,
};

Type buffered_io_base_type = {
    .mem = {.name = "_io._BufferedIOBase", .flags = TYPE_GC | TYPE_BASE},
    .base = &io_base_type,
    .doc = "The base of binary files with a buffer.",
    .methods = buffered_methods,
};

Type text_io_base_type = {
    .mem = {.name = "_io._TextIOBase", .flags = TYPE_GC | TYPE_BASE},
    .base = &io_base_type,
    .doc = "The base of text files.",
    .methods = text_methods,
    .getset = text_getset,
};
