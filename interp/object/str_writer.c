/* StrWriter: a string in the making that widens and grows as it needs.
 *
 * The buffer is a str already, so finishing is a matter of giving back the unused end. Every piece brings an exact
 * bound of its characters, so the kind is always the narrowest and the result needs no second look.
 */
#include "interp/object/int.h"
#include "interp/object/str_impl.h"

#define FIRST_CAPACITY 40

void writer_drop(StrWriter *w) {
    clear_ref(&w->text);
    *w = writer_new();
}

static int fail(StrWriter *w) {
    writer_drop(w);
    return -1;
}

/* Moves the text to a new buffer: wider, or larger, or both. */
static int rebuild(StrWriter *w, ptrdiff_t capacity, uint32_t max_char) {
    Str *wider = str_alloc(capacity, max_char);
    if (!wider) return fail(w);
    if (w->text) {
        text_copy(wider->data, wider->kind, w->text->data, w->text->kind, w->length);
        decref(w->text);
    }
    w->text = wider;
    w->capacity = capacity;
    return 0;
}

static __attribute__((noinline)) int make_room(StrWriter *w, ptrdiff_t n, uint32_t max_char) {
    if (n > PTRDIFF_MAX / 8 - w->length) {
        raise_memory();
        return fail(w);
    }
    if (max_char > w->max_char) w->max_char = max_char;
    ptrdiff_t capacity = w->length + n;
    if (capacity <= w->capacity)
        capacity = w->capacity;
    else if (w->text)
        capacity += capacity / 2 + 32;
    else if (capacity < FIRST_CAPACITY)
        capacity = FIRST_CAPACITY; /* the first piece is seldom the last */
    if (!w->text || text_kind(w->max_char) != w->text->kind) return rebuild(w, capacity, w->max_char);
    if (capacity == w->capacity) return 0;
    Str *larger = (Str *)object_resize_var((Object *)w->text, (capacity + 1) * w->text->kind);
    w->text = larger;
    if (!larger) return fail(w);
    w->capacity = capacity;
    return 0;
}

/* Room for n more characters up to max_char. */
static inline int prepare(StrWriter *w, ptrdiff_t n, uint32_t max_char) {
    if (likely(n <= w->capacity - w->length && max_char <= w->max_char)) return 0;
    return make_room(w, n, max_char);
}

int writer_reserve(StrWriter *w, ptrdiff_t n) {
    return prepare(w, n, w->max_char);
}

int writer_char(StrWriter *w, uint32_t c) {
    if (unlikely(prepare(w, 1, text_bound(c)) < 0)) return -1;
    text_put(w->text->data, w->text->kind, w->length++, c);
    return 0;
}

int writer_room(StrWriter *w, ptrdiff_t n, uint32_t max_char) {
    if (unlikely(prepare(w, n, max_char) < 0)) return -1;
    w->length += n;
    return 0;
}

int writer_chars(StrWriter *w, const void *data, unsigned kind, ptrdiff_t n, uint32_t max_char) {
    if (!n) return 0;
    if (unlikely(prepare(w, n, max_char) < 0)) return -1;
    text_copy(w->text->data + w->length * w->text->kind, w->text->kind, data, kind, n);
    w->length += n;
    return 0;
}

int writer_str(StrWriter *w, Object *s) {
    return writer_text(w, str_text(s), str_max_char(s));
}

int writer_substring(StrWriter *w, Object *s, ptrdiff_t start, ptrdiff_t end) {
    Text t = text_slice(str_text(s), start, end);
    return writer_text(w, t, ((Str *)s)->ascii ? 0x7f : text_max_char(t));
}

int writer_ascii(StrWriter *w, const char *s, size_t n) {
    return writer_text(w, text_of(s, n, 1), 0x7f);
}

int writer_c(StrWriter *w, const char *ascii) {
    return writer_ascii(w, ascii, strlen(ascii));
}

int writer_fill(StrWriter *w, uint32_t c, ptrdiff_t n) {
    if (n <= 0) return 0;
    if (unlikely(prepare(w, n, text_bound(c)) < 0)) return -1;
    text_fill(w->text->data, w->text->kind, w->length, c, n);
    w->length += n;
    return 0;
}

int writer_int(StrWriter *w, int64_t value) {
    char digits[24], *start = digits + sizeof digits;
    uint64_t n = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do *--start = (char)('0' + n % 10);
    while (n /= 10);
    if (value < 0) *--start = '-';
    return writer_ascii(w, start, (size_t)(digits + sizeof digits - start));
}

int writer_repr(StrWriter *w, Object *o) {
    if (o->type == &int_type) return writer_int(w, ((Int *)o)->value);
    Object *repr = object_repr(o);
    if (!repr) return fail(w);
    int result = writer_str(w, repr);
    decref(repr);
    return result;
}

Object *writer_finish(StrWriter *w) {
    Str *s = w->text;
    ptrdiff_t n = w->length;
    if (n <= 1) {
        Object *result = n ? str_from_char(text_get(s->data, s->kind, 0)) : str_empty();
        writer_drop(w);
        return result;
    }
    ptrdiff_t capacity = w->capacity;
    bool ascii = w->max_char < 0x80;
    if (n < FIRST_CAPACITY && capacity == FIRST_CAPACITY) { /* a short string moves to a block of its size */
        Str *exact = str_alloc(n, w->max_char);
        if (exact) memcpy(exact->data, s->data, (size_t)n * s->kind);
        writer_drop(w);
        return (Object *)exact;
    }
    *w = writer_new();
    if (capacity != n) {
        s = (Str *)object_resize_var((Object *)s, (n + 1) * s->kind);
        if (!s) return NULL;
    }
    s->length = n;
    s->ascii = ascii;
    text_put(s->data, s->kind, n, 0);
    return (Object *)s;
}
