/* _tracemalloc: which line every block in use comes from. The module tracemalloc makes statistics of it.
 *
 * A tracer of the heap (gc/trace.h) puts each block into a table: block -> size, site. A site is a stack of running
 * frames, up to the limit, as (code, instruction) pairs; it exists once however many blocks come from it. Neither a
 * line number nor a file name is looked up before somebody asks:
 *
 *      table: block ---> size, number ---> Site: total | frame 0 (innermost): code, pc | frame 1 | ...
 *
 * A site owns references to its code objects, so an instruction's address stays its own as long as the site is there.
 * That makes the common case cheap: the last site of each instruction is remembered in a small direct-mapped cache and
 * found again by comparing addresses. A birth then is the store of one word, and so is a death.
 *
 * The tables' memory comes from the system, not from the heap that is watched.
 */
#include <stdlib.h>
#include <string.h>

#include "gc/trace.h"
#include "interp/api.h"

enum { MAX_FRAMES = 65535, CACHE_SIZE = 2048, DEPTH_STEP = 64 };

typedef struct SiteFrame {
    Code *code; /* owned; NULL: no frame was running */
    const uint64_t *pc;
} SiteFrame;

typedef struct Site {
    struct Site *next; /* in the same bucket */
    uint64_t hash;
    uint32_t number;       /* in trace.sites */
    Object *traceback;     /* borrowed, while a snapshot is made: its tuple */
    uint32_t total, count; /* frames that were running, frames kept */
    SiteFrame frames[];
} Site;

/* The last site of an instruction. */
typedef struct Remembered {
    const uint64_t *pc;
    uint32_t site; /* its number */
    int depth;     /* frames that were running */
} Remembered;

static struct {
    bool on;
    int limit;
    TraceTable table;
    Site **sites, **buckets; /* by number, by hash. There is room for bucket_count: a power of two, or 0 */
    size_t bucket_count, site_count, site_bytes;
    SiteFrame *stack; /* `limit` frames: room to look at the running ones */
} trace = {.limit = 1};

static Remembered remembered[CACHE_SIZE]; /* by the address, and the depth: recursion comes to one with many */

/* ---- sites ---- */

static bool more_room(void) {
    size_t n = trace.bucket_count ? trace.bucket_count * 2 : 256;
    Site **sites = realloc(trace.sites, n * sizeof *sites), **buckets = calloc(n, sizeof *buckets);
    if (sites) trace.sites = sites;
    if (!sites || !buckets) {
        free(buckets);
        return false;
    }
    for (size_t i = 0; i < trace.site_count; i++) {
        Site *s = sites[i];
        s->next = buckets[s->hash & (n - 1)];
        buckets[s->hash & (n - 1)] = s;
    }
    free(trace.buckets);
    trace.buckets = buckets;
    trace.bucket_count = n;
    return true;
}

static uint64_t mix(uint64_t h, const void *p) {
    h = (h ^ (uintptr_t)p) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 32;
}

static Site *add_site(uint64_t hash, uint32_t total, uint32_t count) {
    if (trace.site_count >= trace.bucket_count && !more_room()) return NULL;
    size_t frames = count * sizeof(SiteFrame);
    Site *s = malloc(sizeof *s + frames);
    if (!s) return NULL;
    Site **bucket = &trace.buckets[hash & (trace.bucket_count - 1)];
    *s = (Site){*bucket, hash, (uint32_t)trace.site_count, NULL, total, count};
    memcpy(s->frames, trace.stack, frames);
    for (uint32_t i = 0; i < count; i++) xincref(s->frames[i].code);
    *bucket = s;
    trace.sites[trace.site_count++] = s;
    trace.site_bytes += sizeof *s + frames;
    return s;
}

/* The site of the first `count` frames in trace.stack. */
static Site *find_site(uint32_t total, uint32_t count) {
    uint64_t hash = total;
    for (uint32_t i = 0; i < count; i++) hash = mix(hash, trace.stack[i].pc);
    if (trace.bucket_count)
        for (Site *s = trace.buckets[hash & (trace.bucket_count - 1)]; s; s = s->next)
            if (s->hash == hash && s->total == total && s->count == count &&
                memcmp(s->frames, trace.stack, count * sizeof(SiteFrame)) == 0)
                return s;
    return add_site(hash, total, count);
}

static uint32_t frames_running(void) {
    return vm.depth < MAX_FRAMES ? (uint32_t)vm.depth : MAX_FRAMES;
}

/* Where the program is now; NULL: no memory. */
static __attribute__((noinline)) Site *current_site(void) {
    if (unlikely(!vm.base)) {
        trace.stack[0] = (SiteFrame){NULL, NULL};
        return find_site(1, 1);
    }
    uint32_t count = 0;
    for (FrameWalk w = walk_start(); w.base && count < (uint32_t)trace.limit; walk_outward(&w))
        trace.stack[count++] = (SiteFrame){walk_code(&w), w.pc};
    return find_site(frames_running(), count);
}

static inline Remembered *remembered_site(void) {
    return &remembered[((uintptr_t)vm.pc / sizeof *vm.pc + (uintptr_t)vm.depth * DEPTH_STEP) & (CACHE_SIZE - 1)];
}

/* No instruction is at the address -1; before the program begins vm.pc is NULL. */
static void forget_remembered(void) {
    memset(remembered, -1, sizeof remembered);
}

static void drop_sites(void) {
    Site **sites = trace.sites;
    size_t n = trace.site_count;
    free(trace.buckets);
    trace.sites = trace.buckets = NULL;
    trace.bucket_count = trace.site_count = trace.site_bytes = 0;
    forget_remembered();
    for (size_t i = 0; i < n; i++) {
        for (uint32_t j = 0; j < sites[i]->count; j++) xdecref(sites[i]->frames[j].code);
        free(sites[i]);
    }
    free(sites);
}

/* ---- the tracer ---- */

static __attribute__((noinline)) void *born_slow(void *block, size_t size) {
    Site *s = current_site();
    if (!s || !trace_table_put(&trace.table, block, size, s->number)) return block;
    if (trace.limit == 1 && s->number < TRACE_DATA_MAX) *remembered_site() = (Remembered){vm.pc, s->number, vm.depth};
    return block;
}

/* The common case needs no register saved: its instruction is remembered, its block has a place in a shadow. */
static void *born(Tracer *self, void *block, size_t size, BlockKind kind, Type *type) {
    const Remembered *known = remembered_site();
    if (unlikely(known->pc != vm.pc || known->depth != vm.depth ||
                 !trace_table_add(&trace.table, block, size, known->site)))
        return born_slow(block, size);
    return block;
}

static void died(Tracer *self, void *block) {
    if (unlikely(!trace_table_drop(&trace.table, block))) trace_table_remove(&trace.table, block, NULL);
}

static void resized(Tracer *self, void *old, void *block, size_t size) {
    died(self, old);
    born(self, block, size, BLOCK_RAW, NULL);
}

static Tracer tracer = {born, died, resized, NULL};

/* Without the tracer: releasing code must not be reported. */
static void forget_all(void) {
    trace_pause();
    trace_table_clear(&trace.table);
    drop_sites();
    trace_resume();
}

static void stop_tracing(void) {
    if (!trace.on) return;
    trace.on = false;
    trace_remove(&tracer);
    forget_all();
    free(trace.stack);
    trace.stack = NULL;
}

/* ---- functions ---- */

static Object *start(Object *self, Object **args, ptrdiff_t nargs) {
    Object *index = nargs ? number_index(args[0]) : NULL;
    int limit = index ? int_as_int(index) : 1;
    xdecref(index);
    if (raise_pending()) return NULL;
    if (limit < 1 || limit > MAX_FRAMES)
        return raise_error(&exc_ValueError, "the number of frames must be in range [1; %d]", MAX_FRAMES);
    if (trace.on) return new_none();
    trace.stack = malloc((size_t)limit * sizeof *trace.stack);
    if (!trace.stack) return raise_memory();
    trace.limit = limit;
    trace.on = true;
    forget_remembered();
    trace_add(&tracer);
    return new_none();
}

static Object *stop(Object *self, Object **args, ptrdiff_t nargs) {
    stop_tracing();
    return new_none();
}

static Object *is_tracing(Object *self, Object **args, ptrdiff_t nargs) {
    return new_bool(trace.on);
}

static Object *clear_traces(Object *self, Object **args, ptrdiff_t nargs) {
    if (trace.on) forget_all();
    return new_none();
}

static Object *get_traceback_limit(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_i64(trace.limit);
}

static Object *get_traced_memory(Object *self, Object **args, ptrdiff_t nargs) {
    size_t current = trace_table_bytes(&trace.table), peak = trace.table.peak;
    Object *t = tuple_new(2), *a = int_from_u64(current), *b = int_from_u64(peak);
    if (t) {
        tuple_set(t, 0, a);
        tuple_set(t, 1, b);
        if (!a || !b) clear_ref(&t);
        return t;
    }
    xdecref(a);
    xdecref(b);
    return NULL;
}

static Object *reset_peak(Object *self, Object **args, ptrdiff_t nargs) {
    trace_table_reset_peak(&trace.table);
    return new_none();
}

static Object *get_tracemalloc_memory(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64(trace_table_memory(&trace.table) + trace.site_bytes + trace.bucket_count * 2 * sizeof(Site *));
}

/* ---- traces as objects ---- */

/* (filename, line) */
static Object *frame_pair(const SiteFrame *f) {
    Object *name = f->code ? newref(f->code->filename) : str_from_c("<unknown>");
    Object *line = name ? int_from_i64(f->code ? code_span(f->code, f->pc).line : 0) : NULL;
    Object *pair = line ? tuple_pack(2, name, line) : NULL;
    xdecref(name);
    xdecref(line);
    return pair;
}

/* The frames of a site, innermost first. */
static Object *site_frames(const Site *s) {
    Object *t = tuple_new(s->count);
    for (uint32_t i = 0; t && i < s->count; i++) {
        Object *pair = frame_pair(&s->frames[i]);
        tuple_set(t, i, pair);
        if (!pair) clear_ref(&t);
    }
    return t;
}

/* (domain, size, frames, number of frames that were running). The tuple of frames is shared by all blocks of a site;
 * `kept` owns it while the list is made. */
static Object *trace_tuple(const Trace *t, Object *kept) {
    Site *s = trace.sites[t->data];
    if (!s->traceback) {
        Object *frames = site_frames(s);
        if (!frames || list_append_steal(kept, frames) < 0) return NULL;
        s->traceback = frames;
    }
    Object *size = int_from_u64(t->size), *total = size ? int_from_i64(s->total) : NULL, *domain = int_from_i64(0);
    Object *tuple = total ? tuple_pack(4, domain, size, s->traceback, total) : NULL;
    decref(domain);
    xdecref(size);
    xdecref(total);
    return tuple;
}

typedef struct Listing {
    Object *list, *kept;
} Listing;

static int append_trace(const Trace *t, void *arg) {
    const Listing *l = arg;
    Object *tuple = trace_tuple(t, l->kept);
    return tuple ? list_append_steal(l->list, tuple) : -1;
}

static Object *list_traces(Object *kept) {
    Listing l = {list_new(0), kept};
    if (l.list && trace_table_each(&trace.table, append_trace, &l) < 0) clear_ref(&l.list);
    for (size_t i = 0; i < trace.site_count; i++) trace.sites[i]->traceback = NULL;
    return l.list;
}

/* Nothing of what this makes is reported, so the table stands still meanwhile. */
static Object *get_traces(Object *self, Object **args, ptrdiff_t nargs) {
    trace_pause();
    Object *kept = list_new(0);
    Object *list = kept ? list_traces(kept) : NULL;
    xdecref(kept);
    trace_resume();
    return list;
}

static Object *get_object_traceback(Object *self, Object **args, ptrdiff_t nargs) {
    Trace t;
    if (!trace_table_get(&trace.table, (char *)args[0] - type_memory(args[0])->presize, &t)) return new_none();
    return site_frames(trace.sites[t.data]);
}

static const Method methods[] = {
    {"start", start, 0, 1, "start(nframe=1, /)\n--\n\nTraces every block from now on, with up to nframe frames."},
    {"stop", stop, 0, 0, "stop()\n--\n\nTraces no more and forgets all traces."},
    {"is_tracing", is_tracing, 0, 0, "is_tracing()\n--\n\nAre blocks being traced?"},
    {"clear_traces", clear_traces, 0, 0, "clear_traces()\n--\n\nForgets the blocks traced so far."},
    {"get_traceback_limit", get_traceback_limit, 0, 0, "get_traceback_limit()\n--\n\nHow many frames a trace keeps."},
    {"get_traced_memory", get_traced_memory, 0, 0,
     "get_traced_memory()\n--\n\nBytes in the traced blocks: (now, most at any time)."},
    {"reset_peak", reset_peak, 0, 0, "reset_peak()\n--\n\nThe peak starts anew from the current size."},
    {"get_tracemalloc_memory", get_tracemalloc_memory, 0, 0,
     "get_tracemalloc_memory()\n--\n\nBytes that tracing itself takes."},
    {"_get_traces", get_traces, 0, 0, "_get_traces()\n--\n\nA list of (domain, size, frames, total_nframe)."},
    {"_get_object_traceback", get_object_traceback, 1, 1,
     "_get_object_traceback(obj, /)\n--\n\nThe frames that obj was made in, or None."},
    {NULL},
};

const ModuleSpec _tracemalloc_module = {
    .name = "_tracemalloc",
    .doc = "Which line every block of memory comes from.",
    .methods = methods,
    .teardown = stop_tracing,
};
