/* Characters of one width: copying, widening, comparing. See text.h. */
#include "interp/object/text.h"

#define HIGH_BITS 0x8080808080808080u

size_t text_ascii_prefix(const void *data, size_t n) {
    const uint8_t *s = data;
    size_t i = 0;
    for (; i + 32 <= n; i += 32)
        if ((load8(s + i) | load8(s + i + 8) | load8(s + i + 16) | load8(s + i + 24)) & HIGH_BITS) break;
    for (; i + 8 <= n; i += 8)
        if (load8(s + i) & HIGH_BITS) break;
    while (i < n && s[i] < 0x80) i++;
    return i;
}

/* ORs the characters of one width together: the highest bit set in any of them decides the class. */
ALWAYS_INLINE uint32_t union_of_bits(const void *data, unsigned kind, ptrdiff_t n, uint32_t enough) {
    const ptrdiff_t step = 16 / kind;
    uint32_t bits = 0;
    ptrdiff_t i = 0;
    while (i + 4 * step <= n && bits < enough) {
        Vector1 v = {0};
        for (ptrdiff_t end = i + 4 * step; i < end; i += step) v |= vector_load((const char *)data + i * kind);
        for (ptrdiff_t k = 0; k < step; k++) bits |= text_get(&v, kind, k);
    }
    for (; i < n; i++) bits |= text_get(data, kind, i);
    return bits;
}

uint32_t text_max_char(Text t) {
    if (t.kind == 1) return text_is_ascii(t.data, t.length) ? 0x7f : 0xff;
    uint32_t bits =
        t.kind == 2 ? union_of_bits(t.data, 2, t.length, 0x100) : union_of_bits(t.data, 4, t.length, 0x10000);
    return bits < 0x80 ? 0x7f : bits < 0x100 ? 0xff : bits < 0x10000 ? 0xffff : 0x10ffff;
}

ALWAYS_INLINE void copy_kinds(void *to, unsigned to_kind, const void *from, unsigned from_kind, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) text_put(to, to_kind, i, text_get(from, from_kind, i));
}

void text_copy(void *to, unsigned to_kind, const void *from, unsigned from_kind, ptrdiff_t n) {
    if (to_kind == from_kind) {
        if (n) memcpy(to, from, n * to_kind);
        return;
    }
    switch (to_kind << 4 | from_kind) {
    case 0x12: copy_kinds(to, 1, from, 2, n); break;
    case 0x14: copy_kinds(to, 1, from, 4, n); break;
    case 0x21: copy_kinds(to, 2, from, 1, n); break;
    case 0x24: copy_kinds(to, 2, from, 4, n); break;
    case 0x41: copy_kinds(to, 4, from, 1, n); break;
    case 0x42: copy_kinds(to, 4, from, 2, n); break;
    }
}

void text_exchange(uint8_t *to, const uint8_t *from, ptrdiff_t n, uint8_t old, uint8_t new) {
    ptrdiff_t i = 0;
    for (; i + 16 <= n; i += 16) {
        Vector1 v = vector_load(from + i), found = (Vector1)(v == old);
        v = (v & ~found) | (found & new);
        memcpy(to + i, &v, 16);
    }
    for (; i < n; i++) to[i] = from[i] == old ? new : from[i];
}

void text_fill(void *to, unsigned kind, ptrdiff_t at, uint32_t c, ptrdiff_t n) {
    if (kind == 1) {
        memset((uint8_t *)to + at, (int)c, n);
        return;
    }
    for (ptrdiff_t i = at; i < at + n; i++) text_put(to, kind, i, c);
}

bool text_equal_chars(const void *a, unsigned kind, const void *b, unsigned other_kind, ptrdiff_t n) {
    ptrdiff_t i = 0;
    while (i < n && text_get(a, kind, i) == text_get(b, other_kind, i)) i++;
    return i == n;
}

/* How many characters at the front, of whole words of 8 bytes, are the same in two texts of one kind. */
static ptrdiff_t same_words(Text a, Text b) {
    const ptrdiff_t step = 8 / (ptrdiff_t)a.kind;
    ptrdiff_t i = 0, n = a.length < b.length ? a.length : b.length;
    for (; i + step <= n; i += step) {
        if (load8((const char *)a.data + i * a.kind) != load8((const char *)b.data + i * b.kind)) break;
    }
    return i;
}

int text_order(Text a, Text b) {
    ptrdiff_t n = a.length < b.length ? a.length : b.length;
    if (a.kind == 1 && b.kind == 1) {
        int order = memcmp(a.data, b.data, n);
        if (order) return order < 0 ? -1 : 1;
    } else {
        ptrdiff_t i = a.kind == b.kind ? same_words(a, b) : 0;
        for (; i < n; i++) {
            uint32_t x = text_char(a, i), y = text_char(b, i);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    return a.length < b.length ? -1 : a.length > b.length;
}

bool text_ascii_one_case(const uint8_t *data, ptrdiff_t n, uint8_t wanted, uint8_t other) {
    bool cased = false;
    ptrdiff_t i = 0;
    for (; i + 16 <= n; i += 16) {
        Vector1 v = vector_load(data + i);
        if (vector_bits((VectorMask)(v - other < 26))) return false;
        cased = cased || vector_bits((VectorMask)(v - wanted < 26));
    }
    for (; i < n; i++) {
        if ((uint8_t)(data[i] - other) < 26) return false;
        cased |= (uint8_t)(data[i] - wanted) < 26;
    }
    return cased;
}

bool text_ascii_all(const uint8_t *data, ptrdiff_t n, bool letters, bool digits) {
    uint8_t letter_span = letters ? 26 : 0, digit_span = digits ? 10 : 0;
    ptrdiff_t i = 0;
    for (; i + 16 <= n; i += 16) {
        Vector1 v = vector_load(data + i);
        VectorMask wanted = (VectorMask)(((v | 32) - 'a' < letter_span) | (v - '0' < digit_span));
        if ((wanted[0] & wanted[1]) != UINT64_MAX) return false;
    }
    for (; i < n; i++)
        if ((uint8_t)((data[i] | 32) - 'a') >= letter_span && (uint8_t)(data[i] - '0') >= digit_span) return false;
    return true;
}
