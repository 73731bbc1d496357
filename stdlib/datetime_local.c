/* datetime and the system: timestamps, the current time, and local time with its folds.
 *
 * The C library answers one question: what do local clocks show at so many seconds since the epoch? The other way
 * round, when do local clocks show this? there may be two answers, where clocks are put back, or none, where they are
 * put forward. Then `fold` decides (PEP 495). Clocks are never put by a day, so looking a day ahead or back finds out.
 */
#include <errno.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "stdlib/datetime_parts.h"

#define EPOCH_SECONDS (EPOCH_US / US_PER_SECOND)

/* --- timestamps from programs --- */

typedef struct Timestamp {
    int64_t seconds; /* since the epoch */
    int microseconds;
} Timestamp;

static int raise_timestamp_range(void) {
    return raise_int(&exc_OverflowError, "timestamp out of range for platform time_t");
}

static int timestamp_from_double(double d, Timestamp *t) {
    if (isnan(d)) return raise_int(&exc_ValueError, "Invalid value NaN (not a number)");
    double whole, us = rint(modf(d, &whole) * US_PER_SECOND); /* halves to even */
    if (us >= US_PER_SECOND) {
        us -= US_PER_SECOND;
        whole++;
    } else if (us < 0) {
        us += US_PER_SECOND;
        whole--;
    }
    if (!(whole >= -0x1p63 && whole < 0x1p63)) return raise_timestamp_range();
    *t = (Timestamp){(int64_t)whole, (int)us};
    return 0;
}

static int timestamp_from_int(Object *o, Timestamp *t) {
    Object *index = number_index(o);
    if (!index) return -1;
    bool fits = int_fits_i64(index, &t->seconds);
    decref(index);
    t->microseconds = 0;
    return fits ? 0 : raise_timestamp_range();
}

static int take_timestamp(Object *o, Timestamp *t) {
    if (float_check(o)) return timestamp_from_double(float_value(o), t);
    if (!o->type->to_index) return raise_int(&exc_TypeError, "argument must be int or float, not %T", o);
    return timestamp_from_int(o, t);
}

static Timestamp now(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (Timestamp){t.tv_sec, (int)(t.tv_nsec / 1000)};
}

/* --- what clocks show --- */

typedef struct tm *(*Clocks)(const time_t *, struct tm *); /* localtime_r or gmtime_r */

/* 0, or -1: the year is not one from 1 to 9999. */
static int clocks_at(Clocks clocks, int64_t seconds, struct tm *t) {
    time_t s = seconds;
    if (!clocks(&s, t)) return raise_os(NULL), -1;
    int year = t->tm_year + 1900;
    if (year >= MIN_YEAR && year <= MAX_YEAR) return 0;
    return raise_int(&exc_ValueError, "year must be in %d..%d, not %d", MIN_YEAR, MAX_YEAR, year);
}

/* How far local clocks are ahead of UTC: 0, -1 */
static int offset_at(int64_t seconds, int64_t *offset) {
    struct tm t;
    if (clocks_at(localtime_r, seconds, &t) < 0) return -1;
    *offset = t.tm_gmtoff;
    return 0;
}

/* Do clocks show at that point in time what they have shown before, up to a day ago? 1, 0, -1 */
static int is_second_time(int64_t seconds) {
    int64_t offset, before, earlier;
    if (offset_at(seconds, &offset) < 0 || offset_at(seconds - SECONDS_PER_DAY, &before) < 0) return -1;
    if (before <= offset) return 0;
    if (offset_at(seconds - (before - offset), &earlier) < 0) return -1;
    return earlier == before;
}

/* When do local clocks show `shown` (as seconds from the epoch that UTC would show it at)? 0, -1 */
static int when_shown(int64_t shown, int fold, int64_t *seconds) {
    int64_t a, b, there;
    if (offset_at(shown, &a) < 0 || offset_at(shown - a, &there) < 0) return -1;
    int64_t first = shown - a;
    bool found = there == a;
    if (!found)
        b = there;
    else if (offset_at(first + (fold ? SECONDS_PER_DAY : -SECONDS_PER_DAY), &b) < 0)
        return -1;
    *seconds = first;
    if (found && a == b) return 0;
    int64_t second = shown - b;
    if (offset_at(second, &there) < 0) return -1;
    if (there == b)
        *seconds = second;
    else if (!found) /* clocks never show that: as if they had not been put forward yet, or already */
        *seconds = (first > second) == (fold == 0) ? first : second;
    return 0;
}

static int64_t shown_by(Object *moment) {
    return moment_us(moment) / US_PER_SECOND - EPOCH_SECONDS;
}

/* The zone of the system as it is at a point in time, and what it is called then. */
static Object *system_zone(int64_t seconds) {
    struct tm t;
    time_t s = seconds;
    if (!localtime_r(&s, &t)) return raise_os(NULL);
    Object *offset = delta_of(0, t.tm_gmtoff, 0);
    Object *name = offset ? str_from_utf8_surrogates(t.tm_zone, strlen(t.tm_zone)) : NULL;
    Object *zone = name ? zone_new(offset, name) : NULL;
    xdecref(offset);
    xdecref(name);
    return zone;
}

/* The zone of the system for a naive datetime. In a gap the offset is the one that makes the time later come out later:
 * that of the other fold. */
static Object *system_zone_of(Object *moment) {
    int fold = ((Moment *)moment)->clock.fold;
    int64_t here, other;
    if (when_shown(shown_by(moment), fold, &here) < 0 || when_shown(shown_by(moment), !fold, &other) < 0) return NULL;
    return system_zone(here != other && (other > here) == fold ? other : here);
}

/* --- making dates and datetimes --- */

static Object *moment_from(Type *t, Timestamp at, Clocks clocks, Object *tzinfo) {
    struct tm tm;
    if (clocks_at(clocks, at.seconds, &tm) < 0) return NULL;
    int fold = clocks == localtime_r ? is_second_time(at.seconds) : 0;
    if (fold < 0) return NULL;
    Clock c = {(uint8_t)tm.tm_hour, (uint8_t)tm.tm_min, (uint8_t)(tm.tm_sec > 59 ? 59 : tm.tm_sec), (uint8_t)fold,
               at.microseconds};
    return moment_new(t, (Day){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday}, c, tzinfo);
}

/* Steals a moment that holds UTC. */
static Object *into_zone(Object *moment, Object *tzinfo) {
    if (!moment) return NULL;
    Object *result = object_call_method(tzinfo, names.fromutc, &moment, 1);
    decref(moment);
    return result;
}

static Object *moment_in_zone(Object *cls, Timestamp at, Object *tzinfo) {
    if (!tzinfo) return moment_from((Type *)cls, at, localtime_r, NULL);
    return into_zone(moment_from((Type *)cls, at, gmtime_r, tzinfo), tzinfo);
}

Object *moment_now(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *tz = nargs && args[0] ? args[0] : NONE;
    return tzinfo_check(tz) < 0 ? NULL : moment_in_zone(cls, now(), tzinfo_or_null(tz));
}

Object *moment_fromtimestamp(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *tz = nargs > 1 && args[1] ? args[1] : NONE;
    Timestamp at;
    if (tzinfo_check(tz) < 0 || take_timestamp(args[0], &at) < 0) return NULL;
    return moment_in_zone(cls, at, tzinfo_or_null(tz));
}

static int warn_of_naive_utc(const char *method, const char *instead) {
    return raise_warning(&exc_DeprecationWarning, 1,
                         "datetime.datetime.%s() is deprecated and scheduled for removal in a future version. Use "
                         "timezone-aware objects to represent datetimes in UTC: datetime.datetime.%s.",
                         method, instead);
}

Object *moment_utcnow(Object *cls, Object **args, ptrdiff_t nargs) {
    if (warn_of_naive_utc("utcnow", "now(datetime.UTC)") < 0) return NULL;
    return moment_from((Type *)cls, now(), gmtime_r, NULL);
}

Object *moment_utcfromtimestamp(Object *cls, Object **args, ptrdiff_t nargs) {
    Timestamp at;
    if (warn_of_naive_utc("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)") < 0) return NULL;
    return take_timestamp(args[0], &at) < 0 ? NULL : moment_from((Type *)cls, at, gmtime_r, NULL);
}

/* The second that the timestamp is in; its fraction does not matter. */
Object *date_fromtimestamp(Object *cls, Object **args, ptrdiff_t nargs) {
    Timestamp at;
    Object *o = args[0];
    int status = float_check(o) ? timestamp_from_double(floor(float_value(o)), &at) : timestamp_from_int(o, &at);
    struct tm tm;
    if (status < 0 || clocks_at(localtime_r, at.seconds, &tm) < 0) return NULL;
    return date_new((Type *)cls, (Day){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday});
}

/* The clock and the class are asked through their methods, so that programs can put others in their places. */
Object *date_today(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *module = import_name("time"), *seconds = module ? object_call_method(module, names.time, NULL, 0) : NULL;
    Object *today = NULL;
    if (seconds && cls == (Object *)&date_type)
        today = date_fromtimestamp(cls, &seconds, 1);
    else if (seconds)
        today = object_call_method(cls, names.fromtimestamp, &seconds, 1);
    xdecref(seconds);
    xdecref(module);
    return today;
}

/* --- methods of datetime --- */

Object *moment_timestamp(Object *self, Object **args, ptrdiff_t nargs) {
    const Moment *m = (Moment *)self;
    int64_t offset = 0, seconds;
    int aware = zone_offset(m->tzinfo, self, &offset);
    if (aware < 0) return NULL;
    if (aware) return float_new((double)(moment_us(self) - offset - EPOCH_US) / US_PER_SECOND);
    if (when_shown(shown_by(self), m->clock.fold, &seconds) < 0) return NULL;
    return float_new((double)seconds + m->clock.microsecond / (double)US_PER_SECOND);
}

/* 0: in *utc is when self is, in microseconds like moment_us; 1: it has that zone already; -1 */
static int utc_of(Object *self, Object *tz, int64_t *utc) {
    const Moment *m = (Moment *)self;
    int64_t offset = 0;
    if (m->tzinfo && m->tzinfo == tz) return 1;
    int aware = zone_offset(m->tzinfo, self, &offset);
    if (aware < 0) return -1;
    if (!aware) {
        Object *zone = system_zone_of(self);
        if (!zone) return -1;
        offset = (int64_t)delta_us(((FixedZone *)zone)->offset);
        decref(zone);
    }
    *utc = moment_us(self) - offset;
    return 0;
}

static int64_t floor_seconds(int64_t us) {
    return us / US_PER_SECOND - (us % US_PER_SECOND < 0);
}

Object *moment_astimezone(Object *self, Object **args, ptrdiff_t nargs) {
    Object *tz = nargs && args[0] ? args[0] : NONE;
    int64_t utc = 0;
    if (tzinfo_check(tz) < 0) return NULL;
    int status = utc_of(self, tz, &utc);
    if (status) return status < 0 ? NULL : newref(self);
    Object *zone = tz == NONE ? system_zone(floor_seconds(utc - EPOCH_US)) : newref(tz);
    Object *result = zone ? into_zone(moment_at(self->type, utc, zone), zone) : NULL;
    xdecref(zone);
    return result;
}
