/* posix: the system calls that os is made of. Paths are str, bytes or have __fspath__; an error is the OSError of
 * errno. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interp/api.h"
#include "interp/object/struct_sequence.h"

extern char **environ;

/* --- paths --- */

/* A path as the system has it: a heap block, to be freed; NULL with an exception. *object is the str or bytes (new). */
static char *system_path(Object *o, Object **object) {
    Object *path = NULL;
    if (str_check(o) || bytes_check(o)) {
        path = newref(o);
    } else {
        Str *name = str_intern_c("__fspath__");
        Object *method = name ? object_lookup_special(o, name) : NULL;
        xdecref(name);
        if (method)
            path = object_call0(method);
        else if (!raise_pending())
            raise_error(&exc_TypeError, "expected str, bytes or os.PathLike object, not %T", o);
        xdecref(method);
        if (path && !str_check(path) && !bytes_check(path)) {
            raise_error(&exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", o, path);
            clear_ref(&path);
        }
    }
    if (!path) return NULL;
    char *own = NULL, *copy = NULL;
    size_t n = bytes_check(path) ? (size_t)bytes_length(path) : 0;
    const char *text = bytes_check(path) ? (const char *)((Bytes *)path)->data : str_utf8_surrogates(path, &n, &own);
    if (text && memchr(text, 0, n))
        raise_error(&exc_ValueError, "embedded null byte");
    else if (text && (copy = heap_alloc(n + 1)))
        memcpy(copy, text, n), copy[n] = 0;
    else if (text)
        raise_memory();
    heap_free(own);
    if (copy && object)
        *object = path;
    else
        decref(path);
    return copy;
}

static Object *text_of(const char *s) {
    return str_from_utf8_surrogates(s, strlen(s));
}

/* Calls f(path) and gives None, or the OSError with the path. */
static Object *on_path(Object *o, int (*f)(const char *)) {
    Object *object;
    char *path = system_path(o, &object);
    if (!path) return NULL;
    int status = f(path);
    Object *result = status < 0 ? raise_os_object(object) : new_none();
    heap_free(path);
    decref(object);
    return result;
}

static Object *on_two_paths(Object **args, int (*f)(const char *, const char *)) {
    Object *a, *b;
    char *from = system_path(args[0], &a), *to = from ? system_path(args[1], &b) : NULL;
    Object *result = NULL;
    if (to) {
        result = f(from, to) < 0 ? raise_os_object(a) : new_none();
        decref(b);
    }
    if (from) decref(a);
    heap_free(from);
    heap_free(to);
    return result;
}

static Object *status_result(int status) {
    return status < 0 ? raise_os(NULL) : new_none();
}

/* --- stat --- */

static StructSequence stat_result = {
    .name = "os.stat_result",
    .doc = "What stat() tells of a file.",
    .visible = 10,
    .fields = {{"st_mode", "kind and permissions"},
               {"st_ino", "inode"},
               {"st_dev", "device"},
               {"st_nlink", "number of names"},
               {"st_uid", "owner"},
               {"st_gid", "group"},
               {"st_size", "bytes"},
               {"_atime", "last access, whole seconds"},
               {"_mtime", "last change, whole seconds"},
               {"_ctime", "last change of the inode, whole seconds"},
               {"st_atime", "last access"},
               {"st_mtime", "last change"},
               {"st_ctime", "last change of the inode"},
               {"st_atime_ns", "last access, in nanoseconds"},
               {"st_mtime_ns", "last change, in nanoseconds"},
               {"st_ctime_ns", "last change of the inode, in nanoseconds"},
               {"st_blksize", "preferred block size"},
               {"st_blocks", "blocks of 512 bytes"},
               {"st_rdev", "the device that a device file stands for"}},
};

static Object *seconds(struct timespec t) {
    return float_new((double)t.tv_sec + 1e-9 * (double)t.tv_nsec);
}
static Object *nanoseconds(struct timespec t) {
    return int_from_i64((int64_t)t.tv_sec * 1000000000 + t.tv_nsec);
}

static Object *stat_object(const struct stat *s) {
    return struct_sequence_new(
        &stat_result,
        (Object *[]){int_from_u64(s->st_mode), int_from_u64(s->st_ino), int_from_u64(s->st_dev),
                     int_from_u64(s->st_nlink), int_from_u64(s->st_uid), int_from_u64(s->st_gid),
                     int_from_i64(s->st_size), int_from_i64(s->st_atim.tv_sec), int_from_i64(s->st_mtim.tv_sec),
                     int_from_i64(s->st_ctim.tv_sec), seconds(s->st_atim), seconds(s->st_mtim), seconds(s->st_ctim),
                     nanoseconds(s->st_atim), nanoseconds(s->st_mtim), nanoseconds(s->st_ctim),
                     int_from_i64(s->st_blksize), int_from_i64(s->st_blocks), int_from_u64(s->st_rdev)});
}

static Object *stat_with(Object *o, int (*f)(const char *, struct stat *)) {
    struct stat s;
    if (int_check(o)) {
        int fd = int_as_int(o);
        if (raise_pending()) return NULL;
        return fstat(fd, &s) < 0 ? raise_os(NULL) : stat_object(&s);
    }
    Object *object;
    char *path = system_path(o, &object);
    if (!path) return NULL;
    Object *result = f(path, &s) < 0 ? raise_os_object(object) : stat_object(&s);
    heap_free(path);
    decref(object);
    return result;
}

/* stat(path, *, follow_symlinks=True) */
static Object *posix_stat(Object *self, Object **args, ptrdiff_t nargs) {
    Object *follow = arg_or_null(args, nargs, 1);
    int through = follow ? object_truth(follow) : 1;
    return through < 0 ? NULL : stat_with(args[0], through ? stat : lstat);
}
static Object *posix_lstat(Object *self, Object **args, ptrdiff_t nargs) {
    return stat_with(args[0], lstat);
}

/* --- folders and names --- */

static Object *posix_listdir(Object *self, Object **args, ptrdiff_t nargs) {
    Object *object = NULL, *given = arg_or_null(args, nargs, 0);
    bool here = !given || given == NONE;
    char *path = here ? NULL : system_path(given, &object);
    if (!here && !path) return NULL;
    DIR *d = opendir(here ? "." : path);
    Object *list = d ? list_new(0) : object ? raise_os_object(object) : raise_os(".");
    for (struct dirent *e; list && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0) continue;
        Object *name =
            object && bytes_check(object) ? bytes_new(e->d_name, (ptrdiff_t)strlen(e->d_name)) : text_of(e->d_name);
        if (list_append_steal(list, name) < 0) clear_ref(&list);
    }
    if (d) closedir(d);
    heap_free(path);
    xdecref(object);
    return list;
}

static Object *posix_getcwd(Object *self, Object **args, ptrdiff_t nargs) {
    char path[4096];
    return getcwd(path, sizeof path) ? text_of(path) : raise_os(NULL);
}

static Object *posix_mkdir(Object *self, Object **args, ptrdiff_t nargs) {
    Object *mode = arg_or_null(args, nargs, 1), *object;
    int bits = mode ? int_as_int(mode) : 0777;
    if (raise_pending()) return NULL;
    char *path = system_path(args[0], &object);
    if (!path) return NULL;
    Object *result = mkdir(path, bits) < 0 ? raise_os_object(object) : new_none();
    heap_free(path);
    decref(object);
    return result;
}

static Object *posix_chdir(Object *self, Object **args, ptrdiff_t nargs) {
    return on_path(args[0], chdir);
}
static Object *posix_rmdir(Object *self, Object **args, ptrdiff_t nargs) {
    return on_path(args[0], rmdir);
}
static Object *posix_unlink(Object *self, Object **args, ptrdiff_t nargs) {
    return on_path(args[0], unlink);
}
static Object *posix_rename(Object *self, Object **args, ptrdiff_t nargs) {
    return on_two_paths(args, rename);
}
static Object *posix_symlink(Object *self, Object **args, ptrdiff_t nargs) {
    return on_two_paths(args, symlink);
}
static Object *posix_link(Object *self, Object **args, ptrdiff_t nargs) {
    return on_two_paths(args, link);
}

static Object *posix_readlink(Object *self, Object **args, ptrdiff_t nargs) {
    Object *object;
    char *path = system_path(args[0], &object), to[4096];
    if (!path) return NULL;
    ssize_t n = readlink(path, to, sizeof to);
    Object *result = n < 0 ? raise_os_object(object) : str_from_utf8_surrogates(to, (size_t)n);
    heap_free(path);
    decref(object);
    return result;
}

static Object *with_mode(Object **args, int (*f)(const char *, int), bool question) {
    Object *object;
    int mode = int_as_int(args[1]);
    if (raise_pending()) return NULL;
    char *path = system_path(args[0], &object);
    if (!path) return NULL;
    int status = f(path, mode);
    Object *result = question ? new_bool(status == 0) : status < 0 ? raise_os_object(object) : new_none();
    heap_free(path);
    decref(object);
    return result;
}

static int change_mode(const char *path, int mode) {
    return chmod(path, (mode_t)mode);
}
static Object *posix_access(Object *self, Object **args, ptrdiff_t nargs) {
    return with_mode(args, access, true);
}
static Object *posix_chmod(Object *self, Object **args, ptrdiff_t nargs) {
    return with_mode(args, change_mode, false);
}

/* str(path) of a path-like object */
static Object *posix_fspath(Object *self, Object **args, ptrdiff_t nargs) {
    Object *object;
    char *path = system_path(args[0], &object);
    heap_free(path);
    return path ? object : NULL;
}

/* --- the environment --- */

/* The variables as a dict of str, made when os is imported. */
static Object *environment(void) {
    Object *d = dict_new();
    for (char **e = environ; d && e && *e; e++) {
        const char *equals = strchr(*e, '=');
        if (!equals) continue;
        Object *key = str_from_utf8_surrogates(*e, (size_t)(equals - *e)), *value = text_of(equals + 1);
        if (!key || !value || dict_set(d, key, value) < 0) clear_ref(&d);
        xdecref(key);
        xdecref(value);
    }
    return d;
}

static Object *posix_putenv(Object *self, Object **args, ptrdiff_t nargs) {
    char *name = system_path(args[0], NULL), *value = name ? system_path(args[1], NULL) : NULL;
    Object *result = value ? status_result(setenv(name, value, 1)) : NULL;
    heap_free(name);
    heap_free(value);
    return result;
}

static Object *posix_unsetenv(Object *self, Object **args, ptrdiff_t nargs) {
    char *name = system_path(args[0], NULL);
    Object *result = name ? status_result(unsetenv(name)) : NULL;
    heap_free(name);
    return result;
}

/* --- files by number --- */

static Object *posix_open(Object *self, Object **args, ptrdiff_t nargs) {
    Object *mode = arg_or_null(args, nargs, 2), *object;
    int flags = int_as_int(args[1]), bits = mode ? int_as_int(mode) : 0777;
    if (raise_pending()) return NULL;
    char *path = system_path(args[0], &object);
    if (!path) return NULL;
    int fd = open(path, flags | O_CLOEXEC, bits);
    Object *result = fd < 0 ? raise_os_object(object) : int_from_i64(fd);
    heap_free(path);
    decref(object);
    return result;
}

static Object *posix_read(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    ptrdiff_t n = raise_pending() ? -1 : number_as_index(args[1], &exc_OverflowError);
    if (raise_pending()) return NULL;
    if (n < 0) return errno = EINVAL, raise_os(NULL);
    Object *b = n ? bytes_new(NULL, n) : bytes_new("", 0);
    ssize_t got = b ? read(fd, ((Bytes *)b)->data, (size_t)n) : -1;
    Object *result = !b ? NULL : got < 0 ? raise_os(NULL) : bytes_new(((Bytes *)b)->data, got);
    xdecref(b);
    return result;
}

static Object *posix_write(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    Buffer b;
    if (raise_pending() || buffer_get(args[1], &b, BUFFER_SIMPLE) < 0) return NULL;
    ssize_t done = write(fd, b.data, (size_t)b.length);
    buffer_release(&b);
    return done < 0 ? raise_os(NULL) : int_from_i64(done);
}

static Object *posix_close(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    return raise_pending() ? NULL : status_result(close(fd));
}

static Object *posix_isatty(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = int_as_int(args[0]);
    return raise_pending() ? NULL : new_bool(isatty(fd));
}

static Object *posix_pipe(Object *self, Object **args, ptrdiff_t nargs) {
    int ends[2];
    if (pipe(ends) < 0) return raise_os(NULL);
    Object *r = int_from_i64(ends[0]), *w = int_from_i64(ends[1]), *pair = r && w ? tuple_pack(2, r, w) : NULL;
    xdecref(r);
    xdecref(w);
    return pair;
}

static StructSequence terminal_size = {
    .name = "os.terminal_size",
    .doc = "The size of a terminal, in characters.",
    .visible = 2,
    .fields = {{"columns", "width"}, {"lines", "height"}},
};

static Object *posix_get_terminal_size(Object *self, Object **args, ptrdiff_t nargs) {
    struct winsize w;
    int fd = nargs ? int_as_int(args[0]) : 1;
    if (raise_pending()) return NULL;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0) return raise_os(NULL);
    return struct_sequence_new(&terminal_size, (Object *[]){int_from_i64(w.ws_col), int_from_i64(w.ws_row)});
}

/* --- processes --- */

static Object *posix_getpid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getpid());
}
static Object *posix_getppid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getppid());
}
static Object *posix_getuid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getuid());
}
static Object *posix_cpu_count(Object *self, Object **args, ptrdiff_t nargs) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? int_from_i64(n) : new_none();
}

static Object *posix_umask(Object *self, Object **args, ptrdiff_t nargs) {
    int mask = int_as_int(args[0]);
    return raise_pending() ? NULL : int_from_i64(umask((mode_t)mask));
}

static Object *posix_kill(Object *self, Object **args, ptrdiff_t nargs) {
    int pid = int_as_int(args[0]), number = raise_pending() ? 0 : int_as_int(args[1]);
    return raise_pending() ? NULL : status_result(kill(pid, number));
}

static Object *posix_exit(Object *self, Object **args, ptrdiff_t nargs) {
    int status = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    _exit(status);
}

static Object *posix_abort(Object *self, Object **args, ptrdiff_t nargs) {
    abort();
}

static Object *posix_system(Object *self, Object **args, ptrdiff_t nargs) {
    char *command = system_path(args[0], NULL);
    if (!command) return NULL;
    int status = system(command);
    heap_free(command);
    return int_from_i64(status);
}

static Object *posix_strerror(Object *self, Object **args, ptrdiff_t nargs) {
    int code = int_as_int(args[0]);
    return raise_pending() ? NULL : text_of(strerror(code));
}

static Object *posix_urandom(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = number_as_index(args[0], &exc_OverflowError);
    if (raise_pending()) return NULL;
    if (n < 0) return raise_error(&exc_ValueError, "negative argument not allowed");
    Object *b = n ? bytes_new(NULL, n) : bytes_new("", 0);
    for (ptrdiff_t done = 0; b && done < n;) {
        ssize_t got = getrandom(((Bytes *)b)->data + done, (size_t)(n - done), 0);
        if (got > 0)
            done += got;
        else if (errno != EINTR) {
            clear_ref(&b);
            raise_os(NULL);
        }
    }
    return b;
}

static const Method posix_methods[] = {
    {"_exit", posix_exit, 1, 1, "_exit(status)\n--\n\nEnds the process at once."},
    {"abort", posix_abort, 0, 0, "abort()\n--\n\nEnds the process by SIGABRT."},
    {"access", posix_access, 2, 2, "access(path, mode)\n--\n\nMay this process use path in this way?"},
    {"chdir", posix_chdir, 1, 1, "chdir(path)\n--\n\nChanges the current folder."},
    {"chmod", posix_chmod, 2, 2, "chmod(path, mode)\n--\n\nChanges permissions."},
    {"close", posix_close, 1, 1, "close(fd)\n--\n\nCloses a file."},
    {"cpu_count", posix_cpu_count, 0, 0, "cpu_count()\n--\n\nThe number of processors, or None."},
    {"fspath", posix_fspath, 1, 1, "fspath(path)\n--\n\nA path as str or bytes."},
    {"fstat", posix_stat, 1, 1, "fstat(fd)\n--\n\nstat() of an open file."},
    {"get_terminal_size", posix_get_terminal_size, 0, 1, "get_terminal_size(fd=1, /)\n--\n\nThe size of the terminal."},
    {"getcwd", posix_getcwd, 0, 0, "getcwd()\n--\n\nThe current folder."},
    {"getpid", posix_getpid, 0, 0, "getpid()\n--\n\nThe number of this process."},
    {"getppid", posix_getppid, 0, 0, "getppid()\n--\n\nThe number of the process that started this one."},
    {"getuid", posix_getuid, 0, 0, "getuid()\n--\n\nThe user that this process runs for."},
    {"isatty", posix_isatty, 1, 1, "isatty(fd, /)\n--\n\nIs an open file a terminal?"},
    {"kill", posix_kill, 2, 2, "kill(pid, signal, /)\n--\n\nSends a signal to a process."},
    {"link", posix_link, 2, 2, "link(src, dst)\n--\n\nGives a file one name more."},
    {"listdir", posix_listdir, 0, 1, "listdir(path=None)\n--\n\nThe names in a folder."},
    {"lstat", posix_lstat, 1, 1, "lstat(path)\n--\n\nstat() that does not follow a symbolic link."},
    {"mkdir", posix_mkdir, 1, 2, "mkdir(path, mode=511)\n--\n\nMakes a folder."},
    {"open", posix_open, 2, 3, "open(path, flags, mode=511)\n--\n\nOpens a file: its number."},
    {"pipe", posix_pipe, 0, 0, "pipe()\n--\n\nA pipe: the numbers of its reading and its writing end."},
    {"putenv", posix_putenv, 2, 2, "putenv(name, value, /)\n--\n\nSets a variable of the process's environment."},
    {"read", posix_read, 2, 2, "read(fd, length, /)\n--\n\nUp to length bytes."},
    {"readlink", posix_readlink, 1, 1, "readlink(path)\n--\n\nWhere a symbolic link leads."},
    {"remove", posix_unlink, 1, 1, "remove(path)\n--\n\nRemoves a file."},
    {"rename", posix_rename, 2, 2, "rename(src, dst)\n--\n\nRenames or moves a file or folder."},
    {"replace", posix_rename, 2, 2, "replace(src, dst)\n--\n\nrename(), over what is there."},
    {"rmdir", posix_rmdir, 1, 1, "rmdir(path)\n--\n\nRemoves an empty folder."},
    {"stat", posix_stat, 1, 1, "stat(path, *, follow_symlinks=True)\n--\n\nWhat the system knows of a file."},
    {"strerror", posix_strerror, 1, 1, "strerror(code, /)\n--\n\nWhat an error number means."},
    {"symlink", posix_symlink, 2, 2, "symlink(src, dst)\n--\n\nMakes a symbolic link."},
    {"system", posix_system, 1, 1, "system(command)\n--\n\nRuns a command in a shell: its status."},
    {"umask", posix_umask, 1, 1, "umask(mask, /)\n--\n\nSets the permissions that new files do not get; the old ones."},
    {"unlink", posix_unlink, 1, 1, "unlink(path)\n--\n\nRemoves a file."},
    {"unsetenv", posix_unsetenv, 1, 1, "unsetenv(name, /)\n--\n\nRemoves a variable from the environment."},
    {"urandom", posix_urandom, 1, 1, "urandom(size, /)\n--\n\nRandom bytes that nobody can foresee."},
    {"write", posix_write, 2, 2, "write(fd, data, /)\n--\n\nWrites bytes: how many."},
    {0},
};

static int posix_setup(Object *m) {
    static const struct {
        const char *name;
        int value;
    } numbers[] = {{"F_OK", F_OK},         {"R_OK", R_OK},         {"W_OK", W_OK},        {"X_OK", X_OK},
                   {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR},    {"O_CREAT", O_CREAT},
                   {"O_EXCL", O_EXCL},     {"O_TRUNC", O_TRUNC},   {"O_APPEND", O_APPEND}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (module_add_int(m, numbers[i].name, numbers[i].value) < 0) return -1;
    if (module_add(m, "error", (Object *)&exc_OSError) < 0) return -1;
    if (module_add_steal(m, "stat_result", xnewref(struct_sequence_type(&stat_result))) < 0) return -1;
    if (module_add_steal(m, "terminal_size", xnewref(struct_sequence_type(&terminal_size))) < 0) return -1;
    return module_add_steal(m, "environ", environment());
}

const ModuleSpec posix_module = {
    .name = "posix",
    .doc = "System calls; use os.",
    .methods = posix_methods,
    .setup = posix_setup,
};
