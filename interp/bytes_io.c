/* io.BytesIO: a binary file in memory.
 *
 *      data:  [0 .. length: the content | free, up to capacity]        at: the position, which may lie behind the end
 *
 * getbuffer() gives a view of the content; while one is out (exports > 0) the block may not move, so nothing that
 * changes the length is allowed. */
#include "interp/io_base.h"
#include "interp/object/text.h"

#include <string.h>

typedef struct BytesIo {
    IoBase io;
    uint8_t *data; /* NULL: nothing written yet, or closed */
    ptrdiff_t length, capacity, at, exports;
    bool closed;
} BytesIo;

static BytesIo *self_bytes(Object *o) {
    return (BytesIo *)o;
}

static int check_open(const BytesIo *b) {
    return b->closed ? raise_int(&exc_ValueError, "I/O operation on closed file.") : 0;
}

static int check_exports(const BytesIo *b) {
    if (!b->exports) return 0;
    return raise_int(&exc_BufferError, "Existing exports of data: object cannot be re-sized");
}

static int reserve(BytesIo *b, ptrdiff_t n) {
    if (n <= b->capacity) return 0;
    ptrdiff_t more = n < PTRDIFF_MAX / 2 ? n + (n >> 3) + 16 : n;
    uint8_t *data = heap_realloc(b->data, more);
    if (!data) return raise_memory(), -1;
    b->data = data;
    b->capacity = more;
    return 0;
}

/* --- reading --- */

/* How many bytes of n (negative: of all) are there from the position on. */
static ptrdiff_t available(const BytesIo *b, ptrdiff_t n) {
    ptrdiff_t left = b->at < b->length ? b->length - b->at : 0;
    return n < 0 || n > left ? left : n;
}

static Object *take(BytesIo *b, ptrdiff_t n) {
    Object *piece = bytes_new(n ? b->data + b->at : (const uint8_t *)"", n);
    if (piece) b->at += n;
    return piece;
}

static Object *bytes_io_read(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || check_open(self_bytes(o)) < 0) return NULL;
    return take(self_bytes(o), available(self_bytes(o), n));
}

static Object *take_line(BytesIo *b, ptrdiff_t limit) {
    ptrdiff_t n = available(b, limit);
    const uint8_t *end = n ? memchr(b->data + b->at, '\n', n) : NULL;
    return take(b, end ? end + 1 - (b->data + b->at) : n);
}

static Object *bytes_io_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || check_open(self_bytes(o)) < 0) return NULL;
    return take_line(self_bytes(o), n);
}

static Object *bytes_io_next(Object *o) {
    if (check_open(self_bytes(o)) < 0) return NULL;
    Object *line = take_line(self_bytes(o), -1);
    if (line && bytes_length(line) == 0) clear_ref(&line);
    return line;
}

static Object *bytes_io_readlines(Object *o, Object **args, ptrdiff_t nargs) {
    Object *size = arg_or_null(args, nargs, 0);
    if (size && size != NONE && !size->type->to_index)
        return raise_error(&exc_TypeError, "integer argument expected, got '%T'", size);
    ptrdiff_t hint, total = 0;
    if (io_size(args, nargs, &hint) < 0 || check_open(self_bytes(o)) < 0) return NULL;
    Object *list = list_new(0);
    while (list && available(self_bytes(o), -1) > 0 && (hint <= 0 || total < hint)) {
        Object *line = take_line(self_bytes(o), -1);
        if (line) total += bytes_length(line);
        if (list_append_steal(list, line) < 0) clear_ref(&list);
    }
    return list;
}

static Object *bytes_io_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    Buffer to;
    if (io_writable_buffer("readinto() argument", args[0], &to) < 0) return NULL;
    ptrdiff_t n = check_open(b) < 0 ? -1 : available(b, to.length);
    if (n > 0) memcpy(to.data, b->data + b->at, n);
    if (n > 0) b->at += n;
    buffer_release(&to);
    return n < 0 ? NULL : int_from_i64(n);
}

static Object *bytes_io_getvalue(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    return check_open(b) < 0 ? NULL : bytes_new(b->length ? b->data : (const uint8_t *)"", b->length);
}

/* --- writing --- */

static int put(BytesIo *b, const uint8_t *from, ptrdiff_t n) {
    ptrdiff_t end;
    if (n == 0) return 0;
    if (__builtin_add_overflow(b->at, n, &end)) return raise_int(&exc_OverflowError, "new buffer size too large");
    if (end > b->length && reserve(b, end) < 0) return -1;
    if (b->at > b->length) memset(b->data + b->length, 0, b->at - b->length);
    copy_short(b->data + b->at, from, (size_t)n);
    b->at = end;
    if (end > b->length) b->length = end;
    return 0;
}

/* The number of bytes written, or -1. */
static ptrdiff_t put_object(BytesIo *b, Object *data) {
    if (check_open(b) < 0 || check_exports(b) < 0) return -1;
    if (likely(data->type == &bytes_type))
        return put(b, ((Bytes *)data)->data, bytes_length(data)) < 0 ? -1 : bytes_length(data);
    Buffer from;
    if (buffer_get(data, &from, BUFFER_SIMPLE) < 0) return -1;
    ptrdiff_t n = from.length;
    bool usable = check_open(b) == 0 && check_exports(b) == 0; /* getting it may have run code */
    int status = usable ? put(b, from.data, n) : -1;
    buffer_release(&from);
    return status < 0 ? -1 : n;
}

static Object *bytes_io_write(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = put_object(self_bytes(o), args[0]);
    return n < 0 ? NULL : int_from_i64(n);
}

static Object *bytes_io_writelines(Object *o, Object **args, ptrdiff_t nargs) {
    if (check_open(self_bytes(o)) < 0) return NULL;
    Object *it = object_iter(args[0]), *x;
    if (!it) return NULL;
    while ((x = object_next(it))) {
        ptrdiff_t n = put_object(self_bytes(o), x);
        decref(x);
        if (n < 0) break;
    }
    decref(it);
    return raise_pending() ? NULL : new_none();
}

static Object *bytes_io_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    if (check_open(b) < 0 || check_exports(b) < 0) return NULL;
    ptrdiff_t n = b->at;
    Object *size = arg_or_null(args, nargs, 0);
    if (size && size != NONE) n = number_as_index(size, &exc_OverflowError);
    if (n == -1 && raise_pending()) return NULL;
    if (n < 0) return raise_error(&exc_ValueError, "negative size value %zd", n);
    if (check_open(b) < 0 || check_exports(b) < 0) return NULL;
    if (n < b->length) b->length = n;
    return int_from_i64(n);
}

/* --- the position --- */

static Object *bytes_io_seek(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    Object *how = arg_or_null(args, nargs, 1);
    ptrdiff_t offset = number_as_index(args[0], &exc_OverflowError);
    if (offset == -1 && raise_pending()) return NULL;
    int whence = how ? int_as_int(how) : 0;
    if (raise_pending() || check_open(b) < 0) return NULL;
    if (offset < 0 && whence == 0) return raise_error(&exc_ValueError, "negative seek value %zd", offset);
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence);
    ptrdiff_t from = whence == 0 ? 0 : whence == 1 ? b->at : b->length;
    if (__builtin_add_overflow(from, offset, &from)) return raise_error(&exc_OverflowError, "new position too large");
    b->at = from < 0 ? 0 : from;
    return int_from_i64(b->at);
}

static Object *bytes_io_tell(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_bytes(o)) < 0 ? NULL : int_from_i64(self_bytes(o)->at);
}

/* --- the rest --- */

static Object *say_yes(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_bytes(o)) < 0 ? NULL : new_bool(true);
}

static Object *bytes_io_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_bytes(o)) < 0 ? NULL : new_bool(false);
}

static Object *bytes_io_flush(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_bytes(o)) < 0 ? NULL : new_none();
}

static Object *bytes_io_iter(Object *o) {
    return newref(o);
}

static void drop_content(BytesIo *b) {
    heap_free(b->data);
    b->data = NULL;
    b->length = b->capacity = b->at = 0;
}

static Object *bytes_io_close(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    if (check_exports(b) < 0) return NULL;
    drop_content(b);
    b->closed = true;
    return new_none();
}

static Object *bytes_io_getstate(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    Object *value = bytes_io_getvalue(o, NULL, 0), *at = value ? int_from_i64(b->at) : NULL;
    Object *dict = at ? io_state_dict(&b->io) : NULL, *state = dict ? tuple_pack(3, value, at, dict) : NULL;
    xdecref(value);
    xdecref(at);
    xdecref(dict);
    return state;
}

/* Takes the content from a buffer object. */
static int fill(BytesIo *b, Object *initial) {
    b->length = b->at = 0;
    if (!initial || initial == NONE) return 0;
    if (put_object(b, initial) < 0) return -1;
    b->at = 0;
    return 0;
}

static Object *bytes_io_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    BytesIo *b = self_bytes(o);
    if (!tuple_check(args[0]) || tuple_length(args[0]) < 3)
        return raise_error(&exc_TypeError, "%T.__setstate__ argument should be 3-tuple, got %T", o, args[0]);
    Object *value = tuple_item(args[0], 0), *at = tuple_item(args[0], 1), *dict = tuple_item(args[0], 2);
    if (check_exports(b) < 0 || fill(b, value) < 0) return NULL;
    if (!int_check(at)) return raise_error(&exc_TypeError, "second item of state must be an integer, not %T", at);
    ptrdiff_t position = number_as_index(at, &exc_OverflowError);
    if (position == -1 && raise_pending()) return NULL;
    if (position < 0) return raise_error(&exc_ValueError, "position value cannot be negative");
    b->at = position;
    if (dict != NONE && !dict_check(dict))
        return raise_error(&exc_TypeError, "third item of state should be a dict, got a %T", dict);
    return io_update_dict(&b->io, dict) < 0 ? NULL : new_none();
}

static Object *bytes_io_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    return int_from_i64(o->type->mem.size + self_bytes(o)->capacity);
}

static Object *get_closed(Object *o, void *unused) {
    return new_bool(self_bytes(o)->closed);
}

static int bytes_io_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"initial_bytes", NULL};
    Object *initial;
    if (args_bind("BytesIO", parameters, 0, 1, args, nargs, kwnames, &initial) < 0) return -1;
    if (check_exports(self_bytes(o)) < 0) return -1;
    self_bytes(o)->closed = false;
    return fill(self_bytes(o), initial);
}

static Object *bytes_io_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static void bytes_io_dealloc(Object *o) {
    gc_untrack(o);
    heap_free(self_bytes(o)->data);
    io_base_dealloc(o);
}

/* --- the view that getbuffer() gives --- */

typedef struct BytesIoBuffer {
    Object base;
    BytesIo *source; /* owned */
} BytesIoBuffer;

static Object *bytes_io_getbuffer(Object *o, Object **args, ptrdiff_t nargs) {
    if (check_open(self_bytes(o)) < 0) return NULL;
    BytesIoBuffer *buffer = (BytesIoBuffer *)object_new(&bytes_io_buffer_type);
    if (!buffer) return NULL;
    buffer->source = newref(o);
    gc_track(buffer);
    Object *view = memoryview_new((Object *)buffer);
    decref(buffer);
    return view;
}

static int buffer_slot_get(Object *o, Buffer *out, int flags) {
    BytesIo *b = ((BytesIoBuffer *)o)->source;
    b->exports++;
    return buffer_fill(out, o, b->data ? b->data : (uint8_t *)"", b->length, false, flags);
}

static void buffer_slot_release(Object *o, Buffer *b) {
    ((BytesIoBuffer *)o)->source->exports--;
}

static void buffer_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((BytesIoBuffer *)o)->source);
    object_free(o);
}

static int buffer_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((BytesIoBuffer *)o)->source, visit, arg);
}

Type bytes_io_buffer_type = {
    .mem = {.name = "_io._BytesIOBuffer",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(BytesIoBuffer),
            .dealloc = buffer_dealloc,
            .traverse = buffer_traverse},
    .buffer_get = buffer_slot_get,
    .buffer_release = buffer_slot_release,
};

/* --- the type --- */

static const Method bytes_io_methods[] = {
    {"__getstate__", bytes_io_getstate, 0, 0, "__getstate__($self, /)\n--\n\n(content, position, dict or None)."},
    {"__setstate__", bytes_io_setstate, 1, 1, "__setstate__($self, object, /)\n--\n\nWhat __getstate__() gave."},
    {"__sizeof__", bytes_io_sizeof, 0, 0, "__sizeof__($self, /)\n--\n\nIts size in memory, in bytes."},
    {"close", bytes_io_close, 0, 0, "close($self, /)\n--\n\nCloses the file and drops its content."},
    {"flush", bytes_io_flush, 0, 0, "flush($self, /)\n--\n\nDoes nothing."},
    {"getbuffer", bytes_io_getbuffer, 0, 0, "getbuffer($self, /)\n--\n\nA view of the content, which can be written."},
    {"getvalue", bytes_io_getvalue, 0, 0, "getvalue($self, /)\n--\n\nThe whole content."},
    {"isatty", bytes_io_isatty, 0, 0, "isatty($self, /)\n--\n\nFalse."},
    {"read", bytes_io_read, 0, 1,
     "read($self, size=-1, /)\n--\n\nUp to size bytes; all that are left if it is negative or None."},
    {"read1", bytes_io_read, 0, 1, "read1($self, size=-1, /)\n--\n\nThe same as read()."},
    {"readable", say_yes, 0, 0, "readable($self, /)\n--\n\nTrue."},
    {"readinto", bytes_io_readinto, 1, 1, "readinto($self, buffer, /)\n--\n\nReads into buffer; how many bytes."},
    {"readline", bytes_io_readline, 0, 1, "readline($self, size=-1, /)\n--\n\nA line, or size bytes of it."},
    {"readlines", bytes_io_readlines, 0, 1,
     "readlines($self, size=None, /)\n--\n\nA list of the lines that are left; no more once they have size bytes."},
    {"seek", bytes_io_seek, 1, 2, "seek($self, pos, whence=0, /)\n--\n\nMoves; the new position."},
    {"seekable", say_yes, 0, 0, "seekable($self, /)\n--\n\nTrue."},
    {"tell", bytes_io_tell, 0, 0, "tell($self, /)\n--\n\nThe position."},
    {"truncate", bytes_io_truncate, 0, 1,
     "truncate($self, size=None, /)\n--\n\nCuts the content off at size, or at the position; size."},
    {"writable", say_yes, 0, 0, "writable($self, /)\n--\n\nTrue."},
    {"write", bytes_io_write, 1, 1, "write($self, b, /)\n--\n\nWrites bytes; how many."},
    {"writelines", bytes_io_writelines, 1, 1, "writelines($self, lines, /)\n--\n\nWrites all items of an iterable."},
    {0},
};

static const GetSet bytes_io_getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {0},
};

Type bytes_io_type = {
    .mem = {.name = "_io.BytesIO", .flags = TYPE_GC | TYPE_BASE, .size = sizeof(BytesIo), .dealloc = bytes_io_dealloc},
    .base = &buffered_io_base_type,
    .doc = "BytesIO(initial_bytes=b'')\n--\n\nA binary file in memory.",
    .methods = bytes_io_methods,
    .getset = bytes_io_getset,
    .iter = bytes_io_iter,
    .next = bytes_io_next,
    .new = bytes_io_new,
    .init = bytes_io_init,
};
