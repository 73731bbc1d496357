/* csv.reader: lines to rows.
 *
 * Most fields lie within one line, and either nothing in them is special or they are in quotes of which none is inside:
 * take_plain and take_quoted find their ends and cut them out. Everything else goes through a machine that sees one
 * character after the other and keeps its state between lines:
 *
 *      START_RECORD -> START_FIELD -> IN_FIELD -> ... EAT_LINE_END -> (end of the line) -> START_RECORD
 *                          |            ^
 *                          v            |
 *                       IN_QUOTES <-> QUOTE_IN_QUOTES
 *
 * The end of a line is a character to it, too, which is none that a str can have. */
#include "stdlib/csv_parts.h"

enum State {
    START_RECORD,
    START_FIELD,
    ESCAPED,
    IN_FIELD,
    IN_QUOTES,
    ESCAPED_IN_QUOTES,
    QUOTE_IN_QUOTES,
    EAT_LINE_END,
    AFTER_ESCAPED_LINE_END,
};

#define END_OF_LINE (UINT32_MAX - 1)

typedef struct Reader {
    Object base;
    Object *lines;    /* owned: an iterator */
    Dialect *dialect; /* owned */
    Object *row;      /* owned: the list being filled, or NULL */
    StrWriter field;  /* what is there of the field */
    enum State state;
    bool quoted; /* the field began with a quote */
    long line_number;
} Reader;

static bool is_line_end(uint32_t c) {
    return c == '\n' || c == '\r' || c == END_OF_LINE;
}

/* --- fields --- */

static int raise_limit(void) {
    return raise_int((Type *)csv_error, "field larger than field limit (%zd)", csv_field_limit);
}

/* Puts a field (stolen; NULL is a failure) into the row, as the kind of quoting means it. */
static int add_field(Reader *r, Object *text) {
    enum Quoting quoting = r->dialect->quoting;
    if (!text) return -1;
    if (!r->quoted && quoting != QUOTE_MINIMAL) {
        bool numbers = quoting == QUOTE_NONNUMERIC || quoting == QUOTE_STRINGS;
        if (str_length(text) == 0 && (quoting == QUOTE_STRINGS || quoting == QUOTE_NOTNULL)) {
            set_ref(&text, new_none());
        } else if (str_length(text) && numbers) {
            Object *number = float_from_text(text);
            set_ref(&text, number);
        }
    }
    r->quoted = false;
    return list_append_steal(r->row, text);
}

static int save(Reader *r) {
    return add_field(r, r->field.length ? writer_finish(&r->field) : str_empty());
}

static int add_char(Reader *r, uint32_t c) {
    if (r->field.length >= csv_field_limit) return raise_limit();
    return writer_char(&r->field, c);
}

static int end_field(Reader *r, uint32_t c) {
    r->state = c == r->dialect->delimiter ? START_FIELD : c == END_OF_LINE ? START_RECORD : EAT_LINE_END;
    return save(r);
}

/* --- one character --- */

static int start_field(Reader *r, uint32_t c) {
    const Dialect *d = r->dialect;
    if (c == ' ' && d->skip_space) return 0;
    if (is_line_end(c) || c == d->delimiter) return end_field(r, c);
    if (c == d->quote && d->quoting != QUOTE_NONE) {
        r->quoted = true;
        r->state = IN_QUOTES;
        return 0;
    }
    if (c == d->escape) {
        r->state = ESCAPED;
        return 0;
    }
    r->state = IN_FIELD;
    return add_char(r, c);
}

static int in_field(Reader *r, uint32_t c) {
    if (is_line_end(c) || c == r->dialect->delimiter) return end_field(r, c);
    if (c != r->dialect->escape) return add_char(r, c);
    r->state = ESCAPED;
    return 0;
}

static int in_quotes(Reader *r, uint32_t c) {
    const Dialect *d = r->dialect;
    if (c == END_OF_LINE) return 0; /* the field goes on */
    if (c == d->escape)
        r->state = ESCAPED_IN_QUOTES;
    else if (c == d->quote && d->quoting != QUOTE_NONE)
        r->state = d->double_quote ? QUOTE_IN_QUOTES : IN_FIELD;
    else
        return add_char(r, c);
    return 0;
}

static int after_quote(Reader *r, uint32_t c) {
    const Dialect *d = r->dialect;
    if (c == d->quote) {
        r->state = IN_QUOTES;
        return add_char(r, c);
    }
    if (is_line_end(c) || c == d->delimiter) return end_field(r, c);
    if (d->strict) return raise_int((Type *)csv_error, "'%c' expected after '%c'", (int)d->delimiter, (int)d->quote);
    r->state = IN_FIELD;
    return add_char(r, c);
}

static int eat_line_end(Reader *r, uint32_t c) {
    if (c == END_OF_LINE)
        r->state = START_RECORD;
    else if (c != '\n' && c != '\r')
        return raise_int((Type *)csv_error, "new-line character seen in unquoted field - do you need to open the file "
                                            "with newline=''?");
    return 0;
}

static int step(Reader *r, uint32_t c) {
    switch (r->state) {
    case START_RECORD:
        if (c == END_OF_LINE) return 0;
        r->state = c == '\n' || c == '\r' ? EAT_LINE_END : START_FIELD;
        return r->state == START_FIELD ? start_field(r, c) : 0;
    case START_FIELD: return start_field(r, c);
    case ESCAPED:
        r->state = c == '\n' || c == '\r' ? AFTER_ESCAPED_LINE_END : IN_FIELD;
        return add_char(r, c == END_OF_LINE ? '\n' : c);
    case AFTER_ESCAPED_LINE_END: return c == END_OF_LINE ? 0 : in_field(r, c);
    case IN_FIELD: return in_field(r, c);
    case IN_QUOTES: return in_quotes(r, c);
    case ESCAPED_IN_QUOTES: r->state = IN_QUOTES; return add_char(r, c == END_OF_LINE ? '\n' : c);
    case QUOTE_IN_QUOTES: return after_quote(r, c);
    default: return eat_line_end(r, c);
    }
}

/* --- whole fields --- */

static inline uint32_t char_at(const Str *line, ptrdiff_t i) {
    return i < line->length ? str_at(line, i) : END_OF_LINE;
}

/* Cuts out line[start:end], a field, and goes on behind what follows it, which is `after`. */
static ptrdiff_t cut(Reader *r, Str *line, ptrdiff_t start, ptrdiff_t end, ptrdiff_t after) {
    if (end - start > csv_field_limit) return raise_limit();
    uint32_t c = char_at(line, after);
    if (c == END_OF_LINE) after--; /* it is to be seen by the machine */
    r->state = c == r->dialect->delimiter ? START_FIELD : EAT_LINE_END;
    return add_field(r, str_substring((Object *)line, start, end)) < 0 ? -1 : after + 1;
}

/* Where a field ends that has nothing special; -1: it has. */
static ptrdiff_t plain_end(const Dialect *d, const Str *line, ptrdiff_t i) {
    if (line->kind == 1 && d->delimiter < 128) {
        for (const uint8_t *s = line->data; i < line->length; i++)
            if (s[i] < 128 && d->is_special[s[i]]) break;
    } else {
        while (!is_line_end(char_at(line, i)) && char_at(line, i) != d->delimiter && char_at(line, i) != d->escape &&
               char_at(line, i) != d->quote)
            i++;
    }
    uint32_t c = char_at(line, i);
    return c == d->delimiter || is_line_end(c) ? i : -1;
}

static ptrdiff_t quoted_end(const Dialect *d, const Str *line, ptrdiff_t i) {
    for (; i < line->length; i++) {
        uint32_t c = str_at(line, i);
        if (c == d->quote) break;
        if (c == d->escape) return -1;
    }
    uint32_t next = i < line->length ? char_at(line, i + 1) : 0;
    return i < line->length && (next == d->delimiter || is_line_end(next)) ? i : -1;
}

/* At the start of a field: takes all of it, and gives where the next begins; `at` again if it is for the machine; -1 */
static ptrdiff_t take_whole(Reader *r, Str *line, ptrdiff_t at) {
    const Dialect *d = r->dialect;
    uint32_t c = str_at(line, at);
    if (c == d->quote && d->quoting != QUOTE_NONE) {
        ptrdiff_t end = quoted_end(d, line, at + 1);
        if (end < 0) return at;
        r->quoted = true;
        return cut(r, line, at + 1, end, end + 1);
    }
    if (c == ' ' && d->skip_space) return at;
    if (r->state == START_RECORD && is_line_end(c)) return at;
    ptrdiff_t end = plain_end(d, line, at);
    return end < 0 ? at : cut(r, line, at, end, end);
}

static int take_line(Reader *r, Str *line) {
    for (ptrdiff_t at = 0; at < line->length;) {
        if (r->state <= START_FIELD) {
            ptrdiff_t next = take_whole(r, line, at);
            if (next < 0) return -1;
            if (next > at) {
                at = next;
                continue;
            }
        }
        if (step(r, str_at(line, at)) < 0) return -1;
        at++;
    }
    return step(r, END_OF_LINE);
}

/* --- the iterator --- */

static void reset(Reader *r) {
    writer_drop(&r->field);
    r->field = writer_new();
    clear_ref(&r->row);
    r->state = START_RECORD;
    r->quoted = false;
}

/* 1: a line was taken; 0: there are no more; -1 */
static int next_line(Reader *r) {
    Object *line = object_next(r->lines);
    if (!line) return raise_pending() ? -1 : 0;
    int status = -1;
    if (!str_check(line)) {
        raise_error((Type *)csv_error,
                    "iterator should return strings, not %T (the file should be opened in text mode)", line);
    } else if (!r->row) { /* it was called by the iterator, and that has reset it */
        raise_error((Type *)csv_error, "iterator has already advanced the reader");
    } else {
        r->line_number++;
        status = take_line(r, (Str *)line) < 0 ? -1 : 1;
    }
    decref(line);
    return status;
}

static Object *reader_next(Object *o) {
    Reader *r = (Reader *)o;
    reset(r);
    if (!(r->row = list_new(0))) return NULL;
    int status;
    do status = next_line(r);
    while (status > 0 && r->state != START_RECORD);
    if (status == 0) {
        bool unfinished = r->field.length || r->state == IN_QUOTES;
        if (unfinished && r->dialect->strict) {
            raise_error((Type *)csv_error, "unexpected end of data");
            status = -1;
        } else if (unfinished) {
            status = save(r) < 0 ? -1 : 1;
        } else if (r->state != START_RECORD) {
            status = list_length(r->row) ? 1 : 0;
        }
    }
    if (status <= 0) return NULL;
    Object *row = r->row;
    r->row = NULL;
    return row;
}

Object *csv_reader(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count("reader", nargs, 1, 2) < 0) return NULL;
    Object *lines = object_iter(args[0]);
    if (!lines) return NULL;
    Dialect *d = csv_dialect(nargs > 1 ? args[1] : NULL, args + nargs, kwnames);
    Reader *r = d ? (Reader *)object_new(&csv_reader_type) : NULL;
    if (!r) {
        decref(lines);
        xdecref(d);
        return NULL;
    }
    r->lines = lines;
    r->dialect = d;
    r->field = writer_new();
    gc_track(r);
    return (Object *)r;
}

static void reader_dealloc(Object *o) {
    Reader *r = (Reader *)o;
    gc_untrack(o);
    writer_drop(&r->field);
    clear_ref(&r->row);
    clear_ref(&r->lines);
    clear_ref(&r->dialect);
    object_free(o);
}

static int reader_traverse(Object *o, Visit visit, void *arg) {
    Reader *r = (Reader *)o;
    int stop = visit_ref(r->lines, visit, arg);
    if (!stop) stop = visit_ref(r->row, visit, arg);
    return stop ? stop : visit_ref(r->dialect, visit, arg);
}

static const Member reader_members[] = {
    {"dialect", MEMBER_OBJECT, offsetof(Reader, dialect), MEMBER_READONLY, NULL},
    {"line_num", MEMBER_LONG, offsetof(Reader, line_number), MEMBER_READONLY, NULL},
    {0},
};

Type csv_reader_type = {
    .mem = {.name = "_csv.reader",
            .size = sizeof(Reader),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = reader_dealloc,
            .traverse = reader_traverse},
    .doc = "An iterator of rows.",
    .members = reader_members,
    .iter = iterator_self,
    .next = reader_next,
};
