/* open(), the standard streams, and the native module _io, from which io takes its types. */
#include "interp/io.h"

#include <string.h>
#include <unistd.h>

#include "interp/buffered_io.h"
#include "interp/text_io.h"

/* --- open --- */

typedef struct Mode {
    char plain[3]; /* r, w, a or x, and + */
    bool text, binary;
} Mode;

static int parse_mode(Object *o, Mode *m) {
    *m = (Mode){.plain = "r"};
    if (!o) return 0;
    if (!str_check(o)) return raise_int(&exc_TypeError, "open() argument 'mode' must be str, not %K", o);
    int kinds = 0;
    bool plus = false;
    for (ptrdiff_t i = 0; i < str_length(o); i++) {
        uint32_t c = str_at((Str *)o, i);
        for (ptrdiff_t k = 0; k < i; k++)
            if (str_at((Str *)o, k) == c) return raise_int(&exc_ValueError, "invalid mode: %R", o);
        if (c == 'r' || c == 'w' || c == 'a' || c == 'x')
            m->plain[0] = c, kinds++;
        else if (c == '+')
            plus = true;
        else if (c == 't')
            m->text = true;
        else if (c == 'b')
            m->binary = true;
        else
            return raise_int(&exc_ValueError, "invalid mode: %R", o);
    }
    if (m->text && m->binary) return raise_int(&exc_ValueError, "can't have text and binary mode at once");
    if (kinds != 1)
        return raise_int(&exc_ValueError,
                         kinds ? "must have exactly one of create/read/write/append mode"
                               : "Must have exactly one of create/read/write/append mode and at most one plus");
    if (plus) m->plain[1] = '+';
    return 0;
}

static int check_options(const Mode *m, int buffering, Object *encoding, Object *errors, Object *newline) {
    if (m->binary && encoding) return raise_int(&exc_ValueError, "binary mode doesn't take an encoding argument");
    if (m->binary && errors) return raise_int(&exc_ValueError, "binary mode doesn't take an errors argument");
    if (m->binary && newline) return raise_int(&exc_ValueError, "binary mode doesn't take a newline argument");
    if (m->binary && buffering == 1 &&
        raise_warning(&exc_RuntimeWarning, 1,
                      "line buffering (buffering=1) isn't supported in binary mode, the default "
                      "buffer size will be used") < 0)
        return -1;
    if (!m->binary && buffering == 0) return raise_int(&exc_ValueError, "can't have unbuffered text I/O");
    return 0;
}

static Object *given(Object *o) {
    return o && o != NONE ? o : NULL;
}

static int check_text(const char *name, Object *o) {
    if (!o || str_check(o)) return 0;
    return raise_int(&exc_TypeError, "open() argument '%s' must be str or None, not %K", name, o);
}

/* The file name as open() takes it: str and bytes as they are. New. */
static Object *file_path_of(Object *name) {
    return str_check(name) || bytes_check(name) ? newref(name) : file_path(name);
}

/* What open() puts around a FileIO: nothing, a buffer, or a buffer and a text file. New. */
static Object *wrap(Object *raw, const Mode *m, Object *mode, int buffering, Object *encoding, Object *errors,
                    Object *newline) {
    FileIo *f = (FileIo *)raw;
    bool terminal = buffering < 0 && isatty(f->fd);
    if (buffering == 0) return newref(raw);
    Object *buffer = buffered_open(raw, buffering > 1                      ? buffering
                                        : f->block_size > FILE_BUFFER_SIZE ? f->block_size
                                                                           : FILE_BUFFER_SIZE);
    if (!buffer || m->binary) return buffer;
    Object *text = text_file_new(buffer, encoding, errors, newline, buffering == 1 || terminal);
    if (!text) { /* or there would be a warning that it was not closed */
        Object *exc = raise_take();
        xdecref(io_call(buffer, "close", NULL));
        raise_clear();
        raise_restore(exc);
    }
    decref(buffer);
    Object *shown = mode ? newref(mode) : str_from_char('r');
    if (text && object_setattr(text, names.mode, shown) < 0) clear_ref(&text);
    decref(shown);
    return text;
}

/* open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None) */
static Object *io_open(Object *self, Object **args, ptrdiff_t nargs) {
    Object *v[8];
    for (int i = 0; i < 8; i++) v[i] = arg_or_null(args, nargs, i);
    int buffering = v[2] ? int_as_int(v[2]) : -1, closefd = v[6] ? object_truth(v[6]) : 1;
    Object *encoding = given(v[3]), *errors = given(v[4]), *newline = given(v[5]);
    Mode m;
    if (raise_pending() || parse_mode(v[1], &m) < 0 || check_text("encoding", encoding) < 0 ||
        check_text("errors", errors) < 0 || check_text("newline", newline) < 0 ||
        check_options(&m, buffering, encoding, errors, newline) < 0)
        return NULL;
    Object *file = v[0]->type->to_index ? newref(v[0]) : file_path_of(v[0]);
    Object *raw = file ? file_open(file, m.plain, closefd, v[7]) : NULL;
    xdecref(file);
    if (!raw) return NULL;
    Object *f = wrap(raw, &m, v[1], buffering, encoding, errors, newline);
    decref(raw);
    return f;
}

const Method io_open_method = {
    "open", io_open, 1, 8,
    "open(file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, "
    "opener=None)\n--\n\n"
    "Opens a file: text, or bytes with 'b' in mode; 'r' reads, 'w' writes anew, 'x' creates, 'a' appends, '+' does "
    "both."};

/* --- the standard streams --- */

/* A text file over a descriptor that is not closed with it. */
static Object *open_stream(int fd, const char *title, const char *errors) {
    Object *number = int_from_i64(fd), *raw = number ? file_open(number, fd == 0 ? "r" : "w", false, NULL) : NULL;
    xdecref(number);
    if (!raw) return NULL;
    Object *name = str_from_c(title), *encoding = str_from_c("utf-8"), *how = str_from_c(errors), *stream = NULL;
    Object *buffer = name && object_setattr(raw, names.name, name) == 0 ? buffered_open(raw, FILE_BUFFER_SIZE) : NULL;
    if (buffer && encoding && how) stream = text_file_new(buffer, encoding, how, NULL, fd == 2 || isatty(fd));
    Object *mode = stream ? str_from_char(fd == 0 ? 'r' : 'w') : NULL;
    if (mode && object_setattr(stream, names.mode, mode) < 0) clear_ref(&stream);
    decref(raw);
    xdecref(name);
    xdecref(encoding);
    xdecref(how);
    xdecref(buffer);
    xdecref(mode);
    return stream;
}

static int add_stream(Dict *sys, int fd, const char *name, const char *original, const char *title,
                      const char *errors) {
    Object *stream = open_stream(fd, title, errors);
    if (!stream && raise_is(&exc_OSError)) { /* the process was started without it */
        raise_clear();
        stream = new_none();
    }
    bool added =
        stream && dict_set_c((Object *)sys, name, stream) == 0 && dict_set_c((Object *)sys, original, stream) == 0;
    xdecref(stream);
    return added ? 0 : -1;
}

static int load_codecs(void) {
    Object *codecs = import_name("codecs");
    xdecref(codecs);
    return codecs ? 0 : -1;
}

int io_start(Dict *sys) {
    codec_library_hook = load_codecs;
    if (add_stream(sys, 0, "stdin", "__stdin__", "<stdin>", "strict") < 0) return -1;
    if (add_stream(sys, 1, "stdout", "__stdout__", "<stdout>", "strict") < 0) return -1;
    return add_stream(sys, 2, "stderr", "__stderr__", "<stderr>", "backslashreplace");
}

/* Flushes a stream of sys that is still there and open. */
static int flush_stream(Str *name) {
    Object *stream = runtime.sys ? xnewref(dict_get_str(runtime.sys, name)) : NULL;
    int status = 0;
    if (stream && stream != NONE) {
        Object *closed = object_getattr_c(stream, "closed");
        int is_closed = closed ? object_truth(closed) : 0;
        xdecref(closed);
        raise_clear();
        if (!is_closed && io_flush(stream) < 0) status = -1;
    }
    xdecref(stream);
    return status;
}

int io_stop(void) {
    int status = flush_stream(names.stdout);
    if (status < 0) {
        Object *exc = raise_take(), *stream = dict_get_str(runtime.sys, names.stdout);
        raise_restore(exc);
        raise_unraisable("on flushing sys.stdout", stream);
        raise_clear();
    }
    if (flush_stream(names.stderr) < 0) raise_clear();
    io_base_shutdown();
    return status;
}

/* --- the module --- */

static Object *io_text_encoding(Object *self, Object **args, ptrdiff_t nargs) {
    return args[0] == NONE ? str_from_c("locale") : newref(args[0]);
}

static Object *io_open_code(Object *self, Object **args, ptrdiff_t nargs) {
    Object *mode = str_from_c("rb");
    Object *open_args[] = {args[0], mode};
    Object *f = mode ? io_open(NULL, open_args, 2) : NULL;
    xdecref(mode);
    return f;
}

static int io_setup(Object *m) {
    Object *type = io_unsupported_type();
    Type *const others[] = {&io_base_type,         &raw_io_base_type,     &buffered_io_base_type, &text_io_base_type,
                            &bytes_io_type,        &bytes_io_buffer_type, &string_io_type,        &newline_decoder_type,
                            &text_io_type,         &file_io_type,         &buffered_reader_type,  &buffered_writer_type,
                            &buffered_random_type, &buffered_pair_type};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (module_add_type(m, others[i]) < 0) return -1;
    if (!type || module_add(m, "UnsupportedOperation", type) < 0) return -1;
    if (module_add(m, "BlockingIOError", (Object *)&exc_BlockingIOError) < 0) return -1;
    Object *open = dict_get_c((Object *)runtime.builtins, "open");
    if (open && module_add(m, "open", open) < 0) return -1;
    return module_add_int(m, "DEFAULT_BUFFER_SIZE", FILE_BUFFER_SIZE);
}

static const Method io_methods[] = {
    {"open_code", io_open_code, 1, 1, "open_code(path)\n--\n\nOpens a file with source for reading."},
    {"text_encoding", io_text_encoding, 1, 2,
     "text_encoding(encoding, stacklevel=2, /)\n--\n\nThe encoding, or the default one for None."},
    {0},
};

const ModuleSpec _io_module = {
    .name = "_io",
    .doc = "Files: what the module io is made of.",
    .methods = io_methods,
    .setup = io_setup,
};
