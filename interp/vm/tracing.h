/* sys.settrace and sys.setprofile: a Python function hears what runs.
 *
 * Nothing is paid for it while there is none. While there is one, a bit of safepoint_wanted stays set, so that each
 * call of a function comes by here; the code of frames that are traced is watched (line.h), which brings lines and
 * returns; and unwinding asks. The function itself is not traced. */
#ifndef OURO_TRACING_H
#define OURO_TRACING_H

#include "interp/vm/vm.h"

extern bool tracing_on;

/* What sys shows: borrowed, NULL: none. Setting borrows. 0, -1 */
Object *tracing_function(bool profile);
int tracing_set(bool profile, Object *function);
void tracing_stop(void); /* at the end */

/* The frame at vm.base is about to run its first instruction. 0, -1: the function raised. */
int tracing_entered(void);
/* An exception is pending that was raised in the frame at vm.base or came there from a call. It may become another. */
void tracing_raised(void);
int tracing_watch(Frame *f);                             /* f.f_trace or f.f_trace_opcodes was set: 0, -1 */
int tracing_native(const char *event, Object *function); /* to the profiler, from the frame at vm.base. 0, -1 */

/* profiled_call.c: what is in the window of a call is replaced by something that tells of the call. 0, -1 */
int profiled_call_put(Object **callee);

#endif
