/* _csv: dialects, their registry, and the module behind csv.
 *
 * A Dialect is what the parameters of a reader or writer come to, checked once. It does not change, so that the one in
 * the registry can be shared. */
#include <string.h>

#include "stdlib/csv_parts.h"

Object *csv_error;
ptrdiff_t csv_field_limit = 128 * 1024;
static Object *registry; /* dict: name -> Dialect */

/* --- parameters --- */

enum {
    ARG_DIALECT,
    ARG_DELIMITER,
    ARG_DOUBLE_QUOTE,
    ARG_ESCAPE,
    ARG_LINE_END,
    ARG_QUOTE,
    ARG_QUOTING,
    ARG_SKIP_SPACE,
    ARG_STRICT,
    ARGS
};

static const char *const parameters[ARGS + 1] = {"dialect",    "delimiter",        "doublequote",
                                                 "escapechar", "lineterminator",   "quotechar",
                                                 "quoting",    "skipinitialspace", "strict"};

/* One character, or None if `optional`. NULL keeps what is there. */
static int take_char(Object *o, const char *name, bool optional, uint32_t *out) {
    const char *or_none = optional ? " or None" : "";
    if (!o) return 0;
    if (optional && o == NONE) {
        *out = NO_CHAR;
        return 0;
    }
    if (!str_check(o))
        return raise_int(&exc_TypeError, "\"%s\" must be a unicode character%s, not %T", name, or_none, o);
    if (str_length(o) != 1)
        return raise_int(&exc_TypeError, "\"%s\" must be a unicode character%s, not a string of length %zd", name,
                         or_none, str_length(o));
    *out = str_at((Str *)o, 0);
    return 0;
}

static int take_flag(Object *o, bool *out) {
    int truth = o ? object_truth(o) : *out;
    *out = truth > 0;
    return truth < 0 ? -1 : 0;
}

static int take_quoting(Object *o, enum Quoting *out) {
    int64_t value;
    if (!o) return 0;
    if (!int_check_exact(o)) return raise_int(&exc_TypeError, "\"quoting\" must be an integer, not %T", o);
    if (!int_fits_i64(o, &value) || value < 0 || value >= QUOTINGS)
        return raise_int(&exc_TypeError, "bad \"quoting\" value");
    *out = (enum Quoting)value;
    return 0;
}

static int take_line_end(Object *o, Object **out) {
    if (!o) return (*out = str_from_c("\r\n")) ? 0 : -1;
    if (!str_check(o)) return raise_int(&exc_TypeError, "\"lineterminator\" must be a string, not %T", o);
    *out = newref(o);
    return 0;
}

/* --- checks --- */

static int check_char(const Dialect *d, uint32_t c, const char *name, bool may_be_space) {
    bool bad = c == '\n' || c == '\r' || (c == ' ' && d->skip_space && !may_be_space);
    return bad ? raise_int(&exc_ValueError, "bad %s value", name) : 0;
}

static bool contains(const Object *text, uint32_t c) {
    for (ptrdiff_t i = 0; i < str_length(text); i++)
        if (str_at((const Str *)text, i) == c) return true;
    return false;
}

static int check(const Dialect *d) {
    const struct {
        const char *name;
        uint32_t c;
    } chars[] = {{"delimiter", d->delimiter}, {"escapechar", d->escape}, {"quotechar", d->quote}};
    if (d->quoting != QUOTE_NONE && d->quote == NO_CHAR)
        return raise_int(&exc_TypeError, "quotechar must be set if quoting enabled");
    for (int i = 0; i < 3; i++)
        if (check_char(d, chars[i].c, chars[i].name, i == 0) < 0) return -1;
    for (int i = 0; i < 3; i++)
        for (int k = i + 1; k < 3; k++)
            if (chars[i].c != NO_CHAR && chars[i].c == chars[k].c)
                return raise_int(&exc_ValueError, "bad %s or %s value", chars[i].name, chars[k].name);
    for (int i = 0; i < 3; i++)
        if (contains(d->line_end, chars[i].c))
            return raise_int(&exc_ValueError, "bad %s or lineterminator value", chars[i].name);
    return 0;
}

static void mark_special(Dialect *d) {
    const uint32_t chars[] = {d->delimiter, d->quote, d->escape, '\n', '\r'};
    for (int i = 0; i < 5; i++)
        if (chars[i] < 128) d->is_special[chars[i]] = true;
    for (ptrdiff_t i = 0; i < str_length(d->line_end); i++) {
        uint32_t c = str_at((Str *)d->line_end, i);
        if (c < 128) d->is_special[c] = true;
    }
}

/* --- making --- */

/* Steals nothing; v has NULL where nothing was given. */
static Dialect *make(Object **v) {
    Dialect *d = (Dialect *)object_new(&csv_dialect_type);
    if (!d) return NULL;
    d->delimiter = ',';
    d->quote = '"';
    d->escape = NO_CHAR;
    d->double_quote = true;
    if (v[ARG_QUOTE] == NONE && !v[ARG_QUOTING]) d->quoting = QUOTE_NONE;
    if (take_char(v[ARG_DELIMITER], "delimiter", false, &d->delimiter) == 0 &&
        take_flag(v[ARG_DOUBLE_QUOTE], &d->double_quote) == 0 &&
        take_char(v[ARG_ESCAPE], "escapechar", true, &d->escape) == 0 &&
        take_line_end(v[ARG_LINE_END], &d->line_end) == 0 &&
        take_char(v[ARG_QUOTE], "quotechar", true, &d->quote) == 0 && take_quoting(v[ARG_QUOTING], &d->quoting) == 0 &&
        take_flag(v[ARG_SKIP_SPACE], &d->skip_space) == 0 && take_flag(v[ARG_STRICT], &d->strict) == 0 &&
        check(d) == 0) {
        mark_special(d);
        return d;
    }
    decref(d);
    return NULL;
}

static Object *find(Object *name) { /* new */
    Object *d = dict_get(registry, name);
    if (d) return newref(d);
    return raise_pending() ? NULL : raise_error((Type *)csv_error, "unknown dialect");
}

/* What is not in v comes from the attributes of `base`. The references that this adds to v are in owned. 0, -1 */
static int inherit(Object *base, Object **v, Object **owned) {
    for (int i = ARG_DIALECT + 1; i < ARGS; i++) {
        if (v[i]) continue;
        Str *name = str_intern_c(parameters[i]);
        v[i] = owned[i] = name ? object_getattr_opt(base, name) : NULL;
        xdecref(name);
        if (!v[i] && raise_pending()) return -1;
    }
    return 0;
}

Dialect *csv_dialect(Object *dialect, Object **values, Tuple *kwnames) {
    Object *v[ARGS], *owned[ARGS] = {0};
    Object *args[ARGS + 1];
    ptrdiff_t named = kwnames ? kwnames->length : 0;
    if (named > ARGS) named = ARGS; /* then some are unknown, and are refused */
    args[0] = dialect;
    memcpy(args + (dialect != NULL), values, (size_t)named * sizeof *args);
    if (args_bind(NULL, parameters, 0, ARGS, args, dialect != NULL, kwnames, v) < 0) return NULL;
    Object *base = v[ARG_DIALECT] == NONE ? NULL : xnewref(v[ARG_DIALECT]);
    if (base && str_check(base)) {
        Object *found = find(base);
        set_ref(&base, found);
        if (!found) return NULL;
    }
    bool is_plain = base && base->type == &csv_dialect_type;
    for (int i = 1; i < ARGS; i++) is_plain = is_plain && !v[i];
    if (is_plain) return (Dialect *)base;
    Dialect *d = !base || inherit(base, v, owned) == 0 ? make(v) : NULL;
    for (int i = 0; i < ARGS; i++) xdecref(owned[i]);
    xdecref(base);
    return d;
}

/* --- the type --- */

static Object *dialect_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count("Dialect", nargs, 0, 1) < 0) return NULL;
    return (Object *)csv_dialect(nargs ? args[0] : NULL, args + nargs, kwnames);
}

static void dialect_dealloc(Object *o) {
    clear_ref(&((Dialect *)o)->line_end);
    object_free(o);
}

static Object *char_or_none(uint32_t c) {
    return c == NO_CHAR ? new_none() : str_from_char(c);
}
static Object *get_delimiter(Object *o, void *arg) {
    return str_from_char(((Dialect *)o)->delimiter);
}
static Object *get_escape(Object *o, void *arg) {
    return char_or_none(((Dialect *)o)->escape);
}
static Object *get_quote(Object *o, void *arg) {
    return char_or_none(((Dialect *)o)->quote);
}
static Object *get_quoting(Object *o, void *arg) {
    return int_from_i64(((Dialect *)o)->quoting);
}
static Object *get_line_end(Object *o, void *arg) {
    return newref(((Dialect *)o)->line_end);
}
static Object *get_double_quote(Object *o, void *arg) {
    return new_bool(((Dialect *)o)->double_quote);
}
static Object *get_skip_space(Object *o, void *arg) {
    return new_bool(((Dialect *)o)->skip_space);
}
static Object *get_strict(Object *o, void *arg) {
    return new_bool(((Dialect *)o)->strict);
}

static const GetSet dialect_getset[] = {{"delimiter", get_delimiter},
                                        {"doublequote", get_double_quote},
                                        {"escapechar", get_escape},
                                        {"lineterminator", get_line_end},
                                        {"quotechar", get_quote},
                                        {"quoting", get_quoting},
                                        {"skipinitialspace", get_skip_space},
                                        {"strict", get_strict},
                                        {0}};

static Object *refuse_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    return raise_error(&exc_TypeError, "cannot pickle '%T' instances", self);
}

static const Method dialect_methods[] = {
    {"__reduce__", refuse_reduce, 0, -1, "raises an exception to avoid pickling"},
    {"__reduce_ex__", refuse_reduce, 0, -1, "raises an exception to avoid pickling"},
    {0},
};

Type csv_dialect_type = {
    .mem = {.name = "_csv.Dialect", .size = sizeof(Dialect), .dealloc = dialect_dealloc},
    .doc = "How the fields and lines of a CSV file are written.",
    .methods = dialect_methods,
    .getset = dialect_getset,
    .new = dialect_make,
};

/* --- the registry and the limit --- */

static Object *f_register(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_count("register_dialect", nargs, 1, 2) < 0) return NULL;
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "dialect name must be a string");
    Object *d = (Object *)csv_dialect(nargs > 1 ? args[1] : NULL, args + nargs, kwnames);
    int status = d ? dict_set(registry, args[0], d) : -1;
    xdecref(d);
    return status < 0 ? NULL : new_none();
}

static Object *f_unregister(Object *self, Object **args, ptrdiff_t nargs) {
    int gone = dict_del_opt(registry, args[0]);
    if (gone < 0) return NULL;
    return gone ? new_none() : raise_error((Type *)csv_error, "unknown dialect");
}

static Object *f_get(Object *self, Object **args, ptrdiff_t nargs) {
    return find(args[0]);
}

static Object *f_list(Object *self, Object **args, ptrdiff_t nargs) {
    return dict_keys_list(registry);
}

static Object *f_limit(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t old = csv_field_limit;
    if (nargs && args[0]) {
        int64_t limit;
        if (!int_check(args[0])) return raise_error(&exc_TypeError, "limit must be an integer");
        if (!int_fits_i64(args[0], &limit))
            return raise_error(&exc_OverflowError, "Python int too large to convert to C ssize_t");
        csv_field_limit = limit;
    }
    return int_from_i64(old);
}

static const Method methods[] = {
    {"field_size_limit", f_limit, 0, 1,
     "field_size_limit($module, /, new_limit=<unrepresentable>)\n--\n\nHow long a field may be; sets it, if one is "
     "given, "
     "and gives what it was."},
    {"get_dialect", f_get, 1, 1, "get_dialect($module, /, name)\n--\n\nThe dialect of that name."},
    {"list_dialects", f_list, 0, 0, "list_dialects($module, /)\n--\n\nThe names of all dialects."},
    {"reader", (NativeFn)(void *)csv_reader, 0, -1,
     "reader(iterable, dialect='excel', **fmtparams)\n\nAn iterator of rows, which are lists of str, over lines.",
     METH_KEYWORDS},
    {"register_dialect", (NativeFn)(void *)f_register, 0, -1,
     "register_dialect(name, dialect='excel', **fmtparams)\n\nGives a dialect a name.", METH_KEYWORDS},
    {"unregister_dialect", f_unregister, 1, 1, "unregister_dialect($module, /, name)\n--\n\nForgets a dialect."},
    {"writer", (NativeFn)(void *)csv_writer, 0, -1,
     "writer(fileobj, dialect='excel', **fmtparams)\n\nWhat writes rows as lines of a file.", METH_KEYWORDS},
    {0},
};

static int setup(Object *m) {
    static const char *const quotings[QUOTINGS] = {"QUOTE_MINIMAL", "QUOTE_ALL",     "QUOTE_NONNUMERIC",
                                                   "QUOTE_NONE",    "QUOTE_STRINGS", "QUOTE_NOTNULL"};
    for (int i = 0; i < QUOTINGS; i++)
        if (module_add_int(m, quotings[i], i) < 0) return -1;
    if (!registry && !(registry = dict_new())) return -1;
    clear_ref(&csv_error);
    if (!(csv_error = module_add_exception(m, "_csv.Error", &exc_Exception))) return -1;
    type_ready(&csv_reader_type);
    type_ready(&csv_writer_type);
    if (module_add_type(m, &csv_dialect_type) < 0 || module_add(m, "Reader", (Object *)&csv_reader_type) < 0 ||
        module_add(m, "Writer", (Object *)&csv_writer_type) < 0)
        return -1;
    return module_add(m, "_dialects", registry);
}

static void teardown(void) {
    clear_ref(&registry);
    clear_ref(&csv_error);
}

const ModuleSpec _csv_module = {
    .name = "_csv",
    .doc = "Reading and writing of CSV files.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
