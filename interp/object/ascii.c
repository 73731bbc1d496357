/* Case of ASCII letters, 16 bytes at a time in GCC's portable vectors. */
#include "interp/object/ascii.h"
#include <string.h>

const int8_t ascii_hex_values[256] = {
    [0 ... '0' - 1] = -1,
    ['0'] = 0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    ['9' + 1 ... 'A' - 1] = -1,
    ['A'] = 10,
    11,
    12,
    13,
    14,
    15,
    ['F' + 1 ... 'a' - 1] = -1,
    ['a'] = 10,
    11,
    12,
    13,
    14,
    15,
    ['f' + 1 ... 255] = -1,
};

typedef uint8_t Bytes16 __attribute__((vector_size(16)));

/* Flips the case bit of the letters from `first` to first + 25. */
static inline __attribute__((always_inline)) void flip(uint8_t *to, const uint8_t *from, ptrdiff_t n, uint8_t first) {
    ptrdiff_t i = 0;
    for (; i + 16 <= n; i += 16) {
        Bytes16 v;
        memcpy(&v, from + i, 16);
        v ^= (Bytes16)(v - first < 26) & 32;
        memcpy(to + i, &v, 16);
    }
    for (; i < n; i++) to[i] = from[i] ^ ((uint8_t)(from[i] - first) < 26 ? 32 : 0);
}

void ascii_lower(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
    flip(to, from, n, 'A');
}

void ascii_upper(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
    flip(to, from, n, 'a');
}

void ascii_swapcase(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
    for (ptrdiff_t i = 0; i < n; i++) to[i] = ascii_is_alpha(from[i]) ? from[i] ^ 32 : from[i];
}

void ascii_title(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
    bool inside = false;
    for (ptrdiff_t i = 0; i < n; i++) {
        uint8_t c = from[i];
        to[i] = inside ? ascii_to_lower(c) : ascii_to_upper(c);
        inside = ascii_is_alpha(c);
    }
}

void ascii_capitalize(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
    if (n == 0) return;
    uint8_t first = ascii_to_upper(from[0]);
    ascii_lower(to, from, n);
    to[0] = first;
}
