/* What the evaluation loop looks at on every backward jump and every call: is there something to do between two
 * instructions? One word for all reasons, so that the check is one load and one branch that is never taken. */
#ifndef OURO_GC_SAFEPOINT_H
#define OURO_GC_SAFEPOINT_H

#include <signal.h>

enum {
    SAFEPOINT_GC = 1,     /* a collection is due: gc_run_pending() */
    SAFEPOINT_SIGNAL = 2, /* a signal arrived; its Python handler must run */
    SAFEPOINT_TRACE = 4,  /* stays on while calls are traced */
};

extern volatile sig_atomic_t safepoint_wanted;

/* A signal may arrive between any two instructions: the bits are changed in one. */
static inline void safepoint_request(int reason) {
    __atomic_fetch_or(&safepoint_wanted, reason, __ATOMIC_RELAXED);
}
static inline void safepoint_done(int reason) {
    __atomic_fetch_and(&safepoint_wanted, ~reason, __ATOMIC_RELAXED);
}

#endif
