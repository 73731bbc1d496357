/* str: how strings are made, kept and compared. The methods are in the str_*.c files beside this one.
 *
 * Invariants: the narrowest kind is used, `ascii` is exact, and a terminating 0 of the string's own kind stands behind
 * the last character. The empty string and the 256 Latin-1 characters are one static object each, so every function
 * that can produce a short result goes through str_from_char, str_from_text or str_substring.
 *
 * An instance of a subclass has the same layout (a dict may stand in front of it), so reading one needs no test.
 */
#include "interp/object/str_impl.h"
#include "interp/object/bytes.h"
#include "interp/object/int.h"

SharedStr str_latin1[256];
static SharedStr empty = {.str = {.base = {IMMORTAL, &str_type}, .hash = 0, .kind = 1, .ascii = true, .interned = 2}};

Object *str_empty(void) {
    return newref(&empty.str);
}

Object *str_from_char(uint32_t c) {
    if (c < 0x100) return newref(str_latin1_char(c));
    Str *s = str_alloc(1, c);
    if (s) text_put(s->data, s->kind, 0, c);
    return (Object *)s;
}

ptrdiff_t str_chars(const Str *s, Object **to) {
    ptrdiff_t n = s->length;
    if (s->kind == 1) {
        for (ptrdiff_t i = 0; i < n; i++) to[i] = newref(str_latin1_char(s->data[i]));
        return n;
    }
    for (ptrdiff_t i = 0; i < n; i++)
        if (!(to[i] = str_from_char(str_at(s, i)))) return i;
    return n;
}

Str *str_alloc(ptrdiff_t length, uint32_t max_char) {
    unsigned kind = text_kind(max_char);
    if (unlikely(length > (ptrdiff_t)(PTRDIFF_MAX - sizeof(Str)) / kind - 1)) return raise_memory();
    return str_alloc_kind(length, kind, max_char < 0x80);
}

Object *str_from_ascii(const char *text, size_t n) {
    if (n <= 1) return n ? newref(str_latin1_char((uint8_t)*text)) : str_empty();
    if (unlikely(n > PTRDIFF_MAX - sizeof(Str) - 1)) return raise_memory();
    Str *s = str_alloc_kind((ptrdiff_t)n, 1, true);
    if (likely(s != NULL)) memcpy(s->data, text, n);
    return (Object *)s;
}

Object *str_from_text(Text t) {
    if (t.length <= 1) return t.length ? str_from_char(text_char(t, 0)) : str_empty();
    Str *s = str_alloc(t.length, text_max_char(t));
    if (s) text_copy(s->data, s->kind, t.data, t.kind, t.length);
    return (Object *)s;
}

Object *str_from_ucs4(const uint32_t *chars, ptrdiff_t n) {
    return str_from_text(text_of(chars, n, 4));
}

Object *str_from_c(const char *utf8) {
    return str_from_utf8(utf8, strlen(utf8));
}

Object *str_from_utf8(const char *utf8, size_t n) {
    if (text_is_ascii(utf8, n)) return str_from_ascii(utf8, n);
    return codec_decode((const uint8_t *)utf8, n, NULL, NULL);
}

Object *str_from_utf8_surrogates(const char *utf8, size_t n) {
    if (text_is_ascii(utf8, n)) return str_from_ascii(utf8, n);
    return codec_decode((const uint8_t *)utf8, n, NULL, "surrogateescape");
}

Object *str_from_wtf8(const char *utf8, size_t n) {
    if (text_is_ascii(utf8, n)) return str_from_ascii(utf8, n);
    return codec_decode((const uint8_t *)utf8, n, NULL, "surrogatepass");
}

Object *str_exact(Object *o) {
    if (str_check_exact(o)) return newref(o);
    Str *s = (Str *)o;
    if (s->length <= 1) return str_from_text(str_text(s));
    Str *copy = str_alloc(s->length, str_max_char(s));
    if (copy) memcpy(copy->data, s->data, s->length * s->kind);
    return (Object *)copy;
}

void str_dealloc(Object *o) {
    Str *s = (Str *)o;
    if (s->interned) str_intern_forget(s);
    if (likely(o->type == &str_type))
        heap_free_fast(o);
    else
        object_free(o);
}

/* Out as UTF-8. */
static const char *encoded(Object *s, size_t *n, char **owned, const char *errors) {
    *owned = NULL;
    if (((Str *)s)->ascii) {
        if (n) *n = str_length(s);
        return (const char *)str_data(s);
    }
    Object *b = codec_encode(s, NULL, errors);
    if (!b) return NULL;
    size_t length = bytes_length(b);
    char *copy = heap_alloc(length + 1);
    if (copy) memcpy(copy, ((Bytes *)b)->data, length + 1);
    decref(b);
    if (!copy) return raise_memory();
    if (n) *n = length;
    return *owned = copy;
}

const char *str_utf8(Object *s, size_t *n, char **owned) {
    return encoded(s, n, owned, NULL);
}

const char *str_utf8_surrogates(Object *s, size_t *n, char **owned) {
    return encoded(s, n, owned, "surrogateescape");
}

int str_check_c(Object *s) {
    size_t n;
    char *own;
    const char *utf8 = str_utf8(s, &n, &own);
    bool whole = utf8 && strlen(utf8) == n;
    heap_free(own);
    if (utf8 && !whole) raise_error(&exc_ValueError, "embedded null character");
    return whole ? 0 : -1;
}

/* Comparison. */

intptr_t str_hash(Object *o) {
    Str *s = (Str *)o;
    if (s->hash == -1) s->hash = s->length ? hash_bytes(s->data, s->length * s->kind) : 0;
    return s->hash;
}

bool str_equal_c(const void *o, const char *ascii) {
    const Str *s = o;
    size_t n = strlen(ascii);
    return s->ascii && (size_t)s->length == n && memcmp(s->data, ascii, n) == 0;
}

int str_order_slow(const Str *a, const Str *b) {
    return text_order(str_text(a), str_text(b));
}

Object *str_compare(Object *a, Object *b, enum CompareOp op) {
    if (!str_check(a) || !str_check(b)) return newref(NOT_IMPLEMENTED);
    if (op == CMP_EQ || op == CMP_NE) return new_bool(str_equal(a, b) == (op == CMP_EQ));
    int order = str_order(a, b);
    switch (op) {
    case CMP_LT: return new_bool(order < 0);
    case CMP_LE: return new_bool(order <= 0);
    case CMP_GT: return new_bool(order > 0);
    default: return new_bool(order >= 0);
    }
}

/* Putting together and taking apart. */

static bool fits_into(const Str *a, const Str *b) {
    return b->ascii || (b->kind <= a->kind && !a->ascii);
}

static ptrdiff_t joint_length(const Str *a, const Str *b) {
    if (likely(a->length <= PTRDIFF_MAX - b->length)) return a->length + b->length;
    raise_error(&exc_OverflowError, "strings are too large to concat");
    return -1;
}

Object *str_concat(Object *a, Object *b) {
    if (!str_check(b)) return raise_error(&exc_TypeError, "can only concatenate str (not \"%.200T\") to str", b);
    const Str *x = (Str *)a, *y = (Str *)b;
    if (!x->length) return str_exact(b);
    if (!y->length) return str_exact(a);
    ptrdiff_t length = joint_length(x, y);
    if (length < 0) return NULL;
    uint32_t max_x = str_max_char(a), max_y = str_max_char(b);
    Str *s = str_alloc(length, max_x > max_y ? max_x : max_y);
    if (unlikely(!s)) return NULL;
    text_copy(s->data, s->kind, x->data, x->kind, x->length);
    text_copy(s->data + x->length * s->kind, s->kind, y->data, y->kind, y->length);
    return (Object *)s;
}

Object *str_append(Object *a, Object *b) {
    Str *s = (Str *)a, *tail = (Str *)b;
    if (a->refcount != 1 || !str_check_exact(a) || s->interned || !str_check(b) || !fits_into(s, tail)) {
        Object *result = str_concat(a, b);
        decref(a);
        return result;
    }
    ptrdiff_t old = s->length, length = joint_length(s, tail);
    if (length < 0 || (size_t)length >= (PTRDIFF_MAX - sizeof(Str)) / s->kind) {
        decref(a);
        return length < 0 ? NULL : raise_memory();
    }
    s = (Str *)object_resize_var(a, (length + 1) * s->kind);
    if (unlikely(!s)) return NULL;
    text_copy(s->data + old * s->kind, s->kind, tail->data, tail->kind, tail->length);
    text_put(s->data, s->kind, length, 0);
    s->length = length;
    s->hash = -1;
    return (Object *)s;
}

Object *str_substring(Object *o, ptrdiff_t start, ptrdiff_t end) {
    Str *s = (Str *)o;
    ptrdiff_t n = end - start;
    if (n == s->length) return str_exact(o);
    if (n <= 1) return n == 1 ? str_from_char(str_at(s, start)) : str_empty();
    Text t = text_slice(str_text(s), start, end);
    if (!s->ascii) return str_from_text(t);
    return str_from_ascii(t.data, n);
}
