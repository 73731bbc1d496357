/* unicodedata: the tables, and what its two files share. */
#ifndef OURO_UNICODEDATA_PARTS_H
#define OURO_UNICODEDATA_PARTS_H

#include "interp/api.h"

/* What a character is in normal forms. MAYBE: it may join the character in front of it. */
enum {
    UNICODE_CANONICAL = 1,  /* has a canonical decomposition */
    UNICODE_COMPATIBLE = 2, /* has a decomposition of any kind */
    UNICODE_NOT_C = 4,
    UNICODE_MAYBE_C = 8,
    UNICODE_NOT_KC = 16,
    UNICODE_MAYBE_KC = 32,
};

/* The properties that many characters have in common. Short texts end with zeros. */
typedef struct UnicodeRecord {
    char category[2], bidirectional[4], width[2];
    uint8_t combining, mirrored, flags, unused;
} UnicodeRecord;

typedef struct UnicodePair {
    uint32_t first, second, composed;
} UnicodePair;

enum { UNICODE_BLOCK = 128, UNICODE_TAG = 16 };

/* One block of the heap, in the order in which tools/unicode_data.py writes it:
 *
 *      counts | number_values | number_keys | keys | starts | parts | pairs | tags | records | index | blocks |
 *      digits
 *
 * blocks[index[c / 128]][c % 128] is the record of c. The character keys[i] decomposes into parts[starts[i]] up to
 * parts[starts[i + 1]], where the upper byte of a start says which tag stands in front. */
typedef struct UnicodeData {
    struct {
        uint32_t numbers, keys, parts, pairs, tags, records, index, blocks;
    } head;
    const double *number_values;
    const uint32_t *number_keys, *keys, *starts, *parts;
    const UnicodePair *pairs; /* sorted by first and second */
    const char (*tags)[UNICODE_TAG];
    const UnicodeRecord *records;
    const uint16_t *index, (*blocks)[UNICODE_BLOCK];
    const int8_t (*digits)[2]; /* the digit and the decimal of a number; -1: it is none */
} UnicodeData;

extern UnicodeData unicodedata;

bool unicodedata_load(void); /* unpacks the tables if that was not done yet; false with MemoryError */

/* The rest is for those who have them. */
static inline const UnicodeRecord *unicodedata_record(uint32_t c) {
    return &unicodedata.records[unicodedata.blocks[unicodedata.index[c / UNICODE_BLOCK]][c % UNICODE_BLOCK]];
}
ptrdiff_t unicodedata_find(const uint32_t *keys, uint32_t count, uint32_t c); /* where c is among sorted keys, or -1 */

/* The letters of Hangul syllables, which are made by rule (The Unicode Standard, 3.12). */
enum { HANGUL = 0xac00, LEAD = 0x1100, VOWEL = 0x1161, TRAIL = 0x11a7 };
enum { LEADS = 19, VOWELS = 21, TRAILS = 28, SYLLABLES = LEADS * VOWELS * TRAILS }; /* of TRAILS the first means none */
int unicodedata_hangul(uint32_t c, uint32_t letters[3]); /* how many letters: 2, 3; 0: no syllable */

/* unicodedata_normal.c */
Object *unicodedata_normalize(Object *self, Object **args, ptrdiff_t nargs);
Object *unicodedata_is_normalized(Object *self, Object **args, ptrdiff_t nargs);

#endif
