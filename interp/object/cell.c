/* cell: a variable that closures share. */
#include "interp/object/function.h"
#include "interp/object/int.h"

_Static_assert(sizeof(GcHeader) + sizeof(Cell) == 40, "cell in freelists.def");

Object *cell_new(Object *value) {
    Cell *c = freelist_gc_object(&freelist_cell, &cell_type);
    if (!c) return NULL;
    c->value = xnewref(value);
    gc_track(c);
    return (Object *)c;
}

static void cell_dealloc(Object *o) {
    gc_untrack(o);
    Object *value = ((Cell *)o)->value;
    freelist_free(&freelist_cell, gc_header(o));
    xdecref(value);
}

static RefSpan cell_span(Object *o) {
    return (RefSpan){&((Cell *)o)->value, 1, 1};
}

static int cell_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(cell_span(o), visit, arg);
}

static void cell_clear(Object *o) {
    clear_ref(&((Cell *)o)->value);
}

static Object *cell_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (args_no_keywords("cell", kwnames) < 0 || args_count("cell", nargs, 0, 1) < 0) return NULL;
    return cell_new(arg_or_null(args, nargs, 0));
}

static Object *cell_repr(Object *o) {
    Object *value = ((Cell *)o)->value;
    if (!value) return str_format("<cell at %p: empty>", o);
    return str_format("<cell at %p: %T object at %p>", o, value, value);
}

/* By content; an empty cell is less than any other. */
static Object *cell_compare(Object *a, Object *b, enum CompareOp op) {
    if (a->type != &cell_type || b->type != &cell_type) return newref(NOT_IMPLEMENTED);
    Object *x = ((Cell *)a)->value, *y = ((Cell *)b)->value;
    if (x && y) {
        incref(x);
        incref(y);
        Object *result = object_compare(x, y, op);
        decref(x);
        decref(y);
        return result;
    }
    int order = (x != NULL) - (y != NULL);
    switch (op) {
    case CMP_LT: return new_bool(order < 0);
    case CMP_LE: return new_bool(order <= 0);
    case CMP_EQ: return new_bool(order == 0);
    case CMP_NE: return new_bool(order != 0);
    case CMP_GT: return new_bool(order > 0);
    default: return new_bool(order >= 0);
    }
}

static Object *cell_get(Object *o, void *arg) {
    Object *value = ((Cell *)o)->value;
    return value ? newref(value) : raise_error(&exc_ValueError, "Cell is empty");
}

static int cell_set(Object *o, Object *value, void *arg) {
    set_ref(&((Cell *)o)->value, xnewref(value));
    return 0;
}

static const GetSet getset[] = {
    {"cell_contents", cell_get, cell_set, NULL, NULL},
    {NULL},
};

Type cell_type = {
    .mem = {.name = "cell",
            .flags = TYPE_GC,
            .size = sizeof(Cell),
            .dealloc = cell_dealloc,
            .traverse = cell_traverse,
            .span = cell_span,
            .clear = cell_clear},
    .doc = "cell([contents])\n--\n\nA variable that functions share; empty without contents.",
    .repr = cell_repr,
    .compare = cell_compare,
    .new = cell_create,
    .getset = getset,
};
