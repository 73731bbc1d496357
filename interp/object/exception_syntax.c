/* SyntaxError: SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]])). */
#include "interp/object/exception.h"

#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

enum { FIELDS = 9 };

static Object **fields(Object *o) {
    return &((SyntaxError *)o)->msg;
}

static int syntax_error_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, FIELDS, visit, arg);
}

static void syntax_error_clear(Object *o) {
    for (int i = 0; i < FIELDS; i++) clear_ref(&fields(o)[i]);
    exc_BaseException.mem.clear(o);
}

static void syntax_error_dealloc(Object *o) {
    exception_dealloc(o, FIELDS);
}

/* Takes apart the tuple that says where the error is. */
static int read_details(SyntaxError *e, Object *details) {
    Object *tuple = sequence_tuple(details);
    if (!tuple) return -1;
    ptrdiff_t n = tuple_length(tuple);
    int result = 0;
    if (n < 4 || n > 7) {
        result = raise_int(&exc_TypeError, "function takes at %s %d arguments (%zd given)", n < 4 ? "least" : "most",
                           n < 4 ? 4 : 7, n);
    } else {
        Object **into[] = {&e->filename,   &e->lineno,     &e->offset,  &e->text,
                           &e->end_lineno, &e->end_offset, &e->metadata};
        for (ptrdiff_t i = 0; i < 7; i++) set_ref(into[i], i < n ? newref(tuple_item(tuple, i)) : NULL);
        if (n == 5) result = raise_int(&exc_TypeError, "end_offset must be provided when end_lineno is provided");
    }
    decref(tuple);
    return result;
}

static int syntax_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0) return -1;
    SyntaxError *e = (SyntaxError *)o;
    if (nargs >= 1) set_ref(&e->msg, newref(args[0]));
    return nargs == 2 ? read_details(e, args[1]) : 0;
}

/* The last component of a path, new. */
static Object *base_name(Object *path) {
    Str *s = (Str *)path;
    ptrdiff_t start = s->length;
    while (start > 0 && str_at(s, start - 1) != '/') start--;
    return str_substring(path, start, s->length);
}

static Object *syntax_error_str(Object *o) {
    SyntaxError *e = (SyntaxError *)o;
    Object *msg = e->msg ? e->msg : NONE;
    Object *file = e->filename && str_check(e->filename) ? base_name(e->filename) : NULL;
    if (!file && raise_pending()) return NULL;
    Object *line = e->lineno && int_check_exact(e->lineno) ? e->lineno : NULL;
    Object *result;
    if (file && line)
        result = str_format("%S (%S, line %S)", msg, file, line);
    else if (file)
        result = str_format("%S (%S)", msg, file);
    else if (line)
        result = str_format("%S (line %S)", msg, line);
    else
        result = object_str(msg);
    xdecref(file);
    return result;
}

static const Member syntax_error_members[] = {
    {"msg", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, msg), 0, "The message."},
    {"filename", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, filename), 0, "The file."},
    {"lineno", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, lineno), 0, "The line, from 1."},
    {"offset", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, offset), 0, "The column in the line, from 1."},
    {"text", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, text), 0, "The line's text."},
    {"end_lineno", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, end_lineno), 0, "The line where the error ends."},
    {"end_offset", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, end_offset), 0, "The column where it ends."},
    {"print_file_and_line", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, print_file_and_line), 0, NULL},
    {"_metadata", MEMBER_OBJECT_OR_NONE, offsetof(SyntaxError, metadata), 0, NULL},
    {NULL},
};

Type exc_SyntaxError = {
    .mem = {.name = "SyntaxError",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(SyntaxError),
            .dealloc = syntax_error_dealloc,
            .traverse = syntax_error_traverse,
            .clear = syntax_error_clear},
    .base = &exc_Exception,
    .doc = "The source is not valid.",
    .str = syntax_error_str,
    .init = syntax_error_init,
    .members = syntax_error_members,
};
