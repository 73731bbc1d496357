/* The functions of the math module on integers: arguments come through __index__, the work is in int_theory.c. */
#include "stdlib/math_parts.h"

/* f over all arguments, two at a time; `start` for none. */
static Object *reduce(Object **args, ptrdiff_t nargs, int64_t start, Object *(*f)(Object *, Object *)) {
    Object *r = int_from_i64(start);
    for (ptrdiff_t i = 0; r && i < nargs; i++) {
        Object *next = number_index(args[i]);
        set_ref(&r, next ? f(r, next) : NULL);
        xdecref(next);
    }
    return r;
}

Object *math_gcd(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 2 && args[0]->type == &int_type && args[1]->type == &int_type) {
        int64_t a = ((Int *)args[0])->value, b = ((Int *)args[1])->value;
        if (a >= 0 && b >= 0) {
            for (int64_t rest; b; a = b, b = rest) rest = a % b;
            return int_from_i64(a);
        }
    }
    return reduce(args, nargs, 0, int_gcd);
}
Object *math_lcm(Object *self, Object **args, ptrdiff_t nargs) {
    return reduce(args, nargs, 1, int_lcm);
}

Object *math_isqrt(Object *self, Object **args, ptrdiff_t nargs) {
    Object *n = number_index(args[0]), *r = NULL;
    if (!n) return NULL;
    if (int_sign(n) < 0)
        raise_error(&exc_ValueError, "isqrt() argument must be nonnegative");
    else
        r = int_isqrt(n);
    decref(n);
    return r;
}

static Object *factorial(Object *n) {
    int64_t value;
    if (int_sign(n) < 0) return raise_error(&exc_ValueError, "factorial() not defined for negative values");
    if (int_fits_i64(n, &value)) return int_factorial((uint64_t)value);
    return raise_error(&exc_OverflowError, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
}

Object *math_factorial(Object *self, Object **args, ptrdiff_t nargs) {
    Object *n = number_index(args[0]), *r = n ? factorial(n) : NULL;
    xdecref(n);
    return r;
}

/* Both arguments of comb and perm as ints that are not negative: 1; 0 when k > n; -1 */
static int take_counts(Object **args, Object **n, Object **k) {
    *k = NULL;
    *n = number_index(args[0]);
    if (!*n || !(*k = number_index(args[1]))) return -1;
    if (int_sign(*n) < 0) return raise_int(&exc_ValueError, "n must be a non-negative integer");
    if (int_sign(*k) < 0) return raise_int(&exc_ValueError, "k must be a non-negative integer");
    return int_order(*k, *n) <= 0;
}

static Object *permutations(Object *n, Object *k) {
    int64_t count, factor, product = 1;
    if (int_fits_i64(n, &factor) && int_fits_i64(k, &count) && count <= 20) {
        while (count > 0 && !__builtin_mul_overflow(product, factor, &product)) {
            factor--;
            count--;
        }
        if (count == 0) return int_from_i64(product);
    }
    if (int_fits_i64(k, &count)) return int_permutations(n, (uint64_t)count);
    return raise_error(&exc_OverflowError, "k must not exceed %lld", (long long)INT64_MAX);
}

Object *math_perm(Object *self, Object **args, ptrdiff_t nargs) {
    Object *n, *k, *r = NULL;
    if (nargs < 2 || !args[1] || args[1] == NONE) return math_factorial(self, args, 1);
    int status = take_counts(args, &n, &k);
    if (status >= 0) r = status ? permutations(n, k) : int_from_i64(0);
    xdecref(n);
    xdecref(k);
    return r;
}

static Object *combinations(Object *n, Object *k) {
    int64_t count;
    Object *rest = int_subtract(n, k), *r = NULL;
    if (!rest) return NULL;
    if (int_fits_i64(int_order(rest, k) < 0 ? rest : k, &count))
        r = int_binomial(n, (uint64_t)count);
    else
        raise_error(&exc_OverflowError, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    decref(rest);
    return r;
}

Object *math_comb(Object *self, Object **args, ptrdiff_t nargs) {
    Object *n, *k, *r = NULL;
    int status = take_counts(args, &n, &k);
    if (status >= 0) r = status ? combinations(n, k) : int_from_i64(0);
    xdecref(n);
    xdecref(k);
    return r;
}
