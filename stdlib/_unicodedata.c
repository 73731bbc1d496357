/* _unicodedata: the names of characters, for unicodedata, which is written in the language. */
#include "interp/api.h"
#include "interp/object/unicode_names.h"

/* name(character): its name, or None. */
static Object *f_name(Object *self, Object **args, ptrdiff_t nargs) {
    char name[UNICODE_NAME_MAX];
    int n = unicode_name(str_at((Str *)args[0], 0), name);
    return n ? str_from_ascii(name, (size_t)n) : new_none();
}

/* lookup(name): the character or characters, or None. */
static Object *f_lookup(Object *self, Object **args, ptrdiff_t nargs) {
    size_t n;
    char *own;
    const char *name = str_utf8(args[0], &n, &own);
    if (!name) {
        raise_clear();
        return new_none();
    }
    uint32_t sequence[UNICODE_SEQUENCE_MAX];
    int32_t c = unicode_lookup(name, n);
    int length = c >= 0 ? 0 : unicode_lookup_sequence(name, n, sequence);
    heap_free(own);
    if (c >= 0) return str_from_char((uint32_t)c);
    return length ? str_from_ucs4(sequence, length) : new_none();
}

static const Method methods[] = {
    {"lookup", f_lookup, 1, 1, "lookup(name, /)\n--\n\nThe characters of that name; None: there are none."},
    {"name", f_name, 1, 1, "name(chr, /)\n--\n\nThe name of a character; None: it has none."},
    {0},
};

const ModuleSpec _unicodedata_module = {.name = "_unicodedata", .doc = "The names of characters.", .methods = methods};
