/* datetime.tzinfo, which programs derive their zones from, and datetime.timezone, a fixed distance from UTC.
 *
 * Everything else asks a zone through zone_ask and its like. They check what a program's method returned, and know
 * without a call what a timezone answers. */
#include "stdlib/datetime_parts.h"

Object *zone_utc;

/* --- asking a zone --- */

static bool is_below_a_day(const Object *delta) {
    const Delta *d = (const Delta *)delta;
    return d->days == 0 || (d->days == -1 && (d->seconds || d->microseconds));
}

static int check_offset(Object *delta) {
    if (is_below_a_day(delta)) return 0;
    return raise_int(&exc_ValueError,
                     "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %R",
                     delta);
}

Object *zone_ask(Object *tzinfo, Str *method, Object *dt) {
    if (!tzinfo) return new_none();
    if (tzinfo->type == &fixed_zone_type && method == names.utcoffset) return newref(((FixedZone *)tzinfo)->offset);
    Object *answer = object_call_method(tzinfo, method, &dt, 1);
    if (!answer || answer == NONE) return answer;
    if (!is_delta(answer))
        raise_error(&exc_TypeError, "tzinfo.%S() must return None or timedelta, not '%Q'", method, answer);
    else if (check_offset(answer) == 0)
        return answer;
    decref(answer);
    return NULL;
}

int zone_offset(Object *tzinfo, Object *dt, int64_t *us) {
    if (!tzinfo) return 0;
    Object *answer = zone_ask(tzinfo, names.utcoffset, dt);
    if (!answer) return -1;
    bool is_aware = answer != NONE;
    if (is_aware) *us = (int64_t)delta_us(answer);
    decref(answer);
    return is_aware;
}

Object *zone_tzname(Object *tzinfo, Object *dt) {
    if (!tzinfo) return new_none();
    Object *answer = object_call_method(tzinfo, names.tzname, &dt, 1);
    if (!answer || answer == NONE || str_check(answer)) return answer;
    raise_error(&exc_TypeError, "tzinfo.tzname() must return None or a string, not '%Q'", answer);
    decref(answer);
    return NULL;
}

/* --- tzinfo --- */

static Object *not_implemented(const char *method) {
    return raise_error(&exc_NotImplementedError, "a tzinfo subclass must implement %s()", method);
}

static Object *tzinfo_utcoffset(Object *self, Object **args, ptrdiff_t nargs) {
    return not_implemented("utcoffset");
}
static Object *tzinfo_dst(Object *self, Object **args, ptrdiff_t nargs) {
    return not_implemented("dst");
}
static Object *tzinfo_tzname(Object *self, Object **args, ptrdiff_t nargs) {
    return not_implemented("tzname");
}

static int check_fromutc(Object *self, Object *dt) {
    if (!is_moment(dt)) return raise_int(&exc_TypeError, "fromutc: argument must be a datetime");
    if (((Moment *)dt)->tzinfo != self) return raise_int(&exc_ValueError, "fromutc: dt.tzinfo is not self");
    return 0;
}

/* As zone_offset, for a method that must not say None here. 0, -1 */
static int must_say(Object *tzinfo, Str *method, Object *dt, const char *message, int64_t *us) {
    Object *answer = zone_ask(tzinfo, method, dt);
    if (!answer) return -1;
    int status = 0;
    if (answer == NONE)
        status = raise_int(&exc_ValueError, "%s", message);
    else
        *us = (int64_t)delta_us(answer);
    decref(answer);
    return status;
}

/* Standard time is the offset without daylight saving, and is the same before and after a change to that. So the
 * zone is asked again about the local standard time what daylight saving is then. */
static Object *tzinfo_fromutc(Object *self, Object **args, ptrdiff_t nargs) {
    Object *dt = args[0];
    int64_t offset = 0, dst = 0;
    if (check_fromutc(self, dt) < 0 ||
        must_say(self, names.utcoffset, dt, "fromutc: non-None utcoffset() result required", &offset) < 0 ||
        must_say(self, names.dst, dt, "fromutc: non-None dst() result required", &dst) < 0)
        return NULL;
    Object *standard = moment_at(dt->type, moment_us(dt) + offset - dst, ((Moment *)dt)->tzinfo);
    if (!standard || !is_moment(standard)) return standard;
    Object *local = NULL;
    if (must_say(((Moment *)standard)->tzinfo, names.dst, standard,
                 "fromutc: tz.dst() gave inconsistent results; cannot convert", &dst) == 0)
        local = moment_at(standard->type, moment_us(standard) + dst, ((Moment *)standard)->tzinfo);
    decref(standard);
    return local;
}

/* (type, arguments, state): the class may have __getinitargs__. */
static Object *tzinfo_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Object *method = object_getattr_opt(self, names.__getinitargs__);
    if (!method && raise_pending()) return NULL;
    Object *arguments = method ? object_call0(method) : tuple_new(0);
    xdecref(method);
    Object *state = arguments ? object_call_method(self, names.__getstate__, NULL, 0) : NULL, *result = NULL;
    if (state) result = tuple_pack(3, (Object *)self->type, arguments, state);
    xdecref(arguments);
    xdecref(state);
    return result;
}

static Object *tzinfo_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o && type_flag(t, TYPE_GC)) gc_track(o);
    return o;
}

static const Method tzinfo_methods[] = {
    {"__reduce__", tzinfo_reduce, 0, 0, "__reduce__($self, /)\n--\n\nHelper for copy and pickle."},
    {"dst", tzinfo_dst, 1, 1, "dst($self, object, /)\n--\n\nHow much of the offset is daylight saving: a timedelta."},
    {"fromutc", tzinfo_fromutc, 1, 1, "fromutc($self, object, /)\n--\n\nLocal time, for a datetime that holds UTC."},
    {"tzname", tzinfo_tzname, 1, 1, "tzname($self, object, /)\n--\n\nThe zone's name at a datetime."},
    {"utcoffset", tzinfo_utcoffset, 1, 1,
     "utcoffset($self, object, /)\n--\n\nHow far local time is east of UTC at a datetime: a timedelta."},
    {0},
};

Type tzinfo_type = {
    .mem = {.name = "datetime.tzinfo", .size = sizeof(Object), .flags = TYPE_BASE, .dealloc = (void *)object_free},
    .doc = "What knows of a time zone. Subclasses say what its methods give.",
    .methods = tzinfo_methods,
    .new = tzinfo_make,
};

/* --- timezone --- */

Object *zone_new(Object *offset, Object *name) {
    if (!name && zone_utc && !((Delta *)offset)->days && !((Delta *)offset)->seconds &&
        !((Delta *)offset)->microseconds)
        return newref(zone_utc);
    if (check_offset(offset) < 0) return NULL;
    FixedZone *z = (FixedZone *)object_new(&fixed_zone_type);
    if (!z) return NULL;
    z->offset = newref(offset);
    z->name = xnewref(name);
    gc_track(z);
    return (Object *)z;
}

Object *zone_fixed(int64_t us) {
    Object *offset = delta_new(us), *zone = offset ? zone_new(offset, NULL) : NULL;
    xdecref(offset);
    return zone;
}

static Object *zone_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"offset", "name", NULL};
    Object *v[2];
    if (args_bind("timezone", fields, 1, 2, args, nargs, kwnames, v) < 0) return NULL;
    if (!is_delta(v[0]))
        return raise_error(&exc_TypeError, "timezone() argument 1 must be datetime.timedelta, not %K", v[0]);
    if (v[1] && !str_check(v[1])) return raise_error(&exc_TypeError, "timezone() argument 2 must be str, not %K", v[1]);
    return zone_new(v[0], v[1]);
}

static void zone_dealloc(Object *o) {
    FixedZone *z = (FixedZone *)o;
    gc_untrack(o);
    clear_ref(&z->offset);
    clear_ref(&z->name);
    object_free(o);
}

static int zone_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((FixedZone *)o)->offset, visit, arg);
    return stop ? stop : visit_ref(((FixedZone *)o)->name, visit, arg);
}

static Object *zone_repr(Object *o) {
    const FixedZone *z = (FixedZone *)o;
    if (o == zone_utc) return str_format("%s.utc", type_name(o));
    return z->name ? str_format("%s(%R, %R)", type_name(o), z->offset, z->name)
                   : str_format("%s(%R)", type_name(o), z->offset);
}

/* UTC, UTC+05:30 ... */
static Object *zone_str(Object *o) {
    const FixedZone *z = (FixedZone *)o;
    if (z->name) return newref(z->name);
    int64_t us = (int64_t)delta_us(z->offset);
    char text[32] = "UTC", *end = text + 3;
    if (us) end = text_offset(end, us, ":");
    return str_from_ascii(text, (size_t)(end - text));
}

static Object *zone_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || b->type != &fixed_zone_type) return newref(NOT_IMPLEMENTED);
    return object_compare(((FixedZone *)a)->offset, ((FixedZone *)b)->offset, op);
}

static intptr_t zone_hash(Object *o) {
    return delta_type.hash(((FixedZone *)o)->offset);
}

static int check_dt(Object *dt, const char *method) {
    if (dt == NONE || is_moment(dt)) return 0;
    return raise_int(&exc_TypeError, "%s(dt) argument must be a datetime instance or None, not %T", method, dt);
}

static Object *zone_utcoffset(Object *self, Object **args, ptrdiff_t nargs) {
    return check_dt(args[0], "utcoffset") < 0 ? NULL : newref(((FixedZone *)self)->offset);
}

static Object *zone_dst(Object *self, Object **args, ptrdiff_t nargs) {
    return check_dt(args[0], "dst") < 0 ? NULL : new_none();
}

static Object *zone_name(Object *self, Object **args, ptrdiff_t nargs) {
    return check_dt(args[0], "tzname") < 0 ? NULL : zone_str(self);
}

static Object *zone_fromutc(Object *self, Object **args, ptrdiff_t nargs) {
    if (check_fromutc(self, args[0]) < 0) return NULL;
    return moment_at(args[0]->type, moment_us(args[0]) + (int64_t)delta_us(((FixedZone *)self)->offset), self);
}

static Object *zone_getinitargs(Object *self, Object **args, ptrdiff_t nargs) {
    const FixedZone *z = (FixedZone *)self;
    return z->name ? tuple_pack(2, z->offset, z->name) : tuple_pack(1, z->offset);
}

static const Method zone_methods[] = {
    {"__getinitargs__", zone_getinitargs, 0, 0, "__getinitargs__($self, /)\n--\n\nHelper for copy and pickle."},
    {"dst", zone_dst, 1, 1, "dst($self, object, /)\n--\n\nNone: there is no daylight saving."},
    {"fromutc", zone_fromutc, 1, 1, "fromutc($self, object, /)\n--\n\nLocal time, for a datetime that holds UTC."},
    {"tzname", zone_name, 1, 1,
     "tzname($self, object, /)\n--\n\nThe name that was given, or else 'UTC', with the offset behind it."},
    {"utcoffset", zone_utcoffset, 1, 1, "utcoffset($self, object, /)\n--\n\nThe offset that was given."},
    {0},
};

Type fixed_zone_type = {
    .mem = {.name = "datetime.timezone",
            .size = sizeof(FixedZone),
            .flags = TYPE_GC,
            .dealloc = zone_dealloc,
            .traverse = zone_traverse},
    .base = &tzinfo_type,
    .doc = "A zone at a fixed distance from UTC.",
    .methods = zone_methods,
    .repr = zone_repr,
    .str = zone_str,
    .hash = zone_hash,
    .compare = zone_compare,
    .new = zone_make,
};

int zone_start(void) {
    Object *zero = delta_new(0);
    if (zero && !zone_utc) zone_utc = zone_new(zero, NULL);
    xdecref(zero);
    return zone_utc ? 0 : -1;
}
