/* Making complex numbers: from text, from one number or from two; and the methods of the type. */
#include "interp/object/complex_methods.h"
#include "interp/object/decimal.h"
#include "interp/object/list.h"
#include "interp/object/number_text.h"
#include "interp/object/str.h"

static Object *as_type(Type *t, double re, double im) {
    Complex *c = (Complex *)object_new(t);
    if (!c) return NULL;
    c->re = re;
    c->im = im;
    if (type_flag(t, TYPE_GC)) gc_track(c);
    return (Object *)c;
}

/* --- from text --- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *p, const char *end) {
    while (p < end && (is_digit(*p) || *p == '_')) p++;
    return p;
}

static bool starts_with(const char *p, const char *end, const char *word) {
    for (; *word; p++, word++) {
        if (p == end || (*p | 0x20) != *word) return false;
    }
    return true;
}

/* The end of the longest float at p, or p itself. */
static const char *float_end(const char *p, const char *end) {
    const char *start = p;
    if (p < end && (*p == '+' || *p == '-')) p++;
    if (starts_with(p, end, "infinity")) return p + 8;
    if (starts_with(p, end, "inf") || starts_with(p, end, "nan")) return p + 3;
    const char *digits = p;
    p = skip_digits(p, end);
    bool any = p > digits;
    if (p < end && *p == '.') {
        const char *fraction = ++p;
        p = skip_digits(p, end);
        any |= p > fraction;
    }
    if (!any) return start;
    if (p < end && (*p | 0x20) == 'e') {
        const char *exponent = p + 1;
        if (exponent < end && (*exponent == '+' || *exponent == '-')) exponent++;
        if (exponent < end && is_digit(*exponent)) p = skip_digits(exponent, end);
    }
    return p;
}

/* A float at *p, or only a sign (or nothing, where that is allowed), which stands for 1 in front of a j. */
static bool take_float(const char **p, const char *end, double *out) {
    const char *stop = float_end(*p, end);
    if (stop > *p) {
        bool valid = float_parse(*p, stop, out);
        *p = stop;
        return valid;
    }
    *out = *p < end && **p == '-' ? -1.0 : 1.0;
    if (*p < end && (**p == '+' || **p == '-')) (*p)++;
    return *p < end && (**p | 0x20) == 'j';
}

static bool take_j(const char **p, const char *end) {
    if (*p == end || (**p | 0x20) != 'j') return false;
    (*p)++;
    return true;
}

static bool parse(NumberText t, double *re, double *im) {
    number_text_strip(&t);
    if (t.end - t.start >= 2 && *t.start == '(' && t.end[-1] == ')') {
        t.start++;
        t.end--;
        number_text_strip(&t);
    }
    const char *p = t.start, *end = t.end;
    *re = *im = 0.0;
    if (p == end || !take_float(&p, end, re)) return false;
    if (take_j(&p, end)) {
        *im = *re;
        *re = 0.0;
    } else if (p < end && (*p == '+' || *p == '-')) {
        if (!take_float(&p, end, im) || !take_j(&p, end)) return false;
    }
    return p == end;
}

/* Underscores stand between digits only, and not in a text with a NUL. One behind a NUL is not looked for. */
static bool underscores_fit(const NumberText *t) {
    bool any = false;
    for (const char *p = t->start; p < t->end; p++) {
        if (!*p) return !any;
        if (*p != '_') continue;
        if (p == t->start || !is_digit(p[-1]) || p + 1 == t->end || !is_digit(p[1])) return false;
        any = true;
    }
    return true;
}

static Object *from_text(Type *t, Object *text) {
    NumberText n;
    if (number_text_open(&n, text) < 0) return NULL;
    double re, im;
    Object *result = NULL;
    if (!underscores_fit(&n))
        raise_error(&exc_ValueError, "could not convert string to complex: %R", text);
    else if (!parse(n, &re, &im))
        raise_error(&exc_ValueError, "complex() arg is a malformed string");
    else
        result = as_type(t, re, im);
    number_text_close(&n);
    return result;
}

/* --- from numbers --- */

/* What o.__complex__() gives: 1; 0 when there is no such method; -1. */
static int by_method(Object *o, double *re, double *im) {
    if (o->type == &complex_type || o->type == &float_type || o->type == &int_type) return 0;
    Str *name = str_intern_c("__complex__"); /* the word is taken in C, so it cannot be in names.def */
    if (!name) return -1;
    Object *method = object_lookup_special(o, name);
    decref(name);
    if (!method) return raise_pending() ? -1 : 0;
    Object *r = object_call0(method);
    decref(method);
    if (!r) return -1;
    int failed = 0;
    if (!complex_check(r)) {
        failed = raise_int(&exc_TypeError, "__complex__ returned non-complex (type %T)", r);
    } else if (r->type != &complex_type) {
        failed = raise_warning(&exc_DeprecationWarning, 1,
                               "__complex__ returned non-complex (type %T).  The ability to return an instance of a "
                               "strict subclass of complex is deprecated, and may be removed in a future version of "
                               "Python.",
                               r);
    }
    if (failed == 0) {
        *re = ((Complex *)r)->re;
        *im = ((Complex *)r)->im;
    }
    decref(r);
    return failed < 0 ? -1 : 1;
}

static bool is_real(Object *o) {
    return o->type->to_float || o->type->to_index;
}

/* As float(o) has it: through __float__ even if o is a float of a subclass. 0, -1 */
static int real_value(Object *o, double *re, double *im) {
    Object *value = type_flag(o->type, TYPE_HEAP) && is_real(o) ? number_float(o) : newref(o);
    *re = value ? float_as_double(value) : -1.0;
    *im = 0.0;
    xdecref(value);
    return *re == -1.0 && raise_pending() ? -1 : 0;
}

int complex_from_object(Object *o, double *re, double *im) {
    if (complex_check(o)) {
        *re = ((Complex *)o)->re;
        *im = ((Complex *)o)->im;
        return 0;
    }
    int status = by_method(o, re, im);
    if (status != 0) return status < 0 ? -1 : 0;
    *re = float_as_double(o);
    *im = 0.0;
    return *re == -1.0 && raise_pending() ? -1 : 0;
}

static Object *from_one(Type *t, Object *o) {
    if (o->type == &complex_type && t == &complex_type) return newref(o);
    if (str_check(o)) return from_text(t, o);
    double re, im;
    int status = by_method(o, &re, &im);
    if (status < 0) return NULL;
    if (status == 0 && !complex_check(o) && !is_real(o)) {
        return raise_error(&exc_TypeError, "complex() argument must be a string or a number, not %Q", o);
    }
    if (status == 0 && complex_from_object(o, &re, &im) < 0) return NULL;
    return as_type(t, re, im);
}

/* 0, or -1: o can be no part of a complex number. */
static int check_part(Object *o, const char *name) {
    if (!o || complex_check(o) || is_real(o)) return 0;
    return raise_int(&exc_TypeError, "complex() argument '%s' must be a real number, not %Q", name, o);
}

/* One of two arguments; known: its parts are, from __complex__. One that is itself complex still counts, but is
 * deprecated: 1; a real one or none: 0; -1. */
static int part(Object *o, const char *name, bool known, double *re, double *im) {
    if (!o) return 0;
    if (!known && !complex_check(o)) return real_value(o, re, im);
    if (!known) {
        *re = ((Complex *)o)->re;
        *im = ((Complex *)o)->im;
    }
    int failed =
        raise_warning(&exc_DeprecationWarning, 1, "complex() argument '%s' must be a real number, not %Q", name, o);
    return failed < 0 ? -1 : 1;
}

Object *complex_new_slot(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"real", "imag", NULL};
    if (nargs <= 1 && !kwnames) return nargs ? from_one(t, args[0]) : as_type(t, 0.0, 0.0);
    Object *given[2];
    if (args_bind("complex", parameters, 0, 2, args, nargs, kwnames, given) < 0) return NULL;
    double re = 0.0, re_im = 0.0, im = 0.0, im_im = 0.0;
    int known = given[0] ? by_method(given[0], &re, &re_im) : 0;
    if (known < 0 || (!known && check_part(given[0], "real") < 0) || check_part(given[1], "imag") < 0) return NULL;
    int re_complex = part(given[0], "real", known, &re, &re_im);
    if (re_complex < 0) return NULL;
    int im_complex = part(given[1], "imag", false, &im, &im_im);
    if (im_complex < 0) return NULL;
    if (im_complex) re -= im_im;
    if (re_complex) im = given[1] ? im + re_im : re_im;
    return as_type(t, re, im);
}

/* --- methods --- */

static Object *conjugate(Object *self, Object **args, ptrdiff_t nargs) {
    return complex_new(((Complex *)self)->re, -((Complex *)self)->im);
}

static Object *to_complex(Object *self, Object **args, ptrdiff_t nargs) {
    if (self->type == &complex_type) return newref(self);
    return complex_new(((Complex *)self)->re, ((Complex *)self)->im);
}

static Object *from_number(Object *cls, Object **args, ptrdiff_t nargs) {
    if (args[0]->type == &complex_type && cls == (Object *)&complex_type) return newref(args[0]);
    double re, im;
    if (complex_from_object(args[0], &re, &im) < 0) return NULL;
    Object *value = complex_new(re, im);
    if (!value || cls == (Object *)&complex_type) return value;
    Object *instance = object_call1(cls, value);
    decref(value);
    return instance;
}

static Object *getnewargs(Object *self, Object **args, ptrdiff_t nargs) {
    Object *re = float_new(((Complex *)self)->re), *im = re ? float_new(((Complex *)self)->im) : NULL;
    if (!im) {
        xdecref(re);
        return NULL;
    }
    return tuple_from_steal((Object *[]){re, im}, 2);
}

static Object *format(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "__format__() argument must be str, not %K", args[0]);
    return complex_format(self, args[0]);
}

const Method complex_methods[] = {
    {"conjugate", conjugate, 0, 0, "conjugate()\n--\n\nThe number with the sign of its imaginary part turned."},
    {"from_number", from_number, 1, 1,
     "from_number(number, /)\n--\n\nA complex number from any number; strings are refused.", METH_CLASS},
    {"__complex__", to_complex, 0, 0, "__complex__()\n--\n\nThe value as a plain complex number."},
    {"__format__", format, 1, 1, "__format__(format_spec, /)\n--\n\nThe number as text, laid out as format_spec says."},
    {"__getnewargs__", getnewargs, 0, 0, "__getnewargs__()\n--\n\nWhat __new__ needs to make a copy."},
    {0},
};

const Member complex_members[] = {
    {"real", MEMBER_DOUBLE, offsetof(Complex, re), MEMBER_READONLY, "The real part."},
    {"imag", MEMBER_DOUBLE, offsetof(Complex, im), MEMBER_READONLY, "The imaginary part."},
    {0},
};
