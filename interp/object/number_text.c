/* Text with a number in it, brought to one form: a run of ASCII bytes. ASCII strings and bytes are read where they
 * are. In any other str, digits of all scripts become 0-9, white space becomes a blank, and the first other character
 * that is not ASCII becomes a question mark, which no number contains: there the text ends. */
#include "interp/object/number_text.h"

#include "interp/object/format_spec.h"
#include "interp/object/unicode.h"

static char to_ascii(uint32_t c) {
    if (c < 0x80) return (char)c;
    if (unicode_is_space(c)) return ' ';
    int digit = format_digit_value(c);
    return digit >= 0 ? (char)('0' + digit) : '?';
}

static int open_str(NumberText *t, Str *s) {
    ptrdiff_t n = 0;
    if (s->ascii) {
        t->start = (const char *)s->data;
        n = s->length;
    } else {
        t->own = heap_alloc((size_t)s->length);
        if (!t->own) {
            raise_memory();
            return -1;
        }
        t->start = t->own;
        for (uint32_t c; n < s->length; n++) {
            t->own[n] = to_ascii(c = str_at(s, n));
            if (t->own[n] != '?' || c == '?') continue;
            n++;
            break;
        }
    }
    t->end = t->start + n;
    t->shown = newref(s);
    return 1;
}

int number_text_open(NumberText *t, Object *o) {
    *t = (NumberText){0};
    if (str_check(o)) return open_str(t, (Str *)o);
    if (bytes_check(o)) {
        t->start = (const char *)((Bytes *)o)->data;
        t->end = t->start + bytes_length(o);
        t->shown = o->type == &bytes_type ? newref(o) : bytes_new(t->start, bytes_length(o));
        return t->shown ? 1 : -1;
    }
    if (!buffer_try(o, &t->buffer)) return 0;
    t->start = (const char *)t->buffer.data;
    t->end = t->start + t->buffer.length;
    t->shown = bytes_new(t->buffer.data, t->buffer.length);
    if (t->shown) return 1;
    number_text_close(t);
    return -1;
}

void number_text_close(NumberText *t) {
    heap_free(t->own);
    xdecref(t->shown);
    if (t->buffer.owner) buffer_release(&t->buffer);
}
