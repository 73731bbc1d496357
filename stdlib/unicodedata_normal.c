/* unicodedata: the normal forms of text (Unicode Standard Annex #15).
 *
 *      NFD, NFKD   every character is decomposed, canonically or also by compatibility; then marks behind a letter are
 *                  put in the order of their combining classes, those of one class staying as they are
 *      NFC, NFKC   and then letters and marks are joined again where there is a character for both
 *
 * Most text is in its normal form already: one look at the flags of each character tells, or leaves open whether some
 * mark would join the letter in front of it.
 */
#include <string.h>

#include "interp/object/str_impl.h"
#include "stdlib/unicodedata_parts.h"

typedef struct NormalForm {
    const char *name;
    bool compatible, composed;
    uint8_t no, maybe; /* flags of a character that is not, or may not be, in a text of that form */
} NormalForm;

static const NormalForm forms[] = {
    {"NFC", false, true, UNICODE_NOT_C, UNICODE_MAYBE_C},
    {"NFD", false, false, UNICODE_CANONICAL, 0},
    {"NFKC", true, true, UNICODE_NOT_KC, UNICODE_MAYBE_KC},
    {"NFKD", true, false, UNICODE_COMPATIBLE, 0},
};

/* Below this no character combines, and none below the second has a decomposition. */
enum { FIRST_MARK = 0x300, FIRST_DECOMPOSED = 0xa0 };

static inline uint8_t combining(uint32_t c) {
    return c < FIRST_MARK ? 0 : unicodedata_record(c)->combining;
}

typedef enum Answer { NO, YES, MAYBE } Answer;

static Answer quick_check(Text t, const NormalForm *form) {
    Answer answer = YES;
    uint8_t last = 0;
    for (ptrdiff_t i = 0; i < t.length; i++) {
        uint32_t c = text_char(t, i);
        if (c < FIRST_DECOMPOSED) {
            last = 0;
            continue;
        }
        const UnicodeRecord *r = unicodedata_record(c);
        if ((r->combining && r->combining < last) || (r->flags & form->no)) return NO;
        if (r->flags & form->maybe) answer = MAYBE;
        last = r->combining;
    }
    return answer;
}

typedef struct Characters {
    uint32_t *items; /* owned, a block of the heap */
    ptrdiff_t length, capacity;
} Characters;

static bool add(Characters *to, uint32_t c) {
    if (to->length == to->capacity) {
        ptrdiff_t capacity = to->capacity + to->capacity / 2 + 16;
        uint32_t *items = heap_realloc(to->items, (size_t)capacity * sizeof *items);
        if (!items) return raise_memory(), false;
        to->items = items;
        to->capacity = capacity;
    }
    to->items[to->length++] = c;
    return true;
}

/* The parts of a decomposition may have one, too: three deep at most. */
static bool add_decomposed(Characters *to, uint32_t c, bool compatible) {
    if (c < FIRST_DECOMPOSED) return add(to, c);
    uint8_t wanted = compatible ? UNICODE_COMPATIBLE : UNICODE_CANONICAL;
    if (!(unicodedata_record(c)->flags & wanted)) return add(to, c);
    uint32_t letters[3];
    int n = unicodedata_hangul(c, letters);
    if (n) return add(to, letters[0]) && add(to, letters[1]) && (n == 2 || add(to, letters[2]));
    ptrdiff_t at = unicodedata_find(unicodedata.keys, unicodedata.head.keys, c);
    const uint32_t *starts = unicodedata.starts + at, past = 0xffffff;
    for (uint32_t i = starts[0] & past; i < (starts[1] & past); i++)
        if (!add_decomposed(to, unicodedata.parts[i], compatible)) return false;
    return true;
}

/* A few marks are sorted in place, many by counting those of each class: a text of nothing but marks takes no longer.
 */
enum { FEW_MARKS = 16 };

static bool sort_marks(uint32_t *marks, ptrdiff_t n) {
    if (n <= FEW_MARKS) {
        for (ptrdiff_t i = 1; i < n; i++) {
            uint32_t mark = marks[i];
            ptrdiff_t k = i;
            for (; k > 0 && combining(marks[k - 1]) > combining(mark); k--) marks[k] = marks[k - 1];
            marks[k] = mark;
        }
        return true;
    }
    ptrdiff_t place[257] = {0}; /* place[k + 1]: how many are of class k; then where the first of them goes */
    uint32_t *unsorted = heap_alloc((size_t)n * sizeof *unsorted);
    if (!unsorted) return raise_memory(), false;
    memcpy(unsorted, marks, (size_t)n * sizeof *unsorted);
    for (ptrdiff_t i = 0; i < n; i++) place[combining(marks[i]) + 1]++;
    for (int k = 1; k < 257; k++) place[k] += place[k - 1];
    for (ptrdiff_t i = 0; i < n; i++) marks[place[combining(unsorted[i])]++] = unsorted[i];
    heap_free(unsorted);
    return true;
}

static bool order_marks(Characters *text) {
    for (ptrdiff_t i = 0, start; i < text->length; i++) {
        start = i;
        while (i < text->length && combining(text->items[i])) i++;
        if (i - start > 1 && !sort_marks(text->items + start, i - start)) return false;
    }
    return true;
}

/* The character that two are together, or 0. */
static uint32_t joined(uint32_t first, uint32_t second) {
    if (!(unicodedata_record(second)->flags & UNICODE_MAYBE_C)) return 0;
    if (first - LEAD < LEADS && second - VOWEL < VOWELS)
        return HANGUL + ((first - LEAD) * VOWELS + (second - VOWEL)) * TRAILS;
    if (first - HANGUL < SYLLABLES && (first - HANGUL) % TRAILS == 0 && second - TRAIL - 1 < TRAILS - 1)
        return first + (second - TRAIL);
    const UnicodePair *low = unicodedata.pairs, *high = low + unicodedata.head.pairs;
    while (low < high) {
        const UnicodePair *middle = low + (high - low) / 2;
        if (middle->first == first && middle->second == second) return middle->composed;
        if (middle->first < first || (middle->first == first && middle->second < second))
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Each character is joined to the last one that does not combine, unless one between them is in the way. */
static void compose(Characters *text) {
    ptrdiff_t starter = -1, n = 0;
    uint8_t last = 0;
    for (ptrdiff_t i = 0; i < text->length; i++) {
        uint32_t c = text->items[i], both;
        uint8_t class = combining(c);
        bool free = starter >= 0 && (last < class || (last == 0 && starter == n - 1));
        if (free && (both = joined(text->items[starter], c))) {
            text->items[starter] = both;
            continue;
        }
        if (class == 0) starter = n;
        last = class;
        text->items[n++] = c;
    }
    text->length = n;
}

static Object *normalized(Text t, const NormalForm *form) {
    Characters text = {0};
    bool well = true;
    for (ptrdiff_t i = 0; well && i < t.length; i++) well = add_decomposed(&text, text_char(t, i), form->compatible);
    well = well && order_marks(&text);
    if (well && form->composed) compose(&text);
    Object *result = well ? str_from_ucs4(text.items, text.length) : NULL;
    heap_free(text.items);
    return result;
}

/* The arguments of both functions; *form is NULL for a text that is in every form. False: an exception. */
static bool take_arguments(const char *function, Object **args, const NormalForm **form) {
    if (str_expect_arg(args[0], function, 1) < 0 || str_expect_arg(args[1], function, 2) < 0) return false;
    *form = NULL;
    if (str_length(args[1]) == 0) return true;
    for (size_t i = 0; !*form && i < sizeof forms / sizeof *forms; i++)
        if (str_equal_c(args[0], forms[i].name)) *form = &forms[i];
    if (!*form) return raise_error(&exc_ValueError, "invalid normalization form"), false;
    if (((Str *)args[1])->ascii) *form = NULL;
    return !*form || unicodedata_load();
}

Object *unicodedata_normalize(Object *self, Object **args, ptrdiff_t nargs) {
    const NormalForm *form;
    if (!take_arguments("normalize", args, &form)) return NULL;
    Text t = str_text(args[1]);
    return !form || quick_check(t, form) == YES ? str_exact(args[1]) : normalized(t, form);
}

Object *unicodedata_is_normalized(Object *self, Object **args, ptrdiff_t nargs) {
    const NormalForm *form;
    if (!take_arguments("is_normalized", args, &form)) return NULL;
    Text t = str_text(args[1]);
    Answer answer = form ? quick_check(t, form) : YES;
    if (answer != MAYBE) return new_bool(answer == YES);
    Object *normal = normalized(t, form);
    if (!normal) return NULL;
    bool same = text_equal(t, str_text(normal));
    decref(normal);
    return new_bool(same);
}
