/* The tables beside utf8proc's: what it lacks of Unicode 16. Sorted, for binary search. */
#ifndef OURO_UNICODE_TABLES_H
#define OURO_UNICODE_TABLES_H

#include <stdint.h>

typedef struct UnicodeRange {
    uint32_t first, last;
} UnicodeRange;

typedef struct UnicodeCategoryRange {
    uint32_t first, last;
    int category;
} UnicodeCategoryRange;

typedef enum UnicodeCase { UNICODE_UPPER, UNICODE_LOWER, UNICODE_TITLE, UNICODE_FOLD } UnicodeCase;

typedef struct UnicodeMapping {
    uint32_t from;
    UnicodeCase mapping;
    uint32_t to[3];
} UnicodeMapping;

extern const UnicodeCategoryRange unicode_new_category[];
extern const UnicodeRange unicode_other_lower[], unicode_other_upper[], unicode_other_ignorable[],
    unicode_other_start[], unicode_other_continue[], unicode_other_digit[], unicode_other_numeric[];
enum { UNICODE_CASE_TABLE = 0x590 };
extern const uint16_t unicode_simple_lower[UNICODE_CASE_TABLE], unicode_simple_upper[UNICODE_CASE_TABLE];
extern const UnicodeMapping unicode_mappings[];
extern uint16_t unicode_known_folds[UNICODE_CASE_TABLE]; /* what folds to one character, of those that were looked up */
extern const int unicode_new_category_count, unicode_other_lower_count, unicode_other_upper_count,
    unicode_other_ignorable_count, unicode_other_start_count, unicode_other_continue_count, unicode_other_digit_count,
    unicode_other_numeric_count, unicode_mappings_count;

#endif
