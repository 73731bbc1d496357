/* posix: processes and what belongs to them: starting, waiting, users and groups, sessions, scheduling, the machine. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interp/object/struct_sequence.h"
#include "stdlib/posix_parts.h"

extern char **environ;

/* --- starting others --- */

/* Texts for the system, NULL behind the last: a heap block with heap blocks in it. */
static void drop_texts(char **texts) {
    for (char **t = texts; t && *t; t++) heap_free(*t);
    heap_free(texts);
}

static char **new_texts(ptrdiff_t n) {
    char **texts = heap_alloc((size_t)(n + 1) * sizeof *texts);
    if (!texts) return raise_memory();
    memset(texts, 0, (size_t)(n + 1) * sizeof *texts);
    return texts;
}

static char **read_arguments(Object *argv, const char *function) {
    if (!list_check(argv) && !tuple_check(argv))
        return raise_error(&exc_TypeError, "%s() arg 2 must be a tuple or list", function);
    Object *copy = sequence_tuple(argv);
    if (!copy) return NULL;
    ptrdiff_t n = tuple_length(copy);
    char **texts = NULL;
    if (n == 0)
        raise_error(&exc_ValueError, "%s() arg 2 must not be empty", function);
    else
        texts = new_texts(n);
    for (ptrdiff_t i = 0; texts && i < n; i++) {
        texts[i] = posix_text(tuple_item(copy, i));
        if (!texts[i] || (i == 0 && !*texts[i])) {
            if (texts[i]) raise_error(&exc_ValueError, "%s() arg 2 first element cannot be empty", function);
            drop_texts(texts);
            texts = NULL;
        }
    }
    decref(copy);
    return texts;
}

/* "key=value" */
static char *read_variable(Object *key, Object *value) {
    char *k = posix_text(key), *v = k ? posix_text(value) : NULL, *both = NULL;
    if (v && strchr(k + (*k != 0), '=')) {
        raise_error(&exc_ValueError, "illegal environment variable name");
    } else if (v && !(both = heap_alloc(strlen(k) + strlen(v) + 2))) {
        raise_memory();
    } else if (v) {
        strcpy(both, k);
        strcat(strcat(both, "="), v);
    }
    heap_free(k);
    heap_free(v);
    return both;
}

static char **read_environment(Object *mapping, const char *function) {
    Str *name = str_intern_c("items");
    Object *items = name ? object_call_method(mapping, name, NULL, 0) : NULL, *list = NULL;
    xdecref(name);
    if (items) list = sequence_list(items);
    xdecref(items);
    if (!list) {
        if (raise_is(&exc_AttributeError)) {
            raise_clear();
            raise_error(&exc_TypeError, "%s: environment must be a mapping object", function);
        }
        return NULL;
    }
    ptrdiff_t n = list_length(list);
    char **texts = new_texts(n);
    for (ptrdiff_t i = 0; texts && i < n; i++) {
        Object *pair = newref(list_item(list, i));
        if (tuple_check(pair) && tuple_length(pair) == 2)
            texts[i] = read_variable(tuple_item(pair, 0), tuple_item(pair, 1));
        else
            raise_error(&exc_TypeError, "%s: env.items() must yield pairs", function);
        decref(pair);
        if (!texts[i]) {
            drop_texts(texts);
            texts = NULL;
        }
    }
    decref(list);
    return texts;
}

/* execv(path, argv, /), execve(path, argv, env): they come back only when they fail. */
static Object *exec_with(Object **args, const char *function, bool with_env) {
    Path p;
    if (path_read(&p, args[0], function, "path", with_env ? PATH_FILE : 0) < 0) return NULL;
    char **argv = read_arguments(args[1], function),
         **env = argv && with_env ? read_environment(args[2], function) : NULL;
    Object *result = NULL;
    if (argv && (env || !with_env)) {
        if (p.text)
            execve(p.text, argv, with_env ? env : environ);
        else
            fexecve(p.fd, argv, env);
        result = raise_os_object(with_env ? p.object : NULL);
    }
    drop_texts(argv);
    drop_texts(env);
    path_drop(&p);
    return result;
}

static Object *posix_execv(Object *self, Object **args, ptrdiff_t nargs) {
    return exec_with(args, "execv", false);
}
static Object *posix_execve(Object *self, Object **args, ptrdiff_t nargs) {
    return exec_with(args, "execve", true);
}

/* Functions to call around fork(): lists that register_at_fork() fills. */
static Object *before_fork, *after_in_parent, *after_in_child;

static void call_all(Object *functions, bool backwards) {
    if (!functions) return;
    Object *copy = sequence_tuple(functions);
    if (!copy) return raise_unraisable("while calling functions around fork", NULL);
    ptrdiff_t n = tuple_length(copy);
    for (ptrdiff_t i = 0; i < n; i++) {
        Object *f = tuple_item(copy, backwards ? n - 1 - i : i), *result = object_call0(f);
        if (!result) raise_unraisable("in", f);
        xdecref(result);
    }
    decref(copy);
}

static Object *after_fork(pid_t pid) {
    int code = errno;
    call_all(pid == 0 ? after_in_child : after_in_parent, false);
    errno = code;
    return pid < 0 ? raise_os(NULL) : int_from_i64(pid);
}

static Object *posix_fork(Object *self, Object **args, ptrdiff_t nargs) {
    call_all(before_fork, true);
    return after_fork(fork());
}

static Object *posix_forkpty(Object *self, Object **args, ptrdiff_t nargs) {
    int end = -1;
    call_all(before_fork, true);
    Object *pid = after_fork(forkpty(&end, NULL, NULL, NULL)), *fd = pid ? int_from_i64(end) : NULL;
    Object *pair = fd ? tuple_pack(2, pid, fd) : NULL;
    xdecref(pid);
    xdecref(fd);
    return pair;
}

/* register_at_fork(*, before, after_in_child, after_in_parent) */
static Object *posix_register_at_fork(Object *self, Object **args, ptrdiff_t nargs) {
    Object **lists[] = {&before_fork, &after_in_child, &after_in_parent};
    static const char *const names[] = {"before", "after_in_child", "after_in_parent"};
    bool any = false;
    for (int i = 0; i < 3; i++) {
        Object *f = arg_or_null(args, nargs, i);
        if (f && !object_callable(f)) return raise_error(&exc_TypeError, "'%s' must be callable, not %T", names[i], f);
        any = any || f;
    }
    if (!any) return raise_error(&exc_TypeError, "At least one argument is required.");
    for (int i = 0; i < 3; i++) {
        Object *f = arg_or_null(args, nargs, i);
        if (f && !*lists[i] && !(*lists[i] = list_new(0))) return NULL;
        if (f && list_append(*lists[i], f) < 0) return NULL;
    }
    return new_none();
}

static Object *posix_system(Object *self, Object **args, ptrdiff_t nargs) {
    char *command = posix_text(args[0]);
    if (!command) return NULL;
    int status = system(command);
    heap_free(command);
    return int_from_i64(status);
}

/* --- waiting --- */

static StructSequence waitid_result = {
    .name = "os.waitid_result",
    .doc = "What waitid() tells of a process.",
    .visible = 5,
    .fields = {{"si_pid", "the process"},
               {"si_uid", "its user"},
               {"si_signo", "SIGCHLD"},
               {"si_status", "exit status or signal"},
               {"si_code", "why it tells"}},
};

static StructSequence rusage_result = {
    .name = "resource.struct_rusage",
    .doc = "What a process has used.",
    .visible = 16,
    .fields = {{"ru_utime", "seconds in the program"},
               {"ru_stime", "seconds in the system"},
               {"ru_maxrss", "most memory, in kilobytes"},
               {"ru_ixrss", "shared memory"},
               {"ru_idrss", "data"},
               {"ru_isrss", "stack"},
               {"ru_minflt", "page faults without input"},
               {"ru_majflt", "page faults with input"},
               {"ru_nswap", "swapped out"},
               {"ru_inblock", "blocks read"},
               {"ru_oublock", "blocks written"},
               {"ru_msgsnd", "messages sent"},
               {"ru_msgrcv", "messages received"},
               {"ru_nsignals", "signals"},
               {"ru_nvcsw", "times it gave up the processor"},
               {"ru_nivcsw", "times the processor was taken"}},
};

static Object *rusage_object(const struct rusage *u) {
    return struct_sequence_new(
        &rusage_result,
        (Object *[]){float_new((double)u->ru_utime.tv_sec + 1e-6 * (double)u->ru_utime.tv_usec),
                     float_new((double)u->ru_stime.tv_sec + 1e-6 * (double)u->ru_stime.tv_usec),
                     int_from_i64(u->ru_maxrss), int_from_i64(u->ru_ixrss), int_from_i64(u->ru_idrss),
                     int_from_i64(u->ru_isrss), int_from_i64(u->ru_minflt), int_from_i64(u->ru_majflt),
                     int_from_i64(u->ru_nswap), int_from_i64(u->ru_inblock), int_from_i64(u->ru_oublock),
                     int_from_i64(u->ru_msgsnd), int_from_i64(u->ru_msgrcv), int_from_i64(u->ru_nsignals),
                     int_from_i64(u->ru_nvcsw), int_from_i64(u->ru_nivcsw)});
}

/* (pid, status), and what it used if that is wanted */
static Object *wait_for(pid_t pid, int options, bool with_usage) {
    int status = 0;
    struct rusage usage = {0};
    pid_t found;
    while ((found = wait4(pid, &status, options, &usage)) < 0) {
        if (errno != EINTR) return raise_os(NULL);
        if (signals_pending() < 0) return NULL;
    }
    Object *items[] = {int_from_i64(found), int_from_i64(status), with_usage ? rusage_object(&usage) : newref(NONE)};
    Object *result = items[0] && items[1] && items[2] ? tuple_from(items, with_usage ? 3 : 2) : NULL;
    for (int i = 0; i < 3; i++) xdecref(items[i]);
    return result;
}

static Object *posix_wait(Object *self, Object **args, ptrdiff_t nargs) {
    return wait_for(-1, 0, false);
}
static Object *posix_waitpid(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : wait_for(n[0], n[1], false);
}
static Object *posix_wait3(Object *self, Object **args, ptrdiff_t nargs) {
    int options;
    return posix_ints(args, 1, &options) < 0 ? NULL : wait_for(-1, options, true);
}
static Object *posix_wait4(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : wait_for(n[0], n[1], true);
}

static Object *posix_waitid(Object *self, Object **args, ptrdiff_t nargs) {
    int n[3];
    siginfo_t info = {0};
    if (posix_ints(args, 3, n) < 0) return NULL;
    while (waitid((idtype_t)n[0], (id_t)n[1], &info, n[2]) < 0) {
        if (errno != EINTR) return raise_os(NULL);
        if (signals_pending() < 0) return NULL;
    }
    if (info.si_pid == 0) return new_none();
    return struct_sequence_new(&waitid_result, (Object *[]){int_from_i64(info.si_pid), int_from_i64(info.si_uid),
                                                            int_from_i64(info.si_signo), int_from_i64(info.si_status),
                                                            int_from_i64(info.si_code)});
}

enum StatusPart { HAS_EXITED, EXIT_STATUS, WAS_SIGNALED, TERM_SIGNAL, WAS_STOPPED, STOP_SIGNAL, HAS_CONTINUED, DUMPED };

static Object *status_part(Object *o, enum StatusPart part) {
    int status = int_as_int(o);
    if (raise_pending()) return NULL;
    switch (part) {
    case HAS_EXITED: return new_bool(WIFEXITED(status));
    case WAS_SIGNALED: return new_bool(WIFSIGNALED(status));
    case WAS_STOPPED: return new_bool(WIFSTOPPED(status));
    case HAS_CONTINUED: return new_bool(WIFCONTINUED(status));
    case DUMPED: return new_bool(WCOREDUMP(status));
    case EXIT_STATUS: return int_from_i64(WEXITSTATUS(status));
    case TERM_SIGNAL: return int_from_i64(WTERMSIG(status));
    default: return int_from_i64(WSTOPSIG(status));
    }
}

static Object *posix_wifexited(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], HAS_EXITED);
}
static Object *posix_wexitstatus(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], EXIT_STATUS);
}
static Object *posix_wifsignaled(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], WAS_SIGNALED);
}
static Object *posix_wtermsig(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], TERM_SIGNAL);
}
static Object *posix_wifstopped(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], WAS_STOPPED);
}
static Object *posix_wstopsig(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], STOP_SIGNAL);
}
static Object *posix_wifcontinued(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], HAS_CONTINUED);
}
static Object *posix_wcoredump(Object *self, Object **args, ptrdiff_t nargs) {
    return status_part(args[0], DUMPED);
}

static Object *posix_waitstatus_to_exitcode(Object *self, Object **args, ptrdiff_t nargs) {
    int status = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    if (WIFEXITED(status)) return int_from_i64(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) return int_from_i64(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise_error(&exc_ValueError, "process stopped by delivery of signal %d", WSTOPSIG(status));
    return raise_error(&exc_ValueError, "invalid wait status: %d", status);
}

/* --- this process and others --- */

static Object *posix_getpid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getpid());
}
static Object *posix_getppid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getppid());
}
static Object *posix_getuid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getuid());
}
static Object *posix_geteuid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(geteuid());
}
static Object *posix_getgid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getgid());
}
static Object *posix_getegid(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getegid());
}
static Object *posix_getpgrp(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(getpgrp());
}

static Object *number_or_error(int n) {
    return n < 0 ? raise_os(NULL) : int_from_i64(n);
}
static Object *posix_getpgid(Object *self, Object **args, ptrdiff_t nargs) {
    int pid;
    return posix_ints(args, 1, &pid) < 0 ? NULL : number_or_error(getpgid(pid));
}
static Object *posix_getsid(Object *self, Object **args, ptrdiff_t nargs) {
    int pid;
    return posix_ints(args, 1, &pid) < 0 ? NULL : number_or_error(getsid(pid));
}
static Object *posix_setpgid(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : posix_status(setpgid(n[0], n[1]));
}
static Object *posix_setpgrp(Object *self, Object **args, ptrdiff_t nargs) {
    return posix_status(setpgid(0, 0));
}
static Object *posix_setsid(Object *self, Object **args, ptrdiff_t nargs) {
    return posix_status(setsid() < 0 ? -1 : 0);
}
static Object *posix_tcgetpgrp(Object *self, Object **args, ptrdiff_t nargs) {
    int fd;
    return posix_ints(args, 1, &fd) < 0 ? NULL : number_or_error(tcgetpgrp(fd));
}
static Object *posix_tcsetpgrp(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : posix_status(tcsetpgrp(n[0], n[1]));
}
static Object *posix_pidfd_open(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2] = {0, 0};
    if (posix_ints(args, 1, n) < 0 || (arg_or_null(args, nargs, 1) && posix_ints(args + 1, 1, n + 1) < 0)) return NULL;
    return number_or_error((int)syscall(SYS_pidfd_open, n[0], n[1]));
}

/* Sets user or group, as f does. */
static Object *set_id(Object **args, int (*f)(uid_t)) {
    int id;
    return posix_ints(args, 1, &id) < 0 ? NULL : posix_status(f((uid_t)id));
}
static Object *posix_setuid(Object *self, Object **args, ptrdiff_t nargs) {
    return set_id(args, setuid);
}
static Object *posix_seteuid(Object *self, Object **args, ptrdiff_t nargs) {
    return set_id(args, seteuid);
}
static Object *posix_setgid(Object *self, Object **args, ptrdiff_t nargs) {
    return set_id(args, setgid);
}
static Object *posix_setegid(Object *self, Object **args, ptrdiff_t nargs) {
    return set_id(args, setegid);
}

static Object *posix_getgroups(Object *self, Object **args, ptrdiff_t nargs) {
    enum { MOST = 1024 };
    gid_t groups[MOST];
    int n = getgroups(MOST, groups);
    if (n < 0) return raise_os(NULL);
    Object *list = list_new(0);
    for (int i = 0; list && i < n; i++)
        if (list_append_steal(list, int_from_i64(groups[i])) < 0) clear_ref(&list);
    return list;
}

static Object *posix_getlogin(Object *self, Object **args, ptrdiff_t nargs) {
    char name[LOGIN_NAME_MAX + 1];
    errno = getlogin_r(name, sizeof name);
    return errno ? raise_os(NULL) : posix_name(name, false);
}

static Object *send(int status) {
    if (status < 0) return raise_os(NULL);
    return signals_pending() < 0 ? NULL : new_none(); /* it may have been for this process */
}
static Object *posix_kill(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : send(kill(n[0], n[1]));
}
static Object *posix_killpg(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    return posix_ints(args, 2, n) < 0 ? NULL : send(killpg(n[0], n[1]));
}

static Object *posix_exit(Object *self, Object **args, ptrdiff_t nargs) {
    int status = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    _exit(status);
}
static Object *posix_abort(Object *self, Object **args, ptrdiff_t nargs) {
    abort();
}

static Object *posix_umask(Object *self, Object **args, ptrdiff_t nargs) {
    int mask = int_as_int(args[0]);
    return raise_pending() ? NULL : int_from_i64(umask((mode_t)mask));
}

/* --- processor time --- */

/* Where -1 may be a value, errno tells. */
static Object *posix_nice(Object *self, Object **args, ptrdiff_t nargs) {
    int n;
    if (posix_ints(args, 1, &n) < 0) return NULL;
    errno = 0;
    n = nice(n);
    return n == -1 && errno ? raise_os(NULL) : int_from_i64(n);
}
static Object *posix_getpriority(Object *self, Object **args, ptrdiff_t nargs) {
    int n[2];
    if (posix_ints(args, 2, n) < 0) return NULL;
    errno = 0;
    int priority = getpriority((__priority_which_t)n[0], (id_t)n[1]);
    return errno ? raise_os(NULL) : int_from_i64(priority);
}
static Object *posix_setpriority(Object *self, Object **args, ptrdiff_t nargs) {
    int n[3];
    return posix_ints(args, 3, n) < 0 ? NULL : posix_status(setpriority((__priority_which_t)n[0], (id_t)n[1], n[2]));
}
static Object *posix_sched_yield(Object *self, Object **args, ptrdiff_t nargs) {
    return posix_status(sched_yield());
}

static Object *posix_sched_getaffinity(Object *self, Object **args, ptrdiff_t nargs) {
    int pid;
    cpu_set_t cpus;
    if (posix_ints(args, 1, &pid) < 0) return NULL;
    if (sched_getaffinity(pid, sizeof cpus, &cpus) < 0) return raise_os(NULL);
    Object *set = set_new(NULL);
    for (int i = 0; set && i < CPU_SETSIZE; i++) {
        if (!CPU_ISSET(i, &cpus)) continue;
        Object *n = int_from_i64(i);
        if (!n || set_add(set, n) < 0) clear_ref(&set);
        xdecref(n);
    }
    return set;
}

static Object *posix_sched_setaffinity(Object *self, Object **args, ptrdiff_t nargs) {
    int pid;
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    Object *list = posix_ints(args, 1, &pid) < 0 ? NULL : sequence_list(args[1]);
    if (!list) return NULL;
    for (ptrdiff_t i = 0; !raise_pending() && i < list_length(list); i++) {
        int cpu = int_as_int(list_item(list, i));
        if (raise_pending()) break;
        if (cpu < 0)
            raise_error(&exc_ValueError, "negative CPU number");
        else if (cpu < CPU_SETSIZE)
            CPU_SET(cpu, &cpus);
    }
    decref(list);
    return raise_pending() ? NULL : posix_status(sched_setaffinity(pid, sizeof cpus, &cpus));
}

static StructSequence times_result = {
    .name = "posix.times_result",
    .doc = "Processor times, in seconds.",
    .visible = 5,
    .fields = {{"user", "in the program"},
               {"system", "in the system"},
               {"children_user", "in programs that it started"},
               {"children_system", "in the system, for those"},
               {"elapsed", "since some fixed point in the past"}},
};

static Object *posix_times(Object *self, Object **args, ptrdiff_t nargs) {
    struct tms t;
    clock_t now = times(&t);
    if (now == (clock_t)-1) return raise_os(NULL);
    double ticks = (double)sysconf(_SC_CLK_TCK);
    return struct_sequence_new(
        &times_result, (Object *[]){float_new((double)t.tms_utime / ticks), float_new((double)t.tms_stime / ticks),
                                    float_new((double)t.tms_cutime / ticks), float_new((double)t.tms_cstime / ticks),
                                    float_new((double)now / ticks)});
}

static Object *posix_getloadavg(Object *self, Object **args, ptrdiff_t nargs) {
    double load[3];
    if (getloadavg(load, 3) != 3) return raise_error(&exc_OSError, "Load averages are unobtainable");
    Object *items[] = {float_new(load[0]), float_new(load[1]), float_new(load[2])};
    Object *result = items[0] && items[1] && items[2] ? tuple_from(items, 3) : NULL;
    for (int i = 0; i < 3; i++) xdecref(items[i]);
    return result;
}

/* --- the machine --- */

static Object *posix_cpu_count(Object *self, Object **args, ptrdiff_t nargs) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? int_from_i64(n) : new_none();
}

static StructSequence uname_result = {
    .name = "posix.uname_result",
    .doc = "Names of the system and the machine.",
    .visible = 5,
    .fields = {{"sysname", "name of the system"},
               {"nodename", "name of the machine in its network"},
               {"release", "release of the system"},
               {"version", "version of the system"},
               {"machine", "kind of machine"}},
};

static Object *posix_uname(Object *self, Object **args, ptrdiff_t nargs) {
    struct utsname u;
    if (uname(&u) < 0) return raise_os(NULL);
    return struct_sequence_new(&uname_result, (Object *[]){posix_name(u.sysname, false), posix_name(u.nodename, false),
                                                           posix_name(u.release, false), posix_name(u.version, false),
                                                           posix_name(u.machine, false)});
}

typedef struct Setting {
    const char *name;
    int number;
} Setting;

static const Setting settings[] = {
    {"SC_ARG_MAX", _SC_ARG_MAX},
    {"SC_CHILD_MAX", _SC_CHILD_MAX},
    {"SC_CLK_TCK", _SC_CLK_TCK},
    {"SC_HOST_NAME_MAX", _SC_HOST_NAME_MAX},
    {"SC_IOV_MAX", _SC_IOV_MAX},
    {"SC_LINE_MAX", _SC_LINE_MAX},
    {"SC_LOGIN_NAME_MAX", _SC_LOGIN_NAME_MAX},
    {"SC_NGROUPS_MAX", _SC_NGROUPS_MAX},
    {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
    {"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN},
    {"SC_OPEN_MAX", _SC_OPEN_MAX},
    {"SC_PAGESIZE", _SC_PAGESIZE},
    {"SC_PAGE_SIZE", _SC_PAGESIZE},
    {"SC_PHYS_PAGES", _SC_PHYS_PAGES},
    {"SC_AVPHYS_PAGES", _SC_AVPHYS_PAGES},
    {"SC_STREAM_MAX", _SC_STREAM_MAX},
    {"SC_SYMLOOP_MAX", _SC_SYMLOOP_MAX},
    {"SC_TTY_NAME_MAX", _SC_TTY_NAME_MAX},
    {"SC_TZNAME_MAX", _SC_TZNAME_MAX},
    {"SC_VERSION", _SC_VERSION},
    {NULL, 0},
};
static const Setting texts[] = {{"CS_GNU_LIBC_VERSION", _CS_GNU_LIBC_VERSION},
                                {"CS_GNU_LIBPTHREAD_VERSION", _CS_GNU_LIBPTHREAD_VERSION},
                                {"CS_PATH", _CS_PATH},
                                {NULL, 0}};
static const Setting limits[] = {{"PC_LINK_MAX", _PC_LINK_MAX},
                                 {"PC_MAX_CANON", _PC_MAX_CANON},
                                 {"PC_MAX_INPUT", _PC_MAX_INPUT},
                                 {"PC_NAME_MAX", _PC_NAME_MAX},
                                 {"PC_PATH_MAX", _PC_PATH_MAX},
                                 {"PC_PIPE_BUF", _PC_PIPE_BUF},
                                 {NULL, 0}};

/* The number that a name stands for, or a number itself; -1 with an exception. */
static int setting_number(Object *o, const Setting *known) {
    if (int_check(o)) return int_as_int(o);
    if (!str_check(o)) return raise_int(&exc_TypeError, "configuration names must be strings or integers");
    for (; known->name; known++)
        if (str_equal_c((Str *)o, known->name)) return known->number;
    return raise_int(&exc_ValueError, "unrecognized configuration name");
}

static Object *long_or_error(long value) {
    return value == -1 && errno ? raise_os(NULL) : int_from_i64(value);
}

static Object *posix_sysconf(Object *self, Object **args, ptrdiff_t nargs) {
    int number = setting_number(args[0], settings);
    if (raise_pending()) return NULL;
    errno = 0;
    return long_or_error(sysconf(number));
}

static Object *posix_confstr(Object *self, Object **args, ptrdiff_t nargs) {
    char text[1024];
    int number = setting_number(args[0], texts);
    if (raise_pending()) return NULL;
    errno = 0;
    size_t n = confstr(number, text, sizeof text);
    if (n == 0) return errno ? raise_os(NULL) : new_none();
    return posix_name(text, false);
}

static Object *posix_pathconf(Object *self, Object **args, ptrdiff_t nargs) {
    Path p;
    int number = setting_number(args[1], limits);
    if (raise_pending() || path_read(&p, args[0], "pathconf", "path", PATH_FILE) < 0) return NULL;
    errno = 0;
    long value = p.text ? pathconf(p.text, number) : fpathconf(p.fd, number);
    if (value == -1 && errno) return path_failed(&p);
    path_drop(&p);
    return int_from_i64(value);
}

static Object *posix_fpathconf(Object *self, Object **args, ptrdiff_t nargs) {
    int fd = posix_fd(args[0]), number = fd < 0 ? -1 : setting_number(args[1], limits);
    if (raise_pending()) return NULL;
    errno = 0;
    return long_or_error(fpathconf(fd, number));
}

static int add_settings(Object *m, const char *name, const Setting *known) {
    Object *d = dict_new();
    for (; d && known->name; known++) {
        Object *number = int_from_i64(known->number);
        if (!number || dict_set_c(d, known->name, number) < 0) clear_ref(&d);
        xdecref(number);
    }
    return module_add_steal(m, name, d);
}

const Method posix_process_methods[] = {
    {"WCOREDUMP", posix_wcoredump, 1, 1, "WCOREDUMP(status, /)\n--\n\nDid the process leave its memory in a file?"},
    {"WEXITSTATUS", posix_wexitstatus, 1, 1, "WEXITSTATUS(status)\n--\n\nThe status that it ended with."},
    {"WIFCONTINUED", posix_wifcontinued, 1, 1, "WIFCONTINUED(status)\n--\n\nWas it continued?"},
    {"WIFEXITED", posix_wifexited, 1, 1, "WIFEXITED(status)\n--\n\nDid it end by itself?"},
    {"WIFSIGNALED", posix_wifsignaled, 1, 1, "WIFSIGNALED(status)\n--\n\nDid a signal end it?"},
    {"WIFSTOPPED", posix_wifstopped, 1, 1, "WIFSTOPPED(status)\n--\n\nWas it stopped?"},
    {"WSTOPSIG", posix_wstopsig, 1, 1, "WSTOPSIG(status)\n--\n\nThe signal that stopped it."},
    {"WTERMSIG", posix_wtermsig, 1, 1, "WTERMSIG(status)\n--\n\nThe signal that ended it."},
    {"_exit", posix_exit, 1, 1, "_exit(status)\n--\n\nEnds the process at once."},
    {"abort", posix_abort, 0, 0, "abort()\n--\n\nEnds the process by SIGABRT."},
    {"confstr", posix_confstr, 1, 1, "confstr(name, /)\n--\n\nA setting of the system, as text."},
    {"cpu_count", posix_cpu_count, 0, 0, "cpu_count()\n--\n\nThe number of processors, or None."},
    {"execv", posix_execv, 2, 2, "execv(path, argv, /)\n--\n\nRuns another program in place of this one."},
    {"execve", posix_execve, 3, 3, "execve(path, argv, env)\n--\n\nexecv() in another environment."},
    {"fork", posix_fork, 0, 0, "fork()\n--\n\nMakes a copy of this process: 0 in it, its number here."},
    {"forkpty", posix_forkpty, 0, 0, "forkpty()\n--\n\nfork() with a new terminal for the copy: (pid, fd)."},
    {"fpathconf", posix_fpathconf, 2, 2, "fpathconf(fd, name, /)\n--\n\npathconf() of an open file."},
    {"getegid", posix_getegid, 0, 0, "getegid()\n--\n\nThe group whose rights this process has."},
    {"geteuid", posix_geteuid, 0, 0, "geteuid()\n--\n\nThe user whose rights this process has."},
    {"getgid", posix_getgid, 0, 0, "getgid()\n--\n\nThe group that this process runs for."},
    {"getgroups", posix_getgroups, 0, 0, "getgroups()\n--\n\nFurther groups of this process."},
    {"getloadavg", posix_getloadavg, 0, 0, "getloadavg()\n--\n\nHow many processes ran in 1, 5 and 15 minutes."},
    {"getlogin", posix_getlogin, 0, 0, "getlogin()\n--\n\nThe name that the user logged in with."},
    {"getpgid", posix_getpgid, 1, 1, "getpgid(pid)\n--\n\nThe group of a process."},
    {"getpgrp", posix_getpgrp, 0, 0, "getpgrp()\n--\n\nThe group of this process."},
    {"getpid", posix_getpid, 0, 0, "getpid()\n--\n\nThe number of this process."},
    {"getppid", posix_getppid, 0, 0, "getppid()\n--\n\nThe number of the process that started this one."},
    {"getpriority", posix_getpriority, 2, 2, "getpriority(which, who)\n--\n\nA priority: less is more."},
    {"getsid", posix_getsid, 1, 1, "getsid(pid, /)\n--\n\nThe session of a process."},
    {"getuid", posix_getuid, 0, 0, "getuid()\n--\n\nThe user that this process runs for."},
    {"kill", posix_kill, 2, 2, "kill(pid, signal, /)\n--\n\nSends a signal to a process."},
    {"killpg", posix_killpg, 2, 2, "killpg(pgid, signal, /)\n--\n\nSends a signal to a group of processes."},
    {"nice", posix_nice, 1, 1, "nice(increment, /)\n--\n\nGives up priority: the new one."},
    {"pathconf", posix_pathconf, 2, 2, "pathconf(path, name)\n--\n\nA limit of a file system."},
    {"pidfd_open", posix_pidfd_open, 1, 2, "pidfd_open(pid, flags=0)\n--\n\nA process as a file to wait for."},
    {"register_at_fork", posix_register_at_fork, 0, 0,
     "register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>, "
     "after_in_parent=<unrepresentable>)\n--\n\nFunctions to be called around fork()."},
    {"sched_getaffinity", posix_sched_getaffinity, 1, 1,
     "sched_getaffinity(pid, /)\n--\n\nThe processors that a process may use."},
    {"sched_setaffinity", posix_sched_setaffinity, 2, 2,
     "sched_setaffinity(pid, mask, /)\n--\n\nSets the processors that a process may use."},
    {"sched_yield", posix_sched_yield, 0, 0, "sched_yield()\n--\n\nLets others have the processor."},
    {"setegid", posix_setegid, 1, 1, "setegid(egid, /)\n--\n\nTakes the rights of a group."},
    {"seteuid", posix_seteuid, 1, 1, "seteuid(euid, /)\n--\n\nTakes the rights of a user."},
    {"setgid", posix_setgid, 1, 1, "setgid(gid, /)\n--\n\nBecomes a process of a group."},
    {"setpgid", posix_setpgid, 2, 2, "setpgid(pid, pgrp, /)\n--\n\nPuts a process into a group."},
    {"setpgrp", posix_setpgrp, 0, 0, "setpgrp()\n--\n\nPuts this process into a group of its own."},
    {"setpriority", posix_setpriority, 3, 3, "setpriority(which, who, priority)\n--\n\nSets a priority."},
    {"setsid", posix_setsid, 0, 0, "setsid()\n--\n\nBegins a session."},
    {"setuid", posix_setuid, 1, 1, "setuid(uid, /)\n--\n\nBecomes a process of a user."},
    {"sysconf", posix_sysconf, 1, 1, "sysconf(name, /)\n--\n\nA setting of the system, as a number."},
    {"system", posix_system, 1, 1, "system(command)\n--\n\nRuns a command in a shell: its status."},
    {"tcgetpgrp", posix_tcgetpgrp, 1, 1, "tcgetpgrp(fd, /)\n--\n\nThe group that a terminal belongs to."},
    {"tcsetpgrp", posix_tcsetpgrp, 2, 2, "tcsetpgrp(fd, pgid, /)\n--\n\nGives a terminal to a group."},
    {"times", posix_times, 0, 0, "times()\n--\n\nProcessor times, in seconds."},
    {"umask", posix_umask, 1, 1, "umask(mask, /)\n--\n\nSets the permissions that new files do not get; the old ones."},
    {"uname", posix_uname, 0, 0, "uname()\n--\n\nNames of the system and the machine."},
    {"wait", posix_wait, 0, 0, "wait()\n--\n\nWaits until a process ends that this one started: (pid, status)."},
    {"wait3", posix_wait3, 1, 1, "wait3(options)\n--\n\nwait() that also tells what was used."},
    {"wait4", posix_wait4, 2, 2, "wait4(pid, options)\n--\n\nwaitpid() that also tells what was used."},
    {"waitid", posix_waitid, 3, 3, "waitid(idtype, id, options, /)\n--\n\nWaits for what happens to processes."},
    {"waitpid", posix_waitpid, 2, 2, "waitpid(pid, options, /)\n--\n\nWaits for a process: (pid, status)."},
    {"waitstatus_to_exitcode", posix_waitstatus_to_exitcode, 1, 1,
     "waitstatus_to_exitcode(status)\n--\n\nThe exit status, or minus the signal."},
    {NULL},
};

int posix_process_setup(Object *m) {
    StructSequence *results[] = {&waitid_result, &times_result, &uname_result};
    static const char *const names[] = {"waitid_result", "times_result", "uname_result"};
    for (int i = 0; i < 3; i++)
        if (module_add_steal(m, names[i], xnewref(struct_sequence_type(results[i]))) < 0) return -1;
    if (add_settings(m, "sysconf_names", settings) < 0 || add_settings(m, "confstr_names", texts) < 0) return -1;
    return add_settings(m, "pathconf_names", limits);
}

void posix_process_teardown(void) {
    clear_ref(&before_fork);
    clear_ref(&after_in_parent);
    clear_ref(&after_in_child);
}
