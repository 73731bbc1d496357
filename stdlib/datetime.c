/* The datetime module. Its types have files of their own; here is what they share, and the constants. */
#include <string.h>

#include "stdlib/datetime_parts.h"

int datetime_int(Object *o, int *out) {
    int64_t value;
    Object *index = number_index(o);
    if (!index) return -1;
    bool fits = int_fits_i64(index, &value);
    decref(index);
    if (!fits) return raise_int(&exc_OverflowError, "Python int too large to convert to C long");
    if (value > INT32_MAX) return raise_int(&exc_OverflowError, "signed integer is greater than maximum");
    if (value < INT32_MIN) return raise_int(&exc_OverflowError, "signed integer is less than minimum");
    *out = (int)value;
    return 0;
}

int datetime_arity(const char *function, ptrdiff_t wanted, ptrdiff_t given) {
    if (given == wanted) return 0;
    return raise_int(&exc_TypeError, "%s() takes exactly %zd argument%s (%zd given)", function, wanted,
                     wanted == 1 ? "" : "s", given);
}

Object *datetime_reduced(Object *o, const uint8_t *state, size_t n, Object *tzinfo) {
    Object *bytes = bytes_new(state, (ptrdiff_t)n), *result = NULL;
    Object *arguments = !bytes ? NULL : tzinfo ? tuple_pack(2, bytes, tzinfo) : tuple_pack(1, bytes);
    if (arguments) result = tuple_pack(2, (Object *)o->type, arguments);
    xdecref(bytes);
    xdecref(arguments);
    return result;
}

bool datetime_state(Object *o, uint8_t *state, ptrdiff_t n) {
    if (bytes_check(o)) {
        if (bytes_length(o) != n) return false;
        memcpy(state, ((Bytes *)o)->data, (size_t)n);
        return true;
    }
    if (!str_check(o) || str_length(o) != n || ((Str *)o)->kind != 1) return false;
    memcpy(state, str_data(o), (size_t)n);
    return true;
}

/* min, max and resolution of a type; steals them. */
static int set_bounds(Type *t, Object *min, Object *max, Object *resolution) {
    Dict *d = type_dict(t);
    int status = -1;
    if (d && min && max && resolution && dict_set_c((Object *)d, "min", min) == 0 &&
        dict_set_c((Object *)d, "max", max) == 0)
        status = dict_set_c((Object *)d, "resolution", resolution);
    xdecref(min);
    xdecref(max);
    xdecref(resolution);
    return status;
}

static int set_constants(void) {
    const Day first = {MIN_YEAR, 1, 1}, last = {MAX_YEAR, 12, 31};
    const Clock midnight = {0}, before_midnight = {23, 59, 59, 0, US_PER_SECOND - 1};
    const int64_t minute = 60 * (int64_t)US_PER_SECOND;
    Dict *zones = type_dict(&fixed_zone_type);
    if (!zones || zone_start() < 0 ||
        set_bounds(&delta_type, delta_of(-MAX_DELTA_DAYS, 0, 0),
                   delta_of(MAX_DELTA_DAYS, SECONDS_PER_DAY - 1, US_PER_SECOND - 1), delta_new(1)) < 0 ||
        set_bounds(&date_type, date_new(&date_type, first), date_new(&date_type, last), delta_of(1, 0, 0)) < 0 ||
        set_bounds(&daytime_type, daytime_new(&daytime_type, midnight, NULL),
                   daytime_new(&daytime_type, before_midnight, NULL), delta_new(1)) < 0 ||
        set_bounds(&moment_type, moment_new(&moment_type, first, midnight, NULL),
                   moment_new(&moment_type, last, before_midnight, NULL), delta_new(1)) < 0)
        return -1;
    Object *west = zone_fixed(minute - US_PER_DAY), *east = zone_fixed(US_PER_DAY - minute);
    int status = -1;
    if (west && east && dict_set_c((Object *)zones, "min", west) == 0 && dict_set_c((Object *)zones, "max", east) == 0)
        status = dict_set_c((Object *)zones, "utc", zone_utc);
    xdecref(west);
    xdecref(east);
    return status;
}

static int setup(Object *m) {
    static Type *const types[] = {&date_type, &moment_type, &daytime_type, &delta_type, &tzinfo_type, &fixed_zone_type};
    static const char *const exported[] = {"date",   "datetime", "time",    "timedelta", "timezone",
                                           "tzinfo", "MINYEAR",  "MAXYEAR", "UTC"};
    enum { EXPORTED = sizeof exported / sizeof *exported };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(m, types[i]) < 0) return -1;
    type_ready(&iso_date_type);
    if (set_constants() < 0 || module_add_int(m, "MINYEAR", MIN_YEAR) < 0 ||
        module_add_int(m, "MAXYEAR", MAX_YEAR) < 0 || module_add(m, "UTC", zone_utc) < 0)
        return -1;
    Object *all = tuple_new(EXPORTED);
    for (int i = 0; all && i < EXPORTED; i++) {
        Str *name = str_intern_c(exported[i]);
        tuple_set(all, i, (Object *)name);
        if (!name) clear_ref(&all);
    }
    return module_add_steal(m, "__all__", all);
}

static void teardown(void) {
    clear_ref(&zone_utc);
}

const ModuleSpec datetime_module = {
    .name = "datetime",
    .doc = "Dates and times, the differences between them, and time zones.",
    .setup = setup,
    .teardown = teardown,
};
