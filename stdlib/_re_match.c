/* re.Match: what was found, and where. */
#include "stdlib/re.h"

Object *match_new(Pattern *p, const Subject *s, ptrdiff_t pos, ptrdiff_t endpos, const ptrdiff_t *spans) {
    size_t size = 2 * sizeof *spans * ((size_t)p->groups + 1);
    Match *m = (Match *)object_new_var(&re_match, size);
    if (!m) return NULL;
    m->string = newref(s->object);
    m->pattern = newref(p);
    m->pos = pos;
    m->endpos = endpos;
    memcpy(m->spans, spans, size);
    /* Only an instance of a class of the program's can lead back here. */
    if (s->object->type != &str_type && s->object->type != &bytes_type) gc_track(m);
    return (Object *)m;
}

static void match_dealloc(Object *o) {
    Match *m = (Match *)o;
    gc_untrack(o);
    decref(m->string);
    decref(m->pattern);
    object_free(o);
}

static int match_traverse(Object *o, Visit visit, void *arg) {
    Match *m = (Match *)o;
    int r = visit_ref(m->string, visit, arg);
    return r ? r : visit_ref(m->pattern, visit, arg);
}

Object *subject_slice(Object *string, ptrdiff_t start, ptrdiff_t end) {
    if (str_check(string)) return str_substring(string, start, end);
    if (string->type == &bytes_type) {
        if (start == 0 && end == bytes_length(string)) return newref(string);
        return bytes_new(((Bytes *)string)->data + start, end - start);
    }
    Buffer b;
    if (buffer_get(string, &b, BUFFER_SIMPLE) < 0) return NULL;
    /* The object may be shorter by now. */
    ptrdiff_t last = end < b.length ? end : b.length, first = start < last ? start : last;
    Object *slice = bytes_new(b.data + first, last - first);
    buffer_release(&b);
    return slice;
}

/* The text of a group; `otherwise` (borrowed) if it took no part. */
static Object *group_text(Match *m, ptrdiff_t group, Object *otherwise) {
    ptrdiff_t start = m->spans[2 * group], end = m->spans[2 * group + 1];
    /* A look-behind may set a group that ends before it begins. */
    return start < 0 ? newref(otherwise) : subject_slice(m->string, start, end < start ? start : end);
}

/* The number of a group that was given by number or name: -1 with IndexError. */
static ptrdiff_t group_number(Match *m, Object *which) {
    ptrdiff_t i = -1;
    if (!which) return 0;
    if (which->type == &int_type || which->type->to_index) {
        i = number_as_index(which, NULL);
        if (i == -1 && raise_pending()) return -1;
    } else {
        Object *number = dict_get(m->pattern->groupindex, which);
        if (!number && raise_pending()) return -1;
        if (number) i = int_as_int(number);
    }
    if (i < 0 || i > (ptrdiff_t)m->pattern->groups) return raise_int(&exc_IndexError, "no such group");
    return i;
}

static Object *match_get_item(Object *o, Object *which) {
    ptrdiff_t i = group_number((Match *)o, which);
    return i < 0 ? NULL : group_text((Match *)o, i, NONE);
}

static Object *match_group(Object *o, Object **args, ptrdiff_t nargs) {
    Match *m = (Match *)o;
    if (nargs == 0) return group_text(m, 0, NONE);
    if (nargs == 1) return match_get_item(o, args[0]);
    Object *result = tuple_new(nargs);
    for (ptrdiff_t i = 0; result && i < nargs; i++) {
        Object *text = match_get_item(o, args[i]);
        if (text)
            tuple_set(result, i, text);
        else
            clear_ref(&result);
    }
    return result;
}

static Object *match_groups(Object *o, Object **args, ptrdiff_t nargs) {
    Match *m = (Match *)o;
    Object *otherwise = arg_or_null(args, nargs, 0), *result = tuple_new(m->pattern->groups);
    for (ptrdiff_t i = 0; result && i < (ptrdiff_t)m->pattern->groups; i++) {
        Object *text = group_text(m, i + 1, otherwise ? otherwise : NONE);
        if (text)
            tuple_set(result, i, text);
        else
            clear_ref(&result);
    }
    return result;
}

static Object *match_groupdict(Object *o, Object **args, ptrdiff_t nargs) {
    Match *m = (Match *)o;
    Object *otherwise = arg_or_null(args, nargs, 0), *result = dict_new(), *name, *number;
    for (ptrdiff_t i = 0; result && dict_next(m->pattern->groupindex, &i, &name, &number);) {
        Object *text = group_text(m, int_as_int(number), otherwise ? otherwise : NONE);
        if (!text || dict_set(result, name, text) < 0) clear_ref(&result);
        xdecref(text);
    }
    return result;
}

static Object *match_start(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t i = group_number((Match *)o, arg_or_null(args, nargs, 0));
    return i < 0 ? NULL : int_from_i64(((Match *)o)->spans[2 * i]);
}

static Object *match_end(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t i = group_number((Match *)o, arg_or_null(args, nargs, 0));
    return i < 0 ? NULL : int_from_i64(((Match *)o)->spans[2 * i + 1]);
}

static Object *span_of(Match *m, ptrdiff_t i) {
    Object *pair[2] = {int_from_i64(m->spans[2 * i]), int_from_i64(m->spans[2 * i + 1])};
    if (pair[0] && pair[1]) return tuple_from_steal(pair, 2);
    xdecref(pair[0]);
    xdecref(pair[1]);
    return NULL;
}

static Object *match_span(Object *o, Object **args, ptrdiff_t nargs) {
    ptrdiff_t i = group_number((Match *)o, arg_or_null(args, nargs, 0));
    return i < 0 ? NULL : span_of((Match *)o, i);
}

static Object *match_regs(Object *o, void *arg) {
    Match *m = (Match *)o;
    Object *result = tuple_new(m->pattern->groups + 1);
    for (ptrdiff_t i = 0; result && i <= (ptrdiff_t)m->pattern->groups; i++) {
        Object *span = span_of(m, i);
        if (span)
            tuple_set(result, i, span);
        else
            clear_ref(&result);
    }
    return result;
}

/* The group that was closed last, or 0. Without loops that is the last in the order of closing parentheses; where a
 * group can be matched again it is the one that ends furthest to the right. */
static ptrdiff_t last_group(Match *m) {
    const Pattern *p = m->pattern;
    ptrdiff_t best = 0;
    for (ptrdiff_t i = (ptrdiff_t)p->groups - 1; i >= 0; i--) {
        ptrdiff_t group = p->close_order[i], end = m->spans[2 * group + 1];
        if (m->spans[2 * group] < 0) continue;
        if (!p->captures_in_loop) return group;
        if (!best || end > m->spans[2 * best + 1]) best = group;
    }
    return best;
}

static Object *match_lastindex(Object *o, void *arg) {
    ptrdiff_t group = last_group((Match *)o);
    return group ? int_from_i64(group) : new_none();
}

static Object *match_lastgroup(Object *o, void *arg) {
    ptrdiff_t group = last_group((Match *)o);
    return newref(group ? tuple_item(((Match *)o)->pattern->names, group) : NONE);
}

static Object *match_string(Object *o, void *arg) {
    return newref(((Match *)o)->string);
}
static Object *match_re(Object *o, void *arg) {
    return newref(((Match *)o)->pattern);
}
static Object *match_pos(Object *o, void *arg) {
    return int_from_i64(((Match *)o)->pos);
}
static Object *match_endpos(Object *o, void *arg) {
    return int_from_i64(((Match *)o)->endpos);
}

Object *match_expand(Match *m, Object *pieces) {
    if (str_check(m->string)) {
        StrWriter w = writer_new();
        int r = 0;
        for (ptrdiff_t i = 0; r == 0 && i < list_length(pieces); i++) {
            Object *piece = list_item(pieces, i);
            if (str_check(piece)) {
                r = writer_str(&w, piece);
                continue;
            }
            ptrdiff_t group = int_as_int(piece), start = m->spans[2 * group], end = m->spans[2 * group + 1];
            if (start >= 0 && end > start) r = writer_substring(&w, m->string, start, end);
        }
        if (r == 0) return writer_finish(&w);
        writer_drop(&w);
        return NULL;
    }
    ByteWriter w = byte_writer_new();
    int r = 0;
    for (ptrdiff_t i = 0; r == 0 && i < list_length(pieces); i++) {
        Object *piece = list_item(pieces, i);
        Object *text = bytes_check(piece) ? newref(piece) : group_text(m, int_as_int(piece), NONE);
        r = !text ? -1 : text == NONE ? 0 : byte_writer_put(&w, ((Bytes *)text)->data, bytes_length(text));
        xdecref(text);
    }
    if (r == 0) return byte_writer_finish(&w);
    byte_writer_drop(&w);
    return NULL;
}

static Object *match_expand_method(Object *o, Object **args, ptrdiff_t nargs) {
    Object *pieces = template_pieces(((Match *)o)->pattern, args[0]);
    if (!pieces) return NULL;
    Object *result = match_expand((Match *)o, pieces);
    decref(pieces);
    return result;
}

static Object *match_itself(Object *o, Object **args, ptrdiff_t nargs) {
    return newref(o);
}

static Object *match_repr(Object *o) {
    Match *m = (Match *)o;
    Object *text = group_text(m, 0, NONE);
    Object *repr =
        text ? str_format("<re.Match object; span=(%zd, %zd), match=%.50R>", m->spans[0], m->spans[1], text) : NULL;
    xdecref(text);
    return repr;
}

static const Method match_methods[] = {
    {"group", match_group, 0, -1, "group([group1, ...])\n--\n\nThe text of a group, or of several as a tuple."},
    {"groups", match_groups, 0, 1,
     "groups(default=None)\n--\n\nThe text of all groups; default for those that took no part."},
    {"groupdict", match_groupdict, 0, 1, "groupdict(default=None)\n--\n\nThe text of all groups that have a name."},
    {"start", match_start, 0, 1, "start(group=0, /)\n--\n\nWhere the group begins; -1 if it took no part."},
    {"end", match_end, 0, 1, "end(group=0, /)\n--\n\nWhere the group ends; -1 if it took no part."},
    {"span", match_span, 0, 1, "span(group=0, /)\n--\n\n(start, end) of the group."},
    {"expand", match_expand_method, 1, 1,
     "expand(template)\n--\n\nThe template with its references to groups replaced, as sub does it."},
    {"__copy__", match_itself, 0, 0, "__copy__()\n--\n\nItself."},
    {"__deepcopy__", match_itself, 1, 1, "__deepcopy__(memo, /)\n--\n\nItself."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__(item, /)\n--\n\nMatch[str].",
     METH_CLASS},
    {NULL},
};

static const GetSet match_getset[] = {
    {"string", match_string, NULL, "What was searched."},
    {"re", match_re, NULL, "The pattern."},
    {"pos", match_pos, NULL, "Where the search began."},
    {"endpos", match_endpos, NULL, "Where the search ended."},
    {"regs", match_regs, NULL, "The spans of all groups."},
    {"lastindex", match_lastindex, NULL, "The number of the group that was closed last, or None."},
    {"lastgroup", match_lastgroup, NULL, "The name of the group that was closed last, or None."},
    {NULL},
};

Type re_match = {
    .mem = {.name = "re.Match",
            .size = sizeof(Match),
            .flags = TYPE_GC | TYPE_VARSIZE | TYPE_NO_NEW,
            .item_size = 2 * sizeof(ptrdiff_t),
            .dealloc = match_dealloc,
            .traverse = match_traverse},
    .doc = "The result of a match.",
    .repr = match_repr,
    .get_item = match_get_item,
    .methods = match_methods,
    .getset = match_getset,
};
