/* Union: int | str, one of several types.
 *
 * The alternatives are a flat tuple without duplicates, in the order in which they were named; None stands for its
 * type. Equality and hash do not care about the order.
 */
#include "interp/object/containers.h"
#include "interp/object/type_arguments.h"
#include "interp/object/int.h"
#include "interp/object/weakref.h"

typedef struct Union {
    Object base;
    Tuple *args;
    Tuple *parameters; /* NULL: not asked for yet */
    Object *weaklist;
    int unhashable; /* how many alternatives had no hash when the union was made: it has none then */
} Union;

Object *union_members(Object *u) {
    return (Object *)((Union *)u)->args;
}

/* 1, with the hash; 0: it has none; -1 */
static int hash_of(Object *o, intptr_t *hash) {
    *hash = object_hash(o);
    if (*hash != -1) return 1;
    return raise_clear_if(&exc_TypeError) ? 0 : -1;
}

/* Are two alternatives the same? They are compared as in a set, or both have no hash. 1, 0, -1 */
static int is_same(Object *a, Object *b) {
    if (a == b) return 1;
    intptr_t hash_a, hash_b;
    int has_a = hash_of(a, &hash_a), has_b = has_a < 0 ? -1 : hash_of(b, &hash_b);
    if (has_b < 0) return -1;
    return has_a != has_b || (has_a && hash_a != hash_b) ? 0 : object_equal(a, b);
}

/* Adds an alternative, or those of a union, unless they are there already. */
static int add_alternative(Object *list, Object *o) {
    if (o->type == &union_type) {
        Tuple *args = ((Union *)o)->args;
        for (ptrdiff_t i = 0; i < args->length; i++)
            if (add_alternative(list, args->items[i]) < 0) return -1;
        return 0;
    }
    if (o == NONE) o = (Object *)&none_type;
    for (ptrdiff_t i = 0; i < list_length(list); i++) {
        int same = is_same(list_item(list, i), o);
        if (same != 0) return same < 0 ? -1 : 0;
    }
    return list_append(list, o);
}

/* How many of them have no hash; -1 when asking failed in another way. */
static int count_unhashable(Tuple *args) {
    int count = 0;
    for (ptrdiff_t i = 0; i < args->length; i++) {
        intptr_t hash;
        int has = hash_of(args->items[i], &hash);
        if (has < 0) return -1;
        count += !has;
    }
    return count;
}

/* The union of the collected alternatives; a single one is that itself. Steals list. */
static Object *finish(Object *list) {
    Union *u = NULL;
    Object *args = NULL;
    if (list_length(list) == 1) {
        Object *only = newref(list_item(list, 0));
        decref(list);
        return only;
    }
    if (list_length(list) == 0)
        raise_error(&exc_TypeError, "Cannot take a Union of no types.");
    else
        args = list_to_tuple(list);
    decref(list);
    int unhashable = args ? count_unhashable((Tuple *)args) : 0;
    if (unhashable < 0) clear_ref(&args);
    if (args) u = (Union *)object_new(&union_type);
    if (!u) {
        xdecref(args);
        return NULL;
    }
    u->args = (Tuple *)args;
    u->unhashable = unhashable;
    gc_track(u);
    return (Object *)u;
}

static bool can_join(Object *o) {
    BinaryFn or = type_of(o)->binary[BIN_OR];
    return o == NONE || has_flag(o, TYPE_TYPE) || or == union_new || or == union_any;
}

Object *union_new(Object *a, Object *b) {
    if (!can_join(a) || !can_join(b)) return newref(NOT_IMPLEMENTED);
    Object *list = list_new(0);
    if (!list) return NULL;
    if (add_alternative(list, a) < 0 || add_alternative(list, b) < 0) {
        decref(list);
        return NULL;
    }
    return finish(list);
}

/* Anything but a type has to pass typing's own check, which also turns a str into a ForwardRef. New. */
static Object *checked_type(Object *o) {
    if (can_join(o)) return newref(o);
    Object *import = dict_get_c((Object *)runtime.builtins, "__import__"), *typing = NULL, *check = NULL;
    Object *name = str_from_c("typing"), *message = str_from_c("Union[arg, ...]: each arg must be a type.");
    if (import && name && message) typing = object_call1(import, name);
    if (typing) check = object_getattr_c(typing, "_type_check");
    Object *result = check ? object_call2(check, o, message) : NULL;
    xdecref(check);
    xdecref(typing);
    xdecref(message);
    xdecref(name);
    return result;
}

Object *union_from_tuple(Object *types) {
    Object *list = list_new(0);
    for (ptrdiff_t i = 0; list && i < tuple_length(types); i++) {
        Object *checked = checked_type(tuple_item(types, i));
        if (!checked || add_alternative(list, checked) < 0) clear_ref(&list);
        xdecref(checked);
    }
    return list ? finish(list) : NULL;
}

Object *union_any(Object *a, Object *b) {
    Object *types = tuple_pack(2, a, b);
    Object *result = types ? union_from_tuple(types) : NULL;
    xdecref(types);
    return result;
}

static Object *union_class_getitem(Object *self, Object **args, ptrdiff_t nargs) {
    if (tuple_check(args[0])) return union_from_tuple(args[0]);
    Object *types = tuple_pack(1, args[0]);
    Object *result = types ? union_from_tuple(types) : NULL;
    xdecref(types);
    return result;
}

static void union_dealloc(Object *o) {
    Union *u = (Union *)o;
    gc_untrack(o);
    if (u->weaklist) weakref_clear_all(o);
    decref(u->args);
    xdecref(u->parameters);
    object_free(o);
}

static int union_traverse(Object *o, Visit visit, void *arg) {
    int stop = visit((Object *)((Union *)o)->args, arg);
    return stop ? stop : visit_ref(((Union *)o)->parameters, visit, arg);
}

static Object *union_repr(Object *o) {
    Tuple *args = ((Union *)o)->args;
    StrWriter w = writer_new();
    for (ptrdiff_t i = 0; i < args->length; i++) {
        if ((i > 0 && writer_c(&w, " | ") < 0) || type_write_repr(&w, args->items[i]) < 0) {
            writer_drop(&w);
            return NULL;
        }
    }
    return writer_finish(&w);
}

/* Does each of a's alternatives occur in b? */
static int included(Tuple *a, Tuple *b) {
    int found = 1;
    for (ptrdiff_t i = 0; i < a->length && found > 0; i++) {
        found = 0;
        for (ptrdiff_t j = 0; j < b->length && found == 0; j++) found = is_same(a->items[i], b->items[j]);
    }
    return found;
}

static Object *union_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || a->type != &union_type || b->type != &union_type)
        return newref(NOT_IMPLEMENTED);
    Tuple *x = ((Union *)a)->args, *y = ((Union *)b)->args;
    int equal = x->length == y->length ? included(x, y) : 0;
    return equal < 0 ? NULL : new_bool(equal == (op == CMP_EQ));
}

static intptr_t union_hash(Object *o) {
    Union *u = (Union *)o;
    if (u->unhashable) {
        for (ptrdiff_t i = 0; i < u->args->length; i++)
            if (object_hash(u->args->items[i]) == -1) return -1;
        return raise_int(&exc_TypeError, "union contains %d unhashable element%s", u->unhashable,
                         u->unhashable == 1 ? "" : "s");
    }
    Object *set = frozenset_new((Object *)u->args);
    if (!set) return -1;
    intptr_t h = object_hash(set);
    decref(set);
    return h;
}

static Tuple *parameters_of(Union *u) {
    if (!u->parameters) u->parameters = type_parameters(u->args);
    return u->parameters;
}

static Object *union_getitem(Object *o, Object *subscript) {
    Union *u = (Union *)o;
    Tuple *parameters = parameters_of(u);
    Object *args = parameters ? type_substitute(o, u->args, parameters, subscript) : NULL;
    Object *result = args ? union_from_tuple(args) : NULL;
    xdecref(args);
    return result;
}

static Object *union_mro_entries(Object *self, Object **args, ptrdiff_t nargs) {
    return raise_error(&exc_TypeError, "Cannot subclass %R", self);
}

static Object *union_instancecheck(Object *self, Object **args, ptrdiff_t nargs) {
    int result = object_isinstance(args[0], union_members(self));
    return result < 0 ? NULL : new_bool(result);
}

static Object *union_subclasscheck(Object *self, Object **args, ptrdiff_t nargs) {
    int result = object_issubclass(args[0], union_members(self));
    return result < 0 ? NULL : new_bool(result);
}

static Object *get_parameters(Object *o, void *arg) {
    return xnewref(parameters_of((Union *)o));
}

static Object *get_origin(Object *o, void *arg) {
    return newref(&union_type);
}

static Object *get_name(Object *o, void *arg) {
    return str_from_c(arg);
}

static const Method union_methods[] = {
    {"__class_getitem__", union_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nThe union of the types in a tuple.", METH_CLASS},
    {"__mro_entries__", union_mro_entries, 1, 1, "__mro_entries__(object, /)\n--\n\nRefuses to be a base class."},
    {"__instancecheck__", union_instancecheck, 1, 1, NULL},
    {"__subclasscheck__", union_subclasscheck, 1, 1, NULL},
    {NULL},
};

static const Member union_member_table[] = {
    {"__args__", MEMBER_OBJECT, offsetof(Union, args), MEMBER_READONLY, NULL},
    {NULL},
};

static const GetSet union_getset[] = {
    {"__parameters__", get_parameters, NULL, NULL, NULL},
    {"__origin__", get_origin, NULL, NULL, NULL},
    {"__name__", get_name, NULL, NULL, "Union"},
    {"__qualname__", get_name, NULL, NULL, "Union"},
    {NULL},
};

Type union_type = {
    .mem = {.name = "typing.Union",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(Union),
            .weaklist_offset = offsetof(Union, weaklist),
            .dealloc = union_dealloc,
            .traverse = union_traverse},
    .doc = "One of several types, as int | str.",
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary[BIN_OR] = union_any,
    .get_item = union_getitem,
    .methods = union_methods,
    .members = union_member_table,
    .getset = union_getset,
};
