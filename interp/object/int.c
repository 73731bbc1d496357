/* int: making the objects, the conversions to C, and the type with its slots.
 *
 * The operators are in int_arith.c (over bigint.c and bigint_power.c), text in int_text.c, doubles in
 * bigint_convert.c, methods in int_methods.c.
 *
 * The ints from -5 to 256 are part of the program's data: they need no start-up work and are never freed. An instance
 * of a subclass (IntSub) holds its value as an exact int, because a class made at run time may add a __dict__ and
 * slots behind a head of fixed size. */
#include "interp/object/bigint.h"
#include "interp/object/bytes.h"
#include "interp/object/float.h"
#include "interp/object/str.h"

_Static_assert(sizeof(Int) == sizeof(IntSub), "instances of subclasses are laid out as IntSub");

Int int_small[] = {
#define SMALL(v) {{IMMORTAL, &int_type}, v},
#include "interp/object/int_small.def"
#undef SMALL
};

/* --- hits of the small ints --- */

#define NOBODY_LISTENS UINT64_MAX /* more hits than there will ever be */

uint64_t int_small_countdown = NOBODY_LISTENS;
static uint64_t hits_before = 0; /* the countdown was wound up last */
static void (*listener)(void);

uint64_t int_small_hits(void) {
    return hits_before + (listener ? 0 : NOBODY_LISTENS - int_small_countdown);
}

void int_small_listen(void (*hit)(void)) {
    hits_before = int_small_hits();
    listener = hit;
    int_small_countdown = hit ? 1 : NOBODY_LISTENS;
}

__attribute__((noinline, cold)) void int_small_attend(void) {
    int_small_countdown = 1;
    hits_before++;
    listener();
}

/* --- to C --- */

int int_sign(Object *o) {
    View v;
    view(&v, o);
    return v.negative ? -1 : v.n > 0;
}

bool int_is_odd(Object *o) {
    View v;
    view(&v, o);
    return v.n > 0 && v.limbs[0] & 1;
}

bool int_fits_i64(Object *o, int64_t *out) {
    return int_small_value(o, out);
}

int64_t int_as_i64(Object *o) {
    if (likely(o->type == &int_type)) return ((Int *)o)->value;
    Object *index = number_index(o);
    int64_t value = -1;
    if (index && !int_small_value(index, &value))
        value = raise_int(&exc_OverflowError, "Python int too large to convert to C long");
    xdecref(index);
    return value;
}

uint64_t int_as_u64(Object *o) {
    Object *index = number_index(o);
    if (!index) return (uint64_t)-1;
    View v;
    view(&v, index);
    uint64_t value = v.n ? v.limbs[0] : 0;
    if (v.negative)
        value = (uint64_t)raise_int(&exc_OverflowError, "can't convert negative value to unsigned int");
    else if (v.n > 1)
        value = (uint64_t)raise_int(&exc_OverflowError, "Python int too large to convert to C unsigned long");
    decref(index);
    return value;
}

int int_as_int(Object *o) {
    Object *index = number_index(o);
    if (!index) return -1;
    int64_t value;
    if (!int_small_value(index, &value) || value < INT32_MIN || value > INT32_MAX)
        value = raise_int(&exc_OverflowError, "Python int too large to convert to C int");
    decref(index);
    return (int)value;
}

/* --- making ints --- */

Object *int_as_type(Type *t, Object *value) {
    if (t == &int_type || !value) return value;
    IntSub *o = (IntSub *)object_new(t);
    if (!o) {
        decref(value);
        return NULL;
    }
    o->value = value;
    if (type_flag(t, TYPE_GC)) gc_track(o);
    return (Object *)o;
}

/* int(x, base) */
static Object *from_text_and_base(Object *x, Object *base_arg) {
    ptrdiff_t base = number_as_index(base_arg, NULL);
    if (base == -1 && raise_pending()) return NULL;
    if (base != 0 && (base < 2 || base > 36)) {
        return raise_error(&exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (!str_check(x) && !bytes_check(x) && !is_instance(x, &bytearray_type)) {
        return raise_error(&exc_TypeError, "int() can't convert non-string with explicit base");
    }
    return int_from_text(x, (int)base);
}

static Object *from_object(Object *x) {
    if (int_check_exact(x)) return newref(x);
    if (x->type == &str_type) return int_from_text(x, 10);
    return number_int(x);
}

static Object *int_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"", "base", NULL};
    Object *given[2] = {arg_or_null(args, nargs, 0), arg_or_null(args, nargs, 1)};
    if (kwnames) {
        if (args_bind("int", parameters, 0, 2, args, nargs, kwnames, given) < 0) return NULL;
    } else if (nargs > 2) {
        return raise_error(&exc_TypeError, "int expected at most 2 arguments, got %zd", nargs);
    }
    Object *x = given[0], *base = given[1];
    if (t == &int_type && x && !base && int_check_exact(x)) return newref(x);
    if (t == &int_type && x && !base && x->type == &float_type) return int_from_double(float_value(x));
    if (!x && base) return raise_error(&exc_TypeError, "int() missing string argument");
    return int_as_type(t, base ? from_text_and_base(x, base) : x ? from_object(x) : int_from_i64(0));
}

/* --- slots --- */

static inline bool both_ints(Object *a, Object *b) {
    return (a->type == &int_type && b->type == &int_type) || (int_check(a) && int_check(b));
}

static Object *not_ints(void) {
    return newref(NOT_IMPLEMENTED);
}

static Object *slot_add(Object *a, Object *b) {
    return both_ints(a, b) ? int_add(a, b) : not_ints();
}
static Object *slot_subtract(Object *a, Object *b) {
    return both_ints(a, b) ? int_subtract(a, b) : not_ints();
}
static Object *slot_multiply(Object *a, Object *b) {
    return both_ints(a, b) ? int_multiply(a, b) : not_ints();
}
static Object *slot_true_divide(Object *a, Object *b) {
    return both_ints(a, b) ? int_true_divide(a, b) : not_ints();
}
static Object *slot_floor_divide(Object *a, Object *b) {
    return both_ints(a, b) ? int_floor_divide(a, b) : not_ints();
}
static Object *slot_modulo(Object *a, Object *b) {
    return both_ints(a, b) ? int_modulo(a, b) : not_ints();
}
static Object *slot_divmod(Object *a, Object *b) {
    return both_ints(a, b) ? int_divmod_pair(a, b) : not_ints();
}
static Object *slot_power(Object *a, Object *b) {
    return both_ints(a, b) ? int_power(a, b) : not_ints();
}
static Object *slot_shift_left(Object *a, Object *b) {
    return both_ints(a, b) ? int_shift_left(a, b) : not_ints();
}
static Object *slot_shift_right(Object *a, Object *b) {
    return both_ints(a, b) ? int_shift_right(a, b) : not_ints();
}
static Object *slot_and(Object *a, Object *b) {
    return both_ints(a, b) ? int_and(a, b) : not_ints();
}
static Object *slot_or(Object *a, Object *b) {
    return both_ints(a, b) ? int_or(a, b) : not_ints();
}
static Object *slot_xor(Object *a, Object *b) {
    return both_ints(a, b) ? int_xor(a, b) : not_ints();
}

static Object *slot_power_mod(Object *a, Object *b, Object *modulus) {
    return both_ints(a, b) && int_check(modulus) ? int_power_mod(a, b, modulus) : not_ints();
}

Object *int_binary(Object *a, Object *b, enum BinaryOp op) {
    BinaryFn slot = int_type.binary[op];
    return slot ? slot(a, b) : not_ints();
}

static Object *slot_exact(Object *o) {
    return newref(int_exact(o));
}

static Object *slot_float(Object *o) {
    double d = int_as_double(o);
    return d == -1.0 && raise_pending() ? NULL : float_new(d);
}

static int slot_truth(Object *o) {
    return int_sign(o) != 0;
}

static Object *slot_repr(Object *o) {
    return int_to_string(o, 10);
}

static void bigint_dealloc(Object *o) {
    bigint_free((BigInt *)o);
}

/* Also of subclasses, whose instances hold an exact int. */
static void int_dealloc(Object *o) {
    if (likely(o->type == &int_type)) {
        freelist_free(&freelist_int, o);
        return;
    }
    xdecref(((IntSub *)o)->value);
    object_free(o);
}

Type int_type = {
    .mem = {.name = "int", .size = sizeof(IntSub), .flags = TYPE_INT | TYPE_BASE, .dealloc = int_dealloc},
    .doc =
        "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
        "The whole number that x stands for; 0 without arguments. A number is truncated towards zero. Text is read in "
        "the given base (2 to 36); base 0 takes the base from a prefix, as a literal in a program has it.",
    .methods = int_methods,
    .getset = int_getset,
    .new = int_new,
    .repr = slot_repr,
    .hash = int_hash,
    .compare = int_compare,
    .binary = {[BIN_ADD] = slot_add,
               [BIN_SUB] = slot_subtract,
               [BIN_MUL] = slot_multiply,
               [BIN_TRUEDIV] = slot_true_divide,
               [BIN_FLOORDIV] = slot_floor_divide,
               [BIN_MOD] = slot_modulo,
               [BIN_POW] = slot_power,
               [BIN_AND] = slot_and,
               [BIN_OR] = slot_or,
               [BIN_XOR] = slot_xor,
               [BIN_LSHIFT] = slot_shift_left,
               [BIN_RSHIFT] = slot_shift_right,
               [BIN_DIVMOD] = slot_divmod},
    .pow_mod = slot_power_mod,
    .unary =
        {[UNARY_NEG] = int_negate, [UNARY_POS] = slot_exact, [UNARY_INVERT] = int_invert, [UNARY_ABS] = int_absolute},
    .truth = slot_truth,
    .to_int = slot_exact,
    .to_index = slot_exact,
    .to_float = slot_float,
};

/* What int is inside when the value needs limbs; everything but its memory is int's. */
Type bigint_type = {
    .mem = {.name = "int",
            .size = sizeof(BigInt),
            .item_size = sizeof(mp_limb_t),
            .flags = TYPE_INT | TYPE_VARSIZE,
            .dealloc = bigint_dealloc},
    .base = &int_type,
};
