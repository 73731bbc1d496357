/* Code objects as bytes, and back.
 *
 *      value  = tag, content          a tag is a letter of enum Tag
 *      number = 7 bits a byte, the lowest first; the high bit says that more follow
 *
 * A str that comes a second time (names do) is the number of its first coming. Places in the source are differences
 * from the one before. Instructions are words of the machine: what packs and what unpacks are builds of the same
 * source, so the format needs no version and the reader no suspicion; all that can fail in it is memory.
 */
#include "interp/object/code_pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interp/object/bigint.h"
#include "interp/object/bytes.h"
#include "interp/object/containers.h"
#include "interp/object/exception.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

enum Tag {
    TAG_NONE = 'N',
    TAG_TRUE = 'T',
    TAG_FALSE = 'F',
    TAG_ELLIPSIS = '.',
    TAG_NOT_IMPLEMENTED_ERROR = 'E', /* what the functions of lazy annotations raise */
    TAG_INT = 'i',
    TAG_BIG_INT = 'l', /* sign, limbs */
    TAG_FLOAT = 'f',
    TAG_COMPLEX = 'c',
    TAG_STR = 's',
    TAG_NAME = 'n', /* an interned str */
    TAG_AGAIN = 'a',
    TAG_BYTES = 'b',
    TAG_TUPLE = '(',
    TAG_FROZENSET = '{',
    TAG_SLICE = ':',
    TAG_CODE = 'C',
};

static const struct {
    enum Tag tag;
    Object *object;
} singles[] = {{TAG_NONE, NONE},
               {TAG_TRUE, TRUE},
               {TAG_FALSE, FALSE},
               {TAG_ELLIPSIS, ELLIPSIS},
               {TAG_NOT_IMPLEMENTED_ERROR, (Object *)&exc_NotImplementedError}};
enum { SINGLES = sizeof singles / sizeof *singles };

static uint64_t zigzag(int64_t n) {
    return (uint64_t)n << 1 ^ (uint64_t)(n >> 63);
}
static int64_t unzigzag(uint64_t n) {
    return (int64_t)(n >> 1) ^ -(int64_t)(n & 1);
}

/* --- packing --- */

typedef struct Packer {
    PackedCode *out;
    const Object **strings; /* those that were written, by number */
    size_t string_count, string_room;
} Packer;

static void give_up(const char *what) {
    fprintf(stderr, "code_pack: %s\n", what);
    exit(1);
}

static void *grown(void *items, size_t n, size_t *room, size_t size) {
    if (n <= *room) return items;
    *room = n * 2;
    items = realloc(items, *room * size);
    if (!items) give_up("out of memory");
    return items;
}

static void put_bytes(Packer *p, const void *bytes, size_t n) {
    PackedCode *out = p->out;
    out->bytes = grown(out->bytes, out->length + n, &out->capacity, 1);
    if (n) memcpy(out->bytes + out->length, bytes, n);
    out->length += n;
}

static void put_byte(Packer *p, unsigned byte) {
    put_bytes(p, &(uint8_t){(uint8_t)byte}, 1);
}

static void put_number(Packer *p, uint64_t n) {
    for (; n > 0x7f; n >>= 7) put_byte(p, (n & 0x7f) | 0x80);
    put_byte(p, (unsigned)n);
}

/* Characters as UTF-8, lone surrogates too. */
static void put_char(Packer *p, uint32_t c) {
    if (c < 0x80) {
        put_byte(p, c);
        return;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const uint8_t lead[] = {0, 0xc0, 0xe0, 0xf0};
    put_byte(p, lead[more] | c >> 6 * more);
    while (more-- > 0) put_byte(p, 0x80 | (c >> 6 * more & 0x3f));
}

static void put_str(Packer *p, const Str *s) {
    for (size_t i = 0; i < p->string_count; i++) {
        if (p->strings[i] != &s->base) continue;
        put_byte(p, TAG_AGAIN);
        put_number(p, i);
        return;
    }
    p->strings = grown(p->strings, p->string_count + 1, &p->string_room, sizeof *p->strings);
    p->strings[p->string_count++] = &s->base;
    put_byte(p, s->interned ? TAG_NAME : TAG_STR);
    PackedCode text = {0};
    Packer inner = {.out = &text};
    for (ptrdiff_t i = 0; i < s->length; i++) put_char(&inner, str_at(s, i));
    put_number(p, text.length);
    put_bytes(p, text.bytes, text.length);
    free(text.bytes);
}

static void put_code(Packer *p, const Code *c);
static void put_object(Packer *p, Object *o);

static void put_objects(Packer *p, void *items, size_t n) {
    put_number(p, n);
    for (size_t i = 0; i < n; i++) put_object(p, ((Object **)items)[i]);
}

static void put_frozenset(Packer *p, Object *set) {
    put_byte(p, TAG_FROZENSET);
    put_number(p, (uint64_t)set_length(set));
    ptrdiff_t position = 0;
    for (Object *item; set_next(set, &position, &item);) put_object(p, item);
}

static void put_object(Packer *p, Object *o) {
    for (int i = 0; i < SINGLES; i++) {
        if (singles[i].object != o) continue;
        put_byte(p, singles[i].tag);
        return;
    }
    if (o->type == &str_type) {
        put_str(p, (Str *)o);
    } else if (o->type == &int_type) {
        put_byte(p, TAG_INT);
        put_number(p, zigzag(((Int *)o)->value));
    } else if (o->type == &bigint_type) {
        const BigInt *big = (BigInt *)o;
        put_byte(p, TAG_BIG_INT);
        put_number(p, zigzag(big->size));
        put_bytes(p, big->limbs, (size_t)llabs(big->size) * sizeof *big->limbs);
    } else if (o->type == &float_type) {
        put_byte(p, TAG_FLOAT);
        put_bytes(p, &((Float *)o)->value, sizeof(double));
    } else if (o->type == &complex_type) {
        put_byte(p, TAG_COMPLEX);
        put_bytes(p, &((Complex *)o)->re, sizeof(double));
        put_bytes(p, &((Complex *)o)->im, sizeof(double));
    } else if (o->type == &bytes_type) {
        put_byte(p, TAG_BYTES);
        put_number(p, (uint64_t)bytes_length(o));
        put_bytes(p, ((Bytes *)o)->data, (size_t)bytes_length(o));
    } else if (o->type == &tuple_type) {
        put_byte(p, TAG_TUPLE);
        put_objects(p, ((Tuple *)o)->items, (size_t)tuple_length(o));
    } else if (o->type == &frozenset_type) {
        put_frozenset(p, o);
    } else if (o->type == &slice_type) {
        put_byte(p, TAG_SLICE);
        put_object(p, ((Slice *)o)->start);
        put_object(p, ((Slice *)o)->stop);
        put_object(p, ((Slice *)o)->step);
    } else if (o->type == &code_type) {
        put_byte(p, TAG_CODE);
        put_code(p, (Code *)o);
    } else {
        give_up(o->type->mem.name);
    }
}

static void put_spans(Packer *p, const Code *c) {
    put_number(p, c->span_count);
    SpanEntry before = {0};
    for (uint32_t i = 0; i < c->span_count; i++) {
        SpanEntry e = c->spans[i];
        put_number(p, e.pc - before.pc);
        put_number(p, zigzag((int64_t)e.span.line - before.span.line));
        put_number(p, zigzag((int64_t)e.span.end_line - e.span.line));
        put_number(p, e.span.column);
        put_number(p, e.span.end_column);
        before = e;
    }
}

static void put_handlers(Packer *p, const Code *c) {
    put_number(p, c->handler_count);
    for (uint32_t i = 0; i < c->handler_count; i++) {
        Handler h = c->handlers[i];
        put_number(p, h.start);
        put_number(p, h.end);
        put_number(p, h.handler);
        put_number(p, h.depth);
    }
}

static void put_code(Packer *p, const Code *c) {
    if (c->source_lines) give_up("code with its source");
    put_str(p, c->name);
    put_str(p, c->qualname);
    put_number(p, c->first_line);
    put_number(p, c->flags);
    put_number(p, c->arg_count);
    put_number(p, c->posonly_count);
    put_number(p, c->kwonly_count);
    put_number(p, c->param_count);
    put_number(p, c->register_count);
    put_number(p, c->insn_count);
    put_bytes(p, c->insns, c->insn_count * sizeof *c->insns);
    put_objects(p, c->consts, c->const_count);
    put_objects(p, c->names, c->name_count);
    put_objects(p, c->varnames, c->local_count);
    put_objects(p, c->freevars, c->free_count);
    put_number(p, c->cell_count);
    for (unsigned i = 0; i < c->cell_count; i++) put_number(p, c->cells[i]);
    put_spans(p, c);
    put_handlers(p, c);
}

void code_pack(PackedCode *out, const Code *code) {
    Packer p = {.out = out};
    put_code(&p, code);
    free(p.strings);
}

/* --- unpacking --- */

typedef struct Unpacker {
    const uint8_t *next;
    Str *filename;
    Object **strings; /* borrowed: the code has them */
    size_t string_count, string_room;
} Unpacker;

static uint64_t take_number(Unpacker *u) {
    uint64_t n = *u->next & 0x7f;
    for (int shift = 7; *u->next++ & 0x80; shift += 7) n |= (uint64_t)(*u->next & 0x7f) << shift;
    return n;
}

static void take_bytes(Unpacker *u, void *to, size_t n) {
    memcpy(to, u->next, n);
    u->next += n;
}

static double take_double(Unpacker *u) {
    double d;
    take_bytes(u, &d, sizeof d);
    return d;
}

/* A heap block for n items, zeroed; NULL for none. */
static bool make_room(void *field, size_t n, size_t size) {
    void **items = field;
    if (n && !(*items = heap_alloc_zero(n * size))) raise_memory();
    return !n || *items;
}

static bool note_string(Unpacker *u, Object *s) {
    if (u->string_count == u->string_room) {
        size_t room = u->string_room ? u->string_room * 2 : 256;
        Object **larger = heap_realloc(u->strings, room * sizeof *larger);
        if (!larger) return raise_memory(), false;
        u->strings = larger;
        u->string_room = room;
    }
    u->strings[u->string_count++] = s;
    return true;
}

static Object *take_text(Unpacker *u, bool interned) {
    size_t n = take_number(u);
    const char *text = (const char *)u->next;
    u->next += n;
    Object *s = str_from_wtf8(text, n);
    if (s && interned) str_intern(&s);
    if (s && !note_string(u, s)) clear_ref(&s);
    return s;
}

static Object *take_big_int(Unpacker *u) {
    int64_t size = unzigzag(take_number(u));
    size_t n = (size_t)llabs(size);
    mp_limb_t limbs[n];
    take_bytes(u, limbs, sizeof limbs);
    return int_from_limbs(limbs, size);
}

static Object *take_object(Unpacker *u);
static Code *take_code(Unpacker *u);

static Object *take_tuple(Unpacker *u) {
    ptrdiff_t n = (ptrdiff_t)take_number(u);
    Object *tuple = tuple_new(n);
    for (ptrdiff_t i = 0; tuple && i < n; i++) {
        Object *item = take_object(u);
        if (item)
            tuple_set(tuple, i, item);
        else
            clear_ref(&tuple);
    }
    return tuple;
}

static Object *take_frozenset(Unpacker *u) {
    Object *items = take_tuple(u);
    Object *set = items ? frozenset_new(items) : NULL;
    xdecref(items);
    return set;
}

static Object *take_slice(Unpacker *u) {
    Object *start = take_object(u), *stop = start ? take_object(u) : NULL, *step = stop ? take_object(u) : NULL;
    Object *slice = step ? slice_new(start, stop, step) : NULL;
    xdecref(start);
    xdecref(stop);
    xdecref(step);
    return slice;
}

static Object *take_object(Unpacker *u) {
    enum Tag tag = *u->next++;
    switch (tag) {
    case TAG_NAME: return take_text(u, true);
    case TAG_AGAIN: return newref(u->strings[take_number(u)]);
    case TAG_STR: return take_text(u, false);
    case TAG_INT: return int_from_i64(unzigzag(take_number(u)));
    case TAG_BIG_INT: return take_big_int(u);
    case TAG_FLOAT: return float_new(take_double(u));
    case TAG_COMPLEX: {
        double re = take_double(u), im = take_double(u);
        return complex_new(re, im);
    }
    case TAG_BYTES: {
        ptrdiff_t n = (ptrdiff_t)take_number(u);
        u->next += n;
        return bytes_new(u->next - n, n);
    }
    case TAG_TUPLE: return take_tuple(u);
    case TAG_FROZENSET: return take_frozenset(u);
    case TAG_SLICE: return take_slice(u);
    case TAG_CODE: return (Object *)take_code(u);
    default:
        for (int i = 0; i < SINGLES; i++)
            if (singles[i].tag == tag) return newref(singles[i].object);
        return NULL;
    }
}

/* An array of objects for a field of a code object. False: nothing was stored. */
static bool take_objects(Unpacker *u, void *field, uint32_t *count) {
    uint32_t n = (uint32_t)take_number(u), i = 0;
    Object **items = NULL;
    if (!make_room(&items, n, sizeof *items)) return false;
    while (i < n && (items[i] = take_object(u))) i++;
    if (i == n) {
        *(Object ***)field = items;
        *count = n;
        return true;
    }
    while (i-- > 0) decref(items[i]);
    heap_free(items);
    return false;
}

static bool take_spans(Unpacker *u, Code *c) {
    uint32_t n = (uint32_t)take_number(u);
    if (!make_room(&c->spans, n, sizeof *c->spans)) return false;
    c->span_count = n;
    SpanEntry e = {0};
    for (uint32_t i = 0; i < n; i++) {
        e.pc += (uint32_t)take_number(u);
        e.span.line += (uint32_t)unzigzag(take_number(u));
        e.span.end_line = e.span.line + (uint32_t)unzigzag(take_number(u));
        e.span.column = (uint16_t)take_number(u);
        e.span.end_column = (uint16_t)take_number(u);
        c->spans[i] = e;
    }
    return true;
}

static bool take_handlers(Unpacker *u, Code *c) {
    uint32_t n = (uint32_t)take_number(u);
    if (!make_room(&c->handlers, n, sizeof *c->handlers)) return false;
    c->handler_count = n;
    for (uint32_t i = 0; i < n; i++) {
        c->handlers[i].start = (uint32_t)take_number(u);
        c->handlers[i].end = (uint32_t)take_number(u);
        c->handlers[i].handler = (uint32_t)take_number(u);
        c->handlers[i].depth = (uint16_t)take_number(u);
    }
    return true;
}

static bool take_cells(Unpacker *u, Code *c) {
    uint16_t n = (uint16_t)take_number(u);
    if (!make_room(&c->cells, n, sizeof *c->cells)) return false;
    c->cell_count = n;
    for (unsigned i = 0; i < n; i++) c->cells[i] = (uint16_t)take_number(u);
    return true;
}

static bool take_parts(Unpacker *u, Code *c) {
    c->filename = newref(u->filename);
    if (!(c->name = (Str *)take_object(u)) || !(c->qualname = (Str *)take_object(u))) return false;
    c->first_line = (uint32_t)take_number(u);
    c->flags = (uint32_t)take_number(u);
    c->arg_count = (uint16_t)take_number(u);
    c->exact_args = c->flags & CODE_SIMPLE ? c->arg_count : UINT32_MAX;
    c->posonly_count = (uint16_t)take_number(u);
    c->kwonly_count = (uint16_t)take_number(u);
    c->param_count = (uint16_t)take_number(u);
    c->register_count = (uint16_t)take_number(u);
    c->insn_count = (uint32_t)take_number(u);
    if (!make_room(&c->insns, c->insn_count, sizeof *c->insns)) return false;
    take_bytes(u, c->insns, c->insn_count * sizeof *c->insns);
    uint32_t locals, frees;
    if (!take_objects(u, &c->consts, &c->const_count) || !take_objects(u, &c->names, &c->name_count)) return false;
    if (!take_objects(u, &c->varnames, &locals)) return false;
    c->local_count = (uint16_t)locals;
    if (!take_objects(u, &c->freevars, &frees)) return false;
    c->free_count = (uint16_t)frees;
    return take_cells(u, c) && take_spans(u, c) && take_handlers(u, c);
}

static Code *take_code(Unpacker *u) {
    Code *c = (Code *)object_new(&code_type);
    if (c && !take_parts(u, c)) clear_ref(&c);
    return c;
}

Code *code_unpack(const uint8_t *bytes, Str *filename) {
    Unpacker u = {.next = bytes, .filename = filename};
    Code *code = take_code(&u);
    heap_free(u.strings);
    return code;
}
