/* Reading JSON: a recursive walk over the characters of a str.
 *
 * Keys come again and again, so the ones met in a document are kept for its duration in a small table by hash: a key
 * that is there costs no allocation, and its hash is known. */
#include "stdlib/json.h"

enum {
    KEYS = 512,
    KEY_MAX = 40,
    KEYS_PAY = 4000, /* characters: a shorter document has no table */
};

/* scan_once of a decoder: its options. */
typedef struct Scanner {
    Object base;
    Object *object_hook, *object_pairs_hook, *parse_float, *parse_int,
        *parse_constant; /* NULL: none, or the built-in */
    bool strict;
} Scanner;

/* One document being read. */
typedef struct Reader {
    Scanner *options;
    Object *text; /* borrowed */
    const void *data;
    ptrdiff_t length;
    unsigned kind;
    bool strict;
    Object **keys; /* KEYS strs, owned, NULL where there is none; or NULL: not made yet */
} Reader;

static inline uint32_t peek(const Reader *r, ptrdiff_t i) {
    return likely(r->kind == 1) ? ((const uint8_t *)r->data)[i]
           : r->kind == 2       ? ((const uint16_t *)r->data)[i]
                                : ((const uint32_t *)r->data)[i];
}

static inline ptrdiff_t skip_space(const Reader *r, ptrdiff_t i) {
    while (i < r->length) {
        uint32_t c = peek(r, i);
        if (c > ' ' || !(c == ' ' || c == '\n' || c == '\r' || c == '\t')) break;
        i++;
    }
    return i;
}

static Reader reader_open(Scanner *options, Object *text) {
    return (Reader){.options = options,
                    .text = text,
                    .data = ((Str *)text)->data,
                    .length = str_length(text),
                    .kind = ((Str *)text)->kind,
                    .strict = !options || options->strict};
}

static void reader_close(Reader *r) {
    for (int i = 0; r->keys && i < KEYS; i++) xdecref(r->keys[i]);
    heap_free(r->keys);
}

/* Raises JSONDecodeError(message, text, position). */
static void *wrong(const Reader *r, const char *message, ptrdiff_t position) {
    Object *module = import_name("json.decoder");
    Object *cls = module ? object_getattr_c(module, "JSONDecodeError") : NULL;
    Object *args[3] = {cls ? str_from_c(message) : NULL, r->text, cls ? int_from_i64(position) : NULL};
    Object *error = args[0] && args[2] ? object_call(cls, args, 3, NULL) : NULL;
    xdecref(module);
    xdecref(cls);
    xdecref(args[0]);
    xdecref(args[2]);
    if (!error) return NULL;
    if (exception_check(error)) return raise_object(error);
    decref(error);
    return raise_error(&exc_TypeError, "exceptions must derive from BaseException");
}

/* The value is not there: StopIteration(position), which decoders turn into "Expecting value". */
static void *no_value(ptrdiff_t position) {
    Object *p = int_from_i64(position);
    if (p) raise_stop(p);
    xdecref(p);
    return NULL;
}

/* ---- strings */

static int hex_value(uint32_t c) {
    return c >= '0' && c <= '9'   ? (int)c - '0'
           : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10
           : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10
                                  : -1;
}

/* Four hexadecimal digits at i: -1 if they are not there. */
static int32_t four_digits(const Reader *r, ptrdiff_t i) {
    int32_t c = 0;
    if (i + 4 > r->length) return -1;
    for (int k = 0; k < 4; k++) {
        int digit = hex_value(peek(r, i + k));
        if (digit < 0) return -1;
        c = c << 4 | digit;
    }
    return c;
}

/* The first quote, backslash or control character from i on; the length if there is none. */
static ptrdiff_t end_of_plain(const Reader *r, ptrdiff_t i) {
    if (r->kind == 1) {
        const uint8_t *p = r->data;
        while (i < r->length && p[i] != '"' && p[i] != '\\' && p[i] >= ' ') i++;
        return i;
    }
    while (i < r->length) {
        uint32_t c = peek(r, i);
        if (c == '"' || c == '\\' || c < ' ') break;
        i++;
    }
    return i;
}

/* An escape behind the backslash at i - 1: writes what it stands for, returns where it ends; -1. */
static ptrdiff_t read_escape(const Reader *r, ptrdiff_t begin, ptrdiff_t i, StrWriter *w) {
    if (i >= r->length) {
        wrong(r, "Unterminated string starting at", begin);
        return -1;
    }
    uint32_t c = peek(r, i++);
    switch (c) {
    case '"':
    case '\\':
    case '/': break;
    case 'b': c = '\b'; break;
    case 'f': c = '\f'; break;
    case 'n': c = '\n'; break;
    case 'r': c = '\r'; break;
    case 't': c = '\t'; break;
    case 'u': {
        int32_t code = four_digits(r, i);
        if (code < 0) {
            wrong(r, "Invalid \\uXXXX escape", i - 1);
            return -1;
        }
        i += 4;
        c = (uint32_t)code;
        if (c >= 0xd800 && c < 0xdc00 && i + 6 <= r->length && peek(r, i) == '\\' && peek(r, i + 1) == 'u') {
            int32_t low = four_digits(r, i + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10 | (uint32_t)(low - 0xdc00));
                i += 6;
            }
        }
        break;
    }
    default: wrong(r, "Invalid \\escape", i - 2); return -1;
    }
    return writer_char(w, c) < 0 ? -1 : i;
}

/* The string whose text begins at i, behind the quote; *end becomes the place behind the other one. */
static Object *read_string(const Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    ptrdiff_t begin = i - 1, stop = end_of_plain(r, i);
    if (likely(stop < r->length && peek(r, stop) == '"')) {
        *end = stop + 1;
        if (((Str *)r->text)->ascii) return str_from_ascii((const char *)r->data + i, (size_t)(stop - i));
        return str_substring(r->text, i, stop);
    }
    StrWriter w = writer_new();
    for (;;) {
        if (stop > i && writer_substring(&w, r->text, i, stop) < 0) return NULL;
        if (stop >= r->length) {
            writer_drop(&w);
            return wrong(r, "Unterminated string starting at", begin);
        }
        uint32_t c = peek(r, stop);
        if (c == '"') break;
        if (c == '\\') {
            i = read_escape(r, begin, stop + 1, &w);
        } else if (r->strict) {
            wrong(r, "Invalid control character at", stop);
            i = -1;
        } else {
            i = writer_char(&w, c) < 0 ? -1 : stop + 1;
        }
        if (i < 0) {
            writer_drop(&w);
            return NULL;
        }
        stop = end_of_plain(r, i);
    }
    *end = stop + 1;
    return writer_finish(&w);
}

/* A string that is a key: the same object as the last time, if it is a short one. */
static Object *read_key(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    if (!((Str *)r->text)->ascii || r->length < KEYS_PAY) return read_string(r, i, end);
    const uint8_t *p = (const uint8_t *)r->data + i;
    ptrdiff_t n = 0, room = r->length - i < KEY_MAX ? r->length - i : KEY_MAX;
    uint32_t hash = 2166136261u;
    while (n < room && p[n] != '"' && p[n] != '\\' && p[n] >= ' ') hash = (hash ^ p[n++]) * 16777619u;
    if (n == room || p[n] != '"') return read_string(r, i, end);
    if (!r->keys && !(r->keys = heap_alloc_zero(KEYS * sizeof *r->keys))) return raise_memory();
    Object **slot = &r->keys[(hash ^ hash >> 15) & (KEYS - 1)];
    *end = i + n + 1;
    if (*slot && str_length(*slot) == n && memcmp(str_data(*slot), p, (size_t)n) == 0) return newref(*slot);
    Object *key = str_from_ascii((const char *)p, (size_t)n);
    if (key) set_ref(slot, newref(key));
    return key;
}

/* ---- numbers and names */

static Object *call_with_slice(Reader *r, Object *function, ptrdiff_t start, ptrdiff_t end) {
    Object *slice = str_substring(r->text, start, end);
    Object *value = slice ? object_call1(function, slice) : NULL;
    xdecref(slice);
    return value;
}

/* A decimal that a double holds exactly: so many digits, and a power of ten that is exact too. */
static bool exact_double(uint64_t digits, int64_t exponent, double *out) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (digits >> 53 || exponent < -22 || exponent > 22) return false;
    *out = exponent < 0 ? (double)digits / powers[-exponent] : (double)digits * powers[exponent];
    return true;
}

static Object *read_number(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    ptrdiff_t start = i;
    bool negative = peek(r, i) == '-';
    if (negative && ++i >= r->length) return no_value(start);
    uint32_t c = peek(r, i);
    if (c < '0' || c > '9') return no_value(start);
    uint64_t digits = 0; /* of the whole number, while they fit */
    ptrdiff_t first = i, count, fraction = 0;
    if (c == '0')
        i++;
    else
        while (i < r->length && (c = peek(r, i)) >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            i++;
        }
    count = i - first;
    bool is_float = false;
    int64_t exponent = 0;
    if (i + 1 < r->length && peek(r, i) == '.' && peek(r, i + 1) >= '0' && peek(r, i + 1) <= '9') {
        is_float = true;
        ptrdiff_t point = i++;
        while (i < r->length && (c = peek(r, i)) >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            i++;
        }
        fraction = i - point - 1;
        count += fraction;
    }
    if (i + 1 < r->length && (peek(r, i) | 0x20) == 'e') {
        ptrdiff_t k = i + 1;
        bool minus = peek(r, k) == '-';
        if (minus || peek(r, k) == '+') k++;
        if (k < r->length && peek(r, k) >= '0' && peek(r, k) <= '9') {
            is_float = true;
            while (k < r->length && (c = peek(r, k)) >= '0' && c <= '9') {
                if (exponent < 100000) exponent = exponent * 10 + (c - '0');
                k++;
            }
            if (minus) exponent = -exponent;
            i = k;
        }
    }
    *end = i;
    Object *hook = is_float ? r->options->parse_float : r->options->parse_int;
    if (hook) return call_with_slice(r, hook, start, i);
    if (count <= 18) {
        if (!is_float) return int_from_i64(negative ? -(int64_t)digits : (int64_t)digits);
        double value;
        if (exact_double(digits, exponent - fraction, &value)) return float_new(negative ? -value : value);
    }
    return call_with_slice(r, (Object *)(is_float ? &float_type : &int_type), start, i);
}

static bool follows(const Reader *r, ptrdiff_t i, const char *word) {
    ptrdiff_t n = (ptrdiff_t)strlen(word);
    if (i + n > r->length) return false;
    for (ptrdiff_t k = 0; k < n; k++)
        if (peek(r, i + k) != (uint8_t)word[k]) return false;
    return true;
}

static Object *read_constant(Reader *r, const char *name, double value, ptrdiff_t i, ptrdiff_t *end) {
    *end = i + (ptrdiff_t)strlen(name);
    if (r->options->parse_constant) return call_with_slice(r, r->options->parse_constant, i, *end);
    return float_new(value);
}

/* ---- containers */

static Object *read_value(Reader *r, ptrdiff_t i, ptrdiff_t *end);

static Object *read_array(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    Object *list = list_new(0);
    if (!list) return NULL;
    i = skip_space(r, i);
    if (i < r->length && peek(r, i) == ']') {
        *end = i + 1;
        return list;
    }
    for (;;) {
        Object *item = read_value(r, i, &i);
        int done = item ? list_append(list, item) : -1;
        xdecref(item);
        if (done < 0) break;
        i = skip_space(r, i);
        uint32_t c = i < r->length ? peek(r, i) : 0;
        if (c == ']') {
            *end = i + 1;
            return list;
        }
        if (c != ',') {
            wrong(r, "Expecting ',' delimiter", i);
            break;
        }
        ptrdiff_t comma = i;
        i = skip_space(r, i + 1);
        if (i < r->length && peek(r, i) == ']') {
            wrong(r, "Illegal trailing comma before end of array", comma);
            break;
        }
    }
    decref(list);
    return NULL;
}

/* Puts a pair into a dict, or into a list when there is an object_pairs_hook. Steals both, also NULL. */
static int add_pair(Object *into, Object *key, Object *value) {
    int r = -1;
    if (key && value && into->type == &list_type) {
        Object *pair = tuple_pack(2, key, value);
        r = pair ? list_append(into, pair) : -1;
        xdecref(pair);
    } else if (key && value) {
        r = dict_set(into, key, value);
    }
    xdecref(key);
    xdecref(value);
    return r;
}

static Object *read_members(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    Object *members = r->options->object_pairs_hook ? list_new(0) : dict_new();
    if (!members) return NULL;
    i = skip_space(r, i);
    if (i < r->length && peek(r, i) == '}') {
        *end = i + 1;
        return members;
    }
    for (;;) {
        if (i >= r->length || peek(r, i) != '"') {
            wrong(r, "Expecting property name enclosed in double quotes", i);
            break;
        }
        Object *key = read_key(r, i + 1, &i);
        if (!key) break;
        i = skip_space(r, i);
        if (i >= r->length || peek(r, i) != ':') {
            decref(key);
            wrong(r, "Expecting ':' delimiter", i);
            break;
        }
        i = skip_space(r, i + 1);
        if (add_pair(members, key, read_value(r, i, &i)) < 0) break;
        i = skip_space(r, i);
        uint32_t c = i < r->length ? peek(r, i) : 0;
        if (c == '}') {
            *end = i + 1;
            return members;
        }
        if (c != ',') {
            wrong(r, "Expecting ',' delimiter", i);
            break;
        }
        ptrdiff_t comma = i;
        i = skip_space(r, i + 1);
        if (i < r->length && peek(r, i) == '}') {
            wrong(r, "Illegal trailing comma before end of object", comma);
            break;
        }
    }
    decref(members);
    return NULL;
}

static Object *read_object(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    Object *members = read_members(r, i, end);
    Object *hook = r->options->object_pairs_hook ? r->options->object_pairs_hook : r->options->object_hook;
    if (!members || !hook) return members;
    Object *value = object_call1(hook, members);
    decref(members);
    return value;
}

static Object *read_value(Reader *r, ptrdiff_t i, ptrdiff_t *end) {
    if (i >= r->length) return no_value(i);
    uint32_t c = peek(r, i);
    switch (c) {
    case '"': return read_string(r, i + 1, end);
    case '{':
        if (stack_check(" while decoding a JSON object from a unicode string") < 0) return NULL;
        return read_object(r, i + 1, end);
    case '[':
        if (stack_check(" while decoding a JSON array from a unicode string") < 0) return NULL;
        return read_array(r, i + 1, end);
    case 'n':
        if (!follows(r, i, "null")) return no_value(i);
        *end = i + 4;
        return new_none();
    case 't':
        if (!follows(r, i, "true")) return no_value(i);
        *end = i + 4;
        return new_bool(true);
    case 'f':
        if (!follows(r, i, "false")) return no_value(i);
        *end = i + 5;
        return new_bool(false);
    case 'N': return follows(r, i, "NaN") ? read_constant(r, "NaN", NAN, i, end) : no_value(i);
    case 'I': return follows(r, i, "Infinity") ? read_constant(r, "Infinity", INFINITY, i, end) : no_value(i);
    case '-':
        if (follows(r, i, "-Infinity")) return read_constant(r, "-Infinity", -INFINITY, i, end);
        return read_number(r, i, end);
    default: return read_number(r, i, end);
    }
}

/* ---- the scanner */

static Object *own_hook(Object *context, const char *name, Object *standard, bool *failed) {
    Object *hook = *failed ? NULL : object_getattr_c(context, name);
    if (!hook) {
        *failed = true;
        return NULL;
    }
    if (hook == NONE || hook == standard) clear_ref(&hook);
    return hook;
}

static Object *scanner_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"context", NULL};
    Object *context;
    if (args_bind("make_scanner", names, 1, 1, args, nargs, kwnames, &context) < 0) return NULL;
    Scanner *s = (Scanner *)object_new(t);
    if (!s) return NULL;
    bool failed = false;
    Object *strict = object_getattr_c(context, "strict");
    int truth = strict ? object_truth(strict) : -1;
    xdecref(strict);
    failed = truth < 0;
    s->strict = truth > 0;
    s->object_hook = own_hook(context, "object_hook", NULL, &failed);
    s->object_pairs_hook = own_hook(context, "object_pairs_hook", NULL, &failed);
    s->parse_float = own_hook(context, "parse_float", (Object *)&float_type, &failed);
    s->parse_int = own_hook(context, "parse_int", (Object *)&int_type, &failed);
    s->parse_constant = own_hook(context, "parse_constant", NULL, &failed);
    gc_track(s);
    if (!failed) return (Object *)s;
    decref(s);
    return NULL;
}

static void scanner_clear(Object *o) {
    Scanner *s = (Scanner *)o;
    clear_ref(&s->object_hook);
    clear_ref(&s->object_pairs_hook);
    clear_ref(&s->parse_float);
    clear_ref(&s->parse_int);
    clear_ref(&s->parse_constant);
}

static void scanner_dealloc(Object *o) {
    gc_untrack(o);
    scanner_clear(o);
    object_free(o);
}

static int scanner_traverse(Object *o, Visit visit, void *arg) {
    Scanner *s = (Scanner *)o;
    Object *owned[] = {s->object_hook, s->object_pairs_hook, s->parse_float, s->parse_int, s->parse_constant};
    int r = 0;
    for (int i = 0; r == 0 && i < 5; i++) r = visit_ref(owned[i], visit, arg);
    return r;
}

/* scan_once(string, idx): (value, end); StopIteration(idx) where no value begins. */
static Object *scanner_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"string", "idx", NULL};
    Object *v[2];
    if (args_bind("scan_once", names, 2, 2, args, nargs, kwnames, v) < 0) return NULL;
    if (!str_check(v[0]))
        return raise_error(&exc_TypeError, "first argument must be a string, not %.80s", type_name(v[0]));
    ptrdiff_t at = number_as_index(v[1], &exc_OverflowError), end = 0;
    if (at == -1 && raise_pending()) return NULL;
    if (at < 0) return raise_error(&exc_ValueError, "idx cannot be negative");
    Reader r = reader_open((Scanner *)o, v[0]);
    Object *pair[2] = {read_value(&r, at, &end), NULL};
    reader_close(&r);
    if (!pair[0]) return NULL;
    if ((pair[1] = int_from_i64(end))) return tuple_from_steal(pair, 2);
    decref(pair[0]);
    return NULL;
}

/* decode(string): the one value that the string holds. */
static Object *scanner_decode(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "first argument must be a string, not %.80s", type_name(args[0]));
    Reader r = reader_open((Scanner *)o, args[0]);
    ptrdiff_t end = 0;
    Object *value = read_value(&r, skip_space(&r, 0), &end);
    if (value && (end = skip_space(&r, end)) != r.length) {
        clear_ref(&value);
        wrong(&r, "Extra data", end);
    }
    reader_close(&r);
    return value;
}

static Object *scanner_get_strict(Object *o, void *arg) {
    return new_bool(((Scanner *)o)->strict);
}

static const Method scanner_methods[] = {
    {"decode", scanner_decode, 1, 1, "decode(string, /)\n--\n\nThe value that the string holds, and nothing else."},
    {NULL},
};

static const GetSet scanner_getset[] = {
    {"strict", scanner_get_strict, NULL, "Are control characters in strings refused?"},
    {NULL},
};

Type json_scanner = {
    .mem = {.name = "_json.Scanner",
            .size = sizeof(Scanner),
            .flags = TYPE_GC,
            .dealloc = scanner_dealloc,
            .traverse = scanner_traverse,
            .clear = scanner_clear},
    .doc = "Scanner(context)\n--\n\nReads values, with the options that the context has as attributes.",
    .new = scanner_new,
    .call = scanner_call,
    .methods = scanner_methods,
    .getset = scanner_getset,
};

Object *json_scanstring(Object *module, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "first argument must be a string, not %.80s", type_name(args[0]));
    ptrdiff_t at = number_as_index(args[1], &exc_OverflowError), end = 0;
    if (at == -1 && raise_pending()) return NULL;
    int strict = nargs > 2 && args[2] ? object_truth(args[2]) : 1;
    if (strict < 0) return NULL;
    if (at < 0 || at > str_length(args[0])) return raise_error(&exc_ValueError, "end is out of bounds");
    Reader r = reader_open(NULL, args[0]);
    r.strict = strict;
    Object *pair[2] = {read_string(&r, at, &end), NULL};
    if (!pair[0]) return NULL;
    if ((pair[1] = int_from_i64(end))) return tuple_from_steal(pair, 2);
    decref(pair[0]);
    return NULL;
}
