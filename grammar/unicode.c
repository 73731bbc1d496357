/* Properties of characters, from general categories: utf8proc's, unless the interpreter knows newer ones. XID_Start and
 * XID_Continue are derived from these, with the exceptions that Unicode keeps for the stability of names (PropList,
 * DerivedCoreProperties). */
#include "grammar/unicode.h"

#include <utf8proc.h>

#include "grammar/parse.h"

int (*parse_unicode_category)(uint32_t c);

static int category_of(int32_t c) {
    return parse_unicode_category && c >= 0 ? parse_unicode_category((uint32_t)c) : (int)utf8proc_category(c);
}

int unicode_decode(const char *s, size_t n, int32_t *c) {
    utf8proc_int32_t code;
    utf8proc_ssize_t read = utf8proc_iterate((const utf8proc_uint8_t *)s, n, &code);
    *c = read > 0 ? code : -1;
    return read > 0 ? (int)read : 1;
}

int unicode_encode(char *out, int32_t c) {
    unsigned char *o = (unsigned char *)out;
    if (c < 0x80) {
        o[0] = c;
        return 1;
    }
    if (c < 0x800) {
        o[0] = 0xc0 | c >> 6;
        o[1] = 0x80 | (c & 0x3f);
        return 2;
    }
    if (c < 0x10000) {
        o[0] = 0xe0 | c >> 12;
        o[1] = 0x80 | (c >> 6 & 0x3f);
        o[2] = 0x80 | (c & 0x3f);
        return 3;
    }
    o[0] = 0xf0 | c >> 18;
    o[1] = 0x80 | (c >> 12 & 0x3f);
    o[2] = 0x80 | (c >> 6 & 0x3f);
    o[3] = 0x80 | (c & 0x3f);
    return 4;
}

bool unicode_is_printable(int32_t c) {
    switch (category_of(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    case UTF8PROC_CATEGORY_ZS: return c == ' ';
    default: return true;
    }
}

typedef struct Range {
    int32_t first, last;
} Range;

static bool in_ranges(int32_t c, const Range *ranges, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) return true;
    }
    return false;
}

#define IN(c, ranges) in_ranges(c, ranges, sizeof ranges / sizeof *ranges)

/* Letters, but for those whose compatibility form is no name. */
static bool is_start(int32_t c) {
    static const Range more[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212e, 0x212e}};
    static const Range less[] = {{0x37a, 0x37a},   {0xe33, 0xe33},   {0xeb3, 0xeb3},   {0x2e2f, 0x2e2f},
                                 {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70}, {0xfe72, 0xfe72},
                                 {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a},
                                 {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e}, {0xff9e, 0xff9f}};
    switch (category_of(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return !IN(c, less);
    default: return IN(c, more);
    }
}

/* Besides letters: marks, digits, connectors. */
static bool is_part(int32_t c) {
    static const Range more[] = {{0xb7, 0xb7},     {0x387, 0x387},   {0xe33, 0xe33},   {0xeb3, 0xeb3},
                                 {0x1369, 0x1371}, {0x19da, 0x19da}, {0x200c, 0x200d}, {0x30fb, 0x30fb},
                                 {0xff65, 0xff65}, {0xff9e, 0xff9f}};
    switch (category_of(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return is_start(c) || IN(c, more);
    }
}

bool unicode_is_name_start(int32_t c) {
    return c == '_' || (c >= 0 && is_start(c));
}
bool unicode_is_name_part(int32_t c) {
    return c >= 0 && is_part(c);
}

/* The only compatibility forms in names that utf8proc does not know: the outlined digits of Unicode 16. */
static utf8proc_int32_t plain_digit(utf8proc_int32_t c, void *data) {
    return c >= 0x1ccf0 && c <= 0x1ccf9 ? c - 0x1ccf0 + '0' : c;
}

char *unicode_normalise(const char *s, size_t n) {
    utf8proc_uint8_t *out = NULL;
    utf8proc_option_t nfkc = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    utf8proc_map_custom((const utf8proc_uint8_t *)s, n, &out, nfkc, plain_digit, NULL);
    return (char *)out;
}
