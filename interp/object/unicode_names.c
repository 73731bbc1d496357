/* The names of characters: compressed text inside the program (unicode_names.z, written by tools/unicode_names.py),
 * unpacked on first use. Its four parts, each with an empty line behind it:
 *
 *      41;LATIN CAPITAL LETTER A           a character, in rising order: found by binary search
 *      4E00..9FFF;CJK UNIFIED IDEOGRAPH-   a range: the name is the prefix and the character's number
 *      A;LINE FEED                         another name
 *      0023 FE0F 20E3;KEYCAP NUMBER SIGN   a sequence of characters
 *
 * A name is found by searching the text for ";NAME\n", which takes a tenth of a millisecond. The names of Hangul
 * syllables are made by rule.
 */
#include "interp/object/unicode_names.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "gc/heap.h"
#include "interp/object/ascii.h"
#include "interp/object/text.h"

__asm__(".section .rodata\n"
        "unicode_names_z: .incbin \"interp/object/unicode_names.z\"\n"
        "unicode_names_z_end: .byte 0\n"
        ".previous");
extern const uint8_t unicode_names_z[], unicode_names_z_end[];

enum { NAMED, RANGES, ALIASES, SEQUENCES, PARTS };

static char *text;                  /* NULL: not unpacked yet */
static const char *part[PARTS + 1]; /* where each begins; the empty line in front of the next belongs to it */

static bool unpack(void) {
    if (text) return true;
    const uint8_t *z = unicode_names_z;
    uLongf n = z[0] | z[1] << 8 | z[2] << 16 | (uLongf)z[3] << 24;
    char *room = heap_alloc(n + 2);
    if (!room) return false;
    room[0] = '\n'; /* so that every line has one in front */
    if (uncompress((Bytef *)room + 1, &n, z + 4, (uLong)(unicode_names_z_end - z - 4)) != Z_OK) abort();
    room[n + 1] = 0;
    part[NAMED] = room + 1;
    for (int i = NAMED; i < PARTS; i++) part[i + 1] = strstr(part[i], "\n\n") + 2;
    text = room;
    return true;
}

void unicode_names_shutdown(void) {
    heap_free(text);
    text = NULL;
}

static size_t line_length(const char *line) {
    return strchr(line, '\n') - line;
}

/* Hangul syllables: a leading consonant, a vowel and perhaps a trailing consonant, by their short names. */
static const char *const leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                    "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                     "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const trails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                     "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
enum { HANGUL = 0xac00, LEADS = 19, VOWELS = 21, TRAILS = 28, SYLLABLES = LEADS * VOWELS * TRAILS };

static int syllable_name(uint32_t i, char *out) {
    return sprintf(out, "HANGUL SYLLABLE %s%s%s", leads[i / (VOWELS * TRAILS)], vowels[i / TRAILS % VOWELS],
                   trails[i % TRAILS]);
}

/* Which of the names is the longest at the start of s? Its index; *s moves behind it. */
static int longest(const char *const *list, int count, const char **s) {
    int best = -1;
    size_t most = 0;
    for (int i = 0; i < count; i++) {
        size_t n = strlen(list[i]);
        if (strncmp(*s, list[i], n) == 0 && (best < 0 || n > most)) {
            best = i;
            most = n;
        }
    }
    *s += most;
    return best;
}

static int32_t syllable_named(const char *s) {
    int lead = longest(leads, LEADS, &s), vowel = longest(vowels, VOWELS, &s), trail = longest(trails, TRAILS, &s);
    return lead < 0 || vowel < 0 || *s ? -1 : HANGUL + (lead * VOWELS + vowel) * TRAILS + trail;
}

/* By number. */

static int range_name(uint32_t c, char *out) {
    for (const char *line = part[RANGES]; *line != '\n'; line += line_length(line) + 1) {
        char *end;
        uint32_t first = (uint32_t)strtoul(line, &end, 16), last = (uint32_t)strtoul(end + 2, &end, 16);
        if (c < first || c > last) continue;
        int n = (int)line_length(++end);
        return sprintf(out, "%.*s%X", n, end, (unsigned)c);
    }
    return 0;
}

int unicode_name(uint32_t c, char *out) {
    if (c - HANGUL < SYLLABLES) return syllable_name(c - HANGUL, out);
    if (!unpack()) return 0;
    const char *low = part[NAMED], *high = part[RANGES] - 1; /* lines that may be it */
    while (low < high) {
        const char *line = low + (high - low) / 2;
        while (line[-1] != '\n') line--;
        char *end;
        uint32_t here = (uint32_t)strtoul(line, &end, 16);
        size_t n = line_length(end) - 1;
        if (here == c) {
            memcpy(out, end + 1, n);
            out[n] = 0;
            return (int)n;
        }
        if (here < c)
            low = end + n + 2;
        else
            high = line;
    }
    return range_name(c, out);
}

/* By name. */

/* The line of a name between two parts, or NULL. */
static const char *line_of(const char *name, int from, int to) {
    char pattern[UNICODE_NAME_MAX + 4];
    int n = snprintf(pattern, sizeof(pattern), ";%s\n", name);
    ptrdiff_t i = text_find(text_of(part[from], part[to] - part[from], 1), text_of(pattern, n, 1));
    if (i < 0) return NULL;
    const char *line = part[from] + i;
    while (line[-1] != '\n') line--;
    return line;
}

static int32_t named_in_range(const char *name) {
    const char *dash = strrchr(name, '-');
    if (!dash) return -1;
    char *end, made[UNICODE_NAME_MAX];
    unsigned long c = strtoul(dash + 1, &end, 16);
    return *end || end - dash < 5 || !range_name((uint32_t)c, made) || strcmp(made, name) != 0 ? -1 : (int32_t)c;
}

static bool to_upper(const char *name, size_t n, char *upper) {
    if (n == 0 || n >= UNICODE_NAME_MAX || memchr(name, '\n', n) || memchr(name, ';', n) || memchr(name, 0, n))
        return false;
    ascii_upper((uint8_t *)upper, (const uint8_t *)name, (ptrdiff_t)n);
    upper[n] = 0;
    return true;
}

int32_t unicode_lookup(const char *name, size_t n) {
    char upper[UNICODE_NAME_MAX];
    if (!to_upper(name, n, upper)) return -1;
    if (strncmp(upper, "HANGUL SYLLABLE ", 16) == 0) return syllable_named(upper + 16);
    if (!unpack()) return -1;
    const char *line = line_of(upper, NAMED, RANGES);
    if (!line) line = line_of(upper, ALIASES, SEQUENCES);
    return line ? (int32_t)strtoul(line, NULL, 16) : named_in_range(upper);
}

int unicode_lookup_sequence(const char *name, size_t n, uint32_t *out) {
    char upper[UNICODE_NAME_MAX];
    int count = 0;
    if (!to_upper(name, n, upper) || !unpack()) return 0;
    const char *line = line_of(upper, SEQUENCES, PARTS);
    for (char *end; line && *line != ';'; line = end) out[count++] = (uint32_t)strtoul(line, &end, 16);
    return count;
}
