/* Searching, against the simplest way to do it: all kinds, all places, texts with few and with many repetitions. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include "interp/object/text.h"

static uint64_t state = 1;
static unsigned any(unsigned n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

static ptrdiff_t naive(Text t, Text needle, ptrdiff_t from) {
    for (ptrdiff_t i = from; i + needle.length <= t.length; i++) {
        ptrdiff_t k = 0;
        while (k < needle.length && text_char(t, i + k) == text_char(needle, k)) k++;
        if (k == needle.length) return i;
    }
    return -1;
}

static ptrdiff_t naive_last(Text t, Text needle) {
    ptrdiff_t last = -1;
    for (ptrdiff_t i = -1; (i = naive(t, needle, i + 1)) >= 0;) last = i;
    return last;
}

/* Letters from a small set, so that parts of the needle are found all the time. */
static Text random_text(void *room, unsigned kind, ptrdiff_t n, unsigned letters) {
    for (ptrdiff_t i = 0; i < n; i++) text_put(room, kind, i, 'a' + any(letters));
    return text_of(room, n, kind);
}

static void check(unsigned kind, unsigned needle_kind, unsigned letters) {
    static uint32_t room[512], needle_room[64];
    Text t = random_text(room, kind, any(400), letters);
    Text needle = random_text(needle_room, needle_kind, 1 + any(any(4) ? 6 : 60), letters);
    if (any(2) && t.length > needle.length) { /* one that is there */
        const char *from = (char *)room + any((unsigned)(t.length - needle.length)) * kind;
        text_copy(needle_room, needle_kind, from, kind, needle.length);
    }
    cr_assert_eq(text_find(t, needle), naive(t, needle, 0));
    cr_assert_eq(text_rfind(t, needle), naive_last(t, needle));
    Matches m = text_matches(t, needle);
    ptrdiff_t count = 0, at = 0;
    for (ptrdiff_t i; (i = naive(t, needle, at)) >= 0; count++) {
        cr_assert_eq(text_next_match(&m), i);
        at = i + needle.length;
    }
    cr_assert_eq(text_next_match(&m), -1);
    cr_assert_eq(text_count(t, needle, PTRDIFF_MAX), count);
}

Test(text_find, agrees_with_the_simple_way) {
    static const unsigned kinds[][2] = {{1, 1}, {2, 1}, {2, 2}, {4, 1}, {4, 2}, {4, 4}};
    for (int round = 0; round < 20000; round++) {
        const unsigned *k = kinds[any(6)];
        check(k[0], k[1], 1 + any(4));
    }
}

Test(text_find, a_character_of_each_width) {
    static uint32_t room[100];
    for (unsigned kind = 1; kind <= 4; kind *= 2)
        for (ptrdiff_t n = 0; n < 70; n++) {
            text_fill(room, kind, 0, 'x', n);
            Text t = text_of(room, n, kind);
            cr_assert_eq(text_find_char(t, 'y'), -1);
            cr_assert_eq(text_rfind_char(t, 'y'), -1);
            for (ptrdiff_t i = 0; i < n; i++) {
                text_put(room, kind, i, 'y');
                cr_assert_eq(text_find_char(t, 'y'), i);
                cr_assert_eq(text_rfind_char(t, 'y'), i);
                text_put(room, kind, i, 'x');
            }
        }
    cr_assert_eq(text_find_char(text_of("abc", 3, 1), 0x161), -1); /* its low byte is 'a' */
}

Test(text_find, whitespace_by_the_vector) {
    static uint8_t room[64];
    for (int round = 0; round < 5000; round++) {
        ptrdiff_t n = any(64);
        for (ptrdiff_t i = 0; i < n; i++) room[i] = (uint8_t)any(any(2) ? 256 : 34);
        SpaceScan scan = {.data = room, .length = n, .block = -1};
        for (ptrdiff_t from = 0; from <= n; from++) {
            ptrdiff_t i = from;
            while (i < n && !space_is(room[i], SPACE_LATIN1)) i++;
            cr_assert_eq(space_scan(&scan, from, true, SPACE_LATIN1), i);
            i = from;
            while (i < n && space_is(room[i], SPACE_LATIN1)) i++;
            cr_assert_eq(space_scan(&scan, from, false, SPACE_LATIN1), i);
        }
    }
}
