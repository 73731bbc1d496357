/* Exception groups: several exceptions raised as one, possibly nested, and their splitting by except*.
 *
 * BaseExceptionGroup(message, exceptions) makes an ExceptionGroup when all of them are Exceptions. Splitting walks the
 * tree and builds, through derive(), a tree of those that match and one of the rest; both take over the traceback, the
 * cause, the context and the notes of the group that they come from.
 */
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

enum { FIELDS = 3 };

static inline ExceptionGroup *group(Object *o) {
    return (ExceptionGroup *)o;
}

static inline bool is_group(const Object *o) {
    return is_instance(o, &exc_BaseExceptionGroup);
}

static int group_traverse(Object *o, Visit visit, void *arg) {
    return exception_traverse(o, FIELDS, visit, arg);
}

static void group_clear(Object *o) {
    Tuple *none = (Tuple *)tuple_new(0);
    clear_ref(&group(o)->message);
    clear_ref(&group(o)->text);
    set_ref(&group(o)->exceptions, none);
    exc_BaseException.mem.clear(o);
}

static void group_dealloc(Object *o) {
    exception_dealloc(o, FIELDS);
}

/* Which type an instance of t with these members has: NULL with TypeError when they do not go together. */
static Type *fitting_type(Type *t, Tuple *members) {
    bool all_exceptions = true;
    for (ptrdiff_t i = 0; i < members->length; i++) {
        if (!exception_check(members->items[i]))
            return raise_error(&exc_ValueError, "Item %zd of second argument (exceptions) is not an exception", i);
        if (!is_instance(members->items[i], &exc_Exception)) all_exceptions = false;
    }
    if (t == &exc_BaseExceptionGroup) return all_exceptions ? &exc_ExceptionGroup : t;
    if (all_exceptions) return t;
    if (t == &exc_ExceptionGroup) return raise_error(&exc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    if (type_is_subtype(t, &exc_Exception)) return raise_error(&exc_TypeError, "Cannot nest BaseExceptions in '%N'", t);
    return t;
}

static Object *group_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs != 2)
        return raise_error(&exc_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zd given)", nargs);
    Object *message = args[0], *sequence = args[1];
    if (!str_check(message))
        return raise_error(&exc_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %K", message);
    if (!sequence->type->get_item || dict_check(sequence) ||
        !(sequence->type->length || type_flag(sequence->type, TYPE_HEAP)))
        return raise_error(&exc_TypeError, "second argument (exceptions) must be a sequence");
    Tuple *members = (Tuple *)sequence_tuple(sequence);
    if (!members) return NULL;
    if (members->length == 0) raise_error(&exc_ValueError, "second argument (exceptions) must be a non-empty sequence");
    t = members->length == 0 ? NULL : fitting_type(t, members);
    Object *text = NULL;
    if (t && !list_check(sequence) && !tuple_check(sequence)) text = object_repr(sequence);
    Object *o = t && !raise_pending() ? exc_BaseException.new(t, args, nargs, NULL) : NULL;
    if (!o) {
        decref(members);
        xdecref(text);
        return NULL;
    }
    group(o)->message = newref(message);
    group(o)->exceptions = members;
    group(o)->text = text;
    return o;
}

static Object *group_str(Object *o) {
    ptrdiff_t n = group(o)->exceptions->length;
    return str_format("%S (%zd sub-exception%s)", group(o)->message, n, n == 1 ? "" : "s");
}

/* The members look as they were given, whatever became of the sequence since. */
static Object *group_repr(Object *o) {
    if (group(o)->text) return str_format("%T(%R, %S)", o, group(o)->message, group(o)->text);
    Tuple *args = group(o)->head.args;
    bool listed = args->length == 2 && list_check(args->items[1]);
    Object *members = listed ? sequence_list((Object *)group(o)->exceptions) : newref(group(o)->exceptions);
    if (!members) return NULL;
    Object *result = str_format("%T(%R, %R)", o, group(o)->message, members);
    decref(members);
    return result;
}

/* Splitting */

/* Does an exception belong to the matching half? */
typedef struct Matcher {
    enum { BY_TYPE, BY_CALL } kind;
    Object *value; /* borrowed: a class or a tuple of classes; a predicate */
} Matcher;

static int matches(const Matcher *m, Object *exc) {
    if (m->kind == BY_TYPE) return exception_matches(exc, m->value);
    Object *answer = object_call1(m->value, exc);
    if (!answer) return -1;
    int result = object_truth(answer);
    decref(answer);
    return result;
}

static bool all_exception_classes(Object *tuple) {
    for (ptrdiff_t i = 0; i < tuple_length(tuple); i++)
        if (!exception_class_check(tuple_item(tuple, i))) return false;
    return true;
}

static int read_matcher(Object *value, Matcher *out) {
    *out = (Matcher){BY_TYPE, value};
    if (exception_class_check(value) || (tuple_check(value) && all_exception_classes(value))) return 0;
    out->kind = BY_CALL;
    if (!has_flag(value, TYPE_TYPE) && !tuple_check(value) && object_callable(value)) return 0;
    return raise_int(&exc_TypeError,
                     "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

static int copy_notes(Object *from, Object *to) {
    Object *notes = object_getattr_opt(from, names.__notes__);
    if (!notes) return raise_pending() ? -1 : 0;
    int failed = 0;
    if (list_check(notes) || tuple_check(notes)) {
        Object *copy = sequence_list(notes);
        failed = !copy || object_setattr(to, names.__notes__, copy) < 0 ? -1 : 0;
        xdecref(copy);
    }
    decref(notes);
    return failed;
}

/* from.derive(members), with what a part takes over from the whole. NULL without an exception for no members. */
static Object *derive(Object *from, Object *members) {
    if (list_length(members) == 0) return NULL;
    Str *name = str_intern_c("derive");
    Object *part = name ? object_call_method(from, name, &members, 1) : NULL;
    xdecref(name);
    if (!part) return NULL;
    if (!is_group(part)) {
        raise_error(&exc_TypeError, "derive must return an instance of BaseExceptionGroup");
        decref(part);
        return NULL;
    }
    Exception *whole = (Exception *)from, *e = (Exception *)part;
    if (whole->traceback) set_ref(&e->traceback, newref(whole->traceback));
    set_ref(&e->context, xnewref(whole->context));
    set_ref(&e->cause, xnewref(whole->cause));
    e->suppress_context = true; /* as whenever a cause is set, be it none */
    if (copy_notes(from, part) < 0) clear_ref(&part);
    return part;
}

static int split(Object *exc, const Matcher *m, Object **match, Object **rest);

/* Splits each member and collects the halves in two lists; others: NULL when they are not asked for. */
static int split_members(Tuple *members, const Matcher *m, Object *matching, Object *others) {
    for (ptrdiff_t i = 0; i < members->length; i++) {
        Object *match, *rest = NULL;
        if (split(members->items[i], m, &match, others ? &rest : NULL) < 0) return -1;
        int failed = (match && list_append(matching, match) < 0) || (rest && list_append(others, rest) < 0);
        xdecref(match);
        xdecref(rest);
        if (failed) return -1;
    }
    return 0;
}

/* *match and *rest are new, NULL where empty; rest may be NULL, then derive() is not asked to make one. */
static int split(Object *exc, const Matcher *m, Object **match, Object **rest) {
    *match = NULL;
    if (rest) *rest = NULL;
    int whole = matches(m, exc);
    if (whole < 0) return -1;
    if (whole || !is_group(exc)) {
        Object **part = whole ? match : rest;
        if (part) *part = newref(exc);
        return 0;
    }
    if (stack_check(" in exceptiongroup_split_recursive") < 0) return -1;
    Object *matching = list_new(0), *others = rest ? list_new(0) : NULL;
    Tuple *members = newref(group(exc)->exceptions);
    int failed = !matching || (rest && !others) || split_members(members, m, matching, others) < 0;
    if (!failed) {
        *match = derive(exc, matching);
        failed = raise_pending();
    }
    if (!failed && rest) {
        *rest = derive(exc, others);
        failed = raise_pending();
    }
    if (failed) {
        clear_ref(match);
        if (rest) clear_ref(rest);
    }
    xdecref(matching);
    xdecref(others);
    decref(members);
    return failed ? -1 : 0;
}

static Object *group_derive(Object *self, Object **args, ptrdiff_t nargs) {
    return object_call2((Object *)&exc_BaseExceptionGroup, group(self)->message, args[0]);
}

static Object *group_split(Object *self, Object **args, ptrdiff_t nargs) {
    Matcher m;
    Object *match, *rest;
    if (read_matcher(args[0], &m) < 0 || split(self, &m, &match, &rest) < 0) return NULL;
    Object *result = tuple_pack(2, match ? match : NONE, rest ? rest : NONE);
    xdecref(match);
    xdecref(rest);
    return result;
}

static Object *group_subgroup(Object *self, Object **args, ptrdiff_t nargs) {
    Matcher m;
    Object *match;
    if (read_matcher(args[0], &m) < 0 || split(self, &m, &match, NULL) < 0) return NULL;
    return match ? match : new_none();
}

/* except* */

/* A bare exception that except* caught, in a group of its own, which has no traceback yet. */
static Object *wrap(Object *exc) {
    Object *empty = str_empty(), *members = tuple_pack(1, exc);
    Object *wrapped = empty && members ? object_call2((Object *)&exc_BaseExceptionGroup, empty, members) : NULL;
    xdecref(empty);
    xdecref(members);
    return wrapped;
}

/* What a group's own split() says, which a subclass may override. */
static int split_by_method(Object *exc, Object *cls, Object **match, Object **rest) {
    Str *name = str_intern_c("split");
    Object *parts = name ? object_call_method(exc, name, &cls, 1) : NULL;
    xdecref(name);
    if (!parts) return -1;
    int result = 0;
    if (!tuple_check(parts)) {
        result = raise_int(&exc_TypeError, "%T.split must return a tuple, not %T", exc, parts);
    } else if (tuple_length(parts) < 2) {
        result = raise_int(&exc_TypeError, "%T.split must return a 2-tuple, got tuple of size %zd", exc,
                           tuple_length(parts));
    } else {
        Object *first = tuple_item(parts, 0), *second = tuple_item(parts, 1);
        *match = first == NONE ? NULL : newref(first);
        *rest = second == NONE ? NULL : newref(second);
    }
    decref(parts);
    return result;
}

int exception_group_split(Object *exc, Object *cls, Object **match, Object **rest) {
    *match = *rest = NULL;
    if (is_group(exc)) return split_by_method(exc, cls, match, rest);
    int matched = exception_matches(exc, cls);
    if (matched < 0) return -1;
    if (matched)
        *match = wrap(exc);
    else
        *rest = newref(exc);
    return matched && !*match ? -1 : 0;
}

static const Method group_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1,
     "__class_getitem__(object, /)\n--\n\nA generic alias, for annotations.", METH_CLASS},
    {"derive", group_derive, 1, 1, "derive(excs, /)\n--\n\nMakes a group of the same message with other members."},
    {"split", group_split, 1, 1,
     "split(matcher_value, /)\n--\n\nReturns two groups, of the members that match and of the others; or None for "
     "each."},
    {"subgroup", group_subgroup, 1, 1,
     "subgroup(matcher_value, /)\n--\n\nReturns a group of the members that match, or None."},
    {NULL},
};

static const Member group_members[] = {
    {"message", MEMBER_OBJECT, offsetof(ExceptionGroup, message), MEMBER_READONLY, "What the members have in common."},
    {"exceptions", MEMBER_OBJECT, offsetof(ExceptionGroup, exceptions), MEMBER_READONLY, "The members, a tuple."},
    {NULL},
};

Type exc_BaseExceptionGroup = {
    .mem = {.name = "BaseExceptionGroup",
            .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION,
            .size = sizeof(ExceptionGroup),
            .dealloc = group_dealloc,
            .traverse = group_traverse,
            .clear = group_clear},
    .base = &exc_BaseException,
    .doc = "Several exceptions that are raised together.",
    .repr = group_repr,
    .str = group_str,
    .new = group_new,
    .methods = group_methods,
    .members = group_members,
};

Type exc_ExceptionGroup = {
    .mem = {.name = "ExceptionGroup", .flags = TYPE_GC | TYPE_BASE | TYPE_EXCEPTION},
    .base = &exc_BaseExceptionGroup,
};
