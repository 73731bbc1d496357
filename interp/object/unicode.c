/* Properties of characters: utf8proc's tables, and beside them (unicode_tables.c) what these lack of Unicode 16 and
 * the properties that they do not have. ASCII, most of what is asked, is answered from a table of its own.
 *
 * Most derived properties are a set of categories with a few exceptions: `rule != in(exceptions)`.
 */
#include "interp/object/unicode.h"
#include <utf8proc.h>
#include "interp/object/unicode_tables.h"

static bool in_ranges(uint32_t c, const UnicodeRange *ranges, int n) {
    int low = 0, high = n;
    while (low < high) {
        int middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && c >= ranges[low].first;
}

static int new_category(uint32_t c) {
    int low = 0, high = unicode_new_category_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (c > unicode_new_category[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < unicode_new_category_count && c >= unicode_new_category[low].first;
    return found ? unicode_new_category[low].category : UTF8PROC_CATEGORY_CN;
}

static __attribute__((noinline)) int look_up_category(uint32_t c) {
    int category = utf8proc_category((utf8proc_int32_t)c);
    if (category == UTF8PROC_CATEGORY_CN || c == 0x1171e) return new_category(c); /* the one that moved */
    return category;
}

/* One more than the category, of characters that were asked for before; 0: not yet. */
static uint8_t known_categories[0x10000];

static inline int category_of(uint32_t c) {
    if (c >= 0x10000) return look_up_category(c);
    if (!known_categories[c]) known_categories[c] = (uint8_t)(look_up_category(c) + 1);
    return known_categories[c] - 1;
}

int unicode_category(uint32_t c) {
    return category_of(c);
}

/* Sets of categories as bits. */
static const uint32_t LETTERS = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL | 1 << UTF8PROC_CATEGORY_LT |
                                1 << UTF8PROC_CATEGORY_LM | 1 << UTF8PROC_CATEGORY_LO;
static const uint32_t NUMBERS = 1 << UTF8PROC_CATEGORY_ND | 1 << UTF8PROC_CATEGORY_NL | 1 << UTF8PROC_CATEGORY_NO;
static const uint32_t MARKS = 1 << UTF8PROC_CATEGORY_MN | 1 << UTF8PROC_CATEGORY_MC;
static const uint32_t UNPRINTABLE = 1 << UTF8PROC_CATEGORY_CN | 1 << UTF8PROC_CATEGORY_CC | 1 << UTF8PROC_CATEGORY_CF |
                                    1 << UTF8PROC_CATEGORY_CS | 1 << UTF8PROC_CATEGORY_CO | 1 << UTF8PROC_CATEGORY_ZL |
                                    1 << UTF8PROC_CATEGORY_ZP | 1 << UTF8PROC_CATEGORY_ZS;
static const uint32_t IGNORABLE = 1 << UTF8PROC_CATEGORY_MN | 1 << UTF8PROC_CATEGORY_ME | 1 << UTF8PROC_CATEGORY_CF |
                                  1 << UTF8PROC_CATEGORY_LM | 1 << UTF8PROC_CATEGORY_SK;

static inline bool category_in(uint32_t c, uint32_t set) {
    return set >> category_of(c) & 1;
}

static inline bool is_ascii_lower(uint32_t c) {
    return c - 'a' < 26;
}
static inline bool is_ascii_upper(uint32_t c) {
    return c - 'A' < 26;
}
static inline bool is_ascii_digit(uint32_t c) {
    return c - '0' < 10;
}

bool unicode_is_printable_category(uint32_t c) {
    return !category_in(c, UNPRINTABLE);
}

bool unicode_is_alpha(uint32_t c) {
    return c < 0x80 ? is_ascii_lower(c) || is_ascii_upper(c) : category_in(c, LETTERS);
}

bool unicode_is_decimal(uint32_t c) {
    return c < 0x80 ? is_ascii_digit(c) : unicode_category(c) == UTF8PROC_CATEGORY_ND;
}

bool unicode_is_digit(uint32_t c) {
    return unicode_is_decimal(c) || (c >= 0x80 && in_ranges(c, unicode_other_digit, unicode_other_digit_count));
}

bool unicode_is_numeric(uint32_t c) {
    if (c < 0x80) return is_ascii_digit(c);
    return category_in(c, NUMBERS) != in_ranges(c, unicode_other_numeric, unicode_other_numeric_count);
}

/* Categories of which some characters have a case besides. */
static const uint32_t OTHER_CASED = 1 << UTF8PROC_CATEGORY_LM | 1 << UTF8PROC_CATEGORY_LO | 1 << UTF8PROC_CATEGORY_MN |
                                    1 << UTF8PROC_CATEGORY_NL | 1 << UTF8PROC_CATEGORY_SO;

bool unicode_is_lower(uint32_t c) {
    if (c < 0x80) return is_ascii_lower(c);
    int category = category_of(c);
    return category == UTF8PROC_CATEGORY_LL ||
           (OTHER_CASED >> category & 1 && in_ranges(c, unicode_other_lower, unicode_other_lower_count));
}

bool unicode_is_upper(uint32_t c) {
    if (c < 0x80) return is_ascii_upper(c);
    int category = category_of(c);
    return category == UTF8PROC_CATEGORY_LU ||
           (OTHER_CASED >> category & 1 && in_ranges(c, unicode_other_upper, unicode_other_upper_count));
}

bool unicode_is_title(uint32_t c) {
    return c >= 0x80 && unicode_category(c) == UTF8PROC_CATEGORY_LT;
}

bool unicode_is_cased(uint32_t c) {
    return unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c);
}

bool unicode_is_case_ignorable(uint32_t c) {
    return category_in(c, IGNORABLE) != in_ranges(c, unicode_other_ignorable, unicode_other_ignorable_count);
}

bool unicode_is_xid_start(uint32_t c) {
    if (c < 0x80) return is_ascii_lower(c) || is_ascii_upper(c) || c == '_';
    bool rule = category_in(c, LETTERS | 1 << UTF8PROC_CATEGORY_NL);
    return rule != in_ranges(c, unicode_other_start, unicode_other_start_count);
}

bool unicode_is_xid_continue(uint32_t c) {
    if (c < 0x80) return is_ascii_lower(c) || is_ascii_upper(c) || is_ascii_digit(c) || c == '_';
    uint32_t set = LETTERS | MARKS | 1 << UTF8PROC_CATEGORY_NL | 1 << UTF8PROC_CATEGORY_ND | 1 << UTF8PROC_CATEGORY_PC;
    return category_in(c, set) != in_ranges(c, unicode_other_continue, unicode_other_continue_count);
}

/* Case mappings. Only letters with a case, some marks and the numbers and symbols that are letters have any. */

static const uint32_t MAY_HAVE_CASE = 1 << UTF8PROC_CATEGORY_LU | 1 << UTF8PROC_CATEGORY_LL |
                                      1 << UTF8PROC_CATEGORY_LT | 1 << UTF8PROC_CATEGORY_MN |
                                      1 << UTF8PROC_CATEGORY_NL | 1 << UTF8PROC_CATEGORY_SO;

static int exceptional_case(uint32_t c, UnicodeCase mapping, uint32_t *out) {
    int low = 0, high = unicode_mappings_count;
    while (low < high) {
        int middle = (low + high) / 2;
        const UnicodeMapping *m = &unicode_mappings[middle];
        if (c > m->from || (c == m->from && mapping > m->mapping))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == unicode_mappings_count) return 0;
    const UnicodeMapping *m = &unicode_mappings[low];
    if (m->from != c || m->mapping != mapping) return 0;
    int n = 0;
    for (; n < 3 && m->to[n]; n++) out[n] = m->to[n];
    return n;
}

bool unicode_is_caseless(uint32_t c) {
    return !category_in(c, MAY_HAVE_CASE);
}

/* All three of them: what exceptional_case does not know is one character, which utf8proc has. */
static inline int map_case(uint32_t c, UnicodeCase mapping, utf8proc_int32_t (*simple)(utf8proc_int32_t),
                           uint32_t *out) {
    *out = c;
    if (unicode_is_caseless(c)) return 1;
    int n = exceptional_case(c, mapping, out);
    if (n) return n;
    *out = (uint32_t)simple((utf8proc_int32_t)c);
    return 1;
}

int unicode_to_lower(uint32_t c, uint32_t *out) {
    return map_case(c, UNICODE_LOWER, utf8proc_tolower, out);
}

int unicode_to_upper(uint32_t c, uint32_t *out) {
    return map_case(c, UNICODE_UPPER, utf8proc_toupper, out);
}

int unicode_to_title(uint32_t c, uint32_t *out) {
    return map_case(c, UNICODE_TITLE, utf8proc_totitle, out);
}

static int look_up_fold(uint32_t c, uint32_t *out) {
    int n = exceptional_case(c, UNICODE_FOLD, out);
    if (n) return n;
    utf8proc_int32_t folded[4];
    int boundary = 0;
    n = (int)utf8proc_decompose_char((utf8proc_int32_t)c, folded, 4, UTF8PROC_CASEFOLD, &boundary);
    for (int i = 0; i < n; i++) out[i] = (uint32_t)folded[i];
    return n;
}

uint16_t unicode_known_folds[UNICODE_CASE_TABLE];

int unicode_fold(uint32_t c, uint32_t *out) {
    if (c < 0x80 || unicode_is_surrogate(c)) {
        out[0] = c + (is_ascii_upper(c) ? 32 : 0);
        return 1;
    }
    int n = look_up_fold(c, out);
    if (c < UNICODE_CASE_TABLE && n == 1) unicode_known_folds[c] = (uint16_t)out[0];
    return n;
}
