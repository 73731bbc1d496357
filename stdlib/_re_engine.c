/* The matcher of _re: PCRE2, in its three widths.
 *
 * Characters of a str are 1, 2 or 4 bytes wide, and so are the units of the three libraries, which serve each without
 * copying: a unit is a character, and positions are positions. Code is compiled for a width, and for a way of matching,
 * when a subject asks for it; when a pattern has been used for a while it becomes machine code.
 *
 * A match that goes on for long is broken off at a limit of steps, so that Ctrl-C gets its turn, and begins anew with
 * twice the limit: it takes at most twice as long.
 */
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include "stdlib/re.h"

/* The functions of one library, with its types made anonymous. */
typedef struct Library {
    void *(*compile)(const void *, size_t, uint32_t, int *, size_t *, void *);
    int (*jit_compile)(void *, uint32_t);
    int (*match)(const void *, const void *, size_t, size_t, uint32_t, void *, void *);
    void *(*match_data)(const void *, void *);
    void *(*general_context)(void *(*)(size_t, void *), void (*)(void *, void *), void *);
    void *(*match_context)(void *);
    void *(*compile_context)(void *);
    int (*set_match_limit)(void *, uint32_t);
    int (*set_nesting)(void *, uint32_t);
    void *(*jit_stack)(size_t, size_t, void *);
    void (*jit_stack_assign)(void *, void *(*)(void *), void *);
    size_t *(*spans)(void *);
    void (*code_free)(void *), (*match_data_free)(void *), (*general_free)(void *), (*match_context_free)(void *),
        (*compile_context_free)(void *), (*jit_stack_free)(void *);
    int (*message)(int, void *, size_t);
} Library;

#define WIDTH(w) \
    { \
        .compile = (void *)pcre2_compile_##w, \
        .jit_compile = (void *)pcre2_jit_compile_##w, \
        .match = (void *)pcre2_match_##w, \
        .match_data = (void *)pcre2_match_data_create_from_pattern_##w, \
        .general_context = (void *)pcre2_general_context_create_##w, \
        .match_context = (void *)pcre2_match_context_create_##w, \
        .compile_context = (void *)pcre2_compile_context_create_##w, \
        .set_match_limit = (void *)pcre2_set_match_limit_##w, \
        .set_nesting = (void *)pcre2_set_parens_nest_limit_##w, \
        .jit_stack = (void *)pcre2_jit_stack_create_##w, \
        .jit_stack_assign = (void *)pcre2_jit_stack_assign_##w, \
        .spans = (void *)pcre2_get_ovector_pointer_##w, \
        .code_free = (void *)pcre2_code_free_##w, \
        .match_data_free = (void *)pcre2_match_data_free_##w, \
        .general_free = (void *)pcre2_general_context_free_##w, \
        .match_context_free = (void *)pcre2_match_context_free_##w, \
        .compile_context_free = (void *)pcre2_compile_context_free_##w, \
        .jit_stack_free = (void *)pcre2_jit_stack_free_##w, \
        .message = (void *)pcre2_get_error_message_##w, \
    },
static const Library libraries[] = {
#include "stdlib/re_widths.def"
};
#undef WIDTH

enum {
    WIDTHS = sizeof libraries / sizeof *libraries,
    FIRST_LIMIT = 2000000, /* steps: some hundredths of a second */
    WORK_OF_A_CALL = 40,   /* characters that take as long as the call itself */
    MACHINE_CODE_PAYS = 4000,
    NESTING = 5000,
    JIT_STACK_START = 32 << 10,
    JIT_STACK_MAX = 64 << 20,
};

/* What the library of a width needs besides code: made when it is used first. */
typedef struct Context {
    void *general, *compile, *match, *jit_stack;
} Context;
static Context contexts[WIDTHS];

static int width_of(SubjectKind kind) {
    return kind <= SUBJECT_8 ? 0 : kind == SUBJECT_16 ? 1 : 2;
}

static void *engine_alloc(size_t n, void *unused) {
    return heap_alloc(n);
}
static void engine_release(void *p, void *unused) {
    heap_free(p);
}

/* The context of a width; NULL with MemoryError. */
static Context *context_of(int width) {
    Context *c = &contexts[width];
    const Library *l = &libraries[width];
    if (!c->general) c->general = l->general_context(engine_alloc, engine_release, NULL);
    if (c->general && !c->compile) {
        c->compile = l->compile_context(c->general);
        if (c->compile) l->set_nesting(c->compile, NESTING);
    }
    if (c->general && !c->match) c->match = l->match_context(c->general);
    return c->compile && c->match ? c : raise_memory();
}

void engine_shutdown(void) {
    for (int i = 0; i < WIDTHS; i++) {
        Context *c = &contexts[i];
        if (c->jit_stack) libraries[i].jit_stack_free(c->jit_stack);
        if (c->match) libraries[i].match_context_free(c->match);
        if (c->compile) libraries[i].compile_context_free(c->compile);
        if (c->general) libraries[i].general_free(c->general);
        *c = (Context){NULL};
    }
}

void engine_free(Pattern *p) {
    for (int kind = 0; kind < SUBJECT_KINDS; kind++) {
        const Library *l = &libraries[width_of(kind)];
        if (p->results[kind]) l->match_data_free(p->results[kind]);
        for (int mode = 0; mode < MATCH_MODES; mode++)
            if (p->codes[kind][mode]) l->code_free(p->codes[kind][mode]);
    }
    memset(p->codes, 0, sizeof p->codes);
    memset(p->results, 0, sizeof p->results);
}

/* ---- subjects */

static int widen(Subject *s) {
    s->copy = heap_alloc(sizeof(uint32_t) * (size_t)(s->length + 1));
    if (!s->copy) {
        subject_close(s);
        raise_memory();
        return -1;
    }
    for (ptrdiff_t i = 0; i < s->length; i++)
        s->copy[i] = s->kind == SUBJECT_16 ? ((const uint16_t *)s->data)[i] : ((const uint8_t *)s->data)[i];
    s->data = s->copy;
    s->kind = SUBJECT_32;
    return 0;
}

int subject_open(Subject *s, Pattern *p, Object *string) {
    s->object = string;
    s->buffer.owner = NULL;
    s->copy = NULL;
    if (str_check(string)) {
        if (!p->is_text && p->pattern != NONE)
            return raise_int(&exc_TypeError, "cannot use a bytes pattern on a string-like object");
        const Str *str = (const Str *)string;
        s->data = str->data;
        s->length = str->length;
        s->kind = str->ascii ? SUBJECT_ASCII : str->kind == 1 ? SUBJECT_8 : str->kind == 2 ? SUBJECT_16 : SUBJECT_32;
    } else {
        if (!buffer_check(string))
            return raise_int(&exc_TypeError, "expected string or bytes-like object, got '%s'", type_name(string));
        if (buffer_get(string, &s->buffer, BUFFER_SIMPLE) < 0) return -1;
        if (p->is_text) {
            buffer_release(&s->buffer);
            return raise_int(&exc_TypeError, "cannot use a string pattern on a bytes-like object");
        }
        s->data = s->buffer.data;
        s->length = s->buffer.length;
        s->kind = SUBJECT_8;
    }
    return p->wide && s->kind != SUBJECT_32 ? widen(s) : 0;
}

void subject_close(Subject *s) {
    if (s->buffer.owner) buffer_release(&s->buffer);
    heap_free(s->copy);
    s->copy = NULL;
}

/* ---- compiling */

static uint32_t compile_options(const Pattern *p, SubjectKind kind, MatchMode mode) {
    uint32_t options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
    if (p->flags & RE_IGNORECASE) options |= PCRE2_CASELESS;
    if (p->flags & RE_MULTILINE) options |= PCRE2_MULTILINE;
    if (p->flags & RE_DOTALL) options |= PCRE2_DOTALL;
    if (p->flags & RE_UNICODE && kind != SUBJECT_ASCII) options |= PCRE2_UCP;
    if (mode != MATCH_SEARCH) options |= PCRE2_ANCHORED;
    if (mode == MATCH_WHOLE) options |= PCRE2_ENDANCHORED;
    return options;
}

static void *raise_refused(const Library *l, int error) {
    uint8_t units[256 * 4], text[256];
    memset(units, 0, sizeof units);
    l->message(error, units, 256);
    size_t size = l == &libraries[0] ? 1 : l == &libraries[1] ? 2 : 4; /* little-endian, and ASCII */
    for (size_t i = 0; i < sizeof text; i++) text[i] = units[i * size];
    text[sizeof text - 1] = 0;
    if (error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAP_FAILED) return raise_memory();
    return raise_error(&exc_OverflowError, "regular expression is too large: %s", (const char *)text);
}

/* The pattern as PCRE2 wants it, in units of 4 bytes when the 32-bit library is to read it: a str. */
static Object *pattern_text(Pattern *p, SubjectKind kind) {
    static const uint32_t limits[] = {0xff, 0xff, 0xffff, 0x10ffff};
    Object *limit = int_from_i64(limits[p->is_text ? kind : SUBJECT_8]);
    Str *name = limit ? str_intern_c("render") : NULL;
    Object *text = name ? object_call_method(p->translation, name, &limit, 1) : NULL;
    xdecref(limit);
    xdecref(name);
    if (text && !str_check(text)) {
        decref(text);
        return raise_error(&exc_TypeError, "render() must give a str");
    }
    return text;
}

static void *compile(Pattern *p, SubjectKind kind, MatchMode mode, int *error) {
    int width = width_of(kind);
    const Library *l = &libraries[width];
    Context *context = context_of(width);
    Object *text = context ? pattern_text(p, kind) : NULL;
    if (!text) return NULL;
    static const unsigned unit[] = {1, 2, 4};
    ptrdiff_t n = str_length(text);
    void *units = heap_alloc((size_t)(n + 1) * unit[width]);
    void *code = NULL;
    if (units) {
        size_t where;
        for (ptrdiff_t i = 0; i < n; i++) {
            uint32_t c = str_at((Str *)text, i);
            if (width == 0)
                ((uint8_t *)units)[i] = (uint8_t)c;
            else if (width == 1)
                ((uint16_t *)units)[i] = (uint16_t)c;
            else
                ((uint32_t *)units)[i] = c;
        }
        code = l->compile(units, (size_t)n, compile_options(p, kind, mode), error, &where, context->compile);
        heap_free(units);
    } else {
        raise_memory();
    }
    decref(text);
    return code;
}

/* The code, compiled if need be: NULL with an exception; or NULL without one, and p->wide is set: only code of 32 bits
 * can be so large. */
static void *code_of(Pattern *p, SubjectKind kind, MatchMode mode) {
    void *code = p->codes[kind][mode];
    if (likely(code != NULL)) return code;
    int error = 0;
    code = compile(p, kind, mode, &error);
    if (code) return p->codes[kind][mode] = code;
    if (raise_pending()) return NULL;
    if (kind == SUBJECT_32 || error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAP_FAILED)
        return raise_refused(&libraries[width_of(kind)], error);
    p->wide = true;
    return NULL;
}

/* ---- matching */

/* After a match that ran out of something: 1: try again; -1 with an exception. */
static int try_harder(const Library *l, Context *c, int error, uint32_t *limit, uint32_t *options) {
    switch (error) {
    case PCRE2_ERROR_MATCHLIMIT:
        if (signals_pending() < 0) return -1;
        *limit = *limit < UINT32_MAX / 2 ? *limit * 2 : UINT32_MAX;
        return 1;
    case PCRE2_ERROR_JIT_STACKLIMIT:
        if (c->jit_stack) {
            *options |= PCRE2_NO_JIT;
            return 1;
        }
        c->jit_stack = l->jit_stack(JIT_STACK_START, JIT_STACK_MAX, c->general);
        if (!c->jit_stack) {
            raise_memory();
            return -1;
        }
        l->jit_stack_assign(c->match, NULL, c->jit_stack);
        return 1;
    case PCRE2_ERROR_NOMEMORY:
    case PCRE2_ERROR_HEAPLIMIT: raise_memory(); return -1;
    default: return raise_int(&exc_RuntimeError, "internal error in regular expression engine (%d)", error);
    }
}

/* A subject that was opened before its pattern proved to be too large for narrow code. */
static int match_widened(Pattern *p, const Subject *s, ptrdiff_t start, ptrdiff_t end, MatchMode mode, bool not_empty,
                         ptrdiff_t *spans) {
    Subject wide = *s;
    wide.buffer.owner = NULL;
    wide.copy = NULL;
    if (widen(&wide) < 0) return -1;
    int r = engine_match(p, &wide, start, end, mode, not_empty, spans);
    subject_close(&wide);
    return r;
}

int engine_match(Pattern *p, const Subject *s, ptrdiff_t start, ptrdiff_t end, MatchMode mode, bool not_empty,
                 ptrdiff_t *spans) {
    if (start > end) return 0;
    SubjectKind kind = s->kind;
    int width = width_of(kind);
    const Library *l = &libraries[width];
    void *code = code_of(p, kind, mode);
    if (!code) return p->wide && !raise_pending() ? match_widened(p, s, start, end, mode, not_empty, spans) : -1;
    if (p->work < MACHINE_CODE_PAYS) {
        size_t more = (size_t)(end - start) + WORK_OF_A_CALL;
        p->work = more > MACHINE_CODE_PAYS ? MACHINE_CODE_PAYS : p->work + (uint32_t)more;
    } else if (!p->is_machine_code[kind][mode]) {
        l->jit_compile(code, PCRE2_JIT_COMPLETE); /* where it fails, the interpreter goes on */
        p->is_machine_code[kind][mode] = true;
    }
    Context *context = &contexts[width];
    if (!p->results[kind] && !(p->results[kind] = l->match_data(code, context->general))) {
        raise_memory();
        return -1;
    }
    uint32_t options = not_empty ? PCRE2_NOTEMPTY_ATSTART : 0, limit = FIRST_LIMIT;
    for (;;) {
        l->set_match_limit(context->match, limit);
        int r = l->match(code, s->data, (size_t)end, (size_t)start, options, p->results[kind], context->match);
        if (likely(r > 0)) break;
        if (r == PCRE2_ERROR_NOMATCH) return 0;
        if (try_harder(l, context, r, &limit, &options) < 0) return -1;
    }
    /* PCRE2_UNSET is ~0, which is -1 here. */
    memcpy(spans, l->spans(p->results[kind]), 2 * sizeof *spans * ((size_t)p->groups + 1));
    return 1;
}

/* ---- spans */

int spans_open(Spans *s, const Pattern *p) {
    size_t n = 2 * ((size_t)p->groups + 1);
    s->at = n <= SPANS_INLINE ? s->room : heap_alloc(n * sizeof *s->at);
    if (s->at) return 0;
    raise_memory();
    return -1;
}

void spans_close(Spans *s) {
    if (s->at != s->room) heap_free(s->at);
}
