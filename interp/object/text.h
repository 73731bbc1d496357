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

/* Two words, which are passed in registers: three would go by way of memory, and be waited for there. */
typedef struct Text {
    const void *data;
    ptrdiff_t length : 56; /* in characters */
    unsigned kind : 8;     /* bytes of one: 1, 2 or 4 */
} Text;
_Static_assert(sizeof(Text) == 2 * sizeof(void *), "in registers");

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

/* The bound that a character falls under: 0x7f, 0xff, 0xffff or 0x10ffff. Also of many, or-ed together. */
ALWAYS_INLINE uint32_t text_bound(uint32_t c) {
    return c < 0x80 ? 0x7f : c < 0x100 ? 0xff : c < 0x10000 ? 0xffff : 0x10ffff;
}

/* An upper bound of the characters, as one of 0x7f, 0xff, 0xffff, 0x10ffff: the least of these that is one. */
uint32_t text_max_char(Text t);
/* Among the n bytes, is there a letter of the case that begins with `wanted` ('a' or 'A'), and none of the other? */
bool text_ascii_one_case(const uint8_t *data, ptrdiff_t n, uint8_t wanted, uint8_t other);
/* Are all n bytes ASCII letters, if these are wanted, or digits, if these are? */
bool text_ascii_all(const uint8_t *data, ptrdiff_t n, bool letters, bool digits);
size_t text_ascii_prefix(const void *data, size_t n); /* how many bytes at the start are ASCII */

/* memcpy, without a call when the bytes are few. */
ALWAYS_INLINE void copy_short(void *to, const void *from, size_t n) {
    uint8_t *t = to;
    const uint8_t *f = from;
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t a, b;
        memcpy(&a, f, 8);
        memcpy(&b, f + n - 8, 8);
        memcpy(t, &a, 8);
        memcpy(t + n - 8, &b, 8);
    } else if (n >= 4) {
        uint32_t a, b;
        memcpy(&a, f, 4);
        memcpy(&b, f + n - 4, 4);
        memcpy(t, &a, 4);
        memcpy(t + n - 4, &b, 4);
    } else if (n) {
        uint8_t a = f[0], b = f[n / 2], c = f[n - 1];
        t[0] = a;
        t[n / 2] = b;
        t[n - 1] = c;
    }
}

ALWAYS_INLINE uint32_t load4(const void *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
ALWAYS_INLINE uint64_t load8(const void *p) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}
ALWAYS_INLINE bool text_is_ascii(const void *data, size_t n) { /* n bytes */
    const uint64_t high = 0x8080808080808080u;
    const uint8_t *p = data;
    if (n > 16) return text_ascii_prefix(data, n) == n;
    if (n >= 8) return !((load8(p) | load8(p + n - 8)) & high);
    if (n >= 4) return !((load4(p) | load4(p + n - 4)) & (uint32_t)high);
    return !n || (p[0] | p[n / 2] | p[n - 1]) < 0x80;
}

/* memcmp for equality, without a call when the bytes are few: their two halves, which may overlap. */
ALWAYS_INLINE bool bytes_alike(const void *a, const void *b, ptrdiff_t n) {
    const uint8_t *p = a, *q = b;
    if (n > 16) return memcmp(p, q, (size_t)n) == 0;
    if (n >= 8) return load8(p) == load8(q) && load8(p + n - 8) == load8(q + n - 8);
    if (n >= 4) return load4(p) == load4(q) && load4(p + n - 4) == load4(q + n - 4);
    return !n || (p[0] == q[0] && p[n / 2] == q[n / 2] && p[n - 1] == q[n - 1]);
}

/* Copies characters from one width to another; they must fit. */
void text_copy(void *to, unsigned to_kind, const void *from, unsigned from_kind, ptrdiff_t n);
void text_exchange(uint8_t *to, const uint8_t *from, ptrdiff_t n, uint8_t old, uint8_t new); /* copies, new for old */
void text_fill(void *to, unsigned kind, ptrdiff_t at, uint32_t c, ptrdiff_t n);

/* A Text is three words, which are passed in memory; the wrappers below take it apart, so that calls go by registers.
 */

bool text_equal_chars(const void *a, unsigned kind, const void *b, unsigned other_kind, ptrdiff_t n);
ALWAYS_INLINE bool text_equal(Text a, Text b) {
    if (a.length != b.length) return false;
    if (a.kind == b.kind) return bytes_alike(a.data, b.data, a.length * a.kind);
    return text_equal_chars(a.data, a.kind, b.data, b.kind, a.length);
}

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
ptrdiff_t text_find_char_in(const void *data, ptrdiff_t n, unsigned kind, uint32_t c);
ALWAYS_INLINE ptrdiff_t text_find_char(Text t, uint32_t c) {
    return text_find_char_in(t.data, t.length, t.kind, c);
}
ptrdiff_t text_rfind_char(Text t, uint32_t c);
/* Two-way when the quick filter does not pay: linear in the worst case. kinds: kind << 4 | needle kind */
ptrdiff_t text_find_in(const void *data, ptrdiff_t n, const void *needle, ptrdiff_t m, unsigned kinds);
ALWAYS_INLINE ptrdiff_t text_find(Text t, Text needle) {
    return text_find_in(t.data, t.length, needle.data, needle.length, t.kind << 4 | needle.kind);
}
ptrdiff_t text_rfind(Text t, Text needle);
ptrdiff_t text_count(Text t, Text needle, ptrdiff_t max); /* without overlap; an empty needle: length + 1 */

/* All places where a needle occurs, one after the other and without overlap. A whole vector of places is looked at at
 * once, by the first and the last character of the needle, and its candidates are given out before the next. */
typedef struct Matches {
    Text text, needle;
    ptrdiff_t block;  /* where the vector is */
    ptrdiff_t at;     /* where the next one is */
    ptrdiff_t least;  /* the end of the last match: nothing before it counts */
    ptrdiff_t budget; /* used up: the candidates are too often in vain, so text_find takes over */
    unsigned bits;    /* candidates of the vector that were not looked at yet */
    uint32_t first, last;
} Matches;

Matches text_matches(Text text, Text needle); /* the needle is not empty */
bool text_next_block(Matches *m);             /* false: no vector with a candidate is left */
ptrdiff_t text_next_long(Matches *m);

/* The next place, or -1. */
ALWAYS_INLINE ptrdiff_t text_next_match(Matches *m) {
    if (m->needle.length != 1) return text_next_long(m);
    if (!m->bits && !text_next_block(m)) return -1;
    int bit = __builtin_ctz(m->bits);
    m->bits &= m->bits - 1;
    return m->block + (bit >> (m->text.kind >> 1));
}

/* Which bytes are whitespace. */
typedef enum SpaceSet {
    SPACE_BYTES,  /* as bytes has it: 9..13, 32 */
    SPACE_LATIN1, /* as str has it: also 28..31, 0x85, 0xa0 */
} SpaceSet;

/* Whitespace in bytes, as a bit for each of 16. */
typedef struct SpaceScan {
    const uint8_t *data;
    ptrdiff_t length, block; /* block -1: none yet */
    unsigned bits;
} SpaceScan;

ALWAYS_INLINE bool space_is(uint8_t c, SpaceSet set) {
    return c == ' ' || (uint8_t)(c - 9) < 5 ||
           (set == SPACE_LATIN1 && ((uint8_t)(c - 28) < 4 || c == 0x85 || c == 0xa0));
}

/* n bytes, 0 < n < 16, and zeros. Of two words that may overlap: a copy in memory would have to be waited for. */
ALWAYS_INLINE Vector1 vector_load_few(const uint8_t *p, ptrdiff_t n) {
    _Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte is the lowest");
    uint64_t low = 0, high = 0;
    uint32_t first, last;
    if (n >= 8) {
        memcpy(&low, p, 8);
        memcpy(&high, p + n - 8, 8);
        high = n > 8 ? high >> 8 * (16 - n) : 0;
    } else if (n >= 4) {
        memcpy(&first, p, 4);
        memcpy(&last, p + n - 4, 4);
        low = first | (uint64_t)last << 8 * (n - 4);
    } else {
        low = p[0] | (uint32_t)p[n / 2] << 8 * (n / 2) | (uint32_t)p[n - 1] << 8 * (n - 1);
    }
    return (Vector1)(VectorMask){low, high};
}

/* A bit for each byte that is whitespace. */
ALWAYS_INLINE unsigned space_bits_of(Vector1 v, SpaceSet set) {
    Vector1 spaces = (Vector1)(v == ' ') | (Vector1)(v - 9 < 5);
    if (set == SPACE_LATIN1) spaces |= (Vector1)(v - 28 < 4) | (Vector1)(v == 0x85) | (Vector1)(v == 0xa0);
    return vector_bits((VectorMask)spaces);
}
ALWAYS_INLINE unsigned space_bits(const uint8_t *p, SpaceSet set) { /* of the 16 at p */
    return space_bits_of(vector_load(p), set);
}

ALWAYS_INLINE void space_load(SpaceScan *s, ptrdiff_t block, SpaceSet set) {
    s->block = block;
    if (block + 16 <= s->length) {
        s->bits = space_bits(s->data + block, set);
        return;
    }
    s->bits = 0xffff; /* what is beyond the end counts as space */
    for (ptrdiff_t i = block; i < s->length; i++)
        if (!space_is(s->data[i], set)) s->bits &= ~(1u << (i - block));
}

/* The first place from `from` on that is whitespace, or that is not; the length when there is none. */
ALWAYS_INLINE ptrdiff_t space_scan(SpaceScan *s, ptrdiff_t from, bool space, SpaceSet set) {
    while (from < s->length) {
        ptrdiff_t block = from & ~(ptrdiff_t)15;
        if (block != s->block) space_load(s, block, set);
        unsigned bits = (space ? s->bits : ~s->bits & 0xffff) >> (from - block);
        if (bits) {
            from += __builtin_ctz(bits);
            return from < s->length ? from : s->length;
        }
        from = block + 16;
    }
    return s->length;
}

/* Where words begin and end in bytes, by turns: 64 bytes are looked at at once, and what is in front of the first and
 * behind the last is whitespace. */
typedef struct WordEdges {
    const uint8_t *data;
    ptrdiff_t length, next; /* next: the end of the bytes that the bits stand for */
    uint64_t bits;          /* edges that were not given out yet */
    uint64_t spaces;        /* which of these bytes are whitespace; all, before the first */
} WordEdges;

ALWAYS_INLINE WordEdges word_edges(const uint8_t *data, ptrdiff_t length) {
    return (WordEdges){.data = data, .length = length, .spaces = ~(uint64_t)0};
}

/* Which of 64 bytes are whitespace; those behind the n that there are count as such. */
ALWAYS_INLINE uint64_t word_spaces(const uint8_t *p, ptrdiff_t n, SpaceSet set) {
    if (n >= 64)
        return space_bits(p, set) | (uint64_t)space_bits(p + 16, set) << 16 | (uint64_t)space_bits(p + 32, set) << 32 |
               (uint64_t)space_bits(p + 48, set) << 48;
    uint64_t spaces = ~(uint64_t)0 << n;
    ptrdiff_t i = 0;
    for (; i + 16 <= n; i += 16) spaces |= (uint64_t)space_bits(p + i, set) << i;
    if (i == n) return spaces;
    return i ? spaces | (uint64_t)space_bits(p + n - 16, set) << (n - 16)
             : spaces | space_bits_of(vector_load_few(p, n), set);
}

/* The next edge; the length when there is none. */
ALWAYS_INLINE ptrdiff_t word_edge(WordEdges *e, SpaceSet set) {
    while (!e->bits) {
        if (e->next >= e->length) return e->length;
        uint64_t before = e->spaces >> 63;
        e->spaces = word_spaces(e->data + e->next, e->length - e->next, set);
        e->bits = e->spaces ^ (e->spaces << 1 | before);
        e->next += 64;
    }
    ptrdiff_t edge = e->next - 64 + __builtin_ctzll(e->bits);
    e->bits &= e->bits - 1;
    return edge;
}

#endif
