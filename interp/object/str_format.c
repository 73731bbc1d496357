/* str.format, str.format_map and str.__format__. */
#include "interp/object/dict.h"
#include "interp/object/format_field.h"
#include "interp/object/format_spec.h"
#include "interp/object/function.h"
#include "interp/object/int.h"
#include "interp/object/str_methods.h"

/* What the fields are replaced by, and how they were numbered so far. */
typedef struct Fields {
    Object **args; /* NULL: format_map */
    ptrdiff_t nargs;
    Object *mapping;
    enum { NOT_NUMBERED, AUTOMATIC, MANUAL } numbering;
    ptrdiff_t next;
} Fields;

static int write_formatted(StrWriter *w, const Str *s, Piece part, Fields *fields, int depth);

static Object *piece(const Str *s, Piece p) {
    return str_substring((Object *)s, p.start, p.end);
}

/* {} counts up, {0} is explicit; one string may not mix them. */
static ptrdiff_t position(Fields *fields, bool empty, ptrdiff_t index) {
    if (fields->numbering == NOT_NUMBERED) fields->numbering = empty ? AUTOMATIC : MANUAL;
    if (empty && fields->numbering == MANUAL)
        return raise_int(&exc_ValueError, "cannot switch from manual field specification to automatic field numbering");
    if (!empty && fields->numbering == AUTOMATIC)
        return raise_int(&exc_ValueError, "cannot switch from automatic field numbering to manual field specification");
    return empty ? fields->next++ : index;
}

static Object *first_value(const Str *s, Piece first, ptrdiff_t index, Fields *fields) {
    bool empty = first.start == first.end;
    if (empty || index >= 0) {
        index = position(fields, empty, index);
        if (index < 0) return NULL;
        if (!fields->args) return raise_error(&exc_ValueError, "Format string contains positional fields");
        if (index >= fields->nargs)
            return raise_error(&exc_IndexError, "Replacement index %zd out of range for positional args tuple", index);
        return newref(fields->args[index]);
    }
    Object *key = piece(s, first);
    if (!key) return NULL;
    Object *value = fields->mapping ? object_getitem(fields->mapping, key) : raise_key(key);
    decref(key);
    return value;
}

static Object *accessed(Object *o, const Str *s, const FieldAccess *access) {
    Object *key = access->index >= 0 ? int_from_i64(access->index) : piece(s, access->name);
    if (!key) return NULL;
    if (access->attribute) str_intern(&key);
    Object *value = access->attribute ? object_getattr(o, (Str *)key) : object_getitem(o, key);
    decref(key);
    return value;
}

static Object *field_value(const Str *s, Piece name, Fields *fields) {
    if (name.start == name.end) return first_value(s, name, -1, fields);
    Piece first;
    ptrdiff_t index, at = field_first(s, name, &first, &index);
    if (at < 0) return NULL;
    Object *value = first_value(s, first, index, fields);
    FieldAccess access;
    int more = 1;
    while (value && (more = field_next(s, &at, name.end, &access)) > 0) set_ref(&value, accessed(value, s, &access));
    if (more < 0) clear_ref(&value);
    return value;
}

static Object *converted(Object *o, uint32_t conversion) {
    switch (conversion) {
    case 0: return newref(o);
    case 'r': return object_repr(o);
    case 's': return object_str(o);
    case 'a': return object_ascii(o);
    }
    if (conversion > 32 && conversion < 127)
        return raise_error(&exc_ValueError, "Unknown conversion specifier %c", (int)conversion);
    return raise_error(&exc_ValueError, "Unknown conversion specifier \\x%x", conversion);
}

static Object *expanded_spec(const Str *s, const FormatItem *item, Fields *fields, int depth) {
    if (!item->nested) return piece(s, item->spec);
    StrWriter w = writer_new();
    if (write_formatted(&w, s, item->spec, fields, depth - 1) < 0) {
        writer_drop(&w);
        return NULL;
    }
    return writer_finish(&w);
}

/* What comes in the place of a field: new. */
static Object *field_text(const Str *s, const FormatItem *item, Fields *fields, int depth) {
    Object *value = field_value(s, item->name, fields);
    if (value && item->conversion) set_ref(&value, converted(value, item->conversion));
    if (!value) return NULL;
    bool plain = item->spec.start == item->spec.end;
    if (plain && str_check_exact(value)) return value;
    Object *spec = plain ? NULL : expanded_spec(s, item, fields, depth);
    Object *text = plain || spec ? object_format(value, spec) : NULL;
    xdecref(spec);
    decref(value);
    return text;
}

/* On failure the writer keeps what it has: write_formatted's caller drops it. */
static int write_field(StrWriter *w, const Str *s, const FormatItem *item, Fields *fields, int depth) {
    Object *text = field_text(s, item, fields, depth);
    int result = text ? writer_str(w, text) : -1;
    xdecref(text);
    return result;
}

static int write_formatted(StrWriter *w, const Str *s, Piece part, Fields *fields, int depth) {
    if (depth <= 0) return raise_int(&exc_ValueError, "Max string recursion exceeded");
    FormatItem item;
    ptrdiff_t at = part.start;
    int more;
    while ((more = format_next(s, &at, part.end, &item)) > 0) {
        if (writer_substring(w, (Object *)s, item.literal.start, item.literal.end) < 0) return -1;
        if (item.has_field && write_field(w, s, &item, fields, depth) < 0) return -1;
    }
    return more;
}

static Object *format_with(Object *o, Fields *fields) {
    Text t = str_text(o);
    if (text_find_char(t, '{') < 0 && text_find_char(t, '}') < 0) return newref(o);
    if (text_char(t, 0) == '{') { /* one field may be all */
        FormatItem first;
        ptrdiff_t at = 0;
        if (format_next((Str *)o, &at, t.length, &first) < 0) return NULL;
        if (at == t.length && first.has_field) return field_text((Str *)o, &first, fields, 2);
    }
    StrWriter w = writer_new();
    if (write_formatted(&w, (Str *)o, (Piece){0, t.length}, fields, 2) < 0) {
        writer_drop(&w);
        return NULL;
    }
    return writer_finish(&w);
}

Object *str_format_method(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Fields fields = {.args = args, .nargs = nargs};
    ptrdiff_t named = kwnames ? tuple_length(kwnames) : 0;
    if (named && !(fields.mapping = dict_new())) return NULL;
    for (ptrdiff_t i = 0; i < named; i++)
        if (dict_set(fields.mapping, tuple_item(kwnames, i), args[nargs + i]) < 0) {
            decref(fields.mapping);
            return NULL;
        }
    Object *result = format_with(o, &fields);
    xdecref(fields.mapping);
    return result;
}

Object *str_format_map(Object *o, Object **args, ptrdiff_t nargs) {
    Fields fields = {.mapping = args[0]};
    return format_with(o, &fields);
}

/* str.__format__ */

static Object *format_padded(Object *o, const FormatSpec *f) {
    ptrdiff_t n = str_length(o), left, right;
    if (f->precision >= 0 && f->precision < n) n = f->precision;
    format_spec_padding(f, n, &left, &right);
    if (!left && !right) return n == str_length(o) ? newref(o) : str_substring(o, 0, n);
    StrWriter w = writer_new();
    if (writer_fill(&w, f->fill, left) < 0 || writer_substring(&w, o, 0, n) < 0 || writer_fill(&w, f->fill, right) < 0)
        return NULL;
    return writer_finish(&w);
}

static const char *unsupported(const FormatSpec *f) {
    if (f->sign == ' ') return "Space not allowed in string format specifier";
    if (f->sign) return "Sign not allowed in string format specifier";
    if (f->no_negative_zero) return "Negative zero coercion (z) not allowed in string format specifier";
    if (f->alternate) return "Alternate form (#) not allowed in string format specifier";
    if (f->align == '=') return "'=' alignment not allowed in string format specifier";
    return NULL;
}

Object *str_format_spec(Object *o, Object *spec) {
    FormatSpec f;
    if (format_spec_parse(&f, (Str *)spec, o, 's', '<') < 0) return NULL;
    if (f.type != 's') return format_spec_unknown(&f, o);
    const char *complaint = unsupported(&f);
    return complaint ? raise_error(&exc_ValueError, "%s", complaint) : format_padded(o, &f);
}

Object *str_dunder_format(Object *o, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0]))
        return raise_error(&exc_TypeError, "__format__() argument must be str, not %.50K", args[0]);
    if (str_length(args[0]) == 0) return str_check_exact(o) ? newref(o) : object_str(o);
    return str_format_spec(o, args[0]);
}
