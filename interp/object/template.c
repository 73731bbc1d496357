/* Template and Interpolation: what a t-string makes instead of text (PEP 750). A template of n interpolations has n + 1
 * strings around them, some of them empty. */
#include "interp/object/template.h"

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

typedef struct Interpolation {
    Object base;
    Object *value, *expression, *conversion, *format_spec; /* owned */
} Interpolation;

typedef struct Template {
    Object base;
    Tuple *strings, *interpolations; /* owned */
} Template;

/* --- Interpolation --- */

static Object *interpolation_make(Type *t, Object *value, Object *expression, Object *conversion, Object *spec) {
    Interpolation *i = (Interpolation *)object_new(t);
    if (!i) return NULL;
    i->value = newref(value);
    i->expression = newref(expression);
    i->conversion = newref(conversion);
    i->format_spec = newref(spec);
    gc_track(i);
    return (Object *)i;
}

Object *interpolation_new(Object *value, Object *expression, int conversion, Object *spec) {
    Object *letter = conversion ? str_from_char(" sra"[conversion]) : new_none();
    Object *text = spec && spec != NONE ? newref(spec) : str_empty();
    Object *result = letter && text ? interpolation_make(&interpolation_type, value, expression, letter, text) : NULL;
    xdecref(letter);
    xdecref(text);
    return result;
}

static Object *interpolation_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"value", "expression", "conversion", "format_spec", NULL};
    Object *v[4];
    if (args_bind("Interpolation", parameters, 1, 4, args, nargs, kwnames, v) < 0) return NULL;
    Object *conversion = v[2] ? v[2] : NONE;
    if (v[1] && !str_check(v[1]))
        return raise_error(&exc_TypeError, "Interpolation() argument 'expression' must be str, not %Q", v[1]);
    if (v[3] && !str_check(v[3]))
        return raise_error(&exc_TypeError, "Interpolation() argument 'format_spec' must be str, not %Q", v[3]);
    if (conversion != NONE) {
        if (!str_check(conversion))
            return raise_error(&exc_TypeError, "Interpolation() argument 'conversion' must be str, not %Q", conversion);
        if (!str_equal_c(conversion, "s") && !str_equal_c(conversion, "r") && !str_equal_c(conversion, "a"))
            return raise_error(&exc_ValueError, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
    }
    Object *empty = str_empty();
    Object *result = interpolation_make(t, v[0], v[1] ? v[1] : empty, conversion, v[3] ? v[3] : empty);
    decref(empty);
    return result;
}

static int interpolation_traverse(Object *o, Visit visit, void *arg) {
    Interpolation *i = (Interpolation *)o;
    Object *fields[] = {i->value, i->expression, i->conversion, i->format_spec};
    for (int k = 0; k < 4; k++) {
        int stop = visit_ref(fields[k], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

static void interpolation_clear(Object *o) {
    Interpolation *i = (Interpolation *)o;
    clear_ref(&i->value);
    clear_ref(&i->expression);
    clear_ref(&i->conversion);
    clear_ref(&i->format_spec);
}

static void interpolation_dealloc(Object *o) {
    gc_untrack(o);
    interpolation_clear(o);
    object_free(o);
}

static Object *interpolation_repr(Object *o) {
    Interpolation *i = (Interpolation *)o;
    return str_format("Interpolation(%R, %R, %R, %R)", i->value, i->expression, i->conversion, i->format_spec);
}

static const Member interpolation_members[] = {
    {"value", MEMBER_OBJECT, offsetof(Interpolation, value), MEMBER_READONLY, "Value"},
    {"expression", MEMBER_OBJECT, offsetof(Interpolation, expression), MEMBER_READONLY, "Expression"},
    {"conversion", MEMBER_OBJECT, offsetof(Interpolation, conversion), MEMBER_READONLY, "Conversion"},
    {"format_spec", MEMBER_OBJECT, offsetof(Interpolation, format_spec), MEMBER_READONLY, "Format specifier"},
    {0},
};

/* Interpolation.__match_args__. The class has no name in builtins: who wants it takes it from a template. */
static int add_match_args(void) {
    static const char *const fields[] = {"value", "expression", "conversion", "format_spec"};
    Dict *dict = type_dict(&interpolation_type);
    if (!dict || dict_get_str(dict, names.__match_args__)) return dict ? 0 : -1;
    Object *t = tuple_new(4);
    for (int i = 0; t && i < 4; i++) {
        Str *s = str_intern_c(fields[i]);
        if (s)
            tuple_set(t, i, (Object *)s);
        else
            clear_ref(&t);
    }
    int status = t ? dict_set((Object *)dict, (Object *)names.__match_args__, t) : -1;
    xdecref(t);
    return status;
}

static Object *interpolation_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Interpolation *i = (Interpolation *)o;
    Object *values = tuple_pack(4, i->value, i->expression, i->conversion, i->format_spec);
    Object *result = values ? tuple_pack(2, (Object *)o->type, values) : NULL;
    xdecref(values);
    return result;
}

static const Method interpolation_methods[] = {
    {"__reduce__", interpolation_reduce, 0, 0, "__reduce__($self, /)\n--\n\nHelper for copy and pickle."},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__($type, item, /)\n--\n\nSee PEP 585.",
     METH_CLASS},
    {0},
};

Type interpolation_type = {
    .mem = {.name = "string.templatelib.Interpolation",
            .flags = TYPE_GC,
            .size = sizeof(Interpolation),
            .dealloc = interpolation_dealloc,
            .traverse = interpolation_traverse,
            .clear = interpolation_clear},
    .doc = "Interpolation(value, expression='', conversion=None, format_spec='')\n--\n\nOne field of a t-string, not "
           "formatted yet.",
    .methods = interpolation_methods,
    .members = interpolation_members,
    .repr = interpolation_repr,
    .new = interpolation_create,
};

/* --- Template --- */

static Object *template_make(Type *t, Object *strings, Object *interpolations) {
    Template *x = add_match_args() < 0 ? NULL : (Template *)object_new(t);
    if (!x) return NULL;
    x->strings = newref(strings);
    x->interpolations = newref(interpolations);
    gc_track(x);
    return (Object *)x;
}

Object *template_new(Object *strings, Object *interpolations) {
    return template_make(&template_type, strings, interpolations);
}

/* Adjacent strings become one; between two interpolations there is always one. */
static int add_part(Object *strings, Object *interpolations, Object *part) {
    if (str_check(part)) {
        if (list_length(strings) == list_length(interpolations)) return list_append(strings, part);
        Object *last = list_item(strings, list_length(strings) - 1), *both = str_concat(last, part);
        if (!both) return -1;
        set_ref(&((List *)strings)->items[list_length(strings) - 1], both);
        return 0;
    }
    if (part->type != &interpolation_type)
        return raise_int(&exc_TypeError, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %Q",
                         part);
    if (list_length(strings) == list_length(interpolations) && list_append_steal(strings, str_empty()) < 0) return -1;
    return list_append(interpolations, part);
}

static Object *make_from_parts(Type *t, Object **parts, ptrdiff_t n) {
    Object *strings = list_new(0), *interpolations = list_new(0), *result = NULL;
    int status = strings && interpolations ? 0 : -1;
    for (ptrdiff_t i = 0; status == 0 && i < n; i++) status = add_part(strings, interpolations, parts[i]);
    if (status == 0 && list_length(strings) == list_length(interpolations))
        status = list_append_steal(strings, str_empty());
    if (status == 0) {
        Object *a = list_to_tuple(strings), *b = list_to_tuple(interpolations);
        if (a && b) result = template_make(t, a, b);
        xdecref(a);
        xdecref(b);
    }
    xdecref(strings);
    xdecref(interpolations);
    return result;
}

static Object *template_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (kwnames && kwnames->length) return raise_error(&exc_TypeError, "Template.__new__ only accepts *args arguments");
    return make_from_parts(t, args, nargs);
}

/* Strings and interpolations in their order, empty strings left out. New list. */
static Object *parts_of(Template *t) {
    Object *list = list_new(0);
    for (ptrdiff_t i = 0; list && i < t->strings->length; i++) {
        Object *s = t->strings->items[i];
        int status = str_length(s) ? list_append(list, s) : 0;
        if (status == 0 && i < t->interpolations->length) status = list_append(list, t->interpolations->items[i]);
        if (status < 0) clear_ref(&list);
    }
    return list;
}

static Object *template_iter(Object *o) {
    Object *list = parts_of((Template *)o), *it = list ? object_iter(list) : NULL;
    xdecref(list);
    return it;
}

static Object *template_concat(Object *a, Object *b) {
    if (a->type != &template_type || b->type != &template_type) {
        Object *other = a->type == &template_type ? b : a;
        if (other == b)
            return raise_error(
                &exc_TypeError,
                "can only concatenate string.templatelib.Template (not \"%Q\") to string.templatelib.Template", b);
        return newref(NOT_IMPLEMENTED);
    }
    Object *list = parts_of((Template *)a), *rest = list ? parts_of((Template *)b) : NULL, *result = NULL;
    if (rest && list_extend(list, rest) == 0)
        result = make_from_parts(&template_type, ((List *)list)->items, list_length(list));
    xdecref(list);
    xdecref(rest);
    return result;
}

static int template_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit_ref(((Template *)o)->strings, visit, arg);
    return stop ? stop : visit_ref(((Template *)o)->interpolations, visit, arg);
}

static void template_clear(Object *o) {
    clear_ref(&((Template *)o)->strings);
    clear_ref(&((Template *)o)->interpolations);
}

static void template_dealloc(Object *o) {
    gc_untrack(o);
    template_clear(o);
    object_free(o);
}

static Object *template_repr(Object *o) {
    Template *t = (Template *)o;
    return str_format("Template(strings=%R, interpolations=%R)", t->strings, t->interpolations);
}

static Object *get_values(Object *o, void *unused) {
    Tuple *from = ((Template *)o)->interpolations;
    Object *t = tuple_new(from->length);
    for (ptrdiff_t i = 0; t && i < from->length; i++) tuple_set(t, i, newref(((Interpolation *)from->items[i])->value));
    return t;
}

static Object *template_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    Object *list = parts_of((Template *)o), *parts = list ? list_to_tuple(list) : NULL;
    Object *result = parts ? tuple_pack(2, (Object *)o->type, parts) : NULL;
    xdecref(list);
    xdecref(parts);
    return result;
}

static const Member template_members[] = {
    {"strings", MEMBER_OBJECT, offsetof(Template, strings), MEMBER_READONLY, "Strings"},
    {"interpolations", MEMBER_OBJECT, offsetof(Template, interpolations), MEMBER_READONLY, "Interpolations"},
    {0},
};

static const GetSet template_getset[] = {{"values", get_values, NULL, "Values of interpolations", NULL}, {0}};

static const Method template_methods[] = {
    {"__reduce__", template_reduce, 0, 0, "__reduce__($self, /)\n--\n\nHelper for copy and pickle."},
    {0},
};

Type template_type = {
    .mem = {.name = "string.templatelib.Template",
            .flags = TYPE_GC,
            .size = sizeof(Template),
            .dealloc = template_dealloc,
            .traverse = template_traverse,
            .clear = template_clear},
    .doc = "Template(*args)\n--\n\nThe strings and interpolations of a t-string.",
    .methods = template_methods,
    .members = template_members,
    .getset = template_getset,
    .repr = template_repr,
    .iter = template_iter,
    .new = template_create,
    .binary[BIN_ADD] = template_concat,
};
