/* _re: compiled patterns. The package re translates what people write into the syntax of PCRE2; here are the objects
 * that match. */
#include "stdlib/re.h"

static void pattern_dealloc(Object *o) {
    Pattern *p = (Pattern *)o;
    gc_untrack(o);
    if (p->weaklist) weakref_clear_all(o);
    engine_free(p);
    heap_free(p->close_order);
    xdecref(p->pattern);
    xdecref(p->translation);
    xdecref(p->groupindex);
    xdecref(p->template);
    xdecref(p->pieces);
    xdecref(p->names);
    object_free(o);
}

static int pattern_traverse(Object *o, Visit visit, void *arg) {
    Pattern *p = (Pattern *)o;
    Object *owned[] = {p->pattern, p->translation, p->groupindex, p->names, p->pieces};
    int r = 0;
    for (int i = 0; r == 0 && i < 5; i++) r = visit_ref(owned[i], visit, arg);
    return r;
}

/* ---- matching */

static Object *match_once(Object *o, Object **args, ptrdiff_t nargs, MatchMode mode) {
    Pattern *p = (Pattern *)o;
    Subject s;
    Spans spans;
    ptrdiff_t pos, endpos;
    if (subject_open(&s, p, args[0]) < 0) return NULL;
    Object *result = NULL;
    if (scan_bounds(&s, args, nargs, &pos, &endpos) == 0 && spans_open(&spans, p) == 0) {
        int r = engine_match(p, &s, pos, endpos, mode, false, spans.at);
        result = r > 0 ? match_new(p, &s, pos, endpos, spans.at) : r == 0 ? new_none() : NULL;
        spans_close(&spans);
    }
    subject_close(&s);
    return result;
}

static Object *pattern_match(Object *o, Object **args, ptrdiff_t nargs) {
    return match_once(o, args, nargs, MATCH_HERE);
}
static Object *pattern_fullmatch(Object *o, Object **args, ptrdiff_t nargs) {
    return match_once(o, args, nargs, MATCH_WHOLE);
}
static Object *pattern_search(Object *o, Object **args, ptrdiff_t nargs) {
    return match_once(o, args, nargs, MATCH_SEARCH);
}

/* Calls `each` with every match from pos to endpos; 0, or -1 as soon as it says so. */
typedef int (*EachMatch)(Pattern *p, const Subject *s, const ptrdiff_t *spans, void *arg);
static int for_each_match(Pattern *p, const Subject *s, ptrdiff_t pos, ptrdiff_t endpos, EachMatch each, void *arg) {
    Spans spans;
    if (spans_open(&spans, p) < 0) return -1;
    bool after_empty = false;
    int r = 0;
    while (r == 0) {
        int found = engine_match(p, s, pos, endpos, MATCH_SEARCH, after_empty, spans.at);
        if (found <= 0) {
            r = found;
            break;
        }
        pos = spans.at[1];
        after_empty = spans.at[0] == pos;
        r = each(p, s, spans.at, arg);
    }
    spans_close(&spans);
    return r < 0 ? -1 : 0;
}

/* The text of a group in findall: '' if it took no part. */
static Object *found_text(const Subject *s, const ptrdiff_t *spans, ptrdiff_t group) {
    ptrdiff_t start = spans[2 * group], end = spans[2 * group + 1];
    return start < 0 ? subject_slice(s->object, 0, 0) : subject_slice(s->object, start, end < start ? start : end);
}

static int append_found(Pattern *p, const Subject *s, const ptrdiff_t *spans, void *list) {
    Object *item;
    if (p->groups <= 1) {
        item = found_text(s, spans, p->groups);
    } else {
        item = tuple_new(p->groups);
        for (ptrdiff_t i = 0; item && i < (ptrdiff_t)p->groups; i++) {
            Object *text = found_text(s, spans, i + 1);
            if (text)
                tuple_set(item, i, text);
            else
                clear_ref(&item);
        }
    }
    int r = item ? list_append(list, item) : -1;
    xdecref(item);
    return r;
}

static Object *pattern_findall(Object *o, Object **args, ptrdiff_t nargs) {
    Pattern *p = (Pattern *)o;
    Subject s;
    ptrdiff_t pos, endpos;
    if (subject_open(&s, p, args[0]) < 0) return NULL;
    Object *list = NULL;
    if (scan_bounds(&s, args, nargs, &pos, &endpos) == 0 && (list = list_new(0)) &&
        for_each_match(p, &s, pos, endpos, append_found, list) < 0)
        clear_ref(&list);
    subject_close(&s);
    return list;
}

typedef struct Split {
    Object *list;
    ptrdiff_t last, left; /* where the next piece begins; how many more splits may be made, -1: any number */
} Split;

static int append_slice(Object *list, const Subject *s, ptrdiff_t start, ptrdiff_t end) {
    Object *piece = subject_slice(s->object, start, end);
    int r = piece ? list_append(list, piece) : -1;
    xdecref(piece);
    return r;
}

static int append_split(Pattern *p, const Subject *s, const ptrdiff_t *spans, void *arg) {
    Split *split = arg;
    if (append_slice(split->list, s, split->last, spans[0]) < 0) return -1;
    split->last = spans[1];
    for (ptrdiff_t i = 1; i <= (ptrdiff_t)p->groups; i++) {
        ptrdiff_t start = spans[2 * i], end = spans[2 * i + 1];
        if ((start < 0 ? list_append(split->list, NONE)
                       : append_slice(split->list, s, start, end < start ? start : end)) < 0)
            return -1;
    }
    return split->left > 0 && --split->left == 0; /* 1 ends it */
}

static Object *pattern_split(Object *o, Object **args, ptrdiff_t nargs) {
    Object *limit = arg_or_null(args, nargs, 1);
    ptrdiff_t max = limit ? number_as_index(limit, &exc_OverflowError) : 0;
    if (max == -1 && raise_pending()) return NULL;
    Pattern *p = (Pattern *)o;
    Subject s;
    if (subject_open(&s, p, args[0]) < 0) return NULL;
    Split split = {.list = list_new(0), .left = max > 0 ? max : -1};
    int r = split.list ? 0 : -1;
    if (r == 0 && max >= 0) r = for_each_match(p, &s, 0, s.length, append_split, &split);
    if (r < 0 || append_slice(split.list, &s, split.last, s.length) < 0) clear_ref(&split.list);
    subject_close(&s);
    return split.list;
}

/* ---- what it is */

static const struct {
    int64_t flag;
    const char *name;
} flag_names[] = {
    {RE_IGNORECASE, "re.IGNORECASE"}, {RE_LOCALE, "re.LOCALE"},   {RE_MULTILINE, "re.MULTILINE"},
    {RE_DOTALL, "re.DOTALL"},         {RE_UNICODE, "re.UNICODE"}, {RE_VERBOSE, "re.VERBOSE"},
    {RE_DEBUG, "re.DEBUG"},           {RE_ASCII, "re.ASCII"},
};

static Object *pattern_repr(Object *o) {
    Pattern *p = (Pattern *)o;
    int64_t flags = p->flags;
    if (p->is_text && (flags & (RE_LOCALE | RE_UNICODE | RE_ASCII)) == RE_UNICODE) flags &= ~RE_UNICODE;
    StrWriter w = writer_new();
    int r = writer_format(&w, "re.compile(%.200R", p->pattern);
    const char *between = ", ";
    for (size_t i = 0; r == 0 && i < sizeof flag_names / sizeof *flag_names; i++) {
        if (!(flags & flag_names[i].flag)) continue;
        r = writer_format(&w, "%s%s", between, flag_names[i].name);
        flags &= ~flag_names[i].flag;
        between = "|";
    }
    if (r == 0 && flags) r = writer_format(&w, "%s0x%x", between, (unsigned)flags);
    if (r == 0) r = writer_char(&w, ')');
    if (r == 0) return writer_finish(&w);
    writer_drop(&w);
    return NULL;
}

static intptr_t pattern_hash(Object *o) {
    Pattern *p = (Pattern *)o;
    intptr_t hash = object_hash(p->pattern);
    if (hash == -1) return -1;
    hash ^= (intptr_t)p->flags ^ p->is_text ^ (intptr_t)p->groups << 16;
    return hash == -1 ? -2 : hash;
}

static Object *pattern_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != b->type) return newref(NOT_IMPLEMENTED);
    Pattern *p = (Pattern *)a, *q = (Pattern *)b;
    int same = p == q;
    if (!same && p->flags == q->flags && p->is_text == q->is_text && p->groups == q->groups) {
        same = object_equal(p->pattern, q->pattern);
        if (same < 0) return NULL;
    }
    return new_bool(same == (op == CMP_EQ));
}

static Object *pattern_get_pattern(Object *o, void *arg) {
    return newref(((Pattern *)o)->pattern);
}
static Object *pattern_get_flags(Object *o, void *arg) {
    return int_from_i64(((Pattern *)o)->flags);
}
static Object *pattern_get_groups(Object *o, void *arg) {
    return int_from_i64(((Pattern *)o)->groups);
}
static Object *pattern_get_groupindex(Object *o, void *arg) {
    return object_call1((Object *)&mappingproxy_type, ((Pattern *)o)->groupindex);
}

static Object *pattern_itself(Object *o, Object **args, ptrdiff_t nargs) {
    return newref(o);
}

static const Method pattern_methods[] = {
    {"match", pattern_match, 1, 3,
     "match(string, pos=0, endpos=sys.maxsize)\n--\n\nThe match at the beginning of the string, or None."},
    {"fullmatch", pattern_fullmatch, 1, 3,
     "fullmatch(string, pos=0, endpos=sys.maxsize)\n--\n\nThe match of the whole string, or None."},
    {"search", pattern_search, 1, 3,
     "search(string, pos=0, endpos=sys.maxsize)\n--\n\nThe first match in the string, or None."},
    {"sub", pattern_sub, 2, 3,
     "sub(repl, string, count=0)\n--\n\nThe string with its matches replaced by repl, a template or a function."},
    {"subn", pattern_subn, 2, 3,
     "subn(repl, string, count=0)\n--\n\n(what sub gives, the number of matches that were replaced)"},
    {"findall", pattern_findall, 1, 3,
     "findall(string, pos=0, endpos=sys.maxsize)\n--\n\n"
     "A list of all matches: of their groups, where the pattern has any."},
    {"split", pattern_split, 1, 2, "split(string, maxsplit=0)\n--\n\nThe parts of the string between the matches."},
    {"finditer", pattern_finditer, 1, 3,
     "finditer(string, pos=0, endpos=sys.maxsize)\n--\n\nAn iterator over all matches."},
    {"scanner", pattern_scanner, 1, 3,
     "scanner(string, pos=0, endpos=sys.maxsize)\n--\n\nAn object that finds one match after the other."},
    {"__copy__", pattern_itself, 0, 0, "__copy__()\n--\n\nItself."},
    {"__deepcopy__", pattern_itself, 1, 1, "__deepcopy__(memo, /)\n--\n\nItself."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__(object, /)\n--\n\nPattern[str].",
     METH_CLASS},
    {NULL},
};

static const GetSet pattern_getset[] = {
    {"pattern", pattern_get_pattern, NULL, "The text that the pattern was compiled from."},
    {"flags", pattern_get_flags, NULL, "Its flags, those in the text included."},
    {"groups", pattern_get_groups, NULL, "The number of its groups."},
    {"groupindex", pattern_get_groupindex, NULL, "The numbers of the groups that have names."},
    {NULL},
};

Type re_pattern = {
    .mem = {.name = "re.Pattern",
            .size = sizeof(Pattern),
            .flags = TYPE_GC | TYPE_NO_NEW,
            .weaklist_offset = offsetof(Pattern, weaklist),
            .dealloc = pattern_dealloc,
            .traverse = pattern_traverse},
    .doc = "A compiled regular expression.",
    .repr = pattern_repr,
    .hash = pattern_hash,
    .compare = pattern_compare,
    .methods = pattern_methods,
    .getset = pattern_getset,
};

/* ---- the module */

/* The numbers of the groups in a list, which must have each of them once. 0, -1 */
static int read_order(Pattern *p, Object *list) {
    if (list->type != &list_type || list_length(list) != (ptrdiff_t)p->groups)
        return raise_int(&exc_ValueError, "close_order must be a list of all groups");
    p->close_order = heap_alloc(sizeof *p->close_order * ((size_t)p->groups + 1));
    if (!p->close_order) {
        raise_memory();
        return -1;
    }
    for (ptrdiff_t i = 0; i < (ptrdiff_t)p->groups; i++) {
        Object *item = list_item(list, i);
        int group = item->type == &int_type ? int_as_int(item) : 0;
        if (group < 1 || group > (int)p->groups) return raise_int(&exc_ValueError, "no such group");
        p->close_order[i] = (uint32_t)group;
    }
    return 0;
}

static Object *re_compile(Object *module, Object **args, ptrdiff_t nargs) {
    if (args[3]->type != &dict_type || args[4]->type != &tuple_type || tuple_length(args[4]) < 1 ||
        tuple_length(args[4]) > INT32_MAX)
        return raise_error(&exc_TypeError, "groupindex must be a dict and names a tuple");
    int64_t flags = int_as_i64(args[2]);
    if (flags == -1 && raise_pending()) return NULL;
    Pattern *p = (Pattern *)object_new(&re_pattern);
    if (!p) return NULL;
    p->pattern = newref(args[0]);
    p->translation = newref(args[1]);
    p->groupindex = newref(args[3]);
    p->names = newref(args[4]);
    p->flags = flags;
    p->is_text = str_check(args[0]);
    p->groups = (uint32_t)tuple_length(args[4]) - 1;
    p->captures_in_loop = object_truth(args[6]) == 1;
    if (read_order(p, args[5]) < 0) {
        decref(p);
        return NULL;
    }
    gc_track(p);
    return (Object *)p;
}

static int re_setup(Object *module) {
    type_ready(&re_scanner);
    type_ready(&re_iterator);
    return module_add_type(module, &re_pattern) < 0 ? -1 : module_add_type(module, &re_match);
}

static const Method re_methods[] = {
    {"compile", re_compile, 7, 7,
     "compile(pattern, translation, flags, groupindex, names, close_order, captures_in_loop, /)\n--\n\n"
     "A Pattern of what was read already."},
    {NULL},
};

const ModuleSpec _re_module = {
    .name = "_re",
    .doc = "The native part of the package re.",
    .methods = re_methods,
    .setup = re_setup,
    .teardown = engine_shutdown,
};
