/* BaseException, and every exception that adds nothing to its base.
 *
 * An exception keeps the arguments it was made from (args), the traceback that grows while it unwinds, and up to two
 * other exceptions: the cause that `raise ... from` named, and the context, which was being handled when it was raised.
 * Attributes that programs store, and __notes__, are in its dict, made when first needed.
 *
 * The types with fields of their own are in the other exception_*.c files; their structs begin with Exception and go on
 * with owned references, so that three functions here do traverse, clear and dealloc for all of them.
 */
#include "interp/object/exception.h"

#include "interp/object/dict.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* Life */

static inline Object **own_fields(Object *o) {
    return (Object **)((Exception *)o + 1);
}

int exception_traverse(Object *o, int n, Visit visit, void *arg) {
    Exception *e = (Exception *)o;
    Object *heads[] = {(Object *)e->dict, (Object *)e->args, e->traceback, e->context, e->cause};
    int stop = 0;
    for (size_t i = 0; i < sizeof heads / sizeof *heads && !stop; i++) stop = visit_ref(heads[i], visit, arg);
    for (int i = 0; i < n && !stop; i++) stop = visit_ref(own_fields(o)[i], visit, arg);
    return stop;
}

static inline void clear_head(Exception *e) {
    clear_ref(&e->dict);
    clear_ref(&e->traceback);
    clear_ref(&e->context);
    clear_ref(&e->cause);
    clear_ref(&e->args);
}

void exception_clear(Object *o, int n) {
    for (int i = 0; i < n; i++) clear_ref(&own_fields(o)[i]);
    clear_head((Exception *)o);
}

/* Exceptions of the built-in types without fields of their own come and go: their blocks are kept. */
static bool is_plain(const Type *t) {
    return t->mem.size == sizeof(Exception) && !type_flag(t, TYPE_HEAP);
}
_Static_assert(sizeof(Exception) + sizeof(GcHeader) == 80, "freelists.def says so");

static Exception *plain_new(Type *t) {
    Exception *e = freelist_gc_object(&freelist_exception, t);
    if (!e) return NULL;
    e->dict = NULL;
    e->args = NULL;
    e->traceback = e->context = e->cause = NULL;
    e->suppress_context = false;
    return e;
}

void exception_dealloc(Object *o, int n) {
    gc_untrack(o);
    exception_clear(o, n);
    object_free(o);
}

void exception_reset(Exception *e) {
    exception_clear((Object *)e, 0);
    e->suppress_context = false;
}

static int base_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, 0, visit, arg);
}

/* The collector breaks cycles with this; a living object always has args. */
static void base_clear(Object *o) {
    Tuple *none = (Tuple *)tuple_new(0);
    exception_clear(o, 0);
    ((Exception *)o)->args = none;
}

static void base_dealloc(Object *o) {
    gc_untrack(o);
    clear_head((Exception *)o);
    if (is_plain(o->type))
        freelist_free(&freelist_exception, gc_header(o));
    else
        object_free(o);
}

static Object *exception_alloc(Type *t, Object **args, ptrdiff_t nargs) {
    Object *kept = tuple_from(args, nargs);
    if (!kept) return NULL;
    Exception *e = is_plain(t) ? plain_new(t) : (Exception *)object_new(t);
    if (!e) {
        decref(kept);
        return NULL;
    }
    e->args = (Tuple *)kept;
    gc_track(e);
    return (Object *)e;
}

static Object *base_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return exception_alloc(t, args, nargs);
}

static bool holds(const Tuple *t, Object **args, ptrdiff_t nargs) {
    if (t->length != nargs) return false;
    for (ptrdiff_t i = 0; i < nargs; i++)
        if (t->items[i] != args[i]) return false;
    return true;
}

int exception_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords(type_name(o), kwnames) < 0) return -1;
    Exception *e = (Exception *)o;
    if (e->args && holds(e->args, args, nargs)) return 0; /* as `new` left them */
    Object *kept = tuple_from(args, nargs);
    if (!kept) return -1;
    set_ref(&e->args, kept);
    return 0;
}

Object *exception_new(Type *t, Object *arg) {
    ptrdiff_t nargs = arg != NULL;
    if (type_flag(t, TYPE_HEAP) || t->new != base_new) return object_call((Object *)t, &arg, nargs, NULL);
    Object *o = exception_alloc(t, &arg, nargs);
    if (o && t->init != exception_init && t->init(o, &arg, nargs, NULL) < 0) clear_ref(&o);
    return o;
}

/* Text */

static Object *base_str(Object *o) {
    Tuple *args = ((Exception *)o)->args;
    if (args->length == 0) return str_empty();
    return object_str(args->length == 1 ? args->items[0] : (Object *)args);
}

static Object *base_repr(Object *o) {
    Tuple *args = ((Exception *)o)->args;
    if (args->length == 1) return str_format("%T(%R)", o, args->items[0]);
    return str_format("%T%R", o, args);
}

/* Pickling */

Object *exception_reduce(Object *o, Object *args, Object *state) {
    if (state) return tuple_pack(3, type_of(o), args, state);
    return tuple_pack(2, type_of(o), args);
}

static Object *base_reduce(Object *self, Object **args, ptrdiff_t nargs) {
    Exception *e = (Exception *)self;
    return exception_reduce(self, (Object *)e->args, (Object *)e->dict);
}

static Object *base_setstate(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0] == NONE) return new_none();
    if (!dict_check(args[0])) return raise_error(&exc_TypeError, "state is not a dictionary");
    Object *items = dict_items_list(args[0]);
    if (!items) return NULL;
    int failed = 0;
    for (ptrdiff_t i = 0; i < list_length(items) && !failed; i++) {
        Object *key = tuple_item(list_item(items, i), 0);
        if (str_check(key))
            failed = object_setattr(self, (Str *)key, tuple_item(list_item(items, i), 1));
        else
            failed = raise_int(&exc_TypeError, "attribute name must be string, not '%T'", key);
    }
    decref(items);
    return failed ? NULL : new_none();
}

/* Methods */

static int set_traceback(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "__traceback__ may not be deleted");
    if (value != NONE && value->type != &traceback_type)
        return raise_int(&exc_TypeError, "__traceback__ must be a traceback or None");
    set_ref(&((Exception *)o)->traceback, value == NONE ? NULL : newref(value));
    return 0;
}

static Object *with_traceback(Object *self, Object **args, ptrdiff_t nargs) {
    return set_traceback(self, args[0], NULL) < 0 ? NULL : newref(self);
}

static Object *add_note(Object *self, Object **args, ptrdiff_t nargs) {
    if (!str_check(args[0])) return raise_error(&exc_TypeError, "add_note() argument must be str, not %K", args[0]);
    Object *notes = object_getattr_opt(self, names.__notes__);
    if (!notes) {
        if (raise_pending() || !(notes = list_new(0))) return NULL;
        if (object_setattr(self, names.__notes__, notes) < 0) {
            decref(notes);
            return NULL;
        }
    }
    int failed = 0;
    if (list_check(notes))
        failed = list_append(notes, args[0]);
    else
        failed = raise_int(&exc_TypeError, "Cannot add note: __notes__ is not a list");
    decref(notes);
    return failed ? NULL : new_none();
}

/* Attributes */

static Object *get_args(Object *o, void *arg) {
    return newref(((Exception *)o)->args);
}

static int set_args(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "args may not be deleted");
    Object *args = sequence_tuple(value);
    if (!args) return -1;
    set_ref(&((Exception *)o)->args, args);
    return 0;
}

static Object *get_traceback(Object *o, void *arg) {
    Object *traceback = ((Exception *)o)->traceback;
    return newref(traceback ? traceback : NONE);
}

static Object *get_context(Object *o, void *arg) {
    Object *context = ((Exception *)o)->context;
    return newref(context ? context : NONE);
}

static int set_context(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "__context__ may not be deleted");
    if (value != NONE && !exception_check(value))
        return raise_int(&exc_TypeError, "exception context must be None or derive from BaseException");
    set_ref(&((Exception *)o)->context, value == NONE ? NULL : newref(value));
    return 0;
}

static Object *get_cause(Object *o, void *arg) {
    Object *cause = ((Exception *)o)->cause;
    return newref(cause ? cause : NONE);
}

static int set_cause(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "__cause__ may not be deleted");
    if (value != NONE && !exception_check(value))
        return raise_int(&exc_TypeError, "exception cause must be None or derive from BaseException");
    ((Exception *)o)->suppress_context = true;
    set_ref(&((Exception *)o)->cause, value == NONE ? NULL : newref(value));
    return 0;
}

static Object *get_dict(Object *o, void *arg) {
    return xnewref(object_dict(o));
}

static int set_dict(Object *o, Object *value, void *arg) {
    if (!value) return raise_int(&exc_TypeError, "cannot delete __dict__");
    if (!dict_check(value)) return raise_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    set_ref(&((Exception *)o)->dict, newref(value));
    return 0;
}

static const Method base_methods[] = {
    {"__reduce__", base_reduce, 0, 0, "__reduce__()\n--\n\n"},
    {"__setstate__", base_setstate, 1, 1, "__setstate__(state, /)\n--\n\n"},
    {"with_traceback", with_traceback, 1, 1,
     "with_traceback(tb, /)\n--\n\nSets __traceback__ and returns the exception itself."},
    {"add_note", add_note, 1, 1, "add_note(note, /)\n--\n\nAppends a text that is shown below the exception."},
    {NULL},
};

static const GetSet base_getset[] = {
    {"__dict__", get_dict, set_dict, NULL, NULL},
    {"args", get_args, set_args, NULL, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL, NULL},
    {"__context__", get_context, set_context, NULL, NULL},
    {"__cause__", get_cause, set_cause, NULL, NULL},
    {NULL},
};

static const Member base_members[] = {
    {"__suppress_context__", MEMBER_BOOL, offsetof(Exception, suppress_context), 0, NULL},
    {NULL},
};

Type exc_BaseException = {
    .mem = {.name = "BaseException",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(Exception),
            .dict_offset = offsetof(Exception, dict),
            .dealloc = base_dealloc,
            .traverse = base_traverse,
            .clear = base_clear},
    .doc = "Base of all exceptions.",
    .repr = base_repr,
    .str = base_str,
    .new = base_new,
    .init = exception_init,
    .methods = base_methods,
    .getset = base_getset,
    .members = base_members,
};

#define EXCEPTION_OWN(stem, parent)
#define EXCEPTION(stem, parent, text) \
    Type exc_##stem = { \
        .mem = {.name = #stem, .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION}, .base = &exc_##parent, .doc = text};
#include "interp/object/exceptions.def"
#undef EXCEPTION

/* Matching */

static int matches_class(Type *t, Object *cls) {
    if (exception_class_check(cls)) return type_is_subtype(t, (Type *)cls);
    return raise_int(&exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
}

int exception_matches(Object *exc, Object *cls) {
    Type *t = exception_class_check(exc) ? (Type *)exc : exc->type;
    if (!tuple_check(cls)) return matches_class(t, cls);
    int result = 0;
    for (ptrdiff_t i = 0; i < tuple_length(cls) && result >= 0; i++) {
        int one = matches_class(t, tuple_item(cls, i));
        if (one != 0) result = one;
    }
    return result;
}
