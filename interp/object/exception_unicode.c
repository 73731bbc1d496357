/* The errors of encoding and decoding: which part of which text or bytes could not be converted, and why. */
#include <stdio.h>

#include "interp/object/bytes.h"
#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

enum { FIELDS = 3 };

static UnicodeErrorObject *unicode_error(Object *o) {
    return (UnicodeErrorObject *)o;
}

static int unicode_error_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, FIELDS, visit, arg);
}

static void unicode_error_clear(Object *o) {
    UnicodeErrorObject *e = unicode_error(o);
    clear_ref(&e->encoding);
    clear_ref(&e->object);
    clear_ref(&e->reason);
    exc_BaseException.mem.clear(o);
}

static void unicode_error_dealloc(Object *o) {
    exception_dealloc(o, FIELDS);
}

static int read_index(Object *o, ptrdiff_t *out) {
    *out = number_as_index(o, &exc_OverflowError);
    return *out == -1 && raise_pending() ? -1 : 0;
}

static int check_str(Object *o, int position) {
    if (str_check(o)) return 0;
    return raise_int(&exc_TypeError, "argument %d must be str, not %K", position, o);
}

/* args: [encoding,] object, start, end, reason. `object` (borrowed) is what to keep of the object. */
static int read_arguments(Object *o, Object **args, bool encoding, Object *object) {
    UnicodeErrorObject *e = unicode_error(o);
    int first = encoding ? 1 : 0;
    ptrdiff_t start, end;
    if (read_index(args[first + 1], &start) < 0 || read_index(args[first + 2], &end) < 0 ||
        check_str(args[first + 3], first + 4) < 0)
        return -1;
    set_ref(&e->encoding, encoding ? newref(args[0]) : NULL);
    set_ref(&e->object, newref(object));
    e->start = start;
    e->end = end;
    set_ref(&e->reason, newref(args[first + 3]));
    return 0;
}

static int check_given(ptrdiff_t given, int wanted) {
    if (given == wanted) return 0;
    return raise_int(&exc_TypeError, "function takes exactly %d arguments (%zd given)", wanted, given);
}

static int encode_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0 || check_given(nargs, 5) < 0) return -1;
    if (check_str(args[0], 1) < 0 || check_str(args[1], 2) < 0) return -1;
    return read_arguments(o, args, true, args[1]);
}

static int translate_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0 || check_given(nargs, 4) < 0) return -1;
    if (check_str(args[0], 1) < 0) return -1;
    return read_arguments(o, args, false, args[0]);
}

static int decode_error_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (exception_init(o, args, nargs, kwnames) < 0 || check_given(nargs, 5) < 0) return -1;
    if (check_str(args[0], 1) < 0) return -1;
    if (bytes_check(args[1])) return read_arguments(o, args, true, args[1]);
    Buffer view;
    if (buffer_get(args[1], &view, BUFFER_SIMPLE) < 0) return -1;
    Object *copy = bytes_new(view.data, view.length);
    buffer_release(&view);
    if (!copy) return -1;
    int result = read_arguments(o, args, true, copy);
    decref(copy);
    return result;
}

/* The texts that go into the message, new; NULL in the place of what is missing. Their str() may run code that changes
 * e, so `object` is to be looked at only afterwards: this ends with the check that it is what it should be. */
static int read_texts(UnicodeErrorObject *e, bool bytes, Object **encoding, Object **reason) {
    *encoding = object_str(e->encoding ? e->encoding : NONE);
    *reason = *encoding ? object_str(e->reason ? e->reason : NONE) : NULL;
    if (*reason && e->object && (bytes ? bytes_check(e->object) : str_check(e->object))) return 0;
    if (*reason)
        raise_error(&exc_TypeError, "UnicodeError 'object' attribute must be a %s", bytes ? "bytes" : "string");
    xdecref(*encoding);
    xdecref(*reason);
    return -1;
}

/* Is exactly one item of an object of this length meant, and does it exist? */
static bool single(const UnicodeErrorObject *e, ptrdiff_t length) {
    return e->start >= 0 && e->start < length && e->end == e->start + 1 && e->end <= length;
}

static void escape_character(char out[11], uint32_t c) {
    snprintf(out, 11, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

static Object *decode_error_str(Object *o) {
    UnicodeErrorObject *e = unicode_error(o);
    Object *encoding, *reason, *result;
    if (!e->object) return str_empty();
    if (read_texts(e, true, &encoding, &reason) < 0) return NULL;
    if (single(e, bytes_length(e->object)))
        result = str_format("'%S' codec can't decode byte 0x%02x in position %zd: %S", encoding,
                            ((Bytes *)e->object)->data[e->start], e->start, reason);
    else
        result =
            str_format("'%S' codec can't decode bytes in position %zd-%zd: %S", encoding, e->start, e->end - 1, reason);
    decref(encoding);
    decref(reason);
    return result;
}

/* For the two kinds that are about text: `what` is what failed, the text's part as a character or range. */
static Object *text_error_str(UnicodeErrorObject *e, const char *what, Object *reason) {
    if (!single(e, str_length(e->object)))
        return str_format("%s characters in position %zd-%zd: %S", what, e->start, e->end - 1, reason);
    char escape[11];
    escape_character(escape, str_at((Str *)e->object, e->start));
    return str_format("%s character '%s' in position %zd: %S", what, escape, e->start, reason);
}

static Object *encode_error_str(Object *o) {
    UnicodeErrorObject *e = unicode_error(o);
    Object *encoding, *reason;
    if (!e->object) return str_empty();
    if (read_texts(e, false, &encoding, &reason) < 0) return NULL;
    Object *rest = text_error_str(e, "codec can't encode", reason);
    Object *result = rest ? str_format("'%S' %S", encoding, rest) : NULL;
    xdecref(rest);
    decref(encoding);
    decref(reason);
    return result;
}

static Object *translate_error_str(Object *o) {
    UnicodeErrorObject *e = unicode_error(o);
    Object *encoding, *reason;
    if (!e->object) return str_empty();
    if (read_texts(e, false, &encoding, &reason) < 0) return NULL;
    Object *result = text_error_str(e, "can't translate", reason);
    decref(encoding);
    decref(reason);
    return result;
}

static const Member unicode_error_members[] = {
    {"encoding", MEMBER_OBJECT_OR_NONE, offsetof(UnicodeErrorObject, encoding), 0, "The encoding."},
    {"object", MEMBER_OBJECT_OR_NONE, offsetof(UnicodeErrorObject, object), 0, "What was to be converted."},
    {"start", MEMBER_LONG, offsetof(UnicodeErrorObject, start), 0, "Where the offending part begins."},
    {"end", MEMBER_LONG, offsetof(UnicodeErrorObject, end), 0, "Where it ends."},
    {"reason", MEMBER_OBJECT_OR_NONE, offsetof(UnicodeErrorObject, reason), 0, "What is wrong with it."},
    {NULL},
};

Type exc_UnicodeEncodeError = {
    .mem = {.name = "UnicodeEncodeError",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(UnicodeErrorObject),
            .dealloc = unicode_error_dealloc,
            .traverse = unicode_error_traverse,
            .clear = unicode_error_clear},
    .base = &exc_UnicodeError,
    .doc = "Text could not be encoded.",
    .str = encode_error_str,
    .init = encode_error_init,
    .members = unicode_error_members,
};

Type exc_UnicodeDecodeError = {
    .mem = {.name = "UnicodeDecodeError",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(UnicodeErrorObject),
            .dealloc = unicode_error_dealloc,
            .traverse = unicode_error_traverse,
            .clear = unicode_error_clear},
    .base = &exc_UnicodeError,
    .doc = "Bytes could not be decoded.",
    .str = decode_error_str,
    .init = decode_error_init,
    .members = unicode_error_members,
};

Type exc_UnicodeTranslateError = {
    .mem = {.name = "UnicodeTranslateError",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(UnicodeErrorObject),
            .dealloc = unicode_error_dealloc,
            .traverse = unicode_error_traverse,
            .clear = unicode_error_clear},
    .base = &exc_UnicodeError,
    .doc = "Text could not be translated.",
    .str = translate_error_str,
    .init = translate_error_init,
    .members = unicode_error_members,
};
