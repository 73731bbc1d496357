/* Properties of characters, as Python's str methods define them. All of Unicode 16: see unicode.c. */
#ifndef OURO_UNICODE_H
#define OURO_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#define UNICODE_MAX 0x10ffff

int unicode_category(uint32_t c); /* utf8proc_category_t */
bool unicode_is_printable_category(uint32_t c);
extern const uint32_t unicode_all_printable[]; /* bit c >> 8: all of these 256 characters are */
bool unicode_is_alpha(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_xid_start(uint32_t c); /* '_' too */
bool unicode_is_xid_continue(uint32_t c);

static inline bool unicode_is_surrogate(uint32_t c) {
    return c >= 0xd800 && c <= 0xdfff;
}

static inline bool unicode_is_printable(uint32_t c) {
    if (c < 0x7f) return c >= 0x20;
    return unicode_all_printable[c >> 13] >> (c >> 8 & 31) & 1 || unicode_is_printable_category(c);
}

static inline bool unicode_is_space(uint32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

static inline bool unicode_is_line_break(uint32_t c) {
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool unicode_is_caseless(uint32_t c); /* all mappings leave it as it is */
/* Full case mappings: writes up to 3 characters to `out`, returns how many. */
int unicode_to_lower(uint32_t c, uint32_t *out);
int unicode_to_upper(uint32_t c, uint32_t *out);
int unicode_to_title(uint32_t c, uint32_t *out);
int unicode_fold(uint32_t c, uint32_t *out);

#endif
