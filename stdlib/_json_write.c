/* Writing JSON: a recursive walk over objects, into one str. */
#include "stdlib/json.h"

typedef struct Encoder {
    Object base;
    Object *fallback;                       /* default(o) */
    Object *indent;                         /* a str; NULL: everything in one line */
    Object *key_separator, *item_separator; /* strs */
    bool ensure_ascii, check_circular, allow_nan, sort_keys, skip_keys;
} Encoder;

/* One document being written. The containers around are a list on the C stack. */
typedef struct Level {
    const struct Level *outer;
    const Object *container;
} Level;

typedef struct Output {
    Encoder *e;
    StrWriter text;
} Output;

static int write_value(Output *out, Object *o, const Level *outer, ptrdiff_t depth);

/* ---- strings */

static bool is_plain_ascii(const uint8_t *p, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++)
        if (p[i] < ' ' || p[i] == '"' || p[i] == '\\') return false;
    return true;
}

static int write_escape(StrWriter *w, uint32_t c) {
    switch (c) {
    case '"': return writer_ascii(w, "\\\"", 2);
    case '\\': return writer_ascii(w, "\\\\", 2);
    case '\n': return writer_ascii(w, "\\n", 2);
    case '\r': return writer_ascii(w, "\\r", 2);
    case '\t': return writer_ascii(w, "\\t", 2);
    case '\f': return writer_ascii(w, "\\f", 2);
    case '\b': return writer_ascii(w, "\\b", 2);
    }
    static const char digits[] = "0123456789abcdef";
    char text[12];
    size_t n = 0;
    uint32_t units[2] = {c, 0};
    int count = 1;
    if (c > 0xffff) {
        units[0] = 0xd800 + ((c - 0x10000) >> 10);
        units[1] = 0xdc00 + ((c - 0x10000) & 0x3ff);
        count = 2;
    }
    for (int i = 0; i < count; i++) {
        text[n++] = '\\';
        text[n++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) text[n++] = digits[units[i] >> shift & 15];
    }
    return writer_ascii(w, text, n);
}

static int write_string(StrWriter *w, Object *o, bool ascii) {
    const Str *s = (const Str *)o;
    if (writer_char(w, '"') < 0) return -1;
    if (s->ascii && is_plain_ascii(s->data, s->length) && !(ascii && memchr(s->data, 0x7f, (size_t)s->length)))
        return writer_ascii(w, (const char *)s->data, (size_t)s->length) < 0 ? -1 : writer_char(w, '"');
    ptrdiff_t done = 0;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c >= ' ' && c != '"' && c != '\\' && (c < 0x7f || !ascii)) continue;
        if (i > done && writer_substring(w, o, done, i) < 0) return -1;
        if (write_escape(w, c) < 0) return -1;
        done = i + 1;
    }
    if (s->length > done && writer_substring(w, o, done, s->length) < 0) return -1;
    return writer_char(w, '"');
}

static Object *encode_one(Object *o, bool ascii) {
    if (!str_check(o)) return raise_error(&exc_TypeError, "first argument must be a string, not %.80s", type_name(o));
    StrWriter w = writer_new();
    if (write_string(&w, o, ascii) == 0) return writer_finish(&w);
    writer_drop(&w);
    return NULL;
}

Object *json_encode_string(Object *module, Object **args, ptrdiff_t nargs) {
    return encode_one(args[0], false);
}
Object *json_encode_ascii(Object *module, Object **args, ptrdiff_t nargs) {
    return encode_one(args[0], true);
}

/* ---- scalars */

static int write_int(StrWriter *w, Object *o) {
    if (o->type == &int_type) {
        int64_t value = ((Int *)o)->value;
        char room[24], *end = room + sizeof room;
        char *start = int_write_decimal(end, value < 0 ? -(uint64_t)value : (uint64_t)value);
        if (value < 0) *--start = '-';
        return writer_ascii(w, start, (size_t)(end - start));
    }
    Object *text = int_to_string(o, 10);
    int r = text ? writer_str(w, text) : -1;
    xdecref(text);
    return r;
}

static int write_float(Output *out, Object *o) {
    double value = float_value(o);
    if (isfinite(value)) {
        char text[40];
        return writer_ascii(&out->text, text, (size_t)float_repr(value, text));
    }
    if (!out->e->allow_nan)
        return raise_int(&exc_ValueError, "Out of range float values are not JSON compliant: %R", o);
    return writer_c(&out->text, isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
}

/* A key, as a string: 1; 0: it is skipped; -1. Writes what has to stand in front of it first. */
static int key_text(Output *out, Object *key, Object **text) {
    *text = NULL;
    if (str_check(key)) {
        *text = newref(key);
    } else if (has_flag(key, TYPE_FLOAT)) {
        Output inner = {out->e, writer_new()};
        if (write_float(&inner, key) == 0)
            *text = writer_finish(&inner.text);
        else
            writer_drop(&inner.text);
    } else if (key == NONE || key->type == &bool_type) {
        *text = str_from_c(key == NONE ? "null" : object_truth(key) ? "true" : "false");
    } else if (has_flag(key, TYPE_INT)) {
        *text = int_to_string(key, 10);
    } else if (out->e->skip_keys) {
        return 0;
    } else {
        return raise_int(&exc_TypeError, "keys must be str, int, float, bool or None, not %.100s", type_name(key));
    }
    return *text ? 1 : -1;
}

/* ---- containers */

static int write_line(Output *out, ptrdiff_t depth) {
    if (writer_char(&out->text, '\n') < 0) return -1;
    for (ptrdiff_t i = 0; i < depth; i++)
        if (writer_str(&out->text, out->e->indent) < 0) return -1;
    return 0;
}

/* What stands between items, or in front of the first. */
static int write_between(Output *out, bool first, ptrdiff_t depth) {
    if (!first && writer_str(&out->text, out->e->item_separator) < 0) return -1;
    return out->e->indent ? write_line(out, depth) : 0;
}

/* A note on the pending exception: where in the structure it came from. */
static void add_note(const char *format, Object *container, Object *key, ptrdiff_t index) {
    Object *pending = raise_take();
    const char *name = type_name(container);
    Object *note = key ? str_format(format, name, key) : str_format(format, name, index);
    Str *method = note ? str_intern_c("add_note") : NULL;
    Object *done = method ? object_call_method(pending, method, &note, 1) : NULL;
    if (!done) raise_clear();
    xdecref(done);
    xdecref(note);
    xdecref(method);
    raise_restore(pending);
}

static int check_circular(Output *out, const Level *outer, Object *o) {
    if (!out->e->check_circular) return 0;
    for (const Level *l = outer; l; l = l->outer)
        if (l->container == o) return raise_int(&exc_ValueError, "Circular reference detected");
    return 0;
}

static int write_list(Output *out, Object *o, const Level *outer, ptrdiff_t depth) {
    Object *items = sequence_fast(o, NULL);
    if (!items) return -1;
    ptrdiff_t n = sequence_size(items);
    if (n == 0) {
        decref(items);
        return writer_ascii(&out->text, "[]", 2);
    }
    Level level = {outer, o};
    int r = check_circular(out, outer, o);
    if (r == 0) r = writer_char(&out->text, '[');
    for (ptrdiff_t i = 0; r == 0 && i < sequence_size(items); i++) {
        r = write_between(out, i == 0, depth + 1);
        if (r < 0) break;
        Object *item = newref(sequence_items(items)[i]);
        r = write_value(out, item, &level, depth + 1);
        decref(item);
        if (r < 0) add_note("when serializing %s item %zd", o, NULL, i);
    }
    if (r == 0 && out->e->indent) r = write_line(out, depth);
    if (r == 0) r = writer_char(&out->text, ']');
    decref(items);
    return r;
}

static int write_member(Output *out, Object *o, Object *key, Object *value, bool *first, const Level *level,
                        ptrdiff_t depth) {
    Object *text;
    int r = key_text(out, key, &text);
    if (r <= 0) return r;
    r = write_between(out, *first, depth + 1);
    *first = false;
    if (r == 0) r = write_string(&out->text, text, out->e->ensure_ascii);
    if (r == 0) r = writer_str(&out->text, out->e->key_separator);
    decref(text);
    if (r < 0) return -1;
    r = write_value(out, value, level, depth + 1);
    if (r < 0) add_note("when serializing %s item %R", o, key, 0);
    return r;
}

/* The members of a dict subclass, or of any dict in sorted order: a list of pairs. */
static Object *sorted_items(Output *out, Object *o) {
    Object *items = o->type == &dict_type ? dict_items_list(o) : object_call_method(o, names.items, NULL, 0);
    if (items && items->type != &list_type) {
        Object *list = sequence_list(items);
        decref(items);
        items = list;
    }
    if (items && out->e->sort_keys && list_sort(items, NULL, false) < 0) clear_ref(&items);
    return items;
}

static int write_items(Output *out, Object *o, Object *items, bool *first, const Level *level, ptrdiff_t depth) {
    int r = 0;
    for (ptrdiff_t i = 0; r == 0 && i < list_length(items); i++) {
        Object *pair = newref(list_item(items, i));
        if (!tuple_check(pair) || tuple_length(pair) != 2)
            r = raise_int(&exc_ValueError, "items must return 2-tuples");
        else
            r = write_member(out, o, tuple_item(pair, 0), tuple_item(pair, 1), first, level, depth);
        decref(pair);
    }
    return r;
}

static int write_dict(Output *out, Object *o, const Level *outer, ptrdiff_t depth) {
    if (dict_length(o) == 0) return writer_ascii(&out->text, "{}", 2);
    Level level = {outer, o};
    int r = check_circular(out, outer, o);
    if (r == 0) r = writer_char(&out->text, '{');
    bool first = true;
    if (r == 0 && o->type == &dict_type && !out->e->sort_keys) {
        Object *key, *value;
        int64_t size = dict_length(o);
        for (ptrdiff_t i = 0; r == 0 && dict_next(o, &i, &key, &value);) {
            incref(key);
            incref(value);
            r = write_member(out, o, key, value, &first, &level, depth);
            decref(key);
            decref(value);
            if (r == 0 && dict_length(o) != size)
                r = raise_int(&exc_RuntimeError, "dictionary changed size during iteration");
        }
    } else if (r == 0) {
        Object *items = sorted_items(out, o);
        r = items ? write_items(out, o, items, &first, &level, depth) : -1;
        xdecref(items);
    }
    if (r == 0 && out->e->indent && !first) r = write_line(out, depth);
    return r < 0 ? -1 : writer_char(&out->text, '}');
}

/* Something else: what default() makes of it. */
static int write_other(Output *out, Object *o, const Level *outer, ptrdiff_t depth) {
    if (check_circular(out, outer, o) < 0) return -1;
    Level level = {outer, o};
    Object *other = object_call1(out->e->fallback, o);
    if (!other) return -1;
    int r = write_value(out, other, &level, depth);
    decref(other);
    if (r < 0) add_note("when serializing %s object", o, NULL, 0);
    return r;
}

static int write_value(Output *out, Object *o, const Level *outer, ptrdiff_t depth) {
    if (str_check(o)) return write_string(&out->text, o, out->e->ensure_ascii);
    if (o == NONE) return writer_ascii(&out->text, "null", 4);
    if (o->type == &bool_type) return writer_c(&out->text, object_truth(o) ? "true" : "false");
    if (has_flag(o, TYPE_INT)) return write_int(&out->text, o);
    if (has_flag(o, TYPE_FLOAT)) return write_float(out, o);
    if (stack_check(" while encoding a JSON object") < 0) return -1;
    if (has_flag(o, TYPE_LIST | TYPE_TUPLE)) return write_list(out, o, outer, depth);
    if (dict_check(o)) return write_dict(out, o, outer, depth);
    return write_other(out, o, outer, depth);
}

/* ---- the encoder */

static int read_flag(Object *o, bool *flag) {
    int truth = object_truth(o);
    *flag = truth > 0;
    return truth < 0 ? -1 : 0;
}

static Object *encoder_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {
        "default",        "indent",    "key_separator", "item_separator", "ensure_ascii",
        "check_circular", "allow_nan", "sort_keys",     "skipkeys",       NULL};
    Object *v[9];
    if (args_bind("Encoder", parameters, 9, 9, args, nargs, kwnames, v) < 0) return NULL;
    if ((v[1] != NONE && !str_check(v[1])) || !str_check(v[2]) || !str_check(v[3]))
        return raise_error(&exc_TypeError, "indent and separators must be strings");
    Encoder *e = (Encoder *)object_new(t);
    if (!e) return NULL;
    e->fallback = newref(v[0]);
    e->indent = v[1] == NONE ? NULL : newref(v[1]);
    e->key_separator = newref(v[2]);
    e->item_separator = newref(v[3]);
    gc_track(e);
    if (read_flag(v[4], &e->ensure_ascii) == 0 && read_flag(v[5], &e->check_circular) == 0 &&
        read_flag(v[6], &e->allow_nan) == 0 && read_flag(v[7], &e->sort_keys) == 0 &&
        read_flag(v[8], &e->skip_keys) == 0)
        return (Object *)e;
    decref(e);
    return NULL;
}

static void encoder_clear(Object *o) {
    clear_ref(&((Encoder *)o)->fallback);
}

static void encoder_dealloc(Object *o) {
    Encoder *e = (Encoder *)o;
    gc_untrack(o);
    encoder_clear(o);
    xdecref(e->indent);
    xdecref(e->key_separator);
    xdecref(e->item_separator);
    object_free(o);
}

static int encoder_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Encoder *)o)->fallback, visit, arg);
}

static Object *encoder_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"obj", NULL};
    Object *value;
    if (args_bind("encode", parameters, 1, 1, args, nargs, kwnames, &value) < 0) return NULL;
    Output out = {(Encoder *)o, writer_new()};
    if (write_value(&out, value, NULL, 0) == 0) return writer_finish(&out.text);
    writer_drop(&out.text);
    return NULL;
}

Type json_encoder = {
    .mem = {.name = "_json.Encoder",
            .size = sizeof(Encoder),
            .flags = TYPE_GC,
            .dealloc = encoder_dealloc,
            .traverse = encoder_traverse,
            .clear = encoder_clear},
    .doc =
        "Encoder(default, indent, key_separator, item_separator, ensure_ascii, check_circular, allow_nan, sort_keys, "
        "skipkeys)\n--\n\nMakes JSON of objects when called.",
    .new = encoder_new,
    .call = encoder_call,
};
