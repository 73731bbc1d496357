/* Built-in functions about code and namespaces: compile, exec, eval, class statements, globals and locals. */
#include "interp/breakpoint.h"
#include "interp/ast_objects.h"
#include "interp/builtins.h"

#include <string.h>

#include "interp/compile/compile.h"
#include "interp/file_io.h"
#include "interp/vm/vm.h"

/* --- namespaces --- */

static Dict *current_globals(void) {
    return vm.base ? frame_function(vm.base)->globals : NULL;
}

static Object *builtin_globals(Object *self, Object **args, ptrdiff_t nargs) {
    Dict *d = current_globals();
    return d ? newref(d) : new_none();
}

/* The namespace that locals() shows: the mapping itself in modules and classes, a fresh dict in functions. */
static Object *current_locals(void) {
    if (!vm.base) return raise_error(&exc_SystemError, "frame does not exist");
    const Code *code = frame_function(vm.base)->code;
    if (code->flags & CODE_NAMESPACE && code->local_count == 1) return newref(vm.base[0]);
    Frame *frame = frame_object(vm.base);
    Object *locals = frame ? frame_locals_snapshot(frame) : NULL;
    xdecref(frame);
    return locals;
}

static Object *builtin_locals(Object *self, Object **args, ptrdiff_t nargs) {
    return current_locals();
}

static Object *builtin_vars(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs == 0) return current_locals();
    Object *d = object_getattr_opt(args[0], names.__dict__);
    if (!d && !raise_pending()) raise_error(&exc_TypeError, "vars() argument must have __dict__ attribute");
    return d;
}

static Object *builtin_dir(Object *self, Object **args, ptrdiff_t nargs) {
    if (nargs) return object_dir(args[0]);
    Object *locals = current_locals();
    Object *keys = locals ? object_call_method(locals, names.keys, NULL, 0) : NULL;
    Object *list = keys ? sequence_list(keys) : NULL;
    xdecref(keys);
    xdecref(locals);
    if (list && list_sort(list, NULL, false) < 0) clear_ref(&list);
    return list;
}

/* --- source --- */

/* Source text of a str or of bytes. The bytes live as long as *buffer and *own, both to be released. */
static const char *source_text(Object *o, const char *function, const char *kinds, size_t *n, Buffer *buffer,
                               char **own, unsigned *flags) {
    *own = NULL;
    buffer->owner = NULL;
    const char *text;
    if (str_check(o)) {
        *flags |= PARSE_UTF8;
        text = str_utf8(o, n, own);
    } else if (buffer_try(o, buffer)) {
        text = (const char *)buffer->data;
        *n = buffer->length;
    } else {
        return raise_error(&exc_TypeError, "%s() arg 1 must be a %s object", function, kinds);
    }
    if (text && memchr(text, 0, *n)) {
        raise_error(&exc_SyntaxError, "source code string cannot contain null bytes");
        text = NULL;
    }
    return text;
}

/* What the code that calls has of `from __future__ import ...`. */
static unsigned inherited_flags(void) {
    uint32_t flags = vm.base ? frame_function(vm.base)->code->flags : 0;
    return (flags & CODE_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS : 0) |
           (flags & CODE_FUTURE_BARRY ? PARSE_BARRY_AS_FLUFL : 0);
}

enum { ONLY_AST = 1 << 30 }; /* beside the CompileFlags: the tree is wanted, not code */

/* The tree of a source, as the module ast shows it. */
static Object *parse_to_object(const char *text, size_t n, Object *filename, ParseMode mode, unsigned flags) {
    ParseResult parsed;
    Object *tree = compile_parse(text, n, filename, mode, flags, &parsed) < 0 ? NULL : ast_to_object(parsed.tree);
    parse_free(&parsed);
    return tree;
}

/* The code of a tree; with ONLY_AST a tree like it, checked. */
static Object *compile_object(Object *tree, Object *filename, ParseMode mode, unsigned flags) {
    ParseResult parsed;
    Object *made = NULL;
    if (ast_from_object(tree, mode, &parsed) == 0)
        made = flags & ONLY_AST ? ast_to_object(parsed.tree)
                                : compile_ast(parsed.tree, parsed.ident_count, filename, flags);
    parse_free(&parsed);
    return made;
}

static Object *compile_text(Object *source, const char *function, const char *kinds, Object *filename, ParseMode mode,
                            unsigned flags) {
    Buffer buffer;
    char *own;
    size_t n;
    const char *text = source_text(source, function, kinds, &n, &buffer, &own, &flags);
    if (text && strcmp(function, "eval") == 0) { /* which allows white space in front */
        size_t margin = strspn(text, " \t");
        text += margin;
        n -= margin;
    }
    Object *(*make)(const char *, size_t, Object *, ParseMode, unsigned) =
        flags & ONLY_AST ? parse_to_object : compile_source;
    Object *code = text ? make(text, n, filename, mode, flags & ~ONLY_AST) : NULL;
    heap_free(own);
    if (buffer.owner) buffer_release(&buffer);
    return code;
}

/* The bits of compile()'s flags argument that we know (ast and __future__ have them as constants). */
enum {
    PYTHON_ONLY_AST = 0x400,
    PYTHON_OPTIMIZED_AST = 0x8000,
    PYTHON_TYPE_COMMENTS = 0x1000,
    PYTHON_DONT_IMPLY_DEDENT = 0x200,
    PYTHON_ALLOW_TOP_LEVEL_AWAIT = 0x2000,
    PYTHON_ALLOW_INCOMPLETE = 0x4000,
    PYTHON_BARRY_AS_FLUFL = 0x400000,
    PYTHON_FUTURE_ANNOTATIONS = 0x1000000,
    PYTHON_FUTURES = 0x1ffe000 | 0x10, /* all other __future__ bits: nothing to do any more */
};

static int translate_flags(int64_t flags, unsigned *out) {
    if (flags & ~(int64_t)(PYTHON_DONT_IMPLY_DEDENT | PYTHON_ALLOW_INCOMPLETE | PYTHON_FUTURES | PYTHON_ONLY_AST |
                           PYTHON_OPTIMIZED_AST | PYTHON_TYPE_COMMENTS))
        return raise_int(&exc_ValueError, "compile(): unrecognised flags");
    *out = (flags & PYTHON_DONT_IMPLY_DEDENT ? PARSE_DONT_IMPLY_DEDENT : 0) |
           (flags & PYTHON_ALLOW_INCOMPLETE ? PARSE_ALLOW_INCOMPLETE : 0) | (flags & PYTHON_ONLY_AST ? ONLY_AST : 0) |
           (flags & PYTHON_BARRY_AS_FLUFL ? PARSE_BARRY_AS_FLUFL : 0) |
           (flags & PYTHON_ALLOW_TOP_LEVEL_AWAIT ? COMPILE_TOP_LEVEL_AWAIT : 0) |
           (flags & PYTHON_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS : 0);
    return 0;
}

static int check_no_null(const Object *text) {
    for (ptrdiff_t i = 0; i < str_length(text); i++)
        if (str_at((const Str *)text, i) == 0) return raise_int(&exc_ValueError, "embedded null character");
    return 0;
}

/* Everything but the file name, which is borrowed. */
static Object *compile_named(Object **args, ptrdiff_t nargs, Object *filename) {
    Object *mode_name = args[2], *flags_object = arg_or_null(args, nargs, 3), *inherit = arg_or_null(args, nargs, 4),
           *optimize = arg_or_null(args, nargs, 5), *version = arg_or_null(args, nargs, 6);
    if (check_no_null(filename) < 0) return NULL;
    if (!str_check(mode_name))
        return raise_error(&exc_TypeError, "compile() argument 'mode' must be str, not %K", mode_name);
    if (check_no_null(mode_name) < 0) return NULL;
    int64_t python_flags = flags_object ? int_as_i64(flags_object) : 0;
    if (raise_pending()) return NULL;
    int dont_inherit = inherit ? object_truth(inherit) : 0;
    if (dont_inherit < 0) return NULL;
    int level = optimize ? int_as_int(optimize) : -1;
    if (version && !raise_pending()) int_as_int(version); /* any version is read as this one's language */
    unsigned flags = 0;
    if (raise_pending() || translate_flags(python_flags, &flags) < 0) return NULL;
    if (level < -1 || level > 2) return raise_error(&exc_ValueError, "compile(): invalid optimize value");
    if (level >= 0) flags |= COMPILE_OPTIMIZE_0 << level;
    if (!dont_inherit) flags |= inherited_flags();
    ParseMode mode;
    if (str_equal_c(mode_name, "exec"))
        mode = PARSE_EXEC;
    else if (str_equal_c(mode_name, "eval"))
        mode = PARSE_EVAL;
    else if (str_equal_c(mode_name, "single"))
        mode = PARSE_SINGLE;
    else
        return raise_error(&exc_ValueError, "compile() mode must be 'exec', 'eval'%s",
                           flags & ONLY_AST ? ", 'single' or 'func_type'" : " or 'single'");
    int is_tree = ast_is_object(args[0]);
    if (is_tree < 0) return NULL;
    if (is_tree) return compile_object(args[0], filename, mode, flags);
    return compile_text(args[0], "compile", "string, bytes or AST", filename, mode, flags);
}

static Object *builtin_compile(Object *self, Object **args, ptrdiff_t nargs) {
    Object *filename = file_path(args[1]), *code = filename ? compile_named(args, nargs, filename) : NULL;
    xdecref(filename);
    return code;
}

static int check_locals(Object *locals, const char *message) {
    return locals && !locals->type->get_item ? raise_int(&exc_TypeError, message, locals) : 0;
}

/* The namespaces of eval and exec: *globals and *locals become what is to be used, both new. 0, -1 */
static int choose_namespaces(const char *function, Object **globals, Object **locals) {
    if (*globals == NONE) *globals = NULL;
    if (*locals == NONE) *locals = NULL;
    bool executing = strcmp(function, "exec") == 0;
    if (!executing && check_locals(*locals, "locals must be a mapping") < 0) return -1;
    if (*globals && !dict_check(*globals)) {
        if (executing) return raise_int(&exc_TypeError, "exec() globals must be a dict, not %T", *globals);
        return raise_int(&exc_TypeError, (*globals)->type->get_item
                                             ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                             : "globals must be a dict");
    }
    if (executing && check_locals(*locals ? *locals : *globals, "locals must be a mapping or None, not %T") < 0)
        return -1;
    if (*globals) {
        if (!*locals) *locals = *globals;
        incref(*locals);
    } else {
        *globals = (Object *)current_globals();
        if (!*globals) return raise_int(&exc_SystemError, "globals and locals cannot be NULL");
        if (*locals)
            incref(*locals);
        else if (!(*locals = current_locals()))
            return -1;
    }
    incref(*globals);
    int has = dict_contains(*globals, (Object *)names.__builtins__);
    if (has == 0) {
        Object *builtins = vm.base ? function_builtins(frame_function(vm.base)) : (Object *)runtime.builtins;
        has = dict_set(*globals, (Object *)names.__builtins__, builtins);
    }
    if (has < 0) {
        clear_ref(globals);
        clear_ref(locals);
        return -1;
    }
    return 0;
}

static Object *run_in(Code *code, Object *globals, Object *locals, Object *closure) {
    if (code->flags & CODE_NAMESPACE) return vm_run_code(code, (Dict *)globals, locals, (Tuple *)closure);
    /* the code of a function without parameters */
    Object *f = function_new(code, (Dict *)globals);
    if (!f) return NULL;
    ((Function *)f)->closure = xnewref(closure);
    set_ref(&((Function *)f)->qualname, newref(code->name)); /* in messages */
    Object *result = vm_call_function(f, NULL, 0, NULL);
    decref(f);
    return result;
}

static Object *builtin_eval(Object *self, Object **args, ptrdiff_t nargs) {
    Object *globals = arg_or_null(args, nargs, 1), *locals = arg_or_null(args, nargs, 2);
    if (choose_namespaces("eval", &globals, &locals) < 0) return NULL;
    Object *result = NULL, *code = NULL;
    if (args[0]->type == &code_type) {
        code = newref(args[0]);
        if (((Code *)code)->free_count) {
            raise_error(&exc_TypeError, "code object passed to eval() may not contain free variables");
            clear_ref(&code);
        }
    } else {
        Object *filename = str_from_c("<string>");
        code = filename
                   ? compile_text(args[0], "eval", "string, bytes or code", filename, PARSE_EVAL, inherited_flags())
                   : NULL;
        xdecref(filename);
    }
    if (code) result = run_in((Code *)code, globals, locals, NULL);
    xdecref(code);
    decref(globals);
    decref(locals);
    return result;
}

static int check_closure(const Code *code, Object *closure) {
    if (!code->free_count) {
        if (closure) return raise_int(&exc_TypeError, "cannot use a closure with this code object");
        return 0;
    }
    bool good = closure && closure->type == &tuple_type && tuple_length(closure) == code->free_count;
    for (ptrdiff_t i = 0; good && i < tuple_length(closure); i++) good = tuple_item(closure, i)->type == &cell_type;
    if (good) return 0;
    return raise_int(&exc_TypeError, "code object requires a closure of exactly length %d", code->free_count);
}

static Object *builtin_exec(Object *self, Object **args, ptrdiff_t nargs) {
    Object *globals = arg_or_null(args, nargs, 1), *locals = arg_or_null(args, nargs, 2);
    Object *closure = arg_or_null(args, nargs, 3);
    if (closure == NONE) closure = NULL;
    if (choose_namespaces("exec", &globals, &locals) < 0) return NULL;
    Object *result = NULL, *code = NULL;
    if (args[0]->type == &code_type) {
        code = newref(args[0]);
        if (check_closure((Code *)code, closure) < 0) clear_ref(&code);
    } else if (closure) {
        raise_error(&exc_TypeError, "closure can only be used when source is a code object");
    } else {
        Object *filename = str_from_c("<string>");
        code = filename
                   ? compile_text(args[0], "exec", "string, bytes or code", filename, PARSE_EXEC, inherited_flags())
                   : NULL;
        xdecref(filename);
    }
    if (code) result = run_in((Code *)code, globals, locals, closure);
    xdecref(code);
    decref(globals);
    decref(locals);
    if (!result) return NULL;
    decref(result);
    return new_none();
}

/* --- class statements --- */

/* Replaces bases that have __mro_entries__ (PEP 560). New tuple; the same one when there is nothing to replace. */
static Object *resolve_bases(Object *bases) {
    Object *list = list_new(0);
    bool changed = false;
    for (ptrdiff_t i = 0; list && i < tuple_length(bases); i++) {
        Object *base = tuple_item(bases, i);
        Object *method = has_flag(base, TYPE_TYPE) ? NULL : object_getattr_opt(base, names.__mro_entries__);
        int status = raise_pending() ? -1 : 0;
        if (method) {
            changed = true;
            Object *entries = object_call1(method, bases);
            decref(method);
            if (entries && !tuple_check(entries)) raise_error(&exc_TypeError, "__mro_entries__ must return a tuple");
            status = entries && tuple_check(entries) ? list_extend(list, entries) : -1;
            xdecref(entries);
        } else if (status == 0) {
            status = list_append(list, base);
        }
        if (status < 0) clear_ref(&list);
    }
    Object *result = !list ? NULL : changed ? list_to_tuple(list) : newref(bases);
    xdecref(list);
    return result;
}

/* The metaclass: the keyword, else the type of the first base, made most derived among the types of all bases. New. */
static Object *choose_metaclass(Object *keyword, Object *bases) {
    Object *meta = keyword               ? keyword
                   : tuple_length(bases) ? (Object *)type_of(tuple_item(bases, 0))
                                         : (Object *)&type_type;
    if (!has_flag(meta, TYPE_TYPE)) return newref(meta);
    return xnewref(type_calculate_metaclass((Type *)meta, (Tuple *)bases));
}

/* The namespace for the class body. New. */
static Object *prepare_namespace(Object *meta, Object *name, Object *bases, Object *kwargs) {
    Object *prepare = object_getattr_opt(meta, names.__prepare__);
    if (!prepare) return raise_pending() ? NULL : dict_new();
    Object *args = tuple_pack(2, name, bases);
    Object *ns = args ? object_call_dict(prepare, args, kwargs) : NULL;
    xdecref(args);
    decref(prepare);
    if (ns && !ns->type->get_item) {
        Object *shown = has_flag(meta, TYPE_TYPE) ? object_getattr(meta, names.__name__) : str_from_c("<metaclass>");
        if (shown) raise_error(&exc_TypeError, "%S.__prepare__() must return a mapping, not %T", shown, ns);
        xdecref(shown);
        clear_ref(&ns);
    }
    return ns;
}

/* After the class was made: its __class__ cell must hold it. */
static int check_class_cell(Object *cell, Object *cls, Object *name) {
    if (cell == NONE || cell->type != &cell_type) return 0;
    Object *held = ((Cell *)cell)->value;
    if (held == cls || !has_flag(cls, TYPE_TYPE)) return 0;
    if (!held)
        return raise_int(&exc_RuntimeError,
                         "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name,
                         cls);
    return raise_int(&exc_TypeError, "__class__ set to %R defining %R as %R", held, name, cls);
}

static Object *make_class(Object *meta, Object *name, Object *bases, Object *original_bases, Object *ns, Object *kwargs,
                          Object *cell) {
    if (bases != original_bases) {
        Str *key = str_intern_c("__orig_bases__");
        int status = key ? object_setitem(ns, (Object *)key, original_bases) : -1;
        xdecref(key);
        if (status < 0) return NULL;
    }
    Object *args = tuple_pack(3, name, bases, ns);
    Object *cls = args ? object_call_dict(meta, args, kwargs) : NULL;
    xdecref(args);
    if (cls && check_class_cell(cell, cls, name) < 0) clear_ref(&cls);
    return cls;
}

/* __build_class__(function of the body, name, *bases, metaclass=..., **kwargs) */
static Object *builtin_build_class(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames) {
    if (nargs < 2) return raise_error(&exc_TypeError, "__build_class__: not enough arguments");
    if (args[0]->type != &function_type) return raise_error(&exc_TypeError, "__build_class__: func must be a function");
    Function *body = (Function *)args[0];
    Object *name = args[1];
    if (!str_check(name)) return raise_error(&exc_TypeError, "__build_class__: name is not a string");
    Object *original = tuple_from(args + 2, nargs - 2), *bases = original ? resolve_bases(original) : NULL;
    Object *kwargs = NULL, *meta_keyword = NULL, *meta = NULL, *ns = NULL, *cls = NULL;
    if (!bases) goto done;
    for (ptrdiff_t i = 0; kwnames && i < kwnames->length; i++) {
        Object *key = kwnames->items[i], *value = args[nargs + i];
        if (str_equal_c(key, "metaclass"))
            meta_keyword = value;
        else if ((!kwargs && !(kwargs = dict_new())) || dict_set(kwargs, key, value) < 0)
            goto done;
    }
    meta = choose_metaclass(meta_keyword, bases);
    ns = meta ? prepare_namespace(meta, name, bases, kwargs) : NULL;
    if (ns) {
        Object *cell = vm_run_code(body->code, body->globals, ns, body->closure);
        if (cell) cls = make_class(meta, name, bases, original, ns, kwargs, cell);
        xdecref(cell);
    }
done:
    xdecref(ns);
    xdecref(meta);
    xdecref(kwargs);
    xdecref(bases);
    xdecref(original);
    return cls;
}

const Method builtins_code_methods[] = {
    {"__build_class__", (NativeFn)(void *)builtin_build_class, 0, -1,
     "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nWhat a class statement calls.",
     METH_KEYWORDS},
    {"breakpoint", (NativeFn)(void *)breakpoint_call, 0, -1,
     "breakpoint($module, /, *args, **kws)\n--\n\nCalls sys.breakpointhook(*args, **kws).", METH_KEYWORDS},
    {"compile", builtin_compile, 3, 6,
     "compile(source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, "
     "_feature_version=-1)\n--\n\nA code "
     "object of source, to be run by exec() or eval()."},
    {"dir", builtin_dir, 0, 1,
     "dir([object]) -> list of strings\n\nThe names of an object's attributes, sorted; without an argument those that "
     "are local here."},
    {"eval", builtin_eval, 1, 3,
     "eval(source, /, globals=None, locals=None)\n--\n\nThe value of an expression, given as text or code object."},
    {"exec", builtin_exec, 1, 3,
     "exec(source, /, globals=None, locals=None, *, closure=None)\n--\n\nRuns statements, given as text or code "
     "object."},
    {"globals", builtin_globals, 0, 0, "globals()\n--\n\nThe namespace of the module that calls."},
    {"locals", builtin_locals, 0, 0, "locals()\n--\n\nThe local variables of whoever calls, as a dict."},
    {"vars", builtin_vars, 0, 1,
     "vars([object]) -> dictionary\n\nobject.__dict__; without an argument the same as locals()."},
    {0},
};
