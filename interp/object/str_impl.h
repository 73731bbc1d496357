/* What the files of str share among themselves. */
#ifndef OURO_STR_IMPL_H
#define OURO_STR_IMPL_H

#include "gc/pool.h"
#include "interp/object/str.h"
#include "interp/object/text.h"

static inline Text str_text(const void *o) {
    const Str *s = o;
    return (Text){s->data, s->length, s->kind};
}

static inline uint32_t str_max_char(const void *o) {
    const Str *s = o;
    return s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff;
}

/* Straight from the pool: every field is set here, so nothing is zeroed first. */
static inline Str *str_alloc_kind(ptrdiff_t length, unsigned kind, bool ascii) {
    Str *s = heap_alloc_object(sizeof(Str) + (size_t)(length + 1) * kind, &str_type);
    if (unlikely(!s)) return raise_memory();
    object_init(&s->base, &str_type);
    s->length = length;
    s->hash = -1;
    s->kind = (uint8_t)kind;
    s->ascii = ascii;
    s->interned = 0;
    s->unused = 0;
    text_put(s->data, kind, length, 0);
    return s;
}

/* The shared string of a character below 256, which is made when it is first asked for. Borrowed. */
static inline Object *str_latin1_char(uint32_t c) {
    Str *s = &str_latin1[c].str;
    if (unlikely(!s->length)) {
        *s = (Str){.base = {IMMORTAL, &str_type}, .length = 1, .hash = -1, .kind = 1, .ascii = c < 0x80, .interned = 2};
        s->data[0] = (uint8_t)c;
    }
    return (Object *)s;
}

/* Characters of one byte, in place: for loops that make many short ones. ascii: they are known to be. */
static inline Object *str_piece(const uint8_t *chars, ptrdiff_t n, bool ascii) {
    if (n <= 1) return n ? newref(str_latin1_char(*chars)) : str_empty();
    Str *s = str_alloc_kind(n, 1, ascii || text_is_ascii(chars, (size_t)n));
    if (likely(s != NULL)) copy_short(s->data, chars, (size_t)n);
    return (Object *)s;
}

Object *str_from_text(Text t); /* new: finds the narrowest kind; empty and single characters are shared */
Object *str_exact(Object *s);  /* new: s itself if it is an exact str, else its text as one */
/* max_char: the least bound, as text_max_char has it */
int writer_chars(StrWriter *w, const void *data, unsigned kind, ptrdiff_t n, uint32_t max_char);
static inline int writer_text(StrWriter *w, Text t, uint32_t max_char) {
    return writer_chars(w, t.data, t.kind, t.length, max_char);
}
int writer_room(StrWriter *w, ptrdiff_t n, uint32_t max_char); /* n more characters, counted as written: fill them in */
void str_dealloc(Object *o);
void str_intern_forget(Str *s);                                    /* s is about to be freed */
int str_expect_arg(Object *o, const char *function, int position); /* 0, or -1: "f() argument 1 must be str, not int" */
Object *str_join_items(Object *separator, Object *const *items, ptrdiff_t n);
Object *str_replace_text(Object *s, Object *old, Object *new, ptrdiff_t max); /* max -1: all */
Object *str_padded(Object *o, ptrdiff_t left, ptrdiff_t right, uint32_t fill);
int text_hex_escape(char *out, uint32_t c); /* "\xhh", "\uhhhh" or "\Uhhhhhhhh": returns the length */
Object *str_repr(Object *s);

#endif
