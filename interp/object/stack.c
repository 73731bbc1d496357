/* How deep C may recurse.
 *
 * repr of a nested list, comparison, a __getattr__ written in Python: all of these recurse on the C stack. Counting
 * levels would need a number that fits the smallest stack and the largest level at once, so the stack is measured
 * instead: a function that may recurse asks stack_check, which compares the address of its frame with a limit.
 *
 *      top   arguments and environment (AT_EXECFN is the last string of them)
 *            frames of C functions, growing downwards
 *      c_stack_limit
 *            RESERVE: room to make and raise the RecursionError, and for what never asks
 *      top - RLIMIT_STACK
 */
#include <sys/auxv.h>
#include <sys/resource.h>

#include "interp/object/runtime.h"

enum {
    RESERVE = 128 << 10,
    UNLIMITED = 64 << 20, /* what is used of a stack without a limit: other mappings lie somewhere below it */
};

Runtime runtime = {.recursion_limit = 1000, .int_max_str_digits = 4300};

static char *stack_top;

void runtime_init_stack(void) {
    struct rlimit limit;
    size_t size = 8 << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0)
        size = limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > UNLIMITED ? UNLIMITED : limit.rlim_cur;
    stack_top = (char *)getauxval(AT_EXECFN);
    if (!stack_top) stack_top = __builtin_frame_address(0);
    runtime.c_stack_limit = stack_top - size + (size >= 4 * RESERVE ? RESERVE : size / 4);
}

int stack_check(const char *where) {
    char *here = __builtin_frame_address(0);
    if (likely(here >= runtime.c_stack_limit)) return 0;
    return raise_int(&exc_RecursionError, "Stack overflow (used %zd kB)%s", (stack_top - here) >> 10, where);
}
