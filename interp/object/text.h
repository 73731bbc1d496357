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

/* The vectors of the loops below are GCC's portable ones: 16 bytes, compared all at once. */
typedef uint8_t Vector1 __attribute__((vector_size(16)));
typedef uint16_t Vector2 __attribute__((vector_size(16)));
typedef uint32_t Vector4 __attribute__((vector_size(16)));
typedef uint64_t VectorMask __attribute__((vector_size(16)));

ALWAYS_INLINE Vector1 vector_load(const void *p) {
    Vector1 v;
    memcpy(&v, p, 16);
    return v;
}

/* A bit for each byte of a mask whose bytes are all zeros or all ones. */
ALWAYS_INLINE unsigned vector_bits(VectorMask m) {
#ifdef __SSE2__
    typedef char Chars __attribute__((vector_size(16)));
    return (unsigned)__builtin_ia32_pmovmskb128((Chars)m);
#else
    unsigned bits = 0;
    for (int i = 0; i < 16 && (m[0] | m[1]); i++) bits |= (unsigned)(((Vector1)m)[i] >> 7) << i;
    return bits;
#endif
}

/* A bit for each of the 16 / kind characters at p that is c, at the place of the character's first byte. */
ALWAYS_INLINE unsigned vector_find(const void *p, unsigned kind, uint32_t c) {
    Vector1 v = vector_load(p);
    if (kind == 1) return vector_bits((VectorMask)(v == (uint8_t)c));
    if (kind == 2) return vector_bits((VectorMask)((Vector2)v == (uint16_t)c)) & 0x5555;
    return vector_bits((VectorMask)((Vector4)v == c)) & 0x1111;
}

/* Searching: text_find.c. The first (last) place, or -1. */
ptrdiff_t text_find_char(Text t, uint32_t c);
ptrdiff_t text_rfind_char(Text t, uint32_t c);
ptrdiff_t text_find(Text t, Text needle); /* two-way when the quick filter does not pay: linear in the worst case */
ptrdiff_t text_rfind(Text t, Text needle);
ptrdiff_t text_count(Text t, Text needle, ptrdiff_t max); /* without overlap; an empty needle: length + 1 */

/* All places where a needle occurs, one after the other and without overlap. For a needle of one character a whole
 * vector is searched at once and its matches are given out before the next. */
typedef struct Matches {
    Text text, needle;
    ptrdiff_t at;    /* where the next search begins; of one character: the vector behind the one in `bits` */
    ptrdiff_t block; /* where that vector is */
    unsigned bits;   /* matches of it that were not given out yet */
    uint32_t c;
    bool single;
} Matches;

ALWAYS_INLINE Matches text_matches(Text text, Text needle) {
    bool single = needle.length == 1;
    uint32_t c = single ? text_char(needle, 0) : 0;
    bool impossible = single && text.kind < 4 && c >> 8 * text.kind; /* no character of the text is that wide */
    return (Matches){.text = text, .needle = needle, .at = impossible ? text.length : 0, .c = c, .single = single};
}

bool text_next_block(Matches *m); /* false: no vector with a match is left */

/* The next place, or -1. */
ALWAYS_INLINE ptrdiff_t text_next_match(Matches *m) {
    if (m->single) {
        if (!m->bits && !text_next_block(m)) return -1;
        int bit = __builtin_ctz(m->bits);
        m->bits &= m->bits - 1;
        return m->block + bit / (int)m->text.kind;
    }
    ptrdiff_t i = text_find(text_slice(m->text, m->at, m->text.length), m->needle);
    if (i < 0) return -1;
    i += m->at;
    m->at = i + m->needle.length;
    return i;
}

#endif
