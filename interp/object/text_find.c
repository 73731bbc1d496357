/* Searching. One character goes through memchr or a vector loop; a longer needle is looked for by its first and last
 * character, a vector of places at a time, and only where both agree is the rest compared. Should that happen so often
 * that the comparing outweighs the scanning, the two-way algorithm takes over, which is linear whatever the text.
 *
 * All three kinds share the code.
 */
#define _GNU_SOURCE
#include "interp/object/text.h"

ALWAYS_INLINE bool in_kind(unsigned kind, uint32_t c) {
    return kind == 4 || c < (uint32_t)1 << 8 * kind;
}

ALWAYS_INLINE const char *at(const void *data, unsigned kind, ptrdiff_t i) {
    return (const char *)data + i * kind;
}

ALWAYS_INLINE ptrdiff_t find_char_kind(const void *data, ptrdiff_t n, unsigned kind, uint32_t c) {
    const ptrdiff_t step = 16 / kind;
    ptrdiff_t i = 0;
    for (; i + step <= n; i += step) {
        unsigned bits = vector_find(at(data, kind, i), kind, c);
        if (bits) return i + __builtin_ctz(bits) / kind;
    }
    for (; i < n; i++)
        if (text_get(data, kind, i) == c) return i;
    return -1;
}

ptrdiff_t text_find_char_in(const void *data, ptrdiff_t n, unsigned kind, uint32_t c) {
    if (!in_kind(kind, c) || n == 0) return -1;
    if (kind == 1) {
        const char *p = memchr(data, (int)c, n);
        return p ? p - (const char *)data : -1;
    }
    return kind == 2 ? find_char_kind(data, n, 2, c) : find_char_kind(data, n, 4, c);
}

ALWAYS_INLINE ptrdiff_t rfind_char_kind(const void *data, ptrdiff_t n, unsigned kind, uint32_t c) {
    const ptrdiff_t step = 16 / kind;
    for (; n >= step; n -= step) {
        unsigned bits = vector_find(at(data, kind, n - step), kind, c);
        if (bits) return n - step + (31 - __builtin_clz(bits)) / kind;
    }
    while (--n >= 0 && text_get(data, kind, n) != c) {
    }
    return n;
}

ptrdiff_t text_rfind_char(Text t, uint32_t c) {
    if (!in_kind(t.kind, c) || t.length == 0) return -1;
    if (t.kind == 1) {
        const char *p = memrchr(t.data, (int)c, t.length);
        return p ? p - (const char *)t.data : -1;
    }
    return t.kind == 2 ? rfind_char_kind(t.data, t.length, 2, c) : rfind_char_kind(t.data, t.length, 4, c);
}

/* From here on the needle may be of a narrower kind than the text: nkind and kind. */

ALWAYS_INLINE bool same_chars(const void *text, unsigned kind, const void *needle, unsigned nkind, ptrdiff_t m) {
    if (kind == nkind) return bytes_alike(text, needle, m * kind);
    ptrdiff_t i = 0;
    while (i < m && text_get(text, kind, i) == text_get(needle, nkind, i)) i++;
    return i == m;
}

/* Two-way (Crochemore and Perrin): the needle is cut at a critical position, found as the larger of two maximal
 * suffixes; the right part is compared first, from left to right, and a mismatch there shifts past it. */

/* Start of the maximal suffix under < (or > if `reversed`), less one; *period of that suffix. */
ALWAYS_INLINE ptrdiff_t maximal_suffix(const void *needle, ptrdiff_t m, unsigned kind, bool reversed,
                                       ptrdiff_t *period) {
    ptrdiff_t suffix = -1, j = 0, k = 1, p = 1;
    while (j + k < m) {
        uint32_t a = text_get(needle, kind, j + k), b = text_get(needle, kind, suffix + k);
        if (a == b) {
            if (k == p) {
                j += p;
                k = 1;
            } else {
                k++;
            }
        } else if (reversed ? a > b : a < b) {
            j += k;
            k = 1;
            p = j - suffix;
        } else {
            suffix = j++;
            k = p = 1;
        }
    }
    *period = p;
    return suffix;
}

ALWAYS_INLINE ptrdiff_t two_way(const void *text, ptrdiff_t n, unsigned kind, const void *needle, ptrdiff_t m,
                                unsigned nkind) {
    ptrdiff_t period, other_period;
    ptrdiff_t cut = maximal_suffix(needle, m, nkind, false, &period);
    ptrdiff_t other = maximal_suffix(needle, m, nkind, true, &other_period);
    if (other > cut) {
        cut = other;
        period = other_period;
    }
    cut++;
    bool periodic = memcmp(needle, at(needle, nkind, period), cut * nkind) == 0;
    if (!periodic) period = (cut > m - cut ? cut : m - cut) + 1;
    ptrdiff_t known = 0; /* periodic: how much of the needle's start is known to match here */
    for (ptrdiff_t i = 0; i + m <= n;) {
        ptrdiff_t k = cut > known ? cut : known;
        while (k < m && text_get(needle, nkind, k) == text_get(text, kind, i + k)) k++;
        if (k < m) {
            i += k - cut + 1;
            known = 0;
            continue;
        }
        k = cut - 1;
        while (k >= known && text_get(needle, nkind, k) == text_get(text, kind, i + k)) k--;
        if (k < known) return i;
        i += period;
        known = periodic ? m - period : 0;
    }
    return -1;
}

ALWAYS_INLINE ptrdiff_t find_kind(const void *text, ptrdiff_t n, unsigned kind, const void *needle, ptrdiff_t m,
                                  unsigned nkind) {
    uint32_t first = text_get(needle, nkind, 0), last = text_get(needle, nkind, m - 1);
    const ptrdiff_t step = 16 / kind, places = n - m + 1;
    ptrdiff_t budget = 1024, i = 0; /* each vector earns some budget, each comparison in vain costs more */
    for (; i + step <= places; i += step, budget += step) {
        unsigned bits =
            vector_find(at(text, kind, i), kind, first) & vector_find(at(text, kind, i + m - 1), kind, last);
        for (; bits; bits &= bits - 1) {
            ptrdiff_t place = i + __builtin_ctz(bits) / kind;
            if (same_chars(at(text, kind, place), kind, needle, nkind, m)) return place;
            budget -= m < 64 ? 8 : m / 8;
            if (budget >= 0) continue;
            ptrdiff_t rest = two_way(at(text, kind, i), n - i, kind, needle, m, nkind);
            return rest < 0 ? -1 : i + rest;
        }
    }
    for (; i < places; i++)
        if (text_get(text, kind, i) == first && same_chars(at(text, kind, i), kind, needle, nkind, m)) return i;
    return -1;
}

ptrdiff_t text_find_in(const void *data, ptrdiff_t n, const void *needle, ptrdiff_t m, unsigned kinds) {
    if (m > n) return -1;
    if (m <= 1) return m ? text_find_char_in(data, n, kinds >> 4, text_get(needle, kinds & 15, 0)) : 0;
    switch (kinds) {
    case 0x11: return find_kind(data, n, 1, needle, m, 1);
    case 0x21: return find_kind(data, n, 2, needle, m, 1);
    case 0x22: return find_kind(data, n, 2, needle, m, 2);
    case 0x41: return find_kind(data, n, 4, needle, m, 1);
    case 0x42: return find_kind(data, n, 4, needle, m, 2);
    case 0x44: return find_kind(data, n, 4, needle, m, 4);
    default: return -1; /* the needle has a character that the text cannot have */
    }
}

/* Matches */

Matches text_matches(Text text, Text needle) {
    bool impossible = needle.length > text.length || needle.kind > text.kind;
    return (Matches){.text = text,
                     .needle = needle,
                     .at = impossible ? text.length : 0,
                     .budget = 1024,
                     .first = text_char(needle, 0),
                     .last = text_char(needle, needle.length - 1)};
}

/* The bits of the places in the vector at i where the needle may be. */
ALWAYS_INLINE unsigned candidates(const Matches *m, unsigned kind, ptrdiff_t i) {
    const void *data = m->text.data;
    const ptrdiff_t gap = m->needle.length - 1;
    unsigned bits = vector_find(at(data, kind, i), kind, m->first);
    return gap && bits ? bits & vector_find(at(data, kind, i + gap), kind, m->last) : bits;
}

/* The last vector begins where the one before it ended, or earlier, so as not to end behind the text. */
ALWAYS_INLINE bool next_block(Matches *m, unsigned kind) {
    const ptrdiff_t step = 16 / kind, places = m->text.length - m->needle.length + 1;
    for (; m->at + step <= places; m->at += step, m->budget += step) {
        m->bits = candidates(m, kind, m->at);
        if (!m->bits) continue;
        m->block = m->at;
        m->at += step;
        return true;
    }
    if (m->at >= places) return false;
    m->block = m->at;
    if (places >= step) {
        m->block = places - step;
        m->bits = candidates(m, kind, m->block) >> (m->at - m->block) * kind << (m->at - m->block) * kind;
    } else {
        for (ptrdiff_t i = m->at; i < places; i++)
            if (text_get(m->text.data, kind, i) == m->first) m->bits |= 1u << (i - m->block) * kind;
    }
    m->at = places;
    return m->bits;
}

bool text_next_block(Matches *m) {
    switch (m->text.kind) {
    case 1: return next_block(m, 1);
    case 2: return next_block(m, 2);
    default: return next_block(m, 4);
    }
}

ALWAYS_INLINE ptrdiff_t next_long(Matches *m, unsigned kind, unsigned nkind) {
    ptrdiff_t n = m->needle.length, i;
    while (m->budget >= 0) {
        if (!m->bits && !next_block(m, kind)) return -1;
        i = m->block + __builtin_ctz(m->bits) / kind;
        m->bits &= m->bits - 1;
        if (i < m->least) continue;
        if (same_chars(at(m->text.data, kind, i), kind, m->needle.data, nkind, n)) {
            m->least = i + n;
            return i;
        }
        m->budget -= n < 64 ? 8 : n / 8;
        if (m->budget < 0) m->least = i + 1;
    }
    i = text_find(text_slice(m->text, m->least, m->text.length), m->needle);
    if (i < 0) return -1;
    i += m->least;
    m->least = i + n;
    return i;
}

ptrdiff_t text_next_long(Matches *m) {
    switch (m->text.kind << 4 | m->needle.kind) {
    case 0x11: return next_long(m, 1, 1);
    case 0x21: return next_long(m, 2, 1);
    case 0x22: return next_long(m, 2, 2);
    case 0x41: return next_long(m, 4, 1);
    case 0x42: return next_long(m, 4, 2);
    case 0x44: return next_long(m, 4, 4);
    default: return -1; /* the needle has a character that the text cannot have */
    }
}

/* Backwards, a vector of places at a time, by the first and the last character. */
ALWAYS_INLINE ptrdiff_t rfind_kind(const void *text, ptrdiff_t n, unsigned kind, Text needle) {
    const ptrdiff_t step = 16 / kind, m = needle.length;
    uint32_t first = text_char(needle, 0), last = text_char(needle, m - 1);
    ptrdiff_t places = n - m + 1;
    for (; places >= step; places -= step) {
        ptrdiff_t i = places - step;
        unsigned bits =
            vector_find(at(text, kind, i), kind, first) & vector_find(at(text, kind, i + m - 1), kind, last);
        for (int bit; bits; bits ^= 1u << bit) {
            bit = 31 - __builtin_clz(bits);
            ptrdiff_t place = i + bit / kind;
            if (text_equal(text_of(at(text, kind, place), m, kind), needle)) return place;
        }
    }
    while (--places >= 0 && !text_equal(text_of(at(text, kind, places), m, kind), needle)) {
    }
    return places;
}

/* Where the last c is, looked for byte by byte: it is near in what is split from the right. */
enum { NEAR = 8 };
static ptrdiff_t rfind_byte(const uint8_t *data, ptrdiff_t n, uint8_t c) {
    for (ptrdiff_t i = n; i > 0 && i > n - NEAR; i--)
        if (data[i - 1] == c) return i - 1;
    const uint8_t *p = n > NEAR ? memrchr(data, c, (size_t)(n - NEAR)) : NULL;
    return p ? p - data : -1;
}

ptrdiff_t text_rfind(Text t, Text needle) {
    if (needle.length > t.length || needle.kind > t.kind) return -1;
    if (needle.length == 0) return t.length;
    if (needle.length == 1 && t.kind == 1) return rfind_byte(t.data, t.length, (uint8_t)text_char(needle, 0));
    if (needle.length == 1) return text_rfind_char(t, text_char(needle, 0));
    return t.kind == 1   ? rfind_kind(t.data, t.length, 1, needle)
           : t.kind == 2 ? rfind_kind(t.data, t.length, 2, needle)
                         : rfind_kind(t.data, t.length, 4, needle);
}

/* Matching bytes of a vector are 255, that is -1: summed up in place, 255 vectors at most before a lane overflows. */
static ptrdiff_t count_bytes(const uint8_t *data, ptrdiff_t n, uint8_t c) {
    ptrdiff_t total = 0, i = 0;
    while (i + 16 <= n) {
        Vector1 sums = {0};
        for (int rounds = 0; rounds < 255 && i + 16 <= n; rounds++, i += 16)
            sums -= (Vector1)(vector_load(data + i) == c);
        for (int lane = 0; lane < 16; lane++) total += sums[lane];
    }
    for (; i < n; i++) total += data[i] == c;
    return total;
}

ptrdiff_t text_count(Text t, Text needle, ptrdiff_t max) {
    if (needle.length == 0) return t.length < max ? t.length + 1 : max;
    if (needle.length == 1 && needle.kind == 1 && t.kind == 1) {
        ptrdiff_t n = count_bytes(t.data, t.length, text_char(needle, 0));
        return n < max ? n : max;
    }
    Matches m = text_matches(t, needle);
    ptrdiff_t n = 0;
    if (t.kind == 1 && needle.length > 1) /* with all of m in registers */
        while (n < max && next_long(&m, 1, 1) >= 0) n++;
    else
        while (n < max && text_next_match(&m) >= 0) n++;
    return n;
}
