/* translate: each character through a table, any object with __getitem__; and maketrans, which makes such tables. */
#include "interp/object/dict.h"
#include "interp/object/int.h"
#include "interp/object/str_methods.h"
#include "interp/object/unicode.h"

/* What the table says of c: new, or NULL without exception when it says nothing (LookupError). */
static Object *look_up(Object *table, uint32_t c) {
    Object *key = int_from_i64(c);
    if (!key) return NULL;
    Object *value;
    if (dict_check_exact(table))
        value = xnewref(dict_get(table, key));
    else if (!(value = object_getitem(table, key)))
        raise_clear_if(&exc_LookupError);
    decref(key);
    return value;
}

static int write_translation(StrWriter *w, Object *value) {
    if (value == NONE) return 0;
    if (str_check(value)) return writer_str(w, value);
    if (int_check(value)) {
        int64_t c;
        if (int_fits_i64(value, &c) && c >= 0 && c <= UNICODE_MAX) return writer_char(w, (uint32_t)c);
        raise_error(&exc_ValueError, "character mapping must be in range(0x110000)");
    } else {
        raise_error(&exc_TypeError, "character mapping must return integer, None or str");
    }
    writer_drop(w);
    return -1;
}

/* The table may be asked once only for each ASCII character: their answers are kept while they stay simple. */
enum { UNKNOWN = 0xff, DELETED = 0xfe };

Object *str_translate(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    uint8_t known[128];
    memset(known, UNKNOWN, sizeof(known));
    StrWriter w = writer_new();
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c < 128 && known[c] != UNKNOWN) {
            if (known[c] != DELETED && writer_char(&w, known[c]) < 0) return NULL;
            continue;
        }
        Object *value = look_up(args[0], c);
        if (!value) {
            if (raise_pending()) {
                writer_drop(&w);
                return NULL;
            }
            if (c < 128) known[c] = (uint8_t)c;
            if (writer_char(&w, c) < 0) return NULL;
            continue;
        }
        ptrdiff_t before = w.length;
        int result = write_translation(&w, value);
        decref(value);
        if (result < 0) return NULL;
        if (c < 128 && w.length == before)
            known[c] = DELETED;
        else if (c < 128 && w.length == before + 1 && str_at(w.text, before) < 128)
            known[c] = (uint8_t)str_at(w.text, before);
    }
    return writer_finish(&w);
}

static int map_char(Object *table, uint32_t c, Object *value) {
    Object *key = int_from_i64(c);
    if (!key) return -1;
    int result = dict_set(table, key, value);
    decref(key);
    return result;
}

/* maketrans(dict): string keys of one character become ints. */
static Object *table_from_dict(Object *dict, Object *table) {
    ptrdiff_t i = 0;
    Object *key, *value;
    while (dict_next(dict, &i, &key, &value)) {
        int result;
        if (str_check(key)) {
            if (str_length(key) != 1)
                return raise_error(&exc_ValueError, "string keys in translatetable must be of length 1");
            result = map_char(table, str_at((Str *)key, 0), value);
        } else if (int_check(key)) {
            incref(key);
            incref(value);
            result = dict_set_steal(table, key, value);
        } else {
            return raise_error(&exc_TypeError, "keys in translate table mustbe strings or integers");
        }
        if (result < 0) return NULL;
    }
    return table;
}

static Object *table_from_strings(Object *from, Object *to, Object *deleted, Object *table) {
    for (ptrdiff_t i = 0; i < str_length(from); i++) {
        Object *value = int_from_i64(str_at((Str *)to, i));
        if (!value) return NULL;
        int result = map_char(table, str_at((Str *)from, i), value);
        decref(value);
        if (result < 0) return NULL;
    }
    for (ptrdiff_t i = 0; deleted && i < str_length(deleted); i++)
        if (map_char(table, str_at((Str *)deleted, i), NONE) < 0) return NULL;
    return table;
}

Object *str_maketrans(Object *o, Object **args, ptrdiff_t nargs) {
    for (int i = 1; i < nargs; i++)
        if (str_expect_arg(args[i], "maketrans", i + 1) < 0) return NULL;
    if (nargs == 1 && !dict_check_exact(args[0]))
        return raise_error(&exc_TypeError, "if you give only one argument to maketrans it must be a dict");
    if (nargs > 1 && !str_check(args[0]))
        return raise_error(&exc_TypeError, "first maketrans argument must be a string if there is a second argument");
    if (nargs > 1 && str_length(args[0]) != str_length(args[1]))
        return raise_error(&exc_ValueError, "the first two maketrans arguments must have equal length");
    Object *table = dict_new();
    if (!table) return NULL;
    Object *filled = nargs == 1 ? table_from_dict(args[0], table)
                                : table_from_strings(args[0], args[1], arg_or_null(args, nargs, 2), table);
    if (!filled) decref(table);
    return filled;
}
