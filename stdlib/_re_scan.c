/* Scanners and finditer: one match after the other.
 *
 * The next match begins where the last one ended. If that was empty, the next one must not be empty at the same place.
 */
#include "stdlib/re.h"

int scan_bounds(const Subject *s, Object **args, ptrdiff_t nargs, ptrdiff_t *pos, ptrdiff_t *endpos) {
    Object *bounds[2] = {arg_or_null(args, nargs, 1), arg_or_null(args, nargs, 2)};
    ptrdiff_t values[2] = {0, s->length};
    for (int i = 0; i < 2; i++) {
        if (!bounds[i]) continue;
        ptrdiff_t value = number_as_index(bounds[i], &exc_OverflowError);
        if (value == -1 && raise_pending()) return -1;
        values[i] = value < 0 ? 0 : value > s->length ? s->length : value;
    }
    *pos = values[0];
    *endpos = values[1];
    return 0;
}

static Object *scanner_new(Type *t, Pattern *p, Object **args, ptrdiff_t nargs) {
    Scanner *s = (Scanner *)object_new(t);
    if (!s) return NULL;
    s->pattern = newref(p);
    if (subject_open(&s->subject, p, args[0]) < 0) {
        s->subject.object = NULL;
        decref(s);
        return NULL;
    }
    incref(s->subject.object);
    if (scan_bounds(&s->subject, args, nargs, &s->pos, &s->endpos) < 0) {
        decref(s);
        return NULL;
    }
    s->next = s->pos;
    gc_track(s);
    return (Object *)s;
}

static void scanner_dealloc(Object *o) {
    Scanner *s = (Scanner *)o;
    gc_untrack(o);
    if (s->subject.object) {
        subject_close(&s->subject);
        decref(s->subject.object);
    }
    decref(s->pattern);
    object_free(o);
}

static int scanner_traverse(Object *o, Visit visit, void *arg) {
    Scanner *s = (Scanner *)o;
    int r = visit_ref(s->subject.object, visit, arg);
    return r ? r : visit_ref(s->pattern, visit, arg);
}

/* The next match; NULL without an exception when there is none, and then for good. */
static Object *scan(Scanner *s, MatchMode mode) {
    if (s->done) return NULL;
    Spans spans;
    if (spans_open(&spans, s->pattern) < 0) return NULL;
    int r = engine_match(s->pattern, &s->subject, s->next, s->endpos, mode, s->after_empty, spans.at);
    Object *m = NULL;
    if (r > 0) {
        m = match_new(s->pattern, &s->subject, s->pos, s->endpos, spans.at);
        s->next = spans.at[1];
        s->after_empty = spans.at[0] == spans.at[1];
    } else if (r == 0) {
        s->done = true;
    }
    spans_close(&spans);
    return m;
}

static Object *scan_or_none(Object *o, MatchMode mode) {
    Object *m = scan((Scanner *)o, mode);
    return m || raise_pending() ? m : new_none();
}

static Object *scanner_match(Object *o, Object **args, ptrdiff_t nargs) {
    return scan_or_none(o, MATCH_HERE);
}
static Object *scanner_search(Object *o, Object **args, ptrdiff_t nargs) {
    return scan_or_none(o, MATCH_SEARCH);
}
static Object *scanner_pattern(Object *o, void *arg) {
    return newref(((Scanner *)o)->pattern);
}
static Object *iterator_next(Object *o) {
    return scan((Scanner *)o, MATCH_SEARCH);
}
static Object *iterator_iter(Object *o) {
    return newref(o);
}

Object *pattern_scanner(Object *o, Object **args, ptrdiff_t nargs) {
    return scanner_new(&re_scanner, (Pattern *)o, args, nargs);
}
Object *pattern_finditer(Object *o, Object **args, ptrdiff_t nargs) {
    return scanner_new(&re_iterator, (Pattern *)o, args, nargs);
}

static const Method scanner_methods[] = {
    {"match", scanner_match, 0, 0, "match()\n--\n\nThe match at the place where the last one ended, or None."},
    {"search", scanner_search, 0, 0, "search()\n--\n\nThe first match behind the last one, or None."},
    {NULL},
};

static const GetSet scanner_getset[] = {
    {"pattern", scanner_pattern, NULL, "The pattern."},
    {NULL},
};

Type re_scanner = {
    .mem = {.name = "_sre.SRE_Scanner",
            .size = sizeof(Scanner),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = scanner_dealloc,
            .traverse = scanner_traverse},
    .doc = "A pattern on its way through a subject.",
    .methods = scanner_methods,
    .getset = scanner_getset,
};

Type re_iterator = {
    .mem = {.name = "callable_iterator",
            .size = sizeof(Scanner),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .dealloc = scanner_dealloc,
            .traverse = scanner_traverse},
    .doc = "The matches of a pattern.",
    .iter = iterator_iter,
    .next = iterator_next,
};
