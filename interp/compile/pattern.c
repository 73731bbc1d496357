/* match: patterns as tests that jump to the next case when they fail.
 *
 * The subject is in a temporary. What a pattern takes out of it (items, attributes) goes to temporaries above, which
 * stay as they are until the whole pattern has matched or failed: a name that is captured only remembers the register.
 * When the pattern has matched, the names are assigned and what is left is released; when it fails, all that may be
 * alive is.
 */
#include "interp/compile/compiler.h"
#include "interp/object/containers.h"

typedef struct Capture {
    Str *name;
    unsigned reg;
} Capture;

typedef struct Match {
    Label *fail;
    unsigned base, alive; /* temporaries from base to below `alive` may hold something when it fails */
    bool refutable;       /* must not match everything: other cases follow */
    Capture *captures;
    uint32_t count, capacity;
    unsigned *consumed; /* temporaries that are empty again */
    uint32_t consumed_count, consumed_capacity;
} Match;

static void pattern(Compiler *c, Match *m, const Node *p, unsigned value);

/* --- failing --- */

static void note_alive(Compiler *c, Match *m) {
    if (temp_mark(c) > m->alive) m->alive = temp_mark(c);
}

/* Jumps to `fail` unless `l op r`; dying operands are gone either way. */
static void require(Compiler *c, Match *m, Place at, Opcode jump, Operand l, Operand r) {
    note_alive(c, m);
    emit_jump_cached(c, at, jump, false, l, r, m->fail);
}

static void require_true(Compiler *c, Match *m, Place at, unsigned test) {
    note_alive(c, m);
    emit_jump_if(c, at, OP_JUMP_IF_FALSE, dying(test), m->fail);
}

static void release_range(Compiler *c, unsigned from, unsigned to) {
    for (unsigned reg = from; reg < to; reg++) emit(c, NOWHERE, OP_RELEASE, reg, 0, 0);
}

/* --- captures --- */

static void capture(Compiler *c, Match *m, Place at, Str *name, unsigned reg) {
    for (uint32_t i = 0; i < m->count; i++)
        if (m->captures[i].name == name) compile_error(c, at, "multiple assignments to name '%S' in pattern", name);
    m->captures = compile_grow(c, m->captures, m->count, &m->capacity, sizeof *m->captures);
    m->captures[m->count++] = (Capture){name, reg};
}

static bool is_captured_later(const Match *m, uint32_t i) {
    for (uint32_t k = i + 1; k < m->count; k++)
        if (m->captures[k].reg == m->captures[i].reg) return true;
    return false;
}

static void note_consumed(Compiler *c, Match *m, unsigned reg) {
    m->consumed = compile_grow(c, m->consumed, m->consumed_count, &m->consumed_capacity, sizeof reg);
    m->consumed[m->consumed_count++] = reg;
}

static bool is_gone(const Match *m, unsigned reg) {
    for (uint32_t i = 0; i < m->count; i++)
        if (m->captures[i].reg == reg) return true;
    for (uint32_t i = 0; i < m->consumed_count; i++)
        if (m->consumed[i] == reg) return true;
    return false;
}

/* The pattern has matched: every temporary of its own ends in a name, or is released. */
static void store_captures(Compiler *c, Match *m, Place at) {
    for (uint32_t i = 0; i < m->count; i++) {
        unsigned reg = m->captures[i].reg;
        bool last = reg >= m->base && !is_captured_later(m, i);
        variable_store(c, at, m->captures[i].name, last ? dying(reg) : reg);
    }
    for (unsigned reg = m->base; reg < temp_mark(c); reg++)
        if (!is_gone(m, reg)) emit(c, NOWHERE, OP_RELEASE, reg, 0, 0);
}

/* --- kinds of patterns --- */

static bool is_wildcard(const Node *p) {
    return p->kind == AST_MatchAs && !p->MatchAs.name && !p->MatchAs.pattern;
}
static bool is_star_wildcard(const Node *p) {
    return p->kind == AST_MatchStar && !p->MatchStar.name;
}

static Operand int_operand(Compiler *c, Place at, int64_t n) {
    return const_operand(c, at, compile_own(c, int_from_i64(n)));
}

/* What the grammar lets into a pattern but cannot be compared with: strings with fields. */
static bool is_interpolated(const Node *e) {
    return e->kind == AST_JoinedStr || e->kind == AST_TemplateStr;
}

static void value_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    if (is_interpolated(p->MatchValue.value))
        compile_error(c, p->at, "patterns may only match literals and attribute lookups");
    unsigned mark = temp_mark(c);
    Operand expected = expr(c, p->MatchValue.value);
    temp_release(c, mark);
    require(c, m, p->at, OP_JUMP_EQ, value, expected);
}

static void require_length(Compiler *c, Match *m, Place at, Opcode jump, unsigned value, int64_t n) {
    unsigned mark = temp_mark(c), length = temp_push(c);
    emit(c, at, OP_GET_LENGTH, length, value, 0);
    temp_release(c, mark);
    require(c, m, at, jump, dying(length), int_operand(c, at, n));
}

static void require_kind(Compiler *c, Match *m, Place at, Opcode op, unsigned value) {
    unsigned mark = temp_mark(c), test = temp_push(c);
    emit(c, at, op, test, value, 0);
    temp_release(c, mark);
    require_true(c, m, at, test);
}

static void subpattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    bool before = m->refutable;
    m->refutable = false;
    if (p->kind == AST_MatchStar) {
        if (p->MatchStar.name) capture(c, m, p->at, variable_name(c, p->MatchStar.name), value);
    } else {
        pattern(c, m, p, value);
    }
    m->refutable = before;
}

/* The items of a tuple of exactly that many, each matched by its pattern. */
static void unpack_patterns(Compiler *c, Match *m, NodeList patterns, unsigned first) {
    for (int i = 0; i < patterns.n; i++) subpattern(c, m, patterns.at[i], first + (unsigned)i);
}

/* [a, *_, b]: only the items that matter are taken out. */
static void item_patterns(Compiler *c, Match *m, const Node *p, NodeList items, int star, unsigned value) {
    for (int i = 0; i < items.n; i++) {
        if (i == star || is_wildcard(items.at[i])) continue;
        unsigned item = temp_push(c);
        if (i < star) {
            emit(c, p->at, OP_GET_ITEM, item, value, int_operand(c, p->at, i));
        } else {
            emit(c, p->at, OP_GET_LENGTH, item, value, 0);
            emit(c, p->at, OP_SUB, item, dying(item), int_operand(c, p->at, items.n - i));
            emit(c, p->at, OP_GET_ITEM, item, value, dying(item));
        }
        subpattern(c, m, items.at[i], item);
    }
}

static void sequence_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    enum { BEFORE_MAX = 1 << 7, AFTER_MAX = 1 << 9 };
    NodeList items = p->MatchSequence.patterns;
    int star = -1;
    bool only_wildcards = true;
    for (int i = 0; i < items.n; i++) {
        if (items.at[i]->kind == AST_MatchStar) {
            if (star >= 0) compile_error(c, p->at, "multiple starred names in sequence pattern");
            star = i;
        }
        only_wildcards &= is_wildcard(items.at[i]) || is_star_wildcard(items.at[i]);
    }
    if (star >= BEFORE_MAX || (star >= 0 && items.n - star - 1 >= AFTER_MAX))
        compile_error(c, p->at, "too many expressions in star-unpacking sequence pattern");
    require_kind(c, m, p->at, OP_MATCH_SEQUENCE, value);
    if (star < 0)
        require_length(c, m, p->at, OP_JUMP_EQ, value, items.n);
    else if (items.n > 1)
        require_length(c, m, p->at, OP_JUMP_GE, value, items.n - 1);
    if (only_wildcards) return;
    if (star >= 0 && is_star_wildcard(items.at[star])) {
        item_patterns(c, m, p, items, star, value);
        return;
    }
    unsigned first = temp_push_many(c, (unsigned)items.n);
    if (star < 0)
        emit(c, p->at, OP_UNPACK, first, value, (unsigned)items.n);
    else
        emit(c, p->at, OP_UNPACK_STAR, first, value, (unsigned)star | (unsigned)(items.n - star - 1) << 7);
    unpack_patterns(c, m, items, first);
}

/* A tuple in a temporary is unpacked; None means that the pattern fails. */
static unsigned unpack_or_fail(Compiler *c, Match *m, Place at, unsigned tuple, int n) {
    note_alive(c, m);
    emit_jump_if(c, at, OP_JUMP_IF_NONE, tuple, m->fail);
    unsigned first = temp_push_many(c, (unsigned)n);
    emit(c, at, OP_UNPACK, first, dying(tuple), (unsigned)n);
    note_consumed(c, m, tuple);
    return first;
}

static void check_keys(Compiler *c, const Node *p, NodeList keys) {
    Object *seen = compile_own(c, set_new(NULL));
    for (int i = 0; i < keys.n; i++) {
        if (is_interpolated(keys.at[i]))
            compile_error(c, p->at, "mapping pattern keys may only match literals and attribute lookups");
        Object *key = keys.at[i]->kind == AST_Attribute ? NULL : fold_expr(c, keys.at[i]);
        if (!key) continue;
        int found = set_contains(seen, key);
        if (found > 0) compile_error(c, p->at, "mapping pattern checks duplicate key (%R)", key);
        if (found < 0 || set_add(seen, key) < 0) compile_fail(c);
    }
}

/* The keys as a tuple: a constant, or in a new temporary that stays. */
static Operand keys_operand(Compiler *c, const Node *p, NodeList keys) {
    Object *constant = fold_items(c, keys);
    if (constant) return const_operand(c, p->at, constant);
    unsigned tuple = expr_pushed(c, keys.at[0]);
    for (int i = 1; i < keys.n; i++) expr_pushed(c, keys.at[i]);
    emit(c, p->at, OP_BUILD_TUPLE, tuple, tuple, (unsigned)keys.n);
    temp_release(c, tuple + 1);
    return tuple;
}

static void mapping_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    NodeList keys = p->MatchMapping.keys;
    const Ident *rest = p->MatchMapping.rest;
    check_keys(c, p, keys);
    require_kind(c, m, p->at, OP_MATCH_MAPPING, value);
    if (keys.n) require_length(c, m, p->at, OP_JUMP_GE, value, keys.n);
    if (!keys.n && !rest) return;
    Operand wanted = keys_operand(c, p, keys);
    if (keys.n) {
        unsigned tuple = temp_push(c);
        emit(c, p->at, OP_MATCH_KEYS, tuple, value, wanted);
        unpack_patterns(c, m, p->MatchMapping.patterns, unpack_or_fail(c, m, p->at, tuple, keys.n));
    }
    if (!rest) return;
    unsigned others = temp_push(c);
    emit(c, p->at, OP_MATCH_REST, others, value, wanted);
    capture(c, m, p->at, variable_name(c, rest), others);
}

static void class_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    const AstMatchClass *k = &p->MatchClass;
    int n = k->patterns.n + k->kwd_attrs.n;
    Object *attributes = compile_own(c, tuple_new(k->kwd_attrs.n));
    for (int i = 0; i < k->kwd_attrs.n; i++) {
        Str *name = compile_name(c, k->kwd_attrs.at[i]); /* not mangled */
        for (int j = 0; j < i; j++)
            if (tuple_item(attributes, j) == (Object *)name)
                compile_error(c, k->kwd_patterns.at[i]->at, "attribute name repeated in class pattern: %S", name);
        tuple_set(attributes, i, newref(name));
    }
    unsigned tuple = temp_push(c), window = temp_push(c);
    expr_pushed(c, k->cls);
    emit(c, p->at, OP_MOVE, temp_push(c), const_operand(c, p->at, attributes), 0);
    emit(c, p->at, OP_MOVE, window, value, 0);
    emit(c, p->at, OP_MATCH_CLASS, tuple, window, (unsigned)k->patterns.n);
    emit(c, p->at, OP_RELEASE, window, 0, 0);
    temp_release(c, window);
    unsigned first = unpack_or_fail(c, m, p->at, tuple, n);
    unpack_patterns(c, m, k->patterns, first);
    unpack_patterns(c, m, k->kwd_patterns, first + (unsigned)k->patterns.n);
}

static void as_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    if (p->MatchAs.pattern) {
        pattern(c, m, p->MatchAs.pattern, value);
    } else if (m->refutable) {
        if (!p->MatchAs.name) compile_error(c, p->at, "wildcard makes remaining patterns unreachable");
        compile_error(c, p->at, "name capture '%S' makes remaining patterns unreachable",
                      variable_name(c, p->MatchAs.name));
    }
    if (p->MatchAs.name) capture(c, m, p->at, variable_name(c, p->MatchAs.name), value);
}

/* --- alternatives: each leaves what it captures in the same registers --- */

static const Capture *find_capture(const Match *m, const Str *name) {
    for (uint32_t i = 0; i < m->count; i++)
        if (m->captures[i].name == name) return &m->captures[i];
    return NULL;
}

/* Moves the captures of one alternative to the registers from `first` on, in the order of `names`. */
static void settle(Compiler *c, const Node *p, Match *inner, const Match *names, unsigned first) {
    if (inner->count != names->count) compile_error(c, p->at, "alternative patterns bind different names");
    for (uint32_t i = 0; i < names->count; i++) {
        const Capture *k = find_capture(inner, names->captures[i].name);
        if (!k) compile_error(c, p->at, "alternative patterns bind different names");
        emit(c, NOWHERE, OP_MOVE, first + i, k->reg, 0);
    }
    release_range(c, inner->base, temp_mark(c));
}

static void count_names(const Node *p, unsigned *n);

static void count_in(NodeList l, unsigned *n) {
    for (int i = 0; i < l.n; i++) count_names(l.at[i], n);
}

/* How many names a pattern captures. */
static void count_names(const Node *p, unsigned *n) {
    switch (p->kind) {
    case AST_MatchSequence: count_in(p->MatchSequence.patterns, n); break;
    case AST_MatchMapping:
        count_in(p->MatchMapping.patterns, n);
        *n += p->MatchMapping.rest != NULL;
        break;
    case AST_MatchClass:
        count_in(p->MatchClass.patterns, n);
        count_in(p->MatchClass.kwd_patterns, n);
        break;
    case AST_MatchStar: *n += p->MatchStar.name != NULL; break;
    case AST_MatchAs:
        if (p->MatchAs.pattern) count_names(p->MatchAs.pattern, n);
        *n += p->MatchAs.name != NULL;
        break;
    case AST_MatchOr: count_names(p->MatchOr.patterns.at[0], n); break;
    default: break;
    }
}

static void or_pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    NodeList alternatives = p->MatchOr.patterns;
    unsigned n = 0;
    count_names(alternatives.at[0], &n);
    unsigned first = temp_push_many(c, n), base = temp_mark(c);
    Match names = {0};
    Label matched = label_new();
    for (int i = 0; i < alternatives.n; i++) {
        bool last = i + 1 == alternatives.n;
        Label next = label_new();
        Match inner = {.fail = &next, .base = base, .alive = base, .refutable = last ? m->refutable : true};
        pattern(c, &inner, alternatives.at[i], value);
        if (!i) names = inner;
        settle(c, p, &inner, &names, first);
        emit_jump(c, NOWHERE, &matched);
        temp_release(c, base);
        label_place(c, &next);
        release_range(c, base, inner.alive);
    }
    note_alive(c, m);
    emit_jump(c, NOWHERE, m->fail);
    label_place(c, &matched);
    for (uint32_t i = 0; i < names.count; i++) capture(c, m, p->at, names.captures[i].name, first + i);
}

static void pattern(Compiler *c, Match *m, const Node *p, unsigned value) {
    compile_check_stack(c);
    switch (p->kind) {
    case AST_MatchValue: value_pattern(c, m, p, value); break;
    case AST_MatchSingleton: {
        Operand expected = const_operand(c, p->at, fold_const(c, &p->MatchSingleton.value));
        require(c, m, p->at, OP_JUMP_IS, value, expected);
        break;
    }
    case AST_MatchSequence: sequence_pattern(c, m, p, value); break;
    case AST_MatchMapping: mapping_pattern(c, m, p, value); break;
    case AST_MatchClass: class_pattern(c, m, p, value); break;
    case AST_MatchAs: as_pattern(c, m, p, value); break;
    case AST_MatchOr: or_pattern(c, m, p, value); break;
    default: break; /* a star stands only in a sequence */
    }
}

/* --- the statement --- */

static void match_case(Compiler *c, const Node *k, bool last, unsigned subject, Label *end) {
    const Astmatch_case *mc = &k->match_case;
    Label fail = label_new(), next = label_new();
    unsigned base = temp_mark(c);
    Match m = {.fail = &fail, .base = base, .alive = base, .refutable = !last && !mc->guard};
    bool anything = mc->pattern->kind == AST_MatchAs && !mc->pattern->MatchAs.pattern;
    if (anything) emit_line(c, mc->pattern->at);
    pattern(c, &m, mc->pattern, subject);
    store_captures(c, &m, mc->pattern->at);
    temp_release(c, base);
    if (mc->guard) condition_jump(c, mc->guard, &next, false);
    emit(c, NOWHERE, OP_RELEASE, subject, 0, 0);
    stmt_list(c, mc->body);
    emit_jump(c, NOWHERE, end);
    label_place(c, &fail);
    release_range(c, base, m.alive);
    label_place(c, &next);
}

void match_stmt(Compiler *c, const Node *s) {
    Label end = label_new();
    unsigned mark = temp_mark(c), subject = expr_pushed(c, s->Match.subject);
    for (int i = 0; i < s->Match.cases.n; i++)
        match_case(c, s->Match.cases.at[i], i + 1 == s->Match.cases.n, subject, &end);
    emit(c, NOWHERE, OP_RELEASE, subject, 0, 0);
    label_place(c, &end);
    temp_release(c, mark);
}
