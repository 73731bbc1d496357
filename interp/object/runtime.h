/* The state of the one interpreter in this process. Fields that belong to one file are static there; here is what
 * several layers share. */
#ifndef OURO_RUNTIME_H
#define OURO_RUNTIME_H

#include "interp/object/object.h"

/* What `raise` alone would raise: one link for the main program and one for each generator that is running. */
typedef struct HandledState {
    Object *exception; /* owned, NULL: none */
    struct HandledState *outer;
} HandledState;

typedef struct Runtime {
    Object *exception;      /* pending, owned; NULL: none (raise.c) */
    HandledState *handled;  /* innermost */
    Dict *modules;          /* sys.modules */
    Dict *builtins;         /* dict of module builtins */
    Dict *no_builtins;      /* empty: of functions whose __builtins__ is no dict (function.c) */
    Dict *sys;              /* dict of module sys */
    char *c_stack_limit;    /* below this address C recursion must stop */
    int recursion_limit;    /* sys.setrecursionlimit: Python frames */
    int int_max_str_digits; /* sys.set_int_max_str_digits */
    int optimize;           /* -O: 1, -OO: 2 */
    bool interactive, dont_write_bytecode, verbose, show_refcount, finalizing, dev_mode;
} Runtime;

extern Runtime runtime;

#define DIGITS_LIMIT_LEAST 640 /* int_max_str_digits is at least this, or 0: no limit */

/* The innermost exception being handled, borrowed, or NULL: sys.exception(). */
static inline Object *runtime_handled(void) {
    for (HandledState *h = runtime.handled; h; h = h->outer)
        if (h->exception) return h->exception;
    return NULL;
}

/* The test of stack_check without the exception: is little of the C stack left? */
static inline bool stack_is_low(void) {
    return unlikely((char *)__builtin_frame_address(0) < runtime.c_stack_limit);
}

void runtime_init_stack(void); /* measures the C stack for stack_check; first thing in main */

/* The whole life of the interpreter: runtime.c in interp/. */
int runtime_start(void);
int runtime_stop(void); /* frees everything; blocks in use are 0 afterwards. -1: standard output could not be flushed */

#endif
