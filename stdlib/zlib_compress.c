/* What zlib.compressobj gives: a stream that is compressed piece by piece. */
#include "stdlib/zlib_parts.h"

typedef struct Compress {
    Object base;
    bool open; /* z is initialised */
    z_stream z;
} Compress;

static void compress_dealloc(Object *o) {
    Compress *c = (Compress *)o;
    if (c->open) deflateEnd(&c->z);
    object_free(o);
}

static int set_dictionary(z_stream *z, Object *dictionary) {
    Buffer b;
    if (!dictionary) return 0;
    if (buffer_get(dictionary, &b, BUFFER_SIMPLE) < 0) return -1;
    int status = deflateSetDictionary(z, b.data, (uInt)b.length);
    buffer_release(&b);
    if (status == Z_OK) return 0;
    return raise_int(&exc_ValueError, status == Z_STREAM_ERROR ? "Invalid dictionary" : "deflateSetDictionary()");
}

Object *zlib_compressobj(Object *self, Object **args, ptrdiff_t nargs) {
    static const int defaults[] = {Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY};
    int v[5];
    Object *dictionary = arg_or_null(args, nargs, 5);
    for (int i = 0; i < 5; i++)
        if (zlib_int(args, nargs, i, defaults[i], &v[i]) < 0) return NULL;
    if (dictionary && !buffer_check(dictionary))
        return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", dictionary);
    Compress *c = (Compress *)object_new(&zlib_compress_type);
    if (!c) return NULL;
    zlib_stream_start(&c->z);
    int status = deflateInit2(&c->z, v[0], v[1], v[2], v[3], v[4]);
    c->open = status == Z_OK;
    if (status == Z_STREAM_ERROR)
        raise_error(&exc_ValueError, "Invalid initialization option");
    else if (status != Z_OK)
        zlib_raise(&c->z, status, "while creating compression object");
    if (c->open && set_dictionary(&c->z, dictionary) == 0) return (Object *)c;
    decref(c);
    return NULL;
}

static Object *run(Compress *c, const uint8_t *data, size_t n, int flush, const char *what) {
    ByteWriter w = byte_writer_new();
    int status = zlib_run(&c->z, deflate, flush, &data, &n, -1, &w);
    if (status == Z_STREAM_END) {
        deflateEnd(&c->z);
        c->open = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
        byte_writer_drop(&w);
        return status == ZLIB_RAISED ? NULL : zlib_raise(&c->z, status, what);
    }
    return byte_writer_finish(&w);
}

static Object *compress_compress(Object *self, Object **args, ptrdiff_t nargs) {
    Buffer b;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    Compress *c = (Compress *)self;
    Object *result = c->open ? run(c, b.data, (size_t)b.length, Z_NO_FLUSH, "while compressing data")
                             : zlib_raise(NULL, Z_STREAM_ERROR, "while compressing data");
    buffer_release(&b);
    return result;
}

static Object *compress_flush(Object *self, Object **args, ptrdiff_t nargs) {
    Compress *c = (Compress *)self;
    int mode;
    if (zlib_int(args, nargs, 0, Z_FINISH, &mode) < 0) return NULL;
    if (mode == Z_NO_FLUSH) return bytes_new("", 0);
    return c->open ? run(c, NULL, 0, mode, "while flushing") : zlib_raise(NULL, Z_STREAM_ERROR, "while flushing");
}

static Object *compress_copy(Object *self, Object **args, ptrdiff_t nargs) {
    Compress *c = (Compress *)self;
    if (!c->open) return raise_error(&exc_ValueError, "Inconsistent stream state");
    Compress *copy = (Compress *)object_new(&zlib_compress_type);
    if (!copy) return NULL;
    int status = deflateCopy(&copy->z, &c->z);
    copy->open = status == Z_OK;
    if (copy->open) return (Object *)copy;
    decref(copy);
    return zlib_raise(&c->z, status, "while copying compression object");
}

static Object *compress_deepcopy(Object *self, Object **args, ptrdiff_t nargs) {
    return compress_copy(self, NULL, 0);
}

static const Method methods[] = {
    {"__copy__", compress_copy, 0, 0, "__copy__($self, /)\n--\n\nThe same as copy()."},
    {"__deepcopy__", compress_deepcopy, 1, 1, "__deepcopy__($self, memo, /)\n--\n\nThe same as copy()."},
    {"compress", compress_compress, 1, 1,
     "compress($self, data, /)\n--\n\nTakes more of the stream, and gives what is ready of its compressed form."},
    {"copy", compress_copy, 0, 0, "copy($self, /)\n--\n\nAnother object in the same state."},
    {"flush", compress_flush, 0, 1,
     "flush($self, mode=zlib.Z_FINISH, /)\n--\n\nGives all that is not given yet; with Z_FINISH the stream ends."},
    {0},
};

Type zlib_compress_type = {
    .mem = {.name = "zlib.Compress", .size = sizeof(Compress), .flags = TYPE_NO_NEW, .dealloc = compress_dealloc},
    .methods = methods,
};
