/* float: a double. complex: two. */
#ifndef OURO_FLOAT_H
#define OURO_FLOAT_H

#include "interp/object/object.h"

typedef struct Float {
    Object base;
    double value;
} Float;

typedef struct Complex {
    Object base;
    double re, im;
} Complex;

static inline bool float_check(const Object *o) {
    return has_flag(o, TYPE_FLOAT);
}
static inline double float_value(const Object *o) {
    return ((const Float *)o)->value;
}

static inline Object *float_new(double v) {
    Float *o = freelist_object(&freelist_float, &float_type);
    if (unlikely(!o)) return NULL;
    o->value = v;
    return (Object *)o;
}

/* A float or int operand as a double: 1; 0 when it is neither; -1 with OverflowError for an int that is too large. */
int float_operand_slow(Object *o, double *out);
static inline int float_operand(Object *o, double *out) {
    if (likely(o->type == &float_type)) {
        *out = float_value(o);
        return 1;
    }
    return float_operand_slow(o, out);
}

Object *complex_new(double re, double im);
static inline bool complex_check(const Object *o) {
    return is_instance(o, &complex_type);
}
Object *complex_power(double a_re, double a_im, double b_re, double b_im);
/* A complex, through __complex__ or __float__ if need be: 0, or -1 with TypeError ("must be real number, not str"). */
int complex_from_object(Object *o, double *re, double *im);
double float_as_double(Object *o); /* any number with __float__ or __index__; -1.0 with exception pending */
Object *float_from_string(const char *s, size_t n); /* as float(str); ValueError */
Object *float_from_text(Object *text); /* float(x) of a str, bytes or any buffer; TypeError for anything else */
Object *float_format(Object *o, Object *spec);
Object *complex_format(Object *o, Object *spec);
intptr_t complex_hash(const Complex *c);
intptr_t float_hash_double(double d, const Object *identity);
/* Shortest text that reads back as d, as repr has it ("1e+16", "inf"): into buf of at least 32 bytes; returns length.
 */
int float_repr(double d, char *buf);
Object *float_power(double base, double exponent); /* may raise; complex for a negative base and a fraction */
double float_floor_mod(double a, double b, double *floor_quotient); /* b != 0 */

#endif
