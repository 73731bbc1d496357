/* Weak references.
 *
 *      target --weaklist--> ref <-> proxy <-> ref with callback (newest) <-> ... <-> ref with callback (oldest)
 *
 * References do not own their target. Each type that allows them has a field for the head of the list; the dealloc of
 * the target empties the list, and a reference that dies earlier takes itself out. A plain reference (no callback, no
 * subclass) is the same for everybody who asks, so there is at most one of it, first in the list, and likewise one
 * plain proxy behind it.
 *
 * When the target dies, all references are emptied before the first callback runs: no callback can see the target.
 */
#include "interp/object/weakref.h"

#include "interp/object/containers.h"
#include "interp/object/int.h"
#include "interp/object/str.h"

static WeakRef **list_of(Object *target) {
    int offset = type_memory(target)->weaklist_offset;
    return offset ? (WeakRef **)((char *)target + offset) : NULL;
}

WeakRef *weakref_first(Object *target) {
    WeakRef **list = list_of(target);
    return list ? *list : NULL;
}

/* Takes a reference out of its target's list and empties it. */
static void detach(WeakRef *r) {
    if (!r->target) return;
    if (r->prev)
        r->prev->next = r->next;
    else
        *list_of(r->target) = r->next;
    if (r->next) r->next->prev = r->prev;
    r->target = NULL;
    r->next = r->prev = NULL;
}

static void attach(WeakRef *r, WeakRef **list, WeakRef *after) {
    r->prev = after;
    r->next = after ? after->next : *list;
    if (r->next) r->next->prev = r;
    if (after)
        after->next = r;
    else
        *list = r;
}

static bool is_proxy_type(const Type *t) {
    return t == &weakproxy_type || t == &weakcallableproxy_type;
}

static bool is_plain(const WeakRef *r, bool proxy) {
    Type *t = r->base.type;
    return !r->callback && (proxy ? is_proxy_type(t) : t == &weakref_type);
}

/* A reference whose count is 0 or less is on its way out: it must not be handed out again nor called. */
static bool is_alive(const WeakRef *r) {
    return r && r->base.refcount > 0;
}

static void install_collector_hooks(void);

Object *weakref_make(Type *t, Object *target, Object *callback) {
    WeakRef **list = list_of(target);
    if (!list) return raise_error(&exc_TypeError, "cannot create weak reference to '%T' object", target);
    if (callback == NONE) callback = NULL;
    WeakRef *ref = *list && is_plain(*list, false) ? *list : NULL;
    WeakRef *proxy = ref ? ref->next : *list;
    if (proxy && !is_plain(proxy, true)) proxy = NULL;
    if (!callback && t == &weakref_type && is_alive(ref)) return newref(ref);
    if (!callback && is_proxy_type(t) && is_alive(proxy)) return newref(proxy);

    install_collector_hooks();
    WeakRef *r = (WeakRef *)object_new(t);
    if (!r) return NULL;
    r->target = target;
    r->callback = xnewref(callback);
    r->hash = -1;
    WeakRef *after = proxy ? proxy : ref;
    if (is_plain(r, false))
        after = NULL;
    else if (is_plain(r, true))
        after = ref;
    attach(r, list, after);
    gc_track(r);
    return (Object *)r;
}

Object *weakref_new(Object *target, Object *callback) {
    return weakref_make(&weakref_type, target, callback);
}

/* The target dies */

/* Calls the callback of an emptied reference, which loses it. */
static void call_back(WeakRef *r) {
    Object *callback = r->callback;
    r->callback = NULL;
    Object *result = object_call1(callback, (Object *)r);
    if (!result) raise_unraisable("while calling weakref callback", callback);
    xdecref(result);
    decref(callback);
}

void weakref_clear_silently(Object *target) {
    WeakRef **list = list_of(target);
    while (list && *list) detach(*list);
}

void weakref_clear_all(Object *target) {
    WeakRef **list = list_of(target);
    WeakRef *first = NULL, **last = &first; /* those with callbacks, linked by `next`, owned */
    while (list && *list) {
        WeakRef *r = *list;
        detach(r);
        if (!r->callback || !is_alive(r)) continue;
        *last = newref(r);
        last = &r->next;
    }
    if (!first) return;
    Object *pending = raise_take();
    while (first) {
        WeakRef *r = first;
        first = r->next;
        r->next = NULL;
        if (r->callback) call_back(r);
        decref(r);
    }
    raise_restore(pending);
}

/* The cycle collector */

static void empty_garbage(Object *o, void (*keep)(Object *ref)) {
    if (type_flag(o->type, TYPE_WEAKREF)) detach((WeakRef *)o);
    WeakRef **list = list_of(o);
    while (list && *list) {
        WeakRef *r = *list;
        detach(r);
        if (r->callback && is_alive(r)) keep((Object *)r);
    }
}

static void call_kept(Object *ref) {
    if (((WeakRef *)ref)->callback) call_back((WeakRef *)ref);
}

static void install_collector_hooks(void) {
    gc_hooks.weakrefs_clear = empty_garbage;
    gc_hooks.weakref_call = call_kept;
}

/* The type */

void weakref_dealloc(Object *o) {
    gc_untrack(o);
    detach((WeakRef *)o);
    clear_ref(&((WeakRef *)o)->callback);
    object_free(o);
}

RefSpan weakref_span(Object *o) {
    return (RefSpan){&((WeakRef *)o)->callback, 1, 1};
}

int weakref_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(weakref_span(o), visit, arg);
}

void weakref_clear(Object *o) {
    detach((WeakRef *)o);
    clear_ref(&((WeakRef *)o)->callback);
}

static Object *ref_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (t == &weakref_type && args_no_keywords("ref", kwnames) < 0) return NULL;
    if (args_count("__new__", nargs, 1, 2) < 0) return NULL;
    return weakref_make(t, args[0], arg_or_null(args, nargs, 1));
}

static int ref_init(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("ref", kwnames) < 0) return -1;
    return args_count("__init__", nargs, 1, 2);
}

static Object *ref_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("weakref", kwnames) < 0 || args_count("weakref", nargs, 0, 0) < 0) return NULL;
    Object *target = ((WeakRef *)o)->target;
    return newref(target ? target : NONE);
}

static intptr_t ref_hash(Object *o) {
    WeakRef *r = (WeakRef *)o;
    if (r->hash != -1) return r->hash;
    Object *target = weakref_get(o);
    if (!target) return raise_int(&exc_TypeError, "weak object has gone away");
    r->hash = object_hash(target);
    decref(target);
    return r->hash;
}

/* Living references compare by their targets, dead ones by identity. */
static Object *ref_compare(Object *a, Object *b, enum CompareOp op) {
    if ((op != CMP_EQ && op != CMP_NE) || !is_instance(a, &weakref_type) || !is_instance(b, &weakref_type))
        return newref(NOT_IMPLEMENTED);
    Object *x = weakref_get(a), *y = weakref_get(b);
    Object *result = x && y ? object_compare(x, y, op) : new_bool((a == b) == (op == CMP_EQ));
    xdecref(x);
    xdecref(y);
    return result;
}

static Object *ref_repr(Object *o) {
    Object *target = weakref_get(o);
    if (!target) return str_format("<weakref at %p; dead>", o);
    Object *name = object_lookup_special(target, names.__name__), *result = NULL;
    if (name && str_check(name))
        result = str_format("<weakref at %p; to '%Q' at %p (%S)>", o, target, target, name);
    else if (!raise_pending())
        result = str_format("<weakref at %p; to '%Q' at %p>", o, target, target);
    xdecref(name);
    decref(target);
    return result;
}

static const Method ref_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, "__class_getitem__(item, /)\n--\n\n", METH_CLASS},
    {NULL},
};

static const Member ref_members[] = {
    {"__callback__", MEMBER_OBJECT_OR_NONE, offsetof(WeakRef, callback), MEMBER_READONLY, NULL},
    {NULL},
};

Type weakref_type = {
    .mem = {.name = "weakref.ReferenceType",
            .flags = TYPE_GC | TYPE_BASE | TYPE_WEAKREF,
            .size = sizeof(WeakRef),
            .dealloc = weakref_dealloc,
            .traverse = weakref_traverse,
            .span = weakref_span,
            .clear = weakref_clear},
    .doc = "A reference that does not keep its object alive; called, it gives the object or None.",
    .repr = ref_repr,
    .hash = ref_hash,
    .call = ref_call,
    .compare = ref_compare,
    .new = ref_new,
    .init = ref_init,
    .methods = ref_methods,
    .members = ref_members,
};
