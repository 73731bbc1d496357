/* datetime.datetime: a day and a time of day, with or without a zone. What needs the clock or the zone of the system is
 * in datetime_local.c. */
#include "stdlib/datetime_parts.h"

/* --- making --- */

static Object *make(Type *t, Day d, Clock c, Object *tzinfo) {
    Moment *o = (Moment *)object_new(t);
    if (!o) return NULL;
    o->date.hash = -1;
    o->date.year = (uint16_t)d.year;
    o->date.month = (uint8_t)d.month;
    o->date.day = (uint8_t)d.day;
    o->clock = c;
    o->tzinfo = xnewref(tzinfo);
    if (tzinfo || t != &moment_type) gc_track(o);
    return (Object *)o;
}

static Object *call_with_parts(Type *t, Day d, Clock c, Object *tzinfo) {
    enum { N = 8 };
    const int parts[] = {d.year, d.month, d.day, c.hour, c.minute, c.second, c.microsecond};
    Object *args[N + 1] = {[N - 1] = newref(tzinfo_or_none(tzinfo)), [N] = datetime_one()};
    Object *fold = c.fold ? tuple_pack(1, names.fold) : NULL, *result = NULL;
    bool complete = fold || !c.fold;
    for (int i = 0; i < N - 1; i++) complete = (args[i] = int_from_i64(parts[i])) && complete;
    if (complete) result = object_call((Object *)t, args, N, (Tuple *)fold);
    for (int i = 0; i < N; i++) xdecref(args[i]);
    xdecref(fold);
    return result;
}

Object *moment_new(Type *t, Day d, Clock c, Object *tzinfo) {
    return t == &moment_type ? make(t, d, c, tzinfo) : call_with_parts(t, d, c, tzinfo);
}

Object *moment_at(Type *t, int64_t us, Object *tzinfo) {
    Day d;
    Clock c;
    return calendar_split(us, &d, &c) ? moment_new(t, d, c, tzinfo) : raise_out_of_range();
}

/* The ten bytes of a pickle: a date's and a time's, but the fold is the high bit of the month. */
static bool take_state(Object *o, Day *d, Clock *c) {
    uint8_t s[10];
    if (!datetime_state(o, s, sizeof s) || (s[2] & 0x7f) < 1 || (s[2] & 0x7f) > 12) return false;
    *d = (Day){s[0] * 256 + s[1], s[2] & 0x7f, s[3]};
    *c = (Clock){s[4], s[5], s[6], s[2] >> 7, s[7] << 16 | s[8] << 8 | s[9]};
    return true;
}

static const char *const fields[] = {"year",   "month",       "day",    "hour", "minute",
                                     "second", "microsecond", "tzinfo", "fold", NULL};

static int take_fields(Object **v, Day *d, Clock *c, Object **tzinfo) {
    if (datetime_int_opt(v[0], &d->year) < 0 || datetime_int_opt(v[1], &d->month) < 0 ||
        datetime_int_opt(v[2], &d->day) < 0 || date_check(*d) < 0)
        return -1;
    return clock_take(v + 3, c, tzinfo);
}

static Object *moment_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *v[9], *tzinfo = NULL;
    Day d;
    Clock c = {0};
    if ((nargs == 1 || nargs == 2) && !kwnames && take_state(args[0], &d, &c)) {
        if (nargs == 2 && args[1] != NONE && !is_tzinfo(args[1]))
            return raise_error(&exc_TypeError, "bad tzinfo state arg");
        return make(t, d, c, nargs == 2 ? tzinfo_or_null(args[1]) : NULL);
    }
    if (date_check_given(args, nargs) < 0 || args_bind(NULL, fields, 3, 8, args, nargs, kwnames, v) < 0 ||
        take_fields(v, &d, &c, &tzinfo) < 0)
        return NULL;
    return make(t, d, c, tzinfo);
}

static Object *moment_replace(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    const Moment *m = (Moment *)self;
    Object *v[9], *tzinfo = m->tzinfo;
    Day d = day_of(m);
    Clock c = m->clock;
    if (args_bind("replace", fields, 0, 8, args, nargs, kwnames, v) < 0 || take_fields(v, &d, &c, &tzinfo) < 0)
        return NULL;
    return moment_new(self->type, d, c, tzinfo);
}

static Object *moment_combine(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *date = args[0], *time = args[1], *tzinfo = arg_or_null(args, nargs, 2);
    if (!is_date(date)) return raise_error(&exc_TypeError, "combine() argument 1 must be datetime.date, not %K", date);
    if (!is_daytime(time))
        return raise_error(&exc_TypeError, "combine() argument 2 must be datetime.time, not %K", time);
    if (tzinfo && tzinfo_check(tzinfo) < 0) return NULL;
    const Daytime *t = (Daytime *)time;
    return moment_new((Type *)cls, day_of(date), t->clock, tzinfo ? tzinfo_or_null(tzinfo) : t->tzinfo);
}

static Object *moment_strptime(Object *cls, Object **args, ptrdiff_t nargs) {
    return text_strptime(cls, "_strptime_datetime_datetime", args, nargs);
}

static void moment_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((Moment *)o)->tzinfo);
    object_free(o);
}

static int moment_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Moment *)o)->tzinfo, visit, arg);
}

/* --- its two halves --- */

static Object *moment_date(Object *self, Object **args, ptrdiff_t nargs) {
    return date_new(&date_type, day_of(self));
}

static Object *moment_time(Object *self, Object **args, ptrdiff_t nargs) {
    return daytime_new(&daytime_type, ((Moment *)self)->clock, NULL);
}

static Object *moment_timetz(Object *self, Object **args, ptrdiff_t nargs) {
    return daytime_new(&daytime_type, ((Moment *)self)->clock, ((Moment *)self)->tzinfo);
}

/* --- the zone --- */

static Object *moment_utcoffset(Object *self, Object **args, ptrdiff_t nargs) {
    return zone_ask(((Moment *)self)->tzinfo, names.utcoffset, self);
}

static Object *moment_dst(Object *self, Object **args, ptrdiff_t nargs) {
    return zone_ask(((Moment *)self)->tzinfo, names.dst, self);
}

static Object *moment_tzname(Object *self, Object **args, ptrdiff_t nargs) {
    return zone_tzname(((Moment *)self)->tzinfo, self);
}

/* The offset that the zone would give with that fold: as zone_offset. */
static int offset_with_fold(Object *o, int fold, int64_t *us) {
    const Moment *m = (Moment *)o;
    if (!m->tzinfo || m->tzinfo->type == &fixed_zone_type || m->clock.fold == fold)
        return zone_offset(m->tzinfo, o, us);
    Clock c = m->clock;
    c.fold = (uint8_t)fold;
    Object *other = make(&moment_type, day_of(m), c, m->tzinfo);
    int status = other ? zone_offset(m->tzinfo, other, us) : -1;
    xdecref(other);
    return status;
}

/* Is it in an hour that comes twice, or never? 1, 0, -1 */
static int depends_on_fold(Object *o, int64_t offset) {
    int64_t other = 0;
    int aware = offset_with_fold(o, !((Moment *)o)->clock.fold, &other);
    return aware < 0 ? -1 : !aware || other != offset;
}

/* --- operators --- */

/* The times of day are added as such; the day needs the calendar only when it leaves the month. */
static Object *shifted(Object *moment, const Delta *by, int sign) {
    const Moment *m = (Moment *)moment;
    if (by->days > MAX_ORDINAL || by->days < -MAX_ORDINAL) return raise_out_of_range();
    int days = sign * by->days, seconds = clock_seconds(m->clock) + sign * by->seconds;
    int microsecond = m->clock.microsecond + sign * by->microseconds;
    if (microsecond < 0) {
        microsecond += US_PER_SECOND;
        seconds--;
    } else if (microsecond >= US_PER_SECOND) {
        microsecond -= US_PER_SECOND;
        seconds++;
    }
    if (seconds < 0) {
        seconds += SECONDS_PER_DAY;
        days--;
    } else if (seconds >= SECONDS_PER_DAY) {
        seconds -= SECONDS_PER_DAY;
        days++;
    }
    Day day = day_of(m);
    if (!calendar_shift(&day, days)) return raise_out_of_range();
    return moment_new(moment->type, day, clock_of(seconds, microsecond), m->tzinfo);
}

static Object *moment_add(Object *a, Object *b) {
    if (is_moment(a) && is_delta(b)) return shifted(a, (Delta *)b, 1);
    if (is_delta(a) && is_moment(b)) return shifted(b, (Delta *)a, 1);
    return newref(NOT_IMPLEMENTED);
}

enum Pairing { FAILED = -1, MIXED, SAME_ZONE, BOTH_NAIVE, BOTH_AWARE };

/* Both offsets, 0 where there is none and where both have the same zone object. MIXED: one is naive. */
static enum Pairing offsets(Object *a, Object *b, int64_t *x, int64_t *y) {
    *x = *y = 0;
    if (((Moment *)a)->tzinfo == ((Moment *)b)->tzinfo) return SAME_ZONE;
    int first = zone_offset(((Moment *)a)->tzinfo, a, x);
    int second = first < 0 ? -1 : zone_offset(((Moment *)b)->tzinfo, b, y);
    if (second < 0) return FAILED;
    return first != second ? MIXED : first ? BOTH_AWARE : BOTH_NAIVE;
}

static Object *moment_subtract(Object *a, Object *b) {
    int64_t x, y;
    if (!is_moment(a)) return newref(NOT_IMPLEMENTED);
    if (!is_moment(b)) return is_delta(b) ? shifted(a, (Delta *)b, -1) : newref(NOT_IMPLEMENTED);
    enum Pairing pairing = offsets(a, b, &x, &y);
    if (pairing == MIXED) return raise_error(&exc_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    if (pairing == FAILED) return NULL;
    const Clock c = ((Moment *)a)->clock, d = ((Moment *)b)->clock;
    return delta_of(calendar_ordinal(day_of(a)) - calendar_ordinal(day_of(b)), clock_seconds(c) - clock_seconds(d),
                    c.microsecond - d.microsecond - (x - y));
}

/* The fields as one number with the same order. */
static inline int64_t key(const Object *o) {
    const Moment *m = (const Moment *)o;
    int64_t days = (m->date.year * 13 + m->date.month) * 32 + m->date.day;
    return days * US_PER_DAY + clock_us(m->clock);
}

/* Times of different zones are never equal where the offset of one depends on its fold: otherwise what is equal might
 * have different hashes. */
static Object *moment_compare(Object *a, Object *b, enum CompareOp op) {
    int64_t x, y;
    if (!is_moment(b)) return newref(NOT_IMPLEMENTED);
    enum Pairing pairing = offsets(a, b, &x, &y);
    if (pairing == SAME_ZONE) return datetime_compared(key(a), key(b), op);
    bool equality = op == CMP_EQ || op == CMP_NE;
    if (pairing == FAILED) return NULL;
    if (pairing == MIXED) {
        if (equality) return new_bool(op == CMP_NE);
        return raise_error(&exc_TypeError, "can't compare offset-naive and offset-aware datetimes");
    }
    int64_t first = moment_us(a) - x, second = moment_us(b) - y;
    if (equality && first == second && pairing == BOTH_AWARE) {
        int depends = depends_on_fold(a, x);
        if (depends == 0) depends = depends_on_fold(b, y);
        if (depends) return depends < 0 ? NULL : new_bool(op == CMP_NE);
    }
    return datetime_compared(first, second, op);
}

static intptr_t moment_hash(Object *o) {
    Moment *m = (Moment *)o;
    if (m->date.hash != -1) return m->date.hash;
    int64_t offset = 0;
    if (offset_with_fold(o, 0, &offset) < 0) return -1;
    int64_t us = moment_us(o) - offset;
    return m->date.hash = hash_bytes(&us, sizeof us);
}

/* --- text and tuples --- */

static Object *isoformat(Object *self, uint32_t separator, Object *timespec) {
    const Moment *m = (Moment *)self;
    char text[64], *at = text_day(text, day_of(m)), *end;
    *at = (char)separator;
    if (!(end = text_clock(at + 1, m->clock, timespec, m->tzinfo, self))) return NULL;
    if (separator < 0x80) return str_from_ascii(text, (size_t)(end - text));
    return str_format("%.*s%c%.*s", (int)(at - text), text, (int)separator, (int)(end - at - 1), at + 1);
}

static Object *moment_isoformat(Object *self, Object **args, ptrdiff_t nargs) {
    Object *separator = arg_or_null(args, nargs, 0), *timespec = arg_or_null(args, nargs, 1);
    if (separator && !str_check(separator))
        return raise_error(&exc_TypeError, "isoformat() argument 1 must be a unicode character, not %K", separator);
    if (separator && str_length(separator) != 1)
        return raise_error(&exc_TypeError,
                           "isoformat() argument 1 must be a unicode character, not a string of length %zd",
                           str_length(separator));
    if (timespec && !str_check(timespec))
        return raise_error(&exc_TypeError, "isoformat() argument 2 must be str, not %K", timespec);
    return isoformat(self, separator ? str_at((Str *)separator, 0) : 'T', timespec);
}

static Object *moment_str(Object *o) {
    if (o->type == &moment_type) return isoformat(o, ' ', NULL);
    Object *space = str_from_char(' ');
    Object *text = space ? object_call_method(o, names.isoformat, &space, 1) : NULL;
    xdecref(space);
    return text;
}

static Object *moment_repr(Object *o) {
    const Moment *m = (Moment *)o;
    Day d = day_of(m);
    Clock c = m->clock;
    StrWriter w = writer_new();
    if (writer_format(&w, "%s(%d, %d, %d, %d, %d", type_name(o), d.year, d.month, d.day, c.hour, c.minute) < 0 ||
        ((c.second || c.microsecond) && writer_format(&w, ", %d", c.second) < 0) ||
        (c.microsecond && writer_format(&w, ", %d", c.microsecond) < 0) || (c.fold && writer_c(&w, ", fold=1") < 0) ||
        (m->tzinfo && writer_format(&w, ", tzinfo=%R", m->tzinfo) < 0) || writer_c(&w, ")") < 0)
        return NULL;
    return writer_finish(&w);
}

static Object *moment_ctime(Object *self, Object **args, ptrdiff_t nargs) {
    return text_ctime(day_of(self), ((Moment *)self)->clock);
}

static Object *moment_strftime(Object *self, Object **args, ptrdiff_t nargs) {
    const Moment *m = (Moment *)self;
    return text_strftime(args[0], day_of(m), m->clock, m->tzinfo, self);
}

static Object *moment_timetuple(Object *self, Object **args, ptrdiff_t nargs) {
    const Moment *m = (Moment *)self;
    Object *dst = zone_ask(m->tzinfo, names.dst, self);
    if (!dst) return NULL;
    int flag = dst == NONE ? -1 : delta_us(dst) != 0;
    decref(dst);
    return text_timetuple(day_of(m), m->clock, flag);
}

static Object *moment_utctimetuple(Object *self, Object **args, ptrdiff_t nargs) {
    int64_t offset = 0;
    Day d;
    Clock c;
    if (zone_offset(((Moment *)self)->tzinfo, self, &offset) < 0) return NULL;
    if (!calendar_split(moment_us(self) - offset, &d, &c)) return raise_out_of_range();
    return text_timetuple(d, c, 0);
}

static Object *reduce(Object *self, bool with_fold) {
    const Moment *m = (Moment *)self;
    Day d = day_of(m);
    Clock c = m->clock;
    int us = c.microsecond;
    uint8_t state[] = {(uint8_t)(d.year >> 8),
                       (uint8_t)d.year,
                       (uint8_t)(d.month | (with_fold ? c.fold << 7 : 0)),
                       (uint8_t)d.day,
                       c.hour,
                       c.minute,
                       c.second,
                       (uint8_t)(us >> 16),
                       (uint8_t)(us >> 8),
                       (uint8_t)us};
    return datetime_reduced(self, state, sizeof state, m->tzinfo);
}

static Object *moment_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    return reduce(self, false);
}

/* Only protocols from 4 on know of the fold. */
static Object *moment_reduce_ex(Object *self, Object **args, ptrdiff_t nargs) {
    int protocol;
    return datetime_int(args[0], &protocol) < 0 ? NULL : reduce(self, protocol > 3);
}

/* --- the type --- */

static Object *get_hour(Object *o, void *arg) {
    return int_from_i64(((Moment *)o)->clock.hour);
}
static Object *get_minute(Object *o, void *arg) {
    return int_from_i64(((Moment *)o)->clock.minute);
}
static Object *get_second(Object *o, void *arg) {
    return int_from_i64(((Moment *)o)->clock.second);
}
static Object *get_microsecond(Object *o, void *arg) {
    return int_from_i64(((Moment *)o)->clock.microsecond);
}
static Object *get_fold(Object *o, void *arg) {
    return int_from_i64(((Moment *)o)->clock.fold);
}
static Object *get_tzinfo(Object *o, void *arg) {
    return newref(tzinfo_or_none(((Moment *)o)->tzinfo));
}

static const GetSet moment_getset[] = {{"hour", get_hour},
                                       {"minute", get_minute},
                                       {"second", get_second},
                                       {"microsecond", get_microsecond},
                                       {"tzinfo", get_tzinfo},
                                       {"fold", get_fold},
                                       {0}};

static const Method moment_methods[] = {
    {"__reduce__", moment_reduce, 0, 0, "__reduce__()\n--\n\nHelper for copy and pickle."},
    {"__reduce_ex__", moment_reduce_ex, 1, 1, "__reduce_ex__(protocol, /)\n--\n\nHelper for copy and pickle."},
    {"__replace__", (NativeFn)(void *)moment_replace, 0, -1,
     "__replace__($self, /, **changes)\n--\n\nThe same as replace().", METH_KEYWORDS},
    {"astimezone", moment_astimezone, 0, 1,
     "astimezone(tz=None)\n--\n\nThe same point in time in another zone; None: in that of the system."},
    {"combine", moment_combine, 2, 3,
     "combine(date, time, tzinfo=None)\n--\n\nA datetime with the fields of a date and a time.", METH_CLASS},
    {"ctime", moment_ctime, 0, 0, "ctime($self, /)\n--\n\nDate and time as text, as the ctime function of C has them."},
    {"date", moment_date, 0, 0, "date($self, /)\n--\n\nThe date."},
    {"dst", moment_dst, 0, 0, "dst($self, /)\n--\n\nWhat tzinfo.dst(self) gives."},
    {"fromisoformat", iso_moment_from, 1, 1,
     "fromisoformat(object, /)\n--\n\nA datetime from its text in a form of ISO 8601.", METH_CLASS},
    {"fromtimestamp", moment_fromtimestamp, 1, 2,
     "fromtimestamp(timestamp, tz=None)\n--\n\nA datetime from a POSIX timestamp; without a zone: local time.",
     METH_CLASS},
    {"isoformat", moment_isoformat, 0, 2,
     "isoformat(sep='T', timespec='auto')\n--\n\nThe text YYYY-MM-DDTHH:MM:SS.mmmmmm+HH:MM, as far as timespec says: "
     "'auto',\n'hours', 'minutes', 'seconds', 'milliseconds' or 'microseconds'."},
    {"now", moment_now, 0, 1, "now($type, /, tz=None)\n--\n\nThe current time; without a zone: local time.",
     METH_CLASS},
    {"replace", (NativeFn)(void *)moment_replace, 0, -1,
     "replace($self, /, year=unchanged, month=unchanged, day=unchanged,\n        hour=unchanged, minute=unchanged, "
     "second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)\n--\n\n"
     "A datetime with some fields changed.",
     METH_KEYWORDS},
    {"strftime", moment_strftime, 1, 1, "strftime(format)\n--\n\nThe text that the format lays out."},
    {"strptime", moment_strptime, 0, -1,
     "strptime(string, format)\n\nA datetime from text that is laid out as the format says.", METH_CLASS},
    {"time", moment_time, 0, 0, "time($self, /)\n--\n\nThe time of day, without zone."},
    {"timestamp", moment_timestamp, 0, 0, "timestamp($self, /)\n--\n\nSeconds since the epoch, as a float."},
    {"timetuple", moment_timetuple, 0, 0, "timetuple($self, /)\n--\n\nA time tuple of local time."},
    {"timetz", moment_timetz, 0, 0, "timetz($self, /)\n--\n\nThe time of day, with the zone."},
    {"tzname", moment_tzname, 0, 0, "tzname($self, /)\n--\n\nWhat tzinfo.tzname(self) gives."},
    {"utcfromtimestamp", moment_utcfromtimestamp, 1, 1,
     "utcfromtimestamp(timestamp, /)\n--\n\nA naive datetime that holds UTC, from a POSIX timestamp.", METH_CLASS},
    {"utcnow", moment_utcnow, 0, 0, "utcnow($type, /)\n--\n\nA naive datetime that holds the current UTC.", METH_CLASS},
    {"utcoffset", moment_utcoffset, 0, 0, "utcoffset($self, /)\n--\n\nWhat tzinfo.utcoffset(self) gives."},
    {"utctimetuple", moment_utctimetuple, 0, 0, "utctimetuple($self, /)\n--\n\nA time tuple of UTC."},
    {0},
};

Type moment_type = {
    .mem = {.name = "datetime.datetime",
            .size = sizeof(Moment),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = moment_dealloc,
            .traverse = moment_traverse},
    .base = &date_type,
    .doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[, tzinfo]]]]]) -> a date and time\n\n"
           "tzinfo is None or an instance of a subclass of tzinfo; the others are ints.",
    .methods = moment_methods,
    .getset = moment_getset,
    .repr = moment_repr,
    .str = moment_str,
    .hash = moment_hash,
    .compare = moment_compare,
    .new = moment_make,
    .binary = {[BIN_ADD] = moment_add, [BIN_SUB] = moment_subtract},
};
