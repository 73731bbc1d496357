/* Text in the making, in memory of the system: what is recorded must not change the heap that it is recorded from.
 * A failure for lack of memory is remembered in `failed`; whoever uses the text looks at it once, at the end. */
#ifndef OURO_VIEW_OUT_H
#define OURO_VIEW_OUT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Out {
    char *text;
    size_t n, room;
    bool failed;
} Out;

void out_bytes(Out *out, const void *bytes, size_t n);
void out_c(Out *out, const char *text);
void out_format(Out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void out_comma(Out *out); /* between the items of a JSON list or object: nothing behind '[' and '{' */
/* A character inside a JSON string: escaped if need be. A surrogate becomes U+FFFD. */
void out_char(Out *out, uint32_t point);
/* A JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD. */
void out_string(Out *out, const char *utf8, size_t n);
uint64_t out_hash(const Out *out, size_t from); /* of the text from there on */
void out_free(Out *out);

#endif
