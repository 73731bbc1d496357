/* --stats: counts of what the evaluation loop executes.
 *
 * The loop goes from one body to the next through a table of labels. To count, all its entries are turned to one place
 * that calls stats_count, which knows the right ones from a copy. So a run that nobody counts executes the same
 * instructions of the machine as if this file did not exist.
 *
 * A guard that fails is seen from here without help: the same place is executed twice in a row, first in a specialised
 * form and then in the generic one. The first of the two was no execution of its own.
 *
 * Times are kept by the instruction's address in an open-addressing table, in memory of the system: the heap is that
 * of a run without counting. Code that dies and makes room for other code adds to the counts of the newer; who wants
 * to look at a code object afterwards holds it.
 */
#include "interp/vm/stats.h"

#include <stdlib.h>
#include <string.h>

#include "interp/vm/line.h"
#include "interp/vm/ops.h"

typedef struct Place {
    const uint64_t *insn; /* NULL: empty */
    uint64_t times;
} Place;

/* Of a generic opcode and all forms of it. */
typedef struct Family {
    uint64_t executed, hits, deopts;
} Family;

static Place *places;
static size_t capacity, used;        /* capacity: a power of two */
static const void *bodies[OP_COUNT]; /* the loop's labels */
static uint64_t by_opcode[OP_COUNT];
static Family families[OP_COUNT];

static Place *find_place(const uint64_t *insn) {
    size_t i = ((uintptr_t)insn / sizeof *insn * 0x9e3779b97f4a7c15u) >> 20;
    while (places[i & (capacity - 1)].insn && places[i & (capacity - 1)].insn != insn) i++;
    return &places[i & (capacity - 1)];
}

/* Without memory for more places the new ones are not told apart, and only the sums stay right. */
static void grow(void) {
    Place *old = places;
    size_t n = capacity;
    Place *larger = calloc(n ? n * 2 : 1024, sizeof *places);
    if (!larger) return;
    places = larger;
    capacity = n ? n * 2 : 1024;
    for (size_t i = 0; i < n; i++)
        if (old[i].insn) *find_place(old[i].insn) = old[i];
    free(old);
}

bool stats_counting(void) {
    return places != NULL;
}

void stats_start(void) {
    grow();
    eval_run(NULL);
}

static void count_place(const uint64_t *insn) {
    if (used * 2 >= capacity) grow();
    if (used + 1 >= capacity) return;
    Place *p = find_place(insn);
    used += p->insn == NULL;
    p->insn = insn;
    p->times++;
}

void stats_divert(const void **labels, const void *count) {
    memcpy(bodies, labels, sizeof bodies);
    for (unsigned op = 0; op < OP_COUNT; op++)
        if (op != OP_LINE) labels[op] = count;
}

const void *stats_count(const uint64_t *insn) {
    static const uint64_t *last;
    static Opcode last_op;
    bool watched = insn_op(*insn) == OP_LINE;
    Opcode op = watched ? line_opcode(frame_function(vm.base)->code, insn) : insn_op(*insn);
    Opcode generic = watched ? op : opcode_generic(insn);
    Family *family = &families[generic];
    bool failed = insn == last && op != last_op && op == generic;
    by_opcode[op]++;
    if (failed) {
        by_opcode[last_op]--;
        family->hits--;
        family->deopts++;
    } else {
        family->executed++;
        count_place(insn);
    }
    family->hits += op != generic;
    last = insn;
    last_op = op;
    return bodies[op];
}

uint64_t stats_times(const uint64_t *insn) {
    return capacity ? find_place(insn)->times : 0;
}

static uint64_t executed(unsigned op) {
    return families[op].executed;
}
static uint64_t of_opcode(unsigned op) {
    return by_opcode[op];
}

/* The opcodes by falling number; how many are not 0. */
static int ranked(Opcode out[OP_COUNT], uint64_t (*number)(unsigned op)) {
    int n = 0;
    for (unsigned op = 0; op < OP_COUNT; op++) {
        if (!number(op)) continue;
        int i = n++;
        for (; i > 0 && number(out[i - 1]) < number(op); i--) out[i] = out[i - 1];
        out[i] = op;
    }
    return n;
}

/* Is there anything in its cache words that could be right or wrong? The two have only a jump in theirs. */
static bool has_cache(Opcode op) {
    return op_info[op].cache > 0 && op != OP_JUMP_IS && op != OP_JUMP_IN;
}

static double percent(uint64_t part, uint64_t whole) {
    return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

void stats_print(FILE *f) {
    Opcode order[OP_COUNT];
    uint64_t all = 0;
    for (unsigned op = 0; op < OP_COUNT; op++) all += by_opcode[op];
    int n = ranked(order, of_opcode);
    fprintf(f, "%12llu instructions\n\n%12s  %6s  opcode\n", (unsigned long long)all, "times", "%");
    for (int i = 0; i < n; i++)
        fprintf(f, "%12llu  %6.2f  %s\n", (unsigned long long)by_opcode[order[i]], percent(by_opcode[order[i]], all),
                op_info[order[i]].name);
    n = ranked(order, executed);
    fprintf(f, "\n%12s  %6s  %8s  instructions with caches\n", "times", "hits, %", "deopts");
    for (int i = 0; i < n; i++) {
        const Family *x = &families[order[i]];
        if (!has_cache(order[i])) continue;
        fprintf(f, "%12llu  %7.2f  %8llu  %s\n", (unsigned long long)x->executed, percent(x->hits, x->executed),
                (unsigned long long)x->deopts, op_info[order[i]].name);
    }
}
