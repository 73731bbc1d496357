/* Struct sequences. The layout is a tuple's, with the values of invisible fields behind the items:
 *
 *      [refcount][type][length = visible][item 0] ... [item visible - 1][hidden ...]
 */
#include "interp/object/struct_sequence.h"

#include "interp/object/dict.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

static StructSequence *of_type(const Type *t) {
    return t->extra;
}

static int total(const Object *o) {
    return of_type(o->type)->count;
}

static void sequence_dealloc(Object *o) {
    gc_untrack(o);
    int n = total(o);
    for (int i = 0; i < n; i++) clear_ref(&((Tuple *)o)->items[i]);
    object_free(o);
}

static int sequence_traverse(Object *o, Visit visit, void *arg) {
    int n = total(o);
    for (int i = 0; i < n; i++) {
        int stop = visit_ref(((Tuple *)o)->items[i], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

/* An item without a name is shown with the name of the attribute that stands for it, the next that there is. */
static Object *sequence_repr(Object *o) {
    StructSequence *s = of_type(o->type);
    StrWriter w = writer_new();
    if (writer_format(&w, "%s(", s->name) < 0) return NULL;
    for (int i = 0; i < s->visible; i++)
        if (writer_format(&w, i ? ", %s=%R" : "%s=%R", s->members[i].name, ((Tuple *)o)->items[i]) < 0) return NULL;
    return writer_c(&w, ")") < 0 ? NULL : writer_finish(&w);
}

static Object *allocate(StructSequence *s, Type *t) {
    Tuple *o = (Tuple *)object_new_var(t, s->count * sizeof(Object *));
    if (o) o->length = s->visible;
    return (Object *)o;
}

Object *struct_sequence_new(StructSequence *s, Object **values) {
    Type *t = struct_sequence_type(s);
    bool complete = t != NULL;
    for (int i = 0; i < s->count; i++) complete = complete && values[i];
    Tuple *o = complete ? (Tuple *)allocate(s, t) : NULL;
    for (int i = 0; i < s->count; i++) {
        if (o)
            o->items[i] = values[i];
        else
            xdecref(values[i]);
    }
    if (o) gc_track(o);
    return (Object *)o;
}

static bool is_unnamed(const StructSequence *s, int i) {
    return s->fields[i].name[0] == '_';
}

/* struct_time(iterable, {"tm_zone": ...}): the visible items at least; hidden fields may come too, or in the dict. */
static Object *sequence_new_python(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"sequence", "dict", NULL};
    StructSequence *s = of_type(t);
    Object *v[2];
    if (args_bind("structseq", parameters, 1, 2, args, nargs, kwnames, v) < 0) return NULL;
    if (v[1] && v[1] != NONE && !dict_check(v[1]))
        return raise_error(&exc_TypeError, "%s() takes a dict as second arg, if any", s->name);
    Object *items = sequence_tuple(v[0]);
    if (!items)
        return raise_is(&exc_TypeError)
                   ? (raise_clear(), raise_error(&exc_TypeError, "constructor requires a sequence"))
                   : NULL;
    ptrdiff_t n = tuple_length(items);
    Tuple *o = NULL;
    if (n < s->visible || n > s->count) {
        const char *most = s->visible == s->count ? "a" : n < s->visible ? "an at least" : "an at most";
        raise_error(&exc_TypeError, "%s() takes %s %d-sequence (%zd-sequence given)", s->name, most,
                    n < s->visible ? s->visible : s->count, n);
    } else {
        o = (Tuple *)allocate(s, t);
    }
    ptrdiff_t taken = 0, offered = v[1] && v[1] != NONE ? object_length(v[1]) : 0;
    for (int i = 0; o && i < s->count; i++) {
        Object *x = i < n ? tuple_item(items, i) : offered ? dict_get_c(v[1], s->fields[i].name) : NULL;
        taken += x && i >= n;
        o->items[i] = newref(x ? x : NONE);
    }
    decref(items);
    if (o && taken < offered) {
        decref(o);
        return raise_error(&exc_TypeError, "%s() got duplicate or unexpected field name(s)", s->name);
    }
    if (o) gc_track(o);
    return (Object *)o;
}

/* Pickling and copying: (type, (visible items, {hidden ones})). */
static Object *sequence_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    StructSequence *s = of_type(o->type);
    Object *visible = tuple_from(((Tuple *)o)->items, s->visible), *hidden = dict_new(), *result = NULL;
    int status = visible && hidden ? 0 : -1;
    for (int i = s->visible; status == 0 && i < s->count; i++)
        status = dict_set_c(hidden, s->fields[i].name, ((Tuple *)o)->items[i]);
    Object *both = status == 0 ? tuple_pack(2, visible, hidden) : NULL;
    if (both) result = tuple_pack(2, (Object *)o->type, both);
    xdecref(both);
    xdecref(visible);
    xdecref(hidden);
    return result;
}

/* Puts the values of the keywords into the fields of o that they name; the names that fit none are appended to `rest`.
 * 0, -1 */
static int replace_fields(StructSequence *s, Tuple *o, Object **values, Tuple *kwnames, Object *rest) {
    for (ptrdiff_t k = 0; kwnames && k < kwnames->length; k++) {
        int i = 0;
        while (i < s->count && !str_equal_c(kwnames->items[k], s->fields[i].name)) i++;
        if (i < s->count)
            set_ref(&o->items[i], newref(values[k]));
        else if (list_append(rest, kwnames->items[k]) < 0)
            return -1;
    }
    return 0;
}

/* __replace__(**changes), for copy.replace. */
static Object *sequence_replace(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    StructSequence *s = of_type(self->type);
    if (nargs > 0) return raise_error(&exc_TypeError, "__replace__() takes no positional arguments");
    if (s->unnamed)
        return raise_error(&exc_TypeError, "__replace__() is not supported for %s because it has unnamed field(s)",
                           s->name);
    Object *rest = list_new(0);
    Tuple *o = rest ? (Tuple *)allocate(s, self->type) : NULL;
    for (int i = 0; o && i < s->count; i++) o->items[i] = newref(((Tuple *)self)->items[i]);
    if (o && replace_fields(s, o, args, kwnames, rest) < 0) clear_ref(&o);
    if (o && list_length(rest)) {
        raise_error(&exc_TypeError, "Got unexpected field name(s): %R", rest);
        clear_ref(&o);
    }
    if (o) gc_track(o);
    xdecref(rest);
    return (Object *)o;
}

static const Method sequence_methods[] = {
    {"__replace__", (NativeFn)(void *)sequence_replace, 0, -1,
     "__replace__($self, /, **changes)\n--\n\nA copy with some fields changed.", METH_KEYWORDS},
    {"__reduce__", sequence_reduce, 0, 0, "__reduce__($self, /)\n--\n\nHelper for copy and pickle."},
    {0},
};

/* n_fields and the like, and __match_args__, are attributes of the class. 0, -1 */
static int describe(StructSequence *s, Dict *d) {
    const struct {
        const char *name;
        int value;
    } numbers[] = {{"n_sequence_fields", s->visible}, {"n_fields", s->count}, {"n_unnamed_fields", s->unnamed}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        Object *n = int_from_i64(numbers[i].value);
        int status = n ? dict_set_c((Object *)d, numbers[i].name, n) : -1;
        xdecref(n);
        if (status < 0) return -1;
    }
    Object *visible = list_new(0);
    int status = visible ? 0 : -1;
    for (int i = 0; status == 0 && i < s->visible; i++) {
        if (is_unnamed(s, i)) continue;
        Object *name = (Object *)str_intern_c(s->fields[i].name);
        status = name ? list_append(visible, name) : -1;
        xdecref(name);
    }
    Object *match = status == 0 ? sequence_tuple(visible) : NULL;
    status = match ? dict_set_c((Object *)d, "__match_args__", match) : -1;
    xdecref(visible);
    xdecref(match);
    return status;
}

Type *struct_sequence_type(StructSequence *s) {
    Type *t = &s->type;
    if (type_flag(t, TYPE_READY)) return t;
    Member *member = s->members;
    for (s->count = s->unnamed = 0; s->fields[s->count].name; s->count++) {
        if (is_unnamed(s, s->count))
            s->unnamed++;
        else
            *member++ = (Member){.name = s->fields[s->count].name,
                                 .kind = MEMBER_OBJECT,
                                 .offset = offsetof(Tuple, items) + s->count * sizeof(Object *),
                                 .flags = MEMBER_READONLY,
                                 .doc = s->fields[s->count].doc};
    }
    t->mem = (TypeMemory){.name = s->name,
                          .flags = TYPE_GC | (s->no_new ? TYPE_NO_NEW : 0),
                          .size = tuple_type.mem.size,
                          .dealloc = sequence_dealloc,
                          .traverse = sequence_traverse};
    t->doc = s->doc;
    t->base = &tuple_type;
    t->members = s->members;
    t->methods = sequence_methods;
    t->repr = sequence_repr;
    t->new = s->no_new ? NULL : sequence_new_python;
    t->extra = s;
    type_ready(t);
    if (s->no_new) t->new = NULL;
    Dict *d = type_dict(t);
    return d && describe(s, d) == 0 ? t : NULL;
}
