/* Exceptions as objects. All built-in ones share this head; some add fields, references first. */
#ifndef OURO_EXCEPTION_H
#define OURO_EXCEPTION_H

#include <limits.h>

#include "interp/object/object.h"

typedef struct Exception {
    Object base;
    Dict *dict;
    Tuple *args;
    Object *traceback;       /* Traceback or NULL */
    Object *context, *cause; /* owned, or NULL */
    bool suppress_context;
} Exception;

typedef struct StopIteration {
    Exception head;
    Object *value;
} StopIteration;

typedef struct SystemExit {
    Exception head;
    Object *code;
} SystemExit;

typedef struct SyntaxError {
    Exception head;
    Object *msg, *filename, *lineno, *offset, *text, *end_lineno, *end_offset, *print_file_and_line, *metadata;
} SyntaxError;

typedef struct NameError { /* also UnboundLocalError */
    Exception head;
    Object *name;
} NameError;

typedef struct AttributeError {
    Exception head;
    Object *obj, *name;
} AttributeError;

typedef struct ImportError {
    Exception head;
    Object *msg, *name, *path, *name_from;
} ImportError;

typedef struct OSError {
    Exception head;
    Object *errno_object, *strerror, *filename, *filename2;
    ptrdiff_t written; /* BlockingIOError.characters_written */
} OSError;

typedef struct UnicodeErrorObject {
    Exception head;
    Object *encoding, *object, *reason;
    ptrdiff_t start, end;
} UnicodeErrorObject;

typedef struct ExceptionGroup {
    Exception head;
    Object *message;
    Tuple *exceptions;
    Object *text; /* repr of the sequence that they came in, if it was neither list nor tuple; or NULL */
} ExceptionGroup;

/* traceback: the frames between where an exception was raised and where it is now, outermost first. */
typedef struct Traceback {
    Object base;
    struct Traceback *next; /* owned */
    struct Frame *frame;    /* owned */
    int lasti;              /* twice the number of the instruction that raised or called */
    int line;               /* TRACEBACK_LINE_LATER: nobody has asked for it; see traceback_line */
} Traceback;
enum { TRACEBACK_LINE_LATER = INT_MIN };

Object *exception_new(Type *t, Object *arg); /* t(arg), or t() when arg is NULL */
void exception_reset(Exception *e);          /* drops everything that the head holds */
/* For types that add `n` owned references right behind the head: their traverse, clear and dealloc. */
int exception_traverse(Object *o, int n, Visit visit, void *arg);
void exception_clear(Object *o, int n);
void exception_dealloc(Object *o, int n);
/* What __init__ of BaseException does: no keywords, and the arguments are kept. */
int exception_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames);
/* The instance dict as the third item of a __reduce__ result: (type, args) or (type, args, state). state may be NULL.
 */
Object *exception_reduce(Object *o, Object *args, Object *state);

static inline bool exception_check(const Object *o) {
    return has_flag(o, TYPE_EXCEPTION);
}
static inline bool exception_class_check(const Object *o) {
    return has_flag(o, TYPE_TYPE) && type_flag((const Type *)o, TYPE_EXCEPTION);
}

/* Does exception (an instance or class) match cls, a class or a tuple of classes? 1, 0, -1 */
int exception_matches(Object *exc, Object *cls);
/* except*: splits exc by cls, which names exceptions that are no groups: *match and *rest are new, NULL where empty. A
 * match that is no group comes wrapped in one. 0, -1 */
int exception_group_split(Object *exc, Object *cls, Object **match, Object **rest);

#endif
