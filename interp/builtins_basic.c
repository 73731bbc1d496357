/* Built-in functions on single values: conversions, attributes, questions about types. */
#include "interp/builtins.h"

static Object *builtin_abs(Object *self, Object **args, ptrdiff_t nargs) {
    return number_unary(args[0], UNARY_ABS);
}
static Object *builtin_ascii(Object *self, Object **args, ptrdiff_t nargs) {
    return object_ascii(args[0]);
}
static Object *builtin_repr(Object *self, Object **args, ptrdiff_t nargs) {
    return object_repr(args[0]);
}
static Object *builtin_callable(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(object_callable(args[0]));
}

static Object *in_base(Object *o, int base) {
    Object *n = number_index(o);
    if (!n) return NULL;
    Object *text = int_to_prefixed(n, base);
    decref(n);
    return text;
}

static Object *builtin_bin(Object *self, Object **args, ptrdiff_t nargs) {
    return in_base(args[0], 2);
}
static Object *builtin_oct(Object *self, Object **args, ptrdiff_t nargs) {
    return in_base(args[0], 8);
}
static Object *builtin_hex(Object *self, Object **args, ptrdiff_t nargs) {
    return in_base(args[0], 16);
}

static Object *builtin_chr(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type == &int_type && (uint64_t)((Int *)args[0])->value <= 0x10ffff)
        return str_from_char((uint32_t)((Int *)args[0])->value);
    Object *n = number_index(args[0]);
    if (!n) return NULL;
    int64_t c;
    bool fits = int_fits_i64(n, &c) && c >= 0 && c <= 0x10ffff;
    decref(n);
    if (!fits) return raise_error(&exc_ValueError, "chr() arg not in range(0x110000)");
    return str_from_char(c);
}

static Object *builtin_ord(Object *self, Object **args, ptrdiff_t nargs) {
    Object *o = args[0];
    ptrdiff_t size;
    if (str_check(o)) {
        size = str_length(o);
        if (size == 1) return int_from_i64(str_at((Str *)o, 0));
    } else if (bytes_check(o) || is_instance(o, &bytearray_type)) {
        size = object_length(o);
        const uint8_t *data = bytes_check(o) ? ((Bytes *)o)->data : ((ByteArray *)o)->data;
        if (size == 1) return int_from_i64(data[0]);
    } else {
        return raise_error(&exc_TypeError, "ord() expected string of length 1, but %T found", o);
    }
    return raise_error(&exc_TypeError, "ord() expected a character, but string of length %zd found", size);
}

static Object *builtin_divmod(Object *self, Object **args, ptrdiff_t nargs) {
    return number_binary(args[0], args[1], BIN_DIVMOD);
}

static Object *builtin_pow(Object *self, Object **args, ptrdiff_t nargs) {
    return number_power(args[0], args[1], arg_or_null(args, nargs, 2));
}

static Object *builtin_round(Object *self, Object **args, ptrdiff_t nargs) {
    Object *digits = arg_or_null(args, nargs, 1);
    if (int_check_exact(args[0]) && (!digits || digits == NONE)) return newref(args[0]);
    Object *method = object_lookup_special(args[0], names.__round__);
    if (!method) {
        if (raise_pending()) return NULL;
        return raise_error(&exc_TypeError, "type %T doesn't define __round__ method", args[0]);
    }
    Object *result = digits && digits != NONE ? object_call1(method, digits) : object_call0(method);
    decref(method);
    return result;
}

static Object *builtin_format(Object *self, Object **args, ptrdiff_t nargs) {
    Object *spec = arg_or_null(args, nargs, 1);
    if (spec && !str_check(spec)) return raise_error(&exc_TypeError, "format() argument 2 must be str, not %K", spec);
    return object_format(args[0], spec);
}

static Object *builtin_hash(Object *self, Object **args, ptrdiff_t nargs) {
    intptr_t h = object_hash(args[0]);
    return h == -1 ? NULL : int_from_i64(h);
}

static Object *builtin_id(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64((uintptr_t)args[0]);
}

static Object *builtin_len(Object *self, Object **args, ptrdiff_t nargs) {
    Object *o = args[0];
    if (o->type == &list_type) return int_from_i64(list_length(o));
    if (o->type == &str_type) return int_from_i64(str_length(o));
    ptrdiff_t n = object_length(o);
    return n < 0 ? NULL : int_from_i64(n);
}

/* Attribute names are interned: caches and dicts find them by address then. */
static Object *attribute_name(Object *name) {
    if (!str_check(name)) return raise_error(&exc_TypeError, "attribute name must be string, not '%T'", name);
    Object *interned = newref(name);
    if (!((Str *)name)->interned && str_check_exact(interned)) str_intern(&interned);
    return interned;
}

static Object *builtin_getattr(Object *self, Object **args, ptrdiff_t nargs) {
    Object *name = attribute_name(args[1]);
    if (!name) return NULL;
    Object *value = nargs > 2 ? object_getattr_opt(args[0], (Str *)name) : object_getattr(args[0], (Str *)name);
    decref(name);
    if (!value && nargs > 2 && !raise_pending()) return newref(args[2]);
    return value;
}

static Object *builtin_hasattr(Object *self, Object **args, ptrdiff_t nargs) {
    Object *name = attribute_name(args[1]);
    if (!name) return NULL;
    Object *value = object_getattr_opt(args[0], (Str *)name);
    decref(name);
    if (!value && raise_pending()) return NULL;
    bool found = value != NULL;
    xdecref(value);
    return new_bool(found);
}

static Object *set_attribute(Object *o, Object *name, Object *value) {
    name = attribute_name(name);
    if (!name) return NULL;
    int status = object_setattr(o, (Str *)name, value);
    decref(name);
    return status < 0 ? NULL : new_none();
}

static Object *builtin_setattr(Object *self, Object **args, ptrdiff_t nargs) {
    return set_attribute(args[0], args[1], args[2]);
}

static Object *builtin_delattr(Object *self, Object **args, ptrdiff_t nargs) {
    return set_attribute(args[0], args[1], NULL);
}

static Object *builtin_isinstance(Object *self, Object **args, ptrdiff_t nargs) {
    int is = object_isinstance(args[0], args[1]);
    return is < 0 ? NULL : new_bool(is);
}

static Object *builtin_issubclass(Object *self, Object **args, ptrdiff_t nargs) {
    int is = object_issubclass(args[0], args[1]);
    return is < 0 ? NULL : new_bool(is);
}

const Method builtins_basic_methods[] = {
    {"abs", builtin_abs, 1, 1, "abs(x, /)\n--\n\nThe absolute value of a number."},
    {"ascii", builtin_ascii, 1, 1, "ascii(obj, /)\n--\n\nrepr(obj) with everything beyond ASCII escaped."},
    {"bin", builtin_bin, 1, 1, "bin(number, /)\n--\n\nAn integer as text in base 2, with 0b in front."},
    {"callable", builtin_callable, 1, 1, "callable(obj, /)\n--\n\nCan obj be called, as functions and classes can?"},
    {"chr", builtin_chr, 1, 1, "chr(i, /)\n--\n\nThe character with code point i."},
    {"delattr", builtin_delattr, 2, 2, "delattr(obj, name, /)\n--\n\ndel obj.name, for a name that is a string."},
    {"divmod", builtin_divmod, 2, 2, "divmod(x, y, /)\n--\n\nThe tuple (x // y, x % y)."},
    {"format", builtin_format, 1, 2,
     "format(value, format_spec='', /)\n--\n\nvalue as text, in the way that format_spec says."},
    {"getattr", builtin_getattr, 2, 3,
     "getattr(object, name[, default])\n\nobject.name, for a name that is a string; default if there is no such "
     "attribute."},
    {"hasattr", builtin_hasattr, 2, 2, "hasattr(obj, name, /)\n--\n\nHas obj an attribute of this name?"},
    {"hash", builtin_hash, 1, 1, "hash(obj, /)\n--\n\nAn int that is the same for objects that are equal."},
    {"hex", builtin_hex, 1, 1, "hex(number, /)\n--\n\nAn integer as text in base 16, with 0x in front."},
    {"id", builtin_id, 1, 1, "id(obj, /)\n--\n\nThe identity of an object: its address."},
    {"isinstance", builtin_isinstance, 2, 2,
     "isinstance(obj, class_or_tuple, /)\n--\n\nIs obj an instance of the class, of a subclass of it, or of one of a "
     "tuple of them?"},
    {"issubclass", builtin_issubclass, 2, 2,
     "issubclass(cls, class_or_tuple, /)\n--\n\nIs cls derived from the class, or from one of a tuple of them?"},
    {"len", builtin_len, 1, 1, "len(obj, /)\n--\n\nThe number of items in a container."},
    {"oct", builtin_oct, 1, 1, "oct(number, /)\n--\n\nAn integer as text in base 8, with 0o in front."},
    {"ord", builtin_ord, 1, 1, "ord(character, /)\n--\n\nThe code point of a string of one character."},
    {"pow", builtin_pow, 2, 3,
     "pow(base, exp, mod=None)\n--\n\nbase ** exp, or base ** exp % mod without the large power in between."},
    {"repr", builtin_repr, 1, 1, "repr(obj, /)\n--\n\nobj as text for programmers."},
    {"round", builtin_round, 1, 2,
     "round(number, ndigits=None)\n--\n\nnumber rounded to ndigits digits behind the point, half to even; an int "
     "without ndigits."},
    {"setattr", builtin_setattr, 3, 3,
     "setattr(obj, name, value, /)\n--\n\nobj.name = value, for a name that is a string."},
    {0},
};
