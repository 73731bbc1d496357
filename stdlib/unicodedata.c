/* unicodedata: what the Unicode database knows of each character; the normal forms are in unicodedata_normal.c.
 *
 * The tables are compressed data inside the program (unicodedata.z, written by tools/unicode_data.py), unpacked when
 * the first function needs them: 0.2 MB, in which a character is found by two steps. The names are those that \N{...}
 * has (interp/object/unicode_names.c).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "interp/object/bytes.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/unicode_names.h"
#include "stdlib/unicodedata_parts.h"

/* --- the tables --- */

__asm__(".section .rodata\n"
        "unicodedata_z: .incbin \"stdlib/unicodedata.z\"\n"
        "unicodedata_z_end: .byte 0\n"
        ".previous");
extern const uint8_t unicodedata_z[], unicodedata_z_end[];

UnicodeData unicodedata;
static uint8_t *block; /* where the tables are; NULL: not unpacked yet */

/* The table at *p, which ends where the next one begins. */
static const void *table(const uint8_t **p, uint32_t count, size_t size) {
    const void *t = *p;
    *p += count * size;
    return t;
}

static bool unpack(void) {
    uint32_t size;
    memcpy(&size, unicodedata_z, sizeof size);
    uLongf n = size;
    if (!(block = heap_alloc(n))) return raise_memory(), false;
    if (uncompress(block, &n, unicodedata_z + 4, (uLong)(unicodedata_z_end - unicodedata_z - 4)) != Z_OK) abort();
    UnicodeData *d = &unicodedata;
    memcpy(&d->head, block, sizeof d->head);
    const uint8_t *p = block + sizeof d->head;
    d->number_values = table(&p, d->head.numbers, sizeof *d->number_values);
    d->number_keys = table(&p, d->head.numbers, sizeof *d->number_keys);
    d->keys = table(&p, d->head.keys, sizeof *d->keys);
    d->starts = table(&p, d->head.keys + 1, sizeof *d->starts);
    d->parts = table(&p, d->head.parts, sizeof *d->parts);
    d->pairs = table(&p, d->head.pairs, sizeof *d->pairs);
    d->tags = table(&p, d->head.tags, sizeof *d->tags);
    d->records = table(&p, d->head.records, sizeof *d->records);
    d->index = table(&p, d->head.index, sizeof *d->index);
    d->blocks = table(&p, d->head.blocks, sizeof *d->blocks);
    d->digits = table(&p, d->head.numbers, sizeof *d->digits);
    assert(p == block + n);
    return true;
}

bool unicodedata_load(void) {
    return likely(block != NULL) || unpack();
}

static void teardown(void) {
    heap_free(block);
    block = NULL;
}

ptrdiff_t unicodedata_find(const uint32_t *keys, uint32_t count, uint32_t c) {
    ptrdiff_t low = 0, high = count;
    while (low < high) {
        ptrdiff_t middle = low + (high - low) / 2;
        if (keys[middle] == c) return middle;
        if (keys[middle] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int unicodedata_hangul(uint32_t c, uint32_t letters[3]) {
    uint32_t i = c - HANGUL;
    if (i >= SYLLABLES) return 0;
    letters[0] = LEAD + i / (VOWELS * TRAILS);
    letters[1] = VOWEL + i / TRAILS % VOWELS;
    letters[2] = TRAIL + i % TRAILS;
    return letters[2] == TRAIL ? 2 : 3;
}

/* --- properties --- */

/* The character of an argument; false: an exception. */
static bool take_character(const char *function, const char *argument, Object *o, uint32_t *c) {
    if (!str_check(o))
        return raise_error(&exc_TypeError, "%s() %s must be a unicode character, not %.100K", function, argument, o),
               false;
    if (str_length(o) != 1)
        return raise_error(&exc_TypeError, "%s(): %s must be a unicode character, not a string of length %zd", function,
                           argument, str_length(o)),
               false;
    *c = str_at((Str *)o, 0);
    return true;
}

static const UnicodeRecord *take_record(const char *function, Object *o) {
    uint32_t c;
    return take_character(function, "argument", o, &c) && unicodedata_load() ? unicodedata_record(c) : NULL;
}

static Object *short_text(const char *text, size_t most) {
    return str_from_ascii(text, strnlen(text, most));
}

static Object *f_category(Object *self, Object **args, ptrdiff_t nargs) {
    const UnicodeRecord *r = take_record("category", args[0]);
    return r ? short_text(r->category, sizeof r->category) : NULL;
}

static Object *f_bidirectional(Object *self, Object **args, ptrdiff_t nargs) {
    const UnicodeRecord *r = take_record("bidirectional", args[0]);
    return r ? short_text(r->bidirectional, sizeof r->bidirectional) : NULL;
}

static Object *f_combining(Object *self, Object **args, ptrdiff_t nargs) {
    const UnicodeRecord *r = take_record("combining", args[0]);
    return r ? int_from_i64(r->combining) : NULL;
}

static Object *f_mirrored(Object *self, Object **args, ptrdiff_t nargs) {
    const UnicodeRecord *r = take_record("mirrored", args[0]);
    return r ? int_from_i64(r->mirrored) : NULL;
}

static Object *f_east_asian_width(Object *self, Object **args, ptrdiff_t nargs) {
    const UnicodeRecord *r = take_record("east_asian_width", args[0]);
    return r ? short_text(r->width, sizeof r->width) : NULL;
}

static Object *f_decomposition(Object *self, Object **args, ptrdiff_t nargs) {
    uint32_t c, letters[3];
    if (!take_character("decomposition", "argument", args[0], &c) || !unicodedata_load()) return NULL;
    const UnicodeData *d = &unicodedata;
    const char *tag = "";
    const uint32_t *parts = letters;
    ptrdiff_t n = unicodedata_hangul(c, letters), at = n ? -1 : unicodedata_find(d->keys, d->head.keys, c);
    if (at >= 0) {
        tag = d->tags[d->starts[at] >> 24];
        parts = d->parts + (d->starts[at] & 0xffffff);
        n = (d->starts[at + 1] & 0xffffff) - (d->starts[at] & 0xffffff);
    }
    char text[UNICODE_TAG + 20 * 7], *end = stpcpy(text, tag);
    assert(n <= 20); /* the longest has 18 parts */
    for (ptrdiff_t i = 0; i < n; i++) {
        if (end > text) *end++ = ' ';
        for (int shift = parts[i] > 0xfffff ? 20 : parts[i] > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
            *end++ = "0123456789ABCDEF"[parts[i] >> shift & 15];
    }
    return str_from_ascii(text, (size_t)(end - text));
}

/* --- numbers --- */

/* Where the number is that the character stands for; -1: it stands for none; -2: an exception. */
static ptrdiff_t take_number(const char *function, Object *o) {
    uint32_t c;
    if (!take_character(function, "argument 1", o, &c) || !unicodedata_load()) return -2;
    return unicodedata_find(unicodedata.number_keys, unicodedata.head.numbers, c);
}

static Object *no_number(ptrdiff_t at, const char *message, Object **args, ptrdiff_t nargs) {
    if (at == -2) return NULL;
    return nargs > 1 ? newref(args[1]) : raise_error(&exc_ValueError, "%s", message);
}

static Object *f_digit(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t at = take_number("digit", args[0]);
    int value = at < 0 ? -1 : unicodedata.digits[at][0];
    return value < 0 ? no_number(at, "not a digit", args, nargs) : int_from_i64(value);
}

static Object *f_decimal(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t at = take_number("decimal", args[0]);
    int value = at < 0 ? -1 : unicodedata.digits[at][1];
    return value < 0 ? no_number(at, "not a decimal", args, nargs) : int_from_i64(value);
}

static Object *f_numeric(Object *self, Object **args, ptrdiff_t nargs) {
    ptrdiff_t at = take_number("numeric", args[0]);
    return at < 0 ? no_number(at, "not a numeric character", args, nargs) : float_new(unicodedata.number_values[at]);
}

/* --- names --- */

static Object *f_name(Object *self, Object **args, ptrdiff_t nargs) {
    uint32_t c;
    if (!take_character("name", "argument 1", args[0], &c)) return NULL;
    char name[UNICODE_NAME_MAX];
    int n = unicode_name(c, name);
    if (n) return str_from_ascii(name, (size_t)n);
    return nargs > 1 ? newref(args[1]) : raise_error(&exc_ValueError, "no such name");
}

static Object *lookup(const char *name, size_t n) {
    if (n > 256) return raise_error(&exc_KeyError, "name too long");
    uint32_t sequence[UNICODE_SEQUENCE_MAX];
    int32_t c = unicode_lookup(name, n);
    int length = c >= 0 ? 0 : unicode_lookup_sequence(name, n, sequence);
    if (c >= 0) return str_from_char((uint32_t)c);
    if (length) return str_from_ucs4(sequence, length);
    return raise_error(&exc_KeyError, "undefined character name '%.*s'", (int)n, name);
}

static Object *f_lookup(Object *self, Object **args, ptrdiff_t nargs) {
    size_t n;
    char *own;
    if (str_check(args[0])) {
        const char *name = str_utf8(args[0], &n, &own);
        Object *found = name ? lookup(name, n) : NULL;
        heap_free(own);
        return found;
    }
    if (bytes_check(args[0])) return lookup((char *)((Bytes *)args[0])->data, (size_t)bytes_length(args[0]));
    if (buffer_check(args[0]))
        return raise_error(&exc_TypeError, "lookup() argument must be read-only bytes-like object, not %T", args[0]);
    return raise_error(&exc_TypeError, "a bytes-like object is required, not '%T'", args[0]);
}

static const Method methods[] = {
    {"bidirectional", f_bidirectional, 1, 1,
     "bidirectional(chr, /)\n--\n\nThe class of direction, such as 'L'; '' where there is none."},
    {"category", f_category, 1, 1, "category(chr, /)\n--\n\nThe general category, such as 'Lu'."},
    {"combining", f_combining, 1, 1,
     "combining(chr, /)\n--\n\nThe canonical combining class; 0 for what does not combine."},
    {"decimal", f_decimal, 1, 2,
     "decimal(chr, default=<unrepresentable>, /)\n--\n\nThe value of a decimal digit, or default, or ValueError."},
    {"decomposition", f_decomposition, 1, 1,
     "decomposition(chr, /)\n--\n\nWhat a character is made of: codes in hexadecimal, perhaps with a tag in front."},
    {"digit", f_digit, 1, 2,
     "digit(chr, default=<unrepresentable>, /)\n--\n\nThe value of a digit, or default, or ValueError."},
    {"east_asian_width", f_east_asian_width, 1, 1,
     "east_asian_width(chr, /)\n--\n\nThe width in East Asian text: 'N', 'Na', 'W', 'F', 'H' or 'A'."},
    {"is_normalized", unicodedata_is_normalized, 2, 2,
     "is_normalized(form, unistr, /)\n--\n\nIs text in that normal form?"},
    {"lookup", f_lookup, 1, 1,
     "lookup(name, /)\n--\n\nThe character of that name, or the characters of a named sequence; KeyError."},
    {"mirrored", f_mirrored, 1, 1, "mirrored(chr, /)\n--\n\n1 if it is mirrored in text from right to left, else 0."},
    {"name", f_name, 1, 2,
     "name(chr, default=<unrepresentable>, /)\n--\n\nThe name of a character, or default, or ValueError."},
    {"normalize", unicodedata_normalize, 2, 2,
     "normalize(form, unistr, /)\n--\n\nText in a normal form: 'NFC', 'NFD', 'NFKC' or 'NFKD'."},
    {"numeric", f_numeric, 1, 2,
     "numeric(chr, default=<unrepresentable>, /)\n--\n\nThe value of whatever stands for a number, as a float, or "
     "default, or ValueError."},
    {0},
};

static int setup(Object *module) {
    return module_add_steal(module, "unidata_version", str_from_c("16.0.0"));
}

const ModuleSpec unicodedata_module = {
    .name = "unicodedata",
    .doc = "The Unicode character database: what is known of each character, and the normal forms of text.",
    .methods = methods,
    .setup = setup,
    .teardown = teardown,
};
