/* Euclidean length of vectors: hypot and dist. The squares are summed with about twice the precision of a double: each
 * is split into a rounded product and its exact error, and so is each addition; the square root is corrected by one
 * Newton step on the exact residue. The vector is scaled by a power of two first, so that no square overflows or
 * vanishes and the sum lies between 1 and n + 1. */
#include <float.h>
#include <math.h>

#include "stdlib/math_parts.h"

#define LOCAL_COORDINATES 32

/* A sum with its rounding errors kept apart. */
typedef struct Sum {
    double high, product_errors, sum_errors;
} Sum;

static void add_product(Sum *s, double x, double y) {
    double product = x * y, sum = s->high + product; /* |high| >= |product| */
    s->product_errors += fma(x, y, -product);
    s->sum_errors += product - (sum - s->high);
    s->high = sum;
}

static double length_of(double *v, ptrdiff_t n, double max, bool found_nan) {
    if (isinf(max)) return max;
    if (found_nan) return NAN;
    if (max == 0.0 || n <= 1) return max;
    int exponent;
    frexp(max, &exponent);
    if (exponent < -1023) { /* the scale would overflow */
        for (ptrdiff_t i = 0; i < n; i++) v[i] /= DBL_MIN;
        return DBL_MIN * length_of(v, n, max / DBL_MIN, false);
    }
    double scale = ldexp(1.0, -exponent);
    Sum s = {1.0, 0.0, 0.0}; /* starts at 1 so that it is always the larger addend */
    for (ptrdiff_t i = 0; i < n; i++) add_product(&s, v[i] * scale, v[i] * scale);
    double root = sqrt(s.high - 1.0 + (s.product_errors + s.sum_errors));
    add_product(&s, -root, root);
    root += (s.high - 1.0 + (s.product_errors + s.sum_errors)) / (2.0 * root);
    return root / scale;
}

/* The coordinates of a vector as they come. */
typedef struct Vector {
    double *v, local[LOCAL_COORDINATES], max;
    bool found_nan;
} Vector;

static int vector_open(Vector *v, ptrdiff_t n) {
    v->max = 0.0;
    v->found_nan = false;
    v->v = n <= LOCAL_COORDINATES ? v->local : heap_alloc((size_t)n * sizeof(double));
    if (v->v) return 0;
    raise_memory();
    return -1;
}

static void vector_put(Vector *v, ptrdiff_t i, double x) {
    x = fabs(x);
    v->v[i] = x;
    v->found_nan |= isnan(x);
    if (x > v->max) v->max = x;
}

static Object *vector_length(Vector *v, ptrdiff_t n) {
    double r = length_of(v->v, n, v->max, v->found_nan);
    if (v->v != v->local) heap_free(v->v);
    return float_new(r);
}

static void *vector_drop(Vector *v) {
    if (v->v != v->local) heap_free(v->v);
    return NULL;
}

Object *math_hypot(Object *self, Object **args, ptrdiff_t nargs) {
    Vector v;
    if (vector_open(&v, nargs) < 0) return NULL;
    for (ptrdiff_t i = 0; i < nargs; i++) {
        double x = float_as_double(args[i]);
        if (x == -1.0 && raise_pending()) return vector_drop(&v);
        vector_put(&v, i, x);
    }
    return vector_length(&v, nargs);
}

/* Of two tuples. Converting an item may run code, but a tuple does not change. */
static Object *distance(Object *p, Object *q) {
    ptrdiff_t n = tuple_length(p);
    if (n != tuple_length(q)) {
        return raise_error(&exc_ValueError, "both points must have the same number of dimensions");
    }
    Vector v;
    if (vector_open(&v, n) < 0) return NULL;
    for (ptrdiff_t i = 0; i < n; i++) {
        double x = float_as_double(tuple_item(p, i));
        if (x == -1.0 && raise_pending()) return vector_drop(&v);
        double y = float_as_double(tuple_item(q, i));
        if (y == -1.0 && raise_pending()) return vector_drop(&v);
        vector_put(&v, i, x - y);
    }
    return vector_length(&v, n);
}

Object *math_dist(Object *self, Object **args, ptrdiff_t nargs) {
    Object *p = sequence_tuple(args[0]), *q = p ? sequence_tuple(args[1]) : NULL;
    Object *r = q ? distance(p, q) : NULL;
    xdecref(p);
    xdecref(q);
    return r;
}
