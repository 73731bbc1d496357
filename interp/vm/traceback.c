/* traceback: one entry a frame, outermost first, each with the instruction that was being executed there. */
#include "interp/vm/traceback.h"

#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/vm/ops.h"

/* The line of an instruction; one that the compiler added for itself belongs to what stands before it. */
static int line_at(const Code *code, const uint64_t *pc) {
    int line = code_span(code, pc).line;
    while (!line && pc > code->insns) line = code_span(code, --pc).line;
    return line;
}

int traceback_line(const Traceback *tb) {
    if (tb->line != TRACEBACK_LINE_LATER) return tb->line;
    const Code *code = tb->frame->function->code;
    return line_at(code, code->insns + tb->lasti / 2);
}

_Static_assert(sizeof(Traceback) + sizeof(GcHeader) == 56, "freelists.def says so");

/* An entry costs memory at the worst of times: without any, the traceback is merely shorter. */
void traceback_add(Object **base, const uint64_t *pc) {
    if (unlikely(!raise_pending())) return;
    Object *exc = raise_take(); /* what goes wrong here is nobody's business */
    Frame *frame = frame_object(base);
    Traceback *tb = frame ? freelist_gc_object(&freelist_traceback, &traceback_type) : NULL;
    if (likely(tb != NULL)) {
        tb->next = (Traceback *)((Exception *)exc)->traceback;
        tb->frame = frame;
        tb->lasti = (int)(pc - frame_function(base)->code->insns) * 2;
        tb->line = TRACEBACK_LINE_LATER;
        ((Exception *)exc)->traceback = (Object *)tb;
        gc_track(tb);
    } else {
        raise_clear();
        xdecref(frame);
    }
    runtime.exception = exc;
}

static void traceback_clear(Object *o) {
    clear_ref(&((Traceback *)o)->next);
    clear_ref(&((Traceback *)o)->frame);
}

static void traceback_dealloc(Object *o) {
    gc_untrack(o);
    traceback_clear(o);
    freelist_free(&freelist_traceback, gc_header(o));
}

static int traceback_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((Traceback *)o)->next, visit, arg);
    return stop ? stop : visit_ref(((Traceback *)o)->frame, visit, arg);
}

/* traceback(tb_next, tb_frame, tb_lasti, tb_lineno) */
static Object *traceback_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"tb_next", "tb_frame", "tb_lasti", "tb_lineno", NULL};
    Object *v[4];
    if (args_bind("traceback", parameters, 4, 4, args, nargs, kwnames, v) < 0) return NULL;
    if (v[0] != NONE && v[0]->type != &traceback_type)
        return raise_error(&exc_TypeError, "expected traceback object or None, got '%T'", v[0]);
    if (v[1]->type != &frame_type)
        return raise_error(&exc_TypeError, "traceback() argument 'tb_frame' must be frame, not %K", v[1]);
    int lasti = int_as_int(v[2]), line = lasti == -1 && raise_pending() ? -1 : int_as_int(v[3]);
    if (raise_pending()) return NULL;
    Traceback *tb = freelist_gc_object(&freelist_traceback, &traceback_type);
    if (!tb) return NULL;
    tb->next = v[0] == NONE ? NULL : newref(v[0]);
    tb->frame = newref(v[1]);
    tb->lasti = lasti;
    tb->line = line;
    gc_track(tb);
    return (Object *)tb;
}

static Object *get_next(Object *o, void *unused) {
    Traceback *next = ((Traceback *)o)->next;
    return next ? newref(next) : new_none();
}

static int change_next(Object *o, Object *value, void *unused) {
    if (!value) return raise_int(&exc_TypeError, "can't delete tb_next attribute");
    if (value != NONE && value->type != &traceback_type)
        return raise_int(&exc_TypeError, "expected traceback object, got '%T'", value);
    for (Traceback *t = value == NONE ? NULL : (Traceback *)value; t; t = t->next)
        if ((Object *)t == o) return raise_int(&exc_ValueError, "traceback loop detected");
    set_ref(&((Traceback *)o)->next, value == NONE ? NULL : newref(value));
    return 0;
}

static Object *get_frame(Object *o, void *unused) {
    return newref(((Traceback *)o)->frame);
}
static Object *get_line(Object *o, void *unused) {
    return int_from_i64(traceback_line((Traceback *)o));
}
static Object *get_lasti(Object *o, void *unused) {
    return int_from_i64(((Traceback *)o)->lasti);
}

static Object *traceback_dir(Object *o, Object **args, ptrdiff_t nargs) {
    Object *list = list_new(0);
    static const char *const shown[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    for (size_t i = 0; list && i < sizeof shown / sizeof *shown; i++)
        if (list_append_steal(list, str_from_c(shown[i])) < 0) clear_ref(&list);
    return list;
}

static const Method traceback_methods[] = {
    {"__dir__", traceback_dir, 0, 0, "__dir__()\n--\n\nThe names of what it says."},
    {NULL},
};

static const GetSet traceback_getset[] = {
    {"tb_next", get_next, change_next, NULL, NULL},
    {"tb_frame", get_frame, NULL, NULL, NULL, true},
    {"tb_lasti", get_lasti, NULL, NULL, NULL, true},
    {"tb_lineno", get_line, NULL, NULL, NULL},
    {0},
};

Type traceback_type = {
    .mem = {.name = "traceback",
            .flags = TYPE_GC,
            .size = sizeof(Traceback),
            .dealloc = traceback_dealloc,
            .traverse = traceback_traverse,
            .clear = traceback_clear},
    .doc = "traceback(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\nWhere an exception passed on its way, frame by "
           "frame.",
    .methods = traceback_methods,
    .getset = traceback_getset,
    .new = traceback_new,
};
