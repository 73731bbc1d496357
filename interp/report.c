/* Exceptions as text: the chain of causes, tracebacks, groups as trees, what went wrong, and what was perhaps meant.
 *
 * A report is a list of lines, each with a margin when it belongs to a group:
 *
 *        + Exception Group Traceback (most recent call last):
 *        |   File ...
 *        | ExceptionGroup: two things (2 sub-exceptions)
 *        +-+---------------- 1 ----------------
 *          | ValueError: one
 *          +------------------------------------
 */
#include "interp/report.h"

#include <string.h>

#include "interp/io.h"
#include "interp/object/suggest.h"
#include "interp/report_frame.h"
#include "interp/report_syntax.h"
#include "interp/vm/import.h"
#include "interp/vm/traceback.h"

enum { GROUP_WIDTH_MAX = 15, GROUP_DEPTH_MAX = 10, SAME_LINES_MAX = 3 };

typedef struct Report {
    StrWriter out;
    Object *seen;    /* a dict; its keys are the addresses of the exceptions that are shown somewhere */
    int depth;       /* of groups */
    bool need_close; /* the innermost group's bottom line is still to come */
    bool unmarked;   /* source lines come without marks */
} Report;

/* Adds text (stolen; NULL fails), each line behind the margin. 0, -1 */
static int emit(Report *r, Object *text, char margin) {
    if (!text) return -1;
    int status = 0;
    if (r->depth == 0) {
        status = writer_str(&r->out, text);
    } else {
        ptrdiff_t start = 0, n = str_length(text);
        for (ptrdiff_t i = 0; status == 0 && i < n; i++) {
            if (str_at((Str *)text, i) != '\n' && i != n - 1) continue;
            if ((status = writer_fill(&r->out, ' ', 2 * r->depth)) == 0 &&
                (status = writer_char(&r->out, margin)) == 0 && (status = writer_char(&r->out, ' ')) == 0)
                status = writer_substring(&r->out, text, start, i + 1);
            start = i + 1;
        }
    }
    decref(text);
    return status;
}

static int emit_c(Report *r, const char *text) {
    return emit(r, str_from_c(text), '|');
}

/* --- the traceback --- */

static bool same_place(const Traceback *a, const Traceback *b) {
    return traceback_line(a) == traceback_line(b) && a->frame->function->code == b->frame->function->code;
}

static int limit_of_entries(void) {
    Object *limit = dict_get_c((Object *)runtime.sys, "tracebacklimit");
    int64_t n;
    if (!limit || !int_check(limit) || !int_fits_i64(limit, &n)) return 1000;
    return n < 0 ? 0 : n > 1000 ? 1000 : (int)n;
}

static int emit_repeated(Report *r, int same) {
    int more = same - SAME_LINES_MAX;
    return emit(r, str_format("  [Previous line repeated %d more time%s]\n", more, more == 1 ? "" : "s"), '|');
}

static int emit_traceback(Report *r, const Traceback *tb) {
    int total = 0, same = 0, limit = limit_of_entries();
    for (const Traceback *t = tb; t; t = t->next) total++;
    for (; total > limit; total--) tb = tb->next;
    for (const Traceback *previous = NULL; tb; previous = tb, tb = tb->next) {
        if (previous && same_place(previous, tb)) {
            same++;
        } else {
            if (same > SAME_LINES_MAX && emit_repeated(r, same) < 0) return -1;
            same = 1;
        }
        if (same > SAME_LINES_MAX) continue;
        StrWriter w = writer_new();
        if (report_frame(&w, tb, !r->unmarked) < 0 || emit(r, writer_finish(&w), '|') < 0) return -1;
    }
    return same > SAME_LINES_MAX ? emit_repeated(r, same) : 0;
}

/* --- the exception itself --- */

static Object *type_text(Type *t) {
    Object *qualname = type_qualname(t), *module = object_getattr_opt((Object *)t, names.__module__), *text = NULL;
    raise_clear();
    if (qualname && (!module || !str_check(module)))
        text = str_format("<unknown>.%S", qualname);
    else if (qualname && !str_equal_c(module, "builtins") && !str_equal_c(module, "__main__"))
        text = str_format("%S.%S", module, qualname);
    else
        text = xnewref(qualname);
    xdecref(qualname);
    xdecref(module);
    return text;
}

static Object *value_text(Object *exc) {
    Object *text = object_str(exc);
    if (text) return text;
    raise_clear();
    return str_from_c("<exception str() failed>");
}

/* Names that could be meant where `name` was not found, as a list. */
static Object *candidates_in_frame(const Traceback *tb) {
    while (tb && tb->next) tb = tb->next;
    Object *list = list_new(0);
    if (!list || !tb) return list;
    Frame *f = tb->frame;
    Object *locals = frame_locals_snapshot(f);
    if (locals) list_extend(list, locals);
    list_extend(list, (Object *)f->function->globals);
    list_extend(list, (Object *)f->function->builtins);
    xdecref(locals);
    raise_clear();
    return list;
}

/* Is o the self of the frame where the exception was raised? Then its private attributes may be meant, too. */
static bool is_self_of_frame(Object *o, const Traceback *tb) {
    while (tb && tb->next) tb = tb->next;
    Object *locals = tb ? frame_locals_snapshot(tb->frame) : NULL;
    bool same = locals && dict_check(locals) && dict_get_c(locals, "self") == o;
    xdecref(locals);
    raise_clear();
    return same;
}

/* o.__dir__(), which for a super is that of its object; of a class the attribute wants an argument. */
static Object *names_in(Object *o) {
    Object *method = object_getattr(o, names.__dir__), *found = method ? object_call0(method) : NULL;
    xdecref(method);
    if (found || !raise_is(&exc_TypeError)) return found;
    raise_clear();
    method = object_lookup_special(o, names.__dir__);
    found = method ? object_call0(method) : NULL;
    xdecref(method);
    return found;
}

/* What is no str among the names does not matter here. */
static Object *candidates_of(Object *o, bool with_private) {
    Object *found = names_in(o);
    Object *all = found ? sequence_list(found) : NULL, *list = list_new(0);
    for (ptrdiff_t i = 0; all && list && i < list_length(all); i++) {
        Object *s = list_item(all, i);
        if (str_check(s) && (with_private || str_length(s) == 0 || str_at((Str *)s, 0) != '_')) list_append(list, s);
    }
    xdecref(found);
    xdecref(all);
    raise_clear();
    if (list && list_sort(list, NULL, false) < 0) raise_clear();
    return list;
}

static Object *nearest(Object *name, Object *candidates) {
    Object *found = candidates ? suggest_nearest(name, candidates) : NULL;
    xdecref(candidates);
    raise_clear();
    return found;
}

/* x, where the frame has a self with an attribute x: "self.x". */
static Object *attribute_of_self(Object *name, const Traceback *tb) {
    while (tb && tb->next) tb = tb->next;
    Object *locals = tb ? frame_locals_snapshot(tb->frame) : NULL;
    Object *self = locals && dict_check(locals) ? xnewref(dict_get_c(locals, "self")) : NULL;
    Object *value = self ? object_getattr_opt(self, (Str *)name) : NULL;
    Object *text = value ? str_format("self.%S", name) : NULL;
    xdecref(value);
    xdecref(self);
    xdecref(locals);
    raise_clear();
    return text;
}

static bool is_library_module(Object *name) {
    Object *list = dict_get_c((Object *)runtime.sys, "stdlib_module_names");
    int found = list ? object_contains(list, name) : 0;
    raise_clear();
    return found > 0;
}

Object *report_suggestion(Object *exc, const Traceback *tb) {
    Object *near = NULL, *name = NULL;
    bool is_name_error = is_instance(exc, &exc_NameError);
    if (is_instance(exc, &exc_ImportError)) {
        ImportError *e = (ImportError *)exc;
        name = e->name_from;
        Object *module = name && e->name && e->name != NONE ? dict_get((Object *)runtime.modules, e->name) : NULL;
        if (module && str_check(name))
            near = nearest(name, candidates_of(module, str_length(name) && str_at((Str *)name, 0) == '_'));
    } else if (is_name_error) {
        name = ((NameError *)exc)->name;
        if (tb && name && str_check(name)) {
            near = attribute_of_self(name, tb);
            if (!near) near = nearest(name, candidates_in_frame(tb));
        }
    } else if (is_instance(exc, &exc_AttributeError)) {
        AttributeError *e = (AttributeError *)exc;
        name = e->name;
        if (name && str_check(name) && e->obj)
            near = nearest(name, candidates_of(e->obj, (str_length(name) && str_at((Str *)name, 0) == '_') ||
                                                           is_self_of_frame(e->obj, tb)));
    }
    raise_clear();
    Object *text;
    bool library = is_name_error && name && str_check(name) && is_library_module(name);
    if (near && library)
        text = str_format(". Did you mean: '%S'? Or did you forget to import '%S'?", near, name);
    else if (near)
        text = str_format(". Did you mean: '%S'?", near);
    else if (library)
        text = str_format(". Did you forget to import '%S'?", name);
    else
        text = str_empty();
    xdecref(near);
    return text;
}

static int emit_syntax_error(Report *r, Object *exc, Object *type) {
    StrWriter w = writer_new();
    if (report_syntax_error(&w, (SyntaxError *)exc, type) == 0) return emit(r, writer_finish(&w), '|');
    writer_drop(&w);
    return -1;
}

static int emit_notes(Report *r, Object *exc) {
    Object *notes = object_getattr_opt(exc, names.__notes__);
    if (!notes && raise_pending()) {
        Object *error = raise_take();
        Object *text = object_repr(error);
        raise_clear();
        int failed = emit(r, text ? str_format("Ignored error getting __notes__: %S\n", text) : NULL, '|');
        xdecref(text);
        decref(error);
        return failed;
    }
    int status = 0;
    raise_clear();
    if (notes && (list_check(notes) || tuple_check(notes))) {
        for (ptrdiff_t i = 0; status == 0 && i < sequence_size(notes); i++) {
            Object *note = newref(sequence_items(notes)[i]), *text = object_str(note);
            raise_clear();
            status = emit(r, text ? str_format("%S\n", text) : str_from_c("<note str() failed>\n"), '|');
            xdecref(text);
            decref(note);
        }
    } else if (notes && notes != NONE) {
        Object *text = object_repr(notes);
        raise_clear();
        status = emit(r, text ? str_format("%S\n", text) : str_from_c("<__notes__ repr() failed>\n"), '|');
        xdecref(text);
    }
    xdecref(notes);
    return status;
}

/* "Type: message", what may be meant, and the notes. */
static int emit_exception(Report *r, Object *exc) {
    Object *type = type_text(exc->type);
    if (!type) return -1;
    int status;
    if (is_instance(exc, &exc_SyntaxError)) {
        status = emit_syntax_error(r, exc, type);
    } else {
        Object *value = value_text(exc),
               *more = value ? report_suggestion(exc, (Traceback *)((Exception *)exc)->traceback) : NULL;
        bool silent = more && str_length(value) == 0 && str_length(more) == 0;
        status = emit(r,
                      !more    ? NULL
                      : silent ? str_format("%S\n", type)
                               : str_format("%S: %S%S\n", type, value, more),
                      '|');
        xdecref(value);
        xdecref(more);
    }
    decref(type);
    return status < 0 ? -1 : emit_notes(r, exc);
}

/* --- what is shown --- */

/* An exception, what led to it, and its members if it is a group. An exception is led to once in a report, so that a
 * chain that bites its tail ends there; but it is shown as a member of each group that has it. */
typedef struct Shown {
    Object *exc;           /* owned */
    struct Shown *reason;  /* its cause or its context, owned; NULL */
    struct Shown *members; /* an array, owned */
    ptrdiff_t member_count;
    struct Shown *waiting; /* the next one whose reason is to be looked for */
    bool is_cause;
} Shown;

static void shown_drop(Shown *s) {
    for (Shown *first = s, *next; s; s = next) {
        for (ptrdiff_t i = 0; i < s->member_count; i++) shown_drop(&s->members[i]);
        heap_free(s->members);
        xdecref(s->exc);
        next = s->reason;
        if (s != first) heap_free(s);
    }
}

static int show(Report *r, Shown *s, Object *exc, Shown **waiting) {
    *s = (Shown){.exc = newref(exc), .waiting = *waiting};
    *waiting = s;
    Object *key = int_from_i64((intptr_t)exc);
    int status = key ? dict_set(r->seen, key, NONE) : -1;
    xdecref(key);
    return status;
}

/* Makes `reason` what led to s: 1; 0: there is none, or it is shown elsewhere; -1 */
static int lead_to(Report *r, Shown *s, Object *reason, Shown **waiting) {
    if (!reason) return 0;
    Object *key = int_from_i64((intptr_t)reason);
    int seen = key ? dict_contains(r->seen, key) : -1;
    xdecref(key);
    if (seen) return seen < 0 ? -1 : 0;
    if (!(s->reason = heap_alloc(sizeof *s->reason))) return raise_memory(), -1;
    return show(r, s->reason, reason, waiting) < 0 ? -1 : 1;
}

static int show_members(Report *r, Shown *s, Shown **waiting) {
    if (!is_instance(s->exc, &exc_BaseExceptionGroup)) return 0;
    const Tuple *members = ((ExceptionGroup *)s->exc)->exceptions;
    if (!members || !members->length) return 0;
    if (!(s->members = heap_alloc((size_t)members->length * sizeof *s->members))) return raise_memory(), -1;
    while (s->member_count < members->length) {
        ptrdiff_t i = s->member_count++;
        if (show(r, &s->members[i], members->items[i], waiting) < 0) return -1;
    }
    return 0;
}

static int show_all(Report *r, Shown *s, Object *exc) {
    Shown *waiting = NULL;
    int status = show(r, s, exc, &waiting);
    while (status >= 0 && (s = waiting)) {
        waiting = s->waiting;
        const Exception *e = (Exception *)s->exc;
        status = lead_to(r, s, e->cause, &waiting);
        s->is_cause = status == 1;
        if (status == 0 && !e->suppress_context) status = lead_to(r, s, e->context, &waiting);
        if (status >= 0) status = show_members(r, s, &waiting);
    }
    return status < 0 ? -1 : 0;
}

/* --- groups --- */

static int emit_chain(Report *r, const Shown *shown);

static int emit_ruler(Report *r, bool first, int number) {
    if (writer_fill(&r->out, ' ', 2 * r->depth) < 0 || writer_c(&r->out, first ? "+-" : "  ") < 0) return -1;
    return number ? writer_format(&r->out, "+---------------- %d ----------------\n", number)
                  : writer_c(&r->out, "+---------------- ... ----------------\n");
}

static int emit_member(Report *r, const Shown *group, ptrdiff_t i) {
    if (i < GROUP_WIDTH_MAX) return emit_chain(r, &group->members[i]);
    ptrdiff_t more = group->member_count - GROUP_WIDTH_MAX;
    return emit(r, str_format("and %zd more exception%s\n", more, more > 1 ? "s" : ""), '|');
}

static int emit_group(Report *r, const Shown *group) {
    Object *exc = group->exc;
    if (r->depth > GROUP_DEPTH_MAX) return emit(r, str_format("... (max_group_depth is %d)\n", GROUP_DEPTH_MAX), '|');
    bool outermost = r->depth == 0;
    if (outermost) r->depth++;
    Traceback *tb = (Traceback *)((Exception *)exc)->traceback;
    if (tb && (emit(r, str_from_c("Exception Group Traceback (most recent call last):\n"), outermost ? '+' : '|') < 0 ||
               emit_traceback(r, tb) < 0))
        return -1;
    if (emit_exception(r, exc) < 0) return -1;
    ptrdiff_t shown = group->member_count <= GROUP_WIDTH_MAX ? group->member_count : GROUP_WIDTH_MAX + 1;
    r->need_close = false;
    for (ptrdiff_t i = 0; i < shown; i++) {
        bool last = i == shown - 1;
        if (last) r->need_close = true; /* a nested group may draw the line first */
        if (emit_ruler(r, i == 0, i < GROUP_WIDTH_MAX ? (int)i + 1 : 0) < 0) return -1;
        r->depth++;
        if (emit_member(r, group, i) < 0) return -1;
        if (last && r->need_close) {
            if (writer_fill(&r->out, ' ', 2 * r->depth) < 0 ||
                writer_c(&r->out, "+------------------------------------\n") < 0)
                return -1;
            r->need_close = false;
        }
        r->depth--;
    }
    if (outermost) r->depth = 0;
    return 0;
}

/* --- the chain --- */

static int emit_one(Report *r, const Shown *shown) {
    Object *exc = shown->exc;
    if (is_instance(exc, &exc_BaseExceptionGroup)) return emit_group(r, shown);
    Traceback *tb = (Traceback *)((Exception *)exc)->traceback;
    if (tb && (emit_c(r, "Traceback (most recent call last):\n") < 0 || emit_traceback(r, tb) < 0)) return -1;
    return emit_exception(r, exc);
}

/* What led to the exception, oldest first. */
static int emit_chain(Report *r, const Shown *shown) {
    if (stack_check(" while printing an exception") < 0) return -1;
    size_t n = 0;
    for (const Shown *s = shown; s; s = s->reason) n++;
    const Shown **chain = heap_alloc(n * sizeof *chain);
    if (!chain) return raise_memory(), -1;
    n = 0;
    for (const Shown *s = shown; s; s = s->reason) chain[n++] = s;
    int status = 0;
    while (status == 0 && n-- > 0) {
        status = emit_one(r, chain[n]);
        if (status == 0 && n > 0)
            status = emit_c(r, chain[n - 1]->is_cause
                                   ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                   : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    heap_free(chain);
    return status;
}

Object *report_text(Object *exc) {
    Report r = {.out = writer_new(), .seen = dict_new()};
    Shown shown = {0};
    int status = r.seen ? show_all(&r, &shown, exc) : -1;
    if (status == 0) status = emit_chain(&r, &shown);
    shown_drop(&shown);
    xdecref(r.seen);
    report_forget_source();
    if (status == 0) return writer_finish(&r.out);
    writer_drop(&r.out);
    return NULL;
}

/* The traceback and the exception by itself, on one line. */
static Object *brief_text(Object *exc) {
    Report r = {.out = writer_new(), .unmarked = true};
    Traceback *tb = (Traceback *)((Exception *)exc)->traceback;
    int status = 0;
    if (tb && (status = emit_c(&r, "Traceback (most recent call last):\n")) == 0) status = emit_traceback(&r, tb);
    Object *type = status == 0 ? type_text(exc->type) : NULL, *value = type ? value_text(exc) : NULL;
    if (!value || writer_format(&r.out, "%S: %S\n", type, value) < 0) status = -1;
    xdecref(type);
    xdecref(value);
    report_forget_source();
    if (status == 0) return writer_finish(&r.out);
    writer_drop(&r.out);
    return NULL;
}

/* --- printing --- */

/* Writes text (stolen; NULL: it could not be made) to stderr. */
static void print_text(Object *text) {
    if (!runtime.sys) { /* there is no stderr yet */
        fputs("ouro: could not start\n", stderr);
        xdecref(text);
        return;
    }
    if (!text) {
        raise_clear();
        text = str_from_c("ouro: an exception that could not be shown\n");
    }
    Object *out = xnewref(dict_get_str(runtime.sys, names.stdout));
    if (out && out != NONE) io_flush(out);
    raise_clear();
    xdecref(out);
    Object *err = xnewref(dict_get_str(runtime.sys, names.stderr));
    if (err && err != NONE && text) {
        io_write(err, text);
        io_flush(err);
    }
    raise_clear();
    xdecref(text);
    xdecref(err);
}

void report_print(Object *exc) {
    print_text(report_text(exc));
}
void report_print_brief(Object *exc) {
    print_text(brief_text(exc));
}

/* sys.excepthook(type, value, traceback), or ourselves when there is none that works. */
static void call_hook(Object *exc) {
    Object *hook = runtime.sys ? xnewref(dict_get_str(runtime.sys, names.excepthook)) : NULL;
    if (!hook) {
        report_print(exc);
        return;
    }
    Object *traceback = ((Exception *)exc)->traceback;
    Object *args[] = {(Object *)exc->type, exc, traceback ? traceback : NONE};
    Object *result = object_call(hook, args, 3, NULL);
    if (!result) {
        Object *error = raise_take(), *err = dict_get_str(runtime.sys, names.stderr);
        Object *text = str_from_c("Error in sys.excepthook:\n");
        if (err && text && io_write(err, text) < 0) raise_clear();
        report_print(error);
        set_ref(&text, str_from_c("\nOriginal exception was:\n"));
        if (err && text && io_write(err, text) < 0) raise_clear();
        report_print(exc);
        xdecref(text);
        decref(error);
    }
    xdecref(result);
    decref(hook);
}

void report_pending(void) {
    Object *exc = raise_take();
    if (!exc) return;
    call_hook(exc);
    decref(exc);
}

/* sys.exit(value): None 0, an int itself, anything else is printed and 1. */
static int exit_code(Object *value) {
    int64_t n;
    if (!value || value == NONE) return 0;
    if (int_check(value)) return int_fits_i64(value, &n) ? (int)(n & 0xff) : 255;
    Object *err = xnewref(dict_get_str(runtime.sys, names.stderr)), *text = object_str(value);
    if (err && text && io_write(err, text) == 0) io_write_char(err, '\n');
    raise_clear();
    xdecref(text);
    xdecref(err);
    return 1;
}

int report_exit_status(void) {
    Object *exc = raise_take();
    int status = 1;
    if (!exc) return 0;
    if (is_instance(exc, &exc_SystemExit)) {
        status = exit_code(((SystemExit *)exc)->code);
    } else {
        call_hook(exc);
        if (is_instance(exc, &exc_KeyboardInterrupt)) status = 130;
    }
    decref(exc);
    return status;
}

/* The hook itself has raised. */
static void report_failed_hook(Object *hook) {
    Object *error = raise_take(), *err = dict_get_str(runtime.sys, names.stderr);
    Object *text = str_format("Exception ignored in sys.unraisablehook: %R\n", hook);
    if (err && text && io_write(err, text) < 0) raise_clear();
    xdecref(text);
    report_print_brief(error);
    decref(error);
}

/* An exception with nobody to raise it in: sys.unraisablehook gets a record of it. */
void report_unraisable(Object *exc, Object *message, Object *o) {
    Object *hook = xnewref(runtime.sys ? dict_get_str(runtime.sys, names.unraisablehook) : NULL);
    Object *d = hook ? dict_new() : NULL;
    if (!((Exception *)exc)->traceback && vm.base) { /* raised in C: where that was called */
        raise_restore(newref(exc));
        traceback_add(vm.base, vm.pc);
        raise_clear();
    }
    Object *traceback = ((Exception *)exc)->traceback;
    if (d && dict_set_c(d, "exc_type", (Object *)exc->type) == 0 && dict_set_c(d, "exc_value", exc) == 0 &&
        dict_set_c(d, "exc_traceback", traceback ? traceback : NONE) == 0 &&
        dict_set_c(d, "err_msg", message ? message : NONE) == 0 && dict_set_c(d, "object", o ? o : NONE) == 0) {
        Object *record = namespace_new(d), *result = record ? object_call1(hook, record) : NULL;
        if (!result) report_failed_hook(hook);
        xdecref(result);
        xdecref(record);
    }
    raise_clear();
    xdecref(d);
    xdecref(hook);
}
