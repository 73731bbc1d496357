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

/* What c becomes by a table; 0: that does not say. */
static inline uint32_t by_table(const uint16_t *table, uint32_t c) {
    return c < UNICODE_CASE_TABLE ? table[c] : 0;
}

static int lower_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    uint32_t c = str_at(s, i);
    if ((*out = by_table(unicode_simple_lower, c))) return 1;
    if (c != 0x3a3) return unicode_to_lower(c, out);
    out[0] = is_final_sigma(s, i) ? 0x3c2 : 0x3c3;
    return 1;
}

static int upper_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return unicode_to_upper(str_at(s, i), out);
}

/* Title case is upper case but for the letters that are two, which have one of their own. */
static int title_start_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    enum { TWO_LETTERS = 0x1c4, TWO_LETTERS_END = 0x1f4 };
    uint32_t c = str_at(s, i);
    bool two = c >= TWO_LETTERS && c < TWO_LETTERS_END;
    if (!two && (*out = by_table(unicode_simple_upper, c))) return 1;
    return unicode_to_title(c, out);
}

static int fold_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return unicode_fold(str_at(s, i), out);
}

static int swap_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    uint32_t c = str_at(s, i);
    if (unicode_is_upper(c)) return lower_at(s, i, out);
    *out = unicode_is_lower(c) ? by_table(unicode_simple_upper, c) : c;
    return *out ? 1 : unicode_to_upper(c, out);
}

static int capitalize_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    return i == 0 ? title_start_at(s, 0, out) : lower_at(s, i, out);
}

/* What the tables map to something else has a case; others may have one, too. */
static inline bool is_cased(uint32_t c) {
    uint32_t lower = by_table(unicode_simple_lower, c), upper = by_table(unicode_simple_upper, c);
    return (lower && upper && lower != upper) || unicode_is_cased(c);
}

static int title_at(const Str *s, ptrdiff_t i, uint32_t *out) {
    bool inside = i > 0 && is_cased(str_at(s, i - 1));
    return inside ? lower_at(s, i, out) : title_start_at(s, i, out);
}

/* Writes what character i of s becomes, up to three characters, and says how many. */
typedef int (*CaseMap)(const Str *s, ptrdiff_t i, uint32_t *out);

enum { PIECE = 256, LONGEST = 3 };

/* What characters *at and following become, as many as fit; *all: or-ed together. `table` has the answer for most
 * letters of the common scripts, `map` for every character. */
ALWAYS_INLINE ptrdiff_t map_piece(const Str *s, unsigned kind, ptrdiff_t *at, CaseMap map, const uint16_t *table,
                                  uint32_t *piece, uint32_t *all) {
    ptrdiff_t n = 0, i = *at, end = s->length;
    uint32_t bits = 0;
    for (; i < end && n <= PIECE - LONGEST; i++) {
        uint32_t c = text_get(s->data, kind, i), simple = table && c < UNICODE_CASE_TABLE ? table[c] : 0;
        if (!simple && unicode_is_caseless(c)) simple = c;
        if (likely(simple)) {
            bits |= piece[n++] = simple;
        } else {
            for (int more = map(s, i, piece + n); more > 0; more--) bits |= piece[n++];
        }
    }
    *at = i;
    *all = bits;
    return n;
}

static Object *map_case(Object *o, AsciiMap ascii, CaseMap map, const uint16_t *table) {
    const Str *s = (Str *)o;
    if (s->ascii) return map_ascii(s, ascii);
    StrWriter w = writer_new();
    if (writer_reserve(&w, s->length) < 0) return NULL;
    for (ptrdiff_t i = 0; i < s->length;) {
        uint32_t piece[PIECE], all;
        ptrdiff_t n = s->kind == 1   ? map_piece(s, 1, &i, map, table, piece, &all)
                      : s->kind == 2 ? map_piece(s, 2, &i, map, table, piece, &all)
                                     : map_piece(s, 4, &i, map, table, piece, &all);
        if (writer_text(&w, text_of(piece, n, 4), text_bound(all)) < 0) return NULL;
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
    return map_case(o, ascii_lower, fold_at, unicode_known_folds);
}
