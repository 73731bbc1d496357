/* Signals. The C handler only notes what came and asks for a safe point; there the Python handler runs, between two
 * instructions, and may raise. SIGINT has one from the start, which raises KeyboardInterrupt. */
#include "interp/signals.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "gc/safepoint.h"
#include "interp/api.h"
#include "interp/vm/vm.h"

enum { SIGNAL_COUNT = 65 };

static volatile sig_atomic_t arrived[SIGNAL_COUNT];
static Object *handlers[SIGNAL_COUNT]; /* owned; NULL: not ours */

/* A file that gets the number of each signal as a byte, so that who waits for files wakes up; -1: none. */
static volatile sig_atomic_t wake_fd = -1, wake_loud, wake_failed;

static void note_signal(int number) {
    int saved = errno;
    arrived[number] = 1;
    unsigned char byte = (unsigned char)number;
    if (wake_fd >= 0 && write(wake_fd, &byte, 1) < 0 && (wake_loud || errno != EAGAIN)) wake_failed = errno;
    errno = saved;
    safepoint_wanted |= SAFEPOINT_SIGNAL;
}

static int run_handler(int number) {
    Object *handler = handlers[number];
    if (!handler) {
        if (number != SIGINT) return 0;
        return raise_with(&exc_KeyboardInterrupt, NULL), -1;
    }
    Object *n = int_from_i64(number), *frame = vm.base ? (Object *)frame_object(vm.base) : new_none();
    incref(handler);
    Object *result = n && frame ? object_call2(handler, n, frame) : NULL;
    decref(handler);
    xdecref(n);
    xdecref(frame);
    xdecref(result);
    return result ? 0 : -1;
}

static int complain_of_wake_fd(void) {
    errno = wake_failed;
    wake_failed = 0;
    raise_os(NULL);
    raise_unraisable("while trying to write to the signal wakeup fd", NULL);
    return 0;
}

static int run_handlers(void) {
    int status = wake_failed ? complain_of_wake_fd() : 0;
    for (int i = 1; i < SIGNAL_COUNT; i++) {
        if (!arrived[i]) continue;
        arrived[i] = 0;
        if (status == 0)
            status = run_handler(i);
        else
            safepoint_wanted |= SAFEPOINT_SIGNAL, arrived[i] = 1;
    }
    return status;
}

int signals_pending(void) {
    return safepoint_wanted & SAFEPOINT_SIGNAL ? (safepoint_wanted &= ~SAFEPOINT_SIGNAL, run_handlers()) : 0;
}

int signals_wake(int fd, bool loud) {
    int old = wake_fd;
    wake_loud = loud;
    wake_fd = fd;
    return old;
}

int signals_install(int number, void (*action)(int)) {
    struct sigaction sa;
    memset(&sa, 0, sizeof sa);
    sa.sa_handler = action ? action : note_signal;
    return sigaction(number, &sa, NULL);
}

Object *signals_handler(int number) {
    return handlers[number];
}
void signals_set_handler(int number, Object *handler) {
    set_ref(&handlers[number], xnewref(handler));
}

void signals_start(void) {
    struct sigaction old;
    vm_signal_hook = run_handlers;
    if (sigaction(SIGINT, NULL, &old) == 0 && old.sa_handler == SIG_DFL) signals_install(SIGINT, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

void signals_stop(void) {
    signals_install(SIGINT, SIG_DFL);
    for (int i = 0; i < SIGNAL_COUNT; i++) clear_ref(&handlers[i]);
    vm_signal_hook = NULL;
}
