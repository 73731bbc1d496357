/* str as a type: construction, the operators, iteration, and the table of its methods. */
#include "interp/object/codec.h"
#include "interp/object/containers.h"
#include "interp/object/int.h"
#include "interp/object/item.h"
#include "interp/object/list.h"
#include "interp/object/str_methods.h"

/* For str itself, without keywords, python3.14 words it in another way than for all the other calls. */
static int check_positions(Object **args, ptrdiff_t nargs) {
    for (ptrdiff_t i = 1; i < nargs; i++)
        if (!str_check(args[i]))
            return raise_int(&exc_TypeError, "str() argument '%s' must be str, not %Q", i == 1 ? "encoding" : "errors",
                             args[i]);
    return 0;
}

/* str(object), str(bytes, encoding, errors) */
static Object *str_from_args(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"object", "encoding", "errors", NULL};
    Object *a[3];
    if (nargs == 0 && !kwnames) return str_empty();
    if (args_count("str", nargs, 0, 3) < 0) return NULL;
    if (args_bind("str", parameters, 0, 3, args, nargs, kwnames, a) < 0) return NULL;
    if (t == &str_type && !kwnames && check_positions(args, nargs) < 0) return NULL;
    if (codec_check_args("str", a[1], a[2]) < 0) return NULL;
    if (!a[0]) return str_empty();
    if (!a[1] && !a[2]) return object_str(a[0]);
    if (str_check(a[0])) return raise_error(&exc_TypeError, "decoding str is not supported");
    Buffer b;
    if (!buffer_try(a[0], &b))
        return raise_error(&exc_TypeError, "decoding to str: need a bytes-like object, %.80T found", a[0]);
    Object *text = codec_decode_args("str", b.data, b.length, a[1], a[2]);
    buffer_release(&b);
    return text;
}

static Object *str_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *text;
    if (likely(nargs == 1 && !kwnames))
        text = str_check_exact(args[0]) ? newref(args[0]) : object_str(args[0]);
    else
        text = str_from_args(t, args, nargs, kwnames);
    if (!text || t == &str_type) return text;
    Str *s = (Str *)text;
    size_t bytes = (s->length + 1) * s->kind;
    Str *o = (Str *)object_new_var(t, bytes); /* fields of the class may stand behind the characters */
    if (o) {
        o->length = s->length;
        o->hash = s->hash;
        o->kind = s->kind;
        o->ascii = s->ascii;
        memcpy(o->data, s->data, bytes);
        if (type_flag(t, TYPE_GC)) gc_track(o);
    }
    decref(text);
    return (Object *)o;
}

static ptrdiff_t str_len(Object *o) {
    return str_length(o);
}

ALWAYS_INLINE void pick(void *to, unsigned to_kind, const void *from, unsigned kind, ptrdiff_t start, ptrdiff_t step,
                        ptrdiff_t n) {
    for (ptrdiff_t i = 0, at = start; i < n; i++, at += step) text_put(to, to_kind, i, text_get(from, kind, at));
}

/* All these characters or-ed together, and with ASCII's. */
ALWAYS_INLINE uint32_t or_of(const void *from, unsigned kind, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    uint32_t all = 0x7f;
    for (ptrdiff_t i = 0, at = start; i < n; i++, at += step) all |= text_get(from, kind, at);
    return all;
}

/* s[start::step], n characters. */
static Object *every_nth(const Str *s, ptrdiff_t start, ptrdiff_t step, ptrdiff_t n) {
    if (n <= 1) return n ? str_from_char(str_at(s, start)) : str_empty();
    uint32_t max_char = s->ascii         ? 0x7f
                        : n == s->length ? str_max_char(s)
                        : s->kind == 1   ? or_of(s->data, 1, start, step, n)
                        : s->kind == 2   ? or_of(s->data, 2, start, step, n)
                                         : or_of(s->data, 4, start, step, n);
    Str *result = str_alloc(n, max_char);
    if (!result) return NULL;
    if (s->kind == 1 && step == -1)
        pick(result->data, 1, s->data, 1, start, -1, n);
    else if (s->kind == 1)
        pick(result->data, 1, s->data, 1, start, step, n);
    else
        pick(result->data, result->kind, s->data, s->kind, start, step, n);
    return (Object *)result;
}

static Object *str_getitem(Object *o, Object *key) {
    const Str *s = (Str *)o;
    if (key->type->to_index) {
        ptrdiff_t i = item_index(key, &s->length);
        if (likely(i >= 0)) return str_from_char(str_at(s, i));
        return i == -2 ? NULL : raise_error(&exc_IndexError, "string index out of range");
    }
    if (key->type != &slice_type)
        return raise_error(&exc_TypeError, "string indices must be integers, not '%.200T'", key);
    ptrdiff_t start, stop, step, n = slice_bounds(key, s->length, &start, &stop, &step);
    if (n < 0) return NULL;
    return step == 1 ? str_substring(o, start, start + n) : every_nth(s, start, step, n);
}

static Object *str_slice(Object *o, ptrdiff_t start, ptrdiff_t stop) {
    clamp_bounds(((Str *)o)->length, &start, &stop);
    return str_substring(o, start, stop);
}

static int str_contains(Object *o, Object *item) {
    if (!str_check(item))
        return raise_int(&exc_TypeError, "'in <string>' requires string as left operand, not %.100T", item);
    const Str *s = (const Str *)o, *c = (const Str *)item;
    if (c->length == 1 && s->kind == 1 && c->kind == 1) return memchr(s->data, c->data[0], (size_t)s->length) != NULL;
    return text_find(str_text(o), str_text(item)) >= 0;
}

static Object *str_repeat(Object *o, ptrdiff_t n) {
    const Str *s = (Str *)o;
    if (n <= 0 || s->length == 0) return str_empty();
    if (n == 1) return str_exact(o);
    if (s->length > PTRDIFF_MAX / n) return raise_error(&exc_OverflowError, "repeated string is too long");
    Str *result = str_alloc(s->length * n, str_max_char(s));
    if (!result) return NULL;
    if (s->length == 1) {
        text_fill(result->data, result->kind, 0, str_at(s, 0), n);
        return (Object *)result;
    }
    size_t done = s->length * s->kind, total = done * n;
    memcpy(result->data, s->data, done);
    for (size_t step; done < total; done += step) {
        step = done <= total - done ? done : total - done;
        memcpy(result->data + done, result->data, step);
    }
    return (Object *)result;
}

/* % : a right operand that is a subclass with __rmod__ had its turn before this. */
static Object *str_mod(Object *a, Object *b) {
    return str_check(a) ? str_percent(a, b) : newref(NOT_IMPLEMENTED);
}

static Object *str_sizeof(Object *o, Object **args, ptrdiff_t nargs) {
    const Str *s = (Str *)o;
    return int_from_i64(o->type->mem.size + (s->length + 1) * s->kind);
}

static Object *str_getnewargs(Object *o, Object **args, ptrdiff_t nargs) {
    Object *s = str_from_text(str_text(o)); /* a copy: pickle remembers what it has seen by identity */
    return s ? tuple_from_steal(&s, 1) : NULL;
}

static Object *str_encode(Object *o, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return codec_encode(o, NULL, NULL);
    return codec_encode_args("encode", o, arg_or_null(args, nargs, 0), arg_or_null(args, nargs, 1));
}

/* Iteration. There are two types, for CPython has two: an exact ASCII string needs no look at the kind. */

static Object *str_iter(Object *o) {
    ListIterator *it = (ListIterator *)object_new(((Str *)o)->ascii && o->type == &str_type ? &str_ascii_iterator_type
                                                                                            : &str_iterator_type);
    if (!it) return NULL;
    it->sequence = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *str_iterator_next(Object *o) {
    ListIterator *it = (ListIterator *)o;
    Str *s = (Str *)it->sequence;
    if (unlikely(!s)) return NULL;
    if (likely(it->index < s->length)) return str_from_char(str_at(s, it->index++));
    clear_ref(&it->sequence);
    return NULL;
}

static void str_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((ListIterator *)o)->sequence);
    object_free(o);
}

static int str_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((ListIterator *)o)->sequence, visit, arg);
}

static Object *str_iterator_length_hint(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return int_from_i64(it->sequence ? str_length(it->sequence) - it->index : 0);
}

static Object *str_iterator_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    return iterator_reduce(names.iter, &it->sequence, &it->index, str_empty());
}

static Object *str_iterator_setstate(Object *o, Object **args, ptrdiff_t nargs) {
    ListIterator *it = (ListIterator *)o;
    ptrdiff_t i = iterator_state(args[0]);
    if (i == -1 && raise_pending()) return NULL;
    if (it->sequence) {
        ptrdiff_t n = str_length(it->sequence);
        it->index = i < 0 ? 0 : i > n ? n : i;
    }
    return new_none();
}

static const Method str_iterator_methods[] = {
    {"__length_hint__", str_iterator_length_hint, 0, 0, "__length_hint__()\n--\n\nHow many characters are left."},
    {"__reduce__", str_iterator_reduce, 0, 0, "__reduce__()\n--\n\nHow to make it again, for pickle and copy."},
    {"__setstate__", str_iterator_setstate, 1, 1, "__setstate__(object, /)\n--\n\nMoves to an index."},
    {NULL},
};

Type str_iterator_type = {
    .mem = {.name = "str_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = str_iterator_dealloc,
            .traverse = str_iterator_traverse},
    .methods = str_iterator_methods,
    .iter = iterator_self,
    .next = str_iterator_next,
};

Type str_ascii_iterator_type = {
    .mem = {.name = "str_ascii_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(ListIterator),
            .dealloc = str_iterator_dealloc,
            .traverse = str_iterator_traverse},
    .methods = str_iterator_methods,
    .iter = iterator_self,
    .next = str_iterator_next,
};

static const Method str_methods[] = {
    {"__format__", str_dunder_format, 1, 1,
     "__format__(format_spec, /)\n--\n\nThe string, aligned and cut as format_spec says."},
    {"__getnewargs__", str_getnewargs, 0, 0, "__getnewargs__()\n--\n\nThe arguments with which pickle makes it again."},
    {"__sizeof__", str_sizeof, 0, 0, "__sizeof__()\n--\n\nBytes of memory that the string takes."},
    {"capitalize", str_capitalize, 0, 0,
     "capitalize()\n--\n\nA copy with the first character in title case and the rest in lower case."},
    {"casefold", str_casefold, 0, 0, "casefold()\n--\n\nA copy for comparing without regard to case."},
    {"center", str_center, 1, 2,
     "center(width, fillchar=' ', /)\n--\n\nThe string in the middle of `width` characters."},
    {"count", str_count, 1, 3,
     "count(sub[, start[, end]], /)\n--\n\nHow often sub occurs in self[start:end], without overlap."},
    {"encode", str_encode, 0, 2,
     "encode(encoding='utf-8', errors='strict')\n--\n\nThe string as bytes in an encoding. `errors` names what to do "
     "with "
     "characters\nthat it does not have: strict, ignore, replace, xmlcharrefreplace,\nbackslashreplace, namereplace or "
     "a "
     "name known to codecs.register_error."},
    {"endswith", str_endswith, 1, 3,
     "endswith(suffix[, start[, end]], /)\n--\n\nDoes self[start:end] end with suffix, or one of a tuple of them?"},
    {"expandtabs", str_expandtabs, 0, 1, "expandtabs(tabsize=8)\n--\n\nA copy with spaces in place of tabs."},
    {"find", str_find, 1, 3,
     "find(sub[, start[, end]], /)\n--\n\nThe lowest index in self[start:end] where sub is found, or -1."},
    {"format", (NativeFn)(void *)str_format_method, 0, -1,
     "format(*args, **kwargs)\n--\n\nA copy with the fields in braces replaced by arguments.", METH_KEYWORDS},
    {"format_map", str_format_map, 1, 1,
     "format_map(mapping, /)\n--\n\nA copy with the fields in braces replaced by values of the mapping."},
    {"index", str_index, 1, 3,
     "index(sub[, start[, end]], /)\n--\n\nThe lowest index in self[start:end] where sub is found; ValueError if "
     "nowhere."},
    {"isalnum", str_isalnum, 0, 0, "isalnum()\n--\n\nNot empty, and only letters and numbers?"},
    {"isalpha", str_isalpha, 0, 0, "isalpha()\n--\n\nNot empty, and only letters?"},
    {"isascii", str_isascii, 0, 0, "isascii()\n--\n\nOnly characters from U+0000 to U+007F?"},
    {"isdecimal", str_isdecimal, 0, 0, "isdecimal()\n--\n\nNot empty, and only decimal digits?"},
    {"isdigit", str_isdigit, 0, 0, "isdigit()\n--\n\nNot empty, and only digits, superscripts and the like included?"},
    {"isidentifier", str_isidentifier, 0, 0, "isidentifier()\n--\n\nCould it be a name (or a keyword)?"},
    {"islower", str_islower, 0, 0, "islower()\n--\n\nAre all cased characters lower case, and is there one?"},
    {"isnumeric", str_isnumeric, 0, 0, "isnumeric()\n--\n\nNot empty, and only characters with a numeric value?"},
    {"isprintable", str_isprintable, 0, 0, "isprintable()\n--\n\nOnly characters that repr() shows as they are?"},
    {"isspace", str_isspace, 0, 0, "isspace()\n--\n\nNot empty, and only whitespace?"},
    {"istitle", str_istitle, 0, 0, "istitle()\n--\n\nDoes every word start in upper case and go on in lower case?"},
    {"isupper", str_isupper, 0, 0, "isupper()\n--\n\nAre all cased characters upper case, and is there one?"},
    {"join", str_join_method, 1, 1,
     "join(iterable, /)\n--\n\nThe strings of the iterable in one, with this one between each two."},
    {"ljust", str_ljust, 1, 2, "ljust(width, fillchar=' ', /)\n--\n\nThe string at the left of `width` characters."},
    {"lower", str_lower, 0, 0, "lower()\n--\n\nA copy in lower case."},
    {"lstrip", str_lstrip, 0, 1,
     "lstrip(chars=None, /)\n--\n\nA copy without whitespace, or the characters of chars, at its start."},
    {"maketrans", str_maketrans, 1, 3,
     "maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)\n--\n\nA table for translate: from a dict, or from two "
     "strings "
     "of equal length\nand a third with the characters to be deleted.",
     METH_STATIC},
    {"partition", str_partition, 1, 1,
     "partition(sep, /)\n--\n\nWhat is before sep, sep, and what is after it; (self, '', '') when sep is not there."},
    {"removeprefix", str_removeprefix, 1, 1,
     "removeprefix(prefix, /)\n--\n\nA copy without the prefix, if it has that."},
    {"removesuffix", str_removesuffix, 1, 1,
     "removesuffix(suffix, /)\n--\n\nA copy without the suffix, if it has that."},
    {"replace", str_replace, 2, 3,
     "replace(old, new, /, count=-1)\n--\n\nA copy with the first `count` occurrences of old (-1: all) replaced by "
     "new."},
    {"rfind", str_rfind, 1, 3,
     "rfind(sub[, start[, end]], /)\n--\n\nThe highest index in self[start:end] where sub is found, or -1."},
    {"rindex", str_rindex, 1, 3,
     "rindex(sub[, start[, end]], /)\n--\n\nThe highest index in self[start:end] where sub is found; ValueError if "
     "nowhere."},
    {"rjust", str_rjust, 1, 2, "rjust(width, fillchar=' ', /)\n--\n\nThe string at the right of `width` characters."},
    {"rpartition", str_rpartition, 1, 1,
     "rpartition(sep, /)\n--\n\nWhat is before the last sep, sep, and what is after it; ('', '', self) when sep is not "
     "there."},
    {"rsplit", str_rsplit, 0, 2,
     "rsplit(sep=None, maxsplit=-1)\n--\n\nA list of the parts between separators, split from the right."},
    {"rstrip", str_rstrip, 0, 1,
     "rstrip(chars=None, /)\n--\n\nA copy without whitespace, or the characters of chars, at its end."},
    {"split", str_split, 0, 2,
     "split(sep=None, maxsplit=-1)\n--\n\nA list of the parts between separators; None: between runs of whitespace."},
    {"splitlines", str_splitlines, 0, 1, "splitlines(keepends=False)\n--\n\nA list of the lines."},
    {"startswith", str_startswith, 1, 3,
     "startswith(prefix[, start[, end]], /)\n--\n\nDoes self[start:end] start with prefix, or one of a tuple of them?"},
    {"strip", str_strip, 0, 1,
     "strip(chars=None, /)\n--\n\nA copy without whitespace, or the characters of chars, at both ends."},
    {"swapcase", str_swapcase, 0, 0, "swapcase()\n--\n\nA copy with upper case for lower and lower for upper."},
    {"title", str_title, 0, 0,
     "title()\n--\n\nA copy in which each word starts in title case and goes on in lower case."},
    {"translate", str_translate, 1, 1,
     "translate(table, /)\n--\n\nA copy with each character replaced by what table[ordinal] has: an ordinal, a string, "
     "or None "
     "to delete it."},
    {"upper", str_upper, 0, 0, "upper()\n--\n\nA copy in upper case."},
    {"zfill", str_zfill, 1, 1, "zfill(width, /)\n--\n\nThe string with zeros between sign and digits up to the width."},
    {NULL},
};

Type str_type = {
    .mem = {.name = "str",
            .flags = TYPE_BASE | TYPE_VARSIZE | TYPE_STR,
            .size = sizeof(Str),
            .item_size = 1,
            .dealloc = str_dealloc},
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Text: a sequence of Unicode characters. str(object) is what print shows of the object;\n"
           "with an encoding or errors given, the object is bytes to be decoded.",
    .methods = str_methods,
    .repr = str_repr,
    .str = str_exact,
    .hash = str_hash,
    .compare = str_compare,
    .iter = str_iter,
    .new = str_new,
    .binary = {[BIN_MOD] = str_mod},
    .length = str_len,
    .get_item = str_getitem,
    .slice = str_slice,
    .contains = str_contains,
    .concat = str_concat,
    .repeat = str_repeat,
};
