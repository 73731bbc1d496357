/* Steps: what the machine tells while the script runs, and what is written of it.
 *
 * A step stands for the moment before a line begins (or a function returns, or an exception leaves one). Its text has
 * what changed since the step before:
 *
 *      w  what happens: line, return, raise, end     l  the line that is about to run     v  what is returned
 *      f  frames, outermost first: [function, line, [[variable, id], ...], [id of a temporary, ...]]; 0: as before
 *      n, c, r, x, p, u   things: new, contents, counts, deaths, generations, lost or found again (things.c)
 *      A, m, k, g         the heap: arenas, pools, free lists, ledger (heap_map.c)
 *      t  new names of types      a  allocated: [line, type, blocks, bytes]      d  freed, likewise
 *      o  printed: [stream, text]      G  collections: [generation, objects found]      e  the exception
 *      F  how many frames were left out of a deep stack      z  1: objects were left out
 *
 * Whose line allocates? That of the innermost frame of the script, at its instruction of the moment; what a library
 * function allocates belongs to the line that called it.
 */
#include <stdlib.h>
#include <string.h>

#include "gc/alloc.h"
#include "gc/trace.h"
#include "interp/file_io.h"
#include "interp/vm/ops.h"
#include "interp/view/view_impl.h"

Recording recording;

enum { TRAFFIC_ROWS = 128 };

typedef struct Traffic {
    uint32_t line, type;
    size_t blocks, bytes;
} Traffic;

static Traffic allocated[TRAFFIC_ROWS], freed[TRAFFIC_ROWS];
static size_t allocated_count, freed_count;
static unsigned step_limit;
static Dict *module_globals; /* borrowed: of __main__, which outlives the recording */
static Code *module_code;    /* borrowed, as the next */
static const Str *filename;
static Object **last_base; /* the frame and the line of the last step */
static uint32_t last_line;
static uint64_t frame_hashes[VIEW_FRAMES + 1];
static size_t frame_hash_count;
static int64_t collections[GC_GENERATIONS], collected[GC_GENERATIONS];
static Out printed;
static size_t printed_bytes;

/* ---- where the script is ---- */

static bool is_script(const Code *c) {
    return c->filename == filename;
}

static uint32_t line_of(const Code *c, const uint64_t *pc) {
    uint32_t line = code_span(c, pc).line;
    while (!line && pc > c->insns) line = code_span(c, --pc).line;
    return line ? line : c->first_line;
}

static uint32_t current_line(void) {
    FrameWalk w = walk_start();
    while (w.base && !is_script(walk_code(&w))) walk_outward(&w);
    return w.base ? line_of(walk_code(&w), w.pc) : last_line;
}

/* ---- the tracer ---- */

/* The last row takes what there is no row for. */
static void count(Traffic *rows, size_t *n, uint32_t line, size_t type, size_t bytes) {
    size_t i = 0;
    while (i < *n && (rows[i].line != line || rows[i].type != type)) i++;
    if (i == *n && *n < TRAFFIC_ROWS) rows[(*n)++] = (Traffic){line, (uint32_t)type, 0, 0};
    if (i == TRAFFIC_ROWS) rows[--i].type = 0;
    rows[i].blocks++;
    rows[i].bytes += bytes;
}

static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    uint32_t line = current_line();
    things_born(block, size, type, recording.count, line);
    count(allocated, &allocated_count, line, things_type(type), size);
    return block;
}

static void died(Tracer *self, void *block) {
    uint32_t line = current_line();
    size_t bytes, type = things_died(block, line, &bytes);
    count(freed, &freed_count, line, type, bytes);
}

static void resized(Tracer *self, void *old, void *block, size_t size) {
    uint32_t line = current_line();
    size_t old_size, type = things_moved(old, block, size, recording.count, line, &old_size);
    if (old == block) return;
    count(allocated, &allocated_count, line, type, size);
    count(freed, &freed_count, line, type, old_size);
}

static Tracer tracer = {born, died, resized, NULL};

/* ---- output ---- */

static void on_written(int fd, const void *data, size_t n) {
    if (recording.stopped || printed_bytes >= VIEW_OUTPUT) return;
    if (n > VIEW_OUTPUT - printed_bytes) n = VIEW_OUTPUT - printed_bytes;
    printed_bytes += n;
    out_comma(&printed);
    out_format(&printed, "[%d,", fd);
    out_string(&printed, data, n);
    out_c(&printed, "]");
}

/* ---- the text of a step ---- */

static bool is_cell_register(const Code *c, unsigned i) {
    for (unsigned k = 0; k < c->cell_count; k++)
        if (c->cells[k] == i) return true;
    return false;
}

static void put_variable(Out *out, const Str *name, Object *value) {
    if (value && value->type == &cell_type) value = ((Cell *)value)->value;
    if (!value) return;
    uint32_t id = thing_reach(value);
    out_comma(out);
    out_c(out, "[\"");
    for (ptrdiff_t i = 0; i < name->length; i++) out_char(out, str_at(name, i));
    out_format(out, "\",%u]", id);
}

/* A module's names, without those that Python put there and the modules that it imported. */
static void put_namespace(Out *out, Object *namespace) {
    ptrdiff_t at = 0;
    Object *key, *value;
    while (dict_check(namespace) && dict_next(namespace, &at, &key, &value)) {
        if (!str_check(key) || value->type == &module_type) continue;
        const Str *name = (Str *)key;
        bool dunder = name->length > 4 && str_at(name, 0) == '_' && str_at(name, 1) == '_';
        if (!dunder) put_variable(out, name, value);
    }
}

static void put_function_variables(Out *out, const FrameWalk *w) {
    const Code *c = walk_code(w);
    for (unsigned i = 0; i < c->local_count; i++) {
        const Str *name = c->varnames[i];
        Object *value = w->base[i];
        if (value && value->type == &cell_type && !is_cell_register(c, i)) continue;
        if (name->length && str_at(name, 0) != '.') put_variable(out, name, value);
    }
    const Tuple *closure = frame_function(w->base)->closure;
    for (unsigned i = 0; closure && i < c->free_count; i++) put_variable(out, c->freevars[i], closure->items[i]);
}

/* What the frame holds without a name: the iterator of a loop, arguments of a call that is being prepared. */
static void put_temporaries(Out *out, const FrameWalk *w, Object **end) {
    const Code *c = walk_code(w);
    for (unsigned i = c->local_count; i < c->register_count && (!end || w->base + i < end); i++) {
        Object *o = w->base[i];
        if (!describe_is_worth_showing(o)) continue;
        uint32_t id = thing_reach(o);
        if (!id) continue;
        out_comma(out);
        out_format(out, "%u", id);
    }
}

static void put_str(Out *out, const Str *s) {
    for (ptrdiff_t i = 0; i < s->length; i++) out_char(out, str_at(s, i));
}

/* end: where the frame inside begins; its arguments are in this one's registers. */
static void put_frame(Out *out, const FrameWalk *w, Object **end) {
    const Code *c = walk_code(w);
    out_c(out, "[\"");
    put_str(out, c->qualname);
    out_format(out, "\",%u,[", line_of(c, w->pc));
    if (c->flags & CODE_NAMESPACE) {
        if (w->base[0]) put_namespace(out, w->base[0]);
    } else {
        put_function_variables(out, w);
    }
    out_c(out, "],[");
    put_temporaries(out, w, end);
    out_c(out, "]]");
}

/* 0 instead of a frame that is as it was at the step before. */
static void write_frame(Out *out, size_t index, const FrameWalk *w, Object **end) {
    out_comma(out);
    size_t from = out->n;
    if (w)
        put_frame(out, w, end);
    else {
        out_c(out, "[\"\\u003cmodule>\",0,[");
        put_namespace(out, (Object *)module_globals);
        out_c(out, "],[]]");
    }
    uint64_t hash = out_hash(out, from);
    if (index < frame_hash_count && frame_hashes[index] == hash) {
        out->n = from;
        out_c(out, "0");
    }
    frame_hashes[index] = hash;
}

/* The script's frames, outermost first. Of a deep stack the innermost and the module; true: some were left out. */
static bool write_frames(Out *out) {
    struct {
        FrameWalk walk;
        Object **end;
    } found[VIEW_FRAMES + 1];
    size_t n = 0, skipped = 0;
    Object **end = NULL;
    for (FrameWalk w = walk_start(); w.base; walk_outward(&w)) {
        if (is_script(walk_code(&w))) {
            if (n == VIEW_FRAMES + 1) skipped++, n--;
            found[n].walk = w;
            found[n++].end = end;
        }
        end = w.base - 2;
    }
    out_c(out, ",\"f\":[");
    if (n == 0) write_frame(out, 0, NULL, NULL);
    for (size_t i = 0; i < n; i++) write_frame(out, i, &found[n - 1 - i].walk, found[n - 1 - i].end);
    frame_hash_count = n ? n : 1;
    out_c(out, "]");
    if (skipped) out_format(out, ",\"F\":%zu", skipped);
    return skipped > 0;
}

static void write_traffic(Out *out, const char *key, Traffic *rows, size_t *n) {
    if (*n == 0) return;
    out_format(out, ",\"%s\":[", key);
    for (size_t i = 0; i < *n; i++) {
        out_comma(out);
        out_format(out, "[%u,%u,%zu,%zu]", rows[i].line, rows[i].type, rows[i].blocks, rows[i].bytes);
    }
    out_c(out, "]");
    *n = 0;
}

static void write_collections(Out *out) {
    bool any = false;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        const GcGeneration *g = &gc_generations[i];
        if (g->collections != collections[i]) {
            out_format(out, any ? ",[%d,%lld]" : ",\"G\":[[%d,%lld]", i, (long long)(g->collected - collected[i]));
            any = true;
        }
        collections[i] = g->collections;
        collected[i] = g->collected;
    }
    if (any) out_c(out, "]");
}

static void write_printed(Out *out) {
    if (!printed.n) return;
    out_c(out, ",\"o\":[");
    out_bytes(out, printed.text, printed.n);
    out_c(out, "]");
    printed.n = 0;
}

static int watch(Code *c) {
    if (line_watch(c, 0) < 0) return -1;
    for (uint32_t i = 0; i < c->const_count; i++)
        if (c->consts[i]->type == &code_type && watch((Code *)c->consts[i]) < 0) return -1;
    return 0;
}

static void unwatch(Code *c) {
    line_unwatch(c);
    for (uint32_t i = 0; i < c->const_count; i++)
        if (c->consts[i]->type == &code_type) unwatch((Code *)c->consts[i]);
}

static const LineListener listener;

static void stop(const char *why) {
    recording.stopped = true;
    recording.stopped_why = why;
    if (recording.traced) trace_remove(&tracer);
    recording.traced = false;
    if (line_listener == &listener) {
        line_listener = NULL;
        unwatch(module_code); /* the rest runs as fast as ever */
    }
    file_written = NULL;
}

/* what: line, return, raise or end; value: what is returned, or NULL; exc: the exception, or NULL */
static void step(const char *what, uint32_t line, Object *value, Object *exc) {
    if (recording.stopped) return;
    Out *out = &recording.steps;
    things_begin(recording.count, last_line);
    out_format(out, "%s{\"w\":\"%s\",\"l\":%u", recording.count ? ",\n" : "", what, line);
    write_frames(out);
    if (value) out_format(out, ",\"v\":%u", thing_reach(value));
    if (exc) {
        out_c(out, ",\"e\":");
        describe_error(exc, out);
    }
    things_write(out);
    out_c(out, ",\"t\":");
    things_write_types(out);
    write_traffic(out, "a", allocated, &allocated_count);
    write_traffic(out, "d", freed, &freed_count);
    write_collections(out);
    write_printed(out);
    map_write(out);
    if (things_full()) out_c(out, ",\"z\":1");
    out_c(out, "}");
    recording.count++;
    if (out->failed) stop("there was no memory for more");
    if (out->n > VIEW_BYTES) stop("the page would be too large");
}

/* ---- line events ---- */

/* A class body starts by setting names like __module__, in the line of its `class`, which has had its step. */
static bool begins_class(const Code *code, uint32_t line) {
    return code->flags & CODE_NAMESPACE && code != module_code && line == code->first_line;
}

/* Parts of one line are one step, unless others ran between. */
static int on_line(Code *code, Object **base, const uint64_t *pc) {
    uint32_t line = code_span(code, pc).line;
    if (!is_script(code) || (base == last_base && line == last_line) || begins_class(code, line)) return 0;
    if (recording.count >= step_limit) {
        stop("the limit of steps was reached");
        return 0;
    }
    step("line", line, NULL, NULL);
    last_base = base;
    last_line = line;
    return 0;
}

/* A function returns, an exception leaves it, or a generator is suspended. The module's end is a step of its own. */
static int on_leave(Code *code, Object **base, Object *value) {
    if (!is_script(code) || recording.count >= step_limit) return 0;
    Object *exc = raise_current();
    if (exc)
        step("raise", line_of(code, vm.pc), NULL, exc);
    else if (special_opcode(code, vm.pc) == OP_RETURN && !(code->flags & CODE_NAMESPACE))
        step("return", line_of(code, vm.pc), value, NULL);
    last_base = NULL;
    return 0;
}

static int on_resume(Code *code, Object **base, const uint64_t *pc) {
    last_base = NULL;
    return 0;
}

static const LineListener listener = {on_line, on_leave, on_resume};

int steps_start(const ViewOptions *options, Code *code, Dict *globals) {
    if (watch(code) < 0) return -1;
    step_limit = options->steps ? options->steps : VIEW_STEPS;
    module_globals = globals;
    module_code = code;
    filename = code->filename;
    recording = (Recording){.traced = true};
    for (int i = 0; i < GC_GENERATIONS; i++) {
        collections[i] = gc_generations[i].collections;
        collected[i] = gc_generations[i].collected;
    }
    trace_add(&tracer);
    line_listener = &listener;
    file_written = on_written;
    return 0;
}

void steps_finish(Object *exc) {
    if (line_listener != &listener && !recording.stopped) recording.stopped_why = "the program watched its own lines";
    step("end", 0, NULL, exc);
}

void steps_drop(void) {
    if (!recording.stopped) stop(NULL);
    out_free(&recording.steps);
    out_free(&printed);
}
