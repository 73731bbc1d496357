/* The pending exception: one field, runtime.exception, and the ways to fill and empty it.
 *
 * Raising has to be cheap, because loops end by it (StopIteration) and lookups fail by it (KeyError, AttributeError):
 * an exception of a built-in type is allocated and filled in directly, and only one whose constructor does more than
 * keep its arguments goes through a call. No traceback is made here: the evaluation loop adds an entry for each frame
 * that the exception passes.
 *
 * MemoryError must be raised when nothing can be allocated. An instance is made if there is memory for one after all;
 * else one of a few static instances serves. Those are counted like all objects but start at IMMORTAL: one whose count
 * is back at that is free to be used again.
 */
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

typedef struct StaticException {
    GcHeader header;
    Exception exception;
} StaticException;

enum { SPARE_MEMORY_ERRORS = 4 };
static StaticException spare_memory_errors[SPARE_MEMORY_ERRORS];

bool raise_pending(void) {
    return runtime.exception != NULL;
}

Object *raise_current(void) {
    return runtime.exception;
}

bool raise_is(Type *exc) {
    return runtime.exception && is_instance(runtime.exception, exc);
}

Object *raise_take(void) {
    Object *exc = runtime.exception;
    runtime.exception = NULL;
    return exc;
}

void raise_restore(Object *exc) {
    set_ref(&runtime.exception, exc);
}

void raise_clear(void) {
    clear_ref(&runtime.exception);
}

bool raise_clear_if(Type *exc) {
    if (!raise_is(exc)) return false;
    raise_clear();
    return true;
}

/* Makes `context` the context of exc, unless exc is already in that chain: then the chain is cut there, so that walking
 * contexts always ends. A program can make a cycle that exc is no part of; the slow pointer notices that. */
static void set_context(Exception *exc, Exception *context) {
    if (exc == context) return;
    Exception *slow = context;
    bool odd = false;
    for (Exception *e = context; e->context; odd = !odd) {
        Exception *next = (Exception *)e->context;
        if (next == exc) {
            clear_ref(&e->context);
            break;
        }
        e = next;
        if (odd) slow = (Exception *)slow->context;
        if (e == slow) break;
    }
    set_ref(&exc->context, newref(context));
}

void *raise_object(Object *exc) {
    Object *handled = runtime_handled();
    if (handled) set_context((Exception *)exc, (Exception *)handled);
    set_ref(&runtime.exception, exc);
    return NULL;
}

void raise_chain(Object *exc) {
    Object *pending = raise_take();
    if (!pending) {
        raise_restore(exc);
        return;
    }
    set_context((Exception *)pending, (Exception *)exc);
    decref(exc);
    raise_restore(pending);
}

void *raise_with(Type *exc, Object *arg) {
    Object *o = exception_new(exc, arg);
    return o ? raise_object(o) : NULL;
}

static void raise_v(Type *exc, const char *format, va_list *args) {
    Object *message = strchr(format, '%') ? str_format_v(format, args) : str_from_c(format);
    if (!message) return;
    raise_with(exc, message);
    decref(message);
}

void *raise_error(Type *exc, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_v(exc, format, &args);
    va_end(args);
    return NULL;
}

int raise_int(Type *exc, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_v(exc, format, &args);
    va_end(args);
    return -1;
}

void *raise_key(Object *key) {
    return raise_with(&exc_KeyError, key);
}

void raise_stop(Object *value) {
    raise_with(&exc_StopIteration, value);
}

int raise_recursion(void) {
    return raise_int(&exc_RecursionError, "maximum recursion depth exceeded");
}

static Object *spare_memory_error(void) {
    Exception *e = NULL;
    for (int i = 0; i < SPARE_MEMORY_ERRORS; i++) {
        e = &spare_memory_errors[i].exception;
        if (e->base.refcount == 0) e->base = (Object){IMMORTAL, &exc_MemoryError};
        if (e->base.refcount == IMMORTAL) break;
    }
    incref(e);
    if (e->base.refcount == IMMORTAL + 1) {
        exception_reset(e);
        e->args = (Tuple *)tuple_new(0);
    }
    return (Object *)e;
}

void *raise_memory(void) {
    static bool making; /* an allocation for the exception itself failed and came here again */
    Object *e = NULL;
    if (!making) {
        making = true;
        e = exception_new(&exc_MemoryError, NULL);
        making = false;
        if (!e) e = spare_memory_error();
    }
    return e ? raise_object(e) : NULL;
}

void raise_release_spares(void) {
    for (int i = 0; i < SPARE_MEMORY_ERRORS; i++) exception_reset(&spare_memory_errors[i].exception);
}

void *raise_os_object(Object *path) {
    int code = errno;
    Object *args[3] = {int_from_i64(code), NULL, path};
    if (args[0]) args[1] = str_from_utf8_surrogates(strerror(code), strlen(strerror(code)));
    Object *exc = args[1] ? object_call((Object *)&exc_OSError, args, path ? 3 : 2, NULL) : NULL;
    xdecref(args[0]);
    xdecref(args[1]);
    return exc ? raise_object(exc) : NULL;
}

void *raise_os(const char *path) {
    if (!path) return raise_os_object(NULL);
    int code = errno;
    Object *name = str_from_utf8_surrogates(path, strlen(path));
    if (!name) return NULL;
    errno = code;
    raise_os_object(name);
    decref(name);
    return NULL;
}

static void drop_unraisable(Object *exc, Object *message, Object *o) {}

/* Until sys is there nobody can be told. */
void (*raise_unraisable_hook)(Object *exc, Object *message, Object *o) = drop_unraisable;

void raise_unraisable(const char *where, Object *o) {
    Object *exc = raise_take();
    if (!exc) return;
    xincref(o);
    Object *message = NULL;
    if (where)
        message = o ? str_format("Exception ignored %s %R", where, o) : str_format("Exception ignored %s", where);
    raise_clear();
    raise_unraisable_hook(exc, message, message ? NULL : o);
    raise_clear();
    decref(exc);
    xdecref(message);
    xdecref(o);
}
