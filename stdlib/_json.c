/* _json: reading and writing JSON, for the package json. */
#include "stdlib/json.h"

static const Method json_methods[] = {
    {"scanstring", json_scanstring, 2, 3,
     "scanstring(string, end, strict=True, /)\n--\n\n(text, end) of the string literal whose text begins at `end`."},
    {"encode_basestring", json_encode_string, 1, 1, "encode_basestring(string, /)\n--\n\nThe string as JSON."},
    {"encode_basestring_ascii", json_encode_ascii, 1, 1,
     "encode_basestring_ascii(string, /)\n--\n\nThe string as JSON in ASCII."},
    {NULL},
};

static int json_setup(Object *module) {
    return module_add_type(module, &json_scanner) < 0 ? -1 : module_add_type(module, &json_encoder);
}

const ModuleSpec _json_module = {
    .name = "_json",
    .doc = "The native part of the package json.",
    .methods = json_methods,
    .setup = json_setup,
};
