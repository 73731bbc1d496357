/* _codecs: the codecs and error handlers of the interpreter, for the module codecs. */
#include <string.h>
#include "interp/api.h"

/* A str argument as C text. False: an exception is pending. `owned` is to be heap_free'd. */
static bool c_text(Object *o, const char *function, const char *which, const char **text, char **owned) {
    size_t n;
    *owned = NULL;
    if (!str_check(o)) return raise_error(&exc_TypeError, "%s() %s must be str, not %K", function, which, o);
    if (!(*text = str_utf8(o, &n, owned))) return false;
    if (strlen(*text) == n) return true;
    heap_free(*owned);
    *owned = NULL;
    return raise_error(&exc_ValueError, "embedded null character");
}

static Object *codecs_register(Object *self, Object **args, ptrdiff_t nargs) {
    if (!object_callable(args[0])) return raise_error(&exc_TypeError, "argument must be callable");
    return codec_register(args[0]) < 0 ? NULL : new_none();
}

static Object *codecs_unregister(Object *self, Object **args, ptrdiff_t nargs) {
    codec_unregister(args[0]);
    return new_none();
}

static Object *codecs_lookup(Object *self, Object **args, ptrdiff_t nargs) {
    const char *name;
    char *owned;
    if (!c_text(args[0], "lookup", "argument", &name, &owned)) return NULL;
    Object *info = codec_lookup(name);
    heap_free(owned);
    return info;
}

static Object *codecs_register_error(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "register_error() argument 1 must be str, not %K", args[0]);
    if (!object_callable(args[1])) return raise_error(&exc_TypeError, "handler must be callable");
    return codec_register_error(args[0], args[1]) < 0 ? NULL : new_none();
}

static Object *codecs_unregister_error(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "_unregister_error() argument must be str, not %K", args[0]);
    int found = codec_unregister_error(args[0]);
    return found < 0 ? NULL : new_bool(found);
}

static Object *codecs_lookup_error(Object *self, Object **args, ptrdiff_t nargs) {
    const char *name;
    char *owned;
    if (!c_text(args[0], "lookup_error", "argument", &name, &owned)) return NULL;
    Object *handler = codec_lookup_error(name);
    heap_free(owned);
    return handler;
}

/* The codecs in C, by name: what codecs.py makes its CodecInfo objects of. Others: NotImplemented. */

typedef struct CodecNames {
    const char *encoding, *errors; /* errors may be NULL */
    char *owned[2];
} CodecNames;

static bool take_names(const char *function, Object **args, ptrdiff_t nargs, CodecNames *n) {
    *n = (CodecNames){.encoding = NULL};
    if (!c_text(args[1], function, "argument 'encoding'", &n->encoding, &n->owned[0])) return false;
    Object *errors = arg_or_null(args, nargs, 2);
    if (!errors || errors == NONE || c_text(errors, function, "argument 'errors'", &n->errors, &n->owned[1]))
        return true;
    heap_free(n->owned[0]);
    return false;
}

static void release_names(CodecNames *n) {
    heap_free(n->owned[0]);
    heap_free(n->owned[1]);
}

static Object *native_encode(Object *self, Object **args, ptrdiff_t nargs) {
    CodecNames n;
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "encode() argument 'str' must be str, not %K", args[0]);
    if (!take_names("encode", args, nargs, &n)) return NULL;
    Object *bytes = codec_is_native(n.encoding) ? codec_encode(args[0], n.encoding, n.errors) : newref(NOT_IMPLEMENTED);
    release_names(&n);
    return bytes;
}

/* (text, bytes consumed); with final false, what is incomplete at the end is left for the next time. */
static Object *native_decode(Object *self, Object **args, ptrdiff_t nargs) {
    CodecNames n;
    Buffer b;
    int final = nargs > 3 && args[3] ? object_truth(args[3]) : 1;
    if (final < 0 || !take_names("decode", args, nargs, &n)) return NULL;
    if (buffer_get(args[0], &b, BUFFER_SIMPLE) < 0) {
        release_names(&n);
        return NULL;
    }
    ptrdiff_t consumed = b.length;
    Object *text = !codec_is_native(n.encoding) ? newref(NOT_IMPLEMENTED)
                   : final                      ? codec_decode(b.data, b.length, n.encoding, n.errors)
                                                : codec_decode_part(b.data, b.length, n.encoding, n.errors, &consumed);
    buffer_release(&b);
    release_names(&n);
    if (!text || text == NOT_IMPLEMENTED) return text;
    Object *pair[2] = {text, int_from_i64(consumed)};
    if (pair[1]) return tuple_from_steal(pair, 2);
    decref(text);
    return NULL;
}

static const Method codecs_methods[] = {
    {"_native_decode", native_decode, 2, 4,
     "_native_decode(data, encoding, errors=None, final=True, /)\n--\n\nText and bytes consumed, by a codec in C."},
    {"_native_encode", native_encode, 2, 3,
     "_native_encode(text, encoding, errors=None, /)\n--\n\nBytes, by a codec in C."},
    {"_unregister_error", codecs_unregister_error, 1, 1,
     "_unregister_error(errors, /)\n--\n\nForgets a registered error handler; False if there is none."},
    {"lookup", codecs_lookup, 1, 1, "lookup(encoding, /)\n--\n\nThe CodecInfo of an encoding that was registered."},
    {"lookup_error", codecs_lookup_error, 1, 1, "lookup_error(name, /)\n--\n\nThe error handler of that name."},
    {"register", codecs_register, 1, 1,
     "register(search_function, /)\n--\n\nAdds a function that gives the CodecInfo of a name, or None."},
    {"register_error", codecs_register_error, 2, 2,
     "register_error(errors, handler, /)\n--\n\nMakes a handler known by a name. It gets the exception and returns a "
     "replacement\nand the position to go on at."},
    {"unregister", codecs_unregister, 1, 1, "unregister(search_function, /)\n--\n\nTakes a function out again."},
    {NULL},
};

const ModuleSpec _codecs_module = {
    .name = "_codecs",
    .doc = "The codecs and error handlers of the interpreter.",
    .methods = codecs_methods,
};
