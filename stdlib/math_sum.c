/* Sums and products of iterables.
 *
 * fsum keeps the exact sum as a list of doubles that do not overlap (Shewchuk), and rounds once at the end. sumprod
 * adds ints in a register and floats in triple precision (Ogita, Rump and Oishi, "Accurate sum and dot product"), and
 * falls back to the operators for everything else. */
#include <math.h>
#include <string.h>

#include "stdlib/math_parts.h"

/* --- fsum --- */

#define LOCAL_PARTIALS 32

typedef struct Partials {
    double *p, local[LOCAL_PARTIALS];
    int n, room;
    double infinities, specials; /* sums of the infinite and of all special values seen */
} Partials;

static int partials_append(Partials *s, double x) {
    if (s->n == s->room) {
        size_t bytes = (size_t)s->room * sizeof(double);
        double *p = heap_realloc(s->p == s->local ? NULL : s->p, 2 * bytes);
        if (!p) {
            raise_memory();
            return -1;
        }
        if (s->p == s->local) memcpy(p, s->local, bytes);
        s->p = p;
        s->room *= 2;
    }
    s->p[s->n++] = x;
    return 0;
}

static int partials_add(Partials *s, double item) {
    double x = item;
    int kept = 0;
    for (int i = 0; i < s->n; i++) {
        double y = s->p[i];
        if (fabs(x) < fabs(y)) {
            double larger = y;
            y = x;
            x = larger;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0) s->p[kept++] = low;
        x = high;
    }
    s->n = kept;
    if (x == 0.0) return 0;
    if (isfinite(x)) return partials_append(s, x);
    if (isfinite(item)) return raise_int(&exc_OverflowError, "intermediate overflow in fsum");
    if (isinf(item)) s->infinities += item;
    s->specials += item;
    s->n = 0;
    return 0;
}

/* From the largest down, until a partial is lost to rounding; what comes after that decides a tie. */
static double partials_round(const Partials *s) {
    int n = s->n;
    if (n == 0) return 0.0;
    double high = s->p[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = s->p[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0) break;
    }
    if (n > 0 && ((low < 0.0 && s->p[n - 1] < 0.0) || (low > 0.0 && s->p[n - 1] > 0.0))) {
        double twice = low * 2.0, x = high + twice;
        if (twice == x - high) high = x;
    }
    return high;
}

static Object *partials_result(const Partials *s) {
    if (s->specials == 0.0) return float_new(partials_round(s));
    if (isnan(s->infinities)) return raise_error(&exc_ValueError, "-inf + inf in fsum");
    return float_new(s->specials);
}

Object *math_fsum(Object *self, Object **args, ptrdiff_t nargs) {
    Object *it = object_iter(args[0]), *item;
    if (!it) return NULL;
    Partials s = {.room = LOCAL_PARTIALS};
    s.p = s.local;
    while ((item = object_next(it))) {
        double x = item->type == &float_type ? float_value(item) : float_as_double(item);
        decref(item);
        if ((x == -1.0 && raise_pending()) || partials_add(&s, x) < 0) break;
    }
    decref(it);
    Object *r = raise_pending() ? NULL : partials_result(&s);
    if (s.p != s.local) heap_free(s.p);
    return r;
}

/* --- prod --- */

/* Floats are multiplied in a register, as long as they come: *r is a float then, or still the int 1. */
static Object *product_of_floats(Object *it, Object **r) {
    Object *item;
    double product = (*r)->type == &float_type ? float_value(*r) : 1.0;
    bool any = false;
    while ((item = object_next(it)) && item->type == &float_type) {
        product *= float_value(item);
        any = true;
        decref(item);
    }
    if (any) set_ref(r, float_new(product));
    return item;
}

Object *math_prod(Object *self, Object **args, ptrdiff_t nargs) {
    Object *start = arg_or_null(args, nargs, 1), *it = object_iter(args[0]), *item = NULL;
    if (!it) return NULL;
    Object *r = start ? newref(start) : int_from_i64(1);
    if (r && (!start || start->type == &float_type) && (item = product_of_floats(it, &r))) {
        if (r) set_ref(&r, number_binary(r, item, BIN_MUL));
        decref(item);
    }
    while (r && (item = object_next(it))) {
        set_ref(&r, number_binary(r, item, BIN_MUL));
        decref(item);
    }
    decref(it);
    if (raise_pending()) clear_ref(&r);
    return r;
}

/* --- sumprod --- */

typedef struct Double {
    double high, low;
} Double;

typedef struct Triple {
    double high, low, tiny;
} Triple;

static Double exact_sum(double a, double b) {
    double x = a + b, z = x - a;
    return (Double){x, (a - (x - z)) + (b - z)};
}

static Triple triple_fma(double x, double y, Triple t) {
    double product = x * y, error = fma(x, y, -product);
    Double sum = exact_sum(t.high, product), low = exact_sum(t.low, error), rest = exact_sum(low.high, sum.low);
    return (Triple){sum.high, rest.high, t.tiny + low.low + rest.low};
}

static double triple_round(Triple t) {
    return t.high + (t.low + t.tiny);
}

/* The sum so far: `total`, and what was added up in registers since. Each fast way ends with the first pair that it
 * cannot take. */
typedef struct SumOfProducts {
    Object *total; /* owned; NULL after a failure */
    bool ints_over, floats_over, ints_used, floats_used;
    int64_t ints;
    Triple floats;
} SumOfProducts;

static void add_to_total(SumOfProducts *s, Object *addend) {
    if (s->total) set_ref(&s->total, addend ? number_binary(s->total, addend, BIN_ADD) : NULL);
    xdecref(addend);
}

static void end_ints(SumOfProducts *s) {
    if (s->ints_used) add_to_total(s, int_from_i64(s->ints));
    s->ints_over = true;
    s->ints_used = false;
}

static void end_floats(SumOfProducts *s) {
    if (s->floats_used) add_to_total(s, float_new(triple_round(s->floats)));
    s->floats_over = true;
    s->floats_used = false;
}

static bool take_ints(SumOfProducts *s, Object *p, Object *q) {
    int64_t product, sum;
    if (p->type != &int_type || q->type != &int_type) return false;
    if (__builtin_mul_overflow(((Int *)p)->value, ((Int *)q)->value, &product)) return false;
    if (__builtin_add_overflow(s->ints, product, &sum)) return false;
    s->ints = sum;
    s->ints_used = true;
    return true;
}

static bool take_floats(SumOfProducts *s, Object *p, Object *q) {
    double x, y;
    bool p_float = p->type == &float_type, q_float = q->type == &float_type;
    bool p_int = int_check_exact(p) || p->type == &bool_type, q_int = int_check_exact(q) || q->type == &bool_type;
    if (!(p_float && (q_float || q_int)) && !(q_float && p_int)) return false;
    if (float_operand(p, &x) < 0 || float_operand(q, &y) < 0) {
        raise_clear(); /* an int too large: the operators will say so again */
        return false;
    }
    Triple t = triple_fma(x, y, s->floats);
    if (!isfinite(t.high)) return false;
    s->floats = t;
    s->floats_used = true;
    return true;
}

static void add_pair(SumOfProducts *s, Object *p, Object *q) {
    if (!s->ints_over) {
        if (take_ints(s, p, q)) return;
        end_ints(s);
    }
    if (!s->floats_over) {
        if (take_floats(s, p, q)) return;
        end_floats(s);
    }
    if (s->total) add_to_total(s, number_binary(p, q, BIN_MUL));
}

/* The next item of both: 1; 0 at the end of both; -1 */
static int next_pair(Object *p_it, Object *q_it, Object **p, Object **q) {
    *q = NULL;
    *p = object_next(p_it);
    if (!*p && raise_pending()) return -1;
    *q = object_next(q_it);
    if (!*q && raise_pending()) return -1;
    if (!*p != !*q) return raise_int(&exc_ValueError, "Inputs are not the same length");
    return *p != NULL;
}

Object *math_sumprod(Object *self, Object **args, ptrdiff_t nargs) {
    Object *p_it = object_iter(args[0]), *q_it = p_it ? object_iter(args[1]) : NULL, *p, *q;
    SumOfProducts s = {.total = q_it ? int_from_i64(0) : NULL};
    int status = 0;
    while (s.total && (status = next_pair(p_it, q_it, &p, &q)) != 0) {
        if (status > 0) add_pair(&s, p, q);
        xdecref(p);
        xdecref(q);
        if (status < 0) break;
    }
    if (status < 0) clear_ref(&s.total);
    end_ints(&s);
    end_floats(&s);
    xdecref(p_it);
    xdecref(q_it);
    return s.total;
}
