/* super(C, x): reads attributes of x as x would find them if its MRO began behind C. */
#include "interp/object/super.h"

#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/type_impl.h"

typedef struct Super {
    Object base;
    Type *after;       /* C; NULL before __init__ */
    Object *object;    /* x, an instance or a class; NULL: unbound */
    Type *object_type; /* whose MRO is searched: type(x), or x itself if it is a class */
} Super;

int (*super_frame_hook)(Object **self, Object **cls);

static void super_dealloc(Object *o) {
    Super *s = (Super *)o;
    gc_untrack(o);
    xdecref(s->after);
    xdecref(s->object);
    xdecref(s->object_type);
    object_free(o);
}

static int super_traverse(Object *o, Visit visit, void *arg) {
    Super *s = (Super *)o;
    int stop;
    if ((stop = visit_ref((Object *)s->after, visit, arg))) return stop;
    if ((stop = visit_ref(s->object, visit, arg))) return stop;
    return visit_ref((Object *)s->object_type, visit, arg);
}

/* Whose MRO counts for super(after, o), new. o may also say through __class__ that it is an instance. */
static Type *object_type_for(Type *after, Object *o) {
    if (has_flag(o, TYPE_TYPE) && type_is_subtype((Type *)o, after)) return newref(o);
    if (is_instance(o, after)) return newref(type_of(o));
    Object *cls = object_getattr_opt(o, names.__class__);
    if (cls && has_flag(cls, TYPE_TYPE) && cls != (Object *)type_of(o) && type_is_subtype((Type *)cls, after))
        return (Type *)cls;
    xdecref(cls);
    if (raise_pending()) return NULL;
    if (has_flag(o, TYPE_TYPE))
        raise_error(&exc_TypeError, "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).", o,
                    after);
    else
        raise_error(&exc_TypeError,
                    "super(type, obj): obj (instance of %T) is not an instance or subtype of type (%N).", o, after);
    return NULL;
}

static int super_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("super", kwnames) < 0) return -1;
    if (nargs > 2) return raise_int(&exc_TypeError, "super() expected at most 2 arguments, got %zd", nargs);
    Object *cls = arg_or_null(args, nargs, 0), *object = arg_or_null(args, nargs, 1);
    if (nargs == 0) {
        if (!super_frame_hook) return raise_int(&exc_RuntimeError, "super(): no current frame");
        if (super_frame_hook(&object, &cls) < 0) return -1;
    }
    if (!has_flag(cls, TYPE_TYPE)) return raise_int(&exc_TypeError, "super() argument 1 must be a type, not %T", cls);
    if (object == NONE) object = NULL;
    Type *object_type = NULL;
    if (object && !(object_type = object_type_for((Type *)cls, object))) return -1;
    Super *s = (Super *)o;
    set_ref(&s->after, newref(cls));
    set_ref(&s->object, xnewref(object));
    set_ref(&s->object_type, object_type);
    return 0;
}

static Object *super_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *o = object_new(t);
    if (o) gc_track(o);
    return o;
}

/* What the classes behind `after` have under that name. New, or NULL without an exception. */
static Object *find_behind(const Super *s, Str *name) {
    Tuple *mro = type_mro(s->object_type);
    if (!mro) return NULL;
    incref(mro);
    ptrdiff_t i = 0, n = tuple_length(mro);
    while (i < n && tuple_item(mro, i) != (Object *)s->after) i++;
    Object *found = NULL;
    while (++i < n && !found) {
        Dict *dict = type_dict((Type *)tuple_item(mro, i));
        if (!dict) break;
        found = xnewref(dict_get((Object *)dict, (Object *)name));
        if (!found && raise_pending()) break;
    }
    decref(mro);
    return found;
}

Object *super_peek_method(Type *t, Type *after, Str *name) {
    Tuple *mro = type_mro(t);
    ptrdiff_t i = 0, n = mro ? tuple_length(mro) : 0;
    while (i < n && tuple_item(mro, i) != (Object *)after) i++;
    while (++i < n) {
        Dict *dict = type_dict((Type *)tuple_item(mro, i));
        if (!dict || !dict->keys->strings) break;
        Object *found = dict_get_str(dict, name);
        if (found) return type_flag(found->type, TYPE_METHOD_LIKE) && name != names.__class__ ? found : NULL;
    }
    raise_clear(); /* no memory for an MRO or a dict */
    return NULL;
}

static Object *super_getattr(Object *o, Str *name) {
    Super *s = (Super *)o;
    /* The class of a super object is super, whatever the object behind it is. */
    if (!s->object_type || str_equal(name, names.__class__)) return object_generic_getattr(o, name);
    Object *found = find_behind(s, name);
    if (!found) return raise_pending() ? NULL : object_generic_getattr(o, name);
    Object *(*get)(Object *, Object *, Object *) = found->type->descr_get;
    if (!get) return found;
    bool is_class = s->object == (Object *)s->object_type;
    Object *object = newref(s->object), *owner = newref(s->object_type);
    Object *bound = get(found, is_class ? NULL : object, owner);
    decref(found);
    decref(object);
    decref(owner);
    return bound;
}

int super_get_method(Object *o, Str *name, Object **method, Object **self) {
    Super *s = (Super *)o;
    if (!s->object_type || str_equal(name, names.__class__)) return 1;
    Object *found = find_behind(s, name);
    if (!found) return raise_pending() ? -1 : 1;
    bool is_class = s->object == (Object *)s->object_type;
    int status = attribute_split_method(found, is_class ? NULL : s->object, (Object *)s->object_type, method, self);
    decref(found);
    return status;
}

/* An unbound super object that is a class attribute binds itself to the instance. */
static Object *super_get(Object *o, Object *instance, Object *owner) {
    Super *s = (Super *)o;
    if (!instance || s->object || !s->after) return newref(o);
    if (o->type != &super_type) return object_call2((Object *)o->type, (Object *)s->after, instance);
    return object_call2((Object *)&super_type, (Object *)s->after, instance);
}

static Object *super_repr(Object *o) {
    Super *s = (Super *)o;
    const char *name = s->after ? s->after->mem.name : "NULL";
    if (s->object_type) return str_format("<super: <class '%s'>, <%N object>>", name, s->object_type);
    return str_format("<super: <class '%s'>, NULL>", name);
}

static const Member super_members[] = {
    {"__thisclass__", MEMBER_OBJECT_OR_NONE, offsetof(Super, after), MEMBER_READONLY, "the class given to super()"},
    {"__self__", MEMBER_OBJECT_OR_NONE, offsetof(Super, object), MEMBER_READONLY,
     "the object given to super(), or None"},
    {"__self_class__", MEMBER_OBJECT_OR_NONE, offsetof(Super, object_type), MEMBER_READONLY,
     "the class whose MRO is searched, or None"},
    {NULL},
};

Type super_type = {
    .mem = {.name = "super",
            .size = sizeof(Super),
            .flags = TYPE_GC | TYPE_BASE,
            .dealloc = super_dealloc,
            .traverse = super_traverse},
    .doc = "super() -> the same as super(__class__, <first argument>)\n"
           "super(type) -> unbound super object\n"
           "super(type, object) -> bound to an instance of type\n"
           "super(type, type2) -> bound to a subclass of type\n\n"
           "Finds what the classes behind `type` define: super().method(...)",
    .members = super_members,
    .new = super_new,
    .init = super_init,
    .getattr = super_getattr,
    .descr_get = super_get,
    .repr = super_repr,
};
