/* Line ends, and io.IncrementalNewlineDecoder.
 *
 * Text that comes in pieces may be cut between \r and \n. So a \r at the end of a piece is kept back: the next piece
 * begins with it, and only then is it known what it was. */
#include "interp/newline.h"

#include <string.h>

#include "interp/object/str_impl.h"

int newline_parse(Object *o, Newline *newline) {
    static const char *const kinds[] = {NULL, "", "\n", "\r", "\r\n"};
    *newline = NEWLINE_UNIVERSAL;
    if (!o || o == NONE) return 0;
    if (!str_check(o)) return raise_int(&exc_TypeError, "newline must be str or None, not %K", o);
    for (int i = 1; i < 5; i++)
        if (str_equal_c(o, kinds[i])) return *newline = (Newline)i, 0;
    return 1;
}

Object *newline_name(Newline newline) {
    switch (newline) {
    case NEWLINE_UNIVERSAL: return new_none();
    case NEWLINE_KEEP: return str_empty();
    case NEWLINE_LF: return str_from_char('\n');
    case NEWLINE_CR: return str_from_char('\r');
    default: return str_from_c("\r\n");
    }
}

/* --- finding --- */

/* The index of c at or behind `from`, or -1. */
static ptrdiff_t find_char(Text t, ptrdiff_t from, uint32_t c) {
    ptrdiff_t at = text_find_char(text_slice(t, from, t.length), c);
    return at < 0 ? -1 : from + at;
}

static ptrdiff_t find_crlf(Text t, ptrdiff_t from) {
    while ((from = find_char(t, from, '\r')) >= 0 && from + 1 < t.length)
        if (text_char(t, ++from) == '\n') return from + 1;
    return -1;
}

ptrdiff_t newline_find(Newline newline, Text t, ptrdiff_t from) {
    if (newline == NEWLINE_CRLF) return find_crlf(t, from);
    ptrdiff_t at = find_char(t, from, newline == NEWLINE_CR ? '\r' : '\n');
    if (newline <= NEWLINE_KEEP) {
        ptrdiff_t cr = find_char(text_slice(t, 0, at < 0 ? t.length : at), from, '\r');
        if (cr >= 0 && cr + 1 == t.length) return -1;
        if (cr >= 0) return text_char(t, cr + 1) == '\n' ? cr + 2 : cr + 1;
    }
    return at < 0 ? -1 : at + 1;
}

/* --- translating --- */

/* The text with \n for each line end, noting which ones it has; `s->translate` false: only noting. */
static Object *note_and_translate(NewlineState *s, Object *text) {
    Text t = str_text(text);
    ptrdiff_t cr = text_find_char(t, '\r');
    if (cr < 0) {
        if (text_find_char(t, '\n') >= 0) s->seen |= NEWLINE_SEEN_LF;
        return newref(text);
    }
    StrWriter w = writer_new();
    ptrdiff_t start = 0, end;
    while ((end = newline_find(NEWLINE_KEEP, t, start)) >= 0 || start < t.length) {
        if (end < 0) end = t.length;
        bool is_lf = text_char(t, end - 1) == '\n', is_cr = text_char(t, end - 1) == '\r';
        bool both = is_lf && end - start > 1 && text_char(t, end - 2) == '\r';
        s->seen |= both ? NEWLINE_SEEN_CRLF : is_lf ? NEWLINE_SEEN_LF : is_cr ? NEWLINE_SEEN_CR : 0;
        if (s->translate && (writer_substring(&w, text, start,
                                              both             ? end - 2
                                              : is_lf || is_cr ? end - 1
                                                               : end) < 0 ||
                             ((is_lf || is_cr) && writer_char(&w, '\n') < 0)))
            return NULL;
        start = end;
    }
    return s->translate ? writer_finish(&w) : newref(text);
}

Object *newline_translate(NewlineState *s, Object *text, bool final) {
    if (!s->pending_cr && !(str_length(text) && str_at((Str *)text, str_length(text) - 1) == '\r' && !final))
        return note_and_translate(s, text);
    ptrdiff_t n = str_length(text);
    if (n == 0 && !final) return str_empty();
    Object *cr = str_from_char('\r'), *whole = !cr || !s->pending_cr ? xnewref(cr ? text : NULL) : str_concat(cr, text);
    xdecref(cr);
    if (!whole) return NULL;
    n = str_length(whole);
    s->pending_cr = !final && str_at((Str *)whole, n - 1) == '\r';
    Object *complete = s->pending_cr ? str_substring(whole, 0, n - 1) : newref(whole);
    Object *result = complete ? note_and_translate(s, complete) : NULL;
    xdecref(complete);
    decref(whole);
    return result;
}

Object *newline_seen(unsigned seen) {
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Object *list = list_new(0), *result;
    for (int i = 0; list && i < 3; i++)
        if (seen & 1u << i && list_append_steal(list, str_from_c(texts[i])) < 0) clear_ref(&list);
    if (!list) return NULL;
    if (list_length(list) > 1)
        result = list_to_tuple(list);
    else
        result = list_length(list) ? newref(list_item(list, 0)) : new_none();
    decref(list);
    return result;
}

Object *newline_write(Newline newline, Object *text) {
    if (newline != NEWLINE_CR && newline != NEWLINE_CRLF) return newref(text);
    if (text_find_char(str_text(text), '\n') < 0) return newref(text);
    Object *lf = str_from_char('\n'), *end = newline_name(newline);
    Object *result = lf && end ? str_replace_text(text, lf, end, -1) : NULL;
    xdecref(lf);
    xdecref(end);
    return result;
}

/* --- IncrementalNewlineDecoder --- */

typedef struct NewlineDecoder {
    Object base;
    Object *decoder; /* what turns bytes into text first; NULL: the input is text */
    Object *errors;
    NewlineState state;
    bool ready; /* __init__ went through */
} NewlineDecoder;

static NewlineDecoder *self_decoder(Object *o) {
    return (NewlineDecoder *)o;
}

static int check_ready(const NewlineDecoder *d) {
    return d->ready ? 0 : raise_int(&exc_ValueError, "IncrementalNewlineDecoder.__init__() not called");
}

static Object *decoder_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

static int decoder_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"decoder", "translate", "errors", NULL};
    Object *v[3];
    if (args_bind("IncrementalNewlineDecoder", parameters, 2, 3, args, nargs, kwnames, v) < 0) return -1;
    int translate = object_truth(v[1]);
    if (translate < 0) return -1;
    NewlineDecoder *d = self_decoder(o);
    set_ref(&d->decoder, v[0] == NONE ? NULL : newref(v[0]));
    set_ref(&d->errors, xnewref(v[2]));
    d->state = (NewlineState){.translate = translate};
    d->ready = true;
    return 0;
}

/* decoder.method(args), or NULL with the exception. */
static Object *ask_decoder(NewlineDecoder *d, const char *method, Object **args, ptrdiff_t nargs) {
    Str *name = str_intern_c(method);
    Object *result = name ? object_call_method(d->decoder, name, args, nargs) : NULL;
    xdecref(name);
    return result;
}

static Object *decoder_decode(Object *o, Object **args, ptrdiff_t nargs) {
    NewlineDecoder *d = self_decoder(o);
    if (check_ready(d) < 0) return NULL;
    int final = arg_or_null(args, nargs, 1) ? object_truth(args[1]) : 0;
    if (final < 0) return NULL;
    Object *input[] = {args[0], final ? TRUE : FALSE};
    Object *text = d->decoder ? ask_decoder(d, "decode", input, 2) : newref(args[0]);
    if (!text) return NULL;
    Object *result = str_check(text)
                         ? newline_translate(&d->state, text, final)
                         : raise_error(&exc_TypeError, "decoder should return a string result, not '%T'", text);
    decref(text);
    return result;
}

static Object *decoder_getstate(Object *o, Object **args, ptrdiff_t nargs) {
    NewlineDecoder *d = self_decoder(o);
    if (check_ready(d) < 0) return NULL;
    if (!d->decoder) {
        Object *empty = bytes_new("", 0), *flag = int_from_i64(d->state.pending_cr);
        Object *state = empty && flag ? tuple_pack(2, empty, flag) : NULL;
        xdecref(empty);
        xdecref(flag);
        return state;
    }
    Object *state = ask_decoder(d, "getstate", NULL, 0), *result = NULL;
    if (state && tuple_check(state) && tuple_length(state) == 2 && int_check(tuple_item(state, 1))) {
        int64_t flag = int_as_i64(tuple_item(state, 1));
        Object *doubled = raise_pending() ? NULL : int_from_i64((int64_t)((uint64_t)flag << 1 | d->state.pending_cr));
        result = doubled ? tuple_pack(2, tuple_item(state, 0), doubled) : NULL;
        xdecref(doubled);
    } else if (state) {
        raise_error(&exc_TypeError, "illegal decoder state");
    }
    xdecref(state);
    return result;
}

static Object *decoder_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    NewlineDecoder *d = self_decoder(o);
    if (check_ready(d) < 0) return NULL;
    Object *state = args[0];
    if (!tuple_check(state)) return raise_error(&exc_TypeError, "state argument must be a tuple");
    if (tuple_length(state) != 2 || !int_check(tuple_item(state, 1)))
        return raise_error(&exc_TypeError, "setstate(): illegal state argument");
    int64_t flag = int_as_i64(tuple_item(state, 1));
    if (raise_pending()) return NULL;
    d->state.pending_cr = flag & 1;
    if (!d->decoder) return new_none();
    Object *half = int_from_i64(flag >> 1), *inner = half ? tuple_pack(2, tuple_item(state, 0), half) : NULL;
    Object *result = inner ? ask_decoder(d, "setstate", &inner, 1) : NULL;
    xdecref(half);
    xdecref(inner);
    return result;
}

static Object *decoder_reset(Object *o, Object **args, ptrdiff_t nargs) {
    NewlineDecoder *d = self_decoder(o);
    if (check_ready(d) < 0) return NULL;
    d->state.seen = 0;
    d->state.pending_cr = false;
    return d->decoder ? ask_decoder(d, "reset", NULL, 0) : new_none();
}

static Object *get_newlines(Object *o, void *unused) {
    return check_ready(self_decoder(o)) < 0 ? NULL : newline_seen(self_decoder(o)->state.seen);
}

static void decoder_clear(Object *o) {
    clear_ref(&self_decoder(o)->decoder);
    clear_ref(&self_decoder(o)->errors);
}

static void decoder_dealloc(Object *o) {
    gc_untrack(o);
    decoder_clear(o);
    object_free(o);
}

static int decoder_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(self_decoder(o)->decoder, visit, arg);
    return stop ? stop : visit_ref(self_decoder(o)->errors, visit, arg);
}

static const Method decoder_methods[] = {
    {"decode", decoder_decode, 1, 2, "decode($self, /, input, final=False)\n--\n\nThe next piece of text."},
    {"getstate", decoder_getstate, 0, 0, "getstate($self, /)\n--\n\nWhat setstate() takes: (bytes, flag)."},
    {"reset", decoder_reset, 0, 0, "reset($self, /)\n--\n\nBack to the start."},
    {"setstate", decoder_setstate, 1, 1, "setstate($self, state, /)\n--\n\nGoes on where getstate() was called."},
    {0},
};

static const GetSet decoder_getset[] = {
    {"newlines", get_newlines, NULL, NULL, NULL},
    {0},
};

Type newline_decoder_type = {
    .mem = {.name = "_io.IncrementalNewlineDecoder",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(NewlineDecoder),
            .dealloc = decoder_dealloc,
            .traverse = decoder_traverse,
            .clear = decoder_clear},
    .doc = "IncrementalNewlineDecoder(decoder, translate, errors='strict')\n--\n\nTranslates line ends of text that "
           "another decoder gives, or of its input if that is None.",
    .methods = decoder_methods,
    .getset = decoder_getset,
    .new = decoder_new,
    .init = decoder_init,
};
