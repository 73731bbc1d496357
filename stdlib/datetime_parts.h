/* The parts of the datetime module, and the four shapes of its objects.
 *
 *      Delta      days, seconds, microseconds      0 <= seconds < 86400, 0 <= microseconds < 10**6
 *      Date       year, month, day                 Moment begins with a Date: datetime is a subclass of date
 *      Daytime    clock, tzinfo
 *      Moment     Date, clock, tzinfo
 *
 * The plain structs Day and Clock are what the parts hand to each other, so that no object is made in between. All
 * arithmetic is done with single numbers: ordinals of days (1 is the first of January of the year 1), and microseconds,
 * which from the year 1 to 9999 fit an int64_t.
 *
 * `hash` is -1 until it is asked for. An absent tzinfo is NULL. Objects with a tzinfo can be part of a cycle, and only
 * those are tracked by the collector.
 */
#ifndef OURO_DATETIME_PARTS_H
#define OURO_DATETIME_PARTS_H

#include "interp/api.h"
#include "interp/object/item.h"

enum { MIN_YEAR = 1, MAX_YEAR = 9999, MAX_ORDINAL = 3652059, MAX_DELTA_DAYS = 999999999 };
enum { US_PER_SECOND = 1000000, SECONDS_PER_DAY = 86400 };
#define US_PER_DAY ((int64_t)SECONDS_PER_DAY * US_PER_SECOND)
/* Microseconds from the year 1 to 1970 and to the end of 9999; as ordinals count from 1, so does this. */
#define EPOCH_US   (719163 * US_PER_DAY)

typedef struct Day {
    int year, month, day;
} Day;

typedef struct Clock {
    uint8_t hour, minute, second, fold;
    int32_t microsecond;
} Clock;

typedef struct Delta {
    Object base;
    intptr_t hash;
    int32_t days, seconds, microseconds;
} Delta;

typedef struct Date {
    Object base;
    intptr_t hash;
    uint16_t year;
    uint8_t month, day;
} Date;

typedef struct Daytime {
    Object base;
    intptr_t hash;
    Clock clock;
    Object *tzinfo; /* owned */
} Daytime;

typedef struct Moment {
    Date date;
    Clock clock;
    Object *tzinfo; /* owned */
} Moment;

typedef struct FixedZone {
    Object base;
    Object *offset; /* owned: a Delta */
    Object *name;   /* owned: a str, or NULL */
} FixedZone;

typedef __int128 Wide; /* microseconds of any Delta, and products of them */

extern Type delta_type, date_type, daytime_type, moment_type, tzinfo_type, fixed_zone_type, iso_date_type;

static inline bool is_delta(const Object *o) {
    return is_instance(o, &delta_type);
}
static inline bool is_date(const Object *o) {
    return is_instance(o, &date_type);
}
static inline bool is_daytime(const Object *o) {
    return is_instance(o, &daytime_type);
}
static inline bool is_moment(const Object *o) {
    return is_instance(o, &moment_type);
}
static inline bool is_tzinfo(const Object *o) {
    return is_instance(o, &tzinfo_type);
}
static inline Day day_of(const void *date) {
    const Date *d = date;
    return (Day){d->year, d->month, d->day};
}

static inline Object *datetime_compared(int64_t a, int64_t b, enum CompareOp op) {
    return new_bool(length_order(a, b, op));
}

/* An argument as a C int, as the module's functions take them: 0, or -1 with TypeError or OverflowError. */
int datetime_int(Object *o, int *out);
/* The same where the argument may be absent (NULL): *out stays as it is. */
static inline int datetime_int_opt(Object *o, int *out) {
    return o ? datetime_int(o, out) : 0;
}

/* For methods without a signature: 0, or -1 with TypeError. */
int datetime_arity(const char *function, ptrdiff_t wanted, ptrdiff_t given);
/* The int 1, borrowed: the value of the keyword argument fold. */
static inline Object *datetime_one(void) {
    return (Object *)&int_small[1 - INT_SMALL_MIN];
}

/* What __reduce__ gives: (type, (state [, tzinfo])). */
Object *datetime_reduced(Object *o, const uint8_t *state, size_t n, Object *tzinfo);
/* The bytes in what a pickle hands to a constructor, when they are n: bytes, or text as Python 2 wrote it. False: it is
 * something else. */
bool datetime_state(Object *o, uint8_t *state, ptrdiff_t n);

/* ---- calendar: datetime_calendar.c. Nothing here raises. */
int calendar_days_in_month(int year, int month);
int calendar_day_of_year(Day d);
int calendar_ordinal(Day d);
Day calendar_day(int ordinal);  /* 1 <= ordinal <= MAX_ORDINAL */
int calendar_weekday(Day d);    /* Monday is 0 */
Day calendar_iso(Day d);        /* year, week, weekday (Monday is 1) of ISO 8601 */
int calendar_iso_monday(int y); /* ordinal of the Monday with which an ISO year begins */
int calendar_iso_weeks(int y);  /* 52 or 53 */

/* That many days later, in place; false if that is no year from 1 to 9999. */
bool calendar_shift(Day *d, int days);

static inline int clock_seconds(Clock c) {
    return (c.hour * 60 + c.minute) * 60 + c.second;
}
static inline Clock clock_of(int seconds, int microsecond) {
    unsigned minutes = (unsigned)seconds / 60;
    return (Clock){(uint8_t)(minutes / 60), (uint8_t)(minutes % 60), (uint8_t)((unsigned)seconds % 60), 0, microsecond};
}

/* The microseconds of a moment since the (fictitious) day 0, and back: false if that is no year from 1 to 9999. */
static inline int64_t clock_us(Clock c) {
    return clock_seconds(c) * (int64_t)US_PER_SECOND + c.microsecond;
}
static inline int64_t calendar_us(Day d, Clock c) {
    return calendar_ordinal(d) * US_PER_DAY + clock_us(c);
}
bool calendar_split(int64_t us, Day *d, Clock *c);
Clock calendar_clock(int64_t us_of_day);

/* ---- timedelta: datetime_delta.c */
Object *delta_new(Wide us); /* OverflowError */
Object *delta_of(int64_t days, int64_t seconds, int64_t microseconds);
static inline Wide delta_us(const void *delta) {
    const Delta *d = delta;
    return (Wide)d->days * US_PER_DAY + (d->seconds * (int64_t)US_PER_SECOND + d->microseconds);
}

/* ---- date: datetime_date.c */
int date_check(Day d); /* 0, or -1 with ValueError */
/* Among fewer arguments than three, which are too few, is there one that is no int? It is reported first. 0, -1 */
int date_check_given(Object **args, ptrdiff_t nargs);
Object *date_new(Type *t, Day d); /* of a valid day; t(year, month, day) for subclasses */

/* ---- weeks: datetime_week.c */
int week_to_day(Day week, Day *d); /* year, week, weekday: 0, or -1 with ValueError */
Object *week_fromisocalendar(Object *cls, Object **args, ptrdiff_t nargs);
Object *week_isocalendar(Object *self, Object **args, ptrdiff_t nargs);

void *raise_out_of_range(void); /* OverflowError: date value out of range; NULL */

/* ---- time: datetime_time.c */
int clock_check(int hour, int minute, int second, int microsecond, int fold, Clock *out); /* 0, or -1, ValueError */
/* Reads the arguments hour, minute, second, microsecond, tzinfo and fold, those that are not NULL, into *c and *tzinfo
 * (borrowed, NULL for None), which have defaults. 0, -1 */
int clock_take(Object **args, Clock *c, Object **tzinfo);
Object *daytime_new(Type *t, Clock c, Object *tzinfo); /* valid; borrows tzinfo; t(hour, ...) for subclasses */
int tzinfo_check(Object *o); /* an argument that must be None or a tzinfo: 0, or -1 with TypeError */
static inline Object *tzinfo_or_null(Object *o) {
    return o == NONE ? NULL : o;
}
static inline Object *tzinfo_or_none(Object *o) {
    return o ? o : NONE;
}

/* ---- tzinfo and timezone: datetime_zone.c */
extern Object *zone_utc; /* timezone.utc; owned while the module is there */
int zone_start(void);
Object *zone_new(Object *offset, Object *name); /* name may be NULL; ValueError if the offset is too large */
Object *zone_fixed(int64_t us);                 /* a nameless one */
/* What a tzinfo (NULL: none) says when its method is called with dt: None, or a timedelta below a day; or a str. */
Object *zone_ask(Object *tzinfo, Str *method, Object *dt);
Object *zone_tzname(Object *tzinfo, Object *dt);
/* utcoffset() in microseconds: 1; 0: there is none; -1: exception. */
int zone_offset(Object *tzinfo, Object *dt, int64_t *us);

/* ---- datetime: datetime_moment.c and datetime_local.c */
Object *moment_new(Type *t, Day d, Clock c, Object *tzinfo); /* valid parts; borrows tzinfo */
Object *moment_at(Type *t, int64_t us, Object *tzinfo);      /* OverflowError; borrows tzinfo */
static inline int64_t moment_us(const void *moment) {
    const Moment *m = moment;
    return calendar_us(day_of(m), m->clock);
}
Object *moment_now(Object *cls, Object **args, ptrdiff_t nargs);
Object *moment_utcnow(Object *cls, Object **args, ptrdiff_t nargs);
Object *moment_fromtimestamp(Object *cls, Object **args, ptrdiff_t nargs);
Object *moment_utcfromtimestamp(Object *cls, Object **args, ptrdiff_t nargs);
Object *moment_timestamp(Object *self, Object **args, ptrdiff_t nargs);
Object *moment_astimezone(Object *self, Object **args, ptrdiff_t nargs);
Object *date_today(Object *cls, Object **args, ptrdiff_t nargs);
Object *date_fromtimestamp(Object *cls, Object **args, ptrdiff_t nargs);

/* ---- the forms of ISO 8601: datetime_iso.c */
Object *iso_date_from(Object *cls, Object **args, ptrdiff_t nargs);
Object *iso_time_from(Object *cls, Object **args, ptrdiff_t nargs);
Object *iso_moment_from(Object *cls, Object **args, ptrdiff_t nargs);

/* ---- text: datetime_text.c */
/* Parts of a text being written: each gives the place behind what it wrote. At most 10, 15 and 17 characters. */
char *text_day(char *p, Day d);
char *text_digits(char *p, unsigned value, int width);
char *text_offset(char *p, int64_t us, const char *separator); /* +hh:mm[:ss[.ffffff]] */
/* The time of day in as much detail as timespec (a str, or NULL) says, and the offset if the zone has one. NULL: an
 * exception. dt is what the zone is asked about. */
char *text_clock(char *p, Clock c, Object *timespec, Object *tzinfo, Object *dt);
Object *text_ctime(Day d, Clock c);
/* o's strftime: the parts, the zone, and what the zone is asked about. */
Object *text_strftime(Object *format, Day d, Clock c, Object *tzinfo, Object *dt);
Object *text_format(Object *self, Object **args, ptrdiff_t nargs); /* __format__ */
Object *text_strptime(Object *cls, const char *function, Object **args, ptrdiff_t nargs);
Object *text_timetuple(Day d, Clock c, int dst); /* time.struct_time */

#endif
