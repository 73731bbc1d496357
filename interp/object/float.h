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

static inline bool float_check(const Object *o) { return has_flag(o, TYPE_FLOAT); }
static inline double float_value(const Object *o) { return ((const Float *)o)->value; }

static inline Object *float_new(double v) {
    Float *o = freelist_alloc(&freelist_float);
    if (unlikely(!o)) return NULL;
    o->base.refcount = 1;
    o->base.type = &float_type;
    o->value = v;
    return (Object *)o;
}

Object *complex_new(double re, double im);
double float_as_double(Object *o);  /* any number with __float__ or __index__; -1.0 with exception pending */
Object *float_from_string(const char *s, size_t n); /* as float(str); ValueError */
Object *float_format(Object *o, Object *spec);
intptr_t complex_hash(const Complex *c);
intptr_t float_hash_double(double d, const Object *identity);
/* Shortest text that reads back as d, as repr has it ("1e+16", "inf"): into buf of at least 32 bytes; returns length. */
int float_repr(double d, char *buf);
Object *float_power(double base, double exponent); /* may raise; complex for a negative base and a fraction */
double float_floor_mod(double a, double b, double *floor_quotient); /* b != 0 */

#endif
