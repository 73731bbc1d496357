/* GenericAlias: list[int], a class together with type arguments.
 *
 * The arguments are kept and shown, and otherwise ignored: calling the alias calls the class, and its attributes are
 * the class's. Type variables among the arguments (at any depth) are the alias's parameters; subscripting it again puts
 * other types in their place. Which objects are type variables is a matter of protocol: those that have
 * __typing_subst__; the arguments of an alias in turn are found through its __parameters__.
 *
 * Iterating over an alias gives a starred copy, for tuple[*tuple[int, str]].
 */
#include "interp/object/type_arguments.h"

#include "interp/object/containers.h"
#include "interp/object/int.h"
#include "interp/object/weakref.h"

typedef struct GenericAlias {
    Object base;
    Object *origin;
    Tuple *args;
    Tuple *parameters; /* NULL: not asked for yet */
    Object *weaklist;
    bool starred;
} GenericAlias;

static GenericAlias *alias(Object *o) {
    return (GenericAlias *)o;
}

static Object *make(Type *t, Object *origin, Object *args, bool starred) {
    Object *tuple = tuple_check(args) ? newref(args) : tuple_pack(1, args);
    GenericAlias *a = tuple ? (GenericAlias *)object_new(t) : NULL;
    if (!a) {
        xdecref(tuple);
        return NULL;
    }
    a->origin = newref(origin);
    a->args = (Tuple *)tuple;
    a->starred = starred;
    gc_track(a);
    return (Object *)a;
}

Object *generic_alias_new(Object *origin, Object *args) {
    return make(&generic_alias_type, origin, args, false);
}

Object *generic_alias_class_getitem(Object *cls, Object **args, ptrdiff_t nargs) {
    return generic_alias_new(cls, args[0]);
}

static Object *alias_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("GenericAlias", kwnames) < 0 || args_count("GenericAlias", nargs, 2, 2) < 0) return NULL;
    return make(t, args[0], args[1], false);
}

static void alias_dealloc(Object *o) {
    gc_untrack(o);
    if (alias(o)->weaklist) weakref_clear_all(o);
    decref(alias(o)->origin);
    decref(alias(o)->args);
    xdecref(alias(o)->parameters);
    object_free(o);
}

static int alias_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit(alias(o)->origin, arg);
    if (!stop) stop = visit((Object *)alias(o)->args, arg);
    return stop ? stop : visit_ref(alias(o)->parameters, visit, arg);
}

static int write_alias(StrWriter *w, GenericAlias *a) {
    if (a->starred && writer_char(w, '*') < 0) return -1;
    if (type_write_repr(w, a->origin) < 0 || writer_char(w, '[') < 0) return -1;
    if (a->args->length == 0 && writer_c(w, "()") < 0) return -1;
    for (ptrdiff_t i = 0; i < a->args->length; i++)
        if ((i > 0 && writer_c(w, ", ") < 0) || type_write_argument(w, a->args->items[i]) < 0) return -1;
    return writer_char(w, ']');
}

static Object *alias_repr(Object *o) {
    StrWriter w = writer_new();
    if (write_alias(&w, alias(o)) == 0) return writer_finish(&w);
    writer_drop(&w);
    return NULL;
}

static Tuple *parameters_of(GenericAlias *a) {
    if (!a->parameters) a->parameters = type_parameters(a->args);
    return a->parameters;
}

static Object *alias_getitem(Object *o, Object *subscript) {
    GenericAlias *a = alias(o);
    Tuple *parameters = parameters_of(a);
    Object *args = parameters ? type_substitute(o, a->args, parameters, subscript) : NULL;
    Object *result = args ? make(&generic_alias_type, a->origin, args, a->starred) : NULL;
    xdecref(args);
    return result;
}

/* As the class */

static Object *alias_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *result = object_call(alias(o)->origin, args, nargs, kwnames);
    if (result && object_setattr(result, names.__orig_class__, o) < 0 && !raise_clear_if(&exc_AttributeError) &&
        !raise_clear_if(&exc_TypeError))
        clear_ref(&result);
    return result;
}

static bool is_one_of(Str *name, Str *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (name == list[i] || str_equal(name, list[i])) return true;
    return false;
}

static Object *alias_getattr(Object *o, Str *name) {
    Str *const own[] = {names.__class__,    names.__origin__,      names.__args__,
                        names.__unpacked__, names.__parameters__,  names.__typing_unpacked_tuple_args__,
                        names.__reduce__,   names.__mro_entries__, names.__reduce_ex__};
    Str *const hidden[] = {names.__bases__, names.__copy__, names.__deepcopy__};
    bool special = str_check_exact((Object *)name) && name->length > 4 && str_at(name, 0) == '_';
    if (special &&
        (is_one_of(name, own, sizeof own / sizeof *own) || is_one_of(name, hidden, sizeof hidden / sizeof *hidden)))
        return object_generic_getattr(o, name);
    return object_getattr(alias(o)->origin, name);
}

static Object *alias_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_instance(a, &generic_alias_type) || !is_instance(b, &generic_alias_type))
        return newref(NOT_IMPLEMENTED);
    int equal = alias(a)->starred == alias(b)->starred;
    if (equal) equal = object_equal(alias(a)->origin, alias(b)->origin);
    if (equal > 0) equal = object_equal((Object *)alias(a)->args, (Object *)alias(b)->args);
    return equal < 0 ? NULL : new_bool(equal == (op == CMP_EQ));
}

static intptr_t alias_hash(Object *o) {
    intptr_t origin = object_hash(alias(o)->origin);
    intptr_t args = origin == -1 ? -1 : object_hash((Object *)alias(o)->args);
    if (args == -1) return -1;
    intptr_t h = origin ^ args;
    return h == -1 ? -2 : h;
}

/* list[int] as a base class stands for list. */
static Object *alias_mro_entries(Object *self, Object **args, ptrdiff_t nargs) {
    return tuple_pack(1, alias(self)->origin);
}

static Object *alias_instancecheck(Object *self, Object **args, ptrdiff_t nargs) {
    return raise_error(&exc_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static Object *alias_subclasscheck(Object *self, Object **args, ptrdiff_t nargs) {
    return raise_error(&exc_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static Object *alias_dir(Object *self, Object **args, ptrdiff_t nargs) {
    static const char *const own[] = {"__origin__",      "__args__",      "__parameters__",
                                      "__mro_entries__", "__reduce_ex__", "__reduce__",
                                      "__unpacked__",    "__class__",     "__typing_unpacked_tuple_args__"};
    Object *list = object_dir(alias(self)->origin);
    for (size_t i = 0; list && i < sizeof own / sizeof *own; i++) {
        Object *name = str_from_c(own[i]);
        int present = name ? object_contains(list, name) : -1;
        if (present < 0 || (!present && list_append(list, name) < 0)) clear_ref(&list);
        xdecref(name);
    }
    return list;
}

/* Starred aliases */

typedef struct GenericAliasIterator {
    Object base;
    Object *alias; /* NULL once it was given */
} GenericAliasIterator;

static Object *alias_iter(Object *o) {
    GenericAliasIterator *it = (GenericAliasIterator *)object_new(&generic_alias_iterator_type);
    if (!it) return NULL;
    it->alias = newref(o);
    gc_track(it);
    return (Object *)it;
}

static Object *alias_iterator_next(Object *o) {
    Object *source = ((GenericAliasIterator *)o)->alias;
    if (!source) return NULL;
    ((GenericAliasIterator *)o)->alias = NULL;
    Object *starred = make(&generic_alias_type, alias(source)->origin, (Object *)alias(source)->args, true);
    decref(source);
    return starred;
}

static void alias_iterator_dealloc(Object *o) {
    gc_untrack(o);
    xdecref(((GenericAliasIterator *)o)->alias);
    object_free(o);
}

static int alias_iterator_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(((GenericAliasIterator *)o)->alias, visit, arg);
}

/* (iter, (alias,)); an exhausted one is the iterator of an empty tuple. */
static Object *alias_iterator_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Object *iter = builtin_get(names.iter);
    if (!iter) return NULL;
    Object *source = ((GenericAliasIterator *)self)->alias, *empty = tuple_new(0);
    Object *arguments = tuple_pack(1, source ? source : empty);
    Object *result = arguments ? tuple_pack(2, iter, arguments) : NULL;
    decref(iter);
    decref(empty);
    xdecref(arguments);
    return result;
}

/* (GenericAlias, (origin, args)); a starred one is the next() of an iterator. */
static Object *alias_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    GenericAlias *a = alias(self);
    Object *function, *argument;
    if (a->starred) {
        Object *plain = make(&generic_alias_type, a->origin, (Object *)a->args, false);
        Object *iterator = plain ? alias_iter(plain) : NULL;
        function = xnewref(dict_get_c((Object *)runtime.builtins, "next"));
        argument = iterator ? tuple_pack(1, iterator) : NULL;
        xdecref(plain);
        xdecref(iterator);
    } else {
        function = newref(self->type);
        argument = tuple_pack(2, a->origin, a->args);
    }
    Object *result = function && argument ? tuple_pack(2, function, argument) : NULL;
    xdecref(function);
    xdecref(argument);
    return result;
}

static Object *get_parameters(Object *o, void *arg) {
    return xnewref(parameters_of(alias(o)));
}

static Object *get_unpacked_args(Object *o, void *arg) {
    GenericAlias *a = alias(o);
    return newref(a->starred && a->origin == (Object *)&tuple_type ? (Object *)a->args : NONE);
}

static const Method iterator_methods[] = {
    {"__reduce__", alias_iterator_reduce, 0, 0, "__reduce__()\n--\n\n"},
    {NULL},
};

Type generic_alias_iterator_type = {
    .mem = {.name = "generic_alias_iterator",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(GenericAliasIterator),
            .dealloc = alias_iterator_dealloc,
            .traverse = alias_iterator_traverse},
    .iter = iterator_self,
    .next = alias_iterator_next,
    .methods = iterator_methods,
};

static const Method alias_methods[] = {
    {"__mro_entries__", alias_mro_entries, 1, 1,
     "__mro_entries__(object, /)\n--\n\nThe base class that it stands for."},
    {"__instancecheck__", alias_instancecheck, 1, 1,
     "__instancecheck__(object, /)\n--\n\nRefuses: only plain classes can be tested for."},
    {"__subclasscheck__", alias_subclasscheck, 1, 1,
     "__subclasscheck__(object, /)\n--\n\nRefuses: only plain classes can be tested for."},
    {"__reduce__", alias_reduce, 0, 0, NULL},
    {"__dir__", alias_dir, 0, 0, "__dir__()\n--\n\nThe names of all attributes, those of the class included."},
    {NULL},
};

static const Member alias_members[] = {
    {"__origin__", MEMBER_OBJECT, offsetof(GenericAlias, origin), MEMBER_READONLY, NULL},
    {"__args__", MEMBER_OBJECT, offsetof(GenericAlias, args), MEMBER_READONLY, NULL},
    {"__unpacked__", MEMBER_BOOL, offsetof(GenericAlias, starred), MEMBER_READONLY, NULL},
    {NULL},
};

static const GetSet alias_getset[] = {
    {"__parameters__", get_parameters, NULL, NULL, NULL},
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, NULL, NULL},
    {NULL},
};

Type generic_alias_type = {
    .mem = {.name = "types.GenericAlias",
            .flags = TYPE_GC | TYPE_BASE,
            .size = sizeof(GenericAlias),
            .weaklist_offset = offsetof(GenericAlias, weaklist),
            .dealloc = alias_dealloc,
            .traverse = alias_traverse},
    .doc = "GenericAlias(origin, args, /)\n--\n\nA class with type arguments, as list[int].",
    .repr = alias_repr,
    .hash = alias_hash,
    .call = alias_call,
    .getattr = alias_getattr,
    .compare = alias_compare,
    .iter = alias_iter,
    .new = alias_create,
    .binary[BIN_OR] = union_new,
    .get_item = alias_getitem,
    .methods = alias_methods,
    .members = alias_members,
    .getset = alias_getset,
};
