/* The parts of the math module: math.c has the table, the other files the functions that take more than a line. */
#ifndef OURO_MATH_PARTS_H
#define OURO_MATH_PARTS_H

#include "interp/api.h"

/* math_gamma.c; nan out of the domain, infinite on overflow */
double math_gamma_of(double x);
double math_lgamma_of(double x);

/* math_sum.c */
Object *math_fsum(Object *self, Object **args, ptrdiff_t nargs);
Object *math_sumprod(Object *self, Object **args, ptrdiff_t nargs);
Object *math_prod(Object *self, Object **args, ptrdiff_t nargs);

/* math_norm.c */
Object *math_hypot(Object *self, Object **args, ptrdiff_t nargs);
Object *math_dist(Object *self, Object **args, ptrdiff_t nargs);

/* math_integer.c */
Object *math_comb(Object *self, Object **args, ptrdiff_t nargs);
Object *math_factorial(Object *self, Object **args, ptrdiff_t nargs);
Object *math_gcd(Object *self, Object **args, ptrdiff_t nargs);
Object *math_isqrt(Object *self, Object **args, ptrdiff_t nargs);
Object *math_lcm(Object *self, Object **args, ptrdiff_t nargs);
Object *math_perm(Object *self, Object **args, ptrdiff_t nargs);

#endif
