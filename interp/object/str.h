/* str: code points, stored in the narrowest of three widths, characters inline behind the header.
 *
 *      [refcount][type][length][hash][kind|ascii|interned][characters..., 0]
 *
 * kind is the number of bytes of one character: 1 (up to U+00FF), 2 (U+FFFF) or 4. The narrowest kind is always
 * used, so equal strings have equal bytes. `ascii` says that all are below U+0080; then the characters are UTF-8 too.
 */
#ifndef OURO_STR_H
#define OURO_STR_H

#include <string.h>

#include "interp/object/object.h"
#include "interp/object/text.h"

struct Str {
    Object base;
    ptrdiff_t length; /* in characters */
    intptr_t hash;    /* -1: not computed yet */
    uint8_t kind;     /* 1, 2 or 4 */
    bool ascii;
    uint8_t interned; /* 1: in the intern table (which owns no reference); 2: and static */
    uint32_t unused;
    uint8_t data[];
};

/* The Latin-1 characters as strings, each made on first use: until then its length is 0. */
typedef union SharedStr {
    Str str;
    char room[sizeof(Str) + 8];
} SharedStr;
extern SharedStr str_latin1[256];

static inline bool str_check(const Object *o) {
    return has_flag(o, TYPE_STR);
}
static inline bool str_check_exact(const Object *o) {
    return o->type == &str_type;
}
static inline ptrdiff_t str_length(const void *s) {
    return ((const Str *)s)->length;
}
static inline uint8_t *str_data(void *s) {
    return ((Str *)s)->data;
}

static inline uint32_t str_at(const Str *s, ptrdiff_t i) {
    switch (s->kind) {
    case 1: return s->data[i];
    case 2: return ((const uint16_t *)s->data)[i];
    default: return ((const uint32_t *)s->data)[i];
    }
}

Str *str_alloc(ptrdiff_t length,
               uint32_t max_char); /* new, characters to be filled in; not for length 0 or Latin-1 singles */
Object *str_empty(void);
Object *str_from_char(uint32_t c);              /* Latin-1 characters are cached */
ptrdiff_t str_chars(const Str *s, Object **to); /* each of them; how many: fewer than there are with MemoryError */
Object *str_from_c(const char *utf8);
Object *str_from_utf8(const char *utf8, size_t n);            /* UnicodeDecodeError when invalid */
Object *str_from_utf8_surrogates(const char *utf8, size_t n); /* invalid bytes become U+DC80..DCFF (surrogateescape) */
Object *str_from_wtf8(const char *utf8, size_t n); /* encoded surrogates are kept; anything else invalid raises */
Object *str_from_ascii(const char *s, size_t n);   /* the caller knows that it is ASCII */
Object *str_from_ucs4(const uint32_t *chars, ptrdiff_t n); /* finds the narrowest kind */
Object *str_format(const char *format, ...);               /* formats as in raise.h */
Object *str_format_v(const char *format, void *va_list_pointer);

/* Interned strings: one object a value; identity decides equality among them. */
Str *str_intern_c(const char *ascii); /* new */
void str_intern(Object **s);          /* *s is replaced by the interned one, if there was another */
bool str_is_interned(const Object *s);
ptrdiff_t str_interned_count(void);

typedef struct InternStats {
    int64_t strings, slots; /* in the table now; its size */
    int64_t found, added;   /* requests that found an equal string, and that did not; ever */
} InternStats;
InternStats str_intern_stats(void);
extern void (*str_intern_listener)(void); /* NULL, or called when a string is found; must not make objects */

/* The text as UTF-8. ASCII strings: their own data. Otherwise a buffer in *owned, to be heap_free'd. NULL with
 * UnicodeEncodeError for a surrogate. Typical:  char *own; const char *s = str_utf8(o, &n, &own); ... heap_free(own);
 */
const char *str_utf8(Object *s, size_t *n, char **owned);
int str_check_c(Object *s); /* -1 with an exception: as UTF-8 s is no C string, for a surrogate or a NUL in it */
/* For messages and file names: lone surrogates U+DC80..DCFF become the bytes they stand for. */
const char *str_utf8_surrogates(Object *s, size_t *n, char **owned);

intptr_t str_hash(Object *s);
int hash_start(void);                            /* chooses the process key; -1: PYTHONHASHSEED is no seed */
bool hash_randomized(void);                      /* false: PYTHONHASHSEED=0 made it 0 */
intptr_t hash_bytes(const void *data, size_t n); /* SipHash-1-3 with the process key; never -1 */
/* Both are str objects. */
static inline bool str_equal(const void *a, const void *b) {
    const Str *x = a, *y = b;
    if (x == y) return true;
    return x->length == y->length && x->kind == y->kind && x->data[0] == y->data[0] &&
           bytes_alike(x->data, y->data, x->length * x->kind);
}
bool str_equal_c(const void *s, const char *ascii);
int str_order_slow(const Str *a, const Str *b);
/* -1, 0, 1 by code points */
static inline int str_order(const void *a, const void *b) {
    const Str *x = a, *y = b;
    if (x == y) return 0;
    if (x->kind != 1 || y->kind != 1) return str_order_slow(x, y);
    int order = memcmp(x->data, y->data, (size_t)(x->length < y->length ? x->length : y->length));
    return order ? (order < 0 ? -1 : 1) : x->length < y->length ? -1 : x->length > y->length;
}
/* The comparison of str, and of the classes derived from it that have no other. */
Object *str_compare(Object *a, Object *b, enum CompareOp op);
Object *str_concat(Object *a, Object *b);
/* a + b with the reference to a stolen: appends in place when a has a count of 1 and is not interned. */
Object *str_append(Object *a, Object *b);
Object *str_substring(Object *s, ptrdiff_t start, ptrdiff_t end);
Object *str_join(Object *separator, Object *iterable);
ptrdiff_t str_find_c(const Str *s, const char *ascii); /* index or -1 */
Object *str_percent(Object *format, Object *args);     /* format % args */
Object *str_format_spec(Object *s, Object *spec);      /* what str.__format__ does with a spec that is not empty */
bool str_is_identifier(Object *s);

/* Building text piece by piece. After any failure the writer is empty and the exception pending. */
typedef struct StrWriter {
    Str *text; /* the string in the making, with room for `capacity` characters; NULL: nothing written yet */
    ptrdiff_t length, capacity;
    uint32_t max_char; /* of what was written: 0x7f, 0xff, 0xffff or 0x10ffff */
} StrWriter;

static inline StrWriter writer_new(void) {
    return (StrWriter){.max_char = 0x7f};
}
int writer_reserve(StrWriter *w, ptrdiff_t n); /* so that n more characters of the present kind need no growing */
int writer_char(StrWriter *w, uint32_t c);
int writer_str(StrWriter *w, Object *s);
int writer_substring(StrWriter *w, Object *s, ptrdiff_t start, ptrdiff_t end);
int writer_c(StrWriter *w, const char *ascii);
int writer_ascii(StrWriter *w, const char *s, size_t n);
int writer_fill(StrWriter *w, uint32_t c, ptrdiff_t n);
int writer_int(StrWriter *w, int64_t value);              /* its digits */
int writer_format(StrWriter *w, const char *format, ...); /* formats as in raise.h */
int writer_repr(StrWriter *w, Object *o);
Object *writer_finish(StrWriter *w); /* a str; the writer is empty afterwards */
void writer_drop(StrWriter *w);

/* The names that the interpreter itself uses, interned at start-up: names.append is the Str "append". */
typedef struct Names {
#define NAME(n) Str *n;
#include "interp/object/names.def"
#undef NAME
} Names;
extern Names names;
int names_init(void); /* 0, or -1: no memory */
void names_shutdown(void);

#endif
