/* posix: the system calls that os is made of. This file has the module, its constants and what belongs nowhere else:
 * the environment, the terminal, random bytes. posix_parts.h says where the rest is. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "interp/object/struct_sequence.h"
#include "stdlib/posix_parts.h"

extern char **environ;

/* --- the environment --- */

/* The variables as a dict of bytes. */
static Object *environment(void) {
    Object *d = dict_new();
    for (char **e = environ; d && e && *e; e++) {
        const char *equals = strchr(*e, '=');
        if (!equals) continue;
        Object *key = bytes_new(*e, equals - *e), *value = bytes_new(equals + 1, (ptrdiff_t)strlen(equals + 1));
        if (!key || !value || dict_set(d, key, value) < 0) clear_ref(&d);
        xdecref(key);
        xdecref(value);
    }
    return d;
}

static Object *posix_create_environ(Object *self, Object **args, ptrdiff_t nargs) {
    return environment();
}

static Object *posix_putenv(Object *self, Object **args, ptrdiff_t nargs) {
    char *name = posix_text(args[0]), *value = name ? posix_text(args[1]) : NULL;
    Object *result = NULL;
    if (value && strchr(name, '='))
        raise_error(&exc_ValueError, "illegal environment variable name");
    else if (value)
        result = posix_status(setenv(name, value, 1));
    heap_free(name);
    heap_free(value);
    return result;
}

static Object *posix_unsetenv(Object *self, Object **args, ptrdiff_t nargs) {
    char *name = posix_text(args[0]);
    Object *result = name ? posix_status(unsetenv(name)) : NULL;
    heap_free(name);
    return result;
}

/* --- the terminal, errors, chance --- */

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

static Object *posix_ctermid(Object *self, Object **args, ptrdiff_t nargs) {
    char path[L_ctermid];
    return posix_name(ctermid(path), false);
}

static Object *posix_strerror(Object *self, Object **args, ptrdiff_t nargs) {
    int code = int_as_int(args[0]);
    return raise_pending() ? NULL : posix_name(strerror(code), false);
}

static Object *random_bytes(ptrdiff_t n, unsigned flags) {
    if (n < 0) return raise_error(&exc_ValueError, "negative argument not allowed");
    Object *b = n ? bytes_new(NULL, n) : bytes_new("", 0);
    for (ptrdiff_t done = 0; b && done < n;) {
        ssize_t got = getrandom(((Bytes *)b)->data + done, (size_t)(n - done), flags);
        if (got > 0) {
            done += got;
        } else if (errno != EINTR || signals_pending() < 0) {
            if (!raise_pending()) raise_os(NULL);
            clear_ref(&b);
        }
    }
    return b;
}

static Object *posix_urandom(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n = number_as_index(args[0], &exc_OverflowError);
    return raise_pending() ? NULL : random_bytes(n, 0);
}

static Object *posix_getrandom(Object *self, Object **args, ptrdiff_t nargs) {
    Object *given = arg_or_null(args, nargs, 1);
    ptrdiff_t n = number_as_index(args[0], &exc_OverflowError);
    int flags = given && !raise_pending() ? int_as_int(given) : 0;
    return raise_pending() ? NULL : random_bytes(n, (unsigned)flags);
}

static const Method posix_methods[] = {
    {"_create_environ", posix_create_environ, 0, 0, "_create_environ()\n--\n\nThe environment of the process now."},
    {"ctermid", posix_ctermid, 0, 0, "ctermid()\n--\n\nThe path of the terminal of this process."},
    {"get_terminal_size", posix_get_terminal_size, 0, 1,
     "get_terminal_size(fd=<unrepresentable>, /)\n--\n\nThe size of the terminal."},
    {"getrandom", posix_getrandom, 1, 2, "getrandom(size, flags=0)\n--\n\nRandom bytes of the system."},
    {"putenv", posix_putenv, 2, 2, "putenv(name, value, /)\n--\n\nSets a variable of the process's environment."},
    {"strerror", posix_strerror, 1, 1, "strerror(code, /)\n--\n\nWhat an error number means."},
    {"unsetenv", posix_unsetenv, 1, 1, "unsetenv(name, /)\n--\n\nRemoves a variable from the environment."},
    {"urandom", posix_urandom, 1, 1, "urandom(size, /)\n--\n\nRandom bytes that nobody can foresee."},
    {NULL},
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
    {"CLD_CONTINUED", CLD_CONTINUED},
    {"CLD_DUMPED", CLD_DUMPED},
    {"CLD_EXITED", CLD_EXITED},
    {"CLD_KILLED", CLD_KILLED},
    {"CLD_STOPPED", CLD_STOPPED},
    {"CLD_TRAPPED", CLD_TRAPPED},
    {"EFD_CLOEXEC", EFD_CLOEXEC},
    {"EFD_NONBLOCK", EFD_NONBLOCK},
    {"EFD_SEMAPHORE", EFD_SEMAPHORE},
    {"EX_CANTCREAT", EX_CANTCREAT},
    {"EX_CONFIG", EX_CONFIG},
    {"EX_DATAERR", EX_DATAERR},
    {"EX_IOERR", EX_IOERR},
    {"EX_NOHOST", EX_NOHOST},
    {"EX_NOINPUT", EX_NOINPUT},
    {"EX_NOPERM", EX_NOPERM},
    {"EX_NOUSER", EX_NOUSER},
    {"EX_OK", EX_OK},
    {"EX_OSERR", EX_OSERR},
    {"EX_OSFILE", EX_OSFILE},
    {"EX_PROTOCOL", EX_PROTOCOL},
    {"EX_SOFTWARE", EX_SOFTWARE},
    {"EX_TEMPFAIL", EX_TEMPFAIL},
    {"EX_UNAVAILABLE", EX_UNAVAILABLE},
    {"EX_USAGE", EX_USAGE},
    {"F_LOCK", F_LOCK},
    {"F_OK", F_OK},
    {"F_TEST", F_TEST},
    {"F_TLOCK", F_TLOCK},
    {"F_ULOCK", F_ULOCK},
    {"GRND_NONBLOCK", GRND_NONBLOCK},
    {"GRND_RANDOM", GRND_RANDOM},
    {"MFD_ALLOW_SEALING", MFD_ALLOW_SEALING},
    {"MFD_CLOEXEC", MFD_CLOEXEC},
    {"NGROUPS_MAX", NGROUPS_MAX},
    {"O_ACCMODE", O_ACCMODE},
    {"O_APPEND", O_APPEND},
    {"O_ASYNC", O_ASYNC},
    {"O_CLOEXEC", O_CLOEXEC},
    {"O_CREAT", O_CREAT},
    {"O_DIRECT", O_DIRECT},
    {"O_DIRECTORY", O_DIRECTORY},
    {"O_DSYNC", O_DSYNC},
    {"O_EXCL", O_EXCL},
    {"O_FSYNC", O_FSYNC},
    {"O_LARGEFILE", O_LARGEFILE},
    {"O_NDELAY", O_NDELAY},
    {"O_NOATIME", O_NOATIME},
    {"O_NOCTTY", O_NOCTTY},
    {"O_NOFOLLOW", O_NOFOLLOW},
    {"O_NONBLOCK", O_NONBLOCK},
    {"O_PATH", O_PATH},
    {"O_RDONLY", O_RDONLY},
    {"O_RDWR", O_RDWR},
    {"O_RSYNC", O_RSYNC},
    {"O_SYNC", O_SYNC},
    {"O_TMPFILE", O_TMPFILE},
    {"O_TRUNC", O_TRUNC},
    {"O_WRONLY", O_WRONLY},
    {"POSIX_FADV_DONTNEED", POSIX_FADV_DONTNEED},
    {"POSIX_FADV_NOREUSE", POSIX_FADV_NOREUSE},
    {"POSIX_FADV_NORMAL", POSIX_FADV_NORMAL},
    {"POSIX_FADV_RANDOM", POSIX_FADV_RANDOM},
    {"POSIX_FADV_SEQUENTIAL", POSIX_FADV_SEQUENTIAL},
    {"POSIX_FADV_WILLNEED", POSIX_FADV_WILLNEED},
    {"PRIO_PGRP", PRIO_PGRP},
    {"PRIO_PROCESS", PRIO_PROCESS},
    {"PRIO_USER", PRIO_USER},
    {"P_ALL", P_ALL},
    {"P_PGID", P_PGID},
    {"P_PID", P_PID},
    {"P_PIDFD", P_PIDFD},
    {"RTLD_DEEPBIND", RTLD_DEEPBIND},
    {"RTLD_GLOBAL", RTLD_GLOBAL},
    {"RTLD_LAZY", RTLD_LAZY},
    {"RTLD_LOCAL", RTLD_LOCAL},
    {"RTLD_NODELETE", RTLD_NODELETE},
    {"RTLD_NOLOAD", RTLD_NOLOAD},
    {"RTLD_NOW", RTLD_NOW},
    {"R_OK", R_OK},
    {"SEEK_DATA", SEEK_DATA},
    {"SEEK_HOLE", SEEK_HOLE},
    {"ST_APPEND", ST_APPEND},
    {"ST_MANDLOCK", ST_MANDLOCK},
    {"ST_NOATIME", ST_NOATIME},
    {"ST_NODEV", ST_NODEV},
    {"ST_NODIRATIME", ST_NODIRATIME},
    {"ST_NOEXEC", ST_NOEXEC},
    {"ST_NOSUID", ST_NOSUID},
    {"ST_RDONLY", ST_RDONLY},
    {"ST_RELATIME", ST_RELATIME},
    {"ST_SYNCHRONOUS", ST_SYNCHRONOUS},
    {"ST_WRITE", ST_WRITE},
    {"TMP_MAX", TMP_MAX},
    {"WCONTINUED", WCONTINUED},
    {"WEXITED", WEXITED},
    {"WNOHANG", WNOHANG},
    {"WNOWAIT", WNOWAIT},
    {"WSTOPPED", WSTOPPED},
    {"WUNTRACED", WUNTRACED},
    {"W_OK", W_OK},
    {"X_OK", X_OK},
};

static int posix_setup(Object *m) {
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add_int(m, constants[i].name, constants[i].value) < 0) return -1;
    const Method *const parts[] = {posix_path_methods,    posix_file_methods,    posix_stat_methods,
                                   posix_scandir_methods, posix_process_methods, posix_text_methods};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (module_add_functions(m, parts[i]) < 0) return -1;
    if (posix_stat_setup(m) < 0 || posix_scandir_setup(m) < 0 || posix_process_setup(m) < 0) return -1;
    if (module_add(m, "error", (Object *)&exc_OSError) < 0) return -1;
    if (module_add_steal(m, "terminal_size", xnewref(struct_sequence_type(&terminal_size))) < 0) return -1;
    return module_add_steal(m, "environ", environment());
}

const ModuleSpec posix_module = {
    .name = "posix",
    .doc = "System calls; use os.",
    .methods = posix_methods,
    .setup = posix_setup,
    .teardown = posix_process_teardown,
};
