/* function: code with globals, defaults and a closure. Its parts are set by MAKE_FUNCTION and SET_FUNCTION; programs
 * see and change them as __code__, __defaults__, ... Every such change gives the function a new version, which inline
 * caches compare.
 */
#include "interp/object/module.h"
#include "interp/vm/ops.h"
#include "interp/object/weakref.h"
#include "interp/vm/walk.h"

static uint32_t next_version = 1;

/* What globals say that the built-in names are: borrowed. Almost always a module's dict. */
static Object *builtins_of(Dict *globals) {
    Object *builtins = dict_get_str(globals, names.__builtins__);
    if (!builtins) return (Object *)runtime.builtins;
    return builtins->type == &module_type ? (Object *)module_dict(builtins) : builtins;
}

/* Anything else than an exact dict has to be asked: such a function has no built-ins that inline caches may know. */
Object *function_builtins(const Function *f) {
    return f->builtins == runtime.no_builtins ? builtins_of(f->globals) : (Object *)f->builtins;
}

Object *function_new(Code *code, Dict *globals) {
    Object *builtins = builtins_of(globals);
    if (raise_pending()) return NULL;
    if (!dict_check_exact(builtins)) builtins = (Object *)runtime.no_builtins;
    Object *module = dict_get_str(globals, names.__name__);
    Function *f = (Function *)object_new(&function_type);
    if (!f) return NULL;
    f->code = newref(code);
    f->globals = newref(globals);
    f->builtins = newref(builtins);
    f->name = newref(code->name);
    f->qualname = newref(code->qualname);
    f->doc = newref(code->flags & CODE_HAS_DOCSTRING ? code->consts[0] : NONE);
    f->module = xnewref(module);
    f->version = next_version++;
    gc_track(f);
    return (Object *)f;
}

int construct_set_function(Function *f, unsigned part, Object *value) {
    switch ((enum FunctionPart)part) {
    case FUNCTION_DEFAULTS: set_ref(&f->defaults, newref(value)); break;
    case FUNCTION_KWDEFAULTS: set_ref(&f->kwdefaults, newref(value)); break;
    case FUNCTION_CLOSURE: set_ref(&f->closure, newref(value)); break;
    case FUNCTION_ANNOTATE: set_ref(&f->annotate, newref(value)); break;
    case FUNCTION_TYPE_PARAMS: set_ref(&f->type_params, newref(value)); break;
    }
    return 0;
}

/* All that stands between the header and the weak references. */
static RefSpan function_span(Object *o) {
    Function *f = (Function *)o;
    return (RefSpan){(Object **)(o + 1), (size_t)(&f->weaklist - (Object **)(o + 1)), 1};
}

static int function_traverse(Object *o, Visit visit, void *arg) {
    return visit_span(function_span(o), visit, arg);
}

/* What can be part of a cycle and is not needed to take the rest apart. */
static void function_clear(Object *o) {
    Function *f = (Function *)o;
    clear_ref(&f->closure);
    clear_ref(&f->defaults);
    clear_ref(&f->kwdefaults);
    clear_ref(&f->doc);
    clear_ref(&f->module);
    clear_ref(&f->annotate);
    clear_ref(&f->annotations);
    clear_ref(&f->type_params);
    clear_ref(&f->dict);
}

static void function_dealloc(Object *o) {
    Function *f = (Function *)o;
    gc_untrack(o);
    if (f->weaklist) weakref_clear_all(o);
    function_clear(o);
    clear_ref(&f->globals);
    clear_ref(&f->builtins);
    clear_ref(&f->code);
    clear_ref(&f->name);
    clear_ref(&f->qualname);
    object_free(o);
}

static Object *function_repr(Object *o) {
    return str_format("<function %S at %p>", ((Function *)o)->qualname, o);
}

static Object *function_descr_get(Object *o, Object *instance, Object *owner) {
    return instance ? bound_method_new(o, instance) : newref(o);
}

static Object *function_call(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    return vm_call_function(o, args, nargs, kwnames);
}

/* A field that may be NULL, shown as None; arg is its offset. */
static Object *get_field(Object *o, void *offset) {
    Object *value = *(Object **)((char *)o + (uintptr_t)offset);
    return newref(value ? value : NONE);
}

static int set_name(Object *o, Object *value, void *offset) {
    if (!value || !str_check(value))
        return raise_int(&exc_TypeError, "%s must be set to a string object",
                         offset == (void *)offsetof(Function, name) ? "__name__" : "__qualname__");
    set_ref((char *)o + (uintptr_t)offset, newref(value));
    return 0;
}

/* What runs f, and goes on with a copy of it. */
typedef struct Handover {
    const Function *f;
    Function *copy;
} Handover;

static void hand_over(Function **slot, const Handover *h) {
    if (*slot != h->f) return;
    incref(h->copy);
    decref(*slot); /* never the last: who sets the code holds f */
    *slot = h->copy;
}

static int hand_over_object(Object *o, void *handover) {
    if (generator_check(o)) hand_over(&((Generator *)o)->function, handover);
    if (o->type == &frame_type) hand_over(&((Frame *)o)->function, handover);
    return 0;
}

/* Frames find their code through their function. Those of f, running or suspended, keep the code that they were started
 * with: they get a copy of f. */
static int keep_code_of_frames(Function *f) {
    Function *copy = (Function *)function_new(f->code, f->globals);
    if (!copy) return -1;
    copy->closure = xnewref(f->closure);
    copy->defaults = xnewref(f->defaults);
    copy->kwdefaults = xnewref(f->kwdefaults);
    set_ref(&copy->name, newref(f->name));
    set_ref(&copy->qualname, newref(f->qualname));
    Handover h = {f, copy};
    for (FrameWalk w = walk_start(); w.base; walk_outward(&w)) hand_over((Function **)&w.base[-2], &h);
    gc_each(GC_ALL, hand_over_object, &h);
    gc_each(GC_PERMANENT, hand_over_object, &h);
    decref(copy);
    return 0;
}

static int set_code(Object *o, Object *value, void *unused) {
    Function *f = (Function *)o;
    if (!value || value->type != &code_type) return raise_int(&exc_TypeError, "__code__ must be set to a code object");
    unsigned has = f->closure ? f->closure->length : 0, needs = ((Code *)value)->free_count;
    if (has != needs)
        return raise_int(&exc_ValueError, "%S() requires a code object with %u free vars, not %u", f->name, has, needs);
    unsigned kind = CODE_ANY_GENERATOR;
    if ((f->code->flags & kind) != (((Code *)value)->flags & kind) &&
        raise_warning(&exc_DeprecationWarning, 1,
                      "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain "
                      "function)") < 0)
        return -1;
    if (keep_code_of_frames(f) < 0) return -1;
    set_ref(&f->code, newref(value));
    f->version = next_version++;
    return 0;
}

static int set_defaults(Object *o, Object *value, void *unused) {
    if (value && value != NONE && !tuple_check(value))
        return raise_int(&exc_TypeError, "__defaults__ must be set to a tuple object");
    set_ref(&((Function *)o)->defaults, value && value != NONE ? newref(value) : NULL);
    ((Function *)o)->version = next_version++;
    return 0;
}

static int set_kwdefaults(Object *o, Object *value, void *unused) {
    if (value && value != NONE && !dict_check(value))
        return raise_int(&exc_TypeError, "__kwdefaults__ must be set to a dict object");
    set_ref(&((Function *)o)->kwdefaults, value && value != NONE ? newref(value) : NULL);
    ((Function *)o)->version = next_version++;
    return 0;
}

/* PEP 649: the annotations come from calling __annotate__ on first use, and are kept. */
static Object *get_annotations(Object *o, void *unused) {
    Function *f = (Function *)o;
    if (f->annotations) return newref(f->annotations);
    Object *made;
    if (f->annotate && f->annotate != NONE) {
        Object *format = int_from_i64(1); /* annotationlib.Format.VALUE */
        made = format ? object_call1(f->annotate, format) : NULL;
        xdecref(format);
        if (made && !dict_check(made)) {
            raise_error(&exc_TypeError, "__annotate__ returned non-dict of type '%T'", made);
            clear_ref(&made);
        }
    } else {
        made = dict_new();
    }
    if (made) set_ref(&f->annotations, newref(made));
    return made;
}

static int set_annotations(Object *o, Object *value, void *unused) {
    if (value && value != NONE && !dict_check(value))
        return raise_int(&exc_TypeError, "__annotations__ must be set to a dict object");
    set_ref(&((Function *)o)->annotations, value && value != NONE ? newref(value) : NULL);
    clear_ref(&((Function *)o)->annotate);
    return 0;
}

static int set_annotate(Object *o, Object *value, void *unused) {
    if (!value) return raise_int(&exc_TypeError, "__annotate__ cannot be deleted");
    if (value != NONE && !object_callable(value))
        return raise_int(&exc_TypeError, "__annotate__ must be callable or None");
    set_ref(&((Function *)o)->annotate, newref(value));
    if (value != NONE) clear_ref(&((Function *)o)->annotations);
    return 0;
}

static Object *get_type_params(Object *o, void *unused) {
    Function *f = (Function *)o;
    return f->type_params ? newref(f->type_params) : tuple_new(0);
}

static int set_type_params(Object *o, Object *value, void *unused) {
    if (!value || !tuple_check(value)) return raise_int(&exc_TypeError, "__type_params__ must be set to a tuple");
    set_ref(&((Function *)o)->type_params, newref(value));
    return 0;
}

static Object *get_dict(Object *o, void *unused) {
    return xnewref(object_dict(o));
}

static int set_dict(Object *o, Object *value, void *unused) {
    if (!value) return raise_int(&exc_TypeError, "cannot delete __dict__");
    if (!dict_check(value)) return raise_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    set_ref(&((Function *)o)->dict, newref(value));
    return 0;
}

/* function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) */
static Object *function_new_python(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"code", "globals", "name", "argdefs", "closure", "kwdefaults", NULL};
    Object *v[6];
    if (args_bind("function", parameters, 2, 6, args, nargs, kwnames, v) < 0) return NULL;
    if (v[0]->type != &code_type)
        return raise_error(&exc_TypeError, "function() argument 'code' must be code, not %K", v[0]);
    if (!dict_check(v[1]))
        return raise_error(&exc_TypeError, "function() argument 'globals' must be dict, not %K", v[1]);
    Code *code = (Code *)v[0];
    if (v[2] && v[2] != NONE && !str_check(v[2]))
        return raise_error(&exc_TypeError, "arg 3 (name) must be None or string");
    if (v[3] && v[3] != NONE && !tuple_check(v[3]))
        return raise_error(&exc_TypeError, "arg 4 (defaults) must be None or tuple");
    bool closed = v[4] && v[4] != NONE;
    if (closed && !tuple_check(v[4])) return raise_error(&exc_TypeError, "arg 5 (closure) must be tuple");
    if (!closed && code->free_count) return raise_error(&exc_TypeError, "arg 5 (closure) must be tuple");
    if (v[5] && v[5] != NONE && !dict_check(v[5]))
        return raise_error(&exc_TypeError, "arg 6 (kwdefaults) must be None or dict");
    ptrdiff_t cells = closed ? tuple_length(v[4]) : 0;
    if (cells != code->free_count)
        return raise_error(&exc_ValueError, "%S requires closure of length %d, not %zd", code->name, code->free_count,
                           cells);
    for (ptrdiff_t i = 0; i < cells; i++)
        if (tuple_item(v[4], i)->type != &cell_type)
            return raise_error(&exc_TypeError, "arg 5 (closure) expected cell, found %T", tuple_item(v[4], i));
    Function *f = (Function *)function_new(code, (Dict *)v[1]);
    if (!f) return NULL;
    if (v[2] && v[2] != NONE) set_ref(&f->name, newref(v[2]));
    if (v[3] && v[3] != NONE) f->defaults = newref(v[3]);
    if (closed) f->closure = newref(v[4]);
    if (v[5] && v[5] != NONE) f->kwdefaults = newref(v[5]);
    return (Object *)f;
}

static const GetSet function_getset[] = {
    {"__code__", get_field, set_code, NULL, (void *)offsetof(Function, code)},
    {"__name__", get_field, set_name, NULL, (void *)offsetof(Function, name)},
    {"__qualname__", get_field, set_name, NULL, (void *)offsetof(Function, qualname)},
    {"__defaults__", get_field, set_defaults, NULL, (void *)offsetof(Function, defaults)},
    {"__kwdefaults__", get_field, set_kwdefaults, NULL, (void *)offsetof(Function, kwdefaults)},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__annotate__", get_field, set_annotate, NULL, (void *)offsetof(Function, annotate)},
    {"__type_params__", get_type_params, set_type_params, NULL, NULL},
    {"__dict__", get_dict, set_dict, NULL, NULL},
    {0},
};

static const Member function_members[] = {
    {"__closure__", MEMBER_OBJECT_OR_NONE, offsetof(Function, closure), MEMBER_READONLY, NULL},
    {"__doc__", MEMBER_OBJECT_OR_NONE, offsetof(Function, doc), 0, NULL},
    {"__globals__", MEMBER_OBJECT, offsetof(Function, globals), MEMBER_READONLY, NULL},
    {"__builtins__", MEMBER_OBJECT, offsetof(Function, builtins), MEMBER_READONLY, NULL},
    {"__module__", MEMBER_OBJECT_OR_NONE, offsetof(Function, module), 0, NULL},
    {0},
};

Type function_type = {
    .mem = {.name = "function",
            .flags = TYPE_GC | TYPE_METHOD_LIKE,
            .size = sizeof(Function),
            .weaklist_offset = offsetof(Function, weaklist),
            .dict_offset = offsetof(Function, dict),
            .dealloc = function_dealloc,
            .traverse = function_traverse,
            .span = function_span,
            .clear = function_clear},
    .doc = "function(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)\n--\n\n"
           "A function object made of code and the namespace that it looks names up in.",
    .getset = function_getset,
    .members = function_members,
    .repr = function_repr,
    .call = function_call,
    .descr_get = function_descr_get,
    .new = function_new_python,
};
