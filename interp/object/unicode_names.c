/* The names of characters. Most ideographs and all Hangul syllables have names made by rule. */
#include "interp/object/unicode_names.h"
#include <stdio.h>
#include <string.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct Ideographs {
    uint32_t first, last;
    const char *prefix;
} Ideographs;

static const Ideographs ideographs[] = {
    {0x3400, 0x4dbf, "CJK UNIFIED IDEOGRAPH-"},   {0x4e00, 0x9fff, "CJK UNIFIED IDEOGRAPH-"},
    {0x20000, 0x2a6df, "CJK UNIFIED IDEOGRAPH-"}, {0x2a700, 0x2b739, "CJK UNIFIED IDEOGRAPH-"},
    {0x2b740, 0x2b81d, "CJK UNIFIED IDEOGRAPH-"}, {0x2b820, 0x2cea1, "CJK UNIFIED IDEOGRAPH-"},
    {0x2ceb0, 0x2ebe0, "CJK UNIFIED IDEOGRAPH-"}, {0x2ebf0, 0x2ee5d, "CJK UNIFIED IDEOGRAPH-"},
    {0x30000, 0x3134a, "CJK UNIFIED IDEOGRAPH-"}, {0x31350, 0x323af, "CJK UNIFIED IDEOGRAPH-"},
};

/* Hangul syllables: a leading consonant, a vowel and perhaps a trailing consonant, by their short names. */
static const char *const leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                    "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                     "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const trails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                     "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

enum { HANGUL = 0xac00, VOWELS = 21, TRAILS = 28, SYLLABLES = 19 * VOWELS * TRAILS };

int unicode_name(uint32_t c, char *out) {
    if (c - HANGUL < SYLLABLES) {
        uint32_t i = c - HANGUL;
        return sprintf(out, "HANGUL SYLLABLE %s%s%s", leads[i / (VOWELS * TRAILS)], vowels[i / TRAILS % VOWELS],
                       trails[i % TRAILS]);
    }
    for (size_t i = 0; i < sizeof(ideographs) / sizeof(*ideographs); i++)
        if (c >= ideographs[i].first && c <= ideographs[i].last)
            return sprintf(out, "%s%X", ideographs[i].prefix, (unsigned)c);
    return 0;
}

int32_t unicode_lookup(const char *name, size_t n) {
    return -1;
}
