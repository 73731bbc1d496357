/* separator.join(iterable): one pass to add up the length and find the widest kind, one to copy. */
#include "interp/object/list.h"
#include "interp/object/str_methods.h"

/* The length of the result, or -1 with an exception; *max_char is raised to the widest. */
static ptrdiff_t joined_length(Object *const *items, ptrdiff_t n, const Str *separator, uint32_t *max_char) {
    ptrdiff_t total = 0;
    if (__builtin_mul_overflow(separator->length, n - 1, &total)) goto too_long;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (unlikely(!str_check(items[i])))
            return raise_int(&exc_TypeError, "sequence item %zd: expected str instance, %.80T found", i, items[i]);
        const Str *s = (Str *)items[i];
        if (!s->ascii && str_max_char(s) > *max_char) *max_char = str_max_char(s);
        if (__builtin_add_overflow(total, s->length, &total)) goto too_long;
    }
    return total;
too_long:
    return raise_int(&exc_OverflowError, "join() result is too long for a Python string");
}

static void copy_bytes(uint8_t *to, Object *const *items, ptrdiff_t n, const Str *separator) {
    ptrdiff_t gap = separator->length;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (i && gap == 1)
            *to++ = separator->data[0];
        else if (i && gap)
            to = (uint8_t *)memcpy(to, separator->data, gap) + gap;
        const Str *s = (Str *)items[i];
        memcpy(to, s->data, s->length);
        to += s->length;
    }
}

static void copy_wide(Str *result, Object *const *items, ptrdiff_t n, const Str *separator) {
    uint8_t *to = result->data;
    for (ptrdiff_t i = 0; i < 2 * n - 1; i++) {
        const Str *s = i & 1 ? separator : (Str *)items[i / 2];
        text_copy(to, result->kind, s->data, s->kind, s->length);
        to += s->length * result->kind;
    }
}

Object *str_join_items(Object *separator, Object *const *items, ptrdiff_t n) {
    if (n == 0) return str_empty();
    if (n == 1 && str_check_exact(items[0])) return newref(items[0]);
    const Str *s = (Str *)separator;
    uint32_t max_char = n > 1 ? str_max_char(s) : 0x7f;
    ptrdiff_t length = joined_length(items, n, s, &max_char);
    if (length <= 0) return length < 0 ? NULL : str_empty();
    if (length == 1) { /* a shared character: where it is does not matter */
        for (ptrdiff_t i = 0; i < n; i++)
            if (str_length(items[i])) return str_exact(items[i]);
        return str_exact(separator);
    }
    Str *result = str_alloc(length, max_char);
    if (!result) return NULL;
    if (result->kind == 1)
        copy_bytes(result->data, items, n, s);
    else
        copy_wide(result, items, n, s);
    return (Object *)result;
}

Object *str_join(Object *separator, Object *iterable) {
    Object *sequence = sequence_fast(iterable, "can only join an iterable");
    if (!sequence) return NULL;
    Object *result = str_join_items(separator, sequence_items(sequence), sequence_size(sequence));
    decref(sequence);
    return result;
}

Object *str_join_method(Object *o, Object **args, ptrdiff_t nargs) {
    return str_join(o, args[0]);
}
