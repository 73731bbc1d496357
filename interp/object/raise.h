/* The pending exception. A function that fails leaves one here and returns NULL or -1; whoever gets such a result
 * cleans up and returns in turn, until somebody handles it (raise_take) or the interpreter prints it.
 *
 * Invariant: a C function that returned success left no exception pending, and one that failed left one.
 *
 * Formats of raise_error (and str_format): %s char*, %d int, %ld long, %lld, %zd ptrdiff_t, %zu, %u, %x, %c (a code
 * point as int), %p, %%; and for objects, borrowed: %S str(o), %R repr(o), %A ascii(o), %T the name of o's type,
 * %K the same but None for None (as python names arguments that it refuses), %Q the qualified name of o's type with
 * the module in front unless that is builtins or __main__, %N that of a Type *. A precision
 * before s, S, R (%.200s) cuts.
 */
#ifndef OURO_RAISE_H
#define OURO_RAISE_H

#include "interp/object/type.h"

#define EXCEPTION(name, base, doc) extern Type exc_##name;
#include "interp/object/exceptions.def"
#undef EXCEPTION

void *raise_error(Type *exc, const char *format, ...); /* returns NULL, for `return raise_error(...)` */
int raise_int(Type *exc, const char *format, ...);     /* returns -1 */
void *raise_object(Object *exc);          /* steals an exception instance; sets its __context__; returns NULL */
void *raise_with(Type *exc, Object *arg); /* raises exc(arg); borrows arg; returns NULL */
void *raise_memory(void);                 /* MemoryError; works without any memory; returns NULL */
void raise_release_spares(void);          /* at shutdown: what the spare MemoryErrors still hold */
void *raise_os(const char *path);         /* OSError subclass from errno; path may be NULL; returns NULL */
void *raise_os_object(Object *path);
void *raise_key(Object *key);   /* KeyError(key); borrows */
void raise_stop(Object *value); /* StopIteration(value); borrows; value may be NULL */
int raise_recursion(void);      /* RecursionError; returns -1 */

bool raise_pending(void);
Object *raise_current(void);     /* borrowed, or NULL */
bool raise_is(Type *exc);        /* is the pending exception an instance? */
Object *raise_take(void);        /* the pending exception, new, and nothing is pending then; NULL when none */
void raise_restore(Object *exc); /* makes exc (steals, may be NULL) the pending one, as raise_take found it */
void raise_clear(void);
bool raise_clear_if(Type *exc); /* clears and says true if the pending one is an instance of exc */

/* Adds `exc` under the exception now pending as __context__, as a failure during cleanup does. Steals exc. */
void raise_chain(Object *exc);
/* Reports an exception that nobody can handle (in __del__, in a callback), and clears it: sys.unraisablehook. where and
 * o make its err_msg: "Exception ignored " where " " repr(o); where NULL: there is none, but o is its `object`. */
void raise_unraisable(const char *where, Object *o);
/* Whoever shows it: set when sys starts. All borrowed, message and o may be NULL; an exception left pending is dropped.
 */
extern void (*raise_unraisable_hook)(Object *exc, Object *message, Object *o);
int raise_warning(Type *category, int stack_level, const char *format, ...); /* 0, or -1 if turned into an error */
/* A ResourceWarning about o; where it was allocated is added, if that is known. 0, or -1 */
int raise_resource_warning(Object *o, const char *format, ...);

/* Guards recursion in C: 0, or -1 with RecursionError when little of the C stack is left (by address, so that it works
 * under any `ulimit -s`). `where` is the tail of the message: " while calling a Python object". */
int stack_check(const char *where);

#endif
