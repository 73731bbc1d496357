/* Binary files. Reading and writing go through one buffer; see file_io.h for its states. A system call that a signal
 * interrupts runs the Python handler and goes on, unless that raised. */
#define _GNU_SOURCE
#include "interp/file_io.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interp/signals.h"

/* --- system calls --- */

/* After a call failed: true if it is to be tried again. Else an exception is pending. */
static bool try_again(BinaryFile *f) {
    if (errno == EINTR) return signals_pending() == 0;
    raise_os_object(f->name && str_check(f->name) && errno != EBADF ? f->name : NULL);
    return false;
}

static ptrdiff_t read_some(BinaryFile *f, void *to, ptrdiff_t n) {
    for (;;) {
        ssize_t got = read(f->fd, to, n);
        if (got >= 0) return got;
        if (!try_again(f)) return -1;
    }
}

static int write_all(BinaryFile *f, const uint8_t *data, ptrdiff_t n) {
    while (n > 0) {
        ssize_t done = write(f->fd, data, n);
        if (done >= 0)
            data += done, n -= done;
        else if (!try_again(f))
            return -1;
    }
    return 0;
}

static int64_t seek_system(BinaryFile *f, int64_t offset, int whence) {
    int64_t at = lseek(f->fd, offset, whence);
    if (at < 0) raise_os(NULL);
    return at;
}

/* --- the buffer --- */

int file_check_open(BinaryFile *f) {
    return f->fd >= 0 ? 0
                      : raise_int(&exc_ValueError,
                                  f->buffered ? "I/O operation on closed file." : "I/O operation on closed file");
}

int file_need_readable(BinaryFile *f) {
    if (file_check_open(f) < 0) return -1;
    if (!f->readable) return io_unsupported(f->buffered ? "read" : "File not open for reading"), -1;
    return 0;
}

int file_need_writable(BinaryFile *f) {
    if (file_check_open(f) < 0) return -1;
    if (!f->writable) return io_unsupported(f->buffered ? "write" : "File not open for writing"), -1;
    return 0;
}

static int ensure_buffer(BinaryFile *f) {
    if (f->buffer) return 0;
    f->buffer = heap_alloc(f->capacity);
    return f->buffer ? 0 : (raise_memory(), -1);
}

int file_flush(BinaryFile *f) {
    if (!f->dirty) return 0;
    ptrdiff_t n = f->end;
    f->dirty = false;
    f->start = f->end = 0;
    return write_all(f, f->buffer, n);
}

/* Gives up what was read ahead: the system's position becomes the program's. */
static int forget_read_ahead(BinaryFile *f) {
    ptrdiff_t ahead = f->end - f->start;
    f->start = f->end = 0;
    return ahead && seek_system(f, -ahead, SEEK_CUR) < 0 ? -1 : 0;
}

ptrdiff_t file_fill(BinaryFile *f, ptrdiff_t at_least) {
    if ((f->dirty && file_flush(f) < 0) || ensure_buffer(f) < 0) return -1;
    ptrdiff_t there = f->end - f->start;
    if (there >= at_least) return there;
    memmove(f->buffer, f->buffer + f->start, there);
    f->start = 0;
    f->end = there;
    if (at_least > f->capacity) {
        uint8_t *larger = heap_realloc(f->buffer, at_least);
        if (!larger) return raise_memory(), -1;
        f->buffer = larger;
        f->capacity = at_least;
    }
    while (f->end < at_least) {
        ptrdiff_t got = read_some(f, f->buffer + f->end, f->capacity - f->end);
        if (got < 0) return -1;
        if (got == 0) break;
        f->end += got;
    }
    return f->end;
}

void (*file_written)(int fd, const void *data, size_t n);

int file_write(BinaryFile *f, const void *data, ptrdiff_t n) {
    if (unlikely(file_written != NULL) && (f->fd == 1 || f->fd == 2)) file_written(f->fd, data, (size_t)n);
    if (!f->dirty && f->end && forget_read_ahead(f) < 0) return -1;
    if (!f->buffered) return write_all(f, data, n);
    if (ensure_buffer(f) < 0) return -1;
    if (n > f->capacity - f->end && file_flush(f) < 0) return -1;
    if (n >= f->capacity) return write_all(f, data, n);
    memcpy(f->buffer + f->end, data, n);
    f->end += n;
    f->dirty = f->end > 0;
    return 0;
}

int64_t file_tell(BinaryFile *f) {
    int64_t at = seek_system(f, 0, SEEK_CUR);
    return at < 0 ? -1 : f->dirty ? at + f->end : at - (f->end - f->start);
}

int64_t file_seek(BinaryFile *f, int64_t offset, int whence) {
    if (file_flush(f) < 0) return -1;
    if (whence == SEEK_CUR) offset -= f->end - f->start;
    f->start = f->end = 0;
    return seek_system(f, offset, whence);
}

int file_close(BinaryFile *f) {
    if (f->fd < 0) return 0;
    Object *failed = file_flush(f) < 0 ? raise_take() : NULL;
    int fd = f->fd, status = 0;
    f->fd = -1;
    if (f->raw_view) ((BinaryFile *)f->raw_view)->fd = -1;
    if (f->closefd && close(fd) < 0 && errno != EINTR) status = (raise_os(NULL), -1);
    heap_free(f->buffer);
    f->buffer = NULL;
    f->start = f->end = 0;
    if (!failed) return status;
    raise_clear();
    raise_restore(failed);
    return -1;
}

/* --- opening --- */

static Type buffered_reader_type, buffered_writer_type, buffered_random_type;

bool file_check(const Object *o) {
    return o->type == &buffered_reader_type || o->type == &buffered_writer_type || o->type == &buffered_random_type ||
           o->type == &file_io_type;
}

static BinaryFile *file_new(Type *t, Object *name, int fd, bool buffered) {
    BinaryFile *f = (BinaryFile *)object_new(t);
    if (!f) return NULL;
    f->name = newref(name);
    f->fd = fd;
    f->buffered = buffered;
    f->capacity = FILE_BUFFER_SIZE;
    gc_track(f);
    return f;
}

/* The file descriptor that `opener(name, flags)` gives. */
static int call_opener(Object *opener, Object *name, int flags) {
    Object *n = int_from_i64(flags), *result = n ? object_call2(opener, name, n) : NULL;
    xdecref(n);
    if (!result) return -1;
    int fd = -1;
    if (!int_check(result))
        raise_error(&exc_TypeError, "expected integer from opener");
    else if ((fd = int_as_int(result)) < 0 && !raise_pending())
        raise_error(&exc_ValueError, "opener returned %d", fd);
    decref(result);
    return fd;
}

static int open_path(Object *name, int flags) {
    char *own;
    size_t n;
    const char *path = str_utf8_surrogates(name, &n, &own);
    if (!path) return -1;
    int fd = -1;
    if (strlen(path) != n) {
        raise_error(&exc_ValueError, "embedded null byte");
    } else {
        while ((fd = open(path, flags, 0666)) < 0 && errno == EINTR && signals_pending() == 0) {
        }
        if (fd < 0 && !raise_pending()) raise_os_object(name);
    }
    heap_free(own);
    return fd;
}

static int check_folder(BinaryFile *f) {
    struct stat st;
    if (fstat(f->fd, &st) < 0) return raise_os(NULL), -1;
    if (!S_ISDIR(st.st_mode)) return 0;
    errno = EISDIR;
    raise_os_object(f->name);
    return -1;
}

Object *file_path(Object *name) {
    if (str_check(name)) return newref(name);
    if (bytes_check(name)) return codec_decode(((Bytes *)name)->data, bytes_length(name), "utf-8", "surrogateescape");
    Object *method = object_lookup_special(name, names.__fspath__);
    if (!method && raise_pending()) return NULL;
    if (!method) return raise_error(&exc_TypeError, "expected str, bytes or os.PathLike object, not %T", name);
    Object *path = object_call0(method),
           *text = path && (str_check(path) || bytes_check(path)) ? file_path(path) : NULL;
    if (path && !text && !raise_pending())
        raise_error(&exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", name, path);
    decref(method);
    xdecref(path);
    return text;
}

/* The same, but a number is a descriptor. New. */
static Object *path_or_descriptor(Object *name) {
    return name->type->to_index ? number_index(name) : file_path(name);
}

BinaryFile *file_open(Object *name, const char *mode, bool buffered, ptrdiff_t buffer_size, bool closefd,
                      Object *opener) {
    bool plus = strchr(mode, '+'), reading = *mode == 'r' || plus, writing = *mode != 'r' || plus;
    int flags = O_CLOEXEC | (reading && writing ? O_RDWR : reading ? O_RDONLY : O_WRONLY);
    if (*mode == 'w') flags |= O_CREAT | O_TRUNC;
    if (*mode == 'a') flags |= O_CREAT | O_APPEND;
    if (*mode == 'x') flags |= O_CREAT | O_EXCL;
    Type *t = !buffered            ? &file_io_type
              : reading && writing ? &buffered_random_type
              : reading            ? &buffered_reader_type
                                   : &buffered_writer_type;
    type_ready(t);
    Object *path = path_or_descriptor(name);
    if (!path) return NULL;
    int fd;
    BinaryFile *f = NULL;
    if (int_check(path)) {
        fd = int_as_int(path);
        if (fd < 0 && !raise_pending()) raise_error(&exc_ValueError, "negative file descriptor");
        struct stat st;
        if (fd >= 0 && fstat(fd, &st) < 0) raise_os(NULL), fd = -1;
    } else if (!closefd) {
        raise_error(&exc_ValueError, "Cannot use closefd=False with file name");
        fd = -1;
    } else {
        fd = opener && opener != NONE ? call_opener(opener, name, flags) : open_path(path, flags);
    }
    if (fd >= 0) f = file_new(t, name, fd, buffered);
    if (f) {
        f->readable = reading;
        f->writable = writing;
        f->appending = *mode == 'a';
        f->created = *mode == 'x';
        f->closefd = closefd;
        if (buffer_size > 1) f->capacity = buffer_size;
        if (check_folder(f) < 0) {
            Object *exc = raise_take();
            if (int_check(path)) f->closefd = false;
            file_close(f);
            decref(f);
            f = NULL;
            raise_restore(exc);
        } else if (f->appending) {
            lseek(fd, 0, SEEK_END);
        }
    } else if (fd >= 0 && !int_check(path)) {
        close(fd);
    }
    decref(path);
    return f;
}

/* --- methods --- */

static BinaryFile *self_file(Object *o) {
    return (BinaryFile *)o;
}

/* n bytes, or all when n < 0; fewer at the end. */
static Object *read_bytes(BinaryFile *f, ptrdiff_t n) {
    if (file_need_readable(f) < 0) return NULL;
    if (n >= 0 && !f->buffered) { /* raw: one system call */
        Object *b = bytes_new(NULL, n);
        ptrdiff_t got = b ? read_some(f, ((Bytes *)b)->data, n) : -1;
        Object *result = got < 0 ? NULL : got == n ? newref(b) : bytes_new(((Bytes *)b)->data, got);
        xdecref(b);
        return result;
    }
    if (n >= 0 && n <= f->end - f->start && !f->dirty) {
        Object *b = bytes_new(f->buffer + f->start, n);
        if (b) f->start += n;
        return b;
    }
    ByteWriter w = byte_writer_new();
    while (n != 0) {
        ptrdiff_t there = file_fill(f, 1);
        if (there < 0) {
            byte_writer_drop(&w);
            return NULL;
        }
        if (there == 0) break;
        ptrdiff_t take = n < 0 || there < n ? there : n;
        if (byte_writer_put(&w, f->buffer + f->start, take) < 0) return NULL;
        f->start += take;
        if (n > 0) n -= take;
    }
    return byte_writer_finish(&w);
}

static int optional_size(Object **args, ptrdiff_t nargs, ptrdiff_t *n) {
    Object *size = arg_or_null(args, nargs, 0);
    *n = -1;
    if (!size || size == NONE) return 0;
    *n = number_as_index(size, &exc_OverflowError);
    return *n == -1 && raise_pending() ? -1 : 0;
}

static Object *file_read_method(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (optional_size(args, nargs, &n) < 0) return NULL;
    if (n < -1) return raise_error(&exc_ValueError, "read length must be non-negative or -1");
    return read_bytes(self_file(o), n);
}

static Object *file_readall(Object *o, Object **args, ptrdiff_t nargs) {
    return read_bytes(self_file(o), -1);
}

static Object *file_read1(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    ptrdiff_t n;
    if (optional_size(args, nargs, &n) < 0 || file_need_readable(f) < 0) return NULL;
    ptrdiff_t there = file_fill(f, 1);
    if (there < 0) return NULL;
    if (n >= 0 && n < there) there = n;
    Object *b = bytes_new(f->buffer + f->start, there);
    if (b) f->start += there;
    return b;
}

static Object *file_peek(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    if (file_need_readable(f) < 0) return NULL;
    ptrdiff_t there = file_fill(f, 1);
    return there < 0 ? NULL : bytes_new(f->buffer + f->start, there);
}

static Object *file_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    Buffer b;
    if (file_need_readable(f) < 0 || buffer_get(args[0], &b, BUFFER_WRITABLE) < 0) return NULL;
    ptrdiff_t done = 0;
    while (done < b.length) {
        ptrdiff_t there = file_fill(f, 1);
        if (there <= 0) {
            if (there < 0) done = -1;
            break;
        }
        ptrdiff_t take = there < b.length - done ? there : b.length - done;
        memcpy(b.data + done, f->buffer + f->start, take);
        f->start += take;
        done += take;
        if (!f->buffered) break;
    }
    buffer_release(&b);
    return done < 0 ? NULL : int_from_i64(done);
}

/* Up to and with the next newline, or `limit` bytes. Empty at the end. */
static Object *read_line(BinaryFile *f, ptrdiff_t limit) {
    ByteWriter w = byte_writer_new();
    bool ended = false;
    while (!ended && limit != 0) {
        ptrdiff_t there = file_fill(f, 1);
        if (there < 0) {
            byte_writer_drop(&w);
            return NULL;
        }
        if (there == 0) break;
        if (limit > 0 && there > limit) there = limit;
        const uint8_t *at = f->buffer + f->start, *newline = memchr(at, '\n', there);
        ptrdiff_t take = newline ? newline + 1 - at : there;
        ended = newline != NULL;
        if (byte_writer_put(&w, at, take) < 0) return NULL;
        f->start += take;
        if (limit > 0) limit -= take;
    }
    return byte_writer_finish(&w);
}

static Object *file_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (optional_size(args, nargs, &n) < 0 || file_need_readable(self_file(o)) < 0) return NULL;
    return read_line(self_file(o), n);
}

static Object *file_next(Object *o) {
    if (file_need_readable(self_file(o)) < 0) return NULL;
    Object *line = read_line(self_file(o), -1);
    if (line && bytes_length(line) == 0) clear_ref(&line);
    return line;
}

static Object *file_readlines(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t hint, total = 0;
    if (optional_size(args, nargs, &hint) < 0) return NULL;
    Object *list = list_new(0), *line;
    while (list && (hint <= 0 || total < hint) && (line = file_next(o))) {
        total += bytes_length(line);
        if (list_append_steal(list, line) < 0) clear_ref(&list);
    }
    if (raise_pending()) clear_ref(&list);
    return list;
}

static Object *file_write_method(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    Buffer b;
    if (file_need_writable(f) < 0) return NULL;
    if (str_check(args[0])) return raise_error(&exc_TypeError, "a bytes-like object is required, not 'str'");
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    ptrdiff_t n = b.length;
    int status = file_write(f, b.data, n);
    buffer_release(&b);
    return status < 0 ? NULL : int_from_i64(n);
}

static Object *file_writelines(Object *o, Object **args, ptrdiff_t nargs) {
    Object *it = object_iter(args[0]), *x;
    if (!it) return NULL;
    while ((x = object_next(it))) {
        Object *result = file_write_method(o, &x, 1);
        decref(x);
        if (!result) break;
        decref(result);
    }
    decref(it);
    return raise_pending() ? NULL : new_none();
}

static Object *file_flush_method(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    if (f->fd < 0)
        return raise_error(&exc_ValueError, f->buffered ? "flush of closed file" : "I/O operation on closed file.");
    return file_flush(f) < 0 ? NULL : new_none();
}

static Object *file_seek_method(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    Object *how = arg_or_null(args, nargs, 1);
    int64_t offset = int_check(args[0]) ? int_as_i64(args[0]) : number_as_index(args[0], &exc_OverflowError);
    int whence = how ? int_as_int(how) : SEEK_SET;
    if (raise_pending() || file_check_open(f) < 0) return NULL;
    if (whence < 0 || whence > 2) return raise_error(&exc_ValueError, "whence value %d unsupported", whence);
    int64_t at = file_seek(f, offset, whence);
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *file_tell_method(Object *o, Object **args, ptrdiff_t nargs) {
    if (file_check_open(self_file(o)) < 0) return NULL;
    int64_t at = file_tell(self_file(o));
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *file_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    BinaryFile *f = self_file(o);
    Object *size = arg_or_null(args, nargs, 0);
    if (file_need_writable(f) < 0 || file_flush(f) < 0) return NULL;
    int64_t n = size && size != NONE ? int_as_i64(size) : file_tell(f);
    if (n < 0 && raise_pending()) return NULL;
    if (ftruncate(f->fd, n) < 0) return raise_os(NULL);
    return int_from_i64(n);
}

static Object *file_close_method(Object *o, Object **args, ptrdiff_t nargs) {
    return file_close(self_file(o)) < 0 ? NULL : new_none();
}

static Object *file_fileno(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : int_from_i64(self_file(o)->fd);
}

static Object *file_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : new_bool(isatty(self_file(o)->fd));
}

static Object *file_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : new_bool(self_file(o)->readable);
}

static Object *file_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : new_bool(self_file(o)->writable);
}

static Object *file_seekable(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : new_bool(lseek(self_file(o)->fd, 0, SEEK_CUR) >= 0);
}

static Object *file_enter(Object *o, Object **args, ptrdiff_t nargs) {
    return file_check_open(self_file(o)) < 0 ? NULL : newref(o);
}

static Object *file_exit(Object *o, Object **args, ptrdiff_t nargs) {
    Object *result = object_call_method(o, names.close, NULL, 0);
    xdecref(result);
    return result ? new_none() : NULL;
}

static Object *file_iter(Object *o) {
    return file_check_open(self_file(o)) < 0 ? NULL : newref(o);
}

static const char *mode_text(const BinaryFile *f) {
    if (f->created) return f->readable ? "xb+" : "xb";
    if (f->appending) return f->readable ? "ab+" : "ab";
    return f->readable && f->writable ? "rb+" : f->readable ? "rb" : "wb";
}

static Object *get_mode(Object *o, void *unused) {
    return str_from_c(mode_text(self_file(o)));
}
static Object *get_closed(Object *o, void *unused) {
    return new_bool(self_file(o)->fd < 0);
}
static Object *get_name(Object *o, void *unused) {
    return newref(self_file(o)->name);
}
static Object *get_closefd(Object *o, void *unused) {
    return new_bool(self_file(o)->closefd);
}

static int set_name(Object *o, Object *value, void *unused) {
    if (!value) return raise_int(&exc_AttributeError, "cannot delete attribute");
    set_ref(&self_file(o)->name, newref(value));
    return 0;
}

static Object *get_raw(Object *o, void *unused) {
    BinaryFile *f = self_file(o);
    if (!f->buffered) return newref(o);
    if (!f->raw_view) {
        BinaryFile *raw = file_new(&file_io_type, f->name, f->fd, false);
        if (!raw) return NULL;
        raw->readable = f->readable;
        raw->writable = f->writable;
        raw->appending = f->appending;
        raw->created = f->created;
        f->raw_view = (Object *)raw;
    }
    return newref(f->raw_view);
}

static Object *file_repr(Object *o) {
    BinaryFile *f = self_file(o);
    if (f->buffered) return str_format("<%N name=%R>", o->type, f->name);
    if (f->fd < 0) return str_format("<_io.FileIO [closed]>");
    return str_format("<_io.FileIO name=%R mode='%s' closefd=%s>", f->name, mode_text(f),
                      f->closefd ? "True" : "False");
}

static void file_dealloc(Object *o) {
    BinaryFile *f = self_file(o);
    if (f->fd >= 0 && object_finalize(o)) return;
    gc_untrack(o);
    if (f->weaklist) weakref_clear_all(o);
    heap_free(f->buffer);
    clear_ref(&f->name);
    clear_ref(&f->raw_view);
    clear_ref(&f->dict);
    object_free(o);
}

static void file_finalize(Object *o) {
    BinaryFile *f = self_file(o);
    if (f->fd < 0) return;
    Object *pending = raise_take();
    if (f->closefd && raise_resource_warning(o, "unclosed file %R", o) < 0) raise_unraisable(NULL, o);
    if (file_close(f) < 0) raise_unraisable(NULL, o);
    raise_restore(pending);
}

static int file_traverse(Object *o, Visit visit, void *arg) {
    BinaryFile *f = self_file(o);
    int stop = visit_ref(f->name, visit, arg);
    if (!stop) stop = visit_ref(f->raw_view, visit, arg);
    return stop ? stop : visit_ref(f->dict, visit, arg);
}

/* FileIO(file, mode='r', closefd=True, opener=None) */
static Object *file_io_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"file", "mode", "closefd", "opener", NULL};
    Object *v[4];
    if (args_bind("FileIO", parameters, 1, 4, args, nargs, kwnames, v) < 0) return NULL;
    char *own = NULL;
    const char *mode = v[1] ? str_utf8(v[1], NULL, &own) : "r";
    int closefd = v[2] ? object_truth(v[2]) : 1;
    BinaryFile *f = NULL;
    if (mode && closefd >= 0) {
        char plain[4] = {strpbrk(mode, "rwax") ? *strpbrk(mode, "rwax") : 0, strchr(mode, '+') ? '+' : 0, 0, 0};
        if (!plain[0])
            raise_error(&exc_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
        else
            f = file_open(v[0], plain, false, 0, closefd, v[3]);
    }
    heap_free(own);
    return (Object *)f;
}

#define COMMON_METHODS \
    {"close", file_close_method, 0, 0, "close($self, /)\n--\n\nWrites what is buffered and closes the file."}, \
        {"fileno", file_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file."}, \
        {"flush", file_flush_method, 0, 0, "flush($self, /)\n--\n\nWrites what is buffered."}, \
        {"isatty", file_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"}, \
        {"read", file_read_method, 0, 1, \
         "read($self, size=-1, /)\n--\n\nUp to size bytes; all that are left if it is negative or None."}, \
        {"readable", file_readable, 0, 0, "readable($self, /)\n--\n\nCan it be read?"}, \
        {"readinto", file_readinto, 1, 1, \
         "readinto($self, buffer, /)\n--\n\nReads into buffer; the number of bytes."}, \
        {"readline", file_readline, 0, 1, \
         "readline($self, size=-1, /)\n--\n\nA line with its newline, or size bytes of it."}, \
        {"readlines", file_readlines, 0, 1, "readlines($self, hint=-1, /)\n--\n\nA list of the lines that are left."}, \
        {"seek", file_seek_method, 1, 2, \
         "seek($self, target, whence=0, /)\n--\n\nMoves to a position; the new one from the start."}, \
        {"seekable", file_seekable, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"}, \
        {"tell", file_tell_method, 0, 0, "tell($self, /)\n--\n\nThe position in the file."}, \
        {"truncate", file_truncate, 0, 1, "truncate($self, pos=None, /)\n--\n\nCuts the file off at pos."}, \
        {"writable", file_writable, 0, 0, "writable($self, /)\n--\n\nCan it be written?"}, \
        {"write", file_write_method, 1, 1, "write($self, buffer, /)\n--\n\nWrites bytes; how many."}, \
        {"writelines", file_writelines, 1, 1, "writelines($self, lines, /)\n--\n\nWrites all bytes of an iterable."}, \
        {"__enter__", file_enter, 0, 0, "__enter__($self, /)\n--\n\nThe file itself."}, { \
        "__exit__", file_exit, 0, -1, "__exit__($self, /, *args)\n--\n\nCloses the file." \
    }

static const Method file_io_methods[] = {
    COMMON_METHODS,
    {"readall", file_readall, 0, 0, "readall($self, /)\n--\n\nAll bytes that are left."},
    {0},
};

static const Method buffered_methods[] = {
    COMMON_METHODS,
    {"peek", file_peek, 0, 1, "peek($self, size=0, /)\n--\n\nBytes that come next, without moving."},
    {"read1", file_read1, 0, 1, "read1($self, size=-1, /)\n--\n\nUp to size bytes with one system call at most."},
    {"readinto1", file_readinto, 1, 1, "readinto1($self, buffer, /)\n--\n\nReads into buffer; the number of bytes."},
    {0},
};

#define COMMON_GETSET \
    {"closed", get_closed, NULL, NULL, NULL}, {"mode", get_mode, NULL, NULL, NULL}, { \
        "name", get_name, set_name, NULL, NULL \
    }

static const GetSet file_io_getset[] = {COMMON_GETSET, {"closefd", get_closefd, NULL, NULL, NULL}, {0}};
static const GetSet buffered_getset[] = {COMMON_GETSET, {"raw", get_raw, NULL, NULL, NULL}, {0}};

#define FILE_TYPE(type_name) \
    .mem = {.name = type_name, \
            .flags = TYPE_GC, \
            .size = sizeof(BinaryFile), \
            .weaklist_offset = offsetof(BinaryFile, weaklist), \
            .dict_offset = offsetof(BinaryFile, dict), \
            .dealloc = file_dealloc, \
            .traverse = file_traverse, \
            .finalize = file_finalize}, \
    .repr = file_repr, .iter = file_iter, .next = file_next

Type file_io_type = {
    FILE_TYPE("_io.FileIO"),
    .doc =
        "FileIO(file, mode='r', closefd=True, opener=None)\n--\n\nA file without a buffer: each call is a system call.",
    .methods = file_io_methods,
    .getset = file_io_getset,
    .new = file_io_new,
};

static Type buffered_reader_type = {
    FILE_TYPE("_io.BufferedReader"),
    .doc = "A binary file that is read.",
    .methods = buffered_methods,
    .getset = buffered_getset,
};

static Type buffered_writer_type = {
    FILE_TYPE("_io.BufferedWriter"),
    .doc = "A binary file that is written.",
    .methods = buffered_methods,
    .getset = buffered_getset,
};

static Type buffered_random_type = {
    FILE_TYPE("_io.BufferedRandom"),
    .doc = "A binary file that is read and written.",
    .methods = buffered_methods,
    .getset = buffered_getset,
};

Type *file_types[] = {&file_io_type, &buffered_reader_type, &buffered_writer_type, &buffered_random_type, NULL};
