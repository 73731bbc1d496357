/* What the evaluation loop looks at on every backward jump and every call: is there something to do between two
 * instructions? One word for all reasons, so that the check is one load and one branch that is never taken. */
#ifndef OURO_GC_SAFEPOINT_H
#define OURO_GC_SAFEPOINT_H

#include <signal.h>

enum {
    SAFEPOINT_GC = 1,     /* a collection is due */
    SAFEPOINT_SIGNAL = 2, /* a signal arrived; its Python handler must run */
};

extern volatile sig_atomic_t safepoint_wanted;

#endif
