/* BufferedRWPair: two raw files that belong together, one read and one written, as one file: the ends of two pipes,
 * say. Each has a buffer of its own; there is no position. */
#include "interp/buffered_io.h"

typedef struct BufferedPair {
    IoBase io;
    Object *reader, *writer; /* owned; NULL: __init__ did not succeed */
} BufferedPair;

static BufferedPair *self_pair(Object *o) {
    return (BufferedPair *)o;
}

/* half.method(args) */
static Object *forward(Object *half, const char *method, Object **args, ptrdiff_t nargs) {
    if (!half) return raise_error(&exc_ValueError, "I/O operation on uninitialized object");
    Str *name = str_intern_c(method);
    Object *owned = newref(half), *result = name ? object_call_method(owned, name, args, nargs) : NULL;
    decref(owned);
    xdecref(name);
    return result;
}

static Object *pair_read(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "read", args, nargs);
}
static Object *pair_read1(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "read1", args, nargs);
}
static Object *pair_peek(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "peek", args, nargs);
}
static Object *pair_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "readinto", args, nargs);
}
static Object *pair_readinto1(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "readinto1", args, nargs);
}
static Object *pair_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->reader, "readable", args, nargs);
}
static Object *pair_write(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->writer, "write", args, nargs);
}
static Object *pair_flush(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->writer, "flush", args, nargs);
}
static Object *pair_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return forward(self_pair(o)->writer, "writable", args, nargs);
}

static Object *pair_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    Object *result = forward(self_pair(o)->writer, "isatty", NULL, 0);
    if (result != FALSE) return result;
    decref(result);
    return forward(self_pair(o)->reader, "isatty", NULL, 0);
}

static Object *pair_close(Object *o, Object **args, ptrdiff_t nargs) {
    Object *written = forward(self_pair(o)->writer, "close", NULL, 0), *exc = written ? NULL : raise_take();
    xdecref(written);
    Object *result = forward(self_pair(o)->reader, "close", NULL, 0);
    if (!exc) return result;
    if (result)
        raise_restore(exc);
    else
        raise_chain(exc);
    xdecref(result);
    return NULL;
}

static Object *get_closed(Object *o, void *unused) {
    if (!self_pair(o)->writer)
        return raise_error(&exc_RuntimeError, "the BufferedRWPair object is being garbage-collected");
    return object_getattr(self_pair(o)->writer, names.closed);
}

static Object *make_half(Type *t, Object *raw, Object *size) {
    Object *args[] = {raw, size};
    return object_call((Object *)t, args, size ? 2 : 1, NULL);
}

/* BufferedRWPair(reader, writer, buffer_size=131072) */
static int pair_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (o->type == &buffered_pair_type && args_no_keywords("BufferedRWPair", kwnames) < 0) return -1;
    if (args_count("BufferedRWPair", nargs, 2, 3) < 0) return -1;
    Object *v[] = {args[0], args[1], arg_or_null(args, nargs, 2)};
    if (io_require(v[0], "readable", "File or stream is not readable.") < 0) return -1;
    if (io_require(v[1], "writable", "File or stream is not writable.") < 0) return -1;
    Object *reader = make_half(&buffered_reader_type, v[0], v[2]);
    Object *writer = reader ? make_half(&buffered_writer_type, v[1], v[2]) : NULL;
    if (!writer) {
        xdecref(reader);
        return -1;
    }
    set_ref(&self_pair(o)->reader, reader);
    set_ref(&self_pair(o)->writer, writer);
    return 0;
}

static Object *pair_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static void pair_clear(Object *o) {
    clear_ref(&self_pair(o)->reader);
    clear_ref(&self_pair(o)->writer);
    io_base_clear(o);
}

static void pair_dealloc(Object *o) {
    if (object_finalize(o)) return;
    gc_untrack(o);
    pair_clear(o);
    io_base_dealloc(o);
}

static int pair_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(self_pair(o)->reader, visit, arg);
    if (!stop) stop = visit_ref(self_pair(o)->writer, visit, arg);
    return stop ? stop : io_base_traverse(o, visit, arg);
}

static const Method pair_methods[] = {
    {"close", pair_close, 0, 0, "Closes both files."},
    {"flush", pair_flush, 0, 0, "Writes what is buffered."},
    {"isatty", pair_isatty, 0, 0, "Is one of them a terminal?"},
    {"peek", pair_peek, 0, -1, "Bytes that come next, without moving."},
    {"read", pair_read, 0, -1, "Up to size bytes; all that are left if it is negative or None."},
    {"read1", pair_read1, 0, -1, "Up to size bytes with one read at most."},
    {"readable", pair_readable, 0, 0, "Can it be read?"},
    {"readinto", pair_readinto, 0, -1, "Reads into a buffer; the number of bytes."},
    {"readinto1", pair_readinto1, 0, -1, "Reads into a buffer with one read at most; the number of bytes."},
    {"writable", pair_writable, 0, 0, "Can it be written?"},
    {"write", pair_write, 0, -1, "Writes bytes; how many."},
    {0},
};

static const GetSet pair_getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {0},
};

Type buffered_pair_type = {
    .mem = {.name = "_io.BufferedRWPair",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(BufferedPair),
            .dealloc = pair_dealloc,
            .traverse = pair_traverse,
            .clear = pair_clear},
    .base = &buffered_io_base_type,
    .doc = "BufferedRWPair(reader, writer, buffer_size=131072, /)\n--\n\nA file that reads one raw file and writes "
           "another.",
    .methods = pair_methods,
    .getset = pair_getset,
    .new = pair_new,
    .init = pair_init,
};
