/* OSError: what the system said no to.
 *
 * OSError(errno, strerror, filename, winerror, filename2) makes an instance of the subclass that stands for the errno,
 * and takes the file names out of args. The subclass has to be known before the object is made, so __new__ reads the
 * arguments; only in a class that overrides __init__ but not __new__ does __init__ do it, for it may pass others on.
 */
#include <errno.h>

#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

enum { FIELDS = 4 }; /* references behind the head */

static const struct {
    int code;
    Type *type;
} subclasses[] = {
    {EAGAIN, &exc_BlockingIOError},
    {EALREADY, &exc_BlockingIOError},
    {EINPROGRESS, &exc_BlockingIOError},
    {EWOULDBLOCK, &exc_BlockingIOError},
    {EPIPE, &exc_BrokenPipeError},
    {ESHUTDOWN, &exc_BrokenPipeError},
    {ECHILD, &exc_ChildProcessError},
    {ECONNABORTED, &exc_ConnectionAbortedError},
    {ECONNREFUSED, &exc_ConnectionRefusedError},
    {ECONNRESET, &exc_ConnectionResetError},
    {EEXIST, &exc_FileExistsError},
    {ENOENT, &exc_FileNotFoundError},
    {EISDIR, &exc_IsADirectoryError},
    {ENOTDIR, &exc_NotADirectoryError},
    {EINTR, &exc_InterruptedError},
    {EACCES, &exc_PermissionError},
    {EPERM, &exc_PermissionError},
    {ESRCH, &exc_ProcessLookupError},
    {ETIMEDOUT, &exc_TimeoutError},
};

static Type *subclass_for(Object *code) {
    int64_t value;
    if (!int_check(code) || !int_fits_i64(code, &value)) return &exc_OSError;
    for (size_t i = 0; i < sizeof subclasses / sizeof *subclasses; i++)
        if (subclasses[i].code == value) return subclasses[i].type;
    return &exc_OSError;
}

static int os_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames);
static Object *os_error_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);

static bool init_reads(Type *t) {
    return t->init != os_error_init && t->new == os_error_new;
}

/* The third argument of BlockingIOError counts the characters written; of all others it is a file name. */
static int read_third(OSError *e, Object *third) {
    if (e->head.base.type == &exc_BlockingIOError && third->type->to_index) {
        e->written = number_as_index(third, &exc_ValueError);
        return e->written == -1 && raise_pending() ? -1 : 1;
    }
    e->filename = newref(third);
    return 0;
}

/* Fills the fields of a fresh e. */
static int read_arguments(OSError *e, Object **args, ptrdiff_t nargs) {
    ptrdiff_t kept = nargs;
    if (nargs >= 2 && nargs <= 5) {
        e->errno_object = newref(args[0]);
        e->strerror = newref(args[1]);
        if (nargs >= 3 && args[2] != NONE) {
            int counted = read_third(e, args[2]);
            if (counted < 0) return -1;
            if (!counted) {
                if (nargs == 5 && args[4] != NONE) e->filename2 = newref(args[4]);
                kept = 2;
            }
        }
    }
    Object *tuple = tuple_from(args, kept);
    if (!tuple) return -1;
    set_ref(&e->head.args, tuple);
    return 0;
}

static Object *os_error_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    bool reads = !init_reads(t);
    if (reads && args_no_keywords(type_short_name(t), kwnames) < 0) return NULL;
    if (reads && t == &exc_OSError && nargs >= 2 && nargs <= 5) t = subclass_for(args[0]);
    OSError *e = (OSError *)object_new(t);
    if (!e) return NULL;
    e->written = -1;
    int failed = 0;
    if (reads)
        failed = read_arguments(e, args, nargs);
    else
        failed = !(e->head.args = (Tuple *)tuple_new(0));
    gc_track(e);
    if (!failed) return (Object *)e;
    decref(e);
    return NULL;
}

static int os_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (!init_reads(o->type)) return 0;
    if (args_no_keywords(type_name(o), kwnames) < 0) return -1;
    OSError *e = (OSError *)o;
    clear_ref(&e->errno_object);
    clear_ref(&e->strerror);
    clear_ref(&e->filename);
    clear_ref(&e->filename2);
    return read_arguments(e, args, nargs);
}

static int os_error_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, FIELDS, visit, arg);
}

static void os_error_clear(Object *o) {
    OSError *e = (OSError *)o;
    clear_ref(&e->errno_object);
    clear_ref(&e->strerror);
    clear_ref(&e->filename);
    clear_ref(&e->filename2);
    exc_BaseException.mem.clear(o);
}

static void os_error_dealloc(Object *o) {
    exception_dealloc(o, FIELDS);
}

static Object *os_error_str(Object *o) {
    OSError *e = (OSError *)o;
    Object *code = e->errno_object ? e->errno_object : NONE, *text = e->strerror ? e->strerror : NONE;
    if (e->filename && e->filename2)
        return str_format("[Errno %S] %S: %R -> %R", code, text, e->filename, e->filename2);
    if (e->filename) return str_format("[Errno %S] %S: %R", code, text, e->filename);
    if (e->errno_object && e->strerror) return str_format("[Errno %S] %S", code, text);
    return exc_BaseException.str(o);
}

/* args lacks the file names: they are put back, so that unpickling calls the constructor with them again. */
static Object *os_error_reduce(Object *self, Object **unused, ptrdiff_t nargs) {
    OSError *e = (OSError *)self;
    Tuple *kept = e->head.args;
    Object *args;
    if (kept->length != 2 || !e->filename)
        args = newref(kept);
    else if (e->filename2)
        args = tuple_pack(5, kept->items[0], kept->items[1], e->filename, NONE, e->filename2);
    else
        args = tuple_pack(3, kept->items[0], kept->items[1], e->filename);
    Object *result = args ? exception_reduce(self, args, (Object *)e->head.dict) : NULL;
    xdecref(args);
    return result;
}

static Object *get_written(Object *o, void *arg) {
    OSError *e = (OSError *)o;
    if (e->written == -1) return raise_error(&exc_AttributeError, "characters_written");
    return int_from_i64(e->written);
}

static int set_written(Object *o, Object *value, void *arg) {
    OSError *e = (OSError *)o;
    if (!value) {
        if (e->written == -1) return raise_int(&exc_AttributeError, "characters_written");
        e->written = -1;
        return 0;
    }
    ptrdiff_t n = number_as_index(value, &exc_ValueError);
    if (n == -1 && raise_pending()) return -1;
    e->written = n;
    return 0;
}

static const Method os_error_methods[] = {
    {"__reduce__", os_error_reduce, 0, 0, "__reduce__()\n--\n\n"},
    {NULL},
};

static const Member os_error_members[] = {
    {"errno", MEMBER_OBJECT_OR_NONE, offsetof(OSError, errno_object), 0, "The system's error number."},
    {"strerror", MEMBER_OBJECT_OR_NONE, offsetof(OSError, strerror), 0, "The system's text for it."},
    {"filename", MEMBER_OBJECT_OR_NONE, offsetof(OSError, filename), 0, "The file."},
    {"filename2", MEMBER_OBJECT_OR_NONE, offsetof(OSError, filename2), 0, "The second file, of a rename or link."},
    {NULL},
};

static const GetSet os_error_getset[] = {
    {"characters_written", get_written, set_written, NULL, NULL},
    {NULL},
};

Type exc_OSError = {
    .mem = {.name = "OSError",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(OSError),
            .dealloc = os_error_dealloc,
            .traverse = os_error_traverse,
            .clear = os_error_clear},
    .base = &exc_Exception,
    .doc = "A system call failed. OSError(errno, strerror) is an instance of the subclass for that errno.",
    .str = os_error_str,
    .new = os_error_new,
    .init = os_error_init,
    .methods = os_error_methods,
    .members = os_error_members,
    .getset = os_error_getset,
};
