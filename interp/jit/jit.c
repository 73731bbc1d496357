/* When code is compiled, where its machine code lives, and how it is entered and dropped.
 *
 * The loop counts down code->heat at every call and every turn of a loop; at 0 the code is compiled from what its
 * instructions have been specialised to by then. All machine code is in one region below 2 GiB, beside the program's
 * own code and variables, so that addresses fit 32 bits. It is writable only while something is being written, and
 * then nothing in it can run.
 *
 *      code->jit -> Compiled: [start, start + size) in the region; entries[pc] the offset of a way in + 1;
 *                             original[pc] the opcode where ENTER stands now, or OP_ENTER
 *
 * Compiled code keeps nothing across calls but what the frame has: a frame knows its instruction, never an address of
 * machine code, except that a call of a function remembers in its last cache word where its caller goes on. So code can
 * be dropped at any time; what runs at that moment comes back to the loop at the next opportunity. Its memory is used
 * again only after the code object is gone, which the running frame keeps alive.
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/mman.h>

#include "gc/alloc.h"
#include "interp/jit/impl.h"
#include "interp/vm/line.h"
#include "interp/vm/stats.h"

enum {
    REGION = 64 << 20,
    INSNS_MAX = 20000,
    REGISTERS_MAX = 2000,
    PATIENCE = 100,     /* failed guards before code is compiled anew */
    ATTEMPTS_MAX = 24,  /* compilations of one code object */
    DOUBLINGS_MAX = 3,  /* of the heat that is needed, with each of them */
    BYTES_A_WORD = 512, /* of machine code for a word of bytecode: more than code has as a whole */
    PAGE = 4096,
    COLD = INT32_MIN,
    HEAT = 400, /* unless the environment's OURO_JIT says otherwise; 0: nothing is compiled */
};

/* A piece of the region. */
typedef struct Piece {
    uint8_t *start;
    uint32_t size;
} Piece;

typedef struct Compiled {
    Piece pieces[ATTEMPTS_MAX]; /* the last is the one that is entered; what the others were may still be running */
    int attempts;
    int slot;
    uint32_t *entries;
    uint16_t *original; /* NULL: dropped */
} Compiled;

int32_t jit_patience[JIT_CODES_MAX];
static bool slots_used[JIT_CODES_MAX];
static uint8_t *region, *region_at; /* NULL: nothing is compiled */
int32_t jit_heat = INT32_MAX;

/* Of code objects that are gone, in the order of their addresses; no two touch. */
static Piece *gaps;
static int gap_count, gap_room;

/* Only the pages that are written to: what the kernel does for this grows with the number of pages in use. */
static void set_writable(const Asm *a, bool writable) {
    uintptr_t start = (uintptr_t)a->start & ~(uintptr_t)(PAGE - 1);
    uintptr_t end = ((uintptr_t)a->end + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    mprotect((void *)start, end - start, PROT_READ | (writable ? PROT_WRITE : PROT_EXEC));
}

static int take_slot(void) {
    static int next;
    for (int i = 0; i < JIT_CODES_MAX; i++) {
        int slot = (next + i) % JIT_CODES_MAX;
        if (slots_used[slot]) continue;
        next = slot + 1;
        slots_used[slot] = true;
        return slot;
    }
    return -1;
}

static void set_opcode(uint64_t *insn, unsigned op) {
    *insn = (*insn & ~(uint64_t)0xffff) | op;
}

/* The loop meets no ENTER in it any more, and no call goes back to it. */
static void unpatch(Code *c) {
    Compiled *m = c->jit;
    for (uint32_t pc = 0; pc < c->insn_count; pc += 1 + (uint32_t)op_info[insn_op(c->insns[pc])].cache) {
        if (insn_op(c->insns[pc]) == OP_ENTER) set_opcode(&c->insns[pc], m->original[pc]);
        Opcode op = insn_op(c->insns[pc]);
        if (jit_is_call(op)) c->insns[pc + CALL_CONTINUATION] = 0;
        if (op == OP_YIELD || op == OP_RETURN_GENERATOR) c->insns[pc + YIELD_CONTINUATION] = 0;
    }
}

/* The index of the first gap behind this address. */
static int gap_behind(const uint8_t *address) {
    int low = 0, high = gap_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (gaps[middle].start < address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void remove_gap(int i) {
    memmove(&gaps[i], &gaps[i + 1], (size_t)(--gap_count - i) * sizeof *gaps);
}

/* Joined with the gaps that it touches, so that many small functions leave room for a large one. */
static void give_back(Piece p) {
    int i = gap_behind(p.start);
    if (i < gap_count && p.start + p.size == gaps[i].start) {
        p.size += gaps[i].size;
        remove_gap(i);
    }
    if (i > 0 && gaps[i - 1].start + gaps[i - 1].size == p.start) {
        gaps[i - 1].size += p.size;
        return;
    }
    if (gap_count == gap_room) {
        int room = gap_room ? gap_room * 2 : 64;
        Piece *more = realloc(gaps, (size_t)room * sizeof *gaps);
        if (!more) return; /* that much of the region is lost */
        gaps = more;
        gap_room = room;
    }
    memmove(&gaps[i + 1], &gaps[i], (size_t)(gap_count++ - i) * sizeof *gaps);
    gaps[i] = p;
}

/* The code object goes. */
static void forget(Code *c) {
    Compiled *m = c->jit;
    for (int i = 0; i < m->attempts; i++)
        if (m->pieces[i].size) give_back(m->pieces[i]);
    if (m->original) slots_used[m->slot] = false;
    free(m->entries);
    free(m->original);
    free(m);
    c->jit = NULL;
}

void jit_drop(Code *c) {
    Compiled *m = c->jit;
    if (!c->compiled) return;
    unpatch(c);
    jit_special_dropped(c);
    slots_used[m->slot] = false;
    free(m->entries);
    free(m->original);
    m->entries = NULL;
    m->original = NULL;
    c->compiled = false;
    c->native = NULL;
    c->heat = m->attempts < ATTEMPTS_MAX
                  ? jit_heat - (jit_heat << (m->attempts < DOUBLINGS_MAX ? m->attempts : DOUBLINGS_MAX))
                  : COLD;
}

/* Where to write: in a gap that is large enough for code of this length, or in the unused rest of the region. */
static Asm place(const Code *c) {
    uint32_t least = c->insn_count * BYTES_A_WORD, most = least * 4 + PAGE;
    Piece p = {region_at, (uint32_t)(region + REGION - region_at)};
    for (int i = 0; i < gap_count; i++) {
        if (gaps[i].size < least) continue;
        p = gaps[i];
        if (p.size > most)
            gaps[i] = (Piece){p.start + most, p.size - most};
        else
            remove_gap(i);
        break;
    }
    return (Asm){p.start, p.start, p.start + (p.size < most ? p.size : most), false};
}

/* What was written stays the code's; the rest of a gap is one again. */
static void keep(Compiled *m, const Asm *a) {
    uint32_t size = ((uint32_t)(a->at - a->start) + 15) & ~15u;
    uint32_t room = (uint32_t)(a->end - a->start);
    if (size > room) size = room;
    m->pieces[m->attempts - 1] = (Piece){a->start, size};
    if (a->start == region_at)
        region_at += size;
    else if (size < room)
        give_back((Piece){a->start + size, room - size});
}

static void enter_here(Code *c, Compiled *m, uint32_t start) {
    for (uint32_t pc = 0; pc < c->insn_count; pc++) {
        m->original[pc] = (uint16_t)insn_op(c->insns[pc]);
        if (m->entries[pc]) set_opcode(&c->insns[pc], OP_ENTER);
    }
    c->native = start ? m->pieces[m->attempts - 1].start + start - 1 : NULL;
    c->compiled = true;
}

static bool can_be_compiled(const Code *c) {
    return region && !c->watched && !line_listener && !stats_counting() && !c->compiled && c->insn_count <= INSNS_MAX &&
           c->register_count <= REGISTERS_MAX;
}

void jit_compile(Code *c) {
    c->heat = COLD;
    if (!can_be_compiled(c)) return;
    Compiled *m = c->jit ? c->jit : calloc(1, sizeof *m);
    if (!m) return;
    c->jit = m;
    if (m->attempts == ATTEMPTS_MAX) return;
    Jit j = {.code = c, .slot = take_slot(), .a = place(c)};
    m->attempts++;
    if (j.slot < 0) return;
    j.entries = m->entries = calloc(c->insn_count, sizeof *m->entries);
    m->original = calloc(c->insn_count, sizeof *m->original);
    m->slot = j.slot;
    set_writable(&j.a, true);
    bool ok = m->entries && m->original && jit_compile_code(&j);
    set_writable(&j.a, false);
    keep(m, &j.a);
    jit_patience[j.slot] = PATIENCE;
    if (ok) {
        enter_here(c, m, j.start);
        return;
    }
    unpatch(c);
    free(m->entries);
    free(m->original);
    m->entries = NULL;
    m->original = NULL;
    slots_used[j.slot] = false;
}

Opcode jit_original(const Code *c, const uint64_t *insn) {
    return c->jit->original[insn - c->insns];
}

const void *jit_way_in(const Code *c, const uint64_t *pc) {
    const Compiled *m = c->jit;
    uint32_t offset = m->entries[pc - c->insns];
    return offset ? m->pieces[m->attempts - 1].start + offset - 1 : NULL;
}

/* Compiled code has come back with this status: what jit_run gives. */
static int came_back(int status) {
    if (status == JIT_ENDED) return 1;
    assert(vm.pc >= frame_function(vm.base)->code->insns &&
           vm.pc < frame_function(vm.base)->code->insns + frame_function(vm.base)->code->insn_count);
    if (status == JIT_WORN) jit_drop(frame_function(vm.base)->code);
    if (unlikely(jit_lost)) {
        jit_lost = 0;
        return -1;
    }
    return 0;
}

static int run_from(const void *native) {
    Code *c = frame_function(vm.base)->code;
    const uint64_t *pc = vm.pc;
    uint32_t at = (uint32_t)(pc - c->insns);
    int status = came_back(jit_thunks.enter(native, vm.base, NULL, 0, NULL));
    if (status) return status;
    if (vm.pc == pc && insn_op(*pc) == OP_ENTER) { /* it did not get anywhere: this way in is closed */
        c = frame_function(vm.base)->code;
        if (c->compiled) set_opcode((uint64_t *)vm.pc, c->jit->original[at]);
    }
    return 0;
}

int jit_run(void) {
    return run_from(jit_way_in(frame_function(vm.base)->code, vm.pc));
}

int jit_run_function(void) {
    return run_from(frame_function(vm.base)->code->native);
}

int jit_resume(Generator *g, Object **base, uint64_t return_word, Object *value) {
    const void *code = (const void *)(uintptr_t)g->pc[YIELD_CONTINUATION];
    return came_back(jit_thunks.enter(code, base, g, return_word, value));
}

void jit_start(void) {
    const char *wanted = getenv("OURO_JIT");
    int heat = wanted && *wanted ? atoi(wanted) : HEAT;
    if (heat <= 0) return;
    void *p =
        mmap(NULL, REGION, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_32BIT, -1, 0);
    if (p == MAP_FAILED) return;
    region = p;
    Asm a = {region, region, region + REGION, false};
    jit_write_thunks(&a);
    region_at = a.at;
    if (mprotect(region, REGION, PROT_READ | PROT_EXEC) < 0) {
        munmap(region, REGION);
        region = NULL;
        return;
    }
    jit_heat = heat;
    code_forget_jit = forget;
    code_drop_jit = jit_drop;
}

void jit_stop(void) {
    if (region) munmap(region, REGION);
    free(gaps);
    region = NULL;
    gaps = NULL;
    gap_count = gap_room = 0;
}
