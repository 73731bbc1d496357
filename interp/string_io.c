/* io.StringIO: a text file in memory.
 *
 *      data:  [0 .. length: characters of `kind` bytes | free, up to capacity]     at: the position, perhaps behind the
 * end
 *
 * The block is of the narrowest kind that everything written so far fits into, and is widened when a wider character
 * comes. Line ends are translated when they are written, so reading only has to find them. */
#include "interp/io_base.h"

#include "interp/newline.h"
#include "interp/object/str_impl.h"

typedef struct StringIo {
    IoBase io;
    void *data;
    ptrdiff_t length, capacity, at; /* in characters */
    unsigned kind;
    Newline newline;
    NewlineState state;
    bool wide;          /* not all that was written is ASCII */
    bool closed, ready; /* ready: __init__ went through */
} StringIo;

static StringIo *self_string(Object *o) {
    return (StringIo *)o;
}

static int check_open(const StringIo *s) {
    if (!s->ready) return raise_int(&exc_ValueError, "I/O operation on uninitialized object");
    return s->closed ? raise_int(&exc_ValueError, "I/O operation on closed file") : 0;
}

static Text content(const StringIo *s) {
    return text_of(s->data, s->length, s->kind);
}

/* Room for n characters of `kind`, or of the present one if that is wider. */
static int reserve(StringIo *s, ptrdiff_t n, unsigned kind) {
    if (kind < s->kind) kind = s->kind;
    if (n <= s->capacity && kind == s->kind) return 0;
    if (n > PTRDIFF_MAX / 8) return raise_memory(), -1;
    ptrdiff_t room = n <= s->capacity ? s->capacity : n + (n >> 3) + 16;
    void *data = kind == s->kind ? heap_realloc(s->data, room * kind) : heap_alloc(room * kind);
    if (!data) return raise_memory(), -1;
    if (kind != s->kind) {
        text_copy(data, kind, s->data, s->kind, s->length);
        heap_free(s->data);
    }
    s->data = data;
    s->capacity = room;
    s->kind = kind;
    return 0;
}

/* --- reading --- */

static ptrdiff_t available(const StringIo *s, ptrdiff_t n) {
    ptrdiff_t left = s->at < s->length ? s->length - s->at : 0;
    return n < 0 || n > left ? left : n;
}

static Object *take(StringIo *s, ptrdiff_t n) {
    if (n == 0) return str_empty();
    Object *text = s->wide ? str_from_text(text_slice(content(s), s->at, s->at + n))
                           : str_piece((const uint8_t *)s->data + s->at, n, true);
    if (text) s->at += n;
    return text;
}

static Object *string_io_read(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || check_open(self_string(o)) < 0) return NULL;
    return take(self_string(o), available(self_string(o), n));
}

static Object *take_line(StringIo *s, ptrdiff_t limit) {
    ptrdiff_t n = available(s, limit);
    if (n == 0) return str_empty();
    /* what was written is translated already */
    Newline newline = s->newline == NEWLINE_UNIVERSAL ? NEWLINE_LF : s->newline;
    ptrdiff_t end = newline_find(newline, content(s), s->at);
    return take(s, end >= 0 && end - s->at < n ? end - s->at : n);
}

static Object *string_io_readline(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t n;
    if (io_size(args, nargs, &n) < 0 || check_open(self_string(o)) < 0) return NULL;
    return take_line(self_string(o), n);
}

static Object *string_io_next(Object *o) {
    if (check_open(self_string(o)) < 0) return NULL;
    Object *line;
    if (o->type == &string_io_type) {
        line = take_line(self_string(o), -1);
    } else { /* a subclass may have a readline of its own */
        line = object_call_method(o, names.readline, NULL, 0);
        if (line && !str_check(line)) {
            raise_error(&exc_OSError, "readline() should have returned a str object, not '%T'", line);
            clear_ref(&line);
        }
    }
    if (line && str_length(line) == 0) clear_ref(&line);
    return line;
}

static Object *string_io_getvalue(Object *o, Object **args, ptrdiff_t nargs) {
    StringIo *s = self_string(o);
    if (check_open(s) < 0) return NULL;
    if (!s->length) return str_empty();
    return s->wide ? str_from_text(content(s)) : str_piece(s->data, s->length, true);
}

/* --- writing --- */

/* Puts text at the position as it is. */
static int put(StringIo *s, Object *text) {
    const Str *from = (const Str *)text;
    ptrdiff_t end;
    if (from->length == 0) return 0;
    if (__builtin_add_overflow(s->at, from->length, &end))
        return raise_int(&exc_OverflowError, "new position too large");
    if (reserve(s, end > s->length ? end : s->length, from->kind) < 0) return -1;
    if (s->at > s->length) text_fill(s->data, s->kind, s->length, 0, s->at - s->length);
    if (s->kind == 1) /* so the text's is, too */
        copy_short((char *)s->data + s->at, from->data, (size_t)from->length);
    else
        text_copy((char *)s->data + s->at * s->kind, s->kind, from->data, from->kind, from->length);
    s->wide |= !from->ascii;
    s->at = end;
    if (end > s->length) s->length = end;
    return 0;
}

static int put_translated(StringIo *s, Object *text) {
    if (likely(s->newline == NEWLINE_LF)) return put(s, text);
    bool universal = s->newline <= NEWLINE_KEEP;
    Object *seen = universal ? newline_translate(&s->state, text, true) : newref(text);
    Object *written = seen ? newline_write(s->newline, seen) : NULL;
    int status = written ? put(s, written) : -1;
    xdecref(seen);
    xdecref(written);
    return status;
}

static Object *string_io_write(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "string argument expected, got '%T'", args[0]);
    if (check_open(self_string(o)) < 0 || put_translated(self_string(o), args[0]) < 0) return NULL;
    return int_from_i64(str_length(args[0]));
}

static Object *string_io_truncate(Object *o, Object **args, ptrdiff_t nargs) {
    StringIo *s = self_string(o);
    ptrdiff_t n;
    bool given = arg_or_null(args, nargs, 0) && args[0] != NONE;
    if (io_size(args, nargs, &n) < 0 || check_open(s) < 0) return NULL;
    if (!given) n = s->at;
    if (n < 0) return raise_error(&exc_ValueError, "Negative size value %zd", n);
    if (n < s->length) s->length = n;
    return int_from_i64(n);
}

/* --- the position --- */

static Object *string_io_seek(Object *o, Object **args, ptrdiff_t nargs) {
    StringIo *s = self_string(o);
    Object *how = arg_or_null(args, nargs, 1);
    ptrdiff_t offset = number_as_index(args[0], &exc_OverflowError);
    if (offset == -1 && raise_pending()) return NULL;
    int whence = how ? int_as_int(how) : 0;
    if (raise_pending() || check_open(s) < 0) return NULL;
    if (whence < 0 || whence > 2)
        return raise_error(&exc_ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence);
    if (offset < 0 && whence == 0) return raise_error(&exc_ValueError, "Negative seek position %zd", offset);
    if (offset != 0 && whence != 0) return raise_error(&exc_OSError, "Can't do nonzero cur-relative seeks");
    s->at = whence == 0 ? offset : whence == 1 ? s->at : s->length;
    return int_from_i64(s->at);
}

static Object *string_io_tell(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_string(o)) < 0 ? NULL : int_from_i64(self_string(o)->at);
}

/* --- the rest --- */

static Object *say_yes(Object *o, Object **args, ptrdiff_t nargs) {
    return check_open(self_string(o)) < 0 ? NULL : new_bool(true);
}

static void drop_content(StringIo *s) {
    heap_free(s->data);
    s->data = NULL;
    s->length = s->capacity = s->at = 0;
    s->kind = 1;
    s->wide = false;
}

static Object *string_io_close(Object *o, Object **args, ptrdiff_t nargs) {
    drop_content(self_string(o));
    self_string(o)->closed = true;
    return new_none();
}

/* The file anew, with `initial` as its content (NULL or None: none). */
static int set_up(StringIo *s, Object *initial, Object *newline) {
    Newline kind = NEWLINE_LF;
    int known = newline ? newline_parse(newline, &kind) : 0;
    if (known > 0) raise_error(&exc_ValueError, "illegal newline value: %R", newline);
    if (known != 0) return -1;
    if (initial && initial != NONE && !str_check(initial))
        return raise_int(&exc_TypeError, "initial_value must be str or None, not %K", initial);
    drop_content(s);
    s->newline = kind;
    s->state = (NewlineState){.translate = kind == NEWLINE_UNIVERSAL};
    s->closed = false;
    s->ready = true;
    if (initial && initial != NONE && put_translated(s, initial) < 0) return -1;
    s->at = 0;
    return 0;
}

static int string_io_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"initial_value", "newline", NULL};
    Object *v[2];
    if (args_bind("StringIO", parameters, 0, 2, args, nargs, kwnames, v) < 0) return -1;
    return set_up(self_string(o), v[0], v[1]);
}

static Object *string_io_getstate(Object *o, Object **args, ptrdiff_t nargs) {
    StringIo *s = self_string(o);
    Object *value = string_io_getvalue(o, NULL, 0), *newline = value ? newline_name(s->newline) : NULL;
    Object *at = newline ? int_from_i64(s->at) : NULL, *dict = at ? io_state_dict(&s->io) : NULL;
    Object *state = dict ? tuple_pack(4, value, newline, at, dict) : NULL;
    xdecref(value);
    xdecref(newline);
    xdecref(at);
    xdecref(dict);
    return state;
}

static Object *string_io_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    StringIo *s = self_string(o);
    if (s->closed && check_open(s) < 0) return NULL;
    if (!tuple_check(args[0]) || tuple_length(args[0]) < 4)
        return raise_error(&exc_TypeError, "%T.__setstate__ argument should be 4-tuple, got %T", o, args[0]);
    Object *value = tuple_item(args[0], 0), *at = tuple_item(args[0], 2), *dict = tuple_item(args[0], 3);
    if (set_up(s, value, tuple_item(args[0], 1)) < 0) return NULL;
    s->length = 0; /* the content was translated when it was first written: again, as it is */
    if (value != NONE && put(s, value) < 0) return NULL;
    if (!int_check(at)) return raise_error(&exc_TypeError, "third item of state must be an integer, got %T", at);
    ptrdiff_t position = number_as_index(at, &exc_OverflowError);
    if (position == -1 && raise_pending()) return NULL;
    if (position < 0) return raise_error(&exc_ValueError, "position value cannot be negative");
    s->at = position;
    if (dict != NONE && !dict_check(dict))
        return raise_error(&exc_TypeError, "fourth item of state should be a dict, got a %T", dict);
    return io_update_dict(&s->io, dict) < 0 ? NULL : new_none();
}

static Object *get_closed(Object *o, void *unused) {
    StringIo *s = self_string(o);
    return !s->ready && check_open(s) < 0 ? NULL : new_bool(s->closed);
}

static Object *get_newlines(Object *o, void *unused) {
    return check_open(self_string(o)) < 0 ? NULL : newline_seen(self_string(o)->state.seen);
}

static Object *get_line_buffering(Object *o, void *unused) {
    return check_open(self_string(o)) < 0 ? NULL : new_bool(false);
}

static Object *string_io_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (!o) return NULL;
    self_string(o)->kind = 1;
    gc_track(o);
    return o;
}

static void string_io_dealloc(Object *o) {
    gc_untrack(o);
    heap_free(self_string(o)->data);
    io_base_dealloc(o);
}

static const Method string_io_methods[] = {
    {"__getstate__", string_io_getstate, 0, 0,
     "__getstate__($self, /)\n--\n\n(content, newline, position, dict or None)."},
    {"__setstate__", string_io_setstate, 1, 1, "__setstate__($self, state, /)\n--\n\nWhat __getstate__() gave."},
    {"close", string_io_close, 0, 0, "close($self, /)\n--\n\nCloses the file and drops its content."},
    {"getvalue", string_io_getvalue, 0, 0, "getvalue($self, /)\n--\n\nThe whole content."},
    {"read", string_io_read, 0, 1,
     "read($self, size=-1, /)\n--\n\nUp to size characters; all that are left if it is negative or None."},
    {"readable", say_yes, 0, 0, "readable($self, /)\n--\n\nTrue."},
    {"readline", string_io_readline, 0, 1, "readline($self, size=-1, /)\n--\n\nA line, or size characters of it."},
    {"seek", string_io_seek, 1, 2,
     "seek($self, pos, whence=0, /)\n--\n\nMoves: to pos, nowhere (1) or to the end (2); the new position."},
    {"seekable", say_yes, 0, 0, "seekable($self, /)\n--\n\nTrue."},
    {"tell", string_io_tell, 0, 0, "tell($self, /)\n--\n\nThe position."},
    {"truncate", string_io_truncate, 0, 1,
     "truncate($self, pos=None, /)\n--\n\nCuts the content off at pos, or at the position; where."},
    {"writable", say_yes, 0, 0, "writable($self, /)\n--\n\nTrue."},
    {"write", string_io_write, 1, 1, "write($self, s, /)\n--\n\nWrites text; the number of characters."},
    {0},
};

static const GetSet string_io_getset[] = {
    {"closed", get_closed, NULL, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL, NULL},
    {0},
};

Type string_io_type = {
    .mem = {.name = "_io.StringIO",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(StringIo),
            .dealloc = string_io_dealloc},
    .base = &text_io_base_type,
    .doc = "StringIO(initial_value='', newline='\\n')\n--\n\nA text file in memory.",
    .methods = string_io_methods,
    .getset = string_io_getset,
    .next = string_io_next,
    .new = string_io_new,
    .init = string_io_init,
};
