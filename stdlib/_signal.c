/* _signal: the system's side of the module signal, with plain numbers; signal.py makes enums of them.
 *
 * A handler in the language is kept by interp/signals.c, which notes the signal and runs the handler at the next safe
 * point. What the system would do (SIG_DFL, SIG_IGN) is asked of the system. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "interp/api.h"
#include "interp/object/struct_sequence.h"

enum { SIGNALS = 65 };

static Object *default_handler; /* default_int_handler: stands for the KeyboardInterrupt of SIGINT */
static Object *itimer_error;

static int signal_number(Object *o) {
    int number = int_as_int(o);
    if (raise_pending()) return -1;
    if (number >= 1 && number < SIGNALS) return number;
    return raise_int(&exc_ValueError, "signal number out of range");
}

/* None, unless a handler ran and raised. */
static Object *after_signals(void) {
    return signals_pending() < 0 ? NULL : new_none();
}

/* --- handlers --- */

/* What happens when a signal comes: 0, 1, a function, or None for a handler that was not set from the language. */
static Object *handler_of(int number) {
    Object *own = signals_handler(number);
    if (own) return newref(own);
    struct sigaction action;
    if (sigaction(number, NULL, &action) < 0) return new_none();
    if (action.sa_handler == SIG_DFL) return int_from_i64(0);
    if (action.sa_handler == SIG_IGN) return int_from_i64(1);
    return number == SIGINT ? newref(default_handler) : new_none();
}

static Object *signal_getsignal(Object *self, Object **args, ptrdiff_t nargs) {
    int number = signal_number(args[0]);
    return number < 0 ? NULL : handler_of(number);
}

/* 1: it is that number; 0, -1 */
static int is_number(Object *o, int number) {
    Object *n = int_from_i64(number);
    int same = n ? object_equal(o, n) : -1;
    xdecref(n);
    return same;
}

static Object *signal_signal(Object *self, Object **args, ptrdiff_t nargs) {
    int number = signal_number(args[0]);
    if (number < 0) return NULL;
    int is_default = is_number(args[1], 0), is_ignore = is_default == 0 ? is_number(args[1], 1) : 0;
    if (is_default < 0 || is_ignore < 0) return NULL;
    if (!is_default && !is_ignore && !object_callable(args[1]))
        return raise_error(&exc_TypeError,
                           "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (signals_pending() < 0) return NULL;
    Object *old = handler_of(number);
    if (!old) return NULL;
    if (signals_install(number, is_default ? SIG_DFL : is_ignore ? SIG_IGN : NULL) < 0) {
        decref(old);
        return raise_os(NULL);
    }
    signals_set_handler(number, is_default || is_ignore || args[1] == default_handler ? NULL : args[1]);
    return old;
}

static Object *signal_default_int_handler(Object *self, Object **args, ptrdiff_t nargs) {
    return raise_with(&exc_KeyboardInterrupt, NULL);
}

static Object *signal_siginterrupt(Object *self, Object **args, ptrdiff_t nargs) {
    int number = signal_number(args[0]), flag = number < 0 ? 0 : int_as_int(args[1]);
    if (raise_pending()) return NULL;
    struct sigaction action;
    if (sigaction(number, NULL, &action) < 0) return raise_os(NULL);
    action.sa_flags = flag ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    return sigaction(number, &action, NULL) < 0 ? raise_os(NULL) : new_none();
}

static Object *signal_set_wakeup_fd(Object *self, Object **args, ptrdiff_t nargs) {
    Object *warn = arg_or_null(args, nargs, 1);
    int fd = int_as_int(args[0]), loud = raise_pending() ? 0 : warn ? object_truth(warn) : 1;
    if (raise_pending()) return NULL;
    if (fd != -1) {
        struct stat s;
        int flags = fstat(fd, &s) < 0 ? -1 : fcntl(fd, F_GETFL);
        if (flags < 0) return raise_os(NULL);
        if (!(flags & O_NONBLOCK)) return raise_error(&exc_ValueError, "the fd %d must be in non-blocking mode", fd);
    }
    return int_from_i64(signals_wake(fd, loud));
}

/* --- sending, waiting, timers --- */

static Object *signal_raise_signal(Object *self, Object **args, ptrdiff_t nargs) {
    int number = int_as_int(args[0]);
    if (raise_pending()) return NULL;
    return raise(number) != 0 ? raise_os(NULL) : after_signals();
}

static Object *signal_pthread_kill(Object *self, Object **args, ptrdiff_t nargs) {
    uint64_t thread = int_as_u64(args[0]);
    int number = raise_pending() ? 0 : int_as_int(args[1]);
    if (raise_pending()) return NULL;
    errno = pthread_kill((pthread_t)thread, number);
    return errno ? raise_os(NULL) : after_signals();
}

static Object *signal_pidfd_send_signal(Object *self, Object **args, ptrdiff_t nargs) {
    Object *info = arg_or_null(args, nargs, 2), *flags = arg_or_null(args, nargs, 3);
    int fd = int_as_int(args[0]), number = raise_pending() ? 0 : int_as_int(args[1]);
    int bits = !raise_pending() && flags ? int_as_int(flags) : 0;
    if (raise_pending()) return NULL;
    if (info && info != NONE) return raise_error(&exc_TypeError, "siginfo must be None");
    return syscall(SYS_pidfd_send_signal, fd, number, NULL, bits) < 0 ? raise_os(NULL) : after_signals();
}

static Object *signal_alarm(Object *self, Object **args, ptrdiff_t nargs) {
    int seconds = int_as_int(args[0]);
    return raise_pending() ? NULL : int_from_i64(alarm((unsigned)seconds));
}

static Object *signal_pause(Object *self, Object **args, ptrdiff_t nargs) {
    pause();
    return after_signals();
}

static Object *timer_values(const struct itimerval *t) {
    Object *left = float_new((double)t->it_value.tv_sec + 1e-6 * (double)t->it_value.tv_usec);
    Object *interval = float_new((double)t->it_interval.tv_sec + 1e-6 * (double)t->it_interval.tv_usec);
    Object *pair = left && interval ? tuple_pack(2, left, interval) : NULL;
    xdecref(left);
    xdecref(interval);
    return pair;
}

static Object *raise_itimer(void) {
    Object *code = int_from_i64(errno), *text = str_from_c(strerror(errno));
    Object *e = code && text ? object_call2(itimer_error, code, text) : NULL;
    xdecref(code);
    xdecref(text);
    return e ? raise_object(e) : NULL;
}

static struct timeval timeval_from(double seconds) {
    double whole = floor(seconds);
    return (struct timeval){.tv_sec = (time_t)whole, .tv_usec = (suseconds_t)ceil((seconds - whole) * 1e6)};
}

static Object *signal_setitimer(Object *self, Object **args, ptrdiff_t nargs) {
    Object *interval = arg_or_null(args, nargs, 2);
    int which = int_as_int(args[0]);
    double first = raise_pending() ? 0 : float_as_double(args[1]);
    double then = interval && !raise_pending() ? float_as_double(interval) : 0;
    if (raise_pending()) return NULL;
    struct itimerval new = {.it_value = timeval_from(first), .it_interval = timeval_from(then)}, old;
    return setitimer((enum __itimer_which)which, &new, &old) < 0 ? raise_itimer() : timer_values(&old);
}

static Object *signal_getitimer(Object *self, Object **args, ptrdiff_t nargs) {
    int which = int_as_int(args[0]);
    struct itimerval now;
    if (raise_pending()) return NULL;
    return getitimer((enum __itimer_which)which, &now) < 0 ? raise_itimer() : timer_values(&now);
}

/* --- sets of signals --- */

static int read_set(Object *iterable, sigset_t *set) {
    sigemptyset(set);
    Object *iterator = object_iter(iterable);
    if (!iterator) return -1;
    int status = 0;
    for (Object *item; status == 0 && (item = object_next(iterator)); decref(item)) {
        int64_t number = int_as_i64(item);
        if (raise_pending())
            status = -1;
        else if (number < 1 || number >= SIGNALS)
            status =
                raise_int(&exc_ValueError, "signal number %lld out of range [1; %d]", (long long)number, SIGNALS - 1);
        else
            sigaddset(set, (int)number);
    }
    decref(iterator);
    return status < 0 || raise_pending() ? -1 : 0;
}

static Object *make_set(const sigset_t *set) {
    Object *result = set_new(NULL);
    for (int i = 1; result && i < SIGNALS; i++) {
        if (sigismember(set, i) != 1) continue;
        Object *number = int_from_i64(i);
        if (!number || set_add(result, number) < 0) clear_ref(&result);
        xdecref(number);
    }
    return result;
}

static Object *signal_valid_signals(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t all;
    sigfillset(&all);
    return make_set(&all);
}

static Object *signal_pthread_sigmask(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t set, old;
    int how = int_as_int(args[0]);
    if (raise_pending() || read_set(args[1], &set) < 0) return NULL;
    errno = pthread_sigmask(how, &set, &old);
    if (errno) return raise_os(NULL);
    return signals_pending() < 0 ? NULL : make_set(&old);
}

static Object *signal_sigpending(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t set;
    return sigpending(&set) < 0 ? raise_os(NULL) : make_set(&set);
}

static Object *signal_sigwait(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t set;
    int number;
    if (read_set(args[0], &set) < 0) return NULL;
    errno = sigwait(&set, &number);
    return errno ? raise_os(NULL) : int_from_i64(number);
}

static StructSequence siginfo = {
    .name = "signal.struct_siginfo",
    .doc = "What came with a signal.",
    .visible = 7,
    .fields = {{"si_signo", "the signal"},
               {"si_code", "why it was sent"},
               {"si_errno", "an error number"},
               {"si_pid", "the process that sent it"},
               {"si_uid", "that process's user"},
               {"si_status", "status or signal of a child"},
               {"si_band", "event of SIGPOLL"}},
};

static Object *siginfo_object(const siginfo_t *i) {
    return struct_sequence_new(&siginfo,
                               (Object *[]){int_from_i64(i->si_signo), int_from_i64(i->si_code),
                                            int_from_i64(i->si_errno), int_from_i64(i->si_pid), int_from_i64(i->si_uid),
                                            int_from_i64(i->si_status), int_from_i64(i->si_band)});
}

static Object *signal_sigwaitinfo(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t set;
    siginfo_t info;
    if (read_set(args[0], &set) < 0) return NULL;
    while (sigwaitinfo(&set, &info) < 0) {
        if (errno != EINTR) return raise_os(NULL);
        if (signals_pending() < 0) return NULL;
    }
    return siginfo_object(&info);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static Object *signal_sigtimedwait(Object *self, Object **args, ptrdiff_t nargs) {
    sigset_t set;
    siginfo_t info;
    double timeout = float_as_double(args[1]);
    if (raise_pending()) return NULL;
    if (timeout < 0) return raise_error(&exc_ValueError, "timeout must be non-negative");
    if (read_set(args[0], &set) < 0) return NULL;
    for (double end = now() + timeout;;) {
        double left = fmax(end - now(), 0);
        struct timespec t = {.tv_sec = (time_t)left, .tv_nsec = (long)(fmod(left, 1) * 1e9)};
        if (sigtimedwait(&set, &info, &t) >= 0) return siginfo_object(&info);
        if (errno == EAGAIN) return new_none();
        if (errno != EINTR) return raise_os(NULL);
        if (signals_pending() < 0) return NULL;
    }
}

static Object *signal_strsignal(Object *self, Object **args, ptrdiff_t nargs) {
    int number = signal_number(args[0]);
    if (number < 0) return NULL;
    const char *text = strsignal(number);
    return text && !strstr(text, "Unknown signal") ? str_from_c(text) : new_none();
}

static const Method methods[] = {
    {"alarm", signal_alarm, 1, 1, "alarm(seconds, /)\n--\n\nHas SIGALRM sent: the seconds that were left before."},
    {"default_int_handler", signal_default_int_handler, 2, 2,
     "default_int_handler(signalnum, frame, /)\n--\n\nRaises KeyboardInterrupt: what SIGINT does at first."},
    {"getitimer", signal_getitimer, 1, 1, "getitimer(which, /)\n--\n\nThe time left and the interval of a timer."},
    {"getsignal", signal_getsignal, 1, 1, "getsignal(signalnum, /)\n--\n\nThe handler of a signal."},
    {"pause", signal_pause, 0, 0, "pause()\n--\n\nWaits for a signal."},
    {"pidfd_send_signal", signal_pidfd_send_signal, 2, 4,
     "pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)\n--\n\nSends a signal to a process."},
    {"pthread_kill", signal_pthread_kill, 2, 2,
     "pthread_kill(thread_id, signalnum, /)\n--\n\nSends a signal to a thread."},
    {"pthread_sigmask", signal_pthread_sigmask, 2, 2,
     "pthread_sigmask(how, mask, /)\n--\n\nChanges which signals are held back: those that were."},
    {"raise_signal", signal_raise_signal, 1, 1, "raise_signal(signalnum, /)\n--\n\nSends a signal to this process."},
    {"set_wakeup_fd", signal_set_wakeup_fd, 1, 1,
     "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)\n--\n\nHas the number of each signal written to a file as a "
     "byte: "
     "the file before, or -1."},
    {"setitimer", signal_setitimer, 2, 3,
     "setitimer(which, seconds, interval=0.0, /)\n--\n\nStarts a timer: what getitimer() would have said."},
    {"siginterrupt", signal_siginterrupt, 2, 2,
     "siginterrupt(signalnum, flag, /)\n--\n\nWhether a signal makes calls of the system end early."},
    {"signal", signal_signal, 2, 2,
     "signal(signalnum, handler, /)\n--\n\nSets the handler of a signal: the one before."},
    {"sigpending", signal_sigpending, 0, 0, "sigpending()\n--\n\nThe signals that came and are held back."},
    {"sigtimedwait", signal_sigtimedwait, 2, 2,
     "sigtimedwait(sigset, timeout, /)\n--\n\nsigwaitinfo(), but None if nothing comes in so many seconds."},
    {"sigwait", signal_sigwait, 1, 1, "sigwait(sigset, /)\n--\n\nWaits for one of some signals that are held back."},
    {"sigwaitinfo", signal_sigwaitinfo, 1, 1,
     "sigwaitinfo(sigset, /)\n--\n\nsigwait(), with all that is known of the signal."},
    {"strsignal", signal_strsignal, 1, 1, "strsignal(signalnum, /)\n--\n\nWhat a signal means, in words, or None."},
    {"valid_signals", signal_valid_signals, 0, 0, "valid_signals()\n--\n\nThe signals that there are."},
    {NULL},
};

static int setup(Object *m) {
    static const struct {
        const char *name;
        int value;
    } numbers[] = {
        {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},           {"SIGQUIT", SIGQUIT},     {"SIGILL", SIGILL},
        {"SIGTRAP", SIGTRAP},     {"SIGABRT", SIGABRT},         {"SIGIOT", SIGIOT},       {"SIGBUS", SIGBUS},
        {"SIGFPE", SIGFPE},       {"SIGKILL", SIGKILL},         {"SIGUSR1", SIGUSR1},     {"SIGSEGV", SIGSEGV},
        {"SIGUSR2", SIGUSR2},     {"SIGPIPE", SIGPIPE},         {"SIGALRM", SIGALRM},     {"SIGTERM", SIGTERM},
        {"SIGSTKFLT", SIGSTKFLT}, {"SIGCHLD", SIGCHLD},         {"SIGCLD", SIGCHLD},      {"SIGCONT", SIGCONT},
        {"SIGSTOP", SIGSTOP},     {"SIGTSTP", SIGTSTP},         {"SIGTTIN", SIGTTIN},     {"SIGTTOU", SIGTTOU},
        {"SIGURG", SIGURG},       {"SIGXCPU", SIGXCPU},         {"SIGXFSZ", SIGXFSZ},     {"SIGVTALRM", SIGVTALRM},
        {"SIGPROF", SIGPROF},     {"SIGWINCH", SIGWINCH},       {"SIGIO", SIGIO},         {"SIGPOLL", SIGPOLL},
        {"SIGPWR", SIGPWR},       {"SIGSYS", SIGSYS},           {"SIG_BLOCK", SIG_BLOCK}, {"SIG_UNBLOCK", SIG_UNBLOCK},
        {"SIG_DFL", 0},           {"SIG_SETMASK", SIG_SETMASK}, {"SIG_IGN", 1},           {"NSIG", SIGNALS},
        {"ITIMER_REAL", 0},       {"ITIMER_VIRTUAL", 1},        {"ITIMER_PROF", 2}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (module_add_int(m, numbers[i].name, numbers[i].value) < 0) return -1;
    if (module_add_int(m, "SIGRTMIN", SIGRTMIN) < 0 || module_add_int(m, "SIGRTMAX", SIGRTMAX) < 0) return -1;
    if (module_add_steal(m, "struct_siginfo", xnewref(struct_sequence_type(&siginfo))) < 0) return -1;
    set_ref(&default_handler, xnewref(dict_get_c((Object *)module_dict(m), "default_int_handler")));
    set_ref(&itimer_error, module_add_exception(m, "signal.ItimerError", &exc_OSError));
    return default_handler && itimer_error ? 0 : -1;
}

static void teardown(void) {
    clear_ref(&default_handler);
    clear_ref(&itimer_error);
}

const ModuleSpec _signal_module = {
    .name = "_signal",
    .doc = "Signals as numbers; use signal.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
