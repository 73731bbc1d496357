/* csv.writer: rows to lines. A row is built as one str and written by one call. */
#include "stdlib/csv_parts.h"

typedef struct Writer {
    Object base;
    Object *write;    /* owned: what is called with a line */
    Dialect *dialect; /* owned */
} Writer;

/* --- fields --- */

static bool is_special(const Dialect *d, uint32_t c) {
    if (c < 128) return d->is_special[c];
    if (c == d->delimiter || c == d->quote || c == d->escape) return true;
    for (ptrdiff_t i = 0; i < str_length(d->line_end); i++)
        if (str_at((Str *)d->line_end, i) == c) return true;
    return false;
}

static bool has_special(const Dialect *d, const Str *s) {
    for (ptrdiff_t i = 0; i < s->length; i++)
        if (is_special(d, str_at(s, i))) return true;
    return false;
}

static int raise_unescaped(StrWriter *w) {
    writer_drop(w);
    return raise_int((Type *)csv_error, "need to escape, but no escapechar set");
}

/* Must something stand in front of a special character, in or out of quotes? The character, or NO_CHAR; for one that is
 * needed and is not there, *missing. */
static uint32_t guard(const Dialect *d, uint32_t c, bool *missing) {
    if (d->quoting != QUOTE_NONE) {
        if (c == d->quote && d->double_quote) return d->quote;
        if (c != d->quote && c != d->escape) return NO_CHAR;
    }
    *missing = d->escape == NO_CHAR;
    return d->escape;
}

static int put_guarded(StrWriter *w, const Dialect *d, const Str *s) {
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        bool missing = false;
        uint32_t before = is_special(d, c) ? guard(d, c, &missing) : NO_CHAR;
        if (missing) return raise_unescaped(w);
        if ((before != NO_CHAR && writer_char(w, before) < 0) || writer_char(w, c) < 0) return -1;
    }
    return 0;
}

/* Quotes are needed where a special character stands for itself: all but those that are guarded outside of quotes. */
static bool needs_quotes(const Dialect *d, const Str *s) {
    if (d->quoting == QUOTE_NONE) return false;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (is_special(d, c) && (c == d->quote ? d->double_quote : c != d->escape)) return true;
    }
    return false;
}

/* Nothing, where even that must be in quotes: may it be? */
static bool may_quote_nothing(const Dialect *d, bool is_none) {
    return d->quoting != QUOTE_NONE && !(is_none && (d->quoting == QUOTE_STRINGS || d->quoting == QUOTE_NOTNULL));
}

/* 0, or -1: then the writer is empty. */
static int put_field(StrWriter *w, const Dialect *d, Object *text, bool quoted, bool is_none) {
    const Str *s = (Str *)text;
    if (s->length == 0 && d->delimiter == ' ' && d->skip_space && !quoted) {
        if (!may_quote_nothing(d, is_none)) {
            writer_drop(w);
            return raise_int((Type *)csv_error,
                             "empty field must be quoted if delimiter is a space and skipinitialspace is true");
        }
        quoted = true;
    }
    bool special = has_special(d, s);
    if (!quoted && !special) return writer_str(w, text);
    quoted = quoted || needs_quotes(d, s);
    if (quoted && writer_char(w, d->quote) < 0) return -1;
    if ((special ? put_guarded(w, d, s) : writer_str(w, text)) < 0) return -1;
    return quoted ? writer_char(w, d->quote) : 0;
}

static bool is_number(const Object *o) {
    return o->type->to_int || o->type->to_float || o->type->to_index || is_instance(o, &complex_type);
}

static bool always_quoted(const Dialect *d, const Object *field) {
    switch (d->quoting) {
    case QUOTE_ALL: return true;
    case QUOTE_NONNUMERIC: return !is_number(field);
    case QUOTE_STRINGS: return str_check(field);
    case QUOTE_NOTNULL: return field != NONE;
    default: return false;
    }
}

static int put_value(StrWriter *w, const Dialect *d, Object *field) {
    bool quoted = always_quoted(d, field);
    if (str_check(field)) return put_field(w, d, field, quoted, false);
    Object *text = field == NONE ? str_empty() : object_str(field);
    if (!text) return writer_drop(w), -1;
    int status = put_field(w, d, text, quoted, field == NONE);
    decref(text);
    return status;
}

/* --- rows --- */

/* A line with nothing on it would be no row at all. */
static int put_lone_empty(StrWriter *w, const Dialect *d, bool is_none) {
    if (!may_quote_nothing(d, is_none)) {
        writer_drop(w);
        return raise_int((Type *)csv_error, "single empty field record must be quoted");
    }
    return writer_char(w, d->quote) < 0 ? -1 : writer_char(w, d->quote);
}

/* All fields of a row; the writer is empty after a failure. */
static int put_row(StrWriter *w, const Dialect *d, Object *iterator) {
    ptrdiff_t n = 0;
    bool is_none = false;
    for (Object *field; (field = object_next(iterator)); n++) {
        int status = n ? writer_char(w, d->delimiter) : 0;
        if (status == 0) status = put_value(w, d, field);
        is_none = field == NONE;
        decref(field);
        if (status < 0) return -1;
    }
    if (raise_pending()) return writer_drop(w), -1;
    if (n > 0 && w->length == 0 && put_lone_empty(w, d, is_none) < 0) return -1;
    return writer_str(w, d->line_end);
}

static Object *write_row(Writer *self, Object *row) {
    Object *iterator = object_iter(row);
    if (!iterator) {
        if (raise_clear_if(&exc_TypeError)) raise_error((Type *)csv_error, "iterable expected, not %T", row);
        return NULL;
    }
    StrWriter w = writer_new();
    Object *line = put_row(&w, self->dialect, iterator) < 0 ? NULL : writer_finish(&w);
    decref(iterator);
    Object *result = line ? object_call1(self->write, line) : NULL;
    xdecref(line);
    return result;
}

static Object *writer_writerow(Object *self, Object **args, ptrdiff_t nargs) {
    return write_row((Writer *)self, args[0]);
}

static Object *writer_writerows(Object *self, Object **args, ptrdiff_t nargs) {
    Object *rows = object_iter(args[0]);
    if (!rows) return NULL;
    bool failed = false;
    for (Object *row; !failed && (row = object_next(rows));) {
        Object *result = write_row((Writer *)self, row);
        failed = !result;
        xdecref(result);
        decref(row);
    }
    decref(rows);
    return failed || raise_pending() ? NULL : new_none();
}

/* --- the type --- */

Object *csv_writer(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count("writer", nargs, 1, 2) < 0) return NULL;
    Dialect *d = csv_dialect(nargs > 1 ? args[1] : NULL, args + nargs, kwnames);
    if (!d) return NULL;
    Object *write = object_getattr_opt(args[0], names.write);
    if (!write || !object_callable(write)) {
        if (!raise_pending()) raise_error(&exc_TypeError, "argument 1 must have a \"write\" method");
        xdecref(write);
        decref(d);
        return NULL;
    }
    Writer *w = (Writer *)object_new(&csv_writer_type);
    if (!w) {
        decref(write);
        decref(d);
        return NULL;
    }
    w->write = write;
    w->dialect = d;
    gc_track(w);
    return (Object *)w;
}

static void writer_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((Writer *)o)->write);
    clear_ref(&((Writer *)o)->dialect);
    object_free(o);
}

static int writer_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((Writer *)o)->write, visit, arg);
    return stop ? stop : visit_ref(((Writer *)o)->dialect, visit, arg);
}

static const Method writer_methods[] = {
    {"writerow", writer_writerow, 1, 1,
     "writerow($self, row, /)\n--\n\nWrites a row, an iterable of fields, as a line."},
    {"writerows", writer_writerows, 1, 1, "writerows($self, rows, /)\n--\n\nWrites each of the rows."},
    {0},
};

static const Member writer_members[] = {
    {"dialect", MEMBER_OBJECT, offsetof(Writer, dialect), MEMBER_READONLY, NULL},
    {0},
};

Type csv_writer_type = {
    .mem = {.name = "_csv.writer",
            .size = sizeof(Writer),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = writer_dealloc,
            .traverse = writer_traverse},
    .doc = "What writes rows.",
    .methods = writer_methods,
    .members = writer_members,
};
