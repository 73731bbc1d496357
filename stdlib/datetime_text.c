/* Dates and times as text: isoformat's pieces, ctime, strftime. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "stdlib/datetime_parts.h"
#include "stdlib/time_parts.h"

/* --- pieces --- */

char *text_digits(char *p, unsigned value, int width) {
    for (int i = width; i-- > 0; value /= 10) p[i] = (char)('0' + value % 10);
    return p + width;
}

char *text_day(char *p, Day d) {
    p = text_digits(p, (unsigned)d.year, 4);
    *p++ = '-';
    p = text_digits(p, (unsigned)d.month, 2);
    *p++ = '-';
    return text_digits(p, (unsigned)d.day, 2);
}

/* The separator and two digits. */
static char *pair(char *p, const char *separator, unsigned value) {
    if (*separator) *p++ = *separator;
    return text_digits(p, value, 2);
}

char *text_offset(char *p, int64_t us, const char *separator) {
    *p++ = us < 0 ? '-' : '+';
    if (us < 0) us = -us;
    Clock c = calendar_clock(us);
    p = pair(pair(p, "", c.hour), separator, c.minute);
    if (c.second || c.microsecond) p = pair(p, separator, c.second);
    if (c.microsecond) {
        *p++ = '.';
        p = text_digits(p, (unsigned)c.microsecond, 6);
    }
    return p;
}

/* How much of a time is shown. */
enum Detail { HOURS, MINUTES, SECONDS, MILLISECONDS, MICROSECONDS, AUTO };

/* -1: ValueError */
static int detail_of(Object *timespec) {
    static const char *const details[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds", "auto"};
    if (!timespec) return AUTO;
    for (int i = 0; i <= AUTO; i++)
        if (str_equal_c(timespec, details[i])) return i;
    size_t n;
    char *own;
    if (str_utf8(timespec, &n, &own)) { /* else it has said what is wrong */
        heap_free(own);
        raise_error(&exc_ValueError, "Unknown timespec value");
    }
    return -1;
}

char *text_clock(char *p, Clock c, Object *timespec, Object *tzinfo, Object *dt) {
    int64_t offset;
    int detail = detail_of(timespec);
    if (detail < 0) return NULL;
    if (detail == AUTO) detail = c.microsecond ? MICROSECONDS : SECONDS;
    p = text_digits(p, c.hour, 2);
    if (detail >= MINUTES) p = pair(p, ":", c.minute);
    if (detail >= SECONDS) p = pair(p, ":", c.second);
    if (detail > SECONDS) {
        *p++ = '.';
        p = detail == MILLISECONDS ? text_digits(p, (unsigned)c.microsecond / 1000, 3)
                                   : text_digits(p, (unsigned)c.microsecond, 6);
    }
    if (!tzinfo) return p;
    int aware = zone_offset(tzinfo, dt, &offset);
    return aware < 0 ? NULL : aware ? text_offset(p, offset, ":") : p;
}

/* --- ctime and time tuples --- */

Object *text_ctime(Day d, Clock c) {
    static const char days[7][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[40];
    int n = snprintf(text, sizeof text, "%s %s %2d %02d:%02d:%02d %04d", days[calendar_weekday(d)], months[d.month - 1],
                     d.day, c.hour, c.minute, c.second, d.year);
    return str_from_ascii(text, (size_t)n);
}

Object *text_timetuple(Day d, Clock c, int dst) {
    enum { N = 9 };
    const int values[N] = {
        d.year, d.month, d.day, c.hour, c.minute, c.second, calendar_weekday(d), calendar_day_of_year(d), dst};
    Type *t = time_struct_type();
    Object *items = t ? tuple_new(N) : NULL;
    for (int i = 0; items && i < N; i++) {
        Object *v = int_from_i64(values[i]);
        tuple_set(items, i, v);
        if (!v) clear_ref(&items);
    }
    Object *result = items ? object_call1((Object *)t, items) : NULL;
    xdecref(items);
    return result;
}

/* --- strftime --- */

typedef struct Formatting {
    StrWriter w;
    const Str *format;
    Day day;
    Clock clock;
    Object *tzinfo, *dt; /* borrowed; dt is what the zone is asked about */
} Formatting;

static int put(Formatting *f, const char *text, const char *end) {
    return writer_ascii(&f->w, text, (size_t)(end - text));
}

static int put_offset(Formatting *f, const char *separator) {
    int64_t offset = 0;
    char text[24];
    int aware = zone_offset(f->tzinfo, f->dt, &offset);
    if (aware < 0) return writer_drop(&f->w), -1;
    return aware ? put(f, text, text_offset(text, offset, separator)) : 0;
}

static int put_zone_name(Formatting *f) {
    Object *name = zone_tzname(f->tzinfo, f->dt);
    if (!name) return writer_drop(&f->w), -1;
    int status = name == NONE ? 0 : writer_str(&f->w, name);
    decref(name);
    return status;
}

/* The directives that the C library does not know or does not fill up to their width, and those that are just digits.
 * Those that it handles better: 0. Otherwise 1, or -1. */
static int put_directive(Formatting *f, uint32_t letter) {
    Day d = f->day;
    Clock c = f->clock;
    unsigned value;
    int width = 2;
    char text[16];
    switch (letter) {
    case 'z': return put_offset(f, "") < 0 ? -1 : 1;
    case 'Z': return put_zone_name(f) < 0 ? -1 : 1;
    case 'F': return put(f, text, text_day(text, d)) < 0 ? -1 : 1;
    case 'Y': value = (unsigned)d.year, width = 4; break;
    case 'G': value = (unsigned)calendar_iso(d).year, width = 4; break;
    case 'C': value = (unsigned)d.year / 100; break;
    case 'm': value = (unsigned)d.month; break;
    case 'd': value = (unsigned)d.day; break;
    case 'H': value = c.hour; break;
    case 'M': value = c.minute; break;
    case 'S': value = c.second; break;
    case 'f': value = (unsigned)c.microsecond, width = 6; break;
    default: return 0;
    }
    return put(f, text, text_digits(text, value, width)) < 0 ? -1 : 1;
}

static struct tm tm_of(Day d, Clock c, int dst) {
    return (struct tm){.tm_year = d.year - 1900,
                       .tm_mon = d.month - 1,
                       .tm_mday = d.day,
                       .tm_hour = c.hour,
                       .tm_min = c.minute,
                       .tm_sec = c.second,
                       .tm_wday = (calendar_weekday(d) + 1) % 7,
                       .tm_yday = calendar_day_of_year(d) - 1,
                       .tm_isdst = dst};
}

/* Writes what begins at format[at], and returns where the next begins; -1: an exception, and the writer is empty. */
static ptrdiff_t put_next(Formatting *f, ptrdiff_t at, const struct tm *tm) {
    const Str *s = f->format;
    uint32_t c = str_at(s, at), letter = at + 1 < s->length ? str_at(s, at + 1) : 0;
    if (c != '%') return writer_char(&f->w, c) < 0 ? -1 : at + 1;
    if (letter == ':' && at + 2 < s->length && str_at(s, at + 2) == 'z') return put_offset(f, ":") < 0 ? -1 : at + 3;
    int done = put_directive(f, letter);
    if (done) return done < 0 ? -1 : at + 2;
    ptrdiff_t n = time_directive(&f->w, s, at, tm);
    if (n) return n < 0 ? -1 : at + n;
    return writer_char(&f->w, '%') < 0 ? -1 : at + 1;
}

Object *text_strftime(Object *format, Day d, Clock c, Object *tzinfo, Object *dt) {
    if (!str_check(format)) return raise_error(&exc_TypeError, "strftime() argument 1 must be str, not %K", format);
    int dst = -1;
    if (tzinfo && dt != NONE) {
        Object *answer = zone_ask(tzinfo, names.dst, dt);
        if (!answer) return NULL;
        if (answer != NONE) dst = delta_us(answer) != 0;
        decref(answer);
    }
    struct tm tm = tm_of(d, c, dst);
    Formatting f = {writer_new(), (Str *)format, d, c, tzinfo, dt};
    for (ptrdiff_t at = 0; at < f.format->length;) {
        at = put_next(&f, at, &tm);
        if (at < 0) return NULL;
    }
    return writer_finish(&f.w);
}

Object *text_format(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "__format__() argument 1 must be str, not %K", args[0]);
    return str_length(args[0]) == 0 ? object_str(self) : object_call_method(self, names.strftime, args, 1);
}

/* --- strptime --- */

Object *text_strptime(Object *cls, const char *function, Object **args, ptrdiff_t nargs) {
    if (datetime_arity("strptime", 2, nargs) < 0) return NULL;
    for (int i = 0; i < 2; i++)
        if (!str_check(args[i]))
            return raise_error(&exc_TypeError, "strptime() argument %d must be str, not %K", i + 1, args[i]);
    Object *module = import_name("_strptime"), *f = module ? object_getattr_c(module, function) : NULL;
    Object *result = f ? object_call(f, (Object *[]){cls, args[0], args[1]}, 3, NULL) : NULL;
    xdecref(f);
    xdecref(module);
    return result;
}
