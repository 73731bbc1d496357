/* Case and classes of ASCII letters in plain bytes: for bytes, bytearray and ASCII strings. Bytes from 0x80 on are
 * kept. */
#ifndef OURO_ASCII_H
#define OURO_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool ascii_is_lower(uint32_t c) {
    return c - 'a' < 26u;
}
static inline bool ascii_is_upper(uint32_t c) {
    return c - 'A' < 26u;
}
static inline bool ascii_is_digit(uint32_t c) {
    return c - '0' < 10u;
}
static inline bool ascii_is_alpha(uint32_t c) {
    return (c | 32) - 'a' < 26u;
}
static inline bool ascii_is_space(uint32_t c) {
    return c == ' ' || c - 9 < 5u;
} /* as bytes has it: no 28..31 */
static inline uint8_t ascii_to_lower(uint8_t c) {
    return ascii_is_upper(c) ? c + 32 : c;
}
static inline uint8_t ascii_to_upper(uint8_t c) {
    return ascii_is_lower(c) ? c - 32 : c;
}
extern const int8_t ascii_hex_values[256]; /* -1: no digit */
static inline int ascii_hex_value(uint32_t c) {
    return c < 256 ? ascii_hex_values[c] : -1;
}

/* `to` may be `from`. */
typedef void (*AsciiMap)(uint8_t *to, const uint8_t *from, ptrdiff_t n);
void ascii_lower(uint8_t *to, const uint8_t *from, ptrdiff_t n);
void ascii_upper(uint8_t *to, const uint8_t *from, ptrdiff_t n);
void ascii_swapcase(uint8_t *to, const uint8_t *from, ptrdiff_t n);
void ascii_title(uint8_t *to, const uint8_t *from, ptrdiff_t n);
void ascii_capitalize(uint8_t *to, const uint8_t *from, ptrdiff_t n);

#endif
