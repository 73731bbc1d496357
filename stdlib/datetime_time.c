/* datetime.time: a time of day, with or without a zone. */
#include "stdlib/datetime_parts.h"

/* --- checks --- */

static int check(int value, int most, const char *name) {
    if (value >= 0 && value <= most) return 0;
    return raise_int(&exc_ValueError, "%s must be in 0..%d, not %d", name, most, value);
}

int clock_check(int hour, int minute, int second, int microsecond, int fold, Clock *out) {
    if (check(hour, 23, "hour") < 0 || check(minute, 59, "minute") < 0 || check(second, 59, "second") < 0 ||
        check(microsecond, US_PER_SECOND - 1, "microsecond") < 0)
        return -1;
    if (fold < 0 || fold > 1) return raise_int(&exc_ValueError, "fold must be either 0 or 1, not %d", fold);
    *out = (Clock){(uint8_t)hour, (uint8_t)minute, (uint8_t)second, (uint8_t)fold, microsecond};
    return 0;
}

int tzinfo_check(Object *o) {
    if (o == NONE || is_tzinfo(o)) return 0;
    return raise_int(&exc_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%Q'", o);
}

/* --- making --- */

static Object *make(Type *t, Clock c, Object *tzinfo) {
    Daytime *o = (Daytime *)object_new(t);
    if (!o) return NULL;
    o->hash = -1;
    o->clock = c;
    o->tzinfo = xnewref(tzinfo);
    if (tzinfo || t != &daytime_type) gc_track(o);
    return (Object *)o;
}

static Object *call_with_clock(Type *t, Clock c, Object *tzinfo) {
    Object *args[] = {int_from_i64(c.hour),        int_from_i64(c.minute),         int_from_i64(c.second),
                      int_from_i64(c.microsecond), newref(tzinfo_or_none(tzinfo)), datetime_one()};
    Object *fold = c.fold ? tuple_pack(1, names.fold) : NULL, *result = NULL;
    if (args[0] && args[1] && args[2] && args[3] && (fold || !c.fold))
        result = object_call((Object *)t, args, 5, (Tuple *)fold);
    for (int i = 0; i < 5; i++) xdecref(args[i]);
    xdecref(fold);
    return result;
}

Object *daytime_new(Type *t, Clock c, Object *tzinfo) {
    return t == &daytime_type ? make(t, c, tzinfo) : call_with_clock(t, c, tzinfo);
}

/* The six bytes of a pickle: hour (its high bit is the fold), minute, second, microseconds. */
static bool take_state(Object *o, Clock *c) {
    uint8_t s[6];
    if (!datetime_state(o, s, sizeof s) || (s[0] & 0x7f) > 23) return false;
    *c = (Clock){s[0] & 0x7f, s[1], s[2], s[0] >> 7, s[3] << 16 | s[4] << 8 | s[5]};
    return true;
}

static const char *const fields[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold", NULL};

int clock_take(Object **v, Clock *c, Object **tzinfo) {
    int hour = c->hour, minute = c->minute, second = c->second, microsecond = c->microsecond, fold = c->fold;
    if (datetime_int_opt(v[0], &hour) < 0 || datetime_int_opt(v[1], &minute) < 0 ||
        datetime_int_opt(v[2], &second) < 0 || datetime_int_opt(v[3], &microsecond) < 0 ||
        datetime_int_opt(v[5], &fold) < 0 || clock_check(hour, minute, second, microsecond, fold, c) < 0)
        return -1;
    if (!v[4]) return 0;
    *tzinfo = tzinfo_or_null(v[4]);
    return tzinfo_check(v[4]);
}

static Object *daytime_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *v[6], *tzinfo = NULL;
    Clock c = {0};
    if ((nargs == 1 || nargs == 2) && !kwnames && take_state(args[0], &c)) {
        if (nargs == 2 && args[1] != NONE && !is_tzinfo(args[1]))
            return raise_error(&exc_TypeError, "bad tzinfo state arg");
        return make(t, c, nargs == 2 ? tzinfo_or_null(args[1]) : NULL);
    }
    if (args_bind(NULL, fields, 0, 5, args, nargs, kwnames, v) < 0 || clock_take(v, &c, &tzinfo) < 0) return NULL;
    return make(t, c, tzinfo);
}

static Object *daytime_replace(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Daytime *t = (Daytime *)self;
    Object *v[6], *tzinfo = t->tzinfo;
    Clock c = t->clock;
    if (args_bind("replace", fields, 0, 5, args, nargs, kwnames, v) < 0 || clock_take(v, &c, &tzinfo) < 0) return NULL;
    return daytime_new(self->type, c, tzinfo);
}

static Object *daytime_strptime(Object *cls, Object **args, ptrdiff_t nargs) {
    return text_strptime(cls, "_strptime_datetime_time", args, nargs);
}

static void daytime_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((Daytime *)o)->tzinfo);
    object_free(o);
}

static int daytime_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((Daytime *)o)->tzinfo, visit, arg);
}

/* --- the zone --- */

static Object *ask(Object *self, Str *method) {
    return zone_ask(((Daytime *)self)->tzinfo, method, NONE);
}

static Object *daytime_utcoffset(Object *self, Object **args, ptrdiff_t nargs) {
    return ask(self, names.utcoffset);
}

static Object *daytime_dst(Object *self, Object **args, ptrdiff_t nargs) {
    return ask(self, names.dst);
}

static Object *daytime_tzname(Object *self, Object **args, ptrdiff_t nargs) {
    return zone_tzname(((Daytime *)self)->tzinfo, NONE);
}

/* --- operators --- */

static Object *daytime_compare(Object *a, Object *b, enum CompareOp op) {
    if (!is_daytime(b)) return newref(NOT_IMPLEMENTED);
    const Daytime *x = (Daytime *)a, *y = (Daytime *)b;
    int64_t i = clock_us(x->clock), j = clock_us(y->clock);
    if (x->tzinfo == y->tzinfo) return datetime_compared(i, j, op);
    int64_t x_offset = 0, y_offset = 0;
    int x_aware = zone_offset(x->tzinfo, NONE, &x_offset);
    int y_aware = x_aware < 0 ? -1 : zone_offset(y->tzinfo, NONE, &y_offset);
    if (y_aware < 0) return NULL;
    if (x_aware == y_aware) return datetime_compared(i - x_offset, j - y_offset, op);
    if (op == CMP_EQ || op == CMP_NE) return new_bool(op == CMP_NE);
    return raise_error(&exc_TypeError, "can't compare offset-naive and offset-aware times");
}

/* Equal times of day have equal distances from midnight UTC. */
static intptr_t daytime_hash(Object *o) {
    Daytime *t = (Daytime *)o;
    if (t->hash != -1) return t->hash;
    int64_t us = clock_us(t->clock), offset = 0;
    if (zone_offset(t->tzinfo, NONE, &offset) < 0) return -1;
    us -= offset;
    return t->hash = hash_bytes(&us, sizeof us);
}

/* --- text --- */

static Object *isoformat(Object *self, Object *timespec) {
    const Daytime *t = (Daytime *)self;
    char text[48], *end = text_clock(text, t->clock, timespec, t->tzinfo, NONE);
    return end ? str_from_ascii(text, (size_t)(end - text)) : NULL;
}

static Object *daytime_isoformat(Object *self, Object **args, ptrdiff_t nargs) {
    Object *timespec = arg_or_null(args, nargs, 0);
    if (timespec && !str_check(timespec))
        return raise_error(&exc_TypeError, "isoformat() argument 1 must be str, not %K", timespec);
    return isoformat(self, timespec);
}

static Object *daytime_str(Object *o) {
    return o->type == &daytime_type ? isoformat(o, NULL) : object_call_method(o, names.isoformat, NULL, 0);
}

static Object *daytime_repr(Object *o) {
    const Daytime *t = (Daytime *)o;
    Clock c = t->clock;
    StrWriter w = writer_new();
    if (writer_format(&w, "%s(%d, %d", type_name(o), c.hour, c.minute) < 0 ||
        ((c.second || c.microsecond) && writer_format(&w, ", %d", c.second) < 0) ||
        (c.microsecond && writer_format(&w, ", %d", c.microsecond) < 0) ||
        (t->tzinfo && writer_format(&w, ", tzinfo=%R", t->tzinfo) < 0) || (c.fold && writer_c(&w, ", fold=1") < 0) ||
        writer_c(&w, ")") < 0)
        return NULL;
    return writer_finish(&w);
}

/* Formats that ask for the date get that of the first of January 1900. */
static Object *daytime_strftime(Object *self, Object **args, ptrdiff_t nargs) {
    const Daytime *t = (Daytime *)self;
    return text_strftime(args[0], (Day){1900, 1, 1}, t->clock, t->tzinfo, NONE);
}

static Object *reduce(Object *self, bool with_fold) {
    const Daytime *t = (Daytime *)self;
    Clock c = t->clock;
    int us = c.microsecond;
    uint8_t state[] = {(uint8_t)(c.hour | (with_fold ? c.fold << 7 : 0)),
                       c.minute,
                       c.second,
                       (uint8_t)(us >> 16),
                       (uint8_t)(us >> 8),
                       (uint8_t)us};
    return datetime_reduced(self, state, sizeof state, t->tzinfo);
}

static Object *daytime_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    return reduce(self, false);
}

/* Only protocols from 4 on know of the fold. */
static Object *daytime_reduce_ex(Object *self, Object **args, ptrdiff_t nargs) {
    int protocol;
    return datetime_int(args[0], &protocol) < 0 ? NULL : reduce(self, protocol > 3);
}

/* --- the type --- */

static Object *get_hour(Object *o, void *arg) {
    return int_from_i64(((Daytime *)o)->clock.hour);
}
static Object *get_minute(Object *o, void *arg) {
    return int_from_i64(((Daytime *)o)->clock.minute);
}
static Object *get_second(Object *o, void *arg) {
    return int_from_i64(((Daytime *)o)->clock.second);
}
static Object *get_microsecond(Object *o, void *arg) {
    return int_from_i64(((Daytime *)o)->clock.microsecond);
}
static Object *get_fold(Object *o, void *arg) {
    return int_from_i64(((Daytime *)o)->clock.fold);
}
static Object *get_tzinfo(Object *o, void *arg) {
    return newref(tzinfo_or_none(((Daytime *)o)->tzinfo));
}

static const GetSet daytime_getset[] = {{"hour", get_hour},
                                        {"minute", get_minute},
                                        {"second", get_second},
                                        {"microsecond", get_microsecond},
                                        {"tzinfo", get_tzinfo},
                                        {"fold", get_fold},
                                        {0}};

static const Method daytime_methods[] = {
    {"__format__", text_format, 1, 1,
     "__format__(format, /)\n--\n\nThe text that strftime makes; str() for no format."},
    {"__reduce__", daytime_reduce, 0, 0, "__reduce__()\n--\n\nHelper for copy and pickle."},
    {"__reduce_ex__", daytime_reduce_ex, 1, 1, "__reduce_ex__(protocol, /)\n--\n\nHelper for copy and pickle."},
    {"__replace__", (NativeFn)(void *)daytime_replace, 0, -1,
     "__replace__($self, /, **changes)\n--\n\nThe same as replace().", METH_KEYWORDS},
    {"dst", daytime_dst, 0, 0, "dst($self, /)\n--\n\nWhat tzinfo.dst(None) gives."},
    {"fromisoformat", iso_time_from, 1, 1,
     "fromisoformat(object, /)\n--\n\nA time from its text in a form of ISO 8601.", METH_CLASS},
    {"isoformat", daytime_isoformat, 0, 1,
     "isoformat(timespec='auto')\n--\n\nThe time as HH:MM:SS.mmmmmm+HH:MM, as far as timespec says: 'auto', 'hours',\n"
     "'minutes', 'seconds', 'milliseconds' or 'microseconds'."},
    {"replace", (NativeFn)(void *)daytime_replace, 0, -1,
     "replace($self, /, hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, "
     "tzinfo=unchanged, *, fold=unchanged)\n--\n\nA time with some fields changed.",
     METH_KEYWORDS},
    {"strftime", daytime_strftime, 1, 1, "strftime(format)\n--\n\nThe time as text, laid out as the format says."},
    {"strptime", daytime_strptime, 0, -1,
     "strptime(string, format)\n\nA time from text that is laid out as the format says.", METH_CLASS},
    {"tzname", daytime_tzname, 0, 0, "tzname($self, /)\n--\n\nWhat tzinfo.tzname(None) gives."},
    {"utcoffset", daytime_utcoffset, 0, 0, "utcoffset($self, /)\n--\n\nWhat tzinfo.utcoffset(None) gives."},
    {0},
};

Type daytime_type = {
    .mem = {.name = "datetime.time",
            .size = sizeof(Daytime),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = daytime_dealloc,
            .traverse = daytime_traverse},
    .doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) -> a time of day\n\n"
           "tzinfo is None or an instance of a subclass of tzinfo; the others are ints.",
    .methods = daytime_methods,
    .getset = daytime_getset,
    .repr = daytime_repr,
    .str = daytime_str,
    .hash = daytime_hash,
    .compare = daytime_compare,
    .new = daytime_make,
};
