/* print and input: text to and from sys.stdout and sys.stdin. */
#include "interp/builtins.h"
#include "interp/io.h"

static Object *sys_stream(Str *name) {
    Object *stream = dict_get_str(runtime.sys, name);
    if (stream && stream != NONE) return newref(stream);
    return raise_pending() ? NULL : stream ? new_none() : raise_error(&exc_RuntimeError, "lost sys.%S", name);
}

/* sep= and end=: a str, or NULL for the default. 0, -1 */
static int check_text(const char *name, Object **option) {
    if (*option == NONE) *option = NULL;
    if (*option && !str_check(*option))
        return raise_int(&exc_TypeError, "%s must be None or a string, not %T", name, *option);
    return 0;
}

static int write_object(Object *file, Object *o) {
    Object *text = object_str(o);
    int status = text ? io_write(file, text) : -1;
    xdecref(text);
    return status;
}

static Object *builtin_print(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"sep", "end", "file", "flush", NULL};
    Object *v[4];
    if (args_bind("print", parameters, 0, 0, args + nargs, 0, kwnames, v) < 0) return NULL;
    if (check_text("sep", &v[0]) < 0 || check_text("end", &v[1]) < 0) return NULL;
    Object *file = v[2] && v[2] != NONE ? newref(v[2]) : sys_stream(names.stdout);
    if (!file || file == NONE) return file;
    int status = 0;
    for (ptrdiff_t i = 0; status == 0 && i < nargs; i++) {
        if (i > 0) status = v[0] ? io_write(file, v[0]) : io_write_char(file, ' ');
        if (status == 0) status = write_object(file, args[i]);
    }
    if (status == 0) status = v[1] ? io_write(file, v[1]) : io_write_char(file, '\n');
    if (status == 0 && v[3]) {
        int flush = object_truth(v[3]);
        status = flush > 0 ? io_flush(file) : flush;
    }
    decref(file);
    return status < 0 ? NULL : new_none();
}

/* A line without its newline; EOFError at the end. */
static Object *read_line(Object *stream) {
    Object *line = object_call_method(stream, names.readline, NULL, 0);
    if (!line) return NULL;
    if (!str_check(line)) {
        raise_error(&exc_TypeError, "object.readline() returned non-string");
        clear_ref(&line);
    } else if (str_length(line) == 0) {
        raise_error(&exc_EOFError, "EOF when reading a line");
        clear_ref(&line);
    } else if (str_at((Str *)line, str_length(line) - 1) == '\n') {
        set_ref(&line, str_substring(line, 0, str_length(line) - 1));
    }
    return line;
}

static Object *builtin_input(Object *self, Object **args, ptrdiff_t nargs) {
    Object *in = sys_stream(names.stdin), *out = in ? sys_stream(names.stdout) : NULL, *line = NULL;
    if (in == NONE || out == NONE)
        raise_error(&exc_RuntimeError, "input(): lost sys.%s", in == NONE ? "stdin" : "stdout");
    else if (out && (nargs == 0 || write_object(out, args[0]) == 0) && io_flush(out) == 0)
        line = read_line(in);
    xdecref(in);
    xdecref(out);
    return line;
}

const Method builtins_output_methods[] = {
    {"input", builtin_input, 0, 1, "input(prompt='', /)\n--\n\nA line from standard input, without its newline."},
    {"print", (NativeFn)(void *)builtin_print, 0, -1,
     "print(*args, sep=' ', end='\\n', file=None, flush=False)\n--\n\nWrites values as text, to standard output if no "
     "file is given.",
     METH_KEYWORDS},
    {0},
};
