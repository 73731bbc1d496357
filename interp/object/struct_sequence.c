/* Struct sequences. The layout is a tuple's, with the values of invisible fields behind the items:
 *
 *      [refcount][type][length = visible][item 0] ... [item visible - 1][hidden ...]
 */
#include "interp/object/struct_sequence.h"

#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

static StructSequence *of_type(const Type *t) {
    while (!t->extra) t = t->base; /* a subclass made by a class statement */
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

static Object *get_field(Object *o, void *index) {
    return newref(((Tuple *)o)->items[(intptr_t)index]);
}

static Object *sequence_repr(Object *o) {
    StructSequence *s = of_type(o->type);
    StrWriter w = writer_new();
    if (writer_format(&w, "%s(", s->name) < 0) return NULL;
    for (int i = 0; i < s->visible; i++)
        if (writer_format(&w, i ? ", %s=%R" : "%s=%R", s->fields[i].name, ((Tuple *)o)->items[i]) < 0) return NULL;
    return writer_c(&w, ")") < 0 ? NULL : writer_finish(&w);
}

static Object *allocate(StructSequence *s, Type *t) {
    Tuple *o = (Tuple *)object_new_var(t, s->count * sizeof(Object *));
    if (o) o->length = s->visible;
    return (Object *)o;
}

Object *struct_sequence_new(StructSequence *s, Object **values) {
    Type *t = struct_sequence_type(s);
    bool complete = true;
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

static const char *plain_name(const StructSequence *s) {
    const char *dot = __builtin_strrchr(s->name, '.');
    return dot ? dot + 1 : s->name;
}

/* struct_time(iterable, {"tm_zone": ...}): the visible items at least; hidden fields may come too, or in the dict. */
static Object *sequence_new_python(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"sequence", "dict", NULL};
    StructSequence *s = of_type(t);
    Object *v[2];
    if (args_bind(plain_name(s), parameters, 1, 2, args, nargs, kwnames, v) < 0) return NULL;
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
    for (int i = 0; o && i < s->count; i++) {
        Object *x = i < n ? tuple_item(items, i) : v[1] && v[1] != NONE ? dict_get_c(v[1], s->fields[i].name) : NULL;
        o->items[i] = newref(x ? x : NONE);
    }
    if (o) gc_track(o);
    decref(items);
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

static const Method sequence_methods[] = {
    {"__reduce__", sequence_reduce, 0, 0, "__reduce__($self, /)\n--\n\nHelper for copy and pickle."},
    {0},
};

Type *struct_sequence_type(StructSequence *s) {
    Type *t = &s->type;
    if (type_flag(t, TYPE_READY)) return t;
    for (s->count = 0; s->fields[s->count].name; s->count++)
        s->getset[s->count] = (GetSet){.name = s->fields[s->count].name,
                                       .get = get_field,
                                       .doc = s->fields[s->count].doc,
                                       .arg = (void *)(intptr_t)s->count};
    t->mem = (TypeMemory){.name = s->name,
                          .flags = TYPE_GC | (s->no_new ? TYPE_NO_NEW : TYPE_BASE),
                          .size = tuple_type.mem.size,
                          .dealloc = sequence_dealloc,
                          .traverse = sequence_traverse};
    t->doc = s->doc;
    t->base = &tuple_type;
    t->getset = s->getset;
    t->methods = sequence_methods;
    t->repr = sequence_repr;
    t->new = s->no_new ? NULL : sequence_new_python;
    t->extra = s;
    type_ready(t);
    if (s->no_new) t->new = NULL;
    return t;
}
