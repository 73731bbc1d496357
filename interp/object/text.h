/* Text: a view of characters of one width, wherever they are stored: in a str, in bytes (kind 1), in a buffer.
 *
 * What only moves and compares characters is written once, for views, and serves str, bytes and bytearray. The
 * functions marked ALWAYS_INLINE take the kind as a parameter: called with a constant, the compiler makes a loop for
 * that width. Nothing here allocates, unless a line says so, and nothing runs user code.
 */
#ifndef OURO_TEXT_H
#define OURO_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ALWAYS_INLINE static inline __attribute__((always_inline))

typedef struct Text {
    const void *data;
    ptrdiff_t length; /* in characters */
    unsigned kind;    /* bytes of one: 1, 2 or 4 */
} Text;

ALWAYS_INLINE uint32_t text_get(const void *data, unsigned kind, ptrdiff_t i) {
    return kind == 1   ? ((const uint8_t *)data)[i]
           : kind == 2 ? ((const uint16_t *)data)[i]
                       : ((const uint32_t *)data)[i];
}

ALWAYS_INLINE void text_put(void *data, unsigned kind, ptrdiff_t i, uint32_t c) {
    if (kind == 1)
        ((uint8_t *)data)[i] = (uint8_t)c;
    else if (kind == 2)
        ((uint16_t *)data)[i] = (uint16_t)c;
    else
        ((uint32_t *)data)[i] = c;
}

ALWAYS_INLINE Text text_of(const void *data, ptrdiff_t length, unsigned kind) {
    return (Text){data, length, kind};
}

ALWAYS_INLINE Text text_slice(Text t, ptrdiff_t start, ptrdiff_t end) {
    return (Text){(const char *)t.data + start * t.kind, end - start, t.kind};
}

ALWAYS_INLINE uint32_t text_char(Text t, ptrdiff_t i) {
    return text_get(t.data, t.kind, i);
}

/* The narrowest kind for characters up to max_char. */
ALWAYS_INLINE unsigned text_kind(uint32_t max_char) {
    return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4;
}

/* An upper bound of the characters, as one of 0x7f, 0xff, 0xffff, 0x10ffff: the least of these that is one. */
uint32_t text_max_char(Text t);
bool text_is_ascii(const void *data, size_t n);       /* n bytes */
size_t text_ascii_prefix(const void *data, size_t n); /* how many bytes at the start are ASCII */

/* Copies characters from one width to another; they must fit. */
void text_copy(void *to, unsigned to_kind, const void *from, unsigned from_kind, ptrdiff_t n);
void text_fill(void *to, unsigned kind, ptrdiff_t at, uint32_t c, ptrdiff_t n);

bool text_equal(Text a, Text b);
int text_order(Text a, Text b); /* -1, 0, 1 by code points */

/* Searching: text_find.c. The first (last) place, or -1. */
ptrdiff_t text_find_char(Text t, uint32_t c);
ptrdiff_t text_rfind_char(Text t, uint32_t c);
ptrdiff_t text_find(Text t, Text needle); /* two-way when the quick filter does not pay: linear in the worst case */
ptrdiff_t text_rfind(Text t, Text needle);
ptrdiff_t text_count(Text t, Text needle, ptrdiff_t max); /* without overlap; an empty needle: length + 1 */

#endif
