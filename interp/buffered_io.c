/* Buffers for binary files: filling, flushing and moving. See buffered_io.h for the picture. */
#include "interp/buffered_io.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int buffered_check_attached(Buffered *b) {
    if (likely(b->raw != NULL)) return 0;
    return raise_int(&exc_ValueError,
                     b->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

int buffered_check_idle(Buffered *b) {
    if (unlikely(b->busy)) return raise_int(&exc_RuntimeError, "reentrant call inside %R", b);
    return buffered_check_attached(b);
}

int buffered_is_closed(Buffered *b) {
    if (file_check_exact(b->raw)) return ((FileIo *)b->raw)->fd < 0;
    Object *raw = newref(b->raw);
    int closed = io_is_closed(raw);
    decref(raw);
    return closed;
}

int buffered_check_open(Buffered *b, const char *message) {
    if (buffered_check_idle(b) < 0) return -1;
    int closed = buffered_is_closed(b);
    return closed > 0 ? raise_int(&exc_ValueError, "%s", message) : closed;
}

static int ensure_buffer(Buffered *b) {
    if (b->buffer) return 0;
    b->buffer = heap_alloc(b->capacity);
    return b->buffer ? 0 : (raise_memory(), -1);
}

/* --- the raw file --- */

/* raw.method(args) while the buffer is busy. */
static Object *call_raw(Buffered *b, Str *method, Object **args, ptrdiff_t nargs) {
    Object *raw = newref(b->raw);
    b->busy = true;
    Object *result = object_call_method(raw, method, args, nargs);
    b->busy = false;
    decref(raw);
    return result;
}

/* What readinto() and write() say they did: a number from 0 to n, or None. */
static ptrdiff_t check_done(Object *result, bool reading, ptrdiff_t n) {
    const char *what = reading ? "readinto()" : "write()";
    if (!result) return -1;
    if (result == NONE) return FILE_BLOCKED;
    ptrdiff_t done = number_as_index(result, &exc_ValueError);
    if (done == -1 && raise_pending() && reading) {
        Object *cause = raise_take();
        raise_error(&exc_OSError, "raw %s failed", what);
        set_ref(&((Exception *)raise_current())->cause, cause);
        ((Exception *)raise_current())->suppress_context = true;
        return -1;
    }
    if (done >= 0 && done <= n) return done;
    raise_clear();
    return raise_int(&exc_OSError, "raw %s returned invalid length %zd (should have been between 0 and %zd)", what,
                     done, n);
}

/* The raw file fills a block of its own, which it may keep: the buffer may be gone before that. */
static ptrdiff_t read_by_call(Buffered *b, uint8_t *to, ptrdiff_t n) {
    Object *block = bytearray_new(NULL, n), *view = block ? memoryview_new(block) : NULL;
    if (block) memset(((ByteArray *)block)->data, 0, n);
    Object *result = view ? call_raw(b, names.readinto, &view, 1) : NULL;
    ptrdiff_t done = check_done(result, true, n);
    if (done > 0) memcpy(to, ((ByteArray *)block)->data, done);
    xdecref(result);
    xdecref(view);
    xdecref(block);
    return done;
}

static ptrdiff_t write_by_call(Buffered *b, const uint8_t *data, ptrdiff_t n) {
    Object *block = bytes_new(data, n), *view = block ? memoryview_new(block) : NULL;
    Object *result = view ? call_raw(b, names.write, &view, 1) : NULL;
    ptrdiff_t done = check_done(result, false, n);
    xdecref(result);
    xdecref(view);
    xdecref(block);
    return done;
}

ptrdiff_t buffered_raw_read(Buffered *b, uint8_t *to, ptrdiff_t n) {
    ptrdiff_t done;
    if (file_check_exact(b->raw)) {
        b->busy = true; /* a signal may come */
        done = file_read((FileIo *)b->raw, to, n);
        b->busy = false;
    } else {
        done = read_by_call(b, to, n);
    }
    if (done > 0 && b->raw_at >= 0) b->raw_at += done;
    return done;
}

static ptrdiff_t raw_write(Buffered *b, const uint8_t *data, ptrdiff_t n) {
    ptrdiff_t done;
    if (file_check_exact(b->raw)) {
        b->busy = true;
        done = file_write((FileIo *)b->raw, data, n);
        b->busy = false;
    } else {
        done = write_by_call(b, data, n);
    }
    if (done > 0 && b->raw_at >= 0) b->raw_at += done;
    return done;
}

/* The position that a call of the raw file's method gave. Steals result. */
static int64_t take_position(Buffered *b, Object *result) {
    if (!result) return -1;
    int64_t at = int_as_i64(result);
    decref(result);
    if (at < 0 && !raise_pending())
        raise_error(&exc_OSError, "Raw stream returned invalid position %lld", (long long)at);
    if (raise_pending()) return -1;
    return b->raw_at = at;
}

static int64_t raw_tell(Buffered *b) {
    if (file_check_exact(b->raw)) return b->raw_at = file_seek((FileIo *)b->raw, 0, SEEK_CUR);
    return take_position(b, call_raw(b, names.tell, NULL, 0));
}

static int64_t raw_seek(Buffered *b, int64_t target, int whence) {
    if (file_check_exact(b->raw)) return b->raw_at = file_seek((FileIo *)b->raw, target, whence);
    Object *args[] = {int_from_i64(target), int_from_i64(whence)};
    Object *result = args[0] && args[1] ? call_raw(b, names.seek, args, 2) : NULL;
    xdecref(args[0]);
    xdecref(args[1]);
    b->raw_at = -1;
    return take_position(b, result);
}

/* --- reading --- */

int buffered_begin_read(Buffered *b) {
    return b->dirty ? buffered_flush(b) : 0;
}

ptrdiff_t buffered_fill(Buffered *b) {
    if (ensure_buffer(b) < 0) return -1;
    if (b->start == b->end) b->start = b->end = 0;
    if (b->end == b->capacity) return 0;
    ptrdiff_t got = buffered_raw_read(b, b->buffer + b->end, b->capacity - b->end);
    if (got > 0) b->end += got;
    return got;
}

/* --- writing --- */

/* BlockingIOError: `written` bytes of what was to be written are kept or gone. Of a raw file in Python no errno is
 * known.
 */
static int would_block(Buffered *b, ptrdiff_t written) {
    Object *args[] = {int_from_i64(b->raw && file_check_exact(b->raw) ? EAGAIN : 0),
                      str_from_c("write could not complete without blocking"), int_from_i64(written)};
    Object *exc = NULL;
    if (args[0] && args[1] && args[2]) exc = object_call((Object *)&exc_BlockingIOError, args, 3, NULL);
    for (int i = 0; i < 3; i++) xdecref(args[i]);
    if (exc) raise_object(exc);
    return -1;
}

/* What the raw file did not take stays in the buffer. */
int buffered_flush(Buffered *b) {
    if (!b->dirty) return 0;
    ptrdiff_t done = 0, n = 0;
    while (done < b->end && (n = raw_write(b, b->buffer + done, b->end - done)) >= 0) done += n;
    memmove(b->buffer, b->buffer + done, b->end - done);
    b->end -= done;
    b->dirty = b->end > 0;
    return n == FILE_BLOCKED ? would_block(b, 0) : n < 0 ? -1 : 0;
}

int buffered_rewind(Buffered *b) {
    if (buffered_flush(b) < 0) return -1;
    ptrdiff_t ahead = b->end - b->start;
    b->start = b->end = 0;
    return ahead && raw_seek(b, -ahead, SEEK_CUR) < 0 ? -1 : 0;
}

static void keep(Buffered *b, const uint8_t *data, ptrdiff_t n) {
    memcpy(b->buffer + b->end, data, n);
    b->end += n;
    b->dirty = b->end > 0;
}

/* The buffer could not be emptied: keeps what it has room for. 0 if that was all. */
static int write_blocked(Buffered *b, const uint8_t *data, ptrdiff_t n) {
    ptrdiff_t room = b->capacity - b->end;
    if (!raise_is(&exc_BlockingIOError)) return -1;
    raise_clear();
    keep(b, data, n < room ? n : room);
    return n <= room ? 0 : would_block(b, room);
}

int buffered_write(Buffered *b, const uint8_t *data, ptrdiff_t n) {
    if (ensure_buffer(b) < 0 || (!b->dirty && b->end && buffered_rewind(b) < 0)) return -1;
    if (n <= b->capacity - b->end && n < b->capacity) return keep(b, data, n), 0;
    if (buffered_flush(b) < 0) return write_blocked(b, data, n);
    ptrdiff_t done = 0;
    while (n - done > b->capacity) {
        ptrdiff_t step = raw_write(b, data + done, n - done);
        if (step == -1) return -1;
        if (step == FILE_BLOCKED) { /* more than the buffer can take */
            keep(b, data + done, b->capacity);
            return would_block(b, done + b->capacity);
        }
        done += step;
    }
    keep(b, data + done, n - done);
    return 0;
}

/* --- the position --- */

int64_t buffered_tell(Buffered *b) {
    int64_t at = raw_tell(b);
    if (at < 0) return -1;
    at += b->dirty ? b->end : b->start - b->end;
    return at < 0 ? 0 : at; /* a device may say 0 wherever it is */
}

/* Within what was read ahead nothing is asked of the raw file but where it is. */
int64_t buffered_seek(Buffered *b, int64_t target, int whence) {
    if (whence != SEEK_END && b->readable && !b->dirty) {
        int64_t raw_at = b->raw_at >= 0 ? b->raw_at : raw_tell(b);
        if (raw_at < 0) return -1;
        int64_t here = raw_at - buffered_ahead(b), offset = whence == SEEK_SET ? target - here : target;
        if (offset >= -b->start && offset <= buffered_ahead(b)) {
            b->start += offset;
            return here + offset < 0 ? 0 : here + offset;
        }
    }
    if (buffered_flush(b) < 0) return -1;
    if (whence == SEEK_CUR) target -= b->end - b->start;
    int64_t at = raw_seek(b, target, whence);
    if (at >= 0) b->start = b->end = 0;
    return at;
}
