/* Where ways meet: what is known and held behind a label that several jumps go to.
 *
 * All jumps but those of loops go forward, so when a label is reached each way to it has been seen, with its state.
 * What all of them agree on is the state behind the label, the meet; code on each way puts the rest in place and moves
 * what is held in another register. Of the way that comes from above it is written in line, of the others in their
 * stubs.
 *
 *      jump, state s1 --> [pass s1 -> m] --+
 *      jump, state s2 --> [pass s2 -> m] --+--> label: m = meet of s1, s2, s3
 *      from above, state s3 [pass s3 -> m] +
 *
 * The body of an inner loop is compiled twice. What is known at its end, the first time, is what the second, the copy,
 * begins with, and may rely on if it still holds at the end of that: so what an iteration finds out (that this is a
 * list, that a float) is not asked again, and the numbers of the loop stay in the machine's registers. Where the two do
 * not agree the copy is taken back and begins with what they agree on.
 *
 *      head:  ... body, nothing known ...   state s
 *             [pass s -> e]
 *      copy:  ... body, e known ...         state t: all that e says, or once more with e = meet of e, t
 *             [pass t -> e]  jump to copy
 *
 * Machine code is entered in the first body only, and calls return to it.
 *
 * A value that is held without its object stays so only if it is held by all, as the result of the same instruction:
 * where one way has an object in place, others may hold that object, too, and making it anew would be seen by `is`.
 */
#include "interp/jit/impl.h"

#include <stdlib.h>

/* --- the meet --- */

/* Nothing borrowed, no operands. */
static void tidy(State *s) {
    for (int i = 0; i < HOLDERS; i++) {
        Holder *h = &s->held[i];
        h->pinned = false;
        if (h->v < 0 || h->holding == HELD_BORROWED) h->v = -1;
    }
}

static void meet(State *m, const State *s) {
    tidy(m);
    for (int i = 0; i < HOLDERS; i++) {
        Holder *h = &m->held[i];
        if (h->v < 0) continue;
        int other = jit_held(s, h->v);
        const Holder *o = other == NO_HOLDER ? NULL : &s->held[other];
        if (!o || jit_is_float(other) != jit_is_float(i) || o->holding == HELD_BORROWED)
            h->v = -1;
        else if (h->holding != o->holding || (h->holding == HELD_VALUE && h->pc != o->pc))
            h->holding = HELD_COPY;
    }
    for (int i = 0; i < KNOWN_MAX; i++) {
        Known *k = &m->known[i];
        const Known *o = k->v < 0 ? NULL : jit_known(s, k->v);
        if (!o) {
            k->v = -1;
            continue;
        }
        k->empty = k->empty && o->empty;
        if (k->type != o->type) k->type = NULL;
        if (k->version != o->version) k->version = 0;
        if (k->object != o->object) k->object = NULL;
        if (!k->empty && !k->type && !k->version && !k->object) k->v = -1;
    }
}

static bool says_nothing(const State *s) {
    for (int i = 0; i < HOLDERS; i++)
        if (s->held[i].v >= 0) return false;
    for (int i = 0; i < KNOWN_MAX; i++)
        if (s->known[i].v >= 0) return false;
    return true;
}

/* Does all that m says hold of s? */
static bool implies(const State *s, const State *m) {
    State both = *m;
    meet(&both, s);
    for (int i = 0; i < HOLDERS; i++)
        if (both.held[i].v != m->held[i].v || (m->held[i].v >= 0 && both.held[i].holding != m->held[i].holding))
            return false;
    for (int i = 0; i < KNOWN_MAX; i++) {
        const Known *k = &m->known[i], *b = &both.known[i];
        if (k->v != b->v) return false;
        if (k->v >= 0 &&
            (k->empty != b->empty || k->type != b->type || k->version != b->version || k->object != b->object))
            return false;
    }
    return true;
}

/* --- passing from one state to another that it implies --- */

static bool has_to_be_placed(const State *s, int i, const State *m) {
    const Holder *h = &s->held[i];
    if (h->v < 0 || h->holding == HELD_COPY) return false;
    int other = jit_held(m, h->v);
    return h->holding == HELD_BORROWED || other == NO_HOLDER || m->held[other].holding != HELD_VALUE;
}

static bool passes_freely(const State *s, const State *m) {
    for (int i = 0; i < HOLDERS; i++) {
        if (has_to_be_placed(s, i, m)) return false;
        if (m->held[i].v >= 0 && s->held[i].v != m->held[i].v) return false;
    }
    return true;
}

enum { NO_MOVE = -1, FROM_SCRATCH = -2 };

/* The scratch register is RAX or XMM0: both are number 0. */
static void move(Jit *j, int to, int from) {
    unsigned source = from == FROM_SCRATCH ? 0 : jit_machine(from);
    if (jit_is_float(to))
        asm_move_double(&j->a, jit_machine(to), source);
    else
        asm_move(&j->a, jit_machine(to), source);
}

static void save_in_scratch(Jit *j, int holder) {
    if (jit_is_float(holder))
        asm_move_double(&j->a, 0, jit_machine(holder));
    else
        asm_move(&j->a, RAX, jit_machine(holder));
}

/* A holder that is to be written, and that nobody needs as it is; or any that is to be written; or HOLDERS. */
static int next_move(const int *from, bool *ready) {
    int any = HOLDERS;
    for (int to = 0; to < HOLDERS; to++) {
        if (from[to] == NO_MOVE) continue;
        any = to;
        *ready = true;
        for (int k = 0; k < HOLDERS; k++) *ready &= from[k] != to;
        if (*ready) return to;
    }
    *ready = false;
    return any;
}

/* All at once: from[i] goes to holder i. Where they go round in a circle, one of them waits in the scratch register. */
static void move_all(Jit *j, int *from) {
    bool ready;
    for (int to; (to = next_move(from, &ready)) < HOLDERS;) {
        if (ready) {
            move(j, to, from[to]);
            from[to] = NO_MOVE;
        } else {
            save_in_scratch(j, from[to]);
            from[to] = FROM_SCRATCH;
        }
    }
}

static void pass(Jit *j, const State *s, const State *m) {
    Holder placed[HOLDERS];
    int from[HOLDERS];
    memcpy(placed, s->held, sizeof placed);
    for (int i = 0; i < HOLDERS; i++)
        if (!has_to_be_placed(s, i, m)) placed[i].v = -1;
    jit_write_state(j, placed);
    for (int i = 0; i < HOLDERS; i++) {
        int other = m->held[i].v < 0 ? NO_HOLDER : jit_held(s, m->held[i].v);
        from[i] = other == NO_HOLDER || other == i ? NO_MOVE : other;
    }
    move_all(j, from);
}

/* --- labels --- */

Join *jit_join(Jit *j, const uint64_t *target) {
    uint32_t pc = (uint32_t)(target - j->code->insns);
    const Copy *c = j->copy;
    return c && pc > c->from && pc <= c->to ? &c->joins[pc - c->from] : &j->joins[pc];
}

Join *jit_bare_join(Jit *j, const uint64_t *target) {
    Join *join = jit_join(j, target);
    join->bare = true;
    return join;
}

static void write_pass(Jit *j, Stub *s) {
    if (s->join->meet)
        pass(j, s->state, s->join->meet);
    else
        jit_write_state(j, s->held);
    asm_jump(&j->a, &s->join->label);
}

AsmLabel *jit_edge(Jit *j, const uint64_t *target) {
    Stub *s = jit_stub(j, write_pass);
    s->join = jit_join(j, target);
    s->state = malloc(sizeof *s->state);
    if (!s->state || s == &j->spare) {
        free(s->state);
        s->state = NULL;
        j->failed = true;
        return &s->from;
    }
    *s->state = j->state;
    s->next_edge = s->join->edges;
    s->join->edges = s;
    return &s->from;
}

/* Those that have nothing to do on their way go straight to the label. */
static void bind_edges(Jit *j, Join *join, const State *m) {
    for (Stub *e = join->edges; e; e = e->next_edge) {
        if (!passes_freely(e->state, m)) continue;
        asm_bind(&j->a, &e->from);
        e->write = NULL;
    }
    asm_bind(&j->a, &join->label);
}

void jit_reach_join(Jit *j, Join *join, bool nothing) {
    State m;
    if (nothing || join->bare || !(j->reachable || join->edges)) {
        jit_forget_all(&m);
        if (j->reachable) jit_flush(j);
    } else {
        m = j->reachable ? j->state : *join->edges->state;
        for (const Stub *e = join->edges; e; e = e->next_edge) meet(&m, e->state);
        if (j->reachable) meet(&m, &j->state);
        if (j->reachable) pass(j, &j->state, &m);
    }
    if (!says_nothing(&m)) {
        join->meet = malloc(sizeof m);
        if (join->meet)
            *join->meet = m;
        else
            j->failed = true;
    }
    bind_edges(j, join, &m);
    j->state = m;
    j->reachable = true;
    j->exit = NULL;
}

/* --- loops --- */

static Copy *new_copy(Jit *j, uint32_t from, uint32_t to, const State *entry) {
    Copy *c = calloc(1, sizeof *c);
    Join *joins = calloc(to - from + 1, sizeof *joins);
    if (!c || !joins) {
        free(c);
        free(joins);
        j->failed = true;
        return NULL;
    }
    *c = (Copy){.from = from, .to = to, .joins = joins, .entry = *entry, .agreed = *entry, .next = j->copies};
    c->head = ASM_LABEL_NEW;
    for (uint32_t i = 0; i <= to - from; i++) joins[i].label = ASM_LABEL_NEW;
    return j->copies = c;
}

void jit_free_copies(Jit *j) {
    for (Copy *c = j->copies, *next; c; c = next) {
        next = c->next;
        jit_free_joins(c->joins, c->to - c->from + 1);
        free(c);
    }
}

void jit_free_joins(Join *joins, uint32_t n) {
    for (uint32_t i = 0; joins && i < n; i++) free(joins[i].meet);
    free(joins);
}

/* What was written since is as if it had never been. */
static void take_back(Jit *j, uint8_t *at, Stub **end) {
    for (Stub *s = *end; s; s = s->next) s->taken_back = true;
    for (Stub *s = *end; s; s = s->next)
        while (s->join && s->join->edges && s->join->edges->taken_back) s->join->edges = s->join->edges->next_edge;
    jit_free_stubs(*end);
    *end = NULL;
    j->stub_end = end;
    j->a.at = at;
    j->exit = NULL;
}

bool jit_copy_loop(Jit *j, uint32_t from, uint32_t to) {
    State before = j->state, entry = before;
    uint8_t *at = j->a.at;
    Stub **end = j->stub_end;
    meet(&entry, &before);
    while (!says_nothing(&entry) && !j->failed && !j->a.full) {
        Copy *copy = new_copy(j, from, to, &entry);
        if (!copy) break;
        pass(j, &before, &entry);
        asm_bind(&j->a, &copy->head);
        j->state = entry;
        j->copy = copy;
        jit_compile_copy(j, from, to);
        j->copy = NULL;
        j->pc = &j->code->insns[to];
        j->reachable = false;
        if (!copy->disagreed) return true;
        entry = copy->agreed;
        take_back(j, at, end);
    }
    j->state = before;
    j->reachable = true;
    return false;
}

void jit_close_copy(Jit *j) {
    Copy *c = j->copy;
    if (implies(&j->state, &c->entry)) {
        pass(j, &j->state, &c->entry);
        asm_jump(&j->a, &c->head);
    } else {
        c->disagreed = true;
        meet(&c->agreed, &j->state);
    }
    j->reachable = false;
}
