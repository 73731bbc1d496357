/* Broken-down time: time.struct_time, and its ways from and to seconds and text. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "interp/object/struct_sequence.h"
#include "stdlib/time_parts.h"

#define VISIBLE 9
#define FIELDS  11

static StructSequence struct_time = {
    .name = "time.struct_time",
    .doc =
        "A point in time as year, month, day, hour, minute, second, weekday, day of the year and a flag for daylight "
        "saving time.",
    .visible = VISIBLE,
    .fields = {{"tm_year", "year, for example 1993"},
               {"tm_mon", "month of year, range [1, 12]"},
               {"tm_mday", "day of month, range [1, 31]"},
               {"tm_hour", "hours, range [0, 23]"},
               {"tm_min", "minutes, range [0, 59]"},
               {"tm_sec", "seconds, range [0, 61])"},
               {"tm_wday", "day of week, range [0, 6], Monday is 0"},
               {"tm_yday", "day of year, range [1, 366]"},
               {"tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"},
               {"tm_zone", "abbreviation of timezone name"},
               {"tm_gmtoff", "offset from UTC in seconds"}},
};

Type *time_struct_type(void) {
    return struct_sequence_type(&struct_time);
}

static Object *struct_from_tm(const struct tm *t) {
    Object *values[FIELDS] = {
        int_from_i64((int64_t)t->tm_year + 1900),
        int_from_i64(t->tm_mon + 1),
        int_from_i64(t->tm_mday),
        int_from_i64(t->tm_hour),
        int_from_i64(t->tm_min),
        int_from_i64(t->tm_sec),
        int_from_i64((t->tm_wday + 6) % 7),
        int_from_i64(t->tm_yday + 1),
        int_from_i64(t->tm_isdst),
        str_from_utf8_surrogates(t->tm_zone, strlen(t->tm_zone)),
        int_from_i64(t->tm_gmtoff),
    };
    return struct_sequence_new(&struct_time, values);
}

/* --- seconds since the epoch --- */

static bool raise_out_of_range(void) {
    raise_error(&exc_OverflowError, "timestamp out of range for platform time_t");
    return false;
}

/* Seconds, rounded down; now when NULL or None. */
static bool take_seconds(Object *o, time_t *out) {
    if (!o || o == NONE) {
        *out = time(NULL);
        return true;
    }
    if (float_check(o)) {
        double d = floor(float_value(o));
        if (isnan(d)) {
            raise_error(&exc_ValueError, "Invalid value NaN (not a number)");
            return false;
        }
        if (!(d >= -0x1p63 && d < 0x1p63)) return raise_out_of_range();
        *out = (time_t)d;
        return true;
    }
    Object *index = number_index(o);
    if (!index) return false;
    int64_t seconds;
    bool fits = int_fits_i64(index, &seconds);
    decref(index);
    *out = seconds;
    return fits || raise_out_of_range();
}

static bool broken_down(Object *seconds, struct tm *t, struct tm *(*convert)(const time_t *, struct tm *)) {
    time_t s;
    if (!take_seconds(seconds, &s)) return false;
    if (convert(&s, t)) return true;
    raise_os(NULL);
    return false;
}

Object *time_gmtime(Object *self, Object **args, ptrdiff_t nargs) {
    struct tm t;
    return broken_down(arg_or_null(args, nargs, 0), &t, gmtime_r) ? struct_from_tm(&t) : NULL;
}

Object *time_localtime(Object *self, Object **args, ptrdiff_t nargs) {
    struct tm t;
    return broken_down(arg_or_null(args, nargs, 0), &t, localtime_r) ? struct_from_tm(&t) : NULL;
}

/* --- time tuples --- */

/* Reads a tuple of nine numbers, as programs write them, into what the C library takes. */
static bool take_tuple(Object *o, const char *function, struct tm *t) {
    int v[VISIBLE];
    memset(t, 0, sizeof *t);
    if (!tuple_check(o)) {
        raise_error(&exc_TypeError, "Tuple or struct_time argument required");
        return false;
    }
    if (tuple_length(o) != VISIBLE) {
        raise_error(&exc_TypeError, "%s(): illegal time tuple argument", function);
        return false;
    }
    for (int i = 0; i < VISIBLE; i++) {
        Object *index = number_index(tuple_item(o, i));
        if (!index) return false;
        v[i] = int_as_int(index);
        decref(index);
        if (v[i] == -1 && raise_pending()) return false;
    }
    if (__builtin_sub_overflow(v[0], 1900, &t->tm_year)) {
        raise_error(&exc_OverflowError, "year out of range");
        return false;
    }
    t->tm_mon = v[1] - 1;
    t->tm_mday = v[2];
    t->tm_hour = v[3];
    t->tm_min = v[4];
    t->tm_sec = v[5];
    t->tm_wday = (v[6] + 1) % 7;
    t->tm_yday = v[7] - 1;
    t->tm_isdst = v[8];
    return true;
}

static bool refuse(const char *what) {
    raise_error(&exc_ValueError, "%s out of range", what);
    return false;
}

/* What the C library's text functions rely on. Zero counts as the first where fields start at one. */
static bool check_tuple(struct tm *t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    if (t->tm_mday == 0) t->tm_mday = 1;
    if (t->tm_yday == -1) t->tm_yday = 0;
    if (t->tm_mon < 0 || t->tm_mon > 11) return refuse("month");
    if (t->tm_mday < 0 || t->tm_mday > 31) return refuse("day of month");
    if (t->tm_hour < 0 || t->tm_hour > 23) return refuse("hour");
    if (t->tm_min < 0 || t->tm_min > 59) return refuse("minute");
    if (t->tm_sec < 0 || t->tm_sec > 61) return refuse("seconds");
    if (t->tm_wday < 0) return refuse("day of week");
    if (t->tm_yday < 0 || t->tm_yday > 365) return refuse("day of year");
    return true;
}

Object *time_mktime(Object *self, Object **args, ptrdiff_t nargs) {
    struct tm t;
    if (!take_tuple(args[0], "mktime", &t)) return NULL;
    t.tm_wday = -1; /* stays so when it fails; -1 alone is a second of 1969 */
    time_t s = mktime(&t);
    if (s == -1 && t.tm_wday == -1) return raise_error(&exc_OverflowError, "mktime argument out of range");
    return float_new((double)s);
}

static Object *as_text(const struct tm *t) {
    static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    int n = snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %d", days[t->tm_wday], months[t->tm_mon], t->tm_mday,
                     t->tm_hour, t->tm_min, t->tm_sec, t->tm_year + 1900);
    return str_from_ascii(text, (size_t)n);
}

Object *time_asctime(Object *self, Object **args, ptrdiff_t nargs) {
    struct tm t;
    Object *tuple = arg_or_null(args, nargs, 0);
    if (!tuple) return broken_down(NULL, &t, localtime_r) ? as_text(&t) : NULL;
    return take_tuple(tuple, "asctime", &t) && check_tuple(&t) ? as_text(&t) : NULL;
}

Object *time_ctime(Object *self, Object **args, ptrdiff_t nargs) {
    struct tm t;
    return broken_down(arg_or_null(args, nargs, 0), &t, localtime_r) ? as_text(&t) : NULL;
}

/* --- strftime --- */

#define DIRECTIVE_MAX 32  /* longer ones are no directives */
#define WIDTH_MAX     200 /* digits beyond that are not honoured */
#define OUTPUT_MAX    512

/* The length of the directive at `at`, which is a '%': flags, width, modifier and a letter; 0: it is none. */
static ptrdiff_t directive_length(const Str *f, ptrdiff_t at) {
    ptrdiff_t i = at + 1, width = 0;
    while (i < f->length && str_at(f, i) < 0x80 && strchr("_-0^#+", (int)str_at(f, i)) && str_at(f, i)) i++;
    for (; i < f->length && str_at(f, i) >= '0' && str_at(f, i) <= '9'; i++) width = width * 10 + str_at(f, i) - '0';
    if (i < f->length && (str_at(f, i) == 'E' || str_at(f, i) == 'O')) i++;
    bool ends = i < f->length && str_at(f, i) > ' ' && str_at(f, i) < 0x7f;
    return ends && i + 1 - at <= DIRECTIVE_MAX && width <= WIDTH_MAX ? i + 1 - at : 0;
}

/* The C library formats one directive at a time; all other characters, of any kind, are copied. */
static int write_directive(StrWriter *w, const Str *f, ptrdiff_t at, ptrdiff_t n, const struct tm *t) {
    char directive[DIRECTIVE_MAX + 1], output[OUTPUT_MAX];
    for (ptrdiff_t i = 0; i < n; i++) directive[i] = (char)str_at(f, at + i);
    directive[n] = 0;
    size_t length = strftime(output, sizeof output, directive, t);
    Object *text = str_from_utf8_surrogates(output, length);
    int status = text ? writer_str(w, text) : -1;
    if (!text) writer_drop(w);
    xdecref(text);
    return status;
}

ptrdiff_t time_directive(StrWriter *w, const Str *f, ptrdiff_t at, const struct tm *t) {
    ptrdiff_t n = directive_length(f, at);
    return n && write_directive(w, f, at, n, t) < 0 ? -1 : n;
}

static Object *formatted(const Str *f, const struct tm *t) {
    StrWriter w = writer_new();
    for (ptrdiff_t i = 0; i < f->length;) {
        ptrdiff_t n = str_at(f, i) == '%' ? time_directive(&w, f, i, t) : 0;
        if (n < 0 || (n == 0 && writer_char(&w, str_at(f, i)) < 0)) return NULL;
        i += n ? n : 1;
    }
    return writer_finish(&w);
}

/* %Z and %z of a struct_time are its own; returns a reference that keeps tm_zone's text alive. */
static Object *take_zone(Object *tuple, struct tm *t) {
    Object *zone = object_getattr_c(tuple, "tm_zone"), *offset = zone ? object_getattr_c(tuple, "tm_gmtoff") : NULL;
    if (offset && str_check(zone) && ((Str *)zone)->ascii) t->tm_zone = (const char *)str_data(zone);
    if (offset && int_check(offset)) t->tm_gmtoff = int_as_i64(offset);
    xdecref(offset);
    return zone;
}

Object *time_strftime(Object *self, Object **args, ptrdiff_t nargs) {
    Object *tuple = arg_or_null(args, nargs, 1), *zone = NULL;
    struct tm t;
    if (!str_check(args[0])) {
        return raise_error(&exc_TypeError, "strftime() argument 1 must be str, not %K", args[0]);
    }
    if (!tuple) {
        if (!broken_down(NULL, &t, localtime_r)) return NULL;
    } else if (!take_tuple(tuple, "strftime", &t) || !check_tuple(&t)) {
        return NULL;
    } else if (tuple->type == time_struct_type() && !(zone = take_zone(tuple, &t))) {
        return NULL;
    }
    t.tm_isdst = t.tm_isdst < -1 ? -1 : t.tm_isdst > 1 ? 1 : t.tm_isdst;
    Object *r = raise_pending() ? NULL : formatted((Str *)args[0], &t);
    xdecref(zone);
    return r;
}

/* --- time zone --- */

#define YEAR_SECONDS ((365 * 24 + 6) * 3600)

/* The zone as it is on the first of January and half a year later: the one that is further east is daylight time. */
int time_zone_constants(Object *module) {
    time_t january = time(NULL) / YEAR_SECONDS * YEAR_SECONDS, july = january + YEAR_SECONDS / 2;
    struct tm winter, summer;
    localtime_r(&january, &winter);
    localtime_r(&july, &summer);
    if (winter.tm_gmtoff > summer.tm_gmtoff) { /* south of the equator */
        struct tm swap = winter;
        winter = summer;
        summer = swap;
    }
    Object *names = NULL, *standard = str_from_utf8_surrogates(winter.tm_zone, strlen(winter.tm_zone));
    Object *daylight = str_from_utf8_surrogates(summer.tm_zone, strlen(summer.tm_zone));
    if (standard && daylight) names = tuple_pack(2, standard, daylight);
    xdecref(standard);
    xdecref(daylight);
    if (module_add_int(module, "timezone", -winter.tm_gmtoff) < 0 ||
        module_add_int(module, "altzone", -summer.tm_gmtoff) < 0 ||
        module_add_int(module, "daylight", winter.tm_gmtoff != summer.tm_gmtoff) < 0) {
        xdecref(names);
        return -1;
    }
    return module_add_steal(module, "tzname", names);
}
