/* Streams that are decompressed piece by piece: what zlib.decompressobj gives, and _ZlibDecompressor, which keeps the
 * input that it has not used, as the decompressors of bz2 and lzma do. */
#include "stdlib/zlib_parts.h"

typedef struct Decompress {
    Object base;
    bool open, eof;
    bool needs_input;            /* of a _ZlibDecompressor */
    Object *dictionary;          /* owned, or NULL */
    Object *unused, *unconsumed; /* owned: bytes */
    z_stream z;
} Decompress;

static void decompress_dealloc(Object *o) {
    Decompress *d = (Decompress *)o;
    if (d->open) inflateEnd(&d->z);
    clear_ref(&d->dictionary);
    clear_ref(&d->unused);
    clear_ref(&d->unconsumed);
    object_free(o);
}

/* 0, or -1 with an exception: the stream is given its preset dictionary. */
static int set_dictionary(Decompress *d) {
    Buffer b;
    if (buffer_get(d->dictionary, &b, BUFFER_SIMPLE) < 0) return -1;
    int status = inflateSetDictionary(&d->z, b.data, (uInt)b.length);
    buffer_release(&b);
    return status == Z_OK ? 0 : (zlib_raise(&d->z, status, "while setting zdict"), -1);
}

static Object *make(Type *t, int wbits, Object *dictionary) {
    if (dictionary && !buffer_check(dictionary))
        return raise_error(&exc_TypeError, "zdict argument must support the buffer protocol");
    Decompress *d = (Decompress *)object_new(t);
    if (!d) return NULL;
    d->needs_input = true;
    d->unused = bytes_new("", 0);
    d->unconsumed = bytes_new("", 0);
    d->dictionary = xnewref(dictionary);
    zlib_stream_start(&d->z);
    int status = d->unused && d->unconsumed ? inflateInit2(&d->z, wbits) : Z_MEM_ERROR;
    d->open = status == Z_OK;
    if (status == Z_STREAM_ERROR)
        raise_error(&exc_ValueError, "Invalid initialization option");
    else if (status != Z_OK)
        zlib_raise(&d->z, status, "while creating decompression object");
    /* A raw stream has no header that could ask for it. */
    if (d->open && (!dictionary || wbits >= 0 || set_dictionary(d) == 0)) return (Object *)d;
    decref(d);
    return NULL;
}

Object *zlib_decompressobj(Object *self, Object **args, ptrdiff_t nargs) {
    int wbits;
    if (zlib_int(args, nargs, 0, MAX_WBITS, &wbits) < 0) return NULL;
    return make(&zlib_decompress_type, wbits, arg_or_null(args, nargs, 1));
}

/* inflate, which gets its dictionary when it asks. */
static int run(Decompress *d, const uint8_t **data, size_t *n, ptrdiff_t limit, int flush, ByteWriter *w) {
    int status = zlib_run(&d->z, inflate, flush, data, n, limit, w);
    if (status != Z_NEED_DICT || !d->dictionary) return status;
    if (set_dictionary(d) < 0) return ZLIB_RAISED;
    return zlib_run(&d->z, inflate, flush, data, n, limit, w);
}

static int set_bytes(Object **field, const void *data, size_t n) {
    Object *bytes = bytes_new(data, (ptrdiff_t)n);
    if (bytes) set_ref(field, bytes);
    return bytes ? 0 : -1;
}

/* What is left of the input is kept: behind the end of the stream it is no part of it. */
static int keep_rest(Decompress *d, int status, const uint8_t *data, size_t n) {
    if (status == Z_STREAM_END) {
        d->eof = true;
        Object *rest = bytes_new(data, (ptrdiff_t)n), *all = rest ? bytes_concat(d->unused, rest) : NULL;
        xdecref(rest);
        if (!all) return -1;
        set_ref(&d->unused, all);
        n = 0;
    }
    return n || bytes_length(d->unconsumed) ? set_bytes(&d->unconsumed, data, n) : 0;
}

static Object *finish(Decompress *d, int status, const uint8_t *data, size_t n, const char *what, ByteWriter *w) {
    bool failed = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    if (status != ZLIB_RAISED && keep_rest(d, status, data, n) < 0) status = ZLIB_RAISED;
    if (!failed && status != ZLIB_RAISED) return byte_writer_finish(w);
    byte_writer_drop(w);
    return status == ZLIB_RAISED ? NULL : zlib_raise(&d->z, status, what);
}

static Object *decompress_decompress(Object *self, Object **args, ptrdiff_t nargs) {
    Decompress *d = (Decompress *)self;
    Object *length = arg_or_null(args, nargs, 1);
    ptrdiff_t limit = length ? number_as_index(length, &exc_OverflowError) : 0;
    Buffer b;
    if (limit < 0) return raise_pending() ? NULL : raise_error(&exc_ValueError, "max_length must be non-negative");
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    ByteWriter w = byte_writer_new();
    const uint8_t *data = b.data;
    size_t n = (size_t)b.length;
    int status = d->eof ? Z_STREAM_END : run(d, &data, &n, limit ? limit : -1, Z_SYNC_FLUSH, &w);
    Object *result = finish(d, status, data, n, "while decompressing data", &w);
    buffer_release(&b);
    return result;
}

static Object *decompress_flush(Object *self, Object **args, ptrdiff_t nargs) {
    Decompress *d = (Decompress *)self;
    ptrdiff_t length = nargs ? number_as_index(args[0], &exc_OverflowError) : ZLIB_BUFFER_SIZE;
    if (length == -1 && raise_pending()) return NULL;
    if (length <= 0) return raise_error(&exc_ValueError, "length must be greater than zero");
    if (!d->open) return bytes_new("", 0);
    Object *rest = newref(d->unconsumed);
    ByteWriter w = byte_writer_new();
    const uint8_t *data = ((Bytes *)rest)->data;
    size_t n = (size_t)bytes_length(rest);
    int status = d->eof ? Z_STREAM_END : run(d, &data, &n, -1, Z_FINISH, &w);
    Object *result = finish(d, status, data, n, "while flushing", &w);
    decref(rest);
    if (result && d->eof) {
        inflateEnd(&d->z);
        d->open = false;
    }
    return result;
}

static Object *decompress_copy(Object *self, Object **args, ptrdiff_t nargs) {
    Decompress *d = (Decompress *)self;
    if (!d->open) return raise_error(&exc_ValueError, "Inconsistent stream state");
    Decompress *copy = (Decompress *)object_new(&zlib_decompress_type);
    if (!copy) return NULL;
    int status = inflateCopy(&copy->z, &d->z);
    copy->open = status == Z_OK;
    copy->eof = d->eof;
    copy->dictionary = xnewref(d->dictionary);
    copy->unused = newref(d->unused);
    copy->unconsumed = newref(d->unconsumed);
    if (copy->open) return (Object *)copy;
    decref(copy);
    return zlib_raise(&d->z, status, "while copying decompression object");
}

static Object *decompress_deepcopy(Object *self, Object **args, ptrdiff_t nargs) {
    return decompress_copy(self, NULL, 0);
}

static const Method methods[] = {
    {"__copy__", decompress_copy, 0, 0, "__copy__($self, /)\n--\n\nThe same as copy()."},
    {"__deepcopy__", decompress_deepcopy, 1, 1, "__deepcopy__($self, memo, /)\n--\n\nThe same as copy()."},
    {"copy", decompress_copy, 0, 0, "copy($self, /)\n--\n\nAnother object in the same state."},
    {"decompress", decompress_decompress, 1, 2,
     "decompress($self, data, /, max_length=0)\n--\n\nTakes more of the compressed stream, and gives up to max_length "
     "bytes (0: any number) of what\nit stands for. Input that was not used is in unconsumed_tail."},
    {"flush", decompress_flush, 0, 1,
     "flush($self, length=zlib.DEF_BUF_SIZE, /)\n--\n\nGives what is not given yet of the input taken so far."},
    {0},
};

static const Member members[] = {
    {"eof", MEMBER_BOOL, offsetof(Decompress, eof), MEMBER_READONLY, NULL},
    {"unconsumed_tail", MEMBER_OBJECT, offsetof(Decompress, unconsumed), MEMBER_READONLY, NULL},
    {"unused_data", MEMBER_OBJECT, offsetof(Decompress, unused), MEMBER_READONLY, NULL},
    {0},
};

Type zlib_decompress_type = {
    .mem = {.name = "zlib.Decompress", .size = sizeof(Decompress), .flags = TYPE_NO_NEW, .dealloc = decompress_dealloc},
    .methods = methods,
    .members = members,
};

/* --- _ZlibDecompressor --- */

static Object *decompressor_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const names_of[] = {"wbits", "zdict", NULL};
    Object *v[2];
    int wbits;
    if (args_bind("_ZlibDecompressor", names_of, 0, 2, args, nargs, kwnames, v) < 0 ||
        zlib_int(v, 2, 0, MAX_WBITS, &wbits) < 0)
        return NULL;
    return make(t, wbits, v[1]);
}

static Object *decompressor_decompress(Object *self, Object **args, ptrdiff_t nargs) {
    Decompress *d = (Decompress *)self;
    Object *length = arg_or_null(args, nargs, 1);
    ptrdiff_t limit = length ? number_as_index(length, &exc_OverflowError) : -1;
    Buffer b;
    if (limit == -1 && raise_pending()) return NULL;
    if (d->eof) return raise_error(&exc_EOFError, "End of stream already reached");
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Object *more = bytes_new(b.data, b.length), *all = more ? bytes_concat(d->unconsumed, more) : NULL, *result = NULL;
    buffer_release(&b);
    xdecref(more);
    if (!all) return NULL;
    ByteWriter w = byte_writer_new();
    const uint8_t *data = ((Bytes *)all)->data;
    size_t n = (size_t)bytes_length(all);
    int status = limit == 0 ? Z_OK : run(d, &data, &n, limit, Z_SYNC_FLUSH, &w);
    bool full = limit >= 0 && w.length == limit;
    result = finish(d, status, data, n, "while decompressing data", &w);
    d->needs_input = !d->eof && n == 0 && !full;
    decref(all);
    return result;
}

static const Method decompressor_methods[] = {
    {"decompress", decompressor_decompress, 1, 2,
     "decompress($self, /, data, max_length=-1)\n--\n\nTakes more of the compressed stream, and gives up to max_length "
     "bytes (-1: any number)\nof what it stands for. Input that was not used is kept."},
    {0},
};

static const Member decompressor_members[] = {
    {"eof", MEMBER_BOOL, offsetof(Decompress, eof), MEMBER_READONLY, "Has the end of the stream been reached?"},
    {"needs_input", MEMBER_BOOL, offsetof(Decompress, needs_input), MEMBER_READONLY,
     "Is more input needed before there is more to give?"},
    {"unused_data", MEMBER_OBJECT, offsetof(Decompress, unused), MEMBER_READONLY, "What came behind the end."},
    {0},
};

Type zlib_decompressor_type = {
    .mem = {.name = "zlib._ZlibDecompressor", .size = sizeof(Decompress), .dealloc = decompress_dealloc},
    .doc = "_ZlibDecompressor(wbits=15, zdict=b'')\n--\n\nDecompresses a stream piece by piece.",
    .methods = decompressor_methods,
    .members = decompressor_members,
    .new = decompressor_make,
};
