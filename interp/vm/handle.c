/* raise, except, except* and with: what the exception instructions do. */
#include "interp/object/type_impl.h"
#include "interp/vm/ops.h"
#include "interp/vm/traceback.h"

/* An exception instance from the operand of `raise`: itself, or the class called. New. */
static Object *exception_from(Object *o) {
    if (exception_check(o)) return newref(o);
    if (!exception_class_check(o)) return raise_error(&exc_TypeError, "exceptions must derive from BaseException");
    Object *exc = exception_new((Type *)o, NULL);
    if (exc && !exception_check(exc)) {
        raise_error(&exc_TypeError, "calling %R should have returned an instance of BaseException, not %R", o,
                    (Object *)exc->type);
        clear_ref(&exc);
    }
    return exc;
}

static int set_cause(Object *exc, Object *cause) {
    Exception *e = (Exception *)exc;
    Object *from = NULL;
    if (exception_class_check(cause) || exception_check(cause)) {
        from = exception_from(cause);
        if (!from) return -1;
    } else if (cause != NONE) {
        return raise_int(&exc_TypeError, "exception causes must derive from BaseException");
    }
    set_ref(&e->cause, from);
    e->suppress_context = true;
    return 0;
}

void handle_raise(Object *o, Object *cause) {
    if (!o) {
        Object *handled = runtime_handled();
        if (handled)
            raise_restore(newref(handled));
        else
            raise_error(&exc_RuntimeError, "No active exception to reraise");
        return;
    }
    Object *exc = exception_from(o);
    if (!exc) return;
    if (cause && set_cause(exc, cause) < 0)
        decref(exc);
    else
        raise_object(exc);
}

/* One of the classes of a tuple, and all of them are what they should be. */
static bool is_among(const Object *exc, Object *classes) {
    bool found = false;
    for (ptrdiff_t i = 0; i < tuple_length(classes); i++) {
        if (!exception_class_check(tuple_item(classes, i))) return false;
        found |= tuple_item(classes, i) == (Object *)exc->type;
    }
    return found;
}

static bool valid_match_class(Object *type) {
    if (!tuple_check(type)) return exception_class_check(type);
    for (ptrdiff_t i = 0; i < tuple_length(type); i++)
        if (!exception_class_check(tuple_item(type, i))) return false;
    return true;
}

int handle_match(Object *exc, Object *type) {
    if (type == (Object *)exc->type || (tuple_check(type) && is_among(exc, type))) return 1;
    if (!valid_match_class(type))
        return raise_int(&exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return exception_matches(exc, type);
}

static bool catches_groups(Object *type) {
    if (!tuple_check(type)) return type_is_subtype((Type *)type, &exc_BaseExceptionGroup);
    for (ptrdiff_t i = 0; i < tuple_length(type); i++)
        if (type_is_subtype((Type *)tuple_item(type, i), &exc_BaseExceptionGroup)) return true;
    return false;
}

int handle_match_group(Object **window, Object *type) {
    if (!valid_match_class(type))
        return raise_int(&exc_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    if (catches_groups(type))
        return raise_int(&exc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    Object *match = NULL, *rest = NULL;
    if (window[0] != NONE && exception_group_split(window[0], type, &match, &rest) < 0) return -1;
    if (match && !is_instance(window[0], &exc_BaseExceptionGroup)) { /* a group around it was made here */
        raise_restore(match);
        traceback_add(vm.base, vm.pc);
        match = raise_take();
    }
    if (match && match != NONE) set_ref(&runtime.handled->exception, newref(match)); /* sys.exception() in the clause */
    set_ref(&window[1], match ? match : new_none());
    set_ref(&window[0], rest ? rest : new_none());
    return 0;
}

/* Exceptions that a clause raised anew differ from parts of the original in one of these. */
static bool is_part_of(const Exception *e, const Exception *original) {
    return e->traceback == original->traceback && e->cause == original->cause && e->context == original->context;
}

/* The exceptions in a tree of groups, without the groups. */
static int add_leaves(Object *leaves, Object *exc) {
    if (!is_instance(exc, &exc_BaseExceptionGroup)) return list_append(leaves, exc);
    if (stack_check(" in exception group") < 0) return -1;
    Tuple *children = ((ExceptionGroup *)exc)->exceptions;
    for (ptrdiff_t i = 0; i < children->length; i++)
        if (add_leaves(leaves, children->items[i]) < 0) return -1;
    return 0;
}

static Object *is_leaf(Object *leaves, Object **args, ptrdiff_t nargs) {
    for (ptrdiff_t i = 0; i < list_length(leaves); i++)
        if (list_item(leaves, i) == args[0]) return new_bool(true);
    return new_bool(false);
}

/* The part of the original group that consists of the leaves of `parts`, in its own structure. New, or None. */
static Object *project(Object *original, Object *parts) {
    static const Method predicate = {"is_leaf", is_leaf, 1, 1, "is_leaf(exc, /)\n--\n\n"};
    Object *leaves = list_new(0), *result = NULL;
    for (ptrdiff_t i = 0; leaves && i < list_length(parts); i++)
        if (add_leaves(leaves, list_item(parts, i)) < 0) clear_ref(&leaves);
    Object *condition = leaves ? native_new(&predicate, leaves, NULL) : NULL;
    Object *subgroup = condition ? object_getattr_c(original, "subgroup") : NULL;
    if (subgroup) result = object_call1(subgroup, condition);
    xdecref(subgroup);
    xdecref(condition);
    xdecref(leaves);
    return result;
}

/* New exceptions and what is left of the original, as one. */
static Object *merge(Object *raised, Object *rest) {
    if (rest != NONE && list_append(raised, rest) < 0) return NULL;
    if (list_length(raised) == 1) return newref(list_item(raised, 0));
    Object *message = str_empty();
    Object *group = message ? object_call2((Object *)&exc_BaseExceptionGroup, message, raised) : NULL;
    xdecref(message);
    return group;
}

Object *handle_merge_group(Object *original, Object *list) {
    Object *raised = list_new(0), *parts = list_new(0), *result = NULL;
    for (ptrdiff_t i = 0; raised && parts && i < list_length(list); i++) {
        Object *exc = list_item(list, i);
        if (exc == NONE) continue;
        if (!is_instance(original, &exc_BaseExceptionGroup)) { /* wrapped by except*: only one clause can have run */
            result = newref(exc);
            goto done;
        }
        bool part = is_part_of((Exception *)exc, (Exception *)original);
        if (list_append(part ? parts : raised, exc) < 0) goto done;
    }
    if (!raised || !parts) goto done;
    Object *rest = list_length(parts) ? project(original, parts) : new_none();
    if (rest) result = list_length(raised) ? merge(raised, rest) : newref(rest);
    xdecref(rest);
done:
    xdecref(raised);
    xdecref(parts);
    return result;
}

/* 1, 0, -1: has the manager both methods of the protocol? */
static int has_protocol(Object *manager, bool async) {
    Str *both[] = {async ? names.__aenter__ : names.__enter__, async ? names.__aexit__ : names.__exit__};
    for (int i = 0; i < 2; i++) {
        Object *method = object_lookup_special(manager, both[i]);
        if (!method) return raise_pending() ? -1 : 0;
        decref(method);
    }
    return 1;
}

static int no_protocol(Object *manager, const char *missing, bool async) {
    static const char *const kinds[] = {"context manager", "asynchronous context manager"};
    int other = has_protocol(manager, !async);
    if (other < 0) return -1;
    if (!other)
        return raise_int(&exc_TypeError, "'%Q' object does not support the %s protocol (missed %s method)", manager,
                         kinds[async], missing);
    return raise_int(&exc_TypeError,
                     "'%Q' object does not support the %s protocol (missed %s method) but it supports the %s protocol. "
                     "Did you mean to use '%s'?",
                     manager, kinds[async], missing, kinds[!async], async ? "with" : "async with");
}

/* As object_get_method for a special method. */
static int get_special(Object *o, Str *name, Object **method, Object **self) {
    Object *found = type_lookup(o->type, name);
    if (!found) return unlikely(type_lookup_was_lost()) ? (raise_memory(), -1) : -1;
    return attribute_split_method(found, o, (Object *)type_of(o), method, self);
}

static Object *call_split(Object *method, Object *self, Object **args, ptrdiff_t n) {
    return self ? object_call_with_self(method, self, args, n, NULL) : object_call(method, args, n, NULL);
}

Object *handle_with_enter(Object *manager, Object **exit, bool async) {
    if (get_special(manager, async ? names.__aexit__ : names.__exit__, &exit[0], &exit[1]) < 0) {
        if (!raise_pending()) no_protocol(manager, async ? "__aexit__" : "__exit__", async);
        return NULL;
    }
    Object *enter, *self;
    if (get_special(manager, async ? names.__aenter__ : names.__enter__, &enter, &self) < 0) {
        handle_with_done(exit);
        if (!raise_pending()) no_protocol(manager, async ? "__aenter__" : "__enter__", async);
        return NULL;
    }
    Object *result = call_split(enter, self, NULL, 0);
    decref(enter);
    xdecref(self);
    if (!result) handle_with_done(exit);
    return result;
}

ExitArguments handle_exit_arguments(Object *exc) {
    if (!exc) return (ExitArguments){{NONE, NONE, NONE}};
    Object *traceback = ((Exception *)exc)->traceback;
    return (ExitArguments){{(Object *)exc->type, exc, traceback ? traceback : NONE}};
}

Object *handle_with_exit(Object **exit, Object *exc) {
    ExitArguments args = handle_exit_arguments(exc);
    for (int i = 0; i < 3; i++) incref(args.at[i]);
    Object *result = call_split(exit[0], exit[1], args.at, 3);
    for (int i = 0; i < 3; i++) decref(args.at[i]);
    if (result) handle_with_done(exit);
    return result;
}
