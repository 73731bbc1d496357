/* posix: calls of the system with paths. Where a folder can be given as an open file (dir_fd), the call is the one of
 * the *at family, which without one means the current folder. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "stdlib/posix_parts.h"

/* --- arguments and results --- */

Object *path_object(Object *o, const char *function, const char *argument, int allow) {
    if (str_check(o) || bytes_check(o)) return newref(o);
    Object *method = object_lookup_special(o, names.__fspath__), *path = NULL;
    if (method == NONE) clear_ref(&method);
    if (method) {
        path = object_call0(method);
        decref(method);
        if (path && !str_check(path) && !bytes_check(path)) {
            raise_error(&exc_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", o, path);
            clear_ref(&path);
        }
    } else if (!raise_pending() && !function) {
        raise_error(&exc_TypeError, "expected str, bytes or os.PathLike object, not %T", o);
    } else if (!raise_pending()) {
        static const char *const kinds[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer",
                                            "string, bytes, os.PathLike or None",
                                            "string, bytes, os.PathLike, integer or None"};
        raise_error(&exc_TypeError, "%s: %s should be %s, not %T", function, argument, kinds[allow], o);
    }
    return path;
}

/* A bool is most probably no descriptor, but the result of some other call. 0, or -1 when the warning is an error. */
static int warn_of_bool(Object *o) {
    if (o->type != &bool_type) return 0;
    return raise_warning(&exc_RuntimeWarning, 1, "bool is used as a file descriptor");
}

int path_read(Path *p, Object *o, const char *function, const char *argument, int allow) {
    *p = (Path){.fd = -1};
    if ((allow & PATH_NONE) && (!o || o == NONE)) return 0;
    if ((allow & PATH_FILE) && int_check(o)) {
        if (warn_of_bool(o) < 0) return -1;
        p->fd = int_as_int(o);
        return raise_pending() ? -1 : 0;
    }
    p->object = path_object(o, function, argument, allow);
    if (!p->object) return -1;
    char *own = NULL;
    size_t n = bytes_check(p->object) ? (size_t)bytes_length(p->object) : 0;
    const char *text =
        bytes_check(p->object) ? (const char *)((Bytes *)p->object)->data : str_utf8_surrogates(p->object, &n, &own);
    if (text && memchr(text, 0, n)) {
        if (function)
            raise_error(&exc_ValueError, "%s: embedded null character in %s", function, argument);
        else
            raise_error(&exc_ValueError, "embedded null byte");
    } else if (text && (p->text = heap_alloc(n + 1))) {
        memcpy(p->text, text, n);
        p->text[n] = 0;
    } else if (text) {
        raise_memory();
    }
    heap_free(own);
    if (p->text) return 0;
    clear_ref(&p->object);
    return -1;
}

void path_drop(Path *p) {
    heap_free(p->text);
    xdecref(p->object);
}

Object *path_failed(Path *p) {
    raise_os_object(p->object);
    path_drop(p);
    return NULL;
}

Object *path_result(Path *p, int status) {
    if (status < 0) return path_failed(p);
    path_drop(p);
    return new_none();
}

Object *paths_result(Path *from, Path *to, int status) {
    if (status < 0) {
        int code = errno;
        Object *args[] = {int_from_i64(code), str_from_c(strerror(code)), from->object, NONE, to->object};
        Object *e = args[0] && args[1] ? object_call((Object *)&exc_OSError, args, 5, NULL) : NULL;
        xdecref(args[0]);
        xdecref(args[1]);
        if (e) raise_object(e);
    }
    path_drop(from);
    path_drop(to);
    return status < 0 ? NULL : new_none();
}

char *posix_text(Object *o) {
    Path p;
    if (path_read(&p, o, NULL, NULL, 0) < 0) return NULL;
    xdecref(p.object);
    return p.text;
}

int posix_folder(Object *o, int *fd) {
    *fd = AT_FDCWD;
    if (!o || o == NONE) return 0;
    if (!o->type->to_index && !int_check(o))
        return raise_int(&exc_TypeError, "argument should be integer or None, not %T", o);
    *fd = int_as_int(o);
    return raise_pending() ? -1 : 0;
}

int posix_fd(Object *o) {
    Object *number = NULL;
    if (warn_of_bool(o) < 0) return -1;
    if (!int_check(o)) {
        Str *name = str_intern_c("fileno");
        Object *method = name ? object_getattr(o, name) : NULL;
        xdecref(name);
        number = method ? object_call0(method) : NULL;
        xdecref(method);
        if (!method) {
            raise_clear();
            return raise_int(&exc_TypeError, "argument must be an int, or have a fileno() method.");
        }
        if (number && !int_check(number)) raise_error(&exc_TypeError, "fileno() returned a non-integer");
    }
    int fd = raise_pending() ? -1 : int_as_int(number ? number : o);
    xdecref(number);
    if (raise_pending()) return -1;
    if (fd < 0) return raise_int(&exc_ValueError, "file descriptor cannot be a negative integer (%d)", fd);
    return fd;
}

Object *posix_name(const char *s, bool as_bytes) {
    return as_bytes ? bytes_new(s, (ptrdiff_t)strlen(s)) : str_from_utf8_surrogates(s, strlen(s));
}

Object *posix_status(int status) {
    return status < 0 ? raise_os(NULL) : new_none();
}

int posix_ints(Object **args, int n, int *out) {
    for (int i = 0; i < n; i++) {
        out[i] = int_as_int(args[i]);
        if (raise_pending()) return -1;
    }
    return 0;
}

int posix_flag(Object **args, ptrdiff_t nargs, ptrdiff_t i, bool otherwise) {
    Object *o = arg_or_null(args, nargs, i);
    return o ? object_truth(o) : otherwise;
}

/* --- calls with one path --- */

static Object *with_text(Object *o, const char *function, int (*f)(const char *)) {
    Path p;
    return path_read(&p, o, function, "path", 0) < 0 ? NULL : path_result(&p, f(p.text));
}

static Object *posix_chdir(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    if (path_read(&p, args[0], "chdir", "path", PATH_FILE) < 0) return NULL;
    return path_result(&p, p.text ? chdir(p.text) : fchdir(p.fd));
}

static Object *posix_chroot(Object *self, Object **args, ptrdiff_t nargs) {
    return with_text(args[0], "chroot", chroot);
}

static Object *unlink_with(Object **args, ptrdiff_t nargs, const char *function, int flags) {
    Path p;
    int folder;
    if (path_read(&p, args[0], function, "path", 0) < 0) return NULL;
    if (posix_folder(arg_or_null(args, nargs, 1), &folder) < 0) return path_drop(&p), NULL;
    return path_result(&p, unlinkat(folder, p.text, flags));
}

static Object *posix_rmdir(Object *self, Object **args, ptrdiff_t nargs) {
    return unlink_with(args, nargs, "rmdir", AT_REMOVEDIR);
}
static Object *posix_unlink(Object *self, Object **args, ptrdiff_t nargs) {
    return unlink_with(args, nargs, "unlink", 0);
}
static Object *posix_remove(Object *self, Object **args, ptrdiff_t nargs) {
    return unlink_with(args, nargs, "remove", 0);
}

/* f(path, mode=..., *, dir_fd=None) */
static Object *make_with(Object **args, ptrdiff_t nargs, const char *function, int mode,
                         int (*f)(int folder, const char *path, mode_t mode)) {
    Path p;
    int folder;
    Object *given = arg_or_null(args, nargs, 1);
    if (given) mode = int_as_int(given);
    if (raise_pending() || posix_folder(arg_or_null(args, nargs, 2), &folder) < 0) return NULL;
    if (path_read(&p, args[0], function, "path", 0) < 0) return NULL;
    return path_result(&p, f(folder, p.text, (mode_t)mode));
}

static Object *posix_mkdir(Object *self, Object **args, ptrdiff_t nargs) {
    return make_with(args, nargs, "mkdir", 0777, mkdirat);
}
static Object *posix_mkfifo(Object *self, Object **args, ptrdiff_t nargs) {
    return make_with(args, nargs, "mkfifo", 0666, mkfifoat);
}

/* mknod(path, mode=0o600, device=0, *, dir_fd=None) */
static Object *posix_mknod(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    int folder, mode = 0600;
    Object *given = arg_or_null(args, nargs, 1), *device = arg_or_null(args, nargs, 2);
    if (given) mode = int_as_int(given);
    dev_t number = device && !raise_pending() ? (dev_t)int_as_u64(device) : 0;
    if (raise_pending() || posix_folder(arg_or_null(args, nargs, 3), &folder) < 0) return NULL;
    if (path_read(&p, args[0], "mknod", "path", 0) < 0) return NULL;
    return path_result(&p, mknodat(folder, p.text, (mode_t)mode, number));
}

/* access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True) */
static Object *posix_access(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    int folder, mode = int_as_int(args[1]);
    int effective = raise_pending() ? -1 : posix_flag(args, nargs, 3, false);
    int follow = effective < 0 ? -1 : posix_flag(args, nargs, 4, true);
    if (follow < 0 || posix_folder(arg_or_null(args, nargs, 2), &folder) < 0) return NULL;
    if (path_read(&p, args[0], "access", "path", 0) < 0) return NULL;
    int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    bool granted = faccessat(folder, p.text, mode, flags) == 0;
    path_drop(&p);
    return new_bool(granted);
}

/* chmod(path, mode, *, dir_fd=None, follow_symlinks=True) */
static Object *posix_chmod(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    int folder, mode = int_as_int(args[1]), follow = raise_pending() ? -1 : posix_flag(args, nargs, 3, true);
    if (follow < 0 || posix_folder(arg_or_null(args, nargs, 2), &folder) < 0) return NULL;
    if (path_read(&p, args[0], "chmod", "path", PATH_FILE) < 0) return NULL;
    return path_result(&p, p.text ? fchmodat(folder, p.text, (mode_t)mode, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                                  : fchmod(p.fd, (mode_t)mode));
}

static Object *chown_with(Object **args, const char *function, int folder, bool follow) {
    Path p;
    int ids[2];
    if (posix_ints(args + 1, 2, ids) < 0 || path_read(&p, args[0], function, "path", PATH_FILE) < 0) return NULL;
    uid_t user = (uid_t)ids[0];
    gid_t group = (gid_t)ids[1];
    return path_result(&p, p.text ? fchownat(folder, p.text, user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                                  : fchown(p.fd, user, group));
}

/* chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True) */
static Object *posix_chown(Object *self, Object **args, ptrdiff_t nargs) {
    int folder, follow = posix_flag(args, nargs, 4, true);
    if (follow < 0 || posix_folder(arg_or_null(args, nargs, 3), &folder) < 0) return NULL;
    return chown_with(args, "chown", folder, follow);
}
static Object *posix_lchown(Object *self, Object **args, ptrdiff_t nargs) {
    return chown_with(args, "lchown", AT_FDCWD, false);
}

static Object *posix_truncate(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    int64_t length = int_as_i64(args[1]);
    if (raise_pending() || path_read(&p, args[0], "truncate", "path", PATH_FILE) < 0) return NULL;
    return path_result(&p, p.text ? truncate(p.text, length) : ftruncate(p.fd, length));
}

/* open(path, flags, mode=0o777, *, dir_fd=None) */
static Object *posix_open(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    Object *mode = arg_or_null(args, nargs, 2);
    int folder, flags = int_as_int(args[1]), bits = mode && !raise_pending() ? int_as_int(mode) : 0777;
    if (raise_pending() || posix_folder(arg_or_null(args, nargs, 3), &folder) < 0) return NULL;
    if (path_read(&p, args[0], "open", "path", 0) < 0) return NULL;
    int fd;
    while ((fd = openat(folder, p.text, flags | O_CLOEXEC, bits)) < 0 && errno == EINTR)
        if (signals_pending() < 0) return path_drop(&p), NULL;
    if (fd < 0) return path_failed(&p);
    path_drop(&p);
    return int_from_i64(fd);
}

static Object *posix_readlink(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    char to[4097];
    int folder;
    if (posix_folder(arg_or_null(args, nargs, 1), &folder) < 0) return NULL;
    if (path_read(&p, args[0], "readlink", "path", 0) < 0) return NULL;
    ssize_t n = readlinkat(folder, p.text, to, sizeof to - 1);
    if (n < 0) return path_failed(&p);
    to[n] = 0;
    Object *result = posix_name(to, bytes_check(p.object));
    path_drop(&p);
    return result;
}

static Object *posix_listdir(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    if (path_read(&p, arg_or_null(args, nargs, 0), "listdir", "path", PATH_FILE | PATH_NONE) < 0) return NULL;
    int copy = p.fd >= 0 ? dup(p.fd) : -1;
    DIR *d = p.fd >= 0 ? fdopendir(copy) : opendir(p.text ? p.text : ".");
    if (!d) {
        if (copy >= 0) close(copy);
        return path_failed(&p);
    }
    bool as_bytes = p.object && bytes_check(p.object);
    Object *list = list_new(0);
    for (struct dirent *e; list && (e = readdir(d));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
            list_append_steal(list, posix_name(e->d_name, as_bytes)) < 0)
            clear_ref(&list);
    if (p.fd >= 0) rewinddir(d);
    closedir(d);
    path_drop(&p);
    return list;
}

static Object *posix_fspath(Object *self, Object **args, ptrdiff_t nargs) {
    return path_object(args[0], NULL, NULL, 0);
}

static Object *working_folder(bool as_bytes) {
    char *path = getcwd(NULL, 0);
    Object *result = path ? posix_name(path, as_bytes) : raise_os(NULL);
    free(path);
    return result;
}
static Object *posix_getcwd(Object *self, Object **args, ptrdiff_t nargs) {
    return working_folder(false);
}
static Object *posix_getcwdb(Object *self, Object **args, ptrdiff_t nargs) {
    return working_folder(true);
}

/* --- calls with two paths --- */

static int read_two(Path *from, Path *to, Object **args, const char *function) {
    if (path_read(from, args[0], function, "src", 0) < 0) return -1;
    if (path_read(to, args[1], function, "dst", 0) == 0) return 0;
    path_drop(from);
    return -1;
}

/* rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None) */
static Object *rename_with(Object **args, ptrdiff_t nargs, const char *function) {
    Path from, to;
    int source, target;
    if (posix_folder(arg_or_null(args, nargs, 2), &source) < 0) return NULL;
    if (posix_folder(arg_or_null(args, nargs, 3), &target) < 0) return NULL;
    if (read_two(&from, &to, args, function) < 0) return NULL;
    return paths_result(&from, &to, renameat(source, from.text, target, to.text));
}
static Object *posix_rename(Object *self, Object **args, ptrdiff_t nargs) {
    return rename_with(args, nargs, "rename");
}
static Object *posix_replace(Object *self, Object **args, ptrdiff_t nargs) {
    return rename_with(args, nargs, "replace");
}

/* link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True) */
static Object *posix_link(Object *self, Object **args, ptrdiff_t nargs) {
    Path from, to;
    int source, target, follow = posix_flag(args, nargs, 4, false);
    if (follow < 0 || posix_folder(arg_or_null(args, nargs, 2), &source) < 0) return NULL;
    if (posix_folder(arg_or_null(args, nargs, 3), &target) < 0 || read_two(&from, &to, args, "link") < 0) return NULL;
    return paths_result(&from, &to, linkat(source, from.text, target, to.text, follow ? AT_SYMLINK_FOLLOW : 0));
}

/* symlink(src, dst, target_is_directory=False, *, dir_fd=None) */
static Object *posix_symlink(Object *self, Object **args, ptrdiff_t nargs) {
    Path from, to;
    int folder;
    if (posix_folder(arg_or_null(args, nargs, 3), &folder) < 0 || read_two(&from, &to, args, "symlink") < 0)
        return NULL;
    return paths_result(&from, &to, symlinkat(from.text, folder, to.text));
}

const Method posix_path_methods[] = {
    {"access", posix_access, 2, 2,
     "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)\n--\n\nMay this process use path "
     "in "
     "this way?"},
    {"chdir", posix_chdir, 1, 1, "chdir(path)\n--\n\nChanges the current folder."},
    {"chmod", posix_chmod, 2, 2, "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)\n--\n\nChanges permissions."},
    {"chown", posix_chown, 3, 3,
     "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)\n--\n\nChanges owner and group; -1 keeps one."},
    {"chroot", posix_chroot, 1, 1, "chroot(path)\n--\n\nMakes a folder the root of this process."},
    {"fspath", posix_fspath, 1, 1, "fspath(path)\n--\n\nA path as str or bytes."},
    {"getcwd", posix_getcwd, 0, 0, "getcwd()\n--\n\nThe current folder."},
    {"getcwdb", posix_getcwdb, 0, 0, "getcwdb()\n--\n\nThe current folder, as bytes."},
    {"lchown", posix_lchown, 3, 3, "lchown(path, uid, gid)\n--\n\nchown() of a symbolic link itself."},
    {"link", posix_link, 2, 2,
     "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)\n--\n\nGives a file one name more."},
    {"listdir", posix_listdir, 0, 1, "listdir(path=None)\n--\n\nThe names in a folder."},
    {"mkdir", posix_mkdir, 1, 2, "mkdir(path, mode=511, *, dir_fd=None)\n--\n\nMakes a folder."},
    {"mkfifo", posix_mkfifo, 1, 2, "mkfifo(path, mode=438, *, dir_fd=None)\n--\n\nMakes a pipe with a name."},
    {"mknod", posix_mknod, 1, 3, "mknod(path, mode=384, device=0, *, dir_fd=None)\n--\n\nMakes a file of any kind."},
    {"open", posix_open, 2, 3, "open(path, flags, mode=511, *, dir_fd=None)\n--\n\nOpens a file: its number."},
    {"readlink", posix_readlink, 1, 1, "readlink(path, *, dir_fd=None)\n--\n\nWhere a symbolic link leads."},
    {"remove", posix_remove, 1, 1, "remove(path, *, dir_fd=None)\n--\n\nRemoves a file."},
    {"rename", posix_rename, 2, 2,
     "rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)\n--\n\nRenames or moves a file or folder."},
    {"replace", posix_replace, 2, 2,
     "replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)\n--\n\nrename(), over what is there."},
    {"rmdir", posix_rmdir, 1, 1, "rmdir(path, *, dir_fd=None)\n--\n\nRemoves an empty folder."},
    {"symlink", posix_symlink, 2, 3,
     "symlink(src, dst, target_is_directory=False, *, dir_fd=None)\n--\n\nMakes a symbolic link."},
    {"truncate", posix_truncate, 2, 2, "truncate(path, length)\n--\n\nMakes a file so many bytes long."},
    {"unlink", posix_unlink, 1, 1, "unlink(path, *, dir_fd=None)\n--\n\nRemoves a file."},
    {NULL},
};
