/* Upper, lower and title case, and folding. ASCII text goes a vector at a time; other text character by character,
 * since one character may become up to three. Sigma is the one letter whose lower case depends on its neighbours. */
#include "interp/object/ascii.h"
#include "interp/object/str_methods.h"
#include "interp/object/unicode.h"
#include "interp/object/unicode_tables.h"

static Object *map_ascii(const Str *s, AsciiMap map) {
    if (s->length <= 1) {
        uint8_t c = s->data[0];
        map(&c, &c, s->length);
        return s->length ? str_from_char(c) : str_empty();
    }
    Str *result = str_alloc(s->length, 0x7f);
    if (result) map(result->data, s->data, s->length);
    return (Object *)result;
}

/* At the end of a word: the next character that counts before is cased, the next after is not. */
static bool is_final_sigma(const Str *s, ptrdiff_t i) {
    ptrdiff_t before = i - 1, after = i + 1;
    while (before >= 0 && unicode_is_case_ignorable(str_at(s, before))) before--;
    if (before < 0 || !unicode_is_cased(str_at(s, before))) return false;
    while (after < s->length && unicode_is_case_ignorable(str_at(s, after))) after++;
    return after == s->length || !unicode_is_cased(str_at(s, after));
}

static int lower_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    uint32_t c = str_at(s, i);
    if (c != 0x3a3) return unicode_to_lower(c, out);
    out[0] = is_final_sigma(s, i) ? 0x3c2 : 0x3c3;
    return 1;
}

static int upper_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return unicode_to_upper(str_at(s, i), out);
}

static int fold_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return unicode_fold(str_at(s, i), out);
}

static int swap_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    uint32_t c = str_at(s, i);
    if (unicode_is_upper(c)) return lower_at(s, i, out);
    if (unicode_is_lower(c)) return unicode_to_upper(c, out);
    out[0] = c;
    return 1;
}

static int capitalize_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return i == 0 ? unicode_to_title(str_at(s, 0), out) : lower_at(s, i, out);
}

static int title_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    bool inside = i > 0 && unicode_is_cased(str_at(s, i - 1));
    return inside ? lower_at(s, i, out) : unicode_to_title(str_at(s, i), out);
}

/* Writes what character i of s becomes, up to three characters, and says how many. */
typedef int (*CaseMap)(const Str *s, ptrdiff_t i, uint32_t *out);

/* By way of a piece of wide characters, so that the writer is called once for many. `table` has the answer for most
 * characters of the common scripts: 0 where it is not that simple. */
static Object *map_case(Object *o, AsciiMap ascii, CaseMap map, const uint16_t *table) {
    const Str *s = (Str *)o;
    if (s->ascii) return map_ascii(s, ascii);
    StrWriter w = writer_new();
    if (writer_reserve(&w, s->length) < 0) return NULL;
    uint32_t piece[256];
    int n = 0;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (table && c < UNICODE_CASE_TABLE && table[c])
            piece[n++] = table[c];
        else
            n += map(s, i, piece + n);
        if (n < 253 && i + 1 < s->length) continue;
        Text t = text_of(piece, n, 4);
        if (writer_text(&w, t, text_max_char(t)) < 0) return NULL;
        n = 0;
    }
    return writer_finish(&w);
}

Object *str_lower(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_lower, lower_at, unicode_simple_lower);
}

Object *str_upper(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_upper, upper_at, unicode_simple_upper);
}

Object *str_title(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_title, title_at, NULL);
}

Object *str_capitalize(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_capitalize, capitalize_at, NULL);
}

Object *str_swapcase(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_swapcase, swap_at, NULL);
}

Object *str_casefold(Object *o, Object **args, ptrdiff_t nargs) {
    return map_case(o, ascii_lower, fold_at, NULL);
}
