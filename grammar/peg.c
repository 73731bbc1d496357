/* The matcher. Its stack holds two kinds of entries: calls, to which a rule returns, and choices, from which a failure
 * goes on. A failure pops up to the last choice; a call that it passes on its way is a rule that does not fit there. */
#include "grammar/peg.h"

#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    bool is_call;
    bool mistakes; /* a call: as it was before */
    int pos;       /* the token at which it was made */
    int pc;        /* where to go on */
    int rule;      /* a call */
    int caller;    /* a call: the entry of the call before it */
    PegCapture captures[PEG_CAPTURES];
} Entry;

/* What is known of a rule at a token: where it ends, or -1 where it does not fit. */
typedef struct PegMemo {
    struct PegMemo *next;
    int rule, end;
} PegMemo;

static Entry *push(PegMatch *m) {
    if (m->depth == m->room) {
        int room = m->room ? m->room * 2 : 1024;
        Entry *stack = realloc(m->stack, room * sizeof(Entry));
        if (!stack) longjmp(*m->p->arena->no_memory, EXIT_NO_MEMORY);
        m->stack = stack;
        m->room = room;
    }
    return (Entry *)m->stack + m->depth++;
}

static Entry *at(const PegMatch *m, int index) {
    return (Entry *)m->stack + index;
}
static Entry *top(const PegMatch *m) {
    return at(m, m->depth - 1);
}

static const PegMemo *recall(const PegMatch *m, int rule) {
    const PegMemo *memo = ((PegMemo **)m->remembered)[m->pos];
    while (memo && memo->rule != rule) memo = memo->next;
    return memo;
}

static void remember(PegMatch *m, const Entry *call, int end) {
    if (!m->grammar->rules[call->rule].is_remembered) return;
    PegMemo **memos = m->remembered, *memo = arena_alloc(m->p->arena, sizeof *memo);
    *memo = (PegMemo){memos[call->pos], call->rule, end};
    memos[call->pos] = memo;
}

/* The token of now. The one that could not be made ends the search with the lexer's error. */
static const Token *look(PegMatch *m) {
    const Token *t = &m->tokens[m->pos];
    if (m->pos >= m->reached) m->reached = m->pos + 1;
    if (t->kind == TOKEN_ERROR) errors_lexer(m);
    return t;
}

static bool is_name(int kind) {
    return kind == TOKEN_NAME || kind == TOKEN_MATCH || kind == TOKEN_CASE || kind == TOKEN_TYPE;
}

static bool fits(const Token *t, int kind) {
    return kind == TOKEN_NAME ? is_name(t->kind) : t->kind == kind;
}

static bool fits_soft(const PegMatch *m, const Token *t, const char *text) {
    size_t n = strlen(text);
    return is_name(t->kind) && t->end - t->start == n && !memcmp(m->p->lexer.text + t->start, text, n);
}

bool peg_run(PegMatch *m, int rule) {
    const PegInsn *code = m->grammar->code;
    int pc = m->grammar->rules[rule].start, call = -1;
    m->depth = 0;
    *push(m) = (Entry){.is_call = true, .pc = -1, .rule = rule, .caller = -1, .mistakes = m->mistakes};
    call = 0;
    for (;;) {
        const PegInsn *i = &code[pc++];
        bool ok = true;
        switch ((PegOp)i->op) {
        case PEG_TOKEN:
            ok = fits(look(m), i->kind);
            m->pos += ok;
            break;
        case PEG_SOFT:
            ok = fits_soft(m, look(m), i->text);
            m->pos += ok;
            break;
        case PEG_FORCE:
            ok = fits(look(m), i->kind);
            if (!ok && !m->first_pass) errors_forced(m, i->text);
            m->pos += ok;
            break;
        case PEG_CALL: {
            const PegRule *r = &m->grammar->rules[i->target];
            const PegMemo *memo;
            if (r->is_bad && !m->mistakes) {
                ok = false;
            } else if (r->is_remembered && (memo = recall(m, i->target))) {
                ok = memo->end >= 0;
                if (ok) m->pos = memo->end;
            } else {
                Entry *e = push(m);
                *e = (Entry){.is_call = true, .pos = m->pos, .pc = pc, .rule = i->target, .caller = call};
                e->mistakes = m->mistakes;
                if (r->is_plain) m->mistakes = false;
                call = m->depth - 1;
                pc = r->start;
            }
            break;
        }
        case PEG_RETURN: {
            Entry *e = top(m);
            remember(m, e, m->pos);
            m->mistakes = e->mistakes;
            pc = e->pc;
            call = e->caller;
            m->depth--;
            if (pc < 0) return true;
            break;
        }
        case PEG_CHOICE: *push(m) = (Entry){.pos = m->pos, .pc = i->target}; break;
        case PEG_COMMIT:
            m->depth--;
            pc = i->target;
            break;
        case PEG_PARTIAL:
            ok = top(m)->pos != m->pos; /* a loop that takes nothing ends */
            top(m)->pos = m->pos;
            pc = i->target;
            break;
        case PEG_REWIND:
            m->pos = top(m)->pos;
            m->depth--;
            pc = i->target;
            break;
        case PEG_CUT: m->depth--; break;
        case PEG_JUMP: pc = i->target; break;
        case PEG_FAIL: ok = false; break;
        case PEG_DENY:
            m->depth--;
            ok = false;
            break;
        case PEG_BEGIN: at(m, call)->captures[i->kind].from = m->pos; break;
        case PEG_END: at(m, call)->captures[i->kind].to = m->pos; break;
        case PEG_ACTION:
            m->captures = at(m, call)->captures;
            if (!errors_action(m, i->text)) {
                m->depth = call + 1; /* the rule fails, whatever alternatives are left */
                ok = false;
            }
            break;
        }
        while (!ok) {
            Entry *e = top(m);
            m->pos = e->pos;
            m->depth--;
            if (e->is_call) {
                remember(m, e, -1);
                m->mistakes = e->mistakes;
                call = e->caller;
                if (e->pc < 0) return false;
            } else {
                pc = e->pc;
                ok = true;
            }
        }
    }
}
