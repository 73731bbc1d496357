/* Lays out the digits of a double (float_digits.c): in positional form or with an exponent, the way repr and the format
 * codes e, f and g have it. */
#include "interp/object/float_text.h"

#include "interp/object/decimal.h"

#define REPR_POSITIONAL_MAX 16 /* digits in front of the point */
#define DECIMALS_ALL        (-1)

/* What is to be written. */
typedef struct Layout {
    const Digits10 *digits;
    ptrdiff_t decimals; /* digits behind the point, or DECIMALS_ALL: as many as there are */
    bool exponent, point_always, point_zero;
    char e;
} Layout;

/* `count` digits from index `from` on; there are zeros in front of the first digit and behind the last. */
static char *put_range(char *out, const Digits10 *d, ptrdiff_t from, ptrdiff_t count) {
    ptrdiff_t zeros = from >= 0 ? 0 : -from < count ? -from : count;
    if (zeros > 0) memset(out, '0', (size_t)zeros);
    out += zeros;
    from += zeros;
    count -= zeros;
    ptrdiff_t there = from >= d->n ? 0 : d->n - from < count ? d->n - from : count;
    if (there > 0) memcpy(out, d->text + from, (size_t)there);
    if (there < count) memset(out + there, '0', (size_t)(count - there));
    return out + count;
}

static char *put_exponent(char *out, char e, int value) {
    *out++ = e;
    *out++ = value < 0 ? '-' : '+';
    unsigned v = (unsigned)abs(value);
    if (v >= 100) *out++ = (char)('0' + v / 100);
    *out++ = (char)('0' + v / 10 % 10);
    *out++ = (char)('0' + v % 10);
    return out;
}

static char *put_layout(char *out, const Layout *l) {
    const Digits10 *d = l->digits;
    ptrdiff_t whole = l->exponent ? 1 : d->point, decimals = l->decimals;
    if (whole <= 0)
        *out++ = '0';
    else
        out = put_range(out, d, 0, whole);
    if (decimals == DECIMALS_ALL) decimals = d->n > whole ? d->n - whole : 0;
    if (decimals == 0 && l->point_zero && !l->exponent) decimals = 1;
    if (decimals > 0 || l->point_always) *out++ = '.';
    out = put_range(out, d, whole, decimals);
    return l->exponent ? put_exponent(out, l->e, d->point - 1) : out;
}

static char *put_sign(char *out, double d, int flags) {
    if (signbit(d))
        *out++ = '-';
    else if (flags & FLOAT_PLUS)
        *out++ = '+';
    return out;
}

static void put_special(FloatText *t, double d, bool capitals, bool percent, int flags) {
    char *out = isnan(d) ? put_sign(t->local, 1.0, flags) : put_sign(t->local, d, flags);
    memcpy(out, isnan(d) ? (capitals ? "NAN" : "nan") : (capitals ? "INF" : "inf"), 3);
    out += 3;
    if (percent) *out++ = '%';
    t->n = (size_t)(out - t->local);
}

/* g and repr take the exponent form for numbers that are very small or longer than `limit` digits. */
static void layout_general(Layout *l, ptrdiff_t limit) {
    l->exponent = l->digits->point <= -4 || l->digits->point > limit;
}

static Layout layout_of(Digits10 *digits, double d, char code, ptrdiff_t precision, int flags) {
    Layout l = {.digits = digits, .decimals = precision, .point_always = flags & FLOAT_ALTERNATE};
    l.point_zero = flags & FLOAT_POINT_ZERO;
    switch (code) {
    case 'r':
        digits_shortest(digits, d);
        l.decimals = DECIMALS_ALL;
        layout_general(&l, REPR_POSITIONAL_MAX);
        break;
    case 'e':
        digits_significant(digits, d, precision + 1);
        l.exponent = true;
        break;
    case 'g':
        if (precision == 0) precision = 1;
        digits_significant(digits, d, precision);
        layout_general(&l, precision - l.point_zero);
        l.decimals = !l.point_always ? DECIMALS_ALL : precision - (l.exponent ? 1 : digits->point);
        break;
    default: digits_fixed(digits, d, precision);
    }
    return l;
}

int float_text(FloatText *t, double d, char code, ptrdiff_t precision, int flags) {
    bool capitals = code >= 'A' && code <= 'Z', percent = code == '%';
    t->text = t->local;
    if (!isfinite(d)) {
        put_special(t, d, capitals, percent, flags);
        return 0;
    }
    if (percent) d *= 100;
    if (!isfinite(d)) {
        put_special(t, d, capitals, percent, flags);
        return 0;
    }
    Digits10 digits;
    Layout l = layout_of(&digits, d, percent ? 'f' : (char)(code | 0x20), precision, flags);
    l.e = capitals ? 'E' : 'e';
    ptrdiff_t whole = l.exponent || digits.point < 1 ? 1 : digits.point;
    ptrdiff_t zeros = !l.exponent && digits.point < 0 ? -digits.point : 0; /* right behind the point */
    ptrdiff_t decimals = l.decimals == DECIMALS_ALL ? digits.n + zeros : l.decimals;
    size_t room = (size_t)(whole + decimals) + 10; /* sign, point, ".0", exponent, percent */
    if (room > sizeof t->local && !(t->text = heap_alloc(room))) {
        raise_memory();
        return -1;
    }
    char *out = put_layout(put_sign(t->text, d, flags), &l);
    if (percent) *out++ = '%';
    t->n = (size_t)(out - t->text);
    return 0;
}

void float_text_drop(FloatText *t) {
    if (t->text != t->local) heap_free(t->text);
}

int float_repr(double d, char *buf) {
    FloatText t; /* never longer than 24 characters */
    float_text(&t, d, 'r', 0, FLOAT_POINT_ZERO);
    memcpy(buf, t.text, t.n);
    buf[t.n] = 0;
    return (int)t.n;
}
