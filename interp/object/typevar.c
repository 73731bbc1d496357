/* Type parameters: TypeVar, ParamSpec, TypeVarTuple, TypeAliasType and Generic, as `class C[T: int = str]` and `type A
 * = ...` make them (PEP 695, PEP 696). The compiler hands over functions for bounds, constraints, defaults and alias
 * values; each is called, with the format VALUE, when somebody asks for the first time, and its result kept.
 *
 * One struct serves the three kinds of parameters; what a kind does not have stays NULL.
 */
#include "interp/object/typevar.h"

#include <string.h>

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"

typedef struct TypeParam {
    Object base;
    Dict *dict;
    Object *name;
    Object *bound, *evaluate_bound;             /* TypeVar: value once known; function */
    Object *constraints, *evaluate_constraints; /* TypeVar: tuple once known; function */
    Object *otherwise, *evaluate_default;       /* default */
    bool covariant, contravariant, infer_variance;
    Object *weaklist;
} TypeParam;

/* The value behind a lazy field: kept in *value. Borrowed. `otherwise` (borrowed) when there is neither. */
static Object *evaluate(Object **value, Object *function, Object *otherwise) {
    if (*value) return *value;
    if (!function) return otherwise;
    Object *format = int_from_i64(1);
    Object *result = format ? object_call1(function, format) : NULL;
    xdecref(format);
    if (result) set_ref(value, result);
    return result;
}

static Object *param_new(Type *t, Object *name) {
    TypeParam *p = (TypeParam *)object_new(t);
    if (!p) return NULL;
    p->name = newref(name);
    gc_track(p);
    return (Object *)p;
}

Object *typevar_new(Object *name, Object *evaluate_bound, Object *evaluate_constraints) {
    TypeParam *p = (TypeParam *)param_new(&typevar_type, name);
    if (!p) return NULL;
    p->evaluate_bound = xnewref(evaluate_bound);
    p->evaluate_constraints = xnewref(evaluate_constraints);
    p->infer_variance = true;
    return (Object *)p;
}

Object *typevar_paramspec_new(Object *name) {
    TypeParam *p = (TypeParam *)param_new(&paramspec_type, name);
    if (p) p->infer_variance = true;
    return (Object *)p;
}

Object *typevar_tuple_new(Object *name) {
    return param_new(&typevartuple_type, name);
}

Object *typevar_set_default(Object *parameter, Object *function) {
    set_ref(&((TypeParam *)parameter)->evaluate_default, newref(function));
    return newref(parameter);
}

/* --- life --- */

static int param_traverse(Object *o, Visit visit, void *arg) {
    TypeParam *p = (TypeParam *)o;
    void *fields[] = {p->dict,        p->name,
                      p->bound,       p->evaluate_bound,
                      p->constraints, p->evaluate_constraints,
                      p->otherwise,   p->evaluate_default};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        int stop = visit_ref(fields[i], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

static void param_clear(Object *o) {
    TypeParam *p = (TypeParam *)o;
    clear_ref(&p->dict);
    clear_ref(&p->bound);
    clear_ref(&p->evaluate_bound);
    clear_ref(&p->constraints);
    clear_ref(&p->evaluate_constraints);
    clear_ref(&p->otherwise);
    clear_ref(&p->evaluate_default);
}

static void param_dealloc(Object *o) {
    gc_untrack(o);
    param_clear(o);
    clear_ref(&((TypeParam *)o)->name);
    object_free(o);
}

/* --- attributes --- */

static Object *param_repr(Object *o) {
    TypeParam *p = (TypeParam *)o;
    if (p->infer_variance || o->type == &typevartuple_type) return newref(p->name);
    return str_format("%s%S", p->covariant ? "+" : p->contravariant ? "-" : "~", p->name);
}

static Object *get_name(Object *o, void *unused) {
    return newref(((TypeParam *)o)->name);
}

static Object *get_bound(Object *o, void *unused) {
    TypeParam *p = (TypeParam *)o;
    return xnewref(evaluate(&p->bound, p->evaluate_bound, NONE));
}

static Object *get_constraints(Object *o, void *unused) {
    TypeParam *p = (TypeParam *)o;
    Object *value = evaluate(&p->constraints, p->evaluate_constraints, NULL);
    return value ? newref(value) : raise_pending() ? NULL : tuple_new(0);
}

/* typing.NoDefault: a parameter without a default. */
static Object *get_default(Object *o, void *unused) {
    TypeParam *p = (TypeParam *)o;
    return xnewref(evaluate(&p->otherwise, p->evaluate_default, (Object *)&typevar_no_default));
}

static Object *get_covariant(Object *o, void *unused) {
    return new_bool(((TypeParam *)o)->covariant);
}
static Object *get_contravariant(Object *o, void *unused) {
    return new_bool(((TypeParam *)o)->contravariant);
}
static Object *get_infer_variance(Object *o, void *unused) {
    return new_bool(((TypeParam *)o)->infer_variance);
}

static Object *evaluator(Object *function) {
    return newref(function ? function : NONE);
}
static Object *get_evaluate_bound(Object *o, void *unused) {
    return evaluator(((TypeParam *)o)->evaluate_bound);
}
static Object *get_evaluate_constraints(Object *o, void *unused) {
    return evaluator(((TypeParam *)o)->evaluate_constraints);
}
static Object *get_evaluate_default(Object *o, void *unused) {
    return evaluator(((TypeParam *)o)->evaluate_default);
}

static Object *has_default(Object *o, Object **args, ptrdiff_t nargs) {
    TypeParam *p = (TypeParam *)o;
    return new_bool(p->evaluate_default || (p->otherwise && p->otherwise != (Object *)&typevar_no_default));
}

/* An attribute of the package typing; NULL without an exception while that is not imported. */
static Object *from_typing(const char *name) {
    Object *module = dict_get_c((Object *)runtime.modules, "typing");
    Object *found = module ? object_getattr_c(module, name) : NULL;
    if (module && !found) raise_clear_if(&exc_AttributeError); /* it is being imported just now */
    return found;
}

static Object *import_typing(void) {
    Object *builtins = dict_get((Object *)runtime.modules, (Object *)names.builtins);
    Object *import = builtins ? object_getattr_c(builtins, "__import__") : NULL, *name = str_from_c("typing");
    Object *module = import && name ? object_call1(import, name) : NULL;
    xdecref(import);
    xdecref(name);
    return module;
}

/* A function of typing that has a say about the items of a subscript; without typing a TypeVar takes them as they are.
 */
static Object *ask_typing(const char *function, Object *o, Object **args, ptrdiff_t nargs) {
    Object *module = o->type == &typevar_type ? NULL : import_typing();
    if (!module && raise_pending()) return NULL;
    Object *f = from_typing(function), *all[] = {o, args[0], nargs > 1 ? args[1] : NULL};
    Object *result = f ? object_call(f, all, nargs + 1, NULL) : raise_pending() ? NULL : newref(args[nargs - 1]);
    xdecref(f);
    xdecref(module);
    return result;
}

static Object *substitute(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_typing("_substitute_param", o, args, 1);
}
static Object *prepare_substitution(Object *o, Object **args, ptrdiff_t nargs) {
    return ask_typing("_prepare_substitution", o, args, 2);
}
static Object *param_reduce(Object *o, Object **args, ptrdiff_t nargs) {
    return newref(((TypeParam *)o)->name);
}

#define NAME_ROW \
    { "__name__", get_name, NULL, NULL, NULL, true }
#define DEFAULT_ROW \
    {"__default__", get_default, NULL, NULL, NULL}, { \
        "evaluate_default", get_evaluate_default, NULL, NULL, NULL \
    }

/* P.args and P.kwargs. */
static Object *get_part(Object *o, void *class_name) {
    Object *module = import_typing();
    Object *cls = module ? object_getattr_c(module, class_name) : NULL;
    Object *part = cls ? object_call1(cls, o) : NULL;
    xdecref(module);
    xdecref(cls);
    return part;
}

static const GetSet typevar_getset[] = {
    NAME_ROW,
    {"__bound__", get_bound, NULL, NULL, NULL},
    {"__constraints__", get_constraints, NULL, NULL, NULL},
    {"__covariant__", get_covariant, NULL, NULL, NULL, true},
    {"__contravariant__", get_contravariant, NULL, NULL, NULL, true},
    {"__infer_variance__", get_infer_variance, NULL, NULL, NULL, true},
    {"evaluate_bound", get_evaluate_bound, NULL, NULL, NULL},
    {"evaluate_constraints", get_evaluate_constraints, NULL, NULL, NULL},
    DEFAULT_ROW,
    {0},
};

static const GetSet paramspec_getset[] = {
    NAME_ROW,
    {"__bound__", get_bound, NULL, NULL, NULL, true},
    {"__covariant__", get_covariant, NULL, NULL, NULL, true},
    {"__contravariant__", get_contravariant, NULL, NULL, NULL, true},
    {"__infer_variance__", get_infer_variance, NULL, NULL, NULL, true},
    {"args", get_part, NULL, NULL, "ParamSpecArgs"},
    {"kwargs", get_part, NULL, NULL, "ParamSpecKwargs"},
    DEFAULT_ROW,
    {0},
};

static const GetSet typevartuple_getset[] = {NAME_ROW, DEFAULT_ROW, {0}};

static const Method param_methods[] = {
    {"has_default", has_default, 0, 0, "has_default($self, /)\n--\n\nDoes the parameter have a default?"},
    {"__typing_prepare_subst__", prepare_substitution, 2, 2,
     "__typing_prepare_subst__($self, alias, args, /)\n--\n\nThe items of a subscript, one for each parameter."},
    {"__typing_subst__", substitute, 1, 1,
     "__typing_subst__($self, arg, /)\n--\n\nWhat stands for the parameter in a generic type."},
    {"__reduce__", param_reduce, 0, 0, "__reduce__($self, /)\n--\n\nType parameters are pickled by name."},
    {0},
};

/* TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
 * default=NoDefault), and the other two with fewer options. */
static Object *param_create(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const options[] = {"name",           "bound",   "covariant", "contravariant",
                                          "infer_variance", "default", NULL};
    const char *kind = type_short_name(t);
    Object *v[6];
    if (args_bind(kind, options, 0, 0, args + nargs, 0, kwnames, v) < 0) return NULL;
    Object *name = nargs ? args[0] : v[0];
    if (!name) return raise_error(&exc_TypeError, "%s() missing required argument 'name' (pos 1)", kind);
    if (!str_check(name)) return raise_error(&exc_TypeError, "%s() argument 'name' must be str, not %K", kind, name);
    bool is_typevar = t == &typevar_type;
    if (!is_typevar && nargs > 1)
        return raise_error(&exc_TypeError, "%s() takes at most 1 positional argument (%zd given)", kind, nargs);
    if (nargs == 2) return raise_error(&exc_TypeError, "A single constraint is not allowed");
    if (nargs > 2 && v[1] && v[1] != NONE)
        return raise_error(&exc_TypeError, "Constraints cannot be combined with bound=...");
    bool flags[3];
    for (int i = 0; i < 3; i++) {
        int truth = v[2 + i] ? object_truth(v[2 + i]) : 0;
        if (truth < 0) return NULL;
        flags[i] = truth;
    }
    if (flags[0] && flags[1]) return raise_error(&exc_ValueError, "Bivariant types are not supported.");
    if (flags[2] && (flags[0] || flags[1]))
        return raise_error(&exc_ValueError, "Variance cannot be specified with infer_variance.");
    TypeParam *p = (TypeParam *)param_new(t, name);
    if (!p) return NULL;
    p->covariant = flags[0];
    p->contravariant = flags[1];
    p->infer_variance = flags[2];
    p->bound = v[1] && v[1] != NONE ? newref(v[1]) : NULL;
    p->otherwise = xnewref(v[5]);
    if (nargs > 2 && !(p->constraints = tuple_from(args + 1, nargs - 1))) clear_ref(&p);
    if (p && frame_globals_hook) {
        Dict *globals = frame_globals_hook();
        Object *module = globals ? dict_get_str(globals, names.__name__) : NULL;
        if (module && object_setattr((Object *)p, names.__module__, module) < 0) clear_ref(&p);
    }
    return (Object *)p;
}

/* *Ts, and *A of a type alias: a one-item iteration over Unpack[Ts], spelt as typing spells it. */
static Object *unpack_iter(Object *o) {
    Object *module = import_typing(), *unpack = module ? object_getattr_c(module, "Unpack") : NULL;
    Object *item = unpack ? object_getitem(unpack, o) : NULL, *list = item ? tuple_pack(1, item) : NULL;
    Object *it = list ? object_iter(list) : NULL;
    xdecref(module);
    xdecref(unpack);
    xdecref(item);
    xdecref(list);
    return it;
}

#define PARAM_MEMORY(type_name) \
    .mem = {.name = type_name, \
            .flags = TYPE_GC, \
            .size = sizeof(TypeParam), \
            .weaklist_offset = offsetof(TypeParam, weaklist), \
            .dict_offset = offsetof(TypeParam, dict), \
            .dealloc = param_dealloc, \
            .traverse = param_traverse, \
            .clear = param_clear}, \
    .methods = param_methods, .repr = param_repr, .new = param_create

Type typevar_type = {
    PARAM_MEMORY("typing.TypeVar"),
    .doc = "TypeVar(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, "
           "infer_variance=False)\n--\n\nA type parameter.",
    .getset = typevar_getset,
    .binary[BIN_OR] = union_any,
};

Type paramspec_type = {
    PARAM_MEMORY("typing.ParamSpec"),
    .doc = "ParamSpec(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, "
           "infer_variance=False)\n--\n\nA type parameter that stands for the parameters of a callable.",
    .getset = paramspec_getset,
    .binary[BIN_OR] = union_any,
};

Type typevartuple_type = {
    PARAM_MEMORY("typing.TypeVarTuple"),
    .doc =
        "TypeVarTuple(name, *, default=typing.NoDefault)\n--\n\nA type parameter that stands for any number of types.",
    .getset = typevartuple_getset,
    .iter = unpack_iter,
};

/* --- NoDefault --- */

Object typevar_no_default = {.refcount = IMMORTAL, .type = &no_default_type};

static Object *no_default_repr(Object *o) {
    return str_from_c("typing.NoDefault");
}

Type no_default_type = {
    .mem = {.name = "NoDefaultType", .size = sizeof(Object), .flags = TYPE_NO_NEW},
    .doc = "The type of NoDefault, which a type parameter without a default has.",
    .repr = no_default_repr,
};

/* --- type aliases --- */

typedef struct TypeAlias {
    Object base;
    Object *name, *type_params, *value, *evaluate, *module; /* owned; value NULL until asked for */
} TypeAlias;

Object *typevar_alias_new(Object *name, Object *type_params, Object *function) {
    TypeAlias *a = (TypeAlias *)object_new(&typealias_type);
    if (!a) return NULL;
    a->name = newref(name);
    a->type_params = type_params == NONE ? NULL : xnewref(type_params);
    a->evaluate = xnewref(function);
    Dict *globals = frame_globals_hook ? frame_globals_hook() : NULL;
    a->module = globals ? xnewref(dict_get_str(globals, names.__name__)) : NULL;
    gc_track(a);
    return (Object *)a;
}

/* TypeAliasType(name, value, *, type_params=()) */
static Object *alias_make(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    static const char *const parameters[] = {"name", "value", "type_params", NULL};
    Object *v[3];
    if (args_bind("TypeAliasType", parameters, 2, 2, args, nargs, kwnames, v) < 0) return NULL;
    if (!str_check(v[0]))
        return raise_error(&exc_TypeError, "TypeAliasType() argument 'name' must be str, not %K", v[0]);
    if (v[2] && !tuple_check(v[2])) return raise_error(&exc_TypeError, "type_params must be a tuple");
    Object *o = typevar_alias_new(v[0], v[2] && tuple_length(v[2]) ? v[2] : NULL, NULL);
    if (o) ((TypeAlias *)o)->value = newref(v[1]);
    return o;
}

static void alias_clear(Object *o) {
    TypeAlias *a = (TypeAlias *)o;
    clear_ref(&a->type_params);
    clear_ref(&a->value);
    clear_ref(&a->evaluate);
    clear_ref(&a->module);
}

static void alias_dealloc(Object *o) {
    gc_untrack(o);
    alias_clear(o);
    clear_ref(&((TypeAlias *)o)->name);
    object_free(o);
}

static int alias_traverse(Object *o, Visit visit, void *arg) {
    TypeAlias *a = (TypeAlias *)o;
    Object *fields[] = {a->name, a->type_params, a->value, a->evaluate, a->module};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        int stop = visit_ref(fields[i], visit, arg);
        if (stop) return stop;
    }
    return 0;
}

static Object *alias_repr(Object *o) {
    return newref(((TypeAlias *)o)->name);
}
static Object *alias_name(Object *o, void *unused) {
    return newref(((TypeAlias *)o)->name);
}

static Object *alias_params(Object *o, void *unused) {
    Object *params = ((TypeAlias *)o)->type_params;
    return params ? newref(params) : tuple_new(0);
}

static Object *alias_value(Object *o, void *unused) {
    TypeAlias *a = (TypeAlias *)o;
    return xnewref(evaluate(&a->value, a->evaluate, NONE));
}

static Object *alias_evaluate(Object *o, void *unused) {
    return evaluator(((TypeAlias *)o)->evaluate);
}
static Object *alias_module(Object *o, void *unused) {
    Object *module = ((TypeAlias *)o)->module;
    return newref(module ? module : NONE);
}

static Object *alias_get_item(Object *o, Object *key) {
    if (!((TypeAlias *)o)->type_params)
        return raise_error(&exc_TypeError, "Only generic type aliases are subscriptable");
    return generic_alias_new(o, key);
}

static const GetSet alias_getset[] = {
    {"__name__", alias_name, NULL, NULL, NULL, true},
    {"__value__", alias_value, NULL, NULL, NULL},
    {"__type_params__", alias_params, NULL, NULL, NULL},
    {"__parameters__", alias_params, NULL, NULL, NULL},
    {"__module__", alias_module, NULL, NULL, NULL},
    {"evaluate_value", alias_evaluate, NULL, NULL, NULL},
    {0},
};

Type typealias_type = {
    .mem = {.name = "typing.TypeAliasType",
            .flags = TYPE_GC,
            .size = sizeof(TypeAlias),
            .dealloc = alias_dealloc,
            .traverse = alias_traverse,
            .clear = alias_clear},
    .doc = "What a `type` statement makes: a name for a type that is evaluated when asked for.",
    .getset = alias_getset,
    .repr = alias_repr,
    .iter = unpack_iter,
    .new = alias_make,
    .get_item = alias_get_item,
    .binary[BIN_OR] = union_new,
};

/* --- Generic --- */

/* class C[T] has the base Generic[T]: an alias whose origin is this type. */
static Object *generic_class_getitem(Object *cls, Object **args, ptrdiff_t nargs) {
    Object *function = from_typing("_generic_class_getitem");
    if (function) {
        Object *alias = object_call2(function, cls, args[0]);
        decref(function);
        return alias;
    }
    if (raise_pending()) return NULL;
    return generic_alias_new(cls, args[0]);
}

static Object *generic_init_subclass(Object *cls, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    Object *function = from_typing("_generic_init_subclass");
    if (function) {
        ptrdiff_t all = nargs + (kwnames ? tuple_length(kwnames) : 0);
        Object *done = NULL, **window = heap_alloc(sizeof *window * (size_t)(all + 1));
        if (window) {
            window[0] = cls;
            memcpy(window + 1, args, sizeof *window * (size_t)all);
            done = object_call(function, window, nargs + 1, kwnames);
            heap_free(window);
        } else {
            raise_memory();
        }
        decref(function);
        return done;
    }
    if (raise_pending() || args_no_keywords("__init_subclass__", kwnames) < 0) return NULL;
    Object *parameters = object_getattr_opt(cls, names.__type_params__);
    if (!parameters) return raise_pending() ? NULL : new_none();
    int status = object_setattr(cls, names.__parameters__, parameters);
    decref(parameters);
    return status < 0 ? NULL : new_none();
}

static const Method generic_methods[] = {
    {"__class_getitem__", generic_class_getitem, 1, 1,
     "__class_getitem__($type, item, /)\n--\n\nThe class with types for its parameters.", METH_CLASS},
    {"__init_subclass__", (NativeFn)(void *)generic_init_subclass, 0, -1,
     "__init_subclass__($type, /, *args, **kwargs)\n--\n\nNotes the parameters of a new generic class.",
     METH_CLASS | METH_KEYWORDS},
    {0},
};

Type generic_type = {
    .mem = {.name = "typing.Generic", .flags = TYPE_BASE, .size = sizeof(Object)},
    .doc = "The base of classes that have type parameters.",
    .methods = generic_methods,
    .new = object_type_new,
};

Object *typevar_generic(Object *parameters) {
    Object *single = tuple_check(parameters) && tuple_length(parameters) == 1 ? tuple_item(parameters, 0) : parameters;
    return generic_alias_new((Object *)&generic_type, single);
}
