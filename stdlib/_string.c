/* _string: the syntax of str.format for string.Formatter, which decides itself what the fields stand for. */
#include "interp/api.h"

/* Both iterators walk along a string: one over items of a format, one over the accesses of a field name. */
typedef struct FormatIterator {
    Object base;
    Object *str; /* owned */
    ptrdiff_t at, end;
} FormatIterator;

static Type parser_type, field_type;

static Object *iterator_new(Type *t, Object *str, ptrdiff_t at) {
    FormatIterator *it = (FormatIterator *)object_new(t);
    if (!it) return NULL;
    it->str = newref(str);
    it->at = at;
    it->end = str_length(str);
    return (Object *)it;
}

static void iterator_dealloc(Object *o) {
    decref(((FormatIterator *)o)->str);
    object_free(o);
}

static Object *piece(const FormatIterator *it, Piece p) {
    return str_substring(it->str, p.start, p.end);
}

/* Packs new references, any of which may be NULL after a failure. */
static Object *packed(Object **items, int n) {
    bool complete = true;
    for (int i = 0; i < n; i++) complete = complete && items[i];
    if (complete) return tuple_from_steal(items, n);
    for (int i = 0; i < n; i++) xdecref(items[i]);
    return NULL;
}

/* (literal text, field name, spec, conversion): the last three are None where no field follows. */
static Object *parser_next(Object *o) {
    FormatIterator *it = (FormatIterator *)o;
    FormatItem item;
    if (format_next((Str *)it->str, &it->at, it->end, &item) <= 0) return NULL;
    Object *parts[4] = {piece(it, item.literal), newref(NONE), newref(NONE), newref(NONE)};
    if (item.has_field) {
        set_ref(&parts[1], piece(it, item.name));
        set_ref(&parts[2], piece(it, item.spec));
        if (item.conversion) set_ref(&parts[3], str_from_char(item.conversion));
    }
    return packed(parts, 4);
}

/* (is it an attribute, its name or the key: an int if it is one) */
static Object *field_iterator_next(Object *o) {
    FormatIterator *it = (FormatIterator *)o;
    FieldAccess access;
    if (field_next((Str *)it->str, &it->at, it->end, &access) <= 0) return NULL;
    Object *parts[2] = {new_bool(access.attribute),
                        access.index >= 0 ? int_from_i64(access.index) : piece(it, access.name)};
    return packed(parts, 2);
}

static Type parser_type = {
    .mem = {.name = "_string.formatteriterator",
            .flags = TYPE_NO_NEW,
            .size = sizeof(FormatIterator),
            .dealloc = iterator_dealloc},
    .iter = iterator_self,
    .next = parser_next,
};

static Type field_type = {
    .mem = {.name = "_string.fieldnameiterator",
            .flags = TYPE_NO_NEW,
            .size = sizeof(FormatIterator),
            .dealloc = iterator_dealloc},
    .iter = iterator_self,
    .next = field_iterator_next,
};

static bool expect_str(Object *o) {
    return str_check(o) || raise_error(&exc_TypeError, "expected str, got %T", o);
}

static Object *formatter_parser(Object *self, Object **args, ptrdiff_t nargs) {
    return expect_str(args[0]) ? iterator_new(&parser_type, args[0], 0) : NULL;
}

static Object *formatter_field_name_split(Object *self, Object **args, ptrdiff_t nargs) {
    if (!expect_str(args[0])) return NULL;
    Piece first;
    ptrdiff_t index;
    ptrdiff_t rest = field_first((Str *)args[0], (Piece){0, str_length(args[0])}, &first, &index);
    if (rest < 0) return NULL;
    Object *parts[2] = {index >= 0 ? int_from_i64(index) : str_substring(args[0], first.start, first.end),
                        iterator_new(&field_type, args[0], rest)};
    return packed(parts, 2);
}

static const Method string_methods[] = {
    {"formatter_field_name_split", formatter_field_name_split, 1, 1,
     "formatter_field_name_split($self, object, /)\n--\n\nThe first part of a field name, and an iterator of the "
     "accesses "
     "behind it."},
    {"formatter_parser", formatter_parser, 1, 1,
     "formatter_parser($self, object, /)\n--\n\nAn iterator of the texts and fields of a format string."},
    {NULL},
};

static int string_setup(Object *module) {
    return type_ready(&parser_type) < 0 || type_ready(&field_type) < 0 ? -1 : 0;
}

const ModuleSpec _string_module = {
    .name = "_string",
    .doc = "The syntax of str.format, for string.Formatter.",
    .methods = string_methods,
    .setup = string_setup,
};
