/* zlib: compression in one go, checksums, constants; and what the parts share. */
#include "stdlib/zlib_parts.h"

Object *zlib_error;

/* --- shared --- */

void *zlib_raise(const z_stream *z, int error, const char *what) {
    const char *why = z ? z->msg : NULL;
    if (error == Z_VERSION_ERROR) why = "library version mismatch";
    if (!why && error == Z_BUF_ERROR) why = "incomplete or truncated stream";
    if (!why && error == Z_STREAM_ERROR) why = "inconsistent stream state";
    if (!why && error == Z_DATA_ERROR) why = "invalid input data";
    if (error == Z_MEM_ERROR) return raise_memory();
    if (!why) return raise_error((Type *)zlib_error, "Error %d %s", error, what);
    return raise_error((Type *)zlib_error, "Error %d %s: %.200s", error, what, why);
}

static voidpf stream_alloc(voidpf opaque, uInt items, uInt size) {
    return heap_alloc((size_t)items * size);
}

static void stream_free(voidpf opaque, voidpf block) {
    heap_free(block);
}

void zlib_stream_start(z_stream *z) {
    *z = (z_stream){.zalloc = stream_alloc, .zfree = stream_free};
}

/* More room in the writer: twice as much as before, at least. 0: the limit is reached; -1 */
static int make_room(z_stream *z, ByteWriter *w, ptrdiff_t limit) {
    ptrdiff_t size = w->length > ZLIB_BUFFER_SIZE ? w->length : ZLIB_BUFFER_SIZE;
    if (limit >= 0 && size > limit - w->length) size = limit - w->length;
    if (size > INT32_MAX) size = INT32_MAX;
    if (size == 0) return 0;
    uint8_t *room = byte_writer_room(w, size);
    if (!room) return -1;
    z->next_out = room;
    z->avail_out = (uInt)size;
    return 1;
}

int zlib_run(z_stream *z, int (*step)(z_stream *, int), int flush, const uint8_t **data, size_t *n, ptrdiff_t limit,
             ByteWriter *w) {
    int status = Z_OK;
    z->avail_out = 0;
    do {
        uInt piece = *n > UINT32_MAX ? UINT32_MAX : (uInt)*n;
        bool last = piece == *n;
        z->next_in = (Bytef *)*data;
        z->avail_in = piece;
        do {
            if (z->avail_out == 0) {
                int room = make_room(z, w, limit);
                if (room < 0) return ZLIB_RAISED;
                if (room == 0) break;
            }
            status = step(z, last ? flush : Z_NO_FLUSH);
        } while ((status == Z_OK || status == Z_BUF_ERROR) && z->avail_out == 0);
        *data = z->next_in;
        *n -= piece - z->avail_in;
    } while (status == Z_OK && *n && z->avail_out);
    w->length -= z->avail_out;
    return status;
}

int zlib_int(Object **args, ptrdiff_t nargs, ptrdiff_t i, int otherwise, int *out) {
    Object *o = arg_or_null(args, nargs, i);
    *out = o ? int_as_int(o) : otherwise;
    return *out == -1 && raise_pending() ? -1 : 0;
}

/* --- compress and decompress --- */

/* Ends the stream and gives what was written. what: for the message of an error. */
static Object *finish(z_stream *z, int (*end)(z_stream *), int status, const char *what, ByteWriter *w) {
    Object *result = NULL;
    if (status == Z_STREAM_END) {
        result = byte_writer_finish(w);
    } else {
        byte_writer_drop(w);
        if (status != ZLIB_RAISED) zlib_raise(z, status == Z_OK ? Z_BUF_ERROR : status, what);
    }
    end(z);
    return result;
}

static Object *f_compress(Object *self, Object **args, ptrdiff_t nargs) {
    int level, wbits;
    Buffer b;
    z_stream z;
    if (zlib_int(args, nargs, 1, Z_DEFAULT_COMPRESSION, &level) < 0 ||
        zlib_int(args, nargs, 2, MAX_WBITS, &wbits) < 0 || buffer_get(args[0], &b, BUFFER_SIMPLE) < 0)
        return NULL;
    zlib_stream_start(&z);
    int status = deflateInit2(&z, level, Z_DEFLATED, wbits, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY);
    Object *result = NULL;
    if (status == Z_OK) {
        ByteWriter w = byte_writer_new();
        const uint8_t *data = b.data;
        size_t n = (size_t)b.length;
        status = zlib_run(&z, deflate, Z_FINISH, &data, &n, -1, &w);
        result = finish(&z, deflateEnd, status, "while compressing data", &w);
    } else if (status == Z_STREAM_ERROR) {
        raise_error((Type *)zlib_error, "Bad compression level");
    } else {
        zlib_raise(&z, status, "while compressing data");
    }
    buffer_release(&b);
    return result;
}

static Object *f_decompress(Object *self, Object **args, ptrdiff_t nargs) {
    int wbits;
    Object *size = arg_or_null(args, nargs, 2);
    ptrdiff_t room = size ? number_as_index(size, &exc_OverflowError) : ZLIB_BUFFER_SIZE;
    Buffer b;
    z_stream z;
    if (zlib_int(args, nargs, 1, MAX_WBITS, &wbits) < 0 || (room == -1 && raise_pending())) return NULL;
    if (room < 0) return raise_error(&exc_ValueError, "bufsize must be non-negative");
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    zlib_stream_start(&z);
    int status = inflateInit2(&z, wbits);
    Object *result = NULL;
    if (status == Z_OK) {
        ByteWriter w = byte_writer_new();
        const uint8_t *data = b.data;
        size_t n = (size_t)b.length;
        status = zlib_run(&z, inflate, Z_SYNC_FLUSH, &data, &n, -1, &w);
        result = finish(&z, inflateEnd, status, "while decompressing data", &w);
    } else {
        zlib_raise(&z, status, "while preparing to decompress data");
    }
    buffer_release(&b);
    return result;
}

/* --- checksums --- */

static Object *checksum(Object **args, ptrdiff_t nargs, uLong start, uLong (*sum)(uLong, const Bytef *, z_size_t)) {
    Buffer b;
    if (nargs > 1) {
        Object *mask = int_from_i64(UINT32_MAX), *low = mask ? number_binary(args[1], mask, BIN_AND) : NULL;
        if (low) start = (uLong)int_as_u64(low);
        xdecref(mask);
        xdecref(low);
        if (!low) return NULL;
    }
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    start = sum(start, b.data, (z_size_t)b.length);
    buffer_release(&b);
    return int_from_u64(start);
}

static Object *f_adler32(Object *self, Object **args, ptrdiff_t nargs) {
    return checksum(args, nargs, 1, adler32_z);
}

static Object *f_crc32(Object *self, Object **args, ptrdiff_t nargs) {
    return checksum(args, nargs, 0, crc32_z);
}

/* --- the module --- */

static const Method methods[] = {
    {"adler32", f_adler32, 1, 2, "adler32(data, value=1, /)\n--\n\nThe Adler-32 checksum, going on from value."},
    {"compress", f_compress, 1, 3,
     "compress($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)\n--\n\nBytes, compressed."},
    {"compressobj", zlib_compressobj, 0, 6,
     "compressobj($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, "
     "memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=<unrepresentable>)\n--\n\n"
     "An object that compresses a stream."},
    {"crc32", f_crc32, 1, 2, "crc32(data, value=0, /)\n--\n\nThe CRC-32 checksum, going on from value."},
    {"decompress", f_decompress, 1, 3,
     "decompress($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)\n--\n\nBytes, decompressed."},
    {"decompressobj", zlib_decompressobj, 0, 2,
     "decompressobj($module, /, wbits=MAX_WBITS, zdict=b'')\n--\n\nAn object that decompresses a stream."},
    {0},
};

static int add_text(Object *m, const char *name, const char *text) {
    return module_add_steal(m, name, str_from_c(text));
}

static int setup(Object *m) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"DEFLATED", Z_DEFLATED},
        {"DEF_BUF_SIZE", ZLIB_BUFFER_SIZE},
        {"DEF_MEM_LEVEL", MAX_MEM_LEVEL - 1},
        {"MAX_WBITS", MAX_WBITS},
        {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
        {"Z_BEST_SPEED", Z_BEST_SPEED},
        {"Z_BLOCK", Z_BLOCK},
        {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
        {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
        {"Z_FILTERED", Z_FILTERED},
        {"Z_FINISH", Z_FINISH},
        {"Z_FIXED", Z_FIXED},
        {"Z_FULL_FLUSH", Z_FULL_FLUSH},
        {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
        {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
        {"Z_NO_FLUSH", Z_NO_FLUSH},
        {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
        {"Z_RLE", Z_RLE},
        {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
        {"Z_TREES", Z_TREES},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add_int(m, constants[i].name, constants[i].value) < 0) return -1;
    type_ready(&zlib_compress_type);
    type_ready(&zlib_decompress_type);
    clear_ref(&zlib_error);
    if (!(zlib_error = module_add_exception(m, "zlib.error", &exc_Exception)) ||
        module_add_type(m, &zlib_decompressor_type) < 0 || add_text(m, "ZLIB_VERSION", ZLIB_VERSION) < 0)
        return -1;
    return add_text(m, "ZLIB_RUNTIME_VERSION", zlibVersion());
}

static void teardown(void) {
    clear_ref(&zlib_error);
}

const ModuleSpec zlib_module = {
    .name = "zlib",
    .doc = "Compression and checksums, by the zlib library.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
