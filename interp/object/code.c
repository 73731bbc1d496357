/* code: what the compiler makes. Here are its life, what it tells about itself, and copies with other values.
 *
 * Instructions are words of the machine and change while they run (inline caches), so two code objects are equal when
 * all that they were made from is: names, constants, flags and the places in the source.
 */
#include "interp/object/code.h"

#include <string.h>

#include "interp/object/bytes.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"
#include "interp/object/weakref.h"

/* --- lookups --- */

Span code_span(const Code *c, const uint64_t *insn) {
    uint32_t pc = (uint32_t)(insn - c->insns), low = 0, high = c->span_count;
    while (low < high) { /* the first entry behind pc */
        uint32_t middle = (low + high) / 2;
        if (c->spans[middle].pc <= pc)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? c->spans[low - 1].span : (Span){0};
}

const Handler *code_handler(const Code *c, uint32_t pc) {
    for (uint32_t i = 0; i < c->handler_count; i++)
        if (c->handlers[i].start <= pc && pc < c->handlers[i].end) return &c->handlers[i];
    return NULL;
}

/* --- life --- */

static void release_all(Object **items, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) xdecref(items[i]);
    heap_free(items);
}

void (*code_forget_jit)(Code *c);
void (*code_drop_jit)(Code *c);
void (*code_make_generic)(Code *c);

static void code_dealloc(Object *o) {
    Code *c = (Code *)o;
    if (c->weaklist) weakref_clear_all(o);
    if (c->jit) code_forget_jit(c);
    release_all(c->consts, c->const_count);
    release_all((Object **)c->names, c->name_count);
    release_all((Object **)c->varnames, c->local_count);
    release_all((Object **)c->freevars, c->free_count);
    heap_free(c->insns);
    heap_free(c->spans);
    heap_free(c->handlers);
    heap_free(c->cells);
    heap_free(c->watched);
    xdecref(c->name);
    xdecref(c->qualname);
    xdecref(c->filename);
    xdecref(c->source_lines);
    object_free(o);
}

static Object *code_repr(Object *o) {
    Code *c = (Code *)o;
    return str_format("<code object %S at %p, file \"%S\", line %d>", c->name, o, c->filename, (int)c->first_line);
}

static bool is_cell(const Code *c, unsigned reg) {
    for (unsigned i = 0; i < c->cell_count; i++)
        if (c->cells[i] == reg) return true;
    return false;
}

static int visit_all(void *items, uint32_t n, Visit visit, void *arg) {
    Object **objects = items;
    int stop = 0;
    for (uint32_t i = 0; i < n && !stop; i++) stop = visit_ref(objects[i], visit, arg);
    return stop;
}

/* The collector does not look at code, which is never part of a cycle; inspectors do. */
static int code_traverse(Object *o, Visit visit, void *arg) {
    Code *c = (Code *)o;
    void *fields[] = {c->name, c->qualname, c->filename, c->source_lines};
    int stop = visit_all(fields, sizeof fields / sizeof *fields, visit, arg);
    if (!stop) stop = visit_all(c->consts, c->const_count, visit, arg);
    if (!stop) stop = visit_all(c->names, c->name_count, visit, arg);
    if (!stop) stop = visit_all(c->varnames, c->local_count, visit, arg);
    return stop ? stop : visit_all(c->freevars, c->free_count, visit, arg);
}

/* --- equality --- */

/* As == for constants, but 1, 1.0 and True differ. 1, 0, -1 */
static int const_equal(Object *a, Object *b) {
    if (a->type != b->type) return 0;
    if (a->type != &tuple_type) return object_equal(a, b);
    if (tuple_length(a) != tuple_length(b)) return 0;
    int equal = 1;
    for (ptrdiff_t i = 0; equal == 1 && i < tuple_length(a); i++)
        equal = const_equal(tuple_item(a, i), tuple_item(b, i));
    return equal;
}

static bool names_equal(Str **a, Str **b, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (!str_equal(a[i], b[i])) return false;
    return true;
}

static bool shapes_equal(const Code *a, const Code *b) {
    return a->insn_count == b->insn_count && a->const_count == b->const_count && a->name_count == b->name_count &&
           a->span_count == b->span_count && a->flags == b->flags && a->arg_count == b->arg_count &&
           a->posonly_count == b->posonly_count && a->kwonly_count == b->kwonly_count &&
           a->local_count == b->local_count && a->free_count == b->free_count && a->cell_count == b->cell_count &&
           a->first_line == b->first_line;
}

static int code_equal(const Code *a, const Code *b) {
    if (a == b) return 1;
    if (!shapes_equal(a, b) || !str_equal(a->name, b->name)) return 0;
    if (a->span_count && memcmp(a->spans, b->spans, a->span_count * sizeof *a->spans) != 0) return 0;
    if (!names_equal(a->names, b->names, a->name_count) || !names_equal(a->varnames, b->varnames, a->local_count) ||
        !names_equal(a->freevars, b->freevars, a->free_count))
        return 0;
    int equal = 1;
    for (uint32_t i = 0; equal == 1 && i < a->const_count; i++) equal = const_equal(a->consts[i], b->consts[i]);
    return equal;
}

static Object *code_compare(Object *a, Object *b, enum CompareOp op) {
    if (b->type != &code_type || (op != CMP_EQ && op != CMP_NE)) return newref(NOT_IMPLEMENTED);
    int equal = code_equal((Code *)a, (Code *)b);
    return equal < 0 ? NULL : new_bool(equal == (op == CMP_EQ));
}

static intptr_t code_hash(Object *o) {
    const Code *c = (Code *)o;
    uint64_t h = (uint64_t)str_hash((Object *)c->name);
    const uint64_t parts[] = {c->first_line, c->insn_count, c->const_count, c->name_count, c->local_count, c->flags};
    for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++) h = (h ^ parts[i]) * UINT64_C(0x100000001b3);
    return (intptr_t)h == -1 ? -2 : (intptr_t)h;
}

/* --- attributes --- */

static Object *names_tuple(Str **items, uint32_t n) {
    return tuple_from((Object **)items, n);
}

static Object *get_number(Object *o, void *arg) {
    return int_from_i64(*(uint16_t *)((char *)o + (uintptr_t)arg));
}

static Object *get_str(Object *o, void *arg) {
    return newref(*(Object **)((char *)o + (uintptr_t)arg));
}
static Object *get_first_line(Object *o, void *arg) {
    return int_from_i64(((Code *)o)->first_line);
}
static Object *get_consts(Object *o, void *arg) {
    return tuple_from(((Code *)o)->consts, ((Code *)o)->const_count);
}
static Object *get_names(Object *o, void *arg) {
    return names_tuple(((Code *)o)->names, ((Code *)o)->name_count);
}
static Object *get_freevars(Object *o, void *arg) {
    return names_tuple(((Code *)o)->freevars, ((Code *)o)->free_count);
}

static bool contains_name(Object *list, const Str *name) {
    for (ptrdiff_t i = 0; i < list_length(list); i++)
        if (list_item(list, i) == (Object *)name) return true;
    return false;
}

/* Locals that are no cells, and all parameters; a name that a comprehension has too comes once. */
static Object *varnames_list(const Code *c) {
    Object *list = list_new(0);
    for (unsigned i = c->flags & CODE_NAMESPACE ? 1 : 0; list && i < c->local_count; i++) {
        if ((i >= c->param_count && is_cell(c, i)) || contains_name(list, c->varnames[i])) continue;
        if (list_append(list, (Object *)c->varnames[i]) < 0) {
            decref(list);
            return NULL;
        }
    }
    return list;
}

static Object *get_varnames(Object *o, void *arg) {
    Object *list = varnames_list((Code *)o);
    Object *tuple = list ? list_to_tuple(list) : NULL;
    xdecref(list);
    return tuple;
}

static Object *get_local_count(Object *o, void *arg) {
    Object *list = varnames_list((Code *)o);
    if (!list) return NULL;
    ptrdiff_t n = list_length(list);
    decref(list);
    return int_from_i64(n);
}

/* Parameters in their order, the others by name. */
static Object *get_cellvars(Object *o, void *arg) {
    const Code *c = (Code *)o;
    Object *params = list_new(0), *others = list_new(0), *tuple = NULL;
    bool ok = params && others;
    for (unsigned i = 0; ok && i < c->cell_count; i++) {
        Str *name = c->varnames[c->cells[i]];
        Object *list = c->cells[i] < c->param_count ? params : others;
        if (!contains_name(list, name)) ok = list_append(list, (Object *)name) == 0;
    }
    if (ok && list_sort(others, NULL, false) == 0 && list_extend(params, others) == 0) tuple = list_to_tuple(params);
    xdecref(params);
    xdecref(others);
    return tuple;
}

/* Python's bits of co_flags, and ours. */
static const struct {
    uint32_t ours, theirs;
} flag_bits[] = {
    {CODE_VARARGS, 0x4},
    {CODE_VARKEYWORDS, 0x8},
    {CODE_NESTED, 0x10},
    {CODE_GENERATOR, 0x20},
    {CODE_COROUTINE, 0x80},
    {CODE_ITERABLE_COROUTINE, 0x100},
    {CODE_ASYNC_GENERATOR, 0x200},
    {CODE_FUTURE_BARRY, 0x400000},
    {CODE_FUTURE_ANNOTATIONS, 0x1000000},
    {CODE_HAS_DOCSTRING, 0x4000000},
    {CODE_METHOD, 0x8000000},
};
enum { FLAG_BITS = sizeof flag_bits / sizeof *flag_bits, PYTHON_OPTIMIZED = 1, PYTHON_NEWLOCALS = 2 };

static Object *get_flags(Object *o, void *arg) {
    uint32_t ours = ((Code *)o)->flags, theirs = 0;
    for (unsigned i = 0; i < FLAG_BITS; i++)
        if (ours & flag_bits[i].ours) theirs |= flag_bits[i].theirs;
    if (!(ours & CODE_NAMESPACE)) theirs |= PYTHON_OPTIMIZED | PYTHON_NEWLOCALS;
    return int_from_i64(theirs);
}

static Object *get_stack_size(Object *o, void *arg) {
    return int_from_i64(((Code *)o)->register_count - ((Code *)o)->local_count);
}

static Object *get_code(Object *o, void *arg) {
    if (((Code *)o)->compiled) code_drop_jit((Code *)o);
    return bytes_new(((Code *)o)->insns, (ptrdiff_t)(((Code *)o)->insn_count * sizeof(uint64_t)));
}

static Object *get_line_table(Object *o, void *arg) {
    return bytes_new(((Code *)o)->spans, (ptrdiff_t)(((Code *)o)->span_count * sizeof(SpanEntry)));
}

static Object *get_exception_table(Object *o, void *arg) {
    return bytes_new(((Code *)o)->handlers, (ptrdiff_t)(((Code *)o)->handler_count * sizeof(Handler)));
}

/* --- lines and positions; offsets are those of tb_lasti and f_lasti: twice the number of the word --- */

/* iter(list), which is stolen. */
static Object *iterator_of(Object *list) {
    Object *iterator = list ? object_iter(list) : NULL;
    xdecref(list);
    return iterator;
}

static int append_new(Object *list, Object *item) {
    return item ? list_append_steal(list, item) : -1;
}

static Object *line_or_none(uint32_t line) {
    return line ? int_from_i64(line) : new_none();
}

/* A tuple of n new references; NULL when one of them is. */
static Object *tuple_of(Object **items, int n) {
    bool ok = true;
    for (int i = 0; i < n; i++) ok &= items[i] != NULL;
    Object *tuple = ok ? tuple_from(items, n) : NULL;
    for (int i = 0; i < n; i++) xdecref(items[i]);
    return tuple;
}

static Object *code_lines(Object *self, Object **args, ptrdiff_t nargs) {
    const Code *c = (Code *)self;
    Object *list = list_new(0);
    for (uint32_t i = 0; list && i < c->span_count;) {
        uint32_t start = c->spans[i].pc, line = c->spans[i].span.line;
        while (i < c->span_count && c->spans[i].span.line == line) i++;
        uint32_t end = i < c->span_count ? c->spans[i].pc : c->insn_count;
        Object *row[] = {int_from_i64(start * 2), int_from_i64(end * 2), line_or_none(line)};
        if (append_new(list, tuple_of(row, 3)) < 0) {
            decref(list);
            return NULL;
        }
    }
    return iterator_of(list);
}

static Object *code_positions(Object *self, Object **args, ptrdiff_t nargs) {
    const Code *c = (Code *)self;
    Object *list = list_new(0);
    for (uint32_t pc = 0; list && pc < c->insn_count; pc++) {
        Span s = code_span(c, c->insns + pc);
        Object *row[] = {line_or_none(s.line), line_or_none(s.end_line), s.line ? int_from_i64(s.column) : new_none(),
                         s.line ? int_from_i64(s.end_column) : new_none()};
        if (append_new(list, tuple_of(row, 4)) < 0) {
            decref(list);
            return NULL;
        }
    }
    return iterator_of(list);
}

/* --- replace --- */

static void *copied(const void *items, size_t n) {
    if (!n) return NULL;
    void *copy = heap_alloc(n);
    return copy ? memcpy(copy, items, n) : raise_memory();
}

static Str **copied_names(Str **items, uint32_t n) {
    Str **copy = copied(items, n * sizeof *items);
    for (uint32_t i = 0; copy && i < n; i++) incref(copy[i]);
    return copy;
}

/* A copy whose parts are its own. NULL with MemoryError. */
static Code *code_copy(const Code *c) {
    Code *copy = (Code *)object_new(&code_type);
    if (!copy) return NULL;
    if (c->compiled) code_drop_jit((Code *)c);
    Object head = copy->base;
    *copy = *c;
    copy->base = head;
    copy->weaklist = NULL;
    copy->watched = NULL;
    copy->jit = NULL;
    copy->heat = 0;
    copy->serial = 0;
    incref(copy->name);
    incref(copy->qualname);
    incref(copy->filename);
    xincref(copy->source_lines);
    copy->insns = copied(c->insns, c->insn_count * sizeof *c->insns);
    for (uint32_t pc = 0; c->watched && copy->insns && pc < c->insn_count; pc++)
        if (c->watched[pc] & WATCHED_REPLACED)
            copy->insns[pc] = (c->insns[pc] & ~(uint64_t)0xffff) | (c->watched[pc] & WATCHED_OPCODE);
    if (copy->insns) code_make_generic(copy); /* what it was specialised for may be replaced */
    copy->spans = copied(c->spans, c->span_count * sizeof *c->spans);
    copy->handlers = copied(c->handlers, c->handler_count * sizeof *c->handlers);
    copy->cells = copied(c->cells, c->cell_count * sizeof *c->cells);
    copy->consts = (Object **)copied_names((Str **)c->consts, c->const_count);
    copy->names = copied_names(c->names, c->name_count);
    copy->varnames = copied_names(c->varnames, c->local_count);
    copy->freevars = copied_names(c->freevars, c->free_count);
    if (!raise_pending()) return copy;
    if (!copy->consts) copy->const_count = 0;
    if (!copy->names) copy->name_count = 0;
    if (!copy->varnames) copy->local_count = 0;
    if (!copy->freevars) copy->free_count = 0;
    decref(copy);
    return NULL;
}

enum Replaceable {
    REPLACE_ARGCOUNT,
    REPLACE_POSONLY,
    REPLACE_KWONLY,
    REPLACE_NLOCALS,
    REPLACE_STACKSIZE,
    REPLACE_FLAGS,
    REPLACE_FIRSTLINENO,
    REPLACE_CODE,
    REPLACE_CONSTS,
    REPLACE_NAMES,
    REPLACE_VARNAMES,
    REPLACE_FREEVARS,
    REPLACE_CELLVARS,
    REPLACE_FILENAME,
    REPLACE_NAME,
    REPLACE_QUALNAME,
    REPLACE_LINETABLE,
    REPLACE_EXCEPTIONTABLE,
    REPLACE_COUNT
};

static const char *const replaceable[] = {
    "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals",  "co_stacksize",
    "co_flags",    "co_firstlineno",     "co_code",           "co_consts",   "co_names",
    "co_varnames", "co_freevars",        "co_cellvars",       "co_filename", "co_name",
    "co_qualname", "co_linetable",       "co_exceptiontable", NULL,
};

static int check_type(Object *value, Type *type, enum Replaceable which) {
    if (!value || is_instance(value, type)) return 0;
    return raise_int(&exc_TypeError, "replace() argument '%s' must be %s, not %K", replaceable[which], type->mem.name,
                     value);
}

static int check_types(Object **values) {
    for (int i = REPLACE_ARGCOUNT; i <= REPLACE_FIRSTLINENO; i++)
        if (values[i] && !int_check(values[i]))
            return raise_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", values[i]);
    for (int i = REPLACE_CONSTS; i <= REPLACE_CELLVARS; i++)
        if (check_type(values[i], &tuple_type, i) < 0) return -1;
    for (int i = REPLACE_FILENAME; i <= REPLACE_QUALNAME; i++)
        if (check_type(values[i], &str_type, i) < 0) return -1;
    return check_type(values[REPLACE_CODE], &bytes_type, REPLACE_CODE);
}

/* Instructions refer to items by index, so their number must stay. */
static int replace_items(Object **items, uint32_t n, Object *tuple, const char *what) {
    if (!tuple) return 0;
    if (tuple_length(tuple) != (ptrdiff_t)n) return raise_int(&exc_ValueError, "code: %s must keep its length", what);
    for (uint32_t i = 0; i < n; i++) set_ref(&items[i], newref(tuple_item(tuple, i)));
    return 0;
}

/* The registers of a variable get the name that stands at its place in the tuple. */
static int replace_varnames(Code *c, Object *tuple) {
    if (!tuple) return 0;
    Object *old = varnames_list(c);
    int status = old ? 0 : -1;
    if (old && list_length(old) != tuple_length(tuple))
        status = raise_int(&exc_ValueError, "code: co_varnames must keep its length");
    for (ptrdiff_t k = 0; status == 0 && k < tuple_length(tuple); k++) {
        Object *name = newref(tuple_item(tuple, k));
        if (!str_check(name)) {
            status = raise_int(&exc_TypeError, "name tuples must contain only strings, not '%T'", name);
        } else {
            str_intern(&name);
            for (unsigned i = 0; i < c->local_count; i++)
                if ((Object *)c->varnames[i] == list_item(old, k)) set_ref(&c->varnames[i], newref(name));
        }
        decref(name);
    }
    xdecref(old);
    return status;
}

static int replace_number(uint16_t *field, Object *value) {
    if (!value) return 0;
    int64_t n = int_as_i64(value);
    if (n == -1 && raise_pending()) return -1;
    if (n < 0 || n > UINT16_MAX) return raise_int(&exc_ValueError, "code: argcount must not be negative");
    *field = (uint16_t)n;
    return 0;
}

static int replace_flags(Code *c, Object *value) {
    if (!value) return 0;
    int64_t theirs = int_as_i64(value);
    if (theirs == -1 && raise_pending()) return -1;
    for (unsigned i = 0; i < FLAG_BITS; i++) {
        if (theirs & flag_bits[i].theirs)
            c->flags |= flag_bits[i].ours;
        else
            c->flags &= ~flag_bits[i].ours;
    }
    return 0;
}

static int replace_parts(Code *c, Object **v) {
    if (replace_number(&c->arg_count, v[REPLACE_ARGCOUNT]) < 0 ||
        replace_number(&c->posonly_count, v[REPLACE_POSONLY]) < 0 ||
        replace_number(&c->kwonly_count, v[REPLACE_KWONLY]) < 0 || replace_flags(c, v[REPLACE_FLAGS]) < 0)
        return -1;
    if (v[REPLACE_FIRSTLINENO]) c->first_line = (uint32_t)int_as_i64(v[REPLACE_FIRSTLINENO]);
    if (v[REPLACE_FILENAME]) set_ref(&c->filename, newref(v[REPLACE_FILENAME]));
    if (v[REPLACE_NAME]) set_ref(&c->name, newref(v[REPLACE_NAME]));
    if (v[REPLACE_QUALNAME]) set_ref(&c->qualname, newref(v[REPLACE_QUALNAME]));
    return replace_varnames(c, v[REPLACE_VARNAMES]) < 0 ||
                   replace_items(c->consts, c->const_count, v[REPLACE_CONSTS], "co_consts") < 0 ||
                   replace_items((Object **)c->names, c->name_count, v[REPLACE_NAMES], "co_names") < 0 ||
                   replace_items((Object **)c->freevars, c->free_count, v[REPLACE_FREEVARS], "co_freevars") < 0
               ? -1
               : 0;
}

static Object *code_replace(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *values[REPLACE_COUNT];
    if (nargs) return raise_error(&exc_TypeError, "replace() takes no positional arguments");
    if (args_bind("replace", replaceable, 0, 0, args, nargs, kwnames, values) < 0 || check_types(values) < 0)
        return NULL;
    Code *copy = code_copy((Code *)self);
    if (!copy || replace_parts(copy, values) == 0) return (Object *)copy;
    decref(copy);
    return NULL;
}

/* --- the type --- */

static const Method code_methods[] = {
    {"co_lines", code_lines, 0, 0, "co_lines($self, /)\n--\n\nIterates over (start, end, line) of the instructions.",
     0},
    {"co_positions", code_positions, 0, 0,
     "co_positions($self, /)\n--\n\nIterates over (line, end line, column, end column) of each instruction.", 0},
    {"replace", (NativeFn)(void (*)(void))code_replace, 0, -1,
     "replace($self, /, **changes)\n--\n\nReturns a copy with other values in it.", METH_KEYWORDS},
    {"__replace__", (NativeFn)(void (*)(void))code_replace, 0, -1,
     "__replace__($self, /, **changes)\n--\n\nThe same as replace().", METH_KEYWORDS},
    {0}};

static const GetSet code_getset[] = {
    {"co_argcount", get_number, NULL, NULL, (void *)offsetof(Code, arg_count), true},
    {"co_posonlyargcount", get_number, NULL, NULL, (void *)offsetof(Code, posonly_count), true},
    {"co_kwonlyargcount", get_number, NULL, NULL, (void *)offsetof(Code, kwonly_count), true},
    {"co_name", get_str, NULL, NULL, (void *)offsetof(Code, name), true},
    {"co_qualname", get_str, NULL, NULL, (void *)offsetof(Code, qualname), true},
    {"co_filename", get_str, NULL, NULL, (void *)offsetof(Code, filename), true},
    {"co_firstlineno", get_first_line, NULL, NULL, NULL, true},
    {"co_nlocals", get_local_count, NULL, NULL, NULL, true},
    {"co_stacksize", get_stack_size, NULL, NULL, NULL, true},
    {"co_flags", get_flags, NULL, NULL, NULL, true},
    {"co_code", get_code, NULL, NULL, NULL},
    {"co_linetable", get_line_table, NULL, NULL, NULL, true},
    {"co_exceptiontable", get_exception_table, NULL, NULL, NULL, true},
    {"co_consts", get_consts, NULL, NULL, NULL, true},
    {"co_names", get_names, NULL, NULL, NULL, true},
    {"co_varnames", get_varnames, NULL, NULL, NULL},
    {"co_freevars", get_freevars, NULL, NULL, NULL},
    {"co_cellvars", get_cellvars, NULL, NULL, NULL},
    {0}};

Type code_type = {
    .mem = {.name = "code",
            .size = sizeof(Code),
            .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,
            .weaklist_offset = offsetof(Code, weaklist),
            .dealloc = code_dealloc,
            .traverse = code_traverse},
    .doc = "Compiled code, as compile() makes it.",
    .methods = code_methods,
    .getset = code_getset,
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
};
