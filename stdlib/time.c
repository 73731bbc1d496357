/* The time module: clocks and sleeping. Every clock is one of the system's (clock_gettime), read in nanoseconds; the
 * functions without _ns give seconds as a float. */
#include <errno.h>
#include <math.h>
#include <time.h>

#include "stdlib/time_parts.h"

#define NS_PER_S 1000000000

static int64_t nanoseconds(struct timespec t) {
    return (int64_t)t.tv_sec * NS_PER_S + t.tv_nsec;
}

static int64_t read_clock(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return nanoseconds(t);
}

/* Nanoseconds up to 2**53 are exact in a double, and one division rounds once. */
static Object *seconds_of(int64_t ns) {
    return float_new((double)ns / NS_PER_S);
}

static Object *f_time(Object *m, Object **args, ptrdiff_t n) {
    return seconds_of(read_clock(CLOCK_REALTIME));
}
static Object *f_time_ns(Object *m, Object **args, ptrdiff_t n) {
    return int_from_i64(read_clock(CLOCK_REALTIME));
}
static Object *f_monotonic(Object *m, Object **args, ptrdiff_t n) {
    return seconds_of(read_clock(CLOCK_MONOTONIC));
}
static Object *f_monotonic_ns(Object *m, Object **args, ptrdiff_t n) {
    return int_from_i64(read_clock(CLOCK_MONOTONIC));
}
static Object *f_process_time(Object *m, Object **args, ptrdiff_t n) {
    return seconds_of(read_clock(CLOCK_PROCESS_CPUTIME_ID));
}
static Object *f_process_time_ns(Object *m, Object **args, ptrdiff_t n) {
    return int_from_i64(read_clock(CLOCK_PROCESS_CPUTIME_ID));
}
static Object *f_thread_time(Object *m, Object **args, ptrdiff_t n) {
    return seconds_of(read_clock(CLOCK_THREAD_CPUTIME_ID));
}
static Object *f_thread_time_ns(Object *m, Object **args, ptrdiff_t n) {
    return int_from_i64(read_clock(CLOCK_THREAD_CPUTIME_ID));
}

/* --- seconds from programs --- */

static void *raise_too_long(void) {
    return raise_error(&exc_OverflowError, "timestamp out of range for C PyTime_t");
}

/* Seconds as nanoseconds, rounded up: a sleep is never too short. */
static bool take_timeout(Object *o, int64_t *ns) {
    if (float_check(o)) {
        double d = float_value(o);
        if (isnan(d)) {
            raise_error(&exc_ValueError, "Invalid value NaN (not a number)");
            return false;
        }
        d = ceil(d * NS_PER_S);
        if (!(d >= -0x1p63 && d < 0x1p63)) {
            raise_too_long();
            return false;
        }
        *ns = (int64_t)d;
        return true;
    }
    if (!o->type->to_index) {
        raise_error(&exc_TypeError, "'%Q' object cannot be interpreted as an integer or float", o);
        return false;
    }
    Object *index = number_index(o);
    if (!index) return false;
    int64_t seconds;
    bool fits = int_fits_i64(index, &seconds) && !__builtin_mul_overflow(seconds, (int64_t)NS_PER_S, ns);
    decref(index);
    if (!fits) raise_too_long();
    return fits;
}

/* --- clocks by number and by name --- */

static bool take_clock(Object *o, clockid_t *id) {
    if (!int_check(o)) {
        raise_error(&exc_TypeError, "clk_id should be integer, not %T", o);
        return false;
    }
    *id = int_as_int(o);
    return *id != -1 || !raise_pending();
}

static bool get_time(Object *o, int64_t *ns) {
    clockid_t id;
    struct timespec t;
    if (!take_clock(o, &id)) return false;
    if (clock_gettime(id, &t) < 0) {
        raise_os(NULL);
        return false;
    }
    *ns = nanoseconds(t);
    return true;
}

static Object *f_clock_gettime(Object *m, Object **args, ptrdiff_t n) {
    int64_t ns = 0;
    return get_time(args[0], &ns) ? seconds_of(ns) : NULL;
}

static Object *f_clock_gettime_ns(Object *m, Object **args, ptrdiff_t n) {
    int64_t ns = 0;
    return get_time(args[0], &ns) ? int_from_i64(ns) : NULL;
}

static Object *f_clock_getres(Object *m, Object **args, ptrdiff_t n) {
    clockid_t id;
    struct timespec t;
    if (!take_clock(args[0], &id)) return NULL;
    return clock_getres(id, &t) < 0 ? raise_os(NULL) : seconds_of(nanoseconds(t));
}

static Object *set_time(Object *clock, int64_t ns) {
    clockid_t id;
    if (!take_clock(clock, &id)) return NULL;
    struct timespec t = {.tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S};
    return clock_settime(id, &t) < 0 ? raise_os(NULL) : new_none();
}

static Object *f_clock_settime(Object *m, Object **args, ptrdiff_t n) {
    int64_t ns = 0;
    return take_timeout(args[1], &ns) ? set_time(args[0], ns) : NULL;
}

static Object *f_clock_settime_ns(Object *m, Object **args, ptrdiff_t n) {
    Object *index = number_index(args[1]);
    if (!index) return NULL;
    int64_t ns = int_as_i64(index);
    decref(index);
    return ns == -1 && raise_pending() ? NULL : set_time(args[0], ns);
}

typedef struct Clock {
    const char *name, *implementation;
    clockid_t id;
    bool monotonic;
} Clock;

static const Clock clocks[] = {
    {"time", "clock_gettime(CLOCK_REALTIME)", CLOCK_REALTIME, false},
    {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC, true},
    {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC, true},
    {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", CLOCK_PROCESS_CPUTIME_ID, true},
    {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", CLOCK_THREAD_CPUTIME_ID, true},
};

/* Stores a value that may be NULL; steals it. */
static int put(Object *dict, const char *key, Object *value) {
    int status = value ? dict_set_c(dict, key, value) : -1;
    xdecref(value);
    return status;
}

static Object *describe(const Clock *c) {
    struct timespec t;
    if (clock_getres(c->id, &t) < 0) return raise_os(NULL);
    Object *dict = dict_new(), *result = NULL;
    if (dict && put(dict, "implementation", str_from_c(c->implementation)) == 0 &&
        put(dict, "monotonic", new_bool(c->monotonic)) == 0 && put(dict, "adjustable", new_bool(!c->monotonic)) == 0 &&
        put(dict, "resolution", seconds_of(nanoseconds(t))) == 0) {
        result = namespace_new(dict);
    }
    xdecref(dict);
    return result;
}

static Object *f_get_clock_info(Object *m, Object **args, ptrdiff_t n) {
    if (!str_check(args[0])) {
        return raise_error(&exc_TypeError, "get_clock_info() argument 1 must be str, not %K", args[0]);
    }
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
        if (str_equal_c(args[0], clocks[i].name)) return describe(&clocks[i]);
    }
    return raise_error(&exc_ValueError, "unknown clock");
}

/* --- sleep --- */

/* Until a point in time, so that signals that come in between do not make it longer. */
static Object *f_sleep(Object *m, Object **args, ptrdiff_t n) {
    int64_t ns = 0;
    if (!take_timeout(args[0], &ns)) return NULL;
    if (ns < 0) return raise_error(&exc_ValueError, "sleep length must be non-negative");
    if (__builtin_add_overflow(ns, read_clock(CLOCK_MONOTONIC), &ns)) return raise_too_long();
    struct timespec until = {.tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S};
    for (;;) {
        int error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        if (error == 0) return new_none();
        if (error != EINTR) {
            errno = error;
            return raise_os(NULL);
        }
        if (signals_pending() < 0) return NULL;
    }
}

static Object *f_tzset(Object *m, Object **args, ptrdiff_t n) {
    tzset();
    return time_zone_constants(m) < 0 ? NULL : new_none();
}

static Object *f_strptime(Object *m, Object **args, ptrdiff_t n) {
    Object *module = import_name("_strptime"), *f = NULL, *r = NULL;
    if (module && (f = object_getattr_c(module, "_strptime_time"))) r = object_call(f, args, n, NULL);
    xdecref(f);
    xdecref(module);
    return r;
}

static const Method methods[] = {
    {"asctime", time_asctime, 0, 1, "asctime([tuple]) -> string\n\nA time tuple as text: 'Sat Jun 06 16:26:11 1998'."},
    {"clock_getres", f_clock_getres, 1, 1, "clock_getres(clk_id) -> float\n\nResolution of a clock, in seconds."},
    {"clock_gettime", f_clock_gettime, 1, 1, "clock_gettime(clk_id, /)\n--\n\nTime of a clock, in seconds."},
    {"clock_gettime_ns", f_clock_gettime_ns, 1, 1,
     "clock_gettime_ns(clk_id, /)\n--\n\nTime of a clock, in nanoseconds."},
    {"clock_settime", f_clock_settime, 2, 2, "clock_settime(clk_id, time)\n\nSets a clock, in seconds."},
    {"clock_settime_ns", f_clock_settime_ns, 2, 2, "clock_settime_ns(clk_id, time)\n\nSets a clock, in nanoseconds."},
    {"ctime", time_ctime, 0, 1, "ctime(seconds) -> string\n\nSeconds since the epoch as text, in local time."},
    {"get_clock_info", f_get_clock_info, 1, 1,
     "get_clock_info(name: str) -> dict\n\nWhat is known about the clock of that name."},
    {"gmtime", time_gmtime, 0, 1, "gmtime([seconds]) -> time tuple\n\nSeconds since the epoch as a time tuple in UTC."},
    {"localtime", time_localtime, 0, 1,
     "localtime([seconds]) -> time tuple\n\nSeconds since the epoch as a time tuple in local time."},
    {"mktime", time_mktime, 1, 1,
     "mktime($self, object, /)\n--\n\nA time tuple in local time as seconds since the epoch."},
    {"monotonic", f_monotonic, 0, 0, "monotonic($self, /)\n--\n\nSeconds of a clock that cannot go backwards."},
    {"monotonic_ns", f_monotonic_ns, 0, 0,
     "monotonic_ns($self, /)\n--\n\nNanoseconds of a clock that cannot go backwards."},
    {"perf_counter", f_monotonic, 0, 0,
     "perf_counter($self, /)\n--\n\nSeconds of the clock to measure short times with."},
    {"perf_counter_ns", f_monotonic_ns, 0, 0,
     "perf_counter_ns($self, /)\n--\n\nNanoseconds of the clock to measure short times with."},
    {"process_time", f_process_time, 0, 0,
     "process_time($self, /)\n--\n\nSeconds of processor time that the process has used."},
    {"process_time_ns", f_process_time_ns, 0, 0,
     "process_time_ns($self, /)\n--\n\nNanoseconds of processor time that the process has used."},
    {"sleep", f_sleep, 1, 1,
     "sleep($self, object, /)\n--\n\nWaits for so many seconds; signals are handled meanwhile."},
    {"strftime", time_strftime, 1, 2,
     "strftime(format[, tuple]) -> string\n\nA time tuple as text, laid out as the format says."},
    {"strptime", f_strptime, 1, 2,
     "strptime(string, format) -> struct_time\n\nReads a time tuple from text laid out as the format says."},
    {"thread_time", f_thread_time, 0, 0,
     "thread_time($self, /)\n--\n\nSeconds of processor time that the thread has used."},
    {"thread_time_ns", f_thread_time_ns, 0, 0,
     "thread_time_ns($self, /)\n--\n\nNanoseconds of processor time that the thread has used."},
    {"time", f_time, 0, 0, "time($self, /)\n--\n\nSeconds since the epoch, 1970-01-01 00:00:00 UTC."},
    {"time_ns", f_time_ns, 0, 0, "time_ns($self, /)\n--\n\nNanoseconds since the epoch."},
    {"tzset", f_tzset, 0, 0, "tzset($self, /)\n--\n\nReads the time zone from the environment variable TZ again."},
    {0},
};

static int setup(Object *m) {
    static const struct {
        const char *name;
        clockid_t id;
    } ids[] = {
        {"CLOCK_REALTIME", CLOCK_REALTIME},
        {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
        {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
        {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
        {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
        {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
        {"CLOCK_TAI", CLOCK_TAI},
    };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (module_add_int(m, ids[i].name, ids[i].id) < 0) return -1;
    }
    tzset();
    if (time_zone_constants(m) < 0 || module_add_int(m, "_STRUCT_TM_ITEMS", 11) < 0) return -1;
    Type *t = time_struct_type();
    return t ? module_add(m, "struct_time", (Object *)t) : -1;
}

const ModuleSpec time_module = {
    .name = "time",
    .doc = "Clocks, sleeping, and conversions between seconds since the epoch, calendar dates and text.",
    .methods = methods,
    .setup = setup,
};
