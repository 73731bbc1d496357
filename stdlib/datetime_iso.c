/* fromisoformat: the forms of ISO 8601.
 *
 *      date      YYYY-MM-DD  YYYYMMDD  YYYY-Www  YYYYWww  YYYY-Www-D  YYYYWwwD
 *      time      HH[:MM[:SS[.fraction]]]  or the same without colons; then, of an aware one, Z or +HH[:MM[:SS[.f]]]
 *      datetime  a date, any character, a time
 *
 * A Reader goes over the text once. Its functions return false without an exception where the text has another form;
 * values out of range are found by the checks that the constructors have, too. */
#include "stdlib/datetime_parts.h"

typedef struct Reader {
    const Str *text;
    ptrdiff_t at, end;
} Reader;

static uint32_t peek(const Reader *r) {
    return r->at < r->end ? str_at(r->text, r->at) : 0;
}

static bool is_digit(uint32_t c) {
    return c - '0' < 10;
}

static bool take(Reader *r, char c) {
    if (peek(r) != (uint8_t)c) return false;
    r->at++;
    return true;
}

static bool take_number(Reader *r, int digits, int *out) {
    *out = 0;
    for (; digits > 0; digits--, r->at++) {
        if (!is_digit(peek(r))) return false;
        *out = *out * 10 + (int)(peek(r) - '0');
    }
    return true;
}

static Object *raise_invalid(Object *text) {
    return raise_error(&exc_ValueError, "Invalid isoformat string: %R", text);
}

static Reader reader_of(Object *text) {
    return (Reader){(Str *)text, 0, str_length(text)};
}

static int check_text(Object *o) {
    return str_check(o) ? 0 : raise_int(&exc_TypeError, "fromisoformat: argument must be str");
}

/* --- dates --- */

static bool read_week(Reader *r, bool dashes, Day *d) {
    Day w = {.year = d->year, .day = 1};
    if (!take_number(r, 2, &w.month)) return false;
    if (r->at < r->end && ((dashes && !take(r, '-')) || !take_number(r, 1, &w.day))) return false;
    if (week_to_day(w, d) == 0) return true;
    raise_clear();
    return false;
}

/* All of the text up to r->end. The result may be no day of the calendar. */
static bool read_date(Reader *r, Day *d) {
    if (!take_number(r, 4, &d->year)) return false;
    bool dashes = take(r, '-');
    if (take(r, 'W')) return read_week(r, dashes, d) && r->at == r->end;
    return take_number(r, 2, &d->month) && (!dashes || take(r, '-')) && take_number(r, 2, &d->day) && r->at == r->end;
}

Object *iso_date_from(Object *cls, Object **args, ptrdiff_t nargs) {
    if (check_text(args[0]) < 0) return NULL;
    Reader r = reader_of(args[0]);
    Day d;
    if (!read_date(&r, &d)) return raise_invalid(args[0]);
    return date_check(d) < 0 ? NULL : date_new((Type *)cls, d);
}

/* --- times --- */

typedef struct Reading {
    int hour, minute, second, microsecond;
} Reading;

/* Digits behind the sixth are read and dropped. */
static bool read_fraction(Reader *r, int *microsecond) {
    int digits = 0, value = 0;
    for (; is_digit(peek(r)); r->at++, digits++)
        if (digits < 6) value = value * 10 + (int)(peek(r) - '0');
    for (int i = digits; i < 6; i++) value *= 10;
    *microsecond = value;
    return digits > 0;
}

/* HH[:MM[:SS[.fraction]]] */
static bool read_clock(Reader *r, Reading *t) {
    *t = (Reading){0};
    if (!take_number(r, 2, &t->hour)) return false;
    bool colons = peek(r) == ':';
    int *const rest[] = {&t->minute, &t->second};
    for (int i = 0; i < 2; i++) {
        if (!(colons ? take(r, ':') : is_digit(peek(r)))) return true;
        if (!take_number(r, 2, rest[i])) return false;
    }
    return take(r, '.') || take(r, ',') ? read_fraction(r, &t->microsecond) : true;
}

static int64_t reading_us(Reading t) {
    return ((t.hour * 60 + t.minute) * 60 + t.second) * (int64_t)US_PER_SECOND + t.microsecond;
}

/* What is behind the time: *zone is a new reference, or NULL. 1; 0: another form; -1: an exception. */
static int read_zone(Reader *r, Object **zone) {
    *zone = NULL;
    if (r->at == r->end) return 1;
    if (take(r, 'Z')) {
        *zone = newref(zone_utc);
        return r->at == r->end;
    }
    bool west = peek(r) == '-';
    Reading offset;
    if (!(take(r, '-') || take(r, '+')) || !read_clock(r, &offset) || r->at < r->end) return 0;
    int64_t us = reading_us(offset);
    return (*zone = zone_fixed(west ? -us : us)) ? 1 : -1;
}

/* Midnight at the end of a day is that at the start of the next. 1: it was that; 0; -1 */
static int wrap_midnight(Reading *t) {
    if (t->hour != 24) return 0;
    if (t->minute || t->second || t->microsecond)
        return raise_int(&exc_ValueError, "minute, second, and microsecond must be 0 when hour is 24");
    t->hour = 0;
    return 1;
}

/* A time and a zone: as read_zone. */
static int read_time(Reader *r, Reading *t, Object **zone) {
    *zone = NULL;
    return read_clock(r, t) ? read_zone(r, zone) : 0;
}

Object *iso_time_from(Object *cls, Object **args, ptrdiff_t nargs) {
    if (check_text(args[0]) < 0) return NULL;
    Reader r = reader_of(args[0]);
    Reading t;
    Clock c;
    Object *zone, *result = NULL;
    take(&r, 'T');
    int status = read_time(&r, &t, &zone);
    if (status == 0)
        raise_invalid(args[0]);
    else if (status > 0 && wrap_midnight(&t) >= 0 && clock_check(t.hour, t.minute, t.second, t.microsecond, 0, &c) == 0)
        result = daytime_new((Type *)cls, c, zone);
    xdecref(zone);
    return result;
}

/* --- both --- */

/* Where the date ends. A week's form does not tell whether a weekday follows: digits do, in the basic form those of an
 * odd number that would leave a time half a pair. */
static ptrdiff_t date_end(const Str *s) {
    bool dash = str_at(s, 4) == '-';
    ptrdiff_t week = 4 + dash, n = s->length;
    if (str_at(s, week) != 'W') return dash ? 10 : 8;
    ptrdiff_t end = week + 3;
    if (dash) {
        bool weekday = n > end + 1 && str_at(s, end) == '-' && is_digit(str_at(s, end + 1));
        return weekday && !(n > end + 2 && is_digit(str_at(s, end + 2))) ? end + 2 : end;
    }
    ptrdiff_t digits = end;
    while (digits < n && is_digit(str_at(s, digits))) digits++;
    return digits < end + 2 ? digits : digits % 2 == 0 ? end : end + 1;
}

static int next_day(Day *d) {
    d->day++;
    if (d->day <= calendar_days_in_month(d->year, d->month)) return 0;
    *d = (Day){d->year + d->month / 12, d->month % 12 + 1, 1};
    return date_check(*d);
}

Object *iso_moment_from(Object *cls, Object **args, ptrdiff_t nargs) {
    enum { SHORTEST = 7 };
    if (check_text(args[0]) < 0) return NULL;
    Reader r = reader_of(args[0]);
    Day d;
    Reading t = {0};
    Clock c;
    Object *zone = NULL, *result = NULL;
    if (r.end < SHORTEST) return raise_invalid(args[0]);
    Reader date = {r.text, 0, date_end(r.text)};
    if (date.end > r.end) date.end = r.end;
    if (!read_date(&date, &d)) return raise_invalid(args[0]);
    int status = 1;
    if (date.end < r.end) {
        r.at = date.end + 1;
        status = read_time(&r, &t, &zone);
    }
    if (status == 0) {
        raise_invalid(args[0]);
    } else if (status > 0 && date_check(d) == 0) {
        int next = wrap_midnight(&t);
        if (next >= 0 && (!next || next_day(&d) == 0) &&
            clock_check(t.hour, t.minute, t.second, t.microsecond, 0, &c) == 0)
            result = moment_new((Type *)cls, d, c, zone);
    }
    xdecref(zone);
    return result;
}
