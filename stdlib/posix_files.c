/* posix: calls of the system with the number of an open file. A call that a signal interrupts is made again when the
 * handlers have run. */
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <pty.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include "stdlib/posix_parts.h"

/* After a call that failed: 1: to be made again, -1 with the exception. */
static int again(void) {
    if (errno != EINTR) return raise_os(NULL), -1;
    return signals_pending() < 0 ? -1 : 1;
}

/* --- reading and writing --- */

static Object *read_into_bytes(int fd, ptrdiff_t n, off_t offset) {
    if (n < 0) return errno = EINVAL, raise_os(NULL);
    Object *b = n ? bytes_new(NULL, n) : bytes_new("", 0);
    if (!b) return NULL;
    ssize_t got;
    do {
        void *to = ((Bytes *)b)->data;
        got = offset < 0 ? read(fd, to, (size_t)n) : pread(fd, to, (size_t)n, offset);
    } while (got < 0 && again() > 0);
    Object *result = got < 0 ? NULL : got == n ? newref(b) : bytes_new(((Bytes *)b)->data, got);
    decref(b);
    return result;
}

static Object *posix_read(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    ptrdiff_t n = raise_pending() ? -1 : number_as_index(args[1], &exc_OverflowError);
    return raise_pending() ? NULL : read_into_bytes(fd, n, -1);
}

static Object *posix_pread(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    ptrdiff_t n = raise_pending() ? -1 : number_as_index(args[1], &exc_OverflowError);
    int64_t offset = raise_pending() ? -1 : int_as_i64(args[2]);
    if (raise_pending()) return NULL;
    if (offset < 0) return errno = EINVAL, raise_os(NULL);
    return read_into_bytes(fd, n, offset);
}

static Object *posix_readinto(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    Buffer b;
    if (raise_pending() || buffer_get(args[1], &b, BUFFER_WRITABLE) < 0) return NULL;
    ssize_t got;
    while ((got = read(fd, b.data, (size_t)b.length)) < 0 && again() > 0) {
    }
    buffer_release(&b);
    return got < 0 ? NULL : int_from_i64(got);
}

static Object *write_from(int fd, Object *data, off_t offset) {
    Buffer b;
    if (buffer_get(data, &b, BUFFER_SIMPLE) < 0) return NULL;
    ssize_t done;
    do done = offset < 0 ? write(fd, b.data, (size_t)b.length) : pwrite(fd, b.data, (size_t)b.length, offset);
    while (done < 0 && again() > 0);
    buffer_release(&b);
    return done < 0 ? NULL : int_from_i64(done);
}

static Object *posix_write(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    return raise_pending() ? NULL : write_from(fd, args[1], -1);
}

static Object *posix_pwrite(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int64_t offset = raise_pending() ? -1 : int_as_i64(args[2]);
    if (raise_pending()) return NULL;
    if (offset < 0) return errno = EINVAL, raise_os(NULL);
    return write_from(fd, args[1], offset);
}

/* readv or writev with the buffers of a sequence */
static Object *scatter(Object **args, ssize_t (*f)(int, const struct iovec *, int), int wanted) {
    enum { MOST = 1024 };
    int fd = int_as_int(args[0]);
    Object *list = raise_pending() ? NULL : sequence_fast(args[1], "readv() arg 2 must be a sequence");
    if (!list) return NULL;
    ptrdiff_t n = sequence_size(list), held = 0;
    Buffer *buffers = n <= MOST ? heap_alloc((size_t)(n + 1) * sizeof *buffers) : NULL;
    struct iovec *parts = buffers ? heap_alloc((size_t)(n + 1) * sizeof *parts) : NULL;
    ssize_t done = -1;
    if (n > MOST)
        errno = EINVAL, raise_os(NULL);
    else if (!parts)
        raise_memory();
    while (parts && held < n && held < sequence_size(list) &&
           buffer_get(sequence_items(list)[held], &buffers[held], wanted) == 0) {
        parts[held] = (struct iovec){.iov_base = buffers[held].data, .iov_len = (size_t)buffers[held].length};
        held++;
    }
    if (parts && !raise_pending())
        while ((done = f(fd, parts, (int)held)) < 0 && again() > 0) {
        }
    for (ptrdiff_t i = 0; i < held; i++) buffer_release(&buffers[i]);
    heap_free(buffers);
    heap_free(parts);
    decref(list);
    return done < 0 ? NULL : int_from_i64(done);
}

static Object *posix_readv(Object *self, Object **args, ptrdiff_t nargs) {
    return scatter(args, readv, BUFFER_WRITABLE);
}
static Object *posix_writev(Object *self, Object **args, ptrdiff_t nargs) {
    return scatter(args, writev, BUFFER_SIMPLE);
}

static Object *posix_sendfile(Object *self, Object **args, ptrdiff_t nargs) {
    int fds[2];
    if (posix_ints(args, 2, fds) < 0) return NULL;
    off_t offset = args[2] == NONE ? 0 : int_as_i64(args[2]), *from = args[2] == NONE ? NULL : &offset;
    ptrdiff_t count = raise_pending() ? 0 : number_as_index(args[3], &exc_OverflowError);
    if (raise_pending()) return NULL;
    ssize_t done;
    while ((done = sendfile(fds[0], fds[1], from, (size_t)count)) < 0 && again() > 0) {
    }
    return done < 0 ? NULL : int_from_i64(done);
}

/* copy_file_range(src, dst, count, offset_src=None, offset_dst=None) */
static Object *posix_copy_file_range(Object *self, Object **args, ptrdiff_t nargs) {
    int fds[2];
    off_t offsets[2], *at[2] = {NULL, NULL};
    if (posix_ints(args, 2, fds) < 0) return NULL;
    ptrdiff_t count = number_as_index(args[2], &exc_OverflowError);
    for (int i = 0; i < 2 && !raise_pending(); i++) {
        Object *given = arg_or_null(args, nargs, 3 + i);
        if (given && given != NONE) offsets[i] = int_as_i64(given), at[i] = &offsets[i];
    }
    if (raise_pending()) return NULL;
    if (count < 0) return raise_error(&exc_ValueError, "negative value for 'count' not allowed");
    ssize_t done;
    while ((done = copy_file_range(fds[0], at[0], fds[1], at[1], (size_t)count, 0)) < 0 && again() > 0) {
    }
    return done < 0 ? NULL : int_from_i64(done);
}

/* --- position and size --- */

static Object *posix_lseek(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int64_t offset = raise_pending() ? 0 : int_as_i64(args[1]);
    int whence = raise_pending() ? 0 : int_as_int(args[2]);
    if (raise_pending()) return NULL;
    off_t at = lseek(fd, offset, whence);
    return at < 0 ? raise_os(NULL) : int_from_i64(at);
}

static Object *posix_ftruncate(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int64_t length = raise_pending() ? 0 : int_as_i64(args[1]);
    return raise_pending() ? NULL : posix_status(ftruncate(fd, length));
}

static Object *error_number(int code) {
    errno = code;
    return code ? raise_os(NULL) : new_none();
}

static Object *posix_posix_fallocate(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int64_t offset = raise_pending() ? 0 : int_as_i64(args[1]), length = raise_pending() ? 0 : int_as_i64(args[2]);
    return raise_pending() ? NULL : error_number(posix_fallocate(fd, offset, length));
}

static Object *posix_posix_fadvise(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int64_t offset = raise_pending() ? 0 : int_as_i64(args[1]), length = raise_pending() ? 0 : int_as_i64(args[2]);
    int advice = raise_pending() ? 0 : int_as_int(args[3]);
    return raise_pending() ? NULL : error_number(posix_fadvise(fd, offset, length, advice));
}

static Object *posix_lockf(Object *self, Object **args, ptrdiff_t nargs) {
    int numbers[2];
    if (posix_ints(args, 2, numbers) < 0) return NULL;
    int64_t length = int_as_i64(args[2]);
    if (raise_pending()) return NULL;
    while (lockf(numbers[0], numbers[1], length) < 0)
        if (again() < 0) return NULL;
    return new_none();
}

static Object *on_file(Object *o, int (*f)(int)) {
    int fd = posix_fd(o);
    if (fd < 0) return NULL;
    while (f(fd) < 0)
        if (again() < 0) return NULL;
    return new_none();
}

static Object *posix_fsync(Object *self, Object **args, ptrdiff_t nargs) {
    return on_file(args[0], fsync);
}
static Object *posix_fdatasync(Object *self, Object **args, ptrdiff_t nargs) {
    return on_file(args[0], fdatasync);
}
static Object *posix_fchdir(Object *self, Object **args, ptrdiff_t nargs) {
    return on_file(args[0], fchdir);
}
static Object *posix_sync(Object *self, Object **args, ptrdiff_t nargs) {
    sync();
    return new_none();
}

static Object *posix_fchmod(Object *self, Object **args, ptrdiff_t nargs) {
    int numbers[2];
    return posix_ints(args, 2, numbers) < 0 ? NULL : posix_status(fchmod(numbers[0], (mode_t)numbers[1]));
}
static Object *posix_fchown(Object *self, Object **args, ptrdiff_t nargs) {
    int numbers[3];
    if (posix_ints(args, 3, numbers) < 0) return NULL;
    return posix_status(fchown(numbers[0], (uid_t)numbers[1], (gid_t)numbers[2]));
}

/* --- waiting for files --- */

static int read_waiting(Object *o, short events, struct pollfd *files, int count, int most) {
    Object *list = sequence_fast(o, "_poll() takes two sequences of files");
    if (!list) return -1;
    for (ptrdiff_t i = 0; count >= 0 && i < sequence_size(list); i++) {
        int fd = int_as_int(sequence_items(list)[i]);
        if (raise_pending())
            count = -1;
        else if (count == most)
            count = raise_int(&exc_ValueError, "too many files");
        else
            files[count++] = (struct pollfd){.fd = fd, .events = events};
    }
    decref(list);
    return count;
}

/* _poll(reading, writing, timeout): which of the files can be read or written, or have failed. */
static Object *posix_poll(Object *self, Object **args, ptrdiff_t nargs) {
    enum { MOST = 64 };
    struct pollfd files[MOST];
    double timeout = args[2] == NONE ? -1 : float_as_double(args[2]);
    int count = raise_pending() ? -1 : read_waiting(args[0], POLLIN, files, 0, MOST);
    if (count >= 0) count = read_waiting(args[1], POLLOUT, files, count, MOST);
    if (count < 0) return NULL;
    int milliseconds = timeout < 0 ? -1 : timeout > 1e6 ? 1000000000 : (int)ceil(timeout * 1e3);
    if (poll(files, (nfds_t)count, milliseconds) < 0) {
        if (again() < 0) return NULL;
        count = 0; /* the caller knows how long it wants to wait still */
    }
    Object *ready = list_new(0);
    for (int i = 0; ready && i < count; i++)
        if (files[i].revents && list_append_steal(ready, int_from_i64(files[i].fd)) < 0) clear_ref(&ready);
    return ready;
}

/* --- the numbers themselves --- */

static Object *posix_close(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    return close(fd) < 0 && errno != EINTR ? raise_os(NULL) : new_none();
}

static Object *posix_closerange(Object *self, Object **args, ptrdiff_t nargs) {
    int ends[2];
    if (posix_ints(args, 2, ends) < 0) return NULL;
    if (ends[0] < ends[1]) close_range((unsigned)(ends[0] < 0 ? 0 : ends[0]), (unsigned)ends[1] - 1, 0);
    return new_none();
}

static Object *posix_dup(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    int copy = raise_pending() ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return raise_pending() ? NULL : copy < 0 ? raise_os(NULL) : int_from_i64(copy);
}

/* dup2(fd, fd2, inheritable=True) */
static Object *posix_dup2(Object *self, Object **args, ptrdiff_t nargs) {
    int fds[2], inheritable = posix_flag(args, nargs, 2, true);
    if (inheritable < 0 || posix_ints(args, 2, fds) < 0) return NULL;
    int status = inheritable || fds[0] == fds[1] ? dup2(fds[0], fds[1]) : dup3(fds[0], fds[1], O_CLOEXEC);
    return status < 0 ? raise_os(NULL) : int_from_i64(status);
}

static Object *two_files(int status, const int *ends) {
    if (status < 0) return raise_os(NULL);
    Object *a = int_from_i64(ends[0]), *b = int_from_i64(ends[1]), *pair = a && b ? tuple_pack(2, a, b) : NULL;
    xdecref(a);
    xdecref(b);
    return pair;
}

static Object *posix_pipe(Object *self, Object **args, ptrdiff_t nargs) {
    int ends[2];
    return two_files(pipe2(ends, O_CLOEXEC), ends);
}
static Object *posix_pipe2(Object *self, Object **args, ptrdiff_t nargs) {
    int ends[2], flags = int_as_int(args[0]);
    return raise_pending() ? NULL : two_files(pipe2(ends, flags), ends);
}

static Object *posix_openpty(Object *self, Object **args, ptrdiff_t nargs) {
    int ends[2], status = openpty(&ends[0], &ends[1], NULL, NULL, NULL);
    if (status == 0) fcntl(ends[0], F_SETFD, FD_CLOEXEC), fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return two_files(status, ends);
}

static Object *posix_isatty(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    return raise_pending() ? NULL : new_bool(isatty(fd));
}

static Object *posix_ttyname(Object *self, Object **args, ptrdiff_t nargs) {
    char name[256];
    int fd = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    errno = ttyname_r(fd, name, sizeof name);
    return errno ? raise_os(NULL) : posix_name(name, false);
}

/* None, or UTF-8 for a terminal */
static Object *posix_device_encoding(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    return raise_pending() ? NULL : isatty(fd) ? str_from_c("utf-8") : new_none();
}

/* A flag of a file's number (of: F_GETFD) or of the open file (of: F_GETFL) */
static int file_flag(Object *o, int of, int flag) {
    int fd = int_as_int(o), flags = raise_pending() ? -1 : fcntl(fd, of);
    if (flags < 0 && !raise_pending()) raise_os(NULL);
    return flags < 0 ? -1 : (flags & flag) != 0;
}

static Object *set_file_flag(Object *o, int get, int set, int flag, int on) {
    int fd = int_as_int(o), flags = on < 0 || raise_pending() ? -1 : fcntl(fd, get);
    if (raise_pending()) return NULL;
    return posix_status(flags < 0 ? -1 : fcntl(fd, set, on ? flags | flag : flags & ~flag));
}

static Object *posix_get_blocking(Object *self, Object **args, ptrdiff_t nargs) {
    int flag = file_flag(args[0], F_GETFL, O_NONBLOCK);
    return flag < 0 ? NULL : new_bool(!flag);
}
static Object *posix_set_blocking(Object *self, Object **args, ptrdiff_t nargs) {
    int blocking = object_truth(args[1]);
    return set_file_flag(args[0], F_GETFL, F_SETFL, O_NONBLOCK, blocking < 0 ? -1 : !blocking);
}
static Object *posix_get_inheritable(Object *self, Object **args, ptrdiff_t nargs) {
    int flag = file_flag(args[0], F_GETFD, FD_CLOEXEC);
    return flag < 0 ? NULL : new_bool(!flag);
}
static Object *posix_set_inheritable(Object *self, Object **args, ptrdiff_t nargs) {
    int inheritable = object_truth(args[1]);
    return set_file_flag(args[0], F_GETFD, F_SETFD, FD_CLOEXEC, inheritable < 0 ? -1 : !inheritable);
}

/* --- files that are in memory only --- */

/* memfd_create(name, flags=MFD_CLOEXEC) */
static Object *posix_memfd_create(Object *self, Object **args, ptrdiff_t nargs) {
    Object *flags = arg_or_null(args, nargs, 1);
    int bits = flags ? int_as_int(flags) : (int)MFD_CLOEXEC;
    char *name = raise_pending() ? NULL : posix_text(args[0]);
    if (!name) return NULL;
    int fd = memfd_create(name, (unsigned)bits);
    heap_free(name);
    return fd < 0 ? raise_os(NULL) : int_from_i64(fd);
}

/* eventfd(initval, flags=EFD_CLOEXEC) */
static Object *posix_eventfd(Object *self, Object **args, ptrdiff_t nargs) {
    Object *flags = arg_or_null(args, nargs, 1);
    uint64_t first = int_as_u64(args[0]);
    int bits = flags && !raise_pending() ? int_as_int(flags) : EFD_CLOEXEC;
    if (raise_pending()) return NULL;
    int fd = eventfd((unsigned)first, bits);
    return fd < 0 ? raise_os(NULL) : int_from_i64(fd);
}
static Object *posix_eventfd_read(Object *self, Object **args, ptrdiff_t nargs) {
    eventfd_t value;
    int fd = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    return eventfd_read(fd, &value) < 0 ? raise_os(NULL) : int_from_u64(value);
}
static Object *posix_eventfd_write(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    uint64_t value = raise_pending() ? 0 : int_as_u64(args[1]);
    return raise_pending() ? NULL : posix_status(eventfd_write(fd, value));
}

const Method posix_file_methods[] = {
    {"_poll", posix_poll, 3, 3,
     "_poll(reading, writing, timeout, /)\n--\n\nWaits until files can be read or written: which."},
    {"close", posix_close, 1, 1, "close(fd)\n--\n\nCloses a file."},
    {"closerange", posix_closerange, 2, 2,
     "closerange(fd_low, fd_high, /)\n--\n\nCloses all files from fd_low up to fd_high, which stays."},
    {"copy_file_range", posix_copy_file_range, 3, 5,
     "copy_file_range(src, dst, count, offset_src=None, offset_dst=None)\n--\n\nCopies bytes between files: how many."},
    {"device_encoding", posix_device_encoding, 1, 1,
     "device_encoding(fd)\n--\n\nThe encoding of a terminal; None for any other file."},
    {"dup", posix_dup, 1, 1, "dup(fd, /)\n--\n\nAnother number for an open file."},
    {"dup2", posix_dup2, 2, 3, "dup2(fd, fd2, inheritable=True)\n--\n\nMakes fd2 another number of an open file."},
    {"eventfd", posix_eventfd, 1, 2, "eventfd(initval, flags=EFD_CLOEXEC)\n--\n\nA counter that can be waited for."},
    {"eventfd_read", posix_eventfd_read, 1, 1, "eventfd_read(fd)\n--\n\nThe value of such a counter."},
    {"eventfd_write", posix_eventfd_write, 2, 2, "eventfd_write(fd, value)\n--\n\nAdds to such a counter."},
    {"fchdir", posix_fchdir, 1, 1, "fchdir(fd)\n--\n\nChanges to an open folder."},
    {"fchmod", posix_fchmod, 2, 2, "fchmod(fd, mode)\n--\n\nchmod() of an open file."},
    {"fchown", posix_fchown, 3, 3, "fchown(fd, uid, gid)\n--\n\nchown() of an open file."},
    {"fdatasync", posix_fdatasync, 1, 1, "fdatasync(fd)\n--\n\nfsync() of the content alone."},
    {"fsync", posix_fsync, 1, 1, "fsync(fd)\n--\n\nWaits until a file is on the disk."},
    {"ftruncate", posix_ftruncate, 2, 2, "ftruncate(fd, length, /)\n--\n\nMakes a file so many bytes long."},
    {"get_blocking", posix_get_blocking, 1, 1, "get_blocking(fd, /)\n--\n\nDo reads of the file wait?"},
    {"get_inheritable", posix_get_inheritable, 1, 1,
     "get_inheritable(fd, /)\n--\n\nDo programs that are started get the file?"},
    {"isatty", posix_isatty, 1, 1, "isatty(fd, /)\n--\n\nIs an open file a terminal?"},
    {"lockf", posix_lockf, 3, 3, "lockf(fd, command, length, /)\n--\n\nLocks a part of a file, or sets it free."},
    {"lseek", posix_lseek, 3, 3, "lseek(fd, position, whence, /)\n--\n\nMoves in a file: the new position."},
    {"memfd_create", posix_memfd_create, 1, 2, "memfd_create(name, flags=MFD_CLOEXEC)\n--\n\nA file in memory."},
    {"openpty", posix_openpty, 0, 0, "openpty()\n--\n\nA terminal for programs: its two ends."},
    {"pipe", posix_pipe, 0, 0, "pipe()\n--\n\nA pipe: the numbers of its reading and its writing end."},
    {"pipe2", posix_pipe2, 1, 1, "pipe2(flags, /)\n--\n\npipe() with flags of open()."},
    {"posix_fadvise", posix_posix_fadvise, 4, 4,
     "posix_fadvise(fd, offset, length, advice, /)\n--\n\nSays how a part of a file will be used."},
    {"posix_fallocate", posix_posix_fallocate, 3, 3,
     "posix_fallocate(fd, offset, length, /)\n--\n\nMakes sure that there is room on the disk."},
    {"pread", posix_pread, 3, 3, "pread(fd, length, offset, /)\n--\n\nread() at an offset; the position stays."},
    {"pwrite", posix_pwrite, 3, 3, "pwrite(fd, buffer, offset, /)\n--\n\nwrite() at an offset; the position stays."},
    {"read", posix_read, 2, 2, "read(fd, length, /)\n--\n\nUp to length bytes."},
    {"readinto", posix_readinto, 2, 2, "readinto(fd, buffer, /)\n--\n\nread() into a buffer: how many bytes."},
    {"readv", posix_readv, 2, 2, "readv(fd, buffers, /)\n--\n\nread() into several buffers: how many bytes."},
    {"sendfile", posix_sendfile, 4, 4,
     "sendfile(out_fd, in_fd, offset, count)\n--\n\nCopies bytes between files: how many."},
    {"set_blocking", posix_set_blocking, 2, 2, "set_blocking(fd, blocking, /)\n--\n\nShall reads of the file wait?"},
    {"set_inheritable", posix_set_inheritable, 2, 2,
     "set_inheritable(fd, inheritable, /)\n--\n\nShall programs that are started get the file?"},
    {"sync", posix_sync, 0, 0, "sync()\n--\n\nWrites everything to the disks."},
    {"ttyname", posix_ttyname, 1, 1, "ttyname(fd, /)\n--\n\nThe path of a terminal."},
    {"write", posix_write, 2, 2, "write(fd, data, /)\n--\n\nWrites bytes: how many."},
    {"writev", posix_writev, 2, 2, "writev(fd, buffers, /)\n--\n\nWrites several buffers: how many bytes."},
    {NULL},
};
