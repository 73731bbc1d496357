/* The text that int(), float() and complex() read numbers from: a str with digits of any script, or bytes. */
#ifndef OURO_NUMBER_TEXT_H
#define OURO_NUMBER_TEXT_H

#include "interp/object/bytes.h"
#include "interp/object/str.h"

typedef struct NumberText {
    const char *start, *end; /* not terminated */
    Object *shown;           /* owned: what error messages show */
    char *own;               /* the converted copy of a str that is not ASCII, or NULL */
    Buffer buffer;           /* of an object that is neither str nor bytes */
} NumberText;

/* 1 when `o` is text of any of these kinds, 0 when not, -1 with an exception. Afterwards call number_text_close. */
int number_text_open(NumberText *t, Object *o);
void number_text_close(NumberText *t);

static inline bool number_is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Takes white space off both ends. */
static inline void number_text_strip(NumberText *t) {
    while (t->start < t->end && number_is_space(*t->start)) t->start++;
    while (t->end > t->start && number_is_space(t->end[-1])) t->end--;
}

#endif
