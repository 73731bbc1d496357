/* f_locals and locals(): the local variables of a frame as a mapping.
 *
 * In modules and classes that is the namespace itself, but not within a comprehension. There, and in functions,
 * f_locals is a proxy (PEP 667), which reads and writes the registers: a local variable, or the content of its cell.
 * Names that are no locals of the code go to a dict of the frame's own (Frame.extra_locals). locals() is a dict made
 * from it.
 */
#include "interp/object/descriptors.h"
#include "interp/object/str.h"
#include "interp/vm/ops.h"

typedef struct LocalsProxy {
    Object base;
    Frame *frame; /* owned */
} LocalsProxy;

static Frame *frame_of(Object *o) {
    return ((LocalsProxy *)o)->frame;
}

static bool is_cell_register(const Code *c, unsigned i) {
    for (unsigned k = 0; k < c->cell_count; k++)
        if (c->cells[k] == i) return true;
    return false;
}

/* Variables are numbered: first the locals, then the free variables. */
static unsigned variable_count(const Frame *f) {
    return f->function->code->local_count + f->function->code->free_count;
}

static Str *variable_name(const Frame *f, unsigned i) {
    const Code *c = f->function->code;
    return i < c->local_count ? c->varnames[i] : c->freevars[i - c->local_count];
}

/* Where the value is, or NULL when the frame has been cleared. */
static Object **variable_place(const Frame *f, unsigned i) {
    const Code *c = f->function->code;
    if (f->cleared) return NULL;
    if (i >= c->local_count) {
        Tuple *closure = f->function->closure;
        return closure ? &((Cell *)closure->items[i - c->local_count])->value : NULL;
    }
    if (!f->registers) return NULL;
    Object **place = &f->registers[i];
    /* before MAKE_CELL has run the register holds the plain argument */
    return is_cell_register(c, i) && *place && (*place)->type == &cell_type ? &((Cell *)*place)->value : place;
}

static Object *variable_value(const Frame *f, unsigned i) {
    Object **place = variable_place(f, i);
    return place ? *place : NULL;
}

/* Comprehension variables have names that no program can spell. */
static bool is_hidden(const Frame *f, unsigned i) {
    const Str *name = variable_name(f, i);
    return name->length && str_at(name, 0) == '.';
}

/* 1, 0, -1: is that what the variable is called? Anything that is equal to the name and has its hash is the name. */
static int is_name(const Frame *f, unsigned i, Object *key, int64_t hash) {
    Str *s = variable_name(f, i);
    if ((Object *)s == key) return 1;
    if (key->type == &str_type) return str_equal(s, key);
    return object_hash((Object *)s) == hash ? object_equal(key, (Object *)s) : 0;
}

/* Its number, NOT_THERE, or FAILED with an exception. */
enum { NOT_THERE = -1, FAILED = -2 };
static int find_variable(const Frame *f, Object *name) {
    int64_t hash = object_hash(name);
    if (hash == -1 && raise_pending()) return FAILED;
    int found = NOT_THERE;
    for (unsigned i = 0; i < variable_count(f); i++) {
        int same = is_name(f, i, name, hash);
        if (same < 0) return FAILED;
        if (!same) continue;
        found = i;
        if (variable_value(f, i)) break; /* the same name may have several registers: the one in use counts */
    }
    return found;
}

static Object *snapshot(Frame *f) {
    Object *d = dict_new();
    for (unsigned i = 0; d && i < variable_count(f); i++) {
        Object *value = variable_value(f, i);
        if (value && !is_hidden(f, i) && dict_set(d, (Object *)variable_name(f, i), value) < 0) clear_ref(&d);
    }
    if (d && f->extra_locals && dict_update(d, f->extra_locals) < 0) clear_ref(&d);
    return d;
}

/* The cells of a class body that no statement binds. */
static bool is_implicit(const Frame *f, unsigned i) {
    const Str *name = variable_name(f, i);
    return name == names.__class__ || name == names.__classdict__ || name == names.__conditional_annotations__;
}

/* Are the locals a namespace? While a comprehension runs in line there, its variables are what counts. */
static bool has_namespace(const Frame *f) {
    const Code *c = f->function->code;
    if (!(c->flags & CODE_NAMESPACE)) return false;
    for (unsigned i = 1; i < c->local_count; i++)
        if (!is_hidden(f, i) && !is_implicit(f, i) && variable_value(f, i)) return false;
    return true;
}

Object *frame_locals_snapshot(Frame *f) {
    if (has_namespace(f)) return f->registers && f->registers[0] ? newref(f->registers[0]) : dict_new();
    return snapshot(f);
}

static Object *proxy_of(Frame *f) {
    LocalsProxy *p = (LocalsProxy *)object_new(&frame_locals_proxy_type);
    if (!p) return NULL;
    p->frame = newref(f);
    gc_track(p);
    return (Object *)p;
}

Object *frame_locals(Frame *f) {
    if (has_namespace(f)) return frame_locals_snapshot(f);
    return proxy_of(f);
}

/* --- the proxy --- */

/* FrameLocalsProxy(frame) */
static Object *proxy_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs != 1) return raise_error(&exc_TypeError, "FrameLocalsProxy expected 1 argument, got %zd", nargs);
    if (kwnames && kwnames->length) return raise_error(&exc_TypeError, "FrameLocalsProxy takes no keyword arguments");
    if (args[0]->type != &frame_type) return raise_error(&exc_TypeError, "expect frame, not %T", args[0]);
    return proxy_of((Frame *)args[0]);
}

static void proxy_dealloc(Object *o) {
    gc_untrack(o);
    clear_ref(&((LocalsProxy *)o)->frame);
    object_free(o);
}

static int proxy_traverse(Object *o, Visit visit, void *arg) {
    return visit_ref(frame_of(o), visit, arg);
}

/* Borrowed; NULL without an exception: not there. */
static Object *proxy_find(Object *o, Object *key) {
    Frame *f = frame_of(o);
    int i = find_variable(f, key);
    Object *value = i >= 0 ? variable_value(f, i) : NULL;
    if (value || i == FAILED || !f->extra_locals) return value;
    return dict_get(f->extra_locals, key);
}

static Object *proxy_get_item(Object *o, Object *key) {
    Object *value = proxy_find(o, key);
    if (value) return newref(value);
    if (raise_pending()) return NULL;
    return raise_error(&exc_KeyError, "local variable '%R' is not defined", key);
}

static int proxy_set_item(Object *o, Object *key, Object *value) {
    Frame *f = frame_of(o);
    int i = find_variable(f, key);
    if (i >= 0) {
        if (!value) return raise_int(&exc_ValueError, "cannot remove local variables from FrameLocalsProxy");
        Object **place = variable_place(f, i);
        if (place) set_ref(place, newref(value));
        return 0;
    }
    if (i == FAILED) return -1;
    if (!value) return f->extra_locals ? dict_del(f->extra_locals, key) : (raise_key(key), -1);
    if (!f->extra_locals && !(f->extra_locals = dict_new())) return -1;
    return dict_set(f->extra_locals, key, value);
}

static int proxy_contains(Object *o, Object *key) {
    Object *value = proxy_find(o, key);
    return value ? 1 : raise_pending() ? -1 : 0;
}

static ptrdiff_t proxy_length(Object *o) {
    Object *d = snapshot(frame_of(o));
    if (!d) return -1;
    ptrdiff_t n = dict_length(d);
    decref(d);
    return n;
}

static Object *proxy_iter(Object *o) {
    Object *d = snapshot(frame_of(o)), *keys = d ? dict_keys_list(d) : NULL, *it = keys ? object_iter(keys) : NULL;
    xdecref(keys);
    xdecref(d);
    return it;
}

static Object *proxy_repr(Object *o) {
    int again = repr_enter(o);
    if (again) return again < 0 ? NULL : str_from_c("{...}");
    Object *d = snapshot(frame_of(o)), *text = d ? object_repr(d) : NULL;
    repr_leave(o);
    xdecref(d);
    return text;
}

static Object *proxy_compare(Object *a, Object *b, enum CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return newref(NOT_IMPLEMENTED);
    if (b->type == &frame_locals_proxy_type) return new_bool((frame_of(a) == frame_of(b)) == (op == CMP_EQ));
    if (!dict_check(b)) return newref(NOT_IMPLEMENTED);
    Object *d = snapshot(frame_of(a)), *result = d ? object_compare(d, b, op) : NULL;
    xdecref(d);
    return result;
}

static Object *proxy_or(Object *a, Object *b) {
    bool left = a->type == &frame_locals_proxy_type;
    Object *x = left ? snapshot(frame_of(a)) : newref(a);
    Object *y = b->type == &frame_locals_proxy_type ? snapshot(frame_of(b)) : newref(b);
    Object *result =
        x && y ? dict_check(x) && dict_check(y) ? number_binary(x, y, BIN_OR) : newref(NOT_IMPLEMENTED) : NULL;
    xdecref(x);
    xdecref(y);
    return result;
}

static Object *proxy_keys(Object *o, Object **args, ptrdiff_t nargs) {
    Object *d = snapshot(frame_of(o)), *list = d ? dict_keys_list(d) : NULL;
    xdecref(d);
    return list;
}

static Object *proxy_values(Object *o, Object **args, ptrdiff_t nargs) {
    Object *d = snapshot(frame_of(o)), *list = d ? dict_values_list(d) : NULL;
    xdecref(d);
    return list;
}

static Object *proxy_items(Object *o, Object **args, ptrdiff_t nargs) {
    Object *d = snapshot(frame_of(o)), *list = d ? dict_items_list(d) : NULL;
    xdecref(d);
    return list;
}

static Object *proxy_copy(Object *o, Object **args, ptrdiff_t nargs) {
    return snapshot(frame_of(o));
}

static Object *proxy_reversed(Object *o, Object **args, ptrdiff_t nargs) {
    Object *list = proxy_keys(o, NULL, 0);
    if (list) list_reverse(list);
    return list;
}

static Object *proxy_get(Object *o, Object **args, ptrdiff_t nargs) {
    Object *value = proxy_find(o, args[0]);
    if (!value && raise_pending()) return NULL;
    return newref(value ? value : nargs > 1 ? args[1] : NONE);
}

static Object *proxy_setdefault(Object *o, Object **args, ptrdiff_t nargs) {
    Object *value = proxy_find(o, args[0]);
    if (value || raise_pending()) return xnewref(value);
    value = nargs > 1 ? args[1] : NONE;
    return proxy_set_item(o, args[0], value) < 0 ? NULL : newref(value);
}

static int update_from(Object *o, Object *other) {
    Object *d = dict_new();
    int status = d ? dict_update(d, other) : -1;
    ptrdiff_t i = 0;
    Object *key, *value;
    while (status == 0 && dict_next(d, &i, &key, &value)) status = proxy_set_item(o, key, value);
    xdecref(d);
    return status;
}

static Object *proxy_update(Object *o, Object **args, ptrdiff_t nargs) {
    if (!dict_check(args[0]) && args[0]->type != &frame_locals_proxy_type)
        return raise_error(&exc_TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return update_from(o, args[0]) < 0 ? NULL : new_none();
}

static Object *proxy_inplace_or(Object *o, Object *other) {
    if (!dict_check(other) && other->type != &frame_locals_proxy_type) return newref(NOT_IMPLEMENTED);
    return update_from(o, other) < 0 ? NULL : newref(o);
}

static Object *proxy_pop(Object *o, Object **args, ptrdiff_t nargs) {
    Frame *f = frame_of(o);
    int i = find_variable(f, args[0]);
    if (i == FAILED) return NULL;
    if (i >= 0) return raise_error(&exc_ValueError, "cannot remove local variables from FrameLocalsProxy");
    Object *value = f->extra_locals ? dict_pop(f->extra_locals, args[0]) : NULL;
    if (value || raise_pending()) return value;
    return nargs > 1 ? newref(args[1]) : raise_key(args[0]);
}

static const Method proxy_methods[] = {
    {"__reversed__", proxy_reversed, 0, 0, "__reversed__($self, /)\n--\n\nThe names, last to first."},
    {"copy", proxy_copy, 0, 0, "copy($self, /)\n--\n\nA dict of the variables as they are now."},
    {"get", proxy_get, 1, 2, "get($self, key, default=None, /)\n--\n\nThe variable's value, or default."},
    {"items", proxy_items, 0, 0, "items($self, /)\n--\n\nA list of (name, value)."},
    {"keys", proxy_keys, 0, 0, "keys($self, /)\n--\n\nA list of the names."},
    {"pop", proxy_pop, 1, 2, "pop(key[, default])\n\nTakes a name out that is no local variable of the code."},
    {"setdefault", proxy_setdefault, 1, 2,
     "setdefault($self, key, default=None, /)\n--\n\nThe variable's value; sets it if it has none."},
    {"update", proxy_update, 1, 1, "update($self, other, /)\n--\n\nSets the variables named in other."},
    {"values", proxy_values, 0, 0, "values($self, /)\n--\n\nA list of the values."},
    {0},
};

Type frame_locals_proxy_type = {
    .mem = {.name = "FrameLocalsProxy",
            .flags = TYPE_GC | TYPE_MAPPING,
            .size = sizeof(LocalsProxy),
            .dealloc = proxy_dealloc,
            .traverse = proxy_traverse},
    .doc = "The local variables of a frame, read and written through.",
    .methods = proxy_methods,
    .repr = proxy_repr,
    .compare = proxy_compare,
    .iter = proxy_iter,
    .binary[BIN_OR] = proxy_or,
    .inplace[BIN_OR] = proxy_inplace_or,
    .length = proxy_length,
    .get_item = proxy_get_item,
    .set_item = proxy_set_item,
    .contains = proxy_contains,
    .new = proxy_new,
};
