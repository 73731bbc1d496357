/* datetime.date: a day of the calendar. Its methods serve datetime too, which begins with a Date. */
#include "stdlib/datetime_parts.h"

/* --- checks --- */

int date_check(Day d) {
    if (d.year < MIN_YEAR || d.year > MAX_YEAR)
        return raise_int(&exc_ValueError, "year must be in %d..%d, not %d", MIN_YEAR, MAX_YEAR, d.year);
    if (d.month < 1 || d.month > 12) return raise_int(&exc_ValueError, "month must be in 1..12, not %d", d.month);
    int last = calendar_days_in_month(d.year, d.month);
    if (d.day < 1 || d.day > last)
        return raise_int(&exc_ValueError, "day %d must be in range 1..%d for month %d in year %d", d.day, last, d.month,
                         d.year);
    return 0;
}

void *raise_out_of_range(void) {
    return raise_error(&exc_OverflowError, "date value out of range");
}

/* --- making --- */

static Object *make(Type *t, Day d) {
    Date *o = (Date *)object_new(t);
    if (!o) return NULL;
    o->hash = -1;
    o->year = (uint16_t)d.year;
    o->month = (uint8_t)d.month;
    o->day = (uint8_t)d.day;
    if (type_flag(t, TYPE_GC)) gc_track(o);
    return (Object *)o;
}

static Object *call_with_day(Type *t, Day d) {
    Object *args[] = {int_from_i64(d.year), int_from_i64(d.month), int_from_i64(d.day)}, *result = NULL;
    if (args[0] && args[1] && args[2]) result = object_call((Object *)t, args, 3, NULL);
    for (int i = 0; i < 3; i++) xdecref(args[i]);
    return result;
}

Object *date_new(Type *t, Day d) {
    if (t == &date_type) return make(t, d);
    return t == &moment_type ? moment_new(t, d, (Clock){0}, NULL) : call_with_day(t, d);
}

/* The four bytes of a pickle: the year's high byte first. */
static bool take_state(Object *o, Day *d) {
    uint8_t s[4];
    if (!datetime_state(o, s, sizeof s) || s[2] < 1 || s[2] > 12) return false;
    *d = (Day){s[0] * 256 + s[1], s[2], s[3]};
    return true;
}

int date_check_given(Object **args, ptrdiff_t nargs) {
    int unused;
    for (ptrdiff_t i = 0; nargs < 3 && i < nargs; i++)
        if (datetime_int(args[i], &unused) < 0) return -1;
    return 0;
}

static Object *date_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"year", "month", "day", NULL};
    Object *v[3];
    Day d;
    if (nargs == 1 && !kwnames && take_state(args[0], &d)) return make(t, d);
    if (date_check_given(args, nargs) < 0 || args_bind(NULL, fields, 3, 3, args, nargs, kwnames, v) < 0 ||
        datetime_int(v[0], &d.year) < 0 || datetime_int(v[1], &d.month) < 0 || datetime_int(v[2], &d.day) < 0 ||
        date_check(d) < 0)
        return NULL;
    return make(t, d);
}

static Object *date_fromordinal(Object *cls, Object **args, ptrdiff_t nargs) {
    int ordinal;
    if (datetime_arity("fromordinal", 1, nargs) < 0 || datetime_int(args[0], &ordinal) < 0) return NULL;
    if (ordinal < 1) return raise_error(&exc_ValueError, "ordinal must be >= 1");
    Day d = calendar_day(ordinal);
    return date_check(d) < 0 ? NULL : date_new((Type *)cls, d);
}

static Object *date_strptime(Object *cls, Object **args, ptrdiff_t nargs) {
    return text_strptime(cls, "_strptime_datetime_date", args, nargs);
}

static Object *date_replace(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"year", "month", "day", NULL};
    Object *v[3];
    Day d = day_of(self);
    if (args_bind("replace", fields, 0, 3, args, nargs, kwnames, v) < 0 || datetime_int_opt(v[0], &d.year) < 0 ||
        datetime_int_opt(v[1], &d.month) < 0 || datetime_int_opt(v[2], &d.day) < 0 || date_check(d) < 0)
        return NULL;
    return date_new(self->type, d);
}

/* --- what a date says --- */

static Object *date_toordinal(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(calendar_ordinal(day_of(self)));
}

static Object *date_weekday(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(calendar_weekday(day_of(self)));
}

static Object *date_isoweekday(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(calendar_weekday(day_of(self)) + 1);
}

static Object *date_timetuple(Object *self, Object **args, ptrdiff_t nargs) {
    return text_timetuple(day_of(self), (Clock){0}, -1);
}

static Object *date_isoformat(Object *self, Object **args, ptrdiff_t nargs) {
    char text[16];
    return str_from_ascii(text, (size_t)(text_day(text, day_of(self)) - text));
}

static Object *date_str(Object *o) {
    return o->type == &date_type ? date_isoformat(o, NULL, 0) : object_call_method(o, names.isoformat, NULL, 0);
}

static Object *date_repr(Object *o) {
    Day d = day_of(o);
    return str_format("%s(%d, %d, %d)", type_name(o), d.year, d.month, d.day);
}

static Object *date_ctime(Object *self, Object **args, ptrdiff_t nargs) {
    return text_ctime(day_of(self), (Clock){0});
}

static Object *date_strftime(Object *self, Object **args, ptrdiff_t nargs) {
    return text_strftime(args[0], day_of(self), (Clock){0}, NULL, self);
}

static Object *date_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Day d = day_of(self);
    uint8_t state[] = {(uint8_t)(d.year >> 8), (uint8_t)d.year, (uint8_t)d.month, (uint8_t)d.day};
    return datetime_reduced(self, state, sizeof state, NULL);
}

/* --- operators --- */

static Object *shifted(Object *date, int days) {
    Day d = day_of(date);
    return calendar_shift(&d, days) ? date_new(date->type, d) : raise_out_of_range();
}

/* Either operand may be the date; a datetime answers for itself. */
static Object *date_add(Object *a, Object *b) {
    if (is_delta(a)) {
        Object *swap = a;
        a = b;
        b = swap;
    }
    if (!is_delta(b) || !is_date(a) || is_moment(a)) return newref(NOT_IMPLEMENTED);
    return shifted(a, ((Delta *)b)->days);
}

static Object *date_subtract(Object *a, Object *b) {
    bool plain = a->type == &date_type && b->type == &date_type;
    if (!plain && (!is_date(a) || is_moment(a) || is_moment(b))) return newref(NOT_IMPLEMENTED);
    if (is_date(b)) return delta_of(calendar_ordinal(day_of(a)) - calendar_ordinal(day_of(b)), 0, 0);
    return is_delta(b) ? shifted(a, -((Delta *)b)->days) : newref(NOT_IMPLEMENTED);
}

static inline int key(const Object *o) {
    const Date *d = (const Date *)o;
    return d->year << 9 | d->month << 5 | d->day;
}

/* Days and points in time have no order, and are never equal. */
static Object *date_compare(Object *a, Object *b, enum CompareOp op) {
    if (!is_date(b) || is_moment(b)) return newref(NOT_IMPLEMENTED);
    return datetime_compared(key(a), key(b), op);
}

static intptr_t date_hash(Object *o) {
    Date *d = (Date *)o;
    if (d->hash == -1) {
        int k = key(o);
        d->hash = hash_bytes(&k, sizeof k);
    }
    return d->hash;
}

/* --- the type --- */

static Object *get_year(Object *o, void *arg) {
    return int_from_i64(((Date *)o)->year);
}
static Object *get_month(Object *o, void *arg) {
    return int_from_i64(((Date *)o)->month);
}
static Object *get_day(Object *o, void *arg) {
    return int_from_i64(((Date *)o)->day);
}

static const GetSet date_getset[] = {{"year", get_year}, {"month", get_month}, {"day", get_day}, {0}};

static const Method date_methods[] = {
    {"__format__", text_format, 1, 1,
     "__format__(format, /)\n--\n\nThe text that strftime makes; str() for no format."},
    {"__reduce__", date_reduce, 0, 0, "__reduce__()\n--\n\nHelper for copy and pickle."},
    {"__replace__", (NativeFn)(void *)date_replace, 0, -1,
     "__replace__($self, /, **changes)\n--\n\nThe same as replace().", METH_KEYWORDS},
    {"ctime", date_ctime, 0, 0, "ctime($self, /)\n--\n\nThe date as text, as the ctime function of C has it."},
    {"fromisocalendar", week_fromisocalendar, 3, 3,
     "fromisocalendar(year, week, day)\n--\n\nThe date of a year, week and weekday of ISO 8601.", METH_CLASS},
    {"fromisoformat", iso_date_from, 1, 1,
     "fromisoformat(object, /)\n--\n\nA date from its text in a form of ISO 8601.", METH_CLASS},
    {"fromordinal", date_fromordinal, 0, -1,
     "fromordinal(ordinal)\n\nThe date with that number; 1 is the first of January of the year 1.", METH_CLASS},
    {"fromtimestamp", date_fromtimestamp, 1, 1,
     "fromtimestamp(timestamp, /)\n--\n\nThe local date of a POSIX timestamp, such as time.time() gives.", METH_CLASS},
    {"isocalendar", week_isocalendar, 0, 0, "isocalendar($self, /)\n--\n\nYear, week and weekday of ISO 8601."},
    {"isoformat", date_isoformat, 0, 0, "isoformat($self, /)\n--\n\nThe date as YYYY-MM-DD."},
    {"isoweekday", date_isoweekday, 0, 0, "isoweekday($self, /)\n--\n\nThe day of the week; Monday is 1, Sunday 7."},
    {"replace", (NativeFn)(void *)date_replace, 0, -1,
     "replace($self, /, year=unchanged, month=unchanged, day=unchanged)\n--\n\nA date with some fields changed.",
     METH_KEYWORDS},
    {"strftime", date_strftime, 1, 1, "strftime(format)\n--\n\nThe date as text, laid out as the format says."},
    {"strptime", date_strptime, 0, -1,
     "strptime(string, format)\n\nA date from text that is laid out as the format says.", METH_CLASS},
    {"timetuple", date_timetuple, 0, 0, "timetuple($self, /)\n--\n\nA time tuple for time.localtime()'s friends."},
    {"today", date_today, 0, 0, "today($type, /)\n--\n\nThe current local date: cls.fromtimestamp(time.time()).",
     METH_CLASS},
    {"toordinal", date_toordinal, 0, 0,
     "toordinal($self, /)\n--\n\nThe day's number; 1 is the first of January of the year 1."},
    {"weekday", date_weekday, 0, 0, "weekday($self, /)\n--\n\nThe day of the week; Monday is 0, Sunday 6."},
    {0},
};

Type date_type = {
    .mem = {.name = "datetime.date", .size = sizeof(Date), .flags = TYPE_BASE, .dealloc = (void *)object_free},
    .doc = "date(year, month, day) -> a date",
    .methods = date_methods,
    .getset = date_getset,
    .repr = date_repr,
    .str = date_str,
    .hash = date_hash,
    .compare = date_compare,
    .new = date_make,
    .binary = {[BIN_ADD] = date_add, [BIN_SUB] = date_subtract},
};
