/* FileIO: what the system has for a file, one call a method. Nothing is kept here but the descriptor; the position is
 * the system's. The buffers are in buffered_io.c. */
#define _GNU_SOURCE
#include "interp/file_io.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interp/signals.h"

void (*file_written)(int fd, const void *data, size_t n);

/* --- system calls --- */

/* After a call failed: 1: it is to be tried again; FILE_BLOCKED; -1: an exception is pending. */
static int failed(void) {
    if (errno == EINTR) return signals_pending() == 0 ? 1 : -1;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return FILE_BLOCKED;
    raise_os(NULL);
    return -1;
}

ptrdiff_t file_read(FileIo *f, void *to, ptrdiff_t n) {
    for (;;) {
        ssize_t got = read(f->fd, to, (size_t)n);
        if (got >= 0) return got;
        int what = failed();
        if (what < 0) return what;
    }
}

ptrdiff_t file_write(FileIo *f, const void *data, ptrdiff_t n) {
    for (;;) {
        ssize_t done = write(f->fd, data, (size_t)n);
        if (done >= 0) return done;
        int what = failed();
        if (what < 0) return what;
    }
}

static int check_open(const FileIo *f) {
    return f->fd >= 0 ? 0 : raise_int(&exc_ValueError, "I/O operation on closed file");
}

int64_t file_seek(FileIo *f, int64_t offset, int whence) {
    if (check_open(f) < 0) return -1;
    int64_t at = lseek(f->fd, offset, whence);
    if (f->seekable < 0) f->seekable = at >= 0;
    if (at < 0) raise_os(NULL);
    return at;
}

static int need_readable(const FileIo *f) {
    if (check_open(f) < 0) return -1;
    return f->readable ? 0 : (io_unsupported("File not open for reading"), -1);
}

static int need_writable(const FileIo *f) {
    if (check_open(f) < 0) return -1;
    return f->writable ? 0 : (io_unsupported("File not open for writing"), -1);
}

static FileIo *self_file(Object *o) {
    return (FileIo *)o;
}

/* --- opening --- */

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

/* mode says how to open: the fields of f, and the flags for the system. -1 with ValueError */
static int parse_mode(FileIo *f, const char *mode) {
    int kinds = 0, pluses = 0;
    bool reading = false, writing = false;
    int flags = O_CLOEXEC;
    for (const char *p = mode; *p; p++) {
        switch (*p) {
        case 'r': reading = true, kinds++; break;
        case 'w': flags |= O_CREAT | O_TRUNC, writing = true, kinds++; break;
        case 'a': flags |= O_CREAT | O_APPEND, writing = f->appending = true, kinds++; break;
        case 'x': flags |= O_CREAT | O_EXCL, writing = f->created = true, kinds++; break;
        case '+': reading = writing = true, pluses++; break;
        case 'b': break;
        default: return raise_int(&exc_ValueError, "invalid mode: %.200s", mode);
        }
    }
    if (kinds != 1 || pluses > 1)
        return raise_int(&exc_ValueError,
                         "Must have exactly one of create/read/write/append mode and at most one plus");
    f->readable = reading;
    f->writable = writing;
    return flags | (reading && writing ? O_RDWR : reading ? O_RDONLY : O_WRONLY);
}

/* The descriptor that `opener(name, flags)` gives. */
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

static int open_path(Object *name, Object *path, int flags) {
    char *own;
    size_t n;
    const char *text = str_utf8_surrogates(path, &n, &own);
    if (!text) return -1;
    int fd = -1;
    if (strlen(text) != n) {
        raise_error(&exc_ValueError, "embedded null byte");
    } else {
        while ((fd = open(text, flags, 0666)) < 0 && errno == EINTR && signals_pending() == 0) {
        }
        if (fd < 0 && !raise_pending()) raise_os_object(name);
    }
    heap_free(own);
    return fd;
}

/* What a number names, if `name` is one that fits: *fd. 1; 0: it is none; -1 */
static int descriptor(Object *name, int *fd) {
    if (!name->type->to_index) return 0;
    if (name->type == &bool_type && raise_warning(&exc_RuntimeWarning, 1, "bool is used as a file descriptor") < 0)
        return -1;
    *fd = int_as_int(name);
    if (*fd >= 0) return 1;
    if (!raise_pending()) return raise_int(&exc_ValueError, "negative file descriptor");
    raise_clear();
    return 0;
}

static int check_kind(FileIo *f, Object *name) {
    struct stat st;
    if (fstat(f->fd, &st) < 0) return errno == EBADF ? (raise_os(NULL), -1) : 0;
    if (S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        raise_os_object(name);
        return -1;
    }
    if (st.st_blksize > 1) f->block_size = (int)st.st_blksize;
    return 0;
}

static int close_system(FileIo *f) {
    int fd = f->fd;
    f->fd = -1;
    return close(fd) < 0 && errno != EINTR ? (raise_os(NULL), -1) : 0;
}

/* What __init__ does. An own descriptor is closed again when it fails; one of the caller's is not. */
static int open_file(FileIo *f, Object *name, const char *mode, bool closefd, Object *opener) {
    if (f->fd >= 0 && f->closefd && close_system(f) < 0) return -1;
    f->fd = -1;
    f->created = f->appending = false;
    f->seekable = -1;
    f->closefd = closefd;
    f->block_size = 8192;
    int fd = -1, given = descriptor(name, &fd);
    Object *path = given == 0 ? file_path(name) : NULL;
    if (given < 0 || (!given && !path)) return -1;
    int flags = parse_mode(f, mode);
    if (flags >= 0 && !given) {
        if (!closefd)
            raise_error(&exc_ValueError, "Cannot use closefd=False with file name");
        else
            fd = opener && opener != NONE ? call_opener(opener, name, flags) : open_path(name, path, flags);
    }
    xdecref(path);
    if (flags < 0 || fd < 0) return -1;
    f->fd = fd;
    if (check_kind(f, name) == 0 && object_setattr((Object *)f, names.name, name) == 0) {
        if (f->appending) lseek(fd, 0, SEEK_END);
        return 0;
    }
    Object *exc = raise_take();
    if (!given) close_system(f);
    f->fd = -1;
    raise_clear();
    raise_restore(exc);
    return -1;
}

static Object *file_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (!o) return NULL;
    self_file(o)->fd = self_file(o)->seekable = -1;
    self_file(o)->closefd = true;
    gc_track(o);
    return o;
}

/* FileIO(file, mode='r', closefd=True, opener=None) */
static int file_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"file", "mode", "closefd", "opener", NULL};
    Object *v[4];
    if (args_bind("FileIO", parameters, 1, 4, args, nargs, kwnames, v) < 0) return -1;
    if (v[1] && !str_check(v[1]))
        return raise_int(&exc_TypeError, "FileIO() argument 'mode' must be str, not %K", v[1]);
    char *own = NULL;
    size_t n;
    const char *mode = v[1] ? str_utf8(v[1], &n, &own) : "r";
    int closefd = v[2] ? object_truth(v[2]) : 1, status = -1;
    if (mode && v[1] && strlen(mode) != n)
        raise_error(&exc_ValueError, "embedded null character");
    else if (mode && closefd >= 0)
        status = open_file(self_file(o), v[0], mode, closefd, v[3]);
    heap_free(own);
    return status;
}

Object *file_open(Object *name, const char *mode, bool closefd, Object *opener) {
    type_ready(&file_io_type);
    Object *o = file_new(&file_io_type, NULL, 0, NULL);
    if (o && open_file(self_file(o), name, mode, closefd, opener) < 0) clear_ref(&o);
    return o;
}

/* --- reading --- */

static Object *done(ptrdiff_t n) {
    return n == FILE_BLOCKED ? new_none() : n < 0 ? NULL : int_from_i64(n);
}

/* All that is left; None: nothing can be read now. The size of the file says how much room that may take. */
static Object *read_all(FileIo *f) {
    if (check_open(f) < 0) return NULL;
    struct stat st;
    int64_t at = lseek(f->fd, 0, SEEK_CUR);
    bool known = at >= 0 && fstat(f->fd, &st) == 0 && st.st_size > at;
    ptrdiff_t room = known ? st.st_size - at + 1 : 8192;
    ByteWriter w = byte_writer_new();
    for (;;) {
        if (byte_writer_reserve(&w, room) < 0) return NULL;
        ptrdiff_t got = file_read(f, w.bytes->data + w.length, room);
        if (got == 0 || (got == FILE_BLOCKED && w.length)) return byte_writer_finish(&w);
        if (got < 0) {
            byte_writer_drop(&w);
            return got == FILE_BLOCKED ? new_none() : NULL;
        }
        w.length += got;
        room = got < room ? room - got : w.length < 65536 ? 65536 : w.length;
    }
}

static Object *file_readall(Object *o, Object **args, ptrdiff_t nargs) {
    return need_readable(self_file(o)) < 0 ? NULL : read_all(self_file(o));
}

static Object *file_read_method(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || need_readable(f) < 0) return NULL;
    if (n < 0) return read_all(f);
    if (n > INT32_MAX - 4096) n = INT32_MAX - 4096; /* what the system reads at most */
    Object *b = bytes_new(NULL, n);
    ptrdiff_t got = b ? file_read(f, ((Bytes *)b)->data, n) : -1;
    Object *result = got == FILE_BLOCKED ? new_none()
                     : got < 0           ? NULL
                     : got == n          ? newref(b)
                                         : bytes_new(((Bytes *)b)->data, got);
    xdecref(b);
    return result;
}

static Object *file_readinto(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    Buffer b;
    if (io_writable_buffer("readinto() argument 1", args[0], &b) < 0) return NULL;
    ptrdiff_t got = need_readable(f) < 0 ? -1 : file_read(f, b.data, b.length);
    buffer_release(&b);
    return done(got);
}

/* --- writing --- */

static Object *file_write_method(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    Buffer b;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) return NULL;
    ptrdiff_t n = need_writable(f) < 0 ? -1 : file_write(f, b.data, b.length);
    if (n > 0) file_tell_written(f, b.data, n);
    buffer_release(&b);
    return done(n);
}

static Object *file_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    Object *size = arg_or_null(args, nargs, 0);
    if (need_writable(f) < 0) return NULL;
    int64_t n = size && size != NONE ? int_as_i64(size) : file_seek(f, 0, SEEK_CUR);
    if (raise_pending()) return NULL;
    if (ftruncate(f->fd, n) < 0) return raise_os(NULL);
    return int_from_i64(n);
}

/* --- the rest --- */

static Object *file_seek_method(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    Object *how = arg_or_null(args, nargs, 1);
    if (check_open(f) < 0) return NULL;
    int64_t offset = int_as_i64(args[0]);
    int whence = how && !raise_pending() ? int_as_int(how) : SEEK_SET;
    int64_t at = raise_pending() ? -1 : file_seek(f, offset, whence);
    return at < 0 ? NULL : int_from_i64(at);
}

static Object *file_tell(Object *o, Object **args, ptrdiff_t nargs) {
    int64_t at = check_open(self_file(o)) < 0 ? -1 : file_seek(self_file(o), 0, SEEK_CUR);
    return at < 0 ? NULL : int_from_i64(at);
}

static int warn_unclosed(FileIo *f, Object *source) {
    if (f->fd < 0 || !f->closefd) return 0;
    Object *pending = raise_take();
    if (raise_resource_warning(source, "unclosed file %R", source) < 0)
        raise_unraisable("while finalizing file", (Object *)f);
    raise_restore(pending);
    return 0;
}

static Object *file_dealloc_warn(Object *o, Object **args, ptrdiff_t nargs) {
    return warn_unclosed(self_file(o), args[0]) < 0 ? NULL : new_none();
}

static Object *file_close(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    Object *failed = io_base_close(o) == 0 ? NULL : raise_take();
    if (f->fd >= 0 && !f->closefd) {
        f->fd = -1;
    } else if (f->fd >= 0) {
        if (f->finalizing) warn_unclosed(f, o);
        if (close_system(f) < 0 && failed) raise_chain(failed), failed = NULL;
    }
    if (failed) raise_restore(failed);
    return raise_pending() ? NULL : new_none();
}

static Object *file_fileno(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_file(o)) < 0 ? NULL : int_from_i64(self_file(o)->fd);
}

static Object *file_isatty(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_file(o)) < 0 ? NULL : new_bool(isatty(self_file(o)->fd));
}

static Object *file_readable(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_file(o)) < 0 ? NULL : new_bool(self_file(o)->readable);
}

static Object *file_writable(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_file(o)) < 0 ? NULL : new_bool(self_file(o)->writable);
}

static Object *file_seekable(Object *o, Object **args, ptrdiff_t nargs) {
    FileIo *f = self_file(o);
    if (check_open(f) < 0) return NULL;
    if (f->seekable < 0) f->seekable = lseek(f->fd, 0, SEEK_CUR) >= 0;
    return new_bool(f->seekable);
}

static const char *mode_text(const FileIo *f) {
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
static Object *get_closefd(Object *o, void *unused) {
    return new_bool(self_file(o)->closefd);
}

static Object *file_repr(Object *o) {
    FileIo *f = self_file(o);
    if (f->fd < 0) return str_format("<%N [closed]>", o->type);
    const char *closefd = f->closefd ? "True" : "False";
    Object *name = object_getattr_opt(o, names.name);
    if (!name)
        return raise_pending() ? NULL
                               : str_format("<%N fd=%d mode='%s' closefd=%s>", o->type, f->fd, mode_text(f), closefd);
    int inside = repr_enter(o);
    Object *text = NULL;
    if (inside > 0) raise_error(&exc_RuntimeError, "reentrant call inside %T.__repr__", o);
    if (inside == 0) {
        text = str_format("<%N name=%R mode='%s' closefd=%s>", o->type, name, mode_text(f), closefd);
        repr_leave(o);
    }
    decref(name);
    return text;
}

static void file_dealloc(Object *o) {
    if (!object_finalize(o)) io_base_dealloc(o);
}

static const Method file_methods[] = {
    {"__getstate__", io_refuse_getstate, 0, 0, "__getstate__($self, /)\n--\n\nTypeError: a file has no state to keep."},
    {"_dealloc_warn", file_dealloc_warn, 1, 1, "_dealloc_warn($self, source, /)\n--\n\n"},
    {"close", file_close, 0, 0, "close($self, /)\n--\n\nCloses the file, unless closefd was false."},
    {"fileno", file_fileno, 0, 0, "fileno($self, /)\n--\n\nThe system's number of the file."},
    {"isatty", file_isatty, 0, 0, "isatty($self, /)\n--\n\nIs it a terminal?"},
    {"read", file_read_method, 0, 1,
     "read($self, size=-1, /)\n--\n\nUp to size bytes with one system call; all that are left if it is negative."},
    {"readable", file_readable, 0, 0, "readable($self, /)\n--\n\nCan it be read?"},
    {"readall", file_readall, 0, 0, "readall($self, /)\n--\n\nAll bytes that are left."},
    {"readinto", file_readinto, 1, 1, "readinto($self, buffer, /)\n--\n\nReads into buffer; the number of bytes."},
    {"seek", file_seek_method, 1, 2,
     "seek($self, pos, whence=0, /)\n--\n\nMoves to a position; the new one from the start."},
    {"seekable", file_seekable, 0, 0, "seekable($self, /)\n--\n\nCan one move in it?"},
    {"tell", file_tell, 0, 0, "tell($self, /)\n--\n\nThe position in the file."},
    {"truncate", file_truncate, 0, 1, "truncate($self, size=None, /)\n--\n\nCuts the file off at size."},
    {"writable", file_writable, 0, 0, "writable($self, /)\n--\n\nCan it be written?"},
    {"write", file_write_method, 1, 1, "write($self, b, /)\n--\n\nWrites bytes with one system call; how many."},
    {0},
};

static const GetSet file_getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {"closefd", get_closefd, NULL, NULL, NULL},
    {"mode", get_mode, NULL, NULL, NULL},
    {0},
};

static const Member file_members[] = {
    {"_blksize", MEMBER_INT, offsetof(FileIo, block_size), MEMBER_READONLY, NULL},
    {"_finalizing", MEMBER_BOOL, offsetof(FileIo, finalizing), 0, NULL},
    {0},
};

Type file_io_type = {
    .mem = {.name = "_io.FileIO", .flags = TYPE_GC | TYPE_BASE, .size = sizeof(FileIo), .dealloc = file_dealloc},
    .base = &raw_io_base_type,
    .doc =
        "FileIO(file, mode='r', closefd=True, opener=None)\n--\n\nA file without a buffer: each call is a system call.",
    .methods = file_methods,
    .getset = file_getset,
    .members = file_members,
    .repr = file_repr,
    .new = file_new,
    .init = file_init,
};
