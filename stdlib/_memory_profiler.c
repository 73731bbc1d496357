/* _memory_profiler: what each line of a watched function does to memory, to the byte.
 *
 * Two listeners. A tracer of the heap keeps one number right, the bytes in use; line events (interp/vm/line.h) say when
 * a line begins and when its frame ends. What the number has changed between the two is the line's increment: calls
 * that the line makes are inside, whoever they call; what happens while a generator is suspended is not.
 *
 *      running frames of watched code, the innermost last:
 *      open[]:  base | profile | the line that runs now | bytes in use when it began
 *
 * The tracer starts with the first watched function, and knows the size of every block since. Of an older block only
 * the size class is known, and of an older large one nothing: it does not count when it is freed.
 */
#include <stdlib.h>

#include "gc/introspect.h"
#include "gc/system.h"
#include "gc/trace.h"
#include "interp/api.h"

typedef struct Line {
    int64_t increment, usage; /* bytes: sum of changes; most in use at the end of the line */
    int64_t count;            /* 0: did not run */
} Line;

typedef struct Profile {
    uint32_t first, length; /* lines */
    int depth;              /* frames that are open */
    struct Profile *next;
    Line lines[];
} Profile;

/* A code object that is watched: the function's own, or of one that is defined in it. */
typedef struct Watched {
    Code *code; /* owned */
    Profile *profile;
    bool nested;
} Watched;

typedef struct Open {
    Object **base;
    Profile *profile;
    uint32_t line; /* 0: none yet */
    const uint64_t *pc;
    int64_t start;
} Open;

static TraceTable sizes;
static int64_t in_use;
static bool tracing;
static Profile *profiles;
static Watched *watched;
static size_t watched_count, watched_room;
static Open *open_frames;
static size_t open_count, open_room;

/* ---- bytes in use ---- */

/* The timeline: a sample whenever the heap changes and the last sample is `interval` seconds old. */
typedef struct Sample {
    double time; /* seconds since the timeline began */
    int64_t in_use;
} Sample;

static struct {
    bool on;
    double interval, start, due;
    Sample *samples;
    size_t count, room;
} timeline;

static void take_sample(double now) {
    if (timeline.count == timeline.room) {
        size_t room = timeline.room ? timeline.room * 2 : 256;
        Sample *more = realloc(timeline.samples, room * sizeof *more);
        if (!more) return;
        timeline.samples = more;
        timeline.room = room;
    }
    timeline.samples[timeline.count++] = (Sample){now - timeline.start, in_use};
    timeline.due = now + timeline.interval;
}

static void look_at_clock(void) {
    double now = system_seconds();
    if (now >= timeline.due) take_sample(now);
}

static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    if (trace_table_put(&sizes, block, size, 0)) in_use += (int64_t)size;
    if (timeline.on) look_at_clock();
    return block;
}

static void died(Tracer *self, void *block) {
    Trace old;
    if (trace_table_remove(&sizes, block, &old)) {
        in_use -= (int64_t)old.size;
        return;
    }
    Arena *a = arena_of(block);
    if (a) in_use -= (arena_pool(a, block)->size_class + 1) * HEAP_ALIGN;
}

static Tracer tracer = {born, died, NULL, NULL};

static int64_t bytes_now(void) {
    HeapStats s;
    heap_stats(&s);
    return (int64_t)(s.used_bytes - s.cached_bytes + s.large_bytes);
}

static void start_tracing(void) {
    if (tracing) return;
    tracing = true;
    trace_add(&tracer); /* empties the free lists */
    in_use = bytes_now();
}

/* ---- line events ---- */

static const Watched *find_watched(const Code *code) {
    for (size_t i = 0; i < watched_count; i++)
        if (watched[i].code == code) return &watched[i];
    return NULL;
}

static Line *line_at(const Profile *p, uint32_t line) {
    return line >= p->first && line - p->first < p->length ? (Line *)&p->lines[line - p->first] : NULL;
}

static void begin_line(Open *o, uint32_t line, const uint64_t *pc) {
    o->line = line;
    o->pc = pc;
    o->start = in_use;
}

static void end_line(const Open *o) {
    Line *l = o->line ? line_at(o->profile, o->line) : NULL;
    if (!l) return;
    l->increment += in_use - o->start;
    if (in_use > l->usage) l->usage = in_use;
}

static void count_line(const Profile *p, uint32_t line) {
    Line *l = line_at(p, line);
    if (l) l->count++;
}

/* The line of the `def` stands for what was in use when the function was entered first. */
static void count_entry(Profile *p) {
    Line *l = &p->lines[0];
    if (l->count++ == 0) l->increment = in_use;
    if (in_use > l->usage) l->usage = in_use;
}

/* Frames above this one are over, whatever became of them. */
static Open *innermost(Object **base) {
    while (open_count && open_frames[open_count - 1].base > base) open_frames[--open_count].profile->depth--;
    return open_count ? &open_frames[open_count - 1] : NULL;
}

static Open *enter(const Watched *w, Object **base) {
    if (open_count == open_room) {
        size_t room = open_room ? open_room * 2 : 64;
        Open *more = realloc(open_frames, room * sizeof *more);
        if (!more) return NULL;
        open_frames = more;
        open_room = room;
    }
    w->profile->depth++;
    Open *o = &open_frames[open_count++];
    *o = (Open){.base = base, .profile = w->profile};
    return o;
}

/* An `await` or `yield from` that has not got its result yet comes back to the SEND: no loop of the program. */
static bool waits_again(const Code *code, const uint64_t *pc) {
    return line_opcode(code, pc) == OP_SEND;
}

static int on_line(Code *code, Object **base, const uint64_t *pc) {
    Open *o = innermost(base);
    uint32_t line = code_span(code, pc).line;
    if (!o || o->base != base) {
        const Watched *w = find_watched(code);
        o = w ? enter(w, base) : NULL;
        if (!o) return 0;
        if (!w->nested) count_entry(o->profile);
    } else if (o->line == line && (pc > o->pc || waits_again(code, pc))) {
        o->pc = pc; /* another part of the same line */
        return 0;
    }
    end_line(o);
    begin_line(o, line, pc);
    count_line(o->profile, line);
    return 0;
}

/* A YIELD cannot be a LINE: where a line begins with one, it begins when the frame leaves. */
static void begin_yielding_line(Open *o, const Code *code) {
    uint32_t line = insn_op(*vm.pc) == OP_YIELD ? code_span(code, vm.pc).line : o->line;
    if (line == o->line) return;
    end_line(o);
    begin_line(o, line, vm.pc);
    count_line(o->profile, line);
}

static int on_leave(Code *code, Object **base, Object *value) {
    Open *o = innermost(base);
    if (!o || o->base != base) return 0;
    begin_yielding_line(o, code);
    end_line(o);
    o->profile->depth--;
    open_count--;
    return 0;
}

static int on_resume(Code *code, Object **base, const uint64_t *pc) {
    innermost(base);
    const Watched *w = find_watched(code);
    Open *o = w ? enter(w, base) : NULL;
    if (!o) return 0;
    if (pc)
        begin_line(o, code_span(code, pc).line, pc);
    else if (!w->nested)
        count_entry(o->profile);
    return 0;
}

static const LineListener listener = {on_line, on_leave, on_resume};

/* ---- watching ---- */

static uint32_t last_line(const Code *c) {
    uint32_t last = c->first_line;
    for (uint32_t i = 0; i < c->span_count; i++)
        if (c->spans[i].span.end_line > last) last = c->spans[i].span.end_line;
    for (uint32_t i = 0; i < c->const_count; i++) {
        if (c->consts[i]->type != &code_type) continue;
        uint32_t inner = last_line((Code *)c->consts[i]);
        if (inner > last) last = inner;
    }
    return last;
}

static int watch_code(Code *c, Profile *p, bool nested) {
    if (find_watched(c)) return 0;
    if (watched_count == watched_room) {
        size_t room = watched_room ? watched_room * 2 : 16;
        Watched *more = realloc(watched, room * sizeof *more);
        if (!more) return raise_memory(), -1;
        watched = more;
        watched_room = room;
    }
    if (line_watch(c, 0) < 0) return -1;
    watched[watched_count++] = (Watched){newref(c), p, nested};
    for (uint32_t i = 0; i < c->const_count; i++)
        if (c->consts[i]->type == &code_type && watch_code((Code *)c->consts[i], p, true) < 0) return -1;
    return 0;
}

static Profile *profile_of(Object *o) {
    const Watched *w = o->type == &code_type ? find_watched((Code *)o) : NULL;
    if (!w) raise_error(&exc_ValueError, "this code is not watched");
    return w ? w->profile : NULL;
}

static Object *watch(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type != &code_type) return raise_error(&exc_TypeError, "watch() needs a code object, not %T", args[0]);
    Code *c = (Code *)args[0];
    if (find_watched(c)) return new_none();
    uint32_t length = last_line(c) - c->first_line + 1;
    Profile *p = calloc(1, sizeof *p + length * sizeof(Line));
    if (!p) return raise_memory();
    p->first = c->first_line;
    p->length = length;
    p->next = profiles;
    profiles = p;
    if (watch_code(c, p, false) < 0) return NULL;
    start_tracing();
    line_listener = &listener;
    return new_none();
}

static Object *reset(Object *self, Object **args, ptrdiff_t nargs) {
    Profile *p = profile_of(args[0]);
    if (!p) return NULL;
    for (uint32_t i = 0; i < p->length; i++) p->lines[i] = (Line){0};
    return new_none();
}

static Object *running(Object *self, Object **args, ptrdiff_t nargs) {
    Profile *p = profile_of(args[0]);
    return p ? int_from_i64(p->depth) : NULL;
}

static Object *line_tuple(const Line *l) {
    if (l->count == 0) return new_none();
    Object *t = tuple_new(3);
    const int64_t values[] = {l->increment, l->usage, l->count};
    for (int i = 0; t && i < 3; i++) {
        Object *n = int_from_i64(values[i]);
        tuple_set(t, i, n);
        if (!n) clear_ref(&t);
    }
    return t;
}

/* Makes objects, which changes in_use, but not what is in the profile. */
static Object *lines(Object *self, Object **args, ptrdiff_t nargs) {
    Profile *p = profile_of(args[0]);
    Object *list = p ? list_new(0) : NULL;
    for (uint32_t i = 0; list && i < p->length; i++) {
        Object *t = line_tuple(&p->lines[i]);
        if (!t || list_append_steal(list, t) < 0) clear_ref(&list);
    }
    return list;
}

static Object *usage(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(bytes_now());
}

static Object *start_timeline(Object *self, Object **args, ptrdiff_t nargs) {
    double interval = float_as_double(args[0]);
    if (raise_pending()) return NULL;
    start_tracing();
    timeline.interval = interval;
    timeline.start = system_seconds();
    timeline.on = true;
    take_sample(timeline.start);
    return new_none();
}

/* [(seconds, bytes), ...]; the last one is of now. */
static Object *stop_timeline(Object *self, Object **args, ptrdiff_t nargs) {
    if (timeline.on) take_sample(system_seconds());
    timeline.on = false;
    Object *list = list_new(0);
    for (size_t i = 0; list && i < timeline.count; i++) {
        Object *time = float_new(timeline.samples[i].time), *bytes = int_from_i64(timeline.samples[i].in_use);
        Object *pair = time && bytes ? tuple_pack(2, time, bytes) : NULL;
        xdecref(time);
        xdecref(bytes);
        if (!pair || list_append_steal(list, pair) < 0) clear_ref(&list);
    }
    timeline.count = 0;
    return list;
}

static void teardown(void) {
    timeline.on = false;
    free(timeline.samples);
    timeline.samples = NULL;
    timeline.count = timeline.room = 0;
    line_listener = NULL;
    if (tracing) trace_remove(&tracer);
    tracing = false;
    trace_table_clear(&sizes);
    for (size_t i = 0; i < watched_count; i++) decref(watched[i].code);
    for (Profile *p = profiles, *next; p; p = next) {
        next = p->next;
        free(p);
    }
    free(watched);
    free(open_frames);
    watched = NULL;
    open_frames = NULL;
    profiles = NULL;
    watched_count = watched_room = open_count = open_room = 0;
}

static const Method methods[] = {
    {"watch", watch, 1, 1, "watch(code, /)\n--\n\nMeasures every line of code from now on."},
    {"reset", reset, 1, 1, "reset(code, /)\n--\n\nForgets what was measured of a watched code object."},
    {"running", running, 1, 1, "running(code, /)\n--\n\nHow many frames of it are running."},
    {"lines", lines, 1, 1,
     "lines(code, /)\n--\n\nFor each line from the first: None, or (increment, most in use at its end, occurrences)."},
    {"start_timeline", start_timeline, 1, 1,
     "start_timeline(interval, /)\n--\n\nKeeps a sample of the bytes in use at most every interval seconds."},
    {"stop_timeline", stop_timeline, 0, 0, "stop_timeline()\n--\n\nNo more samples. [(seconds, bytes), ...]"},
    {"usage", usage, 0, 0, "usage()\n--\n\nBytes in use now."},
    {NULL},
};

const ModuleSpec _memory_profiler_module = {
    .name = "_memory_profiler",
    .doc = "Bytes that each line of a function takes and gives back.",
    .methods = methods,
    .teardown = teardown,
};
