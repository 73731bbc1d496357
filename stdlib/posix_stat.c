/* posix: what the system tells of files and file systems, and the times of files. */
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "interp/object/struct_sequence.h"
#include "stdlib/posix_parts.h"

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

static StructSequence statvfs_result = {
    .name = "os.statvfs_result",
    .doc = "What statvfs() tells of a file system.",
    .visible = 10,
    .fields = {{"f_bsize", "block size"},
               {"f_frsize", "size of a fragment"},
               {"f_blocks", "fragments"},
               {"f_bfree", "free blocks"},
               {"f_bavail", "free blocks for any user"},
               {"f_files", "inodes"},
               {"f_ffree", "free inodes"},
               {"f_favail", "free inodes for any user"},
               {"f_flag", "how it is mounted"},
               {"f_namemax", "longest name"},
               {"f_fsid", "number of the file system"}},
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

static Object *stat_with(Object *o, const char *function, int allow, Object *folder, bool follow) {
    Path p;
    struct stat s;
    int fd;
    if (path_read(&p, o, function, "path", allow) < 0) return NULL;
    int status = posix_folder(folder, &fd);
    if (status == 0 && !p.text && (fd != AT_FDCWD || !follow)) {
        const char *option =
            fd != AT_FDCWD ? "specify dir_fd without matching path" : "use fd and follow_symlinks together";
        status = raise_int(&exc_ValueError, fd != AT_FDCWD ? "%s: can't %s" : "%s: cannot %s", function, option);
    }
    if (status < 0) return path_drop(&p), NULL;
    if ((p.text ? fstatat(fd, p.text, &s, follow ? 0 : AT_SYMLINK_NOFOLLOW) : fstat(p.fd, &s)) < 0)
        return path_failed(&p);
    path_drop(&p);
    return stat_object(&s);
}

/* stat(path, *, dir_fd=None, follow_symlinks=True) */
static Object *posix_stat(Object *self, Object **args, ptrdiff_t nargs) {
    int follow = posix_flag(args, nargs, 2, true);
    return follow < 0 ? NULL : stat_with(args[0], "stat", PATH_FILE, arg_or_null(args, nargs, 1), follow);
}
static Object *posix_lstat(Object *self, Object **args, ptrdiff_t nargs) {
    return stat_with(args[0], "lstat", 0, arg_or_null(args, nargs, 1), false);
}
static Object *posix_fstat(Object *self, Object **args, ptrdiff_t nargs) {
    struct stat s;
    int fd = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    return fstat(fd, &s) < 0 ? raise_os(NULL) : stat_object(&s);
}

static Object *statvfs_object(const struct statvfs *s) {
    return struct_sequence_new(
        &statvfs_result, (Object *[]){int_from_u64(s->f_bsize), int_from_u64(s->f_frsize), int_from_u64(s->f_blocks),
                                      int_from_u64(s->f_bfree), int_from_u64(s->f_bavail), int_from_u64(s->f_files),
                                      int_from_u64(s->f_ffree), int_from_u64(s->f_favail), int_from_u64(s->f_flag),
                                      int_from_u64(s->f_namemax), int_from_u64(s->f_fsid)});
}

static Object *posix_statvfs(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    struct statvfs s;
    if (path_read(&p, args[0], "statvfs", "path", PATH_FILE) < 0) return NULL;
    if ((p.text ? statvfs(p.text, &s) : fstatvfs(p.fd, &s)) < 0) return path_failed(&p);
    path_drop(&p);
    return statvfs_object(&s);
}
static Object *posix_fstatvfs(Object *self, Object **args, ptrdiff_t nargs) {
    struct statvfs s;
    int fd = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    return fstatvfs(fd, &s) < 0 ? raise_os(NULL) : statvfs_object(&s);
}

/* --- times --- */

static int time_from_seconds(Object *o, struct timespec *t) {
    if (int_check(o)) {
        *t = (struct timespec){.tv_sec = int_as_i64(o)};
    } else {
        double seconds = float_as_double(o), whole = floor(seconds);
        *t = (struct timespec){.tv_sec = (time_t)whole, .tv_nsec = (long)floor((seconds - whole) * 1e9)};
    }
    return raise_pending() ? -1 : 0;
}

static int time_from_ns(Object *o, struct timespec *t) {
    int64_t ns = int_as_i64(o), part = ns % 1000000000;
    if (part < 0) part += 1000000000;
    *t = (struct timespec){.tv_sec = (ns - part) / 1000000000, .tv_nsec = part};
    return raise_pending() ? -1 : 0;
}

/* utime(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True) */
static Object *posix_utime(Object *self, Object **args, ptrdiff_t nargs) {
    Object *times = arg_or_null(args, nargs, 1), *ns = arg_or_null(args, nargs, 2);
    int fd, follow = posix_flag(args, nargs, 4, true);
    struct timespec t[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    if (times == NONE) times = NULL;
    if (follow < 0 || posix_folder(arg_or_null(args, nargs, 3), &fd) < 0) return NULL;
    if (times && ns) return raise_error(&exc_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    if (times && !(tuple_check(times) && tuple_length(times) == 2))
        return raise_error(&exc_TypeError, "utime: 'times' must be either a tuple of two ints or None");
    if (ns && !(tuple_check(ns) && tuple_length(ns) == 2))
        return raise_error(&exc_TypeError, "utime: 'ns' must be a tuple of two ints");
    for (int i = 0; i < 2; i++) {
        if (times && time_from_seconds(tuple_item(times, i), &t[i]) < 0) return NULL;
        if (ns && time_from_ns(tuple_item(ns, i), &t[i]) < 0) return NULL;
    }
    Path p;
    if (path_read(&p, args[0], "utime", "path", PATH_FILE) < 0) return NULL;
    return path_result(&p, p.text ? utimensat(fd, p.text, t, follow ? 0 : AT_SYMLINK_NOFOLLOW) : futimens(p.fd, t));
}

/* --- device numbers --- */

static Object *posix_major(Object *self, Object **args, ptrdiff_t nargs) {
    uint64_t device = int_as_u64(args[0]);
    return raise_pending() ? NULL : int_from_u64(major(device));
}
static Object *posix_minor(Object *self, Object **args, ptrdiff_t nargs) {
    uint64_t device = int_as_u64(args[0]);
    return raise_pending() ? NULL : int_from_u64(minor(device));
}
static Object *posix_makedev(Object *self, Object **args, ptrdiff_t nargs) {
    int parts[2];
    return posix_ints(args, 2, parts) < 0 ? NULL : int_from_u64(makedev((unsigned)parts[0], (unsigned)parts[1]));
}

const Method posix_stat_methods[] = {
    {"fstat", posix_fstat, 1, 1, "fstat(fd)\n--\n\nstat() of an open file."},
    {"fstatvfs", posix_fstatvfs, 1, 1, "fstatvfs(fd, /)\n--\n\nstatvfs() of an open file."},
    {"lstat", posix_lstat, 1, 1, "lstat(path, *, dir_fd=None)\n--\n\nstat() that does not follow a symbolic link."},
    {"major", posix_major, 1, 1, "major(device, /)\n--\n\nThe first part of a device's number."},
    {"makedev", posix_makedev, 2, 2, "makedev(major, minor, /)\n--\n\nA device's number."},
    {"minor", posix_minor, 1, 1, "minor(device, /)\n--\n\nThe second part of a device's number."},
    {"stat", posix_stat, 1, 1,
     "stat(path, *, dir_fd=None, follow_symlinks=True)\n--\n\nWhat the system knows of a file."},
    {"statvfs", posix_statvfs, 1, 1, "statvfs(path)\n--\n\nWhat the system knows of a file system."},
    {"utime", posix_utime, 1, 2,
     "utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)\n--\n\nSets the times of "
     "last "
     "access and last change; to now, if none are given."},
    {NULL},
};

int posix_stat_setup(Object *m) {
    if (module_add_steal(m, "stat_result", xnewref(struct_sequence_type(&stat_result))) < 0) return -1;
    return module_add_steal(m, "statvfs_result", xnewref(struct_sequence_type(&statvfs_result)));
}
