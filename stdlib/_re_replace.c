/* Pattern.sub and subn: matches replaced by a text, by a template with references to groups, or by what a function
 * says. */
#include "stdlib/re.h"

static Object *function_of(const char *name) {
    Object *module = import_name("re");
    Object *function = module ? object_getattr_c(module, name) : NULL;
    xdecref(module);
    return function;
}

static Object *parse_template(Pattern *p, Object *template) {
    Object *parse = function_of("_template_pieces");
    Object *pieces = parse ? object_call2(parse, (Object *)p, template) : NULL;
    xdecref(parse);
    if (pieces && pieces->type != &list_type) {
        decref(pieces);
        return raise_error(&exc_TypeError, "a template must be parsed to a list");
    }
    /* It was parsed for a pattern of this kind: a str template for bytes would give pieces of the wrong type. */
    for (ptrdiff_t i = 0; pieces && i < list_length(pieces); i++) {
        Object *piece = list_item(pieces, i);
        if (piece->type == &int_type || (p->is_text ? str_check(piece) : bytes_check(piece))) continue;
        raise_error(&exc_TypeError,
                    p->is_text ? "sequence item 0: expected str instance, %s found"
                               : "sequence item 0: expected a bytes-like object, %s found",
                    type_name(piece));
        clear_ref(&pieces);
    }
    return pieces;
}

Object *template_pieces(Pattern *p, Object *template) {
    if (p->template == template) return newref(p->pieces);
    Object *pieces = parse_template(p, template);
    if (pieces && (template->type == &str_type || template->type == &bytes_type)) {
        set_ref(&p->template, newref(template));
        set_ref(&p->pieces, newref(pieces));
    }
    return pieces;
}

/* The result in the making, of one of two kinds. */
typedef struct Output {
    bool is_text;
    ptrdiff_t items; /* how many pieces were put in, for the message that joining them would give */
    StrWriter text;
    ByteWriter bytes;
} Output;

static int put_slice(Output *out, const Subject *s, ptrdiff_t start, ptrdiff_t end) {
    out->items++;
    if (out->is_text) return writer_substring(&out->text, s->object, start, end);
    return byte_writer_put(&out->bytes, s->buffer.data + start, end - start);
}

static int put_object(Output *out, Object *o) {
    if (out->is_text) {
        if (!str_check(o))
            return raise_int(&exc_TypeError, "sequence item %zd: expected str instance, %s found", out->items,
                             type_name(o));
        out->items++;
        return writer_str(&out->text, o);
    }
    if (!buffer_check(o))
        return raise_int(&exc_TypeError, "sequence item %zd: expected a bytes-like object, %s found", out->items,
                         type_name(o));
    Buffer b;
    if (buffer_get(o, &b, BUFFER_SIMPLE) < 0) return -1;
    out->items++;
    int r = byte_writer_put(&out->bytes, b.data, b.length);
    buffer_release(&b);
    return r;
}

static Object *output_finish(Output *out) {
    return out->is_text ? writer_finish(&out->text) : byte_writer_finish(&out->bytes);
}

static void output_drop(Output *out) {
    writer_drop(&out->text);
    byte_writer_drop(&out->bytes);
}

/* What takes the place of matches: one of the three. All owned. */
typedef struct Replacement {
    Object *literal, *pieces, *function;
} Replacement;

static bool has_backslash(Object *o) {
    if (str_check(o)) return str_find_c((const Str *)o, "\\") >= 0;
    return !bytes_check(o) || memchr(((Bytes *)o)->data, '\\', (size_t)bytes_length(o));
}

static int replacement_open(Replacement *r, Pattern *p, Object *repl) {
    *r = (Replacement){NULL};
    if (object_callable(repl)) {
        r->function = newref(repl);
        return 0;
    }
    if ((str_check(repl) || bytes_check(repl)) && !has_backslash(repl)) {
        r->literal = newref(repl);
        return 0;
    }
    r->pieces = template_pieces(p, repl);
    return r->pieces ? 0 : -1;
}

static void replacement_close(Replacement *r) {
    xdecref(r->literal);
    xdecref(r->pieces);
    xdecref(r->function);
}

/* A piece is a text or the number of a group, which puts nothing if it took no part. */
static int put_pieces(Output *out, Object *pieces, const Subject *s, const ptrdiff_t *spans) {
    for (ptrdiff_t i = 0; i < list_length(pieces); i++) {
        Object *piece = list_item(pieces, i);
        if (piece->type != &int_type) {
            if (put_object(out, piece) < 0) return -1;
            continue;
        }
        const ptrdiff_t *span = &spans[2 * int_as_int(piece)];
        if (span[0] >= 0 && span[1] > span[0] && put_slice(out, s, span[0], span[1]) < 0) return -1;
    }
    return 0;
}

static int put_replacement(Output *out, const Replacement *r, Pattern *p, const Subject *s, const ptrdiff_t *spans) {
    if (r->literal) return put_object(out, r->literal);
    if (r->pieces) return put_pieces(out, r->pieces, s, spans);
    Object *match = match_new(p, s, 0, s->length, spans);
    if (!match) return -1;
    Object *text = object_call1(r->function, match);
    decref(match);
    if (!text) return -1;
    int done = text == NONE ? 0 : put_object(out, text);
    decref(text);
    return done;
}

/* A new reference to the result, and how often something was replaced. */
static Object *substitute(Pattern *p, Object **args, ptrdiff_t nargs, ptrdiff_t *replaced) {
    Object *limit = arg_or_null(args, nargs, 2);
    ptrdiff_t count = limit ? number_as_index(limit, &exc_OverflowError) : 0, done = 0, last = 0, next = 0;
    if (count == -1 && raise_pending()) return NULL;
    Replacement replacement;
    Subject s;
    Spans spans;
    Object *result = NULL;
    if (replacement_open(&replacement, p, args[0]) < 0) return NULL;
    if (subject_open(&s, p, args[1]) < 0) {
        replacement_close(&replacement);
        return NULL;
    }
    Output out = {.is_text = str_check(args[1]), .text = writer_new(), .bytes = byte_writer_new()};
    if (spans_open(&spans, p) == 0) {
        bool after_empty = false;
        int r = 0;
        while (!count || done < count) {
            r = engine_match(p, &s, next, s.length, MATCH_SEARCH, after_empty, spans.at);
            if (r <= 0) break;
            ptrdiff_t start = spans.at[0], end = spans.at[1];
            if (last < start) r = put_slice(&out, &s, last, start);
            if (r >= 0) r = put_replacement(&out, &replacement, p, &s, spans.at);
            if (r < 0) break;
            done++;
            last = next = end;
            after_empty = start == end;
        }
        spans_close(&spans);
        if (r >= 0 && !done && (args[1]->type == &str_type || args[1]->type == &bytes_type))
            result = newref(args[1]);
        else if (r >= 0 && (last >= s.length || put_slice(&out, &s, last, s.length) == 0))
            result = output_finish(&out);
    }
    output_drop(&out);
    subject_close(&s);
    replacement_close(&replacement);
    *replaced = done;
    return result;
}

Object *pattern_sub(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t replaced;
    return substitute((Pattern *)o, args, nargs, &replaced);
}

Object *pattern_subn(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t replaced;
    Object *pair[2] = {substitute((Pattern *)o, args, nargs, &replaced), NULL};
    if (pair[0] && (pair[1] = int_from_i64(replaced))) return tuple_from_steal(pair, 2);
    xdecref(pair[0]);
    return NULL;
}
