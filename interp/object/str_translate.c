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

/* The table is asked only once for each ASCII character: answers that are ASCII or nothing are kept. */
enum { UNKNOWN = 0xff, DELETED = 0xfe };

/* Writes what the known characters from i on become; returns the first that is not known, or the length; -1. */
ALWAYS_INLINE ptrdiff_t write_known(StrWriter *w, const Str *s, unsigned kind, ptrdiff_t i, const uint8_t *known) {
    uint8_t piece[512];
    for (bool stop = false; !stop && i < s->length;) {
        ptrdiff_t n = 0, end = s->length - i < 512 ? s->length : i + 512;
        for (; i < end; i++) {
            uint32_t c = text_get(s->data, kind, i);
            uint8_t now = c < 256 ? known[c] : UNKNOWN;
            if (now == UNKNOWN) {
                stop = true;
                break;
            }
            piece[n] = now;
            n += now != DELETED;
        }
        if (n && writer_ascii(w, (const char *)piece, n) < 0) return -1;
    }
    return i;
}

static ptrdiff_t write_known_of(StrWriter *w, const Str *s, ptrdiff_t i, const uint8_t *known) {
    switch (s->kind) {
    case 1: return write_known(w, s, 1, i, known);
    case 2: return write_known(w, s, 2, i, known);
    default: return write_known(w, s, 4, i, known);
    }
}

/* Writes what one character becomes, and remembers it where it is simple. */
static int write_unknown(StrWriter *w, Object *table, uint32_t c, uint8_t *known) {
    Object *value = look_up(table, c);
    if (!value) {
        if (!raise_pending()) {
            if (c < 128) known[c] = (uint8_t)c;
            return writer_char(w, c);
        }
        writer_drop(w);
        return -1;
    }
    ptrdiff_t before = w->length;
    int result = write_translation(w, value);
    decref(value);
    if (result < 0 || c >= 128) return result;
    if (w->length == before)
        known[c] = DELETED;
    else if (w->length == before + 1 && text_get(w->text->data, w->text->kind, before) < 128)
        known[c] = (uint8_t)text_get(w->text->data, w->text->kind, before);
    return 0;
}

Object *str_translate(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    uint8_t known[256]; /* from 128 on never known */
    memset(known, UNKNOWN, sizeof(known));
    StrWriter w = writer_new();
    if (writer_reserve(&w, s->length) < 0) return NULL;
    for (ptrdiff_t i = 0; (i = write_known_of(&w, s, i, known)) < s->length; i++)
        if (i < 0 || write_unknown(&w, args[0], str_at(s, i), known) < 0) return NULL;
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
