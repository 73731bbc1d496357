/* What the files of str share among themselves. */
#ifndef OURO_STR_IMPL_H
#define OURO_STR_IMPL_H

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

Object *str_from_text(Text t); /* new: finds the narrowest kind; empty and single characters are shared */
Object *str_exact(Object *s);  /* new: s itself if it is an exact str, else its text as one */
Object *str_compare(Object *a, Object *b, enum CompareOp op);
int writer_text(StrWriter *w, Text t, uint32_t max_char); /* max_char: the least bound, as text_max_char has it */
void str_dealloc(Object *o);
void str_intern_forget(Str *s);                  /* s is about to be freed */
int str_expect(Object *o, const char *function); /* 0, or -1: "must be str, not int" */

#endif
