/* Weeks as ISO 8601 counts them: date.isocalendar(), its result, and the way back. */
#include "stdlib/datetime_parts.h"

/* --- IsoCalendarDate: a tuple whose items have names --- */

static Object *week_new(Day w) {
    Tuple *o = (Tuple *)object_new_var(&iso_date_type, 3 * sizeof(Object *));
    if (!o) return NULL;
    o->length = 3;
    o->items[0] = int_from_i64(w.year);
    o->items[1] = int_from_i64(w.month);
    o->items[2] = int_from_i64(w.day);
    if (!o->items[0] || !o->items[1] || !o->items[2]) return decref(o), NULL;
    return (Object *)o; /* ints make no cycle */
}

static Object *week_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const fields[] = {"year", "week", "weekday", NULL};
    Object *v[3];
    Day w;
    if (args_bind("IsoCalendarDate", fields, 3, 3, args, nargs, kwnames, v) < 0 || datetime_int(v[0], &w.year) < 0 ||
        datetime_int(v[1], &w.month) < 0 || datetime_int(v[2], &w.day) < 0)
        return NULL;
    return week_new(w);
}

static void week_dealloc(Object *o) {
    for (int i = 0; i < 3; i++) clear_ref(&((Tuple *)o)->items[i]);
    object_free(o);
}

static Object *week_repr(Object *o) {
    const Tuple *t = (Tuple *)o;
    return str_format("%s(year=%S, week=%S, weekday=%S)", type_name(o), t->items[0], t->items[1], t->items[2]);
}

static Object *week_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Object *items = tuple_from(((Tuple *)self)->items, 3), *in = items ? tuple_pack(1, items) : NULL, *result = NULL;
    if (in) result = tuple_pack(2, (Object *)&tuple_type, in);
    xdecref(items);
    xdecref(in);
    return result;
}

static Object *get_item(Object *o, void *index) {
    return newref(((Tuple *)o)->items[(intptr_t)index]);
}

static const GetSet week_getset[] = {{"year", get_item, NULL, NULL, (void *)0},
                                     {"week", get_item, NULL, NULL, (void *)1},
                                     {"weekday", get_item, NULL, NULL, (void *)2},
                                     {0}};

static const Method week_methods[] = {
    {"__reduce__", week_reduce, 0, 0, "__reduce__()\n--\n\nHelper for copy and pickle."},
    {0},
};

Type iso_date_type = {
    .mem = {.name = "datetime.IsoCalendarDate", .size = sizeof(Tuple), .flags = TYPE_GC, .dealloc = week_dealloc},
    .base = &tuple_type,
    .doc = "What date.isocalendar() gives: a tuple (year, week, weekday), whose items are attributes too.",
    .methods = week_methods,
    .getset = week_getset,
    .repr = week_repr,
    .new = week_make,
};

/* --- methods of date --- */

Object *week_isocalendar(Object *self, Object **args, ptrdiff_t nargs) {
    return week_new(calendar_iso(day_of(self)));
}

int week_to_day(Day w, Day *d) {
    if (w.year < MIN_YEAR || w.year > MAX_YEAR)
        return raise_int(&exc_ValueError, "year must be in %d..%d, not %d", MIN_YEAR, MAX_YEAR, w.year);
    if (w.month < 1 || w.month > calendar_iso_weeks(w.year))
        return raise_int(&exc_ValueError, "Invalid week: %d", w.month);
    if (w.day < 1 || w.day > 7) return raise_int(&exc_ValueError, "Invalid weekday: %d (range is [1, 7])", w.day);
    int ordinal = calendar_iso_monday(w.year) + 7 * (w.month - 1) + w.day - 1;
    *d = ordinal < 1 ? (Day){0} : calendar_day(ordinal);
    return 0;
}

Object *week_fromisocalendar(Object *cls, Object **args, ptrdiff_t nargs) {
    Day w, d;
    if (datetime_int(args[0], &w.year) < 0 || datetime_int(args[1], &w.month) < 0 ||
        datetime_int(args[2], &w.day) < 0) {
        if (raise_clear_if(&exc_OverflowError)) raise_error(&exc_ValueError, "ISO calendar component out of range");
        return NULL;
    }
    if (week_to_day(w, &d) < 0 || date_check(d) < 0) return NULL;
    return date_new((Type *)cls, d);
}
